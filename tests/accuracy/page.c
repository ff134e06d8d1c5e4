/* The report round its tables: title, lead, headings, prose, signature, and
 * the furniture of the page it was copied from. */
#include "page.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "writers.h"

static bool is_html(const struct sheet *sheet)
{
    return sheet->layout == LAYOUT_H;
}

static bool is_spaced(const struct sheet *sheet)
{
    return sheet->layout == LAYOUT_A1 || sheet->layout == LAYOUT_C || sheet->layout == LAYOUT_MD ||
           sheet->layout == LAYOUT_E;
}

void page_break_paragraph(struct sheet *sheet)
{
    if (sheet->out.nbytes == 0 || is_html(sheet))
        return;
    if (sheet->layout == LAYOUT_D) {
        out_add(&sheet->out, " ");
        return;
    }
    int have = 0;
    for (size_t at = sheet->out.nbytes; at && strchr("\r\n", sheet->out.bytes[at - 1]); at--)
        have += sheet->out.bytes[at - 1] == '\n';
    out_repeat(&sheet->out, "\n", (is_spaced(sheet) ? 2 : 1) - have + sheet->extra_breaks);
    sheet->extra_breaks = 0;
}

static void open_paragraph(struct sheet *sheet)
{
    static const char *const opening[] = {
        "<p>", "<p style=\"text-indent:2em\"><span>",
        "<p class=\"MsoNormal\"><span lang=\"EN-US\">&nbsp;</span>", "<div>"};
    page_break_paragraph(sheet);
    if (is_html(sheet))
        out_add(&sheet->out, opening[sheet->variant / 7 % 4]);
}

static void close_paragraph(struct sheet *sheet)
{
    static const char *const closing[] = {"</p>\n", "</span></p>\n", "</p>\n", "</div>"};
    if (is_html(sheet))
        out_add(&sheet->out, closing[sheet->variant / 7 % 4]);
}

void page_paragraph(struct sheet *sheet, const char *text)
{
    open_paragraph(sheet);
    if (!is_html(sheet) && sheet->layout != LAYOUT_D && sheet->variant % 6 == 1)
        out_add(&sheet->out, "　　");
    out_add(&sheet->out, text);
    close_paragraph(sheet);
}

void page_say(struct sheet *sheet, const char *format, ...)
{
    char text[2000];
    va_list list;
    va_start(list, format);
    vsnprintf(text, sizeof text, format, list);
    va_end(list);
    page_paragraph(sheet, text);
}

void page_heading(struct sheet *sheet, int index, const char *numeral, const char *title)
{
    struct section *section = &sheet->sections[index];
    const char *blank = sheet->variant % 20 == 6 ? " " : "";
    int cut = (int)strlen(title) / 2 / 3 * 3;
    bool broken = sheet->layout != LAYOUT_D && sheet->layout != LAYOUT_A3 &&
                  sheet_try(sheet, TRAP_HEADING_BROKEN, 1);
    open_paragraph(sheet);
    if (sheet->layout == LAYOUT_MD || (sheet->layout == LAYOUT_A1 && sheet->variant % 17 == 5))
        out_add(&sheet->out, "## ");
    section->printed = true;
    if (is_html(sheet) && sheet->variant % 4 == 1)
        out_add(&sheet->out, sheet->variant % 8 == 1 ? "<br/>" : "<strong>");
    section->start = sheet->out.nbytes;
    if (is_html(sheet) && sheet->variant % 5 == 2 && !broken) {
        out_format(&sheet->out, "<span>%s、</span><span>%s</span>", numeral, title);
        sheet_lay(sheet, TRAP_HEADING_BROKEN);
        close_paragraph(sheet);
        return;
    }
    if (broken)
        out_format(&sheet->out, "%s、%.*s%s%s", numeral, cut, title,
                   is_html(sheet) ? "<br/>" : "\n", title + cut);
    else
        out_format(&sheet->out, "%s、%s%s%s", numeral, blank, title,
                   sheet->variant % 33 == 8 ? "。" : "");
    snprintf(section->heading, sizeof section->heading, "%s", sheet->out.bytes + section->start);
    if (is_html(sheet) && sheet->variant % 8 == 5)
        out_add(&sheet->out, "</strong>");
    close_paragraph(sheet);
}

static bool may_lose_cells(const struct sheet *sheet)
{
    switch (sheet->layout) {
    case LAYOUT_A1:
    case LAYOUT_A2:
    case LAYOUT_B3:
    case LAYOUT_MD:
    case LAYOUT_D:
    case LAYOUT_SP:
        return true;
    case LAYOUT_B6:
    case LAYOUT_B7:
        return !sheet->span_bars;
    default:
        return false;
    }
}

/* What a page break or a converter took out of the table for good. */
static void lose(struct sheet *sheet, struct grid *grid)
{
    if (!may_lose_cells(sheet) || sheet->blanks[grid->table] != BLANKS_NONE)
        return;
    if (grid->table == 1 && sheet_try(sheet, TRAP_ROWS_LOST, 3)) {
        int first = prng_between(&sheet->prng, 5, grid->nrows - 3);
        int last = prng_between(&sheet->prng, first, grid->nrows - 2);
        for (int row = first; row <= last; row++)
            grid_forget_row(sheet, grid, row);
    }
    if (grid->table > 0 && sheet_try(sheet, TRAP_CELL_LOST, 2)) {
        int row = grid->table == 2 ? 3 : prng_between(&sheet->prng, 3, grid->nrows - 1);
        if (!grid->rows[row].gone)
            grid_lose_cell(sheet, grid, row);
    }
}

