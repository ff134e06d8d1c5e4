/* Message templates: {name} stands for a value, unknown names stay visible. */
#include "evaluation.h"
#include "gouji/base/json.h"

struct value_list {
    const struct message_value *items;
    size_t n;
};

static bool add_value(void *context, struct slice name, enum lang lang, struct str *out)
{
    const struct value_list *values = context;
    const char *value = NULL;
    for (size_t i = 0; i < values->n && !value; i++)
        if (slice_is(name, values->items[i].name))
            value = lang == LANG_ZH ? values->items[i].zh : values->items[i].en;
    if (value)
        str_add(out, value);
    return value != NULL;
}

static void fill_template(const char *template, enum lang lang, message_worder *word, void *context,
                          struct str *out)
{
    const char *p = template, *open, *close;
    for (; *(open = strchrnul(p, '{')) && (close = strchr(open, '}')); p = close + 1) {
        str_append(out, slice_make(p, (size_t)(open - p)));
        if (word(context, slice_make(open + 1, (size_t)(close - open - 1)), lang, out))
            continue;
        str_byte(out, '{');
        close = open;
    }
    str_add(out, p);
}

/* The record's own text first, then the one its kind has in common. */
static const cJSON *find_template(const struct rule *rule, const char *key)
{
    const cJSON *found = key ? json_get(rule->messages, key) : rule->message;
    for (size_t i = 0; !found && rule->common[i]; i++)
        found = json_get(rule->common[i], key ? key : "fail");
    return found ? found : rule->message;
}

void eval_message_worded(struct evaluation *run, struct finding *finding, const char *key,
                         message_worder *word, void *context)
{
    const cJSON *template = find_template(finding->rule, key);
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        if (!eval_says_in(run, (enum lang)lang))
            continue;
        const char *text = rule_text(template, (enum lang)lang);
        struct str *filled = &run->message;
        str_clear(filled);
        fill_template(text ? text : finding->rule->name[lang], (enum lang)lang, word, context,
                      filled);
        finding->message[lang] = arena_copy(run->arena, str_slice(filled));
        if (filled->failed || !finding->message[lang]) {
            finding->message[lang] = "";
            run->failed = true;
        }
    }
}

void eval_message(struct evaluation *run, struct finding *finding, const char *key,
                  const struct message_value *values, size_t nvalues)
{
    struct value_list list = {values, nvalues};
    eval_message_worded(run, finding, key, add_value, &list);
}
