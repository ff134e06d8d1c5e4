/* Processes race for one review: open, act, save, die, take over. There is one
 * writer at any time, and every note that was confirmed is there at the end. */
#include <signal.h>
#include <stdatomic.h>
#include <sys/mman.h>
#include <time.h>

#include "gouji/store/lock.h"
#include "review_fixture.h"

enum { PAIRS = 100, RACERS = 2, PAIRS_OF_A_REVIEW = 10, NOTES = 3, TRIES = 10000 };

struct shared {
    atomic_int holders, most, taken, confirmed;
};

static struct shared *shared_new(void)
{
    void *page = mmap(NULL, sizeof(struct shared), PROT_READ | PROT_WRITE,
                      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    assert_true(page != MAP_FAILED);
    return page;
}

static void pause_ms(long ms)
{
    nanosleep(&(struct timespec){ms / 1000, ms % 1000 * 1000000}, NULL);
}

/* Each waits for the other, so that they begin at the same moment. */
static void meet(const int pipes[2])
{
    char byte;
    close(pipes[1]);
    while (read(pipes[0], &byte, 1) > 0)
        continue;
}

/* Holds the lock some times; every third racer dies holding it. */
static int race_for_lock(const char *path, struct shared *shared, bool dies)
{
    for (int tries = 0; tries < TRIES; tries++) {
        struct err err = {0};
        struct lock *lock = lock_take(path, "zhang", 0600, NULL, NULL, NULL, &err);
        if (!lock && err.kind != ERR_LOCKED)
            return 2;
        if (!lock) {
            pause_ms(1);
            continue;
        }
        int holders = atomic_fetch_add(&shared->holders, 1) + 1;
        if (holders > atomic_load(&shared->most))
            atomic_store(&shared->most, holders);
        atomic_fetch_add(&shared->taken, 1);
        pause_ms(2); /* long enough for another to come in, if he could */
        atomic_fetch_sub(&shared->holders, 1);
        if (dies)
            raise(SIGKILL);
        lock_release(lock);
        return 0;
    }
    return 3;
}

static void one_holder_at_any_time(void **state)
{
    struct desk *desk = *state;
    struct shared *shared = shared_new();
    char *path = path_join(desk->dir, "x.lock");
    for (int pair = 0; pair < PAIRS; pair++) {
        int start[2];
        pid_t racers[RACERS];
        assert_int_equal(pipe(start), 0);
        for (int i = 0; i < RACERS; i++)
            if ((racers[i] = fork()) == 0) {
                meet(start);
                _exit(race_for_lock(path, shared, pair % 3 == 0 && i == 0));
            }
        close(start[0]);
        close(start[1]);
        for (int i = 0; i < RACERS; i++) {
            int status = 0;
            assert_int_equal(waitpid(racers[i], &status, 0), racers[i]);
            assert_true(WIFSIGNALED(status) ? WTERMSIG(status) == SIGKILL
                                            : WEXITSTATUS(status) == 0);
        }
    }
    assert_int_equal(shared->most, 1);
    assert_int_equal(shared->taken, PAIRS * RACERS);
    free(path);
    munmap(shared, sizeof *shared);
}

/* Opens, writes a note, saves, leaves; told that somebody else is there, again. */
static void race_to_write(struct desk *desk, struct shared *shared, int racer, bool dies)
{
    static const struct target report = TARGET_REPORT;
    int done = 0;
    for (int tries = 0; done < NOTES && tries < TRIES; tries++) {
        struct err err = {0};
        char text[32];
        struct review *review = review_open(desk->report, NULL, desk->rules, &desk->options, &err);
        if (!review)
            _exit(2);
        snprintf(text, sizeof text, "note %d.%d", racer, done);
        bool ok = review_annotate(review, report, text, &err) == 0;
        if (!ok && err.kind != ERR_LOCKED && err.kind != ERR_READONLY)
            _exit(3);
        if (ok && dies && done == NOTES - 1) {
            atomic_fetch_add(&shared->confirmed, 1);
            raise(SIGKILL);
        }
        atomic_fetch_add(&shared->confirmed, ok);
        done += ok;
        if (review_close(review, &err)) {
            fprintf(stderr, "%s\n", err.text);
            _exit(4);
        }
        if (!ok)
            pause_ms(2);
    }
    _exit(done < NOTES ? 5 : 0);
}

static void race_pair(struct desk *desk, struct shared *shared, int pair)
{
    pid_t racers[RACERS];
    for (int i = 0; i < RACERS; i++)
        if ((racers[i] = fork()) == 0)
            race_to_write(desk, shared, pair * RACERS + i, i == 0);
    for (int i = 0; i < RACERS; i++) {
        int status = 0;
        assert_int_equal(waitpid(racers[i], &status, 0), racers[i]);
        if (i == 0 ? !WIFSIGNALED(status) : status != 0)
            fail_msg("racer %d ended with status %#x", i, (unsigned)status);
    }
}

static void remove_review(const struct desk *desk)
{
    char *command = NULL;
    assert_true(asprintf(&command, "rm %s/a.txt.*", desk->dir) > 0);
    assert_int_equal(system(command), 0);
    free(command);
}

/* Some pairs on one review, so that each takes over from a dead one; then anew. */
static void no_note_is_lost(void **state)
{
    struct desk *desk = *state;
    struct shared *shared = shared_new();
    const struct note *notes;
    desk_write(desk);
    for (int pair = 0; pair < PAIRS; pair += PAIRS_OF_A_REVIEW) {
        atomic_store(&shared->confirmed, 0);
        desk->report = report_open(desk->report_path, desk->forms, NULL);
        for (int i = 0; i < PAIRS_OF_A_REVIEW; i++)
            race_pair(desk, shared, pair + i);
        assert_int_equal(shared->confirmed, PAIRS_OF_A_REVIEW * RACERS * NOTES);
        report_free(desk->report);
        desk_open(desk);
        assert_false(review_is_readonly(desk->review));
        assert_int_equal(review_notes(desk->review, &notes), shared->confirmed);
        desk_close(desk);
        remove_review(desk);
    }
    munmap(shared, sizeof *shared);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {CASE(one_holder_at_any_time), CASE(no_note_is_lost)};
    return cmocka_run_group_tests_name("races", tests, NULL, NULL);
}
