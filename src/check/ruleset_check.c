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

/* Whether one before it on its line says the same: what cannot be made of a record is told by
 * who makes it and by who looks at its values. */
static bool is_told(const struct told_line *lines, size_t i)
{
    for (size_t k = i; k-- > 0 && lines[k].number == lines[i].number;)
        if (slice_equal(lines[k].text, lines[i].text))
            return true;
    return false;
}

static void read_lines(const struct str *faults, size_t from, size_t nname, struct told_line *lines,
                       size_t n)
{
    const char *at = faults->data + from, *end = faults->data + faults->nbytes;
    for (size_t i = 0; i < n; i++) {
        const char *next = (const char *)memchr(at, '\n', (size_t)(end - at)) + 1;
        struct slice text = slice_make(at, (size_t)(next - at));
        lines[i] = (struct told_line){
            text.nbytes > nname + 1 ? strtoul(at + nname + 1, NULL, 10) : 0, text};
        at = next;
    }
}

/* The n faults from a byte on: those found when loading stand before the others. How many there
 * are when each is told once. */
static size_t sort_lines(struct str *faults, size_t from, size_t nname, size_t n)
{
    struct str sorted = STR_INIT;
    struct told_line *lines = calloc(n, sizeof *lines);
    if (!lines) {
        faults->failed = true;
        return 0;
    }
    read_lines(faults, from, nname, lines, n);
    qsort(lines, n, sizeof *lines, by_number);
    size_t nkept = 0;
    for (size_t i = 0; i < n; i++) {
        bool repeats = is_told(lines, i);
        str_append(&sorted, repeats ? slice_make("", 0) : lines[i].text);
        nkept += !repeats;
    }
    faults->failed |= sorted.failed;
    if (!faults->failed) {
        faults->nbytes = from;
        str_append(faults, str_slice(&sorted));
    }
    str_release(&sorted);
    free(lines);
    return nkept;
}

void ruleset_add_fault(struct str *faults, const char *text)
{
    size_t from = faults->nbytes;
    str_add(faults, text);
    for (size_t i = from; i < faults->nbytes; i++)
        if (faults->data[i] == '\n')
            faults->data[i] = ' ';
    str_byte(faults, '\n');
}

/* One more file, all its faults told. */
static int check_more(struct ruleset *set, const struct forms *forms, const char *path,
                      struct str *faults, struct err *err)
{
    size_t last = set->nfiles, from = faults->nbytes;
    set->faults = faults;
    if (ruleset_settle(set, ruleset_read_file(set, strdup(path), true, err), err) < 0)
        return -1;
    struct rule_file *file = &set->files[last];
    file->tells_all = true;
    if (!file->document)
        return set->nfaults;
    if (ruleset_add_records(set, file, err) < 0)
        return -1;
    size_t nfaults = (size_t)set->nfaults + lint_file(file, set, forms, faults);
    if (nfaults > 0 && !faults->failed)
        nfaults = sort_lines(faults, from, strlen(file->name), nfaults);
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
        else if (n > 0) {
            err_set(err, ERR_INPUT, "%s", str_text(&faults));
            result = ruleset_point_to_check(err);
        }
    }
    str_release(&faults);
    return result;
}
