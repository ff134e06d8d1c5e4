/* Loading rule files: an object {"set", "kinds", "rules", "off", "on"} or a
 * plain array of records. Later files may switch off what earlier ones gave. */
#include "gouji/check/ruleset.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "evaluation.h"
#include "gouji/base/json.h"
#include "gouji/base/path.h"
#include "gouji/base/vec.h"
#include "lead.h"
#include "pattern.h"

enum { RULES_MAX_NBYTES = 1024 * 1024, RULE_ID_MAX = 32 };

struct rule_file {
    char *name;
    struct slice bytes;
    const cJSON *document; /* in the set's arena, as the bytes */
};

struct ruleset {
    struct arena *arena;
    struct rule_file *files;
    size_t nfiles, files_capacity;
    struct rule *rules;
    size_t nrules, rules_capacity;
    const char *id, *version;
    char sha256[HASH_HEX_NBYTES];
    bool begun;         /* only rules that come first are compiled */
    struct str *faults; /* all faults are told here; NULL: the first one ends it */
    int nfaults;
};

static const char *const LANG_KEYS[LANG_COUNT] = {[LANG_ZH] = "zh", [LANG_EN] = "en"};

const char *rule_text(const cJSON *object, enum lang lang)
{
    return cJSON_IsString(object) ? object->valuestring : json_string(object, LANG_KEYS[lang]);
}

/* Line of the record in its file, found by its quoted id; 0 when not found. */
static size_t line_of_id(const struct rule_file *file, const char *id)
{
    char quoted[RULE_ID_MAX + 3];
    int n = snprintf(quoted, sizeof quoted, "\"%s\"", id);
    if (n < 0 || (size_t)n >= sizeof quoted)
        return 0;
    const char *at = slice_find(file->bytes, slice_of(quoted));
    size_t line = at ? 1 : 0;
    for (const char *p = file->bytes.ptr; at && p < at; p++)
        line += *p == '\n';
    return line;
}

static int fault(const struct rule_file *file, const char *id, const char *what, struct err *err)
{
    return err_set(err, ERR_INPUT, _("%s:%zu: rule %s: %s"), file->name, line_of_id(file, id), id,
                   what);
}

