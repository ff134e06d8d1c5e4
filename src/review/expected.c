#include "gouji/review/expected.h"

#include <stdlib.h>
#include <string.h>

#include "expected_columns.h"
#include "gouji/base/map.h"
#include "gouji/base/message.h"
#include "gouji/base/path.h"

/* ---- dates ---- */

static size_t take_number(struct slice text, size_t at, int *number)
{
    size_t n = 0;
    *number = 0;
    while (at + n < text.nbytes && text.ptr[at + n] >= '0' && text.ptr[at + n] <= '9' && n < 5)
        *number = *number * 10 + (text.ptr[at + n++] - '0');
    return n;
}

/* One of - / . 年 月 日 at this place; 0: none. */
static size_t take_mark(struct slice text, size_t at)
{
    static const char *const marks[] = {"-", "/", ".", "年", "月", "日"};
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        size_t n = strlen(marks[i]);
        if (text.nbytes - at >= n && memcmp(text.ptr + at, marks[i], n) == 0)
            return n;
    }
    return 0;
}

bool expected_date(struct slice text, struct date *date)
{
    int numbers[3] = {0, 0, 0};
    size_t at = 0, n = 0;
    while (n < 3 && at < text.nbytes) {
        size_t digits = take_number(text, at, &numbers[n]);
        if (digits == 0)
            return false;
        at += digits;
        n++;
        size_t mark = take_mark(text, at);
        if (at < text.nbytes && mark == 0)
            return false;
        at += mark;
    }
    if (n < 2 || at < text.nbytes)
        return false;
    *date = n == 3 ? (struct date){numbers[0], numbers[1], numbers[2]}
                   : (struct date){0, numbers[0], numbers[1]};
    return (n == 2 || (date->year >= 1900 && date->year <= 9999)) && date_exists(*date);
}

/* ---- lines ---- */

struct reader {
    struct expected_list *list;
    struct map *names; /* of those taken, with their parents */
    size_t line;
    struct expected_columns columns;
};

static struct slice trimmed(struct slice text)
{
    static const char wide_space[] = "　";
    for (;;) {
        if (text.nbytes && memchr(" \t\r", text.ptr[0], 3))
            text = slice_make(text.ptr + 1, text.nbytes - 1);
        else if (text.nbytes && memchr(" \t\r", text.ptr[text.nbytes - 1], 3))
            text.nbytes--;
        else if (text.nbytes >= 3 && memcmp(text.ptr, wide_space, 3) == 0)
            text = slice_make(text.ptr + 3, text.nbytes - 3);
        else if (text.nbytes >= 3 && memcmp(text.ptr + text.nbytes - 3, wide_space, 3) == 0)
            text.nbytes -= 3;
        else
            return text;
    }
}

static int find_fault(struct reader *reader, const char *text)
{
    struct expected_list *list = reader->list;
    struct expected_fault *fault = arena_push(list->arena, &list->faults, &list->faults_capacity,
                                              list->nfaults, sizeof *fault);
    if (!fault)
        return -1;
    *fault = (struct expected_fault){reader->line, arena_string(list->arena, text)};
    list->nfaults++;
    return 0;
}

/* The field that starts at *at, without its quotation marks; *at moves behind
 * its separator, or to past the end. */
static struct slice take_field(struct slice line, size_t *at)
{
    static const char wide_comma[] = "，";
    bool quoted = *at < line.nbytes && line.ptr[*at] == '"';
    size_t start = *at + quoted, end = start, stop;
    while (end < line.nbytes &&
           (quoted ? line.ptr[end] != '"' : !memchr(",\t", line.ptr[end], 2)) &&
           (quoted || line.nbytes - end < 3 || memcmp(line.ptr + end, wide_comma, 3) != 0))
        end++;
    stop = end + (quoted && end < line.nbytes);
    if (stop < line.nbytes && line.nbytes - stop >= 3 &&
        memcmp(line.ptr + stop, wide_comma, 3) == 0)
        stop += 2;
    *at = stop + 1;
    return trimmed(slice_make(line.ptr + start, end - start));
}

