/* A child process that plays a scene on term's screen. */
#ifndef GOUJI_TESTS_TERM_CHILD_H
#define GOUJI_TESTS_TERM_CHILD_H

#include "../vtpty.h"
#include "gouji/term/term.h"

enum { NROWS = 12, NCOLS = 40 };

/* What a child does with its screen; log_fd takes its reports. */
typedef void scene(struct screen *screen, int log_fd);

static inline int child(scene *play, int log_fd)
{
    struct err err = {0};
    enum lang lang;
    struct theme theme;
    struct term_options options = {0, TERM_AUTO};
    if (term_locale("en", &lang, &err) != 0)
        return 3;
    struct screen *screen = term_start(&options, &err);
    if (screen == NULL) {
        dprintf(log_fd, "failed: %s\n", err.text);
        return 4;
    }
    if (err.text[0] != '\0')
        dprintf(log_fd, "notice: %s\n", err.text);
    if (theme_load("themes/dark.theme", &theme, &err) != 0)
        return 5;
    term_set_theme(screen, &theme);
    play(screen, log_fd);
    term_ops.end(screen);
    return 0;
}

static inline void start(struct pty *pty, scene *play, const char *term)
{
    pid_t pid = pty_fork(pty, NROWS, NCOLS);
    assert_true(pid >= 0);
    if (pid > 0)
        return;
    setenv("TERM", term, 1);
    setenv("COLUMNS", "7", 1);
    _exit(child(play, pty->log_fd));
}

#endif
