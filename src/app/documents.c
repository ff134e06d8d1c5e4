/* The reports opened in this session: those with acts stay open, so that undo
 * reaches them; the others are closed when they are left. */
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app_private.h"
#include "gouji/base/path.h"
#include "gouji/base/vec.h"

static struct document *find_open(const struct app *app, const char *path)
{
    for (size_t i = 0; i < app->ndocuments; i++)
        if (strcmp(app->documents[i]->path, path) == 0)
            return app->documents[i];
    return NULL;
}

int documents_index(const struct app *app, const char *path)
{
    for (size_t i = 0; i < queue_count(app->queue); i++)
        if (strcmp(queue_at(app->queue, i)->path, path) == 0)
            return (int)i;
    return -1;
}

void documents_find_index(struct app *app)
{
    int index = app->document ? documents_index(app, app->document->path) : -1;
    if (index >= 0)
        app->desk.queue_index = (size_t)index;
}

void documents_tell_queue(struct app *app, const struct document *document)
{
    int index = documents_index(app, document->path);
    if (index >= 0)
        queue_update(app->queue, (size_t)index, document->review);
}

/* ---- opening ---- */

static void document_free(struct document *document)
{
    if (!document)
        return;
    report_free(document->prior);
    report_free(document->report);
    free(document->told);
    free(document->path);
    free(document);
}

static struct document *document_load(struct app *app, const struct queue_item *item,
                                      struct err *err)
{
    struct document *document = calloc(1, sizeof *document);
    if (!document || !(document->path = strdup(item->path))) {
        err_set_nomem(err);
        document_free(document);
        return NULL;
    }
    if (opening_read(app, item, document, err) == 0)
        return document;
    document_free(document);
    return NULL;
}

/* Where the last session left it, by the findings there are. */
static void find_place(struct app *app, struct document *document)
{
    document->focus = PANE_FINDINGS;
    document->place = (struct desk_place){.item = -1, .problem = -1};
    document->view = (struct desk_view)DESK_VIEW_NONE;
    session_find(app, document->path, document);
}

static struct document *document_open(struct app *app, const struct queue_item *item,
                                      struct err *err)
{
    struct document *document = find_open(app, item->path);
    if (document)
        return document;
    if (vec_room(&app->documents, &app->documents_capacity, app->ndocuments,
                 sizeof *app->documents) < 0) {
        err_set_nomem(err);
        return NULL;
    }
    document = document_load(app, item, err);
    if (!document)
        return NULL;
    find_place(app, document);
    app->documents[app->ndocuments++] = document;
    return document;
}

/* Where a reviewer looks first when no finding points at a cell. */
static void show_main_table(struct app *app, const struct report *report)
{
    size_t position = 0;
    const struct cell *cell;
    while ((cell = report_next_cell(report, &position)))
        if (cell->block == report->tables[TABLE_T3].blocks[0].form) {
            desk_show_cell(&app->desk, cell->id);
            return;
        }
}

/* The place of the last visit, else the first finding still open, once all are known. */
static void show_place(struct app *app, const struct document *document)
{
    const struct entry *entries = NULL;
    bool fresh = document->place.item < 0 && document->place.problem < 0 &&
                 document->place.offset == 0 && !document->place.cell[0];
    if (!fresh) {
        desk_restore(&app->desk, &document->place, &document->view);
        return;
    }
    if (document->report->tables[TABLE_T3].nblocks > 0)
        show_main_table(app, document->report);
    size_t n = document->is_begun ? 0 : review_entries(document->review, &entries);
    for (size_t i = 0; i < n; i++) {
        if (entries[i].depth > 0 || !desk_is_open(&app->desk, entries[i].item))
            continue;
        desk_select(&app->desk, (int)entries[i].item, -1);
        return;
    }
}

/* Without a name nobody's review is shown; that one exists must not be a surprise. */
static bool say_reviewed(struct app *app)
{
    char *name =
        app->reviewer[0] ? NULL : queue_find_reviewer(app->queue, app->desk.queue_index, NULL);
    if (!name)
        return false;
    desk_say(&app->desk, TONE_PLAIN,
             _("Reviewed by %s. If that is you, :reviewer and your name show that work"), name);
    free(name);
    return true;
}

static void say_opened(struct app *app, struct document *document)
{
    size_t position = 0;
    const char *version = queue_version(app->queue, document->report, &position);
    const struct draft *drafts = NULL;
    size_t ndrafts = review_drafts(document->review, &drafts);
    if (acts_say_news(app, document))
        return;
    if (document->report->nbad > 0)
        desk_say(&app->desk, TONE_ERROR, _("%zu bytes of this file are no text (%s)"),
                 document->report->nbad, text_encoding_name(document->report->encoding));
    else if (say_reviewed(app))
        return;
    else if (document->report->remark)
        desk_say(&app->desk, TONE_PLAIN, "%s", document->report->remark);
    else if (ndrafts > 0)
        desk_say(&app->desk, TONE_PLAIN, _("Drafts left from last time: %zu; %s shows them"),
                 ndrafts, desk_keys(&app->desk, IN_FINDINGS, ACTION_GO_NOTES));
    else if (version)
        desk_say(&app->desk, TONE_PLAIN,
                 _("Another version of this report: %s; :versions compares"), path_name(version));
}

