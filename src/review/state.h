/* The state of a review: a pure fold over its event log, matched against one
 * report and one run of the checks. Made anew after every act, so that undo
 * needs nothing but a mark on an event. Strings are borrowed from the log's
 * events and from the state's arena. */
#ifndef GOUJI_SRC_REVIEW_STATE_H
#define GOUJI_SRC_REVIEW_STATE_H

#include "anchor.h"
#include "event.h"
#include "gouji/review/review.h"

/* One element of `on` of a decision in force. */
struct held {
    const struct event *event;
    const cJSON *on;
    const char *check, *instance, *rule_cells, *values;
    const char *quote; /* NULL when the finding is not of prose */
    const char *norm;  /* quote folded, digits as # */
    const char *form;  /* edition it was seen under, NULL unknown */
    int version;
    enum verdict verdict;
    int item;        /* index into the findings, -1: absent from this run */
    const char *why; /* why it needs another look, NULL */
};

/* A correction in force. */
struct held_reading {
    const struct event *event;
    const char *cell;
    const cJSON *from, *to, *row;
    bool stale; /* the program now reads something else: not applied */
};

/* Where a note, problem, mark or draft came from. */
struct source {
    const struct event *event;
    const cJSON *body;   /* of the event that made it */
    const cJSON *latest; /* of the last edit; body when there was none */
};

struct state {
    struct arena *arena;
    const struct report *report;

    struct held *held;
    size_t nheld, held_capacity;
    int *of_item; /* per finding: index into held, -1 */

    struct held_reading *corrected;
    size_t ncorrected, corrected_capacity;
    struct reading *readings; /* those that apply, then naccepted values accepted */
    size_t nreadings, naccepted, nstale_readings;

    struct note *notes;
    struct source *note_sources;
    size_t nnotes;
    struct problem *problems;
    struct source *problem_sources;
    size_t nproblems;
    struct mark *marks;
    struct source *mark_sources;
    size_t nmarks, nmarks_found; /* sources; of them those with a place */
    struct draft *drafts;
    struct source *draft_sources;
    size_t ndrafts, ndrafts_open; /* sources; of them those not ended */

    struct entry *entries; /* as the list shows them */
    size_t nentries;
    struct review_counts counts;

    struct conclusion_state conclusion;
    const struct event *concluded; /* NULL: no conclusion in force */
};

/* First half: everything but places and findings. NULL: no memory. */
struct state *state_new(const struct event_log *log, const struct report *report);
/* Second half: decisions to findings, notes to places. */
int state_resolve(struct state *state, const struct findings *findings,
                  const struct anchor *anchor);
void state_free(struct state *state);

/* True when places have to be searched, so that an anchor is worth making. */
bool state_needs_anchor(const struct state *state);

#endif
