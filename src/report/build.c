/* From a decided reading to the table of the report. */
#include <string.h>

#include "gouji/base/ascii.h"
#include "rows.h"

/* What labels a line has. */
struct line_look {
    bool has_header, has_row;
};

struct build {
    const struct reading *reading;
    struct table *table;
    struct row_runs runs;
    struct line_look *looks; /* of the region's lines */
    size_t *lines;           /* in which the rows of the table begin */
    size_t nbroken;          /* figures that lines of a frame break */
    struct err *err;
};

/* The slot for one more item of an array that hangs from the arena. */
#define PUSH(build, items, count, capacity)                                                        \
    arena_push((build)->reading->arena, &(items), &(capacity), (count), sizeof *(items))

static int make_blocks(struct arena *arena, struct table *table,
                       const struct form_block *const *forms, size_t n, struct err *err)
{
    table->blocks = arena_array(arena, n, sizeof *table->blocks);
    if (!table->blocks)
        return err_set_nomem(err);
    for (size_t i = 0; i < n; i++) {
        const struct form_block *form = forms[i];
        struct block_reading *block = &table->blocks[i];
        size_t ncells = form->nrows * form->ncols;
        block->form = form;
        block->cells = arena_raw(arena, ncells * sizeof *block->cells);
        if (!block->cells)
            return err_set_nomem(err);
        block_absent_cells(form, block->cells);
    }
    table->nblocks = n;
    return 0;
}

static const struct form_block **form_list(struct arena *arena, size_t n)
{
    return arena_array(arena, n ? n : 1, sizeof(const struct form_block *));
}

int reading_build_absent(struct arena *arena, const struct form_table *form, struct table *table,
                         struct err *err)
{
    const struct form_block **forms = form_list(arena, form->nblocks);
    if (!forms)
        return err_set_nomem(err);
    for (size_t i = 0; i < form->nblocks; i++)
        forms[i] = &form->blocks[i];
    *table = (struct table){.id = form->id, .state = TABLE_ABSENT};
    return make_blocks(arena, table, forms, form->nblocks, err);
}

/* 0 / 件 in a frame, whose lines hold other cells, too: of a count that its unit is torn from the
 * figure, else the whole cell. */
static struct span value_span(const struct grid *grid, const struct grid_cell *cell,
                              const struct form_col *col)
{
    static const char *const units[] = {"件", "条", "次", "项", "个", "份"};
    const char *figure = grid->source + cell->span.start;
    size_t n = 0;
    if (grid->reader != &grid_box || cell->piece || col->is_decimal)
        return cell->span;
    while (cell->span.start + n < cell->span.end && ascii_is_digit(figure[n]))
        n++;
    if (n == 0 || n > cell->text.nbytes || memcmp(figure, cell->text.ptr, n) != 0)
        return cell->span;
    struct slice rest = slice_make(cell->text.ptr + n, cell->text.nbytes - n);
    for (size_t i = 0; i < sizeof units / sizeof *units; i++)
        if (slice_is(rest, units[i]))
            return (struct span){cell->span.start, cell->span.start + (uint32_t)n};
    return cell->span;
}

static bool is_stroke(const char *at)
{
    return *at == '|' || (at[0] == '\xE2' && (at[1] == '\x94' || at[1] == '\x95'));
}

/* In a frame, whose lines hold other cells, too: what the cell has of the first line; all of it,
 * where that begins with a sign drawn as a stroke is. */
static struct span first_line(const char *source, struct span span)
{
    uint32_t end = span.start;
    while (end < span.end && source[end] != '\n' && !is_stroke(source + end))
        end++;
    while (end > span.start && (source[end - 1] == ' ' || source[end - 1] == '\r'))
        end--;
    return (struct span){span.start, end > span.start ? end : span.end};
}

static bool has_digit(struct slice text)
{
    size_t at = 0;
    while (at < text.nbytes && !ascii_is_digit(text.ptr[at]))
        at++;
    return at < text.nbytes;
}

/* A figure broken over lines of a frame, or torn from 减少 before it or 元 behind, is a text, of
 * which the first line's is shown. */
static bool is_broken_figure(const struct grid *grid, const struct grid_cell *cell,
                             struct span span)
{
    return grid->reader == &grid_box && !cell->piece && (cell->is_value || has_digit(cell->text)) &&
           memchr(grid->source + span.start, '\n', span.end - span.start) != NULL;
}

