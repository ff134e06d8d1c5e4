/* The search for the fewest wrong values: against trying every set, and on
 * tables with planted slips. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "../../src/check/localise_system.h"
#include "localise_table.h"

enum { LIMIT = 200000 };

static void look_for(const struct system *system, int part, size_t most, struct search *search)
{
    struct solver *solver = search_begin(system, part, false, search);
    assert_non_null(solver);
    search_go_on(solver, 1, LIMIT); /* the search goes on from there */
    search_go_on(solver, most, LIMIT);
    search_end(solver);
}

/* ---- brute force ---- */

enum { SMALL_VARS = 9, SMALL_EQS = 6 };

struct fraction_free {
    int64_t a[SMALL_EQS][SEARCH_MAX_CHANGES + 1];
    size_t n, k;
};

/* Solves for the changes of a set; false when there is none or many. */
static bool solve_set(struct fraction_free *m, int64_t *changes)
{
    for (size_t c = 0; c < m->k; c++) {
        size_t pivot = c;
        while (pivot < m->n && m->a[pivot][c] == 0)
            pivot++;
        if (pivot == m->n)
            return false;
        for (size_t j = 0; j <= m->k; j++) {
            int64_t swap = m->a[c][j];
            m->a[c][j] = m->a[pivot][j];
            m->a[pivot][j] = swap;
        }
        for (size_t i = 0; i < m->n; i++) {
            int64_t factor = m->a[i][c], by = m->a[c][c];
            for (size_t j = 0; i != c && j <= m->k; j++)
                m->a[i][j] = m->a[i][j] * by - m->a[c][j] * factor;
        }
    }
    for (size_t i = m->k; i < m->n; i++)
        if (m->a[i][m->k] != 0)
            return false;
    for (size_t c = 0; c < m->k; c++) {
        if (m->a[c][m->k] % m->a[c][c] != 0)
            return false;
        changes[c] = m->a[c][m->k] / m->a[c][c];
    }
    return true;
}

static bool set_repairs(const struct system *system, const uint16_t *set, size_t k)
{
    struct fraction_free m = {.n = system->neqs, .k = k};
    int64_t changes[SEARCH_MAX_CHANGES];
    for (size_t i = 0; i < system->neqs; i++) {
        for (size_t t = 0; t < system->eqs[i].count; t++)
            for (size_t c = 0; c < k; c++)
                if (system->terms[system->eqs[i].first + t].var == set[c])
                    m.a[i][c] += system->terms[system->eqs[i].first + t].coef;
        m.a[i][k] = -system->eqs[i].residual;
    }
    if (!solve_set(&m, changes))
        return false;
    for (size_t c = 0; c < k; c++)
        if (changes[c] == 0 || system->vars[set[c]].value + changes[c] < 0)
            return false;
    return true;
}

static bool was_found(const struct search *search, const uint16_t *set, size_t k)
{
    for (size_t i = 0; i < search->nfound; i++) {
        size_t hits = 0;
        for (size_t a = 0; a < k; a++)
            for (size_t b = 0; b < k; b++)
                hits += search->found[i].vars[a] == set[b];
        if (search->changes == k && hits == k)
            return true;
    }
    return false;
}

static size_t next_set(uint16_t *set, size_t k, size_t n)
{
    size_t i = k;
    while (i-- > 0)
        if (set[i] + (k - i) < n) {
            set[i]++;
            for (size_t j = i + 1; j < k; j++)
                set[j] = (uint16_t)(set[j - 1] + 1);
            return 1;
        }
    return 0;
}

/* How many sets of k repair; each must have been found. */
static size_t compare_all(const struct system *system, const struct search *search, size_t k)
{
    uint16_t set[SEARCH_MAX_CHANGES];
    size_t n = 0;
    for (size_t i = 0; i < k; i++)
        set[i] = (uint16_t)i;
    do {
        bool repairs = set_repairs(system, set, k);
        n += repairs;
        if (repairs && (search->changes == 0 || search->changes > k || !was_found(search, set, k)))
            fail_msg("a set of %zu repairs and was not found", k);
    } while (next_set(set, k, system->nvars));
    return n;
}

static void random_system(struct system *system, uint64_t *seed)
{
    memset(system, 0, sizeof *system);
    system->nvars = SMALL_VARS;
    for (size_t v = 0; v < system->nvars; v++)
        system->vars[v].value = (int64_t)(table_random(seed) % 12);
    size_t neqs = 2 + table_random(seed) % (SMALL_EQS - 1);
    for (size_t i = 0; i < neqs; i++) {
        struct term terms[SMALL_VARS];
        size_t n = 0;
        for (size_t v = 0; v < SMALL_VARS; v++)
            if (table_random(seed) % 5 < 2)
                terms[n++] = (struct term){(uint16_t)v, table_random(seed) % 2 ? 1 : -1};
        system_add(system, terms, n, (int64_t)(table_random(seed) % 7));
    }
    system_settle(system);
    for (size_t i = 0; i < system->neqs; i++) /* as one part, as brute force takes it */
        system->eqs[i].part = 0;
}

