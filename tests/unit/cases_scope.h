/* True sentences whose words restrict what they say, each beside one of nearly the
 * same words that says the whole and has to be held against the table. */
#ifndef GOUJI_TESTS_CASES_SCOPE_H
#define GOUJI_TESTS_CASES_SCOPE_H

#include "catalogue_cases.h"

#define SCOPE_UNABLE(n)                                                                            \
    .swap = {"1.本机关不掌握相关政府信息\t0\t0\t0\t0\t0\t0\t0",                               \
             "1.本机关不掌握相关政府信息\t" n "\t0\t0\t0\t0\t0\t" n}

static const struct prose_case scope_denials[] = {
    /* 未经复议 is the name of a column: it denies the review, not the suit. */
    NOT("TT-09", .s4 = "行政诉讼3件。未经复议直接提起行政诉讼1件，复议后提起行政诉讼2件。", .direct = 1, .after = 2),
    NOT("TT-09", .s4 = "行政诉讼3件（未经复议直接提起诉讼1件，复议后提起诉讼2件）。", .direct = 1, .after = 2),
    NOT("TT-09", .s4 = "因无法提供引发的行政诉讼2件。", .direct = 2),
    FIRES("TT-09", E, NULL, .s4 = "未被提起行政诉讼。", .direct = 1),
    FIRES("TT-09", E, NULL, .s4 = "未发生未经复议直接起诉的案件。", .direct = 1),
    SILENT("TT-09", .s4 = "未发生未经复议直接起诉的案件。", .after = 1),
    /* Of suits and reviews some only. */
    NOT("TT-09", .s4 = "除上述案件外，未发生其他行政复议、行政诉讼。", .review = 2, .direct = 1),
    NOT("TT-09", .s4 = "无其他行政复议、行政诉讼案件。", .review = 2, .direct = 1),
    NOT("TT-09", .s4 = "未发生新的行政复议。", .review = 2),
    NOT("TT-09", .s4 = "未发生因信息公开引发的国家赔偿诉讼。", .direct = 1),
    NOT("TT-09", .s4 = "没有发生群体性诉讼。未发生集体诉讼。", .direct = 1),
    NOT("TT-09", .s4 = "无因未答复引发的行政诉讼。", .direct = 1),
    FIRES("TT-09", E, NULL, .s4 = "未发生公民、法人或其他组织提起的行政复议。", .review = 2),
    FIRES("TT-09", E, NULL, .s4 = "未发生因信息公开引发的行政诉讼。", .direct = 1),
    FIRES("TT-09", E, NULL, .s4 = "无因答复引发的行政诉讼。", .direct = 1),
    FIRES("TT-09", E, NULL, .s4 = "未发生行政赔偿、群体性上访、行政复议和行政诉讼。", .review = 2),
    FIRES("TT-09", E, NULL, .s4 = "没有依申请公开引发的行政复议和国家赔偿诉讼。", .review = 2),
    SILENT("TT-09", .s4 = "未发生复议后起诉的行政诉讼。", .review = 2, .direct = 1),
    FIRES("TT-09", E, NULL, .s4 = "未发生复议后起诉的行政诉讼。", .after = 1),
    /* What the cases led to is denied, or where some would have come from: not the cases. */
    NOT("TT-09", .s4 = "未出现行政复议、行政诉讼逾期答复的现象。", .review = 2),
    NOT("TT-09", .s4 = "全年无行政复议、行政诉讼超期答辩情况。", .review = 2),
    NOT("TT-09", .s4 = "无因信息公开行政复议、诉讼被追责情形。", .review = 2),
    NOT("TT-09", .s4 = "未因主动公开引发行政复议、行政诉讼。", .review = 2),
    NOT("TT-09", .s4 = "未发生因政府信息公开工作失误引起的行政复议、行政诉讼。", .review = 2),
    FIRES("TT-09", E, NULL, .s4 = "未因主动公开、依申请公开引发行政复议、行政诉讼。", .review = 2),
    FIRES("TT-09", E, NULL, .s4 = "全年无行政复议、行政诉讼及责任追究情况。", .review = 2),
    FIRES("TT-09", E, NULL, .s4 = "全年无行政复议、行政诉讼，无被追责情形。", .review = 2),
    NOT("TT-09", .s4 = "以县政府为被告的行政诉讼案件1件，均已审结。", .direct = 3),
    /* Of offices, months and ways to apply some only. */
    NOT("TT-09", .s3 = "有5个街道全年未收到政府信息公开申请。", .received = 2),
    NOT("TT-09", .s3 = "12个镇街中，5个未收到政府信息公开申请。", .received = 2),
    NOT("TT-09", .s3 = "部分部门未收到政府信息公开申请。", .received = 2),
    NOT("TT-09", .s3 = "一月未收到申请。", .received = 2),
    NOT("TT-09", .s3 = "未收到邮寄政府信息公开申请。未收到境外人员提出的申请。没有收到逾期申请。", .received = 2),
    NOT("TT-09", .s3 = "未收到通过信箱提交的申请。", .received = 2),
    FIRES("TT-09", E, NULL, .s3 = "我镇12个月未收到政府信息公开申请。", .received = 2),
    /* That nobody applied, and that there was nothing to do about it. */
    FIRES("TT-09", E, NULL, .s3 = "全年没有公民、法人或其他组织提出政府信息公开申请。", .received = 2),
    SILENT("TT-09", .s3 = "全年没有公民、法人或其他组织提出政府信息公开申请。"),
    FIRES("TT-09", E, NULL, .s3 = "没有公民、法人和其他组织申请公开政府信息。", .received = 2),
    FIRES("TT-09", E, NULL, .s3 = "本年度无依申请公开事项。", .received = 2),
    FIRES("TT-09", E, NULL, .s3 = "无政府信息公开申请。", .received = 2),
    NOT("TT-09", .s3 = "没有公民、法人或其他组织对申请答复提出异议。没有企业提出政府信息公开申请。", .received = 2),
    NOT("TT-09", .s3 = "没有公民提出更正申请。无超期未答复的依申请公开事项。无依申请公开事项投诉。", .received = 2),
    FIRES("TT-09", E, NULL, .s3 = "1月至12月未收到申请。", .received = 2),
    FIRES("TT-09", E, NULL, .s3 = "未收到公众通过各种渠道提交的申请。", .received = 2),
};

