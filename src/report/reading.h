/* One table being read: its cells, units, and the alignment to each edition's
 * form; then the form decided for every block. */
#ifndef GOUJI_SRC_REPORT_READING_H
#define GOUJI_SRC_REPORT_READING_H

#include "align.h"
#include "regions.h"

/* A block of the table with the form it is read by. */
struct chosen {
    const struct form_block *form;
    const struct alignment *alignment;
    uint16_t block;                  /* index in that form's table */
    size_t first_slot;               /* of the alignment: that of its first row */
    size_t header_first, header_end; /* units of its header; empty when lost */
    int caption;                     /* unit, -1 */
    bool is_undecided;               /* nothing tells which edition's columns it has */
    bool is_swapped;                 /* its header names them in another order; see rows_order */
};

struct reading {
    const struct pieces *pieces;
    struct arena *arena;   /* the report's */
    struct arena *scratch; /* the stage's, dropped when the table is built */
    enum table_id table;
    struct region region;
    struct grid grid;
    struct units units;
    struct alignment *alignments; /* one per edition; made by reading_align */
    size_t neditions;
    struct chosen *blocks;
    size_t nblocks;
    size_t edition; /* the table's main edition */
    bool is_mixed;
    bool is_deduped; /* repeated lines were removed from the text */
    size_t nshort;   /* rows that may lack a cell; set when they are placed */
    bool is_shifted; /* T4's figures may stand below another column; set then, too */
    size_t nrivals;  /* rows printed twice with different figures; set then, too */
    size_t nbetween; /* rows whose figures stand between two labels; set then, too */
    size_t nbroken;  /* figures that lines of a frame break; set when the cells are filled */
};

/* The reader whose shape most lines of the site have, and the next when it comes near it,
 * else NULL. */
const struct grid_reader *reading_pick(const struct grid_site *site,
                                       const struct grid_reader **second);

/* Reads the region, which is the site, with the reader, aligns and decides. `prefer` is the
 * edition that the tables before it have, or -1. */
int reading_make(const struct grid_site *site, const struct region *region,
                 const struct grid_reader *reader, int prefer, struct reading *out,
                 struct err *err);

/* Aligns the units to the edition's form, unless they are: few tables need all editions. -1:
 * short of memory. */
int reading_align(struct reading *reading, size_t edition);

/* Decides the edition of each block by its header, then by its rows. */
int reading_choose(struct reading *reading, int prefer, struct err *err);

/* The slot of a block's row in its alignment. */
size_t chosen_slot(const struct chosen *chosen, size_t row);

/* The unit matched to a block's row, or -1. */
int chosen_unit(const struct chosen *chosen, size_t row);

/* What is printed of a label broken over lines, its pieces put together; NULL: it is not, and
 * its span has it. */
int reading_quote(const struct reading *reading, const struct unit *unit, const char **quote,
                  struct err *err);

/* Fills the header's faults: table->bad_headers. */
int reading_check_headers(const struct reading *reading, struct table *table, struct err *err);

/* T4 has no row labels: its header, the units [*first, *end), is all labels before the
 * values. */
void header_side_by_side(const struct reading *reading, size_t *first, size_t *end);

/* The column of the block that the unit names, or -1. */
int header_column(const struct reading *reading, const struct chosen *chosen, size_t unit);

/* Whether the units [first, end) name each of the block's columns as often as the form does. */
bool header_is_whole(const struct reading *reading, const struct chosen *chosen, size_t first,
                     size_t end);

enum { HEADER_MOST = 48 };

/* The columns that the units [first, end) of a header name where labels are wrapped and the text
 * has their upper halves one behind the other, then their lower ones: each is put together, and
 * the upper half names it. False when halves are left over or none are. */
bool header_join_wrapped(const struct reading *reading, const struct chosen *chosen, size_t first,
                         size_t end, int columns[HEADER_MOST]);

/* Whether the labels of T4's groups, which have their figures side by side, stand in another
 * order than the form's. */
bool header_has_swapped_groups(const struct chosen *chosen);

/* Fills everything else of the table from the decided reading. */
int reading_build(const struct reading *reading, struct table *table, struct err *err);

/* A table that is not in the text: every cell absent. */
int reading_build_absent(struct arena *arena, const struct form_table *form, struct table *table,
                         struct err *err);

/* Whether the text does not go by the rows of table three, so that the figures of a row may stand in
 * any order (strewn.c). */
bool reading_is_strewn(const struct reading *reading);

/* Why it is incomplete or doubtful, and its state. */
int reading_judge(const struct reading *reading, struct table *table, struct err *err);

#endif
