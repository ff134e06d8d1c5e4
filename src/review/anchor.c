#include "anchor.h"

#include <stdlib.h>
#include <string.h>

#include "gouji/text/decode.h"
#include "gouji/text/fold.h"

enum {
    CONTEXT = 32, /* code points before and after a quote */
    WEIGHT_QUOTE = 50,
    WEIGHT_CONTEXT = 20, /* each side */
    WEIGHT_POSITION = 2,
    ACCEPT = 750, /* of 1000 */
    AHEAD = 100,  /* of the second best */
    MAX_ERRORS = 256,
    MASK_HEAD = 3,
    MASK_TAIL = 2,
};
/* Approximate search costs text x quote; beyond this a target is orphaned
 * rather than the screen kept waiting. */
#define MAX_WORK ((size_t)100 * 1000 * 1000)

/* A folded character and where it stood. */
struct letter {
    uint32_t code;
    uint32_t start, end;
};

struct letters {
    struct letter *items;
    size_t count;
};

struct anchor {
    const struct report *report;
    struct span *masks; /* insides: what is replaced by * */
    size_t nmasks;
    struct letters text;
};

static size_t next_code(const char *text, size_t nbytes, uint32_t *code)
{
    size_t taken = 1;
    int32_t c = text_next(text, nbytes, &taken);
    *code = c < 0 ? 0xFFFD : (uint32_t)c;
    return taken;
}

size_t anchor_code_points(const char *text, size_t nbytes)
{
    size_t count = 0;
    uint32_t code;
    for (size_t i = 0; i < nbytes; count++)
        i += next_code(text + i, nbytes - i, &code);
    return count;
}

/* ---- masks ---- */

static struct span mask_inside(const struct report *report, struct span span)
{
    size_t total = anchor_code_points(report->text + span.start, span.end - span.start);
    struct span inside = span;
    uint32_t code;
    if (total <= MASK_HEAD + MASK_TAIL)
        return (struct span){span.start, span.start};
    for (size_t i = 0, at = span.start; at < span.end; i++) {
        if (i == MASK_HEAD)
            inside.start = (uint32_t)at;
        if (i == total - MASK_TAIL)
            inside.end = (uint32_t)at;
        at += next_code(report->text + at, span.end - at, &code);
    }
    return inside;
}

static int collect_masks(struct anchor *anchor, const struct findings *findings)
{
    size_t count = 0;
    for (size_t i = 0; i < findings->nitems; i++)
        count += findings->items[i].is_masked ? findings->items[i].nspans : 0;
    anchor->masks = calloc(count ? count : 1, sizeof *anchor->masks);
    if (!anchor->masks)
        return -1;
    for (size_t i = 0; i < findings->nitems; i++)
        for (size_t k = 0; findings->items[i].is_masked && k < findings->items[i].nspans; k++)
            anchor->masks[anchor->nmasks++] =
                mask_inside(anchor->report, findings->items[i].spans[k]);
    return 0;
}

static bool is_masked_at(const struct anchor *anchor, uint32_t offset)
{
    for (size_t i = 0; i < anchor->nmasks; i++)
        if (span_holds(anchor->masks[i], offset))
            return true;
    return false;
}

void anchor_quote(const struct anchor *anchor, struct span span, struct str *out)
{
    uint32_t code;
    for (size_t at = span.start; at < span.end;) {
        size_t n = next_code(anchor->report->text + at, span.end - at, &code);
        if (is_masked_at(anchor, (uint32_t)at))
            str_byte(out, '*');
        else
            str_code_point(out, code);
        at += n;
    }
}

/* ---- folding ---- */

static int letters_make(struct slice text, struct letters *out)
{
    struct arena *arena = arena_new();
    struct fold fold;
    int status = arena ? fold_text(arena, text, 0, FOLD_DROP_SPACE, &fold) : -1;
    out->count = 0;
    out->items = status ? NULL : calloc(fold.nbytes + 1, sizeof *out->items);
    if (!out->items) {
        arena_free(arena);
        return -1;
    }
    for (size_t i = 0; i < fold.nbytes;) {
        struct letter *letter = &out->items[out->count++];
        size_t n = next_code(fold.text + i, fold.nbytes - i, &letter->code);
        letter->start = fold_start(&fold, i);
        letter->end = fold_end(&fold, i + n - 1);
        i += n;
    }
    arena_free(arena);
    return 0;
}

