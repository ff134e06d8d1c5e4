/* Which edition a block is printed in. The header decides; where it is lost,
 * the words of the rows, then the rest of the report. Never an equation. */
#include "reading.h"

enum { COLUMN_SCORE = 4, VOTE_OF_HEADER = 8 };

struct evidence {
    bool met;         /* a row or the caption */
    int exact;        /* labels of the header that are this edition's, word for word */
    int columns;      /* the same with misprints and pieces */
    int header;       /* the same weighed, less those that are not */
    int rows;         /* rows whose words and width are exactly this edition's */
    struct chosen as; /* the block read by this edition */
};

size_t chosen_slot(const struct chosen *chosen, size_t row)
{
    return chosen->first_slot + row;
}

int chosen_unit(const struct chosen *chosen, size_t row)
{
    return chosen->alignment->unit_of[chosen_slot(chosen, row)];
}

static bool hits(const struct unit *unit, const struct reading *reading, size_t edition,
                 enum label_kind kind, size_t block)
{
    const struct label *label = unit->hit.label;
    while (label && !(label->kind == kind && label->block == block && label->edition == edition &&
                      label->table == reading->table))
        label = label->next;
    return label != NULL;
}

static bool is_edge(const struct reading *reading, const struct alignment *a, size_t u)
{
    const struct unit *unit = &reading->units.items[u];
    return a->slot_of[u] >= 0 || (unit->nvalues > 0 && !unit_is_header(unit));
}

/* Figures without a label right under a header, as where a page hides one in every cell:
 * the header goes on above them, as far as its caption. */
static bool is_inside_header(const struct reading *reading, const struct chosen *chosen, size_t u)
{
    const struct unit *unit = &reading->units.items[u];
    if (unit->first < unit->end || chosen->alignment->slot_of[u] >= 0 || u == 0 ||
        !unit_is_header(unit - 1))
        return false;
    for (size_t k = u + 1; k < chosen->header_end; k++)
        if (unit_is(&reading->units.items[k], LABEL_CAPTION))
            return false;
    return true;
}

static bool is_pair(const struct unit *unit)
{
    return unit_is(unit, LABEL_COLUMN) && unit->nvalues == 1;
}

/* A row printed as a list has the labels of its columns behind its own. */
static void take_list(const struct reading *reading, size_t row, struct chosen *chosen)
{
    if (reading->units.items[row].nvalues > 0)
        return;
    size_t end = row + 1;
    while (end < reading->units.nitems && is_pair(&reading->units.items[end]))
        end++;
    if (end == row + 1)
        return;
    chosen->header_first = row + 1;
    chosen->header_end = end;
}

/* The units before the block's first row, back to the row before. */
static void find_header(const struct reading *reading, struct chosen *chosen)
{
    const struct alignment *a = chosen->alignment;
    int first = -1;
    for (size_t row = 0; row < chosen->form->nrows; row++) {
        int unit = chosen_unit(chosen, row);
        if (unit >= 0 && (first < 0 || unit < first))
            first = unit;
    }
    if (first < 0 && chosen->caption >= 0) {
        first = chosen->caption + 1;
        while ((size_t)first < reading->units.nitems && !is_edge(reading, a, (size_t)first) &&
               !unit_is(&reading->units.items[first], LABEL_CAPTION))
            first++;
    }
    chosen->header_end = first < 0 ? 0 : (size_t)first;
    chosen->header_first = chosen->header_end;
    while (chosen->header_first > 0 &&
           (!is_edge(reading, a, chosen->header_first - 1) ||
            is_inside_header(reading, chosen, chosen->header_first - 1)))
        chosen->header_first--;
    if (reading->pieces->has_pairs && first >= 0 && chosen->header_end < reading->units.nitems)
        take_list(reading, chosen->header_end, chosen);
}

static void find_caption(const struct reading *reading, struct chosen *chosen)
{
    chosen->caption = -1;
    if (!chosen->form->heading_norm)
        return;
    for (size_t u = 0; u < reading->units.nitems && chosen->caption < 0; u++)
        if (hits(&reading->units.items[u], reading, chosen->alignment->edition, LABEL_CAPTION,
                 chosen->block))
            chosen->caption = (int)u;
}

