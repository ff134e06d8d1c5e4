#include "aligned.h"

#include <limits.h>
#include <string.h>

#include "gouji/base/ascii.h"

enum {
    NEAR_LINES = 4, /* lines above and below its figures that a label may have */
    FAR_LINES = 12, /* one that is read in no other way */
    MOST_GAP = 4,   /* lines between two parts of a label printed downwards */
    KEY_NBYTES = 480,
};

/* ---- the words of one label ---- */

/* The folded texts of its words, one behind the other; empty when too long. */
static struct slice text_of(const struct aligned *a, const struct aligned_label *label,
                            char text[KEY_NBYTES])
{
    size_t n = 0;
    for (size_t i = 0; i < label->nwords; i++) {
        struct slice more = piece_text(a->words[label->words[i]].piece);
        if (n + more.nbytes >= KEY_NBYTES)
            return slice_make(text, 0);
        memcpy(text + n, more.ptr, more.nbytes);
        n += more.nbytes;
    }
    text[n] = '\0';
    return slice_make(text, n);
}

static struct slice key_of(const struct aligned *a, const struct aligned_label *label,
                           char key[KEY_NBYTES])
{
    char text[KEY_NBYTES];
    return slice_make(key, label_key(text_of(a, label, text), key));
}

static const struct label *row_label(const struct label *label)
{
    while (label && label->kind != LABEL_ROW)
        label = label->next;
    return label;
}

/* A piece of the label of a group of rows, which stands beside several rows. */
static bool is_group_part(const struct aligned *a, uint32_t word)
{
    return labels_group_holds(a->pieces->labels, piece_text(a->words[word].piece));
}

static bool is_group_row(const struct aligned *a, const struct label *label)
{
    for (; label; label = label->next)
        if (label->kind == LABEL_ROW && !forms_at(a->pieces->report->forms, label->edition)
                                             ->tables[label->table]
                                             .blocks[label->block]
                                             .rows[label->index]
                                             .is_group)
            return false;
    return true;
}

/* The rightmost unused text of a line, or -1. */
static int last_text(const struct aligned *a, size_t line)
{
    const struct aligned_line *l = &a->lines[line];
    for (size_t i = l->first + l->ntexts; i-- > l->first;)
        return a->words[i].used ? -1 : (int)i;
    return -1;
}

/* The texts that may belong to the row `index`: its own, and those of the lines
 * without figures above and below, nearest first. */
struct around {
    int own;
    uint32_t above[FAR_LINES], below[FAR_LINES];
    size_t nabove, nbelow;
    unsigned above_groups, below_groups; /* a bit for each that is part of a group's label */
};

static unsigned find_groups(const struct aligned *a, const uint32_t *words, size_t n)
{
    unsigned groups = 0;
    for (unsigned i = 0; i + 1 < n; i++) /* the farthest is never passed over */
        groups |= (unsigned)is_group_part(a, words[i]) << i;
    return groups;
}

/* Whether figures alone stand right below others alone and are not too many to be the rest of
 * them: of one more than a row has, one is torn between the two. */
static bool is_pair(const struct aligned *a, size_t index)
{
    if (index == 0 || index >= a->nlines)
        return false;
    const struct aligned_line *line = &a->lines[index], *above = line - 1;
    return aligned_is_bare(line) && aligned_is_bare(above) && above->line + 1 == line->line &&
           line->end - above->first <= a->most_figures + 1;
}

/* Whether the line is the half of a row that is farther from the row's label; where nothing tells
 * on which side that is, both halves are. */
static bool is_far_half(const struct aligned *a, size_t index)
{
    return (a->side != SIDE_BELOW && is_pair(a, index)) ||
           (a->side != SIDE_ABOVE && is_pair(a, index + 1));
}

/* Whether figures alone, right below a row that has its own label, are as many as that row lacks,
 * or one is torn between the two: the row goes on with them, as a line that was wrapped does. */
