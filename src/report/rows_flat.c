/* Text taken from a page in the order of its boxes, labels and figures on lines of their own:
 * a figure may stand far behind its label, and a label without one is not blank. */
#include "rows.h"

#include <string.h>

enum { SEVERAL = 2, KEY_NBYTES = 480 };

/* Words of a header; of the next table's, their pieces, too. */
static bool is_of_header(const struct labels *labels, const struct piece *piece, bool in_next)
{
    char key[KEY_NBYTES];
    const struct label *label = piece->hit.label;
    if (label)
        return label->kind == LABEL_COLUMN || label->kind == LABEL_CAPTION ||
               label->kind == LABEL_CORNER || (in_next && label->kind != LABEL_ROW);
    struct slice text = piece_text(piece);
    if (!in_next || piece->shape != SHAPE_TEXT || text.nbytes > sizeof key)
        return false;
    struct slice part = slice_make(key, label_key(text, key));
    return part.nbytes > 0 && labels_hold(labels, TABLE_T3, part) &&
           !labels_contain(labels, TABLE_T3, part);
}

/* Whether a figure stands behind the table with nothing between but the next section's heading
 * and words of headers: what the table's last labels had beside them. Figures right below a
 * header without rows are T4's own. */
static bool has_figure_behind(const struct reading *reading)
{
    const struct pieces *pieces = reading->pieces;
    bool in_next = false;
    for (size_t i = reading->region.end; i < pieces->report->nlines; i++) {
        const struct piece_line *line = &pieces->lines[i];
        const struct piece *only = line_only_text(pieces, line);
        if (line->is_blank || line->is_rule || (only && only->is_noise))
            continue;
        if (!line->is_heading && only && only->shape == SHAPE_NUMBER)
            return true;
        bool may_go_on = only && (!in_next || reading->table == TABLE_T2) &&
                         is_of_header(pieces->labels, only, in_next);
        if (line->is_heading ? in_next : !may_go_on)
            return false;
        in_next = in_next || line->is_heading;
    }
    return false;
}

/* Whether figures stand behind the labels of columns, where rows may have none. */
static bool has_header_figures(const struct reading *reading, const struct row_runs *runs)
{
    bool in_header = false;
    for (size_t u = 0; u < reading->units.nitems; u++) {
        const struct unit *unit = unit_at(reading, (int)u);
        in_header = unit->first == unit->end ? in_header : unit_is_header(unit);
        if (in_header && unit->nvalues > 0 && !runs->used[u])
            return true;
    }
    return false;
}

/* Whether T2 has labels of columns that no caption or corner stands above since the last row. */
static bool has_loose_columns(const struct reading *reading)
{
    bool in_rows = false;
    for (size_t u = 0; u < reading->units.nitems; u++) {
        const struct unit *unit = unit_at(reading, (int)u);
        if (unit_is(unit, LABEL_COLUMN) && in_rows)
            return true;
        if (unit_is_header(unit) || unit_is(unit, LABEL_ROW))
            in_rows = unit_is(unit, LABEL_ROW);
    }
    return false;
}

/* Whether T3 has a column whose only label stands below rows. */
static bool has_late_column(const struct reading *reading)
{
    unsigned seen = 0;
    bool in_rows = false;
    for (size_t u = 0; u < reading->units.nitems; u++) {
        const struct unit *unit = unit_at(reading, (int)u);
        in_rows = in_rows || unit_is(unit, LABEL_ROW);
        if (!unit_is(unit, LABEL_COLUMN) || unit->hit.label->index >= 32)
            continue;
        unsigned column = 1u << unit->hit.label->index;
        if (in_rows && !(seen & column))
            return true;
        seen |= column;
    }
    return false;
}

static bool is_jumbled(const struct reading *reading)
{
    if (reading->nblocks > 1)
        return has_loose_columns(reading);
    return reading->nblocks == 1 &&
           (reading->blocks[0].alignment->out_of_order || has_late_column(reading));
}

/* Whether columns of the block, in T3 most of them, have no label above its rows: they stand
 * elsewhere, and their figures with them. */
static bool lacks_header(const struct reading *reading, const struct chosen *chosen)
{
    size_t n = 0;
    size_t nothers = 0; /* perhaps misprinted */
    for (size_t u = chosen->header_first; u < chosen->header_end; u++) {
        const struct unit *unit = unit_at(reading, (int)u);
        n += unit_is(unit, LABEL_COLUMN);
        nothers += unit->first < unit->end && !unit->hit.label;
    }
    return reading->nblocks > 1 ? n + nothers < chosen->form->ncols
                                : n > 0 && 2 * n < chosen->form->ncols;
}

