#include "units.h"

#include <limits.h>
#include <string.h>

#include "piece_words.h"

enum {
    MOST_JOINED = 12,
    MOST_CLOSE = 4,
    JOIN_NBYTES = 480,
    LEAST_PART_NBYTES = 9,
    USUAL_UNITS = 64
};

struct builder {
    const struct pieces *pieces;
    const struct labels *labels;
    enum table_id table;
    const struct grid *grid;
    size_t width;     /* values of a row */
    bool lists_apart; /* the numbers of lists are cells of their own */
    struct units *out;
};

static const struct grid_cell *cell_at(const struct builder *b, size_t i)
{
    return &b->grid->cells[i];
}

/* The stroke of 本年增/减, printed with blanks around it, 减 maybe lost. */
static bool is_slash(const struct builder *b, size_t i)
{
    if (cell_at(b, i)->shape != SHAPE_MARK || !slice_is(cell_at(b, i)->text, "/"))
        return false;
    return (i > 0 && slice_is(cell_at(b, i - 1)->text, "增")) ||
           (i + 1 < b->grid->ncells && cell_at(b, i + 1)->shape == SHAPE_TEXT &&
            !cell_at(b, i + 1)->hit.label);
}

/* The next text cell after i with only empty fields between, or ncells. */
static size_t next_text(const struct builder *b, size_t i)
{
    for (i++; i < b->grid->ncells; i++) {
        if (cell_at(b, i)->shape == SHAPE_TEXT || is_slash(b, i))
            return i;
        if (cell_at(b, i)->shape != SHAPE_EMPTY)
            break;
    }
    return b->grid->ncells;
}

static bool is_own(const struct builder *b, size_t i)
{
    return label_in_table(cell_at(b, i)->hit.label, b->table) != NULL;
}

static bool is_row_label(const struct builder *b, size_t i)
{
    const struct label *label = label_in_table(cell_at(b, i)->hit.label, b->table);
    while (label && label->kind != LABEL_ROW)
        label = label_in_table(label->next, b->table);
    return label != NULL;
}

/* 1 | 属于国家秘密: the number of a list in a cell before the words of its label. What the
 * two are together, when they are a row's label and the words alone are none. */
static struct label_hit read_listed(const struct builder *b, size_t number)
{
    char key[JOIN_NBYTES];
    const struct grid_cell *digit = cell_at(b, number);
    size_t words = number + 1;
    struct label_hit none = {0};
    if (digit->shape != SHAPE_NUMBER || digit->text.nbytes != 1 || b->table != TABLE_T3)
        return none;
    if (words >= b->grid->ncells || cell_at(b, words)->shape != SHAPE_TEXT ||
        is_row_label(b, words))
        return none;
    struct slice text = cell_at(b, words)->text;
    if (text.nbytes + 1 >= sizeof key)
        return none;
    key[0] = *digit->text.ptr;
    size_t n = 1 + label_key(text, key + 1);
    const struct label *label =
        label_in_table(labels_find(b->labels, slice_make(key, n)), b->table);
    if (!label || label->kind != LABEL_ROW)
        return none;
    return (struct label_hit){
        .label = label, .effect = HIT_PUNCTUATION, .end = (uint16_t)text.nbytes};
}

static bool is_list_number(const struct builder *b, size_t i)
{
    return read_listed(b, i).label != NULL;
}

/* The text before a bracket that is not its first character. */
static size_t head_size(struct slice text)
{
    const char *bracket = text.nbytes > 1 ? memchr(text.ptr + 1, '(', text.nbytes - 1) : NULL;
    return bracket ? (size_t)(bracket - text.ptr) : text.nbytes;
}

