/* A report on the shelf: what the checks of another one ask of it, in some kilobytes of
 * bytes that may be put away and read again in a hundredth of the time the report took.
 * Kept are the agency and the year, the edition, the cells with states and values, the
 * sentences, folded, with section and kind, and their figures. All that stands elsewhere
 * in a report is lost, and what of the text remains is no more where it stood: spans fit
 * the text that is restored, those of cells are empty. */
#ifndef GOUJI_REPORT_ABRIDGED_H
#define GOUJI_REPORT_ABRIDGED_H

#include "gouji/base/str.h"
#include "gouji/report/report.h"

/* Appends the bytes. False when the report is not as reports are, so that it must be kept
 * otherwise, or read again; `out` is then of no use. */
bool report_abridge(const struct report *report, struct str *out);

/* What is wanted of it: the text takes most of the time. */
enum report_part { PART_ALL, PART_TABLES };

/* The report that these bytes are of, with the path given; the caller frees it. NULL: no
 * memory, or they are not what report_abridge wrote with the same forms. */
struct report *report_restore(const char *path, struct slice bytes, const struct forms *forms,
                              enum report_part part);

#endif
