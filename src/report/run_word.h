/* The words of a paragraph that is to be cut into lines: what each may be there. */
#ifndef GOUJI_SRC_REPORT_RUN_WORD_H
#define GOUJI_SRC_REPORT_RUN_WORD_H

#include <stdbool.h>
#include <stdint.h>

#include "gouji/base/arena.h"
#include "gouji/report/report.h"

enum { RUN_CELL_NBYTES = 400 }; /* what is longer is no cell */

/* A word of the paragraph, up to the next blank. */
struct run_word {
    uint32_t start, end;
    bool is_cell;  /* may stand in a table */
    bool is_label; /* surely does */
    bool is_part;  /* is none, but begins or continues one */
    bool is_value;
    bool is_crumb;  /* a character or two */
    bool is_marked; /* starts with the numeral of a section */
    bool is_mark;   /* is nothing else */
    bool is_title;  /* of the report, at its end at least */
    bool is_frame;  /* bars of the page around the report */
    bool ends_text; /* with a full stop, or as a title of the report */
};

/* Tells what the word is by its place in the report. -1: short of memory. */
int run_word_judge(const struct report *report, struct arena *scratch, struct run_word *word);

/* 三、 本年度…: whether the numeral `mark` goes on as a row's label. Another word stands behind it
 * in the array. -1: short of memory. */
int run_word_judge_mark(const struct report *report, struct arena *scratch, struct run_word *mark);

/* Whether six bytes are the numeral of a section: 三、 */
bool run_word_is_section_mark(const char *text);

#endif
