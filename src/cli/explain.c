#include "gouji/cli/command.h"

#include <strings.h>

/* `gouji explain T3-01`: what a check does, what it rests on, its false alarms. */

/* As it is typed (t3-01), or as findings name it (T3-02/unable_1). */
static const struct rule *find_rule(const struct ruleset *rules, const char *name)
{
    size_t n = strcspn(name, "/");
    for (size_t i = 0; i < ruleset_count(rules); i++) {
        const struct rule *rule = ruleset_at(rules, i);
        if (strncasecmp(rule->id, name, n) == 0 && rule->id[n] == '\0')
            return rule;
    }
    return NULL;
}

int command_explain(const struct command_context *context)
{
    const struct options *options = context->options;
    int status = STATUS_CLEAN;
    for (size_t i = 0; i < options->npaths; i++) {
        const struct rule *rule = find_rule(context->rules, options->paths[i]);
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
