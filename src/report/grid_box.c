/* Drawn frames with rules between the rows: the lines between two rules are one
 * row, and a cell goes on below itself. */
#include "grid_bar.h"

#include <limits.h>
#include <string.h>

#include "bars.h"

enum { LEAST_GROUPS = 3, MOST_VALUED = 2, LEAST_SHARED = 2, KEY_NBYTES = 480 };

/* The lines between two rules, and how many of them have values behind a text: without one they
 * are the rest of broken ones. */
struct group {
    size_t nlines, nvalued;
    size_t next;    /* the line behind the rule */
    bool is_parted; /* a blank line stands between them: two tables of Markdown, it may be */
};

static bool has_text(const struct pieces *pieces, const struct piece_line *line)
{
    for (uint32_t k = 0; k < line->npieces; k++)
        if (pieces->items[line->first + k].shape == SHAPE_TEXT)
            return true;
    return false;
}

/* Strokes between bars; a page's number in dashes is no rule of the frame. */
static bool is_stroke(const struct pieces *pieces, const struct piece_line *line)
{
    const struct piece *first = &pieces->items[line->nfilled > 0 ? line->head : line->first];
    return line->is_rule && (line->is_barred || bars_is_rule(piece_text(first)));
}

static struct group group_at(const struct pieces *pieces, size_t line, size_t end)
{
    struct group group = {.next = line};
    bool after_blank = false;
    while (group.next < end && !is_stroke(pieces, &pieces->lines[group.next])) {
        const struct piece_line *at = &pieces->lines[group.next];
        group.nlines += !at->is_blank && !at->is_rule;
        group.nvalued += line_has_values(at) && has_text(pieces, at);
        group.is_parted |= after_blank && !at->is_blank && !at->is_rule;
        after_blank = group.nlines > 0 && (after_blank || at->is_blank);
        group.next++;
    }
    group.next += group.next < end;
    return group;
}

/* T4 has its header and one row: two groups, and no more. */
static bool begins_with_header(const struct grid_site *site)
{
    return site->bars->has_drawn &&
           box_header_end(site->pieces, site->first, site->end) > site->first;
}

/* Whether rules stand between the rows, and some rows take several lines. */
bool bar_is_ruled(const struct grid_site *site)
{
    size_t ngroups = 0;
    size_t nbroken = 0;
    size_t nvalued = 0;
    size_t nmany = 0;     /* of these, as it seems, with several rows */
    size_t nlines = 0;    /* with values */
    size_t ntogether = 0; /* of these, in such groups: another table's rule may stand below them */
    for (size_t i = site->first; i < site->end;) {
        struct group group = group_at(site->pieces, i, site->end);
        nvalued += group.nvalued > 0;
        nmany += group.nvalued > MOST_VALUED;
        nlines += group.nvalued;
        ntogether += group.nvalued > MOST_VALUED ? group.nvalued : 0;
        ngroups += group.nlines > 0;
        nbroken += group.nlines > 1 && !group.is_parted;
        i = group.next;
    }
    return nbroken > 0 && nmany * 2 <= nvalued && ntogether * 2 <= nlines &&
           (ngroups >= LEAST_GROUPS || (ngroups + 1 == LEAST_GROUPS && begins_with_header(site)));
}

static unsigned claim_box(const struct grid_site *site)
{
    return site->frame || (bar_claim_rows(site->bars) > 0 && bar_is_ruled(site)) ? 100 : 0;
}

static bool is_value(const struct grid_cell *cell)
{
    return cell->shape == SHAPE_NUMBER || cell->shape == SHAPE_MARK;
}

/* Whether the two texts together are a label, or its beginning. */
static bool joins(const struct grid *grid, const struct labels *labels, struct slice above,
                  struct slice below)
{
    char text[KEY_NBYTES];
    char key[KEY_NBYTES];
    if (above.nbytes + below.nbytes > sizeof text)
        return false;
    memcpy(text, above.ptr, above.nbytes);
    memcpy(text + above.nbytes, below.ptr, below.nbytes);
    struct slice both =
        slice_make(key, label_key(slice_make(text, above.nbytes + below.nbytes), key));
    return label_in_table(labels_find(labels, both), grid->table) ||
           labels_begin(labels, grid->table, both);
}

/* 其他 above 处: the front of a group's label, printed downwards, that is a column's, too. */
static bool may_be_front(const struct grid *grid, const struct grid_cell *above,
                         const struct grid_cell *below)
{
    const struct label *label = label_in_table(above->hit.label, grid->table);
    return label && label->kind == LABEL_COLUMN && !label_in_table(below->hit.label, grid->table);
}

