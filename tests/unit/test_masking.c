/* Personal data is masked in whatever a command prints, in a cell as in the prose, and
 * nothing worked out with a masked number gives it away. */
#include "command_run.h"
#include "gouji/check/mask.h"

#include <sys/stat.h>

#define ID "11010519491231002X"
#define CELL "13800138000"
#define TITLED "13912345678"
#define OTHER_CELL "13800138055"

static char dir[] = "/tmp/gouji-masking-XXXXXX";
static char *now, *before, *sound, *titled;

/* What must not be seen: the numbers, and the cell's with the one beside it, less a total. */
static const char *const secrets[] = {ID,
                                      TITLED,
                                      CELL,
                                      OTHER_CELL,
                                      "138-0536-1234",
                                      "13805361234",
                                      "王建国",
                                      "13800138001",
                                      "13800138056",
                                      "13800137996",
                                      "13800138051",
                                      "27600276",
                                      "李小明",
                                      "赵铁柱",
                                      "110105194",
                                      "912310003",
                                      "157123",
                                      "49999",
                                      " 4800",
                                      "\"4800\"",
                                      "13905551234",
                                      "周大海",
                                      "194912",
                                      "310038",
                                      "138.5551.2345",
                                      "138555",
                                      "013812340001",
                                      "1101051949",
                                      "12310046"};

static void add_table_four(const char *cell, struct str *text)
{
    static const char *const bands = "结果维持\t结果纠正\t其他结果\t尚未审结\t总计";
    str_add(text, "四、政府信息公开行政复议、行政诉讼情况\n");
    str_add(text, "行政复议\t\t\t\t\t行政诉讼\n\t\t\t\t\t未经复议直接起诉\t\t\t\t\t复议后起诉\n");
    str_format(text, "%s\t%s\t%s\n", bands, bands, bands);
    str_format(text, "%s\t1\t0\t0\t5\t0\t0\t0\t0\t0\t0\t0\t0\t0\t0\n", cell);
}

static char *make_titled(const char *name, const char *title, const char *cell, const char *prose)
{
    struct str text = STR_INIT;
    str_format(&text, "甲县乙镇人民政府%s2021年政府信息公开工作年度报告\n\n", title);
    str_format(&text, "一、总体情况\n本机关公开了有关信息。%s\n", prose);
    str_add(&text, "二、主动公开政府信息情况\n有关情况如上。\n");
    str_add(&text, "三、收到和处理政府信息公开申请情况\n有关情况如上。\n");
    add_table_four(cell, &text);
    str_add(&text,
            "五、存在的主要问题及改进情况\n有待加强。\n六、其他需要报告的事项\n"
            "序号\t申请人\t内容\t结果\n1\t李小明\t批文\t予以公开\n2\t王建国\t预算\t予以公开\n");
    char *path = path_join(dir, name);
    assert_non_null(path);
    write_file(path, text.data, text.nbytes);
    str_release(&text);
    return path;
}

static char *make_report(const char *name, const char *cell, const char *prose)
{
    return make_titled(name, "", cell, prose);
}

static int open_shop(void **state)
{
    static const char prose[] =
        "申请人王建国要求公开，身份证" ID "，手机138-0536-1234。申请人" ID
        "共收到3件，王建国已签收。市民赵铁柱（13912345678）来电咨询。"
        "居民反映共110105194 \n  912310003，来电157123\n49999一致。"
        "今年110105194\n  912310003收到9件。"
        "退费到6228 4800 \n1234 5678 903账户，"
        "来电13855512345/13905551234询问。"
        "证件110105\n194912\n310038已核，来电138.5551.2345、013812340001。\n"
        "周大海\t110105194912310038\t12\n"
        "│身份证│1101051949│\n│      │12310046  │\n";
    (void)state;
    assert_non_null(mkdtemp(dir));
    now = make_report("now.txt", CELL, prose);
    before = make_report("before.txt", OTHER_CELL, prose);
    sound = make_report("sound.txt", "4", "");
    titled = make_titled("titled.txt", "（" TITLED "）", "4", "");
    return 0;
}

