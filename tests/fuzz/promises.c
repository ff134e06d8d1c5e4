#include "fuzz_review.h"

#include <cjson/cJSON.h>

#include "gouji/text/decode.h"

void fuzz_check_utf8(struct slice text)
{
    for (size_t i = 0, n; i < text.nbytes; i += n)
        FUZZ_CHECK(text_next(text.ptr + i, text.nbytes - i, &n) > 0);
}

/* Characters that do something to a terminal or to its reader beside standing
 * there. Written down here once more on purpose, not asked of the code. */
static bool acts(int32_t c)
{
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || c == 0x61C || c == 0x180E ||
           (c >= 0x200B && c <= 0x200F) || (c >= 0x2028 && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x206F) || (c >= 0xFE00 && c <= 0xFE0F) || c == 0xFEFF ||
           (c >= 0xFFF9 && c <= 0xFFFB) || (c >= 0xE000 && c <= 0xF8FF) || c >= 0xE0000;
}

void fuzz_check_shown(struct slice text, bool with_layout)
{
    for (size_t i = 0, n; i < text.nbytes; i += n) {
        int32_t c = text_next(text.ptr + i, text.nbytes - i, &n);
        FUZZ_CHECK(c > 0);
        FUZZ_CHECK(!acts(c) || (with_layout && (c == '\t' || c == '\n')));
    }
}

void fuzz_check_span(const struct report *report, struct span span)
{
    FUZZ_CHECK(span.start <= span.end);
    FUZZ_CHECK(span.end <= report->text_nbytes);
}

static void check_spans(const struct report *report, const struct span *spans, size_t nspans)
{
    for (size_t i = 0; i < nspans; i++)
        fuzz_check_span(report, spans[i]);
}

/* ---- tables ---- */

/* The printed value read once more gives the value. */
static void check_number(const struct report *report, const struct cell *cell)
{
    struct arena *arena = arena_new();
    struct cell again = {.block = cell->block, .row = cell->row, .col = cell->col};
    FUZZ_CHECK(arena && !span_empty(cell->span));
    cell_parse(arena, report_slice(report, cell->span), cell->span.start,
               &cell->block->cols[cell->col], &again);
    FUZZ_CHECK(again.state == CELL_NUMBER);
    FUZZ_CHECK(again.value == cell->value ||
               (cell->unit.nbytes > 0 && cell->block->cols[cell->col].is_decimal));
    arena_free(arena);
}

static void check_cell(const struct report *report, const struct table *table,
                       const struct cell *cell)
{
    FUZZ_CHECK(cell->state < CELL_STATE_COUNT);
    fuzz_check_span(report, cell->span);
    if (cell->state == CELL_NUMBER)
        check_number(report, cell);
    else
        FUZZ_CHECK(cell->value == 0);
    if (cell->state == CELL_ABSENT || cell->state == CELL_UNPLACED)
        FUZZ_CHECK(span_empty(cell->span));
    if (cell->state == CELL_TEXT || cell->state == CELL_MARK)
        FUZZ_CHECK(!span_empty(cell->span));
    if (!span_empty(cell->span))
        FUZZ_CHECK(cell->span.start >= table->span.start && cell->span.end <= table->span.end);
    if (table->state == TABLE_ABSENT)
        FUZZ_CHECK(cell->state == CELL_ABSENT);
}

static void check_rows(const struct report *report, const struct table *table)
{
    for (size_t i = 0; i < table->nrows; i++) {
        const struct row_reading *row = &table->rows[i];
        fuzz_check_span(report, row->span);
        check_spans(report, row->numerals, row->nnumerals);
        FUZZ_CHECK(row->block < table->nblocks);
        FUZZ_CHECK(row->row < table->blocks[row->block].form->nrows);
    }
    for (size_t i = 0; i < table->nlabels; i++) {
        const struct label_reading *label = &table->labels[i];
        FUZZ_CHECK(label->block < table->nblocks);
        FUZZ_CHECK(label->row < table->blocks[label->block].form->nrows);
        fuzz_check_span(report, label->span);
        fuzz_check_span(report, label->prefix);
    }
    for (size_t i = 0; i < table->nmissing; i++) {
        FUZZ_CHECK(table->missing[i].block < table->nblocks);
        FUZZ_CHECK(table->missing[i].row < table->blocks[table->missing[i].block].form->nrows);
    }
}

