/* Rows with a figure more than the form has columns: the header tells whether a column more is
 * there, and at which place. */
#include "reading.h"

#define HEAD "某县柳河镇2022年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define HEAD2 HEAD "二、主动公开政府信息情况\n"
#define HEAD3 HEAD "三、收到和处理政府信息公开申请情况\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"

/* A cell a line; the same between bars. */
#define L(text) text "\n\n"
#define B(text) text " |\n"
#define EIGHT(C, a, b) C(a) C("0") C("1") C("2") C("3") C("4") C("9") C(b)
#define COMPANIES(C) C("商业企业") C("科研机构") C("社会公益组织") C("法律服务机构") C("其他")
#define ROWS(C, a, b)                                                                              \
    C("一、本年新收政府信息公开申请数量")                                                          \
    EIGHT(C, a, b)                                                                                 \
    C("二、上年结转政府信息公开申请数量")                                                          \
    EIGHT(C, a, b)                                                                                 \
    C("三、本年度办理结果") C("（一）予以公开") EIGHT(C, a, b) C("（二）部分公开") EIGHT(C, a, b)
#define NOTE "（本列数据的勾稽关系）"
#define BAND "申请人情况"
#define OUTER(C) C("自然人") C("法人或其他组织") C("总计")
#define BEHIND(C, head) C(NOTE) C(BAND) C(head) OUTER(C) COMPANIES(C) ROWS(C, "14", "5")
#define BEFORE(C, head) C(NOTE) C(head) C(BAND) OUTER(C) COMPANIES(C) ROWS(C, "5", "14")

/* In lines, each a row. */
#define LINE(label, figures) label " | " figures " |\n"
#define LINES(figures)                                                                                                       \
    "自然人 | 法人或其他组织 | 总计 |\n商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | " \
    "其他 |\n" LINE("一、本年新收政府信息公开申请数量", figures)                                                             \
        LINE("二、上年结转政府信息公开申请数量", figures)                                                                    \
            LINE("三、本年度办理结果 | （一）予以公开", figures)

static const struct reading_case requests[] = {
    {"last year's totals beside the band, a cell a line",
     HEAD3 BEHIND(L, "上年总计") TAIL,
     {{"T3.new.np", "14"}, {"T3.new.co", "0"}, {"T3.partial.tot", "9"}}},
    {"another year",
     HEAD3 BEHIND(L, "2021年") TAIL,
     {{"T3.new.np", "14"}, {"T3.new.tot", "9"}, {"T3.open.ot", "4"}}},
    {"a column that may as well be the first below the band",
     HEAD3 BEHIND(L, "境外个人") TAIL,
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}}},
    {"so may this year's sums",
     HEAD3 BEHIND(L, "本年合计") TAIL,
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}}},
    {"a column before the band",
     HEAD3 BEFORE(L, "份数") TAIL,
     {{"T3.new.np", "0"}, {"T3.new.co", "1"}, {"T3.partial.tot", "14"}}},
    {"none in the header",
     HEAD3 L(NOTE) L(BAND) OUTER(L) COMPANIES(L) ROWS(L, "14", "5") TAIL,
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}}},
    {"behind the companies, below their band or beside it",
     HEAD3 L(NOTE) L(BAND) OUTER(L) COMPANIES(L) L("备注") ROWS(L, "14", "5") TAIL,
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}}},
    {"behind the total, and this behind the companies",
     HEAD3 L(NOTE) L("自然人") COMPANIES(L) L("总计") L("备注") ROWS(L, "14", "5") TAIL,
     {{"T3.new.np", "14"}, {"T3.new.co", "0"}, {"T3.partial.tot", "9"}}},
    {"two, and a figure for one",
     HEAD3 L(NOTE) L("份数") L(BAND) L("备注") OUTER(L) COMPANIES(L) ROWS(L, "14", "5") TAIL,
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}}},
    {"between bars, a cell a line",
     HEAD3 BEHIND(B, "备注") TAIL,
     {{"T3.new.np", "14"}, {"T3.new.co", "0"}, {"T3.partial.tot", "9"}}},
    {"the same, before the band",
     HEAD3 BEFORE(B, "上年总计") TAIL,
     {{"T3.new.np", "0"}, {"T3.new.co", "1"}, {"T3.partial.tot", "14"}}},
    {"between bars, a row a line",
     HEAD3 NOTE " | " BAND " | 境外个人 |\n" LINES("14 | 0 | 1 | 2 | 3 | 4 | 9 | 5") TAIL,
     {{"T3.new.np", "14"}, {"T3.new.co", "0"}, {"T3.open.tot", "9"}}},
    {"the same, before the band, and a row with a blank",
     HEAD3 NOTE " | 份数 | " BAND " |\n" LINES("14 | 0 | 1 | 2 | 3 | 4 | 9 | 5")
         LINE("（二）部分公开", "14 | 0 | 1 | 2 | 3 | 4 | 9 | ")
             LINE("（三）不予公开 | 1.属于国家秘密", "14 | 0 | 1 | 2 | 3 | 4 | 9 | 5") TAIL,
     {{"T3.new.np", "0"},
      {"T3.new.tot", "5"},
      {"T3.partial.np", "unplaced"},
      {"T3.partial.tot", "unplaced"},
      {"T3.denied_1.tot", "5"}}},
    {"most rows with as many figures as the form",
     HEAD3 NOTE "\n\n" L(BAND) L("备注") OUTER(L) COMPANIES(L) L("一、本年新收政府信息公开申请数量")
         L("14") L("0") L("1") L("2") L("3") L("4") L("9") L("二、上年结转政府信息公开申请数量")
             EIGHT(L, "14", "5") TAIL,
     {{"T3.carry_in.np", "unplaced"}, {"T3.carry_in.tot", "unplaced"}}},
};

