/* SHARE: percentages within 0 to 100, and those that the counts beside them cannot
 * give. */
#include "percent.h"

#include <math.h>

#include "document.h"
#include "gouji/base/ascii.h"
#include "gouji/base/json.h"
#include "part_marks.h"
#include "text_table.h"
#include "wording.h"

/* Half of the last printed digit: 0.005 for 4.61. */
static long double half_step(const struct report *report, const struct figure *figure)
{
    struct slice text = report_slice(report, figure->span);
    long double step = 0.5L;
    bool behind = false;
    for (size_t i = 0; i < text.nbytes; i++) {
        if (behind && ascii_is_digit(text.ptr[i]))
            step /= 10;
        behind |= text.ptr[i] == '.';
    }
    return step;
}

bool percent_can_be(const struct report *report, const struct figure *percent, long double share,
                    long double slack)
{
    long double stated = (long double)percent->value / CELL_SCALE;
    return fabsl(share - stated) <= half_step(report, percent) + slack;
}

static bool can_be(const struct report *report, const struct figure *percent, long double share)
{
    return percent_can_be(report, percent, share, 1e-9L);
}

const struct figure *percent_figure(const struct prose_walk *walk, const struct match *match,
                                    size_t group)
{
    size_t at = match->start[group] == PATTERN_NONE ? PATTERN_NONE
                                                    : prose_figure_at(walk, match->start[group]);
    return at == PATTERN_NONE ? NULL : &walk->run->report->figures[at];
}

static int64_t hundredths(long double value)
{
    return (int64_t)(value * 100 + (value < 0 ? -0.5L : 0.5L));
}

void percent_report(struct prose_walk *walk, const struct rule *rule, const char *instance,
                    const char *key, struct span span, const struct figure *stated,
                    long double found)
{
    struct evaluation *run = walk->run;
    const char *text = prose_text(run, span);
    const char *printed = wording_number(run, stated->value, true);
    const char *due = wording_number(run, hundredths(found) * (CELL_SCALE / 100), true);
    struct message_value values[] = {
        {"text", text, text}, {"stated", printed, printed}, {"found", due, due}};
    struct span_list spans = {0};
    span_list_add(run, &spans, span);
    prose_report(run, rule, instance, OUTCOME_FAIL, key, values, 3, &spans, walk->now->sentence);
}

/* Of the sentence. */
static void report_percent(struct prose_walk *walk, const struct rule *rule, const char *key,
                           struct span span, const struct figure *stated, long double found)
{
    percent_report(walk, rule, prose_instance(walk->run, walk->now->index + 1), key, span, stated,
                   found);
}

/* 近300 and 1.2万 stand for more than one number. */
static bool is_exact(const struct report *report, const struct figure *figure)
{
    struct slice text = report_slice(report, figure->span);
    return !figure->approximate && !slice_contains(text, "万") && !slice_contains(text, "亿");
}

/* What a record's patterns of growth, or of a share with both its counts, have beside its rate. */
enum growth_shape {
    GROWTH_BY, /* 450条，比上年增加50条，增长12.5% */
    GROWTH_OVER, /* 450条，较上年的400条增长12.5%; 450条，同比增长12.5%，上年400条 */
    GROWTH_FROM,  /* 由400条增至450条，增长12.5% */
    GROWTH_ADDED, /* 较上年的400条增加50条，增长12.5% */
    SHARE_OF,     /* 50条，占总数400条的12.5% */
    SHARE_HAS,    /* 抽查400个，合格50个，合格率12.5% */
    GROWTH_SHAPES
};

static const char *const growth_names[GROWTH_SHAPES] = {"by", "over", "from", "added", "of", "has"};

struct growth {
    const struct figure *first, *second, *rate;
    enum growth_shape shape;
    bool falls;
};

static struct growth read_growth(const struct prose_walk *walk, const struct match *match,
                                 enum growth_shape shape)
{
    return (struct growth){.first = percent_figure(walk, match, 1),
                           .second = percent_figure(walk, match, 2),
                           .rate = percent_figure(walk, match, 3),
                           .shape = shape};
}

/* By the words between the two numbers that say which way it went, all of which must have been met;
 * by those before the rate where last year's number stands behind it. */
static bool says_fall(const struct prose_walk *walk, const struct rule *rule,
                      const struct match *match, enum growth_shape shape)
{
    size_t end = match->start[shape == GROWTH_OVER ? 3 : 2];
    size_t start = match->end[shape == GROWTH_OVER && match->end[2] < end ? 2 : 1];
    return start < end &&
           patterns_match(rule, "falls", slice_make(walk->now->text.ptr + start, end - start));
}

