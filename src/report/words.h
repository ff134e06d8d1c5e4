/* Small helpers that the stages on prose share: words by list, lines, markers. */
#ifndef GOUJI_SRC_REPORT_WORDS_H
#define GOUJI_SRC_REPORT_WORDS_H

#include "gouji/report/report.h"

/* Code points in UTF-8 text; those that are Han characters. */
size_t words_glyphs(struct slice text);
size_t words_han(struct slice text);

static inline bool words_is_han(int32_t point)
{
    return (point >= 0x3400 && point <= 0x9FFF) || (point >= 0x20000 && point <= 0x3FFFF);
}

/* The longest word of a NULL-terminated list (NULL: empty) that text starts or
 * ends with; the first one it contains. NULL when there is none. */
const char *words_starts(const char *const *words, const char *text);
const char *words_ends(const char *const *words, struct slice text);
const char *words_holds(const char *const *words, struct slice text);

/* Whether a bracket opens in the text that does not close there; whether one closes in it that
 * did not open there. Of round, square and black ones in either width. */
bool words_open_bracket(struct slice text);
bool words_close_bracket(struct slice text);

/* A list by what its words begin with, to be asked often. */
enum { WORDS_PLACES = 64, WORDS_INDEXED = 255 };
struct word_index {
    const char *const *words;
    bool is_whole; /* else the list is too long, and gone through wherever the text is */
    uint8_t first[WORDS_PLACES], next[WORDS_INDEXED + 1]; /* 1 for the list's first word */
};
void words_index(const char *const *words, struct word_index *out);
const char *words_starts_in(const struct word_index *index, const char *text);

/* By the second byte, in which ideographs differ most; by the only one where that is ASCII. */
static inline size_t words_place(const char *text)
{
    return (size_t)((unsigned char)*text < 0x80 ? text[0] : text[1]) & (WORDS_PLACES - 1);
}

/* The first place from the start `at` of a character on where one of the words may start, as their
 * places tell; `end` or behind it where none does before. */
static inline size_t words_next_in(const struct word_index *index, const char *text, size_t at,
                                   size_t end)
{
    while (at < end) {
        bool is_wide = (unsigned char)text[at] >= 0xE0;
        size_t place = is_wide ? (size_t)text[at + 1] & (WORDS_PLACES - 1) : words_place(text + at);
        if (index->first[place] > 0)
            break;
        at += is_wide ? 3 : 1;
    }
    return at;
}

/* Marks the second bytes of the words, each of which has two: where a text has none of
 * them, none of the words starts. */
void words_seconds(const char *const *words, bool seconds[256]);

/* Whether a character begins at the byte: no word is found in the middle of one. */
static inline bool words_may_start(const char *text)
{
    return ((unsigned char)*text & 0xC0) != 0x80;
}

/* How far it is at least from the start of a character to the next. */
static inline size_t words_skip(const char *text)
{
    return (unsigned char)*text >= 0xE0 ? 3 : 1;
}

/* The folded text without the brackets 【 and 】 that both stand around all of it. */
struct slice words_unbracket(struct slice text);

/* Without the white space and insets around; empty at its start when nothing
 * else stands there. */
struct span words_trim(const struct report *report, struct span span);
bool words_has_text(const struct report *report, struct span span);

/* The source without white space, insets and the marks of Markdown, otherwise as printed. NULL: no
 * memory. */
const char *words_printed(const struct report *report, struct span span);

/* Is the line in no table? */
bool words_is_prose(const struct report *report, size_t line);
/* The first such line from `line` on; nlines if none. */
size_t words_next_prose(const struct report *report, size_t line);

bool words_is_blank(const struct report *report, size_t line);
/* The first line after `line` that is not blank; nlines if none. */
size_t words_next_line(const struct report *report, size_t line);

/* A number in front of a list item or heading. */
enum marker_level {
    MARKER_NONE,
    MARKER_SECTION, /* 一、 第一部分 Ⅰ、 */
    MARKER_PART,    /* (一) */
    MARKER_ITEM,    /* 1. 1、 */
    MARKER_NOTE,    /* (1) 1) */
};

struct marker {
    enum marker_level level;
    int number;
    size_t numeral_start, numeral_end; /* bytes of the numeral itself */
    size_t nbytes;                     /* of the whole marker */
};

/* Reads the marker that folded text starts with. */
struct marker marker_read(const char *text);

#endif
