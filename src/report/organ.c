#include "organ.h"

#include "form_private.h"
#include "gouji/base/ascii.h"
#include "words.h"

/* The longest ending counts. */
static const char *kind_by_ending(const struct forms *forms, struct slice name)
{
    const char *kind = NULL;
    size_t longest = 0;
    for (size_t i = 0; i < forms->nkinds; i++) {
        struct slice ending = forms->kinds[i].ending;
        size_t n = ending.nbytes;
        if (n > longest && n <= name.nbytes && ending.ptr[n - 1] == name.ptr[name.nbytes - 1] &&
            memcmp(name.ptr + name.nbytes - n, ending.ptr, n) == 0) {
            longest = n;
            kind = forms->kinds[i].kind;
        }
    }
    return kind;
}

/* A second name in brackets behind the first does not count: …局(知识产权局). */
const char *organ_kind(const struct forms *forms, struct slice name)
{
    if (name.nbytes && name.ptr[name.nbytes - 1] == ')') {
        const char *bracket = memchr(name.ptr, '(', name.nbytes);
        name.nbytes = bracket ? (size_t)(bracket - name.ptr) : name.nbytes;
    }
    const char *end = words_ends(forms_words(forms, "government_ends"), name);
    if (end)
        name.nbytes -= strlen(end);
    return kind_by_ending(forms, name);
}

const char *forms_kind(const struct forms *forms, const char *agency)
{
    return agency ? organ_kind(forms, slice_of(agency)) : NULL;
}

bool organ_is_name(const struct forms *forms, struct slice text)
{
    enum { MOST_DIGITS = 3 }; /* four may be a year */
    size_t glyphs = words_glyphs(text), han = words_han(text);
    if (glyphs < 3 || glyphs > 30 || !organ_kind(forms, text))
        return false;
    size_t brackets = 0, digits = 0; /* 2号桥街道 */
    for (size_t i = 0; i < text.nbytes; i++) {
        brackets += strchr("()\"", text.ptr[i]) != NULL && text.ptr[i];
        digits += i > 0 && ascii_is_digit(text.ptr[i]);
    }
    return digits <= MOST_DIGITS && han + brackets + digits == glyphs;
}
