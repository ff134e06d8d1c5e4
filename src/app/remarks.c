/* Notes and problems: asked for, kept as drafts while one types, written. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"

static struct review *review_of(const struct app *app)
{
    return app->document->review;
}

static void target_label(const struct app *app, const char *what, char *out, size_t n)
{
    const struct target *target = &app->pending.target;
    const struct report *report = desk_report(&app->desk);
    char name[CELL_NAME_NBYTES];
    if (target->finding >= 0)
        acts_finding_name(&desk_findings(&app->desk)->items[target->finding], name, sizeof name);
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
    drafts_open(app, (struct prompt_spec){.label = label,
                                          .text = text,
                                          .done = noted,
                                          .multiline = true,
                                          .drafts = "note",
                                          .history = HISTORY_NOTE});
}

unsigned remarks_annotate(struct app *app, const char *argument)
{
    app->pending.id[0] = '\0';
    if (!acts_target(app, &app->pending.target))
        return REACT_REDRAW;
    if (argument)
        noted(app, argument);
    else
        ask_note(app, NULL);
    return REACT_REDRAW;
}

static void problem_based(struct app *app, const char *basis)
{
    struct err err = {0};
    struct pending *pending = &app->pending;
    int status = pending->id[0] ? review_edit_problem(review_of(app), pending->id, pending->level,
                                                      pending->text, basis, &err)
                                : review_add_problem(review_of(app), pending->target,
                                                     pending->level, pending->text, basis, &err);
    acts_finish(app, status, &err, pending->text[0] ? _("Problem kept") : _("Problem withdrawn"));
}

/* "w text" or "i text" makes it a warning or a note. */
static const char *take_level(const char *text, enum severity *level)
{
    *level = SEVERITY_ERROR;
    if (!text[0] || text[1] != ' ' || !strchr("eEwWiI", text[0]))
        return text;
    *level = strchr("wW", text[0])   ? SEVERITY_WARNING
             : strchr("iI", text[0]) ? SEVERITY_INFO
                                     : SEVERITY_ERROR;
    return text + 2;
}

static void problem_told(struct app *app, const char *text)
{
    char *copy = strdup(take_level(text, &app->pending.level));
    if (!copy)
        return;
    if (copy[0] && !app->pending.id[0])
        drafts_write(app, "add", text);
    free(app->pending.text);
    app->pending.text = copy;
    if (!copy[0]) {
        if (app->pending.id[0])
            problem_based(app, "");
        return;
    }
    struct prompt_spec spec = {.label = _("Its basis: article or document (may stay empty)"),
                               .done = problem_based,
                               .history = HISTORY_NONE};
    prompt_open(app, &spec);
}

static void ask_problem(struct app *app, const char *text)
{
    char label[320], place[200];
    target_label(app, _("Problem"), place, sizeof place);
    snprintf(label, sizeof label, "%s  (%s)", place,
             _("an error; begin with \"w \" for a warning, \"i \" for a note"));
    drafts_open(app, (struct prompt_spec){.label = label,
                                          .text = text,
                                          .done = problem_told,
                                          .drafts = "add",
                                          .history = HISTORY_PROBLEM});
}

unsigned remarks_add_problem(struct app *app, const char *argument)
{
    app->pending.id[0] = '\0';
    if (!acts_target(app, &app->pending.target))
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

unsigned remarks_edit(struct app *app)
{
    size_t index;
    const struct draft *drafts = NULL;
    bool is_concluded = review_conclusion(review_of(app)).status != CONCLUSION_NONE;
    enum remark remark = notes_pane_remark(app->panes[PANE_NOTES], &index);
    acts_target(app, &app->pending.target);
    app->pending.id[0] = '\0';
    if (remark == REMARK_NOTE)
        edit_note(app, index);
    else if (remark == REMARK_PROBLEM && is_concluded)
        conclude_ask_reopen(app, ACTION_FOLLOW, 0, NULL);
    else if (remark == REMARK_PROBLEM)
        edit_problem(app, index);
    else if (remark == REMARK_DRAFT && review_drafts(review_of(app), &drafts) > index) {
        if (strcmp(drafts[index].of, "add") == 0)
            ask_problem(app, NULL);
        else if (strcmp(drafts[index].of, "reason") == 0)
            desk_say(&app->desk, TONE_PLAIN, _("The reason is taken up when you decide: %s"),
                     desk_verdict_text(drafts[index].verdict));
        else
            ask_note(app, NULL);
    }
    return REACT_REDRAW;
}
