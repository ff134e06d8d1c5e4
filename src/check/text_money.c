/* TXT=MONEY: an amount that the prose states for a cell of money. FEE: a fee of
 * the prose that an amount of the table must contain, and that is a multiple of
 * the tariff's step. Records: "units" as for MONEY, "fractions": true, and
 * "items" of {"find", "cell"}; or "cell" and "step", in the smallest unit. All
 * comparisons are made in the smallest unit, exactly; what is printed with
 * fewer places stands for every amount that rounds to it. */
#include "gouji/base/ascii.h"
#include "gouji/base/json.h"
#include "mentions.h"
#include "money.h"
#include "places.h"
#include "text_table.h"
#include "wording.h"

enum { CLOSE_PART = 10 }; /* a rounded number may be off by a tenth */

/* In the smallest unit, scaled. */
struct amount {
    int64_t value;
    int64_t half; /* of the last printed place */
};

static bool take_amount(struct slice printed, int64_t scaled, int64_t parts, struct amount *out)
{
    int64_t half = CELL_SCALE / 2;
    bool behind = false;
    for (size_t i = 0; i < printed.nbytes; i++) {
        if (behind && ascii_is_digit(printed.ptr[i]))
            half /= 10;
        behind |= printed.ptr[i] == '.';
    }
    return parts > 0 && !__builtin_mul_overflow(scaled, parts, &out->value) &&
           !__builtin_mul_overflow(half, parts, &out->half);
}

static int64_t scaled(const struct seen *seen)
{
    return seen->is_decimal ? seen->value : seen->value * CELL_SCALE;
}

static int64_t apart(int64_t a, int64_t b)
{
    return a > b ? a - b : b - a;
}

/* What the prose states, against one cell. */
struct stated {
    struct evaluation *run;
    const struct rule *rule;
    const struct mention *mention;
    const struct figure *figure;
    const struct cell *cell;
    struct told told;
    struct slice unit; /* of the cell; empty when none is printed */
};

static bool stated_amount(const struct stated *s, struct amount *out)
{
    return take_amount(report_slice(s->run->report, s->figure->span), s->figure->value,
                       money_parts(s->rule, slice_of(s->figure->unit)), out);
}

static bool cell_amount(const struct stated *s, struct slice unit, struct amount *out)
{
    const struct seen *seen = &s->told.cells[0];
    return take_amount(seen->text, scaled(seen), money_parts(s->rule, unit), out);
}

static bool agree(const struct amount *text, const struct amount *table)
{
    return apart(text->value, table->value) <= text->half &&
           (text->value != 0 || table->value == 0);
}

/* Whether both agree when the cell is read in some unit. */
static bool agree_in_some_unit(const struct stated *s, const struct amount *text)
{
    const cJSON *unit;
    json_each (unit, json_get(s->rule->record, "units")) {
        struct amount table;
        const char *name = json_string(unit, "name");
        if (name && cell_amount(s, slice_of(name), &table) && agree(text, &table))
            return true;
    }
    return false;
}

static void report_stated(const struct stated *s, enum outcome outcome, const char *key)
{
    struct evaluation *run = s->run;
    const char *text = prose_text(run, s->mention->span);
    const char *known = wording_number(run, s->told.cells[0].value, s->told.cells[0].is_decimal);
    struct str copy = STR_INIT;
    str_append(&copy, s->unit);
    const char *unit = wording_keep(run, &copy);
    struct message_value values[] = {
        {"text", text, text},
        {"cells", cell_address(run->arena, s->cell, LANG_ZH),
         cell_address(run->arena, s->cell, LANG_EN)},
        {"table", known, known},
        {"unit", unit, unit},
    };
    struct span_list spans = {0};
    span_list_add(run, &spans, s->mention->span);
    struct finding *finding = prose_report(
        run, s->rule, prose_instance(run, s->mention->sentence + 1), outcome, key, values,
        sizeof values / sizeof *values, &spans, &run->report->sentences[s->mention->sentence]);
    if (!finding)
        return;
    told_set(run, finding, s->mention->figure, s->figure->value, &s->told);
    finding->is_decimal = true;
    finding->rhs = scaled(&s->told.cells[0]);
}

