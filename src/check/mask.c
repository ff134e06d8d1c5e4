#include "mask.h"

#include <stdlib.h>

#include "gouji/base/ascii.h"
#include "gouji/check/mask.h"
#include "gouji/text/decode.h"
#include "gouji/text/fold.h"
#include "gouji/text/width.h"

enum { HEAD = 3, TAIL = 2, FORMS = 12, NAME = 4, LEAST_PART = 5 };

/* A text may hold a part only of a number that is broken over lines. */
enum part { WHOLE, FIRST_PART, MIDDLE_PART, LAST_PART };

/* What is masked in a text. */
struct masked {
    struct slice text; /* first, as by_content reads it */
    enum part part;
};

/* What privacy checks, on or off, cover, each once and in the order of its bytes, so that
 * a text is searched once however many numbers there are. */
struct masks {
    const struct span *spans;
    const enum part *parts; /* of each: of a number in two cells one */
    size_t nspans;
    struct masked *numbers;
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
        if (ascii_is_digit(number.ptr[i]))
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

static bool is_line_sign(char c)
{
    return c == '\n' || c == '\r';
}

/* A star a character, or one a byte; lines stay. */
static void append_number(const struct masked *masked, bool by_bytes, struct str *out)
{
    struct slice number = masked->text;
    size_t total = count_characters(number), taken, k = 0;
    bool begins = masked->part == WHOLE || masked->part == FIRST_PART;
    bool ends = masked->part == WHOLE || masked->part == LAST_PART;
    size_t head = begins ? shown_first(number, total) : 0;
    size_t tail = ends ? shown_last(number) : 0;
    for (size_t i = 0; i < number.nbytes; i += taken, k++) {
        text_next(number.ptr + i, number.nbytes - i, &taken);
        if (k < head || k + tail >= total || is_line_sign(number.ptr[i]))
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

/* Of one text the whole number stands first. */
static int by_content_and_part(const void *left, const void *right)
{
    const struct masked *a = left, *b = right;
    int order = by_content(left, right);
    return order ? order : (a->part > b->part) - (a->part < b->part);
}

static int by_length(const void *left, const void *right)
{
    const size_t *a = left, *b = right;
    return (*a < *b) - (*a > *b);
}

static void sort_numbers(struct masks *masks)
{
    size_t n = 0;
    qsort(masks->numbers, masks->nnumbers, sizeof *masks->numbers, by_content_and_part);
    for (size_t i = 0; i < masks->nnumbers; i++)
        if (n == 0 || by_content(&masks->numbers[i], &masks->numbers[n - 1]) != 0)
            masks->numbers[n++] = masks->numbers[i];
    masks->nnumbers = n;
    for (size_t i = 0; i < n; i++) {
        masks->begins[(unsigned char)masks->numbers[i].text.ptr[0]] = true;
        masks->lengths[masks->nlengths++] = masks->numbers[i].text.nbytes;
    }
    qsort(masks->lengths, masks->nlengths, sizeof *masks->lengths, by_length);
    for (size_t i = n = 0; i < masks->nlengths; i++)
        if (n == 0 || masks->lengths[i] != masks->lengths[n - 1])
            masks->lengths[n++] = masks->lengths[i];
    masks->nlengths = n;
}

static void add_text(struct slice text, enum part part, struct masks *masks)
{
    if (text.nbytes > 0)
        masks->numbers[masks->nnumbers++] = (struct masked){text, part};
}

/* The text without all bytes that are one of `signs`; NULL: memory is short. */
static const char *without(struct arena *arena, struct slice text, const char *signs,
                           struct slice *left)
{
    char *kept = arena_copy(arena, text);
    size_t n = 0;
    for (size_t i = 0; kept && i < text.nbytes; i++)
        if (!memchr(signs, text.ptr[i], strlen(signs)))
            kept[n++] = text.ptr[i];
    *left = slice_make(kept, n);
    return kept;
}

/* What one line has of a number that is broken; of a few digits it may be anything. */
static int add_part(struct arena *arena, struct slice line, enum part part, struct masks *masks)
{
    struct fold fold;
    size_t start = 0, end;
    if (fold_text(arena, line, 0, 0, &fold) < 0)
        return -1;
    for (end = fold.nbytes; end > 0 && fold.text[end - 1] == ' ';)
        end--;
    while (start < end && fold.text[start] == ' ')
        start++;
    struct slice folded = slice_make(fold.text + start, end - start);
    struct span printed = end > start ? fold_span(&fold, start, end) : (struct span){0, 0};
    if (folded.nbytes < LEAST_PART)
        return 0;
    add_text(folded, part, masks);
    add_text(slice_make(line.ptr + printed.start, printed.end - printed.start), part, masks);
    return 0;
}

static size_t end_of_line(struct slice text, size_t at)
{
    while (at < text.nbytes && !is_line_sign(text.ptr[at]))
        at++;
    return at;
}

/* Of each of the lines that it is broken over, four at most. */
static int add_parts(struct arena *arena, struct slice printed, struct masks *masks)
{
    enum { MOST_PARTS = 4 };
    struct slice left;
    size_t at = end_of_line(printed, 0);
    if (at == printed.nbytes)
        return 0;
    if (!without(arena, printed, "\r\n", &left) ||
        add_part(arena, slice_make(printed.ptr, at), FIRST_PART, masks) < 0)
        return -1;
    add_text(left, WHOLE, masks);
    for (size_t n = 1; at < printed.nbytes && n < MOST_PARTS; n++) {
        while (at < printed.nbytes && is_line_sign(printed.ptr[at]))
            at++;
        size_t end = n + 1 < MOST_PARTS ? end_of_line(printed, at) : printed.nbytes;
        enum part part = end < printed.nbytes ? MIDDLE_PART : LAST_PART;
        if (add_part(arena, slice_make(printed.ptr + at, end - at), part, masks) < 0)
            return -1;
        at = end;
    }
    return 0;
}

/* As it is printed; and as texts made of it may have it: folded, without what parts its
 * groups, without line ends, and what each line has of it. -1: memory is short. */
static int add_number(struct arena *arena, struct slice printed, enum part part,
                      struct masks *masks)
{
    struct fold fold;
    struct slice joined;
    if (part != WHOLE)
        return add_part(arena, printed, part, masks);
    add_text(printed, WHOLE, masks);
    if (fold_text(arena, printed, 0, 0, &fold) < 0)
        return -1;
    struct slice folded = slice_make(fold.text, fold.nbytes);
    if (!without(arena, folded, " -.", &joined))
        return -1;
    add_text(folded, WHOLE, masks);
    add_text(joined, WHOLE, masks);
    return add_parts(arena, printed, masks);
}

static size_t count_spans(const struct findings *findings)
{
    size_t n = findings->nhidden;
    for (size_t i = 0; i < findings->nitems; i++)
        n += findings->items[i].is_masked ? findings->items[i].nspans : 0;
    return n;
}

/* A number of two places stands in two cells, one above the other. */
static enum part part_of(const struct findings *findings, const struct finding *finding, size_t i)
{
    bool is_number = has_digit(report_slice(findings->report, finding->spans[i]));
    if (!is_number || finding->nspans != 2)
        return WHOLE;
    return i == 0 ? FIRST_PART : LAST_PART;
}

static void take_spans(const struct findings *findings, struct masks *masks, struct span *spans,
                       enum part *parts)
{
    for (size_t i = 0; i < findings->nitems; i++) {
        const struct finding *finding = &findings->items[i];
        for (size_t k = 0; finding->is_masked && k < finding->nspans; k++) {
            parts[masks->nspans] = part_of(findings, finding, k);
            spans[masks->nspans++] = finding->spans[k];
        }
    }
    for (size_t i = 0; i < findings->nhidden; i++) {
        parts[masks->nspans] = WHOLE;
        spans[masks->nspans++] = findings->hidden[i];
    }
}

int mask_gather(struct findings *findings)
{
    size_t most = count_spans(findings);
    struct masks *masks = most ? arena_alloc(findings->arena, sizeof *masks) : NULL;
    struct span *spans = masks ? arena_array(findings->arena, most, sizeof *spans) : NULL;
    enum part *parts = spans ? arena_array(findings->arena, most, sizeof *parts) : NULL;
    if (most == 0)
        return 0;
    if (!parts)
        return -1;
    *masks = (struct masks){
        .spans = spans,
        .parts = parts,
        .numbers = arena_array(findings->arena, FORMS * most, sizeof *masks->numbers),
        .lengths = arena_array(findings->arena, FORMS * most, sizeof *masks->lengths),
    };
    if (!masks->numbers || !masks->lengths)
        return -1;
    take_spans(findings, masks, spans, parts);
    for (size_t i = 0; i < masks->nspans; i++) {
        struct slice printed = report_slice(findings->report, spans[i]);
        if (printed.nbytes > 0 && add_number(findings->arena, printed, parts[i], masks) < 0)
            return -1;
    }
    sort_numbers(masks);
    findings->masks = masks;
    return 0;
}

static bool is_digit_at(struct slice text, size_t at)
{
    return at < text.nbytes && ascii_is_digit(text.ptr[at]);
}

/* A part is no part of a longer number. */
static bool stands_alone(struct slice text, size_t at, const struct masked *found)
{
    return found->part == WHOLE ||
           (!(at > 0 && is_digit_at(text, at - 1)) && !is_digit_at(text, at + found->text.nbytes));
}

/* The longest number that begins there; NULL for none. */
static const struct masked *number_at(const struct masks *masks, struct slice text, size_t at)
{
    if (!masks->begins[(unsigned char)text.ptr[at]])
        return NULL;
    for (size_t i = 0; i < masks->nlengths; i++) {
        struct slice key = slice_make(text.ptr + at, masks->lengths[i]);
        const struct masked *found =
            masks->lengths[i] > text.nbytes - at
                ? NULL
                : bsearch(&key, masks->numbers, masks->nnumbers, sizeof *found, by_content);
        if (found && stands_alone(text, at, found))
            return found;
    }
    return NULL;
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
        const struct masked *number = number_at(findings->masks, text, i);
        if (number) {
            str_append(out, slice_make(text.ptr + done, i - done));
            append_number(number, by_bytes, out);
            done = i + number->text.nbytes;
        }
        i += number ? number->text.nbytes : 1;
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
static struct span number_around(const struct masks *masks, uint32_t at, enum part *part)
{
    for (size_t i = 0; i < masks->nspans; i++)
        if (span_holds(masks->spans[i], at)) {
            *part = masks->parts[i];
            return masks->spans[i];
        }
    *part = WHOLE;
    return (struct span){0, 0};
}

/* Whether the character at the place is one of the first or the last, which are shown. */
static bool is_shown_of(const struct findings *findings, struct span whole, enum part part,
                        uint32_t at)
{
    struct slice number = report_slice(findings->report, whole);
    struct span before = {whole.start, at}, behind = {at, whole.end};
    size_t head = part == LAST_PART ? 0 : shown_first(number, count_characters(number));
    size_t tail = part == FIRST_PART ? 0 : shown_last(number);
    return count_characters(report_slice(findings->report, before)) < head ||
           count_characters(report_slice(findings->report, behind)) <= tail;
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
        enum part part;
        struct span whole = number_around(findings->masks, at, &part);
        bool is_shown =
            span_empty(whole) || is_line_sign(*one.ptr) || is_shown_of(findings, whole, part, at);
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
