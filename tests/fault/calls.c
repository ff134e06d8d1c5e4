#include "fault.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static struct {
    struct call_plan plan;
    bool armed;
    int error; /* of the call that fails now */
    long count;
    const char *hit;
    void (*told)(const struct call_told *call);
} state = {.hit = ""};

/* What is to happen to the call that begins now. */
enum turn { TURN_PASS, TURN_FAIL, TURN_FAIL_DONE, TURN_SHORT, TURN_KILL_AFTER, TURN_KILL_AMID };

static _Noreturn void end_here(void)
{
    raise(SIGKILL);
    _exit(99);
}

static enum turn take_turn(const char *name)
{
    const struct call_plan *plan = &state.plan;
    if (!state.armed || (plan->only && strcmp(plan->only, name) != 0))
        return TURN_PASS;
    if (plan->lacks && strcmp(plan->lacks, name) == 0) {
        state.error = plan->lacks_error;
        return TURN_FAIL;
    }
    state.error = plan->error;
    state.count++;
    if (state.count != plan->nth && !(plan->for_ever && state.count > plan->nth))
        return TURN_PASS;
    state.hit = name;
    switch (plan->fault) {
    case CALL_FAIL:
        return TURN_FAIL;
    case CALL_FAIL_DONE:
        return TURN_FAIL_DONE;
    case CALL_SHORT:
        return TURN_SHORT;
    case CALL_KILL:
        end_here();
    case CALL_KILL_AFTER:
        return TURN_KILL_AFTER;
    case CALL_KILL_AMID:
        return TURN_KILL_AMID;
    case CALL_COUNT:
        break;
    }
    return TURN_PASS;
}

static void end_turn(enum turn turn)
{
    if (turn == TURN_KILL_AFTER || turn == TURN_KILL_AMID)
        end_here();
    if (turn == TURN_FAIL || turn == TURN_FAIL_DONE)
        errno = state.error;
}

static void tell(struct call_told call, bool done)
{
    int saved = errno;
    if (state.told && done)
        state.told(&call);
    errno = saved;
}

/* A call that gives 0 or -1: NAME, its arguments with types, and without; what
 * is told of it when it changes a file. */
