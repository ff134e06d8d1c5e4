/* Where a layout shows too little to place a figure, and where it shows just enough. */
#include "reading.h"

#include "gouji/base/str.h"

#define HEAD "某县柳河镇2021年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"
#define HEAD2 HEAD "二、主动公开政府信息情况\n"
#define HEAD3 HEAD "三、收到和处理政府信息公开申请情况\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"
#define COLUMNS3                                                                                   \
    "申请人情况\n\t自然人\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t总计\n"
#define ROWS3                                                                                                                       \
    "二、上年结转政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21\n三、本年度办理结果\n"                         \
    "（一）予以公开\t1\t0\t0\t0\t0\t0\t1\n"                                                                                  \
    "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t0\t0\t0\t0\t0\t0\t0\n（三）不予公" \
    "开\n"                                                                                                                         \
    "1.属于国家秘密\t0\t0\t0\t0\t0\t0\t0\n"

struct one {
    const char *what;
    const char *text;
    enum table_id table;
    const char *layout;
    struct wanted cells[8];
};

#define NOTE3 "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
#define NOTES3 NOTE3 " | " NOTE3 " | " NOTE3 " | "

#define FEE2(sep, fee)                                                                             \
    HEAD2 "第二十条第（一）项\n信息内容" sep "本年制发件数" sep "本年废止件数" sep                 \
          "现行有效件数\n规章" sep "0" sep "0" sep "2\n行政规范性文件" sep "4" sep "0" sep "5\n"   \
          "第二十条第（八）项\n信息内容" sep "本年收费金额（单位：万元）\n行政事业性收费" sep fee  \
          "\n" TAIL

/* Cells on lines of their own that start with a tab; `foot` stands below the first figure. */
#define TABBED3(first, foot)                                                                       \
    HEAD3 "\t申请人情况\n\t自然人\n\t商业企业\n\t科研机构\n\t社会公益组织\n" \
          "\t法律服务机构\n\t其他\n\t总计\n\n\t一、本年新收政府信息公开申请数量\n\t" first         \
          "\n" foot "\t0\n\t0\n\t0\n\t0\n\t0\n\t7\n\n"                                             \
          "\t二、上年结转政府信息公开申请数量\n\t1\n\t2\n\t3\n\t4\n\t5\n\t6\n\t21\n\n" TAIL

#define MARKED3(page)                                                                                                    \
    HEAD3 "\n|  | 申请人情况 |  |  |  |  |  |  |\n|---|---|---|---|---|---|---|---|\n"                              \
          "|  | 自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计 |\n" \
          "| 一、本年新收政府信息公开申请数量 | 7 | 0 | 0 | 0 | 0 | 1 | 8 |\n"                           \
          "| 二、上年结转政府信息公开申请数量 | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n" page                                     \
          "| 1.属于国家秘密 | 2 | 2 | 2 | 2 | 2 | 2 | 12 |\n\n" TAIL

/* A bar behind each cell; `second` is the first row's second figure. */
#define BARRED3(bar, second)                                                                       \
    HEAD3 "申请人情况" bar "自然人" bar "商业企业" bar "科研机构" bar "社会公益组织" bar           \
          "法律服务机构" bar "其他" bar "总计" bar "一、本年新收政府信息公开申请数量" bar          \
          "7" bar second "0" bar "0" bar "0" bar "1" bar "8" bar                                   \
          "二、上年结转政府信息公开申请数量" bar "1" bar "2" bar "3" bar "4" bar "5" bar "6" bar   \
          "21" bar "1.属于国家秘密" bar "2" bar "2" bar "2" bar "2" bar "2" bar "2" bar            \
          "12" bar TAIL

#define ALIGNED2(figure, page)                                                                                            \
    HEAD2 "第二十条第（一）项\n信息内容        本年制发件数  本年废止件数  现行有效件数\n" \
          "规章            558           134           379\n"                                                           \
          "行政规范性文件  938           619           486\n第二十条第（五）项\n"                         \
          "信息内容        本年处理决定数量\n行政许可" figure "\n\n" page                                                 \
          "第二十条第（六）项\n信息内容        本年处理决定数量\n行政处罚        595\n"          \
          "行政强制        68\n" TAIL

/* A drawn frame with a rule under each row and `more` fields behind the last column. */
#define BOX_RULE "├──────┼───┼───┼───┼───┼───┼───┼───┤\n"
#define BOX3(more)                                                                                 \
    HEAD3 BOX_RULE                                                                                 \
        "│ │ 自然人 │ 商业企业 │ 科研机构 │ 社会公益组织 │ 法律服务机构 │ 其他 │ 总计 │" more      \
        "\n" BOX_RULE "│ 一、本年新收政府信息公开 │ 1 │ 2 │ 3 │ 4 │ 5 │ 6 │ 21 │" more             \
        "\n│ 申请数量 │ │ │ │ │ │ │ │" more "\n" BOX_RULE                                          \
        "│ 二、上年结转政府信息公开申请数量 │ 1 │ 0 │ 0 │ 0 │ 0 │ 0 │ 1 │" more "\n" BOX_RULE      \
        "│ （七）总计 │ │ 3 │ 0 │ 0 │ 0 │ 0 │ 3 │" more "\n" BOX_RULE                              \
        "│ 四、结转下年度继续办理 │ │ 2 │ 0 │ 0 │ 0 │ 0 │ 2 │" more "\n" BOX_RULE TAIL

