/* Branch and bound by elimination. Whatever repairs the table must change a
 * value of each failing equation, given or implied: take the failing one with
 * the fewest values, and for each of them eliminate it and go on. */
#include "localise_system.h"

#include <stdlib.h>
#include <string.h>

enum {
    WIDTH = SYSTEM_MAX_VARS,
    MAX_COEF = 100,
    LANES = 32,     /* columns are looked at so many at once: a width is a multiple of it */
    STRIDE = 8,     /* or so many, where few have a value */
    NODE_WORK = 16, /* of an elimination, where the test of one value is 1 */
};

/* The equations left once some values are taken as unknown. */
struct matrix {
    size_t n;
    int64_t rhs[SYSTEM_MAX_EQS];
    const int8_t *coefs[SYSTEM_MAX_EQS]; /* in `own`, or where the value before was chosen */
    int8_t own[SYSTEM_MAX_EQS][WIDTH];   /* room for each; below n, no other equation's */
};

/* By what equation a value follows from those taken later. */
struct pivot {
    uint16_t column;
    int64_t rhs;
    int8_t coefs[WIDTH];
};

struct solver {
    const struct system *system;
    struct search *out;
    size_t limit, target;   /* how many changes this round allows */
    size_t fewest;          /* that may do at all */
    size_t ncolumns, width; /* width: rounded up for the machine */
    uint16_t vars[WIDTH];   /* of each column */
    int16_t columns[SYSTEM_MAX_VARS];
    struct pivot blanks[SYSTEM_MAX_EQS];
    size_t nblanks;
    struct pivot chosen[SEARCH_MAX_CHANGES];
    bool is_chosen[WIDTH];
    bool frees_blanks;
    bool is_unknown[WIDTH];
    uint8_t untried[WIDTH]; /* 0: all sets with it have been seen; else 1 */
    struct matrix root;     /* with no value chosen */
    struct matrix levels[SEARCH_MAX_CHANGES];
};

static void copy_matrix(const struct matrix *from, struct matrix *to)
{
    to->n = from->n;
    memcpy(to->rhs, from->rhs, from->n * sizeof *from->rhs);
    memcpy(to->coefs, from->coefs, from->n * sizeof *from->coefs);
}

static bool is_empty(const int8_t *coefs, size_t n)
{
    uint64_t some = 0, word;
    for (size_t i = 0; i < n; i += sizeof word) {
        memcpy(&word, coefs + i, sizeof word);
        some |= word;
    }
    return some == 0;
}

static bool scale_row(const struct solver *solver, struct matrix *matrix, size_t row,
                      const struct pivot *by)
{
    int16_t factor = by->coefs[by->column], times = matrix->coefs[row][by->column];
    int64_t left, right;
    int16_t largest = 0, smallest = 0;
    for (size_t at = 0; at < solver->width; at += LANES) {
        int8_t *restrict to = matrix->own[row] + at;
        const int8_t *restrict from = by->coefs + at;
        if (to != matrix->coefs[row] + at)
            memcpy(to, matrix->coefs[row] + at, LANES);
        if (factor == 1 && is_empty(from, LANES)) /* nothing changes */
            continue;
        for (size_t i = 0; i < LANES; i++) {
            int16_t value = (int16_t)(factor * to[i] - times * from[i]);
            largest = value > largest ? value : largest;
            smallest = value < smallest ? value : smallest;
            to[i] = (int8_t)value;
        }
    }
    matrix->coefs[row] = matrix->own[row];
    return largest <= MAX_COEF && smallest >= -MAX_COEF &&
           !__builtin_mul_overflow(matrix->rhs[row], factor, &left) &&
           !__builtin_mul_overflow(by->rhs, times, &right) &&
           !__builtin_sub_overflow(left, right, &matrix->rhs[row]);
}

/* The equation, turned over where the value would be taken away. */
static void take_pivot(const struct solver *solver, const struct matrix *matrix, size_t row,
                       size_t column, struct pivot *pivot)
{
    bool is_over = matrix->coefs[row][column] < 0;
    pivot->column = (uint16_t)column;
    pivot->rhs = is_over ? -matrix->rhs[row] : matrix->rhs[row];
    memcpy(pivot->coefs, matrix->coefs[row], solver->width);
    for (size_t at = 0; is_over && at < solver->width; at += LANES)
        for (size_t i = at; i < at + LANES; i++)
            pivot->coefs[i] = (int8_t)-pivot->coefs[i];
}

/* Takes the value out of all equations, by one of them. False: numbers grew
 * too large to be exact. */
static bool eliminate(struct solver *solver, struct matrix *matrix, size_t row, size_t column,
                      struct pivot *pivot)
{
    take_pivot(solver, matrix, row, column, pivot);
    matrix->n--;
    matrix->coefs[row] = matrix->coefs[matrix->n];
    matrix->rhs[row] = matrix->rhs[matrix->n];
    for (size_t i = 0; i < matrix->n; i++)
        if (matrix->coefs[i][column] != 0 && !scale_row(solver, matrix, i, pivot))
            return false;
    solver->out->work += NODE_WORK;
    return true;
}

