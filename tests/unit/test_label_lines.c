/* Aligned tables whose labels and figures stand on lines of their own: which label is whose. */
#include "reading.h"

#define HEAD                                                                                                           \
    "某县柳河镇2021年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n"                \
    "三、收到和处理政府信息公开申请情况\n申请人情况\n自然人  法人或其他组织  总计\n" \
    "商业企业  科研机构  社会公益组织  法律服务机构  其他\n"
#define TAIL "五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"

#define NEW "一、本年新收政府信息公开申请数量\n"
#define CARRIED "二、上年结转政府信息公开申请数量\n"
#define OPENED "三、本年度办理结果  （一）予以公开\n"
#define PARTLY "（二）部分公开（区分处理的，只计这一情形，不计其他情形）\n"
#define SECRET "（三）不予公开  1.属于国家秘密\n"
#define FORBIDDEN "2.其他法律行政法规禁止公开\n"
#define TOTAL "（七）总计\n"
#define LEFT "四、结转下年度继续办理\n"

#define ROW(digit)                                                                                 \
    "1" digit "      2" digit "      3" digit "      4" digit "      5" digit "      6" digit      \
    "      21" digit "\n"
#define FIRST(digit)                                                                               \
    "1" digit "      2" digit "      3" digit "      4" digit "      5" digit "      6" digit "\n"
#define REST(digit) "21" digit "\n"

/* The figures of the rows from the second on. */
#define BELOW                                                                                      \
    CARRIED ROW("2") OPENED ROW("3") PARTLY ROW("4") SECRET ROW("5") FORBIDDEN ROW("6")            \
        TOTAL ROW("7") LEFT ROW("8")
#define ABOVE                                                                                      \
    ROW("2")                                                                                       \
    CARRIED ROW("3") OPENED ROW("4") PARTLY ROW("5") SECRET ROW("6") FORBIDDEN ROW("7")            \
        TOTAL ROW("8") LEFT

/* The rows from the second on have their own figures. */
#define SOUND                                                                                      \
    {"T3.carry_in.np", "12"}, {"T3.open.tot", "213"}, {"T3.denied_1.co", "25"},                    \
        {"T3.carry_out.np", "18"},                                                                 \
    {                                                                                              \
        "T3.carry_out.tot", "218"                                                                  \
    }

/* The figures of all rows but one below their labels, or above those of all but the first. */
#define LINE(gap, digit)                                                                           \
    "1" digit gap "2" digit gap "3" digit gap "4" digit gap "5" digit gap "6" digit gap "21" digit \
    "\n"
#define BELOW_ALL(gap) HEAD NEW LINE(gap, "1") CARRIED LINE(gap, "2") TOTAL LINE(gap, "3") LEFT TAIL
#define NO_ROW                                                                                     \
    {                                                                                              \
        {"T3.new.np", "unplaced"}, {"T3.carry_in.np", "unplaced"},                                 \
        {                                                                                          \
            "T3.total.tot", "unplaced"                                                             \
        }                                                                                          \
    }

/* The figures of the last rows behind the labels of all three. */
#define HEAPED(gap)                                                                                \
    HEAD "一、本年新收政府信息公开申请数量" gap "1" gap "2" gap "3" gap "4" gap "5" gap "6" gap    \
         "21\n" CARRIED TOTAL LEFT "2" gap "2" gap "3" gap "4" gap "5" gap "6" gap "22\n"          \
         "3" gap "2" gap "3" gap "4" gap "5" gap "6" gap "23\n"                                    \
         "4" gap "2" gap "3" gap "4" gap "5" gap "6" gap "24\n" TAIL
#define REFUSED                                                                                    \
    {                                                                                              \
        {"T3.new.np", "1"}, {"T3.carry_in.np", "unplaced"}, {"T3.total.np", "unplaced"},           \
            {"T3.carry_out.np", "unplaced"}, {"T3.carry_out.tot", "unplaced"},                     \
    }

