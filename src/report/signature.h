/* The signature of a report: the agency's name and the date. */
#ifndef GOUJI_SRC_REPORT_SIGNATURE_H
#define GOUJI_SRC_REPORT_SIGNATURE_H

#include "gouji/report/report.h"
#include "title.h"

/* Fills the signature's parts of report->who from the lines before `end`. Tables below byte
 * `last`, the last section, are enclosures: the signature may stand above them. */
void signature_find(struct report *report, const struct title *title, size_t end, uint32_t last);

#endif
