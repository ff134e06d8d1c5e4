#include "format.h"

#include <signal.h>
#include <string.h>

#include "gouji/base/json.h"
#include "gouji/check/mask.h"
#include "gouji/text/sanitise.h"

const struct format *format_of(enum option_format format)
{
    static const struct format *const formats[] = {
        [FORMAT_TEXT] = &format_people,     [FORMAT_JSON] = &format_json,
        [FORMAT_JSONL] = &format_jsonl,     [FORMAT_SARIF] = &format_sarif,
        [FORMAT_JUNIT] = &format_junit,     [FORMAT_CSV] = &format_csv,
        [FORMAT_RDJSONL] = &format_rdjsonl,
    };
    return formats[format];
}

void format_text(const struct findings *findings, struct slice text, struct str *out)
{
    if (mask_is_needed(findings))
        mask_append(findings, text, out);
    else
        str_append(out, text);
}

void format_shown(struct output *out, const struct findings *findings, struct slice text)
{
    struct str masked = STR_INIT;
    format_text(findings, text, &masked);
    output_shown(out, str_slice(&masked));
    str_release(&masked);
}

void format_quote(const struct findings *findings, struct slice text, struct str *out)
{
    struct str masked = STR_INIT;
    format_text(findings, text, &masked);
    json_quote(str_slice(&masked), out);
    out->failed = out->failed || masked.failed;
    str_release(&masked);
}

void format_message(const struct findings *findings, const struct finding *finding, enum lang lang,
                    struct str *out)
{
    const char *message = finding->message[lang] ? finding->message[lang] : "";
    const char *sum = finding_sum(finding, lang);
    format_text(findings, slice_of(message), out);
    if (!sum)
        return;
    str_add(out, lang == LANG_ZH ? "；" : "; ");
    format_text(findings, slice_of(sum), out);
}

/* What the reviewer has accepted leaves no other. */
size_t format_explanations(const struct finding *finding, enum lang lang,
                           const char *texts[CULPRIT_MAX_REPAIRS])
{
    const struct culprit *culprit = finding->culprit;
    size_t n = 0;
    if (!culprit)
        return 0;
    texts[n++] = culprit->line[lang];
    for (; n < culprit->nrepairs && culprit->accepted < culprit->changes; n++)
        texts[n] = culprit->repairs[n].text[lang];
    return n;
}

void format_explained(const struct findings *findings, const struct finding *finding,
                      enum lang lang, struct str *out)
{
    const char *texts[CULPRIT_MAX_REPAIRS];
    size_t n = format_explanations(finding, lang, texts);
    for (size_t i = 0; i < n; i++) {
        str_add(out, i == 0 ? "" : lang == LANG_ZH ? "；或 " : "; or ");
        format_text(findings, slice_of(texts[i]), out);
    }
}

static void put_reason(const char *reason, const char *date, struct str *out)
{
    sanitise_append(out, slice_of(reason ? reason : ""), 0);
    if (date)
        str_format(out, "%s(%s)", reason && *reason ? " " : "", date);
}

void format_off(const struct rule *rule, enum lang lang, struct str *out)
{
    if (!rule->on)
        put_reason(rule->why_off[lang], rule->when_off, out);
}

void format_changed(const struct rule *rule, struct str *out)
{
    if (rule->why_changed)
        put_reason(rule->why_changed, rule->when_changed, out);
}

void format_stopped(const struct format_run *run, struct str *out)
{
    str_format(out,
               _("stopped: %zu of %zu files are done; last year's reports among the others were "
                 "not looked at"),
               run->ndone, run->nfiles);
}

const char *format_signal(const struct format_run *run)
{
    return run->stopped_by == SIGTERM ? "SIGTERM" : "SIGINT";
}

struct format_place format_place_of(const struct report *report, uint32_t offset)
{
    size_t line = report_line_at(report, offset);
    uint32_t start = report_line_span(report, line).start;
    struct format_place place = {line + 1, offset - start + 1, 1};
    for (uint32_t at = start; at < offset; at++)
        place.column += ((unsigned char)report->text[at] & 0xC0) != 0x80;
    return place;
}

bool format_has_lines(const struct report *report)
{
    return !report->markup;
}
