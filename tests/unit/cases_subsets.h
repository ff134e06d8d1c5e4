/* True numbers and denials of a part only: of some decisions, applications or cases, of a goal, of
 * another year. Beside each what nearly says the same of the whole and is held against the table. */
#ifndef GOUJI_TESTS_CASES_SUBSETS_H
#define GOUJI_TESTS_CASES_SUBSETS_H

#include "catalogue_cases.h"

static const struct prose_case subset_decisions[] = {
    /* A word before 行政处罚 names some of them. */
    NOT("TT-11", .s2 = "作出不予行政处罚决定12件。"),
    NOT("TT-11", .s2 = "作出准予行政许可决定150件、不予行政许可决定3件。"),
    NOT("TT-11", .s2 = "作出减轻行政处罚决定2件，从轻行政处罚决定3件。"),
    NOT("TT-11", .s2 = "撤销行政处罚决定1件。依法变更的行政处罚决定1件。"),
    NOT("TT-11", .s2 = "复议维持行政处罚决定3件。行政处罚决定3件，均被维持。"),
    NOT("TT-11", .s2 = "作出一般程序行政处罚决定15件、简易程序行政处罚决定12件。"),
    NOT("TT-11", .s2 = "适用简易程序作出行政处罚决定12件。"),
    NOT("TT-11", .s2 = "申请法院强制执行行政处罚决定2件。"),
    FIRES("TT-11", E, NULL, .s2 = "依法作出各类行政处罚决定5件。"),
    FIRES("TT-11", E, NULL, .s2 = "2020年行政许可决定5件。"),
    FIRES("TT-11", W, NULL, .s2 = "严格执法，行政处罚决定5件，其中适用简易程序的2件。"),
    FIRES("TT-11", E, NULL, .s2 = "作出不予行政许可决定3件，行政处罚决定5件。"),
    SILENT("TT-11", .s2 = "作出行政处罚决定0件，作出不予行政许可决定3件。"),
    /* Units below. */
    NOT("TT-11", .s2 = "各分局作出行政处罚1263件。"),
    NOT("TT-11", .s2 = "下放乡镇行政许可事项36项，乡镇办理行政许可1263件。"),
    NOT("TT-11", .s2 = "综合执法大队作出行政处罚决定12件。市场监管所作出行政处罚决定6件。所属单位作出行政处罚决定3件。"),
    FIRES("TT-11", E, NULL, .s2 = "指导各分局规范执法，全年作出行政处罚5件。"),
    FIRES("TT-11", E, NULL, .s2 = "我镇办理行政许可5件。"),
    NOT("TT-12", .edition = 2021, .s2 = "代收行政事业性收费326.5万元。"),
    NOT("TT-12", .edition = 2021, .s2 = "退还行政事业性收费1.2万元。各乡镇收取行政事业性收费1.2万元。"),
    FIRES("TT-12", E, NULL, .edition = 2021, .s2 = "收取行政事业性收费1.2万元。"),
};

/* What is aimed at, or to be done, is no fact of the year. */
static const struct prose_case subset_aims[] = {
    NOT("TT-09", .s5 = "二是规范办理流程，力争依申请公开零复议、零诉讼。", .review = 6, .direct = 5),
    NOT("TT-09", .s1 = "力争实现依申请公开“零诉讼”。", .direct = 5),
    NOT("TT-09", .s1 = "规范办理，确保依申请公开零诉讼。", .direct = 5),
    NOT("TT-09", .s5 = "下一步，严格程序，实现零复议、零诉讼。", .review = 6, .direct = 5),
    NOT("TT-09", .s1 = "以零复议、零诉讼为目标，规范答复。将进一步规范办理，实现行政复议零发生。", .review = 6, .direct = 5),
    NOT("TT-09", .s5 = "（三）改进措施\n实现零复议、零诉讼。", .review = 6, .direct = 5),
    FIRES("TT-09", E, NULL, .s1 = "规范办理，实现零复议、零诉讼。", .review = 6),
    FIRES("TT-09", E, NULL, .s1 = "经过不懈努力实现零诉讼。", .direct = 5),
    FIRES("TT-09", E, NULL, .s1 = "努力规范办理，全年零诉讼。", .direct = 5),
    FIRES("TT-09", E, NULL, .s5 = "（一）存在问题\n全年零复议、零诉讼。", .review = 6),
    NOT("TT-10", .s5 = "二是计划2021年举办培训4次，制发规范性文件8件。", .normative = "4\t3\t9"),
    NOT("TT-10", .s5 = "我镇拟制发规范性文件8件。", .normative = "4\t3\t9"),
    NOT("TT-10", .s5 = "（三）改进措施\n制发规范性文件8件。", .normative = "4\t3\t9"),
    FIRES("TT-10", E, NULL, .s1 = "按照年度立法计划，制发规范性文件8件。", .normative = "4\t3\t9"),
};

