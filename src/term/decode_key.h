/* Bytes from the terminal to keys: a pure function, so that every sequence can
 * be tested without a terminal. Reads xterm's forms with modifiers (also of
 * tmux, VTE, kitty), the application forms ESC O x, the Linux console's
 * ESC [ [ x, and the numbered forms of VT220, PuTTY and rxvt. */
#ifndef GOUJI_TERM_DECODE_KEY_H
#define GOUJI_TERM_DECODE_KEY_H

#include <stdbool.h>
#include <stddef.h>

#include "gouji/ui/key.h"

enum decoded {
    DECODED_MORE, /* a beginning only: wait for more bytes */
    DECODED_KEY,
    DECODED_NOTHING,     /* bytes that mean no key: skip them */
    DECODED_PASTE_BEGIN, /* ESC [ 200 ~ */
    DECODED_SYNC_ANSWER, /* ESC [ ? 2026 ; n $ y: key->ch gets n */
};

struct decoder {
    bool linux_console; /* ESC [ 25 ~ and up are numbered otherwise there */
    bool final;         /* no more bytes will come in time: settle with these */
};

/* bytes not empty. *consumed is set unless DECODED_MORE. */
enum decoded decode_key(const struct decoder *decoder, const char *bytes, size_t nbytes,
                        struct key *key, size_t *consumed);

#endif
