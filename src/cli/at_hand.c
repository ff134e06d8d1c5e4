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

static bool agrees(const struct at_hand *at_hand, const struct job *version)
{
    const struct opened *prior = &at_hand->prior;
    if (version == prior->job)
        return true;
    struct opened one = open_part(at_hand, version, PART_TABLES);
    bool result = !one.report || company_versions_agree(prior->report, one.report);
    report_free(one.mine);
    return result;
}

static bool all_agree(const struct at_hand *at_hand, const struct others *others)
{
    bool result = true, is_given = others->prior == at_hand->given;
    for (size_t i = 0; result && !is_given && i < JOB_DOUBTS && others->doubts[i]; i++)
        result = agrees(at_hand, others->doubts[i]);
    return result;
}

/* Versions of one report mostly have the same one of last year. */
const struct report *at_hand_prior(struct at_hand *at_hand, const struct others *others)
{
    bool is_asked_again = at_hand->others && company_same_prior(at_hand->others, others);
    if (!is_asked_again && at_hand->prior.job != others->prior) {
        at_hand_release(at_hand);
        at_hand->prior = at_hand_open(at_hand, others->prior);
    }
    if (!is_asked_again)
        at_hand->is_settled = at_hand->prior.report && all_agree(at_hand, others);
    at_hand->others = others;
    return at_hand->is_settled ? at_hand->prior.report : NULL;
}

void at_hand_release(struct at_hand *at_hand)
{
    report_free(at_hand->prior.mine);
}
