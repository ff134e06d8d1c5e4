#include "printing.h"

#include "gouji/base/ascii.h"
#include "gouji/base/json.h"
#include "places.h"
#include "prose.h"
#include "structure.h"
#include "torn.h"
#include "wording.h"

typedef void table_check(struct evaluation *run, const struct rule *rule,
                         const struct table *table);

/* Tables that were not found are STR-01's matter. */
static void each_table(struct evaluation *run, const struct rule *rule, table_check *check)
{
    const struct tables_of *tables = rule->compiled;
    for (size_t i = 0; i < tables->n && !run->failed; i++) {
        const struct table *table = &run->report->tables[tables->ids[i]];
        if (table->state == TABLE_ABSENT)
            eval_not_applicable(run, rule);
        else
            check(run, rule, table);
    }
}

/* What a message of this file may name. */
struct told_text {
    enum table_id table;
    const char *text;
    size_t n;
};

static struct finding *report_printing(struct evaluation *run, const struct rule *rule,
                                       const char *instance, const char *key,
                                       const struct told_text *told, const struct span *spans,
                                       size_t nspans)
{
    struct finding *finding = eval_add(run, rule, instance, OUTCOME_FAIL, key);
    if (!finding)
        return NULL;
    const char *count = wording_count(run, told->n);
    struct message_value values[] = {
        {"table", places_table_title(told->table, LANG_ZH),
         places_table_title(told->table, LANG_EN)},
        {"text", told->text, wording_list_in_english(run, told->text)},
        {"n", count, count},
    };
    eval_message(run, finding, key, values, sizeof values / sizeof *values);
    eval_set_spans(run, finding, spans, nspans);
    return finding;
}

static const char *span_texts(struct evaluation *run, const struct span *spans, size_t nspans)
{
    enum { MOST = 3 };
    struct str list = STR_INIT;
    for (size_t i = 0; i < nspans && i < MOST; i++)
        str_format(&list, "%s“%s”", i ? "、" : "", prose_text(run, spans[i]));
    str_add(&list, nspans > MOST ? "……" : "");
    return wording_keep(run, &list);
}

/* One finding for each span. */
static void report_each(struct evaluation *run, const struct rule *rule, const struct table *table,
                        const struct span *spans, size_t nspans)
{
    for (size_t i = 0; i < nspans && !run->failed; i++) {
        struct told_text told = {table->id, prose_text(run, spans[i]), 1};
        const char *instance = arena_format(run->arena, "%s.%zu", table_name(table->id), i + 1);
        report_printing(run, rule, instance ? instance : "", NULL, &told, &spans[i], 1);
    }
    if (nspans == 0)
        eval_pass(run, rule);
}

/* One finding for all of them. */
static void report_together(struct evaluation *run, const struct rule *rule,
                            const struct table *table, const struct span *spans, size_t nspans)
{
    struct told_text told = {table->id, span_texts(run, spans, nspans), nspans};
    if (nspans == 0)
        eval_pass(run, rule);
    else
        report_printing(run, rule, table_name(table->id), NULL, &told, spans, nspans);
}

/* A label printed one character a line may leave a mark over: "）无" is no row. */
static bool is_row(const struct evaluation *run, struct span span)
{
    enum { SHORTEST = 12 };
    struct slice text = report_slice(run->report, span);
    bool has_digit = false;
    for (size_t i = 0; i < text.nbytes; i++)
        has_digit |= ascii_is_digit(text.ptr[i]);
    return has_digit || text.nbytes >= SHORTEST;
}

/* “label and values” on one line, a blank between them. */
static const char *row_text(struct evaluation *run, struct span span)
{
    struct slice text = prose_masked(run, report_slice(run->report, span));
    struct str out = STR_INIT;
    str_add(&out, "“");
    bool is_apart = false;
    for (size_t i = 0; i < text.nbytes; i++) {
        bool is_space = memchr(" \t\r\n", text.ptr[i], 4) != NULL;
        if (!is_space && is_apart)
            str_byte(&out, ' ');
        if (!is_space)
            str_byte(&out, text.ptr[i]);
        is_apart = is_space;
    }
    str_add(&out, "”");
    return wording_keep(run, &out);
}

