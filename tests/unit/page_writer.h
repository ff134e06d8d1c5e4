/* Writes a report that was read as a web page again, in many styles of mark-up:
 * what is printed stays, only the way it is laid out changes. */
#ifndef GOUJI_TESTS_PAGE_WRITER_H
#define GOUJI_TESTS_PAGE_WRITER_H

#include "gouji/base/str.h"
#include "gouji/report/report.h"

enum page_style {
    PAGE_SPANS = 1,      /* rowspan and colspan; else empty cells for them */
    PAGE_PARAGRAPHS = 2, /* <p> in cells */
    PAGE_NBSP = 4,       /* in blank cells */
    PAGE_WORD = 8,       /* what word processors leave */
    PAGE_OPEN_TAGS = 16, /* upper case, no end tags */
    PAGE_SPLIT = 32,     /* a table of its own for each block */
    PAGE_FRAMED = 64,    /* the article in a cell of a table that arranges the page */
    PAGE_SITE = 128,     /* a site around it */
    PAGE_WHOLE = 256,    /* one table for all of the report, paragraphs in rows */
    PAGE_STYLES = 512,
};

struct page_writer {
    const struct report *report;
    struct str out;
    unsigned style;
};

static inline void page_escape(struct str *out, struct slice text)
{
    for (size_t i = 0; i < text.nbytes; i++) {
        if (text.ptr[i] == '<')
            str_add(out, "&lt;");
        else if (text.ptr[i] == '&')
            str_add(out, "&amp;");
        else
            str_byte(out, text.ptr[i]);
    }
}

static inline void page_tag(struct page_writer *w, const char *name, const char *rest)
{
    str_byte(&w->out, '<');
    for (const char *c = name; *c; c++)
        str_byte(&w->out, w->style & PAGE_OPEN_TAGS && *c >= 'a' ? (char)(*c - 32) : *c);
    str_format(&w->out, "%s>", rest);
}

static inline void page_end(struct page_writer *w, const char *name)
{
    if (!(w->style & PAGE_OPEN_TAGS))
        str_format(&w->out, "</%s>\n", name);
}

/* An empty text is a blank cell. */
static inline void page_cell(struct page_writer *w, struct slice text, size_t ncols, size_t nrows)
{
    char rest[160] = "";
    bool spans = w->style & PAGE_SPANS;
    if (spans && ncols > 1)
        snprintf(rest, 40, " colspan=\"%zu\"", ncols);
    if (spans && nrows > 1)
        snprintf(rest + strlen(rest), 40, " rowspan=%zu", nrows);
    if (w->style & PAGE_WORD)
        strcat(rest, " style='mso-border-alt:solid windowtext .5pt'");
    page_tag(w, "td", rest);
    if (w->style & PAGE_PARAGRAPHS)
        page_tag(w, "p", "");
    if (w->style & PAGE_WORD)
        str_add(&w->out, "<![if !supportLists]><span lang=EN-US>");
    if (text.nbytes == 0 && w->style & PAGE_NBSP)
        str_add(&w->out, "&nbsp;");
    page_escape(&w->out, text);
    if (w->style & PAGE_WORD)
        str_add(&w->out, "<o:p></o:p></span><![endif]>");
    if (w->style & PAGE_PARAGRAPHS)
        page_end(w, "p");
    page_end(w, "td");
    for (size_t i = 1; !spans && i < ncols; i++)
        page_cell(w, slice_of(""), 1, 1);
}

static inline void page_label(struct page_writer *w, const char *text, size_t ncols, size_t nrows)
{
    page_cell(w, slice_of(text), ncols, nrows);
}

/* Cells that a rowspan above covers. */
static inline void page_covered(struct page_writer *w, size_t n)
{
    for (size_t i = 0; !(w->style & PAGE_SPANS) && i < n; i++)
        page_cell(w, slice_of(""), 1, 1);
}

static inline const struct label_reading *page_reading(const struct table *table, size_t block,
                                                       size_t row)
{
    for (size_t i = 0; i < table->nlabels; i++)
        if (table->labels[i].block == block && table->labels[i].row == row)
            return &table->labels[i];
    return NULL;
}

