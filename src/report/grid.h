/* The one interface of the layout classes: a reader per class turns the lines
 * of a table into a stream of cells with what the layout tells of rows and
 * columns, and later says which column each value of a row stands in. What the
 * labels mean is no reader's business. A new class is one file with one
 * struct grid_reader, listed in grid.c. */
#ifndef GOUJI_SRC_REPORT_GRID_H
#define GOUJI_SRC_REPORT_GRID_H

#include "pieces.h"

/* Where a cell stands in its line: characters, and screen columns. */
enum { GRID_METRICS = 2 };

struct grid_extent {
    uint32_t start, end;
};

struct grid_cell {
    struct span span;
    struct slice text;         /* folded */
    const struct piece *piece; /* the whole cell; NULL when joined of pieces */
    struct label_hit hit;
    const struct html_cell *markup; /* H: what the page says of it; NULL */
    uint32_t line;
    uint32_t row;    /* printed row, as far as the layout tells */
    uint32_t column; /* field within the row */
    uint32_t gap;    /* line breaks since the cell before */
    enum cell_shape shape;
    bool after_noise;                    /* a page number or rule stood between */
    struct grid_extent at[GRID_METRICS]; /* P */
    uint32_t page;                       /* P: form feeds before it */
    bool is_value;                       /* B: a text that stands for a value */
    bool is_closed;                      /* B: a bar ends it */
    bool may_lack_bar;                   /* B: a lone bar below ends it, others' stand beside */
    bool may_be_torn; /* P: figures of no label stand right below; BOX: beside what is blank, or it
                         reaches down into the next row, or its row may be two;
                         S, C: it has run into its label */
    bool may_be_page; /* a page's number: B: which a blank cell's bar ends; A: of the text's */
    bool ends_page;   /* A, S: a number alone where a page's stands */
    bool is_untabbed; /* A2: a line that starts no cell and goes on with none */
    bool lacks_tab;   /* A2: a line that starts no cell */
    bool may_be_run_into; /* A2: a figure with a line of text below, no cell's start */
    bool is_disputed;     /* P: of a line of figures that may be those of either of two labels */
    bool beside_bare;     /* P: figures without a label stand on the next line */
    bool is_beside;       /* its text stands beside the table's own columns */
    bool is_covered;      /* the label before it was printed here, too: it reaches as far; BOX: or
                             any cell, from above */
    bool is_glued;        /* B: nothing, not even a blank, between its bars */
};

/* The value fields of one row of the form, and what is known about it. */
struct grid_run {
    size_t first, end;      /* cells */
    size_t width;           /* values expected */
    int label_column;       /* field of the label, -1 without */
    unsigned label_columns; /* fields for labels in this table */
    int frame;              /* field of the first value where the header, or the full rows,
                               prove it; -1 */
    int header;             /* field of the first value as the labels of the first and the
                               last column have it, these as far apart as the columns; -1 */
    uint32_t group;         /* runs of one group share their columns (T2: a block) */
    bool fits;              /* B: it has as many fields as the others show; A2, H: an empty one
                               behind its label is no label's */
};

/* GRID_ABSENT: the text ends before the row's first field. */
enum grid_placing { GRID_PLACED, GRID_BLANK, GRID_UNPLACED, GRID_ABSENT };

#define GRID_NO_CELL ((size_t)-1) /* blank without a field of its own */

struct grid_reader;
struct grid_columns;
struct frame;

