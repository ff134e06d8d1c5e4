/* A line is cut at its blanks only where the text surely has rows of this kind:
 * a row label with values behind it on one line. Words that form a label
 * together stay one piece, and so do a number and its unit. */
#include "blanks.h"

#include <limits.h>
#include <string.h>

#include "bars.h"
#include "gouji/base/ascii.h"
#include "piece_words.h"
#include "words.h"

enum {
    MOST_TOKENS = 160,
    MOST_LINES = 50000, /* a report of fifty pages has some 3000 */
    MOST_LINE_NBYTES = 2000,
    MOST_MERGED = 16,
    MOST_BLANKS_INSIDE = 3, /* between two words of one cell */
    KEY_NBYTES = 480,
    LEAST_EVIDENCE = 2,
    MOST_HEADER_NBYTES = 200,
    LEAST_BARE_NBYTES = 12,
    MANY_VALUES = 5, /* values alone on a line that are surely a row */
};

struct token {
    struct span span;
    uint32_t blanks; /* before it */
    enum cell_shape shape;
    struct slice text; /* folded; of what is no text "" */
};

struct tokens {
    struct token items[MOST_TOKENS];
    size_t nitems, nvalues;
    size_t ntexts; /* before the first value */
};

static bool is_value(enum cell_shape shape)
{
    return shape == SHAPE_NUMBER || shape == SHAPE_MARK;
}

/* Ideographs are no blanks, nor are digits. */
static inline size_t blank_size(const char *text, uint32_t at, uint32_t end)
{
    unsigned char lead = (unsigned char)text[at];
    if (lead > 0xE3 || (lead > ' ' && lead < 0x80))
        return 0;
    return lead == ' ' ? 1 : bars_blank_size(slice_make(text + at, end - at));
}

/* Splits the line; false when it has too many words for a row. */
static bool tokenize(const char *text, struct span line, struct tokens *out)
{
    uint32_t blanks = 0;
    out->nitems = out->ntexts = out->nvalues = 0; /* the items are set one by one */
    for (uint32_t at = line.start; at < line.end;) {
        uint32_t nspaces = (uint32_t)slice_spaces(slice_make(text + at, line.end - at));
        size_t n = at + nspaces < line.end ? blank_size(text, at + nspaces, line.end) : 0;
        at += nspaces + (uint32_t)n;
        blanks += nspaces + (n > 0);
        if (n > 0 || at == line.end)
            continue;
        uint32_t end = at;
        while (end < line.end && !blank_size(text, end, line.end))
            end += (uint32_t)text_size(text + end, line.end - end);
        if (out->nitems == MOST_TOKENS)
            return false;
        struct token *token = &out->items[out->nitems++];
        *token = (struct token){.span = {at, end}, .blanks = blanks, .text = slice_of("")};
        token->shape = cell_shape(slice_make(text + at, end - at));
        blanks = 0;
        at = end;
    }
    return true;
}

static void drop_token(struct tokens *tokens, size_t index)
{
    memmove(&tokens->items[index], &tokens->items[index + 1],
            (tokens->nitems - index - 1) * sizeof tokens->items[0]);
    tokens->nitems--;
}

/* (七)总计: what stands in brackets numbers a row, and is no note of the figure before it. */
static bool starts_row(const char *text)
{
    static const char *const numerals[] = {"（一）", "（二）", "（三）", "（四）", "（五）",
                                           "（六）", "（七）", "(一)",   "(二)",   "(三)",
                                           "(四)",   "(五)",   "(六)",   "(七)",   NULL};
    return words_starts(numerals, text) != NULL;
}

/* 3 件 is one value. */
static void merge_units(const char *text, struct tokens *tokens)
{
    for (size_t i = 0; i + 1 < tokens->nitems; i++) {
        struct token *token = &tokens->items[i];
        const struct token *next = &tokens->items[i + 1];
        struct slice both =
            slice_make(text + token->span.start, next->span.end - token->span.start);
        if (token->shape != SHAPE_NUMBER || next->shape != SHAPE_TEXT || next->blanks != 1 ||
            cell_shape(both) != SHAPE_NUMBER || starts_row(text + next->span.start))
            continue;
        token->span.end = next->span.end;
        drop_token(tokens, i + 1);
    }
}

