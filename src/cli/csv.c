#include "csv.h"

#include <string.h>

void csv_begin(struct str *out)
{
    str_add(out, "\xEF\xBB\xBF");
}

/* A number below zero is one, whatever it begins with. */
static bool is_number(struct slice text)
{
    size_t i = text.nbytes && text.ptr[0] == '-', first = i;
    while (i < text.nbytes &&
           ((text.ptr[i] >= '0' && text.ptr[i] <= '9') || (text.ptr[i] == '.' && i > first)))
        i++;
    return i == text.nbytes && i > first;
}

/* A cell that begins like a formula (CSV injection) gets an apostrophe, which
 * spreadsheets take for "this is text". */
static void write_cell(struct str *out, struct slice text)
{
    static const char dangerous[] = "=+-@\t\r";
    str_byte(out, '"');
    if (text.nbytes && memchr(dangerous, text.ptr[0], sizeof dangerous - 1) && !is_number(text))
        str_byte(out, '\'');
    for (size_t i = 0; i < text.nbytes; i++) {
        if (text.ptr[i] == '"')
            str_byte(out, '"');
        if (text.ptr[i] != '\0')
            str_byte(out, text.ptr[i]);
    }
    str_byte(out, '"');
}

void csv_row(struct str *out, const struct slice *cells, size_t ncells)
{
    for (size_t i = 0; i < ncells; i++) {
        if (i > 0)
            str_byte(out, ',');
        write_cell(out, cells[i]);
    }
    str_add(out, "\r\n");
}
