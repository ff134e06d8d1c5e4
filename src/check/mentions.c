#include "mentions.h"

#include <stdlib.h>
#include <string.h>

#include "gouji/base/ascii.h"
#include "rounding.h"
#include "wording.h"

struct finder {
    struct evaluation *run;
    const struct sought *sought;
    struct prose_walk walk;
    struct mentions *found;
    uint64_t *known; /* a bit for each figure of the report: whether it is found; NULL: none is */
    int year;
    bool heading_fits; /* the last heading, none at first */
    int heading_level;
};

/* Which matches of a list count, and as what. */
enum reading_mode { MODE_PLAIN, MODE_TOTAL, MODE_WEAK, MODE_ONLY_ZERO, MODE_WORDS };

static bool is_known(const struct finder *finder, size_t figure)
{
    return finder->known && figure != PATTERN_NONE &&
           (finder->known[figure / 64] >> figure % 64 & 1);
}

static void note_known(struct finder *finder, size_t figure)
{
    struct evaluation *run = finder->run;
    if (figure == PATTERN_NONE)
        return;
    if (!finder->known)
        finder->known =
            arena_array(run->arena, run->report->nfigures / 64 + 1, sizeof *finder->known);
    if (finder->known)
        finder->known[figure / 64] |= (uint64_t)1 << figure % 64;
    run->failed |= finder->known == NULL;
}

/* A year in the match's second group must be the one the rule asks for. */
static bool fits_year(const struct finder *finder, const struct match *match)
{
    if (match->start[2] == PATTERN_NONE || finder->year == 0)
        return true;
    return atoi(finder->walk.now->text.ptr + match->start[2]) ==
           finder->year + finder->sought->year_offset;
}

/* What the sentence says before the match, from its last semicolon on, and behind. */
static bool is_among_others(const struct finder *finder, const struct match *match)
{
    struct slice since = prose_since(finder->walk.now->text, match->start[0]);
    struct slice after = prose_ahead(finder->walk.now->text, match->end[0]);
    return prose_match(&finder->walk, finder->sought->since_not, since) ||
           prose_match(&finder->walk, finder->sought->after_not, after);
}

/* A number without a matter of its own is one of the matter last named before it. */
static bool is_of_another_matter(const struct finder *finder, const struct match *match)
{
    struct slice upto = prose_since(finder->walk.now->text, match->end[0]);
    return prose_match(&finder->walk, finder->sought->matter_not, upto);
}

/* What was carried over is listed with a number of its own: up to the match, or from it on. */
static bool is_apart(const struct finder *finder, const struct match *match)
{
    struct slice text = finder->walk.now->text;
    return prose_match(&finder->walk, finder->sought->apart, prose_since(text, match->end[0])) ||
           prose_match(&finder->walk, finder->sought->apart_behind,
                       prose_ahead(text, match->start[0]));
}

static bool is_in_section(const struct finder *finder, const char *wanted)
{
    return prose_is_in(finder->run->report, finder->walk.now->sentence, wanted);
}

/* All reviews and suits of a county, told outside the section on those about disclosure. */
static bool is_general(const struct finder *finder)
{
    return finder->sought->general_not.n > 0 &&
           !is_in_section(finder, finder->sought->general_in) &&
           prose_match(&finder->walk, finder->sought->general_not, finder->walk.now->text);
}

static bool is_guarded(const struct finder *finder, const struct match *match)
{
    struct slice text = finder->walk.now->text;
    struct slice whole = slice_make(text.ptr + match->start[0], match->end[0] - match->start[0]);
    struct slice clause = prose_clause(text, match->start[1]);
    size_t upto = (size_t)(text.ptr + match->start[1] - clause.ptr);
    return prose_match(&finder->walk, finder->sought->match_not, whole) ||
           prose_match(&finder->walk, finder->sought->clause_not, clause) ||
           prose_match(&finder->walk, finder->sought->before_not, slice_make(clause.ptr, upto)) ||
           (!finder->sought->is_of_others &&
            bodies_is_of_another(&finder->walk, &finder->sought->bodies, match->start[1])) ||
           is_general(finder) || is_among_others(finder, match) ||
           is_of_another_matter(finder, match) ||
           document_is_of_other_year(finder->year, &finder->sought->years, text, clause,
                                     match->start[1]);
}

