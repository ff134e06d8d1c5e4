#include "localise_shape.h"

#include <stdlib.h>
#include <string.h>

enum { MAX_ROWS = 40, MAX_COLS = 10, NONE = -1, MARK_WORDS = (SYSTEM_MAX_EQS + 63) / 64 };

/* A set of equations. */
struct marks {
    uint64_t bits[MARK_WORDS];
};

/* Values set by way of trial, with what becomes of the sums. */
struct trial {
    const struct system *system;
    struct shape *out;
    int part;
    size_t nrows, ncols;
    int rows[MAX_ROWS]; /* of the form, in its order */
    int vars[MAX_ROWS][MAX_COLS];
    int64_t values[SYSTEM_MAX_VARS];
    int64_t residuals[SYSTEM_MAX_EQS];
    struct marks failing, of_row[MAX_ROWS], of_col[MAX_COLS];
    size_t nfailing;      /* of the part, as things are set */
    size_t first_failing; /* as they are printed */
    uint16_t touched[SYSTEM_MAX_VARS];
    bool is_touched[SYSTEM_MAX_VARS];
    size_t ntouched;
    bool is_void;   /* it cannot be meant */
    bool is_copied; /* the prose follows the table */
};

static int64_t printed(const struct trial *trial, size_t row, size_t col)
{
    return trial->system->vars[trial->vars[row][col]].value;
}

static bool may_fail(const struct trial *trial, size_t equation)
{
    const struct equation *one = &trial->system->eqs[equation];
    return one->part == trial->part && !one->is_open;
}

static void move(struct trial *trial, const struct variable *var, int64_t change)
{
    for (size_t i = 0; i < var->nuses; i++) {
        size_t at = var->eqs[i];
        int64_t residual = trial->residuals[at] + change * var->coefs[i];
        if (may_fail(trial, at))
            trial->nfailing += (size_t)(residual != 0) - (size_t)(trial->residuals[at] != 0);
        trial->residuals[at] = residual;
    }
}

static void set(struct trial *trial, int at, int64_t value)
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

static void reset(struct trial *trial)
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

static bool holds(const struct trial *trial)
{
    return trial->nfailing == 0 && !trial->is_void;
}

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
        if (!may_fail(trial, i) || equation->residual != 0 || trial->residuals[i] == 0)
            continue;
        for (size_t t = 0; t < equation->count; t++) {
            const struct term *term = &system->terms[equation->first + t];
            if (system->vars[term->var].is_told) {
                set(trial, term->var, trial->values[term->var] - trial->residuals[i] * term->coef);
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
    if (holds(trial) && out->nhits == SHAPE_MAX_HITS) {
        out->is_cut = true;
    } else if (holds(trial)) {
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
    reset(trial);
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
            set(trial, at, trial->values[at] - trial->residuals[var->eqs[i]] * var->coefs[i]);
            return;
        }
    }
}

static void set_row_total(struct trial *trial, size_t row)
{
    int64_t sum = 0;
    for (size_t c = 0; c + 1 < trial->ncols; c++)
        sum += trial->values[trial->vars[row][c]];
    set(trial, trial->vars[row][trial->ncols - 1], sum);
}

static bool is_row_of(const struct trial *trial, size_t row, int64_t value)
{
    for (size_t c = 0; c < trial->ncols; c++)
        if (printed(trial, row, c) != value)
            return false;
    return true;
}

