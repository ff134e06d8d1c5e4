#include "title.h"

#include "gouji/base/ascii.h"
#include "numeral.h"
#include "organ.h"
#include "words.h"

enum {
    JOINED_LINES = 4,
    LINE_GLYPHS = 60,
    LINE_NBYTES = 12 * LINE_GLYPHS,
    YEAR_NBYTES = 24, /* 二〇二一年度 is shorter */
    FAR_LINES = 1000, /* nor further above the first section than this */
    LINES_MOST = 300, /* page furniture may stand before a title */
    MOST_REGION = 8,  /* glyphs */
    SHORT_AGENCY = 4, /* glyphs; less may be the rest of a broken name */
};

struct reader {
    const struct report *report;
    const struct forms *forms;
    struct fold fold;
    size_t start, end; /* of the title in the fold */
    size_t agency_start, agency_end;
    int year;
    int short_year; /* of two digits: 21年; NO_SHORT_YEAR */
    bool says_year; /* in whatever way */
    bool is_page;   /* a page's own title: the site stands behind it */
};

/* 2020年度 2020年 2020 二〇二〇年: bytes taken, 0 when no year stands there. */
static size_t read_year(const char *text, int *year)
{
    struct date date;
    size_t n = date_read(text, &date);
    if (n && !date.month) {
        *year = date.year;
        return n + (strncmp(text + n, "度", 3) == 0 ? 3 : 0);
    }
    int value;
    n = numeral_digits(text, 5, &value);
    if (n != 4 || value < 2000 || value > 2099)
        return 0;
    *year = value;
    return n + (strncmp(text + n, "度", 3) == 0 ? 3 : 0);
}

/* 21 of 21年 and 二一年; 202 and 20212 of damaged years. Bytes taken. */
static size_t read_few_digits(const char *text, int *value)
{
    enum { YEAR_DIGITS = 4, MOST_DIGITS = 6 };
    size_t n = numeral_digits(text, MOST_DIGITS, value);
    if (n > 0)
        return n == YEAR_DIGITS ? 0 : n;
    int64_t ten = numeral_glyph_value(text), one = ten == 2 ? numeral_glyph_value(text + 3) : -1;
    *value = (int)(ten * 10 + one);
    return one >= 0 && one < 10 ? 6 : 0;
}

/* 2020-2021学年: that of a school, which is two. */
static size_t read_range(const char *text)
{
    static const char *const marks[] = {"-", "—", "–", "~", "至", "/", NULL};
    int year;
    size_t n = ascii_is_digit(*text) ? read_year(text, &year) : 0;
    const char *mark = n ? words_starts(marks, text + n) : NULL;
    n += mark ? strlen(mark) : 0;
    size_t digits = n;
    while (ascii_is_digit(text[n]))
        n++;
    return mark && n > digits ? n : 0;
}

/* A year, or what tells of one. */
static size_t read_some_year(struct reader *reader, const char *text)
{
    static const char *const ends[] = {"年度", "年", "学年度", "学年", NULL};
    if (!numeral_may_begin(text))
        return 0;
    size_t n = read_range(text);
    int value = 0;
    if (n == 0 && (n = read_year(text, &reader->year)) != 0) {
        reader->says_year = true;
        return n;
    }
    bool is_range = n > 0;
    n = is_range ? n : read_few_digits(text, &value);
    const char *end = n ? words_starts(ends, text + n) : NULL;
    if (!end)
        return 0;
    reader->says_year = true;
    if (!is_range && value >= 10 && value < 100)
        reader->short_year = value;
    return n + strlen(end);
}

/* 年度报告_某局_年度报告: a browser's title goes on with the site and its columns. */
static bool is_site(struct slice rest)
{
    static const char *const sentence_marks[] = {",", "。", ";", ":", NULL};
    return rest.ptr[0] == '_' && !words_holds(sentence_marks, rest);
}

/* What follows the core words up to the end: 工作年度报告, 2022年度报告, 情况的报告,
 * 年报(2020年). */
