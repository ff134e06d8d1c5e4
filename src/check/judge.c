#include "judge.h"

/* Adds one number; one that does not fit in 64 bits counts as lost. */
static void tally_add(struct tally *tally, int64_t value, int sign, bool is_decimal)
{
    int64_t term = value, sum;
    if (tally->is_decimal && !is_decimal && __builtin_mul_overflow(value, CELL_SCALE, &term))
        tally->nlost++;
    else if (__builtin_add_overflow(tally->known, sign * term, &sum))
        tally->nlost++;
    else
        tally->known = sum;
}

static void tally_blank(struct tally *tally, const struct operand *operand)
{
    bool is_signed = operand->block && operand->block->cols[operand->col].is_signed;
    tally->nblanks++;
    tally->may_grow |= operand->sign > 0 || is_signed;
    tally->may_shrink |= operand->sign < 0 || is_signed;
}

static struct tally tally_side(const struct side *side, bool is_decimal, bool leave_out,
                               bool *has_decimal)
{
    struct tally tally = {.is_decimal = is_decimal};
    tally_add(&tally, side->constant, 1, false);
    for (size_t i = 0; i < side->noperands; i++) {
        const struct operand *operand = &side->operands[i];
        switch (operand->seen->state) {
        case CELL_NUMBER:
            tally.nnumbers++;
            *has_decimal |= operand->seen->is_decimal;
            tally_add(&tally, operand->seen->value, operand->sign, operand->seen->is_decimal);
            break;
        case CELL_BLANK:
        case CELL_MARK:
            tally_blank(&tally, operand);
            break;
        default:
            tally.nlost += !leave_out;
            tally.may_grow |= leave_out;
        }
    }
    return tally;
}

/* Whether lhs <= rhs can never hold. */
static bool always_over(const struct tally *lhs, const struct tally *rhs)
{
    return lhs->known > rhs->known && !lhs->may_shrink && !rhs->may_grow;
}

static bool holds_as_known(const struct tally *lhs, const struct tally *rhs, enum relation relation)
{
    return relation == RELATION_EQ ? lhs->known == rhs->known : lhs->known <= rhs->known;
}

struct comparison judge(const struct side *left, const struct side *right, enum relation relation,
                        bool lower_bound)
{
    bool has_decimal = false;
    struct comparison made = {
        .lhs = tally_side(left, false, lower_bound, &has_decimal),
        .rhs = tally_side(right, false, false, &has_decimal),
    };
    if (has_decimal) {
        made.lhs = tally_side(left, true, lower_bound, &has_decimal);
        made.rhs = tally_side(right, true, false, &has_decimal);
    }
    const struct tally *lhs = &made.lhs, *rhs = &made.rhs;
    if (relation == RELATION_GE) {
        lhs = &made.rhs;
        rhs = &made.lhs;
    }
    size_t nblanks = lhs->nblanks + rhs->nblanks;
    bool nothing_placed = lower_bound && made.lhs.nnumbers == 0;
    bool impossible = always_over(lhs, rhs) || (relation == RELATION_EQ && always_over(rhs, lhs));
    if (lhs->nlost + rhs->nlost > 0 || (nothing_placed && made.lhs.nblanks == 0))
        made.judgement = JUDGED_LOST;
    else if (nblanks > 0 && (lhs->nnumbers + rhs->nnumbers == 0 || nothing_placed))
        made.judgement = JUDGED_BLANK;
    else if (holds_as_known(lhs, rhs, relation))
        made.judgement = JUDGED_HOLDS;
    else if (impossible)
        made.judgement = nblanks > 0 ? JUDGED_IMPOSSIBLE : JUDGED_FAILS;
    else
        made.judgement = JUDGED_DEPENDS;
    return made;
}