static int close_shop(void **state)
{
    char *const paths[] = {now, before, sound, titled};
    (void)state;
    for (size_t i = 0; i < COUNT(paths); i++) {
        unlink(paths[i]);
        free(paths[i]);
    }
    return rmdir(dir);
}

static char *print(const char *const *words)
{
    int status;
    size_t nbytes;
    char *bytes = run(words, &status, &nbytes);
    assert_true(nbytes > 0);
    return bytes;
}

static void commands_show_none(void)
{
    const char *const commands[][8] = {
        {"gouji", "check", "--format", "text", now},
        {"gouji", "check", "--format", "json", now},
        {"gouji", "check", "--format", "jsonl", now, before},
        {"gouji", "check", "--format", "sarif", now},
        {"gouji", "check", "--format", "junit", now},
        {"gouji", "check", "--format", "csv", now},
        {"gouji", "check", "--format", "rdjsonl", now},
        {"gouji", "show", now},
        {"gouji", "show", "--text", now},
        {"gouji", "opinion", now},
        {"gouji", "opinion", "--format", "markdown", now},
        {"gouji", "compare", before, now},
        {"gouji", "compare", "--format", "json", before, now},
        {"gouji", "rollup", "--all", "--whole", now, before},
        {"gouji", "rollup", "--format", "json", "--whole", sound, now},
        {"gouji", "rollup", "--format", "csv", "--whole", sound, now},
        {"gouji", "ledger", now},
        {"gouji", "ledger", "--format", "json", now},
        {"gouji", "ledger", "--format", "csv", now},
        {"gouji", "ledger", titled, sound},
        {"gouji", "ledger", "--format", "json", titled},
        {"gouji", "ledger", "--format", "csv", titled},
        {"gouji", "check", "--format", "text", titled},
        {"gouji", "check", "--format", "json", titled},
        {"gouji", "check", "--format", "csv", titled},
        {"gouji", "show", titled},
        {"gouji", "opinion", titled},
        {"gouji", "compare", titled, now},
        {"gouji", "compare", "--format", "json", titled, now},
        {"gouji", "rollup", "--all", "--whole", titled, now},
        {"gouji", "rollup", "--format", "json", "--whole", sound, titled},
    };
    for (size_t i = 0; i < COUNT(commands); i++) {
        char *bytes = print(commands[i]);
        for (size_t k = 0; k < COUNT(secrets); k++)
            if (strstr(bytes, secrets[k]))
                fail_msg("%s %s %s: %s", commands[i][1], commands[i][2], commands[i][3],
                         secrets[k]);
        free(bytes);
    }
}

static void no_command_shows_any(void **state)
{
    (void)state;
    commands_show_none();
}

/* An office that does not want to be told of private data masks it all the same. */
static void what_is_not_told_is_masked_all_the_same(void **state)
{
    static const char rules[] =
        "{\"off\": [{\"id\": \"PRV-01\", \"reason\": \"r\", \"date\": \"2026-01-31\"},"
        "{\"id\": \"PRV-02\", \"reason\": \"r\", \"date\": \"2026-01-31\"},"
        "{\"id\": \"PRV-03\", \"reason\": \"r\", \"date\": \"2026-01-31\"},"
        "{\"id\": \"PRV-04\", \"reason\": \"r\", \"date\": \"2026-01-31\"}]}";
    const char *const words[] = {"gouji", "check", "--format", "jsonl", now, NULL};
    char *own = path_join(dir, "gouji"), *folder = path_join(own, "rules");
    char *file = path_join(folder, "off.json");
    (void)state;
    assert_true(mkdir(own, 0700) == 0 && mkdir(folder, 0700) == 0);
    write_file(file, rules, sizeof rules - 1);
    setenv("XDG_CONFIG_HOME", dir, 1);
    commands_show_none();
    char *bytes = print(words);
    assert_null(strstr(bytes, "\"id\":\"PRV-02\",\"instance\""));
    assert_non_null(strstr(bytes, "{\"id\":\"PRV-02\",\"reason\":\"r\""));
    free(bytes);
    unsetenv("XDG_CONFIG_HOME");
    assert_true(unlink(file) == 0 && rmdir(folder) == 0 && rmdir(own) == 0);
    free(file);
    free(folder);
    free(own);
}

