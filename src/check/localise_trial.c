#include "localise_trial.h"

#include <string.h>

bool trial_may_fail(const struct trial *trial, size_t equation)
{
    const struct equation *one = &trial->system->eqs[equation];
    return one->part == trial->part && !one->is_open;
}

static void move(struct trial *trial, const struct variable *var, int64_t change)
{
    for (size_t i = 0; i < var->nuses; i++) {
        size_t at = var->eqs[i];
        int64_t residual = trial->residuals[at] + change * var->coefs[i];
        if (trial_may_fail(trial, at))
            trial->nfailing += (size_t)(residual != 0) - (size_t)(trial->residuals[at] != 0);
        trial->residuals[at] = residual;
    }
}

void trial_set(struct trial *trial, int at, int64_t value)
{
    const struct variable *var = at >= 0 ? &trial->system->vars[at] : NULL;
    if (trial->is_void)
        return;
    if (!var || var->is_unknown || (value < 0 && !var->is_signed) ||
        (var->is_fixed && value != var->value)) {
        trial->is_void = true;
        return;
    }
    int64_t change = value - trial->values[at];
    if (change == 0)
        return;
    move(trial, var, change);
    for (size_t i = 0; i < var->nuses; i++)
        trial->is_void |= trial->system->eqs[var->eqs[i]].is_open;
    trial->values[at] = value;
    if (!trial->is_touched[at])
        trial->touched[trial->ntouched++] = (uint16_t)at;
    trial->is_touched[at] = true;
}

void trial_reset(struct trial *trial)
{
    for (size_t i = 0; i < trial->ntouched; i++) {
        uint16_t at = trial->touched[i];
        const struct variable *var = &trial->system->vars[at];
        move(trial, var, var->value - trial->values[at]);
        trial->values[at] = var->value;
        trial->is_touched[at] = false;
    }
    trial->ntouched = 0;
    trial->is_void = false;
}

bool trial_holds(const struct trial *trial)
{
    return trial->nfailing == 0 && !trial->is_void;
}

/* Where the row is or belongs: the rows stand in the order of the form. */
size_t trial_find_row(const struct trial *trial, int row)
{
    if (row < 0 || row >= TRIAL_MAX_ROWS)
        return trial->nrows;
    return (size_t)__builtin_popcountll(trial->row_bits & ((UINT64_C(1) << row) - 1));
}

static void mark(struct marks *marks, size_t equation)
{
    marks->bits[equation / 64] |= UINT64_C(1) << equation % 64;
}

static void mark_uses(const struct trial *trial, size_t row, size_t col, struct marks *marks)
{
    const struct variable *var = &trial->system->vars[trial->vars[row][col]];
    for (size_t i = 0; i < var->nuses; i++)
        mark(marks, var->eqs[i]);
}

static bool has_place(const struct variable *var)
{
    return var->row >= 0 && var->row < TRIAL_MAX_ROWS && var->col < TRIAL_MAX_COLS;
}

static void find_rows(struct trial *trial)
{
    const struct system *system = trial->system;
    for (size_t v = 0; v < system->nvars; v++) {
        const struct variable *var = &system->vars[v];
        trial->values[v] = var->value;
        if (!has_place(var) || var->nuses == 0 || system->eqs[var->eqs[0]].part != trial->part)
            continue;
        trial->row_bits |= UINT64_C(1) << var->row;
        trial->ncols = (size_t)var->col + 1 > trial->ncols ? (size_t)var->col + 1 : trial->ncols;
    }
    for (int row = 0; row < TRIAL_MAX_ROWS; row++)
        if (trial->row_bits >> row & 1)
            trial->rows[trial->nrows++] = row;
}

static void place_variables(struct trial *trial)
{
    const struct system *system = trial->system;
    memset(trial->vars, TRIAL_NONE, trial->nrows * sizeof *trial->vars);
    for (size_t v = 0; v < system->nvars; v++) {
        const struct variable *var = &system->vars[v];
        size_t at = has_place(var) ? trial_find_row(trial, var->row) : trial->nrows;
        if (at < trial->nrows && trial->rows[at] == var->row)
            trial->vars[at][var->col] = (int)v;
    }
}

static void mark_equations(struct trial *trial)
{
    for (size_t i = 0; i < trial->system->neqs; i++) {
        trial->residuals[i] = trial->system->eqs[i].residual;
        if (trial_may_fail(trial, i) && trial->residuals[i] != 0) {
            mark(&trial->failing, i);
            trial->first_failing = trial->nfailing > 0 ? trial->first_failing : i;
            trial->nfailing++;
        }
    }
}

