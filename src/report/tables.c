/* The stage of the tables: cut the lines, find where the tables stand, read
 * each, keep local ones, and divide the text into blocks. */
#include <string.h>

#include "frames.h"
#include "glued_header.h"
#include "gouji/base/message.h"
#include "grid_bar.h"
#include "locals.h"
#include "reading.h"
#include "second.h"
#include "stages.h"

enum { NEAR_PERCENT = 95 };

struct stage {
    struct report *report;
    struct pieces pieces;
    struct regions regions;
    const struct region *taken[TABLE_COUNT];
    size_t block_capacity, local_capacity;
    int edition; /* of the tables read so far, -1 */
    struct err *err;
};

/* A table read by one reader. */
struct attempt {
    const struct grid_reader *reader;
    struct table table;
    int edition;
};

static int try_reader(struct stage *stage, const struct grid_site *site, enum table_id id,
                      struct attempt *attempt)
{
    struct reading reading;
    struct arena_mark mark = arena_mark(stage->pieces.arena);
    if (reading_make(site, stage->taken[id], attempt->reader, stage->edition, &reading,
                     stage->err) < 0)
        return -1;
    attempt->edition = (int)reading.edition;
    int result = reading_build(&reading, &attempt->table, stage->err);
    arena_rewind(stage->pieces.arena, mark);
    return result;
}

static size_t count_cells(const struct table *table, bool filled)
{
    size_t n = 0;
    for (size_t b = 0; b < table->nblocks; b++) {
        const struct block_reading *block = &table->blocks[b];
        for (size_t i = 0; i < block->form->nrows * block->form->ncols; i++)
            n += !filled || block->cells[i].state == CELL_NUMBER ||
                 block->cells[i].state == CELL_MARK;
    }
    return n;
}

/* Cells that are there for sure, filled or blank. */
static size_t count_known(const struct table *table)
{
    size_t n = 0;
    for (size_t b = 0; b < table->nblocks; b++) {
        const struct block_reading *block = &table->blocks[b];
        for (size_t i = 0; i < block->form->nrows * block->form->ncols; i++)
            n += block->cells[i].state != CELL_ABSENT && block->cells[i].state != CELL_UNPLACED;
    }
    return n;
}

static bool is_better(const struct table *a, const struct table *b)
{
    size_t na = count_cells(a, true);
    size_t nb = count_cells(b, true);
    return na != nb ? na > nb : count_known(a) > count_known(b);
}

static size_t count_differences(const struct table *a, const struct table *b)
{
    size_t n = 0;
    if (a->nblocks != b->nblocks || count_cells(a, false) != count_cells(b, false))
        return count_cells(a, false);
    for (size_t k = 0; k < a->nblocks; k++) {
        const struct form_block *form = a->blocks[k].form;
        for (size_t i = 0; i < form->nrows * form->ncols; i++)
            n += a->blocks[k].cells[i].state != b->blocks[k].cells[i].state ||
                 a->blocks[k].cells[i].value != b->blocks[k].cells[i].value;
    }
    return n;
}

static int say_second(struct stage *stage, struct table *table, const char *layout, size_t differ)
{
    struct arena *arena = stage->report->arena;
    table->runner_up[LANG_ZH] =
        arena_format(arena, "按%s版式读，有%zu个单元格不同", layout, differ);
    table->runner_up[LANG_EN] =
        arena_format(arena, "read as layout %s, %zu cells differ", layout, differ);
    return table->runner_up[LANG_ZH] && table->runner_up[LANG_EN] ? 0 : err_set_nomem(stage->err);
}

static int say_rival(struct stage *stage, struct table *table, size_t line)
{
    struct arena *arena = stage->report->arena;
    table->runner_up[LANG_ZH] = arena_format(arena, "第%zu行起另有一张同样的表", line);
    table->runner_up[LANG_EN] = arena_format(arena, "another such table begins at line %zu", line);
    return table->runner_up[LANG_ZH] && table->runner_up[LANG_EN] ? 0 : err_set_nomem(stage->err);
}

/* Keeps the attempt that places more values, and more blanks; the other is the runner-up when it
 * places nearly as many, and others. */
static int choose_attempt(struct stage *stage, struct attempt *best, struct attempt *second)
{
    if (is_better(&second->table, &best->table)) {
        struct attempt better = *second;
        *second = *best;
        *best = better;
    }
    size_t most = count_cells(&best->table, true);
    size_t differ = count_differences(&best->table, &second->table);
    if (differ == 0 || count_cells(&second->table, true) * 100 < most * NEAR_PERCENT)
        return 0;
    return say_second(stage, &best->table, second->table.layout, differ);
}

static int look_at(const struct pieces *pieces, const struct region *region, struct bar_look *bars,
                   struct grid_site *site)
{
    *site = (struct grid_site){
        .pieces = pieces, .first = region->first, .end = region->end, .bars = bars};
    *bars =
        pieces->has_bars ? bar_look_at(pieces, region->first, region->end) : (struct bar_look){0};
    grid_count_lines(site);
    return bars->has_drawn
               ? box_find_frame(pieces, region->table, region->first, region->end, &site->frame)
               : 0;
}

