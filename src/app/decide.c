/* Verdicts: on the finding looked at, on a count of them, on all tagged ones. More
 * than one is asked about first, with another key than the one that began it. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"

static struct review *review_of(const struct app *app)
{
    return app->document->review;
}

static bool is_head(const struct app *app, size_t item)
{
    const struct entry *entries = NULL;
    size_t n = review_entries(review_of(app), &entries);
    for (size_t i = 0; i < n; i++)
        if (entries[i].item == item)
            return entries[i].depth == 0;
    return false;
}

static void advance(struct app *app)
{
    struct pane *findings = app->panes[PANE_FINDINGS];
    if (app->config.autoadvance)
        findings->ops->act(findings, ACTION_NEXT_UNRESOLVED, 0, NULL);
}

/* What is to be decided, in words: its name, or how many there are. */
static void chosen_name(const struct app *app, char *out, size_t n)
{
    const struct pending *pending = &app->pending;
    if (pending->nitems == 1)
        acts_finding_name(&desk_findings(&app->desk)->items[pending->items[0]], out, n);
    else
        snprintf(out, n, pending->tagged ? _("%zu tagged findings") : _("%zu findings"),
                 pending->nitems);
}

/* ---- deciding ---- */

/* Confirming a cause whose culprit is known says so, and what should stand there. */
static int decide_one(struct app *app, size_t item, enum verdict verdict, const char *reason,
                      struct str *said, struct err *err)
{
    const struct finding *finding = &desk_findings(&app->desk)->items[item];
    size_t index;
    if (verdict != VERDICT_CONFIRMED || !is_head(app, item) ||
        !desk_proposal(&app->desk, finding, &index))
        return review_decide(review_of(app), item, is_head(app, item), verdict, reason, err);
    str_format(said, "  %s: %s", _("proposed"),
               desk_lang_text(&app->desk, finding->culprit->repairs[index].text));
    return review_accept(review_of(app), item, index, err);
}

/* The causes whose right values are known are confirmed with them, each by itself;
 * what is left over for one decision comes to the front of `items`, *n of them. */
static int accept_known(struct app *app, size_t *items, size_t *n, struct err *err)
{
    size_t left = 0, index;
    for (size_t i = 0; i < *n; i++) {
        /* The first act may make the findings anew. */
        const struct finding *finding = &desk_findings(&app->desk)->items[items[i]];
        if (!is_head(app, items[i]) || !desk_proposal(&app->desk, finding, &index)) {
            items[left++] = items[i];
            continue;
        }
        if (review_accept(review_of(app), items[i], index, err) < 0)
            return -1;
        batch_add(app, app->document);
    }
    *n = left;
    return 0;
}

/* Undone as one, though the journal may hold several events. */
static int decide_many(struct app *app, enum verdict verdict, const char *reason, struct err *err)
{
    struct pending *pending = &app->pending;
    size_t n = pending->nitems;
    app->batch++;
    if (verdict == VERDICT_CONFIRMED && accept_known(app, pending->items, &n, err) < 0)
        return -1;
    if (n == 0)
        return 0;
    int status = review_decide_all(review_of(app), pending->items, n, verdict, reason, err);
    if (status == 0)
        batch_add(app, app->document);
    return status;
}

/* The first row decides the whole cause, a member by itself leaves it open: both are
 * told. */
static void say_cause(const struct app *app, size_t item, enum verdict verdict, struct str *said)
{
    struct cause_counts cause = review_cause(review_of(app), item);
    if (is_head(app, item) && cause.findings > 1)
        str_format(said, _("  and so are %zu more of its cause"), cause.findings - 1);
    else if (verdict != VERDICT_LATER && cause.decided < cause.findings)
        str_format(said,
                   _("  %zu of the %zu findings of its cause decided; on its first row all "
                     "are decided at once"),
                   cause.decided, cause.findings);
}

/* Several rows chosen decide more than themselves when they head causes. */
static void say_all(const struct app *app, const struct before *before, struct str *said)
{
    size_t n = 0;
    if (before && undo_changed(review_of(app), before, &n) >= 0 && n > app->pending.nitems)
        str_format(said, _(", with those of their causes %zu findings in all"), n);
}

static void remember(struct app *app, enum verdict verdict, const char *reason)
{
    char *copy = strdup(reason);
    free(app->last.reason);
    app->last.reason = copy;
    app->last.verdict = copy ? verdict : VERDICT_NONE;
}