/* Applications passed on, of one matter, by one way, in one month, or answered in one manner. */
#define LEFT_OVER .received = 5, .processed = 4, .carried_out = 1
static const struct prose_case subset_applications[] = {
    NOT("TT-09", .s3 = "其他行政机关移送的政府信息公开申请5件，均已答复。", LEFT_OVER),
    NOT("TT-09", .s3 = "收到涉及土地征收的政府信息公开申请3件，均已答复。", LEFT_OVER),
    NOT("TT-09", .s3 = "通过省平台收到申请3件，均已按时答复。", LEFT_OVER),
    FIRES("TT-09", E, NULL, .s3 = "收到公民提出的政府信息公开申请5件，均已答复。", LEFT_OVER),
    FIRES("TT-09", E, NULL, .s3 = "通过各种渠道收到申请5件，均已按时答复。", LEFT_OVER),
    NOT("TT-09", .s3 = "12月未收到政府信息公开申请。12月份，未收到申请。11月、12月均未收到申请。", .received = 5),
    FIRES("TT-09", E, NULL, .s3 = "截至2020年12月未收到政府信息公开申请。", .received = 5),
    NOT("TT-09", .s3 = "未通过传真方式收到申请。", .received = 5),
    FIRES("TT-09", E, NULL, .s3 = "未通过任何方式收到申请。", .received = 5),
    NOT("TT-03", .s3 = "经延期后答复申请2件。延期的申请答复2件。", .processed = 4),
    NOT("TT-03", .s3 = "征求其他部门意见后答复2件。经征求第三方意见，答复2件。", .processed = 4),
    NOT("TT-03", .s3 = "补正的2件申请均已答复。", .processed = 4),
    NOT("TT-03", .s3 = "涉及征地的2件申请均已答复。", .processed = 4),
    FIRES("TT-03", E, NULL, .s3 = "收到的2件申请均已答复。", .processed = 4),
    FIRES("TT-03", E, NULL, .s3 = "全年依申请公开答复2件。", .processed = 4),
};

