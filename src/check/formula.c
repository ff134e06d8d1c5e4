/* The kinds whose rule is a formula: SUM (lhs = rhs), LE, GE. A record may have
 *
 *     "each": "row" | "column", "of": ["T3"] | ["T2.a5", "T2.a6"]  the loop
 *     "instance": "review"          the instance's name when there is no loop
 *     "mode": "partial_zero"        the default; or "lower_bound", see judge.h
 *     "lhs_name", "rhs_name"        what the sides are called in messages
 *     "severe": {"lhs", "rhs"}      the same comparison, weaker: when it fails
 *                                   too, the severity's condition is "severe"
 *     "severe_percent": 20          "severe" when the difference is a greater share
 *                                   of the right side
 *     "prior": true                 not applicable unless last year is loaded
 *
 * Otherwise the severity's condition is the instance. */
#include "formula.h"

#include "gouji/base/json.h"
#include "places.h"
#include "prior.h"
#include "prose.h"
#include "wording.h"

struct formula {
    struct expr *lhs, *rhs;
    struct expr *severe_lhs, *severe_rhs; /* NULL when there is none */
    enum relation relation;
    bool lower_bound;
    const char *lhs_name[LANG_COUNT], *rhs_name[LANG_COUNT]; /* NULL when there is none */
    int severe_percent;                                      /* 0: none */
    const char *instance;                                    /* NULL: a loop names its own */
    bool by_row;                                             /* of the loop; else by column */
    size_t nplaces;                                          /* that a loop is over; 0: no loop */
    struct loop_place *places;
};

/* A block of the form, which a report may have. */
struct loop_place {
    enum table_id table;
    struct slice block;
};

static struct expr *compile_side(const struct rule *rule, const cJSON *object, const char *key,
                                 const cJSON **at, struct err *err)
{
    *at = json_get(object, key);
    const char *text = json_string(object, key);
    if (text)
        return expr_compile(text, rule->arena, err);
    err_set(err, ERR_INPUT, _("\"%s\" is missing"), key);
    return NULL;
}

static bool place_read(const char *name, struct loop_place *place)
{
    size_t dot = name ? strcspn(name, ".") : 0;
    if (!name || !places_table(name, dot, &place->table))
        return false;
    place->block = slice_of(name[dot] ? name + dot + 1 : "");
    return true;
}

static int compile_loop(struct formula *formula, const struct rule *rule, struct err *err)
{
    const cJSON *record = rule->record;
    const char *each = json_string(record, "each");
    const cJSON *of = json_get(record, "of"), *place;
    bool sound = each ? cJSON_IsArray(of) : json_string(record, "instance") != NULL;
    formula->by_row = each && strcmp(each, "row") == 0;
    sound &= !each || formula->by_row || strcmp(each, "column") == 0;
    if (each && sound) {
        formula->places =
            arena_array(rule->arena, (size_t)cJSON_GetArraySize(of) + 1, sizeof *formula->places);
        if (!formula->places)
            return err_set_nomem(err);
        cJSON_ArrayForEach (place, of)
            sound &= place_read(cJSON_GetStringValue(place), &formula->places[formula->nplaces++]);
    }
    return sound ? 0
                 : err_set(err, ERR_INPUT,
                           _("needs \"each\" (row or column) with \"of\" (tables), or "
                             "\"instance\""));
}

static int compile_into(struct formula *formula, const struct rule *rule, const cJSON **at,
                        struct err *err)
{
    const cJSON *severe = json_get(rule->record, "severe");
    const char *mode = json_string(rule->record, "mode");
    formula->lower_bound = mode && strcmp(mode, "lower_bound") == 0;
    if (mode && !formula->lower_bound && strcmp(mode, "partial_zero") != 0)
        return err_set(err, ERR_INPUT, _("\"mode\" must be partial_zero or lower_bound"));
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        formula->lhs_name[lang] = rule_text(json_get(rule->record, "lhs_name"), (enum lang)lang);
        formula->rhs_name[lang] = rule_text(json_get(rule->record, "rhs_name"), (enum lang)lang);
    }
    formula->relation = strcmp(rule->kind, "SUM") == 0  ? RELATION_EQ
                        : strcmp(rule->kind, "LE") == 0 ? RELATION_LE
                                                        : RELATION_GE;
    if (compile_loop(formula, rule, err) < 0)
        return -1;
    formula->instance = json_string(rule->record, "instance");
    formula->severe_percent = (int)json_integer(rule->record, "severe_percent", 0);
    if (!(formula->lhs = compile_side(rule, rule->record, "lhs", at, err)) ||
        !(formula->rhs = compile_side(rule, rule->record, "rhs", at, err)))
        return -1;
    if (severe && (!(formula->severe_lhs = compile_side(rule, severe, "lhs", at, err)) ||
                   !(formula->severe_rhs = compile_side(rule, severe, "rhs", at, err))))
        return -1;
    return 0;
}

