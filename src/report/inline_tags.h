/* Markdown's tables as converters write them of a page: <span lang="EN-US">12</span> in a cell. */
#ifndef GOUJI_SRC_REPORT_INLINE_TAGS_H
#define GOUJI_SRC_REPORT_INLINE_TAGS_H

/* Turns tags that only set the letters of a barred row's cell into blanks; what else it holds
 * stays where it is. */
void inline_tags_turn(char *text);

#endif