static const char *territory_of(struct arena *arena, const char *parent)
{
    static const char government[] = "政府";
    const char *folded = agency_fold(arena, parent);
    size_t n = folded ? strlen(folded) : 0, g = sizeof government - 1;
    if (n > g && strcmp(folded + n - g, government) == 0)
        return arena_copy(arena, slice_make(folded, n - g));
    return folded;
}

static int fold_names(struct arena *arena, struct expected *expected)
{
    expected->folded = agency_fold(arena, expected->name);
    const char *territory = territory_of(arena, expected->parent);
    if (!expected->folded || !territory)
        return -1;
    bool is_whole = !*territory || strncmp(expected->folded, territory, strlen(territory)) == 0;
    expected->full =
        is_whole ? expected->folded : arena_format(arena, "%s%s", territory, expected->folded);
    expected->core = agency_core(arena, expected->folded);
    expected->full_core = expected->full ? agency_core(arena, expected->full) : NULL;
    return expected->core && expected->full_core ? 0 : -1;
}

/* Whether digits enough for a telephone begin at or after the place, with marks between. */
static bool holds_phone(struct slice text)
{
    enum { LEAST = 7 };
    size_t n = 0;
    for (size_t i = 0; i < text.nbytes && n < LEAST; i++)
        if (text.ptr[i] >= '0' && text.ptr[i] <= '9')
            n++;
        else if (!memchr("-+ ", text.ptr[i], 3))
            n = 0;
    return n == LEAST;
}

/* The name without who is to be called, who is not to be told about in any output: it ends
 * before a space, a bracket or the number. */
static struct slice without_contact(struct slice name)
{
    static const char *const ends[] = {"　", "（", "：", "、", "；"};
    if (!holds_phone(name))
        return name;
    for (size_t i = 0; i < name.nbytes; i++) {
        struct slice rest = slice_make(name.ptr + i, name.nbytes - i);
        bool is_end = memchr(" (:;+/", name.ptr[i], 6) != NULL;
        for (size_t k = 0; k < sizeof ends / sizeof *ends; k++)
            is_end |= slice_has_prefix(rest, slice_of(ends[k]));
        bool is_digit = name.ptr[i] >= '0' && name.ptr[i] <= '9';
        size_t ndigits = 0;
        while (is_digit && ndigits < rest.nbytes && rest.ptr[ndigits] >= '0' &&
               rest.ptr[ndigits] <= '9')
            ndigits++;
        if (is_end || ndigits > 2)
            return slice_make(name.ptr, i);
    }
    return name;
}

static int leave_out_contact(struct reader *reader, struct slice *field)
{
    struct slice left = without_contact(*field);
    if (left.nbytes == field->nbytes)
        return 0;
    *field = left;
    return find_fault(reader, _("a telephone number, and whose it is, are left out"));
}

/* Who is to be called is told about in no output; nor is it an agency above. */
static int leave_out_person(struct reader *reader, struct slice *parent)
{
    if (reader->columns.are_named || !expected_is_person(&reader->columns, *parent))
        return 0;
    *parent = slice_of("");
    return find_fault(reader, _("what looks like a person's name behind the agency is left out; a "
                                "first line 机关,上级,期限 would say what the columns are"));
}

static bool is_known(const struct reader *reader, const char *key)
{
    return map_get(reader->names, slice_of(key)) != NULL;
}