static bool has_both_texts(const cJSON *record, const char *key)
{
    const cJSON *object = json_get(record, key);
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

static const char *record_fault(const struct ruleset *set, const cJSON *record,
                                const struct rule_kind *kind)
{
    enum rule_class class;
    const char *id = json_string(record, "id");
    if (strlen(id) > RULE_ID_MAX)
        return _("the id is too long");
    if (ruleset_find(set, id))
        return _("a rule with this id was loaded before");
    if (json_integer(record, "version", 0) < 1)
        return _("\"version\" must be a whole number from 1");
    if (!class_parse(json_string(record, "class"), &class))
        return _("\"class\" must be hard, query or note");
    if (!severities_valid(json_get(record, "severity")))
        return _("\"severity\" must list error, warning or info, only the last without \"when\"");
    if (!has_both_texts(record, "name"))
        return _("\"name\" must have zh and en");
    if (!has_both_texts(record, "basis"))
        return _("\"basis\" must have zh and en");
    if (!kind)
        return _("\"kind\" is none that gouji knows");
    if (!leads_valid(json_get(record, "led_by")))
        return _("\"led_by\" must list checks, each with \"by\": instance, section, first or any");
    if (!json_bool(record, "on", true) && !has_both_texts(record, "why_off"))
        return _("a rule that is off needs \"why_off\"");
    return NULL;
}

static void rule_fill(struct rule *rule, const struct rule_file *file, const cJSON *record,
                      const struct rule_kind *kind)
{
    *rule = (struct rule){
        .id = json_string(record, "id"),
        .version = (int)json_integer(record, "version", 1),
        .kind = json_string(record, "kind"),
        .how = kind,
        .on = json_bool(record, "on", true),
        .file = file->name,
        .record = record,
        .message = json_get(record, "message"),
        .messages = json_get(record, "messages"),
        .is_one_cause = json_bool(record, "one_cause", false),
        .led_by = json_get(record, "led_by"),
    };
    class_parse(json_string(record, "class"), &rule->rclass);
    for (int lang = 0; lang < LANG_COUNT; lang++) {
        const char *explain = rule_text(json_get(record, "explain"), (enum lang)lang);
        rule->name[lang] = rule_text(json_get(record, "name"), (enum lang)lang);
        rule->basis[lang] = rule_text(json_get(record, "basis"), (enum lang)lang);
        rule->explain[lang] = explain ? explain : "";
        rule->why_off[lang] =
            rule->on ? NULL : rule_text(json_get(record, "why_off"), (enum lang)lang);
    }
}

/* What every finding asks of its rule. */
static int know_texts(const struct ruleset *set, struct rule *rule)
{
    const cJSON **common = arena_array(set->arena, set->nfiles + 1, sizeof *common);
    size_t n = 0;
    for (size_t i = 0; common && i < set->nfiles; i++) {
        const cJSON *kinds = json_get(set->files[i].document, "kinds");
        const cJSON *messages = json_get(json_get(kinds, rule->kind), "messages");
        if (messages)
            common[n++] = messages;
    }
    rule->common = common;
    rule->weights = severities_compile(set->arena, json_get(rule->record, "severity"));
    return common && rule->weights ? 0 : -1;
}

static int compile_rule(struct rule *rule, const struct rule_file *file, struct err *err)
{
    if (!rule->how->compile || (rule->compiled = rule->how->compile(rule, err)))
        return 0;
    char reason[ERR_TEXT_NBYTES];
    if (err->kind == ERR_NOMEM)
        return -1;
    snprintf(reason, sizeof reason, "%s", err->text);
    return fault(file, rule->id, reason, err);
}

static int add_rule(struct ruleset *set, const struct rule_file *file, const cJSON *record,
                    struct err *err)
{
    const char *id = json_string(record, "id");
    if (!id || !*id)
        return err_set(err, ERR_INPUT, _("%s: rule number %zu of the set has no \"id\""),
                       file->name, set->nrules + 1);
    const struct rule_kind *kind = rule_kind_find(json_string(record, "kind"));
    const char *what = record_fault(set, record, kind);
    if (what)
        return fault(file, id, what, err);
    if (vec_room(&set->rules, &set->rules_capacity, set->nrules, sizeof *set->rules) < 0)
        return err_set_nomem(err);
    struct rule *rule = &set->rules[set->nrules];
    rule_fill(rule, file, record, kind);
    if (know_texts(set, rule) < 0)
        return err_set_nomem(err);
    if ((rule->how->is_first || !set->begun) && compile_rule(rule, file, err) < 0)
        return -1;
    set->nrules++;
    return 0;
}

static struct rule *find_mutable(struct ruleset *set, const char *id)
{
    for (size_t i = 0; id && i < set->nrules; i++)
        if (strcmp(set->rules[i].id, id) == 0)
            return &set->rules[i];
    return NULL;
}

/* A fault is told and passed over where all are wanted. */
static int settle(struct ruleset *set, int result, struct err *err)
{
    if (result == 0 || !set->faults || err->kind == ERR_NOMEM)
        return result;
    str_format(set->faults, "%s\n", err->text);
    set->nfaults++;
    err_clear(err);
    return 0;
}

static bool is_date(const char *text)
{
    static const char shape[] = "dddd-dd-dd";
    size_t i = 0;
    while (text && text[i] && shape[i] &&
           (shape[i] == 'd' ? text[i] >= '0' && text[i] <= '9' : text[i] == '-'))
        i++;
    return text && shape[i] == '\0' && text[i] == '\0';
}

/* The rule that an entry of a local file changes, with reason and date. */
static struct rule *changed_rule(struct ruleset *set, const struct rule_file *file,
                                 const cJSON *entry, struct err *err)
{
    const char *id = json_string(entry, "id");
    struct rule *rule = find_mutable(set, id);
    const char *what = !rule                           ? _("changed, but there is no such rule")
                       : !json_string(entry, "reason") ? _("changed without a \"reason\"")
                       : !is_date(json_string(entry, "date"))
                           ? _("changed without a \"date\" (2026-01-31)")
                           : NULL;
    if (!rule || what) {
        fault(file, id ? id : "?", what, err);
        return NULL;
    }
    rule->file = file->name;
    return rule;
}

static void set_why_off(struct rule *rule, const char *why)
{
    for (int lang = 0; lang < LANG_COUNT; lang++)
        rule->why_off[lang] = why;
}

static int switch_off(struct ruleset *set, const struct rule_file *file, const cJSON *entry,
                      struct err *err)
{
    struct rule *rule = changed_rule(set, file, entry, err);
    if (!rule)
        return -1;
    rule->on = false;
    set_why_off(rule, json_string(entry, "reason"));
    rule->when_off = json_string(entry, "date");
    return 0;
}

static int change_severity(struct ruleset *set, const struct rule_file *file, const cJSON *entry,
                           struct err *err)
{
    struct rule *rule = changed_rule(set, file, entry, err);
    if (!rule)
        return -1;
    if (!severity_parse(json_string(entry, "is"), &rule->changed_to))
        return fault(file, rule->id, _("\"is\" must be error, warning or info"), err);
    rule->why_changed = json_string(entry, "reason");
    rule->when_changed = json_string(entry, "date");
    return 0;
}

static int ask_for(struct ruleset *set, const struct rule_file *file, const cJSON *entry,
                   struct err *err)
{
    struct rule *rule = changed_rule(set, file, entry, err);
    if (!rule)
        return -1;
    const cJSON *name = json_get(entry, "name");
    if (!rule_text(name, LANG_ZH) || !rule_text(name, LANG_EN) ||
        !cJSON_IsArray(json_get(entry, "words")))
        return fault(file, rule->id, _("a topic needs a \"name\" and a list of \"words\""), err);
    const cJSON **asked = arena_array(set->arena, rule->nasked + 1, sizeof *asked);
    if (!asked)
        return err_set_nomem(err);
    for (size_t i = 0; i < rule->nasked; i++)
        asked[i] = rule->asked[i];
    asked[rule->nasked++] = entry;
    rule->asked = asked;
    return 0;
}

static int switch_on(struct ruleset *set, const struct rule_file *file, const cJSON *entry,
                     struct err *err)
{
    const char *id = cJSON_GetStringValue(entry);
    struct rule *rule = find_mutable(set, id);
    if (!rule)
        return fault(file, id ? id : "?", _("switched on, but there is no such rule"), err);
    rule->on = true;
    set_why_off(rule, NULL);
    rule->when_off = NULL;
    return 0;
}

/* {"off": [{"id", "reason", "date"}], "severity": [{"id", "is", "reason", "date"}],
 * "topics": [{"id", "name", "words", "reason", "date"}], "on": [id]}: how a local file changes the
 * set. */
static int apply_switches(struct ruleset *set, const struct rule_file *file, struct err *err)
{
    static const struct {
        const char *key;
        int (*apply)(struct ruleset *set, const struct rule_file *file, const cJSON *entry,
                     struct err *err);
    } switches[] = {
        {"off", switch_off}, {"severity", change_severity}, {"topics", ask_for}, {"on", switch_on}};
    for (size_t i = 0; i < sizeof switches / sizeof *switches; i++) {
        const cJSON *entry;
        cJSON_ArrayForEach (entry, json_get(file->document, switches[i].key)) {
            if (settle(set, switches[i].apply(set, file, entry, err), err) < 0)
                return -1;
        }
    }
    return 0;
}

static int add_records(struct ruleset *set, const struct rule_file *file, struct err *err)
{
    const cJSON *records =
        cJSON_IsArray(file->document) ? file->document : json_get(file->document, "rules");
    const cJSON *record;
    cJSON_ArrayForEach (record, records) {
        if (settle(set, add_rule(set, file, record, err), err) < 0)
            return -1;
    }
    return apply_switches(set, file, err);
}

static void take_header(struct ruleset *set, const cJSON *header)
{
    if (!header)
        return;
    set->id = json_string(header, "id");
    set->version = json_string(header, "version");
}

static int read_file(struct ruleset *set, const char *dir, const char *name, struct err *err)
{
    if (vec_room(&set->files, &set->files_capacity, set->nfiles, sizeof *set->files) < 0)
        return err_set_nomem(err);
    struct rule_file *file = &set->files[set->nfiles++];
    *file = (struct rule_file){0};
    file->name = path_join(dir, name);
    if (!file->name)
        return err_set_nomem(err);
    file->document = json_read_in(set->arena, set->arena, file->name, RULES_MAX_NBYTES,
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

static int read_dir(struct ruleset *set, const char *dir, struct err *err)
{
    struct dirent **entries = NULL;
    int n = scandir(dir, &entries, is_rule_file, by_name);
    if (n < 0)
        return err_set_errno(err, _("cannot read the rules in"), dir);
    int result = 0;
    for (int i = 0; i < n; i++) {
        if (result == 0)
            result = read_file(set, dir, entries[i]->d_name, err);
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
    char *config = path_config_dir(NULL), *dir = config ? path_join(config, "rules") : NULL;
    int result =
        dir && stat(dir, &status) == 0 && S_ISDIR(status.st_mode) ? read_dir(set, dir, err) : 0;
    free(config);
    free(dir);
    return result;
}

static int read_files(struct ruleset *set, const char *dir, bool with_own, struct err *err)
{
    set->arena = arena_new();
    if (!set->arena)
        return err_set_nomem(err);
    if (read_dir(set, dir, err) < 0)
        return -1;
    if (set->nfiles == 0)
        return err_set(err, ERR_INPUT, _("%s: no rule file (.json) there"), dir);
    if (with_own && read_own(set, err) < 0)
        return -1;
    if (!set->id || !set->version)
        return err_set(err, ERR_INPUT, _("%s: no file has \"set\" with \"id\" and \"version\""),
                       dir);
    return 0;
}

struct ruleset *ruleset_read(const char *dir, struct err *err)
{
    char *found = dir ? NULL : path_data("rules", err);
    struct ruleset *set = dir || found ? calloc(1, sizeof *set) : NULL;
    if (set) {
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

int ruleset_begin(struct ruleset *set, struct err *err)
{
    set->begun = true;
    for (size_t i = 0; i < set->nfiles; i++)
        if (add_records(set, &set->files[i], err) < 0)
            return -1;
    return 0;
}

static const struct rule_file *file_of(const struct ruleset *set, const struct rule *rule)
{
    size_t i = 0;
    while (i + 1 < set->nfiles && set->files[i].name != rule->file)
        i++;
    return &set->files[i];
}

int ruleset_finish(struct ruleset *set, struct err *err)
{
    for (size_t i = 0; i < set->nrules; i++) {
        struct rule *rule = &set->rules[i];
        if (!rule->compiled && compile_rule(rule, file_of(set, rule), err) < 0)
            return -1;
    }
    set->begun = false;
    return hash_files(set, err);
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

/* Known only when all rules are read: a lead may stand behind what it leads. */
static int know_leads(struct ruleset *set, size_t first, struct err *err)
{
    for (size_t i = first; i < set->nrules; i++) {
        const struct rule *rule = &set->rules[i];
        const cJSON *entry;
        cJSON_ArrayForEach (entry, rule->led_by) {
            if (!ruleset_find(set, lead_check(entry)) &&
                settle(set,
                       fault(file_of(set, rule), rule->id,
                             _("\"led_by\" names a check that there is not"), err),
                       err) < 0)
                return -1;
        }
    }
    return 0;
}

/* One more file, all its faults told. */
static int check_file(struct ruleset *set, const char *file, struct str *faults, struct err *err)
{
    const char *slash = strrchr(file, '/');
    char *dir = slash ? strndup(file, (size_t)(slash - file)) : strdup(".");
    size_t last = set->nfiles, nrules = set->nrules;
    int result = dir ? 0 : err_set_nomem(err);
    set->faults = faults;
    if (result == 0)
        result = settle(set, read_file(set, dir, slash ? slash + 1 : file, err), err);
    free(dir);
    if (result == 0 && set->nfiles > last && set->files[last].document)
        result = add_records(set, &set->files[last], err);
    if (result == 0)
        result = know_leads(set, nrules, err);
    return result < 0 ? -1 : set->nfaults;
}

int ruleset_check(const char *dir, const char *file, struct str *faults, struct err *err)
{
    if (access(file, R_OK) != 0)
        return err_set_errno(err, _("cannot read"), file);
    struct ruleset *set = ruleset_load(dir, err);
    int result = set ? check_file(set, file, faults, err) : -1;
    ruleset_free(set);
    return result;
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
    for (size_t i = 0; i < set->nfiles; i++) {
        free(set->files[i].name);
    }
    arena_free(set->arena);
    free(set->rules);
    free(set->files);
    free(set);
}

void ruleset_speed_up(struct ruleset *set)
{
    for (size_t i = 0; i < set->nrules; i++)
        if (set->rules[i].on && set->rules[i].how->release == patterns_release)
            patterns_speed_up(set->rules[i].compiled);
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
    for (size_t i = 0; i < set->nrules; i++)
        if (strcmp(set->rules[i].id, id) == 0)
            return &set->rules[i];
    return NULL;
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