/* A label broken over cells: grows while the joined text begins a label. */
static bool join_label(const struct builder *b, size_t first, struct unit *unit)
{
    char text[JOIN_NBYTES];
    char key[JOIN_NBYTES];
    size_t n = 0;
    for (size_t i = first, count = 0; i < b->grid->ncells && count < MOST_JOINED; count++) {
        struct slice more = cell_at(b, i)->text;
        if (n + more.nbytes >= sizeof text)
            return false;
        memcpy(text + n, more.ptr, more.nbytes);
        n += more.nbytes;
        size_t head = head_size(slice_make(text, n));
        struct slice joined = slice_make(key, label_key(slice_make(text, head), key));
        const struct label *label =
            count > 0 ? label_in_table(labels_find(b->labels, joined), b->table) : NULL;
        if (!label && head < n) {
            joined = slice_make(key, label_key(slice_make(text, n), key));
            label = label_in_table(labels_find(b->labels, joined), b->table);
            head = n;
        }
        if (label) {
            char *copy = arena_copy(b->grid->arena, slice_make(text, head));
            if (!copy)
                return false;
            unit->end = i + 1;
            unit->text = slice_make(copy, head);
            unit->hit = (struct label_hit){
                .label = label, .exact = slice_is(unit->text, label->norm), .end = (uint16_t)head};
            unit->hit.effect = head < n ? HIT_NOTE : unit->hit.exact ? HIT_PLAIN : HIT_PUNCTUATION;
            return true;
        }
        if (!labels_begin(b->labels, b->table, joined))
            return false;
        i = next_text(b, i);
    }
    return false;
}

static unsigned distance_of(const struct builder *b, struct slice text)
{
    char key[JOIN_NBYTES];
    return text.nbytes <= sizeof key
               ? labels_distance(b->labels, slice_make(key, label_key(text, key)))
               : UINT_MAX;
}

/* 规章12: a row's label that has swallowed its figures, of which none has a place, nor have
 * those behind it. */
static void read_glued(const struct builder *b, size_t index, struct unit *unit)
{
    char key[JOIN_NBYTES];
    struct slice text = cell_at(b, index)->text, head = text;
    while (head.nbytes > 0 && head.ptr[head.nbytes - 1] >= '0' && head.ptr[head.nbytes - 1] <= '9')
        head.nbytes--;
    if (head.nbytes == text.nbytes || head.nbytes > sizeof key)
        return;
    const struct label *label =
        label_in_table(labels_find(b->labels, slice_make(key, label_key(head, key))), b->table);
    if (!label || label->kind != LABEL_ROW)
        return;
    unit->is_torn = true;
    unit->text = head;
    unit->hit =
        (struct label_hit){.label = label, .effect = HIT_PUNCTUATION, .end = (uint16_t)head.nbytes};
}

/* A misprinted label broken over cells: none of them is near any label, but
 * together they are. */
static void join_close(const struct builder *b, size_t first, struct unit *unit)
{
    char text[JOIN_NBYTES];
    char key[JOIN_NBYTES];
    size_t n = 0;
    for (size_t i = first, count = 0; i < b->grid->ncells && count < MOST_CLOSE; count++) {
        struct slice more = cell_at(b, i)->text;
        if (cell_at(b, i)->shape != SHAPE_TEXT || is_own(b, i) || n + more.nbytes > sizeof text)
            return;
        memcpy(text + n, more.ptr, more.nbytes);
        n += more.nbytes;
        struct slice joined = slice_make(key, label_key(slice_make(text, n), key));
        unsigned distance = labels_distance(b->labels, joined);
        if (distance < UINT_MAX && count > 0 && distance_of(b, more) <= distance)
            return; /* the last is a label without the others */
        if (distance < UINT_MAX) {
            char *copy = count > 0 ? arena_copy(b->grid->arena, slice_make(text, n)) : NULL;
            if (copy) {
                unit->end = i + 1;
                unit->text = slice_make(copy, n);
            }
            return;
        }
        i = next_text(b, i);
    }
}

