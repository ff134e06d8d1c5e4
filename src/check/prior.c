#include "prior.h"

#include "wording.h"

bool prior_fits(const struct evaluation *run)
{
    if (!run->prior)
        return false;
    int year = run->report->who.year, before = run->prior->who.year;
    return year == 0 || before == 0 || before == year - 1;
}

/* The hardest of the checks across two years speaks for all of them. */
static const struct rule *find_teller(const struct ruleset *rules)
{
    const struct rule *teller = NULL;
    for (size_t i = 0; i < ruleset_count(rules); i++) {
        const struct rule *rule = ruleset_at(rules, i);
        if (rule->on && rule->needs_prior && (!teller || rule->rclass > teller->rclass))
            teller = rule;
    }
    return teller;
}

static const char *list_doubts(struct evaluation *run, enum lang lang)
{
    struct str list = STR_INIT;
    for (size_t i = 0; i < run->ndoubts; i++)
        str_format(&list, "%s“%s”", i > 0 ? wording_separator(lang) : "", run->doubts[i]);
    return wording_keep(run, &list);
}

void prior_tell_doubt(struct evaluation *run)
{
    static const char *const one[LANG_COUNT] = {
        "%s可能是上一年的报告，但机关名称不能确定是同一机关；跨年比对未作，可用 --prior 指明",
        "%s may be last year's report, but the agency's names do not decide it; the checks across "
        "two years were not made; --prior names it"};
    static const char *const several[LANG_COUNT] = {
        "%s都可能是上一年的报告，机关名称不能确定是哪一份；跨年比对未作，可用 --prior 指明",
        "%s may each be last year's report, and the agency's names do not decide which; the checks "
        "across two years were not made; --prior names it"};
    static const char *const versions[LANG_COUNT] = {
        "%s是上一年报告的几个版本，数字不同，不能确定以哪一份为准；跨年比对未作，可用 --prior 指明",
        "%s are versions of last year's report whose numbers differ, and nothing says which one "
        "counts; the checks across two years were not made; --prior names it"};
    const char *const *said = run->doubts_are_versions ? versions
                              : run->ndoubts > 1       ? several
                                                       : one;
    const struct rule *teller = run->ndoubts > 0 ? find_teller(run->rules) : NULL;
    struct finding *finding = teller ? eval_add(run, teller, "", OUTCOME_UNDECIDED, NULL) : NULL;
    for (int lang = 0; finding && lang < LANG_COUNT; lang++)
        finding->message[lang] =
            arena_format(run->arena, said[lang], list_doubts(run, (enum lang)lang));
}
