/* One report laid out in every way that ends cells by bars reads the same: both
 * editions, random values, blank cells and lost rows, merged labels. The texts
 * are made from the forms alone. */
#include "table_fixture.h"

#include "gouji/base/str.h"

enum { MOST_ROWS = 48, MOST_COLS = 8, MOST_CELLS = 16, ROUNDS = 25, DAMAGES = 60 };

struct model {
    const struct form *form;
    char values[TABLE_COUNT][8][MOST_ROWS][MOST_COLS][16];
    bool lost[MOST_ROWS];
};

/* A cell as printed: over how many columns, and whether it only goes on from the
 * row above. */
struct printed {
    const char *text;
    unsigned span;
    bool covered;
};

struct printed_row {
    struct printed cells[MOST_CELLS];
    size_t n;
    size_t nlabels; /* labels, then values; all of them in headers */
};

struct layout {
    const char *name;   /* for messages */
    const char *wanted; /* as the reader names it */
    void (*put)(struct str *out, const struct layout *layout, const struct printed_row *row,
                unsigned total);
    const char *bar;
    unsigned surplus; /* columns too many */
    bool padded;
    bool keeps_covered;
    bool framed;
};

static uint32_t next_random(uint32_t *seed)
{
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 8;
}

static void random_value(uint32_t *seed, const struct form_col *col, bool blanks, char *out)
{
    static const char *const counts[] = {"0", "0", "0", "0", "1", "3", "48", "31415926"};
    uint32_t r = next_random(seed);
    const char *value = counts[r % 8];
    if (blanks && r % 5 < 2)
        value = "";
    else if (col->is_signed && r % 3 == 0)
        value = "-3";
    else if (col->is_decimal && r % 3 == 1)
        value = "0.092";
    snprintf(out, 16, "%s", value);
}

static void fill_model(struct model *model, uint32_t seed, bool blanks)
{
    for (size_t r = 0; r < MOST_ROWS; r++)
        model->lost[r] = next_random(&seed) % 9 == 0;
    for (int t = 0; t < TABLE_COUNT; t++)
        for (size_t b = 0; b < model->form->tables[t].nblocks; b++) {
            const struct form_block *block = &model->form->tables[t].blocks[b];
            for (size_t r = 0; r < block->nrows; r++)
                for (size_t c = 0; c < block->ncols; c++)
                    random_value(&seed, &block->cols[c], blanks, model->values[t][b][r][c]);
        }
}

static bool is_data(const struct form_row *row)
{
    return !row->is_group && row->alternative_of < 0;
}

static bool is_lost(const struct model *model, int table, size_t row)
{
    return table == TABLE_T3 && model->lost[row];
}

static void add(struct printed_row *row, const char *text, unsigned span, bool covered)
{
    row->cells[row->n++] = (struct printed){text, span, covered};
}

/* How a row is written: cells one behind the other, then the bars of what they
 * span, one field in all for each column. */
static size_t count_shown(const struct layout *layout, const struct printed_row *row)
{
    size_t n = 0;
    for (size_t i = 0; i < row->n; i++)
        n += layout->keeps_covered || !row->cells[i].covered;
    return n;
}

static void put_pads(struct str *out, const struct layout *layout, size_t shown, unsigned total)
{
    for (size_t i = shown; layout->padded && i < total + layout->surplus; i++)
        str_add(out, layout->bar);
}

static void put_line(struct str *out, const struct layout *layout, const struct printed_row *row,
                     unsigned total)
{
    if (layout->framed)
        str_format(out, "%s ", layout->bar);
    for (size_t i = 0; i < row->n; i++)
        if (layout->keeps_covered || !row->cells[i].covered)
            str_format(out, "%s%s%s ", row->cells[i].text, row->cells[i].text[0] ? " " : "",
                       layout->bar);
    put_pads(out, layout, count_shown(layout, row), total);
    str_add(out, "\n");
}

