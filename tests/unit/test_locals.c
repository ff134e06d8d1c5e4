/* Lines that may be tables the form does not know: each is looked at a few times,
 * however many there are. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "../../src/report/locals.h"

enum { FEW = 2000, MANY = 4 * FEW, MOST_LOOKS = 70 };

/* The pieces of a text: fields between tabs, a digit a number, in a page's table of
 * `per_table` lines each, or no page. */
struct cut {
    struct pieces pieces;
    struct markup_row *rows;
    size_t nlines;
};

static void cut_line(struct cut *cut, const char *text, size_t nbytes)
{
    struct piece_line *line = &cut->pieces.lines[cut->nlines];
    *line = (struct piece_line){.first = (uint32_t)cut->pieces.nitems, .npieces = 1};
    line->is_blank = nbytes == 0;
    struct piece *piece = &cut->pieces.items[cut->pieces.nitems++];
    *piece = (struct piece){.shape = SHAPE_EMPTY};
    for (size_t i = 0; i < nbytes; i++) {
        if (text[i] == '\t') {
            piece = &cut->pieces.items[cut->pieces.nitems++];
            *piece = (struct piece){.shape = SHAPE_EMPTY};
            line->npieces++;
        } else {
            piece->shape = text[i] >= '0' && text[i] <= '9' ? SHAPE_NUMBER : SHAPE_TEXT;
        }
    }
    cut->nlines++;
}

static void cut_text(struct cut *cut, const char *unit, size_t nunits, size_t per_table)
{
    size_t nbytes = strlen(unit) * nunits + 1;
    *cut = (struct cut){.pieces = {.lines = calloc(nbytes, sizeof *cut->pieces.lines),
                                   .items = calloc(2 * nbytes, sizeof *cut->pieces.items)},
                        .rows = calloc(nbytes, sizeof *cut->rows)};
    assert_true(cut->pieces.lines && cut->pieces.items && cut->rows);
    for (size_t i = 0; i < nunits; i++)
        for (const char *line = unit; *line; line = strchr(line, '\n') + 1)
            cut_line(cut, line, strcspn(line, "\n"));
    for (size_t i = 0; per_table > 0 && i < cut->nlines; i++) {
        cut->rows[i].table = (uint32_t)(i / per_table);
        cut->pieces.lines[i].markup = &cut->rows[i];
    }
}

static void release(struct cut *cut)
{
    free(cut->pieces.lines);
    free(cut->pieces.items);
    free(cut->rows);
}

static size_t count_looks(const struct cut *cut, size_t *ntables)
{
    struct local_search search = {.pieces = &cut->pieces, .end = cut->nlines};
    struct local_lines lines;
    *ntables = 0;
    for (size_t i = 0; i < cut->nlines;) {
        bool found = local_find(&search, i, &lines);
        *ntables += found;
        i = found ? lines.end : i + 1;
    }
    return search.nlooks;
}

static void check_looks(const char *unit, size_t per_table)
{
    const size_t sizes[] = {FEW, MANY};
    for (size_t i = 0; i < 2; i++) {
        struct cut cut;
        size_t ntables;
        cut_text(&cut, unit, sizes[i], per_table);
        size_t nlooks = count_looks(&cut, &ntables);
        if (nlooks > MOST_LOOKS * cut.nlines)
            fail_msg("%zu lines, %zu looks: %s", cut.nlines, nlooks, unit);
        assert_int_equal(ntables, 0);
        release(&cut);
    }
}

static void lines_are_looked_at_a_few_times(void **state)
{
    (void)state;
    check_looks("\ta\n", 0);
    check_looks("\t\n", 0);
    check_looks("a\tb\n", 0);
    check_looks("\ta\nb\n", 0);
    check_looks("\ta\n\ta\n\n", 0);
    check_looks("\ta\n\ta\n\ta\n\n\ta\n\ta\n\n", 0);
    check_looks("a\tb\n\n", 0);
    check_looks("a\tb\n\ta\n", 0);
    check_looks("a\tb\n", 1);
    check_looks("a\tb\na\t\n", 1);
    check_looks("a\tb\na\t\n", 2);
    check_looks("a\tb\na\t\n", 3);
    check_looks("a\tb\n", MANY);
    check_looks("a\t\n", MANY);
}

static void check_tables(const char *text, size_t per_table, size_t first, size_t end)
{
    struct cut cut;
    struct local_lines lines = {.first = 0};
    cut_text(&cut, text, 1, per_table);
    struct local_search search = {.pieces = &cut.pieces, .end = cut.nlines};
    size_t i = 0;
    while (i < cut.nlines && !local_find(&search, i, &lines))
        i++;
    assert_int_equal(i, first);
    assert_int_equal(lines.first, first);
    assert_int_equal(lines.end, end);
    release(&cut);
}

/* What is known from the lines before does not hide one that begins among them. */
static void tables_behind_others_are_found(void **state)
{
    (void)state;
    check_tables("a\tb\na\t\na\t1\na\t1\na\t1\n", 0, 2, 5);
    check_tables("\ta\n\t1\n\t1\n\n\t1\n\t1\n\n\t1\n\t1\n", 0, 1, 9);
    check_tables("\ta\n\ta\n\n\ta\n\ta\n\ta\n\n\t1\n\t1\n\t1\n\n\t1\n\t1\n\t1\n", 0, 3, 14);
    check_tables("a\tb\na\tb\na\tb\na\t1\n1\t\n1\t\n", 3, 3, 6);
    check_tables("\ta\n\ta\n\ta\n\n\ta\n\ta\n\ta\n\n\t1\n\t1\n\n\t1\n\t1\n", 0, 5, 13);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(lines_are_looked_at_a_few_times),
                                       cmocka_unit_test(tables_behind_others_are_found)};
    return cmocka_run_group_tests_name("locals", tests, NULL, NULL);
}
