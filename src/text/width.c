#include "gouji/text/width.h"

#include <limits.h>
#include <stdatomic.h>
#include <string.h>
#include <unigbrk.h>
#include <uniwidth.h>

#include "gouji/text/decode.h"
#include "gouji/text/sanitise.h"

enum { TAB_NCOLS = 8, LOOK_BACK = 64 };

int width_code_point(uint32_t c)
{
    if (c >= 0x20 && c < 0x7F)
        return 1;
    if (c >= 0x4E00 && c <= 0x9FFF)
        return 2;
    int ncols = uc_width((ucs4_t)c, "UTF-8");
    return ncols > 0 ? ncols : 0;
}

bool width_is_ambiguous(uint32_t c)
{
    enum { FRAMES_FIRST = 0x2500, FRAMES_LAST = 0x259F };
    return c >= 0x80 && (c < FRAMES_FIRST || c > FRAMES_LAST) && width_code_point(c) == 1 &&
           uc_width((ucs4_t)c, "GBK") == 2;
}

/* Read by the threads that read reports too, which only set columns of messages by it. */
static atomic_bool is_padded;

void width_pad_ambiguous(bool padded)
{
    atomic_store(&is_padded, padded);
}

bool width_is_padded(void)
{
    return atomic_load(&is_padded);
}

int width_shown(uint32_t c)
{
    return width_is_padded() && width_is_ambiguous(c) ? 2 : width_code_point(c);
}

size_t width_glyph(struct slice text, int before, int *ncols)
{
    struct glyph glyph;
    size_t plain = sanitise_plain(text);
    if (plain > 0) {
        *ncols = sanitise_plain_cols(plain);
        return plain;
    }
    sanitise_next(text, &glyph);
    *ncols = glyph.kind == SANITISE_TAB ? TAB_NCOLS - before % TAB_NCOLS : glyph.ncols;
    return glyph.consumed;
}

/* Columns of the text, or of its beginning that has more than `limit`. */
static int width_up_to(struct slice text, int limit)
{
    int ncols = 0;
    for (size_t at = 0; at < text.nbytes && ncols <= limit;) {
        int wide;
        at += width_glyph(slice_make(text.ptr + at, text.nbytes - at), ncols, &wide);
        ncols += wide;
    }
    return ncols;
}

int width_text(struct slice text)
{
    return width_up_to(text, INT_MAX - TAB_NCOLS);
}

bool width_within(struct slice text, int ncols)
{
    return width_up_to(text, ncols) <= ncols;
}

size_t width_cluster(struct slice text)
{
    if (text.nbytes == 0)
        return 0;
    const uint8_t *start = (const uint8_t *)text.ptr;
    size_t plain = sanitise_plain(text);
    if (plain > 0)
        return plain;
    const uint8_t *end = u8_grapheme_next(start, start + text.nbytes);
    return end && end > start ? (size_t)(end - start) : 1;
}

/* Bytes of the last code point, 0 when the last byte ends none. */
static size_t code_point_before(struct slice text)
{
    for (size_t n = 1; n <= 4 && n <= text.nbytes; n++) {
        size_t used;
        const char *at = text.ptr + text.nbytes - n;
        if (text_next(at, n, &used) >= 0)
            return used == n ? n : 0;
    }
    return 0;
}

/* u8_grapheme_prev reads past invalid bytes as if they were not there, so it
 * gets only the valid code points before the end, and of them only so many
 * that a long run costs no more than a short one. */
size_t width_cluster_before(struct slice text)
{
    size_t valid = 0;
    for (int i = 0; i < LOOK_BACK; i++) {
        size_t n = code_point_before(slice_make(text.ptr, text.nbytes - valid));
        if (n == 0)
            break;
        valid += n;
    }
    if (valid == 0)
        return text.nbytes ? 1 : 0;
    const uint8_t *end = (const uint8_t *)text.ptr + text.nbytes;
    const uint8_t *begin = u8_grapheme_prev(end, end - valid);
    return begin && begin < end ? (size_t)(end - begin) : 1;
}

/* The bytes of the first cluster, and the columns it takes behind so many. */
static size_t measure_cluster(struct slice text, int taken, int *ncols)
{
    size_t nbytes = sanitise_plain(text);
    if (nbytes > 0) {
        *ncols = sanitise_plain_cols(nbytes);
        return nbytes;
    }
    nbytes = width_cluster(text);
    *ncols = text.ptr[0] == '\t' ? TAB_NCOLS - taken % TAB_NCOLS
                                 : width_text(slice_make(text.ptr, nbytes));
    return nbytes;
}

size_t width_fit(struct slice text, int ncols, int *used)
{
    size_t nbytes = 0;
    int taken = 0;
    while (nbytes < text.nbytes) {
        struct slice rest = slice_make(text.ptr + nbytes, text.nbytes - nbytes);
        int wide;
        size_t cluster = measure_cluster(rest, taken, &wide);
        if (wide > ncols - taken)
            break;
        taken += wide;
        nbytes += cluster;
    }
    if (used)
        *used = taken;
    return nbytes;
}

/* Bytes of the longest tail of whole clusters that fits both bounds. */
static size_t fit_tail(struct slice text, int ncols, size_t max_nbytes)
{
    size_t nbytes = 0;
    int taken = 0;
    while (nbytes < text.nbytes) {
        size_t rest = text.nbytes - nbytes;
        size_t cluster = width_cluster_before(slice_make(text.ptr, rest));
        int wide = width_text(slice_make(text.ptr + rest - cluster, cluster));
        if (wide > ncols - taken || nbytes + cluster > max_nbytes)
            break;
        taken += wide;
        nbytes += cluster;
    }
    return nbytes;
}

static size_t fit_head(struct slice text, int ncols, size_t max_nbytes)
{
    size_t nbytes = width_fit(text, ncols, NULL);
    while (nbytes > max_nbytes)
        nbytes -= width_cluster_before(slice_make(text.ptr, nbytes));
    return nbytes;
}

void width_clip_middle(struct slice text, int ncols, char *out, size_t out_nbytes)
{
    if (out_nbytes == 0)
        return;
    out[0] = '\0';
    if (text.nbytes < out_nbytes && width_fit(text, ncols, NULL) == text.nbytes) {
        if (text.nbytes)
            memcpy(out, text.ptr, text.nbytes);
        out[text.nbytes] = '\0';
        return;
    }
    if (ncols < 1 || out_nbytes < 2)
        return;
    size_t room = out_nbytes - 2; /* for the mark and the NUL */
    size_t head = fit_head(text, (ncols - 1) / 2, room / 2);
    int left = ncols - 1 - width_text(slice_make(text.ptr, head));
    struct slice rest = slice_make(text.ptr + head, text.nbytes - head);
    size_t tail = fit_tail(rest, left, room - head);
    memcpy(out, text.ptr, head);
    out[head] = '~';
    memcpy(out + head + 1, text.ptr + text.nbytes - tail, tail);
    out[head + 1 + tail] = '\0';
}