void *formula_compile(const struct rule *rule, const cJSON **at, struct err *err)
{
    struct formula *formula = arena_alloc(rule->arena, sizeof *formula);
    if (!formula)
        err_set_nomem(err);
    return formula && compile_into(formula, rule, at, err) == 0 ? formula : NULL;
}

/* One instance being judged. */
struct instance {
    const struct rule *rule;
    const struct formula *formula;
    const char *name;
    struct binding binding;
    struct side *lhs, *rhs; /* for all instances of the rule */
    struct comparison made;
    bool lacks_prior; /* only counted */
    void (*each)(struct evaluation *run, struct instance *in);
    formula_visit *visit; /* for a walk, with what it is given */
    void *context;
};

static bool is_blank(enum cell_state state)
{
    return state == CELL_BLANK || state == CELL_MARK;
}

static bool is_lost(enum cell_state state)
{
    return state != CELL_NUMBER && !is_blank(state);
}

/* The amount the blanks would have to hold together; false when it is not
 * determined (blanks on both sides, or signed ones). */
static bool blanks_need(const struct comparison *made, int64_t *need)
{
    const struct tally *open = made->lhs.nblanks ? &made->lhs : &made->rhs;
    const struct tally *shut = made->lhs.nblanks ? &made->rhs : &made->lhs;
    *need = shut->known - open->known;
    return shut->nblanks == 0 && !open->may_shrink;
}

/* A finding's message as it is worded. */
struct worded {
    struct evaluation *run;
    const struct instance *in;
    const struct finding *finding;
};

static void add_where(const struct worded *worded, enum lang lang, struct str *out)
{
    wording_where(worded->run, worded->in->lhs, worded->in->rhs, lang, out);
}

static void add_cells(const struct worded *worded, enum lang lang, struct str *out)
{
    wording_cells(worded->run, worded->in->lhs, worded->in->rhs, lang, out);
}

static void add_blanks(const struct worded *worded, enum lang lang, struct str *out)
{
    wording_operands(worded->run, worded->in->lhs, worded->in->rhs, is_blank, lang, out);
}

static void add_missing(const struct worded *worded, enum lang lang, struct str *out)
{
    wording_operands(worded->run, worded->in->lhs, worded->in->rhs, is_lost, lang, out);
}

/* A side of which nothing is known is said so. */
static void add_known(const struct side *side, const struct tally *tally, enum lang lang,
                      struct str *out)
{
    static const char *const unknown[LANG_COUNT] = {"不详", "unknown"};
    if (tally->nnumbers > 0 || side->noperands == 0)
        wording_add_number(tally->known, tally->is_decimal, out);
    else
        str_add(out, unknown[lang]);
}

static void add_lhs(const struct worded *worded, enum lang lang, struct str *out)
{
    add_known(worded->in->lhs, &worded->in->made.lhs, lang, out);
}

static void add_rhs(const struct worded *worded, enum lang lang, struct str *out)
{
    add_known(worded->in->rhs, &worded->in->made.rhs, lang, out);
}

static void add_difference(const struct worded *worded, enum lang lang, struct str *out)
{
    const struct comparison *made = &worded->in->made;
    int64_t difference = made->lhs.known - made->rhs.known;
    (void)lang;
    wording_add_number(difference < 0 ? -difference : difference, made->lhs.is_decimal, out);
}

static void add_need(const struct worded *worded, enum lang lang, struct str *out)
{
    int64_t need;
    (void)lang;
    blanks_need(&worded->in->made, &need);
    wording_add_number(need, worded->in->made.lhs.is_decimal, out);
}

static void add_sum(const struct worded *worded, enum lang lang, struct str *out)
{
    const struct instance *in = worded->in;
    const char *sum = worded->finding->sum[lang];
    str_add(out, sum ? sum
                     : wording_sum(worded->run, in->lhs, in->rhs, &in->made, in->formula->relation,
                                   lang));
}

static void add_lhs_name(const struct worded *worded, enum lang lang, struct str *out)
{
    str_add(out, worded->in->formula->lhs_name[lang]);
}

static void add_rhs_name(const struct worded *worded, enum lang lang, struct str *out)
{
    str_add(out, worded->in->formula->rhs_name[lang]);
}

