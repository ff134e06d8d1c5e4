/* Loading rule files: an object {"set", "kinds", "shared", "rules", "off", "on"} or a
 * plain array of records. Later files may switch off what earlier ones gave. */
#include "ruleset_parts.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gouji/base/json.h"
#include "gouji/base/path.h"
#include "gouji/base/vec.h"
#include "lead.h"
#include "pattern.h"
#include "prose_kinds.h"

enum { RULES_MAX_NBYTES = 1024 * 1024, RULE_ID_MAX = 32 };

static const char *const LANG_KEYS[LANG_COUNT] = {[LANG_ZH] = "zh", [LANG_EN] = "en"};

const char *rule_text(const cJSON *object, enum lang lang)
{
    return cJSON_IsString(object) ? object->valuestring : json_string(object, LANG_KEYS[lang]);
}

/* What is wrong with the record or the switch, on the line of the value, or of its id. Who does not
 * ask for all faults is told where they are. */
static int tell_fault(const struct rule_file *file, const cJSON *record, const cJSON *at,
                      const char *what, struct err *err)
{
    const cJSON *named = cJSON_IsObject(record) ? json_get(record, "id") : record;
    const char *id = cJSON_GetStringValue(named);
    json_unfold(file->document);
    size_t line = json_line(file->bytes, file->document, at ? at : named ? named : record);
    err_set(err, ERR_INPUT, _("%s:%zu: rule %s: %s"), file->name, line, id && *id ? id : "?", what);
    return file->is_own && !file->tells_all ? ruleset_point_to_check(err) : -1;
}

int ruleset_fault(const struct rule_file *file, const cJSON *record, const char *what,
                  struct err *err)
{
    return tell_fault(file, record, NULL, what, err);
}

int ruleset_point_to_check(struct err *err)
{
    char fault[ERR_TEXT_NBYTES];
    snprintf(fault, sizeof fault, "%s", err->text);
    return err_set(err, ERR_INPUT, _("%.*s (gouji rules --check names all faults)"),
                   (int)strcspn(fault, "\n"), fault);
}

/* What records of all kinds may have. */
enum {
    ID,
    VERSION,
    CLASS,
    ON,
    WHY_OFF,
    SEVERITY,
    NAME,
    BASIS,
    EXPLAIN,
    GUARDS,
    CAUSES,
    KIND,
    MESSAGE,
    MESSAGES,
    LED_BY,
    MASK,
    ONE_CAUSE,
    PRIOR,
    NKEYS
};
static const char *const KEYS[NKEYS] = {
    [ID] = "id",           [VERSION] = "version",     [CLASS] = "class",
    [ON] = "on",           [WHY_OFF] = "why_off",     [SEVERITY] = "severity",
    [NAME] = "name",       [BASIS] = "basis",         [EXPLAIN] = "explain",
    [GUARDS] = "guards",   [CAUSES] = "causes",       [KIND] = "kind",
    [MESSAGE] = "message", [MESSAGES] = "messages",   [LED_BY] = "led_by",
    [MASK] = "mask",       [ONE_CAUSE] = "one_cause", [PRIOR] = "prior"};

static bool has_both_texts(const cJSON *object)
{
    return rule_text(object, LANG_ZH) && rule_text(object, LANG_EN);
}

static bool class_parse(const char *name, enum rule_class *out)
{
    static const char *const names[] = {
        [RULE_NOTE] = "note", [RULE_QUERY] = "query", [RULE_HARD] = "hard"};
    for (size_t i = 0; name && i < sizeof names / sizeof *names; i++) {
        if (strcmp(name, names[i]) == 0) {
            *out = (enum rule_class)i;
            return true;
        }
    }
    return false;
}

/* 0: none. */
static int version_of(const cJSON *member)
{
    return cJSON_IsNumber(member) ? (int)member->valuedouble : 0;
}

