/* Reports checked together: two versions of one year, and prose that is another
 * agency's, find each other whatever the order and the number of threads. */
#include "check.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "../../src/cli/interrupt.h"
#include "../../src/cli/likes.h"
#include "gouji/base/json.h"
#include "gouji/base/path.h"
#include "gouji/check/ruleset.h"
#include "gouji/cli/command.h"

enum { LIMIT = 16 * 1024 * 1024, FILES = 4, WORDS = 8 };

/* A folder with reports, and the configuration that switches SIM-01 on. */
struct batch {
    char dir[64], files[FILES][96], rules[128];
};

static void spill(const char *path, const char *text)
{
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fputs(text, file);
    assert_int_equal(fclose(file), 0);
}

/* The sample with words exchanged for others of the same length. */
static void spill_with(const char *path, const char *sample, const char *from, const char *to)
{
    char *text;
    size_t nbytes;
    assert_int_equal(path_read(sample, LIMIT, "test", &text, &nbytes, NULL), 0);
    size_t n = 0;
    for (char *at = text; from && (at = strstr(at, from)); at += strlen(to), n++)
        memcpy(at, to, strlen(to));
    assert_true(!from || n > 0);
    spill(path, text);
    free(text);
}

#define TOWN "data/samples/07-yunxiu-zhen-2020.txt"

static int make_batch(void **state)
{
    static struct batch batch;
    char folder[96], dir[] = "/tmp/gouji-batch-XXXXXX";
    if (!mkdtemp(dir))
        return -1;
    memcpy(batch.dir, dir, sizeof dir);
    for (int i = 0; i < FILES; i++)
        snprintf(batch.files[i], sizeof batch.files[i], "%s/%c.txt", dir, 'a' + i);
    spill_with(batch.files[0], TOWN, NULL, NULL);
    spill_with(batch.files[1], TOWN, "86条", "90条");
    spill_with(batch.files[2], TOWN, "云岫", "霜桥");
    spill_with(batch.files[3], "data/samples/03-chenghu-shi-ban-2020.txt", NULL, NULL);
    snprintf(folder, sizeof folder, "%s/gouji/rules", dir);
    if (path_make_dirs(folder, NULL) < 0)
        return -1;
    snprintf(batch.rules, sizeof batch.rules, "%s/on.json", folder);
    spill(batch.rules, "{\"on\": [\"SIM-01\"]}");
    setenv("XDG_CONFIG_HOME", batch.dir, 1);
    *state = &batch;
    return 0;
}

static int drop_batch(void **state)
{
    struct batch *batch = *state;
    char folder[96];
    for (int i = 0; i < FILES; i++)
        unlink(batch->files[i]);
    unlink(batch->rules);
    snprintf(folder, sizeof folder, "%s/gouji/rules", batch->dir);
    rmdir(folder);
    snprintf(folder, sizeof folder, "%s/gouji", batch->dir);
    rmdir(folder);
    unsetenv("XDG_CONFIG_HOME");
    return rmdir(batch->dir);
}

static void run_into(int fd, const char *const *words, size_t nwords, const char *const *files,
                     size_t nfiles)
{
    bool is_ledger = nwords > 0 && strcmp(words[0], "ledger") == 0;
    char *argv[WORDS + FILES] = {(char *)(uintptr_t) "gouji", (char *)(uintptr_t) "check"};
    int n = is_ledger ? 1 : 2;
    for (size_t i = 0; i < nwords; i++)
        argv[n++] = (char *)(uintptr_t)words[i];
    for (size_t i = 0; i < nfiles; i++)
        argv[n++] = (char *)(uintptr_t)files[i];
    struct options options;
    struct err err = {ERR_NONE, ""};
    assert_int_equal(options_parse(n, argv, &options, &err), 0);
    command_run(&options, LANG_EN, false, "0", "", fd);
    options_release(&options);
}

/* What is printed of these files, with words before them; caller frees. */
static char *run_words(const char *const *words, size_t nwords, const char *const *files,
                       size_t nfiles)
{
    char name[] = "/tmp/gouji-batch-out-XXXXXX", *bytes = NULL;
    size_t nbytes;
    int fd = mkstemp(name);
    assert_true(fd >= 0);
    run_into(fd, words, nwords, files, nfiles);
    close(fd);
    assert_int_equal(path_read(name, LIMIT, "test", &bytes, &nbytes, NULL), 0);
    unlink(name);
    return bytes;
}

