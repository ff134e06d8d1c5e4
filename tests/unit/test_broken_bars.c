/* Rows between bars that line ends inside their boxes break: read where the rows' bars tell the
 * fields, else nowhere; whatever other rows of the table are broken, too. */
#include "table_fixture.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

enum { NCOLS = 7, NROWS = 5, NBREAKS = 5, LINE_NBYTES = 512, TEXT_NBYTES = 8192 };

static const char head[] =
    "某乡人民政府2022年政府信息公开工作年度报告\n一、总体情况\n本乡公开信息7条。\n"
    "三、收到和处理政府信息公开申请情况\n"
    "| 说明 |  |  | 申请人情况 |  |  |  |  |  |  |\n"
    "|  |  |  | 自然人 | 法人或其他组织 |  |  |  |  | 总计 |\n"
    "|  |  |  |  | 商业企业 | 科研机构 | 社会公益组织 | 法律服务机构 | 其他 |  |\n";
static const char tail[] = "五、存在的主要问题及改进情况\n公开意识不强。\n";
static const char *const columns[NCOLS] = {"np", "co", "ri", "sp", "ls", "ot", "tot"};

struct row {
    const char *id, *labels, *values[NCOLS];
};

static const struct row rows[NROWS] = {
    {"new",
     "| 一、本年新收政府信息公开申请数量 |  |  |",
     {"618", "56", "20", "40", "26", "32", "792"}},
    {"open",
     "| 三、本年度办理结果 | （一）予以公开 |  |",
     {"202", "31", "0", "6", "0", "1", "240"}},
    {"denied_1", "|  | （三）不予公开 | 1.属于国家秘密 |", {"46", "3", "7", "0", "", "", "56"}},
    {"denied_2", "|  |  | 2.其他法律行政法规禁止公开 |", {"27", "9", "0", "0", "0", "0", "36"}},
    {"total", "|  | （七）总计 |  |", {"616", "58", "20", "40", "25", "32", "791"}},
};

/* Line ends before and behind a value. */
static const struct {
    const char *before, *behind;
} breaks[NBREAKS] = {{"", ""}, {"\n", ""}, {"", "\n"}, {"", "\n\n"}, {"\n", "\n"}};

/* One value of a row, and how it is broken; the cell's number counts all of the table. */
struct broken {
    size_t cell, how;
};

static void put_row(char *out, size_t index, const struct broken *broken, size_t nbroken)
{
    size_t n = (size_t)sprintf(out, "%s", rows[index].labels);
    for (size_t i = 0; i < NCOLS; i++) {
        size_t how = 0;
        for (size_t k = 0; k < nbroken; k++)
            if (broken[k].cell == index * NCOLS + i)
                how = broken[k].how;
        n += (size_t)sprintf(out + n, " %s%s%s |", breaks[how].before, rows[index].values[i],
                             breaks[how].behind);
    }
    sprintf(out + n, "\n");
}

static struct report *read_broken(const struct broken *broken, size_t nbroken)
{
    char text[TEXT_NBYTES], line[LINE_NBYTES];
    strcpy(text, head);
    for (size_t i = 0; i < NROWS; i++) {
        put_row(line, i, broken, nbroken);
        strcat(text, line);
    }
    return read_tables(slice_of(strcat(text, tail)));
}

/* How many cells have another number than the row; `nread`: those that have its own. */
static size_t count_wrong(const struct report *report, size_t *nread)
{
    size_t nwrong = 0;
    *nread = 0;
    for (size_t i = 0; i < NROWS * NCOLS; i++) {
        char id[64];
        snprintf(id, sizeof id, "T3.%s.%s", rows[i / NCOLS].id, columns[i % NCOLS]);
        const struct cell *cell = find_cell(report, id);
        const char *value = rows[i / NCOLS].values[i % NCOLS];
        if (!cell || cell->state == CELL_UNPLACED)
            continue;
        struct slice text =
            slice_make(report->text + cell->span.start, cell->span.end - cell->span.start);
        bool right = cell->state == CELL_NUMBER ? slice_is(text, value)
                                                : cell->state == CELL_BLANK && !*value;
        if (!right)
            print_error("%s is %.*s, not %s\n", id, (int)text.nbytes, text.ptr, value);
        nwrong += !right;
        *nread += right;
    }
    return nwrong;
}

/* Pairs of breaks in filled boxes of all rows, and triples. */
static void test_pairs(void **state)
{
    enum { NPAIRS = 200 };
    uint32_t seed = 7;
    size_t nwrong = 0, nwhole = 0, nread;
    (void)state;
    for (size_t i = 0; i < NPAIRS; i++) {
        struct broken broken[3];
        for (size_t k = 0; k < COUNT(broken); k++) {
            seed = seed * 1664525u + 1013904223u;
            broken[k].cell = (seed >> 8) % (NROWS * NCOLS);
            broken[k].how = 1 + (seed >> 20) % (NBREAKS - 1);
        }
        struct report *report = read_broken(broken, 2 + i % 2);
        nwrong += count_wrong(report, &nread);
        nwhole += nread == NROWS * NCOLS;
        free_report(report);
    }
    assert_int_equal(nwrong, 0);
    assert_true(nwhole * 10 >= NPAIRS * 5);
}

/* What a table with broken rows holds, whole rows being the most. */
static void test_before_first(void **state)
{
    static const struct broken pairs[][2] = {
        {{7, 1}, {4, 3}}, {{28, 1}, {6, 1}}, {{14, 1}, {7, 1}}, {{21, 1}, {3, 2}}};
    (void)state;
    for (size_t i = 0; i < COUNT(pairs); i++) {
        size_t nread;
        struct report *report = read_broken(pairs[i], 2);
        assert_int_equal(count_wrong(report, &nread), 0);
        assert_int_equal(nread, NROWS * NCOLS);
        assert_int_equal(report->tables[TABLE_T3].nblocks, 1);
        free_report(report);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_pairs),
        cmocka_unit_test(test_before_first),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
