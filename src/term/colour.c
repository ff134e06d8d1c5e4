#include <stdlib.h>

#include "terminal.h"

enum { DIRECT_COLOURS = 0x1000000, BRIGHT_BLACK = 8 };

static bool colours_wanted(enum term_colours wanted)
{
    const char *refused = getenv("NO_COLOR");
    if (wanted == TERM_AUTO)
        return refused == NULL || refused[0] == '\0';
    return wanted == TERM_ALWAYS;
}

/* Without the terminal's own default colours we would have to guess what its
 * background is; then no colours are better. */
int colour_start(enum term_colours wanted)
{
    if (!colours_wanted(wanted) || !has_colors() || start_color() == ERR ||
        use_default_colors() == ERR)
        return 0;
    if (COLORS >= DIRECT_COLOURS)
        return DIRECT_COLOURS;
    return COLORS >= 256 ? 256 : COLORS >= 8 ? 16 : 0;
}

/* The colour's number. Bright black is shown as dim: palettes in wide use have
 * their background there. Terminals of eight colours show the rest of the
 * bright half of the sixteen as bold. */
static int colour_number(const struct screen *screen, const struct colour *colour,
                         attr_t *attributes)
{
    if (screen->colours == DIRECT_COLOURS)
        return colour->rgb;
    if (screen->colours == 256)
        return colour->c256;
    if (colour->c16 == BRIGHT_BLACK && attributes != NULL) {
        *attributes |= A_DIM;
        return -1;
    }
    if (COLORS >= 16 || colour->c16 < BRIGHT_BLACK)
        return colour->c16;
    if (attributes != NULL)
        *attributes |= A_BOLD;
    return colour->c16 - BRIGHT_BLACK;
}

static attr_t curses_attributes(unsigned look)
{
    return (look & LOOK_BOLD ? A_BOLD : 0) | (look & LOOK_DIM ? A_DIM : 0) |
           (look & LOOK_ITALIC ? A_ITALIC : 0) | (look & LOOK_UNDERLINE ? A_UNDERLINE : 0) |
           (look & LOOK_REVERSE ? A_REVERSE : 0);
}

/* Styles of the same two colours share a pair: then curses sends no colour
 * change between them. */
static int share_pair(int pairs[][2], int *npairs, int fg, int bg)
{
    if (fg == -1 && bg == -1)
        return 0;
    for (int i = 0; i < *npairs; i++)
        if (pairs[i][0] == fg && pairs[i][1] == bg)
            return i + 1;
    pairs[*npairs][0] = fg;
    pairs[*npairs][1] = bg;
    *npairs += 1;
    return init_extended_pair(*npairs, fg, bg) == ERR ? 0 : *npairs;
}

void colour_set_pens(struct screen *screen, const struct theme *theme)
{
    int pairs[STYLE_COUNT][2], npairs = 0;
    for (int style = 0; style < STYLE_COUNT; style++) {
        const struct look *look = &theme->looks[style];
        struct pen *pen = &screen->pens[style];
        *pen = (struct pen){.background = -1};
        if (screen->colours == 0) {
            pen->attributes = curses_attributes(look->mono);
        } else {
            pen->attributes = curses_attributes(look->attr);
            int fg = colour_number(screen, &look->fg, &pen->attributes);
            pen->background = colour_number(screen, &look->bg, NULL);
            pen->pair = share_pair(pairs, &npairs, fg, pen->background);
        }
        setcchar(&pen->blank, L" ", pen->attributes, 0, &pen->pair);
    }
}
