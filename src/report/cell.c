/* field  := mark | number unit? note? | anything else, which is text
 * number := sign? (digits ("." digits)? | 零 | 〇)
 * sign   := + | - | 增 | 增加 | 减 | 减少   (words only under 本年增/减)
 * digits := ASCII or full-width, thousands parted or not (1,234 1'234)
 * The number is kept as printed: nothing is converted, joined or guessed. */
#include "cell.h"

#include <stdint.h>
#include <string.h>

#include "gouji/base/ascii.h"
#include "gouji/report/report.h"
#include "numeral.h"

static const int64_t too_long = INT64_C(1000000000000);

struct cursor {
    struct slice text;
    size_t at;
};

/* The only marks; full-width forms are met through narrow(). */
enum { SIGNS = 6 }; /* the words come behind them */
#define MARK(text)                                                                                 \
    {                                                                                              \
        text, sizeof(text) - 1                                                                     \
    }
/* Six strokes are a long dash as converters to plain text write it. */
static const struct slice marks[] = {MARK("/"),      MARK("-"),      MARK("--"), MARK("—"),
                                     MARK("——"),     MARK("------"), MARK("无"), MARK("無"),
                                     MARK("不适用"), MARK("不適用")};

/* The longer one first where one begins with the other. */
static const char *const units[] = {"万元", "萬元", "亿元", "億元", "元", "人次", "件",
                                    "条",   "條",   "项",   "項",   "个", "個",   "次",
                                    "份",   "宗",   "起",   "部",   "篇", "人"};

bool cell_is_unit(struct slice text)
{
    text = cell_trim(text);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (slice_is(text, units[i]))
            return true;
    return false;
}

static int32_t narrow(int32_t point)
{
    if (point >= 0xFF01 && point <= 0xFF5E)
        return point - 0xFEE0;
    return point == 0x2212 ? '-' : point;
}

/* The next code point in its narrow form and its size; 0 at the end. */
static int32_t peek(const struct cursor *c, size_t *nbytes)
{
    *nbytes = 0;
    if (c->at >= c->text.nbytes)
        return 0;
    return narrow(text_next(c->text.ptr + c->at, c->text.nbytes - c->at, nbytes));
}

/* The same past what takes no room on the page, which may stand between digits. */
static int32_t peek_seen(const struct cursor *c, size_t *nbytes)
{
    struct cursor at = *c;
    int32_t point;
    *nbytes = 1;
    if (c->at < c->text.nbytes && (unsigned char)c->text.ptr[c->at] < 0x80)
        return c->text.ptr[c->at]; /* which is never unseen */
    while (cell_is_unseen(point = peek(&at, nbytes)))
        at.at += *nbytes;
    *nbytes += at.at - c->at;
    return point;
}

static bool take(struct cursor *c, int32_t wanted)
{
    size_t n;
    if (peek_seen(c, &n) != wanted || n == 0)
        return false;
    c->at += n;
    return true;
}

static bool take_word(struct cursor *c, const char *word)
{
    struct slice rest = slice_make(c->text.ptr + c->at, c->text.nbytes - c->at);
    if (rest.nbytes == 0 || *rest.ptr != *word)
        return false;
    struct slice wanted = slice_of(word);
    if (!slice_has_prefix(rest, wanted))
        return false;
    c->at += wanted.nbytes;
    return true;
}

static void skip_blanks(struct cursor *c)
{
    size_t n;
    while (cell_is_blank(peek(c, &n)))
        c->at += n;
}

/* The three bytes of a character that begins the field, the first one the highest. */
static uint32_t first_three(struct slice field)
{
    const unsigned char *p = (const unsigned char *)field.ptr;
    return field.nbytes < 3 ? 0 : (uint32_t)p[0] << 16 | (uint32_t)p[1] << 8 | p[2];
}

/* Signs come in several forms and marks may have something unseen before them, ideographs
 * are always the same bytes. */
static bool is_any_mark(struct slice field)
{
    size_t nfirst;
    int32_t first = peek(&(struct cursor){field, 0}, &nfirst);
    bool is_word = first >= 0x4E00 && first <= 0x9FFF;
    if (!is_word && first != '/' && first != '-' && first != 0x2014 && !cell_is_unseen(first))
        return false;
    for (size_t i = is_word ? SIGNS : 0; i < sizeof marks / sizeof *marks; i++)
        if (*marks[i].ptr == *field.ptr && slice_equal(field, marks[i]))
            return true; /* as nearly all are printed */
    for (size_t i = is_word ? SIGNS : 0; i < sizeof marks / sizeof *marks; i++) {
        if (is_word && memcmp(marks[i].ptr, field.ptr, 3) != 0)
            continue;
        struct cursor a = {field, 0};
        struct cursor b = {marks[i], 0};
        size_t n;
        int32_t point;
        while ((point = peek(&b, &n)) != 0 && take(&a, point))
            b.at += n;
        if (a.at == field.nbytes && b.at == b.text.nbytes)
            return true;
    }
    return false;
}

