/* Cases of shares and growths held against the tables: PA-03, PA-04, TT-13. */
#ifndef GOUJI_TESTS_CASES_SHARES_H
#define GOUJI_TESTS_CASES_SHARES_H

#include "catalogue_cases.h"

/* The growth of each class of results, of organisations and of what is left over. */
#define DENIED(n)                                                                                  \
    .swap = {"2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0",                                    \
             "2.其他法律行政法规禁止公开\t" #n "\t0\t0\t0\t0\t0\t" #n}
static const struct prose_case share_growths[] = {
    {"PA-04",
     {.s3 = "予以公开6件，比上年增长60%。", .processed = 6, .prior = BEFORE(.processed = 4)},
     OUTCOME_FAIL,
     W,
     NULL,
     "“予以公开6件，比上年增长60%”，按上年表格应为 50%",
     NULL,
     NULL},
    SILENT("PA-04", .s3 = "予以公开6件，比上年增长50%。", .processed = 6, .prior = BEFORE(.processed = 4)),
    NOT("PA-04", .s3 = "予以公开5件，比上年增长60%。", .processed = 6, .prior = BEFORE(.processed = 4)),
    NOT("PA-04", .s3 = "部分予以公开6件，比上年增长60%。", .processed = 6, .prior = BEFORE(.processed = 4)),
    NOT("PA-04", .s3 = "予以公开6件，比上年增长60%。", .processed = 6),
    OPEN("PA-04", W, NULL, .s3 = "予以公开6件，比2018年增长60%。", .processed = 6, .prior = BEFORE(.processed = 4)),
    FIRES("PA-04", W, NULL, .s3 = "不予公开6件，同比增长60%。", DENIED(6), .prior = BEFORE(DENIED(4))),
    SILENT("PA-04", .s3 = "不予公开6件，同比增长50%。", DENIED(6), .prior = BEFORE(DENIED(4))),
    FIRES("PA-04", W, NULL, .s3 = "结转下年度继续办理6件，同比增长60%。", .carried_out = 6, .prior = BEFORE(.carried_out = 4)),
    SILENT("PA-04", .s3 = "结转下年度继续办理6件，同比增长50%。", .carried_out = 6, .prior = BEFORE(.carried_out = 4)),
    NOT("PA-04", .s3 = "无法提供6件，同比增长60%。不予处理6件，同比增长60%。法人或其他组织申请6件，同比增长60%。", .processed = 6, .prior = BEFORE(.processed = 4)),
};

/* Of what a count is a share, as the words say; the table has that whole. */
static const struct prose_case share_wholes[] = {
    SILENT("PA-03", .s3 = "自然人申请12件，占新收的80%。", .received = 15),
    {"PA-03",
     {.s3 = "自然人申请12件，占新收的70%。", .received = 15},
     OUTCOME_FAIL, W, NULL,
     "“自然人申请12件，占新收的70%”，按件数应为 80%",
     NULL, "自然人申请12件，占新收的70%"},
    FIRES("PA-03", W, NULL, .s3 = "法人申请3件，占本年度新收申请总量的15%。", .received = 15),
    SILENT("PA-03", .s3 = "法人申请3件，占收到申请总数的18.8%。", .received = 15, .carried_in = 1),
    FIRES("PA-03", W, NULL, .s3 = "网上申请9件，占收到申请总数的66%。", .received = 15),
    SILENT("PA-03", .s3 = "网上申请9件，占收到申请总数的60%。", .received = 15),
    FIRES("PA-03", W, NULL, .s3 = "依法公开9件，占答复申请的66%。", .received = 20, .processed = 15),
    FIRES("PA-03", W, NULL, .s3 = "予以公开150件，占比98.5%。", .received = 150, .processed = 155),
    FIRES("PA-03", W, NULL, .s4 = "结果维持2件，占复议总数的66%。", .review = 4),
    SILENT("PA-03", .s4 = "结果维持2件，占复议总数的50%。", .review = 4),
    FIRES("PA-03", W, NULL, .s4 = "维持2件，占诉讼案件的66%。", .direct = 3, .after = 1),
    SILENT("PA-03", .s4 = "维持3件，占复议诉讼总数的37.5%。", .review = 4, .direct = 3, .after = 1),
    /* Of what, is not said. */
    {"PA-03", {.s3 = "网上申请9件，占66%。", .received = 15}, OUTCOME_UNDECIDED, W, NULL,
     "“网上申请9件，占66%”，未写明是占什么的比例，与已知的总数都不相符，不能核对", NULL, NULL},
    SILENT("PA-03", .s3 = "网上申请9件，占60%。", .received = 15),
    SILENT("PA-03", .s3 = "予以公开12件，占57.1%，部分公开3件，不予公开2件，无法提供4件。", .processed = 99),
    SILENT("PA-03", .s1 = "网上许可申请9件，占66%。公开信息9件，占比66%。公开决算信息9件，占66%。", .received = 15),
    FIRES("PA-03", W, NULL, .s3 = "网上申请9件，占166%。", .received = 15),
    /* Their whole is lost. */
    OPEN("PA-03", W, NULL, .s3 = "自然人申请12件，占新收的70%。", .received = 15, .processed = 14,
         .swap = {"一、本年新收政府信息公开申请数量\t15\t0\t0\t0\t0\t0\t15\n", ""}),
};

/* 分别占: each count has its share behind. */
static const struct prose_case share_lists[] = {
    SILENT("PA-03", .s3 = "予以公开9件、部分公开3件，分别占60%、20%。", .processed = 15),
    {"PA-03",
     {.s3 = "予以公开9件、部分公开3件，分别占60%、30%。", .processed = 15},
     OUTCOME_FAIL, W, NULL,
     "“予以公开9件、部分公开3件，分别占60%、30%”，按件数应为 20%",
     NULL, "予以公开9件、部分公开3件，分别占60%、30%"},
    SILENT("PA-03", .s3 = "共15件，其中网上9件、信函4件、当面2件，分别占60%、26.67%、13.33%。"),
    FIRES("PA-03", W, NULL, .s3 = "共15件，其中网上9件、信函4件、当面2件，分别占60%、26.67%、14.33%。"),
    /* Another count stands between, or fewer than shares. */
    SILENT("PA-03", .s3 = "予以公开9件（含1件）、部分公开3件（含2件），分别占60%、30%。", .processed = 15),
    SILENT("PA-03", .s3 = "部分公开3件，分别占60%、30%。", .processed = 15),
};

/* A rate of those in time beside their count, which table three has the whole of. */
static const struct prose_case share_rates[] = {
    SILENT("TT-13", .s3 = "全年按时办结申请14件，按时办结率93.3%。", .processed = 15),
    {"TT-13",
     {.s3 = "全年按时办结申请15件，按时办结率98%。", .received = 15, .processed = 15},
     OUTCOME_FAIL, W, NULL,
     "“按时办结率98%”，所列按时件数为表三办理结果总计的 100%，按其他口径也不相符",
     "“按时办结率98%”; the count in time is 100 % of all results in table three, and no other base "
     "gives the rate",
     "按时办结率98%"},
    FIRES("TT-13", W, NULL, .s3 = "申请按时办结率98%。全年按时办结申请15件。", .received = 15, .processed = 15),
    FIRES("TT-13", W, NULL, .s3 = "全年按时办结申请15件。申请按时办结率98%。", .received = 15, .processed = 15),
    FIRES("TT-13", I, NULL, .s3 = "全年按时办结申请14件，按时办结率87.5%。", .received = 16, .processed = 15),
    FIRES("TT-13", I, NULL, .s3 = "全年按时办结申请14件，按时办结率100%。", .received = 16, .processed = 15),
    NOT("TT-13", .s3 = "全年按时办结申请14件，延期办结1件，按时办结率93.3%。", .received = 16, .processed = 15),
    NOT("TT-13", .s3 = "许可按时办结率98%。全年按时办结申请15件。", .received = 15, .processed = 15),
    NOT("TT-13", .s3 = "申请按时办结率98%。全年按时办结工单15件。", .received = 15, .processed = 15),
    NOT("TT-13", .s3 = "申请按时办结率100%。全年按时办结申请14件。", .received = 15, .processed = 15),
};

/* Six of eight applications are of natural persons, all six are settled, one in part. */
#define MIXED                                                                                      \
    .received = 6, .processed = 6,                                                                 \
    .swap = {"申请数量\t6\t0\t0\t0\t0\t0\t6", "申请数量\t6\t2\t0\t0\t0\t0\t8"}

/* A share or rate without its counts is one of the cells, by one of the usual bases. */
static const struct prose_case share_alone[] = {
    {"TT-13",
     {.s3 = "自然人申请占80%。", MIXED},
     OUTCOME_FAIL, W, NULL,
     "“自然人申请占80%”，按表格各种通行口径都不是这一比率；按 表三 一 自然人 / 表三 一 总计 应为 75%",
     "“自然人申请占80%”; none of the usual bases in the tables gives it, Table 3 一 自然人 / Table 3 一 总计 is 75 %",
     "自然人申请占80%"},
    FIRES("TT-13", W, NULL, .s1 = "共收到政府信息公开申请8件，其中自然人占80%。", MIXED),
    FIRES("TT-13", W, NULL, .s3 = "自然人占75%，法人或其他组织占20%。", MIXED),
    FIRES("TT-13", W, NULL, .s3 = "商业企业占比为30%。", MIXED),
    FIRES("TT-13", W, NULL, .s3 = "办结申请中，予以公开占90%。", MIXED),
    FIRES("TT-13", W, NULL, .s3 = "不予公开率15%，公开率100%。", MIXED),
    FIRES("TT-13", W, NULL, .s3 = "全市自然人申请占80%。", MIXED),
    SILENT("TT-13", .s3 = "自然人占75%，法人或其他组织占25.0%，商业企业占比为25%。", MIXED),
    SILENT("TT-13", .s3 = "办结的申请中，自然人占100%，予以公开占100%，不予公开占0%。", MIXED),
    OPEN("TT-13", W, NULL, .s3 = "自然人申请占80%。", .received = 6,
         .swap = {"申请数量\t6\t0\t0\t0\t0\t0\t6", "申请数量\t6\t0\t0\t0\t0\t0\t"}),
    /* Of a part, of another matter, another year, about so many, or as two counts beside it give. */
    NOT("TT-13", .s3 = "予以公开5件，其中自然人占80%。", MIXED),
    NOT("TT-13", .s3 = "涉及征地的申请中，自然人占80%。网络申请中，自然人占60%。", MIXED),
    NOT("TT-13", .s3 = "自然人申请中，予以公开占80%。", MIXED),
    NOT("TT-13", .s3 = "2019年自然人占80%。上年自然人占60%。自然人约占80%。", MIXED),
    NOT("TT-13", .s1 = "主动公开信息10条，自然人占80%。", MIXED),
    SILENT("TT-13", .s3 = "另收到申请5件，4件为自然人，自然人占80%。", MIXED),
    /* Of cases: over all of them, or over those that are closed. */
    SILENT("TT-13", .s4 = "行政复议维持率83.3%。", .review = 6, .review_pending = 1),
    SILENT("TT-13", .s4 = "行政复议维持率100%，纠错率0%。", .review = 6, .review_pending = 1),
    FIRES("TT-13", W, NULL, .s4 = "行政复议维持率80%。", .review = 6, .review_pending = 1),
    FIRES("TT-13", W, NULL, .s1 = "政府信息公开行政复议被纠错率50%。", .review = 6),
    FIRES("TT-13", W, NULL, .s4 = "行政诉讼败诉率50%。", .direct = 2),
    NOT("TT-13", .s1 = "行政复议纠错率50%。", .review = 6),
    NOT("TT-13", .s4 = "全县行政复议综合纠错率50%。", .review = 6),
    /* One below the full says in its clause whether it is of those in time. */
    FIRES("TT-13", W, NULL, .s3 = "收到申请6件，办结4件，办结率95%，按时答复率100%。", .received = 6, .processed = 4, .carried_out = 2),
    SILENT("TT-13", .s3 = "办结率66.7%，按时答复率100%。", .received = 6, .processed = 4, .carried_out = 2),
    NOT("TT-13", .s3 = "按时办结率95%。热线办结率95%。", .received = 6, .processed = 4, .carried_out = 2),
    NOT("TT-13", .s1 = "办理建议12件，办结率95%；依申请公开6件。", .received = 6, .processed = 4, .carried_out = 2),
};

#define SHARES_CASES                                                                               \
    PROSE_LIST(share_growths), PROSE_LIST(share_wholes), PROSE_LIST(share_lists),                  \
        PROSE_LIST(share_rates), PROSE_LIST(share_alone)

#endif
