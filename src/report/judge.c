/* Is the text an annual report at all? Evidence for it: a title, the legal
 * sections, tables with numbers, a period. Against it: a headline that names
 * another kind of document. */
#include "gouji/base/message.h"
#include "headline.h"
#include "stages.h"
#include "title.h"
#include "words.h"

enum {
    HEADLINES = 12, /* lines at the top that may say what this is */
    HEADLINE_GLYPHS = 60,
    ENOUGH_SECTIONS = 2,
    ENOUGH_TABLES = 2,
    FEW_HAN = 20,
    ENOUGH_HAN = 300, /* of a report without sections and tables */
    DAMAGED_PER_MILLE = 50,
    LEAST_LINKS = 8,    /* of a page that only leads to others */
    LEAST_NAMES = 3,    /* of reports, in a text that only lists them */
    NAMELESS_TITLE = 9, /* the score of one without agency and year, as a site's entries are */
    SOME_SIGNS = 3,     /* that the report announced above follows */
    MANY_SIGNS = 5,     /* that outweigh a headline of another kind; a table or period counts 2 */
};

struct evidence {
    size_t nsections; /* legal ones, by their heading */
    size_t nown;      /* those of them that no report on other work has */
    size_t nends;     /* those of them that statistics lack: problems, other matters */
    size_t ntables;
    size_t nnumbers; /* printed numbers in table cells */
    bool has_title;
    bool is_plain;       /* title and sections leave no doubt */
    size_t nhan, nlatin; /* letters, counted where there is one */
};

static int refuse(const struct report *report, struct err *err, const char *reason)
{
    return err_set(err, ERR_NOT_REPORT, _("%s: not an annual report: %s"), report->path, reason);
}

/* Takes a look at every character: where title and sections are met, nothing asks. */
static void count_letters(const struct report *report, struct evidence *seen)
{
    const char *text = report->text;
    for (size_t at = 0, n; at < report->text_nbytes; at += n) {
        n = 1;
        if ((unsigned char)text[at] < 0x80)
            seen->nlatin += (unsigned char)((text[at] | 0x20) - 'a') < 26; /* the small letter */
        else
            seen->nhan += words_is_han(text_next(text + at, report->text_nbytes - at, &n));
    }
}

/* In the cells, and printed in the rows. */
static size_t count_numbers(const struct table *table)
{
    size_t n = 0;
    for (size_t b = 0; b < table->nblocks; b++) {
        const struct block_reading *block = &table->blocks[b];
        for (size_t i = 0; i < block->form->nrows * block->form->ncols; i++)
            n += block->cells[i].state == CELL_NUMBER;
    }
    for (size_t r = 0; r < table->nrows; r++)
        n += table->rows[r].nnumerals;
    return n;
}

static void count_sections(const struct report *report, struct evidence *seen)
{
    static const char *const own[] = {"S2", "S3", "S4"}, *const ends[] = {"S5", "S6"};
    for (size_t i = 0; i < report->nsections; i++) {
        const struct section *section = &report->sections[i];
        if (!section->id || span_empty(section->heading))
            continue;
        seen->nsections++;
        for (size_t s = 0; s < sizeof own / sizeof *own; s++)
            seen->nown += strcmp(section->id, own[s]) == 0;
        for (size_t s = 0; s < sizeof ends / sizeof *ends; s++)
            seen->nends += strcmp(section->id, ends[s]) == 0;
    }
}

static struct evidence weigh(const struct report *report)
{
    struct evidence seen = {.has_title =
                                report->who.title != NULL &&
                                (report->who.year || !span_empty(report->who.agency_span))};
    count_sections(report, &seen);
    for (size_t t = 0; t < TABLE_COUNT; t++)
        seen.ntables += report->tables[t].state != TABLE_ABSENT;
    for (size_t t = 0; t < TABLE_COUNT; t++)
        seen.nnumbers += count_numbers(&report->tables[t]);
    seen.is_plain = seen.has_title && seen.nsections >= ENOUGH_SECTIONS;
    if (!seen.is_plain)
        count_letters(report, &seen);
    return seen;
}