static size_t count_values(const struct solver *solver, const int8_t *coefs)
{
    size_t n = 0;
    for (size_t at = 0; at < solver->width; at += LANES) {
        const int8_t *coef = coefs + at;
        const uint8_t *untried = solver->untried + at;
        uint8_t some = 0;
        for (size_t i = 0; i < LANES; i++)
            some = (uint8_t)(some + ((coef[i] != 0) & untried[i]));
        n += some;
    }
    return n;
}

/* The failing equation with the fewest values; matrix->n when none fails. */
static size_t choose_equation(const struct solver *solver, const struct matrix *matrix)
{
    size_t best = matrix->n, fewest = WIDTH + 1;
    for (size_t i = 0; i < matrix->n; i++) {
        size_t n = matrix->rhs[i] != 0 ? count_values(solver, matrix->coefs[i]) : fewest;
        if (n < fewest) {
            fewest = n;
            best = i;
        }
    }
    return best;
}

/* By how much values change; those not named do not. */
struct changes {
    size_t n;
    uint16_t columns[SEARCH_MAX_CHANGES + SYSTEM_MAX_EQS];
    int64_t by[SEARCH_MAX_CHANGES + SYSTEM_MAX_EQS];
};

static void add_change(struct changes *changes, size_t column, int64_t by)
{
    changes->columns[changes->n] = (uint16_t)column;
    changes->by[changes->n++] = by;
}

/* Adds what follows of the others for the pivot's. */
static bool follow(const struct pivot *pivot, struct changes *changes)
{
    int64_t sum = pivot->rhs, product, own = pivot->coefs[pivot->column];
    for (size_t i = 0; i < changes->n; i++)
        if (__builtin_mul_overflow(changes->by[i], pivot->coefs[changes->columns[i]], &product) ||
            __builtin_sub_overflow(sum, product, &sum))
            return false;
    add_change(changes, pivot->column, sum / own);
    return sum % own == 0;
}

/* Whether an unknown that no equation determines takes part. */
static bool is_vague(const struct solver *solver, const struct pivot *pivot, const uint8_t *vague)
{
    uint8_t some = 0;
    for (size_t at = 0; at < solver->width; at += LANES) {
        const int8_t *coef = pivot->coefs + at;
        for (size_t i = 0; i < LANES; i++)
            some = (uint8_t)(some | ((coef[i] != 0) & vague[at + i]));
    }
    return some != 0;
}

/* Unknown values that follow must be whole and, if counts, at least 0. */
static bool blanks_can_be(const struct solver *solver, struct changes *changes)
{
    uint8_t vague[WIDTH] = {0};
    for (size_t i = 0; i < solver->ncolumns; i++)
        vague[i] = solver->is_unknown[i];
    for (size_t i = 0; i < solver->nblanks; i++)
        vague[solver->blanks[i].column] = 0;
    for (size_t i = solver->nblanks; i-- > 0;) {
        const struct pivot *pivot = &solver->blanks[i];
        if (is_vague(solver, pivot, vague)) {
            vague[pivot->column] = 1;
            continue;
        }
        if (!follow(pivot, changes) ||
            (changes->by[changes->n - 1] < 0 &&
             !solver->system->vars[solver->vars[pivot->column]].is_signed))
            return false;
    }
    return true;
}

/* The last value chosen, and those that follow from it, the one chosen before first. */
static void keep(struct solver *solver, size_t column, int64_t change)
{
    struct changes changes = {.n = 0};
    struct search *out = solver->out;
    struct solution one = {.n = 0};
    add_change(&changes, column, change);
    for (size_t i = solver->target - 1; i-- > 0;)
        if (!follow(&solver->chosen[i], &changes))
            return;
    for (size_t i = solver->target; i-- > 0;) {
        const struct variable *var = &solver->system->vars[solver->vars[changes.columns[i]]];
        int64_t value;
        if (changes.by[i] == 0 || __builtin_add_overflow(var->value, changes.by[i], &value) ||
            (value < 0 && !var->is_signed))
            return;
        one.vars[one.n] = solver->vars[changes.columns[i]];
        one.values[one.n++] = value;
    }
    if (!blanks_can_be(solver, &changes))
        return;
    if (out->nfound < SEARCH_MAX_FOUND)
        out->found[out->nfound++] = one;
    else
        out->is_cut = true;
}

/* The last change of a set: does this one value set everything right? It then stands in
 * each failing equation, `other` too. */
