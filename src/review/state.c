#include "state.h"

#include <string.h>

#include "annotation.h"
#include "correction.h"
#include "decision.h"
#include "entries.h"

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

static int collect_conclusion(struct state *state, const struct event *event)
{
    state->concluded = event;
    state->conclusion = (struct conclusion_state){
        .status = conclusion_find(or_empty(json_string(event->body, "status"))),
        .by = event->by,
        .at = event->at,
        .note = or_empty(json_string(event->body, "note")),
        .asked = json_bool(event->body, "asked", false),
    };
    return 0;
}

static int collect_reopening(struct state *state, const struct event *event)
{
    (void)event;
    state->concluded = NULL;
    state->conclusion = (struct conclusion_state){.by = "", .at = "", .note = ""};
    return 0;
}

typedef int (*collector)(struct state *state, const struct event *event);

/* Types this version does not know are left alone: they stay in the journal. */
static collector find_collector(const char *type)
{
    static const struct {
        const char *type;
        collector collect;
    } table[] = {
        {"correct", correction_collect},        {"annotate", annotation_collect_note},
        {"edit-note", annotation_collect_edit}, {"add", annotation_collect_problem},
        {"mark", annotation_collect_mark},      {"draft", annotation_collect_draft},
        {"conclude", collect_conclusion},       {"reopen", collect_reopening},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++)
        if (strcmp(table[i].type, type) == 0)
            return table[i].collect;
    return NULL;
}

static int fold(struct state *state, const struct event_log *log)
{
    const char *form = NULL;
    for (size_t i = 0; i < log->count; i++) {
        const struct event *event = &log->items[i];
        collector collect = find_collector(event->type);
        if (strcmp(event->type, "open") == 0)
            form = json_string(json_get(event->body, "ruleset"), "form");
        if (event->undone)
            continue;
        if (strcmp(event->type, "decide") == 0 && decision_collect(state, event, form))
            return -1;
        if (collect && collect(state, event))
            return -1;
    }
    return decision_settle(state) || correction_settle(state) ? -1 : 0;
}

struct state *state_new(const struct event_log *log, const struct report *report)
{
    struct arena *arena = arena_new();
    struct state *state = arena ? arena_alloc(arena, sizeof *state) : NULL;
    if (!state) {
        arena_free(arena);
        return NULL;
    }
    state->arena = arena;
    state->report = report;
    collect_reopening(state, NULL);
    if (fold(state, log) == 0 && !arena_failed(arena))
        return state;
    arena_free(arena);
    return NULL;
}

bool state_needs_anchor(const struct state *state)
{
    return state->nnotes + state->nproblems + state->nmarks + state->ndrafts > 0;
}

int state_resolve(struct state *state, const struct findings *findings, const struct anchor *anchor)
{
    return decision_match(state, findings) || annotation_resolve(state, findings, anchor) ||
                   entries_make(state, findings) || arena_failed(state->arena)
               ? -1
               : 0;
}

void state_free(struct state *state)
{
    if (state)
        arena_free(state->arena);
}