static void fill_cell(struct build *b, const struct row_run *run, size_t i, struct cell *cell)
{
    const struct grid *grid = &b->reading->grid;
    const struct unit *unit = &b->reading->units.items[run->unit];
    if (run->placing == GRID_ABSENT) {
        cell->state = CELL_ABSENT;
    } else if (run->placing == GRID_UNPLACED) {
        cell->state = CELL_UNPLACED;
    } else if (run->at[i] == GRID_NO_CELL) {
        uint32_t end = unit_label_span(grid, unit).end;
        cell->state = CELL_BLANK;
        cell->span = (struct span){end, end};
    } else {
        const struct form_col *col = &cell->block->cols[cell->col];
        struct span span = value_span(grid, &grid->cells[run->at[i]], col);
        struct slice field = slice_make(grid->source + span.start, span.end - span.start);
        cell_parse(b->reading->arena, field, span.start, col, cell);
        if (is_broken_figure(grid, &grid->cells[run->at[i]], span)) {
            cell->state = CELL_TEXT;
            cell->span = first_line(grid->source, span);
            b->nbroken++;
        }
    }
}

static bool by_order(const struct build *b, const struct row_run *run)
{
    const struct alignment *a = b->reading->blocks[run->block].alignment;
    int slot = a->slot_of[run->unit];
    return slot >= 0 && a->match[slot] == LABEL_BY_ORDER;
}

static void fill_row(struct build *b, const struct row_run *run)
{
    struct block_reading *block = &b->table->blocks[run->block];
    struct cell *cells = &block->cells[run->row * block->form->ncols];
    bool is_by_order = by_order(b, run);
    for (size_t i = 0; i < run->run.width; i++) {
        fill_cell(b, run, i, &cells[i]);
        cells[i].placed_by_order = is_by_order;
    }
}

static int add_row_reading(struct build *b, const struct row_run *run, size_t *capacity)
{
    const struct grid *grid = &b->reading->grid;
    const struct unit *unit = &b->reading->units.items[run->unit];
    struct row_reading *row = PUSH(b, b->table->rows, b->table->nrows, *capacity);
    if (!row)
        return err_set_nomem(b->err);
    b->table->nrows++;
    row->block = run->block;
    row->row = run->row;
    row->nexpected = (uint16_t)run->run.width;
    row->span = unit_span(grid, unit);
    size_t count = run->run.end - run->run.first;
    row->numerals = arena_raw(b->reading->arena, count * sizeof *row->numerals);
    if (!row->numerals)
        return err_set_nomem(b->err);
    for (size_t i = run->run.first; i < run->run.end; i++) {
        row->span = span_join(row->span, grid->cells[i].span);
        if (grid->cells[i].shape == SHAPE_NUMBER)
            row->numerals[row->nnumerals++] = grid->cells[i].span;
    }
    return 0;
}

static int add_missing(struct build *b, size_t *capacity)
{
    for (size_t i = 0; i < b->table->nblocks; i++) {
        const struct form_block *form = b->table->blocks[i].form;
        for (size_t r = 0; r < form->nrows; r++) {
            const struct form_row *row = &form->rows[r];
            if (row->is_group || row->alternative_of >= 0 ||
                b->table->blocks[i].cells[r * form->ncols].state != CELL_ABSENT)
                continue;
            bool replaced = false;
            for (size_t k = 0; k < form->nrows; k++)
                replaced =
                    replaced || (form->rows[k].alternative_of >= 0 &&
                                 form->rows[k].alternative_of == row->parent &&
                                 b->table->blocks[i].cells[k * form->ncols].state != CELL_ABSENT);
            if (replaced)
                continue;
            struct missing_row *slot = PUSH(b, b->table->missing, b->table->nmissing, *capacity);
            if (!slot)
                return err_set_nomem(b->err);
            *slot = (struct missing_row){(uint16_t)i, (uint16_t)r};
            b->table->nmissing++;
        }
    }
    return 0;
}

/* How the words differ from the form's. */
static void describe(const struct unit *unit, const struct alignment *a, size_t slot,
                     struct label_reading *label)
{
    const struct label *known = unit->hit.label;
    label->same = label->match == LABEL_EXACT;
    label->effect = NULL;
    if (label->match != LABEL_VARIANT)
        return;
    known = known ? label_of_edition(known, known->table, a->edition) : NULL;
    while (known && (known->kind != LABEL_ROW || known->block != a->slots[slot].block ||
                     known->index != a->slots[slot].row))
        known = label_of_edition(known->next, known->table, a->edition);
    bool merged = unit->hit.effect == HIT_MERGED;
    label->same = !merged && known && known->same;
    label->effect = known && known->effect ? known->effect : label_effect_name(unit->hit.effect);
}