static const struct one cases[] = {
    {"in a frame, a blank field behind the label of rows that have one behind their last column",
     BOX3(" │"),
     TABLE_T3,
     "BOX",
     {{"T3.new.np", "1"}, {"T3.new.tot", "21"}, {"T3.total.np", "unplaced"}}},
    {"where they have none it is the first column",
     BOX3(""),
     TABLE_T3,
     "BOX",
     {{"T3.new.tot", "21"}, {"T3.total.np", "blank"}, {"T3.total.tot", "3"}}},
    {"an amount whose decimals stand in the next line",
     FEE2("\t", "2744\n.0046"),
     TABLE_T2,
     NULL,
     {{"T2.a1.normative.in_force", "5"}, {"T2.a8.fee.amount", "unplaced"}}},
    {"the same between bars",
     FEE2(" | ", "2744\n.0046"),
     TABLE_T2,
     NULL,
     {{"T2.a1.normative.in_force", "5"}, {"T2.a8.fee.amount", "unplaced"}}},
    {"the same in full width, and a blank line between",
     FEE2("\t", "2744\n\n．０４６"),
     TABLE_T2,
     NULL,
     {{"T2.a8.fee.amount", "unplaced"}}},
    {"thousands in the next line",
     FEE2("\t", "1\n,234"),
     TABLE_T2,
     NULL,
     {{"T2.a8.fee.amount", "unplaced"}}},
    {"a decimal torn before its point",
     FEE2("\t", "27\n44.05"),
     TABLE_T2,
     NULL,
     {{"T2.a8.fee.amount", "unplaced"}}},
    {"a sign alone, and its figure in the next line",
     FEE2("\t", "-\n5"),
     TABLE_T2,
     NULL,
     {{"T2.a8.fee.amount", "unplaced"}}},
    {"a figure alone in the first field of the next row",
     HEAD2 "第二十条第（一）项,,,\n信息内容,本年制发件数,本年废止件数,现行有效件数\n规章,0,0,2\n"
           "行政规范性文件,4,0,5\n第二十条第（五）项,,,\n信息内容,本年处理决定数量,,\n"
           "行政许可,12,,\n第二十条第（八）项,,,\n信息内容,本年收费金额（单位：万元）,,\n"
           "行政事业性收费,1,\n234,,\n" TAIL,
     TABLE_T2,
     NULL,
     {{"T2.a8.fee.amount", "unplaced"}}},
    {"decimals in the next line of a table of line breaks",
     HEAD2 "第二十条第（八）项\n\n信息内容\n\n本年收费金额（单位：万元）\n\n行政事业性收费\n\n"
           "2744\n.0046\n\n" TAIL,
     TABLE_T2,
     "A1",
     {{"T2.a8.fee.amount", "unplaced"}}},
    {"a page's number below the table",
     FEE2("\t", "2744\n12"),
     TABLE_T2,
     NULL,
     {{"T2.a8.fee.amount", "2744"}}},
    {"a wiki's heading between two tables",
     HEAD "===== 三、收到和处理政府信息公开申请情况 =====\n"
          "| |自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|\n"
          "|一、本年新收政府信息公开申请数量|2|0|0|0|0|0|2|\n"
          "|二、上年结转政府信息公开申请数量|0|0|0|0|0|0|0|\n"
          "|（七）总计|2|0|0|0|0|0|2|\n|四、结转下年度继续办理|0|0|0|0|0|0|0|\n\n"
          "===== 四、政府信息公开行政复议、行政诉讼情况 =====\n\n"
          "^行政复议^ ^ ^ ^ ^行政诉讼^ ^ ^ ^ ^ ^ ^ ^ ^ ^\n"
          "|结果维持|结果纠正|其他结果|尚未审结|总计|未经复议直接起诉| | | | |复议后起诉| | | | |\n"
          "| | | | | |结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|尚未审结|"
          "总计|\n|1|0|0|0|1|0|0|0|0|0|0|0|0|4|4|\n\n"
          "===== 五、存在的主要问题及改进情况 =====\n\n一是不够主动。\n",
     TABLE_T4,
     NULL,
     {{"T4.review.upheld", "1"}, {"T4.after.total", "4"}}},
    {"a slip in a short label between its neighbours",
     HEAD3 COLUMNS3 "一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n" ROWS3
                    "（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申"
                    "请\t0\t0\t0\t0\t0\t0\t0\n"
                    "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请"
                    "\t0\t0\t0\t0\t0\t0\t0\n3.其他\t0\t0\t0\t0\t0\t0\t0\n"
                    "（七）总汁\t1\t0\t0\t0\t0\t0\t1\n"
                    "四、结转下年度继续办理\t1\t2\t3\t4\t5\t6\t21\n" TAIL,
     TABLE_T3,
     NULL,
     {{"T3.total.np", "1"}, {"T3.total.tot", "1"}, {"T3.carry_out.tot", "21"}}},
    {"another word there is no slip",
     HEAD3 COLUMNS3 "一、本年新收政府信息公开申请数量\t1\t0\t0\t0\t0\t0\t1\n" ROWS3
                    "（六）其他处理\t3.其他\t0\t0\t0\t0\t0\t0\t0\n"
                    "（七）补正\t1\t0\t0\t0\t0\t0\t1\n"
                    "四、结转下年度继续办理\t1\t2\t3\t4\t5\t6\t21\n" TAIL,
     TABLE_T3,
     NULL,
     {{"T3.total.np", "absent"}, {"T3.carry_out.tot", "21"}}},
    {"a label wraps beside its group's",
     HEAD3 "|              |自然人|商业企业|科研机构|社会公益组织|法律服务机构|其他|总计|\n"
           "|一、本年新收政府信息公开申请数量|2|0|0|0|0|0|2|\n"
           "|      |（二）部分公开|0|0|0|0|0|0|0|\n"
           "|      |（三）不 |1.属于国 |1|0|0|0|0|0|1|\n"
           "|      |予公开  |家秘密  |    |    |    |    |    |    |    |\n"
           "|      |      |2.其他法 |0|1|0|0|0|0|1|\n"
           "|      |      |律行政法 |    |    |    |    |    |    |    |\n"
           "|      |      |规禁止公 |    |    |    |    |    |    |    |\n"
           "|      |      |开    |    |    |    |    |    |    |    |\n"
           "|（七）总计       |2|0|0|0|0|0|2|\n" TAIL,
     TABLE_T3,
     NULL,
     {{"T3.new.np", "2"},
      {"T3.denied_1.np", "1"},
      {"T3.denied_1.tot", "1"},
      {"T3.denied_2.co", "1"},
      {"T3.total.np", "2"}}},
    {"stars in a cell are no blank and no rule",
     HEAD2 "第二十条第（一）项 |  |  | \n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n"
           "规章 | ** | 0 | ****\n行政规范性文件 | 4 |  | **12**\n第二十条第（五）项 |  |  | \n"
           "信息内容 | 本年处理决定数量 |  | \n行政许可 | *** |  | \n" TAIL,
     TABLE_T2,
     NULL,
     {{"T2.a1.regulation.issued", "text"},
      {"T2.a1.regulation.in_force", "text"},
      {"T2.a1.normative.abolished", "blank"},
      {"T2.a1.normative.in_force", "12"},
      {"T2.a5.license.decisions", "text"}}},
    {"a long header between bars is one row, and a blank row below it is there",
     HEAD3 NOTES3
     "申请人情况 | 申请人情况 | 申请人情况 | 申请人情况 | 申请人情况 | 申请人情况 | "
     "申请人情况\n" NOTES3
     "自然人 | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | 总计\n"
     "一、本年新收政府信息公开申请数量 | 一、本年新收政府信息公开申请数量 | "
     "一、本年新收政府信息公开申请数量 | 2 |  |  |  |  | 1 | 3\n"
     "二、上年结转政府信息公开申请数量 | 二、上年结转政府信息公开申请数量 | "
     "二、上年结转政府信息公开申请数量 |  |  |  |  |  |  | \n"
     "三、本年度办理结果 | （一）予以公开 | （一）予以公开 |  | 2 |  |  |  |  | 2\n"
     "三、本年度办理结果 | （三）不予公开 | 1.属于国家秘密 |  |  |  |  |  |  | \n"
     "三、本年度办理结果 | （三）不予公开 | 2.其他法律行政法规禁止公开 |  | 1 |  |  |  |  | 1\n"
     "四、结转下年度继续办理 | 四、结转下年度继续办理 | 四、结转下年度继续办理 |  |  |  |  |  |  | "
     "\n" TAIL,
     TABLE_T3,
     NULL,
     {{"T3.new.np", "2"},
      {"T3.carry_in.np", "blank"},
      {"T3.open.co", "2"},
      {"T3.denied_1.tot", "blank"},
      {"T3.denied_2.co", "1"},
      {"T3.carry_out.tot", "blank"}}},
    {"two blanks part cells that align with nothing",
     HEAD2 "第二十条第（一）项\n信息内容  本年制发件数  本年废止件数  现行有效件数\n"
           "规章  15  21  14\n行政规范性文件  22  23  \n第二十条第（五）项\n"
           "信息内容  本年处理决定数量\n行政许可  7\n" TAIL,
     TABLE_T2,
     NULL,
     {{"T2.a1.regulation.issued", "15"},
      {"T2.a1.normative.issued", "unplaced"},
      {"T2.a1.normative.in_force", "unplaced"}}},
    {"a row of one figure shows that blanks only pad",
     HEAD2 "第二十条第（一）项\n信息内容  本年制发件数  本年废止件数  现行有效件数\n"
           "规章  3  3  \n行政规范性文件  0    \n第二十条第（五）项\n"
           "信息内容  本年处理决定数量\n行政许可  3\n第二十条第（六）项\n"
           "信息内容  本年处理决定数量\n行政处罚  3\n行政强制  0\n" TAIL,
     TABLE_T2,
     NULL,
     {{"T2.a1.regulation.in_force", "unplaced"},
      {"T2.a1.normative.issued", "unplaced"},
      {"T2.a5.license.decisions", "3"}}},
    {"a figure between two labels is under neither",
     HEAD2 "第二十条第（一）项\n"
           "信息内容         本年制发件数           本年废止件数   现行有效件数\n"
           "规章\n"
           "行政规范性文件                                       2\n"
           "第二十条第（五）项\n信息内容         本年处理决定数量\n"
           "行政许可                                              48\n"
           "第二十条第（六）项\n信息内容         本年处理决定数量\n"
           "行政处罚                                               3\n"
           "行政强制                                               3\n" TAIL,
     TABLE_T2,
     "P",
     {{"T2.a1.normative.abolished", "unplaced"},
      {"T2.a1.normative.in_force", "unplaced"},
      {"T2.a6.penalty.decisions", "3"}}},
    {"one column alone filled, under its label",
     HEAD3 "（本列数据的勾稽关系）                              申请人情况\n"
           "                                                    自然人                             "
           "                         总计\n"
           "                                                            商业企业  科研机构  "
           "社会公益组织  法律服务机构 其他\n"
           "一、本年新收政府信息公开申请数量                                                       "
           "                         17\n"
           "二、上年结转政府信息公开申请数量                                                       "
           "                         24\n"
           "                  （一）予以公开                                                       "
           "                         2\n"
           "                  （二）部分公开                                                       "
           "                         12\n"
           "                                  1.属于国家秘密                                       "
           "                         0\n"
           "                                  2.其他法律行政法规禁止公开                           "
           "                         17\n" TAIL,
     TABLE_T3,
     "P",
     {{"T3.new.np", "blank"},
      {"T3.new.tot", "17"},
      {"T3.open.ot", "blank"},
      {"T3.open.tot", "2"},
      {"T3.denied_2.tot", "17"}}},
    {"a frame of narrow cells that break every label",
     HEAD2 "┌─────────────────┐\n"
           "│第二十条第（一） │\n"
           "│项               │\n"
           "├────┬───┬───┬────┤\n"
           "│信息│本 │本 │现行│\n"
           "│内容│年 │年 │有效│\n"
           "│    │制 │废 │件数│\n"
           "│    │发 │止 │    │\n"
           "│    │件 │件 │    │\n"
           "│    │数 │数 │    │\n"
           "├────┼───┼───┼────┤\n"
           "│规章│41 │8  │1532│\n"
           "├────┼───┼───┼────┤\n"
           "│行政│   │   │    │\n"
           "│规范│41 │8  │5   │\n"
           "│性文│   │   │    │\n"
           "│件  │   │   │    │\n"
           "├────┴───┴───┴────┤\n"
           "│第二十条第（五） │\n"
           "│项               │\n"
           "├────┬────────────┤\n"
           "│信息│本年处理决定│\n"
           "│内容│数量        │\n"
           "├────┼────────────┤\n"
           "│行政│2           │\n"
           "│许可│            │\n"
           "└────┴────────────┘\n" TAIL,
     TABLE_T2,
     "BOX",
     {{"T2.a1.regulation.issued", "41"},
      {"T2.a1.normative.in_force", "5"},
      {"T2.a5.license.decisions", "2"}}},
    {"a number that its narrow cell breaks is none",
     HEAD2
     "+------+------+------+------+\n| 第二 |      |      |      |\n| 十条 |      |      |      |\n"
     "| 第（ |      |      |      |\n| 一） |      |      |      |\n| 项   |      |      |      |\n"
     "+------+------+------+------+\n| 信息 | 本年 | 本年 | 现行 |\n| 内容 | 制发 | 废止 | 有效 |\n"
     "|      | 件数 | 件数 | 件数 |\n+------+------+------+------+\n"
     "| 规章 | 7    | 8    | 9    |\n+------+------+------+------+\n"
     "| 行政 | 116  | 106  | 896  |\n| 规范 | 2761 | 7017 | 9562 |\n| 性文 |      |      |      |\n"
     "| 件   |      |      |      |\n+------+------+------+------+\n" TAIL,
     TABLE_T2,
     "BOX",
     {{"T2.a1.regulation.issued", "7"},
      {"T2.a1.normative.issued", "text"},
      {"T2.a1.normative.in_force", "text"}}},
    {"Markdown whose rows are long with blanks",
     "<div class=\"top\">\n\n[首页](/)\n\n</div>\n\n" HEAD
     "<div>\n\n三、收到和处理政府信息公开申请情况\n\n</div>\n\n"
     "|                                                                      |                     "
     "                                       |                                |              |     "
     "         |              |              |              |              |              |\n"
     "|----------------------------------------------------------------------|---------------------"
     "---------------------------------------|--------------------------------|--------------|-----"
     "---------|--------------|--------------|--------------|--------------|--------------|\n"
     "| （本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和） |                     "
     "                                       |                                | 申请人情况   |     "
     "         |              |              |              |              |              |\n"
     "|                                                                      |                     "
     "                                       |                                | 自然人       | "
     "法人或其他组织 |              |              |              |              | 总计         |\n"
     "|                                                                      |                     "
     "                                       |                                |              | "
     "商业企业     | 科研机构     | 社会公益组织 | 法律服务机构 | 其他         |              |\n"
     "| 一、本年新收政府信息公开申请数量                                     |                     "
     "                                       |                                | 1            | 8   "
     "         | 128          | 1            | 2            | 1            | 141          |\n"
     "| 二、上年结转政府信息公开申请数量                                     |                     "
     "                                       |                                |              | 3   "
     "         |              |              |              |              | 3            |\n"
     "| 三、本年度办理结果                                                   | （一）予以公开      "
     "                                       |                                | 27           | 1   "
     "         | 27           | 2            | 3            | 2            | 62           |\n"
     "|                                                                      | （三）不予公开      "
     "                                       | 1.属于国家秘密                 | 128          | 12  "
     "         | 3            | 0            | 13           | 13           | 640          |\n"
     "\n" TAIL,
     TABLE_T3,
     "B5",
     {{"T3.new.ri", "128"},
      {"T3.carry_in.np", "blank"},
      {"T3.carry_in.co", "3"},
      {"T3.open.tot", "62"},
      {"T3.denied_1.ot", "13"}}},
    {"merged cells printed in every field they cover, signs escaped",
     HEAD2 "| 第二十条第（八）项 | 第二十条第（八）项 | 第二十条第（八）项 | 第二十条第（八）项 |\n"
           "|---|---|---|---|\n"
           "| 信息内容 | 上一年项目数量 | 本年增/减 | 本年增/减 |\n"
           "| 行政事业性收费 |  | 14 | 14 |\n"
           "| 第二十条第（九）项 | 第二十条第（九）项 | 第二十条第（九）项 | 第二十条第（九）项 |\n"
           "| 信息内容 | 采购项目数量 | 采购总金额 | 采购总金额 |\n"
           "| 政府集中采购 | 3 | \\- | \\- |\n" TAIL,
     TABLE_T2,
     "MD",
     {{"T2.a8.fee.prev_items", "blank"},
      {"T2.a8.fee.delta", "14"},
      {"T2.a9.procurement.count", "3"},
      {"T2.a9.procurement.amount", "mark"}}},
    {"the ends of the header prove the columns of tabs",
     HEAD3 "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t\t\t申请人情况\t"
           "\t\t\t\t\t\n"
           "\t\t\t自然人\t法人或其他组织\t\t\t\t\t总计\n"
           "\t\t\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n"
           "一、本年新收政府信息公开申请数量\t\t\t\t\t\t\t\t\t24\n"
           "二、上年结转政府信息公开申请数量\t\t\t\t\t\t\t\t2\n"
           "三、本年度办理结果\t（一）予以公开\t\t\t\t\t\t\t\t16\n" TAIL,
     TABLE_T3,
     "C",
     {{"T3.new.np", "blank"},
      {"T3.new.tot", "24"},
      {"T3.carry_in.ot", "unplaced"},
      {"T3.open.tot", "16"}}},
    {"a short label right above the first that tells the table",
     HEAD2
     "    第二十条第\n"
     "    信息                              本年新                    本年新                    "
     "对外公\n"
     "    内容                              制作数量                  公开数量                  "
     "开总数量\n"
     "    规章                              0                         0                         "
     "168\n"
     "    规范性文件                        0                         0                         5\n"
     "    第二十条第\n    信息                              本年处理\n"
     "    内容                              决定数量\n"
     "    行政许可                          3\n" TAIL,
     TABLE_T2,
     "P",
     {{"T2.a1.regulation.public_total", "168"},
      {"T2.a1.normative.public_total", "5"},
      {"T2.a5.license.decisions", "3"}}},
    {"a row of bars with nothing between them, and too few",
     HEAD2 "第二十条第（一）项 |||\n信息内容 | 本年制发件数 | 本年废止件数 | 现行有效件数\n"
           "规章 | 0 | 0 | \n行政规范性文件 |  | \n第二十条第（五）项 |||\n"
           "信息内容 | 本年处理决定数量 ||\n行政许可 | 0 ||\n" TAIL,
     TABLE_T2,
     NULL,
     {{"T2.a1.normative.issued", "blank"}, {"T2.a1.normative.in_force", "blank"}}},
    {"a table of line breaks with nothing in it",
     HEAD3 "申请人情况\n\n自然人\n\n法人或其他组织\n\n总计\n\n商业企业\n\n科研机构\n\n社会公益组织"
           "\n\n法律服务机构\n\n其他\n\n"
           "一、本年新收政府信息公开申请数量\n\n\n\n\n\n\n\n\n"
           "二、上年结转政府信息公开申请数量\n\n\n\n\n\n\n\n\n"
           "（一）予以公开\n\n\n\n\n\n\n\n\n（二）部分公开\n\n\n\n\n\n\n\n\n"
           "（七）总计\n\n\n\n\n\n\n\n\n四、结转下年度继续办理\n\n\n\n\n\n\n\n\n" TAIL,
     TABLE_T3,
     "A1",
     {{"T3.new.np", "blank"}, {"T3.carry_in.tot", "blank"}, {"T3.open.np", "blank"}}},
    {"the header tells the usual gap where one row is padded",
     HEAD2 "第二十条第（一）项\n\n信息内容\n\n本年制发件数\n\n本年废止件数\n\n现行有效件数\n\n"
           "规章\n\n8\n\n191\n\n\n行政规范性文件\n\n5\n\n\n312\n\n第二十条第（九）项\n\n"
           "信息内容\n\n采购项目数量\n\n采购总金额\n\n政府集中采购\n\n19482\n\n\n\n3\n\n" TAIL,
     TABLE_T2,
     "A1",
     {{"T2.a1.regulation.abolished", "191"},
      {"T2.a1.regulation.in_force", "blank"},
      {"T2.a1.normative.abolished", "blank"},
      {"T2.a1.normative.in_force", "312"}}},
    {"figures with a converter's sign behind them do not leave their row blank",
     HEAD2 "第二十条第（一）项\n\n信息内容\n\n本年制发件数\n\n本年废止件数\n\n现行有效件数\n\n"
           "规章\n\n31 +\n32 +\n33 +\n\n行政规范性文件\n\n34 +\n35 +\n36 +\n\n"
           "第二十条第（五）项\n\n信息内容\n\n本年处理决定数量\n\n行政许可\n\n5 +\n\n" TAIL,
     TABLE_T2,
     NULL,
     {{"T2.a1.regulation.issued", "unplaced"},
      {"T2.a1.normative.in_force", "unplaced"},
      {"T2.a5.license.decisions", "text"}}},
    {"line ends and full stops that Markdown escapes",
     HEAD2 "第二十条第（一）项\n\n信息内容\n\n本年制发件数\n\n本年废止件数\n\n现行有效件数\n\n"
           "规章\n\n31\\\n32\\\n33\\\n\n行政规范性文件\n\n34\\\n35\\\n36\\\n\n"
           "第二十条第（八）项\n\n信息内容\n\n本年收费金额（单位：万元）\n\n行政事业性收费\n\n5\\."
           "25\n\n" TAIL,
     TABLE_T2,
     NULL,
     {{"T2.a1.regulation.issued", "31"},
      {"T2.a1.normative.in_force", "36"},
      {"T2.a8.fee.amount", "5\\.25"}}},
    {"a row that was torn apart: its label at the end of the header",
     HEAD2 "第二十条第（五）项\t第二十条第（五）项\t第二十条第（五）项\n"
           "信息内容\t本年处理决定数量\t本年处理决定数量\n行政许可\t12\t12\n\n"
           "第二十条第（八）项\t第二十条第（八）项\t第二十条第（八）项\n"
           "第二十条第（八）项\t信息内容\t本年收费金额（单位：万元）\n"
           "本年收费金额（单位：万元）\t本年收费金额（单位：万元）\t行政事业性收费\n" TAIL,
     TABLE_T2,
     "C",
     {{"T2.a8.fee.amount", "unplaced"}}},
    {"a short row beside a single full one, between two of its columns",
     HEAD2 "第二十条第（一）项\n"
           "信息内容              本年制发件数             本年废止件数       现行有效件数\n"
           "规章                                                   7738\n"
           " 行政规范性文件               3440                 465                  0\n"
           "第二十条第（五）项\n信息内容           本年处理决定数量\n"
           "行政许可                                      9953\n" TAIL,
     TABLE_T2,
     "P",
     {{"T2.a1.regulation.abolished", "unplaced"}, {"T2.a1.normative.abolished", "465"}}},
    {"bars inside the cells of a frame part a label from its figures",
     HEAD3
     "+----------------------------------+--------+------+---+---+---+---+---+---+---+\n"
     "| 一、本年新收政府信息公开申请数量 |        |      | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n"
     "+----------------------------------+--------+------+---+---+---+---+---+---+---+\n"
     "| 二、上年结转政府信息公开申请数量 |        |      | 0 | 0 | 0 | 0 | 0 | 0 | 0 |\n"
     "+----------------------------------+--------+------+---+---+---+---+---+---+---+\n"
     "| 三、本年度办理结果               | （一） |      | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n"
     "|                                  | 予以公 |      |   |   |   |   |   |   |   |\n"
     "|                                  | 开     |      |   |   |   |   |   |   |   |\n"
     "+----------------------------------+--------+------+---+---+---+---+---+---+---+\n"
     "|                                  | | （   |      | 2 | 0 | 0 | 0 | 0 | 0 | 2 |\n"
     "|                                  | 六）   |      |   |   |   |   |   |   |   |\n"
     "|                                  | |      |      |   |   |   |   |   |   |   |\n"
     "|                                  | 其他   |      |   |   |   |   |   |   |   |\n"
     "|                                  | |      |      |   |   |   |   |   |   |   |\n"
     "|                                  | 处理   |      |   |   |   |   |   |   |   |\n"
     "+----------------------------------+--------+------+---+---+---+---+---+---+---+\n"
     "|                                  | （七） |      | 4 | 0 | 0 | 0 | 0 | 0 | 4 |\n"
     "|                                  | 总计   |      |   |   |   |   |   |   |   |\n"
     "+----------------------------------+--------+------+---+---+---+---+---+---+---+\n" TAIL,
     TABLE_T3,
     "BOX",
     {{"T3.new.np", "4"}, {"T3.other.np", "unplaced"}, {"T3.total.np", "4"}}},
    {"a frame whose rules reach only as far as the cell above is one",
     HEAD
     "四、政府信息公开行政复议、行政诉讼情况\n"
     "+--------------------------------------------------------------------+\n"
     "|行政复议                  |行政诉讼                                         |\n"
     "|----------------------+---------------------------------------------|\n"
     "|    |    |    |    |  |未经复议直接起诉              |复议后起诉                 |\n"
     "|结果维持|结果纠正|其他结果|尚未审结|总计|----------------------+----------------------|\n"
     "|    |    |    |    |  |结果维持|结果纠正|其他结果|尚未审结|总计|结果维持|结果纠正|其他结果|"
     "尚未审结|总计|\n"
     "|----+----+----+----+--+----+----+----+----+--+----+----+----+----+--|\n"
     "|3   |16  |28  |14  |61|12  |34  |13  |17  |76|37  |0   |16  |33  |86|\n"
     "+--------------------------------------------------------------------+\n" TAIL,
     TABLE_T4,
     "BOX",
     {{"T4.review.upheld", "3"}, {"T4.direct.upheld", "12"}, {"T4.after.total", "86"}}},
    {"tabs within rows of line breaks: these do not count the blanks",
     HEAD2 "第二十条第（一）项\n\n信息内容\n\n本年制发件数\n\n本年废止件数\n\n现行有效件数\n\n"
           "规章\n\n8\n\n\n191\n\n行政规范性文件\n\n5\t6\n\n\n第二十条第（五）项\n\n"
           "信息内容\n\n本年处理决定数量\n\n行政许可\n\n4\n\n" TAIL,
     TABLE_T2,
     "A1",
     {{"T2.a1.regulation.in_force", "191"},
      {"T2.a1.normative.issued", "unplaced"},
      {"T2.a5.license.decisions", "4"}}},
    {"column labels below rows: the text goes by no rows, and seven figures are not one",
     HEAD3 "申请人情况\n\n自然人\n\n法人或其他组织\n\n商业企业\n\n科研机构\n\n社会公益组织\n\n"
           "法律服务机构\n\n一、本年新收政府信息公开申请数量\n\n19\n\n16\n\n24\n\n9\n\n13\n\n"
           "二、上年结转政府信息公开申请数量\n\n2\n\n2\n\n3\n\n1\n\n1\n\n5\n\n2\n\n总计\n\n"
           "其他\n\n4\n\n85\n9\n\n（一）予以公开\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0\n\n0\n\n" TAIL,
     TABLE_T3,
     "A1",
     {{"T3.carry_in.np", "unplaced"}, {"T3.carry_in.ot", "unplaced"}}},
    {"wrapped lines go on at their start, and are read on, not across",
     HEAD3
     "申请人情况\n自然人 法人或其他组织 总计\n商业企业 科研机构 社会公益组织 法律服务机构 其他\n"
     "一、本年新收政府信息公开申请数量   12      3     4      5     6      7     37\n"
     "二、上年结转政府信息公开申请数量   2       3     4      5     6      7     27\n"
     "（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请   "
     "0       91      77      7       0\n64      239\n"
     "3.其他    1      3     4      5     6      7     26\n"
     "（七）总计    1      94    81     12    6      71    265\n" TAIL,
     TABLE_T3,
     "P",
     {{"T3.other_2.np", "0"}, {"T3.other_2.ot", "64"}, {"T3.other_2.tot", "239"}}},
    {"a figure beside a header is not the row of figures below it",
     HEAD "四、政府信息公开行政复议、行政诉讼情况\n\n"
          "| 行政复议 | 行政诉讼 | 88 | | | | | | | | | | | | | |\n"
          "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|\n"
          "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 未经复议直接起诉 | 复议后起诉 | 88 "
          "| | | | | | | | |\n"
          "| 结果维持 | 结果纠正 | 其他结果 | 尚未审结 | 总计 | 结果维持 | 结果纠正 | 其他结果 "
          "| 尚未审结 | 总计 | 88 | | | | | |\n"
          "| 39 | 2 | 8 | 10 | 59 | 21 | 17 | 27 | 12 | 77 | 7 | 14 | 27 | 39 | 87 | 88 |\n\n" TAIL,
     TABLE_T4,
     NULL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"a label that stands right of its like: its row may be shifted",
     HEAD3 "| （本列数据的勾稽关系） | | | 申请人情况 | | | | | | |\n"
           "|---|---|---|---|---|---|---|---|---|---|\n"
           "| | | | 自然人 | 法人或其他组织 | | | | | 总计 |\n"
           "| | | | | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 | |\n"
           "| 一、本年新收政府信息公开申请数量 | | | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n"
           "| 二、上年结转政府信息公开申请数量 | | | | 2 | 3 | 4 | 5 | 6 | 20 |\n"
           "| 三、本年度办理结果 | （一）予以公开 | | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n"
           "| | （七）总计 | | 1 | 2 | 3 | 4 | 5 | 6 | 21 |\n"
           "| | 四、结转下年度继续办理 | | | 69 | 36 | 16 | 131 | 5 | 42 |\n\n" TAIL,
     TABLE_T3,
     NULL,
     {{"T3.carry_in.np", "blank"},
      {"T3.carry_in.co", "2"},
      {"T3.carry_out.np", "unplaced"},
      {"T3.carry_out.co", "unplaced"}}},
    {"columns that the form does not know beside its own: the edition is the one it names",
     HEAD2
     "第二十条第（五）项\n信息内容\t本年处理决定数量\t上年处理决定数量\t增减\n行政许可\t31\t29\t2\n"
     "第二十条第（六）项\n信息内容\t本年处理决定数量\t上年处理决定数量\t增减\n"
     "行政处罚\t12\t10\t2\n行政强制\t3\t3\t0\n" TAIL,
     TABLE_T2,
     NULL,
     {{"T2.a5.license.decisions", "31"}, {"T2.a6.coercion.delta", "none"}}},
    {"a figure that a page hides behind every cell, the headers' too: the headers still tell",
     HEAD2 "第二十条第（一）项                                          88\n"
           "信息内容        本年制发件数  本年废止件数  现行有效件数    88\n"
           "规章                    9549          2742          1504    88\n"
           "行政规范性文件          2479             0           209    88\n"
           "第二十条第（八）项                                          88\n"
           "信息内容        本年收费金额（单位：万元）                  88\n"
           "行政事业性收费                               4991.524036    88\n" TAIL,
     TABLE_T2,
     NULL,
     {{"T2.a1.regulation.issued", "unplaced"},
      {"T2.a8.fee.amount", "unplaced"},
      {"T2.a8.fee.delta", "none"}}},
    {"a header and a row of which damaged bytes leave nothing: no edition is the likelier",
     HEAD2 "第二十条第（一）项\n信息\xEF\xBF\xBD\t本\xEF\xBF\xBD\t"
           "\xEF\xBF\xBD\xEF\xBF\xBD\t\xEF\xBF\xBD数\n规章\t342\t0\t1\n"
           "\xEF\xBF\xBD政规\xEF\xBF\xBD件\t1288\t2892\t7085\n第二十条第（六）项\n"
           "信息内容\t本年处理决定数量\n行政处罚\t4\n行政强制\t0\n" TAIL,
     TABLE_T2,
     NULL,
     {{"T2.a1.regulation.issued", "unplaced"}, {"T2.a6.penalty.decisions", "4"}}},
    {"the last label of a damaged header, run into what is left of the others",
     HEAD2 "第二十条第（一）项\n信息内本年本年现行有效件数\n规章\t342\t0\t1\n"
           "第二十条第（五）项\n信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n"
           "行政许可\t7\t1\t9\n" TAIL,
     TABLE_T2,
     NULL,
     {{"T2.a1.regulation.issued", "342"}, {"T2.a1.regulation.in_force", "1"}}},
    {"a lost header, and rows that say another edition than the headers of the rest",
     HEAD2 "第二十条第（一）项\n规章\t3\t0\t1\n规范性文件\t8\t2\t9\n"
           "第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t7\n"
           "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t4\n行政强制\t0\n" TAIL,
     TABLE_T2,
     NULL,
     {{"T2.a1.regulation.made", "none"},
      {"T2.a1.normative.issued", "unplaced"},
      {"T2.a5.license.decisions", "7"}}},
    {"plain text from a PDF: a figure right at a label, above one that has none",
     HEAD2 "第二十条第（一）项\n信息内容\n\n本年制发件数 本年废止件数 "
           "现行有效件数\n\n规章\n\n9\n\n28\n\n19\n\n"
           "行政规范性文件\n\n17\n\n9\n\n7\n\n第二十条第（五）项\n信息内容\n\n本年处理决定数量\n\n"
           "行政许可\n\n16\n第二十条第（六）项\n\n信息内容\n\n本年处理决定数量\n\n行政处罚\n7\n\n"
           "行政强制\n\n第二十条第（八）项\n信息内容\n\n本年收费金额（单位：万元）\n\n"
           "行政事业性收费\n\n20\n\n" TAIL,
     TABLE_T2,
     "A1",
     {{"T2.a1.normative.in_force", "7"},
      {"T2.a5.license.decisions", "16"},
      {"T2.a6.penalty.decisions", "unplaced"},
      {"T2.a6.coercion.decisions", "unplaced"}}},
    {"figures heaped behind labels: line breaks count no blank cells, and no label is blank",
     HEAD3 "申请人情况\n\n一、本年新收政府信息公开申请数量\n\n3\n\n0\n\n1\n\n"
           "二、上年结转政府信息公开申请数量\n\n（一）予以公开\n\n5\n\n6\n\n7\n\n8\n\n9\n\n1\n\n2\n"
           "\n3\n\n4\n\n"
           "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\n\n5\n\n6\n\n7\n\n8\n\n9\n\n1"
           "\n\n2\n\n3\n\n"
           "1.属于国家秘密\n\n4\n\n5\n\n6\n\n7\n\n8\n\n9\n\n10\n\n" TAIL,
     TABLE_T3,
     "A1",
     {{"T3.new.np", "unplaced"},
      {"T3.carry_in.np", "unplaced"},
      {"T3.open.np", "unplaced"},
      {"T3.denied_1.tot", "10"}}},
    {"a row of figures between two labels, beside neither",
     HEAD3 "申请人情况\n自然人\n\n商业企业\n\n一、本年新收政府信息公开申请数量\n\n科研机构\n\n"
           "21270550 55033519 47993895 60534379 93590398 30758399 11907957\n\n"
           "二、上年结转政府信息公开申请数量\n三、本年度办理结果\n\n总计\n\n82525102 84076772\n\n"
           "（一）予以公开\n\n92578629 78783582 14363952 45649743 44004142 15090620 37117808\n\n"
           "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\n\n"
           "82633796 43658026 67828424 8040023 12414469 86562085 79860073\n\n" TAIL,
     TABLE_T3,
     NULL,
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.np", "unplaced"}}},
    {"figures and their units strewn over lines: nobody knows their order",
     HEAD "四、政府信息公开行政复议、行政诉讼情况\n行政复议\n\n行政诉讼\n未经复议直接起诉\n\n复议后"
          "起诉\n\n"
          "结果维持 结果纠正 其他结果 尚未审结 总计\n结果维持 结果纠正 其他结果 尚未审结 总计\n"
          "结果维持 结果纠正 其他结果 尚未审结 总计\n"
          "24 条 1 条 19 件 5 件 0 件 12 件 3 件 11 件 4 件\n\n26\n21\n19 件 4 件 24 件 29 "
          "条\n件\n件\n" TAIL,
     TABLE_T4,
     NULL,
     {{"T4.direct.total", "unplaced"}, {"T4.after.upheld", "unplaced"}}},
    {"a number alone below a row with a blank field is the page's",
     HEAD3 COLUMNS3 "一、本年新收政府信息公开申请数量\t333\t759\t469\t\t937\t54\t2666\n\f3\n"
                    "二、上年结转政府信息公开申请数量\t1\t2\t3\t4\t5\t6\t21\n" TAIL,
     TABLE_T3,
     "C",
     {{"T3.new.sp", "blank"}, {"T3.new.tot", "2666"}, {"T3.carry_in.tot", "21"}}},
    {"a number alone below a row that is short: its last, or the page's",
     HEAD3 COLUMNS3 "一、本年新收政府信息公开申请数量\t333\t759\t469\t7\t937\t54\n12\n" ROWS3 TAIL,
     TABLE_T3,
     NULL,
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}, {"T3.carry_in.tot", "21"}}},
    {"no page has the number 0",
     HEAD3 COLUMNS3 "一、本年新收政府信息公开申请数量\t0\t0\t0\t0\t0\t0\n0\n" ROWS3 TAIL,
     TABLE_T3,
     "C",
     {{"T3.new.np", "0"}, {"T3.new.tot", "0"}}},
    {"a field that is there and empty is not filled by what stands below",
     HEAD2 "第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可\t\n4\n"
           "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t7\n行政强制\t0\n" TAIL,
     TABLE_T2,
     NULL,
     {{"T2.a5.license.decisions", "unplaced"}, {"T2.a6.penalty.decisions", "7"}}},
    {"fourteen numbers of fifteen, and one on the next line",
     HEAD "四、政府信息公开行政复议、行政诉讼情况\n行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n"
          "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉\n"
          "\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果\t"
          "尚未审结\t总计\n1\t2\t3\t4\t10\t5\t6\t7\t8\t26\t9\t1\t2\t3\n7\n" TAIL,
     TABLE_T4,
     NULL,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.total", "unplaced"}}},
    {"a label that goes on in the next row, its figures beside the first piece",
     HEAD3 COLUMNS3 ROWS3
     "2.其他法律行政\t99\t909\t621\t396\t81\t16\t2122\n"
     "法规禁止公开\t\t\t\t\t\t\t\n3.危及“三安全一稳定”\t3\t0\t0\t0\t0\t0\t3\n" TAIL,
     TABLE_T3,
     "C",
     {{"T3.denied_2.np", "99"}, {"T3.denied_2.tot", "2122"}, {"T3.denied_3.np", "3"}}},
    {"a label that goes on in the next row, its figures beside both",
     HEAD3 COLUMNS3 ROWS3
     "2.其他法律行政\t99\t909\t621\t396\t81\t16\t21\n"
     "法规禁止公开\t\t\t\t\t\t\t22\n3.危及“三安全一稳定”\t3\t0\t0\t0\t0\t0\t3\n" TAIL,
     TABLE_T3,
     "C",
     {{"T3.denied_2.np", "unplaced"}, {"T3.denied_2.tot", "unplaced"}, {"T3.denied_3.np", "3"}}},
    {"a figure alone right below another: the rest of it, or a page's number",
     HEAD3 "                                  自然人  商业企业  科研机构  社会公益组织  "
           "法律服务机构  其他  总计\n"
           "一、本年新收政府信息公开申请数量  14      2         3         4             5          "
           "   6     1478\n"
           "                                  58\n"
           "二、上年结转政府信息公开申请数量  2       0         0         2             2          "
           "   2     8\n"
           "三、本年度办理结果\n"
           "（一）予以公开                    5       0         0         2             2          "
           "   2     11\n" TAIL,
     TABLE_T3,
     "P",
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.np", "2"}, {"T3.open.tot", "11"}}},
    {"a frame with rules between its rows, whose narrow column breaks numbers over three lines",
     HEAD3 "+------------------+----+----+----+----+----+----+----+\n"
           "|                  |自然|商业|科研|社会|法律|其他|总计|\n"
           "|                  |人  |企业|机构|公益|服务|    |    |\n"
           "|                  |    |    |    |组织|机构|    |    |\n"
           "+------------------+----+----+----+----+----+----+----+\n"
           "| 一、本年新收政府 | 2  | 0  | 0  | 0  | 0  | 0  | 2  |\n"
           "| 信息公开申请数量 |    |    |    |    |    |    |    |\n"
           "+------------------+----+----+----+----+----+----+----+\n"
           "| 二、上年结转政府 | 2  | 0  | 0  | 0  | 0  | 0  | 63 |\n"
           "| 信息公开申请数量 |    |    |    |    |    |    | 86 |\n"
           "|                  |    |    |    |    |    |    | 2  |\n"
           "+------------------+----+----+----+----+----+----+----+\n"
           "| 1.属于国家秘密   | 7  | 0  | 0  | 0  | 0  | 0  | 7  |\n"
           "+------------------+----+----+----+----+----+----+----+\n" TAIL,
     TABLE_T3,
     "BOX",
     {{"T3.new.tot", "2"},
      {"T3.carry_in.np", "2"},
      {"T3.carry_in.tot", "text"},
      {"T3.denied_1.tot", "7"}}},
    {"the first number of a page ends no row",
     HEAD3 "申请人情况\n自然人\n商业企业\n科研机构\n社会公益组织\n法律服务机构\n其他\n总计\n"
           "一、本年新收政府信息公开申请数量\n333\n759\n469\n7\n937\n54\n\f3\n"
           "二、上年结转政府信息公开申请数量\n1\n2\n3\n4\n5\n6\n21\n" TAIL,
     TABLE_T3,
     "A1",
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}, {"T3.carry_in.tot", "21"}}},
    {"figures that stick to their rows' labels: the rows are printed, and none has a place",
     HEAD2 "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章000\n"
           "行政规范性文件12\t3\n第二十条第（五）项\n信息内容\t本年处理决定数量\n行政许可17\n"
           "第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t4\n行政强制\t5\n" TAIL,
     TABLE_T2,
     "C",
     {{"T2.a1.regulation.issued", "unplaced"},
      {"T2.a1.normative.issued", "unplaced"},
      {"T2.a5.license.decisions", "unplaced"},
      {"T2.a6.penalty.decisions", "4"}}},
    {"a page of several below a figure, cells on tabbed lines: no part of it",
     TABBED3("7", "3 / 8\n"),
     TABLE_T3,
     "A2",
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}, {"T3.carry_in.tot", "21"}}},
    {"a page's foot with a date and an address below a figure",
     TABBED3("7", "2022/1/15 10:23  年度报告  http://www.example.cn/1.html  3/6\n"),
     TABLE_T3,
     "A2",
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.tot", "21"}}},
    {"a page's number there",
     TABBED3("7", "3\n"),
     TABLE_T3,
     "A2",
     {{"T3.new.np", "unplaced"}, {"T3.carry_in.tot", "21"}}},
    {"the same between dashes is surely none of the row's",
     TABBED3("7", "— 3 —\n"),
     TABLE_T3,
     "A2",
     {{"T3.new.np", "7"}, {"T3.new.tot", "7"}}},
    {"a page's number in dashes between rows of marked-up text is no rule between them",
     MARKED3("— 4 —\n"),
     TABLE_T3,
     "MD",
     {{"T3.new.np", "7"}, {"T3.new.co", "0"}, {"T3.new.tot", "8"}, {"T3.denied_1.tot", "12"}}},
    {"the same without",
     MARKED3(""),
     TABLE_T3,
     "MD",
     {{"T3.new.np", "7"}, {"T3.new.co", "0"}, {"T3.new.tot", "8"}, {"T3.denied_1.tot", "12"}}},
    {"a page's number before the bar of a blank cell, the others' bars beside them",
     BARRED3(" |\n", "5\n |\n"),
     TABLE_T3,
     "B6",
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}, {"T3.carry_in.tot", "21"}}},
    {"the blank cell without it",
     BARRED3(" |\n", " |\n"),
     TABLE_T3,
     "B6",
     {{"T3.new.np", "7"}, {"T3.new.co", "blank"}, {"T3.new.tot", "8"}}},
    {"where all bars stand below, the first number of a page may be its own",
     BARRED3("\n|\n", "\f5\n|\n"),
     TABLE_T3,
     "B7",
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}, {"T3.carry_in.tot", "21"}}},
    {"any other is a value",
     BARRED3("\n|\n", "5\n|\n"),
     TABLE_T3,
     "B7",
     {{"T3.new.np", "7"}, {"T3.new.co", "5"}, {"T3.new.tot", "8"}}},
    {"a number alone at the margin below a label without figures, which stand far in",
     ALIGNED2("", "7\n\n"),
     TABLE_T2,
     "P",
     {{"T2.a1.normative.issued", "938"},
      {"T2.a5.license.decisions", "unplaced"},
      {"T2.a6.penalty.decisions", "595"}}},
    {"one in the middle of the page, blank lines around it",
     ALIGNED2("", "                    7\n\n"),
     TABLE_T2,
     "P",
     {{"T2.a5.license.decisions", "unplaced"}, {"T2.a6.penalty.decisions", "595"}}},
    {"one at the margin right below the label",
     ALIGNED2("\n7", ""),
     TABLE_T2,
     "P",
     {{"T2.a5.license.decisions", "unplaced"}, {"T2.a6.penalty.decisions", "595"}}},
    {"one beside its label",
     ALIGNED2("        7", ""),
     TABLE_T2,
     "P",
     {{"T2.a5.license.decisions", "7"}, {"T2.a6.penalty.decisions", "595"}}},
};

