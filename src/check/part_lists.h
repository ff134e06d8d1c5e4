/* Wholes and their parts as sentences state them: 收到11件，其中网络7件、信件4件;
 * 公开12条。一是…2条，二是…10条; 收到11件（网络7件、信件4件）. */
#ifndef GOUJI_SRC_CHECK_PART_LISTS_H
#define GOUJI_SRC_CHECK_PART_LISTS_H

#include "prose.h"

enum { PARTS_MOST = 32, WHOLES_MOST = 16 };

struct part_list {
    const struct sentence *sentence; /* where the whole or the first part stands */
    size_t whole;                    /* figures of the report */
    int64_t value; /* the whole's, with those joined to it: 建议9件、提案21件 are 30 */
    int64_t others[WHOLES_MOST]; /* other readings: what else of its unit was said before */
    size_t nothers;
    int64_t bound; /* the most that a part can be */
    size_t parts[PARTS_MOST];
    size_t n;
    size_t nmore;     /* behind those: what follows them and may be parts too */
    size_t least;     /* the first so many belong together: 、 or 和 joins them; 0 */
    int64_t beside;   /* numbers of other units among them: 材料20条、评论2篇 of 22条 */
    bool is_open;     /* says itself that it leaves out some */
    bool is_complete; /* says itself that it leaves out none, or closes with the total */
    bool may_lack;    /* its names are but some of their kind: less than the whole is none's fault */
    bool is_nested;   /* some numbers may be parts of parts */
    bool is_family;   /* its names are all of one kind: nothing else follows them */
    bool is_cut;      /* the sentence goes on, or back, farther than it was read for the list */
    bool is_rounded;  /* 余, 近 … */
};

/* In the arena, in the order of the text. */
struct part_lists {
    const struct part_words *words; /* by which they were found */
    struct part_list *items;
    size_t n;
};

/* Every list that has at least one part, by the patterns of a rule of such a kind: found once
 * for all rules that go by it. */
struct part_lists part_lists_find(struct evaluation *run, const struct rule *rule);

#endif