/* 自然人申请中, …: what is told behind it is of these. */
static const cJSON *applicants_of(const struct finder *finder, const struct match *match)
{
    const struct sought *sought = finder->sought;
    struct slice since = prose_since(finder->walk.now->text, match->start[0]);
    for (size_t i = 0; i < sought->napplicants; i++)
        if (prose_match(&finder->walk, sought->applicants[i].said, since))
            return sought->applicants[i].entry;
    return NULL;
}

static void add_mention(struct finder *finder, const struct match *match, enum reading_mode mode)
{
    struct evaluation *run = finder->run;
    size_t figure =
        mode == MODE_WORDS ? PATTERN_NONE : prose_figure_at(&finder->walk, match->start[1]);
    const struct figure *stated = figure == PATTERN_NONE ? NULL : &run->report->figures[figure];
    if ((mode != MODE_WORDS && !stated) || is_known(finder, figure) ||
        (stated && stated->value % CELL_SCALE != 0 && !finder->sought->has_fractions) ||
        (mode == MODE_ONLY_ZERO && stated->value != 0))
        return;
    struct mention *room = arena_push(run->arena, &finder->found->items, &finder->found->capacity,
                                      finder->found->n, sizeof *room);
    if (!room) {
        run->failed = true;
        return;
    }
    finder->found->n++;
    note_known(finder, figure);
    *room = (struct mention){
        .sentence = finder->walk.now->index,
        .figure = figure,
        .value = stated ? stated->value / CELL_SCALE : 0,
        .approximate =
            stated && (stated->approximate || rounding_step(run->report, stated) > CELL_SCALE),
        .is_weak = mode == MODE_WEAK,
        .is_apart = is_apart(finder, match),
        .applicants = applicants_of(finder, match),
        .span = prose_span(&finder->walk, match->start[0], match->end[0]),
    };
}

/* Patterns may name a year before the number or behind it: the number becomes
 * group 1, the year group 2. Words without number stand at their beginning. */
static void sort_groups(const struct finder *finder, struct match *match)
{
    size_t first = match->start[1], second = match->start[2];
    if (second != PATTERN_NONE && prose_figure_at(&finder->walk, second) != PATTERN_NONE) {
        match->start[1] = second;
        match->start[2] = first;
    } else if (first == PATTERN_NONE) {
        match->start[1] = match->start[0];
    }
}

static void find_list(struct finder *finder, struct pattern_list list, enum reading_mode mode)
{
    struct slice text = finder->walk.now->text;
    bool guarded = mode != MODE_TOTAL && mode != MODE_ONLY_ZERO;
    for (size_t i = 0; i < list.n; i++) {
        struct match match;
        for (size_t from = 0; prose_find_one(&finder->walk, &list.items[i], text, from, &match) &&
                              match.end[0] > match.start[0];
             from = match.end[0]) {
            sort_groups(finder, &match);
            if (fits_year(finder, &match) && (!guarded || !is_guarded(finder, &match)))
                add_mention(finder, &match, mode);
        }
    }
}

/* 其中… goes on with what the sentence before it was about. */
static bool goes_on(const struct finder *finder)
{
    const struct sought *sought = finder->sought;
    struct prose_walk back = finder->walk;
    if (sought->goes_on.n == 0 || back.now->index == 0 ||
        !prose_match(&back, sought->goes_on, back.now->text))
        return false;
    back.now = &finder->run->prose[back.now->index - 1];
    return !back.now->sentence->is_heading &&
           back.now->sentence->section == finder->walk.now->sentence->section &&
           prose_match(&back, sought->context, back.now->text) &&
           !prose_match(&back, sought->goes_on_not, back.now->text);
}

