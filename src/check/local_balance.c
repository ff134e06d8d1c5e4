/* LOCAL: a whole and the ways it came about, in a table that the form does not
 * know. The same matter over several ways counts once, so the whole is at most
 * the sum, and where the ways count nothing else, at least the greatest part. What
 * has no number is an unknown count of 0 or more. A record has
 *
 *     "balances": [{"id", "whole": [words of its label], "group": [words of the
 *                   row above the parts], "holds_each": the ways count nothing else}]
 *     "part"      pattern of a part's label; "end" of the row that ends them */
#include "document.h"

#include "gouji/base/ascii.h"
#include "gouji/base/json.h"
#include "wording.h"

enum { MAX_PARTS = 32 };

#define NONE ((int64_t)-1)

struct local_row {
    struct slice label; /* folded, in the arena */
    int64_t value;      /* NONE: no number stands there */
    struct span span;   /* of the value */
};

static struct slice fold_cell(struct evaluation *run, const struct local_cell *cell)
{
    struct fold fold;
    struct slice text = cell->words ? slice_of(cell->words) : report_slice(run->report, cell->span);
    if (fold_text(run->arena, text, cell->span.start, FOLD_LABEL, &fold) < 0) {
        run->failed = true;
        return slice_make("", 0);
    }
    return slice_make(fold.text, fold.nbytes);
}

static bool is_digits(struct slice text)
{
    for (size_t i = 0; i < text.nbytes; i++)
        if (!ascii_is_digit(text.ptr[i]))
            return false;
    return text.nbytes > 0;
}

/* As cells of the form print counts: 1,420, 35篇. */
static int64_t count_of(struct evaluation *run, struct slice text)
{
    static const struct form_col column;
    struct cell cell;
    cell_parse(run->arena, text, 0, &column, &cell);
    return cell.state == CELL_NUMBER && cell.value >= 0 ? cell.value : NONE;
}

/* The first words of a row and the last number behind them. */
static struct local_row read_row(struct evaluation *run, const struct local_table *local,
                                 size_t row)
{
    struct local_row out = {.label = {"", 0}, .value = NONE};
    for (size_t col = 0; col < local->ncols; col++) {
        const struct local_cell *cell = &local->cells[row * local->ncols + col];
        if (span_empty(cell->span))
            continue;
        struct slice text = fold_cell(run, cell);
        if (out.label.nbytes == 0 && !is_digits(text)) {
            out.label = text;
            out.span = cell->span;
            continue;
        }
        int64_t value = count_of(run, text);
        if (value == NONE)
            continue;
        out.value = value;
        out.span = cell->span;
    }
    return out;
}

static bool has_all(const cJSON *words, struct slice label)
{
    const cJSON *word;
    cJSON_ArrayForEach (word, words) {
        if (!slice_contains(label, json_text(word)))
            return false;
    }
    return words != NULL && label.nbytes > 0;
}

struct balance {
    struct local_row whole; /* without label: none met */
    struct local_row parts[MAX_PARTS];
    size_t n;
    bool in_group, overflows;
};

static void take_part(struct balance *balance, const struct local_row *row)
{
    if (balance->n < MAX_PARTS)
        balance->parts[balance->n++] = *row;
    else
        balance->overflows = true;
}

static void take_row(const struct rule *rule, const cJSON *one, const struct local_row *row,
                     struct balance *balance)
{
    bool has_whole = balance->whole.label.nbytes > 0;
    if (has_all(json_get(one, "group"), row->label))
        balance->in_group = has_whole;
    else if (balance->in_group && patterns_match(rule, "end", row->label))
        balance->in_group = false;
    else if (balance->in_group && patterns_match(rule, "part", row->label))
        take_part(balance, row);
    else if (!has_whole && has_all(json_get(one, "whole"), row->label))
        balance->whole = *row;
}

/* What the parts that have a number come to. */
struct parts_told {
    int64_t sum, greatest;
    size_t npositive, nunknown;
};

static struct parts_told tally_of(const struct balance *balance)
{
    struct parts_told tally = {.nunknown = balance->overflows};
    for (size_t i = 0; i < balance->n; i++) {
        int64_t value = balance->parts[i].value;
        tally.nunknown += value == NONE;
        tally.npositive += value > 0;
        tally.sum += value == NONE ? 0 : value;
        tally.greatest = value > tally.greatest ? value : tally.greatest;
    }
    return tally;
}

/* The parts as they add up, and where they stand. */
static const char *list_parts(struct evaluation *run, const struct balance *balance,
                              const struct parts_told *tally, struct span_list *spans)
{
    struct str list = STR_INIT;
    for (size_t i = 0; i < balance->n; i++) {
        int64_t value = balance->parts[i].value;
        str_format(&list, "%s%s", i ? " + " : "",
                   value == NONE ? "？" : wording_number(run, value, false));
        span_list_add(run, spans, balance->parts[i].span);
    }
    if (tally->nunknown == 0)
        str_format(&list, " = %s", wording_number(run, tally->sum, false));
    return wording_keep(run, &list);
}

static void report_balance(struct evaluation *run, const struct rule *rule, const cJSON *one,
                           const struct balance *balance, enum outcome outcome, const char *key)
{
    struct span_list spans = {0};
    struct parts_told tally = tally_of(balance);
    int64_t value = balance->whole.value;
    span_list_add(run, &spans, balance->whole.span);
    const char *parts = list_parts(run, balance, &tally, &spans);
    const char *whole = value == NONE ? "？" : wording_number(run, value, false);
    struct message_value values[] = {{"whole", whole, whole}, {"parts", parts, parts}};
    struct finding *finding =
        prose_report(run, rule, json_string(one, "id"), outcome, key, values, 2, &spans, NULL);
    if (!finding || outcome != OUTCOME_FAIL)
        return;
    finding->has_lhs = finding->has_rhs = true;
    finding->lhs = value;
    finding->rhs = tally.sum;
}

static void judge_balance(struct evaluation *run, const struct rule *rule, const cJSON *one,
                          const struct balance *balance)
{
    struct parts_told tally = tally_of(balance);
    int64_t whole = balance->whole.value;
    bool is_short = json_bool(one, "holds_each", false) && whole < tally.greatest;
    if (whole == NONE)
        report_balance(run, rule, one, balance, OUTCOME_UNDECIDED, "lost");
    else if (is_short || (whole > tally.sum && tally.nunknown == 0))
        report_balance(run, rule, one, balance, OUTCOME_FAIL, NULL);
    else if (whole > tally.sum)
        report_balance(run, rule, one, balance, OUTCOME_UNDECIDED, "blank");
    else if (whole == tally.sum && tally.npositive > 1 && tally.nunknown == 0)
        report_balance(run, rule, one, balance, OUTCOME_FAIL, "equal");
    else
        eval_pass(run, rule);
}

static bool has_number(const struct balance *balance)
{
    bool result = balance->whole.value != NONE;
    for (size_t i = 0; i < balance->n; i++)
        result = result || balance->parts[i].value != NONE;
    return result;
}

void local_evaluate(struct evaluation *run, const struct rule *rule)
{
    const cJSON *one;
    for (size_t i = 0; i < run->report->nlocals; i++) {
        const struct local_table *local = &run->report->locals[i];
        json_each (one, rule_get(rule, "balances")) {
            struct balance balance = {.whole = {.value = NONE}};
            for (size_t row = 0; row < local->nrows && !run->failed; row++) {
                struct local_row now = read_row(run, local, row);
                take_row(rule, one, &now, &balance);
            }
            if (balance.n > 1 && has_number(&balance))
                judge_balance(run, rule, one, &balance);
        }
    }
}
