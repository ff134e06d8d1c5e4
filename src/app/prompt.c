/* The prompt (one line) and the editor of notes (a few): opened with what is to
 * be done with the text, drawn over the panes with rows left below it, since
 * input methods open their window under the caret. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "gouji/text/width.h"
#include "gouji/text/wrap.h"

enum { EDITOR_ROWS = 8 };

int prompt_open(struct app *app, const struct prompt_spec *spec)
{
    prompt_close(app);
    struct prompt *prompt = &app->prompt;
    prompt->edit = lineedit_new(spec->multiline);
    if (!prompt->edit || (spec->text && lineedit_set(prompt->edit, slice_of(spec->text)) < 0)) {
        lineedit_free(prompt->edit);
        prompt->edit = NULL;
        desk_say(&app->desk, TONE_ERROR, _("Not enough memory for the prompt"));
        return -1;
    }
    snprintf(prompt->label, sizeof prompt->label, "%s", spec->label);
    prompt->open = true;
    prompt->multiline = spec->multiline;
    prompt->offered = spec->offered && spec->text && spec->text[0];
    prompt->done = spec->done;
    prompt->drafts = spec->drafts;
    prompt->history = spec->history;
    prompt->history_at = spec->history >= 0 ? app->nhistory[spec->history] : 0;
    prompt->searching = false;
    prompt->previews = NULL;
    prompt->draft_dirty = false;
    prompt->draft_id[0] = '\0';
    return 0;
}

/* The pane shows what would be found; NULL: as it was. */
static void preview(struct app *app, const char *text)
{
    struct pane *pane = app->prompt.previews;
    if (pane)
        pane->ops->preview(pane, app->pending.action, text);
}

void prompt_close(struct app *app)
{
    preview(app, NULL);
    app->prompt.previews = NULL;
    lineedit_free(app->prompt.edit);
    app->prompt.edit = NULL;
    app->prompt.open = false;
    str_clear(&app->prompt.hints);
    offers_release(&app->prompt.offers);
    if (app->shown_theme[0] && strcmp(app->shown_theme, app->config.theme) != 0)
        app_set_theme(app, app->config.theme); /* another one was only looked at */
}

void prompt_shelve(struct app *app)
{
    if (!app->prompt.open || app->shelf.full)
        return;
    drafts_keep(app);
    app->shelf.full = true;
    app->shelf.prompt = app->prompt;
    app->shelf.pending = app->pending;
    app->prompt = (struct prompt){.hints = STR_INIT};
    app->pending = (struct pending){.action = ACTION_NOTHING};
}

void prompt_unshelve(struct app *app)
{
    if (!app->shelf.full)
        return;
    prompt_close(app);
    str_release(&app->prompt.hints);
    free(app->pending.argument);
    free(app->pending.text);
    free(app->pending.items);
    app->prompt = app->shelf.prompt;
    app->pending = app->shelf.pending;
    app->shelf.full = false;
}

void history_add(struct app *app, enum history history, const char *text)
{
    size_t n = app->nhistory[history];
    if (!text[0] || (n > 0 && strcmp(app->history[history][n - 1], text) == 0))
        return;
    char *copy = strdup(text);
    if (!copy)
        return;
    if (n == HISTORY_MAX) {
        free(app->history[history][0]);
        memmove(app->history[history], app->history[history] + 1, (HISTORY_MAX - 1) * sizeof copy);
        n--;
    }
    app->history[history][n] = copy;
    app->nhistory[history] = n + 1;
}

/* As it was: nothing was written, and what was typed is the reviewer's work. */
static void come_back(struct app *app, const struct prompt *old, const char *hints,
                      const char *text)
{
    struct prompt_spec spec = {.label = old->label,
                               .text = text,
                               .done = old->done,
                               .multiline = old->multiline,
                               .drafts = old->drafts,
                               .history = old->history};
    if (prompt_open(app, &spec) < 0)
        return;
    app->prompt.previews = old->previews;
    str_add(&app->prompt.hints, hints);
    memcpy(app->prompt.draft_id, old->draft_id, sizeof old->draft_id);
    if (old->drafts)
        drafts_keep_in_memory(app, old->drafts, text);
}

