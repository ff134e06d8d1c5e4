/* Rows that have a figure more than the form has columns, or two. Where the header names as many
 * columns that the form does not have, and what stands beside their labels tells their places,
 * each figure's column is known. */
#include <string.h>

#include "columns.h"
#include "rows.h"
#include "words.h"

enum { UNKNOWN = -1, ASIDE = -2, LEAST_PERCENT = 80 };

/* The place of a column: how many of the form's stand left of it. */
struct places {
    int at[FOREIGN_MOST];
    size_t n; /* those among the figures; others stand beside the rows' labels */
};

static bool knows_rows(const struct grid *grid)
{
    return grid->reader->has_rows && !grid->flows;
}

/* The band over all columns, or that over those but the first and the last. */
static bool is_inner(const struct chosen *chosen, const struct label *band)
{
    return chosen->alignment->table->bands[band->index + 1] == NULL;
}

/* How many of the form's columns stand left of what follows the label in its row, or of what stands
 * before it. UNKNOWN: it is no label of the header's. */
static int columns_left(const struct reading *reading, const struct chosen *chosen, size_t u,
                        bool behind)
{
    const struct unit *unit = unit_at(reading, (int)u);
    int ncols = (int)chosen->form->ncols, column = header_column(reading, chosen, u);
    if (column >= 0)
        return column + behind;
    const struct label *band = label_of_kind(unit->hit.label, LABEL_BAND);
    if (band && is_inner(chosen, band))
        return behind ? ncols - 1 : 1;
    if (band)
        return behind ? ncols : 0;
    bool is_corner = unit_is(unit, LABEL_NOTE) || unit_is(unit, LABEL_CORNER);
    if (!behind && is_corner)
        return ASIDE;
    return is_corner || (behind && unit_is(unit, LABEL_CAPTION)) ? 0 : UNKNOWN;
}

static bool is_foreign(const struct foreign *header, size_t u)
{
    return (int)u == header->units[0] || (header->n > 1 && (int)u == header->units[1]);
}

/* The next unit of the header before or behind a foreign one that is none, in its row where the
 * layout tells rows; header->end: there is none. */
static size_t neighbour(const struct reading *reading, const struct foreign *header, size_t u,
                        bool behind)
{
    const struct grid *grid = &reading->grid;
    uint32_t row = grid->cells[unit_at(reading, (int)u)->first].row;
    for (;;) {
        if (behind ? ++u == header->end : u-- == header->first)
            return header->end;
        const struct unit *unit = unit_at(reading, (int)u);
        if (knows_rows(grid) && (unit->first == unit->end || grid->cells[unit->first].row != row))
            return header->end;
        if (!is_foreign(header, u))
            return u;
    }
}

/* 备注, 上年总计: no column of the applicants', whose labels the text may have before or behind
 * it. */
static bool is_aside(const struct reading *reading, int u)
{
    const char *const *words = forms_words(reading->pieces->report->forms, "columns_aside");
    return words_holds(words, unit_at(reading, u)->text) != NULL;
}

/* The foreign column's place among the form's, ASIDE where it has none, or UNKNOWN. */
static int place_of(const struct reading *reading, const struct chosen *chosen,
                    const struct foreign *header, size_t which)
{
    size_t u = (size_t)header->units[which];
    size_t left = neighbour(reading, header, u, false), right = neighbour(reading, header, u, true);
    int ncols = (int)chosen->form->ncols;
    bool rows = knows_rows(&reading->grid);
    if (unit_is(unit_at(reading, (int)u), LABEL_NOTE)) /* it stands beside the band */
        return header->is_before_band ? 0 : right == header->end || rows ? ncols : UNKNOWN;
    int low = left < header->end ? columns_left(reading, chosen, left, true) : rows ? 0 : UNKNOWN;
    int high = right < header->end ? columns_left(reading, chosen, right, false) : ncols;
    if (high == ASIDE || low == UNKNOWN || high == UNKNOWN)
        return high;
    if (low > high) /* in a row above the label behind it, or in the same as this */
        return !rows && low == ncols && is_aside(reading, (int)u) ? ncols : UNKNOWN;
    return low == high ? low : UNKNOWN;
}

