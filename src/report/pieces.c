#include "pieces.h"

#include <limits.h>
#include <string.h>

#include "bars.h"
#include "blanks.h"
#include "colons.h"
#include "csv.h"
#include "folios.h"
#include "form_private.h"
#include "gouji/base/ascii.h"
#include "gouji/base/map.h"
#include "indent.h"
#include "pagination.h"
#include "piece_words.h"
#include "touching.h"
#include "wiki.h"

enum {
    LEAST_DISTINCT = 40,
    LEAST_PIECES = 64,
    MANY_PIECES = 2, /* a line: room that is not touched costs nothing */
};

static bool is_line_end(char byte)
{
    return byte == '\n' || byte == '\r';
}

static int add_field(struct pieces *pieces, size_t index, size_t start, size_t end)
{
    uint32_t base = pieces->lines[index].span.start;
    struct span field = {base + (uint32_t)start, base + (uint32_t)end};
    return pieces_add(pieces, index, field);
}

static int cut_at_bars(struct pieces *pieces, size_t index, const struct cuts *cuts)
{
    const struct piece_line *line = &pieces->lines[index];
    size_t at = 0;
    for (size_t i = 0; i < cuts->nbars; i++) {
        if (add_field(pieces, index, at, cuts->bars[i].at) < 0)
            return -1;
        at = cuts->bars[i].at + cuts->bars[i].nbytes;
    }
    return add_field(pieces, index, at, line->span.end - line->span.start);
}

static int cut_at_tabs(struct pieces *pieces, size_t index, size_t ntabs)
{
    struct slice text = report_slice(pieces->report, pieces->lines[index].span);
    size_t at = 0;
    for (; ntabs > 0; ntabs--) {
        const char *tab = memchr(text.ptr + at, '\t', text.nbytes - at);
        size_t stop = tab ? (size_t)(tab - text.ptr) : text.nbytes;
        if (add_field(pieces, index, at, stop) < 0)
            return -1;
        at = stop + 1;
    }
    return add_field(pieces, index, at, text.nbytes);
}

/* What stands on a line by itself, as far as it tells whether tabs part cells. */
enum tab_line { LINE_BLANK, LINE_TABS, LINE_FIGURES, LINE_WORDS };

/* - 9 -: a page's, among the cells. */
static bool is_page_line(struct slice line)
{
    line = cell_trim(line);
    return line.nbytes > 2 && line.ptr[0] == '-' && line.ptr[line.nbytes - 1] == '-';
}

static enum tab_line kind_of_line(struct slice line)
{
    bool tab = false, figure = false;
    for (size_t i = 0; i < line.nbytes; i++) {
        if ((line.ptr[i] & 0x80 && memcmp(line.ptr + i, "\xc2\xa0", 2) != 0))
            return LINE_WORDS;
        i += (line.ptr[i] & 0x80) != 0;
        tab = tab || line.ptr[i] == '\t';
        figure = figure || ascii_is_digit(line.ptr[i]);
    }
    return figure ? LINE_FIGURES : tab ? LINE_TABS : LINE_BLANK;
}

/* Tells whether lone tabs part cells that stand a line each, as a browser copies cells with
 * paragraphs in them: the words of headers have just one between, and no two figures have
 * none. Elsewhere a lone tab is a blank cell, which no header has. */
static void find_parting_tabs(struct pieces *pieces)
{
    enum { LEAST_PAIRS = 12 };
    enum tab_line last = LINE_BLANK;
    size_t npairs = 0, ntabs = 0;
    uint32_t nblanks = 0;
    pieces->tab_gap = UINT32_MAX;
    for (size_t i = 0; i < pieces->report->nlines; i++) {
        struct slice line = report_slice(pieces->report, pieces->lines[i].span);
        enum tab_line kind = kind_of_line(line);
        if (kind == LINE_BLANK) {
            nblanks++;
            continue;
        }
        if (kind == LINE_FIGURES && is_page_line(line))
            continue;
        bool has_tab = kind == LINE_FIGURES && memchr(line.ptr, '\t', line.nbytes) != NULL;
        if (kind == LINE_FIGURES && last == LINE_FIGURES && ntabs == 0 && !has_tab)
            return;
        npairs += kind == LINE_WORDS && last == LINE_WORDS && ntabs == 1;
        if ((kind == LINE_TABS) != (ntabs > 0) && nblanks < pieces->tab_gap)
            pieces->tab_gap = nblanks;
        ntabs = kind == LINE_TABS ? ntabs + line.nbytes : 0;
        last = kind == LINE_TABS ? last : kind;
        nblanks = 0;
    }
    pieces->tabs_part_cells = npairs >= LEAST_PAIRS;
}

