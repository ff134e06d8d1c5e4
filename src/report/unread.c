/* A row is blank only when nothing stands between its label and the next: a text that no
 * reader could take for a value may yet be one, as (51) or 3、0、25. */
#include <string.h>

#include "gouji/base/ascii.h"
#include "numeral.h"
#include "odd_value.h"
#include "rows.h"

enum { KEY_NBYTES = 480 };

static bool is_label(const struct reading *reading, uint16_t block, size_t u)
{
    return unit_at(reading, (int)u)->hit.label || reading->blocks[block].alignment->slot_of[u] >= 0;
}

static bool ends_in_digit(struct slice text)
{
    char last = text.nbytes > 0 ? text.ptr[text.nbytes - 1] : 0;
    return ascii_is_digit(last);
}

/* A text that is no piece of a label, which may go on below its figures, nor a mark. */
static bool is_foreign(const struct reading *reading, const struct unit *unit)
{
    char key[KEY_NBYTES];
    if (unit->text.nbytes > sizeof key)
        return true;
    const struct labels *labels = reading->pieces->labels;
    struct slice part = slice_make(key, label_key(unit->text, key));
    return part.nbytes == 0 ? ends_in_digit(unit->text) || odd_is_signs(unit->text)
                            : !labels_begin(labels, reading->table, part) &&
                                  !labels_contain(labels, reading->table, part);
}

/* Another row, of its own label and figures, leaves this one blank. */
static bool is_unread(const struct reading *reading, const struct unit *unit)
{
    return unit->first < unit->end && unit->nvalues == 0 && is_foreign(reading, unit);
}

bool figures_are_odd(struct slice text)
{
    static const char *const others[] = {"、", "。", "·"};
    bool digit = false;
    for (size_t i = 0; i < text.nbytes;) {
        struct slice rest = slice_make(text.ptr + i, text.nbytes - i);
        size_t n = strchr("0123456789.,;&() ", text.ptr[i]) != NULL;
        for (size_t k = 0; k < sizeof others / sizeof *others && n == 0; k++)
            n = slice_has_prefix(rest, slice_of(others[k])) ? strlen(others[k]) : 0;
        if (n == 0)
            return false;
        digit = digit || ascii_is_digit(text.ptr[i]);
        i += n;
    }
    return digit;
}

/* 规章(1)(2)(3): they look like notes of the label in its own field. */
static bool has_odd_notes(const struct reading *reading, const struct unit *unit)
{
    if (unit->first == unit->end || !unit->hit.label)
        return false;
    struct slice text = reading->grid.cells[unit->end - 1].text;
    size_t at = unit->end == unit->first + 1 ? unit->hit.end : 0;
    return at > 0 && at < text.nbytes &&
           figures_are_odd(slice_make(text.ptr + at, text.nbytes - at));
}

/* 行政许可  –: strokes behind the label's words, and blanks between: they may be a value. One at
 * the line's end was taken for Markdown's line break. */
static bool ends_in_signs(const struct reading *reading, const struct unit *unit)
{
    if (unit->first == unit->end || !unit->hit.label)
        return false;
    const struct span span = reading->grid.cells[unit->end - 1].span;
    const char *text = reading->grid.source;
    uint32_t end = span.end, at;
    while (text[end] == ' ' || text[end] == '\\')
        end++;
    while (end > span.end && text[end - 1] == ' ')
        end--;
    for (at = end; at > span.start && (unsigned char)text[at - 1] > ' ';)
        at--;
    return at > span.start && odd_is_signs(slice_make(text + at, end - at));
}

/* (单位:万元)61: without what its brackets say. */
static struct slice behind_brackets(struct slice text)
{
    const char *end =
        text.nbytes > 0 && text.ptr[0] == '(' ? memchr(text.ptr, ')', text.nbytes) : NULL;
    size_t n = end ? (size_t)(end + 1 - text.ptr) : 0;
    return n < text.nbytes ? slice_make(text.ptr + n, text.nbytes - n) : text;
}

static bool is_digit_at(struct slice text, size_t at)
{
    return at < text.nbytes && ascii_is_digit(text.ptr[at]);
}

