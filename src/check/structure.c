#include "structure.h"

#include <stdlib.h>

#include "gouji/base/json.h"
#include "places.h"
#include "printed_label.h"
#include "structure_cells.h"
#include "wording.h"

static bool add_table(struct tables_of *tables, const cJSON *name)
{
    return cJSON_IsString(name) && tables->n < TABLE_COUNT &&
           places_table(name->valuestring, strlen(name->valuestring), &tables->ids[tables->n++]);
}

void *structure_compile(const struct rule *rule, const cJSON **at, struct err *err)
{
    const cJSON *of = json_get(rule->record, "of"), *name;
    struct tables_of *tables = calloc(1, sizeof *tables);
    if (!tables) {
        err_set_nomem(err);
        return NULL;
    }
    *at = of;
    bool sound = cJSON_IsArray(of) && cJSON_GetArraySize(of) > 0;
    cJSON_ArrayForEach (name, of)
        sound &= add_table(tables, name);
    if (sound)
        return tables;
    free(tables);
    err_set(err, ERR_INPUT, _("\"of\" must list tables (T2, T3, T4)"));
    return NULL;
}

void structure_each(struct evaluation *run, const struct rule *rule, table_check *check)
{
    const struct tables_of *tables = rule->compiled;
    for (size_t i = 0; i < tables->n && !run->failed; i++)
        check(run, rule, tables->ids[i]);
}

static void cells_add(struct evaluation *run, struct cells *cells, const struct seen *seen,
                      const struct cell *cell)
{
    struct seen *room =
        arena_push(run->arena, &cells->items, &cells->capacity, cells->n, sizeof *cells->items);
    const struct cell **place = arena_push(run->arena, &cells->cells, &cells->cells_capacity,
                                           cells->n, sizeof(const struct cell *));
    if (!room || !place) {
        run->failed = true;
        return;
    }
    *room = *seen;
    *place = cell;
    cells->n++;
}

size_t structure_row_cells(struct evaluation *run, const struct seen_block *seen,
                           const struct cell *cells, size_t row, unsigned states, struct cells *out)
{
    size_t before = out->n, ncols = seen->form->ncols;
    for (size_t at = row * ncols; at < (row + 1) * ncols && !run->failed; at++)
        if (states >> seen->cells[at].state & 1)
            cells_add(run, out, &seen->cells[at], &cells[at]);
    return out->n - before;
}

size_t structure_count_cells(struct evaluation *run, const struct table *table, size_t block,
                             size_t row, unsigned states)
{
    const struct form_block *form = table->blocks[block].form;
    const struct seen_block *seen = eval_block(run, table->id, form);
    size_t n = 0;
    if (!seen || !(seen->states & states))
        return 0;
    for (size_t at = row * form->ncols; at < (row + 1) * form->ncols; at++)
        n += states >> seen->cells[at].state & 1;
    return n;
}

static bool has_cells(struct evaluation *run, const struct table *table, unsigned states)
{
    for (size_t b = 0; b < table->nblocks; b++) {
        const struct seen_block *seen = eval_block(run, table->id, table->blocks[b].form);
        for (size_t row = 0; seen && seen->states & states && row < seen->form->nrows; row++)
            if (seen->used[row] && structure_count_cells(run, table, b, row, states) > 0)
                return true;
    }
    return false;
}

void structure_table_cells(struct evaluation *run, const struct table *table, unsigned states,
                           struct cells *out)
{
    for (size_t b = 0; b < table->nblocks; b++) {
        const struct seen_block *seen = eval_block(run, table->id, table->blocks[b].form);
        for (size_t row = 0; seen && seen->states & states && row < seen->form->nrows; row++)
            if (seen->used[row])
                structure_row_cells(run, seen, table->blocks[b].cells, row, states, out);
    }
}

static struct texts title_texts(enum table_id id)
{
    return (struct texts){places_table_title(id, LANG_ZH), places_table_title(id, LANG_EN)};
}

void structure_say(struct evaluation *run, struct finding *finding, const char *key,
                   enum table_id id, size_t n, struct texts list)
{
    const char *count = wording_count(run, n);
    struct texts title = title_texts(id);
    struct message_value values[] = {
        {"table", title.zh, title.en}, {"n", count, count}, {"list", list.zh, list.en}};
    eval_message(run, finding, key, values, sizeof values / sizeof *values);
}

