/* One form file becomes constant tables in the arena. The file's layout:
 * tables > blocks > columns, rows; see data/forms. A key we do not know is an
 * error, so that a slip of the pen in a new edition does not go unnoticed. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "align.h"
#include "form_private.h"
#include "gouji/base/json.h"
#include "gouji/base/message.h"
#include "gouji/base/path.h"
#include "gouji/text/fold.h"

enum { MAX_FORM_NBYTES = 1024 * 1024, MAX_ITEMS = 1000 };

struct loader {
    struct forms *forms;
    struct arena *arena;
    struct arena *passing; /* for what only the loading of this file needs */
    const char *path;
    const char *edition;
    const char *table;
    const char *block;
    struct err *err;
};

static int fail(const struct loader *loader, const char *where, const char *key)
{
    return err_set(loader->err, ERR_INPUT, _("%s: %s: \"%s\" is missing or not what it should be"),
                   loader->path, where, key);
}

/* 0 when every key of the object is one of the NULL-terminated list. */
static int check_keys(const struct loader *loader, const cJSON *object, const char *const *known)
{
    for (const cJSON *item = object->child; item; item = item->next) {
        size_t i = 0;
        while (known[i] && (known[i][0] != item->string[0] || strcmp(known[i], item->string) != 0))
            i++;
        if (!known[i])
            return err_set(loader->err, ERR_INPUT, _("%s: unknown key \"%s\""), loader->path,
                           item->string);
    }
    return 0;
}

static size_t count_of(const cJSON *array)
{
    return array ? (size_t)cJSON_GetArraySize(array) : 0;
}

/* NULL when short of memory (the arena remembers). */
static const char *fold_label(const struct loader *loader, const char *text)
{
    struct fold fold;
    if (!text || fold_text(loader->passing, slice_of(text), 0, FOLD_LABEL, &fold) < 0)
        return NULL;
    return arena_copy(loader->arena, slice_make(fold.text, fold.nbytes));
}

/* A NULL-terminated list of strings; NULL for anything but strings. */
static const char *const *load_strings(const struct loader *loader, const cJSON *array, bool folded)
{
    const char **list = arena_array(loader->arena, count_of(array) + 1, sizeof *list);
    size_t n = 0;
    if (!list || !cJSON_IsArray(array))
        return NULL;
    for (const cJSON *item = array->child; item; item = item->next) {
        if (!cJSON_IsString(item))
            return NULL;
        list[n] = folded ? fold_label(loader, item->valuestring) : item->valuestring;
        if (!list[n++])
            return NULL;
    }
    return list;
}

static int load_variants(const struct loader *loader, const cJSON *array,
                         const struct form_variant **out, size_t *nout)
{
    struct form_variant *variants = arena_array(loader->arena, count_of(array), sizeof *variants);
    if (!variants)
        return err_set_nomem(loader->err);
    size_t n = 0;
    for (const cJSON *item = array ? array->child : NULL; item; item = item->next, n++) {
        const char *effect = json_string(item, "effect");
        variants[n].norm = fold_label(loader, json_string(item, "label"));
        variants[n].effect = effect;
        if (!variants[n].norm || !variants[n].effect)
            return fail(loader, "variants", "label");
        variants[n].same = strcmp(effect, "same") == 0;
    }
    *out = variants;
    *nout = n;
    return 0;
}

static int load_column(const struct loader *loader, const cJSON *item, struct form_col *col)
{
    static const char *const known[] = {"id",   "label", "decimal",  "signed",
                                        "unit", "sum",   "variants", NULL};
    if (check_keys(loader, item, known) < 0)
        return -1;
    col->id = json_string(item, "id");
    col->label = json_string(item, "label");
    col->norm = fold_label(loader, col->label);
    if (!col->id || !col->norm)
        return fail(loader, "columns", "id");
    col->mark = align_mark(slice_of(col->norm));
    col->is_decimal = json_bool(item, "decimal", false);
    col->is_signed = json_bool(item, "signed", false);
    col->is_summed = json_bool(item, "sum", false);
    col->unit = json_string(item, "unit");
    return load_variants(loader, json_get(item, "variants"), &col->variants, &col->nvariants);
}