/* The same of the batch's files in this order. */
static char *run(const struct batch *batch, const int order[FILES], const char *jobs)
{
    const char *words[] = {"--format", "jsonl", "-j", jobs}, *files[FILES];
    for (int i = 0; i < FILES; i++)
        files[i] = batch->files[order[i]];
    return run_words(words, COUNT(words), files, FILES);
}

/* The message of a check on a file, NULL when it did not fail. */
static char *message_of(const char *lines, const char *path, const char *id)
{
    char *found = NULL;
    for (const char *at = lines; *at && !found; at += strcspn(at, "\n") + 1) {
        cJSON *object = cJSON_ParseWithLength(at, strcspn(at, "\n"));
        const cJSON *item;
        assert_non_null(object);
        bool is_it = strcmp(json_string(object, "path"), path) == 0;
        cJSON_ArrayForEach (item, json_get(object, "findings"))
            if (is_it && !found && strcmp(json_string(item, "id"), id) == 0 &&
                strcmp(json_string(item, "outcome"), "fail") == 0)
                found = strdup(json_string(item, "message"));
        cJSON_Delete(object);
    }
    return found;
}

static void expect(const char *lines, const char *path, const char *id, const char *words)
{
    char *message = message_of(lines, path, id);
    if ((message == NULL) != (words == NULL) || (words && !strstr(message, words)))
        fail_msg("%s of %s: %s", id, path, message ? message : "nothing");
    free(message);
}

static void reports_find_each_other(void **state)
{
    const struct batch *batch = *state;
    static const int orders[][FILES] = {{0, 1, 2, 3}, {3, 2, 1, 0}, {2, 0, 3, 1}};
    for (size_t i = 0; i < COUNT(orders); i++)
        for (int jobs = 1; jobs <= 3; jobs += 2) {
            char *lines = run(batch, orders[i], jobs == 1 ? "1" : "3");
            expect(lines, batch->files[0], "XY-09", "(b.txt): text 86 ≠ 90");
            expect(lines, batch->files[1], "XY-09", "(a.txt): text 90 ≠ 86");
            expect(lines, batch->files[2], "XY-09", NULL);
            expect(lines, batch->files[3], "XY-09", NULL);
            expect(lines, batch->files[0], "SIM-01", "(c.txt)");
            expect(lines, batch->files[1], "SIM-01", "(c.txt)");
            expect(lines, batch->files[2], "SIM-01", ".txt)");
            free(lines);
        }
}

/* The file's line, NULL when there is none; caller frees. */
static char *line_of(const char *lines, const char *path)
{
    char begin[128];
    snprintf(begin, sizeof begin, "{\"path\":\"%s\"", path);
    const char *at = strstr(lines, begin);
    return at ? strndup(at, strcspn(at, "\n")) : NULL;
}

/* Each of three years, in any order, as alone with last year's named. */
static void years_find_each_other(void **state)
{
    const struct batch *batch = *state;
    enum { YEARS = 3 };
    static const int orders[][YEARS] = {{0, 1, 2}, {2, 1, 0}, {1, 2, 0}, {0, 2, 1}};
    char later[YEARS][112];
    const char *years[YEARS] = {TOWN, "data/samples/08-yunxiu-zhen-2021.txt", later[2]};
    snprintf(later[2], sizeof later[2], "%s/later.txt", batch->dir);
    spill_with(later[2], years[1], "2021", "2022");
    for (size_t i = 0; i < COUNT(orders); i++)
        for (int jobs = 1; jobs <= 3; jobs += 2) {
            const char *files[YEARS], *words[] = {"--format", "jsonl", "-j", jobs == 1 ? "1" : "3"};
            for (size_t k = 0; k < YEARS; k++)
                files[k] = years[orders[i][k]];
            char *lines = run_words(words, COUNT(words), files, YEARS);
            assert_non_null(strstr(lines, "\"id\":\"XY-0"));
            for (size_t k = 0; k < YEARS; k++) {
                const char *prior[] = {"--format", "jsonl", "--prior", k ? years[k - 1] : ""};
                char *alone = run_words(prior, k ? 4 : 2, &years[k], 1);
                char *line = line_of(lines, years[k]), *expected = line_of(alone, years[k]);
                assert_non_null(line);
                assert_string_equal(line, expected);
                free(alone);
                free(line);
                free(expected);
            }
            free(lines);
        }
    unlink(later[2]);
}

