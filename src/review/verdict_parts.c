/* The parts of the verdict file that the report and the checks give: tables as
 * read, findings with what became of them since the earlier file, causes. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "annotation.h"
#include "decision.h"
#include "gouji/check/mask.h"
#include "verdict.h"

static int append(cJSON *array, cJSON *item)
{
    if (item && cJSON_AddItemToArray(array, item))
        return 0;
    cJSON_Delete(item);
    return -1;
}

cJSON *verdict_run_counts(const struct findings *findings)
{
    cJSON *counts = cJSON_CreateObject();
    for (int outcome = OUTCOME_PASS; outcome < OUTCOME_COUNT; outcome++)
        if (json_add_integer(counts, outcome_name((enum outcome)outcome),
                             (int64_t)findings->counts[outcome])) {
            cJSON_Delete(counts);
            return NULL;
        }
    if (json_add_integer(counts, "off", (int64_t)findings->noff) == 0)
        return counts;
    cJSON_Delete(counts);
    return NULL;
}

cJSON *verdict_prior(const struct report *prior)
{
    if (!prior)
        return cJSON_CreateNull();
    cJSON *object = cJSON_CreateObject();
    if (json_add_integer(object, "year", prior->who.year) == 0 &&
        json_add_string(object, "text", prior->text_sha256) == 0)
        return object;
    cJSON_Delete(object);
    return NULL;
}

/* ---- tables ---- */

/* A one-row form of a group is in the file only when the report has it. */
static bool row_is_written(const struct block_reading *block, size_t row)
{
    const struct form_block *form = block->form;
    if (form->rows[row].is_group)
        return false;
    if (form->rows[row].alternative_of < 0)
        return true;
    for (size_t col = 0; col < form->ncols; col++)
        if (block->cells[row * form->ncols + col].state != CELL_ABSENT)
            return true;
    return false;
}

static cJSON *span_item(struct span span)
{
    if (span_empty(span))
        return cJSON_CreateNull();
    int bounds[2] = {(int)span.start, (int)span.end};
    return cJSON_CreateIntArray(bounds, 2);
}

/* What privacy checks found is text, masked. */
static cJSON *cell_value(const struct findings *findings, const struct cell *cell, bool is_masked,
                         bool is_decimal)
{
    struct slice printed = report_slice(findings->report, cell->span);
    if (!is_masked)
        return decision_value(cell->state, cell->value, is_decimal, printed);
    struct str masked = STR_INIT;
    mask_append(findings, printed, &masked);
    cJSON *value = masked.failed ? NULL : decision_value(CELL_TEXT, 0, false, str_slice(&masked));
    str_release(&masked);
    return value;
}

static int add_cell(const struct findings *findings, const struct cell *cell, bool is_decimal,
                    cJSON *values, cJSON *spans, cJSON *states)
{
    bool is_masked = mask_covers(findings, cell->span);
    bool number = cell->state == CELL_NUMBER && !is_masked;
    cJSON *value = cell_value(findings, cell, is_masked, is_decimal);
    if (append(values, number ? value : cJSON_CreateNull())) {
        if (!number)
            cJSON_Delete(value);
        return -1;
    }
    if (!number && json_put(states, cell->id, value))
        return -1;
    return append(spans, span_item(cell->span));
}

static int add_row(const struct findings *findings, const struct block_reading *block, size_t row,
                   cJSON *table)
{
    const struct form_block *form = block->form;
    cJSON *values = cJSON_CreateArray(), *spans = cJSON_CreateArray();
    cJSON *states = cJSON_GetObjectItemCaseSensitive(table, "states");
    int status = append(cJSON_GetObjectItemCaseSensitive(table, "values"), values) |
                 append(cJSON_GetObjectItemCaseSensitive(table, "spans"), spans) |
                 append(cJSON_GetObjectItemCaseSensitive(table, "rows"),
                        cJSON_CreateString(form->rows[row].id));
    for (size_t col = 0; !status && col < form->ncols; col++)
        status = add_cell(findings, &block->cells[row * form->ncols + col],
                          form->cols[col].is_decimal, values, spans, states);
    return status;
}

