/* Table four with blank cells, its columns as pdftotext lays them out: a line of figures need not
 * stand below the words of the header. */
#include "reading.h"

#define HEAD                                                                                            \
    "某县柳河镇2021年政府信息公开工作年度报告\n一、总体情况\n公开信息。\n" \
    "四、政府信息公开行政复议、行政诉讼情况\n"
#define TAIL "\n五、存在的主要问题及改进情况\n一是不够主动。\n六、其他需要报告的事项\n无。\n"

static const struct one {
    const char *what, *text;
    enum table_state state;
    struct wanted cells[6];
} cases[] = {
    {"set to the left of their labels, the sums wrong",
     HEAD
     "\n"
     "          行政复议                                  行政诉讼\n"
     "                                 未经复议直接起诉                  复议后起诉\n"
     "结果   结果    其他    尚未\n"
     "                      总计    结果   结果   其他   尚未        结果   结果   其他   尚未\n"
     "维持   纠正    结果    审结                             总计                       总计\n"
     "                            维持   纠正   结果   审结        维持   纠正   结果   审结\n"
     "     2     12         119                  3    3    3              3    7\n" TAIL,
     TABLE_COMPLETE,
     {{"T4.review.corrected", "2"},
      {"T4.review.other", "12"},
      {"T4.review.total", "119"},
      {"T4.after.upheld", "3"}}},
    {"to no edge: 105 stands below the next label",
     HEAD "\n"
          "          行政复议                             行政诉讼\n"
          "                                未经复议直接起诉                复议后起诉\n"
          "结果   结果   其他     尚未\n"
          "                      总计   结果   结果 其他 尚未        结果   结果 其他 尚未\n"
          "维持   纠正   结果     审结                        总计                   总计\n"
          "                           维持   纠正 结果 审结        维持   纠正 结果 审结\n"
          "12         3     2    17    3    3  1                12   105   117\n" TAIL,
     TABLE_INCOMPLETE,
     {{"T4.review.upheld", "unplaced"}, {"T4.after.pending", "unplaced"}}},
    {"below the next label all, so that the totals do not add up",
     HEAD
     "行政复议                       行政诉讼\n"
     "\n"
     "\n"
     "\n"
     "\n"
     "                                      2\n"
     "结果维 结果纠 其他结 尚未审 总计   未经复议直接起诉              "
     "复议后起诉\n"
     "持   正   果   结\n"
     "                     结果维 结果纠 其他结 尚未审 总计    结果维 结果纠 其他结 尚未审 总计\n"
     "                     持   正   果   结         持   正   果   结\n"
     "\n"
     "         3   2   1                                 1    2\n" TAIL,
     TABLE_DOUBTFUL,
     {{"T4.direct.upheld", "blank"}}},
};

static void shifted_columns(void **state)
{
    size_t nunlike = 0;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct report *report = read_text(state, cases[i].text);
        nunlike += count_unlike(report, cases[i].what, cases[i].cells);
        if (report->tables[TABLE_T4].state != cases[i].state) {
            print_error("%s: %s\n", cases[i].what, report->tables[TABLE_T4].why[LANG_ZH]);
            nunlike++;
        }
        report_free(report);
    }
    assert_int_equal(nunlike, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(shifted_columns)};
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