/* A blank cell breaks the line. */
static void put_broken_line(struct str *out, const struct layout *layout,
                            const struct printed_row *row, unsigned total)
{
    bool fresh = true;
    for (size_t i = 0; i < row->n; i++) {
        const char *text = row->cells[i].text;
        if (row->cells[i].covered)
            continue;
        if (text[0])
            str_format(out, "%s%s %s", fresh ? "" : " ", text, layout->bar);
        else
            str_format(out, "%s%s", fresh ? "" : "\n", layout->bar);
        fresh = false;
    }
    put_pads(out, layout, count_shown(layout, row), total);
    str_add(out, "\n");
}

/* Every column has its field, in place. */
static void put_rectangle(struct str *out, const struct layout *layout,
                          const struct printed_row *row, unsigned total)
{
    bool spaced = layout->padded;
    (void)total;
    if (layout->framed)
        str_add(out, layout->bar);
    for (size_t i = 0; i < row->n; i++)
        for (unsigned k = 0; k < row->cells[i].span; k++) {
            str_format(out, "%s%s%s", spaced ? " " : "", k ? "" : row->cells[i].text,
                       spaced ? " " : "");
            str_add(out, layout->bar);
        }
    str_add(out, "\n");
}

/* The part of a cell's text on a line of three: six characters each, then the
 * rest. */
static struct slice part_of(const char *text, size_t line, bool broken)
{
    size_t starts[4] = {0, strlen(text), strlen(text), strlen(text)};
    size_t n = 0;
    for (size_t i = 0; text[i] && broken; i++) {
        bool starts_character = ((unsigned char)text[i] & 0xC0) != 0x80;
        if (starts_character && (n == 6 || n == 12))
            starts[n / 6] = i;
        n += starts_character;
    }
    return slice_make(text + starts[line], starts[line + 1] - starts[line]);
}

/* Cells over several columns are drawn wide, broken over lines where long. */
static void put_drawn(struct str *out, const struct layout *layout, const struct printed_row *row,
                      unsigned total)
{
    bool ascii = layout->bar[0] == '|';
    (void)total;
    for (size_t line = 0; line < (layout->padded ? 3u : 1u); line++) {
        for (size_t i = 0; i < row->n; i++) {
            bool broken = layout->padded && i < row->nlabels;
            struct slice part = part_of(row->cells[i].text, line, broken);
            str_format(out, "%s %.*s ", layout->bar, (int)part.nbytes, part.ptr);
        }
        str_format(out, "%s\n", layout->bar);
    }
    for (size_t i = 0; i < row->n; i++)
        str_add(out, ascii ? "+------" : i ? "┼───" : "├───");
    str_add(out, ascii ? "+\n" : "┤\n");
}

/* `cell |` on a line of its own; what is spanned on a line of bars. */
static void put_cells(struct str *out, const struct layout *layout, const struct printed_row *row,
                      unsigned total)
{
    for (size_t i = 0; i < row->n; i++) {
        const char *text = row->cells[i].text;
        if (!row->cells[i].covered)
            str_format(out, "%s%s%s\n", text, text[0] ? " " : "", layout->bar);
    }
    size_t before = out->nbytes;
    put_pads(out, layout, count_shown(layout, row), total);
    if (out->nbytes > before)
        str_add(out, "\n");
}

static void put_lone_bars(struct str *out, const struct layout *layout,
                          const struct printed_row *row, unsigned total)
{
    for (size_t i = 0; i < row->n; i++)
        if (!row->cells[i].covered)
            str_format(out, "%s%s%s\n", row->cells[i].text, row->cells[i].text[0] ? "\n" : "",
                       layout->bar);
    for (size_t i = count_shown(layout, row); layout->padded && i < total + layout->surplus; i++)
        str_format(out, "%s\n", layout->bar);
}

static void put_led(struct str *out, const struct layout *layout, const struct printed_row *row,
                    unsigned total)
{
    size_t shown = count_shown(layout, row);
    size_t n = 0;
    str_format(out, "%s\n", layout->bar);
    for (size_t i = 0; i < row->n; i++) {
        if (row->cells[i].covered)
            continue;
        str_format(out, "%s %s", row->cells[i].text, layout->bar);
        if (++n == shown && shown < total) {
            str_add(out, " ");
            put_pads(out, layout, shown, total);
        }
        str_add(out, "\n");
    }
}

