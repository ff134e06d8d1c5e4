/* Writes a page's tokens as lines: a paragraph a line, a row of a table a line
 * with tabs, each cell at its place in the grid. */
#include "html_tokens.h"

#include "gouji/base/ascii.h"
#include "gouji/base/message.h"
#include "gouji/text/decode.h"

enum { MOST_BLANK_LINES = 8 };

/* White space met but not yet written: a line end of the source counts for less
 * than the end of a paragraph in a cell. */
enum pending { PENDING_NONE, PENDING_SPACE, PENDING_LINE_END, PENDING_BREAK };

struct table_state {
    uint32_t id;
    uint32_t row, column;
    uint32_t ncolumns;               /* of busy that were ever used */
    uint32_t busy[HTML_MAX_COLUMNS]; /* rows still covered from above */
};

struct writer {
    const char *name;
    const struct html_tokens *tokens;
    struct arena *arena;
    struct html_page *page;
    struct err *err;
    struct str text;
    size_t line_capacity, cell_capacity, container_capacity;
    bool keep_lines;
    bool failed;

    struct html_line line; /* being written */
    bool in_line, saw_blank;
    enum pending pending;
    bool gap;
    int32_t last; /* code point written before, 0 at a start */
    size_t start; /* of the text in the line or the cell */
    size_t nblank_lines;
    uint32_t container;
    size_t pre, link;
    size_t indent; /* blanks of a line of preformatted text before its first character */

    struct table_state *tables[HTML_MAX_TABLE_DEPTH];
    size_t depth;
    uint32_t ntables;
    uint32_t *table_rows; /* per table */
    size_t table_capacity;
    bool in_row, in_cell; /* of a row that is one line */
    size_t flat;          /* tables inside that row */
};

static void fail(struct writer *w)
{
    if (!w->failed)
        err_set_nomem(w->err);
    w->failed = true;
}

static bool is_blank_point(int32_t c)
{
    return c == ' ' || c == 0xA0 || c == 0x3000 || (c >= 0x2000 && c <= 0x200B) || c == 0xFEFF;
}

static bool is_wide(int32_t c)
{
    return c >= 0x2E80 && c <= 0xFFEF && c != 0xFEFF;
}

static bool is_digit(int32_t c)
{
    return ascii_is_digit(c) || (c >= 0xFF10 && c <= 0xFF19);
}

/* The text from `start` on without the blanks at its end. */
static void trim_end(struct writer *w, size_t start)
{
    while (w->text.nbytes > start) {
        size_t at = w->text.nbytes - 1;
        size_t used;
        while (at > start && ((unsigned char)w->text.data[at] & 0xC0) == 0x80)
            at--;
        if (!is_blank_point(text_next(w->text.data + at, w->text.nbytes - at, &used)))
            return;
        w->text.data[at] = '\0';
        w->text.nbytes = at;
    }
}

static void reset_text(struct writer *w)
{
    w->start = w->text.nbytes;
    w->pending = PENDING_NONE;
    w->last = 0;
    w->gap = false;
}

static void start_line(struct writer *w)
{
    uint32_t at = (uint32_t)w->text.nbytes;
    w->line = (struct html_line){
        .span = {at, at}, .container = w->container, .table = HTML_NO_ROW, .row = HTML_NO_ROW};
    w->line.first_cell = (uint32_t)w->page->ncells;
    w->in_line = true;
    w->saw_blank = false;
    reset_text(w);
}

static void push_line(struct writer *w)
{
    struct html_page *page = w->page;
    struct html_line *line =
        arena_push(w->arena, &page->lines, &w->line_capacity, page->nlines, sizeof *line);
    if (!line) {
        fail(w);
        return;
    }
    w->line.span.end = (uint32_t)w->text.nbytes;
    if (w->line.nlink > w->line.span.end - w->line.span.start) /* blanks at its end are gone */
        w->line.nlink = w->line.span.end - w->line.span.start;
    *line = w->line;
    page->nlines++;
    str_byte(&w->text, '\n');
    w->in_line = false;
    w->nblank_lines = span_empty(line->span) && !line->ncells ? w->nblank_lines + 1 : 0;
}

