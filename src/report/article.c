/* Where on a page the report is. Its sections and tables are found first; the
 * smallest block of the page that holds them and most of the prose is where the
 * article stands. Above it a title is looked for, below it the site begins. */
#include <string.h>

#include "form_private.h"
#include "labels.h"
#include "numeral.h"
#include "organ.h"
#include "page.h"
#include "title.h"
#include "words.h"

enum {
    HEADING_NBYTES = 150,
    SHORT_NBYTES = 240, /* of a line that may be the site's */
    LEAST_WEIGHT = 2,   /* of the labels in a line */
    LEAST_TITLES = 2,   /* of sections in one line: a report in one paragraph */
    PROSE_PERCENT = 80,
    TITLE_LINES = 3,
    TITLE_NBYTES = 240,
    FAR_LINES = 1000, /* a title stands no further above the article */
    TAIL_LINES = 4,   /* of a signature outside of the article's block */
};

static const char *const enclosure_words[] = {"附件", "相关附件", NULL};

struct finder {
    const struct html_page *page;
    const struct forms *forms;
    struct arena *arena;
    size_t first, last;   /* lines of evidence; first > last: none */
    uint32_t container;   /* of the article */
    size_t title, ntitle; /* its lines; ntitle 0: none */
};

static const struct html_line *line_at(const struct finder *f, size_t i)
{
    return &f->page->lines[i];
}

static struct slice text_of(const struct finder *f, size_t i)
{
    struct span span = line_at(f, i)->span;
    return slice_make(f->page->text + span.start, span.end - span.start);
}

static struct slice fold_of(const struct finder *f, struct slice text)
{
    struct fold fold;
    if (fold_text(f->arena, text, 0, FOLD_LABEL, &fold) < 0)
        return slice_make("", 0);
    return slice_make(fold.text, fold.nbytes);
}

static bool is_title_of(const struct form_section *section, struct slice text)
{
    if (slice_is(text, section->title))
        return true;
    for (const char *const *v = section->variants; v && *v; v++)
        if (slice_is(text, *v))
            return true;
    return false;
}

static bool is_section(const struct finder *f, struct slice folded)
{
    const struct form_section *sections;
    size_t n = forms_sections(f->forms, &sections);
    size_t marker = marker_read(folded.ptr).nbytes;
    struct slice title = slice_make(folded.ptr + marker, folded.nbytes - marker);
    for (size_t i = 0; i < n; i++)
        if (is_title_of(&sections[i], title))
            return true;
    return false;
}

static bool holds_sections(const struct finder *f, struct slice text)
{
    const struct form_section *sections;
    size_t n = forms_sections(f->forms, &sections);
    size_t seen = 0;
    for (size_t i = 0; i < n; i++)
        seen += slice_contains(text, sections[i].title);
    return seen >= LEAST_TITLES;
}

/* Labels and titles are Chinese: numbers need no folding to be told apart. */
static bool has_words(struct slice text)
{
    for (size_t i = 0; i < text.nbytes; i++)
        if ((unsigned char)text.ptr[i] >= 0xE3)
            return true;
    return false;
}

static unsigned weight_of(const struct finder *f, struct slice folded)
{
    struct label_hit hit = labels_read(forms_labels(f->forms), folded);
    return hit.label ? hit.label->weight : 0;
}

static unsigned weight_of_cell(const struct finder *f, struct span span)
{
    struct slice text = slice_make(f->page->text + span.start, span.end - span.start);
    return text.nbytes <= HEADING_NBYTES && has_words(text) ? weight_of(f, fold_of(f, text)) : 0;
}

static bool is_evidence(const struct finder *f, size_t i)
{
    const struct html_line *line = line_at(f, i);
    struct slice text = text_of(f, i);
    unsigned weight = 0;
    if (!has_words(text) || page_is_link(line))
        return false;
    if (text.nbytes > HEADING_NBYTES && !line->ncells)
        return holds_sections(f, text);
    for (uint32_t k = 0; k < line->ncells && weight < LEAST_WEIGHT; k++)
        weight += weight_of_cell(f, f->page->cells[line->first_cell + k].span);
    if (line->ncells > 1 || weight >= LEAST_WEIGHT)
        return weight >= LEAST_WEIGHT;
    struct slice folded = fold_of(f, text);
    return weight_of(f, folded) >= LEAST_WEIGHT || is_section(f, folded);
}