/* Labels on their own lines, the values of the row together. */
static void put_mixed(struct str *out, const struct layout *layout, const struct printed_row *row,
                      unsigned total)
{
    size_t shown = count_shown(layout, row);
    size_t n = 0;
    for (size_t i = 0; i < row->n; i++) {
        if (row->cells[i].covered)
            continue;
        str_format(out, "%s%s%s", row->cells[i].text, row->cells[i].text[0] ? " " : "",
                   layout->bar);
        n++;
        str_add(out, i < row->nlabels && n < shown ? "\n" : " ");
    }
    put_pads(out, layout, shown, total);
    str_add(out, "\n");
}

static const struct layout layouts[] = {
    {"B1", "B1", put_line, "|", 1, true, false, false},
    {"B2", "B2", put_line, "|", 0, true, false, false},
    {"B3", "B3", put_line, "|", 0, false, false, false},
    {"B3 broken", NULL, put_broken_line, "|", 0, false, false, false},
    {"B4", NULL, put_line, "|", 0, false, true, false},
    {"B5", "B5", put_line, "|", 0, true, false, true},
    {"B5 unpadded", "B5", put_line, "|", 0, false, false, true},
    {"B5 indented", "B5", put_line, "|", 0, false, true, true},
    {"B6", "B6", put_cells, "|", 0, true, false, false},
    {"B6 unpadded", "B6", put_cells, "|", 0, false, false, false},
    {"B7", "B7", put_lone_bars, "|", 1, true, false, false},
    {"B7 unpadded", "B7", put_lone_bars, "|", 0, false, false, false},
    {"B8", "B8", put_led, "|", 0, true, false, false},
    {"B9", "B9", put_mixed, "|", 0, true, false, false},
    {"B9 unpadded", NULL, put_mixed, "|", 0, false, false, false},
    {"MD", "MD", put_rectangle, "|", 0, true, false, true},
    {"MD compact", "MD", put_rectangle, "|", 0, false, false, true},
    {"rectangle", NULL, put_rectangle, "|", 0, true, false, false},
    {"wide bars", NULL, put_rectangle, "｜", 0, false, false, true},
    {"wide bars, B3", "B3", put_line, "｜", 0, false, false, false},
    {"box", "BOX", put_drawn, "│", 0, false, false, true},
    {"box, double", "BOX", put_drawn, "║", 0, false, false, true},
    {"box, broken cells", "BOX", put_drawn, "┃", 0, true, false, true},
    {"+---+", "BOX", put_drawn, "|", 0, false, false, true},
    {"+---+, broken cells", "BOX", put_drawn, "|", 0, true, false, true},
};

struct writer {
    struct str *out;
    const struct layout *layout;
    const struct model *model;
    size_t nrows; /* of the table at hand */
};

static void put_row(struct writer *w, const struct printed_row *row, unsigned total)
{
    w->layout->put(w->out, w->layout, row, total);
    if (w->nrows++ == 0 && w->layout->wanted && strcmp(w->layout->wanted, "MD") == 0) {
        for (unsigned i = 0; i < total; i++)
            str_add(w->out, w->layout->padded ? "| --- " : "|:---:");
        str_add(w->out, "|\n");
    }
}

static void put_block(struct writer *w, size_t b)
{
    const struct form_block *block = &w->model->form->tables[TABLE_T2].blocks[b];
    struct printed_row row = {.nlabels = 1};
    add(&row, block->heading, 4, false);
    put_row(w, &row, 4);
    row = (struct printed_row){.nlabels = MOST_CELLS};
    add(&row, block->corner, 1, false);
    for (size_t c = 0; c < block->ncols; c++)
        add(&row, block->cols[c].label, c + 1 < block->ncols ? 1 : 4 - (unsigned)block->ncols,
            false);
    put_row(w, &row, 4);
    for (size_t r = 0; r < block->nrows; r++) {
        row = (struct printed_row){.nlabels = 1};
        add(&row, block->rows[r].label, 1, false);
        for (size_t c = 0; c < block->ncols; c++)
            add(&row, w->model->values[TABLE_T2][b][r][c],
                c + 1 < block->ncols ? 1 : 4 - (unsigned)block->ncols, false);
        put_row(w, &row, 4);
    }
}

