/* Who reports, on which year and over which period. */
#include <string.h>

#include "form_private.h"
#include "gouji/base/ascii.h"
#include "numeral.h"
#include "organ.h"
#include "signature.h"
#include "stages.h"
#include "title.h"
#include "words.h"

enum {
    FULL_TITLE = 19, /* the score of one with an agency of a known kind and a year */
    PERIOD_GAP = 60, /* bytes between the words and the first day */
};

/* Digits, 年 月 日 and what else a damaged date may be made of. */
static size_t date_run(const char *text)
{
    static const char *const pieces[] = {"年", "月", "日", "号", ".", "/", NULL};
    size_t n = 0;
    for (;;) {
        const char *piece = words_starts(pieces, text + n);
        size_t chinese = numeral_chinese_char(text + n);
        if (ascii_is_digit(text[n]))
            n++;
        else if (piece)
            n += strlen(piece);
        else if (chinese)
            n += chinese;
        else
            return n;
    }
}

/* The hour that ends or begins the day: 0时, 零时, 24点整, 24:00. */
static size_t hour_size(const char *text)
{
    static const char *const marks[] = {"时整", "时", "点整", "点", ":00", NULL};
    size_t n = 0;
    int64_t hour;
    while (ascii_is_digit(text[n]))
        n++;
    n = n > 0 ? n : numeral_chinese(text, &hour);
    const char *mark = n > 0 ? words_starts(marks, text + n) : NULL;
    return mark ? n + strlen(mark) : 0;
}

/* One end of the period: a whole day, or a damaged one (all parts 0). */
static size_t read_bound(const char *text, struct date *date)
{
    size_t n = date_read(text, date);
    size_t run = date_run(text), hour = n ? hour_size(text + n) : 0;
    if (n && date->day && (run <= n || hour))
        return n + hour;
    *date = (struct date){0};
    return run >= 4 ? run : 0;
}

static size_t skip_words(const char *const *words, const char *text)
{
    const char *word;
    size_t n = 0;
    while ((word = words_starts(words, text + n)))
        n += strlen(word);
    return n;
}

/* 12月, or the 1 of 1-12月. */
static size_t read_month(const char *text, int *month)
{
    static const char *const marks[] = {"月份", "月", NULL};
    int64_t chinese = 0;
    size_t n = numeral_digits(text, 2, month);
    if (n == 0) {
        n = numeral_chinese(text, &chinese);
        *month = chinese > 12 ? 0 : (int)chinese;
    }
    if (n == 0 || *month < 1 || *month > 12)
        return 0;
    const char *mark = words_starts(marks, text + n);
    return n + (mark ? strlen(mark) : 0);
}

/* The last day of (2020年)12月, also when 底 says so: of the year given where none is printed. */
static size_t read_month_end(const char *text, int year, bool wants_end, struct date *date)
{
    static const char *const marks[] = {"月", "月份", NULL};
    static const char *const ends[] = {"底", "末", NULL};
    struct date last = {0};
    size_t n = date_read(text, &last);
    n = n ? n : read_month(text, &last.month);
    size_t end = skip_words(ends, text + n);
    if (n == 0 || last.day || !last.month || !words_ends(marks, slice_make(text, n)) ||
        (wants_end && end == 0) || date_run(text + n + end) > 0)
        return 0;
    last.year = last.year ? last.year : year;
    for (last.day = 31; last.day > 28 && !date_exists(last); last.day--)
        ;
    *date = last;
    return n + end;
}

/* 2020年1-12月, 2020年1月至12月. */
static size_t read_months(const struct forms *forms, const char *text, struct identity *who)
{
    struct date first = {0}, last;
    size_t n = date_read(text, &first);
    if (n == 0 || !first.year || first.day)
        return 0;
    n += first.month ? 0 : read_month(text + n, &first.month);
    size_t mark = first.month ? skip_words(forms_words(forms, "range_marks"), text + n) : 0;
    size_t end = mark ? read_month_end(text + n + mark, first.year, false, &last) : 0;
    if (end == 0)
        return 0;
    who->period_start = (struct date){first.year, first.month, 1};
    who->period_end = last;
    return n + mark + end;
}

/* 2020年1月1日(起)至(2020年)12月31日(止) at text. Bytes, 0 when it is no range. */
static size_t read_range(const struct forms *forms, const char *text, struct identity *who)
{
    static const char *const openers[] = {"起", "开始", "零时", "0时", ",", NULL};
    static const char *const closers[] = {"止", "期间", NULL};
    static const char *const same_year[] = {"同年", "当年", "本年", NULL};
    size_t n = read_bound(text, &who->period_start);
    if (n == 0)
        return 0;
    n += skip_words(openers, text + n);
    n += text[n] == ',';
    size_t mark = skip_words(forms_words(forms, "range_marks"), text + n);
    mark += mark ? skip_words(same_year, text + n + mark) : 0;
    const char *last = text + n + mark;
    size_t end = mark ? read_month_end(last, who->period_start.year, true, &who->period_end) : 0;
    end = mark && end == 0 ? read_bound(last, &who->period_end) : end;
    if (end == 0)
        return 0;
    if (who->period_end.month && !who->period_end.year)
        who->period_end.year = who->period_start.year;
    n += mark + end;
    return n + skip_words(closers, text + n);
}