/* What is left, what came of a month, of other organs or by one way, what changed, and shares. */
static const struct prose_case subset_shares[] = {
    NOT("TT-09", .s3 = "除1件结转外，收到的申请全部办结。除按规定结转下年度的以外，所有申请均已办结。", LEFT_OVER),
    NOT("TT-09", .s3 = "除尚在办理期限内的1件外，所有申请均已在法定期限内办结。", LEFT_OVER),
    NOT("TT-09", .s3 = "除结转至2021年的1件外，受理的申请均已答复。", LEFT_OVER),
    FIRES("TT-09", E, NULL, .s3 = "除特殊情况外，收到的申请全部办结。", LEFT_OVER),
    FIRES("TT-09", E, NULL, .s3 = "收到的申请全部办结。", LEFT_OVER),
    NOT("TT-01", .s3 = "受理的申请除1件因未到期转入2021年办理外，其余全部按时答复。", LEFT_OVER),
    FIRES("TT-01", E, NULL, .s3 = "受理的申请3件均已登记。", LEFT_OVER),
    NOT("TT-06", .s3 = "申请中，自然人申请增加2件。", LEFT_OVER),
    FIRES("TT-06", E, NULL, .s3 = "申请中，自然人申请3件。", LEFT_OVER),
    NOT("TT-01", .s3 = "新收申请净增2件。", LEFT_OVER),
    NOT("TT-03", .s3 = "办结申请净增2件。", LEFT_OVER),
    NOT("TT-03", .s3 = "当年办结申请3件，上年结转的1件中办结1件。", LEFT_OVER),
    FIRES("TT-03", E, NULL, .s3 = "当年办结申请3件，上年结转1件。", LEFT_OVER),
    NOT("TT-03", .s3 = "对申请以电子邮件形式答复2件，当面领取答复2件。", LEFT_OVER),
    NOT("TT-03", .s3 = "受市政府委托答复申请2件。", LEFT_OVER),
    FIRES("TT-03", E, NULL, .s3 = "受理后答复申请2件。", LEFT_OVER),
    NOT("TT-01", .s3 = "单日最多受理申请2件。高峰时单月受理申请2件。当天受理申请2件。国庆假期期间受理申请2件。", LEFT_OVER),
    FIRES("TT-01", E, NULL, .s3 = "放假期限顺延，全年受理申请2件。", LEFT_OVER),
    NOT("TT-03", .s3 = "12月受理申请3件，年内办结2件。2020年12月当月受理申请3件，办结2件。", LEFT_OVER),
    NOT("TT-03", .s3 = "国庆假期期间受理申请3件，答复3件。", LEFT_OVER),
    FIRES("TT-03", E, NULL, .s3 = "1至12月受理申请3件，办结2件。", LEFT_OVER),
    FIRES("TT-03", E, NULL, .s3 = "全年受理申请3件，办结2件。", LEFT_OVER),
    NOT("TT-03", .s3 = "结转到2021年继续办理的1件申请，截至本报告公布之日已办结2件。", LEFT_OVER),
    NOT("TT-01", .s3 = "收到不属于本机关掌握的信息申请2件。征地类受理申请2件。", LEFT_OVER),
    NOT("TT-01", .s3 = "省市垂直管理单位受理申请3件，不在本报告统计范围。收到申请3件，占受理总量的60%。", LEFT_OVER),
    FIRES("TT-01", E, NULL, .s3 = "受理申请3件，在本报告统计范围内。", LEFT_OVER),
    NOT("TT-03", .s3 = "重点单位答复申请2件，占全部总量的50%。", LEFT_OVER),
    FIRES("TT-03", E, NULL, .s3 = "答复申请2件，占应办结数的50%。", LEFT_OVER),
    NOT("TT-02", .s3 = "收到申请5件，其中政府办公室直接受理3件，答复申请4件（含上年结转2件），结转下年3件。", LEFT_OVER),
    NOT("TT-04", .s3 = "收到申请5件，其中政府办公室直接受理3件，答复申请4件（含上年结转2件），结转下年3件。", LEFT_OVER),
    FIRES("TT-02", W, NULL, .s3 = "收到申请5件，其中自然人5件，上年结转2件。", LEFT_OVER),
    FIRES("TT-04", E, NULL, .s3 = "收到申请5件，答复申请4件，结转下年3件。", LEFT_OVER),
    NOT("TT-08", .s4 = "全年行政诉讼案件63件，除政府信息公开5件外，其余为征收等类型。", .direct = 5),
    NOT("TT-08", .s4 = "全年办理行政诉讼案件63件，政府信息公开类占5件。", .direct = 5),
    NOT("TT-08", .s4 = "因行政处罚被提起行政诉讼1件。"),
    FIRES("TT-08", E, NULL, .s4 = "因信息公开被提起行政诉讼1件。"),
    FIRES("TT-08", E, NULL, .s4 = "全年行政诉讼案件63件，均已审结。", .direct = 5),
    NOT("TT-07", .s4 = "全年行政复议案件216件，除信息公开6件外，主要是工伤认定。", .review = 6),
    NOT("TT-07", .s4 = "涉征收类信息公开行政复议3件，占50%。因征收引发的政府信息公开行政复议3件，占复议总数的四成。", .review = 6),
    NOT("TT-07", .s4 = "因征地补偿引起的信息公开复议3件、诉讼5件。某申请人一人即提起行政复议5件。", .review = 6),
    NOT("TT-07", .s4 = "城区街道行政复议1件，乡镇行政复议3件，部门行政复议2件。", .review = 6),
    SILENT("TT-07", .s4 = "2020年新发生行政复议5件，合计6件。", .review = 6),
    FIRES("TT-07", E, NULL, .s4 = "2020年新发生行政复议5件，合计7件。", .review = 6),
    FIRES("TT-07", E, NULL, .s4 = "因信息公开引发行政复议3件。", .review = 6),
    FIRES("TT-07", E, NULL, .s4 = "行政复议3件，行政诉讼5件，合计8件。", .review = 6, .direct = 5),
    NOT("TT-11", .s2 = "12个镇街作出行政处罚64件，区直部门作出行政处罚303件。"),
    NOT("TT-11", .s2 = "7个镇街综合执法队作出行政处罚64件。综合执法、市场监管两部门共作出行政处罚279件。"),
    NOT("TT-11", .s2 = "由此作出行政处罚23件。通过非现场执法作出行政处罚57件。通过“一网通办”办理行政许可1102件，占89.3%。"),
    NOT("TT-11", .s2 = "政务服务中心窗口办理行政许可816件，网上办理行政许可418件。"),
    NOT("TT-11", .s2 = "作出行政处罚158件，占全镇行政处罚总数（367件）的43.1%。"),
    NOT("TT-11", .s2 = "区市场监管局办理行政许可512件、行政处罚121件，区卫健局办理行政许可86件、行政处罚9件。"),
    FIRES("TT-11", E, NULL, .s2 = "全年办理行政许可512件、行政处罚121件，各项工作平稳。"),
    FIRES("TT-11", E, NULL, .s2 = "通过各种方式作出行政处罚23件。"),
    FIRES("TT-11", E, NULL, .s2 = "全镇作出行政处罚23件。"),
};

