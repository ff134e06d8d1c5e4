#include "localise_shape.h"

#include <stdlib.h>

#include "localise_trial.h"

static bool is_known(const struct shape *shape, const struct shape_hit *hit)
{
    for (size_t i = 0; i < shape->nhits; i++) {
        const struct shape_hit *other = &shape->hits[i];
        size_t same = 0;
        for (size_t a = 0; a < hit->n && other->n == hit->n; a++)
            for (size_t b = 0; b < hit->n; b++)
                same += hit->vars[a] == other->vars[b] && hit->values[a] == other->values[b];
        if (other->n == hit->n && same == hit->n)
            return true;
    }
    return false;
}

/* Figures of the prose that hold as printed, and would not with what was set. */
static void follow(struct trial *trial)
{
    const struct system *system = trial->system;
    for (size_t i = 0; i < system->neqs && !trial->is_void; i++) {
        const struct equation *equation = &system->eqs[i];
        if (!trial_may_fail(trial, i) || equation->residual != 0 || trial->residuals[i] == 0)
            continue;
        for (size_t t = 0; t < equation->count; t++) {
            const struct term *term = &system->terms[equation->first + t];
            if (system->vars[term->var].is_told) {
                trial_set(trial, term->var,
                          trial->values[term->var] - trial->residuals[i] * term->coef);
                break;
            }
        }
    }
}

/* Ends a trial: keeps it when every sum holds now, and undoes it. */
static void judge_trial(struct trial *trial, enum repair_kind kind, size_t first, size_t second)
{
    struct shape *out = trial->out;
    if (trial->is_copied)
        follow(trial);
    if (trial_holds(trial) && out->nhits == SHAPE_MAX_HITS) {
        out->is_cut = true;
    } else if (trial_holds(trial)) {
        struct shape_hit *hit = &out->hits[out->nhits];
        *hit = (struct shape_hit){.kind = kind, .first = (int)first, .second = (int)second};
        for (size_t i = 0; i < trial->ntouched; i++) {
            uint16_t at = trial->touched[i];
            if (trial->values[at] == trial->system->vars[at].value)
                continue;
            hit->vars[hit->n] = at;
            hit->values[hit->n++] = trial->values[at];
        }
        out->nhits += hit->n > 0 && !is_known(out, hit);
    }
    trial_reset(trial);
}

/* What the value must be for the sum it stands in with values of other rows. */
static void deduce(struct trial *trial, int at)
{
    const struct variable *var = at >= 0 ? &trial->system->vars[at] : NULL;
    for (size_t i = 0; var && i < var->nuses; i++) {
        const struct equation *equation = &trial->system->eqs[var->eqs[i]];
        bool is_of_row = true;
        for (size_t t = 0; t < equation->count; t++)
            is_of_row &=
                trial->system->vars[trial->system->terms[equation->first + t].var].row == var->row;
        if (!is_of_row && trial->residuals[var->eqs[i]] != 0) {
            trial_set(trial, at, trial->values[at] - trial->residuals[var->eqs[i]] * var->coefs[i]);
            return;
        }
    }
}

static bool is_row_of(const struct trial *trial, size_t row, int64_t value)
{
    for (size_t c = 0; c < trial->ncols; c++)
        if (trial_printed(trial, row, c) != value)
            return false;
    return true;
}

static bool are_rows_equal(const struct trial *trial, size_t a, size_t b)
{
    for (size_t c = 0; c < trial->ncols; c++)
        if (trial_printed(trial, a, c) != trial_printed(trial, b, c))
            return false;
    return true;
}

/* Whether each failing equation has a value in one of two rows or columns: what changes
 * there leaves the others as they are. */
static bool may_mend(const struct trial *trial, const struct marks *a, const struct marks *b)
{
    uint64_t left = 0;
    for (size_t i = 0; i < TRIAL_MARK_WORDS; i++)
        left |= trial->failing.bits[i] & ~(a->bits[i] | b->bits[i]);
    return left == 0;
}

static bool row_may_mend(const struct trial *trial, size_t row)
{
    return may_mend(trial, &trial->of_row[row], &trial->of_row[row]);
}

