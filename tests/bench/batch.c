/* `gouji check` over many reports beside one `wc -m` over the same files, by turns in one
 * run: the median wall time of both, processor time a report, peak memory and how much of
 * it is one more report's.
 *
 *     batch GOUJI LIST FEW NAME
 *
 * LIST names the reports, with NUL behind each; FEW some of them, so that what does not
 * grow with their number can be taken off. Nothing is kept from run to run, and what is
 * printed thrown away. Bars are printed beside the figures and never asserted: other work
 * on the machine is not gouji's fault. Status 0 measured; 2 when wc is missing or does not
 * count characters, or gouji fails. */
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

static void run_child(char *const *argv)
{
    int nowhere = open("/dev/null", O_RDWR | O_CLOEXEC);
    setenv("LC_ALL", "C.UTF-8", 1);
    for (int fd = 0; fd <= 2; fd++)
        dup2(nowhere, fd);
    execvp(argv[0], argv);
    _exit(127);
}

/* The status it ended with, -1 when it did not end by itself. */
static int measure(char *const *argv, struct figures *figures)
{
    struct rusage usage;
    int status;
    double began = now();
    pid_t pid = fork();
    if (pid == 0)
        run_child(argv);
    if (pid < 0 || wait4(pid, &status, 0, &usage) != pid)
        return -1;
    *figures = (struct figures){now() - began, seconds(usage.ru_utime) + seconds(usage.ru_stime),
                                usage.ru_maxrss};
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static int check(const char *gouji, const char *list, struct figures *figures)
{
    const char *argv[] = {gouji, "check",        "-j2", "--format", "jsonl",
                          "-0",  "--files-from", list,  NULL};
    int status = measure((char *const *)(size_t)argv, figures);
    return status >= 0 && status <= STATUS_TROUBLE ? 0 : fail("gouji fails over ", list);
}

static int count_characters(const char *list, struct figures *figures)
{
    char from[4096];
    snprintf(from, sizeof from, "--files0-from=%s", list);
    const char *argv[] = {"wc", "-m", from, NULL};
    int status = measure((char *const *)(size_t)argv, figures);
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

int main(int argc, char **argv)
{
    if (argc != 5)
        return fail("usage: batch GOUJI LIST FEW NAME", "");
    if (!wc_counts_characters())
        return fail("wc -m does not count characters here, so there is nothing to compare with: ",
                    "coreutils and the locale C.UTF-8 are needed");
    struct figures ours[RUNS], theirs[RUNS], few;
    long n = count_names(argv[2]), nfew = count_names(argv[3]);
    if (n <= nfew || check(argv[1], argv[3], &few) != 0 || count_characters(argv[2], theirs) != 0)
        return n <= nfew ? fail("too few reports in ", argv[2]) : 2;
    for (int i = 0; i < RUNS; i++)
        if (check(argv[1], argv[2], &ours[i]) != 0 || count_characters(argv[2], &theirs[i]) != 0)
            return 2;
    qsort(ours, RUNS, sizeof *ours, by_wall);
    qsort(theirs, RUNS, sizeof *theirs, by_wall);
    const struct figures *a = &ours[RUNS / 2], *b = &theirs[RUNS / 2];
    printf("check -j2 --format jsonl, %ld %s reports, median of %d\n", n, argv[4], RUNS);
    printf("  wall                             %.2f s (%.2f-%.2f), %.0f reports a second\n",
           a->wall, ours[0].wall, ours[RUNS - 1].wall, (double)n / a->wall);
    printf("  wc -m                            %.3f s (%.3f-%.3f)\n", b->wall, theirs[0].wall,
           theirs[RUNS - 1].wall);
    printf("  gouji / wc -m                    %.1f   (bar: at most 2.5 for text)\n",
           a->wall / b->wall);
    printf("  processor time a report          %.2f ms\n", a->cpu / (double)n * 1e3);
    printf("  peak memory                      %.1f MB, kept of a report %.2f kB   (bar: at most "
           "4)\n",
           (double)a->peak_kb / 1e3, (double)(a->peak_kb - few.peak_kb) / (double)(n - nfew));
    return 0;
}
