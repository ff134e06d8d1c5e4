/* Local tables in a drawn frame with a rule below each row, of which some take several lines. */
#ifndef GOUJI_SRC_REPORT_LOCAL_FRAME_H
#define GOUJI_SRC_REPORT_LOCAL_FRAME_H

#include "pieces.h"

struct local_frame {
    size_t first, end; /* lines, with the rules around them */
    size_t nrows, ncols;
};

/* Whether a frame may begin at the line: a rule, and a row below it. */
bool local_frame_may_begin(const struct pieces *pieces, size_t line, size_t end);

/* Reads from out->first, where one may begin, up to `end`. Sets the rest of *out; false: none
 * whose rows are broken, and out->end is behind what was read. */
bool local_frame_find(const struct pieces *pieces, size_t end, struct local_frame *out);

/* Writes its nrows * ncols cells, in rows. -1: short of memory. */
int local_frame_fill(const struct pieces *pieces, const struct local_frame *frame,
                     struct arena *arena, struct local_cell *cells);

#endif
