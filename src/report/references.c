#include "references.h"

#include <stddef.h>
#include <string.h>

#include "gouji/base/ascii.h"
#include "gouji/base/slice.h"

/* Signs and blanks; none is longer than its reference. */
static const struct reference {
    const char *name, *sign;
} references[] = {
    {"#43;", "+"},    {"#45;", "-"},   {"#47;", "/"},    {"minus;", "−"},  {"#8722;", "−"},
    {"mdash;", "—"},  {"#8212;", "—"}, {"#x2014;", "—"}, {"ndash;", "–"},  {"#8211;", "–"},
    {"#x2013;", "–"}, {"#160;", " "},  {"#xa0;", " "},   {"#xA0;", " "},   {"ensp;", " "},
    {"emsp;", " "},   {"#8194;", " "}, {"#8195;", " "},  {"#12288;", " "}, {"#x3000;", " "},
};

enum { COUNT = sizeof references / sizeof *references, MOST_SIGN_NBYTES = 12 };

static const struct reference *read_reference(const char *at)
{
    for (size_t i = 0; *at == '&' && i < COUNT; i++)
        if (strncmp(at + 1, references[i].name, strlen(references[i].name)) == 0)
            return &references[i];
    return NULL;
}

/* Between blanks they may be one of several fields, of which more blanks would make others. */
static bool begins_cell(const char *text, const char *at)
{
    while (at > text && at[-1] == ' ')
        at--;
    return at == text || strchr("|\t\n", at[-1]);
}

/* A figure, or nothing else in the cell. */
static bool may_be_sign(const char *behind)
{
    return ascii_is_digit(*behind) || strchr("|\t\r\n", behind[strspn(behind, " ")]);
}

/* The references that stand here one behind the other: where they end, and what they are. */
static char *read_run(char *at, char signs[MOST_SIGN_NBYTES + 1])
{
    size_t n = 0;
    for (const struct reference *found; (found = read_reference(at)) != NULL;) {
        size_t nbytes = strlen(found->sign);
        if (n + nbytes > MOST_SIGN_NBYTES)
            break;
        memcpy(signs + n, found->sign, nbytes);
        n += nbytes;
        at += 1 + strlen(found->name);
    }
    signs[n] = '\0';
    return at;
}

void references_turn(char *text)
{
    char signs[MOST_SIGN_NBYTES + 1];
    for (char *at = text; (at = strchr(at, '&')) != NULL; at++) {
        char *end = begins_cell(text, at) ? read_run(at, signs) : at;
        if (end == at || !may_be_sign(end))
            continue;
        size_t nbytes = strlen(signs);
        memset(at, ' ', (size_t)(end - at));
        memcpy(end - nbytes, signs, nbytes);
    }
}
