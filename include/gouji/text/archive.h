/* The page in a web archive (MHTML), as browsers save it: a message of several parts,
 * of which the first of HTML is the page. Its pictures and styles are left out. */
#ifndef GOUJI_TEXT_ARCHIVE_H
#define GOUJI_TEXT_ARCHIVE_H

#include <stdbool.h>

#include "gouji/base/arena.h"
#include "gouji/base/slice.h"

/* Whether the bytes begin as such a message does. */
bool archive_is(struct slice bytes);

/* The page's own bytes, in the arena and NUL-terminated, in whatever encoding it is
 * written; empty when the archive has no page. -1: no memory. */
int archive_page(struct slice bytes, struct arena *arena, struct slice *page);

#endif
