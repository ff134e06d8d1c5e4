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

/* Templates are cut at the names when they are loaded: what stands before each, and behind the
 * last one. */
struct message_part {
    struct slice before;
    struct slice name; /* its braces stand around it; NULL: the last part has none */
};

/* As many as there are names at most, and one. */
static size_t most_parts(const char *text)
{
    size_t n = 1;
    for (; (text = strchr(text, '}')); text++)
        n++;
    return n;
}

/* NULL: no text, or no memory. */
static const struct message_part *cut(struct arena *arena, const char *text)
{
    struct message_part *parts = text ? arena_array(arena, most_parts(text), sizeof *parts) : NULL;
    struct message_part *to = parts;
    const char *open, *close;
    if (!parts)
        return NULL;
    for (; (open = strchr(text, '{')) && (close = strchr(open, '}')); text = close + 1) {
        open = memrchr(open, '{', (size_t)(close - open));
        *to++ = (struct message_part){slice_make(text, (size_t)(open - text)),
                                      slice_make(open + 1, (size_t)(close - open - 1))};
    }
    to->before = slice_of(text);
    return parts;
}

static void fill(const struct message_part *part, enum lang lang, message_worder *word,
                 void *context, struct str *out)
{
    for (; part->name.ptr; part++) {
        str_append(out, part->before);
        if (!word(context, part->name, lang, out))
            str_append(out, slice_make(part->name.ptr - 1, part->name.nbytes + 2));
    }
    str_append(out, part->before);
}

struct rule_message {
    const char *key; /* NULL: of all that have no other; the last */
    const struct message_part *parts[LANG_COUNT];
};

static struct rule_message compile_one(struct arena *arena, const char *key, const cJSON *texts)
{
    return (struct rule_message){
        key, {cut(arena, rule_text(texts, LANG_ZH)), cut(arena, rule_text(texts, LANG_EN))}};
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
            *to++ = compile_one(arena, one->string, one);
    if (messages)
        *to = compile_one(arena, NULL, message);
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
    bool is_found = own->key || (!key && (own->parts[LANG_ZH] || own->parts[LANG_EN]));
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
        const struct message_part *parts = template->parts[lang]
                                               ? template->parts[lang]
                                               : cut(run->arena, finding->rule->name[lang]);
        struct str *filled = &run->message;
        str_clear(filled);
        if (parts)
            fill(parts, (enum lang)lang, word, context, filled);
        finding->message[lang] = parts ? arena_copy(run->arena, str_slice(filled)) : NULL;
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
