/* A rule in words, for people who ask what a finding rests on. */
#include "evaluation.h"
#include "gouji/base/json.h"
#include "gouji/text/sanitise.h"
#include "wording.h"

/* In words, what a condition of "severity" means; other ones, of local files, tell for themselves.
 */
static const struct {
    const char *when, *words;
} conditions[] = {
    {"scope", N_("one known scope fits exactly")},
    {"scopes", N_("several known scopes fit")},
    {"rounded", N_("a rounded number is too far off")},
    {"bound", N_("a least or most that was said is not kept")},
    {"far", N_("a least or most is kept, but far off")},
    {"wider", N_("it is told of a wider territory")},
    {"over", N_("a part is more than the whole")},
    {"near", N_("words of another scope stand near, or the number is rounded")},
    {"part", N_("only a part is counted")},
    {"loose", N_("the words have several meanings")},
    {"missing", N_("nothing is said")},
    {"damaged", N_("what is said is damaged")},
    {"encouraged", N_("the edition was only encouraged")},
    {"mixed", N_("labels of another edition are mixed in")},
    {"shift", N_("the legal sections are shifted")},
    {"strict", N_("from the year on in which nothing more may stand")},
    {"unclear", N_("some sentences are not understood")},
    {"delegated", N_("another organ may tell it")},
    {"all_zero", N_("nothing was counted that it could be about")},
    {"policy", N_("only 政策文件 are named")},
    {"several_kinds", N_("several kinds are one number")},
    {"a", N_("case a")},
    {"b", N_("case b")},
    {"c", N_("case c")},
    {"placeholder", N_("a number was not filled in")},
    {"early", N_("of a year in which it was still usual")},
    {"before", N_("its numbers are last year's")},
    {"yearless", N_("its last day has no year")},
    {"office", N_("an office that may sign for its government")},
    {"short", N_("a word is missing in the title")},
    {"akin", N_("only written differently")},
    {"stray", N_("a character too many")},
    {"local", N_("local rules decide")},
    {"text", N_("only a sentence, no heading")},
    {"equal", N_("both are equal")},
    {"warn", N_("the share is high")},
    {"tables", N_("a whole table is the same")},
    {"picture", N_("a picture stands in its place")},
    {"unconverted", N_("a converter's mark stands in its place")},
    {"printed", N_("its labels are in the text, but it could not be read")},
    {"none_stated", N_("the text says there was none")},
    {"explained", N_("the text says what explains it")},
    {"severe", N_("beyond what can be lawful")},
    {"tot", N_("the column of totals")},
    {"form", N_("printed irregularly, but readable")},
    {"unit", N_("an amount in another unit")},
};

static const char *condition_words(const char *when)
{
    for (size_t i = 0; i < sizeof conditions / sizeof *conditions; i++)
        if (strcmp(conditions[i].when, when) == 0)
            return _(conditions[i].words);
    return when;
}

/* The conditions under which it weighs so much, each with its words. */
static void add_conditions(const cJSON *severities, const char *severity, struct str *out)
{
    const cJSON *entry;
    size_t n = 0;
    cJSON_ArrayForEach (entry, severities) {
        const char *when = json_string(entry, "when");
        if (!when || strcmp(json_string(entry, "is"), severity) != 0)
            continue;
        str_add(out, n++ == 0 ? "; " : ", ");
        if (n == 1)
            str_format(out, "%s: ", _(severity));
        str_add(out, condition_words(when));
    }
}

/* What it weighs if nothing else is the case, then the other weights and when. */
static void add_severities(const struct rule *rule, struct str *out)
{
    if (rule->why_changed) {
        str_format(out, "%s (%s ", _(severity_name(rule->changed_to)), rule->when_changed);
        sanitise_append(out, slice_of(rule->why_changed), 0);
        str_byte(out, ')');
        return;
    }
    const cJSON *entry, *severities = json_get(rule->record, "severity");
    cJSON_ArrayForEach (entry, severities)
        if (!json_string(entry, "when"))
            str_add(out, _(json_string(entry, "is")));
    for (int severity = SEVERITY_ERROR; severity >= SEVERITY_INFO; severity--)
        add_conditions(severities, severity_name((enum severity)severity), out);
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

void rule_asked(const struct rule *rule, enum lang lang, const char *indent, struct str *out)
{
    for (size_t i = 0; i < rule->nasked; i++) {
        const cJSON *word, *words = json_get(rule->asked[i], "words");
        str_format(out, "%s%s: ", indent, _("asked here"));
        sanitise_append(out, slice_of(rule_text(json_get(rule->asked[i], "name"), lang)), 0);
        cJSON_ArrayForEach (word, words) {
            str_add(out, word == words->child ? " (" : " ");
            sanitise_append(out, slice_of(json_text(word)), 0);
        }
        str_add(out, words->child ? "); " : "; ");
        sanitise_append(out, slice_of(json_text(json_get(rule->asked[i], "reason"))), 0);
        str_format(out, " (%s)\n", json_text(json_get(rule->asked[i], "date")));
    }
}

void rule_explain(const struct rule *rule, enum lang lang, struct str *out)
{
    str_format(out, "%s  %s  (v%d; ", rule->id, rule->name[lang], rule->version);
    add_severities(rule, out);
    str_add(out, ")\n");
    if (!rule->on) {
        str_format(out, "%s: %s ", _("off"), rule->when_off ? rule->when_off : "");
        sanitise_append(out, slice_of(rule->why_off[lang]), 0);
        str_byte(out, '\n');
    }
    str_format(out, "%s: %s\n", _("basis"), rule->basis[lang]);
    add_formula(rule, lang, out);
    str_format(out, "%s\n", rule->explain[lang]);
    add_causes(rule, lang, out);
    add_guards(rule, lang, out);
    rule_asked(rule, lang, "", out);
}