/* 本 年 增 / without 减: the words of a paragraph that only begin a label. */
static void join_part(const struct builder *b, size_t first, struct unit *unit)
{
    char text[JOIN_NBYTES];
    char key[JOIN_NBYTES];
    size_t n = 0;
    size_t end = first;
    for (size_t i = first, count = 0; i < b->grid->ncells && count < MOST_JOINED; count++) {
        struct slice more = cell_at(b, i)->text;
        if (is_own(b, i) || n + more.nbytes > sizeof text)
            break;
        memcpy(text + n, more.ptr, more.nbytes);
        struct slice joined = slice_make(key, label_key(slice_make(text, n + more.nbytes), key));
        if (!labels_begin(b->labels, b->table, joined))
            break;
        n += more.nbytes;
        end = i + 1;
        i = next_text(b, i);
    }
    char *copy = end > first + 1 && n >= LEAST_PART_NBYTES
                     ? arena_copy(b->grid->arena, slice_make(text, n))
                     : NULL;
    if (!copy)
        return;
    unit->end = end;
    unit->text = slice_make(copy, n);
}

static int open_brackets(struct slice text)
{
    int n = 0;
    for (size_t i = 0; i < text.nbytes; i++) {
        if ((unsigned char)text.ptr[i] >= 0xE0)
            i += 2; /* an ideograph */
        else
            n += (text.ptr[i] == '(') - (text.ptr[i] == ')');
    }
    return n;
}

static bool begins_label(const struct builder *b, struct slice text)
{
    char key[JOIN_NBYTES];
    if (text.nbytes >= sizeof key)
        return false;
    return labels_begin(b->labels, b->table, slice_make(key, label_key(text, key)));
}

/* The rest of a note behind the label: until its bracket closes. */
static void swallow_note(const struct builder *b, struct unit *unit)
{
    size_t last = unit->end - 1;
    size_t next = next_text(b, last);
    int open = 0;
    if (next >= b->grid->ncells)
        return;
    for (size_t i = unit->first; i < unit->end; i++)
        open += open_brackets(cell_at(b, i)->text);
    bool noted = open > 0;
    struct slice text = cell_at(b, next)->text;
    bool starts = text.nbytes > 0 && text.ptr[0] == '(' && !is_own(b, next) &&
                  !begins_label(b, text) && !piece_is_bracketed_figure(text) &&
                  !piece_is_numbered(text);
    if (!noted && !starts)
        return;
    open = noted ? open : 0;
    for (int count = 0; count < MOST_JOINED && next < b->grid->ncells; count++) {
        if (is_own(b, next))
            return;
        open += open_brackets(cell_at(b, next)->text);
        unit->end = next + 1;
        if (open <= 0)
            return;
        next = next_text(b, next);
    }
}

/* 本年新收 is a label by itself, but the next cell makes the row's whole label of it. */
static void take_whole_label(const struct builder *b, struct unit *unit)
{
    char key[JOIN_NBYTES];
    const struct label *head = unit->hit.label;
    size_t next = head->kind == LABEL_ROW ? next_text(b, unit->end - 1) : b->grid->ncells;
    if (next >= b->grid->ncells || is_own(b, next))
        return;
    struct slice first = cell_at(b, unit->first)->text;
    struct slice rest = cell_at(b, next)->text;
    size_t n = first.nbytes + rest.nbytes;
    char *text = n < sizeof key ? arena_alloc(b->grid->arena, n + 1) : NULL;
    if (!text)
        return;
    memcpy(text, first.ptr, first.nbytes);
    memcpy(text + first.nbytes, rest.ptr, rest.nbytes);
    struct label_hit hit = labels_read(b->labels, slice_make(text, n));
    hit.label = label_in_table(hit.label, b->table);
    if (!hit.label || !hit.exact || hit.label->kind != LABEL_ROW ||
        hit.label->block != head->block || hit.label->index != head->index)
        return;
    unit->end = next + 1;
    unit->hit = hit;
    unit->text = slice_make(text, n);
}

