/* Rows whose label and first figure touch, as a converter prints that joins a row's label to what
 * follows it. The label ends where the form's does. */
#include "touching.h"

#include "bars.h"
#include "gouji/base/ascii.h"

enum {
    LEAST_ROWS = 4,
    LEAST_VALUES = 5, /* behind the one that touches, of a row that shows how all are printed */
    MOST_WORDS = 32,
    LABEL_NBYTES = 160,
    MOST_NBYTES = 480,
};

/* A line's words, the first of them a row's label and figures the rest. */
struct words {
    struct span at[MOST_WORDS];
    uint32_t blanks[MOST_WORDS]; /* before each */
    size_t nwords, nvalues;      /* these are the last */
};

enum front {
    FRONT_OTHER,
    FRONT_PARTED, /* a row's label, and no figure at its end */
    FRONT_TOUCHES,
};

/* What the words before the values are. */
struct cut {
    enum front front;
    size_t label; /* the word that the row's begins with */
    uint32_t figure;
    bool is_t3;
};

static bool add_word(struct words *words, struct span at, uint32_t blanks, enum cell_shape shape)
{
    if (words->nwords == MOST_WORDS)
        return false;
    words->at[words->nwords] = at;
    words->blanks[words->nwords++] = blanks;
    words->nvalues = shape == SHAPE_TEXT ? 0 : words->nvalues + 1;
    return true;
}

/* The words between the line's blanks. */
static bool read_blanks(const struct pieces *pieces, struct span line, struct words *words)
{
    const char *text = pieces->report->text;
    uint32_t blanks = 0;
    for (uint32_t at = line.start, end; at < line.end; at = end) {
        size_t n = bars_blank_size(slice_make(text + at, line.end - at));
        end = at + (uint32_t)n;
        blanks += n > 0;
        if (n > 0)
            continue;
        while (end < line.end && bars_blank_size(slice_make(text + end, line.end - end)) == 0)
            end++;
        enum cell_shape shape = cell_shape(slice_make(text + at, end - at));
        if (!add_word(words, (struct span){at, end}, blanks, shape))
            return false;
        blanks = 0;
    }
    return true;
}

/* The fields between its tabs. */
static bool read_fields(const struct pieces *pieces, const struct piece_line *line,
                        struct words *words)
{
    for (uint32_t i = 0; i < line->npieces; i++) {
        const struct piece *piece = &pieces->items[line->first + i];
        if (!add_word(words, piece->span, 0, piece->shape))
            return false;
    }
    return true;
}

static bool is_row_label(const struct label *label, enum table_id table)
{
    for (label = label_in_table(label, table); label; label = label_in_table(label->next, table))
        if (label->kind == LABEL_ROW)
            return true;
    return false;
}

/* Looks the span up as the label of a row. -1: short of memory. */
static int find_label(const struct pieces *pieces, size_t index, struct span span,
                      const struct label **label)
{
    struct fold fold;
    if (pieces_fold(pieces, index, span, &fold) < 0)
        return -1;
    *label = NULL;
    if (fold.nbytes > 0 && fold.nbytes <= LABEL_NBYTES)
        *label = labels_find_folded(pieces->labels, slice_make(fold.text, fold.nbytes));
    return 0;
}

/* Where the digits start that the span ends in; its end where it has none. */
static uint32_t figure_start(const char *text, struct span span)
{
    uint32_t at = span.end;
    while (at > span.start && (ascii_is_digit(text[at - 1]) ||
                               (at < span.end && (text[at - 1] == '.' || text[at - 1] == ',') &&
                                at - 1 > span.start && ascii_is_digit(text[at - 2]))))
        at--;
    return at;
}

/* How the words begin, and where a row's label does and where its figure, if they touch; -1: short
 * of memory. */
static int judge(const struct pieces *pieces, size_t index, const struct words *words,
                 struct cut *cut)
{
    const struct label *label = NULL;
    cut->front = FRONT_OTHER;
    if (words->nwords == words->nvalues)
        return 0;
    size_t last = words->nwords - words->nvalues - 1;
    uint32_t end = words->at[last].end;
    cut->figure = figure_start(pieces->report->text, words->at[last]);
    for (cut->label = 0; cut->label <= last; cut->label++) {
        struct span span = {words->at[cut->label].start, cut->figure};
        if (find_label(pieces, index, span, &label) < 0)
            return -1;
        cut->is_t3 = is_row_label(label, TABLE_T3);
        if (!cut->is_t3 && !is_row_label(label, TABLE_T2))
            continue;
        cut->front = cut->figure < end ? FRONT_TOUCHES : FRONT_PARTED;
        return 0;
    }
    return 0;
}

/* Nearly all lines are told from such by their kind or their end. */
static inline bool may_touch(const struct pieces *pieces, const struct piece_line *line)
{
    unsigned text = piece_shape_bit(SHAPE_TEXT);
    if (!(line->shapes & text) || line->markup || line->is_barred || line->delimiter)
        return false;
    if (line->npieces > 1)
        return line_has_values(line) && !line->wiki;
    const struct piece *piece = &pieces->items[line->first];
    return piece->nfolded > 0 && piece->nfolded <= MOST_NBYTES && !line->is_run &&
           ascii_is_digit(piece->folded[piece->nfolded - 1]);
}

