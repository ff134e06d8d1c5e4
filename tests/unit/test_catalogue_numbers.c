/* The checks of numbers in prose beyond the first release. */
#include "catalogue_cases.h"

static void text_and_table(void **state)
{
    (void)state;
    const struct prose_case cases[] = {
        FIRES("TT-05", E, NULL, .s3 = "对收到的申请予以公开2件。", .processed = 3),
        SILENT("TT-05", .s3 = "对收到的申请予以公开3件。", .processed = 3),
        FIRES("TT-05", E, NULL, .s3 = "对收到的申请不予公开2件。"),
        OPEN("TT-05", E, NULL, .s3 = "对收到的申请部分公开2件。",
             .swap = {"（二）部分公开（区分处理的，只计这一情形，不计其他情形）\t0\t0\t0\t0\t0\t0\t0\n", ""}),
        NOT("TT-05", 0),
        FIRES("TT-06", E, NULL, .s3 = "申请人中自然人2件。", .received = 3),
        SILENT("TT-06", .s3 = "申请人中自然人3件，法人或其他组织0件。", .received = 3),
        NOT("TT-06", 0),
        FIRES("TT-11", E, NULL, .s2 = "全年作出行政处罚决定5件。"),
        SILENT("TT-11", .s2 = "全年作出行政处罚决定0件。"),
        OPEN("TT-11", E, NULL, .s2 = "全年作出行政处罚决定5件。", .no_t2 = true),
        NOT("TT-11", .s2 = "公示行政处罚信息5条。"),
        FIRES("XY-09", W, NULL, .received = 3,
              .prior = (&(const struct parts){.received = 4})),
        SILENT("XY-09", .prior = (&(const struct parts){.s1 = "做了工作。"})),
        NOT("XY-09", .received = 3, .prior = BEFORE(.received = 4)),
    };
    run_prose_cases(cases, COUNT(cases));
}

static void arithmetic(void **state)
{
    (void)state;
    const struct prose_case cases[] = {
        FIRES("TT-13", W, NULL, .s3 = "共答复申请11件，按时办结10件，按时办结率100%。"),
        FIRES("TT-13", W, NULL, .s3 = "共答复申请11件，按时办结10件，按时办结率91.9%。"),
        SILENT("TT-13", .s3 = "共答复申请11件，按时办结10件，按时办结率90.9%。"),
        NOT("TT-13", 0),
        FIRES("PA-03", W, NULL, .s1 = "群众满意率为120%。"),
        FIRES("PA-03", W, NULL, .s3 = "共收到申请20件，网络申请5件，占总数的35%。"),
        SILENT("PA-03", .s3 = "共收到申请20件，网络申请5件，占总数的25%，比上年增长120%。"),
        NOT("PA-03", 0),
        FIRES("PA-04", W, NULL, .s3 = "共收到政府信息公开申请6件，比上年增长60%。", .received = 6,
              .prior = BEFORE(.received = 4)),
        SILENT("PA-04", .s3 = "共收到政府信息公开申请6件，比上年增长50%。", .received = 6,
               .prior = BEFORE(.received = 4)),
        SILENT("PA-04", .s3 = "共收到政府信息公开申请3件，同比下降25%。", .received = 3,
               .prior = BEFORE(.received = 4)),
        NOT("PA-04", .s3 = "共收到政府信息公开申请6件，比上年增长60%。"),
        FIRES("PA-05", I, NULL, .s1 = "主要做了以下三方面工作：一是学习，二是培训。"),
        SILENT("PA-05", .s1 = "主要做了以下两方面工作：一是学习，二是培训。"),
        NOT("PA-05", 0),
    };
    run_prose_cases(cases, COUNT(cases));
}

#define LOCAL(whole, site, paper)                                                                  \
    "三、公开平台建设和信息发布情况\n统计指标\t单位\t统计数\n"                                    \
    "（一）主动公开政府信息数\t条\t" whole "\n（二）通过不同渠道和方式公开政府信息的情况\t——\t\n" \
    "1.政府公报公开政府信息数\t条\t" paper "\n2.政府网站公开政府信息数\t条\t" site "\n"           \
    "（三）回应公众关注热点或重大舆情数\t次\t0\n\n三、收到和处理"

static void local_tables(void **state)
{
    (void)state;
    const struct prose_case cases[] = {
        FIRES("PA-06", W, "published", .swap = {"三、收到和处理", LOCAL("30", "20", "5")}),
        FIRES("PA-06", W, "published", .swap = {"三、收到和处理", LOCAL("19", "20", "5")}),
        FIRES("PA-06", I, "published", .swap = {"三、收到和处理", LOCAL("25", "20", "5")}),
        SILENT("PA-06", .swap = {"三、收到和处理", LOCAL("23", "20", "5")}),
        NOT("PA-06", 0),
    };
    run_prose_cases(cases, COUNT(cases));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_and_table),
        cmocka_unit_test(arithmetic),
        cmocka_unit_test(local_tables),
    };
    return cmocka_run_group_tests(tests, open_prose_shop, close_prose_shop);
}
