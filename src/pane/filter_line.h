/* The line a list's filter is typed in: the text that is in force, and the one
 * to go back to while another is being typed. */
#ifndef GOUJI_PANE_FILTER_LINE_H
#define GOUJI_PANE_FILTER_LINE_H

#include <stdbool.h>
#include <stddef.h>

#include "gouji/base/err.h"
#include "gouji/base/str.h"
#include "gouji/review/filter.h"

struct filter_line {
    struct str text;   /* as typed */
    struct str before; /* the text when typing began */
    bool previewing;
};

void filter_line_release(struct filter_line *line);

/* Replaces *filter (owned, NULL: none) by what `text` says about the subject. False when it
 * says nothing: err tells why, and nothing has changed. */
bool filter_line_set(struct filter_line *line, struct filter **filter, enum filter_subject subject,
                     const char *text, struct err *err);

/* What to filter by while `text` is typed; NULL: typing was given up. Borrowed. A word that
 * may yet become a field would hide all: as long as one ends the text, what is in force stays. */
const char *filter_line_preview(struct filter_line *line, enum filter_subject subject,
                                const char *text);

/* The text to keep for another day; "" for a filter by tags, which end with the run. */
const char *filter_line_kept(const struct filter_line *line, const struct filter *filter);

/* Adds how many of all are shown and by which filter; nothing while there is none. */
void filter_line_status(const struct filter_line *line, const struct filter *filter, size_t nshown,
                        size_t ntotal, struct str *out);

#endif
