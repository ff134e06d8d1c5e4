/* The language of filters: what it takes, what it says to what it does not
 * take, and what it answers. */
#include "check.h"

#include <libintl.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/review/filter_fields.h"
#include "gouji/base/message.h"
#include "gouji/review/filter.h"

/* A thing to be asked about: one text a field, one number for all. */
struct thing {
    const char *rule, *text;
    int64_t severity, year;
    const char *status;
};

static bool test_thing(const void *closure, const struct filter_term *term)
{
    const struct thing *thing = closure;
    switch ((int)term->field) {
    case FILTER_RULE:
        return filter_text_holds(term, thing->rule);
    case FILTER_TEXT:
        return filter_text_holds(term, thing->text);
    case FILTER_SEVERITY:
        return filter_number_holds(term, thing->severity);
    case FILTER_YEAR:
        return filter_number_holds(term, thing->year);
    case FILTER_STATUS:
        return strcmp(term->value, thing->status) == 0;
    default:
        return false;
    }
}

static void test_answers(void **state)
{
    (void)state;
    static const struct thing thing = {"T3-02", "表三 合计 Total 12", 1, 2021, "open"};
    static const struct {
        const char *filter;
        bool holds;
    } cases[] = {
        {"", true},
        {"   ", true},
        {"　", true},
        {"rule=T3-02", true},
        {"rule=t3-02", true},
        {"rule=T3", false},
        {"rule=T3-*", true},
        {"rule=T?-02", true},
        {"rule~3-0", true},
        {"rule!=T3-02", false},
        {"rule!~XY", true},
        {"rule=T1,T3-02", true},
        {"rule=T1,T2", false},
        {"rule!=T1,T2", true},
        {"sev=warning", true},
        {"sev=W", true},
        {"sev>=warning", true},
        {"sev>warning", false},
        {"sev<error", true},
        {"sev>=error", false},
        {"sev!=undecided", true},
        {"sev>=info sev<=warning", true},
        {"year=2021", true},
        {"year>=2020 year<2022", true},
        {"year>2021", false},
        {"year=2019,2021", true},
        {"status=open", true},
        {"status=confirmed", false},
        {"status!=confirmed", true},
        {"status=\"not an error\"", false},
        {"合计", true},
        {"合计 总计", false},
        {"合计 | 总计", true},
        {"text~total", true},
        {"total", true},
        {"ＴＯＴＡＬ", true},
        {"\"合计 total\"", true},
        {"!总计", true},
        {"!!合计", true},
        {"! 合计", false},
        {"(合计 | 总计) rule=T3-02", true},
        {"(合计|总计)(rule=T1|rule=T3-02)", true},
        {"合计 总计 | rule=T3-02", true},
        {"合计 (总计 | rule=T1)", false},
        {"规则=T3-02", true},
        {"规则＝Ｔ３－０２", true},
        {"级别≥warning", true},
        {"级别≤info", false},
        {"文本～合计", true},
        {"規則=T3-02", true},
        {"級別>=warning", true},
        {"狀態=open", true},
        {"Rule=T3-02", true},
        {"！（总计｜合计）", false},
        {"规则=T1，T3-02", true},
        {"a-b", false},
        {"合计,total", false},
        {"12", true},
        {"rule= T3-02", true},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct err err = {0};
        struct filter *filter = filter_parse(cases[i].filter, FILTER_FINDINGS, &err);
        if (!filter)
            fail_msg("%s: %s", cases[i].filter, err.text);
        if (filter_holds(filter, test_thing, &thing) != cases[i].holds)
            fail_msg("%s should %s", cases[i].filter, cases[i].holds ? "hold" : "not hold");
        filter_free(filter);
    }
    assert_true(filter_holds(NULL, test_thing, &thing));
}

