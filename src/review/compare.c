#include "gouji/review/compare.h"

#include <stdlib.h>
#include <string.h>

#include "anchor.h"
#include "decision.h"
#include "entries.h"
#include "gouji/base/map.h"
#include "restated.h"
#include "session.h"

struct comparing {
    struct comparison *made;
    int *after_of;        /* of each earlier finding: the later one, -1 */
    const int *before_of; /* of each later finding: the earlier one, -1 */
    size_t problems_capacity, cells_capacity, sentences_capacity;
    bool failed;
};

/* ---- problems ---- */

static void add_problem(struct comparing *run, struct compared_problem problem)
{
    struct comparison *made = run->made;
    struct compared_problem *item = arena_push(
        made->arena, &made->problems, &run->problems_capacity, made->nproblems, sizeof *item);
    if (!item) {
        run->failed = true;
        return;
    }
    *item = problem;
    made->nproblems++;
    made->counts[problem.fate]++;
    made->sent_back[problem.fate] += problem.was_sent_back;
}

static bool is_number_now(const struct comparing *run, const struct seen *seen)
{
    const struct cell *cell = report_cell(run->made->after, seen->cell);
    return cell && cell->state == CELL_NUMBER;
}

static bool is_mention(const struct seen *seen)
{
    return strncmp(seen->cell, "TXT.", 4) == 0;
}

static bool lost_numbers(const struct comparing *run, const struct finding *finding)
{
    for (size_t i = 0; i < finding->nseen; i++) {
        const struct seen *seen = &finding->seen[i];
        if (!is_mention(seen) && seen->state == CELL_NUMBER && !is_number_now(run, seen))
            return true;
    }
    return false;
}

/* A sentence that is only rewritten is still there. */
static bool stands_about(struct comparing *run, struct slice quote)
{
    const struct report *report = run->made->after;
    for (size_t i = 0; i < report->nsentences; i++)
        if (anchor_likeness(quote, report_slice(report, report->sentences[i].span), true,
                            &run->failed) >= RESTATED_LIKE)
            return true;
    return false;
}

/* What privacy checks found is mended by leaving it out. */
static bool lost_sentence(struct comparing *run, const struct finding *finding)
{
    return finding->quote.nbytes > 0 && !finding->is_masked && !stands_about(run, finding->quote);
}

/* The sentence is there, but without the number. */
static bool lost_mention(struct comparing *run, const struct finding *finding)
{
    for (size_t i = 0; i < finding->nseen && !finding->is_masked; i++)
        if (is_mention(&finding->seen[i]) &&
            !restated_number(run->made->before, finding->seen[i].span, run->made->after,
                             &run->failed))
            return true;
    return false;
}

static enum compared_why why_not_mended(struct comparing *run, const struct finding *finding)
{
    return lost_numbers(run, finding)    ? COMPARED_NO_NUMBER
           : lost_sentence(run, finding) ? COMPARED_NO_SENTENCE
           : lost_mention(run, finding)  ? COMPARED_NO_NUMBER
                                         : COMPARED_NO_WHY;
}

static bool was_sent_back(const struct comparing *run, enum verdict verdict)
{
    return verdict == VERDICT_CONFIRMED || !run->made->has_verdict;
}

static bool was_settled(enum verdict verdict)
{
    return verdict == VERDICT_MISREAD || verdict == VERDICT_EXPLAINED ||
           verdict == VERDICT_NOT_AN_ERROR;
}

/* Whether all cells read now as the reviewer proposed. Figures of the prose are
 * numbered anew in another text: of those nothing is said. */
static enum compared_proposal look_at_proposal(const struct comparison *made, size_t index)
{
    const struct held *held = entries_held(made->earlier->state, index);
    const cJSON *proposed = held ? json_get(held->event->body, "proposed") : NULL, *wanted;
    enum compared_proposal proposal = COMPARED_NO_PROPOSAL;
    cJSON_ArrayForEach (wanted, proposed) {
        if (!report_cell(made->before, wanted->string))
            return COMPARED_NO_PROPOSAL;
        const struct cell *cell = report_cell(made->after, wanted->string);
        cJSON *now =
            cell ? decision_value(cell->state, cell->value, cell->block->cols[cell->col].is_decimal,
                                  report_slice(made->after, cell->span))
                 : NULL;
        bool is_so = now && cJSON_Compare(now, wanted, true);
        cJSON_Delete(now);
        if (!is_so)
            return COMPARED_OTHERWISE;
        proposal = COMPARED_AS_PROPOSED;
    }
    return proposal;
}

