/* Regular expressions of rule records, over folded sentences. Two letters are
 * short for what every record needs: # is one number of the prose (a sentence
 * marked by prose.h shows each as U+E000), ~ is one character of a gap, which
 * crosses neither 。 , ; nor 件 nor a number (write ~{0,6}?).
 *
 * A record's "patterns" object holds lists by name, or the name of one of its file's "shared";
 * compiled once, then read only. Matching is bounded: a text on which the engine gives up has no
 * match, and pattern_search_end tells. */
#ifndef GOUJI_SRC_CHECK_PATTERN_H
#define GOUJI_SRC_CHECK_PATTERN_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "evaluation.h"
#include "needs.h"

enum { PATTERN_GROUPS = 6, PATTERN_STEPS = 200000 };

#define PATTERN_NONE ((size_t)-1)

#define PATTERN_OPTIONS PCRE2_UTF

struct speed;

struct pattern {
    struct needs needs; /* what a text in which it matches must hold */
    pcre2_code *code;
    pcre2_match_context *limits; /* of all patterns of the record */
    struct speed *speed;         /* NULL: few reports, it is not worth while */
};

/* What PCRE2 is given: # and ~ written out; both also work escaped (\#), as themselves. */
void pattern_expand(const char *source, struct str *out);

/* Whether a source can be compiled; -1 with the fault in err. */
int pattern_check(const char *source, struct err *err);

/* Byte offsets; PATTERN_NONE where a group took no part. Group 0 is the whole. */
struct match {
    size_t start[PATTERN_GROUPS], end[PATTERN_GROUPS];
};

/* What a group matched; empty where it took no part, or the pattern has none. */
struct slice match_text(struct slice text, const struct match *match, int group);

/* First match, of one character at least, at or after byte `from`, the beginning of a character.
 * The text is UTF-8, as all text of a report is: it is not tried again at every search. *match is
 * set when there is one. */
bool pattern_find(const struct pattern *pattern, struct slice text, size_t from,
                  struct match *match);

/* How the searches of this thread ended since this was last asked: the worst. */
enum search_end { SEARCH_WHOLE, SEARCH_OVER_LIMIT, SEARCH_NO_MEMORY };
enum search_end pattern_search_end(void);
/* Whether that would be SEARCH_WHOLE; it is still to be asked. */
bool pattern_search_is_whole(void);

/* The patterns of one name, in the order of the record. */
struct pattern_list {
    const char *name;
    struct pattern *items;
    size_t n;
};

/* The list of patterns itself, where a record names a shared one in its place; NULL: there is
 * none of that name. */
const cJSON *patterns_sources(const cJSON *shared, const cJSON *list);
/* Tells that. Returns -1. */
int patterns_refuse(const cJSON *list, struct err *err);

/* The lists that several records of a rule set name, each compiled once, in the arena. NULL: no
 * memory. To be released behind the records. */
struct common_patterns *common_patterns_make(struct arena *arena);
void common_patterns_release(struct common_patterns *common);

/* compile and release of the kinds that read prose. */
void *patterns_compile(const struct rule *rule, const cJSON **at, struct err *err);
void patterns_release(void *compiled);
/* The same, and what else the kind reads of the record: so many bytes, for patterns_kept. */
typedef void patterns_reader(const struct rule *rule, const void *patterns, void *own);
void *patterns_compile_with(const struct rule *rule, size_t nbytes, patterns_reader *read,
                            const cJSON **at, struct err *err);
/* What else a kind compiles of a record, in its arena. */
void patterns_keep(void *compiled, const void *own);
const void *patterns_own(const void *compiled);
/* The same of a rule of the set. */
static inline const void *patterns_kept(const struct rule *rule)
{
    return rule->kept;
}
/* From now on they are compiled to machine code when first wanted, where PCRE can: many
 * reports pay for it. Before other threads use them. */
void patterns_speed_up(void *compiled);

/* Empty list when the record has none of this name. */
struct pattern_list patterns_get(const struct rule *rule, const char *name);
struct pattern_list patterns_named(const void *compiled, const char *name);

/* Whether one of them matches; the first match of the first that does. */
bool patterns_find(struct pattern_list list, struct slice text, struct match *match);

/* The same from a place on: what stands before it is seen by looks behind, and is no beginning. */
bool patterns_find_from(struct pattern_list list, struct slice text, size_t from,
                        struct match *match);
bool patterns_hold(struct pattern_list list, struct slice text);
bool patterns_match(const struct rule *rule, const char *name, struct slice text);

#endif
