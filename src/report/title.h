/* The title of a report: <agency><year>年政府信息公开工作年度报告 in its many forms. */
#ifndef GOUJI_SRC_REPORT_TITLE_H
#define GOUJI_SRC_REPORT_TITLE_H

#include "gouji/report/report.h"

enum { NO_SHORT_YEAR = -1 };

struct title {
    int score;      /* 0: no title was found */
    int year;       /* 0 none */
    int short_year; /* 21 where it prints 21年, which says no century; NO_SHORT_YEAR */
    struct span span;
    struct span agency; /* empty when the title names none */
    size_t last_line;
};

/* The best title among the lines before the first section. Of several as good as each other
 * the period, if the report has one, tells: it must have been looked for. */
struct title title_find(const struct report *report);

/* How well a text alone reads as such a title: 0 not at all. Its fold goes into
 * the arena. */
int title_score(const struct forms *forms, struct arena *arena, struct slice text);

/* The same of a line of the report. */
int title_score_line(const struct report *report, size_t line);

#endif
