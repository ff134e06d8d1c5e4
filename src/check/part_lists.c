#include "part_lists.h"

#include "part_collector.h"
#include "part_marks.h"
#include "part_more.h"

enum {
    WHOLE_REACH = 60,  /* bytes between the whole and 其中 */
    WORDS_REACH = 120, /* bytes before a number that say what it is */
};

/* What the clause says before the number. */
static struct slice words_before(const struct part_collector *all, size_t mark)
{
    struct slice clause = prose_clause(all->walk.now->text, mark);
    size_t before = (size_t)(all->walk.now->text.ptr + mark - clause.ptr);
    for (; before > WORDS_REACH || (before > 0 && (*clause.ptr & 0xC0) == 0x80); before--)
        clause.ptr++;
    return slice_make(clause.ptr, before);
}

bool part_stands_alone(const struct part_collector *all, size_t mark, size_t to, size_t figure,
                       struct pattern_list unless)
{
    return !marks_is_share(&all->walk, figure) &&
           marks_bracket_balance(marks_between(&all->walk, mark, to)) >= 0 &&
           !patterns_hold(unless, words_before(all, mark));
}

/* Results are not those of what was carried over: 办结34件，结转1件，其中予以公开… */
static bool is_left_over(const struct part_collector *all, size_t mark)
{
    return all->of_results && patterns_hold(all->words->left_over, words_before(all, mark));
}

size_t part_whole_before(const struct part_collector *all, size_t to, size_t *mark)
{
    const size_t reach = WHOLE_REACH + PROSE_MARK_NBYTES + 1; /* and a semicolon's byte */
    size_t found = PATTERN_NONE, figure, from = to > reach ? to - reach : 0;
    for (size_t at = marks_next(&all->walk, from, &figure); at != PATTERN_NONE && at < to;
         at = marks_next(&all->walk, at + 1, &figure)) {
        if (is_left_over(all, at) || !part_stands_alone(all, at, to, figure, all->words->whole_not))
            continue;
        found = figure;
        *mark = at;
    }
    return found;
}

size_t part_semicolon_before(const struct part_collector *all, size_t to, bool *is_cut)
{
    struct slice back = prose_back(all->walk.now->text, to);
    const char *stop = memrchr(back.ptr, ';', back.nbytes);
    size_t from = stop ? (size_t)(stop + 1 - all->walk.now->text.ptr) : to - back.nbytes;
    *is_cut |= !stop && from > 0;
    return from;
}

static void add_reading(struct part_list *list, int64_t value)
{
    if (list->nothers < WHOLES_MOST)
        list->others[list->nothers++] = value;
}

/* Is one number joined to the next: 建议9件、提案21件? */
static bool is_joined(const struct part_collector *all, size_t figure, struct slice gap)
{
    const char *unit = marks_figure(&all->walk, figure)->unit;
    size_t n = strlen(unit);
    return gap.nbytes >= n && memcmp(gap.ptr, unit, n) == 0 &&
           patterns_hold(all->words->joined, slice_make(gap.ptr + n, gap.nbytes - n));
}

/* What the whole may be: its number with those joined to it, or another number
 * of its unit said before byte `to` and behind the last semicolon, or that and the next together.
 */
static void read_whole(const struct part_collector *all, size_t to, struct part_list *list)
{
    size_t figure, last = 0, from = part_semicolon_before(all, to, &list->is_cut);
    int64_t before = 0, joined = 0;
    int balance = marks_bracket_balance(marks_between(&all->walk, from, to)); /* from `at` on */
    for (size_t at = marks_next(&all->walk, from, &figure); at != PATTERN_NONE && at < to;
         at = marks_next(&all->walk, at + 1, &figure)) {
        int64_t value = marks_figure(&all->walk, figure)->value, sum;
        balance -= marks_bracket_balance(marks_between(&all->walk, from, at));
        from = at;
        if (marks_is_share(&all->walk, figure) ||
            !marks_same_unit(&all->walk, figure, list->whole) || is_left_over(all, at))
            continue;
        add_reading(list, value);
        list->bound = value > list->bound ? value : list->bound;
        if (balance < 0 || __builtin_add_overflow(before, value, &sum))
            continue;
        add_reading(list, sum);
        bool goes_on = joined != 0 && is_joined(all, figure, marks_between(&all->walk, last, at));
        if (!goes_on || __builtin_add_overflow(joined, value, &joined))
            joined = value;
        before = value;
        last = at + PROSE_MARK_NBYTES;
        if (figure == list->whole)
            list->value = joined;
    }
    list->bound = list->value > list->bound ? list->value : list->bound;
}

void part_add(const struct part_collector *all, struct part_list *list, size_t figure)
{
    if (list->n == PARTS_MOST) {
        list->is_nested = true;
        return;
    }
    list->parts[list->n++] = figure;
    list->is_rounded |= marks_figure(&all->walk, figure)->approximate;
}

