/* 台账: the list of those who must report, whose a report is, what is in time. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "command_run.h"
#include "gouji/review/ledger.h"

static void test_dates(void **state)
{
    (void)state;
    static const struct {
        const char *text;
        bool ok;
        struct date date;
    } cases[] = {
        {"2022-01-31", true, {2022, 1, 31}},
        {"2022/1/31", true, {2022, 1, 31}},
        {"2022年1月31日", true, {2022, 1, 31}},
        {"2022.1.31", true, {2022, 1, 31}},
        {"3月31日", true, {0, 3, 31}},
        {"02-20", true, {0, 2, 20}},
        {"2024-02-29", true, {2024, 2, 29}},
        {"2023-02-29", false, {0, 0, 0}},
        {"2月29日", true, {0, 2, 29}},
        {"１月３１日", true, {0, 1, 31}},
        {"２０２４．１．３１", true, {2024, 1, 31}},
        {"20240131", true, {2024, 1, 31}},
        {"20240230", false, {0, 0, 0}},
        {"2024013", false, {0, 0, 0}},
        {"202401311", false, {0, 0, 0}},
        {"1月３1日", true, {0, 1, 31}},
        {"０月1日", false, {0, 0, 0}},
        {"2022-13-01", false, {0, 0, 0}},
        {"2022", false, {0, 0, 0}},
        {"", false, {0, 0, 0}},
        {"一月", false, {0, 0, 0}},
        {"2022-01-31x", false, {0, 0, 0}},
        {"2022-01-31-1", false, {0, 0, 0}},
        {"0-1-1", false, {0, 0, 0}},
        {"99999999-1-1", false, {0, 0, 0}},
        {"24.1.10", true, {2024, 1, 10}},
        {"24年1月10日", true, {2024, 1, 10}},
        {"1/10/24", false, {0, 0, 0}},
        {"10/1/24", false, {0, 0, 0}},
        {"2024 年 1 月 10 日", true, {2024, 1, 10}},
        {"一月十日", true, {0, 1, 10}},
        {"元月10日", true, {0, 1, 10}},
        {"二〇二四年一月三十一日", true, {2024, 1, 31}},
        {"十二月二十日", true, {0, 12, 20}},
        {"二〇二四年二月三十日", false, {0, 0, 0}},
        {"2024年1月", false, {0, 0, 0}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct date date = {0, 0, 0};
        bool ok = expected_date(slice_of(cases[i].text), &date);
        if (ok != cases[i].ok || (ok && memcmp(&date, &cases[i].date, sizeof date) != 0))
            fail_msg("%s: %d %d-%d-%d", cases[i].text, ok, date.year, date.month, date.day);
    }
}

/* ---- the list ---- */

static char dir[] = "/tmp/gouji-ledger-XXXXXX";

static char *path_of(const char *name)
{
    char *path = path_join(dir, name);
    assert_non_null(path);
    return path;
}

static void read_list(const char *bytes, size_t nbytes, struct expected_list *list)
{
    char *path = path_of("list");
    struct err err = {ERR_NONE, ""};
    write_file(path, bytes, nbytes);
    if (expected_read(path, list, &err) != 0)
        fail_msg("%s", err.text);
    unlink(path);
    free(path);
}

static void test_list(void **state)
{
    (void)state;
    static const char text[] = "\xEF\xBB\xBF# 应报名单\r\n"
                               "机关,上级,期限\r\n"
                               "甲县统计局,,2022-01-31\r\n"
                               "\r\n"
                               "\"丁镇政府\",\"甲县\",\"2月20日\"\r\n"
                               "丁镇政府，乙县人民政府，不详\r\n"
                               "  戊乡\t甲县\t\r\n"
                               "甲县统计局\r\n"
                               ",甲县\r\n"
                               "己局";
    struct expected_list list;
    read_list(text, sizeof text - 1, &list);
    static const struct {
        const char *name, *parent, *full;
        int month;
        size_t line;
    } wanted[] = {
        {"甲县统计局", "", "甲县统计局", 1, 3},
        {"丁镇政府", "甲县", "甲县丁镇", 2, 5},
        {"丁镇政府", "乙县人民政府", "乙县丁镇", 0, 6},
        {"戊乡", "甲县", "甲县戊乡", 0, 7},
        {"己局", "", "己局", 0, 10},
    };
    assert_int_equal(list.nitems, COUNT(wanted));
    for (size_t i = 0; i < COUNT(wanted); i++) {
        assert_string_equal(list.items[i].name, wanted[i].name);
        assert_string_equal(list.items[i].parent, wanted[i].parent);
        assert_string_equal(list.items[i].full, wanted[i].full);
        assert_int_equal(list.items[i].deadline.month, wanted[i].month);
        assert_int_equal(list.items[i].line, wanted[i].line);
    }
    static const size_t faults[] = {6, 8, 9};
    assert_int_equal(list.nfaults, COUNT(faults));
    for (size_t i = 0; i < COUNT(faults); i++)
        assert_int_equal(list.faults[i].line, faults[i]);
    expected_release(&list);
}

