/* Texts begun and not yet done with: kept in the journal while one types, or
 * in memory where the disk refuses them, and found again by kind and place. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>

#include "app_private.h"
#include "gouji/base/vec.h"

static struct review *review_of(const struct app *app)
{
    return app->document->review;
}

static void new_id(char id[64])
{
    uint16_t r[8] = {0};
    if (getrandom(r, sizeof r, 0) != (ssize_t)sizeof r)
        return;
    snprintf(id, 64, "urn:uuid:%04x%04x-%04x-4%03x-%04x-%04x%04x%04x", r[0], r[1], r[2],
             r[3] & 0xfffU, (r[4] & 0x3fffU) | 0x8000U, r[5], r[6], r[7]);
}

static bool same_place(const struct target *a, const struct target *b)
{
    bool same_cell = a->cell && b->cell ? strcmp(a->cell, b->cell) == 0 : a->cell == b->cell;
    return same_cell && a->finding == b->finding && a->span.start == b->span.start &&
           a->span.end == b->span.end;
}

/* A reason speaks for one verdict: begun for another it is another text. */
static enum verdict verdict_of(const struct app *app, const char *of)
{
    return strcmp(of, "reason") == 0 ? app->pending.verdict : VERDICT_NONE;
}

static const struct draft *find_draft(const struct app *app, const char *of)
{
    const struct draft *drafts = NULL;
    size_t n = review_drafts(review_of(app), &drafts);
    for (size_t i = 0; i < n; i++)
        if (strcmp(drafts[i].of, of) == 0 && drafts[i].verdict == verdict_of(app, of) &&
            same_place(&drafts[i].target, &app->pending.target))
            return &drafts[i];
    return NULL;
}

static struct unkept *find_unkept(const struct app *app, const char *of)
{
    for (size_t i = 0; i < app->nunkept; i++)
        if (app->unkept[i].document == app->document && strcmp(app->unkept[i].of, of) == 0 &&
            app->unkept[i].verdict == verdict_of(app, of) &&
            same_place(&app->unkept[i].target, &app->pending.target))
            return &app->unkept[i];
    return NULL;
}

static void drop_unkept(struct app *app, struct unkept *unkept)
{
    if (!unkept)
        return;
    free(unkept->text);
    *unkept = app->unkept[--app->nunkept];
}

void drafts_drop_unkept(struct app *app, const char *of)
{
    drop_unkept(app, find_unkept(app, of));
}

void drafts_release(struct app *app)
{
    for (size_t i = 0; i < app->nunkept; i++)
        free(app->unkept[i].text);
    free(app->unkept);
}

bool drafts_keep_in_memory(struct app *app, const char *of, const char *text)
{
    char *copy = strdup(text);
    drop_unkept(app, find_unkept(app, of));
    if (!copy ||
        vec_room(&app->unkept, &app->unkept_capacity, app->nunkept, sizeof *app->unkept) < 0) {
        free(copy);
        return false;
    }
    struct unkept *unkept = &app->unkept[app->nunkept++];
    *unkept = (struct unkept){app->document, of, verdict_of(app, of), app->pending.target, NULL};
    unkept->text = copy;
    app->document->acted = true;
    return true;
}

static int write_draft(struct app *app, const char *id, const char *of, const char *text,
                       struct err *err)
{
    struct draft draft = {id, of, text, verdict_of(app, of), app->pending.target};
    return review_draft(review_of(app), &draft, err);
}

bool drafts_keep(struct app *app)
{
    struct prompt *prompt = &app->prompt;
    struct err err = {0};
    if (!prompt->open || !prompt->drafts || !app->document || !app->reviewer[0])
        return false;
    if (!prompt->draft_dirty && !find_unkept(app, prompt->drafts))
        return find_draft(app, prompt->drafts) != NULL;
    prompt->draft_dirty = false;
    if (!prompt->draft_id[0])
        new_id(prompt->draft_id);
    const char *text = lineedit_text(prompt->edit);
    if (write_draft(app, prompt->draft_id, prompt->drafts, text, &err) == 0) {
        drop_unkept(app, find_unkept(app, prompt->drafts));
        app->document->acted = true;
        return true;
    }
    app_say_err(app, &err);
    bool kept = err.kind != ERR_READONLY && drafts_keep_in_memory(app, prompt->drafts, text);
    if (kept && err.kind == ERR_FULL)
        desk_say(&app->desk, TONE_ERROR, "%s",
                 _("The disk is full: the draft is kept in memory only; make room"));
    return kept;
}

void drafts_end(struct app *app, const char *of)
{
    const struct draft *draft = find_draft(app, of);
    char id[80];
    if (!draft)
        return;
    snprintf(id, sizeof id, "%s", draft->id);
    write_draft(app, id, of, "", NULL);
}

void drafts_open(struct app *app, struct prompt_spec spec)
{
    const struct draft *draft = find_draft(app, spec.drafts);
    struct unkept *unkept = spec.text ? NULL : find_unkept(app, spec.drafts);
    const char *found = unkept ? unkept->text : draft ? draft->text : NULL;
    char *text = found && !spec.text ? strdup(found) : NULL;
    char id[64];
    snprintf(id, sizeof id, "%s", draft ? draft->id : "");
    if (text)
        spec.text = text;
    if (prompt_open(app, &spec) == 0) {
        memcpy(app->prompt.draft_id, id, sizeof id);
        app->prompt.draft_dirty = unkept != NULL; /* the disk may take it now */
    }
    free(text);
}

void drafts_write(struct app *app, const char *of, const char *text)
{
    const struct draft *draft = find_draft(app, of);
    char id[80] = "";
    if (draft)
        snprintf(id, sizeof id, "%s", draft->id);
    else
        new_id(id);
    if (!draft || strcmp(draft->text, text) != 0)
        write_draft(app, id, of, text, NULL);
}