/* Whether some row of the block has just as many values as the form's. */
static bool is_filled(const struct reading *reading, const struct chosen *chosen)
{
    for (size_t row = 0; row < chosen->form->nrows; row++) {
        int unit = chosen_unit(chosen, row);
        if (unit >= 0 && reading->units.items[unit].nvalues == chosen->form->ncols)
            return true;
    }
    return false;
}

/* A piece of a column's label, or all of it misprinted or run into other words. */
static int score_close(const struct form_col *col, const struct unit *unit, uint64_t mark)
{
    struct slice norm = slice_of(col->norm);
    unsigned limit = align_tolerance(norm.nbytes);
    if ((mark & ~col->mark) == 0 && slice_find(norm, unit->text))
        return 1;
    if (limit > 0 && align_may_be_near(col->mark, mark, limit) &&
        align_distance(norm, unit->text, limit) <= limit)
        return 3;
    return limit > 0 && !unit->hit.label && slice_find(unit->text, norm) ? 3 : 0;
}

static int score_header(const struct reading *reading, const struct chosen *chosen,
                        struct evidence *evidence)
{
    int score = 0;
    int ncells = 0;
    for (size_t u = chosen->header_first; u < chosen->header_end; u++) {
        const struct unit *unit = &reading->units.items[u];
        if (unit_is(unit, LABEL_CAPTION) || unit_is(unit, LABEL_CORNER) || unit->first == unit->end)
            continue;
        ncells++;
        if (hits(unit, reading, chosen->alignment->edition, LABEL_COLUMN, chosen->block)) {
            score += COLUMN_SCORE;
            evidence->columns++;
            evidence->exact++;
            continue;
        }
        int best = 0;
        uint64_t mark = align_mark(unit->text);
        for (size_t c = 0; c < chosen->form->ncols && unit->text.nbytes > 0; c++) {
            int close = score_close(&chosen->form->cols[c], unit, mark);
            best = close > best ? close : best;
        }
        score += best;
        evidence->columns += best > 0;
    }
    int surplus = ncells - (int)chosen->form->ncols;
    score -= surplus < 0 ? -surplus : surplus;
    return ncells == 0 ? 0 : score + (surplus == 0 ? 2 : 0) + (is_filled(reading, chosen) ? 2 : 0);
}

static int score_rows(const struct reading *reading, const struct chosen *chosen, bool *met)
{
    int score = 0;
    for (size_t row = 0; row < chosen->form->nrows; row++) {
        int u = chosen_unit(chosen, row);
        if (u < 0)
            continue;
        *met = true;
        score += chosen->alignment->match[chosen_slot(chosen, row)] == LABEL_EXACT;
        score += reading->units.items[u].nvalues == chosen->form->ncols;
    }
    return score;
}

/* The block, with its caption and header. */
static struct chosen locate(const struct reading *reading, const struct alignment *a, size_t block)
{
    struct chosen as = {.form = &a->table->blocks[block], .alignment = a, .block = (uint16_t)block};
    for (size_t i = 0; i < block; i++)
        as.first_slot += a->table->blocks[i].nrows;
    find_caption(reading, &as);
    find_header(reading, &as);
    return as;
}

/* The table's block of this number; nblocks: the edition has none. */
static size_t find_block(const struct form_table *table, size_t number)
{
    size_t i = 0;
    while (i < table->nblocks && table->blocks[i].number != number)
        i++;
    return i;
}

static struct evidence weigh(const struct reading *reading, size_t edition, size_t number)
{
    struct evidence evidence = {0};
    const struct alignment *a = &reading->alignments[edition];
    size_t block = find_block(a->table, number);
    if (block == a->table->nblocks)
        return evidence;
    evidence.as = locate(reading, a, block);
    evidence.met = evidence.as.caption >= 0;
    evidence.rows = score_rows(reading, &evidence.as, &evidence.met);
    evidence.header = score_header(reading, &evidence.as, &evidence);
    return evidence;
}

