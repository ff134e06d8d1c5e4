/* Jumps in the text: to sections, tables and the pages it was printed on. */
#include <stdlib.h>
#include <string.h>

#include "gouji/base/ascii.h"
#include "text_pane.h"

uint32_t text_section_start(const struct section *section)
{
    return span_empty(section->heading) ? section->body.start : section->heading.start;
}

/* Where the n-th stop of its kind is; not valid: nowhere. */
typedef uint32_t stop_at(const struct report *report, size_t index, bool *valid);

static uint32_t section_stop(const struct report *report, size_t index, bool *valid)
{
    *valid = true;
    return text_section_start(&report->sections[index]);
}

static uint32_t table_stop(const struct report *report, size_t index, bool *valid)
{
    struct span span =
        index < TABLE_COUNT ? report->tables[index].span : report->locals[index - TABLE_COUNT].span;
    *valid = !span_empty(span);
    return span.start;
}

/* A line of nothing but a page's number: - 3 -, — 3 —, 第3页. */
static bool is_page_number(struct slice line)
{
    static const char *const frames[] = {" ", "\t", "\r", "\f", "-",  "—",
                                         "–", "－", "·",  "第", "页", "　"};
    bool framed = false, digits = false;
    while (line.nbytes > 0) {
        size_t taken = ascii_is_digit(*line.ptr);
        digits |= taken > 0;
        for (size_t i = 0; taken == 0 && i < sizeof frames / sizeof *frames; i++) {
            size_t n = strlen(frames[i]);
            if (n > line.nbytes || memcmp(line.ptr, frames[i], n) != 0)
                continue;
            taken = n;
            framed |= i > 3;
        }
        if (taken == 0)
            return false;
        line = slice_make(line.ptr + taken, line.nbytes - taken);
    }
    return framed && digits;
}

static bool is_split(const struct report *report, struct span line)
{
    for (int t = 0; t < TABLE_COUNT; t++)
        for (size_t i = 0; i < report->tables[t].nsplits; i++)
            if (span_holds(line, report->tables[t].splits[i].start) ||
                report->tables[t].splits[i].start == line.start)
                return true;
    return false;
}

/* A page begins at a form feed, below a page's number, and where a table was
 * cut by a page's end. */
static uint32_t page_stop(const struct report *report, size_t index, bool *valid)
{
    struct span line = report_line_span(report, index);
    struct slice text = report_slice(report, line);
    *valid = index == 0 || (text.nbytes > 0 && *text.ptr == '\f') || is_split(report, line) ||
             is_page_number(report_slice(report, report_line_span(report, index - 1)));
    return line.start;
}

struct stops {
    stop_at *at;
    size_t n;
};

static struct stops stops_for(const struct report *report, enum action action)
{
    switch ((int)action) {
    case ACTION_NEXT_TABLE:
    case ACTION_PREV_TABLE:
        return (struct stops){table_stop, TABLE_COUNT + report->nlocals};
    case ACTION_NEXT_PAGE:
    case ACTION_PREV_PAGE:
        return (struct stops){page_stop, report->nlines};
    default:
        return (struct stops){section_stop, report->nsections};
    }
}

static int compare(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* Those before or behind the cursor, which are in the order of the text but for
 * damaged reports. Room for stops->n. */
static size_t stops_ahead(const struct text_pane *text, const struct stops *stops, bool backward,
                          uint32_t *ahead)
{
    size_t n = 0, kept = 0;
    for (size_t i = 0; i < stops->n; i++) {
        bool valid;
        uint32_t at = stops->at(text_report(text), i, &valid);
        if (valid && (backward ? at < text->cursor : at > text->cursor))
            ahead[n++] = at;
    }
    if (n > 1)
        qsort(ahead, n, sizeof *ahead, compare);
    for (size_t i = 0; i < n; i++)
        if (kept == 0 || ahead[i] != ahead[kept - 1])
            ahead[kept++] = ahead[i];
    return kept;
}

unsigned text_go_stop(struct text_pane *text, enum action action, int count)
{
    struct stops stops = stops_for(text_report(text), action);
    bool backward =
        action == ACTION_PREV_TABLE || action == ACTION_PREV_SECTION || action == ACTION_PREV_PAGE;
    uint32_t *ahead = calloc(stops.n + 1, sizeof *ahead);
    size_t n = ahead ? stops_ahead(text, &stops, backward, ahead) : 0;
    size_t step = count > 1 ? (size_t)count : 1;
    step = step < n ? step : n;
    desk_jump_from(text->pane.desk);
    if (n > 0) {
        text->cursor = ahead[backward ? n - step : step - 1];
        text_put_cursor_at(text, 0);
    } else {
        desk_say(text->pane.desk, TONE_PLAIN, _("No further one in this direction"));
    }
    free(ahead);
    return REACT_REDRAW;
}
