#include "score.h"

#include <math.h>
#include <string.h>

static const char *const table_ids[] = {"T2", "T3", "T4"};

struct marking {
    const struct sheet *sheet;
    const cJSON *tables;
    const char *text;
    struct out *complaints;
    struct score score;
    bool seen[VALUES_MAX];
    bool table_wrong[3];
    size_t last_end;
};

void score_add(struct score *sum, const struct score *one)
{
    long *to = (long *)sum;
    const long *from = (const long *)one;
    for (size_t i = 0; i < sizeof *sum / sizeof *to; i++)
        to[i] += from[i];
}

bool score_has_failed(const struct score *score)
{
    return score->nexact < score->ncells || score->ninvented || score->nsilent ||
           score->nsections_right < score->nsections || score->nyears_right < score->nyears ||
           score->nspans_right < score->nspans || score->nverdicts_right < score->nverdicts;
}

static const char *string_of(const cJSON *object, const char *name)
{
    const cJSON *item = cJSON_GetObjectItemCaseSensitive(object, name);
    return cJSON_IsString(item) ? item->valuestring : "";
}

static enum state state_of(const cJSON *cell)
{
    const char *name = string_of(cell, "state");
    for (int i = 0; i < STATE_COUNT; i++)
        if (strcmp(name, state_names[i]) == 0)
            return (enum state)i;
    return STATE_ABSENT;
}

static const char *table_state(const struct marking *marking, int table)
{
    const cJSON *item;
    cJSON_ArrayForEach (item, marking->tables)
        if (strcmp(string_of(item, "id"), table_ids[table]) == 0)
            return string_of(item, "state");
    return "absent";
}

static int find_value(const struct sheet *sheet, const char *id, int hint)
{
    for (int i = 0; i < sheet->nvalues; i++) {
        int at = (hint + i) % sheet->nvalues;
        if (strcmp(sheet->values[at].id, id) == 0)
            return at;
    }
    return -1;
}

static int64_t micro_of(const cJSON *cell)
{
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(cell, "value");
    return cJSON_IsNumber(value) ? (int64_t)llround(value->valuedouble * SCALE) : INT64_MIN;
}

static void complain_cell(struct marking *marking, const struct value *value, const cJSON *cell,
                          const char *what)
{
    const cJSON *span = cJSON_GetObjectItemCaseSensitive(cell, "span");
    const cJSON *at = cJSON_GetArrayItem(span, 0);
    out_format(marking->complaints, "%s %s: is %s \"%s%s\" [%zu,%zu), read %s \"%s\" at %d; %s\n",
               what, value->id, state_names[value->state], value->text, value->after, value->start,
               value->end, string_of(cell, "state"), string_of(cell, "text"),
               at ? at->valueint : -1, table_state(marking, value->table));
}

static bool is_printed(const struct marking *marking, const struct value *value, const char *text)
{
    size_t n = value->end - value->start;
    return strlen(text) == n && memcmp(text, marking->sheet->out.bytes + value->start, n) == 0;
}

static void mark_span(struct marking *marking, const struct value *value, const cJSON *cell)
{
    const cJSON *span = cJSON_GetObjectItemCaseSensitive(cell, "span");
    const cJSON *first = cJSON_GetArrayItem(span, 0), *last = cJSON_GetArrayItem(span, 1);
    if (!first || !last)
        return;
    size_t start = (size_t)first->valueint, end = (size_t)last->valueint;
    bool right;
    if (marking->text) {
        size_t n = value->end - value->start;
        const char *printed = marking->sheet->out.bytes + value->start;
        right = end >= start + n && end <= strlen(marking->text) && start >= marking->last_end &&
                memcmp(marking->text + start, printed, n) == 0;
        marking->last_end = end;
    } else {
        right = start == value->start && (end == value->end || end == value->outer_end ||
                                          (end > value->end && end < value->outer_end));
    }
    marking->score.nspans++;
    marking->score.nspans_right += right;
    if (!right)
        complain_cell(marking, value, cell, "span");
}

static void mark_cell(struct marking *marking, int index, const cJSON *cell)
{
    const struct value *value = &marking->sheet->values[index];
    enum state state = state_of(cell);
    bool number = state == STATE_NUMBER, may = value->accept & MAY(STATE_NUMBER);
    bool equal = number && may && micro_of(cell) == value->micro;
    bool exact = number ? equal : (value->accept & MAY(state)) != 0;
    if (state == STATE_MARK && exact)
        exact = is_printed(marking, value, string_of(cell, "text"));
    marking->seen[index] = true;
    marking->score.nexact += exact;
    if (exact) {
        bool checks = marking->text || marking->sheet->layout != LAYOUT_H;
        if ((number || state == STATE_MARK) && checks && value->end)
            mark_span(marking, value, cell);
        return;
    }
    marking->table_wrong[value->table] = true;
    if (number && !may) {
        marking->score.ninvented++;
        complain_cell(marking, value, cell, "INVENTED");
    } else if (number && strcmp(table_state(marking, value->table), "complete") == 0) {
        marking->score.nsilent++;
        complain_cell(marking, value, cell, "SILENT");
    } else {
        marking->score.nmisread += number;
        marking->score.nmissed += !number && may;
        complain_cell(marking, value, cell, number ? "misread" : may ? "missed" : "state");
    }
}

static void mark_stranger(struct marking *marking, const cJSON *cell)
{
    if (state_of(cell) != STATE_NUMBER)
        return;
    marking->score.ninvented++;
    int table = cell->string[1] - '2';
    if (table >= 0 && table < 3)
        marking->table_wrong[table] = true;
    out_format(marking->complaints, "INVENTED %s: not in the report, read \"%s\"\n", cell->string,
               string_of(cell, "text"));
}

