/* Decisions: what they are tied to, and how they are found again in another
 * run of the checks. */
#ifndef GOUJI_SRC_REVIEW_DECISION_H
#define GOUJI_SRC_REVIEW_DECISION_H

#include "state.h"

/* Adds the decisions of a `decide` event; later ones replace earlier ones on
 * the same finding when decision_settle is called. */
int decision_collect(struct state *state, const struct event *event, const char *form);
/* Drops replaced decisions. */
int decision_settle(struct state *state);
/* Ties each to at most one finding and says which need another look. */
int decision_match(struct state *state, const struct findings *findings);

/* What an event says of a finding: check, version, instance, cells seen,
 * fingerprint; quote and span for prose. NULL: no memory. */
cJSON *decision_on(const struct findings *findings, const struct finding *finding);
/* The finding an `on` element is about, -1 when this run has none. */
int decision_find_item(struct arena *arena, const struct findings *findings, const cJSON *on);

/* Which finding of another run is which, surest first: after_of[i] is the index in
 * `after` of the i-th of `before`, or -1. */
int decision_pair(struct arena *arena, const struct findings *before, const struct findings *after,
                  int *after_of);

/* A value as files have it: integer, decimal string, or state and text. */
cJSON *decision_value(enum cell_state state, int64_t value, bool is_decimal, struct slice text);
/* As people read it; appended. */
void decision_write_value(const cJSON *value, struct str *out);

#endif
