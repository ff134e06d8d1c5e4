/* What a section has to say: results of assessment, problems and measures, the
 * fee for processing information. */
#include "document.h"

#include "gouji/base/json.h"
#include "wording.h"

static bool is_section_heading(const struct report *report, const struct sentence *sentence)
{
    return sentence->section >= 0 &&
           span_overlaps(report->sections[sentence->section].heading, sentence->span);
}

/* SEC-07 */

enum { MAX_TOPICS = 8, MAX_EVIDENCE = 4 };

/* What the record says. */
struct results {
    const cJSON *delegated, *offices, *governments;
    struct word_list government_words, own_section, result_words;
    struct pattern_list results;
    const cJSON *names[MAX_TOPICS]; /* of its topics */
    struct word_list words[MAX_TOPICS];
    size_t n;
};

static void read_results(const struct rule *rule, const void *patterns, void *own)
{
    struct results *asked = own;
    const cJSON *record = rule->record, *topic;
    *asked = (struct results){
        .delegated = json_get(record, "delegated"),
        .offices = json_get(record, "offices"),
        .governments = json_get(record, "governments"),
        .government_words = word_list_of(rule->arena, json_get(record, "government_words")),
        .own_section = word_list_of(rule->arena, json_get(record, "own_section")),
        .result_words = word_list_of(rule->arena, json_get(record, "result_words")),
        .results = patterns_named(patterns, "results"),
    };
    json_each (topic, json_get(record, "topics")) {
        if (asked->n == MAX_TOPICS)
            break;
        asked->names[asked->n] = json_get(topic, "name");
        asked->words[asked->n++] = word_list_of(rule->arena, json_get(topic, "words"));
    }
}

void *section_results_compile(const struct rule *rule, const cJSON **at, struct err *err)
{
    return patterns_compile_with(rule, sizeof(struct results), read_results, at, err);
}

/* Which severity's condition applies to this organ: NULL plain, "delegated" an
 * agency that is no level of government; false when exempt. */
static bool must_report_results(const struct report *report, const struct results *asked,
                                const char **condition)
{
    const struct identity *who = &report->who;
    *condition = NULL;
    if (prose_word_is(asked->delegated, who->kind)) {
        *condition = "delegated";
        return true;
    }
    if (prose_word_is(asked->offices, who->kind))
        return word_list_meets(asked->government_words, slice_of(who->agency));
    return prose_word_is(asked->governments, who->kind);
}

/* Is this sentence in the overview, or in a section of its own on the matter? */
static bool is_in_scope(const struct report *report, const struct results *asked,
                        const struct sentence *sentence)
{
    if (sentence->section < 0)
        return false;
    const struct section *section = &report->sections[sentence->section];
    return section->id ? strcmp(section->id, "S1") == 0
                       : word_list_meets(asked->own_section, slice_of(section->title));
}

static bool gives_result(const struct results *asked, struct slice text)
{
    return word_list_meets(asked->result_words, text) || patterns_hold(asked->results, text);
}

/* Of which topics the prose gives a result. */
static void find_results(struct evaluation *run, const struct results *asked, bool *has_result)
{
    struct prose_walk walk = {.run = run, .only = prose_where_words(run, asked->result_words)};
    prose_where_too(run, asked->results, &walk.only);
    while (prose_next(&walk)) {
        struct slice text = walk.now->text;
        if (walk.now->sentence->is_heading ||
            !is_in_scope(run->report, asked, walk.now->sentence) || !gives_result(asked, text))
            continue;
        for (size_t i = 0; i < asked->n; i++)
            has_result[i] = has_result[i] || word_list_meets(asked->words[i], text);
    }
}

static bool names_missing_topic(const struct results *asked, const bool *has_result,
                                struct slice text)
{
    for (size_t i = 0; i < asked->n; i++)
        if (!has_result[i] && word_list_meets(asked->words[i], text))
            return true;
    return false;
}

/* Sentences that one would expect the result in: best those that name the topic
 * under a heading that names it, then those that name it, then those under the
 * heading. */
