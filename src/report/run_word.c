#include "run_word.h"

#include <string.h>

#include "cell.h"
#include "form_private.h"
#include "labels.h"

enum { CRUMB_NBYTES = 6, KEY_NBYTES = 480 };

bool run_word_is_section_mark(const char *text)
{
    static const char numerals[] = "一二三四五六七八九十";
    char numeral[4] = {0};
    memcpy(numeral, text, 3);
    return memcmp(text + 3, "、", 3) == 0 && strstr(numerals, numeral);
}

static bool is_part(const struct labels *labels, struct slice folded)
{
    char key[KEY_NBYTES];
    if (folded.nbytes > sizeof key)
        return false;
    struct slice part = slice_make(key, label_key(folded, key));
    return part.nbytes >= 6 &&
           (labels_begin(labels, TABLE_COUNT, part) || labels_contain(labels, TABLE_COUNT, part));
}

/* The text without a year in brackets at its end. */
static struct slice without_year(struct slice text)
{
    static const char *const closers[] = {"年)", "年）", "年度)", "年度）"};
    bool closed = false;
    for (size_t i = 0; i < sizeof closers / sizeof *closers && !closed; i++)
        closed = slice_ends_with(text, closers[i]);
    for (size_t at = text.nbytes; closed && at > 0; at--)
        if (text.ptr[at - 1] == '(' || slice_ends_with(slice_make(text.ptr, at), "（"))
            return slice_make(text.ptr, text.ptr[at - 1] == '(' ? at - 1 : at - 3);
    return text;
}

/* …公开工作年度报告, in simplified or traditional characters. */
static bool is_title(struct slice text)
{
    static const char *const tails[] = {"报告", "報告", "年报", "年報"};
    if (!slice_contains(text, "公开") && !slice_contains(text, "公開"))
        return false;
    text = without_year(text);
    for (size_t i = 0; i < sizeof tails / sizeof *tails; i++)
        if (slice_ends_with(text, tails[i]))
            return true;
    return false;
}

/* Whether the word is a label or a part of one; `is_known` tells whether it is any label. */
static int judge_label(const struct report *report, struct arena *scratch, struct run_word *word,
                       struct slice text, bool *is_known)
{
    const struct labels *labels = forms_labels(report->forms);
    struct fold fold = {.text = (char *)(uintptr_t)text.ptr, .nbytes = text.nbytes};
    if (!fold_keeps(text, FOLD_LABEL) &&
        fold_text(scratch, text, word->start, FOLD_LABEL, &fold) < 0)
        return -1;
    struct slice folded = slice_make(fold.text, fold.nbytes);
    const struct label *label = labels_read(labels, folded).label;
    *is_known = label != NULL;
    word->is_label = label && label->weight > 0;
    word->is_part = !word->is_label && is_part(labels, folded);
    return 0;
}

int run_word_judge(const struct report *report, struct arena *scratch, struct run_word *word)
{
    struct slice text = slice_make(report->text + word->start, word->end - word->start);
    enum cell_shape shape = cell_shape(text);
    bool is_known = false;
    word->is_value = shape == SHAPE_NUMBER || shape == SHAPE_MARK;
    word->is_marked = text.nbytes >= 6 && run_word_is_section_mark(text.ptr);
    word->is_mark = word->is_marked && text.nbytes == 6;
    word->is_frame = text.ptr[0] == '|';
    word->is_title = is_title(text);
    word->ends_text = slice_ends_with(text, "。") || word->is_title;
    word->is_cell = word->is_value;
    word->is_crumb = shape == SHAPE_TEXT && text.nbytes <= CRUMB_NBYTES && !word->is_marked;
    if (word->is_value || text.nbytes > RUN_CELL_NBYTES)
        return 0;
    if (judge_label(report, scratch, word, text, &is_known) < 0)
        return -1;
    word->is_cell =
        is_known || word->is_part ||
        !(slice_contains(text, "。") || slice_contains(text, "，") || slice_contains(text, "；"));
    return 0;
}

int run_word_judge_mark(const struct report *report, struct arena *scratch, struct run_word *mark)
{
    struct fold fold;
    if (mark[1].end - mark->start > RUN_CELL_NBYTES)
        return 0;
    struct slice both = slice_make(report->text + mark->start, mark[1].end - mark->start);
    if (fold_text(scratch, both, mark->start, FOLD_LABEL, &fold) < 0)
        return -1;
    mark->is_part = is_part(forms_labels(report->forms), slice_make(fold.text, fold.nbytes));
    return 0;
}
