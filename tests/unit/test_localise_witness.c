/* Who is wrong, the table or what speaks beside it: figures of the prose, last
 * year's carry-over; and what is said where sums leave it open. */
#include "review_fixture.h"

#include "report_build.h"

#define ZEROS "T2 all 0\nT3 all 0\nT4 all 0\n"

static const struct culprit *first_culprit(const struct findings *findings)
{
    for (size_t i = 0; i < findings->nitems; i++)
        if (findings->items[i].culprit)
            return findings->items[i].culprit;
    return NULL;
}

static const struct culprit *need_culprit(const struct findings *findings)
{
    const struct culprit *culprit = first_culprit(findings);
    for (size_t i = 0; !culprit && i < findings->nitems; i++)
        print_message("%s/%s %s\n", findings->items[i].rule->id, findings->items[i].instance,
                      findings->items[i].message[LANG_ZH]);
    if (!culprit)
        fail_msg("nothing is named");
    return culprit;
}

/* The table balances, the prose says another number. */
static void the_prose_is_the_odd_one_out(void **state)
{
    struct desk *desk = *state;
    desk->prose = "2023年，本机关新收政府信息公开申请12件。";
    desk_start(desk);
    const struct culprit *culprit = need_culprit(review_findings(desk->review));
    assert_int_equal(culprit->fault, FAULT_PROSE);
    assert_true(culprit->is_unique);
    assert_int_equal(culprit->repairs[0].changes[0].from, 12);
    assert_int_equal(culprit->repairs[0].changes[0].to, 10);
    assert_memory_equal(culprit->repairs[0].changes[0].cell, "TXT.", 4);
    desk_close(desk);
}

/* The prose says what the table would say but for one cell. */
static void the_prose_bears_a_cell_out(void **state)
{
    struct desk *desk = *state;
    desk->prose = "2023年，本机关新收政府信息公开申请10件。";
    desk_set(desk, "new", DESK_COLS - 1, 12);
    desk_start(desk);
    const struct findings *findings = review_findings(desk->review);
    const struct culprit *culprit = need_culprit(findings);
    assert_int_equal(culprit->fault, FAULT_REPORT);
    assert_true(culprit->is_unique);
    assert_string_equal(culprit->repairs[0].changes[0].cell, "T3.new.tot");
    assert_int_equal(culprit->repairs[0].changes[0].to, 10);
    assert_int_equal(culprit->repairs[0].nwitnesses, 1);
    int cause = findings->items[desk_find(desk, "T3-02", "new")].cause;
    assert_true(cause > 0);
    for (size_t i = 0; i < findings->nitems; i++)
        if (findings->items[i].culprit == culprit)
            assert_int_equal(findings->items[i].cause, cause);
    desk_close(desk);
}

struct built {
    struct report *report, *prior;
    struct findings *findings;
};

static struct built build(const struct desk *desk, const char *spec, const char *prior)
{
    struct built built = {.report = report_build(desk->forms, spec)};
    built.prior = prior ? report_build(desk->forms, prior) : NULL;
    built.findings = findings_make(built.report, built.prior, desk->rules, NULL, 0, NULL);
    assert_non_null(built.findings);
    return built;
}

static void built_free(struct built *built)
{
    findings_free(built->findings);
    report_free(built->report);
    report_free(built->prior);
}

/* A count below 0 has to be changed whatever the total is. */
static void a_count_below_zero_in_table_four(void **state)
{
    struct built built = build(*state, ZEROS "T4 review 4 1 1 -2 8\n", NULL);
    const struct culprit *culprit = need_culprit(built.findings);
    assert_string_equal(culprit->repairs[0].changes[0].cell, "T4.review.pending");
    assert_int_equal(culprit->repairs[0].changes[0].to, 2);
    assert_int_equal(culprit->nfound, 5);
    built_free(&built);
    built = build(*state, ZEROS "T4 review 4 1 1 2 9\n", NULL);
    culprit = need_culprit(built.findings);
    assert_string_equal(culprit->repairs[0].changes[0].cell, "T4.review.total");
    built_free(&built);
}