/* The prompt is closed first: what is done with the text may open another. */
void prompt_accept(struct app *app)
{
    struct prompt old = app->prompt;
    char *text = strdup(lineedit_text(old.edit)), *hints = strdup(str_text(&old.hints));
    if (text && hints) {
        if (old.history >= HISTORY_NOTE)
            wording_remember(app, old.history, text);
        else if (old.history >= 0)
            history_add(app, old.history, text);
        prompt_close(app);
        if (old.drafts)
            drafts_drop_unkept(app, old.drafts);
        app->act_failed = false;
        old.done(app, text);
        if (app->act_failed && !app->prompt.open)
            come_back(app, &old, hints, text);
        app->act_failed = false;
    }
    free(text);
    free(hints);
}

static void complete(struct app *app)
{
    if (app->prompt.history != HISTORY_COMMAND && app->prompt.history < HISTORY_FILTER)
        return;
    complete_line(app);
    preview(app, lineedit_text(app->prompt.edit));
    app->prompt.draft_dirty |= app->prompt.drafts != NULL;
    if (app->prompt.history == HISTORY_COMMAND)
        command_line_preview(app, lineedit_text(app->prompt.edit));
}

static void edit_outside(struct app *app)
{
    struct err err = {0};
    char *text = strdup(lineedit_text(app->prompt.edit));
    drafts_keep(app); /* one may be long in there */
    if (text && outside_edit(app, &text, &err) == 0) {
        size_t n = strlen(text);
        while (n > 0 && text[n - 1] == '\n')
            text[--n] = '\0';
        lineedit_set(app->prompt.edit, slice_of(""));
        if (!lineedit_paste(app->prompt.edit, slice_make(text, n)))
            desk_say(&app->desk, TONE_ERROR, _("The text is too long: at most %d bytes"),
                     LINEEDIT_MAX_NBYTES);
        app->prompt.draft_dirty = app->prompt.drafts != NULL;
    } else {
        app_say_err(app, &err);
    }
    free(text);
}

static bool browse_history(struct app *app, struct key key)
{
    struct prompt *prompt = &app->prompt;
    bool up = key.code == KEY_UP_, down = key.code == KEY_DOWN_;
    if (prompt->history < 0 || prompt->multiline || (!up && !down))
        return false;
    size_t n = app->nhistory[prompt->history];
    if (up && prompt->history_at > 0)
        prompt->history_at--;
    if (down && prompt->history_at < n)
        prompt->history_at++;
    const char *text =
        prompt->history_at < n ? app->history[prompt->history][prompt->history_at] : "";
    lineedit_set(prompt->edit, slice_of(text));
    return true;
}

/* Matches are shown while the pattern is typed, each time from the origin, and themes
 * while they are named. */
static void show_along(struct app *app)
{
    const char *text = lineedit_text(app->prompt.edit);
    if (app->prompt.searching)
        text_pane_preview(app->panes[PANE_TEXT], app->prompt.origin, text,
                          app->pending.action == ACTION_SEARCH_BACK);
    preview(app, text);
    if (app->prompt.history == HISTORY_COMMAND)
        command_line_preview(app, text);
}

static void act(struct app *app, enum action action)
{
    switch ((int)action) {
    case ACTION_ACCEPT:
        prompt_accept(app);
        break;
    case ACTION_COMPLETE:
        complete(app);
        break;
    case ACTION_EDIT_OUTSIDE:
        edit_outside(app);
        break;
    case ACTION_QUOTE:
        wording_quote(app);
        break;
    case ACTION_CANCEL:
        app_cancel(app);
        break;
    case ACTION_REDRAW:
        app->ops->redraw(app->screen);
        break;
    case ACTION_SUSPEND:
    case ACTION_HELP:
        app_do(app, action, 0, NULL);
        break;
    default:
        break;
    }
}

