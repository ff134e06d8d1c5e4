#include "gouji/cli/options.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gouji/base/message.h"
#include "gouji/review/queue.h"
#include "gouji/text/width.h"

enum key {
    KEY_HELP,
    KEY_VERSION,
    KEY_LANG,
    KEY_LOG,
    KEY_REVIEWER,
    KEY_VERDICTS,
    KEY_FORMAT,
    KEY_TEXT,
    KEY_ASCII,
    KEY_ALL,
    KEY_OUTPUT,
    KEY_COLOR,
    KEY_THEME,
    KEY_CONFIG,
    KEY_FRESH,
    KEY_READONLY,
    KEY_SCRIPT,
    KEY_SIZE,
    KEY_STYLES,
    KEY_DUMP,
    KEY_PRIOR,
    KEY_JOBS,
    KEY_FILES_FROM,
    KEY_NULL,
    KEY_CHECK,
    KEY_EXPECTED,
    KEY_YEAR,
    KEY_WHOLE,
    KEY_DUMP_CONFIG,
    KEY_CHECK_CONFIG,
    KEY_PLAIN,
};

#define ON(command) (1u << (command))
enum {
    EVERYWHERE = ON(COMMAND_COUNT) - 1,
    SCREEN = ON(COMMAND_REVIEW) | ON(COMMAND_TUTOR),
    REVIEWS = SCREEN | ON(COMMAND_SHOW) | ON(COMMAND_OPINION) | ON(COMMAND_LEDGER) |
              ON(COMMAND_COMPARE) | ON(COMMAND_ROLLUP),
};

struct option_spec {
    enum key key;
    char letter; /* '\0': none */
    const char *name;
    const char *argument; /* NULL: takes none */
    unsigned commands;
    const char *help;
};

static const struct option_spec specs[] = {
    {KEY_HELP, 'h', "help", NULL, EVERYWHERE, N_("show this help")},
    {KEY_VERSION, 'V', "version", NULL, EVERYWHERE, N_("show the version")},
    {KEY_LANG, 0, "lang", "zh|en", EVERYWHERE, N_("language of messages and findings")},
    {KEY_LOG, 'v', "log", "FILE", EVERYWHERE, N_("write a log of what the program does")},
    {KEY_REVIEWER, 0, "reviewer", "NAME", REVIEWS,
     N_("who reviews, or whose review is taken (else $GOUJI_REVIEWER)")},
    {KEY_VERDICTS, 0, "verdicts", "DIR", REVIEWS,
     N_("folder of the verdict files (else beside the reports)")},
    {KEY_FORMAT, 0, "format", "FORMAT",
     ON(COMMAND_CHECK) | ON(COMMAND_OPINION) | ON(COMMAND_LEDGER) | ON(COMMAND_ROLLUP) |
         ON(COMMAND_COMPARE),
     N_("text json jsonl sarif junit csv rdjsonl markdown, by command")},
    {KEY_JOBS, 'j', "jobs", "N", ON(COMMAND_CHECK), N_("threads (else one a processor)")},
    {KEY_FILES_FROM, 0, "files-from", "FILE", ON(COMMAND_CHECK),
     N_("also what FILE (-: standard input) names, one a line")},
    {KEY_NULL, '0', "null", NULL, ON(COMMAND_CHECK), N_("names in that list end in NUL")},
    {KEY_CHECK, 0, "check", "FILE", ON(COMMAND_RULES), N_("name the faults of a rule file")},
    {KEY_EXPECTED, 0, "expected", "LIST", ON(COMMAND_LEDGER),
     N_("who must report: an agency a line, then its parent, its deadline")},
    {KEY_YEAR, 0, "year", "YEAR", ON(COMMAND_LEDGER),
     N_("of the reports listed (else the last one found)")},
    {KEY_WHOLE, 0, "whole", "FILE", ON(COMMAND_ROLLUP),
     N_("the report whose tables are the sums of the others'")},
    {KEY_PRIOR, 0, "prior", "FILE",
     ON(COMMAND_CHECK) | ON(COMMAND_SHOW) | ON(COMMAND_OPINION) | ON(COMMAND_COMPARE),
     N_("last year's report (else looked for among the reports)")},
    {KEY_TEXT, 0, "text", NULL, ON(COMMAND_SHOW), N_("print the text that spans point into")},
    {KEY_ASCII, 0, "ascii", NULL, ON(COMMAND_SHOW), N_("draw with ASCII characters only")},
    {KEY_ALL, 0, "all", NULL, ON(COMMAND_OPINION) | ON(COMMAND_ROLLUP),
     N_("also problems not decided yet; rollup: sums that agree")},
    {KEY_OUTPUT, 'o', "output", "FILE", ON(COMMAND_OPINION), N_("opinion: write into FILE")},
    {KEY_COLOR, 0, "color", "auto|always|never", SCREEN, N_("colours on the screen")},
    {KEY_THEME, 0, "theme", "NAME", SCREEN, N_("dark, light, contrast, mono, deutan or yours")},
    {KEY_CONFIG, 0, "config", "FILE", SCREEN, N_("configuration to read")},
    {KEY_PLAIN, 0, "plain", NULL, ON(COMMAND_REVIEW),
     N_("no screen: commands from standard input, answers as text")},
    {KEY_DUMP_CONFIG, 0, "dump-config", NULL, ON(COMMAND_REVIEW),
     N_("print the configuration as it stands")},
    {KEY_CHECK_CONFIG, 0, "check-config", NULL, ON(COMMAND_REVIEW),
     N_("name the faults of the configuration, status 1 if any")},
    {KEY_FRESH, 0, "fresh", NULL, ON(COMMAND_REVIEW), N_("forget places of the last session")},
    {KEY_READONLY, 0, "readonly", NULL, ON(COMMAND_REVIEW), N_("look only, decide nothing")},
    {KEY_SCRIPT, 0, "script", "KEYS", SCREEN, N_("take keys from the file KEYS and print screens")},
    {KEY_SIZE, 0, "size", "COLSxROWS", SCREEN, N_("size of the script's screen")},
    {KEY_STYLES, 0, "styles", NULL, SCREEN, N_("name styles in printed screens")},
    {KEY_DUMP, 0, "dump", NULL, SCREEN, N_("print the script's last screen, too")},
};
enum { SPEC_COUNT = sizeof specs / sizeof specs[0] };

