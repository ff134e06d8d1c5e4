/* Cases of TT-01 to TT-04 and TT-07 to TT-10. */
#ifndef GOUJI_TESTS_CASES_MENTIONS_H
#define GOUJI_TESTS_CASES_MENTIONS_H

#include "catalogue_cases.h"

static const struct prose_case mentions_received[] = {
    {"TT-01", {0}, OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
    {"TT-01", {.s1 = "全年共收到政府信息公开申请3件。", .received = 3}, OUTCOME_PASS, 0, NULL, NULL,
     NULL, NULL},
    {"TT-01", {.s1 = "全年收到依申请公开三件。", .received = 3}, OUTCOME_PASS, 0, NULL, NULL, NULL,
     NULL},
    {"TT-01", {.s1 = "全年共收到3件政府信息公开申请。", .received = 3}, OUTCOME_PASS, 0, NULL, NULL,
     NULL, NULL},
    {"TT-01", {.s1 = "全年共收到政府信息公开申请5件。", .received = 3}, OUTCOME_FAIL, E, NULL,
     "正文“收到政府信息公开申请5件”为 5，表三 一 总计 为 3，差 2",
     "the text says 5 (“收到政府信息公开申请5件”), Table 3 一 总计 has 3, difference 2",
     "收到政府信息公开申请5件"},
    /* A known other scope, exactly; one that the sentence itself states. */
    {"TT-01",
     {.s1 = "全年共收到政府信息公开申请5件。", .received = 3, .carried_in = 2},
     OUTCOME_FAIL, I, NULL, NULL, NULL, NULL},
    {"TT-01",
     {.s1 = "全年共收到政府信息公开申请5件（含上年结转2件）。", .received = 3, .carried_in = 2},
     OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    NOT("TT-01", .s1 = "新收申请中自然人2件。", .received = 3),
    /* A heading below the one that says what is counted. */
    FIRES("TT-01", E, NULL, .s1 = "（二）依申请公开\n1.申请情况\n全年共收到申请2件。\n2.办理情况\n已办理。", .received = 3),
    NOT("TT-01", .s1 = "1.依申请公开\n认真办理。\n2.许可办理\n全年共收到申请2件。", .received = 3),
    /* One channel's. */
    NOT("TT-01", .s1 = "通过政府网站依申请公开平台收到申请2件，其余1件为线下申请。", .received = 3),
    NOT("TT-01", .s1 = "依申请公开当面收到申请2件。", .received = 3),
    FIRES("TT-01", E, NULL, .s1 = "通过各种渠道共收到政府信息公开申请2件。", .received = 3),
    FIRES("TT-01", E, NULL, .s1 = "共收到政府信息公开申请2宗。", .received = 3),
    /* Other words for the number. */
    FIRES("TT-01", E, NULL, .s3 = "申请数量为2件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "政府信息公开申请受理量2件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "上年度转入1件，本年度新收2件。", .received = 3),
    FIRES("TT-01", E, NULL, .s1 = "全年新收申请2件。", .received = 3),
    NOT("TT-01", .s3 = "上年结转政府信息公开申请数量2件。", .received = 3),
    /* What was done with them, and others' parts. */
    NOT("TT-01", .s3 = "收到重复申请2件，收到投诉举报类申请1件。", .received = 3),
    NOT("TT-01", .s3 = "网上申请平台收到申请2件。", .received = 3),
    NOT("TT-01", .s3 = "收到县政府转来申请1件，直接收到2件，共计3件。", .received = 3),
    NOT("TT-01", .s3 = "其中，县政府收到政府信息公开申请2件。", .received = 3),
    NOT("TT-01", .s3 = "自2008年以来，累计收到政府信息公开申请50件。", .received = 3),
    NOT("TT-01", .s3 = "《条例》实施以来共收到政府信息公开申请50件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "今年以来，共收到政府信息公开申请2件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "机构改革以来申请增加，2020年收到政府信息公开申请2件。", .received = 3),
    NOT("TT-01", .s3 = "收到的政府信息公开申请已答复2件。", .received = 3),
    NOT("TT-01", .s3 = "近三年收到政府信息公开申请分别为1件、2件、3件。", .received = 3),
    NOT("TT-01", .s3 = "县本级收到政府信息公开申请2件，县直部门收到1件，共3件。", .received = 3),
    /* Another time, or several years. */
    NOT("TT-01", .s1 = "截至6月底，收到政府信息公开申请2件。", .received = 3),
    NOT("TT-01", .s1 = "2020年1至6月，收到政府信息公开申请2件。", .received = 3),
    NOT("TT-01", .s1 = "上半年，收到政府信息公开申请2件，下半年收到1件。", .received = 3),
    NOT("TT-01", .s1 = "前三季度收到政府信息公开申请2件。", .received = 3),
    NOT("TT-01", .s1 = "2019年、2020年分别收到政府信息公开申请2件、3件。", .received = 3),
    FIRES("TT-01", E, NULL, .s1 = "截至12月底，收到政府信息公开申请2件。", .received = 3),
    FIRES("TT-01", E, NULL, .s1 = "2020年1月1日至12月31日，收到政府信息公开申请2件。", .received = 3),
    FIRES("TT-01", E, NULL, .s1 = "上半年收到申请公开1件，全年收到政府信息公开申请2件。", .received = 3),
    {"TT-01", {.s1 = "全市共收到政府信息公开申请50件。", .received = 3}, OUTCOME_FAIL, W, NULL, NULL,
     NULL, NULL},
    /* Its own territory says nothing of another scope. */
    {"TT-01", {.s1 = "全镇共收到政府信息公开申请50件。", .received = 3}, OUTCOME_FAIL, E, NULL, NULL,
     NULL, NULL},
    {"TT-01", {.s1 = "共收到政府信息公开申请50余件。", .received = 52}, OUTCOME_PASS, 0, NULL, NULL,
     NULL, NULL},
    {"TT-01", {.s1 = "共收到政府信息公开申请50余件。", .received = 90}, OUTCOME_FAIL, W, NULL, NULL,
     NULL, NULL},
    {"TT-01",
     {.s1 = "共收到政府信息公开申请3件。", .s3 = "全年共收到政府信息公开申请4件。", .received = 3},
     OUTCOME_UNDECIDED, E, NULL, "正文先后写了几个不同的数：3、4，不能断定以哪个为准",
     "the text states several different numbers: 3, 4; which one counts cannot be decided", NULL},
    /* No applications for information, or not this year's, or parts. */
    {"TT-01",
     {.s1 = "全年公开工作平稳，收到行政复议申请2件，收到群众信件8件。2019年收到政府信息公开申请7件，"
            "收到网络申请4件。",
      .received = 3},
     OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
};

static const struct prose_case mentions_carried[] = {
    FIRES("TT-02", E, NULL, .s3 = "上年度转入1件，本年度新收3件。", .carried_in = 2),
    {"TT-02", {.s3 = "上年结转政府信息公开申请2件。", .carried_in = 2}, OUTCOME_PASS, 0, NULL, NULL,
     NULL, NULL},
    {"TT-02", {.s3 = "2019年结转政府信息公开申请1件。", .carried_in = 2}, OUTCOME_FAIL, E, NULL,
     "正文“2019年结转政府信息公开申请1件”为 1，表三 二 总计 为 2，差 1", NULL, NULL},
    {"TT-02", {.s3 = "无上年结转申请。", .carried_in = 2}, OUTCOME_FAIL, E, NULL, NULL, NULL, NULL},
    OPEN("TT-02", E, NULL, .s3 = "上年结转政府信息公开申请2件。",
         .swap = {"二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n", ""}),
    {"TT-02", {.s3 = "2020年结转下年度2件。", .carried_in = 1}, OUTCOME_NA, 0, NULL, NULL, NULL,
     NULL},
    {"TT-04", {.s3 = "结转下年度继续办理2件。", .carried_out = 2}, OUTCOME_PASS, 0, NULL, NULL, NULL,
     NULL},
    {"TT-04", {.s3 = "结转2021年度继续办理2件。", .carried_out = 1}, OUTCOME_FAIL, E, NULL, NULL,
     "the text says 2 (“结转2021年度继续办理2件”), Table 3 四 总计 has 1, difference 1", NULL},
    NOT("TT-04", .s3 = "收到申请3件，受理热线工单120件，剩余2件正在办理。", .carried_out = 1),
    {"TT-04", {.s3 = "全部办结，无结转。", .carried_out = 1}, OUTCOME_FAIL, E, NULL, NULL, NULL,
     "无结转"},
    OPEN("TT-04", E, NULL, .s3 = "结转下年度继续办理2件。结转下年度继续办理3件。"),
    {"TT-04", {.s3 = "上年结转3件。", .carried_out = 1}, OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
};

static const struct prose_case mentions_processed[] = {
    {"TT-03", {.s3 = "共答复政府信息公开申请3件。", .processed = 3}, OUTCOME_PASS, 0, NULL, NULL,
     NULL, NULL},
    {"TT-03", {.s3 = "上述3件均已完成答复。", .processed = 3}, OUTCOME_PASS, 0, NULL, NULL, NULL,
     NULL},
    SILENT("TT-03", .s3 = "收到申请3件，延期答复2件，共答复3件。", .processed = 3),
    NOT("TT-03", .s3 = "收到群众来信126件，办结125件。", .processed = 3),
    SILENT("TT-03", .s3 = "收到申请3件，应办理4件，办结3件。", .processed = 3),
    {"TT-03", {.s3 = "共办结申请4件。", .processed = 3}, OUTCOME_FAIL, E, NULL, NULL,
     "the text says 4 (“办结申请4件”), Table 3 (七) 总计 has 3, difference 1", NULL},
    {"TT-03", {.s3 = "共办结申请2件。", .received = 2, .carried_in = 1, .processed = 3},
     OUTCOME_FAIL, I, NULL, NULL, NULL, NULL},
    NOT("TT-03", .s3 = "15日内办结2件，终止办理1件。", .processed = 4),
    NOT("TT-03", .s3 = "收到依申请公开3件，主动公开答复1件。", .processed = 4),
    /* Two numbers, each right in its scope. */
    SILENT("TT-03", .s3 = "共办理申请5件，已答复4件。", .processed = 4, .carried_out = 1),
    OPEN("TT-03", E, NULL, .s3 = "共办理申请6件，已答复4件。", .processed = 4, .carried_out = 1),
    OPEN("TT-03", E, NULL, .s3 = "共答复政府信息公开申请3件。",
         .swap = {"（七）总计\t0\t0\t0\t0\t0\t0\t0\n", ""}),
    /* Parts, those in hand, those on time, and what are no applications. */
    {"TT-03",
     {.s3 = "答复予以公开1件，按时办结2件，继续办理5件，承办建议7件，办理人大代表建议9件，答复留言6件。",
      .processed = 3},
     OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
};

static const struct prose_case mentions_cases_at_law[] = {
    {"TT-07", {.s4 = "行政复议2件，行政诉讼1件。", .review = 2, .direct = 1}, OUTCOME_PASS, 0, NULL,
     NULL, NULL, NULL},
    {"TT-08", {.s4 = "行政复议2件，行政诉讼1件。", .review = 2, .direct = 1}, OUTCOME_PASS, 0, NULL,
     NULL, NULL, NULL},
    /* All cases, of which those on disclosure are the ones counted. */
    SILENT("TT-07", .s4 = "办理行政复议案件126件、应诉案件88件，其中涉及政府信息公开的行政复议2件、行政诉讼1件。", .review = 2),
    FIRES("TT-07", W, NULL, .s4 = "办理行政复议案件126件、应诉案件88件，其中涉及政府信息公开的行政复议3件、行政诉讼1件。", .review = 2),
    SILENT("TT-08", .s4 = "办理行政复议案件126件，行政诉讼案件88件，其中涉及政府信息公开的行政复议2件、行政诉讼1件。", .direct = 1),
    NOT("TT-07", .s4 = "收到行政复议申请126件，受理110件，其中涉及政府信息公开的2件。", .review = 2),
    {"TT-07", {.s4 = "行政复议案件3起。", .review = 2}, OUTCOME_FAIL, E, NULL,
     "正文“行政复议案件3起”为 3，表四 行政复议 总计 为 2，差 1", NULL, NULL},
    {"TT-07", {.s4 = "行政复议3件。", .review = 4, .review_pending = 1}, OUTCOME_FAIL, I, NULL, NULL,
     "the text says 3 (“行政复议3件”), Table 4 行政复议 总计 has 4; it agrees exactly when read as without those pending",
     NULL},
    OPEN("TT-07", E, NULL, .s4 = "行政复议3件。", .no_t4 = true),
    /* Results are parts; the stated total counts. */
    {"TT-07", {.s4 = "行政复议结果维持3件，结果纠正1件，总计4件。", .review = 4}, OUTCOME_PASS, 0,
     NULL, NULL, NULL, NULL},
    {"TT-07", {.s4 = "行政复议结果维持3件。", .review = 4}, OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
    {"TT-07", {.s4 = "行政复议、行政诉讼案件0件。", .review = 1}, OUTCOME_FAIL, E, NULL, NULL, NULL,
     NULL},
    {"TT-07", {.s4 = "行政复议、行政诉讼案件5件。", .review = 1}, OUTCOME_NA, 0, NULL, NULL, NULL,
     NULL},
    {"TT-08", {.s4 = "行政诉讼3件。", .direct = 1, .after = 2}, OUTCOME_PASS, 0, NULL, NULL, NULL,
     NULL},
    {"TT-08", {.s4 = "行政诉讼2件。", .direct = 1, .after = 2}, OUTCOME_FAIL, I, NULL, NULL, NULL,
     NULL},
    {"TT-08", {.s4 = "行政诉讼5件。", .no_t4 = true}, OUTCOME_UNDECIDED, E, NULL, NULL, NULL, NULL},
    /* Two scopes fit. */
    {"TT-08", {.s4 = "行政诉讼2件。", .direct = 2, .after = 2}, OUTCOME_FAIL, W, NULL,
     "正文“行政诉讼2件”为 2，表四 未经复议直接起诉 总计 + 表四 复议后起诉 总计 为 4；"
     "按“仅未经复议直接起诉”、“仅复议后起诉”几种口径都恰好相符，请核对是哪一种", NULL, NULL},
    {"TT-08", {.s4 = "全市行政诉讼9件。", .direct = 2, .after = 2}, OUTCOME_FAIL, W, NULL,
     "正文“行政诉讼9件”为 9，表四 未经复议直接起诉 总计 + 表四 复议后起诉 总计 为 4，差 5；"
     "句中有“全市”，请核对口径", NULL, NULL},
    {"TT-08", {.s4 = "行政诉讼9件左右。", .direct = 2, .after = 2}, OUTCOME_FAIL, W, NULL, NULL, NULL, NULL},
    /* Reviews and suits in one number. */
    {"TT-08", {.s4 = "行政复议、行政诉讼共10件。", .review = 6, .direct = 2, .after = 3}, OUTCOME_FAIL, E, NULL,
     "正文“行政复议、行政诉讼共10件”为 10，表四 行政复议 总计 + 表四 未经复议直接起诉 总计 + 表四 复议后起诉 总计 为 11，差 1",
     NULL, NULL},
    SILENT("TT-08", .s4 = "行政复议和行政诉讼案件11件，均已审结。", .review = 6, .direct = 2, .after = 3),
    FIRES("TT-08", I, NULL, .s4 = "行政复议、行政诉讼共8件。", .review = 6, .direct = 2, .after = 3),
    FIRES("TT-07", E, NULL, .s4 = "行政复议、行政诉讼分别为5件、1件。", .review = 6, .direct = 1),
    SILENT("TT-07", .s4 = "行政复议、行政诉讼分别为6件、1件。", .review = 6, .direct = 1),
    FIRES("TT-08", E, NULL, .s4 = "行政复议、行政诉讼分别为6件、2件。", .review = 6, .direct = 1),
    /* Results of some. */
    NOT("TT-07", .s4 = "本机关作为复议机关，收到行政复议申请12件。", .review = 6),
    NOT("TT-07", .s4 = "行政复议0件被纠错。", .review = 6),
    NOT("TT-07", .s4 = "行政复议1件被纠正、1件尚未审结。", .review = 6),
    NOT("TT-08", .s4 = "行政诉讼2件维持。", .direct = 3),
    NOT("TT-08", .s4 = "行政复议、行政诉讼0件被纠错。", .review = 6, .direct = 3),
    FIRES("TT-08", E, NULL, .s4 = "行政诉讼2件，1件维持。", .direct = 3),
};

static const struct prose_case mentions_denials[] = {
    {"TT-09", {.s1 = "本年度我镇未收到关于依申请公开政府信息的申请。"}, OUTCOME_PASS, 0, NULL, NULL,
     NULL, NULL},
    {"TT-09", {.s1 = "本年度我镇未收到政府信息公开申请。", .received = 2}, OUTCOME_FAIL, E, NULL,
     "正文称“未收到政府信息公开申请”，表三 一 总计 却为 2",
     "the text says “未收到政府信息公开申请”, yet Table 3 一 总计 has 2",
     "未收到政府信息公开申请"},
    {"TT-09", {.s4 = "全年未发生因政府信息公开被行政复议、提起行政诉讼情况。", .after = 1},
     OUTCOME_FAIL, E, NULL, NULL, NULL, NULL},
    {"TT-09", {.s1 = "无行政复议案件。", .no_t4 = true}, OUTCOME_UNDECIDED, E, NULL, NULL, NULL,
     NULL},
    {"TT-09",
     {.s1 = "未收到公众投诉。未收到对政府信息公开申请答复的投诉。未发生行政诉讼败诉。", .received = 2,
      .direct = 1},
     OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
    /* All settled, all upheld: nothing is left. */
    FIRES("TT-09", E, NULL, .s3 = "收到申请5件，所有申请均已办理完毕。", .received = 5, .processed = 4, .carried_out = 1),
    FIRES("TT-09", E, NULL, .s3 = "收到政府信息公开申请5件，已全部办结。", .received = 5, .processed = 4, .carried_out = 1),
    SILENT("TT-09", .s3 = "收到政府信息公开申请5件，已全部办结。", .received = 5, .processed = 5),
    NOT("TT-09", .s3 = "收到政府信息公开申请5件，均在法定期限内答复。", .received = 5, .processed = 4, .carried_out = 1),
    NOT("TT-09", .s3 = "收到政府信息公开申请5件，上年结转1件，均已办结。", .received = 5, .processed = 5, .carried_out = 1),
    NOT("TT-09", .s3 = "收到政府信息公开申请5件，办结4件，均按期办结。", .received = 5, .processed = 4, .carried_out = 1),
    NOT("TT-09", .s3 = "收到申请5件，收到建议9件，均已办结。", .received = 5, .processed = 4, .carried_out = 1),
    /* No documents made: the year's own column only. */
    FIRES("TT-09", E, NULL, .s1 = "本年度未制定规范性文件。", .normative = "1\t1\t4"),
    SILENT("TT-09", .s1 = "本年度没有制发行政规范性文件。", .normative = "0\t1\t4"),
    NOT("TT-09", .s1 = "未制定规范性文件清理办法。上年未制定规范性文件。", .normative = "1\t1\t4"),
    FIRES("TT-09", E, NULL, .s4 = "行政复议2件，复议机关均予以维持。", .review = 2, .review_pending = 1),
    SILENT("TT-09", .s4 = "行政复议2件，复议机关均予以维持。", .review = 2),
    NOT("TT-09", .s4 = "行政复议2件，已审结的均维持。", .review = 2, .review_pending = 1),
    SILENT("TT-09", .s4 = "行政诉讼2件，均维持。", .direct = 2),
    NOT("TT-09", .s3 = "没有收到要求公开国家秘密的申请。未收到网上申请。", .received = 2),
    FIRES("TT-09", E, NULL, .s3 = "未收到公民、法人和其他组织的政府信息公开申请。", .received = 2),
    NOT("TT-09", .s3 = "2019年未收到政府信息公开申请，2020年收到2件。", .received = 2),
    FIRES("TT-09", E, NULL, .s4 = "政府信息公开行政复议案件和行政诉讼案件均为零。", .review = 2),
    FIRES("TT-09", E, NULL, .s4 = "实现零复议、零诉讼。", .direct = 2),
    SILENT("TT-09", .s4 = "政府信息公开行政复议案件和行政诉讼案件均为零。"),
    {"TT-09", {.s1 = "全市各部门没有收到政府信息公开申请。", .received = 2}, OUTCOME_FAIL, W, NULL,
     NULL, NULL, NULL},
};

static const struct prose_case mentions_documents[] = {
    /* Repealed, in force: of one column, which the form of 2019 has not. */
    SILENT("TT-10", .edition = 2021, .s1 = "制发规范性文件4件，废止3件，现行有效9件。", .normative = "4\t3\t9"),
    FIRES("TT-10", E, NULL, .edition = 2021, .s1 = "制发规范性文件4件，废止4件，现行有效9件。", .normative = "4\t3\t9"),
    FIRES("TT-10", E, NULL, .edition = 2021, .s1 = "制发规范性文件4件，废止3件，现行有效4件。", .normative = "4\t3\t9"),
    FIRES("TT-10", E, NULL, .edition = 2021, .s1 = "年末现行有效的行政规范性文件8件。", .normative = "4\t3\t9"),
    FIRES("TT-10", E, NULL, .edition = 2021, .s1 = "全年废止行政规范性文件4件。", .normative = "4\t3\t9"),
    NOT("TT-10", .edition = 2021, .s1 = "全年宣布废止规范性文件2件、失效1件。", .normative = "4\t3\t9"),
    NOT("TT-10", .s1 = "全年废止规范性文件2件，现行有效规范性文件11件。", .normative = "4\t3\t9"),
    NOT("TT-10", .s1 = "公开信息198条，其中政策文件12条、动态186条。"),
    NOT("TT-10", .s1 = "上年制定规范性文件5件。", .normative = "4\t3\t9"),
    SILENT("TT-10", .s1 = "2019年制定规范性文件5件，2020年制定规范性文件4件。", .normative = "4\t3\t9"),
    FIRES("TT-10", E, NULL, .s1 = "2019年制定规范性文件4件，2020年制定规范性文件5件。", .normative = "4\t3\t9"),
    FIRES("TT-10", W, NULL, .s1 = "镇政府及办公室制发规范性文件5件。", .normative = "4\t3\t9"),
    FIRES("TT-10", W, NULL, .s1 = "印发文件18件，其中行政规范性文件12件。", .normative = "4\t3\t9"),
    {"TT-10", {.s1 = "制发规范性文件4件。", .normative = "4\t3\t9"}, OUTCOME_PASS, 0, NULL, NULL,
     NULL, NULL},
    {"TT-10", {.s1 = "公开规范性文件9件。", .normative = "4\t3\t9"}, OUTCOME_PASS, 0, NULL, NULL,
     NULL, NULL},
    {"TT-10", {.s1 = "制发规范性文件5件。", .normative = "4\t3\t9"}, OUTCOME_FAIL, E, NULL,
     "正文“制发规范性文件5件”为 5，表二相应行各栏为 4、3、9，没有一栏相符",
     "the text says 5 (“制发规范性文件5件”), table two has 4, 3, 9 by column, none agrees",
     "制发规范性文件5件"},
    {"TT-10", {.s1 = "本年度公开政策文件两项。"}, OUTCOME_FAIL, I, NULL, NULL, NULL, NULL},
    {"TT-10", {.s1 = "印发政策性文件、规范性文件、政府规章共51件。"}, OUTCOME_FAIL, W, NULL, NULL,
     NULL, NULL},
    {"TT-10", {.s1 = "公开政府信息8条，其中规范性文件2条。"}, OUTCOME_FAIL, W, NULL, NULL, NULL,
     NULL},
    {"TT-10", {.s1 = "制发规范性文件4件。", .no_t2 = true}, OUTCOME_UNDECIDED, E, NULL, NULL, NULL,
     NULL},
    {"TT-10",
     {.s1 = "制发非规范性文件8件，发布规范性文件解读3篇，公开政策文件解读材料5份，完善规章制度2项。"},
     OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
};

#define MENTIONS_CASES    \
    PROSE_LIST(mentions_received), \
    PROSE_LIST(mentions_carried), \
    PROSE_LIST(mentions_processed), \
    PROSE_LIST(mentions_cases_at_law), \
    PROSE_LIST(mentions_denials), \
    PROSE_LIST(mentions_documents)


#endif
