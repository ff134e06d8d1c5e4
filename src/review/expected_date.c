#include "expected_date.h"

#include <string.h>

#include "expected_fields.h"
#include "gouji/base/ascii.h"
#include "gouji/review/expected.h"

static struct slice behind(struct slice text, size_t n)
{
    return slice_make(text.ptr + n, text.nbytes - n);
}

static size_t prefix_in(const cJSON *words, const char *key, struct slice text)
{
    const cJSON *word;
    cJSON_ArrayForEach (word, json_get(words, key))
        if (slice_has_prefix(text, slice_of(json_text(word))))
            return strlen(json_text(word));
    return 0;
}

/* ---- numbers ---- */

/* How many bytes the digit in front has, which may be a wide one; 0: there is none. */
static size_t take_digit(struct slice text, int *digit)
{
    static const char wide_zero[] = "０";
    enum { WIDE_NBYTES = 3, LAST = WIDE_NBYTES - 1 };
    if (text.nbytes == 0)
        return 0;
    bool is_wide = text.nbytes >= WIDE_NBYTES && memcmp(text.ptr, wide_zero, LAST) == 0;
    *digit = is_wide ? text.ptr[LAST] - wide_zero[LAST] : text.ptr[0] - '0';
    if (*digit < 0 || *digit > 9)
        return 0;
    return is_wide ? WIDE_NBYTES : 1;
}

/* A Chinese numeral, 10 for 十; 0: there is none. */
static size_t take_numeral(struct slice text, int *value)
{
    static const char *const numerals[] = {"〇", "零", "○",  "一", "二", "三", "四",
                                           "五", "六", "七", "八", "九", "十"};
    enum { ZEROS = 3 };
    for (int i = 0; i < (int)(sizeof numerals / sizeof *numerals); i++)
        if (slice_has_prefix(text, slice_of(numerals[i]))) {
            *value = i < ZEROS ? 0 : i - ZEROS + 1;
            return strlen(numerals[i]);
        }
    return 0;
}

struct number {
    int value, ndigits;
    size_t nbytes; /* 0: there is none */
};

/* At most five digits: more are no year. */
static struct number take_figures(struct slice text)
{
    enum { MOST = 5 };
    struct number number = {0, 0, 0};
    size_t one = 1;
    for (int digit; number.ndigits < MOST && one > 0;) {
        one = take_digit(behind(text, number.nbytes), &digit);
        number.value = one > 0 ? number.value * 10 + digit : number.value;
        number.ndigits += one > 0;
        number.nbytes += one;
    }
    return number;
}

/* 二〇二四 by its places, 三十一 by its ten. */
static struct number take_chinese(struct slice text)
{
    enum { MOST = 4, TEN = 10 };
    struct number number = {0, 0, 0};
    bool is_behind_ten = false;
    for (int one; number.ndigits < MOST; number.ndigits++) {
        size_t n = take_numeral(behind(text, number.nbytes), &one);
        if (n == 0)
            break;
        if (one == TEN)
            number.value = (number.value ? number.value : 1) * TEN;
        else
            number.value = is_behind_ten ? number.value + one : number.value * TEN + one;
        is_behind_ten |= one == TEN;
        number.nbytes += n;
    }
    return number;
}

static struct number take_number(struct slice text)
{
    static const char first_month[] = "元月";
    struct number number = take_figures(text);
    if (slice_has_prefix(text, slice_of(first_month)))
        return (struct number){1, 1, strlen("元")};
    return number.nbytes > 0 ? number : take_chinese(text);
}

/* ---- dates ---- */

static size_t blanks(struct slice text)
{
    return (size_t)(expected_trim(text).ptr - text.ptr);
}

/* One of - / . 年 月 日 in front, with blanks around; 0: none. */
static size_t take_mark(struct slice text, bool *ends)
{
    static const char *const marks[] = {"日", "号", "-", "/", ".", "年", "月", "－", "／", "．"};
    enum { DAYS = 2 };
    size_t before = blanks(text);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (slice_has_prefix(behind(text, before), slice_of(marks[i]))) {
            size_t n = before + strlen(marks[i]);
            *ends = i < DAYS;
            return n + blanks(behind(text, n));
        }
    return 0;
}

/* 20240131: as a spreadsheet without dates keeps it. */
static size_t take_digits(struct slice text, struct date *date)
{
    enum { NDIGITS = 8 };
    int digits[NDIGITS], year = 0, more;
    size_t at = 0, one = 1;
    for (size_t n = 0; n < NDIGITS; n++) {
        one = take_digit(behind(text, at), &digits[n]);
        if (one == 0)
            return 0;
        at += one;
    }
    for (size_t i = 0; i < 4; i++)
        year = year * 10 + digits[i];
    *date = (struct date){year, digits[4] * 10 + digits[5], digits[6] * 10 + digits[7]};
    bool is_longer = take_digit(behind(text, at), &more) > 0;
    return year >= 1900 && !is_longer && date_exists(*date) ? at : 0;
}

