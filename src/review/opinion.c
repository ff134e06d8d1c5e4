/* 退回修改意见: what to send back. Numbered problems in the order of the form's
 * sections, each in the form's own words. Plain text or Markdown. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "decision.h"
#include "entries.h"
#include "gouji/base/message.h"
#include "gouji/check/mask.h"
#include "gouji/text/sanitise.h"
#include "opinion_words.h"
#include "session.h"

enum { SECTION_WHOLE = 0, SECTION_OTHER = 1000, MAX_ADDRESSES = 8, MAX_QUOTE_NBYTES = 300 };

/* One numbered problem: an entry of the list, or a problem added. */
struct topic {
    size_t section; /* 1.. in the order of the form; 0 whole report */
    size_t order;
    size_t entry;                  /* index into entries */
    const struct problem *problem; /* NULL for an entry */
};

struct opinion {
    const struct review *review;
    enum opinion_format format;
    enum lang lang;
    bool all;
    struct arena *arena;
    struct str *out;
    struct topic *topics;
    size_t ntopics;
    bool *noted; /* per note: already printed */
    const struct event *proposed; /* whose proposals have been printed last */
    const struct culprit *suspected;
};

static const char *word(const struct opinion *opinion, enum word which)
{
    return words[which][opinion->lang];
}

/* ---- writing outside text ---- */

static void put_escaped(struct opinion *opinion, struct slice text)
{
    static const char special[] = "\\`*_[]<>|#~&";
    struct str clean = STR_INIT, masked = STR_INIT;
    mask_append(opinion->review->findings, text, &masked);
    sanitise_append(&clean, str_slice(&masked), 0);
    for (size_t i = 0; i < clean.nbytes; i++) {
        if (opinion->format == OPINION_MARKDOWN && strchr(special, clean.data[i]))
            str_byte(opinion->out, '\\');
        str_byte(opinion->out, clean.data[i]);
    }
    opinion->out->failed = opinion->out->failed || clean.failed || masked.failed;
    str_release(&masked);
    str_release(&clean);
}

/* Several lines stay several lines, indented under their point. */
static void put(struct opinion *opinion, const char *text)
{
    for (const char *line = text ? text : ""; *line;) {
        size_t n = strcspn(line, "\r\n");
        put_escaped(opinion, slice_make(line, n));
        line += n;
        line += strspn(line, "\r\n");
        if (*line)
            str_add(opinion->out, opinion->format == OPINION_MARKDOWN ? "\\\n     " : "\n     ");
    }
}

static void put_point(struct opinion *opinion, enum word label)
{
    str_add(opinion->out, "   - ");
    str_add(opinion->out, word(opinion, label));
    str_add(opinion->out, word(opinion, W_SEP));
}

static void put_line(struct opinion *opinion, enum word label, const char *text)
{
    if (!text || !*text)
        return;
    put_point(opinion, label);
    put(opinion, text);
    str_byte(opinion->out, '\n');
}

static void put_heading(struct opinion *opinion, int level, const char *text)
{
    if (opinion->format == OPINION_MARKDOWN)
        str_add(opinion->out, level == 1 ? "# " : "## ");
    put(opinion, text);
    str_byte(opinion->out, '\n');
    if (opinion->format == OPINION_MARKDOWN)
        str_byte(opinion->out, '\n');
}

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

enum standing { STANDING_OUT, STANDING_CONFIRMED, STANDING_OPEN };

static enum standing standing_of(const struct opinion *opinion, size_t item)
{
    struct decision decision = review_decision(opinion->review, item);
    const struct finding *finding = &opinion->review->findings->items[item];
    if (decision.verdict == VERDICT_CONFIRMED)
        return STANDING_CONFIRMED;
    bool open = decision.verdict == VERDICT_NONE || decision.verdict == VERDICT_LATER;
    return open && finding->outcome == OUTCOME_FAIL ? STANDING_OPEN : STANDING_OUT;
}

static bool is_included(const struct opinion *opinion, size_t item)
{
    enum standing standing = standing_of(opinion, item);
    return standing == STANDING_CONFIRMED || (opinion->all && standing == STANDING_OPEN);
}

static size_t entry_end(const struct state *state, size_t from)
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

