#include "lead.h"

#include <string.h>

#include "gouji/base/json.h"
#include "places.h"

enum lead_by {
    BY_INSTANCE, /* both are of the same part */
    BY_SECTION,  /* the leading one's part is the section the follower's table belongs to */
    BY_FIRST,    /* the follower names no part, and goes to the first */
    BY_ANY,
    BY_SENTENCE, /* both are of one sentence, and no table is to blame for the follower */
    LEAD_BY_COUNT
};

static enum lead_by lead_by(const cJSON *entry)
{
    static const char *const names[] = {"instance", "section", "first", "any", "sentence"};
    const char *name = json_string(entry, "by");
    int by = 0;
    while (by < LEAD_BY_COUNT && (!name || strcmp(name, names[by]) != 0))
        by++;
    return (enum lead_by)by;
}

static bool are_severities(const cJSON *list)
{
    const cJSON *name;
    enum severity severity;
    cJSON_ArrayForEach (name, list) {
        if (!cJSON_IsString(name) || !severity_parse(name->valuestring, &severity))
            return false;
    }
    return !list || cJSON_IsArray(list);
}

bool leads_valid(const cJSON *led_by)
{
    const cJSON *entry;
    cJSON_ArrayForEach (entry, led_by) {
        const cJSON *when = json_get(entry, "when");
        if (!lead_check(entry) || lead_by(entry) == LEAD_BY_COUNT ||
            (when && !cJSON_IsString(when)) || !are_severities(json_get(entry, "severity")))
            return false;
    }
    return !led_by || cJSON_IsArray(led_by);
}

const char *lead_check(const cJSON *entry)
{
    return json_string(entry, "check");
}

/* A place of the text as a short key: printing it would cost more than all the grouping. */
static const char *place_key(struct arena *arena, uint32_t place)
{
    enum { DIGITS = 6, BITS = 6, FIRST = '0' };
    char *key = arena_alloc(arena, DIGITS + 1);
    for (size_t i = 0; key && i < DIGITS; i++)
        key[i] = (char)(FIRST + (place >> (i * BITS)) % (1u << BITS));
    return key;
}

/* NULL: it is about no sentence. */
static const char *sentence_key(const struct findings *all, const struct finding *finding)
{
    const struct sentence *sentence = NULL;
    for (size_t i = 0; i < finding->nspans && !sentence; i++)
        sentence = report_sentence_at(all->report, finding->spans[i].start);
    return sentence ? place_key(all->arena, sentence->span.start) : NULL;
}

static bool is_said(const char *wanted, const char *said)
{
    return !wanted || (said && strcmp(wanted, said) == 0);
}

const char *lead_key(const cJSON *entry, const struct findings *all, const struct finding *leading,
                     bool is_first)
{
    if (!is_said(json_string(entry, "part"), leading->instance) ||
        !is_said(json_string(entry, "when"), leading->condition))
        return NULL;
    switch (lead_by(entry)) {
    case BY_SENTENCE:
        return sentence_key(all, leading);
    case BY_INSTANCE:
    case BY_SECTION:
        return leading->instance;
    case BY_FIRST:
        return is_first ? "" : NULL;
    default:
        return "";
    }
}

static const char *section_of_table(const struct findings *all, const char *name)
{
    const struct forms *forms = all->report->forms;
    enum table_id table;
    return forms_count(forms) > 0 && places_table(name, strlen(name), &table)
               ? forms_at(forms, 0)->tables[table].section
               : NULL;
}

/* Nothing said of severity: of any. */
static bool is_meant(const cJSON *entry, enum severity severity)
{
    const cJSON *list = json_get(entry, "severity"), *name;
    cJSON_ArrayForEach (name, list) {
        if (strcmp(name->valuestring, severity_name(severity)) == 0)
            return true;
    }
    return !list;
}

static bool is_of_table(const struct finding *finding)
{
    return finding->culprit && finding->culprit->fault != FAULT_PROSE;
}

const char *lead_follower_key(const cJSON *entry, const struct findings *all,
                              const struct finding *follower)
{
    if (!is_meant(entry, follower->severity))
        return NULL;
    switch (lead_by(entry)) {
    case BY_SENTENCE:
        return is_of_table(follower) ? NULL : sentence_key(all, follower);
    case BY_INSTANCE:
        return follower->instance;
    case BY_SECTION:
        return section_of_table(all, follower->instance);
    default:
        return "";
    }
}
