/* CSV: rows of separated values, as spreadsheets export them. Every field is there, so
 * they are placed as those between tabs are. */
#include "grid.h"

static unsigned claim_csv(const struct grid_site *site)
{
    const struct pieces *pieces = site->pieces;
    size_t nlines = 0;
    size_t nrows = 0;
    for (size_t i = site->first; i < site->end; i++) {
        nlines += !pieces->lines[i].is_blank;
        nrows += pieces->lines[i].delimiter != 0 && pieces->lines[i].delimiter != '\t';
    }
    return nlines ? (unsigned)(nrows * 100 / nlines) : 0;
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
