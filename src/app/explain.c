/* Pop-ups: a cell in full, sums written out, a rule explained. */
#include <string.h>

#include "app_private.h"
#include "gouji/base/arena.h"

/* What the note under the cursor of the notes is about; elsewhere the finding looked at. */
static struct target place_here(const struct app *app)
{
    const struct pane *notes = app->panes[PANE_NOTES];
    struct target target = TARGET_REPORT;
    size_t index;
    if (app->focus == PANE_NOTES && notes_pane_remark(notes, &index) != REMARK_NONE)
        notes->ops->target(notes, &target);
    else
        target.finding = app->desk.here.item;
    return target;
}

static const struct cell *cell_here(struct app *app)
{
    if (app->focus == PANE_TABLES)
        return tables_pane_cell(app->panes[PANE_TABLES]);
    const char *id = place_here(app).cell;
    return id ? report_cell(desk_report(&app->desk), id) : NULL;
}

static bool concerns(struct app *app, const struct finding *finding, size_t index)
{
    const struct cell *cell = cell_here(app);
    return cell ? finding_touches_cell(finding, cell->id) : (int)index == place_here(app).finding;
}

/* All that would explain it, the likeliest first, the one looked at marked. */
static void add_explanations(struct app *app, const struct finding *finding, struct str *out)
{
    const struct culprit *culprit = finding->culprit;
    if (!culprit)
        return;
    str_format(out, "%s\n", desk_lang_text(&app->desk, culprit->line));
    for (size_t i = 0; culprit->nfound > 1 && i < culprit->nrepairs; i++)
        str_format(out, "%s %zu. %s\n",
                   &culprit->repairs[i] == desk_explanation(&app->desk, finding) ? ">" : " ", i + 1,
                   desk_lang_text(&app->desk, culprit->repairs[i].text));
    const char *evidence = desk_lang_text(&app->desk, culprit->evidence);
    str_format(out, "%s%s", evidence, evidence[0] ? "\n" : "");
}

static void add_sum(struct app *app, const struct finding *finding, struct str *out)
{
    str_format(out, "%s %s  %s\n%s\n", finding->rule->id, finding->instance,
               _(outcome_name(finding->outcome)), desk_lang_text(&app->desk, finding->message));
    if (finding_sum(finding, app->desk.lang))
        str_format(out, "%s\n", finding_sum(finding, app->desk.lang));
    add_explanations(app, finding, out);
    str_byte(out, '\n');
}

static void add_rule(struct app *app, const struct rule *rule, struct str *out)
{
    rule_explain(rule, app->desk.lang, out);
    str_byte(out, '\n');
}

/* The balances of a cell that hold, or that a finding of another kind covers. */
static void add_uses(struct app *app, const char *cell, struct str *out)
{
    const struct use *uses = NULL;
    struct arena *arena = arena_new();
    size_t n = arena ? review_uses(app->document->review, arena, cell, &uses) : 0;
    for (size_t i = 0; i < n; i++)
        if (uses[i].outcome == OUTCOME_PASS)
            str_format(out, "%s %s  %s\n%s\n\n", uses[i].rule->id, uses[i].instance,
                       _(outcome_name(uses[i].outcome)), desk_lang_text(&app->desk, uses[i].sum));
    arena_free(arena);
}

/* Rules once each, however many of their instances concern the cell. */
static void add_rules(struct app *app, const char *cell, struct str *out)
{
    const struct use *uses = NULL;
    const struct rule *last = NULL;
    struct arena *arena = arena_new();
    size_t n = arena ? review_uses(app->document->review, arena, cell, &uses) : 0;
    for (size_t i = 0; i < n; i++) {
        if (uses[i].outcome == OUTCOME_PASS && uses[i].rule != last)
            add_rule(app, uses[i].rule, out);
        last = uses[i].rule;
    }
    arena_free(arena);
}

unsigned explain_do(struct app *app, enum action action)
{
    const struct findings *findings = desk_findings(&app->desk);
    const struct cell *cell = cell_here(app);
    struct str out = STR_INIT;
    for (size_t i = 0; findings && i < findings->nitems; i++) {
        if (!concerns(app, &findings->items[i], i))
            continue;
        if (action == ACTION_SUM)
            add_sum(app, &findings->items[i], &out);
        else
            add_rule(app, findings->items[i].rule, &out);
    }
    if (cell && action == ACTION_SUM)
        add_uses(app, cell->id, &out);
    else if (cell)
        add_rules(app, cell->id, &out);
    if (out.nbytes) {
        app_popup(app, action == ACTION_SUM ? _("The sum") : _("The check"), str_text(&out));
        app->overlay_is_sum = action == ACTION_SUM;
    } else {
        desk_say(&app->desk, TONE_PLAIN,
                 cell ? _("No check uses this cell") : _("Choose a finding first"));
    }
    str_release(&out);
    return REACT_REDRAW;
}

static void choose(struct app *app, int item)
{
    app->desk.here.item = item;
    app->desk.here.problem = -1;
    app->desk.item_wish++;
}

/* On a number of the tables: a finding of its own that has explanations. */
static void choose_by_place(struct app *app)
{
    const struct findings *findings = desk_findings(&app->desk);
    const struct finding *chosen = desk_finding(&app->desk);
    const struct cell *cell = cell_here(app);
    if (!cell && place_here(app).finding != app->desk.here.item)
        choose(app, place_here(app).finding);
    if (!cell || (chosen && chosen->culprit && finding_touches_cell(chosen, cell->id)))
        return;
    for (size_t i = 0; i < findings->nitems; i++) {
        if (!findings->items[i].culprit || !finding_touches_cell(&findings->items[i], cell->id))
            continue;
        choose(app, (int)i);
        return;
    }
}

