/* What the reviewer does. Each act: is it allowed and does it change anything,
 * begin (lock, journal), make the body, append. */
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "annotation.h"
#include "correction.h"
#include "decision.h"
#include "entries.h"
#include "gouji/base/message.h"
#include "gouji/check/mask.h"
#include "gouji/review/review.h"
#include "session.h"

static const char *or_empty(const char *text)
{
    return text ? text : "";
}

static int check_text(const char *text, struct err *err)
{
    if (strlen(or_empty(text)) * 6 <= JSON_MAX_STRING)
        return 0;
    return err_set(err, ERR_LIMIT, _("the text has %zu bytes; at most %d are kept"), strlen(text),
                   JSON_MAX_STRING / 6);
}

static int check_target(const struct review *review, struct target target, struct err *err)
{
    if (target.finding >= (int)review->findings->nitems)
        return err_set(err, ERR_USAGE, "%s", _("there is no such finding"));
    if (target.cell && !report_cell(review->report, target.cell))
        return err_set(err, ERR_USAGE, _("this report has no cell %s"), target.cell);
    if (target.span.end < target.span.start || target.span.end > review->report->text_nbytes)
        return err_set(err, ERR_USAGE, "%s", _("the passage is not in this report"));
    return 0;
}

static int writing(struct review *review, struct writing *out, struct err *err)
{
    *out = (struct writing){review->report, review->findings, session_anchor(review),
                            review->tool_version};
    return out->anchor ? 0 : err_set_nomem(err);
}

/* A number that has to be masked becomes text: *made, else NULL. */
static int mask_number(const struct findings *findings, const cJSON *item, cJSON **made)
{
    char printed[CELL_VALUE_NBYTES];
    *made = NULL;
    if (!cJSON_IsNumber(item) || !mask_is_needed(findings))
        return 0;
    snprintf(printed, sizeof printed, "%" PRId64, (int64_t)item->valuedouble);
    char *masked = mask_copy(findings, printed);
    bool is_masked = masked && strcmp(masked, printed) != 0;
    if (is_masked)
        *made = decision_value(CELL_TEXT, 0, false, slice_of(masked));
    int status = masked && (!is_masked || *made) ? 0 : -1;
    free(masked);
    return status;
}

/* Under the same name; a child of an array has none. */
static bool replace(cJSON *parent, cJSON *child, cJSON *made)
{
    return child->string ? cJSON_ReplaceItemInObjectCaseSensitive(parent, child->string, made)
                         : cJSON_ReplaceItemViaPointer(parent, child, made);
}

/* Every text and number of an event, whoever wrote it, without what privacy checks found. */
static int mask_body(const struct findings *findings, cJSON *item)
{
    cJSON *child, *made, *next;
    if (cJSON_IsString(item)) {
        char *masked = mask_copy(findings, item->valuestring);
        bool same = masked && strcmp(masked, item->valuestring) == 0;
        bool set = masked && (same || cJSON_SetValuestring(item, masked));
        free(masked);
        return set ? 0 : -1;
    }
    for (child = item->child; child; child = next) {
        next = child->next;
        if (mask_body(findings, child) || mask_number(findings, child, &made))
            return -1;
        if (made && !replace(item, child, made)) {
            cJSON_Delete(made);
            return -1;
        }
    }
    return 0;
}

static int append(struct review *review, const char *type, cJSON *body, struct err *err)
{
    if (body && mask_body(review->findings, body)) {
        cJSON_Delete(body);
        return err_set_nomem(err);
    }
    return session_append(review, type, body, err);
}

static int new_id(char id[EVENT_GUID_NBYTES + 16], struct err *err)
{
    char guid[EVENT_GUID_NBYTES];
    if (event_guid(guid))
        return err_set_errno(err, _("no random numbers from"), "getrandom");
    snprintf(id, EVENT_GUID_NBYTES + 16, "urn:uuid:%s", guid);
    return 0;
}

/* ---- deciding ---- */

struct choice {
    enum verdict verdict;
    const char *reason;          /* "" */
    const struct repair *repair; /* the explanation accepted with it, NULL */
};

