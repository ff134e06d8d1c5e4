/* The tables pane's own state, shared by its files: motion and drawing. */
#ifndef GOUJI_PANE_TABLES_PANE_H
#define GOUJI_PANE_TABLES_PANE_H

#include "gouji/pane/pane.h"
#include "list.h"
#include "sheet.h"

struct tables_pane {
    struct pane pane;
    struct sheet sheet;
    int built_cols;
    bool built_padded; /* as width_is_padded was */
    bool stale;
    struct list list;  /* over the sheet's rows */
    size_t col;        /* cursor */
    size_t origin_col; /* where it was when a search began to be typed */
    size_t first_col;  /* first value column shown */
    unsigned wish;
    int cursor_row, cursor_col;
    struct arena *arena; /* of what is said of the cell under the cursor; NULL: not known */
    const char *about;   /* its id */
    const struct use *uses;
    size_t nuses;
};

const struct sheet_row *tables_row(const struct tables_pane *tables, size_t index);
/* Lays the sheet out where it is stale, and takes up the cell wished for. */
void tables_prepare(struct tables_pane *tables, int ncols);
/* The balances that the cell under the cursor is part of, for the status line. */
void tables_find_uses(struct tables_pane *tables);
void tables_forget_uses(struct tables_pane *tables);
/* Whether evidence is of a cell of a table the form does not know: a value seen in it, or
 * a place within it. */
bool tables_speaks_of(struct span evidence, bool is_value, struct span cell);
/* Scrolls on until the cursor's row is seen under the header that stays above. */
void tables_put_cursor_last(struct tables_pane *tables);
void tables_subtitle(const struct pane *pane, struct str *out);
void tables_status(const struct pane *pane, struct str *out);
void tables_draw(struct pane *pane, struct area area, bool focused);

#endif
