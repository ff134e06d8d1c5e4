#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "gouji/report/report.h"

enum { TABLE_NAME_NBYTES = 2 };

static const char *const cell_states[CELL_STATE_COUNT] = {
    [CELL_NUMBER] = "number", [CELL_BLANK] = "blank",   [CELL_MARK] = "mark",
    [CELL_TEXT] = "text",     [CELL_ABSENT] = "absent", [CELL_UNPLACED] = "unplaced",
};

const char *cell_state_name(enum cell_state state)
{
    return cell_states[state];
}

const char *table_state_name(enum table_state state)
{
    static const char *const names[] = {
        [TABLE_COMPLETE] = "complete",
        [TABLE_INCOMPLETE] = "incomplete",
        [TABLE_DOUBTFUL] = "doubtful",
        [TABLE_ABSENT] = "absent",
    };
    return names[state];
}

const char *table_name(enum table_id id)
{
    static const char *const names[TABLE_COUNT] = {"T2", "T3", "T4"};
    return names[id];
}

void block_absent_cells(const struct form_block *block, struct cell *cells)
{
    const char *const *ids = block->cell_ids;
    for (size_t row = 0; row < block->nrows; row++) {
        bool is_group = block->row_keys[row] == 0;
        for (size_t col = 0; col < block->ncols; col++, ids++)
            *cells++ = (struct cell){.id = is_group ? NULL : *ids,
                                     .block = block,
                                     .row = (uint16_t)row,
                                     .col = (uint16_t)col,
                                     .state = CELL_ABSENT};
    }
}

const struct cell *report_next_cell(const struct report *report, size_t *position)
{
    size_t passed = 0;
    for (size_t t = 0; t < TABLE_COUNT; t++) {
        const struct table *table = &report->tables[t];
        for (size_t b = 0; b < table->nblocks; b++) {
            const struct block_reading *block = &table->blocks[b];
            size_t ncells = block->form->nrows * block->form->ncols;
            while (*position < passed + ncells) {
                const struct cell *cell = &block->cells[(*position)++ - passed];
                if (cell_is_counted(cell))
                    return cell;
            }
            passed += ncells;
        }
    }
    return NULL;
}

static const struct cell *find_in_block(const struct block_reading *block, uint32_t row_key,
                                        const char *id)
{
    const struct form_block *form = block->form;
    for (size_t row = 0; row < form->nrows; row++) {
        const struct cell *cells = &block->cells[row * form->ncols];
        for (size_t col = 0; form->row_keys[row] == row_key && col < form->ncols; col++)
            if (strcmp(cells[col].id, id) == 0)
                return &cells[col];
    }
    return NULL;
}

/* Of an id the row's stands between the last two dots. */
const struct cell *report_cell(const struct report *report, const char *id)
{
    const char *col = strrchr(id, '.'), *row = col ? memrchr(id, '.', (size_t)(col - id)) : NULL;
    if (!row)
        return NULL;
    uint32_t row_key = form_id_key(slice_make(row + 1, (size_t)(col - row - 1)));
    for (size_t t = 0; t < TABLE_COUNT; t++) {
        const struct table *table = &report->tables[t];
        if (strncmp(id, table_name((enum table_id)t), TABLE_NAME_NBYTES) != 0)
            continue;
        for (size_t b = 0; b < table->nblocks; b++) {
            const struct cell *cell = find_in_block(&table->blocks[b], row_key, id);
            if (cell)
                return cell;
        }
    }
    return NULL;
}

const char *cell_format(int64_t value, bool is_decimal, char buffer[CELL_VALUE_NBYTES])
{
    uint64_t size = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    if (!is_decimal) {
        char *p = buffer + CELL_VALUE_NBYTES;
        *--p = '\0';
        do {
            *--p = (char)('0' + size % 10);
        } while (size /= 10);
        if (value < 0)
            *--p = '-';
        return memmove(buffer, p, (size_t)(buffer + CELL_VALUE_NBYTES - p));
    }
    int n = snprintf(buffer, CELL_VALUE_NBYTES, "%s%" PRIu64 ".%06" PRIu64, value < 0 ? "-" : "",
                     size / (uint64_t)CELL_SCALE, size % (uint64_t)CELL_SCALE);
    while (buffer[n - 1] == '0')
        buffer[--n] = '\0';
    if (buffer[n - 1] == '.')
        buffer[n - 1] = '\0';
    return buffer;
}

bool report_versions_agree(const struct report *one, const struct report *other)
{
    const struct cell *a, *b;
    for (size_t at = 0, beside = 0; (a = report_next_cell(one, &at));) {
        b = report_next_cell(other, &beside); /* the same, as a rule */
        if (!b || b->id != a->id)
            b = report_cell(other, a->id);
        if (a->state == CELL_NUMBER && b && b->state == CELL_NUMBER && b->value != a->value)
            return false;
    }
    return true;
}
