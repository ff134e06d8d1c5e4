#include "spread.h"

#include <string.h>

enum { NAMES_MOST = 12, NAMES_ROOM = NAMES_MOST + 1 }; /* one more tells that there are too many */

/* All of a report, which is looked through once. */
struct spreads {
    struct prose_set set; /* of the sentences that have one */
    const struct marked **items;
    size_t n, capacity;
};

/* One list, in the bytes of its sentence. */
struct layout {
    struct slice before, names, verb, numbers, after;
    struct slice name[NAMES_ROOM], unit[NAMES_ROOM];
    bool is_whole[NAMES_ROOM]; /* of a name: it ends with words that others go without */
    size_t nnames, first_mark, nmarks;
    struct slice common;
};

struct spread_words spread_words_of(const void *patterns)
{
    return (struct spread_words){.list = patterns_named(patterns, "spread"),
                                 .name = patterns_named(patterns, "spread_name"),
                                 .unit = patterns_named(patterns, "spread_unit"),
                                 .common = patterns_named(patterns, "spread_common")};
}

static void split_names(const struct spread_words *words, struct layout *layout)
{
    const struct slice none = slice_of("");
    struct match match;
    for (size_t from = 0; layout->nnames < NAMES_ROOM && from < layout->names.nbytes &&
                          pattern_find(&words->name.items[0], layout->names, from, &match);
         from = match.end[0])
        layout->name[layout->nnames++] = match_text(layout->names, &match, 1);
    for (size_t i = 0; i < layout->nnames; i++) {
        layout->is_whole[i] = patterns_find(words->common, layout->name[i], &match);
        layout->common = layout->is_whole[i] ? match_text(layout->name[i], &match, 0) : none;
    }
}

/* What the words behind a number begin with. */
static struct slice unit_of(const struct spread_words *words, struct slice behind)
{
    struct match match;
    return patterns_find(words->unit, behind, &match) ? match_text(behind, &match, 0)
                                                      : slice_make(behind.ptr, 0);
}

/* The numbers of the list and their units, which the last may tell for all. */
static void read_numbers(const struct spread_words *words, const struct marked *marked,
                         struct layout *layout)
{
    size_t start = (size_t)(layout->numbers.ptr - marked->text.ptr);
    size_t end = start + layout->numbers.nbytes, i = 0;
    while (i < marked->nmarks && marked->marks[i].at < start)
        i++;
    layout->first_mark = i;
    for (; i < marked->nmarks && marked->marks[i].at < end && layout->nmarks < NAMES_ROOM; i++) {
        const char *behind = marked->text.ptr + marked->marks[i].at + PROSE_MARK_NBYTES;
        const char *stop = marked->text.ptr + end;
        layout->unit[layout->nmarks++] =
            unit_of(words, slice_make(behind, (size_t)(stop - behind)));
    }
    for (size_t k = 0; k + 1 < layout->nmarks; k++)
        if (layout->unit[k].nbytes == 0)
            layout->unit[k] = layout->unit[layout->nmarks - 1];
}

static bool read_layout(const struct spread_words *words, const struct marked *marked,
                        struct layout *layout)
{
    struct match match;
    if (!patterns_find(words->list, marked->text, &match))
        return false;
    layout->before = slice_make(marked->text.ptr, match.start[1]);
    layout->names = match_text(marked->text, &match, 1);
    layout->verb = match_text(marked->text, &match, 2);
    layout->numbers = match_text(marked->text, &match, 3);
    layout->after = slice_make(marked->text.ptr + match.end[3], marked->text.nbytes - match.end[3]);
    split_names(words, layout);
    read_numbers(words, marked, layout);
    return layout->nnames > 1 && layout->nnames <= NAMES_MOST && layout->nnames == layout->nmarks;
}

static void add(struct marked *made, char *text, struct slice words)
{
    if (words.nbytes > 0)
        memcpy(text + made->text.nbytes, words.ptr, words.nbytes);
    made->text.nbytes += words.nbytes;
}

