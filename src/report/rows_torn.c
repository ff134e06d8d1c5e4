/* Rows whose line does not hold all of them: a figure goes on elsewhere. */
#include <string.h>

#include "bars.h"
#include "gouji/base/ascii.h"
#include "gouji/text/decode.h"
#include "gouji/text/width.h"
#include "rows.h"

/* The next line with something in it, near enough to be torn off this one; NULL. */
static const struct piece_line *line_below(const struct pieces *pieces, size_t line, bool *is_next)
{
    enum { MOST_BELOW = 2 };
    for (size_t i = line + 1; i < pieces->report->nlines && i <= line + MOST_BELOW; i++) {
        *is_next = i == line + 1;
        if (pieces->lines[i].nfilled > 0)
            return &pieces->lines[i];
    }
    return NULL;
}

/* What no figure begins with: .0046, or ,234 */
static bool is_rest(struct slice text)
{
    return text.nbytes > 1 && strchr(".,", text.ptr[0]) && ascii_is_digit(text.ptr[1]);
}

/* 415: no report has so many pages. Nor does a page's number begin with 0. Longer ones are no rest
 * of a figure either. */
static bool is_no_page(struct slice text)
{
    enum { PAGE_DIGITS = 2, MOST_DIGITS = 4 };
    return text.nbytes <= MOST_DIGITS && (text.nbytes > PAGE_DIGITS || text.ptr[0] == '0');
}

/* Of the line, in characters, or in columns of the screen, tabs going to each eighth. */
static size_t width_of(struct slice text, bool in_columns)
{
    enum { TAB = 8 };
    size_t width = 0;
    for (size_t at = 0, n; at < text.nbytes; at += n) {
        int32_t point = text_next(text.ptr + at, text.nbytes - at, &n);
        if (point == '\f' || point == '\r')
            continue;
        if (!in_columns || point < 0)
            width++;
        else
            width += point == '\t' ? TAB - width % TAB : (size_t)width_code_point((uint32_t)point);
    }
    return width;
}

/* Whether the text's lines were cut where they had so many characters or columns, and the line was,
 * too: none is longer, and some are as long. A wide character may leave its last column free. */
static bool is_folded(const struct report *report, uint32_t line)
{
    enum { LEAST_FOLDED = 4 };
    for (size_t in_columns = 0; in_columns < 2; in_columns++) {
        size_t own = width_of(report_slice(report, report_line_span(report, line)), in_columns);
        size_t n = 0, i = 0;
        for (; i < report->nlines; i++) {
            size_t width = width_of(report_slice(report, report_line_span(report, i)), in_columns);
            if (width > own + in_columns)
                break;
            n += width >= own;
        }
        if (i == report->nlines && n >= LEAST_FOLDED)
            return true;
    }
    return false;
}

/* Whether the figure, or sign, that ends the row may go on in the next line. A page's number may
 * stand there, too: it is small, has no decimals, and no fields behind it. */
static bool goes_on_below(const struct reading *reading, const struct grid_cell *cell,
                          bool is_decimal)
{
    bool is_next = false;
    const struct piece_line *below = line_below(reading->pieces, cell->line, &is_next);
    const struct piece *only = below ? line_only_text(reading->pieces, below) : NULL;
    if (!only || is_rest(piece_text(only)))
        return only != NULL;
    if (!is_next || !reading->grid.reader->has_rows || only->shape != SHAPE_NUMBER ||
        only->is_noise)
        return false;
    if (cell->is_closed && !below->is_barred) /* a bar ended the cell, which no text goes on with */
        return false;
    bool is_field = below->npieces > 1 &&
                    (below->delimiter == ',' || only == &reading->pieces->items[below->first]);
    bool adds_decimals =
        is_decimal && !slice_contains(cell->text, ".") && slice_contains(piece_text(only), ".");
    return is_field || adds_decimals || is_no_page(piece_text(only)) || slice_is(cell->text, "-") ||
           slice_is(cell->text, "－") || is_folded(reading->pieces->report, cell->line);
}

/* The size of the digit, or stop within a figure, that the text begins with; 0. */
static size_t digit_size(struct slice text)
{
    const unsigned char *p = (const unsigned char *)text.ptr;
    bool is_wide = text.nbytes > 2 && p[0] == 0xEF && p[1] == 0xBC && p[2] >= 0x90 && p[2] <= 0x99;
    return ascii_is_digit(*text.ptr) || *p == '.' || *p == ',' ? 1 : is_wide ? 3 : 0;
}

