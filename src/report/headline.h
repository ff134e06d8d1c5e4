/* The line that stands as the title of a text, and the document that it names. */
#ifndef GOUJI_SRC_REPORT_HEADLINE_H
#define GOUJI_SRC_REPORT_HEADLINE_H

#include "gouji/report/report.h"

enum headline_sort {
    HEADLINE_OTHER, /* 政府信息公开指南 */
    HEADLINE_ABOUT, /* …年度报告编制工作的通知: tells of reports, may quote the form */
    HEADLINE_COVER, /* 关于公布…年度报告的通知: the report itself may follow */
    HEADLINE_PART_YEAR, /* …上半年政府信息公开情况统计: may hold the tables of the form */
    HEADLINE_RETOLD, /* …年度报告解读: may hold all that the report does */
    HEADLINE_TOPIC,  /* 党务公开年度报告: of the same build */
};

struct headline {
    const char *kind; /* the word that says it is no report: 指南; NULL when none does */
    enum headline_sort sort;
    bool names_agency; /* else it may as well be an entry of the site */
};

/* Reads what stands last above the text and its first section or table, the furniture of
 * the page aside. */
struct headline headline_read(const struct report *report);

/* What the words beside the report's title say that the text is instead, in its line or in
 * brackets below: 解读, and of blank tables 模板; NULL when they do not. */
const char *headline_beside_title(const struct report *report, bool has_blank_tables);

#endif