static void judge_sent_back(struct comparing *run, struct compared_problem *problem)
{
    const struct finding *after = problem->after;
    if (!after) {
        problem->why = why_not_mended(run, problem->before);
        problem->fate = problem->why ? COMPARED_LOOK : COMPARED_MENDED;
    } else if (after->outcome == OUTCOME_UNDECIDED) {
        problem->why = COMPARED_UNDECIDED;
        problem->fate = COMPARED_LOOK;
    } else {
        bool same = strcmp(problem->before->values, after->values) == 0;
        problem->fate = same ? COMPARED_STANDS : COMPARED_CHANGED;
    }
}

static void take_before(struct comparing *run, size_t index)
{
    struct comparison *made = run->made;
    const struct finding *before = &made->findings_before->items[index];
    int at = run->after_of[index];
    struct compared_problem problem = {
        .before = before,
        .after = at >= 0 ? &made->findings_after->items[at] : NULL,
        .verdict = review_decision(made->earlier, index).verdict,
    };
    if (before->outcome != OUTCOME_FAIL)
        return;
    problem.was_sent_back = was_sent_back(run, problem.verdict);
    problem.proposal = look_at_proposal(made, index);
    if (!was_settled(problem.verdict)) {
        judge_sent_back(run, &problem);
        add_problem(run, problem);
    } else if (problem.after && strcmp(before->values, problem.after->values) != 0) {
        problem.fate = COMPARED_LOOK;
        problem.why = COMPARED_OTHER_VALUES;
        add_problem(run, problem);
    }
}

static void take_added(struct comparing *run)
{
    const struct problem *problems;
    size_t n = review_problems(run->made->earlier, &problems);
    for (size_t i = 0; i < n; i++)
        add_problem(run, (struct compared_problem){.fate = COMPARED_LOOK,
                                                   .why = COMPARED_BY_HAND,
                                                   .was_sent_back = true,
                                                   .added = &problems[i]});
}

/* What fails or cannot be checked now, and did not fail before. */
static void take_after(struct comparing *run, size_t index)
{
    const struct finding *after = &run->made->findings_after->items[index];
    int at = run->before_of[index];
    const struct finding *before = at >= 0 ? &run->made->findings_before->items[at] : NULL;
    struct compared_problem problem = {.fate = COMPARED_NEW, .after = after};
    if (before && (before->outcome == OUTCOME_FAIL || after->outcome == OUTCOME_UNDECIDED))
        return;
    if (after->outcome == OUTCOME_UNDECIDED) {
        problem.fate = COMPARED_LOOK;
        problem.why = COMPARED_UNDECIDED;
    }
    if (after->outcome == OUTCOME_FAIL || after->parent < 0)
        add_problem(run, problem);
}

static int by_fate(const void *left, const void *right)
{
    const struct compared_problem *a = left, *b = right;
    if (a->fate != b->fate)
        return a->fate < b->fate ? -1 : 1;
    if (a->was_sent_back != b->was_sent_back)
        return a->was_sent_back ? -1 : 1;
    if (!a->before != !b->before)
        return a->before ? -1 : 1;
    if (a->before)
        return a->before < b->before ? -1 : a->before > b->before;
    if (!a->after != !b->after)
        return a->after ? -1 : 1;
    return a->after < b->after ? -1 : a->after > b->after;
}

static int compare_problems(struct comparing *run)
{
    struct comparison *made = run->made;
    size_t nafter = made->findings_after->nitems;
    int *before_of = arena_array(made->arena, nafter, sizeof *before_of);
    run->after_of = arena_array(made->arena, made->findings_before->nitems, sizeof(int));
    if (!before_of || !run->after_of ||
        decision_pair(made->arena, made->findings_before, made->findings_after, run->after_of))
        return -1;
    for (size_t i = 0; i < nafter; i++)
        before_of[i] = -1;
    for (size_t i = 0; i < made->findings_before->nitems; i++)
        if (run->after_of[i] >= 0)
            before_of[run->after_of[i]] = (int)i;
    run->before_of = before_of;
    for (size_t i = 0; i < made->findings_before->nitems; i++)
        take_before(run, i);
    take_added(run);
    for (size_t i = 0; i < nafter; i++)
        take_after(run, i);
    if (made->nproblems)
        qsort(made->problems, made->nproblems, sizeof *made->problems, by_fate);
    return run->failed ? -1 : 0;
}

/* ---- cells ---- */

static struct seen seen_of(const struct report *report, const struct cell *cell)
{
    return (struct seen){.cell = cell->id,
                         .state = cell->state,
                         .value = cell->value,
                         .is_decimal = cell->block->cols[cell->col].is_decimal,
                         .text = report_slice(report, cell->span),
                         .span = cell->span};
}

static bool same_value(const struct seen *a, const struct seen *b)
{
    if (!a->cell || !b->cell || a->state != b->state)
        return !a->cell == !b->cell && a->state == b->state;
    if (a->state == CELL_NUMBER)
        return a->value == b->value;
    return a->state == CELL_BLANK || a->state == CELL_ABSENT ||
           (a->text.nbytes == b->text.nbytes &&
            memcmp(a->text.ptr, b->text.ptr, a->text.nbytes) == 0);
}

