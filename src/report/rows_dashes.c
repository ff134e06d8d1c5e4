/* — 7 — beside a blank row: the number of a page, or a row of three fields, two of them marks. */
#include "gouji/base/ascii.h"
#include "rows.h"

enum { FIELDS = 3, LEAST_PAGE_LINES = 12 };

/* The number between two dashes, blanks around it, that stands alone in the line; -1: none. */
static int number_apart(const struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    const struct piece *piece = &pieces->items[line->first];
    struct slice text = report_slice(pieces->report, piece->span);
    size_t nwords = 0;
    int number = -1;
    if (line->npieces != 1 || !piece->is_noise)
        return -1;
    for (size_t i = 0; i < text.nbytes; i++) {
        bool begins = text.ptr[i] != ' ' && (i == 0 || text.ptr[i - 1] == ' ');
        nwords += begins;
        if (ascii_is_digit(text.ptr[i]))
            number = (number < 0 ? 0 : number * 10) + text.ptr[i] - '0';
    }
    return nwords == FIELDS ? number : -1;
}

/* Whether the number of the page before or behind stands in the text, as far off as a page is
 * long. */
static bool counts_pages(const struct pieces *pieces, size_t index, int number)
{
    for (size_t i = 0; i < pieces->report->nlines; i++) {
        int other = i + LEAST_PAGE_LINES <= index || i >= index + LEAST_PAGE_LINES
                        ? number_apart(pieces, i)
                        : -1;
        if (other >= 0 && other == (i < index ? number - 1 : number + 1))
            return true;
    }
    return false;
}

/* Whether such a number that counts no pages stands between the row's label and the next. */
static bool has_number_apart(const struct reading *reading, const struct row_run *run)
{
    const struct pieces *pieces = reading->pieces;
    const struct unit *unit = unit_at(reading, run->unit);
    size_t next = (size_t)run->unit + 1;
    size_t end =
        next < reading->units.nitems ? unit_at(reading, (int)next)->line : reading->region.end;
    for (size_t i = unit->line + 1; i < end; i++) {
        int number = number_apart(pieces, i);
        if (number >= 0 && !counts_pages(pieces, i, number))
            return true;
    }
    return false;
}

/* Whether all of the row's values stand in one line between blanks. */
static bool fills_line(const struct reading *reading, const struct row_run *run)
{
    const struct grid_cell *cells = reading->grid.cells;
    for (size_t i = 0; i < run->run.width; i++)
        if (run->at[i] == GRID_NO_CELL || cells[run->at[i]].shape == SHAPE_EMPTY ||
            cells[run->at[i]].line != cells[run->at[0]].line)
            return false;
    return reading->pieces->lines[cells[run->at[0]].line].by_blanks;
}

static bool may_be_fields(const struct reading *reading, const struct row_runs *runs,
                          const struct row_run *run)
{
    if (run->placing != GRID_BLANK || run->run.width != FIELDS || !has_number_apart(reading, run))
        return false;
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *other = &runs->items[i];
        bool is_alike = other->placing == GRID_PLACED  ? fills_line(reading, other)
                        : other->placing == GRID_BLANK ? has_number_apart(reading, other)
                                                       : true;
        if (other != run && other->run.width == FIELDS && is_alike)
            return true;
    }
    return false;
}

void rows_doubt_dashes(const struct reading *reading, struct row_runs *runs)
{
    for (size_t i = 0; i < runs->nitems; i++)
        if (may_be_fields(reading, runs, &runs->items[i]))
            runs->items[i].placing = GRID_UNPLACED;
}
