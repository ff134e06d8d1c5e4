/* The sections of a report, chosen from all lines that may be headings. The
 * words decide, then what stands below; numerals only help. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "heading.h"
#include "stages.h"
#include "words.h"

enum {
    LEAST_LISTED = 4,  /* titles of a list of contents */
    NEAR_NBYTES = 256, /* blank lines between a heading and its local table */
};

struct outline {
    struct report *report;
    const struct form_section *forms;
    size_t nforms;
    const struct table **tables; /* per legal section: its own, NULL without one in the text */
    struct heading *headings;    /* candidates in the order of the text */
    size_t nheadings;
    int *chosen;     /* per legal section: index of its heading, -1 */
    bool *is_extra;  /* per candidate */
    size_t capacity; /* of report->sections */
};

/* The table that belongs to a legal section, NULL when it has none or it is
 * not in the text. */
static const struct table *find_table(const struct outline *outline, size_t section)
{
    const struct report *report = outline->report;
    for (size_t i = 0; i < forms_count(report->forms); i++)
        for (size_t t = 0; t < TABLE_COUNT; t++) {
            const char *id = forms_at(report->forms, i)->tables[t].section;
            if (id && strcmp(id, outline->forms[section].id) == 0)
                return report->tables[t].state == TABLE_ABSENT || span_empty(report->tables[t].span)
                           ? NULL
                           : &report->tables[t];
        }
    return NULL;
}

static const struct table *table_of(const struct outline *outline, size_t section)
{
    return outline->tables[section];
}

/* Is this candidate the last one before the section's own table? */
static bool has_table_next(const struct outline *outline, size_t h, size_t section)
{
    const struct table *table = table_of(outline, section);
    if (!table || outline->headings[h].span.end > table->span.start)
        return false;
    return h + 1 == outline->nheadings || outline->headings[h + 1].span.start >= table->span.start;
}

/* Anything but white space between this candidate and the next? */
static bool has_body(const struct outline *outline, size_t h)
{
    struct span body = {outline->headings[h].span.end, outline->report->text_nbytes};
    if (h + 1 < outline->nheadings)
        body.end = outline->headings[h + 1].span.start;
    return words_has_text(outline->report, body);
}

/* Nothing but the leaders and page numbers of a list of contents. */
static bool is_led(const struct report *report, struct span between)
{
    static const char *const leaders[] = {".", "…", "·", "-", "　", "\xC2\xA0", NULL};
    for (uint32_t at = between.start; at < between.end;) {
        const char *text = report->text + at, *leader = words_starts(leaders, text);
        if (!leader && !strchr(" \t\r\n0123456789", *text))
            return false;
        at += leader ? (uint32_t)strlen(leader) : 1;
    }
    return true;
}

/* The end of the list of titles, one below the other, that starts at h. */
static size_t list_end(const struct outline *outline, size_t h)
{
    const struct heading *at = &outline->headings[h];
    for (; h + 1 < outline->nheadings; h++, at++) {
        struct span between = {at->span.end, at[1].span.start};
        bool follows = at->section >= 0 ? at[1].section > at->section
                                        : at->number && at[1].number == at->number + 1;
        if (!follows || between.start > between.end || !is_led(outline->report, between))
            break;
    }
    return h + 1;
}

static bool stands_again(const struct outline *outline, int section, size_t from)
{
    for (size_t h = from; section >= 0 && h < outline->nheadings; h++)
        if (outline->headings[h].section == section)
            return true;
    return false;
}

/* A list of contents names the sections, maybe in the form's words where they have their
 * own: its titles are no headings. */
static void drop_contents(struct outline *outline)
{
    size_t nkept = 0;
    for (size_t first = 0, end; first < outline->nheadings; first = end) {
        size_t nagain = 0;
        end = list_end(outline, first);
        for (size_t h = first; h < end; h++)
            nagain += stands_again(outline, outline->headings[h].section, end);
        if (end - first >= LEAST_LISTED && nagain * 2 >= end - first)
            continue;
        memmove(outline->headings + nkept, outline->headings + first,
                (end - first) * sizeof *outline->headings);
        nkept += end - first;
    }
    outline->nheadings = nkept;
}