/* How many figures the line holds, -1 when anything else, too. */
static int count_figures(struct slice text)
{
    bool in_figure = false;
    int n = 0;
    for (size_t at = 0, size; at < text.nbytes; at += size) {
        struct slice rest = slice_make(text.ptr + at, text.nbytes - at);
        size = digit_size(rest);
        n += size > 0 && !in_figure;
        in_figure = size > 0;
        size = size > 0 ? size : bars_blank_size(rest);
        if (size == 0)
            return -1;
    }
    return n;
}

static bool ends_page(const struct report *report, size_t line)
{
    struct slice text = report_slice(report, report_line_span(report, line));
    bool has_next = line + 1 < report->nlines;
    return memchr(text.ptr, '\f', text.nbytes) ||
           (has_next && report->text[report->lines[line + 1]] == '\f');
}

/* How many cells of the row hold something; none where no figure is so long that it may have
 * filled its cell. */
static int count_filled(const struct reading *reading, const struct row_run *run)
{
    enum { NARROW = 3 };
    int n = 0;
    bool may_be_full = false;
    for (size_t k = 0; k < run->run.width; k++) {
        const struct grid_cell *cell =
            run->at[k] == GRID_NO_CELL ? NULL : &reading->grid.cells[run->at[k]];
        n += cell && cell->shape != SHAPE_EMPTY;
        may_be_full |= cell && cell->shape == SHAPE_NUMBER && cell->text.nbytes >= NARROW;
    }
    return may_be_full ? n : 0;
}

/* The first and the last line that the row's cells stand in. */
struct lines {
    uint32_t first, last;
};

static struct lines lines_of(const struct reading *reading, const struct row_run *run)
{
    struct lines lines = {UINT32_MAX, 0};
    for (size_t k = 0; k < run->run.width; k++) {
        if (run->at[k] == GRID_NO_CELL)
            continue;
        uint32_t line = reading->grid.cells[run->at[k]].line;
        lines.first = line < lines.first ? line : lines.first;
        lines.last = line > lines.last ? line : lines.last;
    }
    return lines;
}

static bool is_of_row(const struct reading *reading, const struct row_runs *runs, uint32_t line)
{
    for (size_t i = 0; i < runs->nitems; i++) {
        const struct row_run *run = &runs->items[i];
        for (size_t k = run->run.first; k < run->run.end; k++)
            if (reading->grid.cells[k].line == line)
                return true;
    }
    return false;
}

/* What stands in a line beside figures: labels, or pieces of them. */
static bool is_label_part(const struct reading *reading, const struct piece *piece)
{
    enum { KEY_NBYTES = 480 };
    char key[KEY_NBYTES];
    struct slice text = piece_text(piece);
    if (piece->hit.label || text.nbytes > sizeof key)
        return false;
    struct slice part = slice_make(key, label_key(text, key));
    return part.nbytes == 0 || labels_contain(reading->pieces->labels, reading->table, part);
}

/* How many figures stand in the line, beside nothing but pieces of labels; 0 where it has others,
 * or a label. */
static size_t count_beside_pieces(const struct reading *reading, size_t index, size_t *ntexts)
{
    const struct piece_line *line = &reading->pieces->lines[index];
    size_t n = 0;
    *ntexts = 0;
    for (uint32_t k = 0; k < line->npieces; k++) {
        const struct piece *piece = &reading->pieces->items[line->first + k];
        n += piece->shape == SHAPE_NUMBER;
        *ntexts += piece->shape == SHAPE_TEXT;
        if (piece->shape == SHAPE_TEXT && !is_label_part(reading, piece))
            return 0;
    }
    return n;
}

/* The line in which the row's label ends, where that is below its figures, else theirs. */
static uint32_t last_line(const struct reading *reading, const struct row_run *run,
                          uint32_t figures)
{
    const struct unit *unit = run->unit < 0 ? NULL : unit_at(reading, run->unit);
    if (!unit || unit->first == unit->end)
        return figures;
    const struct grid_cell *label = &reading->grid.cells[unit->end - 1];
    const struct report *report = reading->pieces->report;
    if (figures + 1 >= report->nlines || label->span.end <= report->lines[figures + 1])
        return figures;
    return (uint32_t)report_line_at(report, label->span.end);
}

