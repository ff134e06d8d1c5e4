#include "lead.h"

#include <string.h>

#include "gouji/base/json.h"
#include "places.h"

enum lead_by {
    BY_INSTANCE, /* both are of the same part */
    BY_SECTION,  /* the leading one's part is the section the follower's table belongs to */
    BY_FIRST,    /* the follower names no part, and goes to the first */
    BY_ANY,
    LEAD_BY_COUNT
};

static enum lead_by lead_by(const cJSON *entry)
{
    static const char *const names[] = {"instance", "section", "first", "any"};
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
        if (!lead_check(entry) || lead_by(entry) == LEAD_BY_COUNT ||
            !are_severities(json_get(entry, "severity")))
            return false;
    }
    return !led_by || cJSON_IsArray(led_by);
}

const char *lead_check(const cJSON *entry)
{
    return json_string(entry, "check");
}

const char *lead_key(const cJSON *entry, const struct finding *leading, bool is_first)
{
    const char *part = json_string(entry, "part");
    if (part && strcmp(part, leading->instance) != 0)
        return NULL;
    switch (lead_by(entry)) {
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

const char *lead_follower_key(const cJSON *entry, const struct findings *all,
                              const struct finding *follower)
{
    if (!is_meant(entry, follower->severity))
        return NULL;
    switch (lead_by(entry)) {
    case BY_INSTANCE:
        return follower->instance;
    case BY_SECTION:
        return section_of_table(all, follower->instance);
    default:
        return "";
    }
}
