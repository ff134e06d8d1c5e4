#include "money.h"

#include "gouji/base/json.h"
#include "places.h"
#include "wording.h"

void *money_compile(const struct rule *rule, const cJSON **at, struct err *err)
{
    static const char *const texts[] = {"instance", "amount", "count", "unit"};
    static const char *const numbers[] = {"max_each", "max_total"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        *at = json_get(rule->record, texts[i]);
        if (!json_string(rule->record, texts[i])) {
            err_set(err, ERR_INPUT, _("\"%s\" is missing"), texts[i]);
            return NULL;
        }
    }
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        *at = json_get(rule->record, numbers[i]);
        if (json_integer(rule->record, numbers[i], 0) < 1) {
            err_set(err, ERR_INPUT, _("\"%s\" must be a whole number from 1"), numbers[i]);
            return NULL;
        }
    }
    return (void *)rule->record; /* the record itself is all it needs */
}

int64_t money_parts(const struct rule *rule, struct slice name)
{
    const cJSON *unit;
    json_each (unit, rule_get(rule, "units")) {
        const char *known = json_string(unit, "name");
        if (known && slice_is(name, known))
            return json_integer(unit, "parts", 1);
    }
    return 0;
}

/* The longest known unit that the block prints before the amount (its heading
 * and header). Empty when there is none. */
static struct slice header_unit(const struct evaluation *run, const struct rule *rule,
                                const struct cell *cell)
{
    const struct table *table = &run->report->tables[TABLE_T2];
    struct slice found = {NULL, 0};
    for (size_t b = 0; b < table->nblocks; b++) {
        const struct block_reading *block = &table->blocks[b];
        if (block->form != cell->block || span_empty(block->heading) ||
            block->heading.start > cell->span.start)
            continue;
        struct slice header =
            report_slice(run->report, (struct span){block->heading.start, cell->span.start});
        const cJSON *unit;
        json_each (unit, rule_get(rule, "units")) {
            const char *name = json_string(unit, "name");
            if (name && slice_contains(header, name) && strlen(name) > found.nbytes)
                found = slice_of(name);
        }
    }
    return found;
}

struct slice money_unit(const struct evaluation *run, const struct rule *rule,
                        const struct cell *cell)
{
    if (cell->unit.nbytes > 0)
        return cell->unit;
    const char *form_unit = cell->block->cols[cell->col].unit;
    return form_unit ? slice_of(form_unit) : header_unit(run, rule, cell);
}

static bool is_small(const struct evaluation *run, const struct rule *rule)
{
    const char *kind = run->report->who.kind;
    const cJSON *small;
    json_each (small, rule_get(rule, "small")) {
        if (kind && cJSON_IsString(small) && strcmp(small->valuestring, kind) == 0)
            return true;
    }
    return false;
}

/* One amount, converted to the rule's unit for the comparison only. */
struct money {
    const struct cell *cell; /* of the amount, in the form */
    struct seen amount, count;
    struct slice unit;
    int64_t converted; /* scaled */
};

static bool is_counted(const struct money *money)
{
    return money->count.state == CELL_NUMBER && money->count.value > 0;
}

static bool is_absurd(const struct evaluation *run, const struct rule *rule,
                      const struct money *money)
{
    int64_t each = rule_integer(rule, "max_each", 0);
    int64_t total = rule_integer(rule, "max_total", 0);
    int64_t whole = money->converted / CELL_SCALE, limit;
    if (is_counted(money) && !__builtin_mul_overflow(each, money->count.value, &limit) &&
        whole > limit)
        return true;
    return is_small(run, rule) && whole > total;
}

static void convert(const struct rule *rule, struct money *money)
{
    int64_t parts = money_parts(rule, money->unit);
    int64_t own = money_parts(rule, slice_of(rule_string(rule, "unit")));
    int64_t scaled =
        money->amount.is_decimal ? money->amount.value : money->amount.value * CELL_SCALE;
    money->converted = scaled;
    if (parts > 0 && own > 0 && parts <= own)
        money->converted = scaled / (own / parts);
    else if (parts > own && own > 0 &&
             __builtin_mul_overflow(scaled, parts / own, &money->converted))
        money->converted = INT64_MAX;
}

/* Nothing is said of an average where no count is known. */
static const char *fault_key(const struct money *money)
{
    if (is_counted(money))
        return money->unit.nbytes ? "absurd" : "no_unit";
    return money->unit.nbytes ? "absurd_sum" : "no_unit_sum";
}

static void say(struct evaluation *run, const struct rule *rule, const struct money *money,
                struct finding *finding, const char *key)
{
    const struct cell *cell = money->cell;
    struct str text = STR_INIT;
    str_append(&text, money->unit);
    const char *unit = wording_keep(run, &text);
    const char *form_unit = rule_string(rule, "unit");
    bool has_count = is_counted(money);
    /* Two decimals are enough to see the size. */
    int64_t each = has_count ? money->converted / money->count.value / 10000 * 10000 : 0;
    const char *amount = wording_number(run, money->amount.value, money->amount.is_decimal);
    const char *count = has_count ? wording_number(run, money->count.value, false) : "?";
    const char *per_item = has_count ? wording_number(run, each, true) : "?";
    const char *converted = wording_number(run, money->converted, true);
    struct message_value values[] = {
        {"where", cell_address(run->arena, cell, LANG_ZH), cell_address(run->arena, cell, LANG_EN)},
        {"amount", amount, amount},
        {"count", count, count},
        {"each", per_item, per_item},
        {"converted", converted, converted},
        {"printed_unit", unit, unit},
        {"unit", form_unit, form_unit},
    };
    eval_message(run, finding, key, values, sizeof values / sizeof *values);
}

static void report_money(struct evaluation *run, const struct rule *rule, const struct money *money,
                         enum outcome outcome, const char *key)
{
    struct finding *finding = eval_add(run, rule, rule_string(rule, "instance"), outcome, key);
    if (!finding)
        return;
    struct seen seen[] = {money->count, money->amount};
    struct span spans[2];
    size_t nspans = 0;
    if (!span_empty(money->amount.span))
        spans[nspans++] = money->amount.span;
    if (!span_empty(money->count.span))
        spans[nspans++] = money->count.span;
    say(run, rule, money, finding, key);
    eval_set_seen(run, finding, seen, 2);
    eval_set_spans(run, finding, spans, nspans);
}

void money_evaluate(struct evaluation *run, const struct rule *rule)
{
    const char *amount_id = rule_string(rule, "amount");
    const struct cell *cell = report_cell(run->report, amount_id);
    struct cell absent;
    if (!cell && places_in_form(run->report, amount_id, &absent))
        cell = &absent;
    if (!cell) {
        eval_not_applicable(run, rule);
        return;
    }
    struct money money = {
        .cell = cell,
        .amount = eval_cell(run, amount_id),
        .count = eval_cell(run, rule_string(rule, "count")),
    };
    if (money.amount.state != CELL_NUMBER) {
        report_money(run, rule, &money, OUTCOME_UNDECIDED, "lost");
        return;
    }
    money.unit =
        money.amount.is_reading ? header_unit(run, rule, cell) : money_unit(run, rule, cell);
    convert(rule, &money);
    if (!is_absurd(run, rule, &money))
        eval_pass(run, rule);
    else
        report_money(run, rule, &money, OUTCOME_FAIL, fault_key(&money));
}
