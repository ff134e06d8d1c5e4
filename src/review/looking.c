/* Looking at a review: what it answers without changing. */
#include "gouji/review/review.h"

#include <stdlib.h>
#include <string.h>

#include "entries.h"
#include "gouji/base/message.h"
#include "session.h"

const char *review_reviewer(const struct review *review)
{
    return review->reviewer;
}

const struct report *review_report(const struct review *review)
{
    return review->report;
}

const struct findings *review_findings(const struct review *review)
{
    return review->findings;
}

struct seen review_cell(const struct review *review, const char *id)
{
    const struct cell *cell = report_cell(review->report, id);
    return cell ? review_see(review, cell)
                : (struct seen){.cell = id, .state = CELL_ABSENT, .text = slice_of("")};
}

struct seen review_see(const struct review *review, const struct cell *cell)
{
    struct seen seen = {
        .cell = cell->id,
        .state = cell->state,
        .value = cell->value,
        .is_decimal = cell->block->cols[cell->col].is_decimal,
        .span = cell->span,
        .text = report_slice(review->report, cell->span),
    };
    for (size_t i = 0; i < review->state->nreadings; i++) {
        const struct reading *reading = &review->state->readings[i];
        if (strcmp(reading->cell, cell->id) != 0)
            continue;
        seen.state = reading->state;
        seen.value = reading->value;
        seen.is_reading = true;
        seen.text = slice_of(reading->text);
    }
    return seen;
}

size_t review_readings(const struct review *review, const struct reading **readings)
{
    *readings = review->state->readings;
    return review->state->nreadings;
}

struct decision review_decision(const struct review *review, size_t index)
{
    struct decision decision = {.reason = "", .by = "", .at = "", .why_stale = ""};
    const struct held *held =
        index < review->findings->nitems ? entries_held(review->state, index) : NULL;
    if (!held)
        return decision;
    const char *reason = json_string(held->event->body, "reason");
    decision.verdict = held->verdict;
    decision.reason = reason ? reason : "";
    decision.by = held->event->by;
    decision.at = held->event->at;
    decision.n = held->event->n;
    decision.stale = held->why != NULL;
    decision.why_stale = held->why ? held->why : "";
    return decision;
}

size_t review_uses(const struct review *review, struct arena *arena, const char *cell,
                   const struct use **uses)
{
    struct use_source source = {
        review->report,           review->prior,   review->rules, review->state->readings,
        review->state->nreadings, review->findings};
    return uses_of_cell(arena, &source, cell, uses);
}

size_t review_notes(const struct review *review, const struct note **notes)
{
    *notes = review->state->notes;
    return review->state->nnotes;
}

size_t review_problems(const struct review *review, const struct problem **problems)
{
    *problems = review->state->problems;
    return review->state->nproblems;
}

size_t review_marks(const struct review *review, const struct mark **marks)
{
    *marks = review->state->marks;
    return review->state->nmarks_found;
}

size_t review_drafts(const struct review *review, const struct draft **drafts)
{
    *drafts = review->state->drafts;
    return review->state->ndrafts_open;
}

struct conclusion_state review_conclusion(const struct review *review)
{
    return review->state->conclusion;
}

struct review_counts review_count(const struct review *review)
{
    return review->state->counts;
}

struct cause_counts review_cause(const struct review *review, size_t index)
{
    return entries_cause_counts(review->state, review->findings, index);
}

size_t review_entries(const struct review *review, const struct entry **entries)
{
    *entries = review->state->entries;
    return review->state->nentries;
}

bool review_is_readonly(const struct review *review)
{
    return review->readonly;
}

const char *review_notice(const struct review *review)
{
    return review->disk.notice.nbytes ? str_text(&review->disk.notice) : NULL;
}

int64_t review_missing(const struct review *review)
{
    return review->disk.missing;
}

const char *review_verdict_path(const struct review *review)
{
    return review->places.verdict;
}

bool review_is_elsewhere(const struct review *review)
{
    return review->places.elsewhere && review->places.writable;
}

bool review_is_dirty(const struct review *review)
{
    return review->dirty;
}

int64_t review_saved_at(const struct review *review)
{
    return review->saved_at;
}

const char *review_save_trouble(const struct review *review)
{
    return review->trouble[0] ? review->trouble : NULL;
}

/* Undo and redo are about what the event they name is about. */
static int item_of(const struct review *review, const struct event *event)
{
    const struct findings *findings = review->findings;
    const struct event_log *log = &review->disk.log;
    if (strcmp(event->type, "undo") == 0 || strcmp(event->type, "redo") == 0)
        event = event_find(log, json_integer(event->body, "of", 0));
    const cJSON *on = event ? json_get(event->body, "on") : NULL;
    const cJSON *first = cJSON_IsArray(on) ? cJSON_GetArrayItem(on, 0) : on;
    const char *check = first ? json_string(first, "check") : NULL;
    const char *instance = first ? json_string(first, "instance") : NULL;
    for (size_t i = 0; check && i < findings->nitems; i++)
        if (strcmp(findings->items[i].rule->id, check) == 0 &&
            strcmp(findings->items[i].instance, instance ? instance : "") == 0)
            return (int)i;
    return -1;
}

static void fill_view(const struct review *review, struct log_view *view)
{
    const struct event_log *log = &review->disk.log;
    free(view->entries);
    view->entries = calloc(log->count ? log->count : 1, sizeof *view->entries);
    view->count = view->entries ? log->count : 0;
    view->fresh = view->entries != NULL;
    for (size_t i = 0; i < view->count; i++) {
        const struct event *event = &log->items[i];
        struct str text = STR_INIT;
        event_summary(review, event, &text);
        const char *copy = text.failed ? NULL : arena_string(review->state->arena, str_text(&text));
        view->fresh = view->fresh && copy;
        view->entries[i] = (struct log_entry){event->n,
                                              event->at,
                                              event->by,
                                              event->type,
                                              copy ? copy : _("(not enough memory)"),
                                              event->undone,
                                              item_of(review, event)};
        str_release(&text);
    }
}

size_t review_log(const struct review *review, const struct log_entry **entries)
{
    if (!review->view->fresh)
        fill_view(review, review->view);
    *entries = review->view->entries;
    return review->view->count;
}

static int64_t event_at(const struct review *review, size_t index, struct act_time *when)
{
    const struct event *event = index ? &review->disk.log.items[index - 1] : NULL;
    if (when)
        *when = (struct act_time){event ? event->at : NULL, event ? event->moment : 0};
    return event ? event->n : 0;
}

int64_t review_undo_next(const struct review *review, struct act_time *when)
{
    return event_at(review, review->disk.log.undo_next, when);
}

int64_t review_redo_next(const struct review *review, struct act_time *when)
{
    return event_at(review, review->disk.log.redo_next, when);
}
