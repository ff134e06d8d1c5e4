/* The text of one report while it is written. Offsets handed out are byte
 * offsets into the text as gouji must decode it. */
#ifndef ACCURACY_OUT_H
#define ACCURACY_OUT_H

#include <stdbool.h>
#include <stddef.h>

struct out {
    char *bytes; /* UTF-8, ends in a NUL that does not count */
    size_t nbytes, capacity;
    bool crlf;        /* line ends are written as CR LF */
    bool traditional; /* Han characters of the form in their traditional shapes */
    bool half;        /* full-width brackets, commas and colons made half-width */
};

void out_release(struct out *out);
void out_add(struct out *out, const char *text);
void out_format(struct out *out, const char *format, ...) __attribute__((format(printf, 2, 3)));
void out_repeat(struct out *out, const char *text, int times);
/* Blanks and line ends at the end of what is written so far are taken back. */
void out_trim(struct out *out);

/* Columns of a terminal that the text takes (Han: two), or characters. */
int text_width(const char *text, bool wide);
/* Bytes of the character at `text`. */
size_t text_char_nbytes(const char *text);

#endif
