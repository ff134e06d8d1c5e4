#include "growth_before.h"

#include "document.h"
#include "percent.h"

/* What is looked for in one report, and what was found. */
struct wanted {
    const struct rule *rule;
    struct pattern_list list;
    struct slice name;
    const char *unit;
    int64_t value;
    size_t nfound; /* values that differ */
};

static bool is_of_year(const struct prose_walk *walk, const struct rule *rule, size_t at)
{
    struct year_words years = document_year_words(rule->compiled);
    struct slice text = walk->now->text;
    return !document_is_of_other_year(walk->run->report->who.year, &years, text,
                                      prose_clause(text, at), at);
}

/* 1.2万 stands for more than one number. */
static bool is_exact(const struct report *report, const struct figure *figure)
{
    struct slice text = report_slice(report, figure->span);
    return !figure->approximate && !slice_contains(text, "万") && !slice_contains(text, "亿");
}

static void take(const struct prose_walk *walk, const struct match *match, struct wanted *wanted)
{
    const struct figure *figure = percent_figure(walk, match, 2);
    if (!figure || !slice_equal(match_text(walk->now->text, match, 1), wanted->name) ||
        strcmp(figure->unit, wanted->unit) != 0 || !is_of_year(walk, wanted->rule, match->start[2]))
        return;
    /* What is not exact is no number that could be the one. */
    bool is_other = wanted->nfound == 0 || wanted->value != figure->value;
    wanted->nfound += is_exact(walk->run->report, figure) ? is_other : 2;
    wanted->value = figure->value;
}

static void look_through(struct evaluation *run, struct wanted *wanted)
{
    for (size_t i = 0; i < run->report->nsentences; i++) {
        struct prose_walk walk = {.run = run, .now = &run->prose[i]};
        struct match match;
        if (walk.now->nfigures == 0 || walk.now->sentence->is_heading)
            continue;
        for (size_t k = 0; k < wanted->list.n; k++)
            for (size_t from = 0;
                 pattern_find(&wanted->list.items[k], walk.now->text, from, &match);
                 from = match.end[0])
                take(&walk, &match, wanted);
    }
}

int64_t growth_before(struct evaluation *run, const struct rule *rule, struct pattern_list list,
                      struct slice name, const struct figure *count)
{
    struct wanted now = {.rule = rule, .list = list, .name = name, .unit = count->unit};
    struct wanted then = now;
    struct evaluation theirs = {.arena = run->arena, .report = run->prior};
    if (!prose_marked(&theirs)) {
        run->failed = true;
        return 0;
    }
    look_through(run, &now);
    look_through(&theirs, &then);
    bool is_the_one = now.nfound == 1 && now.value == count->value;
    return is_the_one && then.nfound == 1 ? then.value : 0;
}
