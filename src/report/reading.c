#include "reading.h"

#include "form_private.h"
#include "gouji/base/message.h"

enum { STATED_PERCENT = 50, NEAR_PERCENT = 60 };

const struct grid_reader *reading_pick(const struct grid_site *site,
                                       const struct grid_reader **second)
{
    const struct grid_reader *best = grid_readers[0];
    unsigned most = 0;
    unsigned next = 0;
    *second = NULL;
    if (grid_h.claim(site) >= STATED_PERCENT)
        return &grid_h;
    for (size_t i = 0; grid_readers[i]; i++) {
        unsigned claim = grid_readers[i]->claim(site);
        if (claim > most) {
            next = most;
            *second = most > 0 ? best : NULL;
            most = claim;
            best = grid_readers[i];
        } else if (claim > next) {
            next = claim;
            *second = grid_readers[i];
        }
    }
    if (next * 100 < most * NEAR_PERCENT)
        *second = NULL;
    return best;
}

static size_t count_kind(const struct units *units, enum label_kind kind)
{
    size_t n = 0;
    for (size_t i = 0; i < units->nitems; i++)
        n += unit_is(&units->items[i], kind);
    return n;
}

/* The most often that one column label is met. */
static size_t most_repeated(const struct reading *reading)
{
    size_t most = 0;
    for (size_t i = 0; i < reading->units.nitems; i++) {
        const struct label *label = reading->units.items[i].hit.label;
        size_t n = 0;
        for (size_t k = 0; label && label->kind == LABEL_COLUMN && k < reading->units.nitems; k++)
            n += reading->units.items[k].hit.label == label;
        most = n > most ? n : most;
    }
    return most;
}

/* Whether figures stand behind several labels, as many behind each: those of one row under
 * a header stand together. */
static bool has_own_figures(const struct reading *reading)
{
    enum { LEAST_ROWS = 3 };
    size_t nrows = 0;
    size_t width = 0;
    for (size_t i = 0; i < reading->units.nitems; i++) {
        size_t n = reading->units.items[i].nvalues;
        if (n > 0 && nrows > 0 && n != width)
            return false;
        width = n > 0 ? n : width;
        nrows += n > 0;
    }
    return nrows >= LEAST_ROWS && width > 1;
}

/* Some sites drop every line that was there before: what the form repeats then
 * stands once, and equal values are gone. */
static bool is_deduped(const struct reading *reading)
{
    if (reading->grid.reader->has_rows && reading->grid.reader != &grid_bar_cells)
        return false;
    if (reading->pieces->is_deduped && count_kind(&reading->units, LABEL_ROW) > 1)
        return true;
    if (reading->table == TABLE_T2)
        return count_kind(&reading->units, LABEL_CAPTION) >= 3 &&
               count_kind(&reading->units, LABEL_CORNER) == 1;
    return reading->table == TABLE_T4 && count_kind(&reading->units, LABEL_ROW) >= 3 &&
           count_kind(&reading->units, LABEL_COLUMN) >= 4 && most_repeated(reading) == 1 &&
           !has_own_figures(reading);
}

static bool begin_alignments(struct reading *reading)
{
    const struct forms *forms = reading->pieces->report->forms;
    reading->neditions = forms_count(forms);
    reading->alignments =
        arena_array(reading->scratch, reading->neditions, sizeof *reading->alignments);
    for (size_t e = 0; reading->alignments && e < reading->neditions; e++)
        reading->alignments[e].table = &forms_at(forms, e)->tables[reading->table];
    return reading->alignments != NULL;
}

int reading_align(struct reading *reading, size_t edition)
{
    struct alignment *a = &reading->alignments[edition];
    return a->slots ? 0 : align_rows(reading->scratch, a->table, edition, &reading->units, a);
}

/* Room for a cell of each piece, as most grids need it. */
static bool reserve_cells(const struct pieces *pieces, const struct region *region,
                          struct grid *grid)
{
    for (size_t i = region->first; i < region->end; i++)
        grid->capacity += pieces->lines[i].npieces;
    grid->cells = arena_raw(grid->arena, grid->capacity * sizeof *grid->cells);
    return grid->cells != NULL;
}

int reading_make(const struct grid_site *site, const struct region *region,
                 const struct grid_reader *reader, int prefer, struct reading *out, struct err *err)
{
    const struct pieces *pieces = site->pieces;
    *out = (struct reading){.pieces = pieces,
                            .arena = pieces->report->arena,
                            .scratch = pieces->arena,
                            .table = region->table,
                            .region = *region};
    out->grid = (struct grid){.reader = reader,
                              .table = region->table,
                              .arena = out->scratch,
                              .bars = site->bars,
                              .frame = site->frame,
                              .source = pieces->report->text,
                              .has_pairs = pieces->has_pairs,
                              .base_gap = 2};
    if (!reserve_cells(pieces, region, &out->grid) ||
        out->grid.reader->read(pieces, region->first, region->end, &out->grid) < 0 ||
        grid_close(&out->grid) < 0 ||
        units_build(pieces, &forms_at(pieces->report->forms, 0)->tables[region->table], &out->grid,
                    &out->units) < 0 ||
        !begin_alignments(out))
        return err_set_nomem(err);
    out->is_deduped = is_deduped(out);
    return reading_choose(out, prefer, err);
}
