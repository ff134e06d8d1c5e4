#include "sheet.h"

#include <stdio.h>
#include <string.h>

#include "body.h"
#include "page.h"
#include "sound.h"
#include "writers.h"

const char *const state_names[STATE_COUNT] = {"number", "blank",  "mark",
                                              "text",   "absent", "unplaced"};

const char *const layout_names[LAYOUT_COUNT] = {"A1", "A2", "A3",  "B1", "B2",  "B3", "B4", "B5",
                                                "B6", "B7", "B8",  "B9", "C",   "D",  "E",  "F",
                                                "H",  "MD", "BOX", "SP", "PDF", "NEG"};

bool layout_is_clean(enum layout layout)
{
    switch (layout) {
    case LAYOUT_A3:
    case LAYOUT_D:
    case LAYOUT_SP:
    case LAYOUT_PDF:
    case LAYOUT_BOX:
    case LAYOUT_NEGATIVE:
        return false;
    default:
        return true;
    }
}

bool layout_keeps_blanks(enum layout layout)
{
    return layout != LAYOUT_A3 && layout != LAYOUT_D && layout != LAYOUT_SP;
}

bool layout_marks_cells(enum layout layout)
{
    return layout_keeps_blanks(layout) && layout != LAYOUT_PDF;
}

void sheet_lay(struct sheet *sheet, enum trap trap)
{
    sheet->traps[trap]++;
}

bool sheet_try(struct sheet *sheet, enum trap trap, int percent)
{
    if (!prng_chance(&sheet->prng, percent) || (sheet->sound && sound_forbids(trap)))
        return false;
    sheet_lay(sheet, trap);
    return true;
}

static void plan_agency(struct sheet *sheet)
{
    static const char *const counties[] = {"临川县", "青河县", "望江市", "云溪区", "东陵县",
                                           "平湖区", "安岭市", "南塘区", "西河旗", "长泽县"};
    static const char *const places[] = {"松溪", "白石", "柳林", "大河", "金桥", "红岩",
                                         "龙泉", "新兴", "五里", "双河", "太平", "清水"};
    static const struct {
        const char *full, *we;
    } kinds[] = {{"镇人民政府", "我镇"},
                 {"乡人民政府", "我乡"},
                 {"街道办事处", "街道"},
                 {"苏木人民政府", "我苏木"}};
    static const char *const offices[] = {
        "教育局",         "应急管理局", "交通运输局",     "农业农村局",
        "人民政府办公室", "财政局",     "卫生健康委员会", "政务服务数据管理办公室",
        "人民政府"};
    const char *county = PRNG_PICK(&sheet->prng, counties);
    if (prng_chance(&sheet->prng, 45)) {
        const char *office = PRNG_PICK(&sheet->prng, offices);
        snprintf(sheet->agency, sizeof sheet->agency, "%s%s", county, office);
        snprintf(sheet->agency_short, sizeof sheet->agency_short, "%s%s", county, office);
    } else {
        int kind = prng_below(&sheet->prng, COUNT_OF(kinds));
        const char *place = PRNG_PICK(&sheet->prng, places);
        snprintf(sheet->agency, sizeof sheet->agency, "%s%s%s", county, place, kinds[kind].full);
        snprintf(sheet->agency_short, sizeof sheet->agency_short, "%s%s", place, kinds[kind].full);
    }
}

static void plan_form(struct sheet *sheet)
{
    sheet->year = prng_between(&sheet->prng, 2019, 2025);
    sheet->form = sheet->year <= 2020 ? 2019 : 2021;
    if (sheet->form == 2021 && sheet_try(sheet, TRAP_OLD_FORM, 8))
        sheet->form = 2019;
    sheet->form_a1 = sheet->form;
    if (sheet->form == 2021 && sheet_try(sheet, TRAP_MIXED_EDITION, 5))
        sheet->form_a1 = 2019;
}

