/* What a rule set is made of: the files as they were read, and the rules they gave.
 * ruleset.c makes the rules, ruleset_switch.c lets local files change them,
 * ruleset_check.c tells the faults of a file. */
#ifndef GOUJI_SRC_CHECK_RULESET_PARTS_H
#define GOUJI_SRC_CHECK_RULESET_PARTS_H

#include <sys/stat.h>

#include "evaluation.h"
#include "gouji/base/arena.h"
#include "gouji/base/map.h"

struct rule_file {
    char *name;
    struct slice bytes;
    const cJSON *document; /* in the set's arena, as the bytes */
    bool is_own;           /* of the office, not of ours */
    bool tells_all;        /* of its faults not only the first */
};

struct ruleset {
    struct arena *arena;
    struct common_patterns *common_lists;
    struct rule_file *files;
    size_t nfiles, files_capacity;
    struct rule *rules;
    size_t nrules, rules_capacity;
    struct map *by_id;             /* the rules' places in the array, from 1 */
    struct rule_list off, changed; /* once all files are read */
    const cJSON *header;           /* "set" of the file that names it */
    const char *id, *version;
    char sha256[HASH_HEX_NBYTES];
    const struct stat *but; /* the file to leave out, NULL */
    bool has_left_out;
    bool begun;         /* only rules that come first are compiled */
    struct str *faults; /* all faults are told here; NULL: the first one ends it */
    int nfaults;
};

/* What is wrong with a record or a switch of the file, on the line of its id. Returns -1. */
int ruleset_fault(const struct rule_file *file, const cJSON *record, const char *what,
                  struct err *err);
/* Adds to a fault in err how to see the others. Returns -1. */
int ruleset_point_to_check(struct err *err);
/* One more line, whatever the text holds. */
void ruleset_add_fault(struct str *faults, const char *text);
/* A fault is told and passed over where all are wanted. */
int ruleset_settle(struct ruleset *set, int result, struct err *err);

/* As ruleset_read, but for one file: of ours, and there is no office's then; or of the office's,
 * and what stands behind it is left out too. */
struct ruleset *ruleset_read_but(const char *dir, const struct stat *but, struct err *err);
/* One more file; the path is the set's from now on, NULL: there was no memory for it. */
int ruleset_read_file(struct ruleset *set, char *path, bool is_own, struct err *err);
/* 2026-01-31, a day of the calendar; text may be NULL. */
bool ruleset_is_day(const char *text);
/* The rules of a file, and what it changes of others'. */
int ruleset_add_records(struct ruleset *set, const struct rule_file *file, struct err *err);
int ruleset_apply_switches(struct ruleset *set, const struct rule_file *file, struct err *err);

#endif