static bool is_sound(const struct report *report, const struct growth *growth)
{
    const struct figure *first = growth->first, *second = growth->second;
    return first && second && growth->rate && first->value > 0 && second->value > 0 &&
           first->value != second->value && is_exact(report, first) && is_exact(report, second) &&
           !growth->rate->approximate && strcmp(first->unit, second->unit) == 0;
}

/* By how much in a hundred of what there was, below 0 where that was nothing; or the share. */
static long double growth_due(const struct growth *growth)
{
    long double first = (long double)growth->first->value;
    long double second = (long double)growth->second->value;
    if (growth->shape == SHARE_OF || growth->shape == SHARE_HAS)
        return 100 * (growth->shape == SHARE_OF ? first / second : second / first);
    if (growth->shape == GROWTH_ADDED)
        return 100 * second / first;
    long double sign = growth->falls ? -1 : 1;
    long double before = growth->shape == GROWTH_BY     ? first - sign * second
                         : growth->shape == GROWTH_OVER ? second
                                                        : first;
    long double now = growth->shape == GROWTH_FROM ? second : first;
    return before > 0 ? 100 * sign * (now - before) / before : -1;
}

static bool judge_growth(struct prose_walk *walk, const struct rule *rule,
                         const struct match *match, enum growth_shape shape)
{
    struct growth growth = read_growth(walk, match, shape);
    if (!is_sound(walk->run->report, &growth))
        return false;
    growth.falls = says_fall(walk, rule, match, shape);
    long double due = growth_due(&growth);
    if (due < 0 && shape == GROWTH_BY)
        return false;
    bool is_share = shape == SHARE_OF || shape == SHARE_HAS;
    bool is_right = is_share ? can_be(walk->run->report, growth.rate, due)
                             : percent_can_be(walk->run->report, growth.rate, due, PERCENT_SLACK);
    if (is_right)
        eval_pass(walk->run, rule);
    else
        report_percent(walk, rule, "share", prose_span(walk, match->start[0], match->end[0]),
                       growth.rate, due);
    return !is_right;
}

/* Several counts of one whole, each with its share: 41件(53.2%)、36件，占46.8% */

enum { SHARES_MOST = 32, WHOLES_MOST = 64, BACK_SENTENCES = 4 };

struct shares {
    const struct figure *parts[SHARES_MOST], *percents[SHARES_MOST];
    struct span spans[SHARES_MOST]; /* with their names */
    struct span of[SHARES_MOST];    /* the words that may say of what they are shares */
    size_t n;
    int64_t wholes[WHOLES_MOST]; /* what they may be shares of */
    size_t nwholes;
    int64_t sum;
};

/* Where the words begin that name the count at byte `at`. */
static size_t named_from(const struct prose_walk *walk, size_t at)
{
    static const char enumeration[] = "、";
    struct slice text = walk->now->text;
    size_t from = (size_t)(prose_clause(text, at).ptr - text.ptr);
    for (size_t i = from; i + sizeof enumeration - 1 <= at; i++)
        if (memcmp(text.ptr + i, enumeration, sizeof enumeration - 1) == 0)
            from = i + sizeof enumeration - 1;
    return from;
}

/* A bracket that the words open is closed. */
static size_t closed_at(const struct prose_walk *walk, size_t end)
{
    return end + (end < walk->now->text.nbytes && walk->now->text.ptr[end] == ')');
}

/* Both are counts and shares as they are printed, and of one unit with the others. */
static bool may_be_share(const struct report *report, const struct shares *shares,
                         const struct figure *part, const struct figure *percent)
{
    return part && percent && is_exact(report, part) && !percent->approximate && *part->unit &&
           strcmp(part->unit, "%") != 0 &&
           (shares->n == 0 || strcmp(part->unit, shares->parts[0]->unit) == 0);
}

static void add_share(struct shares *shares, const struct figure *part,
                      const struct figure *percent, struct span span, struct span of)
{
    if (shares->n == SHARES_MOST || __builtin_add_overflow(shares->sum, part->value, &shares->sum))
        return;
    shares->parts[shares->n] = part;
    shares->percents[shares->n] = percent;
    shares->spans[shares->n] = span;
    shares->of[shares->n++] = of;
}

