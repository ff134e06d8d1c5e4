/* A lock file of its own, never renamed, held with an OFD lock (flock where
 * that is missing), naming its owner. A lock on the data file would be lost
 * with every atomic rename. */
#ifndef GOUJI_STORE_LOCK_H
#define GOUJI_STORE_LOCK_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "gouji/base/err.h"

struct lock_owner {
    char user[65];
    char host[65];
    int64_t pid;
    int64_t since; /* seconds, UTC */
    char tty[65];
};

struct lock;

/* NULL with ERR_LOCKED (text names the owner; *holder, may be NULL, is filled)
 * when held by a live process, else the lock. *taken_over (may be NULL) tells
 * that a dead owner's file was found. Systems without locks (ENOLCK,
 * EOPNOTSUPP): a lock is returned and *warning (may be NULL) is set true. */
struct lock *lock_take(const char *path, const char *user, mode_t mode, struct lock_owner *holder,
                       bool *taken_over, bool *warning, struct err *err);
/* Who holds it, without taking it: 1 held (owner filled), 0 free, -1 error. */
int lock_peek(const char *path, struct lock_owner *owner, struct err *err);
/* False when the lock file was removed or replaced: another may hold that one. */
bool lock_is_ours(const struct lock *lock);
/* Unlinks, if it is still ours, and releases. */
void lock_release(struct lock *lock);

#endif
