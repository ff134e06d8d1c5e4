/* Rows that a table lacks or of which only the label was read, and rows whose figures have no
 * column: ROWS and PLACED. */
#include "structure.h"

#include <string.h>

#include "places.h"
#include "printed_label.h"
#include "structure_cells.h"
#include "torn.h"
#include "wording.h"

/* ROWS */

/* Of a row that was not read: its label is nowhere, or the text has it. */
enum row_kind { ROW_LACKING, ROW_LABELLED, ROW_KINDS, ROW_READ = ROW_KINDS, ROW_OF_AN_EDITION };

struct rows_report {
    struct cells cells;
    struct span_list spans;
    struct str text[ROW_KINDS][LANG_COUNT];
    size_t nrows[ROW_KINDS];
};

/* The rows of one block. */
struct block_rows {
    const struct table *table;
    size_t block;
    const struct form_block *form;
    enum row_kind *kinds; /* of each row */
    struct span *labels;  /* where the text has those of the labelled */
};

/* Rows of one kind that follow each other: [first, last]. */
struct gap {
    size_t first, last, nrows;
    const struct form_row *before, *after; /* printed neighbours, NULL at the ends */
    size_t before_row, after_row;
};

/* Where the label of a row that was not read is printed. A table of one printed row was found by
 * its header, which names all its rows. */
static struct span label_of(struct evaluation *run, struct printed_labels *printed,
                            const struct block_rows *rows, size_t row)
{
    const struct table *table = rows->table;
    struct span label = printed_label(run, printed, &rows->form->rows[row]);
    bool is_whole = rows->form->one_printed_row && table->nmissing == rows->form->nrows;
    return is_whole && span_empty(label) ? table->span : label;
}

static bool has_row(const struct form_block *form, const char *id)
{
    for (size_t row = 0; row < form->nrows; row++)
        if (strcmp(form->rows[row].id, id) == 0)
            return true;
    return false;
}

/* Whether the row is one edition's only and the table is of several: the block may be another's. */
static bool is_of_an_edition(const struct report *report, const struct block_rows *rows, size_t row)
{
    const struct table *table = rows->table;
    if (!table->edition || strcmp(table->edition, "mixed") != 0)
        return false;
    for (size_t i = 0; i < forms_count(report->forms); i++) {
        const struct form_table *other = &forms_at(report->forms, i)->tables[table->id];
        for (size_t b = 0; b < other->nblocks; b++)
            if (other->blocks[b].number == rows->form->number &&
                !has_row(&other->blocks[b], rows->form->rows[row].id))
                return true;
    }
    return false;
}

static bool sort_rows(struct evaluation *run, struct printed_labels *printed,
                      struct block_rows *rows)
{
    const struct table *table = rows->table;
    size_t nrows = rows->form->nrows;
    rows->kinds = arena_array(run->arena, nrows, sizeof *rows->kinds);
    rows->labels = arena_array(run->arena, nrows, sizeof *rows->labels);
    run->failed |= !rows->kinds || !rows->labels;
    for (size_t row = 0; row < nrows && !run->failed; row++)
        rows->kinds[row] = ROW_READ;
    for (size_t i = 0; i < table->nmissing && !run->failed; i++) {
        size_t row = table->missing[i].row;
        if (table->missing[i].block != rows->block)
            continue;
        rows->labels[row] = label_of(run, printed, rows, row);
        rows->kinds[row] = !span_empty(rows->labels[row])             ? ROW_LABELLED
                           : is_of_an_edition(run->report, rows, row) ? ROW_OF_AN_EDITION
                                                                      : ROW_LACKING;
    }
    return !run->failed;
}

static bool next_gap(const struct report *report, const struct block_rows *rows, enum row_kind kind,
                     size_t from, struct gap *gap)
{
    const struct form_block *form = rows->form;
    *gap = (struct gap){0};
    for (size_t row = 0; row < form->nrows; row++) {
        if (form->rows[row].is_group)
            continue;
        if (rows->kinds[row] == kind && row >= from) {
            gap->first = gap->nrows ? gap->first : row;
            gap->last = row;
            gap->nrows++;
        } else if (rows->kinds[row] == ROW_READ &&
                   places_row_used(report, rows->table->id, form, row)) {
            if (gap->nrows > 0) {
                gap->after = &form->rows[row];
                gap->after_row = row;
                return true;
            }
            gap->before = &form->rows[row];
            gap->before_row = row;
        }
    }
    return gap->nrows > 0;
}

static void add_neighbours(const struct gap *gap, bool zh, struct str *out)
{
    if (gap->before && gap->after)
        str_format(out,
                   zh ? "，在“%s”与“%s”之间（疑在分页处丢失）"
                      : ", between “%s” and “%s” (lost at a page break?)",
                   gap->before->label, gap->after->label);
    else if (gap->before)
        str_format(out, zh ? "，在“%s”之后" : ", after “%s”", gap->before->label);
    else if (gap->after)
        str_format(out, zh ? "，在“%s”之前" : ", before “%s”", gap->after->label);
}