/* What the prose has of the results is no check of its own, but tells which of them is wrong. */
static void the_prose_tells_of_results(void **state)
{
    static const struct {
        const char *row, *says, *cell;
        int64_t to;
    } table[] = {
        {"4\t1\t1\t2\t9\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0",
         "行政复议9件，其中维持4件、纠正1件、其他2件、未审结2件。", "T4.review.other", 2},
        {"4\t1\t1\t2\t9\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0",
         "行政复议9件，其中4件维持、2件被纠正、1件尚未审结。", "T4.review.corrected", 2},
        {"8\t1\t1\t2\t7\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0", "行政复议结果维持3件。", "T4.review.upheld",
         3},
        {"120\t1\t1\t2\t7\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0", "行政复议维持原行政行为3件。",
         "T4.review.upheld", 3},
        {"0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t4\t1\t1\t2\t9", "复议后起诉9件，结果纠正2件。",
         "T4.after.corrected", 2},
        {"0\t0\t0\t0\t0\t4\t1\t1\t2\t9\t0\t0\t0\t0\t0",
         "未经复议直接起诉的结果维持4件，结果纠正1件，其他结果2件。", "T4.direct.other", 2},
        {"0\t0\t0\t0\t0\t4\t1\t1\t2\t9\t0\t0\t0\t0\t0", "行政诉讼9件，其中正在审理3件。",
         "T4.direct.pending", 3},
        /* What is denied is 0 in total; reviews are no suits, and last year is not this one. */
        {"0\t0\t0\t0\t0\t0\t0\t0\t2\t0\t0\t0\t0\t0\t0", "未发生行政复议、行政诉讼案件。",
         "T4.direct.pending", 0},
        {"0\t0\t0\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0", "未被提起行政诉讼。", "T4.direct.upheld",
         0},
        {"0\t0\t0\t0\t0\t0\t0\t0\t2\t0\t0\t0\t0\t0\t0", "未发生行政复议。", "T4.direct.total", 2},
        {"0\t0\t0\t0\t0\t0\t0\t0\t2\t0\t0\t0\t0\t0\t0", "上年未发生行政诉讼。", "T4.direct.total",
         2},
        /* Without it, or where it contradicts itself, the nearest in digits, totals first. */
        {"4\t1\t1\t2\t9\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0", "行政复议有序。", "T4.review.total", 8},
        {"4\t1\t1\t2\t9\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0", "行政复议维持5件。行政复议维持4件。",
         "T4.review.total", 8},
        {"4\t1\t1\t2\t9\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0", "上年行政复议维持5件。", "T4.review.total",
         8},
    };
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct desk *desk = *state;
        desk_clear(desk);
        desk->t4 = table[i].row;
        desk->prose = table[i].says;
        desk_start(desk);
        const struct findings *findings = review_findings(desk->review);
        const struct culprit *culprit = need_culprit(findings);
        if (strcmp(culprit->repairs[0].changes[0].cell, table[i].cell) != 0)
            fail_msg("%s: %s", table[i].says, culprit->repairs[0].text[LANG_ZH]);
        assert_int_equal(culprit->repairs[0].changes[0].to, table[i].to);
        assert_true(culprit->nfound > 1);
        for (size_t k = 0; k < findings->nitems; k++)
            assert_null(strchr(findings->items[k].instance, '.'));
        desk_close(desk);
    }
}

/* Last year's report that balances is not to be changed so that it no longer does, where
 * something else speaks against this one. */
static void last_year_that_balances(void **state)
{
    struct built built =
        build(*state,
              "year 2020\n" ZEROS "T3 new 4 0 0 0 0 0 4\nT3 carry_in 6 0 0 0 0 0 6\n"
              "T3 open 11 0 0 0 0 0 11\nT3 total 11 0 0 0 0 0 11\n",
              "year 2019\n" ZEROS "T3 new 7 0 0 0 0 0 7\nT3 carry_out 7 0 0 0 0 0 7\n");
    const struct culprit *culprit = need_culprit(built.findings);
    for (size_t i = 0; i < culprit->nrepairs; i++)
        for (size_t k = 0; k < culprit->repairs[i].nchanges; k++)
            assert_true(culprit->repairs[i].changes[k].is_here);
    assert_int_equal(culprit->fault, FAULT_REPORT);
    assert_string_equal(culprit->repairs[0].changes[0].cell, "T3.carry_in.np");
    assert_int_equal(culprit->repairs[0].changes[0].to, 7);
    built_free(&built);
}

