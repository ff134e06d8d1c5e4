/* Two reports in one file: only the first is read, and it is said where the second begins. */
#ifndef GOUJI_SRC_REPORT_SECOND_H
#define GOUJI_SRC_REPORT_SECOND_H

#include "regions.h"

/* Cuts the report's text and its regions where a second report begins: behind its tables a
 * first section stands once more, and the tables of the form behind that. -1 with err. */
int second_cut(struct report *report, const struct pieces *pieces, struct regions *regions,
               struct err *err);

#endif
