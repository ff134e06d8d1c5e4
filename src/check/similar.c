/* SIMILAR: how much of the prose stands in another report too, by runs of six
 * Han characters (numbers, years and marks are not looked at). A record has
 *
 *     "with": "prior" (last year's) or "other" (another agency's, found in the
 *             batch or loaded in the place of last year's)
 *     "section", "find"   only sentences of this section that match the list
 *     "boilerplate"       none before the sections or in the last one that match this
 *                         list: what every report says
 *     "tables"            by table: if all its numbers are those of last year, and as many
 *                         of them at least are not 0, that is a finding, too
 *     "stocks"            columns that are not counted among these: what is in force may well
 *                         be what it was
 *     "warn", "note"      percentages from which it is a finding
 *
 * REPEATED: a paragraph of at least "least" characters twice in one report, but the title. */
#include "document.h"

#include <stdlib.h>

#include "gouji/base/json.h"
#include "gouji/base/map.h"
#include "gouji/base/path.h"
#include "gouji/check/sketch.h"
#include "places.h"
#include "prior.h"
#include "wording.h"

enum { RUN = 6, HAN = 3, LEAST_RUNS = 30 };

struct runs {
    uint64_t *items;
    size_t n;
    uint32_t *characters; /* of the sentence that is added */
};

static bool is_han(const char *p, size_t left)
{
    unsigned char c = (unsigned char)*p;
    return left >= HAN && c >= 0xE4 && c <= 0xE9;
}

/* No runs yet, and room for all that a report can have. */
static struct runs begin_runs(struct evaluation *run, const struct report *report)
{
    size_t nbytes = 0;
    for (size_t i = 0; i < report->nsentences; i++)
        nbytes += report->sentences[i].fold.nbytes;
    struct runs runs = {arena_raw(run->arena, (nbytes / HAN + 1) * sizeof *runs.items), 0,
                        arena_raw(run->arena, (nbytes / HAN + 1) * sizeof *runs.characters)};
    run->failed |= !runs.items || !runs.characters;
    return runs;
}

static void add_run(struct runs *runs, const uint32_t characters[RUN])
{
    uint64_t hash = 1469598103934665603u;
    for (size_t i = 0; i < RUN; i++)
        hash = (hash ^ characters[i]) * 1099511628211u;
    runs->items[runs->n++] = hash;
}

static void add_sentence(const struct fold *fold, struct runs *runs)
{
    size_t n = 0;
    for (size_t i = 0; i < fold->nbytes;) {
        if (!is_han(fold->text + i, fold->nbytes - i)) {
            i++;
            continue;
        }
        const unsigned char *p = (const unsigned char *)fold->text + i;
        runs->characters[n++] = (uint32_t)p[0] << 16 | (uint32_t)p[1] << 8 | p[2];
        if (n >= RUN)
            add_run(runs, runs->characters + n - RUN);
        i += HAN;
    }
}

/* What a record asks about. */
struct asked {
    const char *section; /* NULL: any */
    struct pattern_list find, boilerplate;
};

static struct asked asked_of(const struct rule *rule)
{
    return (struct asked){rule_string(rule, "section"), patterns_get(rule, "find"),
                          patterns_get(rule, "boilerplate")};
}

static bool is_wanted(const struct report *report, const struct asked *asked,
                      const struct sentence *sentence)
{
    struct slice text = slice_make(sentence->fold.text, sentence->fold.nbytes);
    if (sentence->is_heading || (asked->section && !prose_is_in(report, sentence, asked->section)))
        return false;
    bool may_be_boilerplate =
        !prose_section(report, sentence) || prose_is_in(report, sentence, "S6");
    return (asked->find.n == 0 || patterns_hold(asked->find, text)) &&
           !(may_be_boilerplate && patterns_hold(asked->boilerplate, text));
}

static int by_value(const void *left, const void *right)
{
    const uint64_t *a = left, *b = right;
    return (*a > *b) - (*a < *b);
}

static struct runs collect(struct evaluation *run, const struct report *report,
                           const struct asked *asked)
{
    struct runs runs = begin_runs(run, report);
    for (size_t i = 0; i < report->nsentences && !run->failed; i++)
        if (is_wanted(report, asked, &report->sentences[i]))
            add_sentence(&report->sentences[i].fold, &runs);
    return runs;
}

/* The place of a run in a table of twice as many, 0 for none; a power of two. */
static size_t place_of(const uint64_t *table, size_t capacity, uint64_t run)
{
    size_t i = (size_t)(run >> 32) & (capacity - 1);
    while (table[i] != 0 && table[i] != run)
        i = (i + 1) & (capacity - 1);
    return i;
}

/* The share of `own` that stands in `other`, in percent. */
static int64_t contained(struct evaluation *run, const struct runs *own, const struct runs *other)
{
    size_t n = 0, capacity = 2;
    while (capacity < 2 * other->n + 1)
        capacity *= 2;
    uint64_t *table = arena_array(run->arena, capacity, sizeof *table);
    run->failed |= table == NULL;
    for (size_t i = 0; table && i < other->n; i++)
        table[place_of(table, capacity, other->items[i])] = other->items[i];
    for (size_t i = 0; table && i < own->n; i++)
        n += table[place_of(table, capacity, own->items[i])] != 0;
    return (int64_t)(100 * n / own->n);
}

bool sketch_is_of_other(const struct identity *a, const struct identity *b)
{
    return a->agency && b->agency && !strstr(a->agency, b->agency) && !strstr(b->agency, a->agency);
}