static int read_table(struct stage *stage, enum table_id id, const struct region *rival)
{
    struct attempt best = {0};
    struct attempt second = {0};
    struct bar_look bars;
    struct grid_site site;
    if (look_at(&stage->pieces, stage->taken[id], &bars, &site) < 0)
        return err_set_nomem(stage->err);
    best.reader = reading_pick(&site, &second.reader);
    if (try_reader(stage, &site, id, &best) < 0)
        return -1;
    if (second.reader &&
        (try_reader(stage, &site, id, &second) < 0 || choose_attempt(stage, &best, &second) < 0))
        return -1;
    if (stage->edition < 0)
        stage->edition = best.edition;
    struct table *table = &stage->report->tables[id];
    *table = best.table;
    if (!rival)
        return 0;
    return say_rival(stage, table, rival->first + 1);
}

static int read_tables(struct stage *stage)
{
    for (int id = 0; id < TABLE_COUNT; id++) {
        const struct region *rival;
        stage->taken[id] = regions_best(&stage->pieces, &stage->regions, (enum table_id)id, &rival);
        if (stage->taken[id] && read_table(stage, (enum table_id)id, rival) < 0)
            return -1;
    }
    const struct form *form =
        forms_at(stage->report->forms, stage->edition >= 0 ? (size_t)stage->edition
                                                           : forms_count(stage->report->forms) - 1);
    for (int id = 0; id < TABLE_COUNT; id++)
        if (!stage->taken[id] && reading_build_absent(stage->report->arena, &form->tables[id],
                                                      &stage->report->tables[id], stage->err) < 0)
            return -1;
    return 0;
}

/* One edition when all tables agree; T4 is the same in all and has no say. */
static const char *report_edition(const struct report *report)
{
    const char *edition = NULL;
    for (int id = 0; id < TABLE_T4; id++) {
        const char *own = report->tables[id].edition;
        if (own && edition && strcmp(own, edition) != 0)
            return "mixed";
        edition = own ? own : edition;
    }
    return edition ? edition : report->tables[TABLE_T4].edition;
}

static int add_block(struct stage *stage, struct block model, size_t first, size_t end)
{
    struct report *report = stage->report;
    if (first >= end)
        return 0;
    struct block *block = arena_push(report->arena, &report->blocks, &stage->block_capacity,
                                     report->nblocks, sizeof *block);
    if (!block)
        return err_set_nomem(stage->err);
    *block = model;
    block->span = (struct span){report->lines[first],
                                end < report->nlines ? report->lines[end] : report->text_nbytes};
    report->nblocks++;
    return 0;
}

/* The lines [first, end) between two tables: prose, with local tables in it. */
static int divide_between(struct stage *stage, size_t first, size_t end)
{
    struct report *report = stage->report;
    struct local_search search = {.pieces = &stage->pieces, .end = end};
    size_t start = first;
    for (size_t i = first; i < end;) {
        struct local_lines lines;
        if (!local_find(&search, i, &lines)) {
            i++;
            continue;
        }
        struct block local = {.kind = BLOCK_LOCAL, .local = report->nlocals};
        if (add_block(stage, (struct block){.kind = BLOCK_PROSE}, start, i) < 0 ||
            local_read(&stage->pieces, lines, report, &stage->local_capacity, stage->err) < 0 ||
            add_block(stage, local, lines.first, lines.end) < 0)
            return -1;
        start = i = lines.end;
    }
    return add_block(stage, (struct block){.kind = BLOCK_PROSE}, start, end);
}

static const struct region *next_region(const struct stage *stage, size_t line)
{
    const struct region *next = NULL;
    for (int id = 0; id < TABLE_COUNT; id++) {
        const struct region *region = stage->taken[id];
        if (region && region->first >= line && (!next || region->first < next->first))
            next = region;
    }
    return next;
}

static int divide(struct stage *stage)
{
    size_t line = 0;
    const struct region *region;
    while ((region = next_region(stage, line)) != NULL) {
        struct block table = {.kind = BLOCK_TABLE, .table = region->table};
        if (divide_between(stage, line, region->first) < 0 ||
            add_block(stage, table, region->first, region->end) < 0)
            return -1;
        line = region->end;
    }
    return divide_between(stage, line, stage->report->nlines);
}

int stage_tables(struct report *report, struct err *err)
{
    struct stage stage = {.report = report, .edition = -1, .err = err};
    struct arena *scratch = arena_new();
    if (!scratch)
        return err_set_nomem(err);
    int result = pieces_cut(report, scratch, &stage.pieces, err);
    if (result == 0)
        result = regions_find(&stage.pieces, &stage.regions, err);
    if (result == 0)
        result = glued_header_cut(&stage.pieces, &stage.regions, err);
    if (result == 0)
        result = frames_add(&stage.pieces, &stage.regions, err);
    if (result == 0)
        result = second_cut(report, &stage.pieces, &stage.regions, err);
    if (result == 0)
        result = read_tables(&stage) < 0 || divide(&stage) < 0 ? -1 : 0;
    arena_free(scratch);
    report->edition = result == 0 ? report_edition(report) : NULL;
    return result;
}