/* 统计期限为2021年度: the whole year, said in other words. */
static size_t read_whole_year(const char *text, struct identity *who)
{
    static const char *const words[] = {"度", "全年", NULL};
    struct date year;
    size_t n = date_read(text, &year);
    size_t word = n && !year.month ? skip_words(words, text + n) : 0;
    if (word == 0)
        return 0;
    who->period_start = (struct date){year.year, 1, 1};
    who->period_end = (struct date){year.year, 12, 31};
    return n + word;
}

static bool is_whole(const struct identity *who)
{
    return who->period_start.month && who->period_end.month;
}

static bool is_one_year(const struct identity *who)
{
    struct date start = who->period_start, end = who->period_end;
    return start.year && start.year == end.year && start.month == 1 && start.day == 1 &&
           end.month == 12 && end.day == 31;
}

/* How well words tell that a period follows, and so what is asked of it: nothing,
 * two sound dates (数据 and 期限 often mean something else), a whole year. */
enum period_proof { PERIOD_SURE, PERIOD_HINT, PERIOD_FAINT, PERIOD_PROOFS };

static const char *const period_lists[PERIOD_PROOFS] = {"period_words", "period_hints",
                                                        "period_faint"};

/* A period behind the word at `at`. */
static bool read_period(struct report *report, const struct sentence *sentence, size_t at,
                        const char *word, enum period_proof proof)
{
    const char *text = sentence->fold.text;
    size_t first = at + strlen(word);
    for (size_t from = first; from < sentence->fold.nbytes && from <= first + PERIOD_GAP; from++) {
        struct identity who = report->who;
        if (((unsigned char)text[from] & 0xC0) == 0x80)
            continue;
        bool is_said = proof == PERIOD_SURE && from <= first + 6;
        size_t n = is_said ? read_months(report->forms, text + from, &who) : 0;
        n = n ? n : read_range(report->forms, text + from, &who);
        n = n || !is_said ? n : read_whole_year(text + from, &who);
        if (n == 0 || (proof == PERIOD_HINT && !is_whole(&who)) ||
            (proof == PERIOD_FAINT && !is_one_year(&who)))
            continue;
        who.has_period = true;
        who.period_span = fold_span(&sentence->fold, at, from + n);
        report->who = who;
        return true;
    }
    return false;
}

/* Where the last of the legal sections begins; UINT32_MAX when its heading is lost. */
static uint32_t last_section(const struct report *report)
{
    const struct section *last = report_section(report, "S6");
    return last && !span_empty(last->heading) ? last->heading.start : UINT32_MAX;
}

static bool opens_sections(struct report *report, size_t line)
{
    const struct form_section *sections;
    struct fold fold;
    if (!forms_sections(report->forms, &sections) || !words_is_prose(report, line))
        return false;
    fold = report_line_fold(report, line);
    size_t marker = marker_read(fold.text).nbytes;
    return slice_is(slice_make(fold.text + marker, fold.nbytes - marker), sections[0].title);
}

static bool opens_below(struct report *report, size_t line)
{
    while (++line < report->nlines)
        if (opens_sections(report, line))
            return true;
    return false;
}

/* The line at which another report begins, with its own title and first section, in the
 * same file; nlines when none does. */
static size_t find_next_report(struct report *report)
{
    uint32_t last = last_section(report);
    size_t line = last < report->text_nbytes ? report_line_at(report, last) + 1 : report->nlines;
    while (line < report->nlines &&
           (!words_is_prose(report, line) || title_score_line(report, line) < FULL_TITLE))
        line++;
    return opens_below(report, line) ? line : report->nlines;
}

struct period_words {
    struct word_index lists[PERIOD_PROOFS];
};

const struct period_words *period_words_make(const struct forms *forms, struct arena *arena)
{
    struct period_words *words = arena_alloc(arena, sizeof *words);
    for (int proof = PERIOD_SURE; words && proof < PERIOD_PROOFS; proof++)
        words_index(forms_words(forms, period_lists[proof]), &words->lists[proof]);
    return words;
}