/* Whether tabs stand only at the ends of lines, as where each ends a cell, and a line end
 * stands behind it, or on lines of their own between the cells. A lone tab is a blank cell
 * there, and a blank cell elsewhere. */
static bool tabs_end_cells(struct pieces *pieces)
{
    const struct report *report = pieces->report;
    enum { LEAST_CELLS = 20, TIMES_MORE = 10 };
    size_t nends = 0, nlone = 0, nwide = 0, nothers = 0;
    const char *end = report->text + report->text_nbytes;
    for (const char *at = report->text, *tab;
         at < end && (tab = memchr(at, '\t', (size_t)(end - at))) != NULL;) {
        for (at = tab + 1; at < end && *at == '\t';)
            at++;
        bool is_last = at == end || is_line_end(*at);
        bool is_first = tab == report->text || is_line_end(tab[-1]);
        bool is_wide = at > tab + 1;
        nlone += is_first && is_last;
        nwide += is_first && is_last && is_wide;
        nends += is_last && !is_first && !is_wide;
        nothers += !is_last || (is_wide && !is_first);
    }
    if (nends >= LEAST_CELLS)
        return nends >= TIMES_MORE * (nothers + nwide);
    if (nlone >= LEAST_CELLS && nlone >= TIMES_MORE * (nothers + nends))
        find_parting_tabs(pieces);
    return pieces->tabs_part_cells;
}

/* A row has no more bars than one may have, and its tabs do not outnumber them. */
static bool is_row_of_bars(const struct piece_line *line, const struct cuts *cuts)
{
    return cuts->nbars > 0 && cuts->nbars <= BARS_MOST && 2 * cuts->nbars >= cuts->ntabs &&
           !line->markup;
}

static int cut_fields(struct pieces *pieces, size_t index, const struct cuts *cuts)
{
    struct piece_line *line = &pieces->lines[index];
    line->is_barred = is_row_of_bars(line, cuts);
    if (line->is_barred)
        return cut_at_bars(pieces, index, cuts);
    bool lone = cuts->ntabs > 1 && cuts->ntabs == line->span.end - line->span.start;
    line->is_barred = (cuts->ntabs == 1 || lone) && pieces->tabs_end_cells && !line->markup;
    pieces->has_bars = pieces->has_bars || line->is_barred;
    return cut_at_tabs(pieces, index, cuts->ntabs);
}

static int cut_separated(struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    struct slice text = report_slice(pieces->report, line->span);
    bool in_quotes = line->in_quotes;
    for (size_t at = 0, stop; at <= text.nbytes; at = stop + 1) {
        stop = csv_next(text, at, line->delimiter, &in_quotes);
        struct slice field = csv_field(slice_make(text.ptr + at, stop - at), line->delimiter);
        uint32_t start = (uint32_t)(field.ptr - pieces->report->text);
        if (pieces_add(pieces, index, (struct span){start, start + (uint32_t)field.nbytes}) < 0)
            return -1;
    }
    pieces->items[pieces->nitems - 1].goes_on = in_quotes;
    return 0;
}

/* Where the lines start and end; a line is part of a longer one where no line end stands
 * before it or behind it. */
static int find_lines(struct pieces *pieces)
{
    const struct report *report = pieces->report;
    bool goes_on = false;
    pieces->lines = arena_raw(pieces->arena, report->nlines * sizeof *pieces->lines);
    for (size_t i = 0; pieces->lines && i < report->nlines; i++) {
        uint32_t start = report->lines[i];
        uint32_t next = i + 1 < report->nlines ? report->lines[i + 1] : report->text_nbytes;
        uint32_t end = next - (report->text[next - 1] == '\n');
        while (end > start && is_line_end(report->text[end - 1]))
            end--;
        bool was_going_on = goes_on;
        goes_on = false;
        if (end == next && end < report->text_nbytes) {
            goes_on = true;
            end -= report->text[end - 1] == '\t'; /* that the paragraph was cut at */
        }
        pieces->lines[i] = (struct piece_line){
            .span = {start, end},
            .is_run = was_going_on || goes_on,
            .markup = report->markup ? report_markup_row(report, start) : NULL,
        };
    }
    return pieces->lines ? 0 : -1;
}

/* A number or nothing, alone or before a bar, as cells that stand one a line mostly are: the
 * bytes of the number, and whether a bar ends the line. */
