/* text/html: what a page's text and the grid of its tables are, and where it
 * stops. Pages are shown as one line a line: "text", and for a row of a table
 * each cell as column+columns,rows[text]. */
#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gouji/base/str.h"
#include "gouji/text/html.h"

static struct str draw_page(const struct html_page *page)
{
    struct str out = STR_INIT;
    for (size_t i = 0; i < page->nlines; i++) {
        const struct html_line *line = &page->lines[i];
        if (!line->ncells) {
            str_append(
                &out, slice_make(page->text + line->span.start, line->span.end - line->span.start));
        }
        for (uint32_t k = 0; k < line->ncells; k++) {
            const struct html_cell *cell = &page->cells[line->first_cell + k];
            str_format(&out, "%u+%u,%u[%.*s]", cell->column, cell->ncolumns, cell->nrows,
                       (int)(cell->span.end - cell->span.start), page->text + cell->span.start);
        }
        str_byte(&out, '\n');
    }
    return out;
}

/* Lines are consecutive, each ended; a row has one field more than tabs, and
 * every cell stands at its field. */
static void check_page(const struct html_page *page)
{
    uint32_t at = 0;
    for (size_t i = 0; i < page->nlines; i++) {
        const struct html_line *line = &page->lines[i];
        assert_int_equal(line->span.start, at);
        assert_int_equal(page->text[line->span.end], '\n');
        assert_true(line->container < page->ncontainers);
        at = line->span.end + 1;
        uint32_t field = line->span.start;
        for (uint32_t k = 0; k < line->ncells; k++) {
            struct span span = page->cells[line->first_cell + k].span;
            assert_int_equal(span.start, field);
            assert_null(memchr(page->text + span.start, '\t', span.end - span.start));
            assert_int_equal(page->text[span.end], k + 1 < line->ncells ? '\t' : '\n');
            field = span.end + 1;
        }
    }
    assert_int_equal(at, page->nbytes);
}

static void reads_as(const char *html, bool with_hidden, const char *wanted)
{
    struct err err = {0};
    struct html_page page;
    struct arena *arena = arena_new();
    bool keep_lines = html[0] != '<';
    if (html_read("p", slice_of(html), keep_lines, with_hidden, arena, &page, &err) < 0)
        fail_msg("%s", err.text);
    check_page(&page);
    struct str drawn = draw_page(&page);
    if (strcmp(str_text(&drawn), wanted) != 0)
        fail_msg("%s\n-- reads --\n%s-- not --\n%s", html, str_text(&drawn), wanted);
    str_release(&drawn);
    arena_free(arena);
}

static void reads(const char *html, const char *wanted)
{
    reads_as(html, false, wanted);
}

static void paragraphs(void **state)
{
    (void)state;
    reads("<p>甲</p><p>乙</p>", "甲\n乙\n");
    reads("<p>甲<br>乙<br/>丙", "甲\n乙\n丙\n");
    reads("<p>甲</p><p></p><p>&nbsp;</p><p>乙</p>", "甲\n\n乙\n");
    reads("<p>甲</p><p><br></p><p>乙</p>", "甲\n\n乙\n");
    reads("<div>甲<div>乙</div>丙</div>", "甲\n乙\n丙\n");
    reads("<h1>标题</h1>文<p>段", "标题\n文\n段\n");
    reads("<p><b>一、</b><span>总体</span>情况</p>", "一、总体情况\n");
    reads("<p>共<span>1</span><span>2</span>件</p>", "共12件\n");
    reads("<p>10 <b>12</b></p>", "10 12\n");
    reads("<p>政府信\n  息公开</p>", "政府信息公开\n");
    reads("<p>共受理\n12 件</p>", "共受理 12 件\n");
    reads("<pre>甲\n\n乙  丙</pre>", "甲\n\n乙  丙\n");
    reads("<pre>  甲  1\n   \n    乙</pre>  <p>  丙</p>", "  甲  1\n\n    乙\n丙\n");
    reads("<pre>甲\n  </pre><p>丙</p>", "甲\n丙\n");
    reads("<p>22<sup>1</sup>件</p>", "22 1件\n");
    reads("<ul><li>甲<li>乙</ul>", "甲\n乙\n");
    reads("<p>&#19968;&lt;&amp;&gt;&ldquo;&nbsp;x&zzz;", "一<&>“"
                                                         "\u00A0"
                                                         "x&zzz;\n");
    reads("甲\n乙\n\n<p>丙</p>\n丁", "甲\n乙\n\n丙\n\n丁\n");
}

