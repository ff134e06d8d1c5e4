#include "lint.h"

#include "gouji/base/json.h"
#include "lint_values.h"
#include "places.h"

/* A kind adds its keys to those that every rule has. */
struct known {
    const struct rule_key *lists[2]; /* NULL: none */
};

/* How many letters to add, take away or change. */
static size_t letters_apart(const char *a, const char *b)
{
    enum { LONGEST = 24 };
    size_t row[LONGEST + 1], na = strlen(a), nb = strlen(b);
    if (na > LONGEST || nb > LONGEST)
        return LONGEST;
    for (size_t j = 0; j <= nb; j++)
        row[j] = j;
    for (size_t i = 1; i <= na; i++) {
        size_t before = row[0];
        row[0] = i;
        for (size_t j = 1; j <= nb; j++) {
            size_t changed = before + (a[i - 1] != b[j - 1]);
            before = row[j];
            size_t moved = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
            row[j] = changed < moved ? changed : moved;
        }
    }
    return row[nb];
}

static const struct rule_key *find_key(const struct known *known, const char *name)
{
    for (size_t i = 0; i < 2; i++)
        for (const struct rule_key *key = known->lists[i]; key && key->name; key++)
            if (strcmp(key->name, name) == 0)
                return key;
    return NULL;
}

/* The member of what is known here that has a key of this name itself; NULL. */
static const char *place_of(const struct known *known, const char *name)
{
    for (size_t i = 0; i < 2; i++)
        for (const struct rule_key *key = known->lists[i]; key && key->name; key++)
            for (const struct rule_key *own = key->members; own && own->name; own++)
                if ((key->type == KEY_LISTS || key->type == KEY_OBJECT) &&
                    strcmp(own->name, name) == 0)
                    return key->name;
    return NULL;
}

/* What was meant, or where it belongs, or all there are. */
static void tell_unknown(struct lint *lint, const struct known *known, const cJSON *member)
{
    enum { NEAR = 2 };
    const char *name = member->string, *nearest = NULL;
    size_t least = strlen(name) > NEAR ? NEAR + 1 : NEAR;
    struct str keys = STR_INIT;
    for (size_t i = 0; i < 2; i++)
        for (const struct rule_key *key = known->lists[i]; key && key->name; key++) {
            size_t apart = letters_apart(name, key->name);
            nearest = apart < least ? key->name : nearest;
            least = apart < least ? apart : least;
            str_format(&keys, "%s%s", keys.nbytes > 0 ? " " : "", key->name);
        }
    const char *place = place_of(known, name);
    if (place)
        lint_tell(lint, member, _("\"%s\" is not known here; it belongs in \"%s\""), name, place);
    else if (nearest)
        lint_tell(lint, member, _("\"%s\" is not known here; is \"%s\" meant?"), name, nearest);
    else if (keys.nbytes > 0)
        lint_tell(lint, member, _("\"%s\" is not known here; known are: %s"), name,
                  str_text(&keys));
    else
        lint_tell(lint, member, _("\"%s\" is asked for by nothing here"), name);
    lint->out->failed |= keys.failed;
    str_release(&keys);
}

static void check_value(struct lint *lint, const struct rule_key *key, const cJSON *value);

static void check_required(struct lint *lint, const struct rule_key *keys, const cJSON *object)
{
    for (const struct rule_key *key = keys; key && key->name; key++) {
        if (!key->is_required || json_get(object, key->name) || json_get(object, key->unless))
            continue;
        if (object->string)
            lint_tell(lint, object, _("\"%s\" lacks \"%s\", which must be %s"), object->string,
                      key->name, _(lint_must_be(key)));
        else
            lint_tell(lint, object, _("\"%s\" is missing; it must be %s"), key->name,
                      _(lint_must_be(key)));
    }
}

static void check_object(struct lint *lint, const struct known *known, const cJSON *object)
{
    const cJSON *member;
    cJSON_ArrayForEach (member, object) {
        const struct rule_key *key = find_key(known, member->string);
        if (key)
            check_value(lint, key, member);
        else
            tell_unknown(lint, known, member);
    }
    for (size_t i = 0; i < 2; i++)
        check_required(lint, known->lists[i], object);
}