static bool may_be_rest(const struct aligned *a, size_t index)
{
    const struct aligned_line *line = &a->lines[index], *above = line - 1;
    if (index == 0 || line->ntexts > 0 || !above->is_row || above->ntexts == 0 ||
        above->line + 1 != line->line)
        return false;
    const struct piece *own = a->words[above->first + above->ntexts - 1].piece;
    size_t n = line->end - line->first + above->end - above->first - above->ntexts;
    return row_label(own->hit.label) && (n == a->most_figures || n == a->most_figures + 1);
}

static struct around look_around(const struct aligned *a, size_t index, size_t most)
{
    struct around around = {.own = last_text(a, index)};
    for (size_t i = index; i-- > 0 && !a->lines[i].is_row && around.nabove < most;)
        if (last_text(a, i) >= 0)
            around.above[around.nabove++] = (uint32_t)last_text(a, i);
    size_t end = may_be_rest(a, index) ? index + 1 : a->nlines;
    for (size_t i = index + 1; i < end && !a->lines[i].is_row && around.nbelow < most; i++)
        if (last_text(a, i) >= 0)
            around.below[around.nbelow++] = (uint32_t)last_text(a, i);
    if (most > NEAR_LINES) /* too many to choose some of them */
        return around;
    around.above_groups = find_groups(a, around.above, around.nabove);
    around.below_groups = find_groups(a, around.below, around.nbelow);
    return around;
}

/* The words that the bits choose, from the top down. */
static struct aligned_label pick(const struct around *around, unsigned above, bool own,
                                 unsigned below)
{
    struct aligned_label label = {.nwords = 0};
    for (size_t i = around->nabove; i-- > 0;)
        if (above & 1u << i)
            label.words[label.nwords++] = around->above[i];
    if (own)
        label.words[label.nwords++] = (uint32_t)around->own;
    for (size_t i = 0; i < around->nbelow; i++)
        if (below & 1u << i)
            label.words[label.nwords++] = around->below[i];
    return label;
}

/* Whether the words are the nearest ones, but for parts of group labels. */
static bool is_near(unsigned chosen, unsigned groups)
{
    for (unsigned i = 0; chosen >> i; i++)
        if (!((chosen | groups) & 1u << i))
            return false;
    return true;
}

/* Where no word may be passed over, one more is chosen each time. */
static unsigned next_choice(unsigned chosen, unsigned groups)
{
    return groups ? chosen + 1 : 2 * chosen + 1;
}

static void use(struct aligned *a, const struct aligned_label *label)
{
    for (size_t i = 0; i < label->nwords; i++)
        a->words[label->words[i]].used = true;
}

/* Whether all that follows the label is one note in brackets: (七)总计四、… is none. */
static bool is_one_note(struct slice note)
{
    int open = 0;
    for (size_t i = 0; i < note.nbytes; i++) {
        open += (note.ptr[i] == '(') - (note.ptr[i] == ')');
        if (open <= 0 && i + 1 < note.nbytes)
            return false;
    }
    return open == 0;
}

/* The label that the words, of this text, make; one alone was looked up when it was cut. */
static const struct label *read_row_label(const struct aligned *a,
                                          const struct aligned_label *label, struct slice text)
{
    struct label_hit hit = label->nwords == 1 ? a->words[label->words[0]].piece->hit
                                              : labels_read(a->pieces->labels, text);
    bool note = hit.effect == HIT_NOTE;
    if (note && !is_one_note(slice_make(text.ptr + hit.end, text.nbytes - hit.end)))
        return NULL;
    return row_label(hit.label);
}

/* Whether a bracket is open where the text ends: what stands behind may be the rest of a note. */
static bool is_open(struct slice text)
{
    size_t nclosed = 0;
    for (size_t i = text.nbytes; i-- > 0;) {
        if (text.ptr[i] == '(' && nclosed-- == 0)
            return true;
        nclosed += text.ptr[i] == ')';
    }
    return false;
}

/* False of words that surely make no row's label, told by where they meet. */
static bool may_meet(const struct aligned *a, const struct aligned_label *label)
{
    for (size_t i = 1; i < label->nwords; i++) {
        struct slice front = piece_text(a->words[label->words[i - 1]].piece);
        struct slice back = piece_text(a->words[label->words[i]].piece);
        if (memchr(front.ptr, '(', front.nbytes) && is_open(front))
            return true;
        if (!labels_may_read_joined(a->pieces->labels, front, back))
            return false;
    }
    return true;
}

