/* What is remembered between sessions outside the verdicts: places, layout,
 * histories. Losing it loses no work, so its faults are silent. */
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "gouji/base/json.h"
#include "gouji/base/path.h"
#include "gouji/store/save.h"

enum { DOCUMENTS_MAX = 500, FOLDED_MAX = 256 };

static const char *const history_names[HISTORY_COUNT] = {"commands", "searches", "filters",
                                                         "notes",    "problems", "reasons"};

static char *session_path(bool make)
{
    char *dir = path_state_dir(NULL);
    char *path = NULL;
    if (dir && (!make || path_make_dirs(dir, NULL) == 0))
        path = path_join(dir, "session.json");
    free(dir);
    return path;
}

static void load_histories(struct app *app)
{
    for (int i = 0; i < HISTORY_COUNT; i++) {
        const cJSON *line;
        cJSON_ArrayForEach (line, json_get(app->session, history_names[i]))
            if (cJSON_IsString(line))
                history_add(app, (enum history)i, line->valuestring);
    }
}

/* ---- filters, order, groups: the status line shows them as long as they last ---- */

static void keep_text(struct app *app, const char *name, const char *text)
{
    cJSON_DeleteItemFromObjectCaseSensitive(app->session, name);
    if (text[0])
        json_add_string(app->session, name, text);
}

static void keep_folded(struct app *app, const struct queue_view *view)
{
    cJSON_DeleteItemFromObjectCaseSensitive(app->session, "queue-folded");
    if (view->nfolded == 0)
        return;
    cJSON *names = cJSON_AddArrayToObject(app->session, "queue-folded");
    for (size_t i = 0; names && i < view->nfolded; i++)
        cJSON_AddItemToArray(names, cJSON_CreateString(view->folded[i]));
}

static void save_views(struct app *app)
{
    struct queue_view view;
    queue_pane_view(app->panes[PANE_QUEUE], &view);
    keep_text(app, "queue-filter", view.filter);
    keep_text(app, "queue-sort", view.sort);
    keep_text(app, "queue-group", view.group);
    keep_folded(app, &view);
    keep_text(app, "findings-filter", findings_pane_filter(app->panes[PANE_FINDINGS]));
}

static void load_views(struct app *app)
{
    const char *sort = json_string(app->session, "queue-sort");
    const char *filter = json_string(app->session, "findings-filter");
    struct queue_view view = {.filter = json_string(app->session, "queue-filter"),
                              .group = json_string(app->session, "queue-group")};
    snprintf(view.sort, sizeof view.sort, "%s", sort ? sort : "");
    const cJSON *names = json_get(app->session, "queue-folded"), *name;
    const char *folded[FOLDED_MAX];
    view.folded = folded;
    cJSON_ArrayForEach (name, names)
        if (cJSON_IsString(name) && view.nfolded < FOLDED_MAX)
            folded[view.nfolded++] = name->valuestring;
    queue_pane_restore(app->panes[PANE_QUEUE], &view);
    if (filter)
        findings_pane_restore(app->panes[PANE_FINDINGS], filter);
}

void session_load(struct app *app)
{
    char *path = app->options->fresh ? NULL : session_path(false);
    char *bytes = NULL;
    size_t nbytes;
    if (path && path_read(path, JSON_MAX_NBYTES, "session", &bytes, &nbytes, NULL) == 0)
        app->session = json_parse(slice_make(bytes, nbytes), NULL);
    free(bytes);
    free(path);
    if (!cJSON_IsObject(app->session)) {
        cJSON_Delete(app->session);
        app->session = cJSON_CreateObject();
    }
    load_histories(app);
    load_views(app);
    const char *layout = json_string(app->session, "layout");
    char assignment[64];
    if (layout) {
        snprintf(assignment, sizeof assignment, "layout=%s", layout);
        config_set(&app->config, assignment, NULL);
    }
}

static cJSON *places(struct app *app)
{
    cJSON *found = cJSON_GetObjectItemCaseSensitive(app->session, "places");
    return found ? found : cJSON_AddObjectToObject(app->session, "places");
}

static void full_path(const char *path, char out[PATH_MAX])
{
    if (!realpath(path, out))
        snprintf(out, PATH_MAX, "%s", path);
}

/* Of this report in the queue, -1 none. The way to a path's file is long: only of those
 * with the name. */
static int find_report(const struct app *app, const char *full, const char *name)
{
    char path[PATH_MAX];
    for (size_t i = 0; full && name && i < queue_count(app->queue); i++) {
        if (strcmp(path_name(queue_at(app->queue, i)->path), name) != 0)
            continue;
        full_path(queue_at(app->queue, i)->path, path);
        if (strcmp(path, full) == 0)
            return (int)i;
    }
    return -1;
}

void session_find_last(struct app *app)
{
    int index =
        find_report(app, json_string(app->session, "last"), json_string(app->session, "last-name"));
    if (index >= 0)
        queue_pane_go(app->panes[PANE_QUEUE], (size_t)index);
}

void session_mark(struct app *app, char name, size_t index)
{
    char path[PATH_MAX];
    const char letter[] = {name, '\0'}, *of = queue_at(app->queue, index)->path;
    cJSON *marks = cJSON_GetObjectItemCaseSensitive(app->session, "queue-marks");
    if (!cJSON_IsObject(marks)) {
        cJSON_DeleteItemFromObjectCaseSensitive(app->session, "queue-marks");
        marks = cJSON_AddObjectToObject(app->session, "queue-marks");
    }
    cJSON_DeleteItemFromObjectCaseSensitive(marks, letter);
    cJSON *mark = marks ? cJSON_AddObjectToObject(marks, letter) : NULL;
    full_path(of, path);
    if (mark) {
        json_add_string(mark, "path", path);
        json_add_string(mark, "name", path_name(of));
    }
    session_save(app);
}