/* 自然人 申请 占 # 件; a name that ends so itself (纠错率 before 败诉率) lacks nothing. */
static void add_one(struct marked *made, char *text, const struct layout *layout, size_t i,
                    struct mark *marks)
{
    if (i > 0)
        add(made, text, slice_of(","));
    add(made, text, layout->name[i]);
    if (!layout->is_whole[i])
        add(made, text, layout->common);
    add(made, text, layout->verb);
    marks[layout->first_mark + i].at = (uint32_t)made->text.nbytes;
    add(made, text, slice_of(PROSE_MARK));
    add(made, text, layout->unit[i]);
}

static size_t room_for(const struct layout *layout, const struct marked *marked)
{
    size_t n = marked->text.nbytes + 1;
    for (size_t i = 0; i < layout->nnames; i++)
        n += layout->name[i].nbytes + layout->common.nbytes + layout->verb.nbytes +
             layout->unit[i].nbytes + PROSE_MARK_NBYTES + 1;
    return n;
}

/* The names with their numbers in place of the list, and what stands behind it. */
static void write_spread(const struct layout *layout, const struct marked *marked,
                         struct marked *made, char *text, struct mark *marks, struct respread *list)
{
    size_t upto = (size_t)(layout->after.ptr - marked->text.ptr);
    made->text = slice_make(text, 0);
    add(made, text, layout->before);
    *list = (struct respread){.from = marked, .start = made->text.nbytes, .upto = upto};
    for (size_t i = 0; i < layout->nnames; i++)
        add_one(made, text, layout, i, marks);
    list->end = made->text.nbytes;
    add(made, text, layout->after);
    text[made->text.nbytes] = '\0';
    for (size_t i = layout->first_mark + layout->nmarks; i < marked->nmarks; i++)
        marks[i].at = (uint32_t)(marked->marks[i].at - upto + list->end);
    made->marks = marks;
    made->list = list;
}

/* NULL: no memory, or the sentence has no list. */
static const struct marked *make_spread(struct evaluation *run, const struct spread_words *words,
                                        const struct marked *marked)
{
    struct layout layout = {0};
    if (!read_layout(words, marked, &layout))
        return NULL;
    struct marked *made = arena_alloc(run->arena, sizeof *made);
    struct mark *marks = arena_raw(run->arena, marked->nmarks * sizeof *marks);
    struct respread *list = arena_alloc(run->arena, sizeof *list);
    char *text = arena_raw(run->arena, room_for(&layout, marked));
    run->failed |= !made || !marks || !list || !text;
    if (run->failed)
        return NULL;
    *made = *marked;
    memcpy(marks, marked->marks, marked->nmarks * sizeof *marks);
    write_spread(&layout, marked, made, text, marks, list);
    return made;
}

static const struct spreads *spreads_make(struct evaluation *run, const struct spread_words *words)
{
    struct spreads *all = arena_alloc(run->arena, sizeof *all);
    if (!all) {
        run->failed = true;
        return NULL;
    }
    struct prose_walk walk = {.run = run, .only = prose_where(run, words->list)};
    all->set = walk.only;
    while (prose_next(&walk)) {
        const struct marked *made = make_spread(run, words, walk.now);
        const struct marked **room =
            made ? arena_push(run->arena, &all->items, &all->capacity, all->n, sizeof *all->items)
                 : NULL;
        run->failed |= made && !room;
        if (room) {
            *room = made;
            all->n++;
        }
    }
    return all;
}

/* In the order of the sentences; the sentence itself where none was made of it. */
static const struct marked *find_made(const struct spreads *all, const struct marked *marked)
{
    size_t low = 0, high = all->n;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool before = all->items[middle]->index < marked->index;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    return low < all->n && all->items[low]->index == marked->index ? all->items[low] : marked;
}

const struct marked *spread_find(struct evaluation *run, const struct spread_words *words,
                                 const struct marked *marked)
{
    if (words->list.n == 0 || words->name.n == 0)
        return marked;
    if (!run->spreads)
        run->spreads = spreads_make(run, words);
    if (!run->spreads)
        return marked;
    run->has_no_spreads = run->spreads->n == 0;
    if (!prose_set_has(run->spreads->set, marked->index))
        return marked;
    return find_made(run->spreads, marked);
}
