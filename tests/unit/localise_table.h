/* A table three that balances, with numbers drawn at random, and slips of
 * the kinds people make. */
#ifndef GOUJI_TESTS_LOCALISE_TABLE_H
#define GOUJI_TESTS_LOCALISE_TABLE_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/check/localise_system.h"

enum { TABLE_COLUMNS = 7 };

static inline uint64_t table_random(uint64_t *seed)
{
    *seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    uint64_t x = *seed ^ (*seed >> 29);
    return (x * UINT64_C(0x9E3779B97F4A7C15)) >> 33;
}

/* Rows: new, carry_in, the leaves, total, carry_out. */
struct balanced {
    struct system system;
    size_t nleaves, nrows;
};

static inline uint16_t balanced_var(size_t row, size_t col)
{
    return (uint16_t)(row * TABLE_COLUMNS + col);
}

static inline void balanced_form(struct balanced *table, size_t nleaves)
{
    struct system *system = &table->system;
    struct term terms[64];
    memset(table, 0, sizeof *table);
    table->nleaves = nleaves;
    table->nrows = nleaves + 4;
    system->nvars = table->nrows * TABLE_COLUMNS;
    for (size_t v = 0; v < system->nvars; v++) {
        system->vars[v].row = (int)(v / TABLE_COLUMNS);
        system->vars[v].col = (int)(v % TABLE_COLUMNS);
    }
    for (size_t c = 0; c < TABLE_COLUMNS; c++) {
        terms[0] = (struct term){balanced_var(0, c), 1};
        terms[1] = (struct term){balanced_var(1, c), 1};
        terms[2] = (struct term){balanced_var(nleaves + 2, c), -1};
        terms[3] = (struct term){balanced_var(nleaves + 3, c), -1};
        system_add(system, terms, 4, 0);
    }
    for (size_t r = 0; r < table->nrows; r++) {
        for (size_t c = 0; c < TABLE_COLUMNS; c++)
            terms[c] = (struct term){balanced_var(r, c), c + 1 < TABLE_COLUMNS ? 1 : -1};
        system_add(system, terms, TABLE_COLUMNS, 0);
    }
    for (size_t c = 0; c < TABLE_COLUMNS; c++) {
        for (size_t r = 0; r < nleaves; r++)
            terms[r] = (struct term){balanced_var(r + 2, c), 1};
        terms[nleaves] = (struct term){balanced_var(nleaves + 2, c), -1};
        system_add(system, terms, nleaves + 1, 0);
    }
}

static inline int64_t *balanced_at(struct balanced *table, size_t row, size_t col)
{
    return &table->system.vars[balanced_var(row, col)].value;
}

enum { BALANCED_MOST_ROWS = 32 };

/* How many of all applications fall to each row and column. */
struct shares {
    uint64_t rows[BALANCED_MOST_ROWS], cols[TABLE_COLUMNS - 1];
};

/* Natural persons most of all, results of every kind alike: neighbours are much
 * alike, and exchanges hard to tell. */
static inline void balanced_alike(struct shares *shares, size_t nleaves, uint64_t *seed)
{
    static const unsigned cols[TABLE_COLUMNS - 1] = {45, 20, 8, 7, 9, 11};
    (void)seed;
    for (size_t i = 0; i < nleaves; i++)
        shares->rows[i] = 1;
    for (size_t i = 0; i + 1 < TABLE_COLUMNS; i++)
        shares->cols[i] = cols[i];
}

/* Drawn anew: some rows and columns hold most of all, many hold little. */
static inline void balanced_varied(struct shares *shares, size_t nleaves, uint64_t *seed)
{
    for (size_t i = 0; i < nleaves; i++) {
        uint64_t part = 1 + table_random(seed) % 100;
        shares->rows[i] = part * part * part;
    }
    for (size_t i = 0; i + 1 < TABLE_COLUMNS; i++) {
        uint64_t part = 1 + table_random(seed) % 100;
        shares->cols[i] = part * part * part;
    }
}

static inline size_t balanced_draw(const uint64_t *shares, size_t n, uint64_t *seed)
{
    uint64_t sum = 0;
    for (size_t i = 0; i < n; i++)
        sum += shares[i];
    uint64_t dice = table_random(seed) % sum;
    size_t at = 0;
    while (dice >= shares[at])
        dice -= shares[at++];
    return at;
}

/* So many applications. */
static inline void balanced_spread(struct balanced *table, size_t volume,
                                   const struct shares *shares, uint64_t *seed)
{
    size_t total = table->nleaves + 2, out = table->nleaves + 3;
    for (size_t v = 0; v < table->system.nvars; v++)
        table->system.vars[v].value = 0;
    for (size_t i = 0; i < volume; i++) {
        size_t col = balanced_draw(shares->cols, TABLE_COLUMNS - 1, seed);
        size_t row = balanced_draw(shares->rows, table->nleaves, seed);
        ++*balanced_at(table, row + 2, col);
        ++*balanced_at(table, total, col);
    }
    for (size_t c = 0; c + 1 < TABLE_COLUMNS; c++) {
        int64_t results = *balanced_at(table, total, c);
        int64_t left = results > 0 ? (int64_t)(table_random(seed) % 20) % (results + 1) : 0;
        int64_t before = (int64_t)(table_random(seed) % 20) % (results + left + 1);
        *balanced_at(table, out, c) = left;
        *balanced_at(table, 1, c) = before;
        *balanced_at(table, 0, c) = results + left - before;
    }
    for (size_t r = 0; r < table->nrows; r++)
        for (size_t c = 0; c + 1 < TABLE_COLUMNS; c++)
            *balanced_at(table, r, 6) += *balanced_at(table, r, c);
}

static inline void balanced_fill(struct balanced *table, size_t volume, uint64_t *seed)
{
    struct shares shares;
    balanced_alike(&shares, table->nleaves, seed);
    balanced_spread(table, volume, &shares, seed);
}

/* Another number: a digit for another, two exchanged, one dropped, one added. */
static inline int64_t balanced_slip(int64_t value, uint64_t *seed)
{
    for (;;) {
        char digits[32], slip[32];
        snprintf(digits, sizeof digits, "%lld", (long long)value);
        size_t n = strlen(digits), at = table_random(seed) % n;
        memcpy(slip, digits, sizeof slip);
        switch (value == 0 ? 0 : table_random(seed) % 4) {
        case 0:
            slip[at] = (char)('0' + table_random(seed) % 10);
            break;
        case 1:
            if (at + 1 < n) {
                slip[at] = digits[at + 1];
                slip[at + 1] = digits[at];
            }
            break;
        case 2:
            memmove(slip + at, slip + at + 1, n - at);
            break;
        default:
            memmove(slip + at + 1, slip + at, n - at + 1);
            slip[at] = (char)('0' + table_random(seed) % 10);
        }
        int64_t other = strtoll(slip, NULL, 10);
        if (other != value)
            return other;
    }
}

#endif
