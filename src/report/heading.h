/* Lines, and places inside lines, that may be headings of sections. Which of
 * them are is decided in outline.c, which sees them all. */
#ifndef GOUJI_SRC_REPORT_HEADING_H
#define GOUJI_SRC_REPORT_HEADING_H

#include "gouji/report/report.h"

enum heading_quality {
    HEADING_NONE,
    HEADING_KEYWORDS,
    HEADING_CLOSE, /* a slip or two away from a title of the law */
    HEADING_VARIANT,
    HEADING_CANONICAL,
};

struct heading {
    int section; /* index for forms_sections, -1 for one the law does not know */
    int number;  /* what its numeral says, 0 without one */
    enum heading_quality quality;
    bool is_caption;     /* words behind the title: only with its table below */
    struct span span;    /* numeral and title, without decoration and full stop */
    struct span numeral; /* empty without one */
    struct span title;
};

/* All candidates in the order of the text; they never overlap. 0 or -1. */
int headings_find(struct report *report, struct heading **headings, size_t *nheadings,
                  struct err *err);

#endif