static bool read_tail(struct reader *reader, size_t at)
{
    static const char *const fillers[] = {"工作", "情况", "的", "年度", "年",
                                          "总结", "(",    ")",  NULL};
    static const char *const ends[] = {"报告", "年报", NULL};
    static const char *const closers[] = {"(", ")", "》", "\"", "。", "*", "#", "=", NULL};
    const char *text = reader->fold.text, *word;
    size_t n;
    while (!(word = words_starts(ends, text + at))) {
        if ((n = read_some_year(reader, text + at)) != 0)
            at += n;
        else if ((word = words_starts(fillers, text + at)))
            at += strlen(word);
        else
            return false;
    }
    at += strlen(word);
    reader->end = at;
    while (text[at]) {
        if ((n = read_some_year(reader, text + at)) != 0)
            at = reader->end = at + n;
        else if ((word = words_starts(closers, text + at)) ||
                 (word = words_starts(forms_words(reader->forms, "title_notes"), text + at)))
            at += strlen(word);
        else
            return reader->is_page = is_site(slice_of(text + at));
        if (word && *word == ')')
            reader->end = at;
    }
    return true;
}

/* Brackets around the year, but none that belong to the name: …局(知识产权局). */
static const char *stray_tail(struct slice name)
{
    static const char *const tails[] = {"关于印发", "关于公布", "关于发布", "关于", "的",  "本年度",
                                        "全年",     "\"",       "《",       "(",    ")年", ")年度",
                                        ")",        "#",        "*",        "=",    NULL};
    const char *tail = words_ends(tails, name);
    return tail && strcmp(tail, ")") == 0 && slice_contains(name, "(") ? NULL : tail;
}

static void trim_agency(struct reader *reader)
{
    static const char *const heads[] = {"关于",  "\"", "《", "(", ")",   ")年",
                                        ")年度", "#",  "*",  "=", "h1.", NULL};
    const char *text = reader->fold.text, *word;
    size_t *start = &reader->agency_start, *end = &reader->agency_end, n;
    for (bool changed = true; changed && *start < *end;) {
        changed = false;
        if ((n = read_some_year(reader, text + *start)) != 0 && *start + n <= *end) {
            *start += n;
            changed = true;
        } else if ((word = words_starts(heads, text + *start))) {
            *start += strlen(word);
            changed = true;
        }
        if (*start < *end && (word = stray_tail(slice_make(text + *start, *end - *start)))) {
            *end -= strlen(word);
            changed = true;
        }
        size_t from = *end - *start > YEAR_NBYTES ? *end - YEAR_NBYTES : *start;
        for (size_t at = from; at < *end; at++)
            if (((n = read_some_year(reader, text + at)) != 0) && at + n == *end) {
                *end = at;
                changed = true;
            }
    }
    if (*start > *end)
        *start = *end;
}

/* 柳河镇人民政府信息公开…: the government is the agency's and the information's. */
static void share_government(struct reader *reader)
{
    static const char *const people[] = {"人民", NULL}, *const governments[] = {"政府", NULL};
    const char *text = reader->fold.text;
    struct slice name =
        slice_make(text + reader->agency_start, reader->agency_end - reader->agency_start);
    const char *government = words_starts(governments, text + reader->agency_end);
    if (government && words_ends(people, name))
        reader->agency_end += strlen(government);
}

/* Is what stands before the core words an agency's name? */
static bool is_agency(const struct reader *reader)
{
    static const char *const marks[] = {"(", ")", "\"", "·", "、", "“", "”", NULL};
    struct slice name = slice_make(reader->fold.text + reader->agency_start,
                                   reader->agency_end - reader->agency_start);
    if (words_holds(forms_words(reader->forms, "not_agency_words"), name))
        return false;
    size_t nmarks = 0;
    bool has_kind = organ_kind(reader->forms, name) != NULL; /* 青山县318林场 */
    for (size_t i = 0; i < name.nbytes; i++)
        nmarks += (has_kind && i > 0 && ascii_is_digit(name.ptr[i])) ||
                  (words_may_start(name.ptr + i) && words_starts(marks, name.ptr + i));
    return words_han(name) + nmarks == words_glyphs(name);
}

