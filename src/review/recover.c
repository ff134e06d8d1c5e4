/* A journal that was lost or cut: what the verdict file still knows is taken
 * over as events of their own, each naming the event it was. */
#include <stdlib.h>
#include <string.h>

#include "gouji/base/message.h"
#include "session.h"

/* What will be written, worked out before the first byte is. */
struct plan {
    struct planned {
        const char *type;
        cJSON *body;
    } * items;
    size_t count, capacity;
};

static int plan_add(struct plan *plan, const char *type, cJSON *body)
{
    if (body) {
        struct planned *more = plan->items;
        if (plan->count == plan->capacity) {
            plan->capacity = plan->capacity ? 2 * plan->capacity : 16;
            more = realloc(plan->items, plan->capacity * sizeof *more);
        }
        if (more) {
            plan->items = more;
            plan->items[plan->count++] = (struct planned){type, body};
            return 0;
        }
        cJSON_Delete(body);
    }
    return -1;
}

static void plan_release(struct plan *plan)
{
    for (size_t i = 0; i < plan->count; i++)
        cJSON_Delete(plan->items[i].body);
    free(plan->items);
}

static cJSON *marked(const struct event *event, cJSON *body)
{
    cJSON *recovered = body ? cJSON_AddObjectToObject(body, "recovered") : NULL;
    if (json_add_integer(recovered, "n", event->n) == 0 &&
        json_add_string(recovered, "at", event->at) == 0 &&
        json_add_string(recovered, "by", event->by) == 0)
        return body;
    cJSON_Delete(body);
    return NULL;
}

static cJSON *copy_body(const struct event *event)
{
    return marked(event, cJSON_Duplicate(event->body, true));
}

static cJSON *edit_body(const struct event *event)
{
    cJSON *body = cJSON_CreateObject();
    const char *id = json_string(event->body, "id");
    cJSON *text = cJSON_Duplicate(json_get(event->body, "body"), true);
    if (json_add_string(body, "id", id ? id : "") == 0 && text &&
        cJSON_AddItemToObject(body, "body", text))
        return marked(event, body);
    cJSON_Delete(text);
    cJSON_Delete(body);
    return NULL;
}

/* Events of the journal that the lost part had undone. */
static int plan_undoing(struct plan *plan, const struct event_log *journal,
                        const struct event_log *recorded)
{
    for (size_t i = 0; i < journal->count; i++) {
        const struct event *event = &journal->items[i];
        bool is_text = strcmp(event->type, "edit-note") == 0;
        /* Taking a cell's reading back leaves no trace in a verdict file. */
        bool is_correct = strcmp(event->type, "correct") == 0;
        if (!event_is_undoable(event) || event->undone || is_text || is_correct ||
            event_find(recorded, event->n))
            continue;
        cJSON *body = cJSON_CreateObject();
        if (json_add_integer(body, "of", event->n) || plan_add(plan, "undo", body))
            return -1;
    }
    return 0;
}

static int plan_taking(struct plan *plan, const struct event_log *journal,
                       const struct event_log *recorded)
{
    for (size_t i = 0; i < recorded->count; i++) {
        const struct event *event = &recorded->items[i];
        const struct event *here = event_find(journal, event->n);
        bool is_note = strcmp(event->type, "annotate") == 0;
        bool same_words =
            here &&
            (is_note
                 ? cJSON_Compare(json_get(here->body, "body"), json_get(event->body, "body"), true)
                 : strcmp(event->type, "add") != 0 || cJSON_Compare(here->body, event->body, true));
        int status = 0;
        if (!here)
            status = plan_add(plan, event->type, copy_body(event));
        else if (!same_words)
            status = is_note ? plan_add(plan, "edit-note", edit_body(event))
                             : plan_add(plan, "add", copy_body(event));
        if (status)
            return -1;
    }
    return 0;
}

/* Readings that stand in the journal's part but were taken back later. */
static int plan_readings(struct plan *plan, const struct report *report,
                         const struct event_log *journal, const struct event_log *recorded)
{
    struct state *have = state_new(journal, report), *want = state_new(recorded, report);
    int status = have && want ? 0 : -1;
    for (size_t i = 0; !status && i < have->ncorrected; i++) {
        size_t k = 0;
        while (k < want->ncorrected &&
               strcmp(want->corrected[k].cell, have->corrected[i].cell) != 0)
            k++;
        if (k < want->ncorrected)
            continue;
        cJSON *body = cJSON_CreateObject();
        cJSON *cells = cJSON_AddObjectToObject(body, "cells");
        cJSON *cell = cells ? cJSON_AddObjectToObject(cells, have->corrected[i].cell) : NULL;
        bool made = cell && cJSON_AddNullToObject(cell, "to");
        status = plan_add(plan, "correct", body) || !made ? -1 : 0;
    }
    state_free(have);
    state_free(want);
    return status;
}

