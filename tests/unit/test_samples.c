/* The samples of data/samples: what is read in them and what is raised, in
 * tests/golden/samples; that together they show every check of the first
 * release and every state of a cell; and that names, years, foreign lines and
 * the layout change nothing. UPDATE_GOLDEN=1 writes the golden files anew. */
#include "check.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "gouji/base/path.h"
#include "gouji/base/str.h"
#include "gouji/check/finding.h"

enum { LIMIT = 1024 * 1024, MAX_SAMPLES = 32 };

static const char *const P0[] = {
    "DOC-02", "DOC-04", "DOC-06", "DOC-07", "DOC-10", "DOC-13", "SEC-01", "SEC-03", "SEC-04",
    "SEC-05", "SEC-07", "SEC-08", "SEC-10", "STR-01", "STR-02", "STR-04", "STR-05", "STR-06",
    "T2-01",  "T2-03",  "T2-06",  "T2-07",  "T3-01",  "T3-02",  "T3-03",  "T3-04",  "T3-05",
    "T4-01",  "T4-02",  "T4-03",  "TT-01",  "TT-02",  "TT-03",  "TT-04",  "TT-07",  "TT-08",
    "TT-09",  "TT-10",  "PA-01",  "PA-02",  "XY-01",  "PRV-01", "PRV-02"};

struct sample {
    char *text;
    struct report *report;
    struct findings *findings;
};

static struct {
    glob_t found;
    struct forms *forms;
    struct ruleset *rules;
    struct sample all[MAX_SAMPLES];
    size_t n;
} samples;

static struct report *read_text(const char *name, const char *text)
{
    struct err err = {0};
    struct report *report = report_read(name, slice_of(text), samples.forms, &err);
    if (!report)
        fail_msg("%s: %s", name, err.text);
    return report;
}

static struct findings *check_report(const struct report *report, const struct report *prior)
{
    struct err err = {0};
    struct findings *findings = findings_make(report, prior, samples.rules, NULL, 0, &err);
    if (!findings)
        fail_msg("%s: %s", report->path, err.text);
    return findings;
}

static const struct report *prior_of(const struct report *report)
{
    for (size_t i = 0; i < samples.n; i++) {
        const struct report *other = samples.all[i].report;
        if (other->who.year + 1 == report->who.year &&
            strcmp(other->who.agency, report->who.agency) == 0)
            return other;
    }
    return NULL;
}

/* ---- golden files ---- */

static void add_identity(const struct report *report, struct str *out)
{
    str_format(out, "%s %d, form %s", report->who.agency, report->who.year, report->edition);
    for (int t = 0; t < TABLE_COUNT; t++) {
        const struct table *table = &report->tables[t];
        str_format(out, ", %s %s %s", table_name(table->id), table_state_name(table->state),
                   table->layout ? table->layout : "-");
    }
    str_add(out, "\n");
}

/* The zeros go without saying. */
static void add_cell(const struct report *report, const struct cell *cell, struct str *out)
{
    char value[CELL_VALUE_NBYTES];
    if (cell->state == CELL_NUMBER && cell->value == 0)
        return;
    str_format(out, "cell %s %s", cell->id, cell_state_name(cell->state));
    if (cell->state == CELL_NUMBER)
        str_format(out, " %s",
                   cell_format(cell->value, cell->block->cols[cell->col].is_decimal, value));
    if (cell->span.end > cell->span.start)
        str_format(out, " \"%.*s\" line %zu", (int)(cell->span.end - cell->span.start),
                   report->text + cell->span.start, report_line_at(report, cell->span.start) + 1);
    str_add(out, "\n");
}

static void add_finding(const struct report *report, const struct finding *item, struct str *out)
{
    static const char *const severities[] = {
        [SEVERITY_ERROR] = "error", [SEVERITY_WARNING] = "warning", [SEVERITY_INFO] = "info"};
    str_format(out, "%s/%s %s %s", item->rule->id, item->instance, severities[item->severity],
               outcome_name(item->outcome));
    for (size_t i = 0; i < item->nspans; i++)
        str_format(out, "%s%zu", i ? "," : " lines ",
                   report_line_at(report, item->spans[i].start) + 1);
    str_format(out, ": %s\n", item->message[LANG_ZH]);
}

static bool is_told(const struct finding *item)
{
    return item->outcome == OUTCOME_FAIL || item->outcome == OUTCOME_UNDECIDED;
}

