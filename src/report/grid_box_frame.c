#include "grid_box_frame.h"

#include <string.h>

#include "gouji/text/run.h"
#include "gouji/text/width.h"

enum { MOST_LINES = 600, MOST_PLACE = 4000, NO_BOX = -1, LEAST_STROKES = 4 };

/* What places are counted in: characters, or columns of a screen, of which drawn lines may take
 * two, as in fonts of wide characters. */
enum metric { BY_CHARACTERS, BY_COLUMNS, BY_WIDE_COLUMNS };

/* The places of all bars, from left to right. */
struct places {
    uint16_t at[FRAME_MOST_BARS];
    size_t n;
};

/* Whether the bar runs from top to bottom, and no rule meets it. */
static bool is_plain_bar(struct slice line, const struct bar *bar)
{
    static const char *const plain[] = {"|", "│", "┃", "║", "｜", "￨"};
    struct slice text = slice_make(line.ptr + bar->at, bar->nbytes);
    for (size_t i = 0; i < sizeof plain / sizeof *plain; i++)
        if (slice_is(text, plain[i]))
            return true;
    return false;
}

/* Between bars that no rule meets a few strokes are a mark. */
bool frame_is_stroke(struct slice line, const struct cuts *cuts, size_t k)
{
    size_t start = cuts->bars[k - 1].at + cuts->bars[k - 1].nbytes;
    struct slice between = slice_make(line.ptr + start, cuts->bars[k].at - start);
    if (!bars_is_rule(between))
        return false;
    return between.nbytes >= LEAST_STROKES || !is_plain_bar(line, &cuts->bars[k - 1]) ||
           !is_plain_bar(line, &cuts->bars[k]);
}

/* Goes over the character at `at`, and others of the same kind before `end`; returns the bytes. */
static size_t pass(struct slice text, size_t at, size_t end, uint32_t place[FRAME_METRICS])
{
    struct slice rest = slice_make(text.ptr + at, end - at);
    const unsigned char *p = (const unsigned char *)rest.ptr;
    bool is_ideograph = *p >= 0xE4 && *p <= 0xE9 && rest.nbytes >= 3;
    bool is_drawn = *p == 0xE2 && rest.nbytes >= 3 && (p[1] & 0xFE) == 0x94;
    size_t n = is_ideograph ? 3 : is_drawn ? text_run(rest) : *p == ' ' ? slice_spaces(rest) : 1;
    uint32_t nchars = (uint32_t)(is_ideograph ? 1 : is_drawn ? n / 3 : n);
    uint32_t width = is_ideograph ? 2 : 1;
    if (*p >= 0x80 && !is_ideograph && !is_drawn) {
        int32_t point = text_next(rest.ptr, rest.nbytes, &n);
        width = point < 0 ? 1 : (uint32_t)width_code_point((uint32_t)point);
    }
    place[BY_CHARACTERS] += nchars;
    place[BY_COLUMNS] += nchars * width;
    place[BY_WIDE_COLUMNS] += is_drawn ? 2 * nchars : nchars * width;
    return n;
}

/* Where the bars stand in the line. */
static void measure(struct slice text, const struct cuts *cuts, struct frame_line *line)
{
    uint32_t place[FRAME_METRICS] = {0};
    size_t at = 0;
    line->nbars = (uint16_t)cuts->nbars;
    for (size_t k = 0; k < cuts->nbars; k++) {
        while (at < cuts->bars[k].at)
            at += pass(text, at, cuts->bars[k].at, place);
        for (int m = 0; m < FRAME_METRICS; m++)
            line->places[m][k] = (uint16_t)place[m];
        at += pass(text, at, at + cuts->bars[k].nbytes, place);
    }
}

/* Whether nothing stands before the first bar and behind the last. */
static bool is_closed(const struct pieces *pieces, const struct piece_line *line, size_t nbars)
{
    return line->npieces == nbars + 1 && pieces->items[line->first].shape == SHAPE_EMPTY &&
           pieces->items[line->first + nbars].shape == SHAPE_EMPTY;
}

