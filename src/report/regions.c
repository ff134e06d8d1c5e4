#include "regions.h"

#include <string.h>

#include "align.h"
#include "gouji/base/message.h"

enum {
    MOST_STRANGE = 8, /* unknown lines in a row that a table may hold */
    MOST_STRANGE_BEFORE_VALUE = 3,
    MOST_DISTINCT = 128,
    MOST_PIECES = 16384,   /* the largest form has some 300 cells */
    LEAST_HALF_NBYTES = 9, /* three characters */
    NEAR_PERCENT = 60,
    HALF_NBYTES = 320,
    SHORT_NBYTES = 60,
    MOST_SEEN = 48,
    ENOUGH_WITH_ROW = 2,
    MOST_WORDS = 12, /* of one label in a paragraph */
    MOST_COLUMNS = 16,
    MOST_LINES_BACK = 32, /* of a broken label before the first whole one */
};

static const unsigned needed[TABLE_COUNT] = {[TABLE_T2] = 6, [TABLE_T3] = 8, [TABLE_T4] = 5};

struct growth {
    const struct pieces *pieces;
    enum table_id table;
    const struct label *met[MOST_DISTINCT];
    size_t nmet;
    unsigned score;
    size_t npieces;
    bool has_values;
    bool has_row;           /* as many values side by side as only this table prints */
    char half[HALF_NBYTES]; /* key of the label begun by the texts before, if any */
    size_t nhalf;
    const struct label *seen[MOST_SEEN]; /* in the line at hand */
    size_t nseen;
};

struct line_view {
    bool own;     /* a label of this table */
    bool foreign; /* labels of other tables only, and not weak ones */
    bool values;
    bool strange; /* other text */
    bool prose;
};

/* Whether the two texts, one above the other, are one label of the table. */
static const struct label *read_across(const struct pieces *pieces, enum table_id table,
                                       const struct piece *above, const struct piece *below)
{
    char text[HALF_NBYTES];
    char key[HALF_NBYTES];
    struct slice a = piece_text(above);
    struct slice b = piece_text(below);
    if (above->shape != SHAPE_TEXT || below->shape != SHAPE_TEXT ||
        a.nbytes + b.nbytes > sizeof text)
        return NULL;
    memcpy(text, a.ptr, a.nbytes);
    memcpy(text + a.nbytes, b.ptr, b.nbytes);
    struct slice both = slice_make(key, label_key(slice_make(text, a.nbytes + b.nbytes), key));
    return label_in_table(labels_find(pieces->labels, both), table);
}

static void note_label(struct growth *growth, const struct label *label)
{
    for (size_t i = 0; i < growth->nmet; i++)
        if (growth->met[i] == label)
            return;
    if (growth->nmet == MOST_DISTINCT)
        return;
    growth->met[growth->nmet++] = label;
    growth->score += label->weight;
}

static void see(struct growth *growth, const struct label *label)
{
    if (label && growth->nseen < MOST_SEEN)
        growth->seen[growth->nseen++] = label;
}

static void begin_half(struct growth *growth, struct slice key)
{
    growth->nhalf = 0;
    if (key.nbytes == 0 || !labels_begin(growth->pieces->labels, growth->table, key))
        return;
    memcpy(growth->half, key.ptr, key.nbytes);
    growth->nhalf = key.nbytes;
}

/* The text goes on with the label begun before it. */
static bool goes_on(struct growth *growth, struct slice key)
{
    const struct labels *labels = growth->pieces->labels;
    if (growth->nhalf == 0 || key.nbytes == 0 || growth->nhalf + key.nbytes > HALF_NBYTES)
        return false;
    memcpy(growth->half + growth->nhalf, key.ptr, key.nbytes);
    struct slice both = slice_make(growth->half, growth->nhalf + key.nbytes);
    const struct label *whole = label_in_table(labels_find(labels, both), growth->table);
    see(growth, whole);
    if (!whole && !labels_begin(labels, growth->table, both))
        return false;
    growth->nhalf = both.nbytes;
    return true;
}

