/* A report that came as one paragraph, or whose tables did: the paragraph is
 * cut into lines at its blanks, so that all later stages see headings, cells
 * and sentences as they stand elsewhere. */
#include <string.h>

#include "bars.h"
#include "cell.h"
#include "form_private.h"
#include "gouji/base/ascii.h"
#include "lists.h"
#include "numeral.h"
#include "run_signs.h"
#include "run_word.h"
#include "stages.h"
#include "words.h"

enum {
    LEAST_NBYTES = 200,
    PARAGRAPH_NBYTES = 300, /* a line shorter than that is at most one whole table */
    MOST_WORDS = 100000,    /* no report has a tenth of them */
    LONG_NBYTES = 2000,
    LEAST_TITLES = 3, /* titles of sections in one paragraph */
    LEAST_LABELS = 4,
    LEAST_VALUES = 2,
    MANY_VALUES = 10, /* where labels are printed with blanks inside */
    MANY_LABELS = 10,
    MANY_CRUMBS = 40,
    MOST_DATE_WORDS = 7,
    MOST_TAIL_WORDS = 60,
    MOST_NOTE_WORDS = 8,
    SIGNATURE_NBYTES = 150,
    LEAST_CELLS = 20, /* of a whole table */
    LEAST_BARS = 4,
    MOST_BARS = 24,
};

struct splitter {
    struct report *report;
    struct arena *scratch;
    uint32_t *lines; /* the new ones */
    size_t nlines, capacity;
    struct run_word *words; /* of the paragraph at hand */
    size_t nwords, words_capacity;
    size_t nread;     /* words of all paragraphs */
    size_t signature; /* word that the signature of the paragraph starts with */
    size_t after_signature;
    bool is_short; /* the line at hand is no paragraph, but may be one table */
    struct run_signs signs;
};

static int add_line(struct splitter *splitter, uint32_t start)
{
    if (splitter->nlines > 0 && splitter->lines[splitter->nlines - 1] >= start)
        return 0;
    if (splitter->nlines == splitter->capacity &&
        !arena_push(splitter->report->arena, &splitter->lines, &splitter->capacity,
                    splitter->nlines, sizeof *splitter->lines))
        return -1;
    splitter->lines[splitter->nlines++] = start;
    return 0;
}

static bool has_many_titles(const struct report *report, struct slice text)
{
    const struct form_section *sections;
    size_t n = forms_sections(report->forms, &sections);
    size_t found = 0;
    for (size_t i = 0; i < n; i++) {
        bool met = slice_contains(text, sections[i].title);
        for (size_t k = 0; sections[i].variants[k] && !met; k++)
            met = slice_contains(text, sections[i].variants[k]);
        found += met;
    }
    return found >= LEAST_TITLES;
}

/* The word that ends the note which the word `first` opens, with blanks in its brackets;
 * `first` where no word near does. */
static size_t note_end(const struct splitter *splitter, size_t first)
{
    const char *text = splitter->report->text;
    const struct run_word *words = splitter->words;
    if (!words[first].is_value ||
        !words_open_bracket(
            slice_make(text + words[first].start, words[first].end - words[first].start)))
        return first;
    for (size_t i = first + 1; i < splitter->nwords && i <= first + MOST_NOTE_WORDS; i++) {
        struct slice word = slice_make(text + words[i].start, words[i].end - words[i].start);
        if (words[i].is_label || words[i].is_marked || words_open_bracket(word))
            return first;
        if (words_close_bracket(word))
            return i;
    }
    return first;
}

/* 563（其中修订 16 件）: the value and its note are one word. */
static void join_notes(struct splitter *splitter)
{
    struct run_word *words = splitter->words;
    size_t n = 0;
    for (size_t i = 0; i < splitter->nwords; i++, n++) {
        size_t last = note_end(splitter, i);
        words[n] = words[i];
        words[n].end = words[last].end;
        i = last;
    }
    splitter->nwords = n;
}

