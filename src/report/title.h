/* The title of a report: <agency><year>年政府信息公开工作年度报告 in its many forms. */
#ifndef GOUJI_SRC_REPORT_TITLE_H
#define GOUJI_SRC_REPORT_TITLE_H

#include "gouji/report/report.h"

struct title {
    int score; /* 0: no title was found */
    int year;  /* 0 none */
    struct span span;
    struct span agency; /* empty when the title names none */
    size_t last_line;
};

/* The best title among the lines before the first section. */
struct title title_find(const struct report *report);

#endif
