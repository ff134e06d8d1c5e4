/* Rows of tab-separated fields as converters of PDF pages leave them (C), with
 * all that a page break does to a table, and text without any separator but
 * single blanks (SP, D). */
#include <string.h>

#include "writers.h"

/* A group label may be torn between its first two rows: （四）无 / 法提供. */
static void write_group(struct sheet *sheet, const struct gcell *cell, int row)
{
    const char *tear = strchr(cell->text, '\n');
    if (row == cell->row)
        out_format(&sheet->out, "%.*s", (int)(tear - cell->text), cell->text);
    else if (row == cell->row + 1)
        out_add(&sheet->out, tear + 1);
}

static void write_fields(struct sheet *sheet, const struct grid *grid, int row)
{
    struct slot slots[GRID_COLS];
    int n = grid_row(grid, row, slots);
    for (int i = 0; i < n; i++) {
        bool group = slots[i].cell->kind == KIND_LABEL && slots[i].cell->rowspan > 1;
        if (group && strchr(slots[i].cell->text, '\n'))
            write_group(sheet, slots[i].cell, row);
        else if (slots[i].own)
            write_cell(sheet, slots[i].cell, " ");
        int width = slots[i].cell->colspan;
        out_repeat(&sheet->out, "\t", i + 1 < n ? width : width - 1);
    }
    out_add(&sheet->out, "\n");
}

/* The innermost label in front, two fields of label, a tab at the end: how rows
 * look after a page break. */
static void write_shifted(struct sheet *sheet, const struct grid *grid, int row)
{
    struct slot slots[GRID_COLS];
    int n = grid_row(grid, row, slots), first = 0;
    while (first < n && slots[first].cell->kind != KIND_VALUE)
        first++;
    write_cell(sheet, slots[first - 1].cell, " ");
    out_add(&sheet->out, "\t\t");
    for (int i = first; i < n; i++) {
        write_cell(sheet, slots[i].cell, " ");
        out_add(&sheet->out, "\t");
    }
    out_add(&sheet->out, "\n");
    sheet_lay(sheet, TRAP_SHIFTED_LABELS);
}

/* Two fields of label and a tab at the end, three fields where a group has rows
 * of its own: widths differ from row to row. */
static void write_uneven(struct sheet *sheet, const struct grid *grid, int row)
{
    struct slot slots[GRID_COLS];
    int n = grid_row(grid, row, slots);
    bool deep = slots[0].cell->colspan == 1 && slots[1].cell->colspan == 1;
    for (int i = 0; i < n; i++) {
        const struct gcell *cell = slots[i].cell;
        if (slots[i].own)
            write_cell(sheet, cell, " ");
        out_add(&sheet->out, i + 1 == n && deep ? "" : "\t");
        if (cell->kind == KIND_LABEL && cell->colspan == 3)
            out_add(&sheet->out, "\t");
    }
    out_add(&sheet->out, "\n");
}

/* One value and its tab are gone: the others' columns cannot be told. */
static void write_short(struct sheet *sheet, const struct grid *grid, int row)
{
    struct slot slots[GRID_COLS];
    int n = grid_row(grid, row, slots);
    int lost = n - 1 - prng_below(&sheet->prng, 7);
    for (int i = 0; i < n; i++) {
        if (i == lost)
            continue;
        if (slots[i].own)
            write_cell(sheet, slots[i].cell, " ");
        bool last = i + 1 == n || (i + 2 == n && lost == n - 1);
        out_repeat(&sheet->out, "\t", last ? 0 : slots[i].cell->colspan);
    }
    out_add(&sheet->out, "\n");
    grid_unplace_row(sheet, grid, row);
    sheet_lay(sheet, TRAP_CELL_LOST);
}

static void write_sixteen(struct sheet *sheet, const struct grid *grid)
{
    out_repeat(&sheet->out, "\t", 5);
    out_repeat(&sheet->out, "0\t", 10);
    out_add(&sheet->out, "0\n");
    grid_unplace_row(sheet, grid, 3);
    for (int i = 0; i < grid->ncells; i++)
        if (grid->cells[i].kind == KIND_VALUE)
            sheet->values[grid->cells[i].value].accept = MAY(STATE_UNPLACED);
    sheet_lay(sheet, TRAP_SIXTEEN_FIELDS);
}

