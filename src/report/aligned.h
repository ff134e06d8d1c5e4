/* A table printed with aligned columns: words in lines, of which the labels are
 * broken over lines, printed downwards, or stand around their figures. This
 * finds which words make which label, and which label a row of figures has. */
#ifndef GOUJI_SRC_REPORT_ALIGNED_H
#define GOUJI_SRC_REPORT_ALIGNED_H

#include "grid.h"

enum { ALIGNED_MOST_WORDS = 16 }; /* that one label is made of */

struct aligned_word {
    const struct piece *piece;
    uint32_t line;
    uint32_t page; /* form feeds before it */
    struct grid_extent at[GRID_METRICS];
    uint32_t next; /* of a text: the word that is the next text; more than there are */
    uint32_t rest; /* of a header's: the word of the line below that ends it; 0: not known */
    bool used;     /* in a label */
};

struct aligned_label {
    uint32_t words[ALIGNED_MOST_WORDS];
    uint32_t nwords;
};

/* A line of the table that is not blank; figures behind its texts make it a row. */
struct aligned_line {
    size_t first, ntexts, end; /* words */
    uint32_t line;
    bool is_row;
    bool has_above, has_below;  /* of figures alone: a label on that side may be theirs */
    bool is_disputed;           /* two labels may be the row's, and it has neither */
    struct aligned_label label; /* of the row */
};

/* Where labels stand whose figures have lines of their own. */
enum aligned_side { SIDE_UNKNOWN, SIDE_ABOVE, SIDE_BELOW };

struct aligned {
    const struct pieces *pieces;
    struct aligned_word *words;
    size_t nwords, words_capacity;
    uint32_t first_text, last_text; /* words */
    struct aligned_line *lines;
    size_t nlines, lines_capacity;
    struct aligned_label *others; /* headers and groups, in the order of the text */
    size_t nothers, others_capacity;
    uint32_t page; /* of the line at hand */
    enum aligned_side side;
    size_t most_figures; /* of a line */
};

/* Figures alone. */
static inline bool aligned_is_bare(const struct aligned_line *line)
{
    return line->is_row && line->ntexts == 0;
}

/* -1: short of memory. */
int aligned_read(const struct pieces *pieces, size_t first, size_t end, struct aligned *out);

/* Adds the line of the text, if any word is in it (aligned_line.c). -1: short of memory. */
int aligned_add_line(struct aligned *a, size_t index);

/* Whether the line, which those read so far stand above, is a page's number and no row's. */
bool aligned_is_page_number(const struct aligned *a, size_t index);

/* A header whose cells are all broken after as many characters: each word of the one line goes on
 * with that of the other, wherever the blanks between have set it (aligned_header.c). */
void aligned_join_header(struct aligned *a);

#endif
