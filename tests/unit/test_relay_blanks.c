/* Reports laid out without separators: a cell a line with several gaps and with
 * broken labels, one blank between cells, everything in one paragraph, and
 * columns aligned with blanks, counted in characters and in screen columns, with
 * labels around their figures, labels printed downwards and page ends. The same
 * cells and findings must come out. */
#include "check.h"

#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gouji/base/path.h"
#include "gouji/base/str.h"
#include "gouji/check/finding.h"
#include "gouji/text/width.h"
#include "relaid.h"

enum { LIMIT = 1024 * 1024, MOST_ITEMS = 4000, MOST_CELLS = 24, MOST_LINES = 400, VALUES = 7 };

/* A line of prose, or a row of cells. */
struct item {
    char *cells[MOST_CELLS];
    size_t n; /* 0: prose, in cells[0] */
};

struct source {
    struct item items[MOST_ITEMS];
    size_t n;
};

static struct forms *forms;
static struct ruleset *rules;

static void free_source(struct source *source)
{
    for (size_t i = 0; i < source->n; i++)
        for (size_t k = 0; k < (source->items[i].n ? source->items[i].n : 1); k++)
            free(source->items[i].cells[k]);
}

/* Reads a dump with a tab before each cell; lines without one go on. */
static void read_source(const char *text, struct source *out)
{
    char *copy = strdup(text), *rest = copy;
    bool open = false;
    out->n = 0;
    for (char *line; (line = strsep(&rest, "\n"));) {
        struct item *last = &out->items[out->n - (out->n > 0)];
        line[strcspn(line, "\r")] = '\0';
        if (line[0] == '\t' && open && last->n < MOST_CELLS) {
            last->cells[last->n++] = strdup(line + 1);
        } else if (open && line[0] && line[0] != '\t') {
            struct str joined = STR_INIT;
            str_format(&joined, "%s%s", last->cells[last->n - 1], line);
            free(last->cells[last->n - 1]);
            last->cells[last->n - 1] = str_detach(&joined);
        } else {
            assert_true(out->n < MOST_ITEMS);
            open = line[0] == '\t';
            out->items[out->n] = (struct item){.n = open};
            out->items[out->n++].cells[0] = strdup(line + open);
        }
        open = open && line[0];
    }
    free(copy);
}

/* ---- a cell a line ---- */

enum breaking { WHOLE, BY_LINE, BY_BLANK_LINE };

/* A label in two halves: at its middle character. */
static void put_broken(struct str *out, const char *text, const char *between)
{
    size_t half = strlen(text) / 2;
    while (half > 0 && ((unsigned char)text[half] & 0xC0) == 0x80)
        half--;
    str_append(out, slice_make(text, half));
    str_add(out, between);
    str_add(out, text + half);
}

static bool is_label(const char *text)
{
    return (unsigned char)text[0] > 0x7F && strlen(text) >= 12 && !strstr(text, "第二十条");
}

static char *as_lines(const struct source *source, size_t gap, enum breaking breaking)
{
    static const char breaks[] = "\n\n\n\n\n\n";
    struct str out = STR_INIT;
    for (size_t i = 0; i < source->n; i++) {
        const struct item *item = &source->items[i];
        for (size_t k = 0; k < (item->n ? item->n : 1); k++) {
            const char *text = item->cells[k];
            if (item->n == 0 && !text[0])
                continue;
            if (breaking != WHOLE && item->n && is_label(text))
                put_broken(&out, text, breaking == BY_LINE ? "\n" : "\n\n");
            else
                str_add(&out, text);
            str_append(&out, slice_make(breaks, text[0] ? gap : 1));
        }
    }
    return str_detach(&out);
}

/* ---- blanks between cells ---- */

static char *as_blanks(const struct source *source, const char *row_end)
{
    struct str out = STR_INIT;
    for (size_t i = 0; i < source->n; i++) {
        const struct item *item = &source->items[i];
        for (size_t k = 0; k < (item->n ? item->n : 1); k++)
            str_format(&out, "%s%s", k > 0 ? " " : "", item->cells[k]);
        str_add(&out, row_end);
    }
    return str_detach(&out);
}

/* What joins the paragraphs of a report, and its cells, where all stands in one line or each
 * table does. */
struct joint {
    const char *name, *paragraphs, *cells, *layout; /* NULL: of some tables */
    bool has_tab;                                   /* in place of a joint */
};

