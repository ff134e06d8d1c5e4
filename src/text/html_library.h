/* libxml2's HTML parser, taken up when the first web page is met: it brings all
 * of ICU with it, which would double the time every start takes. */
#ifndef GOUJI_SRC_TEXT_HTML_LIBRARY_H
#define GOUJI_SRC_TEXT_HTML_LIBRARY_H

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "gouji/base/err.h"

/* The functions used, with libxml2's own types. */
struct html_library {
    __typeof__(&xmlInitParser) init_parser;
    __typeof__(&htmlNewParserCtxt) new_parser;
    __typeof__(&htmlCtxtReadMemory) read_memory;
    __typeof__(&htmlFreeParserCtxt) free_parser;
    __typeof__(&xmlStopParser) stop_parser;
    __typeof__(&xmlFreeDoc) free_document;
};

/* Loaded once, by whichever thread comes first. NULL with err when the library
 * is not there. */
const struct html_library *html_library(struct err *err);

#endif
