/* VERSIONS: another report of the same agency and year states other numbers, in its
 * tables or in sentences that are otherwise alike. It is found in the batch or
 * loaded in the place of last year's. */
#include "document.h"

#include "gouji/base/json.h"
#include "gouji/base/map.h"
#include "gouji/base/path.h"
#include "wording.h"

enum { MOST_NAMED = 4 };

/* What differs, gathered. */
struct gathered {
    struct str list[LANG_COUNT];
    struct span_list spans;
};

static void add_difference(struct evaluation *run, struct gathered *all, struct span span,
                           const char *const where[LANG_COUNT], const char *now, const char *then)
{
    span_list_add(run, &all->spans, span);
    for (int lang = 0; all->spans.n <= MOST_NAMED && lang < LANG_COUNT; lang++)
        str_format(&all->list[lang], "%s%s%s%s ≠ %s", all->list[lang].nbytes ? "; " : "",
                   where[lang], *where[lang] ? " " : "", now, then);
}

static void compare_tables(struct evaluation *run, const struct report *other, struct gathered *all)
{
    const struct cell *cell;
    size_t position = 0;
    while ((cell = report_next_cell(run->report, &position)) && !run->failed) {
        struct seen now = eval_seen(run, cell);
        const struct cell *then = report_cell(other, cell->id);
        if (!then || now.state != CELL_NUMBER || then->state != CELL_NUMBER ||
            then->value == now.value)
            continue;
        const char *where[LANG_COUNT] = {[LANG_ZH] = cell_address(run->arena, cell, LANG_ZH),
                                         [LANG_EN] = cell_address(run->arena, cell, LANG_EN)};
        add_difference(run, all, now.span, where, wording_number(run, now.value, now.is_decimal),
                       wording_number(run, then->value, now.is_decimal));
    }
}

/* ---- prose ---- */

static size_t word_at(const char *text, size_t left, const char *const *words)
{
    for (; *words; words++)
        if (strlen(*words) <= left && strncmp(text, *words, strlen(*words)) == 0)
            return strlen(*words);
    return 0;
}

/* The sentence with its numbers marked, words of rounding beside them left out. */
static struct slice skeleton(struct evaluation *run, const struct prose_walk *walk)
{
    static const char *const before[] = {"近", "约", NULL}, *const behind[] = {"余", "多", NULL};
    struct slice text = walk->now.text;
    struct str out = STR_INIT;
    for (size_t i = 0; i < text.nbytes;) {
        size_t skip = word_at(text.ptr + i, text.nbytes - i, before);
        if (skip && prose_figure_at(walk, i + skip) != PATTERN_NONE) {
            i += skip;
            continue;
        }
        bool is_mark = prose_figure_at(walk, i) != PATTERN_NONE;
        size_t n = is_mark ? PROSE_MARK_NBYTES : 1;
        str_append(&out, slice_make(text.ptr + i, n));
        i += n;
        i += is_mark ? word_at(text.ptr + i, text.nbytes - i, behind) : 0;
    }
    return slice_of(wording_keep(run, &out));
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
                             const struct prose_walk *walk, const struct marked *theirs,
                             struct gathered *all)
{
    static const char *const where[LANG_COUNT] = {[LANG_ZH] = "正文", [LANG_EN] = "text"};
    const struct marked *own = &walk->now;
    for (size_t i = 0; i < own->nfigures && own->nfigures == theirs->nfigures; i++) {
        const struct figure *now = &run->report->figures[own->first_figure + i];
        const struct figure *then = &other->figures[theirs->first_figure + i];
        if (now->is_list_number || then->is_list_number ||
            (now->value == then->value && now->approximate == then->approximate))
            continue;
        add_difference(run, all, now->span, where, printed(run, run->report, now),
                       printed(run, other, then));
    }
}

static void compare_prose(struct evaluation *run, const struct report *other, struct gathered *all)
{
    struct evaluation theirs = {.arena = run->arena, .report = other};
    struct prose_walk walk = {.run = &theirs}, own = {.run = run};
    struct map *known = map_new();
    run->failed |= known == NULL;
    while (!run->failed && prose_next(&walk))
        if (!walk.now.sentence->is_heading)
            run->failed |= map_set(known, skeleton(run, &walk), &theirs.prose[walk.now.index]) < 0;
    while (!run->failed && prose_next(&own)) {
        const struct marked *then =
            own.now.sentence->is_heading ? NULL : map_get(known, skeleton(run, &own));
        if (then)
            compare_sentence(run, other, &own, then, all);
    }
    run->failed |= theirs.failed;
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
    const char *zh = wording_keep(run, &all.list[LANG_ZH]);
    const char *en = wording_keep(run, &all.list[LANG_EN]);
    const char *count = wording_count(run, all.spans.n);
    const char *file = arena_string(run->arena, path_name(other->path));
    struct message_value values[] = {{"list", zh, en}, {"n", count, count}, {"file", file, file}};
    if (all.spans.n == 0)
        eval_pass(run, rule);
    else
        prose_report(run, rule, "", OUTCOME_FAIL, NULL, values, 3, &all.spans, NULL);
}
