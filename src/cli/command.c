#include "gouji/cli/command.h"

#include <sys/stat.h>

#include "gouji/base/log.h"

static int dispatch(const struct command_context *context)
{
    switch (context->options->command) {
    case COMMAND_CHECK:
        return command_check(context);
    case COMMAND_SHOW:
        return command_show(context);
    case COMMAND_OPINION:
        return command_opinion(context);
    case COMMAND_EXPLAIN:
        return command_explain(context);
    case COMMAND_LEDGER:
        return command_ledger(context);
    case COMMAND_ROLLUP:
        return command_rollup(context);
    case COMMAND_COMPARE:
        return command_compare(context);
    default:
        return command_rules(context);
    }
}

static int trouble(const struct err *err)
{
    output_complain(err->text);
    return STATUS_TROUBLE;
}

int command_about(const struct options *options, const char *version, const char *build, int fd)
{
    struct output out;
    struct err err;
    output_init(&out, fd);
    if (options->command == COMMAND_VERSION)
        output_format(&out, "gouji %s %s\n", version, build);
    else
        options_help(&out.pending);
    return output_finish(&out, &err) == 0 ? STATUS_CLEAN : trouble(&err);
}

/* A folder or a list may hold hundreds of reports. */
static bool may_be_many(const struct options *options)
{
    struct stat st;
    return options->command == COMMAND_CHECK &&
           (options->npaths != 1 || (stat(options->paths[0], &st) == 0 && S_ISDIR(st.st_mode)));
}

/* What a report longer than any ordinary one says may take the patterns long. */
static bool is_long(const char *path)
{
    enum { LONG = 32 * 1024 };
    struct stat st;
    return stat(path, &st) == 0 && S_ISREG(st.st_mode) && st.st_size > LONG;
}

/* Machine code takes a while to make: it is worth it for many reports, or for a long one. */
static bool is_worth_speed(const struct options *options)
{
    bool is_worth = may_be_many(options);
    for (size_t i = 0; i < options->npaths && !is_worth; i++)
        is_worth = is_long(options->paths[i]);
    return is_worth;
}

static void tell_unread(void *context, const char *path)
{
    (void)context;
    output_complain_about(
        path, _("not read: rules are in files that end in .json, and in no folder below"));
}

/* NULL with err; with err clear when the command wants none: a file that is at fault may be one
 * of those in force. */
static struct ruleset *load_rules(const struct options *options, const struct forms *forms,
                                  struct err *err)
{
    struct ruleset *rules = options->rule_file ? NULL : ruleset_load(NULL, err);
    if (rules)
        ruleset_each_unread(tell_unread, NULL);
    if (rules && ruleset_check_own(rules, forms, err) < 0) {
        ruleset_free(rules);
        rules = NULL;
    }
    if (rules && is_worth_speed(options))
        ruleset_speed_up(rules);
    return rules;
}

int command_run(const struct options *options, enum lang lang, bool ascii, const char *version,
                const char *build, int fd)
{
    struct err err = {ERR_NONE, ""};
    struct forms *forms = forms_load(NULL, &err);
    if (!forms)
        return trouble(&err);
    struct ruleset *rules = load_rules(options, forms, &err);
    if (!rules && err.kind != ERR_NONE) {
        forms_free(forms);
        return trouble(&err);
    }
    log_line("gouji %s %s: rules %s %s, %zu paths", version, build, rules ? ruleset_id(rules) : "-",
             rules ? ruleset_version(rules) : "-", options->npaths);
    struct output out;
    output_init(&out, fd);
    const struct command_context context = {options, forms,   rules, lang,
                                            ascii,   version, build, &out};
    int status = dispatch(&context);
    if (output_finish(&out, &err) != 0)
        status = trouble(&err);
    log_line("exit status %d", status);
    ruleset_free(rules);
    forms_free(forms);
    return status;
}
