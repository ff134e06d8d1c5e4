/* TXT-SUM and TXT-PART: parts of one whole inside the prose. */
#include "part_lists.h"
#include "prose_kinds.h"

#include "gouji/base/json.h"
#include "wording.h"

static const struct figure *figure_at(const struct evaluation *run, size_t figure)
{
    return &run->report->figures[figure];
}

/* 1.2万 stands for all that rounds to it: half of its last printed place, scaled. */
static int64_t rounding(const struct evaluation *run, size_t figure)
{
    static const struct {
        const char *word;
        int64_t times;
    } places[] = {{"万", 10000}, {"亿", 100000000}};
    struct slice text = report_slice(run->report, figure_at(run, figure)->span);
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        const char *word = slice_find(text, slice_of(places[i].word));
        const char *point = slice_find(text, slice_of("."));
        int64_t step = places[i].times * CELL_SCALE;
        for (const char *p = point; word && p && ++p < word;)
            step /= 10;
        if (word)
            return step / 2;
    }
    return 0;
}

static int64_t slack_of(const struct evaluation *run, const struct part_list *list)
{
    int64_t slack = rounding(run, list->whole);
    for (size_t i = 0; i < list->n; i++)
        slack += rounding(run, list->parts[i]);
    return slack;
}

/* 7 + 3 = 10, scaled. False when it does not fit. */
static bool add_parts(const struct evaluation *run, const struct part_list *list, size_t n,
                      int64_t *sum)
{
    *sum = 0;
    for (size_t i = 0; i < n; i++)
        if (__builtin_add_overflow(*sum, figure_at(run, list->parts[i])->value, sum))
            return false;
    return true;
}

static bool is_near(int64_t a, int64_t b, int64_t slack)
{
    int64_t off;
    return !__builtin_sub_overflow(a, b, &off) && off <= slack && -slack <= off;
}

/* Whether the sum is the whole's value, give or take the slack, in one of its
 * readings. */
static bool is_whole(const struct part_list *list, int64_t sum, int64_t slack)
{
    bool is_reading = is_near(sum, list->value, slack);
    for (size_t i = 0; i < list->nothers; i++)
        is_reading |= is_near(sum, list->others[i], slack);
    return is_reading;
}

/* The list may be followed by numbers that are no parts: a beginning of at
 * least two that adds up is enough, unless all are of one family, and so does more that may go on
 * with it. How many that are, 0 when none does. */
static size_t adding_up(const struct evaluation *run, const struct part_list *list)
{
    int64_t sum, slack = slack_of(run, list);
    for (size_t n = list->is_family ? list->n : 2; n >= 2 && n <= list->n + list->nmore; n++)
        if (add_parts(run, list, n, &sum) && is_whole(list, sum, slack))
            return n;
    bool is_mixed = list->n >= 2 && list->beside > 0 && add_parts(run, list, list->n, &sum) &&
                    !__builtin_add_overflow(sum, list->beside, &sum) && is_whole(list, sum, slack);
    return is_mixed ? list->n : 0;
}

static const char *scaled(struct evaluation *run, int64_t value)
{
    return wording_number(run, value, true);
}

static void set_figures(struct evaluation *run, struct finding *finding,
                        const struct part_list *list)
{
    struct seen seen[PARTS_MOST + 1];
    struct span_list spans = {0};
    for (size_t i = 0; i < list->n; i++) {
        seen[i] = prose_seen(run, list->parts[i]);
        span_list_add(run, &spans, seen[i].span);
    }
    seen[list->n] = prose_seen(run, list->whole);
    span_list_add(run, &spans, seen[list->n].span);
    eval_set_seen(run, finding, seen, list->n + 1);
    eval_set_spans(run, finding, spans.items, spans.n);
}

static void claim_figures(struct evaluation *run, const struct part_list *list)
{
    eval_claim(run, figure_at(run, list->whole)->span);
    for (size_t i = 0; i < list->n; i++)
        eval_claim(run, figure_at(run, list->parts[i])->span);
}

static const struct sentence *sentence_of(const struct evaluation *run,
                                          const struct part_list *list)
{
    return &run->report->sentences[figure_at(run, list->parts[0])->sentence];
}

static const char *write_sum(struct evaluation *run, const struct part_list *list, int64_t sum,
                             enum lang lang)
{
    struct str text = STR_INIT;
    int64_t whole = list->value;
    for (size_t i = 0; i < list->n; i++)
        str_format(&text, "%s%s", i ? " + " : "",
                   scaled(run, figure_at(run, list->parts[i])->value));
    str_format(&text, " = %s ≠ %s%s %s", scaled(run, sum), scaled(run, whole),
               lang == LANG_ZH ? "，差" : ", difference",
               scaled(run, sum > whole ? sum - whole : whole - sum));
    return wording_keep(run, &text);
}

/* Numbers behind the list may be no parts: as many of the first as come nearest. */
static struct part_list nearest_beginning(const struct evaluation *run,
                                          const struct part_list *list)
{
    struct part_list nearest = *list;
    int64_t sum, off, least = INT64_MAX, best = 0;
    size_t fewest = list->is_family ? list->n : list->least > 2 ? list->least : 2;
    for (size_t n = fewest; n <= list->n; n++) {
        if (!add_parts(run, list, n, &sum) || __builtin_sub_overflow(sum, list->value, &off))
            break;
        off = off < 0 ? -off : off;
        if (off < least || sum == best) {
            least = off;
            best = sum;
            nearest.n = n;
        }
    }
    return nearest;
}