static void check_members(struct lint *lint, const struct rule_key *key, const cJSON *object)
{
    check_object(lint, &(struct known){{key->members}}, object);
}

static void check_each(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    const cJSON *object;
    cJSON_ArrayForEach (object, value)
        if (cJSON_IsObject(object))
            check_members(lint, key, object);
}

/* Of the members only the names are new to whoever loads it. */
static void check_names(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    if (key->members && cJSON_IsArray(value))
        check_each(lint, key, value);
    else if (key->members && cJSON_IsObject(value))
        check_members(lint, key, value);
}

/* Each list is one that the kind asks for by its name, or that the record names. */
static void check_lists(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    static const struct rule_key named = {.name = "patterns", .type = KEY_PATTERNS};
    const struct known known = {{key->members}};
    const cJSON *list;
    cJSON_ArrayForEach (list, value) {
        const struct rule_key *own = find_key(&known, list->string);
        if (own || lint_names(lint->record, list->string))
            check_value(lint, own ? own : &named, list);
        else
            tell_unknown(lint, &known, list);
    }
    check_required(lint, key->members, value);
}

/* Whether a record's patterns have the list's name in place of a list. */
static bool is_shared(const cJSON *document, const char *name)
{
    const cJSON *record, *list;
    cJSON_ArrayForEach (record, json_get(document, "rules"))
        cJSON_ArrayForEach (list, json_get(record, "patterns"))
            if (strcmp(json_text(list), name) == 0)
                return true;
    return false;
}

static void check_shared(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    static const struct rule_key named = {.name = "shared", .type = KEY_WORDS};
    const cJSON *list; /* whose patterns are looked at where a record names it */
    (void)key;
    cJSON_ArrayForEach (list, value) {
        if (!is_shared(lint->file->document, list->string))
            lint_tell(lint, list, _("\"%s\" is asked for by nothing here"), list->string);
        check_value(lint, &named, list);
    }
}

/* NULL: any name will do. */
static const char *name_fault(const struct lint *lint, enum key_type type, const char *name)
{
    enum table_id table;
    switch (type) {
    case KEY_BY_TABLE:
        return places_table(name, strlen(name), &table)
                   ? NULL
                   : _("there is no such table; they are T2, T3, T4");
    case KEY_BY_KIND:
        return rule_kind_find(name)
                   ? NULL
                   : _("there is no such kind of rules; gouji-rules(5) lists them");
    case KEY_WORDS_BY_SECTION:
        return lint_has_section(lint->forms, name)
                   ? NULL
                   : _("there is no such section; they are S1, S2 and so on");
    case KEY_WORDS_BY_EDITION:
        return forms_find(lint->forms, name) ? NULL : _("there is no such edition of the form");
    default:
        return NULL;
    }
}

static void check_by_name(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    const cJSON *member;
    cJSON_ArrayForEach (member, value) {
        const struct rule_key one = {.name = member->string,
                                     .type = key->members ? KEY_OBJECT : KEY_WORDS,
                                     .members = key->members};
        const char *fault = name_fault(lint, key->type, member->string);
        if (fault)
            lint_tell(lint, member, _("\"%s\": %s"), member->string, fault);
        if (key->type == KEY_BY_KIND)
            lint->kind = kind_keys_find(member->string);
        check_value(lint, &one, member);
    }
}

/* Messages that a kind has in common have one for no case, too. */
static void check_templates(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    const struct kind_keys *kind = lint->kind;
    const cJSON *message;
    (void)key;
    cJSON_ArrayForEach (message, value) {
        const struct rule_key one = {.name = message->string, .type = KEY_TEMPLATE};
        bool is_own = lint->record
                          ? kind && kind->has_own_cases && lint_names(lint->record, message->string)
                          : strcmp(message->string, "fail") == 0;
        if (!is_own && kind && !words_have(kind->cases, message->string, strlen(message->string)))
            lint_tell_case(lint, message, message->string);
        check_value(lint, &one, message);
    }
}

