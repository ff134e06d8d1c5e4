/* DOCUMENTS: how many documents the prose says were issued, against the rows of
 * table two that count them. Which column the prose means is not said, so any
 * column that agrees will do; but "columns" of the record may list patterns that
 * name one (废止3件), for tables that have it. */
#include "text_table.h"

#include "bodies.h"
#include "gouji/base/json.h"
#include "places.h"
#include "rounding.h"
#include "wording.h"

enum { MAX_KINDS = 4 };

/* What the record says. */
struct documents {
    struct pattern_list find, match_not, clause_not, since_not, heading_not;
    struct pattern_list also, total; /* behind the number: one to be added to it, the sum */
    struct pattern_list above;       /* see bodies.h */
    struct pattern_list part, stock; /* some of the documents; those of all years */
    struct year_words years;
    struct document_column {
        const char *id;
        struct pattern_list find, unless;
    } * columns;
    size_t ncolumns;
    struct document_kind {
        struct pattern_list words;
        const char *row; /* NULL: no row counts it */
    } * kinds;
    size_t nkinds;
    const char *nearest;
};

static void read_columns(const struct rule *rule, const void *patterns, struct documents *own)
{
    const cJSON *columns = json_get(rule->record, "columns"), *one;
    own->columns =
        arena_array(rule->arena, (size_t)cJSON_GetArraySize(columns), sizeof *own->columns);
    json_each (one, own->columns ? columns : NULL)
        own->columns[own->ncolumns++] = (struct document_column){
            json_string(one, "column"), patterns_named(patterns, json_string(one, "find")),
            patterns_named(patterns, json_string(one, "unless"))};
}

static void read_kinds(const struct rule *rule, const void *patterns, struct documents *own)
{
    const cJSON *kinds = json_get(rule->record, "kinds"), *one;
    own->kinds = arena_array(rule->arena, (size_t)cJSON_GetArraySize(kinds), sizeof *own->kinds);
    json_each (one, own->kinds ? kinds : NULL)
        own->kinds[own->nkinds++] = (struct document_kind){
            patterns_named(patterns, json_string(one, "words")), json_string(one, "row")};
}

static void read_documents(const struct rule *rule, const void *patterns, void *own)
{
    struct documents *documents = own;
    *documents = (struct documents){.find = patterns_named(patterns, "find"),
                                    .match_not = patterns_named(patterns, "match_not"),
                                    .clause_not = patterns_named(patterns, "clause_not"),
                                    .since_not = patterns_named(patterns, "since_not"),
                                    .heading_not = patterns_named(patterns, "heading_not"),
                                    .above = patterns_named(patterns, "above"),
                                    .also = patterns_named(patterns, "also"),
                                    .total = patterns_named(patterns, "total"),
                                    .part = patterns_named(patterns, "part"),
                                    .stock = patterns_named(patterns, "stock"),
                                    .years = document_year_words(patterns),
                                    .nearest = json_string(rule->record, "nearest")};
    read_columns(rule, patterns, documents);
    read_kinds(rule, patterns, documents);
}

void *text_documents_compile(const struct rule *rule, const cJSON **at, struct err *err)
{
    return patterns_compile_with(rule, sizeof(struct documents), read_documents, at, err);
}

/* The kinds of documents that the words name. */
struct kinds {
    const char *rows[MAX_KINDS]; /* row of the block, NULL: no row counts it */
    size_t n, nrows;
};

static struct kinds name_kinds(const struct documents *documents, struct slice words)
{
    struct kinds kinds = {.n = 0};
    for (size_t i = 0; i < documents->nkinds; i++) {
        const struct document_kind *kind = &documents->kinds[i];
        if (kinds.n == MAX_KINDS || !patterns_hold(kind->words, words))
            continue;
        kinds.rows[kinds.n] = kind->row;
        kinds.nrows += kinds.rows[kinds.n] != NULL;
        kinds.n++;
    }
    return kinds;
}

/* The cells of the named rows in one column. */
static struct told column_of(struct evaluation *run, const struct form_block *block,
                             const struct kinds *kinds, size_t col)
{
    struct told told = {0};
    for (size_t k = 0; k < kinds->n; k++) {
        for (size_t row = 0; kinds->rows[k] && row < block->nrows; row++) {
            if (strcmp(block->rows[row].id, kinds->rows[k]) != 0)
                continue;
            const char *id = places_cell_id(run->arena, TABLE_T2, block, row, &block->cols[col]);
            if (id)
                told_add(run, &told, id);
            run->failed |= id == NULL;
        }
    }
    return told;
}

struct verdict {
    enum outcome outcome;
    struct told told;     /* of the first column, for the message */
    struct told all;      /* every cell looked at */
    const char *sums;     /* 0、0、0 */
    int64_t issued, most; /* of the first column, of the fullest one */
};

