/* B1 to B5 and Markdown: a printed row a line, cells between bars. Drawn frames:
 * the same, or the lines between two rules are one row. */
#include "grid_bar.h"

enum { LEAST_PERCENT = 25, LEAST_CLAIM = 70, SPREAD = 30, LEAST_GROUPS = 3, MOST_PADDED = 64 };

static unsigned claim_rows(const struct pieces *pieces, size_t first, size_t end)
{
    if (!pieces->has_bars)
        return 0;
    struct bar_look look = bar_look_at(pieces, first, end);
    if (look.nrows == 0 || look.nbarred * 100 < look.nlines * LEAST_PERCENT)
        return 0;
    return (unsigned)(LEAST_CLAIM + SPREAD * look.nrows / (look.nrows + look.ncells));
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

static void note_look(struct grid *grid, const struct pieces *pieces, const struct bar_look *look)
{
    grid->is_spaced = look->nspaced * 2 >= look->ntexts;
    grid->layout = name_layout(grid, look, pieces->report->forms);
}

static int read_rows(const struct pieces *pieces, size_t first, size_t end, struct grid *grid)
{
    struct bar_look look = bar_look_at(pieces, first, end);
    for (size_t i = first; i < end; i++) {
        const struct piece_line *line = &pieces->lines[i];
        if (line->is_blank || bar_is_rule(pieces, line))
            continue;
        if (bar_add_row(grid, pieces, &look, (uint32_t)i) < 0)
            return -1;
    }
    note_look(grid, pieces, &look);
    return 0;
}

/* The lines from `line` to the next rule; *next is behind that. */
static size_t group_lines(const struct pieces *pieces, size_t line, size_t end, size_t *next)
{
    size_t n = 0;
    *next = line;
    while (*next < end && !bar_is_rule(pieces, &pieces->lines[*next]))
        n += !pieces->lines[(*next)++].is_blank;
    if (*next < end)
        ++*next;
    return n;
}

/* Whether rules stand between rows that take several lines. */
static unsigned claim_box(const struct pieces *pieces, size_t first, size_t end)
{
    size_t ngroups = 0;
    size_t nbroken = 0;
    unsigned claim = claim_rows(pieces, first, end);
    if (claim == 0)
        return 0;
    for (size_t i = first, next; i < end; i = next) {
        size_t n = group_lines(pieces, i, end, &next);
        ngroups += n > 0;
        nbroken += n > 1;
    }
    return ngroups >= LEAST_GROUPS && nbroken > 0 ? 100 : 0;
}

/* Puts the line's fields to those of the row that starts at cell `row`. */
static int merge_line(struct grid *grid, const struct pieces *pieces, const struct bar_look *look,
                      size_t row, uint32_t line)
{
    size_t before = grid->ncells;
    if (bar_add_row(grid, pieces, look, line) < 0)
        return -1;
    size_t n = grid->ncells - before;
    if (n != before - row)
        return 0;
    for (size_t i = 0; i < n; i++) {
        struct grid_cell *whole = &grid->cells[row + i];
        const struct grid_cell *more = &grid->cells[before + i];
        if (more->shape == SHAPE_EMPTY)
            continue;
        if (whole->shape == SHAPE_EMPTY) {
            uint32_t printed = whole->row;
            uint32_t column = whole->column;
            *whole = *more;
            whole->row = printed;
            whole->column = column;
        } else if (grid_append(grid, pieces->labels, row + i, more->span, more->text) < 0) {
            return -1;
        }
    }
    grid->ncells = before;
    return 0;
}

static int read_group(struct grid *grid, const struct pieces *pieces, const struct bar_look *look,
                      size_t line, size_t end)
{
    size_t row = grid->ncells;
    for (; line < end; line++) {
        if (pieces->lines[line].is_blank || bar_is_rule(pieces, &pieces->lines[line]))
            continue;
        int result = grid->ncells == row ? bar_add_row(grid, pieces, look, (uint32_t)line)
                                         : merge_line(grid, pieces, look, row, (uint32_t)line);
        if (result < 0)
            return -1;
    }
    return 0;
}

static int read_box(const struct pieces *pieces, size_t first, size_t end, struct grid *grid)
{
    struct bar_look look = bar_look_at(pieces, first, end);
    for (size_t i = first, next; i < end; i = next) {
        group_lines(pieces, i, end, &next);
        if (read_group(grid, pieces, &look, i, next) < 0)
            return -1;
    }
    note_look(grid, pieces, &look);
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

const struct grid_reader grid_box = {
    .layout = "BOX",
    .has_rows = true,
    .claim = claim_box,
    .read = read_box,
    .survey = bar_survey,
    .place = bar_place,
};