static uint32_t common(const struct finder *f, uint32_t a, uint32_t b)
{
    const struct html_container *all = f->page->containers;
    while (a != b) {
        if (all[a].depth >= all[b].depth)
            a = all[a].parent;
        else
            b = all[b].parent;
    }
    return a;
}

static void find_evidence(struct finder *f)
{
    f->first = f->page->nlines;
    f->last = 0;
    for (size_t i = 0; i < f->page->nlines; i++) {
        if (!is_evidence(f, i))
            continue;
        uint32_t own = line_at(f, i)->container;
        f->container = f->first > i ? own : common(f, f->container, own);
        f->first = f->first > i ? i : f->first;
        f->last = i;
    }
}

/* Widens the block until it holds most of the page's prose: what says that it
 * is the report's may stand in a part of it alone. */
static void widen(struct finder *f)
{
    size_t n = f->page->ncontainers;
    uint32_t *prose = arena_array(f->arena, n, sizeof *prose);
    if (!prose)
        return;
    for (size_t i = 0; i < f->page->nlines; i++)
        if (!page_is_link(line_at(f, i)) && slice_contains(text_of(f, i), "。"))
            prose[line_at(f, i)->container] += (uint32_t)text_of(f, i).nbytes;
    for (size_t i = n; i-- > 1;)
        prose[f->page->containers[i].parent] += prose[i];
    while (f->container && (uint64_t)prose[f->container] * 100 < (uint64_t)prose[0] * PROSE_PERCENT)
        f->container = f->page->containers[f->container].parent;
}

static bool is_inside(const struct finder *f, size_t i)
{
    uint32_t at = line_at(f, i)->container;
    while (f->page->containers[at].depth > f->page->containers[f->container].depth)
        at = f->page->containers[at].parent;
    return at == f->container;
}

/* A line of the site: links, or words that only pages print around an article. */
static bool is_furniture(const struct finder *f, size_t i)
{
    static const char *const marks[] = {"[", "(", "|", ">", "-", "·", "【", "*", NULL};
    struct slice text = text_of(f, i);
    if (text.nbytes == 0)
        return false;
    if (page_is_link(line_at(f, i)))
        return true;
    if (text.nbytes > SHORT_NBYTES)
        return words_holds(forms_words(f->forms, "page_marks"), text) != NULL;
    struct slice folded = fold_of(f, text);
    const char *start = folded.ptr;
    for (const char *mark; (mark = words_starts(marks, start));)
        start += strlen(mark);
    bool is_sentence = slice_contains(folded, "。");
    return (!is_sentence && words_starts(forms_words(f->forms, "page_starts"), start)) ||
           words_holds(forms_words(f->forms, "page_marks"), folded);
}

/* 发布时间：… tells the year when nothing else does. */
static bool is_publication(const struct finder *f, size_t i)
{
    return text_of(f, i).nbytes <= SHORT_NBYTES &&
           words_holds(forms_words(f->forms, "publication_words"), fold_of(f, text_of(f, i)));
}

static bool may_be_title(const struct finder *f, size_t i)
{
    struct slice text = text_of(f, i);
    return text.nbytes > 0 && text.nbytes <= TITLE_NBYTES && line_at(f, i)->nlink == 0 &&
           line_at(f, i)->ncells <= 1 &&
           !words_holds(forms_words(f->forms, "title_furniture"), text);
}

