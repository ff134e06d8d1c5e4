/* sarif: one log of OASIS SARIF 2.1.0 with one run. Lines and columns count from
 * 1, columns in code points; the bytes in the decoded text stand in properties. */
#include <string.h>

#include "format.h"
#include "gouji/base/json.h"

static void write_pair(struct str *out, const char *key, const char *text)
{
    str_format(out, "\"%s\":", key);
    json_quote(slice_of(text), out);
}

static void write_text(struct str *out, const char *key, const char *text)
{
    str_format(out, ",\"%s\":{", key);
    write_pair(out, "text", text);
    str_byte(out, '}');
}

/* ---- rules ---- */

static const char *level_of_class(enum rule_class rclass)
{
    return rclass == RULE_HARD ? "error" : rclass == RULE_QUERY ? "warning" : "note";
}

/* What a local rule file has changed, with its reason. */
static void write_switches(const struct rule *rule, enum lang lang, struct str *out)
{
    if (!rule->on) {
        str_byte(out, ',');
        write_pair(out, "whyOff", rule->why_off[lang]);
    }
    if (!rule->on && rule->when_off) {
        str_byte(out, ',');
        write_pair(out, "whenOff", rule->when_off);
    }
    if (!rule->why_changed)
        return;
    str_add(out, ",\"changed\":{");
    write_pair(out, "severity", severity_name(rule->changed_to));
    str_byte(out, ',');
    write_pair(out, "reason", rule->why_changed);
    str_byte(out, ',');
    write_pair(out, "date", rule->when_changed ? rule->when_changed : "");
    str_byte(out, '}');
}

static void write_rule(const struct rule *rule, enum lang lang, struct str *out)
{
    str_byte(out, '{');
    write_pair(out, "id", rule->id);
    write_text(out, "shortDescription", rule->name[lang]);
    if (rule->explain[lang] && *rule->explain[lang])
        write_text(out, "fullDescription", rule->explain[lang]);
    if (rule->basis[lang] && *rule->basis[lang])
        write_text(out, "help", rule->basis[lang]);
    str_format(out, ",\"defaultConfiguration\":{\"enabled\":%s,\"level\":\"%s\"}",
               rule->on ? "true" : "false", level_of_class(rule->rclass));
    str_format(out, ",\"properties\":{\"version\":%d", rule->version);
    write_switches(rule, lang, out);
    str_add(out, "}}");
}

static void begin(struct format_run *run, struct str *out)
{
    str_add(out, "{\"$schema\":\"https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/"
                 "schemas/sarif-schema-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\n"
                 "\"tool\":{\"driver\":{\"name\":\"gouji\",");
    write_pair(out, "version", run->version);
    str_add(out, ",\"rules\":[\n");
    for (size_t i = 0; i < ruleset_count(run->rules); i++) {
        str_add(out, i ? ",\n" : "");
        write_rule(ruleset_at(run->rules, i), run->lang, out);
    }
    str_add(out, "\n]}},\n\"columnKind\":\"unicodeCodePoints\",\n\"results\":[\n");
}

static void begin_notice(struct str *notices, const char *text)
{
    str_add(notices, notices->nbytes ? ",\n{" : "\n{");
    str_add(notices, "\"level\":\"error\",\"message\":{");
    write_pair(notices, "text", text);
    str_byte(notices, '}');
}

static void note_stopped(struct format_run *run)
{
    struct str text = STR_INIT;
    format_stopped(run, &text);
    begin_notice(&run->notices, str_text(&text));
    str_byte(&run->notices, '}');
    str_release(&text);
}

/* Files that could not be read make the run no success, nor does a signal. */
static void end(struct format_run *run, struct str *out)
{
    if (run->stopped_by)
        note_stopped(run);
    str_add(out, "\n],\n\"invocations\":[{\"executionSuccessful\":");
    str_add(out, run->notices.nbytes ? "false" : "true");
    if (run->stopped_by)
        str_format(out, ",\"exitSignalName\":\"%s\",\"exitSignalNumber\":%d", format_signal(run),
                   run->stopped_by);
    str_add(out, ",\"toolExecutionNotifications\":[");
    str_append(out, str_slice(&run->notices));
    str_add(out, "]}]\n}]}\n");
}

/* ---- places ---- */

/* A path as a URI reference: what is not plain is percent-encoded; a relative
 * one must not look as if it began with a scheme. */
static void write_uri(struct str *out, const char *path)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                "-._~/";
    str_add(out, "{\"uri\":\"");
    if (*path == '/')
        str_add(out, "file://");
    for (const unsigned char *at = (const unsigned char *)path; *at; at++) {
        if (strchr(plain, *at))
            str_byte(out, (char)*at);
        else
            str_format(out, "%%%02X", *at);
    }
    str_add(out, "\"}");
}

static void write_region(const struct findings *findings, struct span span, struct str *out)
{
    struct format_place start = format_place_of(findings->report, span.start);
    struct format_place end_place = format_place_of(findings->report, span.end);
    str_format(out,
               ",\"region\":{\"startLine\":%zu,\"startColumn\":%zu,\"endLine\":%zu,"
               "\"endColumn\":%zu,\"snippet\":{\"text\":",
               start.line, start.column, end_place.line, end_place.column);
    format_quote(findings, report_slice(findings->report, span), out);
    str_add(out, "}}");
}

