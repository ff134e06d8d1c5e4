/* What libxml2 is used for: its HTML parser calls us tag by tag, so
 * that no tree is built and a bomb is stopped while it is being read. */
#include "html_tokens.h"

#include <stdlib.h>
#include <strings.h>

#include "gouji/base/ascii.h"
#include "gouji/base/message.h"
#include "html_elements.h"
#include "html_library.h"
#include "html_unseen.h"

enum {
    MOST_ELEMENTS = 500 * 1000,   /* also end tags */
    MOST_TEXTS = 2 * 1000 * 1000, /* runs of text, entities */
    MOST_OPEN = 3 * HTML_MAX_TABLE_DEPTH + 3,
    LONG_NBYTES = 1200,      /* a cell with more text arranges the page */
    PARAGRAPHS_NBYTES = 300, /* so does one of several paragraphs with more than this */
    MANY_BREAKS = 8,
    LEAST_BREAKS = 3, /* when it is alone in its row */
};

/* An open table, row or cell. */
struct open {
    enum html_token_kind kind;
    size_t token;
    size_t nbytes;  /* CELL: text without white space */
    size_t nbreaks; /* CELL: paragraphs begun or ended in it */
    size_t nfilled; /* ROW, TABLE: cells with text */
};

struct parse {
    struct html_tokens *out;
    const struct html_library *library;
    htmlParserCtxtPtr parser;
    const char *name;
    struct err *err;
    bool failed;
    struct html_unseen unseen;
    size_t nelements, ntexts, depth;
    size_t skipped; /* depth inside a part that is left out */
    bool in_title;
    size_t ntables;
    struct open open[1 + MOST_OPEN]; /* the first is the page */
    size_t nopen;                    /* in the page */
};

static void stop(struct parse *parse)
{
    parse->failed = true;
    parse->library->stop_parser(parse->parser);
}

static void stop_at_limit(struct parse *parse, const char *format, int limit)
{
    if (!parse->failed)
        err_set(parse->err, ERR_LIMIT, format, parse->name, limit);
    stop(parse);
}

static size_t put(struct parse *parse, enum html_token_kind kind, uint32_t a, uint32_t b)
{
    struct html_tokens *out = parse->out;
    struct html_token *token =
        arena_push(out->arena, &out->items, &out->capacity, out->nitems, sizeof *token);
    if (!token) {
        if (!parse->failed)
            err_set_nomem(parse->err);
        stop(parse);
        return 0;
    }
    *token = (struct html_token){.kind = kind, .a = a, .b = b};
    return out->nitems++;
}

static struct open *top(struct parse *parse)
{
    return &parse->open[parse->nopen];
}

static void open_one(struct parse *parse, enum html_token_kind kind, uint32_t a, uint32_t b)
{
    if (parse->nopen == MOST_OPEN)
        return;
    size_t token = put(parse, kind, a, b);
    parse->open[++parse->nopen] = (struct open){.kind = kind, .token = token};
}

static void mark_row(struct parse *parse, const struct open *row)
{
    if (parse->out->nitems > row->token)
        parse->out->items[row->token].arranges = true;
}

static void close_cell(struct parse *parse, struct open cell)
{
    struct open *row = top(parse);
    row->nfilled += cell.nbytes > 0;
    row->nbytes = cell.nbytes > row->nbytes ? cell.nbytes : row->nbytes;
    row->nbreaks = cell.nbreaks > row->nbreaks ? cell.nbreaks : row->nbreaks;
    if (cell.nbytes > LONG_NBYTES ||
        (cell.nbytes > PARAGRAPHS_NBYTES && cell.nbreaks >= MANY_BREAKS))
        mark_row(parse, row);
    put(parse, HTML_CELL_END, 0, 0);
}

static void close_row(struct parse *parse, struct open row)
{
    if (row.nfilled == 1 && row.nbytes > PARAGRAPHS_NBYTES && row.nbreaks >= LEAST_BREAKS)
        mark_row(parse, &row);
    top(parse)->nfilled += row.nfilled;
    put(parse, HTML_ROW_END, 0, 0);
}

static void mark_own_rows(struct parse *parse, const struct open *table)
{
    size_t depth = 0;
    for (size_t i = table->token + 1; i < parse->out->nitems; i++) {
        struct html_token *token = &parse->out->items[i];
        depth += token->kind == HTML_TABLE;
        depth -= token->kind == HTML_TABLE_END;
        if (depth == 0 && token->kind == HTML_ROW)
            token->arranges = true;
    }
}

