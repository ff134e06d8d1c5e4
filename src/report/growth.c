#include "growth.h"

#include <stdlib.h>
#include <string.h>

#include "align.h"
#include "words.h"

enum {
    MOST_STRANGE_BEFORE_VALUE = 3,
    MOST_PIECES = 16384,   /* the largest form has some 300 cells */
    LEAST_HALF_NBYTES = 9, /* three characters */
};

/* The label that the text of `above`, which may begin one, makes with the other. */
static const struct label *read_on(const struct pieces *pieces, const struct piece *above,
                                   const struct piece *below)
{
    char text[GROWTH_HALF_NBYTES];
    struct slice a = piece_text(above);
    struct slice b = piece_text(below);
    if (a.nbytes + b.nbytes > sizeof text || !labels_may_join(pieces->labels, a, b))
        return NULL;
    memcpy(text, a.ptr, a.nbytes);
    memcpy(text + a.nbytes, b.ptr, b.nbytes);
    return labels_find_folded(pieces->labels, slice_make(text, a.nbytes + b.nbytes));
}

const struct label *growth_read_across(const struct pieces *pieces, const struct piece *above,
                                       const struct piece *below)
{
    bool may_be = above->shape == SHAPE_TEXT && below->shape == SHAPE_TEXT &&
                  labels_may_begin(pieces->labels, piece_text(above));
    return may_be ? read_on(pieces, above, below) : NULL;
}

/* Where the label stands among those met, or would. */
static size_t place_of(const struct growth *growth, const struct label *label)
{
    size_t place = (uintptr_t)label / sizeof *label % GROWTH_PLACES;
    while (growth->met[place] && growth->met[place] != label)
        place = (place + 1) % GROWTH_PLACES;
    return place;
}

static void note_label(struct growth *growth, const struct label *label)
{
    size_t place = place_of(growth, label);
    if (growth->met[place] || growth->nmet == GROWTH_MOST_DISTINCT)
        return;
    growth->met[place] = label;
    growth->nmet++;
    growth->score += label->weight;
}

void growth_see(struct growth *growth, const struct label *label)
{
    if (label && growth->nseen < GROWTH_MOST_SEEN)
        growth->seen[growth->nseen++] = label;
}

void growth_begin_half(struct growth *growth, struct slice key)
{
    growth->nhalf = 0;
    if (key.nbytes == 0 || !labels_begin(growth->pieces->labels, growth->table, key))
        return;
    memcpy(growth->half, key.ptr, key.nbytes);
    growth->nhalf = key.nbytes;
}

/* The text goes on with the label begun before it. */
bool growth_goes_on(struct growth *growth, struct slice key)
{
    const struct labels *labels = growth->pieces->labels;
    if (growth->nhalf == 0 || key.nbytes == 0 || growth->nhalf + key.nbytes > GROWTH_HALF_NBYTES)
        return false;
    memcpy(growth->half + growth->nhalf, key.ptr, key.nbytes);
    struct slice both = slice_make(growth->half, growth->nhalf + key.nbytes);
    const struct label *whole = label_in_table(labels_find(labels, both), growth->table);
    growth_see(growth, whole);
    if (!whole && !labels_begin(labels, growth->table, both))
        return false;
    growth->nhalf = both.nbytes;
    return true;
}

/* Part of a label that line ends broke: its front, or what may follow one. */
static bool is_half(struct growth *growth, struct slice half)
{
    bool follows = growth->nhalf > 0;
    if (growth_goes_on(growth, half))
        return growth->nhalf >= LEAST_HALF_NBYTES;
    growth_begin_half(growth, half);
    if (growth->nhalf >= LEAST_HALF_NBYTES)
        return true;
    return follows && half.nbytes > 0 &&
           labels_contain(growth->pieces->labels, growth->table, half);
}

/* 结果 / 纠正: the second half of a broken label may be a label of its own. */
static void see_own(struct growth *growth, const struct piece *piece, const struct label *own)
{
    char key[GROWTH_HALF_NBYTES];
    struct slice text = piece_text(piece);
    growth_see(growth, own);
    if (growth->nhalf > 0 && text.nbytes <= sizeof key)
        growth_goes_on(growth, slice_make(key, label_key(text, key)));
    growth->nhalf = 0;
}