struct command_spec {
    enum command command;
    const char *name;  /* NULL: no word */
    const char *usage; /* behind the word */
    const char *help;
    size_t min_paths, max_paths;
    const char *formats; /* what --format takes, parted by '|'; NULL: nothing */
};

static const struct command_spec commands[] = {
    {COMMAND_REVIEW, NULL, "[OPTION]... FILE|DIR...", N_("review reports on the screen"), 1,
     SIZE_MAX, NULL},
    {COMMAND_TUTOR, "tutor", "[OPTION]... [DIR]", N_("learn it in five minutes, on copies"), 0, 1,
     NULL},
    {COMMAND_CHECK, "check", "[OPTION]... FILE|DIR...", N_("print findings without a screen"), 1,
     SIZE_MAX, "text|json|jsonl|sarif|junit|csv|rdjsonl"},
    {COMMAND_SHOW, "show", "[OPTION]... FILE", N_("print the rebuilt tables, or the text"), 1, 1,
     NULL},
    {COMMAND_OPINION, "opinion", "[OPTION]... FILE", N_("print the problems to send back"), 1, 1,
     "text|markdown"},
    {COMMAND_LEDGER, "ledger", "[OPTION]... FILE|DIR...",
     N_("list who has reported, when, and the state of review"), 1, SIZE_MAX, "text|json|csv"},
    {COMMAND_ROLLUP, "rollup", "--whole FILE PART|DIR...",
     N_("compare a region's tables with the sums of its parts"), 1, SIZE_MAX, "text|json|csv"},
    {COMMAND_COMPARE, "compare", "[OPTION]... OLD NEW",
     N_("say what a report sent in again has mended and changed"), 2, 2, "text|json"},
    {COMMAND_RULES, "rules", "[OPTION]...", N_("list the checks and their state"), 0, 0, NULL},
    {COMMAND_EXPLAIN, "explain", "CHECK...", N_("say what a check does and rests on"), 1, SIZE_MAX,
     NULL},
};
enum { COMMAND_SPEC_COUNT = sizeof commands / sizeof commands[0] };

static const struct command_spec *find_command(const char *word)
{
    for (size_t i = 0; i < COMMAND_SPEC_COUNT; i++)
        if (commands[i].name && strcmp(commands[i].name, word) == 0)
            return &commands[i];
    return NULL;
}

/* The arguments as they are taken one by one. */
struct arguments {
    int count, at;
    char *const *words;
    unsigned given; /* bit of each key met */
};

