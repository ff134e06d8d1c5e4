#include "headline.h"

#include "gouji/base/ascii.h"
#include "numeral.h"
#include "organ.h"
#include "words.h"

enum {
    MOST_GLYPHS = 60,
    MOST_LINES = 300, /* page furniture may stand before it */
    JOINED = 3,       /* lines that one title is broken over */
};

/* A heading or table: no title stands below. */
static uint32_t top_end(const struct report *report)
{
    uint32_t end = report->text_nbytes;
    for (size_t i = 0; i < report->nsections; i++)
        if (!span_empty(report->sections[i].heading) && report->sections[i].heading.start < end)
            end = report->sections[i].heading.start;
    for (size_t t = 0; t < TABLE_COUNT; t++)
        if (!span_empty(report->tables[t].span) && report->tables[t].span.start < end)
            end = report->tables[t].span.start;
    return end;
}

static bool is_sentence(struct slice text)
{
    static const char *const stops[] = {"。", ",", ";", NULL};
    return words_glyphs(text) > MOST_GLYPHS || words_holds(stops, text);
}

/* The lead, or a part of it that was broken over lines. */
static bool is_lead(struct slice text)
{
    static const char *const openers[] = {"根据", "按照", "依据", "依照", "现将", "为", NULL};
    size_t nopen = 0, nclosed = 0;
    for (size_t i = 0; i + 3 <= text.nbytes; i++) {
        nopen += memcmp(text.ptr + i, "《", 3) == 0;
        nclosed += memcmp(text.ptr + i, "》", 3) == 0;
    }
    return nopen != nclosed || words_starts(openers, text.ptr);
}

/* How many entries of the site stand side by side in the line, 0 when anything else does. */
static size_t count_entries(const struct forms *forms, const char *text)
{
    const char *const *entries = forms_words(forms, "navigation");
    size_t n = 0;
    for (const char *entry; (entry = words_starts(entries, text)); n++)
        text += strlen(entry);
    return *text ? 0 : n;
}

/* 青政办(2022)12号, whatever brackets its year has. */
static bool is_document_number(struct slice text)
{
    static const char *const closers[] = {")", "]", "】", NULL};
    if (!slice_ends_with(text, "号"))
        return false;
    size_t end = text.nbytes - strlen("号"), first = end;
    while (first > 0 && ascii_is_digit(text.ptr[first - 1]))
        first--;
    return first < end && words_ends(closers, slice_make(text.ptr, first));
}

/* 2022年4月2日 青政办(2022)12号 (2022年版) 填报单位:… and the site's own entries: they stand
 * above and below a title but are none. */
static bool is_furniture(const struct report *report, struct slice text)
{
    static const char *const marks[] = {":", "|", ">", ")号", NULL};
    struct date date;
    size_t n = date_read(text.ptr, &date);
    return words_holds(marks, text) || *text.ptr == '(' || is_document_number(text) ||
           (n > 0 && n == text.nbytes) || count_entries(report->forms, text.ptr) > 0 ||
           words_starts(forms_words(report->forms, "page_starts"), text.ptr);
}

/* 关于公布…年度报告的通知, …年度报告公告, but not the notice of a form or a way of reporting. */
static bool is_cover(const struct forms *forms, struct slice text)
{
    static const char *const notices[] = {"公告", "通告", NULL}, *const letters[] = {"通知", "函",
                                                                                     NULL};
    static const char *const ends[] = {"的", "》", "\"", NULL};
    static const char *const reports[] = {"报告", "年报", NULL};
    const char *notice = words_ends(notices, text);
    const char *cover = notice ? notice : words_ends(letters, text);
    if (!cover)
        return false;
    text.nbytes -= strlen(cover);
    for (const char *end; (end = words_ends(ends, text));)
        text.nbytes -= strlen(end);
    return words_ends(reports, text) &&
           (notice || words_holds(forms_words(forms, "cover_verbs"), text));
}

/* Without the brackets, (2022年版) and quotation marks behind the words. */
static struct slice without_tail(struct slice text)
{
    static const char *const closers[] = {"》", "\"", "*", "#", NULL};
    const char *closer;
    while ((closer = words_ends(closers, text)))
        text.nbytes -= strlen(closer);
    const char *bracket = text.nbytes ? memrchr(text.ptr, '(', text.nbytes) : NULL;
    if (bracket && text.ptr[text.nbytes - 1] == ')')
        text.nbytes = (size_t)(bracket - text.ptr);
    return text;
}

/* 法治政府建设 of 2021年法治政府建设年度报告: what another yearly report is about. */
static const char *other_topic(const struct forms *forms, struct slice text)
{
    static const char *const ends[] = {"报告", "报告书", "年报", "报表", "公报", "总结", NULL};
    static const char *const fillers[] = {"年度", "工作", "情况", "的", "年", NULL};
    const char *end = words_ends(ends, text);
    if (!end)
        return NULL;
    for (; end; end = words_ends(fillers, text))
        text.nbytes -= strlen(end);
    return words_ends(forms_words(forms, "other_topics"), text);
}