static void describe(const struct sample *sample, struct str *out)
{
    const struct cell *cell;
    size_t position = 0;
    add_identity(sample->report, out);
    while ((cell = report_next_cell(sample->report, &position)))
        add_cell(sample->report, cell, out);
    for (size_t i = 0; i < sample->findings->nitems; i++)
        if (is_told(&sample->findings->items[i]))
            add_finding(sample->report, &sample->findings->items[i], out);
    const size_t *counts = sample->findings->counts;
    str_format(out, "%zu pass, %zu fail, %zu undecided, %zu not applicable\n", counts[OUTCOME_PASS],
               counts[OUTCOME_FAIL], counts[OUTCOME_UNDECIDED], counts[OUTCOME_NA]);
}

static void write_golden(const char *path, const char *text)
{
    mkdir("tests/golden", 0755);
    mkdir("tests/golden/samples", 0755);
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

static void expect_golden(const char *path, const char *got)
{
    const char *update = getenv("UPDATE_GOLDEN");
    char *want = NULL;
    size_t nbytes, line = 1;
    struct err err = {0};
    if (update && *update) {
        write_golden(path, got);
        return;
    }
    if (path_read(path, LIMIT, "golden", &want, &nbytes, &err) < 0)
        fail_msg("%s; UPDATE_GOLDEN=1 writes it", err.text);
    const char *g = got, *w = want;
    while (*g && *w && strcspn(g, "\n") == strcspn(w, "\n") &&
           strncmp(g, w, strcspn(g, "\n")) == 0) {
        g += strcspn(g, "\n") + 1;
        w += strcspn(w, "\n") + 1;
        line++;
    }
    if (strcmp(got, want) != 0)
        fail_msg("%s:%zu:\n  expected %.*s\n  got      %.*s", path, line, (int)strcspn(w, "\n"), w,
                 (int)strcspn(g, "\n"), g);
    free(want);
}

static void test_read_and_raise_as_before(void **state)
{
    (void)state;
    for (size_t i = 0; i < samples.n; i++) {
        char path[256];
        struct str out = STR_INIT;
        snprintf(path, sizeof path, "tests/golden/samples/%s",
                 path_name(samples.all[i].report->path));
        describe(&samples.all[i], &out);
        char *text = str_detach(&out);
        expect_golden(path, text);
        free(text);
    }
}

/* ---- what the samples show together ---- */

static bool is_raised(const struct findings *findings, const char *id)
{
    for (size_t i = 0; i < findings->nitems; i++)
        if (findings->items[i].outcome == OUTCOME_FAIL &&
            strcmp(findings->items[i].rule->id, id) == 0)
            return true;
    return false;
}

static void test_together_they_raise_every_check(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(P0); i++) {
        bool raised = false;
        for (size_t k = 0; k < samples.n && !raised; k++)
            raised = is_raised(samples.all[k].findings, P0[i]);
        if (!raised)
            fail_msg("no sample raises %s", P0[i]);
    }
}

static void test_together_they_show_every_state(void **state)
{
    (void)state;
    bool seen[CELL_STATE_COUNT] = {false};
    for (size_t i = 0; i < samples.n; i++) {
        const struct cell *cell;
        size_t position = 0;
        while ((cell = report_next_cell(samples.all[i].report, &position)))
            seen[cell->state] = true;
    }
    for (int i = 0; i < CELL_STATE_COUNT; i++)
        if (!seen[i])
            fail_msg("no sample has a cell %s", cell_state_name((enum cell_state)i));
}

static void test_both_editions_in_every_layout(void **state)
{
    (void)state;
    static const char *const layouts[] = {"A1", "A2", "C"}, *const editions[] = {"2019", "2021"};
    for (size_t k = 0; k < COUNT(layouts) * COUNT(editions); k++) {
        bool seen = false;
        for (size_t i = 0; i < samples.n && !seen; i++) {
            const struct table *table = &samples.all[i].report->tables[TABLE_T3];
            seen = strcmp(table->layout, layouts[k / 2]) == 0 &&
                   strcmp(table->edition, editions[k % 2]) == 0;
        }
        if (!seen)
            fail_msg("no sample in %s of %s", layouts[k / 2], editions[k % 2]);
    }
}

static void test_the_clean_one_raises_nothing(void **state)
{
    (void)state;
    const struct findings *findings = samples.all[0].findings;
    assert_non_null(strstr(samples.all[0].report->path, "01-"));
    assert_int_equal(findings->counts[OUTCOME_FAIL], 0);
    assert_int_equal(findings->counts[OUTCOME_UNDECIDED], 0);
    assert_true(findings->counts[OUTCOME_PASS] > 100);
}

/* ---- what must change nothing ---- */

