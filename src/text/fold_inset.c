#include "fold_inset.h"

#include "gouji/base/ascii.h"

/* The length of `<br>`, `<br/>` or `<br />`, which Markdown keeps in cells. */
static size_t break_length(struct slice text)
{
    static const char *const breaks[] = {"<br>", "<br/>", "<br />"};
    for (size_t i = 0; i < sizeof breaks / sizeof breaks[0]; i++)
        if (slice_has_prefix(text, slice_of(breaks[i])))
            return strlen(breaks[i]);
    return 0;
}

/* The length of `**` or `__` where Markdown sets words in bold, of `****` where it does
 * so twice on end; 0 within a number, part of which is masked. */
static size_t emphasis_length(struct slice text, char before)
{
    size_t n = 1;
    if (before == text.ptr[0])
        return 0;
    while (n < text.nbytes && text.ptr[n] == text.ptr[0])
        n++;
    bool inside = n < text.nbytes && ascii_is_digit(before) && ascii_is_digit(text.ptr[n]);
    return (n == 2 || (n == 4 && text.ptr[0] == '*')) && !inside ? n : 0;
}

/* A backslash before a sign that would mean something to Markdown, or at the end of a
 * line, which it breaks. */
static size_t escape_length(struct slice text)
{
    static const char signs[] = "!\"#$&()*+,-./:;<=>[]_`{|}~\r\n";
    return text.nbytes == 1 || strchr(signs, text.ptr[1]) ? 1 : 0;
}

static bool begins_bracket(struct slice text)
{
    return slice_has_prefix(text, slice_of("[bookmark:")) ||
           slice_has_prefix(text, slice_of("[image:"));
}

/* One that is never closed ends where the next begins. */
static bool begins_next(struct slice text, size_t at)
{
    return text.ptr[at] == '[' && begins_bracket(slice_make(text.ptr + at, text.nbytes - at));
}

size_t fold_inset(struct slice text, char before)
{
    if (text.ptr[0] == '<')
        return break_length(text);
    if (text.ptr[0] == '*' || text.ptr[0] == '_')
        return emphasis_length(text, before);
    if (text.ptr[0] == '\\')
        return escape_length(text);
    if (!begins_bracket(text))
        return 0;
    for (size_t i = 1; i < text.nbytes; i++) {
        if (text.ptr[i] == ']')
            return i + 1;
        if (text.ptr[i] == '\n' || text.ptr[i] == '\r' || begins_next(text, i))
            return 0;
    }
    return 0;
}
