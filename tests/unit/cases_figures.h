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

/* Results of cases beside their number, or alone: the table has them one by one. */
static const struct prose_case figures_results[] = {
    FIRES("TT-07", W, NULL, .s4 = "行政复议维持4件。", .review = 3),
    {"TT-07", {.s4 = "行政复议尚未审结2件，结果纠正0件。", .review = 3, .review_pending = 1}, OUTCOME_FAIL, W, NULL,
     "正文“行政复议尚未审结2件”为 2，表四 行政复议 尚未审结 为 1，差 1；这种写法口径不一，已知的几种都不相符，请核对",
     NULL, "行政复议尚未审结2件"},
    FIRES("TT-07", W, NULL, .s4 = "行政复议7件，结果维持6件，结果纠正1件，其他结果0件，尚未审结0件。", .review = 7),
    SILENT("TT-07", .s4 = "行政复议维持3件。", .review = 3),
    SILENT("TT-07", .s4 = "行政复议维持2件、纠正0件、其他0件、尚未审结1件。", .review = 3, .review_pending = 1),
    SILENT("TT-07", .s4 = "行政复议维持2件、纠正0件、其他1件。", .review = 3, .review_pending = 1),
    NOT("TT-07", .s4 = "作为复议机关，行政复议维持13件。", .review = 3),
    NOT("TT-07", .s4 = "县教育局行政复议维持1件。上年行政复议维持5件。2019年行政复议维持5件、纠正2件。", .review = 3),
    NOT("TT-07", .s4 = "行政复议维持1件，终止1件，其他1件。", .review = 3),
    SILENT("TT-07", .s4 = "行政复议维持1件，较上年减少2件。行政复议维持由5件降至1件。", .review = 1),
    NOT("TT-07", .s1 = "法治建设有力，行政复议维持13件。全镇行政复议维持13件。", .review = 3),
    FIRES("TT-08", W, NULL, .s4 = "行政诉讼共6件，结果维持5，纠正1，其他0，未审结0。", .direct = 4, .after = 2),
    FIRES("TT-08", W, NULL, .s4 = "行政诉讼维持5件、纠正1件、其他0件、尚未审结0件。", .direct = 4, .after = 2),
    SILENT("TT-08", .s4 = "行政诉讼共6件，结果维持6，纠正0，其他0，未审结0。", .direct = 4, .after = 2),
    SILENT("TT-08", .s4 = "行政诉讼维持4件。", .direct = 4, .after = 2),
    NOT("TT-08", .s4 = "行政诉讼一审维持3件，二审维持1件。", .direct = 4, .after = 2),
    NOT("TT-08", .s4 = "行政诉讼撤诉1件，维持3件。其中，行政诉讼维持3件。", .direct = 4, .after = 2),
    FIRES("PA-01", W, NULL, .s4 = "行政诉讼共6件，结果维持3件，结果纠正2件，其他结果1件，尚未审结1件。"),
    SILENT("PA-01", .s4 = "行政诉讼共6件，结果维持3件，结果纠正1件，其他结果1件，尚未审结1件。"),
    NOT("PA-01", .s4 = "行政诉讼共6件，结果维持3件，结果纠正2件。"),
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

/* What is still within its time, or only called 结转. */
static const struct prose_case figures_left[] = {
    FIRES("TT-04", E, NULL, .s3 = "截至12月31日，尚在办理期限内的申请5件，将结转下一年度办理。", .carried_out = 4),
    FIRES("TT-04", E, NULL, .s3 = "截至年底尚在法定答复期限内的5件，已结转2021年。", .carried_out = 4),
    SILENT("TT-04", .s3 = "截至12月31日，尚在办理期限内的申请4件，将结转下一年度办理。", .carried_out = 4),
    NOT("TT-04", .s3 = "尚在办理期限内的5件按规定继续办理。", .carried_out = 4),
    FIRES("TT-04", W, NULL, .s3 = "三是妥善处理结转5件。", .carried_in = 3, .carried_out = 4),
    FIRES("TT-04", W, NULL, .s3 = "新收14件+结转5件=19件。", .carried_in = 3, .carried_out = 4),
    SILENT("TT-04", .s3 = "三是妥善处理结转3件。", .carried_in = 3, .carried_out = 4),
    SILENT("TT-04", .s3 = "三是妥善处理结转4件。", .carried_in = 3, .carried_out = 4),
    SILENT("TT-04", .s3 = "新收14件+结转3件=17件。", .carried_in = 3, .carried_out = 4),
    NOT("TT-04", .s3 = "妥善处理上年结转5件。建议提案方面，妥善处理结转5件。", .carried_in = 3, .carried_out = 4),
};

/* 包括 picks out some, unless all rows of the class are there. */
static const struct prose_case figures_rows[] = {
    FIRES("PA-01", W, NULL, .s3 = "不予处理40件，包括信访举报投诉类申请21件、重复申请20件、要求提供公开出版物3件、"
                                  "无正当理由大量反复申请4件、要求重新出具已获取信息1件。"),
    FIRES("PA-01", W, NULL, .s3 = "无法提供19件，包括本机关不掌握13件、没有现成信息4件、补正后仍不明确3件。"),
    SILENT("PA-01", .s3 = "不予处理40件，包括信访举报投诉类申请21件、重复申请11件、要求提供公开出版物3件、"
                          "无正当理由大量反复申请4件、要求重新出具已获取信息1件。"),
    NOT("PA-01", .s3 = "不予处理40件，包括信访举报投诉类申请21件、重复申请11件。无法提供19件，包括不掌握13件、没有现成信息4件。"),
};

/* Columns of table three by their names. */
#define APPLICANTS \
    .swap = {"数量\t20\t0\t0\t0\t0\t0\t20", "数量\t10\t4\t1\t0\t3\t2\t20"}
static const struct prose_case figures_applicants[] = {
    {"TT-06", {.s3 = "申请人中，自然人10件、商业企业5件、科研机构1件、法律服务机构3件、其他2件。", .received = 20, APPLICANTS},
     OUTCOME_FAIL, W, NULL,
     "正文“商业企业5件”为 5，表三 一 商业企业 为 4，差 1；这种写法口径不一，已知的几种都不相符，请核对", NULL, "商业企业5件"},
    FIRES("TT-06", W, NULL, .s3 = "申请人中，自然人10件、商业企业4件、科研机构2件、法律服务机构3件。", .received = 20, APPLICANTS),
    FIRES("TT-06", W, NULL, .s3 = "申请人中，自然人10件、商业企业4件、社会公益组织1件。", .received = 20, APPLICANTS),
    FIRES("TT-06", W, NULL, .s3 = "法律服务机构提出申请4件。", .received = 20, APPLICANTS),
    SILENT("TT-06", .s3 = "申请人中，自然人10件、商业企业4件、科研机构1件、社会公益组织0件、法律服务机构3件、其他2件。", .received = 20, APPLICANTS),
    SILENT("TT-06", .s3 = "商业企业申请4件，法律服务机构提出申请3件。", .received = 20, APPLICANTS),
    SILENT("TT-06", .s3 = "上年结转申请5件，其中商业企业0件。", .received = 20, .carried_in = 5, APPLICANTS),
    NOT("TT-06", .s3 = "办理自然人申请9件、商业企业申请5件、科研机构申请2件、法律服务机构申请4件。", .received = 20, APPLICANTS),
    NOT("TT-06", .s3 = "予以公开申请8件，其中商业企业2件、法律服务机构1件。", .received = 20, APPLICANTS),
    NOT("TT-06", .s3 = "网上申请9件中，自然人8件、商业企业1件。", .received = 20, APPLICANTS),
    NOT("TT-06", .s3 = "县教育局收到商业企业申请3件。上年商业企业申请6件。", .received = 20, APPLICANTS),
    NOT("TT-06", .s3 = "商业企业申请许可23件。自然人、商业企业申请共14件。商业企业申请增加20件。", .received = 20, APPLICANTS),
};

/* Rows of table three by their short names, behind the number of their class. */
#define SECRETS                                                                                    \
    .swap = {"1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0", "1.属于国家秘密\t9\t0\t0\t0\t0\t0\t9",        \
             "8.属于行政查询事项\t0\t0\t0\t0\t0\t0\t0", "8.属于行政查询事项\t4\t0\t0\t0\t0\t0\t4"}
#define REPEATED                                                                                   \
    .swap = {"2.重复申请\t0\t0\t0\t0\t0\t0\t0", "2.重复申请\t9\t0\t0\t0\t0\t0\t9",                \
             "反复申请\t0\t0\t0\t0\t0\t0\t0", "反复申请\t4\t0\t0\t0\t0\t0\t4"}
#define NOT_MENDED                                                                                 \
    .edition = 2021,                                                                               \
    .swap = {"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0",  \
             "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请\t8\t0\t0\t0\t0\t0\t8"}
static const struct prose_case figures_short_names[] = {
    {"TT-05", {.s3 = "不予公开13件，其中国家秘密8件、行政查询事项4件。", SECRETS}, OUTCOME_FAIL, W, NULL,
     "正文“国家秘密8件”为 8，表三（三）1 总计 为 9，差 1；这种写法口径不一，已知的几种都不相符，请核对", NULL, "国家秘密8件"},
    FIRES("TT-05", W, NULL, .s3 = "不予公开13件（属于国家秘密9件、行政查询事项5件）。", SECRETS),
    FIRES("TT-05", W, NULL, .s3 = "属于行政查询事项不予公开5件。", SECRETS),
    FIRES("TT-05", W, NULL, .s3 = "不予公开13件，主要是国家秘密9件、第三方合法权益2件。", SECRETS),
    SILENT("TT-05", .s3 = "不予公开13件，其中国家秘密9件、行政查询事项4件。", SECRETS),
    SILENT("TT-05", .s3 = "属于行政查询事项不予公开4件。因国家秘密不予公开9件。", SECRETS),
    SILENT("TT-05", .s3 = "不予公开13件，其中国家秘密、行政查询事项12件。", SECRETS),
    SILENT("TT-05", .s3 = "不予公开13件，部分公开0件，其中隐去国家秘密3件。", SECRETS),
    SILENT("TT-05", .s3 = "不予公开13件，其中自然人10件，涉及国家秘密7件。", SECRETS),
    NOT("TT-05", .s3 = "上半年不予公开5件，其中国家秘密5件。审查国家秘密事项5件，国家秘密3件。", SECRETS),
    NOT("TT-05", COUNTY, .s3 = "县公安局不予公开5件，其中国家秘密3件。", SECRETS),
    FIRES("TT-05", W, NULL, .s3 = "不予处理13件，包括重复申请8件、无正当理由大量反复申请4件。", REPEATED),
    FIRES("TT-05", W, NULL, .s3 = "不予处理13件，包括重复申请9件、无正当理由大量反复申请5件。", REPEATED),
    FIRES("TT-05", W, NULL, .s3 = "不予处理13件，其中重复申请9件、要求提供公开出版物1件、要求重新出具已获取信息1件。", REPEATED),
    SILENT("TT-05", .s3 = "不予处理13件，包括重复申请9件、无正当理由大量反复申请4件。", REPEATED),
    SILENT("TT-05", .s3 = "不予处理13件，其中重复申请、大量反复申请13件。", REPEATED),
    SILENT("TT-05", .s3 = "不予处理13件；另有重复申请的建议5件，较上年重复申请5件少。", REPEATED),
    FIRES("TT-05", W, NULL, .s3 = "其他处理8件，主要是申请人逾期不补正7件、逾期未缴费0件。", NOT_MENDED),
    FIRES("TT-05", W, NULL, .s3 = "其他处理8件，主要是申请人逾期不补正8件、逾期未缴费1件。", NOT_MENDED),
    FIRES("TT-05", W, NULL, .s3 = "逾期未补正不再处理7件。", NOT_MENDED),
    SILENT("TT-05", .s3 = "其他处理8件，主要是申请人逾期不补正8件、逾期未缴费0件。逾期未补正不再处理8件。", NOT_MENDED),
    SILENT("TT-05", .s3 = "其他处理8件，其中逾期不补正、逾期未缴费8件。经催告仍逾期未补正6件。", NOT_MENDED),
    /* The form of 2019 has one row for them all. */
    FIRES("TT-05", E, NULL, .s3 = "申请人逾期未补正不再处理5件。"),
    SILENT("TT-05", .s3 = "申请人逾期未补正不再处理5件。",
           .swap = {"（六）其他处理\t0\t0\t0\t0\t0\t0\t0", "（六）其他处理\t8\t0\t0\t0\t0\t0\t8"}),
    FIRES("TT-05", W, NULL, .s3 = "因本机关不掌握相关政府信息无法提供0件，需另行制作5件。"),
    SILENT("TT-05", .s3 = "因本机关不掌握相关政府信息无法提供0件，需另行制作0件。"),
    NOT("TT-05", .s3 = "政策解读需另行制作5件。"),
};

/* Names first, their numbers behind them all: each is held against its own cell. */
static const struct prose_case figures_apart[] = {
    {"TT-05",
     {.s3 = "对申请，予以公开、不予公开分别为3件、1件。", .received = 3, .processed = 3},
     OUTCOME_FAIL, E, NULL, NULL, NULL, "予以公开、不予公开分别为3件、1件"},
    SILENT("TT-05", .s3 = "予以公开、部分公开、不予公开、无法提供分别为3、0、0、0件。", .received = 3, .processed = 3),
    FIRES("TT-05", E, NULL, .s3 = "予以公开、部分公开、不予公开、无法提供分别为3、0、0、1件。", .received = 3, .processed = 3),
    FIRES("TT-06", E, NULL, .s3 = "自然人、法人和其他组织申请分别为2件和1件。", .received = 3),
    SILENT("TT-06", .s3 = "自然人、法人和其他组织申请分别为3件和0件。", .received = 3),
    FIRES("TT-06", W, NULL, .s3 = "从申请人看，自然人、商业企业、科研机构分别为3件、1件、0件。", .received = 3),
    FIRES("TT-03", E, NULL, .s3 = "全年收到和办结政府信息公开申请分别为3件和2件。", .received = 3, .processed = 3),
    FIRES("TT-01", E, NULL, .s3 = "新收、办结申请分别为4件、3件。", .received = 3, .processed = 3),
    SILENT("TT-04", .s3 = "本年度新收、办结、结转下年申请分别为3件、2件、1件。", .received = 3, .processed = 2, .carried_out = 1),
    FIRES("TT-04", E, NULL, .s3 = "本年度新收、办结、结转下年申请分别为3件、2件、2件。", .received = 3, .processed = 2, .carried_out = 1),
    FIRES("TT-07", W, NULL, .s4 = "我镇因政府信息公开被申请行政复议6件，维持4件，纠正1件，其他1件。", .review = 6, .review_pending = 1),
    SILENT("TT-07", .s4 = "我镇因政府信息公开被申请行政复议6件，维持5件，纠正0件，尚未审结1件。", .review = 6, .review_pending = 1),
    FIRES("TT-08", E, NULL, .s4 = "行政复议和行政诉讼案件数分别为6件和4件。", .review = 6, .direct = 3),
    SILENT("TT-08", .s4 = "行政复议和行政诉讼案件数分别为6件和3件。", .review = 6, .direct = 3),
    FIRES("TT-13", W, NULL, .s3 = "自然人、法人或其他组织分别占80%和20%。", .received = 3),
    SILENT("TT-13", .s3 = "自然人、法人或其他组织分别占100%和0%。", .received = 3),
    FIRES("TT-13", W, NULL, .s3 = "申请办结率和按时答复率分别为95.2%和100%。", .received = 3, .processed = 3),
    /* Two such lists, other counts than names, years: not read so. */
    NOT("TT-04", .s3 = "上年结转、本年新收分别为0件、3件，已办结和结转下年分别为3件和0件。", .received = 3, .processed = 3),
    NOT("TT-01", .s3 = "2018年、2019年收到申请分别为3件、4件。", .received = 3),
    NOT("TT-06", .s3 = "自然人、企业、学校分别为2件、1件。", .received = 3),
    NOT("TT-06", .s3 = "甲方、乙方、丙方、丁方、戊方、己方、庚方、辛方、壬方、癸方、子方、自然人、丑方申请分别为"
                       "1件、1件、1件、1件、1件、1件、1件、1件、1件、1件、1件、3件、9件。", .received = 3),
    SILENT("TT-13", .s4 = "行政复议纠错率、行政诉讼败诉率分别为16.7%和0%。", .review = 6, .direct = 1,
           .swap = {"\n6\t0\t0\t0\t6\t", "\n5\t1\t0\t0\t6\t"}),
    /* Of those settled: another row. */
    {"TT-06",
     {.s3 = "在办结的5件申请中，自然人4件，法人或其他组织1件。", .received = 4, .carried_in = 1, .processed = 5},
     OUTCOME_FAIL, W, NULL, NULL, NULL, "办结的5件申请中，自然人4件，法人或其他组织1件"},
    FIRES("TT-06", W, NULL, .s3 = "在办结的6件申请中，自然人3件。", .received = 4, .carried_in = 2, .processed = 6),
    SILENT("TT-06", .s3 = "办结的申请中，自然人5件，法人或其他组织0件。", .received = 4, .carried_in = 1, .processed = 5),
    NOT("TT-06", .s3 = "按时办结的申请中，自然人2件。予以公开的申请中，自然人1件。", .received = 4, .processed = 5),
    FIRES("TT-06", E, NULL, .s3 = "收到的政府信息公开申请中，自然人2件。", .received = 4, .processed = 5),
    NOT("TT-03", .s3 = "3件自然人申请中，办结2件；1件法人或其他组织申请中，办结1件。", .received = 4, .processed = 4),
};

/* Reasons behind words that tell of what they are the reasons; numbers before their names. */
#define UNABLE_ROWS                                                                                \
    .edition = 2021, .received = 3, .swap = {"1.本机关不掌握相关政府信息\t0\t0\t0\t0\t0\t0\t0",      \
                                             "1.本机关不掌握相关政府信息\t3\t0\t0\t0\t0\t0\t3"}
static const struct prose_case figures_reasons[] = {
    FIRES("TT-05", W, NULL, .s3 = "不予公开的申请中，国家秘密19件。"),
    FIRES("TT-05", W, NULL, .s3 = "不予公开的理由：国家秘密0件，第三方合法权益2件。"),
    FIRES("TT-05", W, NULL, .s3 = "因涉及国家秘密不予公开19件。"),
    SILENT("TT-05", .s3 = "不予公开的申请中，国家秘密0件。因涉及国家秘密不予公开0件。"),
    NOT("TT-05", .s3 = "国家秘密19件。定密审核中，国家秘密19件。"),
    NOT("TT-05", .s3 = "不予公开的文件中，国家秘密19件。"),
    FIRES("TT-05", W, NULL, UNABLE_ROWS, .s3 = "无法提供3件（不掌握2件，无现成信息0件，补正后仍不明确0件）。"),
    FIRES("TT-05", W, NULL, UNABLE_ROWS, .s3 = "无法提供3件（不掌握3件，无现成信息1件，补正后仍不明确0件）。"),
    FIRES("TT-05", E, NULL, UNABLE_ROWS, .s3 = "无法提供3件（不掌握3件，无现成信息0件，补正后仍不明确1件）。"),
    FIRES("TT-05", W, NULL, UNABLE_ROWS, .s3 = "对3件申请作出无法提供答复，其中2件本机关不掌握。"),
    SILENT("TT-05", UNABLE_ROWS, .s3 = "对3件申请作出无法提供答复，其中3件本机关不掌握。"),
    NOT("TT-05", UNABLE_ROWS, .s3 = "咨询中，2件本机关不掌握。"),
    FIRES("TT-05", W, NULL, UNABLE_ROWS, .s3 = "无法提供的3件中，2件为本机关不掌握相关政府信息，0件为没有现成信息需要另行制作。"),
    FIRES("TT-05", W, NULL, UNABLE_ROWS, .s3 = "无法提供的3件中，3件为本机关不掌握相关政府信息，1件为没有现成信息需要另行制作。"),
    SILENT("TT-05", UNABLE_ROWS, .s3 = "无法提供的3件中，3件为本机关不掌握相关政府信息，0件为没有现成信息需要另行制作。"),
    FIRES("TT-05", W, NULL, .edition = 2021, .s3 = "其他处理0件中，逾期不补正3件。"),
    FIRES("TT-06", E, NULL, .s3 = "申请中，法人或其他组织提出申请1件。", .received = 3),
    FIRES("TT-13", W, NULL, .s4 = "行政复议、行政诉讼纠错率分别为26.7%和0%。", .review = 6, .direct = 1),
    SILENT("TT-13", .s4 = "行政复议、行政诉讼纠错率分别为0.0%和0%。", .review = 6, .direct = 1),
    FIRES("TT-13", W, NULL, .s3 = "自然人仍是主要申请主体，占比87.8%。", .received = 3),
    FIRES("TT-10", E, NULL, .edition = 2021, .normative = "4\t1\t12", .s2 = "新制作行政规范性文件4件，废止1件，截至年底现行有效14件。"),
    FIRES("TT-05", W, NULL, .edition = 2021, .s3 = "共有4件因申请人逾期不补正终止办理。"),
    SILENT("TT-05", .edition = 2021, .s3 = "共有0件因申请人逾期不补正终止办理。"),
    FIRES("TT-06", W, NULL, .s3 = "申请中，2件来自自然人，1件来自法人或其他组织。", .received = 3),
    SILENT("TT-06", .s3 = "申请中，3件来自自然人，0件由法人或其他组织提出。", .received = 3),
    FIRES("TT-01", W, NULL, .s3 = "4件申请（含上年结转1件）均已答复。", .received = 2, .carried_in = 1),
    SILENT("TT-01", .s3 = "3件申请（含上年结转1件）均已答复。", .received = 2, .carried_in = 1),
    FIRES("TT-01", E, NULL, .s3 = "与上年结转1件合计4件。", .received = 2, .carried_in = 1),
    SILENT("TT-01", .s3 = "新收申请2件，与上年结转1件合计3件。", .received = 2, .carried_in = 1),
    FIRES("PA-01", W, NULL, .s3 = "收到申请54件，按申请方式分：网络申请30件、信函申请21件、当面申请4件。"),
    SILENT("PA-01", .s3 = "收到申请54件，按申请方式分：网络申请30件、信函申请20件、当面申请4件。"),
};

#define FIGURES_CASES                                                                              \
    PROSE_LIST(figures_decisions), PROSE_LIST(figures_denied), PROSE_LIST(figures_results),        \
        PROSE_LIST(figures_growths), PROSE_LIST(figures_left), PROSE_LIST(figures_rows),                \
        PROSE_LIST(figures_applicants), PROSE_LIST(figures_short_names),           \
        PROSE_LIST(figures_apart), PROSE_LIST(figures_reasons)

#endif
