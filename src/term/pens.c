#include <stdlib.h>
#include <string.h>

#include "terminal.h"

/* Last, since their macros are common words. */
#include <curses.h>
#include <term.h>

enum { DIRECT_COLOURS = 0x1000000, BRIGHT_BLACK = 8 };

static bool colours_wanted(enum term_colours wanted)
{
    const char *refused = getenv("NO_COLOR");
    if (wanted == TERM_AUTO)
        return refused == NULL || refused[0] == '\0';
    return wanted == TERM_ALWAYS;
}

/* max_colors is a short. */
static int colour_count(void)
{
    return tigetnum("colors");
}

/* Without the terminal's own default colours we would have to guess what its
 * background is; then no colours are better. */
int pens_colours(enum term_colours wanted)
{
    if (!colours_wanted(wanted) || set_a_foreground == NULL || set_a_background == NULL ||
        orig_pair == NULL)
        return 0;
    int count = colour_count();
    if (count >= DIRECT_COLOURS)
        return DIRECT_COLOURS;
    return count >= 256 ? 256 : count >= 8 ? 16 : 0;
}

/* The colour's number. Bright black is shown as dim: palettes in wide use have
 * their background there. Terminals of eight colours show the rest of the
 * bright half of the sixteen as bold. */
static int colour_number(const struct screen *screen, const struct colour *colour, unsigned *look)
{
    if (screen->colours == DIRECT_COLOURS)
        return colour->rgb;
    if (screen->colours == 256)
        return colour->c256;
    if (colour->c16 == BRIGHT_BLACK && look != NULL) {
        *look |= LOOK_DIM;
        return -1;
    }
    if (colour_count() >= 16 || colour->c16 < BRIGHT_BLACK)
        return colour->c16;
    if (look != NULL)
        *look |= LOOK_BOLD;
    return colour->c16 - BRIGHT_BLACK;
}

/* One look, what turns it on, and its bit in no_color_video. */
struct manner {
    unsigned look;
    const char *capability;
    int without_colour;
};
enum { MANNER_COUNT = 5 };

static void list_manners(struct manner manners[MANNER_COUNT])
{
    manners[0] = (struct manner){LOOK_BOLD, enter_bold_mode, 1 << 5};
    manners[1] = (struct manner){LOOK_DIM, enter_dim_mode, 1 << 4};
    manners[2] = (struct manner){LOOK_ITALIC, enter_italics_mode, 1 << 15};
    manners[3] = (struct manner){LOOK_UNDERLINE, enter_underline_mode, 1 << 1};
    manners[4] = (struct manner){LOOK_REVERSE, enter_reverse_mode, 1 << 2};
}

/* What of a look the terminal can show, with the colours or without. */
static unsigned shown_look(unsigned look, bool coloured)
{
    struct manner manners[MANNER_COUNT];
    list_manners(manners);
    for (size_t i = 0; i < MANNER_COUNT; i++) {
        bool clashes =
            coloured && no_color_video > 0 && (no_color_video & manners[i].without_colour);
        if (manners[i].capability == NULL || clashes)
            look &= ~manners[i].look;
    }
    return look;
}

/* As terminals of 256 colours nearly all have them, written by hand: tiparm takes three
 * thousand instructions a colour. */
static void format_256(struct str *text, bool is_fg, int number)
{
    int bright = number - BRIGHT_BLACK;
    if (bright < 0)
        str_format(text, "\033[%d%dm", is_fg ? 3 : 4, number);
    else if (bright < BRIGHT_BLACK)
        str_format(text, "\033[%d%dm", is_fg ? 9 : 10, bright);
    else
        str_format(text, "\033[%d8;5;%dm", is_fg ? 3 : 4, number);
}

static void ask_colour(struct str *text, bool is_fg, int number)
{
    const char *capability = is_fg ? set_a_foreground : set_a_background;
    const char *usual = is_fg
                            ? "\033[%?%p1%{8}%<%t3%p1%d%e%p1%{16}%<%t9%p1%{8}%-%d%e38;5;%p1%d%;m"
                            : "\033[%?%p1%{8}%<%t4%p1%d%e%p1%{16}%<%t10%p1%{8}%-%d%e48;5;%p1%d%;m";
    if (number >= 0 && strcmp(capability, usual) == 0)
        format_256(text, is_fg, number);
    else
        terminal_put(text, tiparm(capability, number));
}

/* Few of a theme's colours are seen at a time: what turns one on is asked for when it is. */
static void put_colour(struct str *out, char set[COLOUR_NBYTES], bool is_fg, int number)
{
    if (set[0] == '\0') {
        struct str text = STR_INIT;
        ask_colour(&text, is_fg, number);
        if (text.nbytes < COLOUR_NBYTES)
            memcpy(set, str_text(&text), text.nbytes + 1);
        str_release(&text);
    }
    str_add(out, set);
}

static void make_pen(const struct screen *screen, const struct look *look, struct pen *pen)
{
    if (screen->colours == 0) {
        pen->look = shown_look(look->mono, false);
        return;
    }
    unsigned wanted = look->attr;
    pen->fg = colour_number(screen, &look->fg, &wanted);
    pen->bg = colour_number(screen, &look->bg, NULL);
    pen->look = shown_look(wanted, pen->fg >= 0 || pen->bg >= 0);
}

void pens_set(struct screen *screen, const struct theme *theme)
{
    for (int style = 0; style < PEN_COUNT; style++) {
        screen->pens[style] = (struct pen){.fg = -1, .bg = -1};
        if (style < STYLE_COUNT && theme != NULL)
            make_pen(screen, &theme->looks[style], &screen->pens[style]);
    }
    for (int style = 0; style < PEN_COUNT; style++)
        screen->is_bare[style] = pen_same_paper(&screen->pens[style], &screen->pens[PEN_BARE]);
    screen->pen = NULL;
}

/* By ECMA-48 the plain rendition has the terminal's own colours too. */
static bool plain_has_no_colour(void)
{
    return exit_attribute_mode != NULL &&
           (strstr(exit_attribute_mode, "[m") != NULL || strstr(exit_attribute_mode, "[0") != NULL);
}

static void turn_on(struct str *out, unsigned look)
{
    struct manner manners[MANNER_COUNT];
    if (look == 0)
        return;
    list_manners(manners);
    for (size_t i = 0; i < MANNER_COUNT; i++)
        if (look & manners[i].look)
            terminal_put(out, manners[i].capability);
}

void pen_take(struct screen *screen, struct pen *pen)
{
    static const struct pen plain = {.fg = -1, .bg = -1};
    struct str *out = &screen->out;
    const struct pen *from = screen->pen;
    if (from != NULL && pen_same(from, pen)) {
        screen->pen = pen;
        return;
    }
    bool loses_colour =
        from != NULL && ((from->fg >= 0 && pen->fg < 0) || (from->bg >= 0 && pen->bg < 0));
    unsigned look = from != NULL ? from->look : 0;
    if (from == NULL || (look & ~pen->look)) {
        terminal_put(out, exit_attribute_mode);
        if (screen->colours > 0 && !plain_has_no_colour())
            terminal_put(out, orig_pair);
        from = &plain;
        look = 0;
    } else if (loses_colour) {
        terminal_put(out, orig_pair);
        from = &plain;
    }
    turn_on(out, pen->look & ~look);
    if (pen->fg != from->fg)
        put_colour(out, pen->set_fg, true, pen->fg);
    if (pen->bg != from->bg)
        put_colour(out, pen->set_bg, false, pen->bg);
    screen->pen = pen;
}
