#include "gouji/base/json.h"

#include <endian.h>
#include <inttypes.h>
#include <limits.h>
#include <stdlib.h>

static void quote_byte(struct str *out, unsigned char byte)
{
    static const char from[] = "\"\\\b\f\n\r\t", to[] = "\"\\bfnrt";
    const char *place = byte ? strchr(from, byte) : NULL;
    if (place)
        str_format(out, "\\%c", to[place - from]);
    else if (byte < 0x20)
        str_format(out, "\\u%04x", byte);
    else
        str_byte(out, (char)byte);
}

/* The first bytes of characters of three of which any two others are right: nearly all of
 * Chinese. */
static const bool is_lead[UCHAR_MAX + 1] = {
    [0xE1] = true, [0xE2] = true, [0xE3] = true, [0xE4] = true, [0xE5] = true,
    [0xE6] = true, [0xE7] = true, [0xE8] = true, [0xE9] = true, [0xEA] = true,
    [0xEB] = true, [0xEC] = true, [0xEE] = true, [0xEF] = true,
};

/* Whether such a character stands at p. */
static bool is_ideograph(const unsigned char *p)
{
    return is_lead[p[0]] && ((p[1] ^ 0x80) | (p[2] ^ 0x80)) < 0x40;
}

/* Length of the UTF-8 character at p if well-formed, else 0. */
static size_t character(const unsigned char *p, size_t n)
{
    if (n >= 3 && is_ideograph(p))
        return 3;
    size_t want = p[0] < 0x80                   ? 1
                  : p[0] >= 0xC2 && p[0] < 0xE0 ? 2
                  : p[0] >= 0xE0 && p[0] < 0xF0 ? 3
                  : p[0] >= 0xF0 && p[0] < 0xF5 ? 4
                                                : 0;
    if (want == 0 || want > n)
        return 0;
    for (size_t i = 1; i < want; i++)
        if ((p[i] & 0xC0) != 0x80)
            return 0;
    if ((p[0] == 0xE0 && p[1] < 0xA0) || (p[0] == 0xED && p[1] > 0x9F) ||
        (p[0] == 0xF0 && p[1] < 0x90) || (p[0] == 0xF4 && p[1] > 0x8F))
        return 0;
    return want;
}

/* Whether an ASCII character stands in a string as it is. */
static bool is_plain(unsigned char byte)
{
    return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\';
}

enum { WORD_NBYTES = 8 };

static uint64_t load_word(const unsigned char *p)
{
    uint64_t word;
    memcpy(&word, p, sizeof word);
    return word;
}

/* The high bits of the bytes of a word that are not plain ASCII, from the first of them on: they
 * have it, or get it by what brings a control sign, a quote or a backslash below zero. What is
 * borrowed from the next byte then tells nothing of that any more. */
static uint64_t find_others(uint64_t word)
{
    const uint64_t each = UINT64_MAX / 0xFF, high = each * 0x80;
    uint64_t quote = word ^ each * '"', backslash = word ^ each * '\\';
    return (word | (word - each * 0x20) | (quote - each) | (backslash - each)) & high;
}

/* How many bytes a word begins with that are plain ASCII. */
static size_t plain_nbytes(uint64_t word)
{
    uint64_t others = find_others(word);
    return others ? (size_t)__builtin_ctzll(le64toh(others)) / 8 : WORD_NBYTES;
}

/* Whether a word begins with two characters as is_ideograph takes them. */
static bool are_ideographs(uint64_t word, const unsigned char *p)
{
    static const unsigned char bits[WORD_NBYTES] = {0, 0xC0, 0xC0, 0, 0xC0, 0xC0};
    static const unsigned char tails[WORD_NBYTES] = {0, 0x80, 0x80, 0, 0x80, 0x80};
    return (word & load_word(bits)) == load_word(tails) && is_lead[p[0]] && is_lead[p[3]];
}

/* Copies the bytes up to the next character that a string must have in another way, and
 * returns how many; there is room for all. */
