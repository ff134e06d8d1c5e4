#include "expected_fields.h"

#include <string.h>

#include "gouji/base/ascii.h"

enum { MOST_LINES = 8 }; /* of one field: further on the other mark is another field's */

struct slice expected_trim(struct slice text)
{
    static const char wide_space[] = "　";
    for (;;) {
        if (text.nbytes && memchr(" \t\r\n", text.ptr[0], 4))
            text = slice_make(text.ptr + 1, text.nbytes - 1);
        else if (text.nbytes && memchr(" \t\r\n", text.ptr[text.nbytes - 1], 4))
            text.nbytes--;
        else if (text.nbytes >= 3 && memcmp(text.ptr, wide_space, 3) == 0)
            text = slice_make(text.ptr + 3, text.nbytes - 3);
        else if (text.nbytes >= 3 && memcmp(text.ptr + text.nbytes - 3, wide_space, 3) == 0)
            text.nbytes -= 3;
        else
            return text;
    }
}

static struct slice from(struct slice text, size_t at)
{
    return slice_make(text.ptr + at, text.nbytes - at);
}

/* How many bytes end the line, or part fields, at this place; 0: none do. */
static size_t end_of_line(struct slice text, size_t at)
{
    if (at < text.nbytes && text.ptr[at] == '\r')
        return at + 1 < text.nbytes && text.ptr[at + 1] == '\n' ? 2 : 1;
    return at < text.nbytes && text.ptr[at] == '\n';
}

static size_t separator(struct slice text, size_t at, bool semicolons)
{
    static const char wide_comma[] = "，", wide_semicolon[] = "；";
    struct slice rest = from(text, at);
    if (at >= text.nbytes)
        return 0;
    if (memchr(",\t", rest.ptr[0], 2) || (semicolons && rest.ptr[0] == ';'))
        return 1;
    if (slice_has_prefix(rest, slice_of(wide_comma)))
        return strlen(wide_comma);
    return semicolons && slice_has_prefix(rest, slice_of(wide_semicolon)) ? strlen(wide_semicolon)
                                                                          : 0;
}

/* The mark that closes the field whose mark is at `at`: a field or the line ends behind it. 0:
 * there is none. */
static size_t closing_mark(struct slice text, size_t at, bool semicolons)
{
    size_t nlines = 0;
    for (size_t i = at + 1; i < text.nbytes && nlines < MOST_LINES; i++) {
        size_t end = end_of_line(text, i);
        nlines += end > 0;
        i += end == 2;
        if (text.ptr[i] != '"')
            continue;
        if (i + 1 < text.nbytes && text.ptr[i + 1] == '"') {
            i++;
            continue;
        }
        size_t behind = i + 1;
        while (behind < text.nbytes && text.ptr[behind] == ' ')
            behind++;
        bool ends = behind == text.nbytes || end_of_line(text, behind) > 0 ||
                    separator(text, behind, semicolons) > 0;
        return ends ? i : 0;
    }
    return 0;
}

bool expected_next(struct expected_lines *lines, struct slice *record)
{
    struct slice text = lines->text;
    size_t start = lines->at, at = start, nends = 0;
    bool begins = true;
    if (start >= text.nbytes)
        return false;
    while (at < text.nbytes && end_of_line(text, at) == 0) {
        size_t mark = begins && text.ptr[at] == '"' ? closing_mark(text, at, lines->semicolons) : 0;
        size_t part = separator(text, at, lines->semicolons);
        for (size_t i = at; i < mark; i += end_of_line(text, i) ? end_of_line(text, i) : 1)
            nends += end_of_line(text, i) > 0;
        begins = part > 0;
        at = mark > 0 ? mark + 1 : at + (part > 0 ? part : 1);
    }
    *record = slice_make(text.ptr + start, at - start);
    lines->line = lines->next;
    lines->next += nends + 1;
    lines->at = at + end_of_line(text, at);
    return true;
}

static bool is_latin(char byte)
{
    return ascii_is_digit(byte) || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

/* What stood in marks, without line ends (words of Latin letters stay apart), and with one mark
 * where there were two. */
static struct slice bare(struct arena *arena, struct slice field)
{
    char *out = arena_alloc(arena, field.nbytes + 1);
    size_t n = 0;
    for (size_t i = 0; out && i < field.nbytes; i++) {
        size_t end = end_of_line(field, i);
        bool is_mark = field.ptr[i] == '"';
        bool is_twice = is_mark && i + 1 < field.nbytes && field.ptr[i + 1] == '"';
        i += is_twice || end == 2;
        if (end > 0 && n > 0 && i + 1 < field.nbytes && is_latin(out[n - 1]) &&
            is_latin(field.ptr[i + 1]))
            out[n++] = ' ';
        else if (end == 0)
            out[n++] = field.ptr[i];
    }
    return out ? expected_trim(slice_make(out, n)) : slice_make(NULL, 0);
}

static struct slice without_mark(struct slice field)
{
    bool has_mark = field.nbytes > 0 && field.ptr[0] == '"';
    return expected_trim(from(field, has_mark));
}

void expected_split(struct arena *arena, struct slice record, bool semicolons,
                    struct expected_fields *out)
{
    size_t at = 0;
    *out = (struct expected_fields){.n = 0};
    while (out->n < EXPECTED_MAX_FIELDS && at < record.nbytes) {
        bool has_mark = record.ptr[at] == '"';
        size_t mark = has_mark ? closing_mark(record, at, semicolons) : 0;
        size_t start = mark > 0 ? at + 1 : at, end = mark > 0 ? mark : at;
        while (mark == 0 && end < record.nbytes && separator(record, end, semicolons) == 0)
            end++;
        out->is_unclosed |= has_mark && mark == 0;
        struct slice field = slice_make(record.ptr + start, end - start);
        out->all[out->n] = mark > 0 ? bare(arena, field) : without_mark(field);
        out->failed |= !out->all[out->n++].ptr;
        at = mark > 0 ? mark + 1 : end;
        while (at < record.nbytes && separator(record, at, semicolons) == 0)
            at++;
        at += separator(record, at, semicolons);
    }
}
