/* Which report is last year's of an open one: met in the queue, where the
 * agency's names decide it and its versions agree; else as the reviewer answers. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "gouji/base/path.h"
#include "gouji/text/width.h"

enum { MOST_DOUBTFUL = 8, LABEL_NBYTES = 240, HINT_AGENCY_COLS = 60 };

struct report *pairing_find(const struct app *app, const struct report *report)
{
    const char *path = queue_prior(app->queue, report);
    return path ? report_open(path, app->forms, NULL) : NULL;
}

/* Takes another one, NULL: none; the cursor stays on its finding. */
static void set_prior(struct app *app, struct document *document, struct report *prior)
{
    const struct finding *chosen = document == app->document ? desk_finding(&app->desk) : NULL;
    const struct rule *rule = chosen ? chosen->rule : NULL;
    char *instance = chosen ? strdup(chosen->instance) : NULL;
    if (review_set_prior(document->review, prior, NULL) < 0) {
        report_free(prior);
    } else {
        report_free(document->prior);
        document->prior = prior;
        int index = documents_index(app, document->path);
        if (index >= 0)
            queue_update(app->queue, (size_t)index, document->review);
    }
    if (document == app->document) {
        app->desk.here.item =
            session_find_item(review_findings(document->review), rule ? rule->id : NULL, instance);
        acts_changed(app);
    }
    free(instance);
}

static size_t find_versions(const struct app *app, const struct document *document,
                            const char *paths[MOST_DOUBTFUL])
{
    return queue_prior_versions(app->queue, document->report, paths, MOST_DOUBTFUL);
}

/* Last year's report is left again once a version of it has come that says otherwise. */
static void meet(struct app *app, struct document *document)
{
    const char *paths[MOST_DOUBTFUL];
    struct report *prior = document->prior ? NULL : pairing_find(app, document->report);
    bool is_left =
        document->prior && !document->paired_by_word && find_versions(app, document, paths) > 0;
    if (prior || is_left)
        set_prior(app, document, prior);
}

void pairing_meet(struct app *app)
{
    for (size_t i = 0; i < app->ndocuments; i++)
        meet(app, app->documents[i]);
    if (!queue_is_reading(app->queue)) /* not again and again for the same candidates */
        pairing_settle(app);
}

/* ---- what names do not decide ---- */

/* The first report that may be last year's and was answered so: PAIRING_OPEN for
 * one not answered yet. NULL: none. *path (may be NULL) is the queue's. */
static struct report *find_doubtful(const struct app *app, enum pairing wanted, const char **path)
{
    const struct document *document = app->document;
    const char *paths[MOST_DOUBTFUL];
    size_t n = queue_doubtful(app->queue, document->report, paths, MOST_DOUBTFUL);
    for (size_t i = 0; i < n; i++) {
        struct report *report = report_open(paths[i], app->forms, NULL);
        if (report && review_pairing(document->review, report->text_sha256) == wanted) {
            if (path)
                *path = paths[i];
            return report;
        }
        report_free(report);
    }
    return NULL;
}

static void drop_withdrawn(struct app *app)
{
    struct document *document = app->document;
    if (!document->paired_by_word ||
        review_pairing(document->review, document->prior->text_sha256) == PAIRING_SAME)
        return;
    document->paired_by_word = false;
    set_prior(app, document, NULL);
}

static void take_answered(struct app *app)
{
    struct report *prior = app->document->prior ? NULL : find_doubtful(app, PAIRING_SAME, NULL);
    if (!prior)
        return;
    app->document->paired_by_word = true;
    set_prior(app, app->document, prior);
}

/* ---- asking ---- */

static void answer(struct app *app, const struct report *report, bool same)
{
    struct err err = {0};
    int status = review_pair(app->document->review, report, same, &err);
    const char *said = same ? _("Last year's report: compared with it now")
                            : _("Not last year's report: kept in the journal");
    if (acts_finish(app, status, &err, said))
        pairing_settle(app);
}

static bool is_one_of(const char *text, const char *const *words)
{
    while (*words && strcmp(text, *words) != 0)
        words++;
    return *words != NULL;
}

static void answered(struct app *app, const char *text)
{
    static const char *const yes[] = {"y", "yes", "Y", "是", "1", NULL};
    static const char *const no[] = {"n", "no", "N", "否", "不是", "2", NULL};
    const char *path = app->document->asked_about;
    struct report *report = path ? report_open(path, app->forms, NULL) : NULL;
    bool same = is_one_of(text, yes);
    if (report && (same || is_one_of(text, no)))
        answer(app, report, same);
    else
        desk_say(&app->desk, TONE_PLAIN,
                 _("Left open; :pair asks again, the checks across two years are not made"));
    report_free(report);
}

static void put_hint(struct app *app, const char *what, const struct report *report)
{
    char agency[256];
    width_clip_middle(slice_of(report->who.agency ? report->who.agency : "?"), HINT_AGENCY_COLS,
                      agency, sizeof agency);
    str_format(&app->prompt.hints, "%s: %s  %d  %s\n", what, agency, report->who.year,
               path_name(report->path));
}

static void ask(struct app *app, const struct report *report)
{
    struct prompt_spec spec = {
        .label = app->streams
                     ? _("Is that last year's report of this one? y yes, n no, a dot later")
                     : _("Is that last year's report of this one? y yes, n no, Esc later"),
        .done = answered,
        .history = HISTORY_NONE};
    if (prompt_open(app, &spec) < 0)
        return;
    put_hint(app, _("this one"), app->document->report);
    put_hint(app, _("of the year before"), report);
}

