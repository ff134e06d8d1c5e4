/* VERSIONS: another report of the same agency and year states other numbers, in its
 * tables or in sentences that are otherwise alike. It is found in the batch or
 * loaded in the place of last year's. */
#include "document.h"

#include "gouji/base/json.h"
#include "gouji/base/map.h"
#include "gouji/base/path.h"
#include "places.h"
#include "prose.h"
#include "wording.h"

enum { MOST_NAMED = 4, WORD_NBYTES = 3 };

/* What differs, gathered. */
struct gathered {
    struct str list[LANG_COUNT];
    struct span_list spans;
    struct seen *cells;
    size_t ncells, capacity;
};

static void add_cell(struct evaluation *run, struct gathered *all, const struct seen *seen)
{
    struct seen *room =
        arena_push(run->arena, &all->cells, &all->capacity, all->ncells, sizeof *room);
    run->failed |= room == NULL;
    if (!room)
        return;
    *room = *seen;
    all->ncells++;
}

/* Whether a difference here is still one that is named. */
static bool add_difference(struct evaluation *run, struct gathered *all, struct span span)
{
    span_list_add(run, &all->spans, span);
    return all->spans.n <= MOST_NAMED;
}

static void name_difference(struct gathered *all, enum lang lang, const char *where,
                            const char *now, const char *then)
{
    str_format(&all->list[lang], "%s%s%s%s ≠ %s", all->list[lang].nbytes ? "; " : "", where,
               *where ? " " : "", now, then);
}

static void compare_cell(struct evaluation *run, const struct cell *cell, const struct seen *now,
                         const struct cell *then, struct gathered *all)
{
    if (then->state != CELL_NUMBER || then->value == now->value)
        return;
    add_cell(run, all, now);
    if (!add_difference(run, all, now->span))
        return;
    const char *own = wording_number(run, now->value, now->is_decimal);
    const char *other = wording_number(run, then->value, now->is_decimal);
    for (int lang = 0; lang < LANG_COUNT; lang++)
        if (eval_says_in(run, (enum lang)lang))
            name_difference(all, (enum lang)lang, cell_address(run->arena, cell, (enum lang)lang),
                            own, other);
}

/* Where the other has not the same block, being of another edition, its cells are looked up. */
static void compare_block(struct evaluation *run, const struct report *other, enum table_id table,
                          const struct block_reading *block, struct gathered *all)
{
    const struct form_block *form = block->form;
    const struct seen_block *seen = eval_block(run, table, form);
    const struct cell *theirs = places_cell(other, table, form, 0, 0);
    for (size_t i = 0; seen && i < form->nrows * form->ncols && !run->failed; i++) {
        const struct cell *cell = &block->cells[i];
        if (seen->cells[i].state != CELL_NUMBER || !cell_is_counted(cell))
            continue;
        const struct cell *then = theirs ? &theirs[i] : report_cell(other, cell->id);
        if (then)
            compare_cell(run, cell, &seen->cells[i], then, all);
    }
}

static void compare_tables(struct evaluation *run, const struct report *other, struct gathered *all)
{
    for (int t = 0; t < TABLE_COUNT; t++) {
        const struct table *table = &run->report->tables[t];
        for (size_t b = 0; b < table->nblocks; b++)
            compare_block(run, other, (enum table_id)t, &table->blocks[b], all);
    }
}

/* ---- prose ---- */

static bool is_one_of(const char *text, const char *const words[2])
{
    return memcmp(text, words[0], WORD_NBYTES) == 0 || memcmp(text, words[1], WORD_NBYTES) == 0;
}

