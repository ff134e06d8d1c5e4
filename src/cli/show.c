#include <string.h>

#include "drawing.h"
#include "format.h"
#include "gouji/check/mask.h"
#include "subject.h"

/* `gouji show`: the tables as they were read, in the form's order. */

/* What the signs in a table say; the legend explains those that occur. */
enum sign {
    SIGN_BLANK,
    SIGN_ABSENT,
    SIGN_UNPLACED,
    SIGN_MARK,
    SIGN_TEXT,
    SIGN_FAILED,
    SIGN_READING,
    SIGN_ORDER,
    SIGN_COUNT
};

struct sign_spec {
    const char *sign, *ascii;
    const char *meaning;
};

static const struct sign_spec sign_specs[SIGN_COUNT] = {
    [SIGN_BLANK] = {"␣", "_", N_("cell is empty")},
    [SIGN_ABSENT] = {"×", "x", N_("not in the report")},
    [SIGN_UNPLACED] = {"?", "?", N_("printed in its row, column not known")},
    [SIGN_MARK] = {"‹/›", "</>", N_("a mark instead of a number")},
    [SIGN_TEXT] = {"“…”", "\"...\"", N_("text instead of a number")},
    [SIGN_FAILED] = {"!", "!", N_("in a failed check")},
    [SIGN_READING] = {"*", "*", N_("the reviewer's reading")},
    [SIGN_ORDER] = {"~", "~", N_("label lost, placed by its neighbours")},
};

struct show {
    const struct command_context *context;
    const struct report *report;
    const struct review *review;
    bool used[SIGN_COUNT];
};

/* Text of the report, or of the reviewer. */
static void print_shown(const struct show *show, struct slice text)
{
    format_shown(show->context->out, review_findings(show->review), text);
}

/* What may be a part of a number that is masked as a whole. */
static void print_part(const struct show *show, struct span span)
{
    struct str masked = STR_INIT;
    mask_append_span(review_findings(show->review), span, &masked);
    print_shown(show, str_slice(&masked));
    str_release(&masked);
}

static void draw(const struct show *show, struct drawing *drawing, size_t row, size_t col,
                 struct slice text)
{
    struct str masked = STR_INIT;
    format_text(review_findings(show->review), text, &masked);
    drawing_set(drawing, row, col, str_slice(&masked));
    str_release(&masked);
}

static const char *sign(struct show *show, enum sign which)
{
    show->used[which] = true;
    return show->context->ascii ? sign_specs[which].ascii : sign_specs[which].sign;
}

static bool has_failed(const struct show *show, const char *id)
{
    const struct findings *findings = review_findings(show->review);
    for (size_t i = 0; i < findings->nitems; i++)
        if (findings->items[i].outcome == OUTCOME_FAIL &&
            finding_touches_cell(&findings->items[i], id))
            return true;
    return false;
}

static void add_number(const struct cell *cell, const struct seen *seen, struct str *out)
{
    char buffer[CELL_VALUE_NBYTES];
    if (seen->text.nbytes)
        str_append(out, seen->text);
    else
        str_add(out, cell_format(seen->value, seen->is_decimal, buffer));
    if (!seen->is_reading)
        str_append(out, cell->unit);
}

/* The value between a pair of signs, so that a mark is never taken for one of
 * ours, nor text for a number. */
static void add_quoted(struct show *show, enum sign which, struct slice text, struct str *out)
{
    bool mark = which == SIGN_MARK, ascii = show->context->ascii;
    show->used[which] = true;
    str_add(out, mark ? (ascii ? "<" : "‹") : (ascii ? "\"" : "“"));
    str_append(out, text);
    str_add(out, mark ? (ascii ? ">" : "›") : (ascii ? "\"" : "”"));
}

