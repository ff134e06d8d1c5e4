#include "sound.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "page.h"
#include "values.h"

bool sound_layout(enum layout layout)
{
    return layout != LAYOUT_A3 && layout != LAYOUT_E && layout != LAYOUT_F &&
           layout != LAYOUT_NEGATIVE;
}

bool sound_forbids(enum trap trap)
{
    static const enum trap faults[] = {
        TRAP_DEDUP,          TRAP_ROWS_LOST,        TRAP_TABLE_CUT,      TRAP_HEADER_CUT,
        TRAP_SIXTEEN_FIELDS, TRAP_NO_TABLE,         TRAP_LABEL_CUT,      TRAP_LABEL_LOST,
        TRAP_CAPTION_CUT,    TRAP_EXTRA_ROW,        TRAP_MISSING_ROW,    TRAP_BLANK_CELLS,
        TRAP_MARKS,          TRAP_TEXT_VALUE,       TRAP_TITLE_NONE,     TRAP_YEAR_CONFLICT,
        TRAP_PERIOD_DAMAGED, TRAP_MIXED_EDITION,    TRAP_OLD_FORM,       TRAP_ONE_ROW_OTHER,
        TRAP_HEADING_LOST,   TRAP_HEADER_COLLAPSED, TRAP_CELL_LOST,      TRAP_TORN_NUMBER,
        TRAP_DAMAGED_TEXT,   TRAP_BLANK_HUNDREDS,   TRAP_OPPOSITE_SLIPS, TRAP_TOTAL_NOUGHT,
        TRAP_UNBALANCED,     TRAP_MERGED_VALUE,
    };
    for (int i = 0; i < COUNT_OF(faults); i++)
        if (faults[i] == trap)
            return true;
    return false;
}

void sound_name(struct sheet *sheet, uint64_t index)
{
    static const char *const characters[] = {"松", "柏", "柳", "槐", "桐", "梅", "兰", "荷", "菊",
                                             "竹", "石", "泉", "溪", "湖", "湾", "塘", "峰", "岭",
                                             "坪", "坡", "原", "洲", "渡", "桥", "云", "霞", "虹",
                                             "雨", "霜", "雪", "金", "银", "玉", "珠", "瑞", "祥"};
    static const char *const counties[] = {"临川县", "青河县", "东陵县", "长泽县"};
    static const struct {
        const char *full, *we;
    } kinds[] = {{"镇人民政府", "我镇"}, {"乡人民政府", "我乡"}, {"街道办事处", "我街道"}};
    static const char *const offices[] = {"教育局", "应急管理局", "交通运输局", "农业农村局",
                                          "财政局"};
    int n = COUNT_OF(characters);
    const char *first = characters[index % (uint64_t)n];
    const char *second = characters[index / (uint64_t)n % (uint64_t)n];
    const char *county = counties[index / (uint64_t)(n * n) % COUNT_OF(counties)];
    if (prng_chance(&sheet->prng, 35)) {
        const char *office = PRNG_PICK(&sheet->prng, offices);
        snprintf(sheet->agency, sizeof sheet->agency, "%s%s县%s", first, second, office);
        snprintf(sheet->agency_short, sizeof sheet->agency_short, "%s", sheet->agency);
        sheet->we = "我局";
        return;
    }
    int kind = prng_below(&sheet->prng, COUNT_OF(kinds));
    snprintf(sheet->agency, sizeof sheet->agency, "%s%s%s%s", county, first, second,
             kinds[kind].full);
    snprintf(sheet->agency_short, sizeof sheet->agency_short, "%s%s%s", first, second,
             kinds[kind].full);
    sheet->we = kinds[kind].we;
    sheet->is_government = kind < 2;
}

/* Table two */

static int64_t some(struct sheet *sheet, int most)
{
    return prng_chance(&sheet->prng, 40) ? 0 : prng_between(&sheet->prng, 1, most);
}

