#include "folios.h"

#include "numeral.h"
#include "pagination.h"

enum {
    LEAST_PAGES = 4,
    LEAST_LINES = 12, /* of a page */
    MOST_LINES = 120,
    NEAR_PERCENT = 70, /* of the usual length of a page, that it has at least */
    FAR_PERCENT = 130,
    END_PERCENT = 160, /* before the first number, and behind the last */
};

struct lone {
    size_t line;
    int number;
};

/* The numbers that stand alone on their lines, and how many lines there are. */
struct lones {
    const struct pieces *pieces;
    struct lone *items;
    size_t nitems, capacity;
    size_t nlines;
};

/* Whether what stands in the line is of the text around the tables. */
static bool is_prose(const struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    const struct piece *piece = &pieces->items[line->first];
    return line->npieces == 1 && piece->shape == SHAPE_TEXT && !piece->hit.label;
}

/* Whether it is no label that the form does not know, a word or two. */
static bool is_sentence(const struct pieces *pieces, size_t index)
{
    static const char *const stops[] = {"。", "，", ",", "；", ";", NULL};
    struct slice text = piece_text(&pieces->items[pieces->lines[index].first]);
    for (const char *const *stop = stops; *stop; stop++)
        if (slice_contains(text, *stop))
            return true;
    return false;
}

/* Whether the line stands between those of the text, or at its beginning or end. */
static bool is_in_prose(const struct pieces *pieces, size_t index)
{
    size_t nlines = pieces->report->nlines;
    size_t above = index;
    size_t below = index + 1;
    while (above > 0 && pieces->lines[above - 1].is_blank)
        above--;
    while (below < nlines && pieces->lines[below].is_blank)
        below++;
    bool is_above = above > 0 && is_prose(pieces, above - 1);
    bool is_below = below < nlines && is_prose(pieces, below);
    bool reads =
        (is_above && is_sentence(pieces, above - 1)) || (is_below && is_sentence(pieces, below));
    return reads && (is_above || above == 0) && (is_below || below == nlines);
}

static int find_lones(const struct pieces *pieces, struct lones *out)
{
    *out = (struct lones){.pieces = pieces, .nlines = pieces->report->nlines};
    for (size_t i = 0; i < out->nlines; i++) {
        const struct piece_line *line = &pieces->lines[i];
        if (line->shapes != piece_shape_bit(SHAPE_NUMBER) || line->npieces != 1)
            continue;
        int number = numeral_small(piece_text(&pieces->items[line->first]));
        if (number <= 0)
            continue;
        struct lone *lone =
            arena_push(pieces->arena, &out->items, &out->capacity, out->nitems, sizeof *lone);
        if (!lone)
            return -1;
        *lone = (struct lone){i, number};
        out->nitems++;
    }
    return 0;
}

static bool is_page_behind(const struct lone *page, const struct lone *next, size_t length)
{
    size_t n = (next->line - page->line) * 100;
    return next->number == page->number + 1 && n >= length * NEAR_PERCENT &&
           n <= length * FAR_PERCENT;
}

/* The number of the next page, nearest to where one ends that is as long as the others; nitems:
 * none. */
static size_t next_page(const struct lones *all, size_t page, size_t length)
{
    size_t best = all->nitems;
    size_t least = SIZE_MAX;
    for (size_t i = page + 1; i < all->nitems; i++) {
        size_t n = all->items[i].line - all->items[page].line;
        size_t off = n > length ? n - length : length - n;
        if (n * 100 > length * FAR_PERCENT)
            break;
        if (is_page_behind(&all->items[page], &all->items[i], length) && off < least) {
            least = off;
            best = i;
        }
    }
    return best;
}

/* Pages that the numbers may count. */
struct count {
    size_t first, n;
    size_t length;
    size_t shortest, longest;
};

/* Whether some of the numbers, or that of a shorter page behind them, stands in prose: not all are
 * values. */
static bool reach_prose(const struct lones *all, const struct count *count)
{
    size_t last = count->first;
    for (size_t i = last; i < all->nitems; i = next_page(all, i, count->length)) {
        if (is_in_prose(all->pieces, all->items[i].line))
            return true;
        last = i;
    }
    for (size_t i = last + 1; i < all->nitems; i++)
        if (all->items[i].number == all->items[last].number + 1 &&
            is_in_prose(all->pieces, all->items[i].line))
            return true;
    return false;
}

