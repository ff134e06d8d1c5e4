#include "second.h"

#include <string.h>

#include "gouji/base/ascii.h"
#include "gouji/base/message.h"

enum {
    MOST_LINES_ABOVE = 12, /* of a title above its first section */
    MOST_TITLE_NBYTES = 150,
    MOST_NAME_NBYTES = 90,
};

/* 一、总体情况, in any of its wordings. */
static bool is_first_section(const struct pieces *pieces, size_t line)
{
    const struct form_section *section;
    if (!pieces->lines[line].is_heading || forms_sections(pieces->report->forms, &section) == 0)
        return false;
    struct slice text = piece_text(&pieces->items[pieces->lines[line].first]);
    bool ends = slice_ends_with(text, section->title);
    for (size_t i = 0; section->variants[i] && !ends; i++)
        ends = slice_ends_with(text, section->variants[i]);
    return ends;
}

static bool is_title(const struct pieces *pieces, size_t line)
{
    struct slice text = piece_text(&pieces->items[pieces->lines[line].first]);
    return text.nbytes < MOST_TITLE_NBYTES && slice_contains(text, "信息公开") &&
           (slice_contains(text, "年度报告") || slice_ends_with(text, "年报")) &&
           !slice_contains(text, "。");
}

/* A title that begins with its year has the organ in the line above. */
static bool is_name_above(const struct pieces *pieces, size_t line)
{
    struct slice title = piece_text(&pieces->items[pieces->lines[line].first]);
    if (line == 0 || title.nbytes == 0 || !ascii_is_digit(title.ptr[0]))
        return false;
    struct slice name = piece_text(&pieces->items[pieces->lines[line - 1].first]);
    for (size_t i = 0; i < name.nbytes; i++)
        if ((unsigned char)name.ptr[i] < 0x80)
            return false;
    return name.nbytes > 0 && name.nbytes < MOST_NAME_NBYTES && !slice_contains(name, "。");
}

/* The line that the report with its first section at `section` begins with. */
static size_t beginning(const struct pieces *pieces, size_t first, size_t section)
{
    for (size_t i = section; i > first && section - i < MOST_LINES_ABOVE; i--)
        if (is_title(pieces, i - 1))
            return i - 1 - (i - 1 > first && is_name_above(pieces, i - 1));
    return section;
}

/* The first section behind a whole set of tables, with as many tables again behind it; the
 * number of lines when there is none. */
static size_t find_second(const struct pieces *pieces, const struct regions *regions)
{
    size_t nlines = pieces->report->nlines;
    for (size_t r = 0; r + 1 < regions->nitems; r++) {
        unsigned before = 0, twice = 0;
        for (size_t i = 0; i <= r; i++)
            before |= 1u << regions->items[i].table;
        for (size_t i = r + 1; i < regions->nitems; i++)
            twice |= before & 1u << regions->items[i].table;
        if ((twice & (twice - 1)) == 0)
            continue; /* one table, or none */
        for (size_t i = regions->items[r].end; i < regions->items[r + 1].first; i++)
            if (is_first_section(pieces, i))
                return beginning(pieces, regions->items[r].end, i);
    }
    return nlines;
}

int second_cut(struct report *report, const struct pieces *pieces, struct regions *regions,
               struct err *err)
{
    size_t second = find_second(pieces, regions);
    if (second >= report->nlines)
        return 0;
    uint32_t end = report->lines[second];
    const char *text = arena_copy(report->arena, slice_make(report->text, end));
    const char *remark = arena_format(
        report->arena,
        _("a second report begins at line %zu and is not read: save it in a file of its own"),
        second + 1);
    if (!text || !remark)
        return err_set_nomem(err);
    report->text = text;
    report->text_nbytes = end;
    report->nlines = second;
    if (hash_hex(text, end, report->text_sha256))
        return err_set(err, ERR_IO, _("%s: SHA-256 is not available"), report->path);
    report->remark =
        report->remark ? arena_format(report->arena, "%s; %s", report->remark, remark) : remark;
    while (regions->nitems > 0 && regions->items[regions->nitems - 1].first >= second)
        regions->nitems--;
    return 0;
}