static void draw_documents(struct sheet *sheet, int64_t *n)
{
    n[0] = some(sheet, 12);
    n[1] = sheet->form == 2019 ? prng_below(&sheet->prng, (int)n[0] + 1) : some(sheet, 5);
    n[2] = (sheet->form == 2019 ? n[1] : n[0]) + some(sheet, 40);
}

static void draw_items(struct sheet *sheet, int64_t *n, int count)
{
    n[0] = some(sheet, 60);
    n[1] = n[0] ? prng_between(&sheet->prng, -(int)n[0] / 2, 9) : some(sheet, 9);
    if (count > 2)
        n[2] = n[0] + n[1] > 0 ? some(sheet, 900) : 0;
}

void sound_row(struct sheet *sheet, const char *block, int64_t *micro, int n)
{
    int64_t values[3] = {0, 0, 0};
    bool is_rule = sheet->rows_drawn++ == 0; /* 规章: none of these organs may make any */
    if (strcmp(block, "a1") == 0) {
        if (!is_rule)
            draw_documents(sheet, values);
    } else if (strcmp(block, "a9") == 0)
        values[1] = (values[0] = some(sheet, 40)) * prng_between(&sheet->prng, 1, 90);
    else if (sheet->form == 2021 && strcmp(block, "a8") == 0)
        values[0] = sheet->fee ? prng_between(&sheet->prng, 1, 4000) : some(sheet, 4000);
    else if (sheet->form == 2021)
        values[0] = some(sheet, 3000);
    else
        draw_items(sheet, values, n);
    for (int i = 0; i < n; i++)
        micro[i] = values[i] * SCALE;
}

/* The text */

static int pick(struct sheet *sheet, int n)
{
    return prng_below(&sheet->prng, n);
}

static void write_opening(struct sheet *sheet)
{
    static const char *const periods[] = {
        "本报告所列数据的统计期限自%d年1月1日起至%d年12月31日止。",
        "本年度报告中所列数据统计期限为%d年1月1日至%d年12月31日。",
        "统计时间：自%d年1月1日至%d年12月31日。"};
    int year = sheet->year;
    char period[200];
    if (sheet->layout != LAYOUT_D && sheet_try(sheet, TRAP_TITLE_BROKEN, 10)) {
        page_say(sheet, "%s", sheet->agency);
        page_say(sheet, "%d年政府信息公开工作年度报告", year);
    } else {
        page_say(sheet,
                 pick(sheet, 5) ? "%s%d年政府信息公开工作年度报告"
                                : "%s%d年度政府信息公开工作年度报告",
                 sheet->agency, year);
    }
    if (sheet->layout == LAYOUT_D) {
        out_add(&sheet->out, " ");
        out_repeat(&sheet->out, "|", prng_between(&sheet->prng, 300, 400));
        sheet_lay(sheet, TRAP_PAGE_FRAME);
        sheet_lay(sheet, TRAP_ONE_PARAGRAPH);
    }
    snprintf(period, sizeof period, PRNG_PICK(&sheet->prng, periods), year, year);
    page_say(sheet,
             "根据《中华人民共和国政府信息公开条例》的规定，编制本报告。%s如有疑问，请与%"
             "s联系（地址：人民"
             "路%d号，联系电话：0571-8654%04d）。",
             period, sheet->agency_short, prng_between(&sheet->prng, 1, 300),
             prng_between(&sheet->prng, 0, 9999));
    if (sheet_try(sheet, TRAP_HEADINGS_IN_LEAD, 20))
        page_say(
            sheet,
            "本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况、政府信息公开"
            "行政复议和行政诉讼情况、存在的主要问题及改进情况、其他需要报告的事项六部分组成。");
}

/* A heading of section one, or the same before its text. */
static void write_topic(struct sheet *sheet, int style, int number, const char *topic,
                        const char *text)
{
    static const char *const han[] = {"一", "二", "三", "四", "五"};
    char mark[16];
    if (style == 0)
        snprintf(mark, sizeof mark, "（%s）", han[number]);
    else
        snprintf(mark, sizeof mark, "%d.", number + 1);
    if (sheet->variant % 3 == 0) {
        page_say(sheet, "%s%s。%s", mark, topic, text);
        return;
    }
    page_say(sheet, "%s%s", mark, topic);
    page_say(sheet, "%s", text);
}