void fuzz_check_table(const struct report *report, const struct table *table)
{
    fuzz_check_span(report, table->span);
    FUZZ_CHECK((table->state == TABLE_ABSENT) == (table->layout == NULL));
    if (table->state == TABLE_COMPLETE)
        FUZZ_CHECK(table->nmissing == 0 && !table->why[LANG_ZH]);
    if (table->state == TABLE_INCOMPLETE || table->state == TABLE_DOUBTFUL)
        FUZZ_CHECK(table->why[LANG_ZH] && table->why[LANG_EN]);
    for (size_t b = 0; b < table->nblocks; b++) {
        const struct block_reading *block = &table->blocks[b];
        fuzz_check_span(report, block->heading);
        for (size_t i = 0; i < block->form->nrows * block->form->ncols; i++)
            if (block->cells[i].id)
                check_cell(report, table, &block->cells[i]);
    }
    check_rows(report, table);
    check_spans(report, table->splits, table->nsplits);
    check_spans(report, table->bad_headers, table->nbad_headers);
    check_spans(report, table->stray, table->nstray);
    check_spans(report, table->extra, table->nextra);
    check_spans(report, table->unclaimed, table->nunclaimed);
    check_spans(report, table->loose, table->nloose);
    FUZZ_CHECK(table->nloose == 0 || table->state != TABLE_COMPLETE);
}

