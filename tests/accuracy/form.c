/* The national form in both editions, as grids with spans. */
#include <stdio.h>
#include <string.h>

#include "grid.h"
#include "labels.h"
#include "sound.h"
#include "values.h"

struct column {
    const char *id, *label;
    unsigned kind; /* of values.h */
};

struct named {
    const char *id, *label;
};

struct block {
    const char *id, *caption;
    int ncols, nrows;
    struct column cols[3];
    struct named rows[2];
};

#define CAPTION(n) "第二十条第（" n "）项"

static const struct block blocks_2019[] = {
    {"a1",
     CAPTION("一"),
     3,
     2,
     {{"made", "本年新制作数量", 0},
      {"published", "本年新公开数量", 0},
      {"public_total", "对外公开总数量", 0}},
     {{"regulation", "规章"}, {"normative", "规范性文件"}}},
    {"a5",
     CAPTION("五"),
     3,
     2,
     {{"prev_items", "上一年项目数量", 0},
      {"delta", "本年增/减", VALUE_SIGNED},
      {"decisions", "处理决定数量", 0}},
     {{"license", "行政许可"}, {"other_service", "其他对外管理服务事项"}}},
    {"a6",
     CAPTION("六"),
     3,
     2,
     {{"prev_items", "上一年项目数量", 0},
      {"delta", "本年增/减", VALUE_SIGNED},
      {"decisions", "处理决定数量", 0}},
     {{"penalty", "行政处罚"}, {"coercion", "行政强制"}}},
    {"a8",
     CAPTION("八"),
     2,
     1,
     {{"prev_items", "上一年项目数量", 0}, {"delta", "本年增/减", VALUE_SIGNED}},
     {{"fee", "行政事业性收费"}}},
    {"a9",
     CAPTION("九"),
     2,
     1,
     {{"count", "采购项目数量", 0}, {"amount", "采购总金额", VALUE_MONEY}},
     {{"procurement", "政府集中采购"}}},
};

static const struct block blocks_2021[] = {
    {"a1",
     CAPTION("一"),
     3,
     2,
     {{"issued", "本年制发件数", 0},
      {"abolished", "本年废止件数", 0},
      {"in_force", "现行有效件数", 0}},
     {{"regulation", "规章"}, {"normative", "行政规范性文件"}}},
    {"a5", CAPTION("五"), 1, 1, {{"decisions", "本年处理决定数量", 0}}, {{"license", "行政许可"}}},
    {"a6",
     CAPTION("六"),
     1,
     2,
     {{"decisions", "本年处理决定数量", 0}},
     {{"penalty", "行政处罚"}, {"coercion", "行政强制"}}},
    {"a8",
     CAPTION("八"),
     1,
     1,
     {{"amount", "本年收费金额（单位：万元）", VALUE_MONEY}},
     {{"fee", "行政事业性收费"}}},
};

static const struct named applicants[] = {
    {"np", "自然人"},       {"co", "商业企业"}, {"ri", "科研机构"}, {"sp", "社会公益组织"},
    {"ls", "法律服务机构"}, {"ot", "其他"},     {"tot", "总计"}};

struct result {
    const char *id, *label, *group; /* group: the label it opens, "" inside one, NULL without */
    int size;                       /* rows of the group it opens */
    int edition;                    /* 0: both */
};

