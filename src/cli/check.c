#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "format.h"
#include "gouji/base/log.h"
#include "gouji/base/path.h"
#include "gouji/base/vec.h"
#include "gouji/cli/command.h"
#include "gouji/review/pairs.h"
#include "gouji/review/queue.h"
#include "inputs.h"
#include "interrupt.h"
#include "likes.h"
#include "pool.h"
#include "progress.h"
#include "shelf.h"
#include "spool.h"

/* `gouji check`: the findings of many reports, in the order of the arguments.
 * Reports are read and checked side by side, each as a job of its own; what
 * they print comes out one after the other. Of several reports none can be
 * printed before all have been read, since last year's may come last. While there
 * is room they stay open from the first round and are checked in the second. Of
 * the others what the first round prints is spooled, and the second makes anew
 * only those whose last year's report came after them. */

enum grade { GRADE_TROUBLE, GRADE_CLEAN, GRADE_SOFT, GRADE_ERRORS };

/* Kept for every report to the end. */
struct job {
    const char *path; /* of the inputs or of a folder's queue */
    bool from_folder;
    bool took_given; /* checked together with the --prior report */
    bool is_final;   /* nothing that comes later can change the piece */
    enum grade grade;
    int year;           /* with the agency: what pairs are found by */
    char *agency;       /* NULL: not stated */
    struct sketch *sketch; /* while SIM-01 is on and others are checked with it; NULL */
    struct report *report; /* kept open for the second round, NULL */
    struct err *err;    /* for TROUBLE, owned; NULL: none, or no memory for it */
    struct str printed; /* what is to be printed, until it is spooled or delivered */
    struct piece piece; /* of the first round */
};

