/* Names of agencies: what kind of organ a name is, by its ending. */
#ifndef GOUJI_SRC_REPORT_ORGAN_H
#define GOUJI_SRC_REPORT_ORGAN_H

#include "gouji/base/slice.h"
#include "gouji/report/form.h"

/* 镇 for …镇人民政府, 街道 for …街道办事处; NULL when no ending is known. The
 * result lives in forms. */
const char *organ_kind(const struct forms *forms, struct slice name);

/* Folded text that may be a name printed alone: Han characters and brackets,
 * 3 to 30 of them, with a known ending. */
bool organ_is_name(const struct forms *forms, struct slice text);

#endif
