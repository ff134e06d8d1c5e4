/* The report's lines cut at tabs or bars, each piece folded once, looked up once and
 * told apart: empty, value, label or other text. All later stages of the table
 * reader work on pieces. */
#ifndef GOUJI_SRC_REPORT_PIECES_H
#define GOUJI_SRC_REPORT_PIECES_H

#include "cell.h"
#include "labels.h"

struct piece {
    struct span span; /* trimmed */
    struct fold fold; /* folded with FOLD_LABEL, no NUL behind it; empty for long prose */
    struct label_hit hit;
    enum cell_shape shape;
    bool is_noise;   /* a page number, a rule of dashes */
    bool is_prose;   /* too long for a label */
    bool goes_on;    /* its quoted cell goes on in the next line */
    uint32_t blanks; /* of a line cut at blanks: how many stand before it */
};

struct piece_line {
    struct span span;                /* without the line end */
    uint32_t first;                  /* piece */
    uint32_t npieces;                /* tabs or bars + 1; 1 for an empty line */
    bool is_barred;                  /* cut at bars */
    bool is_blank;                   /* nothing but white space, and no tab */
    bool is_heading;                 /* a section heading, surely no row of a table */
    bool by_blanks;                  /* cut at blanks, not at tabs */
    char delimiter;                  /* of a row of separated values (csv.h), else 0 */
    bool in_quotes;                  /* starts inside a quoted cell of the line before */
    const struct markup_row *markup; /* a row of a page's table, else NULL */
    bool is_run;                     /* part of a longer line of the file: no line end behind it */
};

struct pieces {
    const struct report *report;
    const struct labels *labels;
    struct arena *arena; /* lives as long as the stage */
    struct piece *items;
    size_t nitems;
    struct piece_line *lines; /* report->nlines */
    bool has_bars;            /* somewhere in the text */
    bool is_deduped;          /* many short lines, of which no two are the same */
};

static inline struct slice piece_text(const struct piece *piece)
{
    return slice_make(piece->fold.text ? piece->fold.text : "", piece->fold.nbytes);
}

/* Folds a span of the line, without a NUL behind it. -1: short of memory. */
int pieces_fold(const struct pieces *pieces, size_t line, struct span span, struct fold *out);

/* Adds the piece that bytes [start, end) of the line are; there must be room in
 * pieces->items. -1: short of memory. */
int pieces_add(struct pieces *pieces, size_t line, struct span span);

/* Everything of *out hangs from `arena`, which may go before the report. */
int pieces_cut(struct report *report, struct arena *arena, struct pieces *out, struct err *err);

#endif