/* Whether a decision in force proposes these values, or none for no repair. */
static bool proposes(const cJSON *proposed, const struct repair *repair)
{
    size_t n = repair ? repair->nchanges : 0;
    if ((size_t)cJSON_GetArraySize(proposed) != n)
        return false;
    for (size_t i = 0; i < n; i++)
        if (json_integer(proposed, repair->changes[i].cell, -1) != repair->changes[i].to)
            return false;
    return true;
}

static bool already_decided(const struct review *review, const size_t *items, size_t n,
                            const struct choice *choice)
{
    for (size_t i = 0; i < n; i++) {
        struct decision decision = review_decision(review, items[i]);
        const struct held *held = entries_held(review->state, items[i]);
        if (decision.verdict != choice->verdict || decision.stale ||
            strcmp(decision.reason, choice->reason) != 0 ||
            !proposes(json_get(held->event->body, "proposed"), choice->repair))
            return false;
    }
    return true;
}

/* Which values are wrong, and what should stand there. */
static int add_proposal(cJSON *body, const struct repair *repair)
{
    cJSON *culprit = cJSON_AddArrayToObject(body, "culprit");
    cJSON *proposed = cJSON_AddObjectToObject(body, "proposed");
    for (size_t i = 0; culprit && proposed && i < repair->nchanges; i++) {
        const struct change *change = &repair->changes[i];
        cJSON *cell = cJSON_CreateString(change->cell);
        if (!cell || !cJSON_AddItemToArray(culprit, cell)) {
            cJSON_Delete(cell);
            return -1;
        }
        if (json_add_integer(proposed, change->cell, change->to))
            return -1;
    }
    return culprit && proposed ? 0 : -1;
}

static cJSON *decide_body(const struct findings *findings, const size_t *items, size_t n,
                          const struct choice *choice)
{
    cJSON *body = cJSON_CreateObject();
    cJSON *list = cJSON_AddArrayToObject(body, "on");
    int status = !list || json_add_string(body, "verdict", verdict_name(choice->verdict)) ||
                 (*choice->reason && json_add_string(body, "reason", choice->reason)) ||
                 (choice->repair && add_proposal(body, choice->repair));
    for (size_t i = 0; !status && i < n; i++) {
        cJSON *on = decision_on(findings, &findings->items[items[i]]);
        if (!on || !cJSON_AddItemToArray(list, on)) {
            cJSON_Delete(on);
            status = -1;
        }
    }
    if (!status)
        return body;
    cJSON_Delete(body);
    return NULL;
}

static int decide_items(struct review *review, const size_t *items, size_t n,
                        const struct choice *choice, struct err *err)
{
    if (already_decided(review, items, n, choice))
        return 0;
    if (session_begin(review, err))
        return -1;
    return append(review, "decide", decide_body(review->findings, items, n, choice), err);
}

static int decide(struct review *review, size_t index, bool whole_cause,
                  const struct choice *choice, struct err *err)
{
    size_t n = 1, *items = calloc(review->findings->nitems, sizeof *items);
    if (!items)
        return err_set_nomem(err);
    items[0] = index;
    if (whole_cause)
        n = entries_cause(review->findings, index, items);
    int status = decide_items(review, items, n, choice, err);
    free(items);
    return status;
}

static int check_choice(const struct review *review, const size_t *indexes, size_t n,
                        const struct choice *choice, struct err *err)
{
    bool known = choice->verdict > VERDICT_NONE && choice->verdict < VERDICT_COUNT;
    for (size_t i = 0; i < n; i++)
        known &= indexes[i] < review->findings->nitems;
    if (!known || n == 0)
        return err_set(err, ERR_USAGE, "%s", _("there is no such finding or verdict"));
    if (verdict_needs_reason(choice->verdict) && !*choice->reason)
        return err_set(err, ERR_USAGE, _("\"%s\" needs a reason"),
                       _(verdict_name(choice->verdict)));
    return check_text(choice->reason, err);
}

int review_decide(struct review *review, size_t index, bool whole_cause, enum verdict verdict,
                  const char *reason, struct err *err)
{
    const struct choice choice = {verdict, or_empty(reason), NULL};
    if (check_choice(review, &index, 1, &choice, err))
        return -1;
    return decide(review, index, whole_cause, &choice, err);
}

