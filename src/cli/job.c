#include "job.h"

#include <stdlib.h>
#include <string.h>

#include "gouji/report/abridged.h"

void job_release(struct job *job)
{
    str_release(&job->printed);
    report_free(job->report);
    free(job->agency);
    free(job->sketch);
    free(job->err);
}

bool job_is_in_trouble(const struct job *job)
{
    return job->err != NULL;
}

void job_keep_err(struct job *job, const struct err *err)
{
    job->grade = GRADE_TROUBLE;
    job->err = malloc(sizeof *job->err);
    if (job->err)
        *job->err = *err;
}

enum grade grade_of(const struct findings *findings)
{
    if (findings_failed(findings, SEVERITY_ERROR))
        return GRADE_ERRORS;
    size_t judged = 0;
    for (int i = 0; i < OUTCOME_COUNT; i++)
        judged += findings->counts[i];
    if (judged == 0) /* all rules are off */
        return GRADE_UNJUDGED;
    bool soft = findings_failed(findings, SEVERITY_WARNING) || findings->counts[OUTCOME_UNDECIDED];
    return soft ? GRADE_SOFT : GRADE_CLEAN;
}

struct identity job_identity(const struct job *job)
{
    return (struct identity){.agency = job->agency, .year = job->year};
}

bool job_may_follow(const struct job *job, const struct job *prior)
{
    return job->year == 0 || prior->year == 0 || prior->year == job->year - 1;
}

struct report *job_open(struct job *job, const struct forms *forms)
{
    struct err err = {ERR_NONE, ""};
    struct report *report = report_open(job->path, forms, &err);
    if (report && !job->agency && report->who.agency &&
        !(job->agency = strdup(report->who.agency))) {
        err_set_nomem(&err);
        report_free(report);
        report = NULL;
    }
    if (report)
        job->year = report->who.year;
    else
        job_keep_err(job, &err);
    return report;
}

void job_abridge(struct job *job, const struct report *report, struct spool *spool)
{
    struct str bytes = STR_INIT;
    if (report_abridge(report, &bytes))
        job->abridged = spool_keep(spool, str_slice(&bytes));
    str_release(&bytes);
}

struct report *job_restore(const struct job *job, struct spool *spool, const struct forms *forms,
                           enum report_part part)
{
    struct str bytes = STR_INIT;
    struct report *report = NULL;
    if (job->abridged.is_kept && spool_read(spool, job->abridged, &bytes) == 0 && !bytes.failed)
        report = report_restore(job->path, str_slice(&bytes), forms, part);
    str_release(&bytes);
    return report ? report : report_open(job->path, forms, NULL);
}
