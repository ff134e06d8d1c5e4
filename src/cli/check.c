#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "checking.h"
#include "format.h"
#include "gouji/base/log.h"
#include "gouji/base/vec.h"
#include "gouji/cli/command.h"
#include "gouji/review/queue.h"
#include "inputs.h"
#include "interrupt.h"
#include "pool.h"
#include "progress.h"
#include "turns.h"

/* `gouji check`: the findings of many reports, in the order of the arguments.
 * Reports are read and checked side by side, each as a job of its own; what
 * they print comes out one after the other. Of several reports none can be
 * printed before all have been read, since last year's may come last. In the first round
 * each is checked with those read before; files that look like older years' come first.
 * The second makes anew what would be printed otherwise now that all are known.
 * Where nothing is checked, none needs another: each is printed as soon as its turn comes. */

struct check {
    const struct command_context *context;
    const struct format *format;
    struct format_run run;
    struct checking checking;
    struct inputs inputs;
    struct queue **folders; /* one for each input; NULL for files */
    struct job *jobs;
    struct job **turns; /* the jobs in the order of the first round */
    size_t *parts;      /* where those begin that are read and checked at once, and the end */
    size_t njobs, capacity;
    struct str fetched; /* from the spool, of the job that is delivered */
    struct interrupt interrupt;
    struct progress progress;
    bool is_cut;   /* the first round was stopped: the second makes nothing */
    size_t nfiles; /* looked at, skipped ones left out */
    size_t nclean, nerrors, nsoft, nunjudged, nunreadable, nstrange, nskipped;
};

static void complain_about(struct check *check, const char *path, const char *reason)
{
    progress_hide(&check->progress);
    output_complain_about(path, reason);
}

static void skip(struct check *check, const char *path, const char *reason)
{
    char text[ERR_TEXT_NBYTES];
    snprintf(text, sizeof text, _("skipped: %s"), reason);
    complain_about(check, path, text);
    check->nskipped++;
}

/* ---- printing ---- */

/* Machines' formats hold the report's bytes, which a terminal must not get. */
static void print(const struct check *check, struct slice text)
{
    struct output *out = check->context->out;
    if (check->format->for_people)
        str_append(&out->pending, text);
    else
        output_exact(out, text);
}

static void print_piece(struct check *check, const struct str *piece)
{
    struct output *out = check->context->out;
    if (piece->nbytes && check->run.npieces++)
        print(check, slice_of(check->format->between));
    print(check, str_slice(piece));
    out->pending.failed = out->pending.failed || piece->failed;
    if (out->is_terminal)
        progress_hide(&check->progress);
    output_drain(out);
}

static void print_frame(struct check *check, void (*write)(struct format_run *, struct str *))
{
    struct str text = STR_INIT;
    if (write)
        write(&check->run, &text);
    print(check, str_slice(&text));
    check->context->out->pending.failed |= text.failed;
    str_release(&text);
}

/* Other files of an opened folder are none of our business: they are skipped
 * with a word. A file named by the user that is no report is trouble. */
static void meet_trouble(struct check *check, const struct job *job)
{
    struct err nomem;
    err_set_nomem(&nomem);
    const struct err *err = job->err ? job->err : &nomem;
    if (job->from_folder && (err->kind == ERR_NOT_REPORT || err->kind == ERR_INPUT)) {
        skip(check, job->path, err->text);
        return;
    }
    check->nfiles++;
    if (err->kind == ERR_NOT_REPORT)
        check->nstrange++;
    else
        check->nunreadable++;
    struct str piece = STR_INIT;
    check->format->trouble(&check->run, job->path, err, &piece);
    print_piece(check, &piece);
    str_release(&piece);
    complain_about(check, job->path, err->text);
}

/* ---- first round ---- */

/* Those that look like versions of one report are read before one of them is checked. */
static void read_part(void *context, size_t index)
{
    struct check *check = context;
    size_t begin = check->parts[index], end = check->parts[index + 1];
    checking_read(&check->checking, check->turns + begin, end - begin);
}

