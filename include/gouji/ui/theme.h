/* A theme: for every style its looks at direct colour, 256, 16 colours and
 * mono. One line a style in themes/NAME.theme:
 *
 *     finding.error  fg=#d75f00/166/red bg=default attr=bold mono=bold,reverse
 *
 * Colours: #rrggbb/0-255/name with names black red green yellow blue magenta
 * cyan white, bright-…, default. Attributes: bold dim italic underline reverse
 * none. Styles not named take `normal`. */
#ifndef GOUJI_UI_THEME_H
#define GOUJI_UI_THEME_H

#include "gouji/base/err.h"
#include "gouji/ui/grid.h"

enum look_attr {
    LOOK_BOLD = 1,
    LOOK_DIM = 2,
    LOOK_ITALIC = 4,
    LOOK_UNDERLINE = 8,
    LOOK_REVERSE = 16
};

struct colour {
    int rgb;  /* 0xrrggbb, -1 default */
    int c256; /* 0..255, -1 default */
    int c16;  /* 0..15, -1 default */
};

struct look {
    struct colour fg, bg;
    unsigned attr; /* with colours */
    unsigned mono; /* without */
};

struct theme {
    char name[32];
    struct look looks[STYLE_COUNT];
};

/* Errors name file:line. */
int theme_load(const char *path, struct theme *theme, struct err *err);
/* themes/<name>.theme of gouji's data or the user's config folder. */
int theme_find(const char *name, struct theme *theme, struct err *err);
/* Names of all of them, one a line, sorted, each once; appended. */
void theme_names(struct str *out);

#endif
