#include "line_marks.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

static const char mark[] = "??";

enum { MARK_NBYTES = sizeof mark - 1, LEAST_LINES = 12, LEAST_PERCENT = 80 };

/* Without the blanks around it. */
struct line {
    char *first, *end;
};

static char *next_line(char *at, struct line *line)
{
    size_t n = strcspn(at, "\n");
    line->first = at + strspn(at, " \t\r");
    line->end = at + n;
    while (line->end > line->first && strchr(" \t\r", line->end[-1]))
        line->end--;
    return at + n + (at[n] == '\n');
}

static char *find_mark(const struct line *line, bool at_end)
{
    if (line->end - line->first < MARK_NBYTES)
        return NULL;
    char *at = at_end ? line->end - MARK_NBYTES : line->first;
    return memcmp(at, mark, MARK_NBYTES) == 0 ? at : NULL;
}

static bool is_marked(char *text, bool at_end)
{
    size_t nlines = 0, nmarked = 0;
    struct line line;
    for (char *at = text; *at;) {
        at = next_line(at, &line);
        nlines += line.first < line.end;
        nmarked += find_mark(&line, at_end) != NULL;
    }
    return nmarked >= LEAST_LINES && nmarked * 100 >= nlines * LEAST_PERCENT;
}

static void blank_marks(char *text, bool at_end)
{
    struct line line;
    for (char *at = text; *at;) {
        at = next_line(at, &line);
        char *found = find_mark(&line, at_end);
        if (found)
            memset(found, ' ', MARK_NBYTES);
    }
}

void line_marks_turn(char *text)
{
    size_t nfound = 0;
    const char *at = strchr(text, mark[0]);
    for (; at && nfound < LEAST_LINES; at = strchr(at + 1, mark[0]))
        nfound += at[1] == mark[1];
    for (int at_end = 0; nfound >= LEAST_LINES && at_end < 2; at_end++)
        if (is_marked(text, at_end))
            blank_marks(text, at_end);
}