static int score(const struct outline *outline, size_t h)
{
    const struct heading *heading = &outline->headings[h];
    int points = 10 * (int)heading->quality;
    points += has_table_next(outline, h, (size_t)heading->section) ? 15 : 0;
    points += heading->number ? 6 : 0;
    points += heading->number == heading->section + 1 ? 2 : 0;
    return points + (has_body(outline, h) ? 5 : 0);
}

static void choose_best(struct outline *outline)
{
    for (size_t s = 0; s < outline->nforms; s++) {
        int best = 0;
        outline->chosen[s] = -1;
        for (size_t h = 0; h < outline->nheadings; h++) {
            const struct heading *heading = &outline->headings[h];
            if (heading->section != (int)s)
                continue;
            bool has_table = has_table_next(outline, h, s);
            if (!has_table &&
                (heading->is_caption || (heading->number == 0 && s > 0 && table_of(outline, s) &&
                                         heading->quality < HEADING_CANONICAL)))
                continue;
            int points = score(outline, h);
            if (points > best) {
                best = points;
                outline->chosen[s] = (int)h;
            }
        }
    }
}

/* Whether the candidate stands between what is chosen of the sections before and after. */
static bool is_in_place(const struct outline *outline, size_t h, size_t s)
{
    for (size_t o = 0; o < outline->nforms; o++)
        if (o != s && outline->chosen[o] >= 0 && (o < s) != (outline->chosen[o] < (int)h))
            return false;
    return true;
}

/* A list of contents names the sections as they are called: of two headings alike, the
 * one in its place. */
static void prefer_in_place(struct outline *outline)
{
    for (size_t s = 0; s < outline->nforms; s++) {
        int best = outline->chosen[s];
        if (best < 0 || is_in_place(outline, (size_t)best, s))
            continue;
        for (size_t h = 0; h < outline->nheadings; h++)
            if (outline->headings[h].section == (int)s &&
                score(outline, h) >= score(outline, (size_t)best) && is_in_place(outline, h, s)) {
                outline->chosen[s] = (int)h;
                break;
            }
    }
}

/* A weak match is an item of some list when it stands on the wrong side of a
 * strong one, or when its numeral does not go on after section one's. */
static bool is_misplaced(const struct outline *outline, size_t s)
{
    int h = outline->chosen[s];
    const struct heading *heading = &outline->headings[h];
    if (heading->quality == HEADING_CANONICAL || has_table_next(outline, (size_t)h, s))
        return false;
    for (size_t o = 0; o < outline->nforms; o++) {
        int other = outline->chosen[o];
        if (o == s || other < 0)
            continue;
        const struct heading *strong = &outline->headings[other];
        if (strong->quality > heading->quality && (o < s) != (other < h))
            return true;
        if (o < s && other < h && heading->number && heading->number <= strong->number)
            return true;
    }
    return false;
}

static void drop_misplaced(struct outline *outline)
{
    for (size_t s = 0; s < outline->nforms; s++)
        if (outline->chosen[s] >= 0 && is_misplaced(outline, s))
            outline->chosen[s] = -1;
}

static bool is_chosen(const struct outline *outline, size_t h)
{
    for (size_t s = 0; s < outline->nforms; s++)
        if (outline->chosen[s] == (int)h)
            return true;
    return false;
}

/* The first chosen heading at or after h; nheadings if none. */
static size_t next_chosen(const struct outline *outline, size_t h)
{
    while (h < outline->nheadings && !is_chosen(outline, h))
        h++;
    return h;
}

/* The words that are a section's content when its heading is lost, by id: content_S4 ... in
 * the word lists open a line, content_inside_S5 and
 * content_own_S6 ... may stand in its midst. */
static const char *const *content_words(const struct outline *outline, const char *list, size_t s)
{
    char name[32];
    snprintf(name, sizeof name, "%s%s", list, outline->forms[s].id);
    return forms_words(outline->report->forms, name);
}

/* Bounds of the prose in which section s would stand: from the end of what
 * comes before it (heading, then table) to the next section found. */
