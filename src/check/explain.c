/* A rule in words, for people who ask what a finding rests on. */
#include "evaluation.h"
#include "gouji/base/json.h"
#include "wording.h"

static void add_severities(const struct rule *rule, struct str *out)
{
    const cJSON *entry;
    if (rule->why_changed) {
        str_format(out, "%s (%s %s)", _(severity_name(rule->changed_to)), rule->when_changed,
                   rule->why_changed);
        return;
    }
    const cJSON *severities = json_get(rule->record, "severity");
    cJSON_ArrayForEach (entry, severities)
        str_format(out, "%s%s", entry == severities->child ? "" : " / ",
                   _(json_string(entry, "is")));
    if (severities && severities->child && severities->child->next)
        str_format(out, ", %s", _("as the case is"));
}

/* A side of the formula in the words the sums use, else as it is written. */
static const char *side(const struct rule *rule, const char *name, const char *formula,
                        enum lang lang)
{
    const cJSON *names = json_get(rule->record, name);
    const char *words = names ? rule_text(names, lang) : NULL;
    return words ? words : json_string(rule->record, formula);
}

/* What of the record is a formula: both sides, or combinations, or cells. */
static void add_formula(const struct rule *rule, enum lang lang, struct str *out)
{
    static const struct {
        const char *kind, *sign;
    } signs[] = {{"SUM", "="}, {"LE", "<="}, {"GE", ">="}};
    const char *lhs = side(rule, "lhs_name", "lhs", lang);
    const char *rhs = side(rule, "rhs_name", "rhs", lang);
    for (size_t i = 0; lhs && rhs && i < sizeof signs / sizeof *signs; i++)
        if (strcmp(rule->kind, signs[i].kind) == 0)
            str_format(out, "%s: %s %s %s\n", _("formula"), lhs, signs[i].sign, rhs);
    const cJSON *group, *clause, *cell;
    json_each (group, json_get(rule->record, "never")) {
        str_format(out, "%s: ", _("never together"));
        cJSON_ArrayForEach (clause, group)
            str_format(out, "%s%s", clause == group->child ? "" : "; ", json_text(clause));
        str_byte(out, '\n');
    }
    const cJSON *cells = json_get(rule->record, "cells");
    if (cells)
        str_format(out, "%s:", _("compared with"));
    cJSON_ArrayForEach (cell, cells)
        str_format(out, "%s %s", cell == cells->child ? "" : " +", json_text(cell));
    str_add(out, cells ? "\n" : "");
}

static void add_guards(const struct rule *rule, enum lang lang, struct str *out)
{
    static const char *const between[LANG_COUNT] = {[LANG_ZH] = "；", [LANG_EN] = "; "};
    const cJSON *guard;
    size_t n = 0;
    json_each (guard, json_get(rule->record, "guards")) {
        const char *text = rule_text(guard, lang);
        if (!text)
            continue;
        if (n++ == 0)
            str_format(out, "%s: ", _("kept from firing by"));
        else
            str_add(out, between[lang]);
        str_add(out, text);
    }
    str_add(out, n > 0 ? "\n" : "");
}

static void add_causes(const struct rule *rule, enum lang lang, struct str *out)
{
    const cJSON *causes = json_get(rule->record, "causes");
    const char *text = causes ? rule_text(causes, lang) : NULL;
    if (text)
        str_format(out, "%s: %s\n", _("typical causes"), text);
}

void rule_explain(const struct rule *rule, enum lang lang, struct str *out)
{
    str_format(out, "%s  %s  (v%d; ", rule->id, rule->name[lang], rule->version);
    add_severities(rule, out);
    str_add(out, ")\n");
    if (!rule->on)
        str_format(out, "%s: %s %s\n", _("off"), rule->when_off ? rule->when_off : "",
                   rule->why_off[lang]);
    str_format(out, "%s: %s\n", _("basis"), rule->basis[lang]);
    add_formula(rule, lang, out);
    str_format(out, "%s\n", rule->explain[lang]);
    add_causes(rule, lang, out);
    add_guards(rule, lang, out);
}
