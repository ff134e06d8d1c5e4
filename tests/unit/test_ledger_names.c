/* 台账: whose a report is where names do not say it whole, and where lists are written by hand. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "command_run.h"
#include "gouji/review/ledger.h"

enum { MOST_REPORTS = 5 };

static char dir[] = "/tmp/gouji-ledger-XXXXXX";

static char *path_of(size_t i)
{
    char name[16];
    snprintf(name, sizeof name, "%zu.txt", i);
    char *path = path_join(dir, name);
    assert_non_null(path);
    return path;
}

/* Enough of a report to be one: a title, a section, a day. */
static void write_report(size_t i, const char *agency)
{
    struct str text = STR_INIT;
    char *path = path_of(i);
    str_format(&text, "%s2023年政府信息公开工作年度报告\n\n一、总体情况\n本节文字说明情况。\n\n",
               agency);
    str_format(&text, "%s\n2024年1月18日\n", agency);
    write_file(path, text.data, text.nbytes);
    str_release(&text);
    free(path);
}

static size_t write_reports(const char *const *agencies)
{
    size_t n = 0;
    for (; n < MOST_REPORTS && agencies[n]; n++)
        write_report(n, agencies[n]);
    return n;
}

static void read_list(const char *text, struct expected_list *list)
{
    char *path = path_join(dir, "list");
    struct err err = {ERR_NONE, ""};
    write_file(path, text, strlen(text));
    if (expected_read(path, list, &err) != 0)
        fail_msg("%s", err.text);
    unlink(path);
    free(path);
}

static struct queue *open_queue(struct forms *forms, struct ruleset *rules)
{
    struct err err = {ERR_NONE, ""};
    const struct review_options options = {.readonly = true};
    const char *folder = dir;
    struct queue *queue = queue_new(&folder, 1, forms, rules, &options, &err);
    if (!queue)
        fail_msg("%s", err.text);
    while (queue_read_next(queue))
        ;
    return queue;
}

/* 城关镇=reported 0 on-time/: a row each. */
static void describe(const struct ledger *ledger, bool tells_time, struct str *out)
{
    for (size_t i = 0; i < ledger->nrows; i++) {
        const struct ledger_row *row = &ledger->rows[i];
        str_format(out, "%s=%s", row->expected ? row->expected->name : row->item->agency,
                   ledger_status_name(row->status));
        if (row->item)
            str_format(out, " %c", path_name(row->item->path)[0]);
        if (row->nversions)
            str_format(out, " %zu/%zu", row->version, row->nversions);
        if (tells_time)
            str_format(out, " %s", ledger_time_name(row->time));
        str_add(out, "/");
    }
}

struct example {
    const char *list; /* NULL: none */
    const char *reports[MOST_REPORTS];
    const char *rows;
};

static void judge(const struct example *example, bool tells_time, const struct forms *forms,
                  const struct ruleset *rules, struct queue *queue)
{
    struct err err = {ERR_NONE, ""};
    struct expected_list list = {.arena = NULL};
    struct str rows = STR_INIT;
    if (example->list)
        read_list(example->list, &list);
    struct ledger *ledger = ledger_make(example->list ? &list : NULL, queue, forms, rules, 0, &err);
    assert_non_null(ledger);
    describe(ledger, tells_time, &rows);
    if (strcmp(str_text(&rows), example->rows) != 0)
        fail_msg("%s gives %s", example->list ? example->list : "no list", str_text(&rows));
    str_release(&rows);
    ledger_free(ledger);
    if (example->list)
        expected_release(&list);
}

static void judge_all(const struct example *examples, size_t n, bool tells_time)
{
    struct forms *forms = forms_load(NULL, NULL);
    struct ruleset *rules = ruleset_load(NULL, NULL);
    for (size_t i = 0; i < n; i++) {
        size_t nreports = write_reports(examples[i].reports);
        struct queue *queue = open_queue(forms, rules);
        judge(&examples[i], tells_time, forms, rules, queue);
        queue_free(queue);
        for (size_t k = 0; k < nreports; k++) {
            char *path = path_of(k);
            unlink(path);
            free(path);
        }
    }
    ruleset_free(rules);
    forms_free(forms);
}

