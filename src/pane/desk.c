#include "gouji/pane/desk.h"
#include "gouji/check/mask.h"

#include <stdarg.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "gouji/base/vec.h"
#include "gouji/ui/keymap.h"

int desk_init(struct desk *desk)
{
    *desk = (struct desk){.linked = true, .here = {.item = -1, .problem = -1}};
    desk->failed = map_new();
    return desk->failed ? 0 : -1;
}

void desk_release(struct desk *desk)
{
    for (size_t i = 0; i < desk->nmessages; i++)
        free(desk->messages[i].text);
    free(desk->marks);
    map_free(desk->failed);
    *desk = (struct desk){.review = NULL};
}

const struct report *desk_report(const struct desk *desk)
{
    return desk->review ? review_report(desk->review) : NULL;
}

const struct findings *desk_findings(const struct desk *desk)
{
    return desk->review ? review_findings(desk->review) : NULL;
}

void desk_mask(const struct desk *desk, size_t from, struct str *out)
{
    const struct findings *findings = desk_findings(desk);
    struct str masked = STR_INIT;
    if (!desk->masks || !findings || !mask_is_needed(findings) || from >= out->nbytes)
        return;
    mask_append(findings, slice_make(out->data + from, out->nbytes - from), &masked);
    str_remove(out, from, out->nbytes - from);
    str_append(out, str_slice(&masked));
    out->failed = out->failed || masked.failed;
    str_release(&masked);
}

const struct finding *desk_finding(const struct desk *desk)
{
    const struct findings *findings = desk_findings(desk);
    int item = desk->here.item;
    if (!findings || item < 0 || (size_t)item >= findings->nitems)
        return NULL;
    return &findings->items[item];
}

const char *desk_lang_text(const struct desk *desk, const char *const text[LANG_COUNT])
{
    const char *chosen = text[desk->lang] ? text[desk->lang] : text[LANG_ZH];
    return chosen ? chosen : "";
}

/* ---- marks ---- */

static int mark_add(struct desk *desk, struct desk_mark mark)
{
    if (vec_room(&desk->marks, &desk->capacity, desk->nmarks, sizeof mark) < 0)
        return -1;
    desk->marks[desk->nmarks++] = mark;
    return 0;
}

static int mark_finding(struct desk *desk, const struct finding *finding, int item)
{
    struct desk_mark mark = {.style = desk_severity_style(finding->severity),
                             .letter = desk_severity_letter(finding->severity),
                             .item = item,
                             .problem = -1,
                             .note = -1};
    for (size_t i = 0; i < finding->nspans; i++) {
        mark.span = finding->spans[i];
        if (mark_add(desk, mark) < 0)
            return -1;
    }
    mark.is_value = true;
    for (size_t i = 0; i < finding->nseen; i++) {
        mark.span = finding->seen[i].span;
        if (!span_empty(mark.span) && mark_add(desk, mark) < 0)
            return -1;
    }
    return 0;
}

/* The gravest finding of a cell wins: its letter is the one the table shows. */
static int mark_cells(struct desk *desk, const struct finding *finding)
{
    for (size_t i = 0; i < finding->nseen; i++) {
        const char *id = finding->seen[i].cell;
        if (!id)
            continue;
        const struct finding *old = map_get(desk->failed, slice_of(id));
        if (old && old->severity >= finding->severity)
            continue;
        if (map_set(desk->failed, slice_of(id), finding) < 0)
            return -1;
    }
    return 0;
}

static int mark_findings(struct desk *desk, const struct findings *findings)
{
    for (size_t i = 0; i < findings->nitems; i++) {
        const struct finding *finding = &findings->items[i];
        if (finding->outcome != OUTCOME_FAIL)
            continue;
        if (mark_finding(desk, finding, (int)i) < 0 || mark_cells(desk, finding) < 0)
            return -1;
    }
    return 0;
}

static struct span target_span(const struct desk *desk, const struct target *target)
{
    if (target->cell) {
        const struct cell *cell = report_cell(desk_report(desk), target->cell);
        return cell ? cell->span : (struct span){0, 0};
    }
    return target->span;
}

