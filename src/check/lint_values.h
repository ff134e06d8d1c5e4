/* The single values of rule files, and what people are told of them. */
#ifndef GOUJI_SRC_CHECK_LINT_VALUES_H
#define GOUJI_SRC_CHECK_LINT_VALUES_H

#include "lint.h"
#include "rule_keys.h"

struct lint {
    const struct rule_file *file;
    const struct ruleset *set;
    const struct forms *forms;
    struct str *out;
    size_t n;
    const cJSON *record;          /* the rule that is read, NULL */
    const struct kind_keys *kind; /* its own or, under "kinds", the one named; NULL */
};

/* A fault of what is at `at`. */
void lint_tell(struct lint *lint, const cJSON *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

bool lint_is_word(const cJSON *value);
bool lint_are_words(const cJSON *value);
bool lint_is_text(const cJSON *value);
bool lint_are_texts(const cJSON *value);
/* Whether the value says the word, but for patterns and severities in it. */
bool lint_names(const cJSON *value, const char *word);

/* The word is no case of the kind at hand. */
void lint_tell_case(struct lint *lint, const cJSON *at, const char *word);
bool lint_has_section(const struct forms *forms, const char *id);

/* Of values that are of the key's type. */
typedef void lint_check(struct lint *lint, const struct rule_key *key, const cJSON *value);
lint_check lint_template, lint_choice, lint_case, lint_formula, lint_clauses, lint_places,
    lint_cell, lint_cells, lint_row, lint_section, lint_sections, lint_day, lint_rule_id, lint_list,
    lint_numbers, lint_patterns;

/* Of a rule without other faults: why it never fires, or says the same over and over. */
void lint_idle(struct lint *lint);

#endif
