/* Rows of tabbed cells that line ends inside their boxes break: a line without a text goes on in
 * the row above, and the lines that have as many fields together as the table's rows do are one
 * row. Where tabs part the cells (C), each line begins in the box that the one above ends in; where
 * one begins each (A2), only a line without any does. */
#include "form_private.h"
#include "grid.h"

enum { MOST_FIELDS = 32 };

/* The lines from one with a text up to the next, or to two figures in one box. */
struct chain {
    size_t end;     /* cells */
    size_t nfields; /* boxes */
    size_t nbehind; /* of these, behind the last text */
    size_t nvalues; /* of these, filled */
    bool is_broken; /* a line goes on in the row or in the box above */
    bool has_folio; /* a number alone on its line fills an empty box, as a page's would */
    bool is_filled; /* its last box is */
};

/* How many fields the rows of the table have: all of them, or those behind the labels. */
struct look {
    size_t nfields, nbehind; /* 0: they differ */
    size_t nfigures;         /* the most that a row of the form has */
    size_t nbroken;          /* rows that line ends break, and no number alone on its line */
};

static bool has_text(const struct grid *grid, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (grid->cells[i].shape == SHAPE_TEXT)
            return true;
    return false;
}

/* Whether the cell is the rest of the box above, in a row that began with another. */
static bool is_rest(const struct grid *grid, size_t index, uint32_t row)
{
    const struct grid_cell *cell = &grid->cells[index];
    bool begins_line = grid->reader == &grid_c && cell->column == 0;
    return begins_line ? cell->row != row : cell->lacks_tab;
}

/* Whether the rest of a box, with something in it, may go on in it: it holds nothing, and, where
 * blank lines part rows, none stands between. */
static bool may_fill(const struct grid *grid, size_t index, const struct chain *chain)
{
    const struct grid_cell *cell = &grid->cells[index];
    return !chain->is_filled && (grid->reader == &grid_c || cell[-1].row == cell->row);
}

/* Whether the cell is all of its line, without a tab, and might be a page's number. */
static bool is_folio(const struct grid *grid, size_t index)
{
    const struct grid_cell *cell = &grid->cells[index];
    bool alone = cell->lacks_tab || index + 1 == grid->ncells || cell[1].row != cell->row;
    return alone && grid_may_be_page(cell);
}

/* Puts the line [first, end) to the chain that begins with the cell `start`; false: a figure stands
 * in a box that has one. */
static bool take_line(const struct grid *grid, size_t start, size_t end, struct chain *chain)
{
    for (size_t i = chain->end; i < end; i++) {
        bool rest = i > start && is_rest(grid, i, grid->cells[start].row);
        bool text = grid->cells[i].shape == SHAPE_TEXT, fills = grid->cells[i].shape != SHAPE_EMPTY;
        if (rest && fills && !may_fill(grid, i, chain))
            return false;
        chain->has_folio = chain->has_folio || (rest && fills && is_folio(grid, i));
        chain->nfields += !rest;
        chain->nbehind = text ? 0 : chain->nbehind + !rest;
        chain->nvalues = text ? 0 : chain->nvalues + fills;
        chain->is_filled = fills || (rest && chain->is_filled);
        chain->is_broken = chain->is_broken || rest || grid->cells[i].row != grid->cells[start].row;
    }
    chain->end = end;
    return true;
}

/* The chain that the row at the cell `first` begins. */
static struct chain chain_at(const struct grid *grid, size_t first)
{
    struct chain chain = {.end = first};
    if (!take_line(grid, first, grid_row_end(grid, first), &chain))
        return (struct chain){.end = grid_row_end(grid, first)};
    while (chain.end < grid->ncells) {
        struct chain longer = chain;
        size_t end = grid_row_end(grid, chain.end);
        if (has_text(grid, chain.end, end) || !take_line(grid, first, end, &longer))
            break;
        chain = longer;
    }
    return chain;
}

/* The count that most of the rows have. */
static size_t usual(const size_t counts[MOST_FIELDS])
{
    size_t best = 0;
    for (size_t i = 1; i < MOST_FIELDS; i++)
        best = counts[i] > counts[best] ? i : best;
    return best;
}

