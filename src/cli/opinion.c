#include <stdio.h>
#include <string.h>

#include "subject.h"

/* `gouji opinion`: the numbered problems to send back. */

static enum opinion_format format_of(const struct options *options)
{
    if (options->format == FORMAT_MARKDOWN)
        return OPINION_MARKDOWN;
    const char *dot = options->output ? strrchr(options->output, '.') : NULL;
    return dot && strcmp(dot, ".md") == 0 ? OPINION_MARKDOWN : OPINION_TEXT;
}

static int deliver(const struct command_context *context, const struct review *review,
                   const struct str *text, struct err *err)
{
    const char *path = context->options->output;
    if (!path || strcmp(path, "-") == 0) {
        output_exact(context->out, str_slice(text));
        return 0;
    }
    return review_opinion_save(review, path, str_slice(text), err);
}

int command_opinion(const struct command_context *context)
{
    struct subject subject;
    if (subject_open(context, &subject) != 0)
        return STATUS_TROUBLE;
    struct err err = {ERR_NONE, ""};
    struct str text = STR_INIT;
    int rc = review_opinion(subject.review, format_of(context->options), context->lang,
                            context->options->all, &text, &err);
    if (rc == 0 && text.failed)
        rc = err_set_nomem(&err);
    if (rc == 0)
        rc = deliver(context, subject.review, &text, &err);
    if (rc != 0)
        output_complain(err.text);
    str_release(&text);
    subject_close(&subject);
    return rc == 0 ? STATUS_CLEAN : STATUS_TROUBLE;
}