static bool is_in_doubt(const char *lines, const char *path)
{
    char *line = line_of(lines, path);
    assert_non_null(line);
    bool is_named = strstr(line, "“other.txt”") != NULL;
    free(line);
    return is_named;
}

/* Versions of last year's report that have other numbers: which of them counts is not known.
 * One with the same numbers, or one that is named, decides. */
static void versions_of_last_year(void **state)
{
    const struct batch *batch = *state;
    const char *words[] = {"--format", "jsonl", "-j", "1"},
               *named[] = {"--format", "jsonl", "--prior", TOWN};
    char other[112], same[112];
    snprintf(other, sizeof other, "%s/other.txt", batch->dir);
    snprintf(same, sizeof same, "%s/same.txt", batch->dir);
    spill_with(other, TOWN, "四、结转下年度继续办理\t\t\t2\t0\t0\t0\t0\t0\t2",
               "四、结转下年度继续办理\t\t\t3\t0\t0\t0\t0\t0\t3");
    spill_with(same, TOWN, "86条", "90条");
    const char *now = "data/samples/08-yunxiu-zhen-2021.txt";
    const char *differing[] = {now, TOWN, other}, *turned[] = {now, other, TOWN};
    const char *agreeing[] = {now, TOWN, same};
    char *lines = run_words(words, COUNT(words), differing, COUNT(differing));
    assert_true(is_in_doubt(lines, now));
    free(lines);
    lines = run_words(words, COUNT(words), turned, COUNT(turned));
    assert_true(is_in_doubt(lines, now));
    free(lines);
    lines = run_words(words, COUNT(words), agreeing, COUNT(agreeing));
    assert_false(is_in_doubt(lines, now));
    free(lines);
    lines = run_words(named, COUNT(named), &now, 1);
    assert_false(is_in_doubt(lines, now));
    free(lines);
    unlink(other);
    unlink(same);
}

/* Failures of this severity, or all that is undecided where it is NULL. */
static long count_of(const cJSON *report, const char *severity)
{
    const cJSON *item;
    long n = 0;
    cJSON_ArrayForEach (item, json_get(report, "findings")) {
        const char *outcome = json_string(item, "outcome");
        n += severity ? strcmp(outcome, "fail") == 0 &&
                            strcmp(json_string(item, "severity"), severity) == 0
                      : strcmp(outcome, "undecided") == 0;
    }
    return n;
}

/* How many rows of the year were compared. */
static int compare_ledger(const struct batch *batch, const char *lines, const char *year)
{
    static const char *const names[] = {"errors", "warnings", "infos", "undecided"};
    static const char *const severities[] = {"error", "warning", "info", NULL};
    const char *words[] = {"ledger", "--format", "json", "--year", year}, *dir = batch->dir;
    char *bytes = run_words(words, COUNT(words), &dir, 1);
    cJSON *ledger = cJSON_Parse(bytes);
    const cJSON *row;
    int n = 0;
    cJSON_ArrayForEach (row, json_get(ledger, "rows")) {
        char *line = line_of(lines, json_string(row, "path"));
        cJSON *report = cJSON_Parse(line);
        for (size_t i = 0; i < COUNT(names); i++)
            if (json_integer(row, names[i], -1) != count_of(report, severities[i]))
                fail_msg("%s: %s %ld, not %ld", json_string(row, "path"), names[i],
                         (long)json_integer(row, names[i], -1), count_of(report, severities[i]));
        n++;
        cJSON_Delete(report);
        free(line);
    }
    cJSON_Delete(ledger);
    free(bytes);
    return n;
}

/* Versions of one year, prose of another agency, and a year whose last year's report is in
 * doubt: the ledger of a folder counts what the check of it finds. */