static int read_words(struct splitter *splitter, uint32_t start, uint32_t end)
{
    const char *text = splitter->report->text;
    splitter->nwords = 0;
    for (uint32_t at = start; at < end;) {
        at += (uint32_t)run_gap_size(slice_make(text + at, end - at));
        if (at == end)
            break;
        struct run_word *word =
            arena_push(splitter->scratch, &splitter->words, &splitter->words_capacity,
                       splitter->nwords, sizeof *word);
        if (!word)
            return -1;
        if (splitter->nread++ > MOST_WORDS)
            break;
        *word = (struct run_word){.start = at};
        splitter->nwords++;
        word->end = at += (uint32_t)run_word_size(splitter->signs, slice_make(text + at, end - at));
        if (run_word_judge(splitter->report, splitter->scratch, word) < 0)
            return -1;
    }
    join_notes(splitter);
    for (size_t i = 0; i + 1 < splitter->nwords; i++)
        if (splitter->words[i].is_mark &&
            run_word_judge_mark(splitter->report, splitter->scratch, &splitter->words[i]) < 0)
            return -1;
    return 0;
}

/* Before the first whole label of a table: pieces of labels, and a row of a short one. */
static bool may_precede(const struct run_word *word)
{
    return word->is_crumb || word->is_value || word->is_part;
}

/* The words [first, end) that are a table's, from its first label to its last
 * label or value; false when there are too few for a table. */
static bool is_table(const struct splitter *splitter, size_t *first, size_t *end)
{
    const struct run_word *words = splitter->words;
    size_t nlabels = 0;
    size_t nvalues = 0;
    size_t ncrumbs = 0;
    size_t start = *first;
    while (*first < *end && !words[*first].is_label)
        ++*first;
    while (*end > *first && !words[*end - 1].is_label && !words[*end - 1].is_value)
        --*end;
    for (size_t i = *first; i < *end; i++) {
        nlabels += words[i].is_label;
        nvalues += words[i].is_value;
        ncrumbs += words[i].is_crumb;
    }
    while (*first > start && may_precede(&words[*first - 1]))
        --*first;
    if (splitter->is_short)
        return nlabels >= MANY_LABELS && nvalues > 0;
    return (nlabels >= LEAST_LABELS && nvalues >= LEAST_VALUES) || nlabels >= MANY_LABELS ||
           (nlabels > 0 && (nvalues >= MANY_VALUES || ncrumbs >= MANY_CRUMBS));
}

static bool are_values(const struct splitter *splitter, size_t index)
{
    const struct run_word *word = &splitter->words[index];
    return index + 1 < splitter->nwords && word->is_value && word[1].is_value;
}

/* What stands between the word and the one behind it. */
static struct slice gap_behind(const struct splitter *splitter, size_t index)
{
    const struct run_word *word = &splitter->words[index];
    uint32_t stop = index + 1 < splitter->nwords ? word[1].start : word->end;
    return slice_make(splitter->report->text + word->end, stop - word->end);
}

static bool is_tabbed(const struct splitter *splitter, size_t index)
{
    struct slice gap = gap_behind(splitter, index);
    return splitter->signs.tabs && memchr(gap.ptr, '\t', gap.nbytes) != NULL;
}

/* Whether tabs part the figures of the words [first, end), nearly all: then blanks do not. */
static bool tabs_part_figures(const struct splitter *splitter, size_t first, size_t end)
{
    enum { TIMES_MORE = 8 };
    size_t ntabs = 0, nblanks = 0;
    for (size_t i = first; splitter->signs.tabs && i + 1 < end; i++) {
        bool part = are_values(splitter, i), tabbed = part && is_tabbed(splitter, i);
        ntabs += tabbed;
        nblanks += part && !tabbed;
    }
    return ntabs > TIMES_MORE * nblanks;
}

/* Every blank between two cells ends a line, so that two are a line of nothing; where tabs
 * stand there, every tab does, and blanks do not. */
static int split_gap(struct splitter *splitter, size_t index)
{
    const struct slice gap = gap_behind(splitter, index);
    uint32_t start = splitter->words[index].end;
    bool tabbed = is_tabbed(splitter, index);
    for (size_t at = 0; at < gap.nbytes;) {
        bool ends = !tabbed || gap.ptr[at] == '\t';
        at += tabbed ? 1 : run_blank_size(slice_make(gap.ptr + at, gap.nbytes - at));
        bool is_last = tabbed && !memchr(gap.ptr + at, '\t', gap.nbytes - at);
        if (is_last)
            break;
        if (ends && add_line(splitter, start + (uint32_t)at) < 0)
            return -1;
    }
    return 0;
}

static int split_table(struct splitter *splitter, size_t first, size_t end)
{
    bool tabbed = tabs_part_figures(splitter, first, end);
    for (size_t i = first; i < end; i++) {
        if (add_line(splitter, splitter->words[i].start) < 0)
            return -1;
        while (tabbed && i + 1 < end && are_values(splitter, i) && !is_tabbed(splitter, i))
            i++; /* 1 204 */
        if (split_gap(splitter, i) < 0)
            return -1;
    }
    return 0;
}

