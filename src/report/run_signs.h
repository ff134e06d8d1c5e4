/* What parts the words of a paragraph that is to be cut into lines. */
#ifndef GOUJI_SRC_REPORT_RUN_SIGNS_H
#define GOUJI_SRC_REPORT_RUN_SIGNS_H

#include <stdbool.h>
#include <stddef.h>

#include "gouji/base/slice.h"

struct run_signs {
    bool blanks, tabs;
    bool bars; /* which are words themselves */
};

/* The size of the blank that the text begins with, 0 for none: no tab is one. The text is not
 * empty. */
size_t run_blank_size(struct slice text);

/* The size of all blanks and tabs that the text begins with. */
size_t run_gap_size(struct slice text);

/* The size of the word that the text begins with, without what parts it from the next. */
size_t run_word_size(struct run_signs signs, struct slice text);

/* How many blanks the text has. */
size_t run_count_blanks(struct slice text);

/* Whether rows end in the line, and others begin behind them: `sign`, maybe more and blanks,
 * stands between a figure and a word more often than in a row. */
bool run_has_rows(struct slice line, char sign);

/* Whether paragraphs end in the line: some full stops stand before blanks. */
bool run_has_paragraphs(struct slice line);

#endif
