/* A table growing down the lines from where one of its labels stands: which labels were
 * met, and how far it surely goes. */
#ifndef GOUJI_SRC_REPORT_GROWTH_H
#define GOUJI_SRC_REPORT_GROWTH_H

#include "pieces.h"

enum {
    GROWTH_HALF_NBYTES = 320,
    GROWTH_MOST_DISTINCT = 128,
    GROWTH_PLACES = GROWTH_MOST_DISTINCT + 16, /* some are always free */
    GROWTH_MOST_SEEN = 48,
    GROWTH_MOST_STRANGE = 8, /* unknown lines in a row that a table may hold */
};

struct growth {
    const struct pieces *pieces;
    enum table_id table;
    const struct label *met[GROWTH_PLACES]; /* each near the place that its address tells */
    size_t nmet;
    unsigned score;
    size_t npieces;
    bool has_values;
    bool has_row;                  /* as many values side by side as only this table prints */
    char half[GROWTH_HALF_NBYTES]; /* key of the label begun by the texts before, if any */
    size_t nhalf;
    const struct label *seen[GROWTH_MOST_SEEN]; /* in the line at hand */
    size_t nseen;
};

struct line_view {
    bool own;     /* a label of this table */
    bool foreign; /* labels of other tables only, and not weak ones */
    bool values;
    bool strange; /* other text */
    bool prose;
};

/* Grows from the line `first`; the end is the line after the last that surely
 * belongs to the table. */
size_t growth_run(struct growth *growth, size_t first);

/* The end, moved behind a blank last row, and behind the last rows of a page's own
 * table (growth_tail.c). */
size_t growth_take_blank_end(const struct growth *growth, size_t end);
size_t growth_take_stated(struct growth *growth, size_t end);

/* What the line is to the table; notes the labels seen in it. */
struct line_view growth_view(struct growth *growth, size_t index);

/* Labels that line ends broke: a text begins one, or goes on with the one begun. */
void growth_begin_half(struct growth *growth, struct slice key);
bool growth_goes_on(struct growth *growth, struct slice key);
void growth_see(struct growth *growth, const struct label *label);

/* The year in a line that is the caption of a table, 2023年情况：; 0 when it is none. */
int growth_caption_year(const struct pieces *pieces, size_t line);

/* Whether the line is the caption of a table of last year's figures or of comparisons, or of this
 * year's; the later, the rather it is the report's own. */
enum growth_caption { CAPTION_OTHER, CAPTION_PLAIN, CAPTION_OWN };
enum growth_caption growth_caption(const struct pieces *pieces, size_t line);

/* What the caption or the heading above the table that begins at the line says of it; the year in
 * the line right above, 0 without. */
enum growth_caption growth_caption_above(const struct pieces *pieces, size_t line);
int growth_year_above(const struct pieces *pieces, size_t line);

/* Whether what stands in the lines [end, line) tells that the table, which began at the line
 * `first`, is over, and its like that begins at `line` another: last year's, or one of a part or an
 * annex. Nothing does that may be a correction of it. */
bool growth_is_apart(const struct pieces *pieces, enum table_id table, size_t first, size_t end,
                     size_t line);

/* The label that the two texts, one above the other, are together, with all its meanings. */
const struct label *growth_read_across(const struct pieces *pieces, const struct piece *above,
                                       const struct piece *below);

/* A row's label with a slip in it. */
bool growth_is_misprint(const struct growth *growth, const struct piece *piece);
bool growth_is_close_row(const struct form_row *row, struct slice text);

#endif
