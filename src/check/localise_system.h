/* The balances of a report as exact linear equations, and the search for the
 * fewest values that must be other ones (Fellegi and Holt): integers only, no
 * bound guessed, nothing picked at random. Private to src/check. */
#ifndef GOUJI_SRC_CHECK_LOCALISE_SYSTEM_H
#define GOUJI_SRC_CHECK_LOCALISE_SYSTEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
    SYSTEM_MAX_VARS = 256,
    SYSTEM_MAX_EQS = 80,
    SYSTEM_MAX_TERMS = 1024,
    SYSTEM_MAX_USES = 8, /* equations one value stands in */
};

struct variable {
    int64_t value;   /* as printed; 0 when unknown, which says nothing */
    bool is_unknown; /* blank, absent, unplaced …: any value, at no cost */
    bool is_blank;   /* nothing is printed: a count, which other sums may tell */
    bool is_settled; /* such a one that a sum leaves nothing for, if that sum is right */
    bool is_fixed;   /* somebody has looked: never changed */
    bool is_signed;  /* may be below 0 */
    bool is_told;    /* a figure of the prose: it may be copied from a wrong table */
    int row, col;    /* place in its table, -1 for what has none */
    uint16_t nuses;
    uint16_t eqs[SYSTEM_MAX_USES];
    int8_t coefs[SYSTEM_MAX_USES];
};

struct term {
    uint16_t var;
    int8_t coef;
};

/* constant + sum of coef * value = 0 */
struct equation {
    uint16_t first, count; /* terms */
    int64_t constant;
    bool is_open;     /* has an unknown */
    int64_t residual; /* of what is known; not 0: fails, unless open */
    int part;         /* equations linked by values share it */
};

struct system {
    struct variable vars[SYSTEM_MAX_VARS];
    struct equation eqs[SYSTEM_MAX_EQS];
    struct term terms[SYSTEM_MAX_TERMS];
    size_t nvars, neqs, nterms;
};

/* Adds an equation; false when it does not fit (nothing is added). */
bool system_add(struct system *system, const struct term *terms, size_t nterms, int64_t constant);

/* Residuals and parts; call once all equations are in. False: a sum is too large. */
bool system_settle(struct system *system);

bool system_fails(const struct system *system, int part);

enum { SEARCH_MAX_CHANGES = 10, SEARCH_MAX_FOUND = 256 };

struct solution {
    size_t n;
    uint16_t vars[SEARCH_MAX_CHANGES];
    int64_t values[SEARCH_MAX_CHANGES]; /* what they should be */
};

struct search {
    struct solution found[SEARCH_MAX_FOUND]; /* all of one size, the smallest that does */
    size_t nfound;
    bool is_cut;    /* the limit of work or of room was met */
    bool is_loose;  /* a value is not determined: never only one explanation */
    size_t changes; /* of each found; 0 none */
    size_t reached; /* sizes up to this one were searched whole */
    size_t work;
};

struct solver;

/* Begins to search the equations of one part for all smallest sets of values. With `frees_blanks`
 * a settled blank may be any number again. NULL: no memory. */
struct solver *search_begin(const struct system *system, int part, bool frees_blanks,
                            struct search *search);
/* Sets of at most `most` values, unless smaller ones are found already, in `work` steps of some
 * tens of nanoseconds. */
void search_go_on(struct solver *solver, size_t most, size_t work);
void search_end(struct solver *solver);

#endif
