#include "heading.h"

#include "align.h"
#include "form_private.h"
#include "gouji/base/ascii.h"
#include "numeral.h"
#include "words.h"

enum {
    TITLE_GLYPHS = 30, /* longer lines are no headings (SEC-03) */
    CLOSE_SLIPS = 2,
    CLOSE_GLYPHS = 8, /* shorter titles are too near to other words */
    JOINED_LINES = 2,
    LEAST_NUMBERED = 2,
};

struct finder {
    struct report *report;
    struct arena *scratch; /* of the candidates: most lines are none */
    const struct form_section *sections;
    size_t nsections;
    struct heading *items;
    size_t nitems, capacity;
    size_t nnumbered; /* legal titles behind 一、 and the like */
    bool by_parts;    /* (一) and 1. may open a section too */
    bool failed;
};

struct match {
    int section;
    enum heading_quality quality;
    size_t nbytes; /* of the title */
};

/* A line, or several joined, folded for matching. */
struct candidate {
    struct fold fold;
    size_t start, end; /* without decoration */
    struct marker marker;
};

/* Glyphs to insert, drop or change to make b of a, at most limit + 1. */
static size_t distance(struct slice a, struct slice b, size_t limit)
{
    enum { WIDEST = 40 };
    size_t row[WIDEST + 1], na = words_glyphs(a), nb = words_glyphs(b);
    if (na > WIDEST || nb > WIDEST || na > nb + limit || nb > na + limit ||
        !align_may_be_near(align_mark(a), align_mark(b), (unsigned)limit))
        return limit + 1;
    for (size_t j = 0; j <= nb; j++)
        row[j] = j;
    const char *pa = a.ptr;
    for (size_t i = 1; i <= na; i++) {
        size_t la = 1, diagonal = row[0];
        while (pa + la < a.ptr + a.nbytes && ((unsigned char)pa[la] & 0xC0) == 0x80)
            la++;
        row[0] = i;
        const char *pb = b.ptr;
        for (size_t j = 1; j <= nb; j++) {
            size_t lb = 1;
            while (pb + lb < b.ptr + b.nbytes && ((unsigned char)pb[lb] & 0xC0) == 0x80)
                lb++;
            size_t change = diagonal + (la != lb || memcmp(pa, pb, la) != 0);
            diagonal = row[j];
            size_t shift = 1 + (row[j] < row[j - 1] ? row[j] : row[j - 1]);
            row[j] = change < shift ? change : shift;
            pb += lb;
        }
        pa += la;
    }
    return row[nb];
}

/* The longest title of the law that text starts with. */
static struct match match_start(const struct finder *finder, struct slice text)
{
    const struct form_title *title = forms_title(finder->report->forms, text);
    if (!title)
        return (struct match){-1, HEADING_NONE, 0};
    return (struct match){(int)title->section,
                          title->is_variant ? HEADING_VARIANT : HEADING_CANONICAL,
                          title->text.nbytes};
}

static bool is_close(const struct form_section *section, struct slice text)
{
    if (words_glyphs(text) < CLOSE_GLYPHS)
        return false;
    if (distance(text, slice_of(section->title), CLOSE_SLIPS) <= CLOSE_SLIPS)
        return true;
    for (const char *const *v = section->variants; v && *v; v++)
        if (distance(text, slice_of(*v), CLOSE_SLIPS) <= CLOSE_SLIPS)
            return true;
    return false;
}

static bool has_keywords(const struct form_section *section, struct slice text)
{
    if (!section->all_of || !*section->all_of)
        return false;
    for (const char *const *word = section->all_of; *word; word++)
        if (!slice_contains(text, *word))
            return false;
    return true;
}

static bool is_one_phrase(struct slice text)
{
    size_t glyphs = words_glyphs(text);
    return glyphs >= 2 && glyphs <= TITLE_GLYPHS && !slice_contains(text, "。") &&
           !slice_contains(text, ",") && !slice_contains(text, ";") && !slice_contains(text, ":");
}

