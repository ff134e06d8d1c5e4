#include "latex.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static char *line_end(char *line)
{
    return line + strcspn(line, "\n");
}

static bool is_escaped(const char *line, const char *at)
{
    return at > line && at[-1] == '\\';
}

/* The first & from `at` to the line's end that parts cells, or NULL. */
static char *find_mark(const char *line, char *at)
{
    char *end = line_end(at);
    while ((at = memchr(at, '&', (size_t)(end - at))) != NULL && is_escaped(line, at))
        at++;
    return at;
}

/* Where the two backslashes stand that the line ends in, or NULL. */
static char *find_row_end(char *line)
{
    char *end = line_end(line);
    while (end > line && strchr(" \t\r", end[-1]))
        end--;
    return end - line >= 2 && end[-1] == '\\' && end[-2] == '\\' ? end - 2 : NULL;
}

/* Whether a row goes on behind the end of the line: the mark is its last, or the next one's
 * first. */
static bool goes_on(char *line)
{
    char *end = line_end(line), *last = end;
    while (last > line && strchr(" \t\r", last[-1]))
        last--;
    const char *next = *end ? end + 1 + strspn(end + 1, " \t") : "";
    return *next &&
           ((last > line && last[-1] == '&' && !is_escaped(line, last - 1)) || *next == '&');
}

/* The lines of the row that starts at the line; 0: it is none. */
static size_t row_lines(char *line)
{
    enum { MOST_LINES = 16 };
    bool has_mark = false;
    for (size_t n = 1; n <= MOST_LINES; n++, line = line_end(line) + 1) {
        has_mark = has_mark || find_mark(line, line);
        if (find_row_end(line))
            return has_mark ? n : 0;
        if (!has_mark || !goes_on(line))
            return 0;
    }
    return 0;
}

static char *skip_lines(char *line, size_t n)
{
    for (; n > 0 && *line; n--) {
        line = line_end(line);
        line += *line == '\n';
    }
    return line;
}

/* Cells between tabs, all in one line; what ends the row is blank. */
static void turn_row(char *line, size_t nlines)
{
    for (; nlines > 0; nlines--) {
        char *end = line_end(line), *row_end = find_row_end(line);
        for (char *mark = line; (mark = find_mark(line, mark)) != NULL;)
            *mark = '\t';
        if (row_end)
            memset(row_end, ' ', 2);
        if (nlines > 1)
            *end = ' ';
        line = end + 1;
    }
}

static void blank_rule(char *line)
{
    static const char *const rules[] = {"\\hline", "\\cline", "\\toprule", "\\midrule",
                                        "\\bottomrule"};
    for (size_t i = 0; i < sizeof rules / sizeof *rules; i++)
        if (strncmp(line, rules[i], strlen(rules[i])) == 0)
            memset(line, ' ', (size_t)(line_end(line) - line));
}

void latex_turn(char *text)
{
    enum { LEAST_ROWS = 8 };
    size_t nrows = 0;
    if (!strchr(text, '\\') || !strchr(text, '&') || strstr(text, "\\multi"))
        return;
    for (char *line = text; *line; line = skip_lines(line, 1))
        nrows += row_lines(line) > 0;
    if (nrows < LEAST_ROWS)
        return;
    for (char *line = text; *line;) {
        size_t n = row_lines(line);
        char *next = skip_lines(line, n > 0 ? n : 1);
        if (n > 0)
            turn_row(line, n);
        else
            blank_rule(line);
        line = next;
    }
}