/* 城关镇 is a town of many counties. */
static void test_towns(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"城关镇\n丹桥县统计局\n安泉县统计局\n",
         {"安泉县城关镇人民政府"},
         "城关镇=doubtful 0/丹桥县统计局=not-reported/安泉县统计局=not-reported/"},
        {"城关镇\n安泉县统计局\n",
         {"安泉县城关镇人民政府"},
         "城关镇=reported 0/安泉县统计局=not-reported/"},
        {"城关镇\n丙市安泉县统计局\n安泉县财政局\n",
         {"安泉县城关镇人民政府"},
         "城关镇=reported 0/丙市安泉县统计局=not-reported/安泉县财政局=not-reported/"},
        {"城关镇\n丹桥县统计局\n",
         {"安泉县城关镇人民政府"},
         "城关镇=doubtful 0/丹桥县统计局=not-reported/"},
        {"城关镇\n", {"安泉县城关镇人民政府"}, "城关镇=reported 0/"},
        {"城关镇\n", {"丁市城关镇"}, "城关镇=reported 0/"},
        {"城关镇\n",
         {"安泉县城关镇人民政府", "丹桥县城关镇政府"},
         "城关镇=doubtful 1/城关镇=doubtful 0/"},
        {"城关镇\n",
         {"安泉县城关镇人民政府", "丹桥县统计局"},
         "城关镇=doubtful 0/丹桥县统计局=not-listed 1/"},
        {"城关镇\n丹桥县城关镇,丹桥县\n安泉县统计局\n",
         {"安泉县城关镇人民政府"},
         "城关镇=doubtful 0/丹桥县城关镇=not-reported/安泉县统计局=not-reported/"},
        {"城关镇\n丹桥县城关镇\n丹桥县经开区\n",
         {"丹桥县城关镇人民政府"},
         "丹桥县城关镇=reported 0/丹桥县经开区=not-reported/"},
        {"鼓楼区统计局\n",
         {"丙市鼓楼区统计局", "丁市鼓楼区统计局"},
         "鼓楼区统计局=doubtful 1/鼓楼区统计局=doubtful 0/"},
        {"统计局\n", {"丹桥县统计局"}, "统计局=doubtful 0/"},
        {"统计局,柳河县\n县统计局,安泉县\n",
         {"柳河县统计局", "安泉县统计局"},
         "统计局=reported 0/县统计局=reported 1/"},
        {"统计局,柳河县\n", {"安泉县统计局"}, "统计局=not-reported/安泉县统计局=not-listed 0/"},
        {"丹桥县城关镇\n安泉县统计局\n",
         {"城关镇人民政府"},
         "丹桥县城关镇=reported 0/安泉县统计局=not-reported/"},
        {NULL,
         {"丹桥县城关镇", "城关镇", "安泉县城关镇人民政府"},
         "丹桥县城关镇=reported 0/城关镇=reported 1/安泉县城关镇人民政府=reported 2/"},
        {NULL,
         {"丹桥县城关镇", "城关镇", "丹桥县东湖街道"},
         "丹桥县东湖街道=reported 2/丹桥县城关镇=reported 0 1/2/城关镇=reported 1 2/2/"},
    };
    judge_all(examples, COUNT(examples), false);
}

/* A zone and its 管委会, long and short. */
static void test_zones(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"经济技术开发区管理委员会,丹桥县\n",
         {"丹桥县经济技术开发区管委会"},
         "经济技术开发区管理委员会=reported 0/"},
        {"丹桥县经济技术开发区\n",
         {"丹桥县经济技术开发区管委会"},
         "丹桥县经济技术开发区=doubtful 0/"},
        {"丹桥高新区管委会,丹桥县\n高新技术产业开发区,安泉县\n",
         {"丹桥县高新技术产业开发区管理委员会"},
         "丹桥高新区管委会=doubtful 0/高新技术产业开发区=not-reported/"},
        {"经开区管委会\n", {"丹桥县经济开发区管理委员会"}, "经开区管委会=doubtful 0/"},
        {"丹桥县经开区\n",
         {"丹桥县高新区管委会", "安泉县经开区管委会"},
         "丹桥县经开区=not-reported/丹桥县高新区管委会=not-listed 0/"
         "安泉县经开区管委会=not-listed 1/"},
        {"丹桥县国有资产监督管理委员会\n",
         {"丹桥县国资委"},
         "丹桥县国有资产监督管理委员会=doubtful 0/"},
    };
    judge_all(examples, COUNT(examples), false);
}

/* The report is signed on 2024-01-18: late where the list says a day before it, not told where the
 * list says what cannot be read. */
