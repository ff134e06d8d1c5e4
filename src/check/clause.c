#include "clause.h"

#include <math.h>
#include <stdlib.h>

enum sign { SIGN_GE, SIGN_LE, SIGN_EQ, SIGN_GT, SIGN_LT, SIGN_WHOLE };

enum { CLAUSE_NBYTES = 256, WHOLE_PERCENT = 100 };

struct clause {
    struct expr *lhs; /* NULL: is the right side whole? */
    struct expr *rhs;
    enum sign sign;
    int percent;
    bool is_of_prior;
};

static const struct {
    const char *text;
    enum sign sign;
} SIGNS[] = {{">=", SIGN_GE}, {"<=", SIGN_LE}, {">", SIGN_GT}, {"<", SIGN_LT}, {"=", SIGN_EQ}};

/* The right side's text, behind its percentage. */
static const char *read_percent(struct clause *clause, const char *text)
{
    char *end;
    long percent = strtol(text, &end, 10);
    if (*end != '%' || percent <= 0 || percent > 100000)
        return text;
    clause->percent = (int)percent;
    return end + 1;
}

static int compile_comparison(struct clause *clause, const char *text, struct arena *arena,
                              struct err *err)
{
    char lhs[CLAUSE_NBYTES];
    size_t n = strcspn(text, "<>="), s = 0;
    if (text[n] == '\0' || n >= sizeof lhs)
        return err_set(err, ERR_INPUT, _("\"%s\" compares nothing (>= <= > < =)"), text);
    memcpy(lhs, text, n);
    lhs[n] = '\0';
    while (strncmp(text + n, SIGNS[s].text, strlen(SIGNS[s].text)) != 0)
        s++;
    clause->sign = SIGNS[s].sign;
    clause->lhs = expr_compile(lhs, arena, err);
    if (clause->lhs)
        clause->rhs =
            expr_compile(read_percent(clause, text + n + strlen(SIGNS[s].text)), arena, err);
    return clause->rhs ? 0 : -1;
}

static int compile_whole(struct clause *clause, const char *text, struct arena *arena,
                         struct err *err)
{
    clause->sign = SIGN_WHOLE;
    clause->rhs = expr_compile(text, arena, err);
    return clause->rhs ? 0 : -1;
}

struct clause *clause_compile(const char *text, struct arena *arena, struct err *err)
{
    static const char whole[] = "whole ";
    struct clause *clause = arena_alloc(arena, sizeof *clause);
    if (!clause) {
        err_set_nomem(err);
        return NULL;
    }
    clause->percent = WHOLE_PERCENT;
    clause->is_of_prior = strstr(text, "prior:") != NULL;
    bool asks_whole = strncmp(text, whole, sizeof whole - 1) == 0;
    int result = asks_whole ? compile_whole(clause, text + sizeof whole - 1, arena, err)
                            : compile_comparison(clause, text, arena, err);
    return result == 0 ? clause : NULL;
}

bool clause_is_of_prior(const struct clause *clause)
{
    return clause->is_of_prior;
}

/* What a side may be. */
struct bounds {
    long double low, high;
    size_t nblanks, nlost;
};

static void add_term(struct bounds *bounds, const struct operand *operand)
{
    long double value = (long double)operand->seen->value;
    switch (operand->seen->state) {
    case CELL_NUMBER:
        value = operand->sign * (operand->seen->is_decimal ? value / CELL_SCALE : value);
        bounds->low += value;
        bounds->high += value;
        break;
    case CELL_BLANK:
    case CELL_MARK:
        bounds->nblanks++;
        if (operand->sign > 0)
            bounds->high = INFINITY;
        else
            bounds->low = -INFINITY;
        break;
    default:
        bounds->nlost++;
    }
}

static struct bounds bounds_of(const struct side *side, int percent)
{
    struct bounds bounds = {.low = (long double)side->constant,
                            .high = (long double)side->constant};
    for (size_t i = 0; i < side->noperands; i++)
        add_term(&bounds, &side->operands[i]);
    bounds.low = bounds.low * percent / WHOLE_PERCENT;
    bounds.high = bounds.high * percent / WHOLE_PERCENT;
    return bounds;
}

static bool has_fraction(const struct side *side)
{
    for (size_t i = 0; i < side->noperands; i++) {
        const struct seen *seen = side->operands[i].seen;
        if (seen->state == CELL_NUMBER && seen->is_decimal && seen->value % CELL_SCALE != 0)
            return true;
    }
    return false;
}

static bool surely(enum sign sign, const struct bounds *lhs, const struct bounds *rhs)
{
    switch (sign) {
    case SIGN_GE:
        return lhs->low >= rhs->high;
    case SIGN_LE:
        return lhs->high <= rhs->low;
    case SIGN_GT:
        return lhs->low > rhs->high;
    case SIGN_LT:
        return lhs->high < rhs->low;
    default:
        return lhs->low >= rhs->high && lhs->high <= rhs->low;
    }
}

static bool surely_not(enum sign sign, const struct bounds *lhs, const struct bounds *rhs)
{
    static const enum sign opposite[] = {
        [SIGN_GE] = SIGN_LT, [SIGN_LE] = SIGN_GT, [SIGN_GT] = SIGN_LE, [SIGN_LT] = SIGN_GE};
    if (sign == SIGN_EQ)
        return surely(SIGN_LT, lhs, rhs) || surely(SIGN_GT, lhs, rhs);
    return surely(opposite[sign], lhs, rhs);
}

