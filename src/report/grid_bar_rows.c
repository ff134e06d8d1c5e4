/* B1 to B5, Markdown and most drawn frames: a printed row a line, cells between
 * bars. */
#include "grid_bar.h"

enum {
    LEAST_PERCENT = 25,
    LEAST_CLAIM = 70,
    SPREAD = 30,
    LEAST_GROUPS = 3,
    MOST_VALUED = 2,
    MOST_PADDED = 64
};

unsigned bar_claim_rows(const struct bar_look *look)
{
    if (look->nrows == 0 || look->nbarred * 100 < look->nlines * LEAST_PERCENT)
        return 0;
    return (unsigned)(LEAST_CLAIM + SPREAD * look->nrows / (look->nrows + look->ncells));
}

static unsigned claim_rows(const struct grid_site *site)
{
    unsigned rows = bar_claim_rows(site->bars);
    bool is_box = site->frame != NULL || (rows > 0 && bar_is_ruled(site));
    return site->bars->nwiki > 0 || is_box ? 0 : rows;
}

/* The number of fields that most rows are padded to, 0 when they are not. */
static size_t padded_width(const struct grid *grid)
{
    size_t widths[MOST_PADDED] = {0};
    size_t nrows = 0;
    size_t best = 0;
    for (size_t i = 0; i < grid->ncells; i++) {
        bool last = i + 1 == grid->ncells || grid->cells[i + 1].row != grid->cells[i].row;
        if (!last)
            continue;
        size_t width = grid->cells[i].column + 1;
        nrows++;
        widths[width < MOST_PADDED ? width : 0]++;
    }
    for (size_t i = 1; i < MOST_PADDED; i++)
        best = widths[i] > widths[best] ? i : best;
    return widths[best] * 10 >= nrows * 8 ? best : 0;
}

static bool is_form_width(const struct forms *forms, size_t width)
{
    for (size_t e = 0; e < forms_count(forms); e++)
        for (int t = 0; t < TABLE_COUNT; t++) {
            const struct form_table *table = &forms_at(forms, e)->tables[t];
            const struct form_block *block = &table->blocks[0];
            size_t nvalues = block->ncols * (table->one_printed_row ? block->nrows : 1);
            if (table->label_columns + nvalues == width)
                return true;
        }
    return false;
}

static const char *name_layout(const struct grid *grid, const struct bar_look *look,
                               const struct forms *forms)
{
    if (look->has_drawn)
        return "BOX";
    if (look->nrules > 0)
        return "MD";
    if (bar_is_framed(look))
        return "B5";
    if (look->is_indented)
        return "B4";
    size_t width = padded_width(grid);
    return width == 0 ? "B3" : is_form_width(forms, width) ? "B2" : "B1";
}

void bar_note_look(struct grid *grid, const struct pieces *pieces)
{
    const struct bar_look *look = grid->bars;
    grid->is_spaced = look->nspaced * 2 >= look->ntexts;
    grid->layout = name_layout(grid, look, pieces->report->forms);
}

/* The line begins with the rest of a label that the row's last cell begins; its other fields are
 * the row's, too. */
static int go_on(struct grid *grid, const struct pieces *pieces, uint32_t line)
{
    const struct piece_line *from = &pieces->lines[line];
    size_t broken = grid->ncells - 1, first = grid->ncells;
    uint32_t row = grid->cells[broken].row, column = grid->cells[broken].column;
    if (grid_extend(grid, pieces, &pieces->items[from->first]) < 0 ||
        bar_add_row(grid, pieces, line) < 0)
        return -1;
    grid->cells[broken].is_closed = grid->cells[first].is_closed;
    for (size_t i = first; i + 1 < grid->ncells; i++) {
        grid->cells[i] = grid->cells[i + 1];
        grid->cells[i].row = row;
        grid->cells[i].column = column + (uint32_t)(i - broken);
    }
    grid->ncells--;
    return 0;
}

static bool is_broken(const struct grid *grid, const struct pieces *pieces,
                      const struct piece_line *line)
{
    return grid->ncells > 0 && grid->bars->lead == 0 && !grid->cells[grid->ncells - 1].is_closed &&
           grid_label_goes_on(grid, pieces->labels, &pieces->items[line->first]);
}

/* Adds the row that begins with the line `index`, or goes on there; the line behind it, 0: no
 * memory. */
static size_t read_row(struct grid *grid, const struct pieces *pieces, size_t index, size_t end,
                       uint32_t width)
{
    size_t next = bar_broken_row(grid, pieces, index, end, width);
    int result;
    if (next > 0)
        result = bar_add_broken(grid, pieces, (uint32_t)index, (uint32_t)next);
    else if (is_broken(grid, pieces, &pieces->lines[index]))
        result = go_on(grid, pieces, (uint32_t)index);
    else
        result = bar_add_row(grid, pieces, (uint32_t)index);
    return result < 0 ? 0 : next > 0 ? next : index + 1;
}

static int read_rows(const struct pieces *pieces, size_t first, size_t end, struct grid *grid)
{
    uint32_t width = bar_whole_fields(pieces, first, end);
    for (size_t i = first, next; i < end; i = next) {
        const struct piece_line *line = &pieces->lines[i];
        next = line->is_blank || line->is_rule ? i + 1 : read_row(grid, pieces, i, end, width);
        if (next == 0)
            return -1;
    }
    grid_take_back_repeats(grid);
    grid_leave_remarks(grid);
    bar_note_look(grid, pieces);
    grid_measure_end(pieces, grid);
    return 0;
}

const struct grid_reader grid_bar_rows = {
    .layout = "B",
    .has_rows = true,
    .row_is_line = true,
    .claim = claim_rows,
    .read = read_rows,
    .survey = bar_survey,
    .place = bar_place,
};
