#include "grid.h"

#include <string.h>

#include "gouji/base/ascii.h"
#include "numeral.h"
#include "odd_value.h"

enum { REMARK_NBYTES = 18, KEY_NBYTES = 480 }; /* folded: six characters */

const struct grid_reader *const grid_readers[] = {
    &grid_c, &grid_csv, &grid_box, &grid_bar_rows, &grid_bar_cells, &grid_a2, &grid_s, &grid_p,
    &grid_d, &grid_a1,  NULL};

bool grid_wide_blanks(const struct pieces *pieces, const struct piece_line *line, uint32_t k,
                      uint32_t *n)
{
    static const char wide[] = "\xE3\x80\x80";
    const struct piece *piece = &pieces->items[line->first + k];
    bool is_last = k + 1 == line->npieces;
    const char *at = pieces->report->text + piece->span.end;
    const char *end = pieces->report->text + (is_last ? line->span.end : piece[1].span.start);
    for (*n = 0; end - at > 3 && *at == ' ' && memcmp(at + 1, wide, 3) == 0; at += 4)
        ++*n;
    return is_last ? at == end || (at + 1 == end && *at == ' ') : at + 1 == end && *at == ' ';
}

/* Whether some two pieces stand several blanks apart that are no cells. */
static bool is_wide(const struct pieces *pieces, const struct piece_line *line)
{
    uint32_t n;
    for (uint32_t k = 1; k < line->npieces; k++)
        if (pieces->items[line->first + k].blanks > 1 && !grid_wide_blanks(pieces, line, k - 1, &n))
            return true;
    return false;
}

/* Whether all stand so near that two blanks, or three behind a text, may be an empty field. */
static bool is_single(const struct pieces *pieces, const struct piece_line *line)
{
    for (uint32_t k = 1; k < line->npieces; k++) {
        const struct piece *piece = &pieces->items[line->first + k];
        const struct piece *before = piece - 1;
        uint32_t n;
        if (piece->blanks > (before->shape == SHAPE_TEXT ? 3 : 2) &&
            !grid_wide_blanks(pieces, line, k - 1, &n))
            return false;
    }
    return true;
}

/* Whether a field of a line with several is a label. */
static bool has_label(const struct pieces *pieces, const struct piece_line *line)
{
    for (uint32_t k = 0; k < line->npieces; k++)
        if (pieces->items[line->first + k].hit.label)
            return true;
    return false;
}

static void count_line(const struct pieces *pieces, const struct piece_line *line,
                       struct grid_tally *tally)
{
    if (line->is_barred) { /* as nothing else is */
        tally->nlines++;
        tally->nstated += line->markup != NULL;
        return;
    }
    bool lone = line->npieces == 2 && pieces->items[line->first].shape == SHAPE_EMPTY;
    bool comma = line->delimiter && line->delimiter != '\t';
    tally->nseparated += comma;
    if (line->npieces > 1 && !line->by_blanks && !comma) {
        tally->nfields += !lone;
        tally->nlabelled[lone] += has_label(pieces, line);
    }
    if (line->by_blanks) {
        tally->nblanks++;
        tally->nwide += is_wide(pieces, line);
        tally->nsingle += is_single(pieces, line);
    }
    if (line->is_blank)
        return;
    tally->nlines++;
    tally->nstated += line->markup != NULL;
    tally->nplain += line->npieces == 1 && !line->is_run;
    tally->nrun += line->npieces == 1 && line->is_run;
    tally->ntabbed += lone;
    tally->nown += (line->by_blanks || line->npieces == 1) && !line->is_run;
}

void grid_count_lines(struct grid_site *site)
{
    site->tally = (struct grid_tally){0};
    for (size_t i = site->first; i < site->end; i++)
        count_line(site->pieces, &site->pieces->lines[i], &site->tally);
}

/* Apart from what is done for every cell. */
__attribute__((noinline)) static bool make_room(struct grid *grid)
{
    return arena_more_room(grid->arena, &grid->cells, &grid->capacity, grid->ncells,
                           sizeof *grid->cells);
}

struct grid_cell *grid_add(struct grid *grid, const struct piece *piece, uint32_t line)
{
    if (grid->ncells == grid->capacity && !make_room(grid))
        return NULL;
    static const struct grid_cell none; /* copied in fewer steps than a cell is filled */
    struct grid_cell *cell = &grid->cells[grid->ncells++];
    *cell = none;
    cell->span = piece->span;
    cell->text = piece_text(piece);
    cell->piece = piece;
    cell->hit = piece->hit;
    cell->shape = piece->shape;
    cell->line = line;
    return cell;
}

int grid_append(struct grid *grid, const struct labels *labels, size_t index, struct span span,
                struct slice more)
{
    struct grid_cell *cell = &grid->cells[index];
    size_t nbytes = cell->text.nbytes + more.nbytes;
    char *text = arena_alloc(grid->arena, nbytes + 1);
    if (!text)
        return -1;
    memcpy(text, cell->text.ptr, cell->text.nbytes);
    memcpy(text + cell->text.nbytes, more.ptr, more.nbytes);
    cell->span.end = span.end;
    cell->text = slice_make(text, nbytes);
    cell->piece = NULL;
    cell->shape =
        cell_shape(slice_make(grid->source + cell->span.start, cell->span.end - cell->span.start));
    cell->hit = cell->shape == SHAPE_TEXT ? labels_read(labels, cell->text) : (struct label_hit){0};
    return 0;
}

