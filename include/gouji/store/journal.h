/* An append-only file of lines, each holding the SHA-256 of the line before
 * (without its newline; 64 zeros in the first) under "prev". This floor knows
 * lines, hashes and syncing; what a line means is the caller's.
 *
 * journal_load reads and checks the chain; journal_append writes one line with
 * one write and fdatasync before it returns. */
#ifndef GOUJI_STORE_JOURNAL_H
#define GOUJI_STORE_JOURNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <sys/types.h>

#include "gouji/base/err.h"
#include "gouji/base/hash.h"
#include "gouji/base/slice.h"

enum { JOURNAL_MAX_EVENTS = 1000000 };

struct journal_lines {
    char *bytes;         /* the whole file; lines point into it; caller frees with _release */
    struct slice *lines; /* without newline */
    size_t nlines;
    char head[HASH_HEX_NBYTES]; /* hash of the last whole line; zeros if none */
    size_t torn_nbytes;         /* bytes of an unfinished last line, dropped */
    size_t broken_line;         /* 1-based first line whose chain is broken, 0 none;
                                   lines before it are in `lines`, the rest are not */
    bool exists;
    bool is_link; /* a symbolic link: read, but never written through */
};

/* A missing file gives exists = false and no lines. A broken chain is no
 * error here: the caller opens read-only and says the line. */
int journal_load(const char *path, struct journal_lines *out, struct err *err);
void journal_lines_release(struct journal_lines *lines);

struct journal;

/* Opens for appending (creates with `mode` if create). The torn tail is cut
 * off (ftruncate) here, not by load. */
struct journal *journal_open(const char *path, bool create, mode_t mode, struct err *err);

/* Appends line + '\n' (line must hold none) and syncs. After a failure the
 * journal refuses further appends on this descriptor and says the reason
 * again; a partial line is cut off again if possible. `hash` gets the line's.
 * A line that could not be read back for its size is refused with ERR_LIMIT. */
int journal_append(struct journal *journal, struct slice line, char hash[HASH_HEX_NBYTES],
                   struct err *err);
int journal_close(struct journal *journal, struct err *err);

/* Is the file at the path still the one that is open, as long as we left it?
 * Somebody may have removed, replaced, cut, edited or added to it meanwhile. */
bool journal_is_ours(const struct journal *journal);

#endif
