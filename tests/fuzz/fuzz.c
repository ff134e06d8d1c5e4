#include "fuzz_review.h"

#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "gouji/base/json.h"
#include "gouji/base/path.h"
#include "gouji/store/save.h"

void fuzz_fail(const char *file, int line, const char *promise)
{
    fprintf(stderr, "%s:%d: broken promise: %s\n", file, line, promise);
    abort();
}

static void stop(const char *what)
{
    fprintf(stderr, "fuzz: cannot go on: %s\n", what);
    exit(1);
}

/* ---- the folder ---- */

static char folder[FUZZ_PATH_NBYTES];

static void remove_folder(void)
{
    char command[FUZZ_PATH_NBYTES + 16];
    int n = snprintf(command, sizeof command, "rm -rf '%s'", folder);
    if (n < 0 || n >= (int)sizeof command || chdir("/") || system(command))
        fprintf(stderr, "fuzz: %s is left behind\n", folder);
}

static void set_environment(void)
{
    char *data = realpath("data", NULL);
    if (!data)
        stop("run it from the checkout's root: no data/ here");
    setenv("GOUJI_DATA", data, 0);
    free(data);
    setenv("XDG_STATE_HOME", folder, 1);
    setenv("XDG_CONFIG_HOME", folder, 1);
    setenv("HOME", folder, 1);
    setenv("TMPDIR", folder, 1);
    setenv("VISUAL", "true", 1);
}

const char *fuzz_dir(void)
{
    if (folder[0])
        return folder;
    const char *base = getenv("FUZZ_DIR");
    if (!base || !base[0])
        base = access("/dev/shm", W_OK) ? "/tmp" : "/dev/shm";
    int n = snprintf(folder, sizeof folder, "%s/gouji-fuzz-XXXXXX", base);
    if (n < 0 || n >= (int)sizeof folder || !mkdtemp(folder))
        stop("no folder of its own");
    set_environment();
    atexit(remove_folder);
    return folder;
}

const char *fuzz_path(const char *name, char path[FUZZ_PATH_NBYTES])
{
    int n = snprintf(path, FUZZ_PATH_NBYTES, "%s/%s", fuzz_dir(), name);
    if (n < 0 || n >= FUZZ_PATH_NBYTES)
        stop("the folder's name is too long");
    return path;
}

void fuzz_spill(const char *path, struct slice bytes)
{
    FILE *out = fopen(path, "w");
    if (!out || fwrite(bytes.ptr, 1, bytes.nbytes, out) != bytes.nbytes || fclose(out))
        stop(path);
}

char *fuzz_slurp(const char *path, size_t *nbytes)
{
    char *bytes = NULL;
    *nbytes = 0;
    path_read(path, 1 << 28, "fuzz", &bytes, nbytes, NULL);
    return bytes;
}

/* ---- loaded once ---- */

const struct forms *fuzz_forms(void)
{
    static struct forms *forms;
    struct err err = {0};
    fuzz_dir();
    if (!forms && !(forms = forms_load(NULL, &err)))
        stop(err.text);
    return forms;
}

const struct ruleset *fuzz_rules(void)
{
    static struct ruleset *rules;
    struct err err = {0};
    fuzz_dir();
    if (!rules && !(rules = ruleset_load(NULL, &err)))
        stop(err.text);
    return rules;
}

/* Read while the folder is still the checkout's root. */
static const char *fuzz_text(void)
{
    static char *text;
    size_t nbytes;
    if (!text && !(text = fuzz_slurp("tests/fuzz/a.txt", &nbytes)))
        stop("tests/fuzz/a.txt cannot be read");
    return text;
}

const struct report *fuzz_report(void)
{
    static struct report *report;
    struct err err = {0};
    char path[FUZZ_PATH_NBYTES];
    if (report)
        return report;
    fuzz_spill(fuzz_path("a.txt", path), slice_of(fuzz_text()));
    report = report_open(path, fuzz_forms(), &err);
    if (!report)
        stop(err.text);
    return report;
}

/* ---- reviews ---- */

static bool is_formula(const cJSON *rule)
{
    const char *kind = json_string(rule, "kind");
    return kind && (strcmp(kind, "SUM") == 0 || strcmp(kind, "LE") == 0);
}

/* Only the sums, so that the checks take no time from what is fuzzed. */
static void spill_sums(const char *path)
{
    char from[FUZZ_PATH_NBYTES];
    size_t nbytes;
    snprintf(from, sizeof from, "%s/rules/tables.json", getenv("GOUJI_DATA"));
    char *bytes = fuzz_slurp(from, &nbytes);
    cJSON *set = bytes ? json_parse(slice_make(bytes, nbytes), NULL) : NULL;
    cJSON *rules = cJSON_GetObjectItem(set, "rules"), *next;
    for (cJSON *rule = rules ? rules->child : NULL; rule; rule = next) {
        next = rule->next;
        if (!is_formula(rule))
            cJSON_Delete(cJSON_DetachItemViaPointer(rules, rule));
    }
    struct str text = STR_INIT;
    json_canonical(set, &text);
    fuzz_spill(path, str_slice(&text));
    str_release(&text);
    cJSON_Delete(set);
    free(bytes);
}

static const struct ruleset *sums(void)
{
    static struct ruleset *rules;
    struct err err = {0};
    char dir[FUZZ_PATH_NBYTES], file[FUZZ_PATH_NBYTES];
    if (rules)
        return rules;
    mkdir(fuzz_path("sums", dir), 0700);
    spill_sums(fuzz_path("sums/a.json", file));
    if (!(rules = ruleset_load(dir, &err)))
        stop(err.text);
    return rules;
}

