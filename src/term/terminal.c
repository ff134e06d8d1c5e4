#include "terminal.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* Last, and in this file only: its macros are common words. */
#include <term.h>

#include "signals.h"

/* A terminal that cannot place its cursor cannot hold a screen. Asked before
 * newterm, which loses memory over an unknown name. */
static bool is_usable(const char *name)
{
    int found;
    if (setupterm(name, STDOUT_FILENO, &found) != OK)
        return false;
    bool places = cursor_address != NULL && cursor_address[0] != '\0';
    del_curterm(cur_term);
    return places;
}

static SCREEN *open_named(const char *name)
{
    return is_usable(name) ? newterm(name, stdout, stdin) : NULL;
}

/* "dumb" is known but useless; what calls itself so gets no colours either. */
SCREEN *terminal_open(const char **used)
{
    static const char *const fallbacks[] = {"xterm-256color", "xterm", "vt100"};
    const char *name = getenv("TERM");
    bool dumb = name != NULL && strcmp(name, "dumb") == 0;
    SCREEN *curses = NULL;
    if (name != NULL && name[0] != '\0' && !dumb)
        curses = open_named(*used = name);
    for (size_t i = dumb ? 2 : 0; curses == NULL && i < 3; i++)
        curses = open_named(*used = fallbacks[i]);
    return curses;
}

static void add_capability(struct str *reset, const char *capability)
{
    if (capability != NULL)
        str_add(reset, capability);
}

bool terminal_keeps_title(void)
{
    return enter_ca_mode != NULL && strstr(enter_ca_mode, "\033[22;") != NULL;
}

void terminal_prepare_reset(const struct screen *screen)
{
    struct str reset = STR_INIT;
    if (change_scroll_region != NULL)
        add_capability(&reset, tiparm(change_scroll_region, 0, LINES - 1));
    add_capability(&reset, exit_attribute_mode);
    add_capability(&reset, cursor_normal);
    add_capability(&reset, exit_ca_mode);
    if (screen->manners.sync != TERM_SYNC_OFF)
        str_add(&reset, TERMINAL_SYNC_END);
    if (screen->manners.mouse)
        str_add(&reset, TERMINAL_MOUSE_OFF);
    str_add(&reset, TERMINAL_PASTE_OFF "\r\n");
    signals_set_reset(STDOUT_FILENO, str_text(&reset), reset.nbytes, &screen->modes);
    str_release(&reset);
}
