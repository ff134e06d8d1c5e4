/* junit: a suite a report, a case a finding, for CI servers. Checks that passed
 * are only counted, in the suite's properties: a case without failure would say
 * "passed" of what was perhaps not evaluated. */
#include "format.h"
#include "gouji/text/decode.h"

/* Characters XML 1.0 cannot hold become U+FFFD. */
static bool is_xml(int32_t c)
{
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

static void write_escaped(struct str *out, struct slice text)
{
    for (size_t i = 0, used; i < text.nbytes; i += used) {
        int32_t c = text_next(text.ptr + i, text.nbytes - i, &used);
        switch (c) {
        case '&':
            str_add(out, "&amp;");
            break;
        case '<':
            str_add(out, "&lt;");
            break;
        case '>':
            str_add(out, "&gt;");
            break;
        case '"':
            str_add(out, "&quot;");
            break;
        case '\t':
            str_add(out, "&#9;");
            break;
        case '\n':
            str_add(out, "&#10;");
            break;
        case '\r':
            str_add(out, "&#13;");
            break;
        default:
            if (is_xml(c))
                str_append(out, slice_make(text.ptr + i, used));
            else
                str_code_point(out, 0xFFFD);
        }
    }
}

static void write_attribute(struct str *out, const char *name, struct slice text)
{
    str_format(out, " %s=\"", name);
    write_escaped(out, text);
    str_byte(out, '"');
}

static void begin(struct format_run *run, struct str *out)
{
    (void)run;
    str_add(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"gouji\">\n");
}

static bool is_failure(const struct finding *finding)
{
    return finding->outcome == OUTCOME_FAIL && finding->severity != SEVERITY_INFO;
}

static void write_property(struct str *out, const char *what, const char *id, struct slice value)
{
    str_format(out, "      <property name=\"%s %s\"", what, id);
    write_attribute(out, "value", value);
    str_add(out, "/>\n");
}

static void write_properties(const struct format_run *run, const struct findings *findings,
                             struct str *out)
{
    str_add(out, "    <properties>\n");
    for (size_t i = 0; i < OUTCOME_COUNT; i++)
        str_format(out, "      <property name=\"%s\" value=\"%zu\"/>\n",
                   outcome_name((enum outcome)i), findings->counts[i]);
    for (size_t i = 0; i < ruleset_count(findings->rules); i++) {
        const struct rule *rule = ruleset_at(findings->rules, i);
        struct str off = STR_INIT, changed = STR_INIT;
        format_off(rule, run->lang, &off);
        format_changed(rule, &changed);
        if (!rule->on)
            write_property(out, "off", rule->id, str_slice(&off));
        if (changed.nbytes)
            write_property(out, severity_name(rule->changed_to), rule->id, str_slice(&changed));
        str_release(&off);
        str_release(&changed);
    }
    str_add(out, "    </properties>\n");
}

static void open_case(struct str *out, struct slice path, const char *name, const char *instance)
{
    struct str full = STR_INIT;
    str_format(&full, "%s%s%s", name, *instance ? "/" : "", instance);
    str_add(out, "    <testcase");
    write_attribute(out, "classname", path);
    write_attribute(out, "name", str_slice(&full));
    str_release(&full);
}

/* Failed, skipped for undecided, or words beside a case that is all right. */
static void write_outcome(struct str *out, const struct finding *finding, struct slice message,
                          struct slice explained)
{
    if (!is_failure(finding) && finding->outcome == OUTCOME_FAIL) {
        str_add(out, "<system-out>");
        write_escaped(out, message);
        str_add(out, "</system-out>");
        return;
    }
    const char *name = is_failure(finding) ? "failure" : "skipped";
    str_format(out, "<%s", name);
    if (is_failure(finding))
        write_attribute(out, "type", slice_of(severity_name(finding->severity)));
    write_attribute(out, "message", message);
    if (explained.nbytes == 0) {
        str_add(out, "/>");
        return;
    }
    str_byte(out, '>');
    write_escaped(out, explained);
    str_format(out, "</%s>", name);
}

static void write_finding(const struct format_run *run, const struct findings *findings,
                          const struct finding *finding, struct str *out)
{
    struct str message = STR_INIT, explained = STR_INIT;
    format_message(findings, finding, run->lang, &message);
    format_explained(findings, finding, run->lang, &explained);
    open_case(out, slice_of(findings->report->path), finding->rule->id, finding->instance);
    str_byte(out, '>');
    write_outcome(out, finding, str_slice(&message), str_slice(&explained));
    str_add(out, "</testcase>\n");
    out->failed = out->failed || message.failed || explained.failed;
    str_release(&message);
    str_release(&explained);
}

/* The first case is that the file could be read, so that a report without
 * findings is no empty suite. */
static void write_report(const struct format_run *run, const struct findings *findings,
                         struct str *out)
{
    struct slice path = slice_of(findings->report->path);
    size_t nfailures = 0, nskipped = 0;
    for (size_t i = 0; i < findings->nitems; i++) {
        nfailures += is_failure(&findings->items[i]);
        nskipped += findings->items[i].outcome == OUTCOME_UNDECIDED;
    }
    str_add(out, "  <testsuite");
    write_attribute(out, "name", path);
    str_format(out, " tests=\"%zu\" failures=\"%zu\" errors=\"0\" skipped=\"%zu\">\n",
               findings->nitems + 1, nfailures, nskipped);
    write_properties(run, findings, out);
    open_case(out, path, "read", "");
    str_add(out, "/>\n");
    for (size_t i = 0; i < findings->nitems; i++)
        write_finding(run, findings, &findings->items[i], out);
    str_add(out, "  </testsuite>\n");
}

static void write_trouble(struct format_run *run, const char *path, const struct err *err,
                          struct str *out)
{
    (void)run;
    str_add(out, "  <testsuite");
    write_attribute(out, "name", slice_of(path));
    str_add(out, " tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n");
    open_case(out, slice_of(path), "read", "");
    str_add(out, "><error");
    write_attribute(out, "message", slice_of(err->text));
    str_add(out, "/></testcase>\n  </testsuite>\n");
}

/* Of a run that was stopped the cases do not tell all: a suite of its own says so. */
static void write_stopped(const struct format_run *run, struct str *out)
{
    struct str text = STR_INIT;
    format_stopped(run, &text);
    str_add(out,
            "  <testsuite name=\"gouji\" tests=\"1\" failures=\"0\" errors=\"1\" skipped=\"0\">\n");
    open_case(out, slice_of("gouji"), "complete", "");
    str_add(out, "><error");
    write_attribute(out, "type", slice_of(format_signal(run)));
    write_attribute(out, "message", str_slice(&text));
    str_add(out, "/></testcase>\n  </testsuite>\n");
    out->failed = out->failed || text.failed;
    str_release(&text);
}

static void end(struct format_run *run, struct str *out)
{
    if (run->stopped_by)
        write_stopped(run, out);
    str_add(out, "</testsuites>\n");
}

const struct format format_junit = {
    .between = "", .begin = begin, .end = end, .report = write_report, .trouble = write_trouble};
