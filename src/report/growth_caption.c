/* The captions of tables: whose figures, or which year's, they say that the tables have. */
#include "growth.h"

#include <stdlib.h>
#include <string.h>

#include "gouji/base/ascii.h"
#include "words.h"

enum { MOST_NBYTES = 90 };

/* Where the first year of the text is, 2021年; NULL without. */
static const char *find_year(struct slice text)
{
    for (size_t at = 0; at + 7 <= text.nbytes; at++)
        if (memcmp(text.ptr + at, "20", 2) == 0 && memcmp(text.ptr + at + 4, "年", 3) == 0)
            return text.ptr + at;
    return NULL;
}

/* The first year of the text, but where it is that of a day; 0 without. */
static int year_in(struct slice text)
{
    const char *year = find_year(text);
    const char *behind = year ? year + 7 : NULL;
    bool is_day = year && behind < text.ptr + text.nbytes && ascii_is_digit(*behind);
    return year && !is_day ? atoi(year) : 0;
}

int growth_caption_year(const struct pieces *pieces, size_t line)
{
    enum { MOST_OF_YEAR = 60 };
    const struct piece *piece = &pieces->items[pieces->lines[line].first];
    if (pieces->lines[line].npieces != 1)
        return 0;
    struct slice text = piece_text(piece);
    if (text.nbytes == 0 || text.nbytes > MOST_OF_YEAR || text.ptr[text.nbytes - 1] != ':' ||
        piece->hit.label)
        return 0;
    const char *year = find_year(text);
    return year ? atoi(year) : 0;
}

/* The text of a line that may be a caption; empty. */
static struct slice text_at(const struct pieces *pieces, size_t line)
{
    const struct piece_line *at = &pieces->lines[line];
    const struct piece *piece = &pieces->items[at->first];
    bool may_be = at->npieces == 1 && piece->shape == SHAPE_TEXT && !piece->is_noise &&
                  !piece->hit.label && !at->is_heading;
    struct slice text = may_be ? piece_text(piece) : slice_make("", 0);
    return text.nbytes > MOST_NBYTES || slice_contains(text, "。") ? slice_make("", 0) : text;
}

enum growth_caption growth_caption(const struct pieces *pieces, size_t line)
{
    const struct forms *forms = pieces->report->forms;
    struct slice text = text_at(pieces, line);
    if (words_holds(forms_words(forms, "other_captions"), text))
        return CAPTION_OTHER;
    return words_holds(forms_words(forms, "own_captions"), text) ? CAPTION_OWN : CAPTION_PLAIN;
}

enum growth_caption growth_caption_above(const struct pieces *pieces, size_t line)
{
    enum { MOST_LINES_ABOVE = 2 };
    const char *const *others = forms_words(pieces->report->forms, "other_captions");
    size_t nlines = 0;
    for (size_t i = line; i-- > 0 && nlines < MOST_LINES_ABOVE;) {
        const struct piece_line *at = &pieces->lines[i];
        if (at->is_blank)
            continue;
        if (at->is_heading)
            return words_holds(others, piece_text(&pieces->items[at->first])) ? CAPTION_OTHER
                                                                              : CAPTION_PLAIN;
        enum growth_caption caption = growth_caption(pieces, i);
        if (caption != CAPTION_PLAIN)
            return caption;
        nlines++;
    }
    return CAPTION_PLAIN;
}

/* The year that the caption names; of a report's own title, which pages repeat, none. */
static int year_of_caption(struct slice text)
{
    return slice_contains(text, "报告") ? 0 : year_in(text);
}

int growth_year_above(const struct pieces *pieces, size_t line)
{
    while (line > 0 && pieces->lines[line - 1].is_blank)
        line--;
    return line > 0 ? year_of_caption(text_at(pieces, line - 1)) : 0;
}

/* Whether the first label of a row, from the line on, is that of the table's first row. */
static bool starts_with_first_row(const struct pieces *pieces, enum table_id table, size_t line)
{
    enum { MOST_LINES = 24 };
    for (size_t i = line; i < pieces->report->nlines && i < line + MOST_LINES; i++)
        for (uint32_t k = 0; k < pieces->lines[i].npieces; k++) {
            const struct label *label = pieces->items[pieces->lines[i].first + k].hit.label;
            label = label_in_table(label, table);
            if (label && label->kind == LABEL_ROW)
                return label->block == 0 && label->index == 0;
        }
    return false;
}

static bool tells_of_correction(const struct pieces *pieces, size_t first, size_t end)
{
    const char *const *words = forms_words(pieces->report->forms, "correction_words");
    for (size_t i = first; i < end; i++)
        for (uint32_t k = 0; k < pieces->lines[i].npieces; k++)
            if (words_holds(words, piece_text(&pieces->items[pieces->lines[i].first + k])))
                return true;
    return false;
}

/* 信息内容 / 上年数量: whether it stands right below a header's corner, as its columns do where each
 * cell has a line. */
static bool is_below_corner(const struct pieces *pieces, size_t line)
{
    while (line > 0 && pieces->lines[line - 1].is_blank)
        line--;
    const struct piece_line *above = line > 0 ? &pieces->lines[line - 1] : NULL;
    return above && above->npieces > 0 &&
           label_of_kind(pieces->items[above->first].hit.label, LABEL_CORNER) != NULL;
}

bool growth_is_apart(const struct pieces *pieces, enum table_id table, size_t first, size_t end,
                     size_t line)
{
    for (size_t i = end; i < line; i++)
        if (growth_caption(pieces, i) != CAPTION_PLAIN && !is_below_corner(pieces, i))
            return true;
    if (end >= line || !starts_with_first_row(pieces, table, line) ||
        tells_of_correction(pieces, end, line))
        return false;
    const char *const *asides = forms_words(pieces->report->forms, "aside_captions");
    bool is_other = growth_caption_above(pieces, first) == CAPTION_OTHER;
    int own = growth_year_above(pieces, first);
    for (size_t i = end; i < line; i++) {
        struct slice text = text_at(pieces, i);
        int year = year_of_caption(text);
        if ((text.nbytes > 0 && words_starts(asides, text.ptr)) ||
            (year > 0 && (is_other || (own > 0 && own != year))))
            return true;
    }
    return false;
}