static cJSON *table_new(const struct table *table, const char *block)
{
    static const char *const lists[] = {"rows", "cols", "values"};
    cJSON *object = cJSON_CreateObject();
    struct str id = STR_INIT;
    str_format(&id, "%s%s%s", table_name(table->id), *block ? "." : "", block);
    int status = id.failed || json_add_string(object, "id", str_text(&id)) ||
                 json_add_string(object, "state", table_state_name(table->state));
    for (size_t i = 0; !status && i < sizeof lists / sizeof *lists; i++)
        status = cJSON_AddArrayToObject(object, lists[i]) ? 0 : -1;
    if (!status)
        status =
            !cJSON_AddObjectToObject(object, "states") || !cJSON_AddArrayToObject(object, "spans");
    str_release(&id);
    if (!status)
        return object;
    cJSON_Delete(object);
    return NULL;
}

static int add_block(const struct findings *findings, const struct table *table,
                     const struct block_reading *block, cJSON *list)
{
    const struct form_block *form = block->form;
    cJSON *object = table_new(table, form->id);
    int status = append(list, object);
    for (size_t col = 0; !status && col < form->ncols; col++)
        status = append(cJSON_GetObjectItemCaseSensitive(object, "cols"),
                        cJSON_CreateString(form->cols[col].id));
    for (size_t row = 0; !status && row < form->nrows; row++)
        if (row_is_written(block, row))
            status = add_row(findings, block, row, object);
    return status;
}

cJSON *verdict_tables(const struct findings *findings)
{
    const struct report *report = findings->report;
    cJSON *list = cJSON_CreateArray();
    int status = list ? 0 : -1;
    for (size_t t = 0; !status && t < TABLE_COUNT; t++) {
        const struct table *table = &report->tables[t];
        if (table->state == TABLE_ABSENT) {
            status = append(list, table_new(table, ""));
            continue;
        }
        for (size_t b = 0; !status && b < table->nblocks; b++)
            status = add_block(findings, table, &table->blocks[b], list);
    }
    if (!status)
        return list;
    cJSON_Delete(list);
    return NULL;
}

/* ---- findings ---- */

static char *rule_instance(const char *check, const char *instance)
{
    struct str text = STR_INIT;
    str_format(&text, "%s%s%s", check, *instance ? "/" : "", instance);
    return str_detach(&text);
}

/* The same finding in the earlier file, by rule and cells. */
static const cJSON *find_earlier(const cJSON *earlier, const char *rule, const char *rule_cells)
{
    const cJSON *item;
    cJSON_ArrayForEach (item, json_get(earlier, "findings")) {
        const char *name = json_string(item, "rule");
        const char *print = json_string(json_get(item, "fingerprint"), "ruleCells/v1");
        if (name && print && strcmp(name, rule) == 0 && strcmp(print, rule_cells) == 0)
            return item;
    }
    return NULL;
}

/* Seen by the same program with the same rules on the same text: then the
 * earlier file's comparison still stands. */
static bool same_run(const struct verdict_input *input)
{
    const char *text = json_string(json_get(json_get(input->earlier, "subject"), "text"), "sha256");
    const char *rules = json_string(json_get(input->earlier, "ruleset"), "sha256");
    const char *build = json_string(json_get(input->earlier, "tool"), "build");
    return text && rules && build && strcmp(text, input->report->text_sha256) == 0 &&
           strcmp(rules, ruleset_sha256(input->findings->rules)) == 0 &&
           strcmp(build, input->build) == 0;
}

static const char *baseline(const struct verdict_input *input, const char *rule,
                            const struct finding *finding)
{
    const cJSON *old = find_earlier(input->earlier, rule, finding->rule_cells);
    const char *stored = json_string(old, "baseline");
    const char *values = json_string(json_get(old, "fingerprint"), "values/v1");
    if (!old || (stored && strcmp(stored, "absent") == 0))
        return "new";
    if (stored && same_run(input))
        return strcmp(stored, "unchanged") == 0 ? "unchanged"
               : strcmp(stored, "updated") == 0 ? "updated"
                                                : "new";
    return values && strcmp(values, finding->values) == 0 ? "unchanged" : "updated";
}

static cJSON *side_value(bool has, int64_t value, bool is_decimal)
{
    return has ? decision_value(CELL_NUMBER, value, is_decimal, slice_of(""))
               : cJSON_CreateString("?");
}

