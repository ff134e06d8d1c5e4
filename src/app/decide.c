/* Deciding what is looked at: verdicts with their reasons, on a finding or on
 * all of its cause, and the last one again. */
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

/* Confirming a cause whose culprit is known says so, and what should stand there. */
static int decide_or_accept(struct app *app, size_t item, enum verdict verdict, const char *reason,
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

/* A member decided by itself leaves the cause open: that is told. */
static void say_cause(const struct app *app, size_t item, struct str *said)
{
    struct cause_counts cause = review_cause(review_of(app), item);
    if (cause.decided < cause.findings)
        str_format(said, _("  %zu of the %zu findings of its cause decided; on its first row all "
                           "are decided at once"),
                   cause.decided, cause.findings);
}

static void decide(struct app *app, size_t item, enum verdict verdict, const char *reason)
{
    struct err err = {0};
    const struct finding *finding = &desk_findings(&app->desk)->items[item];
    struct str said = STR_INIT;
    char name[120];
    acts_finding_name(finding, name, sizeof name);
    str_format(&said, "%s: %s", name, desk_verdict_text(verdict));
    int status = decide_or_accept(app, item, verdict, reason, &said, &err);
    if (status == 0) {
        char *copy = strdup(reason);
        if (verdict != VERDICT_LATER)
            say_cause(app, item, &said);
        free(app->last.reason);
        app->last.reason = copy;
        app->last.verdict = copy ? verdict : VERDICT_NONE;
        advance(app);
    }
    acts_finish(app, status, &err, str_text(&said));
    str_release(&said);
}

static void reasoned(struct app *app, const char *text)
{
    if (!text[0]) {
        desk_say(&app->desk, TONE_ERROR, _("This verdict needs a reason; nothing was decided"));
        return;
    }
    drafts_end(app, "reason");
    decide(app, app->pending.item, app->pending.verdict, text);
}

static void ask_reason(struct app *app, size_t item, enum verdict verdict)
{
    const struct finding *finding = &desk_findings(&app->desk)->items[item];
    char label[240], name[120];
    acts_finding_name(finding, name, sizeof name);
    int n = snprintf(label, sizeof label, "%s  ", name);
    snprintf(label + n, sizeof label - (size_t)n, _("Reason for \"%s\" (a digit takes a ready one)"),
             desk_verdict_text(verdict));
    app->pending.item = item;
    app->pending.verdict = verdict;
    app->pending.target = (struct target){(int)item, NULL, {0, 0}};
    drafts_open(app, (struct prompt_spec){.label = label, .done = reasoned, .drafts = "reason",
                                           .history = HISTORY_NONE});
    int nready = 0;
    for (size_t i = 0; i < app->config.nreasons && nready < 9; i++)
        if (app->config.reasons[i].verdict == verdict)
            str_format(&app->prompt.hints, "%d %s\n", ++nready, app->config.reasons[i].text);
}

unsigned decide_here(struct app *app, enum verdict verdict, const char *reason)
{
    if (!desk_finding(&app->desk)) {
        desk_say(&app->desk, TONE_PLAIN, _("Choose a finding first"));
        return REACT_REDRAW;
    }
    size_t item = (size_t)app->desk.here.item;
    if (verdict_needs_reason(verdict) && !(reason && reason[0]))
        ask_reason(app, item, verdict);
    else
        decide(app, item, verdict, reason ? reason : "");
    return REACT_REDRAW;
}

unsigned decide_repeat(struct app *app)
{
    if (app->last.verdict == VERDICT_NONE) {
        desk_say(&app->desk, TONE_PLAIN, _("Nothing was decided yet"));
        return REACT_REDRAW;
    }
    char *reason = strdup(app->last.reason);
    if (reason)
        decide_here(app, app->last.verdict, reason);
    free(reason);
    return REACT_REDRAW;
}
