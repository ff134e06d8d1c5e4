#include "gouji/review/rollup.h"

#include <stdlib.h>
#include <string.h>

#include "gouji/base/message.h"
#include "gouji/base/vec.h"
#include "gouji/check/mask.h"
#include "gouji/review/agency.h"

/* What is known of a part to tell versions from each other. */
struct name {
    const char *folded, *core; /* NULL: not stated */
};

struct rollup {
    struct arena *arena;
    const struct report *whole;
    struct name name;
    struct rollup_cell *cells;
    size_t ncells, cells_capacity;
    struct rollup_part *parts;
    struct name *names; /* of the parts */
    size_t nparts, parts_capacity, names_capacity;
    size_t counts[ROLLUP_OUTCOME_COUNT];
    size_t nreadings;
};

/* ---- values ---- */

static const struct form_col *col_of(const struct cell *cell)
{
    return &cell->block->cols[cell->col];
}

/* An amount printed in another unit than the form's must not be added as it is. */
static bool has_other_unit(const struct cell *cell)
{
    const char *unit = col_of(cell)->unit;
    return cell->unit.nbytes > 0 &&
           (!unit || strlen(unit) != cell->unit.nbytes ||
            memcmp(unit, cell->unit.ptr, cell->unit.nbytes) != 0) &&
           col_of(cell)->is_decimal;
}

/* As the reviewer reads it, if one has. */
static struct seen seen_of(const struct cell *cell, const struct review *review)
{
    struct seen seen = {.state = cell->state, .value = cell->value, .is_reading = false};
    return review ? review_cell(review, cell->id) : seen;
}

static bool is_private(const struct rollup_source *source, const struct cell *cell)
{
    return source->findings && mask_covers(source->findings, cell->span);
}

static struct rollup_value value_of(const struct cell *cell, const struct rollup_source *source)
{
    struct rollup_value value = {ROLLUP_NO_CELL, CELL_ABSENT, 0, false};
    if (!cell)
        return value;
    const struct seen seen = seen_of(cell, source->review);
    value.state = seen.state;
    value.is_reading = seen.is_reading;
    value.fault = seen.state != CELL_NUMBER  ? ROLLUP_NO_NUMBER
                  : seen.is_reading          ? ROLLUP_NO_FAULT
                  : is_private(source, cell) ? ROLLUP_PRIVATE
                  : has_other_unit(cell)     ? ROLLUP_OTHER_UNIT
                                             : ROLLUP_NO_FAULT;
    value.value = value.fault == ROLLUP_NO_FAULT ? seen.value : 0;
    return value;
}

static bool same_scale(const struct cell *a, const struct cell *b)
{
    return !b || col_of(a)->is_decimal == col_of(b)->is_decimal;
}

/* ---- making ---- */

static struct name name_of(struct arena *arena, const struct report *report)
{
    const char *folded = agency_fold(arena, report->who.agency);
    return (struct name){folded, folded ? agency_core(arena, folded) : NULL};
}

static int take_cells(struct rollup *rollup, const struct rollup_source *whole)
{
    size_t position = 0;
    const struct cell *cell;
    while ((cell = report_next_cell(rollup->whole, &position))) {
        struct rollup_cell *made = arena_push(
            rollup->arena, &rollup->cells, &rollup->cells_capacity, rollup->ncells, sizeof *made);
        if (!made)
            return -1;
        made->cell = cell;
        made->stated = value_of(cell, whole);
        rollup->nreadings += made->stated.is_reading;
        made->is_decimal = col_of(cell)->is_decimal;
        rollup->ncells++;
    }
    return 0;
}

struct rollup *rollup_new(const struct rollup_source *source, struct err *err)
{
    struct rollup *rollup = calloc(1, sizeof *rollup);
    if (!rollup) {
        err_set_nomem(err);
        return NULL;
    }
    const struct report *whole = rollup->whole = source->report;
    rollup->arena = arena_new();
    int rc = rollup->arena && take_cells(rollup, source) == 0 ? 0 : err_set_nomem(err);
    if (rc == 0) {
        rollup->name = name_of(rollup->arena, whole);
        rc = arena_failed(rollup->arena) ? err_set_nomem(err) : 0;
    }
    if (rc == 0 && rollup->ncells == 0)
        rc = err_set(err, ERR_INPUT, _("%s: there is no table to compare the sums with"),
                     whole->path);
    if (rc == 0)
        return rollup;
    rollup_free(rollup);
    return NULL;
}

void rollup_free(struct rollup *rollup)
{
    if (!rollup)
        return;
    free(rollup->parts);
    free(rollup->names);
    arena_free(rollup->arena);
    free(rollup);
}

/* ---- parts ---- */

static bool is_same(const struct name *a, const struct name *b)
{
    return a->core && b->core &&
           agency_compare(a->folded, a->core, b->folded, b->core) >= AGENCY_ALIKE;
}

bool rollup_is_other_year(const struct rollup *rollup, const struct report *part)
{
    int year = rollup->whole->who.year;
    return year > 0 && part->who.year > 0 && part->who.year != year;
}

static bool is_whole(const struct rollup *rollup, const struct report *part,
                     const struct name *name)
{
    return is_same(&rollup->name, name) ||
           strcmp(rollup->whole->text_sha256, part->text_sha256) == 0;
}

bool rollup_is_whole(const struct rollup *rollup, const struct report *part)
{
    struct arena *arena = arena_new();
    struct name name = arena ? name_of(arena, part) : (struct name){NULL, NULL};
    bool same = is_whole(rollup, part, &name);
    arena_free(arena);
    return same;
}

