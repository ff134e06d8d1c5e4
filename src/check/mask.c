#include "gouji/check/mask.h"

#include "gouji/text/decode.h"

enum { HEAD = 3, TAIL = 2 };

static size_t count_characters(struct slice text)
{
    size_t count = 0, taken;
    for (size_t i = 0; i < text.nbytes; i += taken, count++)
        text_next(text.ptr + i, text.nbytes - i, &taken);
    return count;
}

static void append_number(struct slice number, struct str *out)
{
    size_t total = count_characters(number), taken, k = 0;
    for (size_t i = 0; i < number.nbytes; i += taken, k++) {
        text_next(number.ptr + i, number.nbytes - i, &taken);
        if (k < HEAD || k + TAIL >= total)
            str_append(out, slice_make(number.ptr + i, taken));
        else
            str_byte(out, '*');
    }
}

/* The first number of a privacy finding in text; *which gets it. */
static const char *find_first(const struct findings *findings, struct slice text,
                              struct slice *which)
{
    const char *first = NULL;
    for (size_t i = 0; i < findings->nitems; i++) {
        const struct finding *finding = &findings->items[i];
        for (size_t k = 0; finding->is_masked && k < finding->nspans; k++) {
            struct slice number = report_slice(findings->report, finding->spans[k]);
            const char *place = slice_find(text, number);
            if (place && (!first || place < first)) {
                first = place;
                *which = number;
            }
        }
    }
    return first;
}

bool mask_is_needed(const struct findings *findings)
{
    for (size_t i = 0; i < findings->nitems; i++)
        if (findings->items[i].is_masked)
            return true;
    return false;
}

bool mask_covers(const struct findings *findings, struct span span)
{
    for (size_t i = 0; i < findings->nitems; i++) {
        const struct finding *finding = &findings->items[i];
        for (size_t k = 0; finding->is_masked && k < finding->nspans; k++)
            if (span_overlaps(finding->spans[k], span))
                return true;
    }
    return false;
}

void mask_append(const struct findings *findings, struct slice text, struct str *out)
{
    struct slice number;
    const char *place;
    while ((place = find_first(findings, text, &number))) {
        size_t before = (size_t)(place - text.ptr);
        str_append(out, slice_make(text.ptr, before));
        append_number(number, out);
        text = slice_make(place + number.nbytes, text.nbytes - before - number.nbytes);
    }
    str_append(out, text);
}

char *mask_copy(const struct findings *findings, const char *text)
{
    struct str out = STR_INIT;
    mask_append(findings, slice_of(text), &out);
    return str_detach(&out);
}