/* Where this one balances as well, it is the fewest changes that are named: last year's. */
static void two_years_that_balance(void **state)
{
    static const char *const last_year =
        "year 2019\n" ZEROS "T3 new 7 0 0 0 0 0 7\nT3 carry_out 7 0 0 0 0 0 7\n";
    struct built built =
        build(*state,
              "year 2020\n" ZEROS "T3 new 4 0 0 0 0 0 4\nT3 carry_in 6 0 0 0 0 0 6\n"
              "T3 open 10 0 0 0 0 0 10\nT3 total 10 0 0 0 0 0 10\n",
              last_year);
    const struct culprit *culprit = need_culprit(built.findings);
    assert_int_equal(culprit->fault, FAULT_PRIOR);
    assert_false(culprit->is_unique);
    assert_int_equal(culprit->repairs[0].nchanges, 2);
    assert_string_equal(culprit->repairs[0].changes[0].cell, "prior:T3.carry_out.np");
    assert_int_equal(culprit->repairs[0].changes[0].to, 6);
    assert_non_null(strstr(culprit->line[LANG_EN], "either may be wrong"));
    built_free(&built);
}

/* Nor does a carry-over that nothing explains hide a slip elsewhere. */
static void a_slip_beside_a_carry_over(void **state)
{
    struct built built =
        build(*state,
              "year 2020\n" ZEROS "T3 new 4 1 0 0 0 0 5\nT3 carry_in 6 2 0 0 0 0 8\n"
              "T3 open 10 3 0 0 0 0 13\nT3 partial 0 0 0 0 0 0 5\nT3 total 10 3 0 0 0 0 13\n",
              "year 2019\n" ZEROS "T3 new 7 4 1 0 0 0 12\nT3 carry_out 7 4 1 0 0 0 12\n");
    const struct culprit *culprit = need_culprit(built.findings);
    assert_int_equal(culprit->repairs[0].nchanges, 1);
    assert_string_equal(culprit->repairs[0].changes[0].cell, "T3.partial.tot");
    built_free(&built);
}

/* One that does not balance with what it carried out is the likelier. */
static void two_years_that_differ(void **state)
{
    struct built built =
        build(*state,
              "year 2020\n" ZEROS "T3 new 4 0 0 0 0 0 4\nT3 carry_in 6 0 0 0 0 0 6\n"
              "T3 open 10 0 0 0 0 0 10\nT3 total 10 0 0 0 0 0 10\n",
              "year 2019\n" ZEROS "T3 new 6 0 0 0 0 0 6\nT3 carry_out 7 0 0 0 0 0 7\n");
    const struct culprit *culprit = need_culprit(built.findings);
    assert_false(culprit->is_unique);
    assert_int_equal(culprit->fault, FAULT_PRIOR);
    assert_false(culprit->repairs[0].changes[0].is_here);
    built_free(&built);
}

/* New and carried-in exchanged whole: only last year's report sees it. */
static void last_year_sees_rows_exchanged(void **state)
{
    struct built built =
        build(*state,
              "year 2020\n" ZEROS "T3 new 6 0 0 0 0 0 6\nT3 carry_in 4 0 0 0 0 0 4\n"
              "T3 open 10 0 0 0 0 0 10\nT3 total 10 0 0 0 0 0 10\n",
              "year 2019\n" ZEROS "T3 carry_out 6 0 0 0 0 0 6\n");
    const struct culprit *culprit = need_culprit(built.findings);
    assert_int_equal(culprit->repairs[0].kind, REPAIR_ROWS_SWAPPED);
    assert_int_equal(culprit->repairs[0].nchanges, 4);
    assert_false(culprit->is_unique); /* last year's report may be wrong as well */
    built_free(&built);
}