static void tell_published(struct sheet *sheet, char *text, size_t size)
{
    int a = prng_between(&sheet->prng, 2, 400), b = prng_between(&sheet->prng, 1, 300);
    int c = prng_between(&sheet->prng, 1, 90), half = prng_between(&sheet->prng, 1, a - 1);
    switch (pick(sheet, 6)) {
    case 0:
        snprintf(text, size, "全年主动公开政府信息%d条，其中网站%d条、微信%d条、公开栏%d条。",
                 a + b + c, a, b, c);
        return;
    case 1:
        sheet_lay(sheet, TRAP_NESTED_PARTS);
        snprintf(
            text, size,
            "全年主动公开政府信息%d条，其中网站公开%d条（政策类%d条、动态类%d条），微信公开%d条。",
            a + b, a, half, a - half, b);
        return;
    case 2:
        sheet_lay(sheet, TRAP_OPEN_LIST);
        snprintf(text, size, "全年主动公开政府信息%d条，主要包括机构职能%d条、财政信息%d条等。",
                 a + b + c, half, c);
        return;
    case 3:
        sheet_lay(sheet, TRAP_ROUNDED);
        snprintf(text, size, "全年通过政府网站公开信息%d余条，通过微信公众号公开信息近%d条。", a,
                 b);
        return;
    case 4:
        sheet_lay(sheet, TRAP_HAN_NUMBERS);
        snprintf(text, size, "全年主动公开政府信息%d条，召开新闻发布会两次，组织集中宣传十二次。",
                 a);
        return;
    default:
        snprintf(text, size, "全年主动公开政府信息%d条，较上年增长%d.%d%%。", a,
                 prng_between(&sheet->prng, 1, 180), prng_between(&sheet->prng, 0, 9));
    }
}

/* What table three says, told in one of the ways reports tell it. */
static void tell_applications(struct sheet *sheet, const struct applications *t, char *text,
                              size_t size)
{
    int64_t in = t->in[6], before = t->carried_in[6], done = t->total[6], left = t->carried_out[6];
    char rest[120];
    snprintf(rest, sizeof rest, left ? "结转下年度继续办理%" PRId64 "件" : "均已按时办结，无结转",
             left);
    if (in == 0 && before == 0) {
        snprintf(text, size,
                 pick(sheet, 2) ? "%d年，未收到政府信息公开申请。"
                                : "%d年共收到政府信息公开申请0件。",
                 sheet->year);
        return;
    }
    switch (pick(sheet, 6)) {
    case 0:
        sheet_lay(sheet, TRAP_SCOPE);
        snprintf(text, size,
                 "共收到政府信息公开申请%" PRId64 "件（含上年结转%" PRId64 "件），办结%" PRId64
                 "件，%s。",
                 in + before, before, done, rest);
        return;
    case 1:
        sheet_lay(sheet, TRAP_SHARE);
        snprintf(text, size,
                 "共收到政府信息公开申请%" PRId64 "件，其中自然人申请%" PRId64
                 "件，占%.2f%%；办结%" PRId64 "件，%s。",
                 in, t->in[0], in ? 100.0 * (double)t->in[0] / (double)in : 0.0, done, rest);
        return;
    case 2:
        snprintf(text, size,
                 "新收政府信息公开申请%" PRId64 "件，上年结转%" PRId64
                 "件。共答复政府信息公开申请%" PRId64 "件，按时答复率100%%，予以公开%" PRId64
                 "件，部分公开%" PRId64 "件，%s。",
                 in, before, done, t->leaves[0][6], t->leaves[1][6], rest);
        return;
    case 3:
        sheet_lay(sheet, TRAP_ROUNDED);
        snprintf(text, size, "共收到政府信息公开申请约%" PRId64 "件，%s。", in,
                 left ? "部分结转下年度办理" : "均已办结");
        return;
    case 4:
        sheet_lay(sheet, TRAP_OTHER_LETTERS);
        snprintf(text, size,
                 "共收到政府信息公开申请%" PRId64 "件，办结%" PRId64
                 "件，%s。另收到群众来信%d件，答复网民留"
                 "言%d件，办理人大代表建议%d件。",
                 in, done, rest, prng_between(&sheet->prng, 1, 60),
                 prng_between(&sheet->prng, 1, 200), prng_between(&sheet->prng, 1, 20));
        return;
    default:
        snprintf(text, size, "收到政府信息公开申请%" PRId64 "件，上述申请已办结%" PRId64 "件。", in,
                 done);
    }
}

