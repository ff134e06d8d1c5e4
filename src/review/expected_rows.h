/* What a line of the list is when it is no agency's: a title, a heading, a total, a note. And the
 * number in front of a name, and names that stand together. */
#ifndef GOUJI_SRC_REVIEW_EXPECTED_ROWS_H
#define GOUJI_SRC_REVIEW_EXPECTED_ROWS_H

#include "gouji/base/arena.h"
#include "gouji/base/json.h"
#include "gouji/base/str.h"

enum expected_kind {
    EXPECTED_AGENCY,
    EXPECTED_TITLE,
    EXPECTED_HEADING,
    EXPECTED_TOTAL,
    EXPECTED_NOTE,
    EXPECTED_NO_NAME, /* figures, or nothing but signs */
};

/* words: data/expected.json. fields: those of the line; name: which of them, n where it has none;
 * alone: neither a parent nor a deadline stands beside it. */
enum expected_kind expected_kind_of(const cJSON *words, const struct slice *fields, size_t n,
                                    size_t name, bool alone);

/* Without the number that the line has in the list: 1. 2、 （3） 四、, or 5 before a blank. */
struct slice expected_without_number(const cJSON *words, struct slice line);

/* A name without the marks around it (★ * •), quotation marks, and remarks in brackets behind it:
 * （已报）, （本级）. */
struct slice expected_bare_name(const cJSON *words, struct slice name);

/* The name by which the agency may report, too: without 原, what stands in brackets, figures in
 * front. In the arena; NULL: there is no other, or no memory. */
const char *expected_other_name(const cJSON *words, struct arena *arena, struct slice name);

/* Whether the field may be an agency's name, and is no territory's. */
bool expected_is_agency(const cJSON *words, struct slice field);

/* How many agencies' names the field has, parted by ； or 、 or /, or by a blank where they begin
 * alike, put to out; 1 where some part is no name of itself. */
size_t expected_names(const cJSON *words, struct slice field, struct slice *out, size_t most);

#endif