/* Who is to be called is masked in no output: it is not taken at all. */
static void test_contacts(void **state)
{
    (void)state;
    static const char text[] = "甲县统计局 赵铁柱 13958312345\n甲县审计局（赵铁柱13958312345）\n"
                               "甲县财政局13958312345,甲县 0536-6123456\n甲县第12中学\n";
    static const char *const names[] = {"甲县统计局", "甲县审计局", "甲县财政局", "甲县第12中学"};
    struct expected_list list;
    read_list(text, sizeof text - 1, &list);
    assert_int_equal(list.nitems, COUNT(names));
    for (size_t i = 0; i < COUNT(names); i++)
        assert_string_equal(list.items[i].name, names[i]);
    assert_string_equal(list.items[2].parent, "甲县");
    assert_int_equal(list.nfaults, 4);
    expected_release(&list);
}

/* A header says which column is which; without one a person is no agency above. */
static void test_columns(void **state)
{
    static const struct {
        const char *text, *name, *parent;
        int month;
        size_t nitems, nfaults;
    } cases[] = {
        {"机关,上级,期限\n甲县统计局,丙市,1月31日\n", "甲县统计局", "丙市", 1, 1, 0},
        {"机关,姓名,电话\n甲县统计局,赵铁柱,0536-6123456\n", "甲县统计局", "", 0, 1, 1},
        {"机关,联系人\n甲县统计局,丙市\n", "甲县统计局", "", 0, 1, 1},
        {"序号\t单 位 名 "
         "称\t联系人\t主管部门\t截止日期（2022年）\n1\t甲县统计局\t赵铁柱\t丙市\t2月3日\n",
         "甲县统计局", "丙市", 2, 1, 1},
        {"序号\t机关\t期限\n\t甲县统计局\t3月1日\n", "甲县统计局", "", 3, 1, 1},
        {"期限,机关\n2022-03-31,甲县统计局\n", "甲县统计局", "", 3, 1, 0},
        {"甲县统计局,赵铁柱\n", "甲县统计局", "", 0, 1, 1},
        {"统计局,赵铁柱,1月31日\n统计局,欧阳明\n", "统计局", "", 1, 2, 2},
        {"甲县统计局,张家口\n", "甲县统计局", "张家口", 0, 1, 0},
        {"甲县统计局,常山县\n", "甲县统计局", "常山县", 0, 1, 0},
        {"甲县统计局,教育系统\n", "甲县统计局", "教育系统", 0, 1, 0},
        {"\t甲县统计局\t甲县\n", "甲县统计局", "甲县", 0, 1, 0},
        {"1 甲县统计局\n2 甲县审计局\n", "甲县统计局", "", 0, 2, 0},
        {"1,甲县统计局,甲县,1月31日\n", "甲县统计局", "甲县", 1, 1, 0},
        {"1.甲县统计局\n2、甲县审计局\n3．甲县财政局\n4\t甲县教育局\n", "甲县统计局", "", 0, 4, 0},
        {"12中学\n", "12中学", "", 0, 1, 0},
    };
    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct expected_list list;
        read_list(cases[i].text, strlen(cases[i].text), &list);
        const struct expected *first = &list.items[0];
        if (list.nitems != cases[i].nitems || list.nfaults != cases[i].nfaults ||
            strcmp(first->name, cases[i].name) != 0 ||
            strcmp(first->parent, cases[i].parent) != 0 || first->deadline.month != cases[i].month)
            fail_msg("%s gives %zu: %s, %s, %d; told: %zu", cases[i].text, list.nitems, first->name,
                     first->parent, first->deadline.month, list.nfaults);
        expected_release(&list);
    }
}

