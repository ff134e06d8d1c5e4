/* CSV: rows of separated values, as spreadsheets export them. Every field is there, so
 * they are placed as those between tabs are. */
#include "grid.h"

static unsigned claim_csv(const struct grid_site *site)
{
    return grid_share(site, site->tally.nseparated);
}

const struct grid_reader grid_csv = {
    .layout = "CSV",
    .has_rows = true,
    .row_is_line = true,
    .claim = claim_csv,
    .read = grid_read_fields,
    .survey = grid_survey_fields,
    .place = grid_place_fields,
};
