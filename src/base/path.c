#include "gouji/base/path.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gouji/base/message.h"
#include "gouji/base/str.h"

char *path_join(const char *dir, const char *name)
{
    struct str path = STR_INIT;
    if (name[0] != '/' && dir[0]) {
        str_add(&path, dir);
        if (path.nbytes && path.data[path.nbytes - 1] != '/')
            str_byte(&path, '/');
    }
    str_add(&path, name);
    return str_detach(&path);
}

const char *path_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

char *path_dir(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (!slash)
        return strdup(".");
    return strndup(path, slash == path ? 1 : (size_t)(slash - path));
}

static int check_regular(const struct stat *info, const char *path, size_t max_nbytes,
                         const char *limit_name, struct err *err)
{
    if (S_ISDIR(info->st_mode))
        return err_set(err, ERR_INPUT, _("%s: is a folder, not a file"), path);
    if (!S_ISREG(info->st_mode))
        return err_set(err, ERR_INPUT, _("%s: is not an ordinary file (a pipe or device)"), path);
    if ((uint64_t)info->st_size > max_nbytes)
        return err_set(err, ERR_LIMIT,
                       _("%s: %lld bytes, over the limit \"%s\" of %zu bytes; keep only the "
                         "report in it, or choose another file"),
                       path, (long long)info->st_size, limit_name, max_nbytes);
    return 0;
}

/* Reads up to `room` bytes; the count, or -1 with errno. */
static ssize_t read_all(int fd, char *buffer, size_t room)
{
    size_t total = 0;
    while (total < room) {
        ssize_t n = read(fd, buffer + total, room - total);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return -1;
        if (n == 0)
            break;
        total += (size_t)n;
    }
    return (ssize_t)total;
}

static int read_open(int fd, const char *path, size_t max_nbytes, const char *limit_name,
                     char **bytes, size_t *nbytes, int64_t *changed, struct err *err)
{
    struct stat info;
    if (fstat(fd, &info))
        return err_set_errno(err, _("cannot read"), path);
    if (check_regular(&info, path, max_nbytes, limit_name, err))
        return -1;
    size_t size = (size_t)info.st_size;
    char *buffer = malloc(size + 1);
    if (!buffer)
        return err_set_nomem(err);
    ssize_t n = read_all(fd, buffer, size);
    if (n < 0) {
        err_set_errno(err, _("cannot read"), path);
        free(buffer);
        return -1;
    }
    buffer[n] = '\0';
    *bytes = buffer;
    *nbytes = (size_t)n;
    *changed = (int64_t)info.st_mtime;
    return 0;
}

int path_read(const char *path, size_t max_nbytes, const char *limit_name, char **bytes,
              size_t *nbytes, struct err *err)
{
    int64_t changed;
    return path_read_dated(path, max_nbytes, limit_name, bytes, nbytes, &changed, err);
}

int path_read_dated(const char *path, size_t max_nbytes, const char *limit_name, char **bytes,
                    size_t *nbytes, int64_t *changed, struct err *err)
{
    /* O_NONBLOCK so that opening a FIFO does not wait for a writer. */
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
    if (fd < 0 && errno == EACCES)
        return err_set(err, ERR_IO, _("cannot open %s: %s; ask whoever owns it for leave to read"),
                       path, strerror(EACCES));
    if (fd < 0)
        return err_set_errno(err, _("cannot open"), path);
    int status = read_open(fd, path, max_nbytes, limit_name, bytes, nbytes, changed, err);
    close(fd);
    return status;
}

static int make_dir(const char *path, struct err *err)
{
    struct stat info;
    if (mkdir(path, 0700) == 0)
        return 0;
    if (errno == EEXIST || errno == EROFS || errno == EACCES) {
        int saved = errno;
        if (stat(path, &info) == 0 && S_ISDIR(info.st_mode))
            return 0;
        errno = saved == EEXIST ? ENOTDIR : saved;
    }
    return err_set_errno(err, _("cannot make folder"), path);
}

static bool is_unknown_here(void)
{
    return errno == EPERM || errno == EINVAL || errno == EOPNOTSUPP || errno == ENOSYS;
}

/* It was opened with that mode: without this it has fewer rights, never more. */
int path_set_mode(int fd, mode_t mode)
{
    return fchmod(fd, mode) == 0 || is_unknown_here() ? 0 : -1;
}

int path_sync_folder(int fd)
{
    return fsync(fd) == 0 || is_unknown_here() ? 0 : -1;
}

int path_make_dirs(const char *path, struct err *err)
{
    char *copy = strdup(path);
    if (!copy)
        return err_set_nomem(err);
    int status = 0;
    for (char *p = copy + 1; !status && *copy && *p; p++) {
        if (*p != '/')
            continue;
        *p = '\0';
        status = make_dir(copy, err);
        *p = '/';
    }
    if (!status)
        status = make_dir(copy, err);
    free(copy);
    return status;
}

