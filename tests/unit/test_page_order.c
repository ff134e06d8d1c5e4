/* Text taken from a page in the order of its boxes, as converters of PDF give it when they keep
 * no places: a label without figures is blank only where nothing says that they stand elsewhere. */
#include "reading.h"

#include "gouji/base/str.h"

#define HEAD "某县柳河镇2021年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define HEAD2 HEAD "二、主动公开政府信息情况\n"
#define HEAD3 HEAD "三、收到和处理政府信息公开申请情况\n"
#define NEXT3 "三、收到和处理政府信息公开申请情况\n"
#define NOTE3 "（本列数据的勾稽关\n系为：第一项加第二\n项之和，等于第三项\n加第四项之和）\n\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"
#define BLOCK1                                                                                                                     \
    "第二十条第（一）项\n信息内容\n\n本年制发件数\n\n本年废止件数\n\n现行有效件数\n\n规章\n\n1\n" \
    "\n2\n\n3\n\n"                                                                                                                 \
    "行政规范性文件\n\n4\n\n5\n\n6\n\n"
#define BLOCK8 "第二十条第（八）项\n信息内容\n\n本年收费金额（单位：万元）\n\n行政事业性收费\n"
#define COLUMNS3 "申请人情况\n自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"

#define SEVEN(digit) "1" digit "\n0\n0\n0\n0\n0\n1" digit "\n"
#define OPEN3 HEAD3 COLUMNS3 "一、本年新收政府信息公开申请数量\n" SEVEN("1")
#define DENIED1 "1.属于国家秘密\n"
#define DENIED2 "2.其他法律行政法规禁止公开\n"
#define DENIED3 "3.危及“三安全一稳定”\n"
#define DENIED4 "4.保护第三方合法权益\n"
#define DENIED "（三）不予公开\n"

