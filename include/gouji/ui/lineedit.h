/* A line (or, with newlines allowed, a small text) under edit: by grapheme
 * clusters, with history and undo inside the text. Knows no keys' actions but
 * the editing ones; the prompt and the note editor are built on it. */
#ifndef GOUJI_UI_LINEEDIT_H
#define GOUJI_UI_LINEEDIT_H

#include <stdbool.h>
#include <stddef.h>

#include "gouji/base/slice.h"
#include "gouji/ui/grid.h"
#include "gouji/ui/key.h"

enum { LINEEDIT_MAX_NBYTES = 32 * 1024 }; /* under VERDICT's 64 KiB a string */

struct lineedit;

struct lineedit *lineedit_new(bool multiline);
void lineedit_free(struct lineedit *edit);
/* Replaces the text, caret at the end. -1: no memory or too long. */
int lineedit_set(struct lineedit *edit, struct slice text);
const char *lineedit_text(const struct lineedit *edit);
size_t lineedit_caret(const struct lineedit *edit); /* byte offset */

/* True when the key was an editing key: characters, arrows, Home End, Ctrl-A E
 * W U K D Y _, Backspace Delete, Alt-B F; Enter and up/down only when
 * multiline. */
bool lineedit_key(struct lineedit *edit, struct key key);
/* What the editing keys but plain characters, Enter, up and down do: the help (msgid) of
 * one, keys that do the same beside each other; NULL behind the last. */
const char *lineedit_key_help(size_t index, struct key *key);
/* Pasted text: control bytes removed, newlines kept (multiline) or blanks.
 * False when it would exceed the limit (nothing inserted). */
bool lineedit_paste(struct lineedit *edit, struct slice text);

/* Draws into the area (one row, or wrapped rows when multiline), scrolled so
 * that the caret is seen; gives the caret's place in the area. */
void lineedit_draw(struct lineedit *edit, struct area area, enum style style, int *caret_row,
                   int *caret_col);

#endif