static struct span place_of(const struct outline *outline, size_t s)
{
    const struct report *report = outline->report;
    struct span place = {0, report->text_nbytes};
    for (size_t o = 0; o < outline->nforms; o++) {
        int h = outline->chosen[o];
        const struct table *table = table_of(outline, o);
        if (h >= 0 && o < s && outline->headings[h].span.end > place.start)
            place.start = outline->headings[h].span.end;
        if (table && o < s && table->span.end > place.start)
            place.start = table->span.end;
        if (h >= 0 && o > s && outline->headings[h].span.start < place.end)
            place.end = outline->headings[h].span.start;
        if (table && o > s && table->span.start < place.end)
            place.end = table->span.start;
    }
    return place;
}

/* Does this unknown heading open the text where section one is missing? */
static bool opens_text(const struct outline *outline, size_t h, size_t first)
{
    return outline->headings[h].number == 1 && first < outline->nheadings && h < first &&
           outline->headings[first].number > 1;
}

static bool has_content_words(const struct outline *outline, size_t h, size_t s)
{
    struct span title = outline->headings[h].title, place = place_of(outline, s);
    const char *printed = words_printed(outline->report, title);
    return printed && title.start >= place.start && title.end <= place.end &&
           words_starts(content_words(outline, "content_", s), printed);
}

/* A heading in words of its own is a legal section's when that section's table
 * follows, when it opens the text, or when it starts with the section's words. */
static void adopt_unknown(struct outline *outline)
{
    size_t first = next_chosen(outline, 0);
    for (size_t h = 0; h < outline->nheadings; h++) {
        struct heading *heading = &outline->headings[h];
        for (size_t s = 0; s < outline->nforms && heading->section < 0; s++) {
            if (outline->chosen[s] >= 0 ||
                !((s == 0 && opens_text(outline, h, first)) || has_table_next(outline, h, s) ||
                  has_content_words(outline, h, s)))
                continue;
            outline->chosen[s] = (int)h;
            heading->section = (int)s;
        }
    }
}

/* Sections of their own between two legal ones carry the numerals between
 * theirs; a list inside a section starts again at one. */
static void take_extras(struct outline *outline, size_t from, size_t to, int number)
{
    int limit = to < outline->nheadings ? outline->headings[to].number : number + 4;
    int expected = number + 1;
    for (size_t h = from; h < to; h++)
        if (outline->headings[h].number && outline->headings[h].number <= number)
            return;
    for (size_t h = from; h < to; h++) {
        struct heading *heading = &outline->headings[h];
        bool is_legal = heading->section >= 0 && heading->quality >= HEADING_VARIANT;
        if (is_legal || heading->number < expected || heading->number >= limit)
            continue;
        if (to == outline->nheadings && heading->number != expected)
            return;
        outline->is_extra[h] = true;
        heading->section = -1;
        expected = heading->number + 1;
    }
}

static void find_extras(struct outline *outline)
{
    size_t from = 0;
    int number = 0;
    while (from <= outline->nheadings) {
        size_t to = next_chosen(outline, from);
        if (from > 0 || to < outline->nheadings)
            take_extras(outline, from, to, number);
        if (to < outline->nheadings && outline->headings[to].number)
            number = outline->headings[to].number;
        from = to + 1;
    }
}

/* A local table right below makes a heading whatever its numeral. */
static void take_headings_of_locals(struct outline *outline)
{
    const struct report *report = outline->report;
    for (size_t l = 0; l < report->nlocals; l++)
        for (size_t h = 0; h < outline->nheadings; h++) {
            const struct heading *heading = &outline->headings[h];
            struct span between = {heading->span.end, report->locals[l].span.start};
            if (heading->section < 0 && heading->number && between.start <= between.end &&
                between.end - between.start <= NEAR_NBYTES && !words_has_text(report, between))
                outline->is_extra[h] = true;
        }
}

static struct section *add_section(struct outline *outline)
{
    struct report *report = outline->report;
    struct section *section = arena_push(report->arena, &report->sections, &outline->capacity,
                                         report->nsections, sizeof *section);
    if (section) {
        report->nsections++;
        section->numeral = section->title = "";
    }
    return section;
}

static void add_headed(struct outline *outline, size_t h)
{
    const struct heading *heading = &outline->headings[h];
    struct section *section = add_section(outline);
    if (!section)
        return;
    section->id = heading->section >= 0 ? outline->forms[heading->section].id : NULL;
    section->numeral = words_printed(outline->report, heading->numeral);
    section->title = words_printed(outline->report, heading->title);
    section->heading = heading->span;
    section->irregular = heading->section >= 0 && heading->quality < HEADING_VARIANT;
}

