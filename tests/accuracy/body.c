#include "body.h"

#include <stdio.h>
#include <string.h>

#include "page.h"

/* Which sources of the year the text has. */
struct sources {
    bool title, period, signature;
};

static void write_title(struct sheet *sheet, int year)
{
    const char *agency = sheet->agency;
    int kind = prng_chance(&sheet->prng, 60) ? 0 : prng_between(&sheet->prng, 1, 7);
    if (kind)
        sheet_lay(sheet, TRAP_TITLE_VARIANT);
    if (kind == 0 && sheet_try(sheet, TRAP_TITLE_BROKEN, 4))
        page_say(sheet, "%s%d年政府信息公开工作年度报告", agency, year);
    bool broken = kind == 0 && sheet->layout != LAYOUT_D && sheet_try(sheet, TRAP_TITLE_BROKEN, 10);
    if (broken) {
        page_say(sheet, "%s", agency);
        page_say(sheet, "%d年政府信息公开工作年度报告", year);
        return;
    }
    switch (kind) {
    case 0:
        page_say(sheet, "%s%d年政府信息公开工作年度报告", agency, year);
        break;
    case 1:
        page_say(sheet, "%s%d年度政府信息公开工作年度报告", agency, year);
        break;
    case 2:
        page_say(sheet, "%d年%s政府信息公开工作年度报告", year, agency);
        break;
    case 3:
        page_say(sheet, "%s%d年政府信息公开年度报告", agency, year);
        break;
    case 4:
        page_say(sheet, "%s%d年信息公开工作年度报告", agency, year);
        break;
    case 5:
        page_say(sheet, "%s政府信息公开工作%d年度报告", agency, year);
        break;
    case 6:
        page_say(sheet, "%s政府信息公开工作年度报告（%d年）", agency, year);
        break;
    default:
        page_say(sheet, "%s %d 年政府信息公开工作年度报告", agency, year);
    }
}

static void write_period(struct sheet *sheet, int year, bool damaged)
{
    const char *law = "根据《中华人民共和国政府信息公开条例》的规定编制本报告。";
    if (damaged)
        page_say(sheet,
                 sheet->variant % 2 ? "%s本报告所列数据的统计期限自%d11日起至%d1231日止。"
                                    : "%s本报告所列数据的统计期限自%d1月1日起至%d12月31日止。",
                 law, year, year);
    else
        page_say(sheet, "%s本报告所列数据的统计期限自%d年1月1日起至%d年12月31日止。", law, year,
                 year);
}

/* Decides what says the year; the strongest that is left whole is the truth. */
static struct sources write_opening(struct sheet *sheet)
{
    struct sources has = {.period = prng_chance(&sheet->prng, 50)};
    has.signature = prng_chance(&sheet->prng, 60);
    has.title = !sheet_try(sheet, TRAP_TITLE_NONE, 8);
    if (!has.title && !has.period)
        has.signature = true;
    bool conflict = has.title && has.period && sheet_try(sheet, TRAP_YEAR_CONFLICT, 3);
    bool damaged = has.period && !conflict && sheet_try(sheet, TRAP_PERIOD_DAMAGED, 8);
    if (damaged && !has.title)
        has.signature = true;
    if (has.title)
        write_title(sheet, conflict ? sheet->year - 1 : sheet->year);
    if (sheet->layout == LAYOUT_D) {
        out_add(&sheet->out, " ");
        out_repeat(&sheet->out, "|", prng_between(&sheet->prng, 300, 400));
        sheet_lay(sheet, TRAP_PAGE_FRAME);
        sheet_lay(sheet, TRAP_ONE_PARAGRAPH);
    }
    if (has.period)
        write_period(sheet, sheet->year, damaged);
    if (sheet_try(sheet, TRAP_HEADINGS_IN_LEAD, 12))
        page_say(sheet,
                 "本报告由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信"
                 "息公开行政复议"
                 "、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项等六部分组成。");
    return has;
}

