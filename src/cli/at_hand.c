#include "at_hand.h"

#include "company.h"

static struct opened open_part(const struct at_hand *at_hand, const struct job *job,
                               enum report_part part)
{
    struct opened opened = {job, job ? job->report : NULL, NULL};
    for (size_t i = 0; !opened.report && i < at_hand->n; i++)
        opened.report = at_hand->jobs[i] == job ? at_hand->reports[i] : NULL;
    if (job && !opened.report)
        opened.report = opened.mine = job_restore(job, at_hand->abridged, at_hand->forms, part);
    return opened;
}

struct opened at_hand_open(const struct at_hand *at_hand, const struct job *job)
{
    return open_part(at_hand, job, PART_ALL);
}

static bool agrees(const struct at_hand *at_hand, const struct opened *prior,
                   const struct job *version)
{
    if (version == prior->job)
        return true;
    struct opened one = open_part(at_hand, version, PART_TABLES);
    bool result = !one.report || report_versions_agree(prior->report, one.report);
    report_free(one.mine);
    return result;
}

static bool all_agree(const struct at_hand *at_hand, const struct opened *prior,
                      const struct others *others)
{
    bool result = true;
    for (size_t i = 0; result && i < JOB_DOUBTS && others->doubts[i]; i++)
        result = agrees(at_hand, prior, others->doubts[i]);
    return result;
}

/* Where it has versions only its tables at first, as mostly it is of no use then. */
static struct opened open_prior(const struct at_hand *at_hand, const struct others *others)
{
    bool is_doubted = others->doubts[0] && others->prior != at_hand->given;
    struct opened prior = open_part(at_hand, others->prior, is_doubted ? PART_TABLES : PART_ALL);
    if (!is_doubted || !prior.report)
        return prior;
    bool is_settled = all_agree(at_hand, &prior, others);
    if (is_settled && !prior.mine)
        return prior;
    report_free(prior.mine);
    return is_settled ? at_hand_open(at_hand, others->prior) : (struct opened){.job = NULL};
}

/* Versions of one report mostly have the same one of last year. */
const struct report *at_hand_prior(struct at_hand *at_hand, const struct others *others)
{
    if (!at_hand->others || !company_same_prior(at_hand->others, others)) {
        at_hand_release(at_hand);
        at_hand->prior = open_prior(at_hand, others);
        at_hand->others = others;
    }
    return at_hand->prior.report;
}

void at_hand_release(struct at_hand *at_hand)
{
    report_free(at_hand->prior.mine);
}