static const struct result results[] = {
    {"open", "（一）予以公开", NULL, 0, 0},
    {"partial", "（二）部分公开（区分处理的，只计这一情形，不计其他情形）", NULL, 0, 0},
    {"denied_1", "1.属于国家秘密", "（三）不予公开", 8, 0},
    {"denied_2", "2.其他法律行政法规禁止公开", "", 0, 0},
    {"denied_3", "3.危及“三安全一稳定”", "", 0, 0},
    {"denied_4", "4.保护第三方合法权益", "", 0, 0},
    {"denied_5", "5.属于三类内部事务信息", "", 0, 0},
    {"denied_6", "6.属于四类过程性信息", "", 0, 0},
    {"denied_7", "7.属于行政执法案卷", "", 0, 0},
    {"denied_8", "8.属于行政查询事项", "", 0, 0},
    {"unable_1", "1.本机关不掌握相关政府信息", "（四）无法提供", 3, 0},
    {"unable_2", "2.没有现成信息需要另行制作", "", 0, 0},
    {"unable_3", "3.补正后申请内容仍不明确", "", 0, 0},
    {"rejected_1", "1.信访举报投诉类申请", "（五）不予处理", 5, 0},
    {"rejected_2", "2.重复申请", "", 0, 0},
    {"rejected_3", "3.要求提供公开出版物", "", 0, 0},
    {"rejected_4", "4.无正当理由大量反复申请", "", 0, 0},
    {"rejected_5", "5.要求行政机关确认或重新出具已获取信息", "", 0, 0},
    {"other", "（六）其他处理", NULL, 0, 2019},
    {"other_1", "1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
     "（六）其他处理", 3, 2021},
    {"other_2", "2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请", "", 0,
     2021},
    {"other_3", "3.其他", "", 0, 2021},
    {"total", "（七）总计", NULL, 0, 0},
};

static struct gcell *add_cell(struct grid *grid, int row, int col, int rowspan, int colspan,
                              enum kind kind, const char *text)
{
    struct gcell *cell = &grid->cells[grid->ncells++];
    *cell = (struct gcell){row, col, rowspan, colspan, kind, -1, false, ""};
    snprintf(cell->text, sizeof cell->text, "%s", text);
    return cell;
}

static void add_value(struct sheet *sheet, struct grid *grid, int row, int col, int colspan,
                      const char *id, int64_t micro, unsigned kind)
{
    struct gcell *cell = add_cell(grid, row, col, 1, colspan, KIND_VALUE, "");
    cell->value = value_add(sheet, grid->table, id, micro, kind);
}

/* A row that is not in the form: what it prints belongs to no cell of it. */
static void add_extra_row(struct sheet *sheet, struct grid *grid, const char *label, int ncols)
{
    int row = grid->nrows++;
    add_cell(grid, row, 0, 1, 1, KIND_EXTRA, label);
    for (int col = 0; col < ncols; col++) {
        char text[16];
        snprintf(text, sizeof text, "%d", prng_below(&sheet->prng, 40));
        add_cell(grid, row, 1 + col, 1, col + 1 == ncols ? 4 - ncols : 1, KIND_EXTRA, text);
    }
}

static void add_block(struct sheet *sheet, struct grid *grid, const struct block *block)
{
    int row = grid->nrows;
    grid->nrows += 2;
    grid->rows[row].head = grid->rows[row + 1].head = true;
    add_cell(grid, row, 0, 1, 4, KIND_CAPTION, block->caption);
    add_cell(grid, row + 1, 0, 1, 1, KIND_HEAD, "信息内容");
    for (int col = 0; col < block->ncols; col++) {
        int span = col + 1 == block->ncols ? 4 - block->ncols : 1;
        add_cell(grid, row + 1, 1 + col, 1, span, KIND_HEAD, block->cols[col].label);
    }
    for (int i = 0; i < block->nrows; i++) {
        row = grid->nrows++;
        int64_t sound[3];
        add_cell(grid, row, 0, 1, 1, KIND_LABEL, block->rows[i].label);
        if (sheet->sound)
            sound_row(sheet, block->id, sound, block->ncols);
        for (int col = 0; col < block->ncols; col++) {
            char id[40];
            snprintf(id, sizeof id, "T2.%s.%s.%s", block->id, block->rows[i].id,
                     block->cols[col].id);
            int span = col + 1 == block->ncols ? 4 - block->ncols : 1;
            add_value(sheet, grid, row, 1 + col, span, id,
                      sheet->sound ? sound[col] : value_draw(&sheet->prng, block->cols[col].kind),
                      block->cols[col].kind);
        }
    }
}

