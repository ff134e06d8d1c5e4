#include "gouji/review/expected.h"

#include <stdlib.h>
#include <string.h>

#include "counties.h"
#include "expected_columns.h"
#include "expected_date.h"
#include "expected_fields.h"
#include "expected_rows.h"
#include "gouji/base/ascii.h"
#include "gouji/base/map.h"
#include "gouji/base/message.h"
#include "gouji/base/path.h"

/* ---- lines ---- */

struct reader {
    struct expected_list *list;
    struct map *names; /* of those taken, with their parents */
    struct map *rests; /* of those, without a territory in front; "" where several have one */
    size_t line;
    bool semicolons;
    bool are_many; /* without a header: several agencies stand in a line */
    size_t header; /* its line, 0: there is none */
    struct expected_columns columns;
};

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

static const char *territory_of(struct arena *arena, const char *parent)
{
    static const char government[] = "政府";
    const char *folded = agency_fold(arena, parent);
    size_t n = folded ? strlen(folded) : 0, g = sizeof government - 1;
    if (n > g && strcmp(folded + n - g, government) == 0)
        return arena_copy(arena, slice_make(folded, n - g));
    return folded;
}

/* 县统计局 of 甲县 is 甲县统计局: what is to stand behind the territory. */
static const char *shared_sign(const char *territory, const char *folded)
{
    enum { SIGN_NBYTES = 3 };
    size_t n = strlen(territory);
    bool is_same = n > SIGN_NBYTES && agency_any_rest(folded, SIGN_NBYTES) &&
                   strncmp(territory + n - SIGN_NBYTES, folded, SIGN_NBYTES) == 0;
    return is_same ? folded + SIGN_NBYTES : folded;
}