/* key: of what tells it from others; the parent's as it was written. */
static int add_agency(struct reader *reader, const struct slice fields[EXPECTED_NCOLUMNS],
                      struct slice parent)
{
    struct expected_list *list = reader->list;
    struct expected made = {.name = arena_copy(list->arena, fields[EXPECTED_NAME]),
                            .parent = arena_copy(list->arena, fields[EXPECTED_PARENT]),
                            .line = reader->line};
    if (!made.name || !made.parent || fold_names(list->arena, &made) != 0)
        return -1;
    if (fields[EXPECTED_DEADLINE].nbytes &&
        !expected_date(fields[EXPECTED_DEADLINE], &made.deadline)) {
        made.deadline = (struct date){0, 0, 0};
        if (find_fault(reader, _("the deadline is no date; it is taken as not said")) != 0)
            return -1;
    }
    bool is_cut = parent.nbytes != fields[EXPECTED_PARENT].nbytes;
    const char *key =
        is_cut ? arena_format(list->arena, "%s %.*s", made.full, (int)parent.nbytes, parent.ptr)
               : made.full;
    if (!key)
        return -1;
    if (is_known(reader, key))
        return find_fault(reader, _("this agency stands in the list before; the line is left out"));
    struct expected *item =
        arena_push(list->arena, &list->items, &list->capacity, list->nitems, sizeof *item);
    if (!item)
        return -1;
    *item = made;
    list->nitems++;
    return map_set(reader->names, slice_of(key), key);
}

static int tell_strange(struct reader *reader, const struct str *strange)
{
    struct str text = STR_INIT;
    str_format(&text, _("columns that say neither agency, parent nor deadline are left out: %s"),
               str_text(strange));
    int rc = text.failed ? -1 : find_fault(reader, str_text(&text));
    str_release(&text);
    return rc;
}

/* 0 or -1 where the line was the header; 1: it is an agency's. */
static int take_header(struct reader *reader, const struct slice *all, size_t n)
{
    struct str strange = STR_INIT;
    if (reader->list->nitems > 0 || !expected_columns_name(&reader->columns, all, n, &strange))
        return 1;
    int rc = strange.nbytes > 0 ? tell_strange(reader, &strange) : 0;
    str_release(&strange);
    return rc;
}

static int take_fields(struct reader *reader, const struct slice *all, size_t n)
{
    struct slice fields[EXPECTED_NCOLUMNS];
    for (size_t i = 0; i < EXPECTED_NCOLUMNS; i++)
        fields[i] = reader->columns.at[i] < n ? all[reader->columns.at[i]] : slice_of("");
    struct slice parent = fields[EXPECTED_PARENT];
    for (size_t i = 0; i < EXPECTED_DEADLINE; i++)
        if (leave_out_contact(reader, &fields[i]) != 0)
            return -1;
    if (leave_out_person(reader, &fields[EXPECTED_PARENT]) != 0)
        return -1;
    if (fields[EXPECTED_NAME].nbytes == 0)
        return find_fault(reader, _("no agency is named; the line is left out"));
    return add_agency(reader, fields, parent);
}

static size_t take_all(struct slice line, struct slice all[EXPECTED_MAX_FIELDS])
{
    size_t at = 0, n = 0;
    while (n < EXPECTED_MAX_FIELDS && at < line.nbytes)
        all[n++] = take_field(line, &at);
    return n;
}

/* The line without the number that it has in the list: 1. 2、 3, or 4 before a blank. */
static struct slice without_number(struct slice line)
{
    static const char *const ends[] = {"、", "．", "，", "）", "　"};
    enum { MOST_DIGITS = 4 };
    size_t n = 0, end = 0;
    while (n < line.nbytes && line.ptr[n] >= '0' && line.ptr[n] <= '9')
        n++;
    struct slice rest = slice_make(line.ptr + n, line.nbytes - n);
    if (n == 0 || n > MOST_DIGITS || rest.nbytes == 0)
        return line;
    end = memchr(" \t.,)", rest.ptr[0], 5) ? 1 : 0;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        end = slice_has_prefix(rest, slice_of(ends[i])) ? strlen(ends[i]) : end;
    return end > 0 ? trimmed(slice_make(rest.ptr + end, rest.nbytes - end)) : line;
}