/* What a template may name. */
static bool word_value(void *context, struct slice name, enum lang lang, struct str *out)
{
    static const struct {
        const char *name;
        void (*add)(const struct worded *worded, enum lang lang, struct str *out);
    } values[] = {{"where", add_where},       {"cells", add_cells},      {"lhs", add_lhs},
                  {"rhs", add_rhs},           {"diff", add_difference},  {"blanks", add_blanks},
                  {"missing", add_missing},   {"sum", add_sum},          {"need", add_need},
                  {"lhs_name", add_lhs_name}, {"rhs_name", add_rhs_name}};
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        if (!places_is_id(values[i].name, name))
            continue;
        values[i].add(context, lang, out);
        return true;
    }
    return false;
}

static const char *message_key(const struct instance *in)
{
    int64_t need;
    switch (in->made.judgement) {
    case JUDGED_IMPOSSIBLE:
        return "whatever";
    case JUDGED_BLANK:
        return "blank";
    case JUDGED_LOST:
        return in->made.lhs.nnumbers + in->made.rhs.nnumbers > 0 ? "lost" : "lost_all";
    case JUDGED_DEPENDS:
        if (in->formula->relation != RELATION_EQ || !blanks_need(&in->made, &need))
            return "depends";
        return in->made.lhs.nblanks + in->made.rhs.nblanks == 1 ? "would_be" : "need";
    default:
        return NULL;
    }
}

static size_t copy_seen(const struct side *side, struct seen *seen)
{
    size_t n = 0;
    for (size_t i = 0; i < side->noperands; i++)
        if (!side->operands[i].is_prior)
            seen[n++] = *side->operands[i].seen;
    return n;
}

static void set_targets(struct evaluation *run, const struct instance *in, struct finding *finding)
{
    const struct side *sides[] = {in->lhs, in->rhs};
    const char **targets =
        arena_array(run->arena, in->lhs->ntargets + in->rhs->ntargets, sizeof *targets);
    size_t n = 0;
    run->failed |= targets == NULL;
    for (size_t s = 0; s < 2; s++)
        for (size_t i = 0; targets && i < sides[s]->ntargets; i++) {
            if (sides[s]->targets[i].is_prior)
                continue;
            targets[n] = expr_address(run, sides[s], &sides[s]->targets[i]);
            run->failed |= targets[n++] == NULL;
        }
    finding->targets = targets;
    finding->ntargets = n;
}

/* A row whose values have no places is evidence as a whole. */
static struct span operand_span(const struct report *report, const struct operand *operand)
{
    if (operand->is_prior || operand->seen->state != CELL_UNPLACED)
        return operand->is_prior ? (struct span){0, 0} : operand->seen->span;
    return places_row_span(report, operand->table, operand->block, operand->row);
}

/* Whether no more than the row of either is known. */
static bool are_of_one_row(const struct operand *a, const struct operand *b)
{
    return a->seen->state == CELL_UNPLACED && b->seen->state == CELL_UNPLACED &&
           a->block == b->block && a->row == b->row && a->is_prior == b->is_prior;
}

/* Printed values as evidence: the right side (the stated total) first, then
 * what is not zero, then the rest. */
static size_t copy_spans(const struct report *report, const struct instance *in, struct span *spans)
{
    size_t n = 0;
    for (int pass = 0; pass < 3; pass++) {
        const struct side *side = pass == 0 ? in->rhs : in->lhs;
        const struct operand *last = NULL;
        for (size_t i = 0; i < side->noperands; i++) {
            const struct operand *operand = &side->operands[i];
            bool is_zero = operand->seen->value == 0;
            if ((pass > 0 && is_zero != (pass == 2)) || (last && are_of_one_row(last, operand)))
                continue;
            last = operand;
            struct span span = operand_span(report, operand);
            bool is_repeated = n > 0 && spans[n - 1].start == span.start;
            if (!span_empty(span) && !is_repeated)
                spans[n++] = span;
        }
    }
    return n;
}

static void set_evidence(struct evaluation *run, const struct instance *in, struct finding *finding)
{
    size_t room = in->lhs->noperands + in->rhs->noperands;
    struct seen *seen = arena_raw(run->arena, room * sizeof *seen);
    struct span *spans = arena_raw(run->arena, room * sizeof *spans);
    if (!seen || !spans) {
        run->failed = true;
        return;
    }
    size_t nseen = copy_seen(in->lhs, seen);
    finding->seen = seen;
    finding->nseen = nseen + copy_seen(in->rhs, seen + nseen);
    finding->spans = spans;
    finding->nspans = copy_spans(run->report, in, spans);
    if (!run->without_prints)
        set_targets(run, in, finding);
}