static void the_ledger_counts_what_is_found(void **state)
{
    const struct batch *batch = *state;
    const char *words[] = {"--format", "jsonl"}, *dir = batch->dir;
    char other[112], now[112];
    snprintf(other, sizeof other, "%s/other.txt", batch->dir);
    snprintf(now, sizeof now, "%s/now.txt", batch->dir);
    spill_with(other, TOWN, "四、结转下年度继续办理\t\t\t2\t0\t0\t0\t0\t0\t2",
               "四、结转下年度继续办理\t\t\t3\t0\t0\t0\t0\t0\t3");
    spill_with(now, "data/samples/08-yunxiu-zhen-2021.txt", NULL, NULL);
    char *lines = run_words(words, COUNT(words), &dir, 1);
    assert_true(is_in_doubt(lines, now));
    expect(lines, batch->files[0], "XY-09", "(b.txt)");
    expect(lines, batch->files[0], "SIM-01", "(c.txt)");
    assert_int_equal(compare_ledger(batch, lines, "2020"), FILES + 1);
    assert_int_equal(compare_ledger(batch, lines, "2021"), 1);
    free(lines);
    unlink(other);
    unlink(now);
}

/* Interrupted once the first file is through; caller frees. */
static char *run_stopped(const struct batch *batch, const char *format)
{
    const char *words[] = {"--format", format, "-j", "1"};
    const char *files[FILES] = {batch->files[3], batch->files[2], batch->files[1], batch->files[0]};
    sigset_t interrupt, before;
    sigemptyset(&interrupt);
    sigaddset(&interrupt, SIGINT);
    pthread_sigmask(SIG_BLOCK, &interrupt, &before);
    raise(SIGINT);
    char *bytes = run_words(words, COUNT(words), files, FILES);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return bytes;
}

static cJSON *parse(const char *bytes)
{
    cJSON *object = cJSON_Parse(bytes);
    assert_non_null(object);
    return object;
}

/* What is done is printed, nothing made anew, and said that it is not all. */
static void an_interrupt_leaves_what_is_done(void **state)
{
    const struct batch *batch = *state;
    char *lines = run_stopped(batch, "jsonl"), *second = strchr(lines, '\n') + 1;
    assert_int_equal(strcspn(second, "\n") + 1, strlen(second));
    assert_non_null(strstr(lines, batch->files[3]));
    cJSON *object = parse(second);
    const cJSON *incomplete = json_get(object, "incomplete");
    assert_string_equal(json_string(incomplete, "signal"), "SIGINT");
    assert_int_equal(json_get(incomplete, "done")->valueint, 1);
    assert_int_equal(json_get(incomplete, "files")->valueint, FILES);
    cJSON_Delete(object);
    free(lines);
}

static void every_format_says_that_it_was_stopped(void **state)
{
    static const char *const said[][2] = {
        {"text", "\nstopped: 1 of 4 files are done"},
        {"json", ",\n{\"incomplete\":{\"signal\":\"SIGINT\",\"done\":1,\"files\":4"},
        {"sarif", "\"executionSuccessful\":false,\"exitSignalName\":\"SIGINT\","
                  "\"exitSignalNumber\":2,\"toolExecutionNotifications\":[\n{\"level\":\"error\","
                  "\"message\":{\"text\":\"stopped: 1 of 4"},
        {"junit", "<testcase classname=\"gouji\" name=\"complete\"><error type=\"SIGINT\" "
                  "message=\"stopped: 1 of 4"},
        {"csv", "\"incomplete\",\"\",\"\",\"\",\"stopped: 1 of 4"},
        {"rdjsonl", "{\"message\":\"stopped: 1 of 4"},
    };
    for (size_t i = 0; i < COUNT(said); i++) {
        char *bytes = run_stopped(*state, said[i][0]);
        if (!strstr(bytes, said[i][1]))
            fail_msg("%s does not say it was stopped: ...%s", said[i][0],
                     bytes + (strlen(bytes) > 600 ? strlen(bytes) - 600 : 0));
        if (strcmp(said[i][0], "json") == 0 || strcmp(said[i][0], "sarif") == 0)
            cJSON_Delete(parse(bytes));
        free(bytes);
    }
}

#ifndef __SANITIZE_ADDRESS__
/* A small report; of each agency there are two, of two years. */
static void write_small(const char *path, int i)
{
    static const char *const names[] = {"青", "白", "黄", "黑", "石", "木", "水", "山", "田", "林"};
    FILE *file = fopen(path, "w");
    assert_non_null(file);
    fprintf(file,
            "%s%s%s%s县统计局%d年政府信息公开工作年度报告\n一、总体情况\n"
            "我局全年公开信息%d条，其中门户网站公开信息%d条，认真办理有关事项。\n",
            names[i / 2000 % 10], names[i / 200 % 10], names[i / 20 % 10], names[i / 2 % 10],
            2022 + i % 2, i + 7, i % 9);
    assert_int_equal(fclose(file), 0);
}

