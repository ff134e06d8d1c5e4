/* Rule sets are data: data/rules, each check one record (id, version,
 * class, severity, basis, guards, kind, expressions or patterns, messages in
 * zh and en). Loaded once, compiled, read-only, shared. */
#ifndef GOUJI_CHECK_RULESET_H
#define GOUJI_CHECK_RULESET_H

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>

#include "gouji/base/err.h"
#include "gouji/base/hash.h"
#include "gouji/base/message.h"
#include "gouji/base/str.h"

enum severity { SEVERITY_INFO, SEVERITY_WARNING, SEVERITY_ERROR };
enum rule_class { RULE_NOTE, RULE_QUERY, RULE_HARD };

struct arena;
struct forms;
struct rule_kind;    /* how rules of a kind are evaluated: the floor's own */
struct rule_weight;  /* one entry of its severities: the floor's own */
struct rule_member;  /* one of its record: the floor's own */
struct rule_message; /* a template of what it says: the floor's own */

enum { RULE_LINE = 64 }; /* bytes: as much as a processor fetches at once */

/* What every report asks of every rule comes first: so it is fetched at once. */
struct rule {
    _Alignas(RULE_LINE) const char *id; /* "T3-01" */
    bool on;
    bool hides;        /* what it finds is masked, also while it is off */
    bool is_one_cause; /* "one_cause": all its failures count as one */
    bool needs_prior;  /* "prior": it reads last year's report too */
    enum rule_class rclass;
    const struct rule_kind *how; /* of its kind */
    void *compiled;              /* the kind's own; its release function frees what else it holds */
    const void *kept;            /* of compiled: what is read of the record beside patterns; NULL */
    const cJSON *record;         /* the whole record, for the kind's evaluator */
    const cJSON *shared;         /* of its file: lists of patterns that records name; NULL */
    const struct rule_member *own; /* of the record, what its kind alone has; NULL: not noted */
    const struct rule_weight *weights;
    const char *why_changed, *when_changed; /* a local change of severity, NULL none */
    enum severity changed_to;
    int version;
    const struct rule_message *messages; /* of the record */
    const struct rule_message *common;   /* of its kind, for all rules of it */
    const cJSON *led_by; /* entries naming the checks whose failures explain its own; NULL */
    const char *name[LANG_COUNT]; /* 收办平衡 / intake–output balance */
    const char *basis[LANG_COUNT];
    const char *explain[LANG_COUNT]; /* typical causes, false alarms; may be "" */
    const char *kind;                /* "SUM", "PRESENT", "TXT=TBL", … : which evaluator */
    const char *why_off[LANG_COUNT]; /* NULL when on */
    const char *when_off;            /* "2026-01-31", NULL when on or not said */
    const char *file;                /* that gave it, or changed it last */
    const cJSON *const *asked;       /* entries of local files: topics this rule looks for */
    size_t nasked;
    struct arena *arena; /* the set's: what is compiled of the record may lie there */
    struct common_patterns *common_lists; /* the set's, of those in "shared"; NULL: none are kept */
};

struct ruleset;

/* Loads every .json file of dir in name order; NULL: those of path_data("rules"),
 * then of the folder "rules" beside the user's configuration, if there is one.
 * Faults name file, line or rule id. Caller frees. */
struct ruleset *ruleset_load(const char *dir, struct err *err);
/* The same in three steps, none with err NULL: the files are read; what their rules are is known,
 * which serves findings_make_first until the last step, which another thread may take meanwhile,
 * is through. */
struct ruleset *ruleset_read(const char *dir, struct err *err);
int ruleset_begin(struct ruleset *set, struct err *err);
int ruleset_finish(struct ruleset *set, struct err *err);
void ruleset_free(struct ruleset *set);
/* Spends some milliseconds by and by, which some hundred reports give back. Before
 * other threads use the set. */
void ruleset_speed_up(struct ruleset *set);

size_t ruleset_count(const struct ruleset *set);
const struct rule *ruleset_at(const struct ruleset *set, size_t index);
const struct rule *ruleset_find(const struct ruleset *set, const char *id);
/* Rules switched off, and those whose severity a local file has changed; in the order of the set.
 */
struct rule_list {
    const struct rule **items;
    size_t n;
};
struct rule_list ruleset_off(const struct ruleset *set);
struct rule_list ruleset_changed(const struct ruleset *set);
/* Both as members of a JSON object: "off":[{"id","reason","date"}], and where any has changed
 * "changed":[{"id","severity","reason","date"}]; without a date where the file says none. */
void ruleset_put_switched(const struct ruleset *set, enum lang lang, struct str *out);
/* Whether any rule is on: without, a report is held against nothing. */
bool ruleset_judges(const struct ruleset *set);
/* Whether a rule is on that holds reports of several agencies against one another. */
bool ruleset_wants_peers(const struct ruleset *set);
const char *ruleset_id(const struct ruleset *set);      /* "gouji-p0" */
const char *ruleset_version(const struct ruleset *set); /* "2026.1" */
const char *ruleset_sha256(const struct ruleset *set);  /* of the files' bytes */

/* Loads the set (dir NULL: as ruleset_load) without this file, if it is of it, and appends every
 * fault of the file to `faults`, one a line with file, line and rule: those that loading refuses,
 * and what would load and never do what is meant. Returns how many, -1 with err when something
 * else cannot be read. */
int ruleset_check(const char *dir, const struct forms *forms, const char *file, struct str *faults,
                  struct err *err);
/* Files of the office's folder of rules, and of folders in it, that look like rules and are not
 * read. */
typedef void ruleset_tell_path(void *context, const char *path);
void ruleset_each_unread(ruleset_tell_path *tell, void *context);

/* Whether the office's own files have none of the latter; -1 with the first in err. Ours are not
 * looked at: they have none, and every start would pay. */
int ruleset_check_own(const struct ruleset *set, const struct forms *forms, struct err *err);

/* What a rule checks, its formula, basis, usual causes and false alarms. */
void rule_explain(const struct rule *rule, enum lang lang, struct str *out);
/* The topics that local files have it ask for, one a line behind the indent. */
void rule_asked(const struct rule *rule, enum lang lang, const char *indent, struct str *out);

const char *severity_name(enum severity severity);         /* "error" "warning" "info" */
bool severity_parse(const char *name, enum severity *out); /* false: no such; NULL may be given */

#endif
