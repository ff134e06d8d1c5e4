/* Holds what gouji says of a report against what is true of it. */
#ifndef ACCURACY_SCORE_H
#define ACCURACY_SCORE_H

#include <cjson/cJSON.h>

#include "sheet.h"

/* Counts of one report, or of many added up. */
struct score {
    long nreports;
    long ncells, nexact; /* cells of the truth; with the right state and value */
    long ninvented;      /* numbers where the truth is none */
    long nsilent;        /* other numbers, in a table called complete */
    long nmisread;       /* other numbers, in a table that says it is not sure */
    long nmissed;        /* numbers of the truth that were not read */
    long ntables, ntables_exact;
    long nsections, nsections_right; /* reports with all six as they must be */
    long nyears, nyears_right;
    long nagencies, nagencies_right;
    long nspans, nspans_right;
    long nverdicts, nverdicts_right; /* report, or none */
    long noverclaims;                /* tables called complete with rows lost or unplaced */
    long nalarms; /* tables read exactly and complete in truth, but not called complete */
};

void score_add(struct score *sum, const struct score *one);
/* Whether anything was not as it must be. */
bool score_has_failed(const struct score *score);

/* Scores `answer` (one line of `gouji check --format jsonl`; NULL: there was
 * none). `text`, when not NULL, is the text its spans point into; without it
 * spans are held against the places where the values were printed. What differs
 * is written into `complaints`. */
struct score score_report(const struct sheet *sheet, const cJSON *answer, const char *text,
                          struct out *complaints);

#endif