static bool is_value_line(struct slice text, struct slice *number, bool *is_barred)
{
    enum { MOST_DIGITS = 9 };
    size_t first = 0;
    while (first < text.nbytes && text.ptr[first] == ' ')
        first++;
    size_t end = first;
    while (end < text.nbytes && ascii_is_digit(text.ptr[end]))
        end++;
    size_t at = end;
    while (at < text.nbytes && text.ptr[at] == ' ')
        at++;
    *number = slice_make(text.ptr + first, end - first);
    *is_barred = at < text.nbytes && text.ptr[at] == '|';
    return at + *is_barred == text.nbytes && end - first <= MOST_DIGITS;
}

/* Cuts such a line: its fold begins with the number. */
static int cut_value(struct pieces *pieces, size_t index, struct slice number, bool is_barred)
{
    struct piece_line *line = &pieces->lines[index];
    uint32_t first = (uint32_t)(number.ptr - pieces->report->text);
    uint32_t end = first + (uint32_t)number.nbytes;
    bool is_filled = number.nbytes > 0, is_spaced = is_filled && pieces->report->text[end] == ' ';
    line->first = (uint32_t)pieces->nitems;
    struct piece *piece = pieces_next(pieces);
    if (!piece)
        return -1;
    *piece = (struct piece){.span = {first, end}};
    if (is_filled) {
        piece->shape = SHAPE_NUMBER;
        piece->folded = pieces->report->folded.text + pieces->report->folds[index];
        piece->nfolded = (uint32_t)number.nbytes;
    }
    if (is_barred) {
        piece = pieces_next(pieces);
        if (!piece)
            return -1;
        *piece = (struct piece){.span = {line->span.end, line->span.end}};
    }
    line->blank = is_spaced ? end : line->span.end;
    line->is_barred = is_barred;
    line->is_blank = !is_barred && !is_filled;
    line->npieces = 1 + is_barred;
    line->nfilled = is_filled;
    line->head = is_filled ? line->first : 0;
    line->shapes = (uint8_t)((is_filled ? piece_shape_bit(SHAPE_NUMBER) : 0) |
                             (is_filled && !is_barred ? 0 : piece_shape_bit(SHAPE_EMPTY)));
    pieces->has_bars = pieces->has_bars || is_barred;
    return 0;
}

/* Cuts a line of nothing, as stand between cells that stand one a line. */
static int cut_nothing(struct pieces *pieces, size_t index)
{
    struct piece_line *line = &pieces->lines[index];
    line->first = (uint32_t)pieces->nitems;
    struct piece *piece = pieces_next(pieces);
    if (!piece)
        return -1;
    *piece = (struct piece){.span = line->span};
    line->npieces = 1;
    line->shapes = (uint8_t)piece_shape_bit(SHAPE_EMPTY);
    line->blank = line->span.end;
    line->is_blank = true;
    return 0;
}

/* *cuts is room for what is found in the line. */
static int cut_line(struct pieces *pieces, size_t index, struct cuts *cuts)
{
    struct piece_line *line = &pieces->lines[index];
    struct slice text = report_slice(pieces->report, line->span), number;
    bool is_barred, is_plain = !line->delimiter && !line->markup && !line->wiki;
    if (is_plain && text.nbytes == 0)
        return cut_nothing(pieces, index);
    if (is_plain && is_value_line(text, &number, &is_barred))
        return cut_value(pieces, index, number, is_barred);
    bars_find(text, cuts);
    line->blank = line->span.start + (uint32_t)cuts->blank;
    pieces->has_bars = pieces->has_bars || cuts->nbars > 0;
    pieces_begin(pieces, index);
    if ((line->wiki        ? wiki_cut(pieces, index)
         : line->delimiter ? cut_separated(pieces, index)
                           : cut_fields(pieces, index, cuts)) < 0)
        return -1;
    pieces_end(pieces, index);
    line->is_blank = line->npieces == 1 && line->nfilled == 0;
    const struct piece *only = line_only_text(pieces, line);
    line->is_heading = only && only->shape == SHAPE_TEXT && piece_is_heading(pieces, only);
    return 0;
}

/* The text that a line begins with, figures behind it or not, where it may be a label's half. */
static const struct piece *first_text(const struct pieces *pieces, const struct piece_line *line)
{
    const struct piece *piece = line->nfilled > 0 ? &pieces->items[line->head] : NULL;
    bool is_half = piece && piece->shape == SHAPE_TEXT && !piece->hit.label;
    return is_half ? piece : line_only_text(pieces, line);
}

