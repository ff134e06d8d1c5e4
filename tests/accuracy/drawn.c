/* Tables whose columns are places on the line: drawn with box characters, or
 * set apart with blanks as converters of PDF pages do. */
#include <stdio.h>
#include <string.h>

#include "writers.h"

static int cell_width(const struct sheet *sheet, const struct gcell *cell, bool wide)
{
    if (cell->value >= 0)
        return text_width(sheet->values[cell->value].text, wide) +
               text_width(sheet->values[cell->value].after, wide);
    return text_width(cell->text, wide);
}

static void measure(const struct sheet *sheet, const struct grid *grid, int widths[GRID_COLS])
{
    for (int col = 0; col < grid->ncols; col++)
        widths[col] = 4;
    for (int i = 0; i < grid->ncells; i++) {
        const struct gcell *cell = &grid->cells[i];
        int have = 3 * (cell->colspan - 1), need = cell_width(sheet, cell, true);
        for (int col = cell->col; col < cell->col + cell->colspan; col++)
            have += widths[col];
        if (need > have)
            widths[cell->col + cell->colspan - 1] += need - have;
    }
}

static void write_edge(struct sheet *sheet, const struct grid *grid, const int *widths, int row)
{
    const char *const *corner = row == 0            ? (const char *const[]){"┌", "┬", "┐"}
                                : row < grid->nrows ? (const char *const[]){"├", "┼", "┤"}
                                                    : (const char *const[]){"└", "┴", "┘"};
    struct slot slots[GRID_COLS];
    int n = row < grid->nrows ? grid_row(grid, row, slots) : 0, at = 0;
    out_add(&sheet->out, corner[0]);
    for (int col = 0; col < grid->ncols; col++) {
        while (at + 1 < n && slots[at + 1].cell->col <= col)
            at++;
        bool open = row > 0 && n && !slots[at].own;
        out_repeat(&sheet->out, open ? " " : "─", (widths[col] + 2) / (open ? 1 : 1));
        out_add(&sheet->out, corner[col + 1 < grid->ncols ? 1 : 2]);
    }
    out_add(&sheet->out, "\n");
}

void box_write_table(struct sheet *sheet, struct grid *grid)
{
    int widths[GRID_COLS];
    bool heavy = sheet->variant % 3 == 0, rules = sheet->variant % 4 != 0;
    for (int i = 0; i < grid->ncells; i++)
        for (char *brk; (brk = strchr(grid->cells[i].text, '\n'));)
            *brk = ' ';
    measure(sheet, grid, widths);
    for (int row = 0; row < grid->nrows; row++) {
        struct slot slots[GRID_COLS];
        int n = grid_row(grid, row, slots);
        if (rules || row == 0 || grid->rows[row - 1].head)
            write_edge(sheet, grid, widths, row);
        for (int i = 0; i < n; i++) {
            const struct gcell *cell = slots[i].cell;
            int room = 3 * (cell->colspan - 1);
            for (int col = cell->col; col < cell->col + cell->colspan; col++)
                room += widths[col];
            out_add(&sheet->out, heavy ? "┃ " : "│ ");
            if (slots[i].own) {
                write_cell(sheet, cell, " ");
                room -= cell_width(sheet, cell, true);
            }
            out_repeat(&sheet->out, " ", room + 1);
        }
        out_add(&sheet->out, heavy ? "┃\n" : "│\n");
    }
    write_edge(sheet, grid, widths, grid->nrows);
}

/* One column of an aligned page: where it stands and the label pieces still
 * to be set in it, one a line. */
struct lane {
    int x, width;
    const char *rest;
    int last_row; /* of the cell whose label is being set */
};

struct page {
    struct sheet *sheet;
    const struct grid *grid;
    struct lane lanes[GRID_COLS];
    bool wide;
    int cursor;
};

static const int widths_t2[] = {34, 26, 26, 26};
static const int widths_local[] = {66, 10, 10};
static const int widths_t3[] = {8, 14, 34, 10, 10, 10, 10, 10, 10, 10};
enum { WIDTH_T4 = 9 };

static void page_init(struct page *page, struct sheet *sheet, const struct grid *grid)
{
    *page = (struct page){.sheet = sheet, .grid = grid, .wide = sheet->variant % 2};
    int x = 2 + sheet->variant % 3;
    for (int col = 0; col < grid->ncols; col++) {
        struct lane *lane = &page->lanes[col];
        lane->width = grid->table == GRID_LOCAL ? widths_local[col]
                      : grid->table == 0        ? widths_t2[col]
                      : grid->table == 1        ? widths_t3[col]
                                                : WIDTH_T4;
        if (grid->table == 1 && col == 0 && sheet->variant % 3 == 0)
            lane->width = 5;
        lane->x = x;
        x += lane->width;
        lane->rest = "";
    }
}

static int room_of(const struct page *page, const struct gcell *cell)
{
    int room = -1;
    for (int col = cell->col; col < cell->col + cell->colspan; col++)
        room += page->lanes[col].width;
    return room - (cell->kind == KIND_HEAD ? 0 : 1);
}

/* The bytes of `text` that fit into `room`; at least one character. */
static size_t piece_nbytes(const struct page *page, const char *text, int room)
{
    size_t nbytes = 0;
    while (text[nbytes] && text[nbytes] != '\n') {
        size_t n = text_char_nbytes(text + nbytes);
        room -= n >= 3 && page->wide ? 2 : 1;
        if (room < 0 && nbytes)
            break;
        nbytes += n;
    }
    return nbytes;
}

static void move_to(struct page *page, int x)
{
    int blanks = x - page->cursor;
    if (blanks < 1 && page->cursor > 0)
        blanks = 1;
    out_repeat(&page->sheet->out, " ", blanks);
    page->cursor += blanks > 0 ? blanks : 0;
}

