#include "mouse.h"

#include <stdio.h>
#include <string.h>

#include "gouji/base/ascii.h"

/* xterm's button bytes: two bits of button, modifiers from 4 on, 64 the wheel;
 * 32 is motion. */
enum { BUTTON = 3, MODIFIERS = 4 | 8 | 16, MOTION = 32, WHEEL = 64, X10_NBYTES = 6 };

static bool fill(unsigned buttons, int col, int row, struct screen_input *out)
{
    if (buttons & (MODIFIERS | MOTION) || col < 1 || row < 1)
        return false;
    if (buttons & WHEEL && (buttons & BUTTON) <= 1)
        out->mouse = buttons & BUTTON ? MOUSE_WHEEL_DOWN : MOUSE_WHEEL_UP;
    else if (buttons == 0)
        out->mouse = MOUSE_CLICK;
    else
        return false;
    out->event = SCREEN_MOUSE;
    out->row = row - 1;
    out->col = col - 1;
    return true;
}

/* ESC [ < buttons ; column ; row M, or m when the button is let go. */
static enum decoded decode_sgr(const char *bytes, size_t nbytes, struct screen_input *out,
                               size_t *consumed)
{
    char text[32], end;
    unsigned buttons;
    int col, row;
    size_t length = 3;
    while (length < nbytes && (ascii_is_digit(bytes[length]) || bytes[length] == ';'))
        length++;
    if (length == nbytes && nbytes < sizeof text)
        return DECODED_MORE;
    *consumed = length < nbytes ? length + 1 : nbytes;
    if (*consumed >= sizeof text)
        return DECODED_NOTHING;
    memcpy(text, bytes + 3, *consumed - 3);
    text[*consumed - 3] = '\0';
    bool pressed = sscanf(text, "%9u;%9d;%9d%c", &buttons, &col, &row, &end) == 4 && end == 'M';
    return pressed && fill(buttons, col, row, out) ? DECODED_KEY : DECODED_NOTHING;
}

/* ESC [ M and three bytes, each 32 more than what it says. */
static enum decoded decode_x10(const char *bytes, size_t nbytes, struct screen_input *out,
                               size_t *consumed)
{
    if (nbytes < X10_NBYTES)
        return DECODED_MORE;
    *consumed = X10_NBYTES;
    const unsigned char *at = (const unsigned char *)bytes + 3;
    return at[0] >= 32 && fill(at[0] - 32U, at[1] - 32, at[2] - 32, out) ? DECODED_KEY
                                                                         : DECODED_NOTHING;
}

bool mouse_begins(const char *bytes, size_t nbytes)
{
    return nbytes >= 3 && bytes[0] == '\033' && bytes[1] == '[' &&
           (bytes[2] == '<' || bytes[2] == 'M');
}

enum decoded mouse_decode(const char *bytes, size_t nbytes, struct screen_input *out,
                          size_t *consumed)
{
    return bytes[2] == '<' ? decode_sgr(bytes, nbytes, out, consumed)
                           : decode_x10(bytes, nbytes, out, consumed);
}