/* Part of a label that line ends broke: its front, or what may follow one. */
static bool is_half(struct growth *growth, const struct piece *piece)
{
    char key[LEAST_HALF_NBYTES * 16];
    struct slice text = piece_text(piece);
    if (piece->shape != SHAPE_TEXT || text.nbytes > sizeof key)
        return false;
    struct slice half = slice_make(key, label_key(text, key));
    bool follows = growth->nhalf > 0;
    if (goes_on(growth, half))
        return growth->nhalf >= LEAST_HALF_NBYTES;
    begin_half(growth, half);
    if (growth->nhalf >= LEAST_HALF_NBYTES)
        return true;
    return follows && half.nbytes > 0 &&
           labels_contain(growth->pieces->labels, growth->table, half);
}

/* 结果 / 纠正: the second half of a broken label may be a label of its own. */
static void see_own(struct growth *growth, const struct piece *piece, const struct label *own)
{
    char key[HALF_NBYTES];
    struct slice text = piece_text(piece);
    see(growth, own);
    if (own && growth->nhalf > 0 && text.nbytes <= sizeof key)
        goes_on(growth, slice_make(key, label_key(text, key)));
    growth->nhalf = own ? 0 : growth->nhalf;
}

static bool is_close_row(const struct form_row *row, struct slice text)
{
    unsigned limit = align_tolerance(strlen(row->norm));
    while (text.nbytes > 0 && strchr("#*", text.ptr[0])) /* of Markdown */
        text = slice_make(text.ptr + 1, text.nbytes - 1);
    return limit > 0 && align_distance(slice_of(row->norm), text, limit) <= limit;
}

/* The label of a row with a slip in it. */
static bool is_misprint(const struct growth *growth, const struct piece *piece)
{
    const struct forms *forms = growth->pieces->report->forms;
    if (piece->shape != SHAPE_TEXT || piece->hit.label || piece->is_prose || piece->is_noise)
        return false;
    for (size_t e = 0; e < forms_count(forms); e++) {
        const struct form_table *form = &forms_at(forms, e)->tables[growth->table];
        for (size_t b = 0; b < form->nblocks; b++)
            for (size_t r = 0; r < form->blocks[b].nrows; r++)
                if (is_close_row(&form->blocks[b].rows[r], piece_text(piece)))
                    return true;
    }
    return false;
}

/* A character or two of a label printed downwards: says nothing either way. */
static bool is_crumb(const struct growth *growth, const struct piece *piece)
{
    char key[LEAST_HALF_NBYTES * 2];
    struct slice text = piece_text(piece);
    if (text.nbytes > sizeof key)
        return false;
    struct slice crumb = slice_make(key, label_key(text, key));
    return crumb.nbytes > 0 && crumb.nbytes < LEAST_HALF_NBYTES &&
           labels_hold(growth->pieces->labels, growth->table, crumb);
}

/* Header cells side by side, each broken over two lines. */
static bool see_across(struct growth *growth, size_t index)
{
    const struct pieces *pieces = growth->pieces;
    const struct piece_line *line = &pieces->lines[index];
    size_t nseen = growth->nseen;
    if (!line->by_blanks || index == 0)
        return false;
    const struct piece_line *above = line - 1;
    for (uint32_t k = 0; k < line->npieces; k++)
        for (uint32_t q = 0; q < above->npieces; q++)
            see(growth, read_across(pieces, growth->table, &pieces->items[above->first + q],
                                    &pieces->items[line->first + k]));
    return growth->nseen > nseen;
}

static struct line_view view_line(struct growth *growth, size_t index)
{
    const struct pieces *pieces = growth->pieces;
    const struct piece_line *line = &pieces->lines[index];
    struct line_view view = {0};
    unsigned foreign = 0;
    growth->nseen = 0;
    for (uint32_t k = 0; k < line->npieces; k++) {
        const struct piece *piece = &pieces->items[line->first + k];
        const struct label *own = label_in_table(piece->hit.label, growth->table);
        see_own(growth, piece, own);
        view.own = view.own || own || is_half(growth, piece);
        if (!own && piece->hit.label)
            foreign += piece->hit.label->weight;
        view.values = view.values || piece->shape == SHAPE_NUMBER || piece->shape == SHAPE_MARK;
        view.prose = view.prose || piece->is_prose;
        view.strange = view.strange || (piece->shape == SHAPE_TEXT && !piece->hit.label &&
                                        !piece->is_noise && !is_crumb(growth, piece));
    }
    view.own = see_across(growth, index) || view.own;
    view.foreign = !view.own && foreign > 0;
    return view;
}

