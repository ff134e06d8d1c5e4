#include "gouji/ui/memscreen.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gouji/base/message.h"
#include "gouji/base/vec.h"

enum step_kind { STEP_KEY, STEP_PASTE, STEP_RESIZE, STEP_DUMP, STEP_WAIT, STEP_MOUSE };

struct step {
    enum step_kind kind;
    struct key key;
    char *text;       /* a paste's text, a dump's name */
    int nrows, ncols; /* a size, or where the mouse is */
    enum screen_mouse mouse;
};

/* Named struct screen here only: each back end has its own. */
struct screen {
    struct grid *shown;
    int cursor_row, cursor_col;
    struct step *steps;
    size_t count, capacity, next;
    struct str dumps;
    int ndumps;
    bool with_styles;
};

static struct step *add_step(struct screen *screen, enum step_kind kind)
{
    if (vec_room(&screen->steps, &screen->capacity, screen->count, sizeof(struct step)) != 0)
        return NULL;
    struct step *step = &screen->steps[screen->count++];
    *step = (struct step){.kind = kind};
    return step;
}

static int add_key(struct screen *screen, struct key key, struct err *err)
{
    struct step *step = add_step(screen, STEP_KEY);
    if (step == NULL)
        return err_set_nomem(err);
    step->key = key;
    return 0;
}

/* "\n" and "\\" are read as in C; nothing else is special. */
static void unescape(char *text)
{
    char *out = text;
    for (const char *in = text; *in != '\0'; in++) {
        bool escaped = in[0] == '\\' && (in[1] == 'n' || in[1] == '\\');
        if (escaped)
            in++;
        *out++ = escaped && *in == 'n' ? '\n' : *in;
    }
    *out = '\0';
}

static int add_text_step(struct screen *screen, enum step_kind kind, const char *text,
                         struct err *err)
{
    struct step *step = add_step(screen, kind);
    if (step == NULL || (step->text = strdup(text)) == NULL)
        return err_set_nomem(err);
    if (kind == STEP_PASTE)
        unescape(step->text);
    return 0;
}

static int add_keys(struct screen *screen, const char *text, bool typed, struct err *err)
{
    while (*text != '\0') {
        struct key key;
        size_t nbytes;
        if (!typed && (*text == ' ' || *text == '\t')) {
            text++;
            continue;
        }
        /* Typed text stands for itself: a '<' there begins no name. */
        if (typed && *text == '<') {
            key = (struct key){KEY_CHAR, '<', 0};
            nbytes = 1;
        } else {
            nbytes = key_parse(text, &key);
        }
        if (nbytes == 0)
            return err_set(err, ERR_INPUT, _("no keys are called %s"), text);
        if (add_key(screen, key, err) != 0)
            return -1;
        text += nbytes;
    }
    return 0;
}

static int add_resize(struct screen *screen, const char *size, struct err *err)
{
    int ncols, nrows;
    char rest;
    if (sscanf(size, "%4dx%4d%c", &ncols, &nrows, &rest) != 2 || ncols < 1 || nrows < 1)
        return err_set(err, ERR_INPUT, _("not a size: %s"), size);
    struct step *step = add_step(screen, STEP_RESIZE);
    if (step == NULL)
        return err_set_nomem(err);
    step->nrows = nrows;
    step->ncols = ncols;
    return 0;
}

/* "click:COL,ROW", from 1 as terminals count. */
static int add_mouse(struct screen *screen, enum screen_mouse mouse, const char *place,
                     struct err *err)
{
    int row, col;
    char rest;
    if (sscanf(place, "%4d,%4d%c", &col, &row, &rest) != 2 || row < 1 || col < 1)
        return err_set(err, ERR_INPUT, _("not a place: %s"), place);
    struct step *step = add_step(screen, STEP_MOUSE);
    if (step == NULL)
        return err_set_nomem(err);
    step->mouse = mouse;
    step->nrows = row;
    step->ncols = col;
    return 0;
}

static const char *after(const char *line, const char *word)
{
    size_t nbytes = strlen(word);
    return strncmp(line, word, nbytes) == 0 ? line + nbytes : NULL;
}

static int parse_line(struct screen *screen, const char *line, struct err *err)
{
    const char *rest;
    if (line[0] == '#')
        return 0;
    if ((rest = after(line, "text:")) != NULL)
        return add_keys(screen, rest, true, err);
    if ((rest = after(line, "paste:")) != NULL)
        return add_text_step(screen, STEP_PASTE, rest, err);
    if ((rest = after(line, "resize:")) != NULL)
        return add_resize(screen, rest, err);
    if ((rest = after(line, "click:")) != NULL)
        return add_mouse(screen, MOUSE_CLICK, rest, err);
    if ((rest = after(line, "wheel-up:")) != NULL)
        return add_mouse(screen, MOUSE_WHEEL_UP, rest, err);
    if ((rest = after(line, "wheel-down:")) != NULL)
        return add_mouse(screen, MOUSE_WHEEL_DOWN, rest, err);
    if ((rest = after(line, "dump:")) != NULL)
        return add_text_step(screen, STEP_DUMP, rest, err);
    if (strcmp(line, "dump") == 0)
        return add_text_step(screen, STEP_DUMP, "", err);
    if (strcmp(line, "wait") == 0)
        return add_step(screen, STEP_WAIT) != NULL ? 0 : err_set_nomem(err);
    return add_keys(screen, line, false, err);
}