static int collect_topics(struct opinion *opinion)
{
    const struct state *state = opinion->review->state;
    opinion->topics =
        arena_array(opinion->arena, state->nentries + state->nproblems, sizeof *opinion->topics);
    opinion->noted = arena_array(opinion->arena, state->nnotes, sizeof *opinion->noted);
    if (!opinion->topics || !opinion->noted)
        return -1;
    for (size_t i = 0, end; i < state->nentries; i = end) {
        bool any = false;
        end = entry_end(state, i);
        for (size_t k = i; k < end; k++)
            any = any || is_included(opinion, state->entries[k].item);
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

/* ---- one problem ---- */

static const char *address(const struct opinion *opinion, const char *id)
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
    put_point(opinion, W_CELLS);
    for (size_t i = 0; i < finding->nseen; i++) {
        if (!report_cell(opinion->review->report, finding->seen[i].cell))
            continue;
        str_add(opinion->out, listed++ ? word(opinion, W_LIST) : "");
        put(opinion, address(opinion, finding->seen[i].cell));
    }
    str_byte(opinion->out, '\n');
}

/* The words concerned, so many that one finds them in the report. */
static void put_quote(struct opinion *opinion, struct slice quote)
{
    while (quote.nbytes > 0 && strchr(" \t\r\n", *quote.ptr))
        quote = slice_make(quote.ptr + 1, quote.nbytes - 1);
    const char *line_end = memchr(quote.ptr, '\n', quote.nbytes);
    size_t n = line_end ? (size_t)(line_end - quote.ptr) : quote.nbytes;
    n = n < MAX_QUOTE_NBYTES ? n : MAX_QUOTE_NBYTES;
    while (n > 0 && n < quote.nbytes && ((unsigned char)quote.ptr[n] & 0xC0) == 0x80)
        n--;
    char *text = strndup(quote.ptr, n);
    if (!text) {
        opinion->out->failed = true;
        return;
    }
    put_point(opinion, W_CELLS);
    str_add(opinion->out, "“");
    put(opinion, text);
    str_add(opinion->out, n < quote.nbytes ? "……”\n" : "”\n");
    free(text);
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
    char *text = strndup(quote.ptr, quote.nbytes);
    if (text && text[0] && !(message && strstr(message, text)))
        put_quote(opinion, quote);
    free(text);
}

/* A value as it is read now; a blank is named, since nothing is no zero. */
static void put_value(struct opinion *opinion, const struct seen *seen)
{
    char value[CELL_VALUE_NBYTES];
    if (seen->state == CELL_NUMBER)
        put(opinion, cell_format(seen->value, seen->is_decimal, value));
    else if (seen->text.nbytes)
        put_escaped(opinion, seen->text);
    else
        str_add(opinion->out, word(opinion, W_BLANK));
}

static void put_reading(struct opinion *opinion, const char *id)
{
    const struct cell *cell = report_cell(opinion->review->report, id);
    struct seen seen = review_cell(opinion->review, id);
    if (!cell || !seen.is_reading)
        return;
    put_point(opinion, W_READ);
    put(opinion, address(opinion, id));
    str_add(opinion->out, " “");
    if (span_empty(cell->span))
        str_add(opinion->out, word(opinion, W_BLANK));
    put_escaped(opinion, report_slice(opinion->review->report, cell->span));
    str_add(opinion->out, "” → “");
    put_value(opinion, &seen);
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
    return address(opinion, id);
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
        put_point(opinion, W_PROPOSED);
        put(opinion, value_name(opinion, finding, value->string));
        str_add(opinion->out, " ");
        put(opinion, str_text(&text));
        str_byte(opinion->out, '\n');
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
    put_line(opinion, W_LIKELY, culprit->line[opinion->lang]);
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
        put_line(opinion, W_NOTE, state->notes[i].text);
    }
}

static void put_message(struct opinion *opinion, const struct finding *finding)
{
    const char *message = finding->message[opinion->lang];
    put(opinion, message ? message : finding->rule->name[opinion->lang]);
}

static void put_details(struct opinion *opinion, size_t item)
{
    const struct finding *finding = &opinion->review->findings->items[item];
    struct decision decision = review_decision(opinion->review, item);
    put_line(opinion, W_SUM, finding->sum[opinion->lang]);
    put_cells(opinion, finding);
    put_place(opinion, finding);
    put_line(opinion, W_BASIS, finding->rule->basis[opinion->lang]);
    for (size_t i = 0; i < finding->nseen; i++)
        if (finding->seen[i].is_reading)
            put_reading(opinion, finding->seen[i].cell);
    put_line(opinion, W_REASON, decision.reason);
    put_notes(opinion, item);
    put_proposals(opinion, item);
    put_suspicion(opinion, item);
    if (decision.stale)
        put_line(opinion, W_STALE, decision.why_stale);
}

