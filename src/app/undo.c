/* Undo and redo over the reports of this session, in the order of time; what
 * earlier sessions did is undone inside its own report only. */
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "gouji/base/path.h"

/* Acts of earlier sessions are undone from inside their report only. */
static bool reaches(const struct app *app, const struct document *document,
                    const struct act_time *when)
{
    return document == app->document || when->moment > 0 || strcmp(when->at, app->started) >= 0;
}

/* Below 0: a was before b. Times of the journal tell no two acts of one second apart. */
static int compare(const struct act_time *a, const struct act_time *b)
{
    if (a->moment > 0 && b->moment > 0)
        return a->moment < b->moment ? -1 : a->moment > b->moment;
    return strcmp(a->at, b->at);
}

static int64_t next_act(const struct document *document, bool redo, struct act_time *when)
{
    return redo ? review_redo_next(document->review, when)
                : review_undo_next(document->review, when);
}

/* Undo takes the latest act; redo the earliest of what was undone. */
static struct document *choose(const struct app *app, bool redo)
{
    struct document *best = NULL;
    struct act_time best_when = {NULL, 0};
    for (size_t i = 0; i < app->ndocuments; i++) {
        struct document *document = app->documents[i];
        struct act_time when;
        if (next_act(document, redo, &when) == 0 || !reaches(app, document, &when))
            continue;
        int order = !best ? 1 : redo ? compare(&best_when, &when) : compare(&when, &best_when);
        if (order < 0 || (order == 0 && document != app->document))
            continue;
        best = document;
        best_when = when;
    }
    return best;
}

/* What was decided before, to tell later what changed. */
struct before {
    int64_t n;
    enum verdict verdict;
};

struct before *undo_before(const struct review *review)
{
    const struct findings *findings = review_findings(review);
    struct before *before = calloc(findings->nitems + 1, sizeof *before);
    for (size_t i = 0; before && i < findings->nitems; i++) {
        struct decision decision = review_decision(review, i);
        before[i] = (struct before){decision.n, decision.verdict};
    }
    return before;
}

int undo_changed(const struct review *review, const struct before *before, size_t *n)
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

/* "T3-02 np: confirmed -> open, 4 findings in all" */
static void say_change(const struct app *app, const struct review *review, int item,
                       enum verdict before, size_t n, struct str *said)
{
    char name[120];
    acts_finding_name(&review_findings(review)->items[item], name, sizeof name);
    str_clear(said);
    str_format(said, "%s: %s %s %s", name, desk_verdict_text(before), app->desk.ascii ? "->" : "→",
               desk_verdict_text(review_decision(review, (size_t)item).verdict));
    if (n > 1)
        str_format(said, _(", %zu findings in all"), n);
}

static int turn(struct app *app, struct document *document, bool redo, struct str *said,
                struct err *err)
{
    struct review *review = document->review;
    int status = redo ? review_redo(review, said, err) : review_undo(review, said, err);
    if (status == 0 && document == app->document)
        acts_changed(app);
    else if (status == 0)
        documents_tell_queue(app, document);
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

/* The cursor has moved on since: it comes back to the decision that changed. A
 * reading makes other findings, and stays under the cursor in the tables. */
static void tell_change(struct app *app, const struct document *document,
                        const struct before *before, size_t nitems, struct str *said)
{
    const struct review *review = document->review;
    size_t n = 0;
    bool same = before && review_findings(review)->nitems == nitems;
    int item = same ? undo_changed(review, before, &n) : -1;
    if (item >= 0)
        say_change(app, review, item, before[item].verdict, n, said);
    if (item >= 0 && document == app->document)
        desk_select(&app->desk, item, -1);
}

static int once_in(struct app *app, struct document *document, bool redo, struct str *said,
                   struct err *err)
{
    struct review *review = document->review;
    int64_t n = next_act(document, redo, NULL);
    size_t nitems = review_findings(review)->nitems;
    struct before *before = undo_before(review);
    int status = turn(app, document, redo, said, err);
    if (status == 0) {
        size_t others = turn_rest(app, document, n, redo);
        document->acted = true;
        tell_change(app, document, before, nitems, said);
        if (others > 0)
            str_format(said, _(", and in %zu other reports"), others);
    }
    free(before);
    return status;
}

/* False: nothing was left, or it could not be done. */
static bool once(struct app *app, bool redo)
{
    struct err err = {0};
    struct str said = STR_INIT;
    struct document *document = choose(app, redo);
    bool turned = document && once_in(app, document, redo, &said, &err) == 0;
    if (turned)
        desk_say(&app->desk, TONE_OK, "%s: %s: %s", redo ? _("redo") : _("undo"),
                 path_name(document->path), str_text(&said));
    else if (document)
        app_say_err(app, &err);
    else
        desk_say(&app->desk, TONE_PLAIN, redo ? _("Nothing to redo") : _("Nothing to undo"));
    str_release(&said);
    return turned;
}

unsigned undo_do(struct app *app, bool redo, int count)
{
    for (int done = 0; once(app, redo) && ++done < count && !loop_is_called_off(app);)
        ;
    pairing_settle(app);
    return REACT_REDRAW;
}
