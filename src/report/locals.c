#include "locals.h"

#include <string.h>

#include "bars.h"
#include "gouji/base/ascii.h"
#include "gouji/base/message.h"
#include "local_frame.h"
#include "local_stream.h"

enum { LEAST_ROWS = 3, LEAST_COLUMNS = 2, MOST_COLUMNS = 64 };

static const struct piece *piece_at(const struct pieces *pieces, size_t line, uint32_t k)
{
    return &pieces->items[pieces->lines[line].first + k];
}

/* A tabbed row: two or more fields with text in it. */
static size_t count_filled(const struct pieces *pieces, size_t line)
{
    size_t n = 0;
    for (uint32_t k = 0; k < pieces->lines[line].npieces; k++)
        n += piece_at(pieces, line, k)->shape != SHAPE_EMPTY;
    return n;
}

static bool has_value(const struct pieces *pieces, size_t line)
{
    for (uint32_t k = 0; k < pieces->lines[line].npieces; k++)
        if (piece_at(pieces, line, k)->shape == SHAPE_NUMBER)
            return true;
    return false;
}

static bool has_prose(const struct pieces *pieces, size_t line)
{
    for (uint32_t k = 0; k < pieces->lines[line].npieces; k++)
        if (piece_at(pieces, line, k)->is_prose)
            return true;
    return false;
}

/* Rows of one table of a page. One with a single cell may be a paragraph. */
static bool is_same_table(const struct pieces *pieces, size_t a, size_t b)
{
    const struct markup_row *left = pieces->lines[a].markup;
    const struct markup_row *right = pieces->lines[b].markup;
    return left && right && left->table == right->table;
}

/* A row because the one at `first` is of the same table of the page. */
static bool goes_on(const struct pieces *pieces, size_t first, size_t line)
{
    return pieces->lines[line].npieces > 1 && is_same_table(pieces, first, line);
}

static bool is_row(const struct pieces *pieces, size_t line)
{
    return count_filled(pieces, line) >= LEAST_COLUMNS && !has_prose(pieces, line);
}

/* From `first` on there were too few rows or values: so there are from the lines
 * behind it whose rows end where its rows end. */
static void note_rows(struct local_search *search, size_t first, size_t end, bool by_page)
{
    if (by_page) {
        search->page_first = first;
        search->page_end = end;
    } else {
        search->rows_end = end;
    }
}

static bool are_rows_known(const struct local_search *search, size_t line)
{
    const struct pieces *pieces = search->pieces;
    if (line < search->rows_end &&
        (search->rows_end == search->end || !goes_on(pieces, line, search->rows_end)))
        return true;
    return line < search->page_end && is_same_table(pieces, search->page_first, line);
}

static bool find_rows(struct local_search *search, size_t first, struct local_lines *out)
{
    const struct pieces *pieces = search->pieces;
    size_t nrows = 0;
    size_t nvalues = 0;
    size_t last = first;
    size_t i = first;
    bool by_page = false;
    if (are_rows_known(search, first))
        return false;
    for (; i < search->end; i++) {
        search->nlooks++;
        if (pieces->lines[i].is_blank)
            continue;
        if (!is_row(pieces, i)) {
            if (!goes_on(pieces, first, i))
                break;
            by_page = true;
        }
        nrows++;
        nvalues += has_value(pieces, i);
        last = i;
    }
    *out = (struct local_lines){.first = first, .end = last + 1};
    if (nrows >= LEAST_ROWS && nvalues >= LEAST_ROWS - 1)
        return true;
    note_rows(search, first, i, by_page);
    return false;
}

/* A cell line of a Word dump: one field behind a leading tab. */
static bool is_cell_line(const struct pieces *pieces, size_t line)
{
    return pieces->lines[line].npieces == 2 && !pieces->lines[line].markup &&
           piece_at(pieces, line, 0)->shape == SHAPE_EMPTY && !piece_at(pieces, line, 1)->is_prose;
}

/* The cells of the row whose first line is `line`; *next is behind what was looked
 * at: behind the row. 0: no row. More than MOST_COLUMNS: too many, however many they are. */
