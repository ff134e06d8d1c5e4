/* Texts whose lines end in other characters than those of a text file. */
#include "breaks.h"

#include <stdbool.h>
#include <string.h>

#include "joined.h"

enum { LONGEST_TITLE = 600, LEAST_BREAKS = 8, TIMES_MORE = 4, LEAST_BELLS = 14 };

/* Word's manual line break, next line, line separator, paragraph separator. */
static inline size_t break_size(const char *at)
{
    if (*at == '\v')
        return 1;
    if (*at == '\xC2')
        return at[1] == '\x85' ? 2 : 0;
    return *at == '\xE2' && at[1] == '\x80' && (at[2] == '\xA8' || at[2] == '\xA9') ? 3 : 0;
}

static bool is_end(char byte)
{
    return byte == '\r' || byte == '\n';
}

/* Fewer than part the cells of two rows of table three are shown as they are. */
static bool part_cells(const char *text)
{
    size_t n = 0;
    while (n < LEAST_BELLS && (text = strchr(text, '\a')) != NULL) {
        n++;
        text++;
    }
    return n == LEAST_BELLS;
}

/* Whether a line end stands before every bell, as Word sets them. */
static bool end_lines(const char *text)
{
    for (const char *at = text; (at = strchr(at, '\a')) != NULL; at++)
        if (at == text || !is_end(at[-1]))
            return false;
    return true;
}

/* Word ends a cell with a line end and a bell, and a row with one more of both: bars and line
 * ends, as where each cell stands before a bar. Other bells part the cells of a line. */
static void turn_cell_marks(char *text)
{
    if (!part_cells(text))
        return;
    bool is_word = end_lines(text);
    for (char *at = strchr(text, '\a'); at; at = strchr(at + 1, '\a')) {
        *at = is_word ? '\n' : '\t';
        if (!is_word)
            continue;
        at[-1] = '|';
        if (at - text >= 2 && at[-2] == '\r')
            at[-2] = ' ';
    }
}

/* Where the quoted field ends that is all a line says, other fields being empty; 0: it is not. */
static size_t only_field(const char *line, size_t nbytes)
{
    const char *close = nbytes > 1 && *line == '"' ? memchr(line + 1, '"', nbytes - 1) : NULL;
    if (!close)
        return 0;
    for (const char *at = close + 1; at < line + nbytes; at++) {
        bool is_empty = at[0] == '"' && at[1] == '"' && strchr(",;\t", at[-1]);
        if (!is_empty && !strchr(",;\t\r ", *at))
            return 0;
        at += is_empty;
    }
    return (size_t)(close - line);
}

/* The quotes go; separators come to stand at the end of the line. */
static void blank_field(char *line, size_t nbytes, size_t end)
{
    size_t n = nbytes;
    for (size_t i = nbytes; i-- > end + 1;)
        if (line[i] != '"')
            line[--n] = line[i];
    memset(line + end, ' ', n - end);
    line[0] = ' ';
}

/* Whether a line begins with a quote, not the first. */
static bool has_quoted_lines(const char *text)
{
    for (const char *at = text; (at = strchr(at, '"')) != NULL; at++)
        if (at > text && at[-1] == '\n')
            return true;
    return false;
}

/* Sheets that hold a whole report are saved with quotes around its headings and paragraphs, too:
 * these become blanks. A line or two in quotes is as its author wrote it. */
static void blank_field_quotes(char *text)
{
    enum { LEAST_LINES = 8, PASSES = 2 };
    size_t n = 0;
    if (!has_quoted_lines(text))
        return;
    for (int pass = 0; pass < PASSES && (pass == 0 || n >= LEAST_LINES); pass++)
        for (char *line = text; *line; line += strcspn(line, "\n"), line += *line == '\n') {
            size_t nbytes = strcspn(line, "\n"), end = only_field(line, nbytes);
            n += pass == 0 && end > 0;
            if (pass > 0 && end > 0)
                blank_field(line, nbytes, end);
        }
}

static size_t count_ends(const char *text)
{
    size_t n = 0;
    for (const char *at = text; (at = strpbrk(at, "\r\n")) != NULL; at++)
        n++;
    return n;
}

static size_t count_breaks(const char *text)
{
    static const unsigned char leads[] = {'\v', 0xC2, 0xE2};
    size_t n = 0;
    for (size_t i = 0; i < sizeof leads; i++)
        for (const char *at = text; (at = strchr(at, leads[i])) != NULL; at++)
            n += break_size(at) > 0;
    return n;
}

void breaks_turn(char *text)
{
    turn_cell_marks(text);
    blank_field_quotes(text);
    if (strcspn(text, "\r\n") < LONGEST_TITLE) /* as nearly always */
        return;
    size_t nbreaks = count_breaks(text);
    joined_turn(text, nbreaks + count_ends(text));
    if (nbreaks < LEAST_BREAKS || nbreaks < TIMES_MORE * count_ends(text))
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