static enum truth compare(const struct clause *clause, const struct side *lhs,
                          const struct side *rhs)
{
    struct bounds left = bounds_of(lhs, WHOLE_PERCENT), right = bounds_of(rhs, clause->percent);
    if (left.nlost + right.nlost > 0)
        return TRUTH_LOST;
    if (clause->sign == SIGN_WHOLE)
        return has_fraction(rhs) ? TRUTH_NO : right.nblanks ? TRUTH_BLANK : TRUTH_YES;
    if (surely(clause->sign, &left, &right))
        return TRUTH_YES;
    return surely_not(clause->sign, &left, &right) ? TRUTH_NO : TRUTH_BLANK;
}

static void append(struct evaluation *run, struct side *to, const struct side *from)
{
    for (size_t i = 0; i < from->noperands && !run->failed; i++) {
        bool is_known = false;
        for (size_t k = 0; k < to->noperands; k++)
            is_known |= to->operands[k].is_prior == from->operands[i].is_prior &&
                        strcmp(to->operands[k].seen->cell, from->operands[i].seen->cell) == 0;
        if (is_known)
            continue;
        struct operand *room = arena_push(run->arena, &to->operands, &to->capacity, to->noperands,
                                          sizeof *to->operands);
        run->failed |= room == NULL;
        if (room) {
            *room = from->operands[i];
            to->noperands++;
        }
    }
}

static bool expand(struct evaluation *run, const struct expr *expr, const struct binding *binding,
                   struct side *side)
{
    enum expr_result result = expr_expand(expr, run, binding, side);
    run->failed |= result == EXPR_NO_MEMORY;
    return result == EXPR_OK;
}

/* Of numbers that are known; false: they are too large. */
static bool compare_known(const struct clause *clause, int64_t lhs, int64_t rhs, enum truth *truth)
{
    if (__builtin_mul_overflow(lhs, WHOLE_PERCENT, &lhs) ||
        __builtin_mul_overflow(rhs, clause->percent, &rhs))
        return false;
    bool holds[] = {[SIGN_GE] = lhs >= rhs, [SIGN_LE] = lhs <= rhs, [SIGN_EQ] = lhs == rhs,
                    [SIGN_GT] = lhs > rhs,  [SIGN_LT] = lhs < rhs,  [SIGN_WHOLE] = true};
    *truth = holds[clause->sign] ? TRUTH_YES : TRUTH_NO;
    return true;
}

/* As compare() would find, where all there is to it are whole numbers, or the form has not all
 * the cells. */
static bool compare_sums(struct evaluation *run, const struct clause *clause,
                         const struct binding *binding, struct side *sides, enum truth *truth)
{
    int64_t lhs = 0, rhs = 0;
    enum expr_result result =
        clause->lhs ? expr_sum(clause->lhs, run, binding, &sides[0], &lhs) : EXPR_OK;
    if (result == EXPR_OK)
        result = expr_sum(clause->rhs, run, binding, &sides[1], &rhs);
    *truth = TRUTH_DROPPED;
    return result == EXPR_NOT_IN_FORM ||
           (result == EXPR_OK && compare_known(clause, lhs, rhs, truth));
}

enum truth clause_judge(struct evaluation *run, const struct clause *clause,
                        const struct binding *binding, struct side *sides, struct side *read)
{
    static const struct side none = {0};
    enum truth truth;
    if (!read && compare_sums(run, clause, binding, sides, &truth))
        return truth;
    if ((clause->lhs && !expand(run, clause->lhs, binding, &sides[0])) ||
        !expand(run, clause->rhs, binding, &sides[1]))
        return TRUTH_DROPPED;
    const struct side *lhs = clause->lhs ? &sides[0] : &none, *rhs = &sides[1];
    if (read) {
        append(run, read, lhs);
        append(run, read, rhs);
    }
    return compare(clause, lhs, rhs);
}

void clause_sides(const struct clause *clause, const struct expr *sides[2])
{
    sides[0] = clause->lhs;
    sides[1] = clause->rhs;
}

int clause_bounds(const struct clause *clause, struct arena *arena, struct clause_bounds *bounds)
{
    *bounds = (struct clause_bounds){.low = -INFINITY, .high = INFINITY};
    if (clause->lhs && expr_add_to(clause->lhs, WHOLE_PERCENT, arena, &bounds->sum) < 0)
        return -1;
    int times = clause->lhs ? -clause->percent : WHOLE_PERCENT;
    if (expr_add_to(clause->rhs, times, arena, &bounds->sum) < 0)
        return -1;
    long double edge = -(long double)bounds->sum.constant;
    bool is_low = clause->sign != SIGN_LE && clause->sign != SIGN_LT;
    bool is_high = clause->sign != SIGN_GE && clause->sign != SIGN_GT;
    if (clause->sign != SIGN_WHOLE) {
        bounds->low = is_low ? edge : bounds->low;
        bounds->high = is_high ? edge : bounds->high;
    }
    bounds->is_open = clause->sign == SIGN_GT || clause->sign == SIGN_LT;
    return 0;
}
