#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gouji/base/path.h"
#include "gouji/cli/command.h"
#include "gouji/store/save.h"

enum { SAMPLE_MAX_NBYTES = 1024 * 1024, FOLDERS_MAX = 1000 };

/* A folder of its own each time: what was done in the last one stays. */
static char *new_folder(struct err *err)
{
    char *state = path_state_dir(err);
    for (int n = 1; state && n < FOLDERS_MAX; n++) {
        char name[32];
        snprintf(name, sizeof name, "tutorial-%d", n);
        char *folder = path_join(state, name);
        if (!folder || path_make_dirs(state, err) < 0) {
            free(folder);
            break;
        }
        if (mkdir(folder, 0700) == 0) {
            free(state);
            return folder;
        }
        int reason = errno;
        if (reason != EEXIST)
            err_set(err, ERR_IO, "%s: %s", folder, strerror(reason));
        free(folder);
        if (reason != EEXIST)
            break;
    }
    free(state);
    return NULL;
}

/* One named by the user must be new, or empty. */
static char *named_folder(const char *name, struct err *err)
{
    if (rmdir(name) != 0 && errno != ENOENT) {
        err_set(err, ERR_USAGE, _("%s: the tutorial wants a folder that is new or empty"), name);
        return NULL;
    }
    if (path_make_dirs(name, err) < 0)
        return NULL;
    return strdup(name);
}

static int copy(const char *from, const char *to, struct err *err)
{
    char *bytes = NULL;
    size_t nbytes;
    if (path_read(from, SAMPLE_MAX_NBYTES, "sample", &bytes, &nbytes, err) < 0)
        return -1;
    int status = save_file(to, NULL, NULL, slice_make(bytes, nbytes), NULL, err);
    free(bytes);
    return status;
}

static bool is_sample(const char *name)
{
    const char *end = strrchr(name, '.');
    return name[0] != '.' && end && strcmp(end, ".txt") == 0;
}

static int copy_samples(const char *samples, const char *folder, struct err *err)
{
    DIR *dir = opendir(samples);
    int status = 0;
    if (!dir)
        return err_set(err, ERR_IO, "%s: %s", samples, strerror(errno));
    for (struct dirent *entry; status == 0 && (entry = readdir(dir));) {
        if (!is_sample(entry->d_name))
            continue;
        char *from = path_join(samples, entry->d_name), *to = path_join(folder, entry->d_name);
        status = from && to ? copy(from, to, err) : err_set_nomem(err);
        free(from);
        free(to);
    }
    if (dir)
        closedir(dir);
    return status;
}

char *tutor_folder(const char *named, struct err *err)
{
    char *samples = path_data("samples", err);
    char *folder = !samples ? NULL : named ? named_folder(named, err) : new_folder(err);
    if (folder && copy_samples(samples, folder, err) < 0) {
        free(folder);
        folder = NULL;
    }
    free(samples);
    return folder;
}