static void test_cells(void **state)
{
    size_t nunlike = 0;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct report *report = read_text(state, cases[i].text);
        const char *layout = report->tables[cases[i].table].layout;
        if (cases[i].layout && (!layout || strcmp(layout, cases[i].layout) != 0))
            fail_msg("%s: read as %s", cases[i].what, layout ? layout : "nothing");
        nunlike += count_unlike(report, cases[i].what, cases[i].cells);
        report_free(report);
    }
    assert_int_equal(nunlike, 0);
}

/* All paragraphs and cells of a page joined into one line by a sign. */
static void check_joined(void **state, char sign)
{
    static const char *const pieces[] = {"某县柳河镇2021年政府信息公开工作年度报告",
                                         "首页",
                                         "一、",
                                         "总体情况",
                                         "公开信息。",
                                         "二、主动公开政府信息情况",
                                         "第二十条第（一）项",
                                         "信息内容",
                                         "本年制发件数",
                                         "本年废止件数",
                                         "现行有效件数",
                                         "规章",
                                         "1",
                                         "2",
                                         "3",
                                         "行政规范性文件",
                                         "4",
                                         "5",
                                         "6",
                                         "第二十条第（五）项",
                                         "信息内容",
                                         "本年处理决定数量",
                                         "行政许可",
                                         "7",
                                         "第二十条第（八）项",
                                         "信息内容",
                                         "本年收费金额（单位：万元）",
                                         "行政事业性收费",
                                         "三、收到和处理政府信息公开申请情况",
                                         "无。",
                                         "五、存在的主要问题及改进情况",
                                         "意识不强。",
                                         "六、其他需要报告的事项",
                                         "无。",
                                         "某县柳河镇人民政府",
                                         "2022年1月9日"};
    struct str text = STR_INIT;
    for (size_t i = 0; i < COUNT(pieces); i++) {
        if (i)
            str_byte(&text, sign);
        str_add(&text, pieces[i]);
    }
    struct report *report = read_text(state, str_text(&text));
    assert_int_equal(report->nsections, 5);
    assert_text(report->who.title, pieces[0]);
    assert_text(report->who.signature_agency, "某县柳河镇人民政府");
    assert_int_equal(report->who.signature_date.day, 9);
    assert_cell(report, "T2.a1.normative.in_force", "6");
    assert_cell(report, "T2.a5.license.decisions", "7");
    report_free(report);
    str_release(&text);
}