/* The second half of a label whose first half was enough to know it. */
static void swallow_rest(const struct builder *b, struct unit *unit)
{
    bool may_be = unit_is(unit, LABEL_ROW);
    size_t next = may_be ? next_text(b, unit->end - 1) : b->grid->ncells;
    if (next >= b->grid->ncells || is_own(b, next))
        return;
    struct slice rest = cell_at(b, next)->text;
    for (const struct label *l = label_in_table(unit->hit.label, b->table); l;
         l = label_in_table(l->next, b->table))
        if (rest.nbytes >= 6 && slice_find(slice_of(l->norm), rest)) {
            unit->end = next + 1;
            return;
        }
}

static struct unit *new_unit(const struct builder *b, size_t first, size_t end)
{
    struct unit *unit =
        arena_push(b->grid->arena, &b->out->items, &b->out->capacity, b->out->nitems, sizeof *unit);
    if (!unit)
        return NULL;
    b->out->nitems++;
    unit->first = first;
    unit->end = end;
    unit->vfirst = unit->vend = end;
    if (first < b->grid->ncells) {
        unit->row = cell_at(b, first)->row;
        unit->line = cell_at(b, first)->line;
    }
    return unit;
}

/* Two labels in one field: the head is a label, the rest another one (its hit
 * is returned) or, of vertical labels, a piece of one. */
static struct label_hit read_merged(const struct builder *b, size_t index, struct unit *unit)
{
    struct slice text = cell_at(b, index)->text;
    for (size_t at = text.nbytes; at > 0; at--) {
        if (((unsigned char)text.ptr[at] & 0xC0) == 0x80 || at == text.nbytes)
            continue;
        struct label_hit hit = labels_read(b->labels, slice_make(text.ptr, at));
        const struct label *label = label_in_table(hit.label, b->table);
        struct slice rest = slice_make(text.ptr + at, text.nbytes - at);
        if (!label || label->kind != LABEL_ROW || !hit.exact || rest.nbytes < 6)
            continue;
        char key[JOIN_NBYTES];
        if (rest.nbytes >= sizeof key)
            break;
        struct slice piece = slice_make(key, label_key(rest, key));
        if (!labels_contain(b->labels, b->table, piece))
            continue;
        unit->text = slice_make(text.ptr, at);
        unit->hit = (struct label_hit){.label = label, .effect = HIT_MERGED, .end = (uint16_t)at};
        hit = labels_read(b->labels, rest);
        label = label_in_table(hit.label, b->table);
        return label && label->kind == LABEL_ROW ? hit : (struct label_hit){0};
    }
    return (struct label_hit){0};
}

/* The second label of a field becomes a unit of its own, and has the values. */
static struct unit *split_merged(const struct builder *b, size_t index, struct unit *unit,
                                 struct label_hit second)
{
    struct slice text = cell_at(b, index)->text;
    size_t head = unit->text.nbytes;
    if (!second.label)
        return unit;
    unit->hit.label = label_in_table(unit->hit.label, b->table);
    unit->vfirst = unit->vend = unit->end;
    unit = new_unit(b, index, index + 1);
    if (unit) {
        unit->hit = second;
        unit->hit.prefix = 0;
        unit->text = slice_make(text.ptr + head, text.nbytes - head);
    }
    return unit;
}

static void set_prefix(const struct builder *b, struct unit *unit)
{
    const struct grid_cell *cell = cell_at(b, unit->first);
    if (unit->hit.prefix == 0 || !cell->piece)
        return;
    struct fold fold = piece_fold(b->pieces, cell->piece);
    unit->prefix = fold_span(&fold, 0, unit->hit.prefix);
}

/* Reads the label that starts at the text cell `index`; is_free: the cell before it is no
 * value of another row. NULL: no memory. */
