/* Writes reports with known truth, has gouji read them, and prints how well it
 * did. Usage: accuracy GOUJI. From the environment: SEED, N (reports), CLASS
 * (names with commas), KEEP (a folder for failing cases; KEEPALL=1: for all), KEEPMAX (a class),
 * FEW=1 (only what is invented, silently wrong or a crash fails), SOUND=1 (reports with nothing
 * wrong, and what the checks raise on them). */
#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <limits.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "alarms.h"
#include "sound.h"
#include "tally.h"

enum { BATCH = 400, NAME_NBYTES = 32 };

extern char **environ;

struct run {
    char gouji[PATH_MAX];
    char folder[64];
    char keep[PATH_MAX]; /* "" */
    uint64_t seed;
    long nreports, keep_max, ncrashes;
    enum layout layouts[LAYOUT_COUNT];
    int nlayouts;
    long nkept[LAYOUT_COUNT];
    struct tally tally;
    bool sound;
    struct alarms alarms;
};

static void die(const char *what)
{
    fprintf(stderr, "accuracy: %s: %s\n", what, strerror(errno));
    exit(2);
}

static void file_name(const struct sheet *sheet, long index, char name[NAME_NBYTES])
{
    const char *end = sheet->layout == LAYOUT_H    ? "html"
                      : sheet->layout == LAYOUT_MD ? "md"
                                                   : "txt";
    snprintf(name, NAME_NBYTES, "%06ld.%s", index, end);
}

/* The report's bytes in its encoding; the caller frees them. */
static char *encode(const struct sheet *sheet, size_t *nbytes)
{
    static const char *const names[] = {"UTF-8", "UTF-8", "GB18030", "UTF-16LE"};
    static const char *const boms[] = {"", "\xef\xbb\xbf", "", "\xff\xfe"};
    size_t left = sheet->out.nbytes, room = 3 * left + 16, capacity = room;
    char *in = sheet->out.bytes, *bytes = malloc(room), *at = bytes;
    iconv_t converter = iconv_open(names[sheet->encoding], "UTF-8");
    if (!bytes || converter == (iconv_t)-1)
        die("cannot convert");
    size_t nbom = strlen(boms[sheet->encoding]);
    memcpy(at, boms[sheet->encoding], nbom);
    at += nbom;
    room -= nbom;
    if (iconv(converter, &in, &left, &at, &room) == (size_t)-1)
        die("cannot convert");
    iconv_close(converter);
    *nbytes = capacity - room;
    return bytes;
}

static void write_file(const char *path, const char *bytes, size_t nbytes)
{
    FILE *file = fopen(path, "wb");
    if (!file || fwrite(bytes, 1, nbytes, file) != nbytes || fclose(file) != 0)
        die(path);
}

static void write_sheet(const struct sheet *sheet, const char *path)
{
    size_t nbytes;
    char *bytes = encode(sheet, &nbytes);
    write_file(path, bytes, nbytes);
    free(bytes);
}

/* Starts gouji with its output in a pipe; what it complains of is dropped. */
static pid_t start(char *const argv[], FILE **output)
{
    int ends[2];
    pid_t pid;
    posix_spawn_file_actions_t actions;
    if (pipe2(ends, O_CLOEXEC) != 0)
        die("pipe");
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    if (posix_spawn(&pid, argv[0], &actions, NULL, argv, environ) != 0)
        die(argv[0]);
    posix_spawn_file_actions_destroy(&actions);
    close(ends[1]);
    *output = fdopen(ends[0], "r");
    if (!*output)
        die("pipe");
    return pid;
}

/* Whether gouji ended by itself. */
static bool finish(pid_t pid, FILE *output)
{
    int status;
    fclose(output);
    waitpid(pid, &status, 0);
    return WIFEXITED(status) && WEXITSTATUS(status) <= 2;
}

/* The text that spans of an HTML page point into; NULL when there is none. */
static char *shown_text(struct run *run, char *name)
{
    char show[] = "show", text[] = "--text";
    char *argv[] = {run->gouji, show, text, name, NULL};
    FILE *output;
    pid_t pid = start(argv, &output);
    size_t capacity = 1 << 20;
    char *bytes = malloc(capacity);
    if (!bytes)
        die("memory");
    size_t nbytes = fread(bytes, 1, capacity - 1, output);
    bytes[nbytes] = '\0';
    finish(pid, output);
    return bytes;
}