/* What programs that export data print where they have nothing: it holds the place of a value
 * and is none, nor a mark that a person set. */
static bool is_null_word(struct slice field)
{
    static const char *const words[] = {"None", "NaN", "nan",  "null", "NULL", "N/A",
                                        "n/a",  "NA",  "<NA>", "#N/A", "NaT",  "nil"};
    enum { LONGEST_NBYTES = 4 };
    if (field.nbytes > LONGEST_NBYTES || field.nbytes < 2 || (unsigned char)*field.ptr > 'z')
        return false;
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_is(field, words[i]))
            return true;
    return false;
}

/* Of the ideographs 无, 無 and 不 do. */
static bool may_begin_mark(struct slice field)
{
    uint32_t first = first_three(field);
    bool is_word = first >= 0xE40000 && first < 0xEA0000;
    return is_word ? first == 0xE697A0 || first == 0xE784A1 || first == 0xE4B88D : first > 0;
}

/* Most fields are told from marks by their size or first character. */
static bool is_mark(struct slice field)
{
    enum { LONGEST_NBYTES = 9 };
    unsigned char first = (unsigned char)field.ptr[0];
    if (first < 0x80)
        return (first == '/' || first == '-') &&
               (field.nbytes == 1 || (field.nbytes <= LONGEST_NBYTES && is_any_mark(field)));
    return field.nbytes <= LONGEST_NBYTES && may_begin_mark(field) && is_any_mark(field);
}

struct number {
    int64_t whole;
    int64_t millionths;
    bool negative;
    bool has_fraction;
    bool is_long;        /* 10^12 and more */
    bool is_precise;     /* no more than six decimals matter */
    bool is_zero_behind; /* 3.0, as data frames print a 3 beside blank cells; 3.00, as sheets do */
};

static bool take_digit(struct cursor *c, int *digit)
{
    size_t n = 1;
    int32_t point = c->at < c->text.nbytes ? c->text.ptr[c->at] : 0;
    if (!ascii_is_digit(point))
        point = peek_seen(c, &n);
    if (!ascii_is_digit(point))
        return false;
    *digit = point - '0';
    c->at += n;
    return true;
}

static void add_digit(struct number *number, int digit)
{
    if (number->whole < too_long)
        number->whole = number->whole * 10 + digit;
    number->is_long = number->whole >= too_long;
}

static size_t take_digits(struct cursor *c, struct number *number)
{
    size_t n = 0;
    int digit;
    for (; take_digit(c, &digit); n++)
        add_digit(number, digit);
    return n;
}

/* What may part thousands, in its narrow form: commas, apostrophes, and blanks that are thinner
 * than those between words. A blank of full width or one that does not break may part two values. */
static bool parts_thousands(int32_t point)
{
    return point == ',' || point == '\'' || point == 0x2019 || point == 0x2009 || point == 0x202F;
}

/* Before a digit; *sign: the first of them, or 0, as they are all the same. */
static bool take_separator(struct cursor *c, int32_t *sign)
{
    size_t n;
    int digit;
    int32_t point = peek_seen(c, &n);
    if (!parts_thousands(point) || (*sign != 0 && point != *sign))
        return false;
    struct cursor digits = {c->text, c->at + n};
    if (!take_digit(&digits, &digit))
        return false;
    c->at += n;
    *sign = point;
    return true;
}

/* Digits in one, or parted; such a sign must stand before three digits. */
static bool take_whole(struct cursor *c, struct number *number)
{
    int32_t sign = 0;
    size_t first = take_digits(c, number);
    if (first == 0 || first > 3)
        return first > 0;
    while (take_separator(c, &sign))
        if (take_digits(c, number) != 3)
            return false;
    return true;
}

static bool take_fraction(struct cursor *c, struct number *number)
{
    struct cursor before = *c;
    int digit;
    int64_t weight = 100000;
    size_t n = 0;
    struct slice rest = slice_make(c->text.ptr + c->at, c->text.nbytes - c->at);
    if (slice_has_prefix(rest, slice_of("\\.")))
        c->at++;
    if (!take(c, '.'))
        return true;
    for (; take_digit(c, &digit); n++, weight /= 10) {
        number->millionths += weight * digit;
        number->is_precise = number->is_precise && (weight > 0 || digit == 0);
    }
    number->has_fraction = n > 0;
    number->is_zero_behind = n > 0 && n <= 2 && number->millionths == 0;
    if (n == 0)
        *c = before;
    return n > 0;
}

