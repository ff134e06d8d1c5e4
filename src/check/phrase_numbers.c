#include "phrase_numbers.h"

#include <string.h>

#include "broken_numbers.h"
#include "gouji/base/ascii.h"
#include "prose_kinds.h"

static bool was_told(const struct evaluation *run, size_t first, struct span span)
{
    for (size_t i = first; i < run->out->nitems; i++)
        for (size_t k = 0; k < run->out->items[i].nspans; k++)
            if (span_overlaps(run->out->items[i].spans[k], span))
                return true;
    return false;
}

/* Whether a number begins there that is longer than one to call somebody by. */
static bool is_before_long(const struct report *report, size_t at)
{
    enum { LEAST = 15 };
    size_t n = 0;
    while (n < LEAST && at + n < report->text_nbytes && ascii_is_digit(report->text[at + n]))
        n++;
    return n == LEAST;
}

/* Columns of a table stand side by side: what one says is none of the next one's, but who stands
 * beside the number of an ID or a card has it. */
static bool crosses_columns(const struct report *report, struct span span)
{
    return slice_contains(report_slice(report, span), "\t") && !is_before_long(report, span.end);
}

static void search_fold(struct evaluation *run, const struct number_phrases *wanted,
                        const struct fold *fold, size_t first, struct span_list *spans)
{
    struct match match, other;
    for (size_t from = 0;
         !run->failed &&
         patterns_find_from(wanted->find, slice_make(fold->text, fold->nbytes), from, &match);
         from = match.end[0]) {
        struct span name = fold_span(fold, match.start[1], match.end[1]);
        struct span whole = fold_span(fold, match.start[0], match.end[0]);
        struct slice before = slice_make(fold->text, match.start[0]);
        if (!patterns_find(wanted->before_not, before, &other) && !was_told(run, first, name) &&
            !crosses_columns(run->report, whole))
            span_list_add(run, spans, name);
    }
}

/* ---- columns ---- */

/* Bytes of what parts columns at the place: a TAB, a line, two blanks; 0: nothing does. */
static size_t gap_at(const char *text, uint32_t at, uint32_t end)
{
    static const char *const gaps[] = {"\t", "|", "│", "｜", "  ", "　　"};
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++) {
        size_t n = strlen(gaps[i]);
        if (at + n <= end && memcmp(text + at, gaps[i], n) == 0)
            return n;
    }
    return 0;
}

/* The field that begins at *at, which moves behind the gap that ends it. */
static struct span take_field(const char *text, uint32_t *at, uint32_t end)
{
    struct span field = {*at, *at};
    size_t n = 0;
    while (field.end < end && (n = gap_at(text, field.end, end)) == 0)
        field.end++;
    *at = field.end + (uint32_t)n;
    while (n > 0 && text[*at - 1] == ' ' && *at < end && text[*at] == ' ')
        ++*at;
    return field;
}

static bool field_matches(struct arena *arena, struct evaluation *run, struct pattern_list list,
                          struct span field)
{
    struct fold fold;
    struct match match;
    if (span_empty(field))
        return false;
    if (fold_text(arena, report_slice(run->report, field), field.start, FOLD_DROP_SPACE, &fold) <
        0) {
        run->failed = true;
        return false;
    }
    return patterns_find(list, slice_make(fold.text, fold.nbytes), &match);
}

/* Nothing stands in it but the lines drawn between rows. */
static bool is_drawn(struct slice line)
{
    for (size_t i = 0; i < line.nbytes; i++) {
        bool is_box = i + 3 <= line.nbytes && line.ptr[i] == '\xE2' &&
                      (line.ptr[i + 1] == '\x94' || line.ptr[i + 1] == '\x95');
        if (!is_box && !memchr("-+=|: ", line.ptr[i], 6))
            return false;
        i += is_box ? 2 : 0;
    }
    return true;
}

/* The line that may be the header of this one; empty where none is above. */
static struct span header_of(const struct report *report, size_t line)
{
    struct span above = {0, 0};
    if (line > 0)
        above = report_line_span(report, line - 1);
    if (line > 1 && is_drawn(report_slice(report, above)))
        above = report_line_span(report, line - 2);
    return above;
}

static void search_columns(struct evaluation *run, const struct number_phrases *wanted, size_t line,
                           size_t first, struct span_list *spans)
{
    const struct report *report = run->report;
    struct span above = header_of(report, line), row = report_line_span(report, line);
    struct arena *arena = wanted->column.n > 0 ? arena_new() : NULL;
    uint32_t head = above.start, at = row.start;
    while (arena && head < above.end && at < row.end && !run->failed) {
        struct span title = take_field(report->text, &head, above.end);
        struct span field = take_field(report->text, &at, row.end);
        if (field_matches(arena, run, wanted->column, title) &&
            field_matches(arena, run, wanted->person, field) && !was_told(run, first, field))
            span_list_add(run, spans, field);
    }
    arena_free(arena);
}

/* nlines: with the next ones, where its number goes on. */
static void search_line(struct evaluation *run, const struct number_phrases *wanted, size_t line,
                        size_t nlines, size_t first, struct span_list *spans)
{
    struct span source = report_line_span(run->report, line);
    struct arena *arena = arena_new(); /* freed at once: reports may be long */
    struct mended mended;
    bool ok = arena != NULL;
    if (ok && nlines > 1)
        ok = broken_mend(arena, run->report, line, nlines, "", &mended) == 0;
    else if (ok)
        ok =
            fold_text(arena, report_slice(run->report, source), source.start, 0, &mended.fold) == 0;
    run->failed |= !ok;
    if (ok)
        search_fold(run, wanted, &mended.fold, first, spans);
    arena_free(arena);
}

/* Lines that hold such numbers, or hold them with the next one. */
struct lines {
    const size_t *items;
    size_t n;
    bool are_broken;
};

void number_phrases_search(struct evaluation *run, const struct rule *rule,
                           const struct number_phrases *wanted, size_t first, cell_phrases_use *use)
{
    privacy_find_lines(run);
    const struct lines all[] = {{run->digit_lines, run->ndigit_lines, false},
                                {run->broken_lines, run->nbroken_lines, true}};
    for (size_t k = 0; k < sizeof all / sizeof *all; k++)
        for (size_t i = 0; i < all[k].n && !run->failed; i++) {
            struct span_list spans = {0};
            size_t line = all[k].items[i];
            size_t nlines = all[k].are_broken ? broken_nlines(run->report, line) : 1;
            search_line(run, wanted, line, nlines, first, &spans);
            if (!all[k].are_broken)
                search_columns(run, wanted, line, first, &spans);
            if (spans.n > 0)
                use(run, rule, arena_format(run->arena, "number-%zu", line + 1), &spans);
        }
}