static bool names_once(const struct reading *reading, const struct chosen *chosen,
                       const struct foreign *header)
{
    uint32_t seen = 0;
    for (size_t u = header->first; u < header->end; u++) {
        int column = header_column(reading, chosen, u);
        if (column >= 0 && seen >> column & 1)
            return false;
        seen |= column >= 0 ? 1u << column : 0;
    }
    return true;
}

/* Whether the cells are figures side by side, or each behind the other, with nothing that may be a
 * page's number among them. */
static bool are_figures(const struct reading *reading, size_t first, size_t end)
{
    const struct grid *grid = &reading->grid;
    for (size_t i = first; i < end; i++) {
        const struct grid_cell *cell = &grid->cells[i];
        if (!(grid_is_value(cell) || cell->is_value) || cell->may_be_torn || cell->ends_page ||
            (i > first && cell->after_noise) || cell->is_disputed)
            return false;
        if (knows_rows(grid) && cell->line != grid->cells[first].line)
            return false;
    }
    return true;
}

/* Whether the figures stand in a line below all of their label: they may be those of the label
 * below. */
static bool is_below_label(const struct reading *reading, const struct row_run *run)
{
    const struct unit *unit = unit_at(reading, run->unit);
    const struct grid_cell *cells = reading->grid.cells;
    if (!rows_are_below_label(reading, run))
        return false;
    uint32_t end = cells[unit->end - 1].span.end;
    return cells[run->run.first].line > report_line_at(reading->pieces->report, end - 1);
}

/* Whether the row has a figure for each column, those of the header among them, and no blank
 * between; *first: the first. */
static bool is_full(const struct reading *reading, const struct row_run *run,
                    const struct places *places, size_t *first)
{
    const struct grid *grid = &reading->grid;
    size_t n = run->run.width + places->n;
    bool is_torn = run->unit >= 0 && unit_at(reading, run->unit)->is_torn;
    if (run->is_lost || is_torn || grid_count(grid, &run->run) != n)
        return false;
    for (*first = run->run.first; grid->cells[*first].shape == SHAPE_EMPTY;)
        ++*first;
    return *first + n <= run->run.end && are_figures(reading, *first, *first + n) &&
           !(knows_rows(grid) && is_below_label(reading, run));
}

/* Where the block's figures of one column stand, in the rows that have one for each, on the
 * page. */
struct strips {
    struct grid_extent at[COLUMNS_MOST];
    size_t n, nrows;
};

static void read_strips(const struct reading *reading, const struct row_runs *runs, uint16_t block,
                        uint32_t page, int metric, struct strips *out)
{
    const struct grid_cell *cells = reading->grid.cells;
    const struct places one = {.n = 1};
    *out = (struct strips){.n = reading->blocks[block].form->ncols + 1};
    for (size_t r = 0; r < runs->nitems; r++) {
        size_t first = 0;
        if (runs->items[r].block != block || !is_full(reading, &runs->items[r], &one, &first) ||
            cells[first].page != page)
            continue;
        for (size_t i = 0; i < out->n; i++) {
            if (out->nrows == 0)
                out->at[i] = cells[first + i].at[metric];
            extent_add(&out->at[i], cells[first + i].at[metric]);
        }
        out->nrows++;
    }
}

static bool are_apart(const struct strips *strips)
{
    for (size_t i = 1; i < strips->n; i++)
        if (strips->at[i].start <= strips->at[i - 1].end)
            return false;
    return true;
}

/* The only column whose figures stand below the label, or UNKNOWN. */
static int strip_below(const struct strips *strips, struct grid_extent label)
{
    int found = UNKNOWN;
    for (size_t i = 0; i < strips->n; i++) {
        if (!extents_overlap(strips->at[i], label))
            continue;
        if (found != UNKNOWN)
            return UNKNOWN;
        found = (int)i;
    }
    return found;
}

