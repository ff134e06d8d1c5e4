/* The conclusion of a review, and taking it back. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "gouji/text/fold.h"

static struct review *review_of(const struct app *app)
{
    return app->document->review;
}

static void conclude(struct app *app, enum conclusion status, const char *note, bool asked)
{
    struct err err = {0};
    int done = review_conclude(review_of(app), status, note, asked, &err);
    if (acts_finish(app, done, &err, desk_conclusion_text(status)))
        documents_save(app, app->document);
}

static void pass_confirmed(struct app *app, const char *text)
{
    if (strcmp(text, "yes") == 0 || strcmp(text, "YES") == 0 || strcmp(text, "是") == 0)
        conclude(app, CONCLUSION_PASSED, app->pending.text ? app->pending.text : "", true);
    else
        desk_say(&app->desk, TONE_PLAIN, _("Not concluded"));
}

/* Errors of the report that "passed" would contradict: open, confirmed and added ones. */
static size_t errors_against_passing(const struct app *app)
{
    const struct review *review = review_of(app);
    const struct findings *findings = review_findings(review);
    const struct problem *problems = NULL;
    size_t n = review_count(review).open_errors;
    for (size_t i = 0; i < findings->nitems; i++)
        n += findings->items[i].outcome == OUTCOME_FAIL &&
             findings->items[i].severity == SEVERITY_ERROR &&
             review_decision(review, i).verdict == VERDICT_CONFIRMED &&
             !review_decision(review, i).stale;
    size_t nproblems = review_problems(review, &problems);
    for (size_t i = 0; i < nproblems; i++)
        n += problems[i].level == SEVERITY_ERROR;
    return n;
}

static void ask_pass(struct app *app, size_t nopen, const char *note)
{
    char label[160];
    char *copy = strdup(note);
    free(app->pending.text);
    app->pending.text = copy;
    snprintf(label, sizeof label,
             _("%zu errors are open or confirmed. Type yes to pass it all the same"), nopen);
    struct prompt_spec spec = {.label = label, .done = pass_confirmed, .history = HISTORY_NONE};
    prompt_open(app, &spec);
}

/* Whether the text is the word, or the word and a note behind it. */
static bool begins_with(const char *text, const char *word, const char **note)
{
    for (size_t n = strcspn(text, " ");; n += 1 + strcspn(text + n + 1, " ")) {
        if (fold_match(slice_of(word), slice_make(text, n)) == FOLD_IS) {
            *note = text + n + strspn(text + n, " ");
            return true;
        }
        if (!text[n])
            return false;
    }
}

/* A digit, a name or the words of the prompt; the longest first, since "passed"
 * begins "passed with notes". */
static enum conclusion take_conclusion(const char *text, const char **note)
{
    static const enum conclusion order[] = {CONCLUSION_PASSED_WITH_NOTES, CONCLUSION_PASSED,
                                            CONCLUSION_RETURNED};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        char digit[2] = {(char)('1' + order[i] - CONCLUSION_PASSED), '\0'};
        if (begins_with(text, digit, note) || begins_with(text, conclusion_name(order[i]), note) ||
            begins_with(text, desk_conclusion_text(order[i]), note))
            return order[i];
    }
    return CONCLUSION_NONE;
}

static void concluded(struct app *app, const char *text)
{
    const char *note = "";
    enum conclusion status = take_conclusion(text, &note);
    if (status == CONCLUSION_NONE) {
        desk_say(&app->desk, TONE_ERROR, _("Not concluded: 1, 2, 3 or a conclusion's name"));
        return;
    }
    size_t nopen = errors_against_passing(app);
    if (status == CONCLUSION_PASSED && nopen > 0)
        ask_pass(app, nopen, note);
    else
        conclude(app, status, note, false);
}

unsigned conclude_ask(struct app *app, const char *argument)
{
    if (argument) {
        concluded(app, argument);
        return REACT_REDRAW;
    }
    struct prompt_spec spec = {.label = _("Conclude: a digit, then a note if you like"),
                               .done = concluded,
                               .history = HISTORY_NONE};
    prompt_open(app, &spec);
    for (int i = CONCLUSION_PASSED; i <= CONCLUSION_RETURNED; i++)
        str_format(&app->prompt.hints, "%d %s\n", i, desk_conclusion_text((enum conclusion)i));
    return REACT_REDRAW;
}

static void reopened(struct app *app, const char *reason)
{
    struct err err = {0};
    if (!reason[0])
        desk_say(&app->desk, TONE_ERROR, _("It stays concluded; reopening needs a reason"));
    else if (acts_finish(app, review_reopen(review_of(app), reason, &err), &err, _("Reopened")))
        acts_resume(app);
    app->on_tagged = app->on_tagged && app->prompt.open;
}

void conclude_ask_reopen(struct app *app, enum action action, int count, const char *argument)
{
    char label[240];
    snprintf(label, sizeof label,
             app->streams ? _("Concluded: %s. Why is it reopened? (a dot: it stays)")
                          : _("Concluded: %s. Why is it reopened? (Esc: it stays)"),
             desk_conclusion_text(review_conclusion(review_of(app)).status));
    struct prompt_spec spec = {.label = label, .done = reopened, .history = HISTORY_NONE};
    acts_postpone(app, action, count, argument);
    prompt_open(app, &spec);
}

unsigned conclude_reopen(struct app *app, const char *argument)
{
    acts_postpone(app, ACTION_NOTHING, 0, NULL);
    if (review_conclusion(review_of(app)).status == CONCLUSION_NONE)
        desk_say(&app->desk, TONE_PLAIN, _("This report is not concluded"));
    else if (argument)
        reopened(app, argument);
    else
        conclude_ask_reopen(app, ACTION_NOTHING, 0, NULL);
    return REACT_REDRAW;
}