/* No byte of the text is the value of two cells. */
static int compare_spans(const void *a, const void *b)
{
    const struct span *x = a, *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

static void check_apart(const struct report *report)
{
    size_t position = 0, n = 0, capacity = 4096;
    struct span *spans = malloc(capacity * sizeof *spans);
    FUZZ_CHECK(spans != NULL);
    for (const struct cell *cell; (cell = report_next_cell(report, &position)) != NULL;)
        if (cell->state == CELL_NUMBER && n < capacity)
            spans[n++] = cell->span;
    qsort(spans, n, sizeof *spans, compare_spans);
    for (size_t i = 1; i < n; i++)
        FUZZ_CHECK(spans[i - 1].end <= spans[i].start);
    free(spans);
}

/* ---- the rest of a report ---- */

static void check_lines(const struct report *report)
{
    for (size_t i = 0; i < report->nlines; i++) {
        FUZZ_CHECK(report->lines[i] < report->text_nbytes);
        FUZZ_CHECK(i == 0 || report->lines[i - 1] < report->lines[i]);
        FUZZ_CHECK(report_line_at(report, report->lines[i]) == i);
        fuzz_check_span(report, report_line_span(report, i));
    }
}

static void check_blocks(const struct report *report)
{
    uint32_t at = report->nlines > 0 ? report->lines[0] : 0;
    for (size_t i = 0; i < report->nblocks; i++) {
        const struct block *block = &report->blocks[i];
        FUZZ_CHECK(block->span.start == at && block->span.end > at);
        FUZZ_CHECK(block->kind != BLOCK_LOCAL || block->local < report->nlocals);
        FUZZ_CHECK(block->kind != BLOCK_TABLE || block->table < TABLE_COUNT);
        at = block->span.end;
    }
    FUZZ_CHECK(at == report->text_nbytes);
    for (size_t i = 0; i < report->nlocals; i++) {
        const struct local_table *local = &report->locals[i];
        fuzz_check_span(report, local->span);
        check_spans(report, local->stray, local->nstray);
        for (size_t k = 0; k < local->nrows * local->ncols; k++)
            fuzz_check_span(report, local->cells[k].span);
    }
}

static void check_sections(const struct report *report)
{
    uint32_t at = 0;
    for (size_t i = 0; i < report->nsections; i++) {
        const struct section *section = &report->sections[i];
        fuzz_check_span(report, section->body);
        fuzz_check_span(report, section->heading);
        FUZZ_CHECK(section->title && section->numeral);
        if (!span_empty(section->heading)) {
            FUZZ_CHECK(section->heading.start >= at);
            at = section->heading.end;
        }
        FUZZ_CHECK(section->body.start >= at);
        at = section->body.end;
    }
}

static void check_prose(const struct report *report)
{
    uint32_t at = 0;
    for (size_t i = 0; i < report->nsentences; i++) {
        const struct sentence *sentence = &report->sentences[i];
        fuzz_check_span(report, sentence->span);
        FUZZ_CHECK(sentence->span.start >= at);
        FUZZ_CHECK(sentence->section >= -1 && sentence->section < (int)report->nsections);
        at = sentence->span.end;
    }
    for (size_t i = 0; i < report->nfigures; i++) {
        const struct figure *figure = &report->figures[i];
        FUZZ_CHECK(figure->sentence < report->nsentences && figure->unit);
        struct span whole = report->sentences[figure->sentence].span;
        FUZZ_CHECK(!span_empty(figure->span));
        FUZZ_CHECK(figure->span.start >= whole.start && figure->span.end <= whole.end);
        /* One character may fold to two numbers, as a fraction does. */
        FUZZ_CHECK(i == 0 || report->figures[i - 1].span.start <= figure->span.start);
    }
}

static void check_date(struct date date)
{
    FUZZ_CHECK(date.year >= 0 && date.year <= 9999);
    FUZZ_CHECK(date.month >= 0 && date.month <= 12 && date.day >= 0 && date.day <= 31);
}

static void check_who(const struct report *report)
{
    const struct identity *who = &report->who;
    const struct span spans[] = {who->title_span, who->agency_span, who->period_span,
                                 who->signature_span, who->date_span};
    check_spans(report, spans, sizeof spans / sizeof *spans);
    FUZZ_CHECK(who->year == 0 || (who->year > 1900 && who->year < 2100));
    check_date(who->signature_date);
    check_date(who->period_start);
    check_date(who->period_end);
}

void fuzz_check_report(const struct report *report)
{
    FUZZ_CHECK(report->text[report->text_nbytes] == '\0');
    fuzz_check_utf8(slice_make(report->text, report->text_nbytes));
    check_lines(report);
    check_blocks(report);
    for (int id = 0; id < TABLE_COUNT; id++)
        fuzz_check_table(report, &report->tables[id]);
    check_apart(report);
    check_sections(report);
    check_prose(report);
    check_who(report);
}

/* ---- findings ---- */

static void check_finding(const struct findings *findings, const struct finding *finding)
{
    const struct report *report = findings->report;
    FUZZ_CHECK(finding->rule && finding->instance);
    FUZZ_CHECK(finding->outcome == OUTCOME_FAIL || finding->outcome == OUTCOME_UNDECIDED);
    FUZZ_CHECK(finding->parent >= -1 && finding->parent < (int)findings->nitems);
    FUZZ_CHECK(finding->cause >= 0 && finding->cause <= findings->ncauses);
    check_spans(report, finding->spans, finding->nspans);
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        FUZZ_CHECK(finding->message[lang] && finding->message[lang][0]);
        fuzz_check_utf8(slice_of(finding->message[lang]));
        if (finding->sum[lang])
            fuzz_check_utf8(slice_of(finding->sum[lang]));
    }
    for (size_t i = 0; i < finding->nseen; i++) {
        FUZZ_CHECK(finding->seen[i].state < CELL_STATE_COUNT);
        FUZZ_CHECK(finding->seen[i].state == CELL_NUMBER || finding->seen[i].value == 0);
        fuzz_check_span(report, finding->seen[i].span);
    }
}

void fuzz_check_findings(const struct findings *findings)
{
    for (size_t i = 0; i < findings->nitems; i++)
        check_finding(findings, &findings->items[i]);
    check_spans(findings->report, findings->unclaimed, findings->nunclaimed);
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        struct str line = STR_INIT;
        findings_write_jsonl(findings, (enum lang)lang, &line);
        FUZZ_CHECK(!line.failed && !memchr(str_text(&line), '\n', line.nbytes));
        fuzz_check_utf8(str_slice(&line));
        cJSON *json = cJSON_ParseWithOpts(str_text(&line), NULL, true);
        FUZZ_CHECK(cJSON_IsObject(json));
        cJSON_Delete(json);
        str_release(&line);
    }
}