/* 1. or 2、 before words: an item of a list, as a date is no value either. */
static bool is_item_or_date(struct slice text)
{
    size_t n = 0;
    while (is_digit_at(text, n))
        n++;
    struct slice rest = slice_make(text.ptr + n, text.nbytes - n);
    bool is_item = slice_has_prefix(rest, slice_of("、")) ||
                   (slice_has_prefix(rest, slice_of(".")) && !is_digit_at(rest, 1));
    return (n > 0 && is_item) || slice_contains(text, "月");
}

static bool is_letter_for_digit(char c)
{
    return c == 'O' || c == 'o' || c == 'I' || c == 'l';
}

/* 12万, 约300, 1O, O: a few words with a number, or what looks like one in its place, that are
 * no sentence. */
static bool is_rough_figure(struct slice text)
{
    enum { MOST_NBYTES = 24 };
    static const char *const about[] = {"约", "近", "超", "逾"};
    size_t n = 0;
    for (size_t i = 0; i < sizeof about / sizeof *about && n == 0; i++)
        n = slice_has_prefix(text, slice_of(about[i])) ? strlen(about[i]) : 0;
    bool begins = is_digit_at(text, n) || (n < text.nbytes && is_letter_for_digit(text.ptr[n]) &&
                                           (n + 1 == text.nbytes || is_digit_at(text, n + 1)));
    return begins && text.nbytes <= MOST_NBYTES && !slice_contains(text, "。") &&
           !is_item_or_date(text);
}

/* The digits that a text begins with, 23.31 among them. */
static size_t front_figure(struct slice text)
{
    size_t n = 0;
    while (is_digit_at(text, n) ||
           (n > 0 && n < text.nbytes && strchr(".,", text.ptr[n]) && is_digit_at(text, n + 1)))
        n++;
    return n;
}

/* 95三、收到和处理…, 3.2三、…, 60元 三、…: a figure that has run into the next heading. */
static bool is_heading_with_figure(struct slice text)
{
    enum { MOST_UNIT_NBYTES = 8 };
    size_t figure = front_figure(text);
    for (size_t at = figure; figure > 0 && at < text.nbytes && at <= figure + MOST_UNIT_NBYTES;
         at++) {
        struct slice between = slice_make(text.ptr + figure, at - figure);
        size_t numeral = numeral_chinese_char(text.ptr + at);
        if (numeral > 0 &&
            slice_has_prefix(slice_make(text.ptr + at + numeral, text.nbytes - at - numeral),
                             slice_of("、")))
            return cell_trim(between).nbytes == 0 || cell_is_unit(between);
    }
    return false;
}

/* 项1, 1, 0 below 其他对外管理服务事: the end of the row's own label, and its first figure or mark.
 */
static bool is_end_with_figure(const struct reading *reading, const struct row_run *run,
                               struct slice text)
{
    const char *norm = reading->blocks[run->block].form->rows[run->row].norm;
    size_t all = text.nbytes, n = strlen(norm);
    while (text.nbytes > 0 && strchr("0123456789.,+-/", text.ptr[text.nbytes - 1]))
        text.nbytes--;
    return text.nbytes > 0 && text.nbytes < all && text.nbytes < n &&
           memcmp(norm + n - text.nbytes, text.ptr, text.nbytes) == 0;
}

/* Whether such a text, or one of odd figures, stands right behind the table's last line, which its
 * label ends. */
static bool goes_on_behind(const struct reading *reading, const struct row_run *run)
{
    const struct pieces *pieces = reading->pieces;
    size_t line = reading->region.end;
    while (line < pieces->report->nlines &&
           (pieces->lines[line].nfilled == 0 || pieces->lines[line].is_rule))
        line++;
    if (line >= pieces->report->nlines || pieces->lines[line].is_heading)
        return false;
    if (is_end_with_figure(reading, run, piece_text(&pieces->items[pieces->lines[line].head])))
        return true;
    const struct piece *only = line_only_text(pieces, &pieces->lines[line]);
    return only && only->shape == SHAPE_TEXT &&
           (figures_are_odd(behind_brackets(piece_text(only))) ||
            is_rough_figure(piece_text(only)) || is_heading_with_figure(piece_text(only)));
}

