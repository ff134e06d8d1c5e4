#include "labels.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "align.h"
#include "form_private.h"
#include "gouji/base/ascii.h"
#include "gouji/base/map.h"
#include "label_index.h"
#include "label_key.h"

/* All the meanings of a key. */
struct meanings {
    struct index_key key;
    bool is_printed; /* some form prints just the key */
    const struct label *first;
    const struct meanings *next; /* of another key */
};

struct note {
    struct slice key;
    const struct label *label;
};

struct labels {
    struct arena *arena;
    struct map *map; /* key, or folded text as the forms print it -> struct meanings */
    const struct meanings *all;
    size_t nall;
    struct note *notes;
    size_t nnotes, notes_capacity;
    size_t longest;                               /* key */
    size_t longest_printed;                       /* or key */
    uint64_t firsts[64];                          /* of keys: a bit for a character, or several */
    struct label_index of_table[TABLE_COUNT + 1]; /* all its keys; the last of all tables */
    struct label_index of_rows[TABLE_COUNT + 1];  /* those of the rows */
    struct label_index groups;                    /* those of the groups of T3's rows */
    uint64_t lasts[64];                           /* of keys, as `firsts` */
};

enum {
    PAIR_NBYTES = 2 * 3,
    KEY_NBYTES = 512,
    LONGEST_PREFIX = 18,
    PREFIX_NBYTES = 21,
    NOTE_HEAD_NBYTES = 24
};

static const char numerals[] = "一二三四五六七八九十";

static void note_character(uint64_t set[64], struct slice text)
{
    size_t n;
    int32_t point = text_next(text.ptr, text.nbytes, &n);
    set[point >> 6 & 63] |= UINT64_C(1) << (point & 63);
}

static void note_last(struct labels *labels, struct slice key)
{
    size_t at = key.nbytes - 1;
    while (((unsigned char)key.ptr[at] & 0xC0) == 0x80)
        at--;
    note_character(labels->lasts, slice_make(key.ptr + at, key.nbytes - at));
}

/* Of an ideograph. */
static inline bool has_character(const uint64_t set[64], const char *at)
{
    size_t n;
    int32_t point = text_next(at, 3, &n);
    return set[point >> 6 & 63] >> (point & 63) & 1;
}

/* Whether two ideographs may stand one behind the other in some label. */
static inline bool may_hold_pair(const struct labels *labels, const char *pair)
{
    return label_index_may_hold(&labels->of_table[TABLE_COUNT], slice_make(pair, PAIR_NBYTES));
}

static bool is_numeral(const char *at)
{
    for (const char *numeral = numerals; *numeral; numeral += 3)
        if (memcmp(at, numeral, 3) == 0)
            return true;
    return false;
}

/* Of a frame, as no key is, nor is it dropped. */
static bool is_drawn(const char *at)
{
    return at[0] == '\xE2' && (at[1] == '\x94' || at[1] == '\x95');
}

bool labels_may_begin(const struct labels *labels, struct slice folded)
{
    char key[8];
    size_t bracket = folded.nbytes > 3 && *folded.ptr == '('; /* what stands behind it counts */
    const char *first = folded.ptr + bracket;
    if (folded.nbytes > 0 && ascii_is_digit(*first))
        return true;
    bool is_own = folded.nbytes >= 3 && (label_key_is_own(first) || is_drawn(first));
    size_t n = is_own ? 3 : label_key_up_to(folded, 0, key);
    if (n < 3) /* a digit or letter, or nothing that counts */
        return true;
    if (!has_character(labels->firsts, is_own ? first : key))
        return false;
    bool has_pair = is_own && folded.nbytes >= bracket + PAIR_NBYTES && label_key_is_own(first + 3);
    return !has_pair || is_numeral(first) || may_hold_pair(labels, first);
}

/* The same told by the last three, behind which a full stop may stand. */
static bool may_end(const struct labels *labels, struct slice folded)
{
    static const char stop[] = "。";
    enum { LAST = 3, MOST_PAIRS = 2 };
    size_t n = folded.nbytes, npairs = 0;
    n -= n > 3 && memcmp(folded.ptr + n - 3, stop, 3) == 0 ? 3 : 0;
    const char *last = folded.ptr + (n < LAST ? 0 : n - LAST);
    if (n < LAST || !label_key_is_own(last))
        return true;
    if (!has_character(labels->lasts, last))
        return false;
    for (; n >= PAIR_NBYTES && npairs < MOST_PAIRS && label_key_is_own(last - 3); n -= 3, last -= 3)
        if (npairs++, !may_hold_pair(labels, last - 3))
            return false;
    return true;
}