static const struct joint joints[] = {
    {"one paragraph", " ", " ", "D", false},
    {"one paragraph, cells between tabs", " ", "\t", NULL, false},
    {"one paragraph, a tab between two cells", " ", " ", "D", true},
    {"tables in one line between tabs", "\n", "\t", NULL, false},
    {"one paragraph, cells between bars", " ", "|", "B7", false},
    {"tables in one line between bars", "\n", "|", NULL, false},
    {"tables in one line behind a tab", "\n\t", " ", NULL, false},
    {"tables in one line, a bell behind each cell", "\n", "\a", NULL, false},
};

static char *as_run(const struct source *source, const struct joint *joint)
{
    struct str out = STR_INIT;
    bool open = false, has_tab = false; /* the last line was a row */
    for (size_t i = 0; i < source->n; i++) {
        const struct item *item = &source->items[i];
        for (size_t k = 0; k < (item->n ? item->n : 1); k++) {
            if (!item->cells[k][0])
                continue;
            const char *sign = open && item->n > 0 ? joint->cells : joint->paragraphs;
            if (joint->has_tab && k > 1 && !has_tab) {
                sign = "\t";
                has_tab = true;
            }
            str_format(&out, "%s%s", out.nbytes ? sign : "", item->cells[k]);
            open = item->n > 0;
        }
    }
    return str_detach(&out);
}

/* ---- aligned columns ---- */

struct style {
    const char *name;
    bool by_width; /* wide characters count two */
    size_t label_width;
    size_t group_width; /* of the outermost group's label */
    bool pages;
};

struct canvas {
    struct str lines[MOST_LINES];
    size_t nlines;
    const struct style *style;
};

static size_t measure(const struct style *style, struct slice text)
{
    size_t n = 0;
    if (style->by_width)
        return (size_t)width_text(text);
    for (size_t i = 0; i < text.nbytes; i++)
        n += ((unsigned char)text.ptr[i] & 0xC0) != 0x80;
    return n;
}

static void draw(struct canvas *canvas, size_t line, size_t column, struct slice text)
{
    assert_true(line < MOST_LINES);
    while (canvas->nlines <= line)
        canvas->lines[canvas->nlines++] = (struct str)STR_INIT;
    struct str *out = &canvas->lines[line];
    size_t at = measure(canvas->style, str_slice(out));
    assert_true(at == 0 || at < column);
    for (; at < column; at++)
        str_add(out, " ");
    str_append(out, text);
}

static size_t next_break(const struct style *style, const char *text, size_t width)
{
    size_t n = 0;
    while (text[n]) {
        size_t next = n + 1;
        while (((unsigned char)text[next] & 0xC0) == 0x80)
            next++;
        if (n > 0 && measure(style, slice_make(text, next)) > width)
            break;
        n = next;
    }
    return n;
}

static size_t count_lines(const struct style *style, const char *text, size_t width)
{
    size_t n = 0;
    for (; *text; text += next_break(style, text, width))
        n++;
    return n;
}

/* Two lines stand around the figures, which are between. */
static void draw_label(struct canvas *canvas, size_t line, size_t column, const char *text,
                       size_t width, bool around)
{
    size_t n = count_lines(canvas->style, text, width);
    size_t step = around && n == 2 ? 2 : 1;
    for (size_t size; *text; text += size, line += step) {
        size = next_break(canvas->style, text, width);
        draw(canvas, line, column, slice_make(text, size));
    }
}

static bool starts_with(const char *text, const char *head)
{
    return strncmp(text, head, strlen(head)) == 0;
}

/* 0: 一、 over all label columns; 1: （一）; 2: the innermost. */
static int level_of(const char *label)
{
    static const char *const tops[] = {"一、", "二、", "三、", "四、"};
    for (size_t i = 0; i < COUNT(tops); i++)
        if (starts_with(label, tops[i]))
            return 0;
    return starts_with(label, "（") || starts_with(label, "(") ? 1 : 2;
}

struct geometry {
    size_t label[3], values, step;
};

static struct geometry geometry_of(const struct style *style)
{
    size_t inner = style->by_width ? 10 : 5;
    struct geometry g = {.label = {3, 5 + style->group_width, 7 + style->group_width + inner}};
    g.values = g.label[2] + style->label_width + 4;
    g.step = 12;
    return g;
}