static void collect_shares(const struct prose_walk *walk, const struct rule *rule,
                           struct shares *shares)
{
    struct pattern_list list = patterns_get(rule, "list");
    struct match match;
    for (size_t from = 0; list.n > 0 && shares->n < SHARES_MOST &&
                          pattern_find(&list.items[0], walk->now->text, from, &match);
         from = match.end[0]) {
        const struct figure *part = percent_figure(walk, &match, 1);
        const struct figure *percent = percent_figure(walk, &match, 2);
        if (may_be_share(walk->run->report, shares, part, percent))
            add_share(
                shares, part, percent,
                prose_span(walk, named_from(walk, match.start[1]), closed_at(walk, match.end[0])),
                prose_span(walk, match.end[1], match.start[2]));
    }
}

/* Where the figure, one of the sentence, is marked. */
static size_t mark_of(const struct prose_walk *walk, const struct figure *figure)
{
    size_t index, at = marks_next(walk, 0, &index);
    while (at != PATTERN_NONE && &walk->run->report->figures[index] != figure)
        at = marks_next(walk, at + 1, &index);
    return at == PATTERN_NONE ? 0 : at;
}

/* As many counts right before the first share as there are shares: 63件、14件，分别占41.4%、9.2%.
 */
static void collect_respective(const struct prose_walk *walk, const struct rule *rule,
                               struct shares *shares)
{
    const struct report *report = walk->run->report;
    struct match match;
    if (!patterns_find(patterns_get(rule, "respective"), walk->now->text, &match))
        return;
    const struct figure *first = percent_figure(walk, &match, 2), *end = first;
    while (end && end < report->figures + report->nfigures && end->sentence == walk->now->index &&
           strcmp(end->unit, "%") == 0)
        end++;
    const struct figure *last = percent_figure(walk, &match, 1);
    size_t n = (size_t)(end - first);
    if (!first || !last || last + 1 != first || n < 2 || (size_t)(first - report->figures) < n ||
        (first - n)->sentence != walk->now->index)
        return;
    for (size_t i = 0; i < n; i++)
        if (!may_be_share(report, shares, first - n + i, first + i))
            return;
    size_t from = mark_of(walk, first - n), to = mark_of(walk, end - 1);
    if (memchr(walk->now->text.ptr + from, '(', to - from))
        return;
    struct span whole =
        prose_span(walk, named_from(walk, from), to + PROSE_MARK_NBYTES + strlen("%"));
    for (size_t i = 0; i < n; i++)
        add_share(shares, first - n + i, first + i, whole,
                  prose_span(walk, match.end[1], match.start[2]));
}

static void add_whole(struct shares *shares, int64_t value)
{
    if (shares->nwholes < WHOLES_MOST)
        shares->wholes[shares->nwholes++] = value;
}

static bool may_be_whole(const struct report *report, const struct shares *shares,
                         const struct figure *figure)
{
    return !figure->is_list_number && figure->value > 0 && is_exact(report, figure) &&
           strcmp(figure->unit, shares->parts[0]->unit) == 0;
}

/* All counts of their unit in the sentence together: 予以公开12件，占57.1%，部分公开9件. */
static void add_whole_of_all(const struct prose_walk *walk, struct shares *shares)
{
    const struct report *report = walk->run->report;
    const struct figure *first = shares->parts[0], *end = report->figures + report->nfigures;
    int64_t sum = 0;
    while (first > report->figures && (first - 1)->sentence == walk->now->index)
        first--;
    for (const struct figure *f = first; f < end && f->sentence == walk->now->index; f++)
        if (may_be_whole(report, shares, f) && __builtin_add_overflow(sum, f->value, &sum))
            return;
    if (sum > 0)
        add_whole(shares, sum);
}

/* Counts of their unit in the sentence and shortly before, two of a sentence together, all of
 * the sentence, and their own sum. */
static void collect_wholes(const struct prose_walk *walk, struct shares *shares)
{
    const struct report *report = walk->run->report;
    const struct figure *last = shares->percents[shares->n - 1], *next = NULL;
    add_whole(shares, shares->sum);
    add_whole_of_all(walk, shares);
    for (const struct figure *f = last; f-- > report->figures;) {
        const struct sentence *sentence = &report->sentences[f->sentence];
        if (f->sentence + BACK_SENTENCES < walk->now->index ||
            sentence->section != walk->now->sentence->section)
            return;
        int64_t both;
        if (!may_be_whole(report, shares, f))
            continue;
        add_whole(shares, f->value);
        if (next && next->sentence == f->sentence &&
            !__builtin_add_overflow(f->value, next->value, &both))
            add_whole(shares, both);
        next = f;
    }
}

