/* gouji: reads the command line and hands over to the workstation or to one of
 * the commands without a screen. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "gouji/base/log.h"
#include "gouji/base/memory.h"
#include "gouji/cli/command.h"
#include "gouji/cli/options.h"
#include "gouji/cli/output.h"
#include "gouji/term/term.h"

static int complain(const struct err *err)
{
    output_complain(err->text);
    return STATUS_TROUBLE;
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
        return locale->kind != ERR_NONE ? complain(locale)
                                        : command_review(options, lang, GOUJI_VERSION, GOUJI_BUILD);
    case COMMAND_TUTOR:
        return locale->kind != ERR_NONE ? complain(locale)
                                        : command_tutor(options, lang, GOUJI_VERSION, GOUJI_BUILD);
    default:
        return command_run(options, lang, ascii, GOUJI_VERSION, GOUJI_BUILD, STDOUT_FILENO);
    }
}

/* Closed by who started us, a stream's number would be the next file's: our own pipe
 * read as commands, a complaint written into a journal. Held so, its use still fails. */
static int hold_streams(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0 && errno == EBADF && open("/", O_PATH) != fd)
            return -1;
    return 0;
}

int main(int argc, char **argv)
{
    struct err err = {ERR_NONE, ""}, locale = {ERR_NONE, ""};
    enum lang lang = LANG_ZH;
    if (hold_streams() != 0)
        return STATUS_TROUBLE;
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
    if (log_close() != 0) {
        err_set(&err, ERR_IO, _("%s: the log could not be written to its end"), options.log);
        int lost = complain(&err);
        status = status == STATUS_CLEAN ? lost : status;
    }
    options_release(&options);
    return status;
}
