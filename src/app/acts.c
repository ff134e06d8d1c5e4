/* What the reviewer writes: each act asks for what it needs, then goes through
 * review_*. A failed act says why and changes nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"

static struct review *review_of(const struct app *app)
{
    return app->document->review;
}

bool acts_say_news(struct app *app, struct document *document)
{
    const char *notice = review_notice(document->review), *news = notice;
    size_t ntold = document->told ? strlen(document->told) : 0;
    if (notice && ntold > 0 && strncmp(notice, document->told, ntold) == 0)
        news = notice[ntold] ? notice + ntold + strlen("; ") : NULL;
    if (news) {
        desk_say(&app->desk, TONE_ERROR, "%s", news);
        free(document->told);
        document->told = strdup(notice);
    }
    return news != NULL;
}

void acts_changed(struct app *app)
{
    struct err err = {0};
    if (!app->document)
        return;
    if (desk_refresh(&app->desk) < 0) {
        err_set_nomem(&err);
        app_say_err(app, &err);
    }
    app_refresh_panes(app);
    queue_update(app->queue, app->desk.queue_index, app->document->review);
    app->place_due = true;
}

/* After an act: says it, or why not, and takes the model anew. */
bool acts_finish(struct app *app, int status, const struct err *err, const char *said)
{
    if (status < 0) {
        app->act_failed = err->kind == ERR_IO || err->kind == ERR_FULL || err->kind == ERR_NOMEM;
        app_say_err(app, err);
        if (err->kind == ERR_FULL)
            desk_say(&app->desk, TONE_ERROR, "%s",
                     _("Nothing was written, the disk is full; make room, then do it again"));
        return false;
    }
    app->document->acted = true;
    desk_say(&app->desk, TONE_OK, "%s", said);
    acts_changed(app);
    acts_say_news(app, app->document);
    return true;
}

void acts_finding_name(const struct finding *finding, char *out, size_t n)
{
    snprintf(out, n, "%s%s%s", finding->rule->id, finding->instance[0] ? " " : "",
             finding->instance);
}

bool acts_target(struct app *app, struct target *target)
{
    const struct pane *pane = app->panes[app->focus];
    *target = (struct target)TARGET_REPORT;
    return !pane->ops->target || pane->ops->target(pane, target);
}

/* ---- acts that wait for an answer ---- */

void acts_postpone(struct app *app, enum action action, int count, const char *argument)
{
    free(app->pending.argument);
    app->pending.action = action;
    app->pending.count = count;
    app->pending.argument = argument ? strdup(argument) : NULL;
}

void acts_resume(struct app *app)
{
    enum action action = app->pending.action;
    char *argument = app->pending.argument;
    app->pending.argument = NULL;
    app->pending.action = ACTION_NOTHING;
    if (action != ACTION_NOTHING)
        app_do(app, action, app->pending.count, argument);
    free(argument);
}

/* The verdict was chosen before those given earlier could be seen: asked for again. */
static bool shows_earlier_work(struct app *app)
{
    const unsigned decides = ACTION_DECIDES;
    struct review_counts counts = {0};
    if (app->document)
        counts = review_count(review_of(app));
    if (counts.decided == 0 || app->pending.argument ||
        (action_entry(app->pending.action)->flags & decides) != decides)
        return false;
    acts_postpone(app, ACTION_NOTHING, 0, NULL);
    desk_say(&app->desk, TONE_PLAIN,
             _("Your earlier review is taken up, %zu of %zu decided; do it again if it "
               "still stands"),
             counts.decided, counts.entries);
    return true;
}

static void named(struct app *app, const char *text)
{
    struct err err = {0};
    for (size_t i = 0; i < app->ndocuments; i++)
        if (review_set_reviewer(app->documents[i]->review, text, &err) < 0) {
            app_say_err(app, &err);
            return;
        }
    snprintf(app->reviewer, sizeof app->reviewer, "%s", text);
    session_save(app); /* offered again after a crash */
    acts_changed(app);
    if (text[0] && !shows_earlier_work(app))
        acts_resume(app);
    app->act_failed = false; /* the name was taken: it need not be asked again */
}

void acts_ask_reviewer(struct app *app, enum action action, int count, const char *argument)
{
    const char *last = session_reviewer(app), *offered = last ? last : getenv("USER");
    struct prompt_spec spec = {.label = _("Who is reviewing? The name goes into the verdict file"),
                               .text = app->reviewer[0] ? app->reviewer : offered,
                               .done = named,
                               .offered = true,
                               .history = HISTORY_NONE};
    acts_postpone(app, action, count, argument);
    prompt_open(app, &spec);
}

/* ---- one act ---- */

static unsigned set_mark(struct app *app, const char *argument)
{
    struct err err = {0};
    struct target target;
    struct str said = STR_INIT;
    if (!argument || !acts_target(app, &target))
        return REACT_REDRAW;
    app->marked[(unsigned char)argument[0]] = target.finding + 1;
    if (target.finding >= 0)
        target = goto_finding_place(app, target.finding);
    if (!target.cell && span_empty(target.span)) {
        desk_say(&app->desk, TONE_ERROR, _("No place in the report to mark here"));
        return REACT_REDRAW;
    }
    str_format(&said, _("Mark %c set"), argument[0]);
    acts_finish(app, review_mark(review_of(app), argument[0], target, &err), &err, str_text(&said));
    str_release(&said);
    return REACT_REDRAW;
}

unsigned acts_do(struct app *app, enum action action, int count, const char *argument)
{
    switch ((int)action) {
    case ACTION_CONFIRM:
        return decide_here(app, VERDICT_CONFIRMED, count, NULL);
    case ACTION_MISREAD:
        return decide_here(app, VERDICT_MISREAD, count, argument);
    case ACTION_EXPLAINED:
        return decide_here(app, VERDICT_EXPLAINED, count, argument);
    case ACTION_NOT_AN_ERROR:
        return decide_here(app, VERDICT_NOT_AN_ERROR, count, argument);
    case ACTION_LATER:
        return decide_here(app, VERDICT_LATER, count, NULL);
    case ACTION_CANNOT_TELL:
        return decide_here(app, VERDICT_CANNOT_TELL, count, NULL);
    case ACTION_REPEAT:
        return decide_repeat(app, count);
    case ACTION_ANNOTATE:
        return remarks_annotate(app, argument);
    case ACTION_ADD_PROBLEM:
        return remarks_add_problem(app, argument);
    case ACTION_CORRECT:
        return correct_cell(app, argument);
    case ACTION_PLACE_ROW:
        return correct_row(app, argument);
    case ACTION_PAIR:
        return pairing_ask(app);
    case ACTION_CONCLUDE:
        return conclude_ask(app, argument);
    case ACTION_REOPEN:
        return conclude_reopen(app, argument);
    case ACTION_MARK:
        return set_mark(app, argument);
    default:
        return REACT_UNHANDLED;
    }
}
