#include "gouji/review/compare.h"

#include "format.h"
#include "gouji/review/agency.h"
#include "subject.h"

/* `gouji compare OLD NEW`: what a report that was sent in again has mended. */

/* Two reports of other years or other agencies are no versions of one another. */
static int judge_pair(const struct report *before, const struct report *after, struct err *err)
{
    if (before->who.year && after->who.year && before->who.year != after->who.year)
        return err_set(err, ERR_USAGE,
                       _("%s: of %d, the other of %d; two versions of one year are compared"),
                       after->path, after->who.year, before->who.year);
    struct arena *arena = arena_new();
    const char *a = arena ? agency_fold(arena, before->who.agency) : NULL;
    const char *b = arena ? agency_fold(arena, after->who.agency) : NULL;
    const char *a_core = a ? agency_core(arena, a) : NULL,
               *b_core = b ? agency_core(arena, b) : NULL;
    if (a_core && b_core && agency_compare(a, a_core, b, b_core) < AGENCY_ALIKE)
        output_complain_about(after->path,
                              _("names another agency than the other; compared all the same"));
    arena_free(arena);
    return 0;
}

static bool is_left(const struct comparison *made)
{
    if (made->sent_back[COMPARED_STANDS] + made->sent_back[COMPARED_CHANGED] > 0)
        return true;
    for (size_t i = 0; i < made->nproblems; i++)
        if (made->problems[i].fate == COMPARED_NEW &&
            made->problems[i].after->severity == SEVERITY_ERROR)
            return true;
    return false;
}

static void print(const struct command_context *context, const struct comparison *made,
                  struct str *text)
{
    if (context->options->format == FORMAT_JSON) {
        comparison_write_json(made, context->lang, text);
        output_exact(context->out, str_slice(text));
    } else {
        comparison_write(made, context->lang, text);
        str_byte(text, '\n');
        format_switched(context->rules, context->lang, text);
        str_append(&context->out->pending, str_slice(text));
    }
}

static int compare(const struct command_context *context, const struct subject *subject,
                   const struct report *after, struct err *err)
{
    struct findings *findings = findings_make(after, subject->prior, context->rules, NULL, 0, err);
    struct comparison *made = findings ? comparison_make(subject->review, findings, err) : NULL;
    struct str text = STR_INIT;
    int status = STATUS_TROUBLE;
    if (made) {
        print(context, made, &text);
        status = is_left(made) ? STATUS_ERRORS : STATUS_CLEAN;
        if (text.failed)
            status = err_set_nomem(err) ? STATUS_TROUBLE : status;
    }
    str_release(&text);
    comparison_free(made);
    findings_free(findings);
    return status;
}

int command_compare(const struct command_context *context)
{
    struct subject subject;
    struct err err = {ERR_NONE, ""};
    const char *path = context->options->paths[1];
    if (subject_open(context, &subject) != 0)
        return STATUS_TROUBLE;
    struct report *after = report_open(path, context->forms, &err);
    int status = STATUS_TROUBLE;
    if (after && judge_pair(subject.report, after, &err) == 0)
        status = compare(context, &subject, after, &err);
    if (err.kind != ERR_NONE)
        output_complain_about(path, err.text);
    report_free(after);
    subject_close(&subject);
    return status;
}
