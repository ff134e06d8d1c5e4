#include "gouji/ui/key.h"

#include <stdio.h>
#include <string.h>

#include <unistr.h>

/* The first name of a code is the one written; the others are also read. */
static const struct {
    const char *name;
    struct key key;
} named[] = {
    {"Enter", {KEY_ENTER_, 0, 0}},
    {"CR", {KEY_ENTER_, 0, 0}},
    {"Esc", {KEY_ESC, 0, 0}},
    {"S-Tab", {KEY_BACKTAB, 0, 0}},
    {"Tab", {KEY_TAB, 0, 0}},
    {"BS", {KEY_BACKSPACE_, 0, 0}},
    {"Backspace", {KEY_BACKSPACE_, 0, 0}},
    {"Del", {KEY_DELETE, 0, 0}},
    {"Delete", {KEY_DELETE, 0, 0}},
    {"Insert", {KEY_INSERT, 0, 0}},
    {"Ins", {KEY_INSERT, 0, 0}},
    {"Up", {KEY_UP_, 0, 0}},
    {"Down", {KEY_DOWN_, 0, 0}},
    {"Left", {KEY_LEFT_, 0, 0}},
    {"Right", {KEY_RIGHT_, 0, 0}},
    {"Home", {KEY_HOME_, 0, 0}},
    {"End", {KEY_END_, 0, 0}},
    {"PgUp", {KEY_PAGE_UP, 0, 0}},
    {"PageUp", {KEY_PAGE_UP, 0, 0}},
    {"PgDn", {KEY_PAGE_DOWN, 0, 0}},
    {"PageDown", {KEY_PAGE_DOWN, 0, 0}},
    {"F10", {KEY_F10, 0, 0}},
    {"F11", {KEY_F11, 0, 0}},
    {"F12", {KEY_F12, 0, 0}},
    {"F1", {KEY_F1, 0, 0}},
    {"F2", {KEY_F2, 0, 0}},
    {"F3", {KEY_F3, 0, 0}},
    {"F4", {KEY_F4, 0, 0}},
    {"F5", {KEY_F5, 0, 0}},
    {"F6", {KEY_F6, 0, 0}},
    {"F7", {KEY_F7, 0, 0}},
    {"F8", {KEY_F8, 0, 0}},
    {"F9", {KEY_F9, 0, 0}},
    {"Space", {KEY_CHAR, ' ', 0}},
    {"lt", {KEY_CHAR, '<', 0}},
    {"gt", {KEY_CHAR, '>', 0}},
};
enum { NAMED_COUNT = sizeof named / sizeof named[0] };

static uint32_t fold_char(uint32_t ch)
{
    static const struct {
        uint32_t from;
        char to;
    } pairs[] = {
        {0x3000, ' '},  {0x3002, '.'},  {0x3001, '/'}, {0x201C, '"'}, {0x201D, '"'},
        {0x2018, '\''}, {0x2019, '\''}, {0x3010, '['}, {0x3011, ']'}, {0x300A, '<'},
        {0x300B, '>'},  {0x300C, '{'},  {0x300D, '}'}, {0xFFE5, '$'},
    };
    if (ch >= 0xFF01 && ch <= 0xFF5E)
        return ch - 0xFF01 + '!';
    for (size_t i = 0; i < sizeof pairs / sizeof pairs[0]; i++)
        if (pairs[i].from == ch)
            return (uint32_t)pairs[i].to;
    return ch;
}

struct key key_fold(struct key key)
{
    if (key.code == KEY_CHAR)
        key.ch = fold_char(key.ch);
    return key;
}

/* The name between the brackets, or NULL for a character that is its own name. */
static const char *base_name(struct key key)
{
    bool bracket = key.ch == '<' || key.ch == '>';
    if (key.code == KEY_CHAR && key.ch != ' ' && (!bracket || key.modifiers == 0))
        return NULL;
    for (size_t i = 0; i < NAMED_COUNT; i++)
        if (named[i].key.code == key.code && named[i].key.ch == key.ch)
            return named[i].name;
    return NULL;
}

static size_t char_bytes(uint32_t ch, char out[8])
{
    int nbytes = u8_uctomb((uint8_t *)out, ch, 7);
    if (nbytes <= 0)
        nbytes = snprintf(out, 8, "?");
    out[nbytes] = '\0';
    return (size_t)nbytes;
}

/* As much as fits into n bytes. Hundreds of keys are written at every start, so by hand. */
static size_t join(const char *const *parts, size_t nparts, char *out, size_t n)
{
    size_t used = 0;
    for (size_t i = 0; i < nparts; i++)
        for (const char *at = parts[i]; *at && used + 1 < n; at++)
            out[used++] = *at;
    if (n > 0)
        out[used] = '\0';
    return used;
}