static void compare_columns(struct evaluation *run, const struct form_block *block,
                            const struct kinds *kinds, const char *column,
                            const struct figure *stated, struct verdict *made)
{
    int64_t value = stated->value / CELL_SCALE;
    struct str sums = STR_INIT;
    *made = (struct verdict){.outcome = OUTCOME_FAIL};
    for (size_t col = 0; col < block->ncols; col++) {
        if (column && strcmp(block->cols[col].id, column) != 0)
            continue;
        struct told told = column_of(run, block, kinds, col);
        const char *key;
        enum outcome outcome = told_compare(&told, value, &key);
        if (outcome == OUTCOME_FAIL && rounding_is_bound(stated) &&
            rounding_allows(run->report, stated, told.known))
            outcome = OUTCOME_PASS;
        if (outcome == OUTCOME_PASS || made->outcome == OUTCOME_PASS)
            made->outcome = OUTCOME_PASS;
        else if (outcome == OUTCOME_UNDECIDED)
            made->outcome = OUTCOME_UNDECIDED;
        made->issued = made->all.n ? made->issued : told.known;
        made->most = told.known > made->most ? told.known : made->most;
        str_add(&sums, made->all.n ? "、" : "");
        str_add(&sums, outcome == OUTCOME_UNDECIDED ? "?" : wording_number(run, told.known, false));
        for (size_t i = 0; i < told.n; i++)
            told_add(run, &made->all, told.cells[i].cell);
    }
    made->sums = wording_keep(run, &sums);
}

/* What the prose counts. */
struct count {
    struct figure stated; /* its value with those that are added to it */
    size_t figure;
    bool is_sum;
};

static const char *condition_of(const struct prose_walk *walk, const struct rule *rule,
                                const struct kinds *kinds, const struct count *count,
                                const struct verdict *made, struct slice clause)
{
    const struct documents *documents = patterns_kept(rule);
    struct slice sentence = walk->now->text;
    int64_t value = count->stated.value / CELL_SCALE;
    if (kinds->nrows == 0)
        return "policy";
    if (kinds->n > 1) /* those of no row may be all that is more */
        return kinds->nrows < kinds->n && made->issued > 0 && value >= made->issued
                   ? "policy"
                   : "several_kinds";
    if ((count->is_sum || patterns_hold(documents->part, clause)) &&
        value <= (patterns_hold(documents->stock, clause) ? made->most : made->issued))
        return "part";
    return count->is_sum || count->stated.approximate || scope_word_near(walk->run, rule, sentence)
               ? "near"
               : NULL;
}

static void report_documents(struct prose_walk *walk, const struct rule *rule,
                             const struct match *match, const struct count *count,
                             const struct verdict *made, const char *key)
{
    struct evaluation *run = walk->run;
    int64_t value = count->stated.value / CELL_SCALE;
    struct span_list spans = {0};
    span_list_add(run, &spans, prose_span(walk, match->start[0], match->end[0]));
    const char *said = prose_text(run, spans.n ? spans.items[0] : (struct span){0, 0});
    const char *number = wording_number(run, value, false);
    struct message_value values[] = {
        {"text", said, said},
        {"stated", number, number},
        {"sums", made->sums, wording_list_in_english(run, made->sums)}};
    struct finding *finding =
        prose_report(run, rule, prose_instance(run, walk->now->index + 1), made->outcome, key,
                     values, 3, &spans, walk->now->sentence);
    if (!finding)
        return;
    told_set(run, finding, count->figure, value, &made->all);
    finding->has_rhs = false; /* several columns, no one sum */
}

/* The number that one of the patterns finds right behind another; PATTERN_NONE: none does. The
 * match then ends behind it. */
static size_t number_behind(const struct prose_walk *walk, struct pattern_list list,
                            struct match *match)
{
    struct match more;
    size_t at = match->end[1];
    if (!patterns_find(list, prose_ahead(walk->now->text, at), &more))
        return PATTERN_NONE;
    match->end[0] = at + more.end[0];
    size_t figure = prose_figure_at(walk, at + more.start[1]);
    if (figure != PATTERN_NONE)
        eval_claim(walk->run, walk->run->report->figures[figure].span);
    return figure;
}

/* Against the columns: the sum where it is told, else the number, or with the one to be added. */
static struct count compare_count(struct prose_walk *walk, const struct rule *rule,
                                  const struct form_block *block, const struct kinds *kinds,
                                  const char *column, struct match *match, struct verdict *made)
{
    struct evaluation *run = walk->run;
    const struct documents *documents = patterns_kept(rule);
    const struct figure *figures = run->report->figures;
    struct count count = {.figure = prose_figure_at(walk, match->start[1])};
    size_t total = number_behind(walk, documents->total, match), also = PATTERN_NONE;
    if (total != PATTERN_NONE)
        count.figure = total;
    else
        also = number_behind(walk, documents->also, match);
    count.stated = figures[count.figure];
    compare_columns(run, block, kinds, column, &count.stated, made);
    if (made->outcome == OUTCOME_FAIL && also != PATTERN_NONE) {
        count.is_sum = true;
        count.stated.value += figures[also].value;
        compare_columns(run, block, kinds, column, &count.stated, made);
    }
    return count;
}

