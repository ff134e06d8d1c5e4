#include "labels.h"

#include <stdio.h>
#include <string.h>

struct variant {
    const char *label, *printed;
    enum trap trap;
};

static const struct variant variants[] = {
    {"本年新制作数量", "本年新 制作数量", TRAP_LABEL_T2},
    {"本年新公开数量", "本年新 公开数量", TRAP_LABEL_T2},
    {"对外公开总数量", "对外公开 总数量", TRAP_LABEL_T2},
    {"本年增/减", "本年增/减（指2019年与2018年相比，减用负值表示，如-8）", TRAP_LABEL_NOTE},
    {"上一年项目数量", "上一年项目数量（指2018年事项数）", TRAP_LABEL_NOTE},
    {"处理决定数量", "处理决定数量（指2019年办件量）", TRAP_LABEL_NOTE},
    {"本年处理决定数量", "处理决定数量", TRAP_LABEL_T2},
    {"规章", "规章（设区的市以上人民政府应提供相关数据）", TRAP_LABEL_NOTE},
    {"规章", "规章（全区机关均无制定规章的权限）", TRAP_LABEL_NOTE},
    {"规范性文件", "规范性文件（指各行政机关印发的有正式文号的文件）", TRAP_LABEL_NOTE},
    {"行政规范性文件", "规范性文件", TRAP_LABEL_T2},
    {"行政规范性文件", "行政规范性文件（行政机关制定发布的）", TRAP_LABEL_NOTE},
    {"本年制发件数", "本年发件", TRAP_LABEL_T2},
    {"现行有效件数", "现行有效件", TRAP_LABEL_T2},
    {"现行有效件数", "现行有效件数（历史累计）", TRAP_LABEL_NOTE},
    {"采购总金额", "采购总金额（万元）", TRAP_LABEL_T2},
    {"采购总金额", "采购总金额（单位：万元，保留4位小数）", TRAP_LABEL_NOTE},
    {"本年收费金额（单位：万元）", "本年度收费金额（单位：万元）", TRAP_LABEL_T2},
    {"本年收费金额（单位：万元）", "本年收费金额单位：万元", TRAP_LABEL_T2},
    {"第二十条第（五）项", "第二十条 第（五）项", TRAP_LABEL_T2},
    {"一、本年新收政府信息公开申请数量", "一、本年新收到政府信息公开申请数量", TRAP_LABEL_T3},
    {"二、上年结转政府信息公开申请数量", "二、上年转结政府信息公开申请数量", TRAP_LABEL_T3},
    {"二、上年结转政府信息公开申请数量", "二、上年度结转政府信息公开申请数量", TRAP_LABEL_T3},
    {"四、结转下年度继续办理", "四、转结下年度继续办理", TRAP_LABEL_T3},
    {"四、结转下年度继续办理", "四、结转下一年度继续办理", TRAP_LABEL_T3},
    {"2.其他法律行政法规禁止公开", "2.其他法律法规禁止公开", TRAP_LABEL_T3},
    {"5.属于三类内部事务信息", "5.属于三类内容事务信息", TRAP_LABEL_T3},
    {"3.危及“三安全一稳定”", "3.危及\"三安全一稳定\"", TRAP_LABEL_T3},
    {"（二）部分公开（区分处理的，只计这一情形，不计其他情形）",
     "（二）部分公开（区分处理的，只计这一情况，不计其他情形）", TRAP_LABEL_T3},
    {"（二）部分公开（区分处理的，只计这一情形，不计其他情形）", "（二）部分公开", TRAP_LABEL_T3},
    {"1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请",
     "1.申请人无正当理由逾期不补正，行政机关不再处理其政府信息公开申请", TRAP_LABEL_T3},
    {"2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请",
     "2.申请人逾期未按收费通知要求缴纳费用，行政机关不再处理其政府信息公开申请", TRAP_LABEL_T3},
    {LABEL_RELATION, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之",
     TRAP_LABEL_T3},
    {"未经复议直接起诉", "未经复议直接诉讼", TRAP_LABEL_T4},
    {"复议后起诉", "复议后诉讼", TRAP_LABEL_T4},
    {"结果维持", "结果维 持", TRAP_LABEL_T4},
    {"结果纠正", "结果纠 正", TRAP_LABEL_T4},
    {"其他结果", "其他结 果", TRAP_LABEL_T4},
    {"尚未审结", "未审结", TRAP_LABEL_T4},
};

