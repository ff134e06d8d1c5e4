/* 项12 below 其他对外管理服务事: a line's end broke the label, and its rest has run into the row's
 * first figure, as pages lose the blank between the two. */
#include <string.h>

#include "grid.h"

enum { KEY_NBYTES = 480 };

/* How many bytes of the text stand before the figure or mark that ends it. */
static size_t head_size(struct slice text)
{
    size_t n = text.nbytes;
    while (n > 0 && strchr("0123456789.+-/", text.ptr[n - 1]))
        n--;
    return n;
}

static bool makes_row(const struct grid *grid, const struct labels *labels, struct slice front,
                      struct slice rest)
{
    char text[KEY_NBYTES], key[KEY_NBYTES];
    size_t n = front.nbytes + rest.nbytes;
    if (n > sizeof text || !labels_may_join(labels, front, rest))
        return false;
    memcpy(mempcpy(text, front.ptr, front.nbytes), rest.ptr, rest.nbytes);
    struct slice whole = slice_make(key, label_key(slice_make(text, n), key));
    const struct label *label = label_in_table(labels_find(labels, whole), grid->table);
    while (label && label->kind != LABEL_ROW)
        label = label_in_table(label->next, grid->table);
    return label != NULL;
}

int grid_part_glued(struct grid *grid, const struct pieces *pieces, const struct piece *piece,
                    uint32_t line)
{
    struct slice text = piece_text(piece);
    size_t head = piece->shape == SHAPE_TEXT && grid->ncells > 0 ? head_size(text) : 0;
    if (head == 0 || head == text.nbytes)
        return 0;
    struct grid_cell *last = &grid->cells[grid->ncells - 1];
    struct fold fold = piece_fold(pieces, piece);
    struct span rest = fold_span(&fold, 0, head), figure = fold_span(&fold, head, text.nbytes);
    enum cell_shape shape =
        cell_shape(slice_make(grid->source + figure.start, figure.end - figure.start));
    if ((shape != SHAPE_NUMBER && shape != SHAPE_MARK) || last->shape != SHAPE_TEXT ||
        last->line + 1 != line ||
        !makes_row(grid, pieces->labels, last->text, slice_make(text.ptr, head)))
        return 0;
    uint32_t row = last->row, column = last->column;
    if (grid_append(grid, pieces->labels, grid->ncells - 1, rest, slice_make(text.ptr, head)) < 0)
        return -1;
    struct grid_cell *cell = grid_add(grid, piece, line);
    if (!cell)
        return -1;
    cell->row = row;
    cell->column = column + 1;
    cell->piece = NULL;
    cell->may_be_torn = true;
    cell->span = figure;
    cell->shape = shape;
    cell->hit = (struct label_hit){0};
    cell->text = slice_make(text.ptr + head, text.nbytes - head);
    return 1;
}