static void blank_line(struct writer *w)
{
    if (w->page->nlines == 0 || w->nblank_lines >= MOST_BLANK_LINES)
        return;
    start_line(w);
    push_line(w);
}

/* Ends the paragraph. One of hard blanks alone is a blank line, an empty one
 * is nothing; `hard`: a line break is a line also when nothing stands in it. */
static void end_line(struct writer *w, bool hard)
{
    bool saw_blank = w->in_line && w->saw_blank;
    if (w->in_line)
        trim_end(w, w->line.span.start);
    if (w->in_line && w->text.nbytes > w->line.span.start) {
        push_line(w);
    } else {
        w->in_line = false;
        if (saw_blank || hard)
            blank_line(w);
    }
}

static void put_point(struct writer *w, int32_t c, struct slice bytes)
{
    bool at_start = w->text.nbytes == w->start;
    if (is_blank_point(c) && (c != 0x3000 || w->in_row) && at_start) {
        w->saw_blank = true;
        return;
    }
    if (!at_start && w->pending != PENDING_NONE &&
        !(w->pending == PENDING_LINE_END && is_wide(w->last) && is_wide(c)))
        str_byte(&w->text, ' ');
    else if (!at_start && w->gap && is_digit(w->last) && is_digit(c))
        str_byte(&w->text, ' ');
    w->pending = PENDING_NONE;
    w->gap = false;
    w->last = c;
    str_append(&w->text, bytes);
    w->saw_blank = w->saw_blank || is_blank_point(c);
    if (w->link)
        w->line.nlink += (uint32_t)bytes.nbytes;
}

static void put_space(struct writer *w, int32_t c)
{
    bool keeps = w->pre || (w->keep_lines && w->depth == 0);
    w->indent = 0;
    if (c == '\n' && keeps && !w->in_row)
        end_line(w, true);
    else if (c == ' ' && w->pre && !w->in_row && w->in_line)
        put_point(w, 0xA0, slice_of(" "));
    else if ((c == '\n' || c == '\r') && w->pending != PENDING_BREAK)
        w->pending = PENDING_LINE_END;
    else if (w->pending == PENDING_NONE)
        w->pending = PENDING_SPACE;
}

/* The columns of a table that blanks align stand where they stood. */
static void indent_line(struct writer *w)
{
    for (; w->pre && w->indent > 0; w->indent--)
        str_byte(&w->text, ' ');
    w->indent = 0;
    w->start = w->text.nbytes;
}

static void put_text(struct writer *w, struct slice text)
{
    for (size_t i = 0, used; i < text.nbytes; i += used) {
        int32_t c = text_next(text.ptr + i, text.nbytes - i, &used);
        if (c == ' ' && w->pre && !w->in_row && !w->in_line) {
            w->indent++;
            continue;
        }
        if (html_is_space(c)) {
            if (w->in_line || ((w->keep_lines || w->pre) && c == '\n'))
                put_space(w, c);
            continue;
        }
        if (c < 0x20 || c == 0x7F || (w->in_row && !w->in_cell))
            continue;
        if (!w->in_line) {
            start_line(w);
            indent_line(w);
        }
        put_point(w, c, slice_make(text.ptr + i, used));
    }
}

static void open_container(struct writer *w)
{
    struct html_page *page = w->page;
    struct html_container *one = arena_push(w->arena, &page->containers, &w->container_capacity,
                                            page->ncontainers, sizeof *one);
    if (!one) {
        fail(w);
        return;
    }
    one->parent = w->container;
    one->depth = page->ncontainers ? page->containers[w->container].depth + 1 : 0;
    w->container = (uint32_t)page->ncontainers++;
}

static void close_container(struct writer *w)
{
    w->container = w->page->containers[w->container].parent;
}

