/* What the report says of itself: its year, its period, who signed it and when,
 * and whether its tables are of the edition that the year asks for. */
#include "document.h"

#include <stdio.h>
#include <stdlib.h>

#include "gouji/base/ascii.h"
#include "gouji/base/json.h"
#include "wording.h"

/* The last year in the title, 0 for none. */
static int title_year(const struct report *report)
{
    const char *title = report->who.title;
    int year = 0;
    for (const char *p = title; p && (p = strchr(p, '2')); p++) {
        bool starts = p[1] == '0' && (p == title || !ascii_is_digit(p[-1]));
        if (starts && strspn(p, "0123456789") == 4)
            year = atoi(p);
    }
    return year;
}

/* Whether period and signature agree on another year: the title is a leftover. */
static bool is_outvoted(const struct identity *who, int year)
{
    int start = who->period_start.year;
    const struct date *date = &who->signature_date;
    return who->has_period && start != 0 && start == who->period_end.year && start != year &&
           start == who->year && date->year == start + 1 && date->month < 12;
}

/* 2022-2023学年 is two years, neither of which is the report's. */
static bool is_of_school_year(const char *title)
{
    const char *word = title ? strstr(title, "学年") : NULL;
    return word && word > title && ascii_is_digit(word[-1]);
}

int document_stated_year(const struct report *report)
{
    int year = title_year(report);
    if (is_of_school_year(report->who.title))
        return 0;
    return year != 0 && !is_outvoted(&report->who, year) ? year : report->who.year;
}

struct year_words document_year_words(const void *patterns)
{
    return (struct year_words){patterns_named(patterns, "year"),
                               patterns_named(patterns, "leading_year")};
}

/* The last of a list in the text, its year 0 where it has none. False: none. */
static bool find_last(struct pattern_list list, struct slice text, struct match *last, int *year)
{
    bool is_found = false;
    for (size_t i = 0; i < list.n; i++) {
        struct match match;
        for (size_t from = 0; pattern_find(&list.items[i], text, from, &match);
             from = match.end[0]) {
            if (is_found && match.start[0] < last->start[0])
                continue;
            is_found = true;
            *last = match;
        }
    }
    *year = is_found && last->start[1] != PATTERN_NONE ? atoi(text.ptr + last->start[1]) : 0;
    return is_found;
}

static bool names_other_year(int own, struct pattern_list named, struct slice text)
{
    struct match match;
    for (size_t from = 0; named.n > 0 && pattern_find(&named.items[0], text, from, &match);
         from = match.end[0])
        if (match.start[1] != PATTERN_NONE && atoi(text.ptr + match.start[1]) != own)
            return true;
    return false;
}

/* What leads a clause holds on to the next year that is named. */
static bool leads_from_other_year(int own, const struct year_words *years, struct slice before)
{
    struct match leading, named;
    int led, year;
    if ((years->named.n > 0 && !names_other_year(own, years->named, before)) ||
        !find_last(years->leading, before, &leading, &led) || led == 0 || led == own)
        return false;
    struct slice since = slice_make(before.ptr + leading.end[0], before.nbytes - leading.end[0]);
    return !find_last(years->named, since, &named, &year) || year != own;
}

bool document_is_of_other_year(int own, const struct year_words *years, struct slice text,
                               struct slice clause, size_t at)
{
    struct slice upto = slice_make(clause.ptr, (size_t)(text.ptr + at - clause.ptr));
    struct match match;
    int year;
    if (own == 0)
        return false;
    if (find_last(years->named, upto, &match, &year))
        return year != 0 && year != own;
    struct slice back = prose_back(text, at);
    return years->leading.n > 0 && clause.ptr > back.ptr && leads_from_other_year(own, years, back);
}

bool document_heading_above_holds(const struct report *report, struct heading_above *above,
                                  size_t sentence, struct pattern_list list)
{
    for (; above->upto < sentence; above->upto++)
        if (report->sentences[above->upto].is_heading)
            above->heading = &report->sentences[above->upto];
    const struct fold *fold = above->heading ? &above->heading->fold : NULL;
    return fold && patterns_hold(list, slice_make(fold->text, fold->nbytes));
}

static const char *year_text(struct evaluation *run, int year)
{
    return wording_number(run, year, false);
}

/* DOC-02 */

