/* The workstation: a queue of reports, the panes of the open one, and one loop
 * that turns keys into actions and actions into screens. Everything hangs from
 * one struct app that lives for the length of app_run.
 *
 *     app_run -> terminal (or memory, for scripts) -> loop -> every review
 *     saved and closed -> terminal restored -> exit status
 */
#ifndef GOUJI_APP_APP_H
#define GOUJI_APP_APP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

#include "gouji/base/err.h"
#include "gouji/base/message.h"
#include "gouji/base/slice.h"
#include "gouji/base/str.h"
#include "gouji/term/term.h"

struct app_options {
    const char *const *paths; /* files and folders to review */
    size_t npaths;
    const char *reviewer;     /* NULL: configuration, else asked at the first act */
    const char *verdicts_dir; /* NULL: beside the reports */
    const char *config;       /* NULL: $GOUJI_CONFIG, else the XDG place */
    const char *theme;        /* NULL: configuration, else "dark" */
    const char *tool_version, *build;
    const char *script; /* file of keys (ui/memscreen); NULL: a terminal */
    int rows, cols;     /* of the script's screen; 0: 24 x 80 */
    enum lang lang;     /* of the rules' messages */
    struct term_options term;
    bool with_styles; /* script: dumps name the styles too */
    bool with_end;    /* script: its last screen is dumped, too */
    bool fresh;       /* forget cursors and layout of the last session */
    bool readonly;
    bool tutorial; /* a box says what to try next */
};

/* Runs until the reviewer quits, the terminal is lost or a signal ends it.
 * Returns the exit status: 0, 2 with err when it cannot start or a verdict
 * could not be saved, 128+n after signal n. A script's dumps go to stdout. */
int app_run(const struct app_options *options, struct err *err);

/* The same on a screen in memory, fed with `keys`; dumps are appended. */
int app_run_script(const struct app_options *options, struct slice keys, struct str *dumps,
                   struct err *err);

/* Without a screen: commands from a stream, one a line, answers on another. */
struct app_streams {
    int in;
    FILE *out;
    bool interactive; /* someone types: a sign shows when a command is awaited */
};
int app_run_plain(const struct app_options *options, const struct app_streams *streams,
                  struct err *err);

/* The configuration of that file (NULL: where it is looked for), in its own
 * syntax, appended; and its faults, one a line with file:line. -1: gouji's own
 * keys cannot be read. */
int app_settings(const char *path, struct str *out, struct str *faults, struct err *err);

#endif
