/* ASKED: what local rule files want a section ("section") to treat, one instance
 * a topic. Without such a file there is nothing to ask. */
#include "document.h"

#include "gouji/base/json.h"
#include "gouji/text/sanitise.h"
#include "wording.h"

static bool treats(const struct evaluation *run, const struct section *section, const cJSON *words)
{
    int number = (int)(section - run->report->sections);
    for (size_t i = 0; i < run->report->nsentences; i++) {
        const struct sentence *sentence = &run->report->sentences[i];
        if (sentence->section == number &&
            prose_word_in(words, slice_make(sentence->fold.text, sentence->fold.nbytes)))
            return true;
    }
    return false;
}

/* What an office writes is shown as any text from outside. */
static const char *shown(struct evaluation *run, const char *text)
{
    struct str clean = STR_INIT;
    sanitise_append(&clean, slice_of(text), 0);
    return wording_keep(run, &clean);
}

static void report_topic(struct evaluation *run, const struct rule *rule,
                         const struct section *section, const cJSON *topic)
{
    const cJSON *name = json_get(topic, "name");
    const char *reason = shown(run, json_text(json_get(topic, "reason")));
    const char *date = json_string(topic, "date");
    struct message_value values[] = {{"topic", shown(run, rule_text(name, LANG_ZH)),
                                      shown(run, rule_text(name, LANG_EN))},
                                     {"reason", reason, reason},
                                     {"date", date, date}};
    struct span_list spans = {0};
    span_list_add(run, &spans, section->heading);
    prose_report(run, rule, rule_text(name, LANG_ZH), OUTCOME_FAIL, NULL, values,
                 sizeof values / sizeof *values, &spans, NULL);
}

void asked_evaluate(struct evaluation *run, const struct rule *rule)
{
    const char *id = rule_string(rule, "section");
    const struct section *section = id ? report_section(run->report, id) : NULL;
    for (size_t i = 0; section && i < rule->nasked; i++) {
        if (treats(run, section, json_get(rule->asked[i], "words")))
            eval_pass(run, rule);
        else
            report_topic(run, rule, section, rule->asked[i]);
    }
}
