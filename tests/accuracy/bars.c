/* Cells divided by bars, as copied from web pages by converters (B1 to B9),
 * and whole Markdown tables. */
#include <string.h>

#include "writers.h"

static int own_slots(const struct grid *grid, int row, struct slot slots[GRID_COLS])
{
    struct slot all[GRID_COLS];
    int n = grid_row(grid, row, all), nown = 0;
    for (int i = 0; i < n; i++)
        if (all[i].own)
            slots[nown++] = all[i];
    return nown;
}

/* `cell | cell | ||`: B1 pads to one column too many, B2 exactly, B3 not. */
static void write_joined(struct sheet *sheet, const struct grid *grid, int row)
{
    struct slot slots[GRID_COLS];
    int n = own_slots(grid, row, slots);
    bool breaks = sheet->layout == LAYOUT_B3;
    for (int i = 0; i < n; i++) {
        if (!slot_is_blank(sheet, &slots[i])) {
            write_cell(sheet, slots[i].cell, " ");
            out_add(&sheet->out, " ");
        } else if (breaks) {
            out_trim(&sheet->out);
            out_add(&sheet->out, "\n");
            sheet_lay(sheet, TRAP_BROKEN_ROW);
        }
        out_add(&sheet->out, "| ");
    }
    if (sheet->layout != LAYOUT_B3)
        out_repeat(&sheet->out, "|", grid->ncols - n + (sheet->layout == LAYOUT_B1));
    out_trim(&sheet->out);
    out_add(&sheet->out, "\n");
}

/* A row whose last cells are blank ends in bars like those of a merged cell. */
static void blur_open_rows(struct sheet *sheet, const struct grid *grid)
{
    for (int row = 0; row < grid->nrows; row++) {
        int nvalues, nblank;
        grid_count(sheet, grid, row, &nvalues, &nblank);
        if (nblank == 0)
            continue;
        struct slot slots[GRID_COLS];
        int n = own_slots(grid, row, slots);
        if (!slot_is_blank(sheet, &slots[n - 1]))
            continue;
        for (int i = 0; i < n; i++)
            if (slots[i].cell->kind == KIND_VALUE)
                sheet->values[slots[i].cell->value].accept |=
                    MAY(STATE_UNPLACED) | (nblank == nvalues ? MAY(STATE_ABSENT) : 0u);
    }
}

/* One value cell over all columns: printed once, it stands in no column. */
static void write_merged(struct sheet *sheet, struct grid *grid, int row)
{
    struct slot slots[GRID_COLS];
    int n = own_slots(grid, row, slots), nlabels = 0;
    for (; slots[nlabels].cell->kind == KIND_LABEL; nlabels++) {
        write_cell(sheet, slots[nlabels].cell, " ");
        out_add(&sheet->out, " | ");
    }
    sheet_print_value(sheet, slots[nlabels].cell->value);
    out_add(&sheet->out, " | ");
    if (sheet->layout != LAYOUT_B3)
        out_repeat(&sheet->out, "|", grid->ncols - nlabels - 1 + (sheet->layout == LAYOUT_B1));
    out_trim(&sheet->out);
    out_add(&sheet->out, "\n");
    for (int i = nlabels; i < n; i++) {
        struct value *value = &sheet->values[slots[i].cell->value];
        value->state = STATE_UNPLACED;
        value->accept = MAY(STATE_UNPLACED);
    }
    sheet->damaged = true;
    sheet_lay(sheet, TRAP_MERGED_VALUE);
}

static bool is_nought(const struct sheet *sheet, const struct grid *grid, int row)
{
    bool any = false;
    for (int i = 0; i < grid->ncells; i++) {
        const struct gcell *cell = &grid->cells[i];
        if (cell->row != row || cell->kind != KIND_VALUE)
            continue;
        if (sheet->values[cell->value].state != STATE_NUMBER || sheet->values[cell->value].micro)
            return false;
        any = true;
    }
    return any;
}

