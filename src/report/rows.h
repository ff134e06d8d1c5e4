/* The value fields of each row of the form: which cells they are, and which
 * column each stands in. */
#ifndef GOUJI_SRC_REPORT_ROWS_H
#define GOUJI_SRC_REPORT_ROWS_H

#include "reading.h"

struct row_run {
    struct grid_run run;
    uint16_t block, row; /* in the reading's chosen blocks; T4: row 0 */
    int unit;            /* of the label; T4: of the values */
    bool is_lost;        /* its values stand behind another, unknown label */
    bool may_be_blank;   /* lost, unless line breaks show that all its cells are blank */
    bool is_unproved;    /* there only if line breaks show that all its cells are blank */
    bool is_stated;      /* `at` is filled: labels tell the column of each figure */
    bool is_wider;       /* figures of columns that the form does not have stand beside its own */
    enum grid_placing placing;
    size_t *at; /* run.width cells */
};

struct row_runs {
    struct row_run *items;
    size_t nitems, capacity;
    bool *used;      /* per unit: its values are some row's */
    size_t nrivals;  /* rows printed twice with different figures */
    size_t nbetween; /* rows whose figures stand between two labels */
};

/* Whether a row's place has a cell, and this something in it. */
static inline bool rows_cell_is_filled(const struct reading *reading, size_t cell)
{
    return cell != GRID_NO_CELL && reading->grid.cells[cell].shape != SHAPE_EMPTY;
}

/* Collects, surveys and places. */
int rows_place(struct reading *reading, struct row_runs *out, struct err *err);

/* Adds the run of a block's row, with the unit's values; NULL when short of memory. */
struct row_run *rows_add(const struct reading *reading, struct row_runs *runs, uint16_t block,
                         size_t row, int unit);

/* The row whose label is printed next below or above; NULL. */
const struct row_run *rows_neighbour(const struct row_runs *runs, const struct row_run *run,
                                     bool below);

/* T4's one row of values below its header, or its rows where it is printed in several
 * (rows_printed.c). */
int rows_collect_printed(struct reading *reading, uint16_t block, struct row_runs *out,
                         struct err *err);

/* A number alone on its line: a page's as likely as the last of a broken row. */
bool rows_may_be_page(const struct reading *reading, const struct unit *unit);

/* T4 in parts (parts.c): 1 when it is, and its rows are added, 0 when not, -1 with err. */
int parts_collect(struct reading *reading, uint16_t block, struct row_runs *out, struct err *err);

/* 件数: the unit says what T4's figures behind it are, which have no label else. */
bool rows_are_titled(const struct unit *unit);

/* The unit that another table's title or header begins with, words that are none of T4's behind
 * its header, with figures below; how many units there are. A word or two may stand instead of
 * labels of its columns, and the unit of its figures above them (rows_strange.c). */
int rows_strange_header(const struct reading *reading, const struct chosen *chosen, size_t width);

/* Whether the unit's only figure, in the first field of a row, may be a page's: another row below
 * the header may be T4's own (rows_strange.c). */
bool rows_hold_page(const struct reading *reading, int u, size_t width);

/* Whether the unit begins with a number between two dashes, as pages are numbered, and has no other
 * dash, in a text without rows (rows_strange.c). */
bool rows_begin_with_page(const struct reading *reading, int u);

/* What the block's header tells of where the values of its runs, from `first` on, start
 * (row_frame.c). */
void rows_read_frames(const struct reading *reading, const struct chosen *chosen,
                      struct row_runs *runs, size_t first);

/* Puts the figures below a header that has a column of no form where its labels have them
 * (rows_headed.c). */
void rows_place_headed(const struct reading *reading, struct row_runs *runs);

/* The columns that the form does not have, in a header that names all that it has. */
enum { FOREIGN_MOST = 2 };
struct foreign {
    size_t first, end;       /* the header's units */
    int units[FOREIGN_MOST]; /* the labels of the first of them */
    size_t n;                /* how many there are, be it more */
    int alone;               /* a text on a line of its own, that may be one; -1 */
    size_t nalone;           /* how many such */
    bool is_before_band;     /* the note's unit has one between the note and the band */
};

