/* Rules that are sound value by value and still never fire, or say the same whatever they
 * look at: a loop that its formulas do not follow, cells that no report has together,
 * comparisons that exclude each other. */
#include "lint_values.h"

#include "clause.h"
#include "gouji/base/json.h"

enum loop { LOOP_NONE, LOOP_ROW, LOOP_COLUMN, LOOP_CELL };

/* What each gives its formulas to name. */
static const unsigned GIVEN[] = {[LOOP_NONE] = 0,
                                 [LOOP_ROW] = EXPR_ROW | EXPR_ROW_ID,
                                 [LOOP_COLUMN] = EXPR_COLUMN,
                                 [LOOP_CELL] = EXPR_ROW | EXPR_ROW_ID | EXPR_COLUMN};

/* Formulas that apply together or not at all. */
struct group {
    struct lint *lint;
    const struct expr **sides;
    size_t n;
    enum loop loop;
    const cJSON *at; /* where they begin */
};

static enum loop loop_of(const cJSON *record)
{
    static const char *const names[] = {
        [LOOP_ROW] = "row", [LOOP_COLUMN] = "column", [LOOP_CELL] = "cell"};
    const char *each = json_string(record, "each");
    for (size_t i = LOOP_ROW; each && i < sizeof names / sizeof *names; i++)
        if (strcmp(each, names[i]) == 0)
            return (enum loop)i;
    return LOOP_NONE;
}

static bool begin_group(struct lint *lint, size_t room, const cJSON *at, struct group *group)
{
    *group = (struct group){.lint = lint,
                            .sides = arena_array(lint->set->arena, room, sizeof *group->sides),
                            .loop = loop_of(lint->record),
                            .at = at};
    lint->out->failed |= group->sides == NULL;
    return group->sides != NULL;
}

/* Adds a formula of what is written at a place; false, and told: it names what is not there. */
static bool add_side(struct group *group, const struct expr *side, const cJSON *at)
{
    static const struct {
        unsigned use;
        const char *name;
    } names[] = {{EXPR_ROW, "{row}"}, {EXPR_ROW_ID, "{r}"}, {EXPR_COLUMN, "{c}"}};
    unsigned missing = expr_uses(side) & ~GIVEN[group->loop];
    bool is_never = strcmp(json_text(json_get(group->lint->record, "kind")), "NEVER") == 0;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (!(missing & names[i].use))
            continue;
        lint_tell(group->lint, at,
                  _("\"%s\" uses %s, which stands for nothing without \"each\": \"%s\""),
                  json_text(at), names[i].name,
                  names[i].use != EXPR_COLUMN ? "row"
                  : is_never                  ? "cell"
                                              : "column");
        return false;
    }
    group->sides[group->n++] = side;
    return true;
}

/* Some edition has what the formulas name of this year, and some what they do of the last. */
static bool fits_at(const struct group *group, const struct binding *at)
{
    const struct forms *forms = group->lint->forms;
    bool is_found[2] = {false, false};
    for (size_t f = 0; f < forms_count(forms); f++)
        for (int is_prior = 0; is_prior < 2; is_prior++) {
            size_t i = 0;
            while (i < group->n && expr_fits(group->sides[i], forms_at(forms, f), at, is_prior))
                i++;
            is_found[is_prior] |= i == group->n;
        }
    return is_found[false] && is_found[true];
}

static bool fits_in_block(const struct group *group, const struct form_block *block,
                          enum table_id table, const char *cell)
{
    for (size_t i = 0; i < block->nrows * block->ncols; i++) {
        size_t row = i / block->ncols;
        struct binding at = {table, block, group->loop == LOOP_COLUMN ? -1 : (int)row,
                             group->loop == LOOP_ROW ? -1 : (int)(i % block->ncols)};
        bool is_there = !block->rows[row].is_group &&
                        (group->loop != LOOP_CELL || strcmp(block->cell_ids[i], cell) == 0);
        if (is_there && fits_at(group, &at))
            return true;
    }
    return false;
}

/* Of a table, a block or, where the loop is over cells, of one: "T3", "T2.a5", "T3.new.tot". */
static bool fits_place(const struct group *group, const char *name)
{
    const struct forms *forms = group->lint->forms;
    size_t dot = strcspn(name, ".");
    struct slice id = slice_of(name[dot] ? name + dot + 1 : "");
    enum table_id table;
    if (!places_table(name, dot, &table))
        return false;
    for (size_t f = 0; f < forms_count(forms); f++) {
        const struct form_table *own = &forms_at(forms, f)->tables[table];
        for (size_t b = 0; b < own->nblocks; b++)
            if ((group->loop == LOOP_CELL || places_is_id(own->blocks[b].id, id)) &&
                fits_in_block(group, &own->blocks[b], table, name))
                return true;
    }
    return false;
}

