#include "search.h"

#include <stdlib.h>
#include <string.h>

#include "gouji/base/arena.h"
#include "gouji/base/ascii.h"
#include "gouji/base/vec.h"

/* A piece takes a few milliseconds to fold. */
enum { PIECE_NBYTES = 32 * 1024 };

void search_release(struct search *search)
{
    str_release(&search->folded);
    str_release(&search->pattern);
    free(search->starts);
    free(search->ends);
    free(search->matches);
    *search = (struct search){.report = NULL};
}

void search_set(struct search *search, const struct report *report)
{
    if (search->report == report)
        return;
    search_release(search);
    search->report = report;
}

static int keep_fold(struct search *search, const struct fold *fold)
{
    size_t count = search->folded.nbytes;
    for (size_t i = 0; i < fold->nbytes; i++, count++) {
        if (vec_room(&search->starts, &search->starts_capacity, count, sizeof(uint32_t)) < 0 ||
            vec_room(&search->ends, &search->ends_capacity, count, sizeof(uint32_t)) < 0)
            return -1;
        search->starts[count] = fold_start(fold, i);
        search->ends[count] = fold_end(fold, i);
    }
    str_append(&search->folded, slice_make(fold->text, fold->nbytes));
    return search->folded.failed ? -1 : 0;
}

/* Pieces end at line ends: nothing folds across one. */
static uint32_t piece_end(const struct report *report, uint32_t start)
{
    if (report->text_nbytes - start <= PIECE_NBYTES)
        return report->text_nbytes;
    size_t line = report_line_at(report, start + PIECE_NBYTES);
    return line + 1 < report->nlines ? report->lines[line + 1] : report->text_nbytes;
}

/* Folds one more piece; false when all is folded. */
static bool fold_more(struct search *search)
{
    const struct report *report = search->report;
    if (!report || search->done >= report->text_nbytes)
        return false;
    struct arena *arena = arena_new();
    struct span piece = {search->done, piece_end(report, search->done)};
    struct fold fold;
    if (arena &&
        fold_text(arena, report_slice(report, piece), piece.start, FOLD_SEARCH, &fold) == 0)
        keep_fold(search, &fold);
    arena_free(arena);
    search->done = piece.end;
    return search->done < report->text_nbytes;
}

static bool has_capital(const char *pattern)
{
    return pattern[strcspn(pattern, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")] != '\0';
}

/* The match again, with case: both sides folded without FOLD_CASE. */
static bool same_case(const struct report *report, struct span span, const char *pattern)
{
    struct arena *arena = arena_new();
    if (!arena)
        return false;
    unsigned flags = FOLD_SEARCH & ~(unsigned)FOLD_CASE;
    struct fold a, b;
    bool same = fold_text(arena, report_slice(report, span), 0, flags, &a) == 0 &&
                fold_text(arena, slice_of(pattern), 0, flags, &b) == 0 &&
                strcmp(a.text, b.text) == 0;
    arena_free(arena);
    return same;
}

static int keep_match(struct search *search, size_t start, size_t end)
{
    struct span span = {search->starts[start], search->ends[end - 1]};
    if (has_capital(str_text(&search->pattern)) &&
        !same_case(search->report, span, str_text(&search->pattern)))
        return 0;
    if (vec_room(&search->matches, &search->capacity, search->nmatches, sizeof span) < 0)
        return -1;
    search->matches[search->nmatches++] = span;
    return 0;
}

/* A number as one types it: digits, perhaps with separators of thousands. */
static bool is_number(struct slice needle)
{
    size_t ndigits = 0;
    for (size_t i = 0; i < needle.nbytes; i++) {
        if (!strchr("0123456789,.", needle.ptr[i]))
            return false;
        ndigits += ascii_is_digit(needle.ptr[i]);
    }
    return ndigits > 0;
}

/* Where the number ends when it stands at the beginning of hay, separators of
 * thousands aside; 0: it does not stand there. */
static size_t number_end(struct slice hay, struct slice needle)
{
    size_t at = 0;
    for (size_t i = 0; i < needle.nbytes; i++) {
        if (needle.ptr[i] == ',')
            continue;
        if (at > 0 && at + 1 < hay.nbytes && hay.ptr[at] == ',' &&
            ascii_is_digit(hay.ptr[at - 1]) && ascii_is_digit(hay.ptr[at + 1]))
            at++;
        if (at >= hay.nbytes || hay.ptr[at] != needle.ptr[i])
            return 0;
        at++;
    }
    return at;
}

static int collect_number(struct search *search, struct slice needle)
{
    struct slice hay = str_slice(&search->folded);
    for (size_t at = 0; at < hay.nbytes && search->nmatches < SEARCH_MAX_MATCHES;) {
        size_t n = number_end(slice_make(hay.ptr + at, hay.nbytes - at), needle);
        if (n > 0 && keep_match(search, at, at + n) < 0)
            return -1;
        at += n > 0 ? n : 1;
    }
    return 0;
}

static int collect(struct search *search, struct slice needle)
{
    struct slice hay = str_slice(&search->folded);
    size_t at = 0;
    while (search->nmatches < SEARCH_MAX_MATCHES) {
        const char *hit = slice_find(slice_make(hay.ptr + at, hay.nbytes - at), needle);
        if (!hit)
            break;
        size_t start = (size_t)(hit - hay.ptr);
        if (keep_match(search, start, start + needle.nbytes) < 0)
            return -1;
        at = start + needle.nbytes;
    }
    return 0;
}

static int collect_any(struct search *search, struct slice needle)
{
    return is_number(needle) ? collect_number(search, needle) : collect(search, needle);
}

int search_find(struct search *search, const char *pattern)
{
    search->nmatches = 0;
    str_clear(&search->pattern);
    str_add(&search->pattern, pattern);
    while (fold_more(search))
        ;
    struct arena *arena = arena_new();
    struct fold needle;
    int status = -1;
    if (arena && fold_text(arena, slice_of(pattern), 0, FOLD_SEARCH, &needle) == 0)
        status = collect_any(search, slice_make(needle.text, needle.nbytes));
    arena_free(arena);
    return status;
}

long search_from(const struct search *search, uint32_t offset, bool backward, bool *wrapped)
{
    *wrapped = false;
    if (search->nmatches == 0)
        return -1;
    size_t after = 0; /* the first match at or after offset */
    while (after < search->nmatches && search->matches[after].start < offset)
        after++;
    if (backward) {
        *wrapped = after == 0;
        return (long)(after == 0 ? search->nmatches : after) - 1;
    }
    *wrapped = after == search->nmatches;
    return *wrapped ? 0 : (long)after;
}
