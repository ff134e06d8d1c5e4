/* report/outline: headings are found by words, whatever their numerals, lines
 * and decoration; lists are no headings. */
#include "reading.h"

/* Sections as "id numeral title;" in order, '?' for no id, '!' when irregular. */
static const char *outline_of(const struct report *report, char *out, size_t nbytes)
{
    size_t n = 0;
    out[0] = '\0';
    for (size_t i = 0; i < report->nsections; i++) {
        const struct section *s = &report->sections[i];
        n += (size_t)snprintf(out + n, nbytes - n, "%s%s %s %s;", s->id ? s->id : "?",
                              s->irregular ? "!" : "", s->numeral, s->title);
        assert_true(n < nbytes);
        uint32_t end = i + 1 < report->nsections ? s[1].heading.start : report->text_nbytes;
        assert_int_equal(s->body.start, s->heading.end);
        assert_int_equal(s->body.end, end);
    }
    return out;
}

static void outline_reads(void **state, const char *text, const char *wanted)
{
    char got[2048];
    struct report *report = read_text(state, text);
    assert_string_equal(outline_of(report, got, sizeof got), wanted);
    report_free(report);
}

#define S1 "S1 一 总体情况;"
#define S2 "S2 二 主动公开政府信息情况;"
#define S3 "S3 三 收到和处理政府信息公开申请情况;"
#define S4 "S4 四 政府信息公开行政复议、行政诉讼情况;"
#define S5 "S5 五 存在的主要问题及改进情况;"
#define S6 "S6 六 其他需要报告的事项;"

static void plain_headings(void **state)
{
    outline_reads(state, TITLE SECTIONS, S1 S2 S3 S4 S5 S6);
    outline_reads(state,
                  TITLE
                  "## 一、总体情况\n公开2条。\n**二、主动公开政府信息情况**\n无表。\n" SECTIONS_3_4
                      SECTIONS_5_6,
                  S1 S2 S3 S4 S5 S6);
    outline_reads(state,
                  TITLE
                  "一 总体情况\n公开2条。\n二. 主动公开政府信息情况\n无表。\n" SECTIONS_3_4
                  "第五部分 存在的主要问题及改进情况\n不够。\n六、 其他需要报告的事项：\n无。\n",
                  S1 S2 S3 S4 S5 S6);
    outline_reads(state,
                  TITLE "Ⅰ、总体情况\n公开2条。\nⅡ．主动公开政府信息情况\n无表。\n"
                        "III、收到和处理政府信息公开申请情况\n无表。\n"
                        "IV. 政府信息公开行政复议、行政诉讼情况\n无表。\n"
                        "Ⅴ、存在的主要问题及改进情况\nIT、VR、XV等技术。\nI、II类单位。\n"
                        "Ⅵ、其他需要报告的事项\n无。\n",
                  "S1 Ⅰ 总体情况;S2 Ⅱ 主动公开政府信息情况;"
                  "S3 III 收到和处理政府信息公开申请情况;"
                  "S4 IV 政府信息公开行政复议、行政诉讼情况;"
                  "S5 Ⅴ 存在的主要问题及改进情况;S6 Ⅵ 其他需要报告的事项;");
}

/* A blank behind the numeral parts as a mark does; without one it is a word of the sentence. */
static void numerals_before_a_blank(void **state)
{
    outline_reads(
        state,
        TITLE
        "一 2021年政府信息公开总体情况\n公开2条。\n二 主动公开政府信息情况\n无表。\n" SECTIONS_3_4
            SECTIONS_5_6,
        "S1! 一 2021年政府信息公开总体情况;" S2 S3 S4 S5 S6);
    outline_reads(state,
                  TITLE
                  "一 本年度信息公开概况\n公开2条。\n二 主动公开政府信息情况\n无表。\n" SECTIONS_3_4
                      SECTIONS_5_6,
                  "S1! 一 本年度信息公开概况;" S2 S3 S4 S5 S6);
    outline_reads(
        state,
        TITLE
        "总体情况\n一是公开总体情况\n二 主动公开政府信息情况\n无表。\n" SECTIONS_3_4 SECTIONS_5_6,
        "S1  总体情况;" S2 S3 S4 S5 S6);
}

static void headings_over_lines(void **state)
{
    outline_reads(state,
                  TITLE "一、总体情况\n公开2条。\n二、\n主动公开政府信息情况\n无表。\n"
                        "三、收到和处理\n\n政府信息公开申请情况\n无表。\n",
                  S1 S2 S3);
}