/* Of digits, points and signs, as nearly all are. */
static bool is_bare_figure(const char *text, struct span figure)
{
    uint32_t at = figure.start;
    while (at < figure.end && text[at] > '(' && text[at] < '[')
        at++;
    return at == figure.end;
}

static bool closes_note(struct slice text)
{
    static const char *const closers[] = {"）", ")", "]", "】", "〕", "﹞", NULL};
    return words_ends(closers, text) != NULL;
}

/* How many words behind the first belong to the note that opens behind its number: one blank
 * between them, up to the one that closes it; 0 without such. */
static size_t count_note(const char *text, const struct tokens *tokens, size_t first)
{
    enum { MOST_WORDS = 8 };
    enum { LEAST_NBYTES = 3 }; /* a digit, a bracket and a word */
    const struct token *token = &tokens->items[first];
    if (token->shape != SHAPE_NUMBER || token->span.end - token->span.start < LEAST_NBYTES ||
        is_bare_figure(text, token->span))
        return 0;
    for (size_t n = 0; n <= MOST_WORDS && first + n < tokens->nitems; n++) {
        const struct token *last = token + n;
        struct slice both =
            slice_make(text + token->span.start, last->span.end - token->span.start);
        if (n > 0 && (last->blanks != 1 || starts_row(text + last->span.start)))
            return 0;
        if (!words_open_bracket(both))
            return n > 0 && closes_note(both) && cell_shape(both) == SHAPE_NUMBER ? n : 0;
    }
    return 0;
}

/* 563（其中修订 16 件） is one value. */
static void merge_notes(const char *text, struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->nitems; i++)
        for (size_t n = count_note(text, tokens, i); n > 0; n--) {
            tokens->items[i].span.end = tokens->items[i + 1].span.end;
            drop_token(tokens, i + 1);
        }
}

/* 4 .保护…: a list number before its point is no value. */
static void merge_list_numbers(const char *text, struct tokens *tokens)
{
    enum { MOST_DIGITS = 2 };
    static const char *const points[] = {".", "、", "．", NULL};
    for (size_t i = 0; i + 1 < tokens->nitems; i++) {
        struct token *token = &tokens->items[i];
        const struct token *next = &tokens->items[i + 1];
        if (token->shape != SHAPE_NUMBER || next->shape != SHAPE_TEXT || next->blanks != 1 ||
            token->span.end - token->span.start > MOST_DIGITS)
            continue;
        const char *point = words_starts(points, text + next->span.start);
        const char *behind = point ? text + next->span.start + strlen(point) : NULL;
        if (!point || ascii_is_digit(*behind))
            continue;
        token->span.end = next->span.end;
        token->shape = SHAPE_TEXT;
        drop_token(tokens, i + 1);
    }
}

/* Dashes beside words or figures are marks; beside nothing else they are a rule. */
static void read_dashes(const struct pieces *pieces, struct tokens *tokens)
{
    bool is_rule = true;
    for (size_t i = 0; i < tokens->nitems && is_rule; i++)
        is_rule = bars_is_rule(report_slice(pieces->report, tokens->items[i].span));
    for (size_t i = 0; i < tokens->nitems && !is_rule; i++)
        if (piece_is_dash(report_slice(pieces->report, tokens->items[i].span)))
            tokens->items[i].shape = SHAPE_MARK;
}

static int fold_token(const struct pieces *pieces, size_t line, struct token *token)
{
    struct fold fold;
    if (pieces_fold(pieces, line, token->span, &fold) < 0)
        return -1;
    token->text = slice_make(fold.text, fold.nbytes);
    return 0;
}

static int fold_tokens(const struct pieces *pieces, size_t line, struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->nitems; i++)
        if (tokens->items[i].shape == SHAPE_TEXT && fold_token(pieces, line, &tokens->items[i]) < 0)
            return -1;
    return 0;
}

