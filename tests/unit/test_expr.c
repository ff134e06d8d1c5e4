/* The formula language, and the three-valued comparison on its own. */
#include "check.h"

#include "../../src/check/expr.h"
#include "../../src/check/judge.h"
#include "findings_cases.h"

static void refuses_what_it_does_not_know(void **state)
{
    (void)state;
    static const char *const bad[] = {
        "",
        "+",
        "T3.new",
        "T3.new.np +",
        "T3.new.np T3.open.np",
        "T9.new.np",
        "T3..np",
        "T3.{x}.np",
        "T3.new.np * 2",
        "{row}.np.tot.x.y",
        "12345678901234567890",
        "prior:",
        "T3.new.np - ",
        "(T3.new.np)",
        "{c}",
    };
    for (size_t i = 0; i < COUNT(bad); i++) {
        struct err err = {0};
        struct arena *arena = arena_new();
        struct expr *expr = expr_compile(bad[i], arena, &err);
        if (expr)
            fail_msg("accepted: %s", bad[i]);
        assert_int_equal(err.kind, ERR_INPUT);
        assert_non_null(strstr(err.text, "not understood"));
        arena_free(arena);
    }
}

/* What the loop stands at: a block, and the id of a row or a column of it. */
struct loop_at {
    const char *block, *row, *col;
};

struct expanded {
    const char *text;
    struct loop_at at;
    const char *addresses; /* joined with a blank, NULL: not in this form */
    size_t noperands;
    int64_t constant;
};

static struct binding bind(const struct report *report, const struct loop_at *at)
{
    struct binding binding = at->block ? places_loop(report, at->block) : (struct binding){0};
    for (size_t i = 0; at->row && i < binding.block->nrows; i++)
        if (strcmp(binding.block->rows[i].id, at->row) == 0)
            binding.row = (int)i;
    for (size_t i = 0; at->col && i < binding.block->ncols; i++)
        if (strcmp(binding.block->cols[i].id, at->col) == 0)
            binding.col = (int)i;
    return binding;
}

static void expands_in_form_order(void **state)
{
    (void)state;
    static const struct expanded cases[] = {
        {"T3.new.{c} + T3.carry_in.{c}", {"T3", NULL, "np"}, "T3.new.np T3.carry_in.np", 2, 0},
        {"{row}.np..ot", {"T3", "unable_1", NULL}, "T3.unable_1.np..ot", 6, 0},
        {"T3.leaves.{c}", {"T3", NULL, "tot"}, "T3.open..other.tot", 19, 0},
        {"T3.denied_1..unable_3.np", {0}, "T3.denied_1..unable_3.np", 11, 0},
        {"T4.{r}.total - 3 + 1", {"T4", "after", NULL}, "T4.after.total", 1, -2},
        {"- T2.a5.license.delta", {0}, "T2.a5.license.delta", 1, 0},
        {"T2.a1.normative.in_force", {0}, NULL, 0, 0},
        {"T2.a5.nothing.delta", {0}, NULL, 0, 0},
        {"T3.total..open.np", {0}, NULL, 0, 0},
        {"prior:T3.carry_out.np", {0}, NULL, 0, 0},
        {"T3.new.{c}", {0}, NULL, 0, 0},
    };
    struct report *report = report_build(shop.forms, "T2 all 0\nT3 all 1\nT4 all 0\n");
    struct evaluation run = {.arena = report->arena, .report = report};
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct err err = {0};
        struct expr *expr = expr_compile(cases[i].text, report->arena, &err);
        if (!expr)
            fail_msg("%s", err.text);
        struct side side = {0};
        struct binding binding = bind(report, &cases[i].at);
        enum expr_result result = expr_expand(expr, &run, &binding, &side);
        if (!cases[i].addresses) {
            assert_int_equal(result, EXPR_NOT_IN_FORM);
            continue;
        }
        assert_int_equal(result, EXPR_OK);
        struct str joined = STR_INIT;
        for (size_t k = 0; k < side.ntargets; k++)
            str_format(&joined, "%s%s", k ? " " : "", expr_address(&run, &side, &side.targets[k]));
        assert_string_equal(str_text(&joined), cases[i].addresses);
        str_release(&joined);
        assert_int_equal(side.noperands, cases[i].noperands);
        assert_int_equal(side.constant, cases[i].constant);
    }
    report_free(report);
}