/* A line with nothing but the values of a table that prints them in one row. */
static bool is_whole_row(const struct growth *growth, size_t index)
{
    const struct piece_line *line = &growth->pieces->lines[index];
    const struct form_table *form =
        &forms_at(growth->pieces->report->forms, 0)->tables[growth->table];
    size_t n = 0;
    if (!form->one_printed_row)
        return false;
    for (uint32_t k = 0; k < line->npieces; k++) {
        enum cell_shape shape = growth->pieces->items[line->first + k].shape;
        if (shape == SHAPE_TEXT)
            return false;
        n += shape != SHAPE_EMPTY;
    }
    return n == form->blocks[0].ncols * form->blocks[0].nrows;
}

/* Grows from the line `first`; the end is the line after the last that surely
 * belongs to the table. */
static size_t grow(struct growth *growth, size_t first)
{
    const struct pieces *pieces = growth->pieces;
    size_t end = first;
    unsigned strange = 0;
    for (size_t i = first; i < pieces->report->nlines && strange <= MOST_STRANGE; i++) {
        if (pieces->lines[i].is_blank)
            continue;
        growth->npieces += pieces->lines[i].npieces;
        if (growth->npieces > MOST_PIECES)
            break;
        struct line_view view = view_line(growth, i);
        if (view.foreign || (pieces->lines[i].is_heading && !view.own))
            break;
        if (view.own) {
            for (size_t k = 0; k < growth->nseen; k++)
                note_label(growth, growth->seen[k]);
            strange = 0;
            end = i + 1;
        } else if (view.values && !view.prose && strange <= MOST_STRANGE_BEFORE_VALUE) {
            end = i + 1;
            strange = 0;
        } else if (view.strange) {
            strange += view.prose ? 2 : 1;
        }
        growth->has_values = growth->has_values || view.values;
        growth->has_row = growth->has_row || is_whole_row(growth, i);
    }
    return end;
}

static bool is_all_empty(const struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    for (uint32_t k = 0; k < line->npieces; k++)
        if (pieces->items[line->first + k].shape != SHAPE_EMPTY)
            return false;
    return !line->is_blank;
}

static bool is_rule(const struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    bool noise = false;
    for (uint32_t k = 0; k < line->npieces; k++) {
        const struct piece *piece = &pieces->items[line->first + k];
        if (piece->shape != SHAPE_EMPTY && !piece->is_noise)
            return false;
        noise = noise || piece->is_noise;
    }
    return line->is_barred && noise;
}

/* The one piece of a barred line that is not empty, or NULL. */
static const struct piece *lone_piece(const struct pieces *pieces, size_t index)
{
    const struct piece_line *line = &pieces->lines[index];
    const struct piece *lone = NULL;
    for (uint32_t k = 0; k < line->npieces; k++) {
        const struct piece *piece = &pieces->items[line->first + k];
        if (piece->shape == SHAPE_EMPTY)
            continue;
        if (lone)
            return NULL;
        lone = piece;
    }
    return lone;
}

static bool is_bars(const struct pieces *pieces, size_t index)
{
    return index < pieces->report->nlines && pieces->lines[index].is_barred &&
           is_all_empty(pieces, index);
}

/* The label of the form's last row with a slip in it. */
static bool is_last_misprint(const struct growth *growth, const struct piece *piece)
{
    const struct forms *forms = growth->pieces->report->forms;
    if (piece->shape != SHAPE_TEXT || piece->hit.label || piece->is_prose || piece->is_noise)
        return false;
    for (size_t e = 0; e < forms_count(forms); e++) {
        const struct form_table *form = &forms_at(forms, e)->tables[growth->table];
        const struct form_block *block = &form->blocks[form->nblocks - 1];
        if (is_close_row(&block->rows[block->nrows - 1], piece_text(piece)))
            return true;
    }
    return false;
}