static void make_t2(struct sheet *sheet, struct grid *grid)
{
    const struct block *all = sheet->form == 2019 ? blocks_2019 : blocks_2021;
    int nblocks = sheet->form == 2019 ? COUNT_OF(blocks_2019) : COUNT_OF(blocks_2021);
    bool drop_last = sheet->form == 2019 && sheet_try(sheet, TRAP_MISSING_ROW, 3);
    grid->ncols = 4;
    grid->nlabels = 1;
    for (int i = 0; i < nblocks - (drop_last ? 1 : 0); i++) {
        const struct block *block = i == 0 && sheet->form_a1 == 2019 ? &blocks_2019[0] : &all[i];
        add_block(sheet, grid, block);
        if (i == 0 && sheet->form_a1 == 2019 && sheet_try(sheet, TRAP_EXTRA_ROW, 4))
            add_extra_row(sheet, grid, "其他主动公开文件（含部门文件）", block->ncols);
        if (i == 1 && sheet->form == 2019 && sheet_try(sheet, TRAP_EXTRA_ROW, 3))
            add_extra_row(sheet, grid, "行政检查", block->ncols);
    }
}

static void head_t3(struct grid *grid)
{
    for (int i = 0; i < 3; i++)
        grid->rows[i].head = true;
    add_cell(grid, 0, 0, 3, 3, KIND_HEAD, LABEL_RELATION);
    add_cell(grid, 0, 3, 1, 7, KIND_HEAD, "申请人情况");
    add_cell(grid, 1, 3, 2, 1, KIND_HEAD, applicants[0].label);
    add_cell(grid, 1, 4, 1, 5, KIND_HEAD, "法人或其他组织");
    add_cell(grid, 1, 9, 2, 1, KIND_HEAD, applicants[6].label);
    for (int i = 1; i < 6; i++)
        add_cell(grid, 2, 3 + i, 1, 1, KIND_HEAD, applicants[i].label);
    grid->nrows = 3;
}

static void add_t3_values(struct sheet *sheet, struct grid *grid, int row, const char *id,
                          const int64_t values[7])
{
    for (int i = 0; i < 7; i++) {
        char name[40];
        snprintf(name, sizeof name, "T3.%s.%s", id, applicants[i].id);
        unsigned kind = i == 6 ? VALUE_TOTAL : 0;
        add_value(sheet, grid, row, 3 + i, 1, name, values[i] * SCALE, kind);
    }
}

static void make_t3(struct sheet *sheet, struct grid *grid)
{
    int edition = sheet->form;
    if (edition == 2021 && sheet_try(sheet, TRAP_ONE_ROW_OTHER, 6))
        edition = 2019;
    int nleaves = edition == 2019 ? 19 : 21;
    struct applications drawn;
    applications_draw(sheet, nleaves, &drawn);
    grid->ncols = 10;
    grid->nlabels = 3;
    head_t3(grid);
    add_cell(grid, 3, 0, 1, 3, KIND_LABEL, "一、本年新收政府信息公开申请数量");
    add_t3_values(sheet, grid, 3, "new", drawn.in);
    add_cell(grid, 4, 0, 1, 3, KIND_LABEL, "二、上年结转政府信息公开申请数量");
    add_t3_values(sheet, grid, 4, "carry_in", drawn.carried_in);
    add_cell(grid, 5, 0, nleaves + 1, 1, KIND_LABEL, "三、本年度办理结果");
    grid->nrows = 5;
    int leaf = 0;
    for (int i = 0; i < COUNT_OF(results); i++) {
        const struct result *result = &results[i];
        if (result->edition && result->edition != edition)
            continue;
        int row = grid->nrows++;
        if (result->group && *result->group)
            add_cell(grid, row, 1, result->size, 1, KIND_LABEL, result->group);
        int col = result->group ? 2 : 1;
        add_cell(grid, row, col, 1, 3 - col, KIND_LABEL, result->label);
        bool total = strcmp(result->id, "total") == 0;
        add_t3_values(sheet, grid, row, result->id, total ? drawn.total : drawn.leaves[leaf++]);
        if (sheet->form == 2021 && result->edition == 2019)
            grid_excuse_blank_row(sheet, grid, row);
    }
    add_cell(grid, grid->nrows, 0, 1, 3, KIND_LABEL, "四、结转下年度继续办理");
    add_t3_values(sheet, grid, grid->nrows, "carry_out", drawn.carried_out);
    grid->nrows++;
}

