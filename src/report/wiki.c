#include "wiki.h"

#include <string.h>

#include "bars.h"
#include "gouji/base/ascii.h"

/* The line begins with the mark, but for blanks: what stands behind it. NULL: it does not. */
static const char *behind(struct slice line, const char *mark)
{
    size_t at = 0;
    size_t n = strlen(mark);
    while (at < line.nbytes && line.ptr[at] == ' ')
        at++;
    return line.nbytes - at >= n && memcmp(line.ptr + at, mark, n) == 0 ? line.ptr + at + n : NULL;
}

/* |- and |+ mark a row and a caption, but with a digit behind them they are cells. */
static bool is_marked(struct slice line, const char *mark)
{
    const char *rest = behind(line, mark);
    return rest && (rest == line.ptr + line.nbytes || !ascii_is_digit(*rest));
}

static enum wiki_line kind_of(struct slice line)
{
    if (behind(line, "{|") || behind(line, "|}"))
        return WIKI_FRAME;
    if (is_marked(line, "|-"))
        return WIKI_ROW;
    if (is_marked(line, "|+"))
        return WIKI_CAPTION;
    return behind(line, "|") || behind(line, "!") ? WIKI_CELLS : WIKI_MORE;
}

/* The line that ends the table which begins at `first`; nlines: none does. */
static size_t end_of(const struct report *report, const struct piece_line *lines, size_t first)
{
    size_t i = first + 1;
    while (i < report->nlines && !behind(report_slice(report, lines[i].span), "|}"))
        i = behind(report_slice(report, lines[i].span), "{|") ? report->nlines : i + 1;
    return i;
}

static bool has_frame(const struct report *report)
{
    const char *end = report->text + report->text_nbytes;
    const char *at = report->text;
    while (at < end && (at = memchr(at, '{', (size_t)(end - at))) != NULL && at + 1 < end &&
           at[1] != '|')
        at++;
    return at && at + 1 < end;
}

/* Whether the lines are rows of as many cells each, parted by blank lines, and some row stands
 * on several lines: then which of them belong together is known. */
static bool are_filled_rows(const struct report *report, const struct piece_line *lines,
                            size_t first, size_t end)
{
    enum { LEAST_ROWS = 3 };
    size_t width = 0, n = 0, nlines = 0, most = 0, nrows = 0;
    for (size_t i = first; i <= end; i++) {
        struct slice line = report_slice(report, lines[i].span);
        if (i < end && line.nbytes > 0) {
            if (!behind(line, "|"))
                return false;
            n += bars_count(line);
            nlines++;
            most = nlines > most ? nlines : most;
            continue;
        }
        width = width == 0 ? n : width;
        if (n > 0 && n != width)
            return false;
        nrows += n > 0;
        n = nlines = 0;
    }
    return most > 1 && nrows >= LEAST_ROWS;
}

static void mark_filled(const struct report *report, struct piece_line *lines)
{
    size_t begins = 0; /* behind the frame's last line; 0: none yet */
    for (size_t i = 0; i < report->nlines; i++) {
        if (!behind(report_slice(report, lines[i].span), "|==="))
            continue;
        bool filled = begins > 0 && are_filled_rows(report, lines, begins, i);
        for (size_t k = begins; filled && k < i; k++)
            lines[k].wiki = lines[k].span.start == lines[k].span.end ? WIKI_ROW : WIKI_BARS;
        if (filled)
            lines[begins - 1].wiki = lines[i].wiki = WIKI_FRAME;
        begins = filled ? 0 : i + 1;
    }
}

void wiki_mark(const struct report *report, struct piece_line *lines)
{
    if (report->markup)
        return;
    if (slice_contains(slice_make(report->text, report->text_nbytes), "|==="))
        mark_filled(report, lines);
    if (!has_frame(report))
        return;
    for (size_t i = 0; i < report->nlines; i++) {
        if (!behind(report_slice(report, lines[i].span), "{|"))
            continue;
        size_t end = end_of(report, lines, i);
        for (; end < report->nlines && i <= end; i++)
            lines[i].wiki = kind_of(report_slice(report, lines[i].span));
    }
}

static bool is_double(struct slice line, size_t at)
{
    return at + 1 < line.nbytes && line.ptr[at + 1] == line.ptr[at];
}

/* The cell that begins at *at, without its attributes; *at: where the next one begins, past
 * the line's end when there is none. */
static struct span next_cell(struct slice line, bool is_wiki, size_t *at)
{
    size_t first = *at;
    size_t end = first;
    bool has_value = false; /* an attribute's, before the bar that ends them */
    while (end < line.nbytes) {
        char byte = line.ptr[end];
        if (is_wiki ? (byte == '|' || byte == '!') && is_double(line, end) : byte == '|')
            break;
        has_value = has_value || byte == '=';
        if (byte == '|' && has_value)
            first = end + 1;
        end++;
    }
    *at = end + 1 + is_wiki;
    return (struct span){(uint32_t)first, (uint32_t)end};
}

/* Where the line's first cell begins, or the caption in its. */
static size_t first_cell(const struct piece_line *line, struct slice text)
{
    if (line->wiki == WIKI_CAPTION)
        return (size_t)(behind(text, "|+") - text.ptr);
    const char *first = behind(text, "!") ? behind(text, "!") : behind(text, "|");
    return line->wiki == WIKI_CELLS || line->wiki == WIKI_BARS ? (size_t)(first - text.ptr) : 0;
}

static int add_cells(struct pieces *pieces, size_t index, struct slice text, size_t at)
{
    uint32_t base = pieces->lines[index].span.start;
    while (at <= text.nbytes) {
        struct span cell = next_cell(text, pieces->lines[index].wiki == WIKI_CELLS, &at);
        if (pieces_add(pieces, index, (struct span){base + cell.start, base + cell.end}) < 0)
            return -1;
    }
    return 0;
}

int wiki_cut(struct pieces *pieces, size_t index)
{
    struct piece_line *line = &pieces->lines[index];
    struct slice text = report_slice(pieces->report, line->span);
    struct span end = {line->span.end, line->span.end};
    uint32_t first = line->span.start + (uint32_t)first_cell(line, text);
    pieces->has_bars = true;
    bool has_cells = line->wiki == WIKI_CELLS || line->wiki == WIKI_BARS;
    line->is_barred = line->wiki == WIKI_ROW || has_cells;
    if (line->wiki == WIKI_CAPTION || line->wiki == WIKI_MORE)
        return pieces_add(pieces, index, (struct span){first, line->span.end});
    if (has_cells && add_cells(pieces, index, text, first - line->span.start) < 0)
        return -1;
    if (line->wiki == WIKI_ROW && pieces_add(pieces, index, (struct span){first, first}) < 0)
        return -1;
    return pieces_add(pieces, index, end);
}
