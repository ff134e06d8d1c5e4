#include "turns.h"

#include <limits.h>
#include <stdlib.h>

#include "pool.h"

struct glancing {
    struct job **turns;
    const char *const *ends; /* of names */
};

static void glance(void *context, size_t index)
{
    const struct glancing *glancing = context;
    struct job *job = glancing->turns[index];
    job->glance =
        job->is_plain ? glance_at(job->path, glancing->ends) : (struct glance){INT_MAX, 0, 0};
}

static int by_likeness(const void *left, const void *right)
{
    const struct job *a = *(struct job *const *)left, *b = *(struct job *const *)right;
    if (a->glance.year != b->glance.year)
        return a->glance.year < b->glance.year ? -1 : 1;
    if (a->glance.name != b->glance.name)
        return a->glance.name < b->glance.name ? -1 : 1;
    if (a->glance.place != b->glance.place)
        return a->glance.place < b->glance.place ? -1 : 1;
    return (a > b) - (a < b);
}

/* As far as may be in the order of the files, by which is decided in the end. Namesakes come
 * one behind another, first those without a place: to the others they are versions. */
static int by_turn(const void *left, const void *right)
{
    const struct job *a = *(struct job *const *)left, *b = *(struct job *const *)right;
    if (a->glance.year != b->glance.year)
        return a->glance.year < b->glance.year ? -1 : 1;
    if (a->namesake != b->namesake)
        return a->namesake < b->namesake ? -1 : 1;
    if (a->first->glance.place != b->first->glance.place)
        return a->first->glance.place < b->first->glance.place ? -1 : 1;
    if (a->first != b->first)
        return a->first < b->first ? -1 : 1;
    return (a > b) - (a < b);
}

static bool look_alike(const struct job *a, const struct job *b)
{
    return a->glance.year == b->glance.year && a->glance.name == b->glance.name &&
           a->glance.name != 0;
}

/* How many from the first on are of one place. */
static size_t count_neighbours(struct job *const *jobs, size_t n)
{
    size_t count = 1;
    while (count < n && look_alike(jobs[0], jobs[count]) &&
           jobs[0]->glance.place == jobs[count]->glance.place)
        count++;
    return count;
}

/* How many from the first on are read together. Places may be left out of names; where too
 * many are called the same but for the place, those of one place stay together. */
static size_t count_together(struct job *const *jobs, size_t n)
{
    size_t count = count_neighbours(jobs, n);
    while (count < n && look_alike(jobs[0], jobs[count])) {
        size_t more = count_neighbours(jobs + count, n - count);
        if (count + more > TURNS_TOGETHER)
            break;
        count += more;
    }
    return count < TURNS_TOGETHER ? count : TURNS_TOGETHER;
}

static struct job *first_of(struct job *const *jobs, size_t n)
{
    struct job *first = jobs[0];
    for (size_t i = 1; i < n; i++)
        first = jobs[i] < first ? jobs[i] : first;
    return first;
}

static void put_together(struct job *const *jobs, size_t n)
{
    const struct job *first = first_of(jobs, n);
    for (size_t i = 0; i < n; i++)
        jobs[i]->first = first;
}

/* Tells those from the first on who their namesakes are; how many they are. */
static size_t tell_namesakes(struct job *const *jobs, size_t n)
{
    size_t count = 1;
    while (count < n && look_alike(jobs[0], jobs[count]))
        count++;
    const struct job *first = first_of(jobs, count);
    for (size_t i = 0; i < count; i++)
        jobs[i]->namesake = first;
    return count;
}

struct job **turns_new(struct job *jobs, size_t njobs, const struct forms *forms, size_t nthreads)
{
    struct job **turns = calloc(njobs, sizeof(struct job *));
    struct glancing glancing = {turns, forms_words(forms, "glance_ends")};
    const struct pool_work work = {njobs, SHORT_STEP, &glancing, glance, NULL};
    if (!turns)
        return NULL;
    for (size_t i = 0; i < njobs; i++)
        turns[i] = &jobs[i];
    pool_run(&work, nthreads);
    qsort(turns, njobs, sizeof *turns, by_likeness);
    for (size_t i = 0; i < njobs;)
        i += tell_namesakes(turns + i, njobs - i);
    for (size_t i = 0, n; i < njobs; i += n) {
        n = count_together(turns + i, njobs - i);
        put_together(turns + i, n);
    }
    qsort(turns, njobs, sizeof *turns, by_turn);
    return turns;
}

size_t turns_together(struct job *const *turns, size_t n)
{
    size_t together = 1;
    while (together < n && turns[together]->first == turns[0]->first)
        together++;
    return together;
}

size_t turns_cut(struct job *const *turns, size_t n, size_t *starts)
{
    enum { LEAST_PARTS = 64 };
    size_t most = n / LEAST_PARTS < FINDINGS_AT_ONCE ? n / LEAST_PARTS : FINDINGS_AT_ONCE;
    size_t nparts = 0;
    for (size_t begin = 0, end = 0; begin < n; begin = end) {
        size_t more = turns_together(turns + begin, n - begin);
        starts[nparts++] = begin;
        do {
            end += more;
            more = end < n ? turns_together(turns + end, n - end) : n;
        } while (end - begin + more <= most);
    }
    starts[nparts] = n;
    return nparts;
}
