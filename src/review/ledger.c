#include "gouji/review/ledger.h"

#include <stdlib.h>
#include <string.h>

#include "counties.h"
#include "gouji/check/deadline.h"

/* A report of the year, and whose it is. */
struct candidate {
    const struct queue_item *item;
    const char *folded, *core; /* NULL: it says no agency */
    enum agency_match best;    /* of all on the list */
    size_t nbest;              /* how many match so well */
    const char *spelled, *spelled_core;
};

/* An agency of the list with its short name spelled out. */
struct spelled {
    struct expected name;
    bool is_short;
};

struct making {
    struct ledger *ledger;
    const struct expected_list *list; /* NULL */
    const struct queue *queue;
    const struct forms *forms;
    const struct ruleset *rules;
    struct spelled *spelled;     /* of the list's, each */
    struct counties listed, met; /* those of the list's names, and of the reports' */
    struct candidate *candidates;
    size_t ncandidates;
    size_t capacity; /* of rows */
    bool failed;
};

/* ---- dates ---- */

/* A whole date of the list may be another year's. */
static struct date deadline_of(const struct making *making, const struct expected *expected,
                               const char *folded, enum ledger_basis *basis)
{
    struct deadline law;
    int year = making->ledger->year;
    *basis = expected && expected->has_strange_deadline ? LEDGER_NOT_READ : LEDGER_NO_DEADLINE;
    if (*basis == LEDGER_NOT_READ)
        return (struct date){0, 0, 0};
    struct date listed = expected ? expected->deadline : (struct date){0, 0, 0};
    listed.year = listed.year ? listed.year : year + 1;
    if (listed.month && listed.year == year + 1) {
        *basis = LEDGER_BY_LIST;
        return listed;
    }
    if (year > 0 && deadline_of_kind(making->rules, forms_kind(making->forms, folded), &law) &&
        !law.is_local) {
        *basis = LEDGER_BY_LAW;
        return (struct date){year + 1, law.month, law.day};
    }
    return (struct date){0, 0, 0};
}

static int day_number(const struct date *date)
{
    return date->year * 10000 + date->month * 100 + date->day;
}

static enum ledger_time time_of(const struct making *making, const struct ledger_row *row)
{
    const struct date *signed_on = row->item ? &row->item->signed_on : NULL;
    if (!signed_on || row->item->year == 0 || signed_on->year == 0 || signed_on->month == 0 ||
        signed_on->day == 0)
        return LEDGER_TIME_UNKNOWN;
    if (signed_on->year <= making->ledger->year)
        return LEDGER_EARLY;
    if (row->deadline.month == 0)
        return LEDGER_TIME_UNKNOWN;
    return day_number(signed_on) > day_number(&row->deadline) ? LEDGER_LATE : LEDGER_ON_TIME;
}

/* ---- rows ---- */

static void add_row(struct making *making, const struct expected *expected,
                    const struct candidate *candidate, enum ledger_status status)
{
    struct ledger *ledger = making->ledger;
    const char *folded = expected ? expected->folded : candidate ? candidate->folded : NULL;
    struct ledger_row *row =
        arena_push(ledger->arena, &ledger->rows, &making->capacity, ledger->nrows, sizeof *row);
    if (!row) {
        making->failed = true;
        return;
    }
    *row = (struct ledger_row){
        .expected = expected, .item = candidate ? candidate->item : NULL, .status = status};
    row->deadline = deadline_of(making, expected, folded, &row->basis);
    row->time = time_of(making, row);
    ledger->nlate += row->time == LEDGER_LATE;
    ledger->nrows++;
}

static bool is_certain(const struct candidate *candidate)
{
    return candidate->best >= AGENCY_ALIKE && candidate->nbest == 1 && candidate->item->year > 0;
}

/* 卫健局 is short for 卫生健康局: the name with its ending spelled out, or itself. */
static const char *spell_out(const struct making *making, const char *folded)
{
    const char *const *entry = forms_words(making->forms, "short_organs");
    struct slice name = slice_of(folded);
    for (; entry && *entry; entry++) {
        const char *mark = strchr(*entry, '=');
        struct slice ending = slice_make(*entry, mark ? (size_t)(mark - *entry) : 0);
        size_t n = ending.nbytes;
        if (n > 0 && n <= name.nbytes && memcmp(folded + name.nbytes - n, *entry, n) == 0)
            return arena_format(making->ledger->arena, "%.*s%s", (int)(name.nbytes - ending.nbytes),
                                folded, mark + 1);
    }
    return folded;
}

