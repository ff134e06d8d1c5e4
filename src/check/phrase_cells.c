#include "phrase_cells.h"

#include <stdlib.h>

/* One cell after another, each folded in memory that goes with its table. */
struct cell_search {
    struct evaluation *run;
    const struct cell_phrases *wanted;
    struct arena *arena;
    struct span_list spans;
    struct span_list told; /* of this table, in cells of the form */
};

static bool fold_cell(struct cell_search *search, struct span span, struct fold *fold)
{
    bool ok =
        fold_text(search->arena, report_slice(search->run->report, span), span.start, 0, fold) == 0;
    search->run->failed |= !ok;
    return ok;
}

static struct slice text_of(const struct fold *fold)
{
    return slice_make(fold->text, fold->nbytes);
}

static bool was_told(const struct cell_search *search, struct span span)
{
    for (size_t i = 0; i < search->told.n; i++)
        if (span_overlaps(search->told.items[i], span))
            return true;
    return false;
}

/* Of a match its first group, where there is one. */
static void add_match(struct cell_search *search, const struct fold *fold,
                      const struct match *match)
{
    int group = match->start[1] != PATTERN_NONE && match->end[1] > match->start[1] ? 1 : 0;
    struct span span = fold_span(fold, match->start[group], match->end[group]);
    if (!was_told(search, span))
        span_list_add(search->run, &search->spans, span);
}

static void add_matches(struct cell_search *search, struct pattern_list list,
                        const struct fold *fold)
{
    struct slice text = text_of(fold);
    struct match match;
    for (size_t i = 0; i < list.n; i++)
        for (size_t from = 0;
             pattern_find(&list.items[i], text, from, &match) && match.end[0] > match.start[0];
             from = match.end[0]) {
            add_match(search, fold, &match);
            while (patterns_find_from(search->wanted->next, text, match.end[0], &match))
                add_match(search, fold, &match);
        }
}

/* column: whether a header for names stands above; *is_left: whether it does to the left. */
static void search_cell(struct cell_search *search, struct span span, bool *column, bool *is_left)
{
    struct fold fold;
    struct match match;
    bool is_named = *column || *is_left;
    *is_left = false;
    if (span_empty(span) || !fold_cell(search, span, &fold))
        return;
    if (patterns_find(search->wanted->column, text_of(&fold), &match)) {
        *column = *is_left = true;
        return;
    }
    size_t before = search->spans.n;
    add_matches(search, search->wanted->find, &fold);
    add_matches(search, search->wanted->more, &fold);
    if (is_named && search->spans.n == before &&
        patterns_find(search->wanted->person, text_of(&fold), &match))
        span_list_add(search->run, &search->spans, fold_span(&fold, 0, fold.nbytes));
}

static void search_table(struct cell_search *search, const struct local_table *table)
{
    bool *columns = arena_array(search->arena, table->ncols, sizeof *columns);
    search->run->failed |= columns == NULL;
    for (size_t row = 0; row < table->nrows && !search->run->failed; row++) {
        bool is_left = false;
        for (size_t col = 0; col < table->ncols; col++)
            search_cell(search, table->cells[row * table->ncols + col].span, &columns[col],
                        &is_left);
    }
}

static bool begin(struct cell_search *search)
{
    search->spans = (struct span_list){0};
    search->arena = arena_new();
    search->run->failed |= search->arena == NULL;
    return search->arena != NULL;
}

/* Who finds something tells it under the table's or the cell's name. */
struct teller {
    const struct rule *rule;
    cell_phrases_use *use;
};

static void end(struct cell_search *search, const struct teller *teller, const char *instance)
{
    if (search->spans.n > 0)
        teller->use(search->run, teller->rule, instance, &search->spans);
    arena_free(search->arena);
}

/* Few cells of the form hold text: mostly that is known at once, if no reviewer has read them. */
static void search_block(struct cell_search *search, const struct block_reading *block,
                         const struct seen_block *seen, const struct teller *teller)
{
    bool may_hold = search->run->nreadings > 0 || seen->states & 1U << CELL_TEXT;
    size_t ncells = may_hold ? block->form->nrows * block->form->ncols : 0;
    for (size_t i = 0; i < ncells; i++) {
        const struct cell *cell = &block->cells[i];
        bool column = false, is_left = false;
        if (cell->state != CELL_TEXT || !cell_is_counted(cell) || !begin(search))
            continue;
        search_cell(search, cell->span, &column, &is_left);
        for (size_t k = 0; k < search->spans.n; k++)
            span_list_add(search->run, &search->told, search->spans.items[k]);
        end(search, teller, cell->id);
    }
}

