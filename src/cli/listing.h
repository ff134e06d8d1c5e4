/* Rows of texts under heads: for people in columns as wide as they need, on a
 * terminal clipped with ~ to its width, and for spreadsheets. */
#ifndef GOUJI_SRC_CLI_LISTING_H
#define GOUJI_SRC_CLI_LISTING_H

#include "gouji/base/arena.h"
#include "gouji/cli/output.h"

struct listing_column {
    const char *head;
    int least;     /* columns it keeps when room is short; 0: it is never clipped */
    bool is_right; /* numbers */
    int spare;     /* left out, the highest first, where even clipped all do not fit, and where
                      all its texts are empty; 0: never */
};

struct listing {
    struct arena *arena;                  /* owned */
    const struct listing_column *columns; /* borrowed */
    size_t ncolumns;
    struct slice *texts; /* nrows * ncolumns */
    size_t nrows, capacity;
};

/* -1: no memory. */
int listing_init(struct listing *listing, const struct listing_column *columns, size_t ncolumns);
void listing_release(struct listing *listing);

/* A new row of empty texts; what was set while memory was short is empty. */
void listing_add_row(struct listing *listing);
/* Sets a text of the last row; copied. NULL leaves it empty. */
void listing_set(struct listing *listing, size_t column, const char *text);
void listing_format(struct listing *listing, size_t column, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Sanitised; `ncols` wide at most, 0: as wide as it gets. Below stands which
 * columns were left out. -1: no memory. */
int listing_print(const struct listing *listing, int ncols, struct output *out);
int listing_print_csv(const struct listing *listing, struct output *out);

/* Columns of the terminal that out goes to; 0 when it is none. */
int listing_room(const struct output *out);

#endif
