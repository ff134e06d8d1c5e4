/* report/page, report/article, report/grid_h: what becomes of whole pages. */
#include "reading.h"

#include "gouji/base/str.h"

#define ARTICLE_TITLE "某县清溪镇2020年政府信息公开工作年度报告"

/* A page of the parts given; read it. */
static struct report *read_page(void **state, const char *head, const char *body)
{
    struct err err = {0};
    struct str html = STR_INIT;
    str_format(&html, "<!DOCTYPE html><html><head>%s</head><body>%s</body></html>", head, body);
    struct report *report = report_read("page.html", str_slice(&html), *state, &err);
    if (!report)
        fail_msg("%s", err.text);
    str_release(&html);
    return report;
}

static void refuses_page(void **state, const char *body, enum err_kind kind, const char *word)
{
    struct err err = {0};
    struct str html = STR_INIT;
    str_format(&html, "<html><body>%s</body></html>", body);
    assert_null(report_read("page.html", str_slice(&html), *state, &err));
    assert_int_equal(err.kind, kind);
    if (!strstr(err.text, word))
        fail_msg("no '%s' in: %s", word, err.text);
    str_release(&html);
}

static void cell_is(const struct report *report, const char *id, const char *wanted)
{
    const struct cell *cell = report_cell(report, id);
    char text[64] = "none";
    if (cell && cell->state == CELL_NUMBER)
        snprintf(text, sizeof text, "%.*s", (int)(cell->span.end - cell->span.start),
                 report->text + cell->span.start);
    else if (cell)
        snprintf(text, sizeof text, "%s", cell_state_name(cell->state));
    if (strcmp(text, wanted) != 0)
        fail_msg("%s is %s, not %s", id, text, wanted);
}

/* Sections one to six with what is given under two and three. */
static struct str report_body(const char *two, const char *three)
{
    struct str out = STR_INIT;
    str_format(&out,
               "<p>一、总体情况</p><p>全年主动公开政府信息12条。</p>"
               "<p>二、主动公开政府信息情况</p>%s"
               "<p>三、收到和处理政府信息公开申请情况</p>%s"
               "<p>四、政府信息公开行政复议、行政诉讼情况</p><p>无。</p>"
               "<p>五、存在的主要问题及改进情况</p><p>公开意识不强，将加强培训。</p>"
               "<p>六、其他需要报告的事项</p><p>无其他需要报告的事项。</p>",
               two, three);
    return out;
}

static struct report *read_tables_in(void **state, const char *two, const char *three)
{
    struct str body = report_body(two, three);
    struct str page = STR_INIT;
    str_format(&page, "<h1>" ARTICLE_TITLE "</h1>%s", str_text(&body));
    struct report *report = read_page(state, "", str_text(&page));
    str_release(&page);
    str_release(&body);
    return report;
}

#define BLOCK_ONE(rows)                                                                                           \
    "<table><tr><td colspan=4>第二十条第（一）项</td></tr><tr><td>信息内容</td>"                     \
    "<td>本年新<br>制作数量</td><td>本年新<br>公开数量</td><td>对外公开<p>总数量</p></td></" \
    "tr>" rows "</table>"

