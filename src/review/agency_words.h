/* Words of agencies' names, from data/agencies.json: what holds a sign of a territory and is none
 * (市场), short forms, the peoples in the names of autonomous places. */
#ifndef GOUJI_SRC_REVIEW_AGENCY_WORDS_H
#define GOUJI_SRC_REVIEW_AGENCY_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "gouji/base/slice.h"

/* Whether the character before byte `end` of the name is one of a word that says no place. */
bool agency_words_no_territory(const char *name, size_t end);

/* Whether the text ends as zones do that are no counties: 甲县经开区. */
bool agency_words_is_zone(struct slice text);

/* The zone's kind by its first form, where the text ends in one; its bytes at the end of the text
 * go to nbytes. NULL: it is no zone. */
const char *agency_words_zone(struct slice text, size_t *nbytes);

/* The name by its longest form: those of one agency, long and short, give the same, as do
 * 新晃侗族自治县 and 新晃县. In `out`, which holds `room` bytes; NULL: it is what it was, or does
 * not go into it. */
const char *agency_words_plain(const char *name, char *out, size_t room);

#endif
