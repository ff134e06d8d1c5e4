/* Tables in drawn frames whose narrow cells break every label over lines, so that no
 * line of theirs tells what they are: the cells do, once each is put together. */
#ifndef GOUJI_SRC_REPORT_FRAMES_H
#define GOUJI_SRC_REPORT_FRAMES_H

#include "regions.h"

/* Adds the frames that hold a table of the form and lie in no region yet. -1 with
 * err: short of memory. */
int frames_add(const struct pieces *pieces, struct regions *regions, struct err *err);

#endif
