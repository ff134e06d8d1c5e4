#include "grid.h"

static const struct gcell *covering(const struct grid *grid, int row, int col)
{
    for (int i = 0; i < grid->ncells; i++) {
        const struct gcell *cell = &grid->cells[i];
        if (row >= cell->row && row < cell->row + cell->rowspan && col >= cell->col &&
            col < cell->col + cell->colspan)
            return cell;
    }
    return NULL;
}

int grid_row(const struct grid *grid, int row, struct slot slots[GRID_COLS])
{
    int n = 0;
    for (int col = 0; col < grid->ncols;) {
        const struct gcell *cell = covering(grid, row, col);
        if (!cell) {
            col++;
            continue;
        }
        if (!cell->lost)
            slots[n++] = (struct slot){cell, cell->row == row};
        col += cell->colspan;
    }
    return n;
}

bool slot_is_blank(const struct sheet *sheet, const struct slot *slot)
{
    return slot->cell->kind == KIND_VALUE && !sheet->values[slot->cell->value].text[0];
}

void grid_count(const struct sheet *sheet, const struct grid *grid, int row, int *nvalues,
                int *nblank)
{
    *nvalues = *nblank = 0;
    for (int i = 0; i < grid->ncells; i++) {
        const struct gcell *cell = &grid->cells[i];
        if (cell->row != row || cell->kind != KIND_VALUE)
            continue;
        ++*nvalues;
        *nblank += !sheet->values[cell->value].text[0];
    }
}

bool grid_row_is_full(const struct sheet *sheet, const struct grid *grid, int row)
{
    for (int i = 0; i < grid->ncells; i++) {
        const struct gcell *cell = &grid->cells[i];
        if (cell->row == row && cell->kind == KIND_VALUE &&
            (cell->lost || !sheet->values[cell->value].text[0]))
            return false;
    }
    return true;
}

void grid_unplace_row(struct sheet *sheet, const struct grid *grid, int row)
{
    int nvalues, nblank;
    grid_count(sheet, grid, row, &nvalues, &nblank);
    for (int i = 0; i < grid->ncells; i++) {
        const struct gcell *cell = &grid->cells[i];
        if (cell->row != row || cell->kind != KIND_VALUE)
            continue;
        struct value *value = &sheet->values[cell->value];
        value->state = STATE_UNPLACED;
        value->accept = MAY(STATE_UNPLACED);
        if (nvalues == nblank)
            value->accept |= MAY(STATE_BLANK) | MAY(STATE_ABSENT);
        sheet->damaged = true;
    }
}

void grid_excuse_blank_row(struct sheet *sheet, const struct grid *grid, int row)
{
    int nvalues, nblank;
    grid_count(sheet, grid, row, &nvalues, &nblank);
    for (int i = 0; i < grid->ncells && nvalues == nblank; i++)
        if (grid->cells[i].row == row && grid->cells[i].kind == KIND_VALUE)
            sheet->values[grid->cells[i].value].accept |= MAY(STATE_ABSENT);
}

void grid_forget_row(struct sheet *sheet, struct grid *grid, int row)
{
    grid->rows[row].gone = true;
    for (int i = 0; i < grid->ncells; i++) {
        const struct gcell *cell = &grid->cells[i];
        if (cell->row != row || cell->kind != KIND_VALUE)
            continue;
        sheet->values[cell->value].state = STATE_ABSENT;
        sheet->values[cell->value].accept = MAY(STATE_ABSENT);
    }
    sheet->damaged = true;
}

void grid_lose_cell(struct sheet *sheet, struct grid *grid, int row)
{
    int nvalues, nblank, at = 0;
    grid_count(sheet, grid, row, &nvalues, &nblank);
    int lost = nvalues ? prng_below(&sheet->prng, nvalues) : 0;
    for (int i = 0; i < grid->ncells; i++) {
        struct gcell *cell = &grid->cells[i];
        if (cell->row == row && cell->kind == KIND_VALUE && at++ == lost)
            cell->lost = true;
    }
    grid_unplace_row(sheet, grid, row);
}

void grid_unplace_short_rows(struct sheet *sheet, const struct grid *grid)
{
    for (int row = 0; row < grid->nrows; row++) {
        int nvalues, nblank;
        grid_count(sheet, grid, row, &nvalues, &nblank);
        if (nblank)
            grid_unplace_row(sheet, grid, row);
    }
}