/* In an empty reason prompt a digit takes a canned reason. */
static bool take_hint(struct app *app, struct key key)
{
    struct key folded = key_fold(key);
    if (app->prompt.hints.nbytes == 0 || lineedit_text(app->prompt.edit)[0] ||
        folded.code != KEY_CHAR || folded.modifiers || folded.ch < '1' || folded.ch > '9')
        return false;
    const char *line = str_text(&app->prompt.hints);
    for (uint32_t i = '1'; i < folded.ch && line; i++) {
        line = strchr(line, '\n');
        line = line ? line + 1 : NULL;
    }
    if (!line || !line[0])
        return false;
    size_t n = strcspn(line, "\n");
    return n > 2 && lineedit_set(app->prompt.edit, slice_make(line + 2, n - 2)) == 0;
}

/* What stood there unasked goes with the first character typed; a motion, or what
 * deletes, begins to edit it. */
static void settle_offer(struct prompt *prompt, bool is_typed)
{
    if (prompt->offered && is_typed)
        lineedit_set(prompt->edit, slice_of(""));
    prompt->offered = false;
}

void prompt_key(struct app *app, struct key key)
{
    bool prefix;
    app->chord[app->nchord++] = key;
    enum action action =
        keymap_find(app->keymap, app_context(app), app->chord, app->nchord, &prefix);
    if (action == ACTION_NOTHING && prefix && app->nchord < KEYMAP_CHORD_MAX)
        return;
    app->nchord = 0;
    if (action != ACTION_NOTHING) {
        act(app, action);
        return;
    }
    offers_release(&app->prompt.offers);
    settle_offer(&app->prompt, key.code == KEY_CHAR && !key.modifiers);
    if (take_hint(app, key) || browse_history(app, key) || lineedit_key(app->prompt.edit, key)) {
        app->prompt.draft_dirty = app->prompt.drafts != NULL;
        show_along(app);
    }
}

void prompt_paste(struct app *app, struct slice text)
{
    settle_offer(&app->prompt, text.nbytes > 0);
    if (!lineedit_paste(app->prompt.edit, text))
        desk_say(&app->desk, TONE_ERROR, _("The text is too long: at most %d bytes"),
                 LINEEDIT_MAX_NBYTES);
    app->prompt.draft_dirty = app->prompt.drafts != NULL;
    show_along(app);
}

/* ---- drawing ---- */

static int draw_hints(const struct prompt *prompt, struct area area)
{
    int row = 0;
    const char *line = str_text(&prompt->hints);
    while (line[0] && row < area.nrows) {
        size_t n = strcspn(line, "\n");
        area_put_clipped(area, row++, 1, area.ncols - 1, slice_make(line, n), STYLE_POPUP);
        line += n + (line[n] == '\n');
    }
    return row;
}

static int hint_rows(const struct prompt *prompt)
{
    int rows = 0;
    for (size_t i = 0; i < prompt->hints.nbytes; i++)
        rows += prompt->hints.data[i] == '\n';
    return rows;
}

static bool counts_matches(const struct app *app, size_t *shown, size_t *count)
{
    bool in_list =
        app->prompt.previews && app->desk.found.is_known &&
        (app->pending.action == ACTION_SEARCH || app->pending.action == ACTION_SEARCH_BACK);
    *shown = app->desk.found.at;
    *count = app->desk.found.count;
    if (app->prompt.searching)
        text_pane_matches(app->panes[PANE_TEXT], shown, count);
    return app->prompt.searching || in_list;
}

/* 3/17 beside the label, while a pattern is typed. */
static void draw_matches(const struct app *app, struct area box)
{
    char text[48];
    size_t shown, count;
    if (lineedit_text(app->prompt.edit)[0] == '\0' || !counts_matches(app, &shown, &count))
        return;
    snprintf(text, sizeof text, " %zu/%zu ", shown, count);
    int ncols = (int)strlen(text);
    if (ncols < box.ncols / 2)
        area_put_right(box, 0, box.ncols - ncols - 2, ncols, slice_of(text), STYLE_PROMPT);
}