static void put_finding(struct opinion *opinion, size_t item)
{
    const struct finding *finding = &opinion->review->findings->items[item];
    put_message(opinion, finding);
    str_add(opinion->out, opinion->lang == LANG_ZH ? "（" : " (");
    put(opinion, finding->rule->id);
    str_add(opinion->out, opinion->lang == LANG_ZH ? "）" : ")");
    if (standing_of(opinion, item) == STANDING_OPEN)
        str_add(opinion->out, word(opinion, W_OPEN_MARK));
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
                put_point(opinion, W_HENCE);
            str_format(opinion->out, times > 1 ? "%s%s (%zu)" : "%s%s",
                       listed > 1 ? word(opinion, W_LIST) : "", rule->id, times);
            times = 0;
        }
        rule = finding ? finding->rule : NULL;
        times++;
    }
    if (listed)
        str_byte(opinion->out, '\n');
}

static void put_entry(struct opinion *opinion, size_t number, size_t entry)
{
    const struct state *state = opinion->review->state;
    size_t end = entry_end(state, entry);
    bool first = true;
    for (size_t k = entry; k < end; k++) {
        size_t item = state->entries[k].item;
        if (!is_included(opinion, item))
            continue;
        if (!first && opinion->review->findings->items[item].outcome == OUTCOME_UNDECIDED) {
            put_notes(opinion, item);
            continue;
        }
        if (first)
            str_format(opinion->out, "%zu. ", number);
        else
            put_point(opinion, W_ALSO);
        first = false;
        put_finding(opinion, item);
    }
    put_consequences(opinion, entry + 1, end);
    str_byte(opinion->out, '\n');
}

static void put_problem(struct opinion *opinion, size_t number, const struct problem *problem)
{
    str_format(opinion->out, "%zu. ", number);
    put(opinion, problem->text);
    str_add(opinion->out, word(opinion, W_ADDED));
    str_byte(opinion->out, '\n');
    if (problem->target.cell) {
        put_line(opinion, W_CELLS, address(opinion, problem->target.cell));
        put_reading(opinion, problem->target.cell);
    } else if (problem->quote && !problem->orphaned) {
        put_quote(opinion, slice_of(problem->quote));
    }
    if (problem->orphaned)
        put_line(opinion, W_PLACE_LOST, problem->quote);
    put_line(opinion, W_BASIS, problem->basis);
    str_byte(opinion->out, '\n');
}

/* ---- the whole ---- */

static void put_head_line(struct opinion *opinion, enum word label, const char *text)
{
    str_add(opinion->out, opinion->format == OPINION_MARKDOWN ? "- " : "");
    str_add(opinion->out, word(opinion, label));
    str_add(opinion->out, word(opinion, W_SEP));
    put(opinion, text && *text ? text : word(opinion, W_UNKNOWN));
    str_byte(opinion->out, '\n');
}

static void put_head(struct opinion *opinion)
{
    const struct review *review = opinion->review;
    struct conclusion_state conclusion = review->state->conclusion;
    char date[EVENT_TIME_NBYTES], text[24];
    event_time((int64_t)time(NULL), date);
    if (review->state->concluded)
        strncpy(date, conclusion.at, sizeof date - 1);
    date[10] = '\0';
    put_heading(opinion, 1, word(opinion, W_TITLE));
    put_head_line(opinion, W_AGENCY, review->report->who.agency);
    snprintf(text, sizeof text, "%d", review->report->who.year);
    put_head_line(opinion, W_YEAR, review->report->who.year ? text : NULL);
    put_head_line(opinion, W_REVIEWER, review->reviewer);
    put_head_line(opinion, W_DATE, date);
    if (review->state->concluded)
        put_head_line(opinion, W_CONCLUSION, conclusion_words[conclusion.status][opinion->lang]);
    snprintf(text, sizeof text, "%zu", opinion->ntopics);
    put_head_line(opinion, W_COUNT_OF, text);
    if (review->state->conclusion.note && *review->state->conclusion.note)
        put_head_line(opinion, W_NOTE, review->state->conclusion.note);
    str_byte(opinion->out, '\n');
}

static void put_section(struct opinion *opinion, size_t section)
{
    const struct form_section *sections;
    size_t n = forms_sections(opinion->review->report->forms, &sections);
    struct str title = STR_INIT;
    if (section >= 1 && section <= n)
        str_format(&title, opinion->lang == LANG_ZH ? "%s、%s" : "“%s、%s”",
                   sections[section - 1].numeral, sections[section - 1].title);
    put_heading(opinion, 2, title.nbytes ? str_text(&title)
                                           : word(opinion, section ? W_OTHER : W_WHOLE));
    str_release(&title);
}

