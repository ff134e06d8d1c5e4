#include "expected_columns.h"

#include <stdlib.h>
#include <string.h>

#include "gouji/base/path.h"

enum { WORDS_MAX_NBYTES = 1024 * 1024, HAN_NBYTES = 3, HEAD_NBYTES = 64 };

int expected_columns_open(struct expected_columns *columns, struct arena *arena, struct err *err)
{
    char *path = path_data("expected.json", err);
    struct slice bytes;
    *columns = (struct expected_columns){.at = {0, 1, 2}, .n = EXPECTED_NCOLUMNS, .ngroups = 1};
    if (path)
        columns->words =
            json_read_in(arena, arena, path, WORDS_MAX_NBYTES, "words of the list", &bytes, err);
    free(path);
    return columns->words ? 0 : -1;
}

static bool is_word(const cJSON *words, struct slice text)
{
    const cJSON *word;
    cJSON_ArrayForEach (word, words)
        if (slice_is(text, json_text(word)))
            return true;
    return false;
}

/* ---- headers ---- */

/* A head without blanks, and without what stands in brackets behind it. */
static struct slice bare_head(struct slice head, char out[HEAD_NBYTES])
{
    static const char *const brackets[] = {"(", "（"}, *const blanks[] = {" ", "\t", "　"};
    size_t n = 0;
    for (size_t i = 0; i < head.nbytes && n < HEAD_NBYTES; i++) {
        struct slice rest = slice_make(head.ptr + i, head.nbytes - i);
        size_t blank = 0;
        for (size_t k = 0; k < sizeof blanks / sizeof *blanks; k++)
            blank = slice_has_prefix(rest, slice_of(blanks[k])) ? strlen(blanks[k]) : blank;
        if (slice_has_prefix(rest, slice_of(brackets[0])) ||
            slice_has_prefix(rest, slice_of(brackets[1])))
            break;
        if (blank > 0)
            i += blank - 1;
        else
            out[n++] = head.ptr[i];
    }
    return slice_make(out, n);
}

/* EXPECTED_NCOLUMNS: none of them. */
static enum expected_column column_of(const struct expected_columns *columns, struct slice field)
{
    static const char *const keys[EXPECTED_NCOLUMNS] = {"name", "parent", "deadline"};
    char bytes[HEAD_NBYTES];
    struct slice head = bare_head(field, bytes);
    int column = 0;
    while (column < EXPECTED_NCOLUMNS && !is_word(json_get(columns->words, keys[column]), head))
        column++;
    return (enum expected_column)column;
}

bool expected_columns_is_header(const struct expected_columns *columns, const struct slice *fields,
                                size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (column_of(columns, fields[i]) == EXPECTED_NAME)
            return true;
    return false;
}

/* 序号,单位,序号,单位: the columns after which the header begins again. */
static size_t period_of(const struct slice *fields, size_t n)
{
    for (size_t period = 1; period < n; period++) {
        bool is_again = n % period == 0;
        for (size_t i = period; is_again && i < n; i++)
            is_again = fields[i].nbytes == fields[i - period].nbytes &&
                       memcmp(fields[i].ptr, fields[i - period].ptr, fields[i].nbytes) == 0;
        if (is_again)
            return period;
    }
    return n;
}

bool expected_columns_name(struct expected_columns *columns, const struct slice *fields, size_t n,
                           struct str *strange)
{
    if (!expected_columns_is_header(columns, fields, n))
        return false;
    while (n > 1 && fields[n - 1].nbytes == 0)
        n--;
    columns->are_named = true;
    columns->n = period_of(fields, n);
    columns->ngroups = n / columns->n;
    n = columns->n;
    for (size_t i = 0; i < EXPECTED_NCOLUMNS; i++)
        columns->at[i] = EXPECTED_MAX_FIELDS;
    for (size_t i = 0; i < n; i++) {
        enum expected_column column = column_of(columns, fields[i]);
        if (column < EXPECTED_NCOLUMNS && columns->at[column] == EXPECTED_MAX_FIELDS) {
            columns->at[column] = i;
        } else if (fields[i].nbytes > 0) {
            str_add(strange, strange->nbytes > 0 ? ", " : "");
            str_append(strange, fields[i]);
        }
    }
    return true;
}

/* ---- persons ---- */

static bool is_han(struct slice text)
{
    for (size_t i = 0; i < text.nbytes; i += HAN_NBYTES)
        if ((unsigned char)text.ptr[i] < 0xE3 || (unsigned char)text.ptr[i] > 0xE9)
            return false;
    return text.nbytes % HAN_NBYTES == 0;
}

static bool ends_as_none(const struct expected_columns *columns, struct slice field)
{
    const cJSON *end;
    cJSON_ArrayForEach (end, json_get(columns->words, "no_persons_end")) {
        size_t n = strlen(json_text(end));
        if (n <= field.nbytes && memcmp(field.ptr + field.nbytes - n, json_text(end), n) == 0)
            return true;
    }
    return is_word(json_get(columns->words, "no_persons"), field);
}

bool expected_is_person(const struct expected_columns *columns, struct slice field)
{
    enum { MOST_GIVEN = 2 };
    const cJSON *surname;
    if (!is_han(field) || ends_as_none(columns, field))
        return false;
    cJSON_ArrayForEach (surname, json_get(columns->words, "surnames")) {
        size_t n = strlen(json_text(surname));
        size_t given = field.nbytes > n ? (field.nbytes - n) / HAN_NBYTES : 0;
        if (given > 0 && given <= MOST_GIVEN &&
            slice_has_prefix(field, slice_of(json_text(surname))))
            return true;
    }
    return false;
}
