/* By when a report must be out, as the rules have it (the rule of kind DEADLINE). */
#ifndef GOUJI_CHECK_DEADLINE_H
#define GOUJI_CHECK_DEADLINE_H

#include <stdbool.h>

#include "gouji/check/ruleset.h"

struct deadline {
    int month, day;   /* of the year after the report's */
    bool is_local;    /* not the law's: local rules decide, this is only what is usual */
    const char *when; /* which of the rule's messages speaks of it, NULL */
};

/* For an organ of this kind (镇, 局 …; NULL: not known). False when the rules say none. */
bool deadline_find(const struct rule *rule, const char *kind, struct deadline *deadline);
/* The same by the rule set's own rule. */
bool deadline_of_kind(const struct ruleset *rules, const char *kind, struct deadline *deadline);

#endif