static void report_year(struct evaluation *run, const struct rule *rule, const char *instance,
                        const char *key, int expected, int year, struct span span)
{
    const char *own = year_text(run, expected), *other = year_text(run, year);
    const char *text = prose_text(run, span);
    struct message_value values[] = {
        {"year", own, own}, {"other", other, other}, {"text", text, text}};
    struct span_list spans = {0};
    span_list_add(run, &spans, span);
    prose_report(run, rule, instance, OUTCOME_FAIL, key, values, 3, &spans,
                 report_sentence_at(run->report, span.start));
}

/* The last whole number of a match's group, 0 when it took no part. */
static int year_of_group(struct slice text, const struct match *match, size_t group)
{
    return match->start[group] == PATTERN_NONE ? 0 : atoi(text.ptr + match->start[group]);
}

/* Another year's number beside this year's is a comparison, unless it is this
 * year's own. None received is 0. */
static bool is_comparison(const struct prose_walk *walk, const struct rule *rule,
                          const struct match *match)
{
    const char *id = rule_string(rule, "cell");
    size_t figure =
        match->start[2] == PATTERN_NONE ? PATTERN_NONE : prose_figure_at(walk, match->start[2]);
    if (!id)
        return false;
    struct seen seen = eval_cell(walk->run, id);
    int64_t stated =
        figure == PATTERN_NONE ? 0 : walk->run->report->figures[figure].value / CELL_SCALE;
    return seen.state == CELL_NUMBER && stated != seen.value;
}

/* Years that a sentence gives to this year's facts. */
struct year_reader {
    struct prose_walk walk;
    const struct rule *rule;
    struct pattern_list facts;
    struct prose_set may_be_fact;
    int expected;
};

static bool is_overview(const struct year_reader *reader)
{
    return prose_is_in(reader->walk.run->report, reader->walk.now->sentence, "S1");
}

/* The next sentence before the sections, or of those that tell what was received. */
static bool next_telling(struct year_reader *reader)
{
    const struct report *report = reader->walk.run->report;
    while (prose_next(&reader->walk)) {
        const struct sentence *sentence = reader->walk.now->sentence;
        if (!sentence->is_heading && (!prose_section(report, sentence) || is_overview(reader) ||
                                      prose_is_in(report, sentence, "S3")))
            return true;
    }
    return false;
}

static bool find_fact(const struct year_reader *reader, struct match *match)
{
    struct slice text = reader->walk.now->text;
    return prose_set_has(reader->may_be_fact, reader->walk.now->index) &&
           patterns_find(reader->facts, text, match) &&
           !patterns_match(reader->rule, "facts_not", slice_make(text.ptr, match->end[0]));
}

/* Whether one of the sentences gives the right year to what was received, or names it beside
 * another's. */
static bool states_own_year(struct year_reader reader)
{
    struct match match;
    char own[16];
    snprintf(own, sizeof own, "%d年", reader.expected);
    reader.walk.next = 0;
    while (next_telling(&reader))
        if (find_fact(&reader, &match) && slice_contains(reader.walk.now->text, own))
            return true;
    return false;
}

/* Whether the sentence goes on with what came in a year that is neither this one nor its own. */
static bool tells_of_years(const struct year_reader *reader, const struct match *match)
{
    struct slice text = reader->walk.now->text;
    int year = year_of_group(text, match, 1);
    struct slice rest = prose_ahead(text, match->end[0]);
    struct match next;
    while (patterns_find(reader->facts, rest, &next)) {
        int other = year_of_group(rest, &next, 1);
        if (other != year && other != reader->expected)
            return true;
        rest = slice_make(rest.ptr + next.end[0], rest.nbytes - next.end[0]);
    }
    return false;
}

/* Whether the sentence goes on with what was carried over into this year, as table three has it. */
static bool tells_of_carried(const struct year_reader *reader, const struct match *match)
{
    const struct prose_walk *walk = &reader->walk;
    const char *id = rule_string(reader->rule, "carried_cell");
    struct pattern_list carried = patterns_get(reader->rule, "carried");
    struct seen seen = id ? eval_cell(walk->run, id) : (struct seen){0};
    if (!id || seen.state != CELL_NUMBER || seen.value == 0)
        return false;
    for (size_t i = 0; i < carried.n; i++) {
        struct match next;
        size_t figure = pattern_find(&carried.items[i], walk->now->text, match->end[0], &next)
                            ? prose_figure_at(walk, next.start[1])
                            : PATTERN_NONE;
        if (figure != PATTERN_NONE &&
            walk->run->report->figures[figure].value == seen.value * CELL_SCALE)
            return true;
    }
    return false;
}

/* Whether this sentence, or one that follows it under the same heading, names the right year:
 * then another one is what it is compared with. */