/* Lists as offices keep them: all names taken, 甲/乙/, and the lines that are told of. */
static void test_office_lists(void **state)
{
    (void)state;
    static const struct {
        const char *text, *names, *lines;
        int month; /* of the first one's deadline */
    } cases[] = {
        {"甲县2023年度应报单位名单,,\n序号,单位,截止日期\n1,甲县统计局,2024-01-31\n"
         "2,甲县教育局,2月3日\n合计,2家,\n备注：街道另报,,\n",
         "甲县统计局/甲县教育局/", "1 2 5 6 ", 1},
        {"附件1\n\n甲县年报任务表\n\n\n机关;上级;期限\n甲县统计局;丙市;2月1日\n", "甲县统计局/",
         "1 3 ", 2},
        {"机关,期限\n甲县统计局,3月1日\n机关,期限\n甲县教育局,3月1日\n", "甲县统计局/甲县教育局/",
         "", 3},
        {"一、县直部门\n甲县统计局\n二、乡镇\n柳溪镇\n（一）街道\n望泉街道\n合计：3家\n",
         "甲县统计局/柳溪镇/望泉街道/", "1 3 5 7 ", 0},
        {"县直单位（2家）：\n甲县统计局\n一、综合类\n一、甲县教育局\n", "甲县统计局/甲县教育局/",
         "1 3 ", 0},
        {"甲县年报应报单位名单（2023年）\n甲县统计局\n说明：以上\n共计 1 家\n", "甲县统计局/",
         "1 3 4 ", 0},
        {"序号\t单位名称\t联系人\t电话\t报送期限\n1\t甲县统计局\t张三\t13812345678\t2024年1月31日\n"
         "\n"
         "合计\t2\t\t\t\n",
         "甲县统计局/", "1 4 ", 1},
        {"机关,上级\n2,\n甲县统计局,\n", "甲县统计局/", "2 ", 0},
        {"机关,上级,期限\n\"甲县\n教育局\",x,2月1日\n\"他说\"\"好\"\"局\",丙市\n",
         "甲县教育局/他说\"好\"局/", "", 2},
        {"机关,上级\r\n\"甲县\r\n教育局\",x\r\n甲县统计局,13\r\n甲县统计局,\r\n",
         "甲县教育局/甲县统计局/", "5 ", 0},
        {"\"甲县教育局,丙市\n\"甲县统计局\",丙市\n", "甲县教育局/甲县统计局/", "1 ", 0},
        {"（2）柳溪镇人民政府\n(3)望泉街道\n④甲县教育局\n三门县统计局\n五、甲县统计局\n",
         "柳溪镇人民政府/望泉街道/甲县教育局/三门县统计局/甲县统计局/", "", 0},
        {"甲县统计局；甲县水利局、甲县教育局\n甲县文化、旅游局\n",
         "甲县统计局/甲县水利局/甲县教育局/甲县文化、旅游局/", "1 ", 0},
        {"甲县统计局,丙市,1月31日,多余\n", "甲县统计局/", "1 ", 1},
        {"甲县统计局  丙市  2024-01-31\n甲县教育局 2024-01-31\n", "甲县统计局/甲县教育局/", "", 1},
        {"甲县统计局,2024-01-31\n", "甲县统计局/", "", 1},
        {"甲县统计局,,1月31日前\n甲县教育局,,20240131\n甲县财政局,,２月１日之前\n",
         "甲县统计局/甲县教育局/甲县财政局/", "", 1},
        {"二七区政府\n五一街道\n八一镇\n甲县直属机关工作委员会\n开发区,"
         "甲县\n甲县审批局（政务中心）\n"
         "国网甲县供电公司\n120中心\n县委办公室\n",
         "二七区政府/五一街道/八一镇/甲县直属机关工作委员会/开发区/甲县审批局（政务中心）/"
         "国网甲县供电公司/120中心/县委办公室/",
         "", 0},
        {"甲县统计局\r甲县教育局\r", "甲县统计局/甲县教育局/", "", 0},
        {"甲县统计局,\"丙市,甲县\"\n甲县统计局,重复\n", "甲县统计局/", "2 ", 0},
        {"甲县政府\n甲县人民政府\n丙市甲县人民政府\n", "甲县政府/", "2 3 ", 0},
        {"丙市甲县人民政府\n甲县政府\n", "丙市甲县人民政府/", "2 ", 0},
        {"丁镇政府,甲县\n丁镇政府,乙县\n统计局,甲县\n统计局,乙县\n丁区统计局,丙市\n丁区统计局,"
         "戊市\n",
         "丁镇政府/丁镇政府/统计局/统计局/丁区统计局/丁区统计局/", "", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct expected_list list;
        struct str names = STR_INIT, lines = STR_INIT;
        read_list(cases[i].text, strlen(cases[i].text), &list);
        for (size_t k = 0; k < list.nitems; k++)
            str_format(&names, "%s/", list.items[k].name);
        for (size_t k = 0; k < list.nfaults; k++)
            str_format(&lines, "%zu ", list.faults[k].line);
        if (strcmp(str_text(&names), cases[i].names) != 0 ||
            strcmp(str_text(&lines), cases[i].lines) != 0 ||
            list.items[0].deadline.month != cases[i].month)
            fail_msg("%s gives %s, month %d; told: %s", cases[i].text, str_text(&names),
                     list.items[0].deadline.month, str_text(&lines));
        str_release(&names);
        str_release(&lines);
        expected_release(&list);
    }
}

static void test_bad_lists(void **state)
{
    (void)state;
    static const struct {
        const char *bytes;
        size_t nbytes;
    } cases[] = {
        {"", 0}, {"# nothing\n\n机关\n", 19}, {"PK\003\004\0\0word/", 11}, {"%PDF-1.4", 8}};
    char *path = path_of("bad");
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct expected_list list;
        struct err err = {ERR_NONE, ""};
        write_file(path, cases[i].bytes, cases[i].nbytes);
        assert_int_equal(expected_read(path, &list, &err), -1);
        assert_true(err.text[0]);
    }
    unlink(path);
    free(path);
}