/* text is a title and nothing else. */
static struct match match_whole(const struct finder *finder, struct slice text, bool has_numeral)
{
    struct match match = match_start(finder, text);
    if (match.nbytes == text.nbytes && match.section >= 0)
        return match;
    match = (struct match){-1, HEADING_NONE, text.nbytes};
    if (!has_numeral || !is_one_phrase(text))
        return match;
    for (size_t s = 0; s < finder->nsections && match.quality < HEADING_CLOSE; s++) {
        if (is_close(&finder->sections[s], text))
            match = (struct match){(int)s, HEADING_CLOSE, text.nbytes};
        else if (match.section < 0 && has_keywords(&finder->sections[s], text))
            match = (struct match){(int)s, HEADING_KEYWORDS, text.nbytes};
    }
    return match;
}

static bool opens_section(const struct finder *finder, enum marker_level level)
{
    return level == MARKER_SECTION ||
           (finder->by_parts && (level == MARKER_PART || level == MARKER_ITEM));
}

static void add(struct finder *finder, const struct candidate *from, size_t at,
                struct marker marker, struct match match)
{
    struct heading *heading = arena_push(finder->report->arena, &finder->items, &finder->capacity,
                                         finder->nitems, sizeof *finder->items);
    if (!heading) {
        finder->failed = true;
        return;
    }
    finder->nitems++;
    finder->nnumbered += match.section >= 0 && marker.level == MARKER_SECTION;
    size_t title = at + marker.nbytes;
    heading->section = match.section;
    heading->number = marker.number;
    heading->quality = match.quality;
    heading->title = fold_span(&from->fold, title, title + match.nbytes);
    heading->span = heading->title;
    heading->numeral = (struct span){heading->title.start, heading->title.start};
    if (marker.numeral_end == 0)
        return;
    heading->numeral = fold_span(&from->fold, at + marker.numeral_start, at + marker.numeral_end);
    heading->span = span_join(fold_span(&from->fold, at, at + marker.nbytes), heading->title);
}

/* Where 总体情况.........2 of a list of contents has its leaders; end when it has none. */
static size_t leaders_start(const struct fold *fold, size_t end)
{
    enum { LEAST_DOTS = 3, MOST_DIGITS = 3 };
    size_t digits = end;
    while (digits > 0 && ascii_is_digit(fold->text[digits - 1]))
        digits--;
    size_t dots = digits;
    while (dots > 0 && (fold->text[dots - 1] == '.' || fold->text[dots - 1] == '-'))
        dots--;
    bool leads = end > digits && end - digits <= MOST_DIGITS && digits - dots >= LEAST_DOTS;
    return leads ? dots : end;
}

/* The bytes of a sign at the end that is no part of a title, or 0. */
static size_t tail_size(struct slice text)
{
    const char *end = text.ptr + text.nbytes;
    if (text.nbytes > 0 && strchr(".:;,*#|", end[-1]))
        return 1;
    bool is_stop =
        text.nbytes >= 3 && (memcmp(end - 3, "。", 3) == 0 || memcmp(end - 3, "、", 3) == 0);
    return is_stop ? 3 : 0;
}

static struct candidate read_candidate(struct fold fold)
{
    static const char decoration[] = "#*>|-.";
    struct candidate c = {.fold = fold, .end = leaders_start(&fold, fold.nbytes)};
    while (c.start < c.end && strchr(decoration, c.fold.text[c.start]))
        c.start++;
    for (size_t n; (n = tail_size(slice_make(c.fold.text + c.start, c.end - c.start))) > 0;)
        c.end -= n;
    struct slice inner = words_unbracket(slice_make(c.fold.text + c.start, c.end - c.start));
    c.start = (size_t)(inner.ptr - c.fold.text);
    c.end = c.start + inner.nbytes;
    if (c.start < c.end)
        c.marker = marker_read(c.fold.text + c.start);
    if (c.marker.nbytes > c.end - c.start) { /* 二、 alone lost its mark as a tail */
        c.end = c.start + c.marker.nbytes;
    }
    return c;
}

