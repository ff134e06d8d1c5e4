/* The opinion in the making: which problems it numbers, and how one is written.
 * opinion.c puts it together. */
#ifndef GOUJI_SRC_REVIEW_OPINION_H
#define GOUJI_SRC_REVIEW_OPINION_H

#include "gouji/base/arena.h"
#include "gouji/review/review.h"
#include "opinion_words.h"
#include "session.h"

enum { SECTION_WHOLE = 0, SECTION_OTHER = 1000 };

/* One numbered problem: an entry of the list, or a problem added. */
struct topic {
    size_t section; /* 1.. in the order of the form; 0 whole report */
    size_t order;
    size_t entry;                  /* index into entries */
    const struct problem *problem; /* NULL for an entry */
};

struct opinion {
    const struct review *review;
    enum opinion_format format;
    enum lang lang;
    bool all;
    struct arena *arena;
    struct str *out;
    struct topic *topics;
    size_t ntopics;
    bool *noted;                  /* per note: already printed */
    const struct event *proposed; /* whose proposals have been printed last */
    const struct culprit *suspected;
};

/* opinion_text.c: the words of the opinion, and outside text made harmless */
const char *opinion_word(const struct opinion *opinion, enum word which);
void opinion_put_escaped(struct opinion *opinion, struct slice text);
/* Several lines stay several lines, indented under their point. */
void opinion_put(struct opinion *opinion, const char *text);
void opinion_put_point(struct opinion *opinion, enum word label);
/* Nothing when the text is empty. */
void opinion_put_line(struct opinion *opinion, enum word label, const char *text);
void opinion_put_heading(struct opinion *opinion, int level, const char *text);
/* The words concerned, so many that one finds them in the report. */
void opinion_put_quote(struct opinion *opinion, struct slice quote);

/* opinion_topics.c: which problems, in the order of the form's sections */
enum standing { STANDING_OUT, STANDING_CONFIRMED, STANDING_OPEN };
enum standing opinion_standing(const struct opinion *opinion, size_t item);
bool opinion_includes(const struct opinion *opinion, size_t item);
/* The entry behind the last member of the one at `from`. */
size_t opinion_entry_end(const struct state *state, size_t from);
int opinion_collect(struct opinion *opinion); /* -1: no memory */

/* opinion_problem.c: one problem */
const char *opinion_address(const struct opinion *opinion, const char *cell);
/* A value as it is read now; a blank is named, since nothing is no zero. */
void opinion_put_value(struct opinion *opinion, const struct seen *seen);
void opinion_put_reading(struct opinion *opinion, const char *cell);
/* What is wrong, in a sentence. */
const char *opinion_message(const struct opinion *opinion, const struct finding *finding);
void opinion_put_entry(struct opinion *opinion, size_t number, size_t entry);
void opinion_put_problem(struct opinion *opinion, size_t number, const struct problem *problem);

#endif
