/* The two lowest rows: where one is and how safe the work is; and the keys
 * that do something now, or the last message. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "app_private.h"
#include "gouji/base/path.h"
#include "gouji/text/width.h"

static void add_saved(const struct review *review, const char *gap, struct str *out)
{
    const char *trouble = review_save_trouble(review);
    time_t at = (time_t)review_saved_at(review);
    struct tm local;
    char clock[16];
    if (trouble) {
        str_format(out, "%s%s: %s", gap, _("NOT saved"), trouble);
    } else if (review_is_readonly(review)) {
        str_format(out, "%s%s", gap, _("READ ONLY"));
    } else if (review_is_dirty(review)) {
        str_format(out, "%s%s", gap, _("in the journal"));
    } else if (at > 0 && localtime_r(&at, &local)) {
        strftime(clock, sizeof clock, "%H:%M:%S", &local);
        str_format(out, "%s%s %s", gap, _("saved"), clock);
    }
}

static void add_chord(const struct app *app, struct str *out)
{
    char name[32];
    if (app->count > 0)
        str_format(out, " %d", app->count);
    for (size_t i = 0; i < app->nchord; i++) {
        key_format(app->chord[i], name, sizeof name);
        str_format(out, "%s%s", i == 0 ? " " : "", name);
    }
    if (app->on_tagged)
        str_format(out, " ; %s", _("on all tagged"));
    if (app->wants_char != ACTION_NOTHING)
        str_format(out, " %s",
                   keymap_keys(app->keymap, app->panes[app->focus]->ops->context, app->wants_char));
}

enum room { ROOM_WIDE, ROOM_SHORT, ROOM_LEAST };

/* Where the room is short the counts stand without their word, and where hardly any is
 * left without who reviews and that all is saved. */
static void right_part(const struct app *app, enum room room, struct str *out)
{
    bool brief = room != ROOM_WIDE;
    add_chord(app, out);
    const struct review *review = app->document ? app->document->review : NULL;
    const char *name = review && review_reviewer(review) ? review_reviewer(review) : app->reviewer;
    const char *gap = brief ? " " : "  ";
    if (review && review_findings(review)->is_partial) {
        str_format(out, "%s%s", gap, _("checking…"));
    } else if (review) {
        struct review_counts counts = review_count(review);
        struct conclusion_state conclusion = review_conclusion(review);
        const struct findings *findings = review_findings(review);
        str_format(out, "%s%s%s%zu/%zu", gap, brief ? "" : _("decided"), brief ? "" : " ",
                   counts.decided, counts.entries);
        if (counts.stale)
            str_format(out, " !%zu", counts.stale);
        str_format(out, " E%zu U%zu", findings_failed(findings, SEVERITY_ERROR),
                   findings->counts[OUTCOME_UNDECIDED]);
        if (conclusion.status != CONCLUSION_NONE)
            str_format(out, "%s[%s]", gap, desk_conclusion_text(conclusion.status));
        if (!app->desk.linked)
            str_format(out, "%s%s", gap, _("unlinked"));
    }
    if (room != ROOM_LEAST)
        str_format(out, "%s%s", gap, name[0] ? name : _("(no name yet)"));
    if (review && (room != ROOM_LEAST || review_save_trouble(review) || review_is_readonly(review)))
        add_saved(review, gap, out);
    else if (!review && app->options->readonly)
        str_format(out, "%s%s", gap, _("READ ONLY"));
    str_byte(out, ' ');
}

/* What the report is, its name in so many columns at most (0: without), and what the
 * cursor is on. */
static void left_part(const struct app *app, int name_cols, struct str *out)
{
    const struct pane *pane = app->panes[app->focus];
    char name[256];
    if (app->document && name_cols == 0) {
        str_format(out, " %zu/%zu ", app->desk.queue_index + 1, queue_count(app->queue));
    } else if (app->document) {
        width_clip_middle(slice_of(path_name(app->document->path)), name_cols, name, sizeof name);
        str_format(out, " %zu/%zu %s", app->desk.queue_index + 1, queue_count(app->queue), name);
        if (review_is_elsewhere(app->document->review))
            str_format(out, " (%s)", _("verdict kept elsewhere"));
        str_add(out, " ");
    }
    str_byte(out, ' ');
    size_t from = out->nbytes;
    if (pane->ops->status)
        pane->ops->status(pane, out);
    desk_mask(&app->desk, from, out);
}