static void add_notes(struct evaluation *run, enum table_id table,
                      const struct block_reading *block, struct span_list *places)
{
    const struct seen_block *seen = eval_block(run, table, block->form);
    size_t ncells = seen && seen->has_notes ? block->form->nrows * block->form->ncols : 0;
    for (size_t i = 0; i < ncells; i++)
        if (block->cells[i].note)
            span_list_add(run, places, block->cells[i].span);
}

static void add_all(struct evaluation *run, const struct span *spans, size_t n,
                    struct span_list *places)
{
    for (size_t i = 0; i < n; i++)
        span_list_add(run, places, spans[i]);
}

/* A note is no part of a label's wording: it may end the label or stand behind it. */
static bool has_note(const struct report *report, struct span label)
{
    struct slice text = report_slice(report, label);
    struct slice behind = slice_make(report->text + label.end, report->text_nbytes - label.end);
    return slice_has_prefix(behind, slice_of("（")) || slice_has_prefix(behind, slice_of("(")) ||
           slice_ends_with(text, "）") || slice_ends_with(text, ")");
}

/* Where a table says what the form does not: in rows, headers, labels of other words, and notes
 * behind its values; anywhere, if not all of it was read for sure. */
static void find_places(struct evaluation *run, const struct table *table, struct span_list *places)
{
    if (table->state != TABLE_COMPLETE) {
        span_list_add(run, places, table->span);
        return;
    }
    add_all(run, table->extra, table->nextra, places);
    add_all(run, table->bad_headers, table->nbad_headers, places);
    add_all(run, table->stray, table->nstray, places);
    for (size_t i = 0; i < table->nlabels; i++)
        if (!table->labels[i].same || has_note(run->report, table->labels[i].span))
            span_list_add(run, places, table->labels[i].span);
    for (size_t b = 0; b < table->nblocks; b++)
        add_notes(run, table->id, &table->blocks[b], places);
}

static int by_start(const void *left, const void *right)
{
    const struct span *a = left, *b = right;
    return (a->start > b->start) - (a->start < b->start);
}

/* The lines that a place begins and ends in: what belongs to it may stand beside it. */
static struct span lines_of(const struct report *report, struct span place)
{
    struct span first = report_line_span(report, report_line_at(report, place.start));
    struct span last = report_line_span(report, report_line_at(report, place.end - 1));
    return (struct span){first.start, last.end};
}

static void search_places(struct cell_search *search, const struct table *table,
                          const struct teller *teller)
{
    struct span_list places = {0};
    uint32_t done = 0;
    find_places(search->run, table, &places);
    if (places.n == 0 || !begin(search))
        return;
    qsort(places.items, places.n, sizeof *places.items, by_start);
    for (size_t i = 0; i < places.n && !search->run->failed; i++) {
        struct span lines = lines_of(search->run->report, places.items[i]);
        struct fold fold;
        if (lines.end <= done)
            continue;
        lines.start = lines.start > done ? lines.start : done;
        done = lines.end;
        if (fold_cell(search, lines, &fold))
            add_matches(search, search->wanted->more, &fold);
    }
    end(search, teller, table_name(table->id));
}

void cell_phrases_search(struct evaluation *run, const struct rule *rule,
                         const struct cell_phrases *wanted, cell_phrases_use *use)
{
    struct cell_search search = {.run = run, .wanted = wanted};
    const struct teller teller = {rule, use};
    const struct report *report = run->report;
    for (size_t i = 0; i < report->nlocals && begin(&search); i++) {
        search_table(&search, &report->locals[i]);
        end(&search, &teller,
            search.spans.n > 0 ? arena_format(run->arena, "local-%zu", i + 1) : NULL);
    }
    for (size_t t = 0; t < TABLE_COUNT; t++) {
        search.told = (struct span_list){0};
        for (size_t b = 0; b < report->tables[t].nblocks; b++) {
            const struct block_reading *block = &report->tables[t].blocks[b];
            const struct seen_block *seen = eval_block(run, (enum table_id)t, block->form);
            if (seen)
                search_block(&search, block, seen, &teller);
        }
        search_places(&search, &report->tables[t], &teller);
    }
}