static void take_sign(struct cursor *c, bool words, struct number *number)
{
    if (take(c, '-') || (words && (take_word(c, "减少") || take_word(c, "减") ||
                                   take_word(c, "減少") || take_word(c, "減"))))
        number->negative = true;
    else if (!take(c, '+') && words && !take_word(c, "增加"))
        take_word(c, "增");
    skip_blanks(c);
}

static bool take_number(struct cursor *c, bool words, struct number *number)
{
    char first = c->at < c->text.nbytes ? c->text.ptr[c->at] : '\0';
    *number = (struct number){.is_precise = true};
    if (!ascii_is_digit(first)) {
        if (take_word(c, "零") || take_word(c, "〇"))
            return true;
        take_sign(c, words, number);
    }
    return take_whole(c, number) && take_fraction(c, number);
}

static struct slice take_unit(struct cursor *c)
{
    skip_blanks(c);
    size_t start = c->at;
    const char *at = c->text.ptr + start;
    for (size_t i = 0; c->text.nbytes - start >= 3 && i < sizeof units / sizeof *units; i++)
        if (memcmp(at, units[i], 3) == 0 && take_word(c, units[i]))
            break;
    return slice_make(c->text.ptr + start, c->at - start);
}

/* Without ① and its like at the front, which refer to a note elsewhere. */
static struct slice without_references(struct slice rest)
{
    const unsigned char *p = (const unsigned char *)rest.ptr;
    size_t n = 0;
    while (rest.nbytes - n >= 3 && memcmp(p + n, "\xE2\x91", 2) == 0 && p[n + 2] >= 0xA0 &&
           p[n + 2] < 0xB4)
        n += 3; /* to ⑳ */
    return slice_make(rest.ptr + n, rest.nbytes - n);
}

/* Whether what is left may stand behind a value: nothing, or a note that says
 * so itself by a bracket or a note sign. */
static bool is_note(struct slice rest)
{
    rest = without_references(rest);
    static const char *const openers[] = {"(", "（", "〔", "﹝", "[", "【", "*", "※", "注"};
    if (rest.nbytes == 0)
        return true;
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
        if (slice_has_prefix(rest, slice_of(openers[i])))
            return true;
    return false;
}

struct scan {
    struct number number;
    struct slice printed; /* the number alone */
    struct slice unit;
    struct slice note;
};

static int64_t plain_value(struct slice field)
{
    int64_t value = 0;
    for (size_t i = 0; i < field.nbytes; i++)
        value = value * 10 + (field.ptr[i] - '0');
    return value;
}

/* The same of any other. */
static bool scan_number(struct slice field, bool words, struct scan *scan)
{
    struct cursor c = {field, 0};
    if (!take_number(&c, words, &scan->number))
        return false;
    scan->printed = slice_make(field.ptr, c.at);
    if (slice_has_prefix(slice_make(field.ptr + c.at, field.nbytes - c.at), slice_of("**")))
        return false; /* a masked number, or a part of a label in Markdown's bold */
    scan->unit = take_unit(&c);
    scan->note = cell_trim_blanks(slice_make(field.ptr + c.at, field.nbytes - c.at));
    return is_note(scan->note);
}

/* Whether a number may begin like this: with a digit, a sign, a word for one, 零 or 〇,
 * the full-width form of either or something unseen. */
static bool may_begin_number(struct slice field)
{
    unsigned char byte = (unsigned char)field.ptr[0];
    if (byte < 0x80)
        return ascii_is_digit(byte) || byte == '+' || byte == '-';
    switch (first_three(field)) {
    case 0xE99BB6: /* 零 */
    case 0xE38087: /* 〇 */
    case 0xE5A29E: /* 增 */
    case 0xE5878F: /* 减 */
    case 0xE6B89B: /* 減 */
        return true;
    }
    if (byte == 0xE2) /* a minus, or what is not seen */
        return field.nbytes >= 3 && (field.ptr[1] == '\x88' || (field.ptr[1] & '\xFE') == '\x80');
    size_t n;
    int32_t point = byte == 0xEF ? peek(&(struct cursor){field, 0}, &n) : 0;
    return point > 0x7F || (point > 0 && strchr("0123456789+-", point));
}