/* The last of the words from `first` on that are one label together. */
static size_t end_of_label(const struct pieces *pieces, const struct tokens *tokens, size_t first)
{
    char text[KEY_NBYTES];
    size_t n = 0;
    size_t last = first;
    if (!labels_may_begin(pieces->labels, tokens->items[first].text))
        return first;
    for (size_t i = first; i < tokens->nitems && i < first + MOST_MERGED; i++) {
        struct slice more = tokens->items[i].text;
        bool apart =
            i > first && (tokens->items[i].blanks > MOST_BLANKS_INSIDE ||
                          !labels_may_join(pieces->labels, tokens->items[i - 1].text, more));
        if (tokens->items[i].shape != SHAPE_TEXT || apart || n + more.nbytes > sizeof text)
            break;
        memcpy(text + n, more.ptr, more.nbytes);
        n += more.nbytes;
        if (i > first && labels_find_folded(pieces->labels, slice_make(text, n)))
            last = i;
    }
    return last;
}

static bool is_part(const struct pieces *pieces, struct slice text)
{
    char key[KEY_NBYTES];
    if (text.nbytes > sizeof key)
        return false;
    struct slice part = slice_make(key, label_key(text, key));
    return part.nbytes > 0 && labels_hold(pieces->labels, TABLE_COUNT, part);
}

/* 1. or (一) or 三、 alone, which belongs to the words behind it. */
static bool is_marker(struct slice text)
{
    enum { PART = 3 };
    static const char parts[] = "一二三四五六七、";
    for (size_t at = 0; at < text.nbytes;) {
        const char *part = text.nbytes - at < PART ? "" : parts;
        while (*part && memcmp(text.ptr + at, part, PART) != 0)
            part += PART;
        if (!*part && !memchr("0123456789.()", text.ptr[at], 13))
            return false;
        at += *part ? PART : 1;
    }
    return text.nbytes > 0;
}

/* (六) before 1.申请: the group's label stands beside that of its first row. */
static bool opens_row_of_group(struct slice group, struct slice row)
{
    return group.nbytes > 0 && group.ptr[0] == '(' && is_marker(group) && row.nbytes > 2 &&
           ascii_is_digit(row.ptr[0]) && row.ptr[1] == '.';
}

/* Whether the words are a group's numeral and a piece of another group's label beside it: 三、 of
 * a label printed downwards, and 提供 of 无法提供. */
static bool are_of_two_groups(const struct pieces *pieces, struct slice numeral, struct slice piece)
{
    return slice_ends_with(numeral, "、") && labels_group_holds(pieces->labels, numeral) &&
           labels_group_holds(pieces->labels, piece);
}

/* (一) 予, the rest of which stands below: one blank between two words that go on
 * as one label. */
static int merge_parts(const struct pieces *pieces, size_t line, struct tokens *tokens)
{
    for (size_t i = 0; i + 1 < tokens->nitems;) {
        struct token *token = &tokens->items[i];
        struct span both = {token->span.start, token[1].span.end};
        struct fold fold;
        bool texts = token->shape == SHAPE_TEXT && token[1].shape == SHAPE_TEXT;
        if (!texts || token[1].blanks != 1 || opens_row_of_group(token->text, token[1].text) ||
            (!labels_may_join(pieces->labels, token->text, token[1].text) &&
             !is_marker(token->text))) {
            i++;
            continue;
        }
        if (pieces_fold(pieces, line, both, &fold) < 0)
            return -1;
        struct slice text = slice_make(fold.text, fold.nbytes);
        bool may_be_one =
            is_marker(token->text) && !are_of_two_groups(pieces, token->text, token[1].text);
        if (!may_be_one && !is_part(pieces, text)) {
            i++;
            continue;
        }
        token->span = both;
        token->text = text;
        drop_token(tokens, i + 1);
    }
    return 0;
}

static int merge_labels(const struct pieces *pieces, size_t line, struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->nitems; i++) {
        size_t last = tokens->items[i].shape == SHAPE_TEXT ? end_of_label(pieces, tokens, i) : i;
        if (last == i)
            continue;
        tokens->items[i].span.end = tokens->items[last].span.end;
        for (; last > i; last--)
            drop_token(tokens, i + 1);
        if (fold_token(pieces, line, &tokens->items[i]) < 0)
            return -1;
    }
    return 0;
}

