/* What a record, and each of its "items", looks for in the prose: the patterns of its mentions and
 * of all that guards them. */
#ifndef GOUJI_SRC_CHECK_MENTION_WORDS_H
#define GOUJI_SRC_CHECK_MENTION_WORDS_H

#include "bodies.h"
#include "document.h"
#include "spread.h"

/* An entry of "applicants": what says that a number is of these only. */
struct applicant_words {
    const cJSON *entry;
    struct pattern_list said;
};

enum { APPLICANTS_MOST = 6 };

/* What a record, or one of its "items", looks for. First what is asked though nothing is found. */
struct sought {
    const struct needs *wanted; /* of all patterns that a mention may match */
    size_t nwanted;
    bool has_fractions, is_exclusive;
    bool is_of_others, is_below; /* the item's own: numbers of other bodies, of those below */
    int year_offset;
    struct pattern_list context;
    struct pattern_list find, total, only_zero, zero, weak;
    struct pattern_list match_not, clause_not, before_not, since_not, after_not, matter_not;
    struct pattern_list apart, apart_behind, goes_on, goes_on_not, general_not;
    struct body_words bodies;
    struct spread_words spread;
    struct applicant_words applicants[APPLICANTS_MOST];
    size_t napplicants;
    struct year_words years;
    const char *own_section; /* all of which is in context, NULL */
    const char *general_in;  /* the section in which none is one of all its cases, NULL */
};

/* compile of the kinds that look for mentions: the patterns, and what else the record and
 * its "items" say of them. */
void *mentions_compile(const struct rule *rule, const cJSON **at, struct err *err);

/* One of those "items". */
struct mention_item {
    const cJSON *record;         /* NULL: the rule's own */
    const char *id, *as, *cell;  /* what it says under these names, NULL */
    bool testifies;              /* see testimony.h */
    bool is_loose;               /* its words may tell of something else */
    const struct sought *sought; /* what is looked for */
};
/* All of them, the record's own as the first if it names cells. */
struct mention_items {
    const struct mention_item *items;
    size_t n;
};
struct mention_items mentions_items(const struct rule *rule);

/* What the record itself looks for; one of another kind may be named, too: its patterns are read,
 * into *room, when they are. */
const struct sought *sought_of_record(struct evaluation *run, const struct rule *rule,
                                      struct sought *room);

/* What the item looks for, or for none the record. Here, as it is asked thousands of times. */
static inline const struct sought *sought_find(struct evaluation *run, const struct rule *rule,
                                               const struct mention_item *item, struct sought *room)
{
    return item ? item->sought : sought_of_record(run, rule, room);
}

#endif
