/* The outline: title, sections in the order of the text, the mandatory ones
 * that are missing where they should stand, and the state of each table. */
#include <stdlib.h>
#include <string.h>

#include "gouji/base/vec.h"
#include "gouji/pane/pane.h"
#include "list.h"

enum row_kind { ROW_TITLE, ROW_SECTION, ROW_MISSING, ROW_TABLE, ROW_LOCAL };

struct outline_row {
    enum row_kind kind;
    size_t index;
};

struct outline_pane {
    struct pane pane;
    struct list list;
    struct outline_row *rows;
    size_t nrows, capacity;
    int cursor_row;
};

static void add_row(struct outline_pane *pane, enum row_kind kind, size_t index)
{
    if (vec_room(&pane->rows, &pane->capacity, pane->nrows, sizeof *pane->rows) == 0)
        pane->rows[pane->nrows++] = (struct outline_row){kind, index};
}

/* The missing mandatory sections from *next on that precede `id` (NULL: all). */
static void add_missing(struct outline_pane *pane, const struct report *report, size_t *next,
                        const char *id)
{
    const struct form_section *legal = NULL;
    size_t nlegal = forms_sections(report->forms, &legal);
    size_t stop = nlegal;
    for (size_t i = 0; id && i < nlegal; i++)
        if (strcmp(legal[i].id, id) == 0)
            stop = i;
    for (; *next < stop; ++*next)
        if (!report_section(report, legal[*next].id))
            add_row(pane, ROW_MISSING, *next);
}

static void build(struct outline_pane *pane)
{
    const struct report *report = desk_report(pane->pane.desk);
    size_t next = 0;
    pane->nrows = 0;
    if (!report)
        return;
    add_row(pane, ROW_TITLE, 0);
    for (size_t i = 0; i < report->nsections; i++) {
        if (report->sections[i].id)
            add_missing(pane, report, &next, report->sections[i].id);
        add_row(pane, ROW_SECTION, i);
    }
    add_missing(pane, report, &next, NULL);
    for (size_t i = 0; i < TABLE_COUNT; i++)
        add_row(pane, ROW_TABLE, i);
    for (size_t i = 0; i < report->nlocals; i++)
        add_row(pane, ROW_LOCAL, i);
}

static void section_text(const struct report *report, size_t index, struct str *out)
{
    const struct section *section = &report->sections[index];
    size_t line = report_line_at(report, section->heading.start);
    str_format(out, "%-3s %s%s%s", section->id ? section->id : "-", section->numeral,
               section->numeral[0] ? " " : "", section->title ? section->title : "");
    if (!span_empty(section->heading))
        str_format(out, "  %s %zu", _("line"), line + 1);
    if (section->irregular)
        str_format(out, "  (%s)", _("not the prescribed title"));
}

static void missing_text(const struct report *report, size_t index, struct str *out)
{
    const struct form_section *legal = NULL;
    forms_sections(report->forms, &legal);
    str_format(out, "%-3s %s  %s", legal[index].id, legal[index].title, _("MISSING"));
}

static void table_text(const struct report *report, size_t index, enum lang lang, struct str *out)
{
    const struct table *table = &report->tables[index];
    str_format(out, "%-3s %s", table_name((enum table_id)index), _(table_state_name(table->state)));
    if (table->edition)
        str_format(out, "  %s %s", _("form"), table->edition);
    if (table->why[lang])
        str_format(out, "  %s", table->why[lang]);
}

static void row_text(const void *closure, size_t row, struct str *out)
{
    const struct outline_pane *pane = closure;
    const struct report *report = desk_report(pane->pane.desk);
    size_t index = pane->rows[row].index;
    switch (pane->rows[row].kind) {
    case ROW_TITLE:
        str_add(out, report->who.title ? report->who.title : _("(no title found)"));
        break;
    case ROW_SECTION:
        section_text(report, index, out);
        break;
    case ROW_MISSING:
        missing_text(report, index, out);
        break;
    case ROW_TABLE:
        table_text(report, index, pane->pane.desk->lang, out);
        break;
    case ROW_LOCAL:
        str_format(out, "%s %zu  ", _("other table"), index + 1);
        str_append(out, report->locals[index].title);
        break;
    }
}

/* Of a table that is not complete, as grave as the gravest check that fails on it as such. */
static enum style table_style(const struct desk *desk, const struct table *table, const char *name)
{
    const struct findings *findings = desk_findings(desk);
    const struct finding *gravest = NULL;
    if (table->state == TABLE_COMPLETE)
        return STYLE_NORMAL;
    for (size_t i = 0; i < findings->nitems; i++) {
        const struct finding *finding = &findings->items[i];
        if (finding->outcome == OUTCOME_FAIL && strcmp(finding->instance, name) == 0 &&
            (!gravest || finding->severity > gravest->severity))
            gravest = finding;
    }
    if (gravest && gravest->severity > SEVERITY_INFO)
        return desk_severity_style(gravest->severity);
    return table->state == TABLE_ABSENT ? STYLE_ERROR : STYLE_WARNING;
}