static bool note_met(void *context, size_t index)
{
    struct check *check = context;
    for (size_t i = check->parts[index]; i < check->parts[index + 1]; i++) {
        check->turns[i]->is_met = true;
        progress_step(&check->progress);
    }
    return !interrupt_came(&check->interrupt);
}

/* Whether what is printed of a report may depend on the others. */
static bool needs_others(const struct check *check)
{
    return check->njobs > 1 &&
           (check->checking.given.report || ruleset_judges(check->context->rules));
}

static int read_all(struct check *check, struct err *err)
{
    if (!needs_others(check))
        return 0;
    check->turns =
        turns_new(check->jobs, check->njobs, check->context->forms, check->context->options->jobs);
    check->parts = calloc(check->njobs + 1, sizeof *check->parts);
    if (!check->turns || !check->parts)
        return err_set_nomem(err);
    size_t nparts = turns_cut(check->turns, check->njobs, check->parts);
    const struct pool_work work = {nparts, 1, check, read_part, note_met};
    progress_begin(&check->progress, STDERR_FILENO, check->njobs);
    pool_run(&work, check->context->options->jobs);
    check->is_cut = check->interrupt.number != 0;
    progress_hide(&check->progress);
    company_settle(check->checking.company);
    return 0;
}

/* ---- second round ---- */

static void check_file(void *context, size_t index)
{
    struct check *check = context;
    struct job *job = &check->jobs[index];
    if (job_is_in_trouble(job) || (check->is_cut && !job->piece.is_kept))
        return;
    struct others others =
        check->is_cut ? job->others : checking_find_others(&check->checking, job);
    job->piece.is_kept = job->piece.is_kept && company_is_same(&others, &job->others);
    if (job->piece.is_kept)
        return;
    job->others = others;
    checking_make(&check->checking, job);
}

static void count(struct check *check, enum grade grade)
{
    check->nfiles++;
    check->run.nreports++;
    check->nclean += grade == GRADE_CLEAN;
    check->nsoft += grade == GRADE_SOFT;
    check->nunjudged += grade == GRADE_UNJUDGED;
    check->nerrors += grade == GRADE_ERRORS;
}

/* Whether there is something to print, even if the work was stopped. */
static bool is_done(const struct check *check, const struct job *job)
{
    return !check->is_cut || job->piece.is_kept || (job->is_met && job_is_in_trouble(job));
}

/* What is left to print of a job: what was kept goes from file to file, or is fetched, always
 * into the same place. */
static const struct str *fetch(struct check *check, struct job *job)
{
    bool may_be_sent = job->piece.is_kept && !*check->format->between;
    str_clear(&check->fetched);
    if (may_be_sent && spool_send(check->checking.printed, job->piece, check->context->out))
        return &check->fetched;
    if (job->piece.is_kept && spool_read(check->checking.printed, job->piece, &check->fetched) == 0)
        return &check->fetched;
    if (job->piece.is_kept)
        checking_make(&check->checking, job);
    return &job->printed;
}

static void deliver_piece(struct check *check, struct job *job)
{
    const struct str *printed = fetch(check, job);
    log_line("%s: %s", job->path, job_is_in_trouble(job) ? job->err->text : "checked");
    if (job->grade == GRADE_TROUBLE) {
        meet_trouble(check, job);
    } else {
        count(check, job->grade);
        print_piece(check, printed);
    }
    str_release(&job->printed);
}

static bool deliver(void *context, size_t index)
{
    struct check *check = context;
    struct output *out = check->context->out;
    if (is_done(check, &check->jobs[index]))
        deliver_piece(check, &check->jobs[index]);
    progress_step(&check->progress);
    return !out->is_closed && !out->failed && (check->is_cut || !interrupt_came(&check->interrupt));
}

/* Whether what was printed is all there is. */
static void note_end(struct check *check)
{
    struct format_run *run = &check->run;
    run->nfiles = check->njobs;
    run->ndone = check->nfiles + check->nskipped;
    if (interrupt_came(&check->interrupt) && (check->is_cut || run->ndone < run->nfiles))
        run->stopped_by = check->interrupt.number;
}

