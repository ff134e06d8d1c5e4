/* Patterns compiled ahead. The build compiles those of data/rules and links
 * them in as PCRE2 serialises them, found by their text: a rule file that was
 * changed since gets its new patterns compiled at the start, as a local
 * office's own are, and can never get an old one. */
#ifndef GOUJI_SRC_CHECK_PATTERN_STORE_H
#define GOUJI_SRC_CHECK_PATTERN_STORE_H

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdint.h>

#include "gouji/base/slice.h"
#include "needs.h"

/* One pattern: what PCRE2 was given, where its bytes lie, and what it needs, its sets from one
 * place of theirs on. */
struct stored_pattern {
    const char *source;
    size_t offset, nbytes;
    uint16_t rarest[1 + RAREST_MOST];
    size_t sets;
};

/* Written by src/ahead/compile_patterns.c; in the order of strcmp. */
extern const struct stored_pattern pattern_store_items[];
extern const size_t pattern_store_nitems;
extern const uint8_t pattern_store_bytes[];
extern const uint16_t pattern_store_sets[];

/* The compiled pattern, of the caller's to free with pcre2_code_free, and what it needs; NULL when
 * none is stored, or another PCRE2 is linked than the one that compiled it. */
pcre2_code *pattern_store_get(struct slice source, struct needs *needs);

#endif
