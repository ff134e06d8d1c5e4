/* The national form, by edition, read from data/forms. A form is three
 * tables T2, T3, T4; a table is a list of blocks (T2: a1 a5 a6 a8 [a9]; T3 and
 * T4: one block without id); a block is rows x columns of value cells. T4 is
 * one printed row, but here three rows (review, direct, after) x five columns,
 * in the order of print. Cell ids: T2.<block>.<row>.<col>, T3.<row>.<col>,
 * T4.<group>.<col>.
 *
 * Editions come from whatever files are there: the next edition needs no C. */
#ifndef GOUJI_REPORT_FORM_H
#define GOUJI_REPORT_FORM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gouji/base/err.h"
#include "gouji/base/slice.h"

enum table_id { TABLE_T2, TABLE_T3, TABLE_T4, TABLE_COUNT };

/* A text the label may be printed as, folded with FOLD_LABEL. */
struct form_variant {
    const char *norm;
    bool same;          /* the meaning and wording are the form's; else STR-04 says so */
    const char *effect; /* "same", "typo", "truncated", … from the form file */
};

struct form_col {
    const char *id;    /* "np" */
    const char *label; /* as the form prints it: 自然人 */
    const char *norm;
    uint64_t mark;    /* of the characters in norm, for comparing */
    bool is_decimal;  /* amounts: scaled by 1 000 000 */
    bool is_signed;   /* 本年增/减 */
    bool is_summed;   /* a whole's is the sum of its parts' */
    const char *unit; /* printed by the form's header (万元), or NULL */
    const struct form_variant *variants;
    size_t nvariants;
};

struct form_row {
    const char *id;    /* "unable_1"; groups too: "denied" */
    const char *label; /* 1.本机关不掌握相关政府信息 */
    const char *norm;
    struct slice key; /* of norm, and the mark of its characters, for comparing */
    uint64_t mark;
    const char *ordinal; /* 一 （一） 1 or NULL */
    const char *address; /* how people name it: （四）1, 一, （七） … for messages */
    int parent;          /* index of the group row in the block, -1 */
    bool is_group;       /* no cells of its own */
    bool is_leaf;        /* a leaf of the total row (T3) */
    bool is_total;
    int alternative;    /* index of the row of this kind that may stand instead of
                           this one and its siblings, -1 */
    int alternative_of; /* index of the group this one-row form stands for
                           (T3.other in 2021), -1; absent rows of this kind
                           are no missing rows */
    const struct form_variant *variants;
    size_t nvariants;
    /* Keywords: each element a substring of the folded label, an inner list
     * means any of; flattened as NULL-terminated groups, see form.c. */
    const char *const *const *all_of; /* NULL-terminated array of NULL-terminated any-of lists */
    const char *const *none_of;       /* NULL-terminated, may be NULL */
};

enum { CELL_ID_NBYTES = 100 }; /* at most; letters, digits, '_' and '.' */

struct form_block {
    const char *id;                     /* "a1", "" for T3 and T4 */
    size_t number;                      /* the same in all editions; less than the table has
                                           blocks in all of them together */
    const char *heading, *heading_norm; /* 第二十条第（一）项, NULL for T3, T4 */
    const char *corner;                 /* 信息内容 */
    const struct form_row *rows;
    size_t nrows; /* groups included */
    const struct form_col *cols;
    size_t ncols;
    const char *edition;         /* the form's it belongs to */
    const char *const *cell_ids; /* nrows * ncols: "T3.unable_1.np", printed as they are */
    bool one_printed_row;        /* the table's: all rows stand in one printed row */
    const uint32_t *row_keys;    /* form_id_key of each row's id, 0 for a group */
    const uint32_t *col_keys;
};

/* Ids of other keys are other ids: finding one looks at few. Never 0. */
static inline uint32_t form_id_key(struct slice id)
{
    uint32_t key = 0;
    for (size_t i = 0; i < id.nbytes; i++)
        key = key * 31 + (unsigned char)id.ptr[i];
    return key ? key : 1;
}

struct form_table {
    enum table_id id;
    const char *name;                           /* "T2" */
    const char *section;                        /* "S2" */
    const char *title;                          /* 主动公开政府信息情况 */
    const char *corner_note, *corner_note_norm; /* T3's, else NULL */
    const char *const *bands; /* header cells over several columns: 申请人情况,
                                 法人或其他组织; NULL-terminated */
    unsigned label_columns;   /* printed before the values: T2 1, T3 3, T4 0 */
    bool one_printed_row;     /* T4: all rows of a block stand in one printed row */
    const struct form_block *blocks;
    size_t nblocks;
    const bool *own_rows; /* of the rows of all blocks: is in no other edition, by its id */
    bool has_own_rows;
};

struct form_section {  /* the six legal sections, the same in both editions */
    const char *id;    /* "S1" */
    const char *title; /* 总体情况 */
    const char *numeral;
    const char *const *variants; /* folded titles without numeral, NULL-terminated */
    const char *const *all_of;   /* folded keywords, NULL-terminated */
};

struct form {
    const char *edition;  /* "2019" */
    const char *document; /* 国办公开办函〔2019〕60号… */
    int first_year;       /* report years for which it is expected */
    int last_year;        /* 9999: still in force */
    int encouraged_year;  /* only encouraged, 0 none */
    struct form_table tables[TABLE_COUNT];
};

struct forms; /* all editions; read-only after loading, shared freely */

/* Reads every .json file of `dir` (NULL: path_data("forms")). Errors
 * name file and line or key. Caller frees with forms_free. */
struct forms *forms_load(const char *dir, struct err *err);
void forms_free(struct forms *forms);

size_t forms_count(const struct forms *forms);
const struct form *forms_at(const struct forms *forms, size_t index); /* by edition */
const struct form *forms_find(const struct forms *forms, const char *edition);
/* The edition expected for a report year; NULL before the first. */
const struct form *forms_for_year(const struct forms *forms, int year);

size_t forms_sections(const struct forms *forms, const struct form_section **sections);

/* What kind of organ a folded name is, by its ending: 镇 for …镇政府; NULL when no
 * ending is known. */
const char *forms_kind(const struct forms *forms, const char *agency);

/* Word lists for outline, identity and checks, by name, from
 * data/forms/words.json: NULL-terminated list or NULL (see that file). */
const char *const *forms_words(const struct forms *forms, const char *name);

#endif
