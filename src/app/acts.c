/* What the reviewer writes: each act asks for what it needs, then goes through
 * review_*. A failed act says why and changes nothing. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "app_private.h"
#include "gouji/base/vec.h"

static struct review *review_of(const struct app *app)
{
    return app->document->review;
}

void acts_changed(struct app *app)
{
    struct err err = {0};
    if (!app->document)
        return;
    if (desk_refresh(&app->desk) < 0) {
        err_set_nomem(&err);
        app_say_err(app, &err);
    }
    app_refresh_panes(app);
    queue_update(app->queue, app->desk.queue_index, app->document->review);
    app->place_due = true;
}

/* After an act: says it, or why not, and takes the model anew. */
bool acts_finish(struct app *app, int status, const struct err *err, const char *said)
{
    if (status < 0) {
        app->act_failed = err->kind == ERR_IO || err->kind == ERR_FULL || err->kind == ERR_NOMEM;
        app_say_err(app, err);
        if (err->kind == ERR_FULL)
            desk_say(&app->desk, TONE_ERROR, "%s",
                     _("Nothing was written, the disk is full; make room, then do it again"));
        return false;
    }
    app->document->acted = true;
    desk_say(&app->desk, TONE_OK, "%s", said);
    acts_changed(app);
    return true;
}

/* ---- drafts ---- */

static void new_draft_id(char id[64])
{
    uint16_t r[8] = {0};
    if (getrandom(r, sizeof r, 0) != (ssize_t)sizeof r)
        return;
    snprintf(id, 64, "urn:uuid:%04x%04x-%04x-4%03x-%04x-%04x%04x%04x", r[0], r[1], r[2],
             r[3] & 0xfffU, (r[4] & 0x3fffU) | 0x8000U, r[5], r[6], r[7]);
}

static bool same_place(const struct target *a, const struct target *b)
{
    bool same_cell = a->cell && b->cell ? strcmp(a->cell, b->cell) == 0 : a->cell == b->cell;
    return same_cell && a->finding == b->finding && a->span.start == b->span.start &&
           a->span.end == b->span.end;
}

static const struct draft *find_draft(const struct app *app, const char *of)
{
    const struct draft *drafts = NULL;
    size_t n = review_drafts(review_of(app), &drafts);
    for (size_t i = 0; i < n; i++)
        if (strcmp(drafts[i].of, of) == 0 && same_place(&drafts[i].target, &app->pending.target))
            return &drafts[i];
    return NULL;
}

static struct unkept *find_unkept(const struct app *app, const char *of)
{
    for (size_t i = 0; i < app->nunkept; i++)
        if (app->unkept[i].document == app->document && strcmp(app->unkept[i].of, of) == 0 &&
            same_place(&app->unkept[i].target, &app->pending.target))
            return &app->unkept[i];
    return NULL;
}

static void drop_unkept(struct app *app, struct unkept *unkept)
{
    if (!unkept)
        return;
    free(unkept->text);
    *unkept = app->unkept[--app->nunkept];
}

void acts_drop_unkept(struct app *app, const char *of)
{
    drop_unkept(app, find_unkept(app, of));
}

void acts_release_unkept(struct app *app)
{
    while (app->nunkept > 0)
        drop_unkept(app, app->unkept);
    free(app->unkept);
}

bool acts_keep_in_memory(struct app *app, const char *of, const char *text)
{
    char *copy = strdup(text);
    drop_unkept(app, find_unkept(app, of));
    if (!copy || vec_room(&app->unkept, &app->unkept_capacity, app->nunkept,
                          sizeof *app->unkept) < 0) {
        free(copy);
        return false;
    }
    app->unkept[app->nunkept++] = (struct unkept){app->document, of, app->pending.target, copy};
    app->document->acted = true;
    return true;
}

