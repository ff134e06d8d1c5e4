/* Rule files of people: what loading passes over, because ours have none of it
 * and it would cost every start, is looked for in theirs. A key nobody reads, a
 * cell no form has, a list of patterns that is not there: such a rule loads and
 * never fires. */
#ifndef GOUJI_SRC_CHECK_LINT_H
#define GOUJI_SRC_CHECK_LINT_H

#include "ruleset_parts.h"

/* Appends the file's faults, one a line; how many. out->failed tells of short memory. */
size_t lint_file(const struct rule_file *file, const struct ruleset *set, const struct forms *forms,
                 struct str *out);

/* What a value of the key's type is, untranslated; "" where loading tells. */
struct rule_key;
const char *lint_must_be(const struct rule_key *key);

#endif