static void put_header3(struct writer *w, const struct form_table *table)
{
    const struct form_col *cols = table->blocks[0].cols;
    struct printed_row row = {.nlabels = MOST_CELLS};
    add(&row, table->corner_note, 3, false);
    add(&row, table->bands[0], 7, false);
    put_row(w, &row, 10);
    row = (struct printed_row){.nlabels = MOST_CELLS};
    add(&row, "", 3, true);
    add(&row, cols[0].label, 1, false);
    add(&row, table->bands[1], 5, false);
    add(&row, cols[6].label, 1, false);
    put_row(w, &row, 10);
    row = (struct printed_row){.nlabels = MOST_CELLS};
    add(&row, "", 3, true);
    add(&row, "", 1, true);
    for (size_t c = 1; c < 6; c++)
        add(&row, cols[c].label, 1, false);
    add(&row, "", 1, true);
    put_row(w, &row, 10);
}

/* Its labels from the outermost on; the last one takes what is left of three
 * columns. */
static void add_labels(struct printed_row *row, const struct form_block *block, size_t index,
                       bool *printed)
{
    int chain[4];
    size_t n = 0;
    for (int r = (int)index; r >= 0; r = block->rows[r].parent)
        chain[n++] = r;
    for (size_t i = 0; i < n; i++) {
        int r = chain[n - 1 - i];
        add(row, printed[r] ? "" : block->rows[r].label, i + 1 < n ? 1 : 4 - (unsigned)n,
            printed[r]);
        printed[r] = true;
    }
    row->nlabels = n;
}

static void put_table3(struct writer *w)
{
    const struct form_table *table = &w->model->form->tables[TABLE_T3];
    const struct form_block *block = &table->blocks[0];
    bool printed[MOST_ROWS] = {false};
    put_header3(w, table);
    for (size_t r = 0; r < block->nrows; r++) {
        struct printed_row row = {.n = 0};
        if (!is_data(&block->rows[r]) || is_lost(w->model, TABLE_T3, r))
            continue;
        add_labels(&row, block, r, printed);
        for (size_t c = 0; c < block->ncols; c++)
            add(&row, w->model->values[TABLE_T3][0][r][c], 1, false);
        put_row(w, &row, 10);
    }
}

static void put_table4(struct writer *w)
{
    const struct form_table *table = &w->model->form->tables[TABLE_T4];
    const struct form_block *block = &table->blocks[0];
    struct printed_row row = {.nlabels = MOST_CELLS};
    add(&row, block->rows[0].label, 5, false);
    add(&row, table->bands[0], 10, false);
    put_row(w, &row, 15);
    row = (struct printed_row){.nlabels = MOST_CELLS};
    for (size_t c = 0; c < block->ncols; c++)
        add(&row, block->cols[c].label, 1, false);
    add(&row, block->rows[1].label, 5, false);
    add(&row, block->rows[2].label, 5, false);
    put_row(w, &row, 15);
    row = (struct printed_row){.nlabels = MOST_CELLS};
    for (size_t i = 0; i < 3 * block->ncols; i++)
        add(&row, i < block->ncols ? "" : block->cols[i % block->ncols].label, 1, i < block->ncols);
    put_row(w, &row, 15);
    row = (struct printed_row){.n = 0};
    for (size_t i = 0; i < block->nrows * block->ncols; i++)
        add(&row, w->model->values[TABLE_T4][0][i / block->ncols][i % block->ncols], 1, false);
    put_row(w, &row, 15);
}

static void put_report(struct writer *w)
{
    str_add(w->out, "某镇2020年政府信息公开工作年度报告\n一、总体情况\n本镇公开信息12条。\n"
                    "二、主动公开政府信息情况\n");
    for (size_t b = 0; b < w->model->form->tables[TABLE_T2].nblocks; b++)
        put_block(w, b);
    str_add(w->out, "三、收到和处理政府信息公开申请情况\n");
    w->nrows = 0;
    put_table3(w);
    str_add(w->out, "四、政府信息公开行政复议、行政诉讼情况\n");
    w->nrows = 0;
    put_table4(w);
    str_add(w->out, "五、存在的主要问题及改进情况\n公开意识不强。\n");
}

struct score {
    size_t right, unplaced, wrong;
};

