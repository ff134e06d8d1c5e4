#include "shelf.h"

#include "gouji/base/arena.h"

/* Some hundred and fifty reports of the usual length: of ten thousand, less than
 * two kilobytes each. */
enum { MOST_NBYTES = 16 << 20 };

bool shelf_takes(struct shelf *shelf, const struct report *report)
{
    size_t nbytes = arena_nbytes(report->arena);
    if (atomic_fetch_add(&shelf->nbytes, nbytes) + nbytes <= MOST_NBYTES)
        return true;
    atomic_fetch_sub(&shelf->nbytes, nbytes);
    return false;
}
