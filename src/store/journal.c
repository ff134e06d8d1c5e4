#include "gouji/store/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gouji/base/message.h"
#include "gouji/base/path.h"
#include "gouji/base/vec.h"

enum { JOURNAL_MAX_NBYTES = 1024 * 1024 * 1024 };

static const char first_prev[] = "0000000000000000000000000000000000000000000000000000000000000000";

struct journal {
    char *path;
    int fd;
    off_t nbytes; /* whole lines so far */
    struct timespec mtime;
    bool failed; /* an append or sync failed: this descriptor is done */
    enum err_kind kind;
    char why[ERR_TEXT_NBYTES];
};

/* The chain member of a canonical line. "prev" sorts before "t" and after
 * everything else of an event, and quotation marks inside strings are escaped,
 * so the last `"prev":"` is the key itself. */
static bool line_continues(struct slice line, const char *head)
{
    static const char key[] = "\"prev\":\"";
    const size_t nkey = sizeof key - 1;
    if (line.nbytes < nkey + 65)
        return false;
    for (size_t at = line.nbytes - nkey - 65 + 1; at-- > 0;) {
        const char *p = line.ptr + at;
        if (*p == '"' && memcmp(p, key, nkey) == 0)
            return memcmp(p + nkey, head, 64) == 0 && p[nkey + 64] == '"';
    }
    return false;
}

static int take_lines(struct journal_lines *out, size_t nbytes, struct err *err)
{
    size_t capacity = 0;
    const char *p = out->bytes, *end = out->bytes + nbytes;
    const char *newline;
    while (p < end && (newline = memchr(p, '\n', (size_t)(end - p)))) {
        struct slice line = slice_make(p, (size_t)(newline - p));
        /* The last page of a line may reach the disk before the first: then the
         * line has its end, and zeros for what never came. */
        if (newline + 1 == end && memchr(line.ptr, 0, line.nbytes))
            break;
        if (!line_continues(line, out->head)) {
            out->broken_line = out->nlines + 1;
            return 0;
        }
        if (out->nlines == JOURNAL_MAX_EVENTS)
            return err_set(err, ERR_LIMIT, _("over the limit \"journal events\" of %d"),
                           JOURNAL_MAX_EVENTS);
        if (vec_room(&out->lines, &capacity, out->nlines, sizeof *out->lines))
            return err_set_nomem(err);
        if (hash_hex(line.ptr, line.nbytes, out->head))
            return err_set(err, ERR_IO, "%s", _("SHA-256 is not to be had from libcrypto"));
        out->lines[out->nlines++] = line;
        p = newline + 1;
    }
    out->torn_nbytes = (size_t)(end - p);
    return 0;
}

int journal_load(const char *path, struct journal_lines *out, struct err *err)
{
    struct stat info = {0};
    size_t nbytes = 0;
    *out = (struct journal_lines){0};
    memcpy(out->head, first_prev, sizeof first_prev);
    if (fstatat(AT_FDCWD, path, &info, AT_SYMLINK_NOFOLLOW) && errno == ENOENT)
        return 0;
    out->is_link = S_ISLNK(info.st_mode);
    if (path_read(path, JOURNAL_MAX_NBYTES, "journal size", &out->bytes, &nbytes, err))
        return -1;
    out->exists = true;
    if (take_lines(out, nbytes, err)) {
        err_prefix(err, path);
        journal_lines_release(out);
        return -1;
    }
    return 0;
}

void journal_lines_release(struct journal_lines *lines)
{
    free(lines->bytes);
    free(lines->lines);
    *lines = (struct journal_lines){0};
}

/* pread of exactly so many bytes. */
static int read_block(int fd, char *block, size_t want, off_t at)
{
    ssize_t n;
    do
        n = pread(fd, block, want, at);
    while (n < 0 && errno == EINTR);
    return n == (ssize_t)want ? 0 : -1;
}

/* Where the last line before `upto` ends that has its newline; 0 none. */
static int find_newline(int fd, off_t upto, off_t *end)
{
    char block[4096];
    *end = 0;
    while (upto > 0) {
        size_t want = upto < (off_t)sizeof block ? (size_t)upto : sizeof block;
        if (read_block(fd, block, want, upto - (off_t)want))
            return -1;
        const char *newline = memrchr(block, '\n', want);
        if (newline) {
            *end = upto - (off_t)want + (newline - block) + 1;
            return 0;
        }
        upto -= (off_t)want;
    }
    return 0;
}

static int has_zeros(int fd, off_t from, off_t upto, bool *has)
{
    char block[4096];
    *has = false;
    for (size_t want; !*has && from < upto; from += (off_t)want) {
        want = upto - from < (off_t)sizeof block ? (size_t)(upto - from) : sizeof block;
        if (read_block(fd, block, want, from))
            return -1;
        *has = memchr(block, 0, want) != NULL;
    }
    return 0;
}

/* Where the last whole line ends: the same that reading takes for it. */
static int find_end(int fd, off_t nbytes, off_t *end)
{
    off_t before = 0;
    bool torn = false;
    if (find_newline(fd, nbytes, end))
        return -1;
    if (*end < nbytes || *end == 0)
        return 0;
    if (find_newline(fd, *end - 1, &before) || has_zeros(fd, before, *end, &torn))
        return -1;
    if (torn)
        *end = before;
    return 0;
}

