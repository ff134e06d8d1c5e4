/* report/figures: quantities and the numbers that are none. */
#include "reading.h"

/* The quantities of a sentence as "value unit" with '~' when approximate. */
static void figures_read(void **state, const char *sentence, const char *wanted)
{
    char text[4096], got[4096], buffer[CELL_VALUE_NBYTES];
    snprintf(text, sizeof text, "%s一、总体情况\n%s\n二、主动公开政府信息情况\n无表。\n", TITLE,
             sentence);
    struct report *report = read_text(state, text);
    size_t n = 0;
    got[0] = '\0';
    for (size_t i = 0; i < report->nfigures; i++) {
        const struct figure *f = &report->figures[i];
        assert_true(f->sentence < report->nsentences);
        if (!f->is_list_number)
            n += (size_t)snprintf(got + n, sizeof got - n, "%s%s%s;",
                                  cell_format(f->value, true, buffer), f->unit,
                                  f->approximate ? "~" : "");
    }
    if (strcmp(got, wanted) != 0)
        print_error("in: %s\n", sentence);
    assert_string_equal(got, wanted);
    report_free(report);
}

static void quantities(void **state)
{
    const struct {
        const char *sentence, *wanted;
    } table[] = {
        {"公开12条，答复3件。", "12条;3件;"},
        {"公开１２条。", "12条;"},
        {"公开 1,420 条。", "1420条;"},
        {"公开12345678条。", "12345678条;"},
        {"公开3，420条。", "3;420条;"},
        {"率为33.9%，收费137.3万元。", "33.9%;137.3万元;"},
        {"公开1.2万条。", "12000条;"},
        {"公开两项，制发十二件，培训一百零五人次。", "2项;12件;105人次;"},
        {"公开三千二百件。", "3200件;"},
        {"收取人民币壹万贰仟叁佰元，公开伍拾陆条，陆续收拾，大肆宣传。", "12300元;56条;"},
        {"公开九千亿亿件，公开一万亿件。", "1000000000000件;"}, /* the first is over any limit */
        {"占百分之三十。", "30%;"},
        {"收取0元。", "0元;"},
        {"①2件公开；②办结3件。", "2件;3件;"},
        {"公开1 420条。", "1;420条;"},
        {"我局全年通过政府网站和政务新媒体主动公开政府信息1\n932条。", "1932条;"},
        {"我局全年通过政府网站和政务新媒体主动公开信息，电话3462\n2021年公开5条。", "5条;"},
        {"办结½，其余¼件、⅓件，共12件。", "12件;"},
        {"历时3½小时，收到5件²，答复11²件。", "5件;11;"},
        {"办理15个工作日，历时3年。", "15个;3年;"},
        /* What has a Latin name is counted; where the name may end in digits, nobody knows. */
        {"“清河发布”APP200条、APP 30条、IPTV4期、VR12个、H5 6个、LED屏7块。",
         "200条;30条;4期;12个;6个;7块;"},
        {"H53条、COVID-1916条、5G200条、MP3 20条、ISO9001认证。", "20条;"},
        {"APP三条，使用APP共5条，微博V2个，QQ 12345678。", "3条;5条;"},
    };
    for (size_t i = 0; i < COUNT(table); i++)
        figures_read(state, table[i].sentence, table[i].wanted);
}

static void approximations(void **state)
{
    const struct {
        const char *sentence, *wanted;
    } table[] = {
        {"公开280余条。", "280条~;"},
        {"公开近300条。", "300条~;"},
        {"公开100多件。", "100件~;"},
        {"公开约50件。", "50件~;"},
        {"公开50件左右。", "50件~;"},
        {"公开50件以上。", "50件~;"},
        {"公开3万余条。", "30000条~;"},
        {"公开10余万条。", "100000条~;"},
        {"节约20万元。", "20万元;"},
        {"公开十余件。", "10件~;"},
        {"公开不到1500件。", "1500件~;"},
        {"公开不足二十件。", "20件~;"},
        {"公开20几件。", "20件~;"},
        /* 数十 is no number, but 总数十二件 has one; nor are 十二三 and 一二十. */
        {"公开数十件，其中网站3件。", "3件;"},
        {"公开几十余件、数十万条、好几十份。", ""},
        {"公开总数十二件。", "12件;"},
        {"公开十二三件、一二十条、三五份、七八百次、一百二三十条。", ""},
        {"公开一百二十三件、二〇件、一五八条。", "123件;20件;158条;"},
    };
    for (size_t i = 0; i < COUNT(table); i++)
        figures_read(state, table[i].sentence, table[i].wanted);
}

static void no_quantities(void **state)
{
    static const char *const table[] = {
        "2021年1月29日发布。",
        "发布时间：2021-01-29 10:32:05。",
        "自2021-01-01起，于2021.1.29发布，二〇二二年一月十七日再发。",
        "电话：0536-4396492，邮编：262100。",
        "电话（3462911、3462925）。",
        "按照国办公开办函〔2019〕60号文件。",
        "依照第二十条第（二）项和第50条。",
        "第711号令施行。",
        "地址：青云大街623号4楼492室。",
        "网址http://www.example.cn/t20210126_58144.html查看。",
        "邮箱a12b3@163.com。",
        "1.公开机构概况；2.公开人事。",
        "（1）公开机构；（2）公开人事。",
        "进一步统一思想，一般情况下一并公开，三公经费和五公开。",
        "十四五规划和十九大精神，千方百计。",
        "2020-2021年度工作。",
        "拨打12345热线。",
        "3月公布。",
    };
    for (size_t i = 0; i < COUNT(table); i++)
        figures_read(state, table[i], "");
}

static void spans(void **state)
{
    struct report *report =
        read_text(state, TITLE "一、总体情况\n公开 280 余条。\n二、主动公开政府信息情况\n无表。\n");
    bool found = false;
    for (size_t i = 0; i < report->nfigures; i++)
        if (!report->figures[i].is_list_number) {
            assert_true(slice_is(report_slice(report, report->figures[i].span), "280"));
            assert_int_equal(report->figures[i].value, 280 * CELL_SCALE);
            found = true;
        }
    assert_true(found);
    report_free(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(quantities),
        cmocka_unit_test(approximations),
        cmocka_unit_test(no_quantities),
        cmocka_unit_test(spans),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