static struct slice fold_of(struct evaluation *run, struct span span)
{
    struct fold fold = {0};
    if (fold_text(run->arena, report_slice(run->report, span), 0, FOLD_LABEL, &fold) < 0)
        run->failed = true;
    return slice_make(fold.text, fold.nbytes);
}

/* Whether a row of the table has the label that this one begins with. */
static bool is_repeated(struct evaluation *run, const struct table *table, struct span row)
{
    struct slice text = fold_of(run, row);
    for (size_t i = 0; i < table->nlabels && !run->failed; i++) {
        struct slice label = fold_of(run, table->labels[i].span);
        if (label.nbytes > 0 && slice_has_prefix(text, label))
            return true;
    }
    return false;
}

/* Most of its rows once more: the table was put in twice, which is one slip. The others stay
 * in *rows. */
static void take_repeated(struct evaluation *run, const struct table *table, struct span_list *rows,
                          struct span_list *repeated)
{
    enum { FEWEST = 3 };
    struct span_list others = {0};
    if (rows->n < FEWEST || 2 * rows->n < table->nrows)
        return;
    for (size_t i = 0; i < rows->n; i++)
        span_list_add(run, is_repeated(run, table, rows->items[i]) ? repeated : &others,
                      rows->items[i]);
    if (repeated->n < FEWEST || 2 * repeated->n < table->nrows)
        repeated->n = 0;
    else
        *rows = others;
}

static void check_extra(struct evaluation *run, const struct rule *rule, const struct table *table)
{
    struct span_list rows = {0}, repeated = {0};
    for (size_t i = 0; i < table->nextra; i++)
        if (is_row(run, table->extra[i]))
            span_list_add(run, &rows, table->extra[i]);
    take_repeated(run, table, &rows, &repeated);
    if (repeated.n > 0) {
        struct told_text told = {table->id, row_text(run, repeated.items[0]), repeated.n};
        report_printing(run, rule, table_name(table->id), "twice", &told, repeated.items,
                        repeated.n);
    }
    for (size_t i = 0; i < rows.n && !run->failed; i++) {
        struct told_text told = {table->id, row_text(run, rows.items[i]), 1};
        const char *instance = arena_format(run->arena, "%s.%zu", table_name(table->id), i + 1);
        report_printing(run, rule, instance ? instance : "", NULL, &told, &rows.items[i], 1);
    }
    if (repeated.n + rows.n == 0)
        eval_pass(run, rule);
}

void printing_extra_rows(struct evaluation *run, const struct rule *rule)
{
    each_table(run, rule, check_extra);
}

static struct slice folded(struct evaluation *run, struct span span)
{
    struct fold fold;
    if (fold_text(run->arena, report_slice(run->report, span), span.start, FOLD_LABEL, &fold) == 0)
        return slice_make(fold.text, fold.nbytes);
    run->failed = true;
    return slice_of("");
}

/* Whether the two are halves of a column's label, broken over two rows. */
static bool are_halves(const struct table *table, struct slice first, struct slice second)
{
    for (size_t b = 0; b < table->nblocks; b++) {
        const struct form_block *form = table->blocks[b].form;
        for (size_t col = 0; col < form->ncols; col++) {
            struct slice label = slice_of(form->cols[col].norm);
            if (first.nbytes && second.nbytes && first.nbytes + second.nbytes == label.nbytes &&
                slice_has_prefix(label, first) &&
                memcmp(label.ptr + first.nbytes, second.ptr, second.nbytes) == 0)
                return true;
        }
    }
    return false;
}

