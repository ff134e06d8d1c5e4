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

/* What was decided before, to tell later what changed. */
struct before {
    int64_t n;
    enum verdict verdict;
};

static struct before *decided_before(const struct review *review)
{
    const struct findings *findings = review_findings(review);
    struct before *before = calloc(findings->nitems + 1, sizeof *before);
    for (size_t i = 0; before && i < findings->nitems; i++) {
        struct decision decision = review_decision(review, i);
        before[i] = (struct before){decision.n, decision.verdict};
    }
    return before;
}

/* The first finding of the list whose decision changed, -1 none; *n: how many did. */
static int first_changed(const struct review *review, const struct before *before, size_t *n)
{
    const struct entry *entries = NULL;
    size_t nentries = review_entries(review, &entries);
    int first = -1;
    *n = 0;
    for (size_t i = 0; i < nentries; i++) {
        size_t item = entries[i].item;
        if (review_decision(review, item).n == before[item].n)
            continue;
        if (first < 0)
            first = (int)item;
        ++*n;
    }
    return first;
}

/* "T3-02 np: confirmed -> open, and 3 more" */
static void say_change(const struct app *app, const struct review *review, int item,
                       enum verdict before, size_t n, struct str *said)
{
    char name[120];
    acts_finding_name(&review_findings(review)->items[item], name, sizeof name);
    str_clear(said);
    str_format(said, "%s: %s %s %s", name, desk_verdict_text(before), app->desk.ascii ? "->" : "→",
               desk_verdict_text(review_decision(review, (size_t)item).verdict));
    if (n > 1)
        str_format(said, _(", and %d more"), (int)n - 1);
}

/* The cursor has moved on since: it comes back to the decision that changed. A
 * reading makes other findings, and stays under the cursor in the tables. */
static int turn(struct app *app, struct document *document, bool redo, struct str *said,
                struct err *err)
{
    struct review *review = document->review;
    size_t nitems = review_findings(review)->nitems, n = 0;
    struct before *before = decided_before(review);
    int status = redo ? review_redo(review, said, err) : review_undo(review, said, err);
    if (status == 0 && document == app->document)
        acts_changed(app);
    else if (status == 0)
        documents_tell_queue(app, document);
    bool same = status == 0 && before && review_findings(review)->nitems == nitems;
    int item = same ? first_changed(review, before, &n) : -1;
    if (item >= 0)
        say_change(app, review, item, before[item].verdict, n, said);
    if (item >= 0 && document == app->document)
        desk_select(&app->desk, item, -1);
    free(before);
    return status;
}

/* Those written together with it, too; how many in other reports. */
static size_t turn_rest(struct app *app, struct document *document, int64_t n, bool redo)
{
    size_t count = 0;
    struct err err = {0};
    struct str said = STR_INIT;
    for (struct document *other; (other = batch_next(app, document, n, redo));) {
        str_clear(&said);
        if (turn(app, other, redo, &said, &err) < 0) {
            app_say_err(app, &err);
            break;
        }
        other->acted = true;
        count += other != document;
    }
    str_release(&said);
    return count;
}

static unsigned once(struct app *app, bool redo)
{
    struct err err = {0};
    struct str said = STR_INIT;
    const char *at = NULL;
    struct document *document = choose(app, redo);
    if (!document) {
        desk_say(&app->desk, TONE_PLAIN, redo ? _("Nothing to redo") : _("Nothing to undo"));
        return REACT_REDRAW;
    }
    int64_t n =
        redo ? review_redo_next(document->review, &at) : review_undo_next(document->review, &at);
    if (turn(app, document, redo, &said, &err) < 0) {
        app_say_err(app, &err);
    } else {
        size_t others = turn_rest(app, document, n, redo);
        document->acted = true;
        if (others > 0)
            str_format(&said, _(", and in %zu other reports"), others);
        desk_say(&app->desk, TONE_OK, "%s: %s: %s", redo ? _("redo") : _("undo"),
                 path_name(document->path), str_text(&said));
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
