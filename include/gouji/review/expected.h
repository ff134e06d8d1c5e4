/* 应报名单: the agencies that must report. A text file, a line each:
 *
 *     # a comment
 *     机关,上级,期限
 *     甲县统计局,丙市,2022-01-31
 *
 * Columns are parted by TAB or comma (by semicolon where the header is) and may be in quotation
 * marks, also over several lines, so that what a spreadsheet saves is read as it is. Only the first
 * is needed; the second is the region or department system above; the third a date: whole, or month
 * and day of the year after the report's. One of the first lines that has 机关, 单位 or agency is
 * the header, and says which columns these are and that others (姓名, 电话) are none of them; what
 * stands above it is left out. Without one a person's name in second place is left out, as
 * telephones are. Columns may stand twice side by side, and without a header three agencies in a
 * line. Titles, headings, totals and notes are no agencies, marks and remarks no part of names. Any
 * encoding that reports may have, any line ends. */
#ifndef GOUJI_REVIEW_EXPECTED_H
#define GOUJI_REVIEW_EXPECTED_H

#include "gouji/report/report.h"
#include "gouji/review/agency.h"

struct expected {
    const char *name;          /* as written */
    const char *parent;        /* "" when not said */
    struct date deadline;      /* month 0: not said; year 0: of the year after the report's */
    bool has_strange_deadline; /* it is said in words that are no date */
    size_t line;               /* from 1 */
    const char *folded, *core;
    const char *full, *full_core; /* with the parent in front, when it does not begin with it */
    const struct expected *other; /* by another name that may be its own; NULL: none */
};

struct expected_fault {
    size_t line;
    const char *text;
};

struct expected_list {
    struct arena *arena;
    struct expected *items;
    size_t nitems, capacity;
    struct expected_fault *faults; /* lines that were not taken whole */
    size_t nfaults, faults_capacity;
};

enum { EXPECTED_MAX_NBYTES = 16 * 1024 * 1024, EXPECTED_MAX_ITEMS = 50000 };

/* -1: cannot be read, or names nobody; nothing to release then. */
int expected_read(const char *path, struct expected_list *list, struct err *err);
void expected_release(struct expected_list *list);

/* Whether an agency's name (folded, with its core) is this one's. */
enum agency_match expected_match(const struct expected *expected, const char *folded,
                                 const char *core);

/* "2022-01-31", "2022/1/31", "22.1.31", "2022 年 1 月 31 日", "20220131", "01-31", "1月31日",
 * "一月三十一日", "元月31日", in wide figures too. False for anything else. */
bool expected_date(struct slice text, struct date *date);

#endif