/* 95第二十条第（六）项: the last row's figure has run into the caption of the next block. */
static bool is_caption_with_figure(const struct reading *reading, const struct unit *unit)
{
    const struct label *label = label_in_table(unit->hit.label, reading->table);
    return label && label->kind == LABEL_CAPTION && unit->hit.effect == HIT_PREFIX &&
           is_digit_at(reading->grid.cells[unit->first].text, 0);
}

/* 1行政强制 behind 行政处罚: this row's figure has run into the label of the next. Where the row's
 * own label has a number, too, rows are numbered; where rows are lines, a figure stands in its own.
 */
static bool is_label_behind_figure(const struct reading *reading, const struct unit *own,
                                   const struct unit *next)
{
    if (reading->grid.reader->has_rows || next->hit.effect != HIT_PREFIX ||
        own->hit.effect == HIT_PREFIX)
        return false;
    struct slice text = reading->grid.cells[next->first].text;
    return next->hit.prefix > 0 && front_figure(text) == next->hit.prefix;
}

static bool has_unread(const struct reading *reading, const struct row_runs *runs,
                       const struct row_run *run)
{
    size_t u = (size_t)run->unit + 1;
    const struct unit *own = unit_at(reading, run->unit);
    if (has_odd_notes(reading, own) || ends_in_signs(reading, own))
        return true;
    for (; u < reading->units.nitems && !is_label(reading, run->block, u); u++)
        if (!runs->used[u] && (is_unread(reading, unit_at(reading, (int)u)) ||
                               is_end_with_figure(reading, run, unit_at(reading, (int)u)->text)))
            return true;
    if (u == reading->units.nitems)
        return goes_on_behind(reading, run);
    const struct unit *next = unit_at(reading, (int)u);
    return is_caption_with_figure(reading, next) || is_label_behind_figure(reading, own, next);
}

/* Whether a number stands behind the row's label on a line cut at its blanks: what stands between
 * the two, a figure with a note or one that was misread, kept them apart. */
static bool has_number_behind(const struct reading *reading, const struct row_run *run)
{
    const struct unit *unit = unit_at(reading, run->unit);
    if (!reading->grid.reader->has_rows || unit->first == unit->end)
        return false;
    const struct grid_cell *label = &reading->grid.cells[unit->end - 1];
    const struct pieces *pieces = reading->pieces;
    size_t index = label->line;
    while (index < reading->region.end && pieces->lines[index].span.end < label->span.end)
        index++;
    const struct piece_line *line = &pieces->lines[index];
    for (uint32_t k = 0; line->by_blanks && k < line->npieces; k++) {
        const struct piece *piece = &pieces->items[line->first + k];
        if (piece->span.start >= label->span.end && piece->shape == SHAPE_NUMBER)
            return true;
    }
    return false;
}

/* Figures that no row has, behind a text that looks like one itself: they are a row's. */
static bool is_rough_row(const struct reading *reading, const struct row_runs *runs, size_t u)
{
    const struct unit *unit = unit_at(reading, (int)u);
    return !runs->used[u] && unit->nvalues > 0 && unit->first < unit->end && !unit->hit.label &&
           (is_rough_figure(unit->text) || figures_are_odd(unit->text));
}

/* Whether such figures stand right beside the row. */
static bool is_beside_rough(const struct reading *reading, const struct row_runs *runs,
                            const struct row_run *run)
{
    size_t u = (size_t)run->unit;
    bool may = reading->grid.reader == &grid_p;
    return may && ((u > 0 && is_rough_row(reading, runs, u - 1)) ||
                   (u + 1 < reading->units.nitems && is_rough_row(reading, runs, u + 1)));
}

static size_t count_numbers(const struct grid *grid, size_t first, size_t end)
{
    size_t n = 0;
    for (size_t i = first; i < end; i++)
        n += grid->cells[i].shape == SHAPE_NUMBER;
    return n;
}