static void open_table(struct writer *w)
{
    if (w->depth == HTML_MAX_TABLE_DEPTH)
        return;
    struct table_state **state = &w->tables[w->depth];
    uint32_t *rows =
        arena_push(w->arena, &w->table_rows, &w->table_capacity, w->ntables, sizeof *rows);
    if (!*state)
        *state = arena_alloc(w->arena, sizeof **state);
    if (!rows || !*state) {
        fail(w);
        return;
    }
    **state = (struct table_state){.id = w->ntables++};
    w->depth++;
}

static struct table_state *table(struct writer *w)
{
    return w->depth ? w->tables[w->depth - 1] : NULL;
}

static void open_row(struct writer *w, bool arranges)
{
    struct table_state *state = table(w);
    state->column = 0;
    end_line(w, false);
    if (arranges)
        return;
    if (state->row == 0 && w->nblank_lines == 0)
        blank_line(w);
    start_line(w);
    w->line.table = state->id;
    w->line.row = state->row;
    w->in_row = true;
}

static void close_row(struct writer *w)
{
    struct table_state *state = table(w);
    if (!w->in_row)
        end_line(w, false);
    else if (w->line.ncells)
        push_line(w);
    w->in_row = w->in_line = false;
    for (uint32_t i = 0; i < state->ncolumns; i++)
        state->busy[i] -= state->busy[i] > 0;
    w->table_rows[state->id] = ++state->row;
}

/* Takes the next free place of the row; no cell reaches past the limit. */
static int place_cell(struct writer *w, uint32_t ncolumns, uint32_t nrows)
{
    struct table_state *state = table(w);
    while (state->column < HTML_MAX_COLUMNS && state->busy[state->column])
        state->column++;
    if (state->column + ncolumns > HTML_MAX_COLUMNS) {
        w->failed = true;
        return err_set(w->err, ERR_LIMIT, _("%s: a table of more than %d columns (limit: columns)"),
                       w->name, (int)HTML_MAX_COLUMNS);
    }
    for (uint32_t i = 0; i < ncolumns; i++)
        state->busy[state->column + i] = nrows;
    state->column += ncolumns;
    if (state->column > state->ncolumns)
        state->ncolumns = state->column;
    return 0;
}

static void open_cell(struct writer *w, uint32_t ncolumns, uint32_t nrows)
{
    struct html_page *page = w->page;
    if (place_cell(w, ncolumns, nrows) < 0)
        return;
    if (!w->in_row) {
        end_line(w, false);
        return;
    }
    struct html_cell *cell =
        arena_push(w->arena, &page->cells, &w->cell_capacity, page->ncells, sizeof *cell);
    if (!cell) {
        fail(w);
        return;
    }
    if (w->line.ncells++)
        str_byte(&w->text, '\t');
    page->ncells++;
    cell->column = table(w)->column - ncolumns;
    cell->ncolumns = ncolumns;
    cell->nrows = nrows;
    w->in_cell = true;
    reset_text(w);
}

static void close_cell(struct writer *w)
{
    if (!w->in_row) {
        end_line(w, false);
        return;
    }
    if (!w->in_cell)
        return;
    trim_end(w, w->start);
    w->page->cells[w->page->ncells - 1].span =
        (struct span){(uint32_t)w->start, (uint32_t)w->text.nbytes};
    w->in_cell = false;
}

static void close_table(struct writer *w)
{
    end_line(w, false);
    w->depth -= w->depth > 0;
    if (w->nblank_lines == 0)
        blank_line(w);
}

static void write_table_token(struct writer *w, const struct html_token *token)
{
    bool inside = w->flat > 0 || (w->in_row && token->kind == HTML_TABLE);
    w->flat += w->in_row && token->kind == HTML_TABLE;
    if (inside) {
        w->flat -= token->kind == HTML_TABLE_END;
        w->pending = PENDING_BREAK;
        return;
    }
    if (token->kind == HTML_TABLE)
        open_table(w);
    else if (token->kind == HTML_TABLE_END)
        close_table(w);
    else if (token->kind == HTML_ROW)
        open_row(w, token->arranges);
    else if (token->kind == HTML_ROW_END)
        close_row(w);
    else if (token->kind == HTML_CELL)
        open_cell(w, token->a, token->b);
    else if (token->kind == HTML_CELL_END)
        close_cell(w);
    else if (table(w))
        memset(table(w)->busy, 0, sizeof table(w)->busy);
}