/* The sentence with its numbers marked, words of rounding beside them left out. */
static struct slice skeleton(struct evaluation *run, const struct marked *marked)
{
    static const char *const before[] = {"近", "约"}, *const behind[] = {"余", "多"};
    struct slice text = marked->text;
    char *out = arena_raw(run->arena, text.nbytes + 1);
    size_t from = 0, n = 0;
    run->failed |= out == NULL;
    for (size_t i = 0; out && i < marked->nmarks; i++) {
        size_t at = marked->marks[i].at, end = at;
        if (at - from >= WORD_NBYTES && is_one_of(text.ptr + at - WORD_NBYTES, before))
            end -= WORD_NBYTES;
        memcpy(out + n, text.ptr + from, end - from);
        n += end - from;
        memcpy(out + n, PROSE_MARK, PROSE_MARK_NBYTES);
        n += PROSE_MARK_NBYTES;
        from = at + PROSE_MARK_NBYTES;
        if (text.nbytes - from >= WORD_NBYTES && is_one_of(text.ptr + from, behind))
            from += WORD_NBYTES;
    }
    if (!out)
        return slice_of("");
    memcpy(out + n, text.ptr + from, text.nbytes - from);
    return slice_make(out, n + text.nbytes - from);
}

static const char *printed(struct evaluation *run, const struct report *report,
                           const struct figure *figure)
{
    struct slice text = report_slice(report, figure->span);
    const char *copy = arena_format(run->arena, "%.*s%s", (int)text.nbytes, text.ptr,
                                    figure->approximate ? "余" : "");
    run->failed |= copy == NULL;
    return copy ? copy : "";
}

static void compare_sentence(struct evaluation *run, const struct report *other,
                             const struct marked *own, const struct marked *theirs,
                             struct gathered *all)
{
    static const char *const where[LANG_COUNT] = {[LANG_ZH] = "正文", [LANG_EN] = "text"};
    for (size_t i = 0; i < own->nfigures && own->nfigures == theirs->nfigures; i++) {
        const struct figure *now = &run->report->figures[own->first_figure + i];
        const struct figure *then = &other->figures[theirs->first_figure + i];
        if (now->is_list_number || then->is_list_number ||
            (now->value == then->value && now->approximate == then->approximate) ||
            !add_difference(run, all, now->span))
            continue;
        for (int lang = 0; lang < LANG_COUNT; lang++)
            name_difference(all, (enum lang)lang, where[lang], printed(run, run->report, now),
                            printed(run, other, then));
    }
}

/* Whether numbers stand in it that may differ. */
static bool is_compared(const struct marked *marked)
{
    return marked->nfigures > 0 && !marked->sentence->is_heading;
}

static void compare_prose(struct evaluation *run, const struct report *other, struct gathered *all)
{
    struct evaluation theirs = {.arena = run->arena, .report = other};
    struct map *known = map_new();
    run->failed |= prose_mark(run) < 0 || !prose_marked(&theirs) || !known;
    for (size_t i = 0; !run->failed && i < other->nsentences; i++)
        if (is_compared(&theirs.prose[i]))
            run->failed |= map_set(known, skeleton(run, &theirs.prose[i]), &theirs.prose[i]) < 0;
    for (size_t i = 0; !run->failed && i < run->report->nsentences; i++) {
        const struct marked *own = &run->prose[i];
        const struct marked *then = is_compared(own) ? map_get(known, skeleton(run, own)) : NULL;
        if (then)
            compare_sentence(run, other, own, then, all);
    }
    map_free(known);
}

void versions_evaluate(struct evaluation *run, const struct rule *rule)
{
    const struct report *other = run->version ? run->version : run->prior;
    if (!other || other->who.year == 0 || other->who.year != run->report->who.year) {
        eval_not_applicable(run, rule);
        return;
    }
    struct gathered all = {.list = {STR_INIT, STR_INIT}};
    compare_tables(run, other, &all);
    compare_prose(run, other, &all);
    if (all.spans.n > MOST_NAMED)
        for (int lang = 0; lang < LANG_COUNT; lang++)
            str_add(&all.list[lang], lang == LANG_ZH ? "……" : " …");
    const char *zh = wording_keep(run, &all.list[LANG_ZH]);
    const char *en = wording_keep(run, &all.list[LANG_EN]);
    const char *count = wording_count(run, all.spans.n);
    const char *file = arena_string(run->arena, path_name(other->path));
    struct message_value values[] = {{"list", zh, en}, {"n", count, count}, {"file", file, file}};
    if (all.spans.n == 0) {
        eval_pass(run, rule);
        return;
    }
    struct finding *finding =
        prose_report(run, rule, "", OUTCOME_FAIL, NULL, values, 3, &all.spans, NULL);
    if (finding)
        eval_set_seen(run, finding, all.cells, all.ncells);
}
