#include "localise_pair.h"

#include <stdlib.h>
#include <string.h>

#include "localise_trial.h"

/* A trial's rows, and the sum of each. */
struct search_of_rows {
    struct trial trial; /* first: a judge is given it */
    int sums[TRIAL_MAX_ROWS];
    bool fails[TRIAL_MAX_ROWS], col_fails[TRIAL_MAX_COLS];
    size_t nfailing;
};

/* What a change of an equation's residual weighs in an effect: sums of these are equal for equal
 * changes, and by no chance worth minding for others. */
static uint64_t weight_of(size_t equation)
{
    uint64_t x = (equation + 1) * UINT64_C(0x9E3779B97F4A7C15);
    x = (x ^ (x >> 30)) * UINT64_C(0xBF58476D1CE4E5B9);
    x = (x ^ (x >> 27)) * UINT64_C(0x94D049BB133111EB);
    return x ^ (x >> 31);
}

static uint64_t effect_of(const struct trial *trial, const struct operation *one)
{
    uint64_t effect = 0;
    for (size_t i = 0; i < one->n; i++) {
        const struct variable *var = &trial->system->vars[one->vars[i]];
        uint64_t change = (uint64_t)one->values[i] - (uint64_t)var->value;
        for (size_t k = 0; k < var->nuses; k++)
            effect += change * (uint64_t)(int64_t)var->coefs[k] * weight_of(var->eqs[k]);
    }
    return effect;
}

static void insert_value(struct operation *one, uint16_t var, int64_t value)
{
    size_t at = one->n++;
    for (; at > 0 && one->vars[at - 1] > var; at--) {
        one->vars[at] = one->vars[at - 1];
        one->values[at] = one->values[at - 1];
    }
    one->vars[at] = var;
    one->values[at] = value;
}

/* Ends a trial: keeps what was set as an operation, and undoes it. */
static void keep_operation(struct trial *trial, enum repair_kind kind, size_t first, size_t second)
{
    struct pairs *pairs = trial->out;
    struct operation *one = &pairs->operations[pairs->noperations];
    bool fits = !trial->is_void && trial->ntouched <= PAIR_MAX_VALUES;
    (void)first, (void)second;
    if (pairs->noperations == PAIR_MAX_OPERATIONS)
        pairs->is_cut = true;
    else if (fits) {
        *one = (struct operation){.kind = kind};
        for (size_t i = 0; i < trial->ntouched; i++) {
            uint16_t var = trial->touched[i];
            if (trial->values[var] != trial->system->vars[var].value)
                insert_value(one, var, trial->values[var]);
        }
        one->effect = effect_of(trial, one);
        pairs->noperations += one->n > 0;
    }
    trial_reset(trial);
}

static bool mends_row(const struct search_of_rows *rows, size_t row)
{
    return rows->trial.residuals[rows->sums[row]] == 0;
}

/* Only what sets the row's own sum right, and is more than one value. */
static void keep_shift(struct trial *trial, enum repair_kind kind, size_t row, size_t at)
{
    const struct search_of_rows *rows = (const void *)trial;
    trial->is_void |= !mends_row(rows, row) || trial->ntouched < 2;
    keep_operation(trial, kind, row, at);
}

/* One value of the row, as the others of it would have it. */
static void add_values(struct search_of_rows *rows, size_t row)
{
    struct trial *trial = &rows->trial;
    for (size_t c = 0; c < trial->ncols; c++) {
        int at = trial->vars[row][c];
        const struct variable *var = &trial->system->vars[at];
        for (size_t i = 0; i < var->nuses; i++)
            if (var->eqs[i] == rows->sums[row])
                trial_set(trial, at, var->value - trial->residuals[var->eqs[i]] * var->coefs[i]);
        keep_operation(trial, REPAIR_VALUE, row, c);
    }
}

static void add_exchange(struct search_of_rows *rows, const size_t a[2], const size_t b[2])
{
    struct trial *trial = &rows->trial;
    trial_set(trial, trial->vars[a[0]][a[1]], trial_printed(trial, b[0], b[1]));
    trial_set(trial, trial->vars[b[0]][b[1]], trial_printed(trial, a[0], a[1]));
    trial->is_void |= !mends_row(rows, a[0]) || !mends_row(rows, b[0]);
    keep_operation(trial, REPAIR_SWAP, a[0], b[0]);
}

/* Neighbours in a row, of columns that fail, and values of one column in two rows that do. */
static void add_exchanges(struct search_of_rows *rows, size_t row)
{
    const struct trial *trial = &rows->trial;
    for (size_t c = 0; c + 1 < trial->ncols; c++)
        if (rows->col_fails[c] && rows->col_fails[c + 1])
            add_exchange(rows, (size_t[]){row, c}, (size_t[]){row, c + 1});
    for (size_t other = row + 1; rows->fails[row] && other < trial->nrows; other++)
        for (size_t c = 0; rows->fails[other] && c < trial->ncols; c++)
            add_exchange(rows, (size_t[]){row, c}, (size_t[]){other, c});
}

static void add_operations(struct search_of_rows *rows)
{
    for (size_t r = 0; r < rows->trial.nrows; r++) {
        if (rows->fails[r]) {
            rows->trial.judge = keep_shift;
            trial_shift_row(&rows->trial, r);
            add_values(rows, r);
        }
        add_exchanges(rows, r);
    }
}

/* The equation whose values all stand in the row; -1: none. */
static int find_sum(const struct trial *trial, size_t row)
{
    const struct system *system = trial->system;
    const struct variable *var = &system->vars[trial->vars[row][0]];
    for (size_t i = 0; i < var->nuses; i++) {
        const struct equation *equation = &system->eqs[var->eqs[i]];
        size_t n = 0;
        for (size_t t = 0; t < equation->count; t++)
            n += system->vars[system->terms[equation->first + t].var].row == var->row;
        if (n == equation->count && n == trial->ncols)
            return var->eqs[i];
    }
    return -1;
}