static const char *record_fault(const struct ruleset *set, const struct rule *rule,
                                const cJSON *const *members)
{
    enum rule_class class;
    const struct rule *same = ruleset_find(set, rule->id);
    if (strlen(rule->id) > RULE_ID_MAX)
        return _("the id is too long");
    if (same && same != rule)
        return _("a rule with this id was loaded before");
    if (version_of(members[VERSION]) < 1)
        return _("\"version\" must be a whole number from 1");
    if (!class_parse(cJSON_GetStringValue(members[CLASS]), &class))
        return _("\"class\" must be hard, query or note");
    if (!severities_valid(members[SEVERITY]))
        return _("\"severity\" must list error, warning or info, only the last without \"when\"");
    if (!has_both_texts(members[NAME]))
        return _("\"name\" must have zh and en");
    if (!has_both_texts(members[BASIS]))
        return _("\"basis\" must have zh and en");
    if (!rule->how)
        return _("\"kind\" is none that gouji knows; gouji-rules(5) lists them");
    if (!leads_valid(members[LED_BY]))
        return _("\"led_by\" must list checks, each with \"by\": instance, section, first, any "
                 "or sentence");
    if (cJSON_IsFalse(members[ON]) && !has_both_texts(members[WHY_OFF]))
        return _("a rule that is off needs \"why_off\"");
    return NULL;
}

/* Rules of one kind mostly stand together. */
static const struct rule_kind *find_kind(const struct ruleset *set, const char *name)
{
    const struct rule_kind *last = set->nrules > 0 ? set->rules[set->nrules - 1].how : NULL;
    return name && last && strcmp(last->name, name) == 0 ? last : rule_kind_find(name);
}

/* As much as tells whether it comes first. */
static void rule_sketch(struct rule *rule, const struct ruleset *set, const struct rule_file *file,
                        const cJSON *record, const char *id)
{
    *rule = (struct rule){
        .id = id,
        .arena = set->arena,
        .kind = json_string(record, "kind"),
        .on = json_bool(record, "on", true),
        .file = file->name,
        .record = record,
        .shared = json_get(file->document, "shared"),
        .common_lists = set->common_lists,
    };
    rule->how = find_kind(set, rule->kind);
}

static void rule_fill(struct rule *rule, const cJSON *const *members)
{
    rule->version = version_of(members[VERSION]);
    rule->hides = rule->how->evaluate == privacy_evaluate || cJSON_IsTrue(members[MASK]);
    rule->is_one_cause = cJSON_IsTrue(members[ONE_CAUSE]);
    rule->needs_prior = cJSON_IsTrue(members[PRIOR]);
    rule->led_by = members[LED_BY];
    class_parse(cJSON_GetStringValue(members[CLASS]), &rule->rclass);
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        const char *explain = rule_text(members[EXPLAIN], (enum lang)lang);
        rule->name[lang] = rule_text(members[NAME], (enum lang)lang);
        rule->basis[lang] = rule_text(members[BASIS], (enum lang)lang);
        rule->explain[lang] = explain ? explain : "";
        if (!rule->when_off) /* a later file may have said why already */
            rule->why_off[lang] = rule->on ? NULL : rule_text(members[WHY_OFF], (enum lang)lang);
    }
}

/* What all rules of its kind say; NULL: no memory. */
static const struct rule_message *common_messages(const struct ruleset *set,
                                                  const struct rule *rule)
{
    for (size_t i = set->nrules; i-- > 0;)
        if (set->rules[i].how == rule->how && set->rules[i].common)
            return set->rules[i].common;
    const cJSON **lists = arena_array(set->arena, set->nfiles, sizeof *lists);
    for (size_t i = 0; lists && i < set->nfiles; i++) {
        const cJSON *kind = json_get(json_get(set->files[i].document, "kinds"), rule->kind);
        json_unfold(kind);
        lists[i] = json_get(kind, "messages");
    }
    return lists ? messages_compile(set->arena, lists, set->nfiles, NULL) : NULL;
}

/* What every finding asks of its rule. */
static int know_texts(const struct ruleset *set, struct rule *rule, const cJSON *const *members)
{
    rule->common = common_messages(set, rule);
    rule->messages = messages_compile(set->arena, &members[MESSAGES], 1, members[MESSAGE]);
    rule->weights = severities_compile(set->arena, members[SEVERITY]);
    return rule->common && rule->messages && rule->weights ? 0 : -1;
}

static const cJSON *records_of(const struct rule_file *file)
{
    return cJSON_IsArray(file->document) ? file->document : json_get(file->document, "rules");
}