static void test_joined(void **state)
{
    check_joined(state, '|');
}

/* As many tabs as a whole report has; a blank cell has one on each side. Where figures are parted
 * from labels by blanks, these end rows, and tabs do not. */
static void test_joined_by_tabs(void **state)
{
    static const char *const head =
        "某县柳河镇2021年政府信息公开工作年度报告\t一、总体情况\t公开信息。\t"
        "二、主动公开政府信息情况\t第二十条第（一）项\t信息内容\t本年制发件数\t本年废止件数\t"
        "现行有效件数\t规章\t1\t\t3\t行政规范性文件\t%s\t第二十条第（五）项\t信息内容\t"
        "本年处理决定数量\t行政许可\t7\t第二十条第（八）项\t信息内容\t"
        "本年收费金额（单位：万元）\t行政事业性收费\t0\t三、收到和处理政府信息公开申请情况\t无。\t"
        "五、存在的主要问题及改进情况\t意识不强。";
    static const struct {
        const char *values, *wanted[3];
    } joined[] = {{"4\t5\t6", {"4", "5", "6"}},
                  {"\t5\t", {"blank", "5", "blank"}},
                  {"4\t5", {"unplaced", "unplaced", "unplaced"}}};
    static const char *const cells[] = {"issued", "abolished", "in_force"};
    for (size_t i = 0; i < COUNT(joined); i++) {
        struct str text = STR_INIT;
        char id[64];
        str_format(&text, head, joined[i].values);
        for (int k = 0; k < 80; k++)
            str_add(&text, "\t公开信息。");
        struct report *report = read_text(state, str_text(&text));
        assert_cell(report, "T2.a1.regulation.abolished", "blank");
        for (size_t k = 0; k < COUNT(cells); k++) {
            snprintf(id, sizeof id, "T2.a1.normative.%s", cells[k]);
            assert_cell(report, id, joined[i].wanted[k]);
        }
        report_free(report);
        str_release(&text);
    }
}

