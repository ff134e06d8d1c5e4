/* gouji beside less, in one run, on pseudo-terminals of 160x45: how long until
 * the first screen stands, how many bytes a line down costs, and how long the
 * answer to a key takes with a report of five megabytes open.
 *
 *     bench GOUJI REPORT
 *
 * The bars are printed beside the figures and never asserted: other work on
 * the machine is not gouji's fault. Status 0 measured; 2 when less is missing
 * or a screen never came. */
#include <ctype.h>
#include <limits.h>
#include <time.h>

#include "../vtpty.h"

enum {
    ROWS = 45,
    COLS = 160,
    RUNS = 41,
    LINES_DOWN = 100,
    LIMIT_MS = 20000,
    QUIET_MS = 40,
    REPORT_MAX = 1 << 20,
    QUOTE_MIN_NBYTES = 18,
    PIECES_MAX = 4096,
    BIG_NBYTES = 5 * 1024 * 1024,
    KEYS = 400
};

struct bench {
    const char *gouji;
    char dir[PATH_MAX];
    char report[PATH_MAX + 16]; /* a copy in dir */
    struct str text;            /* what stands in it */
};

typedef bool judge(const char *screen, const struct bench *bench);

static int fail(const char *what, const char *which)
{
    fprintf(stderr, "bench: %s%s\n", what, which);
    return 2;
}

/* ---- what counts as a first screen ---- */

/* Some line of the report, or the beginning of a long one. */
static bool shows_report(const char *screen, const struct bench *bench)
{
    for (const char *line = str_text(&bench->text); *line;) {
        size_t nbytes = strcspn(line, "\r\n\t");
        char quote[QUOTE_MIN_NBYTES + 1];
        if (nbytes >= QUOTE_MIN_NBYTES) {
            snprintf(quote, sizeof quote, "%s", line);
            if (strstr(screen, quote))
                return true;
        }
        line += nbytes + strspn(line + nbytes, "\r\n\t");
    }
    return false;
}

/* A row of the third table with a number behind its label. */
static bool shows_table(const char *screen)
{
    const char *row = screen;
    while ((row = strstr(row, "本年新收"))) {
        const char *at = row += strlen("本年新收");
        while (*at && *at != '\n' && !isdigit((unsigned char)*at))
            at++;
        if (isdigit((unsigned char)*at))
            return true;
    }
    return false;
}

/* The id of a check: letters or digits, a hyphen, two digits. */
static bool shows_finding(const char *screen)
{
    const char *at = screen;
    for (; (at = strchr(at, '-')); at++) {
        bool word =
            at >= screen + 2 && isupper((unsigned char)at[-2]) && isalnum((unsigned char)at[-1]);
        if (word && isdigit((unsigned char)at[1]) && isdigit((unsigned char)at[2]))
            return true;
    }
    return false;
}

static bool gouji_is_up(const char *screen, const struct bench *bench)
{
    return shows_report(screen, bench) && shows_table(screen) && shows_finding(screen);
}

static bool less_is_up(const char *screen, const struct bench *bench)
{
    char first[QUOTE_MIN_NBYTES + 1];
    snprintf(first, sizeof first, "%.*s", (int)strcspn(str_text(&bench->text), "\r\n"),
             str_text(&bench->text));
    return strstr(screen, first) != NULL && strstr(screen, "report.txt") != NULL;
}

/* ---- running ---- */

static double now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e3 + (double)now.tv_nsec / 1e6;
}

static int start(struct pty *pty, const char *const *argv, const struct bench *bench)
{
    pid_t pid = pty_fork(pty, ROWS, COLS);
    if (pid != 0)
        return pid > 0 ? 0 : -1;
    static const char *const unset[] = {"LESS", "LC_ALL", "GOUJI_CONFIG", "NO_COLOR"};
    for (size_t i = 0; i < sizeof unset / sizeof *unset; i++)
        unsetenv(unset[i]);
    setenv("TERM", "xterm-256color", 1);
    setenv("LANG", "C.UTF-8", 1);
    setenv("XDG_STATE_HOME", bench->dir, 1);
    setenv("XDG_CONFIG_HOME", bench->dir, 1);
    setenv("LESSHISTFILE", "-", 1);
    close(pty->log_fd);
    execvp(argv[0], (char *const *)argv);
    _exit(127);
}

