/* Texts in the marks of Texinfo, as pandoc writes them. */
#ifndef GOUJI_SRC_REPORT_TEXINFO_H
#define GOUJI_SRC_REPORT_TEXINFO_H

/* Where the NUL-terminated text has a @multitable: its cells stand between tabs, a row a line,
 * and commands are blank. All offsets stay. */
void texinfo_turn(char *text);

#endif