/* The title itself says who reports or on which year. */
static bool is_named(const struct report *report)
{
    const struct identity *who = &report->who;
    if (!span_empty(who->agency_span) && who->agency_span.start >= who->title_span.start &&
        who->agency_span.end <= who->title_span.end)
        return true;
    return who->title &&
           title_score(report->forms, report->arena, slice_of(who->title)) > NAMELESS_TITLE;
}

/* Of a sound period; 0 of none and of a damaged one. */
static int months_of(const struct identity *who)
{
    struct date start = who->period_start, end = who->period_end;
    bool is_sound = who->has_period && start.year && start.month && end.year && end.month;
    return is_sound ? (end.year - start.year) * 12 + end.month - start.month + 1 : 0;
}

/* Nearly so counts: agencies are founded and merged within a year. */
static bool has_whole_year(const struct identity *who)
{
    enum { NEARLY = 11 };
    int months = months_of(who);
    return who->has_period && (months == 0 || months >= NEARLY);
}

/* Whole quarters, not up to the year's end: such a period may be a new agency's. */
static bool has_part_year(const struct identity *who)
{
    int months = months_of(who);
    return months > 0 && months % 3 == 0 && who->period_start.month % 3 == 1 &&
           who->period_start.day == 1 && who->period_end.day >= 30 && who->period_end.month < 12 &&
           who->period_start.year == who->period_end.year;
}

/* Headings in the form's own words, tables with numbers, a year's period. */
static size_t count_signs(const struct report *report)
{
    size_t n = has_whole_year(&report->who) ? 2 : 0;
    for (size_t i = 0; i < report->nsections; i++) {
        const struct section *section = &report->sections[i];
        n += section->id && !span_empty(section->heading) && !section->irregular;
    }
    for (size_t t = 0; t < TABLE_COUNT; t++)
        n += count_numbers(&report->tables[t]) ? 2 : 0;
    return n;
}

/* Whether a notice stands above a text in which nothing tells who reports, or on which year: the
 * form that comes with it is filled in to show how. */
static bool shows_form(const struct report *report, const char *kind)
{
    const struct identity *who = &report->who;
    return strcmp(kind, "通知") == 0 && !who->title && !who->year && span_empty(who->agency_span) &&
           span_empty(who->signature_span);
}

/* What the headline says instead of a report's title, NULL when the text is a report all
 * the same: sites print entries of other kinds above it. */
static const char *headline_kind(const struct report *report, const struct evidence *seen)
{
    struct headline headline = headline_read(report);
    size_t nsigns = count_signs(report);
    bool is_report =
        nsigns >= MANY_SIGNS && (seen->nends > 1 || seen->nnumbers || has_whole_year(&report->who));
    if (headline.sort == HEADLINE_COVER)
        is_report = nsigns >= SOME_SIGNS;
    else if (headline.sort == HEADLINE_PART_YEAR)
        is_report = has_whole_year(&report->who) ||
                    (is_report && seen->nends > 1 && !headline.names_agency);
    else if (headline.sort == HEADLINE_ABOUT)
        is_report = seen->nnumbers > 0 && !shows_form(report, headline.kind);
    else if (headline.sort == HEADLINE_TOPIC || headline.sort == HEADLINE_RETOLD)
        is_report = is_report && !headline.names_agency;
    return is_report ? NULL : headline.kind;
}

static bool is_json(const struct report *report)
{
    const char *at = report->text + strspn(report->text, " \t\r\n");
    if (*at != '{' && *at != '[')
        return false;
    at++;
    at += strspn(at, " \t\r\n[{");
    return *at == '"' || *at == '}' || *at == ']';
}

/* The word of a headline that says this is something else: 解读, 通知, 指南 ... A
 * navigation entry of the page is no headline; subjects are what the headline
 * must be about. */
