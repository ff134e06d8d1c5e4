/* Builds a struct report from a few lines of text, for tests of what comes
 * after reading. One command a line:
 *
 *     year 2020 | kind 镇 | edition 2019    edition first; 2019 when not given
 *     T3 all 0                              every cell of the table
 *     T3 new 10 1 0 0 0 0 11                the cells of one row
 *     T2 a1.regulation 1 2 3                rows of T2 with their block
 *     T3 missing denied_8 unable_1          rows that are not in the source
 *     T4 unplaced review 11                 a row printing so many numerals
 *     T4 absent | T3 doubtful | T3 strewn   the state of a table
 *     label T3 new 一、新收 typo            a row label printed otherwise
 *     section S3 三、收到…                  a heading; then prose:
 *     text 全年未发生行政复议。             one sentence
 *     number 47                             a figure of the prose
 *
 * Values: a number, _ blank, / mark, ? unplaced, . absent, x text; 251000元 a
 * number with its unit. Rows not named are absent only after "T3 empty". */
#ifndef GOUJI_TESTS_REPORT_BUILD_H
#define GOUJI_TESTS_REPORT_BUILD_H

#include <stdio.h>
#include <stdlib.h>

#include "gouji/base/str.h"
#include "gouji/report/report.h"

struct build {
    struct report *report;
    const struct form *form;
    struct str text;
    const char *want; /* "label": group rows are meant too; else "" */
    size_t blocks, sections, sentences, figures, labels[TABLE_COUNT], rows[TABLE_COUNT],
        missing[TABLE_COUNT];
};

static inline void build_fail(const char *what)
{
    fprintf(stderr, "report_build: not understood: %s\n", what);
    abort();
}

static inline struct span build_print(struct build *build, const char *text)
{
    struct span span = {(uint32_t)build->text.nbytes, 0};
    str_add(&build->text, text);
    span.end = (uint32_t)build->text.nbytes;
    str_byte(&build->text, '\n');
    return span;
}

static inline void build_table(struct build *build, enum table_id id)
{
    struct arena *arena = build->report->arena;
    const struct form_table *form = &build->form->tables[id];
    struct table *table = &build->report->tables[id];
    *table = (struct table){.id = id, .layout = "A1", .edition = build->form->edition};
    table->blocks = arena_array(arena, form->nblocks, sizeof *table->blocks);
    table->nblocks = form->nblocks;
    for (size_t b = 0; b < form->nblocks; b++) {
        const struct form_block *block = &form->blocks[b];
        struct block_reading *reading = &table->blocks[b];
        reading->form = block;
        reading->cells = arena_array(arena, block->nrows * block->ncols, sizeof(struct cell));
        reading->heading = build_print(build, block->heading ? block->heading : block->corner);
        for (size_t i = 0; i < block->nrows * block->ncols; i++)
            reading->cells[i] = (struct cell){
                .id = block->rows[i / block->ncols].is_group ? NULL : block->cell_ids[i],
                .block = block,
                .row = (uint16_t)(i / block->ncols),
                .col = (uint16_t)(i % block->ncols),
                .state = CELL_ABSENT,
            };
    }
}

static inline void build_cell(struct build *build, struct cell *cell, const char *value)
{
    static const struct {
        const char *sign;
        enum cell_state state;
    } signs[] = {{"_", CELL_BLANK},
                 {"/", CELL_MARK},
                 {"?", CELL_UNPLACED},
                 {".", CELL_ABSENT},
                 {"x", CELL_TEXT}};
    cell->span = (struct span){0, 0};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        if (strcmp(value, signs[i].sign) != 0)
            continue;
        cell->state = signs[i].state;
        if (cell->state == CELL_MARK || cell->state == CELL_TEXT)
            cell->span = build_print(build, value);
        return;
    }
    char *end;
    bool is_decimal = cell->block->cols[cell->col].is_decimal;
    cell->state = CELL_NUMBER;
    cell->span = build_print(build, value);
    if (is_decimal)
        cell->value = (int64_t)(strtod(value, &end) * (double)CELL_SCALE + 0.5);
    else
        cell->value = strtoll(value, &end, 10);
    if (*end)
        cell->unit = slice_of(arena_string(build->report->arena, end));
}

static inline struct cell *build_row(struct build *build, enum table_id id, const char *name,
                                     size_t *block, size_t *row)
{
    struct table *table = &build->report->tables[id];
    for (size_t b = 0; b < table->nblocks; b++) {
        const struct form_block *form = table->blocks[b].form;
        for (size_t r = 0; r < form->nrows; r++) {
            char full[64];
            snprintf(full, sizeof full, "%s%s%s", form->id, *form->id ? "." : "", form->rows[r].id);
            bool is_label_only = form->rows[r].is_group && strcmp(build->want, "label") != 0;
            if (strcmp(full, name) != 0 || is_label_only)
                continue;
            *block = b;
            *row = r;
            return &table->blocks[b].cells[r * form->ncols];
        }
    }
    build_fail(name);
    return NULL;
}

