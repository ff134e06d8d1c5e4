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
    /* What may be said after a list may be its last part, and is when all are of one kind. */
    SILENT("PA-01", .s1 = "全年清理行政规范性文件126件，其中继续有效98件，修改12件，废止16件。"),
    FIRES("PA-01", W, NULL, .s1 = "全年清理行政规范性文件126件，其中继续有效98件，修改12件，废止15件。"),
    NOT("PA-01", .s1 = "全年清理行政规范性文件20件，其中废止10件，修改6件。"),
    SILENT("PA-01", .s3 = "收到信件12件，其中网络5件，信函3件，未答复4件。"),
    SILENT("PA-01", .s3 = "收到信件12件，其中甲类5件，乙类3件，正在办理4件。"),
    SILENT("PA-01", .s3 = "收到信件12件，其中甲类5件，乙类7件，办结4件。"),
    FIRES("PA-01", W, NULL, .s3 = "收到信件12件，其中甲类5件，乙类6件，办结4件。"),
    SILENT("PA-02", .s3 = "收到信件12件，其中甲类5件，乙类6件，办结40件。"),
    {"PA-01", {.s3 = "无法提供13件，其中本机关不掌握10件，没有现成信息2件，补正后不明确3件。"}, OUTCOME_FAIL, W, NULL,
     "分项之和不等于总数：10 + 2 + 3 = 15 ≠ 13，差 2", NULL, "10"},
    FIRES("PA-01", W, NULL, .s3 = "不予公开6件，其中属于国家秘密3件、保护第三方合法权益3件、属于四类过程性信息2件。"),
    SILENT("PA-01", .s3 = "不予公开8件，其中属于国家秘密3件、保护第三方合法权益3件、属于四类过程性信息2件。"),
    /* Results are those of what was settled, not of what was carried over beside it. */
    SILENT("PA-01", .s3 = "共办结信件34件，结转1件。其中予以公开23件，部分公开2件，无法提供9件。"),
    {"PA-01", {.s3 = "共办结信件35件，结转1件。其中予以公开23件，部分公开2件，无法提供9件。"}, OUTCOME_FAIL, W, NULL,
     "分项之和不等于总数：23 + 2 + 9 = 34 ≠ 35，差 1", NULL, "23"},
    FIRES("PA-01", W, NULL, .s3 = "共办结信件34件，结转1件。其中予以公开24件，部分公开2件，无法提供9件。"),
    FIRES("PA-01", W, NULL, .s3 = "结转下年度信件1件，其中邮寄24件，当面2件，无法提供9件。"),
    /* Behind a semicolon, what is of another kind than the list is no part of it. */
    {"PA-01", {.s1 = "收到信件59件，其中自然人49件，法人或其他组织8件；上年结转3件，办结54件。"}, OUTCOME_FAIL, W, NULL,
     "分项之和不等于总数：49 + 8 = 57 ≠ 59，差 2", NULL, "49"},
    SILENT("PA-01", .s1 = "办理信件60件，其中自然人49件，法人或其他组织8件；上年结转3件，办结54件。"),
    /* All of one kind in the brackets: the first of them alone are no list. */
    FIRES("PA-01", W, NULL, .s1 = "收到信件57件（自然人49件，商业企业7件，社会公益组织1件，法律服务机构2件）。"),
    SILENT("PA-01", .s1 = "收到信件59件（自然人49件，商业企业7件，社会公益组织1件，法律服务机构2件）。"),
    SILENT("PA-01", .s1 = "收到信件11件（甲类7件，乙类4件，图解3件）。"),
    /* The names of some have Latin letters; of some nobody knows where the name ends. */
    SILENT("PA-01", .s1 = "全年发布信息1800条，其中政府网站1000条、微信600条、“清河发布”APP200条。"),
    SILENT("PA-01", .s1 = "全年发布信息1800条，其中政府网站1000条、微信600条、APP 150条、H5 50条。"),
    FIRES("PA-01", W, NULL, .s1 = "全年发布信息1800条，其中政府网站1000条、微信600条、APP100条。"),
    NOT("PA-01", .s1 = "全年公开信息126条，其中甲类98条、乙类12条、COVID-1916条。"),
    SILENT("PA-02", .s1 = "全年公开信息126条，其中甲类98条、乙类12条、COVID-1916条。"),
    /* Counted more than once. */
    NOT("PA-01", .s1 = "全年公开信息12条（同一信息多渠道发布的重复计算），其中网站9条、微信8条。"),
    NOT("PA-01", .s1 = "全年公开信息12条，其中网站9条、微信8条，各渠道有重复发布的情况。"),
    NOT("PA-01", .s1 = "全年公开信息12条（网站9条、微信8条，有重复计算）。"),
    FIRES("PA-01", W, NULL, .s1 = "全年公开信息12条，避免重复发布，其中网站9条、微信8条。"),
    FIRES("PA-01", W, NULL, .s1 = "发布解读5条（有重复计算）；公开信息12条，其中网站9条、微信8条。"),
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
    {"PA-01", {.s1 = "公开信息30条，其中网站20条，其中图解10条，微博7条。"}, OUTCOME_UNDECIDED, W,
     NULL, NULL, NULL, NULL},
    /* The number right before 其中 is not always the whole. */
    SILENT("PA-01", .s1 = "收到申请12件，较上年增加3件，其中网络7件、信件5件。"),
    FIRES("PA-01", W, NULL, .s1 = "收到申请12件，较上年增加3件，其中网络7件、信件4件。"),
    SILENT("PA-01", .s1 = "办理申请5件（含上年结转1件），其中予以公开3件、无法提供2件。"),
    FIRES("PA-01", W, NULL, .s1 = "办理申请6件（含上年结转1件），其中予以公开3件、无法提供2件。"),
    SILENT("PA-01", .s1 = "收到申请4件、上年结转1件，其中予以公开3件、无法提供2件。"),
    SILENT("PA-01", .s1 = "承办代表建议9件、委员提案21件，其中主办13件、协办17件。"),
    FIRES("PA-01", W, NULL, .s1 = "承办代表建议9件、委员提案21件，其中主办13件、协办18件。"),
    FIRES("PA-01", W, NULL,
          .s1 = "复议17件，其中维持9件、纠正3件、其他4件、未审结1件；诉讼10件，其中直接起诉5件、复议后起诉4件。"),
    FIRES("PA-01", W, NULL, .s1 = "收到申请57件，同比减少6件；其中网络30件，信函22件，现场4件。"),
    SILENT("PA-01", .s1 = "收到申请57件，同比减少6件；其中网络31件，信函22件，现场4件。"),
    NOT("PA-01", .s1 = "公开信息57件；答复较好，其中网络30件，信函22件。"),
    NOT("PA-01", .s1 = "收到申请45件，其中予以公开19件，不予公开4件，其余正在办理。"),
    FIRES("PA-01", W, NULL, .s1 = "收到申请45件，其中予以公开19件，不予公开4件，其余21件正在办理。"),
    /* All that belongs to one family is part of the list. */
    FIRES("PA-01", W, NULL, .s1 = "行政复议共4件，其中维持3件，纠正1件，尚未审结1件。"),
    FIRES("PA-01", W, NULL, .s1 = "收到申请11件，其中网络申请7件、信函申请4件、当面申请2件。"),
    SILENT("PA-01", .s1 = "收到申请11件，其中网络申请7件、信函申请4件、征求第三方意见2件。"),
    {"PA-01", {.s1 = "收到申请32件，其中网络19件，信函12件；上年转来2件。"}, OUTCOME_FAIL, W, NULL,
     "分项之和不等于总数：19 + 12 = 31 ≠ 32，差 1", NULL, "19"},
    NOT("PA-01", .s1 = "出台政策文件12件，其中规范性文件2件，废止1件。"),
    /* The total behind its parts, with other counts before them. */
    SILENT("PA-01", .s1 = "网站公开231条、公众号公开246条，共计477条。"),
    FIRES("PA-01", W, NULL, .s1 = "网站公开231条、公众号公开246条，共计467条。"),
    SILENT("PA-01", .s1 = "公开信息850条，制作图解31条、视频46条，合计77条。"),
    SILENT("PA-01", .s1 = "新收58件，其中自然人49件、法人9件，上年结转6件，共计64件。"),
    NOT("PA-01", .s1 = "网站公开231条，比上年增加31条，全年共计发布各类信息467条。"),
    NOT("PA-01", .s1 = "网站公开231条，共计467条。"),
    /* One kind of each of the numbers before: of every one a part, of no one the parts. */
    NOT("PA-01", .s1 = "网站发布8210条、微信2245条、微博1890条，其中原创分别为3000条、1320条、560条。"),
    NOT("PA-01", .s4 = "办结行政复议案件216件、行政应诉案件98件，其中涉及政府信息公开的分别为15件和9件。"),
    SILENT("PA-01", .s1 = "公开信息12345条，其中网站、微信、微博分别为8210条、2245条、1890条。"),
    FIRES("PA-01", W, NULL, .s1 = "公开信息12345条，其中网站、微信、微博分别为8210条、2245条、1899条。"),
    NOT("PA-01", .s4 = "行政复议案件15件，已办结12件，其中维持9件；应诉9件，已结案7件，胜诉6件、败诉1件。"),
    FIRES("PA-01", W, NULL, .s4 = "行政复议案件15件，已办结12件，其中维持9件、纠正1件；应诉9件。"),
    {"PA-01", {.s1 = "开展活动42场，其中市级25场、县级16场；主要负责人参加9场。"}, OUTCOME_FAIL, W, NULL,
     "分项之和不等于总数：25 + 16 = 41 ≠ 42，差 1", NULL, "25"},
    /* 万 rounds to the printed places. */
    SILENT("PA-01", .s1 = "公开信息1.2万条，其中网站3211条、微信5320条、微博3466条。"),
    FIRES("PA-01", W, NULL, .s1 = "公开信息1.2万条，其中网站3211条、微信5320条、微博2466条。"),
    SILENT("PA-01", .s1 = "公开信息30000条，其中网站1.8万条、微信1.21万条。"),
    /* A list in the next sentence, and what begins anew behind a list. */
    SILENT("PA-01", .s1 = "全年公开信息12条。其中，网站7条、微信5条。"),
    FIRES("PA-01", W, NULL, .s1 = "全年公开信息12条。其中，网站7条、微信4条。"),
    SILENT("PA-01", .s1 = "全年公开信息12条，增加3条。其中，网站7条、微信5条。"),
    NOT("PA-01", .s1 = "召开会议12次。公开信息。其中，网站7次、微信4次。"),
    NOT("PA-01", .s1 = "办理行政复议126件、应诉88件，其中涉及政府信息公开的行政复议6件、行政诉讼3件。"),
    NOT("PA-01", .s1 = "被申请行政复议8件，其中以县政府为被申请人2件；被提起行政诉讼5件。"),
    /* 含 names only some, and its numbers are parts of a part. */
    SILENT("PA-01", .s1 = "公开信息300条，其中网站200条（含政策解读50条、图解30条）、微信100条。"),
    FIRES("PA-01", W, NULL, .s1 = "公开信息300条，其中网站200条（含政策解读50条、图解30条）、微信90条。"),
    NOT("PA-01", .s1 = "公开信息300条（包括政策解读50条、图解30条）。"),
    NOT("PA-01", .s1 = "公开信息300条，其中网站200条，含政策解读50条、图解30条，微信100条。"),
    /* Some picked out, unless the words say that there are no others. */
    NOT("PA-01", .s1 = "办结422件，其中予以公开2件，部分公开3件。"),
    NOT("PA-01", .s1 = "举办培训2期，培训120人次，其中机关30人次、村级20人次。"),
    NOT("PA-01", .s1 = "公开信息300条。一是政策解读50条；二是图解30条。"),
    FIRES("PA-01", W, NULL, .s1 = "收到申请30件，其中自然人10件、法人9件。"),
    FIRES("PA-01", W, NULL, .s1 = "收到申请30件，分别为网络10件、信函9件。"),
    FIRES("PA-01", W, NULL, .s1 = "公开300条，其中网站20条，其余40条为微信公开。"),
    /* All by one way, some by another too. */
    NOT("PA-01", .s1 = "公开信息300条，其中网站300条、微信120条。"),
    FIRES("PA-01", W, NULL, .s1 = "收到申请300件，其中网络申请300件、信函申请12件。"),
    /* Other measure words among them, and numbers inside a name. */
    SILENT("PA-01", .s1 = "发布解读信息30条，其中解读材料20条、解读产品8条、评论文章2篇。"),
    FIRES("PA-01", W, NULL, .s1 = "发布解读信息30条，其中解读材料20条、解读产品8条、评论文章1篇。"),
    {"PA-01", {.s3 = "不予公开71件，其中保护第三方合法权益45件、属于三类内部事务信息17件、属于四类过程性信息10件。"},
     OUTCOME_FAIL, W, NULL, "分项之和不等于总数：45 + 17 + 10 = 72 ≠ 71，差 1", NULL, NULL},
    /* What 、 joins belongs together. */
    {"PA-01", {.s3 = "不予处理30件，其中信访举报投诉类申请29件、重复申请7件、反复申请4件。"},
     OUTCOME_FAIL, W, NULL, "分项之和不等于总数：29 + 7 + 4 = 40 ≠ 30，差 10", NULL, NULL},
    /* Taken together. */
    FIRES("PA-01", W, NULL, .s3 = "收到申请415件，上年结转7件，共425件。"),
    SILENT("PA-01", .s3 = "收到申请415件，上年结转7件，共422件。"),
    FIRES("PA-01", W, NULL, .s3 = "收到申请415件，上年结转7件，共需办理425件。"),
    SILENT("PA-01", .s3 = "收到申请415件，上年结转7件，共需办理422件。"),
    NOT("PA-01", .s3 = "收到申请3件，办结3件，共3件。"),
    NOT("PA-01", .s1 = "公开信息86条，包括机构职能10条、规划计划9条、财政信息70条。"),
    FIRES("PA-01", W, NULL, .s1 = "公开信息86条，包括机构职能10条、规划计划9条、其他74条。"),
    SILENT("PA-01", .s1 = "公开信息86条，包括机构职能3条、规划计划9条、其他74条。"),
};

