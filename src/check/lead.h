/* Which rule's findings explain another's: "led_by" of a rule lists the checks whose
 * failures make its own a consequence, and by what the two belong together; "part" is
 * the leading one's instance, "when" the condition it was raised on. */
#ifndef GOUJI_SRC_CHECK_LEAD_H
#define GOUJI_SRC_CHECK_LEAD_H

#include "gouji/check/finding.h"

/* Whether the entries of "led_by" can be understood; NULL (none given) can. */
bool leads_valid(const cJSON *led_by);

/* One entry. The keys under which a failed finding of the one rule and of the other meet;
 * NULL: it meets none. `is_first`: no finding of the leading rule stands before it. */
const char *lead_check(const cJSON *entry);
const char *lead_key(const cJSON *entry, const struct findings *all, const struct finding *leading,
                     bool is_first);
const char *lead_follower_key(const cJSON *entry, const struct findings *all,
                              const struct finding *follower);

#endif