/* Cases that are decided, of all kinds, of some units, or before a court. */
static const struct prose_case subset_cases[] = {
    SILENT("TT-09", .s4 = "已审结的行政复议均予维持。", .review = 3, .review_pending = 2),
    SILENT("TT-09", .s4 = "已判决的行政诉讼均维持原行政行为。", .direct = 2),
    SILENT("TT-09", .s4 = "已审结的政府信息公开行政复议均予维持。行政复议中已审结的均获维持。", .review = 3, .review_pending = 2),
    FIRES("TT-09", E, NULL, .s4 = "行政复议均予维持。", .review = 3, .review_pending = 2),
    FIRES("TT-09", E, NULL, .s4 = "已审结的行政复议均予维持。",
          .swap = {"0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n五、", "0\t1\t0\t0\t1\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n五、"}),
    SILENT("TT-07", .s4 = "行政复议案件共46件，涉政府信息公开的6件。", .review = 6),
    FIRES("TT-07", E, NULL, .s4 = "行政复议案件共46件，涉政府信息公开的7件。", .review = 6),
    SILENT("TT-08", .s4 = "行政诉讼案件共46件，涉及政府信息公开的5件。", .direct = 5),
    FIRES("TT-08", E, NULL, .s4 = "行政诉讼案件共46件，信息公开类6件。", .direct = 5),
    FIRES("TT-07", E, NULL, .s4 = "行政复议7件，政府信息公开申请5件。", .review = 6),
    NOT("TT-07", .s5 = "一是个别单位未按时答复，引发行政复议2件。", .review = 6),
    NOT("TT-07", .s5 = "因答复不及时引发行政复议2件。", .review = 6),
    FIRES("TT-07", E, NULL, .s1 = "因政府信息公开引发行政复议2件。", .review = 6),
    NOT("TT-08", .s4 = "县人民法院全年受理涉政府信息公开行政诉讼案件12件。", .direct = 5),
};