/* That gave it; others may have changed it since. */
static const struct rule_file *file_of(const struct ruleset *set, const struct rule *rule)
{
    const cJSON *record;
    for (size_t i = 0; i < set->nfiles; i++)
        cJSON_ArrayForEach (record, records_of(&set->files[i]))
            if (record == rule->record)
                return &set->files[i];
    return &set->files[0];
}

static int compile_rule(const struct ruleset *set, struct rule *rule, struct err *err)
{
    const cJSON *at = NULL;
    rule->compiled = rule->how->compile ? rule->how->compile(rule, &at, err) : NULL;
    if (rule->compiled && rule->how->release == patterns_release)
        rule->kept = patterns_own(rule->compiled);
    if (rule->compiled || !rule->how->compile)
        return 0;
    char reason[ERR_TEXT_NBYTES];
    if (err->kind == ERR_NOMEM)
        return -1;
    snprintf(reason, sizeof reason, "%s", err->text);
    return tell_fault(file_of(set, rule), rule->record, at, reason, err);
}

static int complete_rule(const struct ruleset *set, const struct rule_file *file, struct rule *rule,
                         struct err *err)
{
    const cJSON *members[NKEYS];
    json_unfold(rule->record);
    json_unfold(rule->shared);
    json_members(rule->record, KEYS, NKEYS, members);
    const char *what = record_fault(set, rule, members);
    if (what)
        return ruleset_fault(file, rule->record, what, err);
    rule_fill(rule, members);
    return know_texts(set, rule, members) < 0 ? err_set_nomem(err) : 0;
}

/* Not what a local file may want to change. */
static bool may_wait(const struct ruleset *set, const struct rule *rule)
{
    return set->begun && rule->how && !rule->how->is_first && !set->files[set->nfiles - 1].is_own;
}

static int make_room(struct ruleset *set)
{
    if (set->nrules < set->rules_capacity)
        return 0;
    size_t wanted = set->rules_capacity ? set->rules_capacity * 2 : 128;
    struct rule *grown = aligned_alloc(RULE_LINE, wanted * sizeof *grown);
    if (!grown)
        return -1;
    if (set->nrules > 0)
        memcpy(grown, set->rules, set->nrules * sizeof *grown);
    free(set->rules);
    set->rules = grown;
    set->rules_capacity = wanted;
    return 0;
}

static int add_rule(struct ruleset *set, const struct rule_file *file, const cJSON *record,
                    struct err *err)
{
    const char *id = json_string(record, "id");
    if (!id || !*id)
        return ruleset_fault(file, record, _("a rule must have an \"id\""), err);
    if (make_room(set) < 0)
        return err_set_nomem(err);
    struct rule *rule = &set->rules[set->nrules];
    rule_sketch(rule, set, file, record, id);
    if (!may_wait(set, rule) && complete_rule(set, file, rule, err) < 0)
        return -1;
    if ((rule->how->is_first || !set->begun) && compile_rule(set, rule, err) < 0)
        return -1;
    set->nrules++;
    /* The same id twice is told once all are known. */
    const void *place = (const void *)(uintptr_t)set->nrules;
    return map_keep(set->by_id, slice_of(id), place) ? 0 : err_set_nomem(err);
}

/* A fault is told and passed over where all are wanted. */
int ruleset_settle(struct ruleset *set, int result, struct err *err)
{
    if (result == 0 || !set->faults || err->kind == ERR_NOMEM)
        return result;
    ruleset_add_fault(set->faults, err->text);
    set->nfaults++;
    err_clear(err);
    return 0;
}

int ruleset_add_records(struct ruleset *set, const struct rule_file *file, struct err *err)
{
    const cJSON *record;
    cJSON_ArrayForEach (record, records_of(file)) {
        if (ruleset_settle(set, add_rule(set, file, record, err), err) < 0)
            return -1;
    }
    return ruleset_apply_switches(set, file, err);
}

static void take_header(struct ruleset *set, const cJSON *header)
{
    if (!header || set->header)
        return;
    set->header = header;
    set->id = json_string(header, "id");
    set->version = json_string(header, "version");
}

