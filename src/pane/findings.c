/* The list of findings: moved in, filtered, tagged; the desk's choice and its own are
 * kept the same. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "findings_pane.h"

static void row_text(const void *closure, size_t index, struct str *out)
{
    const struct findings_pane *pane = closure;
    finding_rows_text(&pane->rows, &pane->rows.items[index], out);
}

static void build(struct findings_pane *pane)
{
    finding_rows_build(&pane->rows);
}

/* ---- the cursor and the desk ---- */

const struct finding_row *findings_row_here(const struct findings_pane *pane)
{
    return pane->list.cursor < pane->rows.count ? &pane->rows.items[pane->list.cursor] : NULL;
}

static void keep_name(struct findings_pane *pane)
{
    const struct finding *finding = desk_finding(pane->pane.desk);
    pane->kept[0] = '\0';
    if (finding)
        snprintf(pane->kept, sizeof pane->kept, "%s/%s", finding->rule->id, finding->instance);
}

static void select_here(struct findings_pane *pane)
{
    const struct finding_row *row = findings_row_here(pane);
    if (!row)
        return;
    struct desk *desk = pane->pane.desk;
    if (row->kind == ROW_PROBLEM)
        desk_select(desk, -1, (int)row->index);
    else
        desk_select(desk, (int)row->index, -1);
    pane->wish = desk->item_wish;
    keep_name(pane);
}

static void find_row(struct findings_pane *pane, int item, int problem)
{
    for (size_t i = 0; i < pane->rows.count; i++) {
        const struct finding_row *row = &pane->rows.items[i];
        if ((row->kind == ROW_FINDING && (int)row->index == item) ||
            (row->kind == ROW_PROBLEM && (int)row->index == problem)) {
            pane->list.cursor = i;
            return;
        }
    }
    const struct findings *findings = desk_findings(pane->pane.desk);
    if (item >= 0 && findings->items[item].parent >= 0 &&
        pane->rows.unfolded != findings->items[item].parent) {
        pane->rows.unfolded = findings->items[item].parent;
        build(pane);
        find_row(pane, item, problem);
    }
}

void findings_follow_desk(struct findings_pane *pane)
{
    struct desk *desk = pane->pane.desk;
    if (pane->wish == desk->item_wish)
        return;
    pane->wish = desk->item_wish;
    find_row(pane, desk->here.item, desk->here.problem);
    if (pane->wish == desk->restored.item && desk->restored.view.findings_above >= 0)
        list_scroll(&pane->list, (size_t)desk->restored.view.findings_above);
    keep_name(pane);
}

/* What the cursor stands on becomes the chosen one; the other panes stay. */
static void take_row(struct findings_pane *pane)
{
    const struct finding_row *row = findings_row_here(pane);
    struct desk_place *here = &pane->pane.desk->here;
    bool is_problem = row && row->kind == ROW_PROBLEM;
    here->item = row && !is_problem ? (int)row->index : -1;
    here->problem = is_problem ? (int)row->index : -1;
    keep_name(pane);
}

static void findings_refresh(struct pane *base)
{
    struct findings_pane *pane = (struct findings_pane *)base;
    const struct findings *findings = desk_findings(base->desk);
    build(pane);
    if (!findings)
        return;
    if (base->desk->here.item < 0 && base->desk->here.problem < 0)
        pane->kept[0] = '\0';
    char name[sizeof pane->kept];
    for (size_t i = 0; pane->kept[0] && i < findings->nitems; i++) {
        snprintf(name, sizeof name, "%s/%s", findings->items[i].rule->id,
                 findings->items[i].instance);
        if (strcmp(name, pane->kept) == 0) {
            base->desk->here.item = (int)i;
            find_row(pane, (int)i, -1);
            return;
        }
    }
    if (base->desk->here.problem >= 0)
        find_row(pane, -1, base->desk->here.problem);
    bool chosen = pane->kept[0] || base->desk->here.problem >= 0;
    if (pane->list.cursor >= pane->rows.count)
        pane->list.cursor = pane->rows.count && chosen ? pane->rows.count - 1 : 0;
    if (chosen)
        take_row(pane); /* what was chosen may be gone: the one in its place */
}