struct grid {
    const struct grid_reader *reader;
    struct arena *arena;
    enum table_id table;
    const char *source;          /* the report's text */
    const struct bar_look *bars; /* of its lines; see grid_site */
    const char *layout;          /* what the reader found it to be; NULL: the reader's */
    struct grid_cell *cells;
    size_t ncells, capacity;
    uint32_t *nfilled;           /* of the cells before each, and of all: how many are not empty */
    bool has_pairs;              /* figures may stand behind the labels of their columns */
    bool is_marked;              /* B: a wiki's marks tell each row and cell: no bar pads */
    bool is_spaced;              /* B: blanks stand between texts and bars */
    const struct frame *frame;   /* BOX: drawn lines that tell the columns of each cell; NULL */
    bool is_parted;              /* B: bars part the cells, none ends a row's last */
    bool flows;                  /* B: rows are guessed from the stream of cells */
    int first_index;             /* A1, B: the first of the numbers that count the rows, each
                                    behind the row above; 0: none do */
    unsigned base_gap;           /* A: line breaks between two neighbours */
    bool is_barred;              /* A: bars stand among the cells, not line breaks alone */
    bool gaps_hold;              /* A: surplus line breaks stand for blank cells */
    size_t blank_step;           /* A1: what surpluses before values are multiples of; 0 */
    bool inner_gaps_hold;        /* A: those between two values of a row do */
    bool labels_hold;            /* C, S: fields behind the last label are values */
    bool ends_hold;              /* C, S: the table's one row ends where its line does */
    bool rows_hold;              /* C, S: so are they behind the row's own, in all rows */
    bool blanks_show;            /* A: some blank cells surely leave line breaks */
    uint32_t tail_gap;           /* A: line breaks behind the last cell; 0: not to be trusted */
    uint32_t end_gap;            /* A: the same, be they what they may; 0: no text stands behind */
    uint32_t text_gap;           /* A: those between the paragraphs behind it */
    uint32_t nleft;              /* A, B: lines from the last cell to the text's end, all blank;
                                    UINT32_MAX: some are not */
    bool lines_up;               /* P: figures behind labels of any length do */
    const struct grid_run *runs; /* P: of the survey */
    size_t nruns;
    struct grid_columns *seen; /* P: the columns that were read last; see columns.h */
    struct grid_extent *ruled; /* P: columns that a line of strokes draws; see ruled.h */
    size_t nruled;
};

/* How many of some lines are of which kind. */
struct grid_tally {
    size_t nlines;         /* that are not blank */
    size_t nstated;        /* of these, rows of a page's table */
    size_t nplain, nrun;   /* of one piece, not cut out of a paragraph, or cut */
    size_t ntabbed;        /* of one piece with a tab before it */
    size_t nfields;        /* of several, between tabs */
    size_t nlabelled[2];   /* of these, and of the tabbed ones, with a label */
    size_t nseparated;     /* between other separators than tabs */
    size_t nblanks;        /* cut at blanks */
    size_t nwide, nsingle; /* of these, with some gap of several blanks, or none */
    size_t nown;           /* of one piece or cut at blanks, not out of a paragraph */
};

/* The lines [first, end) of a table, which one of the readers is to read. */
struct grid_site {
    const struct pieces *pieces;
    size_t first, end;
    struct grid_tally tally;
    const struct bar_look *bars; /* how their bars stand: all 0 where there are none */
    const struct frame *frame;   /* drawn lines that tell all cells, see box_find_frame; NULL */
};

/* The ideographic blanks of the gap behind the k-th piece of a line cut at blanks, each between
 * plain ones, so that they may be cells; false: the gap is another. The last ends with the line. */
bool grid_wide_blanks(const struct pieces *pieces, const struct piece_line *line, uint32_t k,
                      uint32_t *n);

/* Counts the site's lines, for the readers to claim it. */
void grid_count_lines(struct grid_site *site);

struct grid_reader {
    const char *layout;
    bool has_rows;                                   /* cell.row is the printed row */
    bool row_is_line;                                /* a blank line is a break between rows */
    unsigned (*claim)(const struct grid_site *site); /* 0-100: how well it has this shape */
    int (*read)(const struct pieces *pieces, size_t first, size_t end, struct grid *grid);
    /* Sees all runs of the table before any is placed. */
    void (*survey)(struct grid *grid, struct grid_run *runs, size_t nruns);
    /* Fills at[width] with cells, GRID_NO_CELL where a blank has none. */
    enum grid_placing (*place)(const struct grid *grid, const struct grid_run *run, size_t *at);
};

extern const struct grid_reader grid_a1, grid_a2, grid_c, grid_csv, grid_d, grid_p, grid_s;
extern const struct grid_reader grid_bar_rows, grid_bar_cells, grid_box;

/* Reads what a page states; never weighed against those that guess. */
extern const struct grid_reader grid_h;

/* The share of the site's lines, in percent, that n of them are. */
static inline unsigned grid_share(const struct grid_site *site, size_t n)
{
    return site->tally.nlines ? (unsigned)(n * 100 / site->tally.nlines) : 0;
}

/* Whether lines with one tab, at their beginning, are broken off others that a label begins, and
 * no tab begins a cell: labels stand beside other fields more often than alone behind a tab. */
static inline bool grid_tabs_part(const struct grid_site *site)
{
    return site->tally.nlabelled[0] > site->tally.nlabelled[1];
}

/* All other readers, NULL-terminated. */
extern const struct grid_reader *const grid_readers[];

/* Adds a cell for the piece; NULL when short of memory. */
struct grid_cell *grid_add(struct grid *grid, const struct piece *piece, uint32_t line);

/* Puts the piece to the text of the last cell (a label broken by a line end). */
int grid_extend(struct grid *grid, const struct pieces *pieces, const struct piece *piece);

