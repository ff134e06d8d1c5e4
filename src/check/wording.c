#include "wording.h"

#include "places.h"

/* Beyond this many addends a sum gathers its zeros behind the rest. */
enum { SHORT_SUM = 3, MAX_NAMED = 4 };

const char *wording_keep(struct evaluation *run, struct str *text)
{
    const char *kept = text->failed ? NULL : arena_string(run->arena, str_text(text));
    str_release(text);
    run->failed |= kept == NULL;
    return kept ? kept : "";
}

void wording_add_number(int64_t value, bool is_decimal, struct str *out)
{
    char buffer[CELL_VALUE_NBYTES];
    str_add(out, cell_format(value, is_decimal, buffer));
}

const char *wording_number(struct evaluation *run, int64_t value, bool is_decimal)
{
    char buffer[CELL_VALUE_NBYTES];
    const char *kept = arena_string(run->arena, cell_format(value, is_decimal, buffer));
    run->failed |= kept == NULL;
    return kept ? kept : "";
}

const char *wording_count(struct evaluation *run, size_t n)
{
    return wording_number(run, (int64_t)n, false);
}

const char *wording_separator(enum lang lang)
{
    return lang == LANG_ZH ? "、" : ", ";
}

static bool begins(const char *text, const char *with)
{
    return strncmp(text, with, strlen(with)) == 0;
}

/* What is quoted stays as the report prints it. */
const char *wording_list_in_english(struct evaluation *run, const char *list)
{
    static const char *const marks[][2] = {{"、", ", "}, {"；", "; "}};
    struct str out = STR_INIT;
    bool quoted = false;
    if (!eval_says_in(run, LANG_EN))
        return "";
    while (*list) {
        size_t i = 0;
        quoted = begins(list, "“") || (quoted && !begins(list, "”"));
        while (i < 2 && (quoted || !begins(list, marks[i][0])))
            i++;
        if (i < 2) {
            str_add(&out, marks[i][1]);
            list += strlen(marks[i][0]);
        } else {
            str_byte(&out, *list++);
        }
    }
    return wording_keep(run, &out);
}

struct common {
    const struct operand *first;
    bool same_row, same_col;
};

static bool are_of_one_column(const struct operand *a, const struct operand *b)
{
    return a->table == b->table &&
           strcmp(a->block->cols[a->col].id, b->block->cols[b->col].id) == 0;
}

static struct common common_with(struct common common, const struct side *side)
{
    for (size_t i = 0; i < side->noperands && (common.same_row || common.same_col); i++) {
        const struct operand *operand = &side->operands[i];
        const struct operand *first = common.first ? common.first : operand;
        common.first = first;
        common.same_row &= operand->block == first->block && operand->row == first->row;
        common.same_col &= operand->block == first->block ? operand->col == first->col
                                                          : are_of_one_column(operand, first);
    }
    return common;
}

static void add_row_name(struct evaluation *run, const struct operand *operand, enum lang lang,
                         struct str *out)
{
    places_add_row_name(run->arena, operand->table, &operand->block->rows[operand->row], lang, out);
}

void wording_where(struct evaluation *run, const struct side *lhs, const struct side *rhs,
                   enum lang lang, struct str *out)
{
    struct common common = {.same_row = true, .same_col = true};
    common = common_with(common_with(common, lhs), rhs);
    const struct operand *first = common.first;
    if (!first)
        return;
    if (common.same_row) {
        add_row_name(run, first, lang, out);
        return;
    }
    str_add(out, places_table_title(first->table, lang));
    if (common.same_col) {
        str_byte(out, ' ');
        str_add(out, first->block->cols[first->col].label);
    }
}

void wording_add_operand(struct evaluation *run, const struct operand *operand, enum lang lang,
                         struct str *out)
{
    static const char *const prior[LANG_COUNT] = {"上年", "last year's "};
    if (operand->is_prior)
        str_add(out, prior[lang]);
    add_row_name(run, operand, lang, out);
    str_byte(out, ' ');
    str_add(out, operand->block->cols[operand->col].label);
}

static void add_target_name(struct evaluation *run, const struct side *side,
                            const struct target *target, enum lang lang, struct str *out)
{
    static const char *const to[LANG_COUNT] = {"至", " to "};
    const struct operand *first = &side->operands[target->first];
    const struct operand *last = &side->operands[target->first + target->count - 1];
    wording_add_operand(run, first, lang, out);
    if (first == last)
        return;
    const struct form_row *row = &last->block->rows[last->row];
    bool across = first->row == last->row;
    str_add(out, to[lang]);
    str_add(out,
            across ? last->block->cols[last->col].label : places_row_short(run->arena, row, lang));
}