/* The header names all columns of the one and none of the other, whatever else it names. */
static bool is_named(const struct evidence *one, const struct evidence *other)
{
    return one->exact >= (int)one->as.form->ncols && other->exact == 0;
}

static bool is_better(const struct evidence *a, const struct evidence *b)
{
    if (!a->as.form || !b->as.form)
        return a->as.form != NULL;
    if (is_named(a, b) != is_named(b, a))
        return is_named(a, b);
    if (a->header != b->header)
        return a->header > b->header;
    return a->rows > b->rows;
}

/* The data rows that only this edition has, met here: T3's sub-rows of （六）. -1: short of
 * memory. */
static int count_own_rows(struct reading *reading, size_t edition)
{
    struct alignment *a = &reading->alignments[edition];
    int n = 0;
    if (!a->table->has_own_rows)
        return 0;
    if (reading_align(reading, edition) < 0)
        return -1;
    for (size_t s = 0; s < a->nslots; s++) {
        const struct form_row *row = alignment_row(a, s);
        n += a->table->own_rows[s] && !row->is_group && row->alternative_of < 0 &&
             a->unit_of[s] >= 0;
    }
    return n;
}

/* -1: short of memory. */
static int best_by_rows(struct reading *reading, int prefer)
{
    int best = prefer < 0 ? 0 : prefer;
    int most = 0;
    for (size_t e = 0; e < reading->neditions; e++) {
        int n = count_own_rows(reading, e);
        if (n < 0)
            return -1;
        if (n > most) {
            most = n;
            best = (int)e;
        }
    }
    return best;
}

/* Whether the block's own header or rows tell its edition from any other. */
static bool is_told(const struct evidence *best, const struct evidence *other)
{
    return !other->as.form || is_named(best, other) || best->columns > other->columns ||
           best->rows > other->rows;
}

/* The evidence for all blocks that some edition has, by number and edition; NULL for one that
 * is not weighed yet. */
struct scales {
    const struct reading *reading;
    struct evidence **blocks;
};

static size_t most_blocks(const struct reading *reading)
{
    size_t n = 0;
    for (size_t e = 0; e < reading->neditions; e++)
        n += reading->alignments[e].table->nblocks;
    return n;
}

static int weigh_block(struct scales *scales, size_t number)
{
    const struct reading *reading = scales->reading;
    struct evidence *by_edition =
        arena_raw(reading->scratch, reading->neditions * sizeof *by_edition);
    if (!by_edition)
        return -1;
    for (size_t e = 0; e < reading->neditions; e++)
        by_edition[e] = weigh(reading, e, number);
    scales->blocks[number] = by_edition;
    return 0;
}

static int align_all(struct reading *reading)
{
    for (size_t e = 0; e < reading->neditions; e++)
        if (reading_align(reading, e) < 0)
            return -1;
    return 0;
}

static int weigh_all(const struct reading *reading, struct scales *scales)
{
    *scales = (struct scales){.reading = reading};
    scales->blocks = arena_array(reading->scratch, most_blocks(reading), sizeof *scales->blocks);
    if (!scales->blocks)
        return -1;
    for (size_t e = 0; e < reading->neditions; e++) {
        const struct form_table *table = reading->alignments[e].table;
        for (size_t i = 0; i < table->nblocks; i++)
            if (!scales->blocks[table->blocks[i].number] &&
                weigh_block(scales, table->blocks[i].number) < 0)
                return -1;
    }
    return 0;
}

/* The best evidence for the block; of equals, that of edition `first`. */
static const struct evidence *best_of(const struct scales *scales, size_t first, size_t number,
                                      bool *is_decided)
{
    const struct evidence *all = scales->blocks[number];
    const struct evidence *best = &all[first];
    size_t n = scales->reading->neditions;
    for (size_t e = 0; e < n; e++)
        if (is_better(&all[e], best))
            best = &all[e];
    *is_decided = best->met;
    for (size_t e = 0; e < n && best->as.form; e++)
        if (e != best->as.alignment->edition)
            *is_decided = *is_decided && is_better(best, &all[e]) && is_told(best, &all[e]);
    return best;
}