static void block_one(void **state)
{
    static const struct {
        const char *rows, *regulation[3];
    } cases[] = {
        {"<tr><td>规章<td>1<td>2<td>3<tr><td>规范性文件<td>0<td>0<td>0", {"1", "2", "3"}},
        {"<tr><td>规章<td>&nbsp;<td><p>2</p><td> <tr><td>规范性文件<td>0<td>0<td>0",
         {"blank", "2", "blank"}},
        {"<tr><td>规章<td>/<td>见附件<td>3<tr><td>规范性文件<td>0<td>0<td>0",
         {"mark", "text", "3"}},
        {"<tr><td>规章<td>未统计<td>&nbsp;<td>&nbsp;<tr><td>规范性文件<td>0<td>0<td>0",
         {"text", "blank", "blank"}},
        /* a value too few, one over all columns, one over two rows: not placed */
        {"<tr><td>规章<td>1<td>2<tr><td>规范性文件<td>0<td>0<td>0",
         {"unplaced", "unplaced", "unplaced"}},
        {"<tr><td>规章<td colspan=3>1<tr><td>规范性文件<td>0<td>0<td>0",
         {"unplaced", "unplaced", "unplaced"}},
        {"<tr><td>规章<td>1<td rowspan=2>2<td>3<tr><td>规范性文件<td>0<td>0",
         {"unplaced", "unplaced", "unplaced"}},
        /* an empty cell over two rows is blank in both */
        {"<tr><td>规章<td>1<td rowspan=2>&nbsp;<td>3<tr><td>规范性文件<td>0<td>0",
         {"1", "blank", "3"}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct str table = STR_INIT;
        str_format(&table, BLOCK_ONE("%s"), cases[i].rows);
        struct report *report = read_tables_in(state, str_text(&table), "<p>无。</p>");
        assert_text(report->tables[TABLE_T2].layout, "H");
        size_t position = 0;
        const struct cell *cell = NULL;
        for (int k = 0; k < 3; k++) {
            cell = report_next_cell(report, &position);
            assert_non_null(cell);
            cell_is(report, cell->id, cases[i].regulation[k]);
        }
        report_free(report);
        str_release(&table);
    }
}

/* The word of word processors, split tables, a table within one that arranges. */
static void mso_and_frames(void **state)
{
    struct report *report = read_tables_in(
        state,
        "<table><tr><td width=50>&nbsp;</td><td><p>说明文字如下</p>" BLOCK_ONE(
            "<tr><td><p class=MsoNormal><span lang=EN-US style='mso-bidi:1'><o:p>规章</o:p></span>"
            "</p><td><![if !x]>1<![endif]><td><span>1</span><span>2</span><td><table><tr><td>3"
            "</table><tr><td>规范性文件<td>4<td>5<td>6") "</td></tr></table>",
        "<p>无。</p>");
    size_t position = 0;
    static const char *const wanted[] = {"1", "12", "3", "4", "5", "6"};
    for (size_t i = 0; i < COUNT(wanted); i++)
        cell_is(report, report_next_cell(report, &position)->id, wanted[i]);
    report_free(report);
}

/* A table of the organ's own, with spans and blank cells. */
static void local_tables(void **state)
{
    static const char local[] =
        "<table><tr><td rowspan=2>平台<td colspan=2>发布条数<tr><td>2019年<td>2020年"
        "<tr><td>网站<td>3<td>5<tr><td>微信<td>&nbsp;<td>7<tr><td>合计<td><td></table>";
    static const char *const cells[] = {"平台",   "发布条数", "",     "",  "2019年",
                                        "2020年", "网站",     "3",    "5", "微信",
                                        "",       "7",        "合计", "",  ""};
    struct report *report = read_tables_in(state, local, "<p>无。</p>");
    assert_int_equal(report->nlocals, 1);
    assert_int_equal(report->locals[0].nrows, 5);
    assert_int_equal(report->locals[0].ncols, 3);
    for (size_t i = 0; i < COUNT(cells); i++) {
        struct slice text = report_slice(report, report->locals[0].cells[i].span);
        if (!slice_is(text, cells[i]))
            fail_msg("cell %zu is %.*s, not %s", i, (int)text.nbytes, text.ptr, cells[i]);
    }
    report_free(report);
}

/* What a site prints around an article, in pieces. */
#define NAVIGATION                                                                                 \
    "<ul><li><a href='/'>首页</a><li><a href='/a'>政务公开</a><li><a "                       \
    "href='/n'>政府信息公开年报</a>"                                                       \
    "<li><a href='/o'>某县水利局2019年政府信息公开工作年度报告</a></ul>"         \
    "<div>当前位置：<a href='/'>首页</a> &gt; <a href='/n'>年报</a> &gt; 正文</div>"
#define TOOLS "<div>【字体：<a href='javascript:f()'>大</a> 中 小】 <a href='#p'>打印</a></div>"
#define PUBLISHED "<div>发布日期：2021-01-20 来源：清溪镇 浏览次数：128</div>"
#define FOOTER                                                                                                   \
    "<div>【<a href='javascript:p()'>打印本页</a>】 关闭窗口</div><div>上一篇：<a "                \
    "href='/p'>某县水利局"                                                                                  \
    "2019年政府信息公开工作年度报告</a></div><div>主办单位：某县人民政府办公室</div>" \
    "<p>某县人民政府 版权所有 某ICP备12345678号 电话：0999-1234567 2024年5月6日</p>"

static void check_article(void **state, const char *head, const char *before, const char *after)
{
    struct str body = report_body("<p>主动公开信息12条。</p>", "<p>收到申请0件。</p>");
    struct str page = STR_INIT;
    str_format(&page, "%s%s%s", before, str_text(&body), after);
    struct report *report = read_page(state, head, str_text(&page));
    assert_text(report->who.title, ARTICLE_TITLE);
    assert_text(report->who.agency, "某县清溪镇");
    assert_int_equal(report->who.year, 2020);
    assert_text(report->who.signature_agency, "某县清溪镇人民政府");
    assert_int_equal(report->who.signature_date.day, 20);
    assert_int_equal(report->nsections, 6);
    static const char *const left[] = {"首页", "打印", "关闭", "版权", "水利局", "ICP", "0999"};
    for (size_t i = 0; i < COUNT(left); i++)
        if (strstr(report->text, left[i]))
            fail_msg("%s is left in:\n%s", left[i], report->text);
    report_free(report);
    str_release(&page);
    str_release(&body);
}

#define SIGNED "<p>某县清溪镇人民政府</p><p>2021年1月20日</p>"

static void articles(void **state)
{
    /* flat; in blocks; title in the content, above it, over two lines, in the head only */
    check_article(state, "", NAVIGATION "<h1>" ARTICLE_TITLE "</h1>" PUBLISHED TOOLS,
                  SIGNED FOOTER);
    check_article(state, "",
                  NAVIGATION "<div><h1>" ARTICLE_TITLE "</h1>" PUBLISHED TOOLS "<div class=x>",
                  SIGNED "</div></div>" FOOTER);
    check_article(state, "", NAVIGATION "<div><p>" ARTICLE_TITLE "</p>", SIGNED "</div>" FOOTER);
    check_article(state, "",
                  NAVIGATION "<h1>某县清溪镇<br>2020年政府信息公开工作年度报告</h1><div>",
                  SIGNED "</div>" FOOTER);
    check_article(state, "<title>" ARTICLE_TITLE "_某县人民政府</title>", NAVIGATION "<div>",
                  SIGNED "</div>" FOOTER);
    check_article(state, "", NAVIGATION "<h1>" ARTICLE_TITLE "</h1><div>",
                  "</div><div>" SIGNED "</div>" FOOTER);
    check_article(state, "",
                  "<table><tr><td>" NAVIGATION "</td><td><h1>" ARTICLE_TITLE "</h1>" PUBLISHED,
                  SIGNED "</td></tr><tr><td colspan=2>" FOOTER "</td></tr></table>");
    check_article(state, "", NAVIGATION "<h1>" ARTICLE_TITLE "</h1>",
                  "<p>附件：<a href='/a.doc'>年报.doc</a></p>" SIGNED FOOTER);
    check_article(state, "", NAVIGATION "<h1>" ARTICLE_TITLE "</h1>",
                  "<p>附件：1.统计表</p><p>来源于群众的意见2条。</p><p><a href='/a.xls'>统计表.xls"
                  "</a></p>" SIGNED FOOTER);
    check_article(state, "", NAVIGATION "<h1>" ARTICLE_TITLE "</h1>",
                  SIGNED "<p>相关附件：</p><p><a href='/a.doc'>年报</a></p>"
                         "<p>某县水利局主办</p>" FOOTER);
}

/* A footer alone signs nothing. */
static void unsigned_article(void **state)
{
    struct str body = report_body("<p>公开12条。</p>", "<p>收到申请0件。</p>");
    struct str page = STR_INIT;
    str_format(&page, NAVIGATION "<h1>" ARTICLE_TITLE "</h1>%s" FOOTER, str_text(&body));
    struct report *report = read_page(state, "", str_text(&page));
    assert_text(report->who.signature_agency, NULL);
    assert_int_equal(report->who.signature_date.year, 0);
    report_free(report);
    str_release(&page);
    str_release(&body);
}

/* What a script would show is taken only when nothing else is there. */
static void hidden_parts(void **state)
{
    struct str body = report_body("<p>公开12条。</p>", "<p>收到申请0件。</p>");
    struct str page = STR_INIT;
    str_format(&page, "<div style='display:none'><h1>" ARTICLE_TITLE "</h1>%s</div>",
               str_text(&body));
    struct report *report = read_page(state, "", str_text(&page));
    assert_text(report->who.title, ARTICLE_TITLE);
    report_free(report);
    str_clear(&page);
    str_format(&page, "<h1>" ARTICLE_TITLE "</h1>%s<p style='display:none'>共收到申请99件</p>",
               str_text(&body));
    report = read_page(state, "", str_text(&page));
    assert_null(strstr(report->text, "99"));
    report_free(report);
    str_release(&page);
    str_release(&body);
}

static void no_reports(void **state)
{
    struct str links = STR_INIT;
    for (int i = 0; i < 30; i++)
        str_format(
            &links,
            "<li><a href='/%d'>某县第%d中学2020年政府信息公开工作年度报告</a> 2021-01-20</li>", i,
            i);
    refuses_page(state, str_text(&links), ERR_NOT_REPORT, "it is a page of links");
    refuses_page(
        state, NAVIGATION "<h1>《" ARTICLE_TITLE "》解读</h1><p>一、编制背景</p><p>根据条例。</p>",
        ERR_NOT_REPORT, "解读");
    refuses_page(state,
                 NAVIGATION "<h1>一图读懂｜" ARTICLE_TITLE "</h1><p>一、总体情况</p>"
                            "<p>全年公开信息12条。</p><p>二、主动公开政府信息情况</p>" FOOTER,
                 ERR_NOT_REPORT, "读懂");
    refuses_page(state,
                 NAVIGATION
                 "<h1>某县政府信息公开指南</"
                 "h1><p>为了方便公民、法人和其他组织获取政府信息，编制本指南。</p>" FOOTER,
                 ERR_NOT_REPORT, "指南");
    refuses_page(
        state,
        "<h1>我县各单位发布2020年政府信息公开工作年度报告</h1><p>近日，全县45个单位全部发布。</p>",
        ERR_NOT_REPORT, "发布");
    refuses_page(state, "<h1>404</h1><p>Not found</p>", ERR_NOT_REPORT, "hardly any text");
    refuses_page(state, NAVIGATION "<div id=app></div><script src='a.js'></script>" FOOTER,
                 ERR_NOT_REPORT, "browser");
    str_release(&links);
}

/* GB2312 bytes of 某县清溪镇 and the like come from iconv elsewhere; here the
 * page's word and its bytes disagree. */
static void belied_charset(void **state)
{
    struct str body = report_body("<p>公开12条。</p>", "<p>收到申请0件。</p>");
    struct str page = STR_INIT;
    str_format(&page, "<h1>" ARTICLE_TITLE "</h1>%s", str_text(&body));
    struct report *report = read_page(state, "<meta charset=gb2312>", str_text(&page));
    assert_int_equal(report->encoding, TEXT_UTF8);
    assert_non_null(report->remark);
    assert_non_null(strstr(report->remark, "GB2312"));
    report_free(report);
    report = read_page(state, "<meta charset=utf-8>", str_text(&page));
    assert_null(report->remark);
    report_free(report);
    str_release(&page);
    str_release(&body);
}

/* A text file with its tables in mark-up keeps its lines. */
static void text_with_markup(void **state)
{
    struct err err = {0};
    static const char text[] =
        ARTICLE_TITLE "\n\n一、总体情况\n全年公开12条。\n二、主动公开政府信息情况\n" BLOCK_ONE(
            "<tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr>"
            "<tr><td>规范性文件</td><td>4</td><td>5</td><td>6</td></tr>") "\n五、存在的主要问题及改"
                                                                          "进情况\n意识不强。\n六、"
                                                                          "其他需要报告的事项\n无。"
                                                                          "\n";
    struct report *report = report_read("report.md", slice_of(text), *state, &err);
    if (!report)
        fail_msg("%s", err.text);
    assert_text(report->who.title, ARTICLE_TITLE);
    assert_int_equal(report->nsections, 4);
    size_t position = 0;
    cell_is(report, report_next_cell(report, &position)->id, "1");
    report_free(report);
}

/* Markdown between the blocks of the page it was made of. */
static void markdown_with_blocks(void **state)
{
    struct err err = {0};
    static const char text[] =
        "<div class=\"nav\">\n\n[首页](/)  [政务公开](/a)\n\n</div>\n\n<div>\n\n"
        "**" ARTICLE_TITLE "**\n\n**一、总体情况**\n\n全年公开12条。\n\n"
        "**二、主动公开政府信息情况**\n\n" BLOCK_ONE(
            "<tr><td>规章</td><td>1</td><td>2</td><td>3</td></tr>"
            "<tr><td>规范性文件</td><td>4</td><td>5</td><td>6</td></tr>") "\n\n"
                                                                          "**"
                                                                          "五、存在的主要问题及改进"
                                                                          "情况**"
                                                                          "\n\n意识不强。\n\n**"
                                                                          "六、其他需要报告的事项**"
                                                                          "\n\n　　无\n\n"
                                                                          "某县清溪镇人民政府\n\n20"
                                                                          "21年1月20日\n\n</div>\n";
    struct report *report = report_read("report.md", slice_of(text), *state, &err);
    if (!report)
        fail_msg("%s", err.text);
    assert_text(report->who.title, ARTICLE_TITLE);
    assert_text(report->who.signature_agency, "某县清溪镇人民政府");
    assert_int_equal(report->who.signature_date.day, 20);
    assert_int_equal(report->nsections, 4);
    report_free(report);
}

/* A whole file of lines with nothing of a page around it but its outermost tags. */
static void reads_bare_lines(void **state)
{
    struct report *report = read_page(
        state, "",
        "\n" ARTICLE_TITLE "\n本报告根据条例编制，全文公开。\n一、总体情况\n\n公开信息12条。\n"
        "二、主动公开政府信息情况\n"
        "<table><tr><td colspan=2>第二十条第（五）项</td></tr>"
        "<tr><td>信息内容</td><td><p>本年处理决定数量</p></td></tr>"
        "<tr><td>行政许可</td><td>12</td></tr></table>\n"
        "六、其他需要报告的事项\n\n无。\n");
    assert_string_equal(report->who.title, ARTICLE_TITLE);
    assert_string_equal(report->who.agency, "某县清溪镇");
    assert_int_equal(report->who.year, 2020);
    assert_int_equal(report->nsections, 3);
    cell_is(report, "T2.a5.license.decisions", "12");
    report_free(report);
}

#define CELL(text) "<td>" text "</td>"
#define SIX(a, b, c, d, e, f) CELL(a) CELL(b) CELL(c) CELL(d) CELL(e) CELL(f)
#define OPEN_OF(header, values)                                                                    \
    "<h1>" ARTICLE_TITLE "</h1><p>一、总体情况</p><p>公开信息。</p>"                    \
    "<p>三、收到和处理政府信息公开申请情况</p><table><tr>" CELL("") CELL("") CELL("") header       \
        "</tr><tr>" CELL("三、本年度办理结果") CELL("（一）予以公开") CELL("") values              \
        "</tr></table>"

/* A header that leaves out a column of the form: an empty cell before the figures is its
 * label's, no blank that moves them by one. */
static void column_left_out(void **state)
{
    static const char *const ids[] = {"T3.open.np", "T3.open.co", "T3.open.ot", "T3.open.tot"};
    struct report *report = read_page(
        state, "",
        OPEN_OF(SIX("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构", "总计"),
                SIX("21", "22", "23", "24", "25", "27")));
    for (size_t i = 0; i < COUNT(ids); i++)
        cell_is(report, ids[i], "unplaced");
    report_free(report);
    report = read_page(state, "",
                       OPEN_OF(SIX("自然人", "商业企业", "科研机构", "社会公益组织", "法律服务机构",
                                   "其他") CELL("总计"),
                               SIX("", "22", "23", "24", "25", "26") CELL("27")));
    cell_is(report, "T3.open.np", "blank");
    cell_is(report, "T3.open.co", "22");
    cell_is(report, "T3.open.tot", "27");
    report_free(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_bare_lines), cmocka_unit_test(block_one),
        cmocka_unit_test(mso_and_frames),   cmocka_unit_test(local_tables),
        cmocka_unit_test(articles),         cmocka_unit_test(unsigned_article),
        cmocka_unit_test(column_left_out),  cmocka_unit_test(hidden_parts),
        cmocka_unit_test(no_reports),       cmocka_unit_test(belied_charset),
        cmocka_unit_test(text_with_markup), cmocka_unit_test(markdown_with_blocks),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