static void write_overview(struct sheet *sheet, const struct applications *t)
{
    static const char *const platforms[] = {"优化政府网站栏目设置，规范政务新媒体管理。",
                                            "完善政府网站功能，设立政务公开专区一处。",
                                            "加强公开平台日常维护，及时更新栏目内容。"};
    static const char *const management[] = {"健全信息发布审核制度，落实先审后发。",
                                             "完善公文公开属性源头认定机制，规范发布流程。",
                                             "对已公开的信息定期清理，做好归档管理。"};
    int style = sheet->variant % 4 == 3;
    char text[1200];
    if (style)
        sheet_lay(sheet, TRAP_SUB_NUMBERING);
    page_say(sheet, "%d年，%s认真贯彻落实条例要求，扎实推进政府信息公开工作。", sheet->year,
             sheet->we);
    tell_published(sheet, text, sizeof text);
    write_topic(sheet, style, 0, "主动公开情况", text);
    tell_applications(sheet, t, text, sizeof text);
    write_topic(sheet, style, 1, "依申请公开情况", text);
    write_topic(sheet, style, 2, "政府信息管理情况", PRNG_PICK(&sheet->prng, management));
    write_topic(sheet, style, 3, "政府信息公开平台建设情况", PRNG_PICK(&sheet->prng, platforms));
    snprintf(text, sizeof text,
             "将政府信息公开纳入年度考核，考核得分%d分；开展社会评议，满意率为%d.%d%%"
             "；全年未发生需要追究"
             "责任的情形。",
             prng_between(&sheet->prng, 88, 99), prng_between(&sheet->prng, 90, 98),
             prng_between(&sheet->prng, 0, 9));
    write_topic(sheet, style, 4, "监督保障情况", text);
}

static void write_cases(struct sheet *sheet, const int64_t t4[15])
{
    int64_t reviews = t4[4], suits = t4[9] + t4[14];
    if (reviews == 0 && suits == 0) {
        if (pick(sheet, 2))
            page_say(sheet, "本年度未发生因政府信息公开被申请行政复议、提起行政诉讼的情况。");
        return;
    }
    switch (pick(sheet, 3)) {
    case 0:
        page_say(sheet,
                 "全年因政府信息公开被申请行政复议%" PRId64 "件，被提起行政诉讼%" PRId64 "件。",
                 reviews, suits);
        return;
    case 1:
        page_say(sheet,
                 "行政复议结果维持%" PRId64 "件，结果纠正%" PRId64 "件，其他结果%" PRId64
                 "件，尚未审结%" PRId64 "件，总计%" PRId64 "件。",
                 t4[0], t4[1], t4[2], t4[3], reviews);
        return;
    default:
        return;
    }
}

