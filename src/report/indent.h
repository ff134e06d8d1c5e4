/* Texts whose lines begin with tabs or blanks that only indent them. */
#ifndef GOUJI_SRC_REPORT_INDENT_H
#define GOUJI_SRC_REPORT_INDENT_H

#include "pieces.h"

/* Where rows of figures between blanks stand behind tabs, and tabs nowhere else, no tab begins a
 * cell: the lines begin behind them. So they do behind the blanks that all have, where lone bars
 * begin rows. */
void indent_leave_out(const struct report *report, struct piece_line *lines);

#endif
