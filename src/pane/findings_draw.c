/* The list of findings drawn, and what is chosen in full below it. */
#include <stdio.h>
#include <stdlib.h>

#include "findings_pane.h"
#include "gouji/text/width.h"
#include "gouji/text/wrap.h"

/* Whether a note is about what stands in this row. */
static bool is_noted(const struct findings_pane *pane, const struct finding_row *row)
{
    const struct note *notes = NULL;
    size_t n = review_notes(pane->pane.desk->review, &notes);
    for (size_t i = 0; i < n && row->kind == ROW_FINDING; i++)
        if (!notes[i].orphaned && notes[i].target.finding == (int)row->index)
            return true;
    return false;
}

static enum style row_style(const struct findings_pane *pane, const struct finding_row *row)
{
    if (row->kind == ROW_PROBLEM)
        return desk_severity_style(finding_rows_problem(&pane->rows, row->index)->level);
    const struct finding *finding = finding_rows_finding(&pane->rows, row->index);
    return finding->outcome == OUTCOME_FAIL ? desk_severity_style(finding->severity)
                                            : STYLE_UNDECIDED;
}

/* A cause decided in part is still open: how far, before its message. */
static int draw_part(const struct findings_pane *pane, struct area area, int at, int col,
                     const struct finding_row *row)
{
    char text[64];
    if (row->kind != ROW_FINDING || row->depth > 0)
        return 0;
    struct cause_counts cause = review_cause(pane->pane.desk->review, row->index);
    if (cause.decided == 0 || cause.decided == cause.findings)
        return 0;
    snprintf(text, sizeof text, "[%zu/%zu] ", cause.decided, cause.findings);
    return area_puts(area, at, col, area.ncols - col, text, STYLE_STALE);
}

/* The reviewer's, and where; the whole report goes without saying. */
static void problem_name(const struct findings_pane *pane, const struct problem *problem,
                         char name[64])
{
    const struct target *target = &problem->target;
    bool has_place = target->finding >= 0 || target->cell || !span_empty(target->span);
    struct str place = STR_INIT;
    if (has_place && !problem->orphaned)
        desk_target_text(pane->pane.desk, target, &place);
    snprintf(name, 64, "*%s%s", place.nbytes ? " " : "", str_text(&place));
    str_release(&place);
}

static void row_columns(const struct findings_pane *pane, const struct finding_row *row,
                        char *letter, char name[64], const char **message)
{
    if (row->kind == ROW_PROBLEM) {
        const struct problem *problem = finding_rows_problem(&pane->rows, row->index);
        *letter = desk_severity_letter(problem->level);
        problem_name(pane, problem, name);
        *message = problem->text;
        return;
    }
    const struct finding *finding = finding_rows_finding(&pane->rows, row->index);
    *letter = finding->outcome == OUTCOME_FAIL ? desk_severity_letter(finding->severity) : 'U';
    snprintf(name, 64, "%s %s", finding->rule->id, finding->instance);
    *message = desk_lang_text(pane->pane.desk, finding->message);
}

static void draw_row(const struct findings_pane *pane, struct area area, int at,
                     const struct finding_row *row)
{
    enum { NAME_COLS = 20, VERDICT_COLS = 12 };
    int col = row->depth * 2;
    if (row->kind == ROW_FOLD) {
        char text[128];
        snprintf(text, sizeof text, _("%s %zu more cannot be decided because of it"),
                 pane->rows.unfolded == (int)row->index ? "-" : "+", row->nfolded);
        area_put_clipped(area, at, col + 2, area.ncols - col - 2, slice_of(text), STYLE_DIM);
        return;
    }
    char letter, name[64];
    const char *message;
    bool stale;
    row_columns(pane, row, &letter, name, &message);
    const char *verdict = finding_rows_verdict(&pane->rows, row, &stale);
    bool open = row->kind == ROW_FINDING && desk_is_open(pane->pane.desk, row->index);
    area_put(area, at, col, 1, slice_make(&letter, 1), row_style(pane, row));
    if (finding_rows_is_tagged(&pane->rows, row))
        area_puts(area, at, col + 1, 1, "*", STYLE_SELECTION);
    area_put_clipped(area, at, col + 2, NAME_COLS - col, slice_of(name), STYLE_LABEL);
    if (stale)
        area_puts(area, at, NAME_COLS + 2, 1, "!", STYLE_STALE);
    else if (is_noted(pane, row))
        area_puts(area, at, NAME_COLS + 2, 1, "N", STYLE_READING);
    area_put_clipped(area, at, NAME_COLS + 3, VERDICT_COLS, slice_of(verdict),
                     stale  ? STYLE_STALE
                     : open ? STYLE_DIM
                            : STYLE_DECIDED);
    int from = NAME_COLS + VERDICT_COLS + 4;
    from += draw_part(pane, area, at, from, row);
    area_put_clipped(area, at, from, area.ncols - from, slice_of(message), STYLE_NORMAL);
}

