/* Where a review's files stand: beside the report, below --verdicts, or below
 * the state folder when the report's own cannot be written to. */
#ifndef GOUJI_SRC_REVIEW_PLACES_H
#define GOUJI_SRC_REVIEW_PLACES_H

#include <sys/types.h>
#include <time.h>

#include "gouji/review/review.h"

struct places {
    char *verdict, *journal, *lock, *backup;
    char *relative; /* the report's path below the opened folder */
    bool elsewhere; /* not beside the report */
    bool writable;
    bool journal_refuses; /* the folder could be written to, the journal in it cannot */
    char *other;          /* a verdict file of the same name in the other place, NULL */
};

int places_find(const char *report_path, const struct review_options *options, const char *reviewer,
                struct places *out, struct err *err);
void places_release(struct places *places);

/* Mode for a new journal or lock, by the folder's habit. */
mode_t places_mode(const struct places *places, const char *report_path);

/* At most 64 bytes of UTF-8, not empty, no control characters. */
int places_check_reviewer(const char *name, struct err *err);

/* gouji's own: NAME.verdict.json, its journal, lock, .bak and kept copies. */
bool places_is_own(const char *file_name);

/* gouji's own files in a folder, read anew only when the folder has changed: a
 * folder of ten thousand reports is not read ten thousand times. */
struct places_listing {
    char *dir;
    struct timespec changed;
    char **names; /* sorted */
    size_t count, capacity;
};
void places_listing_release(struct places_listing *listing);

/* Names of the reviewers that have a verdict file of this report in the folder
 * of `verdict_path` (any reviewer's), sorted. Caller frees each and the list. */
size_t places_reviewers(struct places_listing *listing, const char *verdict_path,
                        const char *report_name, char ***names);

#endif