static void write_rows_joined(struct sheet *sheet, struct grid *grid)
{
    bool merges = grid->table == 1 && sheet->variant >= 95 && sheet->blanks[1] == BLANKS_NONE &&
                  !sheet->mark[1];
    for (int row = 0; row < grid->nrows; row++) {
        if (grid->rows[row].gone)
            continue;
        if (merges && is_nought(sheet, grid, row))
            write_merged(sheet, grid, row);
        else
            write_joined(sheet, grid, row);
    }
    if (sheet->layout != LAYOUT_B3)
        blur_open_rows(sheet, grid);
}

/* Column labels over two lines, each part in its own bars (B4). */
static void write_head_twice(struct sheet *sheet, const struct grid *grid, int row)
{
    struct slot slots[GRID_COLS];
    int n = own_slots(grid, row, slots);
    for (int part = 0; part < 2; part++) {
        for (int i = 0; i < n; i++) {
            const char *text = slots[i].cell->text, *brk = strchr(text, '\n');
            if (part == 0)
                out_format(&sheet->out, "%.*s | ", brk ? (int)(brk - text) : 200, text);
            else if (brk)
                out_format(&sheet->out, "%s | ", brk + 1);
        }
        out_trim(&sheet->out);
        out_add(&sheet->out, "\n");
    }
    sheet_lay(sheet, TRAP_HEADER_TWO_ROWS);
}

static bool is_broken(const struct grid *grid, int row)
{
    for (int i = 0; i < grid->ncells; i++)
        if (grid->cells[i].row == row && strchr(grid->cells[i].text, '\n'))
            return true;
    return false;
}

/* Cells of rowspans stay as empty cells in front (B4). */
static void write_rows_led(struct sheet *sheet, const struct grid *grid)
{
    for (int row = 0; row < grid->nrows; row++) {
        if (grid->table == 1 && row == 2 && is_broken(grid, row)) {
            write_head_twice(sheet, grid, row);
            continue;
        }
        struct slot slots[GRID_COLS];
        int n = grid_row(grid, row, slots);
        for (int i = 0; i < n; i++) {
            if (!slots[i].own && grid->rows[row].head)
                continue;
            if (slots[i].own && !slot_is_blank(sheet, &slots[i])) {
                write_cell(sheet, slots[i].cell, " ");
                out_add(&sheet->out, " ");
            }
            out_add(&sheet->out, "| ");
        }
        out_trim(&sheet->out);
        out_add(&sheet->out, "\n");
    }
}

/* `| cell | cell | || ` (B5). */
static void write_rows_enclosed(struct sheet *sheet, const struct grid *grid)
{
    for (int row = 0; row < grid->nrows; row++) {
        struct slot slots[GRID_COLS];
        int n = own_slots(grid, row, slots);
        out_add(&sheet->out, "|");
        for (int i = 0; i < n; i++) {
            out_add(&sheet->out, " ");
            write_cell(sheet, slots[i].cell, " ");
            out_add(&sheet->out, slot_is_blank(sheet, &slots[i]) ? "|" : " |");
        }
        if (grid->ncols > n)
            out_add(&sheet->out, " ");
        out_repeat(&sheet->out, "|", grid->ncols - n);
        out_add(&sheet->out, sheet->variant % 2 ? " \n" : "\n");
    }
    blur_open_rows(sheet, grid);
}

static void write_span_bars(struct sheet *sheet, const struct grid *grid, int n)
{
    if (!sheet->span_bars)
        return;
    int nbars = grid->ncols - n + (sheet->layout == LAYOUT_B7);
    if (nbars == 0)
        return;
    out_repeat(&sheet->out, "|", nbars);
    out_add(&sheet->out, "\n");
}

/* A cell and its bar on one line (B6) or on two (B7). */
static void write_rows_by_cell(struct sheet *sheet, const struct grid *grid)
{
    for (int row = 0; row < grid->nrows; row++) {
        if (grid->rows[row].gone)
            continue;
        struct slot slots[GRID_COLS];
        int n = own_slots(grid, row, slots);
        for (int i = 0; i < n; i++) {
            if (!slot_is_blank(sheet, &slots[i])) {
                write_cell(sheet, slots[i].cell, " ");
                out_add(&sheet->out, sheet->layout == LAYOUT_B7 ? "\n" : " ");
            }
            out_add(&sheet->out, "|\n");
        }
        write_span_bars(sheet, grid, n);
    }
}