static const struct sentence *find_places(struct evaluation *run, const struct results *asked,
                                          const bool *has_result, struct span_list *spans)
{
    const struct sentence *best = NULL;
    struct prose_set may_name = prose_where_words(run, (struct word_list){NULL, 0});
    for (size_t i = 0; i < asked->n; i++)
        prose_where_words_too(run, asked->words[i], &may_name);
    for (int wanted = 3; wanted > 0 && spans->n < MAX_EVIDENCE; wanted--) {
        struct prose_walk walk = {.run = run};
        bool under = false;
        while (prose_next(&walk)) {
            if (!is_in_scope(run->report, asked, walk.now->sentence))
                continue;
            bool named = prose_set_has(may_name, walk.now->index) &&
                         names_missing_topic(asked, has_result, walk.now->text);
            if (walk.now->sentence->is_heading) {
                under = named;
                continue;
            }
            if (under + 2 * named != wanted || spans->n >= MAX_EVIDENCE ||
                (wanted == 1 && spans->n > 0))
                continue;
            best = best ? best : walk.now->sentence;
            span_list_add(run, spans, walk.now->sentence->span);
        }
    }
    return best;
}

static const char *list_missing(struct evaluation *run, const struct results *asked,
                                const bool *has_result, enum lang lang)
{
    struct str list = STR_INIT;
    for (size_t i = 0; i < asked->n; i++) {
        if (has_result[i])
            continue;
        str_add(&list, list.nbytes > 0 ? wording_separator(lang) : "");
        str_add(&list, rule_text(asked->names[i], lang));
    }
    return wording_keep(run, &list);
}

static void report_results(struct evaluation *run, const struct rule *rule, const char *condition,
                           const bool *has_result)
{
    const struct results *asked = patterns_kept(rule);
    struct span_list spans = {0};
    const struct sentence *sentence = find_places(run, asked, has_result, &spans);
    struct message_value values[] = {{"topics", list_missing(run, asked, has_result, LANG_ZH),
                                      list_missing(run, asked, has_result, LANG_EN)}};
    prose_report(run, rule, "", OUTCOME_FAIL, condition, values, 1, &spans, sentence);
}

void section_results(struct evaluation *run, const struct rule *rule)
{
    const struct results *asked = patterns_kept(rule);
    const char *condition;
    bool has_result[MAX_TOPICS] = {false};
    size_t n = 0;
    if (!must_report_results(run->report, asked, &condition) ||
        !report_section(run->report, "S1")) {
        eval_not_applicable(run, rule);
        return;
    }
    find_results(run, asked, has_result);
    while (n < asked->n && has_result[n])
        n++;
    if (n == asked->n)
        eval_pass(run, rule);
    else
        report_results(run, rule, condition, has_result);
}

/* SEC-08 */

enum part { PART_NONE, PART_PROBLEMS, PART_MEASURES, PART_PAST };

/* The record's. */
struct problem_words {
    struct word_list problem_headings, measure_headings, past_headings;
    struct pattern_list denial, answering, mended, achieved;
    struct pattern_list problem, problem_more, measure, measure_more, measure_weak;
};

struct part_reader {
    const struct problem_words *words;
    const char *past_year; /* 2019年 */
    bool is_wide;          /* rarer words count, too: few reports need them */
    enum part part;        /* what the heading last met announces */
    bool has_problems, has_measures;
    /* Sentences that may be one of the two: before all measures, behind a problem. */
    bool may_state_problem, may_state_measure;
};