/* A table inside a cell makes the rows around it rows that arrange the page;
 * one with a single filled cell is only a frame around a text. */
static void close_table(struct parse *parse, struct open table)
{
    parse->ntables--;
    if (table.nfilled <= 1)
        mark_own_rows(parse, &table);
    for (size_t i = 1; table.nfilled > 1 && i <= parse->nopen; i++)
        if (parse->open[i].kind == HTML_ROW)
            mark_row(parse, &parse->open[i]);
    put(parse, HTML_TABLE_END, 0, 0);
}

static void close_top(struct parse *parse)
{
    struct open closed = parse->open[parse->nopen--];
    if (closed.kind == HTML_CELL)
        close_cell(parse, closed);
    else if (closed.kind == HTML_ROW)
        close_row(parse, closed);
    else
        close_table(parse, closed);
}

/* Closes the innermost of this kind with what is in it, not reaching out of the
 * innermost table. */
static void close_to(struct parse *parse, enum html_token_kind kind)
{
    size_t i = parse->nopen;
    while (i > 0 && parse->open[i].kind != kind) {
        if (parse->open[i].kind == HTML_TABLE)
            return;
        i--;
    }
    while (i > 0 && parse->nopen >= i)
        close_top(parse);
}

static void start_table(struct parse *parse)
{
    struct open *around = top(parse);
    if (parse->ntables == HTML_MAX_TABLE_DEPTH) {
        stop_at_limit(parse,
                      _("%s: tables inside each other more than %d deep (limit: nested "
                        "tables)"),
                      HTML_MAX_TABLE_DEPTH);
        return;
    }
    if (around->kind == HTML_ROW)
        open_one(parse, HTML_CELL, 1, 1);
    parse->ntables++;
    open_one(parse, HTML_TABLE, 0, 0);
}

static void start_row(struct parse *parse)
{
    close_to(parse, HTML_ROW);
    if (parse->nopen == 0)
        start_table(parse);
    if (top(parse)->kind == HTML_TABLE)
        open_one(parse, HTML_ROW, 0, 0);
}

static const char *attribute(const xmlChar **atts, const char *name)
{
    for (size_t i = 0; atts && atts[i]; i += 2)
        if (strcmp((const char *)atts[i], name) == 0)
            return atts[i + 1] ? (const char *)atts[i + 1] : "";
    return NULL;
}

static uint32_t read_span(const xmlChar **atts, const char *name, uint32_t limit, uint32_t zero)
{
    const char *value = attribute(atts, name);
    uint32_t n = 0;
    if (!value)
        return 1;
    value += strspn(value, " \t\r\n+");
    if (!ascii_is_digit(*value))
        return 1;
    for (; ascii_is_digit(*value) && n <= limit; value++)
        n = n * 10 + (uint32_t)(*value - '0');
    return n == 0 ? zero : n;
}

static void start_cell(struct parse *parse, const xmlChar **atts)
{
    uint32_t ncolumns = read_span(atts, "colspan", HTML_MAX_COLUMNS, 1);
    uint32_t nrows = read_span(atts, "rowspan", HTML_MAX_ROWSPAN, HTML_MAX_ROWSPAN);
    if (ncolumns > HTML_MAX_COLUMNS) {
        stop_at_limit(parse, _("%s: a table cell over more than %d columns (limit: columns)"),
                      HTML_MAX_COLUMNS);
        return;
    }
    close_to(parse, HTML_CELL);
    if (top(parse)->kind != HTML_ROW)
        start_row(parse);
    open_one(parse, HTML_CELL, ncolumns, nrows < HTML_MAX_ROWSPAN ? nrows : HTML_MAX_ROWSPAN);
}

static void put_block(struct parse *parse, enum html_token_kind kind)
{
    const struct html_tokens *out = parse->out;
    if (kind == HTML_BLOCK && out->nitems && out->items[out->nitems - 1].kind == HTML_BLOCK)
        return;
    top(parse)->nbreaks++;
    put(parse, kind, 0, 0);
}

/* White space, also such as does not collapse: it fills no cell. */
static bool is_blank(const char *bytes, size_t n)
{
    for (size_t i = 0; i < n; i++)
        if (strncmp(bytes + i, "\xC2\xA0", 2) == 0)
            i += 1;
        else if (strncmp(bytes + i, "\xE3\x80\x80", 3) == 0)
            i += 2;
        else if (!strchr(" \t\r\n\f", bytes[i]))
            return false;
    return true;
}

