/* How a local file changes the rules of others: {"off": [{"id", "reason", "date"}],
 * "severity": [{"id", "is", "reason", "date"}], "topics": [{"id", "name", "words", "reason",
 * "date"}], "on": [id]}. */
#include <stdio.h>
#include <string.h>

#include "gouji/base/ascii.h"
#include "gouji/base/json.h"
#include "gouji/text/fold.h"
#include "prose_kinds.h"
#include "ruleset_parts.h"

static struct rule *find_mutable(struct ruleset *set, const char *id)
{
    for (size_t i = 0; id && i < set->nrules; i++)
        if (strcmp(set->rules[i].id, id) == 0)
            return &set->rules[i];
    return NULL;
}

bool ruleset_is_day(const char *text)
{
    static const char shape[] = "dddd-dd-dd";
    struct date date = {0};
    size_t i = 0;
    while (text && text[i] && shape[i] &&
           (shape[i] == 'd' ? ascii_is_digit(text[i]) : text[i] == '-'))
        i++;
    return text && !shape[i] && !text[i] &&
           sscanf(text, "%d-%d-%d", &date.year, &date.month, &date.day) == 3 && date_exists(date);
}

/* Whether the list names the rule, in an entry before `end` (NULL: in any). */
static bool is_in(const cJSON *list, const char *id, const cJSON *end)
{
    const cJSON *entry = list ? list->child : NULL;
    while (entry && entry != end &&
           strcmp(json_text(cJSON_IsObject(entry) ? json_get(entry, "id") : entry), id) != 0)
        entry = entry->next;
    return entry && entry != end;
}

/* Blanks of any width say nothing. -1: no memory. */
static int is_said(struct arena *arena, const char *reason)
{
    struct fold fold = {0};
    int result = reason ? fold_text(arena, slice_of(reason), 0, FOLD_DROP_SPACE, &fold) : 0;
    return result < 0 ? -1 : fold.nbytes > 0;
}

static const char *entry_fault(const struct rule *rule, const cJSON *entry, bool has_reason)
{
    if (!cJSON_IsObject(entry))
        return _("is to be changed by an object: {\"id\": \"...\", \"reason\": \"...\", "
                 "\"date\": \"2026-01-31\"}");
    if (!rule)
        return _("changed, but there is no such rule");
    if (!has_reason)
        return _("changed without a \"reason\"");
    if (!ruleset_is_day(json_string(entry, "date")))
        return _("changed without a \"date\" that is a day (2026-01-31)");
    return NULL;
}

/* The rule that an entry of a local file changes, with reason and date. */
static struct rule *changed_rule(struct ruleset *set, const struct rule_file *file,
                                 const cJSON *entry, struct err *err)
{
    struct rule *rule = find_mutable(set, json_string(entry, "id"));
    int has_reason = is_said(set->arena, json_string(entry, "reason"));
    if (has_reason < 0) {
        err_set_nomem(err);
        return NULL;
    }
    const char *what = entry_fault(rule, entry, has_reason > 0);
    if (!rule || what) {
        ruleset_fault(file, entry, what, err);
        return NULL;
    }
    rule->file = file->name;
    return rule;
}

static void set_why_off(struct rule *rule, const char *why)
{
    for (int lang = 0; lang < LANG_COUNT; lang++)
        rule->why_off[lang] = why;
}

static int switch_off(struct ruleset *set, const struct rule_file *file, const cJSON *entry,
                      struct err *err)
{
    struct rule *rule = changed_rule(set, file, entry, err);
    if (!rule)
        return -1;
    if (is_in(json_get(file->document, "off"), rule->id, entry))
        return ruleset_fault(file, entry, _("switched off twice in one file"), err);
    if (is_in(json_get(file->document, "on"), rule->id, NULL))
        return ruleset_fault(file, entry, _("switched off and on in one file"), err);
    rule->on = false;
    set_why_off(rule, json_string(entry, "reason"));
    rule->when_off = json_string(entry, "date");
    return 0;
}

static int change_severity(struct ruleset *set, const struct rule_file *file, const cJSON *entry,
                           struct err *err)
{
    struct rule *rule = changed_rule(set, file, entry, err);
    if (!rule)
        return -1;
    if (!severity_parse(json_string(entry, "is"), &rule->changed_to))
        return ruleset_fault(file, entry, _("\"is\" must be error, warning or info"), err);
    if (is_in(json_get(file->document, "severity"), rule->id, entry))
        return ruleset_fault(file, entry, _("weighed otherwise twice in one file"), err);
    rule->why_changed = json_string(entry, "reason");
    rule->when_changed = json_string(entry, "date");
    return 0;
}

static int ask_for(struct ruleset *set, const struct rule_file *file, const cJSON *entry,
                   struct err *err)
{
    struct rule *rule = changed_rule(set, file, entry, err);
    if (!rule)
        return -1;
    const cJSON *name = json_get(entry, "name"), *words = json_get(entry, "words");
    if (rule->how->evaluate != asked_evaluate)
        return ruleset_fault(file, entry, _("topics are asked for by checks of kind ASKED only"),
                             err);
    if (!rule_text(name, LANG_ZH) || !rule_text(name, LANG_EN) || !cJSON_IsArray(words))
        return ruleset_fault(file, entry, _("a topic needs a \"name\" and a list of \"words\""),
                             err);
    for (size_t i = 0; i < rule->nasked; i++)
        if (strcmp(rule_text(json_get(rule->asked[i], "name"), LANG_ZH),
                   rule_text(name, LANG_ZH)) == 0)
            return ruleset_fault(file, entry, _("asked for twice under one name"), err);
    const cJSON **asked = arena_array(set->arena, rule->nasked + 1, sizeof *asked);
    if (!asked)
        return err_set_nomem(err);
    for (size_t i = 0; i < rule->nasked; i++)
        asked[i] = rule->asked[i];
    asked[rule->nasked++] = entry;
    rule->asked = asked;
    return 0;
}

static int switch_on(struct ruleset *set, const struct rule_file *file, const cJSON *entry,
                     struct err *err)
{
    const char *id = cJSON_GetStringValue(entry);
    struct rule *rule = find_mutable(set, id);
    if (!rule)
        return ruleset_fault(file, entry, _("switched on, but there is no such rule"), err);
    if (is_in(json_get(file->document, "on"), id, entry))
        return ruleset_fault(file, entry, _("switched on twice in one file"), err);
    /* Told only, as another version may have it off. */
    if (rule->on && file->tells_all && !is_in(json_get(file->document, "off"), id, NULL))
        return ruleset_fault(file, entry, _("switched on, but it is on"), err);
    rule->on = true;
    set_why_off(rule, NULL);
    rule->when_off = NULL;
    return 0;
}

int ruleset_apply_switches(struct ruleset *set, const struct rule_file *file, struct err *err)
{
    static const struct {
        const char *key;
        int (*apply)(struct ruleset *set, const struct rule_file *file, const cJSON *entry,
                     struct err *err);
    } switches[] = {
        {"off", switch_off}, {"severity", change_severity}, {"topics", ask_for}, {"on", switch_on}};
    for (size_t i = 0; i < sizeof switches / sizeof *switches; i++) {
        const cJSON *entry, *entries = json_get(file->document, switches[i].key);
        json_unfold(entries);
        cJSON_ArrayForEach (entry, entries) {
            if (ruleset_settle(set, switches[i].apply(set, file, entry, err), err) < 0)
                return -1;
        }
    }
    return 0;
}