static void set_sides(struct finding *finding, const struct comparison *made)
{
    finding->has_lhs = made->lhs.nlost == 0 && made->lhs.nnumbers > 0;
    finding->has_rhs = made->rhs.nlost == 0 && made->rhs.nnumbers > 0;
    if (finding->outcome == OUTCOME_FAIL)
        finding->has_lhs = finding->has_rhs = true;
    finding->lhs = made->lhs.known;
    finding->rhs = made->rhs.known;
    finding->is_decimal = made->lhs.is_decimal;
}

static bool differs_by(const struct comparison *made, int percent)
{
    long double known = (long double)made->rhs.known;
    long double off = (long double)made->lhs.known - known;
    return (off < 0 ? -off : off) * 100 > (known < 0 ? -known : known) * percent;
}

/* Whether the weaker comparison of the record fails too. */
static bool is_severe(struct evaluation *run, const struct instance *in)
{
    struct side lhs = {0}, rhs = {0};
    const struct formula *formula = in->formula;
    if (formula->severe_percent > 0)
        return differs_by(&in->made, formula->severe_percent);
    if (!formula->severe_lhs ||
        expr_expand(formula->severe_lhs, run, &in->binding, &lhs) != EXPR_OK ||
        expr_expand(formula->severe_rhs, run, &in->binding, &rhs) != EXPR_OK)
        return false;
    enum judgement judged = judge(&lhs, &rhs, formula->relation, false).judgement;
    return judged == JUDGED_FAILS || judged == JUDGED_IMPOSSIBLE;
}

/* Whether the number that the match names is what the sides differ by; none may be named. */
static bool is_difference(const struct prose_walk *walk, const struct match *match,
                          const struct comparison *made)
{
    int64_t off;
    if (match->start[1] == PATTERN_NONE)
        return true;
    size_t at = prose_figure_at(walk, match->start[1]);
    return at != PATTERN_NONE && !__builtin_sub_overflow(made->lhs.known, made->rhs.known, &off) &&
           walk->run->report->figures[at].value / CELL_SCALE == (off < 0 ? -off : off);
}

static bool explains(const struct prose_walk *walk, struct pattern_list list,
                     const struct comparison *made)
{
    struct match match;
    for (size_t i = 0; i < list.n; i++)
        for (size_t from = 0; pattern_find(&list.items[i], walk->now->text, from, &match);
             from = match.end[0])
            if (is_difference(walk, &match, made))
                return true;
    return false;
}

/* Whether the prose says what explains it: a pattern of the list "explained" of the rule named,
 * which is one on documents, or of the list that "explained_list" names. */
static bool is_explained(struct evaluation *run, const struct instance *in)
{
    const char *id = rule_string(in->rule, "explained_as");
    const char *name = rule_string(in->rule, "explained_list");
    const struct rule *other = id ? ruleset_find(run->rules, id) : NULL;
    if (!other || strcmp(other->kind, "DOCUMENTS") != 0)
        return false;
    struct pattern_list list = patterns_get(other, name ? name : "explained");
    struct prose_walk walk = {.run = run, .only = prose_where(run, list)};
    while (prose_next(&walk))
        if (explains(&walk, list, &in->made))
            return true;
    return false;
}

static void report_instance(struct evaluation *run, const struct instance *in)
{
    bool fails = in->made.judgement == JUDGED_FAILS || in->made.judgement == JUDGED_IMPOSSIBLE;
    const char *condition = !fails                  ? in->name
                            : is_explained(run, in) ? "explained"
                            : is_severe(run, in)    ? "severe"
                                                    : in->name;
    struct finding *finding =
        eval_add(run, in->rule, in->name, fails ? OUTCOME_FAIL : OUTCOME_UNDECIDED, condition);
    if (!finding)
        return;
    for (int lang = 0; fails && lang < LANG_COUNT; lang++)
        if (eval_says_in(run, (enum lang)lang))
            finding->sum[lang] = wording_sum(run, in->lhs, in->rhs, &in->made,
                                             in->formula->relation, (enum lang)lang);
    struct worded worded = {run, in, finding};
    eval_message_worded(run, finding, message_key(in), word_value, &worded);
    set_evidence(run, in, finding);
    set_sides(finding, &in->made);
}

static bool holds(enum relation relation, int64_t lhs, int64_t rhs)
{
    return relation == RELATION_EQ ? lhs == rhs : relation == RELATION_LE ? lhs <= rhs : lhs >= rhs;
}