static int mark_remarks(struct desk *desk)
{
    const struct problem *problems = NULL;
    size_t nproblems = review_problems(desk->review, &problems);
    for (size_t i = 0; i < nproblems; i++) {
        struct desk_mark mark = {.span = target_span(desk, &problems[i].target),
                                 .style = desk_severity_style(problems[i].level),
                                 .letter = desk_severity_letter(problems[i].level),
                                 .is_value = true,
                                 .item = -1,
                                 .problem = (int)i,
                                 .note = -1};
        if (!span_empty(mark.span) && mark_add(desk, mark) < 0)
            return -1;
    }
    const struct note *notes = NULL;
    size_t nnotes = review_notes(desk->review, &notes);
    for (size_t i = 0; i < nnotes; i++) {
        struct desk_mark mark = {.span = target_span(desk, &notes[i].target),
                                 .style = STYLE_NOTE,
                                 .letter = 'N',
                                 .is_value = true,
                                 .item = -1,
                                 .problem = -1,
                                 .note = (int)i};
        if (!span_empty(mark.span) && mark_add(desk, mark) < 0)
            return -1;
    }
    return 0;
}

int desk_refresh(struct desk *desk)
{
    desk->nmarks = 0;
    desk->weighed = NULL;
    map_free(desk->failed);
    desk->failed = map_new();
    if (!desk->failed)
        return -1;
    if (!desk->review)
        return 0;
    const struct findings *findings = review_findings(desk->review);
    if (desk->here.item >= (int)findings->nitems)
        desk->here.item = (int)findings->nitems - 1; /* the findings pane looks for its own */
    if (mark_findings(desk, findings) < 0)
        return -1;
    return mark_remarks(desk);
}

int desk_put(struct desk *desk, struct review *review)
{
    desk->review = review;
    desk->here = (struct desk_place){.item = -1, .problem = -1};
    desk->view = (struct desk_view)DESK_VIEW_NONE;
    desk->shown = desk->wished_span = (struct span){0, 0};
    return desk_refresh(desk);
}

/* ---- explanations ---- */

static size_t weighed_index(const struct desk *desk, const struct culprit *culprit)
{
    return desk->weighed == culprit ? desk->explanation : 0;
}

const struct repair *desk_explanation(const struct desk *desk, const struct finding *finding)
{
    const struct culprit *culprit = finding ? finding->culprit : NULL;
    return culprit && culprit->nrepairs > 0 ? &culprit->repairs[weighed_index(desk, culprit)]
                                            : NULL;
}

bool desk_weigh(struct desk *desk, int steps)
{
    const struct finding *finding = desk_finding(desk);
    const struct culprit *culprit = finding ? finding->culprit : NULL;
    if (!culprit || culprit->nrepairs == 0)
        return false;
    int n = (int)culprit->nrepairs, at = (int)weighed_index(desk, culprit);
    desk->explanation = (size_t)(((at + steps) % n + n) % n);
    desk->weighed = culprit;
    return true;
}

bool desk_proposal(const struct desk *desk, const struct finding *finding, size_t *index)
{
    const struct repair *repair = desk_explanation(desk, finding);
    if (!repair)
        return false;
    const struct culprit *culprit = finding->culprit;
    bool is_sure = culprit->is_unique && culprit->fault != FAULT_READING;
    for (size_t i = 0; i < repair->nchanges; i++)
        is_sure &= repair->changes[i].is_here;
    *index = weighed_index(desk, culprit);
    return is_sure || (desk->weighed == culprit && culprit->fault != FAULT_PRIOR);
}

void desk_blame(const struct desk *desk, const struct finding *finding, struct str *out)
{
    const struct culprit *culprit = finding->culprit;
    if (!culprit)
        return;
    if (desk->weighed == culprit)
        str_format(out, _("explanation %zu of %zu: %s"), desk->explanation + 1, culprit->nfound,
                   desk_lang_text(desk, culprit->repairs[desk->explanation].text));
    else
        str_add(out, desk_lang_text(desk, culprit->line));
}

/* ---- places in words ---- */

/* In the form's own words, as messages name it. */
static void cell_text(const struct desk *desk, const char *id, struct str *out)
{
    const struct cell *cell = report_cell(desk_report(desk), id);
    struct arena *arena = arena_new();
    const char *address = cell && arena ? cell_address(arena, cell, desk->lang) : NULL;
    str_add(out, address ? address : id);
    arena_free(arena);
}