enum { MAX_OPERANDS = 4 };

/* One side from a few signs: a number, "_" blank, "." lost; "-_" is subtracted. */
/* Operands with what is seen of them. */
struct cells {
    struct operand operands[MAX_OPERANDS];
    struct seen seen[MAX_OPERANDS];
};

static struct side side_of(const char *text, struct cells *cells)
{
    struct side side = {.operands = cells->operands};
    char copy[64];
    snprintf(copy, sizeof copy, "%s", text);
    for (char *word = strtok(copy, " "); word; word = strtok(NULL, " ")) {
        struct seen *seen = &cells->seen[side.noperands];
        struct operand *operand = &cells->operands[side.noperands++];
        *operand = (struct operand){.sign = 1, .seen = seen};
        if (word[0] == '-' && word[1] == '_') {
            operand->sign = -1;
            word++;
        }
        *seen = (struct seen){.state = *word == '_'   ? CELL_BLANK
                                       : *word == '.' ? CELL_ABSENT
                                                      : CELL_NUMBER};
        if (seen->state == CELL_NUMBER)
            seen->value = strtoll(word, NULL, 10);
    }
    return side;
}

static void three_values(void **state)
{
    (void)state;
    static const struct {
        const char *lhs;
        enum relation relation;
        bool lower_bound;
        const char *rhs;
        enum judgement judgement;
    } cases[] = {
        {"1 2", RELATION_EQ, false, "3", JUDGED_HOLDS},
        {"1 2", RELATION_EQ, false, "4", JUDGED_FAILS},
        {"3 _", RELATION_EQ, false, "3", JUDGED_HOLDS},
        {"_ _", RELATION_EQ, false, "0", JUDGED_HOLDS},
        {"2 _", RELATION_EQ, false, "3", JUDGED_DEPENDS},
        {"4 _", RELATION_EQ, false, "3", JUDGED_IMPOSSIBLE},
        {"4", RELATION_EQ, false, "3 _", JUDGED_DEPENDS},
        {"4 _", RELATION_EQ, false, "3 _", JUDGED_DEPENDS},
        {"4 -_", RELATION_EQ, false, "3", JUDGED_DEPENDS},
        {"2 -_", RELATION_EQ, false, "3", JUDGED_IMPOSSIBLE},
        {"_", RELATION_EQ, false, "_", JUDGED_BLANK},
        {"1 .", RELATION_EQ, false, "1", JUDGED_LOST},
        {". _", RELATION_EQ, false, "_", JUDGED_LOST},
        {"3", RELATION_LE, false, "3", JUDGED_HOLDS},
        {"4", RELATION_LE, false, "3", JUDGED_FAILS},
        {"4 _", RELATION_LE, false, "3", JUDGED_IMPOSSIBLE},
        {"4", RELATION_LE, false, "3 _", JUDGED_DEPENDS},
        {"4", RELATION_LE, false, "9 .", JUDGED_LOST},
        {"4 .", RELATION_LE, true, "5", JUDGED_HOLDS},
        {"6 .", RELATION_LE, true, "5", JUDGED_FAILS},
        {"6 . _", RELATION_LE, true, "5", JUDGED_IMPOSSIBLE},
        {". .", RELATION_LE, true, "5", JUDGED_LOST},
        {"_ .", RELATION_LE, true, "5", JUDGED_BLANK},
        {"4", RELATION_GE, false, "3", JUDGED_HOLDS},
        {"2", RELATION_GE, false, "3", JUDGED_FAILS},
        {"2 _", RELATION_GE, false, "3", JUDGED_DEPENDS},
        {"2", RELATION_GE, false, "3 _", JUDGED_IMPOSSIBLE},
        /* A sum beyond 64 bits is lost, never wrapped. */
        {"9223372036854775807 1", RELATION_EQ, false, "0", JUDGED_LOST},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct cells left, right;
        struct side lhs = side_of(cases[i].lhs, &left), rhs = side_of(cases[i].rhs, &right);
        enum judgement judged =
            judge(&lhs, &rhs, cases[i].relation, cases[i].lower_bound).judgement;
        if (judged != cases[i].judgement)
            fail_msg("%s against %s: %d, not %d", cases[i].lhs, cases[i].rhs, judged,
                     cases[i].judgement);
    }
}