static void test_match(void **state)
{
    (void)state;
    static const char text[] = "统计局,甲县\n乙县丁镇\n庚局,教育系统\n县教育局\n县政府办公室\n"
                               "县教育局,甲县\n";
    struct expected_list list;
    struct arena *arena = arena_new();
    read_list(text, sizeof text - 1, &list);
    static const struct {
        size_t item;
        const char *agency;
        enum agency_match match;
    } cases[] = {
        {0, "甲县统计局", AGENCY_SAME},     {0, "丙市甲县统计局", AGENCY_ALIKE},
        {0, "统计局", AGENCY_SAME},         {0, "乙县统计局", AGENCY_OTHER},
        {0, "甲县审计局", AGENCY_OTHER},    {1, "乙县丁镇", AGENCY_SAME},
        {1, "丁镇", AGENCY_ALIKE},          {1, "乙县丁镇人民政府", AGENCY_SAME},
        {1, "甲县丁镇", AGENCY_OTHER},      {2, "庚局", AGENCY_SAME},
        {3, "甲县教育局", AGENCY_DOUBTFUL}, {3, "丙市教育局", AGENCY_OTHER},
        {3, "县教育局", AGENCY_SAME},       {4, "甲县人民政府办公室", AGENCY_DOUBTFUL},
        {4, "甲县统计局", AGENCY_OTHER},    {0, "丙市统计局", AGENCY_DOUBTFUL},
        {5, "甲县教育局", AGENCY_SAME},     {5, "乙县教育局", AGENCY_OTHER},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        const char *folded = agency_fold(arena, cases[i].agency);
        enum agency_match match =
            expected_match(&list.items[cases[i].item], folded, agency_core(arena, folded));
        if (match != cases[i].match)
            fail_msg("%s: %d, not %d", cases[i].agency, (int)match, (int)cases[i].match);
    }
    arena_free(arena);
    expected_release(&list);
}

/* ---- a folder of reports ---- */

struct written {
    const char *name, *agency, *year, *signed_on;
};

/* Enough of a report to be one: a title, the six sections, a day. */
static void write_report(const struct written *report)
{
    struct str text = STR_INIT;
    char *path = path_of(report->name);
    str_format(&text, "%s%s政府信息公开工作年度报告\n\n", report->agency, report->year);
    static const char *const sections[] = {
        "一、总体情况",
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
        "四、政府信息公开行政复议、行政诉讼情况",
        "五、存在的主要问题及改进情况",
        "六、其他需要报告的事项",
    };
    for (size_t i = 0; i < COUNT(sections); i++)
        str_format(&text, "%s\n本节文字说明有关情况。\n\n", sections[i]);
    str_format(&text, "%s\n%s\n", report->agency, report->signed_on);
    write_file(path, text.data, text.nbytes);
    str_release(&text);
    free(path);
}