static bool goes_on_to_own_year(const struct year_reader *reader)
{
    const struct report *report = reader->walk.run->report;
    size_t first = reader->walk.now->index;
    char own[16];
    snprintf(own, sizeof own, "%d年", reader->expected);
    for (size_t i = first; i < report->nsentences; i++) {
        const struct sentence *sentence = &report->sentences[i];
        if (sentence->section != report->sentences[first].section || sentence->is_heading)
            return false;
        if (slice_contains(slice_make(sentence->fold.text, sentence->fold.nbytes), own))
            return true;
    }
    return false;
}

static bool find_opening(const struct year_reader *reader, struct match *match)
{
    struct slice text = reader->walk.now->text;
    return patterns_find(patterns_get(reader->rule, "opening"), text, match) ||
           (patterns_find(patterns_get(reader->rule, "opening_fact"), text, match) &&
            !goes_on_to_own_year(reader));
}

/* 与上年相比,…有所增加。2019年…: the sentence before compares with other years. */
static bool follows_comparison(const struct year_reader *reader)
{
    const struct marked *now = reader->walk.now;
    const struct sentence *before = now->index > 0 ? now->sentence - 1 : NULL;
    return before && before->section == now->sentence->section && !before->is_heading &&
           patterns_match(reader->rule, "compared",
                          slice_make(before->fold.text, before->fold.nbytes));
}

static void check_sentence_year(struct year_reader *reader, bool first_of_overview)
{
    struct match match;
    struct slice text = reader->walk.now->text;
    bool is_fact = find_fact(reader, &match);
    bool found = is_fact || (first_of_overview && find_opening(reader, &match));
    int year = found ? year_of_group(text, &match, 1) : 0;
    if (year == 0 || year == reader->expected ||
        (is_fact && is_comparison(&reader->walk, reader->rule, &match) &&
         (states_own_year(*reader) || tells_of_years(reader, &match) ||
          follows_comparison(reader) || tells_of_carried(reader, &match))))
        return;
    report_year(reader->walk.run, reader->rule,
                prose_instance(reader->walk.run, reader->walk.now->index + 1), NULL,
                reader->expected, year, prose_span(&reader->walk, match.start[0], match.end[0]));
}

static void check_sentence_years(struct evaluation *run, const struct rule *rule, int expected)
{
    struct year_reader reader = {.walk = {.run = run}, .rule = rule, .expected = expected};
    bool overview_begun = false;
    reader.facts = patterns_get(rule, "facts");
    reader.may_be_fact = prose_where(run, reader.facts);
    while (next_telling(&reader)) {
        bool in_overview = is_overview(&reader);
        check_sentence_year(&reader, in_overview && !overview_begun);
        overview_begun |= in_overview;
    }
}

/* What is told of the year's fees in section six. */
static void check_fee_years(struct evaluation *run, const struct rule *rule, int expected)
{
    struct pattern_list fees = patterns_get(rule, "fees");
    struct year_reader reader = {
        .walk = {.run = run, .only = prose_where(run, fees)}, .rule = rule, .expected = expected};
    while (prose_next(&reader.walk)) {
        const struct sentence *sentence = reader.walk.now->sentence;
        struct match match;
        if (sentence->is_heading || !prose_is_in(run->report, sentence, "S6") ||
            !patterns_find(fees, reader.walk.now->text, &match))
            continue;
        int year = year_of_group(reader.walk.now->text, &match, 1);
        if (year != expected && !goes_on_to_own_year(&reader))
            report_year(run, rule, prose_instance(run, reader.walk.now->index + 1), NULL, expected,
                        year, prose_span(&reader.walk, match.start[0], match.end[0]));
    }
}

/* A report is signed in the year after its own; in December it may already speak for that
 * year. */
static void check_signed_year(struct evaluation *run, const struct rule *rule, int expected)
{
    const struct identity *who = &run->report->who;
    const struct date *date = &who->signature_date;
    bool is_ending = date->year == expected && date->month == 12;
    if (date->year != 0 && date->year != expected + 1 && !is_ending)
        report_year(run, rule, "signature", date->year <= expected ? "signature" : "later",
                    expected, date->year, who->date_span);
}

