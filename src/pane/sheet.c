#include "sheet.h"

#include <stdlib.h>

#include "gouji/base/vec.h"
#include "gouji/text/width.h"

enum {
    MIN_LABEL_COLS = 14,
    FAIR_LABEL_COLS = 26,
    MAX_LABEL_COLS = 100,
    MIN_VALUE_COLS = 4,
    MAX_VALUE_COLS = 12,
    FLAG_AND_GAP = 2
};

void sheet_release(struct sheet *sheet)
{
    free(sheet->rows);
    free(sheet->blocks);
    *sheet = (struct sheet){.report = NULL};
}

static int add_row(struct sheet *sheet, enum sheet_kind kind, int table, size_t block, size_t row)
{
    if (vec_room(&sheet->rows, &sheet->capacity, sheet->nrows, sizeof *sheet->rows) < 0)
        return -1;
    sheet->rows[sheet->nrows++] = (struct sheet_row){kind, table, block, row};
    return 0;
}

static const struct block_reading *reading_of(const struct sheet *sheet,
                                              const struct sheet_row *row)
{
    return &sheet->report->tables[row->table].blocks[row->block];
}

const struct cell *sheet_cell(const struct sheet *sheet, const struct sheet_row *row, size_t col)
{
    if (row->kind != SHEET_DATA)
        return NULL;
    const struct block_reading *block = reading_of(sheet, row);
    return col < block->form->ncols ? &block->cells[row->row * block->form->ncols + col] : NULL;
}

void sheet_label(const struct sheet *sheet, const struct sheet_row *row, struct str *out)
{
    const struct form_block *form = reading_of(sheet, row)->form;
    for (int up = form->rows[row->row].parent; up >= 0; up = form->rows[up].parent)
        str_add(out, " ");
    str_add(out, form->rows[row->row].label);
}

struct span sheet_local_span(const struct sheet *sheet, const struct sheet_row *row, size_t col)
{
    if (row->kind != SHEET_LOCAL)
        return (struct span){0, 0};
    const struct local_table *local = &sheet->report->locals[row->table - TABLE_COUNT];
    return col < local->ncols ? local->cells[row->row * local->ncols + col].span
                              : (struct span){0, 0};
}

struct slice sheet_local_text(const struct sheet *sheet, const struct sheet_row *row, size_t col)
{
    struct span span = sheet_local_span(sheet, row, col);
    return span_empty(span) ? slice_of("") : report_slice(sheet->report, span);
}

void sheet_value(const struct seen *seen, struct str *out)
{
    char buffer[CELL_VALUE_NBYTES];
    switch (seen->state) {
    case CELL_NUMBER:
        str_add(out, cell_format(seen->value, seen->is_decimal, buffer));
        break;
    case CELL_BLANK:
        str_add(out, "[ ]");
        break;
    case CELL_ABSENT:
        str_add(out, "x");
        break;
    case CELL_UNPLACED:
        str_add(out, "??");
        break;
    default:
        str_append(out, seen->text);
        break;
    }
}

bool sheet_is_stop(const struct sheet_row *row)
{
    return row->kind == SHEET_DATA || row->kind == SHEET_LOCAL;
}

/* ---- widths ---- */

static int clamp(int value, int low, int high)
{
    return value < low ? low : value > high ? high : value;
}

static int widest_label(const struct sheet *sheet, int table, size_t block)
{
    const struct form_block *form = sheet->report->tables[table].blocks[block].form;
    struct str label = STR_INIT;
    int widest = MIN_LABEL_COLS;
    if (form->heading)
        widest = width_text(slice_of(form->heading)) + 1;
    for (size_t row = 0; row < form->nrows; row++) {
        struct sheet_row at = {SHEET_DATA, table, block, row};
        str_clear(&label);
        sheet_label(sheet, &at, &label);
        int cols = width_text(str_slice(&label)) + 1;
        widest = cols > widest ? cols : widest;
    }
    str_release(&label);
    return clamp(widest, MIN_LABEL_COLS, MAX_LABEL_COLS);
}

