/* Columns between blanks in which a growth stands below another column's label: 增加2 or +3 below
 * 处理决定数量. The rows' figures stand elsewhere than the labels say. */
#include <string.h>

#include "gouji/base/ascii.h"
#include "rows.h"

static bool has_sign(const struct grid_cell *cell)
{
    struct slice text = cell->text;
    bool is_sign = text.nbytes > 1 && strchr("+-", text.ptr[0]) != NULL;
    return (is_sign && ascii_is_digit(text.ptr[1])) || slice_has_prefix(text, slice_of("增")) ||
           slice_has_prefix(text, slice_of("减"));
}

/* Whether blanks of the row are told by where its figures stand. */
static bool is_by_place(const struct row_run *run)
{
    for (size_t k = 0; k < run->run.width; k++)
        if (run->at[k] == GRID_NO_CELL)
            return run->placing == GRID_PLACED;
    return false;
}

/* Whether the row has a growth in a column of other figures, in a block that has one for growth,
 * which is blank or has another figure. */
static bool is_misplaced(const struct reading *reading, const struct row_run *run)
{
    const struct form_block *form = reading->blocks[run->block].form;
    bool misplaced = false, has_signed = false;
    for (size_t k = 0; k < run->run.width; k++) {
        has_signed = has_signed || form->cols[k].is_signed;
        misplaced = misplaced || (!form->cols[k].is_signed && run->at[k] != GRID_NO_CELL &&
                                  has_sign(&reading->grid.cells[run->at[k]]));
    }
    return misplaced && has_signed;
}

void rows_doubt_signed(const struct reading *reading, struct row_runs *runs)
{
    if (reading->table != TABLE_T2 || reading->grid.reader != &grid_p)
        return;
    for (size_t i = 0; i < runs->nitems; i++) {
        if (!is_by_place(&runs->items[i]) || !is_misplaced(reading, &runs->items[i]))
            continue;
        for (size_t k = 0; k < runs->nitems; k++)
            if (runs->items[k].block == runs->items[i].block && is_by_place(&runs->items[k]))
                runs->items[k].placing = GRID_UNPLACED;
    }
}
