#include "gouji/store/save.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "gouji/base/message.h"
#include "gouji/base/path.h"
#include "gouji/base/str.h"

enum { NAME_MAX_NBYTES = 255 };

struct save {
    char *path;   /* symlinks resolved */
    char *name;   /* its last part */
    char *temp;   /* name of the temp file in the folder */
    char *backup; /* NAME.bak */
    char *aside;  /* what is to become NAME.bak, for a moment */
    int folder;
    int fd;
    bool check; /* compare with `expected` before replacing */
    struct save_stamp expected;
    struct save_stamp written;    /* the new file's */
    char sha256[HASH_HEX_NBYTES]; /* of all it holds, "" not known */
};

static struct save_stamp stamp_of(const struct stat *info)
{
    return (struct save_stamp){
        .exists = true,
        .device = (uint64_t)info->st_dev,
        .inode = (uint64_t)info->st_ino,
        .mtime_ns = (int64_t)info->st_mtim.tv_sec * 1000000000 + info->st_mtim.tv_nsec,
        .nbytes = (uint64_t)info->st_size,
    };
}

static bool stamp_equal(const struct save_stamp *a, const struct save_stamp *b)
{
    if (!a->exists || !b->exists)
        return a->exists == b->exists;
    return a->device == b->device && a->inode == b->inode && a->mtime_ns == b->mtime_ns &&
           a->nbytes == b->nbytes;
}

/* The file still holds what the stamp's hash was made of. */
static int check_content(const struct save *save, bool *same, struct err *err)
{
    char *bytes = NULL, hex[HASH_HEX_NBYTES];
    size_t nbytes = 0;
    *same = true;
    if (!save->expected.sha256[0])
        return 0;
    if (path_read(save->path, SIZE_MAX / 2, "backup", &bytes, &nbytes, err))
        return -1;
    int status = hash_hex(bytes, nbytes, hex);
    free(bytes);
    *same = strcmp(hex, save->expected.sha256) == 0;
    return status ? err_set(err, ERR_IO, "%s", _("SHA-256 is not to be had from libcrypto")) : 0;
}

int save_stamp_read(const char *path, struct save_stamp *stamp, struct err *err)
{
    struct stat info;
    *stamp = (struct save_stamp){0};
    if (stat(path, &info) == 0)
        *stamp = stamp_of(&info);
    else if (errno != ENOENT)
        return err_set_errno(err, _("cannot look at"), path);
    return 0;
}

static void save_free(struct save *save)
{
    if (save->fd >= 0)
        close(save->fd);
    if (save->folder >= 0)
        close(save->folder);
    free(save->path);
    free(save->name);
    free(save->temp);
    free(save->backup);
    free(save->aside);
    free(save);
}

void save_cancel(struct save *save)
{
    if (!save)
        return;
    int saved = errno;
    if (save->temp)
        unlinkat(save->folder, save->temp, 0);
    save_free(save);
    errno = saved;
}

/* Mode for the new file: the old one's, else the folder's habit. What a pipe or
 * device is for is over once a file stands at its name: they are refused. */
static int choose_mode(const struct save *save, const char *beside, mode_t *mode, struct err *err)
{
    struct stat info;
    *mode = 0600;
    if (fstatat(save->folder, save->name, &info, 0) == 0) {
        *mode = info.st_mode & 0777;
        return S_ISREG(info.st_mode)
                   ? 0
                   : err_set(err, ERR_INPUT,
                             S_ISDIR(info.st_mode)
                                 ? _("%s: is a folder, not a file")
                                 : _("%s: is not an ordinary file (a pipe or device)"),
                             save->path);
    }
    if ((fstat(save->folder, &info) == 0 && (info.st_mode & S_ISGID)) ||
        (beside && stat(beside, &info) == 0 && (info.st_mode & S_IRGRP)))
        *mode = 0640;
    return 0;
}