static int fold_names(struct arena *arena, struct expected *expected)
{
    expected->folded = agency_fold(arena, expected->name);
    const char *territory = territory_of(arena, expected->parent);
    if (!expected->folded || !territory)
        return -1;
    const char *rest = shared_sign(territory, expected->folded);
    bool is_whole = !*territory || strncmp(expected->folded, territory, strlen(territory)) == 0;
    expected->full = is_whole ? expected->folded : arena_format(arena, "%s%s", territory, rest);
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
        if (ascii_is_digit(text.ptr[i]))
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
        bool is_digit = ascii_is_digit(name.ptr[i]);
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

/* 统计局,重复 says no more than 某县统计局 does: what is no territory tells two apart only where
 * the name says no place of its own. */
static const char *key_of(struct arena *arena, const struct expected *made, struct slice cut)
{
    const char *parent = agency_fold(arena, made->parent);
    bool has_place = false, is_place = false;
    for (size_t i = 1; i < strlen(made->folded); i++)
        has_place |= agency_any_rest(made->folded, i) != NULL;
    const char *probe = parent ? arena_format(arena, "%s.", parent) : NULL;
    if (!probe)
        return NULL;
    is_place = *parent && agency_any_rest(probe, strlen(parent)) != NULL;
    const char *key = has_place && !is_place ? made->folded : made->full;
    return cut.nbytes ? arena_format(arena, "%s %.*s", key, (int)cut.nbytes, cut.ptr) : key;
}

/* Also with the territory above in front, or without: one agency, named in two ways. Whose town
 * 城关镇 is, is seen when the whole list is known. */
static bool is_known(const struct reader *reader, const char *key)
{
    const char *whole = map_get(reader->rests, slice_of(key));
    if (map_get(reader->names, slice_of(key)) || (whole && *whole && !agency_wants_county(key)))
        return true;
    for (size_t i = 1; i < strlen(key); i++) {
        const char *rest = agency_rest(key, i);
        if (rest && map_get(reader->names, slice_of(rest)) && !agency_wants_county(rest))
            return true;
    }
    return false;
}

static int remember(struct reader *reader, const char *key)
{
    int rc = map_set(reader->names, slice_of(key), key);
    for (size_t i = 1; rc == 0 && i < strlen(key); i++) {
        const char *rest = agency_rest(key, i);
        bool is_there = rest && map_get(reader->rests, slice_of(rest)) != NULL;
        if (rest)
            rc = map_set(reader->rests, slice_of(rest), is_there ? "" : key);
    }
    return rc;
}

static int take_deadline(struct reader *reader, struct slice field, struct expected *made)
{
    const cJSON *words = reader->columns.words;
    if (field.nbytes == 0 || expected_date_is_none(words, field) ||
        expected_date_read(words, field, &made->deadline) ||
        expected_date_of_sheet(field, &made->deadline))
        return 0;
    made->deadline = (struct date){0, 0, 0};
    made->has_strange_deadline = true;
    return find_fault(reader, _("the deadline is no date; whether it was kept is not told"));
}

static int name_other(struct reader *reader, struct slice name, struct expected *made)
{
    struct arena *arena = reader->list->arena;
    const char *text = expected_other_name(reader->columns.words, arena, name);
    struct expected *other = text ? arena_alloc(arena, sizeof *other) : NULL;
    if (!text)
        return 0;
    if (!other)
        return -1;
    *other = (struct expected){.name = text, .parent = made->parent, .line = made->line};
    made->other = other;
    return fold_names(arena, other);
}

/* cut: of the parent as it was written, where not all of it is told. */
static int add_agency(struct reader *reader, const struct slice fields[EXPECTED_NCOLUMNS],
                      struct slice cut)
{
    struct expected_list *list = reader->list;
    struct expected made = {.name = arena_copy(list->arena, fields[EXPECTED_NAME]),
                            .parent = arena_copy(list->arena, fields[EXPECTED_PARENT]),
                            .line = reader->line};
    if (!made.name || !made.parent || fold_names(list->arena, &made) != 0 ||
        name_other(reader, fields[EXPECTED_NAME], &made) != 0 ||
        take_deadline(reader, fields[EXPECTED_DEADLINE], &made) != 0)
        return -1;
    const char *key = key_of(list->arena, &made, cut);
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
    return remember(reader, key);
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

/* 0 or -1 where the line was a header; 1: it is none. Only what the first one leaves out is told.
 */
static int take_header(struct reader *reader, const struct expected_fields *fields)
{
    struct str strange = STR_INIT;
    bool is_first = !reader->columns.are_named;
    if (!expected_columns_name(&reader->columns, fields->all, fields->n, &strange))
        return 1;
    int rc = is_first && strange.nbytes > 0 ? tell_strange(reader, &strange) : 0;
    str_release(&strange);
    return rc;
}

static int add_names(struct reader *reader, struct slice fields[EXPECTED_NCOLUMNS],
                     struct slice cut)
{
    struct slice names[EXPECTED_MAX_FIELDS];
    size_t n =
        expected_names(reader->columns.words, fields[EXPECTED_NAME], names, EXPECTED_MAX_FIELDS);
    int rc =
        n > 1 ? find_fault(reader, _("several agencies in one line; each is taken by itself")) : 0;
    for (size_t i = 0; rc == 0 && i < n; i++) {
        fields[EXPECTED_NAME] = expected_bare_name(reader->columns.words, names[i]);
        rc = add_agency(reader, fields, cut);
    }
    return rc;
}

static bool is_date(const struct reader *reader, struct slice field)
{
    struct date date;
    return field.nbytes > 0 && expected_date_read(reader->columns.words, field, &date);
}

/* Without a header a date in second place is the deadline. */
static void place_deadline(const struct reader *reader, struct slice fields[EXPECTED_NCOLUMNS])
{
    if (reader->columns.are_named || fields[EXPECTED_DEADLINE].nbytes > 0 ||
        !is_date(reader, fields[EXPECTED_PARENT]))
        return;
    fields[EXPECTED_DEADLINE] = fields[EXPECTED_PARENT];
    fields[EXPECTED_PARENT] = slice_of("");
}

static int take_agency(struct reader *reader, struct slice fields[EXPECTED_NCOLUMNS])
{
    struct slice parent = fields[EXPECTED_PARENT];
    for (size_t i = 0; i < EXPECTED_DEADLINE; i++)
        if (leave_out_contact(reader, &fields[i]) != 0)
            return -1;
    if (leave_out_person(reader, &fields[EXPECTED_PARENT]) != 0)
        return -1;
    bool is_cut = parent.nbytes != fields[EXPECTED_PARENT].nbytes;
    if (fields[EXPECTED_NAME].nbytes == 0)
        return find_fault(reader, _("no agency is named; the line is left out"));
    return add_names(reader, fields, is_cut ? parent : slice_of(""));
}

static const char *kind_text(enum expected_kind kind)
{
    static const char *const texts[] = {
        [EXPECTED_TITLE] = N_("a title, no agency; the line is left out"),
        [EXPECTED_HEADING] = N_("a heading, no agency; the line is left out"),
        [EXPECTED_TOTAL] = N_("a total, no agency; the line is left out"),
        [EXPECTED_NOTE] = N_("a note, no agency; the line is left out"),
        [EXPECTED_NO_NAME] = N_("the name is none; the line is left out"),
    };
    return _(texts[kind]);
}

static int tell_surplus(struct reader *reader, const struct expected_fields *all)
{
    for (size_t i = reader->columns.n; i < all->n; i++)
        if (all->all[i].nbytes > 0)
            return find_fault(reader, _("what stands behind the last column is left out"));
    return 0;
}

/* Two agencies side by side may both have to report: which is above is only guessed. */
static int tell_above(struct reader *reader, struct slice parent)
{
    static const char government[] = "政府";
    if (reader->columns.are_named || slice_ends_with(parent, government) ||
        !expected_is_agency(reader->columns.words, parent))
        return 0;
    return find_fault(reader, _("the second agency is taken for the one above the first; a first "
                                "line 机关,上级,期限 would say what the columns are"));
}

static int take_fields(struct reader *reader, const struct expected_fields *all)
{
    const struct expected_columns *columns = &reader->columns;
    struct slice fields[EXPECTED_NCOLUMNS];
    for (size_t i = 0; i < EXPECTED_NCOLUMNS; i++)
        fields[i] = columns->at[i] < all->n ? all->all[columns->at[i]] : slice_of("");
    place_deadline(reader, fields);
    bool alone = fields[EXPECTED_PARENT].nbytes + fields[EXPECTED_DEADLINE].nbytes == 0;
    enum expected_kind kind =
        expected_kind_of(columns->words, all->all, all->n, columns->at[EXPECTED_NAME], alone);
    if (kind != EXPECTED_AGENCY)
        return find_fault(reader, kind_text(kind));
    if (tell_surplus(reader, all) != 0)
        return -1;
    struct slice name = expected_bare_name(columns->words, fields[EXPECTED_NAME]);
    fields[EXPECTED_NAME] = expected_without_number(columns->words, name);
    return tell_above(reader, fields[EXPECTED_PARENT]) == 0 ? take_agency(reader, fields) : -1;
}

/* Behind a header columns may stand again beside the first ones. */
static int take_groups(struct reader *reader, const struct expected_fields *all)
{
    size_t width = reader->columns.n, ngroups = reader->columns.ngroups;
    int rc = 0;
    for (size_t k = 0; rc == 0 && k < ngroups && k * width < all->n; k++) {
        struct expected_fields part = {.n = all->n - k * width};
        bool is_any = false;
        part.n = k + 1 < ngroups && part.n > width ? width : part.n;
        for (size_t i = 0; i < part.n; i++) {
            part.all[i] = all->all[k * width + i];
            is_any |= part.all[i].nbytes > 0;
        }
        rc = k == 0 || is_any ? take_fields(reader, &part) : 0;
    }
    return rc;
}

/* Without a header, where some line has three: what is none is told by its line. */
static int take_many(struct reader *reader, const struct expected_fields *all)
{
    const cJSON *words = reader->columns.words;
    int rc = all->n > 1
                 ? find_fault(reader, _("several agencies in one line; each is taken by itself"))
                 : 0;
    for (size_t i = 0; rc == 0 && i < all->n; i++) {
        struct expected_fields one = {.n = 1, .all = {all->all[i]}};
        one.all[0] = expected_without_number(words, one.all[0]);
        rc = one.all[0].nbytes > 0 ? take_fields(reader, &one) : 0;
    }
    return rc;
}

/* Columns parted by blanks alone: two or more, or one before a date. */
static void part_blanks(const struct reader *reader, struct expected_fields *all)
{
    struct slice line = all->all[0];
    size_t at = line.nbytes, gap;
    if (all->n != 1)
        return;
    while (at > 0 && line.ptr[at - 1] != ' ')
        at--;
    struct slice last = slice_make(line.ptr + at, line.nbytes - at);
    struct slice rest =
        at > 0 && is_date(reader, last) ? expected_trim(slice_make(line.ptr, at)) : line;
    all->all[0] = rest;
    for (gap = 1; gap < rest.nbytes; gap++)
        if (rest.ptr[gap - 1] == ' ' && rest.ptr[gap] == ' ')
            break;
    all->all[1] = all->all[2] = slice_of("");
    if (gap < rest.nbytes) {
        all->all[0] = expected_trim(slice_make(rest.ptr, gap));
        all->all[1] = expected_trim(slice_make(rest.ptr + gap, rest.nbytes - gap));
    }
    if (rest.nbytes < line.nbytes)
        all->all[2] = last;
    all->n = rest.nbytes < line.nbytes ? 3 : gap < rest.nbytes ? 2 : 1;
}

/* The number in front is a column of its own where nothing says what the columns are; but it
 * tells what is a heading. */
static int take_unnamed(struct reader *reader, struct slice record, struct expected_fields *all)
{
    const cJSON *words = reader->columns.words;
    enum expected_kind kind = expected_kind_of(words, all->all, all->n, 0, all->n == 1);
    if (kind != EXPECTED_AGENCY && kind != EXPECTED_NO_NAME)
        return find_fault(reader, kind_text(kind));
    expected_split(reader->list->arena, expected_without_number(words, expected_trim(record)),
                   reader->semicolons, all);
    if (all->failed)
        return -1;
    if (reader->are_many)
        return take_many(reader, all);
    part_blanks(reader, all);
    return take_fields(reader, all);
}

static bool is_passed(struct slice bare)
{
    return bare.nbytes == 0 || bare.ptr[0] == '#';
}

/* A TAB in front is an empty field where a header has named the columns, else nothing. */
static int take_record(struct reader *reader, struct slice record)
{
    struct expected_fields all;
    if (is_passed(expected_trim(record)))
        return 0;
    expected_split(reader->list->arena, record, reader->semicolons, &all);
    if (all.failed ||
        (all.is_unclosed &&
         find_fault(reader, _("a quotation mark is not closed; the line is read without it")) != 0))
        return -1;
    if (reader->line < reader->header)
        return find_fault(reader, _("before the line that names the columns; left out"));
    int rc = take_header(reader, &all);
    if (rc <= 0)
        return rc;
    return reader->columns.are_named ? take_groups(reader, &all)
                                     : take_unnamed(reader, record, &all);
}

/* Titles may stand above the line that names the columns, and semicolons part them. */
static void look_for_header(struct reader *reader, struct slice text, bool semicolons)
{
    enum { FIRST_LINES = 12 };
    struct expected_lines lines = {.text = text, .next = 1, .semicolons = semicolons};
    struct expected_fields all;
    struct slice record;
    for (size_t n = 0; n < FIRST_LINES && expected_next(&lines, &record);) {
        if (is_passed(expected_trim(record)))
            continue;
        n++;
        expected_split(reader->list->arena, record, semicolons, &all);
        if (!all.failed && expected_columns_is_header(&reader->columns, all.all, all.n)) {
            reader->header = lines.line;
            reader->semicolons = semicolons;
            return;
        }
    }
}

/* Whether some line has an agency where a deadline would stand: then all its fields are agencies,
 * and so are those of the other lines. */
static bool has_many(struct reader *reader, struct slice text)
{
    const cJSON *words = reader->columns.words;
    struct expected_lines lines = {.text = text, .next = 1};
    struct expected_fields all;
    struct slice record;
    while (expected_next(&lines, &record)) {
        record = expected_without_number(words, expected_trim(record));
        expected_split(reader->list->arena, record, false, &all);
        if (!is_passed(record) && all.n >= EXPECTED_NCOLUMNS &&
            expected_is_agency(words, all.all[EXPECTED_NAME]) &&
            expected_is_agency(words, all.all[EXPECTED_PARENT]) &&
            expected_is_agency(words, all.all[EXPECTED_DEADLINE]))
            return true;
    }
    return false;
}

/* 城关镇 beside 甲县城关镇 is that one where the list speaks of no other county. */
static int leave_out_towns(struct reader *reader)
{
    struct expected_list *list = reader->list;
    struct counties listed = {.several_counties = false};
    size_t n = 0;
    for (size_t i = 0; i < list->nitems; i++)
        counties_add(&listed, list->items[i].full);
    for (size_t i = 0; i < list->nitems; i++) {
        const char *name = list->items[i].full;
        const char *whole =
            agency_wants_county(name) ? map_get(reader->rests, slice_of(name)) : NULL;
        if (!whole || !*whole || !counties_are_one(&listed, whole, strlen(whole) - strlen(name))) {
            list->items[n++] = list->items[i];
            continue;
        }
        reader->line = list->items[i].line;
        if (find_fault(reader, _("this agency stands in the list with its county, too; the line "
                                 "is left out")) != 0)
            return -1;
    }
    list->nitems = n;
    return 0;
}

/* The words have been read; what else can fail is the memory. */
static int take_text(struct expected_list *list, const struct expected_columns *columns,
                     struct slice text)
{
    struct reader reader = {
        .list = list, .names = map_new(), .rests = map_new(), .columns = *columns};
    struct slice record;
    int rc = reader.names && reader.rests ? 0 : -1;
    for (int i = 0; rc == 0 && i < 2 && reader.header == 0; i++)
        look_for_header(&reader, text, i > 0);
    reader.are_many = rc == 0 && reader.header == 0 && has_many(&reader, text);
    struct expected_lines lines = {.text = text, .next = 1, .semicolons = reader.semicolons};
    while (rc == 0 && expected_next(&lines, &record)) {
        reader.line = lines.line;
        rc = take_record(&reader, record);
    }
    rc = rc == 0 ? leave_out_towns(&reader) : rc;
    map_free(reader.names);
    map_free(reader.rests);
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
