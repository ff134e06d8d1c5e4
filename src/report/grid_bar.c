#include "grid_bar.h"

#include "bars.h"
#include "numeral.h"

static bool is_text(const struct piece *piece)
{
    return piece->shape == SHAPE_TEXT && !piece->is_noise;
}

/* Lines of strokes are drawn by + and by box drawing; |---| is not. */
static bool is_drawn(const struct pieces *pieces, const struct piece_line *line)
{
    const char *text = pieces->report->text;
    for (uint32_t at = line->span.start; at < line->span.end; at++)
        if (text[at] == '+' ||
            ((unsigned char)text[at] == 0xE2 && ((unsigned char)text[at + 1] & 0xFE) == 0x94))
            return true;
    return false;
}

/* A blank, or the first byte of a wide or hard one. */
static bool is_blank_at(const char *text, size_t at)
{
    unsigned char byte = (unsigned char)text[at];
    return byte == ' ' || byte == '\t' || byte == 0xC2 || byte == 0xE3;
}

static void look_at_bars(const struct pieces *pieces, const struct piece_line *line,
                         struct bar_look *look)
{
    const char *text = pieces->report->text;
    for (uint32_t k = 0; k + 1 < line->npieces; k++) {
        const struct piece *piece = &pieces->items[line->first + k];
        if (piece->shape == SHAPE_EMPTY)
            continue;
        look->ntexts++;
        look->nspaced += is_blank_at(text, piece->span.end);
    }
}

static void look_at_row(const struct pieces *pieces, const struct piece_line *line,
                        struct bar_look *look)
{
    const struct piece *last = &pieces->items[line->first + line->npieces - 1];
    uint32_t *most = last->shape == SHAPE_EMPTY ? &look->most_closed : &look->most_open;
    *most = line->npieces > *most ? line->npieces : *most;
    look->nrows++;
    look->nopened += line->head > line->first;
    look->nclosed += last->shape == SHAPE_EMPTY;
    look->ntrailing +=
        last->shape == SHAPE_EMPTY && is_blank_at(pieces->report->text, line->span.end - 1);
}

/* One label on its line, or a line that starts with values: values on the next
 * one belong to the same row. */
static bool is_open_row(const struct pieces *pieces, const struct piece_line *line)
{
    return line->nfilled == 1 || (line->nfilled > 0 && piece_is_value(&pieces->items[line->head]));
}

static void look_at_line(const struct pieces *pieces, const struct piece_line *line, bool goes_on,
                         struct bar_look *look)
{
    const struct piece *head = &pieces->items[line->nfilled > 0 ? line->head : line->first];
    bool values = line->nfilled > 1 && piece_is_value(head) && goes_on;
    look->nlines++;
    look->nwiki += line->wiki != WIKI_NONE;
    look->nvalues += values;
    look->nbarred += line->is_barred;
    if (!line->is_barred || line->nfilled == 0 || (line->nfilled == 1 && piece_is_value(head)) ||
        values)
        look->ncells++;
    else if (line->nfilled > 1 && is_text(head))
        look_at_row(pieces, line, look);
    look->npadded += line->nfilled == 1 && line->npieces > 2;
    if (line->is_barred)
        look_at_bars(pieces, line, look);
}

/* The one before the other fields of a row, where bars part them; NULL. */
static const struct piece *counting_piece(const struct pieces *pieces,
                                          const struct piece_line *line)
{
    bool may = line->is_barred && line->wiki == WIKI_NONE && line->nfilled > 1 &&
               line->head <= line->first + 1;
    return may ? &pieces->items[line->head] : NULL;
}

/* 0: it is no number that may count rows. */
static int count_of(const struct piece *piece)
{
    int count = piece->shape == SHAPE_NUMBER ? numeral_small(piece_text(piece)) : 0;
    return count > 0 ? count : 0;
}

/* 1 | 规章 | 5 | … Whether each line begins with the number of its row, the first maybe with
 * 序号: the fields up to it, 0 when not. */
static uint32_t count_lead(const struct pieces *pieces, size_t first, size_t end)
{
    enum { LEAST_COUNTED = 3 };
    uint32_t lead = 0, n = 0;
    int last = 0;
    for (size_t i = first; i < end; i++) {
        const struct piece_line *line = &pieces->lines[i];
        if (line->is_blank || line->is_rule)
            continue;
        const struct piece *head = counting_piece(pieces, line);
        uint32_t own = line->head + 1 - line->first;
        if (!head || (lead > 0 && own != lead))
            return 0;
        bool is_name = lead == 0 && slice_is(piece_text(head), "序号");
        int count = is_name ? 0 : count_of(head);
        if (!is_name && (count == 0 || (n > 0 && count != last + 1)))
            return 0;
        lead = own;
        last = count;
        n += count > 0;
    }
    return n < LEAST_COUNTED ? 0 : lead;
}

