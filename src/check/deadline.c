#include "gouji/check/deadline.h"

#include <string.h>

#include "gouji/base/json.h"
#include "prose.h"

bool deadline_find(const struct rule *rule, const char *kind, struct deadline *deadline)
{
    const cJSON *item;
    json_each (item, rule_get(rule, "deadlines")) {
        if (!prose_word_is(json_get(item, "kinds"), kind))
            continue;
        const char *when = json_string(item, "when");
        *deadline = (struct deadline){.month = (int)json_integer(item, "month", 1),
                                      .day = (int)json_integer(item, "day", 31),
                                      .is_local = when && strcmp(when, "local") == 0,
                                      .when = when};
        return true;
    }
    return false;
}

bool deadline_of_kind(const struct ruleset *rules, const char *kind, struct deadline *deadline)
{
    for (size_t i = 0; i < ruleset_count(rules); i++) {
        const struct rule *rule = ruleset_at(rules, i);
        if (rule_get(rule, "deadlines"))
            return deadline_find(rule, kind, deadline);
    }
    return false;
}
