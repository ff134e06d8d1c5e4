/* Reports laid out again as web pages read the same: every cell, who and when,
 * the sections, and what is raised. The samples always, the shared reports when
 * they are there. KEEP_PAGES=FOLDER keeps the page that failed. */
#include "check.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gouji/base/path.h"
#include "gouji/check/finding.h"
#include "page_writer.h"
#include "relaid.h"

static struct {
    struct forms *forms;
    struct ruleset *rules;
} shop;

static size_t ndifferences;

static void differ(const char *path, unsigned style, const char *what, const char *is,
                   const char *was)
{
    ndifferences++;
    print_error("%s style %u: %s is %s, was %s\n", path, style, what, is, was);
}

static void compare_text(const char *path, unsigned style, const char *what, const char *is,
                         const char *was)
{
    if (strcmp(is ? is : "", was ? was : "") != 0)
        differ(path, style, what, is ? is : "nothing", was ? was : "nothing");
}

static const char *show(const struct report *report, const struct cell *cell, char *buffer,
                        size_t nbytes)
{
    struct slice text = report_slice(report, cell->span);
    snprintf(buffer, nbytes, "%s '%.*s' %.*s (%s)%s", cell_state_name(cell->state),
             (int)text.nbytes, text.ptr, (int)cell->unit.nbytes,
             cell->unit.ptr ? cell->unit.ptr : "", cell->note ? cell->note : "",
             cell->placed_by_order ? " by order" : "");
    return buffer;
}

static void compare_cells(const struct report *is, const struct report *was, unsigned style)
{
    char a[512], b[512];
    size_t position = 0;
    const struct cell *old;
    while ((old = report_next_cell(was, &position))) {
        const struct cell *now = report_cell(is, old->id);
        if (!now && old->state != CELL_ABSENT)
            differ(was->path, style, old->id, "not there", show(was, old, b, sizeof b));
        else if (now && strcmp(show(is, now, a, sizeof a), show(was, old, b, sizeof b)) != 0)
            differ(was->path, style, old->id, a, b);
    }
}

static void compare_who(const struct report *is, const struct report *was, unsigned style)
{
    const struct identity *a = &is->who, *b = &was->who;
    compare_text(was->path, style, "title", a->title, b->title);
    compare_text(was->path, style, "agency", a->agency, b->agency);
    compare_text(was->path, style, "kind", a->kind, b->kind);
    compare_text(was->path, style, "signature", a->signature_agency, b->signature_agency);
    if (a->year != b->year || a->signature_date.day != b->signature_date.day ||
        a->nyear_conflicts != b->nyear_conflicts || a->has_period != b->has_period)
        differ(was->path, style, "year, period or date", "another", "one");
    compare_text(was->path, style, "edition", is->edition, was->edition);
}

static void compare_sections(const struct report *is, const struct report *was, unsigned style)
{
    if (is->nsections != was->nsections)
        differ(was->path, style, "number of sections", "another", "one");
    for (size_t i = 0; i < is->nsections && i < was->nsections; i++) {
        compare_text(was->path, style, "section", is->sections[i].id, was->sections[i].id);
        compare_text(was->path, style, "title", is->sections[i].title, was->sections[i].title);
    }
}

static void compare_one_way(const char *path, const struct findings *a, const struct findings *b,
                            unsigned style, const char *what)
{
    char name[128];
    for (size_t i = 0; i < a->nitems; i++) {
        const struct finding *item = &a->items[i];
        if (relaid_is_of_layout(item) || relaid_count(a, item) == relaid_count(b, item))
            continue;
        snprintf(name, sizeof name, "%s/%s", a->items[i].rule->id, a->items[i].instance);
        differ(path, style, name, what, "other");
    }
}

static void compare_findings(const struct report *is, const struct report *was, unsigned style)
{
    struct err err = {0};
    struct findings *a = findings_make(is, NULL, shop.rules, NULL, 0, &err);
    struct findings *b = findings_make(was, NULL, shop.rules, NULL, 0, &err);
    if (!a || !b)
        fail_msg("%s", err.text);
    compare_one_way(was->path, a, b, style, "new");
    compare_one_way(was->path, b, a, style, "gone");
    findings_free(a);
    findings_free(b);
}

static void keep_page(const struct page_writer *page, const char *path)
{
    const char *folder = getenv("KEEP_PAGES");
    char name[512];
    if (!folder)
        return;
    const char *base = strrchr(path, '/');
    snprintf(name, sizeof name, "%s/%s.%u.html", folder, base ? base + 1 : path, page->style);
    FILE *file = fopen(name, "w");
    if (file && fwrite(page->out.data, 1, page->out.nbytes, file) != page->out.nbytes)
        print_error("%s: not written\n", name);
    if (file)
        fclose(file);
}

static void relay(const struct report *was, unsigned style)
{
    struct err err = {0};
    struct page_writer page;
    size_t before = ndifferences;
    page_write(&page, was, style);
    struct report *is = report_read(was->path, str_slice(&page.out), shop.forms, &err);
    if (!is) {
        differ(was->path, style, "report", err.text, "read");
    } else {
        compare_cells(is, was, style);
        compare_who(is, was, style);
        compare_sections(is, was, style);
        compare_findings(is, was, style);
    }
    if (ndifferences > before)
        keep_page(&page, was->path);
    report_free(is);
    str_release(&page.out);
}

/* Each style alone, then mixtures. */
static void relay_all(const char *pattern)
{
    glob_t found;
    struct err err = {0};
    if (glob(pattern, 0, NULL, &found) != 0)
        return;
    ndifferences = 0;
    for (size_t i = 0; i < found.gl_pathc; i++) {
        struct report *report = report_open(found.gl_pathv[i], shop.forms, &err);
        if (!report)
            fail_msg("%s", err.text);
        for (unsigned style = 1; style < PAGE_STYLES; style *= 2) {
            relay(report, style);
            relay(report, (PAGE_STYLES - 1) ^ style);
        }
        relay(report, 0);
        relay(report, PAGE_STYLES - 1);
        report_free(report);
    }
    globfree(&found);
    assert_int_equal(ndifferences, 0);
}

static void samples(void **state)
{
    (void)state;
    relay_all("data/samples/*.txt");
}

static void shared_reports(void **state)
{
    (void)state;
    const char *shared = getenv("GOUJI_SHARED");
    char *pattern = path_join(shared ? shared : "../shared", "reports/*.txt");
    relay_all(pattern);
    free(pattern);
}

static int open_shop(void **state)
{
    struct err err = {0};
    (void)state;
    shop.forms = forms_load("data/forms", &err);
    shop.rules = shop.forms ? ruleset_load("data/rules", &err) : NULL;
    if (!shop.rules)
        print_error("%s\n", err.text);
    return shop.rules ? 0 : -1;
}

static int close_shop(void **state)
{
    (void)state;
    ruleset_free(shop.rules);
    forms_free(shop.forms);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(samples),
        cmocka_unit_test(shared_reports),
    };
    return cmocka_run_group_tests(tests, open_shop, close_shop);
}