static void put_text(struct parse *parse, const char *bytes, size_t n)
{
    struct html_tokens *out = parse->out;
    unsigned bits = parse->unseen.by_depth[parse->depth] & UNSEEN_INSIDE;
    bool blank = is_blank(bytes, n), unseen = bits != 0;
    uint32_t start = (uint32_t)out->raw.nbytes;
    if (bits & UNSEEN_STRUCK)
        return;
    out->has_hidden = out->has_hidden || (unseen && !blank);
    if (unseen && !parse->unseen.with_hidden)
        return;
    if (!blank && top(parse)->kind == HTML_ROW)
        open_one(parse, HTML_CELL, 1, 1);
    str_append(&out->raw, slice_make(bytes, n));
    if (!blank)
        for (size_t i = 1; i <= parse->nopen; i++)
            if (parse->open[i].kind == HTML_CELL)
                parse->open[i].nbytes += n;
    struct html_token *last = out->nitems ? &out->items[out->nitems - 1] : NULL;
    if (last && last->kind == HTML_TEXT && last->b == start)
        last->b += (uint32_t)n;
    else
        put(parse, HTML_TEXT, start, start + (uint32_t)n);
}

/* A link to a place in the page itself, or the place, leads nowhere else. */
static bool leads_away(const xmlChar **atts)
{
    const char *href = attribute(atts, "href");
    return href && href[0] != '#' && href[0] != '\0';
}

/* Whether the element is left out; notes whether text is seen inside it. */
static bool is_hidden(struct parse *parse, enum element element, const xmlChar *name,
                      const xmlChar **atts)
{
    struct html_unseen *unseen = &parse->unseen;
    bool is_seen = html_unseen_note(unseen, parse->depth, element, (const char *)name,
                                    (const char *const *)atts);
    if (unseen->is_spent)
        stop_at_limit(parse,
                      _("%s: elements compared with style rules more than %d times (limit: "
                        "style rules)"),
                      HTML_SHEET_MOST);
    parse->out->has_hidden = parse->out->has_hidden || !is_seen;
    return !is_seen && !unseen->with_hidden;
}

/* A value typed into the page stands in its cell as printed. */
static void put_input(struct parse *parse, const xmlChar **atts)
{
    const char *type = attribute(atts, "type");
    const char *value = attribute(atts, "value");
    bool shown = !type || strcasecmp(type, "text") == 0 || strcasecmp(type, "number") == 0;
    if (shown && value && *value && top(parse)->kind == HTML_CELL)
        put_text(parse, value, strlen(value));
}

static void start(struct parse *parse, enum element element, const xmlChar **atts)
{
    switch (element) {
    case ELEMENT_HOLDER:
        put_block(parse, HTML_OPEN);
        break;
    case ELEMENT_BLOCK:
        put_block(parse, HTML_BLOCK);
        break;
    case ELEMENT_BREAK:
        put_block(parse, HTML_BREAK);
        break;
    case ELEMENT_LINK:
        put(parse, HTML_LINK, leads_away(atts), 0);
        break;
    case ELEMENT_PRE:
        put_block(parse, HTML_BLOCK);
        put(parse, HTML_PRE, 0, 0);
        break;
    case ELEMENT_RAISED:
        put(parse, HTML_GAP, 0, 0);
        break;
    case ELEMENT_INPUT:
        put_input(parse, atts);
        break;
    case ELEMENT_TABLE:
        start_table(parse);
        put_block(parse, HTML_OPEN);
        break;
    case ELEMENT_GROUP:
        close_to(parse, HTML_ROW);
        put(parse, HTML_GROUP, 0, 0);
        break;
    case ELEMENT_ROW:
        start_row(parse);
        break;
    case ELEMENT_CELL:
        start_cell(parse, atts);
        put(parse, HTML_OPEN, 0, 0);
        break;
    case ELEMENT_FIELD:
    case ELEMENT_INLINE:
    case ELEMENT_SKIPPED:
    case ELEMENT_TITLE:
        break;
    }
}

