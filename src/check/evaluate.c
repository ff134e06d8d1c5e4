/* One run over one report: every rule, every instance; then causes, order and
 * fingerprints. */
#include "evaluation.h"

#include <stdlib.h>

#include "cause.h"
#include "document.h"
#include "fingerprint.h"
#include "localise.h"
#include "mask.h"
#include "places.h"
#include "run.h"

bool eval_says_in(const struct evaluation *run, enum lang lang)
{
    return !run->one_language || run->lang == lang;
}

void eval_pass(struct evaluation *run, const struct rule *rule)
{
    (void)rule;
    run->out->counts[OUTCOME_PASS]++;
}

void eval_not_applicable(struct evaluation *run, const struct rule *rule)
{
    (void)rule;
    run->out->counts[OUTCOME_NA]++;
}

struct finding *eval_add(struct evaluation *run, const struct rule *rule, const char *instance,
                         enum outcome outcome, const char *condition)
{
    struct findings *out = run->out;
    struct finding *finding =
        arena_push(run->arena, &out->items, &run->capacity, out->nitems, sizeof *out->items);
    if (!finding) {
        run->failed = true;
        return NULL;
    }
    finding->rule = rule;
    finding->instance = instance ? instance : "";
    finding->outcome = outcome;
    finding->severity = rule_severity(rule, condition);
    finding->parent = -1;
    finding->message[LANG_ZH] = finding->message[LANG_EN] = "";
    out->nitems++;
    out->counts[outcome]++;
    return finding;
}

/* What decisions are tied to. */
static void set_targets(struct evaluation *run, struct finding *finding)
{
    const char **targets = arena_array(run->arena, finding->nseen, sizeof *targets);
    if (!targets) {
        run->failed = true;
        return;
    }
    for (size_t i = 0; i < finding->nseen; i++)
        targets[i] = finding->seen[i].cell;
    finding->targets = targets;
    finding->ntargets = finding->nseen;
}

void eval_set_seen(struct evaluation *run, struct finding *finding, const struct seen *seen,
                   size_t nseen)
{
    struct seen *copy = arena_raw(run->arena, nseen * sizeof *copy);
    if (!copy) {
        run->failed = true;
        return;
    }
    for (size_t i = 0; i < nseen; i++)
        copy[i] = seen[i];
    finding->seen = copy;
    finding->nseen = nseen;
    if (!run->without_prints)
        set_targets(run, finding);
}

void eval_set_spans(struct evaluation *run, struct finding *finding, const struct span *spans,
                    size_t nspans)
{
    struct span *copy = arena_raw(run->arena, nspans * sizeof *copy);
    if (!copy) {
        run->failed = true;
        return;
    }
    for (size_t i = 0; i < nspans; i++)
        copy[i] = spans[i];
    finding->spans = copy;
    finding->nspans = nspans;
}