/* ---- acting ---- */

static bool is_stop(const struct findings_pane *pane, const struct finding_row *row,
                    bool unresolved)
{
    if (row->kind != ROW_FINDING)
        return row->kind == ROW_PROBLEM && !unresolved;
    return !unresolved || (row->depth == 0 && desk_is_open(pane->pane.desk, row->index));
}

/* So many steps end where `count` of them do, once around or more. */
static int steps_of(const struct findings_pane *pane, bool unresolved, int count)
{
    int nstops = 0;
    for (size_t i = 0; i < pane->rows.count; i++)
        nstops += is_stop(pane, &pane->rows.items[i], unresolved);
    return count > 0 && nstops > 0 ? (count - 1) % nstops + 1 : 1;
}

static unsigned next_finding(struct findings_pane *pane, bool backward, bool unresolved, int count)
{
    bool moved = false;
    size_t at = pane->list.cursor;
    int steps = steps_of(pane, unresolved, count);
    for (int i = 0; i < steps; i++) {
        size_t probe = at;
        for (size_t tries = 0; tries < pane->rows.count; tries++) {
            probe = (probe + (backward ? pane->rows.count - 1 : 1)) % pane->rows.count;
            if (!is_stop(pane, &pane->rows.items[probe], unresolved))
                continue;
            moved = probe != at;
            at = probe;
            break;
        }
    }
    if (!moved) {
        desk_say(pane->pane.desk, TONE_OK,
                 unresolved ? _("Nothing else is left to decide here") : _("No other finding"));
        return REACT_REDRAW;
    }
    desk_jump_from(pane->pane.desk);
    pane->list.cursor = at;
    select_here(pane);
    return REACT_REDRAW;
}

static void say_shown(const struct findings_pane *pane)
{
    if (filter_is_empty(pane->rows.filter))
        desk_say(pane->pane.desk, TONE_PLAIN, _("No filter: all findings are listed"));
    else
        desk_say(pane->pane.desk, TONE_PLAIN, _("%zu of %zu shown"), pane->rows.nshown,
                 pane->rows.ntotal);
}

static bool set_filter(struct findings_pane *pane, const char *text, struct err *err)
{
    if (!filter_line_set(&pane->filter, &pane->rows.filter, FILTER_FINDINGS, text, err))
        return false;
    build(pane);
    find_row(pane, pane->pane.desk->here.item, pane->pane.desk->here.problem);
    return true;
}

static unsigned filter(struct findings_pane *pane, const char *argument)
{
    struct err err = {0};
    if (!set_filter(pane, argument ? argument : "", &err)) {
        desk_say(pane->pane.desk, TONE_ERROR, "%s", err.text);
        return REACT_REDRAW | REACT_AGAIN;
    }
    const struct finding_row *row = findings_row_here(pane);
    if (row && row->kind == ROW_FINDING && (int)row->index != pane->pane.desk->here.item)
        select_here(pane);
    say_shown(pane);
    return REACT_REDRAW;
}

const char *findings_pane_filter(const struct pane *pane)
{
    const struct findings_pane *findings = (const struct findings_pane *)pane;
    return filter_line_kept(&findings->filter, findings->rows.filter);
}

void findings_pane_restore(struct pane *base, const char *text)
{
    struct findings_pane *pane = (struct findings_pane *)base;
    filter_line_set(&pane->filter, &pane->rows.filter, FILTER_FINDINGS, text, NULL);
}

/* A half-typed filter that is none yet leaves the last one that was. */
static void findings_preview(struct pane *base, enum action action, const char *text)
{
    struct findings_pane *pane = (struct findings_pane *)base;
    if (!base->desk->review)
        return;
    if (action != ACTION_FILTER) {
        pane->list.count = pane->rows.count;
        list_preview(&pane->list, base->desk, action, text, row_text, pane);
        return;
    }
    set_filter(pane, filter_line_preview(&pane->filter, FILTER_FINDINGS, text), NULL);
}

