/* Four times the contradictions take about four times the time, from reading to
 * the printed lines: no step compares each finding with every other. */
#include "prose_fixture.h"

#include <time.h>

#include "gouji/cli/command.h"

enum { FEW = 1500, MANY = 4 * FEW, TRIES = 3 };

/* Linear is 4, quadratic 16; noise and caches take their share. */
#define WORST_GROWTH 8.0
#define NOISE 0.02 /* seconds that need no explanation */

typedef void add_fault(struct str *text, int number);

static void add_contradictions(struct str *text, int number)
{
    switch (number % 5) {
    case 0:
        str_format(text, "共收到政府信息公开申请%d件，其中网络申请%d件、信件申请3件。\n",
                   number + 9, number);
        break;
    case 1:
        str_format(text, "对收到的申请予以公开%d件，不予公开%d件。\n", number + 2, number + 1);
        break;
    case 2:
        str_format(text, "群众满意率为%d%%，行政复议%d件。\n", number + 101, number + 1);
        break;
    case 3:
        str_format(text, "主要做了以下%d方面工作：一是学习，二是培训。\n", number % 7 + 3);
        break;
    default:
        str_format(text, "通过政府网站公开信息%d条。\n", number);
    }
}

static void add_person(struct str *text, int number)
{
    str_format(text, "群众来电号码%lld，已认真处理。\n", 13800000000LL + number * 7LL);
}

static void add_share(struct str *text, int number)
{
    str_format(text, "申请中自然人占%d.7%%，收到%d件，", number % 90, number);
}

static void add_to_paragraph(struct str *text, int number)
{
    str_format(text, "群众满意率为%d%%，", number + 101);
}

static void add_picked_out(struct str *text, int number)
{
    str_format(text, "通过网站公开信息%d条，其中图片3条，", number + 5);
}

static void add_included(struct str *text, int number)
{
    str_format(text, "包括图片%d条，", number % 3 + 3);
}

static void add_uncut(struct str *text, int number)
{
    str_format(text, "公开信息%d条其中图片3条", number + 5);
}

static void add_bracketed(struct str *text, int number)
{
    str_format(text, "公开信息%d条（网站1条、公众号1条），", number + 5);
}

static void add_totalled(struct str *text, int number)
{
    str_format(text, "接受来访%d次，共计%d次，", number % 7 + 1, number % 9 + 3);
}

/* The agency's short name of write_report(). */
static void add_own_name(struct str *text, int number)
{
    (void)number;
    str_add(text, "白水河镇");
}

static void add_rate(struct str *text, int number)
{
    str_format(text, "%s按时办结率%d件", number > 0 ? "" : "政府信息公开申请", number % 7 + 3);
}

static void add_settled(struct str *text, int number)
{
    str_format(text, "%s办结%d件", number > 0 ? "" : "政府信息公开申请", number % 7 + 3);
}

static void add_crosses(struct str *text, int number)
{
    (void)number;
    str_add(text, "××××");
}

static void add_braces(struct str *text, int number)
{
    (void)number;
    str_add(text, "{{{{");
}

static void add_dashes(struct str *text, int number)
{
    (void)number;
    str_add(text, "|----");
}

static void add_to_cell(struct str *text, int number)
{
    (void)number;
    str_add(text, "镇镇镇镇镇镇镇镇镇镇");
}

static void add_open_image(struct str *text, int number)
{
    (void)number;
    str_add(text, "[image: ");
}

static void add_mention(struct str *text, int number)
{
    str_format(text, "通过网站公开信息%d条，", number % 2 + 3);
}

static void add_listed(struct str *text, int number)
{
    str_format(text, "%d、2、3、4、5、6、7、8、", number % 7 + 3);
}

static void add_break(struct str *text, int number)
{
    (void)number;
    str_add(text, "<br/>");
}

static void add_received(struct str *text, int number)
{
    str_format(text, "收到政府信息公开申请%d件，", number % 2 + 3);
}

static void add_numbering(struct str *text, int number)
{
    str_format(text, "七、其他情况%d\n工作。\n", number);
}

static void add_title(struct str *text, int number)
{
    str_format(text, "某%d镇2021年政府信息公开工作年度报告\n", number);
}

static void add_contents(struct str *text, int number)
{
    for (int i = 0; i < 4; i++)
        str_format(text, "一、总体情况\n二、主动公开政府信息情况\n"
                         "三、收到和处理政府信息公开申请情况\n"
                         "四、政府信息公开行政复议、行政诉讼情况\n");
    str_format(text, "工作%d。\n", number);
}

/* The faults stand in section one, behind the report, or in one cell of a table. */
enum place { WITHIN, BEHIND, CELL };

