/* Walking the prose for a rule: sentences with their numbers marked, ways back
 * to the source, and the common shape of findings about text. */
#ifndef GOUJI_SRC_CHECK_PROSE_H
#define GOUJI_SRC_CHECK_PROSE_H

#include "pattern.h"

#define PROSE_MARK "\xEE\x80\x80" /* U+E000 */
enum { PROSE_MARK_NBYTES = 3 };

/* A quantity: the byte where its U+E000 stands, the folded bytes it stands for. */
struct mark {
    uint32_t at, start, end;
    uint32_t figure;
};

/* A list of a sentence that was read otherwise: where it stands in what was made of the sentence
 * and where it ended in that as it was; it began at the same byte. */
struct respread {
    const struct marked *from;
    size_t start, end, upto;
};

/* A sentence with each quantity replaced by one U+E000. Dates, list and other
 * naming numbers stay as they are printed. */
struct marked {
    size_t index; /* of the sentence */
    const struct sentence *sentence;
    struct slice text;
    size_t first_figure, nfigures; /* the sentence's, in the report's figures */
    const struct mark *marks;      /* in the order of the text */
    size_t nmarks;
    const struct respread *list; /* read otherwise than it stands, see spread.h; NULL: none */
};

/* The id of the section that the sentence stands in, NULL for none; whether it is this one. */
static inline const char *prose_section(const struct report *report,
                                        const struct sentence *sentence)
{
    return sentence->section < 0 ? NULL : report->sections[sentence->section].id;
}

static inline bool prose_is_in(const struct report *report, const struct sentence *sentence,
                               const char *id)
{
    const char *own = prose_section(report, sentence);
    return id && own && strcmp(own, id) == 0;
}

/* Sentences of the report, by index, in an arena. */
struct prose_set {
    uint64_t *words;
};

/* Start with {.run = run}; only the sentences of a set: {.run = run, .only = set}.
 * Sentences are marked once for a whole evaluation. */
struct prose_walk {
    struct evaluation *run;
    struct prose_set only;
    const struct marked *now; /* set by prose_next */
    size_t next;
};

bool prose_next(struct prose_walk *walk);

/* Marks the sentences now, so that threads may share them. -1: no memory. */
int prose_mark(struct evaluation *run);
/* The marked sentences, by index, of a report that is only compared: run->prose alone is
 * set. NULL: no memory. */
const struct marked *prose_marked(struct evaluation *run);

/* The sentences in which one of the patterns may match, marked or as people read
 * them: the others lack a character that it needs. */
struct prose_set prose_where(struct evaluation *run, struct pattern_list list);
/* The same of what patterns of several lists need. */
struct prose_set prose_where_needs(struct evaluation *run, const struct needs *needs, size_t n);
/* Adds those of one more list. */
void prose_where_too(struct evaluation *run, struct pattern_list list, struct prose_set *set);
/* pattern_find, patterns_find and patterns_match in the walk's sentence, or a piece of it: patterns
 * that need a character which the sentence has not are passed over. */
bool prose_find_one(const struct prose_walk *walk, const struct pattern *pattern,
                    struct slice piece, size_t from, struct match *match);
bool prose_find(const struct prose_walk *walk, struct pattern_list list, struct slice piece,
                struct match *match);
bool prose_match(const struct prose_walk *walk, struct pattern_list list, struct slice piece);

/* The same in a sentence, as people read it. */
bool prose_says(struct evaluation *run, size_t sentence, struct pattern_list list);

/* Words of a record, with their lengths. */
struct word_list {
    const struct slice *items;
    size_t n;
};
/* Those of a list, in the arena; none without memory, which the arena tells. */
struct word_list word_list_of(struct arena *arena, const cJSON *list);
bool word_list_meets(struct word_list words, struct slice text);
/* The sentences that may hold one of the words. */
struct prose_set prose_where_words(struct evaluation *run, struct word_list words);
void prose_where_words_too(struct evaluation *run, struct word_list words, struct prose_set *set);
/* Those of another set are of it, too. */
void prose_set_add(const struct evaluation *run, struct prose_set *set, struct prose_set more);
static inline bool prose_set_has(struct prose_set set, size_t sentence)
{
    return set.words && set.words[sentence / 64] >> sentence % 64 & 1;
}
bool prose_set_is_empty(const struct evaluation *run, struct prose_set set);

/* The figure whose mark stands at this byte, PATTERN_NONE. */
size_t prose_figure_at(const struct prose_walk *walk, size_t at);
/* Marked bytes to source. */
struct span prose_span(const struct prose_walk *walk, size_t start, size_t end);

/* Whether a character of UTF-8 begins with the byte. */
static inline bool prose_starts_character(char byte)
{
    return ((unsigned char)byte & 0xC0) != 0x80;
}

/* What a sentence says before byte `at`, and from it on, no farther than what stands so far away
 * can still speak of it: whatever looks round at each of its numbers costs their number. */
enum { PROSE_REACH = 3000 };
struct slice prose_back(struct slice text, size_t at);
struct slice prose_ahead(struct slice text, size_t at);
/* The first of them from its last semicolon on. */
struct slice prose_since(struct slice text, size_t at);
/* From the comma or full stop before `at` to the one after, within reach. */
struct slice prose_clause(struct slice text, size_t at);

/* A figure as an operand: TXT.<n> counts the quantities of the report from 1. */
struct seen prose_seen(struct evaluation *run, size_t figure);
/* "1", "2": the n-th instance of a rule, in arena. */
const char *prose_instance(struct evaluation *run, size_t n);

/* A printed title as prose is read: without blanks, in simplified characters. */
struct slice prose_folded(struct evaluation *run, const char *text);

/* A word of a record's list in the text: the word itself, NULL when none. */
const char *prose_word_in(const cJSON *words, struct slice text);
bool prose_word_is(const cJSON *words, const char *text);

/* Spans gathered in the arena. */
struct span_list {
    struct span *items;
    size_t n, capacity;
};
void span_list_add(struct evaluation *run, struct span_list *list, struct span span);

/* Adds a finding with message, evidence and, for one sentence, its quote.
 * sentence may be NULL. The pointer is valid until the next finding. */
struct finding *prose_report(struct evaluation *run, const struct rule *rule, const char *instance,
                             enum outcome outcome, const char *condition,
                             const struct message_value *values, size_t nvalues,
                             const struct span_list *spans, const struct sentence *sentence);

/* A copy in which every run of digits as long as what names a person (an X may end it) keeps
 * only its first three and last two characters: whatever rules are on. */
struct slice prose_masked(struct evaluation *run, struct slice text);
/* The text, or of a very long one what stands around the byte `at`: thousands of findings
 * may quote the same paragraph. */
struct slice prose_around(struct slice text, size_t at);

/* Only the first three and last two characters are shown, of a name (no digits)
 * only the first three; the rest is starred. */
const char *prose_hidden(struct evaluation *run, struct slice text);

/* Source text as a message value, line ends and tabs dropped, masked, in arena. */
const char *prose_text(struct evaluation *run, struct span span);

#endif
