/* Columns that the form does not have: the header tells where the form's own stand, and a row's
 * number of figures does not. */
#include "reading.h"

#define HEAD "某县柳河镇2022年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define HEAD2 HEAD "二、主动公开政府信息情况\n"
#define HEAD3 HEAD "三、收到和处理政府信息公开申请情况\n"
#define HEAD4 HEAD "四、政府信息公开行政复议、行政诉讼情况\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"
#define FIVE "结果维持\t结果纠正\t其他结果\t尚未审结\t总计"
#define FIVEBAR "结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | "

static const struct reading_case sheets[] = {
    {"last year's figures before the form's own, the last column blank",
     HEAD2 "第二十条第（一）项\t\t\t\t\n"
           "信息内容\t上年数量\t本年制发件数\t本年废止件数\t现行有效件数\n"
           "规章\t2\t1\t5\t\n行政规范性文件\t3\t11\t12\t\n" TAIL,
     {{"T2.a1.regulation.issued", "1"},
      {"T2.a1.regulation.in_force", "blank"},
      {"T2.a1.normative.issued", "11"},
      {"T2.a1.normative.abolished", "12"},
      {"T2.a1.normative.in_force", "blank"}}},
    {"a unit before them",
     HEAD2 "第二十条第（一）项\t\t\t\t\n"
           "信息内容\t单位\t本年制发件数\t本年废止件数\t现行有效件数\n"
           "规章\t件\t1\t5\t\n行政规范性文件\t件\t11\t12\t\n" TAIL,
     {{"T2.a1.regulation.issued", "1"},
      {"T2.a1.regulation.in_force", "blank"},
      {"T2.a1.normative.issued", "11"},
      {"T2.a1.normative.in_force", "blank"}}},
    {"the row's number in table four, the totals blank",
     HEAD4 "序号\t行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n"
           "\t" FIVE "\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n"
           "\t\t\t\t\t\t" FIVE "\t" FIVE "\n"
           "1\t10\t4\t9\t11\t\t4\t7\t11\t5\t\t7\t7\t1\t0\t\n" TAIL,
     {{"T4.review.upheld", "10"},
      {"T4.review.total", "blank"},
      {"T4.direct.upheld", "4"},
      {"T4.after.pending", "0"},
      {"T4.after.total", "blank"}}},
    {"the same, one row full",
     HEAD2 "第二十条第（一）项\t\t\t\t\n"
           "信息内容\t单位\t本年制发件数\t本年废止件数\t现行有效件数\n"
           "规章\t件\t1\t5\t7\n行政规范性文件\t件\t11\t12\t\n"
           "第二十条第（五）项\t\t\t\t\n信息内容\t单位\t本年处理决定数量\t\t\n"
           "行政许可\t件\t53\t\t\n" TAIL,
     {{"T2.a1.regulation.issued", "1"},
      {"T2.a1.regulation.in_force", "7"},
      {"T2.a1.normative.issued", "11"},
      {"T2.a1.normative.in_force", "blank"},
      {"T2.a5.license.decisions", "53"}}},
    {"the same between blanks, which leave out a cell: the unit is no figure",
     HEAD2 "第二十条第（一）项\n信息内容  单位  本年制发件数  本年废止件数  现行有效件数\n"
           "规章  件  1  5  7\n行政规范性文件  件  11  12\n" TAIL,
     {{"T2.a1.normative.abolished", "unplaced"}, {"T2.a1.normative.in_force", "unplaced"}}},
    {"the same in a page, and the blank cell spans two columns",
     "<p>某县柳河镇2020年政府信息公开工作年度报告</p><p>二、主动公开政府信息情况</p>"
     "<table><tr><td colspan=5>第二十条第（八）项</td></tr><tr><td>信息内容</td><td>单位</td>"
     "<td>上一年项目数量</td><td colspan=2>本年增/减</td></tr><tr><td>行政事业性收费</td>"
     "<td>项</td><td>137</td><td colspan=2></td></tr></table>",
     {{"T2.a8.fee.delta", "unplaced"}}},
    {"what table four's figures are, before them",
     HEAD4 "\t行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n"
           "\t" FIVE "\t未经复议直接起诉\t\t\t\t\t复议后起诉\t\t\t\t\n"
           "\t\t\t\t\t\t" FIVE "\t" FIVE "\n"
           "件数\t10\t4\t9\t11\t34\t\t7\t11\t5\t23\t7\t7\t1\t0\t15\n" TAIL,
     {{"T4.review.upheld", "10"},
      {"T4.review.total", "34"},
      {"T4.direct.upheld", "blank"},
      {"T4.direct.corrected", "7"},
      {"T4.after.total", "15"}}},
    {"the same where a line is a cell and bars end rows, too: the first cell is blank",
     HEAD4
     "行政复议\n|\n行政诉讼\n|\n|\n结果维持\n|\n结果纠正\n|\n其他结果\n|\n尚未审结\n|\n总计\n|\n"
     "未经复议直接起诉\n|\n复议后起诉\n|\n|\n结果维持\n|\n结果纠正\n|\n其他结果\n|\n尚未审结\n|\n"
     "总计\n|\n结果维持\n|\n结果纠正\n|\n其他结果\n|\n尚未审结\n|\n总计\n|\n|\n"
     "数量（件）\n|\n|\n4\n|\n9\n|\n11\n|\n24\n|\n5\n|\n7\n|\n11\n|\n5\n|\n28\n|\n7\n|\n7\n|\n1\n|"
     "\n"
     "0\n|\n15\n|\n|\n" TAIL,
     {{"T4.review.upheld", "unplaced"},
      {"T4.review.corrected", "unplaced"},
      {"T4.direct.upheld", "unplaced"}}},
    {"the same between bars, and no figure",
     HEAD4 "| 序号 | 行政复议 | | | | | 行政诉讼 | | | | | | | | | |\n"
           "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | "
           "--- | --- |\n"
           "| | " FIVEBAR "未经复议直接起诉 | | | | | 复议后起诉 | | | | |\n"
           "| | | | | | | " FIVEBAR FIVEBAR "\n"
           "| 1 | | | | | | | | | | | | | | | |\n" TAIL,
     {{"T4.review.upheld", "blank"}, {"T4.after.total", "blank"}}},
    {"remarks that are no figures, applicants of one kind only",
     HEAD3 "| （本列数据的勾稽关系） | | | 申请人情况 | | | | | | | 备注 |\n"
           "| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |\n"
           "| | | | 自然人 | 法人或其他组织 | | | | | 总计 | |\n"
           "| | | | | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | | |\n"
           "| 一、本年新收政府信息公开申请数量 | | | 14 | | | | | | | |\n"
           "| 三、本年度办理结果 | （一）予以公开 | | 9 | | | | | | | |\n"
           "| | （三）不予公开 | 1.属于国家秘密 | 2 | | | | | | | |\n" TAIL,
     {{"T3.new.np", "14"},
      {"T3.new.ri", "blank"},
      {"T3.open.np", "9"},
      {"T3.open.co", "blank"},
      {"T3.denied_1.np", "2"}}},
    {"the row's number before the corner, and headers that lack their first, empty field",
     HEAD3 "序号 | （本列数据的勾稽关系） |  |  | 申请人情况 |  |  |  |  |  |  |\n"
           " |  |  |  | 自然人 | 法人或其他组织 |  |  |  |  | 总计 |\n"
           " |  |  |  |  | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |  |\n"
           "1 | 一、本年新收政府信息公开申请数量 |  |  | 14 |  |  |  |  |  |  |\n"
           "2 | 二、上年结转政府信息公开申请数量 |  |  | 1 |  |  |  |  |  |  |\n"
           "3 | 三、本年度办理结果 | （一）予以公开 |  | 9 |  |  |  |  |  |  |\n" TAIL,
     {{"T3.new.co", "unplaced"}, {"T3.open.co", "unplaced"}}},
    {"the row's number before the corner, and rows that are full",
     HEAD3 "序号 | （本列数据的勾稽关系） |  |  | 申请人情况 |  |  |  |  | \n"
           " |  |  |  | 自然人 | 法人或其他组织 |  |  |  |  | 总计 |\n"
           " |  |  |  |  | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |  |\n"
           "1 | 一、本年新收政府信息公开申请数量 |  |  | 14 | 1 | 2 | 3 | 4 | 5 | 29 |\n"
           "2 | 二、上年结转政府信息公开申请数量 |  |  | 1 | 0 | 0 | 0 | 0 | 0 | 1 |\n"
           "3 | 三、本年度办理结果 | （一）予以公开 |  | 9 | 0 | 0 | 1 |  | 0 | 10 |\n" TAIL,
     {{"T3.new.np", "14"},
      {"T3.new.tot", "29"},
      {"T3.carry_in.tot", "1"},
      {"T3.open.np", "unplaced"}}},
    {"sums of companies before the total",
     "<p>某县柳河镇2022年政府信息公开工作年度报告</p><p>三、收到和处理政府信息公开申请情况</p>"
     "<table><tr><td rowspan=3 colspan=3>（本列数据的勾稽关系）</td>"
     "<td colspan=8>申请人情况</td></tr>"
     "<tr><td rowspan=2>自然人</td><td colspan=5>法人或其他组织</td><td rowspan=2>小计</td>"
     "<td rowspan=2>总计</td></tr><tr><td>商业企业</td><td>科研机构</td><td>社会公益组织</td>"
     "<td>法律服务机构</td><td>其他</td></tr>"
     "<tr><td colspan=3>一、本年新收政府信息公开申请数量</td><td>4</td><td>1</td><td>0</td>"
     "<td>0</td><td>2</td><td>0</td><td>3</td><td></td></tr>"
     "<tr><td colspan=3>二、上年结转政府信息公开申请数量</td><td>1</td><td>5</td><td>0</td>"
     "<td>0</td><td>0</td><td>0</td><td>5</td><td></td></tr></table>",
     {{"T3.new.np", "4"},
      {"T3.new.ot", "0"},
      {"T3.new.tot", "blank"},
      {"T3.carry_in.co", "5"},
      {"T3.carry_in.tot", "blank"}}},
};