/* False when there is nothing to compare with; that is reported, but for a cell
 * that the form does not have. */
static bool take_cell(struct stated *s, const char *id, struct cell *absent)
{
    struct evaluation *run = s->run;
    s->cell = report_cell(run->report, id);
    if (!s->cell && !places_in_form(run->report, id, absent))
        return false;
    s->cell = s->cell ? s->cell : absent;
    told_add(run, &s->told, id);
    if (s->told.cells[0].state != CELL_NUMBER) {
        report_stated(s, OUTCOME_UNDECIDED, s->told.nblanks ? "blank" : "lost");
        return false;
    }
    s->unit = money_unit(run, s->rule, s->cell);
    return true;
}

static void judge_stated(const struct stated *s)
{
    struct amount text, table;
    const struct fold *fold = &s->run->report->sentences[s->mention->sentence].fold;
    bool has_unit = s->unit.nbytes > 0;
    if (!stated_amount(s, &text) || (has_unit && !cell_amount(s, s->unit, &table))) {
        report_stated(s, OUTCOME_UNDECIDED, "lost");
        return;
    }
    int64_t off = has_unit ? apart(text.value, table.value) : 0;
    bool near = scope_word_near(s->run, s->rule, slice_make(fold->text, fold->nbytes));
    if (has_unit ? agree(&text, &table) : agree_in_some_unit(s, &text))
        eval_pass(s->run, s->rule);
    else if (has_unit && s->mention->approximate && off <= table.value / CLOSE_PART)
        eval_pass(s->run, s->rule);
    else if (s->mention->approximate || near || (has_unit && off <= table.half))
        report_stated(s, OUTCOME_FAIL, "near");
    else
        report_stated(s, OUTCOME_FAIL, has_unit && agree_in_some_unit(s, &text) ? "unit" : NULL);
}

static void judge_item(struct evaluation *run, const struct rule *rule,
                       const struct mention_item *item)
{
    struct mentions found = {0};
    mentions_find(run, rule, item, run->mentioned, &found);
    for (size_t i = 0; i < found.n && !run->failed; i++) {
        struct cell absent;
        struct stated s = {.run = run, .rule = rule, .mention = &found.items[i]};
        s.figure = &run->report->figures[s.mention->figure];
        if (take_cell(&s, item->cell, &absent))
            judge_stated(&s);
    }
}

void text_money_evaluate(struct evaluation *run, const struct rule *rule)
{
    struct mention_items all = mentions_items(rule);
    for (size_t i = 0; i < all.n; i++)
        judge_item(run, rule, &all.items[i]);
}

/* FEE */

static void judge_fee(struct stated *s)
{
    struct amount fee, table;
    struct cell absent;
    int64_t step = json_integer(s->rule->record, "step", 0) * CELL_SCALE;
    if (!stated_amount(s, &fee) || fee.value == 0) {
        eval_pass(s->run, s->rule);
        return;
    }
    if (!take_cell(s, json_string(s->rule->record, "cell"), &absent))
        return;
    bool shows_places = slice_contains(s->told.cells[0].text, ".");
    bool is_short = cell_amount(s, s->unit, &table) &&
                    table.value + (shows_places ? table.half : 0) < fee.value - fee.half;
    bool is_odd = step > 0 && !s->mention->approximate && fee.value % step != 0;
    if (is_short || is_odd)
        report_stated(s, OUTCOME_FAIL, is_short ? NULL : "tariff");
    else
        eval_pass(s->run, s->rule);
}

void text_fee_evaluate(struct evaluation *run, const struct rule *rule)
{
    struct mentions found = {0};
    mentions_find(run, rule, NULL, run->mentioned, &found);
    for (size_t i = 0; i < found.n && !run->failed; i++) {
        struct stated s = {.run = run, .rule = rule, .mention = &found.items[i]};
        s.figure = &run->report->figures[s.mention->figure];
        judge_fee(&s);
    }
}
