/* Labels of a table's cells: whole, broken over several, merged, with their numbers apart, with
 * notes or figures in them. */
#include <limits.h>
#include <string.h>

#include "gouji/base/ascii.h"
#include "odd_value.h"
#include "piece_words.h"
#include "units_builder.h"

enum { MOST_JOINED = 12, MOST_CLOSE = 4, LEAST_PART_NBYTES = 9 };

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

static bool is_row_label(const struct builder *b, size_t i)
{
    const struct label *label = label_in_table(cell_at(b, i)->hit.label, b->table);
    while (label && label->kind != LABEL_ROW)
        label = label_in_table(label->next, b->table);
    return label != NULL;
}

/* .其他: what stands behind the number of a list, never at the front of a text. */
static bool begins_with_stop(struct slice text)
{
    static const char *const stops[] = {".", "、", "．"};
    for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
        if (text.nbytes > strlen(stops[i]) && slice_has_prefix(text, slice_of(stops[i])))
            return true;
    return false;
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
        (is_row_label(b, words) && !begins_with_stop(cell_at(b, words)->text)))
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

bool units_is_list_number(const struct builder *b, size_t i)
{
    return read_listed(b, i).label != NULL;
}

bool units_is_torn_list_number(const struct builder *b, size_t i)
{
    char key[JOIN_NBYTES];
    const struct grid_cell *digit = cell_at(b, i), *words = digit + 1;
    if (digit->shape != SHAPE_NUMBER || digit->text.nbytes != 1 || i + 1 >= b->grid->ncells ||
        words->shape != SHAPE_TEXT || !begins_with_stop(words->text) ||
        words->text.nbytes + 1 >= sizeof key)
        return false;
    key[0] = *digit->text.ptr;
    size_t n = 1 + label_key(words->text, key + 1);
    return units_is_list_number(b, i) || labels_begin(b->labels, b->table, slice_make(key, n));
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
    if (odd_is_signs(cell_at(b, first)->text))
        return false;
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
    while (head.nbytes > 0 && ascii_is_digit(head.ptr[head.nbytes - 1]))
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

/* Whether the text may be a misprint of some row's label, most of its end as the label's: no
 * label by itself, nor words behind a whole one. */
static bool is_close_with(const struct builder *b, struct slice text, struct slice end)
{
    enum { IDEOGRAPH_NBYTES = 3 };
    unsigned distance = distance_of(b, text);
    return distance < UINT_MAX && 2 * IDEOGRAPH_NBYTES * distance < end.nbytes &&
           distance_of(b, end) > distance;
}

/* 本年新收 is a label by itself, but the next cell makes the row's whole label of it, or, with
 * 到政府信息公开申请数量, nearly so. */
static void take_whole_label(const struct builder *b, struct unit *unit)
{
    char key[JOIN_NBYTES];
    const struct label *head = unit->hit.label;
    size_t next = head->kind == LABEL_ROW ? next_text(b, unit->end - 1) : b->grid->ncells;
    if (next >= b->grid->ncells || is_own(b, next))
        return;
    struct slice first = cell_at(b, unit->first)->text;
    struct slice rest = cell_at(b, next)->text;
    if (odd_is_signs(rest))
        return;
    size_t n = first.nbytes + rest.nbytes;
    char *text = n < sizeof key ? arena_alloc(b->grid->arena, n + 1) : NULL;
    if (!text)
        return;
    memcpy(text, first.ptr, first.nbytes);
    memcpy(text + first.nbytes, rest.ptr, rest.nbytes);
    struct label_hit hit = labels_read(b->labels, slice_make(text, n));
    hit.label = label_in_table(hit.label, b->table);
    bool is_close = !hit.label && is_close_with(b, slice_make(text, n), rest);
    bool is_same = hit.label && hit.exact && hit.label->kind == LABEL_ROW &&
                   hit.label->block == head->block && hit.label->index == head->index;
    if (!is_close && !is_same)
        return;
    unit->end = next + 1;
    unit->hit = is_same ? hit : (struct label_hit){0};
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
        if (rest.nbytes >= 6 && strlen(l->norm) > unit->text.nbytes &&
            slice_find(slice_of(l->norm), rest)) {
            struct unit below = {0}; /* 行政 / 强制 below 行政处罚, which is blank */
            unit->end = join_label(b, next, &below) ? unit->end : next + 1;
            return;
        }
}

/* Whether one blank stands between nearly all characters of the text, and never more. */
static bool is_spread(struct slice text)
{
    size_t nchars = 0;
    size_t nblanks = 0;
    for (size_t i = 0; i < text.nbytes; i++) {
        if (text.ptr[i] == ' ' && i + 1 < text.nbytes && text.ptr[i + 1] == ' ')
            return false;
        nblanks += text.ptr[i] == ' ';
        nchars += text.ptr[i] != ' ' && ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    }
    return nchars > 2 && nblanks * 4 >= nchars * 3;
}

/* Of columns aligned with blanks: a piece of another label behind the row's, no further from it
 * than its own characters are from each other, is merged into it. */
static void swallow_spread(const struct builder *b, struct unit *unit)
{
    char key[JOIN_NBYTES];
    const struct grid_cell *head = cell_at(b, unit->first);
    size_t next = unit->end;
    if (b->grid->reader != &grid_p || next != unit->first + 1 || next >= b->grid->ncells ||
        !unit_is(unit, LABEL_ROW) || is_own(b, next))
        return;
    const struct grid_cell *cell = cell_at(b, next);
    if (cell->line != head->line || cell->shape != SHAPE_TEXT || cell->text.nbytes < 6 ||
        cell->text.nbytes >= sizeof key || cell->span.start != head->span.end + 1)
        return;
    const char *source = b->grid->source + head->span.start;
    struct slice piece = slice_make(key, label_key(cell->text, key));
    if (!is_spread(slice_make(source, cell->span.end - head->span.start)) ||
        !labels_contain(b->labels, b->table, piece))
        return;
    unit->end = next + 1;
    unit->hit.effect = HIT_MERGED;
    unit->hit.exact = false;
}

struct unit *units_add(const struct builder *b, size_t first, size_t end)
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
    unit = units_add(b, index, index + 1);
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

/* The label of a field whose text is none by itself, alone or with others. */
static struct unit *read_other(const struct builder *b, size_t index, struct unit *unit)
{
    if (unit->hit.label || join_label(b, index, unit))
        return unit;
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
    return unit;
}

struct unit *units_read_label(const struct builder *b, size_t index, bool is_free)
{
    const struct grid_cell *cell = cell_at(b, index);
    struct unit *unit = units_add(b, index, index + 1);
    if (!unit)
        return NULL;
    struct label_hit listed = {0};
    if (is_free && index > 0)
        listed = read_listed(b, index - 1);
    bool own = is_own(b, index) && !listed.label;
    unit->text = cell->text;
    unit->hit = own ? cell->hit : listed;
    if (!own)
        unit = read_other(b, index, unit);
    if (!unit)
        return NULL;
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
        swallow_spread(b, unit);
    }
    set_prefix(b, unit);
    unit->vfirst = unit->vend = unit->end;
    return unit;
}
