/* What a text must hold for a pattern to match, so that the engine need not be
 * asked of every sentence by every rule.
 *
 * A pattern needs, for each of several sets of characters, one of them: of
 * (?:收到|受理)[^,]*(#)[件宗] one of 收受, a number, and one of 件宗. Which sentences
 * of a report have which characters is written down once. The answer is never
 * "no" for a sentence in which the pattern matches; it may be "perhaps" for one
 * in which it does not. */
#ifndef GOUJI_SRC_CHECK_NEEDS_H
#define GOUJI_SRC_CHECK_NEEDS_H

#include <stdint.h>

#include "gouji/base/arena.h"

enum { LETTER_COUNT = 1024 }; /* in sentences characters are told apart by their last ten bits */

enum { RAREST_MOST = 3 };

/* Sets of characters one after the other, each with the number of its characters before it; 0
 * after the last. The rarest is the first, or apart where it has few characters: mostly it is all
 * that is asked. Behind the 0 stand those of 半年|季度, what each alternative needs, whose sets
 * follow how many numbers it takes; 0 after the last. */
struct needs {
    uint16_t rarest[1 + RAREST_MOST]; /* 0: it is in sets, or nothing is needed */
    const uint16_t *sets;
};

/* As a rule record writes patterns, see pattern.h. What is not understood needs
 * nothing. The sets lie in the arena. -1: no memory. */
int needs_read(const char *source, struct arena *arena, struct needs *needs);

/* How many numbers `sets` points to. */
size_t needs_nsets(const struct needs *needs);

/* Moves *from on to the next place where the `which`-th of the rarest characters
 * stands. False: there is none. A match holds one of them; without any, count 0, it
 * may be anywhere. */
size_t needs_count_rarest(const struct needs *needs);
bool needs_find(const struct needs *needs, size_t which, struct slice text, size_t *from);

/* Of 64 texts at a time, for each letter a set of bits: which of them have it. */
struct letters {
    uint64_t (*texts)[LETTER_COUNT];
    size_t nwords; /* of such a set of all texts */
};

/* No text has any letter yet. -1: no memory. */
int letters_make(struct letters *letters, struct arena *arena, size_t ntexts);
void letters_add(struct letters *letters, size_t text, struct slice bytes);

/* Of those among 64 texts, which have these letters, the ones that have what is needed. */
uint64_t letters_among(const uint64_t *having, const struct needs *needs, uint64_t among);

/* Adds to the set the texts that have what is needed. Here, as there are hundreds of patterns. */
static inline void letters_find(const struct letters *letters, const struct needs *needs,
                                uint64_t *set)
{
    for (size_t word = 0; word < letters->nwords; word++)
        set[word] |= letters_among(letters->texts[word], needs, ~set[word]);
}

/* Whether one text has. */
static inline bool letters_may(const struct letters *letters, const struct needs *needs,
                               size_t text)
{
    return letters_among(letters->texts[text / 64], needs, UINT64_C(1) << text % 64) != 0;
}

/* Those that have all characters of a word. */
void letters_find_word(const struct letters *letters, struct slice word, uint64_t *set);

#endif
