/* One numbered problem, with all that belongs to it. */
#include <stdlib.h>
#include <string.h>

#include "decision.h"
#include "entries.h"
#include "gouji/base/message.h"
#include "opinion.h"

enum { MAX_ADDRESSES = 8 };

const char *opinion_address(const struct opinion *opinion, const char *id)
{
    const struct cell *cell = report_cell(opinion->review->report, id);
    const char *text = cell ? cell_address(opinion->arena, cell, opinion->lang) : NULL;
    return text ? text : id;
}

static void put_cells(struct opinion *opinion, const struct finding *finding)
{
    size_t listed = 0, total = 0;
    for (size_t i = 0; i < finding->nseen; i++)
        total += report_cell(opinion->review->report, finding->seen[i].cell) != NULL;
    /* Where there are many, the message names their range or rows. */
    if (total == 0 || total > MAX_ADDRESSES)
        return;
    opinion_put_point(opinion, W_CELLS);
    for (size_t i = 0; i < finding->nseen; i++) {
        if (!report_cell(opinion->review->report, finding->seen[i].cell))
            continue;
        str_add(opinion->out, listed++ ? opinion_word(opinion, W_LIST) : "");
        opinion_put(opinion, opinion_address(opinion, finding->seen[i].cell));
    }
    str_byte(opinion->out, '\n');
}

static bool ends_sentence(const char *at)
{
    return strncmp(at, "。", 3) == 0 || strncmp(at, "；", 3) == 0;
}

/* The sentence of the line that the place stands in. */
static struct slice sentence_around(const struct report *report, struct span span)
{
    const char *text = report->text;
    size_t start = span.start, end = span.end;
    while (start > 0 && text[start - 1] != '\n' && !(start >= 3 && ends_sentence(text + start - 3)))
        start--;
    while (end < report->text_nbytes && text[end] != '\n' && !ends_sentence(text + end))
        end++;
    while (start < end && (text[start] == ' ' || text[start] == '\t'))
        start++;
    while (end > start && (text[end - 1] == ' ' || text[end - 1] == '\t' || text[end - 1] == '\r'))
        end--;
    return slice_make(text + start, end - start);
}

/* Where a finding names no cell, and its message does not quote the place. */
static void put_place(struct opinion *opinion, const struct finding *finding)
{
    const char *message = finding->message[opinion->lang];
    if (finding->nspans == 0 || finding->nseen > 0)
        return;
    struct slice quote = sentence_around(opinion->review->report, finding->spans[0]);
    if (quote.nbytes > 0 && !(message && slice_find(slice_of(message), quote)))
        opinion_put_quote(opinion, quote);
}

void opinion_put_value(struct opinion *opinion, const struct seen *seen)
{
    char value[CELL_VALUE_NBYTES];
    if (seen->state == CELL_NUMBER)
        opinion_put(opinion, cell_format(seen->value, seen->is_decimal, value));
    else if (seen->text.nbytes)
        opinion_put_escaped(opinion, seen->text);
    else
        str_add(opinion->out, opinion_word(opinion, W_BLANK));
}

void opinion_put_reading(struct opinion *opinion, const char *id)
{
    const struct cell *cell = report_cell(opinion->review->report, id);
    struct seen seen = review_cell(opinion->review, id);
    if (!cell || !seen.is_reading)
        return;
    opinion_put_point(opinion, W_READ);
    opinion_put(opinion, opinion_address(opinion, id));
    str_add(opinion->out, " “");
    if (span_empty(cell->span))
        str_add(opinion->out, opinion_word(opinion, W_BLANK));
    opinion_put_escaped(opinion, report_slice(opinion->review->report, cell->span));
    str_add(opinion->out, "” → “");
    opinion_put_value(opinion, &seen);
    str_add(opinion->out, "”\n");
}

/* A cell, or the number of the prose by what it says. */
static const char *value_name(const struct opinion *opinion, const struct finding *finding,
                              const char *id)
{
    const struct culprit *culprit = finding->culprit;
    for (size_t i = 0; culprit && i < culprit->nrepairs; i++)
        for (size_t k = 0; k < culprit->repairs[i].nchanges; k++)
            if (strcmp(culprit->repairs[i].changes[k].cell, id) == 0)
                return culprit->repairs[i].changes[k].name[opinion->lang];
    return opinion_address(opinion, id);
}

/* Once for all findings of a decision. */
static void put_proposals(struct opinion *opinion, size_t item)
{
    const struct finding *finding = &opinion->review->findings->items[item];
    const struct held *held = entries_held(opinion->review->state, item);
    const cJSON *proposed = held ? json_get(held->event->body, "proposed") : NULL;
    const cJSON *value;
    if (!proposed || opinion->proposed == held->event)
        return;
    opinion->proposed = held->event;
    cJSON_ArrayForEach (value, proposed) {
        struct str text = STR_INIT;
        decision_write_value(value, &text);
        opinion_put_point(opinion, W_PROPOSED);
        opinion_put(opinion, value_name(opinion, finding, value->string));
        str_add(opinion->out, " ");
        opinion_put(opinion, str_text(&text));
        str_byte(opinion->out, '\n');
        opinion->out->failed = opinion->out->failed || text.failed;
        str_release(&text);
    }
}

/* What may be wrong, where the reviewer has proposed nothing; once a cause. */
static void put_suspicion(struct opinion *opinion, size_t item)
{
    const struct culprit *culprit = opinion->review->findings->items[item].culprit;
    const struct held *held = entries_held(opinion->review->state, item);
    if (!culprit || culprit->fault == FAULT_READING || culprit == opinion->suspected ||
        (held && json_get(held->event->body, "proposed")))
        return;
    opinion->suspected = culprit;
    opinion_put_line(opinion, W_LIKELY, culprit->line[opinion->lang]);
}

