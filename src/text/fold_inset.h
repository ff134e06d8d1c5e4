/* What converters put between the words of a text, which FOLD_DROP_INSETS drops. */
#ifndef GOUJI_SRC_TEXT_FOLD_INSET_H
#define GOUJI_SRC_TEXT_FOLD_INSET_H

#include "gouji/base/slice.h"

/* The length of `[bookmark: …]`, `[image: …]`, a line break of HTML or what Markdown
 * adds to words at the start of text, before which stands `before`; 0 when there is none.
 * It never runs over a line end. The text is not empty. */
size_t fold_inset(struct slice text, char before);

#endif