bool acts_keep_draft(struct app *app)
{
    struct prompt *prompt = &app->prompt;
    struct err err = {0};
    if (!prompt->open || !prompt->drafts || !app->document || !app->reviewer[0])
        return false;
    if (!prompt->draft_dirty && !find_unkept(app, prompt->drafts))
        return find_draft(app, prompt->drafts) != NULL;
    prompt->draft_dirty = false;
    if (!prompt->draft_id[0])
        new_draft_id(prompt->draft_id);
    const char *text = lineedit_text(prompt->edit);
    if (review_draft(review_of(app), prompt->draft_id, prompt->drafts, app->pending.target, text,
                     &err) == 0) {
        drop_unkept(app, find_unkept(app, prompt->drafts));
        app->document->acted = true;
        return true;
    }
    app_say_err(app, &err);
    bool kept = err.kind != ERR_READONLY && acts_keep_in_memory(app, prompt->drafts, text);
    if (kept && err.kind == ERR_FULL)
        desk_say(&app->desk, TONE_ERROR, "%s",
                 _("The disk is full: the draft is kept in memory only; make room"));
    return kept;
}

/* Ends the draft of a text that became something else than its draft's kind. */
static void drop_draft(struct app *app, const char *of)
{
    const struct draft *draft = find_draft(app, of);
    char id[80];
    if (!draft)
        return;
    snprintf(id, sizeof id, "%s", draft->id);
    review_draft(review_of(app), id, of, app->pending.target, "", NULL);
}

static void open_drafted(struct app *app, struct prompt_spec spec)
{
    const struct draft *draft = find_draft(app, spec.drafts);
    struct unkept *unkept = spec.text ? NULL : find_unkept(app, spec.drafts);
    const char *found = unkept ? unkept->text : draft ? draft->text : NULL;
    char *text = found && !spec.text ? strdup(found) : NULL;
    char id[64];
    snprintf(id, sizeof id, "%s", draft ? draft->id : "");
    if (text)
        spec.text = text;
    if (prompt_open(app, &spec) == 0) {
        memcpy(app->prompt.draft_id, id, sizeof id);
        app->prompt.draft_dirty = unkept != NULL; /* the disk may take it now */
    }
    free(text);
}

/* ---- the reviewer's name ---- */

static void named(struct app *app, const char *text)
{
    struct err err = {0};
    char *argument = app->pending.argument;
    app->pending.argument = NULL;
    for (size_t i = 0; i < app->ndocuments; i++)
        if (review_set_reviewer(app->documents[i]->review, text, &err) < 0) {
            app_say_err(app, &err);
            free(argument);
            return;
        }
    snprintf(app->reviewer, sizeof app->reviewer, "%s", text);
    acts_changed(app);
    if (app->pending.action != ACTION_NOTHING && text[0])
        app_do(app, app->pending.action, app->pending.count, argument);
    app->act_failed = false; /* the name was taken: it need not be asked again */
    free(argument);
}

void acts_ask_reviewer(struct app *app, enum action action, int count, const char *argument)
{
    const char *login = getenv("USER");
    struct prompt_spec spec = {.label = _("Who is reviewing? The name goes into the verdict file"),
                               .text = app->reviewer[0] ? app->reviewer : login,
                               .done = named,
                               .history = HISTORY_NONE};
    free(app->pending.argument);
    app->pending.action = action;
    app->pending.count = count;
    app->pending.argument = argument ? strdup(argument) : NULL;
    prompt_open(app, &spec);
}

/* ---- deciding ---- */

static bool is_head(const struct app *app, size_t item)
{
    const struct entry *entries = NULL;
    size_t n = review_entries(review_of(app), &entries);
    for (size_t i = 0; i < n; i++)
        if (entries[i].item == item)
            return entries[i].depth == 0;
    return false;
}

static void advance(struct app *app)
{
    struct pane *findings = app->panes[PANE_FINDINGS];
    if (app->config.autoadvance)
        findings->ops->act(findings, ACTION_NEXT_UNRESOLVED, 0, NULL);
}

static void finding_name(const struct finding *finding, char *out, size_t n)
{
    snprintf(out, n, "%s%s%s", finding->rule->id, finding->instance[0] ? " " : "",
             finding->instance);
}

