/* report/identity: title, agency, kind, year, period, signature, date. */
#include "reading.h"

static struct report *read_parts(void **state, const char *before, const char *after)
{
    char text[8192];
    snprintf(text, sizeof text, "%s\n%s%s", before, SECTIONS, after);
    return read_text(state, text);
}

struct title_case {
    const char *before, *title, *agency, *kind;
    int year;
};

#define USUAL "政府信息公开工作年度报告"

static const struct title_case titles[] = {
    {"青山县柳河镇人民政府2021年" USUAL, "青山县柳河镇人民政府2021年" USUAL, "青山县柳河镇人民政府",
     "镇", 2021},
    {"青山县柳河镇人民政府\n2021 年" USUAL, "青山县柳河镇人民政府2021年" USUAL,
     "青山县柳河镇人民政府", "镇", 2021},
    {"青山县柳河乡\n\n2021年度\n\n" USUAL, "青山县柳河乡2021年度" USUAL, "青山县柳河乡", "乡",
     2021},
    {"青山县柳河镇2021年政府信息公\n开工作年度报告", "青山县柳河镇2021年" USUAL, "青山县柳河镇",
     "镇", 2021},
    {"青山区人力资源和社会保\n障局2021年" USUAL, "青山区人力资源和社会保障局2021年" USUAL,
     "青山区人力资源和社会保障局", "局", 2021},
    {"2021年青山市财政局" USUAL, "2021年青山市财政局" USUAL, "青山市财政局", "局", 2021},
    {"栏目导航            当前位置：首页>>信息公开年报>>正文\n信息公开目录               "
     "青山县水务局2021年" USUAL "\n信息公开年报        发布时间：2022-01-22",
     "青山县水务局2021年" USUAL, "青山县水务局", "局", 2021},
    {"青山市外办2021年度政府信息公开年度报告", "青山市外办2021年度政府信息公开年度报告",
     "青山市外办", "办", 2021},
    {"青山市水利局2021年政府信息公开年报", "青山市水利局2021年政府信息公开年报", "青山市水利局",
     "局", 2021},
    {"青山市水利局2021年政府政务公开年报", "青山市水利局2021年政府政务公开年报", "青山市水利局",
     "局", 2021},
    {"青山县公安局2021年信息公开年度报告", "青山县公安局2021年信息公开年度报告", "青山县公安局",
     "局", 2021},
    {"青山县公安局2021年政府信息公开工作报告", "青山县公安局2021年政府信息公开工作报告",
     "青山县公安局", "局", 2021},
    {"青山县柳河镇政府信息公开工作2021年度报告", "青山县柳河镇政府信息公开工作2021年度报告",
     "青山县柳河镇", "镇", 2021},
    {"青山县柳河镇" USUAL "（2021年）", "青山县柳河镇" USUAL "（2021年）", "青山县柳河镇", "镇",
     2021},
    {"青山县柳河镇2021" USUAL, "青山县柳河镇2021" USUAL, "青山县柳河镇", "镇", 2021},
    {"关于2021年度政府信息公开情况的报告", "关于2021年度政府信息公开情况的报告", NULL, NULL, 2021},
    {"青山县民政局关于2021年度政府信息公开工作情况的报告",
     "青山县民政局关于2021年度政府信息公开工作情况的报告", "青山县民政局", "局", 2021},
    {"2021年" USUAL, "2021年" USUAL, NULL, NULL, 2021},
    {"青山市政务公开办公室2021年" USUAL, "青山市政务公开办公室2021年" USUAL, "青山市政务公开办公室",
     "办公室", 2021},
    {"当前位置：首页 > 年报 > 柳河街道办事处2021年" USUAL, "柳河街道办事处2021年" USUAL,
     "柳河街道办事处", "街道", 2021},
    {"首页\n登录 注册\n《青山县柳河街道2021年" USUAL "》\n来源：本站 字体：大 中 小",
     "青山县柳河街道2021年" USUAL, "青山县柳河街道", "街道", 2021},
    {"## 青山县柳河镇二〇二一年" USUAL, "青山县柳河镇二〇二一年" USUAL, "青山县柳河镇", "镇", 2021},
    {"青山县第一中学2021年" USUAL, "青山县第一中学2021年" USUAL, "青山县第一中学", "学校", 2021},
    {"青山县经济开发区管理委员会2021年" USUAL, "青山县经济开发区管理委员会2021年" USUAL,
     "青山县经济开发区管理委员会", "管委会", 2021},
    {"青山县国有资产监督管理委员会2021年" USUAL, "青山县国有资产监督管理委员会2021年" USUAL,
     "青山县国有资产监督管理委员会", "委", 2021},
    {"青山旗沙丘苏木2021年" USUAL, "青山旗沙丘苏木2021年" USUAL, "青山旗沙丘苏木", "苏木", 2021},
    {"青山市人民政府2021年" USUAL, "青山市人民政府2021年" USUAL, "青山市人民政府", "市", 2021},
    {"青山省人民政府办公厅2021年" USUAL, "青山省人民政府办公厅2021年" USUAL, "青山省人民政府办公厅",
     "办公厅", 2021},
    {"青山县市场监督管理局（知识产权局）2021年" USUAL,
     "青山县市场监督管理局（知识产权局）2021年" USUAL, "青山县市场监督管理局（知识产权局）", "局",
     2021},
    {"【政府信息公开年报】青山市水利局2021年度" USUAL, "青山市水利局2021年度" USUAL, "青山市水利局",
     "局", 2021},
    {"青山市农业农村局\n（市委农村工作办公室）\n2021年" USUAL,
     "青山市农业农村局（市委农村工作办公室）2021年" USUAL, "青山市农业农村局（市委农村工作办公室）",
     "局", 2021},
    {"青山县\n柳河镇人民政府\n2021年政府信息公开\n工作年度报告", "青山县柳河镇人民政府2021年" USUAL,
     "青山县柳河镇人民政府", "镇", 2021},
    {"青山县\n\n柳河镇人民政府2021年" USUAL, "柳河镇人民政府2021年" USUAL, "柳河镇人民政府", "镇",
     2021},
    {"青山县\n柳河镇2021年" USUAL, "青山县柳河镇2021年" USUAL, "青山县柳河镇", "镇", 2021},
    {"青山市\n柳河县沙河镇2021年" USUAL, "柳河县沙河镇2021年" USUAL, "柳河县沙河镇", "镇", 2021},
    {"= 青山县柳河镇人民政府2021年" USUAL " =", "青山县柳河镇人民政府2021年" USUAL,
     "青山县柳河镇人民政府", "镇", 2021},
    {"== 青山县柳河镇人民政府2021年" USUAL, "青山县柳河镇人民政府2021年" USUAL,
     "青山县柳河镇人民政府", "镇", 2021},
    {"h1. 青山县柳河镇人民政府2021年" USUAL, "青山县柳河镇人民政府2021年" USUAL,
     "青山县柳河镇人民政府", "镇", 2021},
    {"h1(#report). 青山县柳河镇人民政府2021年" USUAL, "青山县柳河镇人民政府2021年" USUAL,
     "青山县柳河镇人民政府", "镇", 2021},
    {"h1. {anchor:柳河镇2021年" USUAL "}青山县柳河镇人民政府2021年" USUAL,
     "青山县柳河镇人民政府2021年" USUAL, "青山县柳河镇人民政府", "镇", 2021},
    {"# 青山县柳河镇人民政府\n\n# 2021年" USUAL, "青山县柳河镇人民政府2021年" USUAL,
     "青山县柳河镇人民政府", "镇", 2021},
    {"青山县柳河镇二O二一年" USUAL, "青山县柳河镇二O二一年" USUAL, "青山县柳河镇", "镇", 2021},
    {"青山县柳河镇二0二一年" USUAL, "青山县柳河镇二0二一年" USUAL, "青山县柳河镇", "镇", 2021},
    {"青山县柳河镇2021年" USUAL "（更正版）", "青山县柳河镇2021年" USUAL "（更正版）",
     "青山县柳河镇", "镇", 2021},
    {"青山县柳河镇2021年" USUAL "（修订）", "青山县柳河镇2021年" USUAL "（修订）", "青山县柳河镇",
     "镇", 2021},
    {"2021年度青山县柳河镇人民政府信息公开工作报告", "2021年度青山县柳河镇人民政府信息公开工作报告",
     "青山县柳河镇人民政府", "镇", 2021},
    {"2021年度青山县柳河镇人民" USUAL, "2021年度青山县柳河镇人民" USUAL, "青山县柳河镇人民政府",
     "镇", 2021},
    {"青山县人民法院2021年度" USUAL, "青山县人民法院2021年度" USUAL, "青山县人民法院", "院", 2021},
    {"青山县柳河镇本年度" USUAL, "青山县柳河镇本年度" USUAL, "青山县柳河镇", "镇", 0},
    {"青山县第一中学2020-2021学年信息公开年度报告", "青山县第一中学2020-2021学年信息公开年度报告",
     "青山县第一中学", "学校", 0},
    {"青山县318林场2021年" USUAL, "青山县318林场2021年" USUAL, "青山县318林场", "场", 2021},
    {"青山县柳河镇2021年政府信息公开工作年度总结报告",
     "青山县柳河镇2021年政府信息公开工作年度总结报告", "青山县柳河镇", "镇", 2021},
    {"青山县柳河镇 2 1年" USUAL, "青山县柳河镇21年" USUAL, "青山县柳河镇", "镇", 0},
    {"青山县柳河镇21年度" USUAL, "青山县柳河镇21年度" USUAL, "青山县柳河镇", "镇", 0},
    {"21年度青山县柳河镇" USUAL, "21年度青山县柳河镇" USUAL, "青山县柳河镇", "镇", 0},
    {"青山县柳河镇二一年" USUAL, "青山县柳河镇二一年" USUAL, "青山县柳河镇", "镇", 0},
    {"青山县柳河镇政府信息公开工作21年度报告", "青山县柳河镇政府信息公开工作21年度报告",
     "青山县柳河镇", "镇", 0},
    {"青山县柳河镇202年" USUAL, "青山县柳河镇202年" USUAL, "青山县柳河镇", "镇", 0},
    {"青山县柳河镇人民政府\n（2021）年" USUAL, "青山县柳河镇人民政府（2021）年" USUAL,
     "青山县柳河镇人民政府", "镇", 2021},
    {"青山县柳河镇（2021）年度" USUAL, "青山县柳河镇（2021）年度" USUAL, "青山县柳河镇", "镇",
     2021},
    {"青山县自来水厂2021年" USUAL, "青山县自来水厂2021年" USUAL, "青山县自来水厂", "公司", 2021},
    {"2022年\n2020年\n柳河镇2021年" USUAL, "柳河镇2021年" USUAL, "柳河镇", "镇", 2021},
    {"2021年度\n青山县柳河镇\n" USUAL, "2021年度青山县柳河镇" USUAL, "青山县柳河镇", "镇", 2021},
    {"青山建设兵团2021年" USUAL, "青山建设兵团2021年" USUAL, "青山建设兵团", "兵团", 2021},
    {"欢迎来到本站", NULL, NULL, NULL, 0},
};