/* Whether there is a report where all of it applies; told if there is none. */
static bool applies(const struct group *group)
{
    const cJSON *place, *of = json_get(group->lint->record, "of");
    bool fits = group->loop == LOOP_NONE && fits_at(group, &(struct binding){.row = -1, .col = -1});
    cJSON_ArrayForEach (place, (group->loop == LOOP_NONE ? NULL : of))
        fits |= fits_place(group, json_text(place));
    if (!fits)
        lint_tell(group->lint, group->at,
                  _("no edition of the form has all the cells named here, so it never applies"));
    return fits;
}

/* Whether what the loop is over makes a difference. */
static bool follows_loop(const struct group *group)
{
    static const char *const unused[] = {
        [LOOP_NONE] = "",
        [LOOP_ROW] = N_("{row} and {r} are in no formula here, so every row that \"each\" goes "
                        "over would say the same"),
        [LOOP_COLUMN] = N_("{c} is in no formula here, so every column that \"each\" goes over "
                           "would say the same"),
        [LOOP_CELL] = N_("{row}, {r} and {c} are in no formula here, so every cell that \"each\" "
                         "goes over would say the same")};
    unsigned uses = 0;
    for (size_t i = 0; i < group->n; i++)
        uses |= expr_uses(group->sides[i]);
    if (group->loop == LOOP_NONE || (uses & GIVEN[group->loop]))
        return true;
    lint_tell(group->lint, group->at, "%s", _(unused[group->loop]));
    return false;
}

/* Told where neither cells nor numbers can make it come out otherwise. */
static bool depends(struct lint *lint, const struct linear *sum, const cJSON *at)
{
    if (!linear_is_constant(sum))
        return true;
    lint_tell(lint, at, _("no cell decides here: every report would be told the same"));
    return false;
}

/* Places that none of the groups, of which there is one at least, has cells of. */
static void check_places(const struct group *groups, size_t n)
{
    const cJSON *place, *of = json_get(groups[0].lint->record, "of");
    cJSON_ArrayForEach (place, (groups[0].loop == LOOP_NONE ? NULL : of)) {
        size_t i = 0;
        while (i < n && !fits_place(&groups[i], json_text(place)))
            i++;
        if (i == n)
            lint_tell(groups[0].lint, place, _("\"%s\" lacks the cells that the rule names"),
                      json_text(place));
    }
}

/* Both formulas of a comparison; those of "severe" weigh what the others find. */
static void check_sides(struct lint *lint, const cJSON *object, bool is_severe)
{
    const cJSON *texts[] = {json_get(object, "lhs"), json_get(object, "rhs")};
    struct arena *arena = lint->set->arena;
    struct linear sum = {0};
    struct group group;
    if (!begin_group(lint, 2, texts[0], &group))
        return;
    for (int i = 0; i < 2; i++) {
        struct err err = {0};
        const char *text = cJSON_GetStringValue(texts[i]);
        const struct expr *side = text ? expr_compile(text, arena, &err) : NULL;
        lint->out->failed |= side && expr_add_to(side, i ? -1 : 1, arena, &sum) < 0;
        if (!side || !add_side(&group, side, texts[i]))
            return;
    }
    if (depends(lint, &sum, texts[0]) && (is_severe || follows_loop(&group)) && applies(&group) &&
        !is_severe)
        check_places(&group, 1);
}

static void check_formula(struct lint *lint)
{
    const cJSON *severe = json_get(lint->record, "severe");
    check_sides(lint, lint->record, false);
    if (severe)
        check_sides(lint, severe, true);
}

/* No number is within both. */
static bool exclude_each_other(const struct clause_bounds *a, const struct clause_bounds *b)
{
    int sign = linear_is_times(&a->sum, &b->sum, 1)    ? 1
               : linear_is_times(&a->sum, &b->sum, -1) ? -1
                                                       : 0;
    long double low = sign > 0 ? b->low : -b->high, high = sign > 0 ? b->high : -b->low;
    low = a->low > low ? a->low : low;
    high = a->high < high ? a->high : high;
    return sign != 0 && (low > high || (low == high && (a->is_open || b->is_open)));
}

/* A list of comparisons as it is read. */
struct reading_list {
    struct group group;
    struct clause_bounds *bounds;
    const cJSON **texts;
    size_t n;
};

