#include "csv.h"

#include <string.h>

#include "gouji/base/ascii.h"
#include "lists.h"
#include "numeral.h"

enum {
    LEAST_ROWS = 6,
    LEAST_TIGHT = 12, /* separators right before a digit, a quote or each other */
    LEAST_FIELDS = 3,
    MOST_ROW_LINES = 48,    /* of a row whose cells hold line ends */
    MOST_HEAD_NBYTES = 150, /* of a field in a header, known by its width only */
    MOST_VALUE_NBYTES = 24,
};

/* A row of the text, over one line or several. */
struct row {
    size_t end; /* line behind it */
    unsigned nfields;
    unsigned nplain; /* fields that are empty or numbers */
    bool has_quotes;
    bool ends_in_value;
    bool is_wide;     /* some field is too long for a header's */
    bool cuts_figure; /* the first comma stands behind a figure that is no whole field */
    unsigned ntitles; /* fields that may be a header's */
    unsigned nmarks;  /* and fields that begin with a slash, which are none */
};

size_t csv_next(struct slice line, size_t at, char delimiter, bool *in_quotes)
{
    if (delimiter == CSV_LIST)
        return list_item(line, at);
    if (delimiter == CSV_SLASH)
        return list_slash(line, at);
    if (!*in_quotes) {
        size_t first = at;
        while (first < line.nbytes && line.ptr[first] == ' ')
            first++;
        *in_quotes = first < line.nbytes && line.ptr[first] == '"';
        at = *in_quotes ? first + 1 : at;
    }
    while (*in_quotes && at < line.nbytes) {
        bool quote = line.ptr[at] == '"';
        bool doubled = quote && at + 1 < line.nbytes && line.ptr[at + 1] == '"';
        *in_quotes = !quote || doubled;
        at += doubled ? 2 : 1;
    }
    const char *found = *in_quotes ? NULL : memchr(line.ptr + at, delimiter, line.nbytes - at);
    return found ? (size_t)(found - line.ptr) : line.nbytes;
}

struct slice csv_field(struct slice field, char delimiter)
{
    if (delimiter == CSV_LIST)
        return list_text(field);
    field = cell_trim(field);
    if (delimiter == CSV_SLASH)
        return field;
    if (field.nbytes > 0 && field.ptr[0] == '"')
        field = slice_make(field.ptr + 1, field.nbytes - 1);
    if (field.nbytes > 0 && field.ptr[field.nbytes - 1] == '"')
        field.nbytes--;
    return field;
}

/* Several figures in a field are what stands between the commas of grouped ones. */
static bool is_plain(struct slice field, char delimiter)
{
    if (field.nbytes > MOST_VALUE_NBYTES)
        return false;
    field = csv_field(field, delimiter);
    for (size_t i = 0; i < field.nbytes; i++)
        if (!strchr("0123456789.,+-/%", field.ptr[i]))
            return cell_shape(field) == SHAPE_MARK;
    return true;
}

static bool is_wide_digit(struct slice text)
{
    return text.nbytes >= 3 && memcmp(text.ptr, "\xEF\xBC", 2) == 0 &&
           (unsigned char)text.ptr[2] >= 0x90 && (unsigned char)text.ptr[2] <= 0x99;
}

/* What a header's field may be: a few words, no figure and no end of a sentence. */
static bool is_title(struct slice field, char delimiter)
{
    enum { MOST_TITLE_NBYTES = 42 };
    field = csv_field(field, delimiter);
    bool title = field.nbytes > 0 && field.nbytes <= MOST_TITLE_NBYTES;
    for (size_t i = 0; i < field.nbytes && title; i++)
        title = !ascii_is_digit(field.ptr[i]) &&
                !is_wide_digit(slice_make(field.ptr + i, field.nbytes - i));
    return title && slice_find(field, slice_of("。")) == NULL;
}

/* A part of a header's quoted field, which goes on in the next line: or nothing of it. */
static bool goes_on_as_title(struct slice part, char delimiter)
{
    return csv_field(part, delimiter).nbytes == 0 || is_title(part, delimiter);
}

/* The line without its end, padding and all. */
static struct slice line_at(const struct report *report, size_t line)
{
    uint32_t start = report->lines[line];
    uint32_t end = line + 1 < report->nlines ? report->lines[line + 1] : report->text_nbytes;
    while (end > start && (report->text[end - 1] == '\n' || report->text[end - 1] == '\r'))
        end--;
    return report_slice(report, (struct span){start, end});
}