/* Inside a row all that would end a line is a blank. */
static void write_block(struct writer *w, bool hard)
{
    if (w->in_row)
        w->pending = PENDING_BREAK;
    else
        end_line(w, hard);
}

static void write_token(struct writer *w, const struct html_token *token)
{
    switch (token->kind) {
    case HTML_TEXT:
        put_text(w, slice_make(w->tokens->raw.data + token->a, token->b - token->a));
        break;
    case HTML_BREAK:
    case HTML_BLOCK:
        write_block(w, token->kind == HTML_BREAK);
        break;
    case HTML_OPEN:
        write_block(w, false);
        open_container(w);
        break;
    case HTML_CLOSE:
        write_block(w, false);
        close_container(w);
        break;
    case HTML_GAP:
        w->gap = true;
        break;
    case HTML_LINK:
        w->link = token->a;
        break;
    case HTML_LINK_END:
        w->link = 0;
        break;
    case HTML_PRE:
        w->pre++;
        break;
    case HTML_PRE_END:
        w->pre -= w->pre > 0;
        break;
    case HTML_TABLE:
    case HTML_TABLE_END:
    case HTML_GROUP:
    case HTML_ROW:
    case HTML_ROW_END:
    case HTML_CELL:
    case HTML_CELL_END:
        write_table_token(w, token);
        break;
    }
}

/* A rowspan reaches no further than the table. */
static void clip_rows(struct writer *w)
{
    if (!w->table_rows)
        return;
    for (size_t i = 0; i < w->page->nlines; i++) {
        const struct html_line *line = &w->page->lines[i];
        for (uint32_t k = 0; k < line->ncells; k++) {
            struct html_cell *cell = &w->page->cells[line->first_cell + k];
            uint32_t left = w->table_rows[line->table] - line->row;
            cell->nrows = cell->nrows < left ? cell->nrows : left;
        }
    }
}

static void write_title(struct writer *w)
{
    const struct str *title = &w->tokens->title;
    char *out = arena_alloc(w->arena, title->nbytes + 1);
    size_t n = 0;
    if (!out) {
        fail(w);
        return;
    }
    for (size_t i = 0; i < title->nbytes; i++) {
        bool space = html_is_space(title->data[i]);
        if (!space || (n > 0 && out[n - 1] != ' '))
            out[n++] = space ? ' ' : title->data[i];
    }
    n -= n > 0 && out[n - 1] == ' ';
    w->page->title = slice_make(out, n);
}

static int write_page(struct writer *w)
{
    open_container(w);
    for (size_t i = 0; i < w->tokens->nitems && !w->failed; i++)
        write_token(w, &w->tokens->items[i]);
    if (w->failed)
        return -1;
    end_line(w, false);
    clip_rows(w);
    write_title(w);
    w->page->nbytes = w->text.nbytes;
    w->page->text = w->text.failed ? NULL : arena_copy(w->arena, str_slice(&w->text));
    if (!w->page->text)
        fail(w);
    return w->failed ? -1 : 0;
}

int html_read(const char *name, struct slice utf8, bool keep_lines, bool with_hidden,
              struct arena *arena, struct html_page *page, struct err *err)
{
    struct html_tokens tokens;
    struct arena *scratch = arena_new();
    if (!scratch)
        return err_set_nomem(err);
    *page = (struct html_page){0};
    struct writer w = {.name = name,
                       .tokens = &tokens,
                       .arena = arena,
                       .page = page,
                       .err = err,
                       .text = STR_INIT,
                       .keep_lines = keep_lines};
    int result = html_tokens_parse(name, utf8, with_hidden, scratch, &tokens, err);
    page->has_hidden = tokens.has_hidden;
    if (result == 0)
        result = write_page(&w);
    str_release(&w.text);
    html_tokens_release(&tokens);
    arena_free(scratch);
    return result;
}
