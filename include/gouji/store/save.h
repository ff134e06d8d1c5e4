/* Replacing a file so that there is never a moment without a whole one:
 * begin, write, commit or cancel (DURABILITY of the README). commit does:
 * temp file in the same folder (O_EXCL, O_NOFOLLOW), write all, fsync, close,
 * check that the file on disk is still the one `expected`, keep the old one as
 * NAME.bak, rename, fsync the folder. Any failure unlinks the temp, keeps the
 * old file and says why. A failed fsync is never retried on the descriptor. */
#ifndef GOUJI_STORE_SAVE_H
#define GOUJI_STORE_SAVE_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/stat.h>

#include "gouji/base/err.h"
#include "gouji/base/hash.h"
#include "gouji/base/slice.h"

/* Which file we loaded: to see that nobody replaced it meanwhile. The clock of
 * a file system is coarse; the hash tells what changed within one tick. */
struct save_stamp {
    bool exists;
    uint64_t device, inode;
    int64_t mtime_ns;
    uint64_t nbytes;
    char sha256[HASH_HEX_NBYTES]; /* of its bytes, "" not known and not compared */
};

/* 0 also when the file does not exist (exists = false). The hash is left empty. */
int save_stamp_read(const char *path, struct save_stamp *stamp, struct err *err);

struct save;

/* expected NULL: overwrite whatever is there. mode 0: that of the old file,
 * else by the folder's habit (0600; 0640 in a setgid folder or when
 * `beside`, which may be NULL, is group-readable). Symlinks are resolved. */
struct save *save_begin(const char *path, const struct save_stamp *expected, mode_t mode,
                        const char *beside, struct err *err);
int save_write(struct save *save, struct slice bytes, struct err *err);
/* Ends the save in any case (frees it). *stamp (may be NULL) is the new file's
 * as soon as that stands at its name, even when the folder then cannot be
 * synced. ERR_CHANGED when somebody else replaced the file; one that was
 * removed meanwhile is made again. */
int save_commit(struct save *save, struct save_stamp *stamp, struct err *err);
void save_cancel(struct save *save);

/* begin, write, commit in one. */
int save_file(const char *path, const struct save_stamp *expected, const char *beside,
              struct slice bytes, struct save_stamp *stamp, struct err *err);

#endif