static void spell_out_list(struct making *making)
{
    struct arena *arena = making->ledger->arena;
    size_t n = making->list ? making->list->nitems : 0;
    making->spelled = arena_array(arena, n, sizeof *making->spelled);
    for (size_t i = 0; making->spelled && i < n; i++) {
        const struct expected *item = &making->list->items[i];
        struct expected made = *item;
        made.folded = spell_out(making, item->folded);
        made.full = made.folded ? spell_out(making, item->full) : NULL;
        made.core = made.full ? agency_core(arena, made.folded) : NULL;
        made.full_core = made.core ? agency_core(arena, made.full) : NULL;
        if (made.full_core)
            making->spelled[i] = (struct spelled){made, made.folded != item->folded};
        counties_add(&making->listed, item->full);
    }
}

/* 城关镇 is not said to be 甲县's where agencies of several counties are met: by the list, or where
 * that names none, by the reports. */
static bool is_anybodys(const struct making *making, const char *name, const char *longer)
{
    const struct counties *met = counties_any(&making->listed) ? &making->listed : &making->met;
    size_t n = strlen(name), nlonger = strlen(longer);
    return nlonger > n && agency_wants_county(name) && !counties_are_one(met, longer, nlonger - n);
}

/* What a short name stands for is not said by the list: a person must. */
static enum agency_match match_of(const struct making *making, const struct expected *expected,
                                  const struct candidate *candidate)
{
    const struct spelled *spelled = &making->spelled[expected - making->list->items];
    enum agency_match match = expected_match(expected, candidate->folded, candidate->core);
    bool is_short = spelled->is_short || candidate->spelled != candidate->folded;
    if (match == AGENCY_OTHER && is_short && spelled->name.full &&
        expected_match(&spelled->name, candidate->spelled, candidate->spelled_core) != AGENCY_OTHER)
        return AGENCY_DOUBTFUL;
    if (match == AGENCY_ALIKE && is_anybodys(making, expected->full, candidate->folded))
        return AGENCY_DOUBTFUL;
    return match;
}

static bool is_version(const struct candidate *a, const struct candidate *b)
{
    return a->folded && b->folded &&
           agency_compare(a->folded, a->core, b->folded, b->core) >= AGENCY_ALIKE;
}

static const struct candidate *longer_of(const struct candidate *a, const struct candidate *b)
{
    return a && strlen(a->folded) >= strlen(b->folded) ? a : b;
}

/* How many rows were added. Reports of several agencies, each of which may be the list's, are no
 * versions of one: are_one is false then. */
static size_t add_matches(struct making *making, const struct expected *expected, bool certain,
                          bool *are_one)
{
    size_t before = making->ledger->nrows;
    const struct candidate *longest = NULL;
    *are_one = true;
    for (size_t i = 0; i < making->ncandidates; i++) {
        const struct candidate *candidate = &making->candidates[i];
        if (candidate->best == AGENCY_OTHER || is_certain(candidate) != certain ||
            match_of(making, expected, candidate) != candidate->best)
            continue;
        add_row(making, expected, candidate, certain ? LEDGER_REPORTED : LEDGER_DOUBTFUL);
        *are_one &= !longest || is_version(longest, candidate);
        longest = longer_of(longest, candidate);
    }
    return making->ledger->nrows - before;
}

static int signed_day(const struct ledger_row *row)
{
    return row->item ? day_number(&row->item->signed_on) : 0;
}

/* The last rows, by the day they are signed on: an agency may be named in two ways. */
static void sort_versions(struct ledger *ledger, size_t nversions)
{
    struct ledger_row *rows = ledger->rows + ledger->nrows - nversions;
    for (size_t i = 1; i < nversions; i++)
        for (size_t k = i; k > 0 && signed_day(&rows[k]) < signed_day(&rows[k - 1]); k--) {
            struct ledger_row row = rows[k];
            rows[k] = rows[k - 1];
            rows[k - 1] = row;
        }
}

static void number_versions(struct ledger *ledger, size_t nversions)
{
    sort_versions(ledger, nversions);
    for (size_t i = 0; nversions > 1 && i < nversions; i++) {
        struct ledger_row *row = &ledger->rows[ledger->nrows - nversions + i];
        row->version = i + 1;
        row->nversions = nversions;
    }
}