/* Whether one of the lines holds figures that no row has, no more than `most`: several, or one
 * beside a piece of a label, where no page's number stands. */
static bool has_rests(const struct reading *reading, const struct row_runs *runs,
                      struct lines lines, size_t most)
{
    for (uint32_t line = lines.first; line <= lines.last; line++) {
        size_t ntexts, n = count_beside_pieces(reading, line, &ntexts);
        if (n + (ntexts > 0) > 1 && n > 0 && n <= most && !is_of_row(reading, runs, line))
            return true;
    }
    return false;
}

/* Between blanks narrow cells break their figures: right below stand the rests, not of all as a
 * rule. One alone may be a page's number, where the page ends there. Where the label goes on below
 * the figures, those of all may stand among its lines or right below. */
static bool is_broken_below(const struct reading *reading, const struct row_runs *runs,
                            const struct row_run *run, uint32_t figures)
{
    const struct report *report = reading->pieces->report;
    int nfilled = count_filled(reading, run);
    uint32_t below = figures + 1;
    if (nfilled == 0 || below >= report->nlines)
        return false;
    int n = count_figures(report_slice(report, report_line_span(report, below)));
    uint32_t label = last_line(reading, run, figures);
    struct lines among = {below, label > figures ? label + 1 : below};
    if ((label > figures || n < 0) && among.last < report->nlines &&
        has_rests(reading, runs, among, (size_t)nfilled))
        return true;
    return n < nfilled && (n > 1 || (n == 1 && !ends_page(report, below)));
}

/* Whether the row goes on left of where its label ends: the text was wrapped, and the line above is
 * another row's. */
static bool is_wrapped(const struct reading *reading, const struct row_run *run, uint32_t last)
{
    const struct unit *unit = run->unit < 0 ? NULL : unit_at(reading, run->unit);
    const struct grid_cell *cells = reading->grid.cells;
    for (size_t k = 0; unit && unit->first < unit->end && k < run->run.width; k++)
        if (run->at[k] != GRID_NO_CELL && cells[run->at[k]].line == last &&
            cells[run->at[k]].at[0].start < cells[unit->end - 1].at[0].end)
            return true;
    return false;
}

/* The same of a row in several lines: right above stand figures that no row has, alone or beside
 * pieces of labels, of which its lower ones are the rests. */
static bool is_broken_above(const struct reading *reading, const struct row_runs *runs,
                            const struct row_run *run, struct lines lines)
{
    const struct report *report = reading->pieces->report;
    size_t ntexts;
    return reading->grid.reader == &grid_p && lines.first < lines.last && lines.first > 0 &&
           (count_figures(report_slice(report, report_line_span(report, lines.first - 1))) > 0 ||
            count_beside_pieces(reading, lines.first - 1, &ntexts) > 0) &&
           !is_of_row(reading, runs, lines.first - 1) && !is_wrapped(reading, run, lines.last);
}

/* Whether the field below may be the rest of the one above, or of a label; -1: neither. */
static int rests_below(const struct reading *reading, const struct piece *above,
                       const struct piece *below)
{
    if (below->shape == SHAPE_EMPTY)
        return 0;
    if (below->shape == SHAPE_TEXT)
        return is_label_part(reading, below) ? 0 : -1;
    return below->shape == SHAPE_NUMBER && above->shape == SHAPE_NUMBER &&
                   piece_text(above).nbytes > 1
               ? 1
               : -1;
}

/* Between bars the same: figures below some of the row's, each of which may fill its cell, in a
 * line without a label. */
static bool is_broken_in_bars(const struct reading *reading, const struct row_runs *runs,
                              uint32_t line)
{
    const struct piece_line *row = &reading->pieces->lines[line], *next = row + 1;
    if (!reading->grid.reader->has_rows || !row->is_barred ||
        line + 1 >= reading->pieces->report->nlines || !next->is_barred || next->is_rule ||
        row->npieces != next->npieces)
        return false;
    const struct piece *above = &reading->pieces->items[row->first];
    const struct piece *below = &reading->pieces->items[next->first];
    int n = 0;
    for (uint32_t k = 0; k < row->npieces; k++) {
        int rests = rests_below(reading, &above[k], &below[k]);
        if (rests < 0)
            return false;
        n += rests;
    }
    return n > 0 && !is_of_row(reading, runs, line + 1);
}