static const struct written written[] = {
    {"a.txt", "甲县统计局", "2021年", "2022年1月20日"},
    {"b.txt", "甲县统计局", "2021年", "2022年2月2日"},
    {"c.txt", "丁镇人民政府", "2021年", "2022年2月21日"},
    {"d.txt", "甲县审计局", "2021年", ""},
    {"e.txt", "甲县政府办公室", "2021年", "2022年1月5日"},
    {"f.txt", "甲县财政局", "2021年", "2021年12月30日"},
    {"g.txt", "甲县统计局", "2020年", "2021年1月20日"},
    {"h.txt", "甲县卫生健康局", "2021年", "2022年1月20日"},
    {"i.txt", "丙市甲县统计局", "2021年", "2022年1月25日"},
};

static struct queue *open_queue(struct forms *forms, struct ruleset *rules)
{
    struct err err = {ERR_NONE, ""};
    const struct review_options options = {.readonly = true};
    const char *folder = dir;
    for (size_t i = 0; i < COUNT(written); i++)
        write_report(&written[i]);
    struct queue *queue = queue_new(&folder, 1, forms, rules, &options, &err);
    if (!queue)
        fail_msg("%s", err.text);
    while (queue_read_next(queue))
        ;
    return queue;
}

static void remove_one(const struct written *report)
{
    char *path = path_of(report->name);
    unlink(path);
    free(path);
}

static void remove_reports(void)
{
    for (size_t i = 0; i < COUNT(written); i++)
        remove_one(&written[i]);
}

struct wanted_row {
    const char *name, *file; /* NULL: none */
    enum ledger_status status;
    enum ledger_time time;
    enum ledger_basis basis;
    size_t nversions;
};

static void compare_rows(const struct ledger *ledger, const struct wanted_row *wanted, size_t n)
{
    assert_int_equal(ledger->nrows, n);
    for (size_t i = 0; i < n; i++) {
        const struct ledger_row *row = &ledger->rows[i];
        const char *file = row->item ? path_name(row->item->path) : NULL;
        if (strcmp(row->expected ? row->expected->name : row->item->agency, wanted[i].name) != 0 ||
            !file != !wanted[i].file || (file && strcmp(file, wanted[i].file) != 0) ||
            row->status != wanted[i].status || row->time != wanted[i].time ||
            row->basis != wanted[i].basis || row->nversions != wanted[i].nversions)
            fail_msg("row %zu: %s, %s, time %s, basis %d, %zu versions", i, file ? file : "-",
                     ledger_status_name(row->status), ledger_time_name(row->time), (int)row->basis,
                     row->nversions);
    }
}

