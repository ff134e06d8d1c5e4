/* Cases of the checks of tables beyond the first release. */
#ifndef GOUJI_TESTS_CASES_TABLES_H
#define GOUJI_TESTS_CASES_TABLES_H

#include "catalogue_cases.h"

/* Rows of table three, as when it is put in twice. */
#define LAST_OF_T3 "四、结转下年度继续办理\t0\t0\t0\t0\t0\t0\t0\n"
#define MOST_OF_T3   \
    "一、本年新收政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n" \
    "二、上年结转政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0\n" \
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t0\t0\t0\t0\t0\t0\t0\n" \
    "2.其他法律行政法规禁止公开\t0\t0\t0\t0\t0\t0\t0\n" \
    "3.危及“三安全一稳定”\t0\t0\t0\t0\t0\t0\t0\n" \
    "4.保护第三方合法权益\t0\t0\t0\t0\t0\t0\t0\n" \
    "5.属于三类内部事务信息\t0\t0\t0\t0\t0\t0\t0\n" \
    "6.属于四类过程性信息\t0\t0\t0\t0\t0\t0\t0\n" \
    "7.属于行政执法案卷\t0\t0\t0\t0\t0\t0\t0\n" \
    "8.属于行政查询事项\t0\t0\t0\t0\t0\t0\t0\n" \
    "2.没有现成信息需要另行制作\t0\t0\t0\t0\t0\t0\t0\n" \
    "3.补正后申请内容仍不明确\t0\t0\t0\t0\t0\t0\t0\n" \
    "（六）其他处理\t0\t0\t0\t0\t0\t0\t0\n" \
    "（七）总计\t0\t0\t0\t0\t0\t0\t0\n"

static const struct prose_case tables_printing[] = {
    FIRES("STR-03", W, NULL, .swap = {"行政处罚\t0\t0\t0\n", "行政处罚\t0\t0\t0\n行政处罚\t0\t0\t0\n"}),
    {"STR-03",
     {.swap = {"行政处罚\t0\t0\t0\n", "行政处罚\t0\t0\t0\n行政处罚\t1\t0\t2\n"}},
     OUTCOME_FAIL, W, "T2.1", "表二有多余或重复的行：“行政处罚 1 0 2”", NULL, NULL},
    {"STR-03", {.swap = {LAST_OF_T3, LAST_OF_T3 MOST_OF_T3}}, OUTCOME_FAIL, W, "T3",
     "表三印了两遍：14 行重复，第一行是：“一、本年新收政府信息公开申请数量 0 0 0 0 0 0 0”",
     "Table 3 is printed twice: 14 rows are repeated, the first is: "
     "“一、本年新收政府信息公开申请数量 0 0 0 0 0 0 0”", NULL},
    SILENT("STR-03", 0),
    FIRES("STR-07", E, "license", .swap = {"行政许可\t0\t0\t0", "行政许可\t0\t0\t三十多"}),
    {"STR-07", {.swap = {"行政许可\t0\t0\t0", "行政许可\t9999999999999\t0\t0"}}, OUTCOME_FAIL, E, "license",
     "表二有过长、不可能是件数的数字：“9999999999999”",
     "Table 2 has numbers too long to be counts: “9999999999999”", "9999999999999"},
    {"STR-07", {.swap = {"行政许可\t0\t0\t0", "行政许可\t3\t37（其中网办30）\t22件（含3件）"}}, OUTCOME_FAIL, I, "license",
     "表二的数字写法不规范：“37（其中网办30）”、“22件（含3件）”",
     "Table 2 has numbers printed irregularly: “37（其中网办30）”, “22件（含3件）”", NULL},
    FIRES("STR-07", I, "license", .swap = {"行政许可\t0\t0\t0", "行政许可\t3\t+4\t1,234"}),
    FIRES("STR-07", I, "license", .swap = {"行政许可\t0\t0\t0", "行政许可\t3\t4\t22件"}),
    {"STR-07", {.swap = {"政府集中采购\t0\t0", "政府集中采购\t2\t35000元"}}, OUTCOME_FAIL, I, "procurement",
     "表二的金额不以万元计，格式要求以万元计：“35000元”",
     "Table 2: an amount that is not in 万元 as the form wants: “35000元”", NULL},
    FIRES("STR-07", I, "fee", .edition = 2021, .swap = {"行政事业性收费\t0", "行政事业性收费\t0.5亿元"}),
    FIRES("STR-07", E, "procurement", .swap = {"政府集中采购\t0\t0", "政府集中采购\t若干\t35000元"}),
    SILENT("STR-07", .edition = 2021, .swap = {"行政事业性收费\t0", "行政事业性收费\t3.5万元"}),
    SILENT("STR-07", .edition = 2021, .swap = {"行政事业性收费\t0", "行政事业性收费\t0元"}),
    SILENT("STR-07", .edition = 2021, .swap = {"行政事业性收费\t0", "行政事业性收费\t35000"}),
    SILENT("STR-07", .swap = {"行政许可\t0\t0\t0", "行政许可\t3\t-2\t1234"}),
    FIRES("STR-08", W, "T3", .swap = {"科研机构", "科研单位"}),
    SILENT("STR-08", .swap = {"商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n",
                              "商业\t科研\t社会公\t法律服\t其他\t\n\t\t企业\t机构\t益组织\t务机构\t\t\n"}),
    SILENT("STR-08", 0),
    FIRES("STR-09", I, "T3", .swap = {"\t2.其他法律", "\n\t2.其他法律"}),
    SILENT("STR-09", 0),
    FIRES("STR-10", I, "T2.1", .swap = {"行政处罚\t0", "(四) 行政处罚\t0"}),
    SILENT("STR-10", 0),
    FIRES("STR-11", W, "T2",
          .swap = {"信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n规章\t0\t0\t0\n规范性文件",
                   "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件"}),
    SILENT("STR-11", 0),
    SILENT("STR-11", .edition = 2021),
    FIRES("STR-12", I, "T2", .received = 3),
    SILENT("STR-12", .received = 3, .normative = "1\t1\t1"),
    NOT("STR-12", .no_t2 = true, .h3 = ""),
};

