/* Names of agencies as titles and lists print them, and which of two are one
 * agency's. Names are compared folded (agency_fold): spaces, brackets and 人民
 * before 政府 aside, and 政府 behind a township's name, 办事处 behind a street's,
 * each of which has but one office that reports; 管委会 is 管理委员会; so 政府 between a county and
 * its street, and 国家税务总局 in front of a 税务局. */
#ifndef GOUJI_REVIEW_AGENCY_H
#define GOUJI_REVIEW_AGENCY_H

#include <stdbool.h>

#include "gouji/base/arena.h"

enum agency_match {
    AGENCY_OTHER,
    /* X县统计局 and 统计局, X县政府 and its 办公室, a short form and the long one, a zone and
     * its 管委会: a person must say */
    AGENCY_DOUBTFUL,
    AGENCY_ALIKE, /* one only says the territory above in front: Y市X县统计局, X县统计局 */
    AGENCY_SAME,
};

/* In the arena; NULL for NULL, or when memory is short. */
const char *agency_fold(struct arena *arena, const char *name);
/* A folded name without its ending: X县政府办公室 and X县政府 are both X县. Short forms are
 * written out: 发改委, 新晃侗族自治县. In the arena; NULL when memory is short. */
const char *agency_core(struct arena *arena, const char *folded);

/* Both folded, with their cores. */
enum agency_match agency_compare(const char *a, const char *a_core, const char *b,
                                 const char *b_core);

/* What is left of a folded name behind a territory that ends at byte `cut`, NULL
 * when none ends there: for looking names up. agency_rest gives only a rest that
 * says a place of its own (X县统计局), which makes names alike; that of the other
 * (统计局) may be anybody's. */
const char *agency_rest(const char *folded, size_t cut);
const char *agency_any_rest(const char *folded, size_t cut);
/* Whether the folded name is a territory's (甲县), and whether it is a township's or a street's
 * that does not say of which county (城关镇). */
bool agency_ends_in_place(const char *folded);
bool agency_wants_county(const char *folded);
/* Such a rest with the kind of the territory in front (省财政厅 of 甲省财政厅); NULL where that is
 * the whole name. */
const char *agency_kind_rest(const char *folded, const char *rest);

/* Whether a name that says no more than the kind of its territory (县教育局) may stand for
 * the other (甲县教育局); both folded, or both cores. */
bool agency_may_be(const char *bare, const char *name);

#endif
