/* A page as a flat, well nested list of what matters for reading it, private to
 * src/text. The parser knows tags; the writer (html.c) knows lines. */
#ifndef GOUJI_SRC_TEXT_HTML_TOKENS_H
#define GOUJI_SRC_TEXT_HTML_TOKENS_H

#include "gouji/base/str.h"
#include "gouji/text/html.h"

enum html_token_kind {
    HTML_TEXT,  /* a, b: bytes [a, b) of raw */
    HTML_BREAK, /* <br> */
    HTML_BLOCK, /* a paragraph begins or ends */
    HTML_GAP,   /* raised or lowered text begins or ends */
    HTML_OPEN,  /* a block that holds others */
    HTML_CLOSE,
    HTML_LINK,
    HTML_LINK_END,
    HTML_PRE, /* white space counts */
    HTML_PRE_END,
    HTML_TABLE,
    HTML_TABLE_END,
    HTML_GROUP, /* thead, tbody, tfoot begins or ends: no rowspan reaches over it */
    HTML_ROW,
    HTML_ROW_END,
    HTML_CELL, /* a: colspan, b: rowspan */
    HTML_CELL_END,
};

struct html_token {
    enum html_token_kind kind;
    bool arranges; /* ROW: its cells are parts of the page, not values */
    uint32_t a, b;
};

struct html_tokens {
    struct arena *arena;
    struct str raw; /* all text, entities resolved; html_tokens_release */
    struct html_token *items;
    size_t nitems, capacity;
    struct str title;
    bool has_hidden;
};

/* What HTML takes for white space, of a byte or a code point. */
static inline bool html_is_space(int32_t c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

/* Parses; the tables' tokens nest as the kinds say, whatever tags are missing. */
int html_tokens_parse(const char *name, struct slice utf8, bool with_hidden, struct arena *arena,
                      struct html_tokens *out, struct err *err);
void html_tokens_release(struct html_tokens *tokens);

#endif
