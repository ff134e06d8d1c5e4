/* report/prose: paragraphs, sentences and heading lines. */
#include "reading.h"

/* Every sentence after `from` sections as "text|" with '#' before headings. */
static void prose_reads(void **state, const char *body, const char *wanted)
{
    char text[4096], got[4096];
    snprintf(text, sizeof text, "%s一、总体情况\n%s\n二、主动公开政府信息情况\n无表。\n", TITLE,
             body);
    struct report *report = read_text(state, text);
    size_t n = 0;
    got[0] = '\0';
    for (size_t i = 0; i < report->nsentences; i++) {
        const struct sentence *s = &report->sentences[i];
        assert_int_equal(fold_start(&s->fold, 0), s->span.start);
        assert_ptr_equal(report_sentence_at(report, s->span.start), s);
        if (s->section == 0 && s->span.start >= report->sections[0].body.start)
            n += (size_t)snprintf(got + n, sizeof got - n, "%s%s|", s->is_heading ? "#" : "",
                                  s->fold.text);
    }
    assert_string_equal(got, wanted);
    report_free(report);
}

static void sentences(void **state)
{
    prose_reads(state, "公开 2 条。回复率100%！\n他说：“好。”后来无事。",
                "公开2条。|回复率100%!|他说:\"好。\"|后来无事。|");
    prose_reads(state, "今年进展很大‼下一步⁈继续努力。", "今年进展很大!!|下一步?!|继续努力。|");
    prose_reads(state, "[image: 截图]\n公开[bookmark: a]2条。", "公开2条。|");
    prose_reads(state, "- 一是意识不强;\n- 二是不够主动。", "一是意识不强;|二是不够主动。|");
}

static void heading_lines(void **state)
{
    prose_reads(state, "（一）主动公开\n公开2条。", "#(一)主动公开|公开2条。|");
    prose_reads(state, "（一）加强领导，工作更受重视\n公开2条。",
                "#(一)加强领导,工作更受重视|公开2条。|");
    prose_reads(state, "（一）主动公开。公开2条。", "#(一)主动公开。|公开2条。|");
    prose_reads(state, "（五）重点领域公开。\n公开2条。", "#(五)重点领域公开。|公开2条。|");
    prose_reads(state, "1. 公开机构概况。公开2条。2. 培训情况。培训3次。",
                "#1.公开机构概况。|公开2条。|#2.培训情况。|培训3次。|");
    prose_reads(state, "主动公开方面：\n公开2条。", "#主动公开方面:|公开2条。|");
    prose_reads(state, "（一）公开信息2条，其中网站1条：", "(一)公开信息2条,其中网站1条:|");
    prose_reads(state, "1、公开信息12条。", "1、公开信息12条。|");
}

#define LONG_LINE "进一步完善政府信息公开属性源头认定、会议公开和政策解读发布等工作"

static void torn_paragraphs(void **state)
{
    prose_reads(state, LONG_LINE "\n\n制度。公开2条。", LONG_LINE "制度。|公开2条。|");
    prose_reads(state, LONG_LINE "\n- 3 -\n制度。", LONG_LINE "制度。|");
    prose_reads(state, LONG_LINE "：（一）概况；（\n二）问题。", LONG_LINE ":(一)概况;(二)问题。|");
    prose_reads(state, LONG_LINE "\n（二）问题。", LONG_LINE "|#(二)问题。|");
    prose_reads(state, LONG_LINE "共\n51\n件。", LONG_LINE "共51件。|");
    prose_reads(state, LONG_LINE "共\n\n51\n\n件。", LONG_LINE "共件。|");
    prose_reads(state, LONG_LINE "事\n51\n项。", LONG_LINE "事项。|");
    prose_reads(state, LONG_LINE "\n（二）依申请公开\n无。", LONG_LINE "|#(二)依申请公开|无。|");
    prose_reads(state, LONG_LINE "\n青山县柳河镇人民政府\n2022年1月3日",
                LONG_LINE "|青山县柳河镇人民政府|2022年1月3日|");
    prose_reads(state, "公开信息\n公开2条。", "公开信息|公开2条。|");
    prose_reads(state, LONG_LINE "；\n制度。", LONG_LINE ";|制度。|");
}

static void spans_cover_the_source(void **state)
{
    struct report *report = read_text(
        state, TITLE "一、总体情况\n　　公开 2 条。 好。\n二、主动公开政府信息情况\n无表。\n");
    const struct sentence *s =
        report_sentence_at(report, (uint32_t)(strstr(report->text, "公开 2") - report->text));
    assert_non_null(s);
    assert_true(slice_is(report_slice(report, s->span), "公开 2 条。"));
    assert_true(slice_is(report_slice(report, fold_span(&s->fold, 6, 10)), "2 条"));
    report_free(report);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(sentences),
        cmocka_unit_test(heading_lines),
        cmocka_unit_test(torn_paragraphs),
        cmocka_unit_test(spans_cover_the_source),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