static void read_problem_words(const struct rule *rule, const void *patterns, void *own)
{
    struct problem_words *words = own;
    *words = (struct problem_words){
        .problem_headings = word_list_of(rule->arena, json_get(rule->record, "problem_headings")),
        .measure_headings = word_list_of(rule->arena, json_get(rule->record, "measure_headings")),
        .past_headings = word_list_of(rule->arena, json_get(rule->record, "past_headings")),
        .denial = patterns_named(patterns, "denial"),
        .answering = patterns_named(patterns, "answering"),
        .mended = patterns_named(patterns, "mended"),
        .achieved = patterns_named(patterns, "achieved"),
        .problem = patterns_named(patterns, "problem"),
        .problem_more = patterns_named(patterns, "problem_more"),
        .measure = patterns_named(patterns, "measure"),
        .measure_more = patterns_named(patterns, "measure_more"),
        .measure_weak = patterns_named(patterns, "measure_weak"),
    };
}

void *section_problems_compile(const struct rule *rule, const cJSON **at, struct err *err)
{
    return patterns_compile_with(rule, sizeof(struct problem_words), read_problem_words, at, err);
}

static bool names_past(const struct part_reader *reader, struct slice text)
{
    return slice_contains(text, reader->past_year) ||
           word_list_meets(reader->words->past_headings, text);
}

static bool tells(const struct part_reader *reader, const struct prose_walk *walk,
                  struct pattern_list usual, struct pattern_list more, struct slice text)
{
    return prose_match(walk, usual, text) || (reader->is_wide && prose_match(walk, more, text));
}

/* What neither problem nor measure is read of, and nothing else either. */
static void read_unclear(struct part_reader *reader, const struct prose_walk *walk,
                         struct slice text)
{
    enum { LEAST = 8 * 3 }; /* 见附件。 tells nothing */
    if (text.nbytes < LEAST || names_past(reader, text) ||
        prose_match(walk, reader->words->achieved, text))
        return;
    reader->may_state_problem |= !reader->has_measures;
    reader->may_state_measure |= reader->has_problems || reader->may_state_problem;
}

static void read_part_heading(struct part_reader *reader, const struct prose_walk *walk,
                              struct slice text)
{
    const struct problem_words *words = reader->words;
    bool problems = word_list_meets(words->problem_headings, text);
    bool measures = word_list_meets(words->measure_headings, text);
    if (!problems && !measures) { /* an item of the list: content */
        reader->has_problems |= reader->part == PART_PROBLEMS ||
                                (reader->part == PART_NONE &&
                                 tells(reader, walk, words->problem, words->problem_more, text));
        reader->has_measures |= reader->part == PART_MEASURES;
        return;
    }
    reader->part = names_past(reader, text) ? PART_PAST
                   : problems && !measures  ? PART_PROBLEMS
                   : measures && !problems  ? PART_MEASURES
                                            : PART_NONE;
}

static void read_part_sentence(struct part_reader *reader, const struct prose_walk *walk)
{
    const struct problem_words *words = reader->words;
    struct slice text = walk->now->text;
    if (reader->part == PART_PAST || prose_match(walk, words->denial, text))
        return;
    bool measure = reader->has_measures || reader->part == PART_MEASURES ||
                   tells(reader, walk, words->measure, words->measure_more, text);
    if (measure && reader->has_problems) {
        reader->has_measures = true;
        return;
    }
    bool answers = prose_match(walk, words->answering, text) || /* 针对…问题, … */
                   (names_past(reader, text) && prose_match(walk, words->mended, text));
    bool problem = reader->part == PART_PROBLEMS ||
                   (reader->part != PART_MEASURES && !answers &&
                    tells(reader, walk, words->problem, words->problem_more, text));
    measure = measure || (!problem && prose_match(walk, words->measure_weak, text));
    if (!problem && !measure && !answers)
        read_unclear(reader, walk, text);
    reader->has_problems |= problem;
    reader->has_measures |= measure;
}

/* Section five, or one of its own behind it that names the measures. */
static bool is_about_problems(struct evaluation *run, const struct problem_words *words, int index)
{
    const struct section *sections = run->report->sections;
    if (index < 0)
        return false;
    if (sections[index].id)
        return strcmp(sections[index].id, "S5") == 0;
    return index > 0 && sections[index - 1].id && strcmp(sections[index - 1].id, "S5") == 0 &&
           word_list_meets(words->measure_headings, prose_folded(run, sections[index].title));
}

