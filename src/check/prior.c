#include "prior.h"

bool prior_fits(const struct evaluation *run)
{
    if (!run->prior)
        return false;
    int year = run->report->who.year, before = run->prior->who.year;
    return year == 0 || before == 0 || before == year - 1;
}