/* The same of all rows from here on. */
static bool rows_may_mend(const struct trial *trial, size_t first)
{
    struct marks marks = {0};
    for (size_t r = first; r < trial->nrows; r++)
        for (size_t i = 0; i < TRIAL_MARK_WORDS; i++)
            marks.bits[i] |= trial->of_row[r].bits[i];
    return may_mend(trial, &marks, &marks);
}

/* What stands at the value's place when two rows of the form, or two columns, are exchanged. */
static int64_t exchanged(const struct trial *trial, const struct variable *var, bool are_rows,
                         size_t a, size_t b)
{
    size_t row = trial_find_row(trial, var->row);
    if (row == trial->nrows || trial->rows[row] != var->row || (size_t)var->col >= trial->ncols)
        return var->value;
    size_t col = (size_t)var->col, at = are_rows ? row : col;
    size_t other = at == a ? b : at == b ? a : at;
    return are_rows ? trial_printed(trial, other, col) : trial_printed(trial, row, other);
}

/* Whether the exchange would mend the first failing equation: what does not mends none. */
static bool exchange_may_mend(const struct trial *trial, bool are_rows, size_t a, size_t b)
{
    const struct equation *equation = &trial->system->eqs[trial->first_failing];
    int64_t residual = equation->residual;
    for (size_t t = 0; t < equation->count; t++) {
        const struct term *term = &trial->system->terms[equation->first + t];
        const struct variable *var = &trial->system->vars[term->var];
        residual += term->coef * (exchanged(trial, var, are_rows, a, b) - var->value);
    }
    return residual == 0;
}

static void try_exchanges(struct trial *trial)
{
    for (size_t a = 0; a < trial->nrows; a++)
        for (size_t b = a + 1; b < trial->nrows; b++) {
            if (!may_mend(trial, &trial->of_row[a], &trial->of_row[b]) ||
                !exchange_may_mend(trial, true, a, b))
                continue;
            for (size_t c = 0; c < trial->ncols; c++) {
                trial_set(trial, trial->vars[a][c], trial_printed(trial, b, c));
                trial_set(trial, trial->vars[b][c], trial_printed(trial, a, c));
            }
            judge_trial(trial, REPAIR_ROWS_SWAPPED, a, b);
        }
    for (size_t a = 0; a < trial->ncols; a++)
        for (size_t b = a + 1; b < trial->ncols; b++) {
            if (!may_mend(trial, &trial->of_col[a], &trial->of_col[b]) ||
                !exchange_may_mend(trial, false, a, b))
                continue;
            for (size_t r = 0; r < trial->nrows; r++) {
                trial_set(trial, trial->vars[r][a], trial_printed(trial, r, b));
                trial_set(trial, trial->vars[r][b], trial_printed(trial, r, a));
            }
            judge_trial(trial, REPAIR_COLUMNS_SWAPPED, a, b);
        }
}

static void try_row_shifts(struct trial *trial)
{
    for (size_t r = 0; r < trial->nrows; r++)
        if (row_may_mend(trial, r))
            trial_shift_row(trial, r);
}

/* A row that says nothing came in at `at`, or one was left out there. */
static void try_rows_shifted(struct trial *trial)
{
    size_t last = trial->nrows - 1;
    for (size_t at = 0; at < last && rows_may_mend(trial, at); at++) {
        if (is_row_of(trial, at, 0)) {
            for (size_t r = at; r < last; r++)
                for (size_t c = 0; c < trial->ncols; c++)
                    trial_set(trial, trial->vars[r][c], trial_printed(trial, r + 1, c));
            for (size_t c = 0; c < trial->ncols; c++)
                deduce(trial, trial->vars[last][c]);
            judge_trial(trial, REPAIR_ROWS_SHIFTED, at, last);
        }
        if (is_row_of(trial, last, 0) || are_rows_equal(trial, last, last - 1)) {
            for (size_t r = at; r < last; r++)
                for (size_t c = 0; c < trial->ncols; c++)
                    trial_set(trial, trial->vars[r + 1][c], trial_printed(trial, r, c));
            for (size_t c = 0; c < trial->ncols; c++)
                trial_set(trial, trial->vars[at][c], 0);
            judge_trial(trial, REPAIR_ROWS_SHIFTED, at, last);
        }
    }
}

