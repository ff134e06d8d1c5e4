/* What the status line says of the cell under the cursor: which it is, what
 * stands in it, which checks use it and whether they hold, where it is printed. */
#include <string.h>

#include "gouji/base/arena.h"
#include "gouji/text/width.h"
#include "tables_pane.h"

void tables_forget_uses(struct tables_pane *tables)
{
    arena_free(tables->arena);
    tables->arena = NULL;
    tables->nuses = 0;
}

void tables_find_uses(struct tables_pane *tables)
{
    const struct findings *findings = desk_findings(tables->pane.desk);
    const struct cell *cell = findings->is_partial ? NULL : tables_pane_cell(&tables->pane);
    if (tables->arena && cell && strcmp(tables->about, cell->id) == 0)
        return;
    tables_forget_uses(tables);
    tables->arena = cell ? arena_new() : NULL;
    tables->about = tables->arena ? arena_string(tables->arena, cell->id) : NULL;
    if (tables->about)
        tables->nuses =
            review_uses(tables->pane.desk->review, tables->arena, tables->about, &tables->uses);
    else
        tables_forget_uses(tables);
}

/* A rule once, at its first instance. */
static bool is_first(const struct tables_pane *tables, size_t index)
{
    for (size_t i = 0; i < index; i++)
        if (tables->uses[i].rule == tables->uses[index].rule &&
            tables->uses[i].outcome == tables->uses[index].outcome)
            return false;
    return true;
}

static bool is_use(const struct tables_pane *tables, const struct finding *finding)
{
    for (size_t i = 0; i < tables->nuses; i++)
        if (tables->uses[i].rule == finding->rule &&
            strcmp(tables->uses[i].instance, finding->instance) == 0)
            return true;
    return false;
}

/* !T3-02 fails, ?T4-01 cannot be decided, =T3-01 holds: in this order. */
static void add_checks(const struct tables_pane *tables, const char *id, struct str *out)
{
    static const char signs[] = {
        [OUTCOME_FAIL] = '!', [OUTCOME_UNDECIDED] = '?', [OUTCOME_PASS] = '='};
    static const enum outcome order[] = {OUTCOME_FAIL, OUTCOME_UNDECIDED, OUTCOME_PASS};
    const struct findings *findings = desk_findings(tables->pane.desk);
    for (size_t k = 0; k < sizeof order / sizeof *order; k++) {
        for (size_t i = 0; i < tables->nuses; i++)
            if (tables->uses[i].outcome == order[k] && is_first(tables, i))
                str_format(out, " %c%s", signs[order[k]], tables->uses[i].rule->id);
        for (size_t i = 0; i < findings->nitems; i++) {
            const struct finding *finding = &findings->items[i];
            if (finding->outcome == order[k] && finding_touches_cell(finding, id) &&
                !is_use(tables, finding))
                str_format(out, " %c%s", signs[order[k]], finding->rule->id);
        }
    }
}

bool tables_speaks_of(struct span evidence, bool is_value, struct span cell)
{
    if (is_value)
        return span_overlaps(evidence, cell);
    return !span_empty(evidence) && evidence.start >= cell.start && evidence.end <= cell.end;
}

enum { LABEL_COLS = 30, LABEL_NBYTES = 256 };

/* Of a table the form does not know: the row's first cell, the value, the checks
 * that fail there, the line. */
static void local_status(const struct tables_pane *tables, struct span span, struct str *out)
{
    const struct desk *desk = tables->pane.desk;
    const struct findings *findings = desk_findings(desk);
    const struct sheet_row *row = tables_row(tables, tables->list.cursor);
    struct slice label = sheet_local_text(&tables->sheet, row, 0);
    const char *end = label.nbytes ? memchr(label.ptr, '\n', label.nbytes) : NULL;
    if (end)
        label.nbytes = (size_t)(end - label.ptr);
    char clipped[LABEL_NBYTES];
    width_clip_middle(label, LABEL_COLS, clipped, sizeof clipped);
    if (tables->col > 0 && label.nbytes)
        str_format(out, "%s = ", clipped);
    str_append(out, report_slice(desk_report(desk), span));
    for (size_t i = 0; i < desk->nmarks; i++) {
        const struct desk_mark *mark = &desk->marks[i];
        if (mark->item >= 0 && tables_speaks_of(mark->span, mark->is_value, span))
            str_format(out, "  !%s", findings->items[mark->item].rule->id);
    }
    str_format(out, "  %s %zu", _("line"), report_line_at(desk_report(desk), span.start) + 1);
}

void tables_status(const struct pane *pane, struct str *out)
{
    const struct tables_pane *tables = (const struct tables_pane *)pane;
    const struct desk *desk = pane->desk;
    const struct cell *cell = tables_pane_cell(pane);
    struct arena *arena = cell ? arena_new() : NULL;
    struct span local = tables_pane_local(pane);
    if (!cell && !span_empty(local))
        local_status(tables, local, out);
    if (!arena)
        return;
    struct seen seen = review_cell(desk->review, cell->id);
    const char *address = cell_address(arena, cell, desk->lang);
    str_format(out, "%s = ", address ? address : cell->id);
    sheet_value(&seen, out);
    if (seen.state != CELL_NUMBER)
        str_format(out, " (%s)", desk_state_text(seen.state));
    if (seen.is_reading)
        str_format(out, " *%s", _("the reviewer's reading"));
    if (cell->placed_by_order)
        str_format(out, " (%s)", _("row told by its neighbours"));
    str_byte(out, ' ');
    add_checks(tables, cell->id, out);
    struct span span = span_empty(seen.span) ? cell->span : seen.span;
    if (!span_empty(span))
        str_format(out, "  %s %zu", _("line"), report_line_at(desk_report(desk), span.start) + 1);
    str_format(out, "  %s", cell->id);
    arena_free(arena);
}
