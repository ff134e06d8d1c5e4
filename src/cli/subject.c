#include "subject.h"

#include <stdlib.h>
#include <string.h>

#include "gouji/base/path.h"
#include "gouji/review/agency.h"
#include "gouji/review/queue.h"
#include "reviewers.h"

/* One review is taken of several: nobody must think that it is the only one. */
static void tell_others(const struct report *report, const struct review *review,
                        const struct queue_item *item)
{
    const struct log_entry *log;
    const char *shown = review_reviewer(review);
    struct str names = STR_INIT, text = STR_INIT;
    if (shown && reviewers_list(item, shown, &names) > 0) {
        str_format(
            &text,
            review_log(review, &log) > 0
                ? _("this is the review of %s; others have reviewed it too: %s; --reviewer "
                    "says whose is taken")
                : _("%s has not reviewed this report; others have: %s; --reviewer says whose "
                    "is taken"),
            shown, str_text(&names));
        output_complain_about(report->path, str_text(&text));
    }
    str_release(&names);
    str_release(&text);
}

static struct review *open_review(const struct command_context *context,
                                  const struct report *report, struct err *err)
{
    struct review_options options = {.reviewer = context->options->reviewer,
                                     .verdicts_dir = context->options->verdicts_dir,
                                     .tool_version = context->version,
                                     .build = context->build,
                                     .readonly = true};
    struct queue *queue =
        queue_new(context->options->paths, 1, context->forms, context->rules, &options, NULL);
    bool is_read = queue && queue_read_next(queue) && queue_count(queue) == 1;
    const struct queue_item *item = is_read ? queue_at(queue, 0) : NULL;
    if (!options.reviewer && item)
        options.reviewer = item->reviewer;
    struct review *review = review_open(report, NULL, context->rules, &options, err);
    if (review && item)
        tell_others(report, review, item);
    queue_free(queue);
    return review;
}

/* ---- last year's report ---- */

/* The report of this text in the folder of `path`; NULL when it is not there. */
static struct report *find_text(const struct command_context *context, const char *path,
                                const char *text_sha256)
{
    char *dir = path_dir(path);
    const char *folder = dir;
    const struct review_options options = {.readonly = true};
    struct queue *queue =
        dir ? queue_new(&folder, 1, context->forms, context->rules, &options, NULL) : NULL;
    struct report *found = NULL;
    for (size_t i = 0; queue && !found && i < queue_count(queue); i++) {
        found = report_open(queue_at(queue, i)->path, context->forms, NULL);
        if (found && strcmp(found->text_sha256, text_sha256) != 0) {
            report_free(found);
            found = NULL;
        }
    }
    queue_free(queue);
    free(dir);
    return found;
}

/* A report given for nothing must not look like one that agreed; of the same year it is a
 * version. */
static void judge_prior(const char *path, const struct report *report, const struct report *prior)
{
    const struct identity *now = &report->who, *then = &prior->who;
    bool is_apart =
        now->year && then->year && then->year != now->year - 1 && then->year != now->year;
    struct arena *arena = arena_new();
    const char *a = arena ? agency_fold(arena, now->agency) : NULL;
    const char *b = arena ? agency_fold(arena, then->agency) : NULL;
    const char *a_core = a ? agency_core(arena, a) : NULL;
    const char *b_core = b ? agency_core(arena, b) : NULL;
    if (is_apart)
        output_complain_about(path, _("of no report named here the year before; the checks across "
                                      "two years were not made with it"));
    else if (a_core && b_core && agency_compare(a, a_core, b, b_core) == AGENCY_OTHER)
        output_complain_about(path, _("by its name another agency's; taken as last year's report, "
                                      "as --prior says"));
    arena_free(arena);
}

/* The review rests on last year's report too: without it, what was decided on
 * the two years together would be left out without a word. */
static int take_prior(const struct command_context *context, struct subject *subject,
                      struct err *err)
{
    const char *path = context->options->prior;
    const char *text = path ? NULL : review_prior_text(subject->review);
    if (path && !(subject->prior = report_open(path, context->forms, err)))
        return -1;
    if (path)
        judge_prior(path, subject->report, subject->prior);
    if (text && !(subject->prior = find_text(context, subject->report->path, text)))
        output_complain_about(subject->report->path,
                              _("reviewed together with last year's report, which is not found "
                                "beside it now; name it with --prior"));
    return subject->prior ? review_set_prior(subject->review, subject->prior, err) : 0;
}

int subject_open(const struct command_context *context, struct subject *subject)
{
    struct err err = {ERR_NONE, ""};
    *subject = (struct subject){NULL, NULL, NULL};
    subject->report = report_open(context->options->paths[0], context->forms, &err);
    if (subject->report)
        subject->review = open_review(context, subject->report, &err);
    if (!subject->report || !subject->review || take_prior(context, subject, &err) != 0) {
        output_complain_about(subject->review && context->options->prior
                                  ? context->options->prior
                                  : context->options->paths[0],
                              err.text);
        subject_close(subject);
        return -1;
    }
    const char *notice = review_notice(subject->review);
    if (notice)
        output_complain_about(subject->report->path, notice);
    return 0;
}

void subject_close(struct subject *subject)
{
    review_close(subject->review, NULL);
    report_free(subject->report);
    report_free(subject->prior);
}
