#include "gouji/base/str.h"
#include "reading.h"

enum { MOST_NAMED = 12 };

static const char *address(const struct table *table, size_t block, size_t row)
{
    return table->blocks[block].form->rows[row].address;
}

static void say_missing(const struct table *table, struct str *why)
{
    if (table->nmissing == 0)
        return;
    str_format(why, "缺%zu行：", table->nmissing);
    for (size_t i = 0; i < table->nmissing && i < MOST_NAMED; i++)
        str_format(why, "%s%s", i ? "、" : "",
                   address(table, table->missing[i].block, table->missing[i].row));
    if (table->nmissing > MOST_NAMED)
        str_add(why, "等");
}

static size_t count_unplaced_rows(const struct table *table)
{
    size_t n = 0;
    for (size_t i = 0; i < table->nrows; i++) {
        const struct block_reading *block = &table->blocks[table->rows[i].block];
        const struct cell *cell = &block->cells[table->rows[i].row * block->form->ncols];
        n += cell->state == CELL_UNPLACED;
    }
    return n;
}

static bool has_repeats(const struct reading *reading)
{
    for (size_t i = 0; i < reading->nblocks; i++)
        if (reading->blocks[i].alignment->has_repeats)
            return true;
    return false;
}

static bool is_out_of_order(const struct reading *reading)
{
    for (size_t i = 0; i < reading->nblocks; i++)
        if (reading->blocks[i].alignment->out_of_order)
            return true;
    return false;
}

static void separate(struct str *why)
{
    if (why->nbytes > 0)
        str_add(why, "；");
}

int reading_judge(const struct reading *reading, struct table *table, struct err *err)
{
    struct str why = STR_INIT;
    size_t unplaced = count_unplaced_rows(table);
    bool doubtful = reading->is_deduped || is_out_of_order(reading) || has_repeats(reading);
    say_missing(table, &why);
    if (unplaced > 0 && !reading->is_deduped) {
        separate(&why);
        str_format(&why, "%zu行的数字个数与栏数不符，无法确定各数属于哪一栏", unplaced);
    }
    if (reading->is_deduped) {
        separate(&why);
        str_add(&why, "文本去除了重复行，数字的位置无法复原");
    }
    if (is_out_of_order(reading)) {
        separate(&why);
        str_add(&why, "行的次序与规范表样不同");
    }
    if (has_repeats(reading)) {
        separate(&why);
        str_add(&why, "有的行印了两次，只取先印的");
    }
    table->state = doubtful                              ? TABLE_DOUBTFUL
                   : table->nmissing > 0 || unplaced > 0 ? TABLE_INCOMPLETE
                                                         : TABLE_COMPLETE;
    if (why.nbytes > 0 && !why.failed)
        table->why = arena_copy(reading->arena, str_slice(&why));
    bool failed = why.failed || (why.nbytes > 0 && !table->why);
    str_release(&why);
    return failed ? err_set_nomem(err) : 0;
}
