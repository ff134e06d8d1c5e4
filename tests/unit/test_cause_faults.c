/* Faults planted in a report as it is read, all checks on: what one cell, one number
 * of the prose or one lost part explains is one entry; what has nothing to do with
 * each other is not. */
#include "catalogue_cases.h"

enum { MOST_GROUPS = 3, MOST_MEMBERS = 10 };

struct planted {
    const char *name;
    struct parts parts;
    /* Checks that share a cause or hang under one of it: "T3-02/new", "TT-01" (any
     * instance); "?" in front: undecided, and a child. */
    const char *groups[MOST_GROUPS][MOST_MEMBERS];
};

static struct ruleset *rules;

#define NEW_ROW "一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t3"
#define LEAD_LIST                                                                                                                                \
    "本报告统计期限自2020年1月1日起至2020年12月31日止。本报告由总体情况、主动公开政府信息情况、"           \
    "收到和处理政府信息公开申请情况、政府信息公开行政复议和行政诉讼情况、存在的主要问题及改进情况" \
    "、"                                                                                                                                        \
    "其他需要报告的事项六部分组成。"

static const struct planted PLANTED[] = {
    {"a total printed wrong, the text right",
     {.received = 3,
      .processed = 3,
      .s3 = "共收到政府信息公开申请3件。",
      .swap = {NEW_ROW, "一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t8"}},
     {{"T3-01/tot", "T3-02/new", "TT-01"}}},
    {"a number of the text wrong, in a list too",
     {.received = 3,
      .processed = 3,
      .s3 = "共收到政府信息公开申请8件，其中线上申请2件、线下申请1件。"},
     {{"TT-01", "PA-01"}}},
    {"two numbers for one indicator",
     {.received = 4,
      .processed = 4,
      .s1 = "全年收到政府信息公开申请5件。",
      .s3 = "共收到政府信息公开申请4件。"},
     {{"TT-15/received", "?TT-01"}}},
    {"a total of table four",
     {.review = 2, .s4 = "行政复议2件。", .swap = {"2\t0\t0\t0\t2\t", "2\t0\t0\t0\t5\t"}},
     {{"T4-01/review", "TT-07"}}},
    /* 其中 makes another scope possible, but the number is what the cell should hold. */
    {"a cell printed wrong, the text of its part right",
     {.received = 3,
      .processed = 3,
      .s3 = "共收到政府信息公开申请3件，其中自然人3件、法人或其他组织0件。",
      .swap = {NEW_ROW, "一、本年新收政府信息公开申请数量\t8\t0\t0\t0\t0\t0\t3"}},
     {{"T3-01/np", "T3-02/new", "TT-06"}}},
    {"a total of table four, the text with its parts",
     {.review = 2,
      .s4 = "行政复议2件，其中维持2件、纠正0件。",
      .swap = {"2\t0\t0\t0\t2\t", "2\t0\t0\t0\t5\t"}},
     {{"T4-01/review", "TT-07"}}},
    /* The parts would add up no better with the cell mended. */
    {"a row printed wrong, the text right, and a list of the text that is not whole",
     {.received = 5,
      .processed = 3,
      .carried_out = 2,
      .s3 = "全年新收申请5件，其中予以公开3件、不予公开1件、无法提供0件。",
      .swap = {"（一）予以公开\t3\t0\t0\t0\t0\t0\t3", "（一）予以公开\t9\t0\t0\t0\t0\t0\t9"}},
     {{"T3-03/np", "T3-03/tot", "TT-05/8.open"}, {"PA-01"}}},
    {"section four lost with its table",
     {.h4 = "", .no_t4 = true, .lead = LEAD_LIST},
     {{"SEC-01/S4", "STR-01/T4", "SEC-03", "DOC-10", "?T4-01", "?T4-02", "?T4-03", "?T4-04"}}},
    {"rows lost",
     {.received = 3, .processed = 3, .swap = {"\t8.属于行政查询事项\t0\t0\t0\t0\t0\t0\t0\n", ""}},
     {{"STR-02/T3", "?T3-03/np", "?T3-03/tot", "?T3-02/denied_8"}}},
    {"a row of the total left at nought",
     {.received = 3,
      .processed = 3,
      .s3 = "共办结政府信息公开申请3件。",
      .swap = {"（七）总计\t3\t0\t0\t0\t0\t0\t3", "（七）总计\t0\t0\t0\t0\t0\t0\t0"}},
     {{"T3-01/np", "T3-01/tot", "T3-03/np", "T3-03/tot"}}},
    {"two cells far apart, and table two",
     {.received = 3,
      .processed = 3,
      .normative = "3\t3\t2",
      .swap = {NEW_ROW, "一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t8",
               "\t6.属于四类过程性信息\t0\t0\t0\t0\t0\t0\t0",
               "\t6.属于四类过程性信息\t0\t0\t0\t4\t0\t0\t0"}},
     {{"T3-01/tot", "T3-02/new"}, {"T3-02/denied_6", "T3-03/sp"}, {"T2-01"}}},
    {"more slips than an explanation may have",
     {.received = 3,
      .processed = 3,
      .swap = {"\t6.属于四类过程性信息\t0\t0\t0\t0\t0\t0\t0",
               "\t6.属于四类过程性信息\t9\t8\t7\t6\t5\t4\t3", "\t2.重复申请\t0\t0\t0\t0\t0\t0\t0",
               "\t2.重复申请\t2\t4\t0\t1\t8\t0\t5"}},
     {{"T3-04/np", "T3-04/co", "T3-04/ri", "T3-04/tot", "T3-03/np", "T3-03/ot", "T3-02/denied_6",
       "T3-02/rejected_2"}}},
    {"a mark for a total",
     {.received = 3,
      .processed = 3,
      .swap = {NEW_ROW, "一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t/"}},
     {{"STR-06/T3", "?T3-02/new", "?T3-01/tot"}}},
    {"a section added",
     {.h4 = "五、政府信息公开行政复议、行政诉讼情况",
      .h6 = "七、其他需要报告的事项",
      .swap = {"三、收到和处理", "三、公开平台建设情况\n平台运行正常。\n四、收到和处理",
               "五、存在的主要问题", "六、存在的主要问题"}},
     {{"SEC-04", "SEC-03"}}},
    {"a section left empty", {.no_t4 = true}, {{"SEC-05/S4", "STR-01/T4", "?T4-01", "?T4-04"}}},
    {"a sentence left from last year",
     {.received = 3, .processed = 3, .s3 = "2019年，共收到政府信息公开申请5件，办结5件。"},
     {{"DOC-02"}}},
    {"last year's year, and a number of another sentence",
     {.received = 3, .processed = 3, .s3 = "2019年，共收到政府信息公开申请3件。办结申请5件。"},
     {{"DOC-02"}, {"TT-03"}}},
    {"last year's year, and a total printed wrong",
     {.received = 3,
      .processed = 3,
      .s3 = "2019年，共收到政府信息公开申请3件。",
      .swap = {NEW_ROW, "一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t8"}},
     {{"T3-01/tot", "T3-02/new"}, {"DOC-02"}}},
    {"none carried over, said twice",
     {.received = 3, .processed = 1, .carried_out = 2, .s3 = "所有申请均已办结，无结转。"},
     {{"TT-09", "TT-04"}}},
    {"a heading lost, its content there",
     {.swap = {"五、存在的主要问题及改进情况\n", "（一）存在的主要问题\n"}},
     {{"SEC-02/S5", "SEC-03"}}},
    {"a heading worded otherwise, another lost with its section",
     {.h4 = "", .no_t4 = true, .swap = {"五、存在的主要问题及改进情况", "五、问题与改进"}},
     {{"SEC-01/S4", "SEC-03"}, {"SEC-02/S5"}}},
    {"a cell that is no number",
     {.received = 3,
      .processed = 3,
      .swap = {NEW_ROW, "一、本年新收政府信息公开申请数量\t3\t0\t0\t0\t0\t0\t若干"}},
     {{"STR-07", "?T3-02/new", "?T3-01/tot"}}},
};

