#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "check_text.h"
#include "gouji/base/json.h"
#include "gouji/base/log.h"
#include "gouji/base/vec.h"
#include "gouji/cli/command.h"
#include "gouji/review/queue.h"
#include "pool.h"

/* `gouji check`: the findings of many reports, in the order of the arguments.
 * Reports are read and checked side by side, each as a job of its own; what
 * they print comes out one after the other. */

enum grade { GRADE_TROUBLE, GRADE_CLEAN, GRADE_SOFT, GRADE_ERRORS };

struct job {
    const char *path; /* of the arguments or of a folder's queue */
    bool from_folder;
    enum grade grade;
    struct err err;        /* for TROUBLE */
    struct output printed; /* else what is to be printed, in memory */
};

struct check {
    const struct command_context *context;
    struct queue **folders; /* one for each argument; NULL for files */
    struct job *jobs;
    size_t njobs, capacity;
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

static void write_findings(const struct check *check, const struct findings *findings,
                           struct output *out)
{
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

static enum grade grade_of(const struct findings *findings)
{
    if (findings_failed(findings, SEVERITY_ERROR))
        return GRADE_ERRORS;
    bool soft = findings_failed(findings, SEVERITY_WARNING) || findings->counts[OUTCOME_UNDECIDED];
    return soft ? GRADE_SOFT : GRADE_CLEAN;
}

/* Runs on any thread: touches nothing but its own job. */
static void check_file(void *context, size_t index)
{
    const struct check *check = context;
    struct job *job = &check->jobs[index];
    if (job->err.kind != ERR_NONE)
        return;
    struct report *report = report_open(job->path, check->context->forms, &job->err);
    struct findings *findings =
        report ? findings_make(report, NULL, check->context->rules, NULL, 0, &job->err) : NULL;
    if (findings) {
        output_init(&job->printed, -1);
        job->printed.is_terminal = check->context->out->is_terminal;
        write_findings(check, findings, &job->printed);
        job->grade = grade_of(findings);
    }
    findings_free(findings);
    report_free(report);
}

static void count(struct check *check, enum grade grade)
{
    check->nfiles++;
    check->nclean += grade == GRADE_CLEAN;
    check->nsoft += grade == GRADE_SOFT;
    check->nerrors += grade == GRADE_ERRORS;
}

static bool deliver(void *context, size_t index)
{
    struct check *check = context;
    struct output *out = check->context->out;
    struct job *job = &check->jobs[index];
    log_line("%s: %s", job->path, job->grade == GRADE_TROUBLE ? job->err.text : "checked");
    if (job->grade == GRADE_TROUBLE) {
        meet_trouble(check, job->path, job->from_folder, &job->err);
    } else {
        count(check, job->grade);
        str_append(&out->pending, str_slice(&job->printed.pending));
        out->pending.failed = out->pending.failed || job->printed.pending.failed;
    }
    str_release(&job->printed.pending);
    output_drain(out);
    return !out->is_closed && !out->failed;
}

static int add_job(struct check *check, const char *path, bool from_folder, const struct err *err)
{
    if (vec_room(&check->jobs, &check->capacity, check->njobs, sizeof *check->jobs) != 0)
        return -1;
    check->jobs[check->njobs++] =
        (struct job){.path = path, .from_folder = from_folder, .err = *err};
    return 0;
}

/* A file is a job as it is; a folder gives one for each file to read in it. */
static int add_argument(struct check *check, size_t index)
{
    const char *path = check->context->options->paths[index];
    struct err err = {ERR_NONE, ""};
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISDIR(status.st_mode))
        return add_job(check, path, false, &err);
    const struct review_options options = {.readonly = true};
    struct queue *queue =
        queue_new(&path, 1, check->context->forms, check->context->rules, &options, &err);
    if (!queue)
        return add_job(check, path, false, &err);
    check->folders[index] = queue;
    for (size_t i = 0; i < queue_count(queue); i++)
        if (add_job(check, queue_at(queue, i)->path, true, &err) != 0)
            return -1;
    return 0;
}

static void list_skipped(struct check *check)
{
    for (size_t i = 0; i < check->context->options->npaths; i++) {
        const struct queue_skipped *skipped;
        size_t nskipped = check->folders[i] ? queue_skipped_list(check->folders[i], &skipped) : 0;
        for (size_t k = 0; k < nskipped; k++)
            skip(check, skipped[k].path, skipped[k].reason);
    }
}

static int check_all(struct check *check)
{
    size_t npaths = check->context->options->npaths;
    check->folders = calloc(npaths, sizeof *check->folders);
    if (!check->folders)
        return -1;
    for (size_t i = 0; i < npaths; i++)
        if (add_argument(check, i) != 0)
            return -1;
    const struct pool_work work = {check->njobs, check, check_file, deliver};
    pool_run(&work, 0);
    list_skipped(check);
    return 0;
}

static void release(struct check *check)
{
    for (size_t i = 0; check->folders && i < check->context->options->npaths; i++)
        queue_free(check->folders[i]);
    for (size_t i = 0; i < check->njobs; i++)
        str_release(&check->jobs[i].printed.pending);
    free(check->folders);
    free(check->jobs);
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
    int rc = check_all(&check);
    if (rc != 0) {
        struct err err;
        err_set_nomem(&err);
        output_complain(err.text);
    } else if (!wants_json(&check) && check.nfiles + check.nskipped > 1) {
        print_summary(&check);
    }
    release(&check);
    if (rc != 0 || check.nunreadable || check.nstrange)
        return STATUS_TROUBLE;
    return check.nerrors ? STATUS_ERRORS : STATUS_CLEAN;
}
