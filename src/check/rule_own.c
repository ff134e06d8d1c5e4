/* What a record says under the keys of its kind alone. Walking the record for each would
 * touch all its members, report by report. */
#include <string.h>

#include "evaluation.h"
#include "gouji/base/json.h"
#include "rule_keys.h"

struct rule_member {
    uint64_t begins;    /* its key, as far as that goes */
    const cJSON *value; /* NULL: behind the last */
};

uint64_t rule_key_begin(const char *key)
{
    uint64_t begins = 0;
    memcpy(&begins, key, strnlen(key, sizeof begins));
    return begins;
}

static bool is_of_all_kinds(const char *key)
{
    const struct rule_key *known = RULE_KEYS;
    while (known->name && strcmp(known->name, key) != 0)
        known++;
    return known->name != NULL;
}

void rule_note_own(struct rule *rule)
{
    size_t room = (size_t)cJSON_GetArraySize(rule->record) + 1;
    struct rule_member *own = arena_array(rule->arena, room, sizeof *own), *to = own;
    for (const cJSON *item = json_first(rule->record); own && item; item = item->next)
        if (!is_of_all_kinds(item->string))
            *to++ = (struct rule_member){rule_key_begin(item->string), item};
    rule->own = own;
}

const cJSON *rule_get(const struct rule *rule, const char *key)
{
    if (!rule->own)
        return json_get(rule->record, key);
    const struct rule_member *member = rule->own;
    uint64_t begins = rule_key_begin(key);
    bool is_whole = strlen(key) < sizeof begins;
    while (member->value &&
           (member->begins != begins || (!is_whole && strcmp(member->value->string, key) != 0)))
        member++;
    return member->value;
}

const char *rule_string(const struct rule *rule, const char *key)
{
    return cJSON_GetStringValue(rule_get(rule, key));
}

int64_t rule_integer(const struct rule *rule, const char *key, int64_t fallback)
{
    const cJSON *value = rule_get(rule, key);
    return cJSON_IsNumber(value) ? (int64_t)value->valuedouble : fallback;
}
