/* S: a row a line, one blank between two cells; two blanks are a field with
 * nothing in it, unless full rows have such gaps, too. So is an ideographic blank between
 * two plain ones, which all texts have one of between each other. */
#include "grid.h"
#include "pagination.h"

enum { MOST_EMPTY = 16 }; /* more blanks than a row has fields only indent it */

static unsigned claim_s(const struct grid_site *site)
{
    return grid_share(site, site->tally.nsingle);
}

/* Whether each gap of the lines is of one plain blank, or has ideographic ones between such. */
static bool has_wide_cells(const struct pieces *pieces, size_t first, size_t end)
{
    uint32_t nwide = 0, n = 0;
    for (size_t i = first; i < end; i++) {
        const struct piece_line *line = &pieces->lines[i];
        for (uint32_t k = 0; line->by_blanks && k < line->npieces; k++) {
            if (!grid_wide_blanks(pieces, line, k, &n))
                return false;
            nwide += n;
        }
    }
    return nwide > 0;
}

/* The blanks that all lines with several cells begin with: an indent, and no fields. */
static uint32_t find_indent(const struct pieces *pieces, size_t first, size_t end)
{
    uint32_t least = UINT32_MAX;
    for (size_t i = first; i < end && least > 0; i++) {
        const struct piece_line *line = &pieces->lines[i];
        uint32_t blanks = line->by_blanks ? pieces->items[line->first].blanks : UINT32_MAX;
        least = blanks < least ? blanks : least;
    }
    return least == UINT32_MAX ? 0 : least;
}

static int add_cell(struct grid *grid, const struct piece *piece, size_t index, size_t row,
                    uint32_t column)
{
    struct grid_cell *cell = grid_add(grid, piece, (uint32_t)index);
    if (!cell)
        return -1;
    if (piece->span.start == piece->span.end)
        cell->piece = NULL;
    cell->row = (uint32_t)row;
    cell->column = column;
    return 0;
}

/* Cells with nothing in them. */
static int add_empties(struct grid *grid, uint32_t n, uint32_t at, size_t index, size_t row,
                       uint32_t *column)
{
    struct piece nothing = {.span = {at, at}};
    for (; n > 0 && n <= MOST_EMPTY; n--)
        if (add_cell(grid, &nothing, index, row, (*column)++) < 0)
            return -1;
    return 0;
}

static int read_line(const struct pieces *pieces, size_t index, bool wide, uint32_t indent,
                     struct grid *grid)
{
    const struct piece_line *line = &pieces->lines[index];
    const struct piece *front = &pieces->items[line->first];
    int parted = line->npieces > 1 ? grid_part_glued(grid, pieces, front, (uint32_t)index) : 0;
    if (parted < 0)
        return -1;
    size_t row = parted > 0 ? grid->cells[grid->ncells - 1].row : index;
    uint32_t column = parted > 0 ? grid->cells[grid->ncells - 1].column + 1 : 0, nwide = 0;
    for (uint32_t k = (uint32_t)parted; k < line->npieces; k++) {
        const struct piece *piece = &pieces->items[line->first + k];
        uint32_t between = k > 0 ? 1 : indent;
        uint32_t empties = piece->blanks > between ? piece->blanks - between : 0;
        if (wide && k > 0)
            empties = nwide;
        if (add_empties(grid, empties, piece->span.start, index, row, &column) < 0 ||
            add_cell(grid, piece, index, row, column++) < 0)
            return -1;
        if (wide && line->by_blanks)
            grid_wide_blanks(pieces, line, k, &nwide);
    }
    return wide ? add_empties(grid, nwide, line->span.end, index, row, &column) : 0;
}

static int read_s(const struct pieces *pieces, size_t first, size_t end, struct grid *grid)
{
    bool wide = has_wide_cells(pieces, first, end);
    uint32_t indent = find_indent(pieces, first, end);
    for (size_t i = first; i < end; i++) {
        const struct piece_line *line = &pieces->lines[i];
        bool noise = line->npieces == 1 && (pieces->items[line->first].is_noise ||
                                            (pieces->has_feeds && pagination_is_bare(pieces, i)));
        if (line->is_blank || noise)
            continue;
        if (read_line(pieces, i, wide, indent, grid) < 0)
            return -1;
        grid->cells[grid->ncells - 1].ends_page = pagination_is_apart(pieces, i);
    }
    return 0;
}

/* Whether a full row has empty fields between its values: blanks that only pad. */
static bool is_padded(const struct grid *grid, const struct grid_run *run)
{
    size_t first = run->first;
    size_t end = run->end;
    if (grid_count(grid, run) != run->width)
        return false;
    while (run->label_columns > 1 && grid->cells[first].shape == SHAPE_EMPTY)
        first++;
    while (grid->cells[end - 1].shape == SHAPE_EMPTY)
        end--;
    return end - first > run->width;
}

/* Whether a line of the header has more than one blank between any two of its labels: so many
 * part two cells. */
static bool is_header_padded(const struct grid *grid)
{
    enum { LEAST_LABELS = 4 };
    for (size_t i = 0, end; i < grid->ncells; i = end) {
        size_t nlabels = 0;
        bool is_apart = true;
        end = grid_row_end(grid, i);
        for (size_t k = i; k < end; k++) {
            nlabels += grid_is_column_label(&grid->cells[k]);
            is_apart = is_apart && (k == i || grid->cells[k].shape == SHAPE_EMPTY ||
                                    grid->cells[k - 1].shape == SHAPE_EMPTY);
        }
        if (is_apart && nlabels >= LEAST_LABELS)
            return true;
    }
    return false;
}

static void survey_s(struct grid *grid, struct grid_run *runs, size_t nruns)
{
    grid->gaps_hold = !is_header_padded(grid);
    for (size_t i = 0; i < nruns; i++)
        grid->gaps_hold = grid->gaps_hold && !is_padded(grid, &runs[i]);
    grid_survey_fields(grid, runs, nruns);
}

static enum grid_placing place_s(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    size_t n = grid_count(grid, run);
    if (n == 1 && grid->cells[run->end - 1].ends_page)
        return GRID_UNPLACED; /* the page's number, as likely */
    if (!grid->gaps_hold && n > 0 && n != run->width)
        return GRID_UNPLACED;
    return grid_place_fields(grid, run, at);
}

const struct grid_reader grid_s = {
    .layout = "S",
    .has_rows = true,
    .claim = claim_s,
    .read = read_s,
    .survey = survey_s,
    .place = place_s,
};
