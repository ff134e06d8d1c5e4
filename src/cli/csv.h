/* Tables for spreadsheets: UTF-8 with BOM, CR LF, every cell quoted, and none
 * that a spreadsheet would take for a formula. */
#ifndef GOUJI_SRC_CLI_CSV_H
#define GOUJI_SRC_CLI_CSV_H

#include "gouji/base/str.h"

/* What stands before the first row. */
void csv_begin(struct str *out);
void csv_row(struct str *out, const struct slice *cells, size_t ncells);

#endif
