#include "phrase_numbers.h"

#include "prose_kinds.h"

static bool was_told(const struct evaluation *run, size_t first, struct span span)
{
    for (size_t i = first; i < run->out->nitems; i++)
        for (size_t k = 0; k < run->out->items[i].nspans; k++)
            if (span_overlaps(run->out->items[i].spans[k], span))
                return true;
    return false;
}

/* Columns of a table stand side by side: what one says is none of the next one's. */
static bool crosses_columns(const struct report *report, struct span span)
{
    return slice_contains(report_slice(report, span), "\t");
}

static void search_line(struct evaluation *run, const struct number_phrases *wanted, size_t line,
                        size_t first, struct span_list *spans)
{
    struct span source = report_line_span(run->report, line);
    struct arena *arena = arena_new(); /* freed at once: reports may be long */
    struct fold fold;
    struct match match, other;
    run->failed |=
        !arena || fold_text(arena, report_slice(run->report, source), source.start, 0, &fold) < 0;
    for (size_t from = 0;
         !run->failed &&
         patterns_find_from(wanted->find, slice_make(fold.text, fold.nbytes), from, &match);
         from = match.end[0]) {
        struct span name = fold_span(&fold, match.start[1], match.end[1]);
        struct span whole = fold_span(&fold, match.start[0], match.end[0]);
        struct slice before = slice_make(fold.text, match.start[0]);
        if (!patterns_find(wanted->before_not, before, &other) && !was_told(run, first, name) &&
            !crosses_columns(run->report, whole))
            span_list_add(run, spans, name);
    }
    arena_free(arena);
}

void number_phrases_search(struct evaluation *run, const struct rule *rule,
                           const struct number_phrases *wanted, size_t first, cell_phrases_use *use)
{
    privacy_find_lines(run);
    for (size_t i = 0; i < run->ndigit_lines && !run->failed; i++) {
        struct span_list spans = {0};
        size_t line = run->digit_lines[i];
        search_line(run, wanted, line, first, &spans);
        if (spans.n > 0)
            use(run, rule, arena_format(run->arena, "number-%zu", line + 1), &spans);
    }
}