static const struct finding *find_member(const struct findings *findings, const char *member)
{
    bool open = *member == '?';
    const char *id = member + open, *slash = strchr(id, '/');
    size_t n = slash ? (size_t)(slash - id) : strlen(id);
    for (size_t i = 0; i < findings->nitems; i++) {
        const struct finding *item = &findings->items[i];
        if (strlen(item->rule->id) == n && strncmp(item->rule->id, id, n) == 0 &&
            (!slash || strcmp(item->instance, slash + 1) == 0) &&
            item->outcome == (open ? OUTCOME_UNDECIDED : OUTCOME_FAIL))
            return item;
    }
    return NULL;
}

static void list_all(const struct findings *findings)
{
    for (size_t i = 0; i < findings->nitems; i++)
        print_error("  %s/%s %s C%d parent %d\n", findings->items[i].rule->id,
                    findings->items[i].instance, outcome_name(findings->items[i].outcome),
                    findings->items[i].cause, findings->items[i].parent);
}

/* The entry a finding stands in: its cause, or itself. */
static int entry_of(const struct findings *findings, const struct finding *item)
{
    if (item->outcome == OUTCOME_UNDECIDED && item->parent >= 0)
        return entry_of(findings, &findings->items[item->parent]);
    return item->cause > 0 ? item->cause : -1 - (int)(item - findings->items);
}