static void test_deadlines(void **state)
{
    (void)state;
    static const struct {
        const char *deadline, *time;
    } cases[] = {
        {"2024年1月10日（星期三）", "late"},
        {"2024/1/10 17:00", "late"},
        {"2024年01月10日17:00前", "late"},
        {"1月10日下班前", "late"},
        {"24.1.10", "late"},
        {"2024 年 1 月 10 日", "late"},
        {"一月十日前", "late"},
        {"元月10日前", "late"},
        {"45301", "late"},
        {"45322", "on-time"},
        {"45309.708", "on-time"},
        {"45308", "late"},
        {"2024-1-10 00:00:00", "late"},
        {"每年1月10日前", "late"},
        {"1月31日17时30分前", "on-time"},
        {"2024年1月31日", "on-time"},
        {"", "on-time"},
        {"—", "on-time"},
        {"不详", "unknown"},
        {"1月中旬", "unknown"},
        {"2024年1月底", "unknown"},
        {"1月10日至20日", "unknown"},
        {"1月10日后", "unknown"},
        {"10/1/24", "unknown"},
        {"1月10日 17", "unknown"},
        {"99999", "unknown"},
        {"2024-02-30", "unknown"},
        {"1月10日17:", "unknown"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        char list[128], rows[128];
        snprintf(list, sizeof list, "机关,期限\n甲县统计局,%s\n", cases[i].deadline);
        snprintf(rows, sizeof rows, "甲县统计局=reported 0 %s/", cases[i].time);
        const struct example example = {list, {"甲县统计局"}, rows};
        judge_all(&example, 1, true);
    }
}

/* The names that are taken, 甲/乙/, and the lines that something is told of. */
static void test_lists(void **state)
{
    (void)state;
    static const struct {
        const char *text, *names, *lines;
    } cases[] = {
        {"★甲县统计局\n甲县教育局*\n- 甲县财政局\n• 甲县审计局\n2.★甲县水利局：\n",
         "甲县统计局/甲县教育局/甲县财政局/甲县审计局/甲县水利局/", ""},
        {"甲县政府（含办公室）\n甲县统计局 （已报）\n甲县教育局(本级)\n",
         "甲县政府/甲县统计局/甲县教育局/", ""},
        {"“甲县统计局”\n‘甲县教育局’\n\"\"\"甲县财政局\"\"\"\n《甲县审计局》\n",
         "甲县统计局/甲县教育局/甲县财政局/甲县审计局/", ""},
        {"★甲县统计局\n甲县统计局\n", "甲县统计局/", "2 "},
        {"甲县政府办公室（机关事务管理局）\n", "甲县政府办公室（机关事务管理局）/", ""},
        {"甲县民政局/甲县司法局\n甲县卫健委 甲县医保局\n甲县 统计局\n甲县文化/旅游局\n",
         "甲县民政局/甲县司法局/甲县卫健委/甲县医保局/甲县 统计局/甲县文化/旅游局/", "1 2 "},
        {"报送单位一览\n甲县统计局,甲县教育局,丁街道办事处\n戊镇人民政府,甲县财政局\n",
         "甲县统计局/甲县教育局/丁街道办事处/戊镇人民政府/甲县财政局/", "1 2 3 "},
        {"1,甲县统计局,甲县教育局,甲县财政局,合计\n", "甲县统计局/甲县教育局/甲县财政局/", "1 1 "},
        {"甲县统计局,甲县,丙市\n", "甲县统计局/", "1 "},
        {"甲县交警大队,甲县公安局\n甲县统计局,甲县人民政府\n", "甲县交警大队/甲县统计局/", "1 "},
        {"序号,单位名称,序号,单位名称\n1,甲县统计局,2,甲县教育局\n3,甲县财政局,,\n",
         "甲县统计局/甲县教育局/甲县财政局/", "1 "},
        {"单位,期限,单位,期限,\n甲县统计局,1月10日,甲县教育局,x,备注\n", "甲县统计局/甲县教育局/",
         "2 2 "},
        {"主管部门,下属单位,截止\n丙市,甲县统计局,1月31日\n,丁街道办事处,\n",
         "甲县统计局/丁街道办事处/", ""},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct expected_list list;
        struct str names = STR_INIT, lines = STR_INIT;
        read_list(cases[i].text, &list);
        for (size_t k = 0; k < list.nitems; k++)
            str_format(&names, "%s/", list.items[k].name);
        for (size_t k = 0; k < list.nfaults; k++)
            str_format(&lines, "%zu ", list.faults[k].line);
        if (strcmp(str_text(&names), cases[i].names) != 0 ||
            strcmp(str_text(&lines), cases[i].lines) != 0)
            fail_msg("%s gives %s; told: %s", cases[i].text, str_text(&names), str_text(&lines));
        str_release(&names);
        str_release(&lines);
        expected_release(&list);
    }
}

/* A report by a name that the list's may be, too, is doubtful; not every one. */
static void test_other_names(void **state)
{
    (void)state;
    static const struct example examples[] = {
        {"甲县教育局（体育局）\n", {"甲县教育局"}, "甲县教育局（体育局）=doubtful 0/"},
        {"甲县教育局（体育局）\n", {"甲县教育局（体育局）"}, "甲县教育局（体育局）=reported 0/"},
        {"原甲县城关镇政府\n", {"甲县城关镇"}, "原甲县城关镇政府=doubtful 0/"},
        {"1甲县审计局\n", {"甲县审计局"}, "1甲县审计局=doubtful 0/"},
        {"第1组 财政局,甲县\n", {"甲县财政局"}, "第1组 财政局=doubtful 0/"},
        {"第1组 甲县财政局\n",
         {"甲县审计局"},
         "第1组 甲县财政局=not-reported/甲县审计局=not-listed 0/"},
        {"12中学\n", {"甲县审计局"}, "12中学=not-reported/甲县审计局=not-listed 0/"},
    };
    judge_all(examples, COUNT(examples), false);
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
        cmocka_unit_test(test_towns),       cmocka_unit_test(test_zones),
        cmocka_unit_test(test_deadlines),   cmocka_unit_test(test_lists),
        cmocka_unit_test(test_other_names),
    };
    return cmocka_run_group_tests(tests, make_folder, remove_folder);
}