/* 四、转结下年 / 度继续办理: the half of a row's label, even of a misprinted one. */
static void unmark_halves(struct pieces *pieces)
{
    char text[2 * PIECE_HEADING_NBYTES];
    for (size_t i = 0; i + 1 < pieces->report->nlines; i++) {
        size_t next = i + 1;
        if (!pieces->lines[i].is_heading)
            continue;
        while (next < pieces->report->nlines && pieces->lines[next].is_blank)
            next++;
        const struct piece *a = line_only_text(pieces, &pieces->lines[i]);
        const struct piece *b =
            next < pieces->report->nlines ? first_text(pieces, &pieces->lines[next]) : NULL;
        if (!a || !b || a->nfolded + b->nfolded > sizeof text)
            continue;
        char *end =
            mempcpy(mempcpy(text, piece_text(a).ptr, a->nfolded), piece_text(b).ptr, b->nfolded);
        struct slice both = slice_make(text, (size_t)(end - text));
        if (labels_distance_folded(pieces->labels, both) < UINT_MAX)
            pieces->lines[i].is_heading = false;
    }
}

/* Neither empty nor prose: such lines are repeated in tables. */
static bool is_short(const struct pieces *pieces, const struct piece_line *line)
{
    const struct piece *piece = &pieces->items[line->first];
    return piece->shape != SHAPE_EMPTY && !piece->is_prose;
}

static bool has_many_single(const struct pieces *pieces)
{
    size_t n = 0;
    for (size_t i = 0; i < pieces->report->nlines && n < LEAST_DISTINCT; i++)
        n += pieces->lines[i].npieces == 1 && is_short(pieces, &pieces->lines[i]);
    return n >= LEAST_DISTINCT;
}

/* Whether some short line is the same as the one before it, as neighbouring cells often are. */
static bool has_equal_neighbours(const struct pieces *pieces)
{
    struct slice before = {NULL, 0};
    for (size_t i = 0; i < pieces->report->nlines; i++) {
        const struct piece_line *line = &pieces->lines[i];
        if (!is_short(pieces, line))
            continue;
        struct slice text = report_slice(pieces->report, line->span);
        if (text.nbytes == before.nbytes && slice_equal(text, before))
            return true;
        before = text;
    }
    return false;
}

/* Some sites drop every line that was there before. Any table with a cell a line
 * has such lines, so a text of many lines without any has lost them. */
static int find_repeats(struct pieces *pieces)
{
    if (!has_many_single(pieces) || has_equal_neighbours(pieces))
        return 0;
    struct map *seen = map_new();
    bool repeats = false;
    int result = seen ? 0 : -1;
    for (size_t i = 0; i < pieces->report->nlines && result == 0 && !repeats; i++) {
        const struct piece_line *line = &pieces->lines[i];
        if (!is_short(pieces, line))
            continue;
        struct slice text = report_slice(pieces->report, line->span); /* blanks round it count */
        repeats = map_get(seen, text) != NULL;
        result = map_set(seen, text, pieces->lines + i);
    }
    map_free(seen);
    pieces->is_deduped = !repeats;
    return result;
}

/* Every line is matched with something, most of them by several stages. */
static int fold_lines(struct report *report, const struct pieces *pieces)
{
    uint32_t *at = arena_raw(report->arena, (report->nlines + 1) * sizeof *at);
    struct span *lines = arena_raw(pieces->arena, report->nlines * sizeof *lines);
    if (!at || !lines)
        return -1;
    for (size_t i = 0; i < report->nlines; i++)
        lines[i] = report->padding ? report_line_span(report, i) : pieces->lines[i].span;
    report->folds = at;
    return fold_spans(report->arena, report->text, lines, report->nlines, FOLD_LABEL,
                      &report->folded, at);
}

int pieces_cut(struct report *report, struct arena *arena, struct pieces *out, struct err *err)
{
    struct cuts cuts;
    *out = (struct pieces){.report = report, .labels = forms_labels(report->forms), .arena = arena};
    if (find_lines(out) < 0 || csv_mark(report, arena, out->lines) < 0)
        return err_set_nomem(err);
    indent_leave_out(report, out->lines);
    if (fold_lines(report, out) < 0)
        return err_set_nomem(err);
    wiki_mark(report, out->lines);
    out->folios = arena_array(arena, 1, sizeof *out->folios);
    out->tabs_end_cells = tabs_end_cells(out);
    out->capacity = MANY_PIECES * report->nlines + LEAST_PIECES;
    out->items = arena_raw(arena, out->capacity * sizeof *out->items);
    if (!out->items || !out->folios)
        return err_set_nomem(err);
    for (size_t i = 0; i < report->nlines; i++)
        if (cut_line(out, i, &cuts) < 0)
            return err_set_nomem(err);
    unmark_halves(out);
    if (find_repeats(out) < 0)
        return err_set_nomem(err);
    out->has_feeds = memchr(report->text, '\f', report->text_nbytes) != NULL;
    pagination_note(out);
    return colons_cut(out) < 0 || touching_cut(out) < 0 || blanks_cut(out) < 0 ? err_set_nomem(err)
                                                                               : 0;
}