static void end(struct parse *parse, enum element element)
{
    switch (element) {
    case ELEMENT_HOLDER:
        put_block(parse, HTML_CLOSE);
        break;
    case ELEMENT_BLOCK:
        put_block(parse, HTML_BLOCK);
        break;
    case ELEMENT_LINK:
        put(parse, HTML_LINK_END, 0, 0);
        break;
    case ELEMENT_PRE:
        put(parse, HTML_PRE_END, 0, 0);
        put_block(parse, HTML_BLOCK);
        break;
    case ELEMENT_RAISED:
        put(parse, HTML_GAP, 0, 0);
        break;
    case ELEMENT_TABLE:
        close_to(parse, HTML_ROW);
        put(parse, HTML_CLOSE, 0, 0);
        close_to(parse, HTML_TABLE);
        break;
    case ELEMENT_GROUP:
        close_to(parse, HTML_ROW);
        put(parse, HTML_GROUP, 0, 0);
        break;
    case ELEMENT_ROW:
        close_to(parse, HTML_ROW);
        break;
    case ELEMENT_CELL:
        put(parse, HTML_CLOSE, 0, 0);
        close_to(parse, HTML_CELL);
        break;
    case ELEMENT_BREAK:
    case ELEMENT_FIELD:
    case ELEMENT_INLINE:
    case ELEMENT_INPUT:
    case ELEMENT_SKIPPED:
    case ELEMENT_TITLE:
        break;
    }
}

static bool is_skipped(struct parse *parse, enum element element)
{
    return element == ELEMENT_SKIPPED ||
           (element == ELEMENT_FIELD && top(parse)->kind != HTML_CELL);
}

static void on_start(void *data, const xmlChar *name, const xmlChar **atts)
{
    struct parse *parse = data;
    if (parse->failed)
        return;
    if (++parse->depth > HTML_MAX_DEPTH) {
        stop_at_limit(parse, _("%s: elements inside each other more than %d deep (limit: nesting)"),
                      HTML_MAX_DEPTH);
        return;
    }
    if (++parse->nelements > MOST_ELEMENTS) {
        stop_at_limit(parse, _("%s: more than %d elements (limit: elements)"), MOST_ELEMENTS);
        return;
    }
    enum element element = html_element_of((const char *)name);
    if (parse->skipped || is_skipped(parse, element) || is_hidden(parse, element, name, atts)) {
        parse->skipped++;
        return;
    }
    parse->in_title = element == ELEMENT_TITLE && parse->out->title.nbytes == 0;
    if (parse->unseen.by_depth[parse->depth] & UNSEEN_MARK)
        put(parse, HTML_GAP, 0, 0);
    start(parse, element, atts);
}

static void on_end(void *data, const xmlChar *name)
{
    struct parse *parse = data;
    if (parse->failed)
        return;
    bool stood_apart = (parse->unseen.by_depth[parse->depth] & UNSEEN_MARK) != 0;
    parse->depth -= parse->depth > 0;
    if (parse->skipped) {
        parse->skipped--;
        return;
    }
    parse->in_title = false;
    end(parse, html_element_of((const char *)name));
    if (stood_apart)
        put(parse, HTML_GAP, 0, 0);
}

static void on_text(void *data, const xmlChar *text, int n)
{
    struct parse *parse = data;
    if (parse->failed || parse->skipped || n <= 0)
        return;
    if (++parse->ntexts > MOST_TEXTS) {
        stop_at_limit(parse, _("%s: more than %d runs of text (limit: runs of text)"), MOST_TEXTS);
        return;
    }
    if (parse->in_title)
        str_append(&parse->out->title, slice_make((const char *)text, (size_t)n));
    else
        put_text(parse, (const char *)text, (size_t)n);
}

/* Behind the tag at `at`: its attributes are counted into *n. */
static const char *skip_tag(const char *at, const char *last, size_t *n)
{
    for (*n = 0; at < last && *at != '>' && *n <= HTML_MAX_ATTRIBUTES; at++) {
        bool opens = *at == '"' || *at == '\'';
        if (opens && (at[-1] == '=' || html_is_space(at[-1])))
            at = memchr(at + 1, *at, (size_t)(last - at - 1)); /* to the other quote */
        else
            *n += *at == '=' || (html_is_space(at[-1]) && !html_is_space(*at));
        if (!at)
            return last;
    }
    return at;
}

/* What would keep the parser busy for hours: it compares every attribute of a
 * tag with all before it, and looks for every end tag in all that is open.
 * Scripts hold no tags. */
