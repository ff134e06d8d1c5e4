#include "references.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "gouji/base/ascii.h"

enum { REFERENCE_NBYTES = 5 };

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

void references_turn(char *text)
{
    for (char *at = text; (at = strstr(at, "&#4")) != NULL; at++) {
        bool is_sign = (at[3] == '3' || at[3] == '5') && at[4] == ';';
        if (!is_sign || !begins_cell(text, at) || !may_be_sign(at + REFERENCE_NBYTES))
            continue;
        char sign = at[3] == '3' ? '+' : '-';
        memset(at, ' ', REFERENCE_NBYTES - 1);
        at[REFERENCE_NBYTES - 1] = sign;
    }
}
