#include "lint_values.h"

#include <stdarg.h>
#include <time.h>

#include "clause.h"
#include "gouji/base/json.h"
#include "pattern.h"
#include "places.h"
#include "ruleset_parts.h"

void lint_tell(struct lint *lint, const cJSON *at, const char *format, ...)
{
    const struct rule_file *file = lint->file;
    const char *id = json_string(lint->record, "id");
    size_t number = json_line(file->bytes, file->document, at);
    struct str what = STR_INIT, line = STR_INIT;
    va_list arguments;
    va_start(arguments, format);
    str_format_v(&what, format, arguments);
    va_end(arguments);
    if (id)
        str_format(&line, _("%s:%zu: rule %s: %s"), file->name, number, id, str_text(&what));
    else
        str_format(&line, _("%s:%zu: %s"), file->name, number, str_text(&what));
    ruleset_add_fault(lint->out, str_text(&line));
    lint->out->failed |= what.failed || line.failed;
    lint->n++;
    str_release(&what);
    str_release(&line);
}

bool lint_is_word(const cJSON *value)
{
    return cJSON_IsString(value) && value->valuestring[0];
}

static bool all(const cJSON *list, bool (*fits)(const cJSON *item))
{
    const cJSON *item;
    cJSON_ArrayForEach (item, list)
        if (!fits(item))
            return false;
    return cJSON_IsArray(list);
}

bool lint_are_words(const cJSON *value)
{
    return all(value, lint_is_word) && value->child;
}

bool lint_is_text(const cJSON *value)
{
    return cJSON_IsString(value) ||
           (cJSON_IsObject(value) && cJSON_GetArraySize(value) == LANG_COUNT &&
            lint_is_word(json_get(value, "zh")) && lint_is_word(json_get(value, "en")));
}

bool lint_are_texts(const cJSON *value)
{
    return all(value, lint_is_text);
}

/* Severities and patterns take up words that the rest of a record gives. */
static bool gives_names(const cJSON *child)
{
    const char *key = child->string ? child->string : "";
    return !(cJSON_IsObject(child) && strcmp(key, "patterns") == 0) &&
           !(cJSON_IsArray(child) && strcmp(key, "severity") == 0);
}

bool lint_names(const cJSON *value, const char *word)
{
    const cJSON *child;
    if (cJSON_IsString(value))
        return strcmp(value->valuestring, word) == 0;
    cJSON_ArrayForEach (child, value)
        if (gives_names(child) && lint_names(child, word))
            return true;
    return false;
}

static void check_braces(struct lint *lint, const cJSON *at)
{
    for (const char *open = json_text(at); (open = strchr(open, '{')); open++) {
        size_t n = strcspn(open + 1, "{}");
        if (open[1 + n] == '}' && !words_have(lint->kind->values, open + 1, n))
            lint_tell(lint, at,
                      _("{%.*s} stands for nothing in a message of this kind; what does: %s"),
                      (int)n, open + 1, lint->kind->values);
    }
}

void lint_template(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    const cJSON *text;
    (void)key;
    if (!lint->kind)
        return;
    check_braces(lint, value);
    cJSON_ArrayForEach (text, value)
        check_braces(lint, text);
}

void lint_choice(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    if (!words_have(key->choices, value->valuestring, strlen(value->valuestring)))
        lint_tell(lint, value, _("\"%s\" must be one of: %s"), key->name, key->choices);
}

void lint_tell_case(struct lint *lint, const cJSON *at, const char *word)
{
    const char *cases = lint->kind->cases;
    if (*cases)
        lint_tell(lint, at, _("\"%s\" is no case of this kind; its cases are: %s"), word, cases);
    else
        lint_tell(lint, at, _("\"%s\" is no case of this kind, which has none"), word);
}

/* Whether it is a block of the table that is looked for. */
typedef bool block_fits(const struct form_table *table, const struct form_block *block,
                        const char *word);

static bool some_block(const struct forms *forms, block_fits *fits, const char *word)
{
    for (size_t i = 0; i < forms_count(forms); i++)
        for (int t = 0; t < TABLE_COUNT; t++) {
            const struct form_table *table = &forms_at(forms, i)->tables[t];
            for (size_t b = 0; b < table->nblocks; b++)
                if (fits(table, &table->blocks[b], word))
                    return true;
        }
    return false;
}

