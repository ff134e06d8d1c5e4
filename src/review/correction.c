#include "correction.h"

#include <string.h>

#include "decision.h"
#include "gouji/base/message.h"
#include "gouji/text/decode.h"

int correction_collect(struct state *state, const struct event *event)
{
    const cJSON *row = json_get(event->body, "row");
    const cJSON *item;
    cJSON_ArrayForEach (item, json_get(event->body, "cells")) {
        size_t i = 0;
        while (i < state->ncorrected && strcmp(state->corrected[i].cell, item->string) != 0)
            i++;
        if (i == state->ncorrected) {
            if (!arena_push(state->arena, &state->corrected, &state->corrected_capacity,
                            state->ncorrected, sizeof *state->corrected))
                return -1;
            state->ncorrected++;
        }
        state->corrected[i] = (struct held_reading){
            .event = event,
            .cell = item->string,
            .from = json_get(item, "from"),
            .to = json_get(item, "to"),
            .row = row,
        };
    }
    return 0;
}

static enum cell_state state_find(const char *name)
{
    for (int s = 0; s < CELL_STATE_COUNT; s++)
        if (name && strcmp(cell_state_name((enum cell_state)s), name) == 0)
            return (enum cell_state)s;
    return CELL_TEXT;
}

static cJSON *program_value(const struct cell *cell, const struct report *report)
{
    bool is_decimal = cell->block->cols[cell->col].is_decimal;
    return decision_value(cell->state, cell->value, is_decimal, report_slice(report, cell->span));
}

/* What is stored may be masked: a star stands for any character. */
static bool is_masked_same(const cJSON *stored, struct slice printed)
{
    const char *text = json_string(stored, "text");
    struct slice left = slice_of(text ? text : "");
    bool has_star = text && strchr(text, '*');
    while (has_star && left.nbytes > 0 && printed.nbytes > 0) {
        size_t a, b;
        int32_t wanted = text_next(left.ptr, left.nbytes, &a);
        if (text_next(printed.ptr, printed.nbytes, &b) != wanted && wanted != '*')
            return false;
        left = slice_make(left.ptr + a, left.nbytes - a);
        printed = slice_make(printed.ptr + b, printed.nbytes - b);
    }
    return has_star && left.nbytes == 0 && printed.nbytes == 0;
}

/* An amount is stored as a decimal string; the cell grammar reads it back. */
static void read_amount(struct arena *arena, const char *text, const struct cell *cell,
                        struct reading *reading)
{
    struct cell parsed = *cell;
    cell_parse(arena, slice_of(text), 0, &cell->block->cols[cell->col], &parsed);
    reading->state = parsed.state;
    reading->value = parsed.state == CELL_NUMBER ? parsed.value : 0;
}

static int reading_fill(struct state *state, const struct held_reading *held,
                        const struct cell *cell, struct reading *reading)
{
    struct str text = STR_INIT;
    *reading =
        (struct reading){.cell = cell->id, .is_decimal = cell->block->cols[cell->col].is_decimal};
    if (cJSON_IsNumber(held->to)) {
        reading->state = CELL_NUMBER;
        reading->value = (int64_t)held->to->valuedouble;
        if (reading->is_decimal)
            reading->value *= CELL_SCALE;
    } else if (cJSON_IsString(held->to)) {
        read_amount(state->arena, held->to->valuestring, cell, reading);
    } else {
        reading->state = state_find(json_string(held->to, "state"));
    }
    if (cJSON_IsObject(held->to))
        str_add(&text, json_string(held->to, "text") ? json_string(held->to, "text") : "");
    else
        decision_write_value(held->to, &text);
    reading->text = text.failed ? NULL : arena_string(state->arena, str_text(&text));
    str_release(&text);
    return reading->text ? 0 : -1;
}

static const cJSON *proposed_by(const struct held *held)
{
    return held->verdict == VERDICT_CONFIRMED ? json_get(held->event->body, "proposed") : NULL;
}

static size_t count_proposed(const struct state *state)
{
    size_t n = 0;
    for (size_t i = 0; i < state->nheld; i++)
        n += (size_t)cJSON_GetArraySize(proposed_by(&state->held[i]));
    return n;
}