/* Room for so much of what the cursor is on, as far as it needs it. */
static bool leaves_room(const struct app *app, const struct str *left, const struct str *right,
                        int ncols)
{
    enum { LEAST_PLACE_COLS = 30 };
    struct str least = STR_INIT;
    left_part(app, 0, &least);
    int place = width_text(str_slice(&least)), room = ncols - width_text(str_slice(right));
    str_release(&least);
    int taken = width_text(str_slice(left)) - place; /* by the report's name */
    return room - taken >= (place < LEAST_PLACE_COLS ? place : LEAST_PLACE_COLS);
}

static bool fits(const struct str *left, const struct str *right, int ncols)
{
    return width_text(str_slice(left)) + width_text(str_slice(right)) <= ncols;
}

/* Both parts, as long as there is room for. */
static void make_parts(const struct app *app, int ncols, struct str *left, struct str *right)
{
    enum { SHORT_NAME_COLS = 8 };
    left_part(app, ncols / 6 + 4, left);
    right_part(app, ROOM_WIDE, right);
    if (fits(left, right, ncols))
        return;
    str_clear(right);
    right_part(app, ROOM_SHORT, right);
    if (fits(left, right, ncols))
        return;
    str_clear(left);
    left_part(app, SHORT_NAME_COLS, left);
    if (leaves_room(app, left, right, ncols))
        return;
    str_clear(left);
    left_part(app, 0, left);
    if (leaves_room(app, left, right, ncols))
        return;
    str_clear(right);
    right_part(app, ROOM_LEAST, right);
}

void status_draw(struct app *app, struct area area)
{
    struct str left = STR_INIT, right = STR_INIT;
    area_fill(area, STYLE_STATUS);
    make_parts(app, area.ncols, &left, &right);
    int right_cols = width_text(str_slice(&right));
    if (right_cols > area.ncols * 2 / 3)
        right_cols = area.ncols * 2 / 3;
    const struct review *review = app->document ? app->document->review : NULL;
    bool trouble = review && review_save_trouble(review);
    area_put_clipped(area, 0, 0, area.ncols - right_cols, str_slice(&left), STYLE_STATUS);
    area_put_clipped(area, 0, area.ncols - right_cols, right_cols, str_slice(&right),
                     trouble ? STYLE_STATUS_ERROR : STYLE_STATUS);
    str_release(&left);
    str_release(&right);
}

/* ---- the footer ---- */

struct hint {
    enum action action;
    const char *text; /* msgid */
};

static const struct hint queue_hints[] = {{ACTION_FOLLOW, N_("open report")},
                                          {ACTION_NEXT_UNRESOLVED, N_("next open")},
                                          {ACTION_SEARCH, N_("search")},
                                          {ACTION_FILTER, N_("filter")},
                                          {ACTION_HELP, N_("help")},
                                          {ACTION_BACK, N_("quit")},
                                          {ACTION_COMMAND, N_("command")},
                                          {ACTION_UNDO, N_("undo")},
                                          {ACTION_NOTHING, NULL}};
static const struct hint text_hints[] = {
    {ACTION_NEXT_PANE, N_("pane")}, {ACTION_NEXT_FINDING, N_("next finding")},
    {ACTION_SEARCH, N_("search")},  {ACTION_SELECT, N_("select")},
    {ACTION_ANNOTATE, N_("note")},  {ACTION_ADD_PROBLEM, N_("add problem")},
    {ACTION_HELP, N_("help")},      {ACTION_BACK, N_("queue")},
    {ACTION_NOTHING, NULL}};