/* ---- tags ---- */

static void say_tagged(const struct findings_pane *pane)
{
    tags_say(pane->pane.desk, finding_rows_tagged(&pane->rows, NULL));
}

static unsigned tag_here(struct findings_pane *pane, int count)
{
    for (int i = 0; i < (count > 0 ? count : 1) && findings_row_here(pane); i++) {
        const struct finding_row *row = findings_row_here(pane);
        finding_rows_tag(&pane->rows, row, !finding_rows_is_tagged(&pane->rows, row));
        if (list_move(&pane->list, ACTION_LINE_DOWN, 1) && row == findings_row_here(pane))
            break;
    }
    select_here(pane);
    say_tagged(pane);
    return REACT_REDRAW;
}

/* Tags or untags what is shown and matches. */
static unsigned tag_matching(struct findings_pane *pane, const char *argument, bool tagged)
{
    struct filter *matching = tags_wanted(pane->pane.desk, argument, FILTER_FINDINGS);
    if (!matching)
        return REACT_REDRAW | REACT_AGAIN;
    for (size_t i = 0; i < pane->rows.count; i++)
        if (finding_rows_match(&pane->rows, &pane->rows.items[i], matching))
            finding_rows_tag(&pane->rows, &pane->rows.items[i], tagged);
    filter_free(matching);
    say_tagged(pane);
    return REACT_REDRAW;
}

/* What the filter hides is not acted on. */
static bool is_shown(const struct findings_pane *pane, int item)
{
    bool shown = filter_is_empty(pane->rows.filter);
    for (size_t i = 0; i < pane->rows.count && !shown; i++)
        shown = pane->rows.items[i].kind == ROW_FINDING && (int)pane->rows.items[i].index == item;
    return shown;
}

size_t findings_pane_chosen(const struct pane *base, bool tagged, int count, size_t *items)
{
    const struct findings_pane *pane = (const struct findings_pane *)base;
    size_t n = 0, wanted = count > 0 ? (size_t)count : 1;
    if (tagged)
        return finding_rows_tagged(&pane->rows, items);
    if (!desk_finding(base->desk) || !is_shown(pane, base->desk->here.item))
        return 0;
    items[n++] = (size_t)base->desk->here.item;
    for (size_t i = pane->list.cursor + 1; i < pane->rows.count && n < wanted; i++)
        if (pane->rows.items[i].kind == ROW_FINDING && pane->rows.items[i].depth == 0)
            items[n++] = pane->rows.items[i].index;
    return n;
}

void findings_pane_tag(struct pane *base, int item)
{
    struct findings_pane *pane = (struct findings_pane *)base;
    struct finding_row row = {ROW_FINDING, (size_t)item, 0, 0};
    finding_rows_tag(&pane->rows, &row, !finding_rows_is_tagged(&pane->rows, &row));
    say_tagged(pane);
}

void findings_pane_untag(struct pane *base)
{
    struct findings_pane *pane = (struct findings_pane *)base;
    const struct findings *findings = desk_findings(base->desk);
    for (size_t i = 0; findings && i < findings->nitems; i++)
        finding_rows_tag(&pane->rows, &(struct finding_row){ROW_FINDING, i, 0, 0}, false);
}

static unsigned follow(struct findings_pane *pane)
{
    const struct finding_row *row = findings_row_here(pane);
    if (!row)
        return REACT_NOTHING;
    if (row->kind == ROW_FOLD) {
        pane->rows.unfolded = pane->rows.unfolded == (int)row->index ? -1 : (int)row->index;
        build(pane);
        return REACT_REDRAW;
    }
    desk_jump_from(pane->pane.desk);
    select_here(pane);
    desk_show_evidence(pane->pane.desk);
    desk_want(pane->pane.desk, IN_TEXT);
    return REACT_REDRAW | REACT_LAYOUT;
}