static void try_copied_rows(struct trial *trial)
{
    for (size_t r = 0; r < trial->nrows; r++) {
        bool above = r > 0 && are_rows_equal(trial, r, r - 1);
        bool below = r + 1 < trial->nrows && are_rows_equal(trial, r, r + 1);
        if ((!above && !below) || is_row_of(trial, r, 0) || !row_may_mend(trial, r))
            continue;
        for (size_t c = 0; c < trial->ncols; c++)
            deduce(trial, trial->vars[r][c]);
        judge_trial(trial, REPAIR_ROW_COPIED, r, above ? r - 1 : r + 1);
    }
}

/* Whether the row is one of many that make a total up: zeros in it are as good as any number. */
static bool is_of_many(const struct trial *trial, size_t row)
{
    enum { MANY = 4 };
    const struct variable *var = &trial->system->vars[trial->vars[row][0]];
    for (size_t i = 0; i < var->nuses; i++) {
        const struct equation *equation = &trial->system->eqs[var->eqs[i]];
        size_t nalike = 0;
        for (size_t t = 0; t < equation->count; t++) {
            const struct term *term = &trial->system->terms[equation->first + t];
            nalike += term->coef == var->coefs[i] && trial->system->vars[term->var].col == var->col;
        }
        if (nalike >= MANY)
            return true;
    }
    return false;
}

/* Whether all zeros may be printed in place of the row: a total that was left out. */
static bool is_left_out(const struct trial *trial, size_t row)
{
    return is_row_of(trial, row, 0) && !is_of_many(trial, row);
}

/* A total that is nowhere filled in, or is the row of another one. */
static void try_totals(struct trial *trial)
{
    size_t last = trial->ncols - 1, nzero = 0;
    for (size_t r = 0; r < trial->nrows; r++)
        nzero += trial_printed(trial, r, last) == 0;
    for (size_t r = 0; r < trial->nrows && nzero == trial->nrows; r++)
        trial_set_row_total(trial, r);
    judge_trial(trial, REPAIR_TOTAL, (size_t)TRIAL_NONE, last);
    for (size_t r = 2; r < trial->nrows; r++) {
        bool is_sum = true;
        if (!row_may_mend(trial, r))
            continue;
        for (size_t c = 0; c < trial->ncols; c++)
            is_sum &= trial_printed(trial, r, c) ==
                      trial_printed(trial, 0, c) + trial_printed(trial, 1, c);
        if (!is_sum && !is_left_out(trial, r) && !are_rows_equal(trial, r, 0))
            continue;
        for (size_t c = 0; c < trial->ncols; c++)
            deduce(trial, trial->vars[r][c]);
        judge_trial(trial, REPAIR_TOTAL, r, (size_t)TRIAL_NONE);
    }
}

/* Zeros in place of a row's values: where what its columns are short of adds up to a row, it may
 * be any row of zeros that was left out. */
static void try_zero_rows(struct trial *trial)
{
    for (size_t r = 0; r < trial->nrows; r++) {
        if (!is_row_of(trial, r, 0) || !row_may_mend(trial, r))
            continue;
        for (size_t c = 0; c < trial->ncols; c++)
            deduce(trial, trial->vars[r][c]);
        judge_trial(trial, REPAIR_ROW_ZERO, r, (size_t)TRIAL_NONE);
    }
}

int shape_run(const struct system *system, int part, bool is_copied, struct shape *shape)
{
    struct trial *trial = calloc(1, sizeof *trial);
    shape->nhits = 0;
    shape->is_cut = false;
    shape->is_copied = is_copied;
    if (!trial)
        return -1;
    trial->system = system;
    trial->part = part;
    trial->judge = judge_trial;
    trial->out = shape;
    trial->is_copied = is_copied;
    if (trial_lay_out(trial)) {
        trial_mark(trial);
        try_exchanges(trial);
        try_row_shifts(trial);
        try_rows_shifted(trial);
        try_copied_rows(trial);
        try_totals(trial);
        try_zero_rows(trial);
    }
    free(trial);
    return 0;
}
