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

static void add_cell(const struct app *app, const char *id, struct str *out)
{
    char name[CELL_NAME_NBYTES];
    app_cell_name(app, id, name);
    str_add(out, name);
}

static void add_line(const struct app *app, struct span span, struct str *out)
{
    str_format(out, "%s %zu", _("line"), report_line_at(desk_report(&app->desk), span.start) + 1);
}

static const char *cell_at(const struct finding *finding, struct span span)
{
    for (size_t i = 0; i < finding->nseen; i++)
        if (finding->seen[i].cell && finding->seen[i].span.start == span.start &&
            finding->seen[i].span.end == span.end)
            return finding->seen[i].cell;
    return NULL;
}

/* Where its quote stands; nothing where it has none. */
static void add_finding_place(const struct app *app, const struct finding *finding, struct str *out)
{
    const char *cell = finding->nspans ? cell_at(finding, finding->spans[0]) : NULL;
    if (cell)
        add_cell(app, cell, out);
    else if (finding->nspans)
        add_line(app, finding->spans[0], out);
}

static void add_place(const struct app *app, struct str *out)
{
    const struct target *target = &app->pending.target;
    if (target->finding >= 0) {
        add_finding_place(app, &desk_findings(&app->desk)->items[target->finding], out);
    } else if (target->cell) {
        add_cell(app, target->cell, out);
    } else if (!span_empty(target->span)) {
        add_line(app, target->span, out);
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

bool wording_has_blanks(const char *text)
{
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (strstr(text, blanks[i].name))
            return true;
    return false;
}

/* What nothing is known for stays as it is, to be written by hand. */
static void expand(const struct app *app, const char *template, struct str *out)
{
    while (template[0]) {
        size_t used = 0;
        for (size_t i = 0; i < sizeof blanks / sizeof *blanks && !used; i++)
            if (strncmp(template, blanks[i].name, strlen(blanks[i].name)) == 0) {
                size_t before = out->nbytes;
                used = strlen(blanks[i].name);
                blanks[i].fill(app, out);
                if (out->nbytes == before)
                    str_add(out, blanks[i].name);
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