static cJSON *opening(const struct review *review, size_t taken)
{
    cJSON *body = session_open_body(review);
    cJSON *recovered = body ? cJSON_AddObjectToObject(body, "recovered") : NULL;
    if (json_add_integer(recovered, "events", review->disk.file.events) == 0 &&
        json_add_string(recovered, "head", review->disk.file.head) == 0 &&
        json_add_integer(recovered, "taken", (int64_t)taken) == 0)
        return body;
    cJSON_Delete(body);
    return NULL;
}

/* Of an interrupted recovery the first `done` of the plan stand in the journal. */
static int write_plan(struct review *review, struct plan *plan, size_t done, struct err *err)
{
    cJSON *body = opening(review, plan->count - done);
    if (!body)
        return err_set_nomem(err);
    if (session_write(review, "open", body, err))
        return -1;
    review->open_written = true;
    for (size_t i = done; i < plan->count; i++) {
        body = plan->items[i].body;
        plan->items[i].body = NULL;
        if (session_write(review, plan->items[i].type, body, err))
            return -1;
    }
    return 0;
}

static int read_prefix(const struct review *review, struct event_log *log, struct err *err)
{
    struct journal_lines lines;
    size_t broken = 0;
    event_log_init(log);
    if (journal_load(review->places.journal, &lines, err))
        return -1;
    memcpy(log->head, lines.head, sizeof lines.head);
    int status = event_log_read(log, &lines, &broken, err);
    if (!status && (broken || lines.broken_line))
        status = err_set(err, ERR_INPUT, "%s", _("not an event of a review"));
    journal_lines_release(&lines);
    event_log_settle(log);
    return status;
}

/* The plan rests on the journal as it was before the recovery began: made anew
 * it is the same, so that one that was interrupted goes on where it stopped. */
static int make_plan(const struct review *review, struct event_log *journal, size_t first,
                     struct plan *plan)
{
    const struct event_log *recorded = &review->disk.log;
    size_t whole = journal->count;
    journal->count = first;
    event_log_settle(journal);
    int status = plan_undoing(plan, journal, recorded) || plan_taking(plan, journal, recorded) ||
                 plan_readings(plan, review->report, journal, recorded);
    journal->count = whole;
    event_log_settle(journal);
    return status ? -1 : 0;
}

static int check_begun(const struct plan *plan, const struct event_log *journal,
                       const struct recovery *begun, struct err *err)
{
    size_t done = 0;
    bool fits = begun->taken == (int64_t)plan->count;
    for (size_t i = begun->first + 1; fits && i < journal->count; i++) {
        if (strcmp(journal->items[i].type, "open") == 0)
            continue;
        fits = done < plan->count && strcmp(journal->items[i].type, plan->items[done].type) == 0;
        done++;
    }
    return fits ? 0
                : err_set(err, ERR_INPUT, "%s",
                          _("a recovery was begun here from another verdict file; put a whole copy "
                            "of the journal back"));
}

static int take(struct review *review, struct event_log *journal, struct err *err)
{
    struct plan plan = {0};
    struct recovery begun = {.first = journal->count};
    struct event_log recorded = review->disk.log;
    bool again = load_find_recovery(journal, review->disk.file.head, &begun);
    int status = make_plan(review, journal, begun.first, &plan) ? err_set_nomem(err) : 0;
    if (!status && again)
        status = check_begun(&plan, journal, &begun, err);
    journal_close(review->journal, NULL);
    review->journal = status
                          ? NULL
                          : journal_open(review->places.journal, true,
                                         places_mode(&review->places, review->report->path), err);
    if (!review->journal) {
        plan_release(&plan);
        return -1;
    }
    review->disk.log = *journal;
    status = write_plan(review, &plan, (size_t)begun.done, err);
    if (!status) {
        event_log_settle(&review->disk.log);
        status = session_refold(review, err);
    }
    if (status) {
        *journal = review->disk.log;
        review->disk.log = recorded;
    } else {
        *journal = recorded;
    }
    plan_release(&plan);
    return status;
}

int review_recover(struct review *review, struct err *err)
{
    struct event_log journal;
    if (review->disk.missing == 0 || review->readonly_asked)
        return err_set(err, ERR_USAGE, "%s",
                       _("the journal lacks nothing that the verdict file records"));
    if (!review->lock && session_lock(review, err))
        return -1;
    event_log_init(&journal);
    int status = read_prefix(review, &journal, err) || take(review, &journal, err);
    event_log_release(&journal);
    if (status)
        return -1;
    review->disk.missing = 0;
    review->disk.readonly = review->readonly = false;
    review->disk.journal_nlines = review->disk.log.count;
    str_clear(&review->disk.notice);
    return review_save(review, err);
}