static void add_state(struct show *show, const struct cell *cell, const struct seen *seen,
                      struct str *out)
{
    switch (seen->state) {
    case CELL_NUMBER:
        add_number(cell, seen, out);
        break;
    case CELL_BLANK:
        str_add(out, sign(show, SIGN_BLANK));
        break;
    case CELL_MARK:
        add_quoted(show, SIGN_MARK, seen->text, out);
        break;
    case CELL_TEXT:
        add_quoted(show, SIGN_TEXT, seen->text, out);
        break;
    case CELL_UNPLACED:
        str_add(out, sign(show, SIGN_UNPLACED));
        break;
    case CELL_ABSENT:
    case CELL_STATE_COUNT:
        str_add(out, sign(show, SIGN_ABSENT));
        break;
    }
}

static void add_cell(struct show *show, const struct cell *cell, struct str *out)
{
    struct seen seen = review_cell(show->review, cell->id);
    if (seen.is_reading)
        str_add(out, sign(show, SIGN_READING));
    if (cell->placed_by_order)
        str_add(out, sign(show, SIGN_ORDER));
    add_state(show, cell, &seen, out);
    if (has_failed(show, cell->id))
        str_add(out, sign(show, SIGN_FAILED));
}

static const struct cell *cell_of(const struct block_reading *block, size_t row, size_t col)
{
    return &block->cells[row * block->form->ncols + col];
}

static bool is_absent(const struct block_reading *block, size_t row)
{
    for (size_t col = 0; col < block->form->ncols; col++)
        if (cell_of(block, row, col)->state != CELL_ABSENT)
            return false;
    return true;
}

static bool is_below(const struct form_block *form, size_t row, int group)
{
    for (int at = form->rows[row].parent; at >= 0; at = form->rows[at].parent)
        if (at == group)
            return true;
    return false;
}

/* Of a group and the single row that may stand for it, only the one that the
 * report has is shown; the group when it has neither. */
static bool is_shown(const struct block_reading *block, size_t row)
{
    const struct form_block *form = block->form;
    if (form->rows[row].alternative_of >= 0)
        return !is_absent(block, row);
    for (size_t i = 0; i < form->nrows; i++) {
        int group = form->rows[i].alternative_of;
        if (group >= 0 && !is_absent(block, i) && ((int)row == group || is_below(form, row, group)))
            return false;
    }
    return true;
}

static void fill_row(struct show *show, const struct block_reading *block, size_t row,
                     struct drawing *drawing, size_t at)
{
    drawing_set(drawing, at, 0, slice_of(block->form->rows[row].label));
    if (block->form->rows[row].is_group)
        return;
    for (size_t col = 0; col < block->form->ncols; col++) {
        struct str text = STR_INIT;
        add_cell(show, cell_of(block, row, col), &text);
        draw(show, drawing, at, col + 1, str_slice(&text));
        str_release(&text);
    }
}

static int print_block(struct show *show, const struct block_reading *block)
{
    const struct form_block *form = block->form;
    size_t nshown = 0;
    for (size_t row = 0; row < form->nrows; row++)
        nshown += is_shown(block, row);
    struct drawing drawing;
    if (drawing_init(&drawing, nshown + 1, form->ncols + 1) != 0)
        return -1;
    drawing.ascii = show->context->ascii;
    drawing_set(&drawing, 0, 0, slice_of(form->heading ? form->heading : form->corner));
    for (size_t col = 0; col < form->ncols; col++)
        drawing_set(&drawing, 0, col + 1, slice_of(form->cols[col].label));
    size_t at = 1;
    for (size_t row = 0; row < form->nrows; row++)
        if (is_shown(block, row))
            fill_row(show, block, row, &drawing, at++);
    int rc = drawing_print(&drawing, show->context->out);
    drawing_release(&drawing);
    return rc;
}

static const char *state_text(enum table_state state)
{
    switch (state) {
    case TABLE_COMPLETE:
        return _("complete");
    case TABLE_INCOMPLETE:
        return _("incomplete");
    case TABLE_DOUBTFUL:
        return _("doubtful");
    case TABLE_ABSENT:
        break;
    }
    return _("not in the report");
}

