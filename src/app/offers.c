/* Words with what they mean, in as many columns as hold them whole: what could
 * stand at the end of a line, and which keys may follow those typed. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "gouji/base/vec.h"
#include "gouji/text/width.h"
#include "gouji/text/wrap.h"

enum { MARGIN_COLS = 1, BETWEEN_COLS = 2, HANG_COLS = 2 };

void offers_release(struct offers *offers)
{
    for (size_t i = 0; i < offers->n; i++) {
        free(offers->items[i].word);
        free(offers->items[i].help);
    }
    free(offers->items);
    *offers = (struct offers){.items = NULL};
}

void offers_add(struct offers *offers, const char *word, const char *help)
{
    if (vec_room(&offers->items, &offers->capacity, offers->n, sizeof *offers->items) < 0)
        return;
    char *copy = strdup(word), *more = strdup(help);
    if (copy && more) {
        struct offer *added = &offers->items[offers->n++];
        added->word = copy;
        added->help = more;
        return;
    }
    free(copy);
    free(more);
}

static struct slice word_of(const struct offer *item)
{
    return slice_make(item->word, strcspn(item->word, "\n"));
}

static void add_text(const struct offer *item, struct str *out)
{
    str_append(out, word_of(item));
    if (item->help[0])
        str_format(out, " %s", item->help);
}

static int item_cols(const struct offer *item)
{
    int help = item->help[0] ? 1 + width_text(slice_of(item->help)) : 0;
    return MARGIN_COLS + width_text(word_of(item)) + help;
}

/* How many stand beside each other, none of them clipped. */
static int columns_for(const struct offers *offers, int ncols)
{
    int longest = 1;
    for (size_t i = 0; i < offers->n; i++)
        if (item_cols(&offers->items[i]) > longest)
            longest = item_cols(&offers->items[i]);
    int columns = (ncols + BETWEEN_COLS - MARGIN_COLS) / (longest + BETWEEN_COLS);
    return columns > 0 ? columns : 1;
}

/* Draws it unless the area has no rows; gives the rows that it takes. */
static int put_item(struct area area, int row, int col, int ncols, const struct offer *item,
                    enum style style)
{
    struct str text = STR_INIT;
    struct wrap_row *rows = NULL;
    size_t nrows = 0;
    int within = ncols - MARGIN_COLS - HANG_COLS;
    add_text(item, &text);
    if (item_cols(item) <= ncols)
        within = ncols;
    if (wrap_line(str_slice(&text), within > 2 ? within : 2, &rows, &nrows, NULL) < 0)
        nrows = 0;
    for (size_t i = 0; i < nrows && row + (int)i < area.nrows; i++)
        area_put(area, row + (int)i, col + MARGIN_COLS + (i ? HANG_COLS : 0), within,
                 slice_make(str_text(&text) + rows[i].start, rows[i].end - rows[i].start),
                 STYLE_POPUP);
    if (row < area.nrows && nrows > 0)
        area_restyle(area, row, col + MARGIN_COLS, width_text(word_of(item)), style);
    free(rows);
    str_release(&text);
    return nrows > 0 ? (int)nrows : 1;
}

/* Of the row of items that begins at i. */
static int line_rows(const struct offers *offers, size_t i, int columns, int ncols)
{
    struct area nowhere = {.nrows = 0};
    return columns > 1 ? 1 : put_item(nowhere, 0, 0, ncols, &offers->items[i], STYLE_KEY);
}

int offers_rows(const struct offers *offers, int ncols)
{
    int rows = 0, columns = columns_for(offers, ncols);
    for (size_t i = 0; i < offers->n; i += (size_t)columns)
        rows += line_rows(offers, i, columns, ncols);
    return rows;
}

/* The page on which the one gone to stands. */
static void find_page(const struct offers *offers, int nrows, int ncols, size_t *first, size_t *end)
{
    int used = 0, columns = columns_for(offers, ncols);
    *first = 0;
    for (*end = 0; *end < offers->n; *end += (size_t)columns) {
        int rows = line_rows(offers, *end, columns, ncols);
        if (used > 0 && used + rows > nrows) {
            if (offers->at < *end)
                return;
            *first = *end;
            used = 0;
        }
        used += rows;
    }
    *end = offers->n;
}

void offers_draw(const struct offers *offers, struct area area)
{
    int columns = columns_for(offers, area.ncols), width = area.ncols / columns, row = 0;
    size_t first, end;
    find_page(offers, area.nrows, area.ncols, &first, &end);
    for (size_t i = first; i < end && row < area.nrows; i++) {
        int col = (int)(i - first) % columns;
        bool here = offers->going && i == offers->at;
        int rows = put_item(area, row, col * width, width, &offers->items[i],
                            here ? STYLE_CURSOR : STYLE_KEY);
        if (col == columns - 1)
            row += rows;
    }
}

void offers_page(const struct offers *offers, int nrows, int ncols, char *out, size_t n)
{
    size_t first, end;
    find_page(offers, nrows, ncols, &first, &end);
    out[0] = '\0';
    if (offers->n > end - first)
        snprintf(out, n, " %zu-%zu/%zu ", first + 1, end, offers->n);
}