static struct look look_at(const struct grid *grid)
{
    enum { LEAST_ROWS = 3, LEAST_PERCENT = 60 };
    size_t nfields[MOST_FIELDS] = {0}, nbehind[MOST_FIELDS] = {0}, nrows = 0, nbroken = 0;
    for (size_t i = 0, end; i < grid->ncells; i = end) {
        end = grid_row_end(grid, i);
        if (!has_text(grid, i, end))
            continue;
        struct chain chain = chain_at(grid, i);
        bool counts = chain.nbehind > 0 && chain.nfields < MOST_FIELDS;
        nrows += counts;
        nfields[chain.nfields * counts] += counts;
        nbehind[chain.nbehind * counts] += counts;
        nbroken += counts && chain.is_broken && !chain.has_folio;
        end = chain.end;
    }
    size_t whole = usual(nfields), behind = usual(nbehind);
    bool differ = nfields[whole] < nbehind[behind];
    size_t most = differ ? nbehind[behind] : nfields[whole];
    if (most < LEAST_ROWS || most * 100 < nrows * LEAST_PERCENT)
        return (struct look){0};
    return (struct look){
        .nfields = differ ? 0 : whole, .nbehind = differ ? behind : 0, .nbroken = nbroken};
}

static bool is_row(const struct look *look, const struct chain *chain)
{
    enum { LEAST_BROKEN = 2 };
    bool is_whole = look->nfields > 0 ? chain->nfields == look->nfields
                                      : look->nbehind > 0 && chain->nbehind == look->nbehind;
    bool is_figure = chain->nvalues == look->nfigures && look->nbroken >= LEAST_BROKEN;
    return is_whole && (!chain->has_folio || is_figure);
}

/* Moves the cells [first, end) to the cell n on, as one row where they are a broken one; returns
 * the cell behind them. */
static size_t move(struct grid *grid, size_t n, size_t first, size_t end, bool joins)
{
    const size_t start = n;
    const struct grid_cell head = grid->cells[first];
    for (size_t i = first; i < end; i++) {
        struct grid_cell cell = grid->cells[i];
        if (joins && i > first && is_rest(grid, i, head.row)) {
            if (cell.shape == SHAPE_EMPTY)
                continue;
            n--;
        }
        if (joins) {
            cell.row = head.row;
            cell.column = grid->reader == &grid_c ? (uint32_t)(n - start) : 0;
            cell.is_untabbed = false;
        }
        grid->cells[n++] = cell;
    }
    return n;
}

static bool is_any_broken(const struct grid *grid)
{
    bool began = false;
    for (size_t i = 0, end; i < grid->ncells; i = end) {
        end = grid_row_end(grid, i);
        bool text = has_text(grid, i, end);
        if (began && !text)
            return true;
        began = began || text;
        for (size_t k = i; k < end; k++)
            if (began && grid->cells[k].is_untabbed)
                return true;
    }
    return false;
}

/* The most figures that a row of the form has; all rows of table four stand side by side. */
static size_t most_figures(const struct form_table *table, bool beside)
{
    size_t most = 0;
    for (size_t i = 0; i < table->nblocks; i++) {
        const struct form_block *block = &table->blocks[i];
        size_t n = beside ? block->nrows * block->ncols : block->ncols;
        most = n > most ? n : most;
    }
    return most;
}

/* Where the figures of table four begin: behind the last text, or beside it. */
static size_t figures_at(const struct grid *grid)
{
    size_t first = 0;
    for (size_t i = 0, end; i < grid->ncells; i = end) {
        end = grid_row_end(grid, i);
        bool beside = grid_is_value(&grid->cells[end - 1]);
        first = has_text(grid, i, end) ? beside ? i : end : first;
    }
    return first;
}

void grid_join_broken(const struct pieces *pieces, struct grid *grid)
{
    const struct form_table *form = &forms_at(pieces->report->forms, 0)->tables[grid->table];
    if (!is_any_broken(grid))
        return;
    bool one = grid->table == TABLE_T4;
    size_t n = 0, figures = one ? figures_at(grid) : 0, most = most_figures(form, one);
    struct look look = one ? (struct look){.nbehind = most} : look_at(grid);
    look.nfigures = most;
    if (look.nfields + look.nbehind == 0)
        return;
    for (size_t i = 0, end; i < grid->ncells; i = end) {
        end = grid_row_end(grid, i);
        bool joins = false;
        if (one ? i == figures : has_text(grid, i, end)) {
            struct chain chain = chain_at(grid, i);
            joins = chain.is_broken && is_row(&look, &chain);
            end = joins ? chain.end : end;
        }
        n = move(grid, n, i, end, joins);
    }
    grid->ncells = n;
}
