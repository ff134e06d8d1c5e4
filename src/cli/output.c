#include "gouji/cli/output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/sendfile.h>
#include <unistd.h>

#include "gouji/base/message.h"
#include "gouji/text/sanitise.h"

enum { DRAIN_NBYTES = 64 * 1024, LARGE_NBYTES = 16 * 1024 };

void output_init(struct output *out, int fd)
{
    *out = (struct output){.fd = fd, .is_terminal = isatty(fd) == 1, .pending = STR_INIT};
}

void output_add(struct output *out, const char *text)
{
    str_add(&out->pending, text);
}

void output_format(struct output *out, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    str_format_v(&out->pending, format, arguments);
    va_end(arguments);
}

void output_shown(struct output *out, struct slice text)
{
    sanitise_append(&out->pending, text, 0);
}

static bool goes_on(const struct output *out)
{
    return !out->failed && !out->is_closed;
}

static void note_failure(struct output *out, int error)
{
    if (error == EPIPE)
        out->is_closed = true;
    else if (error != EINTR)
        out->failed = error;
}

static void write_out(struct output *out, struct slice bytes)
{
    while (bytes.nbytes > 0 && goes_on(out)) {
        ssize_t n = write(out->fd, bytes.ptr, bytes.nbytes);
        if (n < 0)
            note_failure(out, errno);
        else
            bytes = slice_make(bytes.ptr + n, bytes.nbytes - (size_t)n);
    }
}

static void flush(struct output *out)
{
    write_out(out, str_slice(&out->pending));
    str_clear(&out->pending);
}

/* A terminal gets line ends of one kind: CR LF would show a token per line. */
void output_exact(struct output *out, struct slice text)
{
    if (!out->is_terminal && text.nbytes >= LARGE_NBYTES) {
        flush(out); /* nothing is gained by copying it first */
        write_out(out, text);
        return;
    }
    if (!out->is_terminal) {
        str_append(&out->pending, text);
        return;
    }
    while (text.nbytes) {
        const char *end = memchr(text.ptr, '\n', text.nbytes);
        size_t length = end ? (size_t)(end - text.ptr) : text.nbytes;
        bool carriage = end && length && text.ptr[length - 1] == '\r';
        sanitise_append(&out->pending, slice_make(text.ptr, length - carriage), 1);
        if (end)
            str_byte(&out->pending, '\n');
        text.ptr += length + (end != NULL);
        text.nbytes -= length + (end != NULL);
    }
}

bool output_from(struct output *out, int fd, uint64_t start, size_t nbytes)
{
    off_t at = (off_t)start, end = at + (off_t)nbytes;
    if (out->is_terminal || nbytes < LARGE_NBYTES)
        return false;
    flush(out);
    while (at < end && goes_on(out)) {
        ssize_t n = sendfile(out->fd, fd, &at, (size_t)(end - at));
        int error = n < 0 ? errno : EIO; /* the file is shorter */
        if (n <= 0 && error != EINTR && at == (off_t)start)
            return false;
        if (n <= 0)
            note_failure(out, error);
    }
    return true;
}

void output_drain(struct output *out)
{
    if (out->pending.nbytes >= DRAIN_NBYTES)
        flush(out);
}

int output_finish(struct output *out, struct err *err)
{
    flush(out);
    bool short_of_memory = out->pending.failed;
    str_release(&out->pending);
    if (short_of_memory)
        return err_set_nomem(err);
    if (out->failed)
        return err_set(err, ERR_IO,
                       _("cannot write the output: %s; what was written is not complete"),
                       strerror(out->failed));
    return 0;
}

void output_complain(const char *text)
{
    struct str line = STR_INIT;
    str_add(&line, "gouji: ");
    sanitise_append(&line, slice_of(text), 0);
    str_byte(&line, '\n');
    fputs(str_text(&line), stderr);
    str_release(&line);
}

/* "path: …" or "…: path：…", as messages in English and in Chinese say it. */
static bool names_path(const char *reason, const char *path)
{
    static const char wide_colon[] = "：";
    size_t n = strlen(path);
    for (const char *at = reason; n > 0 && (at = strstr(at, path)); at++)
        if (at[n] == ':' || strncmp(at + n, wide_colon, strlen(wide_colon)) == 0)
            return true;
    return false;
}

void output_complain_about(const char *path, const char *reason)
{
    struct str text = STR_INIT;
    if (!names_path(reason, path))
        str_format(&text, "%s: ", path);
    str_add(&text, reason);
    output_complain(str_text(&text));
    str_release(&text);
}