bool labels_may_join(const struct labels *labels, struct slice front, struct slice back)
{
    char pair[PAIR_NBYTES];
    const char *last = front.ptr + front.nbytes - 3;
    if (front.nbytes < 3 || back.nbytes < 3 || !label_key_is_own(last) ||
        !label_key_is_own(back.ptr))
        return true;
    memcpy(pair, last, 3);
    memcpy(pair + 3, back.ptr, 3);
    return may_hold_pair(labels, pair);
}

bool labels_may_read_joined(const struct labels *labels, struct slice front, struct slice back)
{
    return labels_may_join(labels, front, back) || is_numeral(front.ptr + front.nbytes - 3);
}

/* A text of two characters stands anywhere, one of four now and then. */
static uint8_t weight_of(enum label_kind kind, struct slice key)
{
    if (kind == LABEL_CAPTION || kind == LABEL_NOTE)
        return 3;
    size_t nhan = key.nbytes / 3;
    return nhan <= 2 ? 0 : nhan <= 4 ? 1 : 2;
}

static int add_note(struct labels *labels, struct slice key, const struct label *label)
{
    struct note *note = arena_push(labels->arena, &labels->notes, &labels->notes_capacity,
                                   labels->nnotes, sizeof *note);
    if (!note)
        return -1;
    *note = (struct note){key, label};
    labels->nnotes++;
    return 0;
}

/* Those of the key, which has none yet if it is new; NULL: short of memory. */
static struct meanings *meanings_of(struct labels *labels, struct slice key)
{
    struct meanings *meanings = (struct meanings *)(uintptr_t)map_get(labels->map, key);
    if (meanings)
        return meanings;
    meanings = arena_alloc(labels->arena, sizeof *meanings);
    if (!meanings || map_set(labels->map, key, meanings) < 0)
        return NULL;
    *meanings = (struct meanings){.key = index_key_make(key), .next = labels->all};
    labels->all = meanings;
    labels->nall++;
    labels->longest = key.nbytes > labels->longest ? key.nbytes : labels->longest;
    note_character(labels->firsts, key);
    note_last(labels, key);
    return meanings;
}

static int add_keyed(struct labels *labels, const struct label *model, const char *norm,
                     struct slice key)
{
    struct slice printed = slice_of(norm);
    struct label *label = arena_raw(labels->arena, sizeof *label);
    struct meanings *meanings = label && key.nbytes > 0 ? meanings_of(labels, key) : NULL;
    if (!meanings)
        return -1;
    *label = *model;
    size_t longer = printed.nbytes > key.nbytes ? printed.nbytes : key.nbytes;
    labels->longest_printed = longer > labels->longest_printed ? longer : labels->longest_printed;
    label->norm = norm;
    label->weight = weight_of(model->kind, key);
    label->next = meanings->first;
    meanings->first = label;
    if (slice_equal(printed, key))
        meanings->is_printed = true;
    else if (map_set(labels->map, printed, meanings) < 0)
        return -1;
    return label->kind == LABEL_NOTE ? add_note(labels, key, label) : 0;
}

static int add_label(struct labels *labels, const struct label *model, const char *norm)
{
    return add_keyed(labels, model, norm, labels_make_key(labels->arena, slice_of(norm)));
}

static int add_variants(struct labels *labels, const struct label *model,
                        const struct form_variant *variants, size_t n)
{
    for (size_t i = 0; i < n; i++) {
        struct label variant = *model;
        variant.same = variants[i].same;
        variant.effect = variants[i].effect;
        if (add_label(labels, &variant, variants[i].norm) < 0)
            return -1;
    }
    return 0;
}