/* In aligned columns, the place of the one foreign column, first or last: that of the figures right
 * below its label, as both metrics have it, or that by which alone the figures stand in columns. */
static int place_above(const struct reading *reading, const struct row_runs *runs, uint16_t block,
                       int u)
{
    enum { LEAST_ROWS = 4 };
    const struct grid_cell *label = &reading->grid.cells[unit_at(reading, u)->first];
    int found = UNKNOWN;
    if (reading->grid.reader != &grid_p || reading->blocks[block].form->ncols + 1 > COLUMNS_MOST)
        return UNKNOWN;
    for (int metric = 0; metric < GRID_METRICS; metric++) {
        struct strips strips;
        read_strips(reading, runs, block, label->page, metric, &strips);
        if (strips.nrows < LEAST_ROWS)
            return UNKNOWN;
        if (!are_apart(&strips))
            continue;
        int own = strip_below(&strips, label->at[metric]);
        if (own == UNKNOWN || (found != UNKNOWN && found != own))
            return UNKNOWN;
        found = own;
    }
    return found == 0 || found == (int)reading->blocks[block].form->ncols ? found : UNKNOWN;
}

/* 同比增 / 减: in aligned columns, a text and below it the rest, one label. */
static bool is_one_label(const struct reading *reading, const struct foreign *header)
{
    const struct grid_cell *cells = reading->grid.cells;
    const struct grid_cell *upper = &cells[unit_at(reading, header->units[0])->first];
    const struct grid_cell *lower = &cells[unit_at(reading, header->units[1])->first];
    return reading->grid.reader == &grid_p && upper->line < lower->line &&
           (extents_overlap(upper->at[0], lower->at[0]) ||
            extents_overlap(upper->at[1], lower->at[1]));
}

/* False where some column's place is not known; true, and none, where labels are printed again for
 * each field that they cover. */
static bool find_places(const struct reading *reading, const struct row_runs *runs, uint16_t block,
                        const struct foreign *header, struct places *places)
{
    const struct chosen *chosen = &reading->blocks[block];
    bool are_known = true;
    if (!names_once(reading, chosen, header))
        return true;
    if (header->n > FOREIGN_MOST)
        return false;
    if (header->n == FOREIGN_MOST && is_one_label(reading, header)) {
        int upper = place_of(reading, chosen, header, 0);
        int lower = place_of(reading, chosen, header, 1);
        places->at[0] = upper == UNKNOWN || upper == lower ? lower
                        : lower == UNKNOWN                 ? upper
                                                           : UNKNOWN;
        places->n = places->at[0] >= 0;
        return places->at[0] != UNKNOWN;
    }
    for (size_t i = 0; i < header->n; i++) {
        int place = place_of(reading, chosen, header, i);
        if (place == UNKNOWN && header->n == 1)
            place = place_above(reading, runs, block, header->units[0]);
        are_known = are_known && place != UNKNOWN;
        if (are_known && place != ASIDE)
            places->at[places->n++] = place;
    }
    places->n = are_known ? places->n : 0;
    if (header->n == 0 && header->nalone == 1) {
        places->at[0] = place_above(reading, runs, block, header->alone);
        places->n = places->at[0] != UNKNOWN;
    }
    return are_known;
}

static void place(struct row_run *run, const struct places *places, size_t first)
{
    for (size_t c = 0; c < run->run.width; c++) {
        size_t at = first + c;
        for (size_t i = 0; i < places->n; i++)
            at += places->at[i] <= (int)c;
        run->at[c] = at;
    }
    run->run.first = run->at[0];
    run->run.end = run->at[run->run.width - 1] + 1;
    run->placing = GRID_PLACED;
    run->is_stated = run->is_wider = true;
}

/* Whether some of the columns stands before the form's last: where a row has blanks, its figures
 * may be in others than they seem. */
