#include "gouji/cli/command.h"

/* `gouji rules`: every check of the set in force, with its state. */

static void print_rule(struct output *out, const struct rule *rule, enum lang lang)
{
    output_format(out, "%-8s %s  ", rule->id, rule->on ? _("on ") : _("off"));
    output_shown(out, slice_of(rule->name[lang]));
    if (!rule->on && rule->why_off) {
        output_add(out, _(" - off: "));
        output_shown(out, slice_of(rule->why_off));
    }
    output_add(out, "\n");
}

int command_rules(const struct command_context *context)
{
    struct output *out = context->out;
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