struct anchor *anchor_new(const struct report *report, const struct findings *findings)
{
    struct anchor *anchor = calloc(1, sizeof *anchor);
    if (!anchor)
        return NULL;
    anchor->report = report;
    if (collect_masks(anchor, findings) ||
        letters_make(slice_make(report->text, report->text_nbytes), &anchor->text)) {
        anchor_free(anchor);
        return NULL;
    }
    for (size_t i = 0; anchor->nmasks > 0 && i < anchor->text.count; i++)
        if (is_masked_at(anchor, anchor->text.items[i].start))
            anchor->text.items[i].code = '*';
    return anchor;
}

void anchor_free(struct anchor *anchor)
{
    if (!anchor)
        return;
    free(anchor->masks);
    free(anchor->text.items);
    free(anchor);
}

/* ---- storing ---- */

static uint32_t step_back(const char *text, uint32_t at, size_t count)
{
    for (; at > 0 && count > 0; count--)
        do
            at--;
        while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80);
    return at;
}

static uint32_t step_on(const struct report *report, uint32_t at, size_t count)
{
    uint32_t code;
    for (; at < report->text_nbytes && count > 0; count--)
        at += (uint32_t)next_code(report->text + at, report->text_nbytes - at, &code);
    return at;
}

static int add_quote(const struct anchor *anchor, const char *key, struct span span, cJSON *to)
{
    struct str text = STR_INIT;
    anchor_quote(anchor, span, &text);
    int status = text.failed ? -1 : json_add_string(to, key, str_text(&text));
    str_release(&text);
    return status;
}

static cJSON *position_selector(const struct report *report, struct span span)
{
    cJSON *selector = cJSON_CreateObject();
    int64_t start = (int64_t)anchor_code_points(report->text, span.start);
    int64_t n = (int64_t)anchor_code_points(report->text + span.start, span.end - span.start);
    if (selector && json_add_string(selector, "type", "TextPositionSelector") == 0 &&
        json_add_integer(selector, "start", start) == 0 &&
        json_add_integer(selector, "end", start + n) == 0)
        return selector;
    cJSON_Delete(selector);
    return NULL;
}

static cJSON *quote_selector(const struct anchor *anchor, struct span span)
{
    const struct report *report = anchor->report;
    cJSON *selector = cJSON_CreateObject();
    struct span before = {step_back(report->text, span.start, CONTEXT), span.start};
    struct span after = {span.end, step_on(report, span.end, CONTEXT)};
    if (selector && json_add_string(selector, "type", "TextQuoteSelector") == 0 &&
        add_quote(anchor, "exact", span, selector) == 0 &&
        add_quote(anchor, "prefix", before, selector) == 0 &&
        add_quote(anchor, "suffix", after, selector) == 0)
        return selector;
    cJSON_Delete(selector);
    return NULL;
}

int anchor_add_selectors(const struct anchor *anchor, struct span span, cJSON *fragment,
                         cJSON *target)
{
    cJSON *list = cJSON_AddArrayToObject(target, "selector");
    cJSON *position = position_selector(anchor->report, span);
    cJSON *quote = quote_selector(anchor, span);
    if (!list || !position || !quote) {
        cJSON_Delete(fragment);
        cJSON_Delete(position);
        cJSON_Delete(quote);
        return -1;
    }
    if (fragment)
        cJSON_AddItemToArray(list, fragment);
    cJSON_AddItemToArray(list, position);
    cJSON_AddItemToArray(list, quote);
    return 0;
}

/* ---- likeness ---- */

static bool same_letter(uint32_t a, uint32_t b, bool any_digits)
{
    if (any_digits && a >= '0' && a <= '9' && b >= '0' && b <= '9')
        return true;
    return a == b;
}

/* Edit distance; row is room for nb + 1 numbers. */
static size_t distance(const struct letter *a, size_t na, const struct letter *b, size_t nb,
                       bool any_digits, size_t *row)
{
    for (size_t j = 0; j <= nb; j++)
        row[j] = j;
    for (size_t i = 1; i <= na; i++) {
        size_t corner = row[0];
        row[0] = i;
        for (size_t j = 1; j <= nb; j++) {
            size_t change = corner + !same_letter(a[i - 1].code, b[j - 1].code, any_digits);
            corner = row[j];
            size_t step = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            row[j] = change < step ? change : step;
        }
    }
    return row[nb];
}

