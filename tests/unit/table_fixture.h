/* A report that has been through the stage of the tables only. */
#ifndef GOUJI_TESTS_TABLE_FIXTURE_H
#define GOUJI_TESTS_TABLE_FIXTURE_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/report/stages.h"

static struct forms *test_forms;

static inline int load_forms(void **state)
{
    struct err err = {0};
    (void)state;
    test_forms = forms_load("data/forms", &err);
    if (!test_forms)
        print_error("%s\n", err.text);
    return test_forms ? 0 : -1;
}

static inline int free_forms(void **state)
{
    (void)state;
    forms_free(test_forms);
    return 0;
}

static inline struct report *read_tables(struct slice text)
{
    struct err err = {0};
    struct arena *arena = arena_new();
    assert_non_null(arena);
    struct report *report = arena_alloc(arena, sizeof *report);
    report->arena = arena;
    report->forms = test_forms;
    report->text = arena_copy(arena, text);
    report->text_nbytes = (uint32_t)text.nbytes;
    size_t nlines = 0;
    for (size_t i = 0; i < text.nbytes; i++)
        nlines += i == 0 || text.ptr[i - 1] == '\n';
    uint32_t *lines = arena_array(arena, nlines + 1, sizeof *lines);
    for (size_t i = 0; i < text.nbytes; i++)
        if (i == 0 || text.ptr[i - 1] == '\n')
            lines[report->nlines++] = (uint32_t)i;
    report->lines = lines;
    int result = stage_tables(report, &err);
    if (result < 0)
        print_error("%s\n", err.text);
    assert_int_equal(result, 0);
    return report;
}

static inline void free_report(struct report *report)
{
    arena_free(report->arena);
}

/* The cell, or NULL; of one-row forms and sub-rows whichever is asked for. */
static inline const struct cell *find_cell(const struct report *report, const char *id)
{
    for (int t = 0; t < TABLE_COUNT; t++)
        for (size_t b = 0; b < report->tables[t].nblocks; b++) {
            const struct block_reading *block = &report->tables[t].blocks[b];
            for (size_t i = 0; i < block->form->nrows * block->form->ncols; i++)
                if (!block->form->rows[block->cells[i].row].is_group &&
                    strcmp(block->cells[i].id, id) == 0)
                    return &block->cells[i];
        }
    return NULL;
}

static const char *const state_names[CELL_STATE_COUNT] = {"number", "blank",  "mark",
                                                          "text",   "absent", "unplaced"};

/* "0", "-3" for numbers (amounts with their millionths), else the state. */
static inline const char *show_cell(const struct report *report, const char *id, char buffer[64])
{
    const struct cell *cell = find_cell(report, id);
    if (!cell)
        return "none";
    if (cell->state != CELL_NUMBER)
        return state_names[cell->state];
    snprintf(buffer, 64, "%.*s", (int)(cell->span.end - cell->span.start),
             report->text + cell->span.start);
    return buffer;
}

static inline void check_cell(const struct report *report, const char *id, const char *wanted)
{
    char buffer[64];
    const char *shown = show_cell(report, id, buffer);
    if (strcmp(shown, wanted) != 0)
        print_error("%s: %s, not %s\n", id, shown, wanted);
    assert_string_equal(shown, wanted);
}

#endif