static void write_table(struct sheet *sheet, struct grid *grid)
{
    static void (*const writers[LAYOUT_COUNT])(struct sheet *, struct grid *) = {
        [LAYOUT_A1] = lines_write_table,    [LAYOUT_A2] = dump_write_table,
        [LAYOUT_A3] = lines_write_table,    [LAYOUT_B1] = bars_write_table,
        [LAYOUT_B2] = bars_write_table,     [LAYOUT_B3] = bars_write_table,
        [LAYOUT_B4] = bars_write_table,     [LAYOUT_B5] = bars_write_table,
        [LAYOUT_B6] = bars_write_table,     [LAYOUT_B7] = bars_write_table,
        [LAYOUT_B8] = bars_write_table,     [LAYOUT_B9] = bars_write_table,
        [LAYOUT_C] = tabs_write_table,      [LAYOUT_D] = flow_write_table,
        [LAYOUT_SP] = flow_write_table,     [LAYOUT_H] = html_write_table,
        [LAYOUT_MD] = markdown_write_table, [LAYOUT_BOX] = box_write_table,
        [LAYOUT_PDF] = aligned_write_table};
    if (sheet->layout != LAYOUT_A1 && sheet->layout != LAYOUT_A3)
        page_break_paragraph(sheet);
    writers[sheet->layout](sheet, grid);
}

void page_table(struct sheet *sheet, int table)
{
    static struct grid grid;
    grid_make(sheet, table, &grid);
    lose(sheet, &grid);
    write_table(sheet, &grid);
}

void page_local_table(struct sheet *sheet)
{
    static struct grid grid;
    grid_make_local(sheet, &grid);
    write_table(sheet, &grid);
}

static const char *const crumbs[] = {
    "当前位置：首页 > 政府信息公开 > 法定主动公开内容 > 政府信息公开年报",
    "您现在所在的位置 首页>>信息公开>>年度报告", "无障碍 长者模式 关怀版 简体 | 繁体 登录 注册"};
static const char *const metadata[] = {
    "索引号：11330281/2023-00%d 文号： 发文日期：%d-01-2%d 发布机构：%s 有效性：有效",
    "发布时间：%d-01-1%d 来源：%s 字体：[大 中 小] 打印 关闭 浏览次数：%d"};

void page_furniture_before(struct sheet *sheet)
{
    int published = sheet->year ? sheet->year + 1 : 2022;
    if (!sheet_try(sheet, TRAP_FURNITURE, 30))
        return;
    int crumb = prng_below(&sheet->prng, COUNT_OF(crumbs));
    page_paragraph(sheet, sheet->layout == LAYOUT_NEGATIVE && sheet->variant % 5
                              ? "当前位置：首页 > 政府信息公开"
                              : crumbs[crumb]);
    char text[400];
    if (sheet->variant % 2)
        snprintf(text, sizeof text, metadata[0], sheet->variant, published, sheet->variant % 9,
                 sheet->agency);
    else
        snprintf(text, sizeof text, metadata[1], published, sheet->variant % 9, sheet->agency,
                 sheet->variant * 3);
    page_paragraph(sheet, text);
}

void page_furniture_after(struct sheet *sheet)
{
    if (!sheet->traps[TRAP_FURNITURE])
        return;
    static const char *const tails[] = {"扫一扫在手机打开当前页", "相关附件：", "分享到：微信 微博",
                                        "版权所有：政府办公室 ICP备2020012345号-1"};
    for (int i = sheet->variant % 3; i < COUNT_OF(tails); i++)
        page_paragraph(sheet, tails[i]);
}

void page_open_html(struct sheet *sheet)
{
    const char *charset = sheet->encoding == ENCODING_GB ? "gb2312" : "utf-8";
    out_format(&sheet->out,
               "<!DOCTYPE html>\n<html><head><meta charset=\"%s\">\n<title>%s政府信息公开</title>\n"
               "<style>td{padding:3px} .a{width:21px}</style>\n"
               "<script>var n = 15; if (n < 20) { document.title += n; }</script></head>\n<body>",
               charset, sheet->agency);
    if (sheet->variant % 2)
        out_add(&sheet->out, "<div class=\"nav\"><ul><li><a href=\"/\">首页</a></li><li>"
                             "<a href=\"/zwgk/2020/\">政务公开</a></li></ul></div>\n");
    if (sheet->variant % 6 == 3)
        out_add(&sheet->out, "<table width=\"1000\"><tr><td>2</td><td class=\"main\">");
    out_add(&sheet->out, "<div id=\"zoom\" class=\"article\">\n");
}

void page_close_html(struct sheet *sheet)
{
    out_add(&sheet->out, "</div>");
    if (sheet->variant % 6 == 3)
        out_add(&sheet->out, "</td></tr></table>");
    out_add(&sheet->out, "<div class=\"footer\">ICP备2020012345号-1 电话：0571-86543210"
                         "</div></body></html>\n");
}