enum { MOST = 12 }; /* blanks are tried with 0..MOST, more than any sum here */

/* Whether some reading of the blanks as counts makes the comparison hold. */
static bool can_hold(const struct side *lhs, const struct side *rhs, enum relation relation,
                     size_t from, int64_t difference)
{
    for (; from < lhs->noperands + rhs->noperands; from++) {
        bool is_left = from < lhs->noperands;
        const struct operand *operand =
            is_left ? &lhs->operands[from] : &rhs->operands[from - lhs->noperands];
        int sign = is_left ? operand->sign : -operand->sign;
        if (operand->seen->state == CELL_NUMBER) {
            difference += sign * operand->seen->value;
            continue;
        }
        for (int value = 0; value <= MOST; value++)
            if (can_hold(lhs, rhs, relation, from + 1, difference + sign * value))
                return true;
        return false;
    }
    return relation == RELATION_EQ   ? difference == 0
           : relation == RELATION_LE ? difference <= 0
                                     : difference >= 0;
}

static unsigned next_random(unsigned *seed)
{
    *seed = *seed * 1103515245u + 12345u;
    return *seed >> 16;
}

static struct side random_side(unsigned *seed, struct cells *cells)
{
    struct side side = {.operands = cells->operands, .noperands = 1 + next_random(seed) % 2};
    for (size_t i = 0; i < side.noperands; i++) {
        bool is_blank = next_random(seed) % 3 == 0;
        cells->operands[i] =
            (struct operand){.sign = next_random(seed) % 4 ? 1 : -1, .seen = &cells->seen[i]};
        cells->seen[i] = (struct seen){.state = is_blank ? CELL_BLANK : CELL_NUMBER,
                                       .value = is_blank ? 0 : next_random(seed) % 4};
    }
    return side;
}

/* Against all readings of the blanks: impossible is said if and only if it is. */
static void agrees_with_trying_everything(void **state)
{
    (void)state;
    unsigned seed = 7;
    for (int round = 0; round < 4000; round++) {
        struct cells left, right;
        struct side lhs = random_side(&seed, &left), rhs = random_side(&seed, &right);
        enum relation relation = (enum relation)(next_random(&seed) % 3);
        enum judgement judged = judge(&lhs, &rhs, relation, false).judgement;
        bool fails = judged == JUDGED_FAILS || judged == JUDGED_IMPOSSIBLE;
        bool possible = can_hold(&lhs, &rhs, relation, 0, 0);
        if (judged != JUDGED_BLANK && fails == possible)
            fail_msg("round %d: judged %d, possible %d", round, judged, possible);
    }
}

static void amounts_meet_counts(void **state)
{
    (void)state;
    struct cells left, right;
    struct side lhs = side_of("3", &left), rhs = side_of("3000000", &right);
    right.seen[0].is_decimal = true;
    assert_int_equal(judge(&lhs, &rhs, RELATION_EQ, false).judgement, JUDGED_HOLDS);
    right.seen[0].value = 3000001;
    assert_int_equal(judge(&lhs, &rhs, RELATION_EQ, false).judgement, JUDGED_FAILS);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(refuses_what_it_does_not_know),
        cmocka_unit_test(expands_in_form_order),
        cmocka_unit_test(three_values),
        cmocka_unit_test(agrees_with_trying_everything),
        cmocka_unit_test(amounts_meet_counts),
    };
    return cmocka_run_group_tests(tests, shop_setup, shop_teardown);
}
