/* B6 to B9: the cells of a row stand on several lines, and a bar ends each. The
 * bars that pad a row stand among them, so the rows must be found in the stream
 * of cells: by their constant length, or else by a text behind a value. */
#include "grid_bar.h"

#include <string.h>

enum {
    LEAST_PERCENT = 25,
    LEAST_CLAIM = 70,
    SPREAD = 30,
    MOST_WIDTH = 20,
    LEAST_STARTS = 2,
    KEY_NBYTES = 480
};

static unsigned claim_cells(const struct grid_site *site)
{
    const struct bar_look *look = site->bars;
    if (look->nwiki > 0)
        return 100;
    if (look->ncells == 0 || bar_is_framed(look) ||
        look->nbarred * 100 < look->nlines * LEAST_PERCENT)
        return 0;
    return (unsigned)(LEAST_CLAIM + SPREAD * look->ncells / (look->nrows + look->ncells));
}

/* Many lines have no bar: those that end their cells stand on lines of their own. */
static bool bars_stand_below(const struct bar_look *look)
{
    return look->nbarred * 10 < look->nlines * 9;
}

/* A bar and nothing else, not even a blank. */
static bool is_opener(const struct pieces *pieces, const struct piece_line *line)
{
    const struct piece *first = &pieces->items[line->first];
    return line->is_barred && line->npieces == 2 && first[0].shape == SHAPE_EMPTY &&
           first[1].shape == SHAPE_EMPTY && first[0].span.start == line->span.start;
}

static bool is_text_line(const struct pieces *pieces, const struct piece_line *line)
{
    return pieces->items[line->first].shape == SHAPE_TEXT;
}

/* A caption, or the last column of a header, and what starts the next row. (The
 * rows of T4 are named in its header.) */
static bool ends_row(const struct label *before, const struct label *after)
{
    return before && after && (before->kind == LABEL_CAPTION || before->kind == LABEL_COLUMN) &&
           (after->kind == LABEL_CAPTION || after->kind == LABEL_CORNER ||
            (after->kind == LABEL_ROW && after->table != TABLE_T4));
}

/* Whether a row may go on from one line to the other without a bar between, none of which
 * is an opener. */
static bool may_follow(const struct pieces *pieces, const struct piece_line *a,
                       const struct piece_line *b)
{
    if (!is_text_line(pieces, b) || !pieces->items[b->first].hit.label)
        return a->npieces <= 2; /* a value, perhaps in words */
    return is_text_line(pieces, a) && a->npieces <= 2 &&
           !ends_row(pieces->items[a->first].hit.label, pieces->items[b->first].hit.label);
}

/* Whether a lone bar stands before every row (B8). Then none of them is a cell:
 * a blank one has a blank before its bar. */
static bool is_led(const struct pieces *pieces, size_t first, size_t end)
{
    const struct piece_line *last = NULL;
    size_t nopeners = 0;
    bool at_values = false; /* values that no label stands before: T4's */
    bool was_opener = false;
    for (size_t i = first; i < end; i++) {
        const struct piece_line *line = &pieces->lines[i];
        if (line->is_blank)
            continue;
        if (line->wiki)
            return true;
        bool opens = is_opener(pieces, line);
        bool adjoins = was_opener ? !opens : opens || !last || may_follow(pieces, last, line);
        if (!adjoins || (at_values && opens))
            return false;
        nopeners += opens;
        at_values = at_values || (was_opener && !is_text_line(pieces, line));
        was_opener = opens;
        last = line;
    }
    return nopeners >= LEAST_STARTS;
}

struct stream {
    struct grid *grid;
    const struct pieces *pieces;
    bool is_open;     /* no bar has ended the last cell */
    bool is_led;      /* a lone bar stands before every row */
    uint32_t section; /* counts the places where a row surely ends */
};

static int open_brackets(struct slice text)
{
    int open = 0;
    for (size_t i = 0; i < text.nbytes; i++)
        open += (text.ptr[i] == '(') - (text.ptr[i] == ')');
    return open;
}

/* 8 / .属于行政查询事项: the number of a list that a line end tears from its label's words. */
static bool is_list_number(const struct stream *stream, const struct grid_cell *number,
                           const struct piece *words)
{
    char text[KEY_NBYTES], key[KEY_NBYTES];
    struct slice rest = piece_text(words);
    if (number->shape != SHAPE_NUMBER || number->text.nbytes != 1 || words->shape != SHAPE_TEXT ||
        stream->grid->table != TABLE_T3 || rest.nbytes >= sizeof text)
        return false;
    text[0] = *number->text.ptr;
    memcpy(text + 1, rest.ptr, rest.nbytes);
    struct slice joined = slice_make(key, label_key(slice_make(text, rest.nbytes + 1), key));
    const struct labels *labels = stream->pieces->labels;
    return labels_begin(labels, TABLE_T3, joined) ||
           label_in_table(labels_find(labels, joined), TABLE_T3);
}