/* The same where blanks part rows and paragraphs: one beside a tab may as well be a cell. */
static void test_joined_by_blanks(void **state)
{
    static const char *const head =
        "某县柳河镇2021年政府信息公开工作年度报告 一、总体情况 公开信息。 二、主动公开政府信息情况 "
        "第二十条第（一）项\t\t\t 信息内容\t本年制发件数\t本年废止件数\t现行有效件数 规章\t1\t\t3 "
        "行政规范性文件\t%s 第二十条第（五）项\t\t\t 信息内容\t本年处理决定数量 行政许可\t7 "
        "第二十条第（六）项\t\t\t 信息内容\t本年处理决定数量 行政处罚\t8 行政强制\t9 "
        "第二十条第（八）项\t\t\t 信息内容\t本年收费金额（单位：万元） 行政事业性收费\t0 "
        "三、收到和处理政府信息公开申请情况 无。 五、存在的主要问题及改进情况 意识不强。 "
        "六、其他需要报告的事项 无。 某县柳河镇人民政府 2022年1月9日";
    static const struct {
        const char *values, *wanted[3], *below;
    } joined[] = {{"4\t5\t6", {"4", "5", "6"}, "9"},
                  {"\t5\t", {"blank", "5", "blank"}, "9"},
                  {"4 5\t6", {"unplaced", "unplaced", "unplaced"}, "9"},
                  {"4\t \t6", {"unplaced", "unplaced", "unplaced"}, "unplaced"}};
    static const char *const cells[] = {"issued", "abolished", "in_force"};
    for (size_t i = 0; i < COUNT(joined); i++) {
        struct str text = STR_INIT;
        char id[64];
        str_format(&text, head, joined[i].values);
        for (int k = 0; k < 80; k++)
            str_add(&text, "\t公开");
        struct report *report = read_text(state, str_text(&text));
        for (size_t k = 0; k < COUNT(cells); k++) {
            snprintf(id, sizeof id, "T2.a1.normative.%s", cells[k]);
            assert_cell(report, id, joined[i].wanted[k]);
        }
        assert_cell(report, "T2.a6.coercion.decisions", joined[i].below);
        report_free(report);
        str_release(&text);
    }
}

