/* Whole reports, the shared ones when they are there and our samples, with their
 * tables laid out by bars or tabs: the same cells and the same findings. */
#include "check.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "gouji/base/path.h"
#include "gouji/base/str.h"
#include "gouji/check/finding.h"
#include "relaid.h"

enum { MOST_FIELDS = 64, MOST_ROWS = 128, MOST_REPORTS = 64 };

static struct forms *forms;
static struct ruleset *rules;

struct table_rows {
    struct str fields[MOST_ROWS][MOST_FIELDS];
    size_t nfields[MOST_ROWS];
    size_t nrows;
};

struct layout {
    const char *name;
    const char *open, *between, *close; /* a row */
    const char *rule;                   /* between rows, or NULL */
    bool by_cells;    /* covered labels are left out: only the fields in a row tell */
    bool t4_by_cells; /* those of its header are: nothing else tells them from its values */
};

static const struct layout layouts[] = {
    {"rows", "", " | ", " |\n", NULL, false, false},
    {"framed rows", "| ", " | ", " |\n", NULL, false, false},
    {"compact rows", "|", "|", "|\n", NULL, false, false},
    {"wide bars", "", "｜", "｜\n", NULL, false, false},
    {"drawn", "│ ", " │ ", " │\n", NULL, false, false},
    {"drawn with rules", "┃ ", " ┃ ", " ┃\n", "├──────┼──────┤\n", false, false},
    {"+---+", "| ", " | ", " |\n", "+------+------+\n", false, false},
    {"tabs", "\t", "\n\t", "\n\n", NULL, false, false},
    {"fields between tabs", "", "\t", "\n", NULL, false, false},
    {"cells", "", " |\n", " |\n", NULL, true, false},
    {"cells and bars", "", "\n|\n", "\n|\n", NULL, true, false},
    {"cells, with empty ones below labels", "", " |\n", " |\n", NULL, false, true},
    {"cells and bars, with empty ones below labels", "", "\n|\n", "\n|\n", NULL, false, true},
    {"rows without labels above", "", " | ", " |\n", NULL, true, false},
};

static struct str *next_field(struct table_rows *rows)
{
    size_t row = rows->nrows;
    assert_true(row < MOST_ROWS && rows->nfields[row] < MOST_FIELDS);
    struct str *field = &rows->fields[row][rows->nfields[row]++];
    str_release(field);
    *field = (struct str)STR_INIT;
    return field;
}

static void end_row(struct table_rows *rows)
{
    rows->nrows += rows->nfields[rows->nrows] > 0;
    rows->nfields[rows->nrows] = 0;
}

static void add_text(struct str *field, const char *text, size_t n)
{
    for (size_t i = 0; i < n; i++)
        str_byte(field, text[i]);
}

/* A line a row, tabs between. */
static void take_tabbed(struct table_rows *rows, const char *line, size_t n)
{
    for (size_t at = 0; n > 0 && at <= n;) {
        const char *tab = memchr(line + at, '\t', n - at);
        size_t end = tab ? (size_t)(tab - line) : n;
        add_text(next_field(rows), line + at, end - at);
        at = end + 1;
    }
    end_row(rows);
}

/* A line a cell, which a tab begins; a blank line ends the row. */
static void take_cell(struct table_rows *rows, const char *line, size_t n)
{
    if (n == 0) {
        end_row(rows);
    } else if (line[0] == '\t') {
        add_text(next_field(rows), line + 1, n - 1);
    } else if (rows->nfields[rows->nrows] > 0) {
        struct str *field = &rows->fields[rows->nrows][rows->nfields[rows->nrows] - 1];
        add_text(field, line, n);
    } else {
        add_text(next_field(rows), line, n);
        end_row(rows);
    }
}

static void gather(const struct report *report, const struct table *table, struct table_rows *rows)
{
    bool tabbed = strcmp(table->layout, "C") == 0;
    rows->nrows = 0;
    rows->nfields[0] = 0;
    for (uint32_t at = table->span.start; at < table->span.end;) {
        const char *line = report->text + at;
        size_t n = strcspn(line, "\r\n");
        if (tabbed)
            take_tabbed(rows, line, n);
        else
            take_cell(rows, line, n);
        at += (uint32_t)(n + strspn(line + n, "\r")) + 1;
    }
    end_row(rows);
}

static bool is_blank(const struct str *field)
{
    const char *text = str_text(field);
    return text[strspn(text, " \t")] == '\0';
}

/* Whether the first text of the row is a label. */
static bool is_labelled(const struct table_rows *rows, size_t row)
{
    for (size_t i = 0; i < rows->nfields[row]; i++)
        if (!is_blank(&rows->fields[row][i]))
            return strcspn(str_text(&rows->fields[row][i]), "0123456789") > 3;
    return false;
}

static void put_row(struct str *out, const struct layout *layout, const struct table_rows *rows,
                    size_t row, bool by_cells)
{
    bool first = true;
    bool labelled = !is_labelled(rows, row);
    str_add(out, layout->open);
    for (size_t i = 0; i < rows->nfields[row]; i++) {
        bool blank = is_blank(&rows->fields[row][i]);
        if (by_cells && blank && !labelled)
            continue;
        labelled = labelled || !blank;
        str_format(out, "%s%s", first ? "" : layout->between, str_text(&rows->fields[row][i]));
        first = false;
    }
    str_format(out, "%s%s", layout->close, layout->rule ? layout->rule : "");
}