static void add_expected(struct making *making, const struct expected *expected)
{
    struct ledger *ledger = making->ledger;
    size_t before = ledger->nrows;
    bool are_one, is_any;
    size_t ncertain = add_matches(making, expected, true, &are_one);
    for (size_t i = before; !are_one && i < ledger->nrows; i++)
        ledger->rows[i].status = LEDGER_DOUBTFUL;
    ncertain = are_one ? ncertain : 0;
    number_versions(ledger, ncertain);
    add_matches(making, expected, false, &are_one);
    is_any = ledger->nrows > before;
    if (!is_any)
        add_row(making, expected, NULL, LEDGER_MISSING);
    ledger->nreported += ncertain > 0;
    ledger->ndoubtful += ncertain == 0 && is_any;
    ledger->nmissing += !is_any;
}

/* Versions of one agency stand together, the earlier signed first. */
static int by_agency(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    int order = strcmp(a->folded ? a->folded : "", b->folded ? b->folded : "");
    if (order == 0)
        order = day_number(&a->item->signed_on) - day_number(&b->item->signed_on);
    return order ? order : strcmp(a->item->path, b->item->path);
}

static bool is_next_version(const struct making *making, const struct candidate *longest,
                            const struct candidate *candidate)
{
    return longest && is_version(longest, candidate) &&
           !is_anybodys(making, longest->folded, candidate->folded) &&
           !is_anybodys(making, candidate->folded, longest->folded);
}

static void count_unlisted(struct making *making, bool is_doubtful, bool is_first)
{
    struct ledger *ledger = making->ledger;
    if (making->list)
        ledger->nunlisted++;
    else if (is_doubtful)
        ledger->ndoubtful++;
    else
        ledger->nreported += is_first;
}

static void add_unlisted(struct making *making)
{
    struct ledger *ledger = making->ledger;
    size_t nversions = 0;
    const struct candidate *longest = NULL; /* name of the versions: 甲县城关镇, not 城关镇 */
    for (size_t i = 0; i < making->ncandidates; i++) {
        const struct candidate *candidate = &making->candidates[i];
        if (candidate->best != AGENCY_OTHER)
            continue;
        if (!is_next_version(making, longest, candidate)) {
            nversions = 0;
            longest = NULL;
        }
        bool is_doubtful = candidate->item->year == 0 || !candidate->folded;
        add_row(making, NULL, candidate,
                making->list  ? LEDGER_UNLISTED
                : is_doubtful ? LEDGER_DOUBTFUL
                              : LEDGER_REPORTED);
        if (making->failed)
            return;
        number_versions(ledger, ++nversions);
        count_unlisted(making, is_doubtful, nversions == 1);
        longest = candidate->folded ? longer_of(longest, candidate) : NULL;
    }
}

static void add_unread(struct making *making, const char *path, const char *why)
{
    struct ledger *ledger = making->ledger;
    add_row(making, NULL, NULL, LEDGER_UNREAD);
    if (making->failed)
        return;
    struct ledger_row *row = &ledger->rows[ledger->nrows - 1];
    row->unread = path;
    row->why = why ? why : "";
    row->basis = LEDGER_NO_DEADLINE;
    row->deadline = (struct date){0, 0, 0};
    ledger->nunread++;
}

static void add_all_unread(struct making *making)
{
    const struct queue_skipped *skipped;
    size_t nskipped = queue_skipped_list(making->queue, &skipped);
    for (size_t i = 0; i < queue_count(making->queue); i++) {
        const struct queue_item *item = queue_at(making->queue, i);
        if (item->state == QUEUE_FAILED)
            add_unread(making, item->path, item->trouble);
    }
    for (size_t i = 0; i < nskipped; i++)
        if (skipped[i].is_unread)
            add_unread(making, skipped[i].path, skipped[i].reason);
}

/* ---- candidates ---- */

static void rank(const struct making *making, struct candidate *candidate)
{
    const struct expected_list *list = making->list;
    for (size_t i = 0; candidate->folded && list && i < list->nitems; i++) {
        enum agency_match match = match_of(making, &list->items[i], candidate);
        if (match > candidate->best) {
            candidate->best = match;
            candidate->nbest = 0;
        }
        candidate->nbest += match == candidate->best;
    }
}