static void check_value(const struct report *report, const struct writer *w, const char *id,
                        const char *value, bool lost, struct score *score)
{
    char buffer[64];
    const char *shown = show_cell(report, id, buffer);
    const char *wanted = lost ? "absent" : value[0] ? value : "blank";
    bool right = strcmp(shown, wanted) == 0;
    bool unplaced = strcmp(shown, "unplaced") == 0;
    score->right += right;
    score->unplaced += unplaced;
    score->wrong += !right && !unplaced;
    if (!right && (!unplaced || getenv("SHOW_RELAY")))
        print_error("%s %s: %s, not %s\n", w->layout->name, id, shown, wanted);
}

static struct score check_model(const struct report *report, const struct writer *w)
{
    struct score score = {0};
    for (int t = 0; t < TABLE_COUNT; t++)
        for (size_t b = 0; b < w->model->form->tables[t].nblocks; b++) {
            const struct form_block *block = &w->model->form->tables[t].blocks[b];
            for (size_t i = 0; i < block->nrows * block->ncols; i++) {
                size_t row = i / block->ncols;
                if (is_data(&block->rows[row]))
                    check_value(report, w, block->cell_ids[i],
                                w->model->values[t][b][row][i % block->ncols],
                                is_lost(w->model, t, row), &score);
            }
        }
    return score;
}

static void check_names(const struct report *report, const struct layout *layout)
{
    for (int t = 0; t < TABLE_COUNT; t++) {
        if (layout->wanted && strcmp(report->tables[t].layout, layout->wanted) != 0)
            print_error("%s: T%d read as %s\n", layout->name, t + 2, report->tables[t].layout);
        if (layout->wanted)
            assert_string_equal(report->tables[t].layout, layout->wanted);
        if (report->tables[t].nbad_headers && getenv("SHOW_RELAY"))
            fputs(report->text, stderr);
        if (report->tables[t].nbad_headers)
            print_error("%s: T%d has bad headers\n", layout->name, t + 2);
        assert_int_equal(report->tables[t].nbad_headers, 0);
    }
}

static void relay(const struct layout *layout, uint32_t seed, const struct form *form, bool blanks,
                  struct score *sum)
{
    static struct model model;
    struct str text = STR_INIT;
    struct writer writer = {&text, layout, &model, 0};
    model.form = form;
    fill_model(&model, seed, blanks);
    put_report(&writer);
    struct report *report = read_tables(str_slice(&text));
    struct score score = check_model(report, &writer);
    if (score.wrong || getenv("SHOW_RELAY"))
        fputs(str_text(&text), stderr);
    assert_int_equal(score.wrong, 0);
    check_names(report, layout);
    sum->right += score.right;
    sum->unplaced += score.unplaced;
    free_report(report);
    str_release(&text);
}

static void test_full_rows(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
        struct score sum = {0};
        for (size_t e = 0; e < forms_count(test_forms); e++)
            for (uint32_t seed = 1; seed <= ROUNDS; seed++)
                relay(&layouts[i], seed, forms_at(test_forms, e), false, &sum);
        assert_int_equal(sum.unplaced, 0);
    }
}

/* Bars keep the place of a blank cell. */
static void test_blanks(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++) {
        struct score sum = {0};
        for (size_t e = 0; e < forms_count(test_forms); e++)
            for (uint32_t seed = 1; seed <= ROUNDS; seed++)
                relay(&layouts[i], 1000 + seed, forms_at(test_forms, e), true, &sum);
        if (sum.unplaced)
            print_error("%s: %zu of %zu cells unplaced\n", layouts[i].name, sum.unplaced,
                        sum.unplaced + sum.right);
        assert_int_equal(sum.unplaced, 0);
    }
}

/* What may happen to a text: a bar is lost, a cell with its bar, a line, or all
 * from somewhere on. */
enum damage { LOSE_BAR, LOSE_CELL, LOSE_LINE, CUT, DAMAGE_COUNT };

static const char *const damage_names[] = {"lost bar", "lost cell", "lost line", "cut"};

static size_t next_bar(const struct str *text, size_t at, const char *bar)
{
    const char *found = strstr(text->data + at, bar);
    return found ? (size_t)(found - text->data) : text->nbytes;
}