static void try_last(struct solver *solver, const struct matrix *matrix, size_t row, size_t other,
                     size_t column)
{
    int64_t change, product;
    solver->out->work++;
    if (matrix->coefs[other][column] == 0 || matrix->rhs[row] % matrix->coefs[row][column] != 0)
        return;
    change = matrix->rhs[row] / matrix->coefs[row][column];
    for (size_t i = 0; i < matrix->n; i++)
        if (__builtin_mul_overflow(change, matrix->coefs[i][column], &product) ||
            product != matrix->rhs[i])
            return;
    keep(solver, column, change);
}

/* A failing equation but for this one, or itself. */
static size_t other_failing(const struct matrix *matrix, size_t row)
{
    for (size_t i = 0; i < matrix->n; i++)
        if (i != row && matrix->rhs[i] != 0)
            return i;
    return row;
}

/* The chosen already suffice, though with values that cannot be: with another
 * one that no equation holds there would be no end of explanations. */
static void note_loose(struct solver *solver, const struct matrix *matrix)
{
    uint8_t is_held[WIDTH] = {0};
    for (size_t i = 0; i < matrix->n; i++)
        for (size_t at = 0; at < solver->width; at += LANES) {
            const int8_t *coef = matrix->coefs[i] + at;
            uint8_t *held = is_held + at;
            for (size_t c = 0; c < LANES; c++)
                held[c] = (uint8_t)(held[c] | (coef[c] != 0));
        }
    for (size_t c = 0; c < solver->ncolumns; c++)
        solver->out->is_loose |= !is_held[c] && !solver->is_chosen[c] && !solver->is_unknown[c];
}

/* The next value of the equation, from this column on, that is untried; ncolumns. */
static size_t next_value(const struct solver *solver, const int8_t *coefs, size_t column)
{
    for (; column < solver->ncolumns; column++) {
        if (column % STRIDE == 0 && is_empty(coefs + column, STRIDE))
            column += STRIDE - 1;
        else if (coefs[column] != 0 && solver->untried[column])
            return column;
    }
    return solver->ncolumns;
}

/* In how many failing equations each untried value stands. */
static void count_uses(const struct solver *solver, const struct matrix *matrix, uint8_t *uses)
{
    memset(uses, 0, solver->width);
    for (size_t i = 0; i < matrix->n; i++)
        for (size_t at = 0; matrix->rhs[i] != 0 && at < solver->width; at += LANES) {
            const int8_t *coef = matrix->coefs[i] + at;
            const uint8_t *untried = solver->untried + at;
            uint8_t *n = uses + at;
            for (size_t c = 0; c < LANES; c++)
                n[c] = (uint8_t)(n[c] + ((coef[c] != 0) & untried[c]));
        }
}

static uint8_t most_uses(const struct solver *solver, const int8_t *coefs, const uint8_t *uses)
{
    uint8_t most[LANES] = {0}, largest = 0;
    for (size_t at = 0; at < solver->width; at += LANES) {
        const int8_t *coef = coefs + at;
        const uint8_t *n = uses + at;
        for (size_t c = 0; c < LANES; c++) {
            uint8_t one = coef[c] != 0 ? n[c] : 0;
            most[c] = one > most[c] ? one : most[c];
        }
    }
    for (size_t c = 0; c < LANES; c++)
        largest = most[c] > largest ? most[c] : largest;
    return largest;
}

/* How many more changes it takes at least: each failing equation needs one, and counts for
 * as large a part of it as there are failing ones a single value of it may set right. */
static size_t fewest_changes(const struct solver *solver, const struct matrix *matrix)
{
    enum { WHOLE = 840 }; /* what 1 to 8 divide */
    uint8_t uses[WIDTH];  /* no more than SYSTEM_MAX_EQS */
    size_t sum = 0;
    count_uses(solver, matrix, uses);
    for (size_t i = 0; i < matrix->n; i++) {
        if (matrix->rhs[i] == 0)
            continue;
        uint8_t most = most_uses(solver, matrix->coefs[i], uses);
        if (most == 0)
            return SIZE_MAX;
        sum += (size_t)WHOLE / most;
    }
    return (sum + WHOLE - 1) / WHOLE;
}

static void visit(struct solver *solver, size_t depth);

static void descend(struct solver *solver, size_t depth, size_t row, size_t column)
{
    const struct matrix *matrix = &solver->levels[depth];
    struct matrix *next = &solver->levels[depth + 1];
    copy_matrix(matrix, next);
    solver->is_chosen[column] = true;
    if (eliminate(solver, next, row, column, &solver->chosen[depth]))
        visit(solver, depth + 1);
    else
        solver->out->is_cut = true;
    solver->is_chosen[column] = false;
}