static void add_gap_text(const struct form_block *form, enum row_kind kind, const struct gap *gap,
                         enum lang lang, struct str *out)
{
    bool zh = lang == LANG_ZH;
    const char *first = form->rows[gap->first].label, *last = form->rows[gap->last].label;
    str_add(out, out->nbytes ? (zh ? "；" : "; ") : "");
    if (gap->nrows == 1)
        str_format(out, "“%s”", first);
    else
        str_format(out, zh ? "“%s”至“%s”共 %zu 行" : "“%s” to “%s”, %zu rows", first, last,
                   gap->nrows);
    if (kind == ROW_LACKING)
        add_neighbours(gap, zh, out);
}

/* A row that is nowhere is shown by its neighbours, one that is printed by its label. */
static void add_gap_spans(struct evaluation *run, const struct block_rows *rows, enum row_kind kind,
                          const struct gap *gap, struct span_list *spans)
{
    enum table_id id = rows->table->id;
    for (size_t row = gap->first; row <= gap->last; row++)
        if (rows->kinds[row] == kind)
            span_list_add(run, spans, rows->labels[row]);
    if (kind == ROW_LACKING && gap->before)
        span_list_add(run, spans, places_row_span(run->report, id, rows->form, gap->before_row));
    if (kind == ROW_LACKING && gap->after)
        span_list_add(run, spans, places_row_span(run->report, id, rows->form, gap->after_row));
}

static void collect_gaps(struct evaluation *run, const struct block_rows *rows, enum row_kind kind,
                         struct rows_report *out)
{
    const struct seen_block *seen = eval_block(run, rows->table->id, rows->form);
    const struct cell *cells = rows->table->blocks[rows->block].cells;
    struct gap gap;
    for (size_t from = 0; next_gap(run->report, rows, kind, from, &gap); from = gap.last + 1) {
        size_t found = 0;
        for (size_t row = gap.first; row <= gap.last; row++)
            if (seen && rows->kinds[row] == kind)
                found += structure_row_cells(run, seen, cells, row, ABSENT, &out->cells);
        if (found == 0) /* the reviewer has filled them */
            continue;
        out->nrows[kind] += gap.nrows;
        for (int lang = 0; lang < LANG_COUNT; lang++)
            if (eval_says_in(run, (enum lang)lang))
                add_gap_text(rows->form, kind, &gap, (enum lang)lang, &out->text[kind][lang]);
        add_gap_spans(run, rows, kind, &gap, &out->spans);
    }
}

static void collect_rows(struct evaluation *run, const struct table *table,
                         struct rows_report *found)
{
    struct printed_labels printed = {.table = table};
    for (size_t block = 0; block < table->nblocks && table->nmissing > 0; block++) {
        struct block_rows rows = {table, block, table->blocks[block].form, NULL, NULL};
        if (!sort_rows(run, &printed, &rows))
            return;
        collect_gaps(run, &rows, ROW_LACKING, found);
        collect_gaps(run, &rows, ROW_LABELLED, found);
    }
}

static void say_rows(struct evaluation *run, struct finding *finding, const char *key,
                     enum table_id id, const struct rows_report *found,
                     const struct texts list[ROW_KINDS])
{
    const char *n = wording_count(run, found->nrows[ROW_LACKING]);
    const char *nlabelled = wording_count(run, found->nrows[ROW_LABELLED]);
    struct message_value values[] = {
        {"table", places_table_title(id, LANG_ZH), places_table_title(id, LANG_EN)},
        {"n", n, n},
        {"list", list[ROW_LACKING].zh, list[ROW_LACKING].en},
        {"nlabelled", nlabelled, nlabelled},
        {"labelled", list[ROW_LABELLED].zh, list[ROW_LABELLED].en},
    };
    eval_message(run, finding, key, values, sizeof values / sizeof *values);
}

static void check_rows(struct evaluation *run, const struct rule *rule, enum table_id id)
{
    const struct table *table = &run->report->tables[id];
    struct rows_report found = {.text = {{STR_INIT, STR_INIT}, {STR_INIT, STR_INIT}}};
    struct texts list[ROW_KINDS];
    if (table->state == TABLE_ABSENT) {
        eval_not_applicable(run, rule);
        return;
    }
    collect_rows(run, table, &found);
    for (int kind = 0; kind < ROW_KINDS; kind++)
        list[kind] = (struct texts){wording_keep(run, &found.text[kind][LANG_ZH]),
                                    wording_keep(run, &found.text[kind][LANG_EN])};
    if (found.cells.n == 0) {
        eval_pass(run, rule);
        return;
    }
    const char *key = found.nrows[ROW_LACKING] == 0    ? "printed"
                      : found.nrows[ROW_LABELLED] == 0 ? NULL
                                                       : "some";
    struct finding *finding = eval_add(run, rule, table_name(id), OUTCOME_FAIL, key);
    if (!finding)
        return;
    say_rows(run, finding, key, id, &found, list);
    eval_set_seen(run, finding, found.cells.items, found.cells.n);
    eval_set_spans(run, finding, found.spans.items, found.spans.n);
}

