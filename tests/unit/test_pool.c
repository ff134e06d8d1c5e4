/* cli/pool: everything is run once, delivered in order, and stops when told. */
#include "check.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "../../src/cli/pool.h"

struct tally {
    atomic_int *runs;
    size_t ndelivered, stop_at;
};

static void run(void *context, size_t index)
{
    struct tally *tally = context;
    /* Uneven work, so that later items finish before earlier ones. */
    for (volatile size_t i = 0; i < (index % 7) * 2000; i++)
        continue;
    atomic_fetch_add(&tally->runs[index], 1);
}

static bool deliver(void *context, size_t index)
{
    struct tally *tally = context;
    assert_int_equal(index, tally->ndelivered);
    assert_int_equal(atomic_load(&tally->runs[index]), 1);
    tally->ndelivered++;
    return tally->ndelivered < tally->stop_at;
}

static void try(size_t count, size_t step, size_t nthreads, size_t stop_at)
{
    struct tally tally = {calloc(count + 1, sizeof *tally.runs), 0, stop_at};
    assert_non_null(tally.runs);
    const struct pool_work work = {count, step, &tally, run, deliver};
    pool_run(&work, nthreads);
    assert_int_equal(tally.ndelivered, stop_at < count ? stop_at : count);
    for (size_t i = 0; i < count; i++)
        assert_true(atomic_load(&tally.runs[i]) <= 1);
    free(tally.runs);
}

static void all_is_run_in_order(void **state)
{
    (void)state;
    const size_t counts[] = {0, 1, 2, 63, 64, 65, 1000};
    for (size_t i = 0; i < COUNT(counts); i++)
        for (size_t nthreads = 0; nthreads < 20; nthreads += 3)
            for (size_t step = 1; step < 100; step += 9)
                try(counts[i], step, nthreads, 100000);
}

static void delivery_may_stop_it(void **state)
{
    (void)state;
    for (size_t stop = 1; stop < 200; stop += 33)
        for (size_t nthreads = 1; nthreads < 6; nthreads++)
            for (size_t step = 1; step < 100; step += 9)
                try(300, step, nthreads, stop);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(all_is_run_in_order),
        cmocka_unit_test(delivery_may_stop_it),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
