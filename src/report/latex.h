/* Tables in the marks of LaTeX. */
#ifndef GOUJI_SRC_REPORT_LATEX_H
#define GOUJI_SRC_REPORT_LATEX_H

/* Where the NUL-terminated text has rows of cells between & that end in two backslashes: the
 * cells stand between tabs, a row a line, and the rules between rows are blank. Where cells
 * cover several columns or rows nothing is touched. All offsets stay. */
void latex_turn(char *text);

#endif
