/* Reports of the mouse, as xterm sends them with mode 1000, with 1006 or not. */
#ifndef GOUJI_TERM_MOUSE_H
#define GOUJI_TERM_MOUSE_H

#include <stdbool.h>
#include <stddef.h>

#include "decode_key.h"
#include "gouji/ui/screen.h"

bool mouse_begins(const char *bytes, size_t nbytes);
/* For bytes that begin one. DECODED_KEY: *out is filled. *consumed is set
 * unless DECODED_MORE. */
enum decoded mouse_decode(const char *bytes, size_t nbytes, struct screen_input *out,
                          size_t *consumed);

#endif