static void deliver_all(struct check *check)
{
    size_t step = check->turns ? SHORT_STEP : 1; /* after the first round there is little to do */
    const struct pool_work work = {check->njobs, step, check, check_file, deliver};
    print_frame(check, check->format->begin);
    progress_begin(&check->progress, STDERR_FILENO, check->njobs);
    pool_run(&work, check->context->options->jobs);
    progress_hide(&check->progress);
    note_end(check);
    print_frame(check, check->format->end);
}

/* ---- gathering the jobs ---- */

static int add_job(struct check *check, const struct job *begun, const struct err *err)
{
    if (vec_room(&check->jobs, &check->capacity, check->njobs, sizeof *check->jobs) != 0)
        return -1;
    struct job *job = &check->jobs[check->njobs++];
    *job = *begun;
    job->number = check->njobs;
    if (err)
        job_keep_err(job, err);
    return 0;
}

/* Reports that nobody has looked at must not look like reports without findings. */
static int add_unread(struct check *check, const struct queue *queue)
{
    const struct queue_skipped *skipped;
    size_t nskipped = queue_skipped_list(queue, &skipped);
    for (size_t i = 0; i < nskipped; i++) {
        struct job job = {.path = skipped[i].path, .from_folder = true};
        struct err err;
        err_set(&err, ERR_IO, "%s", skipped[i].reason);
        if (skipped[i].is_unread && add_job(check, &job, &err) != 0)
            return -1;
    }
    return 0;
}

static int add_folder(struct check *check, size_t index)
{
    struct job job = {.path = check->inputs.paths[index]};
    struct err err = {ERR_NONE, ""};
    const struct review_options options = {.readonly = true};
    struct queue *queue =
        queue_new(&job.path, 1, check->context->forms, check->context->rules, &options, &err);
    if (!queue)
        return add_job(check, &job, &err);
    check->folders[index] = queue;
    for (size_t i = 0; i < queue_count(queue); i++) {
        job = (struct job){.path = queue_at(queue, i)->path, .from_folder = true, .is_plain = true};
        if (add_job(check, &job, NULL) != 0)
            return -1;
    }
    return add_unread(check, queue);
}

/* A file is a job as it is; a folder gives one for each file to read in it. */
static int add_input(struct check *check, size_t index)
{
    mode_t mode = check->inputs.modes[index];
    struct job job = {.path = check->inputs.paths[index], .is_plain = S_ISREG(mode)};
    return S_ISDIR(mode) ? add_folder(check, index) : add_job(check, &job, NULL);
}

static int add_inputs(struct check *check)
{
    if (inputs_look(&check->inputs, check->context->options->jobs) != 0)
        return -1;
    for (size_t i = 0; i < check->inputs.npaths; i++)
        if (add_input(check, i) != 0)
            return -1;
    return 0;
}

static void list_skipped(struct check *check)
{
    for (size_t i = 0; i < check->inputs.npaths; i++) {
        const struct queue_skipped *skipped;
        size_t nskipped = check->folders[i] ? queue_skipped_list(check->folders[i], &skipped) : 0;
        for (size_t k = 0; k < nskipped; k++)
            if (!skipped[k].is_unread)
                skip(check, skipped[k].path, skipped[k].reason);
    }
}

/* A report given for nothing must not look like one that agreed. */
static void judge_given(struct check *check)
{
    const struct job *given = &check->checking.given;
    bool used = !given->report;
    for (size_t i = 0; i < check->njobs && !used; i++)
        used = check->jobs[i].others.prior == given && job_may_follow(&check->jobs[i], given);
    if (!used)
        output_complain_about(given->path,
                              company_is_open(check->checking.company, given)
                                  ? _("may be last year's report of several agencies named here; "
                                      "check the report that it is meant for by itself")
                                  : _("of no report named here the year before; the checks across "
                                      "two years were not made with it"));
    else if (given->report && check->njobs == 1 &&
             company_is_strangers(check->checking.company, &check->jobs[0], given))
        output_complain_about(given->path,
                              _("by its name another agency's; taken as last year's report, as "
                                "--prior says"));
}

