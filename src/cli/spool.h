/* Many pieces of text, kept until their turn comes, in a temporary file once
 * they are more than a little: memory does not grow with their number. To be used on
 * any thread. */
#ifndef GOUJI_SRC_CLI_SPOOL_H
#define GOUJI_SRC_CLI_SPOOL_H

#include <stdint.h>

#include "gouji/base/str.h"
#include "gouji/cli/output.h"

struct spool;
struct tail;

struct piece {
    const struct tail *tail;
    uint64_t start;
    size_t nbytes;
    bool is_kept;
};

/* NULL: no memory. */
struct spool *spool_new(void);
void spool_free(struct spool *spool);

/* The piece is not kept (is_kept false) when there is neither memory nor room
 * for a temporary file: it must then be made again. */
struct piece spool_keep(struct spool *spool, struct slice bytes);

/* The same without a copy, and without waiting for other threads: the piece is appended to
 * the text, in which others stand before it. NULL: no memory. Until spool_end() it is for the
 * caller alone. Of such pieces none may be read or sent while another is being made. */
struct str *spool_begin(struct spool *spool);
struct piece spool_end(struct spool *spool, struct str *text);

/* Appends a kept piece. -1: it cannot be read any more. */
int spool_read(struct spool *spool, struct piece piece, struct str *out);
/* Gives a kept piece out as output_from() does. */
bool spool_send(struct spool *spool, struct piece piece, struct output *out);

#endif