static void left_out(void **state)
{
    (void)state;
    reads("<style>td{x}</style><script>if(a<b)document.write('<p>9</p>')</script><p>甲", "甲\n");
    reads("<!-- <p>9</p> --><p>甲<!--[if gte mso 9]><xml><w:x>9</w:x></xml><![endif]--></p>",
          "甲\n");
    reads("<p><![if !supportLists]>一、<![endif]>甲<o:p></o:p></p>", "一、甲\n");
    reads("<xml><o:p>9</o:p></xml><noscript>9</noscript><iframe>9</iframe><p>甲", "甲\n");
    reads("<p style='DISPLAY : None'>9</p><p hidden>9</p><p style='mso-hide:all'>9</p><p>甲",
          "甲\n");
    reads("<p>8<span style='visibility:hidden'>7</span>6<b style='Font-Size: 0px; color:red'>5",
          "86\n");
    reads("<p>8<span style='font-size:0.9em'>7</span><b style='font-size:05px'>6", "876\n");
    reads(
        "<div style='font-size:0'>9<p style='font-size:100%'>8<p style='font-size:9pt'>甲<b>乙</b>"
        "</p>9</div>丙",
        "甲乙\n丙\n");
    reads("<div style='visibility:collapse'>9<p style='visibility:visible;x-visibility:hidden'>甲"
          "</p>9</div>丙",
          "甲\n丙\n");
    reads("<select><option>2020</select><textarea>9</textarea><button>打印</button><p>甲", "甲\n");
    reads("<p><ruby>规<rp>(</rp><rt>guī</rt></ruby>章<del>9</del></p>", "规章\n");
}

/* What is struck out is no text any more; its cell keeps its place. */
static void struck_out(void **state)
{
    (void)state;
    reads("<p>1<s>7</s>2<strike class=x>8</strike>3</p>", "123\n");
    reads("<p>1<span style='color:red; Text-Decoration: underline LINE-THROUGH red'>7<b "
          "style='text-decoration:none'>8</b></span>2<i style='text-decoration-line:line-through'>9"
          "</i></p>",
          "12\n");
    reads("<p>1<u style='text-decoration:underline'>2</u><i style='text-decoration:none;"
          "x:line-through'>3</i><span>4</span></p>",
          "1234\n");
    reads("<table><tr><td>甲<td style='text-decoration:line-through'>1<td>2</table>",
          "0+1,1[甲]1+1,1[]2+1,1[2]\n\n");
}

/* A mark behind a figure is no digit of it, by whatever it is told apart. */
static void stands_apart(void **state)
{
    (void)state;
    reads("<p>26<a href='#_ftn1'><span class='MsoFootnoteReference'>1</span></a>件</p>",
          "26 1件\n");
    reads("<p>26<span class=MsoEndnoteReference>1</span>2</p>", "26 1 2\n");
    reads("<p>26<span style='font-size:7pt;Vertical-Align : super'>1</span></p>", "26 1\n");
    reads("<p>26<a href='#n1'>1</a>3</p>", "26 1 3\n");
    reads("<p>26<a name='_GoBack'></a>1<a href=''>2</a></p>", "2612\n");
    reads("<p>7<b style='color:white'>8</b>9<i style='position:absolute;left:-9px'>1</i></p>",
          "7 8 9 1\n");
    reads("<p>2<b style='vertical-align:baseline;color:black;overflow:visible'>6</b></p>", "26\n");
    reads("<p>7<b style='color:rgb(255, 255, 255)'>8</b>9<i style='text-indent:-9em'>1</i></p>",
          "7 8 9 1\n");
    reads("<p>7<font color=White>8</font>9<font color='#FFFFFF'>1</font>件</p>", "7 8 9 1件\n");
    reads("<p>26<font size=1>1</font>3<font size='-2'>1</font>件<small>2</small></p>",
          "26 1 3 1件2\n");
    reads("<p>2<font size=3 color=red>6</font>2<font size=10>6</font><small>件</small>",
          "2626件\n");
    reads("<table><tr><td style='vertical-align:super;color:#fff'>2<b>6</b></table>", "26\n\n");
    reads("<table><tr><td><small>26</small><td><font size=1 color=white>6</font></table>",
          "0+1,1[26]1+1,1[6]\n\n");
}