/* A breadcrumb, a field name or a column's name in brackets before the title ends in
 * one of these. */
static const char *const title_leads[] = {">", ":", "|", "】", NULL};

/* The bytes of a wiki's mark of a heading before its text: h1. or h1(#id). {anchor:id} */
static size_t heading_mark(const char *text)
{
    static const char anchor[] = "{anchor:";
    size_t at = 2;
    if (text[0] != 'h' || text[1] < '1' || text[1] > '6')
        return 0;
    if (text[at] == '(')
        at += strcspn(text + at, ")") + 1;
    if (strnlen(text, at) < at || text[at++] != '.')
        return 0;
    const char *end =
        strncmp(text + at, anchor, strlen(anchor)) == 0 ? strchr(text + at, '}') : NULL;
    return end ? (size_t)(end + 1 - text) : at;
}

static size_t title_start(const struct reader *reader, size_t core)
{
    size_t mark = heading_mark(reader->fold.text);
    for (size_t at = core; at > mark; at--)
        if (strchr(">:|\x91", reader->fold.text[at - 1]) && /* their last bytes */
            words_ends(title_leads, slice_make(reader->fold.text, at)))
            return at;
    return mark;
}

static bool read_title(struct reader *reader)
{
    static const char *const decoration[] = {"#", "*", "=", "《", "\"", "-", NULL};
    const char *const *cores = forms_words(reader->forms, "title_cores");
    const char *text = reader->fold.text;
    bool seconds[256];
    words_seconds(cores, seconds);
    for (size_t at = heading_mark(text); at < reader->fold.nbytes; at += words_skip(text + at)) {
        bool may_be = seconds[(unsigned char)text[at + 1]] && words_may_start(text + at);
        const char *core = may_be ? words_starts(cores, text + at) : NULL;
        reader->year = 0;
        reader->short_year = NO_SHORT_YEAR;
        reader->says_year = reader->is_page = false;
        if (!core || !read_tail(reader, at + strlen(core)))
            continue;
        reader->start = title_start(reader, at);
        while ((core = words_starts(decoration, text + reader->start)))
            reader->start += strlen(core);
        reader->agency_start = reader->start;
        reader->agency_end = at;
        trim_agency(reader);
        share_government(reader);
        return is_agency(reader);
    }
    return false;
}

/* A name broken over lines that the text prints again in one piece: in its signature, say. */
static bool is_printed_again(const struct reader *reader, struct slice name)
{
    const struct report *report = reader->report;
    uint32_t from = fold_span(&reader->fold, reader->start, reader->end).end;
    return slice_find(report_slice(report, (struct span){from, report->text_nbytes}), name) != NULL;
}

/* 2022年 / 2020年 / 柳河镇2021年…: above a title that says its year other years are no part
 * of it. */
static bool begins_with_other_year(const struct reader *reader)
{
    struct reader other = {.report = reader->report, .fold = reader->fold};
    size_t n = read_some_year(&other, reader->fold.text + reader->start);
    for (size_t at = reader->start + n; n > 0 && at < reader->end; at++)
        if (words_may_start(reader->fold.text + at) &&
            read_some_year(&other, reader->fold.text + at) != 0)
            return true;
    return false;
}

static int score(const struct reader *reader, size_t nlines)
{
    struct slice name = slice_make(reader->fold.text + reader->agency_start,
                                   reader->agency_end - reader->agency_start);
    bool has_kind = organ_kind(reader->forms, name) != NULL;
    bool behind = words_ends(title_leads, slice_make(reader->fold.text, reader->start)) != NULL;
    bool bracketed = nlines > 1 && reader->fold.text[reader->start] == '(';
    /* The last step of a breadcrumb names a column of the site. */
    if (behind && name.nbytes == 0 && !reader->says_year)
        return 0;
    if (nlines > 1 && ((name.nbytes && !has_kind) || begins_with_other_year(reader)))
        return 0;
    int points = 10 - (int)nlines;
    if (name.nbytes)
        points += has_kind ? 6 : 3;
    if (name.nbytes && words_glyphs(name) < SHORT_AGENCY)
        points -= 4;
    if (bracketed) /* a second name of what stands above */
        points -= 4;
    if (nlines > 1 && has_kind && is_printed_again(reader, name))
        points += (int)nlines;
    points += reader->says_year ? 4 : 0;
    return points - (behind || reader->is_page ? 3 : 0);
}

