#include <stdio.h>

#include "check_text.h"
#include "gouji/base/json.h"
#include "gouji/base/path.h"
#include "gouji/cli/command.h"
#include "gouji/review/queue.h"

/* `gouji check`: the findings of many reports, in the order of the arguments. */

struct check {
    const struct command_context *context;
    size_t nfiles; /* looked at, skipped ones left out */
    size_t nclean, nerrors, nsoft, nunreadable, nstrange, nskipped;
};

static bool wants_json(const struct check *check)
{
    return check->context->options->format == FORMAT_JSONL;
}

static void skip(struct check *check, const char *path, const char *reason)
{
    char text[ERR_TEXT_NBYTES];
    snprintf(text, sizeof text, _("skipped: %s"), reason);
    output_complain_about(path, text);
    check->nskipped++;
}

static void write_trouble(struct output *out, const char *path, const struct err *err)
{
    bool strange = err->kind == ERR_NOT_REPORT;
    struct str line = STR_INIT;
    str_add(&line, "{\"path\":");
    json_quote(slice_of(path), &line);
    str_add(&line, strange ? ",\"not_a_report\":{\"reason\":" : ",\"error\":{\"what\":");
    json_quote(slice_of(err->text), &line);
    str_add(&line, "}}\n");
    output_exact(out, str_slice(&line));
    out->pending.failed = out->pending.failed || line.failed;
    str_release(&line);
}

/* Other files of an opened folder are none of our business: they are skipped
 * with a word. A file named by the user that is no report is trouble. */
static void meet_trouble(struct check *check, const char *path, bool from_folder,
                         const struct err *err)
{
    if (from_folder && (err->kind == ERR_NOT_REPORT || err->kind == ERR_INPUT)) {
        skip(check, path, err->text);
        return;
    }
    check->nfiles++;
    if (err->kind == ERR_NOT_REPORT)
        check->nstrange++;
    else
        check->nunreadable++;
    if (wants_json(check))
        write_trouble(check->context->out, path, err);
    output_complain_about(path, err->text);
}

static void write_findings(struct check *check, const struct findings *findings)
{
    struct output *out = check->context->out;
    if (!wants_json(check)) {
        check_text_print(out, findings, check->context->lang);
        return;
    }
    struct str line = STR_INIT;
    findings_write_jsonl(findings, check->context->lang, &line);
    str_byte(&line, '\n');
    output_exact(out, str_slice(&line));
    out->pending.failed = out->pending.failed || line.failed;
    str_release(&line);
}

static void count(struct check *check, const struct findings *findings)
{
    check->nfiles++;
    if (findings_failed(findings, SEVERITY_ERROR))
        check->nerrors++;
    else if (findings_failed(findings, SEVERITY_WARNING) || findings->counts[OUTCOME_UNDECIDED])
        check->nsoft++;
    else
        check->nclean++;
}

static void check_file(struct check *check, const char *path, bool from_folder)
{
    struct err err = {ERR_NONE, ""};
    struct report *report = report_open(path, check->context->forms, &err);
    struct findings *findings =
        report ? findings_make(report, NULL, check->context->rules, NULL, 0, &err) : NULL;
    if (findings) {
        count(check, findings);
        write_findings(check, findings);
    } else {
        meet_trouble(check, path, from_folder, &err);
    }
    findings_free(findings);
    report_free(report);
    output_drain(check->context->out);
}

static void check_path(struct check *check, const char *path)
{
    const struct command_context *context = check->context;
    const struct review_options options = {.readonly = true};
    struct err err = {ERR_NONE, ""};
    struct queue *queue = queue_new(&path, 1, context->forms, context->rules, &options, &err);
    if (!queue) {
        meet_trouble(check, path, false, &err);
        return;
    }
    for (size_t i = 0; i < queue_count(queue) && !context->out->is_closed; i++)
        check_file(check, queue_at(queue, i)->path, queue_at(queue, i)->root != NULL);
    const struct queue_skipped *skipped;
    size_t nskipped = queue_skipped_list(queue, &skipped);
    for (size_t i = 0; i < nskipped; i++)
        skip(check, skipped[i].path, skipped[i].reason);
    queue_free(queue);
}

static void print_summary(const struct check *check)
{
    output_format(check->context->out,
                  _("files %zu: clean %zu, with errors %zu, only warnings or undecided %zu, "
                    "not readable %zu, no report %zu; skipped %zu\n"),
                  check->nfiles, check->nclean, check->nerrors, check->nsoft, check->nunreadable,
                  check->nstrange, check->nskipped);
}

int command_check(const struct command_context *context)
{
    struct check check = {.context = context};
    const struct options *options = context->options;
    for (size_t i = 0; i < options->npaths && !context->out->is_closed; i++)
        check_path(&check, options->paths[i]);
    if (!wants_json(&check) && check.nfiles + check.nskipped > 1)
        print_summary(&check);
    if (check.nunreadable || check.nstrange)
        return STATUS_TROUBLE;
    return check.nerrors ? STATUS_ERRORS : STATUS_CLEAN;
}
