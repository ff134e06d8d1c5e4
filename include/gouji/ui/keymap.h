/* Keys to actions, by context, from data/keys (the default, in the users' own
 * syntax) and then the user's config:
 *
 *     bind findings c confirmed
 *     bind lists <C-d> half-page-down
 *     unbind text v
 *
 * Contexts: queue text tables findings notes outline log prompt editor help,
 * and the groups lists, report, all. Faults are collected with file:line and
 * do not stop the program. */
#ifndef GOUJI_UI_KEYMAP_H
#define GOUJI_UI_KEYMAP_H

#include <stdbool.h>
#include <stddef.h>

#include "gouji/base/err.h"
#include "gouji/base/str.h"
#include "gouji/ui/action.h"
#include "gouji/ui/key.h"

struct keymap;
enum { KEYMAP_CHORD_MAX = 4 };

struct keymap *keymap_new(void);
void keymap_free(struct keymap *map);
/* Reads bind/unbind lines; faults are appended to `faults`, one line each.
 * -1 only when the file cannot be read or memory is short. */
int keymap_load(struct keymap *map, const char *path, struct str *faults, struct err *err);
/* One line of that syntax. -1 with err when it is at fault. */
int keymap_line(struct keymap *map, const char *line, struct err *err);

/* Looks a chord up. Returns the action; ACTION_NOTHING with *prefix true when
 * it is the beginning of a longer one. */
enum action keymap_find(const struct keymap *map, enum action_context context,
                        const struct key *keys, size_t nkeys, bool *prefix);

/* Calls visit for each binding valid in context, in order of the action table. */
typedef void keymap_visit(void *closure, enum action_context context, const char *keys,
                          enum action action);
void keymap_each(const struct keymap *map, unsigned contexts, keymap_visit *visit, void *closure);
/* The first keys bound to the action in the context, "" if none. */
const char *keymap_keys(const struct keymap *map, enum action_context context, enum action action);

#endif