static int add_sides(cJSON *object, const struct finding *finding)
{
    bool decimal = finding->is_decimal;
    if (!finding->has_lhs && !finding->has_rhs)
        return 0;
    if (json_put(object, "lhs", side_value(finding->has_lhs, finding->lhs, decimal)) ||
        json_put(object, "rhs", side_value(finding->has_rhs, finding->rhs, decimal)))
        return -1;
    if (!finding->has_lhs || !finding->has_rhs)
        return 0;
    int64_t off =
        finding->lhs > finding->rhs ? finding->lhs - finding->rhs : finding->rhs - finding->lhs;
    return json_put(object, "imbalance", side_value(true, off, decimal)) ||
           json_add_integer(object, "tolerance", 0);
}

static int add_targets(cJSON *object, const struct finding *finding)
{
    cJSON *list = cJSON_AddArrayToObject(object, "targets");
    int status = list ? 0 : -1;
    for (size_t i = 0; !status && i < finding->ntargets; i++) {
        cJSON *target = cJSON_CreateObject();
        status = json_add_string(target, "ref", finding->targets[i]) | append(list, target);
    }
    if (!status && finding->ntargets == 0 && finding->nspans > 0)
        status = json_put(object, "span", span_item(finding->spans[0]));
    return status;
}

static int add_fingerprint(cJSON *object, const char *rule_cells, const char *values)
{
    cJSON *print = cJSON_AddObjectToObject(object, "fingerprint");
    return json_add_string(print, "ruleCells/v1", rule_cells) ||
                   json_add_string(print, "values/v1", values)
               ? -1
               : 0;
}

static int fill_finding(const struct verdict_input *input, size_t index, cJSON *object)
{
    const struct finding *finding = &input->findings->items[index];
    bool fail = finding->outcome == OUTCOME_FAIL;
    char id[24], cause[24];
    snprintf(id, sizeof id, "F%zu", index + 1);
    snprintf(cause, sizeof cause, "C%d", finding->cause);
    char *rule = rule_instance(finding->rule->id, finding->instance);
    const char *said = finding->message[LANG_ZH];
    char *message = mask_copy(input->findings, said ? said : "");
    int status = !rule || !message || json_add_string(object, "id", id) ||
                 json_add_string(object, "kind", outcome_name(finding->outcome)) ||
                 json_add_string(object, "level",
                                 fail ? annotation_level_name(finding->severity) : "none") ||
                 json_add_string(object, "rule", rule) ||
                 json_add_string(object, "message", message) ||
                 (finding->cause > 0 && json_add_string(object, "cause", cause)) ||
                 add_sides(object, finding) || add_targets(object, finding) ||
                 add_fingerprint(object, finding->rule_cells, finding->values) ||
                 json_add_string(object, "baseline", baseline(input, rule, finding));
    free(message);
    free(rule);
    return status ? -1 : 0;
}

/* A finding that was decided on and that this run has not: listed until
 * somebody prunes it, with what is known of it. */
static int add_absent(const struct verdict_input *input, const struct held *held, size_t number,
                      cJSON *list)
{
    char id[24];
    char *rule = rule_instance(held->check, held->instance);
    const cJSON *old = rule ? find_earlier(input->earlier, rule, held->rule_cells) : NULL;
    cJSON *object = cJSON_CreateObject(), *targets = NULL;
    const char *message = json_string(old, "message");
    const char *kind = json_string(old, "kind"), *level = json_string(old, "level");
    snprintf(id, sizeof id, "A%zu", number);
    int status = !rule || json_add_string(object, "id", id) ||
                 json_add_string(object, "kind", kind ? kind : "fail") ||
                 json_add_string(object, "level", level ? level : "none") ||
                 json_add_string(object, "rule", rule) ||
                 json_add_string(object, "message", message ? message : "") ||
                 !(targets = cJSON_AddArrayToObject(object, "targets"));
    const cJSON *cell, *cells = status ? NULL : json_get(held->on, "cells");
    cJSON_ArrayForEach (cell, cells) {
        cJSON *target = cJSON_CreateObject();
        status |= json_add_string(target, "ref", cell->string) | append(targets, target);
    }
    status = status || add_fingerprint(object, held->rule_cells, held->values) ||
             json_add_string(object, "baseline", "absent");
    free(rule);
    if (!status)
        return append(list, object);
    cJSON_Delete(object);
    return -1;
}