static void decide(struct app *app, enum verdict verdict, const char *reason)
{
    struct err err = {0};
    struct str said = STR_INIT;
    struct pending *pending = &app->pending;
    char name[120];
    chosen_name(app, name, sizeof name);
    str_format(&said, "%s: %s", name, desk_verdict_text(verdict));
    struct before *before = pending->nitems > 1 ? undo_before(review_of(app)) : NULL;
    int status = pending->nitems == 1
                     ? decide_one(app, pending->items[0], verdict, reason, &said, &err)
                     : decide_many(app, verdict, reason, &err);
    if (status == 0) {
        if (pending->nitems == 1)
            say_cause(app, pending->items[0], verdict, &said);
        say_all(app, before, &said);
        remember(app, verdict, reason);
        if (pending->tagged)
            findings_pane_untag(app->panes[PANE_FINDINGS]);
        advance(app);
    }
    acts_finish(app, status, &err, str_text(&said));
    free(before);
    str_release(&said);
}

static void reasoned(struct app *app, const char *text)
{
    if (!text[0]) {
        desk_say(&app->desk, TONE_ERROR, _("This verdict needs a reason; nothing was decided"));
        return;
    }
    drafts_end(app, "reason");
    decide(app, app->pending.verdict, text);
}

static void add_ready(struct app *app)
{
    int nready = 0;
    for (size_t i = 0; i < app->config.nreasons && nready < 9; i++)
        if (app->config.reasons[i].verdict == app->pending.verdict)
            str_format(&app->prompt.hints, "%d %s\n", ++nready, app->config.reasons[i].text);
}

static void ask_reason(struct app *app)
{
    char label[240], name[120];
    chosen_name(app, name, sizeof name);
    int n = snprintf(label, sizeof label, "%s  ", name);
    snprintf(label + n, sizeof label - (size_t)n,
             _("Reason for \"%s\" (a digit takes a ready one)"),
             desk_verdict_text(app->pending.verdict));
    app->pending.target = (struct target){(int)app->pending.items[0], NULL, {0, 0}};
    drafts_open(
        app, (struct prompt_spec){
                 .label = label, .done = reasoned, .drafts = "reason", .history = HISTORY_REASON});
    add_ready(app);
}

static void agreed(struct app *app, const char *text)
{
    if (text[0]) {
        desk_say(&app->desk, TONE_PLAIN, _("Nothing was decided"));
        return;
    }
    char *reason = strdup(app->pending.text ? app->pending.text : "");
    if (reason)
        decide(app, app->pending.verdict, reason);
    free(reason);
}

static void ask_bulk(struct app *app, const char *reason)
{
    char label[240], name[120];
    char *copy = strdup(reason);
    free(app->pending.text);
    app->pending.text = copy;
    chosen_name(app, name, sizeof name);
    snprintf(label, sizeof label,
             app->streams ? _("%s: %s. An empty line decides them all, a dot none")
                          : _("%s: %s. Enter decides them all, Esc none"),
             name, desk_verdict_text(app->pending.verdict));
    prompt_open(app,
                &(struct prompt_spec){.label = label, .done = agreed, .history = HISTORY_NONE});
}

/* ---- what it is about ---- */

static void say_none(struct app *app, bool tagged)
{
    struct desk *desk = &app->desk;
    if (tagged)
        desk_say(desk, TONE_PLAIN, _("Nothing is tagged; %s tags"),
                 desk_keys(desk, IN_FINDINGS, ACTION_TAG));
    else if (desk_finding(desk))
        desk_say(desk, TONE_PLAIN, _("The filter hides this finding; %s and Enter shows all"),
                 desk_keys(desk, IN_FINDINGS, ACTION_FILTER));
    else
        desk_say(desk, TONE_PLAIN, _("Choose a finding first"));
}

static bool choose(struct app *app, bool tagged, int count)
{
    struct pending *pending = &app->pending;
    size_t nitems = desk_findings(&app->desk)->nitems;
    size_t *items = calloc(nitems + 1, sizeof *items);
    if (!items)
        return false;
    free(pending->items);
    pending->items = items;
    pending->tagged = tagged;
    app->on_tagged = false;
    pending->nitems = findings_pane_chosen(app->panes[PANE_FINDINGS], tagged, count, items);
    if (pending->nitems == 0)
        say_none(app, tagged);
    return pending->nitems > 0;
}

unsigned decide_here(struct app *app, enum verdict verdict, int count, const char *reason)
{
    if (!choose(app, app->on_tagged, count))
        return REACT_REDRAW;
    app->pending.verdict = verdict;
    if (verdict_needs_reason(verdict) && !(reason && reason[0]))
        ask_reason(app);
    else if (app->pending.nitems > 1)
        ask_bulk(app, reason ? reason : "");
    else
        decide(app, verdict, reason ? reason : "");
    return REACT_REDRAW;
}

unsigned decide_repeat(struct app *app, int count)
{
    if (app->last.verdict == VERDICT_NONE) {
        desk_say(&app->desk, TONE_PLAIN, _("Nothing was decided yet"));
        return REACT_REDRAW;
    }
    char *reason = strdup(app->last.reason);
    if (reason)
        decide_here(app, app->last.verdict, count, reason);
    free(reason);
    return REACT_REDRAW;
}
