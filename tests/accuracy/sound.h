/* Reports in which nothing is wrong: every sum holds, the text says what the
 * tables say, nothing that a report needs is missing. What a check raises on
 * them, beyond notes, is a false alarm. */
#ifndef ACCURACY_SOUND_H
#define ACCURACY_SOUND_H

#include "sheet.h"

/* Layouts whose text holds all a report needs. */
bool sound_layout(enum layout layout);
/* Traps that are faults of the report, or lose part of it. */
bool sound_forbids(enum trap trap);

/* An agency that no other report of a run has. */
void sound_name(struct sheet *sheet, uint64_t index);
/* The values of one row of table two; as many as it has columns. */
void sound_row(struct sheet *sheet, const char *block, int64_t *micro, int n);

/* The text, with what tables three and four will print. */
void sound_write(struct sheet *sheet);

#endif
