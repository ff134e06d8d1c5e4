/* 结果维持结果纠正其他结果: the labels of table four's header, nothing between them. */
#ifndef GOUJI_SRC_REPORT_GLUED_HEADER_H
#define GOUJI_SRC_REPORT_GLUED_HEADER_H

#include "regions.h"

/* Cuts such lines above a row of figures and finds the tables again, where table four was not
 * found. -1: *err is set. */
int glued_header_cut(struct pieces *pieces, struct regions *regions, struct err *err);

#endif
