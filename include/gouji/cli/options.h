/* The command line, read once into a struct. One table says for every option
 * its name, argument, the commands it belongs to and its help text; --help is
 * printed from it. */
#ifndef GOUJI_CLI_OPTIONS_H
#define GOUJI_CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "gouji/base/err.h"
#include "gouji/base/str.h"

enum command {
    COMMAND_REVIEW, /* no word of command: the workstation */
    COMMAND_TUTOR,
    COMMAND_CHECK,
    COMMAND_SHOW,
    COMMAND_OPINION,
    COMMAND_RULES,
    COMMAND_EXPLAIN,
    COMMAND_LEDGER,
    COMMAND_ROLLUP,
    COMMAND_COMPARE,
    COMMAND_HELP,
    COMMAND_VERSION,
    COMMAND_COUNT,
};

enum option_format {
    FORMAT_TEXT,
    FORMAT_JSON,
    FORMAT_JSONL,
    FORMAT_SARIF,
    FORMAT_JUNIT,
    FORMAT_CSV,
    FORMAT_RDJSONL,
    FORMAT_MARKDOWN,
};
enum option_color { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

enum { OPTIONS_MAX_JOBS = 64 };

/* Strings are borrowed from argv. NULL, 0, false: not given. */
struct options {
    enum command command;
    const char **paths; /* owned: options_release */
    size_t npaths;
    const char *lang; /* "zh", "en" */
    const char *log;
    const char *reviewer; /* also from $GOUJI_REVIEWER */
    const char *verdicts_dir;
    const char *config, *theme, *script, *output;
    const char *prior;       /* last year's report */
    const char *whole;       /* the report whose tables the sums are compared with */
    const char *expected;    /* the list of those who must report */
    const char *rule_file;   /* rules --check */
    const char *files_from;  /* a list of further paths; "-": standard input */
    const char *format_name; /* as typed */
    size_t jobs;             /* threads, 0: as many as processors */
    int year;                /* of the ledger, 0: the last one found */
    int cols, rows;          /* --size */
    enum option_color color;
    enum option_format format;
    bool styles, fresh, readonly, text, ascii, all, null, dump_config, check_config, plain, dump;
};

/* -1 with ERR_USAGE and what to do; options then hold nothing to release. */
int options_parse(int argc, char *const *argv, struct options *options, struct err *err);
void options_release(struct options *options);

/* The value of --lang, looked for before anything else is read, so that
 * faults of the command line can already be told in that language. NULL when
 * not given or neither "zh" nor "en". */
const char *options_lang(int argc, char *const *argv);

/* What --help prints. */
void options_help(struct str *out);

#endif