int session_marked(const struct app *app, char name)
{
    const char letter[] = {name, '\0'};
    const cJSON *mark = json_get(json_get(app->session, "queue-marks"), letter);
    return find_report(app, json_string(mark, "path"), json_string(mark, "name"));
}

static void keep_view(cJSON *place, const struct desk_view *view)
{
    json_add_integer(place, "text-top", view->text_top);
    json_add_integer(place, "text-left", view->text_left);
    json_add_integer(place, "tables-above", view->tables_above);
    json_add_integer(place, "findings-above", view->findings_above);
    json_add_integer(place, "local", view->local);
}

/* A number from a file anybody may have changed: any that is no row of a list is none. */
static int64_t view_number(const cJSON *place, const char *name)
{
    int64_t number = json_integer(place, name, -1);
    return number >= 0 && number < INT32_MAX ? number : -1;
}

static void find_view(const cJSON *place, struct desk_view *view)
{
    view->text_top = view_number(place, "text-top");
    view->text_left = view_number(place, "text-left");
    view->tables_above = view_number(place, "tables-above");
    view->findings_above = view_number(place, "findings-above");
    view->local = view_number(place, "local");
}

void session_keep(struct app *app, const struct document *document)
{
    char path[PATH_MAX];
    full_path(document->path, path);
    cJSON *all = places(app), *place = cJSON_CreateObject();
    const struct findings *findings = review_findings(document->review);
    if (!all || !place) {
        cJSON_Delete(place);
        return;
    }
    json_add_integer(place, "offset", document->place.offset);
    json_add_string(place, "cell", document->place.cell);
    json_add_integer(place, "focus", document->focus);
    keep_view(place, &document->view);
    int item = document->place.item;
    if (item >= 0 && (size_t)item < findings->nitems) {
        json_add_string(place, "check", findings->items[item].rule->id);
        json_add_string(place, "instance", findings->items[item].instance);
    }
    batch_keep(app, document, place);
    cJSON_DeleteItemFromObjectCaseSensitive(all, path);
    cJSON_AddItemToObject(all, path, place);
    while (cJSON_GetArraySize(all) > DOCUMENTS_MAX)
        cJSON_DeleteItemFromArray(all, 0);
    cJSON_DeleteItemFromObjectCaseSensitive(app->session, "last");
    json_add_string(app->session, "last", path);
    cJSON_DeleteItemFromObjectCaseSensitive(app->session, "last-name");
    json_add_string(app->session, "last-name", path_name(document->path));
}

int session_find_item(const struct findings *findings, const char *check, const char *instance)
{
    for (size_t i = 0; check && instance && i < findings->nitems; i++)
        if (strcmp(findings->items[i].rule->id, check) == 0 &&
            strcmp(findings->items[i].instance, instance) == 0)
            return (int)i;
    return -1;
}

/* One pane over the whole screen is how the last report was left, not how any other begins. */
static void find_maximised(struct app *app, const char *full)
{
    const char *last = json_string(app->session, "last");
    if (last && strcmp(last, full) == 0 && json_string(app->session, "maximised"))
        app->maximised = true;
}

bool session_find(struct app *app, const char *path, struct document *document)
{
    char full[PATH_MAX];
    full_path(path, full);
    const cJSON *place = json_get(places(app), full);
    if (!place)
        return false;
    int64_t offset = json_integer(place, "offset", 0);
    int64_t focus = json_integer(place, "focus", PANE_FINDINGS);
    const char *cell = json_string(place, "cell");
    if (offset >= 0 && offset <= document->report->text_nbytes)
        document->place.offset = (uint32_t)offset;
    if (focus >= PANE_TEXT && focus <= PANE_LOG)
        document->focus = (enum pane_id)focus;
    if (cell)
        snprintf(document->place.cell, sizeof document->place.cell, "%s", cell);
    find_view(place, &document->view);
    batch_find(app, document, place);
    find_maximised(app, full);
    document->place.item =
        session_find_item(review_findings(document->review), json_string(place, "check"),
                          json_string(place, "instance"));
    return true;
}

const char *session_reviewer(const struct app *app)
{
    return json_string(app->session, "reviewer");
}

void session_save(struct app *app)
{
    if (app->reviewer[0])
        keep_text(app, "reviewer", app->reviewer);
    cJSON_DeleteItemFromObjectCaseSensitive(app->session, "layout");
    json_add_string(app->session, "layout", config_choice("layout", (size_t)app->config.layout));
    keep_text(app, "maximised", app->maximised ? "yes" : "");
    save_views(app);
    for (int i = 0; i < HISTORY_COUNT; i++) {
        cJSON_DeleteItemFromObjectCaseSensitive(app->session, history_names[i]);
        cJSON *lines = cJSON_AddArrayToObject(app->session, history_names[i]);
        for (size_t k = 0; lines && k < app->nhistory[i]; k++)
            cJSON_AddItemToArray(lines, cJSON_CreateString(app->history[i][k]));
    }
    struct str out = STR_INIT;
    json_canonical(app->session, &out);
    char *path = session_path(true);
    if (path && !out.failed)
        save_file(path, NULL, NULL, str_slice(&out), NULL, NULL);
    free(path);
    str_release(&out);
}
