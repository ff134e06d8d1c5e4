/* Which report is last year's of which: by the agency's name (agency.h) and the
 * year, among the reports put in. A name in full decides before one that is only
 * alike; two different ones that are alike decide nothing, a name that two others
 * put in have with a territory in front neither, nor do doubtful names: those are
 * for a person to say. */
#ifndef GOUJI_REVIEW_PAIRS_H
#define GOUJI_REVIEW_PAIRS_H

#include "gouji/report/report.h"

struct pairs;
/* The agency and year of a report put in, made ready to ask by. */
struct pair_key;

/* NULL when memory is short. */
struct pairs *pairs_new(void);
void pairs_free(struct pairs *pairs);

/* Puts a report in; owner (not NULL) is what pairs_prior gives back. Nothing is
 * put in when the report says no agency or no year. -1: no memory. */
int pairs_add(struct pairs *pairs, const void *owner, const struct identity *who);

/* The same where reports do not come in the order that decides between them: that of
 * these numbers, no two the same. Not to be mixed with the other. *key lives as long as
 * pairs; NULL when nothing was put in. */
int pairs_add_as(struct pairs *pairs, const void *owner, const struct identity *who, size_t number,
                 const struct pair_key **key);

/* The owner of last year's report of this one; NULL when none is in. */
const void *pairs_prior(const struct pairs *pairs, const struct identity *who);

/* It and its other versions, the first put in first; at most `most`. How many there are in
 * `owners`. */
size_t pairs_priors(const struct pairs *pairs, const struct identity *who, const void **owners,
                    size_t most);

/* The owners of reports whose last year's report `owner` (put in with this
 * identity) is: *position starts at 0, NULL after the last. */
const void *pairs_next_year(const struct pairs *pairs, const void *owner,
                            const struct identity *who, size_t *position);

/* The owners of the reports of this agency and year but `owner` (NULL: of all):
 * versions of one report. *position starts at 0, NULL after the last. */
const void *pairs_same_year(const struct pairs *pairs, const void *owner,
                            const struct identity *who, size_t *position);

/* Where none is last year's: those that may be, the last put in first. How many there are in
 * `owners`, at most `most`. */
size_t pairs_doubtful(const struct pairs *pairs, const struct identity *who, const void **owners,
                      size_t most);

/* All of these at once for one that was put in. */
struct pair_found {
    const void *version; /* the first of the same agency and year; NULL */
    const void *prior;   /* NULL */
    size_t ndoubtful;
};
/* Of versions only those whose number is `from` or more. */
struct pair_found pairs_find(const struct pairs *pairs, const void *owner, size_t from,
                             const struct pair_key *key, const void **owners, size_t most);
/* It and all that pairs_same_year would give of it. How many there are in `owners`. */
size_t pairs_versions(const struct pairs *pairs, const struct pair_key *key, const void **owners,
                      size_t most);

#endif
