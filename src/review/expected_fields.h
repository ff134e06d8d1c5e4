/* The lines of a list and their fields, as spreadsheets save them: a field in quotation marks may
 * go over several lines. */
#ifndef GOUJI_SRC_REVIEW_EXPECTED_FIELDS_H
#define GOUJI_SRC_REVIEW_EXPECTED_FIELDS_H

#include <stdbool.h>

#include "gouji/base/arena.h"
#include "gouji/base/str.h"

enum { EXPECTED_MAX_FIELDS = 32 };

struct expected_lines {
    struct slice text;
    size_t at;
    size_t line;     /* of the record met last, from 1 */
    size_t next;     /* line where the next one begins */
    bool semicolons; /* they part fields, too */
};

struct expected_fields {
    struct slice all[EXPECTED_MAX_FIELDS];
    size_t n;
    bool is_unclosed; /* a quotation mark has no other */
    bool failed;      /* no memory */
};

/* The next line, or lines that one field goes over. False behind the last. */
bool expected_next(struct expected_lines *lines, struct slice *record);

/* Its fields, trimmed and without their quotation marks; in the arena where they were changed. */
void expected_split(struct arena *arena, struct slice record, bool semicolons,
                    struct expected_fields *out);

/* Without blanks at both ends, wide ones too. */
struct slice expected_trim(struct slice text);

#endif