static size_t count_row(const struct pieces *pieces, size_t line, size_t end, size_t *next,
                        bool *value)
{
    size_t ncells = 0;
    size_t i = line;
    for (; i < end && ncells <= MOST_COLUMNS && !pieces->lines[i].is_blank; i++) {
        if (is_cell_line(pieces, i)) {
            ncells++;
            *value = *value || has_value(pieces, i);
        } else if (ncells == 0 || pieces->lines[i].npieces > 1 || pieces->lines[i].is_heading ||
                   has_prose(pieces, i)) {
            *next = i + 1;
            return 0;
        }
    }
    *next = i;
    return ncells;
}

/* Too few rows or values from `first` on: so there are from each line up to the
 * first of the last row, as a row begun later in one has fewer cells than the next. */
static bool find_cells(struct local_search *search, size_t first, struct local_lines *out)
{
    const struct pieces *pieces = search->pieces;
    size_t ncols = 0;
    size_t nrows = 0;
    size_t nvalues = 0;
    size_t last = first;
    for (size_t i = first; i < search->end;) {
        bool value = false;
        size_t next = i + 1;
        if (pieces->lines[i].is_blank) {
            search->nlooks++;
            i++;
            continue;
        }
        size_t n = count_row(pieces, i, search->end, &next, &value);
        search->nlooks += next - i;
        if (n < LEAST_COLUMNS || n > MOST_COLUMNS || (nrows > 0 && n != ncols))
            break;
        ncols = n;
        nrows++;
        nvalues += value;
        search->cells_end = i + 1;
        last = next;
        i = next;
    }
    *out = (struct local_lines){.first = first, .end = last};
    return nrows >= LEAST_ROWS && nvalues >= LEAST_ROWS - 1;
}

/* None found: so there is none from the lines behind it that were read. */
static bool find_stream(struct local_search *search, size_t first, struct local_lines *out)
{
    struct local_stream stream = {.first = first};
    bool found = local_stream_find(search->pieces, search->end, &stream);
    search->nlooks += stream.end - first;
    search->stream_end = stream.end;
    *out = (struct local_lines){first, stream.end, stream.nrows, stream.ncols, false};
    return found;
}

static bool find_frame(struct local_search *search, size_t first, struct local_lines *out)
{
    struct local_frame frame = {.first = first};
    bool found = local_frame_find(search->pieces, search->end, &frame);
    search->nlooks += frame.end - first;
    search->frame_end = frame.end;
    *out = (struct local_lines){first, frame.end, frame.nrows, frame.ncols, true};
    return found;
}

bool local_find(struct local_search *search, size_t first, struct local_lines *out)
{
    const struct pieces *pieces = search->pieces;
    search->nlooks++;
    if (pieces->lines[first].is_blank || pieces->lines[first].is_heading ||
        first < search->cells_end)
        return false;
    if (first >= search->stream_end && local_stream_may_begin(pieces, first, search->end) &&
        find_stream(search, first, out))
        return true;
    if (first >= search->frame_end && local_frame_may_begin(pieces, first, search->end) &&
        find_frame(search, first, out))
        return true;
    return is_cell_line(pieces, first) ? find_cells(search, first, out)
                                       : find_rows(search, first, out);
}

struct shape {
    bool by_cells;
    size_t nrows, ncols;
};

/* In a page's table a cell stands where the mark-up says, not in its order. */
static uint32_t column_of(const struct piece_line *line, uint32_t k)
{
    return line->markup && k < line->markup->ncells ? line->markup->cells[k].column : k;
}

static size_t row_width(const struct piece_line *line)
{
    uint32_t last = column_of(line, line->npieces - 1) + 1;
    return last > line->npieces && last > MOST_COLUMNS ? MOST_COLUMNS : last;
}

static struct shape measure(const struct pieces *pieces, struct local_lines lines)
{
    struct shape shape = {.by_cells = is_cell_line(pieces, lines.first)};
    size_t next = lines.first;
    if (lines.ncols > 0)
        return (struct shape){.nrows = lines.nrows, .ncols = lines.ncols};
    for (size_t i = lines.first; i < lines.end; i = next) {
        bool value = false;
        next = i + 1;
        if (pieces->lines[i].is_blank)
            continue;
        size_t n = shape.by_cells ? count_row(pieces, i, lines.end, &next, &value)
                                  : row_width(&pieces->lines[i]);
        shape.ncols = n > shape.ncols ? n : shape.ncols;
        shape.nrows++;
    }
    return shape;
}

static void put(struct local_table *table, size_t row, size_t col, struct span span)
{
    if (col < table->ncols && row < table->nrows)
        table->cells[row * table->ncols + col].span = span;
}