static struct rollup_part *push_part(struct rollup *rollup, const char *path, struct name name)
{
    struct rollup_value *values = arena_array(rollup->arena, rollup->ncells, sizeof *values);
    const char *copy = arena_string(rollup->arena, path);
    if (!values || !copy ||
        vec_room(&rollup->parts, &rollup->parts_capacity, rollup->nparts, sizeof *rollup->parts) ||
        vec_room(&rollup->names, &rollup->names_capacity, rollup->nparts, sizeof *rollup->names))
        return NULL;
    rollup->names[rollup->nparts] = name;
    rollup->parts[rollup->nparts] = (struct rollup_part){.path = copy, .values = values};
    return &rollup->parts[rollup->nparts++];
}

static void read_values(struct rollup *rollup, const struct rollup_source *part,
                        struct rollup_value *values)
{
    for (size_t i = 0; i < rollup->ncells; i++) {
        const struct cell *wanted = rollup->cells[i].cell;
        const struct cell *cell = report_cell(part->report, wanted->id);
        values[i] = value_of(same_scale(wanted, cell) ? cell : NULL, part);
        rollup->nreadings += values[i].is_reading;
    }
}

static void look_for_version(struct rollup *rollup)
{
    size_t last = rollup->nparts - 1;
    for (size_t i = 0; i < last; i++) {
        if (!is_same(&rollup->names[i], &rollup->names[last]))
            continue;
        const char *why = _("two reports of one agency are given; which one counts?");
        rollup->parts[i].why_out = rollup->parts[last].why_out = why;
    }
}

int rollup_add(struct rollup *rollup, const struct rollup_source *source)
{
    const struct report *report = source->report;
    struct name name = name_of(rollup->arena, report);
    struct rollup_part *part = push_part(rollup, report->path, name);
    if (!part)
        return -1;
    read_values(rollup, source, part->values);
    part->year = report->who.year;
    part->agency = mask_keep(source->findings, rollup->arena, report->who.agency);
    if (report->who.agency && !part->agency)
        return -1;
    if (rollup_is_other_year(rollup, report))
        part->why_out = arena_format(rollup->arena, _("it is the report of %d, the whole is of %d"),
                                     report->who.year, rollup->whole->who.year);
    else if (is_whole(rollup, report, &name))
        part->why_out = _("it is the whole's own report");
    else
        look_for_version(rollup);
    return arena_failed(rollup->arena) ? -1 : 0;
}

int rollup_add_unread(struct rollup *rollup, const char *path, const char *why)
{
    struct rollup_part *part = push_part(rollup, path, (struct name){NULL, NULL});
    if (part)
        part->why_out = arena_string(rollup->arena, why);
    return part && part->why_out ? 0 : -1;
}

/* ---- sums ---- */

static void mark_part(struct rollup *rollup, const struct rollup_part *part)
{
    struct rollup_value *values = part->values;
    for (size_t i = 0; part->why_out && i < rollup->ncells; i++)
        values[i] = (struct rollup_value){ROLLUP_PART_OUT, CELL_ABSENT, 0, false};
}

static void sum_cell(const struct rollup *rollup, size_t index)
{
    struct rollup_cell *cell = &rollup->cells[index];
    bool overflows = false;
    if (!col_of(cell->cell)->is_summed) {
        cell->outcome = ROLLUP_NOT_SUMMED;
        return;
    }
    for (size_t i = 0; i < rollup->nparts; i++) {
        const struct rollup_value *value = &rollup->parts[i].values[index];
        if (value->fault != ROLLUP_NO_FAULT)
            cell->nfaults++;
        else
            overflows |= __builtin_add_overflow(cell->sum, value->value, &cell->sum);
    }
    bool is_known = cell->nfaults == 0 && cell->stated.fault == ROLLUP_NO_FAULT && !overflows &&
                    !__builtin_sub_overflow(cell->stated.value, cell->sum, &cell->difference);
    cell->outcome = !is_known               ? ROLLUP_UNDECIDED
                    : cell->difference == 0 ? ROLLUP_AGREES
                                            : ROLLUP_DIFFERS;
}

void rollup_sum(struct rollup *rollup)
{
    for (size_t i = 0; i < rollup->nparts; i++)
        mark_part(rollup, &rollup->parts[i]);
    for (size_t i = 0; i < rollup->ncells; i++) {
        sum_cell(rollup, i);
        rollup->counts[rollup->cells[i].outcome]++;
    }
}

size_t rollup_cells(const struct rollup *rollup, const struct rollup_cell **cells)
{
    *cells = rollup->cells;
    return rollup->ncells;
}

size_t rollup_parts(const struct rollup *rollup, const struct rollup_part **parts)
{
    *parts = rollup->parts;
    return rollup->nparts;
}

size_t rollup_count(const struct rollup *rollup, enum rollup_outcome outcome)
{
    return rollup->counts[outcome];
}

size_t rollup_readings(const struct rollup *rollup)
{
    return rollup->nreadings;
}

/* ---- names ---- */

const char *rollup_outcome_name(enum rollup_outcome outcome)
{
    static const char *const names[] = {"agrees", "differs", "undecided", "not-summed"};
    return names[outcome];
}

const char *rollup_fault_name(const struct rollup_value *value)
{
    static const char *const names[] = {"",           "",        "no-such-cell",
                                        "other-unit", "private", "left-out"};
    return value->fault == ROLLUP_NO_NUMBER ? cell_state_name(value->state) : names[value->fault];
}