void documents_tell_reading(struct app *app, const char *path)
{
    struct stat info;
    if (!opening_is_long(path) || stat(path, &info) != 0 || !app->grid)
        return;
    desk_say(&app->desk, TONE_PLAIN, _("Reading %s, %.1f MB … (^C calls it off)"), path_name(path),
             (double)info.st_size / 1e6);
    if (app->panes[PANE_QUEUE]) {
        app_draw(app);
        return;
    }
    area_fill(grid_area(app->grid), STYLE_NORMAL);
    area_puts(grid_area(app->grid), 0, 1, -1, app->desk.messages[app->desk.nmessages - 1].text,
              STYLE_NORMAL);
    app->ops->show(app->screen, app->grid, 0, 0);
}

static void put_on_desk(struct app *app, struct document *document)
{
    struct err err = {0};
    if (desk_put(&app->desk, document->review) < 0) {
        err_set_nomem(&err);
        app_say_err(app, &err);
    }
    app->desk.here.report = queue_at(app->queue, app->desk.queue_index)->path;
    app_refresh_panes(app);
    app->below = app->left = app->left_below = PANE_FINDINGS;
    app_focus(app, document->focus);
    show_place(app, document);
}

/* What is known at once is shown before the rest is checked; no key is taken before
 * that is through, so none meets a finding that is not the last word. */
static int complete(struct app *app, struct document *document, struct err *err)
{
    if (!document->is_begun)
        return 0;
    app_draw(app);
    if (opening_complete(app, document, err) < 0)
        return -1;
    find_place(app, document);
    put_on_desk(app, document);
    return 0;
}

int documents_open(struct app *app, size_t index)
{
    struct err err = {0};
    if (index >= queue_count(app->queue))
        return -1;
    const struct queue_item *item = queue_at(app->queue, index);
    const char *path = item->path;
    if (!load_has(app->loading) && !find_open(app, path))
        documents_tell_reading(app, path);
    struct document *document = document_open(app, item, &err);
    if (!document) {
        app_say_err(app, &err);
        return -1;
    }
    if (document == app->document)
        return 0;
    documents_leave(app);
    app->document = document;
    app->desk.queue_index = index;
    put_on_desk(app, document);
    if (complete(app, document, &err) < 0) {
        documents_leave(app);
        app_say_err(app, &err);
        return -1;
    }
    queue_update(app->queue, index, document->review);
    app->place_due = true;
    say_opened(app, document);
    pairing_settle(app);
    return 0;
}

int documents_open_path(struct app *app, const char *path)
{
    int index = documents_index(app, path);
    return index < 0 ? -1 : documents_open(app, (size_t)index);
}

/* ---- leaving ---- */

int documents_save(struct app *app, struct document *document)
{
    struct err err = {0};
    bool fails = review_save_trouble(document->review) != NULL;
    if ((review_is_readonly(document->review) && !fails) || !review_is_dirty(document->review))
        return 0;
    if (review_save(document->review, &err) == 0)
        return 0;
    app_say_err(app, &err);
    if (err.kind == ERR_FULL)
        desk_say(&app->desk, TONE_ERROR, "%s",
                 _("The disk is full: the journal has all acts; make room, then :write"));
    return -1;
}

/* Where we are, for the next session, also when this one ends by force. */
void documents_remember(struct app *app)
{
    app->place_due = false;
    if (!app->document)
        return;
    app->document->place = app->desk.here;
    app->document->view = app->desk.view;
    app->document->focus = app->focus;
    session_keep(app, app->document);
    session_save(app);
}

static void forget(struct app *app, struct document *document)
{
    for (size_t i = 0; i < app->ndocuments; i++) {
        if (app->documents[i] != document)
            continue;
        memmove(&app->documents[i], &app->documents[i + 1],
                (app->ndocuments - i - 1) * sizeof *app->documents);
        app->ndocuments--;
        break;
    }
    batch_forget(app, document);
    struct err err = {0};
    if (review_close(document->review, &err) < 0) {
        app_say_err(app, &err);
        app->status = 2;
    }
    document_free(document);
}

void documents_leave(struct app *app)
{
    struct document *document = app->document;
    if (!document)
        return;
    documents_remember(app);
    documents_save(app, document);
    documents_tell_queue(app, document);
    queue_pane_go(app->panes[PANE_QUEUE], app->desk.queue_index);
    app->document = NULL;
    desk_put(&app->desk, NULL);
    app_refresh_panes(app);
    app_focus(app, PANE_QUEUE);
    if (!document->acted)
        forget(app, document);
}

void documents_close_all(struct app *app)
{
    documents_leave(app);
    while (app->ndocuments > 0)
        forget(app, app->documents[app->ndocuments - 1]);
    free(app->documents);
    app->documents = NULL;
}

void documents_step(struct app *app, int steps)
{
    size_t to = app->desk.queue_index;
    if (!queue_pane_step(app->panes[PANE_QUEUE], &to, steps)) {
        desk_say(&app->desk, TONE_PLAIN,
                 steps > 0 ? _("This is the last report") : _("This is the first report"));
        return;
    }
    desk_jump_from(&app->desk);
    documents_open(app, to);
}