/* The longest label of a row that the words around make, with the row's own
 * text or without it. Two labels of which neither has the figures' line: which
 * of them is meant cannot be known, the line is disputed. */
static bool find_label(const struct aligned *a, const struct around *around, bool own,
                       struct aligned_line *line)
{
    char text[KEY_NBYTES];
    size_t longest = 0;
    bool above_alone = false;
    bool below_alone = false;
    for (unsigned up = 0; up < 1u << around->nabove; up = next_choice(up, around->above_groups))
        for (unsigned down = 0; down < 1u << around->nbelow;
             down = next_choice(down, around->below_groups)) {
            if (!is_near(up, around->above_groups) || !is_near(down, around->below_groups) ||
                __builtin_popcount(up) + own + __builtin_popcount(down) > ALIGNED_MOST_WORDS)
                continue;
            struct aligned_label label = pick(around, up, own, down);
            if (!may_meet(a, &label))
                continue;
            struct slice whole = label.nwords == 1 ? piece_text(a->words[label.words[0]].piece)
                                                   : text_of(a, &label, text);
            const struct label *found = read_row_label(a, &label, whole);
            if (!found || (label.nwords > 1 && !own && is_group_row(a, found)))
                continue;
            above_alone = above_alone || down == 0;
            below_alone = below_alone || up == 0;
            if (whole.nbytes > longest) {
                longest = whole.nbytes;
                line->label = label;
            }
        }
    line->has_above = !own && above_alone;
    line->has_below = !own && below_alone;
    line->is_disputed = line->has_above && line->has_below;
    return longest > 0 && !line->is_disputed;
}

/* The label of figures between two: the one on the side where more figures have theirs. */
static bool find_unowned(const struct aligned *a, struct around *around, struct aligned_line *line)
{
    bool found = find_label(a, around, false, line);
    if (!line->is_disputed || !aligned_is_bare(line) || a->side == SIDE_UNKNOWN)
        return found;
    if (a->side == SIDE_ABOVE)
        around->nbelow = 0;
    else
        around->nabove = 0;
    return find_label(a, around, false, line);
}

/* Whether the figures stand between the halves of a row's label, beside that of its group. */
static bool find_halves(const struct aligned *a, const struct around *around,
                        struct aligned_line *line)
{
    const struct label *own = around->own >= 0 ? a->words[around->own].piece->hit.label : NULL;
    if (!row_label(own) || !is_group_row(a, own) || around->nabove == 0 || around->nbelow == 0)
        return false;
    const uint32_t *words = line->label.words;
    if (find_label(a, around, false, line) && a->words[words[0]].line < line->line &&
        a->words[words[line->label.nwords - 1]].line > line->line)
        return true;
    line->is_disputed = false;
    return false;
}

static void label_row(struct aligned *a, size_t index)
{
    struct aligned_line *line = &a->lines[index];
    bool bare = aligned_is_bare(line);
    if (!line->is_row || line->label.nwords > 0 || (bare && line->is_disputed))
        return;
    if (bare && is_far_half(a, index)) {
        line->is_disputed = a->side != SIDE_ABOVE;
        return;
    }
    struct around around = look_around(a, index, NEAR_LINES);
    bool found =
        find_halves(a, &around, line) || (around.own >= 0 && find_label(a, &around, true, line));
    if (!found && (around.own < 0 || is_group_part(a, (uint32_t)around.own)))
        found = find_unowned(a, &around, line);
    if (!found && around.own >= 0 && around.nabove + around.nbelow >= NEAR_LINES) {
        around = look_around(a, index, FAR_LINES);
        found = find_label(a, &around, true, line);
    }
    if (found)
        use(a, &line->label);
    else
        line->label.nwords = 0;
}

/* On which side of figures alone their labels stand: the one that has a label for more of them.
 * Where each has for as many, a row may lack its figures at either end of the table, and nothing
 * tells whose the others are: those between two labels are then disputed. */
