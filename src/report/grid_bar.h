/* What the readers of tables cut by bars share: the look of the bars, and the
 * rules by which the fields of a row are its columns. */
#ifndef GOUJI_SRC_REPORT_GRID_BAR_H
#define GOUJI_SRC_REPORT_GRID_BAR_H

#include "grid.h"

/* How the bars of some lines stand. */
struct bar_look {
    size_t nlines;    /* neither blank nor a rule */
    size_t nbarred;   /* of these, cut by bars */
    size_t nrows;     /* a label and more on one line */
    size_t ncells;    /* a bar or a text alone on its line, or values without a label */
    size_t nopened;   /* rows that start with a bar */
    size_t nclosed;   /* rows that end with a bar */
    size_t ntrailing; /* of these, with a blank behind it */
    size_t ntexts;    /* texts before a bar */
    size_t nspaced;   /* of these, with a blank between */
    size_t nrules;    /* lines of strokes */
    uint32_t most_open, most_closed; /* fields of rows that end without a bar, or with one */
    bool has_drawn;                  /* frames of box drawing or of + and - */
    bool is_indented;                /* some rows start with empty fields, others do not */
    size_t nvalues;                  /* several values on a line below that of their row */
    size_t nwiki;                    /* in a wiki's marks, which tell rows and cells */
    size_t npadded;                  /* one text or value, and several bars behind it */
    uint32_t lead;                   /* fields of each row up to the number that counts it; 0 */
};

struct bar_look bar_look_at(const struct pieces *pieces, size_t first, size_t end);

/* Every row starts with a bar that is no cell's. */
bool bar_is_framed(const struct bar_look *look);

/* Adds the piece as a cell, with what the bars around it say. */
struct grid_cell *bar_add(struct grid *grid, const struct pieces *pieces, uint32_t line,
                          uint32_t piece);

/* Adds the fields of a line as one row, without the bars of its frame. */
int bar_add_row(struct grid *grid, const struct pieces *pieces, uint32_t line);

/* Whether the bar that the line begins with, or ends with, is its frame's and no cell's. */
bool bar_is_opened(const struct grid *grid, const struct pieces *pieces,
                   const struct piece_line *line);
bool bar_is_closed(const struct grid *grid, const struct pieces *pieces,
                   const struct piece_line *line);

/* The fields, those beside its frame's bars included, of the table's whole rows, as far as some of
 * the lines [first, end) have as many and none more; 0: too few have (grid_bar_broken.c). */
uint32_t bar_whole_fields(const struct pieces *pieces, size_t first, size_t end);

/* Where line ends inside its boxes break a row of `width` fields that begins with the line `first`:
 * the line behind its last; else 0. */
size_t bar_broken_row(const struct grid *grid, const struct pieces *pieces, size_t first,
                      size_t end, uint32_t width);

/* Adds these lines as one row. */
int bar_add_broken(struct grid *grid, const struct pieces *pieces, uint32_t first, uint32_t end);

/* Whether the run has fields of several rows, which have no columns in common. */
bool bar_is_over_rows(const struct grid *grid, const struct grid_run *run);

/* The field of such a run's first value, with which it then begins, where the values alone are as
 * many as the columns, with no blank field between or beside the first, and each has its own box;
 * else -1. */
int bar_start_over_rows(const struct grid *grid, struct grid_run *run);

/* Empties the fields that only repeat the merged cell on their left (grid_repeats.c). */
void grid_take_back_repeats(struct grid *grid);

/* Empties the fields of a column of remarks behind the table's own (grid_remarks.c). */
void grid_leave_remarks(struct grid *grid);

/* How well the lines are rows between bars, whether ruled or not. */
unsigned bar_claim_rows(const struct bar_look *look);

/* Whether rules stand between the rows, and some rows take several lines. */
bool bar_is_ruled(const struct grid_site *site);

/* The rule that ends the header of a drawn table, of lines [first, end): others stand in a part of
 * its lines only, and no value between; `first` where there is none such (grid_box_header.c). */
size_t box_header_end(const struct pieces *pieces, size_t first, size_t end);

/* Reads the lines [first, end) as such a header, where the bars stand below each other: 1; else
 * nothing: 0. -1: short of memory. */
int box_read_header(struct grid *grid, const struct pieces *pieces, size_t first, size_t end);

struct frame;

/* Whether rules and bars of the lines [first, end) meet, so that they tell all cells of the table,
 * but where single rules are lost: 1 and the frame, else 0 and NULL. -1: short of memory
 * (grid_box_whole.c). */
int box_find_frame(const struct pieces *pieces, enum table_id table, size_t first, size_t end,
                   const struct frame **out);

/* Adds a row for each line that boxes begin in, which has a field for each column. */
int box_add_rows(struct grid *grid, const struct frame *frame);

/* Names the layout, and notes how bars and blanks stand. */
void bar_note_look(struct grid *grid, const struct pieces *pieces);

/* Leaves out the bar that opens T4's row, and, where none stands before the first row, so that
 * these bars end the rows, the one behind its figures (grid_bar_doubt.c). */
void bar_trim_row(const struct grid *grid, struct grid_run *run);

/* Whether something else may stand among the row's cells, or some of them on the line below;
 * `closed`: a bar ends most rows (grid_bar_doubt.c). */
bool bar_is_doubtful(const struct grid *grid, const struct grid_run *run, bool closed);

void bar_survey(struct grid *grid, struct grid_run *runs, size_t nruns);
enum grid_placing bar_place(const struct grid *grid, const struct grid_run *run, size_t *at);

#endif
