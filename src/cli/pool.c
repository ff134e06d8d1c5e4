#include "pool.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

/* How far work may run ahead of delivery: bounds the memory of results. */
enum { MAX_THREADS = 64, MAX_AHEAD = 64 };

struct pool {
    const struct pool_work *work;
    pthread_mutex_t mutex;
    pthread_cond_t finished; /* some item has been run */
    pthread_cond_t room;     /* delivery went on, or everything stops */
    bool *is_finished;
    size_t next, ndelivered;
    bool stops;
};

/* The next item to run, or count when there is no more; mutex held. */
static size_t take(struct pool *pool)
{
    while (!pool->stops && pool->next < pool->work->count &&
           pool->next >= pool->ndelivered + MAX_AHEAD)
        pthread_cond_wait(&pool->room, &pool->mutex);
    return pool->stops || pool->next >= pool->work->count ? pool->work->count : pool->next++;
}

static void *serve(void *argument)
{
    struct pool *pool = argument;
    pthread_mutex_lock(&pool->mutex);
    for (size_t index; (index = take(pool)) < pool->work->count;) {
        pthread_mutex_unlock(&pool->mutex);
        pool->work->run(pool->work->context, index);
        pthread_mutex_lock(&pool->mutex);
        pool->is_finished[index] = true;
        pthread_cond_signal(&pool->finished);
    }
    pthread_mutex_unlock(&pool->mutex);
    return NULL;
}

static void deliver_all(struct pool *pool)
{
    for (size_t i = 0; i < pool->work->count && !pool->stops; i++) {
        pthread_mutex_lock(&pool->mutex);
        while (!pool->is_finished[i])
            pthread_cond_wait(&pool->finished, &pool->mutex);
        pthread_mutex_unlock(&pool->mutex);
        bool goes_on = pool->work->deliver(pool->work->context, i);
        pthread_mutex_lock(&pool->mutex);
        pool->ndelivered = i + 1;
        pool->stops = !goes_on;
        pthread_cond_broadcast(&pool->room);
        pthread_mutex_unlock(&pool->mutex);
    }
}

static void run_here(const struct pool_work *work)
{
    for (size_t i = 0; i < work->count; i++) {
        work->run(work->context, i);
        if (!work->deliver(work->context, i))
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
    pthread_t threads[MAX_THREADS];
    size_t wanted = nthreads ? nthreads : processors(), started = 0;
    if (wanted > work->count)
        wanted = work->count;
    if (wanted > MAX_THREADS)
        wanted = MAX_THREADS;
    pool.is_finished = wanted > 1 ? calloc(work->count, sizeof *pool.is_finished) : NULL;
    while (pool.is_finished && started < wanted &&
           pthread_create(&threads[started], NULL, serve, &pool) == 0)
        started++;
    if (started)
        deliver_all(&pool);
    else
        run_here(work);
    for (size_t i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    free(pool.is_finished);
}
