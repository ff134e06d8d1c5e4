/* The report's lines cut at tabs or bars, each piece folded once, looked up once and
 * told apart: empty, value, label or other text. All later stages of the table
 * reader work on pieces. */
#ifndef GOUJI_SRC_REPORT_PIECES_H
#define GOUJI_SRC_REPORT_PIECES_H

#include "cell.h"
#include "labels.h"

/* Small, as there are hundreds. */
struct piece {
    struct span span;   /* trimmed */
    const char *folded; /* with FOLD_LABEL, no NUL behind it; NULL when empty: see piece_text */
    struct label_hit hit;
    uint32_t nfolded;
    uint32_t apart;  /* folded so: `apart` of the pieces, counted from 1; 0: with its line */
    uint32_t blanks; /* of a line cut at blanks: how many stand before it */
    enum cell_shape shape;
    bool is_noise; /* a page number, a rule of dashes */
    bool is_prose; /* too long for a label, and if very long not folded */
    bool goes_on;  /* its quoted cell goes on in the next line */
};

/* What a line is in a table in the marks of a wiki or of AsciiDoc (wiki.h). */
enum __attribute__((packed)) wiki_line {
    WIKI_NONE,
    WIKI_FRAME,
    WIKI_CAPTION,
    WIKI_ROW,   /* a row begins behind it */
    WIKI_CELLS, /* a wiki's, one or between || */
    WIKI_BARS,  /* AsciiDoc's, each behind a bar */
    WIKI_MORE   /* what a cell goes on with */
};

struct piece_line {
    struct span span; /* without the line end */
    uint32_t first;   /* piece */
    uint32_t npieces; /* tabs or bars + 1; 1 for an empty line */
    uint32_t nfilled; /* pieces that are not empty */
    uint32_t head;    /* the first of these; a piece as `first` is */
    uint32_t blank;   /* the first blank behind some text, if any; see bars.h */
    uint8_t shapes;   /* of its pieces: a bit for each, see piece_shape_bit */
    bool has_prose;   /* some piece is */
    bool is_rule;     /* it separates: strokes between bars, and no value */
    bool is_barred;   /* cut at bars */
    bool is_blank;    /* nothing but white space, and no tab */
    bool is_heading;  /* a section heading, surely no row of a table */
    bool by_blanks;   /* cut at blanks, not at tabs */
    char delimiter;   /* of a row of separated values (csv.h), else 0 */
    bool in_quotes;   /* starts inside a quoted cell of the line before */
    bool is_run;      /* part of a longer line of the file: no line end behind it */
    enum wiki_line wiki;
    const struct markup_row *markup; /* a row of a page's table, else NULL */
};

struct folios;

struct pieces {
    const struct report *report;
    const struct labels *labels;
    struct arena *arena; /* lives as long as the stage */
    struct piece *items;
    size_t nitems, capacity;
    struct fold *apart; /* of pieces that are no whole part of their line's fold */
    size_t napart, apart_capacity;
    uint32_t rest, rest_end;  /* of the fold of the line that is cut: behind the last piece */
    struct piece_line *lines; /* report->nlines */
    bool has_bars;            /* somewhere in the text */
    bool has_feeds;           /* form feeds */
    bool has_pairs;           /* lines of a column's label and a figure were cut in two */
    bool tabs_end_cells;      /* tabs stand for bars: one ends each cell, and its line */
    bool tabs_part_cells;     /* the same, on lines of their own: the last cell has none */
    uint32_t tab_gap;         /* blank lines between such a tab and the text beside it */
    bool is_deduped;          /* many short lines, of which no two are the same */
    struct folios *folios;    /* read when they are asked for */
};

static inline struct slice piece_text(const struct piece *piece)
{
    return slice_make(piece->folded ? piece->folded : "", piece->nfolded);
}

static inline unsigned piece_shape_bit(enum cell_shape shape)
{
    return 1u << shape;
}

static inline bool piece_is_value(const struct piece *piece)
{
    return piece->shape == SHAPE_NUMBER || piece->shape == SHAPE_MARK;
}

/* Whether some piece of the line is a number or a mark. */
static inline bool line_has_values(const struct piece_line *line)
{
    return line->shapes & (piece_shape_bit(SHAPE_NUMBER) | piece_shape_bit(SHAPE_MARK));
}

/* The one piece of the line that has text: dumps put tabs around headings. NULL: it has
 * none, or several. */
static inline const struct piece *line_only_text(const struct pieces *pieces,
                                                 const struct piece_line *line)
{
    return line->nfilled == 1 ? &pieces->items[line->head] : NULL;
}

/* Room for one more piece; NULL when short of memory. */
static inline struct piece *pieces_next(struct pieces *pieces)
{
    if (pieces->nitems == pieces->capacity &&
        !arena_more_room(pieces->arena, &pieces->items, &pieces->capacity, pieces->nitems,
                         sizeof *pieces->items))
        return NULL;
    return &pieces->items[pieces->nitems++];
}

/* The piece's fold, with the map to the source. */
struct fold piece_fold(const struct pieces *pieces, const struct piece *piece);

/* Folds a span of the line, without a NUL behind it. -1: short of memory. */
int pieces_fold(const struct pieces *pieces, size_t line, struct span span, struct fold *out);

/* A line is cut, or cut again: its pieces are added from left to right between the two,
 * each the bytes of a span of the line. -1: short of memory. */
void pieces_begin(struct pieces *pieces, size_t line);
int pieces_add(struct pieces *pieces, size_t line, struct span span);
void pieces_end(struct pieces *pieces, size_t line);

/* Everything of *out hangs from `arena`, which may go before the report. */
int pieces_cut(struct report *report, struct arena *arena, struct pieces *out, struct err *err);

#endif