/* Told: it decides nothing, or one before it keeps it from holding. */
static bool adds_up(struct lint *lint, const struct reading_list *list, const cJSON *at)
{
    const struct clause_bounds *own = &list->bounds[list->n];
    if (!depends(lint, &own->sum, at))
        return false;
    for (size_t i = 0; i < list->n; i++)
        if (exclude_each_other(&list->bounds[i], own)) {
            lint_tell(lint, at, _("\"%s\" and \"%s\" can never both hold"),
                      json_text(list->texts[i]), json_text(at));
            return false;
        }
    return true;
}

static bool read_clause(struct lint *lint, const cJSON *at, struct reading_list *list)
{
    struct err err = {0};
    const struct expr *sides[2];
    struct clause *clause = clause_compile(json_text(at), lint->set->arena, &err);
    if (!clause)
        return false;
    clause_sides(clause, sides);
    lint->out->failed |= clause_bounds(clause, lint->set->arena, &list->bounds[list->n]) < 0;
    if ((sides[0] && !add_side(&list->group, sides[0], at)) ||
        !add_side(&list->group, sides[1], at) || !adds_up(lint, list, at))
        return false;
    list->texts[list->n++] = at;
    return true;
}

/* Comparisons that have to hold together; what is asked about the organ has no cells. */
static bool read_list(struct lint *lint, const cJSON *texts, struct reading_list *list)
{
    struct arena *arena = lint->set->arena;
    size_t most = (size_t)cJSON_GetArraySize(texts);
    const cJSON *text;
    *list = (struct reading_list){.bounds = arena_array(arena, most, sizeof *list->bounds),
                                  .texts = arena_array(arena, most, sizeof *list->texts)};
    lint->out->failed |= !list->bounds || !list->texts;
    if (!begin_group(lint, 2 * most, texts->child, &list->group) || lint->out->failed)
        return false;
    cJSON_ArrayForEach (text, texts)
        if (strncmp(json_text(text), "organ ", 6) != 0 && !read_clause(lint, text, list))
            return false;
    return list->n == 0 || (follows_loop(&list->group) && applies(&list->group));
}

static void check_never(struct lint *lint)
{
    const cJSON *texts, *lists = json_get(lint->record, "never");
    size_t n = 0, nsound = 0;
    struct group *groups =
        arena_array(lint->set->arena, (size_t)cJSON_GetArraySize(lists), sizeof *groups);
    lint->out->failed |= groups == NULL;
    cJSON_ArrayForEach (texts, (groups ? lists : NULL)) {
        struct reading_list list;
        nsound += read_list(lint, texts, &list);
        groups[n++] = list.group;
    }
    if (n > 0 && nsound == n)
        check_places(groups, n);
}

/* Of phrases: years that are none, and a case that another leaves nothing to find. */
static void check_cases(struct lint *lint)
{
    const cJSON *one, *other, *cases = json_get(lint->record, "cases");
    cJSON_ArrayForEach (one, cases) {
        const cJSON *from = json_get(one, "from"), *until = json_get(one, "until");
        if (from && until && from->valuedouble > until->valuedouble)
            lint_tell(lint, from, _("\"from\" is later than \"until\": no year is both"));
        for (other = cases->child; other != one && !cJSON_Compare(one, other, true);)
            other = other->next;
        if (other != one)
            lint_tell(lint, one, _("this is there before, word for word"));
    }
}

/* Entries whose id makes the instance of what they find: one id, one finding. Cases may share
 * theirs. */
static void check_ids(struct lint *lint)
{
    const cJSON *list, *one, *other;
    cJSON_ArrayForEach (list, lint->record) {
        bool is_cases = strcmp(list->string, "cases") == 0;
        cJSON_ArrayForEach (one, (cJSON_IsArray(list) && !is_cases ? list : NULL)) {
            const char *id = json_string(one, "id");
            for (other = list->child;
                 id && other != one && strcmp(json_text(json_get(other, "id")), id) != 0;)
                other = other->next;
            if (id && other != one)
                lint_tell(
                    lint, json_get(one, "id"),
                    _("the id \"%s\" is there before: findings of both would be the same one"), id);
        }
    }
}

void lint_idle(struct lint *lint)
{
    static const struct {
        const char *kinds;
        void (*check)(struct lint *lint);
    } checks[] = {{"SUM LE GE", check_formula}, {"NEVER", check_never}, {"WORDING", check_cases}};
    const char *kind = json_text(json_get(lint->record, "kind"));
    const cJSON *instance = json_get(lint->record, "instance");
    for (size_t i = 0; i < sizeof checks / sizeof *checks; i++)
        if (words_have(checks[i].kinds, kind, strlen(kind)))
            checks[i].check(lint);
    if (instance && json_get(lint->record, "each"))
        lint_tell(lint, instance,
                  _("\"instance\" does nothing beside \"each\", whose places are the instances"));
    check_ids(lint);
}
