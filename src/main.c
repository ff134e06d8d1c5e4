/* gouji: reads the command line and hands over to the workstation or to one of
 * the commands without a screen. */
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "gouji/app/app.h"
#include "gouji/base/log.h"
#include "gouji/base/memory.h"
#include "gouji/cli/command.h"
#include "gouji/cli/options.h"
#include "gouji/cli/output.h"
#include "gouji/term/curses.h"

static int complain(const struct err *err)
{
    output_complain(err->text);
    return STATUS_TROUBLE;
}

static int review(const struct options *options, enum lang lang)
{
    static const enum term_colours colours[] = {TERM_AUTO, TERM_ALWAYS, TERM_NEVER};
    const struct app_options app = {.paths = options->paths,
                                    .npaths = options->npaths,
                                    .reviewer = options->reviewer,
                                    .verdicts_dir = options->verdicts_dir,
                                    .config = options->config,
                                    .theme = options->theme,
                                    .tool_version = GOUJI_VERSION,
                                    .build = GOUJI_BUILD,
                                    .script = options->script,
                                    .rows = options->rows,
                                    .cols = options->cols,
                                    .lang = lang,
                                    .term = {.colours = colours[options->color]},
                                    .with_styles = options->styles,
                                    .fresh = options->fresh,
                                    .readonly = options->readonly};
    struct err err = {ERR_NONE, ""};
    const struct app_streams streams = {STDIN_FILENO, stdout, isatty(STDIN_FILENO)};
    int status = options->plain ? app_run_plain(&app, &streams, &err) : app_run(&app, &err);
    if (err.text[0] != '\0')
        output_complain(err.text);
    return status;
}

/* Without a UTF-8 locale nothing can be drawn on a screen; the other commands
 * print UTF-8 all the same, with tables in ASCII lines. */
static int run(const struct options *options, enum lang lang, const struct err *locale)
{
    bool ascii = options->ascii || locale->kind != ERR_NONE;
    switch (options->command) {
    case COMMAND_HELP:
    case COMMAND_VERSION:
        return command_about(options, GOUJI_VERSION, GOUJI_BUILD, STDOUT_FILENO);
    case COMMAND_REVIEW:
        if (options->dump_config || options->check_config)
            return command_settings(options);
        return locale->kind != ERR_NONE ? complain(locale) : review(options, lang);
    default:
        return command_run(options, lang, ascii, GOUJI_VERSION, GOUJI_BUILD, STDOUT_FILENO);
    }
}

int main(int argc, char **argv)
{
    struct err err = {ERR_NONE, ""}, locale = {ERR_NONE, ""};
    enum lang lang = LANG_ZH;
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN); /* a limit on file sizes is told like a full disk */
    memory_keep_blocks();
    term_locale(options_lang(argc, argv), &lang, &locale);
    struct options options;
    if (options_parse(argc, argv, &options, &err) != 0)
        return complain(&err);
    int status = STATUS_TROUBLE;
    if (options.log && log_open(options.log, &err) != 0)
        complain(&err);
    else
        status = run(&options, lang, &locale);
    log_close();
    options_release(&options);
    return status;
}
