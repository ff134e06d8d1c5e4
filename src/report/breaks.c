/* Texts whose lines end in other characters than those of a text file. */
#include "breaks.h"

#include <stdbool.h>
#include <string.h>

enum { LONGEST_TITLE = 600, LEAST_BREAKS = 8, TIMES_MORE = 4 };

/* Word's manual line break, next line, line separator, paragraph separator. */
static size_t break_size(const char *at)
{
    if (*at == '\v')
        return 1;
    if (strncmp(at, "\xC2\x85", 2) == 0)
        return 2;
    return strncmp(at, "\xE2\x80\xA8", 3) == 0 || strncmp(at, "\xE2\x80\xA9", 3) == 0 ? 3 : 0;
}

static bool is_end(char byte)
{
    return byte == '\r' || byte == '\n';
}

/* Word ends a cell with a line end and a bell, and a row with one more of both: bars and line
 * ends, as where each cell stands before a bar. A bell without a line end parts two cells of
 * a row. */
static void turn_cell_marks(char *text)
{
    for (char *at = text; (at = strchr(at, '\a')) != NULL; at++) {
        *at = at > text && is_end(at[-1]) ? '\n' : '\t';
        if (*at == '\n')
            at[-1] = '|';
        if (*at == '\n' && at - text >= 2 && at[-2] == '\r')
            at[-2] = ' ';
    }
}

void breaks_turn(char *text)
{
    turn_cell_marks(text);
    size_t nbreaks = 0, nlines = 0;
    if (strcspn(text, "\r\n") < LONGEST_TITLE) /* as nearly always */
        return;
    for (const char *at = text; *at; at++) {
        nbreaks += break_size(at) > 0;
        nlines += *at == '\n' || *at == '\r';
    }
    if (nbreaks < LEAST_BREAKS || nbreaks < TIMES_MORE * nlines)
        return;
    for (char *at = text; *at; at++) {
        size_t n = break_size(at);
        if (n == 0)
            continue;
        memset(at, ' ', n - 1);
        at[n - 1] = '\n';
        at += n - 1;
    }
}
