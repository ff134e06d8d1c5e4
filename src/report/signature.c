/* Signed by whom and when: at the end of the report or under its title. */
#include "signature.h"

#include <string.h>

#include "gouji/base/ascii.h"
#include "numeral.h"
#include "organ.h"
#include "words.h"

enum {
    TAIL_LINES = 25, /* lines from the end in which a signature is looked for */
    TITLE_LINES = 3, /* lines under the title */
    DATE_LINES = 3,  /* that a date is broken over */
};

/* Folds what the line has from byte `start` of the text on. */
static bool fold_line_from(struct report *report, size_t line, uint32_t start, struct fold *fold)
{
    struct span span = report_line_span(report, line);
    bool whole = span.start >= start;
    span.start = whole ? span.start : start;
    if (!words_is_prose(report, line) || span.start >= span.end || span.end - span.start >= 1024)
        return false;
    *fold = report_line_fold(report, line);
    return (whole || fold_text(report->arena, report_slice(report, span), span.start, FOLD_LABEL,
                               fold) == 0) &&
           fold->nbytes > 0;
}

static bool fold_line(struct report *report, size_t line, struct fold *fold)
{
    return fold_line_from(report, line, 0, fold);
}

static const char *const seals[] = {"(公章)", "(盖章)", "(章)", "(印章)", "(印)", "(代章)", NULL};

/* Without (公章) behind the name. */
static size_t without_seal(const struct fold *fold, size_t end)
{
    const char *seal;
    while ((seal = words_ends(seals, slice_make(fold->text, end))))
        end -= strlen(seal);
    return end;
}

/* Where 日期: or 落款日期: before the date begins. What a page says of its publication is
 * no signature unless a name stands at it. */
static size_t label_start(const struct report *report, const struct fold *fold, size_t end,
                          bool *needs_name)
{
    static const char *const ends[] = {"日期:", "时间:", NULL};
    static const char *const colon[] = {":", NULL};
    struct slice text = slice_make(fold->text, end);
    const char *label = words_ends(ends, text);
    if (!label && words_ends(colon, text))
        text.nbytes--;
    else if (label)
        text.nbytes -= strlen(label);
    else
        return end;
    const char *kind = words_ends(forms_words(report->forms, "signature_dates"), text);
    const char *page = words_ends(forms_words(report->forms, "page_dates"), text);
    if (!label && !kind)
        return end;
    *needs_name = page != NULL;
    return text.nbytes - (page ? strlen(page) : kind ? strlen(kind) : 0);
}

/* Where the name behind 落款单位(盖章): or (盖章) begins. */
static size_t name_start(const struct report *report, const struct fold *fold, size_t from,
                         size_t end)
{
    const char *colon = memchr(fold->text + from, ':', end - from);
    size_t label = colon ? (size_t)(colon - fold->text) : from;
    const char *word =
        words_starts(forms_words(report->forms, "signature_labels"), fold->text + from);
    if (word && colon && from + strlen(word) == without_seal(fold, label))
        return label + 1;
    while (from < end && (word = words_starts(seals, fold->text + from)))
        from += strlen(word);
    return from;
}

/* Where the sentence before byte `at` ends: …无。某某局2021年1月9日. */
static size_t sentence_end(const struct fold *fold, size_t at)
{
    while (at >= 3 && memcmp(fold->text + at - 3, "。", 3) != 0)
        at--;
    return at < 3 ? 0 : at;
}

/* 20220109 at the end of the text, which may as well be some other number. */
static size_t read_digits(const char *text, struct date *date)
{
    enum { DIGITS = 8 };
    int value;
    if (numeral_digits(text, DIGITS, &value) < DIGITS)
        return 0;
    *date = (struct date){value / 10000, value / 100 % 100, value % 100};
    bool is_sound = date->year >= 2000 && date->year < 2100 && date_exists(*date);
    return is_sound && text[DIGITS] == '\0' ? DIGITS : 0;
}

/* Takes the date in bytes [start, end) of the fold; what stands before it, if anything, must
 * be a name, maybe behind a sentence. */
static bool take_date(struct report *report, const struct fold *fold, struct date date,
                      size_t start, size_t end, bool *needs_name)
{
    struct identity *who = &report->who;
    bool bracketed = start > 0 && fold->text[start - 1] == '(';
    size_t label = bracketed ? start - 1 : label_start(report, fold, start, needs_name);
    size_t name = without_seal(fold, label);
    size_t from = name_start(report, fold, sentence_end(fold, name), name);
    if (name > 0 && !organ_is_name(report->forms, slice_make(fold->text + from, name - from)))
        return false;
    who->signature_date = date;
    who->date_span = fold_span(fold, start, end);
    if (name > 0)
        who->signature_span = fold_span(fold, from, name);
    return true;
}