static bool is_read(const struct queue_item *item)
{
    return item->state != QUEUE_UNREAD && item->state != QUEUE_FAILED;
}

static void note_year(int year, size_t *n, int *years)
{
    size_t at = 0;
    while (at < *n && years[at] < year)
        at++;
    if (at < *n && years[at] == year)
        return;
    memmove(&years[at + 1], &years[at], (*n - at) * sizeof *years);
    years[at] = year;
    (*n)++;
}

/* Every year a report says, ascending. */
static int *years_of(struct making *making, size_t *n)
{
    size_t count = queue_count(making->queue);
    int *years = arena_array(making->ledger->arena, count + 1, sizeof *years);
    *n = 0;
    for (size_t i = 0; years && i < count; i++) {
        const struct queue_item *item = queue_at(making->queue, i);
        if (is_read(item) && item->year > 0)
            note_year(item->year, n, years);
    }
    return years;
}

static int choose_year(struct making *making, int year)
{
    struct ledger *ledger = making->ledger;
    size_t n;
    int *years = years_of(making, &n);
    if (!years)
        return -1;
    ledger->year = year ? year : n ? years[n - 1] : 0;
    for (size_t i = 0; i < n; i++)
        if (years[i] != ledger->year)
            years[ledger->nother_years++] = years[i];
    ledger->other_years = years;
    return 0;
}

static int gather(struct making *making)
{
    struct arena *arena = making->ledger->arena;
    size_t count = queue_count(making->queue);
    spell_out_list(making);
    if (arena_failed(arena))
        return -1;
    making->candidates = arena_array(arena, count, sizeof *making->candidates);
    for (size_t i = 0; making->candidates && i < count; i++) {
        const struct queue_item *item = queue_at(making->queue, i);
        if (!is_read(item) || (item->year > 0 && item->year != making->ledger->year))
            continue;
        struct candidate made = {.item = item, .folded = agency_fold(arena, item->agency)};
        made.core = made.folded ? agency_core(arena, made.folded) : NULL;
        made.spelled = made.core ? spell_out(making, made.folded) : NULL;
        made.spelled_core = made.spelled ? agency_core(arena, made.spelled) : NULL;
        if (made.folded && !made.spelled_core)
            return -1;
        if (made.folded)
            counties_add(&making->met, made.folded);
        making->candidates[making->ncandidates++] = made;
    }
    for (size_t i = 0; i < making->ncandidates; i++)
        rank(making, &making->candidates[i]);
    return arena_failed(arena) ? -1 : 0;
}

static int fill(struct making *making, int year)
{
    if (choose_year(making, year) != 0 || gather(making) != 0)
        return -1;
    if (making->ncandidates)
        qsort(making->candidates, making->ncandidates, sizeof *making->candidates, by_agency);
    for (size_t i = 0; making->list && i < making->list->nitems; i++)
        add_expected(making, &making->list->items[i]);
    add_unlisted(making);
    add_all_unread(making);
    return making->failed ? -1 : 0;
}

struct ledger *ledger_make(const struct expected_list *list, const struct queue *queue,
                           const struct forms *forms, const struct ruleset *rules, int year,
                           struct err *err)
{
    struct arena *arena = arena_new();
    struct ledger *ledger = arena ? arena_alloc(arena, sizeof *ledger) : NULL;
    struct making making = {
        .ledger = ledger, .list = list, .queue = queue, .forms = forms, .rules = rules};
    if (ledger) {
        ledger->arena = arena;
        ledger->nexpected = list ? list->nitems : 0;
        if (fill(&making, year) == 0)
            return ledger;
    }
    arena_free(arena);
    err_set_nomem(err);
    return NULL;
}

void ledger_free(struct ledger *ledger)
{
    if (ledger)
        arena_free(ledger->arena);
}

/* ---- names ---- */

const char *ledger_status_name(enum ledger_status status)
{
    static const char *const names[] = {"reported", "not-reported", "doubtful", "not-listed",
                                        "unreadable"};
    return names[status];
}

const char *ledger_time_name(enum ledger_time time)
{
    static const char *const names[] = {"on-time", "late", "early", "unknown"};
    return names[time];
}

const char *ledger_basis_name(enum ledger_basis basis)
{
    static const char *const names[] = {NULL, "list", "law", "list-unread"};
    return names[basis];
}
