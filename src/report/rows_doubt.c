/* Where a text heaps the figures of several rows, what a row seems to have, or to leave
 * blank, may be its neighbour's. */
#include <string.h>

#include "gouji/base/ascii.h"
#include "rows.h"
#include "words.h"

enum { KEY_NBYTES = 480 };

/* 8670 + : figures with something that no value has, and no word. */
static bool looks_like_figure(const struct unit *unit)
{
    bool digit = false;
    for (size_t i = 0; i < unit->text.nbytes; i++) {
        if ((unsigned char)unit->text.ptr[i] >= 0xE3)
            return false;
        digit = digit || ascii_is_digit(unit->text.ptr[i]);
    }
    return digit && !unit->hit.label;
}

static bool has_lost_figures(const struct reading *reading, const struct row_runs *runs, size_t u)
{
    const struct unit *unit = unit_at(reading, (int)u);
    return !runs->used[u] && (unit->nvalues > 0 || looks_like_figure(unit));
}

/* Whether figures that no row has stand behind the row's label or before it, as
 * far as the next one's. */
static bool has_figures_beside(const struct reading *reading, const struct row_runs *runs,
                               const struct row_run *run)
{
    const struct alignment *a = reading->blocks[run->block].alignment;
    for (size_t u = (size_t)run->unit; u-- > 0 && a->slot_of[u] < 0;)
        if (has_lost_figures(reading, runs, u))
            return true;
    for (size_t u = (size_t)run->unit + 1; u < reading->units.nitems && a->slot_of[u] < 0; u++)
        if (has_lost_figures(reading, runs, u))
            return true;
    return false;
}

static size_t count_figures(const struct reading *reading, const struct row_run *run)
{
    return run && run->placing == GRID_UNPLACED ? grid_count(&reading->grid, &run->run) : 0;
}

/* Whether the text does not go row by row: labels of columns stand below those of rows,
 * or those of rows in another order than the form's. */
static bool is_jumbled(const struct reading *reading)
{
    bool in_rows = false;
    for (size_t u = 0; u < reading->units.nitems && reading->nblocks == 1; u++) {
        const struct unit *unit = unit_at(reading, (int)u);
        if (in_rows && unit_is(unit, LABEL_COLUMN))
            return true;
        in_rows = in_rows || unit_is(unit, LABEL_ROW);
    }
    return reading->nblocks == 1 && reading->blocks[0].alignment->out_of_order;
}

/* Whether some row has figures that cannot be placed, where the text is jumbled: they
 * may be any other's. */
static bool has_strewn_figures(const struct reading *reading, const struct row_runs *runs)
{
    bool has_figures = false;
    for (size_t i = 0; i < runs->nitems && !has_figures; i++)
        has_figures = count_figures(reading, &runs->items[i]) > 0;
    return has_figures && is_jumbled(reading);
}

/* Whether figures that may be this row's stand behind its label, or too many behind the
 * next label below or above that has any. */
static bool is_heaped(const struct reading *reading, const struct row_runs *runs,
                      const struct row_run *run)
{
    const struct row_run *below = run;
    const struct row_run *above = run;
    for (; below && row_is_bare(reading, below); below = rows_neighbour(runs, below, true))
        if (has_figures_beside(reading, runs, below))
            return true;
    while (above && row_is_bare(reading, above))
        above = rows_neighbour(runs, above, false);
    return count_figures(reading, below) > run->run.width ||
           count_figures(reading, above) > run->run.width;
}

/* Whether the label of a group has figures behind it that no row has. */
static bool has_group_figures(const struct reading *reading, const struct row_runs *runs,
                              uint16_t block)
{
    const struct alignment *a = reading->blocks[block].alignment;
    for (size_t u = 0; u < reading->units.nitems; u++)
        if (unit_at(reading, (int)u)->nvalues > 0 && !runs->used[u] && a->slot_of[u] >= 0 &&
            alignment_row(a, (size_t)a->slot_of[u])->is_group)
            return true;
    return false;
}

/* Where labels come one below the other and then all their figures, as some PDFs
 * are flattened, a row with nothing right behind its label is not blank. */
static void doubt_blanks(const struct reading *reading, struct row_runs *runs)
{
    bool *doubted = arena_array(reading->scratch, runs->nitems, sizeof *doubted);
    bool strewn = has_strewn_figures(reading, runs);
    for (size_t i = 0; doubted && i < runs->nitems && !reading->grid.reader->has_rows; i++) {
        const struct row_run *run = &runs->items[i];
        doubted[i] = row_is_bare(reading, run) && (strewn || is_heaped(reading, runs, run) ||
                                                   has_group_figures(reading, runs, run->block));
    }
    for (size_t i = 0; doubted && i < runs->nitems; i++)
        if (doubted[i])
            runs->items[i].placing = GRID_UNPLACED;
}