/* Confirming a cause whose culprit is known says so, and what should stand there. */
static int decide_or_accept(struct app *app, size_t item, enum verdict verdict, const char *reason,
                            struct str *said, struct err *err)
{
    const struct finding *finding = &desk_findings(&app->desk)->items[item];
    size_t index;
    if (verdict != VERDICT_CONFIRMED || !is_head(app, item) ||
        !desk_proposal(&app->desk, finding, &index))
        return review_decide(review_of(app), item, is_head(app, item), verdict, reason, err);
    str_format(said, "  %s: %s", _("proposed"),
               desk_lang_text(&app->desk, finding->culprit->repairs[index].text));
    return review_accept(review_of(app), item, index, err);
}

static void decide(struct app *app, size_t item, enum verdict verdict, const char *reason)
{
    struct err err = {0};
    const struct finding *finding = &desk_findings(&app->desk)->items[item];
    struct str said = STR_INIT;
    char name[120];
    finding_name(finding, name, sizeof name);
    str_format(&said, "%s: %s", name, desk_verdict_text(verdict));
    int status = decide_or_accept(app, item, verdict, reason, &said, &err);
    if (status == 0) {
        char *copy = strdup(reason);
        free(app->last.reason);
        app->last.reason = copy;
        app->last.verdict = copy ? verdict : VERDICT_NONE;
        advance(app);
    }
    acts_finish(app, status, &err, str_text(&said));
    str_release(&said);
}

static void reasoned(struct app *app, const char *text)
{
    if (!text[0]) {
        desk_say(&app->desk, TONE_ERROR, _("This verdict needs a reason; nothing was decided"));
        return;
    }
    drop_draft(app, "reason");
    decide(app, app->pending.item, app->pending.verdict, text);
}

static void ask_reason(struct app *app, size_t item, enum verdict verdict)
{
    const struct finding *finding = &desk_findings(&app->desk)->items[item];
    char label[240], name[120];
    finding_name(finding, name, sizeof name);
    int n = snprintf(label, sizeof label, "%s  ", name);
    snprintf(label + n, sizeof label - (size_t)n, _("Reason for \"%s\" (a digit takes a ready one)"),
             desk_verdict_text(verdict));
    app->pending.item = item;
    app->pending.verdict = verdict;
    app->pending.target = (struct target){(int)item, NULL, {0, 0}};
    open_drafted(app, (struct prompt_spec){.label = label, .done = reasoned, .drafts = "reason",
                                           .history = HISTORY_NONE});
    int nready = 0;
    for (size_t i = 0; i < app->config.nreasons && nready < 9; i++)
        if (app->config.reasons[i].verdict == verdict)
            str_format(&app->prompt.hints, "%d %s\n", ++nready, app->config.reasons[i].text);
}

static unsigned decide_here(struct app *app, enum verdict verdict, const char *reason)
{
    if (!desk_finding(&app->desk)) {
        desk_say(&app->desk, TONE_PLAIN, _("Choose a finding first"));
        return REACT_REDRAW;
    }
    size_t item = (size_t)app->desk.here.item;
    if (verdict_needs_reason(verdict) && !(reason && reason[0]))
        ask_reason(app, item, verdict);
    else
        decide(app, item, verdict, reason ? reason : "");
    return REACT_REDRAW;
}

static unsigned repeat(struct app *app)
{
    if (app->last.verdict == VERDICT_NONE) {
        desk_say(&app->desk, TONE_PLAIN, _("Nothing was decided yet"));
        return REACT_REDRAW;
    }
    char *reason = strdup(app->last.reason);
    if (reason)
        decide_here(app, app->last.verdict, reason);
    free(reason);
    return REACT_REDRAW;
}

/* ---- notes and problems ---- */

static bool target_here(struct app *app, struct target *target)
{
    const struct pane *pane = app->panes[app->focus];
    *target = (struct target)TARGET_REPORT;
    return !pane->ops->target || pane->ops->target(pane, target);
}

static void target_label(const struct app *app, const char *what, char *out, size_t n)
{
    const struct target *target = &app->pending.target;
    const struct report *report = desk_report(&app->desk);
    char name[CELL_NAME_NBYTES];
    if (target->finding >= 0)
        finding_name(&desk_findings(&app->desk)->items[target->finding], name, sizeof name);
    else if (target->cell)
        app_cell_name(app, target->cell, name);
    if (target->finding >= 0 || target->cell)
        snprintf(out, n, "%s: %s", what, name);
    else if (!span_empty(target->span))
        snprintf(out, n, "%s: %s %zu", what, _("line"),
                 report_line_at(report, target->span.start) + 1);
    else
        snprintf(out, n, "%s: %s", what, _("whole report"));
}