static const struct prose_case tables_table_two[] = {
    FIRES("T2-02", I, "normative", .normative = "1\t2\t2"),
    SILENT("T2-02", .normative = "2\t1\t2"),
    OPEN("T2-02", I, "normative", .normative = "\t1\t2"),
    NOT("T2-02", .edition = 2021),
    FIRES("T2-04", W, "license", .swap = {"行政许可\t0\t0\t0", "行政许可\t0\t0\t5"}),
    SILENT("T2-04", .swap = {"行政许可\t0\t0\t0", "行政许可\t2\t0\t5"}),
    OPEN("T2-04", W, "license", .swap = {"行政许可\t0\t0\t0", "行政许可\t0\t\t5"}),
    NOT("T2-04", .edition = 2021),
    FIRES("T2-05", W, "procurement", .swap = {"政府集中采购\t0\t0", "政府集中采购\t3\t0"}),
    FIRES("T2-05", W, "procurement", .swap = {"政府集中采购\t0\t0", "政府集中采购\t0\t3.5"}),
    SILENT("T2-05", .swap = {"政府集中采购\t0\t0", "政府集中采购\t3\t3.5"}),
    OPEN("T2-05", W, "procurement", .swap = {"政府集中采购\t0\t0", "政府集中采购\t3\t"}),
    NOT("T2-05", .edition = 2021),
    FIRES("T2-08", W, "regulation", .swap = {"规章\t0\t0\t0", "规章\t0\t0\t2"}),
    SILENT("T2-08", .title = "白水省人民政府2020年政府信息公开工作年度报告",
           .swap = {"规章\t0\t0\t0", "规章\t0\t0\t2"}),
    OPEN("T2-08", W, "regulation", .swap = {"规章\t0\t0\t0", "规章\t0\t\t0"}),
    FIRES("T2-09", W, "fee", .edition = 2021, .swap = {"行政事业性收费\t0", "行政事业性收费\t25100"}),
    SILENT("T2-09", .edition = 2021, .swap = {"行政事业性收费\t0", "行政事业性收费\t25.1"}),
    OPEN("T2-09", W, "fee", .edition = 2021, .swap = {"行政事业性收费\t0", "行政事业性收费\t"}),
    NOT("T2-09", 0),
    FIRES("T2-10", I, "penalty", .swap = {"行政处罚\t0\t0\t0\n行政强制\t0\t0\t0",
                                          "行政处罚\t1\t0\t7\n行政强制\t1\t0\t7"}),
    FIRES("T2-10", I, "penalty", .edition = 2021,
          .swap = {"行政处罚\t0\n行政强制\t0", "行政处罚\t7\n行政强制\t7"}),
    SILENT("T2-10", 0),
    OPEN("T2-10", I, "penalty", .swap = {"行政处罚\t0\t0\t0\n行政强制\t0\t0\t0",
                                         "行政处罚\t1\t0\t7\n行政强制\t1\t\t7"}),
};

