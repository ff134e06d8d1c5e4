/* What a page says of its own encoding, near its top. */
#include <string.h>
#include <strings.h>

#include "gouji/base/ascii.h"
#include "gouji/text/html.h"

enum { HEAD_NBYTES = 8192 };

static bool is_name_char(char c)
{
    return ascii_is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' ||
           c == '_';
}

/* The value behind `word =` in [at, end), quotes aside. */
static bool read_value(const char *at, const char *end, const char *word,
                       char buffer[HTML_CHARSET_NBYTES])
{
    size_t n = 0;
    size_t nword = strlen(word);
    for (; at + nword < end && strncasecmp(at, word, nword) != 0; at++)
        ;
    if (at + nword >= end)
        return false;
    at += nword;
    while (at < end && strchr(" \t\r\n", *at))
        at++;
    if (at == end || *at++ != '=')
        return false;
    while (at < end && strchr(" \t\r\n\"'", *at))
        at++;
    for (; at < end && is_name_char(*at) && n + 1 < HTML_CHARSET_NBYTES; at++)
        buffer[n++] = *at >= 'a' && *at <= 'z' ? (char)(*at - 'a' + 'A') : *at;
    buffer[n] = '\0';
    return n > 0;
}

const char *html_charset(struct slice bytes, char buffer[HTML_CHARSET_NBYTES])
{
    const char *at = bytes.ptr;
    const char *last = at + (bytes.nbytes < HEAD_NBYTES ? bytes.nbytes : HEAD_NBYTES);
    buffer[0] = '\0';
    while (at < last && (at = memchr(at, '<', (size_t)(last - at))) != NULL) {
        const char *end = memchr(at, '>', (size_t)(last - at));
        if (!end)
            break;
        bool meta = end - at > 6 && strncasecmp(at, "<meta", 5) == 0;
        bool xml = end - at > 6 && strncasecmp(at, "<?xml", 5) == 0;
        if ((meta && read_value(at, end, "charset", buffer)) ||
            (xml && read_value(at, end, "encoding", buffer)))
            break;
        at = end;
    }
    return buffer;
}
