/* Lists of parts that no 其中 opens: closed by their total, in brackets, or numbered. */
#include "part_collector.h"

#include "part_marks.h"
#include "part_more.h"

enum {
    TOTAL_MOST = 8,
    TOTAL_SURE = 4,
    PART_NAME_NBYTES = 36,
    AFTER_WHOLE = 6, /* bytes behind a whole that ends its sentence */
};

/* 网站231条、公众号246条，共计477条: the whole behind its parts */

/* What may be added up: counts of its unit from the last semicolon on. One more than are. */
static void collect_addends(const struct part_collector *all, size_t from, size_t to,
                            struct part_list *list)
{
    size_t figure;
    for (size_t at = marks_next(&all->walk, from, &figure);
         at != PATTERN_NONE && at < to && list->n <= TOTAL_MOST;
         at = marks_next(&all->walk, at + 1, &figure))
        if (marks_same_unit(&all->walk, figure, list->whole) &&
            marks_figure(&all->walk, figure)->value <= list->value &&
            part_stands_alone(all, at, to, figure, all->words->addend_not))
            part_add(all, list, figure);
}

/* Keeps those of the parts that make up the whole, the last among them. False
 * when none do. */
static bool keep_addends(const struct part_collector *all, struct part_list *list)
{
    size_t last = (size_t)1 << (list->n - 1);
    for (size_t chosen = last + 1; chosen < 2 * last; chosen++) {
        struct part_list some = *list;
        int64_t sum = 0;
        some.n = 0;
        for (size_t i = 0; i < list->n; i++) {
            if (!(chosen >> i & 1))
                continue;
            sum += marks_figure(&all->walk, list->parts[i])->value;
            some.parts[some.n++] = list->parts[i];
        }
        if (sum == list->value) {
            *list = some;
            return true;
        }
    }
    return false;
}

/* A list without parts yet, of a whole that stands for itself. */
static struct part_list list_begin(const struct part_collector *all, size_t whole)
{
    const struct figure *figure = marks_figure(&all->walk, whole);
    return (struct part_list){.sentence = all->walk.now->sentence,
                              .whole = whole,
                              .value = figure->value,
                              .bound = figure->value,
                              .is_rounded = figure->approximate,
                              .is_complete = true};
}

/* 收到3件，办结3件，共3件: said again, not added up. */
static bool is_repeated(const struct part_collector *all, const struct part_list *list)
{
    for (size_t i = 0; i < list->n; i++)
        if (marks_figure(&all->walk, list->parts[i])->value == list->value)
            return true;
    return false;
}

static void collect_total(struct part_collector *all, const struct match *match)
{
    size_t whole = prose_figure_at(&all->walk, match->start[1]);
    if (whole == PATTERN_NONE || marks_is_share(&all->walk, whole) ||
        !*marks_figure(&all->walk, whole)->unit)
        return;
    struct part_list list = list_begin(all, whole);
    size_t from = part_semicolon_before(all, match->start[0], &list.is_cut);
    collect_addends(all, from, match->start[0], &list);
    if (list.n < 2 || list.n > TOTAL_MOST || is_repeated(all, &list))
        return;
    if (keep_addends(all, &list) || list.n <= TOTAL_SURE)
        part_add_list(all, &list);
}

/* The words before each part name one family. */
static bool are_of_family(const struct part_collector *all, const struct part_list *list)
{
    unsigned families = ~0U;
    size_t figure, last = 0, n = 0;
    for (size_t at = marks_next(&all->walk, 0, &figure); at != PATTERN_NONE && n < list->n;
         at = marks_next(&all->walk, at + 1, &figure)) {
        if (figure == list->parts[n]) {
            families = part_families(all->words, families, marks_between(&all->walk, last, at));
            n++;
        }
        last = at + PROSE_MARK_NBYTES;
    }
    return families != 0;
}