/* A cell broken by a line end goes on with the next line's first field. */
static bool goes_on(const struct stream *stream, const struct piece *piece)
{
    const struct grid_cell *last = &stream->grid->cells[stream->grid->ncells - 1];
    if (is_list_number(stream, last, piece))
        return true;
    if (last->shape != SHAPE_TEXT || piece->shape != SHAPE_TEXT || piece->hit.label)
        return false;
    return !last->hit.label || open_brackets(last->text) > 0;
}

/* Tabs part cells, and more blank lines than between two of a row stand between the lone tab and
 * the text on that side: a blank cell is the first or the last of its row. */
static bool stands_apart(const struct pieces *pieces, size_t line, int step)
{
    size_t at = line;
    size_t nblanks = 0;
    do {
        at += (size_t)step;
        nblanks += at < pieces->report->nlines && pieces->lines[at].is_blank;
    } while (at < pieces->report->nlines && pieces->lines[at].is_blank);
    return at < pieces->report->nlines && pieces->lines[at].nfilled > 0 &&
           nblanks > pieces->tab_gap;
}

/* A form feed stands before the cell's text or behind it, with nothing between. */
static bool is_at_page_end(const struct grid *grid, const struct grid_cell *cell)
{
    const char *text = grid->source;
    uint32_t at = cell->span.start;
    while (at > 0 && strchr(" \t\r\n", text[at - 1]))
        at--;
    return (at > 0 && text[at - 1] == '\f') ||
           text[cell->span.end + strspn(text + cell->span.end, " \t\r\n")] == '\f';
}

/* Whether the bar below a number alone on its line may end a blank cell, and the number be a
 * page's: other figures have their bars beside them, or a page ends here. */
static bool may_be_page(const struct stream *stream, const struct grid_cell *cell)
{
    const struct bar_look *look = stream->grid->bars;
    return look->nwiki == 0 && stream->pieces->lines[cell->line].npieces == 1 &&
           grid_may_be_page(cell) &&
           (!bars_stand_below(look) || is_at_page_end(stream->grid, cell));
}

/* Two numbers on lines of their own before one bar: one of them is a page's, and which is the
 * cell's is not told. */
static bool shares_cell(const struct stream *stream, const struct grid_cell *last,
                        const struct piece *piece)
{
    return stream->grid->bars->nwiki == 0 && bars_stand_below(stream->grid->bars) &&
           last->shape == SHAPE_NUMBER && piece->shape == SHAPE_NUMBER;
}

static bool is_lone_bar(const struct piece_line *line)
{
    return line->nfilled == 0 && line->npieces == 2;
}

/* Whether the lone bar below a label may end a blank cell, the label's own lost: others have
 * theirs beside them. */
static bool may_lack_bar(const struct stream *stream, const struct grid_cell *label)
{
    const struct bar_look *look = stream->grid->bars;
    return label->hit.label && look->nwiki == 0 && !bars_stand_below(look) &&
           stream->pieces->lines[label->line].npieces == 1;
}

static int add_field(struct stream *stream, uint32_t line, uint32_t index)
{
    const struct piece_line *from = &stream->pieces->lines[line];
    const struct piece *piece = &stream->pieces->items[from->first + index];
    struct grid *grid = stream->grid;
    bool closed = index + 1 < from->npieces;
    bool lone = stream->pieces->tabs_part_cells && from->nfilled == 0;
    if (lone && index == 0 && stands_apart(stream->pieces, line, -1)) {
        stream->section++;
        stream->is_open = false;
    }
    if (index == 0 && stream->is_open && grid->ncells > 0) {
        if (goes_on(stream, piece)) {
            if (grid_extend(grid, stream->pieces, piece) < 0)
                return -1;
            stream->is_open = !closed;
            return 0;
        }
        if (piece->shape == SHAPE_EMPTY && closed) {
            struct grid_cell *last = &grid->cells[grid->ncells - 1];
            last->is_closed = true;
            last->may_be_page = may_be_page(stream, last);
            last->may_lack_bar = is_lone_bar(from) && may_lack_bar(stream, last);
            stream->is_open = false;
            return 0;
        }
        struct grid_cell *last = &grid->cells[grid->ncells - 1];
        last->may_be_page = last->may_be_page || shares_cell(stream, last, piece);
        stream->section++;
    }
    if (!closed && piece->shape == SHAPE_EMPTY && !(lone && stands_apart(stream->pieces, line, 1)))
        return 0;
    struct grid_cell *cell = bar_add(grid, stream->pieces, line, index);
    if (!cell)
        return -1;
    cell->row = stream->section;
    stream->is_open = !closed;
    return 0;
}