int sketch_make(const struct report *report, struct sketch *sketch)
{
    struct evaluation run = {.arena = arena_new(), .report = report};
    sketch->n = 0;
    if (!run.arena)
        return -1;
    struct runs runs = begin_runs(&run, report);
    for (size_t i = 0; i < report->nsentences && !run.failed; i++)
        if (!report->sentences[i].is_heading)
            add_sentence(&report->sentences[i].fold, &runs);
    if (runs.n >= LEAST_RUNS)
        qsort(runs.items, runs.n, sizeof *runs.items, by_value);
    for (size_t i = 0; runs.n >= LEAST_RUNS && i < runs.n && sketch->n < SKETCH_MOST; i++)
        if (sketch->n == 0 || sketch->items[sketch->n - 1] != runs.items[i])
            sketch->items[sketch->n++] = runs.items[i];
    arena_free(run.arena);
    return run.failed ? -1 : 0;
}

/* The report the rule asks for, NULL. */
static const struct report *other_of(const struct evaluation *run, const struct rule *rule)
{
    const char *with = rule_string(rule, "with");
    if (!with || strcmp(with, "other") != 0)
        return prior_fits(run) ? run->prior : NULL;
    const struct report *other = run->peer ? run->peer : run->prior;
    return other && sketch_is_of_other(&run->report->who, &other->who) ? other : NULL;
}

/* How many numbers of a table are not 0 and no stocks, and in `nall` not 0, when all its cells
 * are as in the other. */
static size_t same_numbers(struct evaluation *run, const struct rule *rule,
                           const struct report *other, enum table_id table, size_t *nall)
{
    const cJSON *stocks = rule_get(rule, "stocks");
    const struct cell *cell;
    size_t position = 0, n = 0;
    while ((cell = report_next_cell(run->report, &position))) {
        if (places_table_of(cell->id) != table)
            continue;
        struct seen now = eval_seen(run, cell);
        const struct cell *then = report_cell(other, cell->id);
        if (!then || then->state != now.state ||
            (now.state == CELL_NUMBER && then->value != now.value))
            return 0;
        bool is_any = now.state == CELL_NUMBER && now.value != 0;
        *nall += is_any;
        n += is_any && !prose_word_is(stocks, cell->block->cols[cell->col].id);
    }
    return n;
}

static void compare_tables(struct evaluation *run, const struct rule *rule,
                           const struct report *with)
{
    const cJSON *leasts = rule_get(rule, "tables");
    for (int t = 0; leasts && t < TABLE_COUNT; t++) {
        int64_t least = json_integer(leasts, table_name((enum table_id)t), 0);
        size_t nall = 0;
        size_t n = least > 0 ? same_numbers(run, rule, with, (enum table_id)t, &nall) : 0;
        if (n == 0 || (int64_t)n < least)
            continue;
        const char *count = wording_count(run, nall);
        struct message_value values[] = {{"n", count, count},
                                         {"table", places_table_title((enum table_id)t, LANG_ZH),
                                          places_table_title((enum table_id)t, LANG_EN)}};
        struct span_list spans = {0};
        span_list_add(run, &spans, run->report->tables[t].span);
        prose_report(run, rule, table_name((enum table_id)t), OUTCOME_FAIL, "tables", values, 2,
                     &spans, NULL);
    }
}

void similar_evaluate(struct evaluation *run, const struct rule *rule)
{
    const struct report *with = other_of(run, rule);
    if (!with)
        return; /* counted as not applicable */
    compare_tables(run, rule, with);
    const struct asked asked = asked_of(rule);
    struct runs own = collect(run, run->report, &asked);
    if (own.n < LEAST_RUNS)
        return;
    struct runs other = collect(run, with, &asked);
    int64_t percent = contained(run, &own, &other);
    bool warns = percent >= rule_integer(rule, "warn", 101);
    if (!warns && percent < rule_integer(rule, "note", 101)) {
        eval_pass(run, rule);
        return;
    }
    const char *share = wording_number(run, percent, false);
    const char *file = arena_string(run->arena, path_name(with->path));
    struct message_value values[] = {{"percent", share, share}, {"file", file, file}};
    struct span_list spans = {0};
    for (size_t i = 0; i < run->report->nsentences && spans.n == 0; i++)
        if (run->report->sentences[i].section >= 0 &&
            is_wanted(run->report, &asked, &run->report->sentences[i]))
            span_list_add(run, &spans, run->report->sentences[i].span);
    prose_report(run, rule, "", OUTCOME_FAIL, warns ? "warn" : NULL, values, 2, &spans, NULL);
}

static bool is_title(const struct report *report, const struct sentence *sentence)
{
    struct span title = report->who.title_span;
    return sentence->span.start < title.end && title.start < sentence->span.end;
}

void similar_repeated(struct evaluation *run, const struct rule *rule)
{
    size_t least = HAN * (size_t)rule_integer(rule, "least", 30);
    const struct report *report = run->report;
    size_t before = run->out->nitems;
    struct map *known = map_new();
    run->failed |= known == NULL;
    for (size_t i = 0; i < report->nsentences && !run->failed; i++) {
        const struct fold *fold = &report->sentences[i].fold;
        struct slice text = slice_make(fold->text, fold->nbytes);
        if (fold->nbytes < least || is_title(report, &report->sentences[i]))
            continue;
        if (!map_get(known, text)) {
            run->failed |= map_set(known, text, fold) < 0;
            continue;
        }
        struct span_list spans = {0};
        span_list_add(run, &spans, report->sentences[i].span);
        prose_report(run, rule, prose_instance(run, i + 1), OUTCOME_FAIL, NULL, NULL, 0, &spans,
                     &report->sentences[i]);
    }
    map_free(known);
    if (run->out->nitems == before)
        eval_pass(run, rule);
}
