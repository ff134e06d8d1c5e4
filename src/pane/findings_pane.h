/* The pane of findings, shared by what draws it and what acts on it. */
#ifndef GOUJI_PANE_FINDINGS_PANE_H
#define GOUJI_PANE_FINDINGS_PANE_H

#include "filter_line.h"
#include "findings_rows.h"
#include "gouji/pane/pane.h"
#include "list.h"

struct findings_pane {
    struct pane pane;
    struct list list;
    struct finding_rows rows;
    struct filter_line filter;
    char kept[160]; /* "rule/instance" under the cursor, over a re-run */
    unsigned wish;
    int cursor_row;
};

/* The row under the cursor, NULL none. */
const struct finding_row *findings_row_here(const struct findings_pane *pane);
/* Takes over what was chosen elsewhere. */
void findings_follow_desk(struct findings_pane *pane);
void findings_draw(struct pane *base, struct area area, bool focused);

#endif
