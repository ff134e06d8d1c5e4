/* Marks at the edge of every line, which are none of its text. */
#ifndef GOUJI_SRC_REPORT_LINE_MARKS_H
#define GOUJI_SRC_REPORT_LINE_MARKS_H

/* Where nearly all lines of the NUL-terminated text begin with ??, or end so, as where a host has
 * lost a picture or a hard space: blanks stand in its place. All offsets stay. */
void line_marks_turn(char *text);

#endif
