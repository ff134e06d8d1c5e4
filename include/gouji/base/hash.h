/* SHA-256 (FIPS 180-4, by libcrypto), written as 64 lower-case hex digits. */
#ifndef GOUJI_BASE_HASH_H
#define GOUJI_BASE_HASH_H

#include <stddef.h>

#include "gouji/base/slice.h"

enum { HASH_HEX_NBYTES = 65 };

/* 0, or -1 when libcrypto refuses (then hex is ""). */
int hash_hex(const void *bytes, size_t nbytes, char hex[HASH_HEX_NBYTES]);
/* Of the parts, one behind the other. */
int hash_hex_parts(const struct slice *parts, size_t nparts, char hex[HASH_HEX_NBYTES]);

#endif
