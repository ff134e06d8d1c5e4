/* Two versions of one year's report: what is mended, what changed, what needs
 * another look; Enter goes there in the version on the desk. */
#include <stdlib.h>
#include <string.h>

#include "gouji/base/arena.h"
#include "gouji/pane/pane.h"
#include "gouji/text/wrap.h"
#include "list.h"

enum {
    WHOLE_ROWS = 4, /* below the list: the row under the cursor in full */
    LETTER_COL = 2
}; /* of a problem's row: where its severity stands */
#define LETTER_AFTER "  "

struct row {
    enum compared_kind kind;
    enum style style, letter_style;
    const char *text;
    struct target target; /* in the version on the desk */
    bool is_there;
};

struct versions_pane {
    struct pane pane;
    struct list list;
    struct arena *arena; /* rows and what they point at; NULL: nothing is compared */
    struct row *rows;
    size_t nrows;
    int cursor_row;
};

static void row_text(const void *closure, size_t row, struct str *out)
{
    str_add(out, ((const struct versions_pane *)closure)->rows[row].text);
}

/* ---- what a row is about ---- */

static int index_in(const struct findings *findings, const struct finding *finding)
{
    return finding ? (int)(finding - findings->items) : -1;
}

/* A finding that the version here has not is shown by the first cell it saw. */
static const char *first_cell(const struct finding *finding)
{
    for (size_t i = 0; finding && i < finding->nseen; i++)
        if (strncmp(finding->seen[i].cell, "TXT.", 4) != 0)
            return finding->seen[i].cell;
    return NULL;
}

static struct target target_of_problem(const struct comparison *made,
                                       const struct compared_problem *problem, bool later_is_here)
{
    struct target target = TARGET_REPORT;
    if (problem->added && !later_is_here)
        return problem->added->target;
    target.finding = later_is_here ? index_in(made->findings_after, problem->after)
                                   : index_in(made->findings_before, problem->before);
    if (target.finding < 0)
        target.cell = first_cell(problem->before ? problem->before : problem->after);
    return target;
}

static struct target target_of(const struct comparison *made, const struct compared_row *row,
                               bool later_is_here)
{
    struct target target = TARGET_REPORT;
    if (row->kind == COMPARED_PROBLEM)
        return target_of_problem(made, &made->problems[row->index], later_is_here);
    if (row->kind == COMPARED_CELL)
        target.cell = made->cells[row->index].id;
    if (row->kind == COMPARED_SENTENCE && made->sentences[row->index].is_new == later_is_here)
        target.span = made->sentences[row->index].sentence->span;
    return target;
}

static enum style style_of(const struct comparison *made, const struct compared_row *row)
{
    static const enum style styles[COMPARED_FATE_COUNT] = {[COMPARED_STANDS] = STYLE_NORMAL,
                                                           [COMPARED_CHANGED] = STYLE_NORMAL,
                                                           [COMPARED_NEW] = STYLE_NORMAL,
                                                           [COMPARED_LOOK] = STYLE_STALE,
                                                           [COMPARED_MENDED] = STYLE_DECIDED};
    return row->kind == COMPARED_HEADING   ? STYLE_HEADING
           : row->kind == COMPARED_PROBLEM ? styles[made->problems[row->index].fate]
                                           : STYLE_NORMAL;
}

/* Of the letter before a problem, as in the list of findings. */
static enum style letter_style_of(const struct comparison *made, const struct compared_row *row)
{
    if (row->kind != COMPARED_PROBLEM || strncmp(row->text, LETTER_AFTER, LETTER_COL) != 0 ||
        row->text[LETTER_COL] == ' ')
        return style_of(made, row);
    const struct compared_problem *problem = &made->problems[row->index];
    const struct finding *finding = problem->after ? problem->after : problem->before;
    if (finding && finding->outcome != OUTCOME_FAIL)
        return STYLE_UNDECIDED;
    return finding          ? desk_severity_style(finding->severity)
           : problem->added ? desk_severity_style(problem->added->level)
                            : style_of(made, row);
}

static void empty(struct versions_pane *pane)
{
    arena_free(pane->arena);
    pane->arena = NULL;
    pane->nrows = 0;
    pane->list.cursor = pane->list.top = 0;
}

static void take_row(struct versions_pane *pane, const struct comparison *made,
                     const struct compared_row *from, bool later_is_here)
{
    struct row *row = &pane->rows[pane->nrows];
    *row = (struct row){.kind = from->kind,
                        .style = style_of(made, from),
                        .letter_style = letter_style_of(made, from),
                        .text = arena_string(pane->arena, from->text),
                        .target = target_of(made, from, later_is_here)};
    row->is_there = row->target.finding >= 0 || row->target.cell || !span_empty(row->target.span);
    if (row->target.cell)
        row->target.cell = arena_string(pane->arena, row->target.cell);
    pane->nrows += !arena_failed(pane->arena);
}

