/* The tutorial: a box that says what to try next, and goes on once it was
 * tried. The reports are copies of the samples; the acts are the real ones. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "gouji/text/wrap.h"

enum { BOX_ROWS_MAX = 6, ERRORS_MIN = 5 };

static bool is_opened(const struct app *app)
{
    return app->document != NULL;
}

static bool is_left(const struct app *app)
{
    return app->document == NULL;
}

static bool has_verdict(const struct app *app, enum verdict verdict)
{
    const struct findings *findings = desk_findings(&app->desk);
    for (size_t i = 0; app->document && i < findings->nitems; i++)
        if (review_decision(app->document->review, i).verdict == verdict)
            return true;
    return false;
}

static bool is_confirmed(const struct app *app)
{
    return has_verdict(app, VERDICT_CONFIRMED);
}

static bool is_explained(const struct app *app)
{
    return has_verdict(app, VERDICT_EXPLAINED);
}

static bool is_noted(const struct app *app)
{
    const struct note *notes = NULL;
    return app->document && review_notes(app->document->review, &notes) > 0;
}

static bool is_concluded(const struct app *app)
{
    return app->document && review_conclusion(app->document->review).status != CONCLUSION_NONE;
}

/* A step is over when its action was done, or when the state is reached.
 * "{undo}" stands for the action's key, "{accept@editor}" for that in a context. */
static const struct lesson {
    enum action action;
    bool (*reached)(const struct app *app);
    const char *text;
} lessons[] = {
    {ACTION_NOTHING, is_opened,
     N_("Welcome. This box says what to try next; all you do here happens to copies of made-up "
        "reports. The list is the queue of reports, the cursor stands on one with errors: press "
        "{follow} to open it. (:tutorial next passes over a step.)")},
    {ACTION_NEXT_PANE, NULL,
     N_("You see the report, the tables rebuilt from it and the findings of the checks. "
        "{next-pane} goes to the next pane; the > before a title shows where you are.")},
    {ACTION_NEXT_FINDING, NULL,
     N_("{next-finding} goes to the next finding, {previous-finding} to the one before; text "
        "and tables show where it comes from. Go to the next one.")},
    {ACTION_SUM, NULL,
     N_("{go-findings} goes to the findings. There {sum} writes the sum out with its numbers, "
        "{explain} says what the check rests on. Press {sum}; {back@help} closes it.")},
    {ACTION_HELP, NULL,
     N_("{help} shows every key of the pane you are in; {search@help} searches there. Open it, "
        "look around, close it with {back@help}.")},
    {ACTION_NOTHING, is_confirmed,
     N_("In the findings letters decide: {confirmed} confirmed, {misread} misread, {explained} "
        "explained, {later} later. Findings of one cause hang below its first row and are decided "
        "with it: go there with {top} and press {confirmed}. The first act asks your name.")},
    {ACTION_UNDO, NULL,
     N_("The decision is on the disk already and shows in the list. {undo} takes back any act, "
        "as often as you like. Try it.")},
    {ACTION_REDO, NULL, N_("{redo} does again what was taken back.")},
    {ACTION_NOTHING, is_explained,
     N_("Some verdicts need a reason, and a digit takes a ready one. Go on with "
        "{next-unresolved} to a finding that is open, press {explained}, then 1 and "
        "{accept@prompt}.")},
    {ACTION_NOTHING, is_noted,
     N_("{annotate} writes a note on what the cursor stands at. Write a few words and end with "
        "{accept@editor}.")},
    {ACTION_GO_TABLES, NULL,
     N_("{go-tables} goes to the tables. The letter behind a number says that a check failed "
        "there.")},
    {ACTION_FOLLOW, NULL,
     N_("Move with the arrows. {follow} shows a cell in full: what is printed, where, and which "
        "checks use it. {correct} would correct our reading; the report itself is never changed.")},
    {ACTION_SEARCH, NULL,
     N_("{go-text} goes to the text, {search} searches it, {search-next} goes on. Search for "
        "申请.")},
    {ACTION_OPINION, NULL,
     N_("{command} opens the command line, where Tab completes. Type opinion there: the letter "
        "that goes back to the organ, made of what you confirmed.")},
    {ACTION_NOTHING, is_concluded,
     N_("Back in the findings ({go-findings}) {conclude} concludes the report. Return it: 3, then "
        "{accept@prompt}. (What is left open is asked about only when a report is to pass.)")},
    {ACTION_NOTHING, is_left, N_("{back} goes back to the queue, where its state shows now.")},
    {ACTION_NOTHING, NULL,
     N_("That is all there is to a review; {help} also shows how to filter ({filter}), to tag "
        "({tag}) and to add a problem no check found ({add-problem}). {back} quits. For your own "
        "reports: gouji FOLDER; man gouji tells the rest.")},
};
enum { LESSON_COUNT = sizeof lessons / sizeof lessons[0] };

