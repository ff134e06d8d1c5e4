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

#define SHARES_CASES PROSE_LIST(share_growths)

#endif