/* What the child sent, piece by piece as it came. */
struct pieces {
    size_t ends[PIECES_MAX]; /* bytes sent so far */
    double at[PIECES_MAX];   /* when that piece was read */
    size_t n, judged;
};

/* Reads until the child is quiet; only reading, since what the terminal costs
 * would hold up a child that writes more than the line takes at once. */
static bool take_pieces(struct pty *pty, struct pieces *pieces)
{
    struct pollfd file = {.fd = pty->fd, .events = POLLIN};
    while (pieces->n < PIECES_MAX && poll(&file, 1, QUIET_MS) > 0) {
        if (!pty_take(pty->fd, &pty->raw, NULL))
            return false;
        pieces->at[pieces->n] = now_ms();
        pieces->ends[pieces->n++] = pty->raw.nbytes;
    }
    return pieces->n < PIECES_MAX;
}

/* Milliseconds from the start to the last byte of the first screen; < 0 when
 * it does not come. What judging costs is not counted. */
static double wait_up(struct pty *pty, double began, judge *is_up, const struct bench *bench)
{
    struct pieces pieces = {.n = 0};
    struct str screen = STR_INIT;
    double took = -1;
    bool more = true;
    while (took < 0 && more && now_ms() - began < LIMIT_MS) {
        more = take_pieces(pty, &pieces);
        for (; took < 0 && pieces.judged < pieces.n; pieces.judged++) {
            size_t start = pieces.judged > 0 ? pieces.ends[pieces.judged - 1] : 0;
            vterm_input_write(pty->vt, pty->raw.data + start, pieces.ends[pieces.judged] - start);
            str_clear(&screen);
            pty_dump(pty, &screen);
            if (is_up(str_text(&screen), bench))
                took = pieces.at[pieces.judged] - began;
        }
    }
    for (; pieces.judged < pieces.n; pieces.judged++)
        vterm_input_write(pty->vt, pty->raw.data + pieces.ends[pieces.judged - 1],
                          pieces.ends[pieces.judged] - pieces.ends[pieces.judged - 1]);
    if (took < 0)
        fprintf(stderr, "%s", str_text(&screen));
    str_release(&screen);
    return took;
}

static double first_paint(const char *const *argv, judge *is_up, const struct bench *bench)
{
    struct pty pty;
    double began = now_ms();
    if (start(&pty, argv, bench) != 0)
        return -1;
    double took = wait_up(&pty, began, is_up, bench);
    pty_type(&pty, "q");
    pty_end(&pty);
    return took;
}

