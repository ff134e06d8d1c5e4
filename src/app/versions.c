/* Two versions of one year's report side by side: what the later one mended. */
#include <stdlib.h>
#include <string.h>

#include "app_private.h"
#include "gouji/base/path.h"
#include "gouji/review/compare.h"

/* Who has decided on the other version, as the queue knows. */
static const char *reviewer_of(const struct app *app, const char *path)
{
    for (size_t i = 0; i < queue_count(app->queue); i++) {
        const struct queue_item *item = queue_at(app->queue, i);
        if (strcmp(item->path, path) == 0 && item->reviewer)
            return item->reviewer;
    }
    return app->reviewer[0] ? app->reviewer : NULL;
}

static const char *root_of(const struct app *app, const char *path)
{
    for (size_t i = 0; i < queue_count(app->queue); i++)
        if (strcmp(queue_at(app->queue, i)->path, path) == 0)
            return queue_at(app->queue, i)->root;
    return NULL;
}

static int days_of(const struct date *date)
{
    return date->year * 10000 + date->month * 100 + date->day;
}

static bool is_decided(const struct review *review)
{
    const struct log_entry *log;
    return review_log(review, &log) > 0;
}

/* The earlier one was signed earlier, else it is the one that was reviewed, else
 * the older file. */
static bool is_earlier(const struct review *a, const struct review *b)
{
    const struct report *left = review_report(a), *right = review_report(b);
    int on_left = days_of(&left->who.signature_date),
        on_right = days_of(&right->who.signature_date);
    if (on_left && on_right && on_left != on_right)
        return on_left < on_right;
    if (is_decided(a) != is_decided(b))
        return is_decided(a);
    return left->source_mtime < right->source_mtime;
}

static void show(struct app *app, const struct review *other)
{
    const struct review *here = app->document->review;
    bool later_is_here = !is_earlier(here, other);
    const struct review *earlier = later_is_here ? other : here;
    const struct review *later = later_is_here ? here : other;
    struct err err = {0};
    struct comparison *made = comparison_make(earlier, review_findings(later), &err);
    if (made &&
        versions_pane_set(app->panes[PANE_VERSIONS], made, app->desk.lang, later_is_here) == 0)
        app->overlay = PANE_VERSIONS;
    else if (made)
        err_set_nomem(&err);
    if (err.kind != ERR_NONE)
        app_say_err(app, &err);
    comparison_free(made);
}

static void compare_with(struct app *app, const char *path)
{
    struct err err = {0};
    const struct review_options options = {.reviewer = reviewer_of(app, path),
                                           .root = root_of(app, path),
                                           .verdicts_dir = app->options->verdicts_dir,
                                           .tool_version = app->options->tool_version,
                                           .lang = app->options->lang,
                                           .build = app->options->build,
                                           .readonly = true};
    struct report *report = report_open(path, app->forms, &err);
    struct review *other =
        report ? review_open(report, app->document->prior, app->rules, &options, &err) : NULL;
    const struct identity *who = &app->document->report->who;
    if (!other)
        app_say_err(app, &err);
    else if (who->year && report->who.year && who->year != report->who.year)
        desk_say(&app->desk, TONE_ERROR, _("That report is of %d, this one of %d"),
                 report->who.year, who->year);
    else
        show(app, other);
    review_close(other, NULL);
    report_free(report);
}

unsigned versions_compare(struct app *app, const char *path)
{
    size_t position = 0;
    struct err err = {0};
    if (!app->document) {
        desk_say(&app->desk, TONE_PLAIN, _("No report is open; %s opens one"),
                 desk_keys(&app->desk, IN_QUEUE, ACTION_FOLLOW));
        return REACT_REDRAW;
    }
    if (!path || !*path)
        path = queue_version(app->queue, app->document->report, &position);
    char *whole = path ? path_from_home(path) : NULL;
    if (whole)
        compare_with(app, whole);
    else if (path && err_set_nomem(&err))
        app_say_err(app, &err);
    else
        desk_say(&app->desk, TONE_PLAIN,
                 _("The queue holds no other version of this year's report; :versions FILE names "
                   "one"));
    free(whole);
    return REACT_LAYOUT | REACT_REDRAW;
}

unsigned versions_follow(struct app *app)
{
    struct target target;
    if (!versions_pane_target(app->panes[PANE_VERSIONS], &target)) {
        desk_say(&app->desk, TONE_PLAIN, _("This version has no place for that line"));
        return REACT_REDRAW;
    }
    desk_jump_from(&app->desk);
    if (target.finding >= 0) {
        app_focus(app, PANE_FINDINGS);
        desk_select(&app->desk, target.finding, -1);
    } else if (target.cell) {
        app_focus(app, PANE_TABLES);
        desk_show_cell(&app->desk, target.cell);
    } else {
        app_focus(app, PANE_TEXT);
        desk_show_text(&app->desk, target.span);
    }
    return REACT_LAYOUT | REACT_REDRAW;
}