static bool are_rows_equal(const struct trial *trial, size_t a, size_t b)
{
    for (size_t c = 0; c < trial->ncols; c++)
        if (printed(trial, a, c) != printed(trial, b, c))
            return false;
    return true;
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

/* Whether each failing equation has a value in one of two rows or columns: what changes
 * there leaves the others as they are. */
static bool may_mend(const struct trial *trial, const struct marks *a, const struct marks *b)
{
    uint64_t left = 0;
    for (size_t i = 0; i < MARK_WORDS; i++)
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
        for (size_t i = 0; i < MARK_WORDS; i++)
            marks.bits[i] |= trial->of_row[r].bits[i];
    return may_mend(trial, &marks, &marks);
}

/* Where the row is or belongs: the rows stand in the order of the form. */
static size_t find_row(const struct trial *trial, int row)
{
    size_t low = 0, high = trial->nrows;
    while (low < high) {
        size_t middle = (low + high) / 2;
        bool before = trial->rows[middle] < row;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low;
}

/* What stands at the value's place when two rows of the form, or two columns, are exchanged. */
static int64_t exchanged(const struct trial *trial, const struct variable *var, bool are_rows,
                         size_t a, size_t b)
{
    size_t row = find_row(trial, var->row);
    if (row == trial->nrows || trial->rows[row] != var->row || (size_t)var->col >= trial->ncols)
        return var->value;
    size_t col = (size_t)var->col, at = are_rows ? row : col;
    size_t other = at == a ? b : at == b ? a : at;
    return are_rows ? printed(trial, other, col) : printed(trial, row, other);
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
                set(trial, trial->vars[a][c], printed(trial, b, c));
                set(trial, trial->vars[b][c], printed(trial, a, c));
            }
            judge_trial(trial, REPAIR_ROWS_SWAPPED, a, b);
        }
    for (size_t a = 0; a < trial->ncols; a++)
        for (size_t b = a + 1; b < trial->ncols; b++) {
            if (!may_mend(trial, &trial->of_col[a], &trial->of_col[b]) ||
                !exchange_may_mend(trial, false, a, b))
                continue;
            for (size_t r = 0; r < trial->nrows; r++) {
                set(trial, trial->vars[r][a], printed(trial, r, b));
                set(trial, trial->vars[r][b], printed(trial, r, a));
            }
            judge_trial(trial, REPAIR_COLUMNS_SWAPPED, a, b);
        }
}

/* A value too many at `at`: what follows stands one place too far right, the
 * total has fallen off. Too many are only values that say nothing of their own. */
static void try_value_too_many(struct trial *trial, size_t row, size_t at)
{
    int64_t extra = printed(trial, row, at);
    bool repeats = at + 1 < trial->ncols && printed(trial, row, at + 1) == extra;
    if (extra != 0 && !repeats)
        return;
    for (size_t c = at; c + 1 < trial->ncols; c++)
        set(trial, trial->vars[row][c], printed(trial, row, c + 1));
    set_row_total(trial, row);
    judge_trial(trial, REPAIR_ROW_SHIFT, row, at);
}

/* A value lost at `at`: what follows stands one place too far left. */
static void try_value_lost(struct trial *trial, size_t row, size_t at)
{
    size_t last = trial->ncols - 1;
    if (printed(trial, row, last) != 0 &&
        printed(trial, row, last) != printed(trial, row, last - 1))
        return;
    int64_t lost = printed(trial, row, last - 1);
    for (size_t c = at; c < last; c++)
        set(trial, trial->vars[row][c + 1], printed(trial, row, c));
    for (size_t c = 0; c < last; c++)
        lost -= c == at ? 0 : trial->values[trial->vars[row][c]];
    set(trial, trial->vars[row][at], lost);
    judge_trial(trial, REPAIR_ROW_SHIFT, row, at);
}

/* The value that its row's total leaves over. */
static void set_rest(struct trial *trial, size_t row, size_t at)
{
    size_t last = trial->ncols - 1;
    int64_t rest = printed(trial, row, last);
    for (size_t c = 0; c < last; c++)
        rest -= c == at ? 0 : trial->values[trial->vars[row][c]];
    set(trial, trial->vars[row][at], rest);
}

/* The same as the two above, but the total stayed in its place: only the values before it
 * moved, and it says what was lost. */
static void try_inner_value_too_many(struct trial *trial, size_t row, size_t at)
{
    size_t last = trial->ncols - 2;
    if (at >= last || printed(trial, row, at) != 0)
        return;
    for (size_t c = at; c < last; c++)
        set(trial, trial->vars[row][c], printed(trial, row, c + 1));
    set_rest(trial, row, last);
    judge_trial(trial, REPAIR_ROW_SHIFT, row, at);
}

static void try_inner_value_lost(struct trial *trial, size_t row, size_t at)
{
    size_t last = trial->ncols - 2;
    if (at >= last || printed(trial, row, last) != 0)
        return;
    for (size_t c = at; c < last; c++)
        set(trial, trial->vars[row][c + 1], printed(trial, row, c));
    set_rest(trial, row, at);
    judge_trial(trial, REPAIR_ROW_SHIFT, row, at);
}

static void try_row_shifts(struct trial *trial)
{
    for (size_t r = 0; r < trial->nrows; r++)
        for (size_t at = 0; row_may_mend(trial, r) && at + 1 < trial->ncols; at++) {
            try_value_too_many(trial, r, at);
            try_value_lost(trial, r, at);
            try_inner_value_too_many(trial, r, at);
            try_inner_value_lost(trial, r, at);
        }
}