static const char *other_kind(const struct report *report, const char *const *subjects)
{
    const char *const *kinds = forms_words(report->forms, "not_title_words");
    const char *const *entries = forms_words(report->forms, "navigation");
    static const char *const stops[] = {"。", ",", NULL};
    size_t seen = 0;
    for (size_t line = 0; line < report->nlines && seen < HEADLINES; line++) {
        struct span span = report_line_span(report, line);
        struct fold fold = report_line_fold(report, line);
        if (span.end - span.start > 12 * HEADLINE_GLYPHS || words_is_blank(report, line))
            continue;
        struct slice text = slice_make(fold.text, fold.nbytes);
        const char *entry = words_starts(entries, fold.text);
        seen++;
        if (words_glyphs(text) > HEADLINE_GLYPHS || words_holds(stops, text) ||
            (entry && strlen(entry) == text.nbytes) || !words_holds(subjects, text))
            continue;
        const char *kind = words_holds(kinds, text);
        if (kind)
            return kind;
    }
    return NULL;
}

/* 一图读懂|…报告, 【图解】…报告: what stands right before the title in its line; NULL. */
static const char *kind_before_title(const struct report *report)
{
    static const char *const stops[] = {"|", ":", "·", "-", "—", "】", ")", "\"", "《", NULL};
    struct span title = report->who.title_span;
    struct fold fold;
    if (span_empty(title))
        return NULL;
    struct span line = report_line_span(report, report_line_at(report, title.start));
    line.end = title.start;
    if (line.end <= line.start ||
        fold_text(report->arena, report_slice(report, line), line.start, FOLD_LABEL, &fold))
        return NULL;
    struct slice before = slice_make(fold.text, fold.nbytes);
    for (const char *stop; (stop = words_ends(stops, before));)
        before.nbytes -= strlen(stop);
    return words_ends(forms_words(report->forms, "not_title_words"), before);
}

/* Before the first edition of the form there were reports of another form. */
static bool is_before_the_form(const struct report *report)
{
    int first = 9999;
    for (size_t i = 0; i < forms_count(report->forms); i++) {
        const struct form *form = forms_at(report->forms, i);
        int year = form->encouraged_year ? form->encouraged_year : form->first_year;
        first = year < first ? year : first;
    }
    return report->who.year && report->who.year < first;
}

static int refuse_kind(const struct report *report, const char *kind, struct err *err)
{
    return err_set(err, ERR_NOT_REPORT,
                   _("%s: not an annual report: its headline says it is something else (%s); name "
                     "the report itself"),
                   report->path, kind);
}

static int refuse_part_year(const struct report *report, struct err *err)
{
    struct date start = report->who.period_start, end = report->who.period_end;
    return err_set(err, ERR_NOT_REPORT,
                   _("%s: not an annual report: statistics from %04d-%02d-%02d to %04d-%02d-%02d; "
                     "name the report on the whole year"),
                   report->path, start.year, start.month, start.day, end.year, end.month, end.day);
}

static int refuse_few_han(const struct report *report, size_t nhan, struct err *err)
{
    if (report->markup)
        return refuse(report, err,
                      _("there is hardly any text in the page; if a browser shows a report there, "
                        "copy it into a text file"));
    if (nhan == 0)
        return refuse(report, err, _("no Chinese in it; name the file that holds the report"));
    return err_set(err, ERR_NOT_REPORT,
                   _("%s: not an annual report: only %zu Chinese characters in it; name the file "
                     "that holds the report"),
                   report->path, nhan);
}

/* Line after line that names a report, with its date or not. */
static bool lists_reports(const struct report *report)
{
    static const char *const names[] = {"年度报告", "年报", NULL};
    size_t nlines = 0, nnames = 0;
    for (size_t line = 0; line < report->nlines; line++) {
        struct fold fold = report_line_fold(report, line);
        struct slice text = slice_make(fold.text, fold.nbytes);
        nlines += fold.nbytes > 0;
        nnames += words_glyphs(text) <= HEADLINE_GLYPHS && words_holds(names, text);
    }
    return nnames >= LEAST_NAMES && nnames * 2 > nlines;
}

