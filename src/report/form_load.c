/* One form file becomes constant tables in the arena. The file's layout:
 * tables > blocks > columns, rows; see data/forms. A key we do not know is an
 * error, so that a slip of the pen in a new edition does not go unnoticed. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "align.h"
#include "form_private.h"
#include "gouji/base/ascii.h"
#include "gouji/base/json.h"
#include "gouji/base/message.h"
#include "gouji/base/path.h"
#include "gouji/report/report.h"
#include "gouji/text/fold.h"

enum { MAX_FORM_NBYTES = 1024 * 1024, MAX_ITEMS = 1000, MAX_ID_NBYTES = 30 };

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

/* The object's members, of which each must have one of the keys. */
static int take_members(const struct loader *loader, const cJSON *object, const char *const *keys,
                        size_t n, const cJSON **members)
{
    const cJSON *other = json_members(object, keys, n, members);
    return other ? err_set(loader->err, ERR_INPUT, _("%s: unknown key \"%s\""), loader->path,
                           other->string)
                 : 0;
}

static size_t count_of(const cJSON *array)
{
    return array ? (size_t)cJSON_GetArraySize(array) : 0;
}

/* The text itself where folding changes nothing, as mostly. NULL when short of memory (the arena
 * remembers). */
static const char *fold_label(const struct loader *loader, const char *text)
{
    struct fold fold;
    if (text && fold_keeps(slice_of(text), FOLD_LABEL))
        return text;
    if (!text || fold_text(loader->passing, slice_of(text), 0, FOLD_LABEL, &fold) < 0)
        return NULL;
    return arena_copy(loader->arena, slice_make(fold.text, fold.nbytes));
}

