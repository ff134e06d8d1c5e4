#include "page.h"

#include <ctype.h>
#include <string.h>

#include "gouji/base/str.h"
#include "title.h"

struct taker {
    struct report *report;
    struct arena *scratch;
    const struct html_page *page;
    struct markup *markup;
    struct str text;
    size_t row_capacity;
    struct err *err;
};

static struct slice line_text(const struct html_page *page, const struct html_line *line)
{
    return slice_make(page->text + line->span.start, line->span.end - line->span.start);
}

/* The row's cells with their places in the report's text. */
static int take_row(struct taker *taker, const struct html_line *line, uint32_t start)
{
    struct arena *arena = taker->report->arena;
    struct html_cell *cells = arena_array(arena, line->ncells, sizeof *cells);
    struct markup_row *row = arena_push(arena, &taker->markup->rows, &taker->row_capacity,
                                        taker->markup->nrows, sizeof *row);
    if (!cells || !row)
        return err_set_nomem(taker->err);
    for (uint32_t i = 0; i < line->ncells; i++) {
        cells[i] = taker->page->cells[line->first_cell + i];
        cells[i].span.start += start - line->span.start;
        cells[i].span.end += start - line->span.start;
    }
    taker->markup->nrows++;
    *row = (struct markup_row){start, line->table, line->row, cells, line->ncells};
    return 0;
}

static int take_line(struct taker *taker, const struct html_line *line)
{
    uint32_t start = (uint32_t)taker->text.nbytes;
    str_append(&taker->text, line_text(taker->page, line));
    str_byte(&taker->text, '\n');
    return line->ncells ? take_row(taker, line, start) : 0;
}

static bool has_title(const struct taker *taker, const bool *keep)
{
    for (size_t i = 0; i < taker->page->nlines; i++)
        if (keep[i] && title_score(taker->report->forms, taker->scratch,
                                   line_text(taker->page, &taker->page->lines[i])) > 0)
            return true;
    return false;
}

/* The page's own title stands for one that the article does not print: up to
 * the name of the site. */
static void take_head_title(struct taker *taker, const bool *keep)
{
    static const char *const marks[] = {"_", "|", "--", " - ", "-", "——"};
    struct slice title = taker->page->title;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++) {
        const char *mark = slice_find(title, slice_of(marks[i]));
        if (mark)
            title.nbytes = (size_t)(mark - title.ptr);
    }
    if (title_score(taker->report->forms, taker->scratch, title) == 0 || has_title(taker, keep))
        return;
    str_append(&taker->text, title);
    str_byte(&taker->text, '\n');
}

static int take_lines(struct taker *taker, const bool *keep)
{
    bool blank = true;
    for (size_t i = 0; i < taker->page->nlines; i++) {
        const struct html_line *line = &taker->page->lines[i];
        bool is_blank = span_empty(line->span) && !line->ncells;
        if (!keep[i] || (is_blank && blank && taker->text.nbytes == 0))
            continue;
        if (take_line(taker, line) < 0)
            return -1;
        blank = is_blank;
    }
    return 0;
}

static void count_links(struct taker *taker)
{
    for (size_t i = 0; i < taker->page->nlines; i++) {
        taker->markup->nlines += !span_empty(taker->page->lines[i].span);
        taker->markup->nlinks += page_is_link(&taker->page->lines[i]);
    }
}

static int take_article(struct taker *taker, const bool *keep)
{
    struct report *report = taker->report;
    count_links(taker);
    if (taker->markup->has_article)
        take_head_title(taker, keep);
    int result = take_lines(taker, keep);
    if (result == 0 && (taker->text.failed || arena_failed(taker->scratch)))
        result = err_set_nomem(taker->err);
    report->text_nbytes = (uint32_t)taker->text.nbytes;
    report->text = result == 0 ? arena_copy(report->arena, str_slice(&taker->text)) : NULL;
    report->markup = taker->markup;
    str_release(&taker->text);
    return result;
}

enum { TAG_NBYTES = 16 };

