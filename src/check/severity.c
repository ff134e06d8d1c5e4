/* How much a finding weighs: names, and which of a rule's severities holds. */
#include <string.h>

#include "evaluation.h"
#include "gouji/base/json.h"

const char *severity_name(enum severity severity)
{
    static const char *const names[] = {
        [SEVERITY_INFO] = "info", [SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error"};
    return names[severity];
}

bool severity_parse(const char *name, enum severity *out)
{
    for (int s = SEVERITY_INFO; name && s <= SEVERITY_ERROR; s++) {
        if (strcmp(name, severity_name((enum severity)s)) == 0) {
            *out = (enum severity)s;
            return true;
        }
    }
    return false;
}

bool severities_valid(const cJSON *list)
{
    if (!cJSON_IsArray(list) || cJSON_GetArraySize(list) == 0)
        return false;
    const cJSON *entry;
    cJSON_ArrayForEach (entry, list) {
        enum severity severity;
        bool has_condition = json_string(entry, "when") != NULL;
        if (!severity_parse(json_string(entry, "is"), &severity) ||
            has_condition == (entry->next == NULL))
            return false;
    }
    return true;
}

struct rule_weight {
    const char *when; /* NULL: in all other cases; the last */
    enum severity is;
};

const struct rule_weight *severities_compile(struct arena *arena, const cJSON *list)
{
    struct rule_weight *weights =
        arena_array(arena, (size_t)cJSON_GetArraySize(list) + 1, sizeof *weights);
    const cJSON *entry;
    size_t n = 0;
    cJSON_ArrayForEach (entry, list) {
        if (!weights)
            break;
        weights[n].when = json_string(entry, "when");
        severity_parse(json_string(entry, "is"), &weights[n++].is);
    }
    return weights;
}

enum severity rule_severity(const struct rule *rule, const char *condition)
{
    const struct rule_weight *weight = rule->weights;
    if (rule->why_changed)
        return rule->changed_to;
    while (weight->when && (!condition || strcmp(weight->when, condition) != 0))
        weight++;
    return weight->is;
}