/* One or two digits for a number up to `most`. */
static size_t read_two_digits(const char *text, int most, int *value)
{
    size_t n = numeral_digits(text, 3, value);
    return n > 0 && n < 3 && *value >= 1 && *value <= most ? n : 0;
}

/* 1.20 or 01.20日 behind a year's 年. */
static size_t read_pointed_day(const char *text, struct date *date)
{
    int month, day;
    size_t n = read_two_digits(text, 12, &month);
    if (n == 0 || text[n] != '.')
        return 0;
    size_t ndigits = read_two_digits(text + n + 1, 31, &day);
    if (ndigits == 0)
        return 0;
    n += 1 + ndigits;
    date->month = month;
    date->day = day;
    return n + (strncmp(text + n, "日", 3) == 0 ? 3 : 0);
}

/* What ends a date otherwise than it began: the 日 of 2022.01.09日, the 1.20 of 2022年1.20, or
 * the day of 2022年1月9, whose 日 is left out. Its bytes; 0 for none. */
static size_t read_odd_end(const char *text, size_t n, struct date *date)
{
    if (n > 3 && !date->month && strncmp(text + n - 3, "年", 3) == 0)
        return read_pointed_day(text + n, date);
    if (n == 0 || (date->day && !ascii_is_digit(text[n - 1])))
        return 0;
    if (date->day)
        return strncmp(text + n, "日", 3) == 0 ? 3 : 0;
    int day;
    size_t ndigits = date->month ? read_two_digits(text + n, 31, &day) : 0;
    if (ndigits == 0)
        return 0;
    date->day = day;
    return ndigits;
}

/* A date that ends the text, in brackets or not, maybe before a full stop. The text `is_line` where
 * no line end stands in the date, nor could the next line go on with it. */
static bool read_signed_date(struct report *report, const struct fold *fold, bool is_line,
                             bool *needs_name)
{
    static const char *const stop[] = {"。", NULL};
    size_t end = fold->nbytes, start = 0;
    bool stops = words_ends(stop, slice_make(fold->text, end)) != NULL; /* maybe a sentence */
    end -= stops ? strlen(*stop) : 0;
    while (end > 0 && fold->text[end - 1] == ')')
        end--;
    for (; start < end; start++) {
        struct date date;
        bool is_start = words_may_start(fold->text + start);
        bool follows_digit = start > 0 && ascii_is_digit(fold->text[start - 1]);
        size_t n = is_start && !follows_digit ? date_read(fold->text + start, &date) : 0;
        *needs_name = n == 0;
        if (n == 0 && is_start && !follows_digit)
            n = read_digits(fold->text + start, &date);
        n += is_line ? read_odd_end(fold->text + start, n, &date) : 0;
        size_t clock = n ? clock_read(fold->text + start + n) : 0; /* of a page, or signed by one */
        n += clock;
        *needs_name = *needs_name || clock > 0 || stops;
        if (n && start + n == end && date.year && date.month)
            return take_date(report, fold, date, start, end, needs_name);
    }
    return false;
}

static bool read_name(struct report *report, size_t line)
{
    struct fold fold;
    struct span span = words_trim(report, report_line_span(report, line));
    /* Fields side by side are a row of some table, maybe cut off. */
    if (memchr(report->text + span.start, '\t', span.end - span.start) ||
        !fold_line(report, line, &fold))
        return false;
    size_t end = without_seal(&fold, fold.nbytes);
    bool bracketed =
        fold.text[0] == '(' && fold.text[end - 1] == ')' && !memchr(fold.text + 1, '(', end - 1);
    end -= bracketed;
    size_t from = bracketed ? 1 : name_start(report, &fold, sentence_end(&fold, end), end);
    if (!organ_is_name(report->forms, slice_make(fold.text + from, end - from)))
        return false;
    report->who.signature_span = fold_span(&fold, from, end);
    return true;
}

/* Blank, or nothing but the bar between two cells. */
static bool is_between(const struct report *report, size_t line)
{
    return words_is_blank(report, line) ||
           slice_is(report_slice(report, words_trim(report, report_line_span(report, line))), "|");
}

static size_t line_before(const struct report *report, size_t line)
{
    while (line > 0 && is_between(report, --line))
        ;
    return line;
}

/* From where on a signature may stand: tables below the last section are enclosures of
 * the signed report. */
