/* The strict scanner: RFC 8259 grammar, then narrower (see json.h). */
#include "gouji/base/json.h"

#include <stdlib.h>

#include "gouji/base/message.h"
#include "gouji/base/vec.h"

struct key {
    size_t start, nbytes; /* in scanner.keys */
};

struct scanner {
    const unsigned char *p, *start, *end;
    struct err *err;
    int depth;
    struct str keys; /* decoded keys of the open objects */
};

static int fail(struct scanner *s, const char *why)
{
    size_t line = 1;
    for (const unsigned char *p = s->start; p < s->p; p++)
        line += *p == '\n';
    return err_set(s->err, ERR_INPUT, _("JSON at byte %zu, line %zu: %s"),
                   (size_t)(s->p - s->start), line, why);
}

static int limit(struct scanner *s, const char *name)
{
    fail(s, name);
    if (s->err)
        s->err->kind = ERR_LIMIT;
    return -1;
}

static void skip_space(struct scanner *s)
{
    while (s->p < s->end && (*s->p == ' ' || *s->p == '\t' || *s->p == '\n' || *s->p == '\r'))
        s->p++;
}

static int scan_value(struct scanner *s);

static int scan_word(struct scanner *s, const char *word)
{
    size_t n = strlen(word);
    if ((size_t)(s->end - s->p) < n || memcmp(s->p, word, n) != 0)
        return fail(s, _("unknown word"));
    s->p += n;
    return 0;
}

static int scan_number(struct scanner *s)
{
    bool negative = *s->p == '-';
    s->p += negative;
    if (s->p == s->end || *s->p < '0' || *s->p > '9')
        return fail(s, _("a number needs digits"));
    if (*s->p == '0' && s->p + 1 < s->end && s->p[1] >= '0' && s->p[1] <= '9')
        return fail(s, _("a number must not begin with 0"));
    if (negative && *s->p == '0')
        return fail(s, _("-0 is not allowed"));
    int64_t value = 0;
    for (; s->p < s->end && *s->p >= '0' && *s->p <= '9'; s->p++) {
        value = value * 10 + (*s->p - '0');
        if (value > JSON_MAX_INTEGER)
            return fail(s, _("integer out of range; write it as a string"));
    }
    if (s->p < s->end && (*s->p == '.' || *s->p == 'e' || *s->p == 'E'))
        return fail(s, _("only integers are allowed"));
    return 0;
}