static int widest_value(const struct sheet *sheet, const struct review *review, int table,
                        size_t block)
{
    const struct block_reading *reading = &sheet->report->tables[table].blocks[block];
    struct str value = STR_INIT;
    int widest = MIN_VALUE_COLS;
    for (size_t i = 0; i < reading->form->nrows * reading->form->ncols; i++) {
        if (reading->form->rows[i / reading->form->ncols].is_group)
            continue;
        struct seen seen = review_see(review, &reading->cells[i]);
        str_clear(&value);
        sheet_value(&seen, &value);
        int cols = width_text(str_slice(&value));
        widest = cols > widest ? cols : widest;
    }
    str_release(&value);
    return clamp(widest, MIN_VALUE_COLS, MAX_VALUE_COLS);
}

static int widest_header(const struct form_block *form)
{
    int widest = 0;
    for (size_t col = 0; col < form->ncols; col++) {
        int cols = width_text(slice_of(form->cols[col].label));
        widest = cols > widest ? cols : widest;
    }
    return widest;
}

/* The first columns of the label that fit; one character at least. */
static size_t take_part(struct slice label, int ncols)
{
    size_t taken = width_fit(label, ncols, NULL);
    return taken ? taken : width_fit(label, 2, NULL);
}

static size_t parts_of(struct slice label, int ncols)
{
    size_t n = 0;
    for (; label.nbytes > 0 && n < SHEET_HEADER_ROWS; n++) {
        size_t taken = take_part(label, ncols);
        if (taken == 0)
            break;
        label = slice_make(label.ptr + taken, label.nbytes - taken);
    }
    return n;
}

struct slice sheet_header_part(struct slice label, int ncols, size_t row)
{
    size_t parts = parts_of(label, ncols);
    int even = parts > 1 ? (width_text(label) + (int)parts - 1) / (int)parts : ncols;
    if (parts > 1 && parts_of(label, even + even % 2) == parts)
        ncols = even + even % 2 < ncols ? even + even % 2 : ncols;
    for (size_t i = 0; i < row && label.nbytes > 0; i++) {
        size_t taken = take_part(label, ncols);
        label = slice_make(label.ptr + taken, label.nbytes - taken);
    }
    return slice_make(label.ptr, row + 1 == SHEET_HEADER_ROWS ? label.nbytes
                                 : label.nbytes               ? take_part(label, ncols)
                                                              : 0);
}

static int header_rows(const struct form_block *form, int ncols)
{
    size_t most = 1;
    for (size_t col = 0; col < form->ncols; col++) {
        size_t rows = parts_of(slice_of(form->cols[col].label), ncols);
        most = rows > most ? rows : most;
    }
    return (int)most;
}

/* Room that the labels leave goes to the columns' own labels. */
static struct sheet_block block_widths(const struct sheet *sheet, const struct review *review,
                                       int table, size_t block, int ncols)
{
    const struct form_block *form = sheet->report->tables[table].blocks[block].form;
    int label = widest_label(sheet, table, block);
    int header = widest_header(form);
    int value = widest_value(sheet, review, table, block);
    int wanted = value > 8 ? value : 8;
    int n = form->ncols ? (int)form->ncols : 1;
    int fair = (ncols - FAIR_LABEL_COLS) / n - FLAG_AND_GAP;
    int cols = clamp(header < wanted ? header : wanted, value, MAX_VALUE_COLS);
    if (cols > fair)
        cols = clamp(fair, value, cols);
    int left = ncols - n * (cols + FLAG_AND_GAP);
    label = clamp(label, 1, clamp(left, MIN_LABEL_COLS, label));
    if (left > label)
        cols += clamp((left - label) / n, 0, header > cols ? header - cols : 0);
    return (struct sheet_block){table, block,       label,
                                cols,  form->ncols, header_rows(form, cols + 1)};
}

static int widest_local(const struct report *report, const struct local_table *local)
{
    int widest = 0;
    for (size_t i = 0; i < local->nrows * local->ncols; i++) {
        int cols = width_text(report_slice(report, local->cells[i].span));
        widest = cols > widest ? cols : widest;
    }
    return widest;
}

