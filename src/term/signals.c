#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "gouji/base/message.h"

enum { RESET_NBYTES = 256, CRASH_STACK_NBYTES = 64 * 1024, HEARS_WITHIN_S = 2 };

static const int caught[] = {SIGHUP, SIGTERM, SIGINT, SIGWINCH, SIGTSTP, SIGCONT};
static const int crashes[] = {SIGQUIT, SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT};
enum {
    CAUGHT_COUNT = sizeof caught / sizeof caught[0],
    CRASH_COUNT = sizeof crashes / sizeof crashes[0],
};

static struct {
    volatile sig_atomic_t raised[CAUGHT_COUNT];
    volatile sig_atomic_t term_at_s; /* when SIGTERM came first */
    int pipe[2];
    struct sigaction former[CAUGHT_COUNT];
    struct sigaction former_crash[CRASH_COUNT];
    struct sigaction former_pipe;
    void *crash_stack;
    int reset_fd;
    volatile sig_atomic_t reset_nbytes;
    char reset[RESET_NBYTES];
    struct termios modes;
} state = {.pipe = {-1, -1}};

/* A loop that waits in a write to a terminal nobody reads from sees no flag: who
 * asks again a while later ends us. What was done is in the journal. */
static void end_when_unheard(bool is_raised)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (!is_raised) {
        state.term_at_s = (sig_atomic_t)now.tv_sec;
    } else if (now.tv_sec - state.term_at_s >= HEARS_WITHIN_S) {
        if (state.reset_nbytes > 0)
            tcsetattr(state.reset_fd, TCSANOW, &state.modes);
        sigaction(SIGTERM, &(struct sigaction){.sa_handler = SIG_DFL}, NULL);
        raise(SIGTERM);
    }
}

static void note_signal(int signal)
{
    int saved_errno = errno;
    for (int i = 0; i < CAUGHT_COUNT; i++)
        if (caught[i] == signal) {
            if (signal == SIGTERM)
                end_when_unheard(state.raised[i]);
            state.raised[i] = 1;
        }
    /* A full pipe wakes the loop just as well. */
    ssize_t ignored = write(state.pipe[1], "", 1);
    (void)ignored;
    errno = saved_errno;
}

/* The handler was reset to the default on entry: raising it again ends us. */
static void crash(int signal)
{
    if (state.reset_nbytes > 0) {
        ssize_t ignored = write(state.reset_fd, state.reset, (size_t)state.reset_nbytes);
        (void)ignored;
        tcsetattr(state.reset_fd, TCSANOW, &state.modes);
    }
    raise(signal);
}

static void catch_signal(int signal, struct sigaction *former)
{
    struct sigaction action = {.sa_handler = note_signal, .sa_flags = SA_RESTART};
    sigfillset(&action.sa_mask);
    sigaction(signal, &action, former);
}

static void set_disposition(int signal, void (*handler)(int), struct sigaction *former)
{
    struct sigaction action = {.sa_handler = handler};
    sigemptyset(&action.sa_mask);
    sigaction(signal, &action, former);
}

/* On a stack of its own, since the stack may be what overflowed. */
static void catch_crashes(void)
{
    stack_t stack = {.ss_size = CRASH_STACK_NBYTES};
    stack.ss_sp = state.crash_stack = malloc(CRASH_STACK_NBYTES);
    int flags = SA_NODEFER | (int)SA_RESETHAND;
    if (stack.ss_sp != NULL && sigaltstack(&stack, NULL) == 0)
        flags |= SA_ONSTACK;
    struct sigaction action = {.sa_handler = crash, .sa_flags = flags};
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < CRASH_COUNT; i++)
        sigaction(crashes[i], &action, &state.former_crash[i]);
}

int signals_start(struct err *err)
{
    if (pipe2(state.pipe, O_CLOEXEC | O_NONBLOCK) != 0)
        return err_set_errno(err, _("cannot make"), _("a pipe for signals"));
    for (int i = 0; i < CAUGHT_COUNT; i++) {
        state.raised[i] = 0;
        catch_signal(caught[i], &state.former[i]);
    }
    set_disposition(SIGPIPE, SIG_IGN, &state.former_pipe);
    catch_crashes();
    return 0;
}

void signals_end(void)
{
    state.reset_nbytes = 0;
    if (state.pipe[0] < 0)
        return;
    for (int i = 0; i < CAUGHT_COUNT; i++)
        sigaction(caught[i], &state.former[i], NULL);
    for (int i = 0; i < CRASH_COUNT; i++)
        sigaction(crashes[i], &state.former_crash[i], NULL);
    sigaction(SIGPIPE, &state.former_pipe, NULL);
    sigaltstack(&(stack_t){.ss_flags = SS_DISABLE}, NULL);
    free(state.crash_stack);
    state.crash_stack = NULL;
    close(state.pipe[0]);
    close(state.pipe[1]);
    state.pipe[0] = state.pipe[1] = -1;
}

int signals_fd(void)
{
    return state.pipe[0];
}

int signals_take(void)
{
    char drain[64];
    while (read(state.pipe[0], drain, sizeof drain) > 0)
        continue;
    for (int i = 0; i < CAUGHT_COUNT; i++)
        if (state.raised[i]) {
            state.raised[i] = 0;
            return caught[i];
        }
    return 0;
}

void signals_forget(int signal)
{
    for (int i = 0; i < CAUGHT_COUNT; i++)
        if (caught[i] == signal)
            state.raised[i] = 0;
}

void signals_ordinary(void)
{
    set_disposition(SIGTSTP, SIG_DFL, NULL);
    set_disposition(SIGPIPE, SIG_DFL, NULL);
}

void signals_catch(void)
{
    catch_signal(SIGTSTP, NULL);
    set_disposition(SIGPIPE, SIG_IGN, NULL);
}

void signals_set_reset(int fd, const char *bytes, size_t nbytes, const struct termios *modes)
{
    state.reset_nbytes = 0;
    if (nbytes > RESET_NBYTES)
        nbytes = RESET_NBYTES;
    memcpy(state.reset, bytes, nbytes);
    state.reset_fd = fd;
    state.modes = *modes;
    state.reset_nbytes = (sig_atomic_t)nbytes;
}