/* `text` with every `from` replaced; caller frees. */
static char *replaced(const char *text, const char *from, const char *to)
{
    struct str out = STR_INIT;
    for (const char *at; (at = strstr(text, from)); text = at + strlen(from)) {
        str_append(&out, slice_make(text, (size_t)(at - text)));
        str_add(&out, to);
    }
    str_add(&out, text);
    return str_detach(&out);
}

/* Ids, outcomes and severities in an order of their own; the number of a
 * sentence is no part of them. */
static int compare_lines(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static char *told_of(const struct findings *findings)
{
    char **lines = calloc(findings->nitems + 1, sizeof *lines);
    struct str out = STR_INIT;
    size_t n = 0;
    assert_non_null(lines);
    for (size_t i = 0; i < findings->nitems; i++) {
        const struct finding *item = &findings->items[i];
        if (!is_told(item))
            continue;
        bool is_number = strspn(item->instance, "0123456789") == strlen(item->instance);
        struct str line = STR_INIT;
        str_format(&line, "%s/%s %d %s\n", item->rule->id, is_number ? "" : item->instance,
                   (int)item->severity, outcome_name(item->outcome));
        lines[n++] = str_detach(&line);
    }
    qsort(lines, n, sizeof *lines, compare_lines);
    for (size_t i = 0; i < n; i++) {
        str_add(&out, lines[i]);
        free(lines[i]);
    }
    free(lines);
    char *text = str_detach(&out);
    return text ? text : strdup("");
}

static void expect_same(const struct sample *sample, const char *text, const char *what)
{
    struct report *report = read_text(sample->report->path, text);
    struct findings *plain = check_report(sample->report, NULL);
    struct findings *changed = check_report(report, NULL);
    char *want = told_of(plain), *got = told_of(changed);
    if (strcmp(want, got) != 0)
        fail_msg("%s, %s:\nexpected\n%sgot\n%s", sample->report->path, what, want, got);
    free(want);
    free(got);
    findings_free(plain);
    findings_free(changed);
    report_free(report);
}

/* The place is what stands before the kind of the organ. */
static void test_other_names_change_nothing(void **state)
{
    (void)state;
    static const char *const places[] = {"双槐",   "柳荷", "澄湖", "棠溪", "望泉",
                                         "石桥坪", "云岫", "鹿鸣", "枫林"};
    for (size_t i = 0; i < samples.n; i++) {
        size_t k = 0;
        while (k < COUNT(places) && !strstr(samples.all[i].report->who.agency, places[k]))
            k++;
        assert_true(k < COUNT(places));
        char *text = replaced(samples.all[i].text, places[k], "梧竹");
        expect_same(&samples.all[i], text, "another name");
        free(text);
    }
}

/* A later year falls under the same edition from 2021 on only. */
static void test_another_year_changes_nothing(void **state)
{
    (void)state;
    for (size_t i = 0; i < samples.n; i++) {
        if (samples.all[i].report->who.year <= 2020)
            continue;
        char *text = strdup(samples.all[i].text);
        for (int year = 2030; year > 2015; year--) {
            char from[16], to[16];
            snprintf(from, sizeof from, "%d年", year);
            snprintf(to, sizeof to, "%d年", year + 1);
            char *next = replaced(text, from, to);
            free(text);
            text = next;
        }
        expect_same(&samples.all[i], text, "a year later");
        free(text);
    }
}

static void test_lines_above_change_nothing(void **state)
{
    (void)state;
    static const char *const tops[] = {"\n\n\n", "首页 > 政务公开 > 法定主动公开内容\n\n",
                                       "索引号：\n\n发布机构：\n\n"};
    for (size_t i = 0; i < samples.n; i++)
        for (size_t k = 0; k < COUNT(tops); k++) {
            struct str out = STR_INIT;
            str_add(&out, tops[k]);
            str_add(&out, samples.all[i].text);
            char *text = str_detach(&out);
            expect_same(&samples.all[i], text, "lines above");
            free(text);
        }
}

/* ---- the same cells in another layout ---- */

enum { MAX_CELLS = 16 };

/* A row of A2, cells on lines of their own behind a tab, as one line of C: the
 * label of table three takes three fields there. */
static void put_row(char *const *cells, size_t n, struct str *out)
{
    size_t nlabels = n == 8 ? 1 : n == 9 ? 2 : 3;
    for (size_t i = 0; i < n; i++) {
        str_format(out, "%s%s", i ? "\t" : "", cells[i]);
        if (n >= 8 && n <= 10 && i + 1 == nlabels)
            for (size_t k = nlabels; k < 3; k++)
                str_add(out, "\t");
    }
    str_add(out, "\n");
}

static char *c_of_a2(const char *text)
{
    struct str out = STR_INIT;
    char *copy = strdup(text), *cells[MAX_CELLS], *rest = copy;
    size_t n = 0;
    for (char *line; (line = strsep(&rest, "\n"));) {
        if (line[0] == '\t') {
            assert_true(n < MAX_CELLS);
            cells[n++] = line + 1;
            continue;
        }
        if (n)
            put_row(cells, n, &out);
        if (!n || line[0])
            str_format(&out, "%s\n", line);
        n = 0;
    }
    free(copy);
    return str_detach(&out);
}

/* Back: fields become lines; the fields that pad a label are dropped. */
static char *a2_of_c(const char *text)
{
    struct str out = STR_INIT;
    char *copy = strdup(text), *rest = copy;
    for (char *line; (line = strsep(&rest, "\n"));) {
        bool is_row = strchr(line, '\t') != NULL;
        bool has_label = line[0] != '\0' && line[0] != '\t';
        size_t n = 0;
        if (!is_row) {
            str_format(&out, "%s\n", line);
            continue;
        }
        for (char *cell; (cell = strsep(&line, "\t")); n++)
            if (*cell || !has_label || n > 2)
                str_format(&out, "\t%s\n", cell);
        str_add(&out, "\n");
    }
    free(copy);
    return str_detach(&out);
}

static void expect_same_cells(const struct sample *sample, const char *text, const char *layout)
{
    struct report *report = read_text(sample->report->path, text);
    const struct cell *cell;
    size_t position = 0;
    for (int t = 0; t < TABLE_COUNT; t++)
        assert_string_equal(report->tables[t].layout, layout);
    while ((cell = report_next_cell(sample->report, &position))) {
        const struct cell *other = report_cell(report, cell->id);
        if (!other || other->state != cell->state ||
            (cell->state == CELL_NUMBER && other->value != cell->value))
            fail_msg("%s: %s differs in %s", sample->report->path, cell->id, layout);
    }
    report_free(report);
}

static void test_another_layout_changes_nothing(void **state)
{
    (void)state;
    size_t ntried = 0;
    for (size_t i = 0; i < samples.n; i++) {
        const struct report *report = samples.all[i].report;
        if (strcmp(report->tables[TABLE_T3].layout, "A2") != 0 || report->nlocals)
            continue;
        char *c = c_of_a2(samples.all[i].text), *a2 = a2_of_c(c);
        expect_same_cells(&samples.all[i], c, "C");
        expect_same(&samples.all[i], c, "as C");
        expect_same_cells(&samples.all[i], a2, "A2");
        expect_same(&samples.all[i], a2, "as A2 again");
        free(c);
        free(a2);
        ntried++;
    }
    assert_true(ntried >= 2);
}

static int load_all(void **state)
{
    (void)state;
    struct err err = {0};
    samples.forms = forms_load("data/forms", &err);
    samples.rules = ruleset_load("data/rules", &err);
    if (!samples.forms || !samples.rules || glob("data/samples/*.txt", 0, NULL, &samples.found) ||
        samples.found.gl_pathc > MAX_SAMPLES)
        return -1;
    for (size_t i = 0; i < samples.found.gl_pathc; i++) {
        size_t nbytes;
        struct sample *sample = &samples.all[samples.n++];
        if (path_read(samples.found.gl_pathv[i], LIMIT, "sample", &sample->text, &nbytes, &err))
            return -1;
        sample->report = read_text(samples.found.gl_pathv[i], sample->text);
    }
    for (size_t i = 0; i < samples.n; i++)
        samples.all[i].findings =
            check_report(samples.all[i].report, prior_of(samples.all[i].report));
    return 0;
}

static int free_all(void **state)
{
    (void)state;
    for (size_t i = 0; i < samples.n; i++) {
        findings_free(samples.all[i].findings);
        report_free(samples.all[i].report);
        free(samples.all[i].text);
    }
    globfree(&samples.found);
    ruleset_free(samples.rules);
    forms_free(samples.forms);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_read_and_raise_as_before),
        cmocka_unit_test(test_together_they_raise_every_check),
        cmocka_unit_test(test_together_they_show_every_state),
        cmocka_unit_test(test_both_editions_in_every_layout),
        cmocka_unit_test(test_the_clean_one_raises_nothing),
        cmocka_unit_test(test_other_names_change_nothing),
        cmocka_unit_test(test_another_year_changes_nothing),
        cmocka_unit_test(test_lines_above_change_nothing),
        cmocka_unit_test(test_another_layout_changes_nothing),
    };
    return cmocka_run_group_tests(tests, load_all, free_all);
}
