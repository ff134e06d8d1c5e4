#include "inline_tags.h"

#include <stdbool.h>
#include <string.h>

#include "gouji/base/ascii.h"

enum { LONGEST = 600 }; /* tag, so that none costs much */

/* Tags that only set the letters. A raised figure is a note's, and stays apart. */
static const char *const names[] = {"span", "font", "b", "strong", "i", "em", "u", "o:p"};

/* What may hide or strike out the text behind it. */
static const char *const hiding[] = {"hid",     "display",  "visib", "color",   "size:0", "size: 0",
                                     "opacity", "position", "clip",  "through", "indent"};

static bool holds(const char *first, const char *end, const char *word)
{
    return memmem(first, (size_t)(end - first), word, strlen(word)) != NULL;
}

static bool has_name(const char *name, const char *end)
{
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        size_t n = strlen(names[i]);
        if ((size_t)(end - name) >= n && memcmp(name, names[i], n) == 0 &&
            (name + n == end || name[n] == ' '))
            return true;
    }
    return false;
}

/* Where the tag ends that begins here, the byte behind it; NULL: it is none of these. */
static char *tag_end(char *at)
{
    char *end = at + 1;
    while (end - at < LONGEST && *end && !strchr("<>|\n", *end))
        end++;
    if (*end != '>' || !has_name(at + 1 + (at[1] == '/'), end))
        return NULL;
    for (size_t i = 0; i < sizeof hiding / sizeof *hiding; i++)
        if (holds(at, end, hiding[i]))
            return NULL;
    return end + 1;
}

/* The tags that stand here one behind the other; `at` when there are none. */
static char *tags_end(char *at)
{
    for (char *end; *at == '<' && (end = tag_end(at)) != NULL;)
        at = end;
    return at;
}

/* Blanks between digits would make two figures of one. */
static bool is_in_figure(const char *at, const char *end)
{
    return ascii_is_digit(at[-1]) && ascii_is_digit(*end);
}

static void blank_tags(char *row)
{
    for (char *at = row + strcspn(row, "<\n"); *at == '<'; at += strcspn(at, "<\n")) {
        char *end = tags_end(at);
        if (end > at && !is_in_figure(at, end))
            memset(at, ' ', (size_t)(end - at));
        at = end > at ? end : at + 1;
    }
}

void inline_tags_turn(char *text)
{
    if (!strchr(text, '<')) /* as nearly always */
        return;
    for (char *line = text; *line; line += strcspn(line, "\n"), line += *line == '\n')
        if (line[strspn(line, " \t")] == '|')
            blank_tags(line);
}