static inline void page_row_label(struct page_writer *w, const struct table *table, size_t block,
                                  size_t row, size_t ncols, size_t nrows)
{
    const struct label_reading *label = page_reading(table, block, row);
    const struct form_row *form = &table->blocks[block].form->rows[row];
    if (label && !span_empty(label->span))
        page_cell(w, report_slice(w->report, label->span), ncols, nrows);
    else
        page_label(w, form->label, ncols, nrows);
}

static inline const struct row_reading *page_row(const struct table *table, size_t block,
                                                 size_t row)
{
    for (size_t i = 0; i < table->nrows; i++)
        if (table->rows[i].block == block && table->rows[i].row == row)
            return &table->rows[i];
    return NULL;
}

/* A cell's field as printed: value, unit and note. */
static inline struct slice page_field(const struct page_writer *w, const struct cell *cell)
{
    struct slice text = report_slice(w->report, cell->span);
    const char *end = text.ptr + text.nbytes;
    if (cell->state == CELL_BLANK)
        return slice_of("");
    end = cell->unit.nbytes ? cell->unit.ptr + cell->unit.nbytes : end;
    if (cell->note && strcmp(cell->note, "number too long") != 0) {
        const char *note = strstr(end, cell->note);
        end = note && note < end + 16 ? note + strlen(cell->note) : end;
    }
    return slice_make(text.ptr, (size_t)(end - text.ptr));
}

/* Values of a row whose columns are not known: as many cells as numbers. */
static inline void page_values(struct page_writer *w, const struct table *table, size_t block,
                               size_t row, size_t ncols)
{
    const struct block_reading *b = &table->blocks[block];
    const struct cell *cells = &b->cells[row * b->form->ncols];
    const struct row_reading *reading = page_row(table, block, row);
    if (cells[0].state == CELL_UNPLACED) {
        for (size_t i = 0; reading && i < reading->nnumerals; i++)
            page_cell(w, report_slice(w->report, reading->numerals[i]), 1, 1);
        return;
    }
    for (size_t i = 0; i < b->form->ncols; i++)
        page_cell(w, page_field(w, &cells[i]), i + 1 == b->form->ncols ? ncols - i : 1, 1);
}

static inline bool page_is_met(const struct block_reading *block, size_t row)
{
    return !block->form->rows[row].is_group &&
           block->cells[row * block->form->ncols].state != CELL_ABSENT;
}

static inline void page_open_table(struct page_writer *w)
{
    if (w->style & PAGE_WHOLE)
        return;
    page_tag(w, "table", w->style & PAGE_WORD ? " class=MsoNormalTable border=1" : "");
}

static inline void page_close_table(struct page_writer *w)
{
    if (!(w->style & PAGE_WHOLE))
        str_add(&w->out, "</table>\n");
}

static inline void page_block(struct page_writer *w, const struct table *table, size_t block)
{
    const struct block_reading *b = &table->blocks[block];
    bool met = false;
    for (size_t row = 0; row < b->form->nrows; row++)
        met = met || page_is_met(b, row);
    if (!met)
        return;
    page_tag(w, "tr", "");
    page_label(w, b->form->heading, 4, 1);
    page_end(w, "tr");
    page_tag(w, "tr", "");
    page_label(w, b->form->corner, 1, 1);
    for (size_t i = 0; i < b->form->ncols; i++)
        page_label(w, b->form->cols[i].label, i + 1 == b->form->ncols ? 3 - i : 1, 1);
    page_end(w, "tr");
    for (size_t row = 0; row < b->form->nrows; row++) {
        if (!page_is_met(b, row))
            continue;
        page_tag(w, "tr", "");
        page_row_label(w, table, block, row, 1, 1);
        page_values(w, table, block, row, 3);
        page_end(w, "tr");
    }
}

static inline void page_table2(struct page_writer *w, const struct table *table)
{
    page_open_table(w);
    for (size_t i = 0; i < table->nblocks; i++) {
        page_block(w, table, i);
        if (w->style & PAGE_SPLIT && i + 1 < table->nblocks) {
            page_close_table(w);
            page_open_table(w);
        }
    }
    page_close_table(w);
}

