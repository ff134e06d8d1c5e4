#include "bodies.h"

#include <string.h>

#include "gouji/base/json.h"
#include "wording.h"

struct body_words body_words_of(const void *patterns, const cJSON *record)
{
    return (struct body_words){.body = patterns_named(patterns, "body"),
                               .organ = patterns_named(patterns, "organ"),
                               .organ_since = patterns_named(patterns, "organ_since"),
                               .subject = patterns_named(patterns, "subject"),
                               .subject_organ = patterns_named(patterns, "subject_organ"),
                               .subset = patterns_named(patterns, "subset"),
                               .above = patterns_named(patterns, "above"),
                               .own_zone = patterns_named(patterns, "own_zone"),
                               .organs_below = json_get(record, "organs_below")};
}

bool bodies_has_below(const struct evaluation *run, const struct body_words *words)
{
    return prose_word_is(words->organs_below, run->report->who.kind);
}

/* 柳溪镇 of 柳溪镇人民政府, and any 镇 where a 镇 reports: it has none below it. */
static bool is_own_body(const struct evaluation *run, bool has_below, struct slice name)
{
    enum { TAIL = 3 * 3 }; /* three characters tell a body from its neighbours */
    const struct identity *who = &run->report->who;
    size_t n = name.nbytes < TAIL ? name.nbytes : TAIL;
    struct slice tail = slice_make(name.ptr + name.nbytes - n, n);
    return !who->agency || slice_find(slice_of(who->agency), tail) ||
           (!has_below && who->kind && slice_ends_with(name, who->kind));
}

/* 园区, 经开区 and 临江经开区 of 临江经济技术开发区管理委员会: what stands before the short name,
 * in the pattern's first group, must be in the agency's. */
static bool is_own_zone(struct evaluation *run, struct pattern_list zones, struct slice name)
{
    const char *agency = run->report->who.agency;
    struct str both = STR_INIT;
    struct match match;
    if (zones.n == 0 || !agency)
        return false;
    str_format(&both, "%.*s@%s", (int)name.nbytes, name.ptr, agency);
    struct slice text = slice_of(wording_keep(run, &both));
    if (!patterns_find(zones, text, &match))
        return false;
    struct slice before = match_text(text, &match, 1);
    return before.nbytes == 0 || slice_find(slice_of(agency), before);
}

/* 柳溪镇收到…: a body that does not report has a number of its own. */
static bool is_of_another(const struct prose_walk *walk, const struct body_words *words,
                          struct pattern_list list, bool has_below, struct slice before)
{
    struct match match;
    if (!prose_find(walk, list, before, &match))
        return false;
    struct slice name = match_text(before, &match, 1);
    return !is_own_body(walk->run, has_below, name) &&
           !is_own_zone(walk->run, words->own_zone, name);
}

bool bodies_is_above(const struct prose_walk *walk, struct pattern_list above, struct slice since)
{
    const char *kind = walk->run->report->who.kind;
    struct match match;
    if (!kind || !prose_find(walk, above, since, &match) || slice_contains(slice_of(kind), "办公"))
        return false;
    struct slice level = match_text(since, &match, 1);
    size_t n = strlen(kind);
    return n < level.nbytes || memcmp(kind + n - level.nbytes, level.ptr, level.nbytes) != 0;
}

/* 教育局收到… is below a government, not below a town; 政府办承办…，答复… is all the office's. */
bool bodies_is_of_another(const struct prose_walk *walk, const struct body_words *words, size_t at)
{
    struct slice text = walk->now->text, clause = prose_clause(text, at);
    struct slice before = slice_make(clause.ptr, (size_t)(text.ptr + at - clause.ptr));
    struct slice since = prose_since(text, at);
    bool has_below = bodies_has_below(walk->run, words);
    return is_of_another(walk, words, words->body, has_below, before) ||
           is_of_another(walk, words, words->subject, has_below, since) ||
           prose_match(walk, words->subset, since) || bodies_is_above(walk, words->above, since) ||
           (has_below && (is_of_another(walk, words, words->organ, true, before) ||
                          is_of_another(walk, words, words->organ_since, true, since) ||
                          is_of_another(walk, words, words->subject_organ, true, since)));
}
