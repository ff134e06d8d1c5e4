#include "reviewers.h"

#include <string.h>

#include "gouji/base/message.h"
#include "gouji/pane/desk.h"

const char *reviewers_state(enum queue_state state, enum conclusion conclusion)
{
    if (state == QUEUE_CONCLUDED)
        return desk_conclusion_text(conclusion);
    if (state == QUEUE_FAILED)
        return _("unreadable");
    return state == QUEUE_IN_REVIEW ? _("in review") : _("new");
}

static void add(struct str *out, const char *name, const char *state)
{
    str_add(out, out->nbytes ? _(", ") : "");
    str_format(out, _("%s (%s)"), name, state);
}

size_t reviewers_list(const struct queue_item *item, const char *shown, struct str *out)
{
    bool adds_own = item->reviewer && shown && strcmp(item->reviewer, shown) != 0;
    size_t n = adds_own;
    if (adds_own)
        add(out, item->reviewer, reviewers_state(item->state, item->conclusion));
    for (size_t i = 0; i < item->nothers; i++) {
        const struct queue_other *other = &item->others[i];
        if (shown && strcmp(other->name, shown) == 0)
            continue;
        add(out, other->name, reviewers_state(other->state, other->conclusion));
        n++;
    }
    return n;
}