#define CELL(text) text " |\n"
#define SEVEN(figure)                                                                              \
    CELL(figure) CELL(figure) CELL(figure) CELL(figure) CELL(figure) CELL(figure) CELL(figure)
#define NAMES                                                                                      \
    CELL("自然人")                                                                                 \
    CELL("法人或其他组织") CELL("总计") CELL("商业企业") CELL("科研机构") CELL("社会公益组织")     \
        CELL("法律服务机构") CELL("其他")
#define NUMBERED(second)                                                                           \
    HEAD3 CELL("序号") CELL("（本列数据的勾稽关系）") CELL("申请人情况") NAMES CELL("1")           \
        CELL("一、本年新收政府信息公开申请数量") SEVEN("21") CELL(second)                          \
            CELL("二、上年结转政府信息公开申请数量") SEVEN("22") CELL("3")                         \
                CELL("三、本年度办理结果") CELL("（一）予以公开") SEVEN("23") CELL("4")            \
                    CELL("（二）部分公开") SEVEN("24") CELL("5") CELL("（三）不予公开")            \
                        CELL("1.属于国家秘密") SEVEN("25") CELL("6")                               \
                            CELL("2.其他法律行政法规禁止公开") SEVEN("26") CELL("7")               \
                                CELL("3.危及“三安全一稳定”") SEVEN("27") CELL("8")                 \
                                    CELL("4.保护第三方合法权益") SEVEN("28") CELL("9")             \
                                        CELL("5.属于三类内部事务信息") SEVEN("29") CELL("10")      \
                                            CELL("6.属于四类过程性信息") SEVEN("30") TAIL

static const struct reading_case streams[] = {
    {"the row's number before the label, each cell in a line of its own that a bar ends",
     NUMBERED("2"),
     {{"T3.new.np", "21"},
      {"T3.new.tot", "21"},
      {"T3.denied_1.np", "25"},
      {"T3.denied_6.tot", "30"}}},
    {"numbers that do not go up by one are no rows'",
     NUMBERED("7"),
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}}},
};

static void test_streams(void **state)
{
    assert_readings(state, streams, COUNT(streams));
}

static void test_sheets(void **state)
{
    assert_readings(state, sheets, COUNT(sheets));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_sheets),
                                       cmocka_unit_test(test_streams)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
