/* More slips than are searched at once: each is an entry of its own where they stand apart, and
 * nothing is claimed where nothing fits. */
#include "review_fixture.h"

#include "report_build.h"

#define ZEROS "T2 all 0\nT3 all 0\nT4 all 0\n"

/* Far too much is wrong: it says so and names no cell. */
static void a_ruined_table_is_said_to_be(void **state)
{
    struct desk *desk = *state;
    struct report *report =
        report_build(desk->forms, ZEROS "T3 new 91 17 3 8 5 2 77\nT3 open 13 4 9 22 6 1 8\n"
                                        "T3 partial 7 31 2 5 19 4 3\nT3 denied_1 2 8 1 6 3 9 44\n"
                                        "T3 unable_1 5 3 21 7 2 11 1\nT3 total 64 9 2 31 7 12 6\n");
    struct findings *findings = findings_make(report, NULL, desk->rules, NULL, 0, NULL);
    const struct culprit *culprit = NULL;
    assert_non_null(findings);
    for (size_t i = 0; !culprit && i < findings->nitems; i++)
        culprit = findings->items[i].culprit;
    assert_non_null(culprit);
    assert_int_equal(culprit->nrepairs, 0);
    assert_false(culprit->is_unique);
    assert_non_null(strstr(culprit->line[LANG_ZH], "整表不平"));
    /* Nothing on rows or columns fits: where it is worst is said, and nothing claimed. */
    assert_null(strstr(culprit->line[LANG_ZH], "错位"));
    assert_non_null(
        strstr(culprit->line[LANG_ZH], "；差得最多的行：（七）（差 119）、（二）（差 65）"));
    assert_non_null(strstr(culprit->line[LANG_ZH], "；差得最多的列：总计（差 71）"));
    findings_free(findings);
    report_free(report);
}

/* The culprit of the first failed finding of a rule. */
static const struct culprit *culprit_of(const struct desk *desk, const char *rule)
{
    const struct findings *findings = review_findings(desk->review);
    for (size_t i = 0; i < findings->nitems; i++)
        if (strcmp(findings->items[i].rule->id, rule) == 0 && findings->items[i].culprit)
            return findings->items[i].culprit;
    fail_msg("%s names nothing", rule);
    return NULL;
}

/* Four slips of the table and one of the prose are five entries, not a ruined table. */
static void more_slips_than_are_searched_at_once(void **state)
{
    static const struct {
        const char *row;
        int col, value;
    } slips[] = {{"denied_1", 1, 5}, {"denied_3", 2, 7}, {"denied_5", 3, 11}, {"denied_7", 4, 13}};
    struct desk *desk = *state;
    desk->prose = "2023年，本机关新收政府信息公开申请12件。";
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++)
        desk_set(desk, slips[i].row, (size_t)slips[i].col, slips[i].value);
    desk_start(desk);
    const struct culprit *told = culprit_of(desk, "TT-01");
    assert_int_equal(told->fault, FAULT_PROSE);
    assert_true(told->is_unique);
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++) {
        size_t item = desk_find(desk, "T3-02", slips[i].row);
        const struct culprit *one = review_findings(desk->review)->items[item].culprit;
        assert_non_null(one);
        assert_true(one->is_unique);
        assert_int_equal(one->changes, 1);
        assert_int_equal(one->repairs[0].changes[0].from, slips[i].value);
        assert_int_equal(one->repairs[0].changes[0].to, 0);
    }
    desk_close(desk);
}

/* A figure of the prose that is wrong for itself does not hide that a row is shifted; nor is
 * either said to be the only explanation then. */
static void a_shifted_row_beside_a_slip_of_the_prose(void **state)
{
    static const int shifted[DESK_COLS] = {0, 31, 7, 5, 3, 2, 11};
    static const int total[DESK_COLS] = {31, 7, 5, 3, 2, 11, 59};
    struct desk *desk = *state;
    desk->prose = "2023年，本机关新收政府信息公开申请95件。";
    for (int col = 0; col < DESK_COLS; col++) {
        desk_set(desk, "new", (size_t)col, total[col]);
        desk_set(desk, "open", (size_t)col, shifted[col]);
        desk_set(desk, "total", (size_t)col, total[col]);
    }
    desk_start(desk);
    const struct culprit *told = culprit_of(desk, "TT-01"), *row = culprit_of(desk, "T3-03");
    assert_int_equal(told->fault, FAULT_PROSE);
    assert_int_equal(told->repairs[0].changes[0].to, 59);
    assert_int_equal(row->repairs[0].kind, REPAIR_ROW_SHIFT);
    assert_false(told->is_unique || row->is_unique);
    desk_close(desk);
}

