#include "gouji/base/err.h"

#include <errno.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "gouji/base/message.h"

/* Cuts a half UTF-8 character off the end of a text that filled its buffer. */
static void trim_half_character(char *text)
{
    size_t n = strlen(text);
    size_t back = 0;
    while (back < 3 && back < n && ((unsigned char)text[n - 1 - back] & 0xC0) == 0x80)
        back++;
    if (back == n)
        return;
    unsigned char lead = (unsigned char)text[n - 1 - back];
    size_t need = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
    if (back < need)
        text[n - 1 - back] = '\0';
}

int err_set(struct err *err, enum err_kind kind, const char *format, ...)
{
    if (!err)
        return -1;
    va_list arguments;
    va_start(arguments, format);
    int n = vsnprintf(err->text, sizeof err->text, format, arguments);
    va_end(arguments);
    err->kind = kind;
    if (n < 0)
        err->text[0] = '\0';
    else if ((size_t)n >= sizeof err->text)
        trim_half_character(err->text);
    return -1;
}

int err_set_errno(struct err *err, const char *what, const char *path)
{
    int saved = errno;
    bool full = saved == ENOSPC || saved == EDQUOT || saved == EFBIG;
    err_set(err, full ? ERR_FULL : ERR_IO, "%s %s: %s", what, path, strerror(saved));
    errno = saved;
    return -1;
}

int err_set_nomem(struct err *err)
{
    return err_set(err, ERR_NOMEM, "%s",
                   _("not enough memory; close other programs and try again"));
}

int err_prefix(struct err *err, const char *context)
{
    if (!err)
        return -1;
    char old[ERR_TEXT_NBYTES];
    memcpy(old, err->text, sizeof old);
    int n = snprintf(err->text, sizeof err->text, "%s: %s", context, old);
    if (n >= (int)sizeof err->text)
        trim_half_character(err->text);
    return -1;
}

void err_clear(struct err *err)
{
    if (!err)
        return;
    err->kind = ERR_NONE;
    err->text[0] = '\0';
}