bool growth_is_close_row(const struct form_row *row, struct slice text)
{
    unsigned limit = align_tolerance(strlen(row->norm));
    while (text.nbytes > 0 && strchr("#*", text.ptr[0])) /* of Markdown */
        text = slice_make(text.ptr + 1, text.nbytes - 1);
    return limit > 0 && align_distance(slice_of(row->norm), text, limit) <= limit;
}

/* The label of a row with a slip in it. */
bool growth_is_misprint(const struct growth *growth, const struct piece *piece)
{
    const struct forms *forms = growth->pieces->report->forms;
    if (piece->shape != SHAPE_TEXT || piece->hit.label || piece->is_prose || piece->is_noise)
        return false;
    for (size_t e = 0; e < forms_count(forms); e++) {
        const struct form_table *form = &forms_at(forms, e)->tables[growth->table];
        for (size_t b = 0; b < form->nblocks; b++)
            for (size_t r = 0; r < form->blocks[b].nrows; r++)
                if (growth_is_close_row(&form->blocks[b].rows[r], piece_text(piece)))
                    return true;
    }
    return false;
}

/* A character or two of a label printed downwards: says nothing either way. */
static bool is_crumb(const struct growth *growth, struct slice crumb)
{
    return crumb.nbytes > 0 && crumb.nbytes < LEAST_HALF_NBYTES &&
           labels_hold(growth->pieces->labels, growth->table, crumb);
}

static void see_both(struct growth *growth, const struct piece *front, const struct piece *below)
{
    if (below->shape == SHAPE_TEXT)
        growth_see(growth, label_in_table(read_on(growth->pieces, front, below), growth->table));
}

static bool may_front(const struct pieces *pieces, const struct piece *front)
{
    return front->shape == SHAPE_TEXT && labels_may_begin(pieces->labels, piece_text(front));
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
    for (uint32_t q = 0; q < above->npieces; q++) {
        const struct piece *front = &pieces->items[above->first + q];
        bool may_be = may_front(pieces, front);
        for (uint32_t k = 0; k < line->npieces && may_be; k++)
            see_both(growth, front, &pieces->items[line->first + k]);
    }
    return growth->nseen > nseen;
}

/* The same of T4 between bars, where both stand in the same field; no row of it tells more. */
static bool see_in_fields(struct growth *growth, size_t index)
{
    const struct pieces *pieces = growth->pieces;
    const struct piece_line *line = &pieces->lines[index], *above = line - 1;
    size_t nseen = growth->nseen;
    unsigned figures = piece_shape_bit(SHAPE_NUMBER) | piece_shape_bit(SHAPE_MARK);
    if (!above->is_barred || line->npieces != above->npieces ||
        (line->shapes | above->shapes) & figures || growth->has_values)
        return false;
    for (uint32_t k = 0; k < line->npieces; k++) {
        const struct piece *front = &pieces->items[above->first + k];
        if (!label_in_table(front->hit.label, TABLE_T4) && may_front(pieces, front))
            see_both(growth, front, &pieces->items[line->first + k]);
    }
    return growth->nseen > nseen;
}

/* What a text that is no label of the table is to it: part of one, another's or strange. */
static void view_other(struct growth *growth, const struct piece *piece, struct line_view *view)
{
    enum { MOST_HALF_NBYTES = LEAST_HALF_NBYTES * 16, MOST_CRUMB_NBYTES = LEAST_HALF_NBYTES * 2 };
    char bytes[MOST_HALF_NBYTES];
    struct slice text = piece_text(piece);
    bool may_be_strange = !view->strange && !piece->hit.label && !piece->is_noise;
    bool may_be_crumb = may_be_strange && text.nbytes <= MOST_CRUMB_NBYTES;
    bool may_be_half = !view->own && text.nbytes <= MOST_HALF_NBYTES &&
                       (growth->nhalf > 0 || labels_may_begin(growth->pieces->labels, text));
    struct slice key = slice_make(bytes, may_be_crumb || may_be_half ? label_key(text, bytes) : 0);
    view->own = view->own || (may_be_half && is_half(growth, key));
    view->strange = view->strange || (may_be_strange && !(may_be_crumb && is_crumb(growth, key)));
}

