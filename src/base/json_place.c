/* Where a value stands in its document: the parser keeps no places, which only
 * faults want. The values of a tree come in the order of its bytes. */
#include "gouji/base/json.h"

/* Whether the item is at or below `value`; *n counts the values before it. */
static bool count_before(const cJSON *value, const cJSON *item, size_t *n)
{
    if (value == item)
        return true;
    (*n)++;
    for (const cJSON *child = value->child; child; child = child->next)
        if (count_before(child, item, n))
            return true;
    return false;
}

static size_t behind_string(struct slice bytes, size_t at)
{
    for (at++; at < bytes.nbytes && bytes.ptr[at] != '"'; at++)
        at += bytes.ptr[at] == '\\';
    return at + 1;
}

static bool is_among(char c, const char *set)
{
    return c && strchr(set, c);
}

/* A string before a colon is no value. */
static bool is_key(struct slice bytes, size_t at)
{
    while (at < bytes.nbytes && is_among(bytes.ptr[at], " \t\r\n"))
        at++;
    return at < bytes.nbytes && bytes.ptr[at] == ':';
}

/* The byte where the value begins before which there are n; the end if there are fewer. */
static size_t find_value(struct slice bytes, size_t n)
{
    size_t at = 0;
    while (at < bytes.nbytes) {
        char c = bytes.ptr[at];
        size_t next = at + 1;
        if (is_among(c, " \t\r\n,:]}")) {
            at = next;
            continue;
        }
        if (c == '"')
            next = behind_string(bytes, at);
        else if (c != '{' && c != '[')
            while (next < bytes.nbytes && !is_among(bytes.ptr[next], " \t\r\n,:]}"))
                next++;
        if (!(c == '"' && is_key(bytes, next)) && n-- == 0)
            return at;
        at = next;
    }
    return bytes.nbytes;
}

size_t json_line(struct slice document, const cJSON *root, const cJSON *item)
{
    size_t n = 0, line = 1;
    if (!root || !item || !count_before(root, item, &n))
        return 1;
    size_t at = find_value(document, n);
    for (size_t i = 0; i < at; i++)
        line += document.ptr[i] == '\n';
    return line;
}
