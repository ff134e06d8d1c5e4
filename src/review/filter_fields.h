/* The fields of filters: their names, and which values they take. */
#ifndef GOUJI_REVIEW_FILTER_FIELDS_H
#define GOUJI_REVIEW_FILTER_FIELDS_H

#include "gouji/base/slice.h"
#include "gouji/review/filter.h"

enum filter_type { TYPE_TEXT, TYPE_NUMBER, TYPE_WORD, TYPE_SEVERITY };

/* A word a field knows: as files write it, and as the screen shows it. */
struct filter_word {
    const char *name;
    const char *shown; /* msgid */
    unsigned subjects;
};

struct filter_field_entry {
    const char *name, *chinese;
    enum filter_type type;
    unsigned subjects;
    const struct filter_word *words; /* of TYPE_WORD and TYPE_SEVERITY, ended by a NULL name */
};

const struct filter_field_entry *filter_field_entry(enum filter_field field);
/* Whether some field's name of the subject begins so. */
bool filter_field_begins(struct slice name, enum filter_subject subject);
/* FILTER_FIELD_COUNT when the subject has no such field, FILTER_FIELD_NO_MEMORY when there is none
 * to find it. */
enum filter_field filter_field_find(struct slice name, enum filter_subject subject);
/* The word a value means, NULL none. */
const struct filter_word *filter_word_find(const struct filter_field_entry *entry,
                                           enum filter_subject subject, const char *value);

#endif