static void write_problems(struct sheet *sheet)
{
    static const char *const problems[] = {"公开内容有待丰富", "业务能力有待提高",
                                           "公开时效性还需加强", "政策解读形式较为单一"};
    static const char *const measures[] = {
        "细化公开目录，提高公开质量", "加强学习培训，提升业务能力", "明确更新时限，定期检查通报",
        "丰富解读形式，回应群众关切"};
    int first = pick(sheet, 4), second = (first + 1 + pick(sheet, 3)) % 4;
    sheet_lay(sheet, TRAP_OTHER_YEAR);
    if (pick(sheet, 2)) {
        page_say(sheet, "针对%d年存在的问题，已完成整改。存在的主要问题：一是%s；二是%s。",
                 sheet->year - 1, problems[first], problems[second]);
        page_say(sheet, "%d年，%s将采取以下改进措施：一是%s；二是%s。", sheet->year + 1, sheet->we,
                 measures[first], measures[second]);
        return;
    }
    page_say(sheet, "（一）上年问题整改情况。%d年存在的问题已整改到位。", sheet->year - 1);
    page_say(sheet, "（二）存在的主要问题。一是%s；二是%s。", problems[first], problems[second]);
    page_say(sheet, "（三）改进措施。一是%s；二是%s。", measures[first], measures[second]);
}

static void write_last(struct sheet *sheet)
{
    if (sheet->year < 2021) {
        page_say(sheet, pick(sheet, 2) ? "无。" : "无其他需要报告的事项。");
        return;
    }
    if (sheet->fee) {
        sheet_lay(sheet, TRAP_FEE);
        page_say(sheet, "（一）收取信息处理费情况。本年度收取信息处理费%d元。", sheet->fee);
    } else {
        page_say(sheet, pick(sheet, 2)
                            ? "（一）收取信息处理费情况。本年度未收取信息处理费。"
                            : "（一）收取信息处理费情况。本年度信息处理费收取金额为0元。");
    }
    page_say(sheet, "（二）建议提案办理情况。共承办人大代表建议%d件、政协提案%d件，均已办结。",
             prng_between(&sheet->prng, 1, 30), prng_between(&sheet->prng, 1, 30));
}

static void write_signature(struct sheet *sheet)
{
    page_say(sheet, "%s", pick(sheet, 2) ? sheet->agency : sheet->agency_short);
    page_say(sheet, "%d年1月%d日", sheet->year + 1, prng_between(&sheet->prng, 4, 30));
}

static void write_heading(struct sheet *sheet, int index)
{
    static const char *const titles[SECTIONS][3] = {
        {"总体情况", "总体情况", "总体情况"},
        {"主动公开政府信息情况", "主动公开政府信息情况", "行政机关主动公开政府信息情况"},
        {"收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请情况",
         "行政机关收到和处理政府信息公开申请情况"},
        {"政府信息公开行政复议、行政诉讼情况", "政府信息公开行政复议和行政诉讼情况",
         "因政府信息公开工作被申请行政复议、提起行政诉讼情况"},
        {"存在的主要问题及改进情况", "存在的主要问题及改进情况", "存在问题及改进情况"},
        {"其他需要报告的事项", "其他需要报告的事项", "其他需要报告的事项"}};
    static const char *const numerals[] = {"一", "二", "三", "四", "五", "六"};
    int which = pick(sheet, 8) ? 0 : 1 + pick(sheet, 2);
    if (strcmp(titles[index][which], titles[index][0]) != 0)
        sheet_lay(sheet, TRAP_HEADING_VARIANT);
    page_heading(sheet, index, numerals[index], titles[index][which]);
}

void sound_write(struct sheet *sheet)
{
    struct applications t3;
    int64_t t4[15];
    applications_draw(sheet, sheet->form == 2019 ? 19 : 21, &t3);
    lawsuits_draw(sheet, t4);
    if (sheet->layout == LAYOUT_H)
        page_open_html(sheet);
    page_furniture_before(sheet);
    write_opening(sheet);
    write_heading(sheet, 0);
    write_overview(sheet, &t3);
    write_heading(sheet, 1);
    page_table(sheet, 0);
    write_heading(sheet, 2);
    page_table(sheet, 1);
    write_heading(sheet, 3);
    write_cases(sheet, t4);
    page_table(sheet, 2);
    write_heading(sheet, 4);
    write_problems(sheet);
    write_heading(sheet, 5);
    write_last(sheet);
    write_signature(sheet);
    page_furniture_after(sheet);
    if (sheet->layout == LAYOUT_H)
        page_close_html(sheet);
    out_trim(&sheet->out);
    out_add(&sheet->out, "\n");
}