void document_year(struct evaluation *run, const struct rule *rule)
{
    const struct identity *who = &run->report->who;
    int expected = run->stated_year;
    size_t before = run->out->nitems;
    if (expected == 0) {
        eval_not_applicable(run, rule);
        return;
    }
    int title = title_year(run->report);
    if (title != 0 && title != expected)
        report_year(run, rule, "title", NULL, expected, title, who->title_span);
    int ends[] = {who->period_start.year, who->period_end.year};
    for (int i = 0; who->has_period && i < 2; i++) {
        if (ends[i] && ends[i] != expected) {
            report_year(run, rule, "period", NULL, expected, ends[i], who->period_span);
            break;
        }
    }
    check_signed_year(run, rule, expected);
    check_sentence_years(run, rule, expected);
    check_fee_years(run, rule, expected);
    if (run->out->nitems == before)
        eval_pass(run, rule);
}

/* DOC-06 */

static bool is_day(struct date date, int year, int month, int day)
{
    return date.year == year && date.month == month && date.day == day;
}

void document_period(struct evaluation *run, const struct rule *rule)
{
    const struct identity *who = &run->report->who;
    int year = run->stated_year;
    struct span_list spans = {0};
    bool damaged = !who->period_start.year || !who->period_end.year;
    bool is_open = who->has_period && (damaged || !year);
    bool right = is_day(who->period_start, year, 1, 1) && is_day(who->period_end, year, 12, 31);
    if (who->has_period && right && !is_open) {
        eval_pass(run, rule);
        return;
    }
    const char *text = who->has_period ? prose_text(run, who->period_span) : "";
    const char *own = year_text(run, year);
    struct message_value values[] = {{"text", text, text}, {"year", own, own}};
    const struct sentence *sentence = NULL;
    if (who->has_period) {
        span_list_add(run, &spans, who->period_span);
        sentence = report_sentence_at(run->report, who->period_span.start);
    }
    prose_report(run, rule, "", is_open ? OUTCOME_UNDECIDED : OUTCOME_FAIL,
                 is_open           ? damaged ? "damaged" : "yearless"
                 : who->has_period ? "wrong"
                                   : "missing",
                 values, 2, &spans, sentence);
}

/* DOC-07 */

/* Whether the page's own lines at the end name the agency and a date: 发布机构：…, 发布时间：…
 * The signature is then a matter of the page. */
static bool is_told_by_page(struct evaluation *run, const struct rule *rule)
{
    enum { LAST_LINES = 6 };
    const struct report *report = run->report;
    struct slice agency = prose_folded(run, report->who.agency ? report->who.agency : "");
    bool has_agency = false, has_date = false;
    size_t seen = 0;
    for (size_t line = report->nlines; line-- > 0 && seen < LAST_LINES;) {
        struct fold fold = report_line_fold(report, line);
        struct slice text = slice_make(fold.text, fold.nbytes);
        seen += text.nbytes > 0;
        has_agency |= agency.nbytes > 0 && patterns_match(rule, "page_agency", text) &&
                      slice_find(text, agency) != NULL;
        has_date |= patterns_match(rule, "page_date", text);
    }
    return has_agency && has_date;
}

void document_signature(struct evaluation *run, const struct rule *rule)
{
    const struct identity *who = &run->report->who;
    bool has_agency = who->signature_agency != NULL, has_date = who->signature_date.year != 0;
    bool is_no_day = who->signature_date.day != 0 && !date_exists(who->signature_date);
    bool is_signed = has_agency && has_date && !is_no_day;
    if (is_signed || (!has_agency && !has_date && is_told_by_page(run, rule))) {
        eval_pass(run, rule);
        return;
    }
    const char *text = has_date ? prose_text(run, who->date_span) : "";
    struct message_value values[] = {{"text", text, text}};
    struct span_list spans = {0};
    if (has_agency)
        span_list_add(run, &spans, who->signature_span);
    if (has_date)
        span_list_add(run, &spans, who->date_span);
    prose_report(run, rule, "", OUTCOME_FAIL,
                 is_no_day && has_agency ? "no_day"
                 : has_agency            ? "date"
                 : has_date              ? "agency"
                                         : "both",
                 values, 1, &spans, NULL);
}

/* DOC-13 */

struct label_hits {
    bool own;
    size_t foreign;
    struct span_list spans; /* of the foreign ones */
    struct str names;
};

/* Whether nothing the fold drops stands inside: words of two cells are no label. */
static bool is_one_piece(const struct fold *fold, size_t start, size_t nbytes)
{
    for (size_t i = start; i + 1 < start + nbytes; i++)
        if (fold_start(fold, i + 1) > fold_end(fold, i))
            return false;
    return true;
}

/* The lines of a span one behind the other, as they were folded for the report, which is
 * quicker than to fold them again; with the way back to the source only when it is wanted.
 * False: it begins or ends amid a line, or no memory. */
