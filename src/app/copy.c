/* What the cursor stands at, into the clipboard of the reviewer's terminal. It
 * is sent, not known to have arrived: many terminals ask first or refuse. */
#include <stdlib.h>

#include "app_private.h"
#include "gouji/text/sanitise.h"

/* More than this is dropped by common terminals without a word. */
enum { COPY_MAX_NBYTES = 74000 };

static void add_finding(const struct app *app, const struct finding *finding, struct str *out)
{
    str_format(out, "%s %s: %s", finding->rule->id, finding->instance,
               desk_lang_text(&app->desk, finding->message));
    if (finding_sum(finding, app->desk.lang))
        str_format(out, "  %s", finding_sum(finding, app->desk.lang));
}

/* As printed; a cell the reviewer reads otherwise as he reads it. */
static void add_target(const struct app *app, const struct target *target, struct str *out)
{
    const struct report *report = desk_report(&app->desk);
    if (target->finding >= 0)
        add_finding(app, &desk_findings(&app->desk)->items[target->finding], out);
    else if (target->cell)
        str_append(out, review_cell(app->document->review, target->cell).text);
    else if (!span_empty(target->span))
        str_append(out, report_slice(report, target->span));
    else
        str_add(out, report->path);
}

static void add_here(struct app *app, struct str *out)
{
    const struct pane *pane = app->panes[app->focus];
    struct target target = TARGET_REPORT;
    size_t index;
    if (app->overlay == PANE_POPUP) {
        popup_pane_text(app->panes[PANE_POPUP], out);
    } else if (!app->document) {
        if (queue_pane_index(app->panes[PANE_QUEUE], &index))
            str_add(out, queue_at(app->queue, index)->path);
    } else if (app->focus == PANE_NOTES) {
        notes_pane_text(pane, out);
    } else if (!pane->ops->target || pane->ops->target(pane, &target)) {
        add_target(app, &target, out);
    }
}

unsigned copy_here(struct app *app)
{
    struct str text = STR_INIT, clean = STR_INIT;
    if (app->config.clipboard == TERM_CLIPBOARD_OFF) {
        desk_say(&app->desk, TONE_PLAIN, _("Copying is off; :set clipboard=raw turns it on"));
        return REACT_REDRAW;
    }
    add_here(app, &text);
    sanitise_append(&clean, str_slice(&text), 1);
    if (text.failed || clean.failed || clean.nbytes == 0)
        desk_say(&app->desk, TONE_PLAIN, _("There is nothing to copy here"));
    else if (clean.nbytes > COPY_MAX_NBYTES)
        desk_say(&app->desk, TONE_ERROR, _("Too long to copy: %zu bytes, at most %d"), clean.nbytes,
                 COPY_MAX_NBYTES);
    else {
        app->ops->copy(app->screen, str_slice(&clean));
        desk_say(&app->desk, TONE_OK,
                 getenv("TMUX") && app->config.clipboard == TERM_CLIPBOARD_RAW
                     ? _("Sent to the terminal; tmux passes it on only with "
                         "\"set -s set-clipboard on\"")
                     : _("Sent to the terminal's clipboard, if it takes it"));
    }
    str_release(&text);
    str_release(&clean);
    return REACT_REDRAW;
}