static bool fold_at(const struct reader *reader, size_t line, struct fold *fold)
{
    struct span span = report_line_span(reader->report, line);
    *fold = report_line_fold(reader->report, line);
    return span.end - span.start <= LINE_NBYTES;
}

static bool read_short(struct reader *reader)
{
    struct slice text = slice_make(reader->fold.text, reader->fold.nbytes);
    return words_glyphs(text) <= LINE_GLYPHS + 20 && read_title(reader);
}

int title_score(const struct forms *forms, struct arena *arena, struct slice text)
{
    struct reader reader = {.forms = forms};
    if (text.nbytes > LINE_NBYTES || fold_text(arena, text, 0, FOLD_LABEL, &reader.fold) ||
        !read_short(&reader))
        return 0;
    return score(&reader, 1);
}

int title_score_line(const struct report *report, size_t line)
{
    struct reader reader = {.report = report, .forms = report->forms};
    return fold_at(&reader, line, &reader.fold) && read_short(&reader) ? score(&reader, 1) : 0;
}

/* A line that may be a part of a title but is none of the page's furniture. */
static bool may_be_joined(const struct reader *reader, size_t line)
{
    struct fold fold;
    if (!fold_at(reader, line, &fold))
        return false;
    struct slice text = slice_make(fold.text, fold.nbytes);
    return words_glyphs(text) <= LINE_GLYPHS && !slice_contains(text, "。") &&
           !slice_contains(text, ":") &&
           !words_holds(forms_words(reader->forms, "title_furniture"), text);
}

/* Whether the name stands in the report itself, behind its first heading: signed by it. */
static bool is_in_report(const struct report *report, struct slice name)
{
    for (size_t i = 0; i < report->nsections; i++) {
        struct span heading = report->sections[i].heading;
        if (!span_empty(heading))
            return slice_find(report_slice(report, (struct span){heading.end, report->text_nbytes}),
                              name) != NULL;
    }
    return false;
}

/* Of two titles as good as each other, in the list of a site's reports, say, the later one is
 * this report's if its name is, or its year and not the other's is that of the period. */
static bool is_likelier(const struct reader *reader, const struct title *best)
{
    const struct report *report = reader->report;
    int year = report->who.has_period ? report->who.period_start.year : 0;
    struct slice name = slice_make(reader->fold.text + reader->agency_start,
                                   reader->agency_end - reader->agency_start);
    const char *printed = words_printed(report, best->agency);
    if (!printed || (slice_is(name, printed) && reader->year == best->year) ||
        !is_in_report(report, name) || (year && reader->year && reader->year != year))
        return false;
    return !is_in_report(report, slice_of(printed)) || (reader->year == year && best->year != year);
}

/* Tries what is folded. */
static void try_fold(struct reader *reader, size_t last, size_t nlines, struct title *best)
{
    if (!read_short(reader))
        return;
    int points = score(reader, nlines);
    if (points < best->score || (points == best->score && !is_likelier(reader, best)))
        return;
    best->score = points;
    best->year = reader->year;
    best->short_year = reader->short_year;
    best->span = fold_span(&reader->fold, reader->start, reader->end);
    best->agency = fold_span(&reader->fold, reader->agency_start, reader->agency_end);
    best->last_line = last;
}

static void try_span(struct reader *reader, struct span span, size_t last, size_t nlines,
                     struct title *best)
{
    if (span.end - span.start <= LINE_NBYTES &&
        fold_text(reader->report->arena, report_slice(reader->report, span), span.start, FOLD_LABEL,
                  &reader->fold) == 0)
        try_fold(reader, last, nlines, best);
}

/* 青山县 / 柳河镇人民政府…: a county's name right above belongs to the agency's that
 * names none itself; with a blank line between it may be the site's. */