static int usage_error(struct err *err, const char *format, const char *what)
{
    char reason[ERR_TEXT_NBYTES];
    snprintf(reason, sizeof reason, format, what);
    return err_set(err, ERR_USAGE, _("%s; see gouji --help"), reason);
}

/* Finds the option that `word` names; *inline_value gets what follows in the
 * same word (--name=VALUE, -oVALUE), or NULL. */
static const struct option_spec *find_option(const char *word, const char **inline_value)
{
    *inline_value = NULL;
    if (word[1] != '-') {
        for (size_t i = 0; i < SPEC_COUNT; i++)
            if (specs[i].letter == word[1]) {
                *inline_value = word[2] ? word + 2 : NULL;
                return &specs[i];
            }
        return NULL;
    }
    size_t length = strcspn(word + 2, "=");
    for (size_t i = 0; i < SPEC_COUNT; i++)
        if (strlen(specs[i].name) == length && memcmp(specs[i].name, word + 2, length) == 0) {
            *inline_value = word[2 + length] ? word + 3 + length : NULL;
            return &specs[i];
        }
    return NULL;
}

/* Which of the words between '|' in list is value; -1 none. */
static int choice(const char *list, const char *value)
{
    size_t length = strlen(value);
    for (int index = 0; *list; index++) {
        size_t word = strcspn(list, "|");
        if (word == length && memcmp(list, value, word) == 0)
            return index;
        list += word + (list[word] == '|');
    }
    return -1;
}

static int parse_choice(const struct option_spec *spec, const char *value, int *index,
                        struct err *err)
{
    *index = choice(spec->argument, value);
    if (*index >= 0)
        return 0;
    return err_set(err, ERR_USAGE, _("--%s takes %s, not \"%s\"; see gouji --help"), spec->name,
                   spec->argument, value);
}

static int parse_size(const char *value, struct options *options, struct err *err)
{
    char *end;
    long cols = strtol(value, &end, 10);
    long rows = *end == 'x' || *end == 'X' ? strtol(end + 1, &end, 10) : 0;
    if (*end || cols < 1 || rows < 1 || cols > 1000 || rows > 1000)
        return usage_error(err, _("--size takes columns x rows such as 80x24, not \"%s\""), value);
    options->cols = (int)cols;
    options->rows = (int)rows;
    return 0;
}

static int parse_jobs(const char *value, struct options *options, struct err *err)
{
    char *end;
    long jobs = strtol(value, &end, 10);
    if (end == value || *end || jobs < 1 || jobs > OPTIONS_MAX_JOBS)
        return usage_error(err, _("--jobs takes a number of threads from 1 to 64, not \"%s\""),
                           value);
    options->jobs = (size_t)jobs;
    return 0;
}

static int parse_year(const char *value, struct options *options, struct err *err)
{
    char *end;
    long year = strtol(value, &end, 10);
    if (end == value || *end || year < 1900 || year > 9999)
        return usage_error(err, _("--year takes a year such as 2022, not \"%s\""), value);
    options->year = (int)year;
    return 0;
}

static int take_choice(const struct option_spec *spec, const char *value, struct options *options,
                       struct err *err)
{
    int index;
    if (parse_choice(spec, value, &index, err) != 0)
        return -1;
    if (spec->key == KEY_LANG)
        options->lang = value;
    else
        options->color = (enum option_color)index;
    return 0;
}

static void take_flag(enum key key, struct options *options)
{
    bool *const flags[] = {[KEY_TEXT] = &options->text,
                           [KEY_ASCII] = &options->ascii,
                           [KEY_ALL] = &options->all,
                           [KEY_FRESH] = &options->fresh,
                           [KEY_READONLY] = &options->readonly,
                           [KEY_STYLES] = &options->styles,
                           [KEY_NULL] = &options->null,
                           [KEY_DUMP] = &options->dump,
                           [KEY_PLAIN] = &options->plain,
                           [KEY_DUMP_CONFIG] = &options->dump_config,
                           [KEY_CHECK_CONFIG] = &options->check_config};
    if (key == KEY_HELP)
        options->command = COMMAND_HELP;
    else if (key == KEY_VERSION)
        options->command = COMMAND_VERSION;
    else
        *flags[key] = true;
}