struct check {
    const struct command_context *context;
    const struct format *format;
    struct format_run run;
    struct inputs inputs;
    struct queue **folders; /* one for each input; NULL for files */
    struct job *jobs;
    size_t njobs, capacity;
    struct report *given; /* --prior, NULL */
    struct pairs *pairs;  /* owners: jobs, and `given` */
    pthread_rwlock_t pairs_lock;
    struct likes *likes; /* owners: jobs; NULL while SIM-01 is off */
    struct shelf shelf; /* of the reports kept open */
    struct spool *spool;
    struct interrupt interrupt;
    struct progress progress;
    size_t nread; /* jobs the first round got through */
    bool is_first_round;
    bool is_cut;    /* the first round was stopped: the second makes nothing anew */
    size_t npieces; /* printed */
    size_t nfiles;  /* looked at, skipped ones left out */
    size_t nclean, nerrors, nsoft, nunreadable, nstrange, nskipped;
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
    if (piece->nbytes && check->npieces++)
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

static enum grade grade_of(const struct findings *findings)
{
    if (findings_failed(findings, SEVERITY_ERROR))
        return GRADE_ERRORS;
    bool soft = findings_failed(findings, SEVERITY_WARNING) || findings->counts[OUTCOME_UNDECIDED];
    return soft ? GRADE_SOFT : GRADE_CLEAN;
}

/* ---- one report, on any thread: changes nothing but its own job ---- */

static void keep_err(struct job *job, const struct err *err)
{
    job->grade = GRADE_TROUBLE;
    job->err = malloc(sizeof *job->err);
    if (job->err)
        *job->err = *err;
}

static bool is_in_trouble(const struct job *job)
{
    return job->err != NULL;
}

static struct identity identity_of(const struct job *job)
{
    return (struct identity){.agency = job->agency, .year = job->year};
}

static bool is_year_after(const struct job *job, const struct report *prior)
{
    int before = prior->who.year;
    return job->year == 0 || before == 0 || before == job->year - 1;
}

/* In the first round only what the reports still to come cannot change. */
static const void *find_owner(struct check *check, const struct job *job)
{
    struct identity who = identity_of(job);
    pthread_rwlock_rdlock(&check->pairs_lock);
    const void *owner = check->is_first_round ? pairs_prior_certain(check->pairs, &who)
                                              : pairs_prior(check->pairs, &who);
    pthread_rwlock_unlock(&check->pairs_lock);
    return owner;
}

/* The file that may be last year's report, where names do not decide it; NULL. In
 * the first round nothing is doubtful yet. */
static const char *find_doubtful(struct check *check, const struct job *job)
{
    struct identity who = identity_of(job);
    const void *owner;
    if (check->is_first_round)
        return NULL;
    pthread_rwlock_rdlock(&check->pairs_lock);
    size_t n = pairs_doubtful(check->pairs, &who, &owner, 1);
    pthread_rwlock_unlock(&check->pairs_lock);
    if (n == 0)
        return NULL;
    return path_name(owner == check->given ? check->given->path
                                           : ((const struct job *)owner)->path);
}

/* Another report of the same agency and year; NULL. In the first round there may be
 * one to come. */
static const struct job *find_version(struct check *check, const struct job *job)
{
    struct identity who = identity_of(job);
    size_t position = 0;
    const void *owner;
    if (check->is_first_round)
        return NULL;
    pthread_rwlock_rdlock(&check->pairs_lock);
    do
        owner = pairs_same_year(check->pairs, job, &who, &position);
    while (owner && owner == check->given);
    pthread_rwlock_unlock(&check->pairs_lock);
    return owner;
}

static bool is_other_agency(const void *owner, const void *other)
{
    struct identity a = identity_of(owner), b = identity_of(other);
    return sketch_is_of_other(&a, &b);
}

/* The report whose prose is most like it, of another agency; NULL. */
static const struct job *find_peer(const struct check *check, const struct job *job)
{
    return check->is_first_round || !job->sketch || !check->likes
               ? NULL
               : likes_find(check->likes, job, job->sketch, is_other_agency);
}

/* A job's report, NULL for none; *mine when the caller must free it. */
static const struct report *open_job(struct check *check, const struct job *job,
                                     struct report **mine)
{
    bool is_open = !job || job->report;
    *mine = is_open ? NULL : report_open(job->path, check->context->forms, NULL);
    return job && is_open ? job->report : *mine;
}

/* Last year's report of a job's; *mine when the caller must free it. */
static const struct report *open_prior(struct check *check, struct job *job, struct report **mine)
{
    const void *owner = find_owner(check, job);
    *mine = NULL;
    if (check->given && (check->njobs == 1 || owner == check->given)) {
        job->took_given = is_year_after(job, check->given);
        return check->given;
    }
    return open_job(check, owner, mine);
}

/* The job's own report, with its agency and year noted; NULL: the job is in trouble. */
static struct report *open_own(struct check *check, struct job *job)
{
    struct err err = {ERR_NONE, ""};
    struct report *report = report_open(job->path, check->context->forms, &err);
    if (report && !job->agency && report->who.agency &&
        !(job->agency = strdup(report->who.agency))) {
        err_set_nomem(&err);
        report_free(report);
        report = NULL;
    }
    if (report)
        job->year = report->who.year;
    else
        keep_err(job, &err);
    return report;
}

static void check_report(struct check *check, struct job *job, const struct report *report)
{
    struct err err = {ERR_NONE, ""};
    struct report *my_prior, *my_version, *my_peer;
    const struct report *prior = open_prior(check, job, &my_prior);
    const struct findings_input input = {.report = report,
                                         .prior = prior,
                                         .doubtful_prior =
                                             prior ? NULL : find_doubtful(check, job),
                                         .version = open_job(check, find_version(check, job),
                                                             &my_version),
                                         .peer = open_job(check, find_peer(check, job), &my_peer),
                                         .rules = check->context->rules};
    struct findings *findings = findings_evaluate(&input, &err);
    job->is_final = prior != NULL;
    if (findings) {
        check->format->report(&check->run, findings, &job->printed);
        job->grade = grade_of(findings);
    } else {
        keep_err(job, &err);
    }
    findings_free(findings);
    report_free(my_version);
    report_free(my_peer);
    report_free(my_prior);
}

static void make_piece(struct check *check, struct job *job)
{
    struct report *report = job->report ? job->report : open_own(check, job);
    if (report)
        check_report(check, job, report);
    if (report != job->report)
        report_free(report);
}

/* ---- first round ---- */

static void read_file(void *context, size_t index)
{
    struct check *check = context;
    struct job *job = &check->jobs[index];
    struct report *report = is_in_trouble(job) ? NULL : open_own(check, job);
    if (!report)
        return;
    if (check->likes)
        job->sketch = likes_sketch(report);
    if (shelf_takes(&check->shelf, report)) {
        job->report = report;
        return;
    }
    check_report(check, job, report);
    report_free(report);
}

static int put_in_pairs(struct check *check, const struct job *job)
{
    struct identity who = identity_of(job);
    pthread_rwlock_wrlock(&check->pairs_lock);
    int rc = pairs_add(check->pairs, job, &who);
    pthread_rwlock_unlock(&check->pairs_lock);
    return rc;
}

static bool pair_file(void *context, size_t index)
{
    struct check *check = context;
    struct job *job = &check->jobs[index];
    bool is_put = is_in_trouble(job) || put_in_pairs(check, job) == 0;
    if (job->sketch && !is_in_trouble(job))
        is_put &= likes_add(check->likes, job, job->sketch) == 0;
    if (!is_in_trouble(job) && !job->report && !job->printed.failed)
        job->piece = spool_keep(check->spool, str_slice(&job->printed));
    str_release(&job->printed);
    progress_step(&check->progress);
    check->nread = index + 1;
    return is_put && !interrupt_came(&check->interrupt);
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

static void read_all(struct check *check)
{
    const struct pool_work work = {check->njobs, check, read_file, pair_file};
    check->nread = check->njobs;
    if (check->njobs < 2)
        return;
    progress_begin(&check->progress, STDERR_FILENO, check->njobs);
    check->nread = 0;
    check->is_first_round = true;
    pool_run(&work, check->context->options->jobs);
    check->is_first_round = false;
    if (check->likes)
        likes_settle(check->likes);
    check->is_cut = check->interrupt.number != 0;
    progress_hide(&check->progress);
}

/* ---- second round ---- */

static void check_file(void *context, size_t index)
{
    struct check *check = context;
    struct job *job = &check->jobs[index];
    if (is_in_trouble(job) || (check->is_cut && !job->report))
        return;
    bool has_prior = !job->is_final && (find_owner(check, job) || find_doubtful(check, job));
    bool is_whole = !has_prior && !find_version(check, job) && !find_peer(check, job);
    if (job->piece.is_kept && is_whole)
        return;
    job->piece.is_kept = false;
    make_piece(check, job);
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
    if (job->piece.is_kept && spool_read(check->spool, job->piece, &job->printed) != 0) {
        str_clear(&job->printed);
        make_piece(check, job);
    }
    log_line("%s: %s", job->path, is_in_trouble(job) ? job->err->text : "checked");
    if (job->grade == GRADE_TROUBLE) {
        meet_trouble(check, job);
    } else {
        count(check, job->grade);
        print_piece(check, &job->printed);
    }
    str_release(&job->printed);
    progress_step(&check->progress);
    return !out->is_closed && !out->failed && (check->is_cut || !interrupt_came(&check->interrupt));
}

static void deliver_all(struct check *check)
{
    const struct pool_work work = {check->nread, check, check_file, deliver};
    print_frame(check, check->format->begin);
    progress_begin(&check->progress, STDERR_FILENO, check->nread);
    pool_run(&work, check->context->options->jobs);
    progress_hide(&check->progress);
    print_frame(check, check->format->end);
}

/* ---- gathering the jobs ---- */

static int add_job(struct check *check, const char *path, bool from_folder, const struct err *err)
{
    if (vec_room(&check->jobs, &check->capacity, check->njobs, sizeof *check->jobs) != 0)
        return -1;
    struct job *job = &check->jobs[check->njobs++];
    *job = (struct job){.path = path, .from_folder = from_folder};
    if (err)
        keep_err(job, err);
    return 0;
}

/* A file is a job as it is; a folder gives one for each file to read in it. */
static int add_input(struct check *check, size_t index)
{
    const char *path = check->inputs.paths[index];
    struct err err = {ERR_NONE, ""};
    struct stat status;
    if (stat(path, &status) != 0 || !S_ISDIR(status.st_mode))
        return add_job(check, path, false, NULL);
    const struct review_options options = {.readonly = true};
    struct queue *queue =
        queue_new(&path, 1, check->context->forms, check->context->rules, &options, &err);
    if (!queue)
        return add_job(check, path, false, &err);
    check->folders[index] = queue;
    for (size_t i = 0; i < queue_count(queue); i++)
        if (add_job(check, queue_at(queue, i)->path, true, NULL) != 0)
            return -1;
    return 0;
}

static void list_skipped(struct check *check)
{
    for (size_t i = 0; i < check->inputs.npaths; i++) {
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

static int prepare(struct check *check, struct err *err)
{
    if (inputs_read(check->context->options, &check->inputs, err) != 0)
        return -1;
    check->folders = calloc(check->inputs.npaths, sizeof *check->folders);
    check->pairs = pairs_new();
    check->spool = spool_new();
    const struct rule *similar = ruleset_find(check->context->rules, "SIM-01");
    bool wants_likes = similar && similar->on;
    check->likes = wants_likes ? likes_new() : NULL;
    if (!check->folders || !check->pairs || !check->spool || (wants_likes && !check->likes))
        return err_set_nomem(err);
    if (open_given(check, err) != 0)
        return -1;
    for (size_t i = 0; i < check->inputs.npaths; i++)
        if (add_input(check, i) != 0)
            return err_set_nomem(err);
    return 0;
}

static void release(struct check *check)
{
    for (size_t i = 0; check->folders && i < check->inputs.npaths; i++)
        queue_free(check->folders[i]);
    for (size_t i = 0; i < check->njobs; i++) {
        str_release(&check->jobs[i].printed);
        report_free(check->jobs[i].report);
        free(check->jobs[i].agency);
        free(check->jobs[i].sketch);
        free(check->jobs[i].err);
    }
    report_free(check->given);
    pairs_free(check->pairs);
    likes_free(check->likes);
    spool_free(check->spool);
    inputs_release(&check->inputs);
    str_release(&check->run.notices);
    free(check->folders);
    free(check->jobs);
}

static void print_summary(const struct check *check)
{
    if (check->format->for_people && check->nfiles + check->nskipped > 1)
        output_format(check->context->out,
                      _("files %zu: clean %zu, with errors %zu, only warnings or undecided %zu, "
                        "not readable %zu, no report %zu; skipped %zu\n"),
                      check->nfiles, check->nclean, check->nerrors, check->nsoft,
                      check->nunreadable, check->nstrange, check->nskipped);
}

static void check_all(struct check *check)
{
    interrupt_begin(&check->interrupt);
    read_all(check);
    deliver_all(check);
    interrupt_end(&check->interrupt);
    if (check->interrupt.number) {
        char text[ERR_TEXT_NBYTES];
        snprintf(text, sizeof text,
                 _("stopped: %zu of %zu files are done; last year's reports among the others were "
                   "not looked at"),
                 check->nfiles + check->nskipped, check->njobs);
        output_complain(text);
    } else {
        list_skipped(check);
        judge_given(check);
    }
    print_summary(check);
}

static int status_of(const struct check *check)
{
    if (check->interrupt.number)
        return 128 + check->interrupt.number;
    if (check->nunreadable || check->nstrange)
        return STATUS_TROUBLE;
    return check->nerrors ? STATUS_ERRORS : STATUS_CLEAN;
}

int command_check(const struct command_context *context)
{
    struct check check = {.context = context,
                          .pairs_lock = PTHREAD_RWLOCK_INITIALIZER,
                          .format = format_of(context->options->format),
                          .run = {.rules = context->rules,
                                  .lang = context->lang,
                                  .version = context->version,
                                  .ascii = context->ascii}};
    struct err err = {ERR_NONE, ""};
    int status = STATUS_TROUBLE;
    if (prepare(&check, &err) == 0) {
        check_all(&check);
        status = status_of(&check);
    } else if (context->options->prior && !check.given && err.kind != ERR_NOMEM &&
               err.kind != ERR_USAGE) {
        output_complain_about(context->options->prior, err.text);
    } else {
        output_complain(err.text);
    }
    release(&check);
    return status;
}