static struct unit *read_label(const struct builder *b, size_t index, bool is_free)
{
    const struct grid_cell *cell = cell_at(b, index);
    struct unit *unit = new_unit(b, index, index + 1);
    if (!unit)
        return NULL;
    struct label_hit listed = {0};
    if (is_free && index > 0)
        listed = read_listed(b, index - 1);
    bool own = is_own(b, index) && !listed.label;
    unit->text = cell->text;
    unit->hit = own ? cell->hit : listed;
    if (!own && !unit->hit.label && !join_label(b, index, unit)) {
        struct label_hit second = read_merged(b, index, unit);
        unit = split_merged(b, index, unit, second);
        if (!unit)
            return NULL;
        if (!unit->hit.label)
            read_glued(b, index, unit);
        if (!unit->hit.label)
            join_close(b, index, unit);
        if (!unit->hit.label && b->grid->reader == &grid_d && unit->end == index + 1)
            join_part(b, index, unit);
    }
    if (unit->hit.label)
        unit->hit.label = label_in_table(unit->hit.label, b->table);
    if (own && unit->hit.prefix + unit->hit.end > 0)
        unit->text =
            slice_make(cell->text.ptr + unit->hit.prefix,
                       unit->hit.end > unit->hit.prefix ? unit->hit.end - unit->hit.prefix : 0);
    if (unit->hit.label && next_text(b, unit->end - 1) < b->grid->ncells) {
        if (own)
            take_whole_label(b, unit);
        swallow_note(b, unit);
        swallow_rest(b, unit);
    }
    set_prefix(b, unit);
    unit->vfirst = unit->vend = unit->end;
    return unit;
}

/* Where the row starts to be read: at its label, when numbers that are no values
 * (of a list) stand before it. */
static size_t row_start(const struct builder *b, size_t index)
{
    uint32_t row = cell_at(b, index)->row;
    for (size_t i = index; i < b->grid->ncells && cell_at(b, i)->row == row; i++) {
        if (cell_at(b, i)->shape == SHAPE_TEXT && !is_own(b, i))
            break;
        if (cell_at(b, i)->shape == SHAPE_TEXT)
            return i;
    }
    return index;
}

/* In lists, the label of the next column behind a figure. */
static bool opens_pair(const struct builder *b, size_t i)
{
    return b->grid->has_pairs && cell_at(b, i)->shape == SHAPE_TEXT && is_own(b, i);
}

/* Texts behind the first value of a printed row are values, too. */
static size_t read_row(const struct builder *b, size_t index)
{
    const struct grid *grid = b->grid;
    uint32_t row = cell_at(b, index)->row;
    struct unit *unit = NULL;
    size_t i = row_start(b, index);
    while (i < grid->ncells && cell_at(b, i)->row == row &&
           (!grid_is_value(cell_at(b, i)) || is_list_number(b, i)) &&
           !((unit ? unit->hit.label != NULL : i > index) &&
             grid_is_remark(b->labels, &cell_at(b, i)->hit, cell_at(b, i)->text))) {
        if (cell_at(b, i)->shape == SHAPE_TEXT) {
            unit = read_label(b, i, i > index);
            if (!unit)
                return 0;
            i = unit->end;
            row = cell_at(b, i - 1)->row; /* a broken label goes on below */
        } else {
            i++;
        }
    }
    size_t end = i;
    while (end < grid->ncells && cell_at(b, end)->row == row && !opens_pair(b, end))
        end++;
    if (unit && grid->flows && unit_is_header(unit) && end > i) {
        /* Values that flow on from a header have lost their label, or need none. */
        struct unit *bare = new_unit(b, unit->end, unit->end);
        if (!bare)
            return 0;
        bare->vend = end;
    } else if (unit) {
        unit->vfirst = unit->end;
        unit->vend = end;
        unit->row = row;
    } else if (end > i) {
        struct unit *bare = new_unit(b, index, index);
        if (!bare)
            return 0;
        bare->vend = end;
    }
    return end > index ? end : index + 1;
}

