/* What the reviewer wrote: notes, added problems, drafts not yet finished. */
#include <stdlib.h>

#include "gouji/pane/pane.h"
#include "list.h"

struct notes_pane {
    struct pane pane;
    struct list list;
    unsigned wish;
    int cursor_row;
};

struct remarks {
    const struct note *notes;
    const struct problem *problems;
    const struct draft *drafts;
    size_t nnotes, nproblems, ndrafts;
};

static struct remarks remarks_of(const struct notes_pane *pane)
{
    struct remarks all = {.notes = NULL};
    const struct review *review = pane->pane.desk->review;
    if (!review)
        return all;
    all.nnotes = review_notes(review, &all.notes);
    all.nproblems = review_problems(review, &all.problems);
    all.ndrafts = review_drafts(review, &all.drafts);
    return all;
}

static enum remark remark_at(const struct remarks *all, size_t row, size_t *index)
{
    *index = row;
    if (*index < all->nnotes)
        return REMARK_NOTE;
    *index -= all->nnotes;
    if (*index < all->nproblems)
        return REMARK_PROBLEM;
    *index -= all->nproblems;
    return *index < all->ndrafts ? REMARK_DRAFT : REMARK_NONE;
}

enum remark notes_pane_remark(const struct pane *base, size_t *index)
{
    const struct notes_pane *pane = (const struct notes_pane *)base;
    struct remarks all = remarks_of(pane);
    return remark_at(&all, pane->list.cursor, index);
}

static void place_text(const struct notes_pane *pane, const struct target *target,
                       struct str *out)
{
    const struct desk *desk = pane->pane.desk;
    if (target->finding >= 0) {
        const struct finding *finding = &desk_findings(desk)->items[target->finding];
        str_format(out, "%s %s", finding->rule->id, finding->instance);
    } else if (target->cell) {
        str_add(out, target->cell);
    } else if (!span_empty(target->span)) {
        str_format(out, "%s %zu", _("line"),
                   report_line_at(desk_report(desk), target->span.start) + 1);
    } else {
        str_add(out, _("whole report"));
    }
}

static void note_text(const struct notes_pane *pane, const struct note *note, struct str *out)
{
    str_format(out, "%s  ", _("note"));
    if (note->orphaned)
        str_format(out, "%s: %s", _("place not found again"), note->quote ? note->quote : "");
    else
        place_text(pane, &note->target, out);
    str_format(out, "  %s", note->text);
}

static void problem_text(const struct notes_pane *pane, const struct problem *problem,
                         struct str *out)
{
    str_format(out, "%s %c  ", _("problem"), desk_severity_letter(problem->level));
    if (problem->orphaned)
        str_format(out, "%s: %s", _("place not found again"),
                   problem->quote ? problem->quote : "");
    else
        place_text(pane, &problem->target, out);
    str_format(out, "  %s", problem->text);
}

static void row_text(const void *closure, size_t row, struct str *out)
{
    const struct notes_pane *pane = closure;
    struct remarks all = remarks_of(pane);
    size_t index;
    switch (remark_at(&all, row, &index)) {
    case REMARK_NOTE: note_text(pane, &all.notes[index], out); break;
    case REMARK_PROBLEM: problem_text(pane, &all.problems[index], out); break;
    case REMARK_DRAFT:
        str_format(out, "%s  ", _("draft"));
        place_text(pane, &all.drafts[index].target, out);
        str_format(out, "  %s", all.drafts[index].text);
        break;
    case REMARK_NONE: break;
    }
    for (size_t i = 0; i < out->nbytes; i++)
        if (out->data[i] == '\n')
            out->data[i] = ' ';
}

static size_t count_of(const struct notes_pane *pane)
{
    struct remarks all = remarks_of(pane);
    return all.nnotes + all.nproblems + all.ndrafts;
}

static bool notes_target(const struct pane *base, struct target *target)
{
    const struct notes_pane *pane = (const struct notes_pane *)base;
    struct remarks all = remarks_of(pane);
    size_t index;
    *target = (struct target)TARGET_REPORT;
    switch (remark_at(&all, pane->list.cursor, &index)) {
    case REMARK_NOTE: *target = all.notes[index].target; break;
    case REMARK_PROBLEM: *target = all.problems[index].target; break;
    case REMARK_DRAFT: *target = all.drafts[index].target; break;
    case REMARK_NONE: break;
    }
    return base->desk->review != NULL;
}

static void show_place(struct notes_pane *pane)
{
    struct desk *desk = pane->pane.desk;
    struct target target;
    if (!desk->linked || !notes_target(&pane->pane, &target))
        return;
    if (target.finding >= 0) {
        desk_select(desk, target.finding, -1);
        return;
    }
    const struct cell *cell = target.cell ? report_cell(desk_report(desk), target.cell) : NULL;
    struct span span = cell ? cell->span : target.span;
    desk->shown = span;
    if (cell)
        desk_show_cell(desk, cell->id);
    if (!span_empty(span))
        desk_show_text(desk, span);
}

static void follow_desk(struct notes_pane *pane)
{
    const struct desk *desk = pane->pane.desk;
    if (pane->wish != desk->note_wish)
        pane->list.cursor = desk->wished_note; /* notes come first */
    pane->wish = desk->note_wish;
}

static void notes_draw(struct pane *base, struct area area, bool focused)
{
    struct notes_pane *pane = (struct notes_pane *)base;
    follow_desk(pane);
    struct str text = STR_INIT;
    list_fit(&pane->list, count_of(pane), area.nrows);
    if (pane->list.count == 0)
        area_puts(area, 0, 0, -1, _("No notes yet; a takes one"), STYLE_DIM);
    for (int row = 0; row < area.nrows; row++) {
        size_t at = pane->list.top + (size_t)row;
        if (at >= pane->list.count)
            break;
        str_clear(&text);
        row_text(pane, at, &text);
        area_put_clipped(area, row, 0, area.ncols, str_slice(&text), STYLE_NOTE);
        if (at != pane->list.cursor)
            continue;
        pane->cursor_row = row;
        area_restyle(area, row, 0, 6, focused ? STYLE_CURSOR : STYLE_CURSOR_IDLE);
    }
    str_release(&text);
}

static unsigned notes_act(struct pane *base, enum action action, int count, const char *argument)
{
    struct notes_pane *pane = (struct notes_pane *)base;
    follow_desk(pane);
    pane->list.count = count_of(pane);
    unsigned reaction = list_move(&pane->list, action, count);
    if (reaction == REACT_UNHANDLED)
        reaction = list_search(&pane->list, base->desk, action, count, argument, row_text, pane);
    if (reaction != REACT_UNHANDLED)
        show_place(pane);
    return reaction;
}

static bool notes_cursor(const struct pane *base, int *row, int *col)
{
    *row = ((const struct notes_pane *)base)->cursor_row;
    *col = 0;
    return true;
}

static struct pane *notes_create(struct desk *desk)
{
    struct notes_pane *pane = calloc(1, sizeof *pane);
    if (!pane)
        return NULL;
    pane->pane = (struct pane){&notes_pane_ops, desk};
    return &pane->pane;
}

static void notes_destroy(struct pane *base)
{
    list_release(&((struct notes_pane *)base)->list);
    free(base);
}

const struct pane_ops notes_pane_ops = {
    .context = IN_NOTES,
    .title = N_("notes"),
    .create = notes_create,
    .destroy = notes_destroy,
    .draw = notes_draw,
    .act = notes_act,
    .cursor = notes_cursor,
    .target = notes_target,
};