static void put_topics(struct opinion *opinion)
{
    size_t last = SIZE_MAX;
    if (opinion->ntopics == 0) {
        /* Nothing decided is not nothing wrong. */
        bool undecided = opinion->review->state->counts.verdicts[VERDICT_NONE] > 0;
        str_add(opinion->out, word(opinion, undecided ? W_NONE_YET : W_NONE));
        str_add(opinion->out, "\n\n");
    }
    for (size_t i = 0; i < opinion->ntopics; i++) {
        const struct topic *topic = &opinion->topics[i];
        if (topic->section != last)
            put_section(opinion, topic->section);
        last = topic->section;
        if (topic->problem)
            put_problem(opinion, i + 1, topic->problem);
        else
            put_entry(opinion, i + 1, topic->entry);
    }
}

/* Entries nobody has decided, later ones too; what was included above is said
 * there. */
static void put_lacking(struct opinion *opinion)
{
    const struct state *state = opinion->review->state;
    size_t lacking = 0;
    for (size_t i = 0; i < state->nentries; i++) {
        size_t item = state->entries[i].item;
        struct decision decision = review_decision(opinion->review, item);
        bool open = decision.verdict == VERDICT_NONE || decision.verdict == VERDICT_LATER;
        if (state->entries[i].depth > 0 || !open || is_included(opinion, item))
            continue;
        if (lacking++ == 0)
            put_heading(opinion, 2, word(opinion, W_LACKING));
        str_add(opinion->out, "- ");
        put_message(opinion, &opinion->review->findings->items[item]);
        str_byte(opinion->out, '\n');
    }
    if (lacking == 0 && state->counts.verdicts[VERDICT_NONE] == 0 && state->nentries > 0) {
        str_add(opinion->out, word(opinion, W_ALL_DECIDED));
        str_byte(opinion->out, '\n');
    }
}

/* The address of a cell without its column. */
static void put_row_address(struct opinion *opinion, const struct cell *cell)
{
    const char *whole = address(opinion, cell->id);
    size_t n = strlen(whole), column = strlen(cell->block->cols[cell->col].label) + 1;
    put_escaped(opinion, slice_make(whole, n > column ? n - column : n));
}

/* Values whose columns the reviewer decided: one line a row. */
static void put_placed(struct opinion *opinion, const struct cell *cell, const struct cell *before)
{
    bool goes_on = before && before->block == cell->block && before->row == cell->row;
    struct seen seen = review_cell(opinion->review, cell->id);
    if (goes_on) {
        str_add(opinion->out, word(opinion, W_LIST));
    } else {
        str_add(opinion->out, before ? "\n" : "");
        put_point(opinion, W_PLACED);
        put_row_address(opinion, cell);
        str_add(opinion->out, word(opinion, W_SEP));
    }
    put(opinion, cell->block->cols[cell->col].label);
    str_byte(opinion->out, ' ');
    put_value(opinion, &seen);
}

static void put_readings(struct opinion *opinion)
{
    const struct review *review = opinion->review;
    const struct cell *cell, *placed = NULL;
    if (review->state->nreadings == 0)
        return;
    str_byte(opinion->out, '\n');
    put_heading(opinion, 2, word(opinion, W_READINGS));
    for (size_t position = 0; (cell = report_next_cell(review->report, &position));)
        if (cell->state != CELL_UNPLACED)
            put_reading(opinion, cell->id);
    for (size_t position = 0; (cell = report_next_cell(review->report, &position));) {
        if (cell->state != CELL_UNPLACED || !review_cell(review, cell->id).is_reading)
            continue;
        put_placed(opinion, cell, placed);
        placed = cell;
    }
    str_add(opinion->out, placed ? "\n" : "");
}

int review_opinion(const struct review *review, enum opinion_format format, enum lang lang,
                   bool all, struct str *out, struct err *err)
{
    struct opinion opinion = {
        .review = review, .format = format, .lang = lang, .all = all, .out = out};
    opinion.arena = arena_new();
    int status = opinion.arena ? collect_topics(&opinion) : -1;
    if (!status) {
        put_head(&opinion);
        put_topics(&opinion);
        put_lacking(&opinion);
        put_readings(&opinion);
        status = out->failed || arena_failed(opinion.arena) ? -1 : 0;
    }
    arena_free(opinion.arena);
    return status ? err_set_nomem(err) : 0;
}