static void cut_out(struct str *text, size_t start, size_t end)
{
    memmove(text->data + start, text->data + end, text->nbytes - end + 1);
    text->nbytes -= end - start;
}

static void damage(struct str *text, enum damage kind, const char *bar, uint32_t *seed)
{
    size_t tables = (size_t)(strstr(text->data, "第二十条") - text->data);
    size_t tail = (size_t)(strstr(text->data, "五、存在") - text->data);
    size_t at = next_bar(text, tables + next_random(seed) % (tail - tables), bar);
    if (at >= tail)
        return;
    size_t line = at;
    while (text->data[line - 1] != '\n')
        line--;
    size_t next = next_bar(text, at + strlen(bar), bar);
    if (kind == LOSE_BAR)
        cut_out(text, at, at + strlen(bar));
    else if (kind == LOSE_CELL && next < tail)
        cut_out(text, at, next);
    else if (kind == LOSE_LINE)
        cut_out(text, line, line + strcspn(text->data + line, "\n") + 1);
    else if (kind == CUT)
        cut_out(text, at, tail);
}

static bool has_number(const struct report *report, const struct form_block *block, size_t row)
{
    for (size_t c = 0; c < block->ncols; c++) {
        const struct cell *cell = find_cell(report, block->cell_ids[row * block->ncols + c]);
        if (cell && cell->state == CELL_NUMBER)
            return true;
    }
    return false;
}

/* Cells that state another number than the report was written with, or say blank
 * where it has one. (A row of which nothing is left is blank.) */
static size_t count_wrong(const struct report *report, const struct writer *w)
{
    size_t n = 0;
    for (int t = 0; t < TABLE_COUNT; t++)
        for (size_t b = 0; b < w->model->form->tables[t].nblocks; b++) {
            const struct form_block *block = &w->model->form->tables[t].blocks[b];
            for (size_t i = 0; i < block->nrows * block->ncols; i++) {
                size_t row = i / block->ncols;
                char buffer[64];
                const struct cell *cell = find_cell(report, block->cell_ids[i]);
                const char *value = w->model->values[t][b][row][i % block->ncols];
                if (!is_data(&block->rows[row]) || !cell)
                    continue;
                const char *shown = show_cell(report, block->cell_ids[i], buffer);
                bool wrong =
                    cell->state == CELL_NUMBER
                        ? is_lost(w->model, t, row) || strcmp(shown, value) != 0
                        : cell->state == CELL_BLANK && value[0] && has_number(report, block, row);
                n += wrong;
                if (wrong)
                    print_error("%s: %s, not %s\n", block->cell_ids[i], shown, value);
            }
        }
    return n;
}

static size_t relay_damaged(const struct layout *layout, uint32_t seed, enum damage kind,
                            const struct form *form)
{
    static struct model model;
    struct str text = STR_INIT;
    struct writer writer = {&text, layout, &model, 0};
    model.form = form;
    fill_model(&model, seed, seed % 2);
    put_report(&writer);
    damage(&text, kind, layout->bar, &seed);
    struct report *report = read_tables(str_slice(&text));
    size_t n = count_wrong(report, &writer);
    if (n > 0)
        print_error("%s, %s: %zu cells wrong\n", layout->name, damage_names[kind], n);
    if (n > 0 && getenv("SHOW_RELAY"))
        fputs(str_text(&text), stderr);
    free_report(report);
    str_release(&text);
    return n;
}

/* Damage makes cells unplaced or absent, never wrong. */
static void test_damage(void **state)
{
    size_t n = 0;
    (void)state;
    for (size_t i = 0; i < sizeof layouts / sizeof *layouts; i++)
        for (int kind = 0; kind < DAMAGE_COUNT; kind++)
            for (uint32_t seed = 1; seed <= DAMAGES; seed++)
                n += relay_damaged(&layouts[i], 7000 + 31 * seed, (enum damage)kind,
                                   forms_at(test_forms, seed % forms_count(test_forms)));
    assert_int_equal(n, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_full_rows),
        cmocka_unit_test(test_blanks),
        cmocka_unit_test(test_damage),
    };
    return cmocka_run_group_tests(tests, load_forms, free_forms);
}