/* ---- versions that disagree ---- */

/* Of several that were chosen the last counts. */
static int unchoose(struct app *app, const char *path, struct err *err)
{
    const struct review *review = app->document->review;
    struct report *report = report_open(path, app->forms, NULL);
    bool is_chosen = report && review_pairing(review, report->text_sha256) == PAIRING_SAME;
    int status = is_chosen ? review_pair(app->document->review, report, false, err) : 0;
    report_free(report);
    return status;
}

static void choose(struct app *app, const char *const *paths, size_t n, size_t chosen)
{
    struct err err = {0};
    int status = 0;
    struct report *report = report_open(paths[chosen], app->forms, &err);
    for (size_t i = 0; report && i < n && !status; i++)
        status = i == chosen ? 0 : unchoose(app, paths[i], &err);
    if (report && !status)
        answer(app, report, true);
    else
        app_say_err(app, &err);
    report_free(report);
}

/* By its file's name, unless another has the same in another folder. */
static const char *name_version(const char *const *paths, size_t n, size_t which)
{
    const char *name = path_name(paths[which]);
    for (size_t i = 0; i < n; i++)
        if (i != which && strcmp(path_name(paths[i]), name) == 0)
            return paths[which];
    return name;
}

/* A number, or the line of the choice that a digit has put there; n: none. */
static size_t read_choice(const char *const *paths, size_t n, const char *text)
{
    for (size_t i = 0; i < n; i++) {
        const char *name = name_version(paths, n, i);
        size_t length = strlen(name);
        bool is_number = text[0] == (char)('1' + i) && !text[1];
        if (is_number || (strncmp(text, name, length) == 0 && strchr(" ", text[length])))
            return i;
    }
    return n;
}

static void chosen(struct app *app, const char *text)
{
    const char *paths[MOST_DOUBTFUL];
    size_t n = find_versions(app, app->document, paths);
    size_t choice = read_choice(paths, n, text);
    if (choice < n)
        choose(app, paths, n, choice);
    else
        desk_say(&app->desk, TONE_PLAIN,
                 _("Left open; :pair asks again, the checks across two years are not made"));
}

/* As the prompt takes its choices: a digit, a blank, what it stands for. */
static void put_versions(struct app *app, const char *const *paths, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct report *report = report_open(paths[i], app->forms, NULL);
        struct date on = report ? report->who.signature_date : (struct date){.year = 0};
        str_format(&app->prompt.hints, "%zu %s", i + 1, name_version(paths, n, i));
        if (on.year > 0)
            str_format(&app->prompt.hints, "  %04d-%02d-%02d", on.year, on.month, on.day);
        str_append(&app->prompt.hints, slice_of("\n"));
        report_free(report);
    }
}

static void ask_version(struct app *app, const char *const *paths, size_t n)
{
    struct prompt_spec spec = {
        .label = app->streams
                     ? _("The versions of last year's report differ: which is meant? its number, "
                         "a dot later")
                     : _("The versions of last year's report differ: which is meant? its number, "
                         "Esc later"),
        .done = chosen,
        .history = HISTORY_NONE};
    if (prompt_open(app, &spec) < 0)
        return;
    put_versions(app, paths, n);
    put_hint(app, _("this one"), app->document->report);
}

static void ask_which(struct app *app, const struct report *report)
{
    const char *paths[MOST_DOUBTFUL];
    size_t n = find_versions(app, app->document, paths);
    if (n > 0)
        ask_version(app, paths, n);
    else
        ask(app, report);
}

/* ---- when ---- */

static bool may_ask(const struct app *app)
{
    const struct document *document = app->document;
    return !document->prior && !document->asked && !review_is_readonly(document->review) &&
           !app->prompt.open && !queue_is_reading(app->queue) &&
           review_conclusion(document->review).status == CONCLUSION_NONE;
}

/* Without a screen a question nobody expects would take the next command for its
 * answer; without a name nothing can be kept. */
static bool may_open_prompt(const struct app *app)
{
    bool is_piped = app->streams && !app->streams->interactive;
    return !is_piped && review_reviewer(app->document->review);
}

void pairing_settle(struct app *app)
{
    if (!app->document)
        return;
    drop_withdrawn(app);
    take_answered(app);
    if (!may_ask(app))
        return;
    struct report *report = find_doubtful(app, PAIRING_OPEN, &app->document->asked_about);
    app->document->asked = true;
    if (report && may_open_prompt(app))
        ask_which(app, report);
    else if (report)
        desk_say(&app->desk, TONE_PLAIN,
                 _("%s may be last year's report; :pair says whether it is"),
                 path_name(report->path));
    report_free(report);
}

/* What was answered is asked again, too. */
unsigned pairing_ask(struct app *app)
{
    static const enum pairing order[] = {PAIRING_OPEN, PAIRING_OTHER, PAIRING_SAME};
    struct report *report = NULL;
    for (size_t i = 0; !report && i < sizeof order / sizeof *order; i++)
        report = find_doubtful(app, order[i], &app->document->asked_about);
    if (report)
        ask_which(app, report);
    else if (app->document->prior)
        desk_say(&app->desk, TONE_PLAIN,
                 _("Last year's report is %s, by the agency's name and the year"),
                 path_name(app->document->prior->path));
    else
        desk_say(&app->desk, TONE_PLAIN,
                 _("No report in the queue may be last year's of this one"));
    report_free(report);
    return REACT_REDRAW;
}