static void check_header(struct evaluation *run, const struct rule *rule, const struct table *table)
{
    size_t n = table->nbad_headers;
    struct slice *texts = arena_array(run->arena, n, sizeof *texts);
    bool *whole = arena_array(run->arena, n, sizeof *whole);
    struct span_list odd = {0};
    if (!texts || !whole) {
        run->failed = true;
        return;
    }
    for (size_t i = 0; i < n; i++)
        texts[i] = folded(run, table->bad_headers[i]);
    for (size_t i = 0; i < n; i++)
        for (size_t k = i + 1; k < n; k++)
            if (!whole[i] && !whole[k] && are_halves(table, texts[i], texts[k]))
                whole[i] = whole[k] = true;
    for (size_t i = 0; i < n; i++)
        if (!whole[i])
            span_list_add(run, &odd, table->bad_headers[i]);
    report_together(run, rule, table, odd.items, odd.n);
}

void printing_header(struct evaluation *run, const struct rule *rule)
{
    each_table(run, rule, check_header);
}

static bool is_white(struct slice text)
{
    size_t i = 0;
    while (i < text.nbytes && strchr(" \t\r\n", text.ptr[i]))
        i++;
    return i == text.nbytes;
}

/* The first line that shows something; of blank ones the blank itself and the
 * line before. */
static void add_split(struct evaluation *run, struct span split, struct span_list *spans)
{
    const struct report *report = run->report;
    size_t line = report_line_at(report, split.start);
    for (size_t i = line; i < report->nlines && report->lines[i] < split.end; i++) {
        struct span shown = report_line_span(report, i);
        if (is_white(report_slice(report, shown)))
            continue;
        span_list_add(run, spans, shown);
        return;
    }
    span_list_add(run, spans, split);
    if (line > 0)
        span_list_add(run, spans, report_line_span(report, line - 1));
}

static void check_split(struct evaluation *run, const struct rule *rule, const struct table *table)
{
    struct span_list spans = {0};
    for (size_t i = 0; i < table->nsplits; i++)
        add_split(run, table->splits[i], &spans);
    struct told_text told = {table->id, "", table->nsplits};
    if (table->nsplits == 0)
        eval_pass(run, rule);
    else
        report_printing(run, rule, table_name(table->id), NULL, &told, spans.items, spans.n);
}

void printing_split(struct evaluation *run, const struct rule *rule)
{
    each_table(run, rule, check_split);
}

static void check_stray(struct evaluation *run, const struct rule *rule, const struct table *table)
{
    report_each(run, rule, table, table->stray, table->nstray);
}

/* The tables that the form does not know may have such labels too. */
void printing_stray(struct evaluation *run, const struct rule *rule)
{
    each_table(run, rule, check_stray);
    for (size_t i = 0; i < run->report->nlocals; i++) {
        const struct local_table *local = &run->report->locals[i];
        for (size_t k = 0; k < local->nstray && !run->failed; k++) {
            struct told_text told = {TABLE_T2, prose_text(run, local->stray[k]), 1};
            const char *instance = arena_format(run->arena, "local.%zu.%zu", i + 1, k + 1);
            report_printing(run, rule, instance ? instance : "", "local", &told, &local->stray[k],
                            1);
        }
    }
}

/* STR-07 */

static bool is_plain(const struct seen *seen, const struct cell *cell)
{
    const struct form_col *col = &cell->block->cols[cell->col];
    for (size_t i = 0; i < seen->text.nbytes; i++) {
        char c = seen->text.ptr[i];
        if (ascii_is_digit(c))
            continue;
        bool sign = c == '-' && i == 0 && col->is_signed;
        bool point = c == '.' && col->is_decimal;
        if (!sign && !point)
            return false;
    }
    return true;
}

/* The form wants amounts in 万元; in another unit the number says something else than it seems
 * to. Nothing is nothing in any. */
static bool is_other_money(const struct seen *seen, const struct cell *cell)
{
    return cell->block->cols[cell->col].is_decimal && cell->unit.nbytes > 0 &&
           !slice_is(cell->unit, "万元") && seen->value != 0;
}

/* What the form's own unit is may stand there. */
static bool has_unit(const struct cell *cell)
{
    return cell->unit.nbytes > 0 && !cell->block->cols[cell->col].is_decimal;
}