static bool has_number(const struct grid *grid, const struct unit *unit)
{
    for (size_t i = unit->vfirst; i < unit->vend; i++)
        if (grid->cells[i].shape == SHAPE_NUMBER)
            return true;
    return false;
}

/* Figures that no row has, without a label or beside a part of one: they may belong to
 * the row above or below. */
static bool is_estranged(const struct reading *reading, const struct row_runs *runs, size_t u)
{
    char key[KEY_NBYTES];
    const struct unit *unit = unit_at(reading, (int)u);
    if (unit->nvalues == 0 || runs->used[u] || unit->hit.label || unit->text.nbytes > sizeof key)
        return false;
    if (reading->grid.reader != &grid_p && !has_number(&reading->grid, unit))
        return false; /* the dashes of a frame */
    struct slice part = slice_make(key, label_key(unit->text, key));
    return part.nbytes == 0 || labels_contain(reading->pieces->labels, reading->table, part);
}

static bool has_blanks(const struct row_run *run)
{
    for (size_t i = 0; run->placing == GRID_PLACED && i < run->run.width; i++)
        if (run->at[i] == GRID_NO_CELL)
            return true;
    return run->placing == GRID_BLANK;
}

/* Whether the unit is the label of a row that has figures of its own. */
static bool ends_search(const struct alignment *a, size_t u)
{
    return a->slot_of[u] >= 0 && !alignment_row(a, (size_t)a->slot_of[u])->is_group;
}

/* Whether the unit has figures that no row has, behind a text which holds the row's whole label. */
static bool holds_label(const struct reading *reading, const struct row_runs *runs,
                        const struct row_run *run, size_t u)
{
    char key[KEY_NBYTES];
    const struct unit *unit = unit_at(reading, (int)u);
    struct slice label = reading->blocks[run->block].form->rows[run->row].key;
    if (unit->nvalues == 0 || runs->used[u] || unit->hit.label || unit->text.nbytes > sizeof key)
        return false;
    struct slice text = slice_make(key, label_key(unit->text, key));
    return label.nbytes > 0 && memmem(text.ptr, text.nbytes, label.ptr, label.nbytes) != NULL;
}

static bool is_beside_estranged(const struct reading *reading, const struct row_runs *runs,
                                const struct row_run *run)
{
    const struct alignment *a = reading->blocks[run->block].alignment;
    for (size_t u = (size_t)run->unit; u-- > 0 && !ends_search(a, u);)
        if (is_estranged(reading, runs, u))
            return true;
    for (size_t u = (size_t)run->unit + 1; u < reading->units.nitems && !ends_search(a, u); u++)
        if (is_estranged(reading, runs, u) || holds_label(reading, runs, run, u))
            return true;
    return false;
}

/* A label over several lines may have its figures on two of them: what the row seems to
 * leave blank may stand on the other. */
static void doubt_beside_estranged(const struct reading *reading, struct row_runs *runs)
{
    const struct grid_reader *reader = reading->grid.reader;
    for (size_t i = 0; i < runs->nitems && reader->has_rows && reader != &grid_h; i++) {
        struct row_run *run = &runs->items[i];
        bool may = reader == &grid_p ? has_blanks(run) : run->placing == GRID_BLANK;
        if (may && is_beside_estranged(reading, runs, run))
            run->placing = GRID_UNPLACED;
    }
}

/* Whether the row is the first below a group's label that has figures no row has. */
static bool is_below_group_figures(const struct reading *reading, const struct row_runs *runs,
                                   const struct row_run *run)
{
    const struct alignment *a = reading->blocks[run->block].alignment;
    for (size_t u = (size_t)run->unit; u-- > 0 && !ends_search(a, u);)
        if (a->slot_of[u] >= 0 && !runs->used[u] &&
            has_number(&reading->grid, unit_at(reading, (int)u)))
            return true;
    return false;
}

/* A group prints no figures of its own: those of its first row may stand a line higher. */
static void doubt_below_groups(const struct reading *reading, struct row_runs *runs)
{
    for (size_t i = 0; i < runs->nitems && reading->grid.reader->has_rows; i++) {
        struct row_run *run = &runs->items[i];
        bool is_blank = run->placing == GRID_BLANK ||
                        (run->placing == GRID_PLACED && grid_count(&reading->grid, &run->run) == 0);
        if (is_blank && run->unit >= 0 && is_below_group_figures(reading, runs, run))
            run->placing = GRID_UNPLACED;
    }
}

