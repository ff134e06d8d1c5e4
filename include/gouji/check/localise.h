/* Which value is wrong, when balances fail: what would have to be changed for
 * all of them to hold, how many explanations there are, and whose fault it is.
 * A proposal for a person to decide; neither report nor checks change by it.
 *
 * Structural slips (values exchanged, a row shifted) count as one operation
 * each; otherwise as few values as possible are changed, exactly: at most four
 * that hang together, and ten in all, within a fixed amount of work: `is_whole`
 * says whether every explanation of that size was seen. */
#ifndef GOUJI_CHECK_LOCALISE_H
#define GOUJI_CHECK_LOCALISE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gouji/base/message.h"
#include "gouji/text/span.h"

enum repair_kind {
    REPAIR_TYPO,         /* one digit, or two neighbours exchanged, in each value */
    REPAIR_SWAP,         /* two values exchanged */
    REPAIR_ROW_SHIFT,    /* a row's values stand a place too far */
    REPAIR_ROWS_SWAPPED, /* two rows, two columns exchanged whole */
    REPAIR_COLUMNS_SWAPPED,
    REPAIR_ROWS_SHIFTED, /* all rows from one on stand a row too far */
    REPAIR_ROW_COPIED,   /* a row holds its neighbour's numbers */
    REPAIR_TOTAL, /* a total, or a row of results, left out or taken from elsewhere, throughout */
    REPAIR_ROW_ZERO, /* a row left out whole, for which zeros are printed */
    REPAIR_SEVERAL,  /* two of these, or one and a value, each named by its row's own sum */
    REPAIR_MOVE,     /* an amount entered in the wrong place */
    REPAIR_VALUE,    /* other numbers */
    REPAIR_COUNT,
};
const char *repair_kind_name(enum repair_kind kind); /* "typo", "swap", "row-shift" … */

/* A value that should be another one. */
struct change {
    const char *cell; /* id, "TXT.<n>" of the prose, "prior:<id>" of last year's report */
    const char *name[LANG_COUNT]; /* 表三（四）1 自然人 */
    int64_t from, to;
    bool is_here;   /* in this report, not in last year's */
    bool was_blank; /* nothing is printed: `from` says nothing */
    int distance;   /* digits exchanged, replaced, dropped or added between the two */
    struct span span;
};

struct repair {
    enum repair_kind kind;
    int score; /* tenths; the smaller the likelier */
    const struct change *changes;
    size_t nchanges;
    const char *const *witnesses; /* figures of the prose and cells of last year's report
                                     that bear the new values out, as ids */
    size_t nwitnesses;
    const char *text[LANG_COUNT]; /* 表三（四）1 自然人: 5 应为 3 */
};

enum fault { FAULT_REPORT, FAULT_READING, FAULT_PROSE, FAULT_PRIOR };
const char *fault_name(enum fault fault); /* "report" "reading" "prose" "prior" */

/* What is to blame for one cause; shared by its findings. */
struct culprit {
    const struct repair *repairs; /* the likeliest first; at most CULPRIT_MAX_REPAIRS */
    size_t nrepairs;
    size_t nfound;                    /* explanations there are; more than are kept */
    size_t changes;                   /* values changed by the first one */
    size_t accepted;                  /* of them, by every one, accepted by the reviewer */
    bool is_whole;                    /* no further explanation is as small */
    bool is_unique;                   /* the only one, and every one was looked for */
    size_t searched;                  /* up to so many changes when nothing was found */
    enum fault fault;                 /* of the likeliest */
    const char *evidence[LANG_COUNT]; /* for that */
    const char *line[LANG_COUNT];     /* the whole in one line */
};

enum { CULPRIT_MAX_REPAIRS = 8 };
#define CULPRIT_METHOD "fellegi-holt/1"

#endif