/* Whether it holds as judge() would find, where all there is to it are whole numbers. */
static enum expr_result judge_sums(struct evaluation *run, const struct instance *in, bool *is_held)
{
    const struct formula *formula = in->formula;
    int64_t lhs, rhs;
    *is_held = false;
    if (formula->lower_bound)
        return EXPR_OPEN;
    enum expr_result result = expr_sum(formula->lhs, run, &in->binding, in->lhs, &lhs);
    if (result != EXPR_OK)
        return result;
    result = expr_sum(formula->rhs, run, &in->binding, in->rhs, &rhs);
    *is_held = result == EXPR_OK && holds(formula->relation, lhs, rhs);
    return result;
}

static enum expr_result expand_sides(struct evaluation *run, const struct instance *in)
{
    enum expr_result left = expr_expand(in->formula->lhs, run, &in->binding, in->lhs);
    return left == EXPR_OK ? expr_expand(in->formula->rhs, run, &in->binding, in->rhs) : left;
}

static void evaluate_instance(struct evaluation *run, struct instance *in)
{
    const struct formula *formula = in->formula;
    bool is_held = false;
    enum expr_result result = in->lacks_prior ? EXPR_NOT_IN_FORM : judge_sums(run, in, &is_held);
    if (is_held) {
        eval_pass(run, in->rule);
        return;
    }
    if (result == EXPR_OK || result == EXPR_OPEN)
        result = expand_sides(run, in);
    if (result != EXPR_OK) {
        run->failed |= result == EXPR_NO_MEMORY;
        eval_not_applicable(run, in->rule);
        return;
    }
    in->made = judge(in->lhs, in->rhs, formula->relation, formula->lower_bound);
    if (in->made.judgement == JUDGED_HOLDS)
        eval_pass(run, in->rule);
    else
        report_instance(run, in);
}

static void loop_rows(struct evaluation *run, struct instance *in)
{
    const struct seen_block *block = eval_block(run, in->binding.table, in->binding.block);
    for (size_t row = 0; block && row < block->form->nrows && !run->failed; row++) {
        if (!block->used[row])
            continue;
        in->name = block->form->rows[row].id;
        in->binding.row = (int)row;
        in->each(run, in);
    }
}

static void loop_columns(struct evaluation *run, struct instance *in)
{
    const struct form_block *block = in->binding.block;
    for (size_t col = 0; col < block->ncols && !run->failed; col++) {
        in->name = block->cols[col].id;
        in->binding.col = (int)col;
        in->each(run, in);
    }
}

static void loop(struct evaluation *run, struct instance *in)
{
    for (size_t i = 0; i < in->formula->nplaces; i++) {
        const struct loop_place *place = &in->formula->places[i];
        in->binding = (struct binding){
            place->table, places_block(run->report, place->table, place->block), -1, -1};
        if (in->binding.block && in->formula->by_row)
            loop_rows(run, in);
        else if (in->binding.block)
            loop_columns(run, in);
    }
}

static void each_instance(struct evaluation *run, const struct rule *rule, struct instance *in)
{
    struct side *sides = expr_sides(run);
    if (!sides)
        return;
    in->rule = rule;
    in->lhs = &sides[0];
    in->rhs = &sides[1];
    in->formula = rule->compiled;
    in->name = in->formula->instance;
    in->lacks_prior = rule->needs_prior && !prior_fits(run);
    if (in->formula->places)
        loop(run, in);
    else
        in->each(run, in);
}

void formula_evaluate(struct evaluation *run, const struct rule *rule)
{
    struct instance in = {.each = evaluate_instance};
    each_instance(run, rule, &in);
}

static void visit_instance(struct evaluation *run, struct instance *in)
{
    if (!in->lacks_prior && expr_expand(in->formula->lhs, run, &in->binding, in->lhs) == EXPR_OK &&
        expr_expand(in->formula->rhs, run, &in->binding, in->rhs) == EXPR_OK)
        in->visit(in->context, in->rule, in->name, in->lhs, in->rhs);
}

void formula_walk(struct evaluation *run, const struct rule *rule, formula_visit *visit,
                  void *context)
{
    struct instance in = {.each = visit_instance, .visit = visit, .context = context};
    each_instance(run, rule, &in);
}

struct comparison formula_judge(const struct rule *rule, const struct side *lhs,
                                const struct side *rhs, enum relation *relation)
{
    const struct formula *formula = rule->compiled;
    *relation = formula->relation;
    return judge(lhs, rhs, formula->relation, formula->lower_bound);
}