/* # a heading, **bold words, a [link](/to) or | a row. */
static bool is_markdown_line(struct slice line)
{
    static const char *const starts[] = {"# ", "## ", "### ", "#### ", "**", "| "};
    for (size_t i = 0; i < sizeof starts / sizeof starts[0]; i++)
        if (slice_has_prefix(line, slice_of(starts[i])))
            return true;
    return slice_contains(line, "](") && line.ptr[0] != '<';
}

/* The letters of the tag that begins at `at`, its slash aside, in lower case; "" when they are too
 * many. */
static void read_tag(const char *at, char name[TAG_NBYTES])
{
    size_t n = 0;
    for (at += at[1] == '/' ? 2 : 1; isalnum((unsigned char)at[n]) && n + 1 < TAG_NBYTES; n++)
        name[n] = (char)tolower((unsigned char)at[n]);
    name[isalnum((unsigned char)at[n]) ? 0 : n] = '\0';
}

/* Whether tags end lines outside tables; else the line ends of the file are all that does. */
static bool has_line_tags(struct slice utf8)
{
    static const char *const line_tags[] = {"p",  "br", "div", "li", "pre", "section", "article",
                                            "dd", "dt", "h1",  "h2", "h3",  "h4"};
    const char *at = utf8.ptr, *end = utf8.ptr + utf8.nbytes;
    size_t depth = 0; /* of tables */
    for (; (at = memchr(at, '<', (size_t)(end - at))); at++) {
        char name[TAG_NBYTES];
        read_tag(at, name);
        if (strcmp(name, "table") == 0)
            depth = at[1] == '/' ? depth - (depth > 0) : depth + 1;
        for (size_t i = 0; depth == 0 && i < sizeof line_tags / sizeof *line_tags; i++)
            if (strcmp(name, line_tags[i]) == 0)
                return true;
    }
    return false;
}

/* Line ends mean something in a text with some mark-up: one that does not start with a
 * tag, or, when it is no whole page, has lines of Markdown; and in a page without other lines. */
static bool keeps_lines(struct slice utf8)
{
    static const char *const wholes[] = {"<html", "<HTML", "<body", "<BODY"};
    const char *end = utf8.ptr + utf8.nbytes;
    if (utf8.ptr[strspn(utf8.ptr, " \t\r\n")] != '<')
        return true;
    for (size_t i = 0; i < sizeof wholes / sizeof wholes[0]; i++)
        if (slice_contains(utf8, wholes[i]))
            return !has_line_tags(utf8);
    for (const char *at = utf8.ptr; at < end;) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        stop = stop ? stop : end;
        if (stop > at && is_markdown_line(slice_make(at, (size_t)(stop - at))))
            return true;
        at = stop + 1;
    }
    return false;
}

/* Some sites show the text only by a script; what is hidden then is taken, when
 * nothing else in the page is a report. */
static bool *find_article(struct taker *taker, struct slice utf8, struct html_page *page)
{
    bool keep_lines = keeps_lines(utf8);
    struct report *report = taker->report;
    for (int hidden = 0; hidden < 2; hidden++) {
        if (html_read(report->path, utf8, keep_lines, hidden, taker->scratch, page, taker->err) < 0)
            return NULL;
        bool *keep = arena_array(taker->scratch, page->nlines + 1, sizeof *keep);
        if (!keep) {
            err_set_nomem(taker->err);
            return NULL;
        }
        taker->markup->has_article = article_find(page, report->forms, taker->scratch, keep);
        if (hidden || taker->markup->has_article || !page->has_hidden)
            return keep;
    }
    return NULL;
}

int page_read(struct report *report, struct slice utf8, struct err *err)
{
    struct html_page page;
    struct taker taker = {.report = report,
                          .scratch = arena_new(),
                          .page = &page,
                          .markup = arena_alloc(report->arena, sizeof *taker.markup),
                          .text = STR_INIT,
                          .err = err};
    if (!taker.scratch || !taker.markup) {
        arena_free(taker.scratch);
        return err_set_nomem(err);
    }
    const bool *keep = find_article(&taker, utf8, &page);
    int result = keep ? take_article(&taker, keep) : -1;
    arena_free(taker.scratch);
    return result;
}
