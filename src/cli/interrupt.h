/* ^C and a polite kill while a command works: asked for between two pieces of
 * work instead of ending the program in one. No thread may be running when it
 * begins; those started later leave the signals to the asker. */
#ifndef GOUJI_SRC_CLI_INTERRUPT_H
#define GOUJI_SRC_CLI_INTERRUPT_H

#include <signal.h>
#include <stdbool.h>

struct interrupt {
    sigset_t before; /* the mask that end puts back */
    int number;      /* of the signal that came, 0 */
};

void interrupt_begin(struct interrupt *interrupt);
/* From the first signal on true; a second one ends the program at once. */
bool interrupt_came(struct interrupt *interrupt);
void interrupt_end(struct interrupt *interrupt);

#endif
