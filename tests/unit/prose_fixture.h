/* Small reports for the checks of prose: a sound report of a town, of which a
 * case replaces parts, and one rule at a time, so that a pass is told from a
 * not-applicable. */
#ifndef GOUJI_TESTS_PROSE_FIXTURE_H
#define GOUJI_TESTS_PROSE_FIXTURE_H

#include "check.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "gouji/base/json.h"
#include "gouji/base/path.h"
#include "gouji/check/finding.h"

/* Parts left NULL or 0 are those of the sound report; "" leaves a part out. */
struct parts {
    const char *title, *lead;
    const char *h1, *s1, *s2, *h3, *s3, *h4, *s4, *s5, *h6, *s6, *sign;
    const char *normative;                            /* three values, tabs between */
    int edition;                                      /* 2019 or 2021; 2019 when 0 */
    int received, carried_in, processed, carried_out; /* natural persons */
    int review, review_pending, direct, after;
    bool no_t2, no_t4;
    const char *whole;         /* the whole text instead */
    const char *swap[4];       /* first, third: what the second, fourth stand instead of */
    bool spaced;               /* single blanks between cells instead of tabs */
    const struct parts *prior; /* last year's report */
    const char *local;         /* members of the local rule file, beside its switches */
};

struct prose_case {
    const char *id;
    struct parts parts;
    enum outcome outcome;
    enum severity severity;
    const char *instance; /* NULL: the first finding */
    const char *zh, *en;  /* whole messages, NULL: not looked at */
    const char *quote;    /* what the first evidence covers */
};

struct prose_shop {
    struct forms *forms;
    struct ruleset *rules; /* one rule is on */
    char id[16];
    const char *local;
};

static struct prose_shop prose_shop;

static inline const char *part(const char *own, const char *sound)
{
    return own ? own : sound;
}

static inline void add_t2(struct str *out, const struct parts *parts)
{
    const char *normative = part(parts->normative, "0\t0\t0");
    if (parts->edition == 2021) {
        str_format(out,
                   "第二十条第（一）项\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n"
                   "规章\t0\t0\t0\n行政规范性文件\t%s\n第二十条第（五）项\n"
                   "信息内容\t本年处理决定数量\n行政许可\t0\n第二十条第（六）项\n"
                   "信息内容\t本年处理决定数量\n行政处罚\t0\n行政强制\t0\n第二十条第（八）项\n"
                   "信息内容\t本年收费金额（单位：万元）\n行政事业性收费\t0\n",
                   normative);
        return;
    }
    str_format(out,
               "第二十条第（一）项\n信息内容\t本年新制作数量\t本年新公开数量\t对外公开总数量\n"
               "规章\t0\t0\t0\n规范性文件\t%s\n第二十条第（五）项\n"
               "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政许可\t0\t0\t0\n"
               "其他对外管理服务事项\t0\t0\t0\n第二十条第（六）项\n"
               "信息内容\t上一年项目数量\t本年增/减\t处理决定数量\n行政处罚\t0\t0\t0\n"
               "行政强制\t0\t0\t0\n第二十条第（八）项\n信息内容\t上一年项目数量\t本年增/减\n"
               "行政事业性收费\t0\t0\n第二十条第（九）项\n信息内容\t采购项目数量\t采购总金额\n"
               "政府集中采购\t0\t0\n",
               normative);
}

static inline void add_t3_row(struct str *out, const char *label, int n)
{
    str_format(out, "%s\t%d\t0\t0\t0\t0\t0\t%d\n", label, n, n);
}

