/* TXT=TBL: a number that the prose states for a cell, or for a sum of cells. */
#include "text_table.h"

#include "gouji/base/json.h"
#include "mentions.h"
#include "rounding.h"
#include "testimony.h"
#include "wording.h"

static struct slice sentence_text(const struct sentence *sentence)
{
    return slice_make(sentence->fold.text, sentence->fold.nbytes);
}

/* Known other scopes */

enum { SCOPES_MOST = 8 };

struct scopes {
    struct scope_value tried[SCOPES_MOST]; /* those whose cells are all numbers */
    size_t ntried;
    const struct scope_value *fits[SCOPES_MOST];
    size_t nfits;
    bool is_stated; /* the sentence itself says which */
};

static bool scope_sum(struct evaluation *run, const cJSON *scope, int64_t *sum)
{
    struct told plus = {0}, minus = {0};
    told_add_list(run, &plus, json_get(scope, "plus"));
    told_add_list(run, &minus, json_get(scope, "minus"));
    return plus.nlost + plus.nblanks + minus.nlost + minus.nblanks == 0 &&
           !__builtin_sub_overflow(plus.known, minus.known, sum);
}

static void try_scopes(struct evaluation *run, const cJSON *record, const struct mention *mention,
                       struct scopes *scopes)
{
    struct slice text = sentence_text(&run->report->sentences[mention->sentence]);
    const cJSON *scope;
    json_each (scope, json_get(record, "scopes")) {
        int64_t sum;
        if (scopes->ntried == SCOPES_MOST || !scope_sum(run, scope, &sum) ||
            (mention->is_apart && json_bool(scope, "unless_apart", false)))
            continue;
        const cJSON *name = json_get(scope, "name");
        struct scope_value *tried = &scopes->tried[scopes->ntried++];
        *tried = (struct scope_value){{rule_text(name, LANG_ZH), rule_text(name, LANG_EN)}, sum};
        if (mention->approximate || sum != mention->value)
            continue;
        scopes->fits[scopes->nfits++] = tried;
        scopes->is_stated |= prose_word_in(json_get(scope, "stated"), text) != NULL;
    }
}

/* What the tables say in the columns of these applicants, in place of the total. */
static bool applicants_sum(struct evaluation *run, const cJSON *columns, const struct told *told,
                           int64_t *sum)
{
    const cJSON *column;
    *sum = 0;
    for (size_t i = 0; i < told->n; i++) {
        const char *id = told->cells[i].cell, *dot = strrchr(id, '.');
        json_each (column, columns) {
            struct told one = {0};
            const char *cell =
                dot ? arena_format(run->arena, "%.*s.%s", (int)(dot - id), id, column->valuestring)
                    : NULL;
            if (cell)
                told_add(run, &one, cell);
            if (one.nnumbers == 0 || __builtin_add_overflow(*sum, one.known, sum))
                return false;
        }
    }
    return true;
}

static void try_applicants(struct evaluation *run, const struct mention *mention,
                           const struct told *told, struct scopes *scopes)
{
    int64_t sum;
    if (!mention->applicants || scopes->ntried == SCOPES_MOST ||
        !applicants_sum(run, json_get(mention->applicants, "columns"), told, &sum))
        return;
    const cJSON *name = json_get(mention->applicants, "name");
    struct scope_value *tried = &scopes->tried[scopes->ntried++];
    *tried = (struct scope_value){{rule_text(name, LANG_ZH), rule_text(name, LANG_EN)}, sum};
    if (!mention->approximate && sum == mention->value)
        scopes->fits[scopes->nfits++] = tried;
}

static bool is_explained(struct evaluation *run, const struct rule *rule,
                         const struct mention *mention)
{
    struct told told = {0};
    struct scopes scopes = {.ntried = 0};
    const char *key;
    told_add_list(run, &told, json_get(rule->record, "cells"));
    try_scopes(run, rule->record, mention, &scopes);
    return told_compare(&told, mention->value, &key) == OUTCOME_PASS || scopes.nfits > 0;
}

bool text_table_explains(struct evaluation *run, const struct rule *rule,
                         const struct mentions *found)
{
    for (size_t i = 0; i < found->n; i++)
        if (!is_explained(run, rule, &found->items[i]))
            return false;
    return true;
}

static bool is_close(const struct report *report, const struct mention *mention, int64_t known)
{
    return mention->approximate && mention->figure != PATTERN_NONE &&
           rounding_allows(report, &report->figures[mention->figure], known);
}

static const struct figure *bound_of(const struct report *report, const struct mention *mention)
{
    const struct figure *figure =
        mention->figure == PATTERN_NONE ? NULL : &report->figures[mention->figure];
    return figure && rounding_is_bound(figure) ? figure : NULL;
}

