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

/* ---- marks around names ---- */

static size_t suffix_in(const cJSON *words, const char *key, struct slice text)
{
    const cJSON *word;
    cJSON_ArrayForEach (word, json_get(words, key))
        if (slice_ends_with(text, json_text(word)))
            return strlen(json_text(word));
    return 0;
}

/* Bytes at each end that are quotation marks of one pair. */
static size_t quotes_around(const cJSON *words, struct slice text)
{
    const cJSON *pair;
    cJSON_ArrayForEach (pair, json_get(words, "name_quotes")) {
        size_t n = strlen(json_text(pair)) / 2;
        if (text.nbytes > 2 * n && memcmp(text.ptr, json_text(pair), n) == 0 &&
            memcmp(text.ptr + text.nbytes - n, json_text(pair) + n, n) == 0)
            return n;
    }
    return 0;
}

/* Where the brackets begin that the text ends in, and what stands in them; at the end: none. */
static size_t last_brackets(struct slice text, struct slice *inside)
{
    static const char *const pairs[][2] = {{"（", "）"}, {"(", ")"}, {"（", ")"}, {"(", "）"}};
    for (size_t k = 0; k < sizeof pairs / sizeof *pairs; k++) {
        size_t nopen = strlen(pairs[k][0]), nclose = strlen(pairs[k][1]);
        for (size_t i = text.nbytes; slice_ends_with(text, pairs[k][1]) && i-- > 1;)
            if (slice_has_prefix(cut(text, i), slice_of(pairs[k][0]))) {
                *inside = slice_make(text.ptr + i + nopen, text.nbytes - nclose - i - nopen);
                return i;
            }
    }
    return text.nbytes;
}

static struct slice without_remark(const cJSON *words, struct slice name)
{
    struct slice inside;
    size_t at = last_brackets(name, &inside);
    bool is_remark =
        at < name.nbytes && (is_one_of(words, "name_remarks", expected_trim(inside)) ||
                             prefix_in(words, "name_remark_starts", expected_trim(inside)) > 0);
    return is_remark ? expected_trim(slice_make(name.ptr, at)) : name;
}

struct slice expected_bare_name(const cJSON *words, struct slice name)
{
    for (size_t before = name.nbytes + 1; name.nbytes < before;) {
        before = name.nbytes;
        size_t quotes = quotes_around(words, name);
        name = slice_make(name.ptr + quotes, name.nbytes - 2 * quotes);
        name = expected_trim(cut(name, prefix_in(words, "name_heads", name)));
        name.nbytes -= suffix_in(words, "name_tails", name);
        name = without_remark(words, expected_trim(name));
    }
    return name;
}

/* 第1组 甲县统计局: the bytes of 第1组; or of figures that nothing parts from the name. */
static size_t group_nbytes(const cJSON *words, struct slice name)
{
    static const char ordinal[] = "第";
    size_t first = slice_has_prefix(name, slice_of(ordinal)) ? strlen(ordinal) : 0;
    size_t n = numerals(words, cut(name, first));
    if (first > 0) {
        size_t word = n > 0 ? prefix_in(words, "name_groups", cut(name, first + n)) : 0;
        return word > 0 ? first + n + word : 0;
    }
    return n > 0 && ascii_is_digit(name.ptr[0]) ? n : 0;
}

const char *expected_other_name(const cJSON *words, struct arena *arena, struct slice name)
{
    struct slice inside, other = name;
    other = cut(other, group_nbytes(words, other));
    other = expected_trim(other);
    other = cut(other, prefix_in(words, "name_former", other));
    other = expected_trim(slice_make(other.ptr, last_brackets(other, &inside)));
    return other.nbytes > 0 && other.nbytes < name.nbytes ? arena_copy(arena, other) : NULL;
}

bool expected_is_agency(const cJSON *words, struct slice field)
{
    enum { LEAST_NBYTES = 9, MOST_NBYTES = 90 };
    static const char *const territories[] = {"省", "市", "县", "区", "旗", "州", "盟"};
    struct slice name = expected_bare_name(words, expected_without_number(words, field));
    for (size_t i = 0; i < sizeof territories / sizeof *territories; i++)
        if (slice_ends_with(name, territories[i]))
            return false;
    return name.nbytes >= LEAST_NBYTES && name.nbytes <= MOST_NBYTES &&
           ends_in(words, "agency_ends", name) && !is_one_of(words, "categories", name);
}

/* ---- names together ---- */

/* Names that begin alike, parted by blanks: 甲县统计局 甲县教育局, but not 甲县 统计局. */
static size_t names_by_blanks(const cJSON *words, struct slice field, struct slice *out,
                              size_t most)
{
    enum { ALIKE_NBYTES = 6 };
    size_t n = 0, start = 0;
    for (size_t i = 0; i <= field.nbytes && n < most; i++) {
        struct slice rest = cut(field, i);
        bool is_blank = i < field.nbytes && expected_trim(rest).ptr != rest.ptr;
        if (i < field.nbytes && !is_blank)
            continue;
        struct slice name = expected_trim(slice_make(field.ptr + start, i - start));
        start = i;
        if (name.nbytes == 0)
            continue;
        bool is_alike = n == 0 || (name.nbytes > ALIKE_NBYTES && out[0].nbytes > ALIKE_NBYTES &&
                                   memcmp(name.ptr, out[0].ptr, ALIKE_NBYTES) == 0);
        if (!is_alike || !expected_is_agency(words, name))
            return 0;
        out[n++] = name;
    }
    return n > 1 && n < most ? n : 0;
}

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
    if (n > 1 && n < most)
        return n;
    n = names_by_blanks(words, field, out, most);
    out[0] = n > 0 ? out[0] : field;
    return n > 0 ? n : 1;
}