static inline void add_t3(struct str *out, const struct parts *parts)
{
    static const char *const zero_rows[] = {
        "（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
        "（三）不予公开\t1.属于国家秘密",
        "\t2.其他法律行政法规禁止公开",
        "\t3.危及“三安全一稳定”",
        "\t4.保护第三方合法权益",
        "\t5.属于三类内部事务信息",
        "\t6.属于四类过程性信息",
        "\t7.属于行政执法案卷",
        "\t8.属于行政查询事项",
        "（四）无法提供\t1.本机关不掌握相关政府信息",
        "\t2.没有现成信息需要另行制作",
        "\t3.补正后申请内容仍不明确",
        "（五）不予处理\t1.信访举报投诉类申请",
        "\t2.重复申请",
        "\t3.要求提供公开出版物",
        "\t4.无正当理由大量反复申请",
        "\t5.要求行政机关确认或重新出具已获取信息"};
    static const char *const other_rows[] = {
        "（六）其他处理\t1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
        "\t2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "\t3.其他"};
    str_add(out,
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）\t申请人情况\n"
            "\t自然人\t法人或其他组织\t\t\t\t\t总计\n"
            "\t\t商业企业\t科研机构\t社会公益组织\t法律服务机构\t其他\t\n");
    add_t3_row(out, "一、本年新收政府信息公开申请数量", parts->received);
    add_t3_row(out, "二、上年结转政府信息公开申请数量", parts->carried_in);
    add_t3_row(out, "三、本年度办理结果\t（一）予以公开", parts->processed);
    for (size_t i = 0; i < COUNT(zero_rows); i++)
        add_t3_row(out, zero_rows[i], 0);
    for (size_t i = 0; i < COUNT(other_rows) && parts->edition == 2021; i++)
        add_t3_row(out, other_rows[i], 0);
    if (parts->edition != 2021)
        add_t3_row(out, "（六）其他处理", 0);
    add_t3_row(out, "（七）总计", parts->processed);
    add_t3_row(out, "四、结转下年度继续办理", parts->carried_out);
}

static inline void add_t4(struct str *out, const struct parts *parts)
{
    str_add(out,
            "行政复议\t\t\t\t\t行政诉讼\t\t\t\t\t\t\t\t\t\n"
            "结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t未经复议直接起诉\t\t\t\t\t复议后起诉"
            "\t\t\t\t\n"
            "\t\t\t\t\t结果维持\t结果纠正\t其他结果\t尚未审结\t总计\t结果维持\t结果纠正\t其他结果"
            "\t尚未审结\t总计\n");
    str_format(out, "%d\t0\t0\t%d\t%d\t%d\t0\t0\t0\t%d\t%d\t0\t0\t0\t%d\n",
               parts->review - parts->review_pending, parts->review_pending, parts->review,
               parts->direct, parts->direct, parts->after, parts->after);
}

static inline void add_section(struct str *out, const char *heading, const char *text)
{
    if (*heading)
        str_format(out, "%s\n", heading);
    if (*text)
        str_format(out, "%s\n", text);
}

static inline void swap_words(struct str *text, const char *from, const char *to)
{
    const char *at = strstr(str_text(text), from);
    if (!at)
        fail_msg("no %s in\n%s", from, str_text(text));
    struct str out = STR_INIT;
    str_append(&out, slice_make(str_text(text), (size_t)(at - str_text(text))));
    str_format(&out, "%s%s", to, at + strlen(from));
    str_release(text);
    *text = out;
}

/* The year that a title names, 2020 when it names none: period and signature are of it. */
static inline int year_in(const char *title)
{
    const char *at = strstr(title, "20");
    return at && strspn(at, "0123456789") == 4 ? atoi(at) : 2020;
}

static inline void build_sound(const struct parts *parts, struct str *out)
{
    if (parts->whole) {
        str_add(out, parts->whole);
        return;
    }
    const char *title = part(parts->title, "青山县白水镇人民政府2020年政府信息公开工作年度报告");
    int year = year_in(title);
    str_format(out, "%s\n\n", title);
    if (parts->lead)
        add_section(out, "", parts->lead);
    else
        str_format(out,
                   "本报告根据《中华人民共和国政府信息公开条例》编制。所列数据的统计期限"
                   "自%d年1月1日起至%d年12月31日止。\n",
                   year, year);
    add_section(out, part(parts->h1, "一、总体情况"),
                part(parts->s1, "2020年，我镇认真做好政府信息公开工作，及时回应群众关切。"));
    add_section(out, "二、主动公开政府信息情况", part(parts->s2, ""));
    if (!parts->no_t2)
        add_t2(out, parts);
    add_section(out, part(parts->h3, "三、收到和处理政府信息公开申请情况"), part(parts->s3, ""));
    if (!parts->h3 || *parts->h3)
        add_t3(out, parts);
    add_section(out, part(parts->h4, "四、政府信息公开行政复议、行政诉讼情况"),
                part(parts->s4, ""));
    if (!parts->no_t4)
        add_t4(out, parts);
    add_section(out, "五、存在的主要问题及改进情况",
                part(parts->s5, "一是公开内容的深度还不够，主动性有待提升。\n"
                                "下一步，我镇将加强业务培训，完善公开制度。"));
    add_section(out, part(parts->h6, "六、其他需要报告的事项"),
                part(parts->s6, "无其他需要报告的事项。"));
    if (parts->sign)
        add_section(out, "", parts->sign);
    else
        str_format(out, "\n青山县白水镇人民政府\n%d年1月20日\n", year + 1);
}

static inline void build_text(const struct parts *parts, struct str *out)
{
    build_sound(parts, out);
    for (size_t i = 0; i + 1 < COUNT(parts->swap) && parts->swap[i]; i += 2)
        swap_words(out, parts->swap[i], parts->swap[i + 1]);
    for (size_t i = 0; parts->spaced && i < out->nbytes; i++)
        out->data[i] = out->data[i] == '\t' ? ' ' : out->data[i];
}

static inline struct report *read_parts(const struct parts *parts)
{
    struct err err = {0};
    struct str text = STR_INIT;
    build_text(parts, &text);
    struct report *report = report_read("test.txt", str_slice(&text), prose_shop.forms, &err);
    if (!report)
        fail_msg("%s\n%s", err.text, str_text(&text));
    str_release(&text);
    return report;
}

/* Writes the file that switches off every rule but one. */
static inline int write_switches(const char *path, const char *id, const char *local)
{
    static const char *const files[] = {"data/rules/tables.json", "data/rules/prose.json"};
    FILE *out = fopen(path, "w");
    const char *comma = "";
    if (!out)
        return -1;
    fprintf(out, "{%s%s\"on\": [\"%s\"], \"off\": [", local ? local : "", local ? ", " : "", id);
    for (size_t i = 0; i < COUNT(files); i++) {
        struct err err;
        char *bytes = NULL;
        size_t nbytes = 0;
        if (path_read(files[i], 1 << 20, "test", &bytes, &nbytes, &err) < 0)
            fail_msg("%s", err.text);
        cJSON *document = json_parse(slice_make(bytes, nbytes), &err);
        const cJSON *rule;
        cJSON_ArrayForEach (rule, json_get(document, "rules")) {
            if (strcmp(json_string(rule, "id"), id) == 0)
                continue;
            fprintf(out, "%s{\"id\": \"%s\", \"reason\": \"test\", \"date\": \"2026-01-01\"}",
                    comma, json_string(rule, "id"));
            comma = ", ";
        }
        cJSON_Delete(document);
        free(bytes);
    }
    fputs("]}", out);
    return fclose(out);
}

static inline void link_rules(const char *dir, const char *name, bool remove_it)
{
    char link[96], target[64];
    snprintf(link, sizeof link, "%s/%s", dir, name);
    snprintf(target, sizeof target, "data/rules/%s", name);
    char *whole = realpath(target, NULL);
    if (remove_it)
        unlink(link);
    else if (!whole || symlink(whole, link) != 0)
        fail_msg("cannot link %s", target);
    free(whole);
}

static inline void use_rule(const char *id, const char *local)
{
    struct err err = {0};
    char dir[] = "/tmp/gouji-rule-XXXXXX", switches[64];
    if (prose_shop.rules && strcmp(prose_shop.id, id) == 0 && prose_shop.local == local)
        return;
    ruleset_free(prose_shop.rules);
    assert_non_null(mkdtemp(dir));
    snprintf(switches, sizeof switches, "%s/z-switches.json", dir);
    link_rules(dir, "tables.json", false);
    link_rules(dir, "prose.json", false);
    assert_int_equal(write_switches(switches, id, local), 0);
    prose_shop.rules = ruleset_load(dir, &err);
    if (!prose_shop.rules)
        fail_msg("%s", err.text);
    snprintf(prose_shop.id, sizeof prose_shop.id, "%s", id);
    prose_shop.local = local;
    link_rules(dir, "tables.json", true);
    link_rules(dir, "prose.json", true);
    unlink(switches);
    rmdir(dir);
}

struct prose_result {
    struct report *report, *prior;
    struct findings *findings;
};

static inline struct prose_result judge_parts(const char *id, const struct parts *parts)
{
    struct err err = {0};
    use_rule(id, parts->local);
    struct prose_result result = {.report = read_parts(parts)};
    if (parts->prior)
        result.prior = read_parts(parts->prior);
    result.findings = findings_make(result.report, result.prior, prose_shop.rules, NULL, 0, &err);
    if (!result.findings)
        fail_msg("%s", err.text);
    return result;
}

static inline void result_free(struct prose_result *result)
{
    findings_free(result->findings);
    report_free(result->report);
    report_free(result->prior);
}

static inline void check_finding(const struct prose_case *one, const struct prose_result *result)
{
    const struct finding *item = NULL;
    for (size_t i = 0; i < result->findings->nitems && !item; i++)
        if (!one->instance || strcmp(result->findings->items[i].instance, one->instance) == 0)
            item = &result->findings->items[i];
    if (!item)
        fail_msg("no instance %s", one->instance);
    if (item->outcome != one->outcome || item->severity != one->severity)
        fail_msg("%s %s: %s", severity_name(item->severity), outcome_name(item->outcome),
                 item->message[LANG_ZH]);
    if (one->zh)
        assert_string_equal(item->message[LANG_ZH], one->zh);
    if (one->en)
        assert_string_equal(item->message[LANG_EN], one->en);
    if (one->quote) {
        assert_true(item->nspans > 0);
        struct slice found = report_slice(result->report, item->spans[0]);
        if (!slice_is(found, one->quote))
            fail_msg("evidence is %.*s", (int)found.nbytes, found.ptr);
    }
}

static inline void run_prose_case(const struct prose_case *one)
{
    struct prose_result result = judge_parts(one->id, &one->parts);
    const size_t *counts = result.findings->counts;
    size_t shown = counts[OUTCOME_FAIL] + counts[OUTCOME_UNDECIDED];
    bool is_quiet = one->outcome == OUTCOME_PASS || one->outcome == OUTCOME_NA;
    if (is_quiet && (shown > 0 || counts[one->outcome] == 0 ||
                     (one->outcome == OUTCOME_NA && counts[OUTCOME_PASS] > 0)))
        fail_msg("%s: pass %zu, not applicable %zu, %s", one->id, counts[OUTCOME_PASS],
                 counts[OUTCOME_NA],
                 shown ? result.findings->items[0].message[LANG_ZH] : "nothing shown");
    if (!is_quiet && counts[one->outcome] == 0)
        fail_msg("%s does not say it: pass %zu, fail %zu, undecided %zu, not applicable %zu",
                 one->id, counts[OUTCOME_PASS], counts[OUTCOME_FAIL], counts[OUTCOME_UNDECIDED],
                 counts[OUTCOME_NA]);
    if (!is_quiet)
        check_finding(one, &result);
    result_free(&result);
}

static inline void run_prose_cases(const struct prose_case *cases, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        print_message("case %zu: %s\n", i, cases[i].id);
        run_prose_case(&cases[i]);
    }
}

static inline int open_prose_shop(void **state)
{
    struct err err = {0};
    (void)state;
    prose_shop.forms = forms_load("data/forms", &err);
    if (!prose_shop.forms)
        print_error("%s\n", err.text);
    return prose_shop.forms ? 0 : -1;
}

static inline int close_prose_shop(void **state)
{
    (void)state;
    ruleset_free(prose_shop.rules);
    forms_free(prose_shop.forms);
    return 0;
}

#endif
