#include "part_words.h"

static void read_words(const struct rule *rule, const void *patterns, void *own)
{
    (void)rule;
    struct part_words *words = own;
    *words = (struct part_words){
        .marker = patterns_named(patterns, "marker"),
        .total = patterns_named(patterns, "total"),
        .summed_up = patterns_named(patterns, "summed_up"),
        .first_item = patterns_named(patterns, "first_item"),
        .item = patterns_named(patterns, "item"),
        .whole_not = patterns_named(patterns, "whole_not"),
        .results = patterns_named(patterns, "results"),
        .left_over = patterns_named(patterns, "left_over"),
        .addend_not = patterns_named(patterns, "addend_not"),
        .joined = patterns_named(patterns, "joined"),
        .inner = patterns_named(patterns, "inner"),
        .stop = patterns_named(patterns, "stop"),
        .may_stop = patterns_named(patterns, "may_stop"),
        .family = patterns_named(patterns, "family"),
        .open_start = patterns_named(patterns, "open_start"),
        .open_end = patterns_named(patterns, "open_end"),
        .overlap = patterns_named(patterns, "overlap"),
        .complete = patterns_named(patterns, "complete"),
        .may_lack = patterns_named(patterns, "may_lack"),
        .bracket_open = patterns_named(patterns, "bracket_open"),
        .bracket_not = patterns_named(patterns, "bracket_not"),
    };
}

void *part_words_compile(const struct rule *rule, const cJSON **at, struct err *err)
{
    return patterns_compile_with(rule, sizeof(struct part_words), read_words, at, err);
}