/* Parts of a line by class names that mean the same everywhere. */
static void class_names(void **state)
{
    (void)state;
    reads("<p>1<i class=sr-only>7</i>2<b class='x d-none'>8</b>3<span class='hide'>9</span></p>",
          "123\n");
    reads("<p>1<i class='d-none d-md-inline'>7</i>2<i class='d-lg-block d-none'>8</i>", "1728\n");
    reads("<p>1<i class='d-none d-md-none d-print-block'>7</i>2", "12\n");
    reads("<p>1<small class=hide>7</small>2<sup class=hide>8</sup>", "12\n");
    reads("<p>1<i class='hidden-xs'>7</i><b class='hid'>8</b><b class='d'>9</b></p>", "1789\n");
    reads("<p>1<span class=msoDel>7</span><span class=msoIns>2</span></p>", "12\n");
    reads("<p>1<span style='opacity:0'>7</span><span style='opacity: 0.5'>2</span></p>", "12\n");
    reads("<div class=hide style='opacity:0'>甲</div>", "甲\n");
    reads("<p>1<dialog>7</dialog>2<meter value=3>8</meter></p>", "12\n");
}

/* <style>SHEET</style> before 1<b class=x id=n><em>7</em></b>2 in a cell and a paragraph. */
static void sheet_reads(const char *sheet, const char *wanted)
{
    struct str html = STR_INIT, lines = STR_INIT;
    str_format(&html,
               "<style type='text/css'>%s</style><table class=t><tr><td>甲<td class='c d'>1"
               "<b class='y x' id=n><em>7</em></b>2</table>",
               sheet);
    str_format(&lines, "0+1,1[甲]1+1,1[%s]\n\n", wanted);
    reads(str_text(&html), str_text(&lines));
    str_release(&html);
    str_release(&lines);
}