static void keep(struct run *run, const struct sheet *sheet, long index,
                 const struct out *complaints)
{
    char path[PATH_MAX + 64], name[NAME_NBYTES];
    if (!run->keep[0] || run->nkept[sheet->layout]++ >= run->keep_max)
        return;
    snprintf(path, sizeof path, "%s/%s", run->keep, layout_names[sheet->layout]);
    mkdir(path, 0777);
    file_name(sheet, index, name);
    snprintf(path, sizeof path, "%s/%s/%s", run->keep, layout_names[sheet->layout], name);
    write_sheet(sheet, path);
    struct out truth = {0};
    out_format(&truth, "year %d, agency %s, form %d, first block %d\ntraps:", sheet->year,
               sheet->agency, sheet->form, sheet->form_a1);
    for (int i = 0; i < TRAP_COUNT; i++)
        if (sheet->traps[i])
            out_format(&truth, " [%s] %s;", trap_specs[i].code, trap_specs[i].text);
    out_add(&truth, "\n\n");
    out_add(&truth, complaints->bytes ? complaints->bytes : "");
    out_add(&truth, "\n");
    for (int i = 0; i < sheet->nvalues; i++) {
        const struct value *value = &sheet->values[i];
        out_format(&truth, "%s %s \"%s%s\" [%zu,%zu)\n", value->id, state_names[value->state],
                   value->text, value->after, value->start, value->end);
    }
    strncat(path, ".truth", sizeof path - strlen(path) - 1);
    write_file(path, truth.bytes, truth.nbytes);
    out_release(&truth);
}

static long number_from(const char *name, long otherwise)
{
    const char *text = getenv(name);
    return text && *text ? strtol(text, NULL, 10) : otherwise;
}

static void mark_sheet(struct run *run, const struct sheet *sheet, long index, const cJSON *answer)
{
    struct out complaints = {0};
    char name[NAME_NBYTES], *text = NULL;
    file_name(sheet, index, name);
    if (sheet->layout == LAYOUT_H && run->tally.classes[LAYOUT_H][0].nreports < 40)
        text = shown_text(run, name);
    struct score score = score_report(sheet, answer, text, &complaints);
    tally_add(&run->tally, sheet, &score);
    bool alarmed = run->sound && alarms_add(&run->alarms, answer, name);
    if (alarmed || score_has_failed(&score) || number_from("KEEPALL", 0))
        keep(run, sheet, index, &complaints);
    out_release(&complaints);
    free(text);
}

static long index_of(const cJSON *answer)
{
    const cJSON *path = cJSON_GetObjectItemCaseSensitive(answer, "path");
    return cJSON_IsString(path) ? strtol(path->valuestring, NULL, 10) : -1;
}

/* Has gouji check files `first` … and marks those it answers. Returns whether
 * it lived to the end. */
static bool check_files(struct run *run, const struct sheet *sheets, long first, long n,
                        char names[][NAME_NBYTES], bool *answered)
{
    char check[] = "check", format[] = "--format", jsonl[] = "jsonl";
    char *argv[BATCH + 5] = {run->gouji, check, format, jsonl};
    for (long i = 0; i < n; i++)
        argv[4 + i] = names[i];
    FILE *output;
    pid_t pid = start(argv, &output);
    char *line = NULL;
    size_t capacity = 0;
    while (getline(&line, &capacity, output) > 0) {
        cJSON *answer = cJSON_Parse(line);
        long at = index_of(answer) - first;
        if (at >= 0 && at < n && !answered[at]) {
            answered[at] = true;
            mark_sheet(run, &sheets[at], first + at, answer);
        }
        cJSON_Delete(answer);
    }
    free(line);
    return finish(pid, output);
}