static bool note_is_about(const struct opinion *opinion, const struct note *note, size_t item)
{
    const struct finding *finding = &opinion->review->findings->items[item];
    if (note->orphaned)
        return false;
    if (note->target.finding >= 0)
        return (size_t)note->target.finding == item;
    if (note->target.cell)
        return finding_touches_cell(finding, note->target.cell);
    for (size_t i = 0; i < finding->nspans; i++)
        if (!span_empty(note->target.span) && span_overlaps(finding->spans[i], note->target.span))
            return true;
    return false;
}

static void put_notes(struct opinion *opinion, size_t item)
{
    const struct state *state = opinion->review->state;
    for (size_t i = 0; i < state->nnotes; i++) {
        if (opinion->noted[i] || !note_is_about(opinion, &state->notes[i], item))
            continue;
        opinion->noted[i] = true;
        opinion_put_line(opinion, W_NOTE, state->notes[i].text);
    }
}

const char *opinion_message(const struct opinion *opinion, const struct finding *finding)
{
    const char *message = finding->message[opinion->lang];
    return message ? message : finding->rule->name[opinion->lang];
}

static void put_details(struct opinion *opinion, size_t item)
{
    const struct finding *finding = &opinion->review->findings->items[item];
    struct decision decision = review_decision(opinion->review, item);
    opinion_put_line(opinion, W_SUM, finding_sum(finding, opinion->lang));
    put_cells(opinion, finding);
    put_place(opinion, finding);
    opinion_put_line(opinion, W_BASIS, finding->rule->basis[opinion->lang]);
    for (size_t i = 0; i < finding->nseen; i++)
        if (finding->seen[i].is_reading)
            opinion_put_reading(opinion, finding->seen[i].cell);
    opinion_put_line(opinion, W_REASON, decision.reason);
    put_notes(opinion, item);
    put_proposals(opinion, item);
    put_suspicion(opinion, item);
    if (decision.stale)
        opinion_put_line(opinion, W_STALE, decision.why_stale);
}

static void put_finding(struct opinion *opinion, size_t item)
{
    const struct finding *finding = &opinion->review->findings->items[item];
    opinion_put(opinion, opinion_message(opinion, finding));
    str_add(opinion->out, opinion->lang == LANG_ZH ? "（" : " (");
    opinion_put(opinion, finding->rule->id);
    str_add(opinion->out, opinion->lang == LANG_ZH ? "）" : ")");
    if (opinion_standing(opinion, item) == STANDING_OPEN)
        str_add(opinion->out, opinion_word(opinion, W_OPEN_MARK));
    str_byte(opinion->out, '\n');
    put_details(opinion, item);
}

/* What a problem keeps undecided is no fault of its own: the checks by name,
 * with how often, in one line. */
static void put_consequences(struct opinion *opinion, size_t from, size_t end)
{
    const struct entry *entries = opinion->review->state->entries;
    const struct finding *items = opinion->review->findings->items;
    const struct rule *rule = NULL;
    size_t times = 0, listed = 0;
    for (size_t k = from; k <= end; k++) {
        const struct finding *finding = k < end ? &items[entries[k].item] : NULL;
        if (finding && finding->outcome != OUTCOME_UNDECIDED)
            continue;
        if (rule && (!finding || finding->rule != rule)) {
            if (listed++ == 0)
                opinion_put_point(opinion, W_HENCE);
            str_format(opinion->out, times > 1 ? "%s%s (%zu)" : "%s%s",
                       listed > 1 ? opinion_word(opinion, W_LIST) : "", rule->id, times);
            times = 0;
        }
        rule = finding ? finding->rule : NULL;
        times++;
    }
    if (listed)
        str_byte(opinion->out, '\n');
}

void opinion_put_entry(struct opinion *opinion, size_t number, size_t entry)
{
    const struct state *state = opinion->review->state;
    size_t end = opinion_entry_end(state, entry);
    bool first = true;
    for (size_t k = entry; k < end; k++) {
        size_t item = state->entries[k].item;
        if (!opinion_includes(opinion, item))
            continue;
        if (!first && opinion->review->findings->items[item].outcome == OUTCOME_UNDECIDED) {
            put_notes(opinion, item);
            continue;
        }
        if (first)
            str_format(opinion->out, "%zu. ", number);
        else
            opinion_put_point(opinion, W_ALSO);
        first = false;
        put_finding(opinion, item);
    }
    put_consequences(opinion, entry + 1, end);
    str_byte(opinion->out, '\n');
}

void opinion_put_problem(struct opinion *opinion, size_t number, const struct problem *problem)
{
    str_format(opinion->out, "%zu. ", number);
    opinion_put(opinion, problem->text);
    str_add(opinion->out, opinion_word(opinion, W_ADDED));
    str_byte(opinion->out, '\n');
    if (problem->target.cell) {
        opinion_put_line(opinion, W_CELLS, opinion_address(opinion, problem->target.cell));
        opinion_put_reading(opinion, problem->target.cell);
    } else if (problem->quote && !problem->orphaned) {
        opinion_put_quote(opinion, slice_of(problem->quote));
    }
    if (problem->orphaned)
        opinion_put_line(opinion, W_PLACE_LOST, problem->quote);
    opinion_put_line(opinion, W_BASIS, problem->basis);
    str_byte(opinion->out, '\n');
}