/* The same of several lines. */
static struct candidate read_joined(struct finder *finder, struct span span)
{
    struct fold fold;
    if (fold_text(finder->scratch, report_slice(finder->report, span), span.start, FOLD_LABEL,
                  &fold))
        finder->failed = true;
    if (finder->failed)
        return (struct candidate){0};
    return read_candidate(fold);
}

static struct slice title_of(const struct candidate *c)
{
    size_t at = c->start + c->marker.nbytes;
    return slice_make(c->fold.text + at, c->end - at);
}

/* A blank, folded away, stands before that byte. */
static bool is_parted(const struct candidate *c, size_t at)
{
    return at > 0 && at < c->fold.nbytes && fold_end(&c->fold, at - 1) < fold_start(&c->fold, at);
}

/* 一 总体情况, whose blank is folded away. Words of its own has only section one, which opens
 * the text. */
static struct match match_bare_numeral(const struct finder *finder, struct candidate *c)
{
    struct match none = {-1, HEADING_NONE, 0};
    int64_t number;
    size_t n = numeral_chinese(c->fold.text + c->start, &number);
    if (n == 0 || number > 20 || n >= c->end - c->start)
        return none;
    bool parted = is_parted(c, c->start + n);
    c->marker = (struct marker){MARKER_SECTION, (int)number, 0, n, n};
    struct match match = match_whole(finder, title_of(c), parted);
    bool may_open = parted && number == 1 && finder->nitems == 0 && is_one_phrase(title_of(c));
    if (match.section < 0 && !may_open)
        c->marker = (struct marker){0};
    return match;
}

/* A line of its own: 一、总体情况; 总体情况. */
static struct match match_line(const struct finder *finder, struct candidate *c)
{
    struct match none = {-1, HEADING_NONE, 0};
    if (c->marker.level == MARKER_NOTE)
        return none;
    bool is_section = opens_section(finder, c->marker.level);
    if (c->marker.level == MARKER_PART && !is_section) {
        /* Parts of section one have titles like the others', but none like its own. */
        struct match part = match_whole(finder, title_of(c), true);
        return part.section == 0 && part.quality == HEADING_CANONICAL ? part : none;
    }
    struct match match = match_whole(finder, title_of(c), is_section);
    if (match.quality == HEADING_NONE && c->marker.level == MARKER_NONE)
        match = match_bare_numeral(finder, c);
    return match.section < 0 ? none : match;
}

/* Section one in words of its own opens the text: 一、 / 信息公开情况概述 */
static bool add_opening(struct finder *finder, const struct candidate *c)
{
    if (finder->nitems > 0 || c->marker.number != 1 || !is_one_phrase(title_of(c)))
        return false;
    add(finder, c, c->start, c->marker, (struct match){-1, HEADING_NONE, title_of(c).nbytes});
    return true;
}

/* The heading goes on in the next line or two: numeral / words, or words cut. */
static bool join_lines(struct finder *finder, size_t line, const struct candidate *alone,
                       enum heading_quality quality, size_t *last)
{
    struct report *report = finder->report;
    size_t next = line;
    for (int i = 0; i < JOINED_LINES; i++) {
        next = words_next_line(report, next);
        if (next >= report->nlines || !words_is_prose(report, next))
            return false;
        struct span span = {report->lines[line], report_line_span(report, next).end};
        if (span.end - span.start > 4 * 3 * TITLE_GLYPHS)
            return false;
        struct candidate c = read_joined(finder, span);
        if (finder->failed || c.marker.level != alone->marker.level)
            return false;
        struct match match = match_line(finder, &c);
        bool is_numeral_alone = title_of(alone).nbytes == 0;
        if (match.section >= 0 && match.quality > quality &&
            (match.quality >= HEADING_CLOSE || is_numeral_alone)) {
            add(finder, &c, c.start, c.marker, match);
            *last = next;
            return true;
        }
    }
    return false;
}