/* T2: each block by its own evidence; a block that says nothing follows the
 * most frequent edition of the others. */
static size_t choose_main(const struct scales *scales, const struct form_table *table, int prefer,
                          int *votes)
{
    for (size_t i = 0; i < table->nblocks; i++) {
        bool is_decided;
        const struct evidence *best = best_of(scales, 0, table->blocks[i].number, &is_decided);
        if (is_decided)
            votes[best->as.alignment->edition] += best->columns > 0 ? VOTE_OF_HEADER : 1;
    }
    size_t main = prefer >= 0 ? (size_t)prefer : 0;
    for (size_t e = 0; e < scales->reading->neditions; e++)
        if (votes[e] > votes[main])
            main = e;
    return main;
}

/* A lone row's label may stand in any local list: a block that the table's
 * edition does not have is there by its caption or its columns. */
static bool is_stated(const struct evidence *evidence)
{
    return evidence->as.caption >= 0 || (evidence->met && evidence->header >= COLUMN_SCORE);
}

/* Without a header, and with rows that say nothing or what the other blocks' headers deny,
 * which columns a block has is not known: its figures have no place. */
static void choose_block(struct reading *reading, const struct scales *scales, size_t number,
                         const int *votes)
{
    bool is_decided;
    const struct evidence *main = &scales->blocks[number][reading->edition];
    const struct evidence *best = best_of(scales, reading->edition, number, &is_decided);
    if (!best->as.form || (!main->as.form && !is_stated(best)))
        return;
    if (is_decided && best->columns == 0 && main->as.form &&
        best->as.alignment->edition != reading->edition)
        is_decided = votes[reading->edition] < VOTE_OF_HEADER;
    if (!is_decided && best->columns == 0 && main->as.form)
        best = main;
    struct chosen *block = &reading->blocks[reading->nblocks++];
    *block = best->as;
    block->is_undecided = !is_decided && best->met;
    reading->is_mixed =
        reading->is_mixed || (best->met && best->as.alignment->edition != reading->edition);
}

static int choose_blocks(struct reading *reading, int prefer, struct err *err)
{
    struct scales scales;
    int *votes = arena_array(reading->scratch, reading->neditions, sizeof *votes);
    if (!votes || align_all(reading) < 0 || weigh_all(reading, &scales) < 0)
        return err_set_nomem(err);
    size_t widest = 0;
    for (size_t e = 0; e < reading->neditions; e++)
        if (reading->alignments[e].table->nblocks > reading->alignments[widest].table->nblocks)
            widest = e;
    reading->edition = choose_main(&scales, reading->alignments[widest].table, prefer, votes);
    const struct form_table *main = reading->alignments[reading->edition].table;
    for (size_t i = 0; i < main->nblocks; i++)
        choose_block(reading, &scales, main->blocks[i].number, votes);
    for (size_t e = 0; e < reading->neditions; e++) {
        const struct form_table *table = reading->alignments[e].table;
        for (size_t i = 0; i < table->nblocks; i++)
            if (find_block(main, table->blocks[i].number) == main->nblocks)
                choose_block(reading, &scales, table->blocks[i].number, votes);
    }
    return 0;
}

int reading_choose(struct reading *reading, int prefer, struct err *err)
{
    reading->blocks = arena_array(reading->scratch, most_blocks(reading), sizeof *reading->blocks);
    if (!reading->blocks)
        return err_set_nomem(err);
    if (reading->table == TABLE_T2)
        return choose_blocks(reading, prefer, err);
    int edition = best_by_rows(reading, prefer);
    if (edition < 0 || reading_align(reading, (size_t)edition) < 0)
        return err_set_nomem(err);
    reading->edition = (size_t)edition;
    const struct alignment *a = &reading->alignments[edition];
    for (size_t i = 0; i < a->table->nblocks; i++)
        reading->blocks[reading->nblocks++] = locate(reading, a, i);
    return 0;
}