/* A misprinted label before empty fields is the table's last row, blank. */
static bool is_blank_misprint(const struct growth *growth, size_t index)
{
    const struct piece_line *line = &growth->pieces->lines[index];
    const struct piece *lone = lone_piece(growth->pieces, index);
    if (!lone || line->is_heading)
        return false;
    if (is_last_misprint(growth, lone))
        return true;
    return line->is_barred && (line->npieces > 2 || is_bars(growth->pieces, index + 1)) &&
           is_misprint(growth, lone);
}

/* Whether the table has a row of this label with so many columns. */
static bool is_row_of(const struct growth *growth, const struct label *label, size_t ncols)
{
    const struct forms *forms = growth->pieces->report->forms;
    for (label = label_in_table(label, growth->table); label;
         label = label_in_table(label->next, growth->table)) {
        const struct form_table *form = &forms_at(forms, label->edition)->tables[growth->table];
        if (label->kind == LABEL_ROW && form->blocks[label->block].ncols == ncols)
            return true;
    }
    return false;
}

/* Whether a row of one cell a line, with the line `last` as its last, has room for
 * just one value more. */
static bool lacks_one(const struct growth *growth, size_t last)
{
    const struct pieces *pieces = growth->pieces;
    size_t nvalues = 0;
    for (size_t i = last + 1; i-- > 0 && nvalues < MOST_COLUMNS;) {
        const struct piece *lone = lone_piece(pieces, i);
        if (is_all_empty(pieces, i) || pieces->lines[i].is_blank)
            continue;
        if (!lone)
            return false;
        if (lone->shape == SHAPE_TEXT)
            return is_row_of(growth, lone->hit.label, nvalues + 1) &&
                   !is_row_of(growth, lone->hit.label, nvalues);
        nvalues++;
    }
    return false;
}

/* A last value in words, where every cell has a line of its own. */
static bool is_text_cell(const struct growth *growth, size_t before, size_t index)
{
    const struct pieces *pieces = growth->pieces;
    const struct piece_line *line = &pieces->lines[index];
    const struct piece *lone = lone_piece(pieces, index);
    if (!lone || line->is_heading || lone->shape != SHAPE_TEXT || lone->hit.label || lone->is_prose)
        return false;
    if (line->is_barred == pieces->lines[before].is_barred &&
        grid_is_remark(pieces->labels, &lone->hit, piece_text(lone)) && lacks_one(growth, before))
        return true;
    return line->is_barred ? line->npieces == 2 && line[-1].is_barred && line[-1].npieces == 2
                           : is_bars(pieces, index - 1) && is_bars(pieces, index + 1);
}

/* Empty fields behind the last label or value are the blank end of its row, or,
 * where no value was met at all, a blank row of its own. A last row that is known
 * by neither may follow. */
static size_t grow_empty(const struct growth *growth, size_t end)
{
    const struct pieces *pieces = growth->pieces;
    size_t nlines = pieces->report->nlines;
    size_t i = end;
    while (i < nlines && !growth->has_values && (pieces->lines[i].is_blank || is_rule(pieces, i)))
        i++;
    while (i < nlines && is_all_empty(pieces, i))
        end = ++i;
    for (i = end; i < nlines && (pieces->lines[i].is_blank || is_rule(pieces, i));)
        i++;
    if (i >= nlines || end == 0 ||
        (!is_blank_misprint(growth, i) && !is_text_cell(growth, end - 1, i)))
        return end;
    for (end = i + 1; end < nlines && is_all_empty(pieces, end);)
        end++;
    return end;
}

/* The last rows of a page's table belong to it, known labels or not. */
static size_t grow_stated(struct growth *growth, size_t end)
{
    const struct piece_line *lines = growth->pieces->lines;
    const struct markup_row *last = end > 0 ? lines[end - 1].markup : NULL;
    for (size_t i = end; last && i < growth->pieces->report->nlines; i++) {
        if (!lines[i].markup || lines[i].markup->table != last->table || lines[i].is_heading ||
            view_line(growth, i).foreign)
            break;
        end = i + 1;
    }
    return end;
}

