#include "gouji/report/abridged.h"

#include <string.h>

/* Numbers of seven bits a byte, the lowest first, the highest bit set on all but the last;
 * signed ones doubled, odd when negative. Names are a length and its bytes. In this order:
 *
 *     year, agency (length 0: none), 1 + index of the edition (0: none of the forms')
 *     of each table: the number of blocks; of each of these the index of its form, of
 *     the block in it, and its cells: a byte below CELL_STATE_COUNT is a state, which
 *     a number's value follows; another byte is a small number
 *     sections: how many; of each 1 + index of the one of the law (0: none)
 *     sentences: how many, and bytes of them with the figures as printed; of each one its
 *     section + 1, doubled, odd for a heading, the folded text, the number of figures
 *     of each figure: where it begins in the folded text, how many bytes it takes of it,
 *     marks, value, unit, and its text as printed, unless that is the folded one */
enum { SEVEN_BITS = 0x7F, MORE = 0x80, LARGEST_BYTE = 0xFF, NUMBER_NBYTES = 10 };
enum {
    IS_APPROXIMATE = 1,
    IS_LIST_NUMBER = 2,
    IS_AS_FOLDED = 4,
    IS_ONWARD = 8,
    IS_BELOW = 16,
    IS_FROM = 32
};

/* ---- writing ---- */

static char *write_number(char *at, uint64_t number)
{
    for (; number > SEVEN_BITS; number >>= 7)
        *at++ = (char)(unsigned char)(MORE | (number & SEVEN_BITS));
    *at++ = (char)(unsigned char)number;
    return at;
}

static uint64_t doubled(int64_t number)
{
    uint64_t size = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    return size << 1 | (number < 0); /* all are far below 2^63 */
}

static void put_number(struct str *out, uint64_t number)
{
    if (number <= SEVEN_BITS) { /* as most are */
        str_byte(out, (char)number);
        return;
    }
    char *at = str_room(out, NUMBER_NBYTES);
    if (at)
        str_took(out, (size_t)(write_number(at, number) - at));
}

static void put_signed(struct str *out, int64_t number)
{
    put_number(out, doubled(number));
}

static void put_name(struct str *out, struct slice name)
{
    put_number(out, name.nbytes);
    str_append(out, name);
}

static void put_identity(const struct report *report, struct str *out)
{
    size_t edition = 0;
    put_signed(out, report->who.year);
    put_name(out, slice_of(report->who.agency ? report->who.agency : ""));
    for (size_t i = 0; report->edition && i < forms_count(report->forms); i++)
        if (strcmp(forms_at(report->forms, i)->edition, report->edition) == 0)
            edition = i + 1;
    put_number(out, edition);
}

static char *write_cell(char *at, const struct cell *cell)
{
    bool is_small = cell->state == CELL_NUMBER && cell->value >= 0 &&
                    cell->value <= LARGEST_BYTE - CELL_STATE_COUNT;
    *at++ = (char)(is_small ? (int64_t)CELL_STATE_COUNT + cell->value : (int64_t)cell->state);
    return cell->state == CELL_NUMBER && !is_small ? write_number(at, doubled(cell->value)) : at;
}

static void put_cells(const struct block_reading *block, struct str *out)
{
    size_t ncells = block->form->nrows * block->form->ncols;
    char *room = str_room(out, ncells * (1 + NUMBER_NBYTES)), *at = room;
    for (size_t i = 0; room && i < ncells; i++)
        at = write_cell(at, &block->cells[i]);
    if (room)
        str_took(out, (size_t)(at - room));
}

static bool put_place(const struct report *report, size_t table, const struct form_block *block,
                      struct str *out)
{
    for (size_t i = 0; i < forms_count(report->forms); i++) {
        const struct form_table *form = &forms_at(report->forms, i)->tables[table];
        for (size_t b = 0; b < form->nblocks; b++)
            if (&form->blocks[b] == block) {
                put_number(out, i);
                put_number(out, b);
                return true;
            }
    }
    return false;
}

static bool put_table(const struct report *report, size_t t, struct str *out)
{
    const struct table *table = &report->tables[t];
    put_number(out, table->nblocks);
    for (size_t b = 0; b < table->nblocks; b++) {
        const struct block_reading *block = &table->blocks[b];
        if (!put_place(report, t, block->form, out))
            return false;
        put_cells(block, out);
    }
    return true;
}

