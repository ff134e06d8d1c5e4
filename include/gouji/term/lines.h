/* Lines typed or piped in where there is no screen, with the signals the
 * screen would report. One reader a process at a time, as with the screen. */
#ifndef GOUJI_TERM_LINES_H
#define GOUJI_TERM_LINES_H

#include "gouji/base/err.h"

enum lines_event { LINES_LINE, LINES_END, LINES_SIGNAL };

struct lines;
/* Borrows the descriptor. NULL with err when signals cannot be caught. */
struct lines *lines_new(int fd, struct err *err);
void lines_free(struct lines *lines);
/* Waits. *line, without its end, is valid until the next call; what stands
 * behind the last line end counts as a line. *signal: SIGHUP, SIGTERM, SIGINT;
 * stopping and going on is done inside. Short memory counts as the end. */
enum lines_event lines_read(struct lines *lines, const char **line, int *signal);

#endif
