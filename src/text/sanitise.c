#include "gouji/text/sanitise.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unictype.h>

#include "gouji/text/width.h"

enum { MAX_MARKS = 4 };

static void make_token(struct glyph *glyph, int nbytes)
{
    glyph->kind = SANITISE_TOKEN;
    glyph->nbytes = (size_t)nbytes;
    glyph->ncols = nbytes; /* tokens are ASCII */
}

static void control_token(struct glyph *glyph, uint32_t c)
{
    make_token(glyph, snprintf(glyph->bytes, sizeof glyph->bytes, "^%c", (int)(c ^ 0x40)));
}

static void code_token(struct glyph *glyph, uint32_t c)
{
    make_token(glyph, snprintf(glyph->bytes, sizeof glyph->bytes, "<U+%04X>", (unsigned)c));
}

static void byte_token(struct glyph *glyph, unsigned char byte)
{
    make_token(glyph, snprintf(glyph->bytes, sizeof glyph->bytes, "\\x%02X", byte));
}

/* Visible by itself, and of the width it is said to have. */
static bool is_visible(uint32_t c)
{
    const uint32_t hidden = UC_CATEGORY_MASK_Cc | UC_CATEGORY_MASK_Cf | UC_CATEGORY_MASK_Cs |
                            UC_CATEGORY_MASK_Co | UC_CATEGORY_MASK_Cn | UC_CATEGORY_MASK_Zl |
                            UC_CATEGORY_MASK_Zp;
    if (sanitise_is_cjk((int32_t)c))
        return true;
    return !uc_is_general_category_withtable(c, hidden) &&
           !uc_is_property_default_ignorable_code_point(c) && !uc_is_property_bidi_control(c) &&
           !uc_is_property_not_a_character(c);
}

/* Takes the marks that stand on a base already in the glyph. */
static void take_marks(struct slice text, struct glyph *glyph)
{
    for (int nmarks = 0; nmarks < MAX_MARKS && glyph->consumed < text.nbytes; nmarks++) {
        size_t used;
        struct slice rest = slice_make(text.ptr + glyph->consumed, text.nbytes - glyph->consumed);
        if (!sanitise_may_be_mark(rest))
            return;
        int32_t c = text_next(rest.ptr, rest.nbytes, &used);
        if (c < 0 || glyph->nbytes + used > SANITISE_PLAIN_NBYTES ||
            width_code_point((uint32_t)c) != 0 || !is_visible((uint32_t)c))
            return;
        memcpy(glyph->bytes + glyph->nbytes, rest.ptr, used);
        glyph->nbytes += used;
        glyph->consumed += used;
        glyph->bytes[glyph->nbytes] = '\0';
    }
}

static void make_plain(struct slice text, struct glyph *glyph, int ncols)
{
    glyph->kind = SANITISE_PLAIN;
    glyph->ncols = ncols;
    glyph->nbytes = glyph->consumed;
    memcpy(glyph->bytes, text.ptr, glyph->nbytes);
    glyph->bytes[glyph->nbytes] = '\0';
    take_marks(text, glyph);
}

void sanitise_next(struct slice text, struct glyph *glyph)
{
    int32_t c = text_next(text.ptr, text.nbytes, &glyph->consumed);
    if (c < 0) {
        byte_token(glyph, (unsigned char)text.ptr[0]);
    } else if (c >= 0x20 && c < 0x7F) {
        make_plain(text, glyph, 1);
    } else if (c == '\t') {
        *glyph = (struct glyph){.kind = SANITISE_TAB, .consumed = 1, .bytes = "\t", .nbytes = 1};
    } else if (c < 0x20 || c == 0x7F) {
        control_token(glyph, (uint32_t)c);
    } else {
        int ncols = width_shown((uint32_t)c);
        if (ncols > 0 && is_visible((uint32_t)c))
            make_plain(text, glyph, ncols);
        else
            code_token(glyph, (uint32_t)c);
    }
}

void sanitise_append(struct str *out, struct slice text, int keep_layout)
{
    struct glyph glyph;
    for (size_t i = 0; i < text.nbytes; i += glyph.consumed) {
        if (keep_layout && (text.ptr[i] == '\n' || text.ptr[i] == '\t')) {
            str_byte(out, text.ptr[i]);
            glyph.consumed = 1;
            continue;
        }
        sanitise_next(slice_make(text.ptr + i, text.nbytes - i), &glyph);
        if (glyph.kind == SANITISE_TAB)
            control_token(&glyph, '\t');
        str_append(out, slice_make(glyph.bytes, glyph.nbytes));
    }
}