void desk_target_text(const struct desk *desk, const struct target *target, struct str *out)
{
    if (target->finding >= 0) {
        const struct finding *finding = &desk_findings(desk)->items[target->finding];
        str_format(out, "%s %s", finding->rule->id, finding->instance);
    } else if (target->cell) {
        cell_text(desk, target->cell, out);
    } else if (!span_empty(target->span)) {
        str_format(out, "%s %zu", _("line"),
                   report_line_at(desk_report(desk), target->span.start) + 1);
    } else {
        str_add(out, _("whole report"));
    }
}

/* ---- wishes ---- */

void desk_show_text(struct desk *desk, struct span span)
{
    desk->wished_span = span;
    desk->text_wish++;
}

void desk_show_cell(struct desk *desk, const char *id)
{
    size_t n = strlen(id);
    if (n >= sizeof desk->here.cell)
        return;
    memcpy(desk->here.cell, id, n + 1);
    desk->cell_wish++;
}

bool desk_show_local(struct desk *desk, struct span span)
{
    const struct report *report = desk_report(desk);
    for (size_t i = 0; !span_empty(span) && i < report->nlocals; i++) {
        if (!span_overlaps(report->locals[i].span, span))
            continue;
        desk->here.cell[0] = '\0';
        desk->wished_local = span;
        desk->cell_wish++;
        return true;
    }
    return false;
}

void desk_show_note(struct desk *desk, size_t note)
{
    desk->wished_note = note;
    desk->note_wish++;
}

static void show_target(struct desk *desk, const struct target *target)
{
    struct span span = target_span(desk, target);
    if (!span_empty(span))
        desk_show_text(desk, span);
    desk->shown = span;
    if (target->cell)
        desk_show_cell(desk, target->cell);
    else
        desk_show_local(desk, span);
}

/* The first cell that the check saw, of the form or of another table. */
static void show_seen(struct desk *desk, const struct finding *finding)
{
    for (size_t i = 0; i < finding->nseen; i++) {
        const char *id = finding->seen[i].cell;
        if (id && report_cell(desk_report(desk), id)) {
            desk_show_cell(desk, id);
            return;
        }
    }
    for (size_t i = 0; i < finding->nseen; i++)
        if (desk_show_local(desk, finding->seen[i].span))
            return;
    if (finding->nspans > 0)
        desk_show_local(desk, finding->spans[0]);
}

void desk_show_evidence(struct desk *desk)
{
    const struct problem *problems = NULL;
    if (desk->here.problem >= 0) {
        if ((size_t)desk->here.problem < review_problems(desk->review, &problems))
            show_target(desk, &problems[desk->here.problem].target);
        return;
    }
    const struct finding *finding = desk_finding(desk);
    if (!finding)
        return;
    desk->shown = (struct span){0, 0};
    if (finding->nspans > 0)
        desk_show_text(desk, finding->spans[0]);
    show_seen(desk, finding);
}

void desk_select(struct desk *desk, int item, int problem)
{
    desk->here.item = item;
    desk->here.problem = problem;
    desk->item_wish++;
    if (desk->linked)
        desk_show_evidence(desk);
}

void desk_want(struct desk *desk, enum action_context context)
{
    desk->wanted = context;
}

/* ---- jumps ---- */

static bool place_equal(const struct desk_place *a, const struct desk_place *b)
{
    return a->report == b->report && a->offset == b->offset && a->item == b->item &&
           a->problem == b->problem && strcmp(a->cell, b->cell) == 0;
}

void desk_jump_from(struct desk *desk)
{
    desk->njumps = desk->jump_at;
    if (desk->njumps > 0 && place_equal(&desk->jumps[desk->njumps - 1], &desk->here))
        return;
    if (desk->njumps == DESK_JUMPS) {
        memmove(desk->jumps, desk->jumps + 1, (DESK_JUMPS - 1) * sizeof desk->jumps[0]);
        desk->njumps--;
    }
    desk->jumps[desk->njumps++] = desk->here;
    desk->jump_at = desk->njumps;
}