static void plan_values(struct sheet *sheet)
{
    static const char *const marks[] = {"/", "—", "——", "／", "无", "不适用", "-", "--"};
    for (int table = 0; table < 3; table++) {
        int luck = prng_below(&sheet->prng, 100);
        enum blanks blanks = luck < 82   ? BLANKS_NONE
                             : luck < 89 ? BLANKS_ZEROS
                             : luck < 93 ? BLANKS_SOME
                             : luck < 96 ? BLANKS_ALL
                             : table     ? BLANKS_BUT_TOTAL
                                         : BLANKS_NONE;
        if (!layout_keeps_blanks(sheet->layout) && blanks == BLANKS_ALL)
            blanks = BLANKS_ZEROS;
        sheet->blanks[table] = blanks;
        if (table == 1 && blanks != BLANKS_NONE)
            sheet_lay(sheet, TRAP_BLANK_HUNDREDS);
        /* A row of dashes without a label may as well be a rule. */
        bool dashes = table < 2 || sheet->layout < LAYOUT_C || sheet->layout == LAYOUT_H;
        int nmarks = COUNT_OF(marks) - (dashes ? 0 : 2);
        bool marked = blanks == BLANKS_NONE && prng_chance(&sheet->prng, 5);
        sheet->mark[table] = marked ? marks[prng_below(&sheet->prng, nmarks)] : NULL;
    }
    sheet->wide_digits = prng_chance(&sheet->prng, 2);
    /* A lone bar may be a blank cell or a span: a file has one or the other. */
    bool blank = sheet->blanks[0] || sheet->blanks[1] || sheet->blanks[2];
    sheet->span_bars = !blank && prng_chance(&sheet->prng, 70);
    bool spans =
        sheet->layout == LAYOUT_B6 || sheet->layout == LAYOUT_B7 || sheet->layout == LAYOUT_B8;
    if (spans && !sheet->span_bars)
        sheet_lay(sheet, TRAP_NO_SPAN_BARS);
}

static void plan_text(struct sheet *sheet)
{
    struct prng *prng = &sheet->prng;
    bool bars = sheet->layout >= LAYOUT_B1 && sheet->layout <= LAYOUT_B9;
    sheet->variant = prng_below(prng, 100);
    sheet->label_breaks = prng_chance(prng, 30);
    sheet->break_blank_line = sheet->layout == LAYOUT_A1 && prng_chance(prng, 40);
    sheet->inner_blanks =
        sheet->layout != LAYOUT_PDF && sheet->layout != LAYOUT_A3 && prng_chance(prng, 8);
    sheet->tables_cut = sheet->layout == LAYOUT_C && prng_chance(prng, 40);
    sheet->out.half = sheet_try(sheet, TRAP_HALF_WIDTH, bars ? 60 : 15);
    sheet->out.traditional = sheet_try(sheet, TRAP_TRADITIONAL, 4);
    if (sheet->layout == LAYOUT_H) {
        if (sheet_try(sheet, TRAP_HTML_GBK, 25))
            sheet->encoding = ENCODING_GB;
    } else if (sheet_try(sheet, TRAP_ENCODING, 10)) {
        sheet->encoding = (enum encoding)prng_below(prng, 4);
        sheet->out.crlf = sheet->encoding == ENCODING_UTF8;
    }
}

void sheet_make(struct sheet *sheet, uint64_t seed, uint64_t index, enum layout layout)
{
    memset(sheet, 0, sizeof *sheet);
    sheet->prng = prng_make(seed, index);
    sheet->layout = layout;
    plan_agency(sheet);
    plan_form(sheet);
    plan_values(sheet);
    plan_text(sheet);
    if (layout == LAYOUT_NEGATIVE)
        body_write_negative(sheet);
    else
        body_write(sheet);
    if (layout == LAYOUT_A3)
        lines_drop_repeated(sheet);
}

/* Writers lay some traps without asking: then another one is made. */
static bool is_sound(const struct sheet *sheet)
{
    for (int i = 0; i < TRAP_COUNT; i++)
        if (sheet->traps[i] && sound_forbids((enum trap)i))
            return false;
    return !sheet->damaged;
}

static void make_sound(struct sheet *sheet, uint64_t seed, uint64_t index, enum layout layout)
{
    memset(sheet, 0, sizeof *sheet);
    sheet->prng = prng_make(seed, index);
    sheet->layout = layout;
    sheet->sound = true;
    sound_name(sheet, index);
    plan_form(sheet);
    plan_text(sheet);
    sheet->tables_cut = false;
    sheet->span_bars = prng_chance(&sheet->prng, 70);
    sheet->fee = prng_chance(&sheet->prng, 20) ? 10 * prng_between(&sheet->prng, 1, 60) : 0;
    sheet->numbers = prng_make(prng_next(&sheet->prng), index);
    sound_write(sheet);
}

void sheet_make_sound(struct sheet *sheet, uint64_t seed, uint64_t index, enum layout layout)
{
    make_sound(sheet, seed, index, layout);
    for (uint64_t again = 1; !is_sound(sheet); again++) {
        sheet_release(sheet);
        make_sound(sheet, seed + 7919 * again, index, layout);
    }
}

void sheet_release(struct sheet *sheet)
{
    out_release(&sheet->out);
}