static int load_keywords(const struct loader *loader, const cJSON *item, struct form_row *row)
{
    const cJSON *all = json_get(item, "all");
    const cJSON *none = json_get(item, "none");
    const char *const **groups = arena_array(loader->arena, count_of(all) + 1, sizeof *groups);
    size_t n = 0;
    if (!groups)
        return err_set_nomem(loader->err);
    for (const cJSON *any = all ? all->child : NULL; any; any = any->next) {
        groups[n] = load_strings(loader, any, true);
        if (!groups[n++])
            return fail(loader, row->id, "all");
    }
    row->all_of = groups;
    row->none_of = none ? load_strings(loader, none, true) : NULL;
    return none && !row->none_of ? fail(loader, row->id, "none") : 0;
}

static int find_parent(const struct form_row *rows, size_t nrows, const char *id)
{
    for (size_t i = 0; i < nrows; i++)
        if (rows[i].is_group && strcmp(rows[i].id, id) == 0)
            return (int)i;
    return -1;
}

/* （四）1 for the first row of （四）; other rows by their ordinal, or label. */
static const char *address_of(const struct loader *loader, const struct form_row *rows,
                              const struct form_row *row)
{
    if (!row->ordinal)
        return row->label;
    const struct form_row *parent = row->parent >= 0 ? &rows[row->parent] : NULL;
    bool inner = row->ordinal[0] >= '0' && row->ordinal[0] <= '9';
    if (!parent || !parent->ordinal || !inner)
        return row->ordinal;
    return arena_format(loader->arena, "%s%s", parent->ordinal, row->ordinal);
}

static int load_row(const struct loader *loader, const cJSON *item, struct form_row *rows, size_t n)
{
    static const char *const known[] = {"id",    "label",   "ordinal", "parent", "group",    "leaf",
                                        "total", "one_row", "all",     "none",   "variants", NULL};
    struct form_row *row = &rows[n];
    const char *parent = json_string(item, "parent");
    if (check_keys(loader, item, known) < 0)
        return -1;
    row->id = json_string(item, "id");
    row->label = json_string(item, "label");
    row->norm = fold_label(loader, row->label);
    if (!row->id || !row->norm)
        return fail(loader, "rows", "id");
    row->key = labels_make_key(loader->arena, slice_of(row->norm));
    row->mark = align_mark(row->key);
    row->ordinal = json_string(item, "ordinal");
    row->parent = parent ? find_parent(rows, n, parent) : -1;
    if (parent && row->parent < 0)
        return fail(loader, row->id, "parent");
    row->is_group = json_bool(item, "group", false);
    row->is_leaf = json_bool(item, "leaf", false);
    row->is_total = json_bool(item, "total", false);
    row->alternative_of = -1;
    row->address = address_of(loader, rows, row);
    if (load_variants(loader, json_get(item, "variants"), &row->variants, &row->nvariants) < 0)
        return -1;
    return load_keywords(loader, item, row);
}

/* The group printed as one row with figures: a row of its own beside it. */
static void add_one_row_form(struct form_row *rows, size_t group)
{
    rows[group + 1] = rows[group];
    rows[group + 1].is_group = false;
    rows[group + 1].is_leaf = true;
    rows[group + 1].alternative_of = (int)group;
}

/* Rows come behind their group. */
static int alternative_to(const struct form_row *rows, size_t n)
{
    int group = rows[n].parent;
    return group >= 0 && rows[group + 1].alternative_of == group ? group + 1 : -1;
}

static int load_rows(const struct loader *loader, const cJSON *array, struct form_block *block)
{
    struct form_row *rows = arena_array(loader->arena, 2 * count_of(array), sizeof *rows);
    size_t n = 0;
    if (!rows)
        return err_set_nomem(loader->err);
    if (!cJSON_IsArray(array) || count_of(array) == 0 || count_of(array) > MAX_ITEMS)
        return fail(loader, block->id, "rows");
    for (const cJSON *item = array->child; item; item = item->next, n++) {
        if (load_row(loader, item, rows, n) < 0)
            return -1;
        rows[n].alternative = alternative_to(rows, n);
        if (rows[n].is_group && json_bool(item, "one_row", false)) {
            add_one_row_form(rows, n);
            n++;
        }
    }
    block->rows = rows;
    block->nrows = n;
    return 0;
}

static int load_columns(const struct loader *loader, const cJSON *array, struct form_block *block)
{
    struct form_col *cols = arena_array(loader->arena, count_of(array), sizeof *cols);
    size_t n = 0;
    if (!cols)
        return err_set_nomem(loader->err);
    if (!cJSON_IsArray(array) || count_of(array) == 0 || count_of(array) > MAX_ITEMS)
        return fail(loader, block->id, "columns");
    for (const cJSON *item = array->child; item; item = item->next)
        if (load_column(loader, item, &cols[n++]) < 0)
            return -1;
    block->cols = cols;
    block->ncols = n;
    return 0;
}

