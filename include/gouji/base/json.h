/* JSON: a strict parser of our own makes cJSON's trees. Refused: bad UTF-8, raw control
 * characters in strings, \u0000, lone surrogates, duplicate keys, fractions
 * and exponents, |n| > 999999999999999, anything after the value, a BOM, and
 * whatever is over the limits. So no document loads with another meaning than
 * its bytes have, and integers survive cJSON's doubles exactly.
 *
 * What is hashed or signed is the canonical form: keys sorted by UTF-16 code
 * unit, no spaces, RFC 8785 for this subset. */
#ifndef GOUJI_BASE_JSON_H
#define GOUJI_BASE_JSON_H

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gouji/base/arena.h"
#include "gouji/base/err.h"
#include "gouji/base/slice.h"
#include "gouji/base/str.h"

enum {
    JSON_MAX_NBYTES = 16 * 1024 * 1024,
    JSON_MAX_DEPTH = 32,
    JSON_MAX_ITEMS = 100000,     /* per array or object */
    JSON_MAX_STRING = 64 * 1024, /* bytes as written */
};
#define JSON_MAX_INTEGER INT64_C(999999999999999)

/* Whether the document is accepted. 0, or -1 with byte offset, line and reason in err. */
int json_scan(struct slice document, struct err *err);

/* Caller frees with cJSON_Delete. NULL on error, told as above. */
cJSON *json_parse(struct slice document, struct err *err);

/* Reads (as path_read does) and parses one of the data files that are read at every start: the
 * tree's strings lie in the arena and go with it, as do *bytes, what the file holds without the
 * byte order mark that some editors put first; its nodes lie in `nodes`, which may be the same;
 * never cJSON_Delete, never a change. As the build found them they have been parsed by it already.
 */
const cJSON *json_read_in(struct arena *arena, struct arena *nodes, const char *path,
                          size_t max_nbytes, const char *limit_name, struct slice *bytes,
                          struct err *err);
/* The same, but of what the build has parsed only three levels below the top are made: values
 * there that have members look empty before json_unfold was called for them or one above. It
 * makes all that is below the value; once, and not while others read there. */
const cJSON *json_read_folded(struct arena *arena, struct arena *nodes, const char *path,
                              size_t max_nbytes, const char *limit_name, struct slice *bytes,
                              struct err *err);
void json_unfold(const cJSON *value);

/* The line, from 1, on which the item of the document's tree begins; 1 when it is not of it. */
size_t json_line(struct slice document, const cJSON *root, const cJSON *item);

/* Appends the canonical form; out->failed tells of short memory. */
void json_canonical(const cJSON *value, struct str *out);

/* Appends `text` as a JSON string with its quotes, for writers that print as
 * they go. Bytes that are not UTF-8 become U+FFFD. */
void json_quote(struct slice text, struct str *out);

/* The same for those who have made room: text.nbytes + JSON_QUOTES bytes. Returns the place
 * behind it; NULL when something must be written in another way than it stands in the text. */
enum { JSON_QUOTES = 2 };
char *json_quote_plain(struct slice text, char *to);

/* Typed look-ups in an object. Absent or of another type gives the fallback
 * (NULL, 0, false). Strings are borrowed from the tree. */
const cJSON *json_get(const cJSON *object, const char *key);
const char *json_string(const cJSON *object, const char *key);
/* Each item of an array or object; none of NULL. A list that must be looked up first is looked
 * up once, which cJSON's own macro does not see to. */
static inline const cJSON *json_first(const cJSON *list)
{
    return list ? list->child : NULL;
}
#define json_each(item, list) for ((item) = json_first(list); (item); (item) = (item)->next)
/* What a string says; "" for NULL and for what is no string. */
const char *json_text(const cJSON *item);
int64_t json_integer(const cJSON *object, const char *key, int64_t fallback);
bool json_bool(const cJSON *object, const char *key, bool fallback);

/* Of each of the n keys the object's member, NULL where it has none, all in one walk: short where
 * they come in the order of the keys. Returns the first member with another key, or NULL. */
const cJSON *json_members(const cJSON *object, const char *const *keys, size_t n,
                          const cJSON **members);

/* Adds the item, which it takes in any case; -1 when memory is short or it is NULL. */
int json_put(cJSON *object, const char *key, cJSON *item);
/* Appends `text` with U+FFFD for each byte that is not UTF-8: names of files
 * and what others typed may hold any. */
void json_repair(const char *text, struct str *out);

/* Adds an integer / string, repaired; -1 when memory is short or out of range. */
int json_add_integer(cJSON *object, const char *key, int64_t value);
int json_add_string(cJSON *object, const char *key, const char *value);

#endif