/* The row that starts at the line; one of a single line when a quote is never closed. */
static struct row read_row(const struct report *report, size_t first, char delimiter)
{
    struct row row = {.end = first};
    bool in_quotes = false, is_titled = false;
    while (row.end == first || in_quotes) {
        if (row.end == report->nlines || row.end - first == MOST_ROW_LINES)
            return (struct row){.end = first + 1};
        struct slice line = line_at(report, row.end++);
        for (size_t at = 0; at <= line.nbytes;) {
            bool starts = !in_quotes;
            size_t stop = csv_next(line, at, delimiter, &in_quotes);
            struct slice field = slice_make(line.ptr + at, stop - at);
            row.nfields += starts;
            bool plain = is_plain(field, delimiter);
            if (delimiter == ',' && at == 0 && row.nfields == 1 && stop > 0 && stop < line.nbytes)
                row.cuts_figure = !plain && ascii_is_digit(line.ptr[stop - 1]);
            row.nplain += starts && !in_quotes && plain;
            row.ends_in_value = plain && csv_field(field, delimiter).nbytes > 0;
            is_titled = starts ? is_title(field, delimiter)
                               : is_titled && goes_on_as_title(field, delimiter);
            row.ntitles += is_titled && !in_quotes;
            row.nmarks += starts && cell_trim(field).nbytes > 0 && *cell_trim(field).ptr == '/';
            row.has_quotes = row.has_quotes || (field.nbytes > 0 && field.ptr[0] == '"');
            row.is_wide = row.is_wide || field.nbytes > MOST_HEAD_NBYTES;
            at = stop + 1;
        }
    }
    return row;
}

/* A label and its only figure; the fields behind are not exported where all are empty. */
static bool is_short_row(const struct row *row, char delimiter)
{
    return delimiter != '\t' && !row->cuts_figure && row->nfields == 2 && row->nplain == 1 &&
           (row->ends_in_value || delimiter == CSV_SLASH) && !row->is_wide;
}

/* Words between slashes: where blanks part the cells, slashes are marks and no header has any. */
static bool is_head(const struct row *row)
{
    return row->nfields >= LEAST_FIELDS && row->ntitles == row->nfields && row->nmarks == 0;
}

static bool is_row(const struct row *row, char delimiter)
{
    if (row->nfields < LEAST_FIELDS || row->cuts_figure)
        return false;
    return delimiter == '\t' ? row->has_quotes : row->nplain * 2 >= row->nfields;
}

/* A figure or a mark that stands for none. */
static bool begins_value(const char *at, const char *end)
{
    bool digit = ascii_is_digit(*at);
    bool word = end - at >= 3 && (memcmp(at, "无", 3) == 0 || memcmp(at, "—", 3) == 0);
    return digit || word || *at == '/' || *at == '-';
}

/* The same of what begins a list and of slashes between blanks. */
static bool may_have_other_rows(struct slice text, char delimiter)
{
    const char *end = text.ptr + text.nbytes;
    const char *at = text.ptr;
    unsigned n = 0;
    while (n < LEAST_TIGHT && (at = memchr(at, delimiter, (size_t)(end - at))) != NULL) {
        bool lone = at > text.ptr && at[-1] == ' ' && at + 1 < end && at[1] == ' ';
        at++;
        if (delimiter == CSV_SLASH)
            n += lone;
        else
            n += at < end && strchr("\"'Nn", *at) ? 2 : 0;
    }
    return n >= LEAST_TIGHT;
}

/* A quick look that most texts do not pass: separators as prose does not have them. Tabs part
 * fields anyway: only rows with quotes are told by them. */
static bool may_have_rows(struct slice text, char delimiter)
{
    const char *end = text.ptr + text.nbytes;
    const char *at = text.ptr;
    unsigned tight = 0;
    if (delimiter == CSV_LIST || delimiter == CSV_SLASH)
        return may_have_other_rows(text, delimiter);
    if (delimiter == '\t' && !memchr(text.ptr, '"', text.nbytes))
        return false;
    while (tight < LEAST_TIGHT && (at = memchr(at, delimiter, (size_t)(end - at))) != NULL) {
        at += 1 + (at + 1 < end && at[1] == ' ');
        bool quoted = at < end && *at == '"';
        bool value = at < end && (*at == delimiter || begins_value(at, end));
        tight += delimiter == '\t' ? quoted * LEAST_TIGHT : quoted || value;
    }
    return tight >= LEAST_TIGHT;
}

