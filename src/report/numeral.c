#include "numeral.h"

#include <string.h>

#include "gouji/base/ascii.h"

enum { MOST_NBYTES = 3 * 16 }; /* of one Chinese numeral */
#define MOST_VALUE INT64_C(1000000000000)

/* Values of the numeral characters; those from 10 on are place words. Most characters
 * are none: the one place where each may stand tells. With another character among them
 * the factor may have to be another; the compiler says when two have one place. */
#define GLYPHS(EACH)                                                                               \
    EACH(0x96F6, 0)         /* 零 */                                                              \
    EACH(0x3007, 0)         /* 〇 */                                                              \
    EACH(0x25CB, 0)         /* ○ */                                                              \
    EACH(0x4E00, 1)         /* 一 */                                                              \
    EACH(0x58F9, 1)         /* 壹 */                                                              \
    EACH(0x4E8C, 2)         /* 二 */                                                              \
    EACH(0x8D30, 2)         /* 贰 */                                                              \
    EACH(0x4E24, 2)         /* 两 */                                                              \
    EACH(0x4E09, 3)         /* 三 */                                                              \
    EACH(0x53C1, 3)         /* 叁 */                                                              \
    EACH(0x56DB, 4)         /* 四 */                                                              \
    EACH(0x8086, 4)         /* 肆 */                                                              \
    EACH(0x4E94, 5)         /* 五 */                                                              \
    EACH(0x4F0D, 5)         /* 伍 */                                                              \
    EACH(0x516D, 6)         /* 六 */                                                              \
    EACH(0x9646, 6)         /* 陆 */                                                              \
    EACH(0x4E03, 7)         /* 七 */                                                              \
    EACH(0x67D2, 7)         /* 柒 */                                                              \
    EACH(0x516B, 8)         /* 八 */                                                              \
    EACH(0x634C, 8)         /* 捌 */                                                              \
    EACH(0x4E5D, 9)         /* 九 */                                                              \
    EACH(0x7396, 9)         /* 玖 */                                                              \
    EACH(0x5341, 10)        /* 十 */                                                              \
    EACH(0x62FE, 10)        /* 拾 */                                                              \
    EACH(0x767E, 100)       /* 百 */                                                              \
    EACH(0x4F70, 100)       /* 佰 */                                                              \
    EACH(0x5343, 1000)      /* 千 */                                                              \
    EACH(0x4EDF, 1000)      /* 仟 */                                                              \
    EACH(0x4E07, 10000)     /* 万 */                                                              \
    EACH(0x4EBF, 100000000) /* 亿 */

#define GLYPH(c, value) [NUMERAL_PLACE(c)] = {c, value},
const struct numeral_glyph numeral_glyphs[NUMERAL_PLACES] = {GLYPHS(GLYPH)};

#define SECOND(c, value) | UINT64_C(1) << ((c) >> 6 & 63)
const uint64_t numeral_seconds = 0 GLYPHS(SECOND);

static int64_t glyph_value(const char *text, size_t *nbytes)
{
    int64_t value = numeral_glyph_value(text);
    *nbytes = value < 0 ? 0 : 3;
    return value;
}

/* 一二三 read place by place, as years are. */
static size_t read_places(const char *text, int64_t *value)
{
    size_t n = 0, nbytes;
    int64_t digit;
    for (*value = 0; n < 3 * 12 && (digit = glyph_value(text + n, &nbytes)) >= 0; n += nbytes)
        *value = *value * 10 + digit;
    return n;
}

static bool has_place_words(const char *text)
{
    size_t nbytes, n = 0;
    for (int64_t value; n < MOST_NBYTES && (value = glyph_value(text + n, &nbytes)) >= 0;
         n += nbytes)
        if (value >= 10)
            return true;
    return false;
}

