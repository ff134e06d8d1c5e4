/* Giving a cell another reading, and placing the values of a row: the report
 * stays as it is, the checks are run again. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "gouji/base/arena.h"

void app_cell_name(const struct app *app, const char *id, char name[CELL_NAME_NBYTES])
{
    const struct cell *cell = report_cell(desk_report(&app->desk), id);
    struct arena *arena = cell ? arena_new() : NULL;
    const char *address = arena ? cell_address(arena, cell, app->desk.lang) : NULL;
    snprintf(name, CELL_NAME_NBYTES, "%s", address ? address : id);
    arena_free(arena);
}

/* Whether a report's reader would take it for a number, a mark or a blank. Else it is
 * said, and the prompt comes back. */
static bool is_reading(struct app *app, const char *id, const char *text)
{
    const struct cell *cell = report_cell(desk_report(&app->desk), id);
    struct arena *arena = cell ? arena_new() : NULL;
    if (!arena)
        return true;
    struct cell parsed = *cell;
    cell_parse(arena, slice_of(text), 0, &cell->block->cols[cell->col], &parsed);
    arena_free(arena);
    if (parsed.state != CELL_TEXT)
        return true;
    desk_say(&app->desk, TONE_ERROR, _("\"%s\" is neither a number nor a mark nor blank"), text);
    app->act_failed = true;
    return false;
}

static void corrected(struct app *app, const char *text)
{
    struct err err = {0};
    if (strcmp(text, "?") != 0 && !is_reading(app, app->pending.cell, text))
        return;
    struct correction one = {app->pending.cell, strcmp(text, "?") == 0 ? NULL : text};
    struct str said = STR_INIT;
    char name[CELL_NAME_NBYTES];
    app_cell_name(app, app->pending.cell, name);
    str_format(&said, _("%s is now read as \"%s\", by you; the checks were run again"), name,
               one.text ? one.text : _("the program had it"));
    acts_finish(app, review_correct(app->document->review, &one, 1, NULL, "", &err), &err,
                str_text(&said));
    str_release(&said);
}

static bool cell_here(struct app *app)
{
    const struct cell *cell = tables_pane_cell(app->panes[PANE_TABLES]);
    if (cell)
        snprintf(app->pending.cell, sizeof app->pending.cell, "%s", cell->id);
    else
        desk_say(&app->desk, TONE_PLAIN, _("Stand on a cell of the form first"));
    return cell != NULL;
}

void app_add_value(const struct app *app, const char *id, struct str *out)
{
    char buffer[CELL_VALUE_NBYTES];
    struct seen seen = review_cell(app->document->review, id);
    if (seen.state == CELL_NUMBER)
        str_add(out, cell_format(seen.value, seen.is_decimal, buffer));
    else if (seen.state == CELL_MARK || seen.state == CELL_TEXT)
        str_append(out, seen.text);
}

unsigned correct_cell(struct app *app, const char *argument)
{
    if (!cell_here(app))
        return REACT_REDRAW;
    if (argument) {
        corrected(app, argument);
        return REACT_REDRAW;
    }
    struct str old = STR_INIT;
    char label[200];
    app_add_value(app, app->pending.cell, &old);
    char name[CELL_NAME_NBYTES];
    app_cell_name(app, app->pending.cell, name);
    snprintf(label, sizeof label, _("%s reads (number, / or nothing; ? gives our reading back)"),
             name);
    struct prompt_spec spec = {.label = label,
                               .text = str_text(&old),
                               .done = corrected,
                               .offered = true,
                               .history = HISTORY_NONE};
    prompt_open(app, &spec);
    str_release(&old);
    return REACT_REDRAW;
}

enum { ROW_MAX = 16 };

static void row_id(const char *cell, char out[DESK_CELL_NBYTES])
{
    snprintf(out, DESK_CELL_NBYTES, "%s", cell);
    char *dot = strrchr(out, '.');
    if (dot)
        *dot = '\0';
}

static size_t row_ids(const struct app *app, char ids[ROW_MAX][DESK_CELL_NBYTES])
{
    const struct cell *cell = report_cell(desk_report(&app->desk), app->pending.cell);
    char row[DESK_CELL_NBYTES];
    size_t n = 0;
    row_id(app->pending.cell, row);
    for (size_t i = 0; cell && i < cell->block->ncols && n < ROW_MAX; i++, n++)
        if (snprintf(ids[n], DESK_CELL_NBYTES, "%s.%s", row, cell->block->cols[i].id) >=
            DESK_CELL_NBYTES)
            return 0;
    return n;
}

