/* The messages of this session, the last one first. */
#include <stdlib.h>
#include <time.h>

#include "pager.h"

static void messages_refresh(struct pane *pane)
{
    struct pager *pager = (struct pager *)pane;
    const struct desk *desk = pane->desk;
    pager_clear(pager);
    for (size_t i = desk->nmessages; i-- > 0;) {
        time_t at = (time_t)desk->messages[i].at;
        struct tm local;
        char clock[16] = "";
        if (localtime_r(&at, &local))
            strftime(clock, sizeof clock, "%H:%M:%S", &local);
        str_format(&pager->text, "%s %s %s\n", clock,
                   desk->messages[i].tone == TONE_ERROR ? "!" : " ", desk->messages[i].text);
    }
    if (desk->nmessages == 0)
        str_add(&pager->text, _("No messages yet"));
}

static struct pane *messages_create(struct desk *desk)
{
    struct pager *pager = calloc(1, sizeof *pager);
    if (!pager)
        return NULL;
    pager_init(pager, &messages_pane_ops, desk);
    return &pager->pane;
}

const struct pane_ops messages_pane_ops = {
    .context = IN_HELP,
    .title = N_("messages"),
    .create = messages_create,
    .destroy = pager_destroy,
    .draw = pager_draw,
    .act = pager_act,
    .preview = pager_preview,
    .cursor = pager_cursor,
    .refresh = messages_refresh,
};
