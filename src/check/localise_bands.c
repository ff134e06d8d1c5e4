#include "localise_bands.h"

#include <string.h>

#include "places.h"

enum { LAST = BANDS_CELLS - 1, NONE = -1 };

/* The row as it is printed, and as it would be. */
struct strip {
    const struct model *model;
    struct bands *out;
    int vars[BANDS_CELLS];
    int64_t printed[BANDS_CELLS], values[BANDS_CELLS];
    int deduced; /* the place of the value that no printed number is put to; NONE */
};

static int64_t sum_of_band(const int64_t *band)
{
    int64_t sum = 0;
    for (size_t i = 0; i + 1 < BAND_COLS; i++)
        sum += band[i];
    return sum;
}

static bool holds(const int64_t *band)
{
    return sum_of_band(band) == band[BAND_COLS - 1];
}

/* False: a place has no number, or one that somebody has looked at. */
static bool find_cells(struct strip *strip)
{
    const struct model *model = strip->model;
    size_t n = 0;
    for (size_t v = 0; v < model->system.nvars; v++) {
        const struct place_of *place = &model->places[v];
        const struct variable *var = &model->system.vars[v];
        if (!place->cell || place->is_prior || places_table_of(place->cell->id) != TABLE_T4)
            continue;
        size_t at = (size_t)place->cell->row * BAND_COLS + place->cell->col;
        if (var->is_unknown || var->is_fixed || at > LAST || place->cell->col >= BAND_COLS)
            return false;
        strip->vars[at] = (int)v;
        strip->printed[at] = var->value;
        n++;
    }
    return n == BANDS_CELLS;
}

static bool any_fails(const struct strip *strip)
{
    for (size_t b = 0; b < BANDS; b++)
        if (!holds(&strip->printed[b * BAND_COLS]))
            return true;
    return false;
}

/* The value at `at` that its band's others leave for it. */
static void deduce(struct strip *strip, size_t at)
{
    int64_t *band = &strip->values[at / BAND_COLS * BAND_COLS];
    size_t col = at % BAND_COLS;
    strip->values[at] = 0;
    band[col] = col + 1 == BAND_COLS ? sum_of_band(band) : band[BAND_COLS - 1] - sum_of_band(band);
    strip->deduced = (int)at;
}

static int64_t change_at(const struct strip *strip, uint16_t var)
{
    for (size_t i = 0; i < BANDS_CELLS; i++)
        if (strip->vars[i] == var)
            return strip->values[i] - strip->printed[i];
    return 0;
}

static bool is_of_strip(const struct strip *strip, const struct equation *equation)
{
    for (size_t t = 0; t < equation->count; t++)
        for (size_t i = 0; i < BANDS_CELLS; i++)
            if (strip->vars[i] == strip->model->system.terms[equation->first + t].var)
                return true;
    return false;
}

/* Whether all that has a value of the row holds; *nfailing: what did not as it is printed. */
static bool all_hold(const struct strip *strip, size_t *nfailing)
{
    const struct system *system = &strip->model->system;
    *nfailing = 0;
    for (size_t i = 0; i < system->neqs; i++) {
        const struct equation *equation = &system->eqs[i];
        int64_t residual = equation->residual;
        if (!is_of_strip(strip, equation))
            continue;
        *nfailing += model_fails(strip->model, i);
        for (size_t t = 0; t < equation->count; t++)
            residual += change_at(strip, system->terms[equation->first + t].var) *
                        system->terms[equation->first + t].coef;
        if (equation->is_open || residual != 0)
            return false;
    }
    return true;
}

/* Bands that fail as printed, and hold with printed numbers in other places. */
static size_t count_borne_out(const struct strip *strip)
{
    size_t n = 0;
    for (size_t b = 0; b < BANDS; b++)
        n += !holds(&strip->printed[b * BAND_COLS]) && holds(&strip->values[b * BAND_COLS]) &&
             (strip->deduced < 0 || (size_t)strip->deduced / BAND_COLS != b);
    return n;
}

