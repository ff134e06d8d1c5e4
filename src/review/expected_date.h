/* Deadlines as lists write them. */
#ifndef GOUJI_SRC_REVIEW_EXPECTED_DATE_H
#define GOUJI_SRC_REVIEW_EXPECTED_DATE_H

#include <stdbool.h>

#include "gouji/base/json.h"
#include "gouji/report/report.h"

/* A date with words of data/expected.json around it, or a time of the day behind it: 1月31日
 * （星期三）17:00前. */
bool expected_date_read(const cJSON *words, struct slice field, struct date *date);

/* 45322: the day that a spreadsheet shows as 2024-01-31 and saved as a number. */
bool expected_date_of_sheet(struct slice field, struct date *date);

/* Whether the field says that there is none: a dash, 无. */
bool expected_date_is_none(const cJSON *words, struct slice field);

#endif
