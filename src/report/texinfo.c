#include "texinfo.h"

#include <stdbool.h>
#include <string.h>

static bool begins(const char *line, const char *word)
{
    return strncmp(line, word, strlen(word)) == 0;
}

static void blank(char *at, size_t nbytes)
{
    memset(at, ' ', nbytes);
}

/* The row goes on behind the line's end: it is one line. */
static void turn_row(char *text, char *line, size_t nbytes)
{
    static const char item[] = "@item", head[] = "@headitem", tab[] = " @tab";
    size_t mark = begins(line, item) ? strlen(item) : begins(line, head) ? strlen(head) : 0;
    if (mark > 0) {
        blank(line, mark);
        if (strspn(line, " ") == nbytes && line[nbytes] == '\n')
            line[nbytes] = ' ';
    } else if (begins(line, tab)) {
        blank(line, strlen(tab));
        line[strlen(tab) - 1] = '\t';
        if (line > text)
            line[-1] = ' ';
    }
}

/* What stands in no table: lines of commands go, of headings their command. */
static void turn_line(char *line, size_t nbytes, bool in_menu)
{
    static const char *const commands[] = {"@node ", "@anchor{", "@top ", "@menu", "@end ", "@bye"};
    static const char *const headings[] = {"@chapter ", "@section ", "@subsection ",
                                           "@unnumbered "};
    bool goes = in_menu;
    for (size_t i = 0; i < sizeof commands / sizeof *commands; i++)
        goes = goes || begins(line, commands[i]);
    for (size_t i = 0; i < sizeof headings / sizeof *headings && !goes; i++)
        if (begins(line, headings[i]))
            blank(line, strlen(headings[i]));
    if (goes)
        blank(line, nbytes);
}

void texinfo_turn(char *text)
{
    static const char table[] = "@multitable", table_end[] = "@end multitable";
    bool in_table = false, in_menu = false;
    if (!strchr(text, '@') || !strstr(text, table))
        return;
    for (char *line = text, *next; *line; line = next) {
        size_t nbytes = strcspn(line, "\n");
        next = line + nbytes + (line[nbytes] == '\n');
        bool ends = begins(line, table_end), starts = begins(line, table);
        in_menu = begins(line, "@menu") || (in_menu && !begins(line, "@end menu"));
        if (starts || ends)
            blank(line, nbytes);
        else if (in_table)
            turn_row(text, line, nbytes);
        else
            turn_line(line, nbytes, in_menu);
        in_table = starts || (in_table && !ends);
    }
}
