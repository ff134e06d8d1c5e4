#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "check_text.h"
#include "gouji/base/json.h"
#include "gouji/base/log.h"
#include "gouji/base/vec.h"
#include "gouji/cli/command.h"
#include "gouji/review/pairs.h"
#include "gouji/review/queue.h"
#include "pool.h"

/* `gouji check`: the findings of many reports, in the order of the arguments.
 * Reports are read and checked side by side, each as a job of its own; what
 * they print comes out one after the other. Of several reports, first only the
 * identities are gathered, so that each is checked together with last year's
 * wherever that stands among them. */

/* Reports gathered first stay in memory for the checks up to this many bytes of
 * text; beyond it they are read once more. */
enum { KEEP_NBYTES = 1024 * 1024 };

enum grade { GRADE_TROUBLE, GRADE_CLEAN, GRADE_SOFT, GRADE_ERRORS };

struct job {
    const char *path; /* of the arguments or of a folder's queue */
    bool from_folder;
    enum grade grade;
    struct err err;        /* for TROUBLE */
    struct output printed; /* else what is to be printed, in memory */
    struct report *report; /* kept from the first round, NULL */
    bool took_given;       /* checked together with the --prior report */
};

struct check {
    const struct command_context *context;
    struct queue **folders; /* one for each argument; NULL for files */
    struct job *jobs;
    size_t njobs, capacity;
    struct report *given; /* --prior, NULL */
    struct pairs *pairs;  /* owners: jobs, and `given` */
    size_t kept_nbytes;
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

/* ---- gathering identities ---- */

static void read_file(void *context, size_t index)
{
    const struct check *check = context;
    struct job *job = &check->jobs[index];
    if (job->err.kind == ERR_NONE)
        job->report = report_open(job->path, check->context->forms, &job->err);
}

static bool pair_file(void *context, size_t index)
{
    struct check *check = context;
    struct job *job = &check->jobs[index];
    if (!job->report)
        return true;
    bool is_put = pairs_add(check->pairs, job, &job->report->who) == 0;
    check->kept_nbytes += job->report->text_nbytes;
    if (check->kept_nbytes > KEEP_NBYTES) {
        report_free(job->report);
        job->report = NULL;
    }
    return is_put;
}

/* Put in before all others: of two equally named, the first is taken. */
static int open_given(struct check *check, struct err *err)
{
    const char *path = check->context->options->prior;
    if (!path)
        return 0;
    check->given = report_open(path, check->context->forms, err);
    if (!check->given)
        return -1;
    return pairs_add(check->pairs, check->given, &check->given->who) ? err_set_nomem(err) : 0;
}

static void pair_all(struct check *check)
{
    const struct pool_work work = {check->njobs, check, read_file, pair_file};
    if (check->njobs > 1)
        pool_run(&work, 0);
}

/* ---- checking ---- */

static bool is_year_after(const struct report *report, const struct report *prior)
{
    int year = report->who.year, before = prior->who.year;
    return year == 0 || before == 0 || before == year - 1;
}

/* Last year's report of a job's; *mine when the caller must free it. */
static struct report *find_prior(const struct check *check, struct job *job,
                                 const struct report *report, bool *mine)
{
    const void *owner = pairs_prior(check->pairs, &report->who);
    *mine = false;
    if (check->given && (check->njobs == 1 || owner == check->given)) {
        job->took_given = is_year_after(report, check->given);
        return check->given;
    }
    if (!owner)
        return NULL;
    const struct job *prior = owner;
    if (prior->report)
        return prior->report;
    *mine = true;
    return report_open(prior->path, check->context->forms, NULL);
}

static struct findings *check_report(const struct check *check, struct job *job,
                                     const struct report *report)
{
    bool mine;
    struct report *prior = find_prior(check, job, report, &mine);
    struct findings *findings =
        findings_make(report, prior, check->context->rules, NULL, 0, &job->err);
    if (mine)
        report_free(prior);
    return findings;
}

/* Runs on any thread: changes nothing but its own job. */
static void check_file(void *context, size_t index)
{
    const struct check *check = context;
    struct job *job = &check->jobs[index];
    if (job->err.kind != ERR_NONE)
        return;
    struct report *report = job->report;
    if (!report)
        report = report_open(job->path, check->context->forms, &job->err);
    struct findings *findings = report ? check_report(check, job, report) : NULL;
    if (findings) {
        output_init(&job->printed, -1);
        job->printed.is_terminal = check->context->out->is_terminal;
        write_findings(check, findings, &job->printed);
        job->grade = grade_of(findings);
    }
    findings_free(findings);
    if (report != job->report)
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

/* A report given for nothing must not look like one that agreed. */
static void judge_given(const struct check *check)
{
    bool used = !check->given;
    for (size_t i = 0; i < check->njobs; i++)
        used = used || check->jobs[i].took_given;
    if (!used)
        output_complain_about(check->given->path,
                              _("of no report named here the year before; the checks across two "
                                "years were not made with it"));
}

static int check_all(struct check *check, struct err *err)
{
    size_t npaths = check->context->options->npaths;
    check->folders = calloc(npaths, sizeof *check->folders);
    check->pairs = pairs_new();
    if (!check->folders || !check->pairs)
        return err_set_nomem(err);
    if (open_given(check, err) != 0)
        return -1;
    for (size_t i = 0; i < npaths; i++)
        if (add_argument(check, i) != 0)
            return err_set_nomem(err);
    const struct pool_work work = {check->njobs, check, check_file, deliver};
    pair_all(check);
    pool_run(&work, 0);
    list_skipped(check);
    judge_given(check);
    return 0;
}

static void release(struct check *check)
{
    for (size_t i = 0; check->folders && i < check->context->options->npaths; i++)
        queue_free(check->folders[i]);
    for (size_t i = 0; i < check->njobs; i++) {
        str_release(&check->jobs[i].printed.pending);
        report_free(check->jobs[i].report);
    }
    report_free(check->given);
    pairs_free(check->pairs);
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
    struct err err = {ERR_NONE, ""};
    int rc = check_all(&check, &err);
    if (rc != 0) {
        if (context->options->prior && err.kind != ERR_NOMEM)
            output_complain_about(context->options->prior, err.text);
        else
            output_complain(err.text);
    } else if (!wants_json(&check) && check.nfiles + check.nskipped > 1) {
        print_summary(&check);
    }
    release(&check);
    if (rc != 0 || check.nunreadable || check.nstrange)
        return STATUS_TROUBLE;
    return check.nerrors ? STATUS_ERRORS : STATUS_CLEAN;
}