static int read_tokens(const struct pieces *pieces, size_t line, struct tokens *out)
{
    if (!tokenize(pieces->report->text, pieces->lines[line].span, out))
        return 0;
    merge_notes(pieces->report->text, out);
    merge_units(pieces->report->text, out);
    merge_list_numbers(pieces->report->text, out);
    read_dashes(pieces, out);
    if (fold_tokens(pieces, line, out) < 0 || merge_labels(pieces, line, out) < 0 ||
        merge_parts(pieces, line, out) < 0)
        return -1;
    while (out->ntexts < out->nitems && !is_value(out->items[out->ntexts].shape))
        out->ntexts++;
    for (size_t i = out->ntexts; i < out->nitems; i++)
        out->nvalues += is_value(out->items[i].shape);
    return 1;
}

/* Whether some blank stands between two texts of the line, which is one piece. */
static bool has_inner_blank(const struct pieces *pieces, const struct piece_line *line)
{
    struct slice text = report_slice(pieces->report, line->span);
    struct slice inside = cell_trim(text);
    uint32_t start = line->span.start + (uint32_t)(inside.ptr - text.ptr);
    uint32_t end = start + (uint32_t)inside.nbytes;
    for (uint32_t at = line->blank < start ? start : line->blank; at < end; at++)
        if (bars_blank_size(slice_make(pieces->report->text + at, end - at)))
            return true;
    return false;
}

/* A line that may be a row at all: short, of one piece, with blanks inside. */
static inline bool is_candidate(const struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    if (line->npieces != 1 || line->blank >= line->span.end)
        return false; /* as nearly all are */
    return !line->markup && !line->is_blank && !line->is_run &&
           line->span.end - line->span.start <= MOST_LINE_NBYTES && has_inner_blank(pieces, line);
}

/* Whether a blank, wide or not, ends where `at` is. */
static bool is_behind_blank(struct slice text, size_t at)
{
    unsigned char last = (unsigned char)text.ptr[at - 1];
    if (last < 0x80 || last > 0xA0)
        return last <= ' ';
    if (at < 2 || (text.ptr[at - 2] != '\xC2' && text.ptr[at - 2] != '\x80'))
        return false; /* as in most ideographs */
    for (size_t n = 1; n <= 3 && n <= at; n++)
        if (bars_blank_size(slice_make(text.ptr + at - n, n)) == n)
            return true;
    return false;
}

/* What stands behind the line's last blank. */
static struct slice last_word(const struct pieces *pieces, size_t index)
{
    struct slice text = cell_trim(report_slice(pieces->report, pieces->lines[index].span));
    size_t at = text.nbytes;
    while (at > 0 && !is_behind_blank(text, at))
        at--;
    return slice_make(text.ptr + at, text.nbytes - at);
}

static bool ends_in_value(const struct pieces *pieces, size_t index)
{
    return is_value(cell_shape(last_word(pieces, index)));
}

/* Whether the words end in a value, a dash of strokes or the note of one with blanks inside. */
static bool end_in_value(const struct pieces *pieces, size_t index, const struct tokens *tokens)
{
    if (tokens->nitems == 0 || ends_in_value(pieces, index))
        return tokens->nitems > 0;
    const struct token *last = &tokens->items[tokens->nitems - 1];
    return last->shape == SHAPE_MARK ||
           (last->shape == SHAPE_NUMBER && closes_note(report_slice(pieces->report, last->span)));
}

/* Labels of a table side by side, whole ones or pieces, and nothing else. Those of T2's
 * rows say nothing: sites have menus of them. */
