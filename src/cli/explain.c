#include "gouji/cli/command.h"

/* `gouji explain T3-01`: what a check does, what it rests on, its false alarms. */

int command_explain(const struct command_context *context)
{
    const struct options *options = context->options;
    int status = STATUS_CLEAN;
    for (size_t i = 0; i < options->npaths; i++) {
        const struct rule *rule = ruleset_find(context->rules, options->paths[i]);
        struct str text = STR_INIT;
        if (rule) {
            rule_explain(rule, context->lang, &text);
        } else {
            struct err err;
            err_set(&err, ERR_INPUT, _("there is no check %s; gouji rules lists them"),
                    options->paths[i]);
            output_complain(err.text);
            status = STATUS_TROUBLE;
        }
        output_add(context->out, i && rule ? "\n" : "");
        output_add(context->out, str_text(&text));
        str_release(&text);
    }
    return status;
}
