/* What is written on request: the verdict file, the opinion, and into the journal what
 * only the verdict file still knows. */
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "gouji/base/path.h"

unsigned writing_save(struct app *app)
{
    struct err err = {0};
    if (!app->document)
        return REACT_NOTHING;
    const struct review *review = app->document->review;
    if (!review_is_dirty(review)) {
        desk_say(&app->desk, TONE_PLAIN, _("Nothing new to write"));
    } else if (review_is_readonly(review) && !review_save_trouble(review)) {
        review_say_readonly(review, &err);
        app_say_err(app, &err);
    } else if (documents_save(app, app->document) == 0) {
        desk_say(&app->desk, TONE_OK, _("Written: %s"), review_verdict_path(review));
    }
    return REACT_REDRAW;
}

static bool is_markdown(const char *path)
{
    size_t n = path ? strlen(path) : 0;
    return n > 3 && strcmp(path + n - 3, ".md") == 0;
}

unsigned writing_opinion(struct app *app, const char *name)
{
    struct err err = {0};
    char *path = name ? path_from_home(name) : NULL;
    struct str out = STR_INIT;
    int status =
        review_opinion(app->document->review, is_markdown(path) ? OPINION_MARKDOWN : OPINION_TEXT,
                       LANG_ZH, false, &out, &err);
    if (name && !path)
        status = err_set_nomem(&err);
    if (status == 0 && path)
        status = review_opinion_save(app->document->review, path, str_slice(&out), &err);
    if (status < 0)
        app_say_err(app, &err);
    else if (path)
        desk_say(&app->desk, TONE_OK, _("Written: %s"), path);
    else
        app_page(app, _("The opinion"), str_text(&out));
    str_release(&out);
    free(path);
    return REACT_REDRAW;
}

/* Where the journal is missing or cut, what the verdict file still knows. */
unsigned writing_recover(struct app *app)
{
    struct err err = {0};
    struct review *review = app->document ? app->document->review : NULL;
    if (!review || !review_missing(review)) {
        desk_say(&app->desk, TONE_PLAIN, _("Nothing is missing from the journal"));
        return REACT_REDRAW;
    }
    acts_finish(app, review_recover(review, &err), &err, _("Taken back from the verdict file"));
    return REACT_REDRAW;
}