static void reads_titles(void **state)
{
    for (size_t i = 0; i < COUNT(titles); i++) {
        struct report *report = read_parts(state, titles[i].before, "");
        const struct identity *who = &report->who;
        assert_text(who->title, titles[i].title);
        assert_text(who->agency, titles[i].agency);
        assert_text(who->kind, titles[i].kind);
        assert_int_equal(who->year, titles[i].year);
        report_free(report);
    }
}

struct period_case {
    const char *clause; /* in the lead */
    bool has_period;
    struct date start, end;
};

static const struct period_case periods[] = {
    {"数据统计期限自2021年1月1日起至2021年12月31日止。", true, {2021, 1, 1}, {2021, 12, 31}},
    {"统计期限为 2021 年 1 月 1 日至 12 月 31 日。", true, {2021, 1, 1}, {2021, 12, 31}},
    {"所列数据自2021年1月1日到2021年12月31日。", true, {2021, 1, 1}, {2021, 12, 31}},
    {"统计期间：2021.1.1-2021.12.31。", true, {2021, 1, 1}, {2021, 12, 31}},
    {"统计时间从二〇二一年一月一日起至二〇二一年十二月三十一日止。",
     true,
     {2021, 1, 1},
     {2021, 12, 31}},
    {"统计期限自2021年1月1日起至同年12月31日止。", true, {2021, 1, 1}, {2021, 12, 31}},
    {"统计期限自2021年1月1日起，至2021年12月31日止。", true, {2021, 1, 1}, {2021, 12, 31}},
    {"本报告的时间范围是2021年1月1日至12月31日。", true, {2021, 1, 1}, {2021, 12, 31}},
    {"培训时间为2021年3月1日至3月5日。", false, {0, 0, 0}, {0, 0, 0}},
    {"统计时间为2021年1月1日0时至2021年12月31日24时。", true, {2021, 1, 1}, {2021, 12, 31}},
    {"统计期限为2021年1月1日零时至12月31日24时。", true, {2021, 1, 1}, {2021, 12, 31}},
    {"统计期限为2021年1月1日零时至12月31日二十四时止。", true, {2021, 1, 1}, {2021, 12, 31}},
    {"统计期限为2021年1月1日0点整至2021年12月31日24：00。", true, {2021, 1, 1}, {2021, 12, 31}},
    {"统计期限为2021年1月1日零时至年月日24时。", true, {2021, 1, 1}, {0, 0, 0}},
    {"全文包括 2021\n  "
     "年政府信息公开工作总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，"
     "政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进措施和其他需要报告的事项。"
     "本报告所列数据的统计时限自 2021 年 1 月 1 日至 2021 年 12 月 31\n  日。全文公布。",
     true,
     {2021, 1, 1},
     {2021, 12, 31}},
    {"统计期限为2021年度。", true, {2021, 1, 1}, {2021, 12, 31}},
    {"统计期限为2021年1-12月。", true, {2021, 1, 1}, {2021, 12, 31}},
    {"统计期限为2021年1月至12月。", true, {2021, 1, 1}, {2021, 12, 31}},
    {"统计期限为2021年1月—2021年12月。", true, {2021, 1, 1}, {2021, 12, 31}},
    {"统计期限为2021年1-11月。", true, {2021, 1, 1}, {2021, 11, 30}},
    {"统计期限自2021年1月1日起至12月底止。", true, {2021, 1, 1}, {2021, 12, 31}},
    {"统计期限自2021年1月1日起至2021年12月底止。", true, {2021, 1, 1}, {2021, 12, 31}},
    {"统计期限自2021年1月1日起至12月日止。", true, {2021, 1, 1}, {0, 0, 0}},
    {"统计期限自2021年1月1日起至12月止。", true, {2021, 1, 1}, {0, 0, 0}},
    {"统计期限自202111日起至20211231日止。", true, {0, 0, 0}, {0, 0, 0}},
    {"统计期限自20211月1日起至202112月31日止。", true, {0, 0, 0}, {0, 0, 0}},
    {"统计期限自2021年2月1日起至2020年12月31日止。", true, {2021, 2, 1}, {2020, 12, 31}},
    {"数据比2020年多12条。", false, {0, 0, 0}, {0, 0, 0}},
    {"报名期限自报名起至结束。", false, {0, 0, 0}, {0, 0, 0}},
};

