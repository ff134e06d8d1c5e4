#include "expected_rows.h"

#include <string.h>

#include "expected_fields.h"
#include "gouji/base/ascii.h"

enum { TEXT_NBYTES = 256, MOST_NUMERALS = 4 };

static size_t prefix_in(const cJSON *words, const char *key, struct slice text)
{
    const cJSON *word;
    cJSON_ArrayForEach (word, json_get(words, key))
        if (slice_has_prefix(text, slice_of(json_text(word))))
            return strlen(json_text(word));
    return 0;
}

static bool ends_in(const cJSON *words, const char *key, struct slice text)
{
    const cJSON *word;
    cJSON_ArrayForEach (word, json_get(words, key)) {
        size_t n = strlen(json_text(word));
        if (n <= text.nbytes && memcmp(text.ptr + text.nbytes - n, json_text(word), n) == 0)
            return true;
    }
    return false;
}

static bool is_one_of(const cJSON *words, const char *key, struct slice text)
{
    const cJSON *word;
    cJSON_ArrayForEach (word, json_get(words, key))
        if (slice_is(text, json_text(word)))
            return true;
    return false;
}

static struct slice cut(struct slice text, size_t n)
{
    return slice_make(text.ptr + n, text.nbytes - n);
}

/* ---- numbers in front ---- */

/* The bytes of the numerals at the start: figures, or Chinese ones. */
static size_t numerals(const cJSON *words, struct slice text)
{
    size_t at = 0, n = 0, one = 1;
    while (one > 0 && n <= MOST_NUMERALS) {
        struct slice rest = cut(text, at);
        bool is_figure = rest.nbytes > 0 && ascii_is_digit(rest.ptr[0]);
        one = is_figure ? 1 : prefix_in(words, "numerals", rest);
        at += one;
        n += one > 0;
    }
    return n <= MOST_NUMERALS ? at : 0;
}

/* A blank or a TAB ends figures alone: 三 门县 is a name. */
static size_t number_nbytes(const cJSON *words, struct slice text)
{
    size_t sign = prefix_in(words, "number_signs", text);
    size_t bracket = sign > 0 ? 0 : prefix_in(words, "number_brackets", text);
    size_t n = numerals(words, cut(text, bracket)), at = bracket + n;
    bool is_figures = n > 0 && ascii_is_digit(text.ptr[bracket]);
    if (sign > 0 || n == 0 || at == text.nbytes)
        return sign;
    size_t end = prefix_in(words, "number_ends", cut(text, at));
    if (end == 0 && is_figures && bracket == 0)
        end = prefix_in(words, "figure_ends", cut(text, at));
    return end > 0 ? at + end : 0;
}

struct slice expected_without_number(const cJSON *words, struct slice line)
{
    return expected_trim(cut(line, number_nbytes(words, line)));
}

/* ---- what a line is ---- */

static struct slice without_blanks(struct slice text, char out[TEXT_NBYTES])
{
    static const char wide_space[] = "　";
    size_t n = 0;
    for (size_t i = 0; i < text.nbytes && n < TEXT_NBYTES; i++)
        if (slice_has_prefix(cut(text, i), slice_of(wide_space)))
            i += strlen(wide_space) - 1;
        else if (text.ptr[i] != ' ' && text.ptr[i] != '\t')
            out[n++] = text.ptr[i];
    return slice_make(out, n);
}

/* 乡镇（3个）： is 乡镇. */
static struct slice without_tail(struct slice text)
{
    static const char *const colons[] = {":", "："}, *const opens[] = {"(", "（"},
                             *const closes[] = {")", "）"};
    for (size_t i = 0; i < sizeof colons / sizeof *colons; i++)
        if (text.nbytes > strlen(colons[i]) &&
            memcmp(text.ptr + text.nbytes - strlen(colons[i]), colons[i], strlen(colons[i])) == 0)
            text.nbytes -= strlen(colons[i]);
    bool is_closed = false;
    for (size_t i = 0; i < sizeof closes / sizeof *closes; i++)
        is_closed |=
            text.nbytes > strlen(closes[i]) &&
            memcmp(text.ptr + text.nbytes - strlen(closes[i]), closes[i], strlen(closes[i])) == 0;
    for (size_t i = text.nbytes; is_closed && i-- > 1;)
        for (size_t k = 0; k < sizeof opens / sizeof *opens; k++)
            if (slice_has_prefix(cut(text, i), slice_of(opens[k])))
                return slice_make(text.ptr, i);
    return text;
}

static bool is_letter(char byte)
{
    return (byte & 0x80) || (byte >= 'A' && byte <= 'Z') || (byte >= 'a' && byte <= 'z');
}

static bool says_nothing(struct slice text)
{
    for (size_t i = 0; i < text.nbytes; i++)
        if (is_letter(text.ptr[i]))
            return false;
    return true;
}

/* By 一、 or （一） numbered ones are headings unless they end as agencies do. */
static bool is_heading(const cJSON *words, struct slice text)
{
    size_t number = number_nbytes(words, text), bracket = prefix_in(words, "number_brackets", text);
    struct slice body = without_tail(cut(text, number));
    bool is_chinese = number > 0 && prefix_in(words, "numerals", cut(text, bracket)) > 0;
    if (is_one_of(words, "categories", body) || ends_in(words, "category_ends", body))
        return true;
    return is_chinese && !ends_in(words, "agency_ends", body);
}

static bool is_total(const cJSON *words, struct slice field)
{
    char bytes[TEXT_NBYTES];
    return prefix_in(words, "totals", without_blanks(field, bytes)) > 0;
}

enum expected_kind expected_kind_of(const cJSON *words, const struct slice *fields, size_t n,
                                    size_t name, bool alone)
{
    char bytes[TEXT_NBYTES];
    for (size_t i = 0; i < n && i <= name; i++)
        if (is_total(words, fields[i]))
            return EXPECTED_TOTAL;
    for (size_t i = 0; i < n && i <= name; i++)
        if (prefix_in(words, "notes", fields[i]) > 0)
            return EXPECTED_NOTE;
    struct slice text = without_blanks(name < n ? fields[name] : slice_of(""), bytes);
    if (text.nbytes == 0)
        return EXPECTED_AGENCY;
    if (alone && ends_in(words, "titles_end", without_tail(text)))
        return EXPECTED_TITLE;
    if (alone && is_heading(words, text))
        return EXPECTED_HEADING;
    return says_nothing(text) ? EXPECTED_NO_NAME : EXPECTED_AGENCY;
}

/* ---- names together ---- */

size_t expected_names(const cJSON *words, struct slice field, struct slice *out, size_t most)
{
    size_t n = 0, start = 0;
    for (size_t i = 0; i <= field.nbytes && n < most; i++) {
        size_t part = i < field.nbytes ? prefix_in(words, "name_separators", cut(field, i)) : 0;
        if (i < field.nbytes && part == 0)
            continue;
        struct slice name = expected_trim(slice_make(field.ptr + start, i - start));
        start = i + part;
        if (name.nbytes == 0)
            continue;
        out[n++] = name;
        if (!ends_in(words, "agency_ends", name) || is_one_of(words, "categories", name))
            n = most;
    }
    if (n == 0 || n >= most) {
        out[0] = field;
        return 1;
    }
    return n;
}