static void noted(struct app *app, const char *text)
{
    struct err err = {0};
    int status = app->pending.id[0]
                     ? review_edit_note(review_of(app), app->pending.id, text, &err)
                     : review_annotate(review_of(app), app->pending.target, text, &err);
    acts_finish(app, status, &err, text[0] ? _("Note kept") : _("Note withdrawn"));
}

static void ask_note(struct app *app, const char *text)
{
    char label[320], place[200];
    target_label(app, _("Note"), place, sizeof place);
    snprintf(label, sizeof label, "%s  (%s %s, %s %s)", place,
             keymap_keys(app->keymap, IN_EDITOR, ACTION_ACCEPT), _("done"), "Esc",
             _("keeps a draft"));
    open_drafted(app, (struct prompt_spec){.label = label, .text = text, .done = noted,
                                           .multiline = true, .drafts = "note",
                                           .history = HISTORY_NONE});
}

static unsigned annotate(struct app *app, const char *argument)
{
    app->pending.id[0] = '\0';
    if (!target_here(app, &app->pending.target))
        return REACT_REDRAW;
    if (argument)
        noted(app, argument);
    else
        ask_note(app, NULL);
    return REACT_REDRAW;
}

/* The problem's text waits for its basis: it is kept as a draft meanwhile. */
static void keep_problem_draft(struct app *app, const char *text)
{
    const struct draft *draft = find_draft(app, "add");
    char id[80] = "";
    if (draft)
        snprintf(id, sizeof id, "%s", draft->id);
    else
        new_draft_id(id);
    if (!draft || strcmp(draft->text, text) != 0)
        review_draft(review_of(app), id, "add", app->pending.target, text, NULL);
}

static void problem_based(struct app *app, const char *basis)
{
    struct err err = {0};
    struct pending *pending = &app->pending;
    int status = pending->id[0]
                     ? review_edit_problem(review_of(app), pending->id, pending->level,
                                           pending->text, basis, &err)
                     : review_add_problem(review_of(app), pending->target, pending->level,
                                          pending->text, basis, &err);
    acts_finish(app, status, &err, pending->text[0] ? _("Problem kept") : _("Problem withdrawn"));
}

/* "w text" or "i text" makes it a warning or a note. */
static const char *take_level(const char *text, enum severity *level)
{
    *level = SEVERITY_ERROR;
    if (!text[0] || text[1] != ' ' || !strchr("eEwWiI", text[0]))
        return text;
    *level = strchr("wW", text[0]) ? SEVERITY_WARNING
             : strchr("iI", text[0]) ? SEVERITY_INFO : SEVERITY_ERROR;
    return text + 2;
}

static void problem_told(struct app *app, const char *text)
{
    char *copy = strdup(take_level(text, &app->pending.level));
    if (!copy)
        return;
    if (copy[0] && !app->pending.id[0])
        keep_problem_draft(app, text);
    free(app->pending.text);
    app->pending.text = copy;
    if (!copy[0]) {
        if (app->pending.id[0])
            problem_based(app, "");
        return;
    }
    struct prompt_spec spec = {.label = _("Its basis: article or document (may stay empty)"),
                               .done = problem_based, .history = HISTORY_NONE};
    prompt_open(app, &spec);
}

static void ask_problem(struct app *app, const char *text)
{
    char label[320], place[200];
    target_label(app, _("Problem"), place, sizeof place);
    snprintf(label, sizeof label, "%s  (%s)", place,
             _("an error; begin with \"w \" for a warning, \"i \" for a note"));
    open_drafted(app, (struct prompt_spec){.label = label, .text = text, .done = problem_told,
                                           .drafts = "add", .history = HISTORY_NONE});
}

