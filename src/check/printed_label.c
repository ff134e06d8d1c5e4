#include "printed_label.h"

#include <string.h>

#include "gouji/base/ascii.h"
#include "prose.h"

enum {
    MOST_NBYTES = 256 * 1024, /* of text that is folded */
    HEAD_NBYTES = 30,         /* so much of a label's beginning is that label */
    BEGINNING_NBYTES = 8      /* its number and two characters, where the rest is torn off */
};

const struct section *table_section(const struct report *report, enum table_id id)
{
    const struct form *form = forms_count(report->forms) ? forms_at(report->forms, 0) : NULL;
    return form ? report_section(report, form->tables[id].section) : NULL;
}

/* The part of the law and the table, where it reaches beyond that. */
static struct span part_of(const struct report *report, const struct table *table)
{
    const struct section *section = table_section(report, table->id);
    struct span part = table->span;
    if (section && span_empty(part))
        part = section->body;
    else if (section && !span_empty(section->body)) {
        part.start = part.start < section->body.start ? part.start : section->body.start;
        part.end = part.end > section->body.end ? part.end : section->body.end;
    }
    if (part.end - part.start > MOST_NBYTES)
        for (part.end = part.start + MOST_NBYTES; !prose_starts_character(report->text[part.end]);)
            part.end--;
    return part;
}

static bool fold_part_of(struct evaluation *run, struct printed_labels *printed)
{
    struct span part = part_of(run->report, printed->table);
    if (printed->is_folded)
        return true;
    printed->is_folded = true;
    run->failed |= fold_text(run->arena, report_slice(run->report, part), part.start, FOLD_LABEL,
                             &printed->fold) < 0;
    return !run->failed;
}

/* What of the label has to stand there. */
static struct slice head_of(const struct form_row *row)
{
    struct slice head = slice_of(row->norm);
    if (head.nbytes > HEAD_NBYTES)
        for (head.nbytes = HEAD_NBYTES; !prose_starts_character(head.ptr[head.nbytes]);)
            head.nbytes--;
    return head;
}

static bool begins_ideograph(const struct fold *fold, size_t at)
{
    return (unsigned char)fold->text[at] >= 0xE4 && (unsigned char)fold->text[at] <= 0xE9;
}

/* Behind a word or a mark of a sentence; a mark of one byte parts boxes. */
static bool goes_on_before(const struct fold *fold, size_t start)
{
    if (start == 0)
        return false;
    if ((unsigned char)fold->text[start - 1] < 0x80)
        return strchr(",;:", fold->text[start - 1]) && fold_size(fold, start - 1) > 1;
    return fold_end(fold, start - 1) == fold_start(fold, start);
}

/* As 规章 does in 规章制度. */
static bool goes_on_behind(const struct fold *fold, size_t end)
{
    return end < fold->nbytes && begins_ideograph(fold, end) &&
           fold_end(fold, end - 1) == fold_start(fold, end);
}

/* As 2. does in 12. */
static bool is_in_number(const struct fold *fold, size_t start)
{
    return start > 0 && ascii_is_digit(fold->text[start - 1]) &&
           fold_end(fold, start - 1) == fold_start(fold, start);
}

/* Where the text has the beginning of a numbered label: a narrow cell, the end of a page or another
 * cell's words tore it from the rest. */
static struct span label_begun(const struct fold *fold, const struct form_row *row)
{
    struct slice rest = slice_make(fold->text, fold->nbytes);
    struct slice head = slice_of(row->norm);
    const char *at;
    if (head.nbytes < BEGINNING_NBYTES || !ascii_is_digit(head.ptr[0]) || head.ptr[1] != '.')
        return (struct span){0, 0};
    head.nbytes = BEGINNING_NBYTES;
    while ((at = slice_find(rest, head))) {
        size_t start = (size_t)(at - fold->text), last = start + head.nbytes - 1;
        if (!is_in_number(fold, start))
            return (struct span){fold_start(fold, start), fold_end(fold, last)};
        rest = slice_make(at + 1, fold->nbytes - start - 1);
    }
    return (struct span){0, 0};
}

struct span printed_label(struct evaluation *run, struct printed_labels *printed,
                          const struct form_row *row)
{
    const struct fold *fold = &printed->fold;
    struct slice head = head_of(row), rest;
    const char *at;
    if (!fold_part_of(run, printed))
        return (struct span){0, 0};
    rest = slice_make(fold->text, fold->nbytes);
    while ((at = slice_find(rest, head))) {
        size_t start = (size_t)(at - fold->text), end = start + head.nbytes;
        if ((row->ordinal || !goes_on_before(fold, start)) &&
            (row->norm[head.nbytes] || !goes_on_behind(fold, end)))
            return (struct span){fold_start(fold, start), fold_end(fold, end - 1)};
        rest = slice_make(at + 1, fold->nbytes - start - 1);
    }
    return label_begun(fold, row);
}