static inline void build_reading(struct build *build, enum table_id id, size_t block, size_t row,
                                 struct span span, unsigned nnumerals, unsigned nexpected)
{
    struct table *table = &build->report->tables[id];
    struct row_reading *reading = arena_push(build->report->arena, &table->rows, &build->rows[id],
                                             table->nrows, sizeof *reading);
    *reading = (struct row_reading){.block = (uint16_t)block,
                                    .row = (uint16_t)row,
                                    .span = span,
                                    .nnumerals = (uint16_t)nnumerals,
                                    .nexpected = (uint16_t)nexpected};
    table->nrows++;
}

static inline void build_values(struct build *build, enum table_id id, const char *name,
                                char *values)
{
    size_t block, row, n = 0;
    struct cell *cells = build_row(build, id, name, &block, &row);
    const struct form_block *form = build->report->tables[id].blocks[block].form;
    struct span span = build_print(build, form->rows[row].label);
    for (char *value = strtok(values, " "); value && n < form->ncols; value = strtok(NULL, " "))
        build_cell(build, &cells[n++], value);
    if (n != form->ncols)
        build_fail(name);
    span.end = (uint32_t)build->text.nbytes - 1;
    if (!build->form->tables[id].one_printed_row || row == 0)
        build_reading(build, id, block, row, span, (unsigned)n, (unsigned)form->ncols);
}

static inline void build_all(struct build *build, enum table_id id, const char *value)
{
    const struct form_table *form = &build->form->tables[id];
    for (size_t b = 0; b < form->nblocks; b++) {
        const struct form_block *block = &form->blocks[b];
        for (size_t r = 0; r < block->nrows; r++) {
            char name[64], values[64] = "";
            if (block->rows[r].is_group || block->rows[r].alternative_of >= 0)
                continue;
            snprintf(name, sizeof name, "%s%s%s", block->id, *block->id ? "." : "",
                     block->rows[r].id);
            for (size_t c = 0; c < block->ncols; c++) {
                strcat(values, value);
                strcat(values, " ");
            }
            build_values(build, id, name, values);
        }
    }
}

static inline void build_missing(struct build *build, enum table_id id, char *names)
{
    struct table *table = &build->report->tables[id];
    table->state = TABLE_INCOMPLETE;
    for (char *name = strtok(names, " "); name; name = strtok(NULL, " ")) {
        size_t block, row;
        struct cell *cells = build_row(build, id, name, &block, &row);
        const struct form_block *form = table->blocks[block].form;
        for (size_t c = 0; c < form->ncols; c++)
            build_cell(build, &cells[c], ".");
        struct missing_row *missing =
            arena_push(build->report->arena, &table->missing, &build->missing[id], table->nmissing,
                       sizeof *missing);
        *missing = (struct missing_row){(uint16_t)block, (uint16_t)row};
        table->nmissing++;
    }
}

static inline void build_unplaced(struct build *build, enum table_id id, char *words)
{
    size_t block, row;
    struct cell *cells = build_row(build, id, strtok(words, " "), &block, &row);
    const char *count = strtok(NULL, " ");
    const struct form_table *table = &build->form->tables[id];
    const struct form_block *form = &table->blocks[block];
    size_t n = table->one_printed_row ? form->nrows * form->ncols : form->ncols;
    for (size_t c = 0; c < n; c++)
        build_cell(build, &cells[c], "?");
    struct span span = build_print(build, form->rows[row].label);
    struct table *reading = &build->report->tables[id];
    for (size_t i = 0; i < reading->nrows; i++) {
        if (reading->rows[i].block == block && reading->rows[i].row == row)
            reading->rows[i] = reading->rows[--reading->nrows];
    }
    build_reading(build, id, block, row, span, (unsigned)atoi(count ? count : "0"), (unsigned)n);
}

static inline void build_label(struct build *build, char *words)
{
    enum table_id id = (enum table_id)(strtok(words, " ")[1] - '2');
    size_t block, row;
    build->want = "label";
    build_row(build, id, strtok(NULL, " "), &block, &row);
    build->want = "";
    const char *printed = strtok(NULL, " ");
    const char *effect = strtok(NULL, " ");
    struct table *table = &build->report->tables[id];
    struct label_reading *label = arena_push(build->report->arena, &table->labels,
                                             &build->labels[id], table->nlabels, sizeof *label);
    *label = (struct label_reading){
        .block = (uint16_t)block,
        .row = (uint16_t)row,
        .match = LABEL_VARIANT,
        .same = strcmp(effect, "same") == 0,
        .effect = arena_string(build->report->arena, effect),
        .span = build_print(build, printed),
    };
    table->nlabels++;
}