static void sheets(void **state)
{
    static const struct {
        const char *sheet, *wanted;
    } cases[] = {
        {"p{color:red}", "172"},
        {".x{display:none}", "12"},
        {"<!-- .x { display : none !important } -->", "12"},
        {"/* .x{} */ #n/**/{visibility:hidden}", "12"},
        {"p,td  em , i{color:red;DISPLAY:none}", "12"},
        {"TD > EM{display:none}", "12"},
        {"table.t td.d.c .x{display:none}", "12"},
        {"@media screen{.x{display:none}}", "12"},
        {"@font-face{font-family:x}@page WordSection1{size:1pt}.x{text-decoration:line-through}",
         "12"},
        {"b.x em{vertical-align:super}", "1 7 2"},
        {".x{color:white}", "1 7 2"},
        {"#n em{position:absolute;left:-999px}", "1 7 2"},
        {"td,.c,table{color:#fff;position:fixed}", "172"},
        {".x{color:#fff}em{display:none}b{color:red}", "1 2"},
        {"*{display:block}.x{display:none}", "12"},
        {"em{opacity:0}", "12"},
        {"em{font-size:0}", "12"},
        {".x{display:none}.x{display:inline}", "172"},
        {"#n{display:inline}.x{display:none}", "172"},
        {".x{display:none!important}#n{display:inline}", "12"},
        {"td{font-size:0;opacity:0}", "172"},
        {"p em,th .x,.c.e b,.x.z,b#m,i.x{display:none}", "172"},
        {".X,x,#x,.c:hover .x,.x::before,.x[hidden],.a+.x,b~em{display:none}", "172"},
        {"@media print{.x{display:none}}", "172"},
        {"@media (max-width:600px){.x{display:none} em{display:none}} p{display:none}", "172"},
        {"@media print{.x{display:none}} em{display:none}", "12"},
        {".x{display:none", "12"},
        {"{{}}}.x{{display:none}", "172"},
        {"@media{{{;}", "172"},
        {"@", "172"},
        {"/* .x{display:none}", "172"},
        {"i{content:'}'}.x{display:none}", "12"},
        {"i{content:\"\\\"}\"}.x{display:none}", "12"},
        {"@import url(\"a;b\");.x{display:none}", "12"},
        {"i{content:'/*'}.x{display:none}", "12"},
        {"i{content:';display:none'}.x{content:'};display:none'}", "172"},
        {"i{content:'.x{}\n}.x{display:none}", "12"},
        {".x{display:none}i{content:'", "12"},
        {".x{content:'\\", "172"},
        {".x{display:\n\tnone\n}", "12"},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
        sheet_reads(cases[i].sheet, cases[i].wanted);
    reads("<style media=print>b{display:none}</style><p>1<b>7</b>", "17\n");
    reads("<!-- <style>b{display:none}</style> --><p>1<b>7</b>", "17\n");
    reads("<script>'<style>b{display:none}</style>'</script><p>1<b>7</b>", "17\n");
    reads("<style>b{display:none}</style><p>1<b style='display:inline'>7</b>", "17\n");
    reads("<p>1<b>7</b>2<style>b{display:none}</style>", "12\n");
    reads("<style>.hide{display:inline}.u{display:none}</style><p>1<b class=hide>7</b>2", "172\n");
    reads("<style>p{display:none}</style><p>1<b>7</b>", "");
}

/* A page that is all hidden is shown, but its figures stay apart. */
static void shown_though_hidden(void **state)
{
    (void)state;
    reads_as("<style>p,b{display:none}</style><p>1<b>7</b>2<p><b>7</b>", true, "1 7 2\n7\n");
    reads_as("<div style='display:none'>1<i class=hide>7</i>2", true, "1 7 2\n");
    reads_as("<div style='display:none'>1<i style='font-size:0'>7</i>2", true, "1 7 2\n");
    reads_as("<div style='visibility:hidden'>1<i>7</i>2", true, "172\n");
}

/* More rules than any page has cost no more than a few. */
static void many_rules(void **state)
{
    (void)state;
    struct str html = STR_INIT;
    str_add(&html, "<style>");
    for (int i = 0; i < 900; i++)
        str_format(&html, ".c%d{display:none}", i);
    str_add(&html, "b{display:none}");
    for (int i = 0; i < 20000; i++)
        str_format(&html, "i%d,", i);
    str_add(&html, "p{display:none}</style>");
    for (int i = 0; i < 20000; i++)
        str_add(&html, "<b>8</b>");
    str_add(&html, "<p>甲");
    reads(str_text(&html), "甲\n");
    str_release(&html);
}

static void grids(void **state)
{
    (void)state;
    reads("<table><tr><td>甲<td style='visibility:hidden'>1<td>2</table>",
          "0+1,1[甲]1+1,1[]2+1,1[2]\n\n");
    reads("<table><tr><td>甲</td><td>1</td></tr></table>", "0+1,1[甲]1+1,1[1]\n\n");
    reads("<table><tr><td rowspan=2>甲<td colspan='2'>乙<tr><td>1<td>2</table>",
          "0+1,2[甲]1+2,1[乙]\n1+1,1[1]2+1,1[2]\n\n");
    reads("<TABLE><TR><TD>甲<TD>&nbsp;<TD>　<TD><TD>0</TABLE>",
          "0+1,1[甲]1+1,1[]2+1,1[]3+1,1[]4+1,1[0]\n\n");
    reads("<table><tr><td><p>商业</p><p>企业</p></td><td>科研<br>机构</td></tr></table>",
          "0+1,1[商业 企业]1+1,1[科研 机构]\n\n");
    reads("<table><thead><tr><th rowspan=9>甲<th>乙</thead><tbody><tr><td>1<td>2</table>",
          "0+1,2[甲]1+1,1[乙]\n0+1,1[1]1+1,1[2]\n\n");
    reads("<table><tr><td colspan=0>甲<td rowspan=0>乙<td colspan=x>丙<tr><td>1<td>2</table>",
          "0+1,1[甲]1+1,2[乙]2+1,1[丙]\n0+1,1[1]2+1,1[2]\n\n");
    reads("<table><td>甲<td>1</table>", "0+1,1[甲]1+1,1[1]\n\n");
    reads("<tr><td>甲<td>1<tr><td>乙<td>2", "0+1,1[甲]1+1,1[1]\n0+1,1[乙]1+1,1[2]\n\n");
    reads("<table><tr>甲<td>1</td></tr></table>", "0+1,1[甲]1+1,1[1]\n\n");
    reads("<table><caption>表</caption><tr><td>甲<td>1</table>", "表\n\n0+1,1[甲]1+1,1[1]\n\n");
    reads("<table><tr><td>a|b<td>\tx\ty </table>", "0+1,1[a|b]1+1,1[x y]\n\n");
    reads("<table><tr><td>甲<td><input value=3><input type=hidden value=9></table>",
          "0+1,1[甲]1+1,1[3]\n\n");
    reads("<table><tr><td>甲<td><textarea rows=1>3</textarea><td><textarea></textarea></table>",
          "0+1,1[甲]1+1,1[3]2+1,1[]\n\n");
}

/* Tables that arrange the page are no rows; frames around one value are none. */
static void arranging(void **state)
{
    (void)state;
    reads("<table><tr><td>左</td><td><p>甲</p><table><tr><td>乙<td>1</table></td></tr></table>",
          "左\n甲\n\n0+1,1[乙]1+1,1[1]\n\n");
    reads("<table><tr><td><p>甲</p><p>乙</p></td></tr></table>", "甲\n乙\n\n");
    reads("<table><tr><td>甲<td><table><tr><td>5</td></tr></table><td>6</table>",
          "0+1,1[甲]1+1,1[5]2+1,1[6]\n\n");
    reads("<table><tr><td><table><tr><td><table><tr><td>甲<td>1</table></table></table>",
          "0+1,1[甲]1+1,1[1]\n\n");
    reads("<tr>　<p2", "");
}

static void stops(const char *head, const char *piece, size_t times, const char *limit)
{
    struct err err = {0};
    struct html_page page;
    struct arena *arena = arena_new();
    struct str html = STR_INIT;
    str_add(&html, head);
    for (size_t i = 0; i < times; i++)
        str_add(&html, piece);
    assert_int_equal(html_read("p.html", str_slice(&html), false, false, arena, &page, &err), -1);
    assert_int_equal(err.kind, ERR_LIMIT);
    if (!strstr(err.text, limit) || !strstr(err.text, "p.html"))
        fail_msg("%s: %s", piece, err.text);
    str_release(&html);
    arena_free(arena);
}

static void bombs(void **state)
{
    (void)state;
    stops("<p>", "<div>", 100000, "nesting");
    stops("<p>", "<table><tr><td>", 40, "nested tables");
    stops("<p>", "<br>", 600000, "elements");
    stops("<p>", "</i>", 600000, "elements");
    stops("<p", " a=1", 3000, "attributes");
    stops("<p", "\nb", 3000, "attributes");
    stops("<p>", "&amp;", 2100000, "runs of text");
    stops("<style>b.b{display:none} b.b .b .d .b .c b.b,b,b,b,b,b,b,b,b,b{display:inline}</style>",
          "<b class='d a c b'>7</b>", 499000, "style rules");
    stops("<table><tr>", "<td colspan=1000000>1", 1, "columns");
    stops("<table><tr>", "<td colspan=999>1", 2, "columns");
    stops("<table>", "<tr><td rowspan=65534>1", 1001, "columns");
}

/* What only looks dangerous is read. */
static void harmless(void **state)
{
    (void)state;
    reads("<!DOCTYPE html [<!ENTITY a \"aaaa\">]><p>&a;甲", "]>\n&a;甲\n");
    struct str html = STR_INIT;
    str_add(&html, "<script>");
    for (int i = 0; i < 5000; i++)
        str_add(&html, "if (a <b && c == d) x = \"y\"; ");
    str_add(&html, "</script><p>甲");
    reads(str_text(&html), "甲\n");
    str_release(&html);
}

static void charsets(void **state)
{
    char buffer[HTML_CHARSET_NBYTES];
    (void)state;
    static const struct {
        const char *html, *charset;
    } cases[] = {
        {"<meta charset=\"gbk\">", "GBK"},
        {"<html><META http-equiv=Content-Type content='text/html; charset=gb2312'>", "GB2312"},
        {"<?xml version=\"1.0\" encoding='utf-8'?><html>", "UTF-8"},
        {"<p>charset=gbk</p>", ""},
        {"<meta name=x><meta charset = utf-8 >", "UTF-8"},
        {"<meta charset=", ""},
        {"", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        assert_string_equal(html_charset(slice_of(cases[i].html), buffer), cases[i].charset);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(paragraphs),
        cmocka_unit_test(left_out),
        cmocka_unit_test(struck_out),
        cmocka_unit_test(stands_apart),
        cmocka_unit_test(class_names),
        cmocka_unit_test(sheets),
        cmocka_unit_test(shown_though_hidden),
        cmocka_unit_test(many_rules),
        cmocka_unit_test(grids),
        cmocka_unit_test(arranging),
        cmocka_unit_test(bombs),
        cmocka_unit_test(harmless),
        cmocka_unit_test(charsets),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