static bool is_region(const struct reader *reader, size_t line)
{
    static const char *const ends[] = {"省", "市", "县", "区", "州", "旗", "盟", NULL};
    struct fold fold, below;
    if (line + 1 >= reader->report->nlines || !fold_at(reader, line, &fold) ||
        !fold_at(reader, line + 1, &below) ||
        words_holds(ends, slice_make(below.text, below.nbytes)))
        return false;
    struct slice name = slice_make(fold.text, fold.nbytes);
    return words_ends(ends, name) && words_han(name) == words_glyphs(name) &&
           words_glyphs(name) >= 2 && words_glyphs(name) <= MOST_REGION && below.nbytes > 0;
}

static void try_lines(struct reader *reader, size_t first, size_t last, size_t nlines,
                      struct title *best)
{
    struct span span = {report_line_span(reader->report, first).start,
                        report_line_span(reader->report, last).end};
    if (first < last)
        try_span(reader, span, last, nlines, best);
    else if (fold_at(reader, first, &reader->fold))
        try_fold(reader, last, nlines, best);
}

/* A title at the start of a line that goes on after a blank. */
static void try_line_start(struct reader *reader, size_t line, struct title *best)
{
    static const char *const ends[] = {"报告", "年报", NULL};
    static const char *const blanks[] = {" ", "\t", "　", "\xC2\xA0", NULL};
    struct span span = report_line_span(reader->report, line);
    bool seconds[256];
    words_seconds(ends, seconds);
    uint32_t size;
    for (uint32_t at = span.start; at < span.end && at < span.start + LINE_NBYTES; at += size) {
        const char *text = reader->report->text + at;
        size = (uint32_t)words_skip(text);
        const char *end = seconds[(unsigned char)text[1]] ? words_starts(ends, text) : NULL;
        uint32_t after = at + (end ? (uint32_t)strlen(end) : 0);
        if (end && after < span.end && words_starts(blanks, reader->report->text + after))
            try_span(reader, (struct span){span.start, after}, line, 2, best);
    }
}

/* A title that stands right of something else, far off: a page printed in columns. */
static void try_line_end(struct reader *reader, size_t line, struct title *best)
{
    enum { LEAST_GAP = 4 };
    struct span span = words_trim(reader->report, report_line_span(reader->report, line));
    const char *first = memchr(reader->report->text + span.start, ' ', span.end - span.start);
    uint32_t gap = 0;
    for (uint32_t at = first ? (uint32_t)(first - reader->report->text) : span.end; at < span.end;
         at++) {
        gap = reader->report->text[at] == ' ' ? gap + 1 : 0;
        if (gap >= LEAST_GAP && reader->report->text[at + 1] != ' ')
            try_span(reader, (struct span){at + 1, span.end}, line, 2, best);
    }
}

static size_t lines_to_read(const struct report *report)
{
    for (size_t i = 0; i < report->nsections; i++) {
        struct span heading = report->sections[i].heading;
        if (!span_empty(heading)) {
            size_t line = report_line_at(report, heading.start);
            return line + (report->lines[line] < heading.start);
        }
    }
    return report->nlines < LINES_MOST ? report->nlines : LINES_MOST;
}

struct title title_find(const struct report *report)
{
    struct reader reader = {.report = report, .forms = report->forms};
    struct title best = {.short_year = NO_SHORT_YEAR};
    size_t nlines = lines_to_read(report);
    size_t first = nlines > FAR_LINES ? nlines - FAR_LINES : 0;
    for (size_t line = first; line < nlines; line++) {
        size_t last = line;
        if (words_is_blank(report, line) || !words_is_prose(report, line))
            continue;
        try_lines(&reader, line, last, 1, &best);
        try_line_start(&reader, line, &best);
        try_line_end(&reader, line, &best);
        bool region = is_region(&reader, line);
        bool goes_on = may_be_joined(&reader, last);
        for (size_t n = 2; n <= JOINED_LINES && goes_on; n++) {
            last = words_next_line(report, last);
            goes_on = last < nlines && may_be_joined(&reader, last);
            if (goes_on)
                try_lines(&reader, line, last, region ? n - 2 : n, &best);
        }
    }
    return best;
}
