/* Each call to the file system of a reviewer's session fails in turn, with each
 * errno: no confirmed act is lost, no file is worse than before, and what did
 * not work is said. */
#include <errno.h>

#include "session.h"

static const struct {
    const char *name;
    enum call_fault fault;
    int error;
} faults[] = {
    {"EIO", CALL_FAIL, EIO},           {"ENOSPC", CALL_FAIL, ENOSPC}, {"EDQUOT", CALL_FAIL, EDQUOT},
    {"EROFS", CALL_FAIL, EROFS},       {"EINTR", CALL_FAIL, EINTR},   {"EACCES", CALL_FAIL, EACCES},
    {"late EIO", CALL_FAIL_DONE, EIO}, {"short", CALL_SHORT, 0},
};

/* What these fail at cannot be made good otherwise. */
static bool must_be_told(const char *call)
{
    static const char *const names[] = {"fsync", "fsync folder", "fdatasync", "renameat"};
    for (size_t i = 0; i < COUNT(names); i++)
        if (strcmp(call, names[i]) == 0)
            return true;
    return false;
}

static long count_calls(struct desk *desk, const struct before *before, const char *lacks,
                        struct result *result)
{
    session_reset(desk, before);
    calls_start((struct call_plan){.fault = CALL_COUNT, .lacks = lacks, .lacks_error = EPERM});
    session_run(desk, result);
    long n = calls_end();
    for (int i = 0; i < ACTS; i++)
        assert_true(result->confirmed[i]);
    session_check(desk, before, result, 0);
    return n;
}

static void run_with(struct desk *desk, const struct before *before, struct call_plan plan,
                     struct result *result)
{
    size_t descriptors = open_descriptors();
    session_reset(desk, before);
    calls_start(plan);
    session_run(desk, result);
    calls_end();
    assert_int_equal(open_descriptors(), descriptors);
}

/* Of each fault every `step`th call. */
static void fail_each(struct desk *desk, bool earlier, bool for_ever, const char *lacks, long step)
{
    struct before before;
    struct result *result = result_new();
    session_prepare(desk, earlier, &before);
    long n = count_calls(desk, &before, lacks, result), runs = 0, troubled = 0;
    for (size_t f = 0; f < COUNT(faults); f++) {
        if (for_ever && faults[f].error == EINTR)
            continue; /* tried again until it works */
        for (long i = 1; i <= n; i++) {
            if (!exhaustive() && (i + (long)f) % step > 0)
                continue;
            runs++;
            struct call_plan plan = {.fault = faults[f].fault,
                                     .nth = i,
                                     .error = faults[f].error,
                                     .for_ever = for_ever,
                                     .lacks = lacks,
                                     .lacks_error = EPERM};
            run_with(desk, &before, plan, result);
            print_message("%s at call %ld (%s): %s\n", faults[f].name, i, calls_hit(),
                          result->trouble);
            if (faults[f].fault != CALL_SHORT && must_be_told(calls_hit()))
                assert_true(result->trouble[0]);
            assert_true(for_ever || result->saved || result->closed);
            session_check(desk, &before, result, for_ever ? ACTS : 1);
            troubled += result->trouble[0] != '\0';
        }
    }
    assert_true(troubled > n);
    printf("%ld calls, %ld faults injected and survived, %ld of them told\n", n, runs, troubled);
    session_release(&before);
    munmap(result, sizeof *result);
}

static void first_session_once(void **state)
{
    fail_each(*state, false, false, NULL, 2);
}

static void later_session_once(void **state)
{
    fail_each(*state, true, false, NULL, 2);
}

static void first_session_for_ever(void **state)
{
    fail_each(*state, false, true, NULL, 5);
}

static void later_session_for_ever(void **state)
{
    fail_each(*state, true, true, NULL, 5);
}

/* The old version is copied, and the copying fails. */
static void later_session_without_links(void **state)
{
    fail_each(*state, true, false, "linkat", 3);
}

/* What some file systems have not: FAT no modes and no links, NFS of old no locks,
 * some no syncing of folders. All of a session works there. */
static void lesser_file_systems(void **state)
{
    static const struct {
        const char *call;
        int error;
    } lacks[] = {{"fchmod", EPERM},  {"fchmod", EOPNOTSUPP},  {"linkat", EPERM},
                 {"linkat", EMLINK}, {"linkat", EOPNOTSUPP},  {"fcntl", ENOLCK},
                 {"fcntl", EINVAL},  {"fsync folder", EINVAL}};
    struct desk *desk = *state;
    struct before before;
    struct result *result = result_new();
    session_prepare(desk, true, &before);
    for (size_t i = 0; i < COUNT(lacks); i++) {
        struct call_plan plan = {.fault = CALL_FAIL,
                                 .nth = 1,
                                 .error = lacks[i].error,
                                 .for_ever = true,
                                 .only = lacks[i].call};
        run_with(desk, &before, plan, result);
        assert_string_equal(calls_hit(), lacks[i].call);
        if (!result->saved || !result->closed || result->trouble[0])
            fail_msg("without %s: %s", lacks[i].call, result->trouble);
        session_check(desk, &before, result, 0);
    }
    session_release(&before);
    munmap(result, sizeof *result);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {
        CASE(first_session_once),          CASE(later_session_once),
        CASE(first_session_for_ever),      CASE(later_session_for_ever),
        CASE(later_session_without_links), CASE(lesser_file_systems),
    };
    return cmocka_run_group_tests_name("faults of calls", tests, NULL, NULL);
}