/* Of a glyph that stands alone: a name or a part of another word, as in 陆续, 收拾, 伍某. */
static bool is_word(const char *text)
{
    static const char *const words[] = {"肆", "伍", "陆", "拾", "佰", "仟"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (memcmp(text, words[i], 3) == 0)
            return true;
    return false;
}

size_t numeral_chinese(const char *text, int64_t *value)
{
    size_t nbytes, n = 0;
    int64_t first = glyph_value(text, &nbytes);
    if (first < 0 || first > 10)
        return 0;
    if (glyph_value(text + 3, &nbytes) < 0) { /* as most stand alone */
        *value = first;
        return is_word(text) ? 0 : 3;
    }
    if (!has_place_words(text))
        return read_places(text, value);
    int64_t total = 0, section = 0, digit = -1;
    for (int64_t v; (v = glyph_value(text + n, &nbytes)) >= 0; n += nbytes) {
        if (v < 10) {
            if (digit > 0)
                return 0;
            digit = v;
        } else if (v < 10000) {
            section += (digit < 0 && v == 10 ? 1 : digit < 0 ? 0 : digit) * v;
            digit = -1;
        } else {
            total += section + (digit > 0 ? digit : 0);
            if (total > MOST_VALUE / v)
                return 0;
            total *= v;
            section = 0;
            digit = -1;
        }
        if (total + section > MOST_VALUE || n > MOST_NBYTES)
            return 0;
    }
    *value = total + section + (digit > 0 ? digit : 0);
    return n;
}

/* One or two digits or a Chinese numeral, 1..limit. */
static size_t read_part(const char *text, int limit, int *part)
{
    int64_t chinese = 0;
    size_t n = numeral_digits(text, 3, part);
    bool is_long = n > 2;
    if (n == 0 && strncmp(text, "元", 3) == 0 && limit == 12) {
        *part = 1;
        n = 3;
    } else if (n == 0) {
        n = numeral_chinese(text, &chinese);
        *part = chinese > limit ? 0 : (int)chinese;
    }
    return !is_long && *part >= 1 && *part <= limit ? n : 0;
}

/* What is typed for 〇: a letter, a ring, a digit. Its bytes, or 0. */
static size_t zero_size(const char *text)
{
    static const char *const zeros[] = {"O", "o", "0", "\xD0\x9E", "\xE2\x97\xAF", NULL};
    for (size_t i = 0; zeros[i]; i++)
        if (strncmp(text, zeros[i], strlen(zeros[i])) == 0)
            return strlen(zeros[i]);
    return 0;
}

/* 二〇二一, also 二O二一: its bytes, 0 when these are not four digits. */
static size_t read_spelt_year(const char *text, int *value)
{
    size_t n = 0;
    *value = 0;
    for (int i = 0; i < 4; i++) {
        size_t nbytes;
        int digit = (int)glyph_value(text + n, &nbytes);
        if (digit < 0 && i > 0) {
            nbytes = zero_size(text + n);
            digit = 0;
        }
        if (nbytes == 0 || digit > 9)
            return 0;
        *value = *value * 10 + digit;
        n += nbytes;
    }
    return numeral_chinese_char(text + n) ? 0 : n;
}

static size_t read_year(const char *text, int *year)
{
    size_t n = numeral_digits(text, 5, year);
    if (n == 0)
        n = read_spelt_year(text, year);
    else if (n != 4)
        return 0;
    return n > 0 && *year >= 1949 && *year <= 2099 ? n : 0;
}

/* 1月29日 */
static size_t read_month_day(const char *text, struct date *date)
{
    int month, day;
    size_t n = read_part(text, 12, &month);
    if (n == 0 || strncmp(text + n, "月", 3) != 0)
        return 0;
    n += 3;
    date->month = month;
    size_t d = read_part(text + n, 31, &day);
    if (d && (strncmp(text + n + d, "日", 3) == 0 || strncmp(text + n + d, "号", 3) == 0)) {
        date->day = day;
        n += d + 3;
    }
    return n;
}

/* Up to two digits, 0 to most. */
static size_t read_clock_part(const char *text, size_t least, int most)
{
    int value;
    size_t n = numeral_digits(text, 2, &value);
    return n >= least && value <= most ? n : 0;
}

size_t clock_read(const char *text)
{
    size_t n = read_clock_part(text, 1, 23);
    if (n == 0 || text[n] != ':')
        return 0;
    size_t minutes = read_clock_part(text + n + 1, 2, 59);
    if (minutes == 0)
        return 0;
    n += 1 + minutes;
    size_t seconds = text[n] == ':' ? read_clock_part(text + n + 1, 2, 59) : 0;
    n += seconds ? 1 + seconds : 0;
    return ascii_is_digit(text[n]) ? 0 : n;
}

/* The day of 2021-01-29, at which its time may stand: 2021-01-2910:32. */
static size_t read_day(const char *text, int *day)
{
    size_t n = read_part(text, 31, day);
    if (n && !ascii_is_digit(text[n]))
        return n;
    for (n = 2; n > 0; n--) {
        char alone[3] = {text[0], n > 1 ? text[1] : '\0', '\0'};
        if (read_part(alone, 31, day) == n && clock_read(text + n))
            return n;
    }
    return 0;
}

/* The rest of 2021-01-29 behind its year. */
static size_t read_marked(const char *text, struct date *date)
{
    char mark = *text;
    if (!mark || !strchr("-./", mark))
        return 0;
    int month, day;
    size_t m = read_part(text + 1, 12, &month);
    if (m == 0 || text[1 + m] != mark)
        return 0;
    size_t d = read_day(text + 2 + m, &day);
    if (d == 0)
        return 0;
    date->month = month;
    date->day = day;
    return 2 + m + d;
}

size_t date_read(const char *text, struct date *date)
{
    *date = (struct date){0};
    if (!numeral_may_begin(text) && (*text != '\xE5' || strncmp(text, "元", 3) != 0))
        return 0; /* as nearly everywhere */
    int year;
    size_t n = read_year(text, &year);
    if (n == 0) {
        n = read_month_day(text, date);
        return date->day ? n : 0;
    }
    date->year = year;
    if (strncmp(text + n, "年", 3) == 0)
        return n + 3 + read_month_day(text + n + 3, date);
    size_t rest = read_marked(text + n, date);
    return rest ? n + rest : 0;
}

bool date_is_day(struct date date)
{
    return date.year && date.month && date.day;
}

bool date_exists(struct date date)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    int year = date.year, month = date.month;
    bool is_leap = year == 0 || (year % 4 == 0 && (year % 100 != 0 || year % 400 == 0));
    return month >= 1 && month <= 12 && date.day >= 1 &&
           date.day <= days[month - 1] + (month == 2 && is_leap);
}