/* Whether the cell behind the row's is the number of the row below, or of a column that the form
 * does not have. */
static bool is_before_other(const struct grid *grid, const struct row_run *run)
{
    if (run->run.end == grid->ncells || grid->cells[run->run.end].shape != SHAPE_NUMBER)
        return false;
    bool is_of_row = grid->flows || !grid->reader->has_rows ||
                     grid->cells[run->run.end].row == grid->cells[run->run.end - 1].row;
    return grid->first_index > 0 || (run->is_wider && is_of_row);
}

static bool is_broken(const struct reading *reading, const struct row_runs *runs,
                      const struct row_run *run)
{
    const struct grid *grid = &reading->grid;
    size_t last = run->at[run->run.width - 1];
    if (grid->reader != &grid_p && grid->reader != &grid_s)
        return grid->reader != &grid_box && last != GRID_NO_CELL && !is_before_other(grid, run) &&
               is_broken_in_bars(reading, runs, grid->cells[last].line);
    struct lines lines = lines_of(reading, run);
    return lines.first <= lines.last && (is_broken_above(reading, runs, run, lines) ||
                                         is_broken_below(reading, runs, run, lines.last));
}

/* A cell without quotes whose figure a line end tears. */
void rows_doubt_continued(const struct reading *reading, struct row_runs *runs)
{
    for (size_t i = 0; i < runs->nitems; i++) {
        struct row_run *run = &runs->items[i];
        size_t last = run->run.width - 1;
        if (run->placing == GRID_PLACED && is_broken(reading, runs, run))
            run->placing = GRID_UNPLACED;
        if (run->placing != GRID_PLACED || run->at[last] == GRID_NO_CELL ||
            reading->grid.reader == &grid_box || /* whose cells have all their lines */
            is_before_other(&reading->grid, run))
            continue;
        const struct form_block *form = reading->blocks[run->block].form;
        const struct grid_cell *cell = &reading->grid.cells[run->at[last]];
        if ((cell->shape == SHAPE_NUMBER || cell->shape == SHAPE_MARK) &&
            goes_on_below(reading, cell, form->cols[form->ncols - 1].is_decimal))
            run->placing = GRID_UNPLACED;
    }
}

/* Its label is the last field of a header's row: the row was torn, and where its own
 * fields went cannot be known. */
static bool is_torn(const struct reading *reading, const struct row_run *run)
{
    const struct unit *unit = unit_at(reading, run->unit);
    if (run->placing != GRID_BLANK || run->run.first < run->run.end || unit->first == 0 ||
        unit->first == unit->end)
        return false;
    const struct grid_cell *label = &reading->grid.cells[unit->first];
    const struct grid_cell *before = label - 1;
    while (before > reading->grid.cells && before->shape == SHAPE_EMPTY)
        before--;
    return before->row == label->row && before->hit.label &&
           before->hit.label->kind == LABEL_COLUMN;
}

/* 收费 |  | 1 | above 0: its line has all fields of the row, a blank one among them, and the number
 * below, which would fill it, may be the rest of the last figure. */
static bool is_filled_from_below(const struct reading *reading, const struct row_run *run)
{
    size_t n = 0, nfilled = 0;
    if (run->placing != GRID_PLACED || run->run.label_columns != 1 ||
        run->run.end - run->run.first <= run->run.width)
        return false;
    const struct grid_cell *first = &reading->grid.cells[run->run.first];
    while (run->run.first + n < run->run.end &&
           (reading->grid.flows ? first[n].line == first->line : first[n].row == first->row))
        nfilled += first[n++].shape != SHAPE_EMPTY;
    return n >= run->run.width && nfilled < run->run.width && run->run.first + n < run->run.end;
}

void rows_doubt_torn(const struct reading *reading, struct row_runs *runs)
{
    for (size_t i = 0; i < runs->nitems && reading->grid.reader->has_rows; i++)
        if (is_torn(reading, &runs->items[i]) || is_filled_from_below(reading, &runs->items[i]))
            runs->items[i].placing = GRID_UNPLACED;
}
