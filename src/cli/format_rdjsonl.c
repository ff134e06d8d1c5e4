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

/* Empty spans stand nowhere. */
static void write_location(const struct report *report, struct span span, struct str *out)
{
    str_add(out, ",\"location\":{\"path\":");
    json_quote(slice_of(report->path), out);
    if (!span_empty(span) && format_has_lines(report)) {
        str_add(out, ",\"range\":{");
        write_place(report, "start", span.start, out);
        str_byte(out, ',');
        write_place(report, "end", span.end, out);
        str_byte(out, '}');
    }
    str_byte(out, '}');
}

/* A suggestion would be one to apply, and what explains a failure is for a person to weigh. */
static void write_explanations(const struct format_run *run, const struct findings *findings,
                               const struct finding *finding, struct str *out)
{
    const char *texts[CULPRIT_MAX_REPAIRS];
    const struct culprit *culprit = finding->culprit;
    size_t n = format_explanations(finding, run->lang, texts);
    for (size_t i = 0; i < n; i++) {
        const struct repair *repair = i < culprit->nrepairs ? &culprit->repairs[i] : NULL;
        bool is_here = repair && repair->nchanges > 0 && repair->changes[0].is_here;
        str_add(out, i == 0 ? ",\"related_locations\":[{\"message\":" : ",{\"message\":");
        format_quote(findings, slice_of(texts[i]), out);
        write_location(findings->report, is_here ? repair->changes[0].span : (struct span){0, 0},
                       out);
        str_byte(out, '}');
    }
    str_add(out, n > 0 ? "]" : "");
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
    write_location(findings->report, finding->nspans > 0 ? finding->spans[0] : (struct span){0, 0},
                   out);
    str_format(out, ",\"severity\":\"%s\",\"source\":{\"name\":\"gouji\"},\"code\":{\"value\":",
               severity_of(finding));
    json_quote(slice_of(finding->rule->id), out);
    str_byte(out, '}');
    write_explanations(run, findings, finding, out);
    str_add(out, "}\n");
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
