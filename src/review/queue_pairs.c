/* Which reports of the queue are last year's of which, and which are versions of one
 * report. Versions that disagree are for a person to choose from. */
#include <string.h>

#include "gouji/base/vec.h"
#include "queue_private.h"

enum { MOST_DOUBTFUL = 8, MOST_VERSIONS = 16 };

struct queue_compared {
    const char *one, *other;
    bool agree;
};

static pthread_mutex_t *pairing_of(const struct queue *queue)
{
    return &((struct queue *)queue)->pairing;
}

static size_t find_priors(const struct queue *queue, const struct report *report,
                          const void **owners)
{
    pthread_mutex_lock(pairing_of(queue));
    size_t n = pairs_priors(queue->pairs, &report->who, owners, MOST_VERSIONS);
    pthread_mutex_unlock(pairing_of(queue));
    return n;
}

/* ---- versions ---- */

static const struct queue_compared *find_compared(const struct queue *queue, const char *one,
                                                  const char *other)
{
    for (size_t i = 0; i < queue->ncompared; i++)
        if (queue->compared[i].one == one && queue->compared[i].other == other)
            return &queue->compared[i];
    return NULL;
}

static void keep_compared(const struct queue *queue, const struct queue_compared *made)
{
    struct queue *kept = (struct queue *)queue;
    pthread_mutex_lock(&kept->pairing);
    if (!find_compared(kept, made->one, made->other) &&
        vec_room(&kept->compared, &kept->compared_capacity, kept->ncompared,
                 sizeof *kept->compared) == 0)
        kept->compared[kept->ncompared++] = *made;
    pthread_mutex_unlock(&kept->pairing);
}

/* What cannot be read says nothing else. */
static bool read_and_compare(const struct queue *queue, const char *one, const char *other)
{
    struct report *left = report_open(one, queue->forms, NULL);
    struct report *right = left ? report_open(other, queue->forms, NULL) : NULL;
    bool agree = !right || report_versions_agree(left, right);
    report_free(left);
    report_free(right);
    return agree;
}

/* Read once a session: it is asked for at every turn of the screen. */
static bool agree(const struct queue *queue, const char *one, const char *other)
{
    pthread_mutex_lock(pairing_of(queue));
    const struct queue_compared *known = find_compared(queue, one, other);
    struct queue_compared made = known ? *known : (struct queue_compared){one, other, false};
    pthread_mutex_unlock(pairing_of(queue));
    if (known)
        return made.agree;
    made.agree = read_and_compare(queue, one, other);
    keep_compared(queue, &made);
    return made.agree;
}

static bool all_agree(const struct queue *queue, const void *const *owners, size_t n)
{
    bool result = true;
    for (size_t i = 1; result && i < n; i++)
        result = agree(queue, owners[0], owners[i]);
    return result;
}

size_t queue_prior_versions(const struct queue *queue, const struct report *report,
                            const char **paths, size_t most)
{
    const void *owners[MOST_VERSIONS];
    size_t n = find_priors(queue, report, owners);
    if (all_agree(queue, owners, n))
        return 0;
    n = n < most ? n : most;
    for (size_t i = 0; i < n; i++)
        paths[i] = owners[i];
    return n;
}

/* ---- last year's ---- */

const char *queue_prior(const struct queue *queue, const struct report *report)
{
    const void *owners[MOST_VERSIONS];
    size_t n = find_priors(queue, report, owners);
    return n > 0 && all_agree(queue, owners, n) ? owners[0] : NULL;
}

size_t queue_doubtful(const struct queue *queue, const struct report *report, const char **paths,
                      size_t most)
{
    const void *owners[MOST_DOUBTFUL];
    size_t n = queue_prior_versions(queue, report, paths, most);
    if (n > 0)
        return n;
    pthread_mutex_lock(pairing_of(queue));
    n = pairs_doubtful(queue->pairs, &report->who, owners,
                       most < MOST_DOUBTFUL ? most : MOST_DOUBTFUL);
    pthread_mutex_unlock(pairing_of(queue));
    for (size_t i = 0; i < n; i++)
        paths[i] = owners[i];
    return n;
}

const char *queue_version(const struct queue *queue, const struct report *report, size_t *position)
{
    const char *path = NULL;
    pthread_mutex_lock(pairing_of(queue));
    do
        path = pairs_same_year(queue->pairs, path, &report->who, position);
    while (path && strcmp(path, report->path) == 0);
    pthread_mutex_unlock(pairing_of(queue));
    return path;
}
