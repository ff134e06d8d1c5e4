#include "progress.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "gouji/base/message.h"

/* Work that is soon done shows nothing; more drawing than this is flicker. */
static const double first_after = 0.3, again_after = 0.1;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

void progress_begin(struct progress *progress, int fd, size_t total)
{
    *progress = (struct progress){.fd = fd, .total = total, .is_on = total > 1 && isatty(fd)};
    if (progress->is_on)
        progress->began = progress->drawn = now();
}

void progress_line(size_t done, size_t total, double seconds, char *out, size_t nbytes)
{
    enum { BAR = 20 };
    char bar[BAR + 1];
    double rate = seconds > 0 ? (double)done / seconds : 0;
    size_t full = total ? done * BAR / total : BAR;
    long left = rate > 0 ? (long)((double)(total - done) / rate + 0.5) : 0;
    memset(bar, ' ', BAR);
    memset(bar, '#', full < BAR ? full : BAR);
    bar[BAR] = '\0';
    snprintf(out, nbytes, _("%zu/%zu [%s] %3zu%%  %.0f/s  %ld:%02ld left"), done, total, bar,
             total ? done * 100 / total : 100, rate, left / 60, left % 60);
}

/* A terminal that takes nothing more is no reason to stop. */
static void put(const struct progress *progress, const char *text)
{
    ssize_t n = write(progress->fd, text, strlen(text));
    (void)n;
}

void progress_step(struct progress *progress)
{
    static const char clear[] = "\033[K";
    char line[256] = "\r";
    progress->done++;
    if (!progress->is_on)
        return;
    double at = now();
    if (at - progress->began < first_after || at - progress->drawn < again_after)
        return;
    progress->drawn = at;
    progress_line(progress->done, progress->total, at - progress->began, line + 1,
                  sizeof line - sizeof clear);
    memcpy(line + strlen(line), clear, sizeof clear);
    put(progress, line);
    progress->is_shown = true;
}

void progress_hide(struct progress *progress)
{
    if (progress->is_shown)
        put(progress, "\r\033[K");
    progress->is_shown = false;
}
