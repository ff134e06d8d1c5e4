/* What the checks see of the tables: each cell as the program read it, or as the
 * reviewer reads it. */
#include "places.h"

static struct seen apply_reading(const struct evaluation *run, struct seen seen)
{
    for (size_t i = 0; i < run->nreadings; i++) {
        const struct reading *reading = &run->readings[i];
        if (reading->is_accepted || strcmp(reading->cell, seen.cell) != 0)
            continue;
        seen.state = reading->state;
        seen.value = reading->value;
        seen.is_decimal = reading->is_decimal;
        seen.text = slice_of(reading->text);
        seen.is_reading = true;
    }
    return seen;
}

struct seen eval_seen(const struct evaluation *run, const struct cell *cell)
{
    if (run->nreadings == 0)
        return places_seen(run->report, cell);
    return apply_reading(run, places_seen(run->report, cell));
}

struct seen eval_cell(const struct evaluation *run, const char *id)
{
    const struct cell *cell = report_cell(run->report, id);
    return cell ? eval_seen(run, cell)
                : apply_reading(run, (struct seen){.cell = id, .state = CELL_ABSENT});
}

/* Where the table was not found a cell has only its name. */
static void see_row(const struct evaluation *run, bool is_prior, const struct cell *cells,
                    const char *const *ids, struct seen_block *block, struct seen *seen)
{
    const struct report *report = is_prior ? run->prior : run->report;
    bool has_readings = !is_prior && run->nreadings > 0, has_notes = false;
    unsigned states = 0;
    for (size_t col = 0; col < block->form->ncols; col++) {
        if (cells)
            places_see(report, &cells[col], &seen[col]);
        else
            seen[col] = (struct seen){.cell = ids[col], .state = CELL_ABSENT};
        if (has_readings)
            seen[col] = apply_reading(run, seen[col]);
        states |= 1U << seen[col].state;
        has_notes |= cells && cells[col].note;
    }
    block->states |= states;
    block->has_notes |= has_notes;
}

static int see_block(struct evaluation *run, bool is_prior, enum table_id table,
                     struct seen_block *block)
{
    const struct report *report = is_prior ? run->prior : run->report;
    const struct form_block *form = block->form;
    const struct cell *cells = places_cell(report, table, form, 0, 0);
    struct seen *seen = arena_raw(run->arena, form->nrows * form->ncols * sizeof *seen);
    bool *used = arena_raw(run->arena, form->nrows * sizeof *used);
    if (!seen || !used)
        return -1;
    block->cells = seen;
    block->used = used;
    for (size_t row = 0; row < form->nrows; row++, seen += form->ncols) {
        used[row] = places_row_used(report, table, form, row);
        if (form->rows[row].is_group)
            memset(seen, 0, form->ncols * sizeof *seen);
        else
            see_row(run, is_prior, cells ? cells + row * form->ncols : NULL,
                    form->cell_ids + row * form->ncols, block, seen);
    }
    return 0;
}

const struct seen_table *eval_see_table(struct evaluation *run, bool is_prior, enum table_id table)
{
    const struct form_block *forms[PLACES_MAX_BLOCKS];
    size_t n = places_blocks(is_prior ? run->prior : run->report, table, forms);
    struct seen_table *seen = arena_alloc(run->arena, sizeof *seen);
    struct seen_block *blocks = arena_array(run->arena, n, sizeof *blocks);
    if (!seen || !blocks)
        return NULL;
    for (size_t i = 0; i < n; i++) {
        blocks[i].form = forms[i];
        if (see_block(run, is_prior, table, &blocks[i]) < 0)
            return NULL;
    }
    *seen = (struct seen_table){blocks, n};
    return run->tables[is_prior][table] = seen;
}

const struct seen_block *eval_block(struct evaluation *run, enum table_id table,
                                    const struct form_block *form)
{
    const struct seen_table *seen = eval_table(run, false, table);
    for (size_t i = 0; seen && i < seen->nblocks; i++)
        if (seen->blocks[i].form == form)
            return &seen->blocks[i];
    run->failed |= seen == NULL;
    return NULL;
}