/* What is found in a table three with this sum above and below the rows, and zeros else. */
static struct findings *find_in(struct desk *desk, const char *sum, const char *rows,
                                struct report **report)
{
    struct str spec = STR_INIT;
    str_format(&spec, ZEROS "T3 new %s\n%sT3 total %s\n", sum, rows, sum);
    *report = report_build(desk->forms, str_text(&spec));
    struct findings *findings = findings_make(*report, NULL, desk->rules, NULL, 0, NULL);
    assert_non_null(findings);
    str_release(&spec);
    return findings;
}

/* Blanks and rows of zeros: a blank whose row seems complete without it costs nothing, and comes
 * before anything more; zeros are printed, and hide none of it. */
static void blanks_come_first_and_zeros_are_printed(void **state)
{
    static const struct {
        const char *rows; /* 55 in all, of which 50 are missing in one row */
        size_t changes;
        const char *cell;
    } cases[] = {
        {"T3 open _ 4 0 1 0 0 5\n", 1, "T3.open.tot"},
        {"T3 open / 4 0 1 0 0 5\n", 1, "T3.open.tot"},
        {"T3 open 0 4 0 1 0 0 5\n", 2, NULL},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct report *report;
        struct findings *findings = find_in(*state, "50 4 0 1 0 0 55", cases[i].rows, &report);
        const struct culprit *culprit = NULL;
        for (size_t k = 0; !culprit && k < findings->nitems; k++)
            culprit = findings->items[k].culprit;
        assert_non_null(culprit);
        assert_int_equal(culprit->changes, cases[i].changes);
        if (cases[i].cell) {
            assert_string_equal(culprit->repairs[0].changes[0].cell, cases[i].cell);
            assert_int_equal(culprit->repairs[0].changes[0].to, 55);
            assert_int_equal(culprit->nfound, 1);
        }
        for (size_t k = 0; k < culprit->nrepairs; k++)
            assert_int_not_equal(culprit->repairs[k].kind, REPAIR_TOTAL);
        findings_free(findings);
        report_free(report);
    }
}

/* Two operations, or one and a slip, are two entries: the sum of each row names it. */
static void two_operations_are_two_entries(void **state)
{
    static const struct {
        const char *rows;
        struct {
            enum repair_kind kind;
            const char *cell;
            int64_t to;
        } entries[2];
    } cases[] = {
        {"T3 open 0 31 7 5 3 2 11\nT3 partial 0 9 4 6 1 8 3\nT3 denied_1 5 1 1 1 1 1 10\n",
         {{REPAIR_ROW_SHIFT, "T3.open.np", 31}, {REPAIR_ROW_SHIFT, "T3.partial.np", 9}}},
        {"T3 open 0 31 7 5 3 2 11\nT3 partial 9 4 6 1 8 3 31\nT3 denied_1 5 7 1 1 1 1 10\n",
         {{REPAIR_TYPO, "T3.denied_1.co", 1}, {REPAIR_ROW_SHIFT, "T3.open.np", 31}}},
        {"T3 open 31 7 5 3 11 2 59\nT3 partial 9 1 6 1 8 3 31\nT3 denied_1 5 4 1 1 1 1 10\n",
         {{REPAIR_SWAP, "T3.open.ls", 2}, {REPAIR_SWAP, "T3.partial.co", 4}}},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct report *report;
        struct findings *findings = find_in(*state, "45 12 12 5 11 15 100", cases[i].rows, &report);
        const struct culprit *seen[2] = {NULL, NULL};
        size_t nseen = 0, nfound = 0;
        for (size_t k = 0; k < findings->nitems; k++) {
            const struct culprit *one = findings->items[k].culprit;
            if (!one || one == seen[0] || one == seen[1])
                continue;
            assert_true(nseen < 2);
            assert_int_equal(one->nfound, 1);
            assert_false(one->is_unique);
            seen[nseen++] = one;
            for (size_t e = 0; e < 2; e++)
                nfound += one->repairs[0].kind == cases[i].entries[e].kind &&
                          strcmp(one->repairs[0].changes[0].cell, cases[i].entries[e].cell) == 0 &&
                          one->repairs[0].changes[0].to == cases[i].entries[e].to;
        }
        if (nseen != 2 || nfound != 2)
            fail_msg("case %zu: %s", i, seen[0] ? seen[0]->line[LANG_ZH] : "nothing");
        findings_free(findings);
        report_free(report);
    }
}

#define CASE(test) cmocka_unit_test_setup_teardown(test, desk_set_up, desk_tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        CASE(a_ruined_table_is_said_to_be),
        CASE(more_slips_than_are_searched_at_once),
        CASE(two_operations_are_two_entries),
        CASE(blanks_come_first_and_zeros_are_printed),
        CASE(a_shifted_row_beside_a_slip_of_the_prose),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
