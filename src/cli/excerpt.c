#include "excerpt.h"

#include <string.h>

#include "format.h"
#include "gouji/base/message.h"
#include "gouji/text/width.h"

/* Of more rows than MANY those of zeros alone are left out. */
enum { MAX_ROWS = 64, MAX_COLS = 16, MANY = 6, LABEL_NCOLS = 34, VALUE_NCOLS = 16 };

/* One block's part of the excerpt. */
struct excerpt {
    const struct findings *findings;
    const struct finding *finding;
    const struct form_block *block;
    bool rows[MAX_ROWS], cols[MAX_COLS];
    bool zeros[MAX_ROWS]; /* rows left out */
    const char *sign;
};

static const struct cell *cell_at(const struct excerpt *excerpt, size_t row, size_t col)
{
    const char *id = excerpt->block->cell_ids[row * excerpt->block->ncols + col];
    return id ? report_cell(excerpt->findings->report, id) : NULL;
}

/* What the check saw, which may be the reviewer's reading; NULL: not its cell. */
static const struct seen *seen_of(const struct excerpt *excerpt, const struct cell *cell)
{
    for (size_t i = 0; i < excerpt->finding->nseen; i++)
        if (strcmp(excerpt->finding->seen[i].cell, cell->id) == 0)
            return &excerpt->finding->seen[i];
    return NULL;
}

static void add_clipped(struct str *out, struct slice text, int ncols)
{
    struct output shown;
    output_init(&shown, -1);
    output_shown(&shown, text);
    struct slice all = str_slice(&shown.pending);
    bool fits = width_fit(all, ncols, NULL) == all.nbytes;
    str_append(out, slice_make(all.ptr, fits ? all.nbytes : width_fit(all, ncols - 1, NULL)));
    if (!fits)
        str_byte(out, '~');
    str_release(&shown.pending);
}

static void add_value(const struct excerpt *excerpt, const struct cell *cell, struct str *out)
{
    struct str text = STR_INIT;
    switch (cell->state) {
    case CELL_NUMBER:
    case CELL_TEXT:
        format_text(excerpt->findings, report_slice(excerpt->findings->report, cell->span), &text);
        add_clipped(out, str_slice(&text), VALUE_NCOLS);
        break;
    case CELL_BLANK:
        str_add(out, "[ ]");
        break;
    case CELL_MARK:
        str_add(out, "—");
        break;
    case CELL_UNPLACED:
        str_add(out, "??");
        break;
    case CELL_ABSENT:
    case CELL_STATE_COUNT:
        str_add(out, "x");
        break;
    }
    str_add(out, seen_of(excerpt, cell) ? excerpt->sign : " ");
    str_release(&text);
}

static void add_padded(struct str *out, struct slice text, int ncols, bool right)
{
    int missing = ncols - width_text(text);
    if (!right)
        str_append(out, text);
    for (int i = 0; i < missing; i++)
        str_byte(out, ' ');
    if (right)
        str_append(out, text);
}

static void print_field(struct output *out, const struct str *text, int ncols)
{
    output_add(out, "  ");
    add_padded(&out->pending, str_slice(text), ncols, true);
}

static void head_of(const struct form_block *block, size_t col, struct str *out)
{
    add_clipped(out, slice_of(block->cols[col].label), VALUE_NCOLS);
    str_byte(out, ' '); /* over the values, not over their signs */
}

static int column_width(const struct excerpt *excerpt, size_t col)
{
    struct str text = STR_INIT;
    head_of(excerpt->block, col, &text);
    int widest = width_text(str_slice(&text));
    for (size_t row = 0; row < excerpt->block->nrows && row < MAX_ROWS; row++) {
        const struct cell *cell = excerpt->rows[row] ? cell_at(excerpt, row, col) : NULL;
        if (!cell)
            continue;
        str_clear(&text);
        add_value(excerpt, cell, &text);
        int ncols = width_text(str_slice(&text));
        widest = ncols > widest ? ncols : widest;
    }
    str_release(&text);
    return widest;
}

static bool is_zero(const struct excerpt *excerpt, size_t row)
{
    for (size_t col = 0; col < excerpt->block->ncols; col++) {
        const struct cell *cell = excerpt->cols[col] ? cell_at(excerpt, row, col) : NULL;
        if (cell && (cell->state != CELL_NUMBER || cell->value != 0))
            return false;
    }
    return true;
}

static void drop_zeros(struct excerpt *excerpt)
{
    size_t nrows = 0;
    for (size_t row = 0; row < MAX_ROWS; row++)
        nrows += excerpt->rows[row];
    for (size_t row = 0; nrows > MANY && row < MAX_ROWS; row++)
        if (excerpt->rows[row] && is_zero(excerpt, row)) {
            excerpt->rows[row] = false;
            excerpt->zeros[row] = true;
        }
}

