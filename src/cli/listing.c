#include "listing.h"

#include <stdarg.h>
#include <stdlib.h>
#include <sys/ioctl.h>

#include "csv.h"
#include "gouji/base/message.h"
#include "gouji/text/sanitise.h"
#include "gouji/text/width.h"

enum { GAP = 2, CLIPPED_NBYTES = 1024 };

int listing_init(struct listing *listing, const struct listing_column *columns, size_t ncolumns)
{
    *listing = (struct listing){.arena = arena_new(), .columns = columns, .ncolumns = ncolumns};
    return listing->arena ? 0 : -1;
}

void listing_release(struct listing *listing)
{
    arena_free(listing->arena);
}

void listing_add_row(struct listing *listing)
{
    for (size_t i = 0; i < listing->ncolumns; i++) {
        struct slice *text = arena_push(listing->arena, &listing->texts, &listing->capacity,
                                        listing->nrows * listing->ncolumns + i, sizeof *text);
        if (!text)
            return;
        *text = slice_make("", 0);
    }
    listing->nrows++;
}

void listing_set(struct listing *listing, size_t column, const char *text)
{
    char *copy = text && listing->nrows ? arena_string(listing->arena, text) : NULL;
    if (copy)
        listing->texts[(listing->nrows - 1) * listing->ncolumns + column] = slice_of(copy);
}

void listing_format(struct listing *listing, size_t column, const char *format, ...)
{
    struct str text = STR_INIT;
    va_list arguments;
    va_start(arguments, format);
    str_format_v(&text, format, arguments);
    va_end(arguments);
    listing_set(listing, column, str_text(&text));
    str_release(&text);
}

/* ---- widths ---- */

int listing_room(const struct output *out)
{
    struct winsize size;
    if (!out->is_terminal || ioctl(out->fd, TIOCGWINSZ, &size) != 0)
        return 0;
    return size.ws_col;
}

static struct slice text_at(const struct listing *listing, size_t row, size_t column)
{
    return listing->texts[row * listing->ncolumns + column];
}

static bool is_empty(const struct listing *listing, size_t column)
{
    for (size_t row = 0; row < listing->nrows; row++)
        if (text_at(listing, row, column).nbytes)
            return false;
    return true;
}

