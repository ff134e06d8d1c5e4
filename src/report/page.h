/* A web page becomes the text of a report: the article, without what stands
 * around it on the site. */
#ifndef GOUJI_SRC_REPORT_PAGE_H
#define GOUJI_SRC_REPORT_PAGE_H

#include "gouji/report/report.h"

/* Fills text, text_nbytes and markup from the decoded page (NUL-terminated).
 * -1: short of memory or ERR_LIMIT. */
int page_read(struct report *report, struct slice utf8, struct err *err);

/* Which lines of the page are the article, by what they say: the sections and
 * tables of the form, a title above them, prose; never by names in the mark-up.
 * keep[nlines] is filled; false: nothing in the page is a report's, and only
 * what surely belongs to the site is left out. Short memory shows in the arena. */
bool article_find(const struct html_page *page, const struct forms *forms, struct arena *scratch,
                  bool *keep);

/* Whether most of the line is links to elsewhere. */
static inline bool page_is_link(const struct html_line *line)
{
    return line->nlink * 2 > line->span.end - line->span.start;
}

#endif