/* A numeral starts rows of table three, too: their words or their values tell. */
static bool is_heading(const struct splitter *splitter, size_t index)
{
    const struct run_word *word = &splitter->words[index];
    bool row = word->is_label || word->is_part || are_values(splitter, index + 1) ||
               (word->is_mark && are_values(splitter, index + 2));
    return word->is_marked && !row;
}

/* 某某局 2020 年…报告: a title with blanks around its year, from the word `index`. */
static bool is_spaced_title(const struct splitter *splitter, size_t index)
{
    const struct run_word *word = &splitter->words[index];
    return index + 2 < splitter->nwords && !word->is_value && word[1].is_value &&
           word[2].is_title && memcmp(splitter->report->text + word[2].start, "年", 3) == 0;
}

/* Whether a line starts at the word, outside tables. */
static bool starts_line(const struct splitter *splitter, size_t index)
{
    const struct run_word *word = &splitter->words[index];
    if (is_spaced_title(splitter, index))
        return true;
    if ((index >= 1 && is_spaced_title(splitter, index - 1)) ||
        (index >= 2 && is_spaced_title(splitter, index - 2)))
        return false;
    if (index == 0 || is_heading(splitter, index) || word[-1].ends_text || word->is_frame ||
        word[-1].is_frame || word->is_title || index == splitter->signature ||
        index == splitter->after_signature)
        return true;
    return index > 1 && word[-1].is_mark
               ? false
               : is_heading(splitter, index - 1) || (index > 1 && word[-2].is_mark);
}

/* The end of the stretch of table words that starts at `first`. */
static size_t end_of_cells(const struct splitter *splitter, size_t first)
{
    size_t end = first;
    while (end < splitter->nwords && splitter->words[end].is_cell &&
           (end == first || !is_heading(splitter, end)))
        end++;
    return end;
}

static int split_words(struct splitter *splitter)
{
    const struct run_word *words = splitter->words;
    for (size_t i = 0; i < splitter->nwords;) {
        size_t first = i;
        size_t end = end_of_cells(splitter, i);
        size_t stop = end > i ? end : i + 1;
        bool table = is_table(splitter, &first, &end);
        for (; i < (table ? first : stop); i++)
            if (starts_line(splitter, i) && add_line(splitter, words[i].start) < 0)
                return -1;
        if (table && split_table(splitter, first, end) < 0)
            return -1;
        i = table ? end : stop;
        if (table && i < splitter->nwords && add_line(splitter, words[i].start) < 0)
            return -1;
    }
    return 0;
}

/* With a digit, 月, 日 or 号, or a numeral. */
static bool may_end_date(const struct fold *fold)
{
    static const char *const ends[] = {"年", "月", "日", "号"};
    struct slice text = slice_make(fold->text, fold->nbytes);
    if (text.nbytes > 0 && ascii_is_digit(text.ptr[text.nbytes - 1]))
        return true;
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
        if (slice_ends_with(text, ends[i]))
            return true;
    return text.nbytes >= 3 && numeral_chinese_char(text.ptr + text.nbytes - 3) == 3;
}

/* Where a date that ends at `end` starts, not before `start`; else `end`. */
static uint32_t find_date(struct splitter *splitter, uint32_t start, uint32_t end)
{
    const char *text = splitter->report->text;
    uint32_t first = end - start > SIGNATURE_NBYTES ? end - SIGNATURE_NBYTES : start;
    struct fold fold;
    if (slice_ends_with(slice_make(text + first, end - first), "。"))
        return end; /* as paragraphs do */
    if (fold_text(splitter->scratch, slice_make(text + first, end - first), first, FOLD_LABEL,
                  &fold) < 0)
        return end;
    size_t nbytes = may_end_date(&fold) ? fold.nbytes : 0;
    for (size_t at = 0; at < nbytes; at++) {
        struct date date;
        bool inside = at > 0 && ascii_is_digit(fold.text[at - 1]);
        if (((unsigned char)fold.text[at] & 0xC0) != 0x80 && !inside &&
            date_read(fold.text + at, &date) == fold.nbytes - at && date.year && date.month)
            return fold_span(&fold, at, fold.nbytes).start;
    }
    return end;
}

static bool is_name(const struct run_word *word)
{
    return !word->ends_text && !word->is_marked && !word->is_value && !word->is_frame;
}

