#include "text_table.h"

#include "gouji/base/json.h"
#include "places.h"
#include "wording.h"

void told_add(struct evaluation *run, struct told *told, const char *cell)
{
    if (told->n == TEXT_MAX_CELLS)
        return;
    struct seen seen = eval_cell(run, cell);
    const struct cell *known = report_cell(run->report, cell);
    seen.cell = known ? known->id : cell;
    told->cells[told->n++] = seen;
    switch (seen.state) {
    case CELL_NUMBER:
        told->nnumbers++;
        told->nlost += __builtin_add_overflow(told->known, seen.value, &told->known);
        break;
    case CELL_BLANK:
    case CELL_MARK:
        told->nblanks++;
        break;
    default:
        told->nlost++;
    }
}

void told_add_list(struct evaluation *run, struct told *told, const cJSON *cells)
{
    const cJSON *cell;
    cJSON_ArrayForEach (cell, cells) {
        if (cJSON_IsString(cell))
            told_add(run, told, cell->valuestring);
    }
}

static bool is_next(const struct cell *a, const struct cell *b)
{
    return a && b && a->block == b->block &&
           ((a->col == b->col && a->row + 1 == b->row) ||
            (a->row == b->row && a->col + 1 == b->col));
}

/* How many cells from `from` on stand in one row or column, side by side; the
 * groups of table four are no row of addends. */
static size_t count_run(struct evaluation *run, const struct told *told, size_t from)
{
    size_t n = 1;
    const struct cell *first = report_cell(run->report, told->cells[from].cell), *last = first;
    for (; first && strncmp(first->id, "T4.", 3) != 0 && from + n < told->n; n++) {
        const struct cell *cell = report_cell(run->report, told->cells[from + n].cell);
        if (!is_next(last, cell) || (cell->row != first->row && cell->col != first->col))
            break;
        last = cell;
    }
    return n;
}

/* 表三（三）1 总计至（三）8 之和 */
static void add_range(struct evaluation *run, const struct cell *first, const struct cell *last,
                      enum lang lang, struct str *name)
{
    const char *end = first->row == last->row
                          ? last->block->cols[last->col].label
                          : places_row_short(run->arena, &last->block->rows[last->row], lang);
    str_format(name, lang == LANG_ZH ? "%s至%s 之和" : "the sum of %s to %s",
               cell_address(run->arena, first, lang), end);
}

const char *told_name(struct evaluation *run, const struct told *told, enum lang lang)
{
    enum { SHORTEST_RANGE = 3 };
    struct str name = STR_INIT;
    if (!eval_says_in(run, lang))
        return "";
    for (size_t i = 0; i < told->n;) {
        const struct cell *cell = report_cell(run->report, told->cells[i].cell);
        size_t n = count_run(run, told, i);
        str_add(&name, i ? " + " : "");
        if (n >= SHORTEST_RANGE) {
            add_range(run, cell, report_cell(run->report, told->cells[i + n - 1].cell), lang,
                      &name);
            i += n;
        } else {
            str_add(&name, cell ? cell_address(run->arena, cell, lang) : told->cells[i].cell);
            i++;
        }
    }
    return wording_keep(run, &name);
}

enum outcome told_compare(const struct told *told, int64_t value, const char **key)
{
    *key = NULL;
    if (told->nlost > 0 || told->n == 0) {
        *key = "lost";
        return OUTCOME_UNDECIDED;
    }
    if (told->known == value && (told->nblanks == 0 || told->nnumbers > 0))
        return OUTCOME_PASS;
    if (told->nblanks == 0 || told->known > value)
        return OUTCOME_FAIL;
    *key = "blank";
    return OUTCOME_UNDECIDED;
}

/* The record's own list, or that of the record it names in "scope_as". */
static const cJSON *scope_data(const struct evaluation *run, const struct rule *rule,
                               const char *key)
{
    const char *other = json_string(rule->record, "scope_as");
    const struct rule *from = other ? ruleset_find(run->rules, other) : NULL;
    const cJSON *own = json_get(rule->record, key);
    return own || !from ? own : json_get(from->record, key);
}

/* 教育局 of 青山县教育局: the report's own. */
static bool ends_agency(const struct evaluation *run, const char *word)
{
    const char *agency = run->report->who.agency;
    if (!agency)
        return false;
    size_t n = strlen(word), total = strlen(agency);
    return total >= n && strcmp(agency + total - n, word) == 0;
}

const char *scope_word_near(const struct evaluation *run, const struct rule *rule,
                            struct slice sentence)
{
    const char *kind = run->report->who.kind;
    const cJSON *own = kind ? json_get(scope_data(run, rule, "own_scope"), kind) : NULL;
    const cJSON *word;
    cJSON_ArrayForEach (word, scope_data(run, rule, "scope_words")) {
        if (slice_contains(sentence, word->valuestring) && !prose_word_is(own, word->valuestring) &&
            !ends_agency(run, word->valuestring))
            return word->valuestring;
    }
    return NULL;
}

void told_set(struct evaluation *run, struct finding *finding, size_t figure, int64_t value,
              const struct told *told)
{
    struct seen seen[TEXT_MAX_CELLS + 1];
    size_t n = 0;
    if (figure != PATTERN_NONE)
        seen[n++] = prose_seen(run, figure);
    for (size_t i = 0; i < told->n; i++)
        seen[n++] = told->cells[i];
    eval_set_seen(run, finding, seen, n);
    finding->has_lhs = true;
    finding->lhs = value;
    finding->has_rhs = told->nlost == 0 && told->nnumbers > 0;
    finding->rhs = told->known;
}

enum territory territory_said(const struct evaluation *run, const struct rule *rule,
                              struct slice words)
{
    const char *kind = run->report->who.kind;
    const cJSON *own = kind ? json_get(scope_data(run, rule, "own_scope"), kind) : NULL;
    const char *word = prose_word_in(scope_data(run, rule, "territories"), words);
    if (!word)
        return TERRITORY_NONE;
    return prose_word_is(own, word) ? TERRITORY_OWN : TERRITORY_WIDER;
}

bool territory_has_narrower(const struct evaluation *run, const struct rule *rule,
                            struct slice words)
{
    return prose_word_in(scope_data(run, rule, "narrower"), words) != NULL;
}
