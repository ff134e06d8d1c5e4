#include "regions.h"

#include <string.h>

#include "gouji/base/message.h"
#include "growth.h"
#include "words.h"

enum {
    NEAR_PERCENT = 60,
    SHORT_NBYTES = 60,
    ENOUGH_WITH_ROW = 2,
    MOST_WORDS = 12,      /* of one label in a paragraph */
    MOST_WEAK_ROWS = 2,   /* before the first label that is surely one */
    MOST_PIECES_BACK = 2, /* lines */
    MOST_BACK = 1024,     /* lines, of headings broken side by side */
    MOST_LINES_BACK = 32, /* of a broken label before the first whole one */
};

static const unsigned needed[TABLE_COUNT] = {[TABLE_T2] = 6, [TABLE_T3] = 8, [TABLE_T4] = 5};

/* The table of a label that this line and the next make together, or -1. */
static int starts_broken(const struct pieces *pieces, size_t index)
{
    const struct piece *first = &pieces->items[pieces->lines[index].first];
    size_t next = index + 1;
    if (pieces->lines[index].is_blank)
        return -1;
    while (next < pieces->report->nlines && pieces->lines[next].is_blank)
        next++;
    if (next >= pieces->report->nlines || pieces->lines[index].npieces > 2 ||
        piece_text(first).nbytes > SHORT_NBYTES)
        return -1;
    const struct piece *above = first + pieces->lines[index].npieces - 1;
    const struct piece *below =
        &pieces->items[pieces->lines[next].first] + pieces->lines[next].npieces - 1;
    const struct label *whole = above->hit.label ? NULL : growth_read_across(pieces, above, below);
    for (int t = 0; t < TABLE_COUNT; t++) {
        const struct label *label = label_in_table(whole, (enum table_id)t);
        if (label && label->weight > 0)
            return t;
    }
    return -1;
}

/* The table of a label that stands word by word in a paragraph, or -1. */
static int starts_in_run(const struct pieces *pieces, size_t index)
{
    char key[GROWTH_HALF_NBYTES];
    size_t n = 0;
    for (size_t i = index; i < pieces->report->nlines && i < index + MOST_WORDS; i++) {
        const struct piece *piece = &pieces->items[pieces->lines[i].first];
        struct slice text = piece_text(piece);
        if (!pieces->lines[i].is_run || piece->shape != SHAPE_TEXT || n + text.nbytes > sizeof key)
            return -1;
        n += label_key(text, key + n);
        const struct label *label = i > index ? labels_find(pieces->labels, slice_make(key, n)) : 0;
        if (label && label->weight > 0)
            return (int)label->table;
        if (!labels_begin(pieces->labels, TABLE_COUNT, slice_make(key, n)))
            return -1;
    }
    return -1;
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
    if (best < 0 && line->is_run && !line->is_blank)
        best = starts_in_run(pieces, index);
    return best < 0 ? starts_broken(pieces, index) : best;
}

static bool is_enough(const struct growth *growth)
{
    unsigned least = growth->has_row ? ENOUGH_WITH_ROW : needed[growth->table];
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
        if (pieces->lines[i].is_heading || growth_caption_year(pieces, i) > 0)
            return false;
    }
    return lines <= GROWTH_MOST_STRANGE &&
           !growth_is_apart(pieces, a->table, a->first, a->end, b->first);
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

/* Whether the texts of the lines [first, end) are labels of the table, broken over
 * lines or not, and nothing else. */
static bool are_labels(const struct pieces *pieces, enum table_id table, size_t first, size_t end)
{
    struct growth growth = {.pieces = pieces, .table = table};
    bool whole = true;
    for (size_t i = first; i < end; i++) {
        const struct piece_line *line = &pieces->lines[i];
        for (uint32_t k = 0; k < line->npieces; k++) {
            const struct piece *piece = &pieces->items[line->first + k];
            char key[GROWTH_HALF_NBYTES];
            struct slice text = piece_text(piece);
            if (piece->shape == SHAPE_EMPTY)
                continue;
            if (piece->shape != SHAPE_TEXT || line->is_heading || text.nbytes > sizeof key)
                return false;
            struct slice half = slice_make(key, label_key(text, key));
            growth.nseen = 0;
            if (!growth_goes_on(&growth, half)) {
                if (!whole)
                    return false;
                growth_begin_half(&growth, half);
                growth_see(&growth, label_in_table(piece->hit.label, table));
            }
            whole = growth.nseen > 0;
            if (!whole && growth.nhalf == 0)
                return false;
        }
    }
    return whole;
}

