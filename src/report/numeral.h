/* Numerals in folded text (NFKC: digits are ASCII), and dates made of them. */
#ifndef GOUJI_SRC_REPORT_NUMERAL_H
#define GOUJI_SRC_REPORT_NUMERAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gouji/base/ascii.h"
#include "gouji/report/report.h"

/* The digits at the start of text, at most so many (below 10): their number, 0 without any. Bytes
 * taken. */
static inline size_t numeral_digits(const char *text, size_t most, int *value)
{
    size_t n = 0;
    for (*value = 0; n < most && ascii_is_digit(text[n]); n++)
        *value = *value * 10 + (text[n] - '0');
    return n;
}

/* What a text of one to three digits and nothing else counts; -1 for any other. */
static inline int numeral_small(struct slice text)
{
    int value = 0;
    if (text.nbytes == 0 || text.nbytes > 3)
        return -1;
    for (size_t i = 0; i < text.nbytes; i++) {
        if (!ascii_is_digit(text.ptr[i]))
            return -1;
        value = value * 10 + (text.ptr[i] - '0');
    }
    return value;
}

/* A Chinese numeral at the start of text: 十二 两 一百零五 二〇二一 壹拾贰. Bytes taken,
 * 0 when none stands there or the run makes no number (千方百计). */
size_t numeral_chinese(const char *text, int64_t *value);

/* The numeral characters, each in the one place where it may stand. */
struct numeral_glyph {
    int32_t point, value; /* those from 10 on are place words */
};
enum { NUMERAL_PLACES = 64 };
#define NUMERAL_PLACE(point) (((uint32_t)(point)*19343u & 0xFFFF) >> 10)
extern const struct numeral_glyph numeral_glyphs[NUMERAL_PLACES];
extern const uint64_t numeral_seconds; /* a bit for each second byte that one of them has */

/* The value of the numeral character that the text starts with; -1 for any other. */
static inline int32_t numeral_glyph_value(const char *text)
{
    const unsigned char *p = (const unsigned char *)text;
    if (p[0] < 0xE2 || p[0] > 0xE9 || !(numeral_seconds >> (p[1] & 63) & 1))
        return -1; /* as most are told */
    if ((p[1] & 0xC0) != 0x80 || (p[2] & 0xC0) != 0x80)
        return -1;
    int32_t point = (p[0] & 0xF) << 12 | (p[1] & 0x3F) << 6 | (p[2] & 0x3F);
    const struct numeral_glyph *glyph = &numeral_glyphs[NUMERAL_PLACE(point)];
    return glyph->point == point ? glyph->value : -1;
}

/* Bytes of the Chinese numeral character text starts with (also 万), or 0. */
static inline size_t numeral_chinese_char(const char *text)
{
    return numeral_glyph_value(text) < 0 ? 0 : 3;
}

/* Whether a number may begin there, in figures or in words. */
static inline bool numeral_may_begin(const char *text)
{
    return ascii_is_digit(*text) || numeral_glyph_value(text) >= 0;
}

/* A date at the start of folded text: 2021年1月29日, 2021年1月, 2021年, 1月29日,
 * 2021-01-29, 2021.1.29, 2021/1/29, 二〇二一年一月, 2024年元月. Parts not printed
 * are 0. Bytes taken, 0 when no date. */
size_t date_read(const char *text, struct date *date);

/* The bytes of a time, 9:05 or 10:32:11, that the text starts with; 0 for none. */
size_t clock_read(const char *text);

bool date_is_day(struct date date); /* year, month and day are there */

#endif