static void headings_without_numerals(void **state)
{
    outline_reads(state,
                  TITLE
                  "总体情况\n公开2条。\n主动公开政府信息情况\n无表。\n其他需要报告的事项\n无。\n",
                  "S1  总体情况;S2  主动公开政府信息情况;S6  其他需要报告的事项;");
}

static void headings_inside_a_line(void **state)
{
    outline_reads(
        state,
        TITLE "统计期限自2021年1月1日起至2021年12月31日止。一、总体情况（一）主动公开。公开2条。"
              " 二、主动公开政府信息情况 三、收到和处理政府信息公开申请情况 没有收到。\n"
              "六、其他需要报告的事项：无。\n",
        S1 S2 S3 S6);
}

/* What a blank parts from the title is the section's text. */
static void text_behind_a_blank(void **state)
{
    outline_reads(
        state,
        TITLE
        "一、总体情况 公开2条\n" SECTIONS_3_4
        "五、存在的主要问题及改进情况\n不够。\n六、其他需要报告的事项 无收取信息处理费情况。\n",
        S1 S3 S4 S5 S6);
    outline_reads(state,
                  TITLE SECTIONS_1_2
                  "三、收到和处理政府信息公开申请情况\n无表。\n"
                  "四、政府信息公开行\n政复议行政诉讼的情况\n无。\n" SECTIONS_5_6,
                  S1 S2 S3 "S4! 四 政府信息公开行政复议行政诉讼的情况;" S5 S6);
}

static void lists_are_no_headings(void **state)
{
    outline_reads(state,
                  TITLE
                  "全文包括：一、总体情况；二、主动公开政府信息情况；三、收到和处理政府信息公开"
                  "申请情况；六、其他需要报告的事项。\n" SECTIONS,
                  S1 S2 S3 S4 S5 S6);
    outline_reads(
        state,
        TITLE
        "目录\n一、总体情况\n二、主动公开政府信息情况\n五、存在的主要问题及改进情况\n" SECTIONS,
        S1 S2 S3 S4 S5 S6);
    outline_reads(state,
                  TITLE
                  "一、总体情况\n一、主动公开情况\n公开2条。\n二、依申请公开情况\n没有收到。\n"
                  "三、平台建设\n有网站。\n二、主动公开政府信息情况\n无表。\n" SECTIONS_3_4
                  "五、存在的主要问题及改进情况\n一、意识不强\n不够。\n二、主动公开不及时\n不够。\n"
                  "六、其他需要报告的事项\n一、信息处理费\n无。\n二、建议提案\n无。\n",
                  S1 S2 S3 S4 S5 S6);
}

static void shifted_and_extra_sections(void **state)
{
    outline_reads(state,
                  TITLE SECTIONS_1_2 SECTIONS_3_4 "五、政府信息公开收费情况\n没有收费。\n"
                                                  "六、存在的主要问题及改进情况\n不够。\n",
                  S1 S2 S3 S4 "? 五 政府信息公开收费情况;S5 六 存在的主要问题及改进情况;");
    outline_reads(state,
                  TITLE SECTIONS_1_2
                  "三、平台和发布情况\n发布6条。\n四、收到和处理政府信息公开申请情况\n"
                  "无表。\n五、存在的主要问题及改进情况\n不够。\n",
                  S1 S2 "? 三 平台和发布情况;S3 四 收到和处理政府信息公开申请情况;" S5);
    outline_reads(state, TITLE SECTIONS "七、附件\n见网站。\n", S1 S2 S3 S4 S5 S6 "? 七 附件;");
    outline_reads(state,
                  TITLE "一、总体情况\n公开2条。\n一、主动公开政府信息情况\n无表。\n"
                        "二、收到和处理政府信息公开申请情况\n无表。\n",
                  S1 "S2 一 主动公开政府信息情况;S3 二 收到和处理政府信息公开申请情况;");
}

static void list_of_contents(void **state)
{
    outline_reads(
        state,
        TITLE "目录\n一、总体情况\n二、主动公开政府信息情况\n三、收到和处理政府信息公开申请情况\n"
              "四、政府信息公开行政复议、行政诉讼情况\n五、存在的主要问题及改进情况\n"
              "六、其他需要报告的事项\n本报告按统一格式编制。\n" SECTIONS,
        S1 S2 S3 S4 S5 S6);
    struct report *report =
        read_text(state, TITLE "一、总体情况\n六、其他需要报告的事项\n按格式编制。\n" SECTIONS);
    assert_true(report_section(report, "S6")->heading.start >
                report_section(report, "S5")->heading.end);
    report_free(report);
}

