/* UTF-16 that no byte order mark tells. */
#ifndef GOUJI_SRC_TEXT_WIDE_H
#define GOUJI_SRC_TEXT_WIDE_H

#include <stdbool.h>

#include "gouji/text/decode.h"

/* Whether the bytes, one of which is NUL, can only be Chinese text in UTF-16: read in one order,
 * nearly all are characters that such texts have, read in the other most are not. *encoding: which
 * order; untouched when not. */
bool wide_without_mark(struct slice bytes, enum text_encoding *encoding);

#endif
