#include "local_stream.h"

enum { LEAST_ROWS = 3, LEAST_COLUMNS = 2, MOST_COLUMNS = 20 };

/* The cells from some line on, one after the other. */
struct walk {
    const struct pieces *pieces;
    size_t line, end;
    uint32_t index;   /* of the line's next piece */
    size_t nblanks;   /* blank lines before `line` */
    size_t row;       /* of the last cell where tabs part cells, else 0 */
    bool after_text;  /* where tabs part cells: no tab since the last text */
    bool after_tab;   /* a tab, and its cell has not come yet */
    bool was_reached; /* what ends a table, and the blank cell before it was told */
};

struct stream_cell {
    struct span span;
    enum cell_shape shape;
    size_t row;
    size_t end; /* the line behind it */
};

static const struct piece *piece_at(const struct pieces *pieces, size_t line, uint32_t k)
{
    return &pieces->items[pieces->lines[line].first + k];
}

/* A bar, or a tab that stands for one, and nothing else. */
static bool is_lone(const struct piece_line *line)
{
    return line->is_barred && line->npieces == 2 && line->nfilled == 0;
}

static bool ends_table(const struct piece_line *line)
{
    return line->is_heading || line->has_prose || line->markup || line->wiki || line->delimiter ||
           (!line->is_barred && line->npieces > 1);
}

bool local_stream_may_begin(const struct pieces *pieces, size_t line, size_t end)
{
    const struct piece_line *first = &pieces->lines[line];
    size_t next = line + 1;
    if (!pieces->has_bars || first->nfilled != 1 || ends_table(first))
        return false;
    if (first->is_barred)
        return first->npieces == 2 && first->head == first->first;
    while (next < end && pieces->lines[next].is_blank)
        next++;
    return next < end && is_lone(&pieces->lines[next]);
}

static bool skip_blanks(struct walk *walk)
{
    const struct piece_line *lines = walk->pieces->lines;
    for (; walk->line < walk->end && (lines[walk->line].is_blank || lines[walk->line].is_rule);
         walk->line++)
        walk->nblanks += lines[walk->line].is_blank;
    return walk->line < walk->end && !ends_table(&lines[walk->line]);
}

/* The next cell that a bar ends: broken by a line end it goes on with the next line. */
static bool next_barred(struct walk *walk, struct stream_cell *out)
{
    bool is_open = false;
    *out = (struct stream_cell){.shape = SHAPE_EMPTY};
    while (skip_blanks(walk)) {
        const struct piece_line *line = &walk->pieces->lines[walk->line];
        const struct piece *piece = piece_at(walk->pieces, walk->line, walk->index);
        bool is_last = ++walk->index == line->npieces;
        if (piece->shape != SHAPE_EMPTY) {
            out->span = is_open ? span_join(out->span, piece->span) : piece->span;
            out->shape = is_open ? SHAPE_TEXT : piece->shape;
            is_open = true;
        } else if (!is_last && !is_open) {
            out->span = piece->span;
        }
        out->end = walk->line + 1;
        if (is_last) {
            walk->line++;
            walk->index = 0;
        } else {
            return true;
        }
    }
    return false;
}

static void tell_blank(const struct walk *walk, struct stream_cell *out)
{
    uint32_t at = walk->pieces->lines[walk->line - 1].span.start;
    *out = (struct stream_cell){{at, at}, SHAPE_EMPTY, walk->row, walk->line};
}

/* The text at the line, with those right below it where a blank line ends each row. */
static void take_text(struct walk *walk, struct stream_cell *out)
{
    const struct piece_line *lines = walk->pieces->lines;
    const struct piece *piece = piece_at(walk->pieces, walk->line, 0);
    *out = (struct stream_cell){piece->span, piece->shape, walk->row, ++walk->line};
    while (walk->pieces->tab_gap == 0 && walk->line < walk->end && !lines[walk->line].is_blank &&
           !lines[walk->line].is_barred && !ends_table(&lines[walk->line])) {
        out->span = span_join(out->span, piece_at(walk->pieces, walk->line, 0)->span);
        out->shape = SHAPE_TEXT;
        out->end = ++walk->line;
    }
    walk->after_text = true;
    walk->after_tab = false;
    walk->nblanks = 0;
}

/* The next cell where lone tabs part those of a row. More blank lines than stand between a tab
 * and its text: the cell on that side is blank, the first or the last of its row. */
