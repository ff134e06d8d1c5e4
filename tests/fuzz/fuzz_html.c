/* text/html: a page as lines, rows and cells. The first byte chooses whether
 * line ends and hidden parts are kept. */
#include "fuzz.h"

#include "gouji/text/decode.h"
#include "gouji/text/html.h"

static size_t count_tabs(struct slice line)
{
    size_t n = 0;
    for (size_t i = 0; i < line.nbytes; i++)
        n += line.ptr[i] == '\t';
    return n;
}

static void check_cells(const struct html_page *page, const struct html_line *line)
{
    uint32_t at = line->span.start;
    FUZZ_CHECK(line->first_cell <= page->ncells && line->ncells <= page->ncells - line->first_cell);
    struct slice text =
        slice_make(page->text + line->span.start, line->span.end - line->span.start);
    FUZZ_CHECK(line->ncells == count_tabs(text) + 1);
    for (size_t i = 0; i < line->ncells; i++) {
        const struct html_cell *cell = &page->cells[line->first_cell + i];
        FUZZ_CHECK(cell->span.start >= at && cell->span.start <= cell->span.end);
        FUZZ_CHECK(cell->span.end <= line->span.end);
        FUZZ_CHECK(cell->ncolumns >= 1 && cell->nrows >= 1);
        FUZZ_CHECK(cell->column + cell->ncolumns <= HTML_MAX_COLUMNS);
        FUZZ_CHECK(cell->nrows <= HTML_MAX_ROWSPAN);
        at = cell->span.end;
    }
}

static void check_page(const struct html_page *page)
{
    uint32_t at = 0;
    fuzz_check_utf8(slice_make(page->text, page->nbytes));
    FUZZ_CHECK(page->text[page->nbytes] == '\0');
    for (size_t i = 0; i < page->nlines; i++) {
        const struct html_line *line = &page->lines[i];
        FUZZ_CHECK(line->span.start == at && line->span.end >= at);
        FUZZ_CHECK(line->span.end < page->nbytes && page->text[line->span.end] == '\n');
        FUZZ_CHECK(line->nlink <= line->span.end - line->span.start);
        FUZZ_CHECK(line->container < page->ncontainers);
        if (line->table != HTML_NO_ROW)
            check_cells(page, line);
        else
            FUZZ_CHECK(line->ncells == 0);
        at = line->span.end + 1;
    }
    FUZZ_CHECK(at == page->nbytes);
    for (size_t i = 1; i < page->ncontainers; i++) {
        FUZZ_CHECK(page->containers[i].parent < i);
        FUZZ_CHECK(page->containers[i].depth > page->containers[page->containers[i].parent].depth);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    char charset[HTML_CHARSET_NBYTES];
    struct text_decoded decoded;
    struct html_page page;
    struct err err = {0};
    if (size == 0)
        return 0;
    struct slice bytes = slice_make((const char *)data + 1, size - 1);
    html_charset(bytes, charset);
    FUZZ_CHECK(strlen(charset) < sizeof charset);
    FUZZ_CHECK(text_decode_declared(bytes, charset, &decoded, NULL) == 0);
    struct slice text = slice_make(decoded.text, strlen(decoded.text));
    struct arena *arena = arena_new();
    FUZZ_CHECK(arena != NULL);
    if (html_read("a.html", text, data[0] & 1, data[0] & 2, arena, &page, &err) == 0)
        check_page(&page);
    else
        FUZZ_CHECK(err.kind == ERR_LIMIT);
    arena_free(arena);
    free(decoded.text);
    return 0;
}