static void test_ledger(void **state)
{
    (void)state;
    static const char text[] = "甲县统计局\n丙市甲县丁镇人民政府,,2022-02-20\n甲县审计局\n"
                               "甲县人民政府\n甲县民政局\n甲县财政局,,2020-12-31\n"
                               "卫健局,甲县\n甲县住建局\n";
    struct err err = {ERR_NONE, ""};
    struct forms *forms = forms_load(NULL, &err);
    struct ruleset *rules = ruleset_load(NULL, &err);
    struct expected_list list;
    struct queue *queue = open_queue(forms, rules);
    read_list(text, sizeof text - 1, &list);
    struct ledger *ledger = ledger_make(&list, queue, forms, rules, 0, &err);
    assert_non_null(ledger);
    static const struct wanted_row wanted[] = {
        {"甲县统计局", "a.txt", LEDGER_REPORTED, LEDGER_ON_TIME, LEDGER_BY_LAW, 3},
        {"甲县统计局", "i.txt", LEDGER_REPORTED, LEDGER_ON_TIME, LEDGER_BY_LAW, 3},
        {"甲县统计局", "b.txt", LEDGER_REPORTED, LEDGER_LATE, LEDGER_BY_LAW, 3},
        {"丙市甲县丁镇人民政府", "c.txt", LEDGER_REPORTED, LEDGER_LATE, LEDGER_BY_LIST, 0},
        {"甲县审计局", "d.txt", LEDGER_REPORTED, LEDGER_TIME_UNKNOWN, LEDGER_BY_LAW, 0},
        {"甲县人民政府", "e.txt", LEDGER_DOUBTFUL, LEDGER_ON_TIME, LEDGER_BY_LAW, 0},
        {"甲县民政局", NULL, LEDGER_MISSING, LEDGER_TIME_UNKNOWN, LEDGER_BY_LAW, 0},
        {"甲县财政局", "f.txt", LEDGER_REPORTED, LEDGER_EARLY, LEDGER_BY_LAW, 0},
        {"卫健局", "h.txt", LEDGER_DOUBTFUL, LEDGER_ON_TIME, LEDGER_BY_LAW, 0},
        {"甲县住建局", NULL, LEDGER_MISSING, LEDGER_TIME_UNKNOWN, LEDGER_BY_LAW, 0},
    };
    assert_int_equal(ledger->year, 2021);
    compare_rows(ledger, wanted, COUNT(wanted));
    assert_int_equal(ledger->nreported, 4);
    assert_int_equal(ledger->nmissing, 2);
    assert_int_equal(ledger->ndoubtful, 2);
    assert_int_equal(ledger->nlate, 2);
    assert_int_equal(ledger->nother_years, 1);
    assert_int_equal(ledger->other_years[0], 2020);
    ledger_free(ledger);
    ledger = ledger_make(NULL, queue, forms, rules, 2020, &err);
    assert_non_null(ledger);
    static const struct wanted_row before[] = {
        {"甲县统计局", "g.txt", LEDGER_REPORTED, LEDGER_ON_TIME, LEDGER_BY_LAW, 0}};
    compare_rows(ledger, before, COUNT(before));
    ledger_free(ledger);
    expected_release(&list);
    queue_free(queue);
    ruleset_free(rules);
    forms_free(forms);
    remove_reports();
}

/* ---- the command ---- */

