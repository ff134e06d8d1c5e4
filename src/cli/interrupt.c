#include "interrupt.h"

#include <time.h>

static void watched(sigset_t *set)
{
    sigemptyset(set);
    sigaddset(set, SIGINT);
    sigaddset(set, SIGTERM);
}

void interrupt_begin(struct interrupt *interrupt)
{
    sigset_t set;
    watched(&set);
    interrupt->number = 0;
    pthread_sigmask(SIG_BLOCK, &set, &interrupt->before);
}

bool interrupt_came(struct interrupt *interrupt)
{
    sigset_t set;
    static const struct timespec at_once = {0, 0};
    if (interrupt->number)
        return true;
    watched(&set);
    int number = sigtimedwait(&set, NULL, &at_once);
    if (number <= 0)
        return false;
    interrupt->number = number;
    pthread_sigmask(SIG_SETMASK, &interrupt->before, NULL);
    return true;
}

void interrupt_end(struct interrupt *interrupt)
{
    interrupt_came(interrupt);
    pthread_sigmask(SIG_SETMASK, &interrupt->before, NULL);
}