static int read_stream(struct stream *stream, size_t first, size_t end)
{
    for (size_t i = first; i < end; i++) {
        const struct piece_line *line = &stream->pieces->lines[i];
        if (line->is_blank || line->is_rule)
            continue;
        if (stream->is_led && is_opener(stream->pieces, line)) {
            stream->section++;
            stream->is_open = false;
            continue;
        }
        stream->is_open = stream->is_open || line->wiki == WIKI_MORE;
        for (uint32_t k = 0; k < line->npieces; k++)
            if (add_field(stream, (uint32_t)i, k) < 0)
                return -1;
    }
    return 0;
}

/* A text behind a value or an empty field opens a row. */
static bool opens_row(const struct grid *grid, size_t i)
{
    return i == 0 || grid->cells[i].row != grid->cells[i - 1].row ||
           (grid->cells[i].shape == SHAPE_TEXT && grid->cells[i - 1].shape != SHAPE_TEXT);
}

/* Whether rows of `width` cells each start with a text, but the last, which may
 * be the values under a header, all of them; no row starts elsewhere (an unknown text there is a
 * value); and most starts are seen as such. */
static bool is_width(const struct grid *grid, size_t width)
{
    size_t nseen = 0;
    size_t nstarts = 0;
    size_t column = 0;
    for (size_t i = 1; i < grid->ncells; i++) {
        column = column + 1 < width ? column + 1 : 0;
        bool starts = column == 0;
        bool last = i + width == grid->ncells;
        bool text = grid->cells[i].shape == SHAPE_TEXT;
        if (starts ? !text && !last : opens_row(grid, i) && !(text && !grid->cells[i].hit.label))
            return false;
        nstarts += starts;
        nseen += starts && opens_row(grid, i);
    }
    return nseen >= LEAST_STARTS && nseen * 2 >= nstarts;
}

static size_t find_width(const struct grid *grid)
{
    for (size_t width = 2; width <= MOST_WIDTH; width++)
        if (is_width(grid, width))
            return width;
    return 0;
}

/* The fields for labels that a row of the table has, in any edition. */
static size_t label_columns(const struct stream *stream)
{
    const struct forms *forms = stream->pieces->report->forms;
    size_t most = 0;
    for (size_t e = 0; e < forms_count(forms); e++) {
        size_t n = forms_at(forms, e)->tables[stream->grid->table].label_columns;
        most = n > most ? n : most;
    }
    return most;
}

static bool is_row_label(const struct grid *grid, const struct grid_cell *cell)
{
    const struct label *label = label_in_table(cell->hit.label, grid->table);
    return cell->shape == SHAPE_TEXT && label && label->kind == LABEL_ROW;
}

/* Whether from the cell `from` on rows of `width` fields each begin with their labels, before
 * which, in some, empty fields stand that labels of the rows above cover. */
static bool is_covered_width(const struct grid *grid, size_t from, size_t width, size_t nlabels)
{
    enum { LEAST_ROWS = 8 };
    size_t ncovered = 0;
    size_t nrows = 0;
    size_t ntexts = 0;
    for (size_t i = from, column = 0; i < grid->ncells; i++, column++) {
        const struct grid_cell *cell = &grid->cells[i];
        if (column == width) {
            if (ntexts == 0)
                return false;
            nrows++;
            column = ntexts = 0;
        } else if (i > from && cell->row != cell[-1].row) {
            return false;
        }
        if (column >= nlabels ? cell->shape == SHAPE_TEXT && cell->hit.label
                              : grid_is_value(cell) && ntexts == 0)
            return false;
        ncovered += column == 0 && cell->shape == SHAPE_EMPTY;
        ntexts += cell->shape == SHAPE_TEXT;
    }
    return ntexts > 0 && nrows >= LEAST_ROWS && ncovered >= LEAST_STARTS;
}

/* 0: there is none. Sets where the rows begin. */
static size_t find_covered_width(const struct stream *stream, size_t *from)
{
    const struct grid *grid = stream->grid;
    size_t nlabels = label_columns(stream);
    *from = 0;
    if (nlabels < 2)
        return 0;
    while (*from < grid->ncells && !is_row_label(grid, &grid->cells[*from]))
        ++*from;
    for (size_t width = nlabels + 2; width <= MOST_WIDTH; width++)
        if (is_covered_width(grid, *from, width, nlabels))
            return width;
    return 0;
}

static bool begins_label(const struct stream *stream, struct slice text)
{
    char key[KEY_NBYTES];
    if (text.nbytes > sizeof key)
        return false;
    return labels_begin(stream->pieces->labels, stream->grid->table,
                        slice_make(key, label_key(text, key)));
}

