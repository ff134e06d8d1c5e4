/* DENIAL: the prose says that there was none, and a table counts some. */
#include "text_table.h"

#include "bodies.h"
#include "gouji/base/json.h"
#include "testimony.h"
#include "wording.h"

/* What the record says. */
struct denials {
    struct pattern_list clause_not, since_not, heading_not;
    struct year_words years;
    struct body_words bodies;
    struct denial {
        struct pattern_list patterns;
        struct pattern_list under; /* what the last heading must say; without name: anything */
        const cJSON *cells;
    } * items;
    size_t n;
};

static void read_denials(const struct rule *rule, const void *patterns, void *own)
{
    const cJSON *list = json_get(rule->record, "denials"), *denial;
    struct denials *all = own;
    all->clause_not = patterns_named(patterns, "clause_not");
    all->since_not = patterns_named(patterns, "since_not");
    all->heading_not = patterns_named(patterns, "heading_not");
    all->years = document_year_words(patterns);
    all->bodies = body_words_of(patterns, rule->record);
    all->items = arena_array(rule->arena, (size_t)cJSON_GetArraySize(list), sizeof *all->items);
    json_each (denial, all->items ? list : NULL)
        all->items[all->n++] =
            (struct denial){.patterns = patterns_named(patterns, json_string(denial, "patterns")),
                            .under = patterns_named(patterns, json_string(denial, "under")),
                            .cells = json_get(denial, "cells")};
}

void *denial_compile(const struct rule *rule, const cJSON **at, struct err *err)
{
    return patterns_compile_with(rule, sizeof(struct denials), read_denials, at, err);
}

/* The denied cells that the report's edition of the form has. */
static void add_cells(struct evaluation *run, struct told *told, const cJSON *cells)
{
    const cJSON *cell;
    cJSON_ArrayForEach (cell, cells) {
        if (cJSON_IsString(cell) && report_cell(run->report, cell->valuestring))
            told_add(run, told, cell->valuestring);
    }
}

static bool is_guarded(const struct prose_walk *walk, const struct denials *all,
                       const struct match *match)
{
    struct slice text = walk->now->text, clause = prose_clause(text, match->start[0]);
    return prose_match(walk, all->clause_not, clause) ||
           prose_match(walk, all->since_not, prose_since(text, match->start[0])) ||
           bodies_is_of_another(walk, &all->bodies, match->start[0]) ||
           document_is_of_other_year(walk->run->stated_year, &all->years, text, clause,
                                     match->start[0]);
}

/* Words that name no matter of their own are of the one that stands above them; below what is
 * still to be done nothing is said of the year. */
static bool is_under(const struct prose_walk *walk, struct heading_above *above,
                     const struct denials *all, const struct denial *denial)
{
    const struct report *report = walk->run->report;
    size_t index = walk->now->index;
    return !document_heading_above_holds(report, above, index, all->heading_not) &&
           (!denial->under.name ||
            document_heading_above_holds(report, above, index, denial->under));
}

/* The cells that the sentence says are 0, and the words that say so. `where`: for each denial the
 * sentences that may say it. */
static size_t collect_denied(struct prose_walk *walk, const struct denials *all,
                             const struct prose_set *where, struct heading_above *above,
                             struct told *told, struct span_list *spans)
{
    size_t n = 0;
    for (size_t i = 0; i < all->n; i++) {
        const struct denial *denial = &all->items[i];
        struct match match;
        if (!prose_set_has(where[i], walk->now->index) ||
            !prose_find(walk, denial->patterns, walk->now->text, &match) ||
            is_guarded(walk, all, &match) || !is_under(walk, above, all, denial))
            continue;
        add_cells(walk->run, told, denial->cells);
        span_list_add(walk->run, spans, prose_span(walk, match.start[0], match.end[0]));
        n++;
    }
    return n;
}

/* The cells that hold something, all of them when none does. */
static struct told filled(const struct told *told)
{
    struct told some = {0};
    for (size_t i = 0; i < told->n; i++)
        if (told->cells[i].state == CELL_NUMBER && told->cells[i].value != 0)
            some.cells[some.n++] = told->cells[i];
    return some.n > 0 ? some : *told;
}

static void judge_denial(struct prose_walk *walk, const struct rule *rule, const struct told *told,
                         const struct span_list *spans)
{
    struct evaluation *run = walk->run;
    const char *key;
    enum outcome outcome = told_compare(told, 0, &key);
    if (outcome == OUTCOME_UNDECIDED && told->known > 0)
        outcome = OUTCOME_FAIL; /* what is known is too many already */
    if (outcome == OUTCOME_PASS) {
        eval_pass(run, rule);
        return;
    }
    if (outcome == OUTCOME_FAIL)
        key = scope_word_near(run, rule, walk->now->text) ? "near" : NULL;
    struct told named = filled(told);
    const char *text = prose_text(run, spans->items[0]);
    const char *known = wording_number(run, told->known, false);
    struct message_value values[] = {
        {"text", text, text},
        {"table", known, known},
        {"cells", told_name(run, &named, LANG_ZH), told_name(run, &named, LANG_EN)},
    };
    struct finding *finding = prose_report(run, rule, prose_instance(run, walk->now->index + 1),
                                           outcome, key, values, 3, spans, walk->now->sentence);
    if (finding)
        told_set(run, finding, PATTERN_NONE, 0, told);
}

/* What the prose denies bears out a total of 0; of cells that are blank or lost it says nothing. */
static void testify(struct evaluation *run, const struct told *told)
{
    if (told->n > 0 && told->nnumbers == told->n)
        testimony_add(run, PATTERN_NONE, 0, told);
}

/* The sentences that may say each of the denials; NULL: no memory. */
static const struct prose_set *find_denied(struct evaluation *run, const struct denials *all,
                                           struct prose_set *any)
{
    struct prose_set *where = arena_array(run->arena, all->n, sizeof *where);
    run->failed |= where == NULL;
    for (size_t i = 0; where && i < all->n; i++) {
        where[i] = prose_where(run, all->items[i].patterns);
        prose_set_add(run, any, where[i]);
    }
    return where;
}

void denial_evaluate(struct evaluation *run, const struct rule *rule)
{
    const struct denials *all = patterns_kept(rule);
    struct prose_walk walk = {.run = run, .only = prose_where(run, (struct pattern_list){0})};
    const struct prose_set *where = find_denied(run, all, &walk.only);
    struct heading_above above = {0};
    while (where && prose_next(&walk)) {
        struct told told = {0};
        struct span_list spans = {0};
        if (!walk.now->sentence->is_heading &&
            collect_denied(&walk, all, where, &above, &told, &spans) > 0 && spans.n > 0) {
            judge_denial(&walk, rule, &told, &spans);
            testify(run, &told);
        }
    }
}