/* False: a row has no sum. */
static bool find_sums(struct search_of_rows *rows)
{
    for (size_t r = 0; r < rows->trial.nrows; r++) {
        rows->sums[r] = find_sum(&rows->trial, r);
        if (rows->sums[r] < 0)
            return false;
        rows->fails[r] = !mends_row(rows, r);
        rows->nfailing += rows->fails[r];
    }
    return true;
}

/* Columns with a value in a sum that fails and is no row's own. */
static void find_columns(struct search_of_rows *rows)
{
    const struct trial *trial = &rows->trial;
    for (size_t i = 0; i < trial->system->neqs; i++) {
        const struct equation *equation = &trial->system->eqs[i];
        const struct term *terms = &trial->system->terms[equation->first];
        const struct variable *first = &trial->system->vars[terms[0].var];
        const struct variable *last = &trial->system->vars[terms[equation->count - 1].var];
        if (!trial_may_fail(trial, i) || trial->residuals[i] == 0 || first->row == last->row)
            continue;
        for (size_t t = 0; t < equation->count; t++)
            if (trial->system->vars[terms[t].var].row >= 0)
                rows->col_fails[trial->system->vars[terms[t].var].col] = true;
    }
}

#define COMPARE(a, b)                                                                              \
    if ((a) != (b))                                                                                \
    return (a) < (b) ? -1 : 1

static int by_effect(const void *left, const void *right)
{
    const struct operation *a = *(const struct operation *const *)left;
    const struct operation *b = *(const struct operation *const *)right;
    COMPARE(a->effect, b->effect);
    COMPARE(a->n, b->n);
    for (size_t i = 0; i < a->n; i++) {
        COMPARE(a->vars[i], b->vars[i]);
        COMPARE(a->values[i], b->values[i]);
    }
    COMPARE(a->kind, b->kind);
    return 0;
}

static bool are_equal(const struct operation *a, const struct operation *b)
{
    return a->n == b->n && memcmp(a->vars, b->vars, a->n * sizeof *a->vars) == 0 &&
           memcmp(a->values, b->values, a->n * sizeof *a->values) == 0;
}

/* In the order of effects, each once. */
static void sort_operations(struct pairs *pairs)
{
    size_t n = pairs->noperations;
    pairs->nordered = 0;
    for (size_t i = 0; i < n; i++)
        pairs->ordered[i] = &pairs->operations[i];
    qsort(pairs->ordered, n, sizeof *pairs->ordered, by_effect);
    for (size_t i = 0; i < n; i++)
        if (pairs->nordered == 0 ||
            !are_equal(pairs->ordered[pairs->nordered - 1], pairs->ordered[i]))
            pairs->ordered[pairs->nordered++] = pairs->ordered[i];
}

/* The first operation of no smaller effect. */
static size_t find_effect(const struct pairs *pairs, uint64_t effect)
{
    size_t low = 0, high = pairs->nordered;
    while (low < high) {
        size_t middle = (low + high) / 2;
        bool before = pairs->ordered[middle]->effect < effect;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low;
}

static void set_operation(struct trial *trial, const struct operation *one)
{
    for (size_t i = 0; i < one->n; i++) {
        trial->is_void |= trial->is_touched[one->vars[i]];
        trial_set(trial, one->vars[i], one->values[i]);
    }
}

static void keep_pair(struct trial *trial, const struct operation *a, const struct operation *b)
{
    struct pairs *pairs = trial->out;
    if (a->n == 1 && b->n == 1)
        return;
    set_operation(trial, a);
    set_operation(trial, b);
    bool holds = trial_holds(trial);
    trial_reset(trial);
    if (holds && pairs->nfound == PAIR_MAX) {
        pairs->is_cut = true;
    } else if (holds) {
        pairs->found[pairs->nfound][0] = a;
        pairs->found[pairs->nfound++][1] = b;
    }
}

/* What all failing equations lack. */
static uint64_t effect_wanted(const struct trial *trial)
{
    uint64_t effect = 0;
    for (size_t i = 0; i < trial->system->neqs; i++)
        if (trial_may_fail(trial, i))
            effect -= (uint64_t)trial->residuals[i] * weight_of(i);
    return effect;
}

static void find_pairs(struct trial *trial)
{
    struct pairs *pairs = trial->out;
    uint64_t wanted = effect_wanted(trial);
    for (size_t i = 0; i < pairs->nordered; i++) {
        const struct operation *a = pairs->ordered[i];
        uint64_t rest = wanted - a->effect;
        size_t k = rest < a->effect ? pairs->nordered : find_effect(pairs, rest);
        for (k = k > i ? k : i + 1; k < pairs->nordered && pairs->ordered[k]->effect == rest; k++)
            keep_pair(trial, a, pairs->ordered[k]);
    }
}

int pair_run(const struct system *system, int part, struct pairs *pairs)
{
    enum { MOST_ROWS = 4 }; /* that two operations can set right */
    struct search_of_rows *rows = calloc(1, sizeof *rows);
    pairs->noperations = pairs->nordered = pairs->nfound = 0;
    pairs->is_cut = false;
    if (!rows)
        return -1;
    rows->trial.system = system;
    rows->trial.part = part;
    rows->trial.out = pairs;
    if (trial_lay_out(&rows->trial) && find_sums(rows) && rows->nfailing <= MOST_ROWS) {
        find_columns(rows);
        add_operations(rows);
        sort_operations(pairs);
        find_pairs(&rows->trial);
    }
    free(rows);
    return 0;
}
