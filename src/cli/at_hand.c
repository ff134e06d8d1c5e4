#include "at_hand.h"

#include "company.h"

/* A job's report, whole or as far as it is kept; NULL where it cannot be had. */
struct opened {
    const struct report *report;
    struct report *mine; /* the same where it is to be freed, NULL else */
};

static struct opened open_part(const struct at_hand *at_hand, const struct job *job,
                               enum report_part part)
{
    struct opened opened = {job ? job->report : NULL, NULL};
    for (size_t i = 0; !opened.report && i < at_hand->n; i++)
        opened.report = at_hand->jobs[i] == job ? at_hand->reports[i] : NULL;
    if (job && !opened.report)
        opened.report = opened.mine = job_restore(job, at_hand->abridged, at_hand->forms, part);
    return opened;
}

static const struct report *keep(struct at_hand *at_hand, struct opened opened)
{
    if (opened.mine)
        at_hand->mine[at_hand->nmine++] = opened.mine;
    return opened.report;
}

const struct report *at_hand_open(struct at_hand *at_hand, const struct job *job)
{
    return keep(at_hand, open_part(at_hand, job, PART_ALL));
}

static bool agrees(const struct at_hand *at_hand, const struct report *prior,
                   const struct job *version)
{
    struct opened one = open_part(at_hand, version, PART_TABLES);
    bool result = !one.report || report_versions_agree(prior, one.report);
    report_free(one.mine);
    return result;
}

static bool all_agree(const struct at_hand *at_hand, const struct report *prior,
                      const struct others *others)
{
    bool result = true;
    for (size_t i = 0; result && i < JOB_DOUBTS && others->doubts[i]; i++)
        result = others->doubts[i] == others->prior || agrees(at_hand, prior, others->doubts[i]);
    return result;
}

/* Where it has versions only its tables at first, as mostly it is of no use then. */
static const struct report *open_prior(struct at_hand *at_hand, const struct others *others)
{
    bool is_doubted = others->doubts[0] && others->prior != at_hand->given;
    struct opened prior = open_part(at_hand, others->prior, is_doubted ? PART_TABLES : PART_ALL);
    if (!is_doubted || !prior.report)
        return keep(at_hand, prior);
    bool is_settled = all_agree(at_hand, prior.report, others);
    if (is_settled && !prior.mine)
        return prior.report;
    report_free(prior.mine);
    return is_settled ? at_hand_open(at_hand, others->prior) : NULL;
}

const struct report *at_hand_prior(struct at_hand *at_hand, const struct others *others)
{
    for (size_t i = at_hand->npriors; i-- > 0;)
        if (company_same_prior(at_hand->priors[i].others, others))
            return at_hand->priors[i].report;
    const struct report *report = open_prior(at_hand, others);
    at_hand->priors[at_hand->npriors++] = (struct prior_at_hand){others, report};
    return report;
}

void at_hand_release(struct at_hand *at_hand)
{
    for (size_t i = 0; i < at_hand->nmine; i++)
        report_free(at_hand->mine[i]);
}