static size_t copy_plain(const unsigned char *p, size_t nbytes, char *to)
{
    enum { PAIR_NBYTES = 6 };
    size_t i = 0, n;
    for (; nbytes - i >= WORD_NBYTES; i += n) {
        uint64_t word = load_word(p + i);
        n = p[i] < 0x80                   ? plain_nbytes(word)
            : are_ideographs(word, p + i) ? PAIR_NBYTES
                                          : character(p + i, nbytes - i);
        if (n == 0)
            return i;
        memcpy(to + i, p + i, WORD_NBYTES);
    }
    for (; i < nbytes; i += n) {
        n = is_plain(p[i]) ? 1 : p[i] < 0x80 ? 0 : character(p + i, nbytes - i);
        if (n == 0)
            return i;
        to[i] = (char)p[i];
        if (n > 1)
            memcpy(to + i + 1, p + i + 1, n - 1);
    }
    return nbytes;
}

/* Copies a text of plain ASCII, as most are; false: it is none. There is room. */
static inline bool copy_ascii(const unsigned char *p, size_t nbytes, char *to)
{
    if (nbytes < WORD_NBYTES) {
        for (size_t i = 0; i < nbytes; i++) {
            if (!is_plain(p[i]))
                return false;
            to[i] = (char)p[i];
        }
        return true;
    }
    size_t last = nbytes - WORD_NBYTES;
    for (size_t i = 0; i < last; i += WORD_NBYTES) {
        if (find_others(load_word(p + i)))
            return false;
        memcpy(to + i, p + i, WORD_NBYTES);
    }
    memcpy(to + last, p + last, WORD_NBYTES);
    return !find_others(load_word(p + last));
}

static inline char *close_quotes(char *to, size_t nbytes)
{
    to[0] = to[nbytes + 1] = '"';
    return to + nbytes + JSON_QUOTES;
}

/* Apart, so that nothing is put by for it where it is not called. */
__attribute__((noinline)) static char *quote_wide(struct slice text, char *to)
{
    size_t n = copy_plain((const unsigned char *)text.ptr, text.nbytes, to + 1);
    return n == text.nbytes ? close_quotes(to, n) : NULL;
}

char *json_quote_plain(struct slice text, char *to)
{
    return copy_ascii((const unsigned char *)text.ptr, text.nbytes, to + 1)
               ? close_quotes(to, text.nbytes)
               : quote_wide(text, to);
}

/* A text of which something must be written in another way. */
__attribute__((noinline)) static void quote_escaped(struct slice text, struct str *out)
{
    const unsigned char *p = (const unsigned char *)text.ptr;
    str_byte(out, '"');
    for (size_t i = 0; i < text.nbytes; i++) {
        char *to = str_room(out, text.nbytes - i);
        if (!to)
            return;
        size_t n = copy_plain(p + i, text.nbytes - i, to);
        str_took(out, n);
        i += n;
        if (i < text.nbytes && p[i] < 0x80)
            quote_byte(out, p[i]);
        else if (i < text.nbytes)
            str_code_point(out, 0xFFFD);
    }
    str_byte(out, '"');
}

void json_quote(struct slice text, struct str *out)
{
    char *to = str_room(out, text.nbytes + JSON_QUOTES);
    char *end = to ? json_quote_plain(text, to) : NULL;
    if (end)
        str_took(out, (size_t)(end - to));
    else if (to)
        quote_escaped(text, out);
}

/* One UTF-16 code unit order as a sortable number: surrogates (from U+10000
 * on) come before U+E000..FFFF, which is where UTF-16 and UTF-8 order part. */
static unsigned int utf16_rank(const unsigned char *p)
{
    if (p[0] >= 0xF0)
        return 0xD800;
    return p[0] >= 0xEE ? 0xE000 : 0;
}

static int compare_utf16(const char *a, const char *b)
{
    const unsigned char *x = (const unsigned char *)a, *y = (const unsigned char *)b;
    while (*x && *x == *y) {
        x++;
        y++;
    }
    if (*x >= 0xEE && *y >= 0xEE && utf16_rank(x) != utf16_rank(y))
        return utf16_rank(x) < utf16_rank(y) ? -1 : 1;
    return (*x > *y) - (*x < *y);
}

static int compare_members(const void *a, const void *b)
{
    const cJSON *const *x = a;
    const cJSON *const *y = b;
    return compare_utf16((*x)->string, (*y)->string);
}