/* From the sums, too, where the explanations stand; they are written anew. */
unsigned explain_weigh(struct app *app, int steps)
{
    struct str said = STR_INIT;
    bool from_sum = app->overlay == PANE_POPUP && app->overlay_is_sum;
    bool is_elsewhere = !app->document || (app->overlay != PANE_COUNT && !from_sum);
    if (!is_elsewhere)
        choose_by_place(app);
    if (!is_elsewhere && desk_weigh(&app->desk, steps)) {
        desk_blame(&app->desk, desk_finding(&app->desk), &said);
        if (from_sum)
            explain_do(app, ACTION_SUM);
        desk_say(&app->desk, TONE_PLAIN, "%s", str_text(&said));
    } else {
        desk_say(&app->desk, TONE_PLAIN, _("No explanation is known for this finding"));
    }
    str_release(&said);
    return REACT_REDRAW;
}

static void add_notes(struct app *app, const char *cell, struct str *out)
{
    const struct note *notes = NULL;
    size_t n = review_notes(app->document->review, &notes);
    for (size_t i = 0; i < n; i++)
        if (notes[i].target.cell && strcmp(notes[i].target.cell, cell) == 0)
            str_format(out, "\n%s: %s", _("note"), notes[i].text);
}

/* The labels of the row, of the groups it stands in, and of the column. */
static void add_labels(const struct cell *cell, struct str *out)
{
    const struct form_row *rows = cell->block->rows;
    int path[8], n = 0;
    for (int row = cell->row; row >= 0 && n < 8; row = rows[row].parent)
        path[n++] = row;
    str_format(out, "\n%s: ", _("label"));
    while (n-- > 0)
        str_format(out, "%s / ", rows[path[n]].label);
    str_add(out, cell->block->cols[cell->col].label);
}

static const struct label_reading *find_label(const struct report *report, const struct cell *cell)
{
    for (int t = 0; t < TABLE_COUNT; t++)
        for (size_t i = 0; i < report->tables[t].nlabels; i++) {
            const struct label_reading *label = &report->tables[t].labels[i];
            if (report->tables[t].blocks[label->block].form == cell->block &&
                label->row == cell->row)
                return label;
        }
    return NULL;
}

/* The label as the report prints it, and how it was taken for the form's. */
static void add_source(const struct report *report, const struct cell *cell, struct str *out)
{
    static const char *const matches[] = {
        [LABEL_EXACT] = N_("as in the form"),
        [LABEL_VARIANT] = N_("a known variant of the form's"),
        [LABEL_FUZZY] = N_("nearly as in the form"),
        [LABEL_KEYWORDS] = N_("told by its key words"),
        [LABEL_BY_ORDER] = N_("lost; the rows around it tell"),
    };
    const struct label_reading *label = find_label(report, cell);
    if (!label)
        return;
    str_format(out, "\n%s: ", _("printed label"));
    str_append(out, report_label_text(report, label));
    str_format(out, " (%s)", _(matches[label->match]));
}

static void explain_local(struct app *app)
{
    struct span span = tables_pane_local(app->panes[PANE_TABLES]);
    struct str out = STR_INIT;
    if (span_empty(span))
        return;
    str_append(&out, report_slice(desk_report(&app->desk), span));
    str_format(&out, "\n\n%s %zu", _("line"),
               report_line_at(desk_report(&app->desk), span.start) + 1);
    app_popup(app, _("The cell in full"), str_text(&out));
    str_release(&out);
}

/* What it is, what is printed there and how that is read. */
static void add_facts(const struct app *app, const struct cell *cell, struct arena *arena,
                      struct str *out)
{
    const struct report *report = desk_report(&app->desk);
    struct seen seen = review_cell(app->document->review, cell->id);
    const char *address = cell_address(arena, cell, app->desk.lang);
    str_format(out, "%s  %s", cell->id, address ? address : "");
    add_labels(cell, out);
    str_format(out, "\n%s: %s", _("state"), desk_state_text(seen.state));
    if (seen.is_reading)
        str_format(out, "  * %s", _("the reviewer's reading"));
    if (!span_empty(cell->span)) {
        str_format(out, "\n%s: ", _("printed"));
        str_append(out, report_slice(report, cell->span));
    }
    add_source(report, cell, out);
    if (seen.is_reading) {
        str_format(out, "\n%s: ", _("read as"));
        app_add_value(app, cell->id, out);
    }
    if (cell->note)
        str_format(out, "\n%s: %s", _("remark"), cell->note);
}

void explain_cell(struct app *app)
{
    const struct cell *cell = tables_pane_cell(app->panes[PANE_TABLES]);
    const struct findings *findings = desk_findings(&app->desk);
    if (!cell)
        explain_local(app);
    struct arena *arena = cell ? arena_new() : NULL;
    struct str out = STR_INIT;
    if (!arena)
        return;
    add_facts(app, cell, arena, &out);
    add_notes(app, cell->id, &out);
    if (!span_empty(cell->span))
        str_format(&out, "\n%s %zu", _("line"),
                   report_line_at(desk_report(&app->desk), cell->span.start) + 1);
    str_add(&out, "\n\n");
    for (size_t i = 0; i < findings->nitems; i++)
        if (finding_touches_cell(&findings->items[i], cell->id))
            add_sum(app, &findings->items[i], &out);
    add_uses(app, cell->id, &out);
    app_popup(app, _("The cell in full"), str_text(&out));
    str_release(&out);
    arena_free(arena);
}
