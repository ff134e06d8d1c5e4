/* The strict parser: RFC 8259 grammar, then narrower (see json.h). It makes
 * cJSON's nodes itself, so that a document is gone through once. */
#include "gouji/base/json.h"

#include <stdlib.h>

#include "gouji/base/ascii.h"
#include "gouji/base/message.h"
#include "gouji/base/path.h"
#include "json_store.h"

struct scanner {
    const unsigned char *p, *start, *end;
    struct arena *arena; /* that holds the strings; NULL: all in cJSON's own memory */
    struct arena *nodes; /* that holds the rest of the tree, with an arena */
    struct err *err;
    int depth;
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

static cJSON *scan_value(struct scanner *s);

/* A node of its own; NULL says so in err. */
static cJSON *make(struct scanner *s, int type)
{
    cJSON *item = s->arena ? arena_alloc(s->nodes, sizeof *item) : cJSON_CreateNull();
    if (item)
        item->type = type;
    else
        err_set_nomem(s->err);
    return item;
}

static cJSON *scan_word(struct scanner *s, const char *word, int type)
{
    size_t n = strlen(word);
    if ((size_t)(s->end - s->p) < n || memcmp(s->p, word, n) != 0) {
        fail(s, _("unknown word"));
        return NULL;
    }
    s->p += n;
    return make(s, type);
}

/* What lies in an arena goes with it. */
static void drop(const struct scanner *s, cJSON *item)
{
    if (!s->arena)
        cJSON_Delete(item);
}

static void drop_text(const struct scanner *s, char *text)
{
    if (!s->arena)
        cJSON_free(text);
}

static int scan_digits(struct scanner *s, int64_t *value)
{
    bool negative = *s->p == '-';
    s->p += negative;
    if (s->p == s->end || !ascii_is_digit(*s->p))
        return fail(s, _("a number needs digits"));
    if (*s->p == '0' && s->p + 1 < s->end && ascii_is_digit(s->p[1]))
        return fail(s, _("a number must not begin with 0"));
    if (negative && *s->p == '0')
        return fail(s, _("-0 is not allowed"));
    for (*value = 0; s->p < s->end && ascii_is_digit(*s->p); s->p++) {
        *value = *value * 10 + (*s->p - '0');
        if (*value > JSON_MAX_INTEGER)
            return fail(s, _("integer out of range; write it as a string"));
    }
    if (s->p < s->end && (*s->p == '.' || *s->p == 'e' || *s->p == 'E'))
        return fail(s, _("only integers are allowed"));
    *value = negative ? -*value : *value;
    return 0;
}

static cJSON *scan_number(struct scanner *s)
{
    int64_t value = 0;
    if (scan_digits(s, &value) < 0)
        return NULL;
    cJSON *item = make(s, cJSON_Number);
    if (item)
        cJSON_SetNumberHelper(item, (double)value);
    return item;
}

static int hex_digit(unsigned char c)
{
    if (ascii_is_digit(c))
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
    str_byte(out, to[place - from]);
    return 0;
}

/* Bytes of the well-formed UTF-8 character at p (Unicode table 3-7), 0 if ill. */
static size_t utf8_length(const unsigned char *p, const unsigned char *end)
{
    unsigned char lead = *p, low = 0x80, high = 0xBF;
    size_t n = lead < 0x80   ? 1
               : lead < 0xC2 ? 0
               : lead < 0xE0 ? 2
               : lead < 0xF0 ? 3
               : lead < 0xF5 ? 4
                             : 0;
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

/* Chinese characters, of which our files are full, are seen at once. */
static bool is_three_bytes(const unsigned char *p, const unsigned char *end)
{
    return *p > 0xE0 && *p < 0xED && end - p > 2 && (p[1] & 0xC0) == 0x80 && (p[2] & 0xC0) == 0x80;
}

/* Passes over characters that stand for themselves. */
static int scan_plain(struct scanner *s)
{
    const unsigned char *p = s->p;
    size_t n = 1;
    for (; p < s->end && *p != '"' && *p != '\\' && *p >= 0x20 && n; p += n)
        n = *p < 0x80 ? 1 : is_three_bytes(p, s->end) ? 3 : utf8_length(p, s->end);
    s->p = p;
    if (n == 0)
        return fail(s, _("bytes that are not UTF-8"));
    return p < s->end && *p < 0x20 ? fail(s, _("control character in a string")) : 0;
}

/* To the next quotation mark or escape of a string that began at `start`. */
static int scan_part(struct scanner *s, const unsigned char *start)
{
    if (scan_plain(s))
        return -1;
    if (s->p - start > JSON_MAX_STRING)
        return limit(s, _("string longer than 64 KiB"));
    return s->p == s->end ? fail(s, _("string not ended")) : 0;
}

/* The rest of a string in which an escape was met. */
static int scan_escapes(struct scanner *s, const unsigned char *start, struct str *out)
{
    str_append(out, slice_make((const char *)start, (size_t)(s->p - start)));
    while (*s->p != '"') {
        if (scan_escape(s, out))
            return -1;
        const unsigned char *plain = s->p;
        if (scan_part(s, start))
            return -1;
        str_append(out, slice_make((const char *)plain, (size_t)(s->p - plain)));
    }
    return 0;
}

static char *keep(struct scanner *s, const char *bytes, size_t nbytes)
{
    char *copy = s->arena ? arena_alloc(s->arena, nbytes + 1) : cJSON_malloc(nbytes + 1);
    if (!copy) {
        err_set_nomem(s->err);
        return NULL;
    }
    memcpy(copy, bytes, nbytes);
    copy[nbytes] = '\0';
    return copy;
}

/* What the string at p says, in the tree's memory. */
static char *scan_string(struct scanner *s)
{
    const unsigned char *start = ++s->p;
    char *copy = NULL;
    if (scan_part(s, start))
        return NULL;
    if (*s->p == '"') {
        copy = keep(s, (const char *)start, (size_t)(s->p - start));
    } else {
        struct str said = STR_INIT;
        if (scan_escapes(s, start, &said) == 0)
            copy = said.failed ? NULL : keep(s, str_text(&said), said.nbytes);
        if (said.failed)
            err_set_nomem(s->err);
        str_release(&said);
    }
    s->p += copy != NULL;
    return copy;
}

static cJSON *scan_text(struct scanner *s)
{
    char *text = scan_string(s);
    cJSON *item = text ? make(s, cJSON_String) : NULL;
    if (item)
        item->valuestring = text;
    else
        drop_text(s, text);
    return item;
}

/* True at the end of the array or object, which it passes over. */
static bool at_end(struct scanner *s, unsigned char closing)
{
    skip_space(s);
    bool ended = s->p < s->end && *s->p == closing;
    s->p += ended;
    return ended;
}

/* As cJSON links them: the first one's prev is the last. */
static void link_item(cJSON *into, cJSON *last, cJSON *item)
{
    if (last)
        last->next = item;
    else
        into->child = item;
    item->prev = last ? last : item;
    into->child->prev = item;
}

/* Items or members until the closing bracket. */
static int scan_items(struct scanner *s, cJSON *into, unsigned char closing,
                      cJSON *scan(struct scanner *s))
{
    bool is_array = closing == ']';
    cJSON *last = NULL;
    if (at_end(s, closing))
        return 0;
    for (size_t n = 1;; n++) {
        if (n > JSON_MAX_ITEMS)
            return limit(s, _("more than 100000 items"));
        cJSON *item = scan(s);
        if (!item)
            return -1;
        link_item(into, last, item);
        last = item;
        if (at_end(s, closing))
            return 0;
        if (s->p == s->end)
            return fail(s, is_array ? _("array not ended") : _("object not ended"));
        if (*s->p != ',')
            return fail(s, is_array ? _("expected , or ]") : _("expected , or }"));
        s->p++;
    }
}

static cJSON *scan_array(struct scanner *s)
{
    cJSON *array = make(s, cJSON_Array);
    s->p++;
    if (!array || scan_items(s, array, ']', scan_value) == 0)
        return array;
    drop(s, array);
    return NULL;
}

static cJSON *scan_member(struct scanner *s)
{
    skip_space(s);
    if (s->p == s->end || *s->p != '"') {
        fail(s, _("expected a key in quotation marks"));
        return NULL;
    }
    char *key = scan_string(s);
    cJSON *item = NULL;
    if (!key)
        return NULL;
    skip_space(s);
    if (s->p == s->end || *s->p != ':') {
        fail(s, _("expected :"));
    } else {
        s->p++;
        item = scan_value(s);
    }
    if (item)
        item->string = key;
    else
        drop_text(s, key);
    return item;
}

static int compare_keys(const void *a, const void *b)
{
    return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static int check_many(struct scanner *s, const cJSON *object, size_t n)
{
    const char **keys = malloc(n * sizeof *keys);
    size_t i = 0;
    int status = 0;
    if (!keys)
        return err_set_nomem(s->err);
    for (const cJSON *member = object->child; member; member = member->next)
        keys[i++] = member->string;
    qsort(keys, n, sizeof *keys, compare_keys);
    for (i = 1; i < n && !status; i++)
        if (strcmp(keys[i - 1], keys[i]) == 0)
            status = fail(s, _("the same key twice in one object"));
    free(keys);
    return status;
}

/* Keys hold no NUL, so that they compare as C strings. */
static int check_duplicates(struct scanner *s, const cJSON *object)
{
    enum { FEW = 12 };
    size_t n = 0;
    for (const cJSON *member = object->child; member; member = member->next)
        n++;
    if (n > FEW)
        return check_many(s, object, n);
    for (const cJSON *member = object->child; member; member = member->next)
        for (const cJSON *other = member->next; other; other = other->next)
            if (strcmp(member->string, other->string) == 0)
                return fail(s, _("the same key twice in one object"));
    return 0;
}

static cJSON *scan_object(struct scanner *s)
{
    cJSON *object = make(s, cJSON_Object);
    s->p++;
    if (!object ||
        (scan_items(s, object, '}', scan_member) == 0 && check_duplicates(s, object) == 0))
        return object;
    drop(s, object);
    return NULL;
}

static cJSON *scan_nested(struct scanner *s)
{
    if (s->depth == JSON_MAX_DEPTH) {
        limit(s, _("nested deeper than 32"));
        return NULL;
    }
    s->depth++;
    cJSON *item = *s->p == '{' ? scan_object(s) : scan_array(s);
    s->depth--;
    return item;
}

static cJSON *scan_value(struct scanner *s)
{
    skip_space(s);
    if (s->p == s->end) {
        fail(s, _("value missing"));
        return NULL;
    }
    switch (*s->p) {
    case '{':
    case '[':
        return scan_nested(s);
    case '"':
        return scan_text(s);
    case 't':
        return scan_word(s, "true", cJSON_True);
    case 'f':
        return scan_word(s, "false", cJSON_False);
    case 'n':
        return scan_word(s, "null", cJSON_NULL);
    default:
        if (*s->p == '-' || ascii_is_digit(*s->p))
            return scan_number(s);
        fail(s, _("value missing"));
        return NULL;
    }
}

static cJSON *parse(struct slice document, struct arena *arena, struct arena *nodes,
                    struct err *err)
{
    const unsigned char *bytes = (const unsigned char *)document.ptr;
    struct scanner s = {bytes, bytes, bytes + document.nbytes, arena, nodes, err, 0};
    if (document.nbytes > JSON_MAX_NBYTES) {
        limit(&s, _("document larger than 16 MiB"));
        return NULL;
    }
    cJSON *value = scan_value(&s);
    skip_space(&s);
    if (value && s.p != s.end) {
        fail(&s, _("something follows the value"));
        drop(&s, value);
        return NULL;
    }
    return value;
}

cJSON *json_parse(struct slice document, struct err *err)
{
    return parse(document, NULL, NULL, err);
}

/* Behind a byte order mark, if there is one. */
static struct slice without_mark(const char *bytes, size_t nbytes)
{
    static const char mark[] = "\xEF\xBB\xBF";
    struct slice all = slice_make(bytes, nbytes);
    size_t n = slice_has_prefix(all, slice_of(mark)) ? sizeof mark - 1 : 0;
    return slice_make(bytes + n, nbytes - n);
}

static const cJSON *read_and_parse(struct arena *arena, struct arena *nodes, const char *path,
                                   size_t max_nbytes, const char *limit_name, struct slice *bytes,
                                   struct err *err)
{
    char *own = NULL;
    size_t nbytes = 0;
    const cJSON *tree = NULL;
    if (path_read(path, max_nbytes, limit_name, &own, &nbytes, err) < 0)
        return NULL;
    struct slice text = without_mark(own, nbytes);
    *bytes = slice_make(arena_copy(arena, text), text.nbytes);
    free(own);
    if (!bytes->ptr)
        err_set_nomem(err);
    else if (!(tree = parse(*bytes, arena, nodes, err)))
        err_prefix(err, path);
    return tree;
}

const cJSON *json_read_in(struct arena *arena, struct arena *nodes, const char *path,
                          size_t max_nbytes, const char *limit_name, struct slice *bytes,
                          struct err *err)
{
    const cJSON *tree = json_store_read(nodes, path, false, bytes);
    return tree ? tree : read_and_parse(arena, nodes, path, max_nbytes, limit_name, bytes, err);
}

const cJSON *json_read_folded(struct arena *arena, struct arena *nodes, const char *path,
                              size_t max_nbytes, const char *limit_name, struct slice *bytes,
                              struct err *err)
{
    const cJSON *tree = json_store_read(nodes, path, true, bytes);
    return tree ? tree : read_and_parse(arena, nodes, path, max_nbytes, limit_name, bytes, err);
}

int json_scan(struct slice document, struct err *err)
{
    cJSON *value = json_parse(document, err);
    cJSON_Delete(value);
    return value ? 0 : -1;
}
