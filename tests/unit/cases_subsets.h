/* True numbers and denials of a part only: of some decisions, applications or cases, of a goal, of
 * another year. Beside each what nearly says the same of the whole and is held against the table. */
#ifndef GOUJI_TESTS_CASES_SUBSETS_H
#define GOUJI_TESTS_CASES_SUBSETS_H

#include "catalogue_cases.h"

static const struct prose_case subset_decisions[] = {
    /* A word before 行政处罚 names some of them. */
    NOT("TT-11", .s2 = "作出不予行政处罚决定12件。"),
    NOT("TT-11", .s2 = "作出准予行政许可决定150件、不予行政许可决定3件。"),
    NOT("TT-11", .s2 = "作出减轻行政处罚决定2件，从轻行政处罚决定3件。"),
    NOT("TT-11", .s2 = "撤销行政处罚决定1件。依法变更的行政处罚决定1件。"),
    NOT("TT-11", .s2 = "复议维持行政处罚决定3件。行政处罚决定3件，均被维持。"),
    NOT("TT-11", .s2 = "作出一般程序行政处罚决定15件、简易程序行政处罚决定12件。"),
    NOT("TT-11", .s2 = "适用简易程序作出行政处罚决定12件。"),
    NOT("TT-11", .s2 = "申请法院强制执行行政处罚决定2件。"),
    FIRES("TT-11", E, NULL, .s2 = "依法作出各类行政处罚决定5件。"),
    FIRES("TT-11", E, NULL, .s2 = "2020年行政许可决定5件。"),
    FIRES("TT-11", W, NULL, .s2 = "严格执法，行政处罚决定5件，其中适用简易程序的2件。"),
    FIRES("TT-11", E, NULL, .s2 = "作出不予行政许可决定3件，行政处罚决定5件。"),
    SILENT("TT-11", .s2 = "作出行政处罚决定0件，作出不予行政许可决定3件。"),
    /* Units below. */
    NOT("TT-11", .s2 = "各分局作出行政处罚1263件。"),
    NOT("TT-11", .s2 = "下放乡镇行政许可事项36项，乡镇办理行政许可1263件。"),
    NOT("TT-11", .s2 = "综合执法大队作出行政处罚决定12件。所属单位作出行政处罚决定3件。"),
    FIRES("TT-11", E, NULL, .s2 = "指导各分局规范执法，全年作出行政处罚5件。"),
    FIRES("TT-11", E, NULL, .s2 = "我镇办理行政许可5件。"),
    NOT("TT-12", .edition = 2021, .s2 = "代收行政事业性收费326.5万元。"),
    NOT("TT-12", .edition = 2021, .s2 = "退还行政事业性收费1.2万元。各乡镇收取行政事业性收费1.2万元。"),
    FIRES("TT-12", E, NULL, .edition = 2021, .s2 = "收取行政事业性收费1.2万元。"),
};

#define SUBSET_CASES PROSE_LIST(subset_decisions)

#endif