/* The sentence, the heading above it or its section must speak of the matter. */
static bool is_in_context(const struct finder *finder)
{
    if (finder->sought->context.n == 0 || is_in_section(finder, finder->sought->own_section))
        return true;
    return finder->heading_fits ||
           prose_match(&finder->walk, finder->sought->context, finder->walk.now->text) ||
           goes_on(finder);
}

/* 一、 before (一) before 1. before (1); 0 without such a number. */
static int heading_level(struct slice heading)
{
    static const char han[] = "、";
    if (heading.nbytes < 2)
        return 0;
    bool opens = heading.ptr[0] == '(';
    char c = heading.ptr[opens];
    if (ascii_is_digit(c))
        return opens ? 4 : 3;
    if (opens)
        return 2;
    return slice_contains(slice_make(heading.ptr, heading.nbytes < 12 ? heading.nbytes : 12), han);
}

/* A heading below one that speaks of the matter leaves it the last that counts. */
static void read_heading(struct finder *finder, struct slice heading)
{
    int level = heading_level(heading);
    if (finder->heading_fits && finder->heading_level > 0 && level > finder->heading_level)
        return;
    finder->heading_fits = prose_match(&finder->walk, finder->sought->context, heading);
    finder->heading_level = level;
}

/* (二)依申请公开情况:共收到… begins with a heading. */
static void read_run_in(struct finder *finder)
{
    enum { RUN_IN_MOST = 60 };
    struct slice text = finder->walk.now->text;
    bool is_below = finder->heading_fits && finder->heading_level == 0;
    if (finder->sought->context.n == 0 || is_below || text.nbytes == 0 || text.ptr[0] != '(')
        return;
    text.nbytes = text.nbytes < RUN_IN_MOST ? text.nbytes : RUN_IN_MOST;
    const char *end = memchr(text.ptr, ':', text.nbytes);
    if (end && !memchr(text.ptr, ',', (size_t)(end - text.ptr)))
        read_heading(finder, slice_make(text.ptr, (size_t)(end - text.ptr)));
}

static void find_mentions(struct finder *finder)
{
    struct evaluation *run = finder->run;
    struct prose_walk *walk = &finder->walk;
    const struct sought *sought = finder->sought;
    const struct prose_set wanted = prose_where_needs(run, sought->wanted, sought->nwanted);
    static const struct prose_set everywhere = {NULL};
    /* Headings tell the context. */
    *walk = (struct prose_walk){.run = run, .only = sought->context.n > 0 ? everywhere : wanted};
    if (prose_set_is_empty(run, wanted) ||
        (sought->is_below && !bodies_has_below(run, &sought->bodies)))
        return;
    finder->year = run->stated_year;
    while (prose_next(walk)) {
        if (walk->now->sentence->is_heading) {
            const struct fold *fold = &walk->now->sentence->fold;
            read_heading(finder, slice_make(fold->text, fold->nbytes));
            continue;
        }
        read_run_in(finder);
        /* Without a figure only words can say a number. */
        if (!prose_set_has(wanted, walk->now->index) ||
            (walk->now->nfigures == 0 && sought->zero.n == 0) || !is_in_context(finder))
            continue;
        if (walk->now->nfigures == 0) {
            find_list(finder, sought->zero, MODE_WORDS);
            continue;
        }
        walk->now = spread_of(run, &sought->spread, walk->now);
        find_list(finder, sought->find, MODE_PLAIN);
        find_list(finder, sought->total, MODE_TOTAL);
        find_list(finder, sought->only_zero, MODE_ONLY_ZERO);
        find_list(finder, sought->zero, MODE_WORDS);
        find_list(finder, sought->weak, MODE_WEAK);
    }
}

/* A record's own are searched for once: what is stated twice asks for them again. */
struct kept_mentions {
    const struct sought *sought;
    struct mentions found;
    const struct kept_mentions *next;
};

