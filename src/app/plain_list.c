/* What --plain prints: the queue, findings, text and panes as lines. */
#include <stdlib.h>
#include <string.h>

#include "plain.h"

#include "gouji/base/path.h"
#include "gouji/review/filter.h"
#include "gouji/text/sanitise.h"

enum { PANE_ROWS = 3000, PANE_COLS = 110 };

static void say(const struct plain *plain, const char *text)
{
    fprintf(plain->out, "%s\n", text);
}

static bool is_open(const struct plain *plain)
{
    if (!plain->app->document)
        say(plain, _("No report is open: open NUMBER"));
    return plain->app->document != NULL;
}

/* ---- the queue ---- */

static void add_report(const struct app *app, const struct queue_item *item, size_t number,
                       struct str *out)
{
    static const char *const states[] = {N_("not read yet"), N_("new"), N_("in review"),
                                         N_("concluded"), N_("unreadable")};
    str_format(out, "%zu ", number);
    sanitise_append(out, slice_of(path_name(item->path)), 0);
    str_format(out, ": %s",
               item->state == QUEUE_CONCLUDED ? desk_conclusion_text(item->conclusion)
                                              : _(states[item->state]));
    if (item->trouble)
        str_format(out, ", %s", item->trouble);
    else if (item->state != QUEUE_UNREAD)
        str_format(out, _(", %zu errors, %zu warnings, %zu undecidable, decided %zu of %zu"),
                   item->errors, item->warnings, item->undecided, item->decided, item->entries);
    if (item->reviewer && strcmp(item->reviewer, app->reviewer) != 0) {
        str_add(out, _(", "));
        str_format(out, _("reviewed by %s"), item->reviewer);
    }
    str_byte(out, '\n');
}

void plain_queue(struct plain *plain, const char *argument)
{
    struct queue *queue = plain->app->queue;
    struct str out = STR_INIT;
    (void)argument;
    while (queue_read_next(queue))
        continue;
    documents_find_index(plain->app);
    pairing_meet(plain->app);
    for (size_t i = 0; i < queue_count(queue); i++)
        add_report(plain->app, queue_at(queue, i), i + 1, &out);
    plain_print(plain, &out);
    str_release(&out);
}

static bool find_report(const struct queue *queue, const char *word, size_t *index)
{
    char *end;
    unsigned long number = word[0] == '0' ? 0 : strtoul(word, &end, 10);
    *index = number - 1;
    if (number >= 1 && *end == '\0')
        return number <= queue_count(queue);
    for (*index = 0; word[0] && *index < queue_count(queue); ++*index)
        if (strstr(queue_at(queue, *index)->path, word))
            return true;
    return false;
}

void plain_open(struct plain *plain, const char *argument)
{
    size_t index;
    if (!find_report(plain->app->queue, argument, &index))
        say(plain, _("No such report; queue lists them"));
    else if (documents_open(plain->app, index) == 0)
        plain_status(plain, "");
}

void plain_status(struct plain *plain, const char *argument)
{
    struct str out = STR_INIT;
    (void)argument;
    if (!is_open(plain))
        return;
    const struct app *app = plain->app;
    const struct review *review = app->document->review;
    struct review_counts counts = review_count(review);
    struct conclusion_state conclusion = review_conclusion(review);
    add_report(app, queue_at(app->queue, app->desk.queue_index), app->desk.queue_index + 1, &out);
    str_format(&out, _("Decided %zu of %zu. Conclusion: %s. Reviewer: %s. %s\n"), counts.decided,
               counts.entries,
               conclusion.status == CONCLUSION_NONE ? _("none")
                                                    : desk_conclusion_text(conclusion.status),
               app->reviewer[0] ? app->reviewer : _("(no name yet)"),
               review_save_trouble(review)  ? _("NOT saved")
               : review_is_readonly(review) ? _("READ ONLY")
               : review_is_dirty(review)    ? _("All acts are in the journal.")
                                            : _("Everything is saved."));
    plain_print(plain, &out);
    str_release(&out);
}

/* ---- findings: those of the checks, then the reviewer's own problems ---- */

static void add_verdict(const struct decision *decision, struct str *out)
{
    str_format(out, "%s%s", desk_verdict_text(decision->verdict),
               decision->stale ? _(", needs another look") : "");
    if (decision->reason && decision->reason[0])
        str_format(out, " (%s)", decision->reason);
}

static void add_finding(const struct app *app, size_t item, size_t number, int depth,
                        struct str *out)
{
    const struct finding *finding = &desk_findings(&app->desk)->items[item];
    struct decision decision = review_decision(app->document->review, item);
    bool failed = finding->outcome == OUTCOME_FAIL;
    str_format(out, "%zu %s%c %s %s [", number, depth ? "- " : "",
               failed ? desk_severity_letter(finding->severity) : 'U', finding->rule->id,
               finding->instance);
    add_verdict(&decision, out);
    str_format(out, "] %s\n", desk_lang_text(&app->desk, finding->message));
}