/* NULL: a count as it should be. "form": one, printed oddly. */
static const char *count_fault(const struct seen *seen, const struct cell *cell)
{
    const struct form_col *col = &cell->block->cols[cell->col];
    if (seen->state == CELL_TEXT && !seen->is_reading && cell->note &&
        strcmp(cell->note, CELL_TOO_LONG) == 0)
        return "too_long";
    if (seen->state == CELL_TEXT)
        return "text";
    if (seen->state != CELL_NUMBER || seen->is_reading)
        return NULL;
    if (seen->value < 0 && !col->is_signed)
        return "negative";
    if (is_other_money(seen, cell))
        return "unit";
    return is_plain(seen, cell) && !cell->note && !has_unit(cell) ? NULL : "form";
}

/* The number with the unit or the note that its cell prints behind it: 37（其中网办30）. */
static struct span with_note(const struct report *report, const struct cell *cell, struct span span)
{
    enum { BETWEEN = 24 }; /* a unit and blanks, in bytes */
    struct slice note = cell->state != CELL_NUMBER ? slice_of("")
                        : cell->note               ? slice_of(cell->note)
                                                   : cell->unit;
    for (uint32_t at = span.end;
         note.nbytes > 0 && at < span.end + BETWEEN && at + note.nbytes <= report->text_nbytes;
         at++)
        if (memcmp(report->text + at, note.ptr, note.nbytes) == 0)
            return (struct span){span.start, at + (uint32_t)note.nbytes};
    return span;
}

/* What is only printed oddly gives way to anything else, a unit to what is no count at all. */
static const char *graver(const char *worst, const char *fault)
{
    bool is_light = !worst || strcmp(worst, "form") == 0 ||
                    (strcmp(worst, "unit") == 0 && strcmp(fault, "form") != 0);
    return is_light ? fault : worst;
}

static void check_row_counts(struct evaluation *run, const struct rule *rule,
                             const struct table *table, const struct block_reading *block,
                             const struct seen_block *all, size_t row)
{
    const struct form_block *form = block->form;
    struct seen seen[16];
    struct span spans[16];
    struct span shown[16];
    size_t n = 0;
    const char *worst = NULL;
    for (size_t col = 0; col < form->ncols && n < sizeof seen / sizeof *seen; col++) {
        size_t at = row * form->ncols + col;
        const char *fault = count_fault(&all->cells[at], &block->cells[at]);
        if (!fault)
            continue;
        worst = graver(worst, fault);
        spans[n] = all->cells[at].span;
        shown[n] = with_note(run->report, &block->cells[at], spans[n]);
        seen[n++] = all->cells[at];
    }
    if (n == 0) {
        eval_pass(run, rule);
        return;
    }
    struct told_text told = {table->id, span_texts(run, shown, n), n};
    struct finding *finding =
        report_printing(run, rule, form->rows[row].id, worst, &told, spans, n);
    struct torn torn;
    if (finding && torn_in_row(run, block, row, &torn))
        torn_note(run, finding, &torn);
    if (finding)
        eval_set_seen(run, finding, seen, n);
}

static void check_counts(struct evaluation *run, const struct rule *rule, const struct table *table)
{
    for (size_t b = 0; b < table->nblocks; b++) {
        const struct form_block *form = table->blocks[b].form;
        const struct seen_block *all = eval_block(run, table->id, form);
        for (size_t row = 0; all && row < form->nrows && !run->failed; row++)
            if (all->used[row])
                check_row_counts(run, rule, table, &table->blocks[b], all, row);
    }
}

void printing_counts(struct evaluation *run, const struct rule *rule)
{
    each_table(run, rule, check_counts);
}

/* STR-11 */

static const struct form_row *one_row_group(const struct evaluation *run, const struct table *table,
                                            const struct form_block **block)
{
    for (size_t b = 0; b < table->nblocks; b++) {
        *block = table->blocks[b].form;
        for (size_t row = 0; row < (*block)->nrows; row++)
            if ((*block)->rows[row].alternative_of >= 0 &&
                places_row_used(run->report, table->id, *block, row))
                return &(*block)->rows[row];
    }
    return NULL;
}

