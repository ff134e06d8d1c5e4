#include <string.h>

#include "gouji/base/str.h"
#include "reading.h"

enum { MOST_NAMED = 12 };

static const char *address(const struct table *table, size_t block, size_t row)
{
    return table->blocks[block].form->rows[row].address;
}

/* The reasons in each language, filled side by side. */
struct reasons {
    struct str zh, en;
};

static void separate(struct reasons *why)
{
    str_add(&why->zh, why->zh.nbytes ? "；" : "");
    str_add(&why->en, why->en.nbytes ? "; " : "");
}

static void say(struct reasons *why, const char *zh, const char *en)
{
    separate(why);
    str_add(&why->zh, zh);
    str_add(&why->en, en);
}

/* English sets the form's brackets as (三), Chinese as （三）. */
static void add_narrow(struct str *out, const char *text)
{
    static const char opening[] = "（", closing[] = "）";
    while (*text) {
        bool opens = strncmp(text, opening, 3) == 0, closes = strncmp(text, closing, 3) == 0;
        str_byte(out, opens ? '(' : closes ? ')' : *text);
        text += opens || closes ? 3 : 1;
    }
}

static void say_missing(const struct table *table, struct reasons *why)
{
    if (table->nmissing == 0)
        return;
    str_format(&why->zh, "缺%zu行：", table->nmissing);
    str_format(&why->en, "%zu rows missing: ", table->nmissing);
    for (size_t i = 0; i < table->nmissing && i < MOST_NAMED; i++) {
        const char *name = address(table, table->missing[i].block, table->missing[i].row);
        str_format(&why->zh, "%s%s", i ? "、" : "", name);
        str_add(&why->en, i ? ", " : "");
        add_narrow(&why->en, name);
    }
    if (table->nmissing > MOST_NAMED) {
        str_add(&why->zh, "等");
        str_add(&why->en, " and others");
    }
}

static void say_unplaced(size_t n, struct reasons *why)
{
    separate(why);
    str_format(&why->zh, "%zu行的数字个数与栏数不符，无法确定各数属于哪一栏", n);
    str_format(&why->en,
               "in %zu rows the numbers do not fit the columns, and which belongs where "
               "cannot be decided",
               n);
}

static void say_short(size_t n, struct reasons *why)
{
    if (n == 0)
        return;
    separate(why);
    str_format(&why->zh, "%zu行各栏都有数，只有总计空白：可能缺一格，各数左移了一栏，存疑", n);
    str_format(&why->en,
               "in %zu rows nothing but the total is blank: a cell may be missing, and the "
               "figures a column too far left",
               n);
}

static void say_shifted(bool is_shifted, struct reasons *why)
{
    if (is_shifted)
        say(why, "有空白格，各数只凭所在位置归栏，而分项之和与总计不符：可能错了栏，存疑",
            "some cells are blank, so that only their places tell the columns of the numbers, and "
            "the totals are not the sums of their parts: some may be in the wrong column");
}

static void say_between(size_t n, struct reasons *why)
{
    if (n > 0)
        say(why,
            "各行的数印在两个行名之间，首行之上、末行之下都没有数，无法确定属于上一行还是下一行",
            "the numbers stand between two rows' labels, with none above the first and below the "
            "last, and whether they are the upper row's or the lower one's cannot be decided");
}

static void say_out_of_place(const struct reading *reading, struct reasons *why)
{
    say_short(reading->nshort, why);
    say_shifted(reading->is_shifted, why);
    say_between(reading->nbetween, why);
}

/* The cell has the first line's figures alone. */
static void say_broken(size_t n, struct reasons *why)
{
    if (n == 0)
        return;
    separate(why);
    str_format(&why->zh, "%zu格的数在框内断成几行，只取首行，全数无法断定", n);
    str_format(&why->en,
               "lines of the frame break the number in %zu cells, of which only the first line's "
               "part is shown, and what the whole is cannot be decided",
               n);
}

static bool is_unplaced(const struct table *table, const struct row_reading *row)
{
    const struct block_reading *block = &table->blocks[row->block];
    return block->cells[row->row * block->form->ncols].state == CELL_UNPLACED;
}

static size_t count_unplaced_rows(const struct table *table)
{
    size_t n = 0;
    for (size_t i = 0; i < table->nrows; i++)
        n += is_unplaced(table, &table->rows[i]);
    return n;
}

