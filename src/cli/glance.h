/* In which order to read reports so that last year's are read before this year's, and
 * versions of one together: by a look at how each file begins. Only a guess, which costs
 * time where it is wrong. */
#ifndef GOUJI_SRC_CLI_GLANCE_H
#define GOUJI_SRC_CLI_GLANCE_H

#include <stdint.h>

struct glance {
    int year;       /* that its first lines name most likely, INT_MAX when they name none */
    uint32_t name;  /* stands for words that are likely the agency's; 0 */
    uint32_t place; /* for those before them in their line; the fewer, the smaller */
};

/* `ends` are words that names of agencies end with, NULL for none: without a name that
 * does, the words beside the year are taken. */
struct glance glance_at(const char *path, const char *const *ends);

#endif
