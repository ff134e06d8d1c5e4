/* In which order to read reports so that last year's are read before this year's, and
 * versions of one together: by a look at how each file begins. Only a guess, which costs
 * time where it is wrong. */
#ifndef GOUJI_SRC_CLI_GLANCE_H
#define GOUJI_SRC_CLI_GLANCE_H

#include <stdint.h>

struct glance {
    int year;      /* that its first lines name most likely, INT_MAX when they name none */
    uint64_t name; /* stands for the words beside it, which are likely the agency's; 0 */
};

struct glance glance_at(const char *path);

#endif