/* The list may use the form's words where the sections have their own. */
static void list_of_contents_in_the_forms_words(void **state)
{
    static const char *const leaders[] = {"", "..........2", "……………… 3", "\t4"};
    for (size_t i = 0; i < COUNT(leaders); i++) {
        char text[4096];
        snprintf(text, sizeof text,
                 TITLE "一、总体情况%s\n二、主动公开政府信息情况%s\n"
                       "三、收到和处理政府信息公开申请情况%s\n"
                       "四、政府信息公开行政复议、行政诉讼情况%s\n"
                       "五、存在的主要问题及改进情况%s\n六、其他需要报告的事项%s\n"
                       "根据条例编制本报告。\n一、概述\n公开2条。\n二、主动公开情况\n无表。\n%s"
                       "五、存在的问题及今后改进\n不够。\n六、其他需要报告的事项\n无。\n",
                 leaders[i], leaders[i], leaders[i], leaders[i], leaders[i], leaders[i],
                 SECTIONS_3_4);
        outline_reads(state, text,
                      "S1 一 概述;S2 二 主动公开情况;" S3 S4 "S5! 五 存在的问题及今后改进;" S6);
    }
}

static void titles_in_other_words(void **state)
{
    outline_reads(
        state,
        TITLE "一、2021年政府信息公开总体情况\n公开2条。\n二、主要公开政府信息情况\n无表。\n"
              "三、依申请公开情况\n无。\n四、政府信息公开行政复议和行政诉讼情况。\n无。\n"
              "五、存在的问题和今后改进措施\n不够。\n六、其他事项\n无。\n",
        "S1! 一 2021年政府信息公开总体情况;S2! 二 主要公开政府信息情况;S3 三 依申请公开情况;"
        "S4 四 政府信息公开行政复议和行政诉讼情况;S5! 五 存在的问题和今后改进措施;"
        "S6! 六 其他事项;");
}

/* Whatever section one is called, it opens the text. */
static void section_one_in_other_words(void **state)
{
    static const char *const headings[] = {"一、信息公开情况概述", "一、信息公开情况概述。",
                                           "一、\n信息公开情况概述"};
    for (size_t i = 0; i < COUNT(headings); i++) {
        char text[2048];
        snprintf(text, sizeof text, TITLE "%s\n公开2条。\n二、主动公开政府信息情况\n无表。\n%s",
                 headings[i], SECTIONS_3_4 SECTIONS_5_6);
        outline_reads(state, text, "S1! 一 信息公开情况概述;" S2 S3 S4 S5 S6);
    }
    outline_reads(state, TITLE "一、\n总体\n情况\n公开2条。\n二、主动公开政府信息情况\n无表。\n",
                  S1 S2);
}

static void bracketed(void **state)
{
    outline_reads(state,
                  TITLE
                  "【一、总体情况】\n（一）主动公开情况\n公开2条。\n（二）依申请公开情况\n无。\n"
                  "【二、主动公开政府信息情况】\n无表。\n"
                  "【三、收到和处理政府信息公开申请情况】\n无表。\n"
                  "【四、政府信息公开行政复议、行政诉讼情况】\n无表。\n"
                  "【五、存在的主要问题及改进情况】\n不够。\n【其他需要报告的事项】\n无。\n",
                  S1 S2 S3 S4 S5 "S6  其他需要报告的事项;");
}

static void old_outline(void **state)
{
    outline_reads(state,
                  TITLE "一、概述\n公开2条。\n二、主动公开情况\n好。\n三、依申请公开情况\n无。\n"
                        "四、收费及减免情况\n无。\n五、行政复议和行政诉讼情况\n无。\n",
                  "S1 一 概述;S2 二 主动公开情况;S3 三 依申请公开情况;? 四 收费及减免情况;"
                  "S4! 五 行政复议和行政诉讼情况;");
}

/* No 一、 anywhere: (一) or 1. opens the sections, and in one paragraph too. */
static void sections_set_by_parts(void **state)
{
    outline_reads(
        state,
        TITLE "（一）总体情况\n（一）主动公开情况\n公开2条。\n（二）依申请公开情况\n没有收到。\n"
              "（二）主动公开政府信息情况\n无表。\n（三）收到和处理政府信息公开申请情况\n无表。\n"
              "（四）政府信息公开行政复议、行政诉讼情况\n无表。\n"
              "（五）存在的主要问题及改进情况\n不够。\n（六）其他需要报告的事项\n无。\n",
        S1 S2 S3 S4 S5 S6);
    outline_reads(
        state,
        TITLE "1.总体情况 我镇公开信息2条，都在网站。 2.主动公开政府信息情况 本部分无表，见附件。 "
              "3.收到和处理政府信息公开申请情况 本部分无表，见附件。 "
              "4.政府信息公开行政复议、行政诉讼情况 本部分无表，见附件。 "
              "5.存在的主要问题及改进情况 一是不够主动，二是不够快。 6.其他需要报告的事项 "
              "全年无收费，无其他。\n",
        "S1 1 总体情况;S2 2 主动公开政府信息情况;S3 3 收到和处理政府信息公开申请情况;"
        "S4 4 政府信息公开行政复议、行政诉讼情况;S5 5 存在的主要问题及改进情况;"
        "S6 6 其他需要报告的事项;");
}

