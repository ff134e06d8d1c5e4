#include "piece_words.h"

#include <string.h>

#include "align.h"
#include "bars.h"
#include "form_private.h"
#include "gouji/base/ascii.h"
#include "words.h"

enum { LEAST_HEADING_NBYTES = 9, NUMERAL_NBYTES = 3 };

static const char *const numerals[] = {"一", "二", "三", "四", "五", "六", "七", "八", "九", "十"};

/* A dash, a dot in the middle or a tilde. */
static bool is_page_mark(int32_t point)
{
    return point == '-' || point == '~' || point == 0xB7 || point == 0x2022 || point == 0x30FB ||
           (point >= 0x2010 && point <= 0x2015);
}

/* -3-, — 4 — and · 5 ·: digits between marks. */
static bool is_marked_number(struct slice text)
{
    size_t ndigits = 0;
    int32_t point = 0;
    for (size_t at = 0, n; at < text.nbytes; at += n) {
        point = text_next(text.ptr + at, text.nbytes - at, &n);
        bool digit = ascii_is_digit(point);
        if ((!digit && !is_page_mark(point)) || (at == 0 && digit))
            return false;
        ndigits += digit;
    }
    return ndigits > 0 && ndigits < 5 && is_page_mark(point);
}

bool piece_is_noise(struct slice text)
{
    size_t n = text.nbytes;
    unsigned char first = n > 0 ? (unsigned char)*text.ptr : '0';
    if (ascii_is_digit(first))
        return false;
    if (first >= 0xE4 && first <= 0xE9) /* an ideograph */
        return n <= 40 && slice_has_prefix(text, slice_of("第")) &&
               memcmp(text.ptr + n - 3, "页", 3) == 0;
    return (n >= 3 && bars_is_rule(text)) || (n <= 24 && is_marked_number(text));
}

bool piece_is_dash(struct slice text)
{
    return slice_is(text, "---") || slice_is(text, "------");
}

bool piece_is_numbered(struct slice text)
{
    size_t n = 0;
    if (text.nbytes < 3 || text.ptr[0] != '(')
        return false;
    text_next(text.ptr + 1, text.nbytes - 1, &n);
    return n + 2 < text.nbytes && text.ptr[n + 1] == ')';
}

bool piece_is_bracketed_figure(struct slice text)
{
    size_t i = 0;
    while (i < text.nbytes && text.ptr[i] && strchr("0123456789.,() ", text.ptr[i]))
        i++;
    return i == text.nbytes;
}

/* The size of 一、 … 十二、 at the front, or 0. */
static size_t numeral_size(struct slice text)
{
    size_t at = 0;
    if (text.nbytes < 3 || (unsigned char)text.ptr[0] < 0xE4 || (unsigned char)text.ptr[0] > 0xE5)
        return 0; /* the first bytes of all the numerals */
    for (int digits = 0; digits < 3; digits++) {
        size_t i = text.nbytes - at < NUMERAL_NBYTES ? 10 : 0;
        while (i < 10 && memcmp(text.ptr + at, numerals[i], NUMERAL_NBYTES) != 0)
            i++;
        if (i == 10)
            break;
        at += NUMERAL_NBYTES;
    }
    struct slice rest = slice_make(text.ptr + at, text.nbytes - at);
    static const char *const stops[] = {"、", ".", ","};
    for (size_t i = 0; at > 0 && i < 3; i++)
        if (slice_has_prefix(rest, slice_of(stops[i])))
            return at + strlen(stops[i]);
    return 0;
}

static bool is_section_title(const struct pieces *pieces, struct slice text)
{
    const struct form_title *title = forms_title(pieces->report->forms, text);
    return title && title->text.nbytes == text.nbytes;
}

static bool has_keywords(const char *const *const *all_of, struct slice text)
{
    for (size_t i = 0; all_of[i]; i++) {
        size_t k = 0;
        while (all_of[i][k] && !slice_contains(text, all_of[i][k]))
            k++;
        if (!all_of[i][k])
            return false;
    }
    return all_of[0] != NULL;
}

static bool is_close(const char *norm, struct slice text, uint64_t mark)
{
    unsigned limit = align_tolerance(strlen(norm));
    return align_may_be_near(align_mark(slice_of(norm)), mark, limit) &&
           align_distance(slice_of(norm), text, limit) <= limit;
}

/* T3's rows 一、 to 四、 look like headings; their words tell. */
static bool is_row_like(const struct pieces *pieces, struct slice text)
{
    char key[PIECE_HEADING_NBYTES];
    size_t n = label_key(text, key);
    uint64_t mark = align_mark(text);
    if (labels_begin(pieces->labels, TABLE_COUNT, slice_make(key, n)))
        return true;
    for (size_t e = 0; e < forms_count(pieces->report->forms); e++) {
        const struct form_block *block =
            &forms_at(pieces->report->forms, e)->tables[TABLE_T3].blocks[0];
        for (size_t i = 0; i < block->nrows; i++)
            if (block->rows[i].parent < 0 && (has_keywords(block->rows[i].all_of, text) ||
                                              is_close(block->rows[i].norm, text, mark)))
                return true;
    }
    return false;
}

bool piece_is_heading(const struct pieces *pieces, const struct piece *piece)
{
    struct slice text = piece_text(piece);
    if (piece->hit.label || text.nbytes == 0 || text.nbytes >= PIECE_HEADING_NBYTES)
        return false;
    while (text.nbytes > 0 && (text.ptr[0] == '#' || text.ptr[0] == '*' || text.ptr[0] == '='))
        text = slice_make(text.ptr + 1, text.nbytes - 1);
    text = words_unbracket(text);
    size_t numeral = numeral_size(text);
    struct marker marker = {0};
    if (!numeral)
        marker = marker_read(text.ptr);
    size_t nmarker = numeral ? numeral : marker.nbytes;
    struct slice title = slice_make(text.ptr + nmarker, text.nbytes - nmarker);
    if (is_section_title(pieces, title))
        return true;
    if (marker.level == MARKER_SECTION) /* 第五部分 */
        numeral = nmarker;
    return numeral > 0 && title.nbytes >= LEAST_HEADING_NBYTES && !is_row_like(pieces, text);
}

/* 行政规范性文 above 件（行政机关: the label, which a line end broke, opens its note here. */
static bool opens_note(const struct pieces *pieces, const struct piece_line *above,
                       struct slice text)
{
    char both[PIECE_HEADING_NBYTES];
    struct slice front = piece_text(&pieces->items[above->first]);
    if (!words_open_bracket(text) || front.nbytes + text.nbytes > sizeof both)
        return false;
    char *end = mempcpy(mempcpy(both, front.ptr, front.nbytes), text.ptr, text.nbytes);
    return labels_read(pieces->labels, slice_make(both, (size_t)(end - both))).label != NULL;
}

bool line_is_in_note(const struct pieces *pieces, size_t index, struct slice own)
{
    enum { NOTE_LINES = 3 };
    if (index > 0 && opens_note(pieces, &pieces->lines[index - 1], own))
        return true;
    for (size_t n = 0; n < NOTE_LINES && index > 0 && !pieces->lines[index - 1].is_blank; n++) {
        const struct piece_line *above = &pieces->lines[--index];
        struct slice text = piece_text(&pieces->items[above->first]);
        if (words_close_bracket(text))
            return false;
        if (words_open_bracket(text))
            return labels_read(pieces->labels, text).label != NULL;
    }
    return false;
}
