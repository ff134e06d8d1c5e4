/* Errors travel up as 0/-1 (or pointer/NULL) plus one struct err that the
 * caller owns, usually on its stack, and finally shows to a person. The text
 * says what happened, where, and what to do; it is already translated. Bytes
 * in it may come from outside (file names), so it is sanitised when drawn. */
#ifndef GOUJI_BASE_ERR_H
#define GOUJI_BASE_ERR_H

enum err_kind {
    ERR_NONE,
    ERR_NOMEM,
    ERR_IO,         /* the system refused: text carries strerror */
    ERR_FULL,       /* the same for want of room: disk full, quota, file size limit */
    ERR_INPUT,      /* the bytes are not what they should be */
    ERR_NOT_REPORT, /* readable text, but no annual report; text is the reason */
    ERR_LIMIT,      /* a stated limit was exceeded; text names it */
    ERR_LOCKED,     /* somebody else holds it; text says who */
    ERR_CHANGED,    /* the file on disk is not the one we loaded */
    ERR_VERSION,    /* written by a newer gouji */
    ERR_READONLY,   /* the review was opened read-only */
    ERR_USAGE,      /* the caller's request makes no sense; text says why */
};

enum { ERR_TEXT_NBYTES = 1024 };

struct err {
    enum err_kind kind;
    char text[ERR_TEXT_NBYTES];
};

/* Fills *err (err may be NULL) and returns -1, so that callers can write
 * `return err_set(err, ...)`. Text that does not fit is cut at a whole
 * UTF-8 character. */
int err_set(struct err *err, enum err_kind kind, const char *format, ...)
    __attribute__((cold, format(printf, 3, 4)));

/* ERR_IO, or ERR_FULL, for a failed system call: "<what> <path>: <strerror(errno)>". Keeps
 * errno. Returns -1. */
__attribute__((cold)) int err_set_errno(struct err *err, const char *what, const char *path);

/* ERR_NOMEM with the one message for it. Returns -1. */
__attribute__((cold)) int err_set_nomem(struct err *err);

/* Puts `context: ` in front of what *err already says. Returns -1. */
__attribute__((cold)) int err_prefix(struct err *err, const char *context);

void err_clear(struct err *err);

#endif