/* What is chosen, in full, at the foot of the pane. */
static void detail_text(const struct findings_pane *pane, struct str *out)
{
    const struct finding_row *row = findings_row_here(pane);
    if (!row)
        return;
    if (row->kind == ROW_FOLD) {
        str_format(out,
                   pane->rows.unfolded == (int)row->index
                       ? _("%s folds them; they are decided with their cause")
                       : _("%s shows them; they are decided with their cause"),
                   desk_keys(pane->pane.desk, IN_FINDINGS, ACTION_FOLLOW));
        return;
    }
    if (row->kind == ROW_PROBLEM) {
        const struct problem *problem = finding_rows_problem(&pane->rows, row->index);
        str_format(out, "%s  (%s)", problem->text, problem->by);
        if (problem->basis && problem->basis[0])
            str_format(out, "  %s: %s", _("basis"), problem->basis);
        return;
    }
    const struct finding *finding = finding_rows_finding(&pane->rows, row->index);
    struct decision decision = review_decision(pane->pane.desk->review, row->index);
    struct cause_counts cause = review_cause(pane->pane.desk->review, row->index);
    if (cause.decided > 0 && cause.decided < cause.findings)
        str_format(out, _("[%zu of the %zu findings of this cause decided]  "), cause.decided,
                   cause.findings);
    str_add(out, desk_lang_text(pane->pane.desk, finding->message));
    if (decision.stale && decision.why_stale)
        str_format(out, "  %s: %s", _("needs another look"), decision.why_stale);
    if (decision.reason && decision.reason[0])
        str_format(out, "  %s: %s", _("reason"), decision.reason);
    if (finding_sum(finding, pane->pane.desk->lang))
        str_format(out, "  %s", finding_sum(finding, pane->pane.desk->lang));
    str_add(out, finding->culprit ? "  " : "");
    desk_blame(pane->pane.desk, finding, out);
}

static void draw_detail(const struct findings_pane *pane, struct area area)
{
    struct str text = STR_INIT;
    struct wrap_row *rows = NULL;
    size_t nrows = 0;
    detail_text(pane, &text);
    for (size_t i = 0; i < text.nbytes; i++)
        if (text.data[i] == '\n')
            text.data[i] = ' ';
    if (area.nrows > 0 && wrap_line(str_slice(&text), area.ncols, &rows, &nrows, NULL) == 0)
        for (size_t i = 0; i < nrows && (int)i < area.nrows; i++) {
            /* The last row takes all that is left, to be clipped with its mark. */
            size_t end = (int)i + 1 == area.nrows ? rows[nrows - 1].end : rows[i].end;
            area_put_clipped(area, (int)i, 0, area.ncols,
                             slice_make(str_text(&text) + rows[i].start, end - rows[i].start),
                             STYLE_POPUP);
        }
    free(rows);
    str_release(&text);
}

static void draw_none(const struct findings_pane *pane, struct area area)
{
    struct str text = STR_INIT;
    if (pane->filter.text.nbytes)
        str_format(&text, _("No finding passes the filter; %s and Enter shows all"),
                   desk_keys(pane->pane.desk, IN_FINDINGS, ACTION_FILTER));
    else
        str_add(&text, _("No findings: every check that applies holds"));
    area_puts(area, 0, 0, -1, str_text(&text), STYLE_STATUS_OK);
    str_release(&text);
}

void findings_draw(struct pane *base, struct area area, bool focused)
{
    struct findings_pane *pane = (struct findings_pane *)base;
    if (!base->desk->review)
        return;
    findings_follow_desk(pane);
    int detail = area.nrows >= 10 ? 3 : area.nrows >= 5 ? 2 : area.nrows >= 4 ? 1 : 0;
    struct area list = area_part(area, 0, 0, area.nrows - detail, area.ncols);
    list_fit(&pane->list, pane->rows.count, list.nrows);
    base->desk->view.findings_above = (int64_t)(pane->list.cursor - pane->list.top);
    for (int row = 0; row < list.nrows; row++) {
        size_t index = pane->list.top + (size_t)row;
        if (index >= pane->rows.count)
            break;
        draw_row(pane, list, row, &pane->rows.items[index]);
        if (index != pane->list.cursor)
            continue;
        pane->cursor_row = row;
        area_restyle(list, row, 0, 2, focused ? STYLE_CURSOR : STYLE_CURSOR_IDLE);
    }
    if (pane->rows.count == 0 && desk_findings(base->desk)->is_partial)
        area_puts(list, 0, 0, -1, _("checking…"), STYLE_DIM);
    else if (pane->rows.count == 0)
        draw_none(pane, list);
    draw_detail(pane, area_part(area, area.nrows - detail, 0, detail, area.ncols));
}
