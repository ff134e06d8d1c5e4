/* The title (TITLE), the agency's names (NAMES) and names of others (FOREIGN),
 * the day it was signed (DEADLINE). */
#include "document.h"

#include <stdio.h>

#include "gouji/base/json.h"
#include "gouji/check/deadline.h"
#include "wording.h"

/* DOC-01 */

void names_title(struct evaluation *run, const struct rule *rule)
{
    const struct identity *who = &run->report->who;
    struct slice title = prose_folded(run, who->title ? who->title : "");
    if (title.nbytes > 0 && patterns_match(rule, "whole", title)) {
        eval_pass(run, rule);
        return;
    }
    struct span_list spans = {0};
    span_list_add(run, &spans, who->title_span);
    const char *text = prose_text(run, who->title_span);
    struct message_value values[] = {{"text", text, text}};
    prose_report(run, rule, "", OUTCOME_FAIL,
                 title.nbytes == 0                      ? "missing"
                 : patterns_match(rule, "short", title) ? "short"
                                                        : NULL,
                 values, 1, &spans, NULL);
}

/* DOC-03 */

/* The name, folded as the prose is, without the words of the record. */
static const char *core_of(struct evaluation *run, const struct rule *rule, const char *printed)
{
    struct str out = STR_INIT;
    const char *name = prose_folded(run, printed).ptr;
    const cJSON *words = json_get(rule->record, "drop");
    while (*name) {
        const cJSON *word;
        size_t skip = 0;
        cJSON_ArrayForEach (word, words) {
            const char *text = json_text(word);
            size_t n = *text == *name ? strlen(text) : 0;
            if (n > skip && strncmp(name, text, n) == 0)
                skip = n;
        }
        if (skip == 0)
            str_byte(&out, *name);
        name += skip ? skip : 1;
    }
    return wording_keep(run, &out);
}

/* Whether all characters of `part` stand in `whole` in this order. */
static bool stands_in(const char *part, const char *whole)
{
    enum { HAN = 3 };
    while (*part && *whole) {
        bool same = strncmp(part, whole, HAN) == 0;
        part += same ? strnlen(part, HAN) : 0;
        whole += strnlen(whole, HAN);
    }
    return *part == '\0';
}

/* The same but for prefixes of places. */
static bool are_akin(struct evaluation *run, const struct rule *rule, const char *a, const char *b)
{
    const char *core_a = core_of(run, rule, a), *core_b = core_of(run, rule, b);
    return *core_a && *core_b && (stands_in(core_a, core_b) || stands_in(core_b, core_a));
}

void names_agree(struct evaluation *run, const struct rule *rule)
{
    const struct identity *who = &run->report->who;
    if (!who->agency || !who->signature_agency) {
        eval_not_applicable(run, rule);
        return;
    }
    if (strcmp(who->agency, who->signature_agency) == 0) {
        eval_pass(run, rule);
        return;
    }
    bool akin = are_akin(run, rule, who->agency, who->signature_agency);
    struct message_value values[] = {{"title", who->agency, who->agency},
                                     {"signature", who->signature_agency, who->signature_agency}};
    struct span_list spans = {0};
    span_list_add(run, &spans, who->signature_span);
    span_list_add(run, &spans, who->agency_span);
    prose_report(run, rule, "", OUTCOME_FAIL, akin ? "akin" : NULL, values, 2, &spans, NULL);
}

/* DOC-05 */

/* 羊郡镇 of 莱阳市羊郡镇人民政府: what stands behind the last place above it. */
static const char *short_name(struct evaluation *run, const struct rule *rule)
{
    enum { LEAST = 6 };
    const char *agency = run->report->who.agency;
    if (!agency)
        return NULL;
    const char *core = core_of(run, rule, agency);
    size_t n = strlen(core);
    const cJSON *place;
    const char *start = core;
    json_each (place, json_get(rule->record, "places")) {
        const char *word = json_text(place);
        for (const char *at = strstr(core, word); at && *word; at = strstr(at + 1, word))
            if (at > core && at + strlen(word) < core + n && at + strlen(word) > start)
                start = at + strlen(word);
    }
    return strlen(start) > LEAST ? start : NULL;
}

