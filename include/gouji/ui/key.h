/* Keys and their names: "j", "<C-d>", "<F3>", "<S-F4>", "<S-Tab>", "<Space>",
 * "<A-Enter>", chords as a sequence "gg". */
#ifndef GOUJI_UI_KEY_H
#define GOUJI_UI_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum key_code {
    KEY_CHAR = 0, /* `ch` is the character */
    KEY_NONE,
    KEY_ENTER_,
    KEY_ESC,
    KEY_TAB,
    KEY_BACKTAB,
    KEY_BACKSPACE_,
    KEY_DELETE,
    KEY_INSERT,
    KEY_UP_,
    KEY_DOWN_,
    KEY_LEFT_,
    KEY_RIGHT_,
    KEY_HOME_,
    KEY_END_,
    KEY_PAGE_UP,
    KEY_PAGE_DOWN,
    KEY_F1,
    KEY_F2,
    KEY_F3,
    KEY_F4,
    KEY_F5,
    KEY_F6,
    KEY_F7,
    KEY_F8,
    KEY_F9,
    KEY_F10,
    KEY_F11,
    KEY_F12,
};

enum key_modifier { KEY_CTRL = 1, KEY_ALT = 2, KEY_SHIFT = 4 };

struct key {
    enum key_code code;
    uint32_t ch; /* KEY_CHAR: code point; Ctrl keys: the lower-case letter */
    unsigned modifiers;
};

static inline bool key_equal(struct key a, struct key b)
{
    return a.code == b.code && a.modifiers == b.modifiers && (a.code != KEY_CHAR || a.ch == b.ch);
}

/* Full-width forms to their ASCII keys, for command contexts only: U+FF01–5E,
 * U+3000, 。、“”‘’【】《》「」￥. */
struct key key_fold(struct key key);

/* Writes the name; returns its bytes (cut to fit n, NUL-terminated). Called
 * format since term.h has a key_name of its own. */
size_t key_format(struct key key, char *out, size_t n);

/* Reads one key name from text; returns bytes consumed, 0 when malformed. */
size_t key_parse(const char *text, struct key *key);

#endif
