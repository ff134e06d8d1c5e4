#include "align.h"

#include <string.h>

#include "gouji/base/ascii.h"

enum {
    SCORE_EXACT = 100,
    SCORE_VARIANT = 95,
    SCORE_MERGED = 90,
    SCORE_FUZZY = 70,
    SCORE_FUZZY_STEP = 5,
    SCORE_KEYWORDS = 50,
    SCORE_VALUES = 10, /* a data row met with values, against one without */
    MOST_POINTS = 96,
    MOST_POINT_NBYTES = 4,
    MOST_EXTRA_POINTS = 12, /* a text this much longer than the label is no label */
    KEY_NBYTES = 512,
    MOST_BARE = 4,
    DAMAGED_NBYTES = 9, /* no more than three characters are left of a label */
};

static size_t decode(struct slice text, int32_t *points)
{
    size_t n = 0;
    for (size_t at = 0, k; at < text.nbytes; at += k) {
        int32_t point = text_next(text.ptr + at, text.nbytes - at, &k);
        if (n == MOST_POINTS)
            return MOST_POINTS + 1;
        points[n++] = point;
    }
    return n;
}

uint64_t align_mark(struct slice text)
{
    uint64_t mark = 0;
    const char *p = text.ptr, *end = p + text.nbytes;
    while (p < end) {
        p += text_size(p, (size_t)(end - p));
        mark |= UINT64_C(1) << ((unsigned char)p[-1] & 63);
    }
    return mark;
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

unsigned align_distance(struct slice a, struct slice b, unsigned limit)
{
    int32_t pa[MOST_POINTS];
    int32_t pb[MOST_POINTS];
    unsigned rows[3][MOST_POINTS + 1]; /* the row at hand and the two above it, in turn */
    size_t most = (size_t)limit * MOST_POINT_NBYTES;
    if (a.nbytes > b.nbytes + most || b.nbytes > a.nbytes + most)
        return limit + 1; /* no need to look at them */
    size_t na = decode(a, pa);
    size_t nb = decode(b, pb);
    if (na > MOST_POINTS || nb > MOST_POINTS || na > nb + limit || nb > na + limit)
        return limit + 1;
    for (size_t k = 0; k <= nb; k++)
        rows[0][k] = (unsigned)k;
    for (size_t i = 1; i <= na; i++) {
        unsigned *row = rows[i % 3];
        const unsigned *above = rows[(i + 2) % 3];
        const unsigned *top = rows[(i + 1) % 3];
        unsigned smallest = row[0] = (unsigned)i;
        for (size_t k = 1; k <= nb; k++) {
            unsigned change = above[k - 1] + (pa[i - 1] != pb[k - 1]);
            row[k] = least(change, least(above[k], row[k - 1]) + 1);
            if (i > 1 && k > 1 && pa[i - 1] == pb[k - 2] && pa[i - 2] == pb[k - 1])
                row[k] = least(row[k], top[k - 2] + 1);
            smallest = least(smallest, row[k]);
        }
        if (smallest > limit) /* a swap from the row above costs one more, too */
            return limit + 1;
    }
    return least(rows[na % 3][nb], limit + 1);
}

unsigned align_tolerance(size_t nkey)
{
    size_t points = nkey / 3;
    return points < 4 ? 0 : points >= 16 ? 4 : (unsigned)(points / 4);
}

static bool contains_any(struct slice text, const char *const *words)
{
    for (; *words; words++)
        if (slice_contains(text, *words))
            return true;
    return false;
}

static bool has_keywords(const struct form_row *row, struct slice text)
{
    if (!row->all_of || !row->all_of[0] || text.nbytes > strlen(row->norm) + 3 * MOST_EXTRA_POINTS)
        return false;
    for (size_t i = 0; row->all_of[i]; i++)
        if (!contains_any(text, row->all_of[i]))
            return false;
    return !row->none_of || !contains_any(text, row->none_of);
}

struct guess {
    int score;
    enum label_match match;
};

static struct guess guess_known(const struct unit *unit, size_t edition, const struct slot *slot)
{
    const struct label *label = unit->hit.label;
    enum table_id table = label->table;
    while (label &&
           !(label->kind == LABEL_ROW && label->block == slot->block && label->index == slot->row &&
             label->edition == edition && label->table == table))
        label = label->next;
    if (!label)
        return (struct guess){0, LABEL_EXACT};
    bool merged = unit->hit.effect == HIT_MERGED;
    if (unit->hit.exact && !label->effect)
        return (struct guess){SCORE_EXACT, LABEL_EXACT};
    return (struct guess){merged ? SCORE_MERGED : SCORE_VARIANT, LABEL_VARIANT};
}

static struct guess guess_unknown(const struct unit *unit, const struct form_row *row)
{
    struct guess none = {0, LABEL_EXACT};
    if (unit->text.nbytes >= KEY_NBYTES || unit->text.nbytes == 0)
        return none;
    unsigned limit = align_tolerance(row->key.nbytes);
    bool may_be_near = limit > 0 && align_may_be_near(unit->mark, row->mark, limit);
    unsigned distance = may_be_near ? align_distance(unit->key, row->key, limit) : limit + 1;
    if (distance <= limit)
        return (struct guess){SCORE_FUZZY - (int)distance * SCORE_FUZZY_STEP, LABEL_FUZZY};
    if (has_keywords(row, unit->text) && (row->is_group || unit->nvalues > 0))
        return (struct guess){SCORE_KEYWORDS, LABEL_KEYWORDS};
    return none;
}

static struct guess guess_row(const struct alignment *a, const struct unit *unit, size_t slot)
{
    const struct form_row *row = alignment_row(a, slot);
    struct guess guess = {0, LABEL_EXACT};
    if (row->alternative_of >= 0 || unit->first == unit->end || unit_is_header(unit))
        return guess;
    guess =
        unit->hit.label ? guess_known(unit, a->edition, &a->slots[slot]) : guess_unknown(unit, row);
    if (guess.score > 0 && !row->is_group && unit->nvalues > 0)
        guess.score += SCORE_VALUES;
    return guess;
}

static int list_slots(struct arena *arena, struct alignment *a)
{
    size_t n = 0;
    for (size_t i = 0; i < a->table->nblocks; i++)
        n += a->table->blocks[i].nrows;
    a->slots = arena_array(arena, n, sizeof *a->slots);
    a->unit_of = arena_array(arena, n, sizeof *a->unit_of);
    a->match = arena_array(arena, n, sizeof *a->match);
    if (!a->slots || !a->unit_of || !a->match)
        return -1;
    for (size_t i = 0; i < a->table->nblocks; i++)
        for (size_t row = 0; row < a->table->blocks[i].nrows; row++)
            a->slots[a->nslots++] = (struct slot){(uint16_t)i, (uint16_t)row};
    return 0;
}

static void assign(struct alignment *a, size_t slot, size_t unit, enum label_match match)
{
    a->unit_of[slot] = (int)unit;
    a->slot_of[unit] = (int)slot;
    a->match[slot] = match;
}

static size_t slot_of_row(const struct alignment *a, size_t block, size_t row)
{
    for (size_t i = 0; i < block; i++)
        row += a->table->blocks[i].nrows;
    return row;
}

/* The unit's scores for the slots [first, end); it has none for others. */
struct scores {
    int *of; /* slot */
    size_t first, end;
    enum label_match match; /* of the last */
};

static void score_slot(const struct alignment *a, const struct unit *unit, size_t slot,
                       struct scores *out)
{
    struct guess guess = guess_row(a, unit, slot);
    if (guess.score == 0)
        return;
    out->of[slot] = guess.score;
    out->match = guess.match;
    out->first = slot < out->first ? slot : out->first;
    out->end = slot >= out->end ? slot + 1 : out->end;
}

/* A known label can only be that of its own rows. */
static void score_slots(const struct alignment *a, const struct unit *unit, struct scores *out)
{
    const struct label *label = unit->hit.label;
    for (size_t s = out->first; s < out->end; s++)
        out->of[s] = 0;
    out->first = a->nslots;
    out->end = 0;
    if (unit->first == unit->end || unit_is_header(unit))
        return;
    if (!label)
        for (size_t s = 0; s < a->nslots; s++)
            score_slot(a, unit, s, out);
    for (; label; label = label->next)
        if (label->kind == LABEL_ROW && label->table == a->table->id &&
            label->edition == a->edition)
            score_slot(a, unit, slot_of_row(a, label->block, label->index), out);
}

/* The best totals with one more unit: those without it as far as no slot is better with it. */
static void add_unit(const int *above, const struct scores *scores, size_t width, int *row)
{
    memcpy(row, above, width * sizeof *row);
    for (size_t s = scores->first + 1; s < width; s++) {
        if (s > scores->end && row[s - 1] <= above[s])
            return;
        int score = scores->of[s - 1];
        int both = score > 0 ? above[s - 1] + score : 0;
        int most = above[s] > row[s - 1] ? above[s] : row[s - 1];
        row[s] = both > most ? both : most;
    }
}

static void assign_none(const struct units *units, struct alignment *a)
{
    for (size_t u = 0; u < units->nitems; u++)
        a->slot_of[u] = -1;
    for (size_t s = 0; s < a->nslots; s++)
        a->unit_of[s] = -1;
}

/* Mostly each unit may be no more than one row, and these follow each other: then no order
 * is better. */
static bool assign_sorted(const struct units *units, struct scores *scores, struct alignment *a)
{
    size_t next = 0;
    for (size_t u = 0; u < units->nitems; u++) {
        score_slots(a, &units->items[u], scores);
        if (scores->end == 0)
            continue;
        if (scores->end - scores->first > 1 || scores->first < next)
            return false;
        next = scores->end;
        assign(a, scores->first, u, scores->match);
    }
    return true;
}

/* best[u][s]: the best total of the first u units and s slots. */
static int best_in_order(struct arena *arena, const struct units *units, struct alignment *a)
{
    size_t width = a->nslots + 1;
    struct scores scores = {.of = arena_array(arena, width, sizeof *scores.of)};
    if (!scores.of)
        return -1;
    assign_none(units, a);
    if (assign_sorted(units, &scores, a))
        return 0;
    assign_none(units, a);
    int *best = arena_raw(arena, (units->nitems + 1) * width * sizeof *best);
    if (!best)
        return -1;
    memset(best, 0, width * sizeof *best);
    for (size_t u = 1; u <= units->nitems; u++) {
        score_slots(a, &units->items[u - 1], &scores);
        add_unit(best + (u - 1) * width, &scores, width, best + u * width);
    }
    for (size_t u = units->nitems, s = a->nslots; u > 0 && s > 0;) {
        int here = best[u * width + s];
        if (here == best[(u - 1) * width + s]) {
            u--;
        } else if (here == best[u * width + s - 1]) {
            s--;
        } else {
            assign(a, s - 1, u - 1, guess_row(a, &units->items[u - 1], s - 1).match);
            u--;
            s--;
        }
    }
    return 0;
}

/* Whether another row stands on the wrong side of this one. A group's label does not
 * count: it may stand in the middle of its rows. */
static bool contradicts(const struct alignment *a, size_t slot)
{
    for (size_t s = 0; s < a->nslots; s++)
        if (s != slot && a->unit_of[s] >= 0 && !alignment_row(a, s)->is_group &&
            (s < slot) != (a->unit_of[s] < a->unit_of[slot]))
            return true;
    return false;
}

/* What of the table is printed once more with nothing behind its labels. */
struct twin {
    int first; /* unit, -1 */
    size_t nrows;
};

/* A merged label may stand in each of the cells that it spans. */
static bool is_apart(int unit, int other)
{
    enum { MOST_SPANNED = 3 };
    return unit - other >= MOST_SPANNED || other - unit >= MOST_SPANNED;
}

static void note_twin(size_t unit, struct twin *twin)
{
    twin->first = twin->first < 0 ? (int)unit : twin->first;
    twin->nrows++;
}

/* All of the table once more, but for a few rows, not a label or two. */
static bool is_whole(const struct alignment *a, const struct units *units, const struct twin *twin)
{
    enum { LEAST_ROWS = 3, LEAST_PERCENT = 75 };
    size_t nmet = 0;
    bool is_filled = false;
    for (size_t s = 0; s < a->nslots && twin->nrows >= LEAST_ROWS; s++) {
        bool met = a->unit_of[s] >= 0 && !alignment_row(a, s)->is_group;
        nmet += met;
        is_filled = is_filled || (met && units->items[a->unit_of[s]].nvalues > 0);
    }
    return is_filled && twin->nrows * 100 >= nmet * LEAST_PERCENT;
}

/* Labels of the form that the best order left over: a row printed elsewhere is
 * taken by its exact words, a row printed twice is not. */
static void assign_left_over(const struct units *units, struct alignment *a)
{
    struct twin twin = {.first = -1};
    for (size_t u = 0; u < units->nitems; u++) {
        const struct unit *unit = &units->items[u];
        if (a->slot_of[u] >= 0 || !unit_is(unit, LABEL_ROW))
            continue;
        for (size_t s = 0; s < a->nslots; s++) {
            const struct form_row *row = alignment_row(a, s);
            struct guess guess = guess_row(a, unit, s);
            if (guess.score < SCORE_VARIANT)
                continue;
            if (a->unit_of[s] < 0) {
                assign(a, s, u, guess.match);
                a->out_of_order = a->out_of_order || (!row->is_group && contradicts(a, s));
            } else if (!row->is_group && unit->nvalues > 0) {
                a->has_repeats = true;
            } else if (!row->is_group && is_apart(a->unit_of[s], (int)u)) {
                note_twin(u, &twin);
            }
            break;
        }
    }
    if (is_whole(a, units, &twin))
        a->twin = twin.first;
}

static bool needs_values(const struct form_row *row)
{
    return !row->is_group && row->alternative_of < 0;
}

/* A label that is gone or nearly so: nothing, a bare number, or a word that
 * stands for a header here. */
static bool is_damaged(const struct unit *unit)
{
    if (unit->nvalues == 0)
        return false;
    if (unit->first == unit->end || unit_is(unit, LABEL_COLUMN))
        return true;
    return !unit->hit.label && unit->text.nbytes <= DAMAGED_NBYTES;
}

/* The nearest matched row on one side, headers aside; failing that a header,
 * which is then the edge of a block. -1 for none. */
static int neighbour(const struct alignment *a, const struct units *units, size_t unit, int step)
{
    int header = -1;
    for (int u = (int)unit + step; u >= 0 && u < (int)units->nitems; u += step) {
        if (a->slot_of[u] >= 0)
            return u;
        if (units->items[u].nvalues > 0)
            return -1;
        if (header < 0 && unit_is_header(&units->items[u]))
            header = u;
    }
    return header;
}

/* The only slot between two neighbours that still needs values, or -1. */
static int only_gap(const struct alignment *a, int before, int after)
{
    int found = -1;
    for (int s = before + 1; s < after; s++) {
        if (a->unit_of[s] >= 0 || !needs_values(alignment_row(a, (size_t)s)))
            continue;
        if (found >= 0)
            return -1;
        found = s;
    }
    return found;
}

static int block_of(const struct alignment *a, int slot)
{
    return a->slots[slot].block;
}

/* The slots next to a damaged unit. A header as neighbour stands for the edge
 * of the block in which the other neighbour is. */
static bool bounds(const struct alignment *a, int left, int right, int *before, int *after)
{
    *before = a->slot_of[left];
    *after = a->slot_of[right];
    if (*before < 0 && *after < 0)
        return false;
    if (*before < 0)
        for (*before = *after; *before >= 0 && block_of(a, *before) == block_of(a, *after);)
            --*before;
    if (*after < 0)
        for (*after = *before;
             *after < (int)a->nslots && block_of(a, *after) == block_of(a, *before);)
            ++*after;
    return *before < *after;
}

/* Whether the row before has its label only, so that these values are its own. */
static bool is_owned(const struct units *units, const struct alignment *a, size_t unit)
{
    const struct unit *before = unit > 0 ? &units->items[unit - 1] : NULL;
    return before && before->vfirst == before->vend && before->nvalues == 0 &&
           a->slot_of[unit - 1] >= 0 &&
           needs_values(alignment_row(a, (size_t)a->slot_of[unit - 1]));
}

/* The number in front of a label: 4 of 4.保护…, 0 without one. */
static unsigned list_number(struct slice text)
{
    unsigned number = 0;
    size_t i = 0;
    for (; i < text.nbytes && i < 3 && ascii_is_digit(text.ptr[i]); i++)
        number = number * 10 + (unsigned)(text.ptr[i] - '0');
    return i < text.nbytes &&
                   (text.ptr[i] == '.' ||
                    slice_has_prefix(slice_make(text.ptr + i, text.nbytes - i), slice_of("、")))
               ? number
               : 0;
}

/* Whether the text begins with a number in brackets, as the row's does, and differs from it by
 * one slip, in the number or behind it: 匕 or 总汁 of (七)总计, which is too short to be known
 * by its words. */
static bool has_ordinal(const struct form_row *row, const struct unit *unit)
{
    const char *end = *row->norm == '(' ? strchr(row->norm, ')') : NULL;
    size_t n = end ? (size_t)(end - row->norm) : 0;
    return end && unit->text.nbytes > n && unit->text.ptr[0] == '(' && unit->text.ptr[n] == ')' &&
           unit->key.nbytes == row->key.nbytes && align_distance(unit->key, row->key, 1) <= 1;
}

/* A full row in other words, right between two known rows of which only one is
 * missing between, and with its number. */
static int gap_between(const struct units *units, const struct alignment *a, size_t u)
{
    const struct unit *unit = &units->items[u];
    if (u == 0 || u + 1 >= units->nitems || unit->hit.label || a->slot_of[u - 1] < 0 ||
        a->slot_of[u + 1] < 0)
        return -1;
    int slot = only_gap(a, a->slot_of[u - 1], a->slot_of[u + 1]);
    if (slot < 0 || unit->nvalues != a->table->blocks[a->slots[slot].block].ncols)
        return -1;
    unsigned number = list_number(slice_of(alignment_row(a, (size_t)slot)->norm));
    if (has_ordinal(alignment_row(a, (size_t)slot), unit))
        return slot;
    return number > 0 && list_number(unit->text) == number ? slot : -1;
}

/* What is printed for the values of a damaged unit: its own words, or those of the header
 * that they seem to stand behind. */
static struct slice words_of(const struct units *units, size_t u)
{
    const struct unit *unit = &units->items[u];
    bool bare = unit->first == unit->end;
    return bare && u > 0 && unit_is(unit - 1, LABEL_COLUMN) ? unit[-1].text : unit->text;
}

/* Whether the row's label is these words behind a numeral: 其他 of 3.其他. */
static bool ends_in(const struct form_row *row, struct slice words)
{
    size_t n = strlen(row->norm);
    return words.nbytes > 0 && words.nbytes < n &&
           memcmp(row->norm + n - words.nbytes, words.ptr, words.nbytes) == 0;
}

/* The next slot behind `slot` that still needs values, or nslots. */
static size_t next_gap(const struct alignment *a, size_t slot)
{
    for (slot++; slot < a->nslots; slot++)
        if (a->unit_of[slot] < 0 && needs_values(alignment_row(a, slot)))
            break;
    return slot;
}

/* Several rows one after the other whose labels lost their numerals, and are words of the
 * header now: between two known rows just these are missing, and in this order. */
static void place_bare_words(const struct units *units, struct alignment *a, size_t first)
{
    int left = neighbour(a, units, first, -1);
    if (left < 0 || a->slot_of[left] < 0)
        return;
    size_t found[MOST_BARE], n = 0, slot = (size_t)a->slot_of[left], u = first;
    for (; u < units->nitems && a->slot_of[u] < 0; u++) {
        if (units->items[u].nvalues == 0 && unit_is_header(&units->items[u]))
            continue;
        slot = next_gap(a, slot);
        if (n == MOST_BARE || slot == a->nslots || !is_damaged(&units->items[u]) ||
            !ends_in(alignment_row(a, slot), words_of(units, u)))
            return;
        found[n++] = u;
    }
    if (n < 2 || u == units->nitems || next_gap(a, slot) < (size_t)a->slot_of[u] ||
        slot >= (size_t)a->slot_of[u])
        return;
    slot = (size_t)a->slot_of[left];
    for (size_t i = 0; i < n; i++) {
        slot = next_gap(a, slot);
        assign(a, slot, found[i], LABEL_BY_ORDER);
    }
}

static void place_by_order(const struct units *units, struct alignment *a)
{
    for (size_t u = 0; u < units->nitems; u++) {
        int before, after;
        int between = a->slot_of[u] < 0 ? gap_between(units, a, u) : -1;
        if (between >= 0)
            assign(a, (size_t)between, u, LABEL_BY_ORDER);
        if (a->slot_of[u] >= 0 || !is_damaged(&units->items[u]) || is_owned(units, a, u))
            continue;
        place_bare_words(units, a, u);
        if (a->slot_of[u] >= 0)
            continue;
        int left = neighbour(a, units, u, -1);
        int right = neighbour(a, units, u, 1);
        if (left < 0 || right < 0 || !bounds(a, left, right, &before, &after))
            continue;
        int slot = only_gap(a, before, after);
        if (slot >= 0)
            assign(a, (size_t)slot, u, LABEL_BY_ORDER);
    }
}

int align_rows(struct arena *arena, const struct form_table *table, size_t edition,
               const struct units *units, struct alignment *out)
{
    *out = (struct alignment){.edition = edition, .table = table, .twin = -1};
    out->slot_of = arena_array(arena, units->nitems, sizeof *out->slot_of);
    if (!out->slot_of || list_slots(arena, out) < 0)
        return -1;
    if (best_in_order(arena, units, out) < 0)
        return -1;
    assign_left_over(units, out);
    place_by_order(units, out);
    return 0;
}