/* What a record's "bases" say of the tables: sums of cells that counts of the record's units
 * are shares of; "named": the words before a count whose whole it surely is; "of": those behind
 * it that say so. */
static int64_t base_value(struct evaluation *run, const cJSON *base)
{
    struct told told = {0};
    told_add_list(run, &told, json_get(base, "cells"));
    int64_t value = told.nnumbers == told.n ? told.known : 0;
    return value > 0 && value <= INT64_MAX / CELL_SCALE ? value * CELL_SCALE : 0;
}

static void collect_bases(struct evaluation *run, const struct rule *rule, struct shares *shares)
{
    const cJSON *base;
    if (!prose_word_is(rule_get(rule, "units"), shares->parts[0]->unit))
        return;
    json_each (base, rule_get(rule, "bases")) {
        int64_t value = base_value(run, base);
        if (value > 0)
            add_whole(shares, value);
    }
}

static bool fits(const struct report *report, const struct shares *shares, size_t i, int64_t whole)
{
    return can_be(report, shares->percents[i],
                  100.0L * (long double)shares->parts[i]->value / (long double)whole);
}

static size_t count_fits(const struct report *report, const struct shares *shares, int64_t whole)
{
    size_t n = 0;
    for (size_t i = 0; i < shares->n; i++)
        n += fits(report, shares, i, whole);
    return n;
}

static bool fits_some(const struct report *report, const struct shares *shares, size_t i)
{
    for (size_t w = 0; w < shares->nwholes; w++)
        if (fits(report, shares, i, shares->wholes[w]))
            return true;
    return false;
}

/* The whole that most of them are shares of; 0 when that is not sure. */
static int64_t common_whole(const struct report *report, const struct shares *shares)
{
    int64_t best = 0;
    size_t most = 0;
    for (size_t w = 0; w < shares->nwholes; w++) {
        size_t n = count_fits(report, shares, shares->wholes[w]);
        if (n > most) {
            most = n;
            best = shares->wholes[w];
        }
    }
    bool is_sure = most >= 2 || (most == 1 && best == shares->sum && shares->n == 2);
    return is_sure && 2 * most >= shares->n ? best : 0;
}

static bool is_part(const struct shares *shares, const struct figure *figure)
{
    for (size_t i = 0; i < shares->n; i++)
        if (shares->parts[i] == figure)
            return true;
    return false;
}

/* The first count of the sentence that is none of the parts, or of the one before when this begins
 * with words that split up what that one said, if the share can be one of it. */
static int64_t whole_of_sentence(const struct prose_walk *walk, const struct rule *rule,
                                 const struct shares *shares, size_t i)
{
    const struct report *report = walk->run->report;
    const struct figure *part = shares->parts[i], *first = NULL;
    bool goes_on = patterns_match(rule, "goes_on", walk->now->text);
    for (const struct figure *f = part; f-- > report->figures;) {
        if (f->sentence + (goes_on ? 1 : 0) < walk->now->index)
            break;
        if (may_be_whole(report, shares, f) && !is_part(shares, f))
            first = f;
    }
    return first && first->value > part->value ? first->value : 0;
}

/* The base whose list under the key fits the words; 0. */
static int64_t whole_named(struct evaluation *run, const struct rule *rule, const char *key,
                           struct slice words)
{
    int64_t whole = 0;
    const cJSON *base;
    json_each (base, rule_get(rule, "bases")) {
        const char *list = json_string(base, key);
        if (whole == 0 && list && patterns_match(rule, list, words))
            whole = base_value(run, base);
    }
    return whole;
}

/* What the share must be of, as far as can be said; 0. */
static int64_t whole_of(struct prose_walk *walk, const struct rule *rule,
                        const struct shares *shares, size_t i)
{
    struct evaluation *run = walk->run;
    int64_t whole = whole_of_sentence(walk, rule, shares, i);
    if (whole == 0 && prose_word_is(rule_get(rule, "units"), shares->parts[i]->unit))
        whole = whole_named(run, rule, "of", report_slice(run->report, shares->of[i]));
    if (whole == 0 && prose_word_is(rule_get(rule, "units"), shares->parts[i]->unit))
        whole = whole_named(run, rule, "named", report_slice(run->report, shares->spans[i]));
    return whole;
}

