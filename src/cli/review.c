#include <stdlib.h>
#include <unistd.h>

#include "gouji/app/app.h"
#include "gouji/cli/command.h"
#include "gouji/text/sanitise.h"

static int run(const struct options *options, const char *const *paths, size_t npaths,
               enum lang lang, const char *version, const char *build)
{
    static const enum term_colours colours[] = {TERM_AUTO, TERM_ALWAYS, TERM_NEVER};
    bool tutorial = options->command == COMMAND_TUTOR;
    const struct app_options app = {.paths = paths,
                                    .npaths = npaths,
                                    .reviewer = options->reviewer,
                                    .verdicts_dir = options->verdicts_dir,
                                    .config = options->config,
                                    .theme = options->theme,
                                    .tool_version = version,
                                    .build = build,
                                    .script = options->script,
                                    .rows = options->rows,
                                    .cols = options->cols,
                                    .lang = lang,
                                    .term = {.colours = colours[options->color]},
                                    .with_styles = options->styles,
                                    .with_end = options->dump,
                                    .fresh = options->fresh || tutorial,
                                    .readonly = options->readonly,
                                    .tutorial = tutorial};
    const struct app_streams streams = {STDIN_FILENO, stdout, isatty(STDIN_FILENO)};
    struct err err = {ERR_NONE, ""};
    int status = options->plain ? app_run_plain(&app, &streams, &err) : app_run(&app, &err);
    if (err.text[0] != '\0')
        output_complain(err.text);
    return status;
}

int command_review(const struct options *options, enum lang lang, const char *version,
                   const char *build)
{
    return run(options, options->paths, options->npaths, lang, version, build);
}

/* Its name may be anything. */
static void say_folder(const char *folder)
{
    struct str shown = STR_INIT;
    sanitise_append(&shown, slice_of(folder), 0);
    fprintf(stderr, _("The reports of the tutorial and what you did are in %s\n"),
            str_text(&shown));
    str_release(&shown);
}

int command_tutor(const struct options *options, enum lang lang, const char *version,
                  const char *build)
{
    struct err err = {ERR_NONE, ""};
    char *folder = tutor_folder(options->npaths ? options->paths[0] : NULL, &err);
    if (!folder) {
        output_complain(err.text);
        return STATUS_TROUBLE;
    }
    const char *const paths[] = {folder};
    int status = run(options, paths, 1, lang, version, build);
    if (status == STATUS_CLEAN)
        say_folder(folder);
    free(folder);
    return status;
}