/* TABLE */

static bool holds_any(struct slice text, const cJSON *words)
{
    const cJSON *word;
    cJSON_ArrayForEach (word, words) {
        if (cJSON_IsString(word) && slice_contains(text, word->valuestring))
            return true;
    }
    return false;
}

/* Whether the text from the section on prints all that the record's "printed" says of the table:
 * it is there, and was not read. */
static bool is_printed(struct evaluation *run, const struct rule *rule, enum table_id id,
                       const struct section *section)
{
    enum { MOST_NBYTES = 256 * 1024 };
    const cJSON *words = json_get(json_get(rule->record, "printed"), table_name(id)), *word;
    uint32_t start = section ? section->heading.start : 0, end = run->report->text_nbytes;
    struct fold fold;
    if (!words)
        return false;
    if (end - start > MOST_NBYTES)
        for (end = start + MOST_NBYTES; ((unsigned char)run->report->text[end] & 0xC0) == 0x80;)
            end--;
    struct slice text = report_slice(run->report, (struct span){start, end});
    run->failed |= fold_text(run->arena, text, start, FOLD_LABEL, &fold) < 0;
    if (run->failed)
        return false;
    cJSON_ArrayForEach (word, words)
        if (!cJSON_IsString(word) ||
            !slice_contains(slice_make(fold.text, fold.nbytes), word->valuestring))
            return false;
    return true;
}

/* Which of the record's lists has a word in the section, where the table should be; NULL. */
static const char *what_stands(struct evaluation *run, const struct rule *rule,
                               const struct section *section)
{
    static const char *const lists[] = {"picture", "unconverted"};
    struct slice body = report_slice(run->report, section->body);
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++)
        if (holds_any(body, json_get(rule->record, lists[i])))
            return lists[i];
    return NULL;
}

static void check_table(struct evaluation *run, const struct rule *rule, enum table_id id)
{
    if (run->report->tables[id].state != TABLE_ABSENT) {
        eval_pass(run, rule);
        return;
    }
    const struct section *section = table_section(run->report, id);
    const char *condition = section ? what_stands(run, rule, section) : NULL;
    if (!condition && is_printed(run, rule, id, section))
        condition = "printed";
    struct finding *finding = eval_add(run, rule, table_name(id), OUTCOME_FAIL, condition);
    if (!finding)
        return;
    structure_say(run, finding, condition, id, 0, (struct texts){"", ""});
    if (section)
        eval_set_spans(run, finding, &section->heading, span_empty(section->heading) ? 0 : 1);
}

void structure_table(struct evaluation *run, const struct rule *rule)
{
    structure_each(run, rule, check_table);
}

/* LABEL */

/* What stands there, white space inside left out. */
static const char *printed(struct evaluation *run, struct slice bytes)
{
    struct str text = STR_INIT;
    for (size_t i = 0; i < bytes.nbytes; i++) {
        if (slice_has_prefix(slice_make(bytes.ptr + i, bytes.nbytes - i), slice_of("　")))
            i += strlen("　") - 1;
        else if (!strchr(" \t\r\n", bytes.ptr[i]))
            str_byte(&text, bytes.ptr[i]);
    }
    return wording_keep(run, &text);
}

static void report_label(struct evaluation *run, const struct rule *rule, const struct table *table,
                         const struct label_reading *label)
{
    const struct form_row *row = &table->blocks[label->block].form->rows[label->row];
    struct finding *finding = eval_add(run, rule, row->id, OUTCOME_FAIL, label->effect);
    if (!finding)
        return;
    const char *text = printed(run, report_label_text(run->report, label));
    struct texts title = title_texts(table->id);
    struct message_value values[] = {
        {"table", title.zh, title.en}, {"printed", text, text}, {"label", row->label, row->label}};
    eval_message(run, finding, label->match == LABEL_BY_ORDER ? "lost" : NULL, values,
                 sizeof values / sizeof *values);
    eval_set_spans(run, finding, &label->span, span_empty(label->span) ? 0 : 1);
}