static bool are_shifted(const struct places *places, size_t width)
{
    bool are = false;
    for (size_t i = 0; i < places->n; i++)
        are = are || places->at[i] < (int)width;
    return are;
}

/* Nearly all rows that have figures must be so; else what looks as one more is none. */
static void place_block(const struct reading *reading, struct row_runs *runs, uint16_t block,
                        const struct places *places)
{
    size_t nfull = 0, nfilled = 0, first = 0;
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *run = &runs->items[i];
        bool is_own = run->block == block && grid_count(&reading->grid, &run->run) > 0;
        nfilled += is_own;
        nfull += is_own && is_full(reading, run, places, &first);
    }
    if (nfull == 0 || nfull * 100 < nfilled * LEAST_PERCENT)
        return;
    for (size_t i = 0; i < runs->nitems; i++) {
        struct row_run *run = &runs->items[i];
        if (run->block == block && !run->is_stated && is_full(reading, run, places, &first))
            place(run, places, first);
    }
}

/* Whether a row's figures stand in fields, empty ones too. */
static bool has_fields(const struct grid *grid)
{
    return grid->reader->has_rows && grid->reader != &grid_p && grid->reader != &grid_s;
}

/* Some row has a figure in a column of no form: another that has fewer figures may have it, too,
 * and a blank among its own. Only fields tell, with that column behind the form's. */
static void doubt_others(const struct reading *reading, struct row_runs *runs, uint16_t block,
                         const struct places *places)
{
    const struct grid *grid = &reading->grid;
    size_t ncols = reading->blocks[block].form->ncols;
    if (has_fields(grid) && places->n > 0 && !are_shifted(places, ncols))
        return;
    for (size_t i = 0; i < runs->nitems; i++) {
        struct row_run *run = &runs->items[i];
        if (run->block == block && !run->is_stated && run->placing == GRID_PLACED)
            run->placing = GRID_UNPLACED;
    }
}

/* Whether so many rows have just one figure too many that there is a column more, though the header
 * does not tell which. In a stream of cells that it shows none of, they may be pages' numbers. */
static bool are_many_wider(const struct reading *reading, const struct row_runs *runs,
                           uint16_t block)
{
    enum { LEAST_ROWS = 4, LEAST_WIDER_PERCENT = 50 };
    size_t nfilled = 0, nwider = 0;
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *run = &runs->items[i];
        size_t n = run->block == block ? grid_count(&reading->grid, &run->run) : 0;
        nfilled += n > 0;
        nwider += n == run->run.width + 1;
    }
    return nwider >= LEAST_ROWS && nwider * 100 >= nfilled * LEAST_WIDER_PERCENT;
}

static bool has_surplus(const struct reading *reading, const struct row_runs *runs)
{
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *run = &runs->items[i];
        if (run->is_wider ||
            (!run->is_stated && grid_count(&reading->grid, &run->run) > run->run.width))
            return true;
    }
    return false;
}

void rows_place_wider(const struct reading *reading, struct row_runs *runs)
{
    const struct grid *grid = &reading->grid;
    if (reading->is_deduped || grid->frame || grid->reader == &grid_h ||
        !has_surplus(reading, runs))
        return;
    for (size_t b = 0; b < reading->nblocks; b++) {
        const struct chosen *chosen = &reading->blocks[b];
        struct foreign header;
        struct places places = {0};
        if (chosen->is_undecided || chosen->is_swapped || chosen->alignment->twin >= 0 ||
            chosen->alignment->table->one_printed_row)
            continue;
        bool is_foreign = rows_find_foreign(reading, chosen, &header);
        bool are_known = !is_foreign || find_places(reading, runs, (uint16_t)b, &header, &places);
        if (places.n > 0)
            place_block(reading, runs, (uint16_t)b, &places);
        if (places.n > 0 || !are_known ||
            ((is_foreign || grid->reader->has_rows) && !has_fields(grid) &&
             are_many_wider(reading, runs, (uint16_t)b)))
            doubt_others(reading, runs, (uint16_t)b, &places);
    }
}