/* Rows opened by a lone bar, span bars behind the last cell (B8). */
static void write_rows_opened(struct sheet *sheet, const struct grid *grid)
{
    for (int row = 0; row < grid->nrows; row++) {
        struct slot slots[GRID_COLS];
        int n = own_slots(grid, row, slots);
        if (row && sheet->variant % 3)
            out_add(&sheet->out, "|\n");
        for (int i = 0; i < n; i++) {
            write_cell(sheet, slots[i].cell, " ");
            out_add(&sheet->out, " |");
            if (i + 1 == n && sheet->span_bars && grid->ncols > n) {
                out_add(&sheet->out, " ");
                out_repeat(&sheet->out, "|", grid->ncols - n);
            }
            out_add(&sheet->out, "\n");
        }
    }
}

/* Labels on lines of their own, the row's values together on the next (B9). */
static void write_rows_mixed(struct sheet *sheet, const struct grid *grid)
{
    for (int row = 0; row < grid->nrows; row++) {
        struct slot slots[GRID_COLS];
        int n = own_slots(grid, row, slots);
        for (int i = 0; i < n; i++) {
            bool value = slots[i].cell->kind == KIND_VALUE;
            write_cell(sheet, slots[i].cell, " ");
            out_add(&sheet->out, slot_is_blank(sheet, &slots[i]) ? "|" : " |");
            if (i + 1 == n && grid->ncols > n && grid->table == 0) {
                out_add(&sheet->out, " ");
                out_repeat(&sheet->out, "|", grid->ncols - n);
            }
            out_add(&sheet->out, value && i + 1 < n ? " " : "\n");
        }
    }
    blur_open_rows(sheet, grid);
}

void bars_write_table(struct sheet *sheet, struct grid *grid)
{
    switch (sheet->layout) {
    case LAYOUT_B4:
        write_rows_led(sheet, grid);
        break;
    case LAYOUT_B5:
        write_rows_enclosed(sheet, grid);
        break;
    case LAYOUT_B6:
    case LAYOUT_B7:
        write_rows_by_cell(sheet, grid);
        break;
    case LAYOUT_B8:
        write_rows_opened(sheet, grid);
        break;
    case LAYOUT_B9:
        write_rows_mixed(sheet, grid);
        break;
    default:
        write_rows_joined(sheet, grid);
    }
}

static void write_rule(struct sheet *sheet, int ncols)
{
    static const char *const rules[] = {"---|", " --- |", ":---:|", " :--- |"};
    out_add(&sheet->out, "|");
    out_repeat(&sheet->out, rules[sheet->variant % COUNT_OF(rules)], ncols);
    out_add(&sheet->out, "\n");
}

static void collapse_header(struct sheet *sheet, int ncols)
{
    out_add(&sheet->out, "|");
    for (int i = 0; i < ncols; i++)
        out_format(&sheet->out, i ? " 数据%d |" : " 项目 |", i);
    out_add(&sheet->out, "\n");
    write_rule(sheet, ncols);
    sheet_lay(sheet, TRAP_HEADER_COLLAPSED);
}

void markdown_write_table(struct sheet *sheet, struct grid *grid)
{
    bool collapsed = grid->table == 1 && sheet->variant % 13 == 6;
    if (collapsed)
        collapse_header(sheet, grid->ncols);
    for (int row = 0; row < grid->nrows; row++) {
        struct slot slots[GRID_COLS];
        int n = grid_row(grid, row, slots);
        if (grid->rows[row].gone || (collapsed && grid->rows[row].head))
            continue;
        out_add(&sheet->out, "|");
        for (int i = 0; i < n; i++) {
            out_add(&sheet->out, " ");
            if (slots[i].own)
                write_cell(sheet, slots[i].cell, sheet->variant % 2 ? "<br>" : " ");
            out_add(&sheet->out, " |");
            out_repeat(&sheet->out, "  |", slots[i].cell->colspan - 1);
        }
        out_add(&sheet->out, "\n");
        if (row == 0 && !collapsed)
            write_rule(sheet, grid->ncols);
    }
}
