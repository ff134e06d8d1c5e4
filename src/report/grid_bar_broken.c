/* Barred rows that line ends inside their boxes break: where all rows of the table have the same
 * bars, the lines that have them together are one row. */
#include "grid_bar.h"

uint32_t bar_whole_fields(const struct pieces *pieces, size_t first, size_t end)
{
    enum { LEAST_WHOLE = 2, LEAST_PERCENT = 20 };
    uint32_t most = 0;
    size_t nwhole = 0, nlines = 0;
    for (size_t i = first; i < end; i++) {
        const struct piece_line *line = &pieces->lines[i];
        if (!line->is_barred || line->is_rule)
            continue;
        nlines++;
        nwhole = line->npieces > most ? 1 : nwhole + (line->npieces == most);
        most = line->npieces > most ? line->npieces : most;
    }
    return nwhole >= LEAST_WHOLE && nwhole * 100 >= nlines * LEAST_PERCENT ? most : 0;
}

/* What a line begins with, behind the bar that it may begin with. */
static bool begins_with_text(const struct pieces *pieces, const struct piece_line *line)
{
    return line->nfilled > 0 && pieces->items[line->head].shape == SHAPE_TEXT;
}

/* Whether the box that ends one line, and holds `last` so far, may go on in the next: never two
 * values in one, nor a bar that ends the box and one that opens the next row. */
static bool may_go_on(const struct pieces *pieces, const struct piece *last,
                      const struct piece_line *line, bool framed)
{
    const struct piece *piece = &pieces->items[line->first];
    if (piece->is_noise || line->wiki != WIKI_NONE)
        return false;
    if (piece->shape == SHAPE_EMPTY)
        return line->is_barred && last->shape != SHAPE_EMPTY && !begins_with_text(pieces, line);
    if (piece->shape == SHAPE_TEXT)
        return framed;
    return last->shape == SHAPE_EMPTY;
}

size_t bar_broken_row(const struct grid *grid, const struct pieces *pieces, size_t first,
                      size_t end, uint32_t width)
{
    const struct piece_line *line = &pieces->lines[first];
    uint32_t n = line->npieces;
    if (grid->bars->lead > 0 || !line->is_barred || line->wiki != WIKI_NONE || n >= width)
        return 0;
    bool framed = bar_is_framed(grid->bars);
    const struct piece *last = &pieces->items[line->first + n - 1];
    for (size_t i = first + 1; i < end; i++) {
        line = &pieces->lines[i];
        if (line->is_blank)
            continue;
        if (line->is_rule || n + line->npieces - 1 > width ||
            !may_go_on(pieces, last, line, framed))
            return 0;
        n += line->npieces - 1;
        if (n == width)
            return i + 1;
        const struct piece *own = &pieces->items[line->first + line->npieces - 1];
        last = line->npieces > 1 || own->shape != SHAPE_EMPTY ? own : last;
    }
    return 0;
}

/* The first field of a line belongs to the box that the line above ends in. */
static int add_rest(struct grid *grid, const struct pieces *pieces, uint32_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    const struct piece *piece = &pieces->items[line->first];
    struct grid_cell *box = &grid->cells[grid->ncells - 1];
    bool begins = box->shape == SHAPE_EMPTY;
    uint32_t row = box->row, column = box->column;
    if (begins) {
        grid->ncells--;
        if (!bar_add(grid, pieces, index, 0))
            return -1;
    } else if (piece->shape != SHAPE_EMPTY && grid_extend(grid, pieces, piece) < 0) {
        return -1;
    }
    box = &grid->cells[grid->ncells - 1];
    box->row = row;
    box->column = column;
    box->is_closed = line->npieces > 1;
    box->may_be_page = begins && line->npieces == 1 && grid_may_be_page(box);
    return 0;
}

/* Adds the fields [first, end) of the line to the row. */
static int add_fields(struct grid *grid, const struct pieces *pieces, uint32_t index,
                      struct span fields, uint32_t row)
{
    for (uint32_t k = fields.start; k < fields.end; k++) {
        const struct grid_cell *before = grid->ncells > 0 ? &grid->cells[grid->ncells - 1] : NULL;
        uint32_t column = before && before->row == row ? before->column + 1 : 0;
        struct grid_cell *cell = bar_add(grid, pieces, index, k);
        if (!cell)
            return -1;
        cell->row = row;
        cell->column = column;
    }
    return 0;
}

int bar_add_broken(struct grid *grid, const struct pieces *pieces, uint32_t first, uint32_t end)
{
    const struct piece_line *lines = pieces->lines;
    struct span fields = {bar_is_opened(grid, pieces, &lines[first]), lines[first].npieces};
    if (add_fields(grid, pieces, first, fields, first) < 0)
        return -1;
    for (uint32_t i = first + 1; i < end; i++) {
        if (lines[i].is_blank)
            continue;
        bool closed = i + 1 == end && bar_is_closed(grid, pieces, &lines[i]);
        fields = (struct span){1, lines[i].npieces - closed};
        if (add_rest(grid, pieces, i) < 0 || add_fields(grid, pieces, i, fields, first) < 0)
            return -1;
    }
    return 0;
}

/* Whether no bar stands between two cells of which the first ends its line. */
static bool share_box(const struct grid *grid, const struct grid_cell *above)
{
    uint32_t at = above[1].span.start;
    while (at > 0 && grid->source[at - 1] == ' ')
        at--;
    return !above->is_closed && grid_is_value(above) && grid_is_value(&above[1]) &&
           (at == 0 || grid->source[at - 1] == '\n');
}

bool bar_is_over_rows(const struct grid *grid, const struct grid_run *run)
{
    return grid->reader->row_is_line && run->first < run->end &&
           grid->cells[run->first].row != grid->cells[run->end - 1].row;
}

int bar_start_over_rows(const struct grid *grid, struct grid_run *run)
{
    size_t first = run->first;
    if (grid_count(grid, run) != run->width)
        return -1;
    while (grid->cells[first].shape == SHAPE_EMPTY)
        first++;
    bool is_beside_blank =
        first > run->first && grid->cells[first - 1].row == grid->cells[first].row;
    if (is_beside_blank || first + run->width > run->end ||
        grid->nfilled[first + run->width] - grid->nfilled[first] != run->width)
        return -1;
    for (size_t i = first; i + 1 < first + run->width; i++)
        if (grid->cells[i].row != grid->cells[i + 1].row && share_box(grid, &grid->cells[i]))
            return -1;
    run->first = first;
    return (int)grid->cells[first].column;
}