/* The only text of a line that holds values besides, or NULL. */
static const struct piece *head_of_row(const struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    const struct piece *head = NULL;
    size_t nvalues = 0;
    for (uint32_t k = 0; k < line->npieces; k++) {
        const struct piece *piece = &pieces->items[line->first + k];
        if (piece->shape == SHAPE_TEXT && head)
            return NULL;
        head = piece->shape == SHAPE_TEXT ? piece : head;
        nvalues += piece->shape == SHAPE_NUMBER || piece->shape == SHAPE_MARK;
    }
    return nvalues > 0 && !line->is_heading ? head : NULL;
}

/* A row of values in one line, whose label is too short to begin a table, as 规章 is, or
 * has a slip in it. */
static bool is_weak_row(const struct growth *growth, size_t index)
{
    const struct piece *head = head_of_row(growth->pieces, index);
    return head &&
           (label_in_table(head->hit.label, growth->table) || growth_is_misprint(growth, head));
}

/* Such a row whose label has a note that ends on the line below: 规章（由设区的市 / 填报）. */
static bool is_noted_row(const struct growth *growth, size_t index)
{
    const struct pieces *pieces = growth->pieces;
    const struct piece_line *below = &pieces->lines[index + 1];
    const struct piece *head = head_of_row(pieces, index);
    struct slice text = head ? piece_text(head) : slice_of("");
    const char *note = slice_find(text, slice_of("("));
    char key[GROWTH_HALF_NBYTES];
    if (!note || text.nbytes > sizeof key || slice_contains(text, ")") || below->npieces != 1)
        return false;
    struct slice end = piece_text(&pieces->items[below->first]);
    struct slice name = slice_make(text.ptr, (size_t)(note - text.ptr));
    return slice_ends_with(end, ")") && !slice_contains(end, "(") &&
           label_in_table(labels_find(pieces->labels, slice_make(key, label_key(name, key))),
                          growth->table);
}

/* The lines just above this one that are a row as weak as these, or 0. */
static size_t weak_row_above(const struct growth *growth, size_t first)
{
    if (first > 0 && is_weak_row(growth, first - 1))
        return 1;
    return first > 1 && is_noted_row(growth, first - 2) ? 2 : 0;
}

/* Whether a line has nothing but pieces of labels of the table, each two characters at least:
 * of labels that are broken side by side. */
static bool has_only_pieces(const struct pieces *pieces, enum table_id table, size_t index)
{
    enum { LEAST_NBYTES = 6 };
    const struct piece_line *line = &pieces->lines[index];
    for (uint32_t k = 0; k < line->npieces; k++) {
        const struct piece *piece = &pieces->items[line->first + k];
        char key[GROWTH_HALF_NBYTES];
        struct slice text = piece_text(piece);
        if (piece->shape == SHAPE_EMPTY)
            continue;
        if (piece->shape != SHAPE_TEXT || text.nbytes > sizeof key)
            return false;
        struct slice piece_key = slice_make(key, label_key(text, key));
        if (piece_key.nbytes < LEAST_NBYTES || !labels_hold(pieces->labels, table, piece_key))
            return false;
    }
    return !line->is_blank && !line->is_heading;
}

/* Broken labels just above the first whole one belong to the table, too. */
static size_t grow_back(const struct pieces *pieces, enum table_id table, size_t first)
{
    struct growth growth = {.pieces = pieces, .table = table};
    for (int n = 0; n < MOST_WEAK_ROWS; n++)
        first -= weak_row_above(&growth, first);
    size_t best = first;
    unsigned lines = 0;
    for (size_t i = first; i-- > 0 && lines < MOST_LINES_BACK && !pieces->lines[i].is_heading;) {
        if (pieces->lines[i].is_blank)
            continue;
        lines++;
        if (are_labels(pieces, table, i, first))
            best = i;
    }
    for (size_t i = best; i-- > 0 && best - i <= MOST_PIECES_BACK && first - i <= MOST_BACK;)
        if (has_only_pieces(pieces, table, i))
            best = i;
        else if (!pieces->lines[i].is_blank)
            break;
    return best;
}