/* Two labels of the last column cut short: the page was, and its figures may be. One may
 * as well have lost a part of itself. */
static void test_cut_page(void **state)
{
    static const char *const cut[] = {"现行有效", "本年处理决", "现行有效件数", "本年处理决定数量"};
    for (size_t i = 0; i < 4; i++) {
        struct str text = STR_INIT;
        str_format(&text,
                   HEAD2 "第二十条第（一）项\n"
                         "信息内容           本年制发件数    本年废止件数    %s\n"
                         "规章               15              21              14\n"
                         "行政规范性文件     22              23              24\n"
                         "第二十条第（五）项\n"
                         "信息内容                                           %s\n"
                         "行政许可                                           71\n" TAIL,
                   i % 2 ? cut[2] : cut[0], i / 2 ? cut[3] : cut[1]);
        struct report *report = read_text(state, str_text(&text));
        bool said = report->tables[TABLE_T2].why[0] &&
                    strstr(report->tables[TABLE_T2].why[LANG_EN], "cut off") != NULL;
        assert_int_equal(said, i == 0);
        if (i == 0)
            assert_int_equal(report->tables[TABLE_T2].state, TABLE_DOUBTFUL);
        report_free(report);
        str_release(&text);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_cells), cmocka_unit_test(test_cut_page),
        cmocka_unit_test(test_joined), cmocka_unit_test(test_joined_by_tabs),
        cmocka_unit_test(test_joined_by_blanks)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