/* The causes of all of them, each finding once. */
static size_t gather_causes(const struct review *review, const size_t *indexes, size_t n,
                            size_t *all, size_t *group)
{
    size_t nall = 0;
    for (size_t i = 0; i < n; i++) {
        bool heads = entries_is_head(review->state, indexes[i]);
        size_t members = heads ? entries_cause(review->findings, indexes[i], group) : 1;
        group[0] = indexes[i];
        for (size_t k = 0; k < members; k++) {
            size_t known = 0;
            while (known < nall && all[known] != group[k])
                known++;
            if (known == nall)
                all[nall++] = group[k];
        }
    }
    return nall;
}

int review_decide_all(struct review *review, const size_t *indexes, size_t n, enum verdict verdict,
                      const char *reason, struct err *err)
{
    const struct choice choice = {verdict, or_empty(reason), NULL};
    if (check_choice(review, indexes, n, &choice, err))
        return -1;
    size_t nitems = review->findings->nitems, *all = calloc(nitems, sizeof *all),
           *group = calloc(nitems, sizeof *group);
    int status = -1;
    if (all && group)
        status =
            decide_items(review, all, gather_causes(review, indexes, n, all, group), &choice, err);
    else
        err_set_nomem(err);
    free(group);
    free(all);
    return status;
}

int review_accept(struct review *review, size_t index, size_t repair, struct err *err)
{
    const struct finding *finding =
        index < review->findings->nitems ? &review->findings->items[index] : NULL;
    if (!finding || !finding->culprit || repair >= finding->culprit->nrepairs)
        return err_set(err, ERR_USAGE, "%s", _("there is no such explanation"));
    const struct choice choice = {VERDICT_CONFIRMED, "", &finding->culprit->repairs[repair]};
    for (size_t i = 0; i < choice.repair->nchanges; i++)
        if (!choice.repair->changes[i].is_here)
            return err_set(err, ERR_USAGE, "%s",
                           _("the value is in last year's report, which is not under review"));
    return decide(review, index, true, &choice, err);
}

/* ---- notes, problems, marks, drafts ---- */

/* A draft at the same place becomes the note or problem, in one event. */
static const char *draft_for(const struct review *review, const char *of, struct target target)
{
    const struct state *state = review->state;
    for (size_t i = 0; i < state->ndrafts_open; i++) {
        const struct draft *draft = &state->drafts[i];
        bool same_cell = draft->target.cell && target.cell
                             ? strcmp(draft->target.cell, target.cell) == 0
                             : draft->target.cell == target.cell;
        if (strcmp(draft->of, of) == 0 && draft->target.finding == target.finding && same_cell &&
            draft->target.span.start == target.span.start &&
            draft->target.span.end == target.span.end && strncmp(draft->id, "urn:uuid:", 9) == 0)
            return draft->id;
    }
    return NULL;
}

int review_annotate(struct review *review, struct target target, const char *text, struct err *err)
{
    struct writing with;
    char id[EVENT_GUID_NBYTES + 16];
    if (!*or_empty(text))
        return err_set(err, ERR_USAGE, "%s", _("the note is empty"));
    if (check_text(text, err) || check_target(review, target, err) || new_id(id, err) ||
        session_begin(review, err) || writing(review, &with, err))
        return -1;
    const char *draft = draft_for(review, "note", target);
    return append(review, "annotate", annotation_note(&with, draft ? draft : id, target, text),
                  err);
}

static const struct note *find_note(const struct review *review, const char *id)
{
    for (size_t i = 0; i < review->state->nnotes; i++)
        if (strcmp(review->state->notes[i].id, id) == 0)
            return &review->state->notes[i];
    return NULL;
}

static cJSON *edit_body(const char *id, const char *text)
{
    cJSON *body = cJSON_CreateObject();
    cJSON *content = *text ? annotation_text_body("commenting", text) : cJSON_CreateString("");
    if (json_add_string(body, "id", id) == 0 && content &&
        cJSON_AddItemToObject(body, "body", content))
        return body;
    cJSON_Delete(content);
    cJSON_Delete(body);
    return NULL;
}

