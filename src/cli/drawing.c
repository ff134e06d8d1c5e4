#include "drawing.h"

#include <stdlib.h>
#include <string.h>

#include "gouji/text/sanitise.h"
#include "gouji/text/width.h"
#include "gouji/text/wrap.h"

enum { LABEL_NCOLS = 30, VALUE_NCOLS = 24, HEADER_NCOLS = 8, NARROW_NCOLS = 6, MANY_COLS = 6 };

/* Line drawing, by position: left, middle, right of top, inside, bottom. */
struct strokes {
    const char *horizontal, *vertical;
    const char *joints[3][3];
};

static const struct strokes unicode_strokes = {
    "─", "│", {{"┌", "┬", "┐"}, {"├", "┼", "┤"}, {"└", "┴", "┘"}}};
static const struct strokes ascii_strokes = {
    "-", "|", {{"+", "+", "+"}, {"+", "+", "+"}, {"+", "+", "+"}}};

int drawing_init(struct drawing *drawing, size_t nrows, size_t ncols)
{
    struct arena *arena = arena_new();
    *drawing = (struct drawing){.arena = arena, .nrows = nrows, .ncols = ncols};
    if (arena) {
        drawing->texts = arena_array(arena, nrows * ncols, sizeof *drawing->texts);
        drawing->rules = arena_array(arena, nrows, sizeof *drawing->rules);
    }
    if (!drawing->texts || !drawing->rules) {
        arena_free(arena);
        return -1;
    }
    drawing->rules[0] = true;
    return 0;
}

void drawing_release(struct drawing *drawing)
{
    arena_free(drawing->arena);
}

void drawing_set(struct drawing *drawing, size_t row, size_t col, struct slice text)
{
    struct str shown = STR_INIT;
    for (size_t i = 0, start = 0; i <= text.nbytes; i++) {
        bool space = i == text.nbytes || memchr(" \t\r\n", text.ptr[i], 4) != NULL;
        if (!space)
            continue;
        if (i > start) {
            if (shown.nbytes)
                str_byte(&shown, ' ');
            sanitise_append(&shown, slice_make(text.ptr + start, i - start), 0);
        }
        start = i + 1;
    }
    if (shown.nbytes)
        drawing->texts[row * drawing->ncols + col] = arena_copy(drawing->arena, str_slice(&shown));
    str_release(&shown);
}

static struct slice text_at(const struct drawing *drawing, size_t row, size_t col)
{
    return slice_of(drawing->texts[row * drawing->ncols + col]);
}

/* Values decide how wide a column is; headers only take part up to a few
 * columns and are broken to fit, so that the widest table of the form, with
 * seven columns of small numbers, takes 80 columns. */
static int column_width(const struct drawing *drawing, size_t col)
{
    int limit = col == 0 ? LABEL_NCOLS : VALUE_NCOLS;
    int header = drawing->ncols > MANY_COLS ? NARROW_NCOLS : HEADER_NCOLS;
    int widest = 2;
    for (size_t row = 0; row < drawing->nrows; row++) {
        int ncols = width_text(text_at(drawing, row, col));
        int most = row == 0 && col > 0 && !drawing->left ? header : limit;
        if (ncols > most)
            ncols = most;
        if (ncols > widest)
            widest = ncols;
    }
    return widest;
}

static void print_rule(const struct drawing *drawing, const int *widths, int position,
                       struct output *out)
{
    const struct strokes *strokes = drawing->ascii ? &ascii_strokes : &unicode_strokes;
    for (size_t col = 0; col < drawing->ncols; col++) {
        output_add(out, strokes->joints[position][col > 0]);
        for (int i = 0; i < widths[col]; i++)
            output_add(out, strokes->horizontal);
    }
    output_add(out, strokes->joints[position][2]);
    output_add(out, "\n");
}

static void print_blanks(struct output *out, int count)
{
    while (count-- > 0)
        output_add(out, " ");
}

/* One text broken into rows. */
struct broken {
    struct wrap_row *rows;
    size_t nrows;
};

static void print_part(struct slice text, const struct broken *broken, size_t line, int width,
                       bool right, struct output *out)
{
    if (text.nbytes == 0 || line >= broken->nrows) {
        print_blanks(out, width);
        return;
    }
    struct wrap_row row = broken->rows[line];
    while (row.end > row.start && text.ptr[row.end - 1] == ' ')
        row.end--;
    struct slice part = slice_make(text.ptr + row.start, row.end - row.start);
    int room = width - width_text(part);
    if (right)
        print_blanks(out, room);
    str_append(&out->pending, part);
    if (!right)
        print_blanks(out, room);
}

static int break_row(const struct drawing *drawing, size_t row, const int *widths,
                     struct broken *broken)
{
    for (size_t col = 0; col < drawing->ncols; col++)
        if (wrap_line(text_at(drawing, row, col), widths[col], &broken[col].rows,
                      &broken[col].nrows, NULL) != 0)
            return -1;
    return 0;
}

static void print_broken(const struct drawing *drawing, size_t row, const int *widths,
                         const struct broken *broken, struct output *out)
{
    const char *vertical = (drawing->ascii ? &ascii_strokes : &unicode_strokes)->vertical;
    size_t height = 1;
    for (size_t col = 0; col < drawing->ncols; col++)
        if (broken[col].nrows > height)
            height = broken[col].nrows;
    for (size_t line = 0; line < height; line++) {
        for (size_t col = 0; col < drawing->ncols; col++) {
            output_add(out, vertical);
            bool right = col > 0 && row > 0 && !drawing->left;
            print_part(text_at(drawing, row, col), &broken[col], line, widths[col], right, out);
        }
        output_add(out, vertical);
        output_add(out, "\n");
    }
}

static int print_row(const struct drawing *drawing, size_t row, const int *widths,
                     struct output *out)
{
    struct broken *broken = calloc(drawing->ncols, sizeof *broken);
    int rc = broken ? break_row(drawing, row, widths, broken) : -1;
    if (rc == 0)
        print_broken(drawing, row, widths, broken, out);
    for (size_t col = 0; broken && col < drawing->ncols; col++)
        free(broken[col].rows);
    free(broken);
    return rc;
}

int drawing_print(const struct drawing *drawing, struct output *out)
{
    int *widths = calloc(drawing->ncols, sizeof *widths);
    if (!widths || arena_failed(drawing->arena)) {
        free(widths);
        return -1;
    }
    for (size_t col = 0; col < drawing->ncols; col++)
        widths[col] = column_width(drawing, col);
    print_rule(drawing, widths, 0, out);
    int rc = 0;
    for (size_t row = 0; row < drawing->nrows && rc == 0; row++) {
        rc = print_row(drawing, row, widths, out);
        if (drawing->rules[row] && row + 1 < drawing->nrows)
            print_rule(drawing, widths, 1, out);
    }
    print_rule(drawing, widths, 2, out);
    free(widths);
    return rc;
}
