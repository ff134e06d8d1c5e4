#include "company.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "gouji/base/path.h"
#include "gouji/review/pairs.h"
#include "likes.h"

struct company {
    pthread_rwlock_t lock; /* of what follows */
    struct pairs *pairs;   /* owners: jobs */
    struct likes *likes;   /* the same; NULL: not wanted */
    const struct job *given;
    bool is_settled;
};

static int put_in(struct company *company, const struct job *job, const struct pair_key **key)
{
    struct identity who = job_identity(job);
    if (pairs_add_as(company->pairs, job, &who, job->number, key) != 0)
        return -1;
    return company->likes && job->sketch ? likes_add(company->likes, job, job->sketch) : 0;
}

struct company *company_new(const struct job *given, bool with_peers)
{
    const struct pair_key *key;
    struct company *company = calloc(1, sizeof *company);
    if (!company || pthread_rwlock_init(&company->lock, NULL) != 0) {
        free(company);
        return NULL;
    }
    company->given = given;
    company->pairs = pairs_new();
    company->likes = with_peers ? likes_new() : NULL;
    if (company->pairs && (company->likes || !with_peers) &&
        (!given || put_in(company, given, &key) == 0))
        return company;
    company_free(company);
    return NULL;
}

void company_free(struct company *company)
{
    if (!company)
        return;
    pairs_free(company->pairs);
    likes_free(company->likes);
    pthread_rwlock_destroy(&company->lock);
    free(company);
}

int company_add(struct company *company, struct job *job)
{
    pthread_rwlock_wrlock(&company->lock);
    int result = put_in(company, job, &job->key);
    pthread_rwlock_unlock(&company->lock);
    return result;
}

void company_settle(struct company *company)
{
    if (company->likes)
        likes_settle(company->likes);
    company->is_settled = true;
}

static bool is_other_agency(const void *owner, const void *other)
{
    struct identity a = job_identity(owner), b = job_identity(other);
    return sketch_is_of_other(&a, &b);
}

static int by_path(const void *left, const void *right)
{
    const struct job *a = *(const void *const *)left, *b = *(const void *const *)right;
    return strcmp(a->path, b->path);
}

/* Last year's report and its other versions; 0 when it has none, or was named. */
static size_t find_versions(const struct company *company, const struct job *prior,
                            const void **owners, size_t most)
{
    if (prior == company->given)
        return 0;
    size_t n = pairs_versions(company->pairs, prior->key, owners, most);
    return n > 1 ? n : 0;
}

/* ---- the one given with --prior ---- */

static bool is_same_file(const char *a, const char *b)
{
    struct stat one, other;
    return strcmp(a, b) == 0 || (stat(a, &one) == 0 && stat(b, &other) == 0 &&
                                 one.st_dev == other.st_dev && one.st_ino == other.st_ino);
}

static size_t leave_out(const void **owners, size_t n, size_t which)
{
    memmove(owners + which, owners + which + 1, (n - which - 1) * sizeof *owners);
    return n - 1;
}

/* The file that was given may be among the reports, too. How many are left of the owners. */
static size_t leave_out_own(const struct job *given, const void **owners, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        const struct job *job = owners[i];
        if (job != given && is_same_file(job->path, given->path))
            n = leave_out(owners, n, i--);
    }
    return n;
}

static bool is_named_alike(const struct job *a, const struct job *b)
{
    return a->agency && b->agency && strcmp(a->agency, b->agency) == 0;
}

/* Whether of all whose last year's report the given one may be, this is the only agency: those
 * that it is in doubt with as if it were of two years later. */
static bool is_meant_for(const struct company *company, const struct job *job)
{
    enum { LOOKED_AT = 64 };
    const void *owners[LOOKED_AT];
    struct identity who = job_identity(company->given);
    who.year += 2;
    size_t n = pairs_doubtful(company->pairs, &who, owners, LOOKED_AT);
    for (size_t i = 0; i < n; i++)
        if (!is_named_alike(owners[i], job))
            return false;
    return true;
}

/* What was given decides between those that names leave open. How many stay so. */
static size_t take_given(const struct company *company, const struct job *job,
                         struct others *others, const void **owners, size_t n)
{
    size_t at = 0;
    while (at < n && owners[at] != company->given)
        at++;
    if (!company->given || at == n)
        return n;
    if (!is_meant_for(company, job))
        return leave_out_own(company->given, owners, n);
    others->prior = company->given;
    return 0;
}

/* Versions but the one given, whose number is 0. */
static struct others find_named(const struct company *company, const struct job *job)
{
    enum { LOOKED_AT = 256 };
    const void *owners[LOOKED_AT];
    struct pair_found found = pairs_find(company->pairs, job, 1, job->key, owners, LOOKED_AT);
    struct others others = {.version = found.version, .prior = found.prior};
    size_t n = others.prior ? find_versions(company, others.prior, owners, LOOKED_AT)
                            : take_given(company, job, &others, owners, found.ndoubtful);
    qsort(owners, n, sizeof *owners, by_path);
    for (size_t i = 0; i < n && i < JOB_DOUBTS; i++)
        others.doubts[i] = owners[i];
    return others;
}

/* Likenesses are for the end: what may come yet would change most. */
struct others company_find(struct company *company, const struct job *job)
{
    struct others others = {.prior = NULL};
    pthread_rwlock_rdlock(&company->lock);
    if (job->key)
        others = find_named(company, job);
    if (company->is_settled && company->likes && job->sketch)
        others.peer = likes_find(company->likes, job, job->sketch, is_other_agency);
    pthread_rwlock_unlock(&company->lock);
    return others;
}

bool company_is_open(struct company *company, const struct job *given)
{
    struct identity who = job_identity(given);
    const void *doubt;
    who.year += 2;
    pthread_rwlock_rdlock(&company->lock);
    bool is_open = pairs_doubtful(company->pairs, &who, &doubt, 1) > 0;
    pthread_rwlock_unlock(&company->lock);
    return given->agency && given->year && is_open;
}

size_t company_name_doubts(const struct others *others, const char *names[JOB_DOUBTS])
{
    const struct job *const *doubts = others->doubts;
    bool are_same = false;
    size_t n = 0;
    for (; n < JOB_DOUBTS && doubts[n]; n++) {
        names[n] = path_name(doubts[n]->path);
        for (size_t i = 0; i < n; i++)
            are_same = are_same || strcmp(names[i], names[n]) == 0;
    }
    for (size_t i = 0; are_same && i < n; i++)
        names[i] = doubts[i]->path;
    return n;
}

bool company_is_strangers(struct company *company, const struct job *job, const struct job *given)
{
    struct identity who = job_identity(job);
    const void *doubt;
    pthread_rwlock_rdlock(&company->lock);
    bool is_known =
        pairs_prior(company->pairs, &who) || pairs_doubtful(company->pairs, &who, &doubt, 1) > 0;
    pthread_rwlock_unlock(&company->lock);
    return given->agency && job->agency && !is_known;
}

bool company_same_prior(const struct others *a, const struct others *b)
{
    return a->prior == b->prior && memcmp(a->doubts, b->doubts, sizeof a->doubts) == 0;
}

bool company_is_same(const struct others *a, const struct others *b)
{
    return company_same_prior(a, b) && a->version == b->version && a->peer == b->peer;
}