static void view_text(struct growth *growth, const struct piece *piece, struct line_view *view,
                      unsigned *foreign)
{
    const struct label *own = label_in_table(piece->hit.label, growth->table);
    if (own)
        see_own(growth, piece, own);
    else
        view_other(growth, piece, view);
    view->own = view->own || own;
    if (!own && piece->hit.label)
        *foreign += piece->hit.label->weight;
}

/* What a line without any text is, whatever the table. */
static inline struct line_view view_values(const struct piece_line *line)
{
    return (struct line_view){.values = line_has_values(line), .prose = line->has_prose};
}

struct line_view growth_view(struct growth *growth, size_t index)
{
    const struct pieces *pieces = growth->pieces;
    const struct piece_line *line = &pieces->lines[index];
    struct line_view view = view_values(line);
    unsigned foreign = 0;
    growth->nseen = 0;
    for (uint32_t k = 0; k < line->npieces; k++) {
        const struct piece *piece = &pieces->items[line->first + k];
        if (piece->shape == SHAPE_TEXT)
            view_text(growth, piece, &view, &foreign);
    }
    view.own = see_across(growth, index) || view.own;
    if (growth->table == TABLE_T4 && line->is_barred && index > 0)
        view.own = see_in_fields(growth, index) || view.own;
    view.foreign = !view.own && foreign > 0;
    return view;
}

/* A line with nothing but the values of a table that prints them in one row. */
static bool is_whole_row(const struct growth *growth, size_t index)
{
    const struct piece_line *line = &growth->pieces->lines[index];
    if (line->nfilled <= 1 || line->shapes & piece_shape_bit(SHAPE_TEXT))
        return false;
    const struct form_table *form =
        &forms_at(growth->pieces->report->forms, 0)->tables[growth->table];
    return form->one_printed_row && line->nfilled == form->blocks[0].ncols * form->blocks[0].nrows;
}

/* Whether all labels seen in the line were met before. */
static bool is_repeated(const struct growth *growth)
{
    size_t k = 0;
    while (k < growth->nseen && growth->met[place_of(growth, growth->seen[k])])
        k++;
    return growth->nseen > 0 && k == growth->nseen;
}

/* Whether the table, which grows from the line `first`, begins once more at a line: below a caption
 * that stands behind its `end`. */
static bool begins_again(const struct growth *growth, size_t first, size_t end, size_t line)
{
    enum { LEAST_SCORE = 16 };
    if (!growth->has_values || growth->score < LEAST_SCORE || !is_repeated(growth))
        return false;
    return growth_is_apart(growth->pieces, growth->table, first, end, line);
}

size_t growth_run(struct growth *growth, size_t first)
{
    const struct pieces *pieces = growth->pieces;
    size_t end = first;
    unsigned strange = 0;
    for (size_t i = first; i < pieces->report->nlines && strange <= GROWTH_MOST_STRANGE; i++) {
        const struct piece_line *line = &pieces->lines[i];
        if (line->is_blank)
            continue;
        growth->npieces += line->npieces;
        if (growth->npieces > MOST_PIECES)
            break;
        if (line->nfilled == 0)
            continue;
        if (growth->has_values && growth_caption_year(pieces, i) > 0)
            break; /* of the same table once more, for another year */
        bool has_text = line->shapes & piece_shape_bit(SHAPE_TEXT);
        struct line_view view = has_text ? growth_view(growth, i) : view_values(line);
        if (view.foreign || (line->is_heading && !view.own) ||
            (view.own && strange > 0 && begins_again(growth, first, end, i)))
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
    while (end > first && end < pieces->report->nlines && pieces->lines[end].in_quotes)
        end++; /* of the last row's last cell */
    return end;
}
