/* Values of a table set by way of trial, and what becomes of the sums. Private to src/check. */
#ifndef GOUJI_SRC_CHECK_LOCALISE_TRIAL_H
#define GOUJI_SRC_CHECK_LOCALISE_TRIAL_H

#include "gouji/check/localise.h"
#include "localise_system.h"

enum {
    TRIAL_MAX_ROWS = 60, /* fewer than a set of bits has */
    TRIAL_MAX_COLS = 10,
    TRIAL_NONE = -1,
    TRIAL_MARK_WORDS = (SYSTEM_MAX_EQS + 63) / 64,
};

/* A set of equations. */
struct marks {
    uint64_t bits[TRIAL_MARK_WORDS];
};

struct trial;
typedef void trial_judge(struct trial *trial, enum repair_kind kind, size_t first, size_t second);

/* Values set by way of trial, with what becomes of the sums. */
struct trial {
    const struct system *system;
    trial_judge *judge; /* ends each trial, and undoes it */
    void *out;          /* its own */
    int part;
    size_t nrows, ncols;
    int rows[TRIAL_MAX_ROWS]; /* of the form, in its order */
    uint64_t row_bits;        /* the same as a set */
    int vars[TRIAL_MAX_ROWS][TRIAL_MAX_COLS];
    int64_t values[SYSTEM_MAX_VARS];
    int64_t residuals[SYSTEM_MAX_EQS];
    struct marks failing, of_row[TRIAL_MAX_ROWS], of_col[TRIAL_MAX_COLS];
    size_t nfailing;      /* of the part, as things are set */
    size_t first_failing; /* as they are printed */
    uint16_t touched[SYSTEM_MAX_VARS];
    bool is_touched[SYSTEM_MAX_VARS];
    size_t ntouched;
    bool is_void;   /* it cannot be meant */
    bool is_copied; /* the prose follows the table */
};

/* Lays out the part's values that have a row and a column; `trial` is all zeros but for its
 * system, part, judge and out. False: a place has no number, so that nothing can be said of the
 * whole. */
bool trial_lay_out(struct trial *trial);

/* Marks the equations of each row and column. */
void trial_mark(struct trial *trial);

static inline int64_t trial_printed(const struct trial *trial, size_t row, size_t col)
{
    return trial->system->vars[trial->vars[row][col]].value;
}

/* Whether the equation is one of the part, and known. */
bool trial_may_fail(const struct trial *trial, size_t equation);

/* Sets a value; one that cannot be meant makes the trial void. */
void trial_set(struct trial *trial, int at, int64_t value);

/* Sets the row's total to the sum of its values. */
void trial_set_row_total(struct trial *trial, size_t row);

/* Whether every sum holds with what is set. */
bool trial_holds(const struct trial *trial);

/* Undoes all that is set. */
void trial_reset(struct trial *trial);

/* Where the row of the form is or belongs: the rows stand in its order. The end for none. */
size_t trial_find_row(const struct trial *trial, int row);

/* Tries each way in which the row's values may stand a place too far; the judge is asked of
 * each. */
void trial_shift_row(struct trial *trial, size_t row);

#endif