static int prepare(struct check *check, struct err *err)
{
    if (inputs_read(check->context->options, &check->inputs, err) != 0)
        return -1;
    check->folders = calloc(check->inputs.npaths, sizeof *check->folders);
    if (!check->folders)
        return err_set_nomem(err);
    if (checking_open(&check->checking, check->context, check->format, &check->run, err) != 0)
        return -1;
    if (add_inputs(check) != 0)
        return err_set_nomem(err);
    check->checking.is_alone = check->njobs == 1;
    return 0;
}

static void release(struct check *check)
{
    for (size_t i = 0; check->folders && i < check->inputs.npaths; i++)
        queue_free(check->folders[i]);
    for (size_t i = 0; i < check->njobs; i++)
        job_release(&check->jobs[i]);
    checking_close(&check->checking);
    str_release(&check->fetched);
    inputs_release(&check->inputs);
    str_release(&check->run.notices);
    free(check->folders);
    free(check->turns);
    free(check->parts);
    free(check->jobs);
}

/* What says nothing against any report must not look like all is well. */
static bool met_no_report(const struct check *check)
{
    return check->nfiles == 0 && check->nskipped > 0;
}

static void print_summary(const struct check *check)
{
    if (!check->format->for_people || check->nfiles + check->nskipped < 2)
        return;
    if (check->nunjudged > 0)
        output_format(check->context->out, _("not evaluated, as all checks are off: %zu\n"),
                      check->nunjudged);
    output_format(check->context->out,
                  _("files %zu: clean %zu, with errors %zu, only warnings or undecided %zu, "
                    "not readable %zu, no report %zu; skipped %zu\n"),
                  check->nfiles, check->nclean, check->nerrors, check->nsoft, check->nunreadable,
                  check->nstrange, check->nskipped);
}

static void tell_end(struct check *check)
{
    struct str text = STR_INIT;
    if (!check->run.stopped_by) {
        list_skipped(check);
        judge_given(check);
        if (met_no_report(check))
            output_complain(_("no report was found; name a report or a folder with reports"));
        return;
    }
    format_stopped(&check->run, &text);
    output_complain(str_text(&text));
    str_release(&text);
}

static int check_all(struct check *check, struct err *err)
{
    interrupt_begin(&check->interrupt);
    int result = read_all(check, err);
    if (result == 0)
        deliver_all(check);
    interrupt_end(&check->interrupt);
    if (result == 0) {
        tell_end(check);
        print_summary(check);
    }
    return result;
}

static int status_of(const struct check *check)
{
    if (check->interrupt.number)
        return 128 + check->interrupt.number;
    if (check->nunreadable || check->nstrange || met_no_report(check))
        return STATUS_TROUBLE;
    return check->nerrors ? STATUS_ERRORS : STATUS_CLEAN;
}

static void complain_of_start(const struct check *check, const struct err *err)
{
    const struct job *given = &check->checking.given;
    bool is_of_given =
        given->path && !given->report && err->kind != ERR_NOMEM && err->kind != ERR_USAGE;
    if (is_of_given)
        output_complain_about(given->path, err->text);
    else
        output_complain(err->text);
}

int command_check(const struct command_context *context)
{
    struct check check = {.context = context,
                          .format = format_of(context->options->format),
                          .run = {.rules = context->rules,
                                  .lang = context->lang,
                                  .version = context->version,
                                  .ascii = context->ascii}};
    struct err err = {ERR_NONE, ""};
    int status = STATUS_TROUBLE;
    if (prepare(&check, &err) != 0)
        complain_of_start(&check, &err);
    else if (check_all(&check, &err) != 0)
        output_complain(err.text);
    else
        status = status_of(&check);
    release(&check);
    return status;
}