/* One tabbed line a cell; a line without its tab goes on with the one above. */
static void fill_cells(const struct pieces *pieces, struct local_lines lines,
                       struct local_table *table)
{
    size_t row = 0;
    size_t col = 0;
    for (size_t i = lines.first; i < lines.end; i++) {
        if (pieces->lines[i].is_blank) {
            row += col > 0;
            col = 0;
        } else if (is_cell_line(pieces, i)) {
            put(table, row, col++, piece_at(pieces, i, 1)->span);
        } else if (col > 0) {
            struct span *last = &table->cells[row * table->ncols + col - 1].span;
            *last = span_join(*last, piece_at(pieces, i, 0)->span);
        }
    }
}

static int fill_stream(const struct pieces *pieces, struct local_lines lines, struct report *report,
                       struct local_table *table)
{
    struct local_stream stream = {lines.first, lines.end, lines.nrows, lines.ncols};
    struct local_frame frame = {lines.first, lines.end, lines.nrows, lines.ncols};
    if (lines.is_framed)
        return local_frame_fill(pieces, &frame, report->arena, table->cells);
    local_stream_fill(pieces, &stream, table->cells);
    return 0;
}

static void fill_rows(const struct pieces *pieces, struct local_lines lines,
                      struct local_table *table)
{
    size_t row = 0;
    for (size_t i = lines.first; i < lines.end; i++) {
        if (pieces->lines[i].is_blank)
            continue;
        for (uint32_t k = 0; k < pieces->lines[i].npieces; k++)
            put(table, row, column_of(&pieces->lines[i], k), piece_at(pieces, i, k)->span);
        row++;
    }
}

static int fill(const struct pieces *pieces, struct local_lines lines, struct report *report,
                struct local_table *table)
{
    if (lines.ncols > 0)
        return fill_stream(pieces, lines, report, table);
    if (is_cell_line(pieces, lines.first))
        fill_cells(pieces, lines, table);
    else
        fill_rows(pieces, lines, table);
    return 0;
}

/* ".2.…": the first dot belongs nowhere. */
static int find_stray(const struct report *report, struct local_table *table, struct err *err)
{
    size_t capacity = 0;
    for (size_t i = 0; i < table->nrows * table->ncols; i++) {
        struct slice text = report_slice(report, table->cells[i].span);
        if (text.nbytes < 3 || text.ptr[0] != '.' || !ascii_is_digit(text.ptr[1]) ||
            text.ptr[2] != '.')
            continue;
        struct span *slot =
            arena_push(report->arena, &table->stray, &capacity, table->nstray, sizeof *slot);
        if (!slot)
            return err_set_nomem(err);
        *slot = (struct span){table->cells[i].span.start, table->cells[i].span.start + 1};
        table->nstray++;
    }
    return 0;
}

/* The first cell with something in it: a frame's bar has nothing before it, and its rule has
 * strokes. */
static struct span first_filled(const struct report *report, const struct local_table *table)
{
    size_t i = 0;
    while (i + 1 < table->nrows * table->ncols &&
           (span_empty(table->cells[i].span) ||
            bars_is_rule(report_slice(report, table->cells[i].span))))
        i++;
    return table->cells[i].span;
}

int local_read(const struct pieces *pieces, struct local_lines lines, struct report *report,
               size_t *capacity, struct err *err)
{
    if (report->nlocals >= REPORT_MAX_TABLES)
        return err_set(err, ERR_LIMIT, _("more than %d tables"), (int)REPORT_MAX_TABLES);
    struct local_table *table =
        arena_push(report->arena, &report->locals, capacity, report->nlocals, sizeof *table);
    if (!table)
        return err_set_nomem(err);
    struct shape shape = measure(pieces, lines);
    table->nrows = shape.nrows;
    table->ncols = shape.ncols;
    table->cells = arena_array(report->arena, shape.nrows * shape.ncols, sizeof *table->cells);
    if (!table->cells)
        return err_set_nomem(err);
    table->span =
        (struct span){report->lines[lines.first],
                      lines.end < report->nlines ? report->lines[lines.end] : report->text_nbytes};
    if (fill(pieces, lines, report, table) < 0)
        return err_set_nomem(err);
    table->title = report_slice(report, first_filled(report, table));
    report->nlocals++;
    return find_stray(report, table, err);
}