static void assert_date(struct date got, struct date wanted)
{
    assert_int_equal(got.year, wanted.year);
    assert_int_equal(got.month, wanted.month);
    assert_int_equal(got.day, wanted.day);
}

static void reads_periods(void **state)
{
    for (size_t i = 0; i < COUNT(periods); i++) {
        char before[1024];
        snprintf(before, sizeof before, "%s%s", TITLE, periods[i].clause);
        struct report *report = read_parts(state, before, "");
        const struct identity *who = &report->who;
        if (who->has_period != periods[i].has_period)
            fail_msg("%s", periods[i].clause);
        assert_date(who->period_start, periods[i].start);
        assert_date(who->period_end, periods[i].end);
        assert_int_equal(span_empty(who->period_span), !periods[i].has_period);
        report_free(report);
    }
    struct report *late =
        read_parts(state, TITLE, "本报告统计期限为2021年1月1日至2021年12月31日。\n");
    assert_true(late->who.has_period);
    report_free(late);
}

struct signature_case {
    const char *before, *after, *agency;
    struct date date;
};

static const struct signature_case signatures[] = {
    {TITLE, "\n青山县柳河镇人民政府\n2022年1月9日\n", "青山县柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "\n        柳河镇政府\n\n     2022 年 1 月 9 日\n", "柳河镇政府", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府  2022年1月9日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE,
     "柳河镇人民政府\n二〇二二年一月二十九日\n扫一扫在手机打开当前页\n",
     "柳河镇人民政府",
     {2022, 1, 29}},
    {TITLE, "柳河镇人民政府\n二O二二年一月九日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府\n二○二二年一月九日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "国家统计局青山调查队\n2022年1月9日\n", "国家统计局青山调查队", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府\n2022-01-09\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE "（2022年1月9日）", "", NULL, {2022, 1, 9}},
    {TITLE "青山县柳河镇人民政府\n（2022年元月）", "", "青山县柳河镇人民政府", {2022, 1, 0}},
    {TITLE, "柳河镇人民政府（公章）\n2022年1月9日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "（盖章）柳河镇人民政府\n2022年1月9日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府(盖章)  2022年1月9日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府\n日期：2022年1月9日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "全年无此事项。柳河镇人民政府2022年1月9日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE,
     "全年无此事项。  柳河镇人民政府 2022年1月9日\n版权所有\n",
     "柳河镇人民政府",
     {2022, 1, 9}},
    {TITLE,
     "我镇全年没有需要报告的其他事项。青山县柳\n河镇人民政府2022年1月9日\n",
     "青山县柳河镇人民政府",
     {2022, 1, 9}},
    {TITLE, "柳河镇人民政府\n落款日期：2022年1月9日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府  成文日期: 2022-01-09\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "落款单位：柳河镇人民政府\n落款时间：2022年1月9日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE,
     "报告单位（盖章）：柳河镇人民政府\n报告日期：2022年1月9日\n",
     "柳河镇人民政府",
     {2022, 1, 9}},
    {TITLE, "单位：柳河镇人民政府  日期：2022年1月9日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "特此报告。柳河镇人民政府\n2022年1月9日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "特此报告。\n2022年1月9日\n", NULL, {2022, 1, 9}},
    {TITLE, "柳河镇人民政府（代章）\n2022年1月9日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府\n2022-01-09 10:20:30\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "打印 关闭\n2022-01-09 10:20:30\n", NULL, {0, 0, 0}},
    {TITLE, "落款日期：2022年1月9日\n", NULL, {2022, 1, 9}},
    {TITLE, "主办单位：柳河镇人民政府\n发布日期：2022-01-09\n", NULL, {0, 0, 0}},
    {TITLE, "发布时间：2022-01-09\n打印 关闭\n", NULL, {0, 0, 0}},
    {TITLE, "（柳河镇人民政府）\n2022年1月9日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "2022年1月9日\n柳河镇人民政府\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府\n20220109\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府\n2022 01 09\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "12345678\n20220109\n", NULL, {0, 0, 0}},
    {TITLE, "柳河镇人民政府\n2022年1月9\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府\n2022.01.09日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府\n2022年1.20\n", "柳河镇人民政府", {2022, 1, 20}},
    {TITLE, "柳河镇人民政府\n2022年01.20日\n", "柳河镇人民政府", {2022, 1, 20}},
    {TITLE, "柳河镇人民政府\n2022年1月20日。\n", "柳河镇人民政府", {2022, 1, 20}},
    {TITLE, "无。柳河镇人民政府2022年1月20日。\n", "柳河镇人民政府", {2022, 1, 20}},
    {TITLE, "柳河镇人民政府\n2022年1.32\n", "柳河镇人民政府", {0, 0, 0}},
    {TITLE, "柳河镇人民政府\n2022年13.2日\n", "柳河镇人民政府", {0, 0, 0}},
    {TITLE, "柳河镇人民政府\n2022年1.2\n0\n", "柳河镇人民政府", {0, 0, 0}},
    {TITLE, "柳河镇人民政府\n2022年1.20万元\n", "柳河镇人民政府", {0, 0, 0}},
    {TITLE, "本办法施行至2022年1月9日。\n", NULL, {0, 0, 0}},
    {TITLE, "本镇的下一份报告将公布于\n2022年1月9日。\n", NULL, {0, 0, 0}},
    {TITLE, "柳河镇人民政府\n2022年1月32\n", "柳河镇人民政府", {0, 0, 0}},
    {TITLE, "柳河镇人民政府\n2022年1月2\n9\n", "柳河镇人民政府", {0, 0, 0}},
    {TITLE, "柳河镇3号桥社区管理委员会\n2022年1月9日\n", "柳河镇3号桥社区管理委员会", {2022, 1, 9}},
    {TITLE, "截至2021年底的管理委员会\n2022年1月9日\n", NULL, {2022, 1, 9}},
    {TITLE, "柳河镇人民政府\n20221309\n", "柳河镇人民政府", {0, 0, 0}},
    {TITLE, "本办法施行至2022年1月9日\n", NULL, {0, 0, 0}},
    {TITLE, "柳河镇人民政府\n", "柳河镇人民政府", {0, 0, 0}},
    {TITLE, "", NULL, {0, 0, 0}},
};

/* Where text is wrapped, a date goes on in the next line. */
static const struct signature_case broken_dates[] = {
    {TITLE, "柳河镇人民政府\n2022年\n1月9日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府\n\n2022年\n\n1月9日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府\n2022\n年1月9日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府\n202\n2年1月9日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府\n2022年1\n月9日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府\n2022年1月\n29日\n", "柳河镇人民政府", {2022, 1, 29}},
    {TITLE, "柳河镇人民政府\n2022年1月2\n9日\n", "柳河镇人民政府", {2022, 1, 29}},
    {TITLE, "柳河镇人民政府\n2022年1月9\n日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府\n2022\n年\n1月9日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府\n二〇二二年\n一月九日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "青山县柳河镇人\n民政府\n2022\n年1月9日\n", "青山县柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "没有。\n\n民政府\n2022年1月9日\n", NULL, {2022, 1, 9}},
    {TITLE, "柳河镇人民政府  2022年\n1月9日\n打印\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "无此事项。柳河镇人民政府2022年1\n月9日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府\n落款日期：2022年\n1月9日\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府\n2022年1月9日\n1\n", "柳河镇人民政府", {2022, 1, 9}},
    {TITLE, "柳河镇人民政府\n2022年1月\n9\n", "柳河镇人民政府", {2022, 1, 0}},
    {TITLE, "柳河镇人民政府\n1月9日\n", "柳河镇人民政府", {0, 0, 0}},
    {TITLE, "施行至2022年\n1月9日\n", NULL, {0, 0, 0}},
};

static void joins_broken_dates(void **state)
{
    for (size_t i = 0; i < COUNT(broken_dates); i++) {
        struct report *report = read_parts(state, broken_dates[i].before, broken_dates[i].after);
        if (report->who.signature_date.day != broken_dates[i].date.day)
            print_error("%s", broken_dates[i].after);
        assert_text(report->who.signature_agency, broken_dates[i].agency);
        assert_date(report->who.signature_date, broken_dates[i].date);
        report_free(report);
    }
}

static void reads_signatures(void **state)
{
    for (size_t i = 0; i < COUNT(signatures); i++) {
        struct report *report = read_parts(state, signatures[i].before, signatures[i].after);
        if (report->who.signature_date.day != signatures[i].date.day)
            print_error("%s", signatures[i].after);
        assert_text(report->who.signature_agency, signatures[i].agency);
        assert_date(report->who.signature_date, signatures[i].date);
        assert_string_equal(report->who.agency, "青山县柳河镇");
        report_free(report);
    }
}

/* A name that no agency's word ends is known by the title; other words above a date are not. */
static void signed_as_in_the_title(void **state)
{
    static const struct signature_case cases[] = {
        {"青山建设兵团第九师2021年" USUAL,
         "青山建设兵团第九师\n2022年1月9日\n",
         "青山建设兵团第九师",
         {2022, 1, 9}},
        {"青山建设兵团第九师2021年" USUAL, "第九师\n2022年1月9日\n", "第九师", {2022, 1, 9}},
        {"青山建设兵团第九师2021年" USUAL, "第八师\n2022年1月9日\n", NULL, {2022, 1, 9}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct report *report = read_parts(state, cases[i].before, cases[i].after);
        assert_text(report->who.signature_agency, cases[i].agency);
        assert_date(report->who.signature_date, cases[i].date);
        report_free(report);
    }
}

/* 青山 / 县柳河镇…: the signature prints the whole name. */
static void broken_name_is_printed_again(void **state)
{
    static const char *const broken[] = {"青山县柳河\n镇人民政府2021年" USUAL,
                                         "青山\n县柳河镇人民政府2021年" USUAL};
    for (size_t i = 0; i < COUNT(broken); i++) {
        struct report *report =
            read_parts(state, broken[i], "青山县柳河镇人民政府\n2022年1月9日\n");
        assert_text(report->who.agency, "青山县柳河镇人民政府");
        report_free(report);
    }
}

/* Tables as enclosures come behind the signature. */
static void signature_above_the_tables(void **state)
{
    struct report *report = read_parts(
        state, TITLE,
        "柳河镇人民政府\n2022年1月9日\n附表 主动公开政府信息情况\n第二十条第（一）项\n"
        "信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n"
        "行政规范性文件\t2\t1\t9\n第二十条第（五）项\n信息内容\t本年处理决定数量\n"
        "行政许可\t17\n第二十条第（六）项\n信息内容\t本年处理决定数量\n行政处罚\t3\n行政强制\t0\n"
        "第二十条第（八）项\n信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t0\n");
    assert_text(report->who.signature_agency, "柳河镇人民政府");
    assert_date(report->who.signature_date, (struct date){2022, 1, 9});
    report_free(report);
}

/* Of two reports in one file the first counts, like its tables. */
static void first_of_two_reports(void **state)
{
    struct report *report = read_parts(
        state, TITLE,
        "柳河镇人民政府\n2022年1月9日\n\n青山县沙河乡2019年政府信息公开工作年度报告\n"
        "统计期限为2019年1月1日至2019年12月31日。\n" SECTIONS "沙河乡人民政府\n2020年1月5日\n");
    assert_string_equal(report->who.agency, "青山县柳河镇");
    assert_text(report->who.signature_agency, "柳河镇人民政府");
    assert_int_equal(report->who.year, 2021);
    assert_int_equal(report->who.nyear_conflicts, 0);
    assert_false(report->who.has_period);
    report_free(report);
}

static void agency_from_the_signature(void **state)
{
    struct report *report = read_parts(state, "", "柳河镇人民政府\n2022年1月9日\n");
    assert_null(report->who.title);
    assert_string_equal(report->who.agency, "柳河镇人民政府");
    assert_string_equal(report->who.kind, "镇");
    assert_int_equal(report->who.year, 2021);
    report_free(report);
}

static void years(void **state)
{
    const struct {
        const char *before, *after;
        int year, conflict;
    } table[] = {
        {TITLE "统计期限自2021年1月1日起至2021年12月31日止。", "柳河镇人民政府\n2022年1月9日\n",
         2021, 0},
        {TITLE "统计期限自2020年1月1日起至2020年12月31日止。", "", 2020, 2021},
        {TITLE "统计期限自2020年1月1日起至2021年12月31日止。", "", 2021, 2020},
        {TITLE, "柳河镇人民政府\n2021年1月9日\n", 2021, 2020},
        {TITLE, "柳河镇人民政府\n2021年12月25日\n", 2021, 0},
        {"发布时间：2022-01-20", "", 2021, 0},
        {"发布时间：2022-01-20 10:32:11 来源：本站", "", 2021, 0},
        {"发布日期：2022-1-9 9:05", "", 2021, 0},
        {"今天是2022年1月3日", "", 0, 0},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct report *report = read_parts(state, table[i].before, table[i].after);
        assert_int_equal(report->who.year, table[i].year);
        assert_int_equal(report->who.nyear_conflicts, table[i].conflict != 0);
        if (table[i].conflict)
            assert_int_equal(report->who.year_conflicts[0], table[i].conflict);
        report_free(report);
    }
}

/* A page lists titles of other years and other agencies above the report's own. */
static void titles_of_a_list(void **state)
{
    static const char period[] = "\n统计期限自2021年1月1日起至2021年12月31日止。";
    static const char date[] = "\n2022年1月9日\n";
    const struct {
        const char *before, *signature, *agency;
        int conflict;
    } table[] = {
        {"2022年\n2020年\n柳河镇2020年" USUAL "\n沙河镇人民政府2022年" USUAL
         "\n2022-01-20\n青山县柳河镇人民政府2021年" USUAL,
         "青山县柳河镇人民政府", "青山县柳河镇人民政府", 0},
        {"沙河镇人民政府2021年" USUAL "\n柳河镇人民政府2021年" USUAL, "柳河镇人民政府",
         "柳河镇人民政府", 0},
        {"柳河镇人民政府2021年" USUAL "\n沙河镇人民政府2021年" USUAL, "柳河镇人民政府",
         "柳河镇人民政府", 0},
        {"柳河镇人民政府2021年" USUAL "\n柳河镇人民政府2020年" USUAL, "柳河镇人民政府",
         "柳河镇人民政府", 0},
        {"柳河镇人民政府2020年" USUAL, "柳河镇人民政府", "柳河镇人民政府", 2020},
        {"柳河镇人民政府2020年" USUAL "\n沙河镇人民政府2021年" USUAL, "柳河镇人民政府",
         "柳河镇人民政府", 2020},
        {"柳河镇人民政府2020年" USUAL "\n沙河镇人民政府2019年" USUAL, "沙河镇人民政府",
         "柳河镇人民政府", 2020},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        char before[1024], after[256];
        snprintf(before, sizeof before, "%s%s", table[i].before, period);
        snprintf(after, sizeof after, "%s%s", table[i].signature, date);
        struct report *report = read_parts(state, before, after);
        assert_text(report->who.agency, table[i].agency);
        assert_int_equal(report->who.year, 2021);
        assert_int_equal(report->who.nyear_conflicts, table[i].conflict != 0);
        if (table[i].conflict)
            assert_int_equal(report->who.year_conflicts[0], table[i].conflict);
        report_free(report);
    }
}

/* Two digits say no century: another place must give the year. */
static void short_years(void **state)
{
    const struct {
        const char *before, *after;
        int year, conflict;
    } table[] = {
        {"青山县柳河镇21年" USUAL, "", 0, 0},
        {"青山县柳河镇21年" USUAL, "柳河镇人民政府\n2022年1月9日\n", 2021, 0},
        {"青山县柳河镇2 1年度" USUAL "\n统计期限自2021年1月1日起至2021年12月31日止。", "", 2021, 0},
        {"青山县柳河镇20年" USUAL "\n统计期限自2021年1月1日起至2021年12月31日止。", "", 2021, 2020},
        {"青山县柳河镇202年" USUAL, "柳河镇人民政府\n2022年1月9日\n", 2021, 0},
    };
    for (size_t i = 0; i < COUNT(table); i++) {
        struct report *report = read_parts(state, table[i].before, table[i].after);
        assert_int_equal(report->who.year, table[i].year);
        assert_int_equal(report->who.nyear_conflicts, table[i].conflict != 0);
        if (table[i].conflict)
            assert_int_equal(report->who.year_conflicts[0], table[i].conflict);
        report_free(report);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_titles),
        cmocka_unit_test(reads_periods),
        cmocka_unit_test(reads_signatures),
        cmocka_unit_test(signed_as_in_the_title),
        cmocka_unit_test(joins_broken_dates),
        cmocka_unit_test(broken_name_is_printed_again),
        cmocka_unit_test(signature_above_the_tables),
        cmocka_unit_test(first_of_two_reports),
        cmocka_unit_test(agency_from_the_signature),
        cmocka_unit_test(years),
        cmocka_unit_test(short_years),
        cmocka_unit_test(titles_of_a_list),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