/* The pages as long as that from the number `first` to the number `second`, which go on to the end
 * of the text; n is 0 where they do not. */
static struct count count_from(const struct lones *all, size_t first, size_t second)
{
    const struct lone *items = all->items;
    struct count count = {
        .first = first,
        .n = 1,
        .length = items[second].line - items[first].line,
        .shortest = SIZE_MAX,
    };
    size_t last = first;
    if (count.length < LEAST_LINES || count.length > MOST_LINES ||
        items[first].line * 100 > count.length * END_PERCENT)
        return (struct count){0};
    for (size_t next = second; next < all->nitems; count.n++) {
        size_t nlines = items[next].line - items[last].line;
        count.shortest = nlines < count.shortest ? nlines : count.shortest;
        count.longest = nlines > count.longest ? nlines : count.longest;
        last = next;
        count.length = (items[last].line - items[first].line) / count.n;
        next = next_page(all, last, count.length);
    }
    bool to_the_end = (all->nlines - items[last].line) * 100 <= count.length * END_PERCENT;
    return count.n >= LEAST_PAGES && to_the_end && reach_prose(all, &count) ? count
                                                                            : (struct count){0};
}

/* Values of a table count a few pages by chance, none as regular. */
static bool is_likelier(const struct count *a, const struct count *b)
{
    return a->n != b->n ? a->n > b->n : a->longest - a->shortest < b->longest - b->shortest;
}

/* The most pages that the numbers may count, the most alike. */
static struct count find_pages(const struct lones *all)
{
    struct count most = {0};
    for (size_t i = 0; i < all->nitems; i++) {
        if (all->items[i].line * 100 > MOST_LINES * END_PERCENT)
            break;
        for (size_t k = i + 1; all->items[i].number == 1 && k < all->nitems; k++) {
            if (all->items[k].number != 2)
                continue;
            struct count count = count_from(all, i, k);
            most = is_likelier(&count, &most) ? count : most;
        }
    }
    return most;
}

/* Takes all that may be the number of the page `page`. */
static void take_near(const struct lones *all, size_t page, size_t length, struct folios *out)
{
    const struct lone *at = &all->items[page];
    for (size_t i = 0; i < all->nitems; i++) {
        const struct lone *other = &all->items[i];
        size_t off = other->line > at->line ? other->line - at->line : at->line - other->line;
        if (out->nlines < FOLIOS_MOST && other->number == at->number &&
            off * 100 <= length * (100 - NEAR_PERCENT))
            out->lines[out->nlines++] = other->line;
    }
}

static int find_folios(const struct pieces *pieces, struct folios *out)
{
    struct lones all;
    if (find_lones(pieces, &all) < 0)
        return -1;
    struct count pages = find_pages(&all);
    for (size_t page = pages.first; pages.n > 0 && page < all.nitems;
         page = next_page(&all, page, pages.length))
        take_near(&all, page, pages.length, out);
    out->are_read = true;
    return 0;
}

int folios_hold(const struct pieces *pieces, size_t line)
{
    struct folios *folios = pieces->folios;
    if (!folios->are_read && find_folios(pieces, folios) < 0)
        return -1;
    for (size_t i = 0; i < folios->nlines; i++)
        if (folios->lines[i] == line)
            return 1;
    return 0;
}

/* The number below the prose that the text ends with; 0: none. */
static int last_number(const struct pieces *pieces)
{
    size_t last = pieces->report->nlines;
    while (last > 0 && pieces->lines[last - 1].is_blank)
        last--;
    size_t above = last > 0 ? last - 1 : 0;
    while (above > 0 && pieces->lines[above - 1].is_blank)
        above--;
    return above > 0 && is_prose(pieces, above - 1) ? pagination_number(pieces, last - 1) : 0;
}

bool folios_may_count(const struct pieces *pieces, int number)
{
    if (number <= 0 || number >= last_number(pieces))
        return false;
    for (size_t i = 0; i < pieces->report->nlines; i++)
        if (pagination_number(pieces, i) == number && is_in_prose(pieces, i))
            return false;
    return true;
}
