#include "localise_rank.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "places.h"
#include "testimony.h"

enum {
    TENTHS = 10,
    FURTHER = 4,    /* each digit more */
    SWAP_FAR = 11,  /* two values exchanged that are no neighbours */
    SWAP_TOLD = 16, /* two of the prose: behind every operation on a table */
    MOVED = 24,
    DOUBTFUL = 2,   /* less for a reading that is not sure */
    BORNE_OUT = 1,  /* in all, for what the prose has as it would be */
    CONFIRMED = 10, /* more for what it has as it is printed */
    IN_BANDS = 5,   /* less for a row whose sums, printed elsewhere, bear the shift out */
    TOGETHER = 2,   /* more for two operations than for each */
    LEFT_OUT = 6,   /* each digit more of the one value in a row left out */
    DIGITS = 24,
};

static int smallest(int a, int b, int c)
{
    int ab = a < b ? a : b;
    return ab < c ? ab : c;
}

int rank_distance(int64_t from, int64_t to)
{
    char a[DIGITS], b[DIGITS];
    int table[DIGITS][DIGITS] = {{0}};
    int m = snprintf(a, sizeof a, "%lld", (long long)from);
    int n = snprintf(b, sizeof b, "%lld", (long long)to);
    for (int i = 0; i <= m; i++)
        for (int j = 0; j <= n; j++) {
            if (i == 0 || j == 0) {
                table[i][j] = i + j;
                continue;
            }
            table[i][j] = smallest(table[i - 1][j] + 1, table[i][j - 1] + 1,
                                   table[i - 1][j - 1] + (a[i - 1] != b[j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
                table[i - 2][j - 2] + 1 < table[i][j])
                table[i][j] = table[i - 2][j - 2] + 1;
        }
    return table[m][n];
}

static enum label_match row_match(const struct report *report, const struct cell *cell)
{
    const struct table *table = &report->tables[places_table_of(cell->id)];
    for (size_t i = 0; i < table->nlabels; i++)
        if (table->labels[i].row == cell->row &&
            table->blocks[table->labels[i].block].form == cell->block)
            return table->labels[i].match;
    return LABEL_EXACT;
}

bool rank_is_doubtful(const struct model *model, uint16_t var)
{
    const struct cell *cell = model->places[var].cell;
    if (!cell || model->places[var].is_prior)
        return false;
    enum label_match match = row_match(model->run->report, cell);
    return cell->placed_by_order || match == LABEL_FUZZY || match == LABEL_KEYWORDS ||
           match == LABEL_BY_ORDER ||
           model->run->report->tables[places_table_of(cell->id)].state == TABLE_DOUBTFUL;
}

static bool are_exchanged(const struct model *model, const struct candidate *one)
{
    return one->n == 2 && one->values[0] == model->system.vars[one->vars[1]].value &&
           one->values[1] == model->system.vars[one->vars[0]].value;
}

static bool are_neighbours(const struct model *model, const struct candidate *one)
{
    const struct variable *a = &model->system.vars[one->vars[0]];
    const struct variable *b = &model->system.vars[one->vars[1]];
    return a->row >= 0 && b->row >= 0 && abs(a->row - b->row) + abs(a->col - b->col) == 1;
}

static bool are_of_prose(const struct model *model, const struct candidate *one)
{
    for (size_t i = 0; i < one->n; i++)
        if (model->places[one->vars[i]].cell)
            return false;
    return true;
}

static int64_t change_of(const struct model *model, const struct candidate *one, size_t i)
{
    return one->values[i] - model->system.vars[one->vars[i]].value;
}

static bool is_total(const struct model *model, uint16_t var)
{
    const struct cell *cell = model->places[var].cell;
    return cell && cell->col + 1u == cell->block->ncols;
}

static int score_of(const struct model *model, uint16_t var, int64_t value, int distance)
{
    int64_t from = model->system.vars[var].value, change;
    const struct testimony *which;
    enum testimony_says says =
        model->places[var].is_prior || __builtin_sub_overflow(value, from, &change)
            ? TESTIMONY_NONE
            : testimony_of(model->run, model->places[var].cell, change, &which);
    if (says == TESTIMONY_CHANGED)
        return BORNE_OUT;
    return TENTHS + FURTHER * (distance - 1) + (from == 0 || value == 0) -
           (rank_is_doubtful(model, var) ? DOUBTFUL : 0) +
           (says == TESTIMONY_PRINTED ? CONFIRMED : 0);
}

struct candidate rank_values(const struct model *model, const uint16_t *vars, const int64_t *values,
                             size_t n)
{
    struct candidate one = {.vars = vars,
                            .values = values,
                            .n = n,
                            .broken = model_count_broken(model, vars, values, n),
                            .is_total = n == 1 && is_total(model, vars[0])};
    bool are_slips = true;
    for (size_t i = 0; i < n; i++) {
        int64_t from = model->system.vars[vars[i]].value;
        int distance = rank_distance(from, values[i]);
        are_slips &= distance == 1;
        one.distance += distance;
        one.score += score_of(model, vars[i], values[i], distance);
    }
    one.kind = are_slips ? REPAIR_TYPO : REPAIR_VALUE;
    if (are_exchanged(model, &one)) {
        one.kind = REPAIR_SWAP;
        one.score = are_neighbours(model, &one) ? TENTHS
                    : are_of_prose(model, &one) ? SWAP_TOLD
                                                : SWAP_FAR;
    } else if (!are_slips && n == 2 && change_of(model, &one, 0) == -change_of(model, &one, 1)) {
        one.kind = REPAIR_MOVE;
        one.score = MOVED;
    }
    return one;
}

/* One value and its row's total are as soon two slips in another row, but for small numbers. */
static int left_out_further(const struct candidate *one)
{
    enum { VALUE_AND_TOTAL = 2 };
    if (one->kind != REPAIR_ROW_ZERO || one->n > VALUE_AND_TOTAL)
        return 0;
    return LEFT_OUT * (rank_distance(0, one->values[0]) - 1);
}

static int distance_of(const struct model *model, const struct candidate *one)
{
    int distance = 0;
    for (size_t i = 0; i < one->n; i++)
        distance += rank_distance(model->system.vars[one->vars[i]].value, one->values[i]);
    return distance;
}

static struct candidate rank_shape(const struct model *model, enum repair_kind kind,
                                   const uint16_t *vars, const int64_t *values, size_t n)
{
    static const int scores[REPAIR_COUNT] = {
        [REPAIR_ROW_SHIFT] = 10,       [REPAIR_TOTAL] = 11,        [REPAIR_ROWS_SWAPPED] = 12,
        [REPAIR_COLUMNS_SWAPPED] = 12, [REPAIR_ROWS_SHIFTED] = 13, [REPAIR_ROW_COPIED] = 14,
        [REPAIR_ROW_ZERO] = 15,
    };
    struct candidate one = {.kind = kind,
                            .vars = vars,
                            .values = values,
                            .n = n,
                            .broken = model_count_broken(model, vars, values, n)};
    if (are_exchanged(model, &one))
        return rank_values(model, vars, values, n);
    one.score = scores[kind] + left_out_further(&one);
    one.distance = distance_of(model, &one);
    return one;
}

struct candidate rank_hit(const struct model *model, const struct shape_hit *hit)
{
    struct candidate one = rank_shape(model, hit->kind, hit->vars, hit->values, hit->n);
    one.score += one.kind == REPAIR_ROW_COPIED && hit->second > hit->first; /* eyes go down */
    return one;
}

struct candidate rank_band(const struct model *model, const struct band_hit *hit)
{
    struct candidate one = rank_shape(model, REPAIR_ROW_SHIFT, hit->vars, hit->values, hit->n);
    one.score -= IN_BANDS;
    return one;
}

struct candidate rank_operation(const struct model *model, const struct operation *one)
{
    if (one->kind != REPAIR_ROW_SHIFT)
        return rank_values(model, one->vars, one->values, one->n);
    return rank_shape(model, one->kind, one->vars, one->values, one->n);
}

struct candidate rank_pair(const struct model *model, const struct operation *const *pair)
{
    struct arena *arena = model->run->arena;
    const struct candidate a = rank_operation(model, pair[0]), b = rank_operation(model, pair[1]);
    uint16_t *vars = arena_array(arena, a.n + b.n, sizeof *vars);
    int64_t *values = arena_array(arena, a.n + b.n, sizeof *values);
    if (!vars || !values) {
        model->run->failed = true;
        return (struct candidate){.kind = REPAIR_SEVERAL};
    }
    memcpy(vars, a.vars, a.n * sizeof *vars);
    memcpy(vars + a.n, b.vars, b.n * sizeof *vars);
    memcpy(values, a.values, a.n * sizeof *values);
    memcpy(values + a.n, b.values, b.n * sizeof *values);
    return (struct candidate){.kind = REPAIR_SEVERAL,
                              .score = a.score + b.score + TOGETHER,
                              .broken = model_count_broken(model, vars, values, a.n + b.n),
                              .distance = a.distance + b.distance,
                              .vars = vars,
                              .values = values,
                              .n = a.n + b.n,
                              .parts = pair};
}

#define COMPARE(a, b)                                                                              \
    if ((a) != (b))                                                                                \
    return (a) < (b) ? -1 : 1

static int by_likelihood(const void *left, const void *right)
{
    const struct candidate *a = left, *b = right;
    COMPARE(a->broken, b->broken);
    COMPARE(a->score, b->score);
    COMPARE(a->n, b->n);
    COMPARE(a->distance, b->distance);
    COMPARE(b->is_total, a->is_total);
    for (size_t i = 0; i < a->n; i++)
        COMPARE(a->vars[i], b->vars[i]);
    for (size_t i = 0; i < a->n; i++)
        COMPARE(a->values[i], b->values[i]);
    return 0;
}

void rank_sort(struct candidate *candidates, size_t n)
{
    qsort(candidates, n, sizeof *candidates, by_likelihood);
}

bool rank_is_same(const struct candidate *a, const struct candidate *b)
{
    size_t same = 0;
    for (size_t i = 0; i < a->n && a->n == b->n; i++)
        for (size_t j = 0; j < b->n; j++)
            same += a->vars[i] == b->vars[j] && a->values[i] == b->values[j];
    return a->n == b->n && same == a->n;
}
