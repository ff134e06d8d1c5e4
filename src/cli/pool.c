#include "pool.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

/* How far work may run ahead of delivery: bounds the memory of results. */
enum { MAX_THREADS = 64, MAX_AHEAD = 64 };

/* The caller works, too, and delivers in between: to wake it for every item would cost
 * more than many an item. Nobody is signalled who does not wait. */
struct pool {
    const struct pool_work *work;
    pthread_mutex_t mutex;
    pthread_cond_t finished; /* the item that the caller waits for has been run */
    pthread_cond_t room;     /* delivery went on, or everything stops */
    bool *is_finished;
    size_t next, ndelivered;
    size_t nwaiting; /* for room */
    bool is_awaited; /* the next item to deliver, by the caller */
    bool stops;
};

static bool has_room(const struct pool *pool)
{
    return pool->next < pool->work->count && pool->next < pool->ndelivered + MAX_AHEAD;
}

/* Runs the next items; mutex held, but not meanwhile. */
static void run_next(struct pool *pool)
{
    const struct pool_work *work = pool->work;
    size_t begin = pool->next, left = work->count - begin;
    size_t end = begin + (left < work->step ? left : work->step);
    pool->next = end;
    pthread_mutex_unlock(&pool->mutex);
    for (size_t i = begin; i < end; i++)
        work->run(work->context, i);
    pthread_mutex_lock(&pool->mutex);
    for (size_t i = begin; i < end; i++)
        pool->is_finished[i] = true;
    if (pool->is_awaited && begin == pool->ndelivered)
        pthread_cond_signal(&pool->finished);
}

static void *serve(void *argument)
{
    struct pool *pool = argument;
    pthread_mutex_lock(&pool->mutex);
    while (!pool->stops && pool->next < pool->work->count) {
        if (has_room(pool)) {
            run_next(pool);
            continue;
        }
        pool->nwaiting++;
        pthread_cond_wait(&pool->room, &pool->mutex);
        pool->nwaiting--;
    }
    pthread_mutex_unlock(&pool->mutex);
    return NULL;
}

static bool deliver(const struct pool_work *work, size_t index)
{
    return !work->deliver || work->deliver(work->context, index);
}

/* Delivers the next items, which one thread has run; mutex held, but not meanwhile. */
static void deliver_next(struct pool *pool)
{
    const struct pool_work *work = pool->work;
    size_t next = pool->ndelivered, left = work->count - next;
    size_t end = next + (left < work->step ? left : work->step);
    bool goes_on = true;
    pthread_mutex_unlock(&pool->mutex);
    while (goes_on && next < end)
        goes_on = deliver(work, next++);
    pthread_mutex_lock(&pool->mutex);
    pool->ndelivered = next;
    pool->stops = !goes_on;
    if (pool->nwaiting > 0)
        pthread_cond_broadcast(&pool->room);
}

static void wait_for_next(struct pool *pool)
{
    pool->is_awaited = true;
    while (!pool->is_finished[pool->ndelivered])
        pthread_cond_wait(&pool->finished, &pool->mutex);
    pool->is_awaited = false;
}

static void work_and_deliver(struct pool *pool)
{
    pthread_mutex_lock(&pool->mutex);
    while (!pool->stops && pool->ndelivered < pool->work->count) {
        if (pool->is_finished[pool->ndelivered])
            deliver_next(pool);
        else if (has_room(pool))
            run_next(pool);
        else
            wait_for_next(pool);
    }
    pthread_mutex_unlock(&pool->mutex);
}

static void run_here(const struct pool_work *work)
{
    for (size_t i = 0; i < work->count; i++) {
        work->run(work->context, i);
        if (!deliver(work, i))
            return;
    }
}

static size_t processors(void)
{
    long count = sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 ? (size_t)count : 1;
}

void pool_run(const struct pool_work *work, size_t nthreads)
{
    struct pool pool = {.work = work,
                        .mutex = PTHREAD_MUTEX_INITIALIZER,
                        .finished = PTHREAD_COND_INITIALIZER,
                        .room = PTHREAD_COND_INITIALIZER};
    pthread_t helpers[MAX_THREADS];
    size_t wanted = nthreads ? nthreads : processors(), started = 0;
    if (wanted > (work->count + work->step - 1) / work->step)
        wanted = (work->count + work->step - 1) / work->step;
    if (wanted > MAX_THREADS)
        wanted = MAX_THREADS;
    pool.is_finished = wanted > 1 ? calloc(work->count, sizeof *pool.is_finished) : NULL;
    while (pool.is_finished && started + 1 < wanted &&
           pthread_create(&helpers[started], NULL, serve, &pool) == 0)
        started++;
    if (started)
        work_and_deliver(&pool);
    else
        run_here(work);
    for (size_t i = 0; i < started; i++)
        pthread_join(helpers[i], NULL);
    free(pool.is_finished);
}