static void report_mixed(struct evaluation *run, const struct rule *rule, const struct table *table)
{
    struct span spans[PLACES_MAX_BLOCKS];
    size_t nspans = 0;
    struct str list = STR_INIT;
    for (size_t b = 0; b < table->nblocks && b < PLACES_MAX_BLOCKS; b++) {
        const struct block_reading *reading = &table->blocks[b];
        str_format(&list, "%s%s %s", b ? "、" : "", reading->form->id, reading->form->edition);
        if (!span_empty(reading->heading))
            spans[nspans++] = reading->heading;
    }
    struct told_text told = {table->id, wording_keep(run, &list), table->nblocks};
    report_printing(run, rule, table_name(table->id), NULL, &told, spans, nspans);
}

static void check_editions(struct evaluation *run, const struct rule *rule,
                           const struct table *table)
{
    const struct form_block *block;
    const struct form_row *row = one_row_group(run, table, &block);
    if (table->edition && strcmp(table->edition, "mixed") == 0) {
        report_mixed(run, rule, table);
    } else if (row) {
        struct span span =
            places_row_span(run->report, table->id, block, (size_t)(row - block->rows));
        struct told_text told = {table->id, row->label, table->nblocks};
        report_printing(run, rule, row->id, "one_row", &told, &span, !span_empty(span));
    } else {
        eval_pass(run, rule);
    }
}

void printing_editions(struct evaluation *run, const struct rule *rule)
{
    each_table(run, rule, check_editions);
}

/* STR-12 */

static bool has_digit_but_zero(struct slice text)
{
    for (size_t i = 0; i < text.nbytes; i++) {
        bool ascii = text.ptr[i] >= '1' && text.ptr[i] <= '9';
        bool wide = i + 2 < text.nbytes && memcmp(text.ptr + i, "\xEF\xBC", 2) == 0 &&
                    (unsigned char)text.ptr[i + 2] > 0x90 && (unsigned char)text.ptr[i + 2] <= 0x99;
        if (ascii || wide)
            return true;
    }
    return false;
}

/* Counts the cells that are 0; false at the first that is something else. */
static bool cells_are_zero(const struct evaluation *run, const struct table *table, size_t *n)
{
    for (size_t b = 0; b < table->nblocks; b++) {
        const struct form_block *form = table->blocks[b].form;
        for (size_t i = 0; i < form->nrows * form->ncols; i++) {
            if (form->rows[i / form->ncols].is_group)
                continue;
            struct seen seen = eval_seen(run, &table->blocks[b].cells[i]);
            if (seen.state == CELL_TEXT || (seen.state == CELL_NUMBER && seen.value != 0))
                return false;
            *n += seen.state == CELL_NUMBER;
        }
    }
    return true;
}

/* Numerals whose column is not known are printed all the same. */
static bool numerals_are_zero(struct evaluation *run, const struct table *table,
                              struct span_list *spans, size_t *n)
{
    for (size_t i = 0; i < table->nrows; i++) {
        const struct row_reading *row = &table->rows[i];
        span_list_add(run, spans, row->span);
        for (size_t k = 0; row->numerals && k < row->nnumerals; k++, ++*n)
            if (has_digit_but_zero(report_slice(run->report, row->numerals[k])))
                return false;
    }
    return true;
}

static void check_zero(struct evaluation *run, const struct rule *rule, const struct table *table)
{
    struct span_list spans = {0};
    size_t ncells = 0, nnumerals = 0;
    bool zero =
        cells_are_zero(run, table, &ncells) && numerals_are_zero(run, table, &spans, &nnumerals);
    size_t n = ncells > nnumerals ? ncells : nnumerals;
    struct told_text told = {table->id, "", n};
    if (zero && n > 0)
        report_printing(run, rule, table_name(table->id), NULL, &told, spans.items, spans.n);
    else
        eval_pass(run, rule);
}

void printing_zero(struct evaluation *run, const struct rule *rule)
{
    each_table(run, rule, check_zero);
}