static uint32_t tail_start(const struct report *report, uint32_t last)
{
    uint32_t start = report->who.title_span.end;
    for (size_t i = 0; i < report->nsections; i++)
        start = report->sections[i].heading.end > start ? report->sections[i].heading.end : start;
    for (size_t t = 0; t < TABLE_COUNT; t++) {
        struct span table = report->tables[t].span;
        if (table.end > start && table.start < last)
            start = table.end;
    }
    return start;
}

/* 本街道无。某某街 / 道办事处2021年1月9日: a name that began in the line above, broken as
 * text is wrapped. */
static void join_name(struct report *report, size_t line)
{
    static const char *const stops[] = {"。", NULL};
    struct identity *who = &report->who;
    struct span whole = words_trim(report, report_line_span(report, line));
    struct fold fold;
    if (line == 0 || who->signature_span.start != whole.start ||
        !fold_line(report, line - 1, &fold))
        return;
    size_t from = sentence_end(&fold, fold.nbytes);
    if (from == 0 || from == fold.nbytes || words_ends(stops, slice_make(fold.text, fold.nbytes)))
        return;
    struct span name = {fold_span(&fold, from, fold.nbytes).start, who->signature_span.end};
    if (fold_text(report->arena, report_slice(report, name), name.start, FOLD_LABEL, &fold) == 0 &&
        organ_is_name(report->forms, slice_make(fold.text, fold.nbytes)))
        who->signature_span = name;
}

/* Nothing but digits, 年 月 日 and what else dates are made of. */
static bool is_date_part(const struct fold *fold)
{
    static const char *const pieces[] = {"年", "月", "日", "号", "元", "-", ".", "/", ")", NULL};
    for (size_t at = 0, n; at < fold->nbytes; at += n) {
        const char *text = fold->text + at, *piece = words_starts(pieces, text);
        n = piece ? strlen(piece) : ascii_is_digit(*text) ? 1 : numeral_chinese_char(text);
        if (n == 0)
            return false;
    }
    return true;
}

/* The lines in which a signature may stand: its first, the byte it begins at, and the one
 * behind its last. */
struct tail {
    size_t from, end;
    uint32_t start;
};

/* Whether both the line's last character and the next line's first are digits. */
static bool breaks_number(struct report *report, size_t line, const struct fold *fold)
{
    if (!ascii_is_digit(fold->text[fold->nbytes - 1]))
        return false;
    size_t next = words_next_line(report, line);
    return next < report->nlines && ascii_is_digit(*report_line_fold(report, next).text);
}

/* Reads a date that ends in the line, of which the lines above may hold the beginning:
 * 2022年 / 1月9日. `first` becomes the line in which it begins. */
static bool read_date(struct report *report, const struct tail *tail, size_t line, size_t *first,
                      bool *needs_name)
{
    struct fold fold;
    *first = line;
    if (!fold_line_from(report, line, tail->start, &fold))
        return false;
    if (read_signed_date(report, &fold, !breaks_number(report, line, &fold), needs_name))
        return true;
    for (size_t n = 1; n < DATE_LINES && is_date_part(&fold); n++) {
        size_t above = line_before(report, *first);
        if (above >= *first || above < tail->from ||
            !fold_line_from(report, above, tail->start, &fold))
            return false;
        struct fold whole;
        struct span span = {report_line_span(report, above).start,
                            report_line_span(report, line).end};
        span.start = span.start > tail->start ? span.start : tail->start;
        *first = above;
        if (fold_text(report->arena, report_slice(report, span), span.start, FOLD_LABEL, &whole))
            return false;
        if (read_signed_date(report, &whole, false, needs_name))
            return true;
    }
    return false;
}

/* 柳河镇人 / 民政府: a name that begins in the line right above its last. */
static bool read_broken_name(struct report *report, const struct tail *tail, size_t last)
{
    enum { MOST_NBYTES = 512 };
    struct fold fold;
    if (last <= tail->from || is_between(report, last - 1) || !fold_line(report, last, &fold) ||
        !fold_line(report, last - 1, &fold))
        return false;
    struct span span = {report_line_span(report, last - 1).start,
                        report_line_span(report, last).end};
    if (span.start < tail->start || span.end - span.start > MOST_NBYTES ||
        fold_text(report->arena, report_slice(report, span), span.start, FOLD_LABEL, &fold) ||
        !organ_is_name(report->forms, slice_make(fold.text, fold.nbytes)))
        return false;
    report->who.signature_span = fold_span(&fold, 0, fold.nbytes);
    return true;
}