/* A TAB in front is an empty field where a header has named the columns, else nothing. */
static int take_line(struct reader *reader, struct slice line)
{
    struct slice all[EXPECTED_MAX_FIELDS], bare = trimmed(line);
    reader->line++;
    if (bare.nbytes == 0 || bare.ptr[0] == '#')
        return 0;
    size_t n = take_all(line, all);
    int rc = take_header(reader, all, n);
    if (rc <= 0)
        return rc;
    if (!reader->columns.are_named)
        n = take_all(without_number(bare), all);
    return take_fields(reader, all, n);
}

/* The words have been read; what else can fail is the memory. */
static int take_text(struct expected_list *list, const struct expected_columns *columns,
                     struct slice text)
{
    struct reader reader = {list, map_new(), 0, *columns};
    size_t start = 0;
    int rc = reader.names ? 0 : -1;
    for (size_t i = 0; rc == 0 && i <= text.nbytes; i++) {
        bool is_end = i == text.nbytes || text.ptr[i] == '\n';
        if (is_end)
            rc = take_line(&reader, slice_make(text.ptr + start, i - start));
        start = is_end ? i + 1 : start;
    }
    map_free(reader.names);
    return rc;
}

/* ---- the list ---- */

static int decode(const char *path, struct text_decoded *text, struct err *err)
{
    char *bytes;
    size_t nbytes;
    if (path_read(path, EXPECTED_MAX_NBYTES, "list size", &bytes, &nbytes, err) != 0)
        return -1;
    enum text_kind kind = text_sniff(slice_make(bytes, nbytes));
    int rc =
        kind == TEXT_KIND_TEXT || kind == TEXT_KIND_EMPTY
            ? text_decode(slice_make(bytes, nbytes), text, err)
            : err_set(err, ERR_INPUT, _("%s: this is no text; save the list as text or CSV"), path);
    free(bytes);
    return rc;
}

int expected_read(const char *path, struct expected_list *list, struct err *err)
{
    struct text_decoded text = {0};
    struct expected_columns columns;
    *list = (struct expected_list){.arena = arena_new()};
    if (!list->arena)
        return err_set_nomem(err);
    int rc = expected_columns_open(&columns, list->arena, err);
    if (rc == 0)
        rc = decode(path, &text, err);
    if (rc == 0) {
        rc = take_text(list, &columns, slice_make(text.text, text.nbytes));
        rc = rc != 0 ? err_set_nomem(err) : 0;
        free(text.text);
    }
    if (rc == 0 && list->nitems > EXPECTED_MAX_ITEMS)
        rc = err_set(err, ERR_LIMIT, _("%s: over the limit \"agencies in the list\" of %d"), path,
                     EXPECTED_MAX_ITEMS);
    if (rc == 0 && list->nitems == 0)
        rc = err_set(err, ERR_INPUT, _("%s: the list names no agency"), path);
    if (rc != 0)
        expected_release(list);
    return rc;
}

void expected_release(struct expected_list *list)
{
    arena_free(list->arena);
    *list = (struct expected_list){.arena = NULL};
}

/* A report that says another territory in front than the list's is doubtful. */
static bool contradicts(const struct expected *expected)
{
    size_t n = strlen(expected->full) - strlen(expected->folded);
    return n > 0 && agency_any_rest(expected->full, n);
}

enum agency_match expected_match(const struct expected *expected, const char *folded,
                                 const char *core)
{
    enum agency_match by_name = agency_compare(expected->folded, expected->core, folded, core);
    enum agency_match by_full = agency_compare(expected->full, expected->full_core, folded, core);
    if (by_full == AGENCY_OTHER && by_name == AGENCY_ALIKE && contradicts(expected))
        return AGENCY_DOUBTFUL;
    bool may_be = by_name == AGENCY_OTHER && by_full == AGENCY_OTHER &&
                  (agency_may_be(expected->folded, folded) || agency_may_be(expected->core, core));
    return may_be ? AGENCY_DOUBTFUL : by_name > by_full ? by_name : by_full;
}