static unsigned findings_act(struct pane *base, enum action action, int count, const char *argument)
{
    struct findings_pane *pane = (struct findings_pane *)base;
    if (!base->desk->review)
        return REACT_UNHANDLED;
    findings_follow_desk(pane);
    pane->list.count = pane->rows.count;
    switch ((int)action) {
    case ACTION_NEXT_FINDING:
        return next_finding(pane, false, false, count);
    case ACTION_PREV_FINDING:
        return next_finding(pane, true, false, count);
    case ACTION_NEXT_UNRESOLVED:
        return next_finding(pane, false, true, count);
    case ACTION_PREV_UNRESOLVED:
        return next_finding(pane, true, true, count);
    case ACTION_FILTER:
        return filter(pane, argument);
    case ACTION_TAG:
        return tag_here(pane, count);
    case ACTION_TAG_MATCHING:
        return tag_matching(pane, argument, true);
    case ACTION_UNTAG:
        return tag_matching(pane, argument, false);
    case ACTION_FOLLOW:
        return follow(pane);
    default:
        break;
    }
    unsigned reaction = list_move(&pane->list, action, count);
    if (reaction == REACT_UNHANDLED)
        reaction = list_search(&pane->list, base->desk, action, count, argument, row_text, pane);
    if (reaction & REACT_REDRAW && !(reaction & REACT_UNHANDLED))
        select_here(pane);
    return reaction;
}

static bool findings_cursor(const struct pane *base, int *row, int *col)
{
    const struct findings_pane *pane = (const struct findings_pane *)base;
    *row = pane->cursor_row;
    *col = 0;
    return base->desk->review != NULL;
}

static void findings_status(const struct pane *base, struct str *out)
{
    const struct findings_pane *pane = (const struct findings_pane *)base;
    str_format(out, "%zu/%zu", pane->rows.count ? pane->list.cursor + 1 : 0, pane->rows.count);
    size_t ntagged = base->desk->review ? finding_rows_tagged(&pane->rows, NULL) : 0;
    if (ntagged > 0)
        str_format(out, "  %s %zu", _("tagged"), ntagged);
    filter_line_status(&pane->filter, pane->rows.filter, pane->rows.nshown, pane->rows.ntotal, out);
}

static bool findings_target(const struct pane *base, struct target *target)
{
    const struct findings_pane *pane = (const struct findings_pane *)base;
    *target = (struct target)TARGET_REPORT;
    const struct finding_row *row = findings_row_here(pane);
    if (!base->desk->review)
        return false;
    if (row && row->kind == ROW_PROBLEM) {
        *target = finding_rows_problem(&pane->rows, row->index)->target;
        return true;
    }
    if (row)
        target->finding = (int)row->index;
    return true;
}

static struct pane *findings_create(struct desk *desk)
{
    struct findings_pane *pane = calloc(1, sizeof *pane);
    if (!pane)
        return NULL;
    pane->pane = (struct pane){&findings_pane_ops, desk};
    pane->rows.desk = desk;
    pane->rows.unfolded = -1;
    return &pane->pane;
}

static void findings_destroy(struct pane *base)
{
    struct findings_pane *pane = (struct findings_pane *)base;
    list_release(&pane->list);
    filter_line_release(&pane->filter);
    finding_rows_release(&pane->rows);
    free(pane);
}

bool findings_pane_match(const struct pane *base, bool is_problem, size_t index,
                         const struct filter *filter)
{
    const struct findings_pane *pane = (const struct findings_pane *)base;
    const struct finding_row row = {.kind = is_problem ? ROW_PROBLEM : ROW_FINDING, .index = index};
    return finding_rows_match(&pane->rows, &row, filter);
}

const struct pane_ops findings_pane_ops = {
    .context = IN_FINDINGS,
    .title = N_("findings"),
    .create = findings_create,
    .destroy = findings_destroy,
    .draw = findings_draw,
    .act = findings_act,
    .cursor = findings_cursor,
    .status = findings_status,
    .target = findings_target,
    .refresh = findings_refresh,
    .preview = findings_preview,
};