/* Words before a result name a finer row, a column or a part of it. */
static const struct prose_case scope_results[] = {
    SILENT("TT-05", .s3 = "申请中，因本机关不掌握无法提供3件，没有现成信息无法提供0件，补正后仍不明确无法提供0件。", .edition = 2021, SCOPE_UNABLE("3")),
    FIRES("TT-05", E, NULL, .s3 = "申请中，没有现成信息无法提供2件。", .edition = 2021, SCOPE_UNABLE("3")),
    FIRES("TT-05", E, NULL, .s3 = "申请中，补正后仍不明确无法提供2件。", .edition = 2021, SCOPE_UNABLE("3")),
    FIRES("TT-05", E, NULL, .s3 = "对申请，决定无法提供2件。", .edition = 2021, SCOPE_UNABLE("3")),
    NOT("TT-05", .s3 = "申请中，危及“三安全一稳定”不予公开2件，法律法规禁止不予公开1件。"),
    NOT("TT-05", .s3 = "申请中，危及“三安全一稳定”的，不予公开2件。"),
    FIRES("TT-05", E, NULL, .s3 = "申请中，依法不予公开2件。"),
    SILENT("TT-05", .s3 = "申请中，信访投诉举报类不予处理0件、重复申请不予处理0件。"),
    FIRES("TT-05", E, NULL, .s3 = "申请中，重复申请不予处理2件。"),
    FIRES("TT-05", E, NULL, .s3 = "申请中，信访投诉举报类不予处理2件。"),
    FIRES("TT-05", E, NULL, .s3 = "申请中，决定不予处理2件。"),
    NOT("TT-05", .s3 = "申请人逾期不补正作其他处理2件。", .edition = 2021),
    FIRES("TT-05", E, NULL, .s3 = "对申请作其他处理2件。", .edition = 2021),
    NOT("TT-05", .s3 = "自然人申请予以公开1件、企业申请予以公开2件。", .processed = 3),
    NOT("TT-05", .s3 = "法人和其他组织的申请中予以公开1件。", .processed = 3),
    FIRES("TT-05", E, NULL, .s3 = "对公民、法人和其他组织的申请予以公开1件。", .processed = 3),
    SILENT("TT-05", .s3 = "申请中，全部或部分公开3件。", .processed = 3),
    FIRES("TT-05", E, NULL, .s3 = "申请中，全部或部分公开2件。", .processed = 3),
    NOT("TT-05", .s3 = "网上申请予以公开2件。", .processed = 3),
    NOT("TT-05", .s3 = "对申请当场予以公开2件。", .processed = 3),
    NOT("TT-05", .s3 = "申请中，征地类予以公开2件。", .processed = 3),
    NOT("TT-05", .s3 = "申请中，由不予公开转为予以公开2件。", .processed = 3),
    FIRES("TT-05", E, NULL, .s3 = "政府信息公开类申请予以公开2件。", .processed = 3),
};