static void set_text(struct gcell *cell, const char *text)
{
    char copy[sizeof cell->text];
    snprintf(copy, sizeof copy, "%s", text);
    memcpy(cell->text, copy, sizeof copy);
}

static void vary(struct sheet *sheet, struct gcell *cell)
{
    int first = prng_below(&sheet->prng, COUNT_OF(variants));
    for (int i = 0; i < COUNT_OF(variants); i++) {
        const struct variant *variant = &variants[(first + i) % COUNT_OF(variants)];
        /* Other words in a header are a fault of the report; blanks are none. */
        bool reworded = variant->trap != TRAP_LABEL_NOTE && !strchr(variant->printed, ' ');
        if (strcmp(variant->label, cell->text) != 0 ||
            (sheet->sound && cell->kind == KIND_HEAD && reworded))
            continue;
        if (sheet_try(sheet, variant->trap, 3))
            set_text(cell, variant->printed);
        return;
    }
}

/* "1.", as "1、", "1. " or "1．": one way for the whole report. */
static void vary_numeral(struct sheet *sheet, struct gcell *cell)
{
    static const char *const dots[] = {".", ".", ".", ". ", "、", "．"};
    const char *dot = dots[sheet->variant % COUNT_OF(dots)];
    if (cell->text[0] < '1' || cell->text[0] > '9' || cell->text[1] != '.' || !dot[1])
        return;
    char text[sizeof cell->text];
    snprintf(text, sizeof text, "%c%s%.140s", cell->text[0], dot, cell->text + 2);
    set_text(cell, text);
    sheet_lay(sheet, TRAP_LABEL_T3);
}

static int chars_of(const char *text, const char *at[160])
{
    int n = 0;
    for (; *text && n < 159; text += text_char_nbytes(text))
        at[n++] = text;
    at[n] = text;
    return n;
}

static void insert(struct gcell *cell, const char *at, const char *piece)
{
    size_t all = strlen(cell->text), n = strlen(piece), head = (size_t)(at - cell->text);
    if (all + n >= sizeof cell->text)
        return;
    memmove(cell->text + head + n, cell->text + head, all - head + 1);
    memcpy(cell->text + head, piece, n);
}

/* A character in the middle left out, as typists do, or destroyed. */
static void misprint(struct sheet *sheet, struct gcell *cell)
{
    const char *at[160];
    int n = chars_of(cell->text, at);
    if (n < 9 || cell->kind != KIND_LABEL)
        return;
    int lost = prng_between(&sheet->prng, n / 2 - 1, n / 2 + 1);
    if (text_char_nbytes(at[lost]) < 3)
        return;
    char text[sizeof cell->text];
    bool destroyed = prng_chance(&sheet->prng, 20);
    snprintf(text, sizeof text, "%.*s%s%.120s", (int)(at[lost] - cell->text), cell->text,
             destroyed ? "\xef\xbf\xbd" : "", at[lost + 1]);
    set_text(cell, text);
    sheet_lay(sheet, destroyed ? TRAP_DAMAGED_TEXT : TRAP_MISPRINT);
}

static void space_out(struct gcell *cell)
{
    const char *at[160];
    int n = chars_of(cell->text, at);
    for (int i = n - 1; i > 0; i--) {
        insert(cell, at[i], " ");
        chars_of(cell->text, at);
    }
}

/* A group label set one character under the other, or torn between two rows. */
static void stand_up(struct sheet *sheet, struct gcell *cell)
{
    const char *at[160];
    int n = chars_of(cell->text, at);
    if (sheet->layout == LAYOUT_C) {
        insert(cell, at[n / 2], "\n");
    } else {
        for (int i = n - 1; i > 0; i--) {
            insert(cell, at[i], "\n");
            chars_of(cell->text, at);
        }
    }
    sheet_lay(sheet, TRAP_VERTICAL);
}