static int add_block(struct labels *labels, struct label model, const struct form_block *block)
{
    model.kind = LABEL_CAPTION;
    if (block->heading_norm && add_label(labels, &model, block->heading_norm) < 0)
        return -1;
    model.kind = LABEL_CORNER;
    if (block->corner && add_label(labels, &model, block->corner) < 0)
        return -1;
    model.kind = LABEL_COLUMN;
    for (size_t i = 0; i < block->ncols; i++) {
        model.index = (uint16_t)i;
        if (add_label(labels, &model, block->cols[i].norm) < 0 ||
            add_variants(labels, &model, block->cols[i].variants, block->cols[i].nvariants) < 0)
            return -1;
    }
    model.kind = LABEL_ROW;
    for (size_t i = 0; i < block->nrows; i++) {
        model.index = (uint16_t)i;
        if (block->rows[i].alternative_of >= 0)
            continue; /* printed under the label of its group */
        if (add_keyed(labels, &model, block->rows[i].norm, block->rows[i].key) < 0 ||
            add_variants(labels, &model, block->rows[i].variants, block->rows[i].nvariants) < 0)
            return -1;
    }
    return 0;
}

static int add_table(struct labels *labels, struct label model, const struct form_table *table)
{
    model.kind = LABEL_BAND;
    for (size_t i = 0; table->bands[i]; i++) {
        model.index = (uint16_t)i;
        if (add_label(labels, &model, table->bands[i]) < 0)
            return -1;
    }
    model.kind = LABEL_NOTE;
    model.index = 0;
    if (table->corner_note_norm && add_label(labels, &model, table->corner_note_norm) < 0)
        return -1;
    for (size_t i = 0; i < table->nblocks; i++) {
        model.block = (uint16_t)i;
        if (add_block(labels, model, &table->blocks[i]) < 0)
            return -1;
    }
    return 0;
}

static int add_forms(struct labels *labels, const struct forms *forms)
{
    for (size_t edition = 0; edition < forms_count(forms); edition++)
        for (int id = 0; id < TABLE_COUNT; id++) {
            struct label model = {
                .table = (enum table_id)id, .edition = (uint16_t)edition, .same = true};
            if (add_table(labels, model, &forms_at(forms, edition)->tables[id]) < 0)
                return -1;
        }
    return 0;
}

/* Does the key stand for something of the table, TABLE_COUNT for any, or of its rows? */
static bool is_wanted(const struct label *label, enum table_id table, bool rows_only)
{
    while (label && ((table != TABLE_COUNT && label->table != table) ||
                     (rows_only && label->kind != LABEL_ROW)))
        label = label->next;
    return label != NULL;
}

static int index_keys(struct labels *labels, enum table_id table, bool rows_only,
                      struct label_index *out)
{
    if (label_index_make(labels->arena, labels->nall, out) < 0)
        return -1;
    for (const struct meanings *each = labels->all; each; each = each->next)
        if (is_wanted(each->first, table, rows_only))
            label_index_add(out, &each->key);
    return 0;
}

static int index_all(struct labels *labels)
{
    for (const char *numeral = numerals; *numeral; numeral += 3)
        note_character(labels->firsts, slice_make(numeral, 3));
    for (int id = 0; id <= TABLE_COUNT; id++)
        if (index_keys(labels, (enum table_id)id, false, &labels->of_table[id]) < 0 ||
            index_keys(labels, (enum table_id)id, true, &labels->of_rows[id]) < 0)
            return -1;
    return 0;
}

static int index_groups(struct labels *labels, const struct forms *forms)
{
    size_t most = 0;
    for (size_t e = 0; e < forms_count(forms); e++)
        most += forms_at(forms, e)->tables[TABLE_T3].blocks[0].nrows;
    if (label_index_make(labels->arena, most, &labels->groups) < 0)
        return -1;
    for (size_t e = 0; e < forms_count(forms); e++) {
        const struct form_block *block = &forms_at(forms, e)->tables[TABLE_T3].blocks[0];
        for (size_t i = 0; i < block->nrows; i++)
            if (block->rows[i].is_group) {
                struct index_key key = index_key_make(block->rows[i].key);
                label_index_add(&labels->groups, &key);
            }
    }
    return 0;
}