static void mark_row(struct piece_line *lines, size_t first, size_t end, char delimiter)
{
    for (size_t i = first; i < end; i++) {
        lines[i].delimiter = delimiter;
        lines[i].in_quotes = i > first;
    }
}

/* Rows as wide as the one beside them are rows, too: a header has no numbers. One whose cells
 * cover several columns has less fields than the row below it. */
static void mark_beside(const struct row *rows, struct piece_line *lines, size_t first,
                        size_t before, char delimiter)
{
    const struct row *row = &rows[first];
    bool spans = before > first && row->nfields > 1 && row->nfields < rows[before].nfields &&
                 row->ntitles == row->nfields;
    if (!lines[first].delimiter && lines[before].delimiter == delimiter &&
        (row->nfields == rows[before].nfields || spans) && !row->is_wide)
        mark_row(lines, first, row->end, delimiter);
}

static size_t mark_rows(const struct report *report, struct row *rows, struct piece_line *lines,
                        char delimiter)
{
    size_t nrows = 0;
    size_t last = 0;
    bool has_head = false;
    for (size_t i = 0; i < report->nlines; i = rows[i].end) {
        rows[i] = read_row(report, i, delimiter);
        nrows += is_row(&rows[i], delimiter) || is_short_row(&rows[i], delimiter);
        has_head = has_head || is_head(&rows[i]);
    }
    if (nrows < (delimiter == '\t' ? 1 : LEAST_ROWS) || (delimiter == CSV_SLASH && !has_head))
        return 0;
    for (size_t i = 0; i < report->nlines; i = rows[i].end)
        if (is_row(&rows[i], delimiter) || is_short_row(&rows[i], delimiter))
            mark_row(lines, i, rows[i].end, delimiter);
    for (size_t i = 0; i < report->nlines; last = i, i = rows[i].end)
        mark_beside(rows, lines, i, last, delimiter);
    for (size_t i = report->nlines, next = 0; i-- > 0;) {
        if (rows[i].end == 0)
            continue; /* inside a row */
        if (rows[i].end < report->nlines && next > 0)
            mark_beside(rows, lines, i, next, delimiter);
        next = i;
    }
    return nrows;
}

/* Lists say of themselves what they are. */
static size_t mark_lists(const struct report *report, struct piece_line *lines)
{
    size_t nrows = 0;
    for (size_t i = 0; i < report->nlines; i++)
        nrows += list_is_row(line_at(report, i));
    for (size_t i = 0; i < report->nlines && nrows >= LEAST_ROWS; i++)
        lines[i].delimiter = list_is_row(line_at(report, i)) ? CSV_LIST : '\0';
    return nrows >= LEAST_ROWS ? nrows : 0;
}

/* Whether most lines end in separators: the whole sheet was exported, its prose, too. */
static bool is_padded(const struct report *report, char delimiter)
{
    size_t nlines = 0;
    size_t npadded = 0;
    for (size_t i = 0; i < report->nlines; i++) {
        struct slice line = line_at(report, i);
        nlines += line.nbytes > 0;
        npadded += line.nbytes > 1 && line.ptr[line.nbytes - 1] == delimiter &&
                   line.ptr[line.nbytes - 2] == delimiter;
    }
    return (delimiter == ',' || delimiter == ';') && npadded * 3 > nlines;
}

int csv_mark(struct report *report, struct arena *scratch, struct piece_line *lines)
{
    static const char delimiters[] = {CSV_LIST, ',', ';', '\t', CSV_SLASH};
    struct slice text = slice_make(report->text, report->text_nbytes);
    for (size_t i = 0; i < sizeof delimiters; i++) {
        if (report->markup || !may_have_rows(text, delimiters[i]))
            continue;
        if (delimiters[i] == CSV_LIST) {
            if (mark_lists(report, lines) > 0)
                break;
            continue;
        }
        struct row *rows = arena_array(scratch, report->nlines, sizeof *rows);
        if (!rows)
            return -1;
        if (mark_rows(report, rows, lines, delimiters[i]) == 0)
            continue;
        report->padding = is_padded(report, delimiters[i]) ? delimiters[i] : 0;
        break;
    }
    return 0;
}
