#include "shelf.h"

#include "gouji/base/arena.h"

/* Room for some thousand reports of the usual length; none is as long as sixteen. */
enum { MOST_NBYTES = 192 << 20, MOST_OF_ONE = 2 << 20 };

bool shelf_suits(const struct report *report)
{
    return arena_nbytes(report->arena) <= MOST_OF_ONE;
}

bool shelf_takes(struct shelf *shelf, const struct report *report)
{
    size_t nbytes = arena_nbytes(report->arena);
    if (shelf->nbytes + nbytes > MOST_NBYTES)
        return false;
    shelf->nbytes += nbytes;
    return true;
}