struct review *fuzz_open_review(bool readonly)
{
    struct review_options options = {
        .reviewer = "zhang", .tool_version = "0.1.0", .build = "git:test", .readonly = readonly};
    struct err err = {0};
    struct review *review = review_open(fuzz_report(), NULL, sums(), &options, &err);
    FUZZ_CHECK(review != NULL);
    return review;
}

void fuzz_remove_review(void)
{
    static const char *const names[] = {"a.txt.zhang.verdict.json", "a.txt.zhang.verdict.json.bak",
                                        "a.txt.zhang.verdict.jsonl",
                                        "a.txt.zhang.verdict.json.lock"};
    char path[FUZZ_PATH_NBYTES];
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        unlink(fuzz_path(names[i], path));
}

static void tell_target(const struct review *review, struct target target, struct str *out)
{
    FUZZ_CHECK(target.finding < (int)review_findings(review)->nitems);
    fuzz_check_span(review_report(review), target.span);
    str_format(out, " %d %s %u-%u", target.finding, target.cell ? target.cell : "-",
               target.span.start, target.span.end);
}

static const char *said(const char *text)
{
    return text ? text : "-";
}

static void tell_texts(const struct review *review, struct str *out)
{
    const struct note *notes;
    const struct problem *problems;
    const struct mark *marks;
    const struct draft *drafts;
    for (size_t i = 0, n = review_notes(review, &notes); i < n; i++) {
        str_format(out, "note %s %s %s %s", said(notes[i].id), said(notes[i].by), said(notes[i].at),
                   said(notes[i].text));
        tell_target(review, notes[i].target, out);
    }
    for (size_t i = 0, n = review_problems(review, &problems); i < n; i++) {
        FUZZ_CHECK(problems[i].level <= SEVERITY_ERROR);
        str_format(out, "problem %s %s %s", said(problems[i].id), said(problems[i].text),
                   said(problems[i].basis));
        tell_target(review, problems[i].target, out);
    }
    for (size_t i = 0, n = review_marks(review, &marks); i < n; i++) {
        str_format(out, "mark %c", marks[i].name);
        tell_target(review, marks[i].target, out);
    }
    for (size_t i = 0, n = review_drafts(review, &drafts); i < n; i++) {
        str_format(out, "draft %s %s %s", said(drafts[i].id), said(drafts[i].of),
                   said(drafts[i].text));
        tell_target(review, drafts[i].target, out);
    }
}

static void tell_decisions(const struct review *review, struct str *out)
{
    const struct entry *entries;
    const struct log_entry *log;
    const struct reading *readings;
    size_t nitems = review_findings(review)->nitems;
    for (size_t i = 0; i < nitems; i++) {
        struct decision decision = review_decision(review, i);
        FUZZ_CHECK(decision.verdict < VERDICT_COUNT);
        str_format(out, "%zu %s %s %d\n", i, verdict_name(decision.verdict), said(decision.reason),
                   decision.stale);
    }
    for (size_t i = 0, n = review_entries(review, &entries); i < n; i++)
        FUZZ_CHECK(entries[i].item < nitems && entries[i].depth >= 0 && entries[i].depth <= 1);
    for (size_t i = 0, n = review_log(review, &log); i < n; i++)
        str_format(out, "%lld %s %s %s %s %d\n", (long long)log[i].n, said(log[i].at),
                   said(log[i].by), said(log[i].type), said(log[i].summary), log[i].undone);
    for (size_t i = 0, n = review_readings(review, &readings); i < n; i++) {
        FUZZ_CHECK(readings[i].state < CELL_STATE_COUNT);
        str_format(out, "%s %d %lld\n", said(readings[i].cell), (int)readings[i].state,
                   (long long)readings[i].value);
    }
}

void fuzz_tell_review(const struct review *review, struct str *out)
{
    struct review_counts counts = review_count(review);
    struct conclusion_state conclusion = review_conclusion(review);
    FUZZ_CHECK(counts.decided <= counts.entries);
    str_format(out, "%zu %zu %zu %zu\n%d %s %s\n", counts.entries, counts.decided, counts.stale,
               counts.open_errors, (int)conclusion.status, said(conclusion.by),
               said(conclusion.note));
    tell_decisions(review, out);
    tell_texts(review, out);
    for (int lang = 0; lang < LANG_COUNT; lang++)
        for (int format = OPINION_TEXT; format <= OPINION_MARKDOWN; format++)
            FUZZ_CHECK(review_opinion(review, (enum opinion_format)format, (enum lang)lang, true,
                                      out, NULL) == 0);
}

/* ---- writing only where it does no harm ---- */

int __real_save_file(const char *path, const struct save_stamp *expected, const char *beside,
                     struct slice bytes, struct save_stamp *stamp, struct err *err);
int __wrap_save_file(const char *path, const struct save_stamp *expected, const char *beside,
                     struct slice bytes, struct save_stamp *stamp, struct err *err);

/* A command typed by the fuzzer may name any file of the machine. */
int __wrap_save_file(const char *path, const struct save_stamp *expected, const char *beside,
                     struct slice bytes, struct save_stamp *stamp, struct err *err)
{
    if ((path[0] == '/' && strncmp(path, fuzz_dir(), strlen(fuzz_dir())) != 0) ||
        strstr(path, ".."))
        return err_set(err, ERR_USAGE, "not while fuzzing: %s", path);
    return __real_save_file(path, expected, beside, bytes, stamp, err);
}
