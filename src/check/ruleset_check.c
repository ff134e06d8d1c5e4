/* The faults of rule files that people write, told all at once and line by line. */
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "lint.h"
#include "ruleset_parts.h"

/* One fault of a list of lines, with the number behind the file's name. */
struct told_line {
    size_t number;
    struct slice text;
};

static int by_number(const void *a, const void *b)
{
    const struct told_line *x = a, *y = b;
    if (x->number != y->number)
        return x->number < y->number ? -1 : 1;
    return (x->text.ptr > y->text.ptr) - (x->text.ptr < y->text.ptr);
}

/* Those found when loading stand before the others. */
static void sort_lines(struct str *faults, size_t from, size_t nname)
{
    size_t n = 0, end = faults->nbytes;
    for (size_t i = from; i < end; i++)
        n += faults->data[i] == '\n';
    struct str sorted = STR_INIT;
    struct told_line *lines = calloc(n + 1, sizeof *lines);
    for (size_t i = 0, at = from; lines && i < n; i++) {
        const char *text = faults->data + at;
        size_t nbytes = (size_t)((const char *)memchr(text, '\n', end - at) - text) + 1;
        size_t number = nbytes > nname ? strtoul(text + nname + 1, NULL, 10) : 0;
        lines[i] = (struct told_line){number, slice_make(text, nbytes)};
        at += nbytes;
    }
    if (lines)
        qsort(lines, n, sizeof *lines, by_number);
    for (size_t i = 0; lines && i < n; i++)
        str_append(&sorted, lines[i].text);
    if (lines && !sorted.failed)
        memcpy(faults->data + from, str_text(&sorted), end - from);
    faults->failed |= !lines || sorted.failed;
    str_release(&sorted);
    free(lines);
}

/* One more file, all its faults told. */
static int check_more(struct ruleset *set, const struct forms *forms, const char *path,
                      struct str *faults, struct err *err)
{
    size_t last = set->nfiles, from = faults->nbytes;
    set->faults = faults;
    if (ruleset_settle(set, ruleset_read_file(set, strdup(path), true, err), err) < 0)
        return -1;
    const struct rule_file *file = &set->files[last];
    if (!file->document)
        return set->nfaults;
    if (ruleset_add_records(set, file, err) < 0)
        return -1;
    size_t nfaults = (size_t)set->nfaults + lint_file(file, set, forms, faults);
    if (nfaults > 0 && !faults->failed)
        sort_lines(faults, from, strlen(file->name));
    return faults->failed ? err_set_nomem(err) : (int)nfaults;
}

int ruleset_check(const char *dir, const struct forms *forms, const char *file, struct str *faults,
                  struct err *err)
{
    struct stat status;
    if (access(file, R_OK) != 0 || stat(file, &status) != 0)
        return err_set_errno(err, _("cannot read"), file);
    struct ruleset *set = ruleset_read_but(dir, &status, err);
    bool is_loaded = set && ruleset_begin(set, err) == 0 && ruleset_finish(set, err) == 0;
    int result = is_loaded ? check_more(set, forms, file, faults, err) : -1;
    ruleset_free(set);
    return result;
}

int ruleset_check_own(const struct ruleset *set, const struct forms *forms, struct err *err)
{
    struct str faults = STR_INIT;
    int result = 0;
    for (size_t i = 0; result == 0 && i < set->nfiles; i++) {
        const struct rule_file *file = &set->files[i];
        size_t n = file->is_own ? lint_file(file, set, forms, &faults) : 0;
        if (faults.failed)
            result = err_set_nomem(err);
        else if (n > 0)
            result = err_set(err, ERR_INPUT, _("%.*s (gouji rules --check names all faults)"),
                             (int)strcspn(str_text(&faults), "\n"), str_text(&faults));
    }
    str_release(&faults);
    return result;
}