static const char *table_title(const struct report *report, enum table_id id)
{
    const struct form *form = report->edition ? forms_find(report->forms, report->edition) : NULL;
    if (!form && forms_count(report->forms))
        form = forms_at(report->forms, 0);
    return form ? form->tables[id].title : "";
}

/* A name of the form or of the report; English sets it off from its own words. */
static void show_name(const struct show *show, const char *name)
{
    bool quoted = show->context->lang == LANG_EN;
    output_add(show->context->out, quoted ? "“" : "");
    print_shown(show, slice_of(name));
    output_add(show->context->out, quoted ? "”" : "");
}

static void print_table_head(const struct show *show, const struct table *table)
{
    struct output *out = show->context->out;
    output_format(out, "%s ", table_name(table->id));
    show_name(show, table_title(show->report, table->id));
    output_format(out, ": %s", state_text(table->state));
    if (table->edition)
        output_format(out, _("; form %s"), table->edition);
    if (table->layout)
        output_format(out, _("; layout %s"), table->layout);
    const char *why = table->why[show->context->lang];
    if (why) {
        output_add(out, "; ");
        print_shown(show, slice_of(why));
    }
    const char *runner_up = table->runner_up[show->context->lang];
    if (runner_up) {
        output_add(out, _("; nearly as likely: "));
        print_shown(show, slice_of(runner_up));
    }
    output_add(out, "\n");
}

/* The row's numerals as printed where their columns are not known. */
static void print_unplaced(const struct show *show, const struct table *table,
                           const struct row_reading *row)
{
    struct output *out = show->context->out;
    const struct block_reading *block = &table->blocks[row->block];
    const char *id = cell_of(block, row->row, 0)->id;
    if (review_cell(show->review, id).state != CELL_UNPLACED)
        return;
    output_add(out, "  ? ");
    if (row->nexpected <= block->form->ncols) /* else one printed row is several of ours */
        show_name(show, block->form->rows[row->row].label);
    output_format(out, _(" line %zu prints %u of %u numbers:"),
                  report_line_at(show->report, row->span.start) + 1, (unsigned)row->nnumerals,
                  (unsigned)row->nexpected);
    for (size_t i = 0; i < row->nnumerals; i++) {
        output_add(out, " ");
        print_shown(show, report_slice(show->report, row->numerals[i]));
    }
    output_add(out, "\n");
}

static int print_table(struct show *show, const struct table *table)
{
    print_table_head(show, table);
    for (size_t i = 0; i < table->nblocks; i++)
        if (print_block(show, &table->blocks[i]) != 0)
            return -1;
    for (size_t i = 0; i < table->nrows; i++)
        if (!table->blocks[table->rows[i].block].form->rows[table->rows[i].row].is_group)
            print_unplaced(show, table, &table->rows[i]);
    output_add(show->context->out, "\n");
    return 0;
}

static int print_local(const struct show *show, const struct local_table *local)
{
    struct output *out = show->context->out;
    output_add(out, _("local table, kept as it is: "));
    print_shown(show, local->title);
    output_add(out, "\n");
    struct drawing drawing;
    if (local->nrows == 0 || local->ncols == 0)
        return 0;
    if (drawing_init(&drawing, local->nrows, local->ncols) != 0)
        return -1;
    drawing.ascii = show->context->ascii;
    drawing.left = true;
    for (size_t i = 0; i < local->nrows * local->ncols; i++)
        draw(show, &drawing, i / local->ncols, i % local->ncols,
             report_slice(show->report, local->cells[i].span));
    int rc = drawing_print(&drawing, out);
    drawing_release(&drawing);
    output_add(out, "\n");
    return rc;
}