static inline void page_header3(struct page_writer *w, const struct form_table *form)
{
    const struct form_col *cols = form->blocks[0].cols;
    page_tag(w, "tr", "");
    page_label(w, form->corner_note, 3, 3);
    page_label(w, form->bands[0], 7, 1);
    page_end(w, "tr");
    page_tag(w, "tr", "");
    page_covered(w, 3);
    page_label(w, cols[0].label, 1, 2);
    page_label(w, form->bands[1], 5, 1);
    page_label(w, cols[6].label, 1, 2);
    page_end(w, "tr");
    page_tag(w, "tr", "");
    page_covered(w, 4);
    for (size_t i = 1; i < 6; i++)
        page_label(w, cols[i].label, 1, 1);
    page_covered(w, 1);
    page_end(w, "tr");
}

static inline bool page_is_under(const struct form_block *form, size_t row, int group)
{
    int parent = (int)row;
    while (parent >= 0 && parent != group)
        parent = form->rows[parent].parent;
    return parent == group;
}

/* The printed rows of a group from `row` on. */
static inline size_t page_group_rows(const struct block_reading *block, int group)
{
    size_t n = 0;
    for (size_t i = 0; i < block->form->nrows; i++)
        n += page_is_met(block, i) && page_is_under(block->form, i, group);
    return n;
}

static inline void page_row3(struct page_writer *w, const struct table *table, size_t row,
                             bool *printed)
{
    const struct block_reading *block = &table->blocks[0];
    int chain[4];
    size_t depth = 0;
    bool alone = block->form->rows[row].alternative_of >= 0;
    int bottom = alone ? block->form->rows[row].alternative_of : (int)row;
    for (int r = bottom; r >= 0; r = block->form->rows[r].parent)
        chain[depth++] = r;
    page_tag(w, "tr", "");
    for (size_t level = 0; level < depth; level++) {
        size_t r = (size_t)chain[depth - 1 - level];
        size_t ncols = level + 1 == depth ? 3 - level : 1;
        if (printed[r])
            page_covered(w, 1);
        else
            page_row_label(w, table, 0, r == (size_t)bottom && alone ? row : r, ncols,
                           r == (size_t)bottom ? 1 : page_group_rows(block, (int)r));
        printed[r] = true;
    }
    page_values(w, table, 0, row, block->form->ncols);
    page_end(w, "tr");
}

static inline void page_table3(struct page_writer *w, const struct table *table)
{
    bool printed[64] = {false};
    const struct block_reading *block = &table->blocks[0];
    const struct form *form = forms_find(w->report->forms, table->edition);
    page_open_table(w);
    page_header3(w, &form->tables[TABLE_T3]);
    for (size_t row = 0; row < block->form->nrows; row++)
        if (page_is_met(block, row))
            page_row3(w, table, row, printed);
    page_close_table(w);
}

static inline void page_table4(struct page_writer *w, const struct table *table)
{
    const struct block_reading *block = &table->blocks[0];
    const struct form_block *form = block->form;
    const struct row_reading *row = page_row(table, 0, 0);
    page_open_table(w);
    page_tag(w, "tr", "");
    page_label(w, form->rows[0].label, 5, 1);
    page_label(w, "行政诉讼", 10, 1);
    page_end(w, "tr");
    page_tag(w, "tr", "");
    for (size_t i = 0; i < 5; i++)
        page_label(w, form->cols[i].label, 1, 2);
    page_label(w, form->rows[1].label, 5, 1);
    page_label(w, form->rows[2].label, 5, 1);
    page_end(w, "tr");
    page_tag(w, "tr", "");
    page_covered(w, 5);
    for (size_t i = 0; i < 10; i++)
        page_label(w, form->cols[i % 5].label, 1, 1);
    page_end(w, "tr");
    page_tag(w, "tr", "");
    bool unplaced = block->cells[0].state == CELL_UNPLACED;
    for (size_t i = 0; unplaced && row && i < row->nnumerals; i++)
        page_cell(w, report_slice(w->report, row->numerals[i]), 1, 1);
    for (size_t i = 0; !unplaced && i < 15; i++)
        page_cell(w, page_field(w, &block->cells[i]), 1, 1);
    page_end(w, "tr");
    page_close_table(w);
}