/* The signature behind the last full stop: a date, maybe with blanks inside, and
 * the name before it. What follows belongs to the page, as bars of its frame do. */
static void find_signature(struct splitter *splitter)
{
    const struct run_word *words = splitter->words;
    size_t end = splitter->nwords;
    splitter->signature = splitter->after_signature = end;
    while (end > 0 && words[end - 1].is_frame)
        end--;
    for (size_t i = end; i-- > 0 && i + MOST_TAIL_WORDS > end && !words[i].ends_text;) {
        size_t first = i;
        uint32_t start = words[i + 1 > MOST_DATE_WORDS ? i + 1 - MOST_DATE_WORDS : 0].start;
        uint32_t date = find_date(splitter, start, words[i].end);
        if (date == words[i].end)
            continue;
        while (words[first].start > date)
            first--;
        if (words[first].start == date && first > 0 && is_name(&words[first - 1]))
            first--;
        splitter->signature = first;
        splitter->after_signature = i + 1;
        return;
    }
}

/* …事项。某某局2021年1月20日: the signature without a blank before it. */
static int split_signature(struct splitter *splitter, uint32_t start, uint32_t end)
{
    const char *text = splitter->report->text;
    uint32_t date = find_date(splitter, start, end);
    for (uint32_t at = date; date < end && at > start + 3 && end - at < SIGNATURE_NBYTES; at--)
        if (memcmp(text + at - 3, "。", 3) == 0)
            return add_line(splitter, at);
    return 0;
}

/* A row between bars, made long by the blanks that fill its columns. A page's frame has
 * fewer bars, a whole table in one line has more. */
static bool is_bar_row(struct slice text)
{
    struct cuts cuts;
    if (text.nbytes > LONG_NBYTES)
        return false;
    bars_find(cell_trim(text), &cuts);
    return cuts.nbars >= LEAST_BARS && cuts.nbars <= MOST_BARS && cuts.bars[0].at == 0;
}

/* All of a report, told by its paragraphs or, where blanks are few, by its titles. */
static bool is_whole(const struct report *report, struct slice text, bool has_tabs)
{
    return text.nbytes > LONG_NBYTES &&
           ((has_tabs && run_has_paragraphs(text)) || has_many_titles(report, text));
}

/* A whole table with a tab, or a bar, between its cells, where no blank tells anything. */
static bool is_table_of(struct splitter *splitter, struct slice text, char sign)
{
    splitter->signs = (struct run_signs){.tabs = sign == '\t', .bars = sign == '|'};
    return run_has_rows(text, sign);
}

/* Whether a tab parts cells: those that a line begins with indent it. */
static bool has_tab_within(struct slice text)
{
    const char *tab = memchr(text.ptr, '\t', text.nbytes), *end = text.ptr + text.nbytes;
    if (tab != text.ptr)
        return tab != NULL;
    while (tab < end && *tab == '\t')
        tab++;
    return memchr(tab, '\t', (size_t)(end - tab)) != NULL;
}

/* Nearly every line is told by having no blanks. */
static bool is_run(struct splitter *splitter, struct slice text)
{
    bool has_tabs = has_tab_within(text);
    size_t nblanks = run_count_blanks(text);
    bool is_spaced = nblanks >= (splitter->is_short ? LEAST_CELLS : LEAST_LABELS + LEAST_VALUES);
    if ((has_tabs || !is_spaced) && !is_whole(splitter->report, text, has_tabs))
        return is_table_of(splitter, text, has_tabs ? '\t' : '|');
    if (nblanks * 2 > text.nbytes) /* a row set out in columns */
        return false;
    if (!has_tabs && (is_bar_row(text) || list_is_row(text)))
        return false;
    if (nblanks >= 2 * LEAST_BARS && (list_is_parted(text, '/') || list_is_parted(text, '|')))
        return false;
    splitter->signs =
        (struct run_signs){.blanks = true, .tabs = has_tabs, .bars = run_has_rows(text, '|')};
    return true;
}

/* A section's title alone, or behind its numeral. */
static bool is_section(const struct report *report, struct slice text)
{
    const struct form_section *sections;
    size_t n = forms_sections(report->forms, &sections);
    if (text.nbytes > RUN_CELL_NBYTES || text.nbytes < 6)
        return false;
    bool marked = run_word_is_section_mark(text.ptr);
    for (size_t i = 0; i < n; i++)
        if (marked ? slice_contains(text, sections[i].title) : slice_is(text, sections[i].title))
            return true;
    return false;
}