static void write_report(const char *path, add_fault *add, enum place place, int n)
{
    struct str faults = STR_INIT, text = STR_INIT;
    if (place == CELL)
        str_add(&faults, "行政许可\t");
    for (int i = 0; i < n; i++)
        add(&faults, i);
    if (place != CELL)
        str_add(&faults, "。\n");
    const struct parts parts = {
        .title = "青山县白水河镇人民政府2020年政府信息公开工作年度报告",
        .s1 = place == WITHIN ? str_text(&faults) : "",
        .no_t4 = true,
        .swap = {"行政许可\t0", place == CELL ? str_text(&faults) : "行政许可\t0"},
    };
    build_text(&parts, &text);
    if (place == BEHIND)
        str_add(&text, str_text(&faults));
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    assert_int_equal(fwrite(str_text(&text), 1, text.nbytes, file), text.nbytes);
    assert_int_equal(fclose(file), 0);
    str_release(&faults);
    str_release(&text);
}

/* Seconds of the processor that checking the file takes, and another beside it: patterns are made
 * into machine code then, however long the file is. */
static double time_check(const char *path, const char *beside, const char *format)
{
    const char *words[] = {"gouji", "check", "--format", format, path, beside, NULL};
    char *argv[7];
    struct options options;
    struct err err = {ERR_NONE, ""};
    for (size_t i = 0; i < COUNT(words); i++)
        argv[i] = (char *)(uintptr_t)words[i];
    assert_int_equal(options_parse(6, argv, &options, &err), 0);
    FILE *nowhere = fopen("/dev/null", "w");
    assert_non_null(nowhere);
    clock_t start = clock();
    command_run(&options, LANG_EN, false, "0", "", fileno(nowhere));
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    fclose(nowhere);
    options_release(&options);
    return seconds;
}

static void check_growth(const char *name, const char *format, add_fault *add, enum place place)
{
    char dir[] = "/tmp/gouji-growth-XXXXXX", few[64], many[64], none[64];
    assert_non_null(mkdtemp(dir));
    snprintf(none, sizeof none, "%s/none.txt", dir);
    snprintf(few, sizeof few, "%s/few.txt", dir);
    snprintf(many, sizeof many, "%s/many.txt", dir);
    write_report(none, add, place, 0);
    write_report(few, add, place, FEW);
    write_report(many, add, place, MANY);
    double growth = 0;
    for (int i = 0; i < TRIES; i++) {
        double fixed = time_check(none, none, format);
        double small = time_check(few, none, format) - fixed;
        double large = time_check(many, none, format) - fixed;
        growth = large / (small > NOISE ? small : NOISE);
        print_message("%s, %s: %.3f s, %.3f s, x %.1f\n", name, format, small, large, growth);
        if (growth <= WORST_GROWTH)
            break;
    }
    unlink(none);
    unlink(few);
    unlink(many);
    rmdir(dir);
    if (growth > WORST_GROWTH)
        fail_msg("%s as %s: four times the faults take %.1f times the time", name, format, growth);
}

static void findings_cost_their_number(void **state)
{
    (void)state;
    check_growth("contradictions", "text", add_contradictions, WITHIN);
    check_growth("contradictions", "sarif", add_contradictions, WITHIN);
    check_growth("personal numbers", "text", add_person, WITHIN);
    check_growth("one paragraph", "text", add_to_paragraph, WITHIN);
    check_growth("其中 in one sentence", "text", add_picked_out, WITHIN);
    check_growth("包括 in one sentence", "text", add_included, WITHIN);
    check_growth("其中 in one clause", "text", add_uncut, WITHIN);
    check_growth("brackets in one sentence", "text", add_bracketed, WITHIN);
    check_growth("totals in one sentence", "text", add_totalled, WITHIN);
    check_growth("the own name in one sentence", "text", add_own_name, WITHIN);
    check_growth("rates in one clause", "text", add_rate, WITHIN);
    check_growth("办结 in one clause", "text", add_settled, WITHIN);
    check_growth("×× in one sentence", "text", add_crosses, WITHIN);
    check_growth("{{ in one sentence", "text", add_braces, WITHIN);
    check_growth("shares in one sentence", "text", add_share, WITHIN);
    check_growth("one cell", "text", add_to_cell, CELL);
    check_growth("drawn lines in one line", "text", add_dashes, WITHIN);
    check_growth("[image: in one line", "text", add_open_image, WITHIN);
    check_growth("channels in one sentence", "text", add_mention, WITHIN);
    check_growth("received in one sentence", "text", add_received, WITHIN);
    check_growth("a list of numbers", "text", add_listed, WITHIN);
    check_growth("<br/> in one line", "text", add_break, WITHIN);
    check_growth("sections", "json", add_numbering, WITHIN);
    check_growth("lists of contents", "jsonl", add_contents, WITHIN);
    check_growth("titles", "jsonl", add_title, BEHIND);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(findings_cost_their_number)};
    return cmocka_run_group_tests(tests, open_prose_shop, close_prose_shop);
}
