#include "checking.h"

#include "at_hand.h"
#include "likes.h"
#include "turns.h"

static int open_given(struct checking *checking, struct err *err)
{
    struct job *given = &checking->given;
    given->path = checking->context->options->prior;
    if (!given->path || (given->report = job_open(given, checking->context->forms)))
        return 0;
    if (!given->err)
        return err_set_nomem(err);
    *err = *given->err;
    return -1;
}

int checking_open(struct checking *checking, const struct command_context *context,
                  const struct format *format, const struct format_run *run, struct err *err)
{
    *checking = (struct checking){.context = context,
                                  .format = format,
                                  .run = run,
                                  .wants_peers = ruleset_wants_peers(context->rules),
                                  .abridged = spool_new(),
                                  .printed = spool_new()};
    if (!checking->abridged || !checking->printed)
        return err_set_nomem(err);
    if (open_given(checking, err) != 0)
        return -1;
    checking->company =
        company_new(checking->given.report ? &checking->given : NULL, checking->wants_peers);
    return checking->company ? 0 : err_set_nomem(err);
}

void checking_close(struct checking *checking)
{
    job_release(&checking->given);
    company_free(checking->company);
    spool_free(checking->abridged);
    spool_free(checking->printed);
}

struct others checking_find_others(const struct checking *checking, const struct job *job)
{
    struct others others = company_find(checking->company, job);
    if (checking->given.report && checking->is_alone)
        others.prior = &checking->given;
    return others;
}

static struct at_hand nothing_at_hand(const struct checking *checking)
{
    return (struct at_hand){.abridged = checking->abridged,
                            .forms = checking->context->forms,
                            .given = &checking->given};
}

/* What it is checked with. doubts is room that has to stay. */
static struct findings_input input_of(const struct checking *checking, struct at_hand *at_hand,
                                      const struct job *job, const struct report *report,
                                      const char *doubts[JOB_DOUBTS])
{
    const struct others *others = &job->others;
    return (struct findings_input){.report = report,
                                   .prior = at_hand_prior(at_hand, others),
                                   .doubts = doubts,
                                   .ndoubts = company_name_doubts(others, doubts),
                                   .doubts_are_versions = others->prior != NULL,
                                   .version = at_hand_open(at_hand, others->version),
                                   .peer = at_hand_open(at_hand, others->peer),
                                   .rules = checking->context->rules,
                                   .without_prints = !checking->format->has_prints,
                                   .one_language = true,
                                   .lang = checking->run->lang};
}

/* Frees them. */
static void print_findings(const struct checking *checking, struct job *job,
                           struct findings *findings, struct str *printed)
{
    struct err err;
    if (!findings) {
        err_set_nomem(&err);
        job_keep_err(job, &err);
        return;
    }
    checking->format->report(checking->run, findings, printed);
    job->grade = grade_of(findings);
    findings_free(findings);
}

void checking_make(const struct checking *checking, struct job *job)
{
    const char *doubts[JOB_DOUBTS];
    struct at_hand at_hand = nothing_at_hand(checking);
    struct report *report = job_open(job, checking->context->forms);
    if (report) {
        struct findings_input input = input_of(checking, &at_hand, job, report, doubts);
        print_findings(checking, job, findings_evaluate(&input, NULL), &job->printed);
    }
    at_hand_release(&at_hand);
    report_free(report);
}

/* For the reports that are read later to find. */
static void let_in(const struct checking *checking, struct job *job, const struct report *report)
{
    struct err err;
    job_abridge(job, report, checking->abridged);
    if (checking->wants_peers)
        job->sketch = likes_sketch(report);
    if (company_add(checking->company, job) != 0) {
        err_set_nomem(&err);
        job_keep_err(job, &err);
    }
}

static struct report *read_one(const struct checking *checking, struct job *job)
{
    struct report *report = job_is_in_trouble(job) ? NULL : job_open(job, checking->context->forms);
    if (report)
        let_in(checking, job, report);
    return report;
}

/* Printed to where it is kept; without memory for that, in the second round. */
static void print_and_keep(const struct checking *checking, struct job *job,
                           struct findings *findings)
{
    struct str *printed = spool_begin(checking->printed);
    if (!printed) {
        findings_free(findings);
        return;
    }
    print_findings(checking, job, findings, printed);
    job->piece = spool_end(checking->printed, printed);
    job->piece.is_kept = job->piece.is_kept && !job_is_in_trouble(job);
}

static void check_all(const struct checking *checking, struct job *const *jobs,
                      struct report *const *reports, size_t n)
{
    struct findings_input inputs[TURNS_TOGETHER] = {0};
    struct findings *findings[TURNS_TOGETHER];
    struct job *checked[TURNS_TOGETHER];
    const char *doubts[TURNS_TOGETHER][JOB_DOUBTS];
    struct at_hand at_hand = nothing_at_hand(checking);
    size_t nchecked = 0;
    at_hand.jobs = jobs;
    at_hand.reports = reports;
    at_hand.n = n;
    for (size_t i = 0; i < n; i++) {
        if (!reports[i] || job_is_in_trouble(jobs[i]))
            continue;
        jobs[i]->others = checking_find_others(checking, jobs[i]);
        inputs[nchecked] = input_of(checking, &at_hand, jobs[i], reports[i], doubts[nchecked]);
        checked[nchecked++] = jobs[i];
    }
    findings_evaluate_all(inputs, nchecked, findings);
    for (size_t i = 0; i < nchecked; i++)
        print_and_keep(checking, checked[i], findings[i]);
    at_hand_release(&at_hand);
}

/* How many were read: not all where they are large, so that memory stays small; versions of one
 * report all the same, as each is checked beside the others. */
static size_t read_some(const struct checking *checking, struct job *const *jobs, size_t n,
                        struct report **reports)
{
    enum { MOST_NBYTES = 1024 * 1024 };
    size_t nread = 0, nbytes = 0;
    while (nread < n && nbytes < MOST_NBYTES)
        for (size_t end = nread + turns_together(jobs + nread, n - nread); nread < end; nread++) {
            reports[nread] = read_one(checking, jobs[nread]);
            nbytes += reports[nread] ? reports[nread]->source_nbytes : 0;
        }
    return nread;
}

void checking_read(const struct checking *checking, struct job *const *jobs, size_t n)
{
    struct report *reports[TURNS_TOGETHER];
    for (size_t done = 0, some; done < n; done += some) {
        some = read_some(checking, jobs + done, n - done, reports);
        check_all(checking, jobs + done, reports, some);
        for (size_t i = 0; i < some; i++)
            report_free(reports[i]);
    }
}
