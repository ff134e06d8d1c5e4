#include "gouji/text/archive.h"

#include <string.h>
#include <strings.h>

enum { HEAD_NBYTES = 8192, BOUNDARY_NBYTES = 200 };

/* The next line at *at without its end; *at moves behind it. */
static struct slice take_line(struct slice bytes, size_t *at)
{
    struct slice rest = slice_make(bytes.ptr + *at, bytes.nbytes - *at);
    const char *newline = memchr(rest.ptr, '\n', rest.nbytes);
    size_t n = newline ? (size_t)(newline - rest.ptr) : rest.nbytes;
    *at += n + (newline != NULL);
    if (n > 0 && rest.ptr[n - 1] == '\r')
        n--;
    return slice_make(rest.ptr, n);
}

static const char *find_word(struct slice text, const char *word)
{
    size_t n = strlen(word);
    for (size_t i = 0; i + n <= text.nbytes; i++)
        if (strncasecmp(text.ptr + i, word, n) == 0)
            return text.ptr + i;
    return NULL;
}

/* The lines up to the first blank one; *at moves behind it. */
static struct slice take_head(struct slice bytes, size_t *at)
{
    size_t start = *at;
    size_t end = start;
    while (*at < bytes.nbytes && *at - start < HEAD_NBYTES) {
        end = *at;
        if (take_line(bytes, at).nbytes == 0)
            break;
        end = *at;
    }
    return slice_make(bytes.ptr + start, end - start);
}

static bool is_field_name(struct slice line)
{
    size_t n = 0;
    while (n < line.nbytes && ((line.ptr[n] >= 'A' && line.ptr[n] <= 'Z') ||
                               (line.ptr[n] >= 'a' && line.ptr[n] <= 'z') || line.ptr[n] == '-'))
        n++;
    return n > 0 && n < line.nbytes && line.ptr[n] == ':';
}

bool archive_is(struct slice bytes)
{
    size_t at = 0;
    if (bytes.nbytes == 0 || !is_field_name(take_line(bytes, &at)))
        return false;
    at = 0;
    struct slice head = take_head(bytes, &at);
    return find_word(head, "MIME-Version:") && find_word(head, "multipart/related");
}

static bool read_boundary(struct slice head, char boundary[BOUNDARY_NBYTES])
{
    const char *at = find_word(head, "boundary=");
    const char *end = head.ptr + head.nbytes;
    size_t n = 2;
    if (!at)
        return false;
    at += strlen("boundary=");
    at += at < end && *at == '"';
    memcpy(boundary, "--", n);
    while (at < end && !strchr("\"; \t\r\n", *at) && n + 1 < BOUNDARY_NBYTES)
        boundary[n++] = *at++;
    boundary[n] = '\0';
    return n > 2;
}

/* Bytes from `at` to the line that starts with the boundary, or to the end. */
static struct slice take_body(struct slice bytes, const char *boundary, size_t *at)
{
    size_t start = *at;
    while (*at < bytes.nbytes) {
        size_t line = *at;
        if (slice_has_prefix(take_line(bytes, at), slice_of(boundary)))
            return slice_make(bytes.ptr + start, line - start);
    }
    return slice_make(bytes.ptr + start, bytes.nbytes - start);
}

static int hex(char c)
{
    static const char digits[] = "0123456789ABCDEF";
    const char *at = c ? strchr(digits, c >= 'a' && c <= 'f' ? c - 'a' + 'A' : c) : NULL;
    return at ? (int)(at - digits) : -1;
}

/* The byte that two digits say; -1: they are none. */
static int hex_byte(const char *at)
{
    int high = hex(at[0]), low = hex(at[1]);
    return high < 0 || low < 0 ? -1 : high << 4 | low;
}

/* =E4=B8=80 and = at the end of a line, which goes on. */
static size_t decode_quoted(struct slice body, char *out)
{
    size_t n = 0;
    for (size_t i = 0; i < body.nbytes; i++) {
        const char *at = body.ptr + i;
        size_t left = body.nbytes - i;
        if (*at != '=' || left < 2) {
            out[n++] = *at;
        } else if (at[1] == '\n' || (left > 2 && at[1] == '\r' && at[2] == '\n')) {
            i += at[1] == '\n' ? 1 : 2;
        } else if (left > 2 && hex_byte(at + 1) >= 0) {
            out[n++] = (char)hex_byte(at + 1);
            i += 2;
        } else {
            out[n++] = *at;
        }
    }
    return n;
}

static size_t decode_base64(struct slice body, char *out)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    unsigned bits = 0;
    int nbits = 0;
    size_t n = 0;
    for (size_t i = 0; i < body.nbytes && body.ptr[i] != '='; i++) {
        const char *at = body.ptr[i] ? strchr(digits, body.ptr[i]) : NULL;
        if (!at)
            continue;
        bits = (bits << 6 | (unsigned)(at - digits)) & 0xFFFFu;
        nbits += 6;
        if (nbits >= 8) {
            nbits -= 8;
            out[n++] = (char)(bits >> nbits & 0xFFu);
        }
    }
    return n;
}

/* What is coded is never shorter than what it says. */
static int decode_body(struct slice head, struct slice body, struct arena *arena,
                       struct slice *page)
{
    char *out = arena_alloc(arena, body.nbytes + 1);
    size_t n = body.nbytes;
    if (!out)
        return -1;
    if (find_word(head, "quoted-printable"))
        n = decode_quoted(body, out);
    else if (find_word(head, "Encoding: base64"))
        n = decode_base64(body, out);
    else
        memcpy(out, body.ptr, n);
    out[n] = '\0';
    *page = slice_make(out, n);
    return 0;
}

int archive_page(struct slice bytes, struct arena *arena, struct slice *page)
{
    char boundary[BOUNDARY_NBYTES];
    size_t at = 0;
    *page = slice_make("", 0);
    if (!read_boundary(take_head(bytes, &at), boundary))
        return 0;
    take_body(bytes, boundary, &at);
    while (at < bytes.nbytes) {
        struct slice head = take_head(bytes, &at);
        struct slice body = take_body(bytes, boundary, &at);
        if (find_word(head, "text/html"))
            return decode_body(head, body, arena, page);
    }
    return 0;
}
