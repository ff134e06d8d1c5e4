/* A text edited in $VISUAL or $EDITOR: a private temporary file, the program
 * run without a shell, the terminal handed over meanwhile. */
#include <errno.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "app_private.h"
#include "gouji/base/path.h"
#include "gouji/text/decode.h"

enum { ARGUMENTS_MAX = 16 };

static const char *editor_name(void)
{
    const char *name = getenv("VISUAL");
    if (!name || !name[strspn(name, " ")])
        name = getenv("EDITOR");
    return name && name[strspn(name, " ")] ? name : "vi";
}

static int write_all(int fd, const char *text, size_t nbytes)
{
    while (nbytes > 0) {
        ssize_t n = write(fd, text, nbytes);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        text += n;
        nbytes -= (size_t)n;
    }
    return 0;
}

static int run(char *words, const char *path, struct err *err)
{
    char *argv[ARGUMENTS_MAX + 2];
    size_t argc = 0;
    char *rest = NULL;
    for (char *word = strtok_r(words, " ", &rest); word && argc < ARGUMENTS_MAX;
         word = strtok_r(NULL, " ", &rest))
        argv[argc++] = word;
    argv[argc++] = (char *)(uintptr_t)path;
    argv[argc] = NULL;
    pid_t child;
    int status = posix_spawnp(&child, argv[0], NULL, NULL, argv, environ);
    if (status != 0)
        return err_set(err, ERR_IO,
                       _("%s could not be started (%s); set VISUAL or EDITOR to another"), argv[0],
                       strerror(status));
    while (waitpid(child, &status, 0) < 0)
        if (errno != EINTR)
            return err_set_errno(err, _("cannot run"), argv[0]);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return 0;
    return err_set(err, ERR_IO, _("%s did not end well; the text is as it was"), argv[0]);
}

/* What the editor left. In another encoding, or with a NUL, it would be taken in part. */
static int read_back(const char *path, char **text, struct err *err)
{
    size_t nbytes, taken;
    char *bytes = NULL;
    if (path_read(path, LINEEDIT_MAX_NBYTES, "note", &bytes, &nbytes, err) < 0)
        return -1;
    for (size_t at = 0; at < nbytes; at += taken)
        if (text_next(bytes + at, nbytes - at, &taken) <= 0) {
            free(bytes);
            return err_set(err, ERR_INPUT, _("the editor's text is no UTF-8 from byte %zu on"), at);
        }
    free(*text);
    *text = bytes;
    return 0;
}

static int run_editor(const char *path, struct err *err)
{
    char *words = strdup(editor_name());
    int status = words ? run(words, path, err) : err_set_nomem(err);
    free(words);
    return status;
}

/* An editor that was killed, with its terminal perhaps, may have written before. */
static bool was_written(const char *path, const char *text)
{
    char *bytes = NULL;
    size_t nbytes = 0;
    if (path_read(path, LINEEDIT_MAX_NBYTES, "note", &bytes, &nbytes, NULL) < 0)
        return access(path, F_OK) == 0;
    bool same = nbytes == strlen(text) && memcmp(bytes, text, nbytes) == 0;
    free(bytes);
    return nbytes > 0 && !same;
}

static int edit_file(struct app *app, int fd, const char *path, char **text, struct err *err)
{
    struct err why = {0};
    bool written = write_all(fd, *text, strlen(*text)) == 0;
    if (close(fd) < 0 || !written) {
        err_set_errno(err, _("cannot write"), path);
        unlink(path);
        return -1;
    }
    app->ops->suspend(app->screen);
    int status = run_editor(path, &why);
    app->ops->resume(app->screen);
    bool keep = status < 0 && was_written(path, *text);
    if (status == 0)
        keep = (status = read_back(path, text, &why)) < 0;
    if (keep) /* it was written with care: it stays where it is */
        return err_set(err, why.kind, _("not taken, kept as %s: %s"), path, why.text);
    unlink(path);
    return status == 0 ? 0 : err_set(err, why.kind, "%s", why.text);
}

int outside_edit(struct app *app, char **text, struct err *err)
{
    const char *dir = getenv("TMPDIR");
    char path[512];
    snprintf(path, sizeof path, "%s/gouji-XXXXXX", dir && dir[0] ? dir : "/tmp");
    int fd = mkstemp(path);
    if (fd < 0)
        return err_set_errno(err, _("cannot make"), path);
    return edit_file(app, fd, path, text, err);
}