static void set_row(struct desk *desk, const char *row, int persons, int firms)
{
    desk_set(desk, row, 0, persons);
    desk_set(desk, row, 1, firms);
    desk_set(desk, row, DESK_COLS - 1, persons + firms);
}

static const struct culprit *first_culprit_of(struct desk *desk, const char *prose)
{
    desk->prose = prose;
    desk_start(desk);
    return need_culprit(review_findings(desk->review));
}

/* Two rows exchanged whole leave all sums standing: only the prose sees it, and one slip comes
 * before two wrong numbers in the prose. */
static void the_prose_sees_rows_exchanged(void **state)
{
    struct desk *desk = *state;
    set_row(desk, "new", 8, 2);
    set_row(desk, "open", 4, 0);
    set_row(desk, "partial", 4, 2);
    set_row(desk, "total", 8, 2);
    const struct culprit *culprit =
        first_culprit_of(desk, "办理政府信息公开申请，予以公开6件，部分公开4件。");
    assert_int_equal(culprit->repairs[0].kind, REPAIR_ROWS_SWAPPED);
    assert_int_equal(culprit->fault, FAULT_REPORT);
    assert_int_equal(culprit->nfound, 2);
    assert_int_equal(culprit->repairs[1].kind, REPAIR_SWAP);
    assert_false(culprit->is_unique);
    desk_close(desk);
}

static void the_prose_sees_columns_exchanged(void **state)
{
    struct desk *desk = *state;
    set_row(desk, "new", 3, 7);
    set_row(desk, "open", 2, 4);
    set_row(desk, "partial", 1, 3);
    set_row(desk, "total", 3, 7);
    const struct culprit *culprit =
        first_culprit_of(desk, "收到自然人申请7件，法人或其他组织申请3件。");
    assert_int_equal(culprit->repairs[0].kind, REPAIR_COLUMNS_SWAPPED);
    desk_close(desk);
}

/* A figure of the prose has nothing to do with two cells that have several explanations. */
static void a_slip_of_the_prose_stands_apart(void **state)
{
    struct desk *desk = *state;
    desk->prose = "2023年，本机关新收政府信息公开申请12件。";
    desk_set(desk, "partial", 0, 4);
    desk_set(desk, "partial", DESK_COLS - 1, 4);
    desk_start(desk);
    const struct findings *findings = review_findings(desk->review);
    const struct finding *told = NULL;
    for (size_t i = 0; i < findings->nitems; i++)
        if (strcmp(findings->items[i].rule->id, "TT-01") == 0)
            told = &findings->items[i];
    assert_non_null(told);
    const struct finding *column = &findings->items[desk_find(desk, "T3-03", "np")];
    assert_non_null(told->culprit);
    assert_non_null(column->culprit);
    assert_ptr_not_equal(told->culprit, column->culprit);
    assert_true(told->culprit->is_unique);
    assert_int_equal(told->culprit->fault, FAULT_PROSE);
    assert_int_equal(told->culprit->changes, 1);
    assert_int_equal(told->cause, 0);
    assert_true(column->culprit->nrepairs > 1);
    assert_int_equal(column->culprit->changes, 2);
    desk_close(desk);
}

/* An exchange of the rows would upset a sum, or a third number of the prose. */
static void the_prose_has_two_numbers_exchanged(void **state)
{
    struct desk *desk = *state;
    set_row(desk, "new", 8, 2);
    set_row(desk, "carry_in", 2, 0);
    set_row(desk, "open", 9, 2);
    set_row(desk, "total", 9, 2);
    set_row(desk, "carry_out", 1, 0);
    const struct culprit *culprit =
        first_culprit_of(desk, "全年新收政府信息公开申请11件，办结政府信息公开申请10件。");
    assert_int_equal(culprit->repairs[0].kind, REPAIR_SWAP);
    assert_int_equal(culprit->fault, FAULT_PROSE);
    desk_close(desk);
}