static void check_rules(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    const cJSON *record;
    (void)key;
    cJSON_ArrayForEach (record, value) {
        lint->record = record;
        lint->kind = kind_keys_find(json_string(record, "kind"));
        size_t before = lint->n;
        if (lint->kind) /* or loading tells */
            check_object(lint, &(struct known){{RULE_KEYS, lint->kind->keys}}, record);
        if (lint->kind && lint->n == before)
            lint_idle(lint);
    }
    lint->record = NULL;
    lint->kind = NULL;
}

static bool is_object(const cJSON *value)
{
    return cJSON_IsObject(value);
}

static bool are_objects(const cJSON *value)
{
    const cJSON *object;
    cJSON_ArrayForEach (object, value)
        if (!cJSON_IsObject(object))
            return false;
    return cJSON_IsArray(value);
}

static bool is_any(const cJSON *value)
{
    return value != NULL;
}

static bool is_list(const cJSON *value)
{
    return cJSON_IsArray(value);
}

static bool are_clauses(const cJSON *value)
{
    const cJSON *list;
    cJSON_ArrayForEach (list, value)
        if (!lint_are_words(list))
            return false;
    return cJSON_IsArray(value);
}

/* In a record, in place of the list: loading tells whether there is one of the name. */
static bool are_patterns(const cJSON *value)
{
    return lint_are_words(value) || lint_is_word(value);
}

static bool are_lists(const cJSON *value)
{
    const cJSON *list;
    cJSON_ArrayForEach (list, value)
        if (!cJSON_IsArray(list))
            return false;
    return cJSON_IsObject(value);
}

static bool is_truth(const cJSON *value)
{
    return cJSON_IsBool(value);
}

static bool is_number(const cJSON *value)
{
    return cJSON_IsNumber(value);
}

static const struct {
    const char *must_be;
    bool (*fits)(const cJSON *value);
    lint_check *check; /* of what fits; NULL: there is no more to it */
} TYPES[KEY_TYPE_COUNT] = {
    [KEY_ANY] = {"", is_any, check_names},
    [KEY_TABLES] = {N_("a list of tables: [\"T2\", \"T3\"]"), is_any, NULL},
    [KEY_WORD] = {N_("a text: \"…\""), lint_is_word, NULL},
    [KEY_WORDS] = {N_("a list of texts: [\"…\", \"…\"]"), lint_are_words, NULL},
    [KEY_TEXT] = {N_("a text, or {\"zh\": \"…\", \"en\": \"…\"}"), lint_is_text, NULL},
    [KEY_TEXTS] = {N_("a list of texts, each {\"zh\": \"…\", \"en\": \"…\"}"), lint_are_texts,
                   NULL},
    [KEY_TEMPLATE] = {N_("a text, or {\"zh\": \"…\", \"en\": \"…\"}"), lint_is_text, lint_template},
    [KEY_TEMPLATES] = {N_("an object: {\"…\": {\"zh\": \"…\", \"en\": \"…\"}}"), is_object,
                       check_templates},
    [KEY_TRUTH] = {N_("true or false, without quotes"), is_truth, NULL},
    [KEY_NUMBER] = {N_("a whole number, without quotes"), is_number, NULL},
    [KEY_CHOICE] = {N_("a text: \"…\""), lint_is_word, lint_choice},
    [KEY_CASE] = {N_("a text: \"…\""), lint_is_word, lint_case},
    [KEY_FORMULA] = {N_("a formula: \"T3.new.np + T3.new.co\""), lint_is_word, lint_formula},
    [KEY_CLAUSES] = {N_("a list of lists of comparisons: [[\"T3.new.tot > 0\"]]"), are_clauses,
                     lint_clauses},
    [KEY_PLACES] = {N_("a list of tables, blocks or cells: [\"T3\"], [\"T2.a5\"], "
                       "[\"T3.new.tot\"]"),
                    lint_are_words, lint_places},
    [KEY_CELL] = {N_("a cell: \"T3.new.tot\""), lint_is_word, lint_cell},
    [KEY_CELLS] = {N_("a list of cells: [\"T3.new.tot\"]"), lint_are_words, lint_cells},
    [KEY_ROW] = {N_("a row of table two"), lint_is_word, lint_row},
    [KEY_COLUMN] = {N_("a column of table two"), lint_is_word, lint_row},
    [KEY_SECTION] = {N_("a section: \"S1\""), lint_is_word, lint_section},
    [KEY_SECTIONS] = {N_("a list of sections: [\"S1\"]"), lint_are_words, lint_sections},
    [KEY_DAY] = {"", is_any, lint_day},
    [KEY_CHECK] = {N_("the id of a check: \"TT-01\""), lint_is_word, lint_rule_id},
    [KEY_LIST] = {N_("the name of a list of \"patterns\""), lint_is_word, lint_list},
    [KEY_NUMBER_LIST] = {N_("the name of a list of \"patterns\""), lint_is_word, lint_list},
    [KEY_PATTERNS] = {N_("a list of patterns: [\"…\", \"…\"]"), are_patterns, lint_patterns},
    [KEY_NUMBERS] = {N_("a list of patterns with their number: [\"…(#)…\"]"), are_patterns,
                     lint_numbers},
    [KEY_LISTS] = {N_("an object of lists of patterns: {\"…\": [\"…\"]}"), is_object, check_lists},
    [KEY_SHARED] = {N_("an object of lists of patterns: {\"…\": [\"…\"]}"), are_lists,
                    check_shared},
    [KEY_OBJECT] = {N_("an object: {\"…\": …}"), is_object, check_members},
    [KEY_OBJECTS] = {N_("a list of objects: [{\"…\": …}]"), are_objects, check_each},
    [KEY_BY_NAME] = {N_("an object of objects: {\"…\": {\"…\": …}}"), is_object, check_by_name},
    [KEY_BY_TABLE] = {N_("an object by table: {\"T4\": {\"…\": …}}"), is_object, check_by_name},
    [KEY_BY_KIND] = {N_("an object by kind of rule: {\"SUM\": {\"…\": …}}"), is_object,
                     check_by_name},
    [KEY_WORDS_BY_NAME] = {N_("an object of lists of texts: {\"…\": [\"…\"]}"), is_object,
                           check_by_name},
    [KEY_WORDS_BY_SECTION] = {N_("an object by section: {\"S1\": [\"…\"]}"), is_object,
                              check_by_name},
    [KEY_WORDS_BY_EDITION] = {N_("an object by edition: {\"2021\": [\"…\"]}"), is_object,
                              check_by_name},
    [KEY_RULES] = {N_("a list of objects: [{\"…\": …}]"), is_list, check_rules},
};