cJSON *verdict_findings(const struct verdict_input *input)
{
    cJSON *list = cJSON_CreateArray();
    size_t nabsent = 0;
    int status = list ? 0 : -1;
    for (size_t i = 0; !status && i < input->findings->nitems; i++) {
        cJSON *object = cJSON_CreateObject();
        status = append(list, object);
        status = status ? status : fill_finding(input, i, object);
    }
    for (size_t i = 0; !status && i < input->state->nheld; i++)
        if (input->state->held[i].item < 0)
            status = add_absent(input, &input->state->held[i], ++nabsent, list);
    if (!status)
        return list;
    cJSON_Delete(list);
    return NULL;
}

static int add_change(const struct change *change, cJSON *set)
{
    cJSON *object = cJSON_CreateObject();
    return append(set, object) || json_add_string(object, "cell", change->cell) ||
           (!change->was_blank && json_add_integer(object, "from", change->from)) ||
           json_add_integer(object, "to", change->to) ||
           (!change->was_blank && json_add_integer(object, "distance", change->distance));
}

static int add_repair(const struct repair *repair, size_t rank, cJSON *list)
{
    char score[24];
    cJSON *object = cJSON_CreateObject();
    snprintf(score, sizeof score, "%d.%d", repair->score / 10, repair->score % 10);
    if (append(list, object) || json_add_integer(object, "rank", (int64_t)rank) ||
        json_add_string(object, "score", score) ||
        json_add_string(object, "op", repair_kind_name(repair->kind)))
        return -1;
    cJSON *set = cJSON_AddArrayToObject(object, "set");
    for (size_t i = 0; set && i < repair->nchanges; i++)
        if (add_change(&repair->changes[i], set))
            return -1;
    cJSON *witness = set ? cJSON_AddArrayToObject(object, "witness") : NULL;
    for (size_t i = 0; witness && i < repair->nwitnesses; i++)
        if (append(witness, cJSON_CreateString(repair->witnesses[i])))
            return -1;
    return witness ? 0 : -1;
}

static int add_culprit(const struct culprit *culprit, cJSON *object)
{
    cJSON *repairs = NULL;
    if (json_add_string(object, "method", culprit ? CULPRIT_METHOD : "shared-cell/1") ||
        (culprit && (json_add_integer(object, "changes", (int64_t)culprit->changes) ||
                     json_add_integer(object, "alternatives", (int64_t)culprit->nfound) ||
                     !cJSON_AddBoolToObject(object, "whole", culprit->is_whole) ||
                     json_add_string(object, "fault", fault_name(culprit->fault)))) ||
        !(repairs = cJSON_AddArrayToObject(object, "repairs")))
        return -1;
    for (size_t i = 0; culprit && i < culprit->nrepairs; i++)
        if (add_repair(&culprit->repairs[i], i + 1, repairs))
            return -1;
    return 0;
}

static const struct culprit *culprit_of(const struct findings *findings, int cause)
{
    for (size_t i = 0; i < findings->nitems; i++)
        if (findings->items[i].cause == cause && findings->items[i].culprit)
            return findings->items[i].culprit;
    return NULL;
}

/* `alone`: the one finding it explains when it has no number of its own. */
static int add_cause(const struct findings *findings, int cause, const struct finding *alone,
                     cJSON *list)
{
    char id[24];
    cJSON *object = cJSON_CreateObject();
    snprintf(id, sizeof id, "C%d", cause);
    int status = append(list, object);
    status = status ? status : json_add_string(object, "id", id);
    cJSON *explains = status ? NULL : cJSON_AddArrayToObject(object, "explains");
    for (size_t i = 0; explains && i < findings->nitems; i++) {
        const struct finding *finding = &findings->items[i];
        snprintf(id, sizeof id, "F%zu", i + 1);
        if ((alone ? finding == alone : finding->cause == cause) &&
            append(explains, cJSON_CreateString(id)))
            return -1;
    }
    return explains ? add_culprit(alone ? alone->culprit : culprit_of(findings, cause), object)
                    : -1;
}

cJSON *verdict_causes(const struct findings *findings)
{
    cJSON *list = cJSON_CreateArray();
    int status = list ? 0 : -1, n = findings->ncauses;
    for (int cause = 1; !status && cause <= findings->ncauses; cause++)
        status = add_cause(findings, cause, NULL, list);
    for (size_t i = 0; !status && i < findings->nitems; i++)
        if (findings->items[i].cause == 0 && findings->items[i].culprit)
            status = add_cause(findings, ++n, &findings->items[i], list);
    if (!status)
        return list;
    cJSON_Delete(list);
    return NULL;
}