enum { LABEL_MARGIN_COLS = 2, LABEL_ROWS = 4 };

/* Of a question too long for the line above the prompt. */
static int label_rows(const struct prompt *prompt, int ncols)
{
    struct wrap_row *rows = NULL;
    size_t n = 0;
    struct slice label = slice_of(prompt->label);
    if (width_text(label) + 2 * LABEL_MARGIN_COLS <= ncols ||
        wrap_line(label, ncols - LABEL_MARGIN_COLS, &rows, &n, NULL) < 0)
        return 0;
    free(rows);
    return n < LABEL_ROWS ? (int)n : LABEL_ROWS;
}

static void draw_label(const struct prompt *prompt, struct area area)
{
    char label[sizeof prompt->label + 2];
    struct wrap_row *rows = NULL;
    size_t n = 0;
    if (area.nrows < 2) {
        snprintf(label, sizeof label, " %s ", prompt->label);
        area_put_clipped(area, 0, LABEL_MARGIN_COLS, area.ncols - LABEL_MARGIN_COLS,
                         slice_of(label), STYLE_PROMPT);
        return;
    }
    wrap_line(slice_of(prompt->label), area.ncols - LABEL_MARGIN_COLS, &rows, &n, NULL);
    for (size_t i = 0; i < n && (int)i + 1 < area.nrows; i++)
        area_put(area, (int)i + 1, 1, area.ncols - LABEL_MARGIN_COLS,
                 slice_make(prompt->label + rows[i].start, rows[i].end - rows[i].start),
                 STYLE_PROMPT);
    free(rows);
}

/* One alone is filled in, not shown. */
static int offered_rows(const struct prompt *prompt, int ncols)
{
    return prompt->offers.n < 2 ? 0 : offers_rows(&prompt->offers, ncols);
}

static int rows_at_most(int rows, int most)
{
    return most < 0 ? 0 : rows < most ? rows : most;
}

static void draw_page(const struct prompt *prompt, struct area box, int nrows)
{
    char text[32] = "";
    if (nrows > 0)
        offers_page(&prompt->offers, nrows, box.ncols, text, sizeof text);
    if (text[0])
        area_put_right(box, 0, box.ncols - 20, 18, slice_of(text), STYLE_PROMPT);
}

void prompt_draw(struct app *app, struct area area, int *row, int *col)
{
    struct prompt *prompt = &app->prompt;
    int edit_rows = prompt->multiline ? EDITOR_ROWS : 1;
    int hints = rows_at_most(hint_rows(prompt), area.nrows - 1 - edit_rows);
    int offers = rows_at_most(offered_rows(prompt, area.ncols),
                              rows_at_most(area.nrows / 2, area.nrows - 1 - edit_rows - hints));
    int asked =
        rows_at_most(label_rows(prompt, area.ncols), area.nrows - 1 - edit_rows - hints - offers);
    int nrows = 1 + asked + hints + offers + edit_rows;
    struct area box = area_part(area, area.nrows - nrows, 0, nrows, area.ncols);
    area_fill(box, STYLE_POPUP);
    area_hline(box, 0, 0, box.ncols, app->config.ascii, STYLE_BORDER_FOCUS);
    draw_label(prompt, area_part(box, 0, 0, 1 + asked, box.ncols));
    draw_matches(app, box);
    draw_page(prompt, box, offers);
    int used = asked + draw_hints(prompt, area_part(box, 1 + asked, 0, hints, box.ncols));
    if (offers > 0)
        offers_draw(&prompt->offers, area_part(box, 1 + used, 0, offers, box.ncols));
    used += offers;
    struct area field = area_part(box, 1 + used, 1, nrows - 1 - used, box.ncols - 2);
    int caret_row = 0, caret_col = 0;
    lineedit_draw(prompt->edit, field, prompt->offered ? STYLE_SELECTION : STYLE_PROMPT, &caret_row,
                  &caret_col);
    *row = field.row + caret_row;
    *col = field.col + caret_col;
}