static void compare_cell(struct comparing *run, const char *id)
{
    struct comparison *made = run->made;
    const struct cell *before = report_cell(made->before, id);
    const struct cell *after = report_cell(made->after, id);
    const struct seen none = {.state = CELL_ABSENT};
    struct compared_cell cell = {id, before ? review_cell(made->earlier, id) : none,
                                 after ? seen_of(made->after, after) : none};
    if (same_value(&cell.before, &cell.after))
        return;
    struct compared_cell *item =
        arena_push(made->arena, &made->cells, &run->cells_capacity, made->ncells, sizeof *item);
    if (!item) {
        run->failed = true;
        return;
    }
    *item = cell;
    made->ncells++;
}

static int compare_cells(struct comparing *run)
{
    const struct cell *cell;
    size_t position = 0;
    while ((cell = report_next_cell(run->made->after, &position)))
        compare_cell(run, cell->id);
    position = 0;
    while ((cell = report_next_cell(run->made->before, &position)))
        if (!report_cell(run->made->after, cell->id))
            compare_cell(run, cell->id);
    return run->failed ? -1 : 0;
}

/* ---- sentences ---- */

/* How many of each sentence the other version has left. */
static int count_sentences(struct arena *arena, const struct report *report, struct map *counts)
{
    for (size_t i = 0; i < report->nsentences; i++) {
        struct slice key =
            slice_make(report->sentences[i].fold.text, report->sentences[i].fold.nbytes);
        size_t *count = (size_t *)(uintptr_t)map_get(counts, key);
        if (!count &&
            (!(count = arena_alloc(arena, sizeof *count)) || map_set(counts, key, count) != 0))
            return -1;
        ++*count;
    }
    return 0;
}

static int take_only_in(struct comparing *run, const struct report *report,
                        const struct report *other, bool is_new)
{
    struct comparison *made = run->made;
    struct map *counts = map_new();
    int rc = counts ? count_sentences(made->arena, other, counts) : -1;
    for (size_t i = 0; rc == 0 && i < report->nsentences; i++) {
        const struct sentence *sentence = &report->sentences[i];
        size_t *left = (size_t *)(uintptr_t)map_get(
            counts, slice_make(sentence->fold.text, sentence->fold.nbytes));
        if (left && *left > 0) {
            --*left;
            continue;
        }
        struct compared_sentence *item =
            arena_push(made->arena, &made->sentences, &run->sentences_capacity, made->nsentences,
                       sizeof *item);
        rc = item ? 0 : -1;
        if (item) {
            *item = (struct compared_sentence){is_new, sentence};
            made->nsentences++;
        }
    }
    map_free(counts);
    return rc;
}

/* ---- all ---- */

static bool has_decisions(const struct review *review)
{
    const struct problem *problems;
    struct review_counts counts = review_count(review);
    size_t decided = review_problems(review, &problems);
    for (int v = VERDICT_NONE + 1; v < VERDICT_COUNT; v++)
        decided += counts.verdicts[v];
    return decided > 0;
}

struct comparison *comparison_make(const struct review *earlier,
                                   const struct findings *findings_after, struct err *err)
{
    struct arena *arena = arena_new();
    struct comparison *made = arena ? arena_alloc(arena, sizeof *made) : NULL;
    struct comparing run = {.made = made};
    if (made) {
        *made = (struct comparison){.arena = arena,
                                    .earlier = earlier,
                                    .before = review_report(earlier),
                                    .after = findings_after->report,
                                    .findings_before = review_findings(earlier),
                                    .findings_after = findings_after,
                                    .has_verdict = has_decisions(earlier)};
        if (compare_problems(&run) == 0 && compare_cells(&run) == 0 &&
            take_only_in(&run, made->before, made->after, false) == 0 &&
            take_only_in(&run, made->after, made->before, true) == 0)
            return made;
    }
    arena_free(arena);
    err_set_nomem(err);
    return NULL;
}

void comparison_free(struct comparison *comparison)
{
    if (comparison)
        arena_free(comparison->arena);
}

const char *compared_fate_name(enum compared_fate fate)
{
    static const char *const names[] = {"stands", "changed", "new", "look", "mended"};
    return names[fate];
}

const char *compared_proposal_name(enum compared_proposal proposal)
{
    static const char *const names[] = {NULL, "as-proposed", "otherwise"};
    return names[proposal];
}

const char *compared_why_name(enum compared_why why)
{
    static const char *const names[] = {NULL,        "no-number", "no-sentence",
                                        "undecided", "by-hand",   "other-values"};
    return names[why];
}
