#include "restated.h"

#include <stdlib.h>
#include <string.h>

#include "anchor.h"
#include "gouji/text/decode.h"

/* Cells of the table that sets one sentence beside the other. */
#define MAX_WORK ((size_t)4 * 1000 * 1000)

enum { NONE = -1 };

/* A character of a sentence, or all of a number. */
struct unit {
    int32_t code;
    uint32_t start;
    const struct figure *figure; /* NULL: a character */
};

struct units {
    struct unit *items;
    size_t n;
};

static const struct figure *figure_at(const struct report *report, size_t sentence, uint32_t offset)
{
    for (size_t i = 0; i < report->nfigures; i++)
        if (report->figures[i].sentence == sentence && span_holds(report->figures[i].span, offset))
            return &report->figures[i];
    return NULL;
}

static int units_make(const struct report *report, size_t sentence, struct units *out)
{
    const struct fold *fold = &report->sentences[sentence].fold;
    *out = (struct units){.items = calloc(fold->nbytes + 1, sizeof *out->items)};
    if (!out->items)
        return -1;
    for (size_t i = 0, taken; i < fold->nbytes; i += taken) {
        int32_t code = text_next(fold->text + i, fold->nbytes - i, &taken);
        const struct figure *figure = figure_at(report, sentence, fold_start(fold, i));
        if (!figure || out->n == 0 || out->items[out->n - 1].figure != figure)
            out->items[out->n++] = (struct unit){code, fold_start(fold, i), figure};
    }
    return 0;
}

static bool is_same(const struct unit *a, const struct unit *b)
{
    return !a->figure && !b->figure && a->code == b->code;
}

/* For each unit of a the one of b that is the same, as many as can be in their order, NONE for
 * the others; of several the earliest. */
static int align(const struct units *a, const struct units *b, int *partner)
{
    size_t width = b->n + 1;
    uint32_t *common = calloc((a->n + 1) * width, sizeof *common); /* from i and j on */
    if (!common)
        return -1;
    for (size_t i = a->n; i-- > 0;)
        for (size_t j = b->n; j-- > 0;) {
            uint32_t below = common[(i + 1) * width + j], beside = common[i * width + j + 1];
            common[i * width + j] = is_same(&a->items[i], &b->items[j])
                                        ? common[(i + 1) * width + j + 1] + 1
                                    : below > beside ? below
                                                     : beside;
        }
    for (size_t i = 0, j = 0; i < a->n; i++) {
        while (j < b->n && !is_same(&a->items[i], &b->items[j]) &&
               common[i * width + j + 1] > common[(i + 1) * width + j])
            j++;
        bool is_kept = j < b->n && is_same(&a->items[i], &b->items[j]);
        partner[i] = is_kept ? (int)j++ : NONE;
    }
    free(common);
    return 0;
}

static bool stands_for(const struct figure *after, const struct figure *before)
{
    return after && (!after->is_list_number || before->is_list_number);
}

/* Folded punctuation that ends a clause. */
static bool ends_clause(const struct unit *unit)
{
    static const int32_t marks[] = {',', ';', ':', 0x3002};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (unit->code == marks[i] && !unit->figure)
            return true;
    return false;
}

/* Among what stands between two words now: in the clause of either. */
static bool stands_between(const struct units *units, size_t from, size_t to,
                           const struct figure *before)
{
    for (size_t i = from; i < to && !ends_clause(&units->items[i]); i++)
        if (stands_for(units->items[i].figure, before))
            return true;
    for (size_t i = to; i-- > from && !ends_clause(&units->items[i]);)
        if (stands_for(units->items[i].figure, before))
            return true;
    return false;
}

static bool stands_beside(const struct units *a, const struct units *b, const int *partner,
                          size_t at)
{
    size_t left = at, right = at + 1;
    while (left > 0 && partner[left - 1] == NONE)
        left--;
    while (right < a->n && partner[right] == NONE)
        right++;
    return stands_between(b, left > 0 ? (size_t)partner[left - 1] + 1 : 0,
                          right < a->n ? (size_t)partner[right] : b->n, a->items[at].figure);
}

static size_t find_unit(const struct units *units, struct span number)
{
    size_t at = 0;
    while (at < units->n &&
           !(units->items[at].figure && span_holds(number, units->items[at].start)))
        at++;
    return at;
}

static bool stands_in(const struct units *a, size_t at, const struct report *after, size_t sentence,
                      bool *failed)
{
    struct units b = {0};
    int *partner = calloc(a->n + 1, sizeof *partner);
    bool stands = false;
    if (!partner || units_make(after, sentence, &b) < 0)
        *failed = true;
    else if (a->n + 1 <= MAX_WORK / (b.n + 1)) {
        if (align(a, &b, partner) < 0)
            *failed = true;
        else
            stands = stands_beside(a, &b, partner, at);
    }
    free(partner);
    free(b.items);
    return stands;
}

bool restated_number(const struct report *before, struct span number, const struct report *after,
                     bool *failed)
{
    const struct sentence *own = report_sentence_at(before, number.start);
    struct units units = {0};
    int best = RESTATED_LIKE;
    bool stands = false;
    if (!own)
        return false;
    if (units_make(before, (size_t)(own - before->sentences), &units) < 0)
        *failed = true;
    size_t at = find_unit(&units, number);
    for (size_t i = 0; at < units.n && i < after->nsentences; i++) {
        int like = anchor_likeness(report_slice(before, own->span),
                                   report_slice(after, after->sentences[i].span), true, failed);
        if (like < best)
            continue;
        stands = (stands && like == best) || stands_in(&units, at, after, i, failed);
        best = like;
    }
    free(units.items);
    return stands;
}