/* The row's lines; figures stand in the middle one. */
static size_t height_of(const struct style *style, const char *leaf, const struct geometry *g)
{
    size_t width = g->values - 4 - g->label[level_of(leaf)];
    size_t n = count_lines(style, leaf, width);
    return n % 2 == 0 ? n + 1 : n;
}

static void draw_header3(struct canvas *canvas, const struct geometry *g)
{
    static const char *const parts[] = {"商业", "科研", "社会公益", "法律服务", "其他",
                                        "企业", "机构", "组织",     "机构",     ""};
    draw(canvas, 0, g->label[0], slice_of("（本列数据的勾稽关系为：第一项加第二项"));
    draw(canvas, 0, g->values + 3 * g->step, slice_of("申请人情况"));
    draw(canvas, 1, g->label[0], slice_of("之和，等于第三项加第四项之和）"));
    draw(canvas, 1, g->values, slice_of("自然人"));
    draw(canvas, 1, g->values + 3 * g->step - 3, slice_of("法人或其他组织"));
    draw(canvas, 1, g->values + 6 * g->step, slice_of("总计"));
    for (size_t i = 0; i < COUNT(parts); i++)
        if (parts[i][0])
            draw(canvas, 2 + i / 5, g->values + (1 + i % 5) * g->step, slice_of(parts[i]));
}

static void finish(struct canvas *canvas, const bool *starts, struct str *out)
{
    for (size_t i = 0; i < canvas->nlines; i++) {
        if (canvas->style->pages && starts && starts[i] && i % 4 == 0)
            str_format(out, "\n                        %zu\n\f", i);
        str_append(out, str_slice(&canvas->lines[i]));
        str_add(out, "\n");
        str_release(&canvas->lines[i]);
    }
    str_add(out, "\n");
}

/* The rows of table three; all label columns are drawn before the figures. */
static void put_table3(struct str *out, const struct item *rows, size_t nrows,
                       const struct style *style)
{
    struct canvas canvas = {.style = style};
    struct geometry g = geometry_of(style);
    bool starts[MOST_LINES] = {false};
    size_t top[64];
    size_t line = 4;
    assert_true(nrows < COUNT(top));
    draw_header3(&canvas, &g);
    for (size_t r = 0; r < nrows; r++) {
        top[r] = line;
        starts[line] = true;
        line += height_of(style, rows[r].cells[rows[r].n - VALUES - 1], &g);
    }
    for (int level = 0; level < 3; level++)
        for (size_t r = 0; r < nrows; r++)
            for (size_t k = 0; k + VALUES < rows[r].n; k++) {
                const char *label = rows[r].cells[k];
                bool leaf = k + VALUES + 1 == rows[r].n;
                if (level_of(label) != level || (!leaf && level == 2))
                    continue;
                size_t end = leaf ? g.values - 4 : g.label[level + 1] - 2;
                draw_label(&canvas, top[r], g.label[level], label, end - g.label[level], leaf);
            }
    for (size_t r = 0; r < nrows; r++)
        for (size_t k = 0; k < VALUES; k++) {
            const char *text = rows[r].cells[rows[r].n - VALUES + k];
            size_t middle = height_of(style, rows[r].cells[rows[r].n - VALUES - 1], &g) / 2;
            if (text[0])
                draw(&canvas, top[r] + middle, g.values + k * g.step, slice_of(text));
        }
    finish(&canvas, starts, out);
}

static void put_table2(struct str *out, const struct item *rows, size_t nrows,
                       const struct style *style)
{
    struct canvas canvas = {.style = style};
    size_t line = 0;
    for (size_t r = 0; r < nrows; r++) {
        size_t n = count_lines(style, rows[r].cells[0], style->label_width);
        size_t height = n % 2 == 0 ? n + 1 : n;
        draw_label(&canvas, line, 3, rows[r].cells[0], style->label_width, true);
        for (size_t k = 1; k < rows[r].n; k++)
            if (rows[r].cells[k][0])
                draw(&canvas, line + height / 2, style->label_width + 7 + (k - 1) * 30,
                     slice_of(rows[r].cells[k]));
        line += height;
    }
    finish(&canvas, NULL, out);
}