/* A page that leads to others and says little itself. */
static bool is_index(const struct report *report)
{
    const struct markup *markup = report->markup;
    return markup ? !markup->has_article && markup->nlinks >= LEAST_LINKS &&
                        markup->nlinks * 2 > markup->nlines
                  : lists_reports(report);
}

static int refuse_without_evidence(const struct report *report, const struct evidence *seen,
                                   struct err *err)
{
    if (report->nbad * 1000 > (uint64_t)report->text_nbytes * DAMAGED_PER_MILLE)
        return err_set(
            err, ERR_NOT_REPORT,
            _("%s: the text is damaged: %zu undecodable bytes; convert the source again"),
            report->path, report->nbad);
    if (is_index(report))
        return refuse(report, err,
                      _("it is a page of links; open one of the reports that it leads to"));
    if (seen->nhan < FEW_HAN)
        return refuse_few_han(report, seen->nhan, err);
    const char *kind = other_kind(report, forms_words(report->forms, "title_cores"));
    if (kind)
        return refuse_kind(report, kind, err);
    return refuse(report, err,
                  _("neither the sections nor the tables of the form are in it; if a person sees "
                    "them there, convert the source again"));
}

/* The form itself, or a list of its labels, states no number of anything. */
static bool is_empty_form(const struct report *report, const struct evidence *seen)
{
    if (seen->has_title || report->who.year || seen->nnumbers)
        return false;
    for (size_t i = 0; i < report->nfigures; i++)
        if (*report->figures[i].unit && !report->figures[i].is_list_number)
            return false;
    return true;
}

/* Every report on some work has a survey, problems and other matters. */
static bool has_enough_sections(const struct report *report, const struct evidence *seen)
{
    const char *const *cores = forms_words(report->forms, "title_cores");
    if (seen->nsections < ENOUGH_SECTIONS)
        return seen->nsections && seen->ntables;
    return seen->has_title || seen->nown || seen->ntables || report->who.has_period ||
           words_holds(cores, slice_make(report->text, report->text_nbytes));
}

static bool is_enough(const struct report *report, const struct evidence *seen)
{
    if (has_enough_sections(report, seen))
        return true;
    if (seen->has_title && (seen->nsections || seen->ntables))
        return true;
    if (seen->ntables >= ENOUGH_TABLES && seen->nnumbers)
        return true;
    return seen->has_title && report->who.has_period && seen->nhan >= ENOUGH_HAN;
}

int stage_judge(const struct report *report, struct err *err)
{
    struct evidence seen = weigh(report);
    if (is_json(report))
        return refuse(report, err, _("it is a JSON file; name the report it was made from"));
    if (seen.nlatin > seen.nhan && seen.nhan > 0)
        return refuse(report, err,
                      _("most of it is not Chinese; it looks like a document about the form; name "
                        "the report itself"));
    bool named = is_named(report);
    const char *kind = named ? NULL : headline_kind(report, &seen);
    if (!kind && named)
        kind = headline_beside_title(report, seen.ntables > 0 && seen.nnumbers == 0);
    if (!kind && seen.ntables == 0)
        kind = kind_before_title(report);
    if (kind)
        return refuse_kind(report, kind, err);
    if (is_before_the_form(report) && seen.ntables == 0)
        return refuse(
            report, err,
            _("it is of a year before the national form of 2019; it must be reviewed by hand"));
    if (is_enough(report, &seen) && is_empty_form(report, &seen))
        return refuse(report, err,
                      _("it is the empty form or a list of its labels; name the report filled in"));
    if (!named && seen.nends == 0 && has_part_year(&report->who))
        return refuse_part_year(report, err);
    return is_enough(report, &seen) ? 0 : refuse_without_evidence(report, &seen, err);
}
