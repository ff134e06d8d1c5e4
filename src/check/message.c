/* Message templates: {name} stands for a value, unknown names stay visible. */
#include "evaluation.h"
#include "gouji/base/json.h"
#include "places.h"

struct value_list {
    const struct message_value *items;
    size_t n;
};

static bool add_value(void *context, struct slice name, enum lang lang, struct str *out)
{
    const struct value_list *values = context;
    const char *value = NULL;
    for (size_t i = 0; i < values->n && !value; i++)
        if (places_is_id(values->items[i].name, name))
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

struct rule_message {
    const char *key; /* NULL: of all that have no other; the last */
    const char *text[LANG_COUNT];
};

static struct rule_message compile_one(const char *key, const cJSON *texts)
{
    return (struct rule_message){key, {rule_text(texts, LANG_ZH), rule_text(texts, LANG_EN)}};
}

const struct rule_message *messages_compile(struct arena *arena, const cJSON *const *lists,
                                            size_t nlists, const cJSON *message)
{
    size_t n = 0;
    const cJSON *one;
    for (size_t i = 0; i < nlists; i++)
        n += (size_t)cJSON_GetArraySize(lists[i]);
    struct rule_message *messages = arena_array(arena, n + 1, sizeof *messages), *to = messages;
    for (size_t i = 0; messages && i < nlists; i++)
        cJSON_ArrayForEach (one, lists[i])
            *to++ = compile_one(one->string, one);
    if (messages)
        *to = compile_one(NULL, message);
    return messages;
}

/* That of the key, else the last. */
static const struct rule_message *find_key(const struct rule_message *messages, const char *key)
{
    while (messages->key && (!key || *messages->key != *key || strcmp(messages->key, key) != 0))
        messages++;
    return messages;
}

/* The record's own text first, then the one its kind has in common. */
static const struct rule_message *find_template(const struct rule *rule, const char *key)
{
    const struct rule_message *own = find_key(rule->messages, key);
    bool is_found = own->key || (!key && (own->text[LANG_ZH] || own->text[LANG_EN]));
    const struct rule_message *common = is_found ? own : find_key(rule->common, key ? key : "fail");
    return common->key ? common : own;
}

void eval_message_worded(struct evaluation *run, struct finding *finding, const char *key,
                         message_worder *word, void *context)
{
    const struct rule_message *template = find_template(finding->rule, key);
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        if (!eval_says_in(run, (enum lang)lang))
            continue;
        const char *text = template->text[lang];
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