/* Of aligned columns the figures of each row, eight. */
#define ALIGNED_ROWS                                                                                               \
    "一、本年新收政府信息公开申请数量              14      0      1      2      3      4      9  " \
    "    5\n"                                                                                                      \
    "二、上年结转政府信息公开申请数量               4      0      1      2      3      4     19  " \
    "   15\n"                                                                                                      \
    "  （一）予以公开                              14      0      1      2      3      4     29  "          \
    "    7\n"                                                                                                      \
    "  （二）部分公开                               4      0      1      2      3      4     39  "          \
    "   45\n"                                                                                                      \
    "    1.属于国家秘密                             1      0      1      2      3      4     49  "           \
    "    6\n"

static const struct reading_case lines[] = {
    {"parted by single blanks, behind the band",
     HEAD3 NOTE " " BAND " 备注\n自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 "
                "法律服务机构 其他\n一、本年新收政府信息公开申请数量 14 0 1 2 3 4 9 5\n"
                "二、上年结转政府信息公开申请数量 4 0 1 2 3 4 9 5\n" TAIL,
     {{"T3.new.np", "14"}, {"T3.new.tot", "9"}, {"T3.carry_in.tot", "9"}}},
    {"the same before it",
     HEAD3 NOTE " 份数 " BAND "\n自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 "
                "法律服务机构 其他\n一、本年新收政府信息公开申请数量 14 0 1 2 3 4 9 5\n"
                "二、上年结转政府信息公开申请数量 4 0 1 2 3 4 9 5\n" TAIL,
     {{"T3.new.np", "0"}, {"T3.new.tot", "5"}, {"T3.carry_in.ot", "9"}}},
    {"with a bracket of its own, and a row with a blank",
     HEAD3 NOTE " " BAND " 占比(%)\n自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 "
                "法律服务机构 其他\n一、本年新收政府信息公开申请数量 14 0 1 2 3 4 9 5\n"
                "二、上年结转政府信息公开申请数量 4 0 1 2 3 9 5\n三、本年度办理结果\n"
                "（一）予以公开 4 0 1 2 3 4 9 5\n（二）部分公开 4 0 1 2 3 4 9 5\n"
                "（三）不予公开\n1.属于国家秘密 4 0 1 2 3 4 9 6\n" TAIL,
     {{"T3.new.tot", "9"}, {"T3.carry_in.tot", "unplaced"}, {"T3.denied_1.tot", "9"}}},
    {"a figure more in many rows, and none in the header: one with a blank, too",
     HEAD3 NOTE " " BAND "\n自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 "
                "法律服务机构 其他\n一、本年新收政府信息公开申请数量 14 0 1 2 3 4 9 5\n"
                "二、上年结转政府信息公开申请数量 4 0 1 2 3 9 5\n三、本年度办理结果\n"
                "（一）予以公开 4 0 1 2 3 4 9 5\n（二）部分公开 4 0 1 2 3 4 9 5\n"
                "（三）不予公开\n1.属于国家秘密 4 0 1 2 3 4 9 6\n" TAIL,
     {{"T3.new.tot", "unplaced"}, {"T3.carry_in.tot", "unplaced"}}},
    {"in one block all rows have a blank, where others have figures of the column",
     HEAD2 "第二十条第（一）项\n信息内容 上年数 本年制发件数 本年废止件数 现行有效件数\n"
           "规章 40 0 9\n行政规范性文件 55 0 8\n第二十条第（五）项\n"
           "信息内容 上年数 本年处理决定数量\n行政许可 5 6\n第二十条第（六）项\n"
           "信息内容 上年数 本年处理决定数量\n行政处罚 5 6\n行政强制 5 7\n" TAIL,
     {{"T2.a1.regulation.issued", "unplaced"},
      {"T2.a1.normative.in_force", "unplaced"},
      {"T2.a6.penalty.decisions", "6"}}},
    {"aligned columns, the label beside the band",
     HEAD3 NOTE
     "\n                                               " BAND
     "                                      备注\n"
     "                                            自然人   法人或其他组织          总计\n"
     "                                            商业企业 科研机构 社会公益组织 "
     "法律服务机构 其他\n" ALIGNED_ROWS TAIL,
     {{"T3.new.np", "14"}, {"T3.new.tot", "9"}, {"T3.denied_1.tot", "49"}}},
    {"above no column more than above another",
     HEAD3 "                                                  " BAND "\n"
           "                                                      法人或其他组织\n" NOTE
           "                  自然人                                         总计\n"
           "                                                                           "
           "             上年总计数\n"
           "                                          商业企业 科研机构 社会公益组织 "
           "法律服务机构 其他\n" ALIGNED_ROWS TAIL,
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}}},
    {"alone above its figures",
     HEAD3 "                                                  " BAND "\n"
           "                                                      法人或其他组织\n" NOTE
           "                  自然人                                         总计\n"
           "                                                                           "
           "                    上年\n"
           "                                          商业企业 科研机构 社会公益组织 "
           "法律服务机构 其他\n" ALIGNED_ROWS TAIL,
     {{"T3.new.np", "14"}, {"T3.new.tot", "9"}, {"T3.denied_1.tot", "49"}}},
};