/* The first unit below rows that is the label of a column the header lacks, where there
 * are several such; else none. */
static size_t first_late_label(const struct reading *reading)
{
    enum { LEAST_LATE = 2 };
    size_t first = reading->units.nitems;
    unsigned seen = 0;
    unsigned nlate = 0;
    bool in_rows = false;
    for (size_t u = 0; u < reading->units.nitems && reading->nblocks == 1; u++) {
        const struct unit *unit = unit_at(reading, (int)u);
        in_rows = in_rows || (unit_is(unit, LABEL_ROW) && unit->nvalues > 0);
        if (!unit_is(unit, LABEL_COLUMN) || unit->hit.label->index >= 32)
            continue;
        unsigned column = 1u << unit->hit.label->index;
        bool late = in_rows && !(seen & column);
        first = late && nlate == 0 ? u : first;
        nlate += late;
        seen |= column;
    }
    return nlate >= LEAST_LATE ? first : reading->units.nitems;
}

/* Whether several rows, or one by far, have more figures behind their labels than columns:
 * the text goes by places on the page, not by rows. */
static bool is_overflowing(const struct reading *reading, const struct row_runs *runs)
{
    size_t nfull = 0;
    for (size_t i = 0; i < runs->nitems && reading->grid.reader == &grid_a1; i++) {
        size_t n = count_figures(reading, &runs->items[i]);
        nfull += n > 2 * runs->items[i].run.width ? 2 : n > runs->items[i].run.width;
    }
    return nfull > 1;
}

/* Whether the row has some figures, but less than its own: others may have those. */
static bool is_broken(const struct reading *reading, const struct row_run *run)
{
    size_t n = count_figures(reading, run);
    return n > 0 && n < run->run.width;
}

/* There line breaks count no blank cells, a label without figures is no blank row, and a full
 * row beside one that is not may have some of its figures. */
static void doubt_overflow(const struct reading *reading, struct row_runs *runs)
{
    bool *doubted = arena_array(reading->scratch, runs->nitems, sizeof *doubted);
    if (!doubted || !is_overflowing(reading, runs))
        return;
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *run = &runs->items[i];
        doubted[i] = has_blanks(run) || is_broken(reading, rows_neighbour(runs, run, true)) ||
                     is_broken(reading, rows_neighbour(runs, run, false));
    }
    for (size_t i = 0; i < runs->nitems; i++)
        if (doubted[i])
            runs->items[i].placing = GRID_UNPLACED;
}

/* 件, 条 alone in a line of the table or right behind it: torn from its figure. */
static bool has_torn_units(const struct reading *reading)
{
    enum { MOST_BEHIND = 4, LONGEST = 6, SHORTEST = 3 };
    static const char *const units[] = {"件", "条", "项", "个", "元", "万元"};
    const struct pieces *pieces = reading->pieces;
    for (size_t i = reading->region.first;
         i < pieces->report->nlines && i < reading->region.end + MOST_BEHIND; i++) {
        const struct piece_line *line = &pieces->lines[i];
        if (line->npieces != 1)
            continue;
        struct slice text = piece_text(&pieces->items[line->first]);
        if (text.nbytes < SHORTEST || text.nbytes > LONGEST)
            continue;
        for (size_t k = 0; k < sizeof units / sizeof *units; k++)
            if (slice_is(text, units[k]))
                return true;
    }
    return false;
}

/* Whether a row's figures stand on several lines, here several in one, there one alone. */
static bool is_ragged(const struct grid *grid, const struct row_run *run)
{
    enum { LEAST_LINES = 3 };
    size_t nlines = 0, n = 0, most = 0, least = run->run.width;
    for (size_t i = run->run.first; i < run->run.end; i++) {
        bool starts = i == run->run.first || grid->cells[i].line != grid->cells[i - 1].line;
        least = starts && nlines > 0 && n < least ? n : least;
        n = starts ? 1 : n + 1;
        nlines += starts;
        most = n > most ? n : most;
    }
    return nlines >= LEAST_LINES && most > 1 && least == 1;
}

/* Where units are torn from such figures, these were taken from the page in no known order. */
static void doubt_ragged(const struct reading *reading, struct row_runs *runs)
{
    const struct grid_reader *reader = reading->grid.reader;
    bool may = reader == &grid_a1 || reader == &grid_s || reader == &grid_p;
    bool is_known = false; /* that units are torn */
    for (size_t i = 0; i < runs->nitems && may; i++) {
        if (runs->items[i].placing != GRID_PLACED || !is_ragged(&reading->grid, &runs->items[i]))
            continue;
        may = is_known || has_torn_units(reading);
        is_known = may;
        if (may)
            runs->items[i].placing = GRID_UNPLACED;
    }
}