static bool next_parted(struct walk *walk, struct stream_cell *out)
{
    const struct pieces *pieces = walk->pieces;
    while (skip_blanks(walk)) {
        bool is_apart = walk->nblanks > pieces->tab_gap;
        bool was_tab = walk->after_tab;
        if (!is_lone(&pieces->lines[walk->line])) {
            if (pieces->lines[walk->line].is_barred)
                return false;
            walk->after_tab = false;
            if (was_tab && is_apart) {
                tell_blank(walk, out);
                walk->after_text = true;
                return true;
            }
            walk->row += walk->after_text;
            take_text(walk, out);
            return true;
        }
        bool is_first = is_apart && walk->after_text;
        walk->line++;
        walk->nblanks = 0;
        walk->row += is_first;
        walk->after_tab = true;
        walk->after_text = false;
        if (was_tab || is_first) {
            tell_blank(walk, out);
            return true;
        }
    }
    if (!walk->after_tab || walk->was_reached)
        return false;
    walk->was_reached = true;
    tell_blank(walk, out);
    return true;
}

static bool next_cell(struct walk *walk, struct stream_cell *out)
{
    return walk->pieces->tabs_part_cells ? next_parted(walk, out) : next_barred(walk, out);
}

/* Rows end where no tab parts two texts: as many as have what the first has. */
static bool find_parted(struct walk *walk, struct local_stream *out)
{
    struct stream_cell cell;
    size_t ncells = 0, nvalues = 0, row = 0, end = out->first;
    bool has_value = false;
    for (bool more = true; more;) {
        more = next_cell(walk, &cell);
        if (!more || cell.row != row) {
            out->ncols = row == 0 ? ncells : out->ncols;
            if (ncells != out->ncols)
                break;
            out->nrows = row + 1;
            out->end = end;
            nvalues += has_value;
            row++;
            ncells = 0;
            has_value = false;
        }
        ncells++;
        end = cell.end;
        has_value = has_value || cell.shape == SHAPE_NUMBER;
    }
    return out->nrows >= LEAST_ROWS && nvalues >= LEAST_ROWS - 1 && out->ncols >= LEAST_COLUMNS &&
           out->ncols <= MOST_COLUMNS;
}

/* Bars do not tell where a row ends: a text behind a value or a blank cell begins one, and such
 * are equally far apart, from the first row to the last. A bar that stands between two rows makes
 * a blank cell, which the last row need not have. */
static bool find_barred(struct walk *walk, struct local_stream *out)
{
    struct stream_cell cell;
    enum cell_shape last = SHAPE_TEXT;
    size_t ncells = 0, nvalues = 0, start = 0, nstarts = 0, nblank_ends = 0;
    for (; next_cell(walk, &cell); ncells++) {
        out->end = cell.end;
        nvalues += cell.shape == SHAPE_NUMBER;
        if (cell.shape == SHAPE_TEXT && last != SHAPE_TEXT) {
            if (nstarts == 1)
                out->ncols = ncells - start;
            if (nstarts > 0 && ncells - start != out->ncols)
                return false;
            start = ncells;
            nstarts++;
            nblank_ends += last == SHAPE_EMPTY;
        }
        last = cell.shape;
    }
    out->nrows = out->ncols > 0 ? start / out->ncols + 1 : 0;
    bool is_whole = ncells == start + out->ncols ||
                    (ncells + 1 == start + out->ncols && nblank_ends == nstarts);
    return nstarts >= LEAST_ROWS - 1 && nvalues >= LEAST_ROWS - 1 && out->ncols >= LEAST_COLUMNS &&
           out->ncols <= MOST_COLUMNS && last != SHAPE_TEXT && start % out->ncols == 0 && is_whole;
}

bool local_stream_find(const struct pieces *pieces, size_t end, struct local_stream *out)
{
    struct walk walk = {.pieces = pieces, .line = out->first, .end = end};
    out->nrows = out->ncols = 0;
    out->end = out->first;
    bool found = pieces->tabs_part_cells ? find_parted(&walk, out) : find_barred(&walk, out);
    if (!found)
        out->end = walk.line;
    return found;
}

void local_stream_fill(const struct pieces *pieces, const struct local_stream *stream,
                       struct local_cell *cells)
{
    struct walk walk = {.pieces = pieces, .line = stream->first, .end = stream->end};
    struct stream_cell cell;
    for (size_t i = 0; i < stream->nrows * stream->ncols && next_cell(&walk, &cell); i++)
        cells[i].span = cell.span;
}
