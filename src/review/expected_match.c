#include <string.h>

#include "counties.h"
#include "gouji/review/expected.h"

/* A report that says another territory in front than the list's is doubtful. */
static bool contradicts(const struct expected *expected)
{
    size_t n = strlen(expected->full) - strlen(expected->folded);
    return n > 0 && agency_any_rest(expected->full, n);
}

/* Whether both say a county, and not the same one: 统计局 of 甲县 is not 乙县统计局. */
static bool are_of_two_counties(const struct expected *expected, const char *folded)
{
    struct counties both = {.several_counties = false};
    counties_add(&both, expected->full);
    counties_add(&both, folded);
    return both.several_counties;
}

enum agency_match expected_match(const struct expected *expected, const char *folded,
                                 const char *core)
{
    enum agency_match by_name = agency_compare(expected->folded, expected->core, folded, core);
    enum agency_match by_full = agency_compare(expected->full, expected->full_core, folded, core);
    if (by_full == AGENCY_OTHER && by_name == AGENCY_ALIKE && contradicts(expected))
        return are_of_two_counties(expected, folded) ? AGENCY_OTHER : AGENCY_DOUBTFUL;
    bool may_be = by_name == AGENCY_OTHER && by_full == AGENCY_OTHER &&
                  (agency_may_be(expected->folded, folded) || agency_may_be(expected->core, core));
    enum agency_match match = may_be ? AGENCY_DOUBTFUL : by_name > by_full ? by_name : by_full;
    bool is_of_other = match == AGENCY_DOUBTFUL && by_full == AGENCY_OTHER &&
                       expected->full != expected->folded && are_of_two_counties(expected, folded);
    if (match == AGENCY_OTHER && expected->other &&
        expected_match(expected->other, folded, core) >= AGENCY_ALIKE)
        return AGENCY_DOUBTFUL;
    return is_of_other ? AGENCY_OTHER : match;
}
