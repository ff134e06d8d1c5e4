/* A whole report in one line, its cells between tabs. */
#ifndef GOUJI_SRC_REPORT_JOINED_H
#define GOUJI_SRC_REPORT_JOINED_H

#include <stddef.h>

/* Where nearly all of the NUL-terminated text is one line with as many tabs as a report has
 * cells: ends lines at the tabs, or, where blanks part rows and paragraphs, at those. nends: how
 * many characters may end its lines. Nothing is touched where some blanks may as well be
 * blank cells, or blanks part paragraphs and tabs the cells of whole tables: such a line is cut
 * into words (runs.c). All offsets stay. */
void joined_turn(char *text, size_t nends);

#endif