static struct sheet_block local_widths(const struct sheet *sheet, const struct local_table *local,
                                       int table, int ncols)
{
    int n = local->ncols ? (int)local->ncols : 1, fair = ncols / n - FLAG_AND_GAP;
    int wanted = clamp(widest_local(sheet->report, local), 6, MAX_LABEL_COLS);
    return (struct sheet_block){table, 0, 0, clamp(fair, 6, wanted), local->ncols, 0};
}

static int add_block_widths(struct sheet *sheet, struct sheet_block widths)
{
    if (vec_room(&sheet->blocks, &sheet->blocks_capacity, sheet->nblocks, sizeof widths) < 0)
        return -1;
    sheet->blocks[sheet->nblocks++] = widths;
    return 0;
}

const struct sheet_block *sheet_block_of(const struct sheet *sheet, const struct sheet_row *row)
{
    for (size_t i = 0; i < sheet->nblocks; i++)
        if (sheet->blocks[i].table == row->table && sheet->blocks[i].block == row->block)
            return &sheet->blocks[i];
    return NULL;
}

/* ---- rows ---- */

/* A row that stands for others where a report has it: not missing where it has
 * the others. */
static bool is_other_wording(const struct sheet *sheet, int table, size_t block, size_t row)
{
    const struct block_reading *reading = &sheet->report->tables[table].blocks[block];
    const struct form_block *form = reading->form;
    if (form->rows[row].alternative_of < 0)
        return false;
    for (size_t col = 0; col < form->ncols; col++)
        if (reading->cells[row * form->ncols + col].state != CELL_ABSENT)
            return false;
    return true;
}

static int add_block(struct sheet *sheet, const struct review *review, int table, size_t block,
                     int ncols)
{
    const struct form_block *form = sheet->report->tables[table].blocks[block].form;
    struct sheet_block widths = block_widths(sheet, review, table, block, ncols);
    int status = add_block_widths(sheet, widths);
    for (int i = 0; i < widths.header_rows; i++)
        status |= add_row(sheet, SHEET_HEADER, table, block, (size_t)i);
    for (size_t row = 0; row < form->nrows; row++)
        if (!is_other_wording(sheet, table, block, row))
            status |= add_row(sheet, form->rows[row].is_group ? SHEET_GROUP : SHEET_DATA, table,
                              block, row);
    return status;
}

static int add_table(struct sheet *sheet, const struct review *review, int id, int ncols)
{
    const struct table *table = &sheet->report->tables[id];
    int status = add_row(sheet, SHEET_TITLE, id, 0, 0);
    if (table->why[LANG_ZH] || table->runner_up[LANG_ZH])
        status |= add_row(sheet, SHEET_WHY, id, 0, 0);
    for (size_t i = 0; i < table->nblocks; i++)
        status |= add_block(sheet, review, id, i, ncols);
    return status | add_row(sheet, SHEET_GAP, id, 0, 0);
}

static int add_local(struct sheet *sheet, size_t index, int ncols)
{
    const struct local_table *local = &sheet->report->locals[index];
    int table = (int)(TABLE_COUNT + index);
    int status = add_row(sheet, SHEET_TITLE, table, 0, 0);
    status |= add_block_widths(sheet, local_widths(sheet, local, table, ncols));
    for (size_t row = 0; row < local->nrows; row++)
        status |= add_row(sheet, SHEET_LOCAL, table, 0, row);
    return status | add_row(sheet, SHEET_GAP, table, 0, 0);
}

int sheet_build(struct sheet *sheet, const struct review *review, int ncols)
{
    sheet->report = review_report(review);
    sheet->nrows = sheet->nblocks = 0;
    int status = 0;
    for (int id = 0; id < TABLE_COUNT; id++)
        status |= add_table(sheet, review, id, ncols);
    for (size_t i = 0; i < sheet->report->nlocals; i++)
        status |= add_local(sheet, i, ncols);
    return status;
}
