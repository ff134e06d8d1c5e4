/* Numbers of lines that a program which shows files has set before each of them. */
#ifndef GOUJI_SRC_REPORT_LINE_NUMBERS_H
#define GOUJI_SRC_REPORT_LINE_NUMBERS_H

/* Where every line of the NUL-terminated text that says something begins with a number, one more
 * than the line before it, all of them below each other: blanks stand in place of the numbers and
 * of the sign behind each, as of grep -n, cat -n, nl. All offsets stay. */
void line_numbers_turn(char *text);

#endif