/* Whether a row of this label has so many columns in some edition. */
static bool is_width_of(const struct stream *stream, const struct label *label, size_t width)
{
    const struct forms *forms = stream->pieces->report->forms;
    enum table_id table = stream->grid->table;
    for (label = label_in_table(label, table); label; label = label_in_table(label->next, table)) {
        const struct form_table *form = &forms_at(forms, label->edition)->tables[table];
        if (label->kind == LABEL_ROW && form->blocks[label->block].ncols == width)
            return true;
    }
    return false;
}

static bool is_known_text(const struct grid_cell *cell)
{
    return cell->shape == SHAPE_TEXT && cell->hit.label;
}

/* The cells from the labels that begin a row to the next text behind them. */
static size_t row_length(const struct grid *grid, size_t first)
{
    size_t end = first;
    while (end < grid->ncells && is_known_text(&grid->cells[end]))
        end++;
    while (end < grid->ncells && grid->cells[end].shape != SHAPE_TEXT)
        end++;
    return end - first;
}

/* Whether the row's values [first, end), an unknown text among them, are padded with blanks to
 * the length of the next row, which has none. */
static bool is_padded_alike(const struct stream *stream, size_t text, size_t first, size_t end)
{
    const struct grid *grid = stream->grid;
    size_t start = first - 1;
    size_t last = end;
    while (start > 0 && is_known_text(&grid->cells[start - 1]))
        start--;
    if (text == first || end == grid->ncells || row_length(grid, end) != end - start)
        return false;
    while (last > text + 1 && grid->cells[last - 1].shape == SHAPE_EMPTY)
        last--;
    for (size_t n = last - first; n < end - first; n++)
        if (is_width_of(stream, grid->cells[first - 1].hit.label, n))
            return true;
    return false;
}

/* An unknown text is a value where the row, short without it, is full with it and
 * what follows to the next text, a known one. */
static bool is_value_text(const struct stream *stream, size_t i)
{
    const struct grid_cell *cells = stream->grid->cells;
    size_t ncells = stream->grid->ncells;
    size_t first = i;
    size_t end = i + 1;
    if (cells[i].shape != SHAPE_TEXT || cells[i].hit.label)
        return false;
    while (first > 0 && cells[first - 1].shape != SHAPE_TEXT)
        first--;
    while (end < ncells && cells[end].shape != SHAPE_TEXT)
        end++;
    if (first == 0 || (end < ncells && !cells[end].hit.label) ||
        begins_label(stream, cells[i].text))
        return false;
    const struct label *label = cells[first - 1].hit.label;
    bool remark = grid_is_remark(stream->pieces->labels, &cells[i].hit, cells[i].text);
    if (!remark && is_width_of(stream, label, i - first))
        return false;
    return is_width_of(stream, label, end - first) || is_padded_alike(stream, i, first, end);
}

/* Rows of `width` fields begin at the cell `from`; 0: rows are guessed. */
static void number_rows(const struct stream *stream, size_t width, size_t from)
{
    struct grid *grid = stream->grid;
    uint32_t row = 0;
    uint32_t column = 0;
    uint32_t section = grid->ncells ? grid->cells[0].row : 0;
    bool after_value = false;
    for (size_t i = 0; i < grid->ncells; i++, column++) {
        struct grid_cell *cell = &grid->cells[i];
        cell->is_value = is_value_text(stream, i);
        bool value = cell->shape != SHAPE_TEXT || cell->is_value;
        bool text = !stream->is_led && after_value && !value;
        bool opens =
            width && i >= from ? column == width || i == from : text || cell->row != section;
        section = cell->row;
        after_value = value;
        if (i > 0 && opens) {
            row++;
            column = 0;
        }
        cell->row = row;
        cell->column = column;
    }
}

static const char *name_layout(const struct bar_look *look, bool led)
{
    if (bars_stand_below(look))
        return "B7";
    if (led)
        return "B8";
    return look->nrows + look->nvalues + look->npadded > 0 ? "B9" : "B6";
}

static int read_cells(const struct pieces *pieces, size_t first, size_t end, struct grid *grid)
{
    const struct bar_look *look = grid->bars;
    struct stream stream = {.grid = grid, .pieces = pieces, .is_led = is_led(pieces, first, end)};
    if (read_stream(&stream, first, end) < 0)
        return -1;
    size_t from = 0;
    size_t width = stream.is_led ? 0 : find_width(grid);
    if (width == 0 && !stream.is_led)
        width = find_covered_width(&stream, &from);
    number_rows(&stream, width, from);
    grid->is_marked = look->nwiki > 0;
    grid->is_parted = pieces->tabs_part_cells;
    grid->flows = width == 0 && !stream.is_led;
    grid->is_spaced = look->nspaced * 2 >= look->ntexts;
    grid->layout = name_layout(look, stream.is_led);
    return 0;
}

const struct grid_reader grid_bar_cells = {
    .layout = "B",
    .has_rows = true,
    .claim = claim_cells,
    .read = read_cells,
    .survey = bar_survey,
    .place = bar_place,
};
