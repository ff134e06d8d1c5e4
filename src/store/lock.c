#include "gouji/store/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "gouji/base/json.h"
#include "gouji/base/message.h"
#include "gouji/base/path.h"

struct lock {
    char *path;
    int fd;
};

static void copy_field(char out[65], const cJSON *json, const char *key)
{
    const char *text = json_string(json, key);
    snprintf(out, 65, "%s", text ? text : "?");
}

/* Reads who wrote the lock file; an empty or foreign file gives "?". */
static void read_owner(int fd, struct lock_owner *owner)
{
    char bytes[1024];
    ssize_t n = pread(fd, bytes, sizeof bytes, 0);
    cJSON *json = n > 0 ? json_parse(slice_make(bytes, (size_t)n), NULL) : NULL;
    memset(owner, 0, sizeof *owner);
    copy_field(owner->user, json, "user");
    copy_field(owner->host, json, "host");
    copy_field(owner->tty, json, "tty");
    owner->pid = json_integer(json, "pid", 0);
    owner->since = json_integer(json, "since", 0);
    cJSON_Delete(json);
}

static int write_owner(int fd, const char *user)
{
    char host[65] = "?", tty[65] = "?";
    if (gethostname(host, sizeof host - 1))
        snprintf(host, sizeof host, "?");
    const char *name = ttyname(STDIN_FILENO);
    if (name)
        snprintf(tty, sizeof tty, "%s", name);
    struct str text = STR_INIT;
    str_add(&text, "{\"host\":");
    json_quote(slice_of(host), &text);
    str_format(&text, ",\"pid\":%ld,\"since\":%lld,\"tty\":", (long)getpid(),
               (long long)time(NULL));
    json_quote(slice_of(tty), &text);
    str_add(&text, ",\"user\":");
    json_quote(slice_of(user), &text);
    str_add(&text, "}\n");
    ssize_t n = text.failed || ftruncate(fd, 0) ? -1 : pwrite(fd, str_text(&text), text.nbytes, 0);
    int status = n == (ssize_t)text.nbytes ? 0 : -1;
    if (n >= 0 && status)
        errno = ENOSPC; /* a short write to a file means no room for the rest */
    str_release(&text);
    return status;
}

enum grasp { GRASP_OURS, GRASP_HELD, GRASP_NONE, GRASP_ERROR };

/* OFD locks survive other descriptors of the same file being closed; flock is
 * the fall-back for kernels and file systems without them. */
static enum grasp grasp(int fd)
{
    struct flock range = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    if (fcntl(fd, F_OFD_SETLK, &range) == 0)
        return GRASP_OURS;
    if (errno == EAGAIN || errno == EACCES)
        return GRASP_HELD;
    if (flock(fd, LOCK_EX | LOCK_NB) == 0)
        return GRASP_OURS;
    if (errno == EWOULDBLOCK)
        return GRASP_HELD;
    if (errno == ENOLCK || errno == EOPNOTSUPP || errno == ENOSYS || errno == EINVAL)
        return GRASP_NONE;
    return GRASP_ERROR;
}

static int say_held(const char *path, const struct lock_owner *owner, struct err *err)
{
    char when[32] = "?";
    time_t since = (time_t)owner->since;
    struct tm local;
    if (owner->since && localtime_r(&since, &local))
        strftime(when, sizeof when, "%Y-%m-%d %H:%M", &local);
    return err_set(
        err, ERR_LOCKED, _("%s on %s (process %lld, terminal %s) has been using it since %s: %s"),
        owner->user, owner->host, (long long)owner->pid, owner->tty, when, path_name(path));
}

/* The lock file may have been unlinked by its owner between our open and our
 * lock; then we hold a lock on nothing and must try again. */
static bool still_there(const char *path, int fd)
{
    struct stat there, ours;
    return stat(path, &there) == 0 && fstat(fd, &ours) == 0 && there.st_ino == ours.st_ino &&
           there.st_dev == ours.st_dev;
}

static int open_and_grasp(const char *path, mode_t mode, enum grasp *result, bool *existed,
                          struct err *err)
{
    for (int attempt = 0; attempt < 100; attempt++) {
        int fd = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
        *existed = fd >= 0;
        if (fd < 0)
            fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, mode);
        if (fd < 0)
            return err_set_errno(err, _("cannot open the lock file"), path);
        *result = grasp(fd);
        if (*result != GRASP_OURS || still_there(path, fd))
            return fd;
        close(fd);
    }
    return err_set(err, ERR_LOCKED, _("%s: others keep taking this lock; try again"), path);
}

struct lock *lock_take(const char *path, const char *user, mode_t mode, struct lock_owner *holder,
                       bool *taken_over, bool *warning, struct err *err)
{
    enum grasp result = GRASP_ERROR;
    bool existed = false;
    struct lock_owner owner;
    int fd = open_and_grasp(path, mode, &result, &existed, err);
    if (fd < 0)
        return NULL;
    if (result == GRASP_HELD) {
        read_owner(fd, &owner);
        if (holder)
            *holder = owner;
        say_held(path, &owner, err);
        close(fd);
        return NULL;
    }
    struct lock *lock = result == GRASP_ERROR ? NULL : malloc(sizeof *lock);
    char *copy = lock ? strdup(path) : NULL;
    if (!copy || (!existed && path_set_mode(fd, mode)) || write_owner(fd, user)) {
        err_set_errno(err, _("cannot write the lock file"), path);
        if (!existed && result == GRASP_OURS && still_there(path, fd))
            unlink(path); /* it would tell of a session that never was */
        free(copy);
        free(lock);
        close(fd);
        return NULL;
    }
    *lock = (struct lock){copy, fd};
    if (taken_over)
        *taken_over = existed;
    if (warning)
        *warning = result == GRASP_NONE;
    return lock;
}

int lock_peek(const char *path, struct lock_owner *owner, struct err *err)
{
    int fd = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0 && errno == EACCES) /* a pipe put there must not keep us waiting */
        fd = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0)
        return errno == ENOENT ? 0 : err_set_errno(err, _("cannot open the lock file"), path);
    struct flock range = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    bool held = fcntl(fd, F_OFD_GETLK, &range) == 0 && range.l_type != F_UNLCK;
    if (!held && flock(fd, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        held = true;
    if (held)
        read_owner(fd, owner);
    close(fd);
    return held;
}

bool lock_is_ours(const struct lock *lock)
{
    return still_there(lock->path, lock->fd);
}

void lock_release(struct lock *lock)
{
    if (!lock)
        return;
    if (lock_is_ours(lock))
        unlink(lock->path);
    close(lock->fd);
    free(lock->path);
    free(lock);
}
