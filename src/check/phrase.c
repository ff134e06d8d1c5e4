/* WORDING: phrases that should not stand in the prose. SAID: something that has
 * to be said. A WORDING record lists "cases":
 *
 *     "find"                 the list of patterns; sentences as people read them
 *     "id", "when"           the finding's instance; the severity's condition
 *                            and message (the id where there is no "when")
 *     "from", "until"        only for these report years
 *     "year_offset": -1      the year in the pattern's first group must be this
 *                            far from the report's
 *     "unless"               a list the sentence must not match
 *     "said", "unless_said"  a list that the prose of the same section must hold;
 *                            that no sentence of the report may match
 *     "sections"             only there; "headings": true: headings only
 *     "before"               numbers of last year's report, with the condition of that name
 *                            where the sentence tells these, see phrase_before.h
 *     "gap": true            in the prose, though the record has triggers, and only
 *                            where the source has a gap or an empty bracket there
 *
 * "triggers" (whole record): lines of the source are read instead, those that
 * hold one of these words. "mask": true: what is found is shown masked.
 *
 * "cells": in the cells of tables, what "find" or a case finds, and of a cell below or
 * beside one that "column" knows what is as a whole a "person".
 *
 * "numbers": in lines with a number long enough for a person's, what "find" does, unless
 * "before_not" matches what stands before it.
 *
 * "bare": a section with fewer "numbers" than these and without the agency's name, of which
 * it may lack the words to "drop" and all up to the last of "places".
 *
 * SAID has "find", "sections", "year_offset", "also" (patterns that do whatever the
 * year) and "in": "text" (every line of the
 * source), else the prose with its headings. */
#include "document.h"

#include <stdlib.h>

#include "gouji/base/json.h"
#include "phrase_bare.h"
#include "phrase_before.h"
#include "phrase_cells.h"
#include "phrase_numbers.h"
#include "prior.h"
#include "wording.h"

static bool is_in_sections(const struct evaluation *run, const cJSON *sections,
                           const struct sentence *sentence)
{
    const char *id = prose_section(run->report, sentence);
    return !sections || prose_word_is(sections, id);
}

static struct slice folded(const struct sentence *sentence)
{
    return slice_make(sentence->fold.text, sentence->fold.nbytes);
}

static bool is_said(struct evaluation *run, struct pattern_list list, int section)
{
    struct prose_walk walk = {.run = run, .only = prose_where(run, list)};
    struct match match;
    while (prose_next(&walk)) {
        const struct sentence *sentence = walk.now->sentence;
        if ((section < 0 || sentence->section == section) &&
            patterns_find(list, folded(sentence), &match))
            return true;
    }
    return false;
}

/* A case of a WORDING record, or what a SAID one looks for. */
struct sought {
    const char *id, *when; /* NULL */
    const cJSON *sections, *before;
    struct pattern_list find, unless, said, unless_said; /* without name: nothing is asked */
    struct pattern_list next; /* right behind what is masked, also to be */
    int from, until;          /* years */
    int year_offset;
    bool has_years, has_offset, wants_headings, wants_gap;
};

static struct sought read_sought(const void *patterns, const cJSON *one)
{
    return (struct sought){
        .id = json_string(one, "id"),
        .when = json_string(one, "when"),
        .sections = json_get(one, "sections"),
        .before = json_get(one, "before"),
        .find = patterns_named(patterns, json_string(one, "find")),
        .unless = patterns_named(patterns, json_string(one, "unless")),
        .said = patterns_named(patterns, json_string(one, "said")),
        .unless_said = patterns_named(patterns, json_string(one, "unless_said")),
        .next = patterns_named(patterns, json_string(one, "next")),
        .from = (int)json_integer(one, "from", 0),
        .until = (int)json_integer(one, "until", 9999),
        .year_offset = (int)json_integer(one, "year_offset", 0),
        .has_years = json_get(one, "from") || json_get(one, "until"),
        .has_offset = json_get(one, "year_offset") != NULL,
        .wants_headings = json_bool(one, "headings", false),
        .wants_gap = json_bool(one, "gap", false),
    };
}

struct phrases {
    struct sought *cases;
    size_t n;
    struct word_list triggers; /* none: the prose is searched */
    bool has_cells;
    struct cell_phrases cells;
    struct number_phrases numbers;
    struct bare_section bare;
};

