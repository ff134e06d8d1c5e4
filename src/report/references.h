/* Signs and blanks that a converter wrote as references to characters. */
#ifndef GOUJI_SRC_REPORT_REFERENCES_H
#define GOUJI_SRC_REPORT_REFERENCES_H

/* Puts the sign in place of &#43;, &#8212; and the like where a cell of the NUL-terminated text
 * begins with it, before a figure or alone, with blanks before it: all offsets behind stay. */
void references_turn(char *text);

#endif