/* A year that leads a clause is that of those behind it, until another is named. */
static const struct prose_case subset_years[] = {
    SILENT("TT-01", .s3 = "2019年，我镇共收到政府信息公开申请63件，办结66件；2020年收到申请3件，办结4件。", .received = 3),
    SILENT("TT-03", .s3 = "2019年，我镇共收到政府信息公开申请63件，办结66件；2020年收到申请3件，办结4件。", .processed = 4),
    FIRES("TT-03", E, NULL, .s3 = "2019年，我镇共收到政府信息公开申请63件，办结66件；2020年收到申请3件，办结5件。", .processed = 4),
    SILENT("TT-01", .s3 = "2019年，我镇收到政府信息公开申请63件，今年收到3件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "2019年，我镇收到政府信息公开申请63件，今年收到4件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "2019年，我镇印发办法，2020年收到申请63件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "2019年，我镇收到政府信息公开申请63件，今年收到申请4件。", .received = 3),
    SILENT("TT-03", .s3 = "上年收到申请63件，办结66件，今年收到3件，办结4件。", .processed = 4),
    FIRES("TT-03", E, NULL, .s3 = "2019年结转1件，收到申请3件，办结5件。", .processed = 4),
    SILENT("TT-03", .s3 = "近三年依申请公开情况：\n2018年：收到申请71件，办结68件，结转下年6件；\n2019年：收到申请63件，办结66件，结转下年3件；\n2020年：收到申请3件，办结4件，结转下年2件。", .processed = 4),
    SILENT("TT-04", .s3 = "近三年依申请公开情况：\n2018年：收到申请71件，办结68件，结转下年6件；\n2019年：收到申请63件，办结66件，结转下年3件；\n2020年：收到申请3件，办结4件，结转下年2件。", .carried_out = 2),
};

static const struct prose_case subset_documents[] = {
    SILENT("TT-10", .s1 = "制发行政规范性文件4件，其中政府行政规范性文件3件、部门行政规范性文件1件。", .normative = "4\t3\t9"),
    FIRES("TT-10", W, NULL, .s1 = "制发行政规范性文件6件，其中政府行政规范性文件5件、部门行政规范性文件1件。", .normative = "4\t3\t9"),
    FIRES("TT-10", W, NULL, .s1 = "印发规章和规范性文件4件，其中规章0件，规范性文件5件。", .normative = "4\t3\t9"),
    NOT("TT-10", .s1 = "公开省政府规章156件。公开国务院部门规章12件。", .normative = "4\t3\t9"),
    FIRES("TT-10", E, NULL, .s1 = "公开规章156件。", .normative = "4\t3\t9"),
    NOT("TT-10", .s1 = "集中公开规范性文件33件，其中现行有效31件，失效废止2件。", .normative = "4\t2\t31"),
    FIRES("TT-10", E, NULL, .s1 = "集中公开规范性文件33件。", .normative = "4\t2\t31"),
};

/* Of 由57件增至63件 the second is this year's. What stands in brackets, is a third party's word or told
 * as a share of one result is none of that result's whole. */
static const struct prose_case subset_results[] = {
    SILENT("TT-05", .s3 = "对收到的申请，予以公开从57件增至63件。", .processed = 63),
    FIRES("TT-05", E, NULL, .s3 = "对收到的申请，予以公开从57件增至62件。", .processed = 63),
    FIRES("TT-05", E, NULL, .s3 = "对收到的申请，予以公开由63件减少到57件。", .processed = 63),
    FIRES("TT-05", E, NULL, .s3 = "对收到的申请，予以公开57件，增幅较大。", .processed = 63),
    SILENT("TT-05", .s3 = "申请不予公开由3件降至0件。"),
    FIRES("TT-05", E, NULL, .s3 = "申请不予公开由3件降至1件。"),
    SILENT("TT-05", .s3 = "申请部分公开由3件下降到0件，无法提供由34件降为0件，不予处理由2件减至0件，其他处理由2件减至0件。"),
    FIRES("TT-05", E, NULL, .s3 = "申请无法提供由34件增至40件。"),
    SILENT("TT-06", .s3 = "自然人申请由8件增至120件。", .received = 120),
    FIRES("TT-06", E, NULL, .s3 = "自然人申请由120件增至121件。", .received = 120),
    FIRES("TT-06", E, NULL, .s3 = "法人和其他组织申请由0件增长到5件。", .received = 120),
    SILENT("TT-06", .s3 = "法人和其他组织申请由5件减至0件。", .received = 120),
    SILENT("TT-10", .s1 = "制发规范性文件由7件减至4件。", .normative = "4\t3\t9"),
    FIRES("TT-10", E, NULL, .s1 = "制发规范性文件由4件增至7件。", .normative = "4\t3\t9"),
    NOT("TT-05", .s3 = "答复申请中，其他（含不予处理）16件。"),
    FIRES("TT-05", E, NULL, .s3 = "答复申请中，其他处理5件（含不予处理16件）。"),
    NOT("TT-05", .s3 = "依申请公开征求意见，第三方同意公开5件，不同意公开4件。"),
    FIRES("TT-05", E, NULL, .s3 = "对收到的申请，同意公开5件，不同意公开4件。"),
    NOT("TT-05", .s3 = "重点领域申请中，予以公开31件，占全部予以公开的49.2%。", .processed = 63),
    NOT("TT-05", .s3 = "对征地补偿的申请，予以公开31件，占全部予以公开的49.2%。", .processed = 63),
    FIRES("TT-05", E, NULL, .s3 = "各领域申请中，予以公开31件，占办结总数的49.2%。", .processed = 63),
    NOT("TT-05", .s3 = "申请经行政复议纠正后予以公开2件。", .processed = 63),
    FIRES("TT-05", E, NULL, .s3 = "对收到的申请经审查后予以公开2件。", .processed = 63),
    NOT("TT-06", .s3 = "行政复议申请人为自然人的13件，为企业的2件。", .received = 120),
    FIRES("TT-06", E, NULL, .s3 = "申请人为自然人的13件。", .received = 120),
    NOT("PA-01", .s3 = "申请总量158件（含上年结转8件），其中县本级41件、部门84件、镇街25件，另有8件为上年结转。"),
    FIRES("PA-01", W, NULL, .s3 = "申请总量158件（含上年结转8件），其中县本级41件、部门84件、镇街25件。"),
    FIRES("PA-01", W, NULL, .s3 = "收到申请151件，其中县本级41件、部门84件、镇街25件，另有8件为上年结转。"),
};

/* Of the whole told from A to B, the second is this year's; of one channel or kind it is a part. */
static const struct prose_case subset_moves[] = {
    FIRES("TT-01", E, NULL, .s3 = "收到申请由1件增加到3件。", .received = 5),
    SILENT("TT-01", .s3 = "收到申请由1件增加到3件。", .received = 3),
    FIRES("TT-01", E, NULL, .s3 = "全年收到申请从上年的1件增长到了3件。", .received = 5),
    FIRES("TT-01", E, NULL, .s3 = "依申请公开方面，申请量由1件增至3件。", .received = 5),
    FIRES("TT-01", E, NULL, .s3 = "新收申请由7件减少到3件。", .received = 5),
    NOT("TT-01", .s3 = "网上收到申请由1件增加到3件。", .received = 5),
    NOT("TT-01", .s3 = "网上收到政府信息公开申请由1件增加到3件。", .received = 5),
    NOT("TT-01", .s3 = "收到许可申请由1件增加到3件。月均收到申请由1件增加到3件。", .received = 5),
    OPEN("TT-01", E, NULL, .s3 = "收到申请由1件增加到3件。", .received = 3,
         .swap = {"一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3\n", ""}),
};

/* A place's number, or one channel's, is a part: no more than the whole. */
#define DISTRICT                                                                                   \
    .title = "青山区人民政府2020年政府信息公开工作年度报告",                                       \
    .sign = "\n青山区人民政府\n2021年1月20日"
static const struct prose_case subset_places[] = {
    SILENT("TT-01", DISTRICT, .s3 = "柳溪镇收到申请3件。", .received = 5),
    SILENT("TT-01", DISTRICT, .s3 = "政府信息公开申请方面，柳溪镇收到3件、柏桥乡收到1件。", .received = 5),
    SILENT("TT-01", DISTRICT, .s3 = "柳溪镇收到申请6件。", .received = 5, .carried_in = 1),
    {"TT-01",
     {DISTRICT, .s3 = "柳溪镇收到政府信息公开申请8件。", .received = 5},
     OUTCOME_FAIL, W, NULL,
     "正文“柳溪镇收到政府信息公开申请8件”为 8，只是其中一部分，却多于表三 一 总计 的 5",
     "the text says 8 (“柳溪镇收到政府信息公开申请8件”), a part only, but Table 3 一 总计 has 5, "
     "which is less",
     "柳溪镇收到政府信息公开申请8件"},
    FIRES("TT-01", W, NULL, DISTRICT, .s3 = "柳溪镇收到申请2件，柏桥乡收到申请8件。", .received = 5),
    FIRES("TT-01", W, NULL, DISTRICT, .s3 = "区教育局收到申请8件。", .received = 5),
    NOT("TT-01", DISTRICT, .s3 = "柳溪镇收到补贴申请8件。柳溪镇近3年收到申请8件。", .received = 5),
    NOT("TT-01", DISTRICT, .s3 = "柳溪镇收到申请8件次。上年柳溪镇收到申请8件。", .received = 5),
    NOT("TT-01", .s3 = "县教育局共受理信件8件，其中申请3件。", .received = 5), /* not below a town */
    OPEN("TT-01", E, NULL, DISTRICT, .s3 = "柳溪镇收到申请8件。", .received = 3,
         .swap = {"一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3\n", ""}),
    SILENT("TT-01", .s3 = "网上申请3件。", .received = 5),
    SILENT("TT-01", .s3 = "通过信函方式提交的申请5件。", .received = 5),
    FIRES("TT-01", W, NULL, .s3 = "网上申请8件。", .received = 5),
    FIRES("TT-01", W, NULL, .s3 = "信函申请1件，当面申请8件。", .received = 5),
    NOT("TT-01", DISTRICT, .s3 = "市自然资源局收到申请3266件，其中我区4件。区政务服务中心受理各类申请56789件。", .received = 5),
    NOT("TT-01", DISTRICT, .s3 = "柳溪镇、桥头镇等12个镇街共收到申请3件。", .received = 5),
    NOT("TT-01", .s3 = "窗口申请2345件，主要是社保业务。", .received = 5),
    NOT("TT-06", .s3 = "当面申请3件中自然人2件。", .received = 5),
    FIRES("TT-06", E, NULL, .s3 = "收到的申请3件中自然人2件。", .received = 5),
    NOT("TT-01", .s3 = "网上许可申请8件。上年网上申请8件。网上申请8件次。", .received = 5),
    FIRES("TT-03", W, NULL, DISTRICT, .s3 = "柳溪镇答复申请8件。", .processed = 5),
    SILENT("TT-03", DISTRICT, .s3 = "柳溪镇答复申请3件。", .processed = 5),
};

/* The office's own cases beside the district's table. */
static const struct prose_case subset_offices[] = {
    SILENT("TT-03", DISTRICT, .s3 = "区政府办公室受理并答复申请4件。", .processed = 5),
    NOT("TT-03", DISTRICT, .s3 = "区政府办公室牵头办理申请4件，其余由部门办理。", .processed = 5),
    NOT("TT-04", DISTRICT, .s3 = "区政府办公室承办以区政府名义答复的申请4件，答复3件，结转2件。", .carried_out = 6),
    NOT("TT-03", DISTRICT, .s3 = "区政府办公室承办以区政府名义答复的申请4件，答复3件，结转2件。", .processed = 5),
    SILENT("TT-03", DISTRICT, .s3 = "区政府信息公开办公室代表区政府办理申请4件，出具答复书3份。", .processed = 5),
    FIRES("TT-03", W, NULL, DISTRICT, .s3 = "区政府信息公开办公室代表区政府办理申请8件。", .processed = 5),
    NOT("TT-04", DISTRICT, .s3 = "区政府办公室受理申请5件，答复3件，结转下年2件。", .carried_out = 6),
    FIRES("TT-04", W, NULL, .title = "青山区人民政府办公室2020年政府信息公开工作年度报告",
          .sign = "\n青山区人民政府办公室\n2021年1月20日", .s3 = "区政府办公室办理申请5件，答复3件，结转下年2件。", .carried_out = 6),
};

/* 行政应诉 alone, where section four speaks of nothing else. */
static const struct prose_case subset_answered[] = {
    {"TT-08", {.s4 = "行政复议1件，行政应诉8件。", .review = 1, .direct = 9}, OUTCOME_FAIL, W, NULL,
     "正文“行政应诉8件”为 8，表四 未经复议直接起诉 总计 + 表四 复议后起诉 总计 为 9，差 "
     "1；这种写法口径不一，已知的几种都不相符，请核对",
     NULL, "行政应诉8件"},
    SILENT("TT-08", .s4 = "2020年行政应诉9件。", .direct = 9),
    SILENT("TT-08", .s4 = "行政应诉6件。", .direct = 6, .after = 3),
    NOT("TT-08", .s4 = "行政应诉98件，出庭率100%。", .direct = 9),
    NOT("TT-08", .s4 = "行政应诉98件，其中涉及征地90件。", .direct = 9),
    NOT("TT-08", .s1 = "行政应诉98件。", .direct = 9),
    NOT("TT-08", .s4 = "上年行政应诉8件。2019年行政应诉8件。", .direct = 9),
    OPEN("TT-08", E, NULL, .s4 = "行政应诉8件。", .no_t4 = true),
};

#define SUBSET_CASES                                                                               \
    PROSE_LIST(subset_decisions), PROSE_LIST(subset_aims), PROSE_LIST(subset_applications),        \
        PROSE_LIST(subset_cases), PROSE_LIST(subset_years), PROSE_LIST(subset_documents),          \
        PROSE_LIST(subset_results), PROSE_LIST(subset_shares), PROSE_LIST(subset_moves),           \
        PROSE_LIST(subset_places), PROSE_LIST(subset_offices), PROSE_LIST(subset_answered)

#endif