void trial_mark(struct trial *trial)
{
    for (size_t r = 0; r < trial->nrows; r++)
        for (size_t c = 0; c < trial->ncols; c++) {
            mark_uses(trial, r, c, &trial->of_row[r]);
            mark_uses(trial, r, c, &trial->of_col[c]);
        }
}

/* False: a place has no number, so that nothing can be said of the whole. */
bool trial_lay_out(struct trial *trial)
{
    find_rows(trial);
    if (trial->nrows < 3 || trial->ncols < 3)
        return false;
    place_variables(trial);
    for (size_t r = 0; r < trial->nrows; r++)
        for (size_t c = 0; c < trial->ncols; c++)
            if (trial->vars[r][c] < 0 || trial->system->vars[trial->vars[r][c]].is_unknown)
                return false;
    mark_equations(trial);
    return true;
}

/* ---- a row's values stand a place too far ---- */

void trial_set_row_total(struct trial *trial, size_t row)
{
    int64_t sum = 0;
    for (size_t c = 0; c + 1 < trial->ncols; c++)
        sum += trial->values[trial->vars[row][c]];
    trial_set(trial, trial->vars[row][trial->ncols - 1], sum);
}

/* A value too many at `at`: what follows stands one place too far right, the
 * total has fallen off. Too many are only values that say nothing of their own. */
static void try_value_too_many(struct trial *trial, size_t row, size_t at)
{
    int64_t extra = trial_printed(trial, row, at);
    bool repeats = at + 1 < trial->ncols && trial_printed(trial, row, at + 1) == extra;
    if (extra != 0 && !repeats)
        return;
    for (size_t c = at; c + 1 < trial->ncols; c++)
        trial_set(trial, trial->vars[row][c], trial_printed(trial, row, c + 1));
    trial_set_row_total(trial, row);
    trial->judge(trial, REPAIR_ROW_SHIFT, row, at);
}

/* A value lost at `at`: what follows stands one place too far left. */
static void try_value_lost(struct trial *trial, size_t row, size_t at)
{
    size_t last = trial->ncols - 1;
    if (trial_printed(trial, row, last) != 0 &&
        trial_printed(trial, row, last) != trial_printed(trial, row, last - 1))
        return;
    int64_t lost = trial_printed(trial, row, last - 1);
    for (size_t c = at; c < last; c++)
        trial_set(trial, trial->vars[row][c + 1], trial_printed(trial, row, c));
    for (size_t c = 0; c < last; c++)
        lost -= c == at ? 0 : trial->values[trial->vars[row][c]];
    trial_set(trial, trial->vars[row][at], lost);
    trial->judge(trial, REPAIR_ROW_SHIFT, row, at);
}

/* The value that its row's total leaves over. */
static void set_rest(struct trial *trial, size_t row, size_t at)
{
    size_t last = trial->ncols - 1;
    int64_t rest = trial_printed(trial, row, last);
    for (size_t c = 0; c < last; c++)
        rest -= c == at ? 0 : trial->values[trial->vars[row][c]];
    trial_set(trial, trial->vars[row][at], rest);
}

/* The same as the two above, but the total stayed in its place: only the values before it
 * moved, and it says what was lost. */
static void try_inner_value_too_many(struct trial *trial, size_t row, size_t at)
{
    size_t last = trial->ncols - 2;
    if (at >= last || trial_printed(trial, row, at) != 0)
        return;
    for (size_t c = at; c < last; c++)
        trial_set(trial, trial->vars[row][c], trial_printed(trial, row, c + 1));
    set_rest(trial, row, last);
    trial->judge(trial, REPAIR_ROW_SHIFT, row, at);
}

static void try_inner_value_lost(struct trial *trial, size_t row, size_t at)
{
    size_t last = trial->ncols - 2;
    if (at >= last || trial_printed(trial, row, last) != 0)
        return;
    for (size_t c = at; c < last; c++)
        trial_set(trial, trial->vars[row][c + 1], trial_printed(trial, row, c));
    set_rest(trial, row, at);
    trial->judge(trial, REPAIR_ROW_SHIFT, row, at);
}

void trial_shift_row(struct trial *trial, size_t row)
{
    for (size_t at = 0; at + 1 < trial->ncols; at++) {
        try_value_too_many(trial, row, at);
        try_value_lost(trial, row, at);
        try_inner_value_too_many(trial, row, at);
        try_inner_value_lost(trial, row, at);
    }
}