/* -1: no memory. */
static int likeness(const struct letter *a, size_t na, const struct letter *b, size_t nb,
                    bool any_digits)
{
    size_t longer = na > nb ? na : nb;
    if (longer == 0)
        return 1000;
    if (na > MAX_WORK / (nb + 1))
        return 0;
    size_t *row = calloc(nb + 1, sizeof *row);
    if (!row)
        return -1;
    size_t errors = distance(a, na, b, nb, any_digits, row);
    free(row);
    return (int)((longer - errors) * 1000 / longer);
}

int anchor_likeness(struct slice a, struct slice b, bool any_digits, bool *failed)
{
    struct letters x = {0}, y = {0};
    int result = -1;
    if (letters_make(a, &x) == 0 && letters_make(b, &y) == 0)
        result = likeness(x.items, x.count, y.items, y.count, any_digits);
    free(x.items);
    free(y.items);
    *failed = *failed || result < 0;
    return result < 0 ? 0 : result;
}

/* ---- finding again ---- */

struct wanted {
    struct letters exact, prefix, suffix;
    bool has_context;
    int64_t start; /* stored byte offset, -1 unknown */
};

struct match {
    size_t from, to; /* letters */
    int score;
};

static int context_likeness(const struct anchor *anchor, const struct wanted *want, size_t from,
                            size_t to, int *before, int *after)
{
    const struct letters *text = &anchor->text;
    size_t np = want->prefix.count < from ? want->prefix.count : from;
    size_t left = text->count - to;
    size_t ns = want->suffix.count < left ? want->suffix.count : left;
    *before = likeness(want->prefix.items, want->prefix.count, text->items + from - np, np, false);
    *after = likeness(want->suffix.items, want->suffix.count, text->items + to, ns, false);
    return (*before + *after) / 2;
}

static int score(const struct anchor *anchor, const struct wanted *want, size_t from, size_t to,
                 int quote)
{
    int total = WEIGHT_QUOTE, sum = WEIGHT_QUOTE * quote, before = 0, after = 0;
    if (want->has_context) {
        context_likeness(anchor, want, from, to, &before, &after);
        sum += WEIGHT_CONTEXT * (before + after);
        total += 2 * WEIGHT_CONTEXT;
    }
    if (want->start >= 0 && from < anchor->text.count) {
        int64_t off = (int64_t)anchor->text.items[from].start - want->start;
        int64_t far = (off < 0 ? -off : off) * 1000 / ((int64_t)anchor->report->text_nbytes + 1);
        sum += WEIGHT_POSITION * (int)(far > 1000 ? 0 : 1000 - far);
        total += WEIGHT_POSITION;
    }
    return sum / total;
}

/* Keeps the best match and the score of the best one that does not overlap it. */
static void offer(struct match *best, int *second, struct match candidate)
{
    bool overlaps = candidate.from < best->to && best->from < candidate.to;
    if (candidate.score > best->score) {
        if (!overlaps && best->score > *second)
            *second = best->score;
        *best = candidate;
    } else if (!overlaps && candidate.score > *second) {
        *second = candidate.score;
    }
}

static bool letters_equal_at(const struct anchor *anchor, const struct letters *what, size_t at)
{
    if (what->count > anchor->text.count - at)
        return false;
    for (size_t i = 0; i < what->count; i++)
        if (anchor->text.items[at + i].code != what->items[i].code)
            return false;
    return true;
}

static size_t search_exact(const struct anchor *anchor, const struct wanted *want,
                           struct match *best, int *second)
{
    size_t found = 0, n = want->exact.count;
    for (size_t at = 0; at + n <= anchor->text.count; at++) {
        if (!letters_equal_at(anchor, &want->exact, at))
            continue;
        found++;
        offer(best, second, (struct match){at, at + n, score(anchor, want, at, at + n, 1000)});
    }
    return found;
}

/* Sellers: one column of edit distances against every end in the text, with
 * the start each best alignment came from. */