static int add_label_reading(struct build *b, size_t block, size_t row, int unit, size_t slot,
                             size_t *capacity)
{
    const struct reading *reading = b->reading;
    const struct alignment *a = reading->blocks[block].alignment;
    struct label_reading *label = PUSH(b, b->table->labels, b->table->nlabels, *capacity);
    if (!label)
        return err_set_nomem(b->err);
    b->table->nlabels++;
    label->block = (uint16_t)block;
    label->row = (uint16_t)row;
    label->match = a->match[slot];
    label->span = unit_label_span(&reading->grid, &reading->units.items[unit]);
    label->prefix = reading->units.items[unit].prefix;
    describe(&reading->units.items[unit], a, slot, label);
    return reading_quote(reading, &reading->units.items[unit], &label->quote, b->err);
}

/* The one-row form speaks for its group where it has the values. */
static size_t speaking_row(const struct build *b, size_t block, size_t row)
{
    const struct form_block *form = b->table->blocks[block].form;
    for (size_t k = 0; form->rows[row].is_group && k < form->nrows; k++)
        if (form->rows[k].alternative_of == (int)row &&
            b->table->blocks[block].cells[k * form->ncols].state != CELL_ABSENT)
            return k;
    return row;
}

static int add_labels(struct build *b, size_t *capacity)
{
    for (size_t i = 0; i < b->reading->nblocks; i++) {
        const struct chosen *chosen = &b->reading->blocks[i];
        for (size_t row = 0; row < chosen->form->nrows; row++) {
            int unit = chosen_unit(chosen, row);
            if (unit >= 0 && add_label_reading(b, i, speaking_row(b, i, row), unit,
                                               chosen_slot(chosen, row), capacity) < 0)
                return -1;
        }
        if (chosen->caption >= 0)
            b->table->blocks[i].heading =
                unit_label_span(&b->reading->grid, &b->reading->units.items[chosen->caption]);
    }
    return 0;
}

static int add_span(struct build *b, struct span **items, size_t *count, size_t *capacity,
                    struct span span)
{
    if (span_empty(span))
        return 0;
    struct span *slot = PUSH(b, *items, *count, *capacity);
    if (!slot)
        return err_set_nomem(b->err);
    *slot = span;
    ++*count;
    return 0;
}

static int add_stray_and_extra(struct build *b)
{
    size_t stray_capacity = 0;
    size_t extra_capacity = 0;
    for (size_t u = 0; u < b->reading->units.nitems; u++) {
        const struct unit *unit = &b->reading->units.items[u];
        if (add_span(b, &b->table->stray, &b->table->nstray, &stray_capacity, unit->prefix) < 0)
            return -1;
        if (unit->nvalues > 0 && !b->runs.used[u] &&
            add_span(b, &b->table->extra, &b->table->nextra, &extra_capacity,
                     unit_span(&b->reading->grid, unit)) < 0)
            return -1;
    }
    return 0;
}

/* Marks the lines of the region that have labels of a header, or of rows. */
static int look_at_lines(struct build *b)
{
    const struct reading *reading = b->reading;
    const struct region *region = &reading->region;
    b->looks = arena_array(reading->scratch, region->end - region->first, sizeof *b->looks);
    if (!b->looks)
        return err_set_nomem(b->err);
    for (size_t u = 0; u < reading->units.nitems; u++) {
        const struct unit *unit = &reading->units.items[u];
        if (unit->first == unit->end || unit->line < region->first || unit->line >= region->end)
            continue;
        struct line_look *look = &b->looks[unit->line - region->first];
        look->has_row = look->has_row || unit->nvalues > 0 || unit_is(unit, LABEL_ROW);
        look->has_header = look->has_header || unit_is_header(unit);
    }
    return 0;
}

static size_t line_of(const struct build *b, uint32_t offset)
{
    const struct region *region = &b->reading->region;
    size_t line = report_line_at(b->reading->pieces->report, offset);
    if (line < region->first)
        return region->first;
    return line < region->end ? line : region->end - 1;
}

/* T2's headers stand between data rows by right, one for each block: only
 * between rows of one block is a header a repeated one. */
