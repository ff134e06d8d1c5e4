/* What a line of the list is when it is no agency's: a title, a heading, a total, a note. And the
 * number in front of a name, and names that stand together. */
#ifndef GOUJI_SRC_REVIEW_EXPECTED_ROWS_H
#define GOUJI_SRC_REVIEW_EXPECTED_ROWS_H

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

/* How many agencies' names the field has, parted by ； or 、, put to out; 1 where some part is no
 * name of itself. */
size_t expected_names(const cJSON *words, struct slice field, struct slice *out, size_t most);

#endif
