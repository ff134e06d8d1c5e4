#include "decode_key.h"

#include <stdint.h>

#include <unistr.h>

#include "gouji/base/ascii.h"

enum { ESCAPE = 0x1B, PARAMETERS_MAX = 4, PASTE_BEGIN = 200, SYNC_MODE = 2026 };

/* A control sequence ESC [ parameters final, or ESC O parameters final. */
struct sequence {
    unsigned parameters[PARAMETERS_MAX];
    size_t nparameters;
    bool private; /* a marker such as '?' or an intermediate byte: a report, no key */
    char final;
    size_t nbytes;
};

static struct key plain_key(enum key_code code, unsigned modifiers)
{
    return (struct key){code, 0, modifiers};
}

static struct key char_key(uint32_t ch, unsigned modifiers)
{
    return (struct key){KEY_CHAR, ch, modifiers};
}

static struct key control_key(unsigned char byte)
{
    switch (byte) {
    case 0:
        return char_key(' ', KEY_CTRL);
    case '\b':
    case 0x7F:
        return plain_key(KEY_BACKSPACE_, 0);
    case '\t':
        return plain_key(KEY_TAB, 0);
    case '\n':
    case '\r':
        return plain_key(KEY_ENTER_, 0);
    case ESCAPE:
        return plain_key(KEY_ESC, 0);
    default:
        return char_key(byte < 27 ? byte + 'a' - 1U : byte + '@' + 0U, KEY_CTRL);
    }
}

/* One character, from one to four bytes. */
static enum decoded decode_char(const char *bytes, size_t nbytes, struct key *key, size_t *consumed)
{
    const uint8_t *at = (const uint8_t *)bytes;
    ucs4_t ch;
    *consumed = 1;
    if (at[0] < ' ' || at[0] == 0x7F) {
        *key = control_key(at[0]);
        return DECODED_KEY;
    }
    int length = u8_mbtoucr(&ch, at, nbytes);
    if (length == -2)
        return DECODED_MORE;
    if (length <= 0)
        return DECODED_NOTHING;
    *consumed = (size_t)length;
    *key = char_key(ch, 0);
    return ch >= 0x80 && ch < 0xA0 ? DECODED_NOTHING : DECODED_KEY;
}

/* Reads from after ESC [ or ESC O; false while it is incomplete. */
static bool read_sequence(const char *bytes, size_t nbytes, struct sequence *sequence)
{
    *sequence = (struct sequence){.nparameters = 1};
    for (size_t at = 2; at < nbytes; at++) {
        char c = bytes[at];
        unsigned *parameter = &sequence->parameters[sequence->nparameters - 1];
        if (ascii_is_digit(c)) {
            *parameter = *parameter < 100000 ? *parameter * 10 + (unsigned)(c - '0') : *parameter;
        } else if (c == ';' && sequence->nparameters < PARAMETERS_MAX) {
            sequence->nparameters++;
        } else if (c >= ' ' && c < '@') {
            sequence->private = true;
        } else {
            sequence->final = c;
            sequence->nbytes = at + 1;
            return true;
        }
    }
    return false;
}

/* xterm's modifier parameter is 1 + shift 1 + alt 2 + ctrl 4. */
static unsigned xterm_modifiers(unsigned parameter)
{
    unsigned bits = parameter > 0 ? parameter - 1 : 0;
    return (bits & 1 ? KEY_SHIFT : 0U) | (bits & 2 ? KEY_ALT : 0U) | (bits & 4 ? KEY_CTRL : 0U);
}

static struct key numbered_key(const struct decoder *decoder, unsigned number, unsigned modifiers)
{
    static const unsigned char codes[] = {
        [1] = KEY_HOME_,     [2] = KEY_INSERT, [3] = KEY_DELETE, [4] = KEY_END_, [5] = KEY_PAGE_UP,
        [6] = KEY_PAGE_DOWN, [7] = KEY_HOME_,  [8] = KEY_END_,   [11] = KEY_F1,  [12] = KEY_F2,
        [13] = KEY_F3,       [14] = KEY_F4,    [15] = KEY_F5,    [17] = KEY_F6,  [18] = KEY_F7,
        [19] = KEY_F8,       [20] = KEY_F9,    [21] = KEY_F10,   [23] = KEY_F11, [24] = KEY_F12,
    };
    /* F13 and up are Shift-F1 and up on the Linux console, Shift-F3 and up in
     * PuTTY and rxvt, whose F11 and F12 are Shift-F1 and Shift-F2 too. */
    static const unsigned char upper[] = {[25 - 25] = 1, [26 - 25] = 2, [28 - 25] = 3,
                                          [29 - 25] = 4, [31 - 25] = 5, [32 - 25] = 6,
                                          [33 - 25] = 7, [34 - 25] = 8};
    if (number < sizeof codes && codes[number] != 0)
        return plain_key((enum key_code)codes[number], modifiers);
    if (number >= 25 && number <= 34 && upper[number - 25] != 0) {
        unsigned first = decoder->linux_console ? KEY_F1 : KEY_F3;
        return plain_key((enum key_code)(first + upper[number - 25] - 1), modifiers | KEY_SHIFT);
    }
    return plain_key(KEY_NONE, 0);
}

