/* Where in the text the tables stand: runs of lines with enough labels of one
 * table, from its caption or header to its last row. Section headings and prose
 * stay outside. */
#ifndef GOUJI_SRC_REPORT_REGIONS_H
#define GOUJI_SRC_REPORT_REGIONS_H

#include "pieces.h"

struct region {
    enum table_id table;
    size_t first, end; /* lines */
    unsigned score;    /* weights of the distinct labels met */
};

struct regions {
    struct region *items; /* in the order of the text, not overlapping */
    size_t nitems, capacity;
};

int regions_find(const struct pieces *pieces, struct regions *out, struct err *err);

/* The first region that may be the whole table, or the one that its caption, which may name a later
 * year, or its section's heading tells to be the report's own; *rival is set to another such one,
 * else NULL. NULL: the table is not in the text. */
const struct region *regions_best(const struct pieces *pieces, const struct regions *regions,
                                  enum table_id table, const struct region **rival);

#endif