static void set_values(struct desk *desk, const char *row, const int values[DESK_COLS])
{
    for (size_t col = 0; col < DESK_COLS; col++)
        desk_set(desk, row, col, values[col]);
}

/* A sentence copied from the wrong table agrees with it, and hides nothing all the same. */
static void the_prose_is_copied_from_a_wrong_table(void **state)
{
    static const struct {
        int rows[6][DESK_COLS];
        const char *prose;
        enum repair_kind kind;
    } table[] = {
        {{{118, 18, 1, 0, 5, 1, 143},
          {0},
          {0, 52, 9, 0, 0, 2, 1},
          {66, 9, 1, 0, 3, 0, 79},
          {118, 18, 1, 0, 5, 1, 143},
          {0}},
         "2023年办理政府信息公开申请，予以公开1件。",
         REPAIR_ROW_SHIFT},
        {{{115, 17, 1, 0, 4, 1, 138},
          {3, 1, 0, 0, 0, 0, 4},
          {60, 9, 1, 0, 2, 1, 73},
          {55, 8, 0, 0, 2, 0, 65},
          {118, 18, 1, 0, 5, 1, 143},
          {6, 2, 0, 0, 1, 0, 9}},
         "2023年收到政府信息公开申请138件。",
         REPAIR_ROWS_SWAPPED},
    };
    static const char *const rows[] = {"new", "carry_in", "open", "partial", "total", "carry_out"};
    for (size_t i = 0; i < sizeof table / sizeof *table; i++) {
        struct desk *desk = *state;
        desk_clear(desk);
        for (size_t k = 0; k < sizeof rows / sizeof *rows; k++)
            set_values(desk, rows[k], table[i].rows[k]);
        const struct culprit *culprit = first_culprit_of(desk, table[i].prose);
        assert_true(culprit->nrepairs > 0);
        assert_int_equal(culprit->repairs[0].kind, table[i].kind);
        assert_false(culprit->is_unique);
        desk_close(desk);
    }
}

/* Last year's report says what the cell should be. */
static void last_year_bears_a_cell_out(void **state)
{
    struct built built = build(*state,
                               "year 2020\n" ZEROS "T3 carry_in 9 0 0 0 0 0 6\n"
                               "T3 open 6 0 0 0 0 0 6\nT3 total 6 0 0 0 0 0 6\n",
                               "year 2019\n" ZEROS "T3 carry_out 6 0 0 0 0 0 6\n");
    const struct culprit *culprit = need_culprit(built.findings);
    assert_true(culprit->is_unique);
    assert_string_equal(culprit->repairs[0].changes[0].cell, "T3.carry_in.np");
    assert_int_equal(culprit->repairs[0].changes[0].to, 6);
    assert_int_equal(culprit->repairs[0].nwitnesses, 1);
    assert_string_equal(culprit->repairs[0].witnesses[0], "prior:T3.carry_out.np");
    built_free(&built);
}

/* The same slip in a value and in its row's sum: neither alone would leave the row's sum
 * standing, so they are one entry. */
static void values_bound_by_a_sum_that_holds(void **state)
{
    struct built built = build(*state,
                               ZEROS "T3 new 40 5 0 0 0 0 45\nT3 open 8 5 0 0 0 0 13\n"
                                     "T3 unable_2 132 0 0 0 0 0 132\nT3 total 40 5 0 0 0 0 45\n",
                               NULL);
    const struct culprit *culprit = need_culprit(built.findings);
    assert_int_equal(culprit->changes, 2);
    assert_false(culprit->is_unique);
    for (size_t i = 0; i < built.findings->nitems; i++)
        if (built.findings->items[i].culprit)
            assert_ptr_equal(built.findings->items[i].culprit, culprit);
    built_free(&built);
}