static enum style row_style(const struct outline_pane *pane, const struct outline_row *row)
{
    const struct report *report = desk_report(pane->pane.desk);
    switch (row->kind) {
    case ROW_TITLE:
        return STYLE_TITLE;
    case ROW_MISSING:
        return STYLE_ERROR;
    case ROW_SECTION:
        return report->sections[row->index].irregular ? STYLE_WARNING : STYLE_NORMAL;
    case ROW_TABLE:
        return table_style(pane->pane.desk, &report->tables[row->index],
                           table_name((enum table_id)row->index));
    default:
        return STYLE_NORMAL;
    }
}

static struct span row_span(const struct outline_pane *pane)
{
    const struct report *report = desk_report(pane->pane.desk);
    if (!report || pane->list.cursor >= pane->nrows)
        return (struct span){0, 0};
    const struct outline_row *row = &pane->rows[pane->list.cursor];
    switch (row->kind) {
    case ROW_TITLE:
        return report->who.title_span;
    case ROW_SECTION: {
        const struct section *section = &report->sections[row->index];
        return span_empty(section->heading) ? section->body : section->heading;
    }
    case ROW_TABLE:
        return report->tables[row->index].span;
    case ROW_LOCAL:
        return report->locals[row->index].span;
    default:
        return (struct span){0, 0};
    }
}

static void outline_draw(struct pane *base, struct area area, bool focused)
{
    struct outline_pane *pane = (struct outline_pane *)base;
    struct str text = STR_INIT;
    build(pane);
    list_fit(&pane->list, pane->nrows, area.nrows);
    for (int row = 0; row < area.nrows; row++) {
        size_t at = pane->list.top + (size_t)row;
        if (at >= pane->nrows)
            break;
        str_clear(&text);
        row_text(pane, at, &text);
        enum style style = row_style(pane, &pane->rows[at]);
        area_puts(area, row, 0, 1,
                  style == STYLE_ERROR     ? "E"
                  : style == STYLE_WARNING ? "W"
                                           : " ",
                  style);
        area_put_clipped(area, row, 2, area.ncols - 2, str_slice(&text), style);
        if (at != pane->list.cursor)
            continue;
        pane->cursor_row = row;
        area_restyle(area, row, 0, 6, focused ? STYLE_CURSOR : STYLE_CURSOR_IDLE);
    }
    str_release(&text);
}

static unsigned outline_act(struct pane *base, enum action action, int count, const char *argument)
{
    struct outline_pane *pane = (struct outline_pane *)base;
    build(pane);
    pane->list.count = pane->nrows;
    bool follows = action == ACTION_FOLLOW;
    unsigned reaction =
        follows ? REACT_REDRAW | REACT_LAYOUT : list_move(&pane->list, action, count);
    if (reaction == REACT_UNHANDLED)
        reaction = list_search(&pane->list, base->desk, action, count, argument, row_text, pane);
    if (reaction == REACT_UNHANDLED || (!follows && !base->desk->linked))
        return reaction;
    struct span span = row_span(pane);
    if (follows)
        desk_jump_from(base->desk);
    if (!span_empty(span))
        desk_show_text(base->desk, span);
    if (follows)
        desk_want(base->desk, IN_TEXT);
    return reaction;
}

static void outline_preview(struct pane *base, enum action action, const char *text)
{
    struct outline_pane *pane = (struct outline_pane *)base;
    build(pane);
    pane->list.count = pane->nrows;
    list_preview(&pane->list, base->desk, action, text, row_text, pane);
}

static bool outline_cursor(const struct pane *base, int *row, int *col)
{
    *row = ((const struct outline_pane *)base)->cursor_row;
    *col = 0;
    return base->desk->review != NULL;
}

static bool outline_target(const struct pane *base, struct target *target)
{
    *target = (struct target)TARGET_REPORT;
    target->span = row_span((const struct outline_pane *)base);
    return base->desk->review != NULL;
}

static struct pane *outline_create(struct desk *desk)
{
    struct outline_pane *pane = calloc(1, sizeof *pane);
    if (!pane)
        return NULL;
    pane->pane = (struct pane){&outline_pane_ops, desk};
    return &pane->pane;
}

static void outline_destroy(struct pane *base)
{
    struct outline_pane *pane = (struct outline_pane *)base;
    list_release(&pane->list);
    free(pane->rows);
    free(pane);
}

const struct pane_ops outline_pane_ops = {
    .context = IN_OUTLINE,
    .title = N_("outline"),
    .create = outline_create,
    .destroy = outline_destroy,
    .draw = outline_draw,
    .act = outline_act,
    .preview = outline_preview,
    .cursor = outline_cursor,
    .target = outline_target,
};