static void read_phrases(const struct rule *rule, const void *patterns, void *own)
{
    const cJSON *cases = json_get(rule->record, "cases"), *one;
    const cJSON *cells = json_get(rule->record, "cells");
    const cJSON *numbers = json_get(rule->record, "numbers");
    struct phrases *phrases = own;
    phrases->triggers = word_list_of(rule->arena, json_get(rule->record, "triggers"));
    phrases->has_cells = cells != NULL;
    phrases->cells = (struct cell_phrases){
        .find = patterns_named(patterns, json_string(cells, "find")),
        .column = patterns_named(patterns, json_string(cells, "column")),
        .person = patterns_named(patterns, json_string(cells, "person")),
    };
    phrases->numbers = (struct number_phrases){
        .find = patterns_named(patterns, json_string(numbers, "find")),
        .before_not = patterns_named(patterns, json_string(numbers, "before_not")),
        .column = phrases->cells.column,
        .person = phrases->cells.person,
    };
    phrases->bare = bare_section_of(rule->arena, json_get(rule->record, "bare"));
    phrases->cases =
        arena_array(rule->arena, (size_t)cJSON_GetArraySize(cases), sizeof *phrases->cases);
    json_each (one, phrases->cases ? cases : NULL)
        phrases->cases[phrases->n++] = read_sought(patterns, one);
    if (phrases->n > 0) {
        phrases->cells.more = phrases->cases[0].find;
        phrases->cells.next = phrases->cases[0].next;
    }
}

void *phrase_compile(const struct rule *rule, const cJSON **at, struct err *err)
{
    return patterns_compile_with(rule, sizeof(struct phrases), read_phrases, at, err);
}

static bool fits_years(const struct sought *one, int year)
{
    return year > 0 ? year >= one->from && year <= one->until : year == 0 && !one->has_years;
}

/* The year in the first group, where the record asks for one. */
static bool fits_offset(const struct sought *one, int year, struct slice text,
                        const struct match *match)
{
    if (!one->has_offset)
        return true;
    return year > 0 && match->start[1] != PATTERN_NONE &&
           atoi(text.ptr + match->start[1]) == year + one->year_offset;
}

/* What has to be masked of a match: its first group, where there is one. */
static struct span masked_span(const struct sentence *sentence, const struct match *match)
{
    int group = match->start[1] != PATTERN_NONE && match->end[1] > match->start[1] ? 1 : 0;
    return fold_span(&sentence->fold, match->start[group], match->end[group]);
}

/* Whatever else of the kind stands in the sentence must be masked with it. */
static void add_others(struct evaluation *run, const struct sought *one,
                       const struct sentence *sentence, struct span first, struct span_list *spans)
{
    struct slice text = folded(sentence);
    struct match match;
    for (size_t i = 0; i < one->find.n; i++) {
        for (size_t from = 0; pattern_find(&one->find.items[i], text, from, &match);
             from = match.end[0]) {
            struct span span = masked_span(sentence, &match);
            if (span_overlaps(span, first))
                spans->items[0] = span;
            else
                span_list_add(run, spans, span);
            while (patterns_find_from(one->next, text, match.end[0], &match))
                span_list_add(run, spans, masked_span(sentence, &match));
        }
    }
}

static void report_phrase(struct evaluation *run, const struct rule *rule, const struct sought *one,
                          size_t number, struct span span, const struct sentence *sentence)
{
    const char *id = one->id;
    const char *when =
        sentence && one->before && phrase_is_of_before(run, rule, one->before, folded(sentence))
            ? "before"
            : one->when;
    bool mask = json_bool(rule->record, "mask", false);
    const char *text =
        mask ? prose_hidden(run, report_slice(run->report, span)) : prose_text(run, span);
    struct message_value values[] = {{"text", text, text}};
    struct span_list spans = {0};
    span_list_add(run, &spans, span);
    if (mask && sentence)
        add_others(run, one, sentence, span, &spans);
    const char *instance = id ? id : prose_instance(run, number);
    struct finding *finding = prose_report(run, rule, instance, OUTCOME_FAIL, when ? when : id,
                                           values, 1, &spans, sentence);
    if (finding && mask) {
        finding->quote = slice_of(text);
        finding->is_masked = true;
    }
}

/* Findings of a case that has an id are one. */
static bool was_reported(const struct evaluation *run, const struct rule *rule, const char *id)
{
    for (size_t i = run->out->nitems; id && i-- > 0 && run->out->items[i].rule == rule;)
        if (strcmp(run->out->items[i].instance, id) == 0)
            return true;
    return false;
}

/* 申请  件 of one line: a number was to be put there. */
static bool has_gap(struct evaluation *run, struct span span)
{
    static const char *const gaps[] = {" ", "　", "(", "（"};
    struct slice text = report_slice(run->report, span);
    bool found = false;
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++)
        found |= slice_contains(text, gaps[i]);
    return found && !slice_contains(text, "\n");
}