#define BLOCK(C, columns, figures)                                                                 \
    HEAD2 C("第二十条第（一）项") C("信息内容") columns C("规章") figures C("行政规范性文件")      \
        figures TAIL
#define THREE(C) C("本年制发件数") C("本年废止件数") C("现行有效件数")

static const struct reading_case contents[] = {
    {"last year's number behind the form's columns",
     BLOCK(L, THREE(L) L("上年数"), L("7") L("8") L("9") L("5")),
     {{"T2.a1.regulation.issued", "7"},
      {"T2.a1.regulation.in_force", "9"},
      {"T2.a1.normative.in_force", "9"}}},
    {"before them",
     BLOCK(L, L("上年数") THREE(L), L("5") L("7") L("8") L("9")),
     {{"T2.a1.regulation.issued", "7"},
      {"T2.a1.regulation.in_force", "9"},
      {"T2.a1.normative.in_force", "9"}}},
    {"among them, between bars",
     BLOCK(B, B("本年制发件数") B("上年数") B("本年废止件数") B("现行有效件数"),
           B("7") B("5") B("8") B("9")),
     {{"T2.a1.regulation.issued", "7"},
      {"T2.a1.regulation.abolished", "8"},
      {"T2.a1.normative.in_force", "9"}}},
    {"two",
     BLOCK(L, L("上年数") THREE(L) L("占比"), L("5") L("7") L("8") L("9") L("6")),
     {{"T2.a1.regulation.issued", "7"},
      {"T2.a1.regulation.abolished", "8"},
      {"T2.a1.normative.in_force", "9"}}},
    {"before those of several blocks, no caption of another table",
     HEAD2 L("第二十条第（一）项") L("信息内容") L("上年数") THREE(L) L("规章") L("5") L("7") L("8")
         L("9") L("第二十条第（五）项") L("信息内容") L("上年数") L("本年处理决定数量")
             L("行政许可") L("5") L("6") L("第二十条第（六）项") L("信息内容") L("上年数")
                 L("本年处理决定数量") L("行政处罚") L("5") L("6") L("行政强制") L("5") L("7") TAIL,
     {{"T2.a5.license.decisions", "6"},
      {"T2.a6.penalty.decisions", "6"},
      {"T2.a6.coercion.decisions", "7"}}},
    {"a column named twice",
     BLOCK(L, L("上年数") L("本年制发件数") THREE(L), L("5") L("7") L("8") L("9")),
     {{"T2.a1.regulation.issued", "unplaced"}, {"T2.a1.normative.in_force", "unplaced"}}},
};

static void test_requests(void **state)
{
    assert_readings(state, requests, COUNT(requests));
}

static void test_lines(void **state)
{
    assert_readings(state, lines, COUNT(lines));
}

static void test_contents(void **state)
{
    assert_readings(state, contents, COUNT(contents));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_requests),
                                       cmocka_unit_test(test_lines),
                                       cmocka_unit_test(test_contents)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