#define WRAP(name, with_types, without, ...)                                                       \
    int __real_##name with_types;                                                                  \
    int __wrap_##name with_types;                                                                  \
    int __wrap_##name with_types                                                                   \
    {                                                                                              \
        enum turn turn = take_turn(#name);                                                         \
        int status = turn == TURN_FAIL ? -1 : __real_##name without;                               \
        tell((struct call_told){__VA_ARGS__}, status == 0);                                        \
        end_turn(turn);                                                                            \
        return turn == TURN_FAIL_DONE ? -1 : status;                                               \
    }

WRAP(fdatasync, (int fd), (fd), .name = "fsync", .fd = fd)
WRAP(rename, (const char *from, const char *to), (from, to), .name = "rename", .fd = AT_FDCWD,
     .from = from, .to = to)
WRAP(renameat, (int d1, const char *from, int d2, const char *to), (d1, from, d2, to),
     .name = "rename", .fd = d1, .from = from, .to = to)
WRAP(link, (const char *from, const char *to), (from, to), .name = "link", .fd = AT_FDCWD,
     .from = from, .to = to)
WRAP(linkat, (int d1, const char *from, int d2, const char *to, int flags),
     (d1, from, d2, to, flags), .name = "link", .fd = d1, .from = from, .to = to)
WRAP(unlink, (const char *path), (path), .name = "unlink", .fd = AT_FDCWD, .from = path)
WRAP(unlinkat, (int dir, const char *path, int flags), (dir, path, flags), .name = "unlink",
     .fd = dir, .from = path)
WRAP(ftruncate, (int fd, off_t nbytes), (fd, nbytes), .name = "truncate", .fd = fd,
     .nbytes = (size_t)nbytes)
WRAP(stat, (const char *path, struct stat *info), (path, info), .name = NULL)
WRAP(fstat, (int fd, struct stat *info), (fd, info), .name = NULL)
WRAP(fstatat, (int dir, const char *path, struct stat *info, int flags), (dir, path, info, flags),
     .name = NULL)
WRAP(fchmod, (int fd, mode_t mode), (fd, mode), .name = NULL)
WRAP(flock, (int fd, int operation), (fd, operation), .name = NULL)
WRAP(access, (const char *path, int mode), (path, mode), .name = NULL)
WRAP(faccessat, (int dir, const char *path, int mode, int flags), (dir, path, mode, flags),
     .name = NULL)
WRAP(mkdir, (const char *path, mode_t mode), (path, mode), .name = NULL)

int __real_fsync(int fd);
int __wrap_fsync(int fd);
int __wrap_fsync(int fd)
{
    struct stat info;
    bool folder = __real_fstat(fd, &info) == 0 && S_ISDIR(info.st_mode);
    enum turn turn = take_turn(folder ? "fsync folder" : "fsync");
    int status = turn == TURN_FAIL ? -1 : __real_fsync(fd);
    tell((struct call_told){.name = "fsync", .fd = fd}, status == 0);
    end_turn(turn);
    return turn == TURN_FAIL_DONE ? -1 : status;
}

/* A descriptor is closed even by a close that fails. */
int __real_close(int fd);
int __wrap_close(int fd);
int __wrap_close(int fd)
{
    enum turn turn = take_turn("close");
    int status = __real_close(fd);
    end_turn(turn);
    return turn == TURN_FAIL || turn == TURN_FAIL_DONE ? -1 : status;
}

int __real_fcntl(int fd, int command, ...);
int __wrap_fcntl(int fd, int command, ...);
int __wrap_fcntl(int fd, int command, ...)
{
    va_list arguments;
    va_start(arguments, command);
    void *argument = va_arg(arguments, void *);
    va_end(arguments);
    enum turn turn = take_turn("fcntl");
    int status = turn == TURN_FAIL ? -1 : __real_fcntl(fd, command, argument);
    end_turn(turn);
    return turn == TURN_FAIL_DONE ? -1 : status;
}

off_t __real_lseek(int fd, off_t at, int whence);
off_t __wrap_lseek(int fd, off_t at, int whence);
off_t __wrap_lseek(int fd, off_t at, int whence)
{
    enum turn turn = take_turn("lseek");
    off_t place = turn == TURN_FAIL ? -1 : __real_lseek(fd, at, whence);
    end_turn(turn);
    return turn == TURN_FAIL_DONE ? -1 : place;
}

/* ---- opening ---- */

int __real_openat(int dir, const char *path, int flags, ...);
int __wrap_openat(int dir, const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);

static int open_at(const char *name, int dir, const char *path, int flags, mode_t mode)
{
    struct stat before;
    enum turn turn = take_turn(name);
    bool creates = (flags & O_CREAT) && __real_fstatat(dir, path, &before, 0) != 0;
    int fd = turn == TURN_FAIL ? -1 : __real_openat(dir, path, flags, mode);
    if (creates)
        tell((struct call_told){.name = "create", .fd = dir, .from = path}, fd >= 0);
    if (turn == TURN_FAIL_DONE && fd >= 0) {
        __real_close(fd);
        fd = -1;
    }
    end_turn(turn);
    return fd;
}

static mode_t mode_of(int flags, va_list arguments)
{
    return flags & O_CREAT ? va_arg(arguments, mode_t) : 0;
}

int __wrap_openat(int dir, const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return open_at("openat", dir, path, flags, mode);
}

int __wrap_open(const char *path, int flags, ...)
{
    va_list arguments;
    va_start(arguments, flags);
    mode_t mode = mode_of(flags, arguments);
    va_end(arguments);
    return open_at("open", AT_FDCWD, path, flags, mode);
}

/* ---- bytes ---- */

ssize_t __real_write(int fd, const void *bytes, size_t nbytes);
ssize_t __wrap_write(int fd, const void *bytes, size_t nbytes);
ssize_t __wrap_write(int fd, const void *bytes, size_t nbytes)
{
    enum turn turn = take_turn("write");
    if ((turn == TURN_SHORT || turn == TURN_KILL_AMID) && nbytes > 1)
        nbytes /= 2;
    ssize_t n = turn == TURN_FAIL ? -1 : __real_write(fd, bytes, nbytes);
    tell((struct call_told){.name = "write", .fd = fd, .bytes = bytes, .nbytes = (size_t)n},
         n >= 0);
    end_turn(turn);
    return turn == TURN_FAIL_DONE ? -1 : n;
}

ssize_t __real_pwrite(int fd, const void *bytes, size_t nbytes, off_t at);
ssize_t __wrap_pwrite(int fd, const void *bytes, size_t nbytes, off_t at);
ssize_t __wrap_pwrite(int fd, const void *bytes, size_t nbytes, off_t at)
{
    enum turn turn = take_turn("pwrite");
    if ((turn == TURN_SHORT || turn == TURN_KILL_AMID) && nbytes > 1)
        nbytes /= 2;
    ssize_t n = turn == TURN_FAIL ? -1 : __real_pwrite(fd, bytes, nbytes, at);
    end_turn(turn);
    return turn == TURN_FAIL_DONE ? -1 : n;
}

ssize_t __real_read(int fd, void *bytes, size_t nbytes);
ssize_t __wrap_read(int fd, void *bytes, size_t nbytes);
ssize_t __wrap_read(int fd, void *bytes, size_t nbytes)
{
    enum turn turn = take_turn("read");
    if (turn == TURN_SHORT && nbytes > 1)
        nbytes /= 2;
    ssize_t n = turn == TURN_FAIL ? -1 : __real_read(fd, bytes, nbytes);
    end_turn(turn);
    return turn == TURN_FAIL_DONE ? -1 : n;
}

ssize_t __real_pread(int fd, void *bytes, size_t nbytes, off_t at);
ssize_t __wrap_pread(int fd, void *bytes, size_t nbytes, off_t at);
ssize_t __wrap_pread(int fd, void *bytes, size_t nbytes, off_t at)
{
    enum turn turn = take_turn("pread");
    ssize_t n = turn == TURN_FAIL ? -1 : __real_pread(fd, bytes, nbytes, at);
    end_turn(turn);
    return turn == TURN_FAIL_DONE ? -1 : n;
}

/* ---- for the tests ---- */

void calls_start(struct call_plan plan)
{
    state.plan = plan;
    state.count = 0;
    state.hit = "";
    state.armed = true;
}

long calls_end(void)
{
    state.armed = false;
    return state.count;
}

const char *calls_hit(void)
{
    return state.hit;
}

void calls_tell(void (*told)(const struct call_told *call))
{
    state.told = told;
}