static bool are_several(const struct reading *reading, const struct row_run *run)
{
    return run && run->placing == GRID_UNPLACED && grid_count(&reading->grid, &run->run) >= SEVERAL;
}

/* Whether the next row above or below that is not bare too has several figures, and nothing
 * tells which of them are its own. */
static bool is_beside_several(const struct reading *reading, const struct row_runs *runs,
                              const struct row_run *run)
{
    const struct row_run *below = run;
    const struct row_run *above = run;
    while (below && row_is_bare(reading, below))
        below = rows_neighbour(runs, below, true);
    while (above && row_is_bare(reading, above))
        above = rows_neighbour(runs, above, false);
    return are_several(reading, below) || are_several(reading, above);
}

/* Whether no label of another row or group stands between the two. */
static bool is_adjoining(const struct reading *reading, int one, int other)
{
    int first = one < other ? one : other;
    int end = one < other ? other : one;
    for (int u = first + 1; u < end; u++)
        if (unit_is(unit_at(reading, u), LABEL_ROW))
            return false;
    return true;
}

/* Whether the other row's figures may be among those of the run beside it: it has none, or not
 * as many as whole rows. */
static bool is_mixed_with(const struct reading *reading, const struct row_run *run,
                          const struct row_run *other)
{
    if (!other || other->placing == GRID_PLACED)
        return false;
    size_t n = grid_count(&reading->grid, &other->run);
    return n == 0 ? is_adjoining(reading, run->unit, other->unit) : n % other->run.width > 0;
}

/* Whether two labels of T2 stand nearer to each other than cells do, and figures below them:
 * those may be of both. */
static bool is_heaped(const struct reading *reading, const struct row_runs *runs,
                      const struct row_run *run)
{
    const struct grid *grid = &reading->grid;
    if (!row_is_alone(run) || reading->nblocks < 2 || run->run.end >= grid->ncells ||
        grid->cells[run->run.end].gap >= grid->base_gap)
        return false;
    const struct row_run *below = rows_neighbour(runs, run, true);
    return below && below->block == run->block && below->run.first < below->run.end;
}

static bool has_heaped_labels(const struct reading *reading, const struct row_runs *runs)
{
    for (size_t i = 0; i < runs->nitems; i++)
        if (is_heaped(reading, runs, &runs->items[i]))
            return true;
    return false;
}

static bool is_doubtful(const struct reading *reading, const struct row_runs *runs,
                        const struct row_run *run, bool strewn)
{
    if (strewn || is_heaped(reading, runs, run))
        return true;
    return row_is_bare(reading, run) && (lacks_header(reading, &reading->blocks[run->block]) ||
                                         is_beside_several(reading, runs, run));
}

/* Whether labels of columns, and then figures that no row has, stand below T4's one row: it may
 * be made of several lines of the page. */
static bool is_above_header(const struct reading *reading, const struct row_runs *runs)
{
    bool below_header = false;
    for (size_t u = (size_t)runs->items[0].unit + 1; u < reading->units.nitems; u++) {
        const struct unit *unit = unit_at(reading, (int)u);
        below_header = below_header || unit_is(unit, LABEL_COLUMN);
        if (below_header && unit->nvalues > 0 && !runs->used[u])
            return true;
    }
    return false;
}

/* The block's row whose label is printed first, or last; NULL. */
static const struct row_run *end_of_block(const struct row_runs *runs, size_t block, bool last)
{
    const struct row_run *end = NULL;
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *run = &runs->items[i];
        if (run->block == block && (!end || (run->unit > end->unit) == last))
            end = run;
    }
    return end;
}

static bool is_beside_its_figures(const struct reading *reading, const struct row_run *run)
{
    return run->run.first < run->run.end &&
           reading->grid.cells[run->run.first].line == unit_at(reading, run->unit)->line;
}

/* Whether a row's figures stand above the block's first label, and none behind its last: each
 * row may have them above its label. */
