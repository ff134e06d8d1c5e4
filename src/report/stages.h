/* The stages of reading, private to src/report. Each returns 0, or -1 with err
 * (short memory, limits); report->arena holds everything they build. */
#ifndef GOUJI_SRC_REPORT_STAGES_H
#define GOUJI_SRC_REPORT_STAGES_H

#include "gouji/report/report.h"

/* Cuts paragraphs that hold whole tables, or a whole report, into the lines that
 * they would be elsewhere: report->lines and nlines. */
int stage_runs(struct report *report, struct err *err);

/* Finds the tables by captions, headers and row labels in their order, reads
 * them (tables.c drives grid_*.c and align.c), local tables too, and divides
 * the text into blocks. Uses only text and lines, and folds these. */
int stage_tables(struct report *report, struct err *err);

/* Headings by words, not numerals; outside tables. Fills sections. */
int stage_outline(struct report *report, struct err *err);

/* Sentences and figures of the prose. */
int stage_prose(struct report *report, struct err *err);
int stage_figures(struct report *report, struct err *err);

/* The word lists as that stage asks them, made when the forms are loaded: every report is asked.
 * NULL: no memory. */
struct figure_words;
const struct figure_words *figure_words_make(const struct forms *forms, struct arena *arena);

/* Title, agency, kind, year, period, signature, date. */
int stage_identity(struct report *report, struct err *err);
struct period_words;
const struct period_words *period_words_make(const struct forms *forms, struct arena *arena);

/* ERR_NOT_REPORT with the reason when the text is no annual report: called
 * last, sees everything. */
int stage_judge(const struct report *report, struct err *err);

#endif
