#include "values.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int64_t draw_count(struct prng *prng)
{
    int luck = prng_below(prng, 100);
    if (luck < 68)
        return 0;
    if (luck < 88)
        return prng_between(prng, 1, 15);
    if (luck < 96)
        return prng_between(prng, 16, 400);
    return luck < 99 ? prng_between(prng, 401, 20000) : prng_between(prng, 20001, 36000000);
}

static int64_t draw_money(struct prng *prng)
{
    int luck = prng_below(prng, 100);
    if (luck < 50)
        return 0;
    if (luck < 65)
        return (int64_t)prng_between(prng, 1, 20000000) * SCALE;
    static const int64_t steps[] = {1, 10, 100, 1000, 10000, 100000};
    return (int64_t)prng_between(prng, 1, 90000) * steps[prng_below(prng, COUNT_OF(steps))];
}

int64_t value_draw(struct prng *prng, unsigned kind)
{
    if (kind & VALUE_MONEY)
        return draw_money(prng);
    int64_t count = draw_count(prng);
    if (kind & VALUE_SIGNED && prng_chance(prng, 40))
        count = -count;
    return count * SCALE;
}

static int64_t draw_applications(struct prng *prng, bool busy)
{
    int luck = prng_below(prng, 100);
    if (luck < (busy ? 55 : 90))
        return 0;
    return luck < 96 ? prng_between(prng, 1, 12) : prng_between(prng, 13, busy ? 1500 : 120);
}

/* Faults of the report itself: the reader must find them printed, not mend them. */
static void spoil(struct sheet *sheet, int nleaves, struct applications *drawn)
{
    struct prng *prng = &sheet->prng;
    int leaf = prng_below(prng, nleaves);
    if (sheet_try(sheet, TRAP_OPPOSITE_SLIPS, 2)) {
        drawn->leaves[leaf][0]++;
        drawn->leaves[leaf][1] += drawn->leaves[leaf][1] > 0 ? -1 : 2;
    }
    if (drawn->total[6] && sheet_try(sheet, TRAP_TOTAL_NOUGHT, 4))
        memset(drawn->total, 0, sizeof drawn->total);
    if (sheet_try(sheet, TRAP_UNBALANCED, 8))
        for (int i = prng_between(prng, 1, 3); i > 0; i--)
            drawn->leaves[prng_below(prng, nleaves)][prng_below(prng, 7)] +=
                prng_between(prng, 1, 9);
}

void applications_draw(struct sheet *sheet, int nleaves, struct applications *drawn)
{
    struct prng own = sheet->numbers; /* the same numbers for text and table */
    struct prng *prng = sheet->sound ? &own : &sheet->prng;
    bool idle = prng_chance(prng, 25), busy = prng_chance(prng, 30);
    memset(drawn, 0, sizeof *drawn);
    for (int col = 0; col < 6 && !idle; col++) {
        bool lively = col == 0 ? busy || prng_chance(prng, 50) : busy && prng_chance(prng, 50);
        for (int leaf = 0; leaf < nleaves; leaf++)
            drawn->total[col] += drawn->leaves[leaf][col] = draw_applications(prng, lively);
        drawn->carried_out[col] = draw_applications(prng, lively);
        int64_t all = drawn->total[col] + drawn->carried_out[col];
        if (all && prng_chance(prng, 40))
            drawn->carried_in[col] = prng_below(prng, (int)all + 1);
        drawn->in[col] = all - drawn->carried_in[col];
    }
    for (int col = 0; col < 6; col++) {
        for (int leaf = 0; leaf < nleaves; leaf++)
            drawn->leaves[leaf][6] += drawn->leaves[leaf][col];
        drawn->total[6] += drawn->total[col];
        drawn->in[6] += drawn->in[col];
        drawn->carried_in[6] += drawn->carried_in[col];
        drawn->carried_out[6] += drawn->carried_out[col];
    }
    if (!sheet->sound)
        spoil(sheet, nleaves, drawn);
}

void lawsuits_draw(struct sheet *sheet, int64_t values[15])
{
    struct prng own = sheet->numbers;
    struct prng *prng = sheet->sound ? &own : &sheet->prng;
    bool idle = prng_chance(prng, 50);
    for (int group = 0; group < 3; group++) {
        int64_t *at = values + 5 * group;
        at[4] = 0;
        for (int i = 0; i < 4; i++)
            at[4] += at[i] = idle ? 0 : draw_applications(prng, true);
    }
    if (!sheet->sound && prng_chance(&sheet->prng, 4)) {
        values[prng_below(&sheet->prng, 15)] += prng_between(&sheet->prng, 1, 4);
        sheet_lay(sheet, TRAP_UNBALANCED);
    }
}

/* Separators of thousands, put in from the right. */
static void separate(char *digits, size_t capacity)
{
    char text[40];
    int n = (int)strlen(digits), used = 0;
    for (int i = 0; i < n; i++) {
        if (i && (n - i) % 3 == 0)
            text[used++] = ',';
        text[used++] = digits[i];
    }
    text[used] = '\0';
    snprintf(digits, capacity, "%s", text);
}