static void check_planted(const struct planted *planted)
{
    struct report *report = read_parts(&planted->parts);
    struct findings *findings = findings_make(report, NULL, rules, NULL, 0, NULL);
    int entries[MOST_GROUPS];
    size_t nfaults = 0;
    assert_non_null(findings);
    for (size_t g = 0; g < MOST_GROUPS && planted->groups[g][0]; g++) {
        for (size_t m = 0; m < MOST_MEMBERS && planted->groups[g][m]; m++) {
            const struct finding *item = find_member(findings, planted->groups[g][m]);
            int entry = item ? entry_of(findings, item) : 0;
            if (m == 0)
                entries[g] = entry;
            if (!item || entry != entries[g]) {
                print_error("%s: %s %s\n", planted->name, planted->groups[g][m],
                            item ? "is an entry of its own" : "is not raised");
                nfaults++;
            }
        }
        for (size_t other = 0; other < g; other++)
            if (entries[other] == entries[g]) {
                print_error("%s: groups %zu and %zu are one\n", planted->name, other, g);
                nfaults++;
            }
    }
    if (nfaults > 0) {
        list_all(findings);
        fail();
    }
    findings_free(findings);
    report_free(report);
}

static void one_fault_one_entry(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(PLANTED); i++)
        check_planted(&PLANTED[i]);
}

/* Two versions of one year: which cells they differ in. */
static void versions_name_their_cells(void **state)
{
    (void)state;
    const struct parts one = {.received = 3, .processed = 3}, other = {.received = 4};
    struct report *report = read_parts(&one), *version = read_parts(&other);
    struct findings *findings = findings_make(report, version, rules, NULL, 0, NULL);
    const struct finding *item = findings ? find_member(findings, "XY-09") : NULL;
    assert_non_null(item);
    assert_true(item->nseen >= 2);
    assert_string_equal(item->seen[0].cell, "T3.new.np");
    assert_string_equal(item->seen[1].cell, "T3.new.tot");
    findings_free(findings);
    report_free(version);
    report_free(report);
}

/* A version that differs in more than the slip of this one is no part of the slip. */
static void versions_that_differ_in_more_stand_apart(void **state)
{
    (void)state;
    const struct parts one = {.received = 3,
                              .processed = 3,
                              .swap = {"政府信息公开申请数量\t3\t", "政府信息公开申请数量\t5\t"}},
                       other = {.received = 9, .processed = 9};
    struct report *report = read_parts(&one), *version = read_parts(&other);
    struct findings *findings = findings_make(report, version, rules, NULL, 0, NULL);
    const struct finding *item = findings ? find_member(findings, "XY-09") : NULL;
    const struct finding *slip = findings ? find_member(findings, "T3-02") : NULL;
    assert_non_null(item);
    assert_non_null(slip);
    assert_non_null(slip->culprit);
    assert_null(item->culprit);
    findings_free(findings);
    report_free(version);
    report_free(report);
}

static int open_rules(void **state)
{
    struct err err = {0};
    rules = ruleset_load("data/rules", &err);
    if (!rules)
        print_error("%s\n", err.text);
    return rules ? open_prose_shop(state) : -1;
}

static int close_rules(void **state)
{
    ruleset_free(rules);
    return close_prose_shop(state);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(one_fault_one_entry),
                                       cmocka_unit_test(versions_name_their_cells),
                                       cmocka_unit_test(versions_that_differ_in_more_stand_apart)};
    return cmocka_run_group_tests(tests, open_rules, close_rules);
}