static void mark_cells(struct marking *marking, const cJSON *cells)
{
    const struct sheet *sheet = marking->sheet;
    int hint = 0;
    const cJSON *cell;
    cJSON_ArrayForEach (cell, cells) {
        int at = sheet->nvalues ? find_value(sheet, cell->string, hint) : -1;
        if (at < 0) {
            mark_stranger(marking, cell);
            continue;
        }
        mark_cell(marking, at, cell);
        hint = at + 1;
    }
    marking->score.ncells = sheet->nvalues;
    for (int i = 0; i < sheet->nvalues; i++) {
        if (marking->seen[i])
            continue;
        bool exact = sheet->values[i].accept & MAY(STATE_ABSENT);
        marking->score.nexact += exact;
        if (exact)
            continue;
        marking->table_wrong[sheet->values[i].table] = true;
        marking->score.nmissed += sheet->values[i].state == STATE_NUMBER;
        out_format(marking->complaints, "missed %s: not listed\n", sheet->values[i].id);
    }
}

static void mark_tables(struct marking *marking)
{
    const struct sheet *sheet = marking->sheet;
    for (int table = 0; table < 3; table++) {
        bool there = false, whole = true;
        for (int i = 0; i < sheet->nvalues; i++)
            if (sheet->values[i].table == table) {
                there = true;
                whole =
                    whole && sheet->values[i].accept & ~(MAY(STATE_UNPLACED) | MAY(STATE_ABSENT));
            }
        bool wrong = marking->table_wrong[table];
        marking->score.ntables += there || wrong;
        marking->score.ntables_exact += there && !wrong;
        bool balanced = !sheet->traps[TRAP_UNBALANCED] && !sheet->traps[TRAP_OPPOSITE_SLIPS] &&
                        !sheet->traps[TRAP_TOTAL_NOUGHT] && !sheet->traps[TRAP_MISSING_ROW];
        const char *said = table_state(marking, table);
        if (there && !whole && strcmp(said, "complete") == 0) {
            marking->score.noverclaims++;
            out_format(marking->complaints, "note %s is called complete\n", table_ids[table]);
        }
        if (there && whole && !wrong && balanced && strcmp(said, "complete") != 0) {
            marking->score.nalarms++;
            out_format(marking->complaints, "note %s is called %s\n", table_ids[table], said);
        }
    }
}

static bool section_is_right(const struct marking *marking, const cJSON *sections, int index)
{
    const struct section *section = &marking->sheet->sections[index];
    const char id[3] = {'S', (char)('1' + index), '\0'};
    int nfound = 0;
    bool placed = true;
    const cJSON *item;
    cJSON_ArrayForEach (item, sections) {
        if (strcmp(string_of(item, "id"), id) != 0)
            continue;
        nfound++;
        const cJSON *span = cJSON_GetObjectItemCaseSensitive(item, "span");
        const cJSON *at = cJSON_GetArrayItem(span, 0);
        if (marking->sheet->layout != LAYOUT_H)
            placed = at && (size_t)at->valueint == section->start;
    }
    if (!section->printed) /* its content may still be found */
        return nfound <= 1;
    return nfound == 1 && placed;
}

static void mark_sections(struct marking *marking, const cJSON *sections)
{
    bool right = true;
    for (int i = 0; i < SECTIONS; i++)
        if (!section_is_right(marking, sections, i)) {
            right = false;
            out_format(marking->complaints, "section S%d \"%s\" at %zu\n", i + 1,
                       marking->sheet->sections[i].heading, marking->sheet->sections[i].start);
        }
    marking->score.nsections = 1;
    marking->score.nsections_right = right;
}

static void mark_who(struct marking *marking, const cJSON *answer)
{
    const struct sheet *sheet = marking->sheet;
    const cJSON *year = cJSON_GetObjectItemCaseSensitive(answer, "year");
    int said = cJSON_IsNumber(year) ? year->valueint : 0;
    marking->score.nyears = 1;
    marking->score.nyears_right = said == sheet->year || (sheet->year_open && !said);
    if (!marking->score.nyears_right)
        out_format(marking->complaints, "year %d, read %d\n", sheet->year, said);
    const char *agency = string_of(answer, "agency");
    bool named = !sheet->traps[TRAP_TITLE_NONE] && !sheet->out.traditional;
    marking->score.nagencies = named;
    bool right = strcmp(agency, sheet->agency) == 0 || strcmp(agency, sheet->agency_short) == 0;
    marking->score.nagencies_right = named && right;
    if (named && !right)
        out_format(marking->complaints, "agency %s, read %s\n", sheet->agency, agency);
}

struct score score_report(const struct sheet *sheet, const cJSON *answer, const char *text,
                          struct out *complaints)
{
    struct marking marking = {.sheet = sheet, .text = text, .complaints = complaints};
    marking.score.nreports = marking.score.nverdicts = 1;
    bool refused = cJSON_GetObjectItemCaseSensitive(answer, "not_a_report") ||
                   cJSON_GetObjectItemCaseSensitive(answer, "error") || !answer;
    marking.score.nverdicts_right = refused == sheet->not_report;
    if (refused != sheet->not_report)
        out_format(complaints, "verdict: %s\n", refused ? "refused" : "taken for a report");
    if (sheet->not_report)
        return marking.score;
    marking.tables = cJSON_GetObjectItemCaseSensitive(answer, "tables");
    mark_cells(&marking, cJSON_GetObjectItemCaseSensitive(answer, "cells"));
    mark_tables(&marking);
    mark_sections(&marking, cJSON_GetObjectItemCaseSensitive(answer, "sections"));
    mark_who(&marking, answer);
    return marking.score;
}
