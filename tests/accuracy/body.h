/* The words of a report from title to signature, and pages that only look like
 * one. */
#ifndef ACCURACY_BODY_H
#define ACCURACY_BODY_H

#include "sheet.h"

void body_write(struct sheet *sheet);
void body_write_negative(struct sheet *sheet);

#endif