/* Reads the line's words and what they begin with. -1: short of memory. */
static int read_line(const struct pieces *pieces, size_t index, struct words *words,
                     struct cut *cut)
{
    const struct piece_line *line = &pieces->lines[index];
    words->nwords = words->nvalues = 0; /* the words are set one by one */
    cut->front = FRONT_OTHER;
    bool is_read = line->npieces > 1 ? read_fields(pieces, line, words)
                                     : read_blanks(pieces, line->span, words);
    return is_read ? judge(pieces, index, words, cut) : 0;
}

/* Where the figures, and the blanks between, that end a line start; *nblanks: how many these are.
 */
static const char *find_figures(struct slice text, size_t *nblanks)
{
    size_t at = text.nbytes, n = 0;
    for (; at > 0 && (unsigned char)text.ptr[at - 1] < 'A'; at--)
        n += text.ptr[at - 1] <= ' ';
    *nblanks = n;
    return text.ptr + at;
}

/* How the line seems to begin, told without a look at labels: FRONT_OTHER where it is no full
 * row. */
static enum front guess_front(const struct pieces *pieces, const struct piece_line *line)
{
    size_t nvalues;
    const char *figures;
    if (line->npieces == 1) {
        figures = find_figures(report_slice(pieces->report, line->span), &nvalues);
    } else {
        uint32_t last = line->npieces - 1;
        while (last > 0 && pieces->items[line->first + last].shape != SHAPE_TEXT)
            last--;
        const struct piece *piece = &pieces->items[line->first + last];
        figures = pieces->report->text + piece->span.end - (piece->span.end > piece->span.start);
        nvalues = line->npieces - 1 - last;
    }
    if (nvalues < LEAST_VALUES)
        return FRONT_OTHER;
    return ascii_is_digit(*figures) ? FRONT_TOUCHES : FRONT_PARTED;
}

static bool may_have_touching(const struct pieces *pieces)
{
    enum { MANY_PARTED = 3 };
    size_t n[FRONT_TOUCHES + 1] = {0};
    for (size_t i = 0; i < pieces->report->nlines && n[FRONT_PARTED] < MANY_PARTED; i++)
        if (may_touch(pieces, &pieces->lines[i]))
            n[guess_front(pieces, &pieces->lines[i])]++;
    return n[FRONT_TOUCHES] >= LEAST_ROWS;
}

/* Whether all rows of table three, some of them full, begin so. -1: short of memory. */
static int survey(const struct pieces *pieces, bool *touches)
{
    size_t nrows = 0;
    struct words words;
    struct cut cut;
    *touches = false;
    for (size_t i = 0; i < pieces->report->nlines; i++) {
        if (!may_touch(pieces, &pieces->lines[i]))
            continue;
        if (read_line(pieces, i, &words, &cut) < 0)
            return -1;
        if (cut.front == FRONT_PARTED && cut.is_t3 && words.nvalues > 0)
            return 0;
        nrows += cut.front == FRONT_TOUCHES && cut.is_t3 && words.nvalues >= LEAST_VALUES;
    }
    *touches = nrows >= LEAST_ROWS;
    return 0;
}

static int add(struct pieces *pieces, size_t index, uint32_t start, uint32_t end, uint32_t blanks)
{
    if (pieces_add(pieces, index, (struct span){start, end}) < 0)
        return -1;
    pieces->items[pieces->nitems - 1].blanks = blanks;
    return 0;
}

static int cut_line(struct pieces *pieces, size_t index, const struct words *words,
                    const struct cut *cut)
{
    struct piece_line *line = &pieces->lines[index];
    size_t last = words->nwords - words->nvalues - 1, label = cut->label;
    line->by_blanks = line->npieces == 1;
    line->is_heading = false;
    pieces_begin(pieces, index);
    if (label > 0 &&
        add(pieces, index, words->at[0].start, words->at[label - 1].end, words->blanks[0]) < 0)
        return -1;
    if (add(pieces, index, words->at[label].start, cut->figure, words->blanks[label]) < 0 ||
        add(pieces, index, cut->figure, words->at[last].end, 1) < 0)
        return -1;
    for (size_t i = last + 1; i < words->nwords; i++)
        if (add(pieces, index, words->at[i].start, words->at[i].end, words->blanks[i]) < 0)
            return -1;
    pieces_end(pieces, index);
    return 0;
}

int touching_cut(struct pieces *pieces)
{
    bool touches = may_have_touching(pieces);
    struct words words;
    struct cut cut;
    int result = touches ? survey(pieces, &touches) : 0;
    for (size_t i = 0; touches && i < pieces->report->nlines; i++) {
        if (!may_touch(pieces, &pieces->lines[i]))
            continue;
        if (read_line(pieces, i, &words, &cut) < 0 ||
            (cut.front == FRONT_TOUCHES && cut_line(pieces, i, &words, &cut) < 0))
            return -1;
    }
    return result;
}