static int check_tags(const char *name, struct slice utf8, bool *has_sheet, struct err *err)
{
    const char *at = utf8.ptr;
    const char *last = at + utf8.nbytes;
    size_t nends = 0;
    while ((at = memchr(at, '<', (size_t)(last - at))) != NULL && ++at < last) {
        size_t nattributes = 0;
        if ((*at | 0x20) == 's' && strncasecmp(at, "script", 6) == 0) {
            const char *closing = strcasestr(at, "</script");
            at = closing ? closing + 1 : last;
        } else if ((*at | 0x20) >= 'a' && (*at | 0x20) <= 'z') {
            *has_sheet = *has_sheet || ((*at | 0x20) == 's' && strncasecmp(at, "style", 5) == 0);
            at = skip_tag(at, last, &nattributes);
        }
        nends += at < last && *at == '/';
        if (nattributes > HTML_MAX_ATTRIBUTES)
            return err_set(err, ERR_LIMIT,
                           _("%s: a tag with more than %d attributes (limit: attributes)"), name,
                           (int)HTML_MAX_ATTRIBUTES);
        if (nends > MOST_ELEMENTS)
            return err_set(err, ERR_LIMIT, _("%s: more than %d elements (limit: elements)"), name,
                           (int)MOST_ELEMENTS);
    }
    return 0;
}

/* <![if …]> and <![endif]> of word processors are no text, but the parser shows
 * them as such: the bytes without them, NULL without memory. <![endif]--> ends a
 * comment and stays. */
static char *drop_conditions(struct slice utf8, size_t *nbytes)
{
    char *copy = malloc(utf8.nbytes + 1);
    const char *from = utf8.ptr;
    const char *last = from + utf8.nbytes;
    *nbytes = 0;
    for (const char *at = from; copy && from < last;) {
        at = memmem(at, (size_t)(last - at), "<![", 3);
        const char *end = at ? memchr(at, '>', (size_t)(last - at)) : NULL;
        bool drops = end && end[-1] == ']' && strncmp(at, "<![CDATA[", 9) != 0;
        const char *stop = !end ? last : drops ? at : end;
        memcpy(copy + *nbytes, from, (size_t)(stop - from));
        *nbytes += (size_t)(stop - from);
        from = drops ? end + 1 : stop;
        at = from;
    }
    return copy;
}

static void run_parser(struct parse *parse, struct slice utf8)
{
    xmlSAXHandler sax = {.startElement = on_start,
                         .endElement = on_end,
                         .characters = on_text,
                         .ignorableWhitespace = on_text,
                         .cdataBlock = on_text};
    parse->parser = parse->library->new_parser();
    if (!parse->parser) {
        parse->failed = true;
        err_set_nomem(parse->err);
        return;
    }
    *parse->parser->sax = sax;
    parse->parser->userData = parse;
    htmlDocPtr document = parse->library->read_memory(
        parse->parser, utf8.ptr, (int)utf8.nbytes, NULL, "UTF-8",
        HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER |
            HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
    parse->library->free_document(document);
    parse->library->free_parser(parse->parser);
    parse->parser = NULL;
}

int html_tokens_parse(const char *name, struct slice utf8, bool with_hidden, struct arena *arena,
                      struct html_tokens *out, struct err *err)
{
    struct parse parse = {.out = out, .name = name, .unseen.with_hidden = with_hidden, .err = err};
    *out = (struct html_tokens){.arena = arena, .raw = STR_INIT, .title = STR_INIT};
    parse.library = html_library(err);
    bool has_sheet = false;
    if (!parse.library || check_tags(name, utf8, &has_sheet, err) < 0)
        return -1;
    parse.unseen.sheet = has_sheet ? html_sheet_new(utf8, arena) : NULL;
    size_t nbytes = 0;
    bool has_conditions = slice_contains(utf8, "<![");
    char *copy = has_conditions ? drop_conditions(utf8, &nbytes) : NULL;
    if (has_conditions && !copy)
        return err_set_nomem(err);
    run_parser(&parse, copy ? slice_make(copy, nbytes) : utf8);
    free(copy);
    while (!parse.failed && parse.nopen > 0)
        close_top(&parse);
    if (!parse.failed && (out->raw.failed || out->title.failed || arena_failed(arena)))
        return err_set_nomem(err);
    return parse.failed ? -1 : 0;
}

void html_tokens_release(struct html_tokens *tokens)
{
    str_release(&tokens->raw);
    str_release(&tokens->title);
}