static void find_side(struct aligned *a)
{
    size_t nabove = 0, nbelow = 0;
    for (size_t i = 0; i < a->nlines; i++) {
        struct aligned_line *line = &a->lines[i];
        if (!aligned_is_bare(line))
            continue;
        struct around around = look_around(a, i, NEAR_LINES);
        find_label(a, &around, false, line);
        line->label.nwords = 0;
        nabove += line->has_above;
        nbelow += line->has_below;
    }
    if (nabove != nbelow)
        a->side = nabove > nbelow ? SIDE_ABOVE : SIDE_BELOW;
    for (size_t i = 0; i < a->nlines && a->side != SIDE_UNKNOWN; i++)
        a->lines[i].is_disputed = false;
}

static void label_rows(struct aligned *a)
{
    find_side(a);
    for (size_t i = 0; i < a->nlines; i++)
        label_row(a, i);
    for (size_t i = a->nlines; i-- > 0;) /* a label between two may be the other's by now */
        label_row(a, i);
}

/* ---- headers and groups ---- */

enum { BY_EITHER = (1 << GRID_METRICS) - 1 };

/* `metrics`: a bit for each by which they may. */
static bool overlap(const struct aligned_word *x, const struct aligned_word *y, unsigned metrics)
{
    for (int m = 0; m < GRID_METRICS; m++)
        if (metrics & 1u << m && x->at[m].start < y->at[m].end && y->at[m].start < x->at[m].end)
            return true;
    return false;
}

static struct aligned_label read_down_by(const struct aligned *a, uint32_t first, unsigned metrics)
{
    char key[KEY_NBYTES];
    struct aligned_label label = {.words = {first}, .nwords = 1};
    struct aligned_label best = label;
    const struct aligned_word *last = &a->words[first];
    for (uint32_t i = last->next; i < a->nwords && label.nwords < ALIGNED_MOST_WORDS;
         i = a->words[i].next) {
        const struct aligned_word *word = &a->words[i];
        if (word->line > last->line + MOST_GAP)
            break;
        if (word->line == last->line || word->used || !overlap(word, last, metrics))
            continue;
        if (!labels_may_join(a->pieces->labels, piece_text(last->piece), piece_text(word->piece)))
            break;
        struct aligned_label longer = label;
        longer.words[longer.nwords++] = i;
        struct slice text = key_of(a, &longer, key);
        bool whole = labels_find(a->pieces->labels, text) != NULL;
        if (!whole && !labels_begin(a->pieces->labels, TABLE_COUNT, text))
            break;
        label = longer;
        last = word;
        if (whole)
            best = label;
    }
    return best;
}

static bool are_same(const struct aligned_label *x, const struct aligned_label *y)
{
    return x->nwords == y->nwords && memcmp(x->words, y->words, x->nwords * sizeof *x->words) == 0;
}

/* The label that starts with the word and goes on below it: as long as it can be. Words that are
 * no label stay one by one. What stands below by one metric alone may be another column's: each
 * is then asked by itself. */
static struct aligned_label read_down(const struct aligned *a, uint32_t first)
{
    struct aligned_label label = read_down_by(a, first, BY_EITHER);
    if (label.nwords > 1 || a->words[first].piece->hit.label)
        return label;
    struct aligned_label by_chars = read_down_by(a, first, 1u << 0);
    struct aligned_label by_columns = read_down_by(a, first, 1u << 1);
    if (by_chars.nwords > 1 && by_columns.nwords > 1 && !are_same(&by_chars, &by_columns))
        return label;
    return by_chars.nwords > 1 ? by_chars : by_columns;
}

/* Of words that read_down put together: several are a label, or it had left them apart. */
static bool is_label(const struct aligned *a, const struct aligned_label *label)
{
    const struct piece *piece = a->words[label->words[0]].piece;
    const struct label_hit *hit = &piece->hit;
    if (label->nwords > 1 || !hit->label)
        return label->nwords > 1;
    if (hit->label->kind == LABEL_NOTE) /* of which the beginning was enough */
        return labels_find_folded(a->pieces->labels, piece_text(piece));
    return hit->effect == HIT_PLAIN || hit->effect == HIT_PUNCTUATION;
}