static const struct reading_case cases[] = {
    {"the last figure stands behind the next section's heading",
     HEAD2 BLOCK1 BLOCK8 NEXT3 "\n23\n\n" NOTE3 COLUMNS3
                               "一、本年新收政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n" TAIL,
     {{"T2.a1.regulation.issued", "1"}, {"T2.a8.fee.amount", "unplaced"}, {"T3.new.tot", "1"}}},
    {"or behind the note of the next table's corner",
     HEAD2 BLOCK1 BLOCK8 NEXT3 NOTE3 "23\n\n" COLUMNS3
                                     "一、本年新收政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n" TAIL,
     {{"T2.a1.normative.in_force", "6"}, {"T2.a8.fee.amount", "unplaced"}}},
    {"a last row that is blank, and no figure behind it",
     HEAD2 BLOCK1 BLOCK8 NEXT3 NOTE3 COLUMNS3
     "一、本年新收政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n" TAIL,
     {{"T2.a8.fee.amount", "blank"}, {"T3.new.np", "1"}}},
    {"all labels, a column's label, all figures",
     HEAD3
     "申请人情况\n自然人\n\n一、本年新收政府信息公开申请数量\n二、上年结转政府信息公开申请数量\n"
     "三、本年度办理结果\n（一）予以公开\n四、结转下年度继续办理\n\n总计\n3\n\n0\n\n2\n\n1\n"
     "\n" TAIL,
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.tot", "unplaced"}, {"T3.carry_out.np", "unplaced"}}},
    {"figures above the rows that have none",
     HEAD2
     "第二十条第（一）项\n信息内容\n\n本年制发件数\n\n本年废止件数\n\n现行有效件数\n\n20\n\n34\n\n"
     "0\n\n规章\n行政规范性文件\n\n第二十条第（五）项\n信息内容\n\n本年处理决定数量\n\n"
     "行政许可\n\n7\n\n" TAIL,
     {{"T2.a1.normative.issued", "unplaced"},
      {"T2.a1.regulation.issued", "unplaced"},
      {"T2.a5.license.decisions", "7"}}},
    {"figures above the label of each row",
     HEAD2
     "第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n11 12 13\n规章\n"
     "14 15 16\n行政规范性文件\n第二十条第（五）项\n信息内容\n本年处理决定数量\n7\n行政许可\n" TAIL,
     {{"T2.a1.regulation.issued", "unplaced"},
      {"T2.a1.normative.issued", "unplaced"},
      {"T2.a5.license.decisions", "unplaced"}}},
    {"the same below the label of each row, and others above the first",
     HEAD2
     "第二十条第（一）项\n信息内容\n本年制发件数\n本年废止件数\n现行有效件数\n11\n12\n13\n规章\n"
     "14\n15\n16\n行政规范性文件\n17\n18\n19\n第二十条第（五）项\n信息内容\n本年处理决定数量\n"
     "行政许可\n7\n" TAIL,
     {{"T2.a1.regulation.issued", "14"},
      {"T2.a1.normative.issued", "17"},
      {"T2.a5.license.decisions", "7"}}},
    {"figures above the label of each of table three's rows",
     HEAD3 COLUMNS3 "2 0 0 0 0 0 2\n一、本年新收政府信息公开申请数量\n3 0 0 0 0 0 3\n"
                    "二、上年结转政府信息公开申请数量\n4 0 0 0 0 0 4\n三、本年度办理结果\n"
                    "（一）予以公开\n1 0 0 0 0 0 1\n四、结转下年度继续办理\n" TAIL,
     {{"T3.new.np", "unplaced"},
      {"T3.carry_in.np", "unplaced"},
      {"T3.open.np", "unplaced"},
      {"T3.carry_out.np", "unplaced"}}},
    {"numbers of columns above rows whose figures stand below their labels",
     HEAD3 COLUMNS3 "1 2 3 4 5 6 7\n一、本年新收政府信息公开申请数量\n3 0 0 0 0 0 3\n"
                    "二、上年结转政府信息公开申请数量\n4 0 0 0 0 0 4\n三、本年度办理结果\n"
                    "（一）予以公开\n1 0 0 0 0 0 1\n四、结转下年度继续办理\n6 0 0 0 0 0 6\n" TAIL,
     {{"T3.new.np", "3"}, {"T3.open.np", "1"}, {"T3.carry_out.np", "6"}}},
    {"labels of columns below those of rows",
     HEAD2 "第二十条第（一）项\n信息内容\n规章\n行政规范性文件\n\n本年制发件数\n1\n4\n\n"
           "本年废止件数\n2\n5\n\n现行有效件数\n3\n6\n\n第二十条第（五）项\n信息内容\n行政许可\n\n"
           "本年处理决定数量\n7\n\n第二十条第（六）项\n信息内容\n行政处罚\n行政强制\n\n"
           "本年处理决定数量\n8\n9\n" TAIL,
     {{"T2.a1.regulation.issued", "unplaced"},
      {"T2.a5.license.decisions", "unplaced"},
      {"T2.a6.penalty.decisions", "unplaced"},
      {"T2.a6.coercion.decisions", "unplaced"}}},
    {"a label with nothing behind it above one with several figures, but not all",
     HEAD3 COLUMNS3 "一、本年新收政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n"
                    "二、上年结转政府信息公开申请数量\n三、本年度办理结果\n（一）予以公开\n"
                    "3\n0\n4\n2\n四、结转下年度继续办理\n0\n0\n0\n0\n0\n0\n0\n" TAIL,
     {{"T3.new.np", "1"},
      {"T3.carry_in.np", "unplaced"},
      {"T3.open.np", "unplaced"},
      {"T3.carry_out.tot", "0"}}},
    {"labels of two rows side by side, nearer than cells are, and as many figures as one has",
     HEAD2 "第二十条第（一）项\n信息内容\n\n本年制发件数\n\n本年废止件数\n\n现行有效件数\n\n规章\n"
           "行政规范性文件\n\n22\n27\n\n4\n\n" BLOCK8 "\n45\n\n" TAIL,
     {{"T2.a1.regulation.in_force", "unplaced"},
      {"T2.a1.normative.issued", "unplaced"},
      {"T2.a8.fee.amount", "45"}}},
    {"as many figures as T4 has above its header, and others below",
     HEAD "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n\n8\n\n4\n\n1\n\n1\n\n0\n\n6\n\n5\n\n3"
          "\n\n0\n\n"
          "0\n2\n8\n\n3\n\n7\n7\n\n行政诉讼\n未经复议直接起诉\n复议后起诉\n"
          "结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n结果维持\n结果纠正\n其他结果\n"
          "尚未审结\n总计\n结果维持\n结果纠正\n其他结果\n尚未审结\n总计\n5\n0\n1\n3\n3\n" TAIL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"a label with nothing behind it among full rows",
     HEAD3 COLUMNS3 "一、本年新收政府信息公开申请数量\n1\n0\n0\n0\n0\n0\n1\n"
                    "二、上年结转政府信息公开申请数量\n三、本年度办理结果\n（一）予以公开\n"
                    "1\n0\n0\n0\n0\n0\n1\n四、结转下年度继续办理\n0\n0\n0\n0\n0\n0\n0\n" TAIL,
     {{"T3.new.np", "1"}, {"T3.carry_in.np", "blank"}, {"T3.open.tot", "1"}}},
};

/* Figures of a row whose label's last line is further down stand above that label. */
static const struct reading_case sunken[] = {
    {"a row's figures behind those of the row above, and so on to a row without any",
     OPEN3 DENIED DENIED1 SEVEN("2") SEVEN("3") DENIED2 SEVEN("4") DENIED3 DENIED4 SEVEN("5") TAIL,
     {{"T3.new.np", "11"},
      {"T3.denied_1.np", "unplaced"},
      {"T3.denied_2.np", "unplaced"},
      {"T3.denied_3.np", "unplaced"},
      {"T3.denied_4.np", "15"}}},
    {"no row lacks figures",
     OPEN3 DENIED DENIED1 SEVEN("2") SEVEN("3") DENIED2 SEVEN("4") DENIED3 SEVEN("5") TAIL,
     {{"T3.denied_1.np", "unplaced"}, {"T3.denied_2.np", "14"}, {"T3.denied_3.np", "15"}}},
    {"the label of the row between is lost",
     OPEN3 DENIED DENIED1 SEVEN("2") SEVEN("3") DENIED3 SEVEN("4") DENIED4 TAIL,
     {{"T3.denied_1.np", "unplaced"}, {"T3.denied_3.np", "14"}}},
    {"a group's label below its first row's, and figures that fill a row above one with less",
     OPEN3 DENIED1 SEVEN("2") DENIED DENIED2 SEVEN("3") DENIED3 "5\n5\n" DENIED4 SEVEN("4") TAIL,
     {{"T3.denied_1.np", "12"},
      {"T3.denied_2.np", "unplaced"},
      {"T3.denied_3.np", "unplaced"},
      {"T3.denied_4.np", "14"}}},
    {"a group's label below, and full rows",
     OPEN3 DENIED1 SEVEN("2") DENIED DENIED2 SEVEN("3") DENIED3 SEVEN("4") TAIL,
     {{"T3.denied_1.np", "12"}, {"T3.denied_2.np", "13"}, {"T3.denied_3.np", "14"}}},
    {"a group's label below, and full rows above one with a page's number besides",
     OPEN3 DENIED1 SEVEN("2") DENIED DENIED2 SEVEN("3") DENIED3 SEVEN("4") "2\n" DENIED4 SEVEN("5")
         TAIL,
     {{"T3.denied_1.np", "12"},
      {"T3.denied_2.np", "13"},
      {"T3.denied_3.np", "unplaced"},
      {"T3.denied_4.np", "15"}}},
    {"the group's label above, and a row with less",
     OPEN3 DENIED DENIED1 SEVEN("2") DENIED2 SEVEN("3") DENIED3 "5\n5\n" DENIED4 SEVEN("4") TAIL,
     {{"T3.denied_1.np", "12"}, {"T3.denied_2.np", "13"}, {"T3.denied_3.np", "unplaced"}}},
};

static void test_sunken(void **state)
{
    assert_readings(state, sunken, COUNT(sunken));
}

static void test_cells(void **state)
{
    assert_readings(state, cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_cells), cmocka_unit_test(test_sunken)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