/* Figures stand in the order of the text. */
void eval_claim(struct evaluation *run, struct span span)
{
    const struct figure *figures = run->report->figures;
    size_t low = 0, high = run->report->nfigures;
    while (low < high) {
        size_t middle = (low + high) / 2;
        bool before = figures[middle].span.end <= span.start;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    for (; low < run->report->nfigures && figures[low].span.start < span.end; low++)
        run->claimed[low] |= span_overlaps(figures[low].span, span);
}

static int copy_readings(struct evaluation *run, const struct reading *readings, size_t n)
{
    struct reading *copy = arena_array(run->arena, n, sizeof *copy);
    if (!copy)
        return -1;
    for (size_t i = 0; i < n; i++) {
        copy[i] = readings[i];
        copy[i].cell = arena_string(run->arena, readings[i].cell);
        copy[i].text = arena_string(run->arena, readings[i].text ? readings[i].text : "");
        if (!copy[i].cell || !copy[i].text)
            return -1;
    }
    run->readings = copy;
    run->nreadings = n;
    return 0;
}

static int add_unclaimed(struct evaluation *run, struct span number, size_t *capacity)
{
    struct findings *out = run->out;
    struct span *span =
        arena_push(run->arena, &out->unclaimed, capacity, out->nunclaimed, sizeof *out->unclaimed);
    if (!span)
        return -1;
    *span = number;
    out->nunclaimed++;
    return 0;
}

static int compare_spans(const void *a, const void *b)
{
    const struct span *x = a, *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

/* Numbers that no check used, in the prose, and that no cell has, in the tables. */
static int collect_unclaimed(struct evaluation *run)
{
    const struct report *report = run->report;
    struct findings *out = run->out;
    size_t capacity = 0;
    for (size_t i = 0; i < report->nfigures; i++)
        if (!run->claimed[i] && !report->figures[i].is_list_number &&
            add_unclaimed(run, report->figures[i].span, &capacity) < 0)
            return -1;
    for (int t = 0; t < TABLE_COUNT; t++)
        for (size_t i = 0; i < report->tables[t].nunclaimed; i++)
            if (add_unclaimed(run, report->tables[t].unclaimed[i], &capacity) < 0)
                return -1;
    if (out->nunclaimed > 1)
        qsort(out->unclaimed, out->nunclaimed, sizeof *out->unclaimed, compare_spans);
    return 0;
}

static bool sees_reading(const struct finding *finding)
{
    for (size_t i = 0; i < finding->nseen; i++)
        if (finding->seen[i].is_reading)
            return true;
    return false;
}

static bool has_strewn(const struct report *report)
{
    for (int t = 0; t < TABLE_COUNT; t++)
        if (report->tables[t].is_strewn)
            return true;
    return false;
}

static bool is_strewn(const struct report *report, const char *cell)
{
    enum table_id table = places_table_of(cell);
    return table < TABLE_COUNT && report->tables[table].is_strewn;
}

static bool rests_on_doubt(const struct report *report, const struct finding *finding)
{
    bool has_doubt = false;
    for (int table = 0; table < TABLE_COUNT; table++)
        has_doubt |= report->tables[table].state == TABLE_DOUBTFUL;
    for (size_t i = 0; has_doubt && i < finding->nseen; i++) {
        enum table_id table = finding->seen[i].state == CELL_NUMBER
                                  ? places_table_of(finding->seen[i].cell)
                                  : TABLE_COUNT;
        if (table < TABLE_COUNT && report->tables[table].state == TABLE_DOUBTFUL)
            return true;
    }
    return false;
}

/* What a number says that may stand in any column of its row is no error of the report. */
static void leave_undecided(struct evaluation *run, struct finding *finding)
{
    bool rests = false, may = finding->outcome == OUTCOME_FAIL && has_strewn(run->report);
    for (size_t i = 0; may && i < finding->nseen && !rests; i++)
        rests = finding->seen[i].state == CELL_NUMBER && !finding->seen[i].is_reading &&
                is_strewn(run->report, finding->seen[i].cell);
    if (!rests)
        return;
    run->out->counts[OUTCOME_FAIL]--;
    run->out->counts[OUTCOME_UNDECIDED]++;
    finding->outcome = OUTCOME_UNDECIDED;
}

/* A message says whose reading it rests on, and whether the reading is sure. */
static void add_remarks(struct evaluation *run, struct finding *finding)
{
    static const char *const reading[LANG_COUNT] = {"（含审核人改读的单元格）",
                                                    " (with cells as the reviewer reads them)"};
    static const char *const doubt[LANG_COUNT] = {
        "（此表识读存疑，请先对照原文）",
        " (this table's reading is in doubt: see the source first)"};
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        if (!eval_says_in(run, (enum lang)lang))
            continue;
        const char *remark[] = {
            run->nreadings > 0 && sees_reading(finding) ? reading[lang] : "",
            finding->outcome == OUTCOME_FAIL && rests_on_doubt(run->report, finding) ? doubt[lang]
                                                                                     : ""};
        if (*remark[0] || *remark[1])
            finding->message[lang] =
                arena_format(run->arena, "%s%s%s", finding->message[lang], remark[0], remark[1]);
    }
}

enum extent { ALL_RULES, ALL_IN_HASTE, FIRST_RULES };

static int finish(struct evaluation *run, enum extent extent)
{
    bool whole = extent != FIRST_RULES;
    for (size_t i = 0; i < run->out->nitems; i++) {
        add_remarks(run, &run->out->items[i]);
        leave_undecided(run, &run->out->items[i]);
        if (!run->without_prints && fingerprint_fill(run->report, &run->out->items[i]) < 0)
            return -1;
    }
    bool has_others = run->prior || run->version;
    if (mask_gather(run->out) < 0 || (whole && localise_findings(run) < 0) ||
        cause_group(run->out) < 0 || mask_texts(run->out, has_others) < 0 ||
        (whole && collect_unclaimed(run) < 0))
        return -1;
    return arena_failed(run->arena) ? -1 : 0;
}

enum { USUAL_FINDINGS = 48 }; /* room that is made before */

/* Of what is wanted. A run that cannot begin is marked as failed. */
static void begin(struct evaluation *run, const struct reading *readings, size_t nreadings,
                  enum extent extent)
{
    run->capacity = USUAL_FINDINGS;
    run->stated_year = document_stated_year(run->report);
    run->arena = arena_new();
    run->out = run->arena ? arena_alloc(run->arena, sizeof *run->out) : NULL;
    struct finding *items = run->out ? arena_raw(run->arena, USUAL_FINDINGS * sizeof *items) : NULL;
    run->claimed = calloc(run->report->nfigures + 1, sizeof *run->claimed);
    run->mentioned = calloc(run->report->nfigures + 1, sizeof *run->mentioned);
    if (run->out)
        *run->out = (struct findings){.arena = run->arena,
                                      .report = run->report,
                                      .rules = run->rules,
                                      .items = items,
                                      .is_partial = extent == FIRST_RULES};
    run->failed =
        !items || !run->claimed || !run->mentioned || copy_readings(run, readings, nreadings) < 0;
}

/* What came out; NULL when it has failed. */
static struct findings *end(struct evaluation *run, enum extent extent)
{
    run->failed = run->failed || finish(run, extent) < 0;
    free(run->claimed);
    free(run->mentioned);
    str_release(&run->message);
    if (run->failed)
        arena_free(run->arena);
    return run->failed ? NULL : run->out;
}

static struct findings *make(const struct evaluation *wanted, const struct reading *readings,
                             size_t nreadings, enum extent extent, struct err *err)
{
    struct evaluation run = *wanted;
    begin(&run, readings, nreadings, extent);
    if (!run.failed && extent == ALL_RULES)
        run_rules(&run, 1);
    else if (!run.failed)
        run.failed = (extent == FIRST_RULES ? run_first_rules(&run) : run_rules_in_two(&run)) < 0;
    struct findings *findings = end(&run, extent);
    if (!findings)
        err_set_nomem(err);
    return findings;
}

struct findings *findings_make(const struct report *report, const struct report *prior,
                               const struct ruleset *rules, const struct reading *readings,
                               size_t nreadings, struct err *err)
{
    struct evaluation wanted = {.report = report, .prior = prior, .rules = rules};
    return make(&wanted, readings, nreadings, ALL_RULES, err);
}

static struct evaluation evaluation_of(const struct findings_input *input)
{
    return (struct evaluation){.report = input->report,
                               .prior = input->prior,
                               .doubts = input->doubts,
                               .ndoubts = input->prior ? 0 : input->ndoubts,
                               .doubts_are_versions = input->doubts_are_versions,
                               .version = input->version,
                               .peer = input->peer,
                               .rules = input->rules,
                               .without_prints = input->without_prints,
                               .one_language = input->one_language,
                               .lang = input->lang};
}

struct findings *findings_evaluate(const struct findings_input *input, struct err *err)
{
    struct evaluation wanted = evaluation_of(input);
    return make(&wanted, input->readings, input->nreadings, ALL_RULES, err);
}

void findings_evaluate_all(const struct findings_input *inputs, size_t n, struct findings **out)
{
    struct evaluation runs[FINDINGS_AT_ONCE];
    for (size_t done = 0, some; done < n; done += some) {
        some = n - done < FINDINGS_AT_ONCE ? n - done : FINDINGS_AT_ONCE;
        for (size_t k = 0; k < some; k++) {
            const struct findings_input *input = &inputs[done + k];
            runs[k] = evaluation_of(input);
            begin(&runs[k], input->readings, input->nreadings, ALL_RULES);
        }
        run_rules(runs, some);
        for (size_t k = 0; k < some; k++)
            out[done + k] = end(&runs[k], ALL_RULES);
    }
}

struct findings *findings_make_soon(const struct report *report, const struct report *prior,
                                    const struct ruleset *rules, const struct reading *readings,
                                    size_t nreadings, struct err *err)
{
    struct evaluation wanted = {.report = report, .prior = prior, .rules = rules};
    return make(&wanted, readings, nreadings, ALL_IN_HASTE, err);
}

struct findings *findings_make_first(const struct report *report, const struct ruleset *rules,
                                     const struct reading *readings, size_t nreadings,
                                     struct err *err)
{
    struct evaluation wanted = {.report = report, .rules = rules};
    return make(&wanted, readings, nreadings, FIRST_RULES, err);
}

void findings_free(struct findings *findings)
{
    if (findings)
        arena_free(findings->arena);
}

size_t findings_failed(const struct findings *findings, enum severity severity)
{
    size_t n = 0;
    for (size_t i = 0; i < findings->nitems; i++)
        n += findings->items[i].outcome == OUTCOME_FAIL && findings->items[i].severity == severity;
    return n;
}

bool finding_touches_cell(const struct finding *finding, const char *cell)
{
    for (size_t i = 0; i < finding->nseen; i++)
        if (strcmp(finding->seen[i].cell, cell) == 0)
            return true;
    return false;
}

const char *finding_sum(const struct finding *finding, enum lang lang)
{
    const char *sum = finding->sum[lang], *message = finding->message[lang];
    return sum && message && strstr(message, sum) ? NULL : sum;
}

const char *outcome_name(enum outcome outcome)
{
    static const char *const names[OUTCOME_COUNT] = {
        [OUTCOME_PASS] = "pass",
        [OUTCOME_FAIL] = "fail",
        [OUTCOME_UNDECIDED] = "undecided",
        [OUTCOME_NA] = "not-applicable",
    };
    return names[outcome];
}