void wording_cells(struct evaluation *run, const struct side *lhs, const struct side *rhs,
                   enum lang lang, struct str *out)
{
    const struct side *sides[] = {lhs, rhs};
    size_t n = 0;
    for (size_t s = 0; s < 2; s++) {
        for (size_t i = 0; i < sides[s]->ntargets; i++) {
            if (n++ > 0)
                str_add(out, wording_separator(lang));
            add_target_name(run, sides[s], &sides[s]->targets[i], lang, out);
        }
    }
}

void wording_operands(struct evaluation *run, const struct side *lhs, const struct side *rhs,
                      bool (*wanted)(enum cell_state), enum lang lang, struct str *out)
{
    const struct side *sides[] = {lhs, rhs};
    size_t n = 0;
    for (size_t s = 0; s < 2; s++) {
        for (size_t i = 0; i < sides[s]->noperands; i++) {
            const struct operand *operand = &sides[s]->operands[i];
            if (!wanted(operand->seen->state) || ++n > MAX_NAMED)
                continue;
            if (n > 1)
                str_add(out, wording_separator(lang));
            wording_add_operand(run, operand, lang, out);
        }
    }
    if (n > MAX_NAMED)
        str_format(out, lang == LANG_ZH ? "等 %zu 格" : " and others, %zu cells", n);
}

static void add_addend(const struct operand *operand, bool is_first, enum lang lang,
                       struct str *out)
{
    static const char *const blank[LANG_COUNT] = {"空", "blank"};
    const struct seen *seen = operand->seen;
    int64_t value = seen->state == CELL_NUMBER ? operand->sign * seen->value : operand->sign;
    const char *plus = is_first ? "" : " + ", *minus = is_first ? "-" : " - ";
    str_add(out, value < 0 ? minus : plus);
    if (seen->state == CELL_NUMBER)
        wording_add_number(value < 0 ? -value : value, seen->is_decimal, out);
    else
        str_add(out, blank[lang]);
}

static bool is_open(const struct operand *operand)
{
    return operand->seen->state != CELL_NUMBER && operand->seen->state != CELL_BLANK &&
           operand->seen->state != CELL_MARK;
}

static bool is_gathered(const struct side *side, const struct operand *operand)
{
    return side->noperands > SHORT_SUM && operand->seen->state == CELL_NUMBER &&
           operand->seen->value == 0;
}

/* 10 + 1 + 0×4 = 11: every number is there; a single one stands alone. */
static void add_side(const struct side *side, const struct tally *tally, enum lang lang,
                     struct str *out)
{
    size_t n = 0, nzeros = 0;
    for (size_t i = 0; i < side->noperands; i++) {
        if (is_open(&side->operands[i]))
            continue;
        if (is_gathered(side, &side->operands[i]))
            nzeros++;
        else
            add_addend(&side->operands[i], n++ == 0, lang, out);
    }
    if (nzeros > 0)
        str_add(out, n++ == 0 ? "0" : " + 0");
    if (nzeros > 1)
        str_format(out, "×%zu", nzeros);
    if (n == 1 && nzeros < 2 && tally->nblanks == 0)
        return;
    str_add(out, n == 0 ? "" : tally->nblanks > 0 ? " ≥ " : " = ");
    wording_add_number(tally->known, tally->is_decimal, out);
}

const char *wording_sum(struct evaluation *run, const struct side *lhs, const struct side *rhs,
                        const struct comparison *made, enum relation relation, enum lang lang)
{
    static const char *const signs[] = {
        [RELATION_EQ] = " ≠ ", [RELATION_LE] = " > ", [RELATION_GE] = " < "};
    static const char *const by[LANG_COUNT] = {"，差 ", ", difference "};
    struct str text = STR_INIT;
    add_side(lhs, &made->lhs, lang, &text);
    str_add(&text, signs[relation]);
    add_side(rhs, &made->rhs, lang, &text);
    int64_t difference = made->lhs.known - made->rhs.known;
    str_add(&text, by[lang]);
    wording_add_number(difference < 0 ? -difference : difference, made->lhs.is_decimal, &text);
    return wording_keep(run, &text);
}

const char *wording_balance(struct evaluation *run, const struct side *lhs, const struct side *rhs,
                            const struct comparison *made, enum relation relation, enum lang lang)
{
    static const char *const signs[] = {
        [RELATION_EQ] = " = ", [RELATION_LE] = " ≤ ", [RELATION_GE] = " ≥ "};
    if (made->judgement == JUDGED_FAILS || made->judgement == JUDGED_IMPOSSIBLE)
        return wording_sum(run, lhs, rhs, made, relation, lang);
    struct str text = STR_INIT;
    add_side(lhs, &made->lhs, lang, &text);
    str_add(&text, made->judgement == JUDGED_HOLDS ? signs[relation] : " ? ");
    add_side(rhs, &made->rhs, lang, &text);
    return wording_keep(run, &text);
}