static const struct prose_case parts_parts_over_whole[] = {
    {"PA-02", {0}, OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
    {"PA-02", {.s1 = "全年公开信息382条，其中网站2443条。"}, OUTCOME_FAIL, E, NULL,
     "分项 2443 大于总数 382", "part 2443 is more than the whole, 382", "2443"},
    {"PA-02", {.s1 = "全年公开信息382条，其中网站244条。"}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"PA-02", {.s1 = "召开会议2次，其中参会人员40人。"}, OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
    {"PA-02", {.s1 = "公开信息近300条，其中网站310条。"}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    SILENT("PA-02", .s1 = "收到申请12件，较上年增加3件，其中网络7件、信件5件。"),
    FIRES("PA-02", E, NULL, .s1 = "收到申请12件，较上年增加3件，其中网络13件。"),
    SILENT("PA-02", .s1 = "办理申请5件（含上年结转1件），其中予以公开3件、无法提供2件。"),
    SILENT("PA-02", .s1 = "全年公开信息1.2万条，其中网站12300条。"),
    FIRES("PA-02", E, NULL, .s1 = "全年公开信息1.2万条，其中网站12600条。"),
    SILENT("PA-02", .s1 = "收到申请45件，其中县级12件、乡镇33件；全部办件46件。"),
    SILENT("PA-02", .s1 = "承办代表建议9件、委员提案7件，其中主办13件、协办3件。"),
    FIRES("PA-02", E, NULL, .s1 = "公开信息300条（含政策解读500条）。"),
    SILENT("PA-02", .s1 = "公开信息300条（含政策解读50条）。"),
    /* 包括 names some; all, when the others are among them. */
    FIRES("PA-02", E, NULL, .s1 = "公开信息382条，包括政府网站35条，政务新媒体80条，公众号2443条。"),
    FIRES("PA-02", E, NULL, .s1 = "公开信息382条，包括：政府网站35条、公众号2443条。"),
    SILENT("PA-02", .s1 = "公开信息382条，包括政府网站35条，政务新媒体80条。"),
    NOT("PA-02", .s1 = "公开信息382条，主要包括政策解读。全年公众号推送2443条。"),
    NOT("PA-02", .s1 = "公开信息382条，包括政策解读、财政信息等；公众号推送2443条。"),
    SILENT("PA-02", .s1 = "公开信息1\u200B2\u200B68条，其中动态5\u200B12条。"),
    FIRES("PA-02", E, NULL, .s1 = "公开信息1\u200B2\u200B68条，其中动态5\u200B12\u200B0条。"),
    NOT("PA-02", .s1 = "公开信息300条（不含政策解读500条）。"),
};

/* Summed up in a sentence of its own: the parts are what the one before counts. */
static const struct prose_case parts_summed_up[] = {
    {"PA-01", {.s3 = "收到自然人申请12件，法人申请3件。以上合计16件。"}, OUTCOME_FAIL, W, NULL,
     "分项之和不等于总数：12 + 3 = 15 ≠ 16，差 1", NULL, NULL},
    SILENT("PA-01", .s3 = "收到自然人申请12件，法人申请3件。以上合计15件。"),
    FIRES("PA-01", W, NULL, .s3 = "一是自然人申请12件；二是法人申请3件。以上两项共计16件。"),
    FIRES("PA-01", W, NULL, .s1 = "网站80条、微信30条、微博10条。合计130条。"),
    FIRES("PA-01", W, NULL, .s3 = "予以公开6件，部分公开1件，不予公开1件，无法提供4件，不予处理9件，其他处理7件。以上合计29件。"),
    SILENT("PA-01", .s3 = "予以公开6件，部分公开1件，不予公开1件，无法提供4件，不予处理9件，其他处理7件。以上合计28件。"),
    /* What is no list, is open, has its own whole, or begins farther back. */
    NOT("PA-01", .s1 = "网站80条、微信30条等。以上合计130条。网站80条。以上合计130条。"),
    NOT("PA-01", .s1 = "网站80条。微信30条、微博10条。以上合计130条。"),
    NOT("PA-01", .s1 = "网站80条、微信30条，重复发布的计算在内。以上合计130条。"),
    NOT("PA-01", .s1 = "公开栏8条、网站7条、微信6条、微博5条、会议4条、广播3条。以上合计40条。"),
    NOT("PA-01", .s1 = "网站80条、微信30条。\n（二）依申请公开\n以上合计130条。"),
    NOT("PA-01", .s1 = "网站80条、微信30条。以上合计5期。"),
    SILENT("PA-01", .s1 = "公开信息120条，其中网站80条、微信40条。以上合计130条。"),
    NOT("PA-01", .s3 = "申请总量从133件增至150件，其中自然人从108件增至120件。"),
    FIRES("PA-01", W, NULL, .s1 = "网站80条、微信30条、微博10条。以上各平台合计130条。"),
    NOT("PA-01", .s4 = "行政复议15件，其中已审结12件，维持9件，占审结数的75%。"),
    FIRES("PA-01", W, NULL, .s4 = "行政复议15件，其中已审结12件，尚未审结2件。"),
};

#define PARTS_CASES    \
    PROSE_LIST(parts_sums), \
    PROSE_LIST(parts_parts_over_whole), \
    PROSE_LIST(parts_summed_up)


#endif
