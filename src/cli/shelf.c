#include "shelf.h"

#include "gouji/base/arena.h"

/* Some thousand reports of the usual length. */
enum { MOST_NBYTES = 192 << 20 };

bool shelf_takes(struct shelf *shelf, const struct report *report)
{
    size_t nbytes = arena_nbytes(report->arena);
    if (atomic_fetch_add(&shelf->nbytes, nbytes) + nbytes <= MOST_NBYTES)
        return true;
    atomic_fetch_sub(&shelf->nbytes, nbytes);
    return false;
}
