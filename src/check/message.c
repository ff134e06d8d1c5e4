/* Message templates: {name} stands for a value, unknown names stay visible. */
#include "evaluation.h"
#include "gouji/base/json.h"

static const char *find_value(struct slice name, enum lang lang, const struct message_value *values,
                              size_t nvalues)
{
    for (size_t i = 0; i < nvalues; i++)
        if (slice_is(name, values[i].name))
            return lang == LANG_ZH ? values[i].zh : values[i].en;
    return NULL;
}

static void fill_template(const char *template, enum lang lang, const struct message_value *values,
                          size_t nvalues, struct str *out)
{
    for (const char *p = template; *p;) {
        const char *close = *p == '{' ? strchr(p, '}') : NULL;
        const char *value =
            close ? find_value(slice_make(p + 1, (size_t)(close - p - 1)), lang, values, nvalues)
                  : NULL;
        if (value) {
            str_add(out, value);
            p = close + 1;
        } else {
            str_byte(out, *p++);
        }
    }
}

/* The record's own text first, then the one its kind has in common. */
static const cJSON *find_template(const struct evaluation *run, const struct rule *rule,
                                  const char *key)
{
    const cJSON *own =
        key ? json_get(json_get(rule->record, "messages"), key) : json_get(rule->record, "message");
    const cJSON *common =
        own ? own : ruleset_kind_message(run->rules, rule->kind, key ? key : "fail");
    return common ? common : json_get(rule->record, "message");
}

void eval_message(struct evaluation *run, struct finding *finding, const char *key,
                  const struct message_value *values, size_t nvalues)
{
    const cJSON *template = find_template(run, finding->rule, key);
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        const char *text = rule_text(template, (enum lang)lang);
        struct str filled = STR_INIT;
        fill_template(text ? text : finding->rule->name[lang], (enum lang)lang, values, nvalues,
                      &filled);
        finding->message[lang] = arena_string(run->arena, str_text(&filled));
        if (filled.failed || !finding->message[lang]) {
            finding->message[lang] = "";
            run->failed = true;
        }
        str_release(&filled);
    }
}