/* The most memory that a process of its own needs for the files listed, in kB. */
static long peak_of(const char *list, const char *config)
{
    const char *words[] = {"--format", "jsonl", "-j", "2", "--files-from", list};
    struct rusage usage;
    pid_t pid = fork();
    if (pid == 0) {
        setenv("XDG_CONFIG_HOME", config, 1);
        run_into(open("/dev/null", O_WRONLY), words, COUNT(words), NULL, 0);
        _exit(0);
    }
    assert_int_equal(wait4(pid, NULL, 0, &usage), pid);
    return usage.ru_maxrss;
}

/* The bound is of one report more, whatever their number: 4 kB. */
static void little_is_kept_of_a_report(void **state)
{
    enum { FEW = 500, MANY = 2500, MOST_KB = 4 };
    const struct batch *batch = *state;
    char path[128], list[2][128], none[128];
    FILE *lists[2];
    snprintf(none, sizeof none, "%s/none", batch->dir);
    for (int k = 0; k < 2; k++) {
        snprintf(list[k], sizeof list[k], "%s/list-%d", batch->dir, k);
        assert_non_null(lists[k] = fopen(list[k], "w"));
    }
    for (int i = 0; i < MANY; i++) {
        snprintf(path, sizeof path, "%s/small-%d.txt", batch->dir, i);
        write_small(path, i);
        for (int k = i < FEW ? 0 : 1; k < 2; k++)
            fprintf(lists[k], "%s\n", path);
    }
    for (int k = 0; k < 2; k++)
        assert_int_equal(fclose(lists[k]), 0);
    long few = peak_of(list[0], none), many = peak_of(list[1], none);
    for (int i = 0; i < MANY; i++) {
        snprintf(path, sizeof path, "%s/small-%d.txt", batch->dir, i);
        unlink(path);
    }
    for (int k = 0; k < 2; k++)
        unlink(list[k]);
    assert_in_range(many, few, few + (long)MOST_KB * (MANY - FEW));
}
#endif

/* A rule file that switches all rules off. */
static void switch_all_off(const char *path)
{
    struct ruleset *rules = ruleset_load(NULL, NULL);
    FILE *file = fopen(path, "w");
    assert_true(rules && file);
    for (size_t i = 0; i < ruleset_count(rules); i++)
        fprintf(file, "%s{\"id\": \"%s\", \"reason\": \"r\", \"date\": \"2026-01-01\"}",
                i ? ", " : "{\"off\": [", ruleset_at(rules, i)->id);
    fputs("]}", file);
    ruleset_free(rules);
    assert_int_equal(fclose(file), 0);
}

/* What is printed of the first two files where the second becomes the third once something of
 * the first comes out: a pipe that holds less than that keeps all else waiting. Caller frees. */
static char *print_changing(const struct batch *batch)
{
    enum { LITTLE = 4096, LONGEST_MS = 20000 };
    const char *words[] = {"--format", "jsonl", "-j", "1"};
    const char *const files[] = {batch->files[0], batch->files[1]};
    char *bytes = calloc(1, LIMIT);
    int ends[2];
    assert_true(bytes && pipe(ends) == 0 && fcntl(ends[1], F_SETPIPE_SZ, LITTLE) > 0);
    pid_t pid = fork();
    if (pid == 0) {
        run_into(ends[1], words, COUNT(words), files, COUNT(files));
        _exit(0);
    }
    close(ends[1]);
    struct pollfd ready = {.fd = ends[0], .events = POLLIN};
    assert_int_equal(poll(&ready, 1, LONGEST_MS), 1);
    spill_with(batch->files[1], batch->files[2], NULL, NULL);
    size_t at = 0;
    for (ssize_t n; (n = read(ends[0], bytes + at, LIMIT - 1 - at)) > 0;)
        at += (size_t)n;
    assert_int_equal(waitpid(pid, NULL, 0), pid);
    close(ends[0]);
    return bytes;
}