/* column: the one that the words name, NULL any. False when they disagree. */
static bool judge_documents(struct prose_walk *walk, const struct rule *rule, struct match *match,
                            const char *column)
{
    struct evaluation *run = walk->run;
    const struct documents *documents = patterns_kept(rule);
    struct slice text = walk->now->text, clause = prose_clause(text, match->start[1]);
    struct kinds kinds = name_kinds(
        documents, slice_make(text.ptr + match->start[0], match->end[0] - match->start[0]));
    const struct form_block *block = places_block(run->report, TABLE_T2, slice_of("a1"));
    if (!block || kinds.n == 0) {
        eval_not_applicable(run, rule);
        return true;
    }
    struct kinds compared = kinds;
    if (kinds.nrows == 0) /* no row of its own: the nearest one may still agree */
        compared = (struct kinds){.rows = {documents->nearest}, .n = 1};
    struct verdict made;
    struct count count = compare_count(walk, rule, block, &compared, column, match, &made);
    if (made.outcome == OUTCOME_PASS) {
        eval_pass(run, rule);
        return true;
    }
    const char *key = made.outcome == OUTCOME_UNDECIDED
                          ? "lost"
                          : condition_of(walk, rule, &kinds, &count, &made, clause);
    report_documents(walk, rule, match, &count, &made, column && !key ? "column" : key);
    return false;
}

/* Whether the number is one of documents that the patterns are about. */
static bool counts_documents(const struct prose_walk *walk, const struct documents *documents,
                             const struct match *match)
{
    struct slice text = walk->now->text, clause = prose_clause(text, match->start[1]);
    struct slice whole = slice_make(text.ptr + match->start[0], match->end[0] - match->start[0]);
    size_t figure = prose_figure_at(walk, match->start[1]);
    return figure != PATTERN_NONE && !patterns_hold(documents->match_not, whole) &&
           !patterns_hold(documents->clause_not, clause) &&
           !patterns_hold(documents->since_not, prose_since(text, match->start[0])) &&
           !bodies_is_above(walk, documents->above, prose_since(text, match->start[1])) &&
           !document_is_of_other_year(walk->run->stated_year, &documents->years, text, clause,
                                      match->start[1]) &&
           walk->run->report->figures[figure].value % CELL_SCALE == 0;
}

/* All numbers of the sentence; true when one of them disagreed, which ends it. */
static bool judge_list(struct prose_walk *walk, const struct rule *rule,
                       struct heading_above *above, struct pattern_list list, const char *column)
{
    const struct documents *documents = patterns_kept(rule);
    for (size_t i = 0; i < list.n; i++) {
        struct match match;
        for (size_t from = 0; prose_find_one(walk, &list.items[i], walk->now->text, from, &match) &&
                              match.end[0] > match.start[0];
             from = match.end[0]) {
            if (!counts_documents(walk, documents, &match) ||
                document_heading_above_holds(walk->run->report, above, walk->now->index,
                                             documents->heading_not))
                continue;
            size_t figure = prose_figure_at(walk, match.start[1]);
            eval_claim(walk->run, walk->run->report->figures[figure].span);
            if (!judge_documents(walk, rule, &match, column))
                return true;
        }
    }
    return false;
}

static bool has_column(const struct form_block *block, const char *column)
{
    for (size_t col = 0; block && column && col < block->ncols; col++)
        if (strcmp(block->cols[col].id, column) == 0)
            return true;
    return false;
}

void text_documents_evaluate(struct evaluation *run, const struct rule *rule)
{
    const struct form_block *block = places_block(run->report, TABLE_T2, slice_of("a1"));
    const struct documents *documents = patterns_kept(rule);
    struct prose_walk walk = {.run = run, .only = prose_where(run, documents->find)};
    for (size_t i = 0; i < documents->ncolumns; i++)
        prose_where_too(run, documents->columns[i].find, &walk.only);
    struct heading_above above = {0};
    while (prose_next(&walk)) {
        bool is_over = walk.now->sentence->is_heading ||
                       judge_list(&walk, rule, &above, documents->find, NULL);
        for (size_t i = 0; i < documents->ncolumns && !is_over; i++) {
            const struct document_column *column = &documents->columns[i];
            if (has_column(block, column->id) && !patterns_hold(column->unless, walk.now->text))
                is_over = judge_list(&walk, rule, &above, column->find, column->id);
        }
    }
}