/* Counts of the whole's unit stand in a sentence farther back, too: 以上 may mean all of them. */
static bool goes_farther_back(const struct part_collector *all, size_t whole)
{
    const struct evaluation *run = all->run;
    if (all->last->index == 0)
        return false;
    struct prose_walk before = {.run = all->walk.run, .now = &run->prose[all->last->index - 1]};
    size_t figure,
        at = before.now->sentence->is_heading ? PATTERN_NONE : marks_next(&before, 0, &figure);
    while (at != PATTERN_NONE && !marks_same_unit(&before, figure, whole))
        at = marks_next(&before, at + 1, &figure);
    return at != PATTERN_NONE;
}

/* The sentence has a whole of its own: 公开12条，其中网站8条。 */
static bool has_own_whole(const struct part_words *words, struct slice text)
{
    struct match match;
    return (patterns_find(words->marker, text, &match) && match.start[0] > 0) ||
           patterns_hold(words->total, text);
}

/* 网上9件、信函6件。以上合计15件。 The parts are the counts of the sentence before. */
static void collect_summed_up(struct part_collector *all, const struct match *match)
{
    struct part_collector back = *all;
    back.walk.now = all->last;
    size_t whole = prose_figure_at(&all->walk, match->start[1]);
    struct slice text = all->last->text;
    if (whole == PATTERN_NONE || marks_is_share(&all->walk, whole) ||
        !*marks_figure(&all->walk, whole)->unit || patterns_hold(all->words->open_end, text) ||
        patterns_hold(all->words->overlap, text) || has_own_whole(all->words, text))
        return;
    struct part_list list = list_begin(all, whole);
    collect_addends(&back, 0, text.nbytes, &list);
    if (list.n < 2 || list.n > TOTAL_MOST || is_repeated(all, &list))
        return;
    bool is_sure =
        !goes_farther_back(all, whole) && (list.n <= TOTAL_SURE || are_of_family(&back, &list));
    if (keep_addends(all, &list) || is_sure)
        part_add_list(all, &list);
}

void part_collect_totals(struct part_collector *all)
{
    struct match above;
    if (all->last && patterns_find(all->words->summed_up, all->walk.now->text, &above))
        collect_summed_up(all, &above);
    struct pattern_list totals = all->words->total;
    for (size_t i = 0; i < totals.n; i++) {
        struct match match;
        for (size_t from = 0;
             prose_find_one(&all->walk, &totals.items[i], all->walk.now->text, from, &match);
             from = match.end[0])
            collect_total(all, &match);
    }
}

/* 11件(网络7件、信件4件): brackets right behind the whole, with nothing in them
 * but names and numbers of its unit; 11件(含网络7件) names only some */

/* The byte behind one part (its separator, or `to`); 0 when it is none. */
static size_t take_named_part(const struct part_collector *all, size_t from, size_t to,
                              unsigned *families, struct part_list *list)
{
    static const char *const separators[] = {"、", ",", ";"};
    size_t figure, at = marks_next(&all->walk, from, &figure);
    if (at == PATTERN_NONE || at >= to || at == from || at - from > PART_NAME_NBYTES ||
        !marks_same_unit(&all->walk, figure, list->whole))
        return 0;
    size_t end = at + PROSE_MARK_NBYTES + strlen(marks_figure(&all->walk, figure)->unit);
    part_add(all, list, figure);
    *families = part_families(all->words, *families, marks_between(&all->walk, from, at));
    if (end == to)
        return to;
    struct slice rest = marks_between(&all->walk, end, to);
    for (size_t i = 0; i < sizeof separators / sizeof *separators; i++)
        if (slice_has_prefix(rest, slice_of(separators[i])))
            return end + strlen(separators[i]);
    return 0;
}

static void collect_bracket(struct part_collector *all, size_t open, size_t close)
{
    size_t mark = 0, whole = marks_figure_ending(&all->walk, open, &mark), at = open + 1;
    struct match some;
    bool is_open =
        patterns_find(all->words->bracket_open, marks_between(&all->walk, at, close), &some);
    at += is_open ? some.end[0] : 0;
    if (whole == PATTERN_NONE || marks_is_share(&all->walk, whole) ||
        !*marks_figure(&all->walk, whole)->unit ||
        patterns_hold(all->words->bracket_not, marks_between(&all->walk, at, close)))
        return;
    struct part_list list = list_begin(all, whole);
    unsigned families = ~0U;
    list.is_open = is_open;
    while (at < close && (at = take_named_part(all, at, close, &families, &list)) != 0)
        continue;
    list.is_family = families != 0;
    if (at == close && (list.n >= 2 || is_open))
        part_add_list(all, &list);
}

