#include "mask.h"

#include <stdlib.h>

#include "gouji/check/mask.h"
#include "gouji/text/decode.h"
#include "gouji/text/fold.h"
#include "gouji/text/width.h"

enum { HEAD = 3, TAIL = 2, FORMS = 3, NAME = 4 };

/* What privacy checks, on or off, cover, each once and in the order of its bytes, so that
 * a text is searched once however many numbers there are. */
struct masks {
    const struct span *spans;
    size_t nspans;
    struct slice *numbers;
    size_t nnumbers;
    size_t *lengths; /* that occur, the longest first */
    size_t nlengths;
    bool begins[256]; /* bytes that a number begins with */
};

static size_t count_characters(struct slice text)
{
    size_t count = 0, taken;
    for (size_t i = 0; i < text.nbytes; i += taken, count++)
        text_next(text.ptr + i, text.nbytes - i, &taken);
    return count;
}

static bool has_digit(struct slice number)
{
    for (size_t i = 0; i < number.nbytes; i++)
        if (number.ptr[i] >= '0' && number.ptr[i] <= '9')
            return true;
    return false;
}

/* Of a name, which is short, only the first character is shown: 赵**. */
static size_t shown_first(struct slice number, size_t ncharacters)
{
    return ncharacters <= NAME && !has_digit(number) ? 1 : HEAD;
}

static size_t shown_last(struct slice number)
{
    return has_digit(number) ? TAIL : 0;
}

/* A star a character, or one a byte. */
static void append_number(struct slice number, bool by_bytes, struct str *out)
{
    size_t total = count_characters(number), taken, k = 0;
    size_t head = shown_first(number, total), tail = shown_last(number);
    for (size_t i = 0; i < number.nbytes; i += taken, k++) {
        text_next(number.ptr + i, number.nbytes - i, &taken);
        if (k < head || k + tail >= total)
            str_append(out, slice_make(number.ptr + i, taken));
        else
            str_append(out, slice_make("****", by_bytes ? taken : 1));
    }
}

static int by_content(const void *left, const void *right)
{
    const struct slice *a = left, *b = right;
    int order = memcmp(a->ptr, b->ptr, a->nbytes < b->nbytes ? a->nbytes : b->nbytes);
    return order ? order : (a->nbytes > b->nbytes) - (a->nbytes < b->nbytes);
}

static int by_length(const void *left, const void *right)
{
    const size_t *a = left, *b = right;
    return (*a < *b) - (*a > *b);
}

static void sort_numbers(struct masks *masks)
{
    size_t n = 0;
    qsort(masks->numbers, masks->nnumbers, sizeof *masks->numbers, by_content);
    for (size_t i = 0; i < masks->nnumbers; i++)
        if (n == 0 || by_content(&masks->numbers[i], &masks->numbers[n - 1]) != 0)
            masks->numbers[n++] = masks->numbers[i];
    masks->nnumbers = n;
    for (size_t i = 0; i < n; i++) {
        masks->begins[(unsigned char)masks->numbers[i].ptr[0]] = true;
        masks->lengths[masks->nlengths++] = masks->numbers[i].nbytes;
    }
    qsort(masks->lengths, masks->nlengths, sizeof *masks->lengths, by_length);
    for (size_t i = n = 0; i < masks->nlengths; i++)
        if (n == 0 || masks->lengths[i] != masks->lengths[n - 1])
            masks->lengths[n++] = masks->lengths[i];
    masks->nlengths = n;
}

/* As it is printed; and as texts made of it may have it: folded, and without what parts its
 * groups. -1: memory is short. */
static int add_number(struct arena *arena, struct slice printed, struct masks *masks)
{
    struct fold fold;
    masks->numbers[masks->nnumbers++] = printed;
    if (fold_text(arena, printed, 0, 0, &fold) < 0)
        return -1;
    struct slice folded = slice_make(fold.text, fold.nbytes);
    char *joined = arena_copy(arena, folded);
    size_t n = 0;
    for (size_t i = 0; joined && i < folded.nbytes; i++)
        if (folded.ptr[i] != ' ' && folded.ptr[i] != '-')
            joined[n++] = folded.ptr[i];
    if (folded.nbytes > 0)
        masks->numbers[masks->nnumbers++] = folded;
    if (n > 0)
        masks->numbers[masks->nnumbers++] = slice_make(joined, n);
    return joined ? 0 : -1;
}

static size_t count_spans(const struct findings *findings)
{
    size_t n = findings->nhidden;
    for (size_t i = 0; i < findings->nitems; i++)
        n += findings->items[i].is_masked ? findings->items[i].nspans : 0;
    return n;
}

