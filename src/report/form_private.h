/* What struct forms holds, for form.c, form_load.c and the label index. */
#ifndef GOUJI_SRC_REPORT_FORM_PRIVATE_H
#define GOUJI_SRC_REPORT_FORM_PRIVATE_H

#include "gouji/base/arena.h"
#include "gouji/base/map.h"
#include "gouji/report/form.h"

struct labels;
struct figure_words;
struct period_words;

/* How names of organs of one kind end. */
struct form_kind {
    struct slice ending;
    const char *kind;
};

/* A title of one of the law's sections, or a variant of it. */
struct form_title {
    struct slice text;
    size_t section; /* index for forms_sections */
    bool is_variant;
    const struct form_title *next; /* that has the same second byte */
};

struct forms {
    struct arena *arena; /* holds everything below but the label index */
    struct form *forms;  /* sorted by edition */
    size_t nforms, forms_capacity;
    struct form_section *sections;
    size_t nsections;
    const struct form_title *titles[256]; /* by the second byte, in which characters differ most */
    struct map *words;                    /* name -> the strings of the list, NULL-terminated */
    struct form_kind *kinds;
    size_t nkinds, kinds_capacity;
    struct labels *labels;                   /* see labels.h */
    const struct figure_words *figure_words; /* see stages.h */
    const struct period_words *period_words;
};

/* The label index of these forms, shared by every report. */
const struct labels *forms_labels(const struct forms *forms);

/* The longest title of a section, or variant, that the text begins with; NULL without one. */
const struct form_title *forms_title(const struct forms *forms, struct slice text);

/* Whether some begins with the character that the text begins with. */
bool forms_title_begins(const struct forms *forms, struct slice text);

/* Adds what one .json file of the folder holds: a form, the sections, or word
 * lists (words.json). -1 with err; the message names the file. */
int form_load_file(struct forms *forms, const char *path, struct err *err);

#endif