void desk_go(struct desk *desk, const struct desk_place *place)
{
    struct desk_place to = *place;
    const struct findings *findings = desk_findings(desk);
    bool is_there = findings && to.item < (int)findings->nitems; /* not so after a re-run */
    desk->here.item = is_there ? to.item : -1;
    desk->here.problem = to.problem;
    desk->item_wish++;
    if (to.cell[0])
        desk_show_cell(desk, to.cell);
    desk_show_text(desk, (struct span){to.offset, to.offset});
}

void desk_restore(struct desk *desk, const struct desk_place *place, const struct desk_view *view)
{
    uint32_t local = view->local > 0 ? (uint32_t)view->local : 0;
    desk_go(desk, place);
    if (!place->cell[0] && local > 0)
        desk_show_local(desk, (struct span){local, local + 1});
    desk->view = desk->restored.view = *view;
    desk->restored.text = desk->text_wish;
    desk->restored.cell = desk->cell_wish;
    desk->restored.item = desk->item_wish;
}

const struct desk_place *desk_jump(struct desk *desk, int steps)
{
    size_t at = desk->jump_at;
    size_t distance = (size_t)(steps < 0 ? -steps : steps);
    if (steps < 0 ? at < distance : at + distance >= desk->njumps)
        return NULL;
    if (steps < 0 && at == desk->njumps) {
        /* so that "forward" finds the place we leave */
        desk_jump_from(desk);
        at = desk->njumps - 1;
        if (at < distance)
            return NULL;
    }
    desk->jump_at = steps < 0 ? at - distance : at + distance;
    return &desk->jumps[desk->jump_at];
}

const struct desk_place *desk_jump_over(struct desk *desk)
{
    if (desk->jump_at == 0)
        return NULL;
    struct desk_place *last = &desk->jumps[desk->jump_at - 1], to = *last;
    *last = desk->here;
    desk->over = to;
    return &desk->over;
}

/* ---- words ---- */

const char *desk_keys(const struct desk *desk, enum action_context context, enum action action)
{
    const char *keys =
        desk->is_plain || !desk->keymap ? "" : keymap_keys(desk->keymap, context, action);
    return keys[0] ? keys : action_entry(action)->name;
}

void desk_say(struct desk *desk, enum desk_tone tone, const char *format, ...)
{
    struct str text = STR_INIT;
    va_list arguments;
    va_start(arguments, format);
    str_format_v(&text, format, arguments);
    va_end(arguments);
    char *copy = str_detach(&text);
    if (!copy)
        return;
    if (desk->nmessages == DESK_MESSAGES) {
        free(desk->messages[0].text);
        memmove(desk->messages, desk->messages + 1, (DESK_MESSAGES - 1) * sizeof desk->messages[0]);
        desk->nmessages--;
    }
    desk->messages[desk->nmessages++] =
        (struct desk_message){.at = (int64_t)time(NULL), .tone = tone, .text = copy};
    desk->said++;
}

enum style desk_severity_style(enum severity severity)
{
    static const enum style styles[] = {STYLE_INFO, STYLE_WARNING, STYLE_ERROR};
    return styles[severity];
}

char desk_severity_letter(enum severity severity)
{
    return "IWE"[severity];
}

const char *desk_verdict_text(enum verdict verdict)
{
    static const char *const texts[VERDICT_COUNT] = {
        N_("open"),         N_("confirmed"), N_("misread"),    N_("explained"),
        N_("not an error"), N_("later"),     N_("cannot tell")};
    return _(texts[verdict]);
}

const char *desk_conclusion_text(enum conclusion conclusion)
{
    static const char *const texts[] = {N_("not concluded"), N_("passed"), N_("passed with notes"),
                                        N_("returned")};
    return _(texts[conclusion]);
}

const char *desk_state_text(enum cell_state state)
{
    static const char *const texts[CELL_STATE_COUNT] = {N_("number"), N_("blank"),  N_("mark"),
                                                        N_("words"),  N_("absent"), N_("unplaced")};
    return _(texts[state]);
}

bool desk_is_open(const struct desk *desk, size_t item)
{
    struct decision decision = review_decision(desk->review, item);
    return decision.verdict == VERDICT_NONE || decision.verdict == VERDICT_LATER || decision.stale;
}
