/* csv: a row a finding. What was off, or weighed otherwise, stands in rows of its
 * own at the end. */
#include "csv.h"
#include "format.h"
#include "gouji/base/message.h"

enum { NCOLUMNS = 13 };

static void begin(struct format_run *run, struct str *out)
{
    (void)run;
    struct slice heads[NCOLUMNS] = {
        slice_of(_("file")),        slice_of(_("agency")),   slice_of(_("year")),
        slice_of(_("check")),       slice_of(_("instance")), slice_of(_("severity")),
        slice_of(_("outcome")),     slice_of(_("cause")),    slice_of(_("line")),
        slice_of(_("cells")),       slice_of(_("message")),  slice_of(_("sum")),
        slice_of(_("explanation")),
    };
    csv_begin(out);
    csv_row(out, heads, NCOLUMNS);
}

static void list_cells(const struct finding *finding, struct str *out)
{
    for (size_t i = 0; i < finding->nseen; i++)
        str_format(out, "%s%s", i ? " " : "", finding->seen[i].cell);
}

/* Texts of one row that must be made; in the order of making. */
struct made {
    struct str agency, year, cause, line, cells, message, sum, explained;
};

static void release(struct made *made)
{
    struct str *const all[] = {&made->agency, &made->year,    &made->cause, &made->line,
                               &made->cells,  &made->message, &made->sum,   &made->explained};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        str_release(all[i]);
}

static void make_texts(const struct format_run *run, const struct findings *findings,
                       const struct finding *finding, struct made *made)
{
    const struct report *report = findings->report;
    const char *message = finding->message[run->lang], *sum = finding->sum[run->lang];
    format_text(findings, slice_of(report->who.agency), &made->agency);
    if (report->who.year)
        str_format(&made->year, "%d", report->who.year);
    if (finding->cause)
        str_format(&made->cause, "C%d", finding->cause);
    if (finding->nspans)
        str_format(&made->line, "%zu", report_line_at(report, finding->spans[0].start) + 1);
    list_cells(finding, &made->cells);
    format_text(findings, slice_of(message), &made->message);
    format_text(findings, slice_of(sum), &made->sum);
    format_explained(findings, finding, run->lang, &made->explained);
}

static void write_finding(const struct format_run *run, const struct findings *findings,
                          const struct finding *finding, struct str *out)
{
    struct made made = {STR_INIT, STR_INIT, STR_INIT, STR_INIT,
                        STR_INIT, STR_INIT, STR_INIT, STR_INIT};
    make_texts(run, findings, finding, &made);
    struct slice cells[NCOLUMNS] = {
        slice_of(findings->report->path),
        str_slice(&made.agency),
        str_slice(&made.year),
        slice_of(finding->rule->id),
        slice_of(finding->instance),
        slice_of(severity_name(finding->severity)),
        slice_of(outcome_name(finding->outcome)),
        str_slice(&made.cause),
        str_slice(&made.line),
        str_slice(&made.cells),
        str_slice(&made.message),
        str_slice(&made.sum),
        str_slice(&made.explained),
    };
    csv_row(out, cells, NCOLUMNS);
    out->failed = out->failed || made.message.failed || made.sum.failed || made.cells.failed ||
                  made.explained.failed;
    release(&made);
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
    bool strange = err->kind == ERR_NOT_REPORT;
    struct slice cells[NCOLUMNS] = {[0] = slice_of(path),
                                    [6] = slice_of(strange ? "not-a-report" : "unreadable"),
                                    [10] = slice_of(err->text)};
    csv_row(out, cells, NCOLUMNS);
}

static void write_stopped(const struct format_run *run, struct str *out)
{
    struct str text = STR_INIT;
    format_stopped(run, &text);
    struct slice cells[NCOLUMNS] = {[6] = slice_of("incomplete"), [10] = str_slice(&text)};
    csv_row(out, cells, NCOLUMNS);
    str_release(&text);
}

static void end(struct format_run *run, struct str *out)
{
    if (run->stopped_by)
        write_stopped(run, out);
    for (size_t i = 0; i < ruleset_count(run->rules); i++) {
        const struct rule *rule = ruleset_at(run->rules, i);
        struct str off = STR_INIT, changed = STR_INIT;
        format_off(rule, run->lang, &off);
        format_changed(rule, &changed);
        struct slice cells[NCOLUMNS] = {
            [3] = slice_of(rule->id), [6] = slice_of("off"), [10] = str_slice(&off)};
        if (!rule->on)
            csv_row(out, cells, NCOLUMNS);
        cells[5] = slice_of(severity_name(rule->changed_to));
        cells[6] = slice_of("changed");
        cells[10] = str_slice(&changed);
        if (changed.nbytes)
            csv_row(out, cells, NCOLUMNS);
        str_release(&off);
        str_release(&changed);
    }
}

const struct format format_csv = {
    .between = "", .begin = begin, .end = end, .report = write_report, .trouble = write_trouble};