static void search_sentence(struct evaluation *run, const struct rule *rule,
                            const struct sought *one, int year, const struct prose_walk *walk)
{
    const struct sentence *sentence = walk->now->sentence;
    struct slice text = folded(sentence);
    struct match match, other;
    for (size_t i = 0; i < one->find.n; i++) {
        if (!prose_find_one(walk, &one->find.items[i], text, 0, &match) ||
            !fits_offset(one, year, text, &match) || patterns_find(one->unless, text, &other) ||
            (one->said.name && !is_said(run, one->said, sentence->section)))
            continue;
        int group = one->wants_gap && match.start[1] != PATTERN_NONE ? 1 : 0;
        struct span span = fold_span(&sentence->fold, match.start[group], match.end[group]);
        if (one->wants_gap && !has_gap(run, span))
            continue;
        report_phrase(run, rule, one, walk->now->index + 1, span, sentence);
        return;
    }
}

static void search_prose(struct evaluation *run, const struct rule *rule, const struct sought *one,
                         int year)
{
    struct prose_walk walk = {.run = run, .only = prose_where(run, one->find)};
    while (prose_next(&walk)) {
        const struct sentence *sentence = walk.now->sentence;
        if ((one->wants_headings && !sentence->is_heading) ||
            !is_in_sections(run, one->sections, sentence) || was_reported(run, rule, one->id))
            continue;
        search_sentence(run, rule, one, year, &walk);
    }
}

/* The place of the nearest trigger at or after `from`. */
static size_t next_trigger(struct word_list triggers, struct slice text, size_t from)
{
    size_t nearest = text.nbytes;
    for (size_t i = 0; i < triggers.n; i++) {
        const char *at = slice_find(slice_make(text.ptr + from, nearest - from), triggers.items[i]);
        if (at)
            nearest = (size_t)(at - text.ptr);
    }
    return nearest;
}

static void search_line(struct evaluation *run, const struct rule *rule, size_t line)
{
    const struct phrases *phrases = patterns_kept(rule);
    struct span whole = report_line_span(run->report, line);
    struct slice text = report_slice(run->report, whole);
    for (size_t i = 0; i < phrases->n; i++) {
        struct match match;
        if (phrases->cases[i].wants_gap || !patterns_find(phrases->cases[i].find, text, &match))
            continue;
        struct span span = {whole.start + (uint32_t)match.start[0],
                            whole.start + (uint32_t)match.end[0]};
        report_phrase(run, rule, &phrases->cases[i], line + 1, span, NULL);
        return;
    }
}

static void search_lines(struct evaluation *run, const struct rule *rule, struct word_list triggers)
{
    struct slice text = slice_make(run->report->text, run->report->text_nbytes);
    size_t at = next_trigger(triggers, text, 0);
    while (at < text.nbytes && !run->failed) {
        size_t line = report_line_at(run->report, (uint32_t)at);
        search_line(run, rule, line);
        if (line + 1 >= run->report->nlines)
            break;
        at = next_trigger(triggers, text, run->report->lines[line + 1]);
    }
}

static void report_cells(struct evaluation *run, const struct rule *rule, const char *instance,
                         const struct span_list *spans)
{
    const char *text = prose_hidden(run, report_slice(run->report, spans->items[0]));
    struct message_value values[] = {{"text", text, text}};
    struct finding *finding =
        prose_report(run, rule, instance, OUTCOME_FAIL, NULL, values, 1, spans, NULL);
    if (finding)
        finding->is_masked = json_bool(rule->record, "mask", false);
}

static void report_bare(struct evaluation *run, const struct rule *rule,
                        const struct bare_section *wanted)
{
    const struct section *section = bare_section_find(run, wanted);
    if (!section)
        return;
    struct span_list spans = {0};
    span_list_add(run, &spans, section->heading);
    struct message_value values[] = {{"text", section->title, section->title}};
    prose_report(run, rule, "bare", OUTCOME_FAIL, "bare", values, 1, &spans, NULL);
}

void phrase_evaluate(struct evaluation *run, const struct rule *rule)
{
    const struct phrases *phrases = patterns_kept(rule);
    size_t before = run->out->nitems, applicable = 0;
    int year = run->stated_year;
    bool lacks_prior = rule->needs_prior && !prior_fits(run);
    if (phrases->triggers.n > 0)
        search_lines(run, rule, phrases->triggers);
    for (size_t i = 0; i < phrases->n; i++) {
        const struct sought *one = &phrases->cases[i];
        if (lacks_prior || !fits_years(one, year))
            continue;
        applicable++;
        if ((phrases->triggers.n == 0 || one->wants_gap) &&
            !(one->unless_said.name && is_said(run, one->unless_said, -1)))
            search_prose(run, rule, one, year);
    }
    if (phrases->has_cells && applicable > 0)
        cell_phrases_search(run, rule, &phrases->cells, report_cells);
    if (phrases->numbers.find.n > 0 && applicable > 0)
        number_phrases_search(run, rule, &phrases->numbers, before, report_cells);
    report_bare(run, rule, &phrases->bare);
    if (run->out->nitems > before)
        return;
    if (applicable > 0)
        eval_pass(run, rule);
    else
        eval_not_applicable(run, rule);
}

