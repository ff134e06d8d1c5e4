#include "regions.h"

#include "gouji/base/message.h"

enum {
    MOST_STRANGE = 8, /* unknown lines in a row that a table may hold */
    MOST_STRANGE_BEFORE_VALUE = 3,
    MOST_DISTINCT = 128,
    MOST_PIECES = 16384,   /* the largest form has some 300 cells */
    LEAST_HALF_NBYTES = 9, /* three characters */
    NEAR_PERCENT = 80,
};

static const unsigned needed[TABLE_COUNT] = {[TABLE_T2] = 6, [TABLE_T3] = 8, [TABLE_T4] = 5};

struct growth {
    const struct pieces *pieces;
    enum table_id table;
    const struct label *met[MOST_DISTINCT];
    size_t nmet;
    unsigned score;
    size_t npieces;
    bool has_values;
    bool open_label; /* the last line was the first half of a label */
};

struct line_view {
    bool own;     /* a label of this table */
    bool foreign; /* labels of other tables only, and not weak ones */
    bool values;
    bool strange; /* other text */
    bool prose;
};

static void note_label(struct growth *growth, const struct label *label)
{
    for (size_t i = 0; i < growth->nmet; i++)
        if (growth->met[i] == label)
            return;
    if (growth->nmet == MOST_DISTINCT)
        return;
    growth->met[growth->nmet++] = label;
    growth->score += label->weight;
}

/* Half of a label that a line end broke: its front, or what may follow one. */
static bool is_half(struct growth *growth, const struct piece *piece)
{
    char key[LEAST_HALF_NBYTES * 16];
    struct slice text = piece_text(piece);
    if (piece->shape != SHAPE_TEXT || piece->hit.label || text.nbytes > sizeof key)
        return false;
    struct slice half = slice_make(key, label_key(text, key));
    bool follows = growth->open_label;
    growth->open_label = labels_begin(growth->pieces->labels, growth->table, half);
    if (growth->open_label && half.nbytes >= LEAST_HALF_NBYTES)
        return true;
    return follows && half.nbytes > 0 &&
           labels_contain(growth->pieces->labels, growth->table, half);
}

/* A character or two of a label printed downwards: says nothing either way. */
static bool is_crumb(const struct growth *growth, const struct piece *piece)
{
    char key[LEAST_HALF_NBYTES * 2];
    struct slice text = piece_text(piece);
    if (text.nbytes > sizeof key)
        return false;
    struct slice crumb = slice_make(key, label_key(text, key));
    return crumb.nbytes > 0 && crumb.nbytes < LEAST_HALF_NBYTES &&
           labels_hold(growth->pieces->labels, growth->table, crumb);
}

static struct line_view view_line(struct growth *growth, size_t index, bool count)
{
    const struct pieces *pieces = growth->pieces;
    const struct piece_line *line = &pieces->lines[index];
    struct line_view view = {0};
    unsigned foreign = 0;
    for (uint32_t k = 0; k < line->npieces; k++) {
        const struct piece *piece = &pieces->items[line->first + k];
        const struct label *own = label_in_table(piece->hit.label, growth->table);
        if (own && count)
            note_label(growth, own);
        view.own = view.own || own || is_half(growth, piece);
        if (!own && piece->hit.label)
            foreign += piece->hit.label->weight;
        view.values = view.values || piece->shape == SHAPE_NUMBER || piece->shape == SHAPE_MARK;
        view.prose = view.prose || piece->is_prose;
        view.strange = view.strange || (piece->shape == SHAPE_TEXT && !piece->hit.label &&
                                        !piece->is_noise && !is_crumb(growth, piece));
    }
    view.foreign = !view.own && foreign > 0;
    return view;
}

/* Grows from the line `first`; the end is the line after the last that surely
 * belongs to the table. */
static size_t grow(struct growth *growth, size_t first)
{
    const struct pieces *pieces = growth->pieces;
    size_t end = first;
    unsigned strange = 0;
    for (size_t i = first; i < pieces->report->nlines && strange <= MOST_STRANGE; i++) {
        if (pieces->lines[i].is_blank)
            continue;
        growth->npieces += pieces->lines[i].npieces;
        if (growth->npieces > MOST_PIECES)
            break;
        struct line_view view = view_line(growth, i, false);
        if (view.foreign || (pieces->lines[i].is_heading && !view.own))
            break;
        if (view.own) {
            view_line(growth, i, true);
            strange = 0;
            end = i + 1;
        } else if (view.values && !view.prose && strange <= MOST_STRANGE_BEFORE_VALUE) {
            end = i + 1;
            strange = 0;
        } else if (view.strange) {
            strange += view.prose ? 2 : 1;
        }
        growth->has_values = growth->has_values || view.values;
    }
    return end;
}