char *path_from_home(const char *path)
{
    const char *home = getenv("HOME");
    return strncmp(path, "~/", 2) == 0 && home && home[0] == '/' ? path_join(home, path + 2)
                                                                 : strdup(path);
}

static char *xdg_dir(const char *variable, const char *fallback, struct err *err)
{
    const char *base = getenv(variable);
    const char *home = getenv("HOME");
    char *path = NULL;
    if (base && base[0] == '/') {
        path = path_join(base, "gouji");
    } else if (home && home[0] == '/') {
        char *dir = path_join(home, fallback);
        path = dir ? path_join(dir, "gouji") : NULL;
        free(dir);
    } else {
        err_set(err, ERR_IO, _("neither %s nor HOME names a folder; set HOME"), variable);
        return NULL;
    }
    if (!path)
        err_set_nomem(err);
    return path;
}

char *path_state_dir(struct err *err)
{
    return xdg_dir("XDG_STATE_HOME", ".local/state", err);
}

char *path_config_dir(struct err *err)
{
    return xdg_dir("XDG_CONFIG_HOME", ".config", err);
}

/* The folder of the running program, or NULL. */
static char *program_dir(void)
{
    char target[PATH_MAX];
    ssize_t n = readlink("/proc/self/exe", target, sizeof target - 1);
    if (n <= 0)
        return NULL;
    target[n] = '\0';
    return path_dir(target);
}

/* dir/prefix/name if it exists, else NULL; either way appended to `tried`. */
static char *try_place(const char *dir, const char *prefix, const char *name, struct str *tried)
{
    char *base = path_join(dir, prefix);
    char *path = base ? path_join(base, name) : NULL;
    free(base);
    if (path && access(path, R_OK) == 0)
        return path;
    if (path)
        str_format(tried, "%s%s", tried->nbytes ? ", " : "", path);
    free(path);
    return NULL;
}

/* Up from a program in the build tree (build/, build/asan/tests/unit/ …) to the
 * checkout, where themes/ stands beside data/. */
static char *find_in_checkout(const char *dir, const char *name, struct str *tried)
{
    static const char *const ups[] = {"..", "../..", "../../..", "../../../.."};
    char *found = NULL;
    for (size_t i = 0; !found && i < sizeof ups / sizeof *ups; i++) {
        char *base = path_join(dir, ups[i]);
        found =
            base ? try_place(base, strncmp(name, "themes/", 7) ? "data" : "", name, tried) : NULL;
        free(base);
    }
    return found;
}

static char *find_data(const char *name, struct str *tried)
{
    const char *chosen = getenv("GOUJI_DATA");
    char *found = NULL;
    if (chosen && chosen[0]) {
        found = try_place(chosen, "", name, tried);
        return found ? found : try_place(chosen, "..", name, tried);
    }
    char *dir = program_dir();
    if (dir) {
        found = try_place(dir, "../share/gouji", name, tried);
        if (!found)
            found = find_in_checkout(dir, name, tried);
    }
    free(dir);
    return found;
}

char *path_data(const char *name, struct err *err)
{
    struct str tried = STR_INIT;
    char *found = find_data(name, &tried);
    if (!found)
        err_set(err, ERR_IO,
                _("gouji's data file %s was not found (tried: %s); reinstall, or set "
                  "GOUJI_DATA to the data folder"),
                name, str_text(&tried));
    str_release(&tried);
    return found;
}

char *path_encode(struct slice name)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    struct str out = STR_INIT;
    for (size_t i = 0; i < name.nbytes; i++) {
        char c = name.ptr[i];
        if (c && strchr(plain, c))
            str_byte(&out, c);
        else
            str_format(&out, "%%%02X", (unsigned char)c);
    }
    return str_detach(&out);
}

static int hex_value(char c)
{
    const char *digits = "0123456789ABCDEF";
    const char *place = c ? strchr(digits, c) : NULL;
    return place ? (int)(place - digits) : -1;
}

char *path_decode(struct slice name)
{
    struct str out = STR_INIT;
    for (size_t i = 0; i < name.nbytes; i++) {
        int high = -1, low = -1;
        if (name.ptr[i] == '%' && i + 2 < name.nbytes) {
            high = hex_value(name.ptr[i + 1]);
            low = hex_value(name.ptr[i + 2]);
        }
        if (high >= 0 && low >= 0 && high * 16 + low) {
            str_byte(&out, (char)(high * 16 + low));
            i += 2;
        } else {
            str_byte(&out, name.ptr[i]);
        }
    }
    return str_detach(&out);
}