/* The table of a label that this line and the next make together, or -1. */
static int starts_broken(const struct pieces *pieces, size_t index)
{
    const struct piece *first = &pieces->items[pieces->lines[index].first];
    size_t next = index + 1;
    while (next < pieces->report->nlines && pieces->lines[next].is_blank)
        next++;
    if (next >= pieces->report->nlines || pieces->lines[index].npieces > 2 ||
        piece_text(first).nbytes > SHORT_NBYTES)
        return -1;
    const struct piece *above = first + pieces->lines[index].npieces - 1;
    const struct piece *below =
        &pieces->items[pieces->lines[next].first] + pieces->lines[next].npieces - 1;
    for (int t = 0; t < TABLE_COUNT && !above->hit.label; t++) {
        const struct label *label = read_across(pieces, (enum table_id)t, above, below);
        if (label && label->weight > 0)
            return t;
    }
    return -1;
}

/* The table of a label that stands word by word in a paragraph, or -1. */
static int starts_in_run(const struct pieces *pieces, size_t index)
{
    char key[HALF_NBYTES];
    size_t n = 0;
    for (size_t i = index; i < pieces->report->nlines && i < index + MOST_WORDS; i++) {
        const struct piece *piece = &pieces->items[pieces->lines[i].first];
        struct slice text = piece_text(piece);
        bool begins = false;
        if (!pieces->lines[i].is_run || piece->shape != SHAPE_TEXT || n + text.nbytes > sizeof key)
            return -1;
        n += label_key(text, key + n);
        const struct label *label = i > index ? labels_find(pieces->labels, slice_make(key, n)) : 0;
        if (label && label->weight > 0)
            return (int)label->table;
        for (int t = 0; t < TABLE_COUNT; t++)
            begins = begins || labels_begin(pieces->labels, (enum table_id)t, slice_make(key, n));
        if (!begins)
            return -1;
    }
    return -1;
}

/* The table whose labels on this line weigh most, or -1. */
static int starts(const struct pieces *pieces, size_t index)
{
    unsigned weights[TABLE_COUNT] = {0};
    const struct piece_line *line = &pieces->lines[index];
    for (uint32_t k = 0; k < line->npieces; k++)
        for (int t = 0; t < TABLE_COUNT; t++) {
            const struct label *label = pieces->items[line->first + k].hit.label;
            label = label_in_table(label, (enum table_id)t);
            weights[t] += label ? label->weight : 0;
        }
    int best = -1;
    for (int t = 0; t < TABLE_COUNT; t++)
        if (weights[t] > 0 && (best < 0 || weights[t] > weights[best]))
            best = t;
    if (best < 0 && line->is_run && !line->is_blank)
        best = starts_in_run(pieces, index);
    return best < 0 ? starts_broken(pieces, index) : best;
}

static bool is_enough(const struct growth *growth)
{
    unsigned least = growth->has_row ? ENOUGH_WITH_ROW : needed[growth->table];
    return growth->score >= (growth->has_values ? least : 2 * least);
}

/* Parts of one table with only page furniture between are one region. */
static bool joins(const struct pieces *pieces, const struct region *a, const struct region *b)
{
    size_t lines = 0;
    if (a->table != b->table)
        return false;
    for (size_t i = a->end; i < b->first; i++) {
        lines += !pieces->lines[i].is_blank;
        if (pieces->lines[i].is_heading)
            return false;
    }
    return lines <= MOST_STRANGE;
}

static int add_region(const struct pieces *pieces, struct regions *regions, struct region region,
                      struct err *err)
{
    struct region *last = regions->nitems ? &regions->items[regions->nitems - 1] : NULL;
    if (last && joins(pieces, last, &region)) {
        last->end = region.end;
        last->score += region.score;
        return 0;
    }
    if (regions->nitems >= REPORT_MAX_TABLES)
        return err_set(err, ERR_LIMIT, _("more than %d tables"), (int)REPORT_MAX_TABLES);
    struct region *slot = arena_push(pieces->arena, &regions->items, &regions->capacity,
                                     regions->nitems, sizeof *slot);
    if (!slot)
        return err_set_nomem(err);
    *slot = region;
    regions->nitems++;
    return 0;
}

/* Whether the texts of the lines [first, end) are labels of the table, broken over
 * lines or not, and nothing else. */