static void write_signature(struct sheet *sheet, bool wanted)
{
    if (!wanted)
        return;
    int year = sheet->year + 1, day = prng_between(&sheet->prng, 4, 30);
    page_say(sheet, "%s", prng_chance(&sheet->prng, 50) ? sheet->agency : sheet->agency_short);
    static const char *const digits[] = {"〇", "一", "二", "三", "四",
                                         "五", "六", "七", "八", "九"};
    switch (prng_below(&sheet->prng, 6)) {
    case 2:
        page_say(sheet, "二〇二%s年一月二十%s日", digits[year % 10], digits[day % 9 + 1]);
        sheet_lay(sheet, TRAP_SIGNATURE);
        break;
    case 3:
        page_say(sheet, "%d年元月%d日", year, day);
        sheet_lay(sheet, TRAP_SIGNATURE);
        break;
    case 0:
        page_say(sheet, "%d 年 1 月 %d 日", year, day);
        sheet_lay(sheet, TRAP_SIGNATURE);
        break;
    case 1:
        if (sheet->layout != LAYOUT_D && sheet->layout != LAYOUT_H) {
            page_say(sheet, "%50s%d年1月%d日", "", year, day);
            sheet_lay(sheet, TRAP_SIGNATURE);
            break;
        }
        /* fall through */
    default:
        page_say(sheet, "%d年1月%d日", year, day);
    }
}

static const char *const titles[SECTIONS] = {"总体情况",
                                             "主动公开政府信息情况",
                                             "收到和处理政府信息公开申请情况",
                                             "政府信息公开行政复议、行政诉讼情况",
                                             "存在的主要问题及改进情况",
                                             "其他需要报告的事项"};

static const char *const other_titles[SECTIONS][4] = {
    {"概述", "政府信息公开总体情况", "总体工作情况", "基本情况"},
    {"行政机关主动公开政府信息情况", "主动公开政府信息的情况", "政府信息主动公开情况",
     "主动公开情况"},
    {"行政机关收到和处理政府信息公开申请情况", "依申请公开政府信息情况", "依申请公开情况",
     "政府信息依申请公开办理情况"},
    {"政府信息公开行政复议和行政诉讼情况", "因政府信息公开工作被申请行政复议、提起行政诉讼情况",
     "政府信息公开行政复议及行政诉讼情况", "政府信息公开行政复议行政诉讼情况"},
    {"存在的问题及改进措施", "政府信息公开工作存在的主要问题及改进情况", "存在问题及改进情况",
     "存在的主要问题及改进措施"},
    {"其他需要报告的事项", "其他需要报告的事项", "其他需要报告的事项", "其他需要报告的事项"}};

static const char *const numerals[] = {"一", "二", "三", "四", "五", "六", "七"};

static void write_heading(struct sheet *sheet, int index, int shift)
{
    bool other = index < 5 && sheet_try(sheet, TRAP_HEADING_VARIANT, 5);
    const char *title = other ? PRNG_PICK(&sheet->prng, other_titles[index]) : titles[index];
    page_heading(sheet, index, numerals[index + shift], title);
}

static void write_overview(struct sheet *sheet)
{
    static const char *const marks[][4] = {{"（一）", "（二）", "（三）", "（四）"},
                                           {"1.", "2.", "3.", "4."},
                                           {"一是", "二是", "三是", "四是"},
                                           {"", "", "", ""},
                                           {"一、", "二、", "三、", "四、"}};
    static const char *const parts[] = {"主动公开情况。", "依申请公开情况。", "政府信息管理情况。",
                                        "监督保障情况。"};
    static const char *const plain[] = {
        "加强组织领导，落实工作责任。", "完善工作制度，规范公开程序。",
        "拓宽公开渠道，回应群众关切。", "强化业务培训，提升工作水平。"};
    int style = prng_chance(&sheet->prng, 60) ? 0 : prng_below(&sheet->prng, 5);
    if (style == 4)
        sheet_lay(sheet, TRAP_FALSE_HEADING);
    else if (style)
        sheet_lay(sheet, TRAP_SUB_NUMBERING);
    page_say(sheet, "%d年，%s认真贯彻落实条例要求，扎实推进政府信息公开工作。", sheet->year,
             sheet->agency_short);
    for (int i = 0; i < 4; i++)
        page_say(sheet, "%s%s全年通过网站公开信息%d条，通过其他方式公开%d条。", marks[style][i],
                 style == 4 ? plain[i] : parts[i], prng_between(&sheet->prng, 1, 900),
                 prng_between(&sheet->prng, 1, 90));
    if (sheet_try(sheet, TRAP_DAMAGED_TEXT, 2))
        page_say(sheet, "全面\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd公开????????工作情况。");
    if (sheet->layout == LAYOUT_A2 && sheet_try(sheet, TRAP_WORD_MARK, 15))
        page_say(sheet, "[image: 网站截图]");
}