/* Unless it is too large to be added, and so no part. */
static void add_beside(const struct part_collector *all, struct part_list *list, size_t figure)
{
    int64_t sum;
    if (!__builtin_add_overflow(list->beside, marks_figure(&all->walk, figure)->value, &sum))
        list->beside = sum;
}

void part_add_list(struct part_collector *all, const struct part_list *list)
{
    struct part_lists *found = all->found;
    struct part_list *room = list->n == 0 ? NULL
                                          : arena_push(all->run->arena, &found->items,
                                                       &all->capacity, found->n, sizeof *room);
    all->run->failed |= list->n > 0 && !room;
    if (!room)
        return;
    *room = *list;
    found->n++;
}

/* 其中 */

/* 等 in the clause behind the number marked at `end`. */
static bool says_open(const struct part_collector *all, size_t end)
{
    struct slice rest = prose_ahead(all->walk.now->text, end + PROSE_MARK_NBYTES);
    size_t clause = 0;
    while (clause < rest.nbytes && !strchr(",;:", rest.ptr[clause]) &&
           strncmp(rest.ptr + clause, "、", strlen("、")) != 0)
        clause++;
    return patterns_hold(all->words->open_end, slice_make(rest.ptr, clause));
}

/* What stands before a number decides whether it goes on with the list. */
struct part_place {
    int depth;       /* brackets opened since the marker */
    bool in_nested;  /* behind another 其中, until the next ; */
    bool other_unit; /* a number of another unit was met */
};

/* False when the list ends before this number. */
static bool step_over(const struct part_collector *all, struct slice gap, struct part_place *place)
{
    place->depth += marks_bracket_balance(gap);
    if (slice_contains(gap, ";"))
        place->in_nested = false;
    if (place->depth == 0 && patterns_hold(all->words->inner, gap))
        place->in_nested = true;
    return place->depth >= 0 && !(place->depth == 0 && (patterns_hold(all->words->stop, gap) ||
                                                        patterns_hold(all->words->may_stop, gap)));
}

/* The part marked at `at`, named by what stands before it. */
static void add_named_part(const struct part_collector *all, struct part_list *list, size_t at,
                           size_t figure, struct slice name, unsigned *families)
{
    if (list->n > 0 && is_joined(all, list->parts[list->n - 1], name))
        list->least = list->n + 1;
    part_add(all, list, figure);
    *families = part_families(all->words, *families, name);
    list->is_family = *families != 0;
    list->is_open |= says_open(all, at);
}

/* A number of another 其中 in the list was met, and no semicolon ends that one. */
static bool is_over(const struct part_list *list, const struct part_place *place, struct slice rest)
{
    return place->in_nested && list->is_nested && !memchr(rest.ptr, ';', rest.nbytes);
}

/* The byte behind the last part. */
static size_t walk_parts(const struct part_collector *all, struct slice rest,
                         struct part_list *list)
{
    struct part_place place = {0};
    unsigned families = ~0U;
    size_t from = (size_t)(rest.ptr - all->walk.now->text.ptr), end = from + rest.nbytes;
    size_t figure, last = from, behind = from;
    for (size_t at = marks_next(&all->walk, from, &figure); at != PATTERN_NONE;
         at = marks_next(&all->walk, at + 1, &figure)) {
        struct slice gap = marks_between(&all->walk, last, at);
        last = at + PROSE_MARK_NBYTES;
        list->is_cut |= last > end;
        if (last > end || !step_over(all, gap, &place))
            break;
        if (place.depth > 0 || marks_is_share(&all->walk, figure))
            continue;
        list->is_nested |= place.in_nested && marks_same_unit(&all->walk, figure, list->whole);
        if (is_over(list, &place, marks_between(&all->walk, last, end)))
            break;
        if (place.in_nested)
            continue;
        if (!marks_same_unit(&all->walk, figure, list->whole)) {
            if (!marks_end_item(&all->walk, at, figure)) /* 三类内部事务信息 */
                continue;
            place.other_unit = true;
            add_beside(all, list, figure);
            continue;
        }
        list->is_nested |= place.other_unit; /* 其中 A 3条，阅读量 9次，B 4条 */
        if (place.other_unit || part_is_elsewhere(all->words, list, families, gap))
            break;
        add_named_part(all, list, at, figure, gap, &families);
        behind = last;
    }
    part_more_collect(&all->walk, all->words, behind, end, families, list);
    return behind;
}

static void collect_parts(const struct part_collector *all, size_t marker, size_t from,
                          struct part_list *list)
{
    size_t behind = walk_parts(all, prose_ahead(all->walk.now->text, from), list);
    list->is_complete = behind > from && patterns_hold(all->words->complete,
                                                       marks_between(&all->walk, marker, behind));
}