/* A crash takes the rest of a batch with it: those are tried one by one. */
static void check_singly(struct run *run, const struct sheet *sheets, long first, long n,
                         char names[][NAME_NBYTES], bool *answered)
{
    for (long i = 0; i < n; i++) {
        if (answered[i])
            continue;
        if (!check_files(run, &sheets[i], first + i, 1, &names[i], &answered[i])) {
            fprintf(stderr, "accuracy: gouji crashes on %s (%s)\n", names[i],
                    layout_names[sheets[i].layout]);
            run->ncrashes++;
        }
        if (!answered[i])
            mark_sheet(run, &sheets[i], first + i, NULL);
    }
}

static void run_batch(struct run *run, struct sheet *sheets, long first, long n)
{
    static char names[BATCH][NAME_NBYTES];
    bool answered[BATCH] = {false};
    for (long i = 0; i < n; i++) {
        enum layout layout = run->layouts[(first + i) % run->nlayouts];
        (run->sound ? sheet_make_sound : sheet_make)(&sheets[i], run->seed, (uint64_t)(first + i),
                                                     layout);
        file_name(&sheets[i], first + i, names[i]);
        write_sheet(&sheets[i], names[i]);
    }
    if (!check_files(run, sheets, first, n, names, answered)) {
        fprintf(stderr, "accuracy: gouji crashes among %s … %s\n", names[0], names[n - 1]);
        run->ncrashes++;
    }
    if (!memchr(answered, true, sizeof answered)) {
        fprintf(stderr, "accuracy: %s answers nothing\n", run->gouji);
        exit(2);
    }
    check_singly(run, sheets, first, n, names, answered);
    for (long i = 0; i < n; i++) {
        unlink(names[i]);
        sheet_release(&sheets[i]);
    }
}

static bool is_named(const char *names, const char *name)
{
    size_t n = strlen(name);
    for (const char *at = names; (at = strstr(at, name)); at += n)
        if ((at == names || at[-1] == ',') && (at[n] == ',' || at[n] == '\0'))
            return true;
    return false;
}

static void prepare(struct run *run, const char *gouji)
{
    const char *classes = getenv("CLASS"), *kept = getenv("KEEP"), *seed = getenv("SEED");
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    run->seed = seed && *seed ? strtoull(seed, NULL, 10)
                              : (uint64_t)now.tv_sec * 1000003u + (uint64_t)now.tv_nsec;
    run->sound = number_from("SOUND", 0) != 0;
    run->nreports = number_from("N", 2000);
    run->keep_max = number_from("KEEPMAX", 10);
    for (int i = 0; i < LAYOUT_COUNT; i++)
        if ((!classes || !*classes || is_named(classes, layout_names[i])) &&
            (!run->sound || sound_layout((enum layout)i)))
            run->layouts[run->nlayouts++] = (enum layout)i;
    if (run->nlayouts == 0 || !realpath(gouji, run->gouji))
        die(gouji);
    if (kept && *kept && (mkdir(kept, 0777), !realpath(kept, run->keep)))
        die(kept);
    snprintf(run->folder, sizeof run->folder, "/tmp/gouji-accuracy.XXXXXX");
    if (!mkdtemp(run->folder) || chdir(run->folder) != 0)
        die(run->folder);
}

int main(int argc, char **argv)
{
    static struct run run;
    if (argc != 2) {
        fputs("usage: accuracy GOUJI\n", stderr);
        return 2;
    }
    prepare(&run, argv[1]);
    struct sheet *sheets = calloc(BATCH, sizeof *sheets);
    if (!sheets)
        die("memory");
    printf("SEED=%llu N=%ld\n", (unsigned long long)run.seed, run.nreports);
    fflush(stdout);
    for (long first = 0; first < run.nreports; first += BATCH) {
        long left = run.nreports - first;
        run_batch(&run, sheets, first, left < BATCH ? left : BATCH);
    }
    free(sheets);
    if (chdir("/") != 0 || rmdir(run.folder) != 0)
        fprintf(stderr, "accuracy: %s is left behind\n", run.folder);
    int nbelow = tally_print(&run.tally, number_from("FEW", 0) != 0);
    if (run.sound)
        nbelow += alarms_print(&run.alarms);
    if (run.ncrashes)
        printf("below the bar: %ld crashes\n", run.ncrashes);
    return nbelow || run.ncrashes ? 1 : 0;
}
