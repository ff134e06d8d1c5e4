#include "csv.h"

#include <string.h>

#include "gouji/base/ascii.h"
#include "gouji/text/decode.h"

void csv_begin(struct str *out)
{
    str_add(out, "\xEF\xBB\xBF");
}

/* A number below zero is one, whatever it begins with. */
static bool is_number(struct slice text)
{
    size_t i = text.nbytes && text.ptr[0] == '-', first = i;
    while (i < text.nbytes && (ascii_is_digit(text.ptr[i]) || (text.ptr[i] == '.' && i > first)))
        i++;
    return i == text.nbytes && i > first;
}

/* The signs that begin one, also wide, and white space that some pass over. */
static bool is_formula(struct slice text)
{
    static const char *const signs[] = {"=",  "+",  "-",  "@",  "\t", "\r",
                                        "\n", "＝", "＋", "－", "＠"};
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++)
        if (slice_has_prefix(text, slice_of(signs[i])))
            return !is_number(text);
    return false;
}

/* A cell that begins like a formula (CSV injection) gets an apostrophe, which
 * spreadsheets take for "this is text". Names of files may hold any bytes. */
static void write_cell(struct str *out, struct slice text)
{
    str_byte(out, '"');
    if (is_formula(text))
        str_byte(out, '\'');
    for (size_t i = 0, taken; i < text.nbytes; i += taken) {
        if (text_next(text.ptr + i, text.nbytes - i, &taken) < 0)
            str_add(out, "\xEF\xBF\xBD");
        else if (text.ptr[i] == '"')
            str_add(out, "\"\"");
        else if (text.ptr[i] != '\0')
            str_append(out, slice_make(text.ptr + i, taken));
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