static const char *key_of(const struct app *app, const char *name, const char *context)
{
    enum action action = action_find(name);
    const char *keys = "";
    for (unsigned bit = 1; action != ACTION_NOTHING && bit <= IN_ALL && !keys[0]; bit <<= 1)
        if (!context[0] || strcmp(action_context_name((enum action_context)bit), context) == 0)
            keys = keymap_keys(app->keymap, (enum action_context)bit, action);
    return keys[0] ? keys : name;
}

static void expand(const struct app *app, const char *text, struct str *out)
{
    char name[32], context[16];
    int used;
    while (*text) {
        context[0] = '\0';
        used = 0;
        if (sscanf(text, "{%31[a-z-]}%n", name, &used) < 1 || used == 0)
            sscanf(text, "{%31[a-z-]@%15[a-z]}%n", name, context, &used);
        if (used > 0) {
            str_add(out, key_of(app, name, context));
            text += used;
        } else {
            str_byte(out, *text++);
        }
    }
}

/* ---- going on ---- */

void tutorial_did(struct app *app, enum action action)
{
    if (app->options->tutorial && app->lesson < LESSON_COUNT &&
        lessons[app->lesson].action == action)
        app->lesson_done = true;
}

/* What was opened is read to its end before the box goes on. */
static bool is_over(const struct app *app)
{
    const struct lesson *lesson = &lessons[app->lesson];
    if (app->overlay != PANE_COUNT || app->prompt.open)
        return false;
    return lesson->reached ? lesson->reached(app) : app->lesson_done;
}

static void look_around(struct app *app)
{
    while (app->lesson < LESSON_COUNT && is_over(app)) {
        app->lesson++;
        app->lesson_done = false;
    }
}

unsigned tutorial_do(struct app *app, const char *argument)
{
    if (!app->options->tutorial)
        desk_say(&app->desk, TONE_PLAIN, _("The tutorial is started by: gouji tutor"));
    else if (argument && strcmp(argument, "end") == 0)
        app->lesson = LESSON_COUNT;
    else if (argument && strcmp(argument, "previous") == 0)
        app->lesson -= app->lesson > 0;
    else if (app->lesson + 1 < LESSON_COUNT)
        app->lesson++;
    app->lesson_done = false;
    return REACT_LAYOUT | REACT_REDRAW;
}

/* The report to begin with: errors enough to look at, all of them decidable. */
void tutorial_begin(struct app *app)
{
    size_t best = 0, fewest = SIZE_MAX;
    while (queue_read_next(app->queue))
        continue;
    for (size_t i = 0; i < queue_count(app->queue); i++) {
        const struct queue_item *item = queue_at(app->queue, i);
        if (item->undecided > 0 || item->errors < ERRORS_MIN || item->errors >= fewest)
            continue;
        best = i;
        fewest = item->errors;
    }
    queue_pane_go(app->panes[PANE_QUEUE], best);
}

/* ---- drawing ---- */

int tutorial_rows(struct app *app, int ncols)
{
    struct str text = STR_INIT;
    struct wrap_row *rows = NULL;
    size_t nrows = 0;
    if (!app->options->tutorial)
        return 0;
    look_around(app);
    if (app->lesson >= LESSON_COUNT)
        return 0;
    expand(app, _(lessons[app->lesson].text), &text);
    if (wrap_line(str_slice(&text), ncols - 2, &rows, &nrows, NULL) < 0)
        nrows = 0;
    free(rows);
    str_release(&text);
    return nrows + 1 < BOX_ROWS_MAX ? (int)nrows + 1 : BOX_ROWS_MAX;
}

void tutorial_draw(struct app *app, struct area area)
{
    struct str text = STR_INIT;
    struct wrap_row *rows = NULL;
    size_t nrows = 0;
    char title[64];
    expand(app, _(lessons[app->lesson].text), &text);
    snprintf(title, sizeof title, _(" Tutorial %zu/%d "), app->lesson + 1, (int)LESSON_COUNT);
    area_fill(area, STYLE_POPUP);
    area_hline(area, 0, 0, area.ncols, app->config.ascii, STYLE_BORDER_FOCUS);
    area_put_clipped(area, 0, 2, area.ncols - 2, slice_of(title), STYLE_HEADING);
    if (wrap_line(str_slice(&text), area.ncols - 2, &rows, &nrows, NULL) == 0)
        for (size_t i = 0; i < nrows && (int)i + 1 < area.nrows; i++)
            area_put(area, (int)i + 1, 1, area.ncols - 1,
                     slice_make(str_text(&text) + rows[i].start, rows[i].end - rows[i].start),
                     STYLE_POPUP);
    free(rows);
    str_release(&text);
}
