/* Notes, added problems, marks and drafts: what is collected of them, where
 * they point, and the bodies of the events that make them. */
#ifndef GOUJI_SRC_REVIEW_ANNOTATION_H
#define GOUJI_SRC_REVIEW_ANNOTATION_H

#include "state.h"

int annotation_collect_note(struct state *state, const struct event *event);
int annotation_collect_edit(struct state *state, const struct event *event);
int annotation_collect_problem(struct state *state, const struct event *event);
int annotation_collect_mark(struct state *state, const struct event *event);
int annotation_collect_draft(struct state *state, const struct event *event);
/* Finds the places of all of them in this run; anchor may be NULL when
 * state_needs_anchor said so. */
int annotation_resolve(struct state *state, const struct findings *findings,
                       const struct anchor *anchor);

/* What new bodies are made from. */
struct writing {
    const struct report *report;
    const struct findings *findings;
    const struct anchor *anchor;
    const char *tool_version;
};

/* Bodies; NULL when memory is short. ids are written as urn:uuid:… */
cJSON *annotation_note(const struct writing *writing, const char *id, struct target target,
                       const char *text);
cJSON *annotation_text_body(const char *purpose, const char *text);
cJSON *annotation_problem(const struct writing *writing, const char *id, struct target target,
                          enum severity level, const char *text, const char *basis);
cJSON *annotation_mark(const struct writing *writing, char name, struct target target);
cJSON *annotation_draft(const struct writing *writing, const struct draft *draft);

/* Level names in files: error, warning, note. */
const char *annotation_level_name(enum severity level);

#endif