int grid_extend(struct grid *grid, const struct pieces *pieces, const struct piece *piece)
{
    return grid_append(grid, pieces->labels, grid->ncells - 1, piece->span, piece_text(piece));
}

bool grid_label_goes_on(const struct grid *grid, const struct labels *labels,
                        const struct piece *piece)
{
    const struct grid_cell *last = &grid->cells[grid->ncells - 1];
    char text[KEY_NBYTES], key[KEY_NBYTES];
    struct slice more = piece_text(piece);
    size_t n = last->text.nbytes + more.nbytes;
    if (last->shape != SHAPE_TEXT || last->hit.label || piece->shape != SHAPE_TEXT ||
        piece->hit.label || n > sizeof text)
        return false;
    memcpy(mempcpy(text, last->text.ptr, last->text.nbytes), more.ptr, more.nbytes);
    struct slice both = slice_make(key, label_key(slice_make(text, n), key));
    return label_in_table(labels_find(labels, both), grid->table) != NULL;
}

bool grid_is_value(const struct grid_cell *cell)
{
    return cell->shape == SHAPE_NUMBER || cell->shape == SHAPE_MARK || cell->is_value;
}

bool grid_may_be_page(const struct grid_cell *cell)
{
    enum { MOST_DIGITS = 4 };
    bool is_page =
        cell->text.nbytes > 0 && cell->text.nbytes <= MOST_DIGITS && cell->text.ptr[0] != '0';
    for (size_t i = 0; i < cell->text.nbytes && is_page; i++)
        is_page = ascii_is_digit(cell->text.ptr[i]);
    return is_page;
}

/* Whether the text begins like 未统计, 详见附件 and others that stand for a number. */
static bool begins_remark(struct slice text)
{
    static const char openers[][2 * 3 + 1] = {"未",   "不", "无",   "暂",   "见",   "详见",
                                              "没有", "略", "若干", "待定", "另附", "另行"};
    for (size_t k = 0; text.nbytes >= 3 && k < sizeof openers / sizeof *openers; k++)
        if (memcmp(text.ptr, openers[k], 3) == 0 && slice_has_prefix(text, slice_of(openers[k])))
            return true;
    return false;
}

bool grid_is_remark(const struct labels *labels, const struct label_hit *hit, struct slice text)
{
    char key[REMARK_NBYTES];
    if (hit->label || text.nbytes > REMARK_NBYTES || !(begins_remark(text) || odd_is_numeral(text)))
        return false;
    struct slice part = slice_make(key, label_key(text, key)); /* 未审结 is of a label */
    return !labels_hold(labels, TABLE_COUNT, part);
}

size_t grid_row_start(const struct grid *grid, size_t index)
{
    while (index > 0 && grid->cells[index - 1].row == grid->cells[index].row)
        index--;
    return index;
}

size_t grid_row_end(const struct grid *grid, size_t index)
{
    size_t end = index + 1;
    while (end < grid->ncells && grid->cells[end].row == grid->cells[index].row)
        end++;
    return end;
}

int grid_close(struct grid *grid)
{
    uint32_t n = 0;
    grid->nfilled = arena_raw(grid->arena, (grid->ncells + 1) * sizeof *grid->nfilled);
    if (!grid->nfilled)
        return -1;
    for (size_t i = 0; i < grid->ncells; i++) {
        grid->nfilled[i] = n;
        n += grid->cells[i].shape != SHAPE_EMPTY;
    }
    grid->nfilled[grid->ncells] = n;
    return 0;
}

void grid_take(size_t first, size_t width, size_t *at)
{
    for (size_t i = 0; i < width; i++)
        at[i] = first + i;
}

static void take_filled(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    size_t n = 0;
    for (size_t i = run->first; i < run->end; i++)
        if (grid->cells[i].shape != SHAPE_EMPTY)
            at[n++] = i;
}

static void take_blanks(const struct grid_run *run, size_t *at)
{
    bool has_fields = run->end - run->first >= run->width;
    for (size_t i = 0; i < run->width; i++)
        at[i] = has_fields ? run->first + i : GRID_NO_CELL;
}

enum grid_placing grid_place_plain(const struct grid *grid, const struct grid_run *run, size_t *at)
{
    size_t n = grid_count(grid, run);
    if (n == 0) {
        take_blanks(run, at);
        return GRID_BLANK;
    }
    if (n == run->width) {
        take_filled(grid, run, at);
        return GRID_PLACED;
    }
    size_t first = run->first;
    size_t end = run->end;
    while (grid->cells[first].shape == SHAPE_EMPTY)
        first++;
    while (grid->cells[end - 1].shape == SHAPE_EMPTY)
        end--;
    if (n < run->width && end - first == run->width) {
        grid_take(first, run->width, at);
        return GRID_PLACED;
    }
    return GRID_UNPLACED;
}

int grid_small_number(const struct grid_cell *cell)
{
    return cell->shape == SHAPE_NUMBER ? numeral_small(cell->text) : -1;
}

void grid_measure_end(const struct pieces *pieces, struct grid *grid)
{
    size_t nlines = pieces->report->nlines;
    size_t last = grid->ncells ? grid->cells[grid->ncells - 1].line : 0, i = last + 1;
    while (i < nlines && pieces->lines[i].is_blank)
        i++;
    grid->nleft = i < nlines ? UINT32_MAX : (uint32_t)(i - last - 1);
}

bool grid_is_cut_off(const struct grid *grid, const struct grid_run *run, size_t nleast)
{
    return run->first == run->end && run->end == grid->ncells && grid->nleft < nleast;
}