static void print_legend(const struct show *show)
{
    struct output *out = show->context->out;
    bool any = false;
    for (int i = 0; i < SIGN_COUNT; i++) {
        if (!show->used[i])
            continue;
        const struct sign_spec *spec = &sign_specs[i];
        output_format(out, "%s%s %s", any ? "; " : "",
                      show->context->ascii ? spec->ascii : spec->sign, _(spec->meaning));
        any = true;
    }
    if (any)
        output_add(out, "\n");
    const struct findings *findings = review_findings(show->review);
    output_format(out, _("failed checks: errors %zu, warnings %zu, notes %zu; undecided %zu\n"),
                  findings_failed(findings, SEVERITY_ERROR),
                  findings_failed(findings, SEVERITY_WARNING),
                  findings_failed(findings, SEVERITY_INFO), findings->counts[OUTCOME_UNDECIDED]);
}

/* What the reading left over, line by line. */
static void print_unclaimed(const struct show *show)
{
    enum { MOST_LINES = 20 };
    struct output *out = show->context->out;
    const struct findings *findings = review_findings(show->review);
    size_t line = SIZE_MAX;
    size_t nlines = 0;
    if (findings->nunclaimed == 0)
        return;
    output_format(out, _("numbers that no cell has and no check used: %zu"), findings->nunclaimed);
    for (size_t i = 0; i < findings->nunclaimed; i++) {
        size_t at = report_line_at(show->report, findings->unclaimed[i].start);
        if (at != line && ++nlines > MOST_LINES) {
            output_add(out, show->context->ascii ? "\n  ..." : "\n  …");
            break;
        }
        if (at != line)
            output_format(out, _("\n  line %zu:"), at + 1);
        line = at;
        output_add(out, " ");
        print_part(show, findings->unclaimed[i]);
    }
    output_add(out, "\n");
}

static void print_title(const struct show *show)
{
    struct output *out = show->context->out;
    const char *title = show->report->who.title;
    print_shown(show, slice_of(title ? title : show->report->path));
    const char *reviewer = review_reviewer(show->review);
    const struct reading *readings;
    size_t nreadings = review_readings(show->review, &readings);
    if (nreadings && reviewer) {
        output_format(out, _("; cells read otherwise: %zu, by "), nreadings);
        print_shown(show, slice_of(reviewer));
    }
    if (show->report->remark) {
        output_add(out, "\n");
        print_shown(show, slice_of(show->report->remark));
    }
    output_add(out, "\n\n");
}

static int print_tables(struct show *show)
{
    print_title(show);
    for (int i = 0; i < TABLE_COUNT; i++)
        if (print_table(show, &show->report->tables[i]) != 0)
            return -1;
    for (size_t i = 0; i < show->report->nlocals; i++)
        if (print_local(show, &show->report->locals[i]) != 0)
            return -1;
    print_legend(show);
    print_unclaimed(show);
    return 0;
}

static int show_text(const struct command_context *context)
{
    struct err err = {ERR_NONE, ""};
    struct report *report = report_open(context->options->paths[0], context->forms, &err);
    if (!report) {
        output_complain_about(context->options->paths[0], err.text);
        return STATUS_TROUBLE;
    }
    struct slice text = slice_make(report->text, report->text_nbytes);
    struct findings *findings = findings_make(report, NULL, context->rules, NULL, 0, &err);
    struct str masked = STR_INIT;
    if (findings)
        mask_append_bytes(findings, text, &masked);
    bool is_made = findings && !masked.failed;
    if (is_made) {
        output_exact(context->out, str_slice(&masked));
    } else {
        err_set_nomem(&err);
        output_complain_about(report->path, err.text);
    }
    str_release(&masked);
    findings_free(findings);
    report_free(report);
    return is_made ? STATUS_CLEAN : STATUS_TROUBLE;
}

int command_show(const struct command_context *context)
{
    if (context->options->text)
        return show_text(context);
    struct subject subject;
    if (subject_open(context, &subject) != 0)
        return STATUS_TROUBLE;
    struct show show = {.context = context, .report = subject.report, .review = subject.review};
    int rc = print_tables(&show);
    if (rc != 0) {
        struct err err;
        err_set_nomem(&err);
        output_complain(err.text);
    }
    subject_close(&subject);
    return rc == 0 ? STATUS_CLEAN : STATUS_TROUBLE;
}