static bool has_tables(const struct sheet *sheet)
{
    return sheet->layout != LAYOUT_E && sheet->layout != LAYOUT_F;
}

static void write_t2(struct sheet *sheet)
{
    if (!has_tables(sheet)) {
        sheet_lay(sheet, TRAP_NO_TABLE);
        return;
    }
    if (sheet_try(sheet, TRAP_INSTRUCTION, 3))
        page_say(sheet, "该部分以表格形式报告。表格如下：");
    else if (sheet_try(sheet, TRAP_PROSE_BEFORE, 8))
        page_say(sheet, "%d年，共制发文件%d件，公开政策解读%d篇。", sheet->year,
                 prng_between(&sheet->prng, 1, 40), prng_between(&sheet->prng, 1, 20));
    page_table(sheet, 0);
    if (sheet->layout != LAYOUT_D && sheet_try(sheet, TRAP_EXTRA_LINE, 2))
        page_say(sheet, "%d年本部门政府信息公开发布总数量（非新闻类、消息类）：%d", sheet->year,
                 prng_between(&sheet->prng, 10, 900));
}

static void write_t3(struct sheet *sheet)
{
    if (!has_tables(sheet))
        return;
    if (sheet_try(sheet, TRAP_PROSE_BEFORE, 5))
        page_say(sheet, "本机关严格按照规定办理政府信息公开申请，按时答复率达到100%%。");
    page_table(sheet, 1);
}

static void write_t4(struct sheet *sheet)
{
    if (!has_tables(sheet))
        return;
    page_table(sheet, 2);
    if (sheet_try(sheet, TRAP_FOOTNOTE, 3))
        page_say(sheet, "注：复议、诉讼数量含上年度结转。");
}

static void write_problems(struct sheet *sheet)
{
    page_say(sheet, "（一）存在的主要问题。一是公开内容有待丰富；二是业务能力有待提高。");
    page_say(sheet, "（二）改进情况。%d年将加强学习培训，细化公开目录，提高公开质量。",
             sheet->year + 1);
}

static void write_last(struct sheet *sheet)
{
    static const char *const words[] = {"无。", "无其他需要报告的事项。",
                                        "本年度未收取信息处理费。"};
    page_say(sheet, "%s", PRNG_PICK(&sheet->prng, words));
}

static void write_sections(struct sheet *sheet)
{
    int shift = 0;
    write_heading(sheet, 0, shift);
    write_overview(sheet);
    write_heading(sheet, 1, shift);
    if (sheet->layout == LAYOUT_F)
        return;
    write_t2(sheet);
    if (sheet->layout != LAYOUT_D && sheet_try(sheet, TRAP_EXTRA_SECTION, 3)) {
        page_say(sheet, "三、公开平台建设和信息发布情况");
        if (has_tables(sheet) && prng_chance(&sheet->prng, 50))
            page_local_table(sheet);
        else
            page_say(sheet, "政府网站发布信息%d条。", prng_between(&sheet->prng, 1, 300));
        shift = 1;
    }
    write_heading(sheet, 2, shift);
    write_t3(sheet);
    if (!sheet->traps[TRAP_TABLE_CUT]) {
        write_heading(sheet, 3, shift);
        write_t4(sheet);
    }
    if (!sheet_try(sheet, TRAP_HEADING_LOST, 2))
        write_heading(sheet, 4, shift);
    write_problems(sheet);
    write_heading(sheet, 5, shift);
    write_last(sheet);
}