/* What a SAID record asks for. */
struct said {
    struct sought sought;
    struct pattern_list also;
    const char *section; /* the first of its sections, NULL */
    bool is_in_text;
};

static void read_said(const struct rule *rule, const void *patterns, void *own)
{
    const cJSON *record = rule->record, *sections = json_get(record, "sections");
    const char *in = json_string(record, "in");
    struct said *said = own;
    *said = (struct said){
        .sought = {.sections = sections,
                   .find = patterns_named(patterns, "find"),
                   .has_offset = json_get(record, "year_offset") != NULL,
                   .year_offset = (int)json_integer(record, "year_offset", 0)},
        .also = patterns_named(patterns, json_string(record, "also")),
        .section = json_first(sections) ? json_text(json_first(sections)) : NULL,
        .is_in_text = in && strcmp(in, "text") == 0,
    };
}

void *said_compile(const struct rule *rule, const cJSON **at, struct err *err)
{
    return patterns_compile_with(rule, sizeof(struct said), read_said, at, err);
}

/* `previous`: the section before one whose heading is lost, which may begin in it; -1. */
static bool says(struct evaluation *run, const struct sought *sought, int year, int previous)
{
    struct pattern_list list = sought->find;
    struct prose_walk walk = {.run = run, .only = prose_where(run, list)};
    while (prose_next(&walk)) {
        const struct sentence *sentence = walk.now->sentence;
        struct slice text = folded(sentence);
        struct match match;
        bool is_there = is_in_sections(run, sought->sections, sentence) ||
                        (previous >= 0 && sentence->section == previous);
        for (size_t k = 0; k < list.n && is_there; k++)
            if (prose_find_one(&walk, &list.items[k], text, 0, &match) &&
                fits_offset(sought, year, text, &match))
                return true;
    }
    return false;
}

static bool line_matches(const struct report *report, size_t line, const struct pattern *pattern)
{
    struct match match;
    return pattern_find(pattern, report_slice(report, report_line_span(report, line)), 0, &match);
}

/* Whether a line of the source does; of those only that have what the pattern needs. */
static bool a_line_matches(const struct report *report, const struct pattern *pattern)
{
    const struct needs *needs = &pattern->needs;
    struct slice text = slice_make(report->text, report->text_nbytes);
    size_t count = needs_count_rarest(needs);
    for (size_t line = 0; count == 0 && line < report->nlines; line++)
        if (line_matches(report, line, pattern))
            return true;
    for (size_t which = 0; which < count; which++)
        for (size_t at = 0; needs_find(needs, which, text, &at);) {
            size_t line = report_line_at(report, (uint32_t)at);
            if (line_matches(report, line, pattern))
                return true;
            at = line + 1 < report->nlines ? report->lines[line + 1] : text.nbytes;
        }
    return false;
}

static bool lines_say(const struct evaluation *run, struct pattern_list list)
{
    for (size_t i = 0; i < list.n; i++)
        if (a_line_matches(run->report, &list.items[i]))
            return true;
    return false;
}

void said_evaluate(struct evaluation *run, const struct rule *rule)
{
    const struct said *said = patterns_kept(rule);
    const struct sought *sought = &said->sought;
    int year = run->stated_year;
    const struct section *section =
        said->section ? report_section(run->report, said->section) : NULL;
    int index = section ? (int)(section - run->report->sections) : -1;
    if ((said->section && !section) || sought->find.n == 0 || (year == 0 && sought->has_offset)) {
        eval_not_applicable(run, rule);
        return;
    }
    int previous = section && span_empty(section->heading) ? index - 1 : -1;
    if (says(run, sought, year, previous) || (said->also.name && is_said(run, said->also, index)) ||
        (said->also.name && previous >= 0 && is_said(run, said->also, previous)) ||
        (said->is_in_text && lines_say(run, sought->find))) {
        eval_pass(run, rule);
        return;
    }
    struct span_list spans = {0};
    if (section)
        span_list_add(run, &spans, section->heading);
    const char *before = wording_number(run, year - 1, false);
    struct message_value values[] = {{"year_before", before, before}};
    prose_report(run, rule, "", OUTCOME_FAIL, NULL, values, 1, &spans, NULL);
}
