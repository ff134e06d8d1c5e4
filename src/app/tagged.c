/* Acts on all that is tagged in the queue, and what makes such an act one: the
 * events it wrote into several journals are undone together. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "gouji/base/json.h"
#include "gouji/base/vec.h"

enum { BATCHES_MAX = 32 };

/* ---- events that belong together ---- */

static void add(struct app *app, struct document *document, int64_t n)
{
    if (vec_room(&app->batched, &app->batched_capacity, app->nbatched, sizeof *app->batched) == 0)
        app->batched[app->nbatched++] = (struct batched){document, n, app->batch};
}

void batch_add(struct app *app, struct document *document)
{
    int64_t n = review_undo_next(document->review, NULL);
    if (n > 0)
        add(app, document, n);
}

void batch_forget(struct app *app, const struct document *document)
{
    size_t kept = 0;
    for (size_t i = 0; i < app->nbatched; i++)
        if (app->batched[i].document != document)
            app->batched[kept++] = app->batched[i];
    app->nbatched = kept;
}

/* The events of the batch in this report, the first of them in front. */
static cJSON *batch_events(const struct app *app, const struct document *document, size_t first)
{
    cJSON *events = cJSON_CreateArray();
    for (size_t i = first; events && i < app->nbatched; i++)
        if (app->batched[i].document == document &&
            app->batched[i].batch == app->batched[first].batch)
            cJSON_AddItemToArray(events, cJSON_CreateNumber((double)app->batched[i].n));
    return events;
}

static bool begins_batch(const struct app *app, size_t at)
{
    for (size_t i = 0; i < at; i++)
        if (app->batched[i].document == app->batched[at].document &&
            app->batched[i].batch == app->batched[at].batch)
            return false;
    return true;
}

void batch_keep(const struct app *app, const struct document *document, cJSON *place)
{
    cJSON *batches = cJSON_AddArrayToObject(place, "batches");
    for (size_t i = 0; batches && i < app->nbatched; i++) {
        if (app->batched[i].document != document || !begins_batch(app, i))
            continue;
        cJSON *events = batch_events(app, document, i);
        if (cJSON_GetArraySize(events) > 1)
            cJSON_AddItemToArray(batches, events);
        else
            cJSON_Delete(events);
    }
    while (cJSON_GetArraySize(batches) > BATCHES_MAX)
        cJSON_DeleteItemFromArray(batches, 0);
}

void batch_find(struct app *app, struct document *document, const cJSON *place)
{
    const cJSON *events, *event;
    cJSON_ArrayForEach (events, json_get(place, "batches")) {
        app->batch++;
        cJSON_ArrayForEach (event, events)
            if (cJSON_IsNumber(event) && event->valuedouble >= 1 && event->valuedouble < INT32_MAX)
                add(app, document, (int64_t)event->valuedouble);
    }
}

static unsigned batch_of(const struct app *app, const struct document *document, int64_t n)
{
    for (size_t i = 0; i < app->nbatched; i++)
        if (app->batched[i].document == document && app->batched[i].n == n)
            return app->batched[i].batch;
    return 0;
}

struct document *batch_next(const struct app *app, const struct document *document, int64_t n,
                            bool redo)
{
    unsigned batch = batch_of(app, document, n);
    for (size_t i = 0; batch > 0 && i < app->nbatched; i++) {
        const struct batched *other = &app->batched[i];
        if (other->batch == batch &&
            (redo ? review_redo_next(other->document->review, NULL)
                  : review_undo_next(other->document->review, NULL)) == other->n)
            return other->document;
    }
    return NULL;
}

/* ---- a note on all tagged reports ---- */

/* ^C stops between two reports. */
static bool is_stopped(struct app *app, size_t done, size_t total)
{
    struct screen_input input;
    desk_say(&app->desk, TONE_PLAIN, _("%zu of %zu reports; ^C stops"), done, total);
    app_draw(app);
    app->ops->read(app->screen, 0, &input);
    return input.event == SCREEN_SIGNAL && input.signal == SIGINT;
}

static bool annotate_one(struct app *app, size_t index, const char *text)
{
    struct err err = {0};
    struct target target = TARGET_REPORT;
    if (documents_open(app, index) < 0)
        return false;
    struct document *document = app->document;
    const char *notice = review_notice(document->review);
    bool kept = !review_is_readonly(document->review) &&
                review_annotate(document->review, target, text, &err) == 0;
    if (kept) {
        document->acted = true;
        batch_add(app, document);
    }
    documents_leave(app);
    if (!kept)
        desk_say(&app->desk, TONE_ERROR, "%s", err.text[0] ? err.text : notice ? notice : "");
    return kept;
}

static void annotate_all(struct app *app, const char *text)
{
    struct pane *queue = app->panes[PANE_QUEUE];
    size_t *indexes = calloc(queue_count(app->queue) + 1, sizeof *indexes), done = 0;
    size_t n = indexes && text[0] ? queue_pane_tagged(queue, indexes) : 0;
    app->batch++;
    while (done < n && annotate_one(app, indexes[done], text) && !is_stopped(app, ++done, n))
        ;
    free(indexes);
    if (done < n || n == 0) {
        desk_say(&app->desk, TONE_ERROR, _("Noted in %zu of %zu reports"), done, n);
        return;
    }
    queue->ops->act(queue, ACTION_UNTAG, 0, NULL);
    desk_say(&app->desk, TONE_OK, _("Noted in %zu reports; one undo takes it back"), n);
}

void tagged_annotate(struct app *app, const char *text)
{
    char label[200];
    size_t n = queue_pane_tagged(app->panes[PANE_QUEUE], NULL);
    if (n == 0) {
        desk_say(&app->desk, TONE_PLAIN, _("Nothing is tagged; %s tags"),
                 desk_keys(&app->desk, app_context(app), ACTION_TAG));
    } else if (!app->reviewer[0]) {
        acts_ask_reviewer(app, ACTION_ANNOTATE, 0, text);
        return; /* what follows is still for the tagged */
    } else if (text) {
        annotate_all(app, text);
    } else {
        snprintf(label, sizeof label, _("Note on %zu tagged reports  (%s %s)"), n,
                 keymap_keys(app->keymap, IN_EDITOR, ACTION_ACCEPT), _("done"));
        prompt_open(app, &(struct prompt_spec){.label = label,
                                               .done = annotate_all,
                                               .multiline = true,
                                               .history = HISTORY_NONE});
    }
    app->on_tagged = false;
}

/* ---- tags from the notes ---- */

/* False when the cursor was on the last. */
static bool next_remark(struct pane *notes)
{
    size_t before, after;
    enum remark was = notes_pane_remark(notes, &before);
    notes->ops->act(notes, ACTION_LINE_DOWN, 1, NULL);
    return notes_pane_remark(notes, &after) != was || after != before;
}

unsigned tagged_tag(struct app *app, int count)
{
    struct pane *notes = app->panes[PANE_NOTES];
    struct target target;
    bool found = false;
    if (app_focused(app) != notes || !app->document)
        return REACT_UNHANDLED;
    do {
        bool is_of_finding = notes->ops->target(notes, &target) && target.finding >= 0;
        if (is_of_finding)
            findings_pane_tag(app->panes[PANE_FINDINGS], target.finding);
        found |= is_of_finding;
    } while (next_remark(notes) && --count > 0);
    if (!found)
        desk_say(&app->desk, TONE_PLAIN, _("This is about no finding, and findings are tagged"));
    return REACT_REDRAW;
}
