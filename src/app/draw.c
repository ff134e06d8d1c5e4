/* One frame: panes, what lies over them, prompt, status, footer; then one
 * show with the real cursor where the attention is. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "gouji/base/path.h"
#include "gouji/text/sanitise.h"
#include "gouji/text/width.h"
#include "gouji/text/wrap.h"

struct caret {
    int row, col; /* row -1: hidden */
};

static void draw_title(const struct app *app, struct area area, const struct pane *pane,
                       bool focused)
{
    enum style style = focused ? STYLE_BORDER_FOCUS : STYLE_BORDER;
    area_hline(area, 0, 0, area.ncols, app->config.ascii, style);
    struct str title = STR_INIT;
    str_byte(&title, focused ? '>' : ' ');
    if (pane->ops->title)
        str_format(&title, "%s ", _(pane->ops->title));
    if (pane->ops->subtitle)
        pane->ops->subtitle(pane, &title);
    if (title.nbytes > 0 && title.data[title.nbytes - 1] != ' ')
        str_byte(&title, ' ');
    area_put_clipped(area, 0, 1, area.ncols - 2, str_slice(&title), style);
    str_release(&title);
}

static void draw_pane(struct app *app, struct area area, struct pane *pane, bool focused,
                      struct caret *caret)
{
    struct area inside = area_part(area, 1, 0, area.nrows - 1, area.ncols);
    int row, col;
    if (inside.nrows > 0)
        pane->ops->draw(pane, inside, focused);
    /* Behind the pane, for only drawing scrolls it to what the title tells. */
    draw_title(app, area_part(area, 0, 0, 1, area.ncols), pane, focused);
    if (inside.nrows > 0 && focused && pane->ops->cursor && pane->ops->cursor(pane, &row, &col))
        *caret = (struct caret){inside.row + row, inside.col + col};
}

static void draw_panes(struct app *app, struct area area, struct caret *caret)
{
    struct layout_wish wish = {(enum layout_mode)app->config.layout, app->document == NULL,
                               app->maximised, app->focus, app->below};
    layout_make(&app->layout, area.nrows, area.ncols, &wish);
    app->desk.leaps = app->layout.divider >= 0;
    for (size_t i = 0; i < app->layout.nplaced; i++) {
        const struct placed *at = &app->layout.placed[i];
        bool focused = at->id == app->focus && app->overlay == PANE_COUNT;
        draw_pane(app, area_part(area, at->row, at->col, at->nrows, at->ncols), app->panes[at->id],
                  focused, caret);
    }
    if (app->layout.divider >= 0)
        area_vline(area, 0, app->layout.divider, app->layout.placed[0].nrows, app->config.ascii,
                   STYLE_BORDER);
}

/* Over whole rows, so that no wide character is cut at an edge. */
static void draw_overlay(struct app *app, struct area area, struct caret *caret)
{
    if (app->overlay == PANE_COUNT)
        return;
    bool is_beside = app->overlay == PANE_POPUP && !app->overlay_is_page;
    int nrows = is_beside ? (area.nrows + 1) / 2 : area.nrows;
    struct area over = area_part(area, area.nrows - nrows, 0, nrows, area.ncols);
    area_fill(over, STYLE_POPUP);
    draw_pane(app, over, app->panes[app->overlay], true, caret);
}

/* ---- which-key: what may follow the keys typed so far ---- */

struct which {
    const char *prefix;
    struct offers offers;
};

static void which_line(void *closure, enum action_context context, const char *keys,
                       enum action action)
{
    struct which *which = closure;
    (void)context;
    if (strncmp(keys, which->prefix, strlen(which->prefix)) == 0)
        offers_add(&which->offers, keys, _(action_entry(action)->help));
}

static void draw_which(struct app *app, struct area area)
{
    char prefix[64] = "", title[72], page[32];
    for (size_t i = 0; i < app->nchord; i++)
        key_format(app->chord[i], prefix + strlen(prefix), sizeof prefix - strlen(prefix));
    struct which which = {.prefix = prefix};
    keymap_each(app->keymap, app_context(app), which_line, &which);
    int nrows = offers_rows(&which.offers, area.ncols);
    nrows = nrows < area.nrows ? nrows : area.nrows - 1;
    if (nrows > 0) {
        struct area box = area_part(area, area.nrows - nrows - 1, 0, nrows + 1, area.ncols);
        area_fill(box, STYLE_POPUP);
        area_hline(box, 0, 0, box.ncols, app->config.ascii, STYLE_BORDER_FOCUS);
        snprintf(title, sizeof title, " %s ", prefix);
        area_puts(box, 0, 2, -1, title, STYLE_KEY);
        offers_page(&which.offers, nrows, box.ncols, page, sizeof page);
        area_put_right(box, 0, box.ncols - 20, 18, slice_of(page), STYLE_KEY);
        offers_draw(&which.offers, area_part(box, 1, 0, nrows, box.ncols));
    }
    offers_release(&which.offers);
}

static void describe_mark(const struct app *app, const struct mark *mark, struct str *out)
{
    const struct report *report = app->document->report;
    if (mark->target.finding >= 0)
        str_add(out, desk_findings(&app->desk)->items[mark->target.finding].rule->id);
    else if (mark->target.cell)
        str_add(out, mark->target.cell);
    else
        str_format(out, "%s %zu", _("line"), report_line_at(report, mark->target.span.start) + 1);
}