int review_edit_note(struct review *review, const char *id, const char *text, struct err *err)
{
    const struct note *note = find_note(review, id);
    if (!note)
        return err_set(err, ERR_USAGE, "%s", _("there is no such note"));
    if (strcmp(note->text, or_empty(text)) == 0)
        return 0;
    if (check_text(text, err) || session_begin(review, err))
        return -1;
    return append(review, "edit-note", edit_body(id, or_empty(text)), err);
}

int review_add_problem(struct review *review, struct target target, enum severity level,
                       const char *text, const char *basis, struct err *err)
{
    struct writing with;
    char id[EVENT_GUID_NBYTES + 16];
    if (!*or_empty(text))
        return err_set(err, ERR_USAGE, "%s", _("the problem has no text"));
    if (check_text(text, err) || check_text(basis, err) || check_target(review, target, err) ||
        new_id(id, err) || session_begin(review, err) || writing(review, &with, err))
        return -1;
    const char *draft = draft_for(review, "add", target);
    return append(review, "add",
                  annotation_problem(&with, draft ? draft : id, target, level, text, basis), err);
}

static size_t find_problem(const struct review *review, const char *id)
{
    size_t i = 0;
    while (i < review->state->nproblems && strcmp(review->state->problems[i].id, id) != 0)
        i++;
    return i;
}

/* The place stays the stored one: an edit of the words is no new anchor. */
static cJSON *edited_problem(const struct source *source, const char *id, enum severity level,
                             const char *text, const char *basis)
{
    const cJSON *target = json_get(source->latest, "target");
    cJSON *body = cJSON_CreateObject();
    cJSON *copy = target ? cJSON_Duplicate(target, true) : cJSON_CreateObject();
    if (json_add_string(body, "id", id) == 0 &&
        json_add_string(body, "level", annotation_level_name(level)) == 0 &&
        json_add_string(body, "text", text) == 0 && json_add_string(body, "basis", basis) == 0 &&
        copy && cJSON_AddItemToObject(body, "target", copy))
        return body;
    cJSON_Delete(copy);
    cJSON_Delete(body);
    return NULL;
}

int review_edit_problem(struct review *review, const char *id, enum severity level,
                        const char *text, const char *basis, struct err *err)
{
    if (find_problem(review, id) == review->state->nproblems)
        return err_set(err, ERR_USAGE, "%s", _("there is no such problem"));
    if (check_text(text, err) || check_text(basis, err) || session_begin(review, err))
        return -1;
    size_t i = find_problem(review, id);
    if (i == review->state->nproblems)
        return err_set(err, ERR_CHANGED, "%s", _("another session has withdrawn this problem"));
    return append(review, "add",
                  edited_problem(&review->state->problem_sources[i], id, level, or_empty(text),
                                 or_empty(basis)),
                  err);
}

int review_draft(struct review *review, const struct draft *draft, struct err *err)
{
    struct writing with;
    const char *old = "";
    for (size_t i = 0; i < review->state->ndrafts_open; i++)
        if (strcmp(review->state->drafts[i].id, draft->id) == 0)
            old = review->state->drafts[i].text;
    if (strcmp(old, or_empty(draft->text)) == 0)
        return 0;
    if (check_text(draft->text, err) || check_target(review, draft->target, err) ||
        session_begin(review, err) || writing(review, &with, err))
        return -1;
    return append(review, "draft", annotation_draft(&with, draft), err);
}

int review_mark(struct review *review, char name, struct target target, struct err *err)
{
    struct writing with;
    bool letter = (name >= 'a' && name <= 'z') || (name >= 'A' && name <= 'Z');
    if (!letter)
        return err_set(err, ERR_USAGE, "%s", _("a mark is named by a letter"));
    if (check_target(review, target, err) || session_begin(review, err) ||
        writing(review, &with, err))
        return -1;
    return append(review, "mark", annotation_mark(&with, name, target), err);
}

/* ---- readings ---- */

int review_correct(struct review *review, const struct correction *corrections, size_t n,
                   const char *row, const char *reason, struct err *err)
{
    if (n == 0)
        return err_set(err, ERR_USAGE, "%s", _("no cell was named"));
    for (size_t i = 0; i < n; i++)
        if (check_text(corrections[i].text, err))
            return -1;
    cJSON *body = correction_body(review->report, corrections, n, row, reason, err);
    if (!body)
        return -1;
    if (session_begin(review, err)) {
        cJSON_Delete(body);
        return -1;
    }
    return append(review, "correct", body, err);
}

