/* Cases of PA-01, 02. */
#ifndef GOUJI_TESTS_CASES_PARTS_H
#define GOUJI_TESTS_CASES_PARTS_H

#include "catalogue_cases.h"

static const struct prose_case parts_sums[] = {
    {"PA-01", {0}, OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
    {"PA-01", {.s1 = "全年公开信息12条，其中网站7条、微信5条。"}, OUTCOME_PASS, 0, NULL, NULL, NULL,
     NULL},
    {"PA-01", {.s1 = "全年公开信息12条，其中网站7条、微信3条。"}, OUTCOME_FAIL, W, NULL,
     "分项之和不等于总数：7 + 3 = 10 ≠ 12，差 2",
     "the parts do not add up to the whole: 7 + 3 = 10 ≠ 12, difference 2", "7"},
    {"PA-01", {.s1 = "公开信息12条。一是财政2条，二是环保6条；三是教育4条。"}, OUTCOME_PASS, 0, NULL,
     NULL, NULL, NULL},
    {"PA-01", {.s1 = "公开信息12条。一是财政2条，二是环保6条；三是教育5条。"}, OUTCOME_FAIL, W, NULL,
     NULL, NULL, NULL},
    {"PA-01", {.s1 = "公开信息30条，分别为网站10条、微博8条、微信11条。"}, OUTCOME_FAIL, W, NULL,
     NULL, NULL, NULL},
    /* Lists that say themselves that they are open, or have one part. */
    {"PA-01", {.s1 = "公开信息30条，其中主要有网站10条、微博8条。"}, OUTCOME_NA, 0, NULL, NULL, NULL,
     NULL},
    {"PA-01", {.s1 = "公开信息30条，其中包括网站10条、微博8条等。"}, OUTCOME_NA, 0, NULL, NULL, NULL,
     NULL},
    {"PA-01", {.s1 = "收到申请11件（网络7件、信件4件）。"}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"PA-01", {.s1 = "收到申请11件（网络7件、信件3件），均已办结。"}, OUTCOME_FAIL, W, NULL,
     "分项之和不等于总数：7 + 3 = 10 ≠ 11，差 1", NULL, "7"},
    {"PA-01", {.s1 = "收到申请11件（比上年增加3件、信件4件）。"}, OUTCOME_NA, 0, NULL, NULL, NULL,
     NULL},
    {"PA-01", {.s1 = "收到申请11件（网络7件，信件3件等）。"}, OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
    {"PA-01", {.s1 = "收到申请11件（网络7件）。"}, OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
    {"PA-01", {.s1 = "收到申请11件（网络7件、答复3条）。"}, OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
    {"PA-01", {.s1 = "公开信息30条，其中网站20条（图解15条、视频4条）、微博10条。"}, OUTCOME_FAIL, W,
     NULL, NULL, NULL, NULL},
    {"PA-01", {.s1 = "公开信息30条，其中网站10条。"}, OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
    {"PA-01", {.s1 = "公开信息约30条，其中网站10条、微博8条。"}, OUTCOME_NA, 0, NULL, NULL, NULL,
     NULL},
    /* Parts of a part, shares, other units, what comes after the list. */
    {"PA-01", {.s1 = "公开信息30条，其中网站20条（其中图解15条、视频5条）、微博10条。"}, OUTCOME_PASS,
     0, NULL, NULL, NULL, NULL},
    {"PA-01", {.s1 = "公开信息30条，其中网站20条，占66.7%；微博10条，占33.3%。"}, OUTCOME_PASS, 0,
     NULL, NULL, NULL, NULL},
    {"PA-01", {.s1 = "收到申请9件，其中网络5件、信件4件，共答复9件，办结9件。"}, OUTCOME_PASS, 0, NULL,
     NULL, NULL, NULL},
    {"PA-01", {.s1 = "公开信息30条，其中网站20条，其中图解5条，微博7条。"}, OUTCOME_UNDECIDED, W,
     NULL, NULL, NULL, NULL},
};

static const struct prose_case parts_parts_over_whole[] = {
    {"PA-02", {0}, OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
    {"PA-02", {.s1 = "全年公开信息382条，其中网站2443条。"}, OUTCOME_FAIL, E, NULL,
     "分项 2443 大于总数 382", "part 2443 is more than the whole, 382", "2443"},
    {"PA-02", {.s1 = "全年公开信息382条，其中网站244条。"}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"PA-02", {.s1 = "召开会议2次，其中参会人员40人。"}, OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
    {"PA-02", {.s1 = "公开信息近300条，其中网站310条。"}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
};

#define PARTS_CASES    \
    PROSE_LIST(parts_sums), \
    PROSE_LIST(parts_parts_over_whole)


#endif