/* A share of what the words do not say, and of nothing that is known. */
static bool is_ambiguous(const struct prose_walk *walk, const struct rule *rule,
                         const struct shares *shares, size_t i)
{
    const struct report *report = walk->run->report;
    return shares->n == 1 && shares->nwholes > 1 &&
           shares->percents[i]->value <= 100 * CELL_SCALE && !fits_some(report, shares, i) &&
           prose_word_is(rule_get(rule, "units"), shares->parts[i]->unit) &&
           patterns_match(rule, "about", report_slice(report, shares->spans[i])) &&
           !patterns_match(rule, "about_not", walk->now->text);
}

static void report_ambiguous(struct prose_walk *walk, const struct rule *rule, struct span span)
{
    struct evaluation *run = walk->run;
    const char *text = prose_text(run, span);
    struct message_value values[] = {{"text", text, text}};
    struct span_list spans = {0};
    span_list_add(run, &spans, span);
    prose_report(run, rule, prose_instance(run, walk->now->index + 1), OUTCOME_UNDECIDED, "base",
                 values, 1, &spans, walk->now->sentence);
}

/* One share that is wrong of whatever it may be of. */
static bool judge_list(struct prose_walk *walk, const struct rule *rule, struct shares *shares)
{
    const struct report *report = walk->run->report;
    collect_wholes(walk, shares);
    int64_t common = common_whole(report, shares);
    collect_bases(walk->run, rule, shares);
    for (size_t i = 0; i < shares->n; i++) {
        int64_t whole = common > 0 ? common : whole_of(walk, rule, shares, i);
        if (whole == 0 && is_ambiguous(walk, rule, shares, i)) {
            report_ambiguous(walk, rule, shares->spans[i]);
            return true;
        }
        if (whole == 0 || fits_some(report, shares, i))
            continue;
        report_percent(walk, rule, "share", shares->spans[i], shares->percents[i],
                       100.0L * (long double)shares->parts[i]->value / (long double)whole);
        return true;
    }
    eval_pass(walk->run, rule);
    return false;
}

static bool judge_shares(struct prose_walk *walk, const struct rule *rule)
{
    struct shares shares = {.n = 0};
    collect_shares(walk, rule, &shares);
    if (shares.n == 0)
        collect_respective(walk, rule, &shares);
    return shares.n > 0 && shares.sum > 0 && judge_list(walk, rule, &shares);
}

static bool judge_shape(struct prose_walk *walk, const struct rule *rule, enum growth_shape shape)
{
    struct pattern_list list = patterns_get(rule, growth_names[shape]);
    bool raised = false;
    for (size_t i = 0; i < list.n; i++) {
        struct match match;
        for (size_t from = 0;
             !raised && pattern_find(&list.items[i], walk->now->text, from, &match);
             from = match.end[0])
            raised = judge_growth(walk, rule, &match, shape);
    }
    return raised;
}

static bool judge_growths(struct prose_walk *walk, const struct rule *rule)
{
    bool raised = false;
    for (int shape = 0; shape < GROWTH_SHAPES && !raised; shape++)
        raised = judge_shape(walk, rule, (enum growth_shape)shape);
    return raised;
}

static bool judge_ranges(struct prose_walk *walk, const struct rule *rule)
{
    struct pattern_list list = patterns_get(rule, "percent");
    struct match match;
    for (size_t from = 0; list.n > 0 && pattern_find(&list.items[0], walk->now->text, from, &match);
         from = match.end[0]) {
        const struct figure *percent = percent_figure(walk, &match, 1);
        struct slice clause = prose_clause(walk->now->text, match.start[0]);
        if (percent && percent->value > 100 * CELL_SCALE &&
            !patterns_match(rule, "growth", clause)) {
            report_percent(walk, rule, "range", prose_span(walk, match.start[0], match.end[0]),
                           percent, 100);
            return true;
        }
        eval_pass(walk->run, rule);
    }
    return false;
}

/* At most one finding a sentence, which is the instance. */
void percent_share(struct evaluation *run, const struct rule *rule)
{
    static const char *const names[] = {"by",  "over", "from",       "added",  "of",
                                        "has", "list", "respective", "percent"};
    struct prose_walk walk = {.run = run, .only = prose_where(run, (struct pattern_list){0})};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        prose_where_too(run, patterns_get(rule, names[i]), &walk.only);
    while (prose_next(&walk)) {
        if (walk.now->sentence->is_heading || walk.now->nfigures == 0)
            continue;
        if (!judge_growths(&walk, rule) && !judge_shares(&walk, rule))
            judge_ranges(&walk, rule);
    }
}