/* What a search over its limits has left out is not kept: who asks again is to hear of it. */
static void keep(struct evaluation *run, const struct sought *sought, struct mentions found)
{
    struct kept_mentions *kept =
        pattern_search_is_whole() ? arena_alloc(run->arena, sizeof *kept) : NULL;
    if (!kept)
        return;
    *kept = (struct kept_mentions){.sought = sought, .found = found, .next = run->kept_mentions};
    run->kept_mentions = kept;
}

/* All of them, whoever has taken their figures. */
static struct mentions find_all_mentions(struct evaluation *run, const struct sought *sought,
                                         bool is_lasting)
{
    const struct kept_mentions *kept = is_lasting ? run->kept_mentions : NULL;
    while (kept && kept->sought != sought)
        kept = kept->next;
    if (kept)
        return kept->found;
    struct mentions found = {0};
    struct finder finder = {.run = run, .sought = sought, .found = &found};
    find_mentions(&finder);
    if (is_lasting && !run->failed)
        keep(run, sought, found);
    return found;
}

/* Those whose figures are free, if the record leaves the others alone. */
static void add_free(struct evaluation *run, const struct mentions *all, const bool *taken,
                     struct mentions *found)
{
    for (size_t i = 0; i < all->n; i++) {
        const struct mention *mention = &all->items[i];
        if (taken && mention->figure != PATTERN_NONE && taken[mention->figure])
            continue;
        struct mention *room =
            arena_push(run->arena, &found->items, &found->capacity, found->n, sizeof *room);
        run->failed |= room == NULL;
        if (!room)
            return;
        *room = *mention;
        found->n++;
    }
}

static void take(struct evaluation *run, bool *taken, size_t figure)
{
    taken[figure] = true;
    if (taken == run->mentioned)
        run->claimed[figure] = true;
}

/* Exact numbers say more than rounded ones. Weak ones only count as read. */
static void drop_lesser(struct evaluation *run, bool *taken, struct mentions *found)
{
    bool has_exact = false;
    for (size_t i = 0; i < found->n; i++) {
        has_exact |= !found->items[i].approximate && !found->items[i].is_weak;
        if (found->items[i].figure != PATTERN_NONE)
            take(run, taken, found->items[i].figure);
    }
    size_t n = 0;
    for (size_t i = 0; i < found->n; i++)
        if (!found->items[i].is_weak && !(has_exact && found->items[i].approximate))
            found->items[n++] = found->items[i];
    found->n = n;
}

void mentions_find(struct evaluation *run, const struct rule *rule, const struct mention_item *item,
                   bool *taken, struct mentions *found)
{
    struct sought room;
    bool is_own = !item || !item->record;
    const struct sought *sought = sought_find(run, rule, item, &room);
    struct mentions all = find_all_mentions(run, sought, is_own && sought != &room);
    add_free(run, &all, sought->is_exclusive ? taken : NULL, found);
    drop_lesser(run, taken, found);
}

bool mentions_differ(const struct mentions *found)
{
    for (size_t i = 1; i < found->n; i++)
        if (found->items[i].value != found->items[0].value)
            return true;
    return false;
}

void mentions_report(struct evaluation *run, const struct rule *rule, const char *instance,
                     enum outcome outcome, const char *key, const struct mentions *found)
{
    struct span_list spans = {0};
    struct str list = STR_INIT;
    struct seen *seen = arena_array(run->arena, found->n, sizeof *seen);
    size_t n = 0;
    for (size_t i = 0; i < found->n && seen; i++) {
        const struct mention *mention = &found->items[i];
        str_add(&list, i ? "、" : "");
        str_add(&list, wording_number(run, mention->value, false));
        span_list_add(run, &spans, mention->span);
        if (mention->figure != PATTERN_NONE)
            seen[n++] = prose_seen(run, mention->figure);
    }
    run->failed |= seen == NULL;
    const char *numbers = wording_keep(run, &list);
    struct message_value values[] = {{"numbers", numbers, wording_list_in_english(run, numbers)}};
    struct finding *finding =
        prose_report(run, rule, instance, outcome, key, values, 1, &spans, NULL);
    if (finding && seen)
        eval_set_seen(run, finding, seen, n);
}