int mask_gather(struct findings *findings)
{
    size_t most = count_spans(findings);
    struct masks *masks = most ? arena_alloc(findings->arena, sizeof *masks) : NULL;
    struct span *spans = masks ? arena_array(findings->arena, most, sizeof *spans) : NULL;
    if (most == 0)
        return 0;
    if (!spans)
        return -1;
    *masks = (struct masks){
        .spans = spans,
        .numbers = arena_array(findings->arena, FORMS * most, sizeof *masks->numbers),
        .lengths = arena_array(findings->arena, FORMS * most, sizeof *masks->lengths),
    };
    if (!masks->numbers || !masks->lengths)
        return -1;
    for (size_t i = 0; i < findings->nitems; i++) {
        const struct finding *finding = &findings->items[i];
        for (size_t k = 0; finding->is_masked && k < finding->nspans; k++)
            spans[masks->nspans++] = finding->spans[k];
    }
    for (size_t i = 0; i < findings->nhidden; i++)
        spans[masks->nspans++] = findings->hidden[i];
    for (size_t i = 0; i < masks->nspans; i++) {
        struct slice printed = report_slice(findings->report, spans[i]);
        if (printed.nbytes > 0 && add_number(findings->arena, printed, masks) < 0)
            return -1;
    }
    sort_numbers(masks);
    findings->masks = masks;
    return 0;
}

/* The longest number that the text begins with; empty for none. */
static struct slice number_at(const struct masks *masks, struct slice text)
{
    if (text.nbytes == 0 || !masks->begins[(unsigned char)text.ptr[0]])
        return (struct slice){NULL, 0};
    for (size_t i = 0; i < masks->nlengths; i++) {
        struct slice key = slice_make(text.ptr, masks->lengths[i]);
        if (masks->lengths[i] <= text.nbytes &&
            bsearch(&key, masks->numbers, masks->nnumbers, sizeof key, by_content))
            return key;
    }
    return (struct slice){NULL, 0};
}

bool mask_is_needed(const struct findings *findings)
{
    return findings->masks != NULL;
}

bool mask_covers(const struct findings *findings, struct span span)
{
    for (size_t i = 0; findings->masks && i < findings->masks->nspans; i++)
        if (span_overlaps(findings->masks->spans[i], span))
            return true;
    return false;
}

static void append_masked(const struct findings *findings, struct slice text, bool by_bytes,
                          struct str *out)
{
    size_t done = 0;
    for (size_t i = 0; findings->masks && i < text.nbytes;) {
        struct slice rest = slice_make(text.ptr + i, text.nbytes - i);
        struct slice number = number_at(findings->masks, rest);
        if (number.nbytes) {
            str_append(out, slice_make(text.ptr + done, i - done));
            append_number(number, by_bytes, out);
            done = i + number.nbytes;
        }
        i += number.nbytes ? number.nbytes : 1;
    }
    str_append(out, slice_make(text.ptr + done, text.nbytes - done));
}

void mask_append(const struct findings *findings, struct slice text, struct str *out)
{
    append_masked(findings, text, false, out);
}

void mask_append_bytes(const struct findings *findings, struct slice text, struct str *out)
{
    append_masked(findings, text, true, out);
}

/* The number that the byte belongs to; empty for none. */
static struct span number_around(const struct masks *masks, uint32_t at)
{
    for (size_t i = 0; i < masks->nspans; i++)
        if (span_holds(masks->spans[i], at))
            return masks->spans[i];
    return (struct span){0, 0};
}

void mask_append_span(const struct findings *findings, struct span span, struct str *out)
{
    struct slice text = report_slice(findings->report, span);
    bool is_masked = mask_covers(findings, span);
    if (!is_masked)
        str_append(out, text);
    for (size_t i = 0, taken; is_masked && i < text.nbytes; i += taken) {
        text_next(text.ptr + i, text.nbytes - i, &taken);
        struct slice one = slice_make(text.ptr + i, taken);
        uint32_t at = span.start + (uint32_t)i;
        struct span whole = number_around(findings->masks, at);
        struct slice number = report_slice(findings->report, whole);
        struct span before = {whole.start, at}, behind = {at, whole.end};
        bool is_shown =
            span_empty(whole) ||
            count_characters(report_slice(findings->report, before)) <
                shown_first(number, count_characters(number)) ||
            count_characters(report_slice(findings->report, behind)) <= shown_last(number);
        for (int width = is_shown ? 0 : width_text(one); width > 0; width--)
            str_byte(out, '*');
        if (is_shown)
            str_append(out, one);
    }
}

char *mask_copy(const struct findings *findings, const char *text)
{
    struct str out = STR_INIT;
    mask_append(findings, slice_of(text), &out);
    return str_detach(&out);
}

const char *mask_keep(const struct findings *findings, struct arena *arena, const char *text)
{
    struct str out = STR_INIT;
    if (!text || !findings || !mask_is_needed(findings))
        return text ? arena_string(arena, text) : NULL;
    mask_append(findings, slice_of(text), &out);
    const char *kept = out.failed ? NULL : arena_copy(arena, str_slice(&out));
    str_release(&out);
    return kept;
}