/* 24 is 2024 where it can be no month's or day's of other orders, or 年 says so. */
static int whole_year(const struct number *number, struct slice rest)
{
    enum { SURE = 15, CENTURY = 2000, SHORT_DIGITS = 2 };
    bool is_said = slice_has_prefix(rest, slice_of("年"));
    bool is_short = number->ndigits == SHORT_DIGITS && number->value < 100 &&
                    (is_said || number->value >= SURE);
    return is_short ? CENTURY + number->value : number->value;
}

/* How many bytes of the text in front are a date; 0: none are. */
static size_t take_date(struct slice text, struct date *date)
{
    int numbers[3] = {0, 0, 0};
    size_t n = 0, at = take_digits(text, date), mark = 1;
    bool ends = false;
    if (at > 0)
        return at;
    while (n < 3 && mark > 0 && !ends) {
        struct slice rest = behind(text, at);
        struct number number = take_number(rest);
        if (number.nbytes == 0)
            return 0;
        numbers[n] = n == 0 ? whole_year(&number, behind(rest, number.nbytes)) : number.value;
        n++;
        at += number.nbytes;
        mark = take_mark(behind(text, at), &ends);
        at += mark;
    }
    if (n < 2)
        return 0;
    *date = n == 3 ? (struct date){numbers[0], numbers[1], numbers[2]}
                   : (struct date){0, numbers[0], numbers[1]};
    bool is_year = n == 2 || (date->year >= 1900 && date->year <= 9999);
    return is_year && date_exists(*date) ? at : 0;
}

bool expected_date(struct slice text, struct date *date)
{
    return text.nbytes > 0 && take_date(text, date) == text.nbytes;
}

/* ---- what stands around it ---- */

/* 17:00, 17时30分. */
static size_t take_time(struct slice text)
{
    static const char *const marks[] = {":", "：", "时", "点", "分", "秒"};
    enum { COLONS = 2 };
    size_t at = 0, mark = 1;
    bool is_time = false, wants_more = false;
    while (mark > 0) {
        struct number number = take_figures(behind(text, at));
        if (number.nbytes == 0 || number.ndigits > 2)
            return is_time && !wants_more ? at : 0;
        at += number.nbytes;
        mark = 0;
        for (size_t i = 0; i < sizeof marks / sizeof *marks && mark == 0; i++) {
            mark = slice_has_prefix(behind(text, at), slice_of(marks[i])) ? strlen(marks[i]) : 0;
            is_time |= mark > 0;
            wants_more = mark > 0 && i < COLONS;
        }
        at += mark;
    }
    return is_time ? at : 0;
}

bool expected_date_read(const cJSON *words, struct slice field, struct date *date)
{
    size_t n;
    while ((n = prefix_in(words, "deadline_heads", field)) > 0)
        field = expected_trim(behind(field, n));
    n = take_date(field, date);
    struct slice rest = expected_trim(behind(field, n));
    for (size_t more = n; more > 0 && rest.nbytes > 0; rest = expected_trim(behind(rest, more))) {
        more = prefix_in(words, "deadline_tails", rest);
        more = more > 0 ? more : take_time(rest);
    }
    return n > 0 && rest.nbytes == 0;
}

static int days_of(struct date month)
{
    for (month.day = 31; !date_exists(month);)
        month.day--;
    return month.day;
}

/* Of so many days behind the first one of 2000. */
static struct date day_of(int days)
{
    enum { YEAR_DAYS = 365 };
    struct date date = {2000, 1, 1};
    for (int n = YEAR_DAYS + 1; days >= n; date.year++) {
        days -= n;
        n = YEAR_DAYS + date_exists((struct date){date.year + 1, 2, 29});
    }
    for (int n; days >= (n = days_of(date)); date.month++)
        days -= n;
    date.day += days;
    return date;
}

bool expected_date_of_sheet(struct slice field, struct date *date)
{
    enum { FIRST = 36526, LAST = 73050, NDIGITS = 5 }; /* 2000-01-01 to the end of 2099 */
    struct number number = take_figures(field);
    struct slice rest = behind(field, number.nbytes);
    size_t at = slice_has_prefix(rest, slice_of("."));
    while (at > 0 && at < rest.nbytes && ascii_is_digit(rest.ptr[at]))
        at++;
    if (number.ndigits != NDIGITS || at < rest.nbytes || number.value < FIRST ||
        number.value > LAST)
        return false;
    *date = day_of(number.value - FIRST);
    return true;
}

bool expected_date_is_none(const cJSON *words, struct slice field)
{
    const cJSON *word;
    cJSON_ArrayForEach (word, json_get(words, "no_deadline"))
        if (slice_is(field, json_text(word)))
            return true;
    return false;
}
