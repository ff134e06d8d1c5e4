/* A region's (or a department system's) tables against the sum of its parts. Of
 * each cell that the form says is a sum (form_col.is_summed): the parts' sum, what
 * the whole states, the difference. A cell that is no number in the whole or in
 * any part leaves its sum undecided; it is never 0. */
#ifndef GOUJI_REVIEW_ROLLUP_H
#define GOUJI_REVIEW_ROLLUP_H

#include "gouji/review/review.h"

enum rollup_outcome {
    ROLLUP_AGREES,
    ROLLUP_DIFFERS,
    ROLLUP_UNDECIDED,
    ROLLUP_NOT_SUMMED,
    ROLLUP_OUTCOME_COUNT
};

/* Why a value cannot be added. */
enum rollup_fault {
    ROLLUP_NO_FAULT,
    ROLLUP_NO_NUMBER, /* its state says what it is */
    ROLLUP_NO_CELL,   /* another edition's form, without such a cell */
    ROLLUP_OTHER_UNIT,
    ROLLUP_PRIVATE,  /* a number that privacy checks found: no sum shows it */
    ROLLUP_PART_OUT, /* the part as a whole, rollup_part.why_out */
};

struct rollup_value {
    enum rollup_fault fault;
    enum cell_state state;
    int64_t value;   /* without fault; scaled when the cell is_decimal */
    bool is_reading; /* the reviewer's, not the program's */
};

struct rollup_part {
    const char *path, *agency; /* agency NULL: not stated */
    int year;
    const char *why_out;         /* why none of its values counts, translated; NULL */
    struct rollup_value *values; /* one a cell of the rollup */
};

struct rollup_cell {
    const struct cell *cell; /* of the whole */
    struct rollup_value stated;
    enum rollup_outcome outcome;
    bool is_decimal;
    int64_t sum;        /* of all parts; unless UNDECIDED or NOT_SUMMED */
    int64_t difference; /* stated - sum, the same */
    size_t nfaults;     /* parts that cannot be added */
};

struct rollup;

/* A report, what was found in it (for what is private) and its review, NULL: none; cells are
 * then as its reviewer reads them. */
struct rollup_source {
    const struct report *report;
    const struct findings *findings;
    const struct review *review;
};

/* The whole's report is borrowed. NULL with err: it has no table, or no memory. */
struct rollup *rollup_new(const struct rollup_source *whole, struct err *err);
void rollup_free(struct rollup *rollup);

/* Adds a part; nothing of it is borrowed. Of another year than the whole, of the
 * same agency as the whole or as a part before: its values do not count, why_out
 * says why (of two versions, of both). -1: no memory. */
int rollup_add(struct rollup *rollup, const struct rollup_source *part);
/* A part that could not be read; `why` is copied. */
int rollup_add_unread(struct rollup *rollup, const char *path, const char *why);

/* How a report stands to the whole, before it is added. */
bool rollup_is_other_year(const struct rollup *rollup, const struct report *part);
bool rollup_is_whole(const struct rollup *rollup, const struct report *part);

/* After the last part: works the sums out. Needs at least one part. */
void rollup_sum(struct rollup *rollup);
size_t rollup_cells(const struct rollup *rollup, const struct rollup_cell **cells);
size_t rollup_parts(const struct rollup *rollup, const struct rollup_part **parts);
size_t rollup_count(const struct rollup *rollup, enum rollup_outcome outcome);
size_t rollup_readings(const struct rollup *rollup); /* cells as reviewers read them */

const char *rollup_outcome_name(enum rollup_outcome outcome); /* "agrees" "differs" … */
/* "blank", "no such cell", "other unit" …, for machines. */
const char *rollup_fault_name(const struct rollup_value *value);

#endif
