/* Texts whose lines end in other characters than those of a text file. */
#ifndef GOUJI_SRC_REPORT_BREAKS_H
#define GOUJI_SRC_REPORT_BREAKS_H

/* Where U+000B, U+0085, U+2028 or U+2029 part nearly all lines of the NUL-terminated text, each
 * becomes a line feed, behind blanks for its other bytes: all offsets stay. Where they are few
 * they stand within lines, such as the cells of a table. Where there are bells for a table's cells,
 * those behind line ends, which Word sets, become bars and line feeds; others become tabs. Quotes
 * around lines that are one field of a sheet become blanks. */
void breaks_turn(char *text);

#endif
