#include "odd_value.h"

#include <string.h>

#include "gouji/base/ascii.h"
#include "numeral.h"

enum { MOST_NBYTES = 18 };

/* The size of a sign at the front, or 0. */
static size_t sign_size(struct slice text)
{
    static const char *const wide[] = {"–", "—", "―", "…", "※", "？", "＊"};
    if (text.nbytes > 0 && strchr(" -*?~_#=\\", text.ptr[0]) && text.ptr[0])
        return 1;
    for (size_t i = 0; i < sizeof wide / sizeof *wide; i++)
        if (slice_has_prefix(text, slice_of(wide[i])))
            return strlen(wide[i]);
    return 0;
}

bool odd_are_signs(struct slice text)
{
    size_t at = 0;
    for (size_t n = 1; n > 0 && at < text.nbytes; at += n)
        n = sign_size(slice_make(text.ptr + at, text.nbytes - at));
    return text.nbytes > 0 && at == text.nbytes;
}

bool odd_is_numeral(struct slice text)
{
    char copy[MOST_NBYTES + 1];
    int64_t value;
    if (text.nbytes < 6 || text.nbytes > MOST_NBYTES || numeral_glyph_value(text.ptr) < 0)
        return false;
    memcpy(copy, text.ptr, text.nbytes);
    copy[text.nbytes] = '\0';
    return numeral_chinese(copy, &value) == text.nbytes;
}

/* Whether it tells of a day or a page, or numbers what follows. */
static bool is_of_text(struct slice text)
{
    static const char *const words[] = {"年", "月", "日", "页", "第", "、", "(", ")", "。", "www"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (slice_find(text, slice_of(words[i])))
            return true;
    return text.ptr[text.nbytes - 1] == '.' && text.nbytes <= 3;
}

bool odd_may_be_value(struct slice text)
{
    bool has_digit = false, has_words = false;
    if (text.nbytes == 0 || text.nbytes > MOST_NBYTES || is_of_text(text))
        return false;
    for (size_t i = 0; i < text.nbytes; i++) {
        has_digit = has_digit || ascii_is_digit(text.ptr[i]);
        has_words = has_words || (unsigned char)text.ptr[i] >= 0xE3;
    }
    return has_digit || !has_words || odd_is_numeral(text);
}

static size_t count_digits(struct slice text)
{
    size_t n = 0;
    while (n < text.nbytes && ascii_is_digit(text.ptr[n]))
        n++;
    return n;
}

/* Whether the text is the shape, with digits in place of its 0. */
static bool has_shape(struct slice text, const char *shape)
{
    enum { MOST_DIGITS = 4 };
    const char *zero = strchr(shape, '0');
    if (!zero)
        return false;
    struct slice before = slice_make(shape, (size_t)(zero - shape)), behind = slice_of(zero + 1);
    if (text.nbytes <= before.nbytes + behind.nbytes || !slice_has_prefix(text, before) ||
        !slice_ends_with(text, zero + 1))
        return false;
    size_t ndigits = text.nbytes - before.nbytes - behind.nbytes;
    return ndigits <= MOST_DIGITS &&
           count_digits(slice_make(text.ptr + before.nbytes, ndigits)) == ndigits;
}

bool odd_is_note(struct slice text, const char *const *shapes)
{
    for (; shapes && *shapes; shapes++)
        if (has_shape(text, *shapes))
            return true;
    return false;
}
