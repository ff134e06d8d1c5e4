#include <stdlib.h>
#include <string.h>

#include "opinion.h"

/* ---- sections ---- */

static size_t section_rank(const struct opinion *opinion, const char *id)
{
    const struct form_section *sections;
    size_t n = forms_sections(opinion->review->report->forms, &sections);
    for (size_t i = 0; id && i < n; i++)
        if (strcmp(sections[i].id, id) == 0)
            return i + 1;
    return 0;
}

static size_t section_of_cell(const struct opinion *opinion, const char *id)
{
    const struct report *report = opinion->review->report;
    const struct cell *cell = id ? report_cell(report, id) : NULL;
    const struct form *form = cell ? forms_find(report->forms, cell->block->edition) : NULL;
    for (size_t t = 0; form && t < TABLE_COUNT; t++) {
        const char *name = form->tables[t].name;
        size_t n = strlen(name);
        if (strncmp(id, name, n) == 0 && id[n] == '.')
            return section_rank(opinion, form->tables[t].section);
    }
    return SECTION_WHOLE;
}

static size_t section_of_span(const struct opinion *opinion, struct span span)
{
    const struct report *report = opinion->review->report;
    for (size_t i = 0; !span_empty(span) && i < report->nsections; i++) {
        const struct section *section = &report->sections[i];
        struct span whole = span_join(section->heading, section->body);
        size_t rank = section_rank(opinion, section->id);
        if (span_holds(whole, span.start))
            return rank ? rank : SECTION_OTHER;
    }
    return SECTION_WHOLE;
}

static size_t section_of_finding(const struct opinion *opinion, const struct finding *finding)
{
    size_t rank = SECTION_WHOLE;
    for (size_t i = 0; rank == SECTION_WHOLE && i < finding->nseen; i++)
        rank = section_of_cell(opinion, finding->seen[i].cell);
    if (rank == SECTION_WHOLE)
        rank = section_rank(opinion, finding->instance);
    for (size_t i = 0; rank == SECTION_WHOLE && i < finding->nspans; i++)
        rank = section_of_span(opinion, finding->spans[i]);
    return rank;
}

/* ---- which problems ---- */

enum standing opinion_standing(const struct opinion *opinion, size_t item)
{
    struct decision decision = review_decision(opinion->review, item);
    const struct finding *finding = &opinion->review->findings->items[item];
    if (decision.verdict == VERDICT_CONFIRMED)
        return STANDING_CONFIRMED;
    bool open = decision.verdict == VERDICT_NONE || decision.verdict == VERDICT_LATER;
    return open && finding->outcome == OUTCOME_FAIL ? STANDING_OPEN : STANDING_OUT;
}

bool opinion_includes(const struct opinion *opinion, size_t item)
{
    enum standing standing = opinion_standing(opinion, item);
    return standing == STANDING_CONFIRMED || (opinion->all && standing == STANDING_OPEN);
}

size_t opinion_entry_end(const struct state *state, size_t from)
{
    size_t to = from + 1;
    while (to < state->nentries && state->entries[to].depth > 0)
        to++;
    return to;
}

static void add_topic(struct opinion *opinion, size_t section, size_t entry,
                      const struct problem *problem)
{
    size_t order = opinion->ntopics;
    opinion->topics[opinion->ntopics++] = (struct topic){section, order, entry, problem};
}

static int compare_topics(const void *a, const void *b)
{
    const struct topic *x = a, *y = b;
    if (x->section != y->section)
        return x->section < y->section ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

static size_t section_of_problem(const struct opinion *opinion, const struct problem *problem)
{
    size_t rank = section_of_cell(opinion, problem->target.cell);
    return rank ? rank : section_of_span(opinion, problem->target.span);
}

int opinion_collect(struct opinion *opinion)
{
    const struct state *state = opinion->review->state;
    opinion->topics =
        arena_array(opinion->arena, state->nentries + state->nproblems, sizeof *opinion->topics);
    opinion->noted = arena_array(opinion->arena, state->nnotes, sizeof *opinion->noted);
    if (!opinion->topics || !opinion->noted)
        return -1;
    for (size_t i = 0, end; i < state->nentries; i = end) {
        bool any = false;
        end = opinion_entry_end(state, i);
        for (size_t k = i; k < end; k++)
            any = any || opinion_includes(opinion, state->entries[k].item);
        size_t head = state->entries[i].item;
        if (any)
            add_topic(opinion, section_of_finding(opinion, &opinion->review->findings->items[head]),
                      i, NULL);
    }
    for (size_t i = 0; i < state->nproblems; i++)
        add_topic(opinion, section_of_problem(opinion, &state->problems[i]), 0,
                  &state->problems[i]);
    qsort(opinion->topics, opinion->ntopics, sizeof *opinion->topics, compare_topics);
    return 0;
}
