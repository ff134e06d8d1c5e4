/* Numerals in folded text (NFKC: digits are ASCII), and dates made of them. */
#ifndef GOUJI_SRC_REPORT_NUMERAL_H
#define GOUJI_SRC_REPORT_NUMERAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gouji/report/report.h"

static inline bool numeral_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A Chinese numeral at the start of text: 十二 两 一百零五 二〇二一 壹拾贰. Bytes taken,
 * 0 when none stands there or the run makes no number (千方百计). */
size_t numeral_chinese(const char *text, int64_t *value);

/* Bytes of the Chinese numeral character text starts with (also 万), or 0. */
size_t numeral_chinese_char(const char *text);

/* A date at the start of folded text: 2021年1月29日, 2021年1月, 2021年, 1月29日,
 * 2021-01-29, 2021.1.29, 2021/1/29, 二〇二一年一月, 2024年元月. Parts not printed
 * are 0. Bytes taken, 0 when no date. */
size_t date_read(const char *text, struct date *date);

/* The bytes of a time, 9:05 or 10:32:11, that the text starts with; 0 for none. */
size_t clock_read(const char *text);

bool date_is_day(struct date date); /* year, month and day are there */

#endif