/* The end of the piece that starts at `at`: where the next bar stands. */
static uint32_t piece_end(const char *text, uint32_t at, uint32_t end)
{
    if (text[at] == '|')
        return at;
    const char *next = memchr(text + at, '|', end - at);
    return next ? (uint32_t)(next - text) : end;
}

/* A whole report in one line, all its paragraphs and cells joined by bars: titles of
 * sections stand between two of them. */
static bool is_joined(const struct report *report, struct span span)
{
    enum { LEAST_SECTIONS = 3 };
    size_t found = 0;
    for (uint32_t at = span.start, end; at < span.end && found < LEAST_SECTIONS; at = end + 1) {
        end = piece_end(report->text, at, span.end);
        found += end > at && is_section(report, cell_trim(slice_make(report->text + at, end - at)));
    }
    return found >= LEAST_SECTIONS;
}

/* Each piece and each bar becomes a line of its own. */
static int split_joined(struct splitter *splitter, struct span span)
{
    for (uint32_t at = span.start; at < span.end;) {
        uint32_t end = piece_end(splitter->report->text, at, span.end);
        if (end < span.end && (add_line(splitter, end) < 0 || add_line(splitter, end + 1) < 0))
            return -1;
        at = end + 1;
    }
    return 0;
}

/* A list of lists, as programs print a table: each of them becomes a line of its own. */
static int split_lists(struct splitter *splitter, struct span span)
{
    struct slice text = report_slice(splitter->report, span);
    for (size_t at = list_next(text, 0); at < text.nbytes; at = list_next(text, at))
        if (add_line(splitter, span.start + (uint32_t)at) < 0)
            return -1;
    return 0;
}

/* Too short to be a paragraph, with its line end. */
static bool is_short(const struct report *report, size_t line)
{
    uint32_t end = line + 1 < report->nlines ? report->lines[line + 1] : report->text_nbytes;
    return end - report->lines[line] < LEAST_NBYTES;
}

/* Takes over the short lines from `line` on, for which there is room; returns the next. */
static size_t take_short(struct splitter *splitter, size_t line)
{
    const struct report *report = splitter->report;
    size_t n = splitter->nlines;
    if (n > 0 && line < report->nlines && splitter->lines[n - 1] >= report->lines[line])
        return line;
    for (; line < report->nlines && n < splitter->capacity && is_short(report, line); line++)
        splitter->lines[n++] = report->lines[line];
    splitter->nlines = n;
    return line;
}

static int split_line(struct splitter *splitter, size_t line)
{
    if (add_line(splitter, splitter->report->lines[line]) < 0)
        return -1;
    if (is_short(splitter->report, line))
        return 0;
    struct span span = report_line_span(splitter->report, line);
    if (span.end - span.start < LEAST_NBYTES || report_markup_row(splitter->report, span.start))
        return 0;
    if (slice_has_prefix(report_slice(splitter->report, span), slice_of("[[")))
        return split_lists(splitter, span);
    splitter->is_short = span.end - span.start < PARAGRAPH_NBYTES;
    if (!splitter->is_short && is_joined(splitter->report, span))
        return split_joined(splitter, span);
    if (!is_run(splitter, report_slice(splitter->report, span)))
        return 0;
    while (span.end > span.start && (unsigned char)splitter->report->text[span.end - 1] <= ' ')
        span.end--;
    if (read_words(splitter, span.start, span.end) < 0)
        return -1;
    size_t first = 0;
    size_t last = splitter->nwords;
    if ((splitter->is_short || !splitter->signs.blanks) && !is_table(splitter, &first, &last))
        return 0;
    find_signature(splitter);
    if (split_words(splitter) < 0)
        return -1;
    return split_signature(splitter, span.start, span.end);
}

int stage_runs(struct report *report, struct err *err)
{
    struct splitter splitter = {.report = report, .scratch = arena_new()};
    splitter.capacity = report->nlines; /* nearly always enough */
    splitter.lines = arena_raw(report->arena, splitter.capacity * sizeof *splitter.lines);
    int result = splitter.scratch && splitter.lines ? 0 : -1;
    for (size_t i = 0; result == 0 && (i = take_short(&splitter, i)) < report->nlines; i++)
        result = split_line(&splitter, i);
    arena_free(splitter.scratch);
    if (result < 0)
        return err_set_nomem(err);
    report->lines = splitter.lines;
    report->nlines = splitter.nlines;
    return 0;
}
