/* Going to a place: by its name (a line or percent, a section, a table, a cell,
 * a check with a finding), to a mark, and back and forward over the jumps. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "app_private.h"
#include "gouji/base/path.h"
#include "gouji/text/fold.h"

static bool to_line(struct app *app, const char *name)
{
    size_t ndigits = strspn(name, "0123456789");
    bool percent = strcmp(name + ndigits, "%") == 0;
    if (ndigits == 0 || ndigits > 8 || (name[ndigits] && !percent))
        return false;
    struct pane *text = app->panes[PANE_TEXT];
    text->ops->act(text, percent ? ACTION_PERCENT : ACTION_GOTO_END, atoi(name), NULL);
    app_focus(app, PANE_TEXT);
    return true;
}

static void show_cell(struct app *app, const struct cell *cell)
{
    desk_jump_from(&app->desk);
    desk_show_cell(&app->desk, cell->id);
    if (app->desk.linked && !span_empty(cell->span))
        desk_show_text(&app->desk, app->desk.shown = cell->span);
    app_focus(app, PANE_TABLES);
}

static bool to_cell(struct app *app, const struct report *report, const char *name)
{
    const struct cell *cell;
    for (size_t position = 0; (cell = report_next_cell(report, &position));)
        if (strcasecmp(cell->id, name) == 0) {
            show_cell(app, cell);
            return true;
        }
    return false;
}

/* T3 or 表三: its first cell. */
static bool to_table(struct app *app, const struct report *report, const char *name)
{
    static const char *const chinese[TABLE_COUNT] = {
        [TABLE_T2] = "表二", [TABLE_T3] = "表三", [TABLE_T4] = "表四"};
    const struct cell *cell;
    for (int t = 0; t < TABLE_COUNT; t++) {
        const char *id = table_name((enum table_id)t);
        if (strcasecmp(id, name) != 0 && strcmp(chinese[t], name) != 0)
            continue;
        for (size_t position = 0; (cell = report_next_cell(report, &position));)
            if (strncmp(cell->id, id, strlen(id)) == 0 && cell->id[strlen(id)] == '.') {
                show_cell(app, cell);
                return true;
            }
    }
    return false;
}

/* S3, its numeral, or words of its title. */
static bool to_section(struct app *app, const struct report *report, const char *name)
{
    for (size_t i = 0; i < report->nsections; i++) {
        const struct section *section = &report->sections[i];
        bool is_it = (section->id && strcasecmp(section->id, name) == 0) ||
                     (section->numeral && strcmp(section->numeral, name) == 0) ||
                     (section->title && strlen(name) > 3 &&
                      fold_match(slice_of(section->title), slice_of(name)) > FOLD_APART);
        if (!is_it)
            continue;
        desk_jump_from(&app->desk);
        desk_show_text(&app->desk, span_empty(section->heading) ? section->body : section->heading);
        app_focus(app, PANE_TEXT);
        return true;
    }
    return false;
}

/* T3-02, or T3-02 open. */
static bool to_finding(struct app *app, const char *name)
{
    const struct findings *findings = desk_findings(&app->desk);
    size_t n = strcspn(name, " /");
    const char *instance = name + n + strspn(name + n, " /");
    for (size_t i = 0; i < findings->nitems; i++) {
        const struct finding *finding = &findings->items[i];
        if (strlen(finding->rule->id) != n || strncasecmp(finding->rule->id, name, n) != 0 ||
            (instance[0] && strcmp(finding->instance, instance) != 0))
            continue;
        desk_jump_from(&app->desk);
        desk_select(&app->desk, (int)i, -1);
        app_focus(app, PANE_FINDINGS);
        return true;
    }
    return false;
}

bool goto_place(struct app *app, const char *name)
{
    const struct report *report = desk_report(&app->desk);
    return report && (to_line(app, name) || to_table(app, report, name) || to_finding(app, name) ||
                      to_cell(app, report, name) || to_section(app, report, name));
}

unsigned goto_do(struct app *app, const char *name)
{
    if (!name || !goto_place(app, name))
        desk_say(&app->desk, TONE_ERROR,
                 _("No such place; 120, 50%%, S3, T3, T3.open.np and T3-02 are such names"));
    return REACT_LAYOUT | REACT_REDRAW;
}

/* ---- marks ---- */

struct target goto_finding_place(const struct app *app, int finding)
{
    struct target place = TARGET_REPORT;
    const struct finding *it = &desk_findings(&app->desk)->items[finding];
    for (size_t i = 0; i < it->nseen && !place.cell; i++)
        if (it->seen[i].cell && report_cell(desk_report(&app->desk), it->seen[i].cell))
            place.cell = it->seen[i].cell;
    if (!place.cell && it->nspans > 0)
        place.span = it->spans[0];
    return place;
}