/* Still followed: which cells, and what would fit. */
static void what_fails_is_told_all_the_same(void **state)
{
    const char *const words[] = {"gouji", "check", now, NULL};
    (void)state;
    char *bytes = print(words);
    assert_non_null(strstr(bytes, "sum: 138******00 + 1 + 0×2 = 138******01 ≠ 5"));
    assert_non_null(strstr(bytes, "should be 4"));
    assert_null(strstr(bytes, " 0 should be"));
    free(bytes);
}

/* A count that is masked has no value to give: it is no number. */
static void a_masked_count_is_a_text(void **state)
{
    const char *const words[] = {"gouji", "check", "--format", "jsonl", now, NULL};
    (void)state;
    char *bytes = print(words);
    assert_non_null(strstr(bytes, "{\"state\":\"text\",\"text\":\"138******00\""));
    assert_null(strstr(bytes, "\"value\":null"));
    free(bytes);
}

/* Positions point into what `show --text` prints. */
static void places_in_the_text_stay(void **state)
{
    const char *const words[] = {"gouji", "show", "--text", now, NULL};
    char *bytes = print(words), *plain = NULL;
    size_t nbytes;
    struct err err = {ERR_NONE, ""};
    (void)state;
    assert_int_equal(path_read(now, LIMIT, "test", &plain, &nbytes, &err), 0);
    assert_int_equal(strlen(bytes), nbytes);
    for (size_t i = 0; i < nbytes; i++)
        assert_true(bytes[i] == plain[i] || bytes[i] == '*');
    assert_non_null(strstr(bytes, "110*************2X"));
    free(plain);
    free(bytes);
}

/* On a screen a number may go on in the next row: both parts are masked as the whole is. */
static void parts_are_masked_as_the_whole(void **state)
{
    struct err err = {ERR_NONE, ""};
    struct forms *forms = forms_load(NULL, &err);
    struct ruleset *rules = ruleset_load(NULL, &err);
    struct report *report = report_open(now, forms, &err);
    struct findings *findings = findings_make(report, NULL, rules, NULL, 0, &err);
    (void)state;
    assert_non_null(findings);
    const char *at = strstr(report->text, "身份证" ID);
    uint32_t start = (uint32_t)(at - report->text),
             end = start + (uint32_t)strlen("身份证" ID "，");
    for (uint32_t cut = start + (uint32_t)strlen("身份证"); cut < end; cut++) {
        struct str out = STR_INIT;
        mask_append_span(findings, (struct span){start, cut}, &out);
        mask_append_span(findings, (struct span){cut, end}, &out);
        assert_true(cut > end - 3 || strcmp(str_text(&out), "身份证110*************2X，") == 0);
        str_release(&out);
    }
    /* as wide as it was */
    struct str name = STR_INIT;
    at = strstr(report->text, "申请人王建国");
    start = (uint32_t)(at - report->text);
    mask_append_span(findings, (struct span){start, start + (uint32_t)strlen("申请人王建国")},
                     &name);
    assert_string_equal(str_text(&name), "申请人王****");
    str_release(&name);
    findings_free(findings);
    report_free(report);
    ruleset_free(rules);
    forms_free(forms);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(no_command_shows_any),
                                       cmocka_unit_test(what_is_not_told_is_masked_all_the_same),
                                       cmocka_unit_test(what_fails_is_told_all_the_same),
                                       cmocka_unit_test(a_masked_count_is_a_text),
                                       cmocka_unit_test(places_in_the_text_stay),
                                       cmocka_unit_test(parts_are_masked_as_the_whole)};
    return cmocka_run_group_tests(tests, open_shop, close_shop);
}