static void canonical_object(const cJSON *object, struct str *out)
{
    size_t n = (size_t)cJSON_GetArraySize(object), i = 0;
    const cJSON **members = calloc(n ? n : 1, sizeof *members);
    if (!members) {
        out->failed = true;
        return;
    }
    for (const cJSON *member = object->child; member; member = member->next)
        members[i++] = member;
    qsort(members, n, sizeof *members, compare_members);
    str_byte(out, '{');
    for (i = 0; i < n; i++) {
        if (i)
            str_byte(out, ',');
        json_quote(slice_of(members[i]->string), out);
        str_byte(out, ':');
        json_canonical(members[i], out);
    }
    str_byte(out, '}');
    free(members);
}

static void canonical_array(const cJSON *array, struct str *out)
{
    str_byte(out, '[');
    for (const cJSON *item = array->child; item; item = item->next) {
        if (item != array->child)
            str_byte(out, ',');
        json_canonical(item, out);
    }
    str_byte(out, ']');
}

void json_canonical(const cJSON *value, struct str *out)
{
    if (cJSON_IsObject(value))
        canonical_object(value, out);
    else if (cJSON_IsArray(value))
        canonical_array(value, out);
    else if (cJSON_IsString(value))
        json_quote(slice_of(value->valuestring), out);
    else if (cJSON_IsNumber(value))
        str_format(out, "%" PRId64, (int64_t)value->valuedouble);
    else
        str_add(out, cJSON_IsTrue(value) ? "true" : cJSON_IsFalse(value) ? "false" : "null");
}

const cJSON *json_get(const cJSON *object, const char *key)
{
    const cJSON *item = object && key ? object->child : NULL;
    while (item && !(item->string && item->string[0] == key[0] && strcmp(item->string, key) == 0))
        item = item->next;
    return item;
}

const char *json_string(const cJSON *object, const char *key)
{
    return cJSON_GetStringValue(json_get(object, key));
}

const char *json_text(const cJSON *item)
{
    return cJSON_IsString(item) ? item->valuestring : "";
}

int64_t json_integer(const cJSON *object, const char *key, int64_t fallback)
{
    const cJSON *value = json_get(object, key);
    return value && cJSON_IsNumber(value) ? (int64_t)value->valuedouble : fallback;
}

bool json_bool(const cJSON *object, const char *key, bool fallback)
{
    const cJSON *value = json_get(object, key);
    return cJSON_IsBool(value) ? cJSON_IsTrue(value) : fallback;
}

const cJSON *json_members(const cJSON *object, const char *const *keys, size_t n,
                          const cJSON **members)
{
    const cJSON *other = NULL;
    size_t next = 0;
    for (size_t i = 0; i < n; i++)
        members[i] = NULL;
    for (const cJSON *item = cJSON_IsObject(object) ? object->child : NULL; item;
         item = item->next) {
        size_t i = next, left = n;
        while (left > 0 && (keys[i][0] != item->string[0] || strcmp(keys[i], item->string) != 0)) {
            i = i + 1 < n ? i + 1 : 0;
            left--;
        }
        if (left > 0) {
            members[i] = item;
            next = i + 1 < n ? i + 1 : 0;
        } else if (!other) {
            other = item;
        }
    }
    return other;
}

int json_put(cJSON *object, const char *key, cJSON *item)
{
    if (item && cJSON_AddItemToObject(object, key, item))
        return 0;
    cJSON_Delete(item);
    return -1;
}

int json_add_integer(cJSON *object, const char *key, int64_t value)
{
    if (value > JSON_MAX_INTEGER || value < -JSON_MAX_INTEGER)
        return -1;
    return cJSON_AddNumberToObject(object, key, (double)value) ? 0 : -1;
}

void json_repair(const char *text, struct str *out)
{
    size_t left = strlen(text);
    for (size_t n; left > 0; text += n, left -= n)
        if ((n = character((const unsigned char *)text, left)) > 0) {
            str_append(out, slice_make(text, n));
        } else {
            str_code_point(out, 0xFFFD);
            n = 1;
        }
}

int json_add_string(cJSON *object, const char *key, const char *value)
{
    struct str repaired = STR_INIT;
    if (value)
        json_repair(value, &repaired);
    bool added =
        value && !repaired.failed && cJSON_AddStringToObject(object, key, str_text(&repaired));
    str_release(&repaired);
    return added ? 0 : -1;
}