/* Any row of zeros would do: each may be the one left out, and none is said to be. */
static void rows_of_zeros_are_equal_explanations(void **state)
{
    static const struct {
        const char *rows;
        size_t nfound;
        const char *first, *said;
    } cases[] = {
        {"T3 new 9 5 1 2 3 4 24\nT3 open 4 3 0 1 1 2 11\nT3 total 9 5 1 2 3 4 24\n", 18,
         "T3.partial.np", "；共 18 种解释，列出前 8 种；现为零、都可能漏填的行：（二）、（三）1、"},
        {"T3 new 9 5 1 2 3 4 24\nT3 partial 4 3 0 1 1 2 11\nT3 total 9 5 1 2 3 4 24\n", 18,
         "T3.open.np", "现为零、都可能漏填的行：（一）、（三）1、"},
        /* What the row's own sum, or a column that holds, speaks against is not claimed. */
        {"T3 new 9 5 1 2 3 4 24\nT3 open 4 3 0 1 1 2 11\nT3 total 9 5 1 2 3 5 24\n", 0, NULL,
         "整表不平"},
        {"T3 new 9 5 1 2 3 4 24\nT3 open 4 7 0 1 1 2 15\nT3 total 9 5 1 2 3 4 24\n", 0, NULL,
         "整表不平"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str text = STR_INIT;
        str_format(&text, ZEROS "%s", cases[i].rows);
        struct built built = build(*state, str_text(&text), NULL);
        const struct culprit *culprit = need_culprit(built.findings);
        assert_int_equal(culprit->nfound, cases[i].nfound);
        assert_false(culprit->is_unique);
        assert_non_null(strstr(culprit->line[LANG_ZH], cases[i].said));
        for (size_t k = 0; k < culprit->nrepairs; k++)
            assert_int_equal(culprit->repairs[k].kind, REPAIR_ROW_ZERO);
        if (cases[i].first)
            assert_string_equal(culprit->repairs[0].changes[0].cell, cases[i].first);
        built_free(&built);
        str_release(&text);
    }
}

/* A number that may be of another scope is no witness, but tells which of two rows is wrong. */
static void a_figure_beside_a_doubtful_word_tells(void **state)
{
    struct desk *desk = *state;
    set_row(desk, "new", 1000, 0);
    set_row(desk, "open", 890, 0);
    set_row(desk, "unable_1", 212, 0);
    set_row(desk, "unable_2", 59, 0);
    set_row(desk, "total", 1071, 0);
    set_row(desk, "carry_in", 71, 0);
    const struct culprit *culprit = first_culprit_of(
        desk, "（二）依申请公开。规范办理申请。无法提供181件，其中本机关不掌握122件。");
    assert_string_equal(culprit->repairs[0].changes[0].cell, "T3.unable_1.np");
    assert_int_equal(culprit->repairs[0].changes[0].to, 122);
    assert_int_equal(culprit->nfound, 2);
    desk_close(desk);
}

/* Where two figures of one sentence differ they may both be right; and where the prose sees that
 * two rows were exchanged, the figure may be. */
static void a_figure_is_not_always_the_only_explanation(void **state)
{
    static const struct {
        const char *prose;
        bool is_unique;
    } cases[] = {
        {"全年新收政府信息公开申请12件。", true},
        {"全年新收政府信息公开申请12件，结转下年度继续办理2件。", false},
        {"全年新收政府信息公开申请12件。结转下年度继续办理2件。", true},
        {"办理政府信息公开申请，予以公开4件。", false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct desk *desk = *state;
        desk_clear(desk);
        set_row(desk, "open", 6, 0);
        set_row(desk, "partial", 4, 0);
        const struct culprit *culprit = first_culprit_of(desk, cases[i].prose);
        assert_int_equal(culprit->fault, FAULT_PROSE);
        if (culprit->is_unique != cases[i].is_unique)
            fail_msg("%s: %s", cases[i].prose, culprit->line[LANG_ZH]);
        desk_close(desk);
    }
}

/* Table four: one sum of five values, any of which may be wrong. */
static void table_four_has_up_to_five(void **state)
{
    struct built built = build(*state, "T2 all 0\nT3 all 0\nT4 all 0\nT4 review 3 1 2 1 9\n", NULL);
    const struct culprit *culprit = need_culprit(built.findings);
    assert_int_equal(culprit->nfound, 5);
    assert_int_equal(culprit->nrepairs, 5);
    assert_true(culprit->is_whole);
    assert_false(culprit->is_unique);
    for (size_t i = 1; i < culprit->nrepairs; i++)
        assert_true(culprit->repairs[i - 1].score <= culprit->repairs[i].score);
    assert_non_null(strstr(culprit->line[LANG_ZH], "共 5 种解释"));
    built_free(&built);
}

/* Its values a place too far, or a total before its parts: before any guess at digits, where sums
 * that fail hold once they are moved back; not where only one number need be another. */
static void table_four_shifted(void **state)
{
    static const struct {
        const char *row, *says, *cell;
        int64_t to;
        bool is_shift;
    } cases[] = {
        {"7\t3\t1\t2\t1\t2\t1\t0\t1\t4\t1\t0\t1\t0\t2", "行政复议7件。", "T4.review.total", 7,
         true},
        {"7\t3\t1\t2\t1\t2\t1\t0\t1\t4\t1\t0\t1\t0\t2", "办理有序。", "T4.review.upheld", 3, true},
        {"3\t1\t2\t1\t7\t0\t2\t1\t3\t1\t7\t1\t5\t1\t0", "行政诉讼14件。", "T4.direct.total", 7,
         true},
        {"3\t1\t2\t1\t7\t0\t2\t1\t3\t1\t7\t1\t5\t1\t0", "办理有序。", "T4.direct.total", 7, true},
        {"1\t2\t1\t7\t2\t1\t3\t1\t7\t1\t5\t1\t0\t7\t7", "办理有序。", "T4.review.upheld", 3, true},
        /* One band that fails is no more a shift than a slip; nor are two that no shift mends. */
        {"0\t3\t1\t2\t1\t2\t1\t0\t1\t4\t1\t0\t1\t0\t2", "办理有序。", "", 0, false},
        {"7\t7\t0\t0\t0\t2\t1\t0\t1\t4\t1\t0\t1\t0\t2", "办理有序。", "", 0, false},
        {"3\t1\t2\t1\t7\t0\t2\t1\t3\t1\t8\t1\t5\t1\t0", "办理有序。", "", 0, false},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct desk *desk = *state;
        bool is_met = false;
        desk_clear(desk);
        desk->t4 = cases[i].row;
        const struct culprit *culprit = first_culprit_of(desk, cases[i].says);
        const struct repair *first = &culprit->repairs[0];
        if ((first->kind == REPAIR_ROW_SHIFT) != cases[i].is_shift)
            fail_msg("case %zu: %s", i, culprit->line[LANG_ZH]);
        for (size_t r = 0; r < culprit->nrepairs; r++)
            for (size_t k = 0; k < culprit->repairs[r].nchanges; k++)
                is_met |= culprit->repairs[r].kind == REPAIR_ROW_SHIFT &&
                          strcmp(culprit->repairs[r].changes[k].cell, cases[i].cell) == 0 &&
                          culprit->repairs[r].changes[k].to == cases[i].to;
        if (is_met != cases[i].is_shift)
            fail_msg("case %zu: %s", i, culprit->line[LANG_ZH]);
        assert_false(culprit->is_unique && cases[i].is_shift);
        desk_close(desk);
    }
}

/* What our reading is not sure of is not said to be the report's fault. */
static void a_doubtful_reading_is_ours(void **state)
{
    struct built built = build(*state, ZEROS "T3 doubtful\nT3 open 4 0 0 0 0 0 5\n", NULL);
    const struct culprit *culprit = need_culprit(built.findings);
    assert_int_equal(culprit->fault, FAULT_READING);
    built_free(&built);
}

/* Blanks and lost rows are no zeros: nothing is the only explanation by them. */
static void blanks_are_not_taken_for_zero(void **state)
{
    struct built built = build(*state,
                               ZEROS "T3 open 5 _ _ _ _ _ 5\nT3 partial 2 _ _ _ _ _ 2\n"
                                     "T3 total 8 0 0 0 0 0 8\nT3 new 8 0 0 0 0 0 8\n",
                               NULL);
    const struct culprit *culprit = first_culprit(built.findings);
    assert_true(!culprit || !culprit->is_unique);
    built_free(&built);
}

/* Where a sum holds without them blanks can only be 0: a slip beside them has a name, and no
 * explanation upsets a sum that holds. */
static void blanks_that_can_only_be_zero_are(void **state)
{
    static const struct {
        const char *table, *cell;
        int64_t to;
    } cases[] = {
        {"T3 new 8 _ 0 0 _ 0 8\nT3 open 5 _ _ _ _ _ 5\nT3 partial 3 1 _ _ _ _ 3\nT3 total 8 0 _ 0 "
         "0 0 8\n",
         "T3.partial.co", 0},
        {"T3 new 8 _ 0 0 _ 0 8\nT3 open 5 _ _ _ _ _ 5\nT3 partial 3 _ _ _ _ _ 4\nT3 total 8 0 _ 0 "
         "0 0 8\n",
         "T3.partial.tot", 3},
        {"T3 new 8 _ 0 0 _ 0 8\nT3 open 6 _ _ _ _ _ 5\nT3 partial 3 _ _ _ _ _ 3\nT3 total 8 0 _ 0 "
         "0 0 8\n",
         "T3.open.np", 5},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str text = STR_INIT;
        str_format(&text, ZEROS "%s", cases[i].table);
        struct built built = build(*state, str_text(&text), NULL);
        const struct culprit *culprit = need_culprit(built.findings);
        assert_true(culprit->nrepairs > 0);
        assert_string_equal(culprit->repairs[0].changes[0].cell, cases[i].cell);
        assert_int_equal(culprit->repairs[0].changes[0].to, cases[i].to);
        assert_int_equal(culprit->nfound, 1);
        built_free(&built);
        str_release(&text);
    }
}

/* A value the reviewer has read is never said to be wrong. */
static void readings_are_not_blamed(void **state)
{
    struct desk *desk = *state;
    struct reading reading = {.cell = "T3.open.np", .state = CELL_NUMBER, .value = 4, .text = "4"};
    struct report *report = report_build(desk->forms, ZEROS "T3 open 4 0 0 0 0 0 5\n");
    struct findings *findings = findings_make(report, NULL, desk->rules, &reading, 1, NULL);
    for (size_t i = 0; i < findings->nitems; i++) {
        const struct culprit *culprit = findings->items[i].culprit;
        for (size_t r = 0; culprit && r < culprit->nrepairs; r++)
            for (size_t c = 0; c < culprit->repairs[r].nchanges; c++)
                assert_string_not_equal(culprit->repairs[r].changes[c].cell, "T3.open.np");
    }
    findings_free(findings);
    report_free(report);
}

#define CASE(f) cmocka_unit_test_setup_teardown(f, desk_set_up, desk_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(the_prose_is_the_odd_one_out),
        CASE(the_prose_bears_a_cell_out),
        CASE(last_year_that_balances),
        CASE(two_years_that_balance),
        CASE(a_slip_beside_a_carry_over),
        CASE(a_count_below_zero_in_table_four),
        CASE(the_prose_tells_of_results),
        CASE(two_years_that_differ),
        CASE(last_year_sees_rows_exchanged),
        CASE(the_prose_sees_rows_exchanged),
        CASE(the_prose_sees_columns_exchanged),
        CASE(a_slip_of_the_prose_stands_apart),
        CASE(the_prose_has_two_numbers_exchanged),
        CASE(the_prose_is_copied_from_a_wrong_table),
        CASE(last_year_bears_a_cell_out),
        CASE(values_bound_by_a_sum_that_holds),
        CASE(rows_of_zeros_are_equal_explanations),
        CASE(a_figure_beside_a_doubtful_word_tells),
        CASE(a_figure_is_not_always_the_only_explanation),
        CASE(table_four_has_up_to_five),
        CASE(table_four_shifted),
        CASE(a_doubtful_reading_is_ours),
        CASE(blanks_are_not_taken_for_zero),
        CASE(blanks_that_can_only_be_zero_are),
        CASE(readings_are_not_blamed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
