/* json: one array; jsonl: an object a line. The objects are the same. */
#include "format.h"
#include "gouji/base/json.h"

static void write_report(const struct format_run *run, const struct findings *findings,
                         struct str *out)
{
    findings_write_jsonl(findings, run->lang, out);
}

static void write_line(const struct format_run *run, const struct findings *findings,
                       struct str *out)
{
    write_report(run, findings, out);
    str_byte(out, '\n');
}

static void write_trouble(struct format_run *run, const char *path, const struct err *err,
                          struct str *out)
{
    bool strange = err->kind == ERR_NOT_REPORT;
    (void)run;
    str_add(out, "{\"path\":");
    json_quote(slice_of(path), out);
    str_add(out, strange ? ",\"not_a_report\":{\"reason\":" : ",\"error\":{\"what\":");
    json_quote(slice_of(err->text), out);
    str_add(out, "}}");
}

static void write_trouble_line(struct format_run *run, const char *path, const struct err *err,
                               struct str *out)
{
    write_trouble(run, path, err, out);
    str_byte(out, '\n');
}

/* Behind the reports, where the run was stopped before the last of them. */
static void write_stopped(struct format_run *run, struct str *out)
{
    struct str text = STR_INIT;
    format_stopped(run, &text);
    str_format(out, "{\"incomplete\":{\"signal\":\"%s\",\"done\":%zu,\"files\":%zu,\"what\":",
               format_signal(run), run->ndone, run->nfiles);
    json_quote(str_slice(&text), out);
    str_add(out, "}}");
    out->failed = out->failed || text.failed;
    str_release(&text);
}

static void end_lines(struct format_run *run, struct str *out)
{
    if (!run->stopped_by)
        return;
    write_stopped(run, out);
    str_byte(out, '\n');
}

static void begin_array(struct format_run *run, struct str *out)
{
    (void)run;
    str_add(out, "[\n");
}

static void end_array(struct format_run *run, struct str *out)
{
    if (run->stopped_by && run->npieces)
        str_add(out, ",\n");
    if (run->stopped_by)
        write_stopped(run, out);
    str_add(out, "\n]\n");
}

const struct format format_json = {.between = ",\n",
                                   .begin = begin_array,
                                   .end = end_array,
                                   .report = write_report,
                                   .trouble = write_trouble};

const struct format format_jsonl = {
    .between = "", .end = end_lines, .report = write_line, .trouble = write_trouble_line};
