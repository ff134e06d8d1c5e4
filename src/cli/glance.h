/* In which order to read reports so that last year's are read before this year's: by a
 * look at how each file begins. Only a guess, which costs time where it is wrong. */
#ifndef GOUJI_SRC_CLI_GLANCE_H
#define GOUJI_SRC_CLI_GLANCE_H

/* The year that its first lines name most likely, INT_MAX when they name none. */
int glance_year(const char *path);

#endif
