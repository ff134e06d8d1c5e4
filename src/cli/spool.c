#include "spool.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { ROOM_NBYTES = 256 * 1024, PAGE_NBYTES = 4096, NAME_NBYTES = 4096 };

/* Pieces behind one another, with room in the file for them. */
struct tail {
    struct str text; /* the first member: what is given out of a tail */
    size_t nkept;    /* of its bytes: a piece that is being made is behind them */
    uint64_t start;  /* of the room */
    size_t room;
    bool is_taken;
    struct tail *next;
};

struct file {
    pthread_mutex_t mutex;
    int fd; /* -1: none yet */
    uint64_t ntaken;
    bool is_broken;
};

struct spool {
    struct file file;
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
    pthread_mutex_init(&spool->file.mutex, NULL);
    spool->file.fd = -1;
    return spool;
}

void spool_free(struct spool *spool)
{
    if (!spool)
        return;
    if (spool->file.fd >= 0)
        close(spool->file.fd);
    for (struct tail *tail = spool->tails, *next; tail; tail = next) {
        next = tail->next;
        str_release(&tail->text);
        free(tail);
    }
    str_release(&spool->common.text);
    pthread_mutex_destroy(&spool->file.mutex);
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

/* -1: there is none, or it takes no more. */
static int open_file(struct file *file)
{
    pthread_mutex_lock(&file->mutex);
    if (file->fd < 0 && !file->is_broken)
        file->fd = open_nameless();
    int fd = file->is_broken ? -1 : file->fd;
    pthread_mutex_unlock(&file->mutex);
    return fd;
}

static void note_broken(struct file *file)
{
    pthread_mutex_lock(&file->mutex);
    file->is_broken = true;
    pthread_mutex_unlock(&file->mutex);
}

/* Whole pages, so that no two tails write into one. */
static void take_room(struct file *file, struct tail *tail, size_t nbytes)
{
    size_t npages = (nbytes < ROOM_NBYTES ? ROOM_NBYTES : nbytes + PAGE_NBYTES - 1) / PAGE_NBYTES;
    pthread_mutex_lock(&file->mutex);
    tail->start = file->ntaken;
    tail->room = npages * PAGE_NBYTES;
    file->ntaken += tail->room;
    pthread_mutex_unlock(&file->mutex);
}

/* What is kept goes into the file; the piece that had no more room there gets other. */
static bool move_out(struct spool *spool, struct tail *tail)
{
    int fd = tail->nkept > 0 ? open_file(&spool->file) : -1;
    struct slice kept = slice_make(str_text(&tail->text), tail->nkept);
    if (tail->nkept > 0 && (fd < 0 || write_all(fd, kept, tail->start) != 0)) {
        note_broken(&spool->file); /* what is in the tail stays there */
        return false;
    }
    str_remove(&tail->text, 0, tail->nkept);
    tail->nkept = 0;
    take_room(&spool->file, tail, tail->text.nbytes);
    return true;
}

static struct piece end_piece(struct spool *spool, struct tail *tail)
{
    struct str *text = &tail->text;
    bool is_kept = !text->failed && (text->nbytes <= tail->room || move_out(spool, tail));
    struct piece piece = {tail->start + tail->nkept, text->nbytes - tail->nkept, is_kept};
    if (!is_kept) {
        str_remove(text, tail->nkept, piece.nbytes);
        text->failed = false;
    }
    tail->nkept = text->nbytes;
    return piece;
}

struct piece spool_keep(struct spool *spool, struct slice bytes)
{
    pthread_mutex_lock(&spool->mutex);
    str_append(&spool->common.text, bytes);
    struct piece piece = end_piece(spool, &spool->common);
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
    struct piece piece = end_piece(spool, tail);
    pthread_mutex_lock(&spool->mutex);
    tail->is_taken = false;
    pthread_mutex_unlock(&spool->mutex);
    return piece;
}

static int read_file(const struct spool *spool, struct piece piece, struct str *out)
{
    char *at = str_room(out, piece.nbytes);
    while (at && piece.nbytes) {
        ssize_t n = pread(spool->file.fd, at, piece.nbytes, (off_t)piece.start);
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

static bool has(const struct tail *tail, struct piece piece)
{
    return piece.start >= tail->start && piece.start < tail->start + tail->nkept;
}

/* The one that the piece is in; NULL: it is in the file. mutex held */
static const struct tail *find_tail(const struct spool *spool, struct piece piece)
{
    const struct tail *tail = has(&spool->common, piece) ? &spool->common : spool->tails;
    while (tail && !has(tail, piece))
        tail = tail->next;
    return tail;
}

int spool_read(struct spool *spool, struct piece piece, struct str *out)
{
    pthread_mutex_lock(&spool->mutex);
    const struct tail *tail = find_tail(spool, piece);
    if (tail)
        str_append(out,
                   slice_make(str_text(&tail->text) + (piece.start - tail->start), piece.nbytes));
    pthread_mutex_unlock(&spool->mutex);
    return tail ? 0 : read_file(spool, piece, out); /* what is written stays as it is */
}

bool spool_send(struct spool *spool, struct piece piece, struct output *out)
{
    pthread_mutex_lock(&spool->mutex);
    bool is_written = !find_tail(spool, piece);
    pthread_mutex_unlock(&spool->mutex);
    return is_written && output_from(out, spool->file.fd, piece.start, piece.nbytes);
}
