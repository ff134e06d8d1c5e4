/* Undo and redo over the reports of this session, in the order of time; what
 * earlier sessions did is undone inside its own report only. */
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "gouji/base/path.h"

static bool reaches(const struct app *app, const struct document *document, const char *at)
{
    return document == app->document || strcmp(at, app->started) >= 0;
}

/* Undo takes the latest act; redo the earliest of what was undone. */
static struct document *choose(const struct app *app, bool redo)
{
    struct document *best = NULL;
    const char *best_at = NULL;
    for (size_t i = 0; i < app->ndocuments; i++) {
        struct document *document = app->documents[i];
        const char *at = NULL;
        int64_t n = redo ? review_redo_next(document->review, &at)
                         : review_undo_next(document->review, &at);
        if (n == 0 || !at || !reaches(app, document, at))
            continue;
        int order = best ? strcmp(at, best_at) : 1;
        if (redo)
            order = best ? -order : 1;
        if (order < 0 || (order == 0 && document != app->document))
            continue;
        best = document;
        best_at = at;
    }
    return best;
}

/* Which events decided the findings, to tell later where one changed. */
static int64_t *decided_by(const struct review *review)
{
    const struct findings *findings = review_findings(review);
    int64_t *events = calloc(findings->nitems + 1, sizeof *events);
    for (size_t i = 0; events && i < findings->nitems; i++)
        events[i] = review_decision(review, i).n;
    return events;
}

static void select_changed(struct app *app, const int64_t *before)
{
    const struct entry *entries = NULL;
    size_t n = review_entries(app->document->review, &entries);
    for (size_t i = 0; i < n; i++) {
        size_t item = entries[i].item;
        if (review_decision(app->document->review, item).n == before[item])
            continue;
        desk_select(&app->desk, (int)item, -1);
        return;
    }
}

/* The cursor has moved on since: it comes back to the decision that changed. A
 * reading makes other findings, and stays under the cursor in the tables. */
static int turn(struct app *app, struct document *document, bool redo, struct str *said,
                struct err *err)
{
    size_t nitems = review_findings(document->review)->nitems;
    int64_t *before = document == app->document ? decided_by(document->review) : NULL;
    int status = redo ? review_redo(document->review, said, err)
                      : review_undo(document->review, said, err);
    if (status == 0)
        acts_changed(app);
    if (status == 0 && before && review_findings(document->review)->nitems == nitems)
        select_changed(app, before);
    free(before);
    return status;
}

static unsigned once(struct app *app, bool redo)
{
    struct err err = {0};
    struct str said = STR_INIT;
    struct document *document = choose(app, redo);
    if (!document) {
        desk_say(&app->desk, TONE_PLAIN, redo ? _("Nothing to redo") : _("Nothing to undo"));
        return REACT_REDRAW;
    }
    int status = turn(app, document, redo, &said, &err);
    if (status < 0) {
        app_say_err(app, &err);
    } else {
        desk_say(&app->desk, TONE_OK, "%s: %s: %s", redo ? _("redo") : _("undo"),
                 path_name(document->path), str_text(&said));
        document->acted = true;
    }
    str_release(&said);
    return REACT_REDRAW;
}

unsigned undo_do(struct app *app, bool redo, int count)
{
    unsigned reaction = REACT_NOTHING;
    for (int i = 0; i < (count > 0 ? count : 1); i++)
        reaction |= once(app, redo);
    pairing_settle(app);
    return reaction;
}