/* False where there is none, nor a text alone, or the header does not name every column of the form
 * (rows_foreign.c). */
bool rows_find_foreign(const struct reading *reading, const struct chosen *chosen,
                       struct foreign *out);

/* Puts rows that have a figure more than the form has columns, or two, where the header shows as
 * many columns more, and at which place: those figures are left beside the form
 * (rows_wider.c). */
void rows_place_wider(const struct reading *reading, struct row_runs *runs);

/* Puts the figures below a header with the columns in another order where its labels have
 * them, or nowhere (order.c). */
void rows_order(const struct reading *reading, struct row_runs *runs);

/* Whether the labels of a header, the units [first, end), are wrapped in their cells, in aligned
 * columns side by side that have the form's order: which of their lines comes first then says
 * nothing. By one metric they may seem to stand over each other, but not the other way round
 * (order_across.c). */
bool header_ascends_across(const struct reading *reading, const struct chosen *chosen, size_t first,
                           size_t end);

/* Whether T4's labels stand, in aligned columns, in another order than the form's, the same in each
 * group, in whichever order the text has their lines (order_across.c). */
bool header_is_swapped_across(const struct reading *reading, const struct chosen *chosen,
                              size_t first, size_t end);

/* Whether T3's header, the units [first, end), has words on a line of their own only where the line
 * of the others has room for them, in the form's order (order_room.c). */
bool header_has_room(const struct reading *reading, const struct chosen *chosen, size_t first,
                     size_t end);

/* Fills table->unclaimed (leftover.c). */
int reading_leave_over(const struct reading *reading, const struct row_runs *runs,
                       struct table *table, struct err *err);

/* Fills table->loose, once its unclaimed numbers are known (loose.c). */
int reading_find_loose(const struct reading *reading, const struct row_runs *runs,
                       struct table *table, struct err *err);

/* Whether the unit is 1 2 3 … below a header: the numbers of its columns (loose.c). */
bool rows_are_column_numbers(const struct reading *reading, size_t u);

/* 3、0、25 or ③43: nothing but figures, in a shape that no value has (unread.c). */
bool figures_are_odd(struct slice text);

/* Takes back rows whose figures go on in the line below, or are torn (rows_torn.c). */
void rows_doubt_continued(const struct reading *reading, struct row_runs *runs);
void rows_doubt_torn(const struct reading *reading, struct row_runs *runs);

/* Takes back blanks that may be other rows' figures (rows_doubt.c). */
void rows_doubt(const struct reading *reading, struct row_runs *runs);

/* Takes back blanks of text whose figures do not stand behind their labels (rows_flat.c). */
void rows_doubt_flat(const struct reading *reading, struct row_runs *runs);

/* Whether the row's figures stand in a line below its label; whether nothing but this is printed
 * of it (rows_below.c). */
bool rows_are_below_label(const struct reading *reading, const struct row_run *run);
bool row_is_label(const struct row_run *run);

/* Takes back rows whose figures may be those of the row below, above its label (rows_sunken.c). */
void rows_doubt_sunken(const struct reading *reading, struct row_runs *runs);

/* Takes back rows whose figures, all in lines below labels, may stand above theirs
 * (rows_below.c). */
void rows_doubt_below(const struct reading *reading, struct row_runs *runs);

/* Takes back rows whose figures may be those of any label above them (rows_heaped.c). */
void rows_doubt_heaped(const struct reading *reading, struct row_runs *runs);

/* Takes back rows that took a number which counts another (rows_count.c). */
void rows_doubt_counted(const struct reading *reading, struct row_runs *runs);

/* Takes back blanks where texts that nobody read stand behind the label (unread.c). */
void rows_doubt_unread(const struct reading *reading, struct row_runs *runs);

/* Takes back blanks of rows beside a number between dashes that may be their fields
 * (rows_dashes.c). */
void rows_doubt_dashes(const struct reading *reading, struct row_runs *runs);

