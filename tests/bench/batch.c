/* `gouji check` over many reports beside one `wc -m` over the same files, by turns in one
 * run: the median wall time of both, processor time a report, peak memory and how much of
 * it is one more report's. Once with the rules as they come, all but LNG and SIM, and once
 * with none, so that what reading and printing need is seen apart from what checking needs.
 *
 *     batch GOUJI LIST FEW NAME ALL NONE
 *
 * LIST names the reports, with NUL behind each; FEW some of them, so that what does not
 * grow with their number can be taken off. ALL and NONE are configuration folders: without
 * rules of their own, and with a rule file that switches every rule off. Nothing is kept from run
 * to run, and what is printed thrown away. Bars are printed beside the figures and never asserted:
 * other work on the machine is not gouji's fault. Status 0 measured; 2 when wc is missing or does
 * not count characters, or gouji fails. */
#include <fcntl.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { RUNS = 5, STATUS_ERRORS = 1, STATUS_TROUBLE = 2 };

struct figures {
    double wall, cpu; /* seconds */
    long peak_kb;
};

/* All runs of one kind. */
struct series {
    struct figures runs[RUNS];
};

static int fail(const char *what, const char *which)
{
    fprintf(stderr, "batch: %s%s\n", what, which);
    return 2;
}

static double seconds(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static void run_child(char *const *argv, const char *config)
{
    int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    setenv("LC_ALL", "C.UTF-8", 1);
    setenv("XDG_CONFIG_HOME", config, 1);
    for (int fd = 0; fd <= 2; fd++)
        dup2(nowhere, fd);
    execvp(argv[0], argv);
    _exit(127);
}

/* The status it ended with, -1 when it did not end by itself. */
static int measure(char *const *argv, const char *config, struct figures *figures)
{
    struct rusage usage;
    int status;
    double began = now();
    pid_t pid = fork();
    if (pid == 0)
        run_child(argv, config);
    if (pid < 0 || wait4(pid, &status, 0, &usage) != pid)
        return -1;
    *figures = (struct figures){now() - began, seconds(usage.ru_utime) + seconds(usage.ru_stime),
                                usage.ru_maxrss};
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int check(const char *gouji, const char *list, const char *config, struct figures *figures)
{
    const char *argv[] = {gouji, "check",        "-j2", "--format", "jsonl",
                          "-0",  "--files-from", list,  NULL};
    int status = measure((char *const *)(size_t)argv, config, figures);
    return status >= 0 && status <= STATUS_TROUBLE ? 0 : fail("gouji fails over ", list);
}

static int count_characters(const char *list, struct figures *figures)
{
    char from[4096];
    snprintf(from, sizeof from, "--files0-from=%s", list);
    const char *argv[] = {"wc", "-m", from, NULL};
    int status = measure((char *const *)(size_t)argv, "", figures);
    return status == 0 || status == 1 ? 0 : fail("wc cannot be run: ", "apt-get install coreutils");
}

/* wc of a system without the locale would count bytes, which is no peer. */
static bool wc_counts_characters(void)
{
    FILE *pipe = popen("printf '\\346\\212\\245' | LC_ALL=C.UTF-8 wc -m 2>/dev/null", "r");
    int n = 0;
    bool counts = pipe && fscanf(pipe, "%d", &n) == 1 && n == 1;
    if (pipe)
        pclose(pipe);
    return counts;
}

static long count_names(const char *list)
{
    FILE *file = fopen(list, "rb");
    long n = 0;
    for (int c; file && (c = getc(file)) != EOF;)
        n += c == '\0';
    if (file)
        fclose(file);
    return n;
}

static int by_wall(const void *left, const void *right)
{
    const struct figures *a = left, *b = right;
    return (a->wall > b->wall) - (a->wall < b->wall);
}

static const struct figures *median(struct series *series)
{
    qsort(series->runs, RUNS, sizeof *series->runs, by_wall);
    return &series->runs[RUNS / 2];
}

static void print_wall(const char *what, const struct series *series)
{
    printf("  %-32s %.3f s (%.3f-%.3f)\n", what, series->runs[RUNS / 2].wall, series->runs[0].wall,
           series->runs[RUNS - 1].wall);
}

static void print_ratio(const struct figures *ours, const struct figures *theirs, double bar)
{
    printf("    of wc -m                       %.2f   (bar for text: at most %.1f)\n",
           ours->wall / theirs->wall, bar);
}

int main(int argc, char **argv)
{
    if (argc != 7)
        return fail("usage: batch GOUJI LIST FEW NAME ALL NONE", "");
    if (!wc_counts_characters())
        return fail("wc -m does not count characters here, so there is nothing to compare with: ",
                    "coreutils and the locale C.UTF-8 are needed");
    const char *gouji = argv[1], *list = argv[2], *all = argv[5], *none = argv[6];
    struct series checked, read, counted;
    struct figures few;
    long n = count_names(list), nfew = count_names(argv[3]);
    if (n <= nfew)
        return fail("too few reports in ", list);
    if (check(gouji, argv[3], all, &few) != 0 || count_characters(list, counted.runs) != 0)
        return 2;
    for (int i = 0; i < RUNS; i++)
        if (check(gouji, list, all, &checked.runs[i]) != 0 ||
            count_characters(list, &counted.runs[i]) != 0 ||
            check(gouji, list, none, &read.runs[i]) != 0)
            return 2;
    const struct figures *a = median(&checked), *b = median(&read), *c = median(&counted);
    printf("check -j2 --format jsonl, %ld %s reports, median of %d\n", n, argv[4], RUNS);
    print_wall("wc -m", &counted);
    print_wall("all rules but LNG and SIM", &checked);
    print_ratio(a, c, 3.5);
    print_wall("no rule: reading, printing", &read);
    print_ratio(b, c, 2.5);
    printf("  reports a second                 %.0f\n", (double)n / a->wall);
    printf("  processor time a report          %.2f ms, without rules %.2f ms\n",
           a->cpu / (double)n * 1e3, b->cpu / (double)n * 1e3);
    printf("  peak memory                      %.1f MB, kept of a report %.2f kB   (bar: at most "
           "4)\n",
           (double)a->peak_kb / 1e3, (double)(a->peak_kb - few.peak_kb) / (double)(n - nfew));
    return 0;
}
