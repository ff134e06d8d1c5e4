#include "interrupt.h"

#include <pthread.h>
#include <stdatomic.h>

static const int watched[INTERRUPT_KINDS] = {SIGINT, SIGTERM};

/* Set in a handler, whichever thread it runs on. */
static atomic_int came;

/* One report may take long: who asks again is not kept waiting for its end. */
static void note(int number)
{
    if (atomic_exchange(&came, number) == 0)
        return;
    signal(number, SIG_DFL);
    raise(number);
}

void interrupt_begin(struct interrupt *interrupt)
{
    struct sigaction action = {.sa_handler = note, .sa_flags = SA_RESTART};
    sigset_t set;
    sigemptyset(&action.sa_mask);
    sigemptyset(&set);
    interrupt->number = 0;
    atomic_store(&came, 0);
    for (int i = 0; i < INTERRUPT_KINDS; i++) {
        sigaction(watched[i], NULL, &interrupt->before[i]);
        if (interrupt->before[i].sa_handler == SIG_IGN)
            continue;
        sigaction(watched[i], &action, NULL);
        sigaddset(&set, watched[i]);
    }
    pthread_sigmask(SIG_UNBLOCK, &set, &interrupt->mask);
}

bool interrupt_came(struct interrupt *interrupt)
{
    interrupt->number = atomic_load(&came);
    return interrupt->number != 0;
}

void interrupt_end(struct interrupt *interrupt)
{
    pthread_sigmask(SIG_SETMASK, &interrupt->mask, NULL);
    interrupt_came(interrupt);
    for (int i = 0; i < INTERRUPT_KINDS; i++)
        sigaction(watched[i], &interrupt->before[i], NULL);
}