/* T3.a1.c2: hundreds of them, so joined by hand. */
static const char *join_id(const struct loader *loader, struct slice row, const char *col)
{
    size_t ncol = strlen(col);
    char *id = arena_alloc(loader->arena, row.nbytes + ncol + 1);
    if (id) {
        memcpy(id, row.ptr, row.nbytes);
        memcpy(id + row.nbytes, col, ncol);
    }
    return id;
}

static int name_cells(const struct loader *loader, struct form_block *block)
{
    const char **ids = arena_array(loader->arena, block->nrows * block->ncols, sizeof *ids);
    if (!ids)
        return err_set_nomem(loader->err);
    block->cell_ids = ids;
    for (size_t row = 0; row < block->nrows; row++) {
        const char *const parts[] = {loader->table, block->id[0] ? "." : "", block->id,
                                     ".",           block->rows[row].id,     "."};
        const char *front = arena_join(loader->arena, parts, sizeof parts / sizeof *parts);
        if (!front)
            return err_set_nomem(loader->err);
        for (size_t col = 0; col < block->ncols; col++)
            if (!(*ids++ = join_id(loader, slice_of(front), block->cols[col].id)))
                return err_set_nomem(loader->err);
    }
    return 0;
}

static int key_ids(const struct loader *loader, struct form_block *block)
{
    uint32_t *rows = arena_array(loader->arena, block->nrows, sizeof *rows);
    uint32_t *cols = arena_array(loader->arena, block->ncols, sizeof *cols);
    if (!rows || !cols)
        return err_set_nomem(loader->err);
    for (size_t row = 0; row < block->nrows; row++)
        if (!block->rows[row].is_group)
            rows[row] = form_id_key(slice_of(block->rows[row].id));
    for (size_t col = 0; col < block->ncols; col++)
        cols[col] = form_id_key(slice_of(block->cols[col].id));
    block->row_keys = rows;
    block->col_keys = cols;
    return 0;
}

static int load_block(const struct loader *loader, const cJSON *item, struct form_block *block)
{
    static const char *const known[] = {"id", "heading", "corner", "columns", "rows", NULL};
    if (check_keys(loader, item, known) < 0)
        return -1;
    block->id = json_string(item, "id");
    if (!block->id)
        return fail(loader, "blocks", "id");
    block->edition = loader->edition;
    block->heading = json_string(item, "heading");
    block->heading_norm = fold_label(loader, block->heading);
    block->corner = json_string(item, "corner");
    if (load_columns(loader, json_get(item, "columns"), block) < 0 ||
        load_rows(loader, json_get(item, "rows"), block) < 0 || key_ids(loader, block) < 0)
        return -1;
    return name_cells(loader, block);
}

static int load_blocks(const struct loader *loader, const cJSON *array, struct form_table *table)
{
    struct form_block *blocks = arena_array(loader->arena, count_of(array), sizeof *blocks);
    size_t n = 0;
    if (!blocks)
        return err_set_nomem(loader->err);
    if (!cJSON_IsArray(array) || count_of(array) == 0 || count_of(array) > MAX_ITEMS)
        return fail(loader, table->name, "blocks");
    for (const cJSON *item = array->child; item; item = item->next) {
        blocks[n].one_printed_row = table->one_printed_row;
        if (load_block(loader, item, &blocks[n++]) < 0)
            return -1;
    }
    table->blocks = blocks;
    table->nblocks = n;
    return 0;
}

static int load_table(struct loader *loader, const cJSON *item, struct form *form)
{
    static const char *const known[] = {"id",    "section",       "title",           "corner_note",
                                        "bands", "label_columns", "one_printed_row", "blocks",
                                        NULL};
    static const char *const names[TABLE_COUNT] = {"T2", "T3", "T4"};
    const char *id = json_string(item, "id");
    int which = 0;
    if (check_keys(loader, item, known) < 0)
        return -1;
    while (which < TABLE_COUNT && !(id && strcmp(id, names[which]) == 0))
        which++;
    if (which == TABLE_COUNT)
        return fail(loader, "tables", "id");
    struct form_table *table = &form->tables[which];
    const cJSON *bands = json_get(item, "bands");
    table->id = (enum table_id)which;
    table->name = loader->table = names[which];
    table->section = json_string(item, "section");
    table->title = json_string(item, "title");
    table->corner_note = json_string(item, "corner_note");
    table->corner_note_norm = fold_label(loader, table->corner_note);
    table->label_columns = (unsigned)json_integer(item, "label_columns", 1);
    table->one_printed_row = json_bool(item, "one_printed_row", false);
    cJSON none = {.type = cJSON_Array};
    table->bands = load_strings(loader, bands ? bands : &none, false);
    if (!table->section || !table->title || !table->bands)
        return fail(loader, table->name, "section");
    return load_blocks(loader, json_get(item, "blocks"), table);
}

