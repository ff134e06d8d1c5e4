#include "format.h"
#include "gouji/cli/command.h"
#include "gouji/text/sanitise.h"

/* `gouji rules`: every check of the set in force, with its state. */

static void print_rule(struct output *out, const struct rule *rule, enum lang lang)
{
    output_format(out, "%-8s %s  ", rule->id, rule->on ? _("on ") : _("off"));
    output_shown(out, slice_of(rule->name[lang]));
    if (!rule->on) {
        struct str why = STR_INIT;
        format_off(rule, lang, &why);
        output_add(out, _(" - off: "));
        output_add(out, str_text(&why));
        str_release(&why);
    }
    output_add(out, "\n");
    if (rule->why_changed) {
        output_format(out, _("         %s from %s: "), _(severity_name(rule->changed_to)),
                      rule->when_changed);
        output_shown(out, slice_of(rule->why_changed));
        output_add(out, "\n");
    }
    struct str asked = STR_INIT;
    rule_asked(rule, lang, "         ", &asked);
    output_add(out, str_text(&asked));
    str_release(&asked);
    const char *const texts[] = {rule->basis[lang], rule->explain[lang]};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        output_add(out, "         ");
        output_shown(out, slice_of(texts[i]));
        output_add(out, "\n");
    }
}

/* A rule file alone: every fault of it with its line. */
static int check_file(const struct command_context *context, const char *file)
{
    struct str faults = STR_INIT, shown = STR_INIT;
    struct err err = {ERR_NONE, ""};
    int n = ruleset_check(NULL, context->forms, file, &faults, &err);
    if (n < 0)
        output_complain(err.text);
    else if (n == 0)
        str_format(&faults, _("%s: no faults\n"), file);
    sanitise_append(&shown, str_slice(&faults), 1);
    output_add(context->out, str_text(&shown));
    str_release(&shown);
    str_release(&faults);
    return n < 0 ? STATUS_TROUBLE : n > 0 ? STATUS_ERRORS : STATUS_CLEAN;
}

int command_rules(const struct command_context *context)
{
    struct output *out = context->out;
    if (context->options->rule_file)
        return check_file(context, context->options->rule_file);
    const struct ruleset *rules = context->rules;
    size_t count = ruleset_count(rules), non = 0;
    for (size_t i = 0; i < count; i++)
        non += ruleset_at(rules, i)->on;
    output_add(out, _("rule set "));
    output_shown(out, slice_of(ruleset_id(rules)));
    output_add(out, " ");
    output_shown(out, slice_of(ruleset_version(rules)));
    output_format(out, _(", sha256 %.12s; rules %zu = on %zu + off %zu\n"), ruleset_sha256(rules),
                  count, non, count - non);
    for (size_t i = 0; i < count; i++)
        print_rule(out, ruleset_at(rules, i), context->lang);
    return STATUS_CLEAN;
}