static const struct hint tables_hints[] = {
    {ACTION_NEXT_PANE, N_("pane")},  {ACTION_FOLLOW, N_("in full")},
    {ACTION_CORRECT, N_("correct")}, {ACTION_PLACE_ROW, N_("place row")},
    {ACTION_SUM, N_("sum")},         {ACTION_ANNOTATE, N_("note")},
    {ACTION_HELP, N_("help")},       {ACTION_BACK, N_("queue")},
    {ACTION_NOTHING, NULL}};
static const struct hint findings_hints[] = {{ACTION_CONFIRM, N_("confirmed")},
                                             {ACTION_MISREAD, N_("misread")},
                                             {ACTION_EXPLAINED, N_("explained")},
                                             {ACTION_NOT_AN_ERROR, N_("no error")},
                                             {ACTION_LATER, N_("later")},
                                             {ACTION_CONCLUDE, N_("conclude")},
                                             {ACTION_HELP, N_("help")},
                                             {ACTION_ANNOTATE, N_("note")},
                                             {ACTION_NOTHING, NULL}};
static const struct hint sound_hints[] = {{ACTION_CONCLUDE, N_("conclude")},
                                          {ACTION_NEXT_PANE, N_("pane")},
                                          {ACTION_ANNOTATE, N_("note")},
                                          {ACTION_ADD_PROBLEM, N_("add problem")},
                                          {ACTION_HELP, N_("help")},
                                          {ACTION_BACK, N_("queue")},
                                          {ACTION_NOTHING, NULL}};
static const struct hint notes_hints[] = {{ACTION_FOLLOW, N_("edit")},
                                          {ACTION_NEXT_PANE, N_("pane")},
                                          {ACTION_GO_FINDINGS, N_("findings")},
                                          {ACTION_ANNOTATE, N_("note")},
                                          {ACTION_SEARCH, N_("search")},
                                          {ACTION_UNDO, N_("undo")},
                                          {ACTION_HELP, N_("help")},
                                          {ACTION_BACK, N_("queue")},
                                          {ACTION_NOTHING, NULL}};
static const struct hint other_hints[] = {{ACTION_FOLLOW, N_("go there")},
                                          {ACTION_NEXT_PANE, N_("pane")},
                                          {ACTION_GO_FINDINGS, N_("findings")},
                                          {ACTION_ANNOTATE, N_("note")},
                                          {ACTION_SEARCH, N_("search")},
                                          {ACTION_UNDO, N_("undo")},
                                          {ACTION_HELP, N_("help")},
                                          {ACTION_BACK, N_("close")},
                                          {ACTION_NOTHING, NULL}};
static const struct hint help_hints[] = {{ACTION_PAGE_DOWN, N_("further")},
                                         {ACTION_BACK, N_("close")},
                                         {ACTION_SEARCH, N_("search")},
                                         {ACTION_PAGE_UP, N_("back up")},
                                         {ACTION_SEARCH_NEXT, N_("next match")},
                                         {ACTION_GOTO_END, N_("end")},
                                         {ACTION_NOTHING, NULL}};
static const struct hint popup_hints[] = {{ACTION_PAGE_DOWN, N_("further")},
                                          {ACTION_BACK, N_("close")},
                                          {ACTION_COPY, N_("copy")},
                                          {ACTION_SEARCH, N_("search")},
                                          {ACTION_PAGE_UP, N_("back up")},
                                          {ACTION_SEARCH_NEXT, N_("next match")},
                                          {ACTION_NOTHING, NULL}};
static const struct hint figures_hints[] = {{ACTION_FOLLOW, N_("go there")},
                                            {ACTION_RIGHT, N_("by something else")},
                                            {ACTION_SEARCH, N_("search")},
                                            {ACTION_BACK, N_("close")},
                                            {ACTION_NOTHING, NULL}};
static const struct hint versions_hints[] = {{ACTION_FOLLOW, N_("go there")},
                                             {ACTION_SEARCH, N_("search")},
                                             {ACTION_BACK, N_("close")},
                                             {ACTION_NOTHING, NULL}};
