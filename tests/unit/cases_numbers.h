/* Cases of the checks of numbers in prose beyond the first release. */
#ifndef GOUJI_TESTS_CASES_NUMBERS_H
#define GOUJI_TESTS_CASES_NUMBERS_H

#include "catalogue_cases.h"

/* Rows of N件, by one natural person each. */
#define SWAP_UNABLE(n)                                                                            \
    .swap = {"1.本机关不掌握相关政府信息\t0\t0\t0\t0\t0\t0\t0",                                  \
             "1.本机关不掌握相关政府信息\t" #n "\t0\t0\t0\t0\t0\t" #n}
#define SWAP_PARTIAL(n)                                                                           \
    .swap = {"（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t0\t0\t0\t0\t0\t0\t0", \
             "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t" #n                     \
             "\t0\t0\t0\t0\t0\t" #n}

/* A rule of one's own, of which one number of a growth may be left out. */
#define LOCAL_GROWTH                                                                               \
    .local = "\"rules\": [{\"id\": \"OWN-01\", \"version\": 1, \"class\": \"query\", "                     \
             "\"severity\": [{\"is\": \"warning\"}], "                                               \
             "\"name\": {\"zh\": \"增长率\", \"en\": \"growth\"}, "                                     \
             "\"basis\": {\"zh\": \"算术\", \"en\": \"arithmetic\"}, \"kind\": \"SHARE\", "            \
             "\"patterns\": {\"falls\": [\"减\"], "                                                  \
             "\"by\": [\"(#)件,(?:增加(#)件,)?[增减](?:长|少)(#)%\"]}, "                             \
             "\"messages\": {\"share\": {\"zh\": \"{found}\", \"en\": \"{found}\"}}}]"

static const struct prose_case numbers_text_and_table[] = {
    FIRES("TT-05", E, NULL, .s3 = "对收到的申请予以公开2件。", .processed = 3),
    SILENT("TT-05", .s3 = "对收到的申请予以公开3件。", .processed = 3),
    FIRES("TT-05", E, NULL, .s3 = "对收到的申请不予公开2件。"),
    OPEN("TT-05", E, NULL, .s3 = "对收到的申请部分公开2件。",
         .swap = {"（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t0\t0\t0\t0\t0\t0\t0\n", ""}),
    /* Beside what was 已主动公开, 同意公开 is a word of the form before 2019. */
    NOT("TT-05", .s3 = "对收到的申请，属于已主动公开范围、告知获取方式的1件，同意公开的2件。", .processed = 3),
    NOT("TT-05", .s3 = "对收到的申请，同意公开的2件，属于主动公开的1件。", .processed = 3),
    FIRES("TT-05", E, NULL, .s3 = "对收到的申请同意公开2件。", .processed = 3),
    NOT("TT-05", 0),
    NOT("TT-05", .s3 = "因第三方不同意公开而不予公开申请2件。"),
    NOT("TT-05", .s3 = "办结申请3件，其中属于三类内部事务信息不予公开2件。"),
    NOT("TT-05", .s3 = "对收到的申请，涉及第三方合法权益不予公开2件。"),
    FIRES("TT-05", E, NULL, .s3 = "申请人所需信息不存在无法提供2件。"),
    /* Granted in full and in part as one number; number first; the two forms of （六）. */
    SILENT("TT-05", .s3 = "办结申请5件，予以公开及部分公开3件。", .processed = 3),
    FIRES("TT-05", E, NULL, .s3 = "办结申请5件，予以公开及部分公开4件。", .processed = 3),
    {"TT-05", {.s3 = "申请不予公开2件。"}, OUTCOME_FAIL, E, NULL,
     "正文“不予公开2件”为 2，表三（三）1 总计至（三）8 之和 为 0，差 2",
     "the text says 2 (“不予公开2件”), the sum of Table 3 (三)1 总计 to (三)8 has 0, difference 2", "不予公开2件"},
    NOT("TT-05", .s1 = "制发公文186件，其中主动公开42件、依申请公开31件、不予公开113件。"),
    NOT("TT-05", .s3 = "2019年结转的1件申请中，予以公开1件；新收的2件申请中，予以公开2件。", .processed = 3),
    NOT("TT-05", .s3 = "其中涉及土地征收的申请2件，予以公开1件。", .processed = 3),
    /* Parts of a sum are compared as well. */
    FIRES("TT-05", W, NULL, .s3 = "办结申请3件，其中予以公开2件、不予公开1件。", .processed = 3),
    SILENT("TT-05", .s3 = "予以公开申请3件（含部分公开1件）。", .processed = 2, SWAP_PARTIAL(1)),
    FIRES("TT-05", I, NULL, .s3 = "办理申请，予以公开3件。", .processed = 2, SWAP_PARTIAL(1)),
    SILENT("TT-05", .s3 = "申请中，3件予以公开，0件不予公开。", .processed = 3),
    FIRES("TT-05", E, NULL, .s3 = "申请中，2件予以公开，0件不予公开。", .processed = 3),
    SILENT("TT-05", .s3 = "申请的答复：予以公开3件部分公开0件。", .processed = 3),
    FIRES("TT-05", E, NULL, .s3 = "申请的答复：其他处理2件。"),
    SILENT("TT-05", .s3 = "申请的答复：其他处理0件。"),
    FIRES("TT-05", E, NULL, .edition = 2021, .s3 = "申请的答复：其他处理2件。"),
    /* A row in the words of the form is that row. */
    FIRES("TT-05", E, NULL, .s3 = "申请的答复：重复申请不予处理2件。"),
    SILENT("TT-05", .s3 = "申请的答复：重复申请不予处理0件。"),
    FIRES("TT-05", E, NULL, .s3 = "申请的答复：要求提供公开出版物的不予处理2件。"),
    FIRES("TT-05", E, NULL, .s3 = "申请的答复：无正当理由大量反复申请不予处理2件。"),
    FIRES("TT-05", E, NULL, .s3 = "申请的答复：要求重新出具已获取信息的不予处理2件。"),
    NOT("TT-05", .s3 = "申请的答复：重复申请2件。"),
    NOT("TT-05", .s3 = "申请的答复：信访和重复申请不予处理2件。"),
    NOT("TT-05", .s3 = "申请的答复：信访、要求提供公开出版物的不予处理2件。"),
    FIRES("TT-05", E, NULL, .s3 = "申请的答复：信访投诉类不予处理0件、重复申请不予处理2件。"),
    FIRES("TT-05", E, NULL, .s3 = "申请中，作出予以公开决定的2件。", .processed = 3),
    FIRES("TT-05", E, NULL, .s3 = "申请中，予以公开政府信息2件。", .processed = 3),
    NOT("TT-05", .s3 = "申请的答复与上年度相比，予以公开增加2件，不予公开减少1件。", .processed = 3),
    NOT("TT-05", .s3 = "申请的答复，不予公开、无法提供、不予处理的共2件。", .processed = 3),
    FIRES("TT-05", W, NULL, .s3 = "政府部门的申请予以公开2件。", .processed = 3),
    /* Other words for granting and refusing. */
    FIRES("TT-05", E, NULL, .s3 = "申请中，准予公开2件。", .processed = 3),
    FIRES("TT-05", E, NULL, .s3 = "申请中，同意公开2件。", .processed = 3),
    FIRES("TT-05", E, NULL, .s3 = "申请中，全部公开2件。", .processed = 3),
    FIRES("TT-05", E, NULL, .s3 = "申请中，公开2件、部分公开0件。", .processed = 3),
    NOT("TT-05", .s3 = "申请的信息中，主动公开2件。", .processed = 3),
    FIRES("TT-05", E, NULL, .s3 = "申请中，不同意公开2件。"),
    FIRES("TT-05", E, NULL, .s3 = "申请中，不公开2件。"),
    NOT("TT-05", .s3 = "申请中，第三方不同意公开2件。"),
    /* In full and in part in one number, whatever the verb. */
    SILENT("TT-05", .s3 = "答复申请3件，同意公开和部分公开3件。", .processed = 2, SWAP_PARTIAL(1)),
    FIRES("TT-05", E, NULL, .s3 = "答复申请3件，同意公开和部分公开2件。", .processed = 2, SWAP_PARTIAL(1)),
    NOT("TT-05", .s3 = "答复申请3件，不同意公开和部分公开2件。", .processed = 3),
    /* What does not exist and what others hold share a row. */
    NOT("TT-05", .edition = 2021, .s3 = "申请中无法提供的，信息不存在10件，非本机关掌握4件。"),
    NOT("TT-05", .edition = 2021, .s3 = "申请中，信息不存在2件、本机关不掌握相关政府信息1件。"),
    FIRES("TT-05", E, NULL, .edition = 2021, .s3 = "申请中，信息不存在10件，予以公开0件。"),
    FIRES("TT-05", I, NULL, .edition = 2021, .s3 = "申请中，信息不存在1件。", SWAP_UNABLE(3)),
    FIRES("TT-05", E, NULL, .edition = 2021, .s3 = "申请中，信息不存在4件。", SWAP_UNABLE(3)),
    /* A kind in brackets limits the number. */
    NOT("TT-05", .s3 = "申请中，予以公开2件（内部管理类）。", .processed = 3),
    FIRES("TT-05", E, NULL, .s3 = "申请中，予以公开2件（含电话答复）。", .processed = 3),
    FIRES("TT-06", E, NULL, .s3 = "申请人中自然人2件。", .received = 3),
    SILENT("TT-06", .s3 = "申请人中自然人3件，法人或其他组织0件。", .received = 3),
    OPEN("TT-06", E, NULL, .s3 = "申请人中自然人3件。", .h3 = ""),
    NOT("TT-06", 0),
    NOT("TT-06", .s3 = "对申请予以公开3件，其中自然人2件。", .received = 9),
    FIRES("TT-06", W, NULL, .s3 = "收到申请3件，其中自然人2件。", .received = 3),
    FIRES("TT-06", E, NULL, .s3 = "申请人中，公民2件。", .received = 3),
    SILENT("TT-06", .s3 = "办理申请4件（含上年结转），其中自然人4件、法人0件。", .received = 3, .carried_in = 1),
    FIRES("TT-06", E, NULL, .s3 = "申请中自然人3件、法人1件。", .received = 3),
    NOT("TT-06", .s3 = "公民、法人和其他组织申请3件。", .received = 3),
    FIRES("TT-06", E, NULL, .s3 = "公民申请2件，法人和其他组织申请0件。", .received = 3),
    FIRES("TT-06", E, NULL, .s3 = "个人申请2件。", .received = 3),
    NOT("TT-06", .s3 = "申请中法人1件、其他组织2件。", .received = 3),
    FIRES("TT-11", E, NULL, .s2 = "全年作出行政处罚决定5件。"),
    SILENT("TT-11", .s2 = "全年作出行政处罚决定0件。"),
    FIRES("TT-11", E, NULL, .s2 = "行政处罚处理决定数量为5件。"),
    FIRES("TT-11", E, NULL, .s2 = "办理行政许可0件、行政处罚5件。"),
    FIRES("TT-11", E, NULL, .s2 = "作出行政处罚0起、行政强制5起。"),
    /* Several numbers of one thing, one of which may be the table's: which counts is open. */
    OPEN("TT-11", E, "penalty", .s2 = "全年作出行政处罚决定0件。作出行政处罚决定5件。"),
    OPEN("TT-11", E, "penalty", .s2 = "全年作出行政处罚决定3件。作出行政处罚决定5件。"),
    FIRES("TT-11", E, NULL, .s2 = "全年作出行政处罚决定5件。作出行政处罚决定5件。"),
    FIRES("TT-11", E, NULL, .s2 = "全年作出行政许可决定0件。作出行政处罚决定5件。"),
    NOT("TT-11", .s2 = "县公安局作出行政处罚5件，县城管局作出行政处罚2件。"),
    NOT("TT-11", .s2 = "公示行政许可5件、行政处罚5件。"),
    OPEN("TT-11", E, NULL, .s2 = "全年作出行政处罚决定5件。", .no_t2 = true),
    NOT("TT-11", .s2 = "公示行政处罚信息5条。"),
    /* The noun first; those granted are a part of all decisions; cases are loosely told. */
    FIRES("TT-11", E, NULL, .s2 = "全年行政许可办结5件。"),
    FIRES("TT-11", E, NULL, .s2 = "下达行政处罚决定书5份。"),
    SILENT("TT-11", .s2 = "行政许可办结0件，下达行政处罚决定书0份。"),
    FIRES("TT-11", E, NULL, .s2 = "准予行政许可5件。"),
    FIRES("TT-11", I, NULL, .s2 = "准予行政许可5件。", .swap = {"行政许可\t0\t0\t0", "行政许可\t0\t0\t7"}),
    FIRES("TT-11", W, NULL, .s2 = "全年查处行政处罚案件5件。"),
    NOT("TT-11", .s2 = "线上行政许可办结5件。县水利局行政许可办结5件，查处行政处罚案件5件。查处环境领域行政处罚案件5件。"),
    /* Without a verb it may be another count: not more than a warning. */
    FIRES("TT-11", W, NULL, .s2 = "认真执法。行政许可5件，行政处罚0件。"),
    FIRES("TT-11", W, NULL, .s2 = "行政许可0件，行政处罚5件，行政强制0件。"),
    FIRES("TT-11", W, NULL, .s2 = "行政许可0件、行政处罚0件、行政强制措施5件。"),
    FIRES("TT-11", W, NULL, .s2 = "全年行政处罚5件。"),
    SILENT("TT-11", .s2 = "行政许可0件，行政处罚0件，行政强制0件。"),
    FIRES("TT-11", E, NULL, .s2 = "全年办理行政许可事项5件。"),
    FIRES("TT-11", E, NULL, .s2 = "办理行政许可事项0件、行政处罚5件。"),
    NOT("TT-11", .s2 = "公开信息30条，行政处罚5件。各分局行政处罚5件。行政处罚5件信息已公示。2019年行政处罚5件。"),
    FIRES("XY-09", W, NULL, .received = 3,
          .prior = (&(const struct parts){.received = 4})),
    {"XY-09", {.s1 = "主动公开信息178条，开会3次。", .prior = (&(const struct parts){.s1 = "主动公开信息170余条，开会3次。"})},
     OUTCOME_FAIL, W, NULL, "与同年度另一版本（test.txt）有 1 个数不同：正文 178 ≠ 170余",
     "1 numbers differ from the other version of the year (test.txt): text 178 ≠ 170余", "178"},
    SILENT("XY-09", .prior = (&(const struct parts){.s1 = "做了工作。"})),
    NOT("XY-09", .received = 3, .prior = BEFORE(.received = 4)),
};

static const struct prose_case numbers_arithmetic[] = {
    /* The next count is of its own. */
    NOT("PA-01", .s2 = "政务微信发布2300条，其中原创560条；政务微博发布1465条；抖音发布120条。"),
    FIRES("PA-01", W, NULL, .s2 = "政务微信发布2300条，其中动态560条；公告1465条；视频120条。"),
    /* Of two years one after the other. */
    NOT("PA-01", .s4 = "2019年行政复议12件、行政诉讼8件，2020年分别为9件、7件。"),
    /* Those in time alone: of all that table three has settled. */
    SILENT("TT-13", .s3 = "政府信息公开申请按时办结5件，按时办结率100%。", .received = 5, .processed = 5),
    FIRES("TT-13", I, NULL, .s3 = "政府信息公开申请按时办结4件，按时办结率100%。", .received = 6, .carried_in = 1, .processed = 5),
    FIRES("TT-13", I, NULL, .s3 = "政府信息公开申请按时办结5件，按时办结率100%。", .received = 5, .carried_in = 1, .processed = 6),
    SILENT("TT-13", .s3 = "收到政府信息公开申请5件，按时办结4件，按时办结率80%。", .received = 5, .processed = 5),
    NOT("TT-13", .s3 = "到期的申请按时办结4件，按时办结率100%。新收申请按时办结4件，按时办结率100%。", .received = 6, .processed = 5),
    NOT("TT-13", .s1 = "承办建议按时办结4件，按时办结率100%。", .received = 6, .processed = 5),
    FIRES("TT-13", W, NULL, .s3 = "共答复申请11件，按时办结10件，按时办结率100%。"),
    FIRES("TT-13", W, NULL, .s3 = "共答复申请11件，按时办结10件，按时办结率91.9%。"),
    SILENT("TT-13", .s3 = "共答复申请11件，按时办结10件，按时办结率90.9%。"),
    NOT("TT-13", 0),
    SILENT("TT-13", .s3 = "收到申请12件，答复申请11件，按时答复11件，办结率91.7%。"),
    FIRES("TT-13", W, NULL, .s3 = "收到申请12件，答复申请11件，按时答复10件，按时答复率83.3%。"),
    /* alone, against table three */
    {"TT-13", {.s3 = "依申请公开办结率100%。", .received = 5, .carried_in = 1, .processed = 4, .carried_out = 2},
     OUTCOME_FAIL, W, NULL, "“办结率100%”，按表三办理结果总计与新收、上年结转应为 66.67%",
     "“办结率100%”; table three gives 66.67 % (all results over new ones and those carried in)", "办结率100%"},
    FIRES("TT-13", W, NULL, .s3 = "政府信息公开申请答复率达到98%。", .received = 5, .processed = 5),
    SILENT("TT-13", .s3 = "依申请公开办结率100%。", .received = 5, .processed = 5),
    SILENT("TT-13", .s3 = "依申请公开办结率为66.7%。", .received = 5, .carried_in = 1, .processed = 4, .carried_out = 2),
    FIRES("TT-13", I, NULL, .s3 = "依申请公开办结率100%。", .received = 4, .carried_in = 2, .processed = 5, .carried_out = 1),
    FIRES("TT-13", I, NULL, .s3 = "依申请公开办结率80%。", .received = 5, .carried_in = 1, .processed = 4, .carried_out = 2),
    FIRES("TT-13", I, NULL, .s3 = "全市依申请公开办结率100%。", .received = 5, .processed = 4, .carried_out = 1),
    FIRES("TT-13", I, NULL, .s3 = "依申请公开答复率100%。", .received = 5, .processed = 4, .carried_out = 1),
    FIRES("TT-13", W, NULL, .s3 = "依申请公开答复率98%。", .received = 5, .processed = 4, .carried_out = 1),
    NOT("TT-13", .s3 = "依申请公开办结率100%，无一超期。", .received = 5, .processed = 4, .carried_out = 1),
    NOT("TT-13", .s3 = "依申请公开按时办结率100%。", .received = 5, .processed = 4, .carried_out = 1),
    NOT("TT-13", .s3 = "依申请公开法定期限内答复率100%。", .received = 5, .processed = 4, .carried_out = 1),
    NOT("TT-13", .s3 = "人大建议办结率100%。", .received = 5, .processed = 4, .carried_out = 1),
    NOT("TT-13", .s3 = "2019年依申请公开办结率100%。", .received = 5, .processed = 4, .carried_out = 1),
    NOT("TT-13", .s3 = "依申请公开办结率100%。"),
    /* Not passed, and not wrong either, where the tables do not say. */
    OPEN("TT-13", W, NULL, .s3 = "依申请公开办结率100%。", .received = 5, .processed = 5,
         .swap = {"（七）总计\t5\t0\t0\t0\t0\t0\t5\n", ""}),
    OPEN("TT-13", W, NULL, .s3 = "依申请公开办结率100%。", .received = 5, .processed = 5,
         .swap = {"（七）总计\t5\t0\t0\t0\t0\t0\t5\n", "（七）总计\t5\t0\t0\t0\t0\t0\t\n"}),
    OPEN("TT-13", W, NULL, .s3 = "依申请公开办结率98%。", .received = 5, .processed = 5,
         .swap = {"上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n",
                  "上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t\n"}),
    SILENT("TT-13", .s3 = "依申请公开办结率100%。", .received = 5, .processed = 5,
           .swap = {"上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n",
                    "上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t\n"}),
    FIRES("TT-13", W, NULL, .s3 = "应办理申请7件，按时答复6件，答复率100%。"),
    NOT("TT-13", .s3 = "按时答复留言315件，答复率98.4%。"),
    FIRES("OWN-01", W, NULL, .s1 = "收到15件，增加5件，增长60%。", LOCAL_GROWTH),
    SILENT("OWN-01", .s1 = "收到15件，增加5件，增长50%。", LOCAL_GROWTH),
    NOT("OWN-01", .s1 = "收到15件，增长60%。", LOCAL_GROWTH),
    FIRES("PA-03", W, NULL, .s1 = "群众满意率为120%。"),
    FIRES("PA-03", W, NULL, .s1 = "群众满意率提升至120%。"),
    FIRES("PA-03", W, NULL, .s1 = "圆满完成全年目标任务，按时办结率达128%。"),
    FIRES("PA-03", W, NULL, .s1 = "2023年按期完成率为128%。"),
    FIRES("PA-03", W, NULL, .s3 = "网络申请5件，占申请总数的135%。"),
    /* What was planned, and what there was before, can be exceeded. */
    SILENT("PA-03", .s1 = "全年发布信息3218条，完成年度目标任务的160.9%。"),
    SILENT("PA-03", .s1 = "全年发布信息3218条，完成率128%。"),
    SILENT("PA-03", .s1 = "全年发布信息3218条，达年度计划的153%，超额完成。"),
    SILENT("PA-03", .s1 = "全年发布信息3218条，完成全年公开任务153%。"),
    SILENT("PA-03", .s1 = "全年发布信息3218条，是上年的153.2%。"),
    SILENT("PA-03", .s1 = "全年发布信息3218条，达到去年2100条的153.2%。"),
    SILENT("PA-03", .s1 = "全年发布信息3218条，约为全省平均水平的210%。"),
    SILENT("PA-03", .s1 = "信息发布量较上年提升了153.2%，阅读量上涨120%，涨幅102%，比去年多了150%。"),
    /* Of the cases of table four, whose number the sentence leaves out. */
    SILENT("PA-03", .s4 = "行政复议维持5件，占55.6%；纠正1件，占11.1%。", .review = 9),
    FIRES("PA-03", W, NULL, .s3 = "共收到申请20件，网络申请5件，占总数的35%。"),
    SILENT("PA-03", .s3 = "共收到申请20件，网络申请5件，占总数的25%，比上年增长120%。"),
    NOT("PA-03", 0),
    FIRES("PA-03", W, NULL, .s3 = "办结申请1453件。从申请人看如下。从渠道看如下。从办理结果看，予以公开961件，占办结总数的61.64%；"
                                  "部分公开64件，占4.40%；不予公开428件，占29.46%。"),
    /* Growth, with what it grew by or from beside it. */
    SILENT("PA-03", .s1 = "公开信息450条，比上年增加50条，增长12.5%。"),
    SILENT("PA-03", .s1 = "公开信息350条，比上年减少50条，同比下降12.5%。"),
    FIRES("PA-03", W, NULL, .s1 = "公开信息450条，比上年增加50条，增长11.5%。"),
    SILENT("PA-03", .s1 = "公开信息12300条，较2019年的11000条增长11.8%。"),
    SILENT("PA-03", .s1 = "公开信息76条，比2019年的61条增加15条，增长24.6%。"),
    FIRES("PA-03", W, NULL, .s1 = "公开信息12300条，较2019年的11000条增长18.8%。"),
    SILENT("PA-03", .s1 = "公开信息1.2万条，比上年增加2300条，增长23.7%。"),
    SILENT("PA-03", .s1 = "公开信息450条，比上年增加50条，阅读量增长30%。"),
    /* Last year's number stands beside this year's: it is the base, not what grew. */
    SILENT("PA-03", .s1 = "公开信息8210条，与2019年7120条相比增加1090条，增长15.31%。"),
    FIRES("PA-03", W, NULL, .s1 = "公开信息8210条，与2019年7120条相比增加1090条，增长18.08%。"),
    SILENT("PA-03", .s1 = "公开信息8210条，去年同期7120条，同比增加1090条，增长15.31%。"),
    FIRES("PA-03", W, NULL, .s1 = "公开信息8210条，去年同期7120条，同比增加1090条，增长25.31%。"),
    SILENT("PA-03", .s1 = "公开信息8210条（上年7120条），增长15.31%。"),
    SILENT("PA-03", .s1 = "2020年公开8210条，2019年公开7120条，同比增长15.31%。"),
    FIRES("PA-03", W, NULL, .s1 = "2020年公开8210条，2019年公开7120条，同比增长25.31%。"),
    SILENT("PA-03", .s1 = "2019年公开7120条，2020年公开8210条，增加1090条，增长15.31%。"),
    FIRES("PA-03", W, NULL, .s1 = "2019年公开7120条，2020年公开8210条，增加1090条，增长25.31%。"),
    SILENT("PA-03", .s1 = "2019年投诉10件，2020年8件，下降20%。2020年投诉8件，2019年10件，下降20%。"),
    FIRES("PA-03", W, NULL, .s1 = "2020年投诉8件，2019年10件，下降30%。"),
    /* A share with its whole beside it. */
    SILENT("PA-03", .s1 = "发布微博1890条，占总数12345条的15.3%。"),
    FIRES("PA-03", W, NULL, .s1 = "发布微博1890条，占总数12345条的25.3%。"),
    SILENT("PA-03", .s1 = "完成投资236亿元，占年度计划230亿元的102.6%。"),
    SILENT("PA-03", .s1 = "抽查网站栏目120个，合格114个，合格率95%。发放问卷1200份，回收1100份，回收率91.7%，满意率96%。"),
    FIRES("PA-03", W, NULL, .s1 = "抽查网站栏目120个，合格114个，合格率98%。"),
    SILENT("PA-03", .s1 = "抽查网站栏目120个，合格114个，整改6个，合格率100%。"),
    /* Of what there was before, which is less after a rise and more after a fall. */
    {"PA-03", {.s1 = "收到信件1458件，比上年增加258件，增长12.5%。"}, OUTCOME_FAIL, W, NULL,
     "“1458件，比上年增加258件，增长12.5%”，按件数应为 21.5%",
     "“1458件，比上年增加258件，增长12.5%”; the counts give 21.5 %", "1458件，比上年增加258件，增长12.5%"},
    SILENT("PA-03", .s1 = "收到信件1458件，比上年增加258件，增长21.5%。"),
    FIRES("PA-03", W, NULL, .s1 = "收到信件1458件，比上年增加258件，增长15.03%。"),
    SILENT("PA-03", .s1 = "收到信件1458件，比上年减少258件，下降15.03%。"),
    FIRES("PA-03", W, NULL, .s1 = "收到信件1458件，比上年减少258件，下降21.5%。"),
    SILENT("PA-03", .s1 = "收到信件350条，较2019年的400条减少12.5%。"),
    FIRES("PA-03", W, NULL, .s1 = "收到信件350条，较2019年的400条增长12.5%。"),
    SILENT("PA-03", .s1 = "信件由1200件增至1458件，增幅21.5%。"),
    FIRES("PA-03", W, NULL, .s1 = "信件由1200件增至1458件，增幅31.5%。"),
    SILENT("PA-03", .s1 = "信件从1458件降至1200件，下降17.7%。"),
    FIRES("PA-03", W, NULL, .s1 = "信件从1458件降至1200件，下降21.5%。"),
    /* A time limit between a count and its share. */
    FIRES("PA-03", W, NULL, .s3 = "1453件中，有1386件在20个工作日内办结，占98.4%，67件经批准延期，占4.6%。"),
    SILENT("PA-03", .s3 = "1453件中，有1386件在20个工作日内办结，占95.4%，67件经批准延期，占4.6%。"),
    {"PA-03", {.s3 = "收到申请50件。其中，予以公开24件，占48%；不予公开15件，占20%；其他处理11件，占22%。"}, OUTCOME_FAIL, W, NULL,
     "“不予公开15件，占20%”，按件数应为 30%", "“不予公开15件，占20%”; the counts give 30 %", "不予公开15件，占20%"},
    /* Shares in a list, of a whole that the sentence before states. */
    SILENT("PA-03", .s3 = "收到申请50件。其中，予以公开24件，占48%；不予公开15件，占30%；其他处理11件，占22%。"),
    FIRES("PA-03", W, NULL, .s3 = "收到申请50件。其中，予以公开24件，占48%；不予公开15件，占20%；其他处理11件，占22%。"),
    SILENT("PA-03", .s3 = "办结申请77件，予以公开41件（53.2%）、部分公开36件（46.8%）。"),
    FIRES("PA-03", W, NULL, .s3 = "办结申请77件，予以公开41件（52.3%）、部分公开36件（46.8%）。"),
    SILENT("PA-03", .s3 = "办结申请77件，予以公开41件（增长52.3%）、部分公开36件（增长46.8%）。"),
    SILENT("PA-03", .s1 = "网站发布90条，占60%；微信发布60条，占40%；微博发布7条，占新媒体10.4%。"),
    FIRES("PA-03", W, NULL, .s1 = "网站发布90条，占60%；微信发布50条，占40%；微博发布10条，占6.67%。"),
    SILENT("PA-03", .s1 = "全年公开信息1453条，其中网站966条，占66.48%；微信487条，占33.52%。"),
    /* One share: of what its sentence begins with, of the sentence before, of the tables. */
    FIRES("PA-03", W, NULL, .s3 = "收到申请415件，其中自然人申请124件，占比35.1%。"),
    SILENT("PA-03", .s3 = "收到申请415件，其中自然人申请124件，占比29.9%。"),
    FIRES("PA-03", W, NULL, .s3 = "收到申请415件，其中自然人326件，占70.1%；法人89件，占29.9%。"),
    FIRES("PA-03", W, NULL, .s1 = "全年公开信息300条。其中图解45条，占25%。"),
    SILENT("PA-03", .s1 = "全年公开信息300条。其中图解45条，占15%。"),
    SILENT("PA-03", .s1 = "全年公开信息300条。较好。图解45条，占25%。"),
    {"PA-03", {.s3 = "其中予以公开171件，占50.4%。", .received = 415, .processed = 413}, OUTCOME_FAIL, W, NULL,
     "“其中予以公开171件，占50.4%”，按件数应为 41.4%", NULL, NULL},
    SILENT("PA-03", .s3 = "其中予以公开171件，占41.4%。", .received = 415, .processed = 413),
    SILENT("PA-03", .s3 = "其中予以公开171件，占41.2%。", .received = 415, .processed = 413),
    OPEN("PA-03", W, NULL, .s3 = "网络申请124件，占申请总数的35.1%。", .received = 415, .processed = 413),
    SILENT("PA-03", .s1 = "公开栏100条、网站200条，其中政策文件60条，占20%。"),
    SILENT("PA-03", .s1 = "答复申请413件，其中按时答复410件，占99.3%。"),
    SILENT("PA-03", .s1 = "全年公开信息300条，完成年度任务的110%。"),
    /* A share beside a share is no count of it. */
    SILENT("PA-03", .s1 = "满意率为98.5%，其中非常满意占60%、满意占38.5%。"),
    FIRES("PA-04", W, NULL, .s3 = "共收到政府信息公开申请6件，比上年增长60%。", .received = 6,
          .prior = BEFORE(.received = 4)),
    /* The other way round: what is due is a rise, and no fall of -50 %. */
    {"PA-04",
     {.s3 = "共收到政府信息公开申请6件，同比下降50%。", .received = 6,
      .prior = BEFORE(.received = 4)},
     OUTCOME_FAIL, W, NULL, "“收到政府信息公开申请6件，同比下降50%”，按上年表格应为增长 50%",
     "“收到政府信息公开申请6件，同比下降50%”; last year's table gives a rise of 50 %", NULL},
    {"PA-04",
     {.s3 = "共收到政府信息公开申请3件，同比增长25%。", .received = 3,
      .prior = BEFORE(.received = 4)},
     OUTCOME_FAIL, W, NULL, "“收到政府信息公开申请3件，同比增长25%”，按上年表格应为下降 25%",
     "“收到政府信息公开申请3件，同比增长25%”; last year's table gives a fall of 25 %", NULL},
    SILENT("PA-04", .s3 = "共收到政府信息公开申请6件，比上年增长50%。", .received = 6,
           .prior = BEFORE(.received = 4)),
    SILENT("PA-04", .s3 = "共收到政府信息公开申请3件，同比下降25%。", .received = 3,
           .prior = BEFORE(.received = 4)),
    FIRES("PA-04", W, NULL, .s3 = "共收到政府信息公开申请6件，同比增幅150%。", .received = 6,
          .prior = BEFORE(.received = 4)),
    SILENT("PA-04", .s3 = "共收到政府信息公开申请6件，同比增幅为50%。", .received = 6,
           .prior = BEFORE(.received = 4)),
    SILENT("PA-04", .s3 = "共收到政府信息公开申请3件，同比降幅25%。", .received = 3,
           .prior = BEFORE(.received = 4)),
    SILENT("PA-04", .s3 = "共收到政府信息公开申请3件，同比增长-25%。", .received = 3, .prior = BEFORE(.received = 4)),
    SILENT("PA-04", .s3 = "共收到政府信息公开申请3件，同比增幅为负25%。", .received = 3, .prior = BEFORE(.received = 4)),
    FIRES("PA-04", W, NULL, .s3 = "共收到政府信息公开申请3件，同比增长-35%。", .received = 3, .prior = BEFORE(.received = 4)),
    FIRES("PA-04", W, NULL, .s3 = "共收到政府信息公开申请3件，同比增长25%。", .received = 3, .prior = BEFORE(.received = 4)),
    NOT("PA-04", .s3 = "共收到政府信息公开申请6件，比上年增长60%。"),
    /* of what else the tables count */
    FIRES("PA-04", W, NULL, .s3 = "办结申请6件，同比增长60%。", .received = 6, .processed = 6,
          .prior = BEFORE(.received = 4, .processed = 4)),
    SILENT("PA-04", .s3 = "办结6件，同比增长50%。", .received = 6, .processed = 6,
           .prior = BEFORE(.received = 4, .processed = 4)),
    NOT("PA-04", .s3 = "办结工单90件，同比增长60%。", .received = 6, .processed = 6,
        .prior = BEFORE(.received = 4, .processed = 4)),
    NOT("PA-04", .s3 = "受理许可申请90件，同比增长60%。", .received = 6, .prior = BEFORE(.received = 4)),
    FIRES("PA-04", W, NULL, .s4 = "行政复议3件，比上年增长50%。", .review = 3,
          .prior = BEFORE(.review = 1)),
    SILENT("PA-04", .s4 = "行政复议3件，比上年增长200%。", .review = 3, .prior = BEFORE(.review = 1)),
    FIRES("PA-04", W, NULL, .s4 = "行政诉讼3件，比上年下降30%。", .direct = 1, .after = 2,
          .prior = BEFORE(.direct = 2, .after = 2)),
    SILENT("PA-04", .s4 = "行政诉讼3件，比上年下降25%。", .direct = 1, .after = 2,
           .prior = BEFORE(.direct = 2, .after = 2)),
    NOT("PA-04", .s4 = "行政复议3件，比上年增长50%。", .review = 3, .prior = BEFORE(.review = 0)),
    /* each of two */
    FIRES("PA-04", W, NULL, .s3 = "收到申请6件，办结5件，同比分别增长50%、20%。", .received = 6, .processed = 5,
          .prior = BEFORE(.received = 4, .processed = 4)),
    SILENT("PA-04", .s3 = "收到申请6件、办结5件，分别比上年增长50%和25%。", .received = 6, .processed = 5,
           .prior = BEFORE(.received = 4, .processed = 4)),
    SILENT("PA-04", .s3 = "收到申请6件、办结3件，同比分别增长50%、下降25%。", .received = 6, .processed = 3,
           .prior = BEFORE(.received = 4, .processed = 4)),
    FIRES("PA-04", W, NULL, .s3 = "收到申请6件、办结3件，同比分别增长50%、增长25%。", .received = 6, .processed = 3,
          .prior = BEFORE(.received = 4, .processed = 4)),
    FIRES("PA-04", W, NULL, .s4 = "行政复议3件、行政诉讼1件，同比分别增长200%、60%。", .review = 3, .direct = 1,
          .prior = BEFORE(.review = 1, .direct = 2)),
    /* from which year */
    FIRES("PA-04", W, NULL, .s3 = "共收到政府信息公开申请6件，比2019年增长60%。", .received = 6,
          .prior = BEFORE(.received = 4)),
    {"PA-04", {.s3 = "共收到政府信息公开申请6件，比2018年增长60%。", .received = 6, .prior = BEFORE(.received = 4)},
     OUTCOME_UNDECIDED, W, NULL,
     "“收到政府信息公开申请6件，比2018年增长60%”是与 2018 年相比，手头没有该年的报告，不能核对",
     "“收到政府信息公开申请6件，比2018年增长60%” compares with 2018, whose report is not at hand: not judged", NULL},
    NOT("PA-04", .s3 = "2019年收到政府信息公开申请6件，比上年增长60%。", .received = 6,
        .prior = BEFORE(.received = 4)),
    /* of persons and of table two */
    FIRES("PA-04", W, NULL, .s3 = "自然人申请6件，同比增长60%。", .received = 6, .prior = BEFORE(.received = 4)),
    SILENT("PA-04", .s3 = "自然人申请6件，同比增长50%。", .received = 6, .prior = BEFORE(.received = 4)),
    FIRES("PA-04", W, NULL, .s1 = "办结行政许可1234件，同比增长22.2%。", .swap = {"行政许可\t0\t0\t0", "行政许可\t0\t0\t1234"},
          .prior = BEFORE(.swap = {"行政许可\t0\t0\t0", "行政许可\t0\t0\t1100"})),
    SILENT("PA-04", .s1 = "办结行政许可1234件，同比增长12.2%。", .swap = {"行政许可\t0\t0\t0", "行政许可\t0\t0\t1234"},
           .prior = BEFORE(.swap = {"行政许可\t0\t0\t0", "行政许可\t0\t0\t1100"})),
    FIRES("PA-04", W, NULL, .edition = 2021, .s1 = "收取行政事业性收费856.32万元，同比增长4.9%。",
          .swap = {"行政事业性收费\t0", "行政事业性收费\t856.32"},
          .prior = BEFORE(.edition = 2021, .swap = {"行政事业性收费\t0", "行政事业性收费\t900"})),
    SILENT("PA-04", .edition = 2021, .s1 = "收取行政事业性收费856.32万元，同比下降4.9%。",
           .swap = {"行政事业性收费\t0", "行政事业性收费\t856.32"},
           .prior = BEFORE(.edition = 2021, .swap = {"行政事业性收费\t0", "行政事业性收费\t900"})),
    /* of what only the prose counts: 安丘 2021 */
    SILENT("PA-04", .s1 = "共主动公开政府信息15882条，同比增长53.35%，其中门户网站7489条，同比增长16.07%，政务微信7469条，同比增长128.55%。",
           .prior = BEFORE(.s1 = "2019年共主动公开政府信息10357条，其中门户网站6452条，政务微信3268条。")),
    FIRES("PA-04", W, "5.named", .s1 = "共主动公开政府信息15882条，同比增长63.35%，其中门户网站7489条，同比增长16.07%。",
          .prior = BEFORE(.s1 = "2019年共主动公开政府信息10357条，其中门户网站6452条，政务微信3268条。")),
    FIRES("PA-04", W, "5.named.2", .s1 = "共主动公开政府信息15882条，同比增长53.35%，其中门户网站7489条，同比增长26.07%。",
          .prior = BEFORE(.s1 = "2019年共主动公开政府信息10357条，其中门户网站6452条，政务微信3268条。")),
    /* Two numbers under one name, or of another year, or none: nothing is said. */
    NOT("PA-04", .s1 = "其中门户网站7489条，同比增长26.07%。",
        .prior = BEFORE(.s1 = "公开信息，其中门户网站6452条。公开解读，其中门户网站60条。")),
    NOT("PA-04", .s1 = "公开解读，其中门户网站7489条，同比增长26.07%。公开信息，其中门户网站20条。",
        .prior = BEFORE(.s1 = "公开信息，其中门户网站6452条。")),
    NOT("PA-04", .s1 = "其中门户网站7489条，同比增长26.07%。", .prior = BEFORE(.s1 = "2018年门户网站6452条。")),
    NOT("PA-04", .s1 = "其中门户网站7489条，同比增长26.07%。", .prior = BEFORE(.s1 = "门户网站6452余条。")),
    NOT("PA-04", .s1 = "区政府门户网站7489条，同比增长26.07%。", .prior = BEFORE(.s1 = "门户网站6452条。")),
    NOT("PA-04", .s1 = "其中门户网站7489条，同比增长26.07%。", .prior = BEFORE(.s1 = "门户网站6452篇。")),
    NOT("PA-04", .s1 = "累计公开信息7489条，同比增长26.07%。", .prior = BEFORE(.s1 = "公开信息6452条。")),
    FIRES("PA-05", I, NULL, .s1 = "主要做了以下三方面工作：一是学习，二是培训。"),
    SILENT("PA-05", .s1 = "主要做了以下两方面工作：一是学习，二是培训。"),
    SILENT("PA-05", .s1 = "主要做了以下三方面工作：一是学习，二是培训，三是公开。\n"
                          "还做了以下两方面工作：一是宣传，二是检查。"),
    FIRES("PA-05", I, NULL, .s1 = "主要做了以下三方面工作：一是学习，二是培训。\n"
                                  "还做了以下两方面工作：一是宣传，二是检查。"),
    FIRES("PA-05", I, NULL, .s1 = "有以下两点问题：一是不够；二是不深；三是不广。"),
    SILENT("PA-05", .s1 = "有以下两点问题：一是不够；二是不深。"),
    FIRES("PA-05", I, NULL, .s1 = "抓好以下4项工作：（1）抓培训；（2）抓平台；（3）抓考核。"),
    SILENT("PA-05", .s1 = "抓好以下3项工作：（1）抓培训；（2）抓平台；（3）抓考核。"),
    SILENT("PA-05", .s1 = "抓好以下三项工作：（一）抓培训；（二）抓平台；（三）抓考核。\n（二）依申请公开。"),
    FIRES("PA-05", I, NULL, .s1 = "抓好以下三项工作：1.抓培训；2.抓平台；3.抓考核；4.抓宣传。"),
    SILENT("PA-05", .s1 = "做好以下2项工作：一是抓培训，做到以下三点：（1）甲；（2）乙；（3）丙；二是抓平台。"),
    NOT("PA-05", .s1 = "主要做了以下三方面工作。"),
    NOT("PA-05", 0),
};

#define FEE(amount) .edition = 2021, .swap = {"行政事业性收费\t0", "行政事业性收费\t" amount}

#define BUY(amount) .swap = {"政府集中采购\t0\t0", "政府集中采购\t3\t" amount}

#define BUY_HEADED(amount)                                                                         \
    .swap = {"采购总金额", "采购总金额（单位：万元）", "政府集中采购\t0\t0",                     \
             "政府集中采购\t3\t" amount}

static const struct prose_case numbers_money[] = {
    NOT("TT-12", .edition = 2021, .s2 = "全年免收行政事业性收费36.5万元。"),
    FIRES("TT-12", E, NULL, .s2 = "全年行政事业性收费26.1万元。", FEE("25.1")),
    {"TT-12", {.s2 = "全年行政事业性收费251000元。", FEE("251000")}, OUTCOME_FAIL, E, NULL,
     "正文“行政事业性收费251000元”，表二 行政事业性收费 本年收费金额（单位：万元） 为 251000 "
     "万元；数字相同而单位不同，疑表中单位有误",
     "the text says “行政事业性收费251000元”, Table 2 行政事业性收费 本年收费金额（单位：万元） "
     "has 251000 万元: the same number in another unit, probably a slip of the unit in the table",
     "行政事业性收费251000元"},
    FIRES("TT-12", W, NULL, .s2 = "全年行政事业性收费0.3万元。", FEE("0")),
    FIRES("TT-12", W, NULL, .s2 = "全年行政事业性收费近30万元。", FEE("25.1")),
    FIRES("TT-12", W, NULL, .s2 = "全县行政事业性收费30万元。", FEE("25.1")),
    FIRES("TT-12", E, NULL, .s2 = "政府集中采购金额13万元。", BUY("11.5")),
    FIRES("TT-12", E, NULL, .s2 = "政府集中采购3项，金额125000元。", BUY_HEADED("12.4")),
    SILENT("TT-12", .s2 = "政府集中采购3项，金额125000元。", BUY_HEADED("12.5")),
    SILENT("TT-12", .s2 = "全年行政事业性收费251000元。", FEE("25.1")),
    SILENT("TT-12", .s2 = "全年行政事业性收费25万元。", FEE("25.1")),
    SILENT("TT-12", .s2 = "全年行政事业性收费近26万元。", FEE("25.1")),
    SILENT("TT-12", .s2 = "政府集中采购金额11.5万元。", BUY("115000")),
    OPEN("TT-12", E, NULL, .s2 = "全年行政事业性收费25万元。", FEE("")),
    OPEN("TT-12", E, NULL, .s2 = "政府集中采购金额12万元。", .no_t2 = true),
    NOT("TT-12", .s2 = "减免行政事业性收费25万元。", FEE("1")),
    NOT("TT-12", .s6 = "收取信息处理费30元。", FEE("1")),
    NOT("TT-12", .s2 = "全年行政事业性收费25万元。"), /* the form has no such amount */
    FIRES("TT-14", I, NULL, .s6 = "收取信息处理费300元。", FEE("0")),
    FIRES("TT-14", I, NULL, .s6 = "收取信息处理费300元。", FEE("0.02")),
    FIRES("TT-14", I, NULL, .s6 = "收取信息处理费305元。", FEE("12")),
    SILENT("TT-14", .s6 = "收取信息处理费300元。", FEE("0.03")),
    SILENT("TT-14", .s6 = "收取信息处理费30元。", FEE("0.00")),
    SILENT("TT-14", .s6 = "收取信息处理费0元。", FEE("0")),
    OPEN("TT-14", I, NULL, .s6 = "收取信息处理费300元。", FEE("")),
    OPEN("TT-14", I, NULL, .s6 = "收取信息处理费300元。", .edition = 2021,
         .title = "青山县白水镇人民政府2021年政府信息公开工作年度报告", .no_t2 = true),
    NOT("TT-14", .s6 = "收取信息处理费300元。"),
    NOT("TT-14", .s6 = "信息处理费收费标准为每件100元。", FEE("0")),
    NOT("TT-14", 0),
};

static const struct prose_case numbers_one_indicator[] = {
    {"TT-15",
     {.s1 = "（一）主动公开。通过政府网站公开信息20条。\n（四）平台建设。政府网站共发布信息16条。"},
     OUTCOME_FAIL, W, "site", "同一指标前后写了不同的数：20、16",
     "one indicator is stated with different numbers: 20, 16", "政府网站公开信息20条"},
    FIRES("TT-15", W, "received", .s1 = "全年收到政府信息公开申请5件。", .received = 4,
          .s3 = "本年共收到政府信息公开申请4件，其中网络申请2件。"),
    FIRES("TT-15", W, "wechat", .s1 = "微信公众号推送信息120条。加强管理，微信公众号发布各类信息102条。"),
    FIRES("TT-15", W, "published", .s1 = "共主动公开政府信息80条。", .s2 = "2020年度主动公开信息68条。"),
    SILENT("TT-15", .s1 = "政府网站公开信息20条。", .s2 = "通过政府网站发布信息20条。"),
    SILENT("TT-15", .s1 = "收到政府信息公开申请5件。", .received = 4, .carried_in = 1,
           .s3 = "本年新收到政府信息公开申请4件。"),
    FIRES("TT-15", W, "training", .s1 = "组织培训4次。做好保障。全年共组织培训3次。"),
    FIRES("TT-15", W, "press", .s1 = "召开新闻发布会4场。做好解读。全年举办新闻发布会5场。"),
    SILENT("TT-15", .s1 = "组织培训3次。做好保障。全年共组织培训3次。"),
    NOT("TT-15", .s1 = "组织培训4次。组织政务公开培训3次。计划组织培训6次。2021年组织培训8次。"),
    NOT("TT-15", .s1 = "组织培训4次。县政府办组织培训3次。上半年组织培训2次。"),
    NOT("TT-15", .s1 = "召开新闻发布会4场。县政府召开新闻发布会9场。"),
    /* Another's account, or the site of all with what is the organ's own of it. */
    NOT("TT-15", .s1 = "微信公众号发布信息912条。“清河教育”微信公众号发布信息326条。县教育局微信公众号发布信息18条。"),
    NOT("TT-15", .s1 = "微博发布信息12条。各部门微博发布信息326条。"),
    FIRES("TT-15", W, "wechat", .s1 = "微信公众号发布信息912条。做好保障。我局微信公众号发布信息326条。"),
    NOT("TT-15", .s1 = "政府网站发布信息2103条。县政府门户网站共发布信息28463条，其中本机关发布2103条。"),
    NOT("TT-15", .s1 = "政府网站发布信息2103条。门户网站共发布信息28463条，其中我局发布2103条。"),
    FIRES("TT-15", W, "site", .s1 = "政府门户网站发布信息2103条。门户网站共发布信息2013条，其中图解21条。"),
    NOT("TT-15", .s1 = "政府网站公开信息20条。"),
    NOT("TT-15", .s1 = "门户网站公开信息820条。县住建局门户网站公开信息82条。"),
    FIRES("TT-15", W, "site", .s1 = "门户网站公开信息820条。做好保障。我局门户网站公开信息82条。"),
    /* The whole district's, the organ's, and explanations. */
    FIRES("TT-15", W, "area", .s1 = "全县共主动公开信息3212条。", .s2 = "2020年，我县主动公开各类信息3221条，其中网站2100条。"),
    SILENT("TT-15", .s1 = "全县共主动公开信息3212条。", .s2 = "2020年，我县主动公开各类信息3212条。"),
    NOT("TT-15", .s1 = "全县共主动公开信息3212条。镇政府主动公开信息320条。共主动公开信息320条。"),
    FIRES("TT-15", W, "opened", .s1 = "全年公开政府信息3212条。", .s2 = "2020年，公开政府信息3221条。"),
    NOT("TT-15", .s1 = "全年公开政府信息3212条。财政领域公开好。公开政府信息321条。通过网站公开政府信息31条。"),
    FIRES("TT-15", W, "explained", .s1 = "发布政策解读36篇。", .s2 = "发布政策解读38篇。"),
    NOT("TT-15", .s1 = "发布政策解读36篇。通过网站发布政策解读30篇。转载上级政策解读38篇。发布政策解读视频3篇。"),
    NOT("TT-15", .s1 = "政府网站公开信息20条，县政府网站公开信息16条。微信公众号发布信息3条。"),
    NOT("TT-15", .s1 = "政府网站公开信息20条。政府网站公开信息近30条。"),
    NOT("TT-15", .s1 = "上半年政府网站公开信息12条。全年政府网站公开信息20条。"),
    NOT("TT-15", .s1 = "政府网站公开信息20条。其中政府网站公开信息16条。"),
    NOT("TT-15", 0),
};

#define LOCAL_TABLE(whole, site, paper, topics, press, articles)                                   \
    .swap = {"三、收到和处理",                                                                     \
             "三、公开平台建设和信息发布情况\n统计指标\t单位\t统计数\n"                           \
             "（一）主动公开政府信息数\t条\t" whole                                               \
             "\n（二）通过不同渠道和方式公开政府信息的情况\t——\t\n"                               \
             "1.政府公报公开政府信息数\t条\t" paper "\n2.政府网站公开政府信息数\t条\t" site        \
             "\n（三）回应公众关注热点或重大舆情数\t次\t" topics                                  \
             "\n（四）通过不同渠道和方式回应解读的情况\t——\t\n"                                   \
             "1.参加或举办新闻发布会总次数\t次\t" press "\n其中：主要负责同志参加\t次\t0\n"       \
             "2.政策解读稿件发布数\t篇\t" articles "\n\n三、收到和处理"}
#define LOCAL(whole, site, paper) LOCAL_TABLE(whole, site, paper, "0", "0", "0")
#define ANSWERED(topics, press, articles) LOCAL_TABLE("23", "20", "5", topics, press, articles)

static const struct prose_case numbers_local_tables[] = {
    FIRES("PA-06", W, "published", LOCAL("30", "20", "5")),
    FIRES("PA-06", W, "published", LOCAL("19", "20", "5")),
    FIRES("PA-06", I, "published", LOCAL("25", "20", "5")),
    SILENT("PA-06", LOCAL("23", "20", "5")),
    SILENT("PA-06", LOCAL("0", "0", "0")),
    SILENT("PA-06", LOCAL("20", "20", "0")),
    NOT("PA-06", 0),
    /* as numbers are printed */
    FIRES("PA-06", W, "published", LOCAL("1,930", "1,420", "５０９条")),
    SILENT("PA-06", LOCAL("1,420", "1,420条", "509")),
    /* a way without a number may hold the rest, but makes no whole greater than it is */
    {"PA-06", {LOCAL("30", "20", "")}, OUTCOME_UNDECIDED, W, "published",
     "附加表总数 30，各方式 ？ + 20：没有数的方式可能补足余数，不能断定",
     "a local table: the whole is 30, the ways ？ + 20: one without a number may hold the rest", "30"},
    OPEN("PA-06", W, "published", LOCAL("30", "20", "——")),
    OPEN("PA-06", W, "published", LOCAL("30", "20", "约5")),
    FIRES("PA-06", W, "published", LOCAL("19", "20", "")),
    SILENT("PA-06", LOCAL("20", "20", "/")),
    OPEN("PA-06", W, "published", LOCAL("", "20", "5")),
    OPEN("PA-06", W, "published", LOCAL("——", "20", "5")),
    /* What was answered is not what was explained: a way may well have more. */
    SILENT("PA-06", ANSWERED("3", "1", "35")),
    FIRES("PA-06", W, "responses", ANSWERED("68", "7", "35")),
    FIRES("PA-06", I, "responses", ANSWERED("42", "7", "35")),
    OPEN("PA-06", W, "responses", ANSWERED("68", "7", "")),
    SILENT("PA-06", ANSWERED("0", "0", "35")),
};

#define NUMBERS_CASES    \
    PROSE_LIST(numbers_text_and_table), \
    PROSE_LIST(numbers_arithmetic), \
    PROSE_LIST(numbers_money), \
    PROSE_LIST(numbers_one_indicator), \
    PROSE_LIST(numbers_local_tables)

#undef FEE
#undef BUY
#undef BUY_HEADED
#undef LOCAL

#endif
