/* Cases of PRV-01, 02. */
#ifndef GOUJI_TESTS_CASES_PRIVACY_H
#define GOUJI_TESTS_CASES_PRIVACY_H

#include "catalogue_cases.h"

/* A made-up number of the pattern of the standard. */
#define ID "11010519491231002X"

static const struct prose_case privacy_found[] = {
    {"PRV-01", {0}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"PRV-01", {.s3 = "申请人身份证号" ID "。"}, OUTCOME_FAIL, SEVERITY_ERROR, "1",
     "疑为身份证号：110*************2X", "looks like an ID number: 110*************2X", ID},
    {"PRV-01", {.s3 = "编号110105194912310021，" "A" ID "。"}, OUTCOME_PASS, 0, NULL, NULL, NULL,
     NULL},
    {"PRV-02", {0}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"PRV-02", {.s3 = "申请人手机13800138000。"}, OUTCOME_FAIL, SEVERITY_WARNING, "1",
     "疑为个人手机号：138******00", "looks like a personal mobile number: 138******00",
     "13800138000"},
    {"PRV-02", {.s3 = "联系电话13800138000，电话0536-4396492，编号213800138000。"}, OUTCOME_PASS, 0,
     NULL, NULL, NULL, NULL},
};

#define PRIVACY_CASES    \
    PROSE_LIST(privacy_found)


#endif