/* 某县公布…年报: news of a report. */
static const char *news_verb(struct slice text)
{
    static const char *const verbs[] = {"公布", "发布", "印发", NULL};
    static const char *const reports[] = {"年度报告", "年报", NULL};
    const char *verb = words_holds(verbs, text);
    const char *at = verb ? slice_find(text, slice_of(verb)) : NULL;
    if (!at || slice_contains(text, "关于"))
        return NULL;
    struct slice after = slice_make(at, text.nbytes - (size_t)(at - text.ptr));
    return words_holds(reports, after) ? verb : NULL;
}

/* Whether some words of the text say that it tells of a report, or asks for remarks on it. */
static const char *retold_word(const struct forms *forms, struct slice text)
{
    return words_holds(forms_words(forms, "retold_kinds"), text);
}

/* 格式 of …年度报告(格式). */
static const char *form_kind(const struct forms *forms, struct slice text)
{
    const char *open = text.nbytes ? memrchr(text.ptr, '(', text.nbytes) : NULL;
    if (!open || text.ptr[text.nbytes - 1] != ')')
        return NULL;
    size_t n = text.nbytes - (size_t)(open - text.ptr) - 2;
    const char *kind = words_ends(forms_words(forms, "form_kinds"), slice_make(open + 1, n));
    return kind && strlen(kind) == n ? kind : NULL;
}

static struct headline classify(const struct forms *forms, struct slice text)
{
    static const char *const yearly[] = {"年度报告", "年报", NULL};
    struct headline none = {.kind = NULL};
    struct slice core = without_tail(text);
    const char *kind;
    if ((kind = other_topic(forms, core)))
        return (struct headline){kind, HEADLINE_TOPIC, false};
    bool is_about = words_holds(yearly, core) != NULL;
    if (!is_about && !slice_contains(core, "公开"))
        return none;
    if (is_about && (kind = retold_word(forms, text)))
        return (struct headline){kind, HEADLINE_RETOLD, false};
    if ((kind = words_holds(forms_words(forms, "part_year"), text)))
        return (struct headline){kind, HEADLINE_PART_YEAR, false};
    if ((kind = news_verb(core)))
        return (struct headline){.kind = kind};
    kind = words_ends(forms_words(forms, "other_kinds"), core);
    if (kind && is_cover(forms, core))
        return (struct headline){kind, HEADLINE_COVER, false};
    if (!kind && is_about)
        kind = words_holds(forms_words(forms, "not_title_words"), core);
    if (!kind && is_about)
        kind = form_kind(forms, text);
    if (!kind || slice_contains(core, "总结"))
        return none;
    return (struct headline){kind, is_about ? HEADLINE_ABOUT : HEADLINE_OTHER, false};
}

/* The lines of a title, the last one last. */
struct top {
    size_t lines[JOINED];
    size_t nlines;
    size_t nabove;  /* entries and titles that stand above these */
    size_t entry;   /* the first entry's line */
    bool is_closed; /* something else stands below it */
};

static void add_line(struct top *top, size_t line)
{
    size_t nlost = top->is_closed ? top->nlines : top->nlines == JOINED;
    top->nabove += nlost;
    top->nlines -= nlost;
    memmove(top->lines, top->lines + nlost, top->nlines * sizeof *top->lines);
    top->is_closed = false;
    top->lines[top->nlines++] = line;
}

/* Fields side by side: a row of some table, or the site's entries in a line. */
static bool is_row(const struct report *report, size_t line)
{
    enum { FIELDS = 3, FIELD_GLYPHS = 4 };
    struct slice rest = report_slice(report, words_trim(report, report_line_span(report, line)));
    size_t nfields = 0;
    if (!words_is_prose(report, line) || memchr(rest.ptr, '\t', rest.nbytes))
        return true;
    for (const char *blank; (blank = memchr(rest.ptr, ' ', rest.nbytes));) {
        size_t n = (size_t)(blank - rest.ptr);
        nfields += words_glyphs(slice_make(rest.ptr, n)) >= FIELD_GLYPHS;
        rest = slice_make(blank + 1, rest.nbytes - n - 1);
    }
    return nfields + (words_glyphs(rest) >= FIELD_GLYPHS) >= FIELDS;
}

static struct top find_top(const struct report *report)
{
    struct top top = {0};
    uint32_t end = top_end(report);
    for (size_t line = 0; line < report->nlines && line < MOST_LINES; line++) {
        struct fold fold = report_line_fold(report, line);
        struct slice text = slice_make(fold.text, fold.nbytes);
        if (report->lines[line] >= end)
            break;
        if (text.nbytes == 0)
            continue;
        if (is_lead(text) || (is_sentence(text) && top.nlines > 0))
            break;
        size_t nentries = count_entries(report->forms, text.ptr);
        if (nentries > 0 && top.nabove == 0)
            top.entry = line;
        top.nabove += nentries;
        if (is_sentence(text) || is_furniture(report, text) || is_row(report, line))
            top.is_closed = true;
        else if (!organ_is_name(report->forms, text) || top.nlines == 0)
            add_line(&top, line);
    }
    /* What is all that stands above a text is its title, even where sites have such entries. */
    if (top.nlines == 0 && top.nabove == 1)
        top = (struct top){.lines = {top.entry}, .nlines = 1};
    return top;
}

