#include "lists.h"

#include <string.h>

#include "cell.h"

enum { LEAST_SIGNS = 4, MOST_SIGNS = 24 };

static bool begins_item(struct slice text)
{
    return text.nbytes > 0 &&
           (*text.ptr == '"' || *text.ptr == '\'' || slice_has_prefix(text, slice_of("None")) ||
            slice_has_prefix(text, slice_of("null")));
}

static struct slice behind(struct slice text, size_t at)
{
    return slice_make(text.ptr + at, text.nbytes - at);
}

bool list_is_row(struct slice line)
{
    if (line.nbytes == 0 || (*line.ptr != '[' && *line.ptr != ' '))
        return false;
    line = cell_trim(line);
    size_t at = 0;
    while (at < line.nbytes && line.ptr[at] == '[')
        at++;
    while (line.nbytes > at &&
           (line.ptr[line.nbytes - 1] == ',' || line.ptr[line.nbytes - 1] == ' '))
        line.nbytes--;
    return at > 0 && line.nbytes > at + 1 && line.ptr[line.nbytes - 1] == ']' &&
           begins_item(behind(line, at));
}

size_t list_next(struct slice text, size_t at)
{
    for (at++; at < text.nbytes; at++) {
        const char *bracket = memchr(text.ptr + at, '[', text.nbytes - at);
        if (!bracket)
            break;
        at = (size_t)(bracket - text.ptr);
        size_t before = at;
        while (before > 0 && (text.ptr[before - 1] == ' ' || text.ptr[before - 1] == ','))
            before--;
        if (before > 0 && before < at && text.ptr[before - 1] == ']' &&
            begins_item(behind(text, at + 1)))
            return at;
    }
    return text.nbytes;
}

size_t list_item(struct slice line, size_t at)
{
    char quote = '\0';
    for (; at < line.nbytes; at++) {
        char byte = line.ptr[at];
        if (quote && byte == '\\')
            at++;
        else if (quote)
            quote = byte == quote ? '\0' : quote;
        else if (byte == '"' || byte == '\'')
            quote = byte;
        else if (byte == ',' && cell_trim(behind(line, at + 1)).nbytes > 0)
            return at;
    }
    return line.nbytes;
}

struct slice list_text(struct slice item)
{
    item = cell_trim(item);
    while (item.nbytes > 0 && (*item.ptr == '[' || *item.ptr == ' '))
        item = behind(item, 1);
    while (item.nbytes > 0 && strchr("], ", item.ptr[item.nbytes - 1]))
        item.nbytes--;
    if (slice_is(item, "None") || slice_is(item, "null"))
        return slice_make(item.ptr, 0);
    bool quoted = item.nbytes > 1 && (*item.ptr == '"' || *item.ptr == '\'');
    if (quoted && item.ptr[item.nbytes - 1] == *item.ptr) /* else it is torn */
        item = slice_make(item.ptr + 1, item.nbytes - 2);
    return cell_trim(item);
}

bool list_is_parted(struct slice line, char sign)
{
    size_t n = 0;
    if (!memchr(line.ptr, sign, line.nbytes)) /* as nearly always */
        return false;
    for (size_t i = 1; i + 1 < line.nbytes; i++) {
        char before = line.ptr[i - 1], after = line.ptr[i + 1];
        if (line.ptr[i] == ' ' && before != sign && before != ' ' && after != sign && after != ' ')
            return false;
        n += line.ptr[i] == sign && before == ' ' && after == ' ';
    }
    return n >= LEAST_SIGNS && n <= MOST_SIGNS;
}

size_t list_slash(struct slice line, size_t at)
{
    size_t first = at > 0 && at < line.nbytes && line.ptr[at] == ' ' ? at + 1 : at;
    for (size_t i = first + 1; i < line.nbytes; i++)
        if (line.ptr[i] == '/' && line.ptr[i - 1] == ' ' &&
            (i + 1 == line.nbytes || line.ptr[i + 1] == ' '))
            return i;
    return line.nbytes;
}