static void add_problem(const struct problem *problem, size_t number, struct str *out)
{
    str_format(out, "%zu * %c %s\n", number, desk_severity_letter(problem->level), problem->text);
}

/* The n-th of the list, from 0, into *item or *problem (the other -1). */
static bool nth(const struct app *app, size_t n, int *item, int *problem)
{
    const struct entry *entries = NULL;
    const struct problem *problems = NULL;
    size_t nentries = review_entries(app->document->review, &entries);
    size_t nproblems = review_problems(app->document->review, &problems);
    *item = n < nentries ? (int)entries[n].item : -1;
    *problem = n < nentries ? -1 : (int)(n - nentries);
    return n < nentries + nproblems;
}

static void list_findings(const struct app *app, const struct filter *filter, bool only_open,
                          struct str *out)
{
    const struct pane *pane = app->panes[PANE_FINDINGS];
    const struct entry *entries = NULL;
    const struct problem *problems = NULL;
    size_t n = review_entries(app->document->review, &entries);
    for (size_t i = 0; i < n; i++)
        if ((!only_open || desk_is_open(&app->desk, entries[i].item)) &&
            findings_pane_match(pane, false, entries[i].item, filter))
            add_finding(app, entries[i].item, i + 1, entries[i].depth, out);
    size_t nproblems = review_problems(app->document->review, &problems);
    for (size_t i = 0; !only_open && i < nproblems; i++)
        if (findings_pane_match(pane, true, i, filter))
            add_problem(&problems[i], n + i + 1, out);
}

void plain_findings(struct plain *plain, const char *argument)
{
    if (!is_open(plain))
        return;
    bool only_open = strcmp(argument, "open") == 0;
    struct err err = {0};
    struct str out = STR_INIT;
    struct filter *filter = filter_parse(only_open ? "" : argument, FILTER_FINDINGS, &err);
    if (filter)
        list_findings(plain->app, filter, only_open, &out);
    else
        str_add(&out, err.text);
    if (out.nbytes == 0)
        str_add(&out, only_open     ? _("Nothing is left open")
                      : argument[0] ? _("No finding passes that filter")
                                    : _("No findings"));
    plain_print(plain, &out);
    str_release(&out);
    filter_free(filter);
}

static void add_at_length(const struct plain *plain, const struct finding *finding, struct str *out)
{
    const struct app *app = plain->app;
    if (finding_sum(finding, app->desk.lang))
        str_format(out, "%s\n", finding_sum(finding, app->desk.lang));
    desk_blame(&app->desk, finding, out);
    if (out->nbytes && out->data[out->nbytes - 1] != '\n')
        str_byte(out, '\n');
    for (size_t i = 0; i < finding->nspans; i++) {
        struct span span = finding->spans[i];
        if (span_empty(span))
            continue;
        str_format(out, _("line %zu: "), report_line_at(app->document->report, span.start) + 1);
        sanitise_append(out, report_slice(app->document->report, span), 0);
        str_byte(out, '\n');
    }
}

void plain_finding(struct plain *plain, const char *argument)
{
    int item, problem;
    if (!is_open(plain))
        return;
    struct app *app = plain->app;
    if (argument[0]) {
        unsigned long number = strtoul(argument, NULL, 10);
        if (number < 1 || !nth(app, number - 1, &item, &problem)) {
            say(plain, _("No such finding; findings lists them"));
            return;
        }
        app_focus(app, PANE_FINDINGS);
        desk_select(&app->desk, item, problem);
        return;
    }
    const struct finding *finding = desk_finding(&app->desk);
    struct str out = STR_INIT;
    plain->place.item = plain->place.problem = -1; /* told again below */
    if (finding)
        add_at_length(plain, finding, &out);
    plain_tell_place(plain);
    plain_print(plain, &out);
    str_release(&out);
}

static void add_line(const struct report *report, size_t line, struct str *out)
{
    uint32_t start = report->lines[line];
    uint32_t stop = line + 1 < report->nlines ? report->lines[line + 1] : report->text_nbytes;
    struct slice text = report_slice(report, (struct span){start, stop});
    while (text.nbytes && strchr("\r\n", text.ptr[text.nbytes - 1]))
        text.nbytes--;
    str_format(out, "%zu ", line + 1);
    sanitise_append(out, text, 0);
    str_byte(out, '\n');
}

static void add_cell(const struct app *app, const char *id, struct str *out)
{
    char name[CELL_NAME_NBYTES];
    app_cell_name(app, id, name);
    str_format(out, "%s  %s = ", id, name);
    app_add_value(app, id, out);
    str_byte(out, '\n');
}