int ruleset_read_file(struct ruleset *set, char *path, bool is_own, struct err *err)
{
    if (!path)
        return err_set_nomem(err);
    if (vec_room(&set->files, &set->files_capacity, set->nfiles, sizeof *set->files) < 0) {
        free(path);
        return err_set_nomem(err);
    }
    struct rule_file *file = &set->files[set->nfiles++];
    *file = (struct rule_file){.name = path, .is_own = is_own};
    file->document = json_read_folded(set->arena, set->arena, path, RULES_MAX_NBYTES,
                                      _("rule file"), &file->bytes, err);
    take_header(set, json_get(file->document, "set"));
    return file->document ? 0 : -1;
}

static int is_rule_file(const struct dirent *entry)
{
    const char *dot = strrchr(entry->d_name, '.');
    return entry->d_name[0] != '.' && dot && strcmp(dot, ".json") == 0;
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static bool is_left_out(const struct ruleset *set, const char *path)
{
    struct stat status;
    return set->but && stat(path, &status) == 0 && status.st_dev == set->but->st_dev &&
           status.st_ino == set->but->st_ino;
}

/* One of a folder's files, unless it is to be left out; of an office's those behind it are, too:
 * they may build on it. */
static int read_one(struct ruleset *set, const char *dir, const char *name, bool is_own,
                    struct err *err)
{
    char *path = path_join(dir, name);
    bool is_out = path && is_left_out(set, path);
    set->has_left_out |= is_out;
    if (!is_out && !(is_own && set->has_left_out))
        return ruleset_read_file(set, path, is_own, err);
    free(path);
    return 0;
}

static int read_dir(struct ruleset *set, const char *dir, bool is_own, struct err *err)
{
    struct dirent **entries = NULL;
    int n = scandir(dir, &entries, is_rule_file, by_name);
    if (n < 0)
        return err_set_errno(err, _("cannot read the rules in"), dir);
    int result = 0;
    for (int i = 0; i < n; i++) {
        if (result == 0)
            result = read_one(set, dir, entries[i]->d_name, is_own, err);
        free(entries[i]);
    }
    free(entries);
    return result;
}

static int hash_files(struct ruleset *set, struct err *err)
{
    struct slice *parts = calloc(set->nfiles + 1, sizeof *parts);
    for (size_t i = 0; parts && i < set->nfiles; i++)
        parts[i] = set->files[i].bytes;
    int result = parts ? hash_hex_parts(parts, set->nfiles, set->sha256) : -1;
    free(parts);
    return result < 0 ? err_set_nomem(err) : 0;
}

/* What an office keeps beside its configuration comes last. */
static int read_own(struct ruleset *set, struct err *err)
{
    struct stat status;
    struct err why = {0}; /* without HOME there is none */
    char *config = path_config_dir(&why), *dir = config ? path_join(config, "rules") : NULL;
    int result = why.kind == ERR_NOMEM || (config && !dir) ? err_set_nomem(err) : 0;
    if (dir && stat(dir, &status) == 0 && S_ISDIR(status.st_mode))
        result = read_dir(set, dir, true, err);
    free(config);
    free(dir);
    return result;
}

static int read_files(struct ruleset *set, const char *dir, bool with_own, struct err *err)
{
    set->arena = arena_new();
    set->common_lists = set->arena ? common_patterns_make(set->arena) : NULL;
    set->by_id = map_new();
    if (!set->arena || !set->by_id)
        return err_set_nomem(err);
    if (read_dir(set, dir, false, err) < 0)
        return -1;
    if (set->has_left_out)
        return 0;
    if (set->nfiles == 0)
        return err_set(err, ERR_INPUT, _("%s: no rule file (.json) there"), dir);
    if (with_own && read_own(set, err) < 0)
        return -1;
    if (!set->id || !set->version)
        return err_set(err, ERR_INPUT, _("%s: no file has \"set\" with \"id\" and \"version\""),
                       dir);
    return 0;
}

struct ruleset *ruleset_read_but(const char *dir, const struct stat *but, struct err *err)
{
    char *found = dir ? NULL : path_data("rules", err);
    struct ruleset *set = dir || found ? calloc(1, sizeof *set) : NULL;
    if (set) {
        set->but = but;
        if (read_files(set, dir ? dir : found, !dir, err) < 0) {
            ruleset_free(set);
            set = NULL;
        }
    } else if (dir || found) {
        err_set_nomem(err);
    }
    free(found);
    return set;
}

struct ruleset *ruleset_read(const char *dir, struct err *err)
{
    return ruleset_read_but(dir, NULL, err);
}

int ruleset_begin(struct ruleset *set, struct err *err)
{
    set->begun = true;
    for (size_t i = 0; i < set->nfiles; i++)
        if (ruleset_add_records(set, &set->files[i], err) < 0)
            return -1;
    return 0;
}

static int list_rules(struct ruleset *set)
{
    set->off.items = arena_array(set->arena, set->nrules, sizeof(const struct rule *));
    set->changed.items = arena_array(set->arena, set->nrules, sizeof(const struct rule *));
    if (!set->off.items || !set->changed.items)
        return -1;
    for (size_t i = 0; i < set->nrules; i++) {
        const struct rule *rule = &set->rules[i];
        if (!rule->on)
            set->off.items[set->off.n++] = rule;
        if (rule->why_changed)
            set->changed.items[set->changed.n++] = rule;
    }
    return 0;
}

int ruleset_finish(struct ruleset *set, struct err *err)
{
    for (size_t i = 0; i < set->nrules; i++) {
        struct rule *rule = &set->rules[i];
        bool is_sketch = !rule->weights;
        if ((is_sketch && complete_rule(set, file_of(set, rule), rule, err) < 0) ||
            (!rule->compiled && compile_rule(set, rule, err) < 0))
            return -1;
    }
    set->begun = false;
    return list_rules(set) < 0 ? err_set_nomem(err) : hash_files(set, err);
}

struct ruleset *ruleset_load(const char *dir, struct err *err)
{
    struct err local; /* a compile fault's text is wanted even by callers that want no err */
    err_clear(&local);
    struct err *told = err ? err : &local;
    struct ruleset *set = ruleset_read(dir, told);
    if (set && ruleset_begin(set, told) == 0 && ruleset_finish(set, told) == 0)
        return set;
    ruleset_free(set);
    return NULL;
}

void ruleset_free(struct ruleset *set)
{
    if (!set)
        return;
    for (size_t i = 0; i < set->nrules; i++) {
        const struct rule *rule = &set->rules[i];
        if (rule->how->release && rule->compiled)
            rule->how->release(rule->compiled);
    }
    common_patterns_release(set->common_lists);
    for (size_t i = 0; i < set->nfiles; i++) {
        free(set->files[i].name);
    }
    map_free(set->by_id);
    arena_free(set->arena);
    free(set->rules);
    free(set->files);
    free(set);
}

void ruleset_speed_up(struct ruleset *set)
{
    for (size_t i = 0; i < set->nrules; i++) {
        struct rule *rule = &set->rules[i];
        rule_note_own(rule);
        if (rule->on && rule->how->release == patterns_release)
            patterns_speed_up(rule->compiled);
    }
}

size_t ruleset_count(const struct ruleset *set)
{
    return set->nrules;
}

const struct rule *ruleset_at(const struct ruleset *set, size_t index)
{
    return &set->rules[index];
}

const struct rule *ruleset_find(const struct ruleset *set, const char *id)
{
    uintptr_t place = (uintptr_t)map_get(set->by_id, slice_of(id));
    return place ? &set->rules[place - 1] : NULL;
}

struct rule_list ruleset_off(const struct ruleset *set)
{
    return set->off;
}

struct rule_list ruleset_changed(const struct ruleset *set)
{
    return set->changed;
}

bool ruleset_judges(const struct ruleset *set)
{
    for (size_t i = 0; i < set->nrules; i++)
        if (set->rules[i].on)
            return true;
    return false;
}

bool ruleset_wants_peers(const struct ruleset *set)
{
    for (size_t i = 0; i < set->nrules; i++) {
        const char *with = set->rules[i].on ? json_string(set->rules[i].record, "with") : NULL;
        if (with && strcmp(with, "other") == 0)
            return true;
    }
    return false;
}

const char *ruleset_id(const struct ruleset *set)
{
    return set->id;
}

const char *ruleset_version(const struct ruleset *set)
{
    return set->version;
}

const char *ruleset_sha256(const struct ruleset *set)
{
    return set->sha256;
}