struct labels *labels_new(const struct forms *forms, struct err *err)
{
    struct labels *labels = calloc(1, sizeof *labels);
    if (labels) {
        labels->arena = arena_new();
        labels->map = map_new();
        if (labels->arena && labels->map && add_forms(labels, forms) == 0 &&
            index_all(labels) == 0 && index_groups(labels, forms) == 0)
            return labels;
    }
    labels_free(labels);
    err_set_nomem(err);
    return NULL;
}

void labels_free(struct labels *labels)
{
    if (!labels)
        return;
    map_free(labels->map);
    arena_free(labels->arena);
    free(labels);
}

const struct label *labels_find(const struct labels *labels, struct slice key)
{
    const struct meanings *meanings =
        key.nbytes && key.nbytes <= labels->longest ? map_get(labels->map, key) : NULL;
    return meanings ? meanings->first : NULL;
}

const struct label *labels_find_folded(const struct labels *labels, struct slice folded)
{
    char key[KEY_NBYTES];
    if (folded.nbytes > sizeof key || !may_end(labels, folded))
        return NULL;
    return labels_find(labels, slice_make(key, label_key_up_to(folded, labels->longest, key)));
}

const struct label *label_of_edition(const struct label *label, enum table_id table, size_t edition)
{
    label = label_in_table(label, table);
    while (label && label->edition != edition)
        label = label_in_table(label->next, table);
    return label;
}

const char *label_effect_name(enum hit_effect effect)
{
    static const char *const names[] = {
        NULL, "note", "punctuation", "prefix", "merged", "truncated",
    };
    return names[effect];
}

/* The relation note is long and often cut at the edge of its cell: the first
 * characters of its key are enough to know it. */
static const struct note *find_note(const struct labels *labels, struct slice key)
{
    for (size_t k = 0; k < labels->nnotes && key.nbytes >= NOTE_HEAD_NBYTES; k++) {
        struct slice note = labels->notes[k].key;
        if (note.nbytes >= NOTE_HEAD_NBYTES && memcmp(key.ptr, note.ptr, NOTE_HEAD_NBYTES) == 0)
            return &labels->notes[k];
    }
    return NULL;
}

/* `exact` tells whether it is whole. */
static bool read_note(const struct labels *labels, struct slice key, struct label_hit *hit)
{
    const struct note *note = find_note(labels, key);
    if (!note)
        return false;
    hit->label = note->label;
    hit->exact = slice_has_prefix(key, note->key);
    hit->effect = hit->exact ? HIT_PLAIN : HIT_TRUNCATED;
    return true;
}

static bool may_be_note(const struct labels *labels, struct slice folded)
{
    char head[NOTE_HEAD_NBYTES + 4];
    return find_note(labels, slice_make(head, label_key_up_to(folded, NOTE_HEAD_NBYTES - 1, head)));
}

/* 规章(note): the head before a bracket is a label. */
static bool read_with_note(const struct labels *labels, struct slice folded, struct label_hit *hit)
{
    char bytes[KEY_NBYTES];
    for (size_t at = 1; at < folded.nbytes; at++) {
        const char *bracket = memchr(folded.ptr + at, '(', folded.nbytes - at);
        at = bracket ? (size_t)(bracket - folded.ptr) : folded.nbytes;
        if (!bracket || at > sizeof bytes)
            return false;
        size_t n = label_key_up_to(slice_make(folded.ptr, at), labels->longest, bytes);
        if (n > labels->longest)
            return false;
        const struct label *label = labels_find(labels, slice_make(bytes, n));
        /* (一)予以公开 is no note but the next label. */
        if (label && !labels_find_folded(labels, slice_make(folded.ptr + at, folded.nbytes - at))) {
            *hit = (struct label_hit){.label = label, .effect = HIT_NOTE, .end = (uint16_t)at};
            return true;
        }
    }
    return false;
}

/* The bytes of the digit, numeral or sign at the front, of which signs are in no key; 0
 * for other characters. */
static size_t prefix_size(struct slice text, size_t *nkey)
{
    size_t n;
    int32_t point = text_next(text.ptr, text.nbytes, &n);
    *nkey = n;
    if (point >= 0 && label_key_drops(point))
        *nkey = 0;
    else if (!ascii_is_digit(point) && !(n == 3 && is_numeral(text.ptr)))
        return 0;
    return n;
}

