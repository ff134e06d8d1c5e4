/* LOCAL: a whole and the ways it came about, in a table that the form does not
 * know. The same matter over several ways counts once, so the whole lies
 * between the greatest part and the sum. A record has
 *
 *     "balances": [{"id", "whole": [words of its label], "group": [words of the
 *                   row above the parts]}]
 *     "part"      pattern of a part's label; "end" of the row that ends them */
#include "document.h"

#include "gouji/base/json.h"
#include "wording.h"

enum { MAX_PARTS = 16 };

struct local_row {
    struct slice label; /* folded, in the arena */
    int64_t value;      /* -1 none */
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

static int64_t whole_number(struct slice text)
{
    enum { MOST = 12 };
    int64_t value = 0;
    for (size_t i = 0; i < text.nbytes; i++) {
        if (text.ptr[i] < '0' || text.ptr[i] > '9' || i >= MOST)
            return -1;
        value = value * 10 + (text.ptr[i] - '0');
    }
    return text.nbytes ? value : -1;
}

/* The first words of a row and its last number. */
static struct local_row read_row(struct evaluation *run, const struct local_table *local,
                                 size_t row)
{
    struct local_row out = {.label = {"", 0}, .value = -1};
    for (size_t col = 0; col < local->ncols; col++) {
        const struct local_cell *cell = &local->cells[row * local->ncols + col];
        struct span span = cell->span;
        if (span_empty(span))
            continue;
        struct slice text = fold_cell(run, cell);
        int64_t value = whole_number(text);
        if (value >= 0) {
            out.value = value;
            out.span = span;
        } else if (out.label.nbytes == 0) {
            out.label = text;
        }
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
    struct local_row whole;
    struct local_row parts[MAX_PARTS];
    size_t n;
    bool in_group;
};

static void take_row(const struct rule *rule, const cJSON *one, const struct local_row *row,
                     struct balance *balance)
{
    if (has_all(json_get(one, "group"), row->label)) {
        balance->in_group = balance->whole.value >= 0;
    } else if (balance->in_group && patterns_match(rule, "end", row->label)) {
        balance->in_group = false;
    } else if (balance->in_group && patterns_match(rule, "part", row->label) && row->value >= 0 &&
               balance->n < MAX_PARTS) {
        balance->parts[balance->n++] = *row;
    } else if (balance->whole.value < 0 && has_all(json_get(one, "whole"), row->label)) {
        balance->whole = *row;
    }
}

static void report_balance(struct evaluation *run, const struct rule *rule, const cJSON *one,
                           const struct balance *balance, int64_t sum, const char *key)
{
    struct str list = STR_INIT;
    struct span_list spans = {0};
    span_list_add(run, &spans, balance->whole.span);
    for (size_t i = 0; i < balance->n; i++) {
        str_format(&list, "%s%s", i ? " + " : "",
                   wording_number(run, balance->parts[i].value, false));
        span_list_add(run, &spans, balance->parts[i].span);
    }
    str_format(&list, " = %s", wording_number(run, sum, false));
    const char *parts = wording_keep(run, &list);
    const char *whole = wording_number(run, balance->whole.value, false);
    struct message_value values[] = {{"whole", whole, whole}, {"parts", parts, parts}};
    struct finding *finding =
        prose_report(run, rule, json_string(one, "id"), OUTCOME_FAIL, key, values, 2, &spans, NULL);
    if (!finding)
        return;
    finding->has_lhs = finding->has_rhs = true;
    finding->lhs = balance->whole.value;
    finding->rhs = sum;
}

static void judge_balance(struct evaluation *run, const struct rule *rule, const cJSON *one,
                          const struct balance *balance)
{
    int64_t sum = 0, greatest = 0;
    size_t npositive = 0;
    for (size_t i = 0; i < balance->n; i++) {
        int64_t value = balance->parts[i].value;
        sum += value;
        greatest = value > greatest ? value : greatest;
        npositive += value > 0;
    }
    int64_t whole = balance->whole.value;
    if (whole > sum || whole < greatest)
        report_balance(run, rule, one, balance, sum, NULL);
    else if (whole == sum && npositive > 1)
        report_balance(run, rule, one, balance, sum, "equal");
    else
        eval_pass(run, rule);
}

void local_evaluate(struct evaluation *run, const struct rule *rule)
{
    const cJSON *one;
    for (size_t i = 0; i < run->report->nlocals; i++) {
        const struct local_table *local = &run->report->locals[i];
        json_each (one, rule_get(rule, "balances")) {
            struct balance balance = {.whole = {.value = -1}};
            for (size_t row = 0; row < local->nrows && !run->failed; row++) {
                struct local_row now = read_row(run, local, row);
                take_row(rule, one, &now, &balance);
            }
            if (balance.n > 1)
                judge_balance(run, rule, one, &balance);
        }
    }
}