/* The whole that stands shortly before byte `to`. False when there is none. */
static bool find_whole(const struct part_collector *all, size_t to, struct part_list *list)
{
    size_t mark = 0;
    size_t whole = part_whole_before(all, to, &mark);
    if (whole == PATTERN_NONE || !*marks_figure(&all->walk, whole)->unit)
        return false;
    to -= to > 0 && all->walk.now->text.ptr[to - 1] == ';'; /* 57件;其中 */
    struct slice gap = marks_between(&all->walk, mark + PROSE_MARK_NBYTES, to);
    if (gap.nbytes > WHOLE_REACH || slice_contains(gap, ";"))
        return false;
    list->whole = whole;
    list->is_rounded = marks_figure(&all->walk, whole)->approximate;
    read_whole(all, to, list);
    return true;
}

/* A sentence that begins with the marker splits up what the last one said. */
static bool find_whole_of(const struct part_collector *all, size_t marker, struct part_list *list)
{
    if (marker > 0 || !all->last)
        return find_whole(all, marker, list);
    struct part_collector back = *all;
    back.walk.now = all->last;
    return find_whole(&back, back.walk.now->text.nbytes, list);
}

/* Whether what is told around the marker, between semicolons, is counted more than once. */
static bool says_overlap(const struct part_collector *all, size_t marker, struct slice rest)
{
    bool is_cut = false;
    size_t from = part_semicolon_before(all, marker, &is_cut);
    const char *stop = memchr(rest.ptr, ';', rest.nbytes);
    size_t n = stop ? (size_t)(stop - rest.ptr) : rest.nbytes;
    return patterns_hold(all->words->overlap, marks_between(&all->walk, from, marker)) ||
           patterns_hold(all->words->overlap, slice_make(rest.ptr, n));
}

/* The list behind one marker. before: the end of the marker before it. */
static void collect_list(struct part_collector *all, const struct match *match, size_t before)
{
    struct slice since = marks_between(&all->walk, before, match->start[0]);
    struct slice rest = prose_ahead(all->walk.now->text, match->end[0]);
    struct part_list list = {
        .sentence = all->walk.now->sentence,
        .is_open =
            patterns_hold(all->words->open_start, rest) || says_overlap(all, match->start[0], rest),
        .may_lack = patterns_hold(all->words->may_lack, rest),
        /* 其中 A 20条，其中 B 5条，C 7条: whose part is C? */
        .is_nested = before > 0 && marks_bracket_balance(since) == 0 && !slice_contains(since, ";"),
    };
    all->of_results = patterns_hold(all->words->results, rest);
    if (!find_whole_of(all, match->start[0], &list))
        return;
    collect_parts(all, match->start[0], match->end[0], &list);
    part_add_list(all, &list);
}

static void collect_marked(struct part_collector *all)
{
    struct pattern_list markers = all->words->marker;
    for (size_t i = 0; i < markers.n; i++) {
        struct match match;
        for (size_t from = 0;
             prose_find_one(&all->walk, &markers.items[i], all->walk.now->text, from, &match);
             from = match.end[0])
            collect_list(all, &match, from);
    }
}

static void collect(struct evaluation *run, const struct part_words *words,
                    struct part_lists *found)
{
    struct part_collector all = {
        .run = run,
        .words = words,
        .found = found,
        .walk = {.run = run},
        .marked = prose_where(run, words->marker),
        .totalled = prose_where(run, words->total),
        .firsts = prose_where(run, words->first_item),
        .others = prose_where(run, words->item),
    };
    prose_where_too(run, words->summed_up, &all.totalled);
    while (prose_next(&all.walk)) {
        if (all.walk.now->sentence->is_heading) {
            part_finish_items(&all);
            all.last = NULL;
            continue;
        }
        size_t index = all.walk.now->index;
        if (all.walk.now->nfigures > 0 && prose_set_has(all.marked, index))
            collect_marked(&all);
        if (all.walk.now->nfigures > 0 && prose_set_has(all.totalled, index))
            part_collect_totals(&all);
        if (all.walk.now->nfigures > 0)
            part_collect_bracketed(&all);
        part_collect_items(&all);
        all.last = all.walk.now;
    }
    part_finish_items(&all);
}

/* What a search over its limits has left out is not kept: who asks again is to hear of it. */
struct part_lists part_lists_find(struct evaluation *run, const struct rule *rule)
{
    const struct part_words *words = patterns_kept(rule);
    if (run->part_lists && run->part_lists->words == words)
        return *run->part_lists;
    struct part_lists found = {.words = words};
    collect(run, words, &found);
    struct part_lists *kept =
        pattern_search_is_whole() ? arena_alloc(run->arena, sizeof *kept) : NULL;
    if (kept) {
        *kept = found;
        run->part_lists = kept;
    }
    return found;
}