size_t key_format(struct key key, char *out, size_t n)
{
    char bytes[8];
    if (key.code != KEY_CHAR)
        key.ch = 0;
    const char *name = base_name(key);
    bool bare = name == NULL && key.modifiers == 0;
    if (name == NULL)
        char_bytes(key.ch, bytes);
    const char *const base = name ? name : bytes;
    const char *const parts[] = {"<",
                                 key.modifiers & KEY_CTRL ? "C-" : "",
                                 key.modifiers & KEY_ALT ? "A-" : "",
                                 key.modifiers & KEY_SHIFT ? "S-" : "",
                                 base,
                                 ">"};
    return bare ? join(&base, 1, out, n) : join(parts, sizeof parts / sizeof *parts, out, n);
}

static size_t parse_char(const char *text, uint32_t *ch)
{
    ucs4_t code_point;
    int nbytes = u8_strmbtouc(&code_point, (const uint8_t *)text);
    if (nbytes <= 0 || code_point < ' ' || code_point == 0x7F)
        return 0;
    *ch = code_point;
    return (size_t)nbytes;
}

/* One spelling for one key: Ctrl-@ is Ctrl-Space, Ctrl letters are lower case,
 * Shift with a letter is the capital, Shift-Tab has a code of its own. */
static struct key key_settled(struct key key)
{
    if (key.code == KEY_TAB && key.modifiers & KEY_SHIFT)
        return (struct key){KEY_BACKTAB, 0, key.modifiers & ~(unsigned)KEY_SHIFT};
    if (key.code != KEY_CHAR)
        return key;
    bool capital = key.ch >= 'A' && key.ch <= 'Z', letter = key.ch >= 'a' && key.ch <= 'z';
    if (key.modifiers & KEY_CTRL && key.ch == '@')
        key.ch = ' ';
    else if (key.modifiers & KEY_CTRL && capital)
        key.ch += 'a' - 'A';
    else if (key.modifiers & KEY_SHIFT && letter && !(key.modifiers & KEY_CTRL))
        key.ch -= 'a' - 'A';
    if (key.ch != ' ')
        key.modifiers &= ~(unsigned)KEY_SHIFT;
    return key;
}

static size_t parse_modifiers(const char *text, unsigned *modifiers)
{
    size_t at = 0;
    *modifiers = 0;
    while (text[at] != '\0' && text[at + 1] == '-' && text[at + 2] != '\0') {
        if (strchr("Cc", text[at]))
            *modifiers |= KEY_CTRL;
        else if (strchr("AaMm", text[at]))
            *modifiers |= KEY_ALT;
        else if (strchr("Ss", text[at]))
            *modifiers |= KEY_SHIFT;
        else
            break;
        at += 2;
    }
    return at;
}

static size_t parse_named(const char *text, struct key *key)
{
    for (size_t i = 0; i < NAMED_COUNT; i++) {
        if ((text[0] | 0x20) != (named[i].name[0] | 0x20)) /* letters, whatever their case */
            continue;
        size_t nbytes = strlen(named[i].name);
        if (strncasecmp(text, named[i].name, nbytes) == 0 && text[nbytes] == '>') {
            *key = named[i].key;
            return nbytes;
        }
    }
    return 0;
}

static size_t parse_bracketed(const char *text, struct key *key)
{
    struct key parsed = {KEY_CHAR, 0, 0};
    unsigned modifiers;
    size_t at = 1 + parse_modifiers(text + 1, &modifiers);
    size_t nbytes = parse_named(text + at, &parsed);
    if (nbytes == 0 && modifiers != 0)
        nbytes = parse_char(text + at, &parsed.ch);
    if (nbytes == 0 || text[at + nbytes] != '>')
        return 0;
    parsed.modifiers |= modifiers;
    *key = key_settled(parsed);
    return at + nbytes + 1;
}

size_t key_parse(const char *text, struct key *key)
{
    /* A `<` before anything but a letter stands for itself. */
    bool letter = (text[0] != '\0') &&
                  ((text[1] >= 'A' && text[1] <= 'Z') || (text[1] >= 'a' && text[1] <= 'z'));
    if (text[0] == '<' && letter)
        return parse_bracketed(text, key);
    struct key parsed = {KEY_CHAR, 0, 0};
    size_t nbytes = parse_char(text, &parsed.ch);
    if (nbytes > 0)
        *key = parsed;
    return nbytes;
}
