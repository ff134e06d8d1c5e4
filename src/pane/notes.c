/* What the reviewer wrote: notes, added problems, drafts not yet finished. */
#include <stdlib.h>
#include <string.h>

#include "gouji/base/path.h"
#include "gouji/base/vec.h"
#include "gouji/pane/pane.h"
#include "gouji/review/filter.h"
#include "gouji/text/width.h"
#include "list.h"

struct notes_pane {
    struct pane pane;
    struct list list;
    size_t *rows; /* of all remarks, those that pass the filter */
    size_t nrows, capacity, ntotal;
    struct filter *filter;    /* NULL: none */
    struct str typed, before; /* the filter as typed, and when typing began */
    bool previewing;
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

static enum remark remark_here(const struct notes_pane *pane, const struct remarks *all,
                               size_t *index)
{
    *index = 0;
    return pane->list.cursor < pane->nrows ? remark_at(all, pane->rows[pane->list.cursor], index)
                                           : REMARK_NONE;
}

enum remark notes_pane_remark(const struct pane *base, size_t *index)
{
    const struct notes_pane *pane = (const struct notes_pane *)base;
    struct remarks all = remarks_of(pane);
    return remark_here(pane, &all, index);
}

/* ---- a row ---- */

struct shown {
    const char *kind; /* in words */
    enum severity level;
    bool has_level;
    const struct target *target; /* NULL: its place was not found again */
    const char *quote, *text, *basis;
};

static struct shown shown_at(const struct remarks *all, size_t row)
{
    size_t index;
    switch (remark_at(all, row, &index)) {
    case REMARK_NOTE: {
        const struct note *note = &all->notes[index];
        return (struct shown){
            _("note"),   SEVERITY_INFO, false, note->orphaned ? NULL : &note->target,
            note->quote, note->text,    ""};
    }
    case REMARK_PROBLEM: {
        const struct problem *problem = &all->problems[index];
        return (struct shown){_("problem"),   problem->level,
                              true,           problem->orphaned ? NULL : &problem->target,
                              problem->quote, problem->text,
                              problem->basis};
    }
    case REMARK_DRAFT: {
        const struct draft *draft = &all->drafts[index];
        return (struct shown){_("draft"), SEVERITY_INFO, false, &draft->target,
                              "",         draft->text,   ""};
    }
    default:
        return (struct shown){"", SEVERITY_INFO, false, NULL, "", "", ""};
    }
}

void notes_pane_text(const struct pane *base, struct str *out)
{
    const struct notes_pane *pane = (const struct notes_pane *)base;
    struct remarks all = remarks_of(pane);
    if (pane->list.cursor >= pane->nrows)
        return;
    struct shown shown = shown_at(&all, pane->rows[pane->list.cursor]);
    str_add(out, shown.text);
    if (shown.basis && shown.basis[0])
        str_format(out, "\n%s", shown.basis);
}

static void add_place(const struct notes_pane *pane, const struct shown *shown, struct str *out)
{
    if (shown->target)
        desk_target_text(pane->pane.desk, shown->target, out);
    else
        str_format(out, "%s: %s", _("place not found again"), shown->quote ? shown->quote : "");
}

static void join_lines(struct str *text)
{
    for (size_t i = 0; i < text->nbytes; i++)
        if (text->data[i] == '\n')
            text->data[i] = ' ';
}

static void remark_text(const struct notes_pane *pane, size_t row, struct str *out)
{
    struct remarks all = remarks_of(pane);
    struct shown shown = shown_at(&all, row);
    str_format(out, "%s %s ", shown.kind, shown.has_level ? severity_name(shown.level) : "");
    add_place(pane, &shown, out);
    str_format(out, " %s %s", shown.text, shown.basis ? shown.basis : "");
    join_lines(out);
}

static void row_text(const void *closure, size_t row, struct str *out)
{
    const struct notes_pane *pane = closure;
    remark_text(pane, pane->rows[row], out);
}

/* ---- the filter ---- */

struct asked {
    const struct notes_pane *pane;
    size_t row;
    struct shown shown;
};

static bool text_holds(const struct asked *asked, const struct filter_term *term)
{
    struct str text = STR_INIT;
    remark_text(asked->pane, asked->row, &text);
    bool found = filter_text_holds(term, str_text(&text));
    str_release(&text);
    return found;
}

static bool finding_holds(const struct asked *asked, const struct filter_term *term)
{
    const struct target *target = asked->shown.target;
    if (term->field == FILTER_CELL)
        return target && target->cell && filter_text_holds(term, target->cell);
    if (term->field == FILTER_SEVERITY && asked->shown.has_level)
        return filter_number_holds(term, (int64_t)asked->shown.level);
    if (!target || target->finding < 0)
        return false;
    const struct finding *finding = &desk_findings(asked->pane->pane.desk)->items[target->finding];
    return term->field == FILTER_RULE ? filter_text_holds(term, finding->rule->id)
                                      : filter_number_holds(term, (int64_t)finding->severity);
}

static bool term_holds(const void *closure, const struct filter_term *term)
{
    const struct asked *asked = closure;
    switch ((int)term->field) {
    case FILTER_TEXT:
        return text_holds(asked, term);
    case FILTER_DOC:
        return filter_text_holds(term, path_name(desk_report(asked->pane->pane.desk)->path));
    case FILTER_RULE:
    case FILTER_SEVERITY:
    case FILTER_CELL:
        return finding_holds(asked, term);
    case FILTER_REASON:
        return filter_text_holds(term, asked->shown.basis);
    case FILTER_STATUS:
    case FILTER_OUTCOME:
        return asked->shown.has_level && strcmp(term->value, "added") == 0;
    default:
        return false;
    }
}

static void build(struct notes_pane *pane)
{
    struct remarks all = remarks_of(pane);
    pane->ntotal = all.nnotes + all.nproblems + all.ndrafts;
    pane->nrows = 0;
    for (size_t i = 0; i < pane->ntotal; i++) {
        struct asked asked = {pane, i, shown_at(&all, i)};
        if (filter_holds(pane->filter, term_holds, &asked) &&
            vec_room(&pane->rows, &pane->capacity, pane->nrows, sizeof i) == 0)
            pane->rows[pane->nrows++] = i;
    }
}

static bool set_filter(struct notes_pane *pane, const char *text, struct err *err)
{
    struct filter *filter = filter_parse(text, FILTER_FINDINGS, err);
    if (!filter)
        return false;
    filter_free(pane->filter);
    pane->filter = filter;
    if (text != str_text(&pane->typed)) {
        str_clear(&pane->typed);
        str_add(&pane->typed, text);
    }
    build(pane);
    return true;
}

static unsigned filter(struct notes_pane *pane, const char *argument)
{
    struct err err = {0};
    if (!set_filter(pane, argument ? argument : "", &err)) {
        desk_say(pane->pane.desk, TONE_ERROR, "%s", err.text);
        return REACT_REDRAW | REACT_AGAIN;
    }
    desk_say(pane->pane.desk, TONE_PLAIN, _("%zu of %zu shown"), pane->nrows, pane->ntotal);
    return REACT_REDRAW;
}

static void notes_preview(struct pane *base, enum action action, const char *text)
{
    struct notes_pane *pane = (struct notes_pane *)base;
    if (action != ACTION_FILTER) {
        pane->list.count = pane->nrows;
        list_preview(&pane->list, base->desk, action, text, row_text, pane);
        return;
    }
    if (!pane->previewing) {
        str_clear(&pane->before);
        str_add(&pane->before, str_text(&pane->typed));
    }
    pane->previewing = text != NULL;
    if (!text || !filter_ends_in_field(text, FILTER_FINDINGS))
        set_filter(pane, text ? text : str_text(&pane->before), NULL);
}

/* ---- the place ---- */

static bool notes_target(const struct pane *base, struct target *target)
{
    const struct notes_pane *pane = (const struct notes_pane *)base;
    struct remarks all = remarks_of(pane);
    size_t index;
    *target = (struct target)TARGET_REPORT;
    switch (remark_here(pane, &all, &index)) {
    case REMARK_NOTE:
        *target = all.notes[index].target;
        break;
    case REMARK_PROBLEM:
        *target = all.problems[index].target;
        break;
    case REMARK_DRAFT:
        *target = all.drafts[index].target;
        break;
    case REMARK_NONE:
        break;
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
    for (size_t i = 0; pane->wish != desk->note_wish && i < pane->nrows; i++)
        if (pane->rows[i] == desk->wished_note) /* notes come first */
            pane->list.cursor = i;
    pane->wish = desk->note_wish;
}

/* ---- drawing ---- */

enum { KIND_COLS = 10 };

static void draw_remark(const struct notes_pane *pane, struct area area, int row, size_t remark)
{
    struct remarks all = remarks_of(pane);
    struct shown shown = shown_at(&all, remark);
    struct str place = STR_INIT, text = STR_INIT;
    int place_cols = area.ncols / 4;
    char letter = desk_severity_letter(shown.level);
    area_puts(area, row, 1, KIND_COLS - 3, shown.kind, STYLE_LABEL);
    if (shown.has_level)
        area_put(area, row, KIND_COLS - 1, 1, slice_make(&letter, 1),
                 desk_severity_style(shown.level));
    add_place(pane, &shown, &place);
    str_add(&text, shown.text);
    join_lines(&text);
    area_put_clipped(area, row, KIND_COLS + 1, place_cols, str_slice(&place),
                     shown.target ? STYLE_NORMAL : STYLE_STALE);
    area_put_clipped(area, row, KIND_COLS + place_cols + 3, area.ncols - KIND_COLS - place_cols - 3,
                     str_slice(&text), STYLE_NOTE);
    str_release(&place);
    str_release(&text);
}

static void draw_none(const struct notes_pane *pane, struct area area)
{
    struct str text = STR_INIT;
    bool hidden = pane->ntotal > 0;
    str_format(&text,
               hidden ? _("No note passes the filter; %s and Enter shows all")
                      : _("No notes yet; %s takes one"),
               desk_keys(pane->pane.desk, IN_NOTES, hidden ? ACTION_FILTER : ACTION_ANNOTATE));
    area_puts(area, 0, 0, -1, str_text(&text), STYLE_DIM);
    str_release(&text);
}

static void notes_draw(struct pane *base, struct area area, bool focused)
{
    struct notes_pane *pane = (struct notes_pane *)base;
    build(pane);
    follow_desk(pane);
    list_fit(&pane->list, pane->nrows, area.nrows);
    if (pane->nrows == 0)
        draw_none(pane, area);
    for (int row = 0; row < area.nrows; row++) {
        size_t at = pane->list.top + (size_t)row;
        if (at >= pane->nrows)
            break;
        draw_remark(pane, area, row, pane->rows[at]);
        if (at != pane->list.cursor)
            continue;
        pane->cursor_row = row;
        area_puts(area, row, 0, 1, ">", STYLE_CURSOR);
        area_restyle(area, row, 0, KIND_COLS, focused ? STYLE_CURSOR : STYLE_CURSOR_IDLE);
    }
}

static unsigned notes_act(struct pane *base, enum action action, int count, const char *argument)
{
    struct notes_pane *pane = (struct notes_pane *)base;
    build(pane);
    follow_desk(pane);
    pane->list.count = pane->nrows;
    if (action == ACTION_FILTER)
        return filter(pane, argument);
    unsigned reaction = list_move(&pane->list, action, count);
    if (reaction == REACT_UNHANDLED)
        reaction = list_search(&pane->list, base->desk, action, count, argument, row_text, pane);
    if (reaction != REACT_UNHANDLED)
        show_place(pane);
    return reaction;
}

static void notes_status(const struct pane *base, struct str *out)
{
    const struct notes_pane *pane = (const struct notes_pane *)base;
    str_format(out, "%zu/%zu", pane->nrows ? pane->list.cursor + 1 : 0, pane->nrows);
    if (filter_is_empty(pane->filter))
        return;
    str_add(out, "  ");
    str_format(out, _("%zu of %zu shown"), pane->nrows, pane->ntotal);
    str_format(out, " & %s", str_text(&pane->typed));
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
    struct notes_pane *pane = (struct notes_pane *)base;
    list_release(&pane->list);
    filter_free(pane->filter);
    str_release(&pane->typed);
    str_release(&pane->before);
    free(pane->rows);
    free(pane);
}

const struct pane_ops notes_pane_ops = {
    .context = IN_NOTES,
    .title = N_("notes"),
    .create = notes_create,
    .destroy = notes_destroy,
    .draw = notes_draw,
    .act = notes_act,
    .cursor = notes_cursor,
    .status = notes_status,
    .preview = notes_preview,
    .target = notes_target,
};
