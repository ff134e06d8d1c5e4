#include "spool.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { TAIL_NBYTES = 256 * 1024, NAME_NBYTES = 4096 };

/* Pieces behind one another: the first ones in a file, the last ones here. */
struct tail {
    struct str text; /* the first member: what is given out of a tail */
    size_t nkept;    /* of its bytes: a piece that is being made is behind them */
    int fd;          /* -1: no file yet */
    uint64_t nwritten;
    bool is_broken;
    bool is_taken;
    struct tail *next;
};

struct spool {
    pthread_mutex_t mutex;
    struct tail common; /* mutex held */
    struct tail *tails; /* whoever has taken one has it alone */
};

struct spool *spool_new(void)
{
    struct spool *spool = calloc(1, sizeof *spool);
    if (!spool)
        return NULL;
    pthread_mutex_init(&spool->mutex, NULL);
    spool->common.fd = -1;
    return spool;
}

static void release(struct tail *tail)
{
    if (tail->fd >= 0)
        close(tail->fd);
    str_release(&tail->text);
}

void spool_free(struct spool *spool)
{
    if (!spool)
        return;
    for (struct tail *tail = spool->tails, *next; tail; tail = next) {
        next = tail->next;
        release(tail);
        free(tail);
    }
    release(&spool->common);
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

static void move_out(struct tail *tail)
{
    if (tail->fd < 0)
        tail->fd = open_nameless();
    if (tail->fd < 0 || write_all(tail->fd, str_slice(&tail->text), tail->nwritten) != 0) {
        tail->is_broken = true; /* what is in the tail stays there */
        return;
    }
    tail->nwritten += tail->nkept;
    tail->nkept = 0;
    str_clear(&tail->text);
}

static struct piece end_piece(struct tail *tail)
{
    struct str *text = &tail->text;
    struct piece piece = {tail, tail->nwritten + tail->nkept, text->nbytes - tail->nkept,
                          !tail->is_broken && !text->failed};
    if (!piece.is_kept) {
        str_remove(text, tail->nkept, piece.nbytes);
        text->failed = false;
        return piece;
    }
    tail->nkept = text->nbytes;
    if (tail->nkept >= TAIL_NBYTES)
        move_out(tail);
    return piece;
}

struct piece spool_keep(struct spool *spool, struct slice bytes)
{
    pthread_mutex_lock(&spool->mutex);
    str_append(&spool->common.text, bytes);
    struct piece piece = end_piece(&spool->common);
    pthread_mutex_unlock(&spool->mutex);
    return piece;
}

/* mutex held */
static struct tail *find_free(struct spool *spool)
{
    struct tail *tail = spool->tails;
    while (tail && tail->is_taken)
        tail = tail->next;
    if (!tail && (tail = calloc(1, sizeof *tail))) {
        tail->fd = -1;
        tail->next = spool->tails;
        spool->tails = tail;
    }
    return tail;
}

struct str *spool_begin(struct spool *spool)
{
    pthread_mutex_lock(&spool->mutex);
    struct tail *tail = find_free(spool);
    if (tail)
        tail->is_taken = true;
    pthread_mutex_unlock(&spool->mutex);
    return tail ? &tail->text : NULL;
}

struct piece spool_end(struct spool *spool, struct str *text)
{
    struct tail *tail = (struct tail *)text;
    struct piece piece = end_piece(tail);
    pthread_mutex_lock(&spool->mutex);
    tail->is_taken = false;
    pthread_mutex_unlock(&spool->mutex);
    return piece;
}

static int read_file(struct piece piece, struct str *out)
{
    char *at = str_room(out, piece.nbytes);
    while (at && piece.nbytes) {
        ssize_t n = pread(piece.tail->fd, at, piece.nbytes, (off_t)piece.start);
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

/* mutex held */
static bool is_written(struct piece piece)
{
    return piece.start < piece.tail->nwritten;
}

/* mutex held */
static void take_from_tail(struct piece piece, struct str *out)
{
    const char *first = str_text(&piece.tail->text);
    str_append(out, slice_make(first + (piece.start - piece.tail->nwritten), piece.nbytes));
}

int spool_read(struct spool *spool, struct piece piece, struct str *out)
{
    pthread_mutex_lock(&spool->mutex);
    bool is_in_file = is_written(piece);
    if (!is_in_file)
        take_from_tail(piece, out);
    pthread_mutex_unlock(&spool->mutex);
    return is_in_file ? read_file(piece, out) : 0; /* what is written stays as it is */
}

bool spool_send(struct spool *spool, struct piece piece, struct output *out)
{
    pthread_mutex_lock(&spool->mutex);
    bool is_in_file = is_written(piece);
    pthread_mutex_unlock(&spool->mutex);
    return is_in_file && output_from(out, piece.tail->fd, piece.start, piece.nbytes);
}
