/* The program is killed before each call to the file system of a reviewer's
 * session, and with half of the bytes written: what was confirmed is there at
 * the next opening, and of the rest at most the act under way. */
#include <signal.h>

#include "session.h"

/* The child's session; false when it was not killed, so that there are no more calls. */
static bool run_killed(struct desk *desk, struct call_plan plan, struct result *result)
{
    int status = 0;
    pid_t child = fork();
    assert_true(child >= 0);
    if (child == 0) {
        calls_start(plan);
        session_run(desk, result);
        _exit(0);
    }
    assert_int_equal(waitpid(child, &status, 0), child);
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
        return false;
    assert_true(WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL);
    return true;
}

static long kill_each(struct desk *desk, const struct before *before, enum call_fault fault)
{
    struct result *result = result_new();
    long n = 0;
    for (;; n++) {
        struct call_plan plan = {.fault = fault, .nth = n + 1};
        session_reset(desk, before);
        memset(result, 0, sizeof *result);
        if (!run_killed(desk, plan, result))
            break;
        session_check(desk, before, result, 1);
    }
    munmap(result, sizeof *result);
    return n;
}

static void kill_session(struct desk *desk, bool earlier)
{
    struct before before;
    session_prepare(desk, earlier, &before);
    long n = kill_each(desk, &before, CALL_KILL);
    long amid = kill_each(desk, &before, CALL_KILL_AMID);
    assert_true(n > 50 && amid == n);
    printf("%ld kills, none lost what was confirmed\n", n + amid);
    session_release(&before);
}

static void first_session(void **state)
{
    kill_session(*state, false);
}

static void later_session(void **state)
{
    kill_session(*state, true);
}

int main(void)
{
#define CASE(name) cmocka_unit_test_setup_teardown(name, desk_set_up, desk_tear_down)
    const struct CMUnitTest tests[] = {CASE(first_session), CASE(later_session)};
    return cmocka_run_group_tests_name("kills", tests, NULL, NULL);
}