static bool are_labels(const struct pieces *pieces, enum table_id table, size_t first, size_t end)
{
    struct growth growth = {.pieces = pieces, .table = table};
    bool whole = true;
    for (size_t i = first; i < end; i++) {
        const struct piece_line *line = &pieces->lines[i];
        for (uint32_t k = 0; k < line->npieces; k++) {
            const struct piece *piece = &pieces->items[line->first + k];
            char key[HALF_NBYTES];
            struct slice text = piece_text(piece);
            if (piece->shape == SHAPE_EMPTY)
                continue;
            if (piece->shape != SHAPE_TEXT || line->is_heading || text.nbytes > sizeof key)
                return false;
            struct slice half = slice_make(key, label_key(text, key));
            growth.nseen = 0;
            if (!goes_on(&growth, half)) {
                if (!whole)
                    return false;
                begin_half(&growth, half);
                see(&growth, label_in_table(piece->hit.label, table));
            }
            whole = growth.nseen > 0;
            if (!whole && growth.nhalf == 0)
                return false;
        }
    }
    return whole;
}

/* A row of values in one line, whose label has a slip in it. */
static bool is_misprinted_row(const struct growth *growth, size_t index)
{
    const struct piece_line *line = &growth->pieces->lines[index];
    const struct piece *head = NULL;
    size_t nvalues = 0;
    for (uint32_t k = 0; k < line->npieces; k++) {
        const struct piece *piece = &growth->pieces->items[line->first + k];
        if (piece->shape == SHAPE_TEXT && head)
            return false;
        head = piece->shape == SHAPE_TEXT ? piece : head;
        nvalues += piece->shape == SHAPE_NUMBER || piece->shape == SHAPE_MARK;
    }
    return head && nvalues > 0 && !line->is_heading && is_misprint(growth, head);
}

/* Broken labels just above the first whole one belong to the table, too. */
static size_t grow_back(const struct pieces *pieces, enum table_id table, size_t first)
{
    struct growth growth = {.pieces = pieces, .table = table};
    if (first > 0 && is_misprinted_row(&growth, first - 1))
        first--;
    size_t best = first;
    unsigned lines = 0;
    for (size_t i = first; i-- > 0 && lines < MOST_LINES_BACK && !pieces->lines[i].is_heading;) {
        if (pieces->lines[i].is_blank)
            continue;
        lines++;
        if (are_labels(pieces, table, i, first))
            best = i;
    }
    return best;
}

int regions_find(const struct pieces *pieces, struct regions *out, struct err *err)
{
    *out = (struct regions){0};
    for (size_t i = 0; i < pieces->report->nlines; i++) {
        int table = starts(pieces, i);
        if (table < 0)
            continue;
        struct growth growth = {.pieces = pieces, .table = (enum table_id)table};
        size_t end = grow(&growth, i);
        size_t last = out->nitems ? out->items[out->nitems - 1].end : 0;
        size_t first = growth.score > 1 ? grow_back(pieces, growth.table, i) : i;
        first = first >= last ? first : i;
        if (first < i) {
            growth = (struct growth){.pieces = pieces, .table = (enum table_id)table};
            end = grow(&growth, first);
        }
        if (is_enough(&growth)) {
            end = grow_stated(&growth, grow_empty(&growth, end));
            struct region region = {growth.table, first, end, growth.score};
            if (add_region(pieces, out, region, err) < 0)
                return -1;
        }
        /* Too few labels from here on are too few from any later line, too. */
        if (end > i)
            i = end - 1;
    }
    return 0;
}

static const struct region *strongest(const struct regions *regions, enum table_id table,
                                      const struct region *but)
{
    const struct region *best = NULL;
    for (size_t i = 0; i < regions->nitems; i++) {
        const struct region *region = &regions->items[i];
        if (region != but && region->table == table && (!best || region->score > best->score))
            best = region;
    }
    return best;
}

/* Two editions of one table weigh differently: of a file with two reports the
 * first one's tables are meant, not some of each. */
const struct region *regions_best(const struct regions *regions, enum table_id table,
                                  const struct region **rival)
{
    const struct region *best = strongest(regions, table, NULL);
    *rival = NULL;
    if (!best)
        return NULL;
    unsigned least = best->score * NEAR_PERCENT;
    for (const struct region *region = regions->items; region < best; region++)
        if (region->table == table && region->score * 100 >= least)
            best = region;
    const struct region *other = strongest(regions, table, best);
    *rival = other && other->score * 100 >= least ? other : NULL;
    return best;
}