static void repeat_header(struct sheet *sheet, const struct grid *grid)
{
    out_add(&sheet->out, "\n");
    for (int row = 0; row < 3; row++)
        write_fields(sheet, grid, row);
    sheet_lay(sheet, TRAP_PAGE_HEADER);
}

static void write_cut_header(struct sheet *sheet)
{
    out_add(&sheet->out,
            "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之\t申请人情况\t\t\n"
            "\t自\t法人或其他组织\t总\n\n"
            "\t\t\t商 业 企 业\t科 研 机 构\t社 会 公 益 组 织\t法 律 服 务 机 构\t其 他\t\t\n");
    sheet_lay(sheet, TRAP_HEADER_CUT);
}

/* The rows from `first` on stand on the next page; some may be lost. */
static int plan_pages(struct sheet *sheet, struct grid *grid)
{
    if (grid->table != 1 || sheet->variant % 4)
        return -1;
    int first = prng_between(&sheet->prng, 7, 20);
    if (sheet_try(sheet, TRAP_ROWS_LOST, 30)) {
        int nlost = prng_between(&sheet->prng, 1, grid->nrows - first - 2);
        for (int i = 0; i < nlost; i++)
            grid_forget_row(sheet, grid, first + i);
        first += nlost;
    } else if (sheet->tables_cut) {
        for (int row = first; row < grid->nrows; row++)
            grid_forget_row(sheet, grid, row);
        sheet_lay(sheet, TRAP_TABLE_CUT);
        return -1;
    }
    return first;
}

/* The group label of the results and the next one, run together. */
static void merge_groups(struct sheet *sheet, struct grid *grid)
{
    for (int i = 0; i < grid->ncells; i++)
        if (strncmp(grid->cells[i].text, "三、本年度", strlen("三、本年度")) == 0) {
            strcpy(grid->cells[i].text, "三、本 年 度 办 理 结 果 不 予 公 开");
            sheet_lay(sheet, TRAP_MERGED_GROUP);
        }
}

static void blur_edges(struct sheet *sheet, const struct grid *grid)
{
    for (int row = 0; row < grid->nrows; row++) {
        int nvalues, nblank;
        grid_count(sheet, grid, row, &nvalues, &nblank);
        struct slot slots[GRID_COLS];
        int n = grid_row(grid, row, slots);
        bool edge = nblank && (slot_is_blank(sheet, &slots[n - 1]) ||
                               slot_is_blank(sheet, &slots[n - nvalues]));
        for (int i = 0; i < n && edge; i++)
            if (slots[i].cell->kind == KIND_VALUE)
                sheet->values[slots[i].cell->value].accept |=
                    MAY(STATE_UNPLACED) | (nblank == nvalues ? MAY(STATE_ABSENT) : 0u);
    }
}

static bool can_be_short(const struct sheet *sheet, const struct grid *grid, int row)
{
    int nvalues, nblank;
    grid_count(sheet, grid, row, &nvalues, &nblank);
    return grid->table == 1 && nvalues == 7 && nblank == 0 && sheet->blanks[1] == BLANKS_NONE;
}

