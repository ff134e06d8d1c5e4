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

/* What a record says of names. */
struct name_words {
    struct word_list drop, places;
    const cJSON *kinds; /* of organs */
    struct pattern_list subject, county, stray;
};

static void read_name_words(const struct rule *rule, const void *patterns, void *own)
{
    struct name_words *words = own;
    *words = (struct name_words){
        .drop = word_list_of(rule->arena, json_get(rule->record, "drop")),
        .places = word_list_of(rule->arena, json_get(rule->record, "places")),
        .kinds = json_get(rule->record, "kinds"),
        .subject = patterns_named(patterns, "subject"),
        .county = patterns_named(patterns, "county"),
        .stray = patterns_named(patterns, "stray"),
    };
}

void *names_compile(const struct rule *rule, const cJSON **at, struct err *err)
{
    return patterns_compile_with(rule, sizeof(struct name_words), read_name_words, at, err);
}

/* How much of a name is one of the words: the longest of them. */
static size_t dropped_nbytes(struct word_list words, struct slice name)
{
    size_t most = 0;
    for (size_t i = 0; i < words.n; i++) {
        struct slice word = words.items[i];
        if (word.nbytes > most && *word.ptr == *name.ptr && slice_has_prefix(name, word))
            most = word.nbytes;
    }
    return most;
}