static int add_other(struct aligned *a, const struct aligned_label *label)
{
    struct aligned_label *slot =
        arena_push(a->pieces->arena, &a->others, &a->others_capacity, a->nothers, sizeof *slot);
    if (!slot)
        return -1;
    *slot = *label;
    a->nothers++;
    use(a, label);
    return 0;
}

static int label_wholes(struct aligned *a)
{
    for (uint32_t i = a->first_text; i < a->nwords; i = a->words[i].next) {
        if (a->words[i].used)
            continue;
        uint32_t rest = a->words[i].rest;
        struct aligned_label label = {.words = {i, rest}, .nwords = 2};
        label = rest > 0 ? label : read_down(a, i);
        if (is_label(a, &label) && add_other(a, &label) < 0)
            return -1;
    }
    return 0;
}

/* Adds what is left between the whole ones, in the order of the text. */
static int label_others(struct aligned *a)
{
    const struct aligned_label *whole = a->others;
    size_t nwhole = a->nothers, next = 0;
    a->others = NULL;
    a->nothers = a->others_capacity = 0;
    for (uint32_t i = a->first_text; i < a->nwords; i = a->words[i].next) {
        bool is_whole = next < nwhole && whole[next].words[0] == i;
        if (a->words[i].used && !is_whole)
            continue;
        struct aligned_label label = is_whole ? whole[next++] : read_down(a, i);
        if (add_other(a, &label) < 0)
            return -1;
    }
    return 0;
}

/* A misprinted label: the words around that come nearest to some row's. Where
 * nothing comes near, the row's own text is all that is sure. */
static struct aligned_label nearest_label(const struct aligned *a, const struct around *around)
{
    char key[KEY_NBYTES];
    unsigned least = UINT_MAX;
    bool own = around->own >= 0;
    struct aligned_label best = pick(around, 0, own, 0);
    for (unsigned up = 0; up < 1u << around->nabove; up++)
        for (unsigned down = 0; down < 1u << around->nbelow; down++) {
            if (!is_near(up, around->above_groups) || !is_near(down, around->below_groups))
                continue;
            struct aligned_label label = pick(around, up, own, down);
            unsigned distance = labels_distance(a->pieces->labels, key_of(a, &label, key));
            if (distance < least) {
                least = distance;
                best = label;
            }
        }
    return best;
}

static void label_the_rest(struct aligned *a)
{
    for (size_t i = 0; i < a->nlines; i++) {
        struct aligned_line *line = &a->lines[i];
        if (!line->is_row || line->label.nwords > 0)
            continue;
        struct around around = look_around(a, i, NEAR_LINES);
        line->label = nearest_label(a, &around);
        use(a, &line->label);
    }
}

/* - 2 -: a number and what a page's has around it. */
static bool is_page_line(const struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    struct slice text = report_slice(pieces->report, line->span);
    bool has_digit = false;
    for (uint32_t k = 0; k < line->npieces; k++)
        if (!pieces->items[line->first + k].is_noise)
            return false;
    for (size_t i = 0; i < text.nbytes && line->npieces > 0; i++)
        has_digit = has_digit || ascii_is_digit(text.ptr[i]);
    return has_digit;
}

int aligned_read(const struct pieces *pieces, size_t first, size_t end, struct aligned *out)
{
    *out = (struct aligned){.pieces = pieces, .first_text = UINT32_MAX};
    for (size_t i = first; i < end; i++) {
        struct slice text = report_slice(pieces->report, pieces->lines[i].span);
        bool is_blank = pieces->lines[i].is_blank;
        bool is_number = !is_blank && aligned_is_page_number(out, i);
        out->page += (text.nbytes > 0 && memchr(text.ptr, '\f', text.nbytes)) || is_number ||
                     is_page_line(pieces, i);
        if (!is_blank && !is_number && aligned_add_line(out, i) < 0)
            return -1;
    }
    label_rows(out);
    aligned_join_header(out);
    if (label_wholes(out) < 0)
        return -1;
    label_the_rest(out);
    return label_others(out);
}