static struct key lettered_key(char letter, unsigned modifiers)
{
    static const char letters[] = "ABCDHFPQRSMIZE";
    static const unsigned char codes[] = {KEY_UP_,    KEY_DOWN_, KEY_RIGHT_,  KEY_LEFT_, KEY_HOME_,
                                          KEY_END_,   KEY_F1,    KEY_F2,      KEY_F3,    KEY_F4,
                                          KEY_ENTER_, KEY_TAB,   KEY_BACKTAB, KEY_NONE};
    for (size_t i = 0; letters[i] != '\0'; i++)
        if (letters[i] == letter)
            return plain_key((enum key_code)codes[i],
                             letter == 'Z' ? modifiers & ~(unsigned)KEY_SHIFT : modifiers);
    return plain_key(KEY_NONE, 0);
}

/* CSI 27 ; modifiers ; code ~ and CSI code ; modifiers u */
static struct key coded_key(unsigned code, unsigned modifiers)
{
    struct key key =
        code < 0x20 || code == 0x7F ? control_key((unsigned char)code) : char_key(code, 0);
    if (key.code == KEY_TAB && modifiers & KEY_SHIFT)
        return plain_key(KEY_BACKTAB, modifiers & ~(unsigned)KEY_SHIFT);
    if (key.code == KEY_CHAR)
        modifiers &= ~(unsigned)KEY_SHIFT;
    key.modifiers |= modifiers;
    return key;
}

static struct key sequence_key(const struct decoder *decoder, char introducer,
                               const struct sequence *sequence)
{
    const unsigned *parameters = sequence->parameters;
    unsigned modifiers = xterm_modifiers(sequence->nparameters > 1 ? parameters[1] : 0);
    if (sequence->private)
        return plain_key(KEY_NONE, 0);
    if (introducer == 'O') /* ESC O 2 R: the modifier is the only parameter */
        return lettered_key(sequence->final, xterm_modifiers(parameters[0]));
    if (sequence->final == '~' && parameters[0] == 27 && sequence->nparameters == 3)
        return coded_key(parameters[2], modifiers);
    if (sequence->final == '~')
        return numbered_key(decoder, parameters[0], modifiers);
    if (sequence->final == 'u')
        return coded_key(parameters[0], modifiers);
    if (sequence->final == 'I' || sequence->final == 'M') /* focus and mouse reports */
        return plain_key(KEY_NONE, 0);
    return lettered_key(sequence->final, modifiers);
}

static enum decoded decode_sequence(const struct decoder *decoder, const char *bytes, size_t nbytes,
                                    struct key *key, size_t *consumed)
{
    struct sequence sequence;
    if (nbytes > 2 && bytes[1] == '[' && bytes[2] == '[') { /* Linux console, F1 to F5 */
        if (nbytes < 4)
            return DECODED_MORE;
        *consumed = 4;
        bool known = bytes[3] >= 'A' && bytes[3] <= 'E';
        *key = plain_key(known ? (enum key_code)(KEY_F1 + bytes[3] - 'A') : KEY_NONE, 0);
        return known ? DECODED_KEY : DECODED_NOTHING;
    }
    if (!read_sequence(bytes, nbytes, &sequence))
        return DECODED_MORE;
    *consumed = sequence.nbytes;
    if (sequence.final == '~' && sequence.parameters[0] == PASTE_BEGIN)
        return DECODED_PASTE_BEGIN;
    if (sequence.private && sequence.final == 'y' && sequence.parameters[0] == SYNC_MODE) {
        *key = char_key(sequence.nparameters > 1 ? sequence.parameters[1] : 0, 0);
        return DECODED_SYNC_ANSWER;
    }
    *key = sequence_key(decoder, bytes[1], &sequence);
    return key->code == KEY_NONE ? DECODED_NOTHING : DECODED_KEY;
}

static enum decoded decode_escape(const struct decoder *decoder, const char *bytes, size_t nbytes,
                                  struct key *key, size_t *consumed)
{
    if (nbytes == 1 || bytes[1] == ESCAPE)
        return DECODED_MORE;
    if (bytes[1] == '[' || bytes[1] == 'O')
        return decode_sequence(decoder, bytes, nbytes, key, consumed);
    enum decoded decoded = decode_char(bytes + 1, nbytes - 1, key, consumed);
    if (decoded == DECODED_MORE)
        return DECODED_MORE;
    *consumed += 1;
    key->modifiers |= KEY_ALT;
    return decoded;
}

enum decoded decode_key(const struct decoder *decoder, const char *bytes, size_t nbytes,
                        struct key *key, size_t *consumed)
{
    if (bytes[0] != ESCAPE)
        return decode_char(bytes, nbytes, key, consumed);
    enum decoded decoded = decode_escape(decoder, bytes, nbytes, key, consumed);
    bool two_escapes = nbytes > 1 && bytes[1] == ESCAPE;
    if (decoded != DECODED_MORE || (!decoder->final && !two_escapes))
        return decoded;
    /* Nothing came in time, or the next key begins already: this was Esc itself. */
    *key = plain_key(KEY_ESC, 0);
    *consumed = 1;
    return DECODED_KEY;
}