void body_write(struct sheet *sheet)
{
    if (sheet->layout == LAYOUT_H)
        page_open_html(sheet);
    page_furniture_before(sheet);
    struct sources has = write_opening(sheet);
    write_sections(sheet);
    write_signature(sheet, has.signature && sheet->layout != LAYOUT_F);
    if (sheet->layout == LAYOUT_F && !has.title &&
        (!has.period || sheet->traps[TRAP_PERIOD_DAMAGED]))
        sheet->year_open = true;
    page_furniture_after(sheet);
    if (sheet->layout == LAYOUT_H)
        page_close_html(sheet);
    out_trim(&sheet->out);
    out_add(&sheet->out, "\n");
}

static void write_notice(struct sheet *sheet)
{
    page_say(sheet, "关于印发《政府信息公开工作年度报告格式》的通知");
    page_say(sheet,
             "各市、县人民政府，各部门：现将年度报告格式印发给你们，请遵照执行，并于每年1月31日前"
             "报送。");
    for (int i = 0; i < SECTIONS; i++) {
        page_say(sheet, "%s、%s", numerals[i], titles[i]);
        sheet->layout = LAYOUT_A1;
        for (int table = 0; table < 3; table++)
            sheet->blanks[table] = BLANKS_ALL;
        if (i >= 1 && i <= 3)
            page_table(sheet, i - 1);
        sheet->layout = LAYOUT_NEGATIVE;
    }
}

void body_write_negative(struct sheet *sheet)
{
    const char *agency = sheet->agency;
    int year = sheet->year;
    sheet->not_report = true;
    sheet_lay(sheet, TRAP_NOT_A_REPORT);
    page_furniture_before(sheet);
    switch (prng_below(&sheet->prng, 7)) {
    case 6:
        year = prng_between(&sheet->prng, 2010, 2017);
        page_say(sheet, "%s%d年政府信息公开工作年度报告", agency, year);
        page_say(sheet, "一、概述");
        page_say(sheet, "二、主动公开政府信息的情况");
        page_say(sheet, "三、政府信息公开的收费及减免情况");
        page_say(sheet, "四、因政府信息公开申请行政复议、提起行政诉讼的情况");
        page_say(sheet, "%d年共主动公开政府信息%d条。", year, prng_between(&sheet->prng, 9, 300));
        break;
    case 0:
        page_say(sheet, "%s政府信息公开指南", agency);
        page_say(sheet, "为方便公民、法人和其他组织获取政府信息，编制本指南。");
        page_say(sheet, "一、主动公开");
        page_say(sheet, "（一）公开范围。机构职能、政策文件等。");
        page_say(sheet, "二、依申请公开");
        page_say(sheet, "受理机构联系电话：0571-86543210，办公时间8:30-17:00。");
        break;
    case 1:
        page_say(sheet, "《%s%d年政府信息公开工作年度报告》解读", agency, year);
        page_say(sheet, "一、编制背景");
        page_say(sheet, "根据条例要求，编制并发布年度报告。");
        page_say(sheet, "二、主要内容");
        page_say(sheet, "年度报告共分六个部分，全年收到申请%d件。",
                 prng_between(&sheet->prng, 1, 30));
        break;
    case 2:
        page_say(sheet, "%s%d年上半年政府信息公开统计表", agency, year);
        page_say(sheet, "主动公开信息%d条，收到申请%d件。", prng_between(&sheet->prng, 9, 300),
                 prng_between(&sheet->prng, 1, 9));
        break;
    case 3:
        page_say(sheet, "%s召开政府信息公开工作年度报告编制工作会议", agency);
        page_say(sheet, "1月8日，会议部署%d年政府信息公开工作年度报告编制工作。", year);
        break;
    case 4:
        page_say(sheet, "%s政府信息公开工作年度报告制度", agency);
        page_say(sheet, "第一条 为规范政府信息公开工作年度报告的编制，制定本制度。");
        page_say(sheet, "第二条 年度报告应当于每年1月31日前公布。");
        break;
    default:
        write_notice(sheet);
    }
    sheet->nvalues = 0;
    out_add(&sheet->out, "\n");
}