static void without_rules_none_waits_for_another(void **state)
{
    const struct batch *batch = *state;
    switch_all_off(batch->rules);
    char *lines = print_changing(batch);
    spill(batch->rules, "{\"on\": [\"SIM-01\"]}");
    spill_with(batch->files[1], TOWN, "86条", "90条");
    const char *second = strchr(lines, '\n');
    assert_non_null(second);
    assert_non_null(strstr(second, "霜桥"));
    free(lines);
}

/* The second one does not wait for the end of the report that is being read. */
static void a_second_interrupt_ends_at_once(void **state)
{
    (void)state;
    static const int pairs[][2] = {{SIGINT, SIGINT}, {SIGTERM, SIGTERM}, {SIGINT, SIGTERM}};
    for (size_t i = 0; i < COUNT(pairs); i++) {
        pid_t child = fork();
        if (child == 0) {
            struct interrupt interrupt;
            interrupt_begin(&interrupt);
            raise(pairs[i][0]);
            raise(pairs[i][1]);
            _exit(0);
        }
        int ended;
        assert_int_equal(waitpid(child, &ended, 0), child);
        assert_true(WIFSIGNALED(ended) && WTERMSIG(ended) == pairs[i][1]);
    }
}

/* As nohup and shells' background jobs have it. */
static void an_ignored_interrupt_stays_ignored(void **state)
{
    (void)state;
    struct interrupt interrupt;
    struct sigaction after;
    signal(SIGINT, SIG_IGN);
    interrupt_begin(&interrupt);
    raise(SIGINT);
    assert_false(interrupt_came(&interrupt));
    raise(SIGTERM);
    assert_true(interrupt_came(&interrupt));
    interrupt_end(&interrupt);
    assert_int_equal(interrupt.number, SIGTERM);
    assert_int_equal(sigaction(SIGTERM, NULL, &after), 0);
    assert_true(after.sa_handler == SIG_DFL);
    signal(SIGINT, SIG_DFL);
}

static bool any_fits(const void *owner, const void *other)
{
    return owner != other;
}

/* Half in common is found among thousands, though all have some in common; that alone finds
 * another where it is a fifth at least, as it does among a few. */
static void the_most_alike_is_found(void **state)
{
    (void)state;
    enum { OWNERS = 3000 };
    static char owners[OWNERS];
    struct likes *likes = likes_new();
    struct sketch sketch = {.n = SKETCH_MOST}, asked = {.n = SKETCH_MOST};
    assert_non_null(likes);
    for (size_t o = 0; o < OWNERS; o++) {
        for (size_t i = 0; i < SKETCH_MOST; i++)
            sketch.items[i] = i < 16 ? i : 1000 * (o + 1) + i;
        assert_int_equal(likes_add(likes, &owners[o], &sketch), 0);
    }
    likes_settle(likes);
    for (size_t i = 0; i < SKETCH_MOST; i++)
        asked.items[i] = i < 16 ? i : i < 48 ? 1000 * (1234 + 1) + i : 7;
    assert_ptr_equal(likes_find(likes, &asked, &asked, any_fits), &owners[1234]);
    for (size_t i = 16; i < SKETCH_MOST; i++)
        asked.items[i] = 5000000 + i;
    assert_non_null(likes_find(likes, &asked, &asked, any_fits));
    for (size_t i = 12; i < 16; i++)
        asked.items[i] = 5000000 + i;
    assert_null(likes_find(likes, &asked, &asked, any_fits));
    likes_free(likes);
}

int main(void)
{
    setenv("GOUJI_DATA", "data", 0);
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reports_find_each_other),
        cmocka_unit_test(years_find_each_other),
        cmocka_unit_test(versions_of_last_year),
        cmocka_unit_test(the_ledger_counts_what_is_found),
        cmocka_unit_test(an_interrupt_leaves_what_is_done),
        cmocka_unit_test(every_format_says_that_it_was_stopped),
#ifndef __SANITIZE_ADDRESS__
        cmocka_unit_test(little_is_kept_of_a_report),
#endif
        cmocka_unit_test(a_second_interrupt_ends_at_once),
        cmocka_unit_test(an_ignored_interrupt_stays_ignored),
        cmocka_unit_test(without_rules_none_waits_for_another),
        cmocka_unit_test(the_most_alike_is_found),
    };
    return cmocka_run_group_tests(tests, make_batch, drop_batch);
}
