/* A child on a pseudo-terminal whose screen is a libvterm terminal. The child
 * can report lines through a pipe of its own. */
#ifndef GOUJI_TESTS_VTPTY_H
#define GOUJI_TESTS_VTPTY_H

#include <errno.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <vterm.h>

#include "gouji/base/str.h"

enum { PTY_QUIET_MS = 60, PTY_LIMIT_MS = 10000 };

struct pty {
    pid_t pid;
    int fd;
    int log_fd; /* parent: reads what the child reports; child: writes it */
    VTerm *vt;
    VTermScreen *screen;
    struct str raw; /* every byte the child sent */
    struct str log;
    bool closed;
};

/* As fork: 0 in the child, whose terminal is of that size. */
static inline pid_t pty_fork(struct pty *pty, int nrows, int ncols)
{
    struct winsize size = {.ws_row = (unsigned short)nrows, .ws_col = (unsigned short)ncols};
    int log[2];
    *pty = (struct pty){.fd = -1};
    if (pipe(log) != 0)
        return -1;
    pty->pid = forkpty(&pty->fd, NULL, NULL, &size);
    if (pty->pid == 0) {
        close(log[0]);
        pty->log_fd = log[1];
        return 0;
    }
    close(log[1]);
    pty->log_fd = log[0];
    pty->vt = vterm_new(nrows, ncols);
    vterm_set_utf8(pty->vt, 1);
    pty->screen = vterm_obtain_screen(pty->vt);
    vterm_screen_enable_altscreen(pty->screen, 1);
    vterm_screen_reset(pty->screen, 1);
    return pty->pid;
}

/* False at the end of the file. */
static inline bool pty_take(int fd, struct str *out, VTerm *vt)
{
    char bytes[65536];
    ssize_t nbytes = read(fd, bytes, sizeof bytes);
    if (nbytes <= 0)
        return nbytes < 0 && errno == EINTR;
    str_append(out, slice_make(bytes, (size_t)nbytes));
    if (vt != NULL)
        vterm_input_write(vt, bytes, (size_t)nbytes);
    return true;
}

/* Takes what the child sends until it is quiet for a while. */
static inline void pty_pump(struct pty *pty, int quiet_ms)
{
    bool log_open = true;
    while (!pty->closed) {
        struct pollfd files[] = {{.fd = pty->fd, .events = POLLIN},
                                 {.fd = log_open ? pty->log_fd : -1, .events = POLLIN}};
        if (poll(files, 2, quiet_ms) <= 0)
            return;
        if (files[0].revents != 0 && !pty_take(pty->fd, &pty->raw, pty->vt))
            pty->closed = true;
        if (files[1].revents != 0 && !pty_take(pty->log_fd, &pty->log, NULL))
            log_open = false;
    }
    while (log_open && pty_take(pty->log_fd, &pty->log, NULL))
        continue;
}

/* Until the child has reported so many bytes of log, or for ever long. */
static inline void pty_pump_until(struct pty *pty, const char *reported)
{
    for (int ms = 0; ms < PTY_LIMIT_MS && !pty->closed; ms += 20) {
        if (strstr(str_text(&pty->log), reported) != NULL)
            return;
        pty_pump(pty, 20);
    }
}

static inline void pty_send(struct pty *pty, const char *bytes, size_t nbytes)
{
    ssize_t ignored = write(pty->fd, bytes, nbytes);
    (void)ignored;
}

static inline void pty_type(struct pty *pty, const char *text)
{
    pty_send(pty, text, strlen(text));
}

static inline void pty_resize(struct pty *pty, int nrows, int ncols)
{
    struct winsize size = {.ws_row = (unsigned short)nrows, .ws_col = (unsigned short)ncols};
    vterm_set_size(pty->vt, nrows, ncols);
    ioctl(pty->fd, TIOCSWINSZ, &size);
}

static inline VTermScreenCell pty_cell(const struct pty *pty, int row, int col)
{
    VTermScreenCell cell = {.width = 0};
    vterm_screen_get_cell(pty->screen, (VTermPos){row, col}, &cell);
    return cell;
}

/* Appends the screen as grid_dump writes a grid. */
static inline void pty_dump(const struct pty *pty, struct str *out)
{
    int nrows, ncols;
    vterm_get_size(pty->vt, &nrows, &ncols);
    for (int row = 0; row < nrows; row++) {
        size_t end = out->nbytes;
        for (int col = 0; col < ncols;) {
            VTermScreenCell cell = pty_cell(pty, row, col);
            for (int i = 0; i < VTERM_MAX_CHARS_PER_CELL && cell.chars[i] != 0; i++)
                str_code_point(out, cell.chars[i]);
            if (cell.chars[0] == 0)
                str_byte(out, ' ');
            else if (cell.chars[0] != ' ')
                end = out->nbytes;
            col += cell.width > 0 ? cell.width : 1;
        }
        if (out->nbytes > end)
            str_remove(out, end, out->nbytes - end);
        str_byte(out, '\n');
    }
}

/* Hangs up and waits; the status as wait gives it. */
static inline int pty_end(struct pty *pty)
{
    int status = 0;
    if (!pty->closed)
        pty_pump(pty, PTY_QUIET_MS);
    close(pty->fd);
    for (int ms = 0; waitpid(pty->pid, &status, WNOHANG) == 0; ms += 10) {
        if (ms == PTY_LIMIT_MS)
            kill(pty->pid, SIGKILL);
        poll(NULL, 0, 10);
    }
    close(pty->log_fd);
    vterm_free(pty->vt);
    str_release(&pty->raw);
    str_release(&pty->log);
    return status;
}

#endif
