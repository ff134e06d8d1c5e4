/* The program itself on a pseudo-terminal with a made-up report. The program:
 * $GOUJI, else the one of the build these tests belong to. */
#ifndef GOUJI_TESTS_PROGRAM_PTY_H
#define GOUJI_TESTS_PROGRAM_PTY_H

#include "review_fixture.h"

#include <dirent.h>
#include <limits.h>

#include "../vtpty.h"

/* Long enough for a sanitised program on a busy machine; nothing waits it out
 * but a failure. */
enum { LIMIT_MS = 60000, STEP_MS = 20, ROWS = 40, COLS = 120, ENV_MAX = 8, ARGS_MAX = 8 };

struct run {
    const char *env[ENV_MAX];   /* NAME=VALUE, or NAME to unset */
    const char *args[ARGS_MAX]; /* before the report */
};

static char program[PATH_MAX];

static inline void find_program(void)
{
    const char *named = getenv("GOUJI");
    char self[PATH_MAX / 2];
    ssize_t n = readlink("/proc/self/exe", self, sizeof self - 1);
    self[n > 0 ? n : 0] = '\0';
    for (int up = 0; up < 3 && strrchr(self, '/'); up++)
        *strrchr(self, '/') = '\0';
    if (named && *named)
        snprintf(program, sizeof program, "%s", named);
    else
        snprintf(program, sizeof program, "%s/gouji", self);
}

static inline void set_environment(const struct desk *desk, const struct run *run)
{
    static const char *const names[] = {"LC_ALL",         "LC_MESSAGES",  "LC_CTYPE", "LANGUAGE",
                                        "GOUJI_REVIEWER", "GOUJI_CONFIG", "NO_COLOR"};
    for (size_t i = 0; i < COUNT(names); i++)
        unsetenv(names[i]);
    setenv("TZ", "UTC", 1);
    setenv("TERM", "xterm-256color", 1);
    setenv("LANG", "C.UTF-8", 1);
    setenv("XDG_CONFIG_HOME", desk->dir, 1);
    setenv("XDG_STATE_HOME", desk->dir, 1);
    for (size_t i = 0; i < ENV_MAX && run->env[i]; i++) {
        char name[64];
        const char *value = strchr(run->env[i], '=');
        snprintf(name, sizeof name, "%.*s", (int)strcspn(run->env[i], "="), run->env[i]);
        if (value)
            setenv(name, value + 1, 1);
        else
            unsetenv(name);
    }
}

static inline void become(const struct desk *desk, const struct run *run)
{
    const char *argv[ARGS_MAX + 3] = {program};
    size_t n = 1;
    for (size_t i = 0; i < ARGS_MAX && run->args[i]; i++)
        argv[n++] = run->args[i];
    argv[n] = desk->report_path;
    set_environment(desk, run);
    execv(program, (char *const *)argv);
    _exit(127);
}

static inline void start_sized(struct pty *pty, const struct desk *desk, const struct run *run,
                               int rows, int cols)
{
    pid_t pid = pty_fork(pty, rows, cols);
    assert_true(pid >= 0);
    if (pid > 0)
        return;
    close(pty->log_fd);
    become(desk, run);
}

static inline void start(struct pty *pty, const struct desk *desk, const struct run *run)
{
    start_sized(pty, desk, run, ROWS, COLS);
}

static inline bool shows(const struct pty *pty, const char *text)
{
    struct str dump = STR_INIT;
    pty_dump(pty, &dump);
    bool found = strstr(str_text(&dump), text) != NULL;
    str_release(&dump);
    return found;
}

static inline void wait_for(struct pty *pty, const char *text)
{
    for (int ms = 0; ms < LIMIT_MS && !pty->closed; ms += STEP_MS) {
        if (shows(pty, text))
            return;
        pty_pump(pty, STEP_MS);
    }
    struct str dump = STR_INIT;
    pty_dump(pty, &dump);
    kill(pty->pid, SIGKILL);
    fail_msg("never on the screen: %s\n%s", text, str_text(&dump));
}

/* The exit status, 128 + the signal's number if one killed it. */
static inline int wait_end(struct pty *pty)
{
    int status = 0;
    pid_t ended = 0;
    for (int ms = 0; ms < LIMIT_MS && ended == 0; ms += STEP_MS) {
        if (pty->fd >= 0)
            pty_pump(pty, STEP_MS);
        ended = waitpid(pty->pid, &status, WNOHANG);
        if (ended == 0)
            poll(NULL, 0, STEP_MS);
    }
    if (ended == 0)
        kill(pty->pid, SIGKILL);
    pty_end(pty);
    assert_int_not_equal(ended, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static inline void leave(struct pty *pty)
{
    pty_type(pty, ":quit\r");
    assert_int_equal(wait_end(pty), 0);
}

/* Ten applications received, nine accounted for. */
static inline struct desk *write_unbalanced(void **state)
{
    struct desk *desk = *state;
    desk_set(desk, "open", 0, 9);
    desk_set(desk, "total", 0, 9);
    desk_write(desk);
    return desk;
}

static inline bool any_file(const struct desk *desk, const char *ending)
{
    DIR *dir = opendir(desk->dir);
    bool found = false;
    assert_non_null(dir);
    for (struct dirent *entry; (entry = readdir(dir));) {
        size_t n = strlen(entry->d_name), m = strlen(ending);
        found = found || (n >= m && strcmp(entry->d_name + n - m, ending) == 0);
    }
    closedir(dir);
    return found;
}

static inline void remove_reviews(const struct desk *desk)
{
    char command[128];
    snprintf(command, sizeof command, "rm -f %s/*verdict*", desk->dir);
    assert_int_equal(system(command), 0);
}

static const struct run plain = {{NULL}, {NULL}};

#endif
