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
    declaration += strspn(declaration, " \t");
    return *declaration == ':' ? declaration + 1 + strspn(declaration + 1, " \t") : NULL;
}

static bool starts_with_any(const char *value, const char *const *words)
{
    for (; *words; words++)
        if (strncasecmp(value, *words, strlen(*words)) == 0)
            return true;
    return false;
}

static void read_visibility(const char *value, unsigned *unseen)
{
    static const char *const hides[] = {"hidden", "collapse", NULL};
    static const char *const shows[] = {"visible", "initial", NULL};
    if (starts_with_any(value, hides))
        *unseen |= UNSEEN_HIDDEN;
    else if (starts_with_any(value, shows))
        *unseen &= ~(unsigned)UNSEEN_HIDDEN;
}

/* A size that is a part of nothing is nothing. */
static void read_font_size(const char *value, unsigned *unseen)
{
    static const char *const relative[] = {"em", "ex", "ch", "%", NULL};
    static const char *const keeps[] = {"inherit", "unset", "smaller", "larger", "revert", NULL};
    size_t nbytes = strspn(value, "0123456789.");
    bool is_number = nbytes > 0;
    if (is_number && strspn(value, "0.") == nbytes)
        *unseen |= UNSEEN_FLAT;
    else if (is_number ? !starts_with_any(value + nbytes, relative)
                       : !starts_with_any(value, keeps))
        *unseen &= ~(unsigned)UNSEEN_FLAT;
}

static void read_decoration(const char *value, unsigned *unseen)
{
    static const char through[] = "line-through";
    for (; *value && *value != ';'; value++)
        if (strncasecmp(value, through, sizeof through - 1) == 0)
            *unseen |= UNSEEN_STRUCK;
}

bool html_style_read(const char *style, unsigned *unseen)
{
    bool is_gone = false;
    for (const char *at = style, *value; at; at = strchr(at, ';'), at = at ? at + 1 : NULL) {
        at += strspn(at, " \t\r\n");
        if ((value = value_of(at, "display")) != NULL)
            is_gone = is_gone || strncasecmp(value, "none", 4) == 0;
        else if ((value = value_of(at, "mso-hide")) != NULL)
            is_gone = is_gone || strncasecmp(value, "all", 3) == 0;
        else if ((value = value_of(at, "visibility")) != NULL)
            read_visibility(value, unseen);
        else if ((value = value_of(at, "font-size")) != NULL)
            read_font_size(value, unseen);
        else if ((value = value_of(at, "text-decoration")) != NULL ||
                 (value = value_of(at, "text-decoration-line")) != NULL)
            read_decoration(value, unseen);
    }
    return is_gone;
}