static int parse_script(struct screen *screen, char *script, struct err *err)
{
    int number = 0;
    for (char *line; (line = strsep(&script, "\n")) != NULL;) {
        struct err fault = {0};
        number++;
        line[strcspn(line, "\r")] = '\0';
        if (parse_line(screen, line, &fault) != 0)
            return err_set(err, fault.kind, _("line %d of the keys: %s"), number, fault.text);
    }
    return 0;
}

static void memscreen_end(struct screen *screen)
{
    if (screen == NULL)
        return;
    for (size_t i = 0; i < screen->count; i++)
        free(screen->steps[i].text);
    free(screen->steps);
    grid_free(screen->shown);
    str_release(&screen->dumps);
    free(screen);
}

struct screen *memscreen_new(int nrows, int ncols, struct slice keys, struct err *err)
{
    struct screen *screen = calloc(1, sizeof *screen);
    char *script = strndup(keys.nbytes > 0 ? keys.ptr : "", keys.nbytes);
    int status = -1;
    if (screen == NULL || script == NULL || (screen->shown = grid_new(nrows, ncols)) == NULL)
        err_set_nomem(err);
    else
        status = parse_script(screen, script, err);
    free(script);
    if (status == 0)
        return screen;
    memscreen_end(screen);
    return NULL;
}

static void memscreen_size(struct screen *screen, int *nrows, int *ncols)
{
    *nrows = grid_rows(screen->shown);
    *ncols = grid_cols(screen->shown);
}

static void memscreen_show(struct screen *screen, const struct grid *grid, int row, int col)
{
    grid_copy(screen->shown, grid);
    screen->cursor_row = row;
    screen->cursor_col = col;
}

static void dump(struct screen *screen, const char *name)
{
    screen->ndumps++;
    if (name[0] != '\0')
        str_format(&screen->dumps, "== %s\n", name);
    else
        str_format(&screen->dumps, "== %d\n", screen->ndumps);
    grid_dump(screen->shown, screen->with_styles, &screen->dumps);
    if (screen->with_styles)
        str_format(&screen->dumps, "cursor %d %d\n", screen->cursor_row, screen->cursor_col);
}

static void resize(struct screen *screen, const struct step *step, struct screen_input *input)
{
    input->event = SCREEN_RESIZE;
    if (grid_resize(screen->shown, step->nrows, step->ncols) != 0)
        input->event = SCREEN_LOST;
}

static void memscreen_read(struct screen *screen, int timeout_ms, struct screen_input *input)
{
    *input = (struct screen_input){.event = SCREEN_LOST};
    /* Nothing is ever pending, so that each key is drawn before the next. */
    if (timeout_ms == 0) {
        input->event = SCREEN_TIMEOUT;
        return;
    }
    while (screen->next < screen->count && screen->steps[screen->next].kind == STEP_DUMP)
        dump(screen, screen->steps[screen->next++].text);
    if (screen->next == screen->count)
        return;
    const struct step *step = &screen->steps[screen->next++];
    if (step->kind == STEP_KEY) {
        input->event = SCREEN_KEY;
        input->key = step->key;
    } else if (step->kind == STEP_PASTE) {
        input->event = SCREEN_PASTE;
        input->paste = step->text;
        input->paste_nbytes = strlen(step->text);
    } else if (step->kind == STEP_MOUSE) {
        input->event = SCREEN_MOUSE;
        input->mouse = step->mouse;
        input->row = step->nrows - 1;
        input->col = step->ncols - 1;
    } else if (step->kind == STEP_RESIZE) {
        resize(screen, step, input);
    } else if (timeout_ms > 0) {
        input->event = SCREEN_TIMEOUT;
    } else {
        memscreen_read(screen, timeout_ms, input);
    }
}

static void nothing(struct screen *screen)
{
    (void)screen;
}

static void memscreen_copy(struct screen *screen, struct slice text)
{
    str_add(&screen->dumps, "== copied\n");
    str_append(&screen->dumps, text);
    str_byte(&screen->dumps, '\n');
}

const struct screen_ops memscreen_ops = {
    .size = memscreen_size,
    .show = memscreen_show,
    .read = memscreen_read,
    .redraw = nothing,
    .suspend = nothing,
    .resume = nothing,
    .stop = nothing,
    .bell = nothing,
    .copy = memscreen_copy,
    .end = memscreen_end,
};

const char *memscreen_dumps(const struct screen *screen)
{
    return str_text(&screen->dumps);
}

void memscreen_set_styles(struct screen *screen, bool with_styles)
{
    screen->with_styles = with_styles;
}