int regions_find(const struct pieces *pieces, struct regions *out, struct err *err)
{
    *out = (struct regions){0};
    for (size_t i = 0; i < pieces->report->nlines; i++) {
        int table = starts(pieces, i);
        if (table < 0)
            continue;
        struct growth growth = {.pieces = pieces, .table = (enum table_id)table};
        size_t end = growth_run(&growth, i);
        size_t last = out->nitems ? out->items[out->nitems - 1].end : 0;
        size_t first = growth.score > 1 ? grow_back(pieces, growth.table, i) : i;
        first = first >= last ? first : i;
        if (first < i) {
            struct growth whole = {.pieces = pieces, .table = (enum table_id)table};
            size_t whole_end = growth_run(&whole, first);
            /* A table that ends before this line is another one. */
            first = whole_end > i ? first : i;
            growth = whole_end > i ? whole : growth;
            end = whole_end > i ? whole_end : end;
        }
        if (is_enough(&growth)) {
            end = growth_take_stated(&growth, growth_take_blank_end(&growth, end));
            struct region region = {growth.table, first, end, growth.score};
            if (add_region(pieces, out, region, err) < 0)
                return -1;
        }
        /* Too few labels from here on are too few from any later line, too. */
        if (end > i)
            i = end - 1;
    }
    return 0;
}

static const struct region *strongest(const struct regions *regions, enum table_id table,
                                      const struct region *but)
{
    const struct region *best = NULL;
    for (size_t i = 0; i < regions->nitems; i++) {
        const struct region *region = &regions->items[i];
        if (region != but && region->table == table && (!best || region->score > best->score))
            best = region;
    }
    return best;
}

/* Whether the heading above the table is that of its own section. */
static bool is_in_own_section(const struct pieces *pieces, const struct region *region)
{
    const struct form_section *sections;
    const struct forms *forms = pieces->report->forms;
    size_t nsections = forms_sections(forms, &sections);
    size_t line = region->first;
    while (line > 0 && !pieces->lines[line - 1].is_heading)
        line--;
    if (line == 0 || forms_count(forms) == 0)
        return false;
    struct slice text = piece_text(&pieces->items[pieces->lines[line - 1].first]);
    const char *own = forms_at(forms, 0)->tables[region->table].section;
    for (size_t i = 0; i < nsections; i++)
        if (strcmp(sections[i].id, own) == 0)
            return slice_ends_with(text, sections[i].title) ||
                   words_ends(sections[i].variants, text);
    return false;
}

/* Whether the second is rather this year's table than the first: by the years in their captions,
 * by what these say, or by the sections they stand in. */
static bool is_rather(const struct pieces *pieces, const struct region *second,
                      const struct region *first)
{
    int year = growth_year_above(pieces, first->first);
    if (year > 0 && growth_year_above(pieces, second->first) > year)
        return true;
    enum growth_caption caption = growth_caption_above(pieces, first->first);
    enum growth_caption other = growth_caption_above(pieces, second->first);
    if (caption != other)
        return other > caption;
    return is_in_own_section(pieces, second) && !is_in_own_section(pieces, first);
}

/* Two editions of one table weigh differently: of a file with two reports the
 * first one's tables are meant, not some of each. */
const struct region *regions_best(const struct pieces *pieces, const struct regions *regions,
                                  enum table_id table, const struct region **rival)
{
    const struct region *best = strongest(regions, table, NULL);
    *rival = NULL;
    if (!best)
        return NULL;
    unsigned least = best->score * NEAR_PERCENT;
    for (const struct region *region = regions->items; region < best; region++)
        if (region->table == table && region->score * 100 >= least)
            best = region;
    const struct region *other = strongest(regions, table, best);
    *rival = other && other->score * 100 >= least ? other : NULL;
    if (*rival && is_rather(pieces, *rival, best)) {
        *rival = best;
        best = other;
    }
    return best;
}