static int sync_folder(const char *path)
{
    char *dir = path_dir(path);
    int fd = dir ? open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC) : -1;
    int status = fd < 0 ? -1 : path_sync_folder(fd);
    int saved = errno;
    if (fd >= 0)
        close(fd);
    free(dir);
    errno = saved;
    return status;
}

static int prepare(struct journal *journal, bool create, mode_t mode, struct err *err)
{
    int flags = O_RDWR | O_APPEND | O_CLOEXEC | O_NOFOLLOW | (create ? O_CREAT : 0);
    struct stat info;
    journal->fd = open(journal->path, flags, mode);
    if (journal->fd < 0)
        return err_set_errno(err, _("cannot open the journal"), journal->path);
    if (fstat(journal->fd, &info))
        return err_set_errno(err, _("cannot read the journal"), journal->path);
    if (!S_ISREG(info.st_mode))
        return err_set(err, ERR_INPUT, _("%s: is not an ordinary file (a pipe or device)"),
                       journal->path);
    if (find_end(journal->fd, info.st_size, &journal->nbytes))
        return err_set_errno(err, _("cannot read the journal"), journal->path);
    if (journal->nbytes < info.st_size && ftruncate(journal->fd, journal->nbytes))
        return err_set_errno(err, _("cannot cut the torn end of the journal"), journal->path);
    if (info.st_size == 0 && path_set_mode(journal->fd, mode))
        return err_set_errno(err, _("cannot set the mode of the journal"), journal->path);
    if (create && sync_folder(journal->path))
        return err_set_errno(err, _("cannot sync the folder of"), journal->path);
    return 0;
}

/* As the file is left by us. Not to be had, it is read again before the next act. */
static void remember_time(struct journal *journal)
{
    struct stat info;
    if (fstat(journal->fd, &info) == 0)
        journal->mtime = info.st_mtim;
    else
        journal->mtime.tv_nsec = -1; /* the time of no file */
}

struct journal *journal_open(const char *path, bool create, mode_t mode, struct err *err)
{
    struct journal *journal = calloc(1, sizeof *journal);
    if (journal) {
        journal->fd = -1;
        journal->path = strdup(path);
    }
    if (!journal || !journal->path) {
        free(journal);
        err_set_nomem(err);
        return NULL;
    }
    if (prepare(journal, create, mode, err)) {
        journal_close(journal, NULL);
        return NULL;
    }
    remember_time(journal);
    return journal;
}

bool journal_is_ours(const struct journal *journal)
{
    struct stat ours, there;
    return fstat(journal->fd, &ours) == 0 && ours.st_size == journal->nbytes &&
           ours.st_mtim.tv_sec == journal->mtime.tv_sec &&
           ours.st_mtim.tv_nsec == journal->mtime.tv_nsec &&
           fstatat(AT_FDCWD, journal->path, &there, AT_SYMLINK_NOFOLLOW) == 0 &&
           there.st_ino == ours.st_ino && there.st_dev == ours.st_dev;
}

/* After a failure: cuts off what may have been written and stops for good. */
static int give_up(struct journal *journal, const char *what, struct err *err)
{
    struct err why;
    err_set_errno(&why, what, journal->path);
    memcpy(journal->why, why.text, sizeof journal->why);
    journal->kind = why.kind;
    journal->failed = true;
    /* Best effort; the chain check drops a torn tail anyhow. */
    if (ftruncate(journal->fd, journal->nbytes)) {
    }
    return err_set(err, journal->kind, "%s", journal->why);
}

static int write_line(struct journal *journal, const char *bytes, size_t nbytes)
{
    ssize_t n;
    do
        n = write(journal->fd, bytes, nbytes);
    while (n < 0 && errno == EINTR);
    if (n == (ssize_t)nbytes)
        return 0;
    if (n >= 0)
        errno = ENOSPC; /* a short write to a file means no room for the rest */
    return -1;
}

int journal_append(struct journal *journal, struct slice line, char hash[HASH_HEX_NBYTES],
                   struct err *err)
{
    if (journal->failed)
        return err_set(err, journal->kind, "%s", journal->why);
    if (journal->nbytes + (off_t)line.nbytes + 1 > JOURNAL_MAX_NBYTES)
        return err_set(err, ERR_LIMIT, _("over the limit \"journal size\" of %d bytes"),
                       JOURNAL_MAX_NBYTES);
    if (hash_hex(line.ptr, line.nbytes, hash))
        return err_set(err, ERR_IO, "%s", _("SHA-256 is not to be had from libcrypto"));
    char *bytes = malloc(line.nbytes + 1);
    if (!bytes)
        return err_set_nomem(err);
    memcpy(bytes, line.ptr, line.nbytes);
    bytes[line.nbytes] = '\n';
    int status = write_line(journal, bytes, line.nbytes + 1);
    free(bytes);
    if (status)
        return give_up(journal, _("cannot write the journal"), err);
    if (fdatasync(journal->fd))
        return give_up(journal, _("cannot sync the journal"), err);
    journal->nbytes += (off_t)line.nbytes + 1;
    remember_time(journal);
    return 0;
}

int journal_close(struct journal *journal, struct err *err)
{
    int status = 0;
    if (!journal)
        return 0;
    if (journal->fd >= 0 && close(journal->fd))
        status = err_set_errno(err, _("cannot close the journal"), journal->path);
    free(journal->path);
    free(journal);
    return status;
}
