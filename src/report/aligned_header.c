/* The cells of a header, broken over two lines, that do not stand below one another. */
#include <string.h>

#include "aligned.h"

enum { LEAST_WORDS = 4, MOST_NBYTES = 240 };

static bool is_label(const struct aligned *a, size_t above, size_t below)
{
    char text[MOST_NBYTES];
    struct slice front = piece_text(a->words[above].piece);
    struct slice back = piece_text(a->words[below].piece);
    if (a->words[above].used || a->words[below].used || front.nbytes + back.nbytes > sizeof text)
        return false;
    memcpy(mempcpy(text, front.ptr, front.nbytes), back.ptr, back.nbytes);
    struct slice both = slice_make(text, front.nbytes + back.nbytes);
    const struct label *label = labels_read(a->pieces->labels, both).label;
    return label_of_kind(label, LABEL_COLUMN) != NULL;
}

static bool are_labels(const struct aligned *a, const struct aligned_line *above,
                       const struct aligned_line *below)
{
    if (above->is_row || below->is_row || above->ntexts < LEAST_WORDS ||
        above->ntexts != below->ntexts)
        return false;
    for (size_t k = 0; k < above->ntexts; k++)
        if (!is_label(a, above->first + k, below->first + k))
            return false;
    return true;
}

void aligned_join_header(struct aligned *a)
{
    for (size_t i = 0; i + 1 < a->nlines; i++) {
        const struct aligned_line *above = &a->lines[i], *below = above + 1;
        size_t n = are_labels(a, above, below) ? above->ntexts : 0;
        for (size_t k = 0; k < n; k++)
            a->words[above->first + k].rest = (uint32_t)(below->first + k);
    }
}