/* Each cell once, the last decision's value. */
static void add_accepted(struct state *state, const cJSON *value)
{
    struct reading *accepted = state->readings + state->nreadings;
    size_t i = 0;
    while (i < state->naccepted && strcmp(accepted[i].cell, value->string) != 0)
        i++;
    accepted[i] = (struct reading){.cell = value->string,
                                   .state = CELL_NUMBER,
                                   .value = (int64_t)value->valuedouble,
                                   .text = "",
                                   .is_accepted = true};
    state->naccepted += i == state->naccepted;
}

static void collect_accepted(struct state *state)
{
    for (size_t i = 0; i < state->nheld; i++) {
        const cJSON *value;
        cJSON_ArrayForEach (value, proposed_by(&state->held[i])) {
            if (cJSON_IsNumber(value))
                add_accepted(state, value);
        }
    }
}

int correction_settle(struct state *state)
{
    size_t most = state->ncorrected + count_proposed(state);
    state->readings = arena_array(state->arena, most, sizeof *state->readings);
    if (!state->readings)
        return -1;
    size_t kept = 0;
    for (size_t i = 0; i < state->ncorrected; i++) {
        struct held_reading held = state->corrected[i];
        if (!held.to || cJSON_IsNull(held.to))
            continue;
        const struct cell *cell = report_cell(state->report, held.cell);
        cJSON *now = cell ? program_value(cell, state->report) : NULL;
        if (cell && !now)
            return -1;
        held.stale = !cell || (held.from && !cJSON_Compare(held.from, now, true) &&
                               !is_masked_same(held.from, report_slice(state->report, cell->span)));
        cJSON_Delete(now);
        if (!held.stale && reading_fill(state, &held, cell, &state->readings[state->nreadings]))
            return -1;
        state->nreadings += !held.stale;
        state->nstale_readings += held.stale;
        state->corrected[kept++] = held;
    }
    state->ncorrected = kept;
    collect_accepted(state);
    return 0;
}

bool correction_same(const struct reading *a, size_t na, const struct reading *b, size_t nb)
{
    if (na != nb)
        return false;
    for (size_t i = 0; i < na; i++)
        if (strcmp(a[i].cell, b[i].cell) != 0 || a[i].state != b[i].state ||
            a[i].value != b[i].value || a[i].is_accepted != b[i].is_accepted ||
            strcmp(a[i].text, b[i].text) != 0)
            return false;
    return true;
}

static cJSON *typed_value(struct arena *arena, const struct cell *cell, const char *text)
{
    const struct form_col *col = &cell->block->cols[cell->col];
    struct cell parsed = *cell;
    if (!text)
        return cJSON_CreateNull();
    parsed.value = 0;
    cell_parse(arena, slice_of(text), 0, col, &parsed);
    return decision_value(parsed.state, parsed.value, col->is_decimal, slice_of(text));
}

static int add_cell(cJSON *cells, const struct report *report, struct arena *arena,
                    const struct correction *correction, struct err *err)
{
    const struct cell *cell = report_cell(report, correction->cell);
    if (!cell)
        return err_set(err, ERR_USAGE, _("this report has no cell %s"), correction->cell);
    if (json_get(cells, cell->id))
        return err_set(err, ERR_USAGE, _("the cell %s is named twice"), correction->cell);
    cJSON *change = cJSON_AddObjectToObject(cells, cell->id);
    cJSON *from = change ? program_value(cell, report) : NULL;
    cJSON *to = from ? typed_value(arena, cell, correction->text) : NULL;
    if (!to || !cJSON_AddItemToObject(change, "from", from)) {
        cJSON_Delete(from);
        cJSON_Delete(to);
        return err_set_nomem(err);
    }
    if (!cJSON_AddItemToObject(change, "to", to)) {
        cJSON_Delete(to);
        return err_set_nomem(err);
    }
    return 0;
}

cJSON *correction_body(const struct report *report, const struct correction *corrections, size_t n,
                       const char *row, const char *reason, struct err *err)
{
    struct arena *arena = arena_new();
    cJSON *body = cJSON_CreateObject();
    cJSON *cells = cJSON_AddObjectToObject(body, "cells");
    int status = arena && cells ? 0 : err_set_nomem(err);
    for (size_t i = 0; !status && i < n; i++)
        status = add_cell(cells, report, arena, &corrections[i], err);
    if (!status && row && *row && json_add_string(body, "row", row))
        status = err_set_nomem(err);
    if (!status && reason && *reason && json_add_string(body, "reason", reason))
        status = err_set_nomem(err);
    arena_free(arena);
    if (!status)
        return body;
    cJSON_Delete(body);
    return NULL;
}