static void ask_row(struct app *app, const char *text);

static bool are_readings(struct app *app, const struct correction *corrections, size_t n)
{
    size_t i = 0;
    while (i < n && is_reading(app, corrections[i].cell, corrections[i].text))
        i++;
    return i == n;
}

/* "_" stands for a blank cell; commas part values as blanks do. With too few or
 * too many the prompt comes back with what was typed. */
static void row_placed(struct app *app, const char *text)
{
    char ids[ROW_MAX][DESK_CELL_NBYTES], row[DESK_CELL_NBYTES];
    struct correction corrections[ROW_MAX];
    struct err err = {0};
    size_t n = row_ids(app, ids), given = 0;
    char *copy = strdup(text), *rest = NULL;
    row_id(app->pending.cell, row);
    for (char *word = copy ? strtok_r(copy, " ,\t", &rest) : NULL; word;
         word = strtok_r(NULL, " ,\t", &rest), given++)
        if (given < n)
            corrections[given] =
                (struct correction){ids[given], strcmp(word, "_") == 0 ? "" : word};
    if (given != n) {
        ask_row(app, text);
        desk_say(&app->desk, TONE_ERROR,
                 _("The row has %zu columns, %zu values were given; "
                   "_ stands for a blank"),
                 n, given);
    } else if (are_readings(app, corrections, n) &&
               acts_finish(app,
                           review_correct(app->document->review, corrections, n, row, "", &err),
                           &err, _("The row is placed, by you; the checks were run again"))) {
        app_do(app, ACTION_LINE_DOWN, 0, NULL); /* such rows come in runs */
    }
    free(copy);
}

static void placed_values(struct app *app, struct str *out)
{
    char ids[ROW_MAX][DESK_CELL_NBYTES];
    size_t n = row_ids(app, ids);
    for (size_t i = 0; i < n; i++) {
        str_add(out, i ? " " : "");
        size_t start = out->nbytes;
        app_add_value(app, ids[i], out);
        if (out->nbytes == start)
            str_byte(out, '_');
    }
}

/* The numerals of a row whose columns could not be decided. */
static void row_values(const struct app *app, struct str *out)
{
    const struct report *report = desk_report(&app->desk);
    const struct cell *cell = report_cell(report, app->pending.cell);
    for (int t = 0; cell && t < TABLE_COUNT; t++) {
        const struct table *table = &report->tables[t];
        for (size_t i = 0; i < table->nrows; i++) {
            const struct row_reading *row = &table->rows[i];
            if (table->blocks[row->block].form != cell->block || row->row != cell->row)
                continue;
            for (size_t k = 0; k < row->nnumerals; k++) {
                str_add(out, k ? " " : "");
                str_append(out, report_slice(report, row->numerals[k]));
            }
            return;
        }
    }
}

unsigned correct_row(struct app *app, const char *argument)
{
    if (!cell_here(app))
        return REACT_REDRAW;
    if (argument) {
        row_placed(app, argument);
        return REACT_REDRAW;
    }
    const char *id = app->pending.cell;
    struct str text = STR_INIT;
    if (review_cell(app->document->review, id).state == CELL_UNPLACED)
        row_values(app, &text);
    else
        placed_values(app, &text);
    ask_row(app, str_text(&text));
    str_release(&text);
    return REACT_REDRAW;
}

static void ask_row(struct app *app, const char *text)
{
    const struct cell *cell = report_cell(desk_report(&app->desk), app->pending.cell);
    struct str label = STR_INIT;
    if (!cell)
        return;
    char name[CELL_NAME_NBYTES];
    app_cell_name(app, app->pending.cell, name);
    char *space = strrchr(name, ' '); /* the row's name: the cell's but for the column */
    if (space)
        *space = '\0';
    str_format(&label, "%s  %s: ", name, _("Values in the order of the columns, _ for a blank"));
    for (size_t i = 0; i < cell->block->ncols; i++)
        str_format(&label, "%s%s", i ? " | " : "", cell->block->cols[i].label);
    struct prompt_spec spec = {
        .label = str_text(&label), .text = text, .done = row_placed, .history = HISTORY_NONE};
    prompt_open(app, &spec);
    str_release(&label);
}
