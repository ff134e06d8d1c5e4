/* Cells on lines of their own: web text (A1), Word dumps (A2), and what is
 * left when repeated lines are dropped (A3). */
#include <stdlib.h>
#include <string.h>

#include "writers.h"

void write_cell(struct sheet *sheet, const struct gcell *cell, const char *brk)
{
    if (cell->value >= 0) {
        sheet_print_value(sheet, cell->value);
        return;
    }
    for (const char *at = cell->text; *at; at += text_char_nbytes(at)) {
        char piece[5] = "";
        memcpy(piece, at, text_char_nbytes(at));
        out_add(&sheet->out, *at == '\n' ? brk : piece);
    }
}

static void page_number(struct sheet *sheet)
{
    static const char *const ends[][2] = {{"-", "-"}, {"— ", " —"}, {"第", "页"}, {"- ", " -"}};
    const char *const *end = ends[sheet->variant % COUNT_OF(ends)];
    page_break_paragraph(sheet);
    out_format(&sheet->out, "%s%d%s", end[0], sheet->variant % 7 + 2, end[1]);
}

static void write_line_row(struct sheet *sheet, const struct grid *grid, int row, bool traces)
{
    struct slot slots[GRID_COLS];
    int n = grid_row(grid, row, slots), last_value = -1;
    /* In a full row, empty paragraphs between the values mean nothing. */
    bool empties = sheet->variant % 11 == 4 && grid_row_is_full(sheet, grid, row);
    bool padded = sheet->variant % 9 == 7, markup = sheet->variant % 17 == 5;
    for (int i = 0; i < n; i++) {
        const struct gcell *cell = slots[i].cell;
        if (!slots[i].own || (cell->kind != KIND_VALUE && !cell->text[0]))
            continue;
        if (slot_is_blank(sheet, &slots[i])) {
            sheet->extra_breaks += traces;
            continue;
        }
        if (empties && last_value >= 0 && prng_chance(&sheet->prng, 20)) {
            sheet->extra_breaks += prng_between(&sheet->prng, 1, 3);
            sheet_lay(sheet, TRAP_EMPTY_PARAGRAPH);
        }
        page_break_paragraph(sheet);
        if (cell->kind == KIND_VALUE && padded) {
            out_add(&sheet->out, " ");
            sheet_lay(sheet, TRAP_PADDED_VALUE);
        }
        if (markup && cell->kind == KIND_LABEL && cell->col == 0 && grid->table == 1) {
            out_add(&sheet->out, "### ");
            sheet_lay(sheet, TRAP_ROW_MARKUP);
        }
        write_cell(sheet, cell, sheet->break_blank_line ? "\n\n" : "\n");
        if (cell->kind == KIND_VALUE)
            last_value = i;
    }
}

static bool has_blanks(const struct sheet *sheet, const struct grid *grid)
{
    for (int row = 0; row < grid->nrows; row++) {
        int nvalues, nblank;
        grid_count(sheet, grid, row, &nvalues, &nblank);
        if (nblank)
            return true;
    }
    return false;
}

void lines_write_table(struct sheet *sheet, struct grid *grid)
{
    bool traces = true;
    if (has_blanks(sheet, grid)) {
        traces = sheet->layout == LAYOUT_A1 && !sheet_try(sheet, TRAP_BREAKS_LOST, 15);
        if (traces && grid->table == 2)
            grid_excuse_blank_row(sheet, grid, 3);
        if (traces)
            sheet_lay(sheet, TRAP_BLANK_BREAKS);
        else
            grid_unplace_short_rows(sheet, grid);
    }
    for (int row = 0; row < grid->nrows; row++) {
        if (grid->rows[row].gone)
            continue;
        bool pages = sheet->layout == LAYOUT_A1 && row > 4 && sheet->extra_breaks == 0;
        if (pages && sheet_try(sheet, TRAP_PAGE_NUMBER, 1))
            page_number(sheet);
        write_line_row(sheet, grid, row, traces);
    }
}

static void write_dump_cell(struct sheet *sheet, const struct gcell *cell)
{
    out_add(&sheet->out, "\t");
    if (cell->kind == KIND_LABEL && cell->text[0] && sheet->variant < 15 &&
        prng_chance(&sheet->prng, 4)) {
        sheet_lay(sheet, TRAP_WORD_MARK);
        out_add(&sheet->out, "[bookmark: OLE_LINK1]");
    }
    write_cell(sheet, cell, "\n");
    out_add(&sheet->out, "\n");
}

void dump_write_table(struct sheet *sheet, struct grid *grid)
{
    out_add(&sheet->out, "\n");
    for (int row = 0; row < grid->nrows; row++) {
        if (grid->rows[row].gone)
            continue;
        struct slot slots[GRID_COLS];
        int n = grid_row(grid, row, slots);
        for (int i = 0; i < n; i++) {
            if (slots[i].own)
                write_dump_cell(sheet, slots[i].cell);
            else
                out_add(&sheet->out, "\t\n");
        }
        out_add(&sheet->out, row + 1 < grid->nrows ? "\n" : "");
    }
    out_add(&sheet->out, "\n");
}

static void find_headings(struct sheet *sheet)
{
    for (int i = 0; i < SECTIONS; i++) {
        struct section *section = &sheet->sections[i];
        char line[200] = "\n";
        strcat(line, section->heading);
        const char *at = section->printed ? strstr(sheet->out.bytes, line) : NULL;
        if (at)
            section->start = (size_t)(at - sheet->out.bytes) + 1;
        else
            section->printed = false;
    }
}

void lines_drop_repeated(struct sheet *sheet)
{
    struct out kept = {0};
    const char *seen[4000];
    int nseen = 0;
    for (char *line = strtok(sheet->out.bytes, "\r\n"); line; line = strtok(NULL, "\r\n")) {
        bool known = false;
        for (int i = 0; i < nseen && !known; i++)
            known = strcmp(seen[i], line) == 0;
        if (known)
            continue;
        if (nseen < COUNT_OF(seen))
            seen[nseen++] = line;
        out_add(&kept, line);
        out_add(&kept, "\n");
    }
    kept.traditional = sheet->out.traditional;
    out_release(&sheet->out);
    sheet->out = kept;
    find_headings(sheet);
    for (int i = 0; i < sheet->nvalues; i++) {
        struct value *value = &sheet->values[i];
        value->state = STATE_UNPLACED;
        value->accept = MAY(STATE_UNPLACED) | MAY(STATE_ABSENT);
        value->start = value->end = 0;
    }
    sheet->damaged = true;
    sheet_lay(sheet, TRAP_DEDUP);
}