static const struct reading_case cases[] = {
    {"a misprinted label and one figure far behind it, above all others: a row, and no heading",
     TITLE "一、总体情况\n公开信息。\n"
           "三、收到和处理政府信息公开申请情况\n"
           "   (本列数据的勾稽关系为:第一项加第二项之和,等于第三项加第四项之和)                    "
           "                                   申请\n"
           "                                                                                       "
           "    人情况\n"
           "                                                                自然人                 "
           "     法人或其他组织                             总计\n"
           "                                                                         商业企业      "
           "科研机构    社会公益组织       法律服        其他\n"
           "                                                                                       "
           "                 务机构\n"
           "   一、本年新收到政府信息公开申请数量                                                  "
           "                                                      249\n"
           "   二、上年结转政府信息公开申请数量                                                    "
           "                                                      40\n"
           "   三、本年度办  (一)予以公开                                                          "
           "                                                  0\n"
           "           (七)总计                                                                    "
           "                                        165\n"
           "   四、结转下年度继续办理                                                              "
           "                                                124\n" TAIL,
     {{"T3.new.np", "blank"}, {"T3.new.tot", "249"}, {"T3.carry_in.tot", "40"}}},
    {"figures below their labels", HEAD NEW ROW("1") BELOW TAIL, {{"T3.new.np", "11"}, SOUND}},
    {"figures above their labels", HEAD ROW("1") NEW ABOVE TAIL, {{"T3.new.np", "11"}, SOUND}},
    {"those of the first row wrapped",
     HEAD NEW FIRST("1") REST("1") BELOW TAIL,
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}, SOUND}},
    {"those of the first row wrapped in a number",
     HEAD NEW ROW("1") "7\n" BELOW TAIL,
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}, SOUND}},
    {"those of the first row wrapped, above the label",
     HEAD FIRST("1") REST("1") NEW ABOVE TAIL,
     {{"T3.new.np", "unplaced"}, {"T3.new.tot", "unplaced"}, SOUND}},
    {"a row wrapped in the middle",
     HEAD NEW ROW("1") CARRIED ROW("2") OPENED ROW("3") PARTLY FIRST("4") REST("4") SECRET ROW("5")
         FORBIDDEN ROW("6") TOTAL ROW("7") LEFT ROW("8") TAIL,
     {{"T3.new.np", "11"}, {"T3.partial.np", "unplaced"}, {"T3.partial.tot", "unplaced"}, SOUND}},
    {"the last row has lost its figures, or the first one those above it",
     HEAD NEW ABOVE TAIL,
     {{"T3.new.np", "unplaced"},
      {"T3.carry_in.np", "unplaced"},
      {"T3.open.tot", "unplaced"},
      {"T3.denied_1.co", "unplaced"},
      {"T3.carry_out.np", "unplaced"}}},
    {"a row in the middle has lost those above it",
     HEAD ROW("1") NEW ROW("2") CARRIED ROW("3") OPENED PARTLY ROW("5") SECRET ROW("6")
         FORBIDDEN ROW("7") TOTAL ROW("8") LEFT TAIL,
     {{"T3.new.np", "11"},
      {"T3.open.tot", "213"},
      {"T3.partial.np", "unplaced"},
      {"T3.denied_2.co", "26"},
      {"T3.carry_out.np", "18"}}},
    {"behind three labels, between blanks", HEAPED(" "), REFUSED},
    {"behind three labels, between tabs", HEAPED("\t"), REFUSED},
    {"behind three labels, between bars", HEAPED("|"), REFUSED},
    {"below a label that is none, beside several wrapped rows",
     HEAD NEW FIRST("1") REST("1") CARRIED FIRST("2") REST("2") OPENED FIRST("3") REST("3")
         PARTLY ROW("4") "（五）不予处理  1\n.信访举报投诉类申请\n" ROW("5") "2.重复申请\n" ROW(
             "6") "3.要求提供公开出版物\n" ROW("7") TOTAL FIRST("8") REST("8") LEFT ROW("9") TAIL,
     {{"T3.rejected_2.np", "unplaced"}, {"T3.rejected_3.np", "unplaced"}}},
    {"below all labels but the last, between blanks", BELOW_ALL(" "), NO_ROW},
    {"below all labels but the last, between tabs", BELOW_ALL("\t"), NO_ROW},
    {"below all labels but the last, between bars", BELOW_ALL("|"), NO_ROW},
    {"below all labels, between tabs",
     HEAD NEW LINE("\t", "1") CARRIED LINE("\t", "2") TOTAL LEFT LINE("\t", "3") TAIL,
     {{"T3.new.np", "11"}, {"T3.carry_in.tot", "212"}, {"T3.carry_out.np", "13"}}},
};

static void labels_on_lines_of_their_own(void **state)
{
    assert_readings(state, cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(labels_on_lines_of_their_own)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