static bool is_inside_block(const struct build *b, size_t line)
{
    int before = -1;
    int after = -1;
    for (size_t i = 0; i < b->table->nrows; i++) {
        const struct row_reading *row = &b->table->rows[i];
        if (b->lines[i] < line)
            before = row->block;
        else if (after < 0)
            after = row->block;
    }
    return before >= 0 && before == after;
}

static inline bool is_cut(const struct build *b, size_t line)
{
    const struct line_look *look = &b->looks[line - b->reading->region.first];
    if (b->reading->pieces->lines[line].is_blank)
        return b->reading->grid.reader->row_is_line;
    return look->has_header && !look->has_row && is_inside_block(b, line);
}

/* The line behind a cut that starts at `line`; blank lines within belong to it. */
static size_t end_of_cut(const struct build *b, size_t line, size_t last)
{
    size_t end = line;
    for (size_t i = line; i < last; i++) {
        if (is_cut(b, i))
            end = i + 1;
        else if (!b->reading->pieces->lines[i].is_blank)
            break;
    }
    return end;
}

/* A text that ends every row in a blank line is not cut anywhere. */
static bool blanks_are_usual(const struct build *b, size_t first, size_t last)
{
    size_t blanks = 0;
    for (size_t i = first; i < last; i++)
        blanks += b->reading->pieces->lines[i].is_blank;
    return b->table->nrows > 2 && blanks * 2 >= b->table->nrows;
}

static int add_splits(struct build *b)
{
    const struct report *report = b->reading->pieces->report;
    size_t capacity = 0;
    if (b->table->nrows < 2)
        return 0;
    b->lines = arena_raw(b->reading->scratch, b->table->nrows * sizeof *b->lines);
    if (!b->lines)
        return err_set_nomem(b->err);
    if (look_at_lines(b) < 0)
        return -1;
    size_t first = b->reading->region.end;
    size_t last = 0;
    for (size_t i = 0; i < b->table->nrows; i++) {
        size_t line = b->lines[i] = line_of(b, b->table->rows[i].span.start);
        first = line < first ? line : first;
        last = line > last ? line : last;
    }
    if (b->reading->grid.reader->row_is_line && blanks_are_usual(b, first, last))
        return 0;
    for (size_t i = first + 1; i < last; i++) {
        size_t end = is_cut(b, i) ? end_of_cut(b, i, last) : i;
        if (end == i)
            continue;
        struct span span = {report->lines[i], report->lines[end]};
        if (add_span(b, &b->table->splits, &b->table->nsplits, &capacity, span) < 0)
            return -1;
        i = end;
    }
    return 0;
}

static int fill_all(struct build *b)
{
    size_t row_capacity = 0;
    size_t missing_capacity = 0;
    size_t label_capacity = 0;
    for (size_t i = 0; i < b->runs.nitems; i++) {
        fill_row(b, &b->runs.items[i]);
        if (add_row_reading(b, &b->runs.items[i], &row_capacity) < 0)
            return -1;
    }
    if (add_missing(b, &missing_capacity) < 0 || add_labels(b, &label_capacity) < 0 ||
        add_stray_and_extra(b) < 0)
        return -1;
    return add_splits(b);
}

int reading_build(const struct reading *reading, struct table *table, struct err *err)
{
    struct build b = {.reading = reading, .table = table, .err = err};
    const struct report *report = reading->pieces->report;
    const struct form_block **forms = form_list(reading->arena, reading->nblocks);
    struct reading copy = *reading; /* the survey marks its grid */
    if (!forms)
        return err_set_nomem(err);
    for (size_t i = 0; i < reading->nblocks; i++)
        forms[i] = reading->blocks[i].form;
    const struct grid *grid = &reading->grid;
    *table = (struct table){.id = reading->table,
                            .layout = grid->layout ? grid->layout : grid->reader->layout};
    table->edition =
        reading->is_mixed ? "mixed" : forms_at(report->forms, reading->edition)->edition;
    table->span =
        (struct span){report->lines[reading->region.first], reading->region.end < report->nlines
                                                                ? report->lines[reading->region.end]
                                                                : report->text_nbytes};
    if (make_blocks(reading->arena, table, forms, reading->nblocks, err) < 0 ||
        rows_place(&copy, &b.runs, err) < 0 || fill_all(&b) < 0 ||
        reading_leave_over(&copy, &b.runs, table, err) < 0 ||
        reading_find_loose(&copy, &b.runs, table, err) < 0 ||
        reading_check_headers(reading, table, err) < 0)
        return -1;
    copy.nbroken = b.nbroken;
    return reading_judge(&copy, table, err);
}
