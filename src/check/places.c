#include "places.h"

static const struct form *fallback_form(const struct report *report)
{
    if (!report->forms)
        return NULL;
    const struct form *form = report->edition ? forms_find(report->forms, report->edition) : NULL;
    if (!form && report->who.year > 0)
        form = forms_for_year(report->forms, report->who.year);
    if (!form && forms_count(report->forms) > 0)
        form = forms_at(report->forms, forms_count(report->forms) - 1);
    return form;
}

size_t places_blocks(const struct report *report, enum table_id table,
                     const struct form_block *blocks[PLACES_MAX_BLOCKS])
{
    const struct table *read = &report->tables[table];
    size_t n = 0;
    if (read->nblocks > 0) {
        for (; n < read->nblocks && n < PLACES_MAX_BLOCKS; n++)
            blocks[n] = read->blocks[n].form;
        return n;
    }
    const struct form *form = fallback_form(report);
    for (; form && n < form->tables[table].nblocks && n < PLACES_MAX_BLOCKS; n++)
        blocks[n] = &form->tables[table].blocks[n];
    return n;
}

const struct form_block *places_block(const struct report *report, enum table_id table,
                                      struct slice id)
{
    const struct table *read = &report->tables[table];
    const struct form *form = read->nblocks > 0 ? NULL : fallback_form(report);
    size_t n = form ? form->tables[table].nblocks : read->nblocks;
    for (size_t i = 0; i < n && i < PLACES_MAX_BLOCKS; i++) {
        const struct form_block *block =
            form ? &form->tables[table].blocks[i] : read->blocks[i].form;
        if (places_is_id(block->id, id))
            return block;
    }
    return NULL;
}

struct binding places_loop(const struct report *report, const char *name)
{
    size_t dot = strcspn(name, ".");
    struct binding loop = {.row = -1, .col = -1};
    if (places_table(name, dot, &loop.table))
        loop.block = places_block(report, loop.table, slice_of(name[dot] ? name + dot + 1 : ""));
    return loop;
}

const struct cell *places_cell(const struct report *report, enum table_id table,
                               const struct form_block *block, size_t row, size_t col)
{
    const struct table *read = &report->tables[table];
    for (size_t b = 0; b < read->nblocks; b++)
        if (read->blocks[b].form == block)
            return &read->blocks[b].cells[row * block->ncols + col];
    return NULL;
}

bool places_in_form(const struct report *report, const char *id, struct cell *out)
{
    const struct form_block *blocks[PLACES_MAX_BLOCKS];
    enum table_id table = places_table_of(id);
    size_t n = table < TABLE_COUNT ? places_blocks(report, table, blocks) : 0;
    for (size_t b = 0; b < n; b++)
        for (size_t row = 0; row < blocks[b]->nrows; row++)
            for (size_t col = 0; col < blocks[b]->ncols; col++) {
                const char *here = blocks[b]->cell_ids[row * blocks[b]->ncols + col];
                *out = (struct cell){.id = id,
                                     .block = blocks[b],
                                     .row = (uint16_t)row,
                                     .col = (uint16_t)col,
                                     .state = CELL_ABSENT};
                if (strcmp(here, id) == 0)
                    return true;
            }
    return false;
}

static bool row_is_printed(const struct report *report, enum table_id table,
                           const struct form_block *block, size_t row)
{
    for (size_t col = 0; col < block->ncols; col++) {
        const struct cell *cell = places_cell(report, table, block, row, col);
        if (cell && cell->state != CELL_ABSENT)
            return true;
    }
    return false;
}

bool places_row_used(const struct report *report, enum table_id table,
                     const struct form_block *block, size_t row)
{
    const struct form_row *form = &block->rows[row];
    if (form->is_group)
        return false;
    if (form->alternative_of >= 0)
        return row_is_printed(report, table, block, row);
    return form->alternative < 0 ||
           !row_is_printed(report, table, block, (size_t)form->alternative);
}

struct span places_row_span(const struct report *report, enum table_id table,
                            const struct form_block *block, size_t row)
{
    const struct table *read = &report->tables[table];
    if (block->one_printed_row)
        row = 0;
    for (size_t i = 0; i < read->nrows; i++)
        if (read->rows[i].row == row && read->blocks[read->rows[i].block].form == block)
            return read->rows[i].span;
    return (struct span){0, 0};
}

const char *places_cell_id(struct arena *arena, enum table_id table, const struct form_block *block,
                           size_t row, const struct form_col *col)
{
    const char *parts[] = {table_name(table),   *block->id ? "." : "", block->id,         ".",
                           block->rows[row].id, col ? "." : "",        col ? col->id : ""};
    return arena_join(arena, parts, sizeof parts / sizeof *parts);
}

bool places_table(const char *name, size_t nbytes, enum table_id *table)
{
    for (int t = 0; t < TABLE_COUNT; t++) {
        if (places_is_id(table_name((enum table_id)t), slice_make(name, nbytes))) {
            *table = (enum table_id)t;
            return true;
        }
    }
    return false;
}

enum table_id places_table_of(const char *cell_id)
{
    enum table_id table = TABLE_COUNT;
    places_table(cell_id, strcspn(cell_id, "."), &table);
    return table;
}

const char *places_table_title(enum table_id table, enum lang lang)
{
    static const char *const titles[TABLE_COUNT][LANG_COUNT] = {
        [TABLE_T2] = {"表二", "Table 2"},
        [TABLE_T3] = {"表三", "Table 3"},
        [TABLE_T4] = {"表四", "Table 4"},
    };
    return titles[table][lang];
}

/* English text sets the form's brackets as (四), Chinese as （四）. */
static const char *narrow_brackets(struct arena *arena, const char *text)
{
    char *copy = arena_string(arena, text), *to = copy;
    for (const char *p = text; copy && *p;) {
        bool opens = strncmp(p, "（", 3) == 0, closes = strncmp(p, "）", 3) == 0;
        *to++ = opens ? '(' : closes ? ')' : *p;
        p += opens || closes ? 3 : 1;
    }
    if (copy)
        *to = '\0';
    return copy ? copy : text;
}

const char *places_row_short(struct arena *arena, const struct form_row *row, enum lang lang)
{
    const char *name = row->address ? row->address : row->label;
    return lang == LANG_EN ? narrow_brackets(arena, name) : name;
}

/* What stands between a table's title and the row's name. */
static const char *row_gap(const char *name, enum lang lang)
{
    bool glued = lang == LANG_ZH && strncmp(name, "（", strlen("（")) == 0;
    return glued ? "" : " ";
}

void places_add_row_name(struct arena *arena, enum table_id table, const struct form_row *row,
                         enum lang lang, struct str *out)
{
    const char *name = places_row_short(arena, row, lang);
    str_add(out, places_table_title(table, lang));
    str_add(out, row_gap(name, lang));
    str_add(out, name);
}

const char *cell_address(struct arena *arena, const struct cell *cell, enum lang lang)
{
    const struct form_col *col = &cell->block->cols[cell->col];
    const char *title = places_table_title(places_table_of(cell->id), lang);
    const char *name = places_row_short(arena, &cell->block->rows[cell->row], lang);
    const char *const parts[] = {title, row_gap(name, lang), name, " ", col->label};
    return arena_join(arena, parts, sizeof parts / sizeof *parts);
}