static inline void build_section(struct build *build, char *words)
{
    struct report *report = build->report;
    struct section *section = arena_push(report->arena, &report->sections, &build->sections,
                                         report->nsections, sizeof *section);
    section->id = arena_string(report->arena, strtok(words, " "));
    section->title = arena_string(report->arena, strtok(NULL, " "));
    section->numeral = "";
    section->heading = build_print(build, section->title);
    section->body = (struct span){section->heading.end + 1, UINT32_MAX};
    report->nsections++;
}

static inline void build_sentence(struct build *build, const char *text)
{
    struct report *report = build->report;
    struct sentence *sentence = arena_push(report->arena, &report->sentences, &build->sentences,
                                           report->nsentences, sizeof *sentence);
    sentence->span = build_print(build, text);
    sentence->section = (int)report->nsections - 1;
    report->nsentences++;
}

static inline void build_figure(struct build *build, const char *text)
{
    struct report *report = build->report;
    struct figure *figure = arena_push(report->arena, &report->figures, &build->figures,
                                       report->nfigures, sizeof *figure);
    figure->span = build_print(build, text);
    figure->value = strtoll(text, NULL, 10) * CELL_SCALE;
    figure->unit = "";
    report->nfigures++;
}

static inline void build_table_command(struct build *build, enum table_id id, char *rest)
{
    struct table *table = &build->report->tables[id];
    char *word = strtok(rest, " ");
    char *tail = strtok(NULL, "");
    if (strcmp(word, "absent") == 0)
        table->state = TABLE_ABSENT;
    else if (strcmp(word, "doubtful") == 0)
        table->state = TABLE_DOUBTFUL;
    else if (strcmp(word, "strewn") == 0)
        table->is_strewn = true;
    else if (strcmp(word, "empty") == 0)
        build_table(build, id);
    else if (strcmp(word, "all") == 0)
        build_all(build, id, tail);
    else if (strcmp(word, "missing") == 0)
        build_missing(build, id, tail);
    else if (strcmp(word, "unplaced") == 0)
        build_unplaced(build, id, tail);
    else
        build_values(build, id, word, tail);
    if (table->state == TABLE_ABSENT)
        build_table(build, id), table->state = TABLE_ABSENT, table->layout = NULL;
}

static inline void build_edition(struct build *build, const struct forms *forms, const char *name)
{
    build->form = forms_find(forms, name);
    if (!build->form)
        build_fail(name);
    build->report->edition = build->form->edition;
    for (int t = 0; t < TABLE_COUNT; t++)
        build_table(build, (enum table_id)t);
}

static inline void build_command(struct build *build, const struct forms *forms, char *line)
{
    struct report *report = build->report;
    char *rest = strchr(line, ' ');
    if (!rest)
        build_fail(line);
    *rest++ = '\0';
    if (strcmp(line, "edition") == 0)
        build_edition(build, forms, rest);
    else if (strcmp(line, "year") == 0)
        report->who.year = atoi(rest);
    else if (strcmp(line, "kind") == 0)
        report->who.kind = arena_string(report->arena, rest);
    else if (strcmp(line, "label") == 0)
        build_label(build, rest);
    else if (strcmp(line, "section") == 0)
        build_section(build, rest);
    else if (strcmp(line, "text") == 0)
        build_sentence(build, rest);
    else if (strcmp(line, "number") == 0)
        build_figure(build, rest);
    else if (line[0] == 'T' && line[1] >= '2' && line[1] <= '4')
        build_table_command(build, (enum table_id)(line[1] - '2'), rest);
    else
        build_fail(line);
}

static inline void build_finish(struct build *build)
{
    struct report *report = build->report;
    report->text = arena_copy(report->arena, str_slice(&build->text));
    report->text_nbytes = (uint32_t)build->text.nbytes;
    for (size_t i = 0; i < report->nsections; i++)
        if (report->sections[i].body.end > report->text_nbytes)
            report->sections[i].body.end = report->text_nbytes;
    str_release(&build->text);
}

/* The caller frees with report_free. */
static inline struct report *report_build(const struct forms *forms, const char *spec)
{
    struct arena *arena = arena_new();
    struct build build = {
        .report = arena_alloc(arena, sizeof(struct report)), .text = STR_INIT, .want = ""};
    build.report->arena = arena;
    build.report->forms = forms;
    build.report->path = "built.txt";
    build_edition(&build, forms, "2019");
    char *copy = arena_string(arena, spec);
    for (char *line = copy; line && *line;) {
        char *end = strchr(line, '\n');
        if (end)
            *end++ = '\0';
        if (*line)
            build_command(&build, forms, line);
        line = end;
    }
    build_finish(&build);
    return build.report;
}

#endif