/* Numbers of a part, of other years, of another matter or of documents of any kind. */
static const struct prose_case scope_numbers[] = {
    NOT("TT-03", .s3 = "法定期限内办结3件，超期办结0件，超过法定期限办结0件。", .processed = 3),
    FIRES("TT-03", E, NULL, .s3 = "全年办结申请0件。", .processed = 3),
    NOT("TT-03", .s3 = "公开答复2件，不予公开答复1件。", .processed = 3),
    FIRES("TT-03", E, NULL, .s3 = "依申请公开答复2件。", .processed = 3),
    NOT("TT-03", .s3 = "自然人申请办结2件、商业企业办结1件。", .processed = 3),
    FIRES("TT-03", E, NULL, .s3 = "公民、法人和其他组织的申请办结2件。", .processed = 3),
    NOT("TT-03", .s3 = "网络申请办结2件，补正后办结1件。", .processed = 4),
    FIRES("TT-03", E, NULL, .s3 = "提交的申请办结2件。", .processed = 4),
    NOT("TT-05", .s3 = "申请人为自然人的予以公开1件。", .processed = 3),
    FIRES("TT-05", E, NULL, .s3 = "申请人提出的予以公开1件。", .processed = 3),
    NOT("TT-01", .s3 = "9个村镇中有2个镇收到申请2件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "本镇收到申请2件。", .received = 3),
    NOT("TT-06", .s3 = "办结自然人申请2件、法人申请1件。", .received = 4, .processed = 3),
    NOT("TT-06", .s3 = "自然人申请办结2件。", .received = 4, .processed = 3),
    FIRES("TT-06", E, NULL, .s3 = "全年收到自然人申请2件、法人申请0件。", .received = 4),
    NOT("TT-01", .s3 = "2018年至2020年，我镇累计收到政府信息公开申请9件。", .received = 3),
    NOT("TT-01", .s3 = "2018-2020年共收到申请9件、办结8件。", .received = 3),
    NOT("TT-03", .s3 = "2018-2020年共收到申请9件、办结8件。", .processed = 3),
    FIRES("TT-01", E, NULL, .s3 = "2020年1月1日至2020年12月31日，我镇累计收到政府信息公开申请9件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "2018年至2020年规范办理程序，2020年我镇收到政府信息公开申请9件。", .received = 3),
    SILENT("TT-01", .s3 = "通过网站收到申请2件，通过信函收到申请1件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "通过各网站收到申请2件。", .received = 3),
    NOT("TT-02", .s3 = "全年无上年结转的复议案件。", .carried_in = 2),
    FIRES("TT-02", E, NULL, .s3 = "全年无上年结转的申请。", .carried_in = 2),
    NOT("TT-02", .s3 = "自然人（含上年结转）申请5件。", .received = 3, .carried_in = 2),
    FIRES("TT-02", W, NULL, .s3 = "（含上年结转申请5件）。", .received = 3, .carried_in = 2),
    NOT("TT-04", .s3 = "截至报告发布日，结转件已办结3件，剩余2件。", .carried_out = 5),
    NOT("TT-04", .s3 = "没有结转的复议案件。", .carried_out = 5),
    FIRES("TT-04", E, NULL, .s3 = "申请剩余2件。", .carried_out = 5),
    NOT("TT-10", .s1 = "印发《青山县行政规范性文件管理办法》等3个文件。", .normative = "4\t1\t4"),
    /* What is named with 等 may be some of them; more than all it cannot be. */
    FIRES("TT-10", I, NULL, .s1 = "印发《青山县行政规范性文件管理办法》等规范性文件3个。", .normative = "4\t1\t4"),
    FIRES("TT-10", E, NULL, .s1 = "印发《青山县行政规范性文件管理办法》等规范性文件6个。", .normative = "4\t1\t4"),
    FIRES("TT-10", I, NULL, .s1 = "制定规范性文件《林地办法》等3件。", .normative = "4\t1\t4"),
    FIRES("TT-10", E, NULL, .s1 = "制定规范性文件《林地办法》等6件。", .normative = "4\t1\t4"),
    NOT("TT-12", .edition = 2021, .s2 = "涉企行政事业性收费1.2万元。"),
    FIRES("TT-12", E, NULL, .edition = 2021, .s2 = "行政事业性收费1.2万元。"),
    NOT("TT-01", .s3 = "受理群众办事申请5件，办结5件。", .received = 3),
    NOT("TT-03", .s3 = "受理群众办事申请5件，办结5件。", .processed = 3),
    FIRES("TT-01", E, NULL, .s3 = "受理群众公开申请5件，办结5件。", .received = 3),
};

/* All settled, all closed: said of the whole, it leaves none over. */
static const struct prose_case scope_settled[] = {
    FIRES("TT-09", E, NULL, .s3 = "申请已全部办结。", .received = 5, .processed = 4, .carried_out = 1),
    FIRES("TT-09", E, NULL, .s1 = "（二）依申请公开。申请均已按期办结。", .received = 5, .processed = 4, .carried_out = 1),
    NOT("TT-09", .s1 = "（二）政务服务。申请均已按期办结。", .received = 5, .processed = 4, .carried_out = 1),
    NOT("TT-09", .s3 = "当面提交的申请已全部办结。自然人申请已全部办结。", .received = 5, .processed = 4, .carried_out = 1),
    FIRES("TT-09", E, NULL, .s1 = "本年度政府信息公开申请已全部办结。", .received = 5, .processed = 4, .carried_out = 1),
    NOT("TT-09", .s1 = "上年结转的政府信息公开申请已全部办结。网上政府信息公开申请已全部办结。", .received = 5, .processed = 4, .carried_out = 1),
    SILENT("TT-09", .s3 = "申请已全部办结。", .received = 5, .processed = 5),
    FIRES("TT-09", E, NULL, .s4 = "行政复议均已审结。", .review = 3, .review_pending = 2),
    FIRES("TT-09", E, NULL, .s4 = "行政复议3件，均已审结。", .review = 3, .review_pending = 2),
    FIRES("TT-09", E, NULL, .s4 = "行政复议、行政诉讼案件均已审结。", .review = 3, .review_pending = 2),
    SILENT("TT-09", .s4 = "行政复议均已审结。", .review = 3),
    NOT("TT-09", .s4 = "上年结转的行政复议均已审结。县政府受理的行政复议案件均已审结。", .review = 3, .review_pending = 2),
    NOT("TT-09", .s1 = "受理行政复议案件86件，均已审结。", .review = 3, .review_pending = 2),
    /* All answered, all cases done: the same in other words. */
#define ONE_LEFT .received = 5, .processed = 4, .carried_out = 1
    FIRES("TT-09", E, NULL, .s3 = "收到政府信息公开申请5件，均已按时答复。", ONE_LEFT),
    FIRES("TT-09", E, NULL, .s3 = "收到政府信息公开申请5件，全部答复。", ONE_LEFT),
    FIRES("TT-09", E, NULL, .s3 = "收到申请5件，所有申请均已答复。", ONE_LEFT),
    FIRES("TT-09", E, NULL, .s3 = "收到的申请均已依法答复。", ONE_LEFT),
    SILENT("TT-09", .s3 = "收到政府信息公开申请5件，均已按时答复。", .received = 5, .processed = 5),
    NOT("TT-09", .s3 = "收到政府信息公开申请5件，均按时答复。收到政府信息公开申请5件，均及时答复申请人。", ONE_LEFT),
    NOT("TT-09", .s3 = "收到政府信息公开申请5件，办结4件，均已按时答复。到期的申请均已答复。", ONE_LEFT),
    NOT("TT-09", .s3 = "收到政府信息公开申请5件，除结转1件外均已按时答复。", ONE_LEFT),
    NOT("TT-09", .s3 = "收到政府信息公开申请5件，均已按时答复，结转下年1件。", ONE_LEFT),
    NOT("TT-09", .s3 = "收到政府信息公开申请5件，均已答复受理情况。", ONE_LEFT),
#undef ONE_LEFT
    FIRES("TT-09", E, NULL, .s4 = "行政复议案件3件，均已办结。", .review = 3, .review_pending = 2),
    SILENT("TT-09", .s4 = "行政复议案件3件，均已办结。", .review = 3),
    NOT("TT-09", .s4 = "承办行政复议案件3件，均已办结。", .review = 3, .review_pending = 2),
    SILENT("TT-09", .s4 = "行政诉讼均已审结。", .review = 3, .review_pending = 2, .direct = 1),
};

/* Of others, of months, of another kind of applications: each beside the same said of the organ. */
static const struct prose_case scope_others[] = {
    NOT("TT-01", .s3 = "收到公民申请2件，法人或其他组织申请1件，合计3件。", .received = 3),
    NOT("TT-01", .s3 = "收到公民个人提交的申请2件、企业申请1件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "收到公民申请2件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "收到公民、法人和其他组织申请2件。", .received = 3),
    NOT("TT-01", .s3 = "下属单位收到申请2件。", .received = 3),
    NOT("TT-01", .s3 = "全系统共收到政府信息公开申请9件。县级部门收到申请7件。", .received = 3),
    NOT("TT-01", .s3 = "各乡镇收到申请2件，各社区收到居民申请5件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "我镇及下属单位收到申请2件。", .received = 3),
    FIRES("TT-01", W, NULL, .s3 = "全县各部门、各乡镇收到申请2件。", .received = 3),
    SILENT("TT-01", .s3 = "我镇收到申请3件。下属单位收到申请2件。", .received = 3),
    NOT("TT-01", .s3 = "2020年5月收到申请2件。春节期间收到申请1件。", .received = 3),
    NOT("TT-01", .s3 = "2020年，12月共收到申请2件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "1月至12月收到申请2件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "截至2020年12月，收到申请2件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "2020年1月1日至12月31日收到申请2件。", .received = 3),
    FIRES("TT-01", I, NULL, .s3 = "收到有效申请2件。", .received = 3),
    NOT("TT-01", .s3 = "受理申请2件，不予受理1件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "受理申请2件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "收到申请2件，不予受理1件。", .received = 3),
    SILENT("TT-01", .s3 = "收到申请9件，经审核属于政府信息公开申请3件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "收到申请9件，经审核属于政府信息公开申请2件。", .received = 3),
    NOT("TT-03", .s3 = "作出公开答复2件。", .processed = 3),
    FIRES("TT-03", E, NULL, .s3 = "作出政府信息公开答复2件。", .processed = 3),
    NOT("TT-03", .s3 = "电子邮件答复2件、邮寄答复1件。会商答复2件，合并答复2件。", .processed = 3),
    FIRES("TT-03", E, NULL, .s3 = "依法答复2件。", .processed = 3),
    NOT("TT-03", .s3 = "下属单位办结申请2件。各社区收到居民申请5件，办结5件。", .processed = 3),
    FIRES("TT-03", E, NULL, .s3 = "我镇收到居民申请5件，办结5件。", .processed = 3),
    NOT("TT-03", .s3 = "5月办结申请2件。国庆节期间办结申请1件。", .processed = 3),
    NOT("TT-03", .s3 = "教师资格认定申请5件，办结5件。", .processed = 3),
    FIRES("TT-03", E, NULL, .s3 = "新增申请5件，办结5件。", .processed = 3),
    NOT("TT-03", .s3 = "网格员上报事件办结5件。", .processed = 3),
    NOT("TT-03", .s3 = "转送其他单位办理申请2件。协调县直部门办理申请2件。", .processed = 3),
    FIRES("TT-03", E, NULL, .s3 = "全年办理申请2件。", .processed = 3),
    SILENT("TT-07", .s4 = "新增行政复议5件，上年结转3件，共8件。", .review = 8),
    FIRES("TT-07", E, NULL, .s4 = "新增行政复议5件，上年结转3件，共9件。", .review = 8),
    FIRES("TT-07", E, NULL, .s4 = "行政复议5件，上年结转3件。", .review = 8),
    NOT("TT-07", .s4 = "近三年行政复议21件。通过沟通化解行政复议3件。", .review = 8),
    NOT("TT-07", .s4 = "县复议机构受理信息公开类行政复议21件。", .review = 8),
    FIRES("TT-07", E, NULL, .s4 = "全年信息公开类行政复议5件。", .review = 8),
    SILENT("TT-08", .s4 = "新增行政诉讼2件，上年结转3件，共5件。", .direct = 5),
    NOT("TT-08", .s4 = "县法院受理政府信息公开行政诉讼12件。", .direct = 5),
    NOT("TT-08", .s4 = "行政机关负责人出庭应诉行政诉讼12件。近三年行政诉讼21件。", .direct = 5),
    FIRES("TT-08", E, NULL, .s4 = "县法院受理我镇行政诉讼12件。", .direct = 5),
    FIRES("TT-08", E, NULL, .s4 = "全年政府信息公开行政诉讼12件。", .direct = 5),
    NOT("TT-15", .s1 = "收到政府信息公开申请3件。下属单位收到政府信息公开申请2件。5月收到政府信息公开申请1件。", .received = 3),
};

/* Applicants of one row, results of one kind, other years and points in time. */
static const struct prose_case scope_rows[] = {
    NOT("TT-06", .s3 = "予以公开的申请2件中，自然人2件、商业企业0件。", .received = 3, .processed = 2),
    NOT("TT-06", .s3 = "部分公开的2件申请中自然人2件。办结的2件中，自然人2件。", .received = 3),
    SILENT("TT-06", .s3 = "结转下年度的申请1件中，自然人1件。", .received = 3, .carried_out = 1),
    FIRES("TT-06", E, NULL, .s3 = "收到的申请3件中，自然人2件。", .received = 3),
    SILENT("TT-06", .s3 = "申请上年结转4件，其中自然人4件、企业0件。", .received = 3, .carried_in = 4),
    FIRES("TT-06", W, NULL, .s3 = "申请上年结转4件，其中自然人2件、企业2件。", .received = 3, .carried_in = 4),
    NOT("TT-05", .s3 = "征地类申请予以公开1件、不予公开2件。", .processed = 3),
    NOT("TT-05", .s3 = "征地类申请予以公开1件，部分公开1件，不予公开2件。", .processed = 3),
    FIRES("TT-05", E, NULL, .s3 = "政府信息公开类申请予以公开3件、不予公开2件。", .processed = 3),
    FIRES("TT-05", E, NULL, .s3 = "申请予以公开3件、不予公开2件。", .processed = 3),
    NOT("TT-05", .s3 = "由政府办直接答复的申请2件中，予以公开1件。", .processed = 3),
    FIRES("TT-05", E, NULL, .s3 = "办结的申请3件中，予以公开1件。", .processed = 3),
    NOT("TT-10", .s1 = "集中公开历年规范性文件118件。", .normative = "4\t1\t4"),
    FIRES("TT-10", E, NULL, .s1 = "集中公开规范性文件118件。", .normative = "4\t1\t4"),
    NOT("PA-01", .s3 = "收到申请143件（2019年123件、2018年98件）。"),
    FIRES("PA-01", W, NULL, .s3 = "收到申请143件（网络123件、信函98件）。"),
    NOT("TT-15", .s1 = "政府网站公开信息20条。截至11月底政府网站公开信息16条。"),
    FIRES("TT-15", W, "site", .s1 = "政府网站公开信息20条。截至12月底政府网站公开信息16条。"),
    /* The same units in the numbers of every row and of table four. */
    NOT("TT-02", .s3 = "下属单位申请上年结转2件。", .carried_in = 3),
    FIRES("TT-02", E, NULL, .s3 = "本单位申请上年结转2件。", .carried_in = 3),
    NOT("TT-04", .s3 = "各乡镇申请结转下年度2件。", .carried_out = 3),
    FIRES("TT-04", E, NULL, .s3 = "我镇申请结转下年度2件。", .carried_out = 3),
    NOT("TT-05", .s3 = "下属单位申请予以公开2件。5月申请予以公开1件。", .processed = 3),
    NOT("TT-06", .s3 = "各乡镇自然人申请2件。5月自然人申请1件。", .received = 3),
    NOT("TT-07", .s4 = "各乡镇行政复议3件、行政诉讼1件。5月发生行政复议1件。", .review = 8, .direct = 5),
    NOT("TT-08", .s4 = "各乡镇行政复议3件、行政诉讼1件。", .review = 8, .direct = 5),
    FIRES("TT-08", E, NULL, .s4 = "我镇行政复议8件、行政诉讼1件。", .review = 8, .direct = 5),
    NOT("TT-01", .s3 = "各县区收到申请2件。所辖乡镇收到申请1件。教育系统收到申请9件。", .received = 3),
    FIRES("TT-01", W, NULL, .s3 = "本级及各县区收到申请2件。", .received = 3),
    NOT("TT-01", .s3 = "受理公民申请2件，法人申请1件。", .received = 3),
    NOT("TT-01", .s3 = "收到个人申请2件，企业申请1件。", .received = 3),
    SILENT("TT-01", .s3 = "收到申请9件，其中属于政府信息公开申请3件。", .received = 3),
    SILENT("TT-07", .s4 = "行政复议新增5件，结转3件，共8件。", .review = 8),
    SILENT("TT-07", .s4 = "新增行政复议案件5件，加上年结转3件，共办理8件。", .review = 8),
    FIRES("TT-07", E, NULL, .s4 = "行政复议新增5件，结转3件，共9件。", .review = 8),
    NOT("TT-03", .s3 = "以电子邮件方式答复2件，以邮寄方式答复1件。并案答复2件。", .processed = 4),
    FIRES("TT-03", E, NULL, .s3 = "以各种方式答复2件。", .processed = 4),
    NOT("TT-03", .s3 = "网格上报问题5件，办结5件。移交其他部门办理2件。", .processed = 3),
    NOT("TT-05", .s3 = "房屋征收类申请3件，予以公开1件，不予公开2件。", .processed = 3),
    NOT("TT-05", .s3 = "征地类申请中，予以公开1件、不予公开2件。", .processed = 3),
    FIRES("TT-05", E, NULL, .s3 = "两类申请，予以公开1件、不予公开2件。", .processed = 3),
};

/* A wider scope would count what the sentence itself lists beside the number. */
static const struct prose_case scope_apart[] = {
    FIRES("TT-01", E, NULL, .s3 = "办理申请16件（新收16件，上年度结转1件）。", .received = 15, .carried_in = 1),
    SILENT("TT-01", .s3 = "办理申请16件（新收15件，上年度结转1件）。", .received = 15, .carried_in = 1),
    FIRES("TT-01", E, NULL, .s3 = "新收政府信息公开申请6件，上年结转1件。", .received = 5, .carried_in = 1),
    FIRES("TT-01", I, NULL, .s3 = "收到政府信息公开申请6件，上年结转1件。", .received = 5, .carried_in = 1),
    FIRES("TT-01", E, NULL, .s3 = "新收申请6件，较上年减少2件，下降25%；上年结转1件。", .received = 5, .carried_in = 1),
    FIRES("TT-01", E, NULL, .s3 = "上年结转1件，本年新收申请6件。", .received = 5, .carried_in = 1),
    FIRES("TT-01", I, NULL, .s3 = "上年结转1件，共收到申请6件。", .received = 5, .carried_in = 1),
    FIRES("TT-01", I, NULL, .s3 = "收到申请6件，其中上年结转1件。", .received = 5, .carried_in = 1),
    FIRES("TT-01", I, NULL, .s3 = "收到申请6件（上年结转1件）。", .received = 5, .carried_in = 1),
    SILENT("TT-01", .s3 = "收到申请6件，上年结转1件，新收5件。", .received = 5, .carried_in = 1),
    FIRES("TT-03", E, NULL, .s3 = "收到申请，办结二十二件，结转下年度一件。", .processed = 21, .carried_out = 1),
    FIRES("TT-03", I, NULL, .s3 = "收到申请，办结二十二件，其中结转下年度一件。", .processed = 21, .carried_out = 1),
    /* What was on hand, in its two parts, is not yet what was settled. */
    NOT("TT-03", .s3 = "办理政府信息公开申请16件（新收15件，上年度结转1件）。", .received = 15, .carried_in = 1, .processed = 16),
    FIRES("TT-01", E, NULL, .s3 = "办理政府信息公开申请17件（新收15件，上年度结转1件）。", .received = 15, .carried_in = 1),
    SILENT("TT-01", .s3 = "办理政府信息公开申请16件（新收15件，上年度结转1件）。", .received = 15, .carried_in = 1),
    FIRES("TT-03", E, NULL, .s3 = "办理申请16件（新收14件，上年度结转2件），依法答复15件。", .received = 14, .carried_in = 2, .processed = 16),
    SILENT("TT-03", .s3 = "办结申请16件（新收15件，上年度结转1件）。", .received = 15, .carried_in = 1, .processed = 16),
    FIRES("TT-03", I, NULL, .s3 = "收到申请，共办理二十二件，结转下年度一件。", .processed = 21, .carried_out = 1),
};

/* What a sentence is about may be said by a heading that it begins with, or by the one before. */
static const struct prose_case scope_goes_on[] = {
    FIRES("TT-03", E, NULL, .s1 = "（二）依申请公开情况：共收到申请33件。共办结35件，结转1件。", .received = 35, .processed = 34, .carried_out = 1),
    FIRES("TT-05", W, NULL, .s1 = "（二）依申请公开情况：共收到申请33件。共办结34件。其中予以公开24件，部分公开0件。", .processed = 23),
    FIRES("TT-05", E, NULL, .s1 = "（二）依申请公开情况：共收到申请33件。办理结果：予以公开24件。", .processed = 23),
    NOT("TT-05", .s1 = "（二）依申请公开情况：共收到申请33件。\n（三）公文管理情况：共办理33件。予以公开24件。", .processed = 23),
    FIRES("TT-05", W, NULL, .s1 = "我局办理政府信息公开申请16件。其中，不予公开9件，主要为案卷信息。", .processed = 23),
    FIRES("TT-05", W, NULL, .s1 = "我局办理政府信息公开申请16件。其中，不予公开政府信息9件。", .processed = 23),
    NOT("TT-05", .s1 = "我局办理政府信息公开申请16件，建议提案20件。其中，不予公开9件。", .processed = 23),
    NOT("TT-05", .s1 = "我局收到公文16件。其中，不予公开9件。", .processed = 23),
};

#define SCOPE_CASES    \
    PROSE_LIST(scope_goes_on), \
    PROSE_LIST(scope_apart), \
    PROSE_LIST(scope_rows), \
    PROSE_LIST(scope_others), \
    PROSE_LIST(scope_settled), \
    PROSE_LIST(scope_denials), \
    PROSE_LIST(scope_results), \
    PROSE_LIST(scope_numbers)

#endif