/* Whether the row's only figure stands nearer to its label than cells do, or some figure of a full
 * row nearer to the one before it than cells do, or than the first to the label. */
static bool is_near(const struct grid *grid, const struct grid_run *run)
{
    uint32_t gap = grid->cells[run->first].gap;
    uint32_t usual = run->width > 1 && gap > grid->base_gap ? gap : grid->base_gap;
    bool is_near = run->width == 1 && gap > 0 && gap < usual;
    bool is_full = run->width > 1 && grid_count(grid, run) == run->width;
    for (size_t i = run->first + 1; is_full && i < run->end; i++)
        is_near = is_near || grid->cells[i].gap < usual;
    return is_near;
}

/* A figure nearer to its label, or to the one before it, than cells are, beside a row that has
 * none or too few: it may be the other's. */
static void doubt_near(const struct reading *reading, struct row_runs *runs)
{
    const struct grid *grid = &reading->grid;
    for (size_t i = 0; i < runs->nitems && grid->reader == &grid_a1; i++) {
        struct row_run *run = &runs->items[i];
        if (run->placing != GRID_PLACED || run->run.first == run->run.end ||
            !is_near(grid, &run->run))
            continue;
        for (int below = 0; below < 2; below++) {
            const struct row_run *other = rows_neighbour(runs, run, below);
            bool is_bare = other && (below || run->run.width > 1) && row_is_bare(reading, other);
            if (!is_bare && !(run->run.width > 1 && is_broken(reading, other)))
                continue;
            runs->items[other - runs->items].placing = GRID_UNPLACED;
            run->placing = GRID_UNPLACED;
        }
    }
}

static uint32_t distance(uint32_t a, uint32_t b)
{
    return a < b ? b - a : a - b;
}

/* Figures on a line of their own between two labels that both have none beside them may be
 * either's, unless they stand right at the one and not at the other. */
static bool is_between(const struct reading *reading, const struct row_runs *runs,
                       const struct row_run *run, const struct row_run **other)
{
    const struct grid_cell *cells = reading->grid.cells;
    const struct unit *own = unit_at(reading, run->unit);
    if (run->placing != GRID_PLACED || own->first == own->end || run->run.first == run->run.end)
        return false;
    uint32_t line = cells[run->run.first].line;
    bool above = line < cells[own->first].line;
    if (!above && line <= cells[own->end - 1].line)
        return false;
    *other = rows_neighbour(runs, run, !above);
    if (!*other || (*other)->placing != GRID_BLANK || (*other)->run.first < (*other)->run.end)
        return false;
    const struct unit *their = unit_at(reading, (*other)->unit);
    uint32_t near = distance(line, cells[above ? own->first : own->end - 1].line);
    uint32_t far = distance(line, cells[above ? their->end - 1 : their->first].line);
    return near > 1 || far <= 1;
}

static void doubt_between(const struct reading *reading, struct row_runs *runs)
{
    const struct row_run *other = NULL;
    for (size_t i = 0; i < runs->nitems && reading->grid.reader == &grid_p; i++)
        if (is_between(reading, runs, &runs->items[i], &other)) {
            runs->items[other - runs->items].placing = GRID_UNPLACED;
            runs->items[i].placing = GRID_UNPLACED;
        }
}

/* Whether a note that begins behind one of the row's figures goes on in a line below. */
static bool has_open_note(const struct grid *grid, const struct row_run *run)
{
    for (size_t i = 0; i < run->run.width; i++)
        if (run->at[i] != GRID_NO_CELL &&
            memchr(grid->cells[run->at[i]].text.ptr, '(', grid->cells[run->at[i]].text.nbytes) &&
            words_open_bracket(grid->cells[run->at[i]].text))
            return true;
    return false;
}

/* There the row takes several lines, and what looks blank may stand in another of them. */
static void doubt_open_notes(const struct reading *reading, struct row_runs *runs)
{
    for (size_t i = 0; i < runs->nitems && reading->grid.reader == &grid_p; i++)
        if (runs->items[i].placing == GRID_PLACED && has_blanks(&runs->items[i]) &&
            has_open_note(&reading->grid, &runs->items[i]))
            runs->items[i].placing = GRID_UNPLACED;
}