static void put_table4(struct str *out, const struct item *values, const struct style *style)
{
    static const char *const halves[][2] = {
        {"结果", "维持"}, {"结果", "纠正"}, {"其他", "结果"}, {"尚未", "审结"}, {"总计", ""}};
    struct canvas canvas = {.style = style};
    draw(&canvas, 0, 23, slice_of("行政复议"));
    draw(&canvas, 0, 100, slice_of("行政诉讼"));
    for (size_t i = 0; i < 15; i++)
        for (size_t half = 0; half < 2; half++) {
            if (i == 5 && half == 0) {
                draw(&canvas, 1, 73, slice_of("未经复议直接起诉"));
                draw(&canvas, 1, 123, slice_of("复议后起诉"));
            }
            if (halves[i % 5][half][0])
                draw(&canvas, (i < 5 ? 1 : 3) + half, 3 + 10 * i, slice_of(halves[i % 5][half]));
        }
    for (size_t i = 0; i < 15; i++)
        if (values->cells[values->n - 15 + i][0])
            draw(&canvas, 5, 4 + 10 * i, slice_of(values->cells[values->n - 15 + i]));
    finish(&canvas, NULL, out);
}

static bool has_text(const struct item *item, const char *text)
{
    for (size_t k = 0; k < item->n; k++)
        if (strstr(item->cells[k], text))
            return true;
    return false;
}

/* The rows of one table follow each other but for blank lines. */
static size_t take_table(const struct source *source, size_t first, struct item *rows,
                         size_t *nrows)
{
    size_t i = first;
    for (*nrows = 0; i < source->n && (source->items[i].n || !source->items[i].cells[0][0]); i++)
        if (source->items[i].n)
            rows[(*nrows)++] = source->items[i];
    return i;
}

static char *as_columns(const struct source *source, const struct style *style)
{
    static struct item rows[200];
    struct str out = STR_INIT;
    for (size_t i = 0; i < source->n;) {
        size_t nrows = 0;
        if (source->items[i].n == 0) {
            str_format(&out, "%s\n", source->items[i++].cells[0]);
            continue;
        }
        i = take_table(source, i, rows, &nrows);
        size_t header = 0;
        while (header < nrows && !starts_with(rows[header].cells[0], "一、"))
            header++;
        if (header < nrows)
            put_table3(&out, rows + header, nrows - header, style);
        else if (has_text(&rows[0], "行政诉讼"))
            put_table4(&out, &rows[nrows - 1], style);
        else
            put_table2(&out, rows, nrows, style);
    }
    return str_detach(&out);
}

/* ---- comparing ---- */

static struct report *read_text(const char *name, const char *text)
{
    struct err err = {0};
    struct report *report = report_read(name, slice_of(text), forms, &err);
    if (!report)
        fail_msg("%s: %s", name, err.text);
    return report;
}

static int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* What is raised; sentences have numbers of their own in every layout. */
static char *told_of(const struct report *report)
{
    struct err err = {0};
    struct findings *findings = findings_make(report, NULL, rules, NULL, 0, &err);
    assert_non_null(findings);
    char **lines = calloc(findings->nitems + 1, sizeof *lines);
    struct str out = STR_INIT;
    size_t n = 0;
    assert_non_null(lines);
    for (size_t i = 0; i < findings->nitems; i++) {
        const struct finding *item = &findings->items[i];
        bool numbered = strspn(item->instance, "0123456789") == strlen(item->instance);
        struct str line = STR_INIT;
        bool is_bad = item->outcome == OUTCOME_FAIL || item->outcome == OUTCOME_UNDECIDED;
        if (!is_bad || relaid_is_of_layout(item))
            continue;
        str_format(&line, "%s/%s %d\n", item->rule->id, numbered ? "" : item->instance,
                   (int)item->outcome);
        lines[n++] = str_detach(&line);
    }
    qsort(lines, n, sizeof *lines, by_text);
    for (size_t i = 0; i < n; i++) {
        str_add(&out, lines[i]);
        free(lines[i]);
    }
    free(lines);
    findings_free(findings);
    char *text = str_detach(&out);
    return text ? text : strdup("");
}

