#include "filter_line.h"

#include "gouji/base/message.h"

void filter_line_release(struct filter_line *line)
{
    str_release(&line->text);
    str_release(&line->before);
}

static void keep(struct str *kept, const char *text)
{
    if (text == str_text(kept))
        return;
    str_clear(kept);
    str_add(kept, text);
}

bool filter_line_set(struct filter_line *line, struct filter **filter, enum filter_subject subject,
                     const char *text, struct err *err)
{
    struct filter *parsed = filter_parse(text, subject, err);
    if (!parsed)
        return false;
    filter_free(*filter);
    *filter = parsed;
    keep(&line->text, text);
    return true;
}

const char *filter_line_preview(struct filter_line *line, enum filter_subject subject,
                                const char *text)
{
    if (!line->previewing)
        keep(&line->before, str_text(&line->text));
    line->previewing = text != NULL;
    if (!text)
        return str_text(&line->before);
    return filter_ends_in_field(text, subject) ? str_text(&line->text) : text;
}

const char *filter_line_kept(const struct filter_line *line, const struct filter *filter)
{
    return filter_asks(filter, FILTER_TAG) ? "" : str_text(&line->text);
}

void filter_line_status(const struct filter_line *line, const struct filter *filter, size_t nshown,
                        size_t ntotal, struct str *out)
{
    if (filter_is_empty(filter))
        return;
    str_add(out, "  "); /* how many first: the filter may be cut off */
    str_format(out, _("%zu of %zu shown"), nshown, ntotal);
    str_format(out, " & %s", str_text(&line->text));
}
