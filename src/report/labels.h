/* Every text the forms print, looked up by one hash: row and column labels,
 * captions, corner cells and the header cells over several columns, of all
 * tables and editions at once. A text may mean several things (总计 is a column
 * of T3 and of T4); meanings are chained. */
#ifndef GOUJI_SRC_REPORT_LABELS_H
#define GOUJI_SRC_REPORT_LABELS_H

#include <stdint.h>

#include "gouji/base/slice.h"
#include "gouji/report/report.h"

enum label_kind {
    LABEL_CAPTION, /* 第二十条第（一）项 */
    LABEL_CORNER,  /* 信息内容 */
    LABEL_NOTE,    /* the relation note in T3's corner */
    LABEL_BAND,    /* 申请人情况 */
    LABEL_COLUMN,
    LABEL_ROW,
};

struct label {
    const struct label *next; /* another meaning of the same key */
    enum label_kind kind;
    enum table_id table;
    uint16_t edition;   /* index for forms_at */
    uint16_t block;     /* index in the form's table */
    uint16_t index;     /* row or column */
    uint8_t weight;     /* how much meeting it says that the table is here */
    bool same;          /* false: a variant that differs from the form */
    const char *effect; /* NULL for the form's own text */
    const char *norm;   /* the folded text this entry stands for */
};

/* How a text differs from the label it is read as. */
enum __attribute__((packed)) hit_effect {
    HIT_PLAIN,
    HIT_NOTE,
    HIT_PUNCTUATION,
    HIT_PREFIX,
    HIT_MERGED,
    HIT_TRUNCATED,
};

/* One reading of a printed text, which is no longer than a key may be. */
struct label_hit {
    const struct label *label; /* NULL: none; else the chain */
    uint16_t prefix;           /* bytes of folded text before the label */
    uint16_t end;              /* folded byte where the label ends (a note follows) */
    enum hit_effect effect;
    bool exact; /* folded text is norm, no note, no prefix */
};

/* "note", "punctuation", "prefix", "merged", "truncated"; NULL: a plain one has none. */
const char *label_effect_name(enum hit_effect effect);

struct labels;

/* Indexes the forms, which must outlive it. */
struct labels *labels_new(const struct forms *forms, struct err *err);
void labels_free(struct labels *labels);

/* Folded text -> key: without punctuation, list bullets and readings in Latin
 * letters, so that 1、 and 1. and 1 are the same. Writes at most text.nbytes
 * bytes and returns their number. */
size_t label_key(struct slice folded, char *out);

/* The same in the arena, or the text itself where it is its own key; with a NULL pointer when
 * memory is short. */
struct slice labels_make_key(struct arena *arena, struct slice folded);

/* All meanings of a key that label_key or labels_make_key made, NULL when there is none. */
const struct label *labels_find(const struct labels *labels, struct slice key);

/* The same of the key of folded text, as much of which is made as a label may have. */
const struct label *labels_find_folded(const struct labels *labels, struct slice folded);

/* The next meaning in this table, starting at label itself; NULL at the end. */
static inline const struct label *label_in_table(const struct label *label, enum table_id table)
{
    while (label && label->table != table)
        label = label->next;
    return label;
}

/* The same with the meanings of that kind, in any table. */
static inline const struct label *label_of_kind(const struct label *label, enum label_kind kind)
{
    while (label && label->kind != kind)
        label = label->next;
    return label;
}

const struct label *label_of_edition(const struct label *label, enum table_id table,
                                     size_t edition);

/* Reads a whole cell: the label alone, with a note in brackets behind it, or
 * with a stray prefix before it. */
struct label_hit labels_read(const struct labels *labels, struct slice folded);

/* Most texts that are no labels are told from them by the first character that counts:
 * false where no label, and no number before one, begins with it. */
bool labels_may_begin(const struct labels *labels, struct slice folded);

/* Whether the texts may be a label that was broken between them, told by the two characters
 * there. */
bool labels_may_join(const struct labels *labels, struct slice front, struct slice back);

/* The same for labels_read, which passes over a numeral before the label. Notes behind one are
 * not thought of. */
bool labels_may_read_joined(const struct labels *labels, struct slice front, struct slice back);

/* Whether key begins some longer label of the table; here and below, TABLE_COUNT is any. */
bool labels_begin(const struct labels *labels, enum table_id table, struct slice key);

/* Whether key is a piece of some row label of the table. */
bool labels_contain(const struct labels *labels, enum table_id table, struct slice key);

/* Whether key is a piece of some label of the table, of any kind. */
bool labels_hold(const struct labels *labels, enum table_id table, struct slice key);

/* Whether the text is a piece of the label of some group of T3's rows. */
bool labels_group_holds(const struct labels *labels, struct slice folded);

/* How many characters the key differs from the nearest row label, where that may
 * be a misprint of it; UINT_MAX where it may be none's. */
unsigned labels_distance(const struct labels *labels, struct slice key);
unsigned labels_distance_folded(const struct labels *labels, struct slice folded);

#endif