static void put_sections(const struct report *report, struct str *out)
{
    const struct form_section *known;
    size_t nknown = forms_sections(report->forms, &known);
    put_number(out, report->nsections);
    for (size_t s = 0; s < report->nsections; s++) {
        const char *id = report->sections[s].id;
        size_t i = 0;
        while (id && i < nknown && strcmp(known[i].id, id) != 0)
            i++;
        put_number(out, id && i < nknown ? i + 1 : 0);
    }
}

/* Where in the folded text the figure begins, and what it takes of it: nothing when it
 * begins within a character that folds to several. */
static struct span folded_place(const struct fold *fold, struct span figure)
{
    size_t low = 0, high = fold->nbytes;
    while (low < high) {
        size_t middle = (low + high) / 2;
        bool before = fold_start(fold, middle) < figure.start;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    size_t end = low;
    while (end < fold->nbytes && fold_start(fold, low) == figure.start &&
           fold_start(fold, end) < figure.end)
        end++;
    return (struct span){(uint32_t)low, (uint32_t)end};
}

static bool put_figure(const struct report *report, const struct fold *fold,
                       const struct figure *figure, uint32_t *done, struct str *out)
{
    struct span place = folded_place(fold, figure->span);
    struct slice printed = report_slice(report, figure->span);
    struct slice folded = slice_make(fold->text + place.start, place.end - place.start);
    bool is_as_folded = slice_equal(printed, folded);
    uint64_t marks = (figure->approximate ? IS_APPROXIMATE : 0U) |
                     (figure->is_list_number ? IS_LIST_NUMBER : 0U) |
                     (is_as_folded ? IS_AS_FOLDED : 0U) |
                     (figure->bound == FIGURE_ONWARD ? IS_ONWARD : 0U) |
                     (figure->bound == FIGURE_FROM ? IS_FROM : 0U) |
                     (figure->bound == FIGURE_BELOW ? IS_BELOW : 0U);
    char *room = str_room(out, 4 * NUMBER_NBYTES), *at = room;
    if (place.start < *done || printed.nbytes == 0 || !room)
        return false;
    *done = place.end;
    at = write_number(at, place.start);
    at = write_number(at, folded.nbytes);
    at = write_number(at, marks);
    at = write_number(at, doubled(figure->value));
    str_took(out, (size_t)(at - room));
    put_name(out, slice_of(figure->unit));
    if (!is_as_folded)
        put_name(out, printed);
    return true;
}

/* The sentence's figures are those from *next on that name it. */
static bool put_sentence(const struct report *report, size_t index, size_t *next, struct str *out)
{
    const struct sentence *sentence = &report->sentences[index];
    size_t end = *next;
    uint32_t done = 0;
    while (end < report->nfigures && report->figures[end].sentence == index)
        end++;
    put_number(out, (uint64_t)(sentence->section + 1) << 1 | sentence->is_heading);
    put_name(out, slice_make(sentence->fold.text, sentence->fold.nbytes));
    put_number(out, end - *next);
    for (; *next < end; ++*next)
        if (!put_figure(report, &sentence->fold, &report->figures[*next], &done, out))
            return false;
    return true;
}

static bool put_prose(const struct report *report, struct str *out)
{
    size_t nbytes = 0, next = 0;
    for (size_t i = 0; i < report->nsentences; i++)
        nbytes += report->sentences[i].fold.nbytes;
    for (size_t i = 0; i < report->nfigures; i++)
        nbytes += report_slice(report, report->figures[i].span).nbytes;
    put_number(out, report->nsentences);
    put_number(out, report->nfigures);
    put_number(out, nbytes);
    for (size_t i = 0; i < report->nsentences; i++)
        if (!put_sentence(report, i, &next, out))
            return false;
    return next == report->nfigures;
}

bool report_abridge(const struct report *report, struct str *out)
{
    enum { USUAL_NBYTES = 8000 };
    str_room(out, USUAL_NBYTES); /* more is made as it is needed */
    put_identity(report, out);
    for (size_t t = 0; t < TABLE_COUNT; t++)
        if (!put_table(report, t, out))
            return false;
    put_sections(report, out);
    return put_prose(report, out) && !out->failed;
}

/* ---- reading ---- */

/* What is left; `failed` when it ends too soon, or names what there is not. */
struct reader {
    const char *at, *end;
    struct report *report;
    char *text;    /* the report's, being written */
    uint32_t room; /* bytes of it */
    size_t nfigures;
    bool failed;
};

static uint64_t take_number(struct reader *reader)
{
    uint64_t number = 0;
    for (int shift = 0; shift < 64 && reader->at < reader->end; shift += 7) {
        unsigned char byte = (unsigned char)*reader->at++;
        number |= (uint64_t)(byte & SEVEN_BITS) << shift;
        if (!(byte & MORE))
            return number;
    }
    reader->failed = true;
    return 0;
}

static int64_t take_signed(struct reader *reader)
{
    uint64_t number = take_number(reader);
    return number & 1 ? -(int64_t)(number >> 1) : (int64_t)(number >> 1);
}

/* A number of things of which each takes a byte at least, or an index below the end. */
static size_t take_below(struct reader *reader, size_t end)
{
    uint64_t number = take_number(reader);
    reader->failed |= number >= end;
    return reader->failed ? 0 : (size_t)number;
}

static size_t bytes_left(const struct reader *reader)
{
    return (size_t)(reader->end - reader->at);
}

static struct slice take_name(struct reader *reader)
{
    size_t nbytes = take_below(reader, bytes_left(reader) + 1);
    reader->failed |= nbytes > bytes_left(reader);
    struct slice name = slice_make(reader->at, reader->failed ? 0 : nbytes);
    reader->at += name.nbytes;
    return name;
}

/* To be written before it is read. No count is greater than the bytes' own. */
static void *take_room(struct reader *reader, size_t count, size_t size)
{
    void *room = arena_raw(reader->report->arena, count * size);
    reader->failed |= room == NULL;
    return room;
}

static char *take_string(struct reader *reader)
{
    char *copy = arena_copy(reader->report->arena, take_name(reader));
    reader->failed |= copy == NULL;
    return copy;
}

static void take_identity(struct reader *reader)
{
    struct report *report = reader->report;
    report->who.year = (int)take_signed(reader);
    const char *agency = take_string(reader);
    report->who.agency = agency && *agency ? agency : NULL;
    size_t edition = take_below(reader, forms_count(report->forms) + 1);
    report->edition = edition ? forms_at(report->forms, edition - 1)->edition : NULL;
}

static void take_cell(struct reader *reader, struct cell *cell)
{
    unsigned byte = reader->at < reader->end ? (unsigned char)*reader->at++ : CELL_ABSENT;
    cell->state = byte < CELL_STATE_COUNT ? (enum cell_state)byte : CELL_NUMBER;
    if (byte == CELL_NUMBER)
        cell->value = take_signed(reader);
    else if (byte >= CELL_STATE_COUNT)
        cell->value = (int64_t)byte - CELL_STATE_COUNT;
}

static void take_block(struct reader *reader, size_t table, struct block_reading *block)
{
    const struct forms *forms = reader->report->forms;
    size_t edition = take_below(reader, forms_count(forms));
    const struct form_table *form = &forms_at(forms, edition)->tables[table];
    size_t b = take_below(reader, form->nblocks);
    if (reader->failed)
        return;
    const struct form_block *known = &form->blocks[b];
    size_t ncells = known->nrows * known->ncols;
    *block = (struct block_reading){known, take_room(reader, ncells, sizeof *block->cells), {0, 0}};
    if (!reader->failed)
        block_absent_cells(known, block->cells);
    for (size_t i = 0; !reader->failed && i < ncells; i++)
        take_cell(reader, &block->cells[i]);
}

static void take_table(struct reader *reader, size_t t)
{
    struct table *table = &reader->report->tables[t];
    size_t nblocks = take_below(reader, bytes_left(reader) + 1);
    *table = (struct table){.id = (enum table_id)t,
                            .blocks = take_room(reader, nblocks, sizeof *table->blocks)};
    for (; !reader->failed && table->nblocks < nblocks; table->nblocks++)
        take_block(reader, t, &table->blocks[table->nblocks]);
}

static void take_sections(struct reader *reader)
{
    struct report *report = reader->report;
    const struct form_section *known;
    size_t nknown = forms_sections(report->forms, &known);
    size_t nsections = take_below(reader, bytes_left(reader) + 1);
    report->sections = take_room(reader, nsections, sizeof *report->sections);
    for (; !reader->failed && report->nsections < nsections; report->nsections++) {
        size_t i = take_below(reader, nknown + 1);
        report->sections[report->nsections] =
            (struct section){.id = i ? known[i - 1].id : NULL, .numeral = "", .title = ""};
    }
}

/* Writes to the text; where it stands there. */
static struct span write_text(struct reader *reader, const char *bytes, size_t nbytes)
{
    struct report *report = reader->report;
    uint32_t start = report->text_nbytes;
    if (nbytes > reader->room - start) {
        reader->failed = true;
        return (struct span){start, start};
    }
    if (nbytes > 0)
        memcpy(reader->text + start, bytes, nbytes);
    report->text_nbytes += (uint32_t)nbytes;
    return (struct span){start, report->text_nbytes};
}

/* A sentence, its folded text being mapped to the report's. */
struct mapping {
    const struct fold *fold;
    uint32_t *from;
    size_t done; /* bytes of it */
};

/* What is no figure stands in the text as it is folded. */
static void map_plain(struct reader *reader, struct mapping *map, size_t until)
{
    struct span place = write_text(reader, map->fold->text + map->done, until - map->done);
    for (uint32_t at = place.start; at < place.end; at++)
        map->from[map->done++] = fold_from(at, 1);
}

static void take_figure(struct reader *reader, struct mapping *map, size_t sentence)
{
    struct report *report = reader->report;
    size_t start = take_below(reader, map->fold->nbytes + 1);
    size_t end = start + take_below(reader, map->fold->nbytes + 1 - start);
    uint64_t marks = take_number(reader);
    int64_t value = take_signed(reader);
    const char *unit = take_string(reader);
    struct slice printed =
        marks & IS_AS_FOLDED ? slice_make(map->fold->text + start, end - start) : take_name(reader);
    reader->failed |= start < map->done || report->nfigures == reader->nfigures;
    if (reader->failed)
        return;
    map_plain(reader, map, start);
    struct span span = write_text(reader, printed.ptr, printed.nbytes);
    while (map->done < end)
        map->from[map->done++] = fold_from(span.start, span.end - span.start);
    report->figures[report->nfigures++] =
        (struct figure){.span = span,
                        .sentence = sentence,
                        .value = value,
                        .unit = unit,
                        .approximate = (marks & IS_APPROXIMATE) != 0,
                        .bound = marks & IS_ONWARD  ? FIGURE_ONWARD
                                 : marks & IS_FROM  ? FIGURE_FROM
                                 : marks & IS_BELOW ? FIGURE_BELOW
                                                    : FIGURE_ABOUT,
                        .is_list_number = (marks & IS_LIST_NUMBER) != 0};
}

static void take_sentence(struct reader *reader, size_t index)
{
    struct report *report = reader->report;
    struct sentence *sentence = &report->sentences[index];
    uint64_t kind = take_number(reader);
    struct slice folded = take_name(reader);
    struct mapping map = {.fold = &sentence->fold,
                          .from = take_room(reader, folded.nbytes, sizeof *map.from)};
    reader->failed |= kind >> 1 > report->nsections;
    *sentence =
        (struct sentence){.fold = {arena_copy(report->arena, folded), folded.nbytes, map.from},
                          .section = (int)(kind >> 1) - 1,
                          .is_heading = kind & 1,
                          .span.start = report->text_nbytes};
    reader->failed |= sentence->fold.text == NULL;
    for (size_t n = take_number(reader); n > 0 && !reader->failed; n--)
        take_figure(reader, &map, index);
    if (!reader->failed)
        map_plain(reader, &map, folded.nbytes);
    sentence->span.end = report->text_nbytes;
}

static void take_prose(struct reader *reader)
{
    struct report *report = reader->report;
    size_t nsentences = take_below(reader, bytes_left(reader) + 1);
    reader->nfigures = take_below(reader, bytes_left(reader) + 1);
    reader->room = (uint32_t)take_below(reader, REPORT_MAX_NBYTES * 2);
    report->sentences = take_room(reader, nsentences, sizeof *report->sentences);
    report->figures = take_room(reader, reader->nfigures, sizeof *report->figures);
    report->text = reader->text = take_room(reader, (size_t)reader->room + 1, 1);
    for (; !reader->failed && report->nsentences < nsentences; report->nsentences++)
        take_sentence(reader, report->nsentences);
    if (!reader->failed)
        reader->text[report->text_nbytes] = '\0';
    reader->failed |= report->nfigures != reader->nfigures || reader->at != reader->end;
}

struct report *report_restore(const char *path, struct slice bytes, const struct forms *forms,
                              enum report_part part)
{
    struct arena *arena = arena_new();
    struct report *report = arena ? arena_alloc(arena, sizeof *report) : NULL;
    struct reader reader = {bytes.ptr, bytes.ptr + bytes.nbytes, report, NULL, 0, 0, !report};
    if (report) {
        *report = (struct report){
            .arena = arena, .path = arena_string(arena, path), .forms = forms, .text = ""};
        take_identity(&reader);
        for (size_t t = 0; t < TABLE_COUNT && !reader.failed; t++)
            take_table(&reader, t);
        if (part == PART_ALL) {
            take_sections(&reader);
            take_prose(&reader);
        }
    }
    if (!reader.failed && !arena_failed(arena))
        return report;
    arena_free(arena);
    return NULL;
}