static int load_form(struct loader *loader, const cJSON *root)
{
    static const char *const known[] = {"edition", "document", "years", "tables", NULL};
    struct forms *forms = loader->forms;
    const cJSON *years = json_get(root, "years");
    const cJSON *tables = json_get(root, "tables");
    if (check_keys(loader, root, known) < 0)
        return -1;
    struct form *form = arena_push(loader->arena, &forms->forms, &forms->forms_capacity,
                                   forms->nforms, sizeof *form);
    if (!form)
        return err_set_nomem(loader->err);
    form->edition = loader->edition = json_string(root, "edition");
    form->document = json_string(root, "document");
    form->first_year = (int)json_integer(years, "first", 0);
    form->last_year = (int)json_integer(years, "last", 9999);
    form->encouraged_year = (int)json_integer(years, "encouraged", 0);
    if (!form->edition || !form->document || !form->first_year || !cJSON_IsArray(tables))
        return fail(loader, "edition", "years");
    for (const cJSON *item = tables->child; item; item = item->next)
        if (load_table(loader, item, form) < 0)
            return -1;
    for (int i = 0; i < TABLE_COUNT; i++)
        if (!form->tables[i].name)
            return fail(loader, form->edition, "tables");
    forms->nforms++;
    return 0;
}

static int load_section(const struct loader *loader, const cJSON *item,
                        struct form_section *section)
{
    section->id = json_string(item, "id");
    section->title = json_string(item, "title");
    section->numeral = json_string(item, "numeral");
    section->variants = load_strings(loader, json_get(item, "variants"), true);
    section->all_of = load_strings(loader, json_get(item, "all"), true);
    if (!section->id || !section->title || !section->numeral || !section->variants ||
        !section->all_of)
        return fail(loader, "sections", "id");
    return 0;
}

static int load_sections(const struct loader *loader, const cJSON *array)
{
    struct forms *forms = loader->forms;
    forms->sections = arena_array(loader->arena, count_of(array), sizeof *forms->sections);
    if (!forms->sections)
        return err_set_nomem(loader->err);
    for (const cJSON *item = array->child; item; item = item->next)
        if (load_section(loader, item, &forms->sections[forms->nsections++]) < 0)
            return -1;
    return 0;
}

static int load_words(const struct loader *loader, const cJSON *root)
{
    struct forms *forms = loader->forms;
    for (const cJSON *item = root->child; item; item = item->next) {
        const char *name = item->string;
        const char *const *words = load_strings(loader, item, false);
        if (!name || !words)
            return fail(loader, "words", item->string);
        if (map_set(forms->words, slice_of(name), words) < 0)
            return err_set_nomem(loader->err);
    }
    return 0;
}

static int load_root(struct loader *loader, const cJSON *root)
{
    if (json_string(root, "edition"))
        return load_form(loader, root);
    if (cJSON_IsArray(json_get(root, "sections")))
        return load_sections(loader, json_get(root, "sections"));
    if (strcmp(path_name(loader->path), "words.json") == 0 && cJSON_IsObject(root))
        return load_words(loader, root);
    return fail(loader, path_name(loader->path), "edition");
}

static int load_file(struct loader *loader)
{
    struct slice bytes;
    const cJSON *root = json_read_in(loader->arena, loader->passing, loader->path, MAX_FORM_NBYTES,
                                     "form file", &bytes, loader->err);
    if (!root || load_root(loader, root) < 0)
        return -1;
    bool failed = arena_failed(loader->arena) || arena_failed(loader->passing);
    return failed ? err_set_nomem(loader->err) : 0;
}

int form_load_file(struct forms *forms, const char *path, struct err *err)
{
    struct arena *passing = arena_new();
    struct loader loader = {
        .forms = forms, .arena = forms->arena, .passing = passing, .path = path, .err = err};
    int result = passing ? load_file(&loader) : err_set_nomem(err);
    arena_free(passing);
    return result;
}