static bool join_lines(struct evaluation *run, struct span span, bool with_source, struct fold *out)
{
    const struct report *report = run->report;
    size_t first = report_line_at(report, span.start), last = report_line_at(report, span.end - 1);
    size_t room = report->folds[last + 1] - report->folds[first], n = 0;
    char *text = arena_raw(run->arena, room);
    uint32_t *from = with_source ? arena_raw(run->arena, room * sizeof *from) : NULL;
    if (!text || (with_source && !from) || span.start > report->lines[first] ||
        span.end < report_line_span(report, last).end)
        return false;
    for (size_t line = first; line <= last; line++) {
        struct fold fold = report_line_fold(report, line);
        memcpy(text + n, fold.text, fold.nbytes);
        if (with_source)
            memcpy(from + n, fold.from, fold.nbytes * sizeof *from);
        n += fold.nbytes;
    }
    *out = (struct fold){text, n, from};
    return true;
}

static int fold_table(struct evaluation *run, struct span span, bool with_source, struct fold *out)
{
    if (span_empty(span) || !join_lines(run, span, with_source, out))
        return fold_text(run->arena, report_slice(run->report, span), span.start, FOLD_LABEL, out);
    return 0;
}

/* strict: the table was read in the edition expected, so that a word of the
 * other one has to stand in one piece. */
static void count_word(struct evaluation *run, const struct table *table, struct fold *fold,
                       const char *word, bool is_own, bool strict, struct label_hits *hits)
{
    struct slice text = slice_make(fold->text, fold->nbytes);
    const char *at = is_own && hits->own ? NULL : slice_find(text, slice_of(word));
    if (!at)
        return;
    hits->own |= is_own;
    if (is_own)
        return;
    size_t start = (size_t)(at - fold->text);
    if (!fold->from && fold_table(run, table->span, true, fold) < 0) {
        run->failed = true;
        return;
    }
    if (strict && !is_one_piece(fold, start, strlen(word)))
        return;
    hits->foreign++;
    span_list_add(run, &hits->spans, fold_span(fold, start, start + strlen(word)));
    str_add(&hits->names, hits->names.nbytes ? "、" : "");
    str_add(&hits->names, word);
}

static void count_labels(struct evaluation *run, const struct rule *rule, const char *expected,
                         enum table_id id, struct label_hits *hits)
{
    const struct table *table = &run->report->tables[id];
    struct fold fold;
    if (table->state == TABLE_ABSENT)
        return;
    if (fold_table(run, table->span, false, &fold) < 0) {
        run->failed = true;
        return;
    }
    bool strict = table->edition && strcmp(table->edition, expected) == 0;
    const cJSON *edition, *word;
    json_each (edition, rule_get(rule, "labels")) {
        bool is_own = strcmp(edition->string, expected) == 0;
        cJSON_ArrayForEach (word, edition)
            count_word(run, table, &fold, word->valuestring, is_own, strict, hits);
    }
}

static const struct form *expected_form(const struct report *report, int year)
{
    const struct form *form = forms_for_year(report->forms, year);
    for (size_t i = 0; !form && i < forms_count(report->forms); i++)
        if (forms_at(report->forms, i)->encouraged_year == year)
            form = forms_at(report->forms, i);
    return form;
}

void document_edition(struct evaluation *run, const struct rule *rule)
{
    int year = run->stated_year;
    const struct form *form = year ? expected_form(run->report, year) : NULL;
    struct label_hits hits = {.names = STR_INIT};
    if (!form) {
        eval_not_applicable(run, rule);
        return;
    }
    count_labels(run, rule, form->edition, TABLE_T2, &hits);
    count_labels(run, rule, form->edition, TABLE_T3, &hits);
    const char *names = wording_keep(run, &hits.names);
    if (hits.foreign == 0) {
        if (hits.own)
            eval_pass(run, rule);
        else
            eval_not_applicable(run, rule);
        return;
    }
    const char *own_year = year_text(run, year), *edition = form->edition;
    struct message_value values[] = {{"year", own_year, own_year},
                                     {"edition", edition, edition},
                                     {"labels", names, wording_list_in_english(run, names)}};
    prose_report(run, rule, "", OUTCOME_FAIL,
                 form->encouraged_year == year    ? "encouraged"
                 : hits.foreign >= 2 && !hits.own ? "foreign"
                                                  : "mixed",
                 values, 3, &hits.spans, NULL);
}
