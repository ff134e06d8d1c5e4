/* The words of a line of aligned columns, and where each stands in it. */
#include "aligned.h"

#include <string.h>

#include "gouji/text/width.h"

/* How far a line was measured, in characters and in screen columns. */
struct measure {
    uint32_t at;
    uint32_t place[GRID_METRICS];
};

static uint32_t count_blanks(const char *text, uint32_t most)
{
    static const char blanks[] = "        ";
    enum { STEP = sizeof blanks - 1 };
    uint32_t n = 0;
    while (n + STEP <= most && memcmp(text + n, blanks, STEP) == 0)
        n += STEP;
    while (n < most && text[n] == ' ')
        n++;
    return n;
}

/* The columns of the character that begins with the byte: 2 of an ideograph of three bytes, 1 of
 * ASCII, as nearly all are; 0 of others, which are to be decoded. */
static inline uint32_t columns_of_lead(char byte)
{
    unsigned char lead = (unsigned char)byte;
    return lead >= ' ' && lead <= '~' ? 1 : lead >= 0xE5 && lead <= 0xE9 ? 2 : 0;
}

/* Measures the line, which ends at `end`, as far as `until`. */
static void advance(const char *text, uint32_t end, uint32_t until, struct measure *to)
{
    uint32_t at = to->at;
    uint32_t nchars = to->place[0];
    uint32_t ncols = to->place[1];
    while (at < until) {
        uint32_t known = columns_of_lead(text[at]);
        if (known > 0) {
            at += known == 2 ? 3 : 1;
            nchars++;
            ncols += known;
            continue;
        }
        size_t n;
        int32_t point = text_next(text + at, end - at, &n);
        at += (uint32_t)n;
        if (point == '\f')
            continue;
        nchars++;
        ncols += point < 0 ? 1 : (uint32_t)width_code_point((uint32_t)point);
    }
    *to = (struct measure){.at = at, .place = {nchars, ncols}};
}

/* Mostly there are only blanks between two pieces. */
static void advance_gap(const char *text, uint32_t end, uint32_t until, struct measure *to)
{
    uint32_t blanks = count_blanks(text + to->at, until - to->at);
    to->at += blanks;
    for (int m = 0; m < GRID_METRICS; m++)
        to->place[m] += blanks;
    if (to->at < until)
        advance(text, end, until, to);
}

/* Where the piece stands in its line, of which the pieces before it are measured. */
static void measure(const struct pieces *pieces, struct span line, struct measure *to,
                    struct aligned_word *word)
{
    const char *text = pieces->report->text;
    struct span span = word->piece->span;
    if (to->at > span.start)
        *to = (struct measure){.at = line.start};
    advance_gap(text, line.end, span.start, to);
    for (int m = 0; m < GRID_METRICS; m++)
        word->at[m].start = to->place[m];
    advance(text, line.end, span.end, to);
    for (int m = 0; m < GRID_METRICS; m++)
        word->at[m].end = to->place[m];
}

static void chain_text(struct aligned *a, uint32_t index)
{
    if (a->first_text == UINT32_MAX)
        a->first_text = index;
    else
        a->words[a->last_text].next = index;
    a->words[index].next = UINT32_MAX;
    a->last_text = index;
}

int aligned_add_line(struct aligned *a, size_t index)
{
    const struct piece_line *line = &a->pieces->lines[index];
    struct aligned_line *out =
        arena_push(a->pieces->arena, &a->lines, &a->lines_capacity, a->nlines, sizeof *out);
    if (!out)
        return -1;
    out->line = (uint32_t)index;
    out->first = a->nwords;
    struct measure measured = {.at = line->span.start};
    bool values = false;
    for (uint32_t k = 0; k < line->npieces; k++) {
        const struct piece *piece = &a->pieces->items[line->first + k];
        if (piece->shape == SHAPE_EMPTY || piece->is_noise)
            continue;
        struct aligned_word *word =
            arena_push(a->pieces->arena, &a->words, &a->words_capacity, a->nwords, sizeof *word);
        if (!word)
            return -1;
        word->piece = piece;
        word->line = (uint32_t)index;
        word->page = a->page;
        measure(a->pieces, line->span, &measured, word);
        if (piece->shape == SHAPE_TEXT)
            chain_text(a, (uint32_t)a->nwords);
        a->nwords++;
        values =
            values || piece->shape != SHAPE_TEXT ||
            (out->ntexts > 0 && grid_is_remark(a->pieces->labels, &piece->hit, piece_text(piece)));
        out->ntexts += !values;
    }
    out->end = a->nwords;
    out->is_row = values;
    if (out->end - out->first - out->ntexts > a->most_figures)
        a->most_figures = out->end - out->first - out->ntexts;
    a->nlines += out->end > out->first;
    return 0;
}
