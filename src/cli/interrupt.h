/* ^C and a polite kill while a command works: asked for between two pieces of
 * work instead of ending the program in one. One at a time in a process. */
#ifndef GOUJI_SRC_CLI_INTERRUPT_H
#define GOUJI_SRC_CLI_INTERRUPT_H

#include <signal.h>
#include <stdbool.h>

enum { INTERRUPT_KINDS = 2 };

struct interrupt {
    struct sigaction before[INTERRUPT_KINDS]; /* what end puts back */
    sigset_t mask;
    int number; /* of the signal that came, 0 */
};

void interrupt_begin(struct interrupt *interrupt);
/* From the first signal on true; a second one ends the program at once. */
bool interrupt_came(struct interrupt *interrupt);
void interrupt_end(struct interrupt *interrupt);

#endif
