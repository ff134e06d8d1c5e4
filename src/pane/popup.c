/* Something said at length: a cell in full, a sum, a rule explained. */
#include <stdlib.h>

#include "pager.h"

struct popup_pane {
    struct pager pager;
    struct str title;
};

void popup_pane_set(struct pane *pane, const char *title, const char *text)
{
    struct popup_pane *popup = (struct popup_pane *)pane;
    str_clear(&popup->title);
    str_add(&popup->title, title);
    pager_clear(&popup->pager);
    str_add(&popup->pager.text, text);
    desk_mask(pane->desk, 0, &popup->pager.text);
}

void popup_pane_text(const struct pane *pane, struct str *out)
{
    str_append(out, str_slice(&((const struct popup_pane *)pane)->pager.text));
}

static void popup_subtitle(const struct pane *pane, struct str *out)
{
    str_append(out, str_slice(&((const struct popup_pane *)pane)->title));
}

static void popup_destroy(struct pane *pane)
{
    str_release(&((struct popup_pane *)pane)->title);
    pager_destroy(pane);
}

static struct pane *popup_create(struct desk *desk)
{
    struct popup_pane *popup = calloc(1, sizeof *popup);
    if (!popup)
        return NULL;
    pager_init(&popup->pager, &popup_pane_ops, desk);
    return &popup->pager.pane;
}

const struct pane_ops popup_pane_ops = {
    .context = IN_HELP,
    .create = popup_create,
    .destroy = popup_destroy,
    .draw = pager_draw,
    .act = pager_act,
    .preview = pager_preview,
    .cursor = pager_cursor,
    .subtitle = popup_subtitle,
};