static const struct hint prompt_hints[] = {
    {ACTION_ACCEPT, N_("done")},          {ACTION_COMPLETE, N_("fill in")},
    {ACTION_EDIT_OUTSIDE, N_("$EDITOR")}, {ACTION_HELP, N_("help")},
    {ACTION_CANCEL, N_("cancel")},        {ACTION_NOTHING, NULL}};

static const struct hint answer_hints[] = {{ACTION_ACCEPT, N_("done")},
                                           {ACTION_CANCEL, N_("cancel")},
                                           {ACTION_HELP, N_("help")},
                                           {ACTION_NOTHING, NULL}};

/* Where nothing was found there is nothing to decide on but the report. */
static bool has_findings(const struct app *app)
{
    const struct findings *findings = desk_findings(&app->desk);
    const struct problem *problems = NULL;
    return !findings || findings->is_partial || findings->nitems > 0 ||
           review_problems(app->desk.review, &problems) > 0;
}

/* A question is answered, not written: nothing to fill in and no editor. */
static const struct hint *hints_now(const struct app *app, enum action_context context)
{
    if (app->prompt.open && app->prompt.history == HISTORY_NONE && !app->prompt.multiline)
        return answer_hints;
    if (context == IN_FIGURES && app->overlay != PANE_FREQUENCY)
        return versions_hints;
    if (app->overlay == PANE_POPUP && !app->prompt.open)
        return popup_hints;
    switch ((int)context) {
    case IN_QUEUE:
        return queue_hints;
    case IN_TEXT:
        return text_hints;
    case IN_TABLES:
        return tables_hints;
    case IN_FINDINGS:
        return has_findings(app) ? findings_hints : sound_hints;
    case IN_NOTES:
        return notes_hints;
    case IN_HELP:
        return help_hints;
    case IN_FIGURES:
        return figures_hints;
    case IN_PROMPT:
    case IN_EDITOR:
        return prompt_hints;
    default:
        return other_hints;
    }
}

bool message_draw(struct app *app, struct area area)
{
    static const enum style styles[] = {STYLE_NORMAL, STYLE_STATUS_OK, STYLE_STATUS_ERROR};
    if (app->said == app->desk.said || app->desk.nmessages == 0)
        return false;
    const struct desk_message *last = &app->desk.messages[app->desk.nmessages - 1];
    /* What happened stands first and what to do last; paths fill the middle. */
    char text[1024];
    area_fill(area, STYLE_NORMAL);
    width_clip_middle(slice_of(last->text), area.ncols - 1, text, sizeof text);
    area_put_clipped(area, 0, 1, area.ncols - 1, slice_of(text), styles[last->tone]);
    return true;
}

/* A hint as it is shown. */
struct shown_hint {
    const char *keys, *text;
    int ncols;
};

static struct shown_hint show_hint(const struct app *app, enum action_context context,
                                   const struct hint *hint)
{
    struct shown_hint shown = {keymap_keys(app->keymap, context, hint->action), _(hint->text), 0};
    if (shown.keys[0])
        shown.ncols = width_text(slice_of(shown.keys)) + width_text(slice_of(shown.text)) + 3;
    return shown;
}

/* Where there is no room for all, help is the one to be kept. */
void footer_draw(struct app *app, struct area area)
{
    enum { MAX_HINTS = 8 }; /* the lists have no more */
    enum action_context context = app_context(app);
    const struct hint *hints = hints_now(app, context);
    struct shown_hint shown[MAX_HINTS];
    int col = 1, kept = 0, n = 0;
    for (; n < MAX_HINTS && hints[n].text; n++) {
        shown[n] = show_hint(app, context, &hints[n]);
        if (hints[n].action == ACTION_HELP)
            kept = shown[n].ncols;
    }
    for (int i = 0; i < n; i++) {
        kept = hints[i].action == ACTION_HELP ? 0 : kept;
        if (shown[i].ncols == 0 || col + shown[i].ncols + kept > area.ncols)
            continue;
        col += area_puts(area, 0, col, -1, shown[i].keys, STYLE_KEY) + 1;
        col += area_puts(area, 0, col, -1, shown[i].text, STYLE_KEY_TEXT) + 2;
    }
}