/* Where the piece, which begins a line, is the end of the row's label in the last cell, with the
 * row's first figure run into it, makes it that and a cell of the same row: 1; else 0. -1: no
 * memory (grid_glued.c). */
int grid_part_glued(struct grid *grid, const struct pieces *pieces, const struct piece *piece,
                    uint32_t line);

/* Whether a line end stands in a label: the last cell, and the piece that begins the line below it,
 * are one together, and neither is alone. */
bool grid_label_goes_on(const struct grid *grid, const struct labels *labels,
                        const struct piece *piece);

/* Puts text that stands at `span`, behind the cell's own, to any cell. */
int grid_append(struct grid *grid, const struct labels *labels, size_t index, struct span span,
                struct slice more);

bool grid_is_value(const struct grid_cell *cell); /* number or mark */

/* Whether a drawn box holds the cell and others beside it or below: no one column's value. */
static inline bool grid_is_shared(const struct grid *grid, const struct grid_cell *cell)
{
    return grid->frame && (cell->is_covered || cell->may_be_torn);
}

/* 1 to 9999, as it would be printed alone at the foot of a page. */
bool grid_may_be_page(const struct grid_cell *cell);

/* The number of up to three digits that the cell is; -1: it is none. */
int grid_small_number(const struct grid_cell *cell);

/* 未统计, 详见附件: a word in the place of a number, and no part of a label. */
bool grid_is_remark(const struct labels *labels, const struct label_hit *hit, struct slice text);

/* Whether its text is, among others, the label of some column. */
static inline bool grid_is_column_label(const struct grid_cell *cell)
{
    return label_of_kind(cell->hit.label, LABEL_COLUMN) != NULL;
}

/* The first cell that stands in the printed row of the cell `index`, and the cell behind its last.
 */
size_t grid_row_start(const struct grid *grid, size_t index);
size_t grid_row_end(const struct grid *grid, size_t index);

/* How many columns the cell takes, as a page says of it; else 1. */
static inline uint32_t grid_columns_of(const struct grid_cell *cell)
{
    return cell->markup ? cell->markup->ncolumns : 1;
}

/* The widest step that both are multiples of: of any number and 0 the number. */
static inline size_t grid_common_step(size_t a, size_t b)
{
    while (b > 0) {
        size_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

/* When all cells are read: counts for grid_count. -1: short of memory. */
int grid_close(struct grid *grid);

/* How many of the run's cells are not empty. */
static inline size_t grid_count(const struct grid *grid, const struct grid_run *run)
{
    return run->first < run->end ? grid->nfilled[run->end] - grid->nfilled[run->first] : 0;
}

/* The rules all classes share: a full row is taken in order; a row with nothing
 * is blank; else the cells from the first to the last value fill the row. */
enum grid_placing grid_place_plain(const struct grid *grid, const struct grid_run *run, size_t *at);

/* Whether exactly as many line breaks stand behind an empty run as its blank cells
 * leave (layout A1). */
bool grid_breaks_are_blanks(const struct grid *grid, const struct grid_run *run);

/* The same of one that ends the table, whose line breaks part it from the text, too. */
bool grid_last_breaks_are_blanks(const struct grid *grid, const struct grid_run *run);

/* A cell for every field of every line that has some; of a quoted cell that goes on in
 * the next line, one. */
int grid_read_fields(const struct pieces *pieces, size_t first, size_t end, struct grid *grid);

/* Makes one row of the lines of each that line ends inside its boxes break (grid_tab_broken.c). */
void grid_join_broken(const struct pieces *pieces, struct grid *grid);

/* Where every field of a row is there, empty ones too: the fields that full rows
 * have their values in are the columns. */
void grid_survey_fields(struct grid *grid, struct grid_run *runs, size_t nruns);
enum grid_placing grid_place_fields(const struct grid *grid, const struct grid_run *run,
                                    size_t *at);

/* Counts the blank lines from the last cell to the text's end (layouts A and B). */
void grid_measure_end(const struct pieces *pieces, struct grid *grid);

/* Whether the text ends in the row's label, with fewer line breaks than `nleast` behind it. */
bool grid_is_cut_off(const struct grid *grid, const struct grid_run *run, size_t nleast);

/* Where what stands right before the rows' labels goes up by one from row to row, it numbers them:
 * takes it out of the runs of the rows above (grid_indices.c). */
void grid_leave_indices(struct grid *grid, struct grid_run *runs, size_t nruns);

/* Takes the cells [first, first + width) as they are. */
void grid_take(size_t first, size_t width, size_t *at);

#endif
