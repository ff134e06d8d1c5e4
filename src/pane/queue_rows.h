/* The rows of the queue: the reports that pass the filter, sorted, in groups if
 * asked for, then the files that were left out. Made anew only when something has
 * changed, since there may be ten thousand. */
#ifndef GOUJI_PANE_QUEUE_ROWS_H
#define GOUJI_PANE_QUEUE_ROWS_H

#include "gouji/base/arena.h"
#include "gouji/base/str.h"
#include "gouji/pane/desk.h"
#include "gouji/pane/pane.h"
#include "gouji/review/filter.h"
#include "tags.h"

enum queue_sort {
    SORT_NAME,
    SORT_STATE,
    SORT_ERRORS,
    SORT_WARNINGS,
    SORT_UNDECIDED,
    SORT_OPEN,
    SORT_YEAR,
    SORT_AGENCY,
    SORT_COUNT
};
enum queue_group { GROUP_NONE, GROUP_STATE, GROUP_AGENCY, GROUP_YEAR, GROUP_COUNT };

enum queue_row_kind { QUEUE_ROW_REPORT, QUEUE_ROW_SKIPPED, QUEUE_ROW_GROUP };

/* What stands in the totals line, and in that of a group. */
struct queue_sums {
    size_t reports, states[QUEUE_FAILED + 1];
    size_t errors, warnings, infos, undecided, entries, decided, stale;
};

struct queue_row {
    enum queue_row_kind kind;
    size_t index; /* of the report, the file left out, the group's first report */
    size_t group; /* index into groups, for QUEUE_ROW_GROUP */
    /* Of the file its path, of a group its name: what the row is known by when the queue has
     * moved under the indexes. NULL: memory was short. */
    const char *name;
};

struct queue_rows {
    const struct desk *desk;
    struct queue_row *items;
    size_t count, capacity;
    size_t *shown; /* the reports that pass, in their order */
    size_t nshown, shown_capacity;
    size_t nskipped; /* files left out that pass */
    struct queue_sums total, *groups;
    size_t ngroups, groups_capacity;
    struct arena *names; /* of the groups; NULL: there are none */

    struct filter *filter; /* NULL: none */
    enum queue_sort sort;
    bool reversed;
    enum queue_group group;
    struct tags tags, folded; /* paths; names of groups */

    bool dirty;
    unsigned long serial;  /* how often they were made */
    unsigned long version; /* of the queue, when the rows were made */
};

void queue_rows_release(struct queue_rows *rows);
/* Makes the rows anew if need be; true when it did. */
bool queue_rows_make(struct queue_rows *rows);

const struct queue_item *queue_rows_report(const struct queue_rows *rows, size_t index);
const struct queue_skipped *queue_rows_skipped(const struct queue_rows *rows, size_t index);
const char *queue_state_text(const struct queue_item *item);
/* What is searched in. */
void queue_rows_text(const struct queue_rows *rows, const struct queue_row *row, struct str *out);
/* "3 reports" */
void queue_rows_count_text(size_t nreports, struct str *out);
/* The group a report is in. */
void queue_rows_group_name(const struct queue_rows *rows, size_t index, struct str *out);
bool queue_rows_match(const struct queue_rows *rows, const struct queue_row *row,
                      const struct filter *filter);

#endif