/* Whether two of its figures stand nearer than the text's cells do. */
static bool has_near_figures(const struct grid *grid, const struct grid_run *run)
{
    for (size_t i = run->first + 1; i < run->end; i++)
        if (grid->cells[i].gap < grid->base_gap)
            return true;
    return false;
}

/* Where labels of columns that the header lacks stand below rows, figures of different
 * rows stand together, and the full row above them, or one of figures that crowd, may be
 * made of two. */
static void doubt_scattered(const struct reading *reading, struct row_runs *runs)
{
    size_t late = reading->units.nitems;
    if (!reading->grid.reader->has_rows)
        late = first_late_label(reading);
    for (size_t i = 0; i < runs->nitems && late < reading->units.nitems; i++) {
        struct row_run *run = &runs->items[i];
        bool above = (size_t)run->unit + 1 == late;
        if (run->placing == GRID_PLACED && (above || has_near_figures(&reading->grid, &run->run)))
            run->placing = GRID_UNPLACED;
    }
}

/* Whether the unit beside is the label of another row in the same printed line. */
static bool stands_beside(const struct reading *reading, const struct row_run *run, int unit)
{
    const struct alignment *a = reading->blocks[run->block].alignment;
    return unit >= 0 && unit < (int)reading->units.nitems && ends_search(a, (size_t)unit) &&
           unit_at(reading, unit)->row == unit_at(reading, run->unit)->row;
}

/* Labels of rows side by side, and no field behind them: a table turned round, or lines
 * that ran together. */
static void doubt_side_by_side(const struct reading *reading, struct row_runs *runs)
{
    for (size_t i = 0; i < runs->nitems && reading->grid.reader->has_rows; i++) {
        struct row_run *run = &runs->items[i];
        if (run->placing == GRID_BLANK && run->run.first == run->run.end &&
            (stands_beside(reading, run, run->unit - 1) ||
             stands_beside(reading, run, run->unit + 1)))
            run->placing = GRID_UNPLACED;
    }
}

/* Whether the row's label stands in a field, or at a place, right of the other's. */
static bool is_right_of(const struct reading *reading, const struct row_run *run,
                        const struct row_run *other)
{
    const struct unit *own = unit_at(reading, run->unit);
    const struct unit *their = unit_at(reading, other->unit);
    if (own->first == own->end || their->first == their->end)
        return false;
    if (reading->grid.reader == &grid_p)
        return reading->grid.cells[own->first].at[0].start >=
               reading->grid.cells[their->first].at[0].end;
    return other->run.label_column >= 0 && run->run.label_column > other->run.label_column;
}

static bool starts_blank(const struct grid *grid, const struct row_run *run)
{
    return run->placing == GRID_PLACED &&
           (run->at[0] == GRID_NO_CELL || grid->cells[run->at[0]].shape == SHAPE_EMPTY);
}

/* 四、 further right than 一、 or 二、: its row may be shifted, and what looks blank before
 * its figures a field of its label. */
static bool is_shifted(const struct reading *reading, const struct row_runs *runs,
                       const struct row_run *run)
{
    const struct form_block *form = reading->blocks[run->block].form;
    if (form->rows[run->row].parent >= 0 || !starts_blank(&reading->grid, run))
        return false;
    for (size_t i = 0; i < runs->nitems; i++)
        if (form->rows[runs->items[i].row].parent < 0 && is_right_of(reading, run, &runs->items[i]))
            return true;
    return false;
}

static void doubt_shifted(const struct reading *reading, struct row_runs *runs)
{
    const struct grid_reader *reader = reading->grid.reader;
    bool is_line = reader == &grid_c || reader == &grid_csv || reader == &grid_bar_rows ||
                   reader == &grid_box || reader == &grid_p;
    bool may = is_line && !reading->grid.flows && reading->table == TABLE_T3;
    for (size_t i = 0; i < runs->nitems && may; i++)
        if (is_shifted(reading, runs, &runs->items[i]))
            runs->items[i].placing = GRID_UNPLACED;
}

void rows_doubt(const struct reading *reading, struct row_runs *runs)
{
    rows_doubt_continued(reading, runs);
    doubt_blanks(reading, runs);
    doubt_beside_estranged(reading, runs);
    doubt_below_groups(reading, runs);
    rows_doubt_torn(reading, runs);
    doubt_scattered(reading, runs);
    doubt_between(reading, runs);
    doubt_open_notes(reading, runs);
    doubt_overflow(reading, runs);
    doubt_ragged(reading, runs);
    doubt_near(reading, runs);
    doubt_side_by_side(reading, runs);
    doubt_shifted(reading, runs);
}