static size_t count_filled(const struct builder *b, size_t first, size_t end)
{
    struct grid_run run = {.first = first, .end = end};
    return grid_count(b->grid, &run);
}

static bool is_group(const struct builder *b, struct slice text)
{
    char key[JOIN_NBYTES];
    return text.nbytes <= sizeof key &&
           labels_group_holds(b->labels, slice_make(key, label_key(text, key)));
}

/* Whether the last of the values [first, end) is the number of the list that goes on with
 * the label behind them: one more than the row has, or the only one behind a group's. */
static bool ends_in_list_number(const struct builder *b, size_t first, size_t end,
                                const struct unit *unit)
{
    size_t n = count_filled(b, first, end);
    return n == b->width + 1 || (n == 1 && unit && is_group(b, unit->text));
}

/* Whether some list begins below its group's label with a number apart: then all do, and a
 * row that is full with such a number is one short. */
static bool has_lists_apart(const struct builder *b)
{
    for (size_t i = 1; b->table == TABLE_T3 && i < b->grid->ncells; i++)
        if (cell_at(b, i)->shape == SHAPE_NUMBER && cell_at(b, i - 1)->shape == SHAPE_TEXT &&
            is_list_number(b, i) && is_group(b, cell_at(b, i - 1)->text))
            return true;
    return false;
}

/* Without rows, values belong to the label before them; those right behind a
 * header have lost their own label. */
static size_t read_flow(const struct builder *b, size_t index)
{
    const struct grid *grid = b->grid;
    struct unit *unit = NULL;
    bool torn = false;
    size_t i = is_list_number(b, index) ? index + 1 : index;
    if (cell_at(b, i)->shape == SHAPE_TEXT) {
        unit = read_label(b, i, i > index);
        if (!unit)
            return 0;
        i = unit->end;
    }
    size_t end = i;
    while (end < grid->ncells &&
           (grid_is_value(cell_at(b, end)) ||
            ((unit || end > i) &&
             grid_is_remark(b->labels, &cell_at(b, end)->hit, cell_at(b, end)->text))))
        end++;
    bool is_listed = end > i && is_list_number(b, end - 1);
    if (is_listed && (b->lists_apart || ends_in_list_number(b, i, end, unit)))
        end--;
    else if (is_listed)
        torn = count_filled(b, i, end) < b->width;
    if (end > i && (!unit || unit_is_header(unit))) {
        unit = new_unit(b, i, i);
        if (!unit)
            return 0;
    }
    if (unit) {
        unit->vfirst = i;
        unit->vend = end;
        unit->is_torn = unit->is_torn || torn;
    }
    return end > index ? end : index + 1;
}

int units_build(const struct pieces *pieces, const struct form_table *form, const struct grid *grid,
                struct units *out)
{
    const struct labels *labels = pieces->labels;
    struct builder b = {
        .pieces = pieces, .labels = labels, .table = form->id, .grid = grid, .out = out};
    b.width = form->blocks[0].ncols;
    b.lists_apart = !grid->reader->has_rows && has_lists_apart(&b);
    *out = (struct units){.capacity = USUAL_UNITS};
    out->items = arena_raw(grid->arena, out->capacity * sizeof *out->items);
    if (!out->items)
        return -1;
    for (size_t i = 0; i < grid->ncells;) {
        i = grid->reader->has_rows ? read_row(&b, i) : read_flow(&b, i);
        if (i == 0)
            return -1;
    }
    for (size_t i = 0; i < out->nitems; i++)
        out->items[i].nvalues = count_filled(&b, out->items[i].vfirst, out->items[i].vend);
    if (grid->reader->has_rows && !grid->flows && units_join_torn(grid, labels, out) < 0)
        return -1;
    for (size_t i = 0; i < out->nitems; i++) {
        if (unit_make_key(grid->arena, &out->items[i]) < 0)
            return -1;
    }
    return 0;
}
