/* Cases of figures that stood wrong in the prose and were not found; beside each way of writing
 * those sentences that are true, or of something else. */
#ifndef GOUJI_TESTS_CASES_FIGURES_H
#define GOUJI_TESTS_CASES_FIGURES_H

#include "catalogue_cases.h"

#define COUNTY .title = "青山县人民政府2020年政府信息公开工作年度报告", .sign = "\n青山县人民政府\n2021年1月20日"
#define LICENSES .swap = {"行政许可\t0\t0\t0", "行政许可\t0\t0\t15"}
static const struct prose_case figures_decisions[] = {
    FIRES("TT-11", W, NULL, COUNTY, LICENSES, .s2 = "全县行政许可16件、行政处罚0件、行政强制0件，三项合计15件。"),
    FIRES("TT-11", W, NULL, COUNTY, LICENSES, .s2 = "全县行政许可15件、行政处罚1件、行政强制0件。"),
    SILENT("TT-11", COUNTY, LICENSES, .s2 = "全县行政许可15件、行政处罚0件、行政强制0件。"),
    NOT("TT-11", COUNTY, LICENSES, .s2 = "全县行政许可16件全部网上办理，全县公示行政许可16件。"),
    FIRES("TT-11", E, NULL, LICENSES, .s2 = "行政许可、行政处罚、行政强制处理决定分别为16件、0件、0件。"),
    FIRES("TT-11", E, NULL, LICENSES, .s2 = "行政许可、行政处罚、行政强制处理决定分别为15件、1件、0件。"),
    FIRES("TT-11", E, NULL, LICENSES, .s2 = "行政许可、行政处罚、行政强制处理决定分别为15件、0件、1件。"),
    FIRES("TT-11", E, NULL, LICENSES, .s2 = "行政处罚和行政强制决定数量分别为0件和1件。"),
    FIRES("TT-11", W, NULL, LICENSES, .s2 = "行政许可、行政处罚分别为15件、1件。"),
    SILENT("TT-11", LICENSES, .s2 = "行政许可、行政处罚、行政强制处理决定分别为15件、0件、0件。"),
    SILENT("TT-11", LICENSES, .s2 = "行政许可、行政处罚、行政强制分别为15件、0件、0件。"),
    NOT("TT-11", COUNTY, LICENSES, .s2 = "县市场监管局行政许可、行政处罚决定分别为3件、6件。"),
    NOT("TT-11", COUNTY, LICENSES, .s2 = "县公安局执法规范，行政许可、行政处罚分别为3件、6件。"),
    NOT("TT-11", LICENSES, .s2 = "其中，行政许可、行政处罚决定分别为3件、6件。"),
    NOT("TT-11", LICENSES, .s2 = "各村行政处罚、行政强制决定分别为3件、2件。"),
    NOT("TT-11", LICENSES, .s2 = "公示行政许可、行政处罚决定分别为3件、6件。"),
    NOT("TT-11", LICENSES, .s2 = "2019年行政许可、行政处罚决定分别为3件、6件。上年行政许可、行政处罚决定分别为3件、6件。"),
    NOT("TT-11", LICENSES, .s2 = "行政许可、行政处罚、行政强制决定分别增长3件、6件、1件。"),
    FIRES("PA-01", W, NULL, .s2 = "行政许可12件、行政处罚5件、行政强制3件，三项合计21件。"),
    SILENT("PA-01", .s2 = "行政许可12件、行政处罚5件、行政强制3件，三项合计20件。"),
    SILENT("PA-01", .s2 = "行政检查7件，行政许可12件、行政处罚5件，两项合计17件。"),
};

/* What did not happen says nothing of the cases that did. */
static const struct prose_case figures_denied[] = {
    FIRES("TT-07", E, NULL, .s4 = "全年未发生因公开不当引发的舆情，发生行政复议16件。", .review = 7),
    FIRES("TT-08", E, NULL, .s4 = "没有因公开不及时引发的舆情，发生行政诉讼16件。", .direct = 6),
    SILENT("TT-07", .s4 = "全年未发生因公开不当引发的舆情，发生行政复议7件。", .review = 7),
    SILENT("TT-08", .s4 = "没有因公开不及时引发的舆情，发生行政诉讼6件。", .direct = 6),
    NOT("TT-07", .s4 = "因公开不及时，发生行政复议1件。", .review = 7),
    NOT("TT-08", .s4 = "因答复不规范被提起行政诉讼1件。", .direct = 6),
};

static const struct prose_case figures_growths[] = {
    {"PA-03", {.s3 = "申请量由2019年的1296件增至2020年的1458件，增长15.5%。"}, OUTCOME_FAIL, W, NULL,
     "“由2019年的1296件增至2020年的1458件，增长15.5%”，按件数应为 12.5%", NULL, NULL},
    SILENT("PA-03", .s3 = "申请量由2019年的1296件增至2020年的1458件，增长12.5%。"),
    SILENT("PA-03", .s3 = "申请量由上年的1296件增加到今年的1458件，增长12.5%。"),
    {"PA-03", {.s3 = "新收申请较上年1296件增加162件，同比增长21.5%。"}, OUTCOME_FAIL, W, NULL,
     "“较上年1296件增加162件，同比增长21.5%”，按件数应为 12.5%", NULL, NULL},
    FIRES("PA-03", W, NULL, .s3 = "新收申请较上年1296件增加126件，同比增长12.5%。"),
    FIRES("PA-03", W, NULL, .s3 = "新收申请比2019年的1296件减少162件，下降21.5%。"),
    SILENT("PA-03", .s3 = "新收申请较上年1296件增加162件，同比增长12.5%。"),
    SILENT("PA-03", .s3 = "新收申请比2019年的1296件减少162件，下降12.5%。"),
    SILENT("PA-03", .s1 = "公开信息较上年800条增加200条，阅读量同比增长35%。"),
    SILENT("PA-03", .s1 = "公开信息较上年800条增加200条，其中微信增长35%。"),
    SILENT("PA-03", .s1 = "建议办理较上年80件增加20件，办结率100%。"),
    {"PA-03", {.s3 = "收到申请1458件，同比下降12.5%，上年为1296件。"}, OUTCOME_FAIL, W, NULL,
     "“收到申请1458件，同比下降12.5%”，按件数应为 -12.5%", NULL, NULL},
    FIRES("PA-03", W, NULL, .s3 = "收到申请1458件，同比增长21.5%，上年为1296件。"),
    SILENT("PA-03", .s3 = "收到申请1458件，同比增长12.5%，上年为1296件。"),
    SILENT("PA-03", .s1 = "主动公开信息1600条，同比下降20%，上年为2000条。"),
    SILENT("PA-03", .s3 = "收到申请1458件，办结1453件，同比增长12.5%，上年为1296件。"),
};

#define FIGURES_CASES                                                                              \
    PROSE_LIST(figures_decisions), PROSE_LIST(figures_denied), PROSE_LIST(figures_growths)

#endif