static void check_labels(struct evaluation *run, const struct rule *rule, enum table_id id)
{
    const struct table *table = &run->report->tables[id];
    struct span last = {0, 0};
    for (size_t i = 0; i < table->nlabels && !run->failed; i++) {
        const struct label_reading *label = &table->labels[i];
        if (label->same) {
            eval_pass(run, rule);
            continue;
        }
        /* Two labels run together are one printed text and one finding. */
        if (!span_empty(label->span) && span_overlaps(label->span, last))
            continue;
        last = label->span;
        report_label(run, rule, table, label);
    }
}

void structure_labels(struct evaluation *run, const struct rule *rule)
{
    structure_each(run, rule, check_labels);
}

/* BLANK */

/* Some sentence names the topic and denies it (words of the record). */
static bool prose_denies(const struct report *report, const cJSON *words)
{
    for (size_t i = 0; words && i < report->nsentences; i++) {
        const struct sentence *sentence = &report->sentences[i];
        struct slice text = report_slice(report, sentence->span);
        if (!sentence->is_heading && holds_any(text, json_get(words, "topic")) &&
            holds_any(text, json_get(words, "denial")))
            return true;
    }
    return false;
}

/* Whether the blank cells are whole rows of the table, none half filled. */
static bool only_whole_rows(struct evaluation *run, const struct table *table)
{
    for (size_t b = 0; b < table->nblocks; b++) {
        const struct form_block *form = table->blocks[b].form;
        for (size_t row = 0; row < form->nrows; row++) {
            size_t n = places_row_used(run->report, table->id, form, row)
                           ? structure_count_cells(run, table, b, row, BLANK)
                           : 0;
            if (n > 0 && n < form->ncols)
                return false;
        }
    }
    return true;
}

static struct texts list_cells(struct evaluation *run, const struct cells *cells)
{
    const char *kept[LANG_COUNT];
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        struct str text = STR_INIT;
        bool says = eval_says_in(run, (enum lang)lang);
        for (size_t i = 0; says && i < cells->n && i < STRUCTURE_MOST_LISTED; i++) {
            str_add(&text, i ? wording_separator((enum lang)lang) : "");
            str_add(&text, cell_address(run->arena, cells->cells[i], (enum lang)lang));
        }
        if (cells->n > STRUCTURE_MOST_LISTED)
            str_add(&text, lang == LANG_ZH ? "……" : " …");
        kept[lang] = wording_keep(run, &text);
    }
    return (struct texts){kept[LANG_ZH], kept[LANG_EN]};
}

/* The marks themselves; where nothing stands, the row. */
static struct span_list blank_spans(struct evaluation *run, enum table_id id,
                                    const struct cells *cells)
{
    struct span_list spans = {0};
    for (size_t i = 0; i < cells->n; i++) {
        const struct cell *cell = cells->cells[i];
        struct span span = cells->items[i].span;
        if (span_empty(span))
            span = places_row_span(run->report, id, cell->block, cell->row);
        if (spans.n == 0 || spans.items[spans.n - 1].start != span.start)
            span_list_add(run, &spans, span);
    }
    return spans;
}

static void report_blank(struct evaluation *run, const struct rule *rule, const struct table *table,
                         const struct cells *cells)
{
    const cJSON *words = json_get(json_get(rule->record, "none_stated"), table_name(table->id));
    bool stated = only_whole_rows(run, table) && prose_denies(run->report, words);
    const char *condition = stated ? "none_stated" : NULL;
    struct finding *finding = eval_add(run, rule, table_name(table->id), OUTCOME_FAIL, condition);
    if (!finding)
        return;
    structure_say(run, finding, condition, table->id, cells->n, list_cells(run, cells));
    eval_set_seen(run, finding, cells->items, cells->n);
    struct span_list spans = blank_spans(run, table->id, cells);
    if (spans.n == 0)
        span_list_add(run, &spans, table->span);
    eval_set_spans(run, finding, spans.items, spans.n);
}

static void check_blank(struct evaluation *run, const struct rule *rule, enum table_id id)
{
    const struct table *table = &run->report->tables[id];
    struct cells blank = {0};
    structure_table_cells(run, table, BLANK, &blank);
    if (blank.n > 0)
        report_blank(run, rule, table, &blank);
    else if (table->state == TABLE_ABSENT || has_cells(run, table, UNPLACED))
        eval_not_applicable(run, rule); /* STR-01 or STR-05 says why */
    else
        eval_pass(run, rule);
}

void structure_blank(struct evaluation *run, const struct rule *rule)
{
    structure_each(run, rule, check_blank);
}