/* What makes an instance of a rule on tables: a row, a column, how a label is printed. */
static bool has_instance(const struct form_table *table, const struct form_block *block,
                         const char *name)
{
    (void)table;
    for (size_t i = 0; i < block->ncols; i++)
        if (strcmp(block->cols[i].id, name) == 0)
            return true;
    for (size_t i = 0; i < block->nrows; i++) {
        const struct form_row *row = &block->rows[i];
        if (strcmp(row->id, name) == 0)
            return true;
        for (size_t k = 0; k < row->nvariants; k++)
            if (strcmp(row->variants[k].effect, name) == 0)
                return true;
    }
    return false;
}

void lint_case(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    const struct kind_keys *kind = lint->kind;
    const char *name = value->valuestring;
    (void)key;
    if (kind && !words_have(kind->cases, name, strlen(name)) &&
        !(kind->has_own_cases &&
          (lint_names(lint->record, name) || some_block(lint->forms, has_instance, name))))
        lint_tell_case(lint, value, name);
}

static void tell_cell(struct lint *lint, const cJSON *at, const char *path)
{
    lint_tell(lint, at, _("no edition of the form has %s; gouji-forms(5) tells of cells"), path);
}

/* In the words of the first such fault of a record, which loading tells, too. */
static void tell_refused(struct lint *lint, const cJSON *value, const struct err *err)
{
    if (err->kind == ERR_NOMEM)
        lint->out->failed = true;
    else
        lint_tell(lint, value, "%s", err->text);
}

void lint_formula(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    struct err err = {0};
    struct expr *expr = expr_compile(value->valuestring, lint->set->arena, &err);
    const char *path = expr ? expr_foreign(expr, lint->forms) : NULL;
    (void)key;
    if (!expr)
        tell_refused(lint, value, &err);
    if (path)
        tell_cell(lint, value, path);
}

static void check_clause(struct lint *lint, const cJSON *value)
{
    struct err err = {0};
    const struct expr *sides[2] = {NULL, NULL};
    struct clause *clause = clause_compile(value->valuestring, lint->set->arena, &err);
    if (clause)
        clause_sides(clause, sides);
    else
        tell_refused(lint, value, &err);
    const char *path = sides[0] ? expr_foreign(sides[0], lint->forms) : NULL;
    path = path || !sides[1] ? path : expr_foreign(sides[1], lint->forms);
    if (path)
        tell_cell(lint, value, path);
}

/* Those of the organ have no cells, and are no clauses. */
void lint_clauses(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    const cJSON *list, *text;
    (void)key;
    cJSON_ArrayForEach (list, value)
        cJSON_ArrayForEach (text, list)
            if (cJSON_IsString(text) && strncmp(text->valuestring, "organ ", 6) != 0)
                check_clause(lint, text);
}

static bool has_cell(const struct form_table *table, const struct form_block *block, const char *id)
{
    (void)table;
    for (size_t i = 0; i < block->nrows * block->ncols; i++)
        if (!block->rows[i / block->ncols].is_group && strcmp(block->cell_ids[i], id) == 0)
            return true;
    return false;
}

/* "T3", "T2.a5" */
static bool is_place(const struct form_table *table, const struct form_block *block,
                     const char *name)
{
    size_t n = strlen(table->name);
    const char *id = name[n] == '.' ? name + n + 1 : name + n;
    return strncmp(name, table->name, n) == 0 && strcmp(id, block->id) == 0;
}

static bool has_row(const struct form_table *table, const struct form_block *block, const char *id)
{
    for (size_t i = 0; table->id == TABLE_T2 && i < block->nrows; i++)
        if (strcmp(block->rows[i].id, id) == 0)
            return true;
    return false;
}

static bool has_column(const struct form_table *table, const struct form_block *block,
                       const char *id)
{
    for (size_t i = 0; table->id == TABLE_T2 && i < block->ncols; i++)
        if (strcmp(block->cols[i].id, id) == 0)
            return true;
    return false;
}

