#include "subject.h"

#include <stdlib.h>
#include <string.h>

#include "gouji/review/queue.h"

/* The reviewer whose verdict the queue would show for this file; NULL none. */
static char *find_reviewer(const struct command_context *context,
                           const struct review_options *options)
{
    struct queue *queue =
        queue_new(context->options->paths, 1, context->forms, context->rules, options, NULL);
    if (!queue)
        return NULL;
    char *name = NULL;
    if (queue_read_next(queue) && queue_count(queue) == 1 && queue_at(queue, 0)->reviewer)
        name = strdup(queue_at(queue, 0)->reviewer);
    queue_free(queue);
    return name;
}

static struct review *open_review(const struct command_context *context,
                                  const struct report *report, struct err *err)
{
    struct review_options options = {.reviewer = context->options->reviewer,
                                     .verdicts_dir = context->options->verdicts_dir,
                                     .tool_version = context->version,
                                     .build = context->build,
                                     .readonly = true};
    char *name = options.reviewer ? NULL : find_reviewer(context, &options);
    if (name)
        options.reviewer = name;
    struct review *review = review_open(report, NULL, context->rules, &options, err);
    free(name);
    return review;
}

int subject_open(const struct command_context *context, struct subject *subject)
{
    struct err err = {ERR_NONE, ""};
    *subject = (struct subject){NULL, NULL};
    subject->report = report_open(context->options->paths[0], context->forms, &err);
    if (subject->report)
        subject->review = open_review(context, subject->report, &err);
    if (!subject->report || !subject->review) {
        output_complain_about(context->options->paths[0], err.text);
        report_free(subject->report);
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
}