static bool is_header(const struct pieces *pieces, const struct tokens *tokens)
{
    bool has_whole = false;
    for (size_t i = 0; i < tokens->nitems; i++) {
        if (tokens->items[i].shape != SHAPE_TEXT)
            return false;
        const struct label *label = labels_read(pieces->labels, tokens->items[i].text).label;
        has_whole = has_whole || label_of_kind(label, LABEL_COLUMN) ||
                    (label_of_kind(label, LABEL_ROW) && label_in_table(label, TABLE_T3));
        if (!label && !is_part(pieces, tokens->items[i].text))
            return false;
    }
    return has_whole && tokens->nitems > 1;
}

/* A line that may hold what shows that rows are printed between blanks. */
static inline bool is_telling(const struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    if (!is_candidate(pieces, index))
        return false;
    return line->span.end - line->span.start <= MOST_HEADER_NBYTES || ends_in_value(pieces, index);
}

/* Whether the line may end like a header, or in a value: in a label or the end of one, unless
 * some note stands behind it. Most lines are told by this, without a look at all their words. */
static int may_tell(const struct pieces *pieces, size_t index)
{
    struct slice word = last_word(pieces, index);
    struct fold line = report_line_fold(pieces->report, index), fold;
    if (cell_shape(word) != SHAPE_TEXT || memchr(line.text, '(', line.nbytes))
        return 1;
    uint32_t start = (uint32_t)(word.ptr - pieces->report->text);
    if (pieces_fold(pieces, index, (struct span){start, start + (uint32_t)word.nbytes}, &fold) < 0)
        return -1;
    struct slice text = slice_make(fold.text, fold.nbytes);
    return is_part(pieces, text) || labels_read(pieces->labels, text).label;
}

/* 予以公开: most of a row's label, which lost its numeral. */
static bool is_bare_label(const struct pieces *pieces, struct slice text)
{
    char key[KEY_NBYTES];
    return text.nbytes >= LEAST_BARE_NBYTES && text.nbytes <= sizeof key &&
           labels_contain(pieces->labels, TABLE_T3, slice_make(key, label_key(text, key)));
}

/* How much the line says that rows are printed between blanks here, and whether it is of two
 * figures. */
static int weigh(const struct pieces *pieces, size_t index, unsigned *evidence, bool *has_pairs)
{
    struct tokens tokens;
    int result = may_tell(pieces, index);
    result = result > 0 ? read_tokens(pieces, index, &tokens) : result;
    if (result <= 0)
        return result;
    if (is_header(pieces, &tokens)) {
        ++*evidence;
        return 0;
    }
    if (!end_in_value(pieces, index, &tokens))
        return 0;
    if (tokens.ntexts == 0) {
        *evidence += tokens.nvalues >= 2 * MANY_VALUES ? 2 : tokens.nvalues >= MANY_VALUES;
        *has_pairs = *has_pairs || tokens.nitems == 2;
        return 0;
    }
    for (size_t i = 0; i < tokens.ntexts; i++)
        if (label_of_kind(labels_read(pieces->labels, tokens.items[i].text).label, LABEL_ROW) ||
            (tokens.nvalues >= MANY_VALUES && is_bare_label(pieces, tokens.items[i].text))) {
            ++*evidence;
            break;
        }
    return 0;
}

static bool is_sentence(const struct pieces *pieces, const struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->nitems; i++) {
        struct slice text = report_slice(pieces->report, tokens->items[i].span);
        if (slice_contains(text, "。") || slice_contains(text, "；"))
            return true;
    }
    return false;
}

/* A label, or a piece of one, with or without a note behind it. */
static bool is_known(const struct pieces *pieces, struct slice text)
{
    return is_part(pieces, text) || (text.nbytes > 0 && memchr(text.ptr, '(', text.nbytes) &&
                                     labels_read(pieces->labels, text).label);
}

static bool is_row(const struct pieces *pieces, size_t index, const struct tokens *tokens,
                   bool after_row)
{
    size_t nparts = 0;
    if (is_sentence(pieces, tokens))
        return false;
    if (tokens->nvalues > 1 || (tokens->nvalues > 0 && after_row))
        return true;
    if (tokens->nvalues > 0 && tokens->ntexts == 1 &&
        tokens->items[1].blanks > MOST_BLANKS_INSIDE &&
        (line_is_in_note(pieces, index, tokens->items[0].text) ||
         labels_distance_folded(pieces->labels, tokens->items[0].text) < UINT_MAX))
        return true;
    size_t least = tokens->nvalues > 0 ? 1 : (tokens->nitems + 1) / 2;
    for (size_t i = 0; i < tokens->ntexts && nparts < least; i++)
        nparts += is_known(pieces, tokens->items[i].text);
    return nparts >= least;
}

