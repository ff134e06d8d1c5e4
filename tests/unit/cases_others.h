/* What a channel, another body, a kind of applicant or next year has is none of the whole; beside
 * each what nearly says the same of the whole, right and wrong. */
#ifndef GOUJI_TESTS_CASES_OTHERS_H
#define GOUJI_TESTS_CASES_OTHERS_H

#include "catalogue_cases.h"

#define COUNTY                                                                                     \
    .title = "青山县人民政府2020年政府信息公开工作年度报告",                                       \
    .sign = "\n青山县人民政府\n2021年1月20日"
#define A_YEAR .received = 150, .carried_in = 8, .processed = 152, .carried_out = 6

static const struct prose_case others_received[] = {
    /* A channel, a body below: parts, whether they add up or not. */
    NOT("TT-01", .s3 = "共收到线上申请1件、线下申请2件。", .received = 3),
    NOT("TT-01", .s3 = "通过县政府网站依申请公开系统收到申请1件，通过信函收到申请1件，通过窗口收到申请1件。", .received = 3),
    NOT("TT-01", .s3 = "政府网站收到申请1件、邮寄收到申请1件、现场收到申请1件。", .received = 3),
    NOT("TT-01", .s3 = "未收到政府信息公开申请，共受理其他申请12件。", .received = 3),
    NOT("TT-01", .s3 = "东平村收到申请2件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "共收到线上、线下申请2件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "东平镇收到政府信息公开申请2件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "白水镇收到政府信息公开申请2件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "青山县白水镇共收到政府信息公开申请2件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "依托政府网站等平台收到政府信息公开申请2件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "公民、法人和其他组织提出申请，共收到申请2件。", .received = 3),
    NOT("TT-01", COUNTY, .s3 = "镇街中，柳溪镇收到申请8件、石桥镇收到6件，其余镇街均未收到申请。", .received = 150),
    NOT("TT-01", COUNTY, .s3 = "部门收到申请109件，镇街收到申请41件。", .received = 150),
    NOT("TT-01", COUNTY, .s3 = "各镇街25件，县直部门84件，县政府办收到申请41件。", .received = 150),
    NOT("TT-01", COUNTY, .s3 = "2020年，柳溪镇收到申请8件。", .received = 150),
    FIRES("TT-01", W, NULL, COUNTY, .s3 = "我县收到申请159件，其中柳溪镇收到申请8件。", .received = 150),
    NOT("TT-01", COUNTY, .s3 = "县教育局收到申请8件。", .received = 150),
    /* Other words of what was received. */
    FIRES("TT-01", E, NULL, .s3 = "共接收并登记政府信息公开申请155件。", .received = 150),
    SILENT("TT-01", .s3 = "共接收并登记政府信息公开申请150件。", .received = 150),
    FIRES("TT-01", E, NULL, .s3 = "共收到公民、法人和其他社会组织通过各种渠道提交的政府信息公开申请155件。", .received = 150),
    SILENT("TT-01", .s3 = "共收到公民、法人和其他社会组织通过各种渠道提交的政府信息公开申请150件。", .received = 150),
    FIRES("TT-01", E, NULL, .s3 = "2020年，政府信息公开申请受理总量155件，同比下降9.4%。", .received = 150),
    SILENT("TT-01", .s3 = "2020年，政府信息公开申请受理总量150件，同比下降9.4%。", .received = 150),
    FIRES("TT-01", E, NULL, .s3 = "政府信息公开申请量由2019年的171件下降至2020年的155件。", .received = 150),
    SILENT("TT-01", .s3 = "政府信息公开申请量由2019年的171件下降至2020年的150件。", .received = 150),
    FIRES("TT-01", E, NULL, .s3 = "登记政府信息公开申请155件。", .received = 150),
    SILENT("TT-01", .s3 = "登记政府信息公开申请150件。", .received = 150),
    FIRES("TT-01", E, NULL, .s3 = "社会公众提出申请155件。", .received = 150),
    SILENT("TT-01", .s3 = "社会公众提出申请150件。", .received = 150),
    FIRES("TT-01", W, NULL, COUNTY, .s3 = "县本级收到政府信息公开申请37件，县政府部门收到88件，各镇街收到35件，合计160件。", .received = 150),
    SILENT("TT-01", COUNTY, .s3 = "县本级收到政府信息公开申请37件，县政府部门收到88件，各镇街收到25件，合计150件。", .received = 150),
    NOT("TT-01", .s3 = "不动产登记申请155件。", .received = 150),
    NOT("TT-01", .s3 = "信访申请量由171件下降至155件。", .received = 150),
    NOT("TT-01", .s3 = "公众提出许可申请155件。", .received = 150),
    NOT("TT-01", .s3 = "政府信息公开申请量由1月的17件上升至12月的55件。", .received = 150),
};