/* 青山县政府信息公开指南 or 关于…的通知, not 政府信息公开指南, which many a site has among its
 * entries. */
static bool names_agency(const struct forms *forms, struct slice text)
{
    static const char *const openers[] = {"关于", NULL};
    if (words_starts(openers, text.ptr))
        return true;
    for (size_t n = 3; n <= text.nbytes; n++)
        if ((n == text.nbytes || words_may_start(text.ptr + n)) &&
            (memcmp(text.ptr + n - 3, "国", 3) == 0 || organ_kind(forms, slice_make(text.ptr, n))))
            return true;
    return false;
}

/* The last n lines of the top as one. */
static struct slice fold_top(const struct report *report, const struct top *top, size_t n)
{
    struct fold fold;
    struct span span = {report_line_span(report, top->lines[top->nlines - n]).start,
                        report_line_span(report, top->lines[top->nlines - 1]).end};
    if (fold_text(report->arena, report_slice(report, span), span.start, FOLD_LABEL, &fold))
        return slice_make("", 0);
    return slice_make(fold.text, fold.nbytes);
}

/* Whether the n-th line from below goes on with the ones below it: it names no document. */
static bool goes_on(const struct report *report, const struct top *top, size_t n)
{
    static const char *const ends[] = {"报告", "年报", NULL};
    struct fold fold = report_line_fold(report, top->lines[top->nlines - n]);
    struct slice text = slice_make(fold.text, fold.nbytes);
    return !classify(report->forms, text).kind && !words_ends(ends, text);
}

struct headline headline_read(const struct report *report)
{
    struct top top = find_top(report);
    struct headline about = {.kind = NULL};
    for (size_t n = 1; n <= top.nlines; n++) {
        struct slice text = fold_top(report, &top, n);
        struct headline found = classify(report->forms, text);
        bool is_first = top.nabove == 0 && n == top.nlines;
        found.names_agency = names_agency(report->forms, text);
        bool is_about = found.sort == HEADLINE_ABOUT || found.sort == HEADLINE_RETOLD;
        if (found.kind && is_about && !about.kind)
            about = found; /* with the line above it may be a cover */
        else if (found.kind &&
                 (about.kind ? found.sort == HEADLINE_COVER : is_first || found.names_agency))
            return found;
        if (n == top.nlines || !goes_on(report, &top, n + 1) ||
            (n == 1 && !found.kind && !goes_on(report, &top, n)))
            break;
    }
    return about;
}

/* The line when brackets are around all of it. */
static struct slice in_brackets(struct slice text)
{
    bool has = text.nbytes > 2 && *text.ptr == '(' && text.ptr[text.nbytes - 1] == ')';
    return has ? text : slice_make("", 0);
}

/* The next line with text behind the one at `line`. */
static struct slice line_below(const struct report *report, size_t line)
{
    while (++line < report->nlines && words_is_blank(report, line))
        continue;
    if (line >= report->nlines)
        return slice_make("", 0);
    struct fold fold = report_line_fold(report, line);
    return slice_make(fold.text, fold.nbytes);
}

/* The folded text, empty when there is none or it is no title's part. */
static struct slice fold_side(const struct report *report, struct span span)
{
    enum { MOST_BESIDE = 12 };
    struct fold fold;
    if (span.end <= span.start ||
        fold_text(report->arena, report_slice(report, span), span.start, FOLD_LABEL, &fold))
        return slice_make("", 0);
    struct slice text = slice_make(fold.text, fold.nbytes);
    return words_glyphs(text) > MOST_BESIDE || slice_contains(text, ">") ? slice_make("", 0) : text;
}

const char *headline_beside_title(const struct report *report, bool has_blank_tables)
{
    struct span title = report->who.title_span;
    if (span_empty(title) || title.start >= top_end(report))
        return NULL;
    size_t line = report_line_at(report, title.start);
    size_t last = report_line_at(report, title.end - 1);
    struct span before = {report_line_span(report, line).start, title.start};
    struct span behind = {title.end, report_line_span(report, last).end};
    struct slice sides[] = {fold_side(report, before), fold_side(report, behind),
                            in_brackets(line_below(report, last))};
    const char *kind = NULL;
    for (size_t i = 0; i < sizeof sides / sizeof *sides && !kind; i++) {
        kind = retold_word(report->forms, sides[i]);
        if (!kind && has_blank_tables)
            kind = form_kind(report->forms, sides[i]);
    }
    return kind;
}