/* （二）, or of several （二） - （三）8. */
static void add_range(const struct form_block *block, size_t first, size_t last, struct str *out)
{
    const struct form_row *ends[] = {&block->rows[first], &block->rows[last]};
    for (size_t i = 0; i < (first < last ? 2 : 1); i++) {
        str_add(out, i > 0 ? " - " : out->nbytes > 0 ? ", " : "");
        str_add(out, ends[i]->address ? ends[i]->address : ends[i]->label);
    }
}

/* By name, so that what was summed can be followed to its last row. */
static void print_zeros(struct output *out, const struct excerpt *excerpt)
{
    size_t n = 0, first = 0, last = 0;
    bool is_open = false;
    struct str names = STR_INIT;
    for (size_t row = 0; row < excerpt->block->nrows; row++) {
        if (is_open && excerpt->rows[row])
            add_range(excerpt->block, first, last, &names);
        is_open = is_open && !excerpt->rows[row];
        if (!excerpt->zeros[row])
            continue;
        first = is_open ? first : row;
        last = row;
        is_open = true;
        n++;
    }
    if (is_open)
        add_range(excerpt->block, first, last, &names);
    if (n > 0)
        output_format(out, _("         (rows of zeros left out, %zu: %s)\n"), n, str_text(&names));
    str_release(&names);
}

/* A row's label, or with row nrows the heads of the columns. */
static void print_row(struct output *out, const struct excerpt *excerpt, size_t row,
                      const int widths[MAX_COLS])
{
    const struct form_block *block = excerpt->block;
    bool is_head = row == block->nrows;
    struct str text = STR_INIT;
    const char *label = is_head ? block->heading : block->rows[row].label;
    add_clipped(&text, slice_of(label), LABEL_NCOLS);
    output_add(out, "         ");
    add_padded(&out->pending, str_slice(&text), LABEL_NCOLS, false);
    for (size_t col = 0; col < block->ncols; col++) {
        if (!excerpt->cols[col])
            continue;
        str_clear(&text);
        const struct cell *cell = is_head ? NULL : cell_at(excerpt, row, col);
        if (is_head)
            head_of(block, col, &text);
        else if (cell)
            add_value(excerpt, cell, &text);
        print_field(out, &text, widths[col]);
    }
    while (out->pending.nbytes && out->pending.data[out->pending.nbytes - 1] == ' ')
        str_remove(&out->pending, out->pending.nbytes - 1, 1);
    output_add(out, "\n");
    str_release(&text);
}

static void print_block(struct output *out, struct excerpt *excerpt)
{
    int widths[MAX_COLS] = {0};
    drop_zeros(excerpt);
    for (size_t col = 0; col < excerpt->block->ncols; col++)
        if (excerpt->cols[col])
            widths[col] = column_width(excerpt, col);
    print_row(out, excerpt, excerpt->block->nrows, widths);
    for (size_t row = 0; row < excerpt->block->nrows; row++)
        if (excerpt->rows[row])
            print_row(out, excerpt, row, widths);
    print_zeros(out, excerpt);
}

static bool fits(const struct form_block *block)
{
    return block->nrows <= MAX_ROWS && block->ncols <= MAX_COLS;
}

/* The cells of the finding in this block; the first of them starts it. Nothing
 * is to be seen of rows that are all lost. */
static bool gather(struct excerpt *excerpt, size_t first)
{
    const struct finding *finding = excerpt->finding;
    bool any = false;
    for (size_t i = first; i < finding->nseen; i++) {
        const struct cell *cell = report_cell(excerpt->findings->report, finding->seen[i].cell);
        if (!cell || !fits(cell->block) || (excerpt->block && cell->block != excerpt->block))
            continue;
        excerpt->block = cell->block;
        excerpt->rows[cell->row] = true;
        excerpt->cols[cell->col] = true;
        any = any || cell->state != CELL_ABSENT;
    }
    return any;
}

static bool was_printed(const struct excerpt *excerpt, size_t index)
{
    const struct report *report = excerpt->findings->report;
    const struct cell *cell = report_cell(report, excerpt->finding->seen[index].cell);
    for (size_t i = 0; cell && i < index; i++) {
        const struct cell *earlier = report_cell(report, excerpt->finding->seen[i].cell);
        if (earlier && earlier->block == cell->block)
            return true;
    }
    return !cell || !fits(cell->block);
}

bool excerpt_print(struct output *out, const struct findings *findings,
                   const struct finding *finding, const char *sign)
{
    bool any = false;
    for (size_t i = 0; finding->outcome == OUTCOME_FAIL && i < finding->nseen; i++) {
        struct excerpt excerpt = {.findings = findings, .finding = finding, .sign = sign};
        if (was_printed(&excerpt, i) || !gather(&excerpt, i))
            continue;
        print_block(out, &excerpt);
        any = true;
    }
    return any;
}