/* ---- concluding ---- */

static int add_open_list(const struct review *review, cJSON *body)
{
    cJSON *list = cJSON_AddArrayToObject(body, "open");
    int status = list ? 0 : -1;
    for (size_t i = 0; !status && i < review->findings->nitems; i++) {
        const struct finding *finding = &review->findings->items[i];
        if (!entries_is_open(review->state, review->findings, i))
            continue;
        cJSON *item = cJSON_CreateObject();
        cJSON *print = cJSON_AddObjectToObject(item, "fingerprint");
        status = json_add_string(item, "check", finding->rule->id) ||
                 json_add_string(item, "instance", finding->instance) ||
                 json_add_string(print, "ruleCells/v1", finding->rule_cells) ||
                 json_add_string(print, "values/v1", finding->values) ||
                 !cJSON_AddItemToArray(list, item);
        if (status)
            cJSON_Delete(item);
    }
    return status;
}

static cJSON *conclude_body(const struct review *review, enum conclusion status, const char *note,
                            bool asked)
{
    cJSON *body = cJSON_CreateObject();
    cJSON *counts = verdict_conclusion_counts(review->state);
    if (json_add_string(body, "status", conclusion_name(status)) == 0 && counts &&
        cJSON_AddItemToObject(body, "counts", counts)) {
        if (add_open_list(review, body) == 0 && cJSON_AddBoolToObject(body, "asked", asked) &&
            json_add_string(body, "note", note) == 0)
            return body;
    } else {
        cJSON_Delete(counts);
    }
    cJSON_Delete(body);
    return NULL;
}

int review_conclude(struct review *review, enum conclusion status, const char *note, bool asked,
                    struct err *err)
{
    if (status == CONCLUSION_NONE || status > CONCLUSION_RETURNED)
        return err_set(err, ERR_USAGE, "%s", _("there is no such conclusion"));
    size_t open = review->state->counts.open_errors;
    if (status == CONCLUSION_PASSED && open > 0 && !asked)
        return err_set(err, ERR_USAGE, _("%zu errors or undecided checks are still open"), open);
    if (check_text(note, err) || session_begin(review, err))
        return -1;
    return append(review, "conclude", conclude_body(review, status, or_empty(note), asked), err);
}

int review_reopen(struct review *review, const char *reason, struct err *err)
{
    if (!review->state->concluded)
        return err_set(err, ERR_USAGE, "%s", _("this review is not concluded"));
    if (check_text(reason, err) || session_begin(review, err))
        return -1;
    if (!review->state->concluded)
        return err_set(err, ERR_CHANGED, "%s", _("another session has reopened this review"));
    cJSON *body = cJSON_CreateObject();
    if (json_add_integer(body, "of", review->state->concluded->n) ||
        json_add_string(body, "because", "reviewer") ||
        json_add_string(body, "reason", or_empty(reason))) {
        cJSON_Delete(body);
        return err_set_nomem(err);
    }
    return append(review, "reopen", body, err);
}

/* ---- undo, redo ---- */

static int turn(struct review *review, bool undo, struct str *said, struct err *err)
{
    const struct event_log *log = &review->disk.log;
    size_t index = undo ? log->undo_next : log->redo_next;
    if (index > 0 && session_begin(review, err))
        return -1;
    index = undo ? log->undo_next : log->redo_next;
    if (index == 0 && undo && log->sealed)
        return err_set(err, ERR_USAGE, "%s",
                       _("the review is sealed; reopen it to change anything"));
    if (index == 0)
        return err_set(err, ERR_USAGE, "%s",
                       undo ? _("nothing left to undo") : _("nothing to redo"));
    if (said)
        event_summary(review, &log->items[index - 1], said);
    cJSON *body = cJSON_CreateObject();
    if (json_add_integer(body, "of", log->items[index - 1].n)) {
        cJSON_Delete(body);
        return err_set_nomem(err);
    }
    return append(review, undo ? "undo" : "redo", body, err);
}

int review_undo(struct review *review, struct str *said, struct err *err)
{
    return turn(review, true, said, err);
}

int review_redo(struct review *review, struct str *said, struct err *err)
{
    return turn(review, false, said, err);
}