void tabs_write_table(struct sheet *sheet, struct grid *grid)
{
    int page = plan_pages(sheet, grid), shift_to = 0;
    bool cut_head = grid->table == 1 && sheet->variant % 12 == 8;
    bool sixteen = grid->table == 2 && sheet->variant % 16 == 9;
    int nshort = grid->table == 1 && sheet->variant % 16 == 3 ? 60 : 0;
    bool uneven =
        grid->table == 1 && sheet->blanks[1] == BLANKS_NONE && !nshort && sheet->variant % 3 == 2;
    if (grid->table == 1 && sheet->variant % 6 == 1)
        merge_groups(sheet, grid);
    for (int row = 0; row < grid->nrows; row++) {
        if (grid->rows[row].gone || (cut_head && row < 3)) {
            if (row == 2 && cut_head)
                write_cut_header(sheet);
            continue;
        }
        if (row == page) {
            repeat_header(sheet, grid);
            shift_to = sheet->blanks[1] == BLANKS_NONE ? row + prng_between(&sheet->prng, 0, 3) : 0;
        }
        if (grid->table == 0 && row == 0 && sheet->variant % 10 == 7) {
            out_add(&sheet->out, "(四) ");
            sheet_lay(sheet, TRAP_STRAY_PREFIX);
        }
        if (grid->table == 0 && row > 6 && grid->rows[row].head && sheet->variant % 10 == 2 &&
            grid->rows[row - 1].head) {
            out_add(&sheet->out, "\n");
            sheet_lay(sheet, TRAP_SPLIT_TABLE);
        }
        if (sixteen && row == 3)
            write_sixteen(sheet, grid);
        else if (nshort && can_be_short(sheet, grid, row) && prng_chance(&sheet->prng, nshort))
            write_short(sheet, grid, row);
        else if (row < shift_to && !grid->rows[row].head)
            write_shifted(sheet, grid, row);
        else if (uneven && !grid->rows[row].head)
            write_uneven(sheet, grid, row);
        else
            write_fields(sheet, grid, row);
        if (grid->table == 1 && row == 0 && !cut_head && sheet->variant % 14 == 5) {
            out_add(&sheet->out, "--------------------------------------\t-------\n\n");
            sheet_lay(sheet, TRAP_RULE_LINE);
        }
    }
    blur_edges(sheet, grid);
}

static void tear(struct sheet *sheet, const struct grid *grid, int row, int index)
{
    struct value *value = &sheet->values[index];
    value->start = sheet->out.nbytes;
    out_add(&sheet->out, "1 0");
    value->end = value->outer_end = sheet->out.nbytes;
    grid_unplace_row(sheet, grid, row);
    sheet_lay(sheet, TRAP_TORN_NUMBER);
}

static void write_flow_row(struct sheet *sheet, const struct grid *grid, int row, const char *end)
{
    struct slot slots[GRID_COLS];
    int n = grid_row(grid, row, slots), nvalues, nblank;
    bool between = false;
    grid_count(sheet, grid, row, &nvalues, &nblank);
    const char *rest = NULL;
    for (int i = 0; i < n; i++) {
        const struct gcell *cell = slots[i].cell;
        if (!slots[i].own || slot_is_blank(sheet, &slots[i]))
            continue;
        const char *comma = strstr(cell->text, "只计这一情");
        if (comma && sheet->layout == LAYOUT_SP && nblank == 0 && sheet->variant % 4 == 1) {
            rest = comma + strlen("只计这一情");
            out_format(&sheet->out, "%.*s\n", (int)(rest - cell->text), cell->text);
            between = true;
            continue;
        }
        bool alone = sheet->layout == LAYOUT_SP && grid->table == 0 && nvalues == 1 &&
                     cell->kind == KIND_VALUE && sheet->variant % 8 == 2;
        if (alone) {
            out_trim(&sheet->out);
            out_add(&sheet->out, "\n");
            sheet_lay(sheet, TRAP_VALUE_ALONE);
        }
        if (cell->value >= 0 && nvalues > 1 && grid_row_is_full(sheet, grid, row) &&
            strcmp(sheet->values[cell->value].text, "10") == 0 && sheet->variant % 3 == 0)
            tear(sheet, grid, row, cell->value);
        else
            write_cell(sheet, cell, "");
        out_add(&sheet->out, " ");
    }
    if (between) {
        out_trim(&sheet->out);
        out_format(&sheet->out, "\n%s", rest);
        sheet_lay(sheet, TRAP_FIGURES_BETWEEN);
    }
    out_trim(&sheet->out);
    out_add(&sheet->out, end);
}

void flow_write_table(struct sheet *sheet, struct grid *grid)
{
    grid_unplace_short_rows(sheet, grid);
    for (int row = 0; row < grid->nrows; row++)
        if (!grid->rows[row].gone)
            write_flow_row(sheet, grid, row, sheet->layout == LAYOUT_D ? " " : "\n");
}
