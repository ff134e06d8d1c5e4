/* The rows of the findings pane: one a cause's head, its members below, what it
 * left undecided folded into one row, then the reviewer's own problems. A filter
 * takes out what does not match, and unfolds what does. */
#ifndef GOUJI_PANE_FINDINGS_ROWS_H
#define GOUJI_PANE_FINDINGS_ROWS_H

#include "gouji/base/str.h"
#include "gouji/pane/desk.h"
#include "gouji/review/filter.h"
#include "tags.h"

enum row_kind { ROW_FINDING, ROW_FOLD, ROW_PROBLEM };

struct finding_row {
    enum row_kind kind;
    size_t index; /* of the finding, the fold's head, the problem */
    int depth;
    size_t nfolded;
};

struct finding_rows {
    const struct desk *desk;
    struct finding_row *items;
    size_t count, capacity;
    size_t ntotal, nshown; /* findings and problems, of the report and through the filter */
    struct filter *filter; /* NULL: none */
    struct tags tags;      /* by the report's path and the finding's name */
    int unfolded;          /* head whose undecided children are shown, -1 */
};

void finding_rows_release(struct finding_rows *rows);
void finding_rows_build(struct finding_rows *rows);

const struct finding *finding_rows_finding(const struct finding_rows *rows, size_t index);
/* Of a row of that kind, by its index. */
const struct problem *finding_rows_problem(const struct finding_rows *rows, size_t index);
/* The verdict as shown; whether it needs another look. */
const char *finding_rows_verdict(const struct finding_rows *rows, const struct finding_row *row,
                                 bool *stale);
/* What is searched in. */
void finding_rows_text(const struct finding_rows *rows, const struct finding_row *row,
                       struct str *out);
bool finding_rows_match(const struct finding_rows *rows, const struct finding_row *row,
                        const struct filter *filter);

bool finding_rows_is_tagged(const struct finding_rows *rows, const struct finding_row *row);
/* False when the row cannot be tagged, or memory is short. */
bool finding_rows_tag(struct finding_rows *rows, const struct finding_row *row, bool tagged);
/* The findings of this report that are tagged, shown or not; room for all of them
 * in `items`, which may be NULL. */
size_t finding_rows_tagged(const struct finding_rows *rows, size_t *items);

#endif