/* Takes back rows whose figures may be one, printed twice as its column's label is
 * (rows_repeated.c). */
void rows_doubt_repeated(const struct reading *reading, struct row_runs *runs);

/* Whether two rows have the same figures, with the same blanks where they have as many fields. */
bool rows_are_alike(const struct reading *reading, struct grid_run x, struct grid_run y);

/* Takes back rows that are printed twice with different figures (rows_rivals.c). */
void rows_doubt_rivals(const struct reading *reading, struct row_runs *runs);

/* Takes back rows with blanks in aligned columns where a growth stands below another column's label
 * (rows_signed.c). */
void rows_doubt_signed(const struct reading *reading, struct row_runs *runs);

/* Takes back rows whose first figure may be a note of the label that it stands right behind, where
 * blanks part the cells, or whose others stand in other lines (rows_noted.c). */
void rows_doubt_noted(const struct reading *reading, struct row_runs *runs);

/* Takes back rows of a group whose figures may stand a line too high (rows_group.c). */
void rows_doubt_groups(const struct reading *reading, struct row_runs *runs);

/* Takes back rows with blanks that have a field too many, or a column of no form beside them
 * (rows_surplus.c). */
void rows_doubt_surplus(const struct reading *reading, struct row_runs *runs);

/* Takes back rows of a table's part that goes on below another, where fields stand between their
 * labels and the header's columns, as if the labels of groups were lost before them, and no row
 * shows where figures begin (rows_shifted.c). */
void rows_doubt_shifted(const struct reading *reading, struct row_runs *runs);

/* Takes back rows that lack a cell, and whose end looks like a blank one (rows_ends.c). */
void rows_doubt_ends(const struct reading *reading, struct row_runs *runs);

/* Takes the places of rows that all lack a total, below rows that all have one, where columns are
 * aligned with blanks (rows_squeezed.c). */
void rows_doubt_squeezed(const struct reading *reading, struct row_runs *runs);

/* Takes the places of rows aligned with blanks that lack a figure and have one that begins with 0,
 * and of those that have one where that stands: two were set without a blank (rows_glued.c). */
void rows_doubt_glued(const struct reading *reading, struct row_runs *runs);

/* Takes the places of rows that all have one figure, below the same column and not the total's, as
 * of cells merged over all columns (rows_merged.c). */
void rows_doubt_merged(const struct reading *reading, struct row_runs *runs);

/* Takes back figures of table two's rows of one column that may be the numbers of pages that end
 * below blank cells (rows_paged.c). */
void rows_doubt_paged(const struct reading *reading, struct row_runs *runs);

/* Takes back rows among whose figures a page's number may stand, where form feeds and the numbers
 * of the other pages show that (rows_numbered.c). */
void rows_doubt_numbered(const struct reading *reading, struct row_runs *runs);

/* How many rows may lack a cell that a program made up for at their end; a page's own cells are
 * what they are (rows_short.c). */
size_t rows_count_short(const struct reading *reading, const struct row_runs *runs);

/* Whether nothing but their places, which are not those of the labels, tells the columns of table
 * four's figures, of which some are blank, and the totals do not add up: they may stand a column
 * too far to one side. */
bool rows_may_be_shifted(const struct reading *reading, const struct row_runs *runs);

static inline const struct unit *unit_at(const struct reading *reading, int index)
{
    return &reading->units.items[index];
}

/* Whether the row's label has nothing but line breaks behind it. */
static inline bool row_is_alone(const struct row_run *run)
{
    return run->placing == GRID_BLANK && run->run.first == run->run.end;
}

/* And not even these show blank cells. */
static inline bool row_is_bare(const struct reading *reading, const struct row_run *run)
{
    return row_is_alone(run) && !grid_breaks_are_blanks(&reading->grid, &run->run);
}

/* Whether a whole row of empty fields stands right above T4's figures: which of the two is meant
 * is not told. */
bool rows_are_below_empty(const struct reading *reading, const struct row_run *run, size_t width);

#endif