static const struct prose_case tables_applications_and_cases[] = {
    FIRES("T3-06", I, "other", .processed = 4,
          .swap = {"（六）其他处理\t0\t0\t0\t0\t0\t0\t0", "（六）其他处理\t2\t0\t0\t0\t0\t0\t2"}),
    SILENT("T3-06", .processed = 4, .s3 = "其中2件申请人撤回。",
           .swap = {"（六）其他处理\t0\t0\t0\t0\t0\t0\t0", "（六）其他处理\t2\t0\t0\t0\t0\t0\t2"}),
    SILENT("T3-06", .processed = 40,
           .swap = {"（六）其他处理\t0\t0\t0\t0\t0\t0\t0", "（六）其他处理\t2\t0\t0\t0\t0\t0\t2"}),
    OPEN("T3-06", I, "other", .processed = 4,
         .swap = {"（六）其他处理\t0\t0\t0\t0\t0\t0\t0\n", ""}),
    FIRES("T3-07", I, "other_2", .edition = 2021, .s6 = "未发出收费通知。",
          .swap = {"\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0",
                   "\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t1\t0\t0\t0\t0\t0\t1"}),
    SILENT("T3-07", .edition = 2021, .s6 = "未发出收费通知。"),
    OPEN("T3-07", I, "other_2", .edition = 2021, .s6 = "未发出收费通知。",
         .swap = {"\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t0", "\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请\t0\t0\t0\t0\t0\t0\t"}),
    NOT("T3-07", 0),
    FIRES("T3-08", I, "ot", .swap = {"一、本年新收政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0",
                                     "一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t2\t3"}),
    SILENT("T3-08", .received = 3),
    OPEN("T3-08", I, "ot", .swap = {"一、本年新收政府信息公开申请数量\t0\t0\t0\t0\t0\t0\t0",
                                    "一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t\t3"}),
    FIRES("T4-04", I, "corrected", .review = 1, .swap = {"1\t0\t0\t0\t1\t", "0\t1\t0\t0\t1\t"}),
    SILENT("T4-04", .review = 1, .s5 = "一是公开不够，有1件被纠正。\n下一步，将加强业务培训。",
           .swap = {"1\t0\t0\t0\t1\t", "0\t1\t0\t0\t1\t"}),
    OPEN("T4-04", I, "corrected", .no_t4 = true),
    FIRES("T4-05", I, "after", .after = 1, .prior = BEFORE(0)),
    SILENT("T4-05", .after = 1, .prior = BEFORE(.review = 1)),
    OPEN("T4-05", I, "after", .no_t4 = true, .prior = BEFORE(0)),
    NOT("T4-05", .after = 1),
    FIRES("T4-06", I, "T4", .direct = 1, .prior = BEFORE(0)),
    SILENT("T4-06", .direct = 1, .prior = BEFORE(.received = 1, .processed = 1)),
    OPEN("T4-06", I, "T4", .no_t4 = true, .prior = BEFORE(0)),
    NOT("T4-06", .direct = 1),
};

static const struct prose_case tables_two_years[] = {
    FIRES("XY-02", W, "license", .prior = BEFORE(.swap = {"行政许可\t0\t0\t0", "行政许可\t3\t1\t0"})),
    SILENT("XY-02", .swap = {"行政许可\t0\t0\t0", "行政许可\t4\t1\t0"},
           .prior = BEFORE(.swap = {"行政许可\t0\t0\t0", "行政许可\t3\t1\t0"})),
    OPEN("XY-02", W, "license", .swap = {"行政许可\t0\t0\t0", "行政许可\t5\t0\t0"}, .prior = BEFORE(.swap = {"行政许可\t0\t0\t0", "行政许可\t\t1\t0"})),
    NOT("XY-02", 0),
    FIRES("XY-03", I, "normative", .edition = 2021, .normative = "1\t0\t10",
          .prior = BEFORE(.edition = 2021, .normative = "0\t0\t10")),
    FIRES("XY-03", W, "normative", .edition = 2021, .normative = "1\t0\t20",
          .prior = BEFORE(.edition = 2021, .normative = "0\t0\t10")),
    /* Cleared out, and just as many as are missing. */
    FIRES("XY-03", I, "normative", .edition = 2021, .normative = "1\t0\t10", .s1 = "经清理，宣布失效11件规范性文件，不再计入现行有效件数。",
          .prior = BEFORE(.edition = 2021, .normative = "0\t0\t20")),
    FIRES("XY-03", W, "normative", .edition = 2021, .normative = "1\t0\t10", .s1 = "经清理，宣布失效3件规范性文件。",
          .prior = BEFORE(.edition = 2021, .normative = "0\t0\t20")),
    SILENT("XY-03", .edition = 2021, .normative = "2\t1\t11",
           .prior = BEFORE(.edition = 2021, .normative = "0\t0\t10")),
    OPEN("XY-03", I, "normative", .edition = 2021, .normative = "2\t1\t",
         .prior = BEFORE(.edition = 2021, .normative = "0\t0\t10")),
    NOT("XY-03", .edition = 2021),
    FIRES("XY-04", I, "T3.new.tot", .received = 21, .prior = BEFORE(.received = 4)),
    FIRES("XY-04", I, "T3.new.tot", .received = 4, .prior = BEFORE(.received = 21)),
    SILENT("XY-04", .received = 19, .prior = BEFORE(.received = 1)),
    OPEN("XY-04", I, "T3.new.tot", .h3 = "", .prior = BEFORE(.received = 21)),
    NOT("XY-04", .received = 21),
    FIRES("XY-08", I, "T4", .prior = BEFORE(.review = 1, .review_pending = 1)),
    SILENT("XY-08", .review = 1, .prior = BEFORE(.review = 1, .review_pending = 1)),
    OPEN("XY-08", I, "T4", .no_t4 = true, .prior = BEFORE(.review = 1, .review_pending = 1)),
    NOT("XY-08", 0),
};

#define TABLES_CASES    \
    PROSE_LIST(tables_printing), \
    PROSE_LIST(tables_table_two), \
    PROSE_LIST(tables_applications_and_cases), \
    PROSE_LIST(tables_two_years)


#endif
