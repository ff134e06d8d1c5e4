/* The last rows of a table: blank ones, misprinted ones, and those that a page states. */
#include "grid.h"
#include "growth.h"
#include "odd_value.h"

enum { MOST_COLUMNS = 16 };

static bool is_all_empty(const struct pieces *pieces, size_t index)
{
    return pieces->lines[index].nfilled == 0 && !pieces->lines[index].is_blank;
}

static bool is_rule(const struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    bool noise = false;
    for (uint32_t k = 0; k < line->npieces; k++) {
        const struct piece *piece = &pieces->items[line->first + k];
        if (piece->shape != SHAPE_EMPTY && !piece->is_noise)
            return false;
        noise = noise || piece->is_noise;
    }
    return line->is_barred && noise;
}

static bool is_bars(const struct pieces *pieces, size_t index)
{
    return index < pieces->report->nlines && pieces->lines[index].is_barred &&
           is_all_empty(pieces, index);
}

/* The label of the form's last row with a slip in it. */
static bool is_last_misprint(const struct growth *growth, const struct piece *piece)
{
    const struct forms *forms = growth->pieces->report->forms;
    if (piece->shape != SHAPE_TEXT || piece->hit.label || piece->is_prose || piece->is_noise)
        return false;
    for (size_t e = 0; e < forms_count(forms); e++) {
        const struct form_table *form = &forms_at(forms, e)->tables[growth->table];
        const struct form_block *block = &form->blocks[form->nblocks - 1];
        if (growth_is_close_row(&block->rows[block->nrows - 1], piece_text(piece)))
            return true;
    }
    return false;
}

/* A misprinted label before empty fields is the table's last row, blank. */
static bool is_blank_misprint(const struct growth *growth, size_t index)
{
    const struct piece_line *line = &growth->pieces->lines[index];
    const struct piece *lone = line_only_text(growth->pieces, line);
    if (!lone || line->is_heading)
        return false;
    if (is_last_misprint(growth, lone))
        return true;
    return line->is_barred && (line->npieces > 2 || is_bars(growth->pieces, index + 1)) &&
           growth_is_misprint(growth, lone);
}

/* Whether the table has a row of this label with so many columns. */
static bool is_row_of(const struct growth *growth, const struct label *label, size_t ncols)
{
    const struct forms *forms = growth->pieces->report->forms;
    for (label = label_in_table(label, growth->table); label;
         label = label_in_table(label->next, growth->table)) {
        const struct form_table *form = &forms_at(forms, label->edition)->tables[growth->table];
        if (label->kind == LABEL_ROW && form->blocks[label->block].ncols == ncols)
            return true;
    }
    return false;
}

/* Whether a row of one cell a line, with the line `last` as its last, has room for
 * just one value more. */
static bool lacks_one(const struct growth *growth, size_t last)
{
    const struct pieces *pieces = growth->pieces;
    size_t nvalues = 0;
    for (size_t i = last + 1; i-- > 0 && nvalues < MOST_COLUMNS;) {
        const struct piece *lone = line_only_text(pieces, &pieces->lines[i]);
        if (is_all_empty(pieces, i) || pieces->lines[i].is_blank)
            continue;
        if (!lone)
            return false;
        if (lone->shape == SHAPE_TEXT)
            return is_row_of(growth, lone->hit.label, nvalues + 1) &&
                   !is_row_of(growth, lone->hit.label, nvalues);
        nvalues++;
    }
    return false;
}

/* A last value in words, where every cell has a line of its own. */
static bool is_text_cell(const struct growth *growth, size_t before, size_t index)
{
    const struct pieces *pieces = growth->pieces;
    const struct piece_line *line = &pieces->lines[index];
    const struct piece *lone = line_only_text(pieces, line);
    if (!lone || line->is_heading || lone->shape != SHAPE_TEXT || lone->hit.label || lone->is_prose)
        return false;
    if (line->is_barred == pieces->lines[before].is_barred &&
        (grid_is_remark(pieces->labels, &lone->hit, piece_text(lone)) ||
         (!lone->is_noise && odd_may_be_value(piece_text(lone)))) &&
        lacks_one(growth, before))
        return true;
    return line->is_barred ? line->npieces == 2 && line[-1].is_barred && line[-1].npieces == 2
                           : is_bars(pieces, index - 1) && is_bars(pieces, index + 1);
}

/* Empty fields behind the last label or value are the blank end of its row, or,
 * where no value was met at all, a blank row of its own. A last row that is known
 * by neither may follow. */
size_t growth_take_blank_end(const struct growth *growth, size_t end)
{
    const struct pieces *pieces = growth->pieces;
    size_t nlines = pieces->report->nlines;
    size_t i = end;
    while (i < nlines && !growth->has_values && (pieces->lines[i].is_blank || is_rule(pieces, i)))
        i++;
    for (; i < nlines &&
           (is_all_empty(pieces, i) || (pieces->tabs_part_cells && pieces->lines[i].is_blank));
         i++)
        end = pieces->lines[i].is_blank ? end : i + 1;
    for (i = end; i < nlines && (pieces->lines[i].is_blank || is_rule(pieces, i));)
        i++;
    if (i >= nlines || end == 0 ||
        (!is_blank_misprint(growth, i) && !is_text_cell(growth, end - 1, i)))
        return end;
    for (end = i + 1; end < nlines && is_all_empty(pieces, end);)
        end++;
    return end;
}

/* The last rows of a page's table belong to it, known labels or not. */
size_t growth_take_stated(struct growth *growth, size_t end)
{
    const struct piece_line *lines = growth->pieces->lines;
    const struct markup_row *last = end > 0 ? lines[end - 1].markup : NULL;
    for (size_t i = end; last && i < growth->pieces->report->nlines; i++) {
        if (!lines[i].markup || lines[i].markup->table != last->table || lines[i].is_heading ||
            growth_view(growth, i).foreign)
            break;
        end = i + 1;
    }
    return end;
}