static bool may_stand_above(const struct reading *reading, const struct row_runs *runs,
                            size_t block)
{
    const struct chosen *chosen = &reading->blocks[block];
    const struct row_run *last = end_of_block(runs, block, true);
    if (!last || last->run.first < last->run.end || chosen->header_end <= chosen->header_first ||
        is_beside_its_figures(reading, end_of_block(runs, block, false)))
        return false;
    size_t u = chosen->header_end - 1;
    const struct unit *above = unit_at(reading, (int)u);
    return above->first == above->end && above->nvalues == chosen->form->ncols && !runs->used[u] &&
           (reading->nblocks > 1 || !rows_are_column_numbers(reading, u)) &&
           !grid_breaks_are_blanks(&reading->grid, &last->run);
}

static void doubt_above(const struct reading *reading, struct row_runs *runs)
{
    for (size_t block = 0; block < reading->nblocks; block++) {
        bool may = may_stand_above(reading, runs, block);
        for (size_t i = 0; i < runs->nitems && may; i++)
            if (runs->items[i].block == block && runs->items[i].placing != GRID_ABSENT)
                runs->items[i].placing = GRID_UNPLACED;
    }
}

/* Whether the line on which the label ends, broken over several as it may be, ends before the
 * figure. */
static bool is_below(const struct grid *grid, const struct grid_cell *label,
                     const struct grid_cell *figure)
{
    uint32_t end = label->span.end;
    return figure->span.start > end &&
           memchr(grid->source + end, '\n', figure->span.start - end) != NULL;
}

/* Rows with figures: of all, those that have them in lines above their labels, and below. */
struct sides {
    size_t nrows, nabove, nbelow;
};

static void count_side(const struct reading *reading, const struct row_run *run,
                       struct sides *sides)
{
    const struct unit *unit = unit_at(reading, run->unit);
    const struct grid_cell *cells = reading->grid.cells;
    if (run->run.first == run->run.end || unit->first == unit->end)
        return;
    sides->nrows++;
    sides->nabove += cells[run->run.first].line < cells[unit->first].line;
    sides->nbelow += is_below(&reading->grid, &cells[unit->end - 1], &cells[run->run.first]);
}

/* Whether few rows have their figures beside their labels, and of the others some above and
 * some below: nothing tells which of the two is right. */
static bool stand_on_both_sides(const struct reading *reading, const struct row_runs *runs)
{
    struct sides sides = {0};
    for (size_t i = 0; i < runs->nitems; i++)
        count_side(reading, &runs->items[i], &sides);
    return sides.nabove > 0 && sides.nbelow > 0 &&
           4 * (sides.nabove + sides.nbelow) >= 3 * sides.nrows;
}

static void doubt_both_sides(const struct reading *reading, struct row_runs *runs)
{
    bool may = reading->grid.reader == &grid_p && stand_on_both_sides(reading, runs);
    for (size_t i = 0; i < runs->nitems && may; i++)
        if (runs->items[i].placing == GRID_PLACED)
            runs->items[i].placing = GRID_UNPLACED;
}

void rows_doubt_flat(const struct reading *reading, struct row_runs *runs)
{
    bool *doubted = arena_array(reading->scratch, runs->nitems, sizeof *doubted);
    if (reading->table == TABLE_T4 && !reading->grid.reader->has_rows && runs->nitems == 1 &&
        is_above_header(reading, runs))
        runs->items[0].placing = GRID_UNPLACED;
    bool may = doubted && !reading->grid.reader->has_rows && reading->table != TABLE_T4;
    bool jumbled = may && is_jumbled(reading);
    bool strewn = may && (has_figure_behind(reading) || has_header_figures(reading, runs) ||
                          (jumbled && reading->table == TABLE_T2));
    bool mixed = jumbled || (may && has_heaped_labels(reading, runs));
    for (size_t i = 0; may && i < runs->nitems; i++) {
        const struct row_run *run = &runs->items[i];
        if (row_is_alone(run))
            doubted[i] = is_doubtful(reading, runs, run, strewn);
        else if (run->placing == GRID_PLACED && !run->is_stated)
            doubted[i] = mixed && (is_mixed_with(reading, run, rows_neighbour(runs, run, true)) ||
                                   is_mixed_with(reading, run, rows_neighbour(runs, run, false)));
    }
    for (size_t i = 0; may && i < runs->nitems; i++)
        if (doubted[i])
            runs->items[i].placing = GRID_UNPLACED;
    const struct grid_reader *reader = reading->grid.reader;
    if (may || reader == &grid_c || reader == &grid_s || reader == &grid_p)
        doubt_above(reading, runs);
    doubt_both_sides(reading, runs);
}