static int by_size(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static double median(double *values, size_t n)
{
    qsort(values, n, sizeof *values, by_size);
    return n % 2 ? values[n / 2] : (values[n / 2 - 1] + values[n / 2]) / 2;
}

/* By turns, so that what else the machine does meets both; the first of each
 * only warms the caches. */
static int compare_first_paint(const struct bench *bench)
{
    const char *const gouji[] = {bench->gouji, "--fresh",     "--reviewer",
                                 "bench",      bench->report, NULL};
    const char *const less[] = {"less", bench->report, NULL};
    double ours[RUNS], theirs[RUNS];
    for (int i = -1; i < RUNS; i++) {
        double a = first_paint(gouji, gouji_is_up, bench);
        double b = first_paint(less, less_is_up, bench);
        if (a < 0 || b < 0)
            return fail("no first screen came from ", a < 0 ? "gouji" : "less");
        ours[i < 0 ? 0 : i] = a;
        theirs[i < 0 ? 0 : i] = b;
    }
    double a = median(ours, RUNS), b = median(theirs, RUNS);
    printf("first paint, 160x45, median of %d   gouji %.1f ms (%.1f-%.1f)   "
           "less %.1f ms (%.1f-%.1f)\n",
           RUNS, a, ours[0], ours[RUNS - 1], b, theirs[0], theirs[RUNS - 1]);
    printf("  gouji / less                     %.2f   (bar: at most 1.5)\n", a / b);
    return 0;
}

/* ---- moving down ---- */

/* Bytes of each of up to LINES_DOWN moves; a move that sends nothing is the
 * end of the report. */
static size_t move_down(struct pty *pty, double *bytes)
{
    size_t n = 0;
    while (n < LINES_DOWN) {
        size_t before = pty->raw.nbytes;
        pty_type(pty, "j");
        for (int ms = 0; ms < 1000 && pty->raw.nbytes == before; ms += QUIET_MS)
            pty_pump(pty, QUIET_MS);
        if (pty->raw.nbytes == before)
            break;
        bytes[n++] = (double)(pty->raw.nbytes - before);
    }
    return n;
}

/* The workstation with a report open and these keys typed. */
static int open_with(struct pty *pty, const struct bench *bench, const char *report,
                     const char *keys)
{
    const char *const gouji[] = {bench->gouji, "--fresh", "--reviewer", "bench", report, NULL};
    if (start(pty, gouji, bench) != 0 || wait_up(pty, now_ms(), gouji_is_up, bench) < 0)
        return fail("no first screen came from ", "gouji");
    pty_type(pty, keys);
    pty_pump(pty, 500);
    return 0;
}

static double mean(const double *values, size_t n)
{
    double total = 0;
    for (size_t i = 0; i < n; i++)
        total += values[i];
    return total / (double)n;
}

static int measure_stacked(const struct bench *bench)
{
    struct pty pty;
    double bytes[LINES_DOWN];
    if (open_with(&pty, bench, bench->report, ":layout stacked\rgdgg") != 0)
        return 2;
    size_t n = move_down(&pty, bytes);
    pty_type(&pty, ":quit\r");
    pty_end(&pty);
    if (n == 0)
        return fail("the cursor does not move in ", bench->report);
    double average = mean(bytes, n);
    printf("moving down %zu lines, stacked       median %.0f bytes a line (bar: at most 120), "
           "mean %.0f\n",
           n, median(bytes, n), average);
    return 0;
}

/* What the same screen costs when nothing of it stands yet. */
static int measure_side_by_side(const struct bench *bench)
{
    struct pty pty;
    double bytes[LINES_DOWN];
    if (open_with(&pty, bench, bench->report, ":layout side\rgdgg") != 0)
        return 2;
    size_t n = move_down(&pty, bytes), before = pty.raw.nbytes;
    pty_type(&pty, "\f");
    pty_pump(&pty, 500);
    double repaint = (double)(pty.raw.nbytes - before);
    pty_type(&pty, ":quit\r");
    pty_end(&pty);
    if (n == 0 || repaint == 0)
        return fail("the cursor does not move in ", bench->report);
    printf("moving down %zu lines, side by side  mean %.0f bytes a line, %.1f %% of a full repaint "
           "of %.0f (bar: at most 10 %%)\n",
           n, mean(bytes, n), 100 * mean(bytes, n) / repaint, repaint);
    return 0;
}

/* ---- answers ---- */

/* Milliseconds from a key to the last byte of its answer, which no terminal
 * here reads meanwhile; < 0: none came. */
static double answer(struct pty *pty, const char *key)
{
    double typed = now_ms(), last = -1;
    struct pollfd file = {.fd = pty->fd, .events = POLLIN};
    pty_type(pty, key);
    while (poll(&file, 1, last < 0 ? 200 : 15) > 0) {
        last = now_ms();
        if (!pty_take(pty->fd, &pty->raw, NULL))
            break;
    }
    return last < 0 ? -1 : last - typed;
}

/* Of how many keys there was an answer; what each took, the longest last. */
static size_t answers(struct pty *pty, double *took)
{
    static const char *const keys[] = {"j", "j", " ", "k", "\004", "}", "j", "b"};
    size_t n = 0;
    for (size_t i = 0; i < KEYS; i++) {
        double ms = answer(pty, keys[i % (sizeof keys / sizeof *keys)]);
        if (ms >= 0)
            took[n++] = ms;
    }
    qsort(took, n, sizeof *took, by_size);
    return n;
}

static int open_less(struct pty *pty, const struct bench *bench, const char *report)
{
    const char *const less[] = {"less", report, NULL};
    if (start(pty, less, bench) != 0)
        return fail("no first screen came from ", "less");
    pty_pump(pty, 500);
    return 0;
}

/* Those of less, by the same keys, tell what of it is the machine's. */
static int measure_answers(const struct bench *bench, const char *big)
{
    struct pty pty;
    double ours[KEYS], theirs[KEYS];
    if (open_with(&pty, bench, big, "gdgg") != 0)
        return 2;
    size_t n = answers(&pty, ours);
    pty_type(&pty, ":quit\r");
    pty_end(&pty);
    if (open_less(&pty, bench, big) != 0)
        return 2;
    size_t nless = answers(&pty, theirs);
    pty_type(&pty, "q");
    pty_end(&pty);
    if (n == 0 || nless == 0)
        return fail("no key was answered in ", big);
    printf("%zu keys in a report of 5 MB         median %.2f ms, p99 %.2f ms (bar: at most 3), "
           "worst %.2f ms\n",
           n, median(ours, n), ours[n * 99 / 100], ours[n - 1]);
    printf("  less, the same keys              median %.2f ms, p99 %.2f ms, worst %.2f ms\n",
           median(theirs, nless), theirs[nless * 99 / 100], theirs[nless - 1]);
    return 0;
}

/* The report with its longest line again and again behind it. */
static int write_big(const struct bench *bench, const char *path)
{
    struct slice longest = {"", 0};
    const char *text = str_text(&bench->text);
    for (const char *line = text; *line;) {
        size_t nbytes = strcspn(line, "\n");
        if (nbytes > longest.nbytes)
            longest = slice_make(line, nbytes);
        line += nbytes + (line[nbytes] == '\n');
    }
    FILE *out = fopen(path, "wb");
    if (!out)
        return -1;
    fputs(text, out);
    for (size_t n = 0; n < BIG_NBYTES && longest.nbytes > 0; n += longest.nbytes + 1)
        fprintf(out, "%.*s\n", (int)longest.nbytes, longest.ptr);
    return fclose(out);
}

static int measure_big(const struct bench *bench)
{
    char path[sizeof bench->report + 8];
    snprintf(path, sizeof path, "%s/big.txt", bench->dir);
    return write_big(bench, path) == 0 ? measure_answers(bench, path) : fail("cannot write ", path);
}

/* ---- the report ---- */

static int copy_report(struct bench *bench, const char *from)
{
    FILE *in = fopen(from, "rb");
    if (!in)
        return -1;
    char block[4096];
    for (size_t n; bench->text.nbytes < REPORT_MAX && (n = fread(block, 1, sizeof block, in)) > 0;)
        str_append(&bench->text, slice_make(block, n));
    fclose(in);
    snprintf(bench->report, sizeof bench->report, "%s/report.txt", bench->dir);
    FILE *out = fopen(bench->report, "wb");
    if (!out)
        return -1;
    size_t written = fwrite(bench->text.data, 1, bench->text.nbytes, out);
    return fclose(out) == 0 && written == bench->text.nbytes && written > 0 ? 0 : -1;
}

static bool has_less(void)
{
    return system("less --version >/dev/null 2>&1") == 0;
}

static void remove_dir(const char *dir)
{
    pid_t pid = fork();
    if (pid == 0) {
        execlp("rm", "rm", "-rf", dir, (char *)NULL);
        _exit(127);
    }
    waitpid(pid, NULL, 0);
}

int main(int argc, char **argv)
{
    if (argc != 3)
        return fail("usage: bench GOUJI REPORT", "");
    if (!has_less())
        return fail("less is not installed here, so there is nothing to compare with: ",
                    "apt-get install less");
    struct bench bench = {.gouji = argv[1], .text = STR_INIT};
    const char *tmp = getenv("TMPDIR");
    snprintf(bench.dir, sizeof bench.dir, "%s/gouji-bench-XXXXXX", tmp && *tmp ? tmp : "/tmp");
    if (!mkdtemp(bench.dir))
        return fail("no folder can be made in ", tmp && *tmp ? tmp : "/tmp");
    int status = copy_report(&bench, argv[2]) == 0 ? 0 : fail("cannot copy ", argv[2]);
    if (status == 0)
        status = compare_first_paint(&bench);
    if (status == 0)
        status = measure_stacked(&bench);
    if (status == 0)
        status = measure_side_by_side(&bench);
    if (status == 0)
        status = measure_big(&bench);
    str_release(&bench.text);
    remove_dir(bench.dir);
    return status;
}