/* 0 for a spare column that says nothing. */
static int natural_width(const struct listing *listing, size_t column)
{
    int widest = width_text(slice_of(listing->columns[column].head));
    if (listing->columns[column].spare && is_empty(listing, column))
        return 0;
    widest = widest ? widest : 1;
    for (size_t row = 0; row < listing->nrows; row++) {
        int width = width_text(text_at(listing, row, column));
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* Columns of a row with these widths; those of width 0 are left out. */
static int total_of(const struct listing *listing, const int *widths, bool clipped)
{
    int total = -GAP;
    for (size_t i = 0; i < listing->ncolumns; i++) {
        int least = listing->columns[i].least;
        bool is_clipped = clipped && least > 0 && least < widths[i];
        total += widths[i] ? (is_clipped ? least : widths[i]) + GAP : 0;
    }
    return total;
}

static void leave_out(const struct listing *listing, int *widths, int room)
{
    while (total_of(listing, widths, true) > room) {
        size_t last = listing->ncolumns;
        for (size_t i = 0; i < listing->ncolumns; i++) {
            int spare = widths[i] ? listing->columns[i].spare : 0;
            if (spare > 0 && (last == listing->ncolumns || spare > listing->columns[last].spare))
                last = i;
        }
        if (last == listing->ncolumns)
            return;
        widths[last] = 0;
    }
}

/* Takes from the widest that may be clipped, until all fit or none can give. */
static void clip(const struct listing *listing, int *widths, int room)
{
    for (int total = total_of(listing, widths, false); total > room; total--) {
        size_t widest = listing->ncolumns;
        for (size_t i = 0; i < listing->ncolumns; i++) {
            int least = listing->columns[i].least;
            bool gives = least > 0 && widths[i] > least;
            if (gives && (widest == listing->ncolumns || widths[i] > widths[widest]))
                widest = i;
        }
        if (widest == listing->ncolumns)
            return;
        widths[widest]--;
    }
}

/* ---- printing ---- */

static void add_text(struct slice text, int width, bool is_right, struct str *line)
{
    struct str shown = STR_INIT;
    char clipped[CLIPPED_NBYTES];
    sanitise_append(&shown, text, 0);
    text = str_slice(&shown);
    if (width_text(text) > width) {
        width_clip_middle(text, width, clipped, sizeof clipped);
        text = slice_of(clipped);
    }
    int room = width - width_text(text);
    for (int i = 0; is_right && i < room; i++)
        str_byte(line, ' ');
    str_append(line, text);
    for (int i = 0; !is_right && i < room; i++)
        str_byte(line, ' ');
    str_release(&shown);
}

/* Without the blanks that empty texts leave at the end of the line. */
static void print_row(const struct listing *listing, const struct slice *texts, const int *widths,
                      struct output *out)
{
    struct str line = STR_INIT;
    for (size_t i = 0; i < listing->ncolumns; i++) {
        if (widths[i] == 0)
            continue;
        str_add(&line, line.nbytes ? "  " : "");
        add_text(texts[i], widths[i], listing->columns[i].is_right, &line);
    }
    size_t n = line.nbytes;
    while (n > 0 && line.data[n - 1] == ' ')
        n--;
    str_append(&out->pending, slice_make(str_text(&line), n));
    output_add(out, "\n");
    out->pending.failed = out->pending.failed || line.failed;
    str_release(&line);
}

static void print_left_out(const struct listing *listing, const int *widths, struct output *out)
{
    bool any = false;
    for (size_t i = 0; i < listing->ncolumns; i++) {
        if (widths[i] || is_empty(listing, i))
            continue;
        output_add(out, any ? ", " : _("no room for: "));
        output_add(out, listing->columns[i].head);
        any = true;
    }
    output_add(out, any ? "\n" : "");
}

static struct slice *heads_of(const struct listing *listing)
{
    struct slice *heads = calloc(listing->ncolumns, sizeof *heads);
    for (size_t i = 0; heads && i < listing->ncolumns; i++)
        heads[i] = slice_of(listing->columns[i].head);
    return heads;
}

int listing_print(const struct listing *listing, int ncols, struct output *out)
{
    int *widths = calloc(listing->ncolumns, sizeof *widths);
    struct slice *heads = heads_of(listing);
    bool is_whole = widths && heads && !arena_failed(listing->arena);
    for (size_t i = 0; is_whole && i < listing->ncolumns; i++)
        widths[i] = natural_width(listing, i);
    if (is_whole) {
        if (ncols > 0) {
            leave_out(listing, widths, ncols);
            clip(listing, widths, ncols);
        }
        print_row(listing, heads, widths, out);
    }
    for (size_t row = 0; is_whole && row < listing->nrows; row++) {
        print_row(listing, &listing->texts[row * listing->ncolumns], widths, out);
        output_drain(out);
    }
    if (is_whole)
        print_left_out(listing, widths, out);
    free(heads);
    free(widths);
    return is_whole ? 0 : -1;
}

int listing_print_csv(const struct listing *listing, struct output *out)
{
    struct slice *heads = heads_of(listing);
    struct str text = STR_INIT;
    bool is_whole = heads && !arena_failed(listing->arena);
    if (is_whole) {
        csv_begin(&text);
        csv_row(&text, heads, listing->ncolumns);
        for (size_t row = 0; row < listing->nrows; row++)
            csv_row(&text, &listing->texts[row * listing->ncolumns], listing->ncolumns);
        output_exact(out, str_slice(&text));
        is_whole = !text.failed;
    }
    str_release(&text);
    free(heads);
    return is_whole ? 0 : -1;
}