/* The sentence; with the item of the record, of which it may state several: 13.denied */
static const char *instance_of(struct evaluation *run, const cJSON *record,
                               const struct mention *mention)
{
    const char *item = json_string(record, "find");
    const char *sentence = prose_instance(run, mention->sentence + 1);
    struct str name = STR_INIT;
    if (!item)
        return sentence;
    str_format(&name, "%s.%s", sentence, item);
    return wording_keep(run, &name);
}

/* The scopes that fit: “A”、“B” */
static const char *fitting(struct evaluation *run, const struct scopes *scopes, enum lang lang)
{
    struct str names = STR_INIT;
    for (size_t i = 0; i < scopes->nfits; i++)
        str_format(&names, lang == LANG_ZH ? "%s“%s”" : "%s%s",
                   i == 0            ? ""
                   : lang == LANG_ZH ? "、"
                                     : ", ",
                   scopes->fits[i]->name[lang]);
    return wording_keep(run, &names);
}

/* What was tried, written out: 其他口径：A = 422；B = 413 */
static const char *tried_in_words(struct evaluation *run, const struct scopes *scopes,
                                  enum lang lang)
{
    struct str list = STR_INIT;
    str_add(&list, lang == LANG_ZH ? "其他口径：" : "other scopes: ");
    for (size_t i = 0; i < scopes->ntried; i++)
        str_format(&list, "%s%s = %lld",
                   i == 0            ? ""
                   : lang == LANG_ZH ? "；"
                                     : "; ",
                   scopes->tried[i].name[lang], (long long)scopes->tried[i].value);
    return wording_keep(run, &list);
}

static void set_scopes(struct evaluation *run, struct finding *finding, const struct scopes *scopes)
{
    struct scope_value *copy = arena_array(run->arena, scopes->ntried, sizeof *copy);
    if (!copy) {
        run->failed = true;
        return;
    }
    memcpy(copy, scopes->tried, scopes->ntried * sizeof *copy);
    finding->scopes = copy;
    finding->nscopes = scopes->ntried;
    for (int lang = 0; lang < LANG_COUNT; lang++)
        if (eval_says_in(run, (enum lang)lang))
            finding->sum[lang] = tried_in_words(run, scopes, (enum lang)lang);
}

/* What tells of another scope; NULL. */
static const char *word_near(const struct evaluation *run, const struct rule *rule,
                             const struct mention *mention)
{
    if (mention->applicants)
        return rule_text(json_get(mention->applicants, "name"), LANG_ZH);
    return scope_word_near(run, rule, sentence_text(&run->report->sentences[mention->sentence]));
}

static void report_mention(struct evaluation *run, const struct rule *rule, const cJSON *record,
                           const struct mention *mention, const struct told *told,
                           enum outcome outcome, const char *key, const struct scopes *scopes)
{
    const struct sentence *sentence = &run->report->sentences[mention->sentence];
    const char *text = prose_text(run, mention->span);
    const char *stated = wording_number(run, mention->value, false);
    const char *known = wording_number(run, told->known, false);
    int64_t off =
        mention->value > told->known ? mention->value - told->known : told->known - mention->value;
    const char *diff = wording_number(run, off, false);
    const char *word = word_near(run, rule, mention);
    const struct figure *bound = bound_of(run->report, mention);
    bool is_least = bound && bound->bound == FIGURE_FROM;
    struct message_value values[] = {
        {"text", text, text},
        {"stated", stated, stated},
        {"table", known, known},
        {"diff", diff, diff},
        {"cells", told_name(run, told, LANG_ZH), told_name(run, told, LANG_EN)},
        {"scope", fitting(run, scopes, LANG_ZH), fitting(run, scopes, LANG_EN)},
        {"word", word, word},
        {"limit", is_least ? "不少于" : "不超过", is_least ? "at least" : "at most"},
    };
    struct span_list spans = {0};
    span_list_add(run, &spans, mention->span);
    struct finding *finding =
        prose_report(run, rule, instance_of(run, record, mention), outcome, key, values,
                     sizeof values / sizeof *values, &spans, sentence);
    if (!finding)
        return;
    told_set(run, finding, mention->figure, mention->value, told);
    if (outcome == OUTCOME_FAIL && scopes->ntried > 0)
        set_scopes(run, finding, scopes);
}

/* Exact mentions of the organ's own numbers help to tell which value is wrong. */
static void note_witness(struct evaluation *run, const struct rule *rule, const cJSON *record,
                         const struct mention *mention, const struct told *told, bool differs)
{
    if (mention->approximate || mention->figure == PATTERN_NONE)
        return;
    struct witness *witness = arena_push(run->arena, &run->witnesses, &run->witness_capacity,
                                         run->nwitnesses, sizeof *run->witnesses);
    struct seen *cells = arena_array(run->arena, told->n, sizeof *cells);
    if (!witness || !cells) {
        run->failed = true;
        return;
    }
    memcpy(cells, told->cells, told->n * sizeof *cells);
    *witness = (struct witness){rule,
                                instance_of(run, record, mention),
                                prose_seen(run, mention->figure),
                                mention->value,
                                differs,
                                mention->sentence,
                                cells,
                                told->n};
    run->nwitnesses++;
}