/* One Han character between the beginning of a phrase and the own name. */
static void find_stray(struct prose_walk *walk, const struct rule *rule, const char *name)
{
    struct slice text = walk->now->text;
    size_t from = 0;
    const char *at;
    while ((at = slice_find(slice_make(text.ptr + from, text.nbytes - from), slice_of(name)))) {
        size_t start = (size_t)(at - text.ptr);
        struct match match;
        from = start + strlen(name);
        if (!patterns_find(patterns_get(rule, "stray"), slice_make(text.ptr, start), &match) ||
            match.start[1] == PATTERN_NONE)
            continue;
        struct span span = prose_span(walk, match.start[1], start + strlen(name));
        const char *words = prose_text(walk->run, span);
        struct message_value values[] = {{"text", words, words}, {"name", name, name}};
        struct span_list spans = {0};
        span_list_add(walk->run, &spans, span);
        prose_report(walk->run, rule, prose_instance(walk->run, walk->now->index + 1), OUTCOME_FAIL,
                     "stray", values, 2, &spans, walk->now->sentence);
    }
}

/* A township of another name as the subject of a sentence on this report's work. */
static void find_foreign(struct prose_walk *walk, const struct rule *rule, const char *name)
{
    struct match match;
    struct slice text = walk->now->text;
    if (!patterns_find(patterns_get(rule, "subject"), text, &match) ||
        match.start[1] == PATTERN_NONE)
        return;
    struct slice found = match_text(text, &match, 1);
    const char *words = arena_copy(walk->run->arena, found);
    const char *agency = prose_folded(walk->run, walk->run->report->who.agency).ptr;
    if (!words || strstr(agency, words) || strstr(words, name) ||
        patterns_match(rule, "no_name", found))
        return;
    struct message_value values[] = {{"text", words, words}, {"name", name, name}};
    struct span_list spans = {0};
    span_list_add(walk->run, &spans, prose_span(walk, match.start[1], match.end[1]));
    prose_report(walk->run, rule, prose_instance(walk->run, walk->now->index + 1), OUTCOME_FAIL,
                 NULL, values, 2, &spans, walk->now->sentence);
}

void names_foreign(struct evaluation *run, const struct rule *rule)
{
    const char *name = short_name(run, rule);
    bool is_local = prose_word_is(json_get(rule->record, "kinds"), run->report->who.kind);
    size_t before = run->out->nitems;
    if (!name) {
        eval_not_applicable(run, rule);
        return;
    }
    struct prose_set may_be_foreign = prose_where(run, patterns_get(rule, "subject"));
    struct prose_walk walk = {.run = run};
    while (prose_next(&walk)) {
        if (walk.now->sentence->is_heading)
            continue;
        find_stray(&walk, rule, name);
        if (is_local && prose_set_has(may_be_foreign, walk.now->index))
            find_foreign(&walk, rule, name);
    }
    if (run->out->nitems == before)
        eval_pass(run, rule);
}

/* DOC-08 */

static int day_number(int year, int month, int day)
{
    return year * 10000 + month * 100 + day;
}

void names_deadline(struct evaluation *run, const struct rule *rule)
{
    const struct identity *who = &run->report->who;
    const struct date *date = &who->signature_date;
    struct deadline deadline;
    int year = run->stated_year;
    if (!deadline_find(rule, who->kind, &deadline) || year == 0 || date->year == 0 ||
        date->month == 0 || date->day == 0 || !date_exists(*date)) {
        eval_not_applicable(run, rule);
        return;
    }
    int signed_on = day_number(date->year, date->month, date->day);
    bool is_early = signed_on < day_number(year + 1, 1, 1);
    if (!is_early && signed_on <= day_number(year + 1, deadline.month, deadline.day)) {
        eval_pass(run, rule);
        return;
    }
    char limit[32], stated[32];
    snprintf(limit, sizeof limit, "%d-%02d-%02d", year + 1, deadline.month, deadline.day);
    snprintf(stated, sizeof stated, "%d-%02d-%02d", date->year, date->month, date->day);
    struct message_value values[] = {{"date", stated, stated}, {"limit", limit, limit}};
    struct span_list spans = {0};
    span_list_add(run, &spans, who->date_span);
    prose_report(run, rule, "", OUTCOME_FAIL, is_early ? "early" : deadline.when, values, 2, &spans,
                 NULL);
}