static void equals_brute_force(void **state)
{
    (void)state;
    uint64_t seed = 7;
    size_t nchecked = 0;
    struct search *search = malloc(sizeof *search);
    struct system *system = malloc(sizeof *system);
    assert_non_null(search);
    assert_non_null(system);
    while (nchecked < 10000) {
        random_system(system, &seed);
        if (!system_fails(system, 0))
            continue;
        look_for(system, 0, 3, search);
        assert_false(search->is_cut);
        for (size_t k = 1; k <= 3; k++) {
            size_t n = compare_all(system, search, k);
            if (search->changes == k)
                assert_int_equal(n, search->nfound);
            if (n > 0)
                break;
        }
        nchecked++;
    }
    free(search);
    free(system);
}

/* ---- table three ---- */

struct tally {
    size_t ncases, nminimal, nonly;
};

static void try_slips(struct tally *tally, const struct balanced *form, size_t nslips,
                      uint64_t *seed, struct search *search)
{
    struct balanced table = *form;
    uint16_t planted[SEARCH_MAX_CHANGES];
    balanced_fill(&table, 1453, seed);
    for (size_t i = 0; i < nslips; i++) {
        uint16_t var;
        bool again;
        do {
            var = (uint16_t)(table_random(seed) % table.system.nvars);
            again = false;
            for (size_t j = 0; j < i; j++)
                again |= planted[j] == var;
        } while (again);
        planted[i] = var;
        table.system.vars[var].value = balanced_slip(table.system.vars[var].value, seed);
    }
    assert_true(system_settle(&table.system));
    look_for(&table.system, table.system.eqs[0].part, nslips, search);
    bool is_minimal = was_found(search, planted, nslips);
    tally->ncases++;
    tally->nminimal += is_minimal;
    tally->nonly += is_minimal && search->nfound == 1;
}

static void slips(void **state)
{
    (void)state;
    static const struct {
        size_t nslips, ncases;
        double only;
    } rows[] = {{1, 10000, 1.0}, {2, 3000, 0.98}, {3, 1000, 0.95}};
    static const size_t nleaves[] = {21, 19}; /* the forms of 2021 and 2019 */
    struct search *search = malloc(sizeof *search);
    assert_non_null(search);
    for (size_t f = 0; f < 2; f++)
        for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) {
            struct balanced *form = malloc(sizeof *form);
            struct tally tally = {0};
            uint64_t seed = 11 + i;
            assert_non_null(form);
            balanced_form(form, nleaves[f]);
            for (size_t n = 0; n < rows[i].ncases; n++)
                try_slips(&tally, form, rows[i].nslips, &seed, search);
            free(form);
            print_message("%zu slips of %zu rows: %zu cases, %zu minimal, %zu only\n",
                          rows[i].nslips, nleaves[f] + 4, tally.ncases, tally.nminimal,
                          tally.nonly);
            /* Three slips look, now and then, like two others. */
            size_t fewest = rows[i].nslips > 2 ? tally.ncases * 99 / 100 : tally.ncases;
            assert_true(tally.nminimal >= fewest);
            assert_true((double)tally.nonly >= rows[i].only * (double)tally.ncases);
        }
    free(search);
}

/* A blank is no number: one wrong value is found beside it all the same. */
static void unknowns_cost_nothing(void **state)
{
    (void)state;
    struct balanced *table = malloc(sizeof *table);
    struct search *search = malloc(sizeof *search);
    uint64_t seed = 3;
    assert_non_null(table);
    assert_non_null(search);
    for (size_t n = 0; n < 300; n++) {
        balanced_form(table, 21);
        balanced_fill(table, 1453, &seed);
        uint16_t blank = (uint16_t)(table_random(&seed) % table->system.nvars), wrong;
        do
            wrong = (uint16_t)(table_random(&seed) % table->system.nvars);
        while (wrong == blank);
        int64_t truth = table->system.vars[wrong].value;
        table->system.vars[blank].is_unknown = true;
        table->system.vars[blank].value = 0;
        table->system.vars[wrong].value = truth + 1000;
        system_settle(&table->system);
        look_for(&table->system, table->system.eqs[0].part, 1, search);
        assert_int_equal(search->changes, 1);
        bool found = false;
        for (size_t i = 0; i < search->nfound; i++)
            found |= search->found[i].vars[0] == wrong && search->found[i].values[0] == truth;
        assert_true(found);
    }
    free(table);
    free(search);
}

static void fixed_values_stay(void **state)
{
    (void)state;
    struct system *system = calloc(1, sizeof *system);
    struct search *search = malloc(sizeof *search);
    struct term terms[] = {{0, 1}, {1, 1}, {2, -1}};
    assert_non_null(system);
    assert_non_null(search);
    system->nvars = 3;
    system->vars[0].value = 2;
    system->vars[1].value = 3;
    system->vars[2].value = 6;
    system->vars[0].is_fixed = true;
    assert_true(system_add(system, terms, 3, 0));
    assert_true(system_settle(system));
    look_for(system, 0, 1, search);
    assert_int_equal(search->nfound, 2);
    for (size_t i = 0; i < 2; i++)
        assert_int_not_equal(search->found[i].vars[0], 0);
    free(system);
    free(search);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(equals_brute_force),
        cmocka_unit_test(slips),
        cmocka_unit_test(unknowns_cost_nothing),
        cmocka_unit_test(fixed_values_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