const char *lint_must_be(const struct rule_key *key)
{
    return TYPES[key->type].must_be;
}

static void check_value(struct lint *lint, const struct rule_key *key, const cJSON *value)
{
    bool is_idle = key->is_required && key->type != KEY_LISTS &&
                   (cJSON_IsArray(value) || cJSON_IsObject(value)) && !value->child;
    if (is_idle || !TYPES[key->type].fits(value))
        lint_tell(lint, value, _("\"%s\" must be %s"), key->name, _(lint_must_be(key)));
    else if (TYPES[key->type].check)
        TYPES[key->type].check(lint, key, value);
    if (key->list && !json_get(json_get(lint->record, "patterns"), key->list))
        lint_tell(lint, value, _("\"%s\" needs a list \"%s\" in \"patterns\""), key->name,
                  key->list);
}

size_t lint_file(const struct rule_file *file, const struct ruleset *set, const struct forms *forms,
                 struct str *out)
{
    struct lint lint = {.file = file, .set = set, .forms = forms, .out = out};
    static const struct rule_key rules = {.name = "rules", .type = KEY_RULES};
    json_unfold(file->document);
    const cJSON *header = json_get(file->document, "set");
    if (header && header != set->header)
        lint_tell(&lint, header,
                  _("\"set\" names the whole rule set and belongs in no local file"));
    bool is_container = cJSON_IsArray(file->document) || cJSON_IsObject(file->document);
    if (is_container && !file->document->child)
        lint_tell(&lint, file->document, _("the file is empty: it holds no rule and changes none"));
    else if (cJSON_IsArray(file->document))
        check_rules(&lint, &rules, file->document);
    else if (cJSON_IsObject(file->document))
        check_object(&lint, &(struct known){{FILE_KEYS}}, file->document);
    else
        lint_tell(&lint, file->document, _("a rule file is an object {…} or a list of rules […]"));
    return lint.n;
}
