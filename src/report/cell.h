/* What one value field looks like, without placing it. */
#ifndef GOUJI_SRC_REPORT_CELL_H
#define GOUJI_SRC_REPORT_CELL_H

#include "gouji/base/slice.h"

enum cell_shape {
    SHAPE_EMPTY,
    SHAPE_NUMBER, /* a numeral, with sign, unit and note as the grammar allows */
    SHAPE_MARK,
    SHAPE_TEXT,
};

enum cell_shape cell_shape(struct slice field);

/* The same of what cell_trim gave. */
enum cell_shape cell_trimmed_shape(struct slice field);

/* Without white space (also U+00A0, U+3000, zero width), [bookmark: …] and
 * [image: …] at both ends. */
struct slice cell_trim(struct slice field);

#endif
