/* What is shown of the text of a report: numbers as long as a person's are masked, and of a very
 * long text a part is quoted. */
#include "prose.h"

#include "gouji/base/ascii.h"
#include "wording.h"

/* Bytes of the digit at p, full-width ones too; 0 for anything else. */
static size_t digit_nbytes(const char *p, size_t left)
{
    if (ascii_is_digit(*p))
        return 1;
    return left >= 3 && memcmp(p, "\xEF\xBC", 2) == 0 && (unsigned char)p[2] >= 0x90 &&
                   (unsigned char)p[2] <= 0x99
               ? 3
               : 0;
}

/* Digits of the run at p, an X behind them counted; *nbytes their length. */
static size_t digit_run(struct slice text, size_t at, size_t *nbytes)
{
    size_t n = 0, i = at, step;
    while (i < text.nbytes && (step = digit_nbytes(text.ptr + i, text.nbytes - i)) > 0) {
        i += step;
        n++;
    }
    if (n > 0 && i < text.nbytes && (text.ptr[i] == 'X' || text.ptr[i] == 'x')) {
        i++;
        n++;
    }
    *nbytes = i - at;
    return n;
}

static void mask_run(struct str *out, struct slice run, size_t ndigits)
{
    enum { SHOWN_FIRST = 3, SHOWN_LAST = 2 };
    size_t i = 0;
    for (size_t n = 0; n < ndigits; n++) {
        size_t step = digit_nbytes(run.ptr + i, run.nbytes - i);
        step = step ? step : 1;
        if (n < SHOWN_FIRST || n + SHOWN_LAST >= ndigits)
            str_append(out, slice_make(run.ptr + i, step));
        else
            str_byte(out, '*');
        i += step;
    }
}

/* As long as a mobile number, an ID number, a card's. */
static bool is_personal(size_t ndigits)
{
    enum { MOBILE = 11, FEWEST = 15, MOST = 19 };
    return ndigits == MOBILE || (ndigits >= FEWEST && ndigits <= MOST);
}

struct slice prose_masked(struct evaluation *run, struct slice text)
{
    struct str out = STR_INIT;
    size_t done = 0; /* up to where it is written: nothing, as a rule */
    for (size_t i = 0, nbytes; i < text.nbytes; i += nbytes) {
        size_t ndigits = digit_run(text, i, &nbytes);
        if (is_personal(ndigits)) {
            str_append(&out, slice_make(text.ptr + done, i - done));
            mask_run(&out, slice_make(text.ptr + i, nbytes), ndigits);
            done = i + nbytes;
        }
        nbytes = nbytes ? nbytes : 1;
    }
    if (done == 0)
        return text;
    str_append(&out, slice_make(text.ptr + done, text.nbytes - done));
    return slice_of(wording_keep(run, &out));
}

const char *prose_hidden(struct evaluation *run, struct slice text)
{
    enum { SHOWN_FIRST = 3, SHOWN_LAST = 2 };
    struct str out = STR_INIT;
    size_t n = 0, at = 0, last = 0; /* of a name, which is short, the end is hidden too */
    for (size_t i = 0; i < text.nbytes; i++) {
        n += prose_starts_character(text.ptr[i]);
        if (ascii_is_digit(text.ptr[i]))
            last = SHOWN_LAST;
    }
    for (size_t i = 0; i < text.nbytes; i++) {
        at += prose_starts_character(text.ptr[i]);
        if (at <= SHOWN_FIRST || at + last > n)
            str_byte(&out, text.ptr[i]);
        else if (prose_starts_character(text.ptr[i]))
            str_byte(&out, '*');
    }
    return wording_keep(run, &out);
}

/* Neither amid a character nor amid a number, the rest of which would not be masked. */
static bool may_cut(struct slice text, size_t at)
{
    if (at == 0 || at >= text.nbytes)
        return true;
    const char *p = text.ptr + at;
    bool behind_digit = digit_nbytes(p - 1, 1) > 0 || (at >= 3 && digit_nbytes(p - 3, 3) == 3) ||
                        p[-1] == ' ' || p[-1] == '-';
    bool goes_on = digit_nbytes(p, text.nbytes - at) > 0 || memchr("Xx -", *p, 4);
    return prose_starts_character(*p) && !(behind_digit && goes_on);
}

struct slice prose_around(struct slice text, size_t at)
{
    enum { QUOTE_NBYTES = 3000 };
    size_t start = at > QUOTE_NBYTES / 2 && at < text.nbytes ? at - QUOTE_NBYTES / 2 : 0;
    size_t end = text.nbytes;
    if (end <= QUOTE_NBYTES)
        return text;
    if (end - start > QUOTE_NBYTES)
        end = start + QUOTE_NBYTES;
    while (start < end && !may_cut(text, start))
        start++;
    while (end > start && !may_cut(text, end))
        end--;
    return slice_make(text.ptr + start, end - start);
}