static bool stands_for(const struct app *app, const struct target *mark, int finding)
{
    struct target place = goto_finding_place(app, finding);
    if (mark->cell || place.cell)
        return mark->cell && place.cell && strcmp(place.cell, mark->cell) == 0;
    return !span_empty(place.span) && place.span.start == mark->span.start &&
           place.span.end == mark->span.end;
}

/* The finding that the mark was set on in this session, else the first at its place; -1 none. */
static int finding_at(const struct app *app, const struct mark *mark)
{
    int n = (int)desk_findings(&app->desk)->nitems;
    int last = app->marked[(unsigned char)mark->name] - 1;
    if (last >= 0 && last < n && stands_for(app, &mark->target, last))
        return last;
    for (int i = 0; i < n; i++)
        if (stands_for(app, &mark->target, i))
            return i;
    return -1;
}

/* In the findings to the finding there; else into the pane that shows the place. */
static void to_mark(struct app *app, const struct mark *mark)
{
    const struct target *place = &mark->target;
    int finding = app->focus == PANE_FINDINGS ? finding_at(app, mark) : -1;
    const struct cell *cell =
        place->cell ? report_cell(desk_report(&app->desk), place->cell) : NULL;
    if (finding < 0 && cell) {
        show_cell(app, cell);
        return;
    }
    desk_jump_from(&app->desk);
    if (finding >= 0)
        desk_select(&app->desk, finding, -1);
    else
        app_focus(app, PANE_TEXT);
    if (!span_empty(place->span))
        desk_show_text(&app->desk, place->span);
}

unsigned goto_set_mark(struct app *app, const char *name)
{
    size_t index;
    char letter = name ? name[0] : '\0';
    if (!letter)
        return REACT_NOTHING;
    if ((letter | 32) < 'a' || (letter | 32) > 'z') {
        desk_say(&app->desk, TONE_ERROR, "%s", _("a mark is named by a letter"));
    } else if (!queue_pane_index(app->panes[PANE_QUEUE], &index)) {
        desk_say(&app->desk, TONE_PLAIN, _("Stand on a report first"));
    } else {
        session_mark(app, letter, index);
        desk_say(&app->desk, TONE_OK, _("Mark %c set"), letter);
    }
    return REACT_REDRAW;
}

static unsigned to_marked_report(struct app *app, char name)
{
    struct pane *queue = app->panes[PANE_QUEUE];
    int marked = session_marked(app, name);
    size_t index;
    if (marked >= 0)
        queue_pane_go(queue, (size_t)marked);
    if (marked < 0)
        desk_say(&app->desk, TONE_PLAIN, _("Mark %c is not set"), name);
    else if (!queue_pane_index(queue, &index) || index != (size_t)marked)
        desk_say(&app->desk, TONE_PLAIN, _("Not shown: %s"),
                 path_name(queue_at(app->queue, (size_t)marked)->path));
    return REACT_REDRAW;
}

static unsigned go(struct app *app, const struct desk_place *place)
{
    if (!place) {
        desk_say(&app->desk, TONE_PLAIN, _("No further place to jump to"));
        return REACT_REDRAW;
    }
    struct desk_place to = *place;
    bool here =
        to.report ? app->document && strcmp(app->document->path, to.report) == 0 : !app->document;
    if (!here && !to.report)
        documents_leave(app);
    else if (!here && documents_open_path(app, to.report) < 0)
        return REACT_REDRAW;
    if (app->document)
        desk_go(&app->desk, &to);
    return REACT_LAYOUT | REACT_REDRAW;
}

unsigned goto_mark(struct app *app, const char *name)
{
    const struct mark *marks = NULL;
    if (!name)
        return REACT_NOTHING;
    if (name[0] == '\'')
        return go(app, desk_jump_over(&app->desk));
    if (!app->document)
        return to_marked_report(app, name[0]);
    size_t n = review_marks(app->document->review, &marks);
    for (size_t i = 0; i < n; i++)
        if (marks[i].name == name[0]) {
            to_mark(app, &marks[i]);
            return REACT_LAYOUT | REACT_REDRAW;
        }
    desk_say(&app->desk, TONE_PLAIN, _("Mark %c is not set"), name[0]);
    return REACT_REDRAW;
}

unsigned goto_jump(struct app *app, int steps)
{
    return go(app, desk_jump(&app->desk, steps));
}
