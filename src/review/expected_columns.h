/* Which field of a line of the list says what: by a header that names the columns, else the
 * first three. */
#ifndef GOUJI_SRC_REVIEW_EXPECTED_COLUMNS_H
#define GOUJI_SRC_REVIEW_EXPECTED_COLUMNS_H

#include "expected_fields.h"
#include "gouji/base/arena.h"
#include "gouji/base/err.h"
#include "gouji/base/json.h"
#include "gouji/base/str.h"

enum expected_column { EXPECTED_NAME, EXPECTED_PARENT, EXPECTED_DEADLINE, EXPECTED_NCOLUMNS };

struct expected_columns {
    const cJSON *words;
    size_t at[EXPECTED_NCOLUMNS]; /* EXPECTED_MAX_FIELDS: there is none */
    size_t n;                     /* columns that there are; what stands behind them is not read */
    size_t ngroups;               /* how often they stand side by side */
    bool are_named;               /* by a header */
};

/* The words come from data/expected.json. -1 with err. */
int expected_columns_open(struct expected_columns *columns, struct arena *arena, struct err *err);

/* Whether the fields are a header: one of them says that its column names the agencies. */
bool expected_columns_is_header(const struct expected_columns *columns, const struct slice *fields,
                                size_t n);

/* Whether the fields are a header, which decides from now on; the names of the columns that
 * say nothing of the three go to `strange`. */
bool expected_columns_name(struct expected_columns *columns, const struct slice *fields, size_t n,
                           struct str *strange);

/* Whether the field is likely a person's name: a surname, and no more characters than such names
 * have, none of them as regions and agencies end. */
bool expected_is_person(const struct expected_columns *columns, struct slice field);

#endif