/* 178其他对外管理服务事项: a figure that has run into the label of the row below. */
static bool is_label_with_figure(const struct reading *reading, const struct grid_cell *cell)
{
    size_t n = 0;
    while (is_digit_at(cell->text, n))
        n++;
    if (n == 0)
        return false;
    struct slice rest = slice_make(cell->text.ptr + n, cell->text.nbytes - n);
    struct label_hit hit = labels_read(reading->pieces->labels, rest);
    return label_in_table(hit.label, reading->table) != NULL;
}

/* Whether such a text stands among the row's values: those behind it are another row's. */
static bool runs_into_label(const struct reading *reading, const struct row_run *run)
{
    for (size_t i = run->run.first; i < run->run.end; i++)
        if (reading->grid.cells[i].shape == SHAPE_TEXT &&
            is_label_with_figure(reading, &reading->grid.cells[i]))
            return true;
    return false;
}

/* T4's row without a number, where another without a label has as many as the row has
 * fields: strokes that part cells, taken for marks. */
static bool is_mere_marks(const struct reading *reading, const struct row_runs *runs,
                          const struct row_run *run)
{
    const struct grid *grid = &reading->grid;
    if (!reading->blocks[run->block].alignment->table->one_printed_row ||
        count_numbers(grid, run->run.first, run->run.end) > 0)
        return false;
    for (size_t u = 0; u < reading->units.nitems; u++) {
        const struct unit *unit = unit_at(reading, (int)u);
        if (!runs->used[u] && count_numbers(grid, unit->vfirst, unit->vend) >= run->run.width)
            return true;
    }
    return false;
}

/* T4's row with a whole header of the table below it: the figures are of what stands above that,
 * and its own row is blank or lost. */
static bool is_above_header(const struct reading *reading, const struct row_run *run)
{
    const struct form_block *form = reading->blocks[run->block].form;
    const struct grid *grid = &reading->grid;
    size_t nlabels = 0;
    if (!reading->blocks[run->block].alignment->table->one_printed_row)
        return false;
    for (size_t i = run->run.end; i < grid->ncells; i++) {
        const struct label *label = label_in_table(grid->cells[i].hit.label, grid->table);
        nlabels += label && label->kind == LABEL_COLUMN;
    }
    return nlabels >= form->ncols * form->nrows;
}

/* A letter, a bracket, or the first byte of an ideograph. */
static bool is_of_word(char byte)
{
    unsigned char c = (unsigned char)byte;
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '(' || c == ')' ||
           (c >= 0xE4 && c <= 0xE9);
}

/* How many words of the line are figures alone: of 1.属于 and （一） none is. */
static size_t count_bare_figures(struct slice line)
{
    size_t n = 0;
    for (size_t at = 0, end; at < line.nbytes; at = end + 1) {
        bool has_digit = false;
        bool has_other = false;
        for (end = at; end < line.nbytes && !strchr(" \t", line.ptr[end]); end++) {
            has_digit |= is_digit_at(line, end);
            has_other |= is_of_word(line.ptr[end]);
        }
        n += has_digit && !has_other;
    }
    return n;
}

/* 3 2 3 规章: as many figures on the label's line as a row may have; where the row's number stands,
 * one. */
static bool has_figures_beside(const struct reading *reading, const struct row_run *run)
{
    const struct unit *unit = unit_at(reading, run->unit);
    const struct grid_reader *reader = reading->grid.reader;
    const struct report *report = reading->pieces->report;
    if (unit->first == unit->end || (reader != &grid_s && reader != &grid_p && reader != &grid_c))
        return false;
    size_t n = count_bare_figures(report_slice(report, report_line_span(report, unit->line)));
    return n > 1 || (n == 1 && run->run.width == 1);
}

void rows_doubt_unread(const struct reading *reading, struct row_runs *runs)
{
    for (size_t i = 0; i < runs->nitems; i++) {
        struct row_run *run = &runs->items[i];
        bool doubted = run->placing == GRID_BLANK
                           ? has_unread(reading, runs, run) || has_number_behind(reading, run) ||
                                 has_figures_beside(reading, run) ||
                                 is_beside_rough(reading, runs, run)
                       : run->placing == GRID_PLACED
                           ? is_mere_marks(reading, runs, run) || is_above_header(reading, run) ||
                                 runs_into_label(reading, run)
                           : false;
        if (doubted)
            run->placing = GRID_UNPLACED;
    }
}