/* 行政规范性文件（: what stands below goes on with the note. */
static bool has_open_note(struct slice text)
{
    size_t depth = 0;
    for (size_t i = 0; i < text.nbytes; i++)
        depth = text.ptr[i] == '(' ? depth + 1 : depth - (text.ptr[i] == ')' && depth > 0);
    return depth > 0;
}

/* Whether a text below another one begins something else: one of them is a label,
 * but not both together. */
static bool is_other(const struct grid *grid, const struct labels *labels,
                     const struct grid_cell *above, const struct grid_cell *below)
{
    const struct label *label = label_in_table(below->hit.label, grid->table);
    if (label && label->kind == LABEL_CAPTION)
        return true;
    if (above->shape != SHAPE_TEXT || below->shape != SHAPE_TEXT)
        return false;
    bool note = !label && (below->text.ptr[0] == '(' || has_open_note(above->text));
    bool known = label || label_in_table(above->hit.label, grid->table);
    return known && !note && !joins(grid, labels, above->text, below->text);
}

/* Whether the n cells are the labels of columns and nothing else: figures below such a line
 * belong to no cell of it. */
static bool is_header(const struct grid *grid, size_t first, size_t n)
{
    size_t nlabels = 0;
    for (size_t i = first; i < first + n; i++) {
        const struct label *label = label_in_table(grid->cells[i].hit.label, grid->table);
        if (grid->cells[i].shape != SHAPE_EMPTY && (!label || label->kind != LABEL_COLUMN))
            return false;
        nlabels += label != NULL;
    }
    return nlabels > 1;
}

/* Whether the line that starts at cell `line` is a row of its own, though no rule
 * stands before it: a label that does not go on with the one above, or values
 * below values. Where it goes on, the values below are rests of broken ones. */
static bool is_new_row(const struct grid *grid, const struct labels *labels, size_t row,
                       size_t line)
{
    size_t n = grid->ncells - line;
    size_t nshared = 0;
    bool text = false;
    bool known = false;
    bool known_above = false;
    bool goes_on = false;
    bool is_doubtful = false;
    if (n != line - row)
        return true;
    for (size_t i = 0; i < n; i++) {
        const struct grid_cell *above = &grid->cells[row + i];
        const struct grid_cell *below = &grid->cells[line + i];
        bool other = is_other(grid, labels, above, below);
        if (other && !may_be_front(grid, above, below))
            return true;
        is_doubtful |= other;
        nshared += is_value(above) && is_value(below);
        text = text || below->shape == SHAPE_TEXT;
        goes_on = goes_on || (above->shape == SHAPE_TEXT && below->shape == SHAPE_TEXT &&
                              joins(grid, labels, above->text, below->text));
        known = known || label_in_table(below->hit.label, grid->table);
        known_above = known_above || label_in_table(above->hit.label, grid->table);
    }
    if ((is_doubtful && !goes_on) || (!text && is_header(grid, row, n)))
        return true;
    if (!text || goes_on)
        return false;
    return known ? nshared > 0 : known_above && nshared >= LEAST_SHARED;
}

/* Where the line that starts at cell `line` is no row that is known, and has figures only where the
 * one above has none: these may be that row's own. */
static void doubt_row(struct grid *grid, size_t row, size_t line)
{
    size_t n = line - row, nabove = 0, nbelow = 0;
    bool known = false;
    if (grid->ncells - line != n)
        return;
    for (size_t i = 0; i < n; i++) {
        const struct grid_cell *above = &grid->cells[row + i], *below = &grid->cells[line + i];
        if (is_value(above) && is_value(below))
            return;
        nabove += is_value(above);
        nbelow += is_value(below);
        known = known || below->hit.label;
    }
    for (size_t i = row; i < line && !known && nabove > 0 && nbelow > 0; i++)
        grid->cells[i].may_be_torn = true;
}

/* Puts a cell below another one. */
static int merge_cell(struct grid *grid, const struct pieces *pieces, size_t index,
                      const struct grid_cell *more)
{
    struct grid_cell *whole = &grid->cells[index];
    if (more->shape == SHAPE_EMPTY)
        return 0;
    if (whole->shape != SHAPE_EMPTY) {
        /* A value broken in two is a text, and of the row's values all the same. */
        whole->is_value = whole->is_value || (is_value(whole) && is_value(more));
        return grid_append(grid, pieces->labels, index, more->span, more->text);
    }
    uint32_t row = whole->row;
    uint32_t column = whole->column;
    *whole = *more;
    whole->row = row;
    whole->column = column;
    return 0;
}