static unsigned add_problem(struct app *app, const char *argument)
{
    app->pending.id[0] = '\0';
    if (!target_here(app, &app->pending.target))
        return REACT_REDRAW;
    if (argument)
        problem_told(app, argument);
    else
        ask_problem(app, NULL);
    return REACT_REDRAW;
}

static void edit_note(struct app *app, size_t index)
{
    const struct note *notes = NULL;
    review_notes(review_of(app), &notes);
    snprintf(app->pending.id, sizeof app->pending.id, "%s", notes[index].id);
    ask_note(app, notes[index].text);
    app->prompt.drafts = NULL;
}

static void edit_problem(struct app *app, size_t index)
{
    static const char *const letters[] = {"i ", "w ", ""};
    const struct problem *problems = NULL;
    struct str text = STR_INIT;
    review_problems(review_of(app), &problems);
    snprintf(app->pending.id, sizeof app->pending.id, "%s", problems[index].id);
    str_format(&text, "%s%s", letters[problems[index].level], problems[index].text);
    ask_problem(app, str_text(&text));
    app->prompt.drafts = NULL;
    str_release(&text);
}

unsigned acts_edit_remark(struct app *app)
{
    size_t index;
    const struct draft *drafts = NULL;
    enum remark remark = notes_pane_remark(app->panes[PANE_NOTES], &index);
    target_here(app, &app->pending.target);
    app->pending.id[0] = '\0';
    if (remark == REMARK_NOTE)
        edit_note(app, index);
    else if (remark == REMARK_PROBLEM)
        edit_problem(app, index);
    else if (remark == REMARK_DRAFT && review_drafts(review_of(app), &drafts) > index) {
        if (strcmp(drafts[index].of, "add") == 0)
            ask_problem(app, NULL);
        else if (strcmp(drafts[index].of, "reason") == 0)
            desk_say(&app->desk, TONE_PLAIN, _("The reason is taken up when you decide"));
        else
            ask_note(app, NULL);
    }
    return REACT_REDRAW;
}

/* ---- concluding ---- */

static void conclude(struct app *app, enum conclusion status, const char *note, bool asked)
{
    struct err err = {0};
    int done = review_conclude(review_of(app), status, note, asked, &err);
    if (acts_finish(app, done, &err, desk_conclusion_text(status)))
        documents_save(app, app->document);
}

static void pass_confirmed(struct app *app, const char *text)
{
    if (strcmp(text, "yes") == 0 || strcmp(text, "YES") == 0 || strcmp(text, "是") == 0)
        conclude(app, CONCLUSION_PASSED, app->pending.text ? app->pending.text : "", true);
    else
        desk_say(&app->desk, TONE_PLAIN, _("Not concluded"));
}

/* Errors of the report that "passed" would contradict: open, confirmed and added ones. */
static size_t errors_against_passing(const struct app *app)
{
    const struct review *review = review_of(app);
    const struct findings *findings = review_findings(review);
    const struct problem *problems = NULL;
    size_t n = review_count(review).open_errors;
    for (size_t i = 0; i < findings->nitems; i++)
        n += findings->items[i].outcome == OUTCOME_FAIL &&
             findings->items[i].severity == SEVERITY_ERROR &&
             review_decision(review, i).verdict == VERDICT_CONFIRMED &&
             !review_decision(review, i).stale;
    size_t nproblems = review_problems(review, &problems);
    for (size_t i = 0; i < nproblems; i++)
        n += problems[i].level == SEVERITY_ERROR;
    return n;
}

static void ask_pass(struct app *app, size_t nopen, const char *note)
{
    char label[160];
    char *copy = strdup(note);
    free(app->pending.text);
    app->pending.text = copy;
    snprintf(label, sizeof label,
             _("%zu errors are open or confirmed. Type yes to pass it all the same"), nopen);
    struct prompt_spec spec = {.label = label, .done = pass_confirmed, .history = HISTORY_NONE};
    prompt_open(app, &spec);
}

/* Whether the text is the word, or the word and a note behind it. */
static bool begins_with(const char *text, const char *word, const char **note)
{
    size_t n = strlen(word);
    if (strncmp(text, word, n) != 0 || (text[n] && text[n] != ' '))
        return false;
    *note = text + n + strspn(text + n, " ");
    return true;
}

