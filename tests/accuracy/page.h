/* The parts of a page, each set as the sheet's layout sets it. */
#ifndef ACCURACY_PAGE_H
#define ACCURACY_PAGE_H

#include "sheet.h"

void page_paragraph(struct sheet *sheet, const char *text);
void page_say(struct sheet *sheet, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Section `index` (0 … 5) under the numeral it is printed with. */
void page_heading(struct sheet *sheet, int index, const char *numeral, const char *title);
void page_table(struct sheet *sheet, int table);
void page_local_table(struct sheet *sheet);
void page_furniture_before(struct sheet *sheet);
void page_furniture_after(struct sheet *sheet);
void page_open_html(struct sheet *sheet);
void page_close_html(struct sheet *sheet);

#endif