void lint_cell(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    (void)key;
    if (!some_block(lint->forms, has_cell, value->valuestring))
        tell_cell(lint, value, value->valuestring);
}

void lint_cells(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    const cJSON *cell;
    cJSON_ArrayForEach (cell, value)
        lint_cell(lint, key, cell);
}

void lint_places(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    const char *each = json_string(lint->record, "each");
    bool by_cell = each && strcmp(each, "cell") == 0;
    const cJSON *place;
    (void)key;
    cJSON_ArrayForEach (place, value) {
        enum table_id table;
        const char *name = place->valuestring;
        if (places_table(name, strcspn(name, "."), &table) && /* or loading tells */
            !some_block(lint->forms, by_cell ? has_cell : is_place, name))
            tell_cell(lint, place, name);
    }
}

void lint_row(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    if (!some_block(lint->forms, key->type == KEY_ROW ? has_row : has_column, value->valuestring))
        tell_cell(lint, value, value->valuestring);
}

bool lint_has_section(const struct forms *forms, const char *id)
{
    const struct form_section *sections;
    size_t n = forms_sections(forms, &sections), i = 0;
    while (i < n && strcmp(sections[i].id, id) != 0)
        i++;
    return i < n;
}

void lint_section(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    (void)key;
    if (!lint_has_section(lint->forms, value->valuestring))
        lint_tell(lint, value, _("\"%s\": %s"), value->valuestring,
                  _("there is no such section; they are S1, S2 and so on"));
}

void lint_sections(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    const cJSON *section;
    cJSON_ArrayForEach (section, value)
        lint_section(lint, key, section);
}

void lint_rule_id(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    if (!ruleset_find(lint->set, value->valuestring))
        lint_tell(lint, value, _("\"%s\": there is no check %s; gouji rules lists them"), key->name,
                  value->valuestring);
}

static const cJSON *sources_of(const struct lint *lint, const cJSON *list)
{
    return patterns_sources(json_get(lint->file->document, "shared"), list);
}

void lint_patterns(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    const cJSON *pattern, *sources = sources_of(lint, value);
    struct err err = {0};
    (void)key;
    if (!sources && patterns_refuse(value, &err) < 0)
        tell_refused(lint, value, &err);
    cJSON_ArrayForEach (pattern, sources) {
        err_clear(&err);
        if (lint->file->tells_all && /* or loading has told */
            pattern_check(json_text(pattern), &err) < 0)
            tell_refused(lint, pattern, &err);
    }
}

static void check_numbers(struct lint *lint, const cJSON *value)
{
    const cJSON *pattern;
    cJSON_ArrayForEach (pattern, sources_of(lint, value))
        if (!strstr(json_text(pattern), "(#"))
            lint_tell(lint, pattern,
                      _("the pattern \"%s\" takes no number: put (#) where the number stands"),
                      json_text(pattern));
}

void lint_numbers(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    lint_patterns(lint, key, value);
    check_numbers(lint, value);
}

void lint_list(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    const cJSON *list = json_get(json_get(lint->record, "patterns"), value->valuestring);
    if (!list)
        lint_tell(lint, value, _("\"%s\" names \"%s\", but \"patterns\" has no such list"),
                  key->name, value->valuestring);
    else if (key->type == KEY_NUMBER_LIST)
        check_numbers(lint, list);
}

/* Only where the file is asked about: a clock that is slow keeps no set from being used. What
 * is nowhere on earth today's date yet is to come. */
void lint_day(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    enum { AHEAD_SECONDS = 14 * 3600, DAY_NBYTES = 16 };
    const char *day = cJSON_IsString(value) ? value->valuestring : NULL;
    time_t now = time(NULL) + AHEAD_SECONDS;
    char today[DAY_NBYTES];
    struct tm there;
    if (!lint->file->tells_all || !day || !ruleset_is_day(day) || !gmtime_r(&now, &there) ||
        !strftime(today, sizeof today, "%Y-%m-%d", &there))
        return;
    if (strcmp(day, today) > 0)
        lint_tell(lint, value,
                  _("\"%s\" is %s, which is still to come; it is the day of the change"), key->name,
                  day);
}