/* Reads the section until both are found. */
static void read_parts(struct evaluation *run, struct part_reader *reader)
{
    struct prose_walk walk = {.run = run};
    while (!(reader->has_problems && reader->has_measures) && prose_next(&walk)) {
        const struct sentence *sentence = walk.now->sentence;
        if (!is_about_problems(run, reader->words, sentence->section))
            continue;
        if (is_section_heading(run->report, sentence))
            read_part_heading(reader, &walk,
                              prose_folded(run, run->report->sections[sentence->section].title));
        else if (sentence->is_heading)
            read_part_heading(reader, &walk, walk.now->text);
        else
            read_part_sentence(reader, &walk);
    }
}

static void report_parts(struct evaluation *run, const struct rule *rule,
                         const struct section *section, const struct part_reader *reader)
{
    struct span_list spans = {0};
    span_list_add(run, &spans, section->heading);
    span_list_add(run, &spans, section->body);
    bool is_unclear = (reader->has_problems || reader->may_state_problem) &&
                      (reader->has_measures || reader->may_state_measure);
    const char *key = is_unclear             ? "unclear"
                      : reader->has_problems ? "measures"
                      : reader->has_measures ? "problems"
                                             : "both";
    prose_report(run, rule, "", OUTCOME_FAIL, key, NULL, 0, &spans, NULL);
}

void section_problems(struct evaluation *run, const struct rule *rule)
{
    const struct section *section = report_section(run->report, "S5");
    if (!section || section_is_empty(run->report, section)) {
        eval_not_applicable(run, rule); /* SEC-01 or SEC-05 says why */
        return;
    }
    int year = run->stated_year;
    struct part_reader usual = {.words = patterns_kept(rule)};
    usual.past_year = arena_format(run->arena, "%d年", year > 0 ? year - 1 : -1);
    struct part_reader reader = usual;
    read_parts(run, &reader);
    if (!reader.has_problems || !reader.has_measures) {
        reader = usual;
        reader.is_wide = true;
        read_parts(run, &reader);
    }
    if (reader.has_problems && reader.has_measures)
        eval_pass(run, rule);
    else
        report_parts(run, rule, section, &reader);
}

/* SEC-10 */

static bool is_zero(const struct evaluation *run, const struct cell *cell)
{
    struct seen seen = eval_seen(run, cell);
    return seen.state == CELL_NUMBER && seen.value == 0;
}

static bool is_all_zero(const struct evaluation *run, enum table_id id)
{
    const struct table *table = &run->report->tables[id];
    size_t n = 0;
    for (size_t b = 0; b < table->nblocks; b++) {
        const struct block_reading *block = &table->blocks[b];
        size_t ncells = block->form->nrows * block->form->ncols;
        for (size_t i = 0; i < ncells; i++) {
            const struct cell *cell = &block->cells[i];
            if (!cell_is_counted(cell) || cell->state == CELL_ABSENT)
                continue;
            if (!is_zero(run, cell))
                return false;
            n++;
        }
    }
    return n > 0;
}

void section_stated(struct evaluation *run, const struct rule *rule)
{
    int year = run->stated_year;
    if (year == 0 || year < (int)rule_integer(rule, "required_since", 0)) {
        eval_not_applicable(run, rule);
        return;
    }
    struct prose_walk walk = {.run = run, .only = prose_where(run, patterns_get(rule, "stated"))};
    while (prose_next(&walk)) {
        if (patterns_match(rule, "stated", walk.now->text)) {
            eval_pass(run, rule);
            return;
        }
    }
    struct span_list spans = {0};
    const char *id = rule_string(rule, "section");
    const struct section *section = id ? report_section(run->report, id) : NULL;
    if (section)
        span_list_add(run, &spans, section->heading);
    prose_report(run, rule, "", OUTCOME_FAIL, is_all_zero(run, TABLE_T3) ? "all_zero" : NULL, NULL,
                 0, &spans, NULL);
}