/* The best title above the evidence, of several equal ones the first. */
static void find_title(struct finder *f)
{
    int best = 0;
    size_t from = f->first > FAR_LINES ? f->first - FAR_LINES : 0;
    for (size_t i = from; i < f->first; i++) {
        struct span span = line_at(f, i)->span;
        for (size_t n = 1; n <= TITLE_LINES && i + n <= f->first; n++) {
            if (!may_be_title(f, i + n - 1))
                break;
            span.end = line_at(f, i + n - 1)->span.end;
            int score = title_score(f->forms, f->arena,
                                    slice_make(f->page->text + span.start, span.end - span.start));
            score -= score > 0 ? (int)n - 1 : 0;
            if (score <= best)
                continue;
            best = score;
            f->title = i;
            f->ntitle = n;
        }
    }
}

static size_t first_inside(const struct finder *f)
{
    size_t i = 0;
    while (i < f->first && !is_inside(f, i))
        i++;
    return i;
}

static void keep_head(const struct finder *f, bool *keep)
{
    size_t start = first_inside(f);
    if (f->ntitle && f->title < start)
        start = f->title;
    for (size_t i = start; i < f->first; i++) {
        bool is_title = f->ntitle && i >= f->title && i < f->title + f->ntitle;
        bool before_title = f->ntitle && i < f->title && may_be_title(f, i) == false;
        keep[i] = is_title || is_publication(f, i) || (!before_title && !is_furniture(f, i));
    }
}

static bool is_day(const struct finder *f, size_t i)
{
    struct date date;
    struct slice text = text_of(f, i);
    if (text.nbytes > SHORT_NBYTES || line_at(f, i)->nlink)
        return false;
    struct slice folded = fold_of(f, text);
    return date_read(folded.ptr, &date) == folded.nbytes && date_is_day(date);
}

/* A day, or a name with a day right below: a name alone may be the site's. */
static bool is_signature(const struct finder *f, size_t i)
{
    struct slice text = text_of(f, i);
    size_t next = i + 1;
    if (is_day(f, i))
        return true;
    while (next < f->page->nlines && text_of(f, next).nbytes == 0)
        next++;
    return text.nbytes <= SHORT_NBYTES && !line_at(f, i)->nlink &&
           organ_is_name(f->forms, fold_of(f, text)) && next < f->page->nlines && is_day(f, next);
}

/* The list of enclosures: 附件：…, and names of files that lead to them. */
static bool is_enclosure(const struct finder *f, size_t i, bool listed)
{
    static const char *const files[] = {".doc", ".docx", ".xls", ".xlsx", ".pdf", ".wps",
                                        ".et",  ".zip",  ".rar", ".txt",  NULL};
    struct slice text = text_of(f, i);
    if (text.nbytes > SHORT_NBYTES)
        return false;
    struct slice folded = fold_of(f, text);
    if (page_is_link(line_at(f, i)))
        return listed || words_ends(files, folded);
    return words_starts(enclosure_words, folded.ptr) != NULL;
}

/* From the last evidence on to the first line of the site. Below a list of
 * enclosures, and outside of the article's block, only what surely is the
 * article's goes on. */
static void keep_tail(const struct finder *f, bool *keep)
{
    size_t outside = 0;
    bool listed = false;
    for (size_t i = f->last + 1; i < f->page->nlines; i++) {
        if (is_furniture(f, i)) {
            if (!is_enclosure(f, i, listed))
                return;
            listed = true;
            continue;
        }
        bool inside = is_inside(f, i);
        bool blank = text_of(f, i).nbytes == 0;
        bool sentence = inside && slice_contains(text_of(f, i), "。");
        if ((listed || !inside) && !blank && !sentence &&
            (!is_signature(f, i) || ++outside > TAIL_LINES))
            return;
        keep[i] = true;
    }
}

bool article_find(const struct html_page *page, const struct forms *forms, struct arena *scratch,
                  bool *keep)
{
    struct finder f = {.page = page, .forms = forms, .arena = scratch};
    find_evidence(&f);
    if (f.first >= page->nlines) {
        for (size_t i = 0; i < page->nlines; i++)
            keep[i] = !is_furniture(&f, i) || is_publication(&f, i);
        return false;
    }
    widen(&f);
    find_title(&f);
    keep_head(&f, keep);
    for (size_t i = f.first; i <= f.last; i++)
        keep[i] = true;
    keep_tail(&f, keep);
    return true;
}