static bool may_stand(const struct sheet *sheet, const struct gcell *cell)
{
    bool group = cell->kind == KIND_LABEL && cell->rowspan > 1;
    bool layout = sheet->layout == LAYOUT_H || sheet->layout == LAYOUT_A2 ||
                  sheet->layout == LAYOUT_C ||
                  (sheet->layout == LAYOUT_A1 && !sheet->break_blank_line);
    return group && layout && sheet->variant % 12 == 10;
}

static void break_label(struct sheet *sheet, struct gcell *cell)
{
    const char *at[160];
    int n = chars_of(cell->text, at);
    if (n < 4 || n > 8 || strchr(cell->text, ' ') || !prng_chance(&sheet->prng, 60))
        return;
    int first = strncmp(cell->text, "本年新", strlen("本年新")) == 0 ? 3 : n / 2;
    insert(cell, at[first], "\n");
    sheet_lay(sheet, sheet->break_blank_line ? TRAP_BREAK_BLANK : TRAP_BREAK_LINE);
}

static void cut_labels(struct sheet *sheet, struct grid *grid)
{
    bool made = sheet_try(sheet, TRAP_LABEL_CUT, 4), delta = sheet_try(sheet, TRAP_LABEL_CUT, 3);
    bool caption = sheet_try(sheet, TRAP_CAPTION_CUT, 2);
    for (int i = 0; i < grid->ncells; i++) {
        struct gcell *cell = &grid->cells[i];
        if (made && (strcmp(cell->text, "本年新制作数量") == 0 ||
                     strcmp(cell->text, "本年新公开数量") == 0))
            set_text(cell, "本年新");
        if (delta && strcmp(cell->text, "本年增/减") == 0)
            set_text(cell, "本年增/");
        if (caption && cell->kind == KIND_CAPTION)
            set_text(cell, "第二十条第");
    }
}

/* The label of 规章 is blank: only its place between the header and the next
 * row fixes it, so everything round it is left whole. */
static void lose_label(struct sheet *sheet, struct grid *grid)
{
    bool explicit_cells = sheet->layout == LAYOUT_H || sheet->layout == LAYOUT_MD ||
                          sheet->layout == LAYOUT_A2 || sheet->layout == LAYOUT_BOX;
    if (!explicit_cells || sheet->blanks[0] != BLANKS_NONE || !sheet_try(sheet, TRAP_LABEL_LOST, 2))
        return;
    for (int i = 0; i < grid->ncells; i++)
        if (grid->cells[i].kind == KIND_LABEL && strncmp(grid->cells[i].text, "规章", 6) == 0)
            set_text(&grid->cells[i], "");
}

static void disturb_cell(struct sheet *sheet, struct gcell *cell)
{
    if (sheet->out.traditional && strcmp(cell->text, "规章") == 0 && sheet->variant % 3 == 0)
        set_text(cell, "规(guī)章");
    vary(sheet, cell);
    if (may_stand(sheet, cell))
        stand_up(sheet, cell);
    vary_numeral(sheet, cell);
    if (prng_below(&sheet->prng, 1000) < 3)
        misprint(sheet, cell);
    if (sheet->label_breaks && cell->kind == KIND_HEAD)
        break_label(sheet, cell);
    else if (sheet->inner_blanks && cell->kind == KIND_HEAD && strlen(cell->text) < 20) {
        space_out(cell);
        sheet_lay(sheet, TRAP_INNER_BLANKS);
    }
}

void labels_disturb(struct sheet *sheet, struct grid *grid)
{
    if (grid->table == 0) {
        cut_labels(sheet, grid);
        lose_label(sheet, grid);
    }
    for (int i = 0; i < grid->ncells; i++) {
        struct gcell *cell = &grid->cells[i];
        if (cell->kind != KIND_VALUE && cell->kind != KIND_EXTRA && cell->text[0])
            disturb_cell(sheet, cell);
    }
}