static int hex_digit(unsigned char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

/* Reads the four digits of \uXXXX; p is at the first. -1 when malformed. */
static int scan_hex4(struct scanner *s)
{
    if (s->end - s->p < 4)
        return -1;
    int value = 0;
    for (int i = 0; i < 4; i++) {
        int digit = hex_digit(*s->p++);
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

static int scan_unicode_escape(struct scanner *s, struct str *out)
{
    int unit = scan_hex4(s);
    if (unit < 0)
        return fail(s, _("\\u needs four hex digits"));
    if (unit == 0)
        return fail(s, _("\\u0000 is not allowed"));
    if (unit >= 0xDC00 && unit <= 0xDFFF)
        return fail(s, _("half a surrogate pair"));
    unsigned int code = (unsigned int)unit;
    if (unit >= 0xD800 && unit <= 0xDBFF) {
        if (s->end - s->p < 2 || s->p[0] != '\\' || s->p[1] != 'u')
            return fail(s, _("half a surrogate pair"));
        s->p += 2;
        int low = scan_hex4(s);
        if (low < 0xDC00 || low > 0xDFFF)
            return fail(s, _("half a surrogate pair"));
        code = 0x10000u + ((unsigned int)(unit - 0xD800) << 10) + (unsigned int)(low - 0xDC00);
    }
    if (out)
        str_code_point(out, code);
    return 0;
}

static int scan_escape(struct scanner *s, struct str *out)
{
    static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
    s->p++;
    if (s->p == s->end)
        return fail(s, _("string not ended"));
    unsigned char c = *s->p++;
    if (c == 'u')
        return scan_unicode_escape(s, out);
    const char *place = c ? strchr(from, c) : NULL;
    if (!place)
        return fail(s, _("unknown escape"));
    if (out)
        str_byte(out, to[place - from]);
    return 0;
}

/* Bytes of the well-formed UTF-8 character at p (Unicode table 3-7), 0 if ill. */
static size_t utf8_length(const unsigned char *p, const unsigned char *end)
{
    unsigned char lead = *p, low = 0x80, high = 0xBF;
    size_t n = lead < 0x80 ? 1 : lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3
             : lead < 0xF5 ? 4 : 0;
    if (n < 2)
        return n;
    if (lead == 0xE0)
        low = 0xA0;
    else if (lead == 0xED)
        high = 0x9F;
    else if (lead == 0xF0)
        low = 0x90;
    else if (lead == 0xF4)
        high = 0x8F;
    if ((size_t)(end - p) < n || p[1] < low || p[1] > high)
        return 0;
    for (size_t i = 2; i < n; i++)
        if (p[i] < 0x80 || p[i] > 0xBF)
            return 0;
    return n;
}

/* Passes over characters that stand for themselves. */
static int scan_plain(struct scanner *s)
{
    const unsigned char *p = s->p;
    size_t n = 1;
    for (; p < s->end && *p != '"' && *p != '\\' && *p >= 0x20 && n; p += n)
        n = *p < 0x80 ? 1 : utf8_length(p, s->end);
    s->p = p;
    if (n == 0)
        return fail(s, _("bytes that are not UTF-8"));
    return p < s->end && *p < 0x20 ? fail(s, _("control character in a string")) : 0;
}

/* Scans a string and appends what it says to out, where that is wanted. */
static int scan_string(struct scanner *s, struct str *out)
{
    const unsigned char *start = ++s->p;
    for (;;) {
        const unsigned char *plain = s->p;
        if (scan_plain(s))
            return -1;
        if (s->p - start > JSON_MAX_STRING)
            return limit(s, _("string longer than 64 KiB"));
        if (out)
            str_append(out, slice_make((const char *)plain, (size_t)(s->p - plain)));
        if (s->p == s->end)
            return fail(s, _("string not ended"));
        if (*s->p == '"')
            break;
        if (scan_escape(s, out))
            return -1;
    }
    s->p++;
    return out && out->failed ? err_set_nomem(s->err) : 0;
}

static int scan_array(struct scanner *s)
{
    s->p++;
    skip_space(s);
    if (s->p < s->end && *s->p == ']') {
        s->p++;
        return 0;
    }
    for (size_t n = 1;; n++) {
        if (n > JSON_MAX_ITEMS)
            return limit(s, _("more than 100000 items"));
        if (scan_value(s))
            return -1;
        skip_space(s);
        if (s->p == s->end)
            return fail(s, _("array not ended"));
        if (*s->p == ']')
            break;
        if (*s->p != ',')
            return fail(s, _("expected , or ]"));
        s->p++;
    }
    s->p++;
    return 0;
}

static int compare_keys(const void *a, const void *b, void *bytes)
{
    const struct key *x = a, *y = b;
    const char *base = bytes;
    size_t n = x->nbytes < y->nbytes ? x->nbytes : y->nbytes;
    int order = n ? memcmp(base + x->start, base + y->start, n) : 0;
    return order ? order : (x->nbytes > y->nbytes) - (x->nbytes < y->nbytes);
}

static int check_duplicates(struct scanner *s, struct key *keys, size_t n)
{
    if (n > 1)
        qsort_r(keys, n, sizeof *keys, compare_keys, (void *)(uintptr_t)str_text(&s->keys));
    for (size_t i = 1; i < n; i++)
        if (compare_keys(&keys[i - 1], &keys[i], (void *)(uintptr_t)str_text(&s->keys)) == 0)
            return fail(s, _("the same key twice in one object"));
    return 0;
}

static int scan_member(struct scanner *s, struct key *key)
{
    skip_space(s);
    if (s->p == s->end || *s->p != '"')
        return fail(s, _("expected a key in quotation marks"));
    key->start = s->keys.nbytes;
    if (scan_string(s, &s->keys))
        return -1;
    key->nbytes = s->keys.nbytes - key->start;
    skip_space(s);
    if (s->p == s->end || *s->p != ':')
        return fail(s, _("expected :"));
    s->p++;
    return scan_value(s);
}

static int scan_members(struct scanner *s, struct key **keys, size_t *n)
{
    size_t capacity = 0;
    for (;;) {
        if (*n >= JSON_MAX_ITEMS)
            return limit(s, _("more than 100000 items"));
        if (vec_room(keys, &capacity, *n, sizeof **keys))
            return err_set_nomem(s->err);
        if (scan_member(s, &(*keys)[*n]))
            return -1;
        (*n)++;
        skip_space(s);
        if (s->p == s->end)
            return fail(s, _("object not ended"));
        if (*s->p == '}')
            break;
        if (*s->p != ',')
            return fail(s, _("expected , or }"));
        s->p++;
    }
    s->p++;
    return check_duplicates(s, *keys, *n);
}

static int scan_object(struct scanner *s)
{
    s->p++;
    skip_space(s);
    if (s->p < s->end && *s->p == '}') {
        s->p++;
        return 0;
    }
    size_t mark = s->keys.nbytes, n = 0;
    struct key *keys = NULL;
    int status = scan_members(s, &keys, &n);
    free(keys);
    if (s->keys.data)
        str_remove(&s->keys, mark, s->keys.nbytes - mark);
    return status;
}

static int scan_nested(struct scanner *s)
{
    if (s->depth == JSON_MAX_DEPTH)
        return limit(s, _("nested deeper than 32"));
    s->depth++;
    int status = *s->p == '{' ? scan_object(s) : scan_array(s);
    s->depth--;
    return status;
}

static int scan_value(struct scanner *s)
{
    skip_space(s);
    if (s->p == s->end)
        return fail(s, _("value missing"));
    switch (*s->p) {
    case '{':
    case '[':
        return scan_nested(s);
    case '"':
        return scan_string(s, NULL);
    case 't':
        return scan_word(s, "true");
    case 'f':
        return scan_word(s, "false");
    case 'n':
        return scan_word(s, "null");
    default:
        return scan_number(s);
    }
}

int json_scan(struct slice document, struct err *err)
{
    const unsigned char *bytes = (const unsigned char *)document.ptr;
    struct scanner s = {bytes, bytes, bytes + document.nbytes, err, 0, STR_INIT};
    if (document.nbytes > JSON_MAX_NBYTES)
        return limit(&s, _("document larger than 16 MiB"));
    int status = scan_value(&s);
    skip_space(&s);
    if (!status && s.p != s.end)
        status = fail(&s, _("something follows the value"));
    str_release(&s.keys);
    return status;
}