/* 1.属于, 3、本年: a list's number, behind which no value goes on. */
static bool is_listed(struct slice field)
{
    size_t n = 0;
    while (n < field.nbytes && ascii_is_digit(field.ptr[n]))
        n++;
    if (n == 0 || field.nbytes - n < 4)
        return false;
    const unsigned char *p = (const unsigned char *)field.ptr + n;
    return (p[0] == '.' && p[1] >= 0xE4 && p[1] <= 0xE9) || memcmp(p, "、", 3) == 0;
}

enum cell_shape cell_shape(struct slice field)
{
    return cell_trimmed_shape(cell_trim(field));
}

/* Apart from what is done for every text. */
__attribute__((noinline)) static bool is_number(struct slice field)
{
    struct scan scan;
    return scan_number(field, true, &scan);
}

enum cell_shape cell_other_shape(struct slice field)
{
    if (is_mark(field) || is_null_word(field))
        return SHAPE_MARK;
    if (!may_begin_number(field) || is_listed(field))
        return SHAPE_TEXT;
    return is_number(field) ? SHAPE_NUMBER : SHAPE_TEXT;
}

/* Why a well-formed number cannot be this cell's value, or NULL. */
static const char *refusal(const struct number *number, const struct form_col *col)
{
    if (number->is_long)
        return CELL_TOO_LONG;
    if (number->has_fraction && !col->is_decimal && !number->is_zero_behind)
        return "not a whole number";
    return number->is_precise ? NULL : "more than six decimals";
}

static void set_number(struct arena *arena, const struct scan *scan, uint32_t base,
                       const struct form_col *col, struct cell *cell)
{
    const struct number *number = &scan->number;
    int64_t value = number->whole;
    if (col->is_decimal)
        value = value * CELL_SCALE + number->millionths;
    cell->state = CELL_NUMBER;
    cell->value = number->negative ? -value : value;
    cell->unit = scan->unit;
    cell->span = (struct span){base, base + (uint32_t)scan->printed.nbytes};
    if (scan->note.nbytes > 0)
        cell->note = arena_copy(arena, scan->note);
}

/* Whether the note behind a number begins with what it may be less by: （减）, (减少). */
static bool tells_decrease(struct slice note)
{
    static const char *const openers[] = {"(减", "（减", "(下降", "（下降", "(负", "（负"};
    for (size_t i = 0; i < sizeof openers / sizeof *openers; i++)
        if (slice_has_prefix(note, slice_of(openers[i])))
            return true;
    return false;
}

static void set_plain(struct slice digits, uint32_t base, const struct form_col *col,
                      struct cell *cell)
{
    cell->state = CELL_NUMBER;
    cell->value = plain_value(digits) * (col->is_decimal ? CELL_SCALE : 1);
    cell->unit = slice_make(digits.ptr + digits.nbytes, 0);
    cell->note = NULL;
    cell->span = (struct span){base, base + (uint32_t)digits.nbytes};
}

/* Parses what is neither empty nor a plain number. */
static void parse_text(struct arena *arena, struct slice text, const struct form_col *col,
                       struct cell *cell)
{
    struct scan scan;
    if (is_mark(text)) {
        cell->state = CELL_MARK;
        return;
    }
    if (!scan_number(text, col->is_signed, &scan))
        return;
    if (col->is_signed && !scan.number.negative && tells_decrease(scan.note))
        return;
    cell->note = refusal(&scan.number, col);
    if (!cell->note)
        set_number(arena, &scan, cell->span.start, col, cell);
}

/* Apart, so that nothing is put by for it where a plain number stands, as mostly. */
__attribute__((noinline)) static void parse_other(struct arena *arena, struct slice field,
                                                  uint32_t base, const struct form_col *col,
                                                  struct cell *cell)
{
    struct slice text = cell_trim(field);
    base += (uint32_t)(text.ptr - field.ptr);
    if (cell_is_plain_number(text)) {
        set_plain(text, base, col, cell);
        return;
    }
    cell->value = 0;
    cell->unit = slice_make(NULL, 0);
    cell->note = NULL;
    cell->span = (struct span){base, base + (uint32_t)text.nbytes};
    cell->state = text.nbytes == 0 ? CELL_BLANK : CELL_TEXT;
    if (text.nbytes > 0)
        parse_text(arena, text, col, cell);
}

void cell_parse(struct arena *arena, struct slice field, uint32_t base, const struct form_col *col,
                struct cell *cell)
{
    if (cell_is_plain_number(field))
        set_plain(field, base, col, cell);
    else
        parse_other(arena, field, base, col, cell);
}
