/* The commands without a screen, one function each. They print on `out` and
 * complain on standard error; the result is the exit status: 0, 1 (check: a
 * failed finding of severity error), 2 (a file could not be read, is no
 * report; anything else that went wrong). */
#ifndef GOUJI_CLI_COMMAND_H
#define GOUJI_CLI_COMMAND_H

#include "gouji/base/message.h"
#include "gouji/check/ruleset.h"
#include "gouji/cli/options.h"
#include "gouji/cli/output.h"
#include "gouji/report/form.h"

enum { STATUS_CLEAN = 0, STATUS_ERRORS = 1, STATUS_TROUBLE = 2 };

struct command_context {
    const struct options *options;
    const struct forms *forms;
    const struct ruleset *rules;
    enum lang lang;
    bool ascii; /* no line drawing characters and no signs beyond ASCII */
    const char *version, *build;
    struct output *out;
};

int command_check(const struct command_context *context);
int command_show(const struct command_context *context);
int command_opinion(const struct command_context *context);
int command_rules(const struct command_context *context);
int command_explain(const struct command_context *context);
int command_ledger(const struct command_context *context);
int command_rollup(const struct command_context *context);
int command_compare(const struct command_context *context);

/* --help and --version. */
int command_about(const struct options *options, const char *version, const char *build, int fd);

/* --check-config, --dump-config: the configuration on standard output, its
 * faults on standard error; 1 when there are any. */
int command_settings(const struct options *options);

/* The workstation, on a terminal or --plain; the same with the tutorial, on
 * copies of the samples. */
int command_review(const struct options *options, enum lang lang, const char *version,
                   const char *build);
int command_tutor(const struct options *options, enum lang lang, const char *version,
                  const char *build);
/* Makes the folder (NULL: a new one in the state folder) and copies the samples
 * there. Its path is the caller's; NULL with err. */
char *tutor_folder(const char *named, struct err *err);

/* Loads forms and rules, runs options->command (one of those above) and
 * finishes the output. */
int command_run(const struct options *options, enum lang lang, bool ascii, const char *version,
                const char *build, int fd);

#endif