/* The name, folded as the prose is, without the words of the record. */
static const char *core_of(struct evaluation *run, struct word_list drop, const char *printed)
{
    struct str out = STR_INIT;
    struct slice name = prose_folded(run, printed);
    while (name.nbytes > 0) {
        size_t skip = dropped_nbytes(drop, name);
        if (skip == 0)
            str_byte(&out, *name.ptr);
        skip = skip ? skip : 1;
        name = slice_make(name.ptr + skip, name.nbytes - skip);
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
    const struct name_words *words = patterns_kept(rule);
    const char *core_a = core_of(run, words->drop, a), *core_b = core_of(run, words->drop, b);
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

const char *names_short(struct evaluation *run, struct word_list drop, struct word_list places)
{
    enum { LEAST = 6 };
    const char *agency = run->report->who.agency;
    if (!agency)
        return NULL;
    const char *core = core_of(run, drop, agency);
    size_t n = strlen(core);
    const char *start = core;
    for (size_t i = 0; i < places.n; i++) {
        struct slice word = places.items[i];
        for (const char *at = strstr(core, word.ptr); at && word.nbytes > 0;
             at = strstr(at + 1, word.ptr))
            if (at > core && at + word.nbytes < core + n && at + word.nbytes > start)
                start = at + word.nbytes;
    }
    return strlen(start) > LEAST ? start : NULL;
}

/* What may stand between the beginning of a phrase and the own name: the rest of a long
 * sentence is not looked through for each. */
static bool is_stray(struct pattern_list list, struct slice before, struct match *match)
{
    enum { NEAR = 64 };
    size_t from = before.nbytes > NEAR ? before.nbytes - NEAR : 0;
    while (from < before.nbytes && ((unsigned char)before.ptr[from] & 0xC0) == 0x80)
        from++;
    return patterns_find_from(list, before, from, match) && match->start[1] != PATTERN_NONE;
}

/* One Han character between the beginning of a phrase and the own name. */
static void find_stray(struct prose_walk *walk, const struct rule *rule, const char *name)
{
    const struct name_words *words = patterns_kept(rule);
    struct slice text = walk->now->text;
    size_t from = 0;
    const char *at;
    while ((at = slice_find(slice_make(text.ptr + from, text.nbytes - from), slice_of(name)))) {
        size_t start = (size_t)(at - text.ptr);
        struct match match;
        from = start + strlen(name);
        if (!is_stray(words->stray, slice_make(text.ptr, start), &match))
            continue;
        struct span span = prose_span(walk, match.start[1], start + strlen(name));
        const char *printed = prose_text(walk->run, span);
        struct message_value values[] = {{"text", printed, printed}, {"name", name, name}};
        struct span_list spans = {0};
        span_list_add(walk->run, &spans, span);
        prose_report(walk->run, rule, prose_instance(walk->run, walk->now->index + 1), OUTCOME_FAIL,
                     "stray", values, 2, &spans, walk->now->sentence);
    }
}

/* A name that is not the agency's, in a place where only its own should stand. */
static void tell_foreign(struct prose_walk *walk, const struct rule *rule, const char *name,
                         const struct match *match)
{
    struct slice found = match_text(walk->now->text, match, 1);
    const char *words = arena_copy(walk->run->arena, found);
    if (!words || patterns_match(rule, "no_name", found))
        return;
    struct message_value values[] = {{"text", words, words}, {"name", name, name}};
    struct span_list spans = {0};
    span_list_add(walk->run, &spans, prose_span(walk, match->start[1], match->end[1]));
    prose_report(walk->run, rule, prose_instance(walk->run, walk->now->index + 1), OUTCOME_FAIL,
                 NULL, values, 2, &spans, walk->now->sentence);
}

/* A township of another name as the subject of a sentence on this report's work. */
static void find_foreign(struct prose_walk *walk, const struct rule *rule, const char *name)
{
    struct match match;
    const struct name_words *own = patterns_kept(rule);
    if (!prose_find(walk, own->subject, walk->now->text, &match) || match.start[1] == PATTERN_NONE)
        return;
    const char *words = arena_copy(walk->run->arena, match_text(walk->now->text, &match, 1));
    const char *agency = prose_folded(walk->run, walk->run->report->who.agency).ptr;
    if (words && !strstr(agency, words) && !strstr(words, name))
        tell_foreign(walk, rule, name, &match);
}

/* Whether the place is the agency's own, perhaps behind the name of its city: 海州西湖区. */
static bool is_own_place(const char *words, const char *agency)
{
    enum { SHORTEST = 3 * 3 };
    size_t n = strlen(words);
    return stands_in(words, agency) || (n > SHORTEST && strstr(agency, words + n - SHORTEST));
}

/* Another county, in the report of an agency that is named with its own. */
static void find_county(struct prose_walk *walk, const struct rule *rule, const char *name)
{
    struct match match;
    const struct name_words *own = patterns_kept(rule);
    if (!prose_find(walk, own->county, walk->now->text, &match) || match.start[1] == PATTERN_NONE)
        return;
    const char *words = arena_copy(walk->run->arena, match_text(walk->now->text, &match, 1));
    struct slice agency = prose_folded(walk->run, walk->run->report->who.agency);
    if (words && !is_own_place(words, agency.ptr))
        tell_foreign(walk, rule, name, &match);
}

/* The sentences that may name another county: none where the agency is not named with its own, for
 * it may have superiors of that level. */
static struct prose_set find_counties(struct evaluation *run, const struct rule *rule)
{
    const struct name_words *words = patterns_kept(rule);
    struct slice agency = prose_folded(run, run->report->who.agency);
    bool is_of_county = patterns_match(rule, "of_county", agency);
    return prose_where(run, is_of_county ? words->county : (struct pattern_list){0});
}

void names_foreign(struct evaluation *run, const struct rule *rule)
{
    const struct name_words *words = patterns_kept(rule);
    const char *name = names_short(run, words->drop, words->places);
    bool is_local = prose_word_is(words->kinds, run->report->who.kind);
    size_t before = run->out->nitems;
    if (!name) {
        eval_not_applicable(run, rule);
        return;
    }
    struct slice own_name = slice_of(name);
    struct prose_set may_be_foreign =
        prose_where(run, is_local ? words->subject : (struct pattern_list){0});
    struct prose_set may_be_county = find_counties(run, rule);
    struct prose_walk walk = {.run = run,
                              .only = prose_where_words(run, (struct word_list){&own_name, 1})};
    prose_set_add(run, &walk.only, may_be_foreign);
    prose_set_add(run, &walk.only, may_be_county);
    while (prose_next(&walk)) {
        if (walk.now->sentence->is_heading)
            continue;
        find_stray(&walk, rule, name);
        if (prose_set_has(may_be_foreign, walk.now->index))
            find_foreign(&walk, rule, name);
        if (prose_set_has(may_be_county, walk.now->index))
            find_county(&walk, rule, name);
    }
    if (run->out->nitems == before)
        eval_pass(run, rule);
}

/* DOC-08 */

static int day_number(int year, int month, int day)
{
    return year * 10000 + month * 100 + day;
}

/* A government's office signs the government's own report, too, for which there is more time:
 * the record's "later", for names that end so. Its word for that; NULL where it is too late. */
static const char *later_case(const struct rule *rule, const struct identity *who, int signed_on,
                              int year)
{
    const cJSON *item, *end;
    if (!who->agency)
        return NULL;
    size_t nbytes = strlen(who->agency);
    json_each (item, rule_get(rule, "later")) {
        if (signed_on > day_number(year + 1, (int)json_integer(item, "month", 1),
                                   (int)json_integer(item, "day", 31)))
            continue;
        json_each (end, json_get(item, "ends")) {
            size_t n = strlen(json_text(end));
            if (n <= nbytes && strcmp(who->agency + nbytes - n, json_text(end)) == 0)
                return json_string(item, "when");
        }
    }
    return NULL;
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
    const char *later = is_early ? NULL : later_case(rule, who, signed_on, year);
    const char *key = is_early ? "early" : later ? later : deadline.when;
    prose_report(run, rule, "", OUTCOME_FAIL, key, values, 2, &spans, NULL);
}