/* 其中 alone may pick out some: what covers little of the whole does (the
 * record's "covers", in percent), and so does what went out by several ways at
 * once, one of which carried the whole. */
static bool is_choice(const struct evaluation *run, const struct rule *rule,
                      const struct part_list *list, int64_t sum)
{
    long double share = 100.0L * (long double)sum / (long double)list->value;
    bool overlaps = false;
    for (size_t i = 0; i < list->n; i++)
        overlaps |= figure_at(run, list->parts[i])->value == list->value;
    if (list->may_lack && sum < list->value)
        return true;
    return !list->is_complete &&
           (share < (long double)rule_integer(rule, "covers", 0) || (overlaps && !list->is_family));
}

/* Lists of one rule that do not hold, of sentences that were not read whole for them: told once. */
static void tell_cut(struct evaluation *run, const struct rule *rule, const struct part_list *list,
                     bool *is_told)
{
    struct finding *finding =
        *is_told ? NULL : eval_add(run, rule, "reach", OUTCOME_UNDECIDED, NULL);
    *is_told = true;
    if (!finding)
        return;
    finding->message[LANG_ZH] =
        arena_format(run->arena, "句子过长，只看“其中”等前后各 %d 字节，分项不能核对", PROSE_REACH);
    finding->message[LANG_EN] = arena_format(
        run->arena, "the sentence is too long: parts are looked for %d bytes around; not checked",
        PROSE_REACH);
    set_figures(run, finding, list);
}

static void judge_sum(struct evaluation *run, const struct rule *rule,
                      const struct part_list *whole, size_t number, bool *is_told)
{
    struct part_list nearest = nearest_beginning(run, whole), *list = &nearest;
    int64_t sum;
    bool judged = !list->is_open && list->n >= 2 && add_parts(run, list, list->n, &sum);
    if (judged || list->n >= 2)
        claim_figures(run, whole);
    if (!judged || (list->is_rounded && adding_up(run, whole) == 0)) {
        eval_not_applicable(run, rule);
        return;
    }
    if (adding_up(run, whole) > 0) {
        eval_pass(run, rule);
        return;
    }
    if (is_choice(run, rule, list, sum)) {
        eval_not_applicable(run, rule);
        return;
    }
    if (list->is_cut) {
        tell_cut(run, rule, list, is_told);
        return;
    }
    const char *zh = write_sum(run, list, sum, LANG_ZH), *en = write_sum(run, list, sum, LANG_EN);
    struct message_value values[] = {{"sum", zh, en}};
    struct finding *finding = prose_report(
        run, rule, prose_instance(run, number), list->is_nested ? OUTCOME_UNDECIDED : OUTCOME_FAIL,
        list->is_nested ? "nested" : NULL, values, 1, NULL, sentence_of(run, list));
    if (!finding)
        return;
    set_figures(run, finding, list);
    finding->sum[LANG_ZH] = zh;
    finding->sum[LANG_EN] = en;
    finding->has_lhs = finding->has_rhs = finding->is_decimal = true;
    finding->lhs = sum;
    finding->rhs = list->value;
}

void parts_sum(struct evaluation *run, const struct rule *rule)
{
    bool is_told = false;
    struct part_lists lists = part_lists_find(run, rule);
    for (size_t i = 0; i < lists.n && !run->failed; i++)
        judge_sum(run, rule, &lists.items[i], i + 1, &is_told);
}

static void judge_parts(struct evaluation *run, const struct rule *rule,
                        const struct part_list *list, size_t number, bool *is_told)
{
    const struct figure *whole = figure_at(run, list->whole);
    const struct figure *over = NULL;
    int64_t slack = slack_of(run, list);
    size_t n = adding_up(run, list);
    for (size_t i = 0; i < (n ? n : list->n); i++) {
        const struct figure *part = figure_at(run, list->parts[i]);
        if (part->value - slack > list->bound && !part->approximate && !over)
            over = part;
    }
    claim_figures(run, list);
    if (!over || whole->approximate) {
        eval_pass(run, rule);
        return;
    }
    if (list->is_cut) {
        tell_cut(run, rule, list, is_told);
        return;
    }
    const char *part_text = scaled(run, over->value), *whole_text = scaled(run, list->value);
    struct message_value values[] = {{"part", part_text, part_text},
                                     {"whole", whole_text, whole_text}};
    struct finding *finding = prose_report(run, rule, prose_instance(run, number), OUTCOME_FAIL,
                                           NULL, values, 2, NULL, sentence_of(run, list));
    if (!finding)
        return;
    set_figures(run, finding, list);
    finding->has_lhs = finding->has_rhs = finding->is_decimal = true;
    finding->lhs = over->value;
    finding->rhs = list->value;
}

/* The lists are those of the rule about sums, which this one names. */
void parts_over(struct evaluation *run, const struct rule *rule)
{
    const char *other = rule_string(rule, "lists_as");
    const struct rule *words = other ? ruleset_find(run->rules, other) : NULL;
    if (!words || strcmp(words->kind, "TXT-SUM") != 0)
        words = rule;
    bool is_told = false;
    struct part_lists lists = part_lists_find(run, words);
    for (size_t i = 0; i < lists.n && !run->failed; i++)
        judge_parts(run, rule, &lists.items[i], i + 1, &is_told);
}