static const struct prose_case others_settled[] = {
    /* More words of what was settled: right and wrong. */
    SILENT("TT-03", .s3 = "共计答复申请152件。", A_YEAR),
    FIRES("TT-03", E, NULL, .s3 = "共计答复申请159件。", A_YEAR),
    SILENT("TT-03", .s3 = "答复处理152件。", A_YEAR),
    FIRES("TT-03", E, NULL, .s3 = "答复处理159件。", A_YEAR),
    SILENT("TT-03", .s3 = "受理并办结政府信息公开申请152件。", A_YEAR),
    SILENT("TT-03", .s3 = "受理并办结政府信息公开申请150件。", A_YEAR),
    SILENT("TT-03", .s3 = "受理并办结政府信息公开申请144件。", A_YEAR),
    FIRES("TT-03", W, NULL, .s3 = "受理并办结政府信息公开申请159件。", A_YEAR),
    SILENT("TT-03", .s3 = "作出答复决定152件。", A_YEAR),
    FIRES("TT-03", I, NULL, .s3 = "作出答复决定149件。", A_YEAR),
    FIRES("TT-03", E, NULL, .s3 = "作出答复决定159件。", A_YEAR),
    /* Of others, of some, of next year. */
    NOT("TT-03", .s3 = "顺延至下年办理6件。", A_YEAR),
    NOT("TT-03", .s3 = "留待下一年度办理6件。", A_YEAR),
    NOT("TT-03", .s3 = "律师参与办理申请35件。", A_YEAR),
    NOT("TT-03", .s3 = "县司法局审核重大疑难答复26件。", A_YEAR),
    NOT("TT-03", .s3 = "9件跨年度办理。", A_YEAR),
    NOT("TT-03", .s3 = "通过网站受理并办结申请93件。", A_YEAR),
    {"TT-03", {COUNTY, .s3 = "柳溪镇办结申请8件。", .processed = 152}, OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
    /* More words of what is carried out. */
    SILENT("TT-04", .s3 = "顺延至下年办理6件。", A_YEAR),
    FIRES("TT-04", E, NULL, .s3 = "顺延至下年办理9件。", A_YEAR),
    SILENT("TT-04", .s3 = "留待下一年度办理6件。", A_YEAR),
    FIRES("TT-04", E, NULL, .s3 = "留待下一年度办理9件。", A_YEAR),
    SILENT("TT-04", .s3 = "未办结6件。", A_YEAR),
    FIRES("TT-04", E, NULL, .s3 = "未办结9件。", A_YEAR),
    SILENT("TT-04", .s3 = "6件转入下年度办理。", A_YEAR),
    FIRES("TT-04", E, NULL, .s3 = "9件转入下年度办理。", A_YEAR),
    SILENT("TT-04", .s3 = "6件跨年度办理。", A_YEAR),
    FIRES("TT-04", E, NULL, .s3 = "9件跨年度办理。", A_YEAR),
    SILENT("TT-04", .s3 = "转入2021年办理6件。", A_YEAR),
    FIRES("TT-04", E, NULL, .s3 = "转入2021年办理9件。", A_YEAR),
    SILENT("TT-04", .s3 = "尚有6件正在办理中，结转至2021年办理。", A_YEAR),
    FIRES("TT-04", E, NULL, .s3 = "尚有9件正在办理中，结转至2021年办理。", A_YEAR),
    SILENT("TT-04", .s3 = "正在办理6件。", A_YEAR),
    FIRES("TT-04", W, NULL, .s3 = "正在办理9件。", A_YEAR),
    SILENT("TT-04", .s3 = "尚在办理中的6件。", A_YEAR),
    FIRES("TT-04", W, NULL, .s3 = "尚在办理中的9件。", A_YEAR),
    SILENT("TT-04", .s3 = "6件正在办理中。", A_YEAR),
    FIRES("TT-04", W, NULL, .s3 = "9件正在办理中。", A_YEAR),
    SILENT("TT-04", .s3 = "在办申请6件。", A_YEAR),
    FIRES("TT-04", W, NULL, .s3 = "在办申请9件。", A_YEAR),
    NOT("TT-04", .s3 = "上年未办结的8件。", A_YEAR),
    NOT("TT-04", .s3 = "2019年未办结的8件已全部办结。", A_YEAR),
    NOT("TT-04", .s3 = "目前，正在办理9件。", A_YEAR),
    NOT("TT-04", .s3 = "截至目前，未办结9件。", A_YEAR),
    NOT("TT-04", .s3 = "未按期办结的2件。", A_YEAR),
    NOT("TT-04", .s3 = "正在办理行政复议案件9件。", A_YEAR),
    NOT("TT-04", .s3 = "转入2020年办理8件。", A_YEAR),
    /* Those another acts for; licences of one way. */
    NOT("TT-06", .s3 = "法律服务机构代理自然人申请23件。", .received = 120),
    NOT("TT-11", .s1 = "全年告知承诺办理行政许可230件。"),
    FIRES("TT-11", E, NULL, .s1 = "告知承诺办理行政许可230件，共办理行政许可235件。"),
};

static const struct prose_case others_applicants[] = {
    /* Of one kind of applicant: its columns are a known scope. */
    FIRES("TT-05", I, NULL, .s3 = "自然人申请的答复结果：不予公开0件、予以公开3件。",
          .processed = 5, .swap = {"（一）予以公开\t5\t0\t0\t0\t0\t0\t5", "（一）予以公开\t3\t2\t0\t0\t0\t0\t5"}),
    FIRES("TT-05", I, NULL, .s3 = "在法人申请中，予以公开2件。",
          .processed = 5, .swap = {"（一）予以公开\t5\t0\t0\t0\t0\t0\t5", "（一）予以公开\t3\t2\t0\t0\t0\t0\t5"}),
    FIRES("TT-05", I, NULL, .s3 = "企业申请办理情况：不予公开0件，予以公开2件。",
          .processed = 5, .swap = {"（一）予以公开\t5\t0\t0\t0\t0\t0\t5", "（一）予以公开\t3\t2\t0\t0\t0\t0\t5"}),
    FIRES("TT-05", W, NULL, .s3 = "在法人申请中，予以公开1件。",
          .processed = 5, .swap = {"（一）予以公开\t5\t0\t0\t0\t0\t0\t5", "（一）予以公开\t3\t2\t0\t0\t0\t0\t5"}),
    FIRES("TT-05", W, NULL, .s3 = "自然人申请的答复结果：不予公开0件、予以公开4件。",
          .processed = 5, .swap = {"（一）予以公开\t5\t0\t0\t0\t0\t0\t5", "（一）予以公开\t3\t2\t0\t0\t0\t0\t5"}),
    FIRES("TT-05", E, NULL, .s3 = "自然人申请3件，法人申请2件，予以公开4件。",
          .processed = 5, .swap = {"（一）予以公开\t5\t0\t0\t0\t0\t0\t5", "（一）予以公开\t3\t2\t0\t0\t0\t0\t5"}),
    FIRES("TT-05", E, NULL, .s3 = "收到申请5件，予以公开4件。",
          .processed = 5, .swap = {"（一）予以公开\t5\t0\t0\t0\t0\t0\t5", "（一）予以公开\t3\t2\t0\t0\t0\t0\t5"}),
    {"TT-04", {.s3 = "企业申请办结17件，结转2件。",
          .carried_out = 5, .swap = {"四、结转下年度继续办理\t5\t0\t0\t0\t0\t0\t5", "四、结转下年度继续办理\t3\t2\t0\t0\t0\t0\t5"}},
     OUTCOME_FAIL, I, NULL, "正文“办结17件，结转2件”为 2，表三 四 总计 为 5；按“商业企业”的口径恰好相符",
     "the text says 2 (“办结17件，结转2件”), Table 3 四 总计 has 5; it agrees exactly when read as companies", NULL},
    FIRES("TT-04", W, NULL, .s3 = "企业申请办结17件，结转1件。",
          .carried_out = 5, .swap = {"四、结转下年度继续办理\t5\t0\t0\t0\t0\t0\t5", "四、结转下年度继续办理\t3\t2\t0\t0\t0\t0\t5"}),
    FIRES("TT-04", E, NULL, .s3 = "办结17件，结转1件。",
          .carried_out = 5, .swap = {"四、结转下年度继续办理\t5\t0\t0\t0\t0\t0\t5", "四、结转下年度继续办理\t3\t2\t0\t0\t0\t0\t5"}),
    /* Granted to some only. */
    NOT("TT-05", .s3 = "当年新收申请中予以公开1件、不予公开2件。", .processed = 5),
    NOT("TT-05", .s3 = "征求第三方意见后予以公开1件。", .processed = 5),
    NOT("TT-05", .s3 = "征求第三方意见后予以公开1件、不予公开2件。", .processed = 5),
    NOT("TT-05", .s3 = "经协商予以公开1件。", .processed = 5),
    NOT("TT-05", .s3 = "会议纪要不予公开24件。", .processed = 5),
    FIRES("TT-05", E, NULL, .s3 = "收到申请5件，经审查予以公开4件。", .processed = 5),
    FIRES("TT-05", E, NULL, .s3 = "收到申请5件，公开文件予以公开4件。", .processed = 5),
    NOT("TT-06", .s3 = "共办理自然人申请4件。", .received = 3, .processed = 4),
    FIRES("TT-06", E, NULL, .s3 = "共受理自然人申请4件。", .received = 3),
    /* A government has organs below it, a town has none. */
    NOT("TT-01", COUNTY, .s3 = "县住建局收到申请40件，县自然资源局收到申请38件，柳溪镇收到申请8件。", .received = 150),
    NOT("TT-01", COUNTY, .s3 = "收件最多的是县住建局，收到申请40件。", .received = 150),
    NOT("TT-01", COUNTY, .s3 = "县级部门和乡镇共收到申请109件。", .received = 150),
    NOT("TT-01", COUNTY, .s3 = "县政府办收到申请41件，各镇街收到申请109件。", .received = 150),
    FIRES("TT-01", E, NULL, COUNTY, .s3 = "青山县共收到政府信息公开申请159件。", .received = 150),
    FIRES("TT-01", E, NULL, COUNTY, .s3 = "县政务公开中心共收到政府信息公开申请159件。", .received = 150),
    NOT("TT-03", COUNTY, .s3 = "县住建局办结申请40件。", .processed = 150),
    NOT("TT-03", .s3 = "法律顾问审核答复26件。", .processed = 150),
    NOT("TT-03", .s3 = "召开专题会研究办理申请7件。", .processed = 150),
    NOT("TT-03", .s3 = "按简易程序办理申请20件。", .processed = 150),
    FIRES("TT-03", E, NULL, .s3 = "按法定程序办理申请159件。", .processed = 150),
    FIRES("TT-04", E, NULL, .s3 = "9件申请因征求第三方意见需跨年办理。", .carried_out = 6),
    SILENT("TT-04", .s3 = "6件申请因征求第三方意见需跨年办理。", .carried_out = 6),
};

#define OTHERS_CASES                                                                               \
    PROSE_LIST(others_received), PROSE_LIST(others_settled), PROSE_LIST(others_applicants)

#endif