/* Where something of `size` begins in the cell's columns. A column's label and
 * its numbers are set alike: to the left, to the right or in the middle. */
static int set_off(const struct page *page, const struct gcell *cell, int size)
{
    int x = page->lanes[cell->col].x, side = page->sheet->variant / 3 % 3, slack = -2 - size;
    for (int col = cell->col; col < cell->col + cell->colspan; col++)
        slack += page->lanes[col].width;
    if (slack < 1 || side == 0)
        return x;
    return x + (side == 1 && cell->colspan == 1 ? slack : slack / 2);
}

static void set_piece(struct page *page, struct lane *lane, const struct gcell *cell)
{
    size_t n = piece_nbytes(page, lane->rest, room_of(page, cell));
    char piece[200];
    snprintf(piece, sizeof piece, "%.*s", (int)n, lane->rest);
    bool column = cell->kind == KIND_HEAD && cell->col >= page->grid->nlabels;
    move_to(page, column ? set_off(page, cell, text_width(piece, page->wide)) : lane->x);
    out_add(&page->sheet->out, piece);
    page->cursor += text_width(piece, page->wide);
    lane->rest += n + (lane->rest[n] == '\n');
    if (!*lane->rest)
        lane->rest = "";
}

static int npieces(const struct page *page, const struct gcell *cell)
{
    int n = 0;
    for (const char *at = cell->text; *at; n++) {
        at += piece_nbytes(page, at, room_of(page, cell));
        at += *at == '\n';
    }
    return n;
}

static bool any_rest(const struct page *page, const struct slot *slots, int n, int row)
{
    for (int i = 0; i < n; i++) {
        const struct gcell *cell = slots[i].cell;
        bool ends = cell->row + cell->rowspan - 1 == row;
        if (ends && *page->lanes[cell->col].rest)
            return true;
    }
    return false;
}

static void set_line(struct page *page, const struct slot *slots, int n, bool values, bool labels)
{
    page->cursor = 0;
    for (int i = 0; i < n; i++) {
        const struct gcell *cell = slots[i].cell;
        struct lane *lane = &page->lanes[cell->col];
        if (cell->value >= 0 && values && !slot_is_blank(page->sheet, &slots[i])) {
            const struct value *value = &page->sheet->values[cell->value];
            int size = text_width(value->text, page->wide) + text_width(value->after, page->wide);
            move_to(page, set_off(page, cell, size));
            sheet_print_value(page->sheet, cell->value);
            page->cursor += size;
        } else if (cell->value < 0 && (labels || cell->rowspan > 1) && *lane->rest) {
            set_piece(page, lane, cell);
        }
    }
    out_add(&page->sheet->out, "\n");
}

static void set_row(struct page *page, int row)
{
    struct slot slots[GRID_COLS];
    int n = grid_row(page->grid, row, slots), height = 1, nvalues, nblank;
    grid_count(page->sheet, page->grid, row, &nvalues, &nblank);
    for (int i = 0; i < n; i++) {
        const struct gcell *cell = slots[i].cell;
        if (!slots[i].own || cell->value >= 0)
            continue;
        page->lanes[cell->col].rest = cell->text;
        int pieces = npieces(page, cell);
        if (cell->rowspan == 1 && pieces > height)
            height = pieces;
        if (cell->rowspan > 1 && cell->kind == KIND_LABEL && pieces > 3)
            sheet_lay(page->sheet, TRAP_VERTICAL);
    }
    bool between = nvalues > nblank && height == 2 && page->sheet->variant % 3 == 1;
    int at = between ? 1 : (height - 1) / 2, nlines = height + between;
    if (nvalues > nblank && nlines > 2)
        sheet_lay(page->sheet, TRAP_FIGURES_BETWEEN);
    for (int line = 0; line < nlines || any_rest(page, slots, n, row); line++)
        set_line(page, slots, n, line == at, !(between && line == at));
}

static void turn_page(struct page *page, int number)
{
    static const char *const forms[] = {"- ", "— ", "第 "};
    static const char *const ends[] = {" -", " —", " 页"};
    int form = page->sheet->variant % COUNT_OF(forms);
    out_format(&page->sheet->out, "\n%60s%s%d%s\n\f", "", forms[form], number, ends[form]);
    sheet_lay(page->sheet, TRAP_PAGE_NUMBER);
    if (page->grid->table == 1 && page->sheet->variant % 5 == 0) {
        for (int row = 0; row < 3; row++)
            set_row(page, row);
        sheet_lay(page->sheet, TRAP_PAGE_HEADER);
    }
}

/* Whether a blank's place may be told from where the others stand is up to the
 * reader; told wrong it must not be. */
static void blur_blanks(struct sheet *sheet, const struct grid *grid)
{
    for (int i = 0; i < grid->ncells; i++) {
        const struct gcell *cell = &grid->cells[i];
        int nvalues, nblank;
        grid_count(sheet, grid, cell->row, &nvalues, &nblank);
        if (cell->value >= 0 && nblank)
            sheet->values[cell->value].accept |=
                MAY(STATE_UNPLACED) | (nblank == nvalues ? MAY(STATE_ABSENT) : 0u);
    }
}

void aligned_write_table(struct sheet *sheet, struct grid *grid)
{
    struct page page;
    page_init(&page, sheet, grid);
    for (int row = 0; row < grid->nrows; row++) {
        bool settled = true;
        for (int col = 0; col < grid->ncols; col++)
            settled = settled && !*page.lanes[col].rest;
        if (row > 5 && settled && !grid->rows[row - 1].head && prng_chance(&sheet->prng, 4))
            turn_page(&page, row);
        set_row(&page, row);
    }
    blur_blanks(sheet, grid);
}
