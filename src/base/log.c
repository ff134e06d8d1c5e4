#include "gouji/base/log.h"

#include <stdarg.h>
#include <stdio.h>
#include <time.h>

/* The one log of the process; a debugging aid, not program state. */
static FILE *log_file;

int log_open(const char *path, struct err *err)
{
    FILE *file = fopen(path, "ae");
    if (!file)
        return err_set_errno(err, "cannot open log", path);
    log_close();
    setvbuf(file, NULL, _IOLBF, 0);
    log_file = file;
    return 0;
}

void log_close(void)
{
    if (log_file)
        fclose(log_file);
    log_file = NULL;
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
