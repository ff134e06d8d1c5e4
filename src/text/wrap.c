#include "gouji/text/wrap.h"

#include <stdbool.h>
#include <stdlib.h>
#include <unigbrk.h>
#include <unilbrk.h>

#include "gouji/base/vec.h"
#include "gouji/text/decode.h"
#include "gouji/text/width.h"

/* What may happen before a byte of the line. */
enum {
    BREAK_LINE = 1,    /* a row may end here */
    BREAK_CLUSTER = 2, /* in need: no grapheme cluster is cut */
};

static bool is_ideograph(uint32_t c)
{
    return c >= 0x4E00 && c <= 0x9FFF;
}

static bool is_one_of(uint32_t c, const uint32_t *list)
{
    while (*list && *list != c)
        list++;
    return *list != 0;
}

/* Never at the start of a row. */
static bool is_closer(uint32_t c)
{
    static const uint32_t list[] = {U'、', U'。', U'，', U'！', U'？', U'；', U'：',
                                    U'”',  U'’',  U'）', U'》', U'〉', U'】', U'」',
                                    U'』', U'〕', U'…',  U'—',  U'·',  U'％', 0};
    return !is_ideograph(c) && is_one_of(c, list);
}

/* Never at the end of a row. */
static bool is_opener(uint32_t c)
{
    static const uint32_t list[] = {U'“', U'‘', U'（', U'《', U'〈', U'【', U'「', U'『', U'〔', 0};
    return !is_ideograph(c) && is_one_of(c, list);
}

static bool is_quote(uint32_t c)
{
    return c == U'“' || c == U'‘' || c == U'”' || c == U'’';
}

static bool is_digit(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= U'０' && c <= U'９');
}

/* Measure words and signs that stay with the number before them. */
static bool is_unit(uint32_t c)
{
    static const uint32_t list[] = {U'件', U'条', U'项', U'份', U'个', U'次', U'年', U'月',
                                    U'日', U'万', U'亿', U'元', U'名', U'人', U'家', U'篇',
                                    U'期', U'场', U'%',  U'％', U'‰',  U'℃',  0};
    return is_one_of(c, list);
}

static bool is_blank(uint32_t c)
{
    return c == ' ' || c == '\t' || c == 0x3000;
}

/* Three neighbours decide, the last of them after the break. */
struct context {
    uint32_t before, last, next;
};

/* UAX 14 leaves quotation marks glued to both neighbours; between ideographs
 * they open and close like brackets. */
static bool may_break(bool standard, const struct context *at)
{
    if (is_blank(at->next))
        return false;
    if (is_closer(at->next) || is_opener(at->last))
        return is_blank(at->last);
    if (is_digit(at->last) && is_unit(at->next))
        return false;
    if (at->next == U'元' && (at->last == U'万' || at->last == U'亿') && is_digit(at->before))
        return false;
    bool wide = width_code_point(at->last) == 2 && width_code_point(at->next) == 2;
    bool opens = is_quote(at->next) && (width_code_point(at->last) == 2 || is_closer(at->last));
    bool closes = is_quote(at->last) && (width_code_point(at->next) == 2 || is_opener(at->next));
    return standard || opens || closes || (wide && is_closer(at->last));
}

/* Fills in the breaks of the whole line, one byte for each of its bytes. */
static void mark_breaks(struct slice line, char *breaks, char *clusters)
{
    const uint8_t *bytes = (const uint8_t *)line.ptr;
    u8_possible_linebreaks(bytes, line.nbytes, "UTF-8", breaks);
    u8_grapheme_breaks(bytes, line.nbytes, clusters);
    struct context at = {0, 0, 0};
    for (size_t i = 0, used; i < line.nbytes; i += used) {
        int32_t c = text_next(line.ptr + i, line.nbytes - i, &used);
        at = (struct context){at.last, at.next, c < 0 ? 0xFFFD : (uint32_t)c};
        bool standard = breaks[i] == UC_BREAK_POSSIBLE || breaks[i] == UC_BREAK_MANDATORY;
        bool row = i > 0 && clusters[i] && may_break(standard, &at);
        breaks[i] = (char)((row ? BREAK_LINE : 0) | (clusters[i] ? BREAK_CLUSTER : 0));
        for (size_t k = 1; k < used; k++)
            breaks[i + k] = 0;
    }
}

static bool glyph_is_blank(const char *at, size_t nbytes)
{
    size_t used;
    int32_t c = text_next(at, nbytes, &used);
    return used == nbytes && c >= 0 && is_blank((uint32_t)c);
}

/* The end of the row that starts at `start`. Blanks hang over the edge. */
static size_t row_end(struct slice line, const char *breaks, size_t start, int ncols)
{
    size_t opportunity = 0, cluster = 0;
    int used = 0, wide;
    for (size_t i = start, nbytes; i < line.nbytes; i += nbytes) {
        if (i > start && (breaks[i] & BREAK_LINE))
            opportunity = i;
        if (i > start && (breaks[i] & BREAK_CLUSTER))
            cluster = i;
        nbytes = width_glyph(slice_make(line.ptr + i, line.nbytes - i), used, &wide);
        bool blank = glyph_is_blank(line.ptr + i, nbytes);
        if (wide > ncols - used && !blank) {
            if (opportunity)
                return opportunity;
            if (cluster)
                return cluster;
            return i > start ? i : i + nbytes;
        }
        used = wide > ncols - used ? ncols : used + wide;
    }
    return line.nbytes;
}

static int fill_rows(struct slice line, const char *breaks, int ncols, struct wrap_row **rows,
                     size_t *nrows)
{
    struct wrap_row *list = NULL;
    size_t count = 0, capacity = 0, start = 0;
    do {
        if (vec_room(&list, &capacity, count, sizeof *list) != 0) {
            free(list);
            return -1;
        }
        size_t end = row_end(line, breaks, start, ncols);
        list[count++] = (struct wrap_row){start, end};
        start = end;
    } while (start < line.nbytes);
    *rows = list;
    *nrows = count;
    return 0;
}

static int one_row(struct slice line, struct wrap_row **rows, size_t *nrows, struct err *err)
{
    struct wrap_row *row = malloc(sizeof *row);
    if (!row)
        return err_set_nomem(err);
    *row = (struct wrap_row){0, line.nbytes};
    *rows = row;
    *nrows = 1;
    return 0;
}

int wrap_line(struct slice line, int ncols, struct wrap_row **rows, size_t *nrows, struct err *err)
{
    ncols = ncols < 2 ? 2 : ncols;
    if (width_within(line, ncols)) /* as most lines of tables are */
        return one_row(line, rows, nrows, err);
    char *breaks = malloc(line.nbytes + 1);
    char *clusters = malloc(line.nbytes + 1);
    int rc = -1;
    if (breaks && clusters) {
        mark_breaks(line, breaks, clusters);
        rc = fill_rows(line, breaks, ncols, rows, nrows);
    }
    free(breaks);
    free(clusters);
    return rc == 0 ? 0 : err_set_nomem(err);
}
