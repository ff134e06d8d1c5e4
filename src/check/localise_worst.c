#include "localise_worst.h"

#include <stdlib.h>

#include "mask.h"
#include "places.h"

enum { SHOWN = 3 };

/* A row or a column whose sum is out by so much. */
struct line {
    const struct cell *cell; /* one of it */
    int64_t by;
    size_t at; /* in the order of the checks */
};

struct lines {
    bool are_rows;
    size_t n;
    struct line items[SYSTEM_MAX_EQS];
};

static bool is_same(const struct lines *lines, const struct cell *a, const struct cell *b)
{
    return a->block == b->block && (lines->are_rows ? a->row == b->row : a->col == b->col);
}

/* A cell of the one row or column that an equation is about; NULL for another. */
static const struct cell *cell_of(const struct model *model, const struct lines *lines,
                                  size_t equation)
{
    const struct equation *held = &model->system.eqs[equation];
    const struct cell *first = model->places[model->system.terms[held->first].var].cell;
    for (size_t i = 0; i < held->count; i++) {
        const struct place_of *place = &model->places[model->system.terms[held->first + i].var];
        if (!first || !place->cell || place->is_prior || !is_same(lines, first, place->cell))
            return NULL;
    }
    return first;
}

/* Of several sums of one column the one furthest out. */
static void note(struct lines *lines, const struct cell *cell, int64_t by)
{
    size_t at = 0;
    while (at < lines->n && !is_same(lines, lines->items[at].cell, cell))
        at++;
    if (at == lines->n)
        lines->items[lines->n++] = (struct line){cell, by, at};
    else if (lines->items[at].by < by)
        lines->items[at].by = by;
}

static int by_size(const void *left, const void *right)
{
    const struct line *a = left, *b = right;
    if (a->by != b->by)
        return a->by > b->by ? -1 : 1;
    return a->at < b->at ? -1 : 1;
}

static const char *name_of(struct model *model, const struct lines *lines, size_t i, enum lang lang)
{
    const struct cell *cell = lines->items[i].cell;
    const char *name =
        lines->are_rows ? places_row_short(model->run->arena, &cell->block->rows[cell->row], lang)
                        : cell->block->cols[cell->col].label;
    return name ? name : "";
}

static void write_lines(struct model *model, struct lines *lines, enum lang lang, struct str *out)
{
    static const char *const heads[][LANG_COUNT] = {
        {"；差得最多的列：", "; columns furthest out: "},
        {"；差得最多的行：", "; rows furthest out: "},
    };
    qsort(lines->items, lines->n, sizeof *lines->items, by_size);
    for (size_t i = 0; i < lines->n && i < SHOWN; i++) {
        str_add(out, i == 0 ? heads[lines->are_rows][lang] : lang == LANG_ZH ? "、" : ", ");
        str_format(out, lang == LANG_ZH ? "%s（差 %lld）" : "%s (by %lld)",
                   name_of(model, lines, i, lang), (long long)lines->items[i].by);
    }
}

void worst_write(struct model *model, int part, enum lang lang, struct str *out)
{
    for (int are_rows = 1; are_rows >= 0; are_rows--) {
        struct lines lines = {.are_rows = are_rows};
        for (size_t i = 0; i < model->system.neqs; i++) {
            bool fails = model_is_in(model, i, part) && model_fails(model, i);
            const struct cell *cell = fails ? cell_of(model, &lines, i) : NULL;
            int64_t by = llabs(model->system.eqs[i].residual);
            if (cell && (!model->run->out->masks || by < MASK_FROM))
                note(&lines, cell, by);
        }
        write_lines(model, &lines, lang, out);
    }
}