/* Which numbers, and in which line; long ones may be a person's, of a telephone for one. */
static void say_loose(const struct report *report, const struct table *table, struct reasons *why)
{
    enum { LONGEST = 6 };
    size_t last = SIZE_MAX, n = 0;
    if (table->nloose == 0)
        return;
    say(why, "表中另有数字不属于任何一行：", "numbers in it are no row's: ");
    for (; n < table->nloose && n < MOST_NAMED; n++) {
        struct slice text = report_slice(report, table->loose[n]);
        size_t line = report_line_at(report, table->loose[n].start) + 1;
        if (line != last) {
            str_format(&why->zh, "%s第%zu行", n ? "，" : "", line);
            str_format(&why->en, "%sline %zu", n ? ", " : "", line);
        }
        last = line;
        if (text.nbytes > LONGEST)
            text = slice_of("…");
        str_format(&why->zh, " %.*s", (int)text.nbytes, text.ptr);
        str_format(&why->en, " %.*s", (int)text.nbytes, text.ptr);
    }
    if (n < table->nloose) {
        str_add(&why->zh, "等");
        str_add(&why->en, " and others");
    }
}

/* How many headers name the columns or the groups in another order than the form, and
 * the full rows below them that have no place for that. */
struct swaps {
    size_t ncolumns, ngroups, nrows;
};

static struct swaps count_swaps(const struct reading *reading, const struct table *table)
{
    struct swaps swaps = {0};
    for (size_t b = 0; b < reading->nblocks && !reading->is_deduped; b++) {
        bool columns = reading->blocks[b].is_swapped;
        bool groups = header_has_swapped_groups(&reading->blocks[b]);
        swaps.ncolumns += columns;
        swaps.ngroups += groups;
        for (size_t i = 0; i < table->nrows && (columns || groups); i++)
            swaps.nrows += table->rows[i].block == b &&
                           table->rows[i].nnumerals == table->rows[i].nexpected &&
                           is_unplaced(table, &table->rows[i]);
    }
    return swaps;
}

static bool has_repeats(const struct reading *reading)
{
    for (size_t i = 0; i < reading->nblocks; i++)
        if (reading->blocks[i].alignment->has_repeats)
            return true;
    return false;
}

static bool is_out_of_order(const struct reading *reading)
{
    for (size_t i = 0; i < reading->nblocks; i++)
        if (reading->blocks[i].alignment->out_of_order)
            return true;
    return false;
}

static void say_repeats(const struct reading *reading, struct reasons *why)
{
    size_t n = reading->nrivals;
    if (n == 0 && has_repeats(reading))
        say(why, "有的行印了两次，只取先印的", "some rows are printed twice, the first is taken");
    if (n == 0)
        return;
    separate(why);
    str_format(&why->zh, "%zu行印了不止一次而数字不同，以哪一次的为准无法确定", n);
    str_format(&why->en,
               "%zu rows are printed more than once with different numbers, and which are meant "
               "cannot be decided",
               n);
}

/* The first block that the text has once more, blank; NULL. */
static const struct chosen *find_twin(const struct reading *reading)
{
    for (size_t i = 0; i < reading->nblocks; i++)
        if (reading->blocks[i].alignment->twin >= 0)
            return &reading->blocks[i];
    return NULL;
}

/* Rows with figures in blocks whose edition nothing tells, or that are there twice. */
static size_t count_undecided_rows(const struct reading *reading, const struct table *table)
{
    size_t n = 0;
    for (size_t i = 0; i < table->nrows; i++) {
        const struct chosen *chosen = &reading->blocks[table->rows[i].block];
        n += table->rows[i].nnumerals > 0 && (chosen->is_undecided || chosen->alignment->twin >= 0);
    }
    return n;
}

static void say_twin(const struct reading *reading, struct reasons *why)
{
    const struct chosen *chosen = find_twin(reading);
    const struct alignment *a = chosen ? chosen->alignment : NULL;
    size_t filled = 0;
    if (!a)
        return;
    while (a->unit_of[filled] < 0 || reading->units.items[a->unit_of[filled]].nvalues == 0)
        filled++;
    size_t line = reading->units.items[a->unit_of[filled]].line + 1;
    size_t blank = reading->units.items[a->twin].line + 1;
    separate(why);
    str_format(&why->zh,
               "同样的表印了两张，第%zu行起的有数，第%zu行起的空白，哪一张是本年度的无法确定", line,
               blank);
    str_format(&why->en,
               "the table is printed twice, with figures from line %zu and blank from line %zu, "
               "and which is this year's cannot be decided",
               line, blank);
}

/* The label of the block's last column, when the header has only its beginning; NULL. */
static const char *cut_label(const struct reading *reading, const struct chosen *chosen)
{
    enum { LEAST_NBYTES = 9 };
    struct slice whole = slice_of(chosen->form->cols[chosen->form->ncols - 1].norm);
    for (size_t u = chosen->header_first; u < chosen->header_end; u++) {
        const struct unit *unit = &reading->units.items[u];
        if (!unit->hit.label && unit->text.nbytes >= LEAST_NBYTES &&
            unit->text.nbytes < whole.nbytes && slice_has_prefix(whole, unit->text))
            return whole.ptr;
    }
    return NULL;
}