static inline void page_local(struct page_writer *w, const struct local_table *local)
{
    page_open_table(w);
    for (size_t row = 0; row < local->nrows; row++) {
        page_tag(w, "tr", "");
        for (size_t i = 0; i < local->ncols; i++)
            page_cell(w, report_slice(w->report, local->cells[row * local->ncols + i].span), 1, 1);
        page_end(w, "tr");
    }
    page_close_table(w);
}

static inline void page_prose(struct page_writer *w, struct span span)
{
    for (size_t line = report_line_at(w->report, span.start); line < w->report->nlines; line++) {
        struct span at = report_line_span(w->report, line);
        if (at.start >= span.end)
            return;
        page_tag(w, w->style & PAGE_WHOLE ? "tr><td colspan=15><p" : "p",
                 w->style & PAGE_WORD ? " class=MsoNormal" : "");
        page_escape(&w->out, report_slice(w->report, at));
        page_end(w, "p");
    }
}

static inline void page_body(struct page_writer *w)
{
    for (size_t i = 0; i < w->report->nblocks; i++) {
        const struct block *block = &w->report->blocks[i];
        if (block->kind == BLOCK_PROSE)
            page_prose(w, block->span);
        else if (block->kind == BLOCK_LOCAL)
            page_local(w, &w->report->locals[block->local]);
        else if (block->table == TABLE_T2)
            page_table2(w, &w->report->tables[TABLE_T2]);
        else if (block->table == TABLE_T3)
            page_table3(w, &w->report->tables[TABLE_T3]);
        else
            page_table4(w, &w->report->tables[TABLE_T4]);
    }
}

static const char page_site_before[] =
    "<div><a href='/'>首页</a> <a href='/zw'>政务公开</a> <a "
    "href='/nb'>政府信息公开年报</a></div>\n"
    "<div>您当前的位置：<a href='/'>首页</a> &gt; <a href='/nb'>年报</a> &gt; 正文</div>\n"
    "<div class=tools>字体：[ <a href='#'>大</a> 中 小 ] <a "
    "href='javascript:print()'>打印</a></div>\n";

static const char page_site_after[] =
    "<div>【<a href='javascript:print()'>打印本页</a>】【<a "
    "href='javascript:close()'>关闭窗口</a>】"
    "</div><div class=foot><p>主办单位：示例县人民政府办公室 网站标识码：1234567890</p>"
    "<p>示例县人民政府 版权所有 某ICP备12345678号 联系电话：0999-1234567</p></div>\n";

/* The page in this style; release out. */
static inline void page_write(struct page_writer *w, const struct report *report, unsigned style)
{
    *w = (struct page_writer){.report = report, .out = STR_INIT, .style = style};
    str_add(&w->out, "<!DOCTYPE html><html><head><meta charset=\"utf-8\">"
                     "<style>td{width:72px}</style><script>var a=1<2;</script></head><body>\n");
    if (style & PAGE_SITE)
        str_add(&w->out, page_site_before);
    if (style & PAGE_FRAMED)
        str_add(&w->out, "<table><tr><td width=200><ul><li><a href='/1'>机构职能</a></li>"
                         "<li><a href='/2'>政策文件</a></li></ul></td><td>\n");
    str_add(&w->out, style & PAGE_WHOLE ? "<table>\n" : "<div>\n");
    page_body(w);
    str_add(&w->out, style & PAGE_WHOLE ? "</table>\n" : "</div>\n");
    if (style & PAGE_FRAMED)
        str_add(&w->out, "</td></tr></table>\n");
    if (style & PAGE_SITE)
        str_add(&w->out, page_site_after);
    str_add(&w->out, "</body></html>\n");
}

#endif
