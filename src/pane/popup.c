/* Something said at length: a cell in full, a sum, a rule explained. */
#include <stdlib.h>

#include "pager.h"

void popup_pane_set(struct pane *pane, const char *title, const char *text)
{
    struct pager *pager = (struct pager *)pane;
    pager_clear(pager);
    str_format(&pager->text, "#%s\n%s", title, text);
}

static struct pane *popup_create(struct desk *desk)
{
    struct pager *pager = calloc(1, sizeof *pager);
    if (!pager)
        return NULL;
    pager_init(pager, &popup_pane_ops, desk);
    return &pager->pane;
}

const struct pane_ops popup_pane_ops = {
    .context = IN_HELP,
    .title = N_("in full"),
    .create = popup_create,
    .destroy = pager_destroy,
    .draw = pager_draw,
    .act = pager_act,
    .cursor = pager_cursor,
};
