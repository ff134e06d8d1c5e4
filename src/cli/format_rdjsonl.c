/* rdjsonl: a diagnostic a line, Reviewdog Diagnostic Format. Lines and columns
 * from 1, columns in bytes; the end stands behind the last byte. */
#include "format.h"
#include "gouji/base/json.h"
#include "gouji/base/message.h"

static void write_place(const struct report *report, const char *name, uint32_t offset,
                        struct str *out)
{
    struct format_place place = format_place_of(report, offset);
    str_format(out, "\"%s\":{\"line\":%zu,\"column\":%zu}", name, place.line, place.byte);
}

static void write_range(const struct report *report, const struct finding *finding, struct str *out)
{
    if (finding->nspans == 0 || !format_has_lines(report))
        return;
    str_add(out, ",\"range\":{");
    write_place(report, "start", finding->spans[0].start, out);
    str_byte(out, ',');
    write_place(report, "end", finding->spans[0].end, out);
    str_byte(out, '}');
}

static const char *severity_of(const struct finding *finding)
{
    static const char *const names[] = {
        [SEVERITY_INFO] = "INFO", [SEVERITY_WARNING] = "WARNING", [SEVERITY_ERROR] = "ERROR"};
    return finding->outcome == OUTCOME_UNDECIDED ? "INFO" : names[finding->severity];
}

static void write_message(const struct format_run *run, const struct findings *findings,
                          const struct finding *finding, struct str *out)
{
    struct str text = STR_INIT;
    if (finding->outcome == OUTCOME_UNDECIDED)
        str_add(&text, _("undecided: "));
    format_message(findings, finding, run->lang, &text);
    json_quote(str_slice(&text), out);
    out->failed = out->failed || text.failed;
    str_release(&text);
}

static void write_finding(const struct format_run *run, const struct findings *findings,
                          const struct finding *finding, struct str *out)
{
    str_add(out, "{\"message\":");
    write_message(run, findings, finding, out);
    str_add(out, ",\"location\":{\"path\":");
    json_quote(slice_of(findings->report->path), out);
    write_range(findings->report, finding, out);
    str_format(out, "},\"severity\":\"%s\",\"source\":{\"name\":\"gouji\"},\"code\":{\"value\":",
               severity_of(finding));
    json_quote(slice_of(finding->rule->id), out);
    str_add(out, "}}\n");
}

static void write_report(const struct format_run *run, const struct findings *findings,
                         struct str *out)
{
    for (size_t i = 0; i < findings->nitems; i++)
        write_finding(run, findings, &findings->items[i], out);
}

static void write_trouble(struct format_run *run, const char *path, const struct err *err,
                          struct str *out)
{
    (void)run;
    str_add(out, "{\"message\":");
    json_quote(slice_of(err->text), out);
    str_add(out, ",\"location\":{\"path\":");
    json_quote(slice_of(path), out);
    str_add(out, "},\"severity\":\"ERROR\",\"source\":{\"name\":\"gouji\"}}\n");
}

static void write_switch(const struct rule *rule, const char *what, struct slice reason,
                         struct str *out)
{
    struct str text = STR_INIT;
    str_format(&text, "%s: ", what);
    str_append(&text, reason);
    str_add(out, "{\"message\":");
    json_quote(str_slice(&text), out);
    str_add(out, ",\"location\":{\"path\":");
    json_quote(slice_of(rule->file), out);
    str_add(out, "},\"severity\":\"INFO\",\"source\":{\"name\":\"gouji\"},\"code\":{\"value\":");
    json_quote(slice_of(rule->id), out);
    str_add(out, "}}\n");
    str_release(&text);
}

static void write_stopped(const struct format_run *run, struct str *out)
{
    struct str text = STR_INIT;
    format_stopped(run, &text);
    str_add(out, "{\"message\":");
    json_quote(str_slice(&text), out);
    str_add(out, ",\"location\":{\"path\":\".\"},\"severity\":\"ERROR\","
                 "\"source\":{\"name\":\"gouji\"},\"code\":{\"value\":\"incomplete\"}}\n");
    out->failed = out->failed || text.failed;
    str_release(&text);
}

/* What was off, or weighed otherwise, stands where its rule file is. */
static void end(struct format_run *run, struct str *out)
{
    if (run->stopped_by)
        write_stopped(run, out);
    for (size_t i = 0; i < ruleset_count(run->rules); i++) {
        const struct rule *rule = ruleset_at(run->rules, i);
        struct str off = STR_INIT, changed = STR_INIT;
        format_off(rule, run->lang, &off);
        format_changed(rule, &changed);
        if (!rule->on)
            write_switch(rule, _("off"), str_slice(&off), out);
        if (changed.nbytes)
            write_switch(rule, _(severity_name(rule->changed_to)), str_slice(&changed), out);
        str_release(&off);
        str_release(&changed);
    }
}

const struct format format_rdjsonl = {
    .between = "", .end = end, .report = write_report, .trouble = write_trouble};