static bool find_period_in(struct report *report, const struct sentence *sentence,
                           const struct word_index *words, enum period_proof proof)
{
    const char *text = sentence->fold.text;
    const size_t end = sentence->fold.nbytes;
    for (size_t at = words_next_in(words, text, 0, end); at < end;
         at = words_next_in(words, text, at + words_skip(text + at), end)) {
        const char *word = words_starts_in(words, text + at);
        if (word && read_period(report, sentence, at, word, proof))
            return true;
    }
    return false;
}

static void find_period(struct report *report, size_t end)
{
    uint32_t stop = report_line_span(report, end).start;
    for (int proof = PERIOD_SURE; proof < PERIOD_PROOFS; proof++) {
        const struct word_index *words = &report->forms->period_words->lists[proof];
        for (size_t i = 0; i < report->nsentences && report->sentences[i].span.start < stop; i++)
            if (find_period_in(report, &report->sentences[i], words, (enum period_proof)proof))
                return;
    }
}

static const char *kind_of(struct report *report, const char *agency)
{
    struct fold fold;
    if (!agency || fold_text(report->arena, slice_of(agency), 0, FOLD_LABEL, &fold))
        return NULL;
    return organ_kind(report->forms, slice_make(fold.text, fold.nbytes));
}

static void name_agencies(struct report *report, const struct title *title)
{
    struct identity *who = &report->who;
    if (!span_empty(who->signature_span))
        who->signature_agency = words_printed(report, who->signature_span);
    if (title->score && !span_empty(title->agency))
        who->agency_span = title->agency;
    else
        who->agency_span = who->signature_span;
    if (!span_empty(who->agency_span))
        who->agency = words_printed(report, who->agency_span);
    who->kind = kind_of(report, who->agency);
    if (!who->kind)
        who->kind = kind_of(report, who->signature_agency);
}

/* What 21年 of the title says against another year. */
static int contradicting_year(const struct title *title, int year)
{
    enum { CENTURY = 100 };
    bool agrees =
        title->short_year == NO_SHORT_YEAR || year == 0 || year % CENTURY == title->short_year;
    return agrees ? 0 : year - year % CENTURY + title->short_year;
}

static void add_conflict(const struct identity *who, int year, int *conflicts, size_t *count)
{
    if (year == 0 || year == who->year)
        return;
    for (size_t i = 0; i < *count; i++)
        if (conflicts[i] == year)
            return;
    conflicts[(*count)++] = year;
}

/* The year a report of this date speaks for: the one before it, unless it was
 * made when the year was just ending. */
static int year_before(struct date date)
{
    return date.year ? date.year - (date.month < 12) : 0;
}

/* 发布时间：2022-01-20 in the page around the report; the site's own clock has
 * no such words. */
static struct date find_publication(const struct report *report)
{
    const char *const *words = forms_words(report->forms, "publication_words");
    struct date date = {0};
    for (size_t i = 0; i < report->nsentences && report->sentences[i].section < 0; i++) {
        const struct fold *fold = &report->sentences[i].fold;
        for (size_t at = 0; at < fold->nbytes; at++) {
            const char *text = fold->text + at;
            const char *word = words_may_start(text) ? words_starts(words, text) : NULL;
            size_t colon = word ? at + strlen(word) : 0;
            if (word && fold->text[colon] == ':' && date_read(fold->text + colon + 1, &date) &&
                date.year)
                return date;
        }
    }
    return (struct date){0};
}

/* Period, then title, then signature, then publication; the first three may
 * contradict. */
static int decide_year(struct report *report, const struct title *title)
{
    struct identity *who = &report->who;
    int start = who->period_start.year, end = who->period_end.year;
    int *conflicts = arena_array(report->arena, 5, sizeof *conflicts);
    if (!conflicts)
        return -1;
    if (who->has_period && (start == end || !start || !end))
        who->year = start ? start : end;
    if (!who->year)
        who->year = title->year;
    if (!who->year)
        who->year = year_before(who->signature_date);
    if (!who->year)
        who->year = year_before(find_publication(report));
    add_conflict(who, title->year, conflicts, &who->nyear_conflicts);
    add_conflict(who, contradicting_year(title, who->year), conflicts, &who->nyear_conflicts);
    add_conflict(who, start, conflicts, &who->nyear_conflicts);
    add_conflict(who, end, conflicts, &who->nyear_conflicts);
    add_conflict(who, year_before(who->signature_date), conflicts, &who->nyear_conflicts);
    who->year_conflicts = conflicts;
    return 0;
}

int stage_identity(struct report *report, struct err *err)
{
    struct identity *who = &report->who;
    size_t end = find_next_report(report);
    find_period(report, end);
    struct title title = title_find(report);
    if (title.score) {
        who->title_span = title.span;
        who->title = words_printed(report, title.span);
    }
    signature_find(report, &title, end, last_section(report));
    name_agencies(report, &title);
    if (decide_year(report, &title) || arena_failed(report->arena))
        return err_set_nomem(err);
    return 0;
}