static void test_faults_name_the_column(void **state)
{
    (void)state;
    static const struct {
        const char *filter;
        int column;
        const char *why;
    } cases[] = {
        {"rul=T3", 1, "no field rul"},
        {"合计 rul=T3", 4, "no field rul"},
        {"rule=", 6, "a value is wanted after rule"},
        {"rule=T1,", 9, "value is wanted"},
        {"rule>3", 6, "compared with = or ~: rule"},
        {"sev=grave", 5, "wanted: undecided, info, warning, error"},
        {"sev~", 5, "a value is wanted after sev"},
        {"status>open", 8, "compared with =: status"},
        {"status=new", 8, "wanted: open, confirmed"},
        {"year=MMXX", 6, "a number is wanted, not MMXX"},
        {"year=", 6, "value"},
        {"year=99999999999999999999", 6, "number"},
        {"(合计", 1, "not closed"},
        {"合计)", 3, "too many"},
        {"合计 | ", 6, "wanted here"},
        {"| 合计", 1, "wanted here"},
        {"\"合计", 1, "quotation mark"},
        {"!", 2, "wanted here"},
        {"a b (", 6, "wanted here"},
        {"errors>3", 1, "no field errors"},
        {"=3", 1, "no field"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct err err = {0};
        char column[40];
        struct filter *filter = filter_parse(cases[i].filter, FILTER_FINDINGS, &err);
        snprintf(column, sizeof column, "column %d:", cases[i].column);
        if (filter)
            fail_msg("%s is no filter", cases[i].filter);
        if (!strstr(err.text, column) || !strstr(err.text, cases[i].why))
            fail_msg("%s: wanted \"%s %s\", got \"%s\"", cases[i].filter, column, cases[i].why,
                     err.text);
    }
}

static void test_fields_of_reports(void **state)
{
    (void)state;
    struct err err = {0};
    static const char *const good[] = {
        "errors>3", "status=in-review", "status=returned,passed", "错误>=1 状态=concluded",
        "open=0",   "kind=镇"};
    static const char *const bad[] = {"status=confirmed", "cell~T3", "reason~x"};
    for (size_t i = 0; i < COUNT(good); i++) {
        struct filter *filter = filter_parse(good[i], FILTER_REPORTS, &err);
        if (!filter)
            fail_msg("%s: %s", good[i], err.text);
        filter_free(filter);
    }
    for (size_t i = 0; i < COUNT(bad); i++)
        if (filter_parse(bad[i], FILTER_REPORTS, &err))
            fail_msg("%s is no filter of reports", bad[i]);
}

static void test_every_field_has_two_names(void **state)
{
    (void)state;
    for (int subject = FILTER_FINDINGS; subject <= FILTER_REPORTS; subject++)
        for (size_t i = 0; filter_field_name((enum filter_subject)subject, i, false); i++) {
            assert_non_null(filter_field_name((enum filter_subject)subject, i, true));
            assert_true(i < FILTER_FIELD_COUNT);
        }
}

/* Nothing that can be typed may do harm. */
static void test_any_bytes(void **state)
{
    (void)state;
    static const char bytes[] = "a!(|),=~<>\" \xe5\x90\x88\xef\xbc\x9d\xe2\x89\xa5\xff*?[12";
    unsigned seed = 7;
    for (int round = 0; round < 20000; round++) {
        char text[24];
        size_t n = 0;
        for (; n < sizeof text - 1; n++) {
            seed = seed * 1103515245u + 12345u;
            size_t pick = (seed >> 16) % sizeof bytes;
            text[n] = bytes[pick];
            if (!text[n])
                break;
        }
        text[n] = '\0';
        struct thing thing = {"T3-02", "合计", 1, 2021, "open"};
        struct filter *filter = filter_parse(text, FILTER_FINDINGS, NULL);
        if (filter)
            filter_holds(filter, test_thing, &thing);
        filter_free(filter);
    }
    char deep[4000];
    memset(deep, '(', sizeof deep - 1);
    deep[sizeof deep - 1] = '\0';
    assert_null(filter_parse(deep, FILTER_FINDINGS, NULL));
    memset(deep, '!', sizeof deep - 1);
    assert_null(filter_parse(deep, FILTER_FINDINGS, NULL));
}

/* A word on the screen means one value of its field, in Chinese too (make all). */
static void test_shown_words_mean_one_value(void **state)
{
    (void)state;
    const char *build = getenv("BUILD");
    char place[256];
    snprintf(place, sizeof place, "%s/locale", build && *build ? build : "build");
    setenv("LANGUAGE", "zh_CN", 1);
    bindtextdomain("gouji", place);
    bind_textdomain_codeset("gouji", "UTF-8");
    textdomain("gouji");
    struct err err = {0};
    assert_null(filter_parse("级别>=大", FILTER_FINDINGS, &err));
    if (strcmp(gettext("error"), "error") != 0)
        assert_non_null(strstr(err.text, "错误"));
    for (int field = 0; field < FILTER_FIELD_COUNT; field++) {
        const struct filter_field_entry *entry = filter_field_entry((enum filter_field)field);
        const struct filter_word *words = entry->words;
        for (size_t i = 0; words && words[i].name; i++)
            for (size_t k = 0; k < i; k++)
                if ((words[i].subjects & words[k].subjects) &&
                    strcmp(gettext(words[i].shown), gettext(words[k].shown)) == 0)
                    fail_msg("%s: %s and %s are both %s", entry->name, words[k].name, words[i].name,
                             gettext(words[i].shown));
    }
    textdomain("messages");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_answers),           cmocka_unit_test(test_faults_name_the_column),
        cmocka_unit_test(test_fields_of_reports), cmocka_unit_test(test_every_field_has_two_names),
        cmocka_unit_test(test_any_bytes),         cmocka_unit_test(test_shown_words_mean_one_value),
    };
    setlocale(LC_ALL, "C.UTF-8");
    return cmocka_run_group_tests(tests, NULL, NULL);
}