static void make_t4(struct sheet *sheet, struct grid *grid)
{
    static const struct named outcomes[] = {{"upheld", "结果维持"},
                                            {"corrected", "结果纠正"},
                                            {"other", "其他结果"},
                                            {"pending", "尚未审结"},
                                            {"total", "总计"}};
    static const char *const groups[] = {"review", "direct", "after"};
    grid->ncols = 15;
    grid->nlabels = 0;
    grid->nrows = 4;
    for (int i = 0; i < 3; i++)
        grid->rows[i].head = true;
    add_cell(grid, 0, 0, 1, 5, KIND_HEAD, "行政复议");
    add_cell(grid, 0, 5, 1, 10, KIND_HEAD, "行政诉讼");
    for (int i = 0; i < 5; i++)
        add_cell(grid, 1, i, 2, 1, KIND_HEAD, outcomes[i].label);
    add_cell(grid, 1, 5, 1, 5, KIND_HEAD, "未经复议直接起诉");
    add_cell(grid, 1, 10, 1, 5, KIND_HEAD, "复议后起诉");
    for (int i = 5; i < 15; i++)
        add_cell(grid, 2, i, 1, 1, KIND_HEAD, outcomes[i % 5].label);
    int64_t values[15];
    lawsuits_draw(sheet, values);
    for (int i = 0; i < 15; i++) {
        char id[40];
        snprintf(id, sizeof id, "T4.%s.%s", groups[i / 5], outcomes[i % 5].id);
        add_value(sheet, grid, 3, i, 1, id, values[i] * SCALE, i % 5 == 4 ? VALUE_TOTAL : 0);
    }
}

void grid_make_local(struct sheet *sheet, struct grid *grid)
{
    static const char *const rows[][2] = {
        {"（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）", "条"},
        {"（二）通过不同渠道和方式公开政府信息的情况", "——"},
        {"1.政府公报公开政府信息数", "条"},
        {"2.政府网站公开政府信息数", "条"},
        {"（三）回应公众关注热点或重大舆情数", "次"},
        {"其中：主要负责同志参加新闻发布会次数", "次"},
        {"3.政策解读稿件发布数", "篇"}};
    static const char *const heads[] = {"统计指标", "单位", "统计数"};
    memset(grid, 0, sizeof *grid);
    grid->table = GRID_LOCAL;
    grid->ncols = 3;
    grid->nlabels = 1;
    grid->rows[0].head = true;
    for (int col = 0; col < 3; col++)
        add_cell(grid, 0, col, 1, 1, KIND_EXTRA, heads[col]);
    for (int i = 0; i < COUNT_OF(rows); i++) {
        char text[16];
        snprintf(text, sizeof text, "%d", prng_below(&sheet->prng, 90));
        add_cell(grid, 1 + i, 0, 1, 1, KIND_EXTRA, rows[i][0]);
        add_cell(grid, 1 + i, 1, 1, 1, KIND_EXTRA, rows[i][1]);
        add_cell(grid, 1 + i, 2, 1, 1, KIND_EXTRA, rows[i][1][0] == "—"[0] ? "——" : text);
    }
    grid->nrows = 1 + COUNT_OF(rows);
    sheet_lay(sheet, TRAP_LOCAL_TABLE);
}

void grid_make(struct sheet *sheet, int table, struct grid *grid)
{
    static void (*const makers[])(struct sheet *, struct grid *) = {make_t2, make_t3, make_t4};
    memset(grid, 0, sizeof *grid);
    grid->table = table;
    makers[table](sheet, grid);
    labels_disturb(sheet, grid);
}
