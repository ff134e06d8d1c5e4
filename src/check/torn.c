#include "torn.h"

#include "gouji/base/ascii.h"
#include "places.h"

enum { MOST_NUMBERS = 32, MOST_DIGITS = 9 };

/* The numbers of a line as they are printed. `gap[i]`: only blanks stand between
 * number i and the next. */
struct line {
    struct slice text[MOST_NUMBERS];
    bool gap[MOST_NUMBERS];
    size_t n;
    size_t width; /* the last of each so many is the total of the others */
};

static bool value_of(struct slice text, int64_t *value)
{
    *value = 0;
    if (text.nbytes == 0 || text.nbytes > MOST_DIGITS)
        return false;
    for (size_t i = 0; i < text.nbytes; i++) {
        if (!ascii_is_digit(text.ptr[i]))
            return false;
        *value = *value * 10 + (text.ptr[i] - '0');
    }
    return true;
}

static bool adds_up(const int64_t *values, size_t n, size_t width)
{
    for (size_t first = 0; first < n; first += width) {
        int64_t sum = 0;
        for (size_t i = first; i + 1 < first + width; i++)
            sum += values[i];
        if (sum != values[first + width - 1])
            return false;
    }
    return true;
}

/* Whether the line adds up with numbers i and i + 1 read as one. */
static bool joins(const struct line *line, size_t i)
{
    int64_t values[MOST_NUMBERS], left, right;
    size_t n = 0;
    if (!line->gap[i] || !value_of(line->text[i], &left) || left == 0 ||
        !value_of(line->text[i + 1], &right) ||
        line->text[i].nbytes + line->text[i + 1].nbytes > MOST_DIGITS)
        return false;
    for (size_t k = 0; k < line->text[i + 1].nbytes; k++)
        left *= 10;
    for (size_t k = 0; k < line->n; k++) {
        if (k == i + 1)
            continue;
        if (k == i)
            values[n++] = left + right;
        else if (!value_of(line->text[k], &values[n++]))
            return false;
    }
    return adds_up(values, n, line->width);
}

/* Whether the line adds up with number i cut before its digit `at`. */
static bool splits(const struct line *line, size_t i, size_t at)
{
    int64_t values[MOST_NUMBERS + 1];
    struct slice tail = slice_make(line->text[i].ptr + at, line->text[i].nbytes - at);
    size_t n = 0;
    if (tail.nbytes > 1 && tail.ptr[0] == '0')
        return false;
    for (size_t k = 0; k < line->n; k++) {
        struct slice head = k == i ? slice_make(line->text[i].ptr, at) : line->text[k];
        if (!value_of(head, &values[n++]) || (k == i && !value_of(tail, &values[n++])))
            return false;
    }
    return adds_up(values, n, line->width);
}

static bool find_join(struct evaluation *run, const struct line *line, struct torn *out)
{
    size_t found = 0;
    for (size_t i = 0; i + 1 < line->n; i++) {
        if (!joins(line, i))
            continue;
        struct slice a = line->text[i], b = line->text[i + 1];
        out->printed =
            arena_format(run->arena, "%.*s %.*s", (int)a.nbytes, a.ptr, (int)b.nbytes, b.ptr);
        out->meant =
            arena_format(run->arena, "%.*s%.*s", (int)a.nbytes, a.ptr, (int)b.nbytes, b.ptr);
        found++;
    }
    return found == 1 && out->printed && out->meant;
}

static bool find_split(struct evaluation *run, const struct line *line, struct torn *out)
{
    size_t found = 0;
    for (size_t i = 0; i < line->n; i++)
        for (size_t at = 1; at < line->text[i].nbytes; at++) {
            if (!splits(line, i, at))
                continue;
            struct slice all = line->text[i];
            out->printed = arena_format(run->arena, "%.*s", (int)all.nbytes, all.ptr);
            out->meant = arena_format(run->arena, "%.*s %.*s", (int)at, all.ptr,
                                      (int)(all.nbytes - at), all.ptr + at);
            found++;
        }
    return found == 1 && out->printed && out->meant;
}

/* Only these tables' rows end in a total of their own. */
static bool has_totals(const struct form_block *block)
{
    return block->ncols > 2 && strncmp(block->cols[block->ncols - 1].id, "tot", 3) == 0;
}

static bool is_blank_between(const struct report *report, struct span before, struct span after)
{
    if (after.start <= before.end)
        return false;
    struct slice gap = report_slice(report, (struct span){before.end, after.start});
    for (size_t i = 0; i < gap.nbytes; i++)
        if (gap.ptr[i] != ' ')
            return false;
    return true;
}

bool torn_in_line(struct evaluation *run, const struct table *table, const struct row_reading *row,
                  struct torn *out)
{
    const struct form_block *form = table->blocks[row->block].form;
    struct line line = {.n = row->nnumerals, .width = form->ncols};
    if (!row->numerals || !has_totals(form) || row->nnumerals >= MOST_NUMBERS ||
        row->nnumerals < 2 ||
        (row->nnumerals != row->nexpected + 1 && row->nnumerals + 1 != row->nexpected))
        return false;
    for (size_t i = 0; i < line.n; i++) {
        line.text[i] = report_slice(run->report, row->numerals[i]);
        line.gap[i] =
            i + 1 < line.n && is_blank_between(run->report, row->numerals[i], row->numerals[i + 1]);
    }
    return row->nnumerals > row->nexpected ? find_join(run, &line, out)
                                           : find_split(run, &line, out);
}

/* The two halves of "1 0"; false when it is something else. */
static bool halve(struct slice text, struct slice halves[2])
{
    const char *blank = memchr(text.ptr, ' ', text.nbytes);
    int64_t value;
    if (!blank)
        return false;
    size_t before = (size_t)(blank - text.ptr), after = before;
    while (after < text.nbytes && text.ptr[after] == ' ')
        after++;
    halves[0] = slice_make(text.ptr, before);
    halves[1] = slice_make(text.ptr + after, text.nbytes - after);
    return value_of(halves[0], &value) && value_of(halves[1], &value);
}

bool torn_in_row(struct evaluation *run, const struct block_reading *block, size_t row,
                 struct torn *out)
{
    const struct form_block *form = block->form;
    struct line line = {.width = form->ncols};
    size_t ntorn = 0;
    for (size_t col = 0; has_totals(form) && col < form->ncols && line.n + 2 < MOST_NUMBERS;
         col++) {
        const struct cell *cell = &block->cells[row * form->ncols + col];
        struct slice text = report_slice(run->report, cell->span), halves[2];
        if (cell->state == CELL_TEXT && halve(text, halves)) {
            line.text[line.n] = halves[0];
            line.gap[line.n] = true;
            line.text[line.n + 1] = halves[1];
            line.n += 2;
            ntorn++;
        } else {
            line.text[line.n++] = text;
        }
    }
    return ntorn == 1 && find_join(run, &line, out);
}

void torn_note(struct evaluation *run, struct finding *finding, const struct torn *torn)
{
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        const char *text = arena_format(
            run->arena,
            lang == LANG_ZH
                ? "%s（“%s”疑为“%s”，这样读时与合计相符，请对照原件）"
                : "%s (“%s” may be “%s”: read so it agrees with its total; see the original)",
            finding->message[lang], torn->printed, torn->meant);
        run->failed |= text == NULL;
        finding->message[lang] = text ? text : "";
    }
}