/* A row that says nothing came in at `at`, or one was left out there. */
static void try_rows_shifted(struct trial *trial)
{
    size_t last = trial->nrows - 1;
    for (size_t at = 0; at < last && rows_may_mend(trial, at); at++) {
        if (is_row_of(trial, at, 0)) {
            for (size_t r = at; r < last; r++)
                for (size_t c = 0; c < trial->ncols; c++)
                    set(trial, trial->vars[r][c], printed(trial, r + 1, c));
            for (size_t c = 0; c < trial->ncols; c++)
                deduce(trial, trial->vars[last][c]);
            judge_trial(trial, REPAIR_ROWS_SHIFTED, at, last);
        }
        if (is_row_of(trial, last, 0) || are_rows_equal(trial, last, last - 1)) {
            for (size_t r = at; r < last; r++)
                for (size_t c = 0; c < trial->ncols; c++)
                    set(trial, trial->vars[r + 1][c], printed(trial, r, c));
            for (size_t c = 0; c < trial->ncols; c++)
                set(trial, trial->vars[at][c], 0);
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
        nzero += printed(trial, r, last) == 0;
    for (size_t r = 0; r < trial->nrows && nzero == trial->nrows; r++)
        set_row_total(trial, r);
    judge_trial(trial, REPAIR_TOTAL, (size_t)NONE, last);
    for (size_t r = 2; r < trial->nrows; r++) {
        bool is_sum = true;
        if (!row_may_mend(trial, r))
            continue;
        for (size_t c = 0; c < trial->ncols; c++)
            is_sum &= printed(trial, r, c) == printed(trial, 0, c) + printed(trial, 1, c);
        if (!is_sum && !is_left_out(trial, r) && !are_rows_equal(trial, r, 0))
            continue;
        for (size_t c = 0; c < trial->ncols; c++)
            deduce(trial, trial->vars[r][c]);
        judge_trial(trial, REPAIR_TOTAL, r, (size_t)NONE);
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
        judge_trial(trial, REPAIR_ROW_ZERO, r, (size_t)NONE);
    }
}

static void add_row(struct trial *trial, int row)
{
    size_t at = find_row(trial, row);
    if ((at < trial->nrows && trial->rows[at] == row) || trial->nrows == MAX_ROWS)
        return;
    memmove(trial->rows + at + 1, trial->rows + at, (trial->nrows - at) * sizeof *trial->rows);
    trial->rows[at] = row;
    trial->nrows++;
}

static void place_variables(struct trial *trial)
{
    const struct system *system = trial->system;
    for (size_t v = 0; v < system->nvars; v++) {
        const struct variable *var = &system->vars[v];
        trial->values[v] = var->value;
        if (var->nuses == 0 || system->eqs[var->eqs[0]].part != trial->part || var->row < 0 ||
            var->col >= MAX_COLS)
            continue;
        add_row(trial, var->row);
        trial->ncols = (size_t)var->col + 1 > trial->ncols ? (size_t)var->col + 1 : trial->ncols;
    }
    memset(trial->vars, NONE, sizeof trial->vars);
    for (size_t v = 0; v < system->nvars; v++) {
        const struct variable *var = &system->vars[v];
        size_t at = find_row(trial, var->row);
        if (at < trial->nrows && trial->rows[at] == var->row && var->col < MAX_COLS)
            trial->vars[at][var->col] = (int)v;
    }
}

static void mark_equations(struct trial *trial)
{
    for (size_t i = 0; i < trial->system->neqs; i++) {
        trial->residuals[i] = trial->system->eqs[i].residual;
        if (may_fail(trial, i) && trial->residuals[i] != 0) {
            mark(&trial->failing, i);
            trial->first_failing = trial->nfailing > 0 ? trial->first_failing : i;
            trial->nfailing++;
        }
    }
    for (size_t r = 0; r < trial->nrows; r++)
        for (size_t c = 0; c < trial->ncols; c++) {
            mark_uses(trial, r, c, &trial->of_row[r]);
            mark_uses(trial, r, c, &trial->of_col[c]);
        }
}

/* False: a place has no number, so that nothing can be said of the whole. */
static bool lay_out(struct trial *trial)
{
    place_variables(trial);
    for (size_t r = 0; r < trial->nrows; r++)
        for (size_t c = 0; c < trial->ncols; c++)
            if (trial->vars[r][c] < 0 || trial->system->vars[trial->vars[r][c]].is_unknown)
                return false;
    mark_equations(trial);
    return trial->nrows > 2 && trial->ncols > 2;
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
    trial->out = shape;
    trial->is_copied = is_copied;
    if (lay_out(trial)) {
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