static void lost_headings(void **state)
{
    outline_reads(state,
                  TITLE "一、信息公开工作概述\n公开2条。\n第二十条第（一）项\n"
                        "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n"
                        "行政规范性文件\t2\t1\t9\n第二十条第（五）项\n信息内容\t本年处理决定数量\n"
                        "行政许可\t17\n" SECTIONS_3_4 SECTIONS_5_6,
                  "S1! 一 信息公开工作概述;S2  ;" S3 S4 S5 S6);
    outline_reads(state,
                  TITLE SECTIONS_1_2 SECTIONS_3_4
                  "（一）存在的主要问题\n不够主动。\n（二）改进措施\n学习。\n"
                  "无其他需要报告的事项。\n",
                  S1 S2 S3 S4 "S5  ;S6  ;");
    outline_reads(state,
                  TITLE SECTIONS_1_2 "三、收到和处理政府信息公开申请情况\n无表。\n" SECTIONS_5_6,
                  S1 S2 S3 S5 S6);
}

#define T4                                                                                                                           \
    "行政复议\t\t\t\t\t行政诉讼\n结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t" \
    "\t\t\t\t"                                                                                                                       \
    "复议后起诉\n\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他"  \
    "结果\t尚未审结\t总计\n"                                                                                                 \
    "0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n"

/* The words may stand inside the paragraph: behind the table before the section, or so much
 * its own that they can be no other section's. */
static void lost_headings_of_paragraphs(void **state)
{
    outline_reads(state,
                  TITLE SECTIONS_1_2 SECTIONS_3_4 T4
                  "2020年的问题已整改。主要问题：一是不够主动。改进措施：一是学习。\n"
                  "本年度未收取信息处理费，没有其他需要报告的事项。\n",
                  S1 S2 S3 S4 "S5  ;S6  ;");
    outline_reads(state,
                  TITLE SECTIONS_1_2 SECTIONS_3_4 T4
                  "本年度公开工作虽有成效，但仍存在更新不及时等问题。下一步将学习。\n"
                  "六、其他需要报告的事项\n无。\n",
                  S1 S2 S3 S4 "S5  ;" S6);
    /* Without the table they may as well be of the section before. */
    outline_reads(state,
                  TITLE SECTIONS_1_2 SECTIONS_3_4 "复议中仍存在答复不及时的现象。\n"
                                                  "六、其他需要报告的事项\n无。\n",
                  S1 S2 S3 S4 S6);
}

/* Content words met inside what was taken for the heading before them. */
static void bodies_end_behind_their_beginning(void **state)
{
    struct report *report = read_text(
        state, "　　当前位置：首页 > 政府信息公开 > 法定主动公开内容 > 2023年政府信息公开年报\n"
               "　　索引号：2023-0043 发文日期：2024-01-27 发布机构：柳湾县教育局 有效性：有效\n"
               "　　一、主动公开");
    assert_true(report->nsections > 0);
    for (size_t i = 0; i < report->nsections; i++)
        assert_true(report->sections[i].body.start <= report->sections[i].body.end);
    report_free(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(plain_headings),
        cmocka_unit_test(numerals_before_a_blank),
        cmocka_unit_test(headings_over_lines),
        cmocka_unit_test(headings_without_numerals),
        cmocka_unit_test(headings_inside_a_line),
        cmocka_unit_test(text_behind_a_blank),
        cmocka_unit_test(lists_are_no_headings),
        cmocka_unit_test(shifted_and_extra_sections),
        cmocka_unit_test(list_of_contents),
        cmocka_unit_test(list_of_contents_in_the_forms_words),
        cmocka_unit_test(titles_in_other_words),
        cmocka_unit_test(section_one_in_other_words),
        cmocka_unit_test(bracketed),
        cmocka_unit_test(old_outline),
        cmocka_unit_test(sections_set_by_parts),
        cmocka_unit_test(lost_headings),
        cmocka_unit_test(lost_headings_of_paragraphs),
        cmocka_unit_test(bodies_end_behind_their_beginning),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