void structure_rows(struct evaluation *run, const struct rule *rule)
{
    structure_each(run, rule, check_rows);
}

/* PLACED */

static void add_unplaced_row(const struct table *table, const struct row_reading *row,
                             enum lang lang, struct str *out)
{
    const struct form_block *form = table->blocks[row->block].form;
    bool fits = row->nnumerals > 0 && row->nnumerals == row->nexpected;
    str_add(out, out->nbytes ? wording_separator(lang) : "");
    if (!form->one_printed_row)
        str_format(out, lang == LANG_ZH || fits ? "“%s”" : "“%s” ", form->rows[row->row].label);
    else if (fits) /* a row without a label */
        str_format(out, lang == LANG_ZH ? "印出 %u 个数" : "%u numbers printed",
                   (unsigned)row->nnumerals);
    if (row->nnumerals == 0)
        str_format(out,
                   lang == LANG_ZH ? "没有读出分列的数、应有 %u 个"
                                   : "no number read in a column of its own, %u due",
                   (unsigned)row->nexpected);
    else if (row->nnumerals != row->nexpected)
        str_format(out, lang == LANG_ZH ? "印出 %u 个数、应有 %u 个" : "%u numbers printed, %u due",
                   (unsigned)row->nnumerals, (unsigned)row->nexpected);
}

/* A printed line is one row, or all rows of the block (T4). */
static bool line_is_unplaced(struct evaluation *run, const struct table *table,
                             const struct row_reading *line)
{
    const struct form_block *form = table->blocks[line->block].form;
    size_t first = form->one_printed_row ? 0 : line->row;
    size_t end = form->one_printed_row ? form->nrows : (size_t)line->row + 1;
    for (size_t row = first; row < end; row++)
        if (structure_count_cells(run, table, line->block, row, UNPLACED) > 0)
            return true;
    return false;
}

static void describe_unplaced(struct evaluation *run, const struct table *table,
                              struct span_list *spans, struct texts *list, size_t *nrows)
{
    struct str text[LANG_COUNT] = {STR_INIT, STR_INIT};
    for (size_t i = 0; i < table->nrows && !run->failed; i++) {
        const struct row_reading *row = &table->rows[i];
        if (!line_is_unplaced(run, table, row))
            continue;
        span_list_add(run, spans, row->span);
        if (++*nrows <= STRUCTURE_MOST_LISTED)
            for (int lang = 0; lang < LANG_COUNT; lang++)
                if (eval_says_in(run, (enum lang)lang))
                    add_unplaced_row(table, row, (enum lang)lang, &text[lang]);
    }
    if (*nrows > STRUCTURE_MOST_LISTED) {
        str_add(&text[LANG_ZH], "……");
        str_add(&text[LANG_EN], " …");
    }
    list->zh = wording_keep(run, &text[LANG_ZH]);
    list->en = wording_keep(run, &text[LANG_EN]);
}

static void note_torn(struct evaluation *run, const struct table *table, struct finding *finding)
{
    struct torn torn;
    for (size_t i = 0, noted = 0; i < table->nrows && noted < STRUCTURE_MOST_LISTED && !run->failed;
         i++)
        if (line_is_unplaced(run, table, &table->rows[i]) &&
            torn_in_line(run, table, &table->rows[i], &torn)) {
            torn_note(run, finding, &torn);
            noted++;
        }
}

static void check_placed(struct evaluation *run, const struct rule *rule, enum table_id id)
{
    const struct table *table = &run->report->tables[id];
    struct cells cells = {0};
    struct span_list spans = {0};
    struct texts list;
    size_t nrows = 0;
    structure_table_cells(run, table, UNPLACED, &cells);
    if (table->state == TABLE_ABSENT || cells.n == 0) {
        if (table->state == TABLE_ABSENT)
            eval_not_applicable(run, rule);
        else
            eval_pass(run, rule);
        return;
    }
    describe_unplaced(run, table, &spans, &list, &nrows);
    if (spans.n == 0)
        span_list_add(run, &spans, table->span);
    struct finding *finding = eval_add(run, rule, table_name(id), OUTCOME_FAIL, NULL);
    if (!finding)
        return;
    structure_say(run, finding, NULL, id, nrows, list);
    note_torn(run, table, finding);
    eval_set_seen(run, finding, cells.items, cells.n);
    eval_set_spans(run, finding, spans.items, spans.n);
}

void structure_placed(struct evaluation *run, const struct rule *rule)
{
    structure_each(run, rule, check_placed);
}
