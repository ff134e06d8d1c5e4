#include "together.h"

#include <stdlib.h>
#include <string.h>

#include "company.h"
#include "likes.h"

struct together {
    struct queue *queue;
    const struct command_context *context;
    struct job *jobs; /* one an entry; path NULL: not let in */
    size_t njobs;
    struct company *company;
    bool wants_peers;
};

/* What the company keeps of an entry. The prose has to be read for likenesses alone. */
static int let_in(struct together *together, size_t index)
{
    const struct queue_item *item = queue_at(together->queue, index);
    struct job *job = &together->jobs[index];
    if (item->state == QUEUE_UNREAD || item->state == QUEUE_FAILED)
        return 0;
    *job = (struct job){.number = index + 1, .path = item->path, .year = item->year};
    if (item->agency && !(job->agency = strdup(item->agency)))
        return -1;
    struct report *report =
        together->wants_peers ? report_open(item->path, together->context->forms, NULL) : NULL;
    job->sketch = report ? likes_sketch(report) : NULL;
    report_free(report);
    return company_add(together->company, job);
}

static int gather(struct together *together)
{
    int result = 0;
    for (size_t i = 0; result == 0 && i < together->njobs; i++)
        result = let_in(together, i);
    company_settle(together->company);
    return result;
}

static struct report *open_of(const struct together *together, const struct job *job)
{
    return job ? report_open(job->path, together->context->forms, NULL) : NULL;
}

static void count_with(struct together *together, size_t index, const struct others *others)
{
    const char *doubts[JOB_DOUBTS];
    struct report *version = open_of(together, others->version);
    struct report *peer = open_of(together, others->peer);
    const struct review_others given = {.version = version,
                                        .peer = peer,
                                        .doubts = doubts,
                                        .ndoubts = company_name_doubts(others, doubts),
                                        .doubts_are_versions = others->prior != NULL};
    queue_count_with(together->queue, index, &given);
    report_free(version);
    report_free(peer);
}

/* Where last year's report is known, what else might have been it changes nothing. */
static void count(struct together *together)
{
    for (size_t i = 0; i < together->njobs; i++) {
        const struct job *job = &together->jobs[i];
        if (!job->path)
            continue;
        struct others others = company_find(together->company, job);
        bool is_doubted = others.doubts[0] && !queue_at(together->queue, i)->prior;
        if (others.version || others.peer || is_doubted)
            count_with(together, i, &others);
    }
}

int together_count(struct queue *queue, const struct command_context *context)
{
    struct together together = {.queue = queue,
                                .context = context,
                                .njobs = queue_count(queue),
                                .wants_peers = ruleset_wants_peers(context->rules)};
    int result = -1;
    together.jobs = calloc(together.njobs ? together.njobs : 1, sizeof *together.jobs);
    together.company = company_new(NULL, together.wants_peers);
    if (together.jobs && together.company && (result = gather(&together)) == 0)
        count(&together);
    for (size_t i = 0; together.jobs && i < together.njobs; i++)
        job_release(&together.jobs[i]);
    free(together.jobs);
    company_free(together.company);
    return result;
}
