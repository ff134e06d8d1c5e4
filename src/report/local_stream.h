/* Local tables whose cells stand on several lines: a bar, or a tab that stands for one,
 * ends each or stands between two. */
#ifndef GOUJI_SRC_REPORT_LOCAL_STREAM_H
#define GOUJI_SRC_REPORT_LOCAL_STREAM_H

#include "pieces.h"

struct local_stream {
    size_t first, end; /* lines */
    size_t nrows, ncols;
};

/* Whether a table may begin at the line: its first cell does. */
bool local_stream_may_begin(const struct pieces *pieces, size_t line, size_t end);

/* Reads from out->first, where one may begin, up to `end`. Sets the rest of *out; false: no
 * table, as the text does not tell where its rows end, and out->end is behind what was read. */
bool local_stream_find(const struct pieces *pieces, size_t end, struct local_stream *out);

/* Writes the spans of its nrows * ncols cells, in rows. */
void local_stream_fill(const struct pieces *pieces, const struct local_stream *stream,
                       struct local_cell *cells);

#endif
