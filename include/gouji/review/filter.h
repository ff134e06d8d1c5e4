/* The language in which findings and reports are filtered and tagged:
 *
 *     filter = all { "|" all }
 *     all    = item { item }                       every one must hold
 *     item   = "!" item | "(" filter ")" | FIELD OP value { "," value } | word
 *     OP     = "=" | "!=" | "~" | "!~" | "<" | "<=" | ">" | ">="
 *
 * A value or word is a run of characters other than blanks and ( ) | , or stands
 * in double quotes; a word alone means text~word. "=" compares the whole, with *
 * and ? as in file names; "~" asks for a part; several values mean any of them.
 * Case, full-width forms and traditional characters make no difference. Signs may
 * be full-width and field names Chinese: 规则=T3-02 级别≥warning 文本~合计.
 * Severities, states and outcomes are named as in the verdict file, by their
 * letter, or as the screen names them. */
#ifndef GOUJI_REVIEW_FILTER_H
#define GOUJI_REVIEW_FILTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gouji/base/err.h"

/* What a filter is asked about; a field has a meaning for one or for both. */
enum filter_subject { FILTER_FINDINGS = 1, FILTER_REPORTS = 2 };

enum filter_field {
    FILTER_RULE,
    FILTER_SEVERITY,
    FILTER_OUTCOME,
    FILTER_STATUS,
    FILTER_DOC,
    FILTER_TEXT,
    FILTER_CELL,
    FILTER_REASON,
    FILTER_TAG,
    FILTER_AGENCY,
    FILTER_KIND,
    FILTER_YEAR,
    FILTER_ERRORS,
    FILTER_WARNINGS,
    FILTER_INFOS,
    FILTER_UNDECIDED,
    FILTER_OPEN,
    FILTER_FIELD_COUNT,
    FILTER_FIELD_NO_MEMORY /* for one to be found */
};

enum filter_op { FILTER_IS, FILTER_HAS, FILTER_LESS, FILTER_AT_MOST, FILTER_MORE, FILTER_AT_LEAST };

/* One comparison with one value. */
struct filter_term {
    enum filter_field field;
    enum filter_op op;
    const char *value; /* folded; of a status, outcome or severity its name in files */
    int64_t number;    /* numeric fields; severities: enum severity, -1 undecided */
};

/* Whether a term holds of the thing asked about. */
typedef bool filter_test(const void *closure, const struct filter_term *term);

struct filter;

/* NULL with err, which tells the column (counted in characters from 1). An empty
 * text makes a filter that everything passes. Caller frees. */
struct filter *filter_parse(const char *text, enum filter_subject subject, struct err *err);
/* Whether its last word, of which more may be typed, could yet become a field. */
bool filter_ends_in_field(const char *text, enum filter_subject subject);
void filter_free(struct filter *filter);
bool filter_is_empty(const struct filter *filter);                      /* NULL is empty too */
bool filter_asks(const struct filter *filter, enum filter_field field); /* has a term of it */
bool filter_holds(const struct filter *filter, filter_test *test, const void *closure);

/* For tests: does the term hold of this text or number. */
bool filter_text_holds(const struct filter_term *term, const char *text);
bool filter_number_holds(const struct filter_term *term, int64_t number);

/* The n-th name of a field of the subject, in Chinese or not; NULL past the last. */
const char *filter_field_name(enum filter_subject subject, size_t index, bool chinese);
/* The n-th word that a field of this name knows, as files write it, and in *shown as
 * the screen does; NULL past the last, and for fields of free text. */
const char *filter_field_word(enum filter_subject subject, const char *field, size_t index,
                              const char **shown);

#endif