static bool is_all_empty(const struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    for (uint32_t k = 0; k < line->npieces; k++)
        if (pieces->items[line->first + k].shape != SHAPE_EMPTY)
            return false;
    return !line->is_blank;
}

/* Empty fields behind the last label or value are the blank end of its row, or,
 * where no value was met at all, a blank row of its own. */
static size_t grow_empty(const struct growth *growth, size_t end)
{
    const struct pieces *pieces = growth->pieces;
    size_t i = end;
    while (i < pieces->report->nlines && !growth->has_values && pieces->lines[i].is_blank)
        i++;
    while (i < pieces->report->nlines && is_all_empty(pieces, i))
        end = ++i;
    return end;
}

/* The table whose labels on this line weigh most, or -1. */
static int starts(const struct pieces *pieces, size_t index)
{
    unsigned weights[TABLE_COUNT] = {0};
    const struct piece_line *line = &pieces->lines[index];
    for (uint32_t k = 0; k < line->npieces; k++)
        for (int t = 0; t < TABLE_COUNT; t++) {
            const struct label *label = pieces->items[line->first + k].hit.label;
            label = label_in_table(label, (enum table_id)t);
            weights[t] += label ? label->weight : 0;
        }
    int best = -1;
    for (int t = 0; t < TABLE_COUNT; t++)
        if (weights[t] > 0 && (best < 0 || weights[t] > weights[best]))
            best = t;
    return best;
}

static bool is_enough(const struct growth *growth)
{
    unsigned least = needed[growth->table];
    return growth->score >= (growth->has_values ? least : 2 * least);
}

/* Parts of one table with only page furniture between are one region. */
static bool joins(const struct pieces *pieces, const struct region *a, const struct region *b)
{
    size_t lines = 0;
    if (a->table != b->table)
        return false;
    for (size_t i = a->end; i < b->first; i++) {
        lines += !pieces->lines[i].is_blank;
        if (pieces->lines[i].is_heading)
            return false;
    }
    return lines <= MOST_STRANGE;
}

static int add_region(const struct pieces *pieces, struct regions *regions, struct region region,
                      struct err *err)
{
    struct region *last = regions->nitems ? &regions->items[regions->nitems - 1] : NULL;
    if (last && joins(pieces, last, &region)) {
        last->end = region.end;
        last->score += region.score;
        return 0;
    }
    if (regions->nitems >= REPORT_MAX_TABLES)
        return err_set(err, ERR_LIMIT, _("more than %d tables"), (int)REPORT_MAX_TABLES);
    struct region *slot = arena_push(pieces->arena, &regions->items, &regions->capacity,
                                     regions->nitems, sizeof *slot);
    if (!slot)
        return err_set_nomem(err);
    *slot = region;
    regions->nitems++;
    return 0;
}

int regions_find(const struct pieces *pieces, struct regions *out, struct err *err)
{
    *out = (struct regions){0};
    for (size_t i = 0; i < pieces->report->nlines; i++) {
        int table = starts(pieces, i);
        if (table < 0)
            continue;
        struct growth growth = {.pieces = pieces, .table = (enum table_id)table};
        size_t end = grow(&growth, i);
        if (is_enough(&growth)) {
            end = grow_empty(&growth, end);
            struct region region = {growth.table, i, end, growth.score};
            if (add_region(pieces, out, region, err) < 0)
                return -1;
        }
        /* Too few labels from here on are too few from any later line, too. */
        if (end > i)
            i = end - 1;
    }
    return 0;
}

const struct region *regions_best(const struct regions *regions, enum table_id table,
                                  const struct region **rival)
{
    const struct region *best = NULL;
    *rival = NULL;
    for (size_t i = 0; i < regions->nitems; i++) {
        const struct region *region = &regions->items[i];
        if (region->table != table)
            continue;
        if (!best || region->score > best->score) {
            *rival = best;
            best = region;
        } else if (!*rival || region->score > (*rival)->score) {
            *rival = region;
        }
    }
    if (*rival && (*rival)->score * 100 < best->score * NEAR_PERCENT)
        *rival = NULL;
    return best;
}