static bool read_name_above(struct report *report, const struct tail *tail, size_t line)
{
    size_t last = line_before(report, line);
    return last >= tail->from && last < line &&
           (read_name(report, last) || read_broken_name(report, tail, last));
}

/* Without the region before it and 人民政府 behind it: the one name is a part of the other. */
static bool is_same_agency(struct report *report, struct span agency, struct span name)
{
    struct fold folds[2];
    struct slice names[2];
    const struct span spans[2] = {agency, name};
    for (int i = 0; i < 2; i++) {
        if (fold_text(report->arena, report_slice(report, spans[i]), 0, FOLD_LABEL, &folds[i]))
            return false;
        names[i] = slice_make(folds[i].text, folds[i].nbytes);
        const char *end = words_ends(forms_words(report->forms, "government_ends"), names[i]);
        names[i].nbytes -= end ? strlen(end) : 0;
    }
    return slice_find(names[0], names[1]) || slice_find(names[1], names[0]);
}

/* The name below its date, if it is the title's: sites print names there, too. */
static bool read_name_below(struct report *report, const struct title *title, size_t line,
                            size_t end)
{
    struct identity *who = &report->who;
    size_t below = words_next_line(report, line);
    if (span_empty(title->agency) || below >= end || !read_name(report, below))
        return false;
    if (is_same_agency(report, title->agency, who->signature_span))
        return true;
    who->signature_span = (struct span){0, 0};
    return false;
}

/* The title's name above its date, or the end of it, though it ends as no agency does: some
 * corps' divisions. */
static bool read_title_name(struct report *report, const struct title *title,
                            const struct tail *tail, size_t line)
{
    enum { LEAST_GLYPHS = 3 };
    struct fold agency, fold;
    size_t last = line_before(report, line);
    if (span_empty(title->agency) || last >= line || last < tail->from ||
        !fold_line(report, last, &fold) ||
        fold_text(report->arena, report_slice(report, title->agency), 0, FOLD_LABEL, &agency))
        return false;
    size_t n = without_seal(&fold, fold.nbytes);
    if (n == 0 || n > agency.nbytes || words_glyphs(slice_make(fold.text, n)) < LEAST_GLYPHS ||
        memcmp(agency.text + agency.nbytes - n, fold.text, n) != 0)
        return false;
    report->who.signature_span = fold_span(&fold, 0, n);
    return true;
}

/* Dates from the end upwards; the first with a name at it wins, else the last
 * date of the text. */
static void find_at_end(struct report *report, const struct title *title, const struct tail *tail)
{
    struct identity *who = &report->who, none = *who, last = *who;
    struct fold fold;
    size_t seen = 0, first;
    for (size_t line = tail->end; line-- > tail->from && seen < TAIL_LINES;) {
        bool needs_name = false;
        bool is_said = fold_line_from(report, line, tail->start, &fold);
        seen += is_said && (fold.nbytes > 1 || *fold.text != '|'); /* a bar of a frame */
        *who = none;
        if (!read_date(report, tail, line, &first, &needs_name))
            continue;
        join_name(report, first);
        if (!span_empty(who->signature_span) || read_name_above(report, tail, first) ||
            read_name_below(report, title, line, tail->end) ||
            read_title_name(report, title, tail, first))
            return;
        if (!last.signature_date.year && !needs_name)
            last = *who;
    }
    *who = last;
    seen = 0;
    for (size_t line = tail->end;
         !who->signature_date.year && line-- > tail->from + (tail->start > 0) && seen < 3;) {
        seen += fold_line(report, line, &fold);
        if (read_name(report, line))
            return;
    }
}

/* 〈title〉 / (2023年1月9日), or agency and date there. */
static void find_under_title(struct report *report, const struct title *title)
{
    struct identity none = report->who;
    size_t line = title->last_line;
    struct fold fold;
    bool needs_name = false;
    for (int i = 0; i < TITLE_LINES; i++) {
        line = words_next_line(report, line);
        if (line >= report->nlines)
            return;
        if (!fold_line(report, line, &fold) || !read_signed_date(report, &fold, true, &needs_name))
            continue;
        size_t before = line_before(report, line);
        if (span_empty(report->who.signature_span) && before > title->last_line)
            read_name(report, before);
        if (needs_name && span_empty(report->who.signature_span))
            report->who = none;
        return;
    }
}

void signature_find(struct report *report, const struct title *title, size_t end, uint32_t last)
{
    struct tail tail = {.start = tail_start(report, last), .end = end};
    tail.from = report_line_at(report, tail.start);
    find_at_end(report, title, &tail);
    if (title->score && !report->who.signature_date.year)
        find_under_title(report, title);
}