static void widen(char *digits, size_t capacity)
{
    static const char *const wide[] = {"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
    char text[120] = "";
    for (const char *at = digits; *at; at++) {
        const char piece[2] = {*at, '\0'};
        strcat(text, *at >= '0' && *at <= '9' ? wide[*at - '0'] : piece);
    }
    if (strlen(text) < capacity)
        snprintf(digits, capacity, "%.*s", (int)capacity - 1, text);
}

static void print_money(char *text, size_t capacity, int64_t micro)
{
    int n = snprintf(text, capacity, "%" PRId64 ".%06" PRId64, micro / SCALE, micro % SCALE);
    while (text[n - 1] == '0')
        text[--n] = '\0';
    if (text[n - 1] == '.')
        text[--n] = '\0';
}

static void print_signed(struct sheet *sheet, struct value *value)
{
    int64_t n = value->micro / SCALE, size = n < 0 ? -n : n;
    bool worded = n != 0 && sheet->variant % 5 == 0 && sheet->variant < 30;
    if (n != 0)
        sheet_lay(sheet, TRAP_SIGNS);
    if (worded)
        snprintf(value->text, sizeof value->text, "%s%" PRId64, n < 0 ? "减" : "增", size);
    else
        snprintf(value->text, sizeof value->text, "%s%" PRId64,
                 n < 0                         ? "-"
                 : n > 0 && sheet->variant % 2 ? "+"
                                               : "",
                 size);
}

static void print_number(struct sheet *sheet, struct value *value, unsigned kind)
{
    size_t capacity = sizeof value->text;
    int64_t count = value->micro / SCALE;
    if (kind & VALUE_MONEY) {
        print_money(value->text, capacity, value->micro);
    } else if (kind & VALUE_SIGNED) {
        print_signed(sheet, value);
    } else {
        snprintf(value->text, capacity, "%" PRId64, count);
        if (count >= 1000 && sheet->variant % 10 == 3) {
            separate(value->text, capacity);
            sheet_lay(sheet, TRAP_BIG_NUMBER);
        }
    }
    if (count >= 1000000)
        sheet_lay(sheet, TRAP_BIG_NUMBER);
    if (sheet->wide_digits) {
        widen(value->text, capacity);
        sheet_lay(sheet, TRAP_WIDE_DIGITS);
    }
}

static void add_behind(struct sheet *sheet, struct value *value, unsigned kind)
{
    if (kind & VALUE_MONEY && value->micro && sheet_try(sheet, TRAP_UNITS, 20))
        snprintf(value->after, sizeof value->after, "%s",
                 prng_chance(&sheet->prng, 60) ? "万元" : "元");
    else if (value->micro >= 4 * SCALE && !(kind & (VALUE_MONEY | VALUE_SIGNED)) &&
             sheet->layout != LAYOUT_PDF && prng_chance(&sheet->prng, 1)) {
        if (prng_chance(&sheet->prng, 50)) {
            sheet_lay(sheet, TRAP_UNITS);
            snprintf(value->after, sizeof value->after, "%s", value->table == 0 ? "条" : "件");
        } else {
            sheet_lay(sheet, TRAP_VALUE_NOTE);
            snprintf(value->after, sizeof value->after, "（其中修订%d件）",
                     prng_between(&sheet->prng, 1, 3));
        }
    }
}

static bool is_blank(struct sheet *sheet, const struct value *value, unsigned kind)
{
    switch (sheet->blanks[value->table]) {
    case BLANKS_NONE:
        return false;
    case BLANKS_ZEROS:
        return value->micro == 0;
    case BLANKS_SOME:
        return prng_chance(&sheet->prng, 25);
    case BLANKS_ALL:
        return true;
    case BLANKS_BUT_TOTAL:
        return !(kind & VALUE_TOTAL);
    }
    return false;
}

int value_add(struct sheet *sheet, int table, const char *id, int64_t micro, unsigned kind)
{
    if (sheet->nvalues == VALUES_MAX)
        abort();
    struct value *value = &sheet->values[sheet->nvalues];
    *value = (struct value){.micro = micro, .table = table, .state = STATE_NUMBER};
    snprintf(value->id, sizeof value->id, "%s", id);
    if (is_blank(sheet, value, kind)) {
        value->state = STATE_BLANK;
        sheet_lay(sheet, TRAP_BLANK_CELLS);
    } else if (micro == 0 && sheet->mark[table]) {
        value->state = STATE_MARK;
        snprintf(value->text, sizeof value->text, "%s", sheet->mark[table]);
        sheet_lay(sheet, TRAP_MARKS);
    } else if (table == 0 && layout_marks_cells(sheet->layout) &&
               prng_below(&sheet->prng, 1000) < 2) {
        value->state = STATE_TEXT;
        static const char *const words[] = {"未统计", "详见附件", "1234567890123"};
        snprintf(value->text, sizeof value->text, "%s", PRNG_PICK(&sheet->prng, words));
        sheet_lay(sheet, TRAP_TEXT_VALUE);
    } else {
        print_number(sheet, value, kind);
        add_behind(sheet, value, kind);
    }
    value->accept = MAY(value->state);
    /* 無 stands in no list of marks; in a converted copy it is one all the same. */
    if (value->state == STATE_MARK && sheet->out.traditional && strstr(value->text, "无"))
        value->accept |= MAY(STATE_TEXT);
    return sheet->nvalues++;
}

void sheet_print_value(struct sheet *sheet, int index)
{
    struct value *value = &sheet->values[index];
    value->start = sheet->out.nbytes;
    out_add(&sheet->out, value->text);
    value->end = sheet->out.nbytes;
    out_add(&sheet->out, value->after);
    value->outer_end = sheet->out.nbytes;
}
