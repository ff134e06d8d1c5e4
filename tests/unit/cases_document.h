/* Cases of DOC-02, 04, 06, 07, 10, 13. */
#ifndef GOUJI_TESTS_CASES_DOCUMENT_H
#define GOUJI_TESTS_CASES_DOCUMENT_H

#include "catalogue_cases.h"

static const struct prose_case document_year[] = {
    {"DOC-02", {0}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"DOC-02",
     {.lead = "本报告数据的统计期限自2019年1月1日起至2019年12月31日止。"},
     OUTCOME_FAIL, E, "period",
     "报告年度为 2020 年，此处为 2019 年：统计期限自2019年1月1日起至2019年12月31日止",
     "the report is for 2020, here it says 2019: “统计期限自2019年1月1日起至2019年12月31日止”",
     NULL},
    {"DOC-02", {.sign = "\n青山县白水镇人民政府\n2020年1月20日"}, OUTCOME_FAIL, E, "signature",
     "2020 年度的报告应在该年度结束后发布，落款为“2020年1月20日”",
     "a report for 2020 appears after that year, it is signed “2020年1月20日”", "2020年1月20日"},
    /* Signed when the year was ending. */
    {"DOC-02", {.sign = "\n青山县白水镇人民政府\n2020年12月30日"}, OUTCOME_PASS, 0, NULL, NULL,
     NULL, NULL},
    /* Late, though still in the year after: it may be DOC-08's, not another year's. */
    SILENT("DOC-02", .sign = "\n青山县白水镇人民政府\n2021年12月20日"),
    {"DOC-02", {.sign = "\n青山县白水镇人民政府\n2022年1月20日"}, OUTCOME_FAIL, E, "signature",
     "2020 年度的报告应在次年发布，落款为“2022年1月20日”",
     "a report for 2020 appears in the year after, it is signed “2022年1月20日”", "2022年1月20日"},
    /* The title alone is of another year: period and signature outvote it. */
    {"DOC-02",
     {.title = "青山县白水镇人民政府2019年政府信息公开工作年度报告",
      .lead = "数据的统计期限自2020年1月1日起至2020年12月31日止。",
      .sign = "\n青山县白水镇人民政府\n2021年1月20日"},
     OUTCOME_FAIL, E, "title",
     "报告年度为 2020 年，此处为 2019 年：青山县白水镇人民政府2019年政府信息公开工作年度报告", NULL, NULL},
    /* A school's year is two, which no calendar year is held against. */
    NOT("DOC-02", .title = "青山学院2022-2023学年信息公开工作年度报告",
        .lead = "本报告统计期限为2022年9月1日至2023年8月31日。",
        .s1 = "2022年，我院收到信息公开申请0件。", .sign = "\n青山学院\n2023年10月20日"),
    NOT("DOC-02", .title = "青山学院2022—2023学年度信息公开工作报告",
        .lead = "本报告统计期限为2022年9月1日至2023年8月31日。"),
    FIRES("DOC-02", E, "period", .title = "青山大学2020年度政府信息公开工作年度报告",
          .lead = "本报告统计期限为2019年9月1日至2020年8月31日。"),
    FIRES("DOC-02", E, "period", .title = "青山大学年度政府信息公开工作报告（2020年）",
          .lead = "本报告统计期限为2019年9月1日至2020年8月31日。"),
    SILENT("DOC-02", .s1 = "2019年，我县被评为全省政务公开先进县。"),
    SILENT("DOC-02", .s1 = "2019年，我镇荣获政务公开先进单位。"),
    FIRES("DOC-02", E, NULL, .s1 = "2019年，我镇认真做好工作，被评为先进单位。"),
    {"DOC-02", {.s1 = "2019年，我镇认真做好政府信息公开工作。"}, OUTCOME_FAIL, E, NULL,
     "报告年度为 2020 年，此处为 2019 年：2019年", NULL, "2019年"},
    {"DOC-02", {.s1 = "我镇认真工作。2019年，我镇共收到政府信息公开申请0件。"}, OUTCOME_FAIL, E,
     NULL, NULL, NULL, NULL},
    FIRES("DOC-02", E, NULL, .s1 = "我镇认真工作。2019年，我镇共收到申请3件，上年结转1件，同比减少2件。"),
    FIRES("DOC-02", E, NULL, .s1 = "我镇认真工作。2019年，我镇未收到政府信息公开申请。"),
    SILENT("DOC-02", .s1 = "我镇认真工作。2020年收到申请3件，比2019年减少2件。2019年收到申请5件。", .received = 3),
    /* The other year first, in one sentence or two; none received is a number, too. */
    SILENT("DOC-02", .s1 = "我镇认真工作。2019年收到申请5件，2020年收到申请3件。", .received = 3),
    SILENT("DOC-02", .s1 = "我镇认真工作。2019年收到申请5件。2020年收到申请3件。", .received = 3),
    SILENT("DOC-02", .s1 = "我镇认真工作。2019年、2020年分别收到申请5件、3件。", .received = 3),
    SILENT("DOC-02", .s1 = "我镇认真工作。2019年收到申请5件，2018年收到申请4件。", .received = 3),
    FIRES("DOC-02", E, NULL, .s1 = "我镇认真工作。2019年收到申请3件，2018年收到申请4件。", .received = 3),
    FIRES("DOC-02", E, NULL, .s1 = "我镇认真工作。2019年收到申请5件，2019年收到申请5件。", .received = 3),
    SILENT("DOC-02", .s1 = "我镇认真工作。2019年未收到申请，2020年收到申请3件。", .received = 3),
    FIRES("DOC-02", E, NULL, .s1 = "我镇认真工作。2019年收到申请3件，2020年办结3件。", .received = 3),
    FIRES("DOC-02", E, NULL, .s1 = "我镇认真工作。2019年收到申请5件，办结5件。", .received = 3),
    FIRES("DOC-02", E, NULL, .s1 = "我镇认真工作。2020年收到申请3件。", .s3 = "2019年收到申请3件。", .received = 3),
    SILENT("DOC-02", .s1 = "我镇认真工作。", .s3 = "与上年相比，申请有所减少。2019年收到申请5件。", .received = 3),
    FIRES("DOC-02", E, NULL, .s1 = "我镇认真工作。", .s3 = "与上年相比，申请有所减少。2019年收到申请3件。", .received = 3),
    SILENT("DOC-02", .s1 = "我镇认真工作。2019年收到的申请中有2件结转办理。"),
    /* This year, by that name, is what the other is compared with; a plan is no fact. */
    SILENT("DOC-02", .s1 = "我镇认真工作。2019年收到政府信息公开申请5件，今年收到3件，减少2件。", .received = 3),
    SILENT("DOC-02", .s1 = "我镇认真工作。2019年未收到申请，本年度新收到申请3件。", .received = 3),
    SILENT("DOC-02", .s1 = "我镇认真工作。2019年收到申请5件，今年较其减少2件。", .received = 3),
    SILENT("DOC-02", .s1 = "我镇认真工作。预计2021年收到申请8件。", .received = 3),
    FIRES("DOC-02", E, NULL, .s1 = "我镇认真工作。2021年收到申请8件。", .received = 3),
    FIRES("DOC-02", E, NULL, .s1 = "我镇认真工作。2019年收到申请5件，今年以来规范办理。", .received = 3),
    /* What opens the overview tells the year's own numbers, if this year does not follow. */
    FIRES("DOC-02", E, NULL, .s1 = "2019年白水镇共公开政府信息76条。收到申请1件。"),
    FIRES("DOC-02", E, NULL, .s1 = "（一）主动公开。2019年在门户网站主动公开信息1102条，发布推文30篇。\n（二）依申请公开。2020年收到申请2件。", .received = 2),
    FIRES("DOC-02", E, NULL, .s1 = "（一）主动公开情况：2019年，镇政府共主动公开信息1543条，比2018年增加201条。"),
    SILENT("DOC-02", .s1 = "（一）主动公开情况：2020年，镇政府共主动公开信息1543条，比2019年增加201条。"),
    SILENT("DOC-02", .s1 = "（一）主动公开情况：2019年，镇政府主动公开信息1343条；2020年，主动公开信息1543条。"),
    SILENT("DOC-02", .s1 = "2020年白水镇共公开政府信息76条。收到申请1件。"),
    SILENT("DOC-02", .s1 = "2019年白水镇共公开政府信息56条。2020年公开政府信息76条。"),
    SILENT("DOC-02", .s1 = "2019年白水镇共公开政府信息56条，2020年为76条。"),
    SILENT("DOC-02", .s1 = "2019年以来白水镇共公开政府信息76条。2019年起累计公开信息76条。"),
    SILENT("DOC-02", .s1 = "我镇认真工作。2019年白水镇共公开政府信息56条。"),
    FIRES("DOC-02", E, NULL, .s6 = "2019年度，我镇未收取信息处理费，无其他需要报告的事项。"),
    FIRES("DOC-02", E, NULL, .s6 = "2019年收取信息处理费0元。"),
    SILENT("DOC-02", .s6 = "2020年度，我镇未收取信息处理费。"),
    SILENT("DOC-02", .s6 = "2019年未收取信息处理费，2020年收取信息处理费20元。"),
    SILENT("DOC-02", .s6 = "2019年起按照规定收取信息处理费。按照2019年规定收取信息处理费。我镇未收取信息处理费。"),
    /* Other years are lawful in plans, follow-ups and names of documents. */
    {"DOC-02",
     {.s1 = "我镇认真工作。对照2019年问题清单完成整改，按照2021年政务公开工作部署提前谋划。"},
     OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
};

static const struct prose_case document_kind_of_organ[] = {
    {"DOC-04", {0}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"DOC-04", {.s1 = "我镇认真工作。本街道高度重视政务公开。"}, OUTCOME_FAIL, W, NULL,
     "本机关为“镇”，文中却称“本街道”，疑由其他机关的报告套用而来",
     "the organ is a 镇, but the text says 本街道: probably copied from another organ's report",
     "本街道"},
    {"DOC-04", {.s1 = "针对不足，街道积极改进。"}, OUTCOME_FAIL, W, NULL, NULL, NULL, "街道"},
    {"DOC-04", {.s1 = "本局依法公开。"}, OUTCOME_FAIL, W, NULL, NULL, NULL, "本局"},
    {"DOC-04",
     {.s1 = "指导各镇街、乡镇做好公开，本办法施行后，本镇街面整洁，基本办理完毕，自我市场化。"},
     OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"DOC-04",
     {.title = "青山市人民政府办公室2020年政府信息公开工作年度报告",
      .s1 = "我市未出现问题，我办认真工作。", .s5 = "一是深度不够。下一步将加强培训。"},
     OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    /* The office of a government writes its report. */
    SILENT("DOC-04", .title = "青山县人民政府2020年政府信息公开工作年度报告", .s1 = "我办收到征求意见函21件。",
           .s5 = "一是深度不够。我县将加强培训。", .sign = ""),
    FIRES("DOC-04", W, NULL, .title = "青山县人民政府2020年政府信息公开工作年度报告", .s1 = "我局收到征求意见函21件。",
          .s5 = "一是深度不够。我县将加强培训。", .sign = ""),
    FIRES("DOC-04", W, NULL, .s1 = "我办收到征求意见函21件。"),
    {"DOC-04",
     {.title = "白水乡人民政府2020年政府信息公开工作年度报告", .s1 = "深入推进我镇公开工作。",
      .s5 = "一是公开深度不够。我乡将加强培训。", .sign = ""},
     OUTCOME_FAIL, W, NULL, NULL, NULL, "我镇"},
};

static const struct prose_case document_period[] = {
    {"DOC-06", {0}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    SILENT("DOC-06", .title = "青山县白水镇人民政府2019年政府信息公开工作年度报告",
           .lead = "数据的统计期限自2020年1月1日起至2020年12月31日止。",
           .sign = "\n青山县白水镇人民政府\n2021年1月20日"),
    {"DOC-06", {.lead = "本报告统计期限为2020年1月1日至12月31日。"}, OUTCOME_PASS, 0, NULL, NULL,
     NULL, NULL},
    SILENT("DOC-06", .lead = "统计期限自2020年1月1日起，至2020年12月31日止。"),
    SILENT("DOC-06", .lead = "统计期限自2020年1月1日起，截至2020年12月31日。"),
    SILENT("DOC-06", .lead = "统计期限从2020年1月1日开始，截止到2020年12月31日。"),
    SILENT("DOC-06", .lead = "统计期限自2020年1月1日起，截止12月31日。"),
    FIRES("DOC-06", E, NULL, .lead = "统计期限自2020年1月1日起，截至2020年11月30日。"),
    {"DOC-06", {.lead = "", .s6 = "数据统计期限为2020年1月1日至2020年12月31日。"}, OUTCOME_PASS,
     0, NULL, NULL, NULL, NULL},
    OPEN("DOC-06", W, "", .lead = "本报告统计期限自2020年1月1日至年月日。"),
    OPEN("DOC-06", W, "", .title = "青山学院2022-2023学年信息公开工作年度报告",
         .lead = "本报告统计期限为2022年9月1日至2023年8月31日。"),
    FIRES("DOC-06", W, "", .title = "青山学院2022-2023学年信息公开工作年度报告", .lead = ""),
    {"DOC-06", {.lead = ""}, OUTCOME_FAIL, W, NULL, "全文未写明统计期限",
     "no statistical period is stated", NULL},
    {"DOC-06", {.lead = "本报告统计期限自2020年1月1日至2020年11月30日。"}, OUTCOME_FAIL, E, NULL,
     NULL, NULL, NULL},
    /* The title decides the year, not the clause itself. */
    {"DOC-06", {.lead = "本报告统计期限自2019年1月1日至2019年12月31日。"}, OUTCOME_FAIL, E, NULL,
     "统计期限应为 2020 年 1 月 1 日至 12 月 31 日，文中为：统计期限自2019年1月1日至2019年12月31日",
     NULL, NULL},
    {"DOC-06", {.lead = "本报告统计期限自2020年12月31日至2020年1月1日。"}, OUTCOME_FAIL, E, NULL,
     NULL, NULL, NULL},
};

static const struct prose_case document_signature[] = {
    {"DOC-07", {0}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"DOC-07", {.sign = ""}, OUTCOME_FAIL, W, NULL, "文末没有落款机关和日期",
     "no signature and no date at the end", NULL},
    {"DOC-07", {.sign = "\n青山县白水镇人民政府"}, OUTCOME_FAIL, W, NULL,
     "文末有落款机关而没有日期", "a signature at the end, but no date", NULL},
    {"DOC-07", {.sign = "\n2021年1月20日"}, OUTCOME_FAIL, W, NULL, "文末有日期而没有落款机关",
     "a date at the end, but no signature", NULL},
    /* The page names both at its end; another's name, or the time alone, does not. */
    SILENT("DOC-07", .sign = "\n发布机构：青山县白水镇人民政府\n发布时间：2021-01-20 10:20"),
    SILENT("DOC-07", .sign = "\n来源：青山县白水镇人民政府 发布日期：2021年1月20日"),
    FIRES("DOC-07", W, NULL, .sign = "\n来源：青山县融媒体中心\n发布时间：2021-01-20 10:20"),
    FIRES("DOC-07", W, NULL, .sign = "\n发布机构：青山县白水镇人民政府"),
    FIRES("DOC-07", W, NULL, .sign = "\n发布时间：2021-01-20 10:20"),
};

#define LIST \
    "总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，" \
    "存在的主要问题及改进情况和其他需要报告的事项"

static const struct prose_case document_lead[] = {
    {"DOC-10", {0}, OUTCOME_NA, 0, NULL, NULL, NULL, NULL},
    {"DOC-10", {.lead = "全文包括" LIST "。"}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"DOC-10", {.lead = "本报告由" LIST "六个部分组成。"}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"DOC-10", {.lead = "全文包括" LIST "。", .h4 = "", .no_t4 = true}, OUTCOME_FAIL, W, NULL,
     "导语列有而正文没有：四、政府信息公开行政复议、行政诉讼情况",
     "listed in the lead, not in the body: “四、政府信息公开行政复议、行政诉讼情况”", "复议"},
    {"DOC-10",
     {.lead = "报告内容包括总体情况，主动公开政府信息情况，依申请公开情况，存在的主要问题及改进情况，"
              "其他需要报告的事项。"},
     OUTCOME_FAIL, W, NULL, "正文有而导语未列：四、政府信息公开行政复议、行政诉讼情况",
     "in the body, not listed in the lead: “四、政府信息公开行政复议、行政诉讼情况”", NULL},
    /* It says itself that it leaves some out. */
    {"DOC-10",
     {.lead = "报告主要包括总体情况，主动公开情况，依申请公开情况，存在问题及改进情况等内容。"},
     OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"DOC-10", {.lead = "本报告由" LIST "七个部分组成。"}, OUTCOME_FAIL, W, NULL,
     "导语称 7 个部分，正文为 6 个", "the lead speaks of 7 parts, the body has 6", NULL},
};

#define TITLE_2021 .title = "青山县白水镇人民政府2021年政府信息公开工作年度报告"

static const struct prose_case document_edition[] = {
    /* 本年 and 处理决定数量 are words of two cells. */
    SILENT("DOC-13", .spaced = true,
           .swap = {"上一年项目数量\t本年增/减\t处理决定数量\n行政许可", "上一年项目数量\t本年\t处理决定数量\n行政许可"}),
    {"DOC-13", {0}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"DOC-13", {TITLE_2021, .edition = 2021}, OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
    {"DOC-13", {.edition = 2021}, OUTCOME_FAIL, E, NULL,
     "2020 年度应用 2019 版表格，表中却全是另一版的栏目：本年制发件数、本年废止件数、现行有效件数、"
     "本年处理决定数量、本年收费金额、行政规范性文件、逾期不补正、缴纳费用",
     NULL, "本年制发件数"},
    {"DOC-13", {TITLE_2021}, OUTCOME_FAIL, E, NULL, NULL, NULL, "本年新制作数量"},
    {"DOC-13",
     {.title = "青山县白水镇人民政府2019年政府信息公开工作年度报告",
      .edition = 2021},
     OUTCOME_FAIL, I, NULL, NULL, NULL, NULL},
    /* A row of the other edition among one's own. */
    {"DOC-13", {.normative = "0\t0\t0\n行政规范性文件\t0\t0\t0"}, OUTCOME_FAIL, W, NULL,
     "2020 年度应用 2019 版表格，表中混有另一版的栏目：行政规范性文件",
     "for 2020 the 2019 edition is due, labels of another are mixed in: 行政规范性文件", NULL},
    /* The same words in the prose do not count. */
    {"DOC-13", {.s1 = "行政规范性文件的现行有效件数和本年废止件数已公布，逾期不补正的为0件。"},
     OUTCOME_PASS, 0, NULL, NULL, NULL, NULL},
};

#define DOCUMENT_CASES    \
    PROSE_LIST(document_year), \
    PROSE_LIST(document_kind_of_organ), \
    PROSE_LIST(document_period), \
    PROSE_LIST(document_signature), \
    PROSE_LIST(document_lead), \
    PROSE_LIST(document_edition)

#undef LIST
#undef TITLE_2021

#endif