/* 一、 and what the next line makes of it. */
static bool join_opening(struct finder *finder, size_t line, const struct candidate *alone,
                         size_t *last)
{
    struct report *report = finder->report;
    size_t next = words_next_line(report, line);
    if (alone->marker.number != 1 || title_of(alone).nbytes > 0 || next >= report->nlines ||
        !words_is_prose(report, next))
        return false;
    struct span span = {report->lines[line], report_line_span(report, next).end};
    if (span.end - span.start > 4 * 3 * TITLE_GLYPHS)
        return false;
    struct candidate c = read_joined(finder, span);
    if (finder->failed || c.marker.level != MARKER_SECTION || !add_opening(finder, &c))
        return false;
    *last = next;
    return true;
}

/* What may follow a title in its own line: its text. In a list of titles
 * (全文包括一、总体情况；二、…) more of the list follows. */
static bool is_list_after(const char *after)
{
    static const char *const marks[] = {";", ",", "、", "和", "及", "与", "以及", NULL};
    return words_starts(marks, after) != NULL;
}

static struct match match_run(const struct finder *finder, struct slice text)
{
    static const char *const breaks[] = {"。", "(", ":", ".", "*", "|", NULL};
    struct match match = match_start(finder, text);
    if (match.section < 0 || is_list_after(text.ptr + match.nbytes))
        return (struct match){-1, HEADING_NONE, 0};
    const char *after = text.ptr + match.nbytes;
    if (match.quality == HEADING_VARIANT && *after && !words_starts(breaks, after) &&
        !ascii_is_digit(*after))
        match.quality = HEADING_CLOSE;
    return match;
}

static bool is_numeral_start(const struct finder *finder, const char *text)
{
    int64_t value;
    return (numeral_chinese_char(text) && numeral_chinese(text, &value) > 0) ||
           (*text == '\xE7' && strncmp(text, "第", 3) == 0) ||
           (finder->by_parts && (*text == '(' || ascii_is_digit(*text)));
}

/* A blank, a full stop or the heading before stands in front of byte p. */
static bool is_free_before(const struct finder *finder, const struct candidate *c, size_t p)
{
    if (p >= 3 && memcmp(c->fold.text + p - 3, "。", 3) == 0)
        return true;
    if (c->fold.text[p - 1] == '>' || fold_end(&c->fold, p - 1) < fold_start(&c->fold, p))
        return true;
    return finder->nitems > 0 &&
           finder->items[finder->nitems - 1].span.end == fold_end(&c->fold, p - 1);
}

/* Headings inside a line: a whole report may be one paragraph. */
static void find_inside(struct finder *finder, const struct candidate *c, size_t from)
{
    for (size_t p = from ? from : 1, next; p < c->fold.nbytes; p = next) {
        const char *text = c->fold.text + p;
        next = p + words_skip(text);
        if (!is_numeral_start(finder, text) || !is_free_before(finder, c, p))
            continue;
        struct marker marker = marker_read(text);
        if (!opens_section(finder, marker.level))
            continue;
        size_t title = p + marker.nbytes;
        struct match match =
            match_run(finder, slice_make(c->fold.text + title, c->fold.nbytes - title));
        if (match.section < 0)
            continue;
        add(finder, c, p, marker, match);
        next = title + match.nbytes;
    }
}

/* 主动公开政府信息情况统计表 above the table may be all there is of a heading. */
static bool add_caption(struct finder *finder, const struct candidate *c)
{
    enum { MOST_NBYTES = 4 * TITLE_GLYPHS }; /* a glyph has no more than four */
    if (c->marker.level > MARKER_SECTION || title_of(c).nbytes > MOST_NBYTES)
        return false;
    struct match match = match_start(finder, title_of(c));
    if (match.quality != HEADING_CANONICAL || words_glyphs(title_of(c)) > TITLE_GLYPHS)
        return false;
    match.nbytes = title_of(c).nbytes;
    match.quality = HEADING_KEYWORDS;
    size_t before = finder->nitems;
    add(finder, c, c->start, c->marker, match);
    if (finder->nitems > before)
        finder->items[before].is_caption = true;
    return true;
}