static int take_value(const struct option_spec *spec, const char *value, struct options *options,
                      struct err *err)
{
    const char **const strings[] = {[KEY_LOG] = &options->log,
                                    [KEY_REVIEWER] = &options->reviewer,
                                    [KEY_VERDICTS] = &options->verdicts_dir,
                                    [KEY_OUTPUT] = &options->output,
                                    [KEY_THEME] = &options->theme,
                                    [KEY_CONFIG] = &options->config,
                                    [KEY_SCRIPT] = &options->script,
                                    [KEY_PRIOR] = &options->prior,
                                    [KEY_FORMAT] = &options->format_name,
                                    [KEY_FILES_FROM] = &options->files_from,
                                    [KEY_CHECK] = &options->rule_file,
                                    [KEY_EXPECTED] = &options->expected,
                                    [KEY_WHOLE] = &options->whole};
    if (strchr(spec->argument, '|'))
        return take_choice(spec, value, options, err);
    if (spec->key == KEY_SIZE)
        return parse_size(value, options, err);
    if (spec->key == KEY_JOBS)
        return parse_jobs(value, options, err);
    if (spec->key == KEY_YEAR)
        return parse_year(value, options, err);
    if (*value == '\0')
        return usage_error(err, _("--%s is empty"), spec->name);
    *strings[spec->key] = value;
    return 0;
}

/* Of what is read only the last one would be. */
static int judge_again(const struct arguments *arguments, const struct option_spec *spec,
                       struct err *err)
{
    static const unsigned once = 1u << KEY_PRIOR | 1u << KEY_FILES_FROM | 1u << KEY_EXPECTED |
                                 1u << KEY_WHOLE | 1u << KEY_CHECK;
    if (!(arguments->given & once & 1u << spec->key))
        return 0;
    return usage_error(err, _("--%s was given twice; it takes one file"), spec->name);
}

static int take_option(struct arguments *arguments, struct options *options, struct err *err)
{
    const char *word = arguments->words[arguments->at++], *value;
    const struct option_spec *spec = find_option(word, &value);
    if (!spec)
        return usage_error(err, _("there is no option %s"), word);
    if (judge_again(arguments, spec, err) != 0)
        return -1;
    arguments->given |= 1u << spec->key;
    if (!spec->argument) {
        if (value)
            return usage_error(err, _("%s: this option takes no value"), word);
        take_flag(spec->key, options);
        return 0;
    }
    if (!value && arguments->at < arguments->count)
        value = arguments->words[arguments->at++];
    if (!value)
        return usage_error(err, _("option %s needs a value"), word);
    return take_value(spec, value, options, err);
}

static int judge_format(const struct command_spec *command, struct options *options,
                        struct err *err)
{
    static const char *const names[] = {
        [FORMAT_TEXT] = "text",       [FORMAT_JSON] = "json",        [FORMAT_JSONL] = "jsonl",
        [FORMAT_SARIF] = "sarif",     [FORMAT_JUNIT] = "junit",      [FORMAT_CSV] = "csv",
        [FORMAT_RDJSONL] = "rdjsonl", [FORMAT_MARKDOWN] = "markdown"};
    if (!options->format_name)
        return 0;
    if (choice(command->formats, options->format_name) < 0)
        return err_set(err, ERR_USAGE, _("--%s takes %s, not \"%s\"; see gouji --help"), "format",
                       command->formats, options->format_name);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strcmp(names[i], options->format_name) == 0)
            options->format = (enum option_format)i;
    return 0;
}

/* A shell's star names gouji's own files with the reports they lie beside. */
static void drop_own(struct options *options)
{
    size_t kept = 0;
    for (size_t i = 0; i < options->npaths; i++)
        if (!queue_is_own(options->paths[i]))
            options->paths[kept++] = options->paths[i];
    options->npaths = kept;
}

static bool has_report(const struct options *options)
{
    for (size_t i = 0; i < options->npaths; i++)
        if (!queue_is_own(options->paths[i]))
            return true;
    return false;
}