/* What closes a list number, after the prefix `at`. */
static size_t skip_closers(struct slice text, size_t at)
{
    while (at < text.nbytes && memchr(").,:]", text.ptr[at], 5))
        at++;
    return at;
}

/* (四)第二十条第(一)项: a list number or sign before a label. The rest's key is the rest of
 * the whole text's. */
static bool read_with_prefix(const struct labels *labels, struct slice folded, struct slice key,
                             struct label_hit *hit)
{
    const struct label *label = NULL; /* the whole text is none */
    size_t n, nkey;
    for (size_t at = 0; at < folded.nbytes && at <= LONGEST_PREFIX; at += n) {
        n = prefix_size(slice_make(folded.ptr + at, folded.nbytes - at), &nkey);
        if (n == 0 || nkey > key.nbytes)
            return false;
        key = slice_make(key.ptr + nkey, key.nbytes - nkey);
        label = nkey > 0 ? labels_find(labels, key) : label;
        if (label && (label->weight > 0 || (label->kind == LABEL_ROW && folded.ptr[at] == ')'))) {
            *hit = (struct label_hit){.label = label,
                                      .effect = HIT_PREFIX,
                                      .prefix = (uint16_t)skip_closers(folded, at + n),
                                      .end = (uint16_t)folded.nbytes};
            return true;
        }
    }
    return false;
}

/* Reads what neither ends as a label nor begins as a note, as sentences mostly do. */
static struct label_hit read_sentence(const struct labels *labels, struct slice folded)
{
    struct label_hit hit;
    return read_with_note(labels, folded, &hit) ? hit : (struct label_hit){0};
}

struct label_hit labels_read(const struct labels *labels, struct slice folded)
{
    char bytes[KEY_NBYTES];
    struct slice key = slice_make(bytes, 0);
    const struct meanings *printed =
        folded.nbytes <= labels->longest_printed ? map_get(labels->map, folded) : NULL;
    if (printed && (printed->is_printed || !slice_equal(folded, printed->key.text)))
        return (struct label_hit){
            .label = printed->first, .exact = true, .end = (uint16_t)folded.nbytes};
    if (!labels_may_begin(labels, folded))
        return (struct label_hit){0};
    if (!may_end(labels, folded) && !may_be_note(labels, folded))
        return read_sentence(labels, folded);
    if (folded.nbytes <= sizeof bytes)
        key.nbytes = label_key_up_to(folded, labels->longest + PREFIX_NBYTES, bytes);
    struct label_hit hit = {.label = labels_find(labels, key), .end = (uint16_t)folded.nbytes};
    if (hit.label) {
        hit.effect = HIT_PUNCTUATION;
        hit.prefix = (uint16_t)strspn(folded.ptr, ".");
        return hit;
    }
    if (read_note(labels, key, &hit) || read_with_note(labels, folded, &hit) ||
        read_with_prefix(labels, folded, key, &hit))
        return hit;
    return (struct label_hit){0};
}

bool labels_begin(const struct labels *labels, enum table_id table, struct slice key)
{
    return label_index_begins(&labels->of_table[table], key);
}

bool labels_contain(const struct labels *labels, enum table_id table, struct slice key)
{
    return label_index_holds(&labels->of_rows[table], key);
}

bool labels_hold(const struct labels *labels, enum table_id table, struct slice key)
{
    return label_index_holds(&labels->of_table[table], key);
}

bool labels_group_holds(const struct labels *labels, struct slice folded)
{
    enum { MOST_NBYTES = 480 };
    char key[MOST_NBYTES];
    return folded.nbytes <= sizeof key &&
           label_index_holds(&labels->groups, slice_make(key, label_key(folded, key)));
}

unsigned labels_distance(const struct labels *labels, struct slice key)
{
    return label_index_distance(&labels->of_rows[TABLE_COUNT], key);
}

unsigned labels_distance_folded(const struct labels *labels, struct slice folded)
{
    enum { FARTHEST = 16 }; /* bytes: as many as all slips of a long label may have */
    char key[KEY_NBYTES];
    size_t most = labels->longest + FARTHEST;
    size_t n = folded.nbytes <= sizeof key ? label_key_up_to(folded, most, key) : most + 1;
    return n > most ? UINT_MAX : labels_distance(labels, slice_make(key, n));
}