int versions_pane_set(struct pane *base, const struct comparison *made, enum lang lang,
                      bool later_is_here)
{
    struct versions_pane *pane = (struct versions_pane *)base;
    const struct compared_row *rows;
    size_t nrows;
    empty(pane);
    pane->arena = arena_new();
    if (!pane->arena || comparison_rows(made, lang, &rows, &nrows) != 0 ||
        !(pane->rows = arena_array(pane->arena, nrows, sizeof *pane->rows)))
        return -1;
    for (size_t i = 0; i < nrows; i++)
        take_row(pane, made, &rows[i], later_is_here);
    return arena_failed(pane->arena) ? -1 : 0;
}

bool versions_pane_target(const struct pane *base, struct target *target)
{
    const struct versions_pane *pane = (const struct versions_pane *)base;
    if (pane->list.cursor >= pane->nrows || !pane->rows[pane->list.cursor].is_there)
        return false;
    *target = pane->rows[pane->list.cursor].target;
    return true;
}

void versions_pane_text(const struct pane *base, struct str *out)
{
    const struct versions_pane *pane = (const struct versions_pane *)base;
    for (size_t i = 0; i < pane->nrows; i++)
        str_format(out, "%s\n", pane->rows[i].text);
}

/* ---- drawing ---- */

static void draw_whole(const struct versions_pane *pane, struct area area)
{
    struct slice text = slice_of(pane->rows[pane->list.cursor].text);
    struct wrap_row *rows = NULL;
    size_t nrows = 0;
    if (area.ncols < 4 || wrap_line(text, area.ncols, &rows, &nrows, NULL) < 0)
        return;
    for (int i = 0; i < area.nrows && (size_t)i < nrows; i++)
        area_put(area, i, 0, area.ncols,
                 slice_make(text.ptr + rows[i].start, rows[i].end - rows[i].start), STYLE_POPUP);
    free(rows);
}

static void draw_row(struct versions_pane *pane, struct area area, int row, bool focused)
{
    size_t at = pane->list.top + (size_t)row;
    area_put_clipped(area, row, 1, area.ncols - 1, slice_of(pane->rows[at].text),
                     pane->rows[at].style);
    if (pane->rows[at].letter_style != pane->rows[at].style)
        area_restyle(area, row, 1 + LETTER_COL, 1, pane->rows[at].letter_style);
    if (at != pane->list.cursor)
        return;
    pane->cursor_row = row;
    area_puts(area, row, 0, 1, ">", STYLE_CURSOR);
    area_restyle(area, row, 0, 1 + LETTER_COL, focused ? STYLE_CURSOR : STYLE_CURSOR_IDLE);
}

static void versions_draw(struct pane *base, struct area area, bool focused)
{
    struct versions_pane *pane = (struct versions_pane *)base;
    int nwhole = area.nrows > 3 * WHOLE_ROWS ? WHOLE_ROWS : 0;
    struct area list = area_part(area, 0, 0, area.nrows - nwhole, area.ncols);
    list_fit(&pane->list, pane->nrows, list.nrows);
    for (int row = 0; row < list.nrows && pane->list.top + (size_t)row < pane->nrows; row++)
        draw_row(pane, list, row, focused);
    if (nwhole && pane->nrows)
        draw_whole(pane, area_part(area, area.nrows - nwhole + 1, 0, nwhole - 1, area.ncols));
}

/* ---- acting ---- */

static unsigned versions_act(struct pane *base, enum action action, int count, const char *argument)
{
    struct versions_pane *pane = (struct versions_pane *)base;
    pane->list.count = pane->nrows;
    unsigned reaction = list_move(&pane->list, action, count);
    if (reaction == REACT_UNHANDLED && pane->nrows)
        reaction = list_search(&pane->list, base->desk, action, count, argument, row_text, pane);
    return reaction;
}

static void versions_preview(struct pane *base, enum action action, const char *text)
{
    struct versions_pane *pane = (struct versions_pane *)base;
    pane->list.count = pane->nrows;
    list_preview(&pane->list, base->desk, action, text, row_text, pane);
}

static bool versions_cursor(const struct pane *base, int *row, int *col)
{
    *row = ((const struct versions_pane *)base)->cursor_row;
    *col = 0;
    return true;
}

static struct pane *versions_create(struct desk *desk)
{
    struct versions_pane *pane = calloc(1, sizeof *pane);
    if (!pane)
        return NULL;
    pane->pane = (struct pane){&versions_pane_ops, desk};
    return &pane->pane;
}

static void versions_destroy(struct pane *base)
{
    struct versions_pane *pane = (struct versions_pane *)base;
    list_release(&pane->list);
    arena_free(pane->arena);
    free(pane);
}

const struct pane_ops versions_pane_ops = {
    .context = IN_FIGURES,
    .title = N_("two versions"),
    .create = versions_create,
    .destroy = versions_destroy,
    .draw = versions_draw,
    .act = versions_act,
    .preview = versions_preview,
    .cursor = versions_cursor,
};
