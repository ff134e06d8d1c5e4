/* What need not be typed: templates with what they are about filled in, what was
 * written before, the evidence quoted. */
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "gouji/check/mask.h"

enum { QUOTE_NBYTES = 600 };

/* ---- what a note is about, in words ---- */

/* The passage a finding points at, or the sentence it speaks of. */
static struct slice finding_quote(const struct app *app, const struct finding *finding)
{
    if (finding->quote.nbytes)
        return finding->quote;
    return finding->nspans ? report_slice(desk_report(&app->desk), finding->spans[0])
                           : slice_of("");
}

static void add_evidence(const struct app *app, struct str *out)
{
    const struct target *target = &app->pending.target;
    struct slice text = slice_of("");
    if (target->finding >= 0)
        text = finding_quote(app, &desk_findings(&app->desk)->items[target->finding]);
    else if (target->cell)
        text = review_cell(app->document->review, target->cell).text;
    else if (!span_empty(target->span))
        text = report_slice(desk_report(&app->desk), target->span);
    if (text.nbytes > QUOTE_NBYTES) {
        text.nbytes = QUOTE_NBYTES;
        while (((unsigned char)text.ptr[text.nbytes] & 0xC0) == 0x80)
            text.nbytes--;
    }
    mask_append(review_findings(app->document->review), text, out);
}

static void add_place(const struct app *app, struct str *out)
{
    const struct target *target = &app->pending.target;
    char name[CELL_NAME_NBYTES];
    if (target->finding >= 0) {
        acts_finding_name(&desk_findings(&app->desk)->items[target->finding], name, sizeof name);
        str_add(out, name);
    } else if (target->cell) {
        app_cell_name(app, target->cell, name);
        str_add(out, name);
    } else if (!span_empty(target->span)) {
        str_format(out, "%s %zu", _("line"),
                   report_line_at(desk_report(&app->desk), target->span.start) + 1);
    } else {
        str_add(out, _("whole report"));
    }
}

static void add_message(const struct app *app, struct str *out)
{
    int item = app->pending.target.finding;
    if (item >= 0)
        str_add(out, desk_lang_text(&app->desk, desk_findings(&app->desk)->items[item].message));
}

/* ---- templates ---- */

typedef void fill_in(const struct app *app, struct str *out);

static const struct {
    const char *name;
    fill_in *fill;
} blanks[] = {{"{quote}", add_evidence}, {"{place}", add_place}, {"{message}", add_message}};

static void expand(const struct app *app, const char *template, struct str *out)
{
    while (template[0]) {
        size_t used = 0;
        for (size_t i = 0; i < sizeof blanks / sizeof *blanks && !used; i++)
            if (strncmp(template, blanks[i].name, strlen(blanks[i].name)) == 0) {
                used = strlen(blanks[i].name);
                blanks[i].fill(app, out);
            }
        if (!used && template[0] == '\\' && template[1] == 'n') {
            used = 2;
            str_byte(out, '\n');
        }
        if (!used) {
            used = 1;
            str_byte(out, template[0]);
        }
        template += used;
    }
}

static void visit_templates(struct app *app, wording_visit *visit, void *closure)
{
    struct str text = STR_INIT;
    for (size_t i = 0; i < app->config.ntemplates; i++) {
        str_clear(&text);
        expand(app, app->config.templates[i], &text);
        if (!text.failed)
            visit(closure, str_text(&text));
    }
    str_release(&text);
}

static void visit_notes(struct app *app, wording_visit *visit, void *closure)
{
    const struct note *notes = NULL;
    size_t n = review_notes(app->document->review, &notes);
    while (n-- > 0)
        visit(closure, notes[n].text);
}

static void visit_reasons(struct app *app, wording_visit *visit, void *closure)
{
    for (size_t i = 0; i < app->config.nreasons; i++)
        if (app->config.reasons[i].verdict == app->pending.verdict)
            visit(closure, app->config.reasons[i].text);
}

/* What has been written most lately comes first. */
static void visit_history(struct app *app, wording_visit *visit, void *closure)
{
    enum history history = app->prompt.history;
    for (size_t i = app->nhistory[history]; i > 0; i--)
        visit(closure, app->history[history][i - 1]);
}

void wording_each(struct app *app, wording_visit *visit, void *closure)
{
    enum history history = app->prompt.history;
    if (!app->document || history < HISTORY_NOTE)
        return;
    if (history == HISTORY_REASON)
        visit_reasons(app, visit, closure);
    else
        visit_templates(app, visit, closure);
    if (history == HISTORY_NOTE)
        visit_notes(app, visit, closure);
    visit_history(app, visit, closure);
}

/* Kept outside the verdict file, so without what privacy checks found. */
void wording_remember(struct app *app, enum history history, const char *text)
{
    char *masked = mask_copy(review_findings(app->document->review), text);
    if (masked)
        history_add(app, history, masked);
    free(masked);
}

void wording_quote(struct app *app)
{
    struct str quote = STR_INIT;
    if (app->document && app->prompt.history >= HISTORY_NOTE)
        add_evidence(app, &quote);
    if (quote.nbytes == 0)
        desk_say(&app->desk, TONE_PLAIN, _("There is nothing to quote here"));
    else if (!lineedit_paste(app->prompt.edit, str_slice(&quote)))
        desk_say(&app->desk, TONE_ERROR, _("The text is too long: at most %d bytes"),
                 LINEEDIT_MAX_NBYTES);
    app->prompt.draft_dirty |= app->prompt.drafts != NULL;
    str_release(&quote);
}