static const struct table *table_at(const struct report *report, uint32_t offset)
{
    for (int t = 0; t < TABLE_COUNT; t++) {
        const struct table *table = &report->tables[t];
        if (table->state != TABLE_ABSENT && table->span.start == offset)
            return table;
    }
    return NULL;
}

static void lay_out(const struct report *report, const struct layout *layout, struct str *out)
{
    static struct table_rows rows;
    for (uint32_t at = 0; at < report->text_nbytes;) {
        const struct table *table = table_at(report, at);
        if (!table) {
            str_byte(out, report->text[at++]);
            continue;
        }
        gather(report, table, &rows);
        bool is_t4 = table == &report->tables[TABLE_T4];
        bool by_cells = layout->by_cells || (layout->t4_by_cells && is_t4);
        for (size_t row = 0; row < rows.nrows; row++)
            put_row(out, layout, &rows, row, by_cells);
        at = table->span.end;
    }
}

static size_t compare_cells(const struct report *a, const struct report *b, const char *name)
{
    size_t position = 0;
    size_t nbad = 0;
    const struct cell *one;
    while ((one = report_next_cell(a, &position))) {
        const struct cell *other = report_cell(b, one->id);
        bool same = other && one->state == other->state &&
                    (one->state != CELL_NUMBER || one->value == other->value);
        nbad += !same;
        if (!same)
            print_error("%s, %s: %s, not %s\n", name, one->id,
                        other ? cell_state_name(other->state) : "none",
                        cell_state_name(one->state));
    }
    return nbad;
}

static size_t compare_findings(const struct report *a, const struct report *b, const char *name)
{
    struct findings *one = findings_make(a, NULL, rules, NULL, 0, NULL);
    struct findings *other = findings_make(b, NULL, rules, NULL, 0, NULL);
    size_t nbad = 0;
    assert_non_null(one);
    assert_non_null(other);
    for (int turn = 0; turn < 2; turn++) {
        const struct findings *from = turn ? other : one;
        for (size_t i = 0; i < from->nitems; i++) {
            const struct finding *item = &from->items[i];
            if (relaid_is_of_layout(item) || relaid_count(one, item) == relaid_count(other, item))
                continue;
            nbad++;
            print_error("%s: %s/%s %s\n", name, item->rule->id, item->instance,
                        turn ? "new" : "gone");
        }
    }
    findings_free(one);
    findings_free(other);
    return nbad;
}

static bool has_unplaced(const struct report *report)
{
    size_t position = 0;
    const struct cell *cell;
    while ((cell = report_next_cell(report, &position)))
        if (cell->state == CELL_UNPLACED)
            return true;
    return false;
}

/* Where the number of empty fields is what leaves a row undecided, it must not
 * change. */
static size_t relay(const struct report *report, const char *name)
{
    size_t nbad = 0;
    for (size_t i = 0; i < COUNT(layouts); i++) {
        if (layouts[i].by_cells && has_unplaced(report))
            continue;
        struct str text = STR_INIT;
        struct err err = {0};
        char label[320];
        lay_out(report, &layouts[i], &text);
        snprintf(label, sizeof label, "%s as %s", name, layouts[i].name);
        struct report *other = report_read(label, str_slice(&text), forms, &err);
        if (!other)
            fail_msg("%s: %s", label, err.text);
        nbad += compare_cells(report, other, label) + compare_findings(report, other, label);
        report_free(other);
        str_release(&text);
    }
    return nbad;
}

static bool is_relayable(const struct report *report)
{
    for (int t = 0; t < TABLE_COUNT; t++) {
        const char *layout = report->tables[t].layout;
        if (layout && strcmp(layout, "C") != 0 && strcmp(layout, "A2") != 0)
            return false;
    }
    return true;
}

static void relay_folder(const char *folder)
{
    DIR *dir = opendir(folder);
    size_t nread = 0;
    size_t nbad = 0;
    struct dirent *entry;
    if (!dir)
        skip();
    while ((entry = readdir(dir))) {
        struct err err = {0};
        if (!strstr(entry->d_name, ".txt"))
            continue;
        char *path = path_join(folder, entry->d_name);
        struct report *report = report_open(path, forms, &err);
        if (report && is_relayable(report)) {
            nbad += relay(report, entry->d_name);
            nread++;
        }
        report_free(report);
        free(path);
    }
    closedir(dir);
    assert_true(nread > 4);
    assert_int_equal(nbad, 0);
}

static void samples_read_the_same(void **state)
{
    (void)state;
    relay_folder("data/samples");
}

static void shared_reports_read_the_same(void **state)
{
    const char *shared = getenv("GOUJI_SHARED");
    char *folder = path_join(shared ? shared : "../shared", "reports");
    (void)state;
    bool there = folder && access(folder, F_OK) == 0;
    if (there)
        relay_folder(folder);
    free(folder);
    if (!there)
        skip();
}

static int set_up(void **state)
{
    struct err err = {0};
    (void)state;
    forms = forms_load("data/forms", &err);
    rules = forms ? ruleset_load("data/rules", &err) : NULL;
    if (!rules)
        print_error("%s\n", err.text);
    return rules ? 0 : -1;
}

static int tear_down(void **state)
{
    (void)state;
    ruleset_free(rules);
    forms_free(forms);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(samples_read_the_same),
        cmocka_unit_test(shared_reports_read_the_same),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
