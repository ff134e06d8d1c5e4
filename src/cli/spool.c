#include "spool.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { TAIL_NBYTES = 1024 * 1024, NAME_NBYTES = 4096 };

struct spool {
    pthread_mutex_t mutex;
    int fd;            /* -1: no file yet */
    uint64_t nwritten; /* bytes in the file */
    struct str tail;   /* those behind them */
    bool is_broken;
};

struct spool *spool_new(void)
{
    struct spool *spool = calloc(1, sizeof *spool);
    if (!spool)
        return NULL;
    pthread_mutex_init(&spool->mutex, NULL);
    spool->fd = -1;
    return spool;
}

void spool_free(struct spool *spool)
{
    if (!spool)
        return;
    if (spool->fd >= 0)
        close(spool->fd);
    str_release(&spool->tail);
    pthread_mutex_destroy(&spool->mutex);
    free(spool);
}

/* A file without a name, so that nothing stays behind however we end. */
static int open_nameless(void)
{
    const char *dir = getenv("TMPDIR");
    char name[NAME_NBYTES];
    if (!dir || !*dir)
        dir = "/tmp";
    int fd = open(dir, O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (fd >= 0 || snprintf(name, sizeof name, "%s/gouji-check-XXXXXX", dir) >= (int)sizeof name)
        return fd;
    fd = mkostemp(name, O_CLOEXEC);
    if (fd >= 0)
        unlink(name);
    return fd;
}

static int write_all(int fd, struct slice bytes, uint64_t at)
{
    while (bytes.nbytes) {
        ssize_t n = pwrite(fd, bytes.ptr, bytes.nbytes, (off_t)at);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return -1;
        bytes = slice_make(bytes.ptr + n, bytes.nbytes - (size_t)n);
        at += (uint64_t)n;
    }
    return 0;
}

static void move_out(struct spool *spool)
{
    if (spool->fd < 0)
        spool->fd = open_nameless();
    if (spool->fd < 0 || write_all(spool->fd, str_slice(&spool->tail), spool->nwritten) != 0) {
        spool->is_broken = true; /* what is in the tail stays there */
        return;
    }
    spool->nwritten += spool->tail.nbytes;
    str_clear(&spool->tail);
}

/* mutex held */
static struct piece put(struct spool *spool, struct slice bytes)
{
    struct piece piece = {spool->nwritten + spool->tail.nbytes, bytes.nbytes, false};
    if (spool->is_broken || spool->tail.failed)
        return piece;
    str_append(&spool->tail, bytes);
    piece.is_kept = !spool->tail.failed;
    if (spool->tail.nbytes >= TAIL_NBYTES)
        move_out(spool);
    return piece;
}

struct piece spool_keep(struct spool *spool, struct slice bytes)
{
    pthread_mutex_lock(&spool->mutex);
    struct piece piece = put(spool, bytes);
    pthread_mutex_unlock(&spool->mutex);
    return piece;
}

static int read_file(const struct spool *spool, struct piece piece, struct str *out)
{
    char *at = str_room(out, piece.nbytes);
    while (at && piece.nbytes) {
        ssize_t n = pread(spool->fd, at, piece.nbytes, (off_t)piece.start);
        if (n < 0 && errno == EINTR)
            continue;
        if (n <= 0)
            return -1;
        str_took(out, (size_t)n);
        at += n;
        piece.start += (uint64_t)n;
        piece.nbytes -= (size_t)n;
    }
    return 0;
}

/* From the tail, when it is there. mutex held */
static bool take_from_tail(const struct spool *spool, struct piece piece, struct str *out)
{
    if (piece.start < spool->nwritten)
        return false;
    str_append(out,
               slice_make(str_text(&spool->tail) + (piece.start - spool->nwritten), piece.nbytes));
    return true;
}

int spool_read(struct spool *spool, struct piece piece, struct str *out)
{
    pthread_mutex_lock(&spool->mutex);
    bool is_taken = take_from_tail(spool, piece, out);
    pthread_mutex_unlock(&spool->mutex);
    return is_taken ? 0 : read_file(spool, piece, out); /* what is written stays as it is */
}

bool spool_send(struct spool *spool, struct piece piece, struct output *out)
{
    pthread_mutex_lock(&spool->mutex);
    bool is_written = piece.start < spool->nwritten;
    pthread_mutex_unlock(&spool->mutex);
    return is_written && output_from(out, spool->fd, piece.start, piece.nbytes);
}
