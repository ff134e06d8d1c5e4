/* What one value field looks like, without placing it. */
#ifndef GOUJI_SRC_REPORT_CELL_H
#define GOUJI_SRC_REPORT_CELL_H

#include <stdbool.h>
#include <stdint.h>

#include "gouji/base/ascii.h"
#include "gouji/base/slice.h"

enum __attribute__((packed)) cell_shape {
    SHAPE_EMPTY,
    SHAPE_NUMBER, /* a numeral, with sign, unit and note as the grammar allows */
    SHAPE_MARK,   /* or a word of programs, such as NaN, whose cell has the state text */
    SHAPE_TEXT,
};

enum cell_shape cell_shape(struct slice field);

/* As most values are printed. */
static inline bool cell_is_plain_number(struct slice field)
{
    enum { USUAL_NBYTES = 9 };
    size_t n = 0;
    while (n < field.nbytes && ascii_is_digit(field.ptr[n]))
        n++;
    return n > 0 && n == field.nbytes && n <= USUAL_NBYTES;
}

/* The same of what cell_trim gave; the first of what is neither empty nor plain. */
enum cell_shape cell_other_shape(struct slice field);
static inline enum cell_shape cell_trimmed_shape(struct slice field)
{
    if (field.nbytes == 0)
        return SHAPE_EMPTY;
    return cell_is_plain_number(field) ? SHAPE_NUMBER : cell_other_shape(field);
}

/* What takes no room on the page, among digits too: soft hyphens, joiners, marks of direction,
 * variation selectors. U+202E is none of them: digits behind it are seen in another order. */
static inline bool cell_is_unseen(int32_t point)
{
    return (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202D) ||
           (point >= 0x2060 && point <= 0x2069) || point == 0xFEFF || point == 0xAD ||
           point == 0x34F || point == 0x61C || (point >= 0xFE00 && point <= 0xFE0F);
}

/* White space of any width, also none: the blanks of Korean and of Braille too. */
static inline bool cell_is_blank(int32_t point)
{
    if (point < 0x85 || (point > 0x3164 && point < 0xFE00)) /* as nearly all are */
        return point == ' ' || (point >= '\t' && point <= '\r');
    return point == 0x85 || point == 0xA0 || (point >= 0x2000 && point <= 0x200A) ||
           point == 0x202F || point == 0x2800 || point == 0x3000 || point == 0x3164 ||
           cell_is_unseen(point);
}

/* Without white space (also U+00A0, U+3000, zero width), [bookmark: …],
 * [image: …] and signs of bold at both ends. The first is the second's way where, blanks aside, an
 * end is neither a digit nor an ideograph. */
struct slice cell_trim_ends(struct slice field);
static inline struct slice cell_trim(struct slice field)
{
    const unsigned char *p = (const unsigned char *)field.ptr;
    size_t n = field.nbytes;
    for (; n > 0 && *p == ' '; n--)
        p++;
    while (n > 0 && p[n - 1] == ' ')
        n--;
    field = slice_make((const char *)p, n);
    if (n == 0)
        return field;
    bool starts = ascii_is_digit(p[0]) || (n >= 3 && p[0] >= 0xE4 && p[0] <= 0xE9);
    bool ends = ascii_is_digit(p[n - 1]) ||
                (n >= 3 && p[n - 1] >= 0x80 && p[n - 3] >= 0xE4 && p[n - 3] <= 0xE9);
    return starts && ends ? field : cell_trim_ends(field);
}
/* The same, but signs of bold at both ends, as of **12**, stay. */
struct slice cell_trim_blanks(struct slice field);

/* 件, 万元: a unit and nothing else, which is no value. */
bool cell_is_unit(struct slice text);

#endif