/* Adds the line with the places of its bars. False where it has too many, or something else than
 * bars and what stands between them. */
static bool add_line(struct frame *frame, uint32_t index)
{
    const struct piece_line *from = &frame->pieces->lines[index];
    struct slice text = report_slice(frame->pieces->report, from->span);
    struct cuts cuts;
    if (text.nbytes > MOST_PLACE)
        return false;
    bars_find(text, &cuts);
    if (cuts.nbars > FRAME_MOST_BARS || cuts.nbars < 2)
        return false;
    struct frame_line *line = &frame->lines[frame->nlines++];
    line->line = index;
    line->strokes = 0;
    measure(text, &cuts, line);
    size_t nstrokes = 0;
    for (size_t k = 1; k < cuts.nbars; k++) {
        bool stroke = frame_is_stroke(text, &cuts, k);
        line->strokes |= (uint64_t)stroke << k;
        nstrokes += stroke;
    }
    return nstrokes + 1 == cuts.nbars || is_closed(frame->pieces, from, cuts.nbars);
}

/* Puts the place among the others; false where there are too many. */
static bool add_place(struct places *places, uint16_t place)
{
    size_t at = places->n;
    while (at > 0 && places->at[at - 1] > place)
        at--;
    if (at > 0 && places->at[at - 1] == place)
        return true;
    if (places->n == FRAME_MOST_BARS)
        return false;
    memmove(&places->at[at + 1], &places->at[at], (places->n - at) * sizeof *places->at);
    places->at[at] = place;
    places->n++;
    return true;
}

/* The columns are what stands between two neighbours of all bars. */
static bool find_columns(struct frame *frame, enum metric metric)
{
    struct places places = {.n = 0};
    for (size_t i = 0; i < frame->nlines; i++)
        for (size_t k = 0; k < frame->lines[i].nbars; k++)
            if (!add_place(&places, frame->lines[i].places[metric][k]))
                return false;
    for (size_t i = 0; i < frame->nlines; i++) {
        uint16_t *bars = frame->lines[i].bars, *at = frame->lines[i].places[metric];
        for (size_t k = 0, c = 0; k < frame->lines[i].nbars; k++) {
            while (places.at[c] < at[k])
                c++;
            bars[k] = (uint16_t)c;
        }
        if (bars[0] != 0 || bars[frame->lines[i].nbars - 1] + 1u != places.n)
            return false;
    }
    frame->ncolumns = places.n > 0 ? places.n - 1 : 0;
    return places.n > 0;
}

/* The box that each column is in, or NO_BOX. */
struct open {
    int at[FRAME_MOST_BARS];
};

/* A rule ends the boxes above it; none goes on beside it. */
static bool close_boxes(const struct frame *frame, struct open *open, size_t left, size_t right)
{
    for (size_t c = left; c < right; c++) {
        const struct frame_box *box = open->at[c] == NO_BOX ? NULL : &frame->boxes[open->at[c]];
        if (box && (box->left < left || box->right > right))
            return false;
    }
    for (size_t c = left; c < right; c++)
        open->at[c] = NO_BOX;
    return true;
}

/* Whether the columns are those of the one box above, or in none. */
static bool is_below_one(const struct frame *frame, const struct open *open, size_t left,
                         size_t right)
{
    int above = open->at[left];
    for (size_t c = left; c < right; c++)
        if (open->at[c] != above)
            return false;
    return above == NO_BOX ||
           (frame->boxes[above].left == left && frame->boxes[above].right == right);
}

/* Ends all boxes above the field and on its right, as its bars show to end here: a rule is lost,
 * which goes on to the end of the line. */
static void end_boxes(const struct frame *frame, struct open *open, size_t left)
{
    for (size_t c = left; c < frame->ncolumns; c++) {
        const struct frame_box *box = open->at[c] == NO_BOX ? NULL : &frame->boxes[open->at[c]];
        for (size_t k = box ? box->left : c; box && k < box->right; k++)
            open->at[k] = NO_BOX;
    }
}

/* The line's field between two bars goes on with the box above, or begins one below a rule, beside
 * which no other rule stands. 0: it does neither, and no rules are lost. */