static void test_command(void **state)
{
    (void)state;
    struct forms *forms = forms_load(NULL, NULL);
    struct ruleset *rules = ruleset_load(NULL, NULL);
    queue_free(open_queue(forms, rules));
    static const char text[] = "=甲县统计局\n甲县统计局\n";
    char listed[] = "/tmp/gouji-list-XXXXXX";
    close(mkstemp(listed));
    write_file(listed, text, sizeof text - 1);
    static const struct {
        const char *format;
        const char *const has[5];
    } cases[] = {
        {"text",
         {"reports for 2021\n", "version 3 of 3", "2022-02-02", "not on the list",
          "): LNG-01, LNG-02"}},
        {"csv",
         {"\xEF\xBB\xBF\"agency\",", "\"'=甲县统计局\"", "\"3/3\"", "SIM-03\"\r\n",
          "): LNG-01, LNG-02"}},
        {"json",
         {"\"year\":2021", "\"in_time\":\"late\"", "\"not_reported\":1", "\"version\":3",
          "\"off\":[{\"id\":\"LNG-01\""}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        int status;
        size_t nbytes;
        const char *const words[] = {"gouji",    "ledger",        "--expected", listed,
                                     "--format", cases[i].format, dir,          NULL};
        char *bytes = run(words, &status, &nbytes);
        assert_int_equal(status, STATUS_CLEAN);
        for (size_t k = 0; k < COUNT(cases[i].has); k++)
            if (!strstr(bytes, cases[i].has[k]))
                fail_msg("%s: no %s in\n%s", cases[i].format, cases[i].has[k], bytes);
        free(bytes);
    }
    unlink(listed);
    remove_reports();
    ruleset_free(rules);
    forms_free(forms);
}

/* ---- what cannot be read ---- */

/* The folders below dir that are nested deeper than is looked into; or their removal. */
static void nest(bool removes)
{
    enum { DEPTH = 34 };
    for (int i = 1; i <= DEPTH; i++) {
        char path[128];
        int n = snprintf(path, sizeof path, "%s", dir);
        for (int k = 0; k < (removes ? DEPTH + 1 - i : i); k++)
            n += snprintf(path + n, sizeof path - (size_t)n, "/d");
        assert_int_equal(removes ? rmdir(path) : mkdir(path, 0755), 0);
    }
}

static void write_huge(const char *path)
{
    write_file(path, "", 0);
    assert_int_equal(truncate(path, 17L * 1024 * 1024), 0);
}

/* With last a path, an option and its value; NULL: none. */
static void judge_run(const char *command, const char *format, const char *last[3], int wanted,
                      const char *const has[4])
{
    int status;
    size_t nbytes;
    const char *const words[] = {"gouji", command, "--format", format,
                                 last[0], last[1], last[2],    NULL};
    char *bytes = run(words, &status, &nbytes);
    for (size_t i = 0; i < 4 && has[i]; i++)
        if (!strstr(bytes, has[i]))
            fail_msg("%s, %s: no %s in\n%s", command, format, has[i], bytes);
    if (status != wanted)
        fail_msg("%s, %s: status %d", command, format, status);
    free(bytes);
}

/* A report nobody has read is neither reported nor silently missing. */
static void test_unreadable(void **state)
{
    (void)state;
    static const struct {
        const char *command, *format, *has[4];
    } cases[] = {
        {"ledger", "text", {"huge.txt", "/d/d/d", "not readable 2"}},
        {"ledger", "csv", {"huge.txt\"", "/d/d/d", "\"not readable\"", "folder depth"}},
        {"ledger", "json", {"huge.txt\"", "/d/d/d", "\"unreadable\":2", "folder depth"}},
        {"check", "text", {"not readable 2"}},
        {"check", "json", {"huge.txt\",\"error\"", "/d\",\"error\"", "folder depth"}},
        {"check", "jsonl", {"huge.txt\",\"error\"", "/d\",\"error\"", "folder depth"}},
        {"check", "csv", {"huge.txt\"", "/d/d/d", "\"unreadable\"", "folder depth"}},
        {"check", "sarif", {"\"executionSuccessful\":false", "huge.txt", "folder depth"}},
        {"check", "junit", {"huge.txt", "<error message", "/d/d/d", "folder depth"}},
        {"check", "rdjsonl", {"huge.txt", "/d/d/d", "folder depth"}},
    };
    char *huge = path_of("huge.txt");
    write_report(&written[0]);
    write_huge(huge);
    nest(false);
    for (size_t i = 0; i < COUNT(cases); i++)
        judge_run(cases[i].command, cases[i].format, (const char *[]){dir, NULL, NULL},
                  STATUS_TROUBLE, cases[i].has);
    nest(true);
    unlink(huge);
    free(huge);
    remove_one(&written[0]);
}

/* Nobody has reported yet, one path is wrong, or one file is named twice: the table is there. */
static void test_paths(void **state)
{
    (void)state;
    char listed[] = "/tmp/gouji-list-XXXXXX", option[64];
    close(mkstemp(listed));
    write_file(listed, "甲县统计局\n", strlen("甲县统计局\n"));
    snprintf(option, sizeof option, "--expected=%s", listed);
    judge_run("ledger", "text", (const char *[]){option, dir, NULL}, STATUS_CLEAN,
              (const char *const[4]){"not reported 1"});
    judge_run("ledger", "text", (const char *[]){dir, NULL, NULL}, STATUS_TROUBLE,
              (const char *const[4]){NULL});
    write_report(&written[0]);
    char *path = path_of(written[0].name);
    judge_run("ledger", "text", (const char *[]){option, "/nonexist", dir}, STATUS_TROUBLE,
              (const char *const[4]){"a.txt", "/nonexist", "reported 1", "not readable 1"});
    judge_run("ledger", "json", (const char *[]){option, path, dir}, STATUS_CLEAN,
              (const char *const[4]){"\"decided\":0}\n],"});
    free(path);
    remove_one(&written[0]);
    unlink(listed);
}

static int make_folder(void **state)
{
    (void)state;
    return mkdtemp(dir) ? 0 : -1;
}

static int remove_folder(void **state)
{
    (void)state;
    return rmdir(dir);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_dates),        cmocka_unit_test(test_list),
        cmocka_unit_test(test_contacts),     cmocka_unit_test(test_columns),
        cmocka_unit_test(test_office_lists), cmocka_unit_test(test_bad_lists),
        cmocka_unit_test(test_match),        cmocka_unit_test(test_ledger),
        cmocka_unit_test(test_command),      cmocka_unit_test(test_unreadable),
        cmocka_unit_test(test_paths),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