/* Where different labels at the right end of their rows are cut short, the page was, and
 * the figures below them may be. */
static bool is_cut_off(const struct reading *reading)
{
    const char *first = NULL;
    for (size_t i = 0; i < reading->nblocks; i++) {
        const char *label = cut_label(reading, &reading->blocks[i]);
        if (label && first && strcmp(label, first) != 0)
            return true;
        first = first ? first : label;
    }
    return false;
}

static int keep(const struct reading *reading, struct str *text, const char **kept, struct err *err)
{
    bool failed = text->failed;
    if (text->nbytes > 0 && !failed) {
        *kept = arena_copy(reading->arena, str_slice(text));
        failed = !*kept;
    }
    str_release(text);
    return failed ? err_set_nomem(err) : 0;
}

static void say_swaps(const struct swaps *swaps, struct reasons *why)
{
    if (swaps->ncolumns > 0 && swaps->nrows == 0)
        say(why, "表头各栏的次序与规范表样不同，各数属于哪一栏依表头的栏名，存疑",
            "the header names the columns in another order than the form, and which number "
            "belongs where is by its labels, and in doubt");
    else if (swaps->ncolumns > 0)
        say(why, "表头各栏的次序与规范表样不同，各数属于哪一栏无法确定",
            "the header names the columns in another order than the form, and which number "
            "belongs where cannot be decided");
    if (swaps->ngroups > 0 && swaps->nrows > 0)
        say(why, "表头各组的次序与规范表样不同，各数属于哪一组无法确定",
            "the header names the groups in another order than the form, and which number "
            "belongs where cannot be decided");
}

static void say_cut_off(bool cut_off, struct reasons *why)
{
    if (cut_off)
        say(why, "表的右边被截去，最后一栏的数可能不全",
            "the table is cut off on its right, and the numbers of its last column may be, too");
}

static void say_strewn(bool strewn, struct reasons *why)
{
    if (strewn)
        say(why, "有的组名印在别组的行间：文本不是按表的行抽取的，行内各数的次序不可信",
            "the label of a group stands among the rows of another: the text was not taken row by "
            "row, and the order of the numbers in a row is not to be trusted");
}

int reading_judge(const struct reading *reading, struct table *table, struct err *err)
{
    struct reasons why = {STR_INIT, STR_INIT};
    size_t unplaced = count_unplaced_rows(table);
    size_t undecided = count_undecided_rows(reading, table);
    bool cut_off = is_cut_off(reading), strewn = reading_is_strewn(reading);
    struct swaps swaps = count_swaps(reading, table);
    bool is_twin = find_twin(reading) != NULL;
    bool doubtful = reading->is_deduped || is_twin || is_out_of_order(reading) || strewn ||
                    has_repeats(reading) || reading->nrivals > 0 || swaps.ncolumns > 0 || cut_off ||
                    reading->nshort > 0 || reading->is_shifted || reading->nbroken > 0;
    say_missing(table, &why);
    size_t told = undecided + swaps.nrows + reading->nrivals + reading->nbetween;
    if (unplaced > told && !reading->is_deduped)
        say_unplaced(unplaced - told, &why);
    if (is_twin)
        say_twin(reading, &why);
    else if (undecided > 0 && !reading->is_deduped)
        say(&why, "有的表头无法辨认，各数属于哪一年版的哪一栏无法确定",
            "a header cannot be made out, and which edition's columns the numbers below it "
            "belong to cannot be decided");
    if (reading->is_deduped)
        say(&why, "文本去除了重复行，数字的位置无法复原",
            "repeated lines were taken out of the text, so where the numbers stood is lost");
    if (is_out_of_order(reading))
        say(&why, "行的次序与规范表样不同", "the rows stand in another order than in the form");
    say_strewn(strewn, &why);
    say_repeats(reading, &why);
    say_swaps(&swaps, &why);
    say_out_of_place(reading, &why);
    say_broken(reading->nbroken, &why);
    say_cut_off(cut_off, &why);
    if (!reading->is_deduped)
        say_loose(reading->pieces->report, table, &why);
    table->is_strewn = strewn;
    table->state = doubtful                              ? TABLE_DOUBTFUL
                   : table->nmissing > 0 || unplaced > 0 ? TABLE_INCOMPLETE
                   : table->nloose > 0                   ? TABLE_DOUBTFUL
                                                         : TABLE_COMPLETE;
    int status = keep(reading, &why.zh, &table->why[LANG_ZH], err);
    return keep(reading, &why.en, &table->why[LANG_EN], err) ? -1 : status;
}