void part_collect_bracketed(struct part_collector *all)
{
    struct slice text = all->walk.now->text;
    const char *at = text.ptr, *end = text.ptr + text.nbytes, *open, *close;
    while ((open = memchr(at, '(', (size_t)(end - at))) &&
           (close = memchr(open, ')', (size_t)(end - open)))) {
        open = memrchr(open, '(', (size_t)(close - open));
        collect_bracket(all, (size_t)(open - text.ptr), (size_t)(close - text.ptr));
        at = close + 1;
    }
}

/* 一是… 二是… */

void part_finish_items(struct part_collector *all)
{
    if (all->items.n >= 2 && !all->items_broken)
        part_add_list(all, &all->items);
    all->items.n = 0;
    all->items_broken = false;
}

/* One item: it must hold exactly one number of the whole's unit. */
static void collect_item(struct part_collector *all, size_t from, size_t to)
{
    size_t figure, found = PATTERN_NONE, n = 0;
    for (size_t at = marks_next(&all->walk, from, &figure); at != PATTERN_NONE && at < to;
         at = marks_next(&all->walk, at + 1, &figure)) {
        if (!marks_same_unit(&all->walk, figure, all->items.whole))
            continue;
        found = figure;
        n++;
    }
    if (n == 1)
        part_add(all, &all->items, found);
    else
        all->items_broken = true;
}

static void collect_items_from(struct part_collector *all, size_t start)
{
    struct pattern_list list = all->words->item;
    struct slice text = all->walk.now->text;
    struct match match, next;
    bool more = list.n > 0 && pattern_find(&list.items[0], text, start, &match);
    while (more) {
        bool has_next = pattern_find(&list.items[0], text, match.end[0], &next);
        collect_item(all, match.end[0], has_next ? next.start[0] : text.nbytes);
        more = has_next;
        match = next;
    }
}

/* The number that ends the text before `to`: only its unit and a stop behind. */
static size_t closing_figure(const struct part_collector *all, size_t to)
{
    size_t mark = 0;
    size_t figure = part_whole_before(all, to, &mark);
    if (figure == PATTERN_NONE)
        return PATTERN_NONE;
    size_t unit = strlen(marks_figure(&all->walk, figure)->unit);
    return mark + PROSE_MARK_NBYTES + unit + AFTER_WHOLE >= to ? figure : PATTERN_NONE;
}

/* The figure that ended the sentence before. */
static size_t last_closing_figure(const struct part_collector *all)
{
    struct part_collector back = *all;
    back.walk.now = all->last;
    return all->last ? closing_figure(&back, all->last->text.nbytes) : PATTERN_NONE;
}

/* Whether a pattern of the words matches in the sentence, which may do so by the set. */
static bool matches(const struct part_collector *all, struct prose_set set,
                    struct pattern_list list, struct match *match)
{
    return prose_set_has(set, all->walk.now->index) &&
           patterns_find(list, all->walk.now->text, match);
}

void part_collect_items(struct part_collector *all)
{
    struct match match;
    if (matches(all, all->firsts, all->words->first_item, &match)) {
        part_finish_items(all);
        size_t whole =
            match.start[0] > 0 ? closing_figure(all, match.start[0]) : last_closing_figure(all);
        if (whole == PATTERN_NONE || marks_is_share(&all->walk, whole) ||
            !*marks_figure(&all->walk, whole)->unit)
            return;
        all->items = list_begin(all, whole);
        all->items.is_complete = false;
        collect_items_from(all, match.start[0]);
    } else if (all->items.n > 0 && matches(all, all->others, all->words->item, &match) &&
               match.start[0] == 0) {
        collect_items_from(all, 0);
    } else {
        part_finish_items(all);
    }
}
