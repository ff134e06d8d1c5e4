/* What the organ calls itself, and what the lead promises. */
#include "document.h"

#include "gouji/base/json.h"
#include "wording.h"

/* DOC-04 */

/* The kinds an organ of this kind may name with 我 or 本; NULL: not known. */
static const cJSON *allowed_words(const struct rule *rule, const char *kind)
{
    return kind ? json_get(rule_get(rule, "may_say"), kind) : NULL;
}

static bool is_allowed(const cJSON *allowed, struct slice word)
{
    const cJSON *item;
    cJSON_ArrayForEach (item, allowed) {
        if (slice_is(word, item->valuestring))
            return true;
    }
    return false;
}

/* All places where the sentence names its own organ by a foreign kind. */
static void find_foreign(const struct prose_walk *walk, struct pattern_list list,
                         const cJSON *allowed, struct span_list *found)
{
    struct slice text = walk->now->text;
    for (size_t i = 0; i < list.n; i++) {
        struct match match;
        for (size_t from = 0; prose_find_one(walk, &list.items[i], text, from, &match);
             from = match.end[0]) {
            struct slice word = match_text(text, &match, 1);
            if (word.nbytes > 0 && !is_allowed(allowed, word))
                span_list_add(walk->run, found, prose_span(walk, match.start[0], match.end[0]));
            if (match.end[0] == match.start[0])
                break;
        }
    }
}

void document_self(struct evaluation *run, const struct rule *rule)
{
    const char *kind = run->report->who.kind;
    const cJSON *allowed = allowed_words(rule, kind);
    size_t before = run->out->nitems;
    bool by_subject = prose_word_is(rule_get(rule, "subject_kinds"), kind);
    struct pattern_list self = patterns_get(rule, "self");
    struct pattern_list subject = patterns_get(rule, by_subject ? "subject" : NULL);
    struct prose_walk walk = {.run = run, .only = prose_where(run, self)};
    prose_where_too(run, subject, &walk.only);
    while (allowed && prose_next(&walk)) {
        struct span_list found = {0};
        find_foreign(&walk, self, allowed, &found);
        find_foreign(&walk, subject, allowed, &found);
        if (found.n == 0)
            continue;
        const char *word = prose_text(run, found.items[0]);
        struct message_value values[] = {{"word", word, word}, {"kind", kind, kind}};
        prose_report(run, rule, prose_instance(run, walk.now->index + 1), OUTCOME_FAIL, NULL,
                     values, 2, &found, walk.now->sentence);
    }
    if (!allowed)
        eval_not_applicable(run, rule);
    else if (run->out->nitems == before)
        eval_pass(run, rule);
}

/* DOC-10 */

struct lead {
    struct slice list; /* what the lead lists, in the marked sentence */
    size_t start;      /* its place there */
    int stated;        /* N个部分, 0 none */
    bool is_open;      /* 等, 主要: says itself that it leaves out some */
    size_t npromised, nabsent, nunlisted;
    struct str absent[LANG_COUNT], unlisted[LANG_COUNT];
    struct span_list spans;
};

/* The first place of one of a section's words in the list. */
static const char *find_promise(const cJSON *words, struct slice list, size_t *nbytes)
{
    const cJSON *word;
    cJSON_ArrayForEach (word, words) {
        const char *at = slice_find(list, slice_of(word->valuestring));
        *nbytes = strlen(word->valuestring);
        if (at)
            return at;
    }
    return NULL;
}

static void name_section(struct str names[LANG_COUNT], const struct form_section *section)
{
    str_format(&names[LANG_ZH], "%s%s、%s", names[LANG_ZH].nbytes ? "；" : "", section->numeral,
               section->title);
    str_format(&names[LANG_EN], "%s“%s、%s”", names[LANG_EN].nbytes ? "; " : "", section->numeral,
               section->title);
}

static void compare_section(struct prose_walk *walk, const struct rule *rule,
                            const struct form_section *section, struct lead *lead)
{
    const cJSON *words = json_get(rule_get(rule, "sections"), section->id);
    size_t nbytes = 0;
    const char *at = find_promise(words, lead->list, &nbytes);
    bool found = report_section(walk->run->report, section->id) != NULL;
    lead->npromised += at != NULL;
    if (at && !found) {
        size_t start = lead->start + (size_t)(at - lead->list.ptr);
        name_section(lead->absent, section);
        lead->nabsent++;
        span_list_add(walk->run, &lead->spans, prose_span(walk, start, start + nbytes));
    } else if (!at && found) {
        name_section(lead->unlisted, section);
        lead->nunlisted++;
    }
}