static bool has_figure(const struct evaluation *run, const struct mention *mention, int64_t value)
{
    const struct marked *marked = &run->prose[mention->sentence];
    const struct figure *own = &run->report->figures[mention->figure];
    const struct figure *first = run->report->figures + marked->first_figure;
    for (const struct figure *figure = first; figure < first + marked->nfigures; figure++)
        if (figure->value == value * CELL_SCALE && strcmp(figure->unit, own->unit) == 0)
            return true;
    return false;
}

/* The clause up to the number. */
static struct slice clause_before(const struct evaluation *run, const struct mention *mention)
{
    const struct marked *marked = &run->prose[mention->sentence];
    for (size_t i = 0; i < marked->nmarks; i++)
        if (marked->marks[i].figure == mention->figure) {
            size_t at = marked->marks[i].at;
            struct slice clause = prose_clause(marked->text, at);
            return slice_make(clause.ptr, (size_t)(marked->text.ptr + at - clause.ptr));
        }
    return slice_of("");
}

/* 全市10268件: more than the tables have, of a territory wider than the organ's own; of its own,
 * too, where the sentence also says what the tables have, of the government alone (本级). */
static bool is_wider(const struct evaluation *run, const struct rule *rule,
                     const struct mention *mention, const struct told *told)
{
    if (mention->figure == PATTERN_NONE || mention->value <= told->known ||
        told->nnumbers < told->n)
        return false;
    enum territory said = territory_said(run, rule, clause_before(run, mention));
    return said == TERRITORY_WIDER ||
           (said == TERRITORY_OWN && has_figure(run, mention, told->known) &&
            territory_has_narrower(run, rule, run->prose[mention->sentence].text));
}

/* Beside numbers of the organ's own those of a wider territory are none to be held against it. */
static void drop_wider(const struct evaluation *run, const struct rule *rule,
                       const struct told *told, struct mentions *found)
{
    size_t nwider = 0, n = 0;
    for (size_t i = 0; found->n > 1 && i < found->n; i++)
        nwider += is_wider(run, rule, &found->items[i], told);
    if (nwider == 0 || nwider == found->n)
        return;
    for (size_t i = 0; i < found->n; i++)
        if (!is_wider(run, rule, &found->items[i], told))
            found->items[n++] = found->items[i];
    found->n = n;
}

/* Why a mismatch may be none, which is also the message; NULL: it is one. */
static const char *excuse(const struct evaluation *run, const struct rule *rule,
                          const cJSON *record, const struct mention *mention,
                          const struct told *told, const struct scopes *scopes)
{
    if (scopes->nfits > 0)
        return scopes->nfits == 1 ? "scope" : "scopes";
    if (mention->approximate)
        return bound_of(run->report, mention) ? "bound" : "rounded";
    if (mention->value < told->known && json_bool(record, "part", false))
        return "part";
    if (is_wider(run, rule, mention, told))
        return "wider";
    if (json_bool(record, "loose", false))
        return "loose";
    return word_near(run, rule, mention) ? "near" : NULL;
}

/* record: the rule's, or that of its item. */
static void judge_mention(struct evaluation *run, const struct rule *rule, const cJSON *record,
                          const struct mention *mention, const struct told *told)
{
    const char *key;
    struct scopes scopes = {.ntried = 0};
    enum outcome outcome = told_compare(told, mention->value, &key);
    if (outcome == OUTCOME_UNDECIDED) {
        report_mention(run, rule, record, mention, told, outcome, key, &scopes);
        return;
    }
    try_scopes(run, record, mention, &scopes);
    try_applicants(run, mention, told, &scopes);
    if (outcome == OUTCOME_PASS)
        note_witness(run, rule, record, mention, told, false);
    const struct figure *bound = bound_of(run->report, mention);
    bool is_far = bound && rounding_is_far(bound, told->known);
    bool is_close_by = is_close(run->report, mention, told->known);
    bool may_be_any = scopes.nfits > 0 && json_bool(record, "loose", false);
    if (outcome == OUTCOME_PASS || (scopes.nfits == 1 && scopes.is_stated) || may_be_any ||
        (is_close_by && !is_far)) {
        eval_pass(run, rule);
        return;
    }
    key = is_close_by ? "far" : excuse(run, rule, record, mention, told, &scopes);
    if (!key)
        note_witness(run, rule, record, mention, told, true);
    else if (strcmp(key, "near") == 0 && mention->figure != PATTERN_NONE &&
             told->nnumbers == told->n)
        testimony_add(run, mention->figure, mention->value, told);
    report_mention(run, rule, record, mention, told, outcome, key, &scopes);
}