/* Whether the k-th fields of the lines, two at least of them texts, together may be a misprint of
 * some row's label. */
static bool is_close_label(const struct pieces *pieces, size_t first, size_t end, uint32_t k)
{
    char text[KEY_NBYTES];
    size_t nbytes = 0, ntexts = 0;
    for (size_t i = first; i < end; i++) {
        const struct piece_line *line = &pieces->lines[i];
        bool is_none = line->is_blank || line->is_rule;
        const struct piece *piece = is_none ? NULL : &pieces->items[line->first + k];
        if (is_none || piece->shape == SHAPE_EMPTY)
            continue;
        struct slice more = piece_text(piece);
        if (piece->shape != SHAPE_TEXT || nbytes + more.nbytes > sizeof text)
            return false;
        memcpy(text + nbytes, more.ptr, more.nbytes);
        nbytes += more.nbytes;
        ntexts++;
    }
    return ntexts > 1 &&
           labels_distance_folded(pieces->labels, slice_make(text, nbytes)) < UINT_MAX;
}

/* Whether the lines between two rules are one row, whose label is known by its first words, or
 * another's by its last, though not as it is printed. */
static bool is_one_row(const struct pieces *pieces, size_t first, size_t end)
{
    uint32_t n = 0;
    bool found = false;
    for (size_t i = first; i < end; i++) {
        const struct piece_line *line = &pieces->lines[i];
        if (line->is_blank || line->is_rule)
            continue;
        if (n > 0 && line->npieces != n)
            return false;
        n = line->npieces;
    }
    for (uint32_t k = 0; k < n && !found; k++)
        found = is_close_label(pieces, first, end, k);
    return found;
}

/* The fields of the line go on with those of the row that starts at cell *row, or are the next row.
 * Between the rules are the lines [first, end). */
static int merge_line(struct grid *grid, const struct pieces *pieces, size_t first, size_t end,
                      size_t *row, uint32_t line)
{
    size_t before = grid->ncells;
    if (bar_add_row(grid, pieces, line) < 0)
        return -1;
    if (is_new_row(grid, pieces->labels, *row, before) &&
        (grid->ncells - before != before - *row || !is_one_row(pieces, first, end))) {
        doubt_row(grid, *row, before);
        *row = before;
        return 0;
    }
    for (size_t i = 0; before + i < grid->ncells; i++)
        if (merge_cell(grid, pieces, *row + i, &grid->cells[before + i]) < 0)
            return -1;
    grid->ncells = before;
    return 0;
}

static int read_group(struct grid *grid, const struct pieces *pieces, size_t line, size_t end)
{
    size_t row = grid->ncells, first = line;
    for (; line < end; line++) {
        if (pieces->lines[line].is_blank || pieces->lines[line].is_rule)
            continue;
        int result = grid->ncells == row
                         ? bar_add_row(grid, pieces, (uint32_t)line)
                         : merge_line(grid, pieces, first, end, &row, (uint32_t)line);
        if (result < 0)
            return -1;
    }
    return 0;
}

static int read_groups(const struct pieces *pieces, size_t first, size_t end, struct grid *grid)
{
    /* T4's header is all that tells its columns; no figure was met yet. */
    bool is_header = grid->table == TABLE_T4 && grid->bars->has_drawn;
    for (size_t i = first, next; i < end; i = next) {
        size_t header = is_header ? box_header_end(pieces, i, end) : i;
        int found = header > i ? box_read_header(grid, pieces, i, header) : 0;
        next = found > 0 ? header : group_at(pieces, i, end).next;
        if (found < 0 || (found == 0 && read_group(grid, pieces, i, next) < 0))
            return -1;
        for (; i < next && is_header; i++)
            is_header = !(pieces->lines[i].shapes & piece_shape_bit(SHAPE_NUMBER));
    }
    return 0;
}

static int read_box(const struct pieces *pieces, size_t first, size_t end, struct grid *grid)
{
    int result =
        grid->frame ? box_add_rows(grid, grid->frame) : read_groups(pieces, first, end, grid);
    if (result < 0)
        return -1;
    bar_note_look(grid, pieces);
    return 0;
}

const struct grid_reader grid_box = {
    .layout = "BOX",
    .has_rows = true,
    .claim = claim_box,
    .read = read_box,
    .survey = bar_survey,
    .place = bar_place,
};
