/* The queue of a folder with very many reports, on a pseudo-terminal of 160x45: how
 * long until it stands, how long the answer to a key takes while it is read in the
 * background and afterwards, how long the reading takes, what is kept of a report.
 *
 *     queue GOUJI FOLDER FEW COUNT
 *
 * FOLDER holds COUNT reports, FEW a hundred of them: what both need is not a
 * report's. The bars are printed beside the figures and never asserted. */
#include <limits.h>
#include <time.h>

#include "../vtpty.h"

enum { ROWS = 45, COLS = 160, RUNS = 5, KEYS = 200, LIMIT_MS = 600000, FEW_REPORTS = 100 };

static int fail(const char *what)
{
    fprintf(stderr, "queue: %s\n", what);
    return 2;
}

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static int start(struct pty *pty, const char *gouji, const char *folder, const char *state)
{
    pid_t pid = pty_fork(pty, ROWS, COLS);
    if (pid != 0)
        return pid > 0 ? 0 : -1;
    unsetenv("LC_ALL");
    unsetenv("GOUJI_CONFIG");
    setenv("TERM", "xterm-256color", 1);
    setenv("LANG", "C.UTF-8", 1);
    setenv("XDG_STATE_HOME", state, 1);
    setenv("XDG_CONFIG_HOME", state, 1);
    close(pty->log_fd);
    execl(gouji, gouji, "--fresh", "--lang", "en", "--reviewer", "bench", folder, (char *)NULL);
    _exit(127);
}

static bool shows(const struct pty *pty, const char *text)
{
    struct str screen = STR_INIT;
    pty_dump(pty, &screen);
    bool found = strstr(str_text(&screen), text) != NULL;
    str_release(&screen);
    return found;
}

/* Milliseconds until the text stands on the screen, or does no more; -1 never. */
static double wait_for(struct pty *pty, double began, const char *text, bool there)
{
    while (now_ms() - began < LIMIT_MS && !pty->closed) {
        struct pollfd file = {.fd = pty->fd, .events = POLLIN};
        if (poll(&file, 1, 50) > 0 && !pty_take(pty->fd, &pty->raw, pty->vt))
            return -1;
        double read_at = now_ms();
        if (shows(pty, text) == there)
            return read_at - began;
    }
    return -1;
}

/* From the key to the next bytes that come: while the queue is read, some would
 * come without it, but not before the key was taken. */
static double answer(struct pty *pty, const char *key)
{
    while (poll(&(struct pollfd){.fd = pty->fd, .events = POLLIN}, 1, 2) > 0)
        if (!pty_take(pty->fd, &pty->raw, pty->vt))
            return -1;
    double began = now_ms();
    pty_type(pty, key);
    if (poll(&(struct pollfd){.fd = pty->fd, .events = POLLIN}, 1, 2000) <= 0)
        return -1;
    return now_ms() - began;
}

static int measure_keys(struct pty *pty, const char *when)
{
    static const char *const keys[] = {"j", "j", " ", "k", "\004", "b", "j", "k"};
    double took[KEYS];
    for (int i = 0; i < KEYS; i++)
        if ((took[i] = answer(pty, keys[(size_t)i % (sizeof keys / sizeof *keys)])) < 0)
            return fail("a key was not answered");
    qsort(took, KEYS, sizeof *took, by_size);
    printf("  key to bytes, %-18s median %.2f ms   p99 %.2f ms   (bar: at most 3)\n", when,
           took[KEYS / 2], took[KEYS * 99 / 100]);
    return 0;
}

static long resident_kb(const struct pty *pty)
{
    char path[64], line[256];
    long kb = -1;
    snprintf(path, sizeof path, "/proc/%ld/status", (long)pty->pid);
    FILE *file = fopen(path, "r");
    while (file && kb < 0 && fgets(line, sizeof line, file))
        sscanf(line, "VmRSS: %ld", &kb);
    if (file)
        fclose(file);
    return kb;
}

static void end(struct pty *pty)
{
    pty_type(pty, ":quit\r");
    pty_end(pty);
}

static int measure_paint(const char *gouji, const char *folder, const char *state)
{
    double took[RUNS];
    for (int i = -1; i < RUNS; i++) {
        struct pty pty;
        double began = now_ms();
        double up =
            start(&pty, gouji, folder, state) == 0 ? wait_for(&pty, began, " reports: ", true) : -1;
        end(&pty);
        if (up < 0)
            return fail("the queue never came");
        took[i < 0 ? 0 : i] = up;
    }
    qsort(took, RUNS, sizeof *took, by_size);
    printf("  first paint, median of %d          %.1f ms (%.1f-%.1f)   (bar: at most 100)\n", RUNS,
           took[RUNS / 2], took[0], took[RUNS - 1]);
    return 0;
}

/* What is resident once all is read, in kB; -1: it never was. */
static long read_few(const char *gouji, const char *folder, const char *state)
{
    struct pty pty;
    if (start(&pty, gouji, folder, state) != 0 ||
        wait_for(&pty, now_ms(), " reports: ", true) < 0 ||
        wait_for(&pty, now_ms(), "reading ", false) < 0)
        return -1;
    long kb = resident_kb(&pty);
    end(&pty);
    return kb;
}

static int measure_reading(const char *gouji, const char *folder, long few_kb, int count,
                           const char *state)
{
    struct pty pty;
    double began = now_ms();
    if (start(&pty, gouji, folder, state) != 0 || wait_for(&pty, began, " reports: ", true) < 0)
        return fail("the queue never came");
    if (measure_keys(&pty, "while it is read") != 0)
        return 2;
    double took = wait_for(&pty, began, "reading ", false);
    if (took < 0)
        return fail("the reading never ended");
    printf("  all read after                    %.1f s, %.0f reports a second\n", took / 1e3,
           count / took * 1e3);
    printf("  kept of a report                  %.2f kB   (bar: at most 4)\n",
           (double)(resident_kb(&pty) - few_kb) / (count - FEW_REPORTS));
    int status = measure_keys(&pty, "afterwards");
    end(&pty);
    return status;
}

int main(int argc, char **argv)
{
    if (argc != 5)
        return fail("usage: queue GOUJI FOLDER FEW COUNT");
    int count = atoi(argv[4]);
    char state[] = "/tmp/gouji-queue-XXXXXX";
    if (!mkdtemp(state))
        return fail("no folder can be made in /tmp");
    printf("queue of %d reports, 160x45\n", count);
    int status = measure_paint(argv[1], argv[2], state);
    long few_kb = status == 0 ? read_few(argv[1], argv[3], state) : -1;
    if (status == 0)
        status = few_kb < 0 ? fail("the few were never read")
                            : measure_reading(argv[1], argv[2], few_kb, count, state);
    rmdir(state);
    return status;
}