/* The record's cells; those it names "instead" when the report has none of them. */
static struct told tell_cells(struct evaluation *run, const cJSON *record)
{
    struct told told = {0}, other = {0};
    told_add_list(run, &told, json_get(record, "cells"));
    told_add_list(run, &other, json_get(record, "instead"));
    return told.nlost == told.n && other.nlost < other.n ? other : told;
}

/* One row in place of several: what loose words count is a part of it. */
static bool stands_instead(const struct told *told, const cJSON *record)
{
    const cJSON *instead = json_first(json_get(record, "instead"));
    return instead && told->n > 0 && strcmp(told->cells[0].cell, json_text(instead)) == 0;
}

/* Of the mentions from `i` on in one sentence the one that the cells have, else the first. */
static const struct mention *of_sentence(const struct mentions *found, size_t i,
                                         const struct told *told)
{
    for (size_t k = i; k < found->n && found->items[k].sentence == found->items[i].sentence; k++)
        if (found->items[k].value == told->known)
            return &found->items[k];
    return &found->items[i];
}

static bool begins_sentence(const struct mentions *found, size_t i)
{
    return i == 0 || found->items[i].sentence != found->items[i - 1].sentence;
}

/* Whether the text says several numbers, of which one at least is not that of the cells. One of
 * several in a record may be of a part: numbers that all stand in one sentence with the right one
 * are no contradiction. */
static bool is_contradictory(const struct mentions *found, const struct mention_item *item,
                             const struct told *told)
{
    if (!mentions_differ(found))
        return false;
    bool result = !item->record;
    for (size_t i = 0; i < found->n && !result; i++)
        result = begins_sentence(found, i) && of_sentence(found, i, told)->value != told->known;
    return result;
}

/* The greatest that the cells are in one of the scopes. */
static int64_t most_of(const struct told *told, const struct scopes *scopes)
{
    int64_t most = told->known;
    for (size_t i = 0; i < scopes->ntried; i++)
        most = scopes->tried[i].value > most ? scopes->tried[i].value : most;
    return most;
}

/* Numbers of parts (of a place, of a channel): each is no more than the whole. */
static void judge_parts(struct evaluation *run, const struct rule *rule, const cJSON *record,
                        const struct mentions *found, const struct told *told)
{
    for (size_t i = 0; i < found->n && !run->failed; i++) {
        const struct mention *mention = &found->items[i];
        struct scopes scopes = {.ntried = 0};
        const char *key;
        enum outcome outcome = told_compare(told, mention->value, &key);
        try_scopes(run, record, mention, &scopes);
        if (outcome == OUTCOME_UNDECIDED)
            report_mention(run, rule, record, mention, told, outcome, key, &scopes);
        else if (mention->approximate || mention->value <= most_of(told, &scopes))
            eval_pass(run, rule);
        else
            report_mention(run, rule, record, mention, told, OUTCOME_FAIL, "over", &scopes);
    }
}

static void evaluate_item(struct evaluation *run, const struct rule *rule,
                          const struct mention_item *item, bool may_lack)
{
    const cJSON *record = item->record ? item->record : rule->record;
    struct mentions found = {0};
    mentions_find(run, rule, item, run->mentioned, &found);
    if (found.n == 0) {
        if (!may_lack)
            eval_not_applicable(run, rule);
        return;
    }
    struct told told = tell_cells(run, record);
    if (json_bool(record, "at_most", false) || (item->is_loose && stands_instead(&told, record))) {
        judge_parts(run, rule, record, &found, &told);
        return;
    }
    drop_wider(run, rule, &told, &found);
    if (is_contradictory(&found, item, &told) && !text_table_explains(run, rule, &found)) {
        mentions_report(run, rule, item->record ? json_string(item->record, "find") : "",
                        OUTCOME_UNDECIDED, "several", &found);
        return;
    }
    for (size_t i = 0; i < found.n && !run->failed; i++)
        if (begins_sentence(&found, i))
            judge_mention(run, rule, record, of_sentence(&found, i, &told), &told);
}

/* An addition need not be there: an item beside the record's own number, or of loose words. */
static bool is_addition(const struct mention_items *all, size_t i)
{
    return i > 0 && (!all->items[0].record || all->items[i].is_loose);
}

/* A record is about one number, or lists several in "items", or both. Items that only testify
 * are read when a sum has failed. */
void text_table_evaluate(struct evaluation *run, const struct rule *rule)
{
    struct mention_items all = mentions_items(rule);
    for (size_t i = 0; i < all.n; i++)
        if (!all.items[i].testifies)
            evaluate_item(run, rule, &all.items[i], is_addition(&all, i));
}