/* Of this name and this process: processes of other hosts and containers that
 * share the folder have the same numbers, but save other names. A name close to
 * 255 bytes leaves no room and stands by its hash. */
static char *passing_name(const char *name, const char *ending)
{
    char hex[HASH_HEX_NBYTES];
    struct str text = STR_INIT;
    str_format(&text, ".%s.%ld%s", name, (long)getpid(), ending);
    if (text.nbytes > NAME_MAX_NBYTES && hash_hex(name, strlen(name), hex) == 0) {
        str_clear(&text);
        str_format(&text, ".%.32s.%ld%s", hex, (long)getpid(), ending);
    }
    return str_detach(&text);
}

static int name_parts(struct save *save, const char *path)
{
    char *real = realpath(path, NULL);
    save->path = real ? real : strdup(path);
    if (!save->path)
        return -1;
    struct str backup = STR_INIT;
    const char *name = path_name(save->path);
    save->name = strdup(name);
    str_format(&backup, "%s.bak", name);
    save->backup = str_detach(&backup);
    save->temp = passing_name(name, ".tmp");
    save->aside = passing_name(name, ".bak.tmp");
    return save->name && save->backup && save->temp && save->aside ? 0 : -1;
}

static int open_temp(struct save *save, mode_t mode, const char *beside, struct err *err)
{
    char *dir = path_dir(save->path);
    if (!dir)
        return err_set_nomem(err);
    save->folder = open(dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (save->folder < 0)
        err_set_errno(err, _("cannot open folder"), dir);
    free(dir);
    if (save->folder < 0)
        return -1;
    if (!mode && choose_mode(save, beside, &mode, err))
        return -1;
    /* A temp file of a process of our number that died is in the way. */
    unlinkat(save->folder, save->temp, 0);
    save->fd = openat(save->folder, save->temp,
                      O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    if (save->fd < 0)
        return err_set_errno(err, _("cannot make a file beside"), save->path);
    if (path_set_mode(save->fd, mode))
        return err_set_errno(err, _("cannot set the mode of a file beside"), save->path);
    return 0;
}

struct save *save_begin(const char *path, const struct save_stamp *expected, mode_t mode,
                        const char *beside, struct err *err)
{
    struct save *save = calloc(1, sizeof *save);
    if (!save) {
        err_set_nomem(err);
        return NULL;
    }
    save->folder = save->fd = -1;
    if (expected) {
        save->check = true;
        save->expected = *expected;
    }
    if (name_parts(save, path)) {
        err_set_nomem(err);
        save_free(save);
        return NULL;
    }
    if (open_temp(save, mode, beside, err)) {
        save_cancel(save);
        return NULL;
    }
    return save;
}

int save_write(struct save *save, struct slice bytes, struct err *err)
{
    size_t done = 0;
    while (done < bytes.nbytes) {
        ssize_t n = write(save->fd, bytes.ptr + done, bytes.nbytes - done);
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return err_set_errno(err, _("cannot write"), save->path);
        done += (size_t)n;
    }
    return 0;
}

static int sync_and_close(struct save *save, struct err *err)
{
    int fd = save->fd;
    struct stat info;
    if (fsync(fd))
        return err_set_errno(err, _("cannot sync"), save->path);
    if (fstat(fd, &info))
        return err_set_errno(err, _("cannot look at a file beside"), save->path);
    save->written = stamp_of(&info);
    save->fd = -1;
    if (close(fd))
        return err_set_errno(err, _("cannot close"), save->path);
    return 0;
}

static int check_unchanged(const struct save *save, bool *exists, struct err *err)
{
    struct stat info;
    struct save_stamp now = {0};
    if (fstatat(save->folder, save->name, &info, 0) == 0)
        now = stamp_of(&info);
    else if (errno != ENOENT)
        return err_set_errno(err, _("cannot look at"), save->path);
    *exists = now.exists;
    /* One that was removed meanwhile is made again: nothing is overwritten by that. */
    bool same = !save->check || !now.exists || stamp_equal(&now, &save->expected);
    if (same && save->check && now.exists && check_content(save, &same, err))
        return -1;
    if (!same)
        return err_set(err, ERR_CHANGED,
                       _("%s: somebody else has changed this file; nothing was overwritten"),
                       save->path);
    return 0;
}

/* Copies the old file to `to` where hard links are not to be had. */
static int copy_old(const struct save *save, const char *to, struct err *err)
{
    char *bytes = NULL;
    size_t nbytes = 0;
    struct stat info;
    if (path_read(save->path, SIZE_MAX / 2, "backup", &bytes, &nbytes, err))
        return -1;
    mode_t mode = fstatat(save->folder, save->name, &info, 0) ? 0600 : info.st_mode & 0777;
    int fd = openat(save->folder, to, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, mode);
    int status = fd < 0 ? -1 : 0;
    for (size_t done = 0; !status && done < nbytes;) {
        ssize_t n = write(fd, bytes + done, nbytes - done);
        if (n < 0 && errno != EINTR)
            status = -1;
        else if (n > 0)
            done += (size_t)n;
    }
    if (!status && fsync(fd))
        status = -1;
    if (fd >= 0 && close(fd))
        status = -1;
    if (status)
        err_set_errno(err, _("cannot keep the old version of"), save->path);
    free(bytes);
    return status;
}

/* Keeps the old file as NAME.bak without a moment in which there is none. */
static int keep_old(const struct save *save, struct err *err)
{
    unlinkat(save->folder, save->aside, 0);
    if (linkat(save->folder, save->name, save->folder, save->aside, 0)) {
        if (errno == ENOENT || errno == ENOSPC || errno == EDQUOT || errno == EIO)
            return err_set_errno(err, _("cannot keep the old version of"), save->path);
        if (copy_old(save, save->aside, err)) {
            unlinkat(save->folder, save->aside, 0);
            return -1;
        }
    }
    if (renameat(save->folder, save->aside, save->folder, save->backup)) {
        err_set_errno(err, _("cannot keep the old version of"), save->path);
        unlinkat(save->folder, save->aside, 0);
        return -1;
    }
    return 0;
}

/* A server may have done the rename whose answer was lost. */
static bool in_place(const struct save *save)
{
    struct stat info;
    return fstatat(save->folder, save->name, &info, 0) == 0 &&
           (uint64_t)info.st_ino == save->written.inode &&
           (uint64_t)info.st_dev == save->written.device;
}

static int replace(struct save *save, struct save_stamp *stamp, struct err *err)
{
    bool exists = false;
    if (sync_and_close(save, err) || check_unchanged(save, &exists, err))
        return -1;
    if (exists && keep_old(save, err))
        return -1;
    int status = renameat(save->folder, save->temp, save->folder, save->name);
    if (status)
        err_set_errno(err, _("cannot replace"), save->path);
    if (status && !in_place(save))
        return -1;
    free(save->temp);
    save->temp = NULL;
    memcpy(save->written.sha256, save->sha256, sizeof save->sha256);
    if (stamp)
        *stamp = save->written;
    if (status)
        return -1;
    if (path_sync_folder(save->folder))
        return err_set_errno(err, _("cannot sync the folder of"), save->path);
    return 0;
}

int save_commit(struct save *save, struct save_stamp *stamp, struct err *err)
{
    int status = replace(save, stamp, err);
    save_cancel(save);
    return status;
}

int save_file(const char *path, const struct save_stamp *expected, const char *beside,
              struct slice bytes, struct save_stamp *stamp, struct err *err)
{
    struct save *save = save_begin(path, expected, 0, beside, err);
    if (!save)
        return -1;
    if (hash_hex(bytes.ptr, bytes.nbytes, save->sha256))
        save->sha256[0] = '\0';
    if (save_write(save, bytes, err)) {
        save_cancel(save);
        return -1;
    }
    return save_commit(save, stamp, err);
}