/* A digit, a name or the words of the prompt; the longest first, since "passed"
 * begins "passed with notes". */
static enum conclusion take_conclusion(const char *text, const char **note)
{
    static const enum conclusion order[] = {CONCLUSION_PASSED_WITH_NOTES, CONCLUSION_PASSED,
                                            CONCLUSION_RETURNED};
    for (size_t i = 0; i < sizeof order / sizeof *order; i++) {
        char digit[2] = {(char)('1' + order[i] - CONCLUSION_PASSED), '\0'};
        if (begins_with(text, digit, note) || begins_with(text, conclusion_name(order[i]), note) ||
            begins_with(text, desk_conclusion_text(order[i]), note))
            return order[i];
    }
    return CONCLUSION_NONE;
}

static void concluded(struct app *app, const char *text)
{
    const char *note = "";
    enum conclusion status = take_conclusion(text, &note);
    if (status == CONCLUSION_NONE) {
        desk_say(&app->desk, TONE_ERROR, _("Not concluded: 1, 2, 3 or a conclusion's name"));
        return;
    }
    size_t nopen = errors_against_passing(app);
    if (status == CONCLUSION_PASSED && nopen > 0)
        ask_pass(app, nopen, note);
    else
        conclude(app, status, note, false);
}

static unsigned ask_conclusion(struct app *app, const char *argument)
{
    if (argument) {
        concluded(app, argument);
        return REACT_REDRAW;
    }
    struct prompt_spec spec = {.label = _("Conclude: a digit, then a note if you like"),
                               .done = concluded, .history = HISTORY_NONE};
    prompt_open(app, &spec);
    for (int i = CONCLUSION_PASSED; i <= CONCLUSION_RETURNED; i++)
        str_format(&app->prompt.hints, "%d %s\n", i, desk_conclusion_text((enum conclusion)i));
    return REACT_REDRAW;
}

static void reopened(struct app *app, const char *reason)
{
    struct err err = {0};
    acts_finish(app, review_reopen(review_of(app), reason, &err), &err, _("Reopened"));
}

static unsigned reopen(struct app *app, const char *argument)
{
    struct prompt_spec spec = {.label = _("Why is it reopened?"), .done = reopened,
                               .history = HISTORY_NONE};
    if (argument)
        reopened(app, argument);
    else
        prompt_open(app, &spec);
    return REACT_REDRAW;
}

static unsigned set_mark(struct app *app, const char *argument)
{
    struct err err = {0};
    struct target target;
    struct str said = STR_INIT;
    if (!argument || !target_here(app, &target))
        return REACT_REDRAW;
    str_format(&said, _("Mark %c set"), argument[0]);
    acts_finish(app, review_mark(review_of(app), argument[0], target, &err), &err, str_text(&said));
    str_release(&said);
    return REACT_REDRAW;
}

unsigned acts_do(struct app *app, enum action action, int count, const char *argument)
{
    (void)count;
    switch ((int)action) {
    case ACTION_CONFIRM: return decide_here(app, VERDICT_CONFIRMED, NULL);
    case ACTION_MISREAD: return decide_here(app, VERDICT_MISREAD, argument);
    case ACTION_EXPLAINED: return decide_here(app, VERDICT_EXPLAINED, argument);
    case ACTION_NOT_AN_ERROR: return decide_here(app, VERDICT_NOT_AN_ERROR, argument);
    case ACTION_LATER: return decide_here(app, VERDICT_LATER, NULL);
    case ACTION_CANNOT_TELL: return decide_here(app, VERDICT_CANNOT_TELL, NULL);
    case ACTION_REPEAT: return repeat(app);
    case ACTION_ANNOTATE: return annotate(app, argument);
    case ACTION_ADD_PROBLEM: return add_problem(app, argument);
    case ACTION_CORRECT: return correct_cell(app, argument);
    case ACTION_PLACE_ROW: return correct_row(app, argument);
    case ACTION_CONCLUDE: return ask_conclusion(app, argument);
    case ACTION_REOPEN: return reopen(app, argument);
    case ACTION_MARK: return set_mark(app, argument);
    default: return REACT_UNHANDLED;
    }
}
