/* TOPICS: what a section has to treat, each topic under a heading of its own or
 * at least in a sentence. A record has "section", "topics": [{id, name, words}],
 * and the patterns "level1", "level2" … of its headings, of which the first
 * that the section uses counts. */
#include "document.h"

#include "gouji/base/json.h"
#include "wording.h"

static bool is_in_section(const struct evaluation *run, const struct sentence *sentence,
                          const char *id)
{
    const char *own = sentence->section < 0 ? NULL : run->report->sections[sentence->section].id;
    return own && strcmp(own, id) == 0 &&
           !span_overlaps(run->report->sections[sentence->section].heading, sentence->span);
}

/* Does something the source prints and the fold drops stand behind byte i? */
static bool is_gap(const struct fold *fold, size_t i)
{
    return i + 1 < fold->nbytes && fold->start[i + 1] > fold_end(fold, i);
}

/* Whether the sentence is a heading of this level that holds one of the words
 * (NULL: any). The text may go on behind the heading after a colon, and in a
 * report printed as one paragraph after a blank. */
static bool is_heading(const struct rule *rule, const char *level, const struct sentence *sentence,
                       const cJSON *words)
{
    enum { HEADING_NBYTES = 120 };
    const struct fold *fold = &sentence->fold;
    for (size_t i = 0; i < fold->nbytes; i++) {
        bool is_whole = i + 1 == fold->nbytes, is_colon = fold->text[i] == ':';
        struct slice head = slice_make(fold->text, is_colon ? i : i + 1);
        if ((is_whole || (i < HEADING_NBYTES && (is_colon || is_gap(fold, i)))) &&
            (!words || prose_word_in(words, head)) && patterns_match(rule, level, head))
            return true;
    }
    return false;
}

static const char *heading_level(struct evaluation *run, const struct rule *rule, const char *id)
{
    static const char *const levels[] = {"level1", "level2", "level3"};
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        struct prose_walk walk = {.run = run,
                                  .only = prose_where(run, patterns_get(rule, levels[i]))};
        while (prose_next(&walk))
            if (is_in_section(run, walk.now.sentence, id) &&
                is_heading(rule, levels[i], walk.now.sentence, NULL))
                return levels[i];
    }
    return levels[0];
}

/* Where the topic stands: *heading set when under one of its own. */
static const struct sentence *find_topic(struct evaluation *run, const struct rule *rule,
                                         const char *id, const char *level, const cJSON *words,
                                         bool *heading)
{
    const struct sentence *found = NULL;
    struct prose_walk walk = {.run = run, .only = prose_where_words(run, words)};
    *heading = false;
    while (prose_next(&walk)) {
        struct slice text =
            slice_make(walk.now.sentence->fold.text, walk.now.sentence->fold.nbytes);
        if (!is_in_section(run, walk.now.sentence, id) || !prose_word_in(words, text))
            continue;
        if (is_heading(rule, level, walk.now.sentence, words)) {
            *heading = true;
            return walk.now.sentence;
        }
        found = found ? found : walk.now.sentence;
    }
    return found;
}

void topics_evaluate(struct evaluation *run, const struct rule *rule)
{
    const char *id = json_string(rule->record, "section");
    const struct section *section = id ? report_section(run->report, id) : NULL;
    const cJSON *topic;
    if (!section || section_is_empty(run->report, section)) {
        eval_not_applicable(run, rule);
        return;
    }
    const char *level = heading_level(run, rule, id);
    json_each (topic, json_get(rule->record, "topics")) {
        bool heading;
        const struct sentence *sentence =
            find_topic(run, rule, id, level, json_get(topic, "words"), &heading);
        const cJSON *name = json_get(topic, "name");
        struct message_value values[] = {
            {"topic", rule_text(name, LANG_ZH), rule_text(name, LANG_EN)}};
        struct span_list spans = {0};
        if (sentence && heading) {
            eval_pass(run, rule);
            continue;
        }
        span_list_add(run, &spans, sentence ? sentence->span : section->heading);
        prose_report(run, rule, json_string(topic, "id"), OUTCOME_FAIL, sentence ? "text" : NULL,
                     values, 1, &spans, sentence);
    }
}