static void write_location(const struct findings *findings, struct span span, struct str *out)
{
    str_add(out, "{\"physicalLocation\":{\"artifactLocation\":");
    write_uri(out, findings->report->path);
    if (format_has_lines(findings->report) && !span_empty(span))
        write_region(findings, span, out);
    str_add(out, "}}");
}

/* What stands first is the place, the rest belongs to it. */
static void write_locations(const struct findings *findings, const struct finding *finding,
                            struct str *out)
{
    str_add(out, ",\"locations\":[");
    write_location(findings, finding->nspans ? finding->spans[0] : (struct span){0, 0}, out);
    str_byte(out, ']');
    if (finding->nspans < 2 || !format_has_lines(findings->report))
        return;
    str_add(out, ",\"relatedLocations\":[");
    for (size_t i = 1; i < finding->nspans; i++) {
        str_add(out, i > 1 ? "," : "");
        write_location(findings, finding->spans[i], out);
    }
    str_byte(out, ']');
}

/* ---- results ---- */

static const char *level_of(const struct finding *finding)
{
    if (finding->outcome == OUTCOME_UNDECIDED)
        return "none"; /* SARIF wants it of everything that has not failed */
    return finding->severity == SEVERITY_INFO ? "note" : severity_name(finding->severity);
}

static void write_explanations(const struct format_run *run, const struct findings *findings,
                               const struct finding *finding, struct str *out)
{
    const char *texts[CULPRIT_MAX_REPAIRS];
    size_t n = format_explanations(finding, run->lang, texts);
    for (size_t i = 0; i < n; i++) {
        str_add(out, i == 0 ? ",\"explanations\":[" : ",");
        format_quote(findings, slice_of(texts[i]), out);
    }
    str_add(out, n > 0 ? "]" : "");
}

static void write_properties(const struct format_run *run, const struct findings *findings,
                             const struct finding *finding, struct str *out)
{
    str_add(out, ",\"properties\":{");
    write_pair(out, "instance", finding->instance);
    str_byte(out, ',');
    write_pair(out, "severity", severity_name(finding->severity));
    str_byte(out, ',');
    write_pair(out, "outcome", outcome_name(finding->outcome));
    if (finding->cause)
        str_format(out, ",\"cause\":\"C%d\"", finding->cause);
    str_add(out, ",\"cells\":[");
    for (size_t i = 0; i < finding->nseen; i++) {
        str_add(out, i ? "," : "");
        json_quote(slice_of(finding->seen[i].cell), out);
    }
    str_add(out, "],\"spans\":[");
    for (size_t i = 0; i < finding->nspans; i++)
        str_format(out, "%s[%u,%u]", i ? "," : "", finding->spans[i].start, finding->spans[i].end);
    str_byte(out, ']');
    write_explanations(run, findings, finding, out);
    str_byte(out, '}');
}

static size_t index_of(const struct ruleset *rules, const struct rule *rule)
{
    size_t i = 0;
    while (i < ruleset_count(rules) && ruleset_at(rules, i) != rule)
        i++;
    return i;
}

static void write_result(const struct format_run *run, const struct findings *findings,
                         const struct finding *finding, struct str *out)
{
    struct str message = STR_INIT;
    format_message(findings, finding, run->lang, &message);
    str_byte(out, '{');
    write_pair(out, "ruleId", finding->rule->id);
    str_format(out, ",\"ruleIndex\":%zu,\"kind\":\"%s\",\"level\":\"%s\",\"message\":{\"text\":",
               index_of(run->rules, finding->rule),
               finding->outcome == OUTCOME_UNDECIDED ? "open" : "fail", level_of(finding));
    json_quote(str_slice(&message), out);
    str_byte(out, '}');
    write_locations(findings, finding, out);
    str_add(out, ",\"partialFingerprints\":{");
    write_pair(out, "ruleCells/v1", finding->rule_cells);
    str_byte(out, ',');
    write_pair(out, "values/v1", finding->values);
    str_byte(out, '}');
    write_properties(run, findings, finding, out);
    str_byte(out, '}');
    out->failed = out->failed || message.failed;
    str_release(&message);
}

static void write_report(const struct format_run *run, const struct findings *findings,
                         struct str *out)
{
    for (size_t i = 0; i < findings->nitems; i++) {
        str_add(out, i ? ",\n" : "");
        write_result(run, findings, &findings->items[i], out);
    }
}

static void write_trouble(struct format_run *run, const char *path, const struct err *err,
                          struct str *out)
{
    struct str *notices = &run->notices;
    (void)out;
    begin_notice(notices, err->text);
    str_add(notices, ",\"locations\":[{\"physicalLocation\":{\"artifactLocation\":");
    write_uri(notices, path);
    str_add(notices, "}}]}");
}

const struct format format_sarif = {.has_prints = true,
                                    .between = ",\n",
                                    .begin = begin,
                                    .end = end,
                                    .report = write_report,
                                    .trouble = write_trouble};
