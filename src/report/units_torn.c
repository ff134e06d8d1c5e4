/* A label that goes on in the next printed row, as tables taken out of a page print it: its
 * figures stand beside the first piece, beside the last, or torn between both. */
#include "units.h"

#include <limits.h>
#include <string.h>

enum { MOST_PIECES = 12, MOST_CLOSE = 4, JOIN_NBYTES = 480 };

static bool is_piece(const struct unit *unit)
{
    return unit->first < unit->end && !unit->hit.label && unit->text.nbytes > 0;
}

/* The texts of n units together, in a buffer; empty where they are too long for it. */
static struct slice join_texts(const struct unit *pieces, size_t n, char text[JOIN_NBYTES])
{
    size_t nbytes = 0;
    for (size_t i = 0; i < n; i++) {
        struct slice piece = pieces[i].text;
        if (nbytes + piece.nbytes > JOIN_NBYTES)
            return slice_make(text, 0);
        memcpy(text + nbytes, piece.ptr, piece.nbytes);
        nbytes += piece.nbytes;
    }
    return slice_make(text, nbytes);
}

/* The label of a row that the texts of n units from u on make together; NULL. */
static const struct label *label_of(const struct labels *labels, enum table_id table,
                                    const struct units *units, size_t u, size_t n)
{
    char text[JOIN_NBYTES];
    char key[JOIN_NBYTES];
    struct slice joined = slice_make(key, label_key(join_texts(&units->items[u], n, text), key));
    const struct label *label = label_in_table(labels_find(labels, joined), table);
    return label && label->kind == LABEL_ROW ? label : NULL;
}

static unsigned distance_of(const struct labels *labels, struct slice text)
{
    char key[JOIN_NBYTES];
    return labels_distance(labels, slice_make(key, label_key(text, key)));
}

/* Whether the unit is a piece in the row below the one before it. */
static bool goes_on(const struct units *units, size_t u)
{
    const struct unit *unit = &units->items[u];
    return u < units->nitems && is_piece(unit) && unit->row == unit[-1].row + 1 &&
           unit->text.nbytes <= JOIN_NBYTES;
}

/* 2.其他法律法规禁 above 止公开: the same where they only nearly make one together, the number of
 * them that is the nearest, and none is one by itself. */
static size_t count_close(const struct labels *labels, const struct units *units, size_t u)
{
    char text[JOIN_NBYTES];
    size_t nearest = 0;
    unsigned least = UINT_MAX;
    if (!is_piece(&units->items[u]) || units->items[u].text.nbytes > JOIN_NBYTES)
        return 0;
    for (size_t n = 2; n <= MOST_CLOSE && goes_on(units, u + n - 1); n++) {
        unsigned distance = distance_of(labels, join_texts(&units->items[u], n, text));
        nearest = distance < least ? n : nearest;
        least = distance < least ? distance : least;
    }
    for (size_t i = 0; i < nearest; i++)
        if (distance_of(labels, units->items[u + i].text) < UINT_MAX)
            return 0;
    bool is_led = nearest > 2 && /* by a piece of another's: the rest is nearer */
                  distance_of(labels, join_texts(&units->items[u + 1], nearest - 1, text)) < least;
    return is_led ? 0 : nearest;
}

/* How many units from u on, each in a row of its own, make a label together; 0: none do. */
static size_t count_pieces(const struct labels *labels, enum table_id table,
                           const struct units *units, size_t u, const struct label **label)
{
    if (!is_piece(&units->items[u]))
        return 0;
    for (size_t n = 2; n <= MOST_PIECES && u + n <= units->nitems; n++) {
        const struct unit *last = &units->items[u + n - 1];
        if (!is_piece(last) || last->row == last[-1].row)
            return 0;
        if ((*label = label_of(labels, table, units, u, n)))
            return n;
    }
    return 0;
}

/* The first of the pieces becomes the row, of a label that is none yet where there is none; its
 * figures are those of the only one with any.
 * -1: short of memory. */
static int join_pieces(struct arena *arena, struct unit *pieces, size_t n,
                       const struct label *label)
{
    char text[JOIN_NBYTES];
    struct slice whole = join_texts(pieces, n, text);
    char *copy = arena_copy(arena, whole);
    size_t nfilled = 0, filled = 0;
    if (!copy)
        return -1;
    for (size_t i = 0; i < n; i++)
        if (pieces[i].nvalues > 0) {
            filled = i;
            nfilled++;
        }
    struct unit *unit = &pieces[0];
    unit->whole = slice_make(copy, whole.nbytes);
    unit->text = label ? slice_of(label->norm) : unit->whole;
    unit->hit = (struct label_hit){.label = label,
                                   .exact = label && slice_equal(unit->whole, unit->text),
                                   .end = (uint16_t)unit->text.nbytes};
    if (label)
        unit->hit.effect = unit->hit.exact ? HIT_PLAIN : HIT_PUNCTUATION;
    unit->is_torn = nfilled > 1;
    unit->vfirst = pieces[filled].vfirst;
    unit->vend = nfilled > 1 ? pieces[n - 1].vend : pieces[filled].vend;
    unit->row = pieces[filled].row;
    unit->nvalues = pieces[filled].nvalues;
    return 0;
}

static uint32_t column_of(const struct grid *grid, const struct unit *unit)
{
    return grid->cells[unit->first].column;
}

/* The same of a label that stands beside its group's, which wraps, too: its pieces stand below
 * it in its column, those of the group between them have no figures. How many units they and
 * these are, the pieces in out; 0: they make no label. */
static size_t find_beside(const struct labels *labels, const struct grid *grid,
                          const struct units *units, size_t u, struct unit out[MOST_PIECES],
                          size_t *npieces, const struct label **label)
{
    const struct unit *unit = &units->items[u];
    size_t n = 0;
    if (u == 0 || !is_piece(unit) || !is_piece(unit - 1) || unit[-1].row != unit->row)
        return 0;
    out[n++] = *unit;
    for (size_t i = u + 1; i < units->nitems && n < MOST_PIECES; i++) {
        const struct unit *more = &units->items[i];
        if (!is_piece(more) || more->nvalues > 0 || more->row > out[n - 1].row + 1)
            return 0;
        if (column_of(grid, more) != column_of(grid, unit))
            continue;
        out[n++] = *more;
        struct units pieces = {.items = out, .nitems = n};
        *label = label_of(labels, grid->table, &pieces, 0, n);
        *npieces = n;
        if (*label)
            return i + 1 - u;
    }
    return 0;
}

int units_join_torn(const struct grid *grid, const struct labels *labels, struct units *units)
{
    size_t kept = 0;
    for (size_t u = 0; u < units->nitems; kept++) {
        struct unit beside[MOST_PIECES];
        const struct label *label = NULL;
        struct unit *pieces = &units->items[u];
        size_t n = count_pieces(labels, grid->table, units, u, &label);
        size_t taken = n;
        if (n == 0) {
            taken = find_beside(labels, grid, units, u, beside, &n, &label);
            pieces = beside;
        }
        if (taken == 0) {
            pieces = &units->items[u];
            n = taken = count_close(labels, units, u);
        }
        if (taken > 0 && join_pieces(grid->arena, pieces, n, label) < 0)
            return -1;
        units->items[kept] = taken > 0 ? pieces[0] : units->items[u];
        u += taken > 0 ? taken : 1;
    }
    units->nitems = kept;
    return 0;
}