static void expect_same(const struct report *report, const char *told, const char *text,
                        const char *what, const char *layout)
{
    struct report *other = read_text(report->path, text);
    const struct cell *cell;
    size_t position = 0;
    for (int t = 0; t < TABLE_COUNT; t++)
        if (layout && (!other->tables[t].layout || strcmp(other->tables[t].layout, layout) != 0))
            fail_msg("%s, %s: table %d is read as %s", report->path, what, t + 2,
                     other->tables[t].layout ? other->tables[t].layout : "nothing");
    while ((cell = report_next_cell(report, &position))) {
        const struct cell *same = report_cell(other, cell->id);
        if (!same || same->state != cell->state ||
            (cell->state == CELL_NUMBER && same->value != cell->value))
            fail_msg("%s, %s: %s differs", report->path, what, cell->id);
        if (cell->state == CELL_NUMBER &&
            !slice_is(report_slice(report, cell->span),
                      arena_copy(other->arena, report_slice(other, same->span))))
            fail_msg("%s, %s: the span of %s differs", report->path, what, cell->id);
    }
    char *got = report->nlocals ? strdup(told) : told_of(other);
    if (strcmp(told, got) != 0)
        fail_msg("%s, %s: findings\n%snow\n%s", report->path, what, told, got);
    free(got);
    report_free(other);
}

static void relay(const char *path, const char *text)
{
    static struct source source;
    static const struct style styles[] = {
        {"aligned by characters", false, 30, 5, false},
        {"aligned by columns", true, 60, 10, false},
        {"labels around figures", true, 24, 10, false},
        {"labels around figures, by characters", false, 12, 5, false},
        {"labels downwards", true, 40, 2, false},
        {"pages", true, 24, 10, true},
    };
    static const size_t gaps[] = {2, 3, 4};
    struct report *report = read_text(path, text);
    char *told = told_of(report);
    read_source(text, &source);
    for (size_t i = 0; i < COUNT(styles); i++) {
        char *columns = as_columns(&source, &styles[i]);
        expect_same(report, told, columns, styles[i].name, "P");
        free(columns);
    }
    for (size_t i = 0; i < COUNT(gaps); i++) {
        char *lines = as_lines(&source, gaps[i], WHOLE);
        expect_same(report, told, lines, "a cell a line", "A1");
        free(lines);
    }
    char *broken = as_lines(&source, 2, BY_LINE);
    expect_same(report, told, broken, "labels broken by a line end", "A1");
    char *parted = as_lines(&source, 2, BY_BLANK_LINE);
    expect_same(report, told, parted, "labels broken by a blank line", "A1");
    char *blanks = as_blanks(&source, "\n");
    expect_same(report, told, blanks, "one blank between cells", "S");
    char *indented = as_blanks(&source, "\n\t");
    expect_same(report, told, indented, "the same behind tabs", "S");
    for (size_t i = 0; i < COUNT(joints); i++) {
        char *run = as_run(&source, &joints[i]);
        expect_same(report, told, run, joints[i].name, joints[i].layout);
        free(run);
    }
    free(broken);
    free(parted);
    free(blanks);
    free(indented);
    free(told);
    free_source(&source);
    report_free(report);
}

static bool is_dump(const char *text)
{
    size_t n = 0;
    for (const char *at = text; (at = strstr(at, "\n\t")); at++)
        n++;
    return n > 100;
}

static size_t relay_all(const char *pattern)
{
    glob_t found = {0};
    size_t n = 0;
    if (glob(pattern, 0, NULL, &found) == 0)
        for (size_t i = 0; i < found.gl_pathc; i++) {
            char *text = NULL;
            size_t nbytes;
            assert_int_equal(path_read(found.gl_pathv[i], LIMIT, "report", &text, &nbytes, NULL),
                             0);
            if (is_dump(text)) {
                relay(found.gl_pathv[i], text);
                n++;
            }
            free(text);
        }
    globfree(&found);
    return n;
}

static void test_samples(void **state)
{
    (void)state;
    assert_true(relay_all("data/samples/*.txt") >= 3);
}

static void test_real_reports(void **state)
{
    (void)state;
    const char *dir = getenv("GOUJI_SHARED");
    char *pattern = path_join(dir ? dir : "../shared", "reports/*.txt");
    size_t n = relay_all(pattern);
    free(pattern);
    if (n == 0) {
        print_message("no shared reports here\n");
        skip();
    }
}

static int load(void **state)
{
    struct err err = {0};
    (void)state;
    forms = forms_load("data/forms", &err);
    rules = ruleset_load("data/rules", &err);
    return forms && rules ? 0 : -1;
}

static int unload(void **state)
{
    (void)state;
    ruleset_free(rules);
    forms_free(forms);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_samples),
        cmocka_unit_test(test_real_reports),
    };
    return cmocka_run_group_tests(tests, load, unload);
}