static void search_near(const struct anchor *anchor, const struct wanted *want, struct match *best,
                        int *second)
{
    size_t n = want->exact.count, most = n / 2 < MAX_ERRORS ? n / 2 : MAX_ERRORS;
    if (most == 0 || anchor->text.count > MAX_WORK / (n + 1))
        return;
    size_t *errors = calloc(2 * (n + 1), sizeof *errors);
    if (!errors)
        return;
    size_t *start = errors + n + 1;
    for (size_t j = 0; j <= n; j++)
        errors[j] = j;
    for (size_t at = 0; at < anchor->text.count; at++) {
        size_t corner = errors[0], corner_start = start[0];
        start[0] = at + 1;
        for (size_t j = 1; j <= n; j++) {
            size_t change = corner + (anchor->text.items[at].code != want->exact.items[j - 1].code);
            size_t from = corner_start, least = change;
            corner = errors[j];
            corner_start = start[j];
            if (errors[j] + 1 < least) {
                least = errors[j] + 1;
                from = start[j];
            }
            if (errors[j - 1] + 1 < least) {
                least = errors[j - 1] + 1;
                from = start[j - 1];
            }
            errors[j] = least;
            start[j] = from;
        }
        if (errors[n] <= most && start[n] < at + 1) {
            int quote = (int)((n - errors[n]) * 1000 / n);
            offer(best, second,
                  (struct match){start[n], at + 1, score(anchor, want, start[n], at + 1, quote)});
        }
    }
    free(errors);
}

static const cJSON *selector_of(const cJSON *target, const char *type)
{
    const cJSON *item;
    cJSON_ArrayForEach (item, json_get(target, "selector")) {
        const char *name = json_string(item, "type");
        if (name && strcmp(name, type) == 0)
            return item;
    }
    return NULL;
}

const char *anchor_stored_quote(const cJSON *target)
{
    const char *exact = json_string(selector_of(target, "TextQuoteSelector"), "exact");
    return exact ? exact : json_string(target, "quote");
}

static bool stored_span(const cJSON *target, struct span *span)
{
    const cJSON *list = json_get(target, "span");
    const cJSON *start = cJSON_GetArrayItem(list, 0), *end = cJSON_GetArrayItem(list, 1);
    if (!cJSON_IsNumber(start) || !cJSON_IsNumber(end) || start->valuedouble < 0 ||
        end->valuedouble < start->valuedouble || end->valuedouble > UINT32_MAX)
        return false;
    *span = (struct span){(uint32_t)start->valuedouble, (uint32_t)end->valuedouble};
    return true;
}

static int wanted_make(const cJSON *target, struct wanted *want)
{
    const cJSON *quote = selector_of(target, "TextQuoteSelector");
    const char *exact = anchor_stored_quote(target);
    const char *prefix = json_string(quote, "prefix"), *suffix = json_string(quote, "suffix");
    struct span span;
    want->start = stored_span(target, &span) ? (int64_t)span.start : -1;
    want->has_context = prefix && suffix;
    return !exact || letters_make(slice_of(exact), &want->exact) ||
                   letters_make(slice_of(prefix ? prefix : ""), &want->prefix) ||
                   letters_make(slice_of(suffix ? suffix : ""), &want->suffix)
               ? -1
               : 0;
}

static size_t letter_at(const struct anchor *anchor, uint32_t offset)
{
    size_t low = 0, high = anchor->text.count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (anchor->text.items[middle].start < offset)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* The stored place still holds the quote; in another text also among half of
 * its context, for short quotes are everywhere. */
static bool still_there(const struct anchor *anchor, const cJSON *target, const struct wanted *want,
                        struct span *found)
{
    struct span span;
    if (!stored_span(target, &span) || span.end > anchor->report->text_nbytes)
        return false;
    size_t at = letter_at(anchor, span.start), to = at + want->exact.count;
    if (letter_at(anchor, span.end) != to || !letters_equal_at(anchor, &want->exact, at))
        return false;
    const char *source = json_string(target, "source");
    const char *sha = source ? strrchr(source, ':') : NULL;
    int before, after;
    bool same_text = sha && strcmp(sha + 1, anchor->report->text_sha256) == 0;
    *found = span;
    return same_text || !want->has_context ||
           context_likeness(anchor, want, at, to, &before, &after) >= 500;
}

static bool search(const struct anchor *anchor, const struct wanted *want, struct span *found)
{
    struct match best = {0, 0, -1};
    int second = -1;
    if (search_exact(anchor, want, &best, &second) == 0)
        search_near(anchor, want, &best, &second);
    if (best.score < ACCEPT || best.score - second < AHEAD || best.to <= best.from)
        return false;
    *found =
        (struct span){anchor->text.items[best.from].start, anchor->text.items[best.to - 1].end};
    return true;
}

bool anchor_resolve(const struct anchor *anchor, const cJSON *target, struct span *found)
{
    struct wanted want = {0};
    bool ok = wanted_make(target, &want) == 0 && want.exact.count > 0 &&
              (still_there(anchor, target, &want, found) || search(anchor, &want, found));
    free(want.exact.items);
    free(want.prefix.items);
    free(want.suffix.items);
    return ok;
}