/* The line without the number of its row, and the bar before that. */
static struct piece_line without_lead(const struct pieces *pieces, const struct piece_line *line,
                                      uint32_t lead)
{
    struct piece_line rest = *line;
    rest.first += lead;
    rest.npieces -= lead;
    rest.nfilled--;
    for (rest.head = rest.first; pieces->items[rest.head].shape == SHAPE_EMPTY;)
        rest.head++;
    return rest;
}

struct bar_look bar_look_at(const struct pieces *pieces, size_t first, size_t end)
{
    struct bar_look look = {.lead = count_lead(pieces, first, end)};
    bool goes_on = false;
    for (size_t i = first; i < end; i++) {
        const struct piece_line *line = &pieces->lines[i];
        struct piece_line rest;
        if (line->is_blank)
            continue;
        if (look.lead > 0 && !line->is_rule) {
            rest = without_lead(pieces, line, look.lead);
            line = &rest;
        }
        if (line->is_rule) {
            look.nrules++;
            look.has_drawn = look.has_drawn || is_drawn(pieces, line);
        } else {
            look_at_line(pieces, line, goes_on, &look);
            goes_on = is_open_row(pieces, line);
        }
    }
    look.is_indented = look.nopened > 0 && !bar_is_framed(&look);
    return look;
}

bool bar_is_framed(const struct bar_look *look)
{
    size_t nothers = look->nrows - look->nopened;
    return look->nopened > 0 &&
           (nothers * 10 <= look->nrows || (nothers == 1 && look->nopened > 1));
}

/* Some rows end without a bar and some right at one: the blank behind another's is a
 * blank cell. */
static bool ends_differ(const struct bar_look *look)
{
    return look->nclosed < look->nrows && look->ntrailing < look->nclosed;
}

/* Some rows end without a bar, and those that end with one have no more bars: it stands
 * before a blank cell, too. */
static bool is_parted(const struct bar_look *look)
{
    return (look->nrows - look->nclosed) * 4 >= look->nrows && look->most_closed <= look->most_open;
}

/* Rows end with a bar that is no cell's. */
static bool closes_rows(const struct bar_look *look)
{
    if (is_parted(look))
        return false;
    size_t ncells = ends_differ(look) ? look->ntrailing : 0;
    return (look->nclosed - ncells) * 2 >= look->nrows;
}

struct grid_cell *bar_add(struct grid *grid, const struct pieces *pieces, uint32_t line,
                          uint32_t index)
{
    const struct piece_line *from = &pieces->lines[line];
    const struct piece *piece = &pieces->items[from->first + index];
    struct grid_cell *cell = grid_add(grid, piece, line);
    if (!cell)
        return NULL;
    if (piece->is_noise && bars_is_rule(piece_text(piece)))
        cell->shape = SHAPE_EMPTY; /* a stroke of the frame, between rows of its neighbours */
    cell->is_closed = index + 1 < from->npieces;
    cell->is_glued = !from->wiki && piece->shape == SHAPE_EMPTY && index > 0 && cell->is_closed &&
                     bars_end_at(grid->source, piece->span.start);
    return cell;
}

bool bar_is_opened(const struct grid *grid, const struct pieces *pieces,
                   const struct piece_line *line)
{
    const struct bar_look *look = grid->bars;
    return line->is_barred && bar_is_framed(look) &&
           pieces->items[line->first + look->lead].shape == SHAPE_EMPTY;
}

bool bar_is_closed(const struct grid *grid, const struct pieces *pieces,
                   const struct piece_line *line)
{
    const struct bar_look *look = grid->bars;
    return line->is_barred && closes_rows(look) &&
           pieces->items[line->first + line->npieces - 1].shape == SHAPE_EMPTY &&
           (!ends_differ(look) || bars_end_at(grid->source, line->span.end));
}

int bar_add_row(struct grid *grid, const struct pieces *pieces, uint32_t line)
{
    const struct piece_line *from = &pieces->lines[line];
    uint32_t lead = grid->bars->lead;
    uint32_t first = lead + bar_is_opened(grid, pieces, from);
    uint32_t end = from->npieces;
    if (end > first && bar_is_closed(grid, pieces, from))
        end--;
    for (uint32_t k = first; k < end; k++) {
        struct grid_cell *cell = bar_add(grid, pieces, line, k);
        if (!cell)
            return -1;
        cell->row = line;
        cell->column = k - first;
    }
    return 0;
}
