/* Rows that a table lacks, and rows whose figures have no column: ROWS and PLACED. */
#include "structure.h"

#include "places.h"
#include "structure_cells.h"
#include "torn.h"
#include "wording.h"

/* ROWS */

static bool row_is_missing(const struct table *table, size_t block, size_t row)
{
    for (size_t i = 0; i < table->nmissing; i++)
        if (table->missing[i].block == block && table->missing[i].row == row)
            return true;
    return false;
}

/* Missing rows of one block that follow each other: [first, last]. */
struct gap {
    size_t block, first, last, nrows;
    const struct form_row *before, *after; /* printed neighbours, NULL at the ends */
    size_t before_row, after_row;
};

static bool next_gap(const struct report *report, const struct table *table, size_t block,
                     size_t from, struct gap *gap)
{
    const struct form_block *form = table->blocks[block].form;
    *gap = (struct gap){.block = block};
    for (size_t row = 0; row < form->nrows; row++) {
        if (form->rows[row].is_group)
            continue;
        bool missing = row_is_missing(table, block, row);
        if (missing && row >= from) {
            gap->first = gap->nrows ? gap->first : row;
            gap->last = row;
            gap->nrows++;
        } else if (!missing && places_row_used(report, table->id, form, row)) {
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

static void add_gap_text(const struct form_block *form, const struct gap *gap, enum lang lang,
                         struct str *out)
{
    bool zh = lang == LANG_ZH;
    const char *first = form->rows[gap->first].label, *last = form->rows[gap->last].label;
    str_add(out, out->nbytes ? (zh ? "；" : "; ") : "");
    if (gap->nrows == 1)
        str_format(out, "“%s”", first);
    else
        str_format(out, zh ? "“%s”至“%s”共 %zu 行" : "“%s” to “%s”, %zu rows", first, last,
                   gap->nrows);
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

struct rows_report {
    struct cells cells;
    struct span_list spans;
    struct str text[LANG_COUNT];
    size_t nrows;
};

static void collect_gaps(struct evaluation *run, const struct table *table, size_t block,
                         struct rows_report *out)
{
    const struct form_block *form = table->blocks[block].form;
    const struct seen_block *seen = eval_block(run, table->id, form);
    struct gap gap;
    for (size_t from = 0; next_gap(run->report, table, block, from, &gap); from = gap.last + 1) {
        size_t found = 0;
        for (size_t row = gap.first; row <= gap.last; row++)
            if (seen && row_is_missing(table, block, row))
                found += structure_row_cells(run, seen, table->blocks[block].cells, row, ABSENT,
                                             &out->cells);
        if (found == 0) /* the reviewer has filled them */
            continue;
        out->nrows += gap.nrows;
        for (int lang = 0; lang < LANG_COUNT; lang++)
            if (eval_says_in(run, (enum lang)lang))
                add_gap_text(form, &gap, (enum lang)lang, &out->text[lang]);
        if (gap.before)
            span_list_add(run, &out->spans,
                          places_row_span(run->report, table->id, form, gap.before_row));
        if (gap.after)
            span_list_add(run, &out->spans,
                          places_row_span(run->report, table->id, form, gap.after_row));
    }
}

static void check_rows(struct evaluation *run, const struct rule *rule, enum table_id id)
{
    const struct table *table = &run->report->tables[id];
    struct rows_report found = {.text = {STR_INIT, STR_INIT}};
    if (table->state == TABLE_ABSENT) {
        eval_not_applicable(run, rule);
        return;
    }
    for (size_t block = 0; block < table->nblocks; block++)
        collect_gaps(run, table, block, &found);
    struct texts list = {wording_keep(run, &found.text[LANG_ZH]),
                         wording_keep(run, &found.text[LANG_EN])};
    if (found.cells.n == 0) {
        eval_pass(run, rule);
        return;
    }
    struct finding *finding = eval_add(run, rule, table_name(id), OUTCOME_FAIL, NULL);
    if (!finding)
        return;
    structure_say(run, finding, NULL, id, found.nrows, list);
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
    str_add(out, out->nbytes ? wording_separator(lang) : "");
    if (!form->one_printed_row)
        str_format(out, lang == LANG_ZH ? "“%s”" : "“%s” ", form->rows[row->row].label);
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
