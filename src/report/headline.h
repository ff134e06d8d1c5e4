/* The line that stands as the title of a text, and the document that it names. */
#ifndef GOUJI_SRC_REPORT_HEADLINE_H
#define GOUJI_SRC_REPORT_HEADLINE_H

#include "gouji/report/report.h"

enum headline_sort {
    HEADLINE_OTHER, /* 政府信息公开指南 */
    HEADLINE_ABOUT, /* …年度报告编制工作的通知: tells of reports, may quote the form */
    HEADLINE_COVER, /* 关于公布…年度报告的通知: the report itself may follow */
    HEADLINE_PART_YEAR, /* …上半年政府信息公开情况统计: may hold the tables of the form */
};

struct headline {
    const char *kind; /* the word that says it is no report: 指南; NULL when none does */
    enum headline_sort sort;
    bool names_agency; /* else it may as well be an entry of the site */
};

/* Reads what stands last above the text and its first section or table, the furniture of
 * the page aside. */
struct headline headline_read(const struct report *report);

#endif