/* N of "N个部分": a figure, so its value is known. */
static int stated_parts(struct prose_walk *walk, const struct rule *rule)
{
    struct match match;
    if (!patterns_find(patterns_get(rule, "count"), walk->now->text, &match))
        return 0;
    size_t figure = prose_figure_at(walk, match.start[1]);
    if (figure == PATTERN_NONE)
        return 0;
    eval_claim(walk->run, walk->run->report->figures[figure].span);
    return (int)(walk->run->report->figures[figure].value / CELL_SCALE);
}

static bool read_lead(struct prose_walk *walk, const struct rule *rule, struct lead *lead)
{
    struct match match;
    struct slice text = walk->now->text;
    if (!patterns_find(patterns_get(rule, "lead"), text, &match))
        return false;
    lead->start = match.end[0];
    lead->list = slice_make(text.ptr + match.end[0], text.nbytes - match.end[0]);
    if (match.start[1] != PATTERN_NONE) { /* the list stands before 组成 */
        lead->start = match.start[1];
        lead->list = slice_make(text.ptr + match.start[1], match.end[1] - match.start[1]);
    }
    lead->stated = stated_parts(walk, rule);
    lead->is_open = !lead->stated && patterns_match(rule, "open", lead->list);
    const struct form_section *sections;
    size_t n = forms_sections(walk->run->report->forms, &sections);
    for (size_t i = 0; i < n; i++)
        compare_section(walk, rule, &sections[i], lead);
    int least = (int)rule_integer(rule, "least", 4);
    return (int)lead->npromised >= least || lead->stated > 0;
}

static void judge_lead(struct prose_walk *walk, const struct rule *rule, struct lead *lead)
{
    struct evaluation *run = walk->run;
    int nbody = (int)run->report->nsections;
    bool miscounted = lead->stated > 0 && lead->stated != nbody;
    bool unlisted = lead->nunlisted > 0 && !lead->is_open &&
                    lead->npromised >= (size_t)rule_integer(rule, "least", 4);
    const char *key = lead->nabsent ? "absent" : unlisted ? "unlisted" : "count";
    const char *absent[LANG_COUNT], *names[LANG_COUNT];
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        absent[lang] = wording_keep(run, &lead->absent[lang]);
        names[lang] = wording_keep(run, &lead->unlisted[lang]);
    }
    if (!lead->nabsent && !unlisted && !miscounted) {
        eval_pass(run, rule);
        return;
    }
    if (lead->spans.n == 0)
        span_list_add(run, &lead->spans,
                      prose_span(walk, lead->start, lead->start + lead->list.nbytes));
    const char *stated = wording_number(run, lead->stated, false);
    const char *body = wording_number(run, nbody, false);
    struct message_value values[] = {{"absent", absent[LANG_ZH], absent[LANG_EN]},
                                     {"unlisted", names[LANG_ZH], names[LANG_EN]},
                                     {"stated", stated, stated},
                                     {"found", body, body}};
    prose_report(run, rule, "", OUTCOME_FAIL, key, values, 4, &lead->spans, walk->now->sentence);
}

void document_lead(struct evaluation *run, const struct rule *rule)
{
    struct prose_walk walk = {.run = run, .only = prose_where(run, patterns_get(rule, "lead"))};
    while (prose_next(&walk)) {
        int section = walk.now->sentence->section;
        bool in_lead = section < 0 || run->report->sections[section].id == NULL ||
                       strcmp(run->report->sections[section].id, "S1") == 0;
        struct lead lead = {.stated = 0};
        if (!in_lead)
            continue;
        if (read_lead(&walk, rule, &lead)) {
            judge_lead(&walk, rule, &lead);
            return;
        }
        for (int lang = 0; lang < LANG_COUNT; lang++) {
            str_release(&lead.absent[lang]);
            str_release(&lead.unlisted[lang]);
        }
    }
    eval_not_applicable(run, rule);
}