static void add_here(const struct app *app, struct str *out)
{
    const struct desk_place *here = &app->desk.here;
    const struct entry *entries = NULL;
    const struct problem *problems = NULL;
    size_t n = review_entries(app->document->review, &entries);
    size_t nproblems = review_problems(app->document->review, &problems);
    for (size_t i = 0; i < n; i++)
        if ((int)entries[i].item == here->item)
            add_finding(app, entries[i].item, i + 1, entries[i].depth, out);
    if (here->problem >= 0 && (size_t)here->problem < nproblems)
        add_problem(&problems[here->problem], n + (size_t)here->problem + 1, out);
}

/* Moves of the other panes are told where they have the focus: elsewhere they
 * only follow. */
void plain_tell_place(struct plain *plain)
{
    const struct app *app = plain->app;
    const struct desk_place *here = &app->desk.here;
    struct str out = STR_INIT;
    if (!app->document)
        return;
    bool other = plain->document != app->document;
    if (other || plain->place.item != here->item || plain->place.problem != here->problem)
        add_here(app, &out);
    if (!other && app->focus == PANE_TEXT && plain->place.offset != here->offset)
        add_line(app->document->report, report_line_at(app->document->report, here->offset), &out);
    if (!other && app->focus == PANE_TABLES && here->cell[0] &&
        strcmp(plain->place.cell, here->cell) != 0)
        add_cell(app, here->cell, &out);
    plain->document = app->document;
    plain->place = *here;
    if (out.nbytes)
        plain_print(plain, &out);
    str_release(&out);
}

/* ---- the report ---- */

void plain_text(struct plain *plain, const char *argument)
{
    if (!is_open(plain))
        return;
    const struct report *report = plain->app->document->report;
    char *end;
    size_t from = strtoul(argument, &end, 10), to = strtoul(end, NULL, 10);
    to = to ? to : from ? from : report->nlines;
    struct str out = STR_INIT;
    for (size_t line = from ? from - 1 : 0; line < to && line < report->nlines; line++)
        add_line(report, line, &out);
    if (out.nbytes == 0)
        str_format(&out, _("The report has %zu lines\n"), report->nlines);
    plain_print(plain, &out);
    str_release(&out);
}

static void print_versions(struct plain *plain)
{
    struct str out = STR_INIT;
    versions_pane_text(plain->app->panes[PANE_VERSIONS], &out);
    plain_print(plain, &out);
    str_release(&out);
}

/* Of a pop-up, unless its text begins with it. */
static void print_title(struct plain *plain, const struct pane *pane, const struct grid *grid)
{
    struct str title = STR_INIT, rows = STR_INIT;
    pane->ops->subtitle(pane, &title);
    grid_dump(grid, false, &rows);
    if (strncmp(str_text(&rows), str_text(&title), title.nbytes) != 0)
        plain_print(plain, &title);
    str_release(&rows);
    str_release(&title);
}

void plain_pane(struct plain *plain, enum pane_id id)
{
    if (id == PANE_VERSIONS) {
        print_versions(plain);
        return;
    }
    struct pane *pane = plain->app->panes[id];
    struct grid *grid = grid_new(PANE_ROWS, PANE_COLS);
    struct str out = STR_INIT;
    if (!grid)
        return;
    area_fill(grid_area(grid), STYLE_NORMAL);
    pane->ops->draw(pane, grid_area(grid), false);
    if (!pane->ops->title)
        print_title(plain, pane, grid);
    grid_dump(grid, false, &out);
    while (out.nbytes > 1 && out.data[out.nbytes - 1] == '\n' && out.data[out.nbytes - 2] == '\n')
        out.data[--out.nbytes] = '\0';
    plain_print(plain, &out);
    str_release(&out);
    grid_free(grid);
}

static void print_pane(struct plain *plain, enum pane_id id)
{
    if (is_open(plain))
        plain_pane(plain, id);
}

void plain_tables(struct plain *plain, const char *argument)
{
    (void)argument;
    print_pane(plain, PANE_TABLES);
}

void plain_notes(struct plain *plain, const char *argument)
{
    (void)argument;
    print_pane(plain, PANE_NOTES);
}

void plain_outline(struct plain *plain, const char *argument)
{
    (void)argument;
    print_pane(plain, PANE_OUTLINE);
}

void plain_log(struct plain *plain, const char *argument)
{
    (void)argument;
    print_pane(plain, PANE_LOG);
}

void plain_cell(struct plain *plain, const char *argument)
{
    if (!is_open(plain))
        return;
    struct app *app = plain->app;
    if (!report_cell(app->document->report, argument)) {
        say(plain, _("No such cell; the tables' cells are named T3.row.column"));
        return;
    }
    app_focus(app, PANE_TABLES);
    desk_show_cell(&app->desk, argument);
    app_compose(app);
    explain_cell(app);
}