static void add_unheaded(struct outline *outline, size_t s, uint32_t at)
{
    struct section *section = add_section(outline);
    if (!section)
        return;
    section->id = outline->forms[s].id;
    section->heading = (struct span){at, at};
}

static int by_place(const void *a, const void *b)
{
    const struct section *left = a, *right = b;
    return (left->heading.start > right->heading.start) -
           (left->heading.start < right->heading.start);
}

static void close_bodies(struct report *report)
{
    if (report->nsections > 1)
        qsort(report->sections, report->nsections, sizeof *report->sections, by_place);
    uint32_t at = 0;
    for (size_t i = 0; i < report->nsections; i++) {
        struct section *section = &report->sections[i];
        uint32_t end =
            i + 1 < report->nsections ? report->sections[i + 1].heading.start : report->text_nbytes;
        /* Content may open inside what was taken for the heading before it. */
        section->body.start = section->heading.end > at ? section->heading.end : at;
        section->body.end = at = end > section->body.start ? end : section->body.start;
    }
}

/* Inside a line, words may be of the section before, if no table parts them; some are of
 * this section wherever they stand. */
static const char *const *inside_words(const struct outline *outline, size_t s)
{
    bool is_apart = s > 0 && table_of(outline, s - 1) != NULL;
    return content_words(outline, is_apart ? "content_inside_" : "content_own_", s);
}

/* The first prose line in place that opens, behind its list marker, with a word of the
 * section's content, or has one inside. */
static bool find_content(const struct outline *outline, size_t s, uint32_t *at)
{
    const struct report *report = outline->report;
    const char *const *words = content_words(outline, "content_", s);
    const char *const *inside = inside_words(outline, s);
    struct span place = place_of(outline, s);
    if ((!words && !inside) || place.end <= place.start)
        return false;
    for (size_t line = report_line_at(report, place.start); line < report->nlines; line++) {
        struct span span = report_line_span(report, line);
        if (span.start >= place.end)
            return false;
        if (span.start < place.start || !words_is_prose(report, line))
            continue;
        struct fold fold = report_line_fold(report, line);
        if (words_starts(words, fold.text + marker_read(fold.text).nbytes) ||
            words_holds(inside, slice_make(fold.text, fold.nbytes))) {
            *at = fold_span(&fold, 0, fold.nbytes).start;
            return true;
        }
    }
    return false;
}

/* Sections whose heading is lost while their table or their words stand. */
static void find_unheaded(struct outline *outline)
{
    for (size_t s = 0; s < outline->nforms; s++) {
        const struct table *table = table_of(outline, s);
        uint32_t at;
        if (outline->chosen[s] >= 0)
            continue;
        if (table)
            add_unheaded(outline, s, table->span.start);
        else if (find_content(outline, s, &at))
            add_unheaded(outline, s, at);
    }
}

int stage_outline(struct report *report, struct err *err)
{
    struct outline outline = {.report = report};
    outline.nforms = forms_sections(report->forms, &outline.forms);
    if (headings_find(report, &outline.headings, &outline.nheadings, err))
        return -1;
    outline.chosen = arena_array(report->arena, outline.nforms, sizeof *outline.chosen);
    outline.is_extra = arena_array(report->arena, outline.nheadings, sizeof *outline.is_extra);
    outline.tables = arena_array(report->arena, outline.nforms, sizeof(const struct table *));
    if (!outline.chosen || !outline.is_extra || !outline.tables)
        return err_set_nomem(err);
    for (size_t s = 0; s < outline.nforms; s++)
        outline.tables[s] = find_table(&outline, s);
    drop_contents(&outline);
    choose_best(&outline);
    prefer_in_place(&outline);
    drop_misplaced(&outline);
    adopt_unknown(&outline);
    find_extras(&outline);
    take_headings_of_locals(&outline);
    for (size_t h = 0; h < outline.nheadings; h++)
        if (is_chosen(&outline, h) || outline.is_extra[h])
            add_headed(&outline, h);
    find_unheaded(&outline);
    close_bodies(report);
    return arena_failed(report->arena) ? err_set_nomem(err) : 0;
}
