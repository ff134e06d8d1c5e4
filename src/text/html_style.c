#include "html_style.h"

#include <stddef.h>
#include <string.h>
#include <strings.h>

/* Where the value of the declaration begins, if it is of this property; else NULL. */
static const char *value_of(const char *declaration, const char *property)
{
    size_t n = strlen(property);
    if ((*declaration | 0x20) != *property || strncasecmp(declaration, property, n) != 0)
        return NULL;
    declaration += n;
    declaration += strspn(declaration, STYLE_SPACES);
    return *declaration == ':' ? declaration + 1 + strspn(declaration + 1, STYLE_SPACES) : NULL;
}

static bool starts_with_any(const char *value, const char *const *words)
{
    for (; *words; words++)
        if (strncasecmp(value, *words, strlen(*words)) == 0)
            return true;
    return false;
}

static void change(struct html_style *style, unsigned bits, bool sets)
{
    style->sets = sets ? style->sets | bits : style->sets & ~bits;
    style->clears = sets ? style->clears & ~bits : style->clears | bits;
}

static void read_display(const char *value, struct html_style *style)
{
    change(style, UNSEEN_GONE, strncasecmp(value, "none", 4) == 0);
}

static void read_mso_hide(const char *value, struct html_style *style)
{
    if (strncasecmp(value, "all", 3) == 0)
        change(style, UNSEEN_GONE, true);
}

static void read_visibility(const char *value, struct html_style *style)
{
    static const char *const hides[] = {"hidden", "collapse", NULL};
    static const char *const shows[] = {"visible", "initial", NULL};
    if (starts_with_any(value, hides))
        change(style, UNSEEN_HIDDEN, true);
    else if (starts_with_any(value, shows))
        change(style, UNSEEN_HIDDEN, false);
}

/* A size that is a part of nothing is nothing. */
static void read_font_size(const char *value, struct html_style *style)
{
    static const char *const relative[] = {"em", "ex", "ch", "%", NULL};
    static const char *const keeps[] = {"inherit", "unset", "smaller", "larger", "revert", NULL};
    size_t nbytes = strspn(value, "0123456789.");
    bool is_number = nbytes > 0;
    if (is_number && strspn(value, "0.") == nbytes)
        change(style, UNSEEN_FLAT, true);
    else if (is_number ? !starts_with_any(value + nbytes, relative)
                       : !starts_with_any(value, keeps))
        change(style, UNSEEN_FLAT, false);
}

static void read_decoration(const char *value, struct html_style *style)
{
    static const char through[] = "line-through";
    bool is_struck = false;
    for (; *value && *value != ';'; value++)
        is_struck = is_struck || strncasecmp(value, through, sizeof through - 1) == 0;
    change(style, UNSEEN_STRUCK, is_struck);
}

static void read_opacity(const char *value, struct html_style *style)
{
    size_t nbytes = strspn(value, "0123456789.");
    change(style, UNSEEN_CLEAR, nbytes > 0 && strspn(value, "0.") == nbytes);
}

static void read_align(const char *value, struct html_style *style)
{
    static const char *const raised[] = {"super", "sub", "text-top", NULL};
    change(style, UNSEEN_RAISED, starts_with_any(value, raised));
}

static void read_apart(const char *value, struct html_style *style)
{
    static const char *const apart[] = {"white",    "#fff",  "rgb(255,255,255", "rgb(255, 255, 255",
                                        "absolute", "fixed", "hidden",          "transparent",
                                        NULL};
    if (starts_with_any(value, apart))
        change(style, UNSEEN_APART, true);
}

static void read_indent(const char *value, struct html_style *style)
{
    if (*value == '-')
        change(style, UNSEEN_APART, true);
}

typedef void reader(const char *value, struct html_style *style);

static const struct property {
    const char *name;
    reader *read;
} properties[] = {
    {"color", read_apart},
    {"display", read_display},
    {"font-size", read_font_size},
    {"mso-hide", read_mso_hide},
    {"opacity", read_opacity},
    {"overflow", read_apart},
    {"position", read_apart},
    {"text-decoration", read_decoration},
    {"text-decoration-line", read_decoration},
    {"text-indent", read_indent},
    {"vertical-align", read_align},
    {"visibility", read_visibility},
};

void html_style_read(const char *declarations, struct html_style *style)
{
    for (const char *at = declarations; at; at = strchr(at, ';'), at = at ? at + 1 : NULL) {
        at += strspn(at, STYLE_SPACES);
        for (size_t i = 0; i < sizeof properties / sizeof properties[0]; i++) {
            if ((*at | 0x20) != *properties[i].name)
                continue;
            const char *value = value_of(at, properties[i].name);
            if (value)
                properties[i].read(value, style);
        }
    }
}

static const struct class_name {
    const char *name;
    enum unseen bit;
} class_names[] = {
    {"d-none", UNSEEN_GONE},
    {"element-invisible", UNSEEN_GONE},
    {"hidden", UNSEEN_GONE},
    {"hide", UNSEEN_GONE},
    {"invisible", UNSEEN_HIDDEN},
    {"is-hidden", UNSEEN_GONE},
    {"layui-hide", UNSEEN_GONE},
    {"line-through", UNSEEN_STRUCK},
    {"msoDel", UNSEEN_STRUCK},
    {"MsoCommentReference", UNSEEN_RAISED},
    {"MsoEndnoteReference", UNSEEN_RAISED},
    {"MsoFootnoteReference", UNSEEN_RAISED},
    {"ng-hide", UNSEEN_GONE},
    {"screen-reader-text", UNSEEN_GONE},
    {"sr-only", UNSEEN_GONE},
    {"visually-hidden", UNSEEN_GONE},
    {"visuallyhidden", UNSEEN_GONE},
};

/* What holds for screens of some width or more, d-md-none or d-md-inline, whatever d-none says. */
static void read_width_class(const char *class, size_t nbytes, struct html_style *wide)
{
    static const char *const widths[] = {"d-sm-", "d-md-", "d-lg-", "d-xl-", "d-xxl-", NULL};
    static const char none[] = "-none";
    size_t n = sizeof none - 1;
    if (starts_with_any(class, widths))
        change(wide, UNSEEN_GONE, strncmp(class + nbytes - n, none, n) == 0);
}

static bool is_name(const char *class, size_t nbytes, const char *name)
{
    return *class == *name && strncmp(class, name, nbytes) == 0 && name[nbytes] == '\0';
}

void html_style_of_classes(const char *classes, struct html_style *style)
{
    struct html_style wide = {0};
    for (const char *at = classes + strspn(classes, STYLE_SPACES); *at;
         at += strspn(at, STYLE_SPACES)) {
        size_t nbytes = strcspn(at, STYLE_SPACES);
        for (size_t i = 0; i < sizeof class_names / sizeof class_names[0]; i++)
            if (is_name(at, nbytes, class_names[i].name))
                change(style, class_names[i].bit, true);
        read_width_class(at, nbytes, &wide);
        at += nbytes;
    }
    style->sets = (style->sets & ~wide.clears) | wide.sets;
}

/* A colour is written as in a style; a size is 3 where none is given. */
void html_style_of_font(const char *color, const char *size, struct html_style *style)
{
    if (color)
        read_apart(color, style);
    if (size && (*size == '-' || strcmp(size, "1") == 0))
        style->sets |= UNSEEN_APART;
}
