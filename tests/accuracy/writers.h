/* One writer per family of layouts: they flatten a table into the sheet's text. */
#ifndef ACCURACY_WRITERS_H
#define ACCURACY_WRITERS_H

#include "grid.h"

/* A cell's text; line breaks inside it are written as `brk`. */
void write_cell(struct sheet *sheet, const struct gcell *cell, const char *brk);

void lines_write_table(struct sheet *sheet, struct grid *grid); /* A1, A3 */
void dump_write_table(struct sheet *sheet, struct grid *grid);  /* A2 */
void bars_write_table(struct sheet *sheet, struct grid *grid);  /* B1 … B9 */
void tabs_write_table(struct sheet *sheet, struct grid *grid);  /* C */
void flow_write_table(struct sheet *sheet, struct grid *grid);  /* D, single blanks */
void markdown_write_table(struct sheet *sheet, struct grid *grid);
void html_write_table(struct sheet *sheet, struct grid *grid);
void box_write_table(struct sheet *sheet, struct grid *grid);
void aligned_write_table(struct sheet *sheet, struct grid *grid); /* PDF */

/* Drops every line that stood before and finds the headings again. */
void lines_drop_repeated(struct sheet *sheet);

/* Between two paragraphs, as the layout separates them. */
void page_break_paragraph(struct sheet *sheet);

#endif