static bool is_known(const struct bands *bands, const struct band_hit *hit)
{
    for (size_t i = 0; i < bands->nhits; i++)
        if (bands->hits[i].n == hit->n &&
            memcmp(bands->hits[i].vars, hit->vars, hit->n * sizeof *hit->vars) == 0 &&
            memcmp(bands->hits[i].values, hit->values, hit->n * sizeof *hit->values) == 0)
            return true;
    return false;
}

/* Keeps what the values are set to, if everything speaks for it. */
static void judge(struct strip *strip, size_t fewest)
{
    struct bands *out = strip->out;
    struct band_hit hit = {.n = 0};
    size_t nfailing;
    for (size_t i = 0; i < BANDS_CELLS; i++) {
        if (strip->values[i] < 0)
            return;
        if (strip->values[i] == strip->printed[i])
            continue;
        hit.vars[hit.n] = (uint16_t)strip->vars[i];
        hit.values[hit.n++] = strip->values[i];
    }
    if (hit.n > 1 && out->nhits < BANDS_MAX_HITS && count_borne_out(strip) > 0 &&
        all_hold(strip, &nfailing) && nfailing >= fewest && !is_known(out, &hit))
        out->hits[out->nhits++] = hit;
}

static void begin(struct strip *strip)
{
    memcpy(strip->values, strip->printed, sizeof strip->values);
    strip->deduced = NONE;
}

/* A value too many at `at`, that says nothing of its own: the last has fallen off. */
static void try_too_many(struct strip *strip, size_t at)
{
    const int64_t *printed = strip->printed;
    if (printed[at] != 0 && printed[at] != printed[at + 1])
        return;
    begin(strip);
    memmove(strip->values + at, printed + at + 1, (LAST - at) * sizeof *printed);
    deduce(strip, LAST);
    judge(strip, 2);
}

/* One lost at `at`: what stands last has been filled in. */
static void try_lost(struct strip *strip, size_t at)
{
    const int64_t *printed = strip->printed;
    if (printed[LAST] != 0 && printed[LAST] != printed[LAST - 1])
        return;
    begin(strip);
    memmove(strip->values + at + 1, printed + at, (LAST - at) * sizeof *printed);
    deduce(strip, at);
    judge(strip, 2);
}

/* The total of a band before its parts, of which two are not 0. */
static void try_total_first(struct strip *strip, size_t band)
{
    const int64_t *printed = &strip->printed[band * BAND_COLS];
    int64_t *values = &strip->values[band * BAND_COLS];
    size_t nparts = 0;
    for (size_t i = 1; i < BAND_COLS; i++)
        nparts += printed[i] != 0;
    begin(strip);
    memcpy(values, printed + 1, (BAND_COLS - 1) * sizeof *values);
    values[BAND_COLS - 1] = printed[0];
    judge(strip, nparts > 1 ? 1 : 2);
}

void bands_run(const struct model *model, struct bands *bands)
{
    struct strip strip = {.model = model, .out = bands};
    bands->nhits = 0;
    if (!find_cells(&strip) || !any_fails(&strip))
        return;
    for (size_t b = 0; b < BANDS; b++)
        try_total_first(&strip, b);
    for (size_t at = 0; at < LAST; at++) {
        try_too_many(&strip, at);
        try_lost(&strip, at);
    }
}

bool bands_are_in(const struct model *model, const struct band_hit *hit, int part)
{
    for (size_t i = 0; i < hit->n; i++)
        if (model->system.eqs[model->system.vars[hit->vars[i]].eqs[0]].part != part)
            return false;
    return true;
}

void bands_join(struct model *model, const struct bands *bands)
{
    struct system *system = &model->system;
    for (size_t h = 0; h < bands->nhits; h++)
        for (size_t i = 0; i < bands->hits[h].n; i++) {
            int a = system->eqs[system->vars[bands->hits[h].vars[i]].eqs[0]].part;
            int b = system->eqs[system->vars[bands->hits[h].vars[0]].eqs[0]].part;
            for (size_t e = 0; a != b && e < system->neqs; e++)
                if (system->eqs[e].part == a || system->eqs[e].part == b)
                    system->eqs[e].part = a < b ? a : b;
        }
}