/* Half labels side by side may look like a heading: 三、本 beside another's end. */
static bool is_all_parts(const struct pieces *pieces, const struct tokens *tokens)
{
    for (size_t i = 0; i < tokens->nitems; i++)
        if (tokens->items[i].shape != SHAPE_TEXT || !is_part(pieces, tokens->items[i].text))
            return false;
    return true;
}

/* Labels far apart, and perhaps words that are none: a header's line with a column of its own. */
static bool is_all_apart(const struct pieces *pieces, const struct tokens *tokens)
{
    enum { LEAST_LABELS = 2 };
    size_t nlabels = 0;
    for (size_t i = 0; i < tokens->nitems; i++) {
        const struct token *token = &tokens->items[i];
        if (token->shape != SHAPE_TEXT || (i > 0 && token->blanks <= MOST_BLANKS_INSIDE))
            return false;
        nlabels += labels_read(pieces->labels, token->text).label != NULL;
    }
    return nlabels >= LEAST_LABELS;
}

/* Dashes for values look like a rule, or like a page number when one is none; a
 * page number has no wide gaps. */
static bool is_all_values(const struct tokens *tokens)
{
    bool apart = tokens->nitems > 1;
    for (size_t i = 0; i < tokens->nitems; i++) {
        if (!is_value(tokens->items[i].shape))
            return false;
        apart = apart && (i == 0 || tokens->items[i].blanks > MOST_BLANKS_INSIDE);
    }
    return apart || tokens->nitems >= MANY_VALUES;
}

static bool is_cut(const struct pieces *pieces, size_t index, const struct tokens *tokens,
                   bool after_row)
{
    const struct piece_line *line = &pieces->lines[index];
    bool values = end_in_value(pieces, index, tokens);
    const struct piece *whole = &pieces->items[line->first];
    if (tokens->nitems < 2 || (whole->is_noise && !is_all_values(tokens)))
        return false;
    if ((whole->hit.label || line->is_heading) && !values && !is_all_parts(pieces, tokens) &&
        !is_all_apart(pieces, tokens))
        return false;
    return is_row(pieces, index, tokens, after_row);
}

static int recut(struct pieces *pieces, size_t index, bool *after_row)
{
    struct piece_line *line = &pieces->lines[index];
    struct tokens tokens;
    if (!is_candidate(pieces, index)) {
        *after_row = line->is_blank && *after_row;
        return 0;
    }
    int result = read_tokens(pieces, index, &tokens);
    *after_row = result > 0 && is_cut(pieces, index, &tokens, *after_row);
    if (!*after_row)
        return result < 0 ? -1 : 0;
    pieces_begin(pieces, index);
    line->by_blanks = true;
    line->is_heading = false;
    for (size_t i = 0; i < tokens.nitems; i++) {
        if (pieces_add(pieces, index, tokens.items[i].span) < 0)
            return -1;
        pieces->items[pieces->nitems - 1].blanks = tokens.items[i].blanks;
    }
    pieces_end(pieces, index);
    return 0;
}

int blanks_cut(struct pieces *pieces)
{
    unsigned evidence = 0;
    bool has_pairs = false;
    size_t nlines = pieces->report->nlines;
    for (size_t i = 0; i < nlines && evidence < LEAST_EVIDENCE; i++)
        if (is_telling(pieces, i) && weigh(pieces, i, &evidence, &has_pairs) < 0)
            return -1;
    if (evidence < LEAST_EVIDENCE)
        return blanks_cut_pairs(pieces, has_pairs, evidence > 0);
    bool after_row = false;
    for (size_t i = 0; i < nlines && i < MOST_LINES; i++)
        if (recut(pieces, i, &after_row) < 0)
            return -1;
    return 0;
}
