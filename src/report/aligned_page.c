/* The numbers of pages between the rows of a table with aligned columns. */
#include "aligned.h"
#include "pagination.h"

/* A page's number of pages, between rows: it stands before where the row above, beside its
 * label, has its first figure. */
static bool is_page_of_pages(const struct aligned *a, size_t index)
{
    const struct aligned_line *above = a->nlines > 0 ? &a->lines[a->nlines - 1] : NULL;
    if (!above || !above->is_row || above->ntexts == 0 || a->pieces->lines[index].nfilled > 3)
        return false;
    const struct aligned_word *figure = &a->words[above->first + above->ntexts];
    uint32_t end = pagination_of_pages(a->pieces, index);
    return end > 0 && end < figure->at[0].start && end < figure->at[1].start;
}

bool aligned_is_page_number(const struct aligned *a, size_t index)
{
    return pagination_is_bare(a->pieces, index) || is_page_of_pages(a, index);
}
