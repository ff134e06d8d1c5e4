/* The words of a label broken over lines, without the figures that stand between them. */
#include <string.h>

#include "gouji/base/str.h"
#include "reading.h"

enum { MOST_LINES = 64 };

static bool is_broken(const struct grid *grid, const struct unit *unit)
{
    bool broken = unit->whole.nbytes > 0;
    for (size_t i = unit->first; i < unit->end && !broken; i++)
        broken = !grid->cells[i].piece;
    return broken;
}

/* The label as it is folded, all pieces in their order. */
static void add_folded(const struct grid *grid, const struct unit *unit, struct str *folded)
{
    if (unit->whole.nbytes > 0)
        str_append(folded, unit->whole);
    for (size_t i = unit->first; i < unit->end && unit->whole.nbytes == 0; i++)
        str_append(folded, grid->cells[i].text);
}

/* The printed texts that make it together, from the one at `start` on; what is left of it. */
static struct slice add_printed(const struct reading *reading, const struct unit *unit,
                                struct slice rest, struct str *printed)
{
    const struct pieces *pieces = reading->pieces;
    uint32_t start = reading->grid.cells[unit->first].span.start;
    for (size_t i = unit->line; i < reading->region.end && i < unit->line + MOST_LINES; i++) {
        const struct piece_line *line = &pieces->lines[i];
        for (uint32_t k = 0; k < line->npieces && rest.nbytes > 0; k++) {
            const struct piece *piece = &pieces->items[line->first + k];
            struct slice text = piece_text(piece);
            if (piece->span.start < start || piece->shape != SHAPE_TEXT || text.nbytes == 0 ||
                !slice_has_prefix(rest, text))
                continue;
            str_append(printed, report_slice(pieces->report, piece->span));
            rest = slice_make(rest.ptr + text.nbytes, rest.nbytes - text.nbytes);
        }
    }
    return rest;
}

int reading_quote(const struct reading *reading, const struct unit *unit, const char **quote,
                  struct err *err)
{
    struct str folded = STR_INIT, printed = STR_INIT;
    *quote = NULL;
    if (!is_broken(&reading->grid, unit))
        return 0;
    add_folded(&reading->grid, unit, &folded);
    struct slice rest = add_printed(reading, unit, str_slice(&folded), &printed);
    struct str *kept = rest.nbytes > 0 ? &folded : &printed;
    bool failed = folded.failed || printed.failed;
    if (!failed) {
        *quote = arena_copy(reading->arena, str_slice(kept));
        failed = !*quote;
    }
    str_release(&folded);
    str_release(&printed);
    return failed ? err_set_nomem(err) : 0;
}