static void add_run_or_unknown(struct finder *finder, const struct candidate *c)
{
    struct slice title = title_of(c);
    bool is_section = c->marker.level == MARKER_SECTION;
    struct match run = {-1, HEADING_NONE, 0};
    if (opens_section(finder, c->marker.level))
        run =
            match_run(finder, slice_make(title.ptr, c->fold.nbytes - c->start - c->marker.nbytes));
    if (run.section >= 0 && !is_one_phrase(title)) {
        add(finder, c, c->start, c->marker, run);
        find_inside(finder, c, c->start + c->marker.nbytes + run.nbytes);
    } else if (add_caption(finder, c)) {
        return;
    } else if (opens_section(finder, c->marker.level) && c->end + 3 >= c->fold.nbytes &&
               add_opening(finder, c)) {
        return;
    } else if (is_section && is_one_phrase(title) && c->end + 1 >= c->fold.nbytes &&
               !words_holds(forms_words(finder->report->forms, "row_titles"), title)) {
        add(finder, c, c->start, c->marker, (struct match){-1, HEADING_NONE, title.nbytes});
    } else {
        find_inside(finder, c, 0);
    }
}

/* 六、其他需要报告的事项 无: the title, where a blank parts it from what is more than it. */
static struct match cut_at_blank(const struct finder *finder, const struct candidate *c,
                                 struct match whole)
{
    if (whole.section < 0 || whole.quality >= HEADING_VARIANT ||
        !opens_section(finder, c->marker.level))
        return whole;
    struct match title = match_start(finder, title_of(c));
    size_t end = c->start + c->marker.nbytes + title.nbytes;
    return title.section == whole.section && is_parted(c, end) ? title : whole;
}

/* Whether a section's title, or its numeral, may begin like the line. */
static bool may_begin_title(const struct finder *finder, const struct candidate *c)
{
    struct slice text = slice_make(c->fold.text + c->start, c->fold.nbytes - c->start);
    return numeral_chinese_char(text.ptr) || forms_title_begins(finder->report->forms, text);
}

/* Reads one line; returns the last line it used. */
static size_t read_line(struct finder *finder, size_t line)
{
    size_t last = line;
    struct candidate c = read_candidate(report_line_fold(finder->report, line));
    if (c.start >= c.end)
        return line;
    struct match match = match_line(finder, &c);
    bool is_short = c.end - c.start <= 3 * (TITLE_GLYPHS + 6);
    bool may_go_on = is_short && (opens_section(finder, c.marker.level) ||
                                  (c.marker.level == MARKER_NONE && may_begin_title(finder, &c)));
    if (match.quality < HEADING_VARIANT && may_go_on &&
        (join_lines(finder, line, &c, match.quality, &last) ||
         join_opening(finder, line, &c, &last)))
        return last;
    if (match.section >= 0)
        add(finder, &c, c.start, c.marker, cut_at_blank(finder, &c, match));
    else
        add_run_or_unknown(finder, &c);
    return line;
}

static void find_all(struct finder *finder)
{
    const struct report *report = finder->report;
    finder->nitems = 0;
    for (size_t line = words_next_prose(report, 0); line < report->nlines && !finder->failed;)
        line = words_next_prose(report, read_line(finder, line) + 1);
}

/* A report that has no 一、 sets its sections by (一) or 1. */
int headings_find(struct report *report, struct heading **headings, size_t *nheadings,
                  struct err *err)
{
    struct finder finder = {.report = report, .scratch = arena_new()};
    if (!finder.scratch)
        return err_set_nomem(err);
    finder.nsections = forms_sections(report->forms, &finder.sections);
    find_all(&finder);
    if (finder.nnumbered < LEAST_NUMBERED) {
        finder.by_parts = true;
        find_all(&finder);
    }
    arena_free(finder.scratch);
    *headings = finder.items;
    *nheadings = finder.nitems;
    return finder.failed ? err_set_nomem(err) : 0;
}
