#include "gouji/base/log.h"

#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "gouji/base/message.h"

/* The one log of the process; a debugging aid, not program state. */
static FILE *log_file;

/* Empty, of lines of ours, or nothing that could be read back. */
static bool takes_lines(const char *path)
{
    struct stat info;
    if (stat(path, &info) != 0 || !S_ISREG(info.st_mode))
        return true;
    FILE *file = fopen(path, "re");
    char start[32] = "";
    bool some = file && fgets(start, sizeof start, file);
    if (file)
        fclose(file);
    size_t n = strspn(start, "0123456789");
    return !some || (n > 0 && start[n] == '.' && strspn(start + n + 1, "0123456789") == 3 &&
                     start[n + 4] == ' ');
}

/* Appended to; a pipe must have its reader. */
static FILE *open_end(const char *path)
{
    int fd = open(path, O_WRONLY | O_APPEND | O_CREAT | O_NONBLOCK | O_NOCTTY | O_CLOEXEC, 0666);
    FILE *file = fd >= 0 ? fdopen(fd, "a") : NULL;
    if (fd >= 0 && !file)
        close(fd);
    return file;
}

int log_open(const char *path, struct err *err)
{
    /* The name behind -v may be that of a report. */
    if (!takes_lines(path))
        return err_set(err, ERR_USAGE,
                       _("%s: is no log of gouji; nothing was written to it (-v wants the name of "
                         "a log)"),
                       path);
    FILE *file = open_end(path);
    if (!file)
        return err_set_errno(err, _("cannot open the log"), path);
    log_close();
    setvbuf(file, NULL, _IOLBF, 0);
    log_file = file;
    return 0;
}

int log_close(void)
{
    bool is_lost = log_file && ferror(log_file);
    if (log_file && fclose(log_file) != 0)
        is_lost = true;
    log_file = NULL;
    return is_lost ? -1 : 0;
}

void log_line(const char *format, ...)
{
    if (!log_file)
        return;
    char text[2048];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof text, format, arguments);
    va_end(arguments);
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    fprintf(log_file, "%lld.%03ld ", (long long)now.tv_sec, now.tv_nsec / 1000000);
    for (const char *p = text; *p; p++) {
        unsigned char byte = (unsigned char)*p;
        if (byte < 0x20 || byte >= 0x7F)
            fprintf(log_file, "\\x%02X", byte);
        else
            fputc(byte, log_file);
    }
    fputc('\n', log_file);
}