/* Of such characters and so short that cells' ids are what form.h says of them. */
static bool is_id(const char *id)
{
    size_t n = 0;
    while ((id[n] >= 'a' && id[n] <= 'z') || ascii_is_digit(id[n]) || id[n] == '_')
        n++;
    return n <= MAX_ID_NBYTES && id[n] == '\0';
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
    if (!array)
        return 0;
    struct form_variant *variants = arena_array(loader->arena, count_of(array), sizeof *variants);
    if (!variants)
        return err_set_nomem(loader->err);
    size_t n = 0;
    for (const cJSON *item = array->child; item; item = item->next, n++) {
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
    enum { ID, LABEL, SUM, DECIMAL, SIGNED, UNIT, VARIANTS, NKEYS };
    static const char *const keys[NKEYS] = {
        [ID] = "id",         [LABEL] = "label", [SUM] = "sum",          [DECIMAL] = "decimal",
        [SIGNED] = "signed", [UNIT] = "unit",   [VARIANTS] = "variants"};
    const cJSON *members[NKEYS];
    if (take_members(loader, item, keys, NKEYS, members) < 0)
        return -1;
    col->id = cJSON_GetStringValue(members[ID]);
    col->label = cJSON_GetStringValue(members[LABEL]);
    col->norm = fold_label(loader, col->label);
    if (!col->id || !is_id(col->id) || !col->norm)
        return fail(loader, "columns", "id");
    col->mark = align_mark(slice_of(col->norm));
    col->is_decimal = cJSON_IsTrue(members[DECIMAL]);
    col->is_signed = cJSON_IsTrue(members[SIGNED]);
    col->is_summed = cJSON_IsTrue(members[SUM]);
    col->unit = cJSON_GetStringValue(members[UNIT]);
    return load_variants(loader, members[VARIANTS], &col->variants, &col->nvariants);
}

static int load_keywords(const struct loader *loader, const cJSON *all, const cJSON *none,
                         struct form_row *row)
{
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
    bool inner = ascii_is_digit(row->ordinal[0]);
    if (!parent || !parent->ordinal || !inner)
        return row->ordinal;
    const char *const both[] = {parent->ordinal, row->ordinal};
    return arena_join(loader->arena, both, sizeof both / sizeof *both);
}

static int load_row(const struct loader *loader, const cJSON *item, struct form_row *rows, size_t n)
{
    enum { ID, LABEL, ORDINAL, PARENT, GROUP, ONE_ROW, LEAF, TOTAL, VARIANTS, ALL, NONE, NKEYS };
    static const char *const keys[NKEYS] = {
        [ID] = "id",       [LABEL] = "label",     [ORDINAL] = "ordinal",  [PARENT] = "parent",
        [GROUP] = "group", [ONE_ROW] = "one_row", [LEAF] = "leaf",        [TOTAL] = "total",
        [ALL] = "all",     [NONE] = "none",       [VARIANTS] = "variants"};
    const cJSON *members[NKEYS];
    struct form_row *row = &rows[n];
    if (take_members(loader, item, keys, NKEYS, members) < 0)
        return -1;
    row->id = cJSON_GetStringValue(members[ID]);
    row->label = cJSON_GetStringValue(members[LABEL]);
    row->norm = fold_label(loader, row->label);
    if (!row->id || !is_id(row->id) || !row->norm)
        return fail(loader, "rows", "id");
    const char *parent = cJSON_GetStringValue(members[PARENT]);
    row->key = labels_make_key(loader->arena, slice_of(row->norm));
    row->mark = align_mark(row->key);
    row->ordinal = cJSON_GetStringValue(members[ORDINAL]);
    row->parent = parent ? find_parent(rows, n, parent) : -1;
    if (parent && row->parent < 0)
        return fail(loader, row->id, "parent");
    row->is_group = cJSON_IsTrue(members[GROUP]);
    row->is_leaf = cJSON_IsTrue(members[LEAF]);
    row->is_total = cJSON_IsTrue(members[TOTAL]);
    row->alternative_of = -1;
    row->address = address_of(loader, rows, row);
    if (load_variants(loader, members[VARIANTS], &row->variants, &row->nvariants) < 0)
        return -1;
    return load_keywords(loader, members[ALL], members[NONE], row);
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

/* T3.a1.c2: hundreds of them, so those of a row lie behind one another, and behind what all of
 * them begin with. ncols is how many bytes the columns' ids have, each with its NUL. */
static int name_row(const struct loader *loader, const struct form_block *block, const char *front,
                    const char *row, size_t ncols, const char **ids)
{
    size_t nfront = strlen(front), nrow = strlen(row), nhead = nfront + nrow + 1;
    char *head = arena_raw(loader->arena, (block->ncols + 1) * nhead + ncols);
    if (!head)
        return err_set_nomem(loader->err);
    *(char *)mempcpy(mempcpy(head, front, nfront), row, nrow) = '.';
    char *at = head + nhead;
    for (size_t col = 0; col < block->ncols; col++) {
        ids[col] = at;
        at = stpcpy(mempcpy(at, head, nhead), block->cols[col].id) + 1;
    }
    return 0;
}

static int name_cells(const struct loader *loader, struct form_block *block)
{
    const char **ids = arena_array(loader->arena, block->nrows * block->ncols, sizeof *ids);
    const char *const parts[] = {loader->table, block->id[0] ? "." : "", block->id, "."};
    const char *front = arena_join(loader->arena, parts, sizeof parts / sizeof *parts);
    size_t ncols = block->ncols;
    if (!ids || !front)
        return err_set_nomem(loader->err);
    for (size_t col = 0; col < block->ncols; col++)
        ncols += strlen(block->cols[col].id);
    block->cell_ids = ids;
    for (size_t row = 0; row < block->nrows; row++, ids += block->ncols)
        if (name_row(loader, block, front, block->rows[row].id, ncols, ids) < 0)
            return -1;
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
    enum { ID, HEADING, CORNER, COLUMNS, ROWS, NKEYS };
    static const char *const keys[NKEYS] = {[ID] = "id",
                                            [HEADING] = "heading",
                                            [CORNER] = "corner",
                                            [COLUMNS] = "columns",
                                            [ROWS] = "rows"};
    const cJSON *members[NKEYS];
    if (take_members(loader, item, keys, NKEYS, members) < 0)
        return -1;
    block->id = cJSON_GetStringValue(members[ID]);
    if (!block->id || !is_id(block->id))
        return fail(loader, "blocks", "id");
    block->edition = loader->edition;
    block->heading = cJSON_GetStringValue(members[HEADING]);
    block->heading_norm = fold_label(loader, block->heading);
    block->corner = cJSON_GetStringValue(members[CORNER]);
    if (load_columns(loader, members[COLUMNS], block) < 0 ||
        load_rows(loader, members[ROWS], block) < 0 || key_ids(loader, block) < 0)
        return -1;
    return name_cells(loader, block);
}

/* Of the table's block: that of the same one in a form loaded before, or the next. */
static size_t number_of(const struct forms *forms, enum table_id table,
                        const struct form_block *blocks, size_t block)
{
    size_t next = 0;
    for (size_t e = 0; e < forms->nforms; e++) {
        const struct form_table *other = &forms->forms[e].tables[table];
        for (size_t i = 0; i < other->nblocks; i++) {
            size_t number = other->blocks[i].number;
            if (strcmp(other->blocks[i].id, blocks[block].id) == 0)
                return number;
            next = number >= next ? number + 1 : next;
        }
    }
    for (size_t i = 0; i < block; i++)
        next = blocks[i].number >= next ? blocks[i].number + 1 : next;
    return next;
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
        blocks[n - 1].number = number_of(loader->forms, table->id, blocks, n - 1);
    }
    table->blocks = blocks;
    table->nblocks = n;
    return 0;
}

static int load_table(struct loader *loader, const cJSON *item, struct form *form)
{
    enum { ID, SECTION, TITLE, CORNER_NOTE, BANDS, LABEL_COLUMNS, ONE_PRINTED_ROW, BLOCKS, NKEYS };
    static const char *const keys[NKEYS] = {[ID] = "id",
                                            [CORNER_NOTE] = "corner_note",
                                            [LABEL_COLUMNS] = "label_columns",
                                            [TITLE] = "title",
                                            [SECTION] = "section",
                                            [ONE_PRINTED_ROW] = "one_printed_row",
                                            [BANDS] = "bands",
                                            [BLOCKS] = "blocks"};
    static const char *const names[TABLE_COUNT] = {"T2", "T3", "T4"};
    const cJSON *members[NKEYS];
    int which = 0;
    if (take_members(loader, item, keys, NKEYS, members) < 0)
        return -1;
    while (which < TABLE_COUNT && strcmp(json_text(members[ID]), names[which]) != 0)
        which++;
    if (which == TABLE_COUNT)
        return fail(loader, "tables", "id");
    struct form_table *table = &form->tables[which];
    table->id = (enum table_id)which;
    table->name = loader->table = names[which];
    table->section = cJSON_GetStringValue(members[SECTION]);
    table->title = cJSON_GetStringValue(members[TITLE]);
    table->corner_note = cJSON_GetStringValue(members[CORNER_NOTE]);
    table->corner_note_norm = fold_label(loader, table->corner_note);
    table->label_columns = (unsigned)json_integer(item, "label_columns", 1);
    table->one_printed_row = cJSON_IsTrue(members[ONE_PRINTED_ROW]);
    cJSON none = {.type = cJSON_Array};
    table->bands = load_strings(loader, members[BANDS] ? members[BANDS] : &none, false);
    if (!table->section || !table->title || !table->bands)
        return fail(loader, table->name, "section");
    return load_blocks(loader, members[BLOCKS], table);
}

static int load_form(struct loader *loader, const cJSON *root)
{
    enum { EDITION, DOCUMENT, YEARS, TABLES, NKEYS };
    static const char *const keys[NKEYS] = {
        [EDITION] = "edition", [DOCUMENT] = "document", [YEARS] = "years", [TABLES] = "tables"};
    struct forms *forms = loader->forms;
    const cJSON *members[NKEYS];
    if (take_members(loader, root, keys, NKEYS, members) < 0)
        return -1;
    struct form *form = arena_push(loader->arena, &forms->forms, &forms->forms_capacity,
                                   forms->nforms, sizeof *form);
    if (!form)
        return err_set_nomem(loader->err);
    const cJSON *years = members[YEARS], *tables = members[TABLES];
    form->edition = loader->edition = cJSON_GetStringValue(members[EDITION]);
    form->document = cJSON_GetStringValue(members[DOCUMENT]);
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

static int add_title(const struct loader *loader, const char *text, bool is_variant)
{
    struct forms *forms = loader->forms;
    struct form_title *title = arena_raw(loader->arena, sizeof *title);
    if (!title)
        return err_set_nomem(loader->err);
    const struct form_title **same = &forms->titles[*text ? (unsigned char)text[1] : 0];
    *title = (struct form_title){slice_of(text), forms->nsections, is_variant, *same};
    *same = title;
    return 0;
}

/* Those of the section that is added next. */
static int add_titles(const struct loader *loader, const struct form_section *section)
{
    int result = add_title(loader, section->title, false);
    for (const char *const *each = section->variants; *each && result == 0; each++)
        result = add_title(loader, *each, true);
    return result;
}

static int load_sections(const struct loader *loader, const cJSON *array)
{
    struct forms *forms = loader->forms;
    forms->sections = arena_array(loader->arena, count_of(array), sizeof *forms->sections);
    if (!forms->sections)
        return err_set_nomem(loader->err);
    for (const cJSON *item = array->child; item; item = item->next) {
        struct form_section *section = &forms->sections[forms->nsections];
        if (load_section(loader, item, section) < 0 || add_titles(loader, section) < 0)
            return -1;
        forms->nsections++;
    }
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
