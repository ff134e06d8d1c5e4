#include "gouji/term/lines.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "gouji/base/str.h"
#include "signals.h"

enum { PIECE_NBYTES = 4096 };

struct lines {
    int fd;
    bool ended;
    struct str bytes; /* read and not yet handed out */
    struct str line;
};

struct lines *lines_new(int fd, struct err *err)
{
    struct lines *lines = calloc(1, sizeof *lines);
    if (lines == NULL) {
        err_set_nomem(err);
        return NULL;
    }
    lines->fd = fd;
    if (signals_start(err) == 0)
        return lines;
    free(lines);
    return NULL;
}

void lines_free(struct lines *lines)
{
    if (lines == NULL)
        return;
    signals_end();
    str_release(&lines->bytes);
    str_release(&lines->line);
    free(lines);
}

/* The first nbytes become the line, with what ends them dropped. */
static void take(struct lines *lines, size_t nbytes)
{
    struct str rest = STR_INIT;
    str_clear(&lines->line);
    str_append(&lines->line, slice_make(lines->bytes.data, nbytes));
    str_append(&rest, slice_make(lines->bytes.data + nbytes, lines->bytes.nbytes - nbytes));
    str_release(&lines->bytes);
    lines->bytes = rest;
    struct str *line = &lines->line;
    while (line->nbytes > 0 && strchr("\r\n", line->data[line->nbytes - 1]) != NULL)
        line->data[--line->nbytes] = '\0';
}

static bool next_line(struct lines *lines, const char **line)
{
    const char *end =
        lines->bytes.nbytes ? memchr(lines->bytes.data, '\n', lines->bytes.nbytes) : NULL;
    if (end == NULL && (!lines->ended || lines->bytes.nbytes == 0))
        return false;
    take(lines, end != NULL ? (size_t)(end - lines->bytes.data) + 1 : lines->bytes.nbytes);
    *line = str_text(&lines->line);
    return !lines->line.failed && !lines->bytes.failed;
}

static void read_more(struct lines *lines)
{
    char piece[PIECE_NBYTES];
    ssize_t nbytes = read(lines->fd, piece, sizeof piece);
    if (nbytes > 0)
        str_append(&lines->bytes, slice_make(piece, (size_t)nbytes));
    else if (nbytes == 0 || (errno != EINTR && errno != EAGAIN))
        lines->ended = true;
    if (lines->bytes.failed)
        lines->ended = true;
}

static void stop(void)
{
    signals_ordinary();
    raise(SIGTSTP);
    signals_catch();
    signals_forget(SIGCONT);
}

static bool ends_or_cancels(int number)
{
    if (number == SIGTSTP)
        stop();
    return number == SIGHUP || number == SIGTERM || number == SIGINT;
}

enum lines_event lines_read(struct lines *lines, const char **line, int *number)
{
    for (;;) {
        while ((*number = signals_take()) != 0)
            if (ends_or_cancels(*number))
                return LINES_SIGNAL;
        if (next_line(lines, line))
            return LINES_LINE;
        if (lines->ended)
            return LINES_END;
        struct pollfd files[] = {{.fd = lines->fd, .events = POLLIN},
                                 {.fd = signals_fd(), .events = POLLIN}};
        if (poll(files, 2, -1) > 0 && files[0].revents != 0)
            read_more(lines);
    }
}