static void visit(struct solver *solver, size_t depth)
{
    const struct matrix *matrix = &solver->levels[depth];
    uint16_t tried[WIDTH];
    size_t row = choose_equation(solver, matrix), ntried = 0;
    if (row == matrix->n) {
        note_loose(solver, matrix);
        return;
    }
    size_t left = solver->target - depth;
    solver->out->work += left > 1 ? NODE_WORK : 0;
    if (left > 1 && fewest_changes(solver, matrix) > left)
        return;
    const int8_t *coefs = matrix->coefs[row];
    size_t other = other_failing(matrix, row);
    for (size_t column = next_value(solver, coefs, 0); column < solver->ncolumns;
         column = next_value(solver, coefs, column + 1)) {
        if (solver->out->work > solver->limit) {
            solver->out->is_cut = true;
            break;
        }
        if (depth + 1 == solver->target)
            try_last(solver, matrix, row, other, column);
        else
            descend(solver, depth, row, column);
        solver->untried[column] = 0;
        tried[ntried++] = (uint16_t)column;
    }
    while (ntried > 0)
        solver->untried[tried[--ntried]] = 1;
}

static int column_of(struct solver *solver, uint16_t var)
{
    if (solver->columns[var] < 0) {
        const struct variable *of = &solver->system->vars[var];
        solver->vars[solver->ncolumns] = var;
        solver->is_unknown[solver->ncolumns] =
            of->is_unknown || (solver->frees_blanks && of->is_settled);
        solver->columns[var] = (int16_t)solver->ncolumns++;
    }
    return solver->columns[var];
}

/* What is fixed has no column: its value is in the right side for good. */
static void fill(struct solver *solver, int part)
{
    const struct system *system = solver->system;
    struct matrix *root = &solver->root;
    root->n = 0;
    for (size_t i = 0; i < system->neqs; i++) {
        const struct equation *equation = &system->eqs[i];
        if (equation->part != part)
            continue;
        memset(root->own[root->n], 0, WIDTH);
        root->coefs[root->n] = root->own[root->n];
        root->rhs[root->n] = -equation->residual;
        for (size_t t = 0; t < equation->count; t++) {
            const struct term *term = &system->terms[equation->first + t];
            if (!system->vars[term->var].is_fixed)
                root->own[root->n][column_of(solver, term->var)] += term->coef;
        }
        root->n++;
    }
    solver->width = (solver->ncolumns + LANES - 1) / LANES * LANES;
}

static size_t choose_pivot(const struct solver *solver, const struct matrix *matrix, size_t column)
{
    size_t best = matrix->n, fewest = WIDTH + 1;
    for (size_t i = 0; i < matrix->n; i++) {
        if (matrix->coefs[i][column] != 1 && matrix->coefs[i][column] != -1)
            continue;
        size_t n = count_values(solver, matrix->coefs[i]);
        if (n < fewest) {
            fewest = n;
            best = i;
        }
    }
    for (size_t i = 0; i < matrix->n && best == matrix->n; i++)
        if (matrix->coefs[i][column] != 0)
            best = i;
    return best;
}

static bool eliminate_blanks(struct solver *solver)
{
    struct matrix *root = &solver->root;
    for (size_t c = 0; c < solver->ncolumns; c++) {
        if (!solver->is_unknown[c])
            continue;
        size_t row = choose_pivot(solver, root, c);
        if (row < root->n && !eliminate(solver, root, row, c, &solver->blanks[solver->nblanks++]))
            return false;
    }
    return true;
}

/* The matrices and pivots are large, and written before they are read. */
static void begin(struct solver *solver, const struct system *system, struct search *search)
{
    search->nfound = search->changes = search->reached = search->work = 0;
    search->is_cut = search->is_loose = false;
    solver->system = system;
    solver->out = search;
    solver->ncolumns = solver->nblanks = 0;
    memset(solver->columns, -1, sizeof solver->columns);
    memset(solver->is_chosen, 0, sizeof solver->is_chosen);
    memset(solver->untried, 1, sizeof solver->untried);
}

struct solver *search_begin(const struct system *system, int part, bool frees_blanks,
                            struct search *search)
{
    struct solver *solver = malloc(sizeof *solver);
    if (!solver)
        return NULL;
    begin(solver, system, search);
    solver->frees_blanks = frees_blanks;
    fill(solver, part);
    search->is_cut = !eliminate_blanks(solver);
    solver->fewest = fewest_changes(solver, &solver->root);
    return solver;
}

void search_go_on(struct solver *solver, size_t most, size_t work)
{
    struct search *search = solver->out;
    solver->limit = search->work + work;
    for (size_t k = search->reached + 1; k <= most && search->nfound == 0 && !search->is_cut; k++) {
        solver->target = k;
        if (k >= solver->fewest) {
            copy_matrix(&solver->root, &solver->levels[0]);
            visit(solver, 0);
        }
        search->changes = search->nfound > 0 ? k : 0;
        search->reached = search->is_cut ? search->reached : k;
    }
}

void search_end(struct solver *solver)
{
    free(solver);
}