static void list_marks(const struct app *app, struct str *out)
{
    const struct mark *marks = NULL;
    size_t n = app->document ? review_marks(app->document->review, &marks) : 0;
    for (size_t i = 0; i < n; i++) {
        str_format(out, "%c ", marks[i].name);
        describe_mark(app, &marks[i], out);
        str_byte(out, '\n');
    }
}

/* Of the queue's. */
static void list_marked_reports(const struct app *app, struct str *out)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    for (const char *letter = letters; *letter; letter++) {
        int index = session_marked(app, *letter);
        if (index >= 0)
            str_format(out, "%c %s\n", *letter,
                       path_name(queue_at(app->queue, (size_t)index)->path));
    }
}

/* The same for marks, after the key that goes to one. */
static void draw_marks(struct app *app, struct area area)
{
    struct str text = STR_INIT;
    int n = 0;
    if (app->document)
        list_marks(app, &text);
    else
        list_marked_reports(app, &text);
    for (size_t i = 0; i < text.nbytes; i++)
        n += text.data[i] == '\n';
    int nrows = n < area.nrows - 1 ? n : area.nrows - 1;
    if (nrows > 0) {
        struct area box = area_part(area, area.nrows - nrows - 1, 0, nrows + 1, area.ncols);
        area_fill(box, STYLE_POPUP);
        area_hline(box, 0, 0, box.ncols, app->config.ascii, STYLE_BORDER_FOCUS);
        area_puts(box, 0, 2, 20, _("marks"), STYLE_KEY);
        const char *line = text.data;
        for (int i = 0; i < nrows; i++, line = strchr(line, '\n') + 1) {
            area_put(box, i + 1, 1, 1, slice_make(line, 1), STYLE_KEY);
            area_put_clipped(box, i + 1, 3, box.ncols - 3,
                             slice_make(line + 2, strcspn(line + 2, "\n")), STYLE_POPUP);
        }
    }
    str_release(&text);
}

static bool is_too_small(int nrows, int ncols)
{
    return nrows < MIN_ROWS || ncols < MIN_COLS;
}

bool app_is_unseen(const struct app *app)
{
    int nrows, ncols;
    app->ops->size(app->screen, &nrows, &ncols);
    return is_too_small(nrows, ncols);
}

static void draw_too_small(struct area area)
{
    char text[256];
    struct wrap_row *rows = NULL;
    size_t nrows = 0;
    snprintf(text, sizeof text,
             _("%dx%d is too small: make it at least %dx%d; till then keys only cancel or leave"),
             area.ncols, area.nrows, MIN_COLS, MIN_ROWS);
    if (wrap_line(slice_of(text), area.ncols > 2 ? area.ncols : 2, &rows, &nrows, NULL) < 0)
        return;
    for (size_t i = 0; i < nrows && i < (size_t)area.nrows; i++)
        area_put_clipped(area, (int)i, 0, area.ncols,
                         slice_make(text + rows[i].start, rows[i].end - rows[i].start),
                         STYLE_STATUS_ERROR);
    free(rows);
}

/* Without the footer a message stands over the status until the next key. */
static void draw_all(struct app *app, struct area area, struct caret *caret)
{
    int foot = app->config.footer ? 2 : 1, box = tutorial_rows(app, area.ncols);
    struct area body = area_part(area, 0, 0, area.nrows - foot - box, area.ncols);
    struct area last = area_part(area, area.nrows - 1, 0, 1, area.ncols);
    draw_panes(app, body, caret);
    draw_overlay(app, body, caret);
    if (app->which_key && app->nchord > 0)
        draw_which(app, body);
    else if (app->which_key && app->wants_char == ACTION_GOTO_MARK)
        draw_marks(app, body);
    if (box)
        tutorial_draw(app, area_part(area, area.nrows - foot - box, 0, box, area.ncols));
    status_draw(app, area_part(area, area.nrows - foot, 0, 1, area.ncols));
    if (!message_draw(app, last) && app->config.footer)
        footer_draw(app, last);
    if (app->prompt.open)
        prompt_draw(app, body, &caret->row, &caret->col);
}

static bool compose(struct app *app, struct caret *caret)
{
    int nrows, ncols;
    app->ops->size(app->screen, &nrows, &ncols);
    if (nrows < 1 || ncols < 1)
        return false;
    if ((nrows != grid_rows(app->grid) || ncols != grid_cols(app->grid)) &&
        grid_resize(app->grid, nrows, ncols) < 0)
        return false;
    struct area area = grid_area(app->grid);
    area_fill(area, STYLE_NORMAL);
    if (is_too_small(nrows, ncols))
        draw_too_small(area);
    else
        draw_all(app, area, caret);
    return true;
}

void app_compose(struct app *app)
{
    struct caret caret = {0, 0};
    compose(app, &caret);
}

/* Behind the frame: that is what is waited for. */
static void show_title(const struct app *app)
{
    struct str title = STR_INIT;
    str_add(&title, "gouji");
    if (app->document) {
        str_add(&title, ": ");
        sanitise_append(&title, slice_of(path_name(app->document->path)), 0);
    }
    if (!title.failed)
        term_set_title(app->screen, str_text(&title));
    str_release(&title);
}

void app_draw(struct app *app)
{
    struct caret caret = {0, 0};
    if (!compose(app, &caret))
        return;
    app->ops->show(app->screen, app->grid, caret.row, caret.col);
    if (app->config.title && !app->scripted)
        show_title(app);
}
