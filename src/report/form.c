#include "gouji/report/form.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "form_private.h"
#include "gouji/base/message.h"
#include "gouji/base/path.h"
#include "labels.h"
#include "stages.h"

static int is_json(const struct dirent *entry)
{
    size_t n = strlen(entry->d_name);
    return entry->d_name[0] != '.' && n > 5 && strcmp(entry->d_name + n - 5, ".json") == 0;
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int load_entry(struct forms *forms, const char *dir, const char *name, struct err *err)
{
    char *path = path_join(dir, name);
    if (!path)
        return err_set_nomem(err);
    int result = form_load_file(forms, path, err);
    free(path);
    return result;
}

static int load_dir(struct forms *forms, const char *dir, struct err *err)
{
    struct dirent **entries = NULL;
    /* In the order of names, so that messages and editions do not depend on
     * the file system. */
    int n = scandir(dir, &entries, is_json, by_name);
    if (n < 0)
        return err_set_errno(err, _("cannot read the folder of forms"), dir);
    int result = 0;
    for (int i = 0; i < n; i++) {
        if (result == 0)
            result = load_entry(forms, dir, entries[i]->d_name, err);
        free(entries[i]);
    }
    free(entries);
    if (result == 0 && forms->nforms == 0)
        return err_set(err, ERR_INPUT, _("%s: no form in this folder"), dir);
    return result;
}

static int by_edition(const void *a, const void *b)
{
    return strcmp(((const struct form *)a)->edition, ((const struct form *)b)->edition);
}

static bool has_row(const struct form_table *table, const char *id)
{
    for (size_t i = 0; i < table->nblocks; i++)
        for (size_t row = 0; row < table->blocks[i].nrows; row++) {
            const char *other = table->blocks[i].rows[row].id;
            if (other[0] == id[0] && strcmp(other, id) == 0)
                return true;
        }
    return false;
}

static bool is_elsewhere(const struct forms *forms, size_t edition, int table, const char *id)
{
    for (size_t e = 0; e < forms->nforms; e++)
        if (e != edition && has_row(&forms->forms[e].tables[table], id))
            return true;
    return false;
}

static int mark_own_rows(struct forms *forms)
{
    for (size_t e = 0; e < forms->nforms; e++)
        for (int t = 0; t < TABLE_COUNT; t++) {
            struct form_table *table = &forms->forms[e].tables[t];
            bool *own = NULL;
            size_t n = 0, capacity = 0;
            for (size_t i = 0; i < table->nblocks; i++)
                for (size_t row = 0; row < table->blocks[i].nrows; row++) {
                    bool *slot = arena_push(forms->arena, &own, &capacity, n++, sizeof *own);
                    if (!slot)
                        return -1;
                    *slot = !is_elsewhere(forms, e, t, table->blocks[i].rows[row].id);
                    table->has_own_rows |= *slot;
                }
            table->own_rows = own;
        }
    return 0;
}

/* The word list kind_endings holds ending=kind. */
static int note_kinds(struct forms *forms)
{
    const char *const *entry = forms_words(forms, "kind_endings");
    for (; entry && *entry; entry++) {
        const char *equals = strchr(*entry, '=');
        if (!equals || equals == *entry)
            continue;
        struct form_kind *kind = arena_push(forms->arena, &forms->kinds, &forms->kinds_capacity,
                                            forms->nkinds, sizeof *kind);
        if (!kind)
            return -1;
        *kind = (struct form_kind){slice_make(*entry, (size_t)(equals - *entry)), equals + 1};
        forms->nkinds++;
    }
    return 0;
}

static int load_all(struct forms *forms, const char *dir, struct err *err)
{
    forms->arena = arena_new();
    forms->words = map_new();
    if (!forms->arena || !forms->words)
        return err_set_nomem(err);
    if (load_dir(forms, dir, err) < 0)
        return -1;
    if (forms->nforms > 1)
        qsort(forms->forms, forms->nforms, sizeof *forms->forms, by_edition);
    for (size_t i = 1; i < forms->nforms; i++)
        if (strcmp(forms->forms[i - 1].edition, forms->forms[i].edition) == 0)
            return err_set(err, ERR_INPUT, _("%s: two forms of edition %s"), dir,
                           forms->forms[i].edition);
    if (mark_own_rows(forms) < 0 || note_kinds(forms) < 0)
        return err_set_nomem(err);
    forms->figure_words = figure_words_make(forms, forms->arena);
    forms->period_words = period_words_make(forms, forms->arena);
    if (!forms->figure_words || !forms->period_words)
        return err_set_nomem(err);
    forms->labels = labels_new(forms, err);
    return forms->labels ? 0 : -1;
}

struct forms *forms_load(const char *dir, struct err *err)
{
    char *own = dir ? NULL : path_data("forms", err);
    if (!dir && !own)
        return NULL;
    struct forms *forms = calloc(1, sizeof *forms);
    int result = forms ? load_all(forms, dir ? dir : own, err) : err_set_nomem(err);
    free(own);
    if (result == 0)
        return forms;
    forms_free(forms);
    return NULL;
}

void forms_free(struct forms *forms)
{
    if (!forms)
        return;
    labels_free(forms->labels);
    map_free(forms->words);
    arena_free(forms->arena);
    free(forms);
}

size_t forms_count(const struct forms *forms)
{
    return forms->nforms;
}

const struct form *forms_at(const struct forms *forms, size_t index)
{
    return index < forms->nforms ? &forms->forms[index] : NULL;
}

const struct form *forms_find(const struct forms *forms, const char *edition)
{
    for (size_t i = 0; i < forms->nforms; i++)
        if (strcmp(forms->forms[i].edition, edition) == 0)
            return &forms->forms[i];
    return NULL;
}

const struct form *forms_for_year(const struct forms *forms, int year)
{
    const struct form *found = NULL;
    for (size_t i = 0; i < forms->nforms; i++) {
        const struct form *form = &forms->forms[i];
        if ((year >= form->first_year && year <= form->last_year) || year == form->encouraged_year)
            found = form;
    }
    return found;
}

size_t forms_sections(const struct forms *forms, const struct form_section **sections)
{
    *sections = forms->sections;
    return forms->nsections;
}

/* The titles that may begin like the text. */
static const struct form_title *titles_like(const struct forms *forms, struct slice text)
{
    return text.nbytes < 3 ? NULL : forms->titles[(unsigned char)text.ptr[1]];
}

const struct form_title *forms_title(const struct forms *forms, struct slice text)
{
    const struct form_title *best = NULL;
    for (const struct form_title *each = titles_like(forms, text); each; each = each->next)
        if ((!best || each->text.nbytes > best->text.nbytes) && slice_has_prefix(text, each->text))
            best = each;
    return best;
}

bool forms_title_begins(const struct forms *forms, struct slice text)
{
    const struct form_title *each = titles_like(forms, text);
    while (each && !slice_has_prefix(each->text, slice_make(text.ptr, 3)))
        each = each->next;
    return each != NULL;
}

const char *const *forms_words(const struct forms *forms, const char *name)
{
    return map_get(forms->words, slice_of(name));
}

const struct labels *forms_labels(const struct forms *forms)
{
    return forms->labels;
}
