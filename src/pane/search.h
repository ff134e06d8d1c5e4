/* Searching the text of a report: folded once (piece by piece, between keys),
 * so that full-width and half-width forms, traditional characters and a phrase
 * broken over lines are found alike. A capital letter in the pattern makes
 * case count; a number is found with and without separators of thousands. */
#ifndef GOUJI_PANE_SEARCH_H
#define GOUJI_PANE_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include "gouji/base/str.h"
#include "gouji/report/report.h"

enum { SEARCH_MAX_MATCHES = 100000 };

struct search {
    const struct report *report;
    struct str folded;       /* of the text up to `done` */
    uint32_t *starts, *ends; /* per folded byte: its source */
    size_t starts_capacity, ends_capacity;
    uint32_t done;
    struct str pattern;
    struct span *matches; /* in the order of the text */
    size_t nmatches, capacity;
};

void search_release(struct search *search);
/* Another report: everything is forgotten. */
void search_set(struct search *search, const struct report *report);
/* Finds all matches; 0, or -1 when memory is short. "" clears. */
int search_find(struct search *search, const char *pattern);
/* The first match at or after offset, or the last before it; wraps, and says
 * so. -1: there is none. */
long search_from(const struct search *search, uint32_t offset, bool backward, bool *wrapped);

#endif
