/* A web page as text: one line a paragraph, one line a row of a table with its
 * cells between tabs, and beside it where each cell stands in the exact grid
 * that rowspan and colspan describe. Scripts, styles and hidden parts are left
 * out. Nothing is fetched and nothing is expanded: the page is only its bytes.
 *
 * A row whose cells hold tables or whole paragraphs arranges the page; it is
 * written as paragraphs and leaves no cells. */
#ifndef GOUJI_TEXT_HTML_H
#define GOUJI_TEXT_HTML_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "gouji/base/arena.h"
#include "gouji/base/err.h"
#include "gouji/base/slice.h"
#include "gouji/text/span.h"

enum {
    HTML_MAX_DEPTH = 512,       /* elements inside each other */
    HTML_MAX_TABLE_DEPTH = 32,  /* tables inside each other */
    HTML_MAX_COLUMNS = 1000,    /* of one table, colspans counted */
    HTML_MAX_ROWSPAN = 65534,   /* larger ones mean this, as in browsers */
    HTML_MAX_ATTRIBUTES = 2000, /* of one tag */
};

/* A cell of a table's row, in the order of print. */
struct html_cell {
    struct span span;  /* trimmed, in the page's text; empty for an empty cell */
    uint32_t column;   /* of the grid, from 0 */
    uint32_t ncolumns; /* covered; at least 1 */
    uint32_t nrows;    /* covered, no more than the table has */
};

#define HTML_NO_ROW UINT32_MAX

struct html_line {
    struct span span;    /* without the line end; empty for a blank line */
    uint32_t nlink;      /* its bytes inside links to elsewhere */
    uint32_t container;  /* the innermost block it starts in */
    uint32_t table;      /* HTML_NO_ROW for a line that is no row of a table */
    uint32_t row;        /* of the table, from 0 */
    uint32_t first_cell; /* its ncells cells; one more than its tabs */
    uint32_t ncells;
};

/* Blocks of the page as a tree; 0 is the page itself. A parent's number is
 * smaller than its children's. */
struct html_container {
    uint32_t parent;
    uint32_t depth;
};

struct html_page {
    char *text; /* UTF-8, every line ended by '\n'; NUL-terminated */
    size_t nbytes;
    struct html_line *lines;
    size_t nlines;
    struct html_cell *cells;
    size_t ncells;
    struct html_container *containers;
    size_t ncontainers;
    struct slice title; /* of the page's head, may be empty */
    bool has_hidden;    /* something with display:none or the like was left out */
};

/* Reads the page from UTF-8 text, NUL-terminated. keep_lines: line ends outside tables mean
 * what they mean in plain text (a text with tables in mark-up). with_hidden:
 * hidden parts are taken, too. All of *page hangs from the arena. -1: short of
 * memory or ERR_LIMIT (the message names the limit; name is the file's). */
int html_read(const char *name, struct slice utf8, bool keep_lines, bool with_hidden,
              struct arena *arena, struct html_page *page, struct err *err);

/* The charset that the page declares for itself (<meta>, <?xml ?>), in upper
 * case, in buffer; "" when none. */
enum { HTML_CHARSET_NBYTES = 32 };
const char *html_charset(struct slice bytes, char buffer[HTML_CHARSET_NBYTES]);

#endif
