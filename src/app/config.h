/* The configuration: the options of the file and of :set. */
#ifndef GOUJI_APP_CONFIG_H
#define GOUJI_APP_CONFIG_H

#include <stddef.h>

#include "gouji/base/err.h"
#include "gouji/base/str.h"
#include "gouji/review/review.h"
#include "gouji/ui/keymap.h"

enum { NAME_NBYTES = 65, REASONS_MAX = 64, TEMPLATES_MAX = 64 };

enum { AMBIGUOUS_NARROW, AMBIGUOUS_PAD, AMBIGUOUS_SUBST };
enum layout_mode { LAYOUT_AUTO, LAYOUT_SIDE, LAYOUT_STACKED, LAYOUT_SINGLE, LAYOUT_COUNT };

struct canned_reason {
    enum verdict verdict;
    char *text;
};

struct config {
    char theme[32];
    int ascii;       /* lines=ascii */
    int autoadvance; /* to the next unresolved after a decision */
    int layout;      /* enum layout_mode */
    int footer;      /* a row of keys at the bottom */
    int bell;        /* a flash for keys that do nothing */
    int mouse, title;
    int ambiguous;    /* AMBIGUOUS_*: how characters of doubtful width are shown */
    int sync;         /* enum term_sync */
    int clipboard;    /* enum term_clipboard */
    int esc_delay_ms; /* 0: not given */
    char reviewer[NAME_NBYTES];
    struct canned_reason reasons[REASONS_MAX];
    size_t nreasons, nshipped;      /* the first nshipped are gouji's own */
    char *templates[TEMPLATES_MAX]; /* of notes */
    size_t ntemplates, ntemplates_shipped;
};

void config_init(struct config *config);
void config_release(struct config *config);
/* "name=value" or "name value". */
int config_set(struct config *config, const char *assignment, struct err *err);
/* All options with their values, one a line. */
void config_list(const struct config *config, struct str *out);
/* The same as a config file sets them, with the user's own reasons. */
void config_dump(const struct config *config, struct str *out);
/* The n-th option's name, NULL past the last: for completion. */
const char *config_option(size_t index);
const char *config_option_help(size_t index); /* translated */
/* The same of an option's choices; NULL past the last and for free text. */
const char *config_choice(const char *name, size_t index);
/* Canned reasons of gouji's data, then the user's file: keys into the map,
 * options here. Faults, one a line, name file and line. */
void config_load(struct config *config, struct keymap *keymap, const char *path,
                 struct str *faults);

#endif
