#include "line_numbers.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

enum { LEAST_LINES = 12, MOST_DIGITS = 6 };

/* What may stand between a number and its line; none: a blank or a tab, or the line ends. */
static const char *const signs[] = {":", ".", "：", "．", "、", "→", "|", "│", " |", " │", ")"};

enum { SIGN_COUNT = sizeof signs / sizeof *signs };

/* The number at the front of a line. */
struct number {
    size_t value;
    size_t start, end; /* of its digits; end is 0: there is none */
    size_t behind;     /* the sign */
    size_t sign;       /* SIGN_COUNT for none */
};

static struct number read_number(const char *line)
{
    struct number number = {.start = strspn(line, " "), .sign = 0};
    size_t end = number.start + strspn(line + number.start, "0123456789");
    if (end == number.start || end - number.start > MOST_DIGITS)
        return number;
    while (number.sign < SIGN_COUNT &&
           strncmp(line + end, signs[number.sign], strlen(signs[number.sign])) != 0)
        number.sign++;
    bool is_signed = number.sign < SIGN_COUNT;
    if (!is_signed && !strchr(" \t\r\n", line[end]))
        return number;
    for (size_t at = number.start; at < end; at++)
        number.value = number.value * 10 + (size_t)(line[at] - '0');
    number.behind = end + (is_signed ? strlen(signs[number.sign]) : 0);
    number.end = end;
    return number;
}

static const char *next_line(const char *at)
{
    at += strcspn(at, "\n");
    return at + (*at == '\n');
}

static bool is_numbered(const char *text)
{
    size_t nlines = 0;
    bool same_start = true, same_end = true;
    struct number first = {0}, last = {0};
    for (const char *at = text; *at; at = next_line(at)) {
        struct number number = read_number(at);
        if (number.end == 0 && strchr("\n", at[strspn(at, " \t\r")]))
            continue;
        if (nlines == 0)
            first = number;
        same_start = same_start && number.start == first.start;
        same_end = same_end && number.end == first.end;
        if (number.end == 0 || number.sign != first.sign || !(same_start || same_end) ||
            (nlines > 0 && number.value != last.value + 1))
            return false;
        last = number;
        nlines++;
    }
    return nlines >= LEAST_LINES;
}

void line_numbers_turn(char *text)
{
    if (!is_numbered(text))
        return;
    for (char *at = text; *at; at += strcspn(at, "\n"), at += *at == '\n') {
        struct number number = read_number(at);
        size_t n = number.behind;
        memset(at, ' ', n + (n > 0 && at[n] == '\t')); /* the tab is no blank cell */
    }
}
