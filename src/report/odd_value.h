/* What stands where a value does and is no number: signs, words, numerals of another kind. */
#ifndef GOUJI_SRC_REPORT_ODD_VALUE_H
#define GOUJI_SRC_REPORT_ODD_VALUE_H

#include <stdbool.h>

#include "gouji/base/ascii.h"
#include "gouji/base/slice.h"

/* –, \, ***, ？: nothing but strokes, stars and the like, which no label begins or goes on with.
 * The text is folded. */
bool odd_are_signs(struct slice text);
static inline bool odd_is_signs(struct slice text)
{
    unsigned char first = text.nbytes > 0 ? (unsigned char)*text.ptr : '0';
    bool may_be = first < 0x80 ? !ascii_is_digit(first) : first == 0xE2 || first == 0xEF;
    return may_be && odd_are_signs(text);
}

/* ¥300, ×, 约20, 十二, #DIV/0!: short, and neither words nor a page's or a list's number nor a
 * date. The text is folded. */
bool odd_may_be_value(struct slice text);

/* 十二: several numerals and nothing else. */
bool odd_is_numeral(struct slice text);

/* 注1, *2, 2022年, 含1件: what a label's note looks like, and no value: one of the shapes (注0),
 * which end with NULL, with one to four digits in place of its 0. The text is folded. */
bool odd_is_note(struct slice text, const char *const *shapes);

#endif
