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
    return prose_is_in(run->report, sentence, id) &&
           !span_overlaps(run->report->sections[sentence->section].heading, sentence->span);
}

/* Does something the source prints and the fold drops stand behind byte i? */
static bool is_gap(const struct fold *fold, size_t i)
{
    return i + 1 < fold->nbytes && fold_start(fold, i + 1) > fold_end(fold, i);
}

enum { LEVELS = 3 };

/* What the record says. */
struct topics {
    const char *section;
    struct pattern_list levels[LEVELS];
    struct topic {
        const char *id;
        const cJSON *name;
        struct word_list words;
    } * items;
    size_t n;
};

static void read_topics(const struct rule *rule, const void *patterns, void *own)
{
    static const char *const levels[LEVELS] = {"level1", "level2", "level3"};
    const cJSON *list = json_get(rule->record, "topics"), *topic;
    struct topics *topics = own;
    topics->section = json_string(rule->record, "section");
    for (size_t i = 0; i < LEVELS; i++)
        topics->levels[i] = patterns_named(patterns, levels[i]);
    topics->items =
        arena_array(rule->arena, (size_t)cJSON_GetArraySize(list), sizeof *topics->items);
    json_each (topic, topics->items ? list : NULL)
        topics->items[topics->n++] =
            (struct topic){json_string(topic, "id"), json_get(topic, "name"),
                           word_list_of(rule->arena, json_get(topic, "words"))};
}

void *topics_compile(const struct rule *rule, const cJSON **at, struct err *err)
{
    return patterns_compile_with(rule, sizeof(struct topics), read_topics, at, err);
}

/* Whether the sentence is a heading of this level that holds one of the words
 * (NULL: any). The text may go on behind the heading after a colon, and in a
 * report printed as one paragraph after a blank. */
static bool is_heading(struct pattern_list level, const struct sentence *sentence,
                       const struct word_list *words)
{
    enum { HEADING_NBYTES = 120 };
    const struct fold *fold = &sentence->fold;
    for (size_t i = 0; i < fold->nbytes; i++) {
        i = i < HEADING_NBYTES ? i : fold->nbytes - 1;
        bool is_whole = i + 1 == fold->nbytes, is_colon = fold->text[i] == ':';
        struct slice head = slice_make(fold->text, is_colon ? i : i + 1);
        if ((is_whole || (i < HEADING_NBYTES && (is_colon || is_gap(fold, i)))) &&
            (!words || word_list_meets(*words, head)) && patterns_hold(level, head))
            return true;
    }
    return false;
}

static struct pattern_list heading_level(struct evaluation *run, const struct topics *topics)
{
    for (size_t i = 0; i < LEVELS; i++) {
        struct prose_walk walk = {.run = run, .only = prose_where(run, topics->levels[i])};
        while (prose_next(&walk))
            if (is_in_section(run, walk.now->sentence, topics->section) &&
                is_heading(topics->levels[i], walk.now->sentence, NULL))
                return topics->levels[i];
    }
    return topics->levels[0];
}

/* Where the topic stands: *heading set when under one of its own. */
static const struct sentence *find_topic(struct evaluation *run, const char *section,
                                         struct pattern_list level, const struct word_list *words,
                                         bool *heading)
{
    const struct sentence *found = NULL;
    struct prose_walk walk = {.run = run, .only = prose_where_words(run, *words)};
    *heading = false;
    while (prose_next(&walk)) {
        const struct sentence *sentence = walk.now->sentence;
        struct slice text = slice_make(sentence->fold.text, sentence->fold.nbytes);
        if (!is_in_section(run, sentence, section) || !word_list_meets(*words, text))
            continue;
        if (is_heading(level, sentence, words)) {
            *heading = true;
            return sentence;
        }
        found = found ? found : sentence;
    }
    return found;
}

void topics_evaluate(struct evaluation *run, const struct rule *rule)
{
    const struct topics *topics = patterns_kept(rule);
    const char *id = topics->section;
    const struct section *section = id ? report_section(run->report, id) : NULL;
    if (!section || section_is_empty(run->report, section)) {
        eval_not_applicable(run, rule);
        return;
    }
    struct pattern_list level = heading_level(run, topics);
    for (size_t i = 0; i < topics->n; i++) {
        const struct topic *topic = &topics->items[i];
        bool heading;
        const struct sentence *sentence = find_topic(run, id, level, &topic->words, &heading);
        if (sentence && heading) {
            eval_pass(run, rule);
            continue;
        }
        struct message_value values[] = {
            {"topic", rule_text(topic->name, LANG_ZH), rule_text(topic->name, LANG_EN)}};
        struct span_list spans = {0};
        span_list_add(run, &spans, sentence ? sentence->span : section->heading);
        prose_report(run, rule, topic->id, OUTCOME_FAIL, sentence ? "text" : NULL, values, 1,
                     &spans, sentence);
    }
}