/* What can be told only when everything has been read. */
static int judge(const struct arguments *arguments, struct options *options, struct err *err)
{
    const struct command_spec *command = &commands[0];
    for (size_t i = 0; i < COMMAND_SPEC_COUNT; i++)
        if (commands[i].command == options->command)
            command = &commands[i];
    const char *name = command->name ? command->name : "gouji";
    for (size_t i = 0; i < SPEC_COUNT; i++)
        if ((arguments->given & 1u << specs[i].key) && !(specs[i].commands & ON(options->command)))
            return err_set(err, ERR_USAGE, _("--%s is no option of %s; see gouji --help"),
                           specs[i].name, name);
    if (judge_format(command, options, err) != 0)
        return -1;
    if (options->command == COMMAND_ROLLUP && !options->whole)
        return usage_error(err, _("%s: name the report of the whole with --whole"), name);
    if (command->max_paths == SIZE_MAX && has_report(options))
        drop_own(options);
    bool no_report = options->files_from || options->dump_config || options->check_config;
    if (options->npaths < command->min_paths && !no_report)
        return usage_error(err,
                           options->command == COMMAND_EXPLAIN
                               ? _("%s: name a check, as T3-01; gouji rules lists them")
                               : _("%s: name the report or the folder to open"),
                           name);
    if (options->npaths > command->max_paths)
        return usage_error(err, _("%s: more arguments than this command takes"), name);
    return 0;
}

static int parse_words(struct arguments *arguments, struct options *options, struct err *err)
{
    bool only_paths = false, command_seen = false;
    while (arguments->at < arguments->count) {
        const char *word = arguments->words[arguments->at];
        if (!only_paths && word[0] == '-' && word[1] != '\0' && strcmp(word, "--") != 0) {
            if (take_option(arguments, options, err) != 0)
                return -1;
            continue;
        }
        arguments->at++;
        if (!only_paths && strcmp(word, "--") == 0) {
            only_paths = true;
            continue;
        }
        const struct command_spec *command =
            only_paths || command_seen || options->npaths ? NULL : find_command(word);
        if (!command)
            options->paths[options->npaths++] = word;
        else if (options->command == COMMAND_REVIEW)
            options->command = command->command;
        command_seen = command_seen || command;
    }
    bool asks = options->command == COMMAND_HELP || options->command == COMMAND_VERSION;
    return asks ? 0 : judge(arguments, options, err);
}

int options_parse(int argc, char *const *argv, struct options *options, struct err *err)
{
    *options = (struct options){.command = COMMAND_REVIEW};
    options->paths = calloc((size_t)argc + 1, sizeof *options->paths);
    if (!options->paths)
        return err_set_nomem(err);
    struct arguments arguments = {.count = argc, .at = 1, .words = argv};
    if (parse_words(&arguments, options, err) != 0) {
        options_release(options);
        return -1;
    }
    const char *name = getenv("GOUJI_REVIEWER");
    if (!options->reviewer && name && *name)
        options->reviewer = name;
    return 0;
}

void options_release(struct options *options)
{
    free(options->paths);
    *options = (struct options){.command = COMMAND_REVIEW};
}

const char *options_lang(int argc, char *const *argv)
{
    const char *value = NULL;
    for (int i = 1; i < argc && strcmp(argv[i], "--") != 0; i++) {
        if (strncmp(argv[i], "--lang=", 7) == 0)
            value = argv[i] + 7;
        else if (strcmp(argv[i], "--lang") == 0 && i + 1 < argc)
            value = argv[++i];
    }
    return value && choice("zh|en", value) >= 0 ? value : NULL;
}

static void pad(struct str *out, size_t from, int ncols)
{
    int used = width_text(slice_make(out->data + from, out->nbytes - from));
    do
        str_byte(out, ' ');
    while (++used < ncols);
}

void options_help(struct str *out)
{
    str_add(out,
            _("gouji reviews annual reports on the disclosure of government information.\n\n"));
    for (size_t i = 0; i < COMMAND_SPEC_COUNT && !out->failed; i++) {
        size_t line = out->nbytes;
        str_format(out, "  gouji %s%s%s", commands[i].name ? commands[i].name : "",
                   commands[i].name && *commands[i].usage ? " " : "", commands[i].usage);
        pad(out, line, 44);
        str_format(out, "%s\n", _(commands[i].help));
    }
    str_byte(out, '\n');
    for (size_t i = 0; i < SPEC_COUNT && !out->failed; i++) {
        size_t line = out->nbytes;
        if (specs[i].letter)
            str_format(out, "  -%c, ", specs[i].letter);
        else
            str_add(out, "      ");
        str_format(out, "--%s%s%s", specs[i].name, specs[i].argument ? " " : "",
                   specs[i].argument ? specs[i].argument : "");
        pad(out, line, 36);
        str_format(out, "%s\n", _(specs[i].help));
    }
    str_add(out,
            _("\nExit status of check: 0 no failed finding of severity error, 1 some, 2 a file "
              "could not be\nread or is no report, or wrong usage.\n"));
}
