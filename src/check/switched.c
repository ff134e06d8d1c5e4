/* What an office's rule files have changed, for the outputs that machines read. */
#include "gouji/base/json.h"
#include "gouji/check/ruleset.h"

static void put_string(struct str *out, const char *key, const char *text)
{
    str_add(out, key);
    if (text)
        json_quote(slice_of(text), out);
    else
        str_add(out, "null");
}

static void put_reason(struct str *out, const char *reason, const char *date)
{
    put_string(out, ",\"reason\":", reason);
    if (date)
        put_string(out, ",\"date\":", date);
    str_byte(out, '}');
}

void ruleset_put_switched(const struct ruleset *set, enum lang lang, struct str *out)
{
    struct rule_list off = ruleset_off(set), changed = ruleset_changed(set);
    str_add(out, "\"off\":[");
    for (size_t i = 0; i < off.n; i++) {
        const struct rule *rule = off.items[i];
        put_string(out, i ? ",{\"id\":" : "{\"id\":", rule->id);
        put_reason(out, rule->why_off[lang], rule->when_off);
    }
    str_byte(out, ']');
    for (size_t i = 0; i < changed.n; i++) {
        const struct rule *rule = changed.items[i];
        put_string(out, i ? ",{\"id\":" : ",\"changed\":[{\"id\":", rule->id);
        put_string(out, ",\"severity\":", severity_name(rule->changed_to));
        put_reason(out, rule->why_changed, rule->when_changed);
    }
    str_add(out, changed.n > 0 ? "]" : "");
}
