/* The places where the prose states the number that a record is about. */
#ifndef GOUJI_SRC_CHECK_MENTIONS_H
#define GOUJI_SRC_CHECK_MENTIONS_H

#include "mention_words.h"
#include "prose.h"

struct mention {
    size_t sentence;
    size_t figure;           /* PATTERN_NONE: said in words (无结转) */
    int64_t value;           /* without its fraction; see the figure for money */
    bool approximate;        /* also 0.15万件, which is rounded to its last digit */
    bool is_weak;            /* speaks of the matter, but of a share of it */
    bool is_apart;           /* the sentence lists beside it what a wider scope would count in */
    const cJSON *applicants; /* entry of the record's: whose applications it counts, NULL: all */
    struct span span;        /* from the verb to the number */
};

/* In the arena, in the order of the text. */
struct mentions {
    struct mention *items;
    size_t n, capacity;
};

/* Appends the mentions of the record, or of one of its items (NULL: none). Of
 * rounded and exact ones only the exact stay. `taken`, one flag for each of the
 * report's figures (the run's `mentioned`, or the caller's own), is set for
 * those used; a record that says "exclusive" passes over figures whose flag is
 * set. Numbers with a fraction are met only by records that say "fractions". */
void mentions_find(struct evaluation *run, const struct rule *rule, const struct mention_item *item,
                   bool *taken, struct mentions *found);

bool mentions_differ(const struct mentions *found);

/* One finding on all of them, {numbers} in its message. */
void mentions_report(struct evaluation *run, const struct rule *rule, const char *instance,
                     enum outcome outcome, const char *key, const struct mentions *found);

#endif