static int add_field(struct frame *frame, struct open *open, size_t line, size_t left, size_t right)
{
    bool is_one = is_below_one(frame, open, left, right);
    if (!is_one && !frame->may_lack_rules)
        return 0;
    if (!is_one) {
        end_boxes(frame, open, left);
        frame->nlost += frame->last_lost != line;
        frame->last_lost = line;
    }
    if (open->at[left] != NO_BOX) {
        frame->boxes[open->at[left]].bottom = (uint16_t)line;
        return 1;
    }
    if (frame->lines[line].strokes)
        return 0;
    if (!arena_push(frame->arena, &frame->boxes, &frame->capacity, frame->nboxes,
                    sizeof *frame->boxes))
        return -1;
    for (size_t c = left; c < right; c++)
        open->at[c] = (int)frame->nboxes;
    frame->boxes[frame->nboxes++] =
        (struct frame_box){(uint16_t)left, (uint16_t)right, (uint16_t)line, (uint16_t)line};
    return 1;
}

static int read_line(struct frame *frame, struct open *open, size_t index)
{
    const struct frame_line *line = &frame->lines[index];
    for (size_t k = 1, next; k < line->nbars; k = next) {
        bool stroke = line->strokes >> k & 1;
        next = k + 1;
        while (stroke && next < line->nbars && line->strokes >> next & 1)
            next++;
        size_t left = line->bars[k - 1], right = line->bars[next - 1];
        int found = stroke ? close_boxes(frame, open, left, right)
                           : add_field(frame, open, index, left, right);
        if (found <= 0)
            return found;
    }
    return 1;
}

static int read_boxes(struct frame *frame)
{
    enum { MOST_LOST = 4 };
    frame->nboxes = frame->nlost = frame->last_lost = 0;
    struct open open;
    int found = 1;
    for (size_t c = 0; c < FRAME_MOST_BARS; c++)
        open.at[c] = NO_BOX;
    for (size_t i = 0; i < frame->nlines && found > 0; i++)
        found = read_line(frame, &open, i);
    return found > 0 ? frame->nlost <= MOST_LOST : found;
}

static bool read_lines(struct frame *frame, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++)
        if (!frame->pieces->lines[i].is_blank && !add_line(frame, (uint32_t)i))
            return false;
    return true;
}

/* Whether each column's bar stands in several lines: no line is shifted against the others. */
static bool are_columns_sure(const struct frame *frame)
{
    enum { LEAST_LINES = 3 };
    size_t n[FRAME_MOST_BARS] = {0};
    for (size_t i = 0; i < frame->nlines; i++)
        for (size_t k = 0; k < frame->lines[i].nbars; k++)
            n[frame->lines[i].bars[k]]++;
    for (size_t c = 0; c <= frame->ncolumns; c++)
        if (n[c] < LEAST_LINES)
            return false;
    return true;
}

int frame_read(struct frame *frame, const struct pieces *pieces, size_t first, size_t end)
{
    *frame = (struct frame){.pieces = pieces, .arena = pieces->arena};
    if (end - first > MOST_LINES)
        return 0;
    frame->lines = arena_raw(frame->arena, (end - first) * sizeof *frame->lines);
    if (!frame->lines)
        return -1;
    int found = 0;
    bool may_be = read_lines(frame, first, end);
    for (int m = 0; may_be && m < 2 * FRAME_METRICS && found == 0; m++) {
        frame->may_lack_rules = m >= FRAME_METRICS;
        found = find_columns(frame, (enum metric)(m % FRAME_METRICS)) &&
                        (!frame->may_lack_rules || are_columns_sure(frame))
                    ? read_boxes(frame)
                    : 0;
    }
    return found;
}

const struct piece *frame_field(const struct frame *frame, size_t line, size_t column)
{
    const struct frame_line *at = &frame->lines[line];
    const struct piece_line *from = &frame->pieces->lines[at->line];
    size_t k = 1;
    while (at->bars[k - 1] != column)
        k++;
    return &frame->pieces->items[from->first + k];
}
