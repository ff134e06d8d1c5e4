/* Files and folders by name: reading whole files under a limit, the XDG
 * places, gouji's own data. Returned strings are the caller's (free). */
#ifndef GOUJI_BASE_PATH_H
#define GOUJI_BASE_PATH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#include "gouji/base/err.h"
#include "gouji/base/slice.h"

/* "dir/name"; name alone when dir is "" or name is absolute. NULL: no memory. */
char *path_join(const char *dir, const char *name);
/* The part after the last '/', borrowed from path. */
const char *path_name(const char *path);
/* The part before it, "." when there is none. */
char *path_dir(const char *path);

/* Reads a regular file whole; a trailing NUL is added and not counted. FIFOs,
 * devices and folders are refused with a message. Over max_nbytes: ERR_LIMIT
 * naming `limit_name`. -1 on error, *bytes then untouched. */
int path_read(const char *path, size_t max_nbytes, const char *limit_name, char **bytes,
              size_t *nbytes, struct err *err);
/* The same; *changed is when the file was changed last, in seconds. */
int path_read_dated(const char *path, size_t max_nbytes, const char *limit_name, char **bytes,
                    size_t *nbytes, int64_t *changed, struct err *err);

/* mkdir -p with mode 0700 for new folders. */
int path_make_dirs(const char *path, struct err *err);

/* The mode of a file just made, whatever the umask, and the sync of a folder: 0, or -1 with
 * errno. What the file system has no notion of is no failure. */
int path_set_mode(int fd, mode_t mode);
int path_sync_folder(int fd);

/* ~/a.md is in $HOME, as in a shell; any other path is as it was. The caller's (free); NULL
 * when memory is short. */
char *path_from_home(const char *path);
/* $XDG_STATE_HOME/gouji etc. (~/.local/state, ~/.config when unset); NULL with
 * err when there is no HOME either. */
char *path_state_dir(struct err *err);
char *path_config_dir(struct err *err);

/* A file of gouji's data, e.g. "forms/2019.json", "rules", "themes/dark.theme",
 * searched in $GOUJI_DATA, beside the build tree of the running program
 * (build/gouji -> data/, themes/), then in the installed prefix
 * (bin/gouji -> share/gouji/). NULL with err naming the places tried. */
char *path_data(const char *name, struct err *err);

/* A-Z a-z 0-9 _ - stand for themselves, every other byte becomes %XX. */
char *path_encode(struct slice name);
/* The inverse; a malformed %-escape stays as it is. */
char *path_decode(struct slice name);

#endif
